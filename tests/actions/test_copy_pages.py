"""What is left of insights packs in copies and translations."""

from wagtail.models import Locale

from tests.factories import make_event, make_pack, make_programme
from wagtail_lift.actions import discard_copied_packs, keep_event
from wagtail_lift.models import InsightsPack


def test_discard_copied_packs_deletes_those_below_a_copy_only(home):
    event = make_event(make_programme(home))
    pack = make_pack(event)

    assert discard_copied_packs(home) == 1
    assert not InsightsPack.objects.filter(pk=pack.pk).exists()


def test_keep_event_copes_with_a_translation_without_revisions(home):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    pack = make_pack(make_event(make_programme(home)))
    translation = InsightsPack.objects.get(
        pk=pack.copy_for_translation(french, copy_parents=True).pk
    )
    translation.event, translation.latest_revision = None, None
    translation.save(clean=False)

    keep_event(pack, translation)

    assert InsightsPack.objects.get(pk=translation.pk).event_id == pack.event_id
