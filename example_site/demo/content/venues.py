"""The venues: invented places in Fernhithe, at which more than one event takes place."""

from ..specs import Picture, VenueSpec

VENUES = (
    VenueSpec(
        key="old-chandlery",
        name="The Old Chandlery",
        fields={
            "address": "4 Wharf Lane\nFernhithe",
            "latitude": 50.1541,
            "longitude": -5.0687,
            "map_url": "https://example.org/maps/old-chandlery",
            "travel": (
                "<p>Buses 2 and 7 stop at <b>Wharf Lane</b>, two minutes away along the quay. The "
                "last one leaves at 23:40.</p><p>There are six bicycle stands by the side door.</p>"
            ),
            "step_free": True,
            "accessible_toilet": True,
            "hearing_loop": True,
            "access_notes": "The lift holds one wheelchair at a time. Ring by the front door.",
        },
        picture=Picture(
            "night", "A drawing of a dark building with a few lit windows under a large pale moon"
        ),
        caption="From the quay, as you arrive after dark",
    ),
    VenueSpec(
        key="bakery",
        name="The room above the bakery",
        fields={
            "address": "22 Mill Street\nFernhithe",
            "latitude": 50.1522,
            "longitude": -5.0713,
            "travel": "<p>The blue door beside the bakery. It smells of bread until noon.</p>",
            "access_notes": "Sixteen steps, with a rail on both sides. There is no lift.",
        },
    ),
)
