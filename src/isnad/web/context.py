"""What every page is made from: the dossier as it stands, the reader's language and rights, and the templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse
from msgspec import Struct

from isnad.errors import IsnadError
from isnad.languages import LANGUAGES
from isnad.web import telling
from isnad.web.desk import Desk
from isnad.web.guard import User, token_of, user_of
from isnad.web.live import Live
from isnad.web.refusing import refused
from isnad.web.templating import environment
from isnad.web.view import View

PER_PAGE = 50
T = TypeVar("T")


class Missing(Exception):
    """There is no such page; ``ident`` is the id that was asked for, if any."""

    def __init__(self, ident: str = "") -> None:
        super().__init__(ident)
        self.ident = ident


class Slice(Struct, frozen=True):
    """One page of a long list."""

    items: Sequence[Any]
    number: int
    pages: int
    whole: int


class Context:
    """One request for a page."""

    def __init__(self, request: Request, language: str) -> None:
        self.request, self.language = request, language
        self.live: Live = request.app.state.live
        self.desk: Desk = self.live.desk()
        self.user: User = user_of(request)
        self.query = dict(request.query_params)
        self.decided = self.query.pop("decided", "")
        """The decision that was just recorded on this page: said once, and in no further address."""
        self.view = View(self.desk, language, request.url.path, token_of(request), self.query)

    def show(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page made from a template."""
        page = environment().get_template(template)
        v = self.view
        html = page.render(
            v=v,
            d=self.desk.d,
            desk=self.desk,
            t=v.t,
            user=self.user,
            trouble=self.live.trouble,
            shared=self.request.app.state.shared is not None,
            telling=telling,
            made=self.desk.decision.get(self.decided),
            **values,
        )
        return HTMLResponse(html, status, {"Content-Language": self.language, "Cache-Control": "private, no-cache"})

    def slice(self, items: Sequence[T], per: int = PER_PAGE) -> Slice:
        """Return the part of a list that the query's ``page`` asks for; a page out of range is the nearest one."""
        pages = max(1, -(-len(items) // per))
        asked = self.query.get("page", "1")
        number = max(1, min(pages, int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1))
        return Slice(items[(number - 1) * per : number * per], number, pages, len(items))


def context(request: Request, language: str) -> Context:
    """Return the context of a request; raises :class:`Missing` for a language isnad has no words in."""
    if language not in LANGUAGES:
        raise Missing
    return Context(request, language)


Here = Annotated[Context, Depends(context)]


def fault_page(request: Request, status: int, what: str, advice: str = "", ident: str = "") -> Response:
    """Return a page that says what went wrong, and what was decided about an id that is no more."""
    if request.app.state.shared is not None and getattr(request.state, "user", None) is None:
        return refused(request, status, what)  # a page would show the dossier's title to who has not entered
    first = request.url.path.split("/")[1]
    c = Context(request, first if first in LANGUAGES else "en")
    told = [j for j in c.desk.standing if ident and ident in j.target.values()]
    return c.show("fault.html", status, code=status, what=what, advice=advice, decided=told)


def explained(request: Request, fault: IsnadError, status: int = 400) -> Response:
    """Return what isnad refused as a page."""
    return fault_page(request, status, fault.what, fault.advice)
