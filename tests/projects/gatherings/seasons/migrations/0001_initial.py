import django.core.validators
import django.db.models.deletion
import modelcluster.fields
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
        ("wagtail_lift", "0008_meeting_venue"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.WAGTAIL_LIFT_HOSTPROFILE_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Findings",
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
                    "opens_early",
                    models.BooleanField(
                        default=False, verbose_name="open before the event has ended"
                    ),
                ),
                ("stands_alone", models.BooleanField(default=False, editable=False)),
                (
                    "introduction",
                    wagtail.fields.RichTextField(blank=True, verbose_name="introduction"),
                ),
                (
                    "insights",
                    wagtail.fields.StreamField(
                        [
                            ("paragraph", 0),
                            ("finding", 4),
                            ("quote", 6),
                            ("notes_picture", 9),
                            ("resource", 14),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("wagtail_lift.blocks.ParagraphBlock", (), {}),
                            1: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            2: (
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
                            3: (
                                "wagtail_lift.blocks.AnsweredQuestionsBlock",
                                (),
                                {"required": False},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 1), ("text", 2), ("questions", 3)]],
                                {},
                            ),
                            5: ("wagtail.blocks.TextBlock", (), {}),
                            6: ("wagtail.blocks.StructBlock", [[("text", 5), ("credit", 1)]], {}),
                            7: ("wagtail.images.blocks.ImageBlock", [], {}),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 300, "required": False},
                            ),
                            9: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 7), ("caption", 8), ("long_description", 5)]],
                                {},
                            ),
                            10: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"default": "", "required": False},
                            ),
                            11: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            12: ("wagtail.blocks.PageChooserBlock", (), {"required": False}),
                            13: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"required": False},
                            ),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 1),
                                        ("description", 10),
                                        ("url", 11),
                                        ("page", 12),
                                        ("document", 13),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="insights",
                    ),
                ),
                (
                    "people_count",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="people"),
                ),
                (
                    "organisations_count",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="organisations"
                    ),
                ),
                (
                    "stories_count",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="stories"),
                ),
                (
                    "resources",
                    wagtail.fields.StreamField(
                        [("resource", 5)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            1: ("wagtail.blocks.TextBlock", (), {"default": "", "required": False}),
                            2: ("wagtail.blocks.URLBlock", (), {"default": "", "required": False}),
                            3: ("wagtail.blocks.PageChooserBlock", (), {"required": False}),
                            4: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"required": False},
                            ),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("description", 1),
                                        ("url", 2),
                                        ("page", 3),
                                        ("document", 4),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="resources",
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
                        verbose_name="recordings and other materials",
                    ),
                ),
                (
                    "guide",
                    wagtail.fields.StreamField(
                        [
                            ("purpose", 0),
                            ("preparation", 2),
                            ("handouts", 6),
                            ("agreements", 7),
                            ("round", 15),
                            ("break", 16),
                            ("closing", 17),
                            ("harvest", 18),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("wagtail_lift.blocks.PurposeBlock", (), {}),
                            1: ("wagtail.blocks.CharBlock", (), {"max_length": 300}),
                            2: ("wagtail_lift.blocks.PreparationBlock", (1,), {}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"default": "", "max_length": 200, "required": False},
                            ),
                            4: ("wagtail.documents.blocks.DocumentChooserBlock", (), {}),
                            5: ("wagtail.blocks.ListBlock", (4,), {"min_num": 1}),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 3), ("documents", 5)]],
                                {},
                            ),
                            7: ("wagtail_lift.blocks.AgreementsBlock", (1,), {}),
                            8: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                            9: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 600, "min_value": 1},
                            ),
                            10: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"max_value": 600, "min_value": 1, "required": False},
                            ),
                            11: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"default": False, "required": False},
                            ),
                            12: (
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
                            13: ("wagtail.blocks.ListBlock", (1,), {"default": []}),
                            14: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"default": "", "required": False},
                            ),
                            15: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 8),
                                        ("minutes", 9),
                                        ("minutes_each", 10),
                                        ("can_be_left_out", 11),
                                        ("what_to_say", 12),
                                        ("prompts", 13),
                                        ("host_tip", 14),
                                    ]
                                ],
                                {},
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 3), ("minutes", 9)]],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 3), ("minutes", 9), ("what_to_say", 12)]],
                                {},
                            ),
                            18: ("wagtail_lift.blocks.HarvestBlock", (), {}),
                        },
                        verbose_name="DIY event guide",
                    ),
                ),
                (
                    "group_size_from",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="people, at least",
                    ),
                ),
                (
                    "group_size_to",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="people, at most",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.Licence.as_choices,
                        default="cc-by-4.0",
                        max_length=20,
                        verbose_name="licence",
                    ),
                ),
                (
                    "licence_text",
                    models.TextField(
                        blank=True,
                        help_text="How others may use this pack.",
                        verbose_name="licence, in our own words",
                    ),
                ),
                ("citation", models.TextField(blank=True, verbose_name="how to cite")),
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
                    "event",
                    models.ForeignKey(
                        blank=True,
                        help_text="Taken from the page above if the pack is made below an event.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="event",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty if the pack is about the event as a whole.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtail_lift.meeting",
                        verbose_name="about one date",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(
                wagtail_lift.publishing.unread_texts.UnreadTextsMixin,
                "wagtailcore.page",
                models.Model,
            ),
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
            name="Season",
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
                    "introduction",
                    wagtail.fields.RichTextField(blank=True, verbose_name="introduction"),
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
                        verbose_name="body",
                    ),
                ),
                (
                    "default_timezone",
                    models.CharField(
                        blank=True,
                        help_text="Copied to each new event; changing it later changes no event.",
                        max_length=64,
                        verbose_name="time zone for new events",
                    ),
                ),
                (
                    "default_currency",
                    models.CharField(
                        blank=True,
                        help_text="Three letters, for example EUR or GBP. Copied to each event that names an amount; changing it later changes no event.",
                        max_length=3,
                        verbose_name="currency for new events",
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
                    "event_template",
                    models.ForeignKey(
                        blank=True,
                        help_text="An event of this programme, or a draft: new events start with its texts, hosts, place, times and booking. Changing it later changes no event.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="template of new events",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(
                wagtail_lift.publishing.unread_texts.UnreadTextsMixin,
                "wagtailcore.page",
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="Supper",
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
            name="SupperHost",
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
                        to="seasons.supper",
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
    ]
