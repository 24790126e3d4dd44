"""The site on which tests stand. The test projects use it too: no page type is imported here."""

from wagtail.models import Collection, Locale, Page, Site


def make_locale() -> Locale:
    """Return the default locale, made anew after a test that flushed the database."""
    return Locale.objects.get_or_create(language_code="en")[0]


def make_root() -> Page:
    """Return the root of the page tree, made anew after a test that flushed the database."""
    if not Collection.get_first_root_node():
        Collection.add_root(name="Root")
    root = Page.get_first_root_node()
    return root or Page.add_root(instance=Page(title="Root", slug="root", locale=make_locale()))


def make_home() -> Page:
    """Return the home page of the only site, served at ``testserver``, made where it is missing."""
    root = make_root()
    known = Page.objects.child_of(root).filter(slug="test-home").first()
    if known:
        return known
    page = root.add_child(instance=Page(title="Home", slug="test-home", locale=root.locale))
    Site.objects.all().delete()
    Site.objects.create(
        hostname="testserver",
        site_name="Conversations",
        root_page=page,
        is_default_site=True,
    )
    return page


def forget_home() -> None:
    """Put back the only site and its page as Wagtail's own migrations leave them."""
    Page.objects.filter(slug="test-home").first().delete()
    welcome = Page.objects.get(slug="home", depth=2)
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
