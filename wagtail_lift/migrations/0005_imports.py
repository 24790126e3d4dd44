import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("wagtail_lift", "0004_venues"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("page_type", models.CharField(max_length=201)),
                ("name", models.CharField(max_length=255)),
                ("content", models.BinaryField()),
                ("columns", models.JSONField(default=list)),
                ("is_to_publish", models.BooleanField(default=False)),
                ("uploaded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "file to import",
                "verbose_name_plural": "files to import",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ImportOrigin",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="import_origin",
                        serialize=False,
                        to="wagtail_lift.event",
                    ),
                ),
                ("uid", models.CharField(max_length=255)),
                ("told", models.JSONField(default=dict)),
                ("imported_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "origin of an imported event",
                "verbose_name_plural": "origins of imported events",
                "default_permissions": (),
                "indexes": [models.Index(fields=["uid"], name="lift_import_uid")],
            },
        ),
    ]
