"""Note which pages have another address since a site has another name, port or root."""

from typing import Any

from wagtail.models import Site

from ...extension import Touched
from ..models import Change
from .subjects import HOST, name_of_page, public_hosts, public_pages
from .touches import follow


def follow_site(*, raw: bool = False, **signal: Any) -> None:
    """Note the pages to which the log gives another URL than they have now, and then all hosts.

    Receives ``post_save`` and ``post_delete`` of ``Site``. Reads every public page: a site is
    seldom changed.
    """
    if raw:
        return
    Site.clear_site_root_paths_cache()  # Wagtail's own receiver may come later
    latest = Change.objects.filter(is_latest=True, is_removal=False)
    rows = latest.exclude(subject__startswith=f"{HOST}:").values_list("subject", "identity")
    told = {name: identity["url"] for name, identity in rows}
    if not told:
        return
    now = {name_of_page(p.pk): p for p in public_pages().select_related("locale")}
    moved = {page.pk for name, page in now.items() if told.get(name) != page.full_url}
    if moved:
        hosts = public_hosts().values_list("translation_key", flat=True)
        follow(Touched(pages=frozenset(moved), hosts=frozenset(hosts)))
