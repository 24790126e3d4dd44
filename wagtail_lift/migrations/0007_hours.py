import wagtail_lift.enums.choices
import wagtail_lift.models.fields.hours
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_lift", "0006_host_links_and_reminders"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventoccurrence",
            name="hours",
            field=wagtail_lift.models.fields.hours.HoursField(
                choices=wagtail_lift.enums.choices.Hours.as_choices,
                default="start_and_end",
                editable=False,
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="eventoccurrence",
            name="previous_hours",
            field=wagtail_lift.models.fields.hours.HoursField(
                choices=wagtail_lift.enums.choices.Hours.as_choices,
                default="start_and_end",
                editable=False,
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="moved_hours",
            field=wagtail_lift.models.fields.hours.HoursField(
                choices=wagtail_lift.enums.choices.Hours.as_choices,
                default="start_and_end",
                editable=False,
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="planned_hours",
            field=wagtail_lift.models.fields.hours.HoursField(
                choices=wagtail_lift.enums.choices.Hours.as_choices,
                default="start_and_end",
                editable=False,
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="previous_hours",
            field=wagtail_lift.models.fields.hours.HoursField(
                choices=wagtail_lift.enums.choices.Hours.as_choices,
                default="start_and_end",
                editable=False,
                max_length=20,
            ),
        ),
    ]
