"""Delete what the package brought, so that the site works without it."""

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction
from wagtail.models import ReferenceIndex, Revision, WorkflowState

from ..models import Audience, Event, Meeting, Venue, get_host_model
from .contents import log_entries
from .ours import on_our_types, our_apps, our_labels, our_pages


def remove_contents() -> None:
    """Delete pages, hosts, events and all that Wagtail keeps about them; all of it or nothing.

    Ask ``obstacles()`` first: pages of other types below ours would be deleted with them.
    """
    with transaction.atomic():
        _delete_log()  # before the pages are gone that tell which entries are meant
        for page in our_pages():
            page.specific.delete()
        for host in get_host_model()._default_manager.all():
            host.delete()
        for venue in Venue.objects.all():
            venue.delete()
        Meeting.objects.all().delete()
        Event.objects.all().delete()
        Audience.objects.all().delete()
        _delete_log()  # what the deletions have logged
        _forget()


def _delete_log() -> None:
    for entries in log_entries():
        entries.delete()


def _forget() -> None:
    """Delete what refers to a row by its content type, without a foreign key to it."""
    of_ours = on_our_types("content_type", "base_content_type")
    Revision.objects.filter(of_ours).delete()
    WorkflowState.objects.filter(of_ours).delete()
    ReferenceIndex.objects.filter(of_ours | on_our_types("to_content_type")).delete()


def remove_tables() -> None:
    """Drop our tables, and delete our content types with the permissions on them.

    Nothing may ask for our models afterwards in this process: it would make a content type anew.
    """
    labels = our_labels()
    for config in our_apps():
        call_command("migrate", config.label, "zero", verbosity=0, interactive=False)
    ContentType.objects.filter(app_label__in=labels).delete()
    ContentType.objects.clear_cache()
