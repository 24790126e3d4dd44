import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_lift', '0004_venues'),
        ('wagtail_lift_pages', '0002_join_link_by_booking'),
    ]

    operations = [
        migrations.AddField(
            model_name='eventpage',
            name='accessible_parking',
            field=models.BooleanField(default=False, verbose_name='Accessible parking'),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='accessible_toilet',
            field=models.BooleanField(default=False, verbose_name='Accessible toilet'),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='venue',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtail_lift.venue', verbose_name='saved venue'),
        ),
    ]
