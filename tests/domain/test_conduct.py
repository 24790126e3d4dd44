"""How the code of conduct and the safeguarding contact are inherited."""

import pytest

from wagtail_lift.domain.conduct import Conduct, ConductCode, Safeguarding, inherited

OURS, THEIRS = ConductCode("/code/", "http://a/code/"), ConductCode("/other/", "http://a/other/")
ADA, BEN = Safeguarding("Ada"), Safeguarding(email="ben@example.org", phone="1")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([], Conduct()),
        ([Conduct(), Conduct(OURS, ADA)], Conduct(OURS, ADA)),
        ([Conduct(OURS), Conduct(THEIRS, BEN)], Conduct(OURS, BEN)),
        ([Conduct(None, ADA), Conduct(), Conduct(THEIRS, BEN)], Conduct(THEIRS, ADA)),
    ],
)
def test_each_is_taken_whole_from_the_nearest_page_that_has_it(told, found):
    assert inherited(told) == found


@pytest.mark.parametrize(
    ("phone", "uri"),
    [
        ("", ""),
        ("0300 123 456", "tel:0300123456"),
        ("+49 (0)30 123-45", "tel:+493012345"),
        ("0300 123 456 (9 to 5)", ""),
        ("ask at the door", ""),
        ("+()", ""),
    ],
)
def test_only_a_number_becomes_a_link(phone, uri):
    assert Safeguarding(phone=phone).phone_uri == uri
