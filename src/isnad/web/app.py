"""The desk as an ASGI application."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route

from isnad import __version__
from isnad.errors import DecisionError, IsnadError, SearchError, StoreError
from isnad.web import api, deciding, delivering, entering, moderating, pages, reading, searching
from isnad.web.context import Missing, explained, fault_page
from isnad.web.guard import HEADERS, guard
from isnad.web.live import Live
from isnad.web.refusing import problem, refused
from isnad.web.shared import Shared
from isnad.web.templating import environment, language_for

STATIC = {
    "desk.css": "text/css; charset=utf-8",
    "desk.js": "text/javascript; charset=utf-8",
    "htmx.min.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""Every file that pages ask for beside themselves."""


def create_app(
    path: str, by: str = "somebody", hosts: frozenset[str] = frozenset(), token: str = "", shared: Shared | None = None
) -> FastAPI:
    """Return the desk of a dossier; ``by`` is who decides, ``hosts`` are the names it is served under beside this machine's,
    ``token`` lets machines decide through the API. With ``shared``, nobody gets in without an account.

    Raises :class:`~isnad.errors.StoreError` when there is no dossier at the path.
    """
    app = FastAPI(
        title="isnad desk", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json",
        description="Everything the desk shows, as JSON. Ids and fields are those of the interchange format isnad-dossier/1.",
    )  # fmt: skip
    app.state.live, app.state.by, app.state.hosts = Live(path), by, frozenset(h.lower() for h in hosts)
    app.state.token, app.state.shared = token, shared
    if shared is not None:
        app.state.live.hidden = shared.flags.hidden
    app.state.secret = secrets.token_bytes(32)
    app.middleware("http")(guard)
    app.include_router(api.router)
    app.add_api_route("/static/{name}", _static, include_in_schema=False)
    app.add_api_route("/api/docs", _docs, include_in_schema=False)
    app.add_api_route("/api", _docs, include_in_schema=False)
    app.add_api_route("/", _front, include_in_schema=False)
    app.add_api_route("/favicon.ico", _icon, include_in_schema=False)
    for part in (entering, moderating, delivering, pages, reading, searching, deciding):
        app.include_router(part.router)
    app.add_exception_handler(Missing, _missing)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(IsnadError, _explained)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _broken)
    api.describe(app)
    return app


def _front(request: Request) -> Response:
    return RedirectResponse("/" + language_for(request.headers.get("accept-language", "")), 307)


@cache
def _file(name: str) -> tuple[bytes, str]:
    """A file that pages ask for, and its ETag."""
    data = files("isnad.web").joinpath("static", name).read_bytes()
    return data, f'"{hashlib.blake2b(data, digest_size=8).hexdigest()}"'


def _static(name: str, request: Request) -> Response:
    if name not in STATIC:
        raise Missing
    data, tag = _file(name)
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(data, media_type=STATIC[name], headers={"ETag": tag, "Cache-Control": "no-cache"})


def _icon(request: Request) -> Response:
    return _static("icon.svg", request)


def _docs(request: Request) -> Response:
    page = environment().get_template("api.html")
    return HTMLResponse(page.render(api=request.app.openapi()))


def _invalid(request: Request, fault: Any) -> Response:
    said = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in fault.errors()[:5])
    return problem(422, "this cannot be asked", said)


def _broken(request: Request, fault: Any) -> Response:
    """What nobody foresaw: a page in the reader's language, the traceback in the log; the guard is not in the way any more."""
    response = refused(request, 500, "something broke")
    response.headers.update(HEADERS)
    return response


def _missing(request: Request, fault: Any) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(404, "there is no such thing here")
    return fault_page(request, 404, "nothing here", ident=fault.ident)


def _refused(request: Request, fault: Any) -> Response:
    if request.url.path.startswith("/api/"):
        more = dict(fault.headers or {})
        if fault.status_code == 405:
            # One path may be two routes, of which the router names only the first.
            found = [
                r for r in request.app.routes if isinstance(r, Route) and r.matches(request.scope)[0] != Match.NONE
            ]
            more["Allow"] = ", ".join(sorted({m for r in found for m in r.methods or ()}))
        return problem(fault.status_code, str(fault.detail), more=more)
    if fault.status_code == 404:
        return fault_page(request, 404, "nothing here")
    return refused(request, fault.status_code, str(fault.detail), fault.headers)


def _explained(request: Request, fault: Any) -> Response:
    status = 503 if isinstance(fault, StoreError) else 422 if isinstance(fault, DecisionError | SearchError) else 400
    if request.url.path.startswith("/api/"):
        return problem(409 if isinstance(fault, DecisionError) else status, fault.what, fault.advice)
    return explained(request, fault, status)
