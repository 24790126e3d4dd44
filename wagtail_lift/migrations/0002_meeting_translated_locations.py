from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_lift", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="translated_locations",
            field=models.JSONField(editable=False, null=True),
        ),
    ]
