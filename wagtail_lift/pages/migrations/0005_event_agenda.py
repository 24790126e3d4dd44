import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_lift_pages", "0004_event_template"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventpage",
            name="agenda",
            field=wagtail.fields.StreamField(
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
                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
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
                    14: ("wagtail.blocks.StructBlock", [[("number", 13), ("title", 3)]], {}),
                },
                help_text="What readers see of the day: sessions, breaks, speakers. The running order, on the tab “For facilitators”, is another thing: readers never see it.",
                verbose_name="agenda",
            ),
        ),
    ]
