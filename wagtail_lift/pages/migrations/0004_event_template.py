import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_lift_pages", "0003_venues_and_access"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="eventindexpage",
            name="event_template",
            field=models.ForeignKey(
                blank=True,
                help_text="An event of this programme, or a draft: new events start with its texts, hosts, place, times and booking. Changing it later changes no event.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
                verbose_name="template of new events",
            ),
        ),
    ]
