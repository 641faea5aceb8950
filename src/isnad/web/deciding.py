"""Decisions in the browser: forms that send one decision each, the ledger, and undo.

Whoever decides stays on the page; its address then names the decision (``decided=ID``), so that the page says what was recorded and
offers to take it back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from isnad.decisions import Kind, write_jsonl
from isnad.errors import DecisionError
from isnad.model import Judgement
from isnad.web.choosing import CHOICES
from isnad.web.context import Context, Here, Missing, fault_page
from isnad.web.guard import token_holds

router = APIRouter(include_in_schema=False)
Form = Mapping[str, Sequence[str]]
_THING = re.compile(r"/\w+/(?:entities|events|quotations)/([\w-]+)")
"""The page of one thing that may be decided on."""


def _one(form: Form, key: str) -> str:
    return (form.get(key) or [""])[0].strip()


def _texts(field: str) -> Callable[[Form], dict[str, Any]]:
    return lambda f: {field: {_one(f, "in") or "en": _one(f, "value")}}


def _date(f: Form) -> dict[str, Any]:
    if not _one(f, "start"):
        return {"date": None}
    return {"date": {"start": _one(f, "start"), "end": _one(f, "end") or _one(f, "start")}}


VERBS: dict[str, tuple[Kind, Callable[[Form], dict[str, Any]]]] = {
    "join": ("same", lambda f: {}),
    "different": ("different", lambda f: {}),
    "split": ("different", lambda f: {}),
    "reject": ("reject", lambda f: {}),
    "undo": ("reject", lambda f: {}),
    "accept": ("accept", lambda f: {}),
    "lock": ("accept", lambda f: {"locked": True}),
    "comment": ("amend", lambda f: {"comment": True}),
    "name": ("amend", _texts("name")),
    "title": ("amend", _texts("title")),
    "date": ("amend", _date),
    "status": ("amend", lambda f: {"status": _one(f, "value")}),
    "speaker": ("amend", lambda f: {"speaker": _one(f, "value") or None}),
}
"""Name of a form → kind of judgement, and what it sets."""


async def form_of(request: Request) -> Form:
    """Return the fields of a form."""
    body = await request.body()
    try:
        return parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=200)
    except (UnicodeDecodeError, ValueError) as fault:
        raise DecisionError("the form cannot be read") from fault


@router.post("/{language}/decide")
async def decide(c: Here) -> Response:
    """Record one decision and go back to where it was made."""
    form = await form_of(c.request)
    if not token_holds(c.request, _one(form, "token")):
        return fault_page(
            c.request, 403, "this form is no longer good", "go back, load the page again, and send it again"
        )
    if not c.user.edits:
        return fault_page(c.request, 403, "you may read and not decide")
    return await run_in_threadpool(_decide, c, form)


def _decide(c: Context, form: Form) -> Response:
    what = _one(form, "what")
    if what not in VERBS:
        return fault_page(c.request, 400, "there is no such decision")
    kind, values = VERBS[what]
    ids = [x for x in (_one(form, "id"), _one(form, "other") if what in ("join", "different") else "") if x]
    forms = [x for x in form.get("spelling", ()) if x] if what == "split" else []
    if what == "split" and not forms:
        raise DecisionError(c.view.t("choose forms"))
    made = c.live.decide(kind, ids, c.user.name, _one(form, "reason"), to=values(form), forms=forms)
    return RedirectResponse(_back(c, _one(form, "back"), made), 303)


def ours(back: str, language: str) -> bool:
    """True for a path of this desk, never another site's."""
    try:
        parts = urlsplit(back)
    except ValueError:
        return False
    plain = not parts.netloc and not parts.scheme and "\\" not in back and back.isprintable()
    return plain and back.startswith(f"/{language}") and not back.startswith("//")


def _back(c: Context, back: str, made: Judgement) -> str:
    """Return where to go: the page the form stood on, unless it is another site's, or showed what is there no more."""
    parts = urlsplit(back if ours(back, c.language) else c.view.url("decisions"))
    shown = _THING.fullmatch(parts.path)
    if shown and shown[1] not in c.live.desk().decidable:
        parts = urlsplit(c.view.url("decisions"))
    query = [(k, v) for k, v in parse_qsl(parts.query) if k != "decided"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("decided", made.id)])))


@router.get("/{language}/decisions")
def decisions(c: Here) -> Response:
    """The ledger, the latest first; what was taken back stays readable."""
    return c.show("decisions.html", page=c.slice(list(reversed(c.desk.decisions))))


@router.get("/{language}/composing")
def composing(c: Here) -> Response:
    """The note that a dossier is being composed again, asked for until it is not."""
    if c.desk.pending and not c.live.trouble:
        return Response(status_code=204)
    return c.show("composed.html")


@router.get("/{language}/choices")
def choices(c: Here) -> Response:
    """What a form offers to choose from once something was typed: names or events."""
    sort, ident, typed = (c.query.get(k, "")[:200] for k in ("of", "id", "q"))
    if sort not in CHOICES:
        raise Missing
    return c.show("choices.html", options=CHOICES[sort](c.view, ident, typed))


@router.get("/{language}/decisions.jsonl")
def ledger(c: Here) -> Response:
    """The ledger as JSON Lines, for version control and other dossiers."""
    return Response(
        write_jsonl(c.desk.decisions),
        media_type="application/jsonl",
        headers={"Content-Disposition": 'attachment; filename="decisions.jsonl"'},
    )
