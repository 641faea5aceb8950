"""What is answered when nothing else is: a small page in the reader's language, a problem (RFC 9457) for machines."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from isnad.web.templating import NATIVE, environment, language_for, words


class Problem(msgspec.Struct, frozen=True):
    """What went wrong (RFC 9457)."""

    type: str
    status: int
    title: str
    detail: str


def problem(status: int, what: str, advice: str = "", more: Mapping[str, str] | None = None) -> Response:
    """Return what went wrong (RFC 9457)."""
    headers = {**(more or {}), **({"WWW-Authenticate": "Bearer"} if status == 401 else {})}
    return Response(
        msgspec.json.encode(Problem("about:blank", status, what, advice)), status, headers, "application/problem+json"
    )


def refused(request: Request, status: int, what: str, more: Mapping[str, str] | None = None) -> Response:
    """Return a page that says why there is no other, with nothing of the dossier on it; machines are told in English.

    It speaks the language of the address, else one that the browser asks for.
    """
    path = request.url.path
    if path.startswith("/api/"):
        return problem(status, what, more=more)
    language = language_for(request.headers.get("accept-language", ""), path.split("/")[1])
    page = environment().get_template("refused.html")
    html = page.render(
        language=language, direction="rtl" if language == "ar" else "ltr", t=words(language), native=NATIVE, what=what,
        status=status,
    )  # fmt: skip
    own = {"Content-Language": language, "Cache-Control": "no-store", "Vary": "Accept-Language"}
    return HTMLResponse(html, status, {**(more or {}), **own})
