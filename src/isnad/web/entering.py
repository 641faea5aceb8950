"""The way in and out of a shared desk."""

from __future__ import annotations

import secrets

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool

from isnad.languages import LANGUAGES
from isnad.web.accounts import Throttled
from isnad.web.accounts.people import LONGEST
from isnad.web.context import Missing
from isnad.web.deciding import form_of, ours
from isnad.web.guard import COOKIE as BROWSER
from isnad.web.guard import WHO, address_of, encrypted, token_holds, token_of
from isnad.web.shared import Shared
from isnad.web.templating import NATIVE, environment, words

router = APIRouter(include_in_schema=False)


def _page(request: Request, language: str, status: int = 200, oops: str = "", back: str = "") -> HTMLResponse:
    """The form, with nothing of the dossier on it."""
    page = environment().get_template("login.html")
    html = page.render(
        language=language, direction="rtl" if language == "ar" else "ltr", t=words(language), native=NATIVE,
        token=token_of(request), oops=oops, back=back if ours(back, language) else f"/{language}",
    )  # fmt: skip
    return HTMLResponse(html, status, {"Content-Language": language, "Cache-Control": "no-store"})


def _shared(request: Request, language: str) -> Shared:
    shared: Shared | None = request.app.state.shared
    if shared is None or language not in LANGUAGES:
        raise Missing
    return shared


@router.get("/{language}/login")
def ask(request: Request, language: str, back: str = "") -> Response:
    """Ask who it is."""
    _shared(request, language)
    return _page(request, language, back=back)


@router.post("/{language}/login")
async def enter(request: Request, language: str) -> Response:
    """Let somebody in who has an account and the password."""
    shared = _shared(request, language)
    form = await form_of(request)
    name, password, back = ((form.get(key) or [""])[0] for key in ("name", "password", "back"))
    if not token_holds(request, (form.get("token") or [""])[0]):
        return _page(request, language, 403, "this form is no longer good", back)
    try:
        entered = await run_in_threadpool(shared.people.enter, name, password, address_of(request))
    except Throttled as fault:
        page = _page(request, language, 429, "too many tries", back)
        page.headers["Retry-After"] = str(int(fault.seconds) + 1)
        return page
    if entered is None:
        return _page(request, language, 401, "wrong name or password", back)
    response = RedirectResponse(back if ours(back, language) else f"/{language}", 303)
    safe = encrypted(request)
    response.set_cookie(WHO, entered[0], int(LONGEST), httponly=True, samesite="strict", path="/", secure=safe)
    # Another browser token from here on: one that was planted before the login is worth nothing after it.
    response.set_cookie(BROWSER, secrets.token_hex(16), httponly=True, samesite="strict", path="/", secure=safe)
    return response


@router.post("/{language}/logout")
async def leave(request: Request, language: str) -> Response:
    """End the session."""
    shared = _shared(request, language)
    form = await form_of(request)
    response = RedirectResponse(f"/{language}/login", 303)
    if token_holds(request, (form.get("token") or [""])[0]):
        await run_in_threadpool(shared.people.leave, request.cookies.get(WHO, ""))
        response.delete_cookie(WHO, path="/")
    return response
