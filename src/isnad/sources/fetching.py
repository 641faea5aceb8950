"""Fetching a page: politely, within bounds, and never from where it must not.

Every hop of a redirect is checked as the first address was; the connection goes to the number that was checked
(:mod:`isnad.sources.addresses`). A page already held is asked for with the validators its server gave (RFC 9110, 13.1).
"""

from __future__ import annotations

import time
from email.message import Message
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from msgspec import Struct

from isnad.errors import FetchError, PageError
from isnad.model import Visit
from isnad.sources.addresses import host_of, resolve, tidy
from isnad.sources.http_message import Response, media_of, unpack
from isnad.sources.robots import Leave, leave

if TYPE_CHECKING:
    import httpx

AGENT = "isnad"
"""The name robots.txt rules are looked up for."""


class Rules(Struct, frozen=True):
    """How pages are fetched: seconds between two requests to one host, seconds for one page, bytes, hops, addresses in
    all, and the hosts of one's own network that may be asked."""

    delay: float = 1.0
    timeout: float = 30.0
    largest: int = 16_000_000
    redirects: int = 5
    most: int = 2000
    hosts: tuple[str, ...] = ()


class Fetched(Struct, frozen=True):
    """What came back: the address it was finally at, the answer (``None``: unchanged), and what to remember of it."""

    address: str
    answer: Response | None
    visit: Visit


class Fetcher:
    """Fetches one address after the other, each host no faster than it likes. A context manager: it holds connections."""

    def __init__(self, rules: Rules, agent: str = f"{AGENT} (+press archive reader; one page at a time)") -> None:
        import httpx

        self.rules = rules
        self._agent = agent
        self._leave: dict[str, Leave | FetchError] = {}
        self._next: dict[str, float] = {}
        self._client = httpx.Client(
            timeout=httpx.Timeout(rules.timeout, connect=min(10.0, rules.timeout)),
            trust_env=False,
            follow_redirects=False,
        )

    def __enter__(self) -> Fetcher:
        """Return the fetcher."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the connections."""
        self._client.close()

    def ready(self, address: str) -> float:
        """Return the seconds until the host of an address may be asked again."""
        return max(0.0, self._next.get(host_of(address), 0.0) - time.monotonic())

    def fetch(self, address: str, known: Visit | None = None) -> Fetched:
        """Return what is at an address; with ``known``, the answer is ``None`` when it has not changed since.

        Raises :class:`~isnad.errors.FetchError` for addresses that may not or cannot be fetched, for answers other than a page,
        for bodies beyond the limit, and when robots.txt says no.
        """
        here, deadline = tidy(address), time.monotonic() + self.rules.timeout
        for _ in range(self.rules.redirects + 1):
            allowed = self._leave_for(here, deadline)
            if not allowed.allows(AGENT, here):
                raise FetchError(
                    f"{here}: its robots.txt asks robots to stay away", "save the page in a browser instead"
                )
            self._wait(here, allowed)
            status, headers, body = self._get(here, known if here == tidy(address) else None, deadline)
            if status == 304 and known is not None:
                return Fetched(here, None, known)
            if status in (301, 302, 303, 307, 308) and headers.get("Location"):
                here = tidy(urljoin(here, str(headers["Location"])))
                continue
            return self._answered(address, here, status, headers, body)
        raise FetchError(f"{address} leads on more than {self.rules.redirects} times", "is there a loop?")

    def _answered(self, address: str, here: str, status: int, headers: Message, body: bytes) -> Fetched:
        if status != 200:
            raise FetchError(f"{here}: the server answered {status}")
        try:
            body = unpack(body, headers.get("Content-Encoding"), self.rules.largest)
        except PageError as fault:
            raise FetchError(f"{here}: {fault.what}") from fault
        media, charset = media_of(headers)
        plain = {str(k).lower(): str(v) for k, v in headers.items()}
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        visit = Visit(tidy(address), at, plain.get("etag"), plain.get("last-modified"))
        return Fetched(here, Response(status, body, media, charset, plain), visit)

    def _leave_for(self, address: str, deadline: float) -> Leave:
        """What the host of an address allows, asked once a run."""
        root = _root(address)
        if root not in self._leave:
            try:
                status, _, body = self._get(f"{root}/robots.txt", None, deadline)
                self._leave[root] = leave(status, body)
            except FetchError as fault:
                self._leave[root] = fault
        found = self._leave[root]
        if isinstance(found, FetchError):
            raise found
        if found.nothing:
            raise FetchError(f"{host_of(address)} does not say what robots may fetch", "try again later")
        return found

    def _wait(self, address: str, allowed: Leave) -> None:
        time.sleep(self.ready(address))
        pause = max(self.rules.delay, allowed.wait(AGENT))
        self._next[host_of(address)] = time.monotonic() + pause

    def _get(self, address: str, known: Visit | None, deadline: float) -> tuple[int, Message, bytes]:
        """Ask once; return the status, the headers, and the body as it came over the wire."""
        import httpx

        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        number = resolve(parts.hostname or "", port, (parts.hostname or "") in self.rules.hosts)
        headers = {"Host": parts.netloc, "User-Agent": self._agent, "Accept-Encoding": "gzip", **_validators(known)}
        request = self._client.build_request(
            "GET", _at(number, address), headers=headers, extensions={"sni_hostname": parts.hostname or ""}
        )
        try:
            answer = self._client.send(request, stream=True)
            try:
                return answer.status_code, _message(answer.headers), self._body(answer, address, deadline)
            finally:
                answer.close()
        except (httpx.HTTPError, httpx.InvalidURL) as fault:
            raise FetchError(f"{address}: {str(fault) or type(fault).__name__}") from fault

    def _body(self, answer: httpx.Response, address: str, deadline: float) -> bytes:
        out = bytearray()
        for piece in answer.iter_raw():
            out += piece
            if len(out) > self.rules.largest:
                raise FetchError(f"{address}: beyond {self.rules.largest:,} bytes", "is it a page?")
            if time.monotonic() > deadline:
                raise FetchError(f"{address}: took longer than {self.rules.timeout:g} s", "try again later")
        return bytes(out)


def _root(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _at(number: str, address: str) -> str:
    """The address with its host replaced by a number."""
    parts = urlsplit(address)
    place = f"[{number}]" if ":" in number else number
    return urlunsplit(parts._replace(netloc=f"{place}:{parts.port}" if parts.port else place))


def _validators(known: Visit | None) -> dict[str, str]:
    if known is None:
        return {}
    pairs = (("If-None-Match", known.etag), ("If-Modified-Since", known.modified))
    return {name: value for name, value in pairs if value}


def _message(headers: httpx.Headers) -> Message:
    message = Message()
    for name, value in headers.items():
        message[name] = value
    return message
