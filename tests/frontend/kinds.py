"""One page of each kind that the front end has, by what it is called in the tests."""

from tests.frontend.running import Running

OPEN = "/conversations/open-events/"
PACK = f"{OPEN}sharing-the-load/what-we-carry/"

FROM_CMS = {
    "list": "/conversations/",
    "programme": OPEN,
    "event": f"{OPEN}tea-and-talk-on-the-towpath/",
    "month": "",
    "host": f"{OPEN}hosts/wren-adeyemi/",
    "host without events": "/conversations/topic-led/hosts/michael-west/",
    "packs": "/conversations/insights/",
    "pack": PACK,
    "guide": f"{PACK}guide/",
    "date": "",
    "filters": "/conversations/?tag=food&when=upcoming",
}
"""Pages that the CMS has as well, at the same paths."""

OF_ITS_OWN = {"home": "/", "search": "/search/?q=compassion", "nothing found": "/search/?q=qqq"}

KINDS = (*FROM_CMS, *OF_ITS_OWN)


def path_of(kind: str, running: Running) -> str:
    """Return the path of a page of this kind; those that depend on the day are looked up."""
    if kind == "month":
        month = running.api("events/months/?programme=/conversations/")["next"]
        return f"/conversations/calendar/{month['year']}/{month['month']:02}/"
    if kind == "date":
        table = next(
            card for card in running.api("events/?q=kitchen")["items"] if card["more_dates"] > 1
        )
        later = running.api(f"events/{table['id']}/dates/")["items"][1]
        return later["url"].removeprefix(running.url)
    return {**FROM_CMS, **OF_ITS_OWN}[kind]
