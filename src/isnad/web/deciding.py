"""Decisions in the browser: forms that send one decision each, the ledger, and undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from isnad.decisions import Kind, overruled
from isnad.errors import DecisionError
from isnad.web.context import Context, Here, fault_page
from isnad.web.guard import token_holds

router = APIRouter(include_in_schema=False)
Form = Mapping[str, Sequence[str]]


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
    from starlette.concurrency import run_in_threadpool

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
    forms = [x for x in form.get("form", ()) if x] if what == "split" else []
    if what == "split" and not forms:
        raise DecisionError(c.view.t("choose forms"))
    c.live.decide(kind, ids, c.user.name, _one(form, "reason"), to=values(form), forms=forms)
    return RedirectResponse(_back(c, _one(form, "back"), what), 303)


def ours(back: str, language: str) -> bool:
    """True for a path of this desk, never another site's."""
    try:
        parts = urlsplit(back)
    except ValueError:
        return False
    plain = not parts.netloc and not parts.scheme and "\\" not in back and back.isprintable()
    return plain and back.startswith(f"/{language}") and not back.startswith("//")


def _back(c: Context, back: str, what: str) -> str:
    """Return where to go: a path of ours; the ledger when what was decided on may be gone."""
    if what in ("reject", "undo") or not ours(back, c.language):
        return c.view.url("decisions")
    return back


@router.get("/{language}/decisions")
def decisions(c: Here) -> Response:
    """The ledger, the latest first; what was taken back stays readable."""
    standing = {j.id for j in c.desk.standing}
    lost = set(c.desk.d.meta.get("vanished", ()))
    waiting = {j.id for j in c.desk.pending}
    rows, later = list(reversed(c.desk.decisions)), overruled(c.desk.decisions)
    return c.show("decisions.html", page=c.slice(rows), standing=standing, lost=lost, waiting=waiting, later=later)


@router.get("/{language}/decisions.jsonl")
def ledger(c: Here) -> Response:
    """The ledger as JSON Lines, for version control and other dossiers."""
    from isnad.decisions import write_jsonl

    return Response(
        write_jsonl(c.desk.decisions),
        media_type="application/jsonl",
        headers={"Content-Disposition": 'attachment; filename="decisions.jsonl"'},
    )
