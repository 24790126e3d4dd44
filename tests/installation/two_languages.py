"""What a started site in English and German has before the package comes; run in the site.

A home page in each language, a section below each, and somebody in the group of moderators.
"""

import sys

SETTINGS = """
INSTALLED_APPS += ["wagtail.locales", "wagtail.contrib.simple_translation"]
MIDDLEWARE += ["django.middleware.locale.LocaleMiddleware"]
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("de", "German")]
WAGTAIL_I18N_ENABLED = True
"""

ADDRESSES = """
from django.conf.urls.i18n import i18n_patterns

urlpatterns = urlpatterns[:-1] + i18n_patterns(urlpatterns[-1])
"""


def main() -> None:
    """Make the pages and the person; print the id of the English section."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from home.models import HomePage
    from wagtail.models import Locale, Site

    home = Site.objects.get(is_default_site=True).root_page.specific
    section = home.add_child(instance=HomePage(title="Section", slug="section"))
    german = Locale.objects.create(language_code="de")
    for page, title, slug in ((home, "Start", "start"), (section, "Bereich", "bereich")):
        translation = page.copy_for_translation(german)
        translation.title, translation.slug = title, slug
        translation.save_revision().publish()
    moderator = get_user_model().objects.create_user("moderator", password="pass")
    moderator.groups.add(Group.objects.get(name="Moderators"))
    sys.stdout.write(f"{section.pk}\n")
