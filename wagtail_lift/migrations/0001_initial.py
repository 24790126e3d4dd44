import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import modelcluster.contrib.taggit
import modelcluster.fields
import modelsearch.index
import uuid
import wagtail.fields
import wagtail.models.preview
import wagtail_lift.enums.choices
import wagtail_lift.enums.messages
import wagtail_lift.enums.status
import wagtail_lift.models.fields.derived
import wagtail_lift.models.fields.location
import wagtail_lift.models.fields.wall_clock
from django.conf import settings
from wagtail.images import get_image_model_string
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_LIFT_HOSTPROFILE_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Audience",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True, max_length=100, unique=True, verbose_name="slug"
                    ),
                ),
            ],
            options={
                "verbose_name": "audience",
                "verbose_name_plural": "audiences",
            },
        ),
        migrations.CreateModel(
            name="EventOccurrence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_public", models.BooleanField(default=True)),
                ("title", models.CharField(max_length=255)),
                ("summary", models.TextField(blank=True)),
                ("lead_image_alt_text", models.CharField(blank=True, max_length=255)),
                ("host_names", models.TextField(blank=True)),
                ("date_key", models.CharField(max_length=64)),
                ("date_param", models.CharField(blank=True, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=wagtail_lift.enums.status.MeetingState.as_choices, max_length=20
                    ),
                ),
                ("public_note", models.CharField(blank=True, max_length=500)),
                ("starts_at", models.DateTimeField(null=True)),
                ("ends_at", models.DateTimeField(null=True)),
                ("previous_starts_at", models.DateTimeField(null=True)),
                ("timezone", models.CharField(max_length=64)),
                (
                    "listed_at",
                    wagtail_lift.models.fields.derived.ListedAtField(
                        default=datetime.datetime(9999, 1, 1, 0, 0, tzinfo=datetime.timezone.utc),
                        editable=False,
                    ),
                ),
                (
                    "takes",
                    wagtail_lift.models.fields.derived.TakesField(
                        default=datetime.timedelta(0), editable=False
                    ),
                ),
                (
                    "attendance_mode",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.AttendanceMode.as_choices, max_length=20
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=500)),
                ("location", wagtail_lift.models.fields.location.LocationField()),
                (
                    "booking_mode",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.BookingMode.as_choices, max_length=20
                    ),
                ),
                ("booking_opens_at", models.DateTimeField(null=True)),
                ("booking_closes_at", models.DateTimeField(null=True)),
                (
                    "places",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.BookingPlaces.as_choices, max_length=20
                    ),
                ),
                ("pack_opens_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                ("entry_timezone", models.CharField(blank=True, max_length=64)),
                ("entry_version", models.PositiveSmallIntegerField(null=True)),
                ("entry_fingerprint", models.BigIntegerField(null=True)),
                ("entry_changed_at", models.DateTimeField(null=True)),
                (
                    "lead_image",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                    ),
                ),
                (
                    "pack",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="lift_pack_occurrences",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lift_occurrences",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "occurrence",
                "verbose_name_plural": "occurrences",
            },
        ),
        migrations.CreateModel(
            name="PackOpening",
            fields=[
                (
                    "pack",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="lift_pack_opening",
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "opening of an insights pack",
                "verbose_name_plural": "openings of insights packs",
            },
        ),
        migrations.CreateModel(
            name="HostProfile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="has unpublished changes"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
                ),
                (
                    "expire_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
                ),
                (
                    "expired",
                    models.BooleanField(default=False, editable=False, verbose_name="expired"),
                ),
                (
                    "locked",
                    models.BooleanField(default=False, editable=False, verbose_name="locked"),
                ),
                (
                    "locked_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.HostKind.as_choices,
                        default="person",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        max_length=200,
                        null=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "honorific",
                    models.CharField(
                        blank=True,
                        help_text="Professor, Dr, Dame …",
                        max_length=60,
                        verbose_name="honorific",
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=200, verbose_name="role")),
                (
                    "organisation",
                    models.CharField(blank=True, max_length=200, verbose_name="organisation"),
                ),
                ("pronouns", models.CharField(blank=True, max_length=60, verbose_name="pronouns")),
                ("biography", wagtail.fields.RichTextField(blank=True, verbose_name="biography")),
                (
                    "photo_alt_text",
                    models.CharField(blank=True, max_length=255, verbose_name="photo, in words"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                (
                    "links",
                    wagtail.fields.StreamField(
                        [("link", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"max_length": 100}),
                            1: ("wagtail.blocks.URLBlock", (), {}),
                            2: ("wagtail.blocks.StructBlock", [[("label", 0), ("url", 1)]], {}),
                        },
                        verbose_name="links",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="For the organisers only; never shown.",
                        max_length=254,
                        verbose_name="private e-mail",
                    ),
                ),
                (
                    "declines_recording",
                    models.BooleanField(default=False, verbose_name="does not want to be recorded"),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        default=False,
                        help_text="Without it the person is not shown in public, in any language. Withdrawing it takes effect at once, even in a draft; giving it takes effect when the profile is published.",
                        verbose_name="has agreed to be listed",
                    ),
                ),
                (
                    "consent_given_by",
                    models.CharField(blank=True, max_length=200, verbose_name="agreement given by"),
                ),
                (
                    "consent_given_on",
                    models.DateField(blank=True, null=True, verbose_name="agreement given on"),
                ),
                ("consent_version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="photo",
                    ),
                ),
                (
                    "tags",
                    modelcluster.contrib.taggit.ClusterTaggableManager(
                        blank=True,
                        help_text="A comma-separated list of tags.",
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
            ],
            options={
                "verbose_name": "host",
                "verbose_name_plural": "hosts",
                "ordering": ["name", "pk"],
                "abstract": False,
                "swappable": "WAGTAIL_LIFT_HOSTPROFILE_MODEL",
                "unique_together": {("translation_key", "locale")},
            },
            bases=(
                wagtail.models.preview.PreviewableMixin,
                modelsearch.index.Indexed,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="CalendarEntry",
            fields=[
                (
                    "occurrence",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="calendar_entry",
                        serialize=False,
                        to="wagtail_lift.eventoccurrence",
                    ),
                ),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "calendar entry",
                "verbose_name_plural": "calendar entries",
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=255)),
                ("plan", models.JSONField(blank=True, default=dict)),
                ("next_date", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
        ),
        migrations.CreateModel(
            name="EventFacet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.FacetKind.as_choices, max_length=20
                    ),
                ),
                ("value", models.CharField(max_length=200)),
                ("label", models.CharField(max_length=200)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lift_facets",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "facet",
                "verbose_name_plural": "facets",
            },
        ),
        migrations.CreateModel(
            name="EventPageLink",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="lift_event_link",
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="page_links",
                        to="wagtail_lift.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "page of an event",
                "verbose_name_plural": "pages of events",
            },
        ),
        migrations.CreateModel(
            name="HostTag",
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
                        related_name="tagged_host_items",
                        to=settings.WAGTAIL_LIFT_HOSTPROFILE_MODEL,
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
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "date_key",
                    models.CharField(
                        blank=True, default="", max_length=26, verbose_name="date key"
                    ),
                ),
                (
                    "uid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="UID"
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="sequence"),
                ),
                (
                    "timezone",
                    models.CharField(default="UTC", max_length=64, verbose_name="time zone"),
                ),
                (
                    "planned_end",
                    wagtail_lift.models.fields.wall_clock.WallClockField(
                        blank=True, max_length=26, null=True
                    ),
                ),
                (
                    "moved_start",
                    wagtail_lift.models.fields.wall_clock.WallClockField(
                        blank=True, max_length=26, null=True
                    ),
                ),
                (
                    "moved_end",
                    wagtail_lift.models.fields.wall_clock.WallClockField(
                        blank=True, max_length=26, null=True
                    ),
                ),
                (
                    "previous_start",
                    wagtail_lift.models.fields.wall_clock.WallClockField(
                        blank=True, max_length=26, null=True
                    ),
                ),
                ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="starts")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="ends")),
                (
                    "has_own_location",
                    models.BooleanField(default=False, verbose_name="takes place elsewhere"),
                ),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=wagtail_lift.enums.messages.Problem.as_choices,
                        max_length=40,
                        verbose_name="problem",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=wagtail_lift.enums.status.MeetingState.as_choices,
                        default="scheduled",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "public_note",
                    models.CharField(blank=True, max_length=500, verbose_name="public note"),
                ),
                (
                    "moved_starts_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="moved to"),
                ),
                (
                    "moved_ends_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="moved until"),
                ),
                (
                    "previous_starts_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="was to start"),
                ),
                (
                    "booking_mode",
                    models.CharField(
                        blank=True,
                        choices=wagtail_lift.enums.choices.BookingMode.as_choices,
                        max_length=20,
                        verbose_name="booking",
                    ),
                ),
                (
                    "booking_opens_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="booking opens"),
                ),
                (
                    "booking_closes_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="booking closes"),
                ),
                (
                    "places",
                    models.CharField(
                        choices=wagtail_lift.enums.choices.BookingPlaces.as_choices,
                        default="available",
                        max_length=20,
                        verbose_name="places",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
                (
                    "modified_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="modified"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="wagtail_lift.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "date",
                "verbose_name_plural": "dates",
                "ordering": [
                    models.OrderBy(
                        django.db.models.functions.comparison.Coalesce(
                            "moved_starts_at", "starts_at"
                        ),
                        descending=True,
                    ),
                    "pk",
                ],
            },
        ),
        migrations.AddField(
            model_name="eventoccurrence",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="occurrences",
                to="wagtail_lift.meeting",
            ),
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("identity", models.CharField(max_length=64)),
                ("number", models.PositiveIntegerField(null=True)),
                ("text", models.TextField(blank=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="wagtail_lift.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "questions",
            },
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["next_date"], name="lift_event_next_date"),
        ),
        migrations.AddIndex(
            model_name="eventfacet",
            index=models.Index(fields=["kind", "value"], name="lift_facet_value"),
        ),
        migrations.AddConstraint(
            model_name="eventfacet",
            constraint=models.UniqueConstraint(
                fields=("page", "kind", "value"), name="lift_facet_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("event", "date_key"), name="lift_meeting_identity"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("moved_ends_at__isnull", True), ("moved_starts_at__isnull", True)),
                    models.Q(
                        ("moved_ends_at__isnull", False),
                        ("moved_starts_at__isnull", False),
                        ("moved_starts_at__lt", models.F("moved_ends_at")),
                    ),
                    _connector="OR",
                ),
                name="lift_meeting_changed_order",
            ),
        ),
        migrations.AddIndex(
            model_name="eventoccurrence",
            index=models.Index(fields=["starts_at", "ends_at"], name="lift_occurrence_starts"),
        ),
        migrations.AddIndex(
            model_name="eventoccurrence",
            index=models.Index(fields=["ends_at", "starts_at"], name="lift_occurrence_ends"),
        ),
        migrations.AddIndex(
            model_name="eventoccurrence",
            index=models.Index(fields=["listed_at", "id"], name="lift_occurrence_listed"),
        ),
        migrations.AddIndex(
            model_name="eventoccurrence",
            index=models.Index(fields=["page", "listed_at"], name="lift_occurrence_page_listed"),
        ),
        migrations.AddIndex(
            model_name="eventoccurrence",
            index=models.Index(fields=["takes"], name="lift_occurrence_takes"),
        ),
        migrations.AddIndex(
            model_name="eventoccurrence",
            index=models.Index(fields=["expires_at"], name="lift_occurrence_expires"),
        ),
        migrations.AddIndex(
            model_name="eventoccurrence",
            index=models.Index(
                fields=[
                    "page",
                    "is_public",
                    "ends_at",
                    "starts_at",
                    "state",
                    "entry_version",
                    "entry_fingerprint",
                    "entry_changed_at",
                ],
                name="lift_occurrence_calendar",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventoccurrence",
            constraint=models.UniqueConstraint(
                fields=("page", "meeting"), name="lift_occurrence_page_meeting"
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                fields=("event", "identity"), name="lift_question_identity"
            ),
        ),
    ]
