"""A decision in words: what was decided, about what, and which values it set. A ledger may come from anywhere: nothing in it is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from isnad.export.words import date_words
from isnad.model import Interval, Judgement
from isnad.web.templating import NATIVE
from isnad.web.view import View

_PLAIN = frozenset({"type", "id", "left", "right", "comment", "locked"})
"""What a decision's target holds beside the values it sets."""


def verdict(view: View, j: Judgement) -> str:
    """Return what kind of decision it is, in a word or two."""
    if j.target.get("type") == "judgement":
        return view.t("undo")
    if j.target.get("comment") is True:
        return view.t("comment")
    if j.target.get("locked") is True:
        return view.t("lock")
    return view.t("split off" if j.kind == "different" and "forms" in j.target else f"judge {j.kind}")


def about(view: View, j: Judgement, but: str = "") -> list[Markup]:
    """Return the things a decision speaks of, as links where they are still there; without the one whose page it is (``but``)."""
    named = [str(j.target[k]) for k in ("id", "left", "right") if k in j.target]
    return [_thing(view, i) for i in dict.fromkeys(named) if i != but]


def changes(view: View, j: Judgement) -> list[tuple[str, Markup]]:
    """Return the values a decision set: name of the field, and the value as the reader would write it."""
    return [(view.t(str(k)), _value(view, str(k), x)) for k, x in j.target.items() if k not in _PLAIN]


def _thing(view: View, ident: str) -> Markup:
    desk = view.desk
    if ident in desk.entities:
        return view.name(ident)
    if ident in desk.events:
        return view.link(view.titled(desk.events[ident].title), "events", ident)
    if ident in desk.quotations:
        return view.link(view.quoted(desk.quotations[ident].words, 120), "quotations", ident)
    if ident in desk.agreements:
        page, words = view.url("agreements"), view.titled(desk.agreements[ident].title)
        return Markup('<a href="{}#{}">{}</a>').format(page, ident, words)
    if ident in desk.disagreements:
        page, words = view.url("disagreements"), view.about(desk.disagreements[ident])
        return Markup('<a href="{}#{}">{}</a>').format(page, ident, words)
    if ident in desk.decision:
        j = desk.decision[ident]
        parts = [
            Markup("{}").format(verdict(view, j)),
            *(about(view, j) if j.target.get("type") != "judgement" else []),
        ]
        return Markup('<a class="quiet" href="{}#{}">{}</a>').format(
            view.url("decisions"), ident, Markup(" ").join(Markup(p).striptags() for p in parts)
        )
    return Markup('<bdi dir="ltr">{}</bdi>').format(ident)


def _value(view: View, field: str, value: object) -> Markup:
    if value is None:
        return Markup("{}").format(view.t({"date": "undated", "speaker": "unknown speaker"}.get(field, "none")))
    if field == "date" and isinstance(value, Mapping):
        return view.text(_days(value, view.language), view.language)
    if isinstance(value, Mapping):
        pairs = (Markup("{} <small>{}</small>").format(view.text(x), NATIVE.get(str(k), k)) for k, x in value.items())
        return Markup(" · ").join(pairs)
    if isinstance(value, list | tuple):
        return Markup(" · ").join(view.text(x) for x in value)
    if str(value) in view.desk.entities:
        return view.name(str(value))
    return view.text(view.t(str(value)) if field == "status" else value)


def _days(value: Mapping[str, object], language: str) -> str:
    try:
        start = date.fromisoformat(str(value.get("start")))
        end = date.fromisoformat(str(value.get("end") or value.get("start")))
        return date_words(Interval(start, end, "day" if start == end else "range", ""), language)
    except ValueError:
        return " – ".join(str(x) for x in value.values())
