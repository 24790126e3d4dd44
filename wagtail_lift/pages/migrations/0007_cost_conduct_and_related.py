import django.db.models.deletion
import wagtail.fields
import wagtail_lift.enums.choices
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_lift_pages", "0006_hours"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="eventindexpage",
            name="conduct_page",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
                verbose_name="page with the code of conduct",
            ),
        ),
        migrations.AddField(
            model_name="eventindexpage",
            name="conduct_url",
            field=models.URLField(blank=True, verbose_name="code of conduct on another website"),
        ),
        migrations.AddField(
            model_name="eventindexpage",
            name="default_currency",
            field=models.CharField(
                blank=True,
                help_text="Three letters, for example EUR or GBP. Copied to each event that names an amount; changing it later changes no event.",
                max_length=3,
                verbose_name="currency for new events",
            ),
        ),
        migrations.AddField(
            model_name="eventindexpage",
            name="safeguarding_email",
            field=models.EmailField(
                blank=True, max_length=254, verbose_name="e-mail of the safeguarding contact"
            ),
        ),
        migrations.AddField(
            model_name="eventindexpage",
            name="safeguarding_name",
            field=models.CharField(blank=True, max_length=200, verbose_name="safeguarding contact"),
        ),
        migrations.AddField(
            model_name="eventindexpage",
            name="safeguarding_phone",
            field=models.CharField(
                blank=True, max_length=50, verbose_name="phone number of the safeguarding contact"
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="child_care",
            field=models.BooleanField(default=False, verbose_name="Child care"),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="conduct_page",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
                verbose_name="page with the code of conduct",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="conduct_url",
            field=models.URLField(blank=True, verbose_name="code of conduct on another website"),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="cost_amount",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="amount"
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="cost_currency",
            field=models.CharField(blank=True, max_length=3, verbose_name="currency"),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="cost_kind",
            field=models.CharField(
                blank=True,
                choices=wagtail_lift.enums.choices.CostKind.as_choices,
                default="",
                max_length=20,
                verbose_name="cost",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="cost_note",
            field=models.CharField(blank=True, max_length=255, verbose_name="about the cost"),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="cost_up_to",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="up to"
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="cost_url",
            field=models.URLField(
                blank=True, verbose_name="address of the page where people pay or donate"
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="related_events",
            field=wagtail.fields.StreamField(
                [("event", 0)],
                blank=True,
                block_lookup={
                    0: ("wagtail_lift.blocks.EventChooserBlock", (), {"required": False})
                },
                help_text="Other events that readers may like. Those that are not public are left out.",
                verbose_name="related events",
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="safeguarding_email",
            field=models.EmailField(
                blank=True, max_length=254, verbose_name="e-mail of the safeguarding contact"
            ),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="safeguarding_name",
            field=models.CharField(blank=True, max_length=200, verbose_name="safeguarding contact"),
        ),
        migrations.AddField(
            model_name="eventpage",
            name="safeguarding_phone",
            field=models.CharField(
                blank=True, max_length=50, verbose_name="phone number of the safeguarding contact"
            ),
        ),
    ]
