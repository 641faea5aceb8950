"""What one side reports and another denies, also where one page tells both."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

from isnad.compose.cast import Cast, in_order
from isnad.compose.events import tellings_of
from isnad.compose.rivalry import together
from isnad.languages import LANGUAGES, table
from isnad.model import Citation, Disagreement, DisagreementValue, EventMention, Links, MentionRef
from isnad.text import fold_key, tokens

WHY = "reported by one side, denied by another"


def answered(event: str, told: Sequence[tuple[MentionRef, EventMention]], cast: Cast) -> Disagreement | None:
    """Return the dispute that a denial holds alone, by naming the claim it answers ("denied what a newspaper had published").

    ``None`` when nobody denies the event, or somebody is seen to affirm it: then the tellings dispute it themselves.
    """
    if not told or any(e.status != "denied" for _, e in told):
        return None
    claims = [a for m, e in told if (a := _answered(m, e, cast)) is not None]
    if not claims:
        return None
    denied = [(m.article, e.clause.cite(m.article)) for m, e in told]
    ident = hashlib.sha256(f"{event}|status|{WHY}".encode()).hexdigest()[:12]
    values = (_value("reported", claims, cast), _value("denied", denied, cast))
    return Disagreement(f"d-{ident}", {"type": "event", "id": event}, "status", values, WHY)


def disputed(links: Links, cast: Cast, already: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """Return what some claim and others deny, with the words of both sides; a dispute known already of its events is part of it."""
    made: dict[str, Disagreement] = {}
    for d in links.denials:
        said = [(c.article, c) for c in d.claimed if c.article in cast.readings]
        no = [(c.article, c) for c in d.denied if c.article in cast.readings]
        for other in already:
            if other.slot == "status" and other.about["id"] in d.events:
                for v in other.values:
                    (no if v.value == "denied" else said).extend((c.article, c) for c in v.cites)
        said = [x for x in said if x not in no]
        said = [x for x in said if not any(_holds(x[1], y[1]) for y in said)]
        if said and no:
            ident = hashlib.sha256(f"{d.events[0]}|status|{min(d.denied)}".encode()).hexdigest()[:12]
            values = (_value("reported", said, cast), _value("denied", no, cast))
            one = Disagreement(f"d-{ident}", {"type": "event", "id": d.events[0]}, "status", values, WHY)
            made[d.events[0]] = together(made[d.events[0]], one) if d.events[0] in made else one
    return tuple(made.values())


def counted_already(dispute: Disagreement, found: Sequence[Disagreement], links: Links, cast: Cast) -> bool:
    """Return whether what is claimed and denied is but a number that two voices give, and that dispute is told as one of numbers."""
    sides = [[c for v in dispute.values if (v.value == "denied") == no for c in v.cites] for no in (False, True)]
    kinds = {e.kind for g in links.events if g.id == dispute.about["id"] for _, e in tellings_of(g, cast)}
    for d in found:
        if d.slot != "number":
            continue
        held = [
            {k for k, v in enumerate(d.values) if any(_within(c, w) for c in v.cites for w in side)} for side in sides
        ]
        if held[0] and held[1] and held[0] != held[1]:
            return True
        pages = {c.article for side in sides for c in side}
        if held[0] and kinds <= {"accusation"} and all(pages & set(v.articles) for v in d.values):
            return True
    return False


def _within(part: Citation, whole: Citation) -> bool:
    return part.article == whole.article and whole.start <= part.start and part.end <= whole.end


def _holds(whole: Citation, part: Citation) -> bool:
    """True when words hold other words and more: what is claimed is cited without the denial around it."""
    return whole != part and whole.article == part.article and whole.start <= part.start and part.end <= whole.end


def _answered(ref: MentionRef, event: EventMention, cast: Cast) -> tuple[str, Citation] | None:
    """The sentence of a denial that names a claim it answers: "reports that", «ما نشرته صحيفة»."""
    reading = cast.readings[ref.article]
    article = reading.article
    sentence = next((s for s in reading.sentences if s.start <= event.trigger.start < s.end), None)
    if sentence is None or article.language not in LANGUAGES:
        return None
    keys = [fold_key(t.text) for t in tokens(article.text, sentence.start, sentence.end)]
    if not any(tuple(keys[i : i + len(p)]) == p for p in _claims(article.language) for i in range(len(keys))):
        return None
    return ref.article, sentence.cite(ref.article)


@cache
def _claims(language: str) -> tuple[tuple[str, ...], ...]:
    """The folded phrases by which a denial names the claim it answers."""
    phrases = table(language, "numbers")["rivals"]["answered"]
    return tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in phrases)


def _value(value: str, said: Sequence[tuple[str, Citation]], cast: Cast) -> DisagreementValue:
    articles = tuple(dict.fromkeys(a for a, _ in said))
    return DisagreementValue(value, articles, cast.origins_behind([c for _, c in said]), in_order([c for _, c in said]))
