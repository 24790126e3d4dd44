import django.core.validators
import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
import wagtail.contrib.routable_page.models
import wagtail.fields
import wagtail_lift.blocks.body
import wagtail_lift.blocks.events
import wagtail_lift.enums.choices
import wagtail_lift.page_types.event_source
import wagtail_lift.publishing.unread_texts
from django.conf import settings
from wagtail.images import get_image_model_string
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtail_lift", "0008_meeting_venue"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.WAGTAIL_LIFT_HOSTPROFILE_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Noticeboard",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("notice", models.CharField(blank=True, max_length=100)),
                ("seats", models.IntegerField(blank=True, null=True)),
                ("pinned_on", models.DateField(blank=True, null=True)),
                (
                    "signs",
                    wagtail.fields.StreamField(
                        [("sign", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {}),
                            1: ("wagtail.blocks.CharBlock", (), {"required": False}),
                            2: ("wagtail.blocks.StructBlock", [[("words", 0), ("size", 1)]], {}),
                        },
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Gathering",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "attendance_mode",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.AttendanceMode.as_choices,
                        default="in_person",
                        max_length=20,
                        verbose_name="attendance",
                    ),
                ),
                ("venue_name", models.CharField(blank=True, max_length=200, verbose_name="venue")),
                ("venue_address", models.TextField(blank=True, verbose_name="address")),
                ("map_url", models.URLField(blank=True, verbose_name="link to a map")),
                (
                    "platform_name",
                    models.CharField(
                        blank=True,
                        help_text="For example Zoom or Teams.",
                        max_length=100,
                        verbose_name="online platform",
                    ),
                ),
                (
                    "join_url",
                    models.URLField(
                        blank=True,
                        help_text="Private: shown only by the rule.",
                        max_length=500,
                        verbose_name="join link",
                    ),
                ),
                ("step_free", models.BooleanField(default=False, verbose_name="Step-free access")),
                (
                    "accessible_toilet",
                    models.BooleanField(default=False, verbose_name="Accessible toilet"),
                ),
                (
                    "accessible_parking",
                    models.BooleanField(default=False, verbose_name="Accessible parking"),
                ),
                ("hearing_loop", models.BooleanField(default=False, verbose_name="Hearing loop")),
                ("quiet_space", models.BooleanField(default=False, verbose_name="Quiet space")),
                (
                    "conduct_url",
                    models.URLField(blank=True, verbose_name="code of conduct on another website"),
                ),
                (
                    "safeguarding_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="safeguarding contact"
                    ),
                ),
                (
                    "safeguarding_email",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        verbose_name="e-mail of the safeguarding contact",
                    ),
                ),
                (
                    "safeguarding_phone",
                    models.CharField(
                        blank=True,
                        max_length=50,
                        verbose_name="phone number of the safeguarding contact",
                    ),
                ),
                (
                    "join_link_rule",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.JoinLinkRule.as_choices,
                        default="by_booking",
                        max_length=20,
                        verbose_name="who gets the join link",
                    ),
                ),
                (
                    "join_link_minutes",
                    models.PositiveSmallIntegerField(
                        default=15,
                        help_text="How long before the start the link is shown, where everyone sees it.",
                        validators=[django.core.validators.MaxValueValidator(20160)],
                        verbose_name="minutes before the start",
                    ),
                ),
                ("captions", models.BooleanField(default=False, verbose_name="Captions")),
                (
                    "sign_language",
                    models.BooleanField(default=False, verbose_name="Sign language interpretation"),
                ),
                ("child_care", models.BooleanField(default=False, verbose_name="Child care")),
                (
                    "recording",
                    models.CharField(
                        blank=True,
                        choices=wagtail_lift.enums.choices.Recording.as_choices,
                        default="",
                        max_length=3,
                        verbose_name="recording",
                    ),
                ),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="Spoken or signed, as people say.",
                        max_length=200,
                        verbose_name="languages",
                    ),
                ),
                (
                    "access_notes",
                    models.TextField(blank=True, verbose_name="anything else about access"),
                ),
                (
                    "booking_mode",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.BookingMode.as_choices,
                        default="not_needed",
                        max_length=20,
                        verbose_name="booking",
                    ),
                ),
                (
                    "booking_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="address of the booking page"
                    ),
                ),
                (
                    "booking_opens_date",
                    models.DateField(blank=True, null=True, verbose_name="booking opens on"),
                ),
                (
                    "booking_opens_time",
                    models.TimeField(
                        blank=True,
                        help_text="Start of the day if left empty.",
                        null=True,
                        verbose_name="booking opens at",
                    ),
                ),
                (
                    "booking_opens_before",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Instead of a day: for example 30 days. It follows a date that is moved.",
                        null=True,
                        verbose_name="booking opens before each date",
                    ),
                ),
                (
                    "booking_opens_unit",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.TimeUnit.as_choices,
                        default="days",
                        max_length=20,
                        verbose_name="unit of the time before which booking opens",
                    ),
                ),
                (
                    "booking_closes_date",
                    models.DateField(
                        blank=True,
                        help_text="When the event starts if left empty.",
                        null=True,
                        verbose_name="booking closes on",
                    ),
                ),
                (
                    "booking_closes_time",
                    models.TimeField(
                        blank=True,
                        help_text="End of the day if left empty.",
                        null=True,
                        verbose_name="booking closes at",
                    ),
                ),
                (
                    "booking_closes_before",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Instead of a day: for example 1 hour. Days and weeks keep the time on the clock.",
                        null=True,
                        verbose_name="booking closes before each date",
                    ),
                ),
                (
                    "booking_closes_unit",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.TimeUnit.as_choices,
                        default="hours",
                        max_length=20,
                        verbose_name="unit of the time before which booking closes",
                    ),
                ),
                (
                    "booking_places",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.BookingPlaces.as_choices,
                        default="available",
                        help_text="What is said of a date when it is first published, and when booking is done in another way. After that, say it for each date in the list of dates.",
                        max_length=20,
                        verbose_name="places of new dates",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences, for cards, search and feeds.",
                        max_length=400,
                        verbose_name="summary",
                    ),
                ),
                (
                    "lead_image_alt_text",
                    models.CharField(
                        blank=True,
                        help_text="What the image shows, for people who cannot see it.",
                        max_length=255,
                        verbose_name="lead image, in words",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 2),
                            ("paragraph", 3),
                            ("image", 6),
                            ("gallery", 9),
                            ("quote", 11),
                            ("embed", 13),
                            ("call_to_action", 17),
                            ("documents", 20),
                            ("details", 22),
                            ("events", 26),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.blocks.body.heading_levels},
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("text", 0), ("level", 1)]], {}),
                            3: ("wagtail_lift.blocks.ParagraphBlock", (), {}),
                            4: ("wagtail.images.blocks.ImageBlock", [], {}),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 300, "required": False},
                            ),
                            6: ("wagtail.blocks.StructBlock", [[("image", 4), ("caption", 5)]], {}),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            8: ("wagtail.blocks.ListBlock", (6,), {"min_num": 1}),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("pictures", 8)]],
                                {},
                            ),
                            10: ("wagtail.blocks.TextBlock", (), {}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 10), ("attribution", 7)]],
                                {},
                            ),
                            12: ("wagtail.embeds.blocks.EmbedBlock", (), {"max_width": 1200}),
                            13: (
                                "wagtail.blocks.StructBlock",
                                [[("embed", 12), ("caption", 5)]],
                                {},
                            ),
                            14: ("wagtail.blocks.CharBlock", (), {"max_length": 100}),
                            15: ("wagtail.blocks.PageChooserBlock", (), {"required": False}),
                            16: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 14), ("page", 15), ("url", 16)]],
                                {},
                            ),
                            18: ("wagtail.documents.blocks.DocumentChooserBlock", (), {}),
                            19: ("wagtail.blocks.ListBlock", (18,), {"min_num": 1}),
                            20: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("documents", 19)]],
                                {},
                            ),
                            21: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ]
                                },
                            ),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("summary", 0), ("text", 21)]],
                                {},
                            ),
                            23: ("wagtail_lift.blocks.ProgrammeChooserBlock", (), {}),
                            24: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.blocks.events.parts_of_a_list},
                            ),
                            25: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"default": 3, "max_value": 12, "min_value": 1},
                            ),
                            26: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("programme", 23), ("what", 24), ("count", 25)]],
                                {},
                            ),
                        },
                        help_text="The invitation: what people read before the event.",
                        verbose_name="body",
                    ),
                ),
                (
                    "after_body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 2),
                            ("paragraph", 3),
                            ("image", 6),
                            ("gallery", 9),
                            ("quote", 11),
                            ("embed", 13),
                            ("call_to_action", 17),
                            ("documents", 20),
                            ("details", 22),
                            ("events", 26),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.blocks.body.heading_levels},
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("text", 0), ("level", 1)]], {}),
                            3: ("wagtail_lift.blocks.ParagraphBlock", (), {}),
                            4: ("wagtail.images.blocks.ImageBlock", [], {}),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 300, "required": False},
                            ),
                            6: ("wagtail.blocks.StructBlock", [[("image", 4), ("caption", 5)]], {}),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            8: ("wagtail.blocks.ListBlock", (6,), {"min_num": 1}),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("pictures", 8)]],
                                {},
                            ),
                            10: ("wagtail.blocks.TextBlock", (), {}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 10), ("attribution", 7)]],
                                {},
                            ),
                            12: ("wagtail.embeds.blocks.EmbedBlock", (), {"max_width": 1200}),
                            13: (
                                "wagtail.blocks.StructBlock",
                                [[("embed", 12), ("caption", 5)]],
                                {},
                            ),
                            14: ("wagtail.blocks.CharBlock", (), {"max_length": 100}),
                            15: ("wagtail.blocks.PageChooserBlock", (), {"required": False}),
                            16: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 14), ("page", 15), ("url", 16)]],
                                {},
                            ),
                            18: ("wagtail.documents.blocks.DocumentChooserBlock", (), {}),
                            19: ("wagtail.blocks.ListBlock", (18,), {"min_num": 1}),
                            20: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("documents", 19)]],
                                {},
                            ),
                            21: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ]
                                },
                            ),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("summary", 0), ("text", 21)]],
                                {},
                            ),
                            23: ("wagtail_lift.blocks.ProgrammeChooserBlock", (), {}),
                            24: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.blocks.events.parts_of_a_list},
                            ),
                            25: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"default": 3, "max_value": 12, "min_value": 1},
                            ),
                            26: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("programme", 23), ("what", 24), ("count", 25)]],
                                {},
                            ),
                        },
                        help_text="Shown instead of the invitation once the event has taken place.",
                        verbose_name="body once it has taken place",
                    ),
                ),
                (
                    "conversation",
                    wagtail.fields.StreamField(
                        [("opening", 0), ("question", 5), ("activity", 8)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail_lift.blocks.OpeningBlock", (), {}),
                            1: ("wagtail.blocks.CharBlock", (), {"max_length": 300}),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "required": False},
                            ),
                            3: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 600, "min_value": 1, "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 1), ("why", 2), ("minutes", 3), ("asked_by", 4)]],
                                {},
                            ),
                            6: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            7: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ]
                                },
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 6), ("minutes", 3), ("instructions", 7)]],
                                {},
                            ),
                        },
                        verbose_name="conversation",
                    ),
                ),
                (
                    "agenda",
                    wagtail.fields.StreamField(
                        [("session", 8), ("break", 9), ("parallel", 12), ("day", 14)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: ("wagtail.blocks.TimeBlock", (), {"required": False}),
                            2: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 600, "min_value": 1, "required": False},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            4: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ],
                                    "required": False,
                                },
                            ),
                            5: ("wagtail_lift.blocks.HostChooserBlock", (), {}),
                            6: ("wagtail.blocks.ListBlock", (5,), {"default": []}),
                            7: ("wagtail.blocks.TextBlock", (), {"default": "", "required": False}),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("start_time", 1),
                                        ("minutes", 2),
                                        ("room", 3),
                                        ("description", 4),
                                        ("speakers", 6),
                                        ("other_speakers", 7),
                                    ]
                                ],
                                {},
                            ),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 3), ("start_time", 1), ("minutes", 2)]],
                                {},
                            ),
                            10: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("minutes", 2),
                                        ("room", 3),
                                        ("description", 4),
                                        ("speakers", 6),
                                        ("other_speakers", 7),
                                    ]
                                ],
                                {},
                            ),
                            11: ("wagtail.blocks.ListBlock", (10,), {"min_num": 1}),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [[("start_time", 1), ("minutes", 2), ("sessions", 11)]],
                                {},
                            ),
                            13: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 366, "min_value": 1, "required": False},
                            ),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [[("number", 13), ("title", 3)]],
                                {},
                            ),
                        },
                        help_text="What readers see of the day: sessions, breaks, speakers. The running order, on the tab “For facilitators”, is another thing: readers never see it.",
                        verbose_name="agenda",
                    ),
                ),
                (
                    "reading",
                    wagtail.fields.StreamField(
                        [("reading", 8)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 250}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 250, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            3: ("wagtail.blocks.DateBlock", (), {"required": False}),
                            4: ("wagtail.blocks.TextBlock", (), {"default": "", "required": False}),
                            5: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            6: ("wagtail.blocks.PageChooserBlock", (), {"required": False}),
                            7: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"required": False},
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("authors", 1),
                                        ("publisher", 2),
                                        ("date", 3),
                                        ("why", 4),
                                        ("url", 5),
                                        ("page", 6),
                                        ("document", 7),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="recommended reading",
                    ),
                ),
                (
                    "audience",
                    models.TextField(
                        blank=True,
                        help_text="In your own words, for example who would feel at home in this conversation.",
                        verbose_name="who it is for",
                    ),
                ),
                (
                    "related_events",
                    wagtail.fields.StreamField(
                        [("event", 0)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail_lift.blocks.EventChooserBlock", (), {"required": False})
                        },
                        help_text="Other events that readers may like. Those that are not public are left out.",
                        verbose_name="related events",
                    ),
                ),
                (
                    "cost_kind",
                    models.CharField(
                        blank=True,
                        choices=wagtail_lift.enums.choices.CostKind.as_choices,
                        default="",
                        max_length=20,
                        verbose_name="cost",
                    ),
                ),
                (
                    "cost_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "cost_up_to",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="up to"
                    ),
                ),
                (
                    "cost_currency",
                    models.CharField(blank=True, max_length=3, verbose_name="currency"),
                ),
                (
                    "cost_note",
                    models.CharField(blank=True, max_length=255, verbose_name="about the cost"),
                ),
                (
                    "cost_url",
                    models.URLField(
                        blank=True, verbose_name="address of the page where people pay or donate"
                    ),
                ),
                (
                    "running_order",
                    wagtail.fields.StreamField(
                        [("part", 4), ("break", 5), ("question_note", 7)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 600, "min_value": 1, "required": False},
                            ),
                            2: ("wagtail.blocks.TextBlock", (), {"default": "", "required": False}),
                            3: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ],
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("minutes", 1),
                                        ("purpose", 2),
                                        ("what_to_say", 3),
                                        ("materials", 2),
                                        ("who", 0),
                                    ]
                                ],
                                {},
                            ),
                            5: ("wagtail.blocks.StructBlock", [[("title", 0), ("minutes", 1)]], {}),
                            6: ("wagtail_lift.blocks.NotedQuestionBlock", (), {"required": False}),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 6), ("minutes", 1), ("who", 0), ("note", 2)]],
                                {},
                            ),
                        },
                        help_text="Private: only people who may edit this page see it.",
                        verbose_name="running order",
                    ),
                ),
                (
                    "updates",
                    wagtail.fields.StreamField(
                        [("update", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"]},
                            ),
                            1: ("wagtail.blocks.DateBlock", (), {"required": False}),
                            2: ("wagtail.blocks.TimeBlock", (), {"required": False}),
                            3: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 0), ("date", 1), ("time", 2)]],
                                {},
                            ),
                        },
                        help_text="Short news, told on the page and in feeds, newest first.",
                        verbose_name="updates",
                    ),
                ),
                (
                    "materials",
                    wagtail.fields.StreamField(
                        [
                            ("recording", 11),
                            ("slides", 12),
                            ("transcript", 13),
                            ("documents", 16),
                            ("gallery", 21),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: ("wagtail.embeds.blocks.EmbedBlock", (), {"max_width": 1200}),
                            2: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.enums.choices.RecordingKind.as_choices},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.enums.choices.Captions.as_choices},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            5: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ],
                                    "required": False,
                                },
                            ),
                            6: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"required": False},
                            ),
                            7: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 5), ("document", 6), ("url", 7)]],
                                {"required": False},
                            ),
                            9: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 1440, "min_value": 1, "required": False},
                            ),
                            10: ("wagtail.blocks.DateBlock", (), {"required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("url", 1),
                                        ("kind", 2),
                                        ("captions", 3),
                                        ("caption_languages", 4),
                                        ("transcript", 8),
                                        ("minutes", 9),
                                        ("date", 10),
                                    ]
                                ],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("by", 4), ("document", 6), ("url", 7)]],
                                {},
                            ),
                            13: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("text", 5), ("document", 6), ("url", 7)]],
                                {},
                            ),
                            14: ("wagtail.documents.blocks.DocumentChooserBlock", (), {}),
                            15: ("wagtail.blocks.ListBlock", (14,), {"min_num": 1}),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 4), ("documents", 15)]],
                                {},
                            ),
                            17: ("wagtail.images.blocks.ImageBlock", [], {}),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 300, "required": False},
                            ),
                            19: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 17), ("caption", 18)]],
                                {},
                            ),
                            20: ("wagtail.blocks.ListBlock", (19,), {"min_num": 1}),
                            21: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 4), ("pictures", 20)]],
                                {},
                            ),
                        },
                        help_text="Shown as soon as there are any, also before the event.",
                        verbose_name="recordings and other materials",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=200, verbose_name="contact name"),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="contact e-mail"),
                ),
                (
                    "contact_url",
                    models.URLField(blank=True, verbose_name="contact address on another website"),
                ),
                (
                    "start_date",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty while the date is to come.",
                        null=True,
                        verbose_name="starts on",
                    ),
                ),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="starts at")),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty if it ends on the same day or in the night after it.",
                        null=True,
                        verbose_name="ends on",
                    ),
                ),
                (
                    "end_time",
                    models.TimeField(
                        blank=True,
                        help_text="Two hours after the start if left empty.",
                        null=True,
                        verbose_name="ends at",
                    ),
                ),
                (
                    "hours",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.Hours.as_choices,
                        default="start_and_end",
                        help_text="With an open end, the event counts as over two hours after its start.",
                        max_length=20,
                        verbose_name="times",
                    ),
                ),
                (
                    "timezone",
                    models.CharField(
                        blank=True,
                        help_text="All times of this event are in this zone. New events take the programme's.",
                        max_length=64,
                        verbose_name="time zone",
                    ),
                ),
                (
                    "recurrence_rule",
                    models.TextField(
                        blank=True,
                        help_text="Each date keeps the wall-clock time of the first, also across clock changes.",
                        verbose_name="repeats",
                    ),
                ),
                (
                    "skipped_dates",
                    wagtail.fields.StreamField(
                        [("date", 0)],
                        blank=True,
                        block_lookup={0: ("wagtail_lift.blocks.dates.SkippedDateBlock", (), {})},
                        help_text="Days that the rule gives on which it does not take place.",
                        verbose_name="left out",
                    ),
                ),
                (
                    "added_dates",
                    wagtail.fields.StreamField(
                        [("date", 4)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.DateBlock", (), {}),
                            1: ("wagtail.blocks.TimeBlock", (), {"required": False}),
                            2: ("wagtail.blocks.DateBlock", (), {"required": False}),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": wagtail_lift.enums.choices.Hours.as_choices,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("start_date", 0),
                                        ("start_time", 1),
                                        ("end_date", 2),
                                        ("end_time", 1),
                                        ("hours", 3),
                                    ]
                                ],
                                {},
                            ),
                        },
                        help_text="Dates in addition to the first one and those that repeat.",
                        verbose_name="further dates",
                    ),
                ),
                (
                    "conduct_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page with the code of conduct",
                    ),
                ),
                (
                    "contact_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="contact page",
                    ),
                ),
                (
                    "inspired_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="The insights pack whose guide this conversation follows.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="inspired by",
                    ),
                ),
                (
                    "lead_image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="lead image",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtail_lift.venue",
                        verbose_name="saved venue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(
                wagtail_lift.page_types.event_source.EventSourceMixin,
                wagtail_lift.publishing.unread_texts.UnreadTextsMixin,
                "wagtailcore.page",
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="NoticeLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.CharField(blank=True, max_length=50)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="testapp.noticeboard",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=100)),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtail_lift.question",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Workshop",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "attendance_mode",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.AttendanceMode.as_choices,
                        default="in_person",
                        max_length=20,
                        verbose_name="attendance",
                    ),
                ),
                ("venue_name", models.CharField(blank=True, max_length=200, verbose_name="venue")),
                ("venue_address", models.TextField(blank=True, verbose_name="address")),
                ("map_url", models.URLField(blank=True, verbose_name="link to a map")),
                (
                    "platform_name",
                    models.CharField(
                        blank=True,
                        help_text="For example Zoom or Teams.",
                        max_length=100,
                        verbose_name="online platform",
                    ),
                ),
                (
                    "join_url",
                    models.URLField(
                        blank=True,
                        help_text="Private: shown only by the rule.",
                        max_length=500,
                        verbose_name="join link",
                    ),
                ),
                ("step_free", models.BooleanField(default=False, verbose_name="Step-free access")),
                (
                    "accessible_toilet",
                    models.BooleanField(default=False, verbose_name="Accessible toilet"),
                ),
                (
                    "accessible_parking",
                    models.BooleanField(default=False, verbose_name="Accessible parking"),
                ),
                ("hearing_loop", models.BooleanField(default=False, verbose_name="Hearing loop")),
                ("quiet_space", models.BooleanField(default=False, verbose_name="Quiet space")),
                (
                    "conduct_url",
                    models.URLField(blank=True, verbose_name="code of conduct on another website"),
                ),
                (
                    "safeguarding_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="safeguarding contact"
                    ),
                ),
                (
                    "safeguarding_email",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        verbose_name="e-mail of the safeguarding contact",
                    ),
                ),
                (
                    "safeguarding_phone",
                    models.CharField(
                        blank=True,
                        max_length=50,
                        verbose_name="phone number of the safeguarding contact",
                    ),
                ),
                (
                    "join_link_rule",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.JoinLinkRule.as_choices,
                        default="by_booking",
                        max_length=20,
                        verbose_name="who gets the join link",
                    ),
                ),
                (
                    "join_link_minutes",
                    models.PositiveSmallIntegerField(
                        default=15,
                        help_text="How long before the start the link is shown, where everyone sees it.",
                        validators=[django.core.validators.MaxValueValidator(20160)],
                        verbose_name="minutes before the start",
                    ),
                ),
                ("captions", models.BooleanField(default=False, verbose_name="Captions")),
                (
                    "sign_language",
                    models.BooleanField(default=False, verbose_name="Sign language interpretation"),
                ),
                ("child_care", models.BooleanField(default=False, verbose_name="Child care")),
                (
                    "recording",
                    models.CharField(
                        blank=True,
                        choices=wagtail_lift.enums.choices.Recording.as_choices,
                        default="",
                        max_length=3,
                        verbose_name="recording",
                    ),
                ),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="Spoken or signed, as people say.",
                        max_length=200,
                        verbose_name="languages",
                    ),
                ),
                (
                    "access_notes",
                    models.TextField(blank=True, verbose_name="anything else about access"),
                ),
                (
                    "booking_mode",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.BookingMode.as_choices,
                        default="not_needed",
                        max_length=20,
                        verbose_name="booking",
                    ),
                ),
                (
                    "booking_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="address of the booking page"
                    ),
                ),
                (
                    "booking_opens_date",
                    models.DateField(blank=True, null=True, verbose_name="booking opens on"),
                ),
                (
                    "booking_opens_time",
                    models.TimeField(
                        blank=True,
                        help_text="Start of the day if left empty.",
                        null=True,
                        verbose_name="booking opens at",
                    ),
                ),
                (
                    "booking_opens_before",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Instead of a day: for example 30 days. It follows a date that is moved.",
                        null=True,
                        verbose_name="booking opens before each date",
                    ),
                ),
                (
                    "booking_opens_unit",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.TimeUnit.as_choices,
                        default="days",
                        max_length=20,
                        verbose_name="unit of the time before which booking opens",
                    ),
                ),
                (
                    "booking_closes_date",
                    models.DateField(
                        blank=True,
                        help_text="When the event starts if left empty.",
                        null=True,
                        verbose_name="booking closes on",
                    ),
                ),
                (
                    "booking_closes_time",
                    models.TimeField(
                        blank=True,
                        help_text="End of the day if left empty.",
                        null=True,
                        verbose_name="booking closes at",
                    ),
                ),
                (
                    "booking_closes_before",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Instead of a day: for example 1 hour. Days and weeks keep the time on the clock.",
                        null=True,
                        verbose_name="booking closes before each date",
                    ),
                ),
                (
                    "booking_closes_unit",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.TimeUnit.as_choices,
                        default="hours",
                        max_length=20,
                        verbose_name="unit of the time before which booking closes",
                    ),
                ),
                (
                    "booking_places",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.BookingPlaces.as_choices,
                        default="available",
                        help_text="What is said of a date when it is first published, and when booking is done in another way. After that, say it for each date in the list of dates.",
                        max_length=20,
                        verbose_name="places of new dates",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences, for cards, search and feeds.",
                        max_length=400,
                        verbose_name="summary",
                    ),
                ),
                (
                    "lead_image_alt_text",
                    models.CharField(
                        blank=True,
                        help_text="What the image shows, for people who cannot see it.",
                        max_length=255,
                        verbose_name="lead image, in words",
                    ),
                ),
                (
                    "conversation",
                    wagtail.fields.StreamField(
                        [("opening", 0), ("question", 5), ("activity", 8)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail_lift.blocks.OpeningBlock", (), {}),
                            1: ("wagtail.blocks.CharBlock", (), {"max_length": 300}),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "required": False},
                            ),
                            3: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 600, "min_value": 1, "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 1), ("why", 2), ("minutes", 3), ("asked_by", 4)]],
                                {},
                            ),
                            6: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            7: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ]
                                },
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 6), ("minutes", 3), ("instructions", 7)]],
                                {},
                            ),
                        },
                        verbose_name="conversation",
                    ),
                ),
                (
                    "agenda",
                    wagtail.fields.StreamField(
                        [("session", 8), ("break", 9), ("parallel", 12), ("day", 14)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: ("wagtail.blocks.TimeBlock", (), {"required": False}),
                            2: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 600, "min_value": 1, "required": False},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            4: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ],
                                    "required": False,
                                },
                            ),
                            5: ("wagtail_lift.blocks.HostChooserBlock", (), {}),
                            6: ("wagtail.blocks.ListBlock", (5,), {"default": []}),
                            7: ("wagtail.blocks.TextBlock", (), {"default": "", "required": False}),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("start_time", 1),
                                        ("minutes", 2),
                                        ("room", 3),
                                        ("description", 4),
                                        ("speakers", 6),
                                        ("other_speakers", 7),
                                    ]
                                ],
                                {},
                            ),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 3), ("start_time", 1), ("minutes", 2)]],
                                {},
                            ),
                            10: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("minutes", 2),
                                        ("room", 3),
                                        ("description", 4),
                                        ("speakers", 6),
                                        ("other_speakers", 7),
                                    ]
                                ],
                                {},
                            ),
                            11: ("wagtail.blocks.ListBlock", (10,), {"min_num": 1}),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [[("start_time", 1), ("minutes", 2), ("sessions", 11)]],
                                {},
                            ),
                            13: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 366, "min_value": 1, "required": False},
                            ),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [[("number", 13), ("title", 3)]],
                                {},
                            ),
                        },
                        help_text="What readers see of the day: sessions, breaks, speakers. The running order, on the tab “For facilitators”, is another thing: readers never see it.",
                        verbose_name="agenda",
                    ),
                ),
                (
                    "reading",
                    wagtail.fields.StreamField(
                        [("reading", 8)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 250}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 250, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            3: ("wagtail.blocks.DateBlock", (), {"required": False}),
                            4: ("wagtail.blocks.TextBlock", (), {"default": "", "required": False}),
                            5: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            6: ("wagtail.blocks.PageChooserBlock", (), {"required": False}),
                            7: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"required": False},
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("authors", 1),
                                        ("publisher", 2),
                                        ("date", 3),
                                        ("why", 4),
                                        ("url", 5),
                                        ("page", 6),
                                        ("document", 7),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="recommended reading",
                    ),
                ),
                (
                    "audience",
                    models.TextField(
                        blank=True,
                        help_text="In your own words, for example who would feel at home in this conversation.",
                        verbose_name="who it is for",
                    ),
                ),
                (
                    "related_events",
                    wagtail.fields.StreamField(
                        [("event", 0)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail_lift.blocks.EventChooserBlock", (), {"required": False})
                        },
                        help_text="Other events that readers may like. Those that are not public are left out.",
                        verbose_name="related events",
                    ),
                ),
                (
                    "cost_kind",
                    models.CharField(
                        blank=True,
                        choices=wagtail_lift.enums.choices.CostKind.as_choices,
                        default="",
                        max_length=20,
                        verbose_name="cost",
                    ),
                ),
                (
                    "cost_amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "cost_up_to",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="up to"
                    ),
                ),
                (
                    "cost_currency",
                    models.CharField(blank=True, max_length=3, verbose_name="currency"),
                ),
                (
                    "cost_note",
                    models.CharField(blank=True, max_length=255, verbose_name="about the cost"),
                ),
                (
                    "cost_url",
                    models.URLField(
                        blank=True, verbose_name="address of the page where people pay or donate"
                    ),
                ),
                (
                    "running_order",
                    wagtail.fields.StreamField(
                        [("part", 4), ("break", 5), ("question_note", 7)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 600, "min_value": 1, "required": False},
                            ),
                            2: ("wagtail.blocks.TextBlock", (), {"default": "", "required": False}),
                            3: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ],
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("minutes", 1),
                                        ("purpose", 2),
                                        ("what_to_say", 3),
                                        ("materials", 2),
                                        ("who", 0),
                                    ]
                                ],
                                {},
                            ),
                            5: ("wagtail.blocks.StructBlock", [[("title", 0), ("minutes", 1)]], {}),
                            6: ("wagtail_lift.blocks.NotedQuestionBlock", (), {"required": False}),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 6), ("minutes", 1), ("who", 0), ("note", 2)]],
                                {},
                            ),
                        },
                        help_text="Private: only people who may edit this page see it.",
                        verbose_name="running order",
                    ),
                ),
                (
                    "updates",
                    wagtail.fields.StreamField(
                        [("update", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"]},
                            ),
                            1: ("wagtail.blocks.DateBlock", (), {"required": False}),
                            2: ("wagtail.blocks.TimeBlock", (), {"required": False}),
                            3: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 0), ("date", 1), ("time", 2)]],
                                {},
                            ),
                        },
                        help_text="Short news, told on the page and in feeds, newest first.",
                        verbose_name="updates",
                    ),
                ),
                (
                    "materials",
                    wagtail.fields.StreamField(
                        [
                            ("recording", 11),
                            ("slides", 12),
                            ("transcript", 13),
                            ("documents", 16),
                            ("gallery", 21),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: ("wagtail.embeds.blocks.EmbedBlock", (), {"max_width": 1200}),
                            2: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.enums.choices.RecordingKind.as_choices},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.enums.choices.Captions.as_choices},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            5: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ],
                                    "required": False,
                                },
                            ),
                            6: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"required": False},
                            ),
                            7: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 5), ("document", 6), ("url", 7)]],
                                {"required": False},
                            ),
                            9: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 1440, "min_value": 1, "required": False},
                            ),
                            10: ("wagtail.blocks.DateBlock", (), {"required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("url", 1),
                                        ("kind", 2),
                                        ("captions", 3),
                                        ("caption_languages", 4),
                                        ("transcript", 8),
                                        ("minutes", 9),
                                        ("date", 10),
                                    ]
                                ],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("by", 4), ("document", 6), ("url", 7)]],
                                {},
                            ),
                            13: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("text", 5), ("document", 6), ("url", 7)]],
                                {},
                            ),
                            14: ("wagtail.documents.blocks.DocumentChooserBlock", (), {}),
                            15: ("wagtail.blocks.ListBlock", (14,), {"min_num": 1}),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 4), ("documents", 15)]],
                                {},
                            ),
                            17: ("wagtail.images.blocks.ImageBlock", [], {}),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 300, "required": False},
                            ),
                            19: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 17), ("caption", 18)]],
                                {},
                            ),
                            20: ("wagtail.blocks.ListBlock", (19,), {"min_num": 1}),
                            21: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 4), ("pictures", 20)]],
                                {},
                            ),
                        },
                        help_text="Shown as soon as there are any, also before the event.",
                        verbose_name="recordings and other materials",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=200, verbose_name="contact name"),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="contact e-mail"),
                ),
                (
                    "contact_url",
                    models.URLField(blank=True, verbose_name="contact address on another website"),
                ),
                (
                    "start_date",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty while the date is to come.",
                        null=True,
                        verbose_name="starts on",
                    ),
                ),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="starts at")),
                (
                    "end_date",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty if it ends on the same day or in the night after it.",
                        null=True,
                        verbose_name="ends on",
                    ),
                ),
                (
                    "end_time",
                    models.TimeField(
                        blank=True,
                        help_text="Two hours after the start if left empty.",
                        null=True,
                        verbose_name="ends at",
                    ),
                ),
                (
                    "hours",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.Hours.as_choices,
                        default="start_and_end",
                        help_text="With an open end, the event counts as over two hours after its start.",
                        max_length=20,
                        verbose_name="times",
                    ),
                ),
                (
                    "timezone",
                    models.CharField(
                        blank=True,
                        help_text="All times of this event are in this zone. New events take the programme's.",
                        max_length=64,
                        verbose_name="time zone",
                    ),
                ),
                (
                    "recurrence_rule",
                    models.TextField(
                        blank=True,
                        help_text="Each date keeps the wall-clock time of the first, also across clock changes.",
                        verbose_name="repeats",
                    ),
                ),
                (
                    "skipped_dates",
                    wagtail.fields.StreamField(
                        [("date", 0)],
                        blank=True,
                        block_lookup={0: ("wagtail_lift.blocks.dates.SkippedDateBlock", (), {})},
                        help_text="Days that the rule gives on which it does not take place.",
                        verbose_name="left out",
                    ),
                ),
                (
                    "added_dates",
                    wagtail.fields.StreamField(
                        [("date", 4)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.DateBlock", (), {}),
                            1: ("wagtail.blocks.TimeBlock", (), {"required": False}),
                            2: ("wagtail.blocks.DateBlock", (), {"required": False}),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": wagtail_lift.enums.choices.Hours.as_choices,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("start_date", 0),
                                        ("start_time", 1),
                                        ("end_date", 2),
                                        ("end_time", 1),
                                        ("hours", 3),
                                    ]
                                ],
                                {},
                            ),
                        },
                        help_text="Dates in addition to the first one and those that repeat.",
                        verbose_name="further dates",
                    ),
                ),
                ("what_to_bring", models.TextField(blank=True)),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 2),
                            ("paragraph", 3),
                            ("image", 6),
                            ("gallery", 9),
                            ("quote", 11),
                            ("embed", 13),
                            ("call_to_action", 17),
                            ("documents", 20),
                            ("details", 22),
                            ("events", 26),
                            ("story", 27),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.blocks.body.heading_levels},
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("text", 0), ("level", 1)]], {}),
                            3: ("wagtail_lift.blocks.ParagraphBlock", (), {}),
                            4: ("wagtail.images.blocks.ImageBlock", [], {}),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 300, "required": False},
                            ),
                            6: ("wagtail.blocks.StructBlock", [[("image", 4), ("caption", 5)]], {}),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            8: ("wagtail.blocks.ListBlock", (6,), {"min_num": 1}),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("pictures", 8)]],
                                {},
                            ),
                            10: ("wagtail.blocks.TextBlock", (), {}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 10), ("attribution", 7)]],
                                {},
                            ),
                            12: ("wagtail.embeds.blocks.EmbedBlock", (), {"max_width": 1200}),
                            13: (
                                "wagtail.blocks.StructBlock",
                                [[("embed", 12), ("caption", 5)]],
                                {},
                            ),
                            14: ("wagtail.blocks.CharBlock", (), {"max_length": 100}),
                            15: ("wagtail.blocks.PageChooserBlock", (), {"required": False}),
                            16: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 14), ("page", 15), ("url", 16)]],
                                {},
                            ),
                            18: ("wagtail.documents.blocks.DocumentChooserBlock", (), {}),
                            19: ("wagtail.blocks.ListBlock", (18,), {"min_num": 1}),
                            20: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("documents", 19)]],
                                {},
                            ),
                            21: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "link",
                                        "document-link",
                                        "ol",
                                        "ul",
                                    ]
                                },
                            ),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("summary", 0), ("text", 21)]],
                                {},
                            ),
                            23: ("wagtail_lift.blocks.ProgrammeChooserBlock", (), {}),
                            24: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.blocks.events.parts_of_a_list},
                            ),
                            25: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"default": 3, "max_value": 12, "min_value": 1},
                            ),
                            26: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 7), ("programme", 23), ("what", 24), ("count", 25)]],
                                {},
                            ),
                            27: ("wagtail.blocks.StructBlock", [[("name", 14), ("story", 10)]], {}),
                        },
                    ),
                ),
                (
                    "after_body",
                    wagtail.fields.StreamField(
                        [("heading", 2), ("paragraph", 3), ("image", 6)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": wagtail_lift.blocks.body.heading_levels},
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("text", 0), ("level", 1)]], {}),
                            3: ("wagtail_lift.blocks.ParagraphBlock", (), {}),
                            4: ("wagtail.images.blocks.ImageBlock", [], {}),
                            5: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 300, "required": False},
                            ),
                            6: ("wagtail.blocks.StructBlock", [[("image", 4), ("caption", 5)]], {}),
                        },
                    ),
                ),
                (
                    "conduct_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page with the code of conduct",
                    ),
                ),
                (
                    "contact_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="contact page",
                    ),
                ),
                (
                    "inspired_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="The insights pack whose guide this conversation follows.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="inspired by",
                    ),
                ),
                (
                    "lead_image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="lead image",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtail_lift.venue",
                        verbose_name="saved venue",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(
                wagtail.contrib.routable_page.models.RoutablePageMixin,
                wagtail_lift.page_types.event_source.EventSourceMixin,
                wagtail_lift.publishing.unread_texts.UnreadTextsMixin,
                "wagtailcore.page",
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="WorkshopHost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "role",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.HostRole.as_choices,
                        default="host",
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                (
                    "line",
                    models.CharField(
                        blank=True,
                        help_text="One line about this host at this event.",
                        max_length=200,
                        verbose_name="line",
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_LIFT_HOSTPROFILE_MODEL,
                        verbose_name="host",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="event_hosts",
                        to="testapp.workshop",
                    ),
                ),
            ],
            options={
                "verbose_name": "host",
                "verbose_name_plural": "hosts",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkshopTopic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged_topics",
                        to="testapp.workshop",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(app_label)s_%(class)s_items",
                        to="taggit.tag",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="workshop",
            name="topics",
            field=modelcluster.contrib.taggit.ClusterTaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="testapp.WorkshopTopic",
                to="taggit.Tag",
                verbose_name="Tags",
            ),
        ),
    ]
