"""Which addresses may be fetched: http and https, no credentials, and nothing on this machine or its network.

An address is checked twice: as text, and by the numbers its host resolves to. The fetcher then connects to the number that was
checked, so that a name that answers differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit, urlunsplit

from isnad.errors import FetchError

LONGEST = 2048
"""Characters of the longest address taken."""
_DEFAULT = {"http": 80, "https": 443}


def is_address(text: str) -> bool:
    """True when text looks like the address of a page: one word that starts with http:// or https://."""
    return text[:8].lower().startswith(("http://", "https://")) and not any(c.isspace() for c in text)


def tidy(address: str) -> str:
    """Return the address as it is stored: lower-case scheme and host, no fragment, no default port.

    Raises :class:`~isnad.errors.FetchError` when it is none that isnad fetches.
    """
    if len(address) > LONGEST:
        raise FetchError(f"the address {address[:60]}… is {len(address):,} characters long", "is it an address?")
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        host = (
            (parts.hostname or "").encode("idna").decode() if not (parts.hostname or "").isascii() else parts.hostname
        )
    except (ValueError, UnicodeError) as fault:
        raise FetchError(f"{address} is no address: {fault}") from fault
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT:
        raise FetchError(f"{address}: isnad fetches http and https only")
    if parts.username is not None or parts.password is not None:
        raise FetchError(
            f"{scheme}://…@{host}: the address carries credentials, which would be stored with every citation",
            "leave out the user name and the password",
        )
    if not host:
        raise FetchError(f"{address} names no host")
    shown = f"[{host}]" if ":" in host else host
    place = shown if port in (None, _DEFAULT[scheme]) else f"{shown}:{port}"
    return urlunsplit((scheme, place, parts.path or "/", parts.query, ""))


def host_of(address: str) -> str:
    """Return the host of an address, with its port when it is not the usual one."""
    return urlsplit(address).netloc


def resolve(host: str, port: int, allowed: bool = False) -> str:
    """Return the number to connect to for a host; every number it resolves to must be public, unless the host is ``allowed``.

    Raises :class:`~isnad.errors.FetchError` for hosts that do not resolve, and for loopback, private, link-local, multicast
    and reserved numbers (RFC 6890), also when they are written as IPv6 or mapped into it.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise FetchError(f"the host {host} is not known", "is the address right, and is there a network?") from fault
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for number in numbers:
        if not allowed and not public(number):
            raise FetchError(
                f"{host} is on this machine or its own network ({number})",
                f"use --allow-host {host} if that is what you want",
            )
    return numbers[0]


def public(number: str) -> bool:
    """True when an IP number is one that anybody on the internet could reach."""
    try:
        ip = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    if mapped is not None:
        ip = mapped
    return ip.is_global and not ip.is_multicast
