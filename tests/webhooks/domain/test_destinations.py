"""Which addresses a webhook may have, and which servers are on the public internet."""

import pytest

from wagtail_lift.webhooks.domain.destinations import Destination, all_public, is_public


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org", Destination("https", "example.org", 443, "/")),
        ("https://example.org:8443/a?b=c", Destination("https", "example.org", 8443, "/a?b=c")),
        ("HTTPS://EXAMPLE.org/%20", Destination("https", "example.org", 443, "/%20")),
        ("https://bücher.example/", Destination("https", "xn--bcher-kva.example", 443, "/")),
        ("https://[2001:db8::1]/", Destination("https", "2001:db8::1", 443, "/")),
        ("http://localhost:80/", Destination("http", "localhost", 80, "/")),
    ],
)
def test_address_is_taken_apart(url, expected):
    assert Destination.read(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "https://user:password@example.org/",
        "https://example.org@127.0.0.1/",
        "https://example.org/#part",
        "https://example.org:0/",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://exa mple.org/",
        "https://example.org/a b",
        "https://example.org/\r\nHost: other",
        "https://example.org/ü",
        "https://example.org\\@127.0.0.1/",
        "https://[fe80::1%25eth0]/",
        "https://[::1/",
        "https://" + "a" * 300 + ".org/",
        "https://\ud800.org/",
    ],
)
def test_other_addresses_are_refused(url):
    assert Destination.read(url) is None


PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104 -- not bound to
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "not an address",
    "",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_address_is_known(address):
    assert is_public(address) is False


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "64:ff9b::101:101"]
)
def test_public_address_is_known(address):
    assert is_public(address) is True


def test_one_private_address_is_enough_to_refuse():
    assert all_public(["1.1.1.1", "10.0.0.1"]) is False
    assert all_public(["1.1.1.1", "1.0.0.1"]) is True
    assert all_public([]) is False
