import wagtail.fields
import wagtail_lift.enums.choices
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_lift_pages", "0005_event_agenda"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventpage",
            name="hours",
            field=models.CharField(
                choices=wagtail_lift.enums.choices.Hours.as_choices,
                default="start_and_end",
                help_text="With an open end, the event counts as over two hours after its start.",
                max_length=20,
                verbose_name="times",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="added_dates",
            field=wagtail.fields.StreamField(
                [("date", 4)],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.DateBlock", (), {}),
                    1: ("wagtail.blocks.TimeBlock", (), {"required": False}),
                    2: ("wagtail.blocks.DateBlock", (), {"required": False}),
                    3: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {"choices": wagtail_lift.enums.choices.Hours.as_choices, "required": False},
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
    ]
