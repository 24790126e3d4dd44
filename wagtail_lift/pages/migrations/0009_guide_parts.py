import django.core.validators
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_lift_pages", "0008_materials_and_updates"),
    ]

    operations = [
        migrations.AddField(
            model_name="insightspack",
            name="group_size_from",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="people, at least",
            ),
        ),
        migrations.AddField(
            model_name="insightspack",
            name="group_size_to",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="people, at most",
            ),
        ),
        migrations.AddField(
            model_name="insightspack",
            name="stands_alone",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AlterField(
            model_name="insightspack",
            name="guide",
            field=wagtail.fields.StreamField(
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
                    6: ("wagtail.blocks.StructBlock", [[("title", 3), ("documents", 5)]], {}),
                    7: ("wagtail_lift.blocks.AgreementsBlock", (1,), {}),
                    8: ("wagtail.blocks.CharBlock", (), {"max_length": 200}),
                    9: ("wagtail.blocks.IntegerBlock", (), {"max_value": 600, "min_value": 1}),
                    10: (
                        "wagtail.blocks.IntegerBlock",
                        (),
                        {"max_value": 600, "min_value": 1, "required": False},
                    ),
                    11: ("wagtail.blocks.BooleanBlock", (), {"default": False, "required": False}),
                    12: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": ["bold", "italic", "link", "document-link", "ol", "ul"],
                            "required": False,
                        },
                    ),
                    13: ("wagtail.blocks.ListBlock", (1,), {"default": []}),
                    14: ("wagtail.blocks.TextBlock", (), {"default": "", "required": False}),
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
                    16: ("wagtail.blocks.StructBlock", [[("title", 3), ("minutes", 9)]], {}),
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
    ]
