import django.core.validators
import wagtail_lift.enums.choices
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_lift_pages", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="eventpage",
            name="join_link_minutes",
            field=models.PositiveSmallIntegerField(
                default=15,
                help_text="How long before the start the link is shown, where everyone sees it.",
                validators=[django.core.validators.MaxValueValidator(20160)],
                verbose_name="minutes before the start",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="join_link_rule",
            field=models.CharField(
                choices=wagtail_lift.enums.choices.JoinLinkRule.as_choices,
                default="by_booking",
                max_length=20,
                verbose_name="who gets the join link",
            ),
        ),
    ]
