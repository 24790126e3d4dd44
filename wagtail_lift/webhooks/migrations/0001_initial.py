import django.db.models.deletion
import django.utils.timezone
import uuid
import wagtail_lift.webhooks.enums
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ChangeLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("last_number", models.PositiveBigIntegerField(default=0)),
                ("pruned_to", models.PositiveBigIntegerField(default=0)),
                ("clock_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "log of changes",
                "verbose_name_plural": "logs of changes",
            },
        ),
        migrations.CreateModel(
            name="Endpoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "url",
                    models.CharField(
                        help_text="Where the messages are sent. It begins with https://.",
                        max_length=1000,
                        verbose_name="address",
                    ),
                ),
                (
                    "types",
                    models.JSONField(blank=True, default=list, verbose_name="what it is told"),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="While it is not active nothing is sent; what waits is kept.",
                        verbose_name="active",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="created"
                    ),
                ),
            ],
            options={
                "verbose_name": "webhook",
                "verbose_name_plural": "webhooks",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Touch",
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
                        choices=wagtail_lift.webhooks.enums.SubjectKind.as_choices, max_length=10
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("is_move", models.BooleanField(default=False)),
                ("touched_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "touch",
                "verbose_name_plural": "touches",
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("uid", models.UUIDField(default=uuid.uuid4, unique=True)),
                (
                    "type",
                    models.CharField(
                        choices=wagtail_lift.webhooks.enums.ChangeType.as_choices, max_length=40
                    ),
                ),
                ("subject", models.CharField(max_length=80)),
                ("identity", models.JSONField()),
                ("url_path", models.TextField(blank=True)),
                ("title_print", models.CharField(blank=True, max_length=16)),
                ("addresses", models.JSONField(default=list)),
                ("rebuild", models.JSONField(default=list)),
                ("date_uid", models.UUIDField(null=True)),
                ("date_param", models.CharField(blank=True, max_length=64)),
                ("instant_key", models.CharField(max_length=200, null=True, unique=True)),
                ("happened_at", models.DateTimeField()),
                ("is_latest", models.BooleanField(default=True)),
                ("is_removal", models.BooleanField(default=False)),
                ("is_withheld", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "ordering": ["number"],
                "indexes": [
                    models.Index(fields=["subject", "is_latest"], name="lift_change_subject"),
                    models.Index(fields=["happened_at"], name="lift_change_happened"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EndpointSecret",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("secret", models.CharField(max_length=100)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("shown_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                (
                    "endpoint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="secrets",
                        to="wagtail_lift_webhooks.endpoint",
                    ),
                ),
            ],
            options={
                "verbose_name": "secret of a webhook",
                "verbose_name_plural": "secrets of webhooks",
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("type", models.CharField(max_length=40, verbose_name="what happened")),
                ("subject", models.CharField(blank=True, max_length=80)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="created"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=wagtail_lift.webhooks.enums.DeliveryState.as_choices,
                        default="waiting",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                (
                    "due_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="next attempt"
                    ),
                ),
                ("claim", models.UUIDField(null=True)),
                ("claimed_until", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True, verbose_name="finished")),
                ("status_code", models.PositiveSmallIntegerField(null=True, verbose_name="answer")),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=wagtail_lift.webhooks.enums.Fault.as_choices,
                        max_length=40,
                        verbose_name="fault",
                    ),
                ),
                (
                    "change",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="wagtail_lift_webhooks.change",
                    ),
                ),
                (
                    "endpoint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="wagtail_lift_webhooks.endpoint",
                        verbose_name="webhook",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(fields=["state", "due_at"], name="lift_delivery_due"),
                    models.Index(
                        fields=["endpoint", "subject", "state"], name="lift_delivery_order"
                    ),
                ],
            },
        ),
    ]
