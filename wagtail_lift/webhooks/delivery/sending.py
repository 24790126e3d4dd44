"""Send one request: to the address that was checked, and nowhere else.

A name is resolved once, and the connection goes to the address that came of it: a name that is
answered differently a moment later leads nowhere else. No redirect is followed, no proxy of the
environment is asked, and nothing of the answer is read but its status.
"""

import os
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPException
from threading import Timer

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import Timeout

from ...conf import settings
from ..domain.destinations import Destination, all_public
from ..enums import Fault

CONNECT_SECONDS = 5
ANSWER_SECONDS = 10
AT_MOST_SECONDS = 20
"""From the connection to the status, however slowly the other side sends."""


class NotSentError(Exception):
    """An attempt that brought no answer; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.value)


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send a POST request and return the status of the answer; raise ``NotSentError``."""
    destination = Destination.read(url)
    is_private_allowed = settings.WEBHOOKS_TO_PRIVATE_ADDRESSES
    if destination is None or not (destination.is_secure or is_private_allowed):
        raise NotSentError(Fault.NOT_SECURE)
    addresses = resolve(destination.host, destination.port)
    if not (is_private_allowed or all_public(addresses)):
        raise NotSentError(Fault.PRIVATE_ADDRESS)
    try:
        return _post_to(addresses[0], destination, body, headers)
    except ssl.SSLError as error:
        raise NotSentError(Fault.CERTIFICATE) from error
    except TimeoutError as error:
        raise NotSentError(Fault.TIMEOUT) from error
    except (HTTPException, HTTPError, OSError, ValueError) as error:
        raise NotSentError(_fault_of(error)) from error


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host; raise ``NotSentError`` if there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotSentError(Fault.NAME) from error
    return [str(address[4][0]) for address in found]


def _post_to(
    address: str, destination: Destination, body: bytes, headers: Mapping[str, str]
) -> int:
    connection = _connection(address, destination)
    try:
        connection.connect()
        connection.timeout = ANSWER_SECONDS
        watch = Timer(AT_MOST_SECONDS, _cut, [connection.sock])
        watch.daemon = True
        watch.start()
        try:
            connection.request(
                "POST",
                destination.path,
                body=body,
                headers={"Host": destination.host_header, **headers},
                preload_content=False,
            )
            status: int = connection.getresponse().status
        finally:
            watch.cancel()
    finally:
        connection.close()
    return status


def _connection(address: str, destination: Destination) -> HTTPConnection:
    timeout = Timeout(connect=CONNECT_SECONDS, read=ANSWER_SECONDS)
    if not destination.is_secure:
        return HTTPConnection(address, destination.port, timeout=timeout.connect_timeout)
    trusted = os.environ.get("REQUESTS_CA_BUNDLE") or certifi.where()
    return HTTPSConnection(
        address,
        destination.port,
        timeout=timeout.connect_timeout,
        ssl_context=ssl.create_default_context(cafile=trusted),
        server_hostname=destination.host,
    )


def _cut(sock: socket.socket) -> None:
    """End a connection from another thread; whoever waits on it wakes with an error."""
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _fault_of(error: Exception) -> Fault:
    causes = [error, error.__cause__, error.__context__]
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Fault.CERTIFICATE
    if any(isinstance(cause, TimeoutError) for cause in causes):
        return Fault.TIMEOUT
    return Fault.CONNECTION
