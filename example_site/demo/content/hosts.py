"""The hosts: invented people and organisations, and Professor Michael West."""

from wagtail_lift.enums import HostKind

from ..specs import HostSpec, Picture
from . import parts

HOSTS = (
    HostSpec(
        key="michael-west",
        name="Michael West",
        biography=(
            "<p>Michael West works with The King’s Fund and writes and speaks about compassionate "
            "leadership in health and care. He joined this conversation as its community "
            "partner.</p>"
        ),
        links=[parts.link("The King’s Fund", "https://www.kingsfund.org.uk/")],
        fields={"honorific": "Professor", "organisation": "The King’s Fund"},
    ),
    HostSpec(
        key="wren-adeyemi",
        name="Wren Adeyemi",
        biography=(
            "<p>Wren put the first kettle on in a community hall in Fernhithe, with nine people, "
            "two packets of biscuits and no agenda. She has been convening conversations ever "
            "since, and still brings the biscuits.</p>"
        ),
        links=[parts.link("Notes from the kettle", "https://example.org/wren/notes")],
        fields={
            "position": "Convener",
            "organisation": "The Common Kettle",
            "pronouns": "she/her",
            "email": "wren@example.org",
        },
    ),
    HostSpec(
        key="idris-pellow",
        name="Idris Pellow",
        biography=(
            "<p>Idris has pushed beds through the corridors of Harrowmere Infirmary for "
            "nineteen years, mostly between nine at night and seven in the morning. He knows "
            "which vending machine works and who needs walking to their car.</p>"
        ),
        fields={
            "position": "Night porter",
            "organisation": "Harrowmere Infirmary",
            "pronouns": "he/him",
            "email": "idris@example.org",
        },
    ),
    HostSpec(
        key="marisol-quaye",
        name="Marisol Quaye",
        biography=(
            "<p>Marisol looks after people at the end of life, and the colleagues who look after "
            "them. She likes a plain question and a long pause.</p>"
        ),
        fields={
            "honorific": "Dr",
            "position": "Palliative care doctor",
            "organisation": "Harrowmere Infirmary",
            "declines_recording": True,
            "email": "marisol@example.org",
        },
    ),
    HostSpec(
        key="tamsin-orchardson",
        name="Tamsin Orchardson",
        biography=(
            "<p>Tamsin runs the quiet floor of Wharfside Library, which on Tuesdays is not quiet "
            "at all. They read aloud to anyone who asks.</p>"
        ),
        fields={
            "position": "Librarian",
            "organisation": "Wharfside Library",
            "pronouns": "they/them",
            "email": "tamsin@example.org",
        },
    ),
    HostSpec(
        key="bronagh-tull",
        name="Bronagh Tull",
        biography=(
            "<p>Bronagh cared for her mother for eleven years and for her brother for three. She "
            "now sits with people who are in the middle of it, and tells them the truth about "
            "forms.</p>"
        ),
        fields={
            "position": "Carer and organiser",
            "organisation": "Fernhithe Carers’ Circle",
            "pronouns": "she/her",
            "email": "bronagh@example.org",
        },
    ),
    HostSpec(
        key="nasreen-holloway",
        name="Nasreen Holloway",
        biography=(
            "<p>Nasreen is a community nurse who works in two languages before lunch and three "
            "after it. She collects the words that will not translate.</p>"
        ),
        fields={
            "position": "Community nurse",
            "organisation": "Harrowmere Neighbourhood Nursing",
            "pronouns": "she/her",
            "email": "nasreen@example.org",
        },
    ),
    HostSpec(
        key="carers-circle",
        name="Fernhithe Carers’ Circle",
        kind=HostKind.ORGANISATION,
        biography=(
            "<p>Carers who meet above the bakery every other Monday. New faces are given the "
            "chair by the window.</p>"
        ),
        picture=Picture("circle", "Emblem: a ring of warm-coloured dots around an open middle"),
        links=[parts.link("When and where we meet", "https://example.org/carers-circle")],
        fields={"website": "https://example.org/carers-circle", "email": "circle@example.org"},
    ),
    HostSpec(
        key="growing-together",
        name="Lockside Growing Together",
        kind=HostKind.ORGANISATION,
        biography=(
            "<p>Thirty allotment plots, one shed and a long bench beside the canal. Half of the "
            "plots belong to nobody in particular, so that anybody can dig.</p>"
        ),
        picture=Picture("sprout", "Emblem: two round green leaves on a stem above dark soil"),
        fields={"website": "https://example.org/lockside", "email": "lockside@example.org"},
    ),
    # Has not agreed to be listed: attached to events, and shown nowhere in public.
    HostSpec(
        key="jory-blenkin",
        name="Jory Blenkin",
        biography="<p>Jory helps to set out the chairs and would rather not be named.</p>",
        is_listed=False,
        fields={
            "position": "Volunteer",
            "organisation": "The Common Kettle",
            "email": "jory@example.org",
        },
    ),
)
