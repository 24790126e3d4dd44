"""With image, document and user models of the site's own."""

from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageLogEntry

from tests.projects.own_models.media.models import Paper, Picture
from tests.projects.own_models.people.models import Member
from wagtail_lift.models import EventPage, HostProfile


def test_event_shows_pictures_and_documents_of_the_sites_own_models(client, programme):
    picture = Picture.objects.create(title="Faces", file=get_test_image_file())
    paper = Paper.objects.create(title="Handout", file=ContentFile(b"Read me", "handout.txt"))
    HostProfile.objects.update(photo=picture)
    picture.contextual_alt_text, picture.decorative = "Faces", False
    event = EventPage.objects.get(title="Kindness at work")
    event.lead_image = picture
    event.body = [
        ("image", {"image": picture, "caption": ""}),
        ("documents", {"title": "", "documents": [paper]}),
    ]
    event.save_revision().publish()

    shown = client.get(event.url).text
    listing = client.get(programme.url).context_data["listing"]

    assert shown.count("images/") >= 3
    assert paper.url in shown
    assert listing.upcoming.items[0].lead_image.pk == picture.pk


def test_what_was_done_names_the_sites_own_user(editor, programme):
    (entry,) = PageLogEntry.objects.filter(page=programme.pk, action="wagtail.create")

    assert entry.user == Member.objects.get(email="editor@example.org")
