"""Flags of readers, and what moderators do about them; the log of who did what."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from isnad.export.disputes import Disputes
from isnad.export.words import name_of, title_of
from isnad.web.context import Context, Here, Missing, fault_page
from isnad.web.deciding import form_of, ours
from isnad.web.desk import Desk
from isnad.web.guard import token_holds
from isnad.web.shared import LISTS, Shared

router = APIRouter(include_in_schema=False)


def _shared(c: Context) -> Shared:
    shared: Shared | None = c.request.app.state.shared
    if shared is None:
        raise Missing
    return shared


@router.post("/{language}/flag")
async def flag(c: Here) -> Response:
    """Flag a page or a fact; enough different readers hide it until a moderator has looked."""
    shared, form = _shared(c), await form_of(c.request)
    kind, ident, reason, back = ((form.get(k) or [""])[0] for k in ("kind", "id", "reason", "back"))
    if not token_holds(c.request, (form.get("token") or [""])[0]):
        return fault_page(c.request, 403, "this form is no longer good")
    whole = c.live.whole()
    if kind not in LISTS or not any(x.id == ident for x in getattr(whole.d, LISTS[kind])):
        raise Missing(ident)
    shared.flags.flag(kind, ident, shared.account(c.user), reason)
    gone = (kind, ident) in shared.flags.hidden()
    return RedirectResponse(back if ours(back, c.language) and not gone else c.view.url(), 303)


@router.get("/{language}/moderation")
def moderation(c: Here) -> Response:
    """What is flagged, what waits, and the log; for moderators."""
    shared = _shared(c)
    if c.user.role != "moderator":
        return fault_page(c.request, 403, "for moderators")
    whole = c.live.whole()
    flags = [(f, _shown(whole, f.kind, f.target, c.language)) for f in shared.flags.all()]
    return c.show(
        "moderation.html", flags=flags, enough=shared.flags.enough, log=shared.ledger.entries(), broken=shared.ledger.broken(),
        people=shared.people.all(),
    )  # fmt: skip


@router.post("/{language}/moderation")
async def settle(c: Here) -> Response:
    """Keep or remove what was flagged."""
    shared, form = _shared(c), await form_of(c.request)
    kind, ident, verdict = ((form.get(k) or [""])[0] for k in ("kind", "id", "what"))
    if not token_holds(c.request, (form.get("token") or [""])[0]):
        return fault_page(c.request, 403, "this form is no longer good")
    if c.user.role != "moderator":
        return fault_page(c.request, 403, "for moderators")
    if verdict not in ("kept", "removed"):
        return fault_page(c.request, 400, "there is no such decision")
    shared.flags.settle(kind, ident, "kept" if verdict == "kept" else "removed", shared.account(c.user))
    return RedirectResponse(c.view.url("moderation"), 303)


def _shown(whole: Desk, kind: str, ident: str, language: str) -> str:
    """A flagged thing in words; its id when it is in the dossier no more."""
    if kind == "article" and ident in whole.articles:
        return whole.articles[ident].title or whole.articles[ident].source
    if kind == "entity" and ident in whole.entities:
        return name_of(whole.entities[ident], language)
    if kind == "event" and ident in whole.events:
        return title_of(whole.events[ident].title, language)
    if kind == "agreement" and ident in whole.agreements:
        return title_of(whole.agreements[ident].title, language)
    if kind == "quotation" and ident in whole.quotations:
        cite = whole.quotations[ident].words
        return whole.articles[cite.article].text[cite.start : cite.end] if cite.article in whole.articles else ident
    told = Disputes(whole.d, language)
    for x in whole.d.disagreements if kind == "disagreement" else ():
        if x.id == ident:
            return f"{told.about(x)[0]}: {' ≠ '.join(told.value(x.slot, v.value) for v in x.values)}"
    for f in whole.d.figures if kind == "figure" else ():
        if f.id == ident:
            return " ".join(
                whole.articles[c.article].text[c.start : c.end] for c in f.cites[:1] if c.article in whole.articles
            )
    return ident
