"""People in a stored row: whatever their names are, as many come back, with their roles."""

from hypothesis import given
from hypothesis import strategies as st

from wagtail_lift.domain.people import NamedHost, read_people, write_people
from wagtail_lift.enums import HostRole

PEOPLE = st.builds(NamedHost, st.text(), st.sampled_from(HostRole))


def test_name_alone_is_a_host():
    assert write_people([NamedHost("Ada Bell")]) == "Ada Bell"
    assert read_people("Ada Bell") == (NamedHost("Ada Bell", HostRole.HOST),)
    assert read_people("") == ()


@given(st.lists(PEOPLE))
def test_people_come_back_in_order_with_their_roles(people):
    told = [NamedHost(" ".join(person.name.split()), person.role) for person in people]

    assert read_people(write_people(people)) == tuple(person for person in told if person.name)


def test_role_that_is_not_known_is_that_of_a_host():
    assert read_people("Ada Bell\tchief") == (NamedHost("Ada Bell", HostRole.HOST),)
