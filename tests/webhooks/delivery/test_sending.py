"""A request goes to the address that was checked, and to no other."""

import socket
import ssl
import subprocess
import time

import pytest

from tests.webhooks.receivers import receiving
from wagtail_lift.webhooks.delivery import sending
from wagtail_lift.webhooks.delivery.sending import NotSentError, post
from wagtail_lift.webhooks.enums import Fault


def fault_of(url):
    with pytest.raises(NotSentError) as error:
        post(url, b"{}", {})
    return error.value.fault


def test_message_arrives_with_its_headers(receiver):
    status = post(f"{receiver.url}hook?a=b", b"{}", {"webhook-id": "msg_1"})

    ((path, headers, body),) = receiver.received
    assert (status, path, body, headers["webhook-id"]) == (204, "/hook?a=b", b"{}", "msg_1")
    assert headers["host"] == receiver.url.removeprefix("http://").rstrip("/")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"]
)
def test_private_addresses_get_nothing(host):
    with receiving() as receiver:
        port = receiver.url.rstrip("/").rpartition(":")[2]

        assert fault_of(f"https://{host}:{port}/") == Fault.PRIVATE_ADDRESS

    assert receiver.received == []


def test_address_without_encryption_gets_nothing():
    assert fault_of("http://example.org/") == Fault.NOT_SECURE


def test_name_is_resolved_once(receiver, monkeypatch):
    """A name that leads elsewhere when it is asked again (DNS rebinding) gains nothing."""
    asked = []
    port = int(receiver.url.rstrip("/").rpartition(":")[2])
    real = socket.getaddrinfo

    def answer(host, *args, **kwargs):
        asked.append(host)
        return real("127.0.0.1" if asked.count(host) == 1 else "192.0.2.1", *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", answer)

    assert post(f"http://front.example:{port}/", b"{}", {}) == 204
    assert asked.count("front.example") == 1


def test_proxy_of_the_environment_is_not_asked(receiver, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:1/")
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:1/")

    assert post(receiver.url, b"{}", {}) == 204


def test_redirect_is_not_followed(receiver):
    receiver.statuses = [302]

    assert post(receiver.url, b"{}", {}) == 302
    assert len(receiver.received) == 1


def test_unknown_name_and_closed_port_are_faults(receiver):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    assert fault_of(f"http://127.0.0.1:{port}/") == Fault.CONNECTION
    assert fault_of("http://nowhere.invalid/") == Fault.NAME


def test_silent_server_is_left(receiver, monkeypatch):
    monkeypatch.setattr(sending, "ANSWER_SECONDS", 0.3)
    receiver.before_answer = lambda handler: time.sleep(1)

    assert fault_of(receiver.url) == Fault.TIMEOUT


def test_server_that_drips_is_cut_off(receiver, monkeypatch):
    """Each byte comes in time, the whole answer never would."""
    monkeypatch.setattr(sending, "AT_MOST_SECONDS", 0.5)

    def drip(handler):
        try:
            for _byte in range(40):
                handler.wfile.write(b"H")
                handler.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    receiver.before_answer = drip
    started = time.monotonic()

    assert fault_of(receiver.url) in (Fault.CONNECTION, Fault.TIMEOUT)
    assert time.monotonic() - started < 3


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for ``localhost`` that nobody else has signed, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    asked = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    names = "-addext subjectAltName=DNS:localhost"
    words = [*asked.split(), *names.split(), "-keyout", str(key), "-out", str(cert)]
    subprocess.run(["openssl", *words], check=True, capture_output=True)  # noqa: S603, S607 -- ours
    return cert, key


@pytest.fixture
def tls(settings, certificate):
    """A receiver behind that certificate."""
    settings.WAGTAIL_LIFT_WEBHOOKS_TO_PRIVATE_ADDRESSES = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with receiving(lambda sock: context.wrap_socket(sock, server_side=True)) as receiver:
        yield receiver


def test_certificate_is_checked(tls):
    assert fault_of(tls.url) == Fault.CERTIFICATE
    assert tls.received == []


def test_certificate_must_name_the_host(tls, certificate, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate[0]))

    assert post(tls.url, b"{}", {}) == 204
    assert fault_of(tls.url.replace("localhost", "127.0.0.1")) == Fault.CERTIFICATE
