"""One event, one pack, one host through GraphQL."""

import json
from datetime import timedelta

from tests.agendas import agenda, session, together
from tests.factories import make_event, make_host, make_pack, make_venue, when
from wagtail_lift.pages.models import EventPage


def test_event_is_answered_with_its_date_status_and_host(programme, ask):
    event = make_event(programme, hosts=[make_host("Ada Bell")], topics=["Care"])
    event = EventPage.objects.get(pk=event.pk)

    answer = ask(
        """query ($id: ID!) { liftEvent(id: $id) {
            title url status stage bookingState dateKey startsAt language
            dates { key status startsAt isPast }
            hosts { name role kind url }
            topics { slug label }
        } }""",
        id=event.pk,
    )

    assert answer["liftEvent"] == {
        "title": "Kindness at work",
        "url": event.full_url,
        "status": "DROP_IN",
        "stage": "UPCOMING",
        "bookingState": "NOT_NEEDED",
        "dateKey": "2027-06-01T12:30",
        "startsAt": "2027-06-01T11:30:00Z",
        "language": "en",
        "dates": [
            {
                "key": "2027-06-01T12:30",
                "status": "DROP_IN",
                "startsAt": "2027-06-01T11:30:00Z",
                "isPast": False,
            }
        ],
        "hosts": [
            {
                "name": "Ada Bell",
                "role": "HOST",
                "kind": "PERSON",
                "url": f"{programme.full_url}hosts/ada-bell/",
            }
        ],
        "topics": [{"slug": "care", "label": "Care"}],
    }


def test_event_is_answered_with_its_venue_and_what_its_partners_do(programme, ask):
    venue = make_venue(address="1 High Street", latitude=53.7974, longitude=-1.5438, step_free=True)
    fund = make_host("The Hill Fund", kind="organisation", website="https://hill.example.org/")
    event = make_event(programme, venue=venue, hosts=[(fund, "funder")])

    answer = ask(
        """query ($id: ID!) { liftEvent(id: $id) {
            venue { name address latitude longitude accessFeatures { value } photos { caption } }
            dates { venueName latitude } hosts { role website biography }
        } }""",
        id=event.pk,
    )

    assert answer["liftEvent"] == {
        "venue": {
            "name": "The Kettle",
            "address": "1 High Street",
            "latitude": 53.7974,
            "longitude": -1.5438,
            "accessFeatures": [{"value": "STEP_FREE"}],
            "photos": [],
        },
        "dates": [{"venueName": "The Kettle", "latitude": 53.7974}],
        "hosts": [{"role": "FUNDER", "website": "https://hill.example.org/", "biography": ""}],
    }


def test_event_is_answered_with_its_agenda_and_who_may_be_named(programme, ask):
    speakers = [make_host("Ada Bell"), make_host("Hidden", is_listed=False)]
    talk = session("Talk", "13:00", 30, speakers=speakers, other_speakers="Bo")
    event = make_event(programme, agenda=agenda(together(talk, start="12:45")))

    answer = ask(
        """query ($id: ID!) { liftEvent(id: $id) { agenda {
            number date title parts { kind startTime localStartsAt sessions {
                title localEndsAt minutes speakers { name url }
            } }
        } } }""",
        id=event.pk,
    )["liftEvent"]

    url = f"{programme.full_url}hosts/ada-bell/"
    assert answer["agenda"] == [
        {
            "number": 1,
            "date": "2027-06-01",
            "title": "",
            "parts": [
                {
                    "kind": "parallel",
                    "startTime": "12:45:00",
                    "localStartsAt": "2027-06-01T12:45:00+01:00",
                    "sessions": [
                        {
                            "title": "Talk",
                            "localEndsAt": "2027-06-01T13:15:00+01:00",
                            "minutes": 30,
                            "speakers": [
                                {"name": "Ada Bell", "url": url},
                                {"name": "Bo", "url": ""},
                            ],
                        }
                    ],
                }
            ],
        }
    ]


def test_event_is_answered_with_its_cost_its_conduct_and_what_it_points_to(programme, ask):
    programme.safeguarding_name, programme.conduct_url = "Ada", "https://example.org/code/"
    programme.save()
    other = make_event(programme, "Other")
    event = make_event(
        programme,
        cost_kind="donation",
        cost_url="https://give.example.org/",
        related_events=json.dumps([{"type": "event", "value": other.pk, "id": "a"}]),
    )

    answer = ask(
        """query ($id: ID!) { liftEvent(id: $id) {
            cost { kind label amount url } codeOfConduct safeguarding { name phone }
            related { title status startsAt }
        } }""",
        id=event.pk,
    )

    assert answer["liftEvent"] == {
        "cost": {
            "kind": "DONATION",
            "label": "Free, donations are welcome",
            "amount": None,
            "url": "https://give.example.org/",
        },
        "codeOfConduct": "https://example.org/code/",
        "safeguarding": {"name": "Ada", "phone": ""},
        "related": [{"title": "Other", "status": "DROP_IN", "startsAt": "2027-06-01T11:30:00Z"}],
    }


def test_open_pack_is_answered_with_its_guide(programme, ask, now):
    past = make_event(programme, "Past", **when(now - timedelta(days=9)))
    rounds = [
        {"type": "round", "value": {"title": "Pairs", "minutes": 20}, "id": "r"},
        {"type": "break", "value": {"title": "", "minutes": 10}, "id": "b"},
        {
            "type": "round",
            "value": {"title": "All", "minutes": 30, "can_be_left_out": True},
            "id": "a",
        },
    ]
    sizes = {"group_size_from": 6, "group_size_to": 60}
    pack = make_pack(past, "What we learnt", guide=json.dumps(rounds), people_count=40, **sizes)

    answer = ask(
        """query ($id: ID!) { liftPack(id: $id) {
            title peopleCount event { title } licence guide {
                url minutes shorter { minutes without } groupSizeFrom groupSizeTo blocks { type }
            }
        } }""",
        id=pack.pk,
    )["liftPack"]

    assert answer["guide"].pop("url").endswith("/guide/")
    assert answer == {
        "title": "What we learnt",
        "peopleCount": 40,
        "event": {"title": "Past"},
        "guide": {
            "minutes": 60,
            "shorter": {"minutes": 30, "without": ["All"]},
            "groupSizeFrom": 6,
            "groupSizeTo": 60,
            "blocks": [{"type": "round"}, {"type": "break"}, {"type": "round"}],
        },
        "licence": "CC_BY",
    }


def test_pack_that_is_not_open_is_not_there(programme, ask, now):
    coming = make_event(programme, **when(now + timedelta(days=9)))
    pack = make_pack(coming, "What we shall learn")
    query = "query ($id: ID!) { liftPack(id: $id) { title } liftPacks { items { title } } }"

    assert ask(query, id=pack.pk) == {"liftPack": None, "liftPacks": {"items": []}}


def test_hosts_are_those_who_agreed(ask, home):
    make_host("Ada Bell")
    make_host("Sam", is_listed=False)
    make_host("Hal", live=False)
    query = """query ($slug: String!) {
        liftHosts { items { name } hasNext } liftHost(slug: $slug) { name }
    }"""

    assert ask(query, slug="sam") == {
        "liftHosts": {"items": [{"name": "Ada Bell"}], "hasNext": False},
        "liftHost": None,
    }
