"""Where a webhook may be sent: which addresses are written well, and which servers are public."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

_PORTS = {"https": 443, "http": 80}
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


@dataclass(frozen=True, slots=True)
class Destination:
    """An address, taken apart once: what is checked is what is connected to."""

    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def read(cls, url: str) -> "Destination | None":
        """Return the parts of an address; ``None`` if it is no plain http or https address.

        One with a name and password, a fragment, spaces or control characters is not.
        """
        if not url.isprintable() or " " in url or "\\" in url:
            return None
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").encode("idna").decode("ascii")
            port = parts.port if parts.port is not None else _PORTS.get(parts.scheme, 0)
            path = (parts.path or "/").encode("ascii").decode("ascii")
            query = parts.query.encode("ascii").decode("ascii")
        except (UnicodeError, ValueError):
            return None
        if not (host and port) or "@" in parts.netloc or parts.fragment or "%" in host:
            return None
        if parts.scheme not in _PORTS:
            return None
        return cls(parts.scheme, host, port, f"{path}?{query}" if query else path)

    @property
    def is_secure(self) -> bool:
        """Return whether the connection is encrypted."""
        return self.scheme == "https"

    @property
    def host_header(self) -> str:
        """Return the ``Host`` header (RFC 9110 section 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def all_public(addresses: Iterable[str]) -> bool:
    """Return whether there are any addresses, and all of them are on the public internet."""
    found = [is_public(address) for address in addresses]
    return bool(found) and all(found)


def is_public(address: str) -> bool:
    """Return whether an IP address is on the public internet.

    Loopback, private, link-local (where clouds keep credentials), shared, reserved and multicast
    addresses are not, nor is an IPv6 address that leads to one of these.
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(part.is_global and not part.is_multicast for part in _meant_by(ip))


def _meant_by(ip: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return the address, or for IPv6 that carries an IPv4 address, that one."""
    if not isinstance(ip, IPv6Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if any(ip in network for network in _NAT64):
        return [IPv4Address(int(ip) & 0xFFFFFFFF)]
    carried: list[IPv4Address | IPv6Address] = list(ip.teredo or ())
    return [ip.sixtofour] if ip.sixtofour else carried or [ip]
