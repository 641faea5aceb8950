"""Who may do what: headers that let nothing in from outside, host and origin checks, tokens in forms."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from typing import Literal
from urllib.parse import urlencode, urlsplit

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from msgspec import Struct

from isnad.languages import LANGUAGES
from isnad.web.refusing import problem, refused

Role = Literal["reader", "editor", "moderator"]
COOKIE = "isnad_desk"
"""The cookie of a browser, for the tokens of its forms."""
WHO = "isnad_who"
"""The cookie that says who has entered a shared desk."""
LARGEST = 64_000
"""Bytes of a form or a request's body at the most."""
HEADERS = {
    # No inline script or style, nothing from elsewhere, no frames: text of hostile pages can at worst be read.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": under it browsers send our own forms with "Origin: null", which is what strangers send.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class User(Struct, frozen=True):
    """Who is asking, and what they may do."""

    name: str
    role: Role

    @property
    def edits(self) -> bool:
        """True when this user may decide."""
        return self.role in ("editor", "moderator")


def user_of(request: Request) -> User:
    """Return who is asking."""
    found: User | None = getattr(request.state, "user", None)
    if request.app.state.shared is not None:
        return found or User("", "reader")  # nobody: whatever is shown to them must hold nothing of the dossier
    return User(request.app.state.by, "moderator")


def token_of(request: Request) -> str:
    """Return the token that this browser's forms must send back: nobody else's page knows it."""
    secret: bytes = request.app.state.secret
    # Both cookies: a browser's own that somebody planted, and learnt the token of, is worth nothing to who has entered.
    whose = f"{request.state.session}\n{request.cookies.get(WHO, '')}"
    return hmac.new(secret, whose.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:40]


def token_holds(request: Request, given: str) -> bool:
    """True when a form came from a page of ours, in this browser."""
    return hmac.compare_digest(token_of(request).encode(), given.encode())


async def guard(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    """Let a request pass when it comes to us under our own name and from our own pages; add the headers to what is answered."""
    refusal = _refusal(request)
    known = request.cookies.get(COOKIE, "")
    given = request.headers.get("authorization", "")
    token: str = request.app.state.token
    request.state.token = (
        bool(token) and given.startswith("Bearer ") and hmac.compare_digest(given[7:].encode(), token.encode())
    )
    request.state.session = known if len(known) == 32 and known.isalnum() else secrets.token_hex(16)
    answer = refused(request, *refusal) if refusal else _identified(request)
    response = answer or await call(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "private, no-cache")
    if request.app.state.shared is not None and response.headers.get("content-type", "").startswith("text/html"):
        # Whoever uses the machine after a reader has left must not find the pages with the browser's way back.
        response.headers["Cache-Control"] = "no-store"
    entering = any(k == "set-cookie" and v.startswith(COOKIE) for k, v in response.headers.items())
    if (
        request.state.session != known
        and not (refusal or entering)
        and not request.url.path.startswith(("/static/", "/api/"))
    ):
        response.set_cookie(
            COOKIE, request.state.session, httponly=True, samesite="strict", path="/", secure=encrypted(request)
        )
    return response


def _identified(request: Request) -> Response | None:
    """At a shared desk, who is asking; an answer when nobody is and the page is not for everybody."""
    from isnad.web.shared import open_to_all

    shared = request.app.state.shared
    if shared is None:
        return None
    user: User | None = shared.user(request)
    path = request.url.path
    if user is None and not open_to_all(path):
        if path.startswith("/api/"):
            return problem(401, "a token or a session is needed")
        first = path.split("/")[1]
        language = first if first in LANGUAGES else "en"
        back = path + (f"?{request.url.query}" if request.url.query else "")
        door = f"/{language}/login?{urlencode({'back': back})}"
        if request.headers.get("hx-request"):  # a part of a page was asked for: the whole page has to go to the door
            return Response(status_code=204, headers={"HX-Redirect": f"/{language}/login"})
        return RedirectResponse(door, 303)
    request.state.user = user
    request.state.token = user is not None and request.headers.get("authorization", "").startswith("Bearer ")
    return None


def _refusal(request: Request) -> tuple[int, str] | None:
    host = request.headers.get("host", "")
    if not host_allowed(host, request.app.state.hosts):
        # A name somebody else pointed at this machine (DNS rebinding) would make our pages theirs.
        return 421, "isnad is not served under this name"
    if request.method in _SAFE:
        return None
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return 403, "this form comes from another site"
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return 403, "this form comes from another site"
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > LARGEST:
        return 413, "the form is too long"
    return None


def loopback(host: str) -> bool:
    """True for this machine's own name and numbers."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def encrypted(request: Request) -> bool:
    """True when the reader's connection is encrypted, here or by a proxy on this machine."""
    near = request.client is not None and loopback(request.client.host)
    return request.url.scheme == "https" or (near and request.headers.get("x-forwarded-proto") == "https")


def address_of(request: Request) -> str:
    """Return the address a request comes from; behind a proxy on this machine, the one that the proxy saw."""
    near = request.client.host if request.client else ""
    seen = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return seen[:80] if seen and loopback(near) else near


def host_allowed(host: str, names: frozenset[str]) -> bool:
    """True for this machine's own name and numbers, and for the names the desk is served under."""
    try:
        name = urlsplit(f"//{host}").hostname if host else None
        if name is None:
            return False
        if name == "localhost" or name in names:
            return True
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
