"""Who signed one agreement: two pages that each name both signatories, and not the same two, contradict each other.

A page is read where it says that the agreement was signed; the sentence that names two people there is its answer. Who is named as not
having signed ("not the former minister") is none of them. A page that names one signatory, or many, leaves somebody out and
contradicts nobody. Names in two scripts are not compared: two spellings of one name may not have been seen to be one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from isnad.compose.cast import Cast
from isnad.compose.events import named_by
from isnad.languages import LANGUAGES, table
from isnad.model import Citation, EventGroup, MentionRef, Reading, Span
from isnad.text import fold_key, tokens

BOTH = 2
"""Signatories that a page must name."""


class Signer(Struct, frozen=True):
    """One signatory as one page names them."""

    article: str
    entity: str
    cite: Citation


def rival_signers(
    refs: Sequence[MentionRef], event: EventGroup | None, cast: Cast
) -> Iterator[tuple[tuple[Signer, ...], tuple[Signer, ...]]]:
    """Yield pairs of pages' signatories of one agreement, those on whom both agree left out."""
    named = {
        a: both for a, spans in _where(refs, event, cast).items() if (both := _both(cast.readings[a], spans, cast))
    }
    pages = sorted(named)
    for i, a in enumerate(pages):
        for b in pages[i + 1 :]:
            x, y = named[a], named[b]
            shared = x.keys() & y.keys()
            one, other = tuple(x[e] for e in x if e not in shared), tuple(y[e] for e in y if e not in shared)
            if not one or len(one) != len(other):
                continue
            if _one_script(cast, a, b) and not _kindred(one, other, cast):
                yield one, other


def _one_script(cast: Cast, a: str, b: str) -> bool:
    return (cast.readings[a].article.language == "ar") == (cast.readings[b].article.language == "ar")


def _kindred(one: Sequence[Signer], other: Sequence[Signer], cast: Cast) -> bool:
    """True when a word of one side's names begins like one of the other's: it may be one person, spelled in two ways."""
    x, y = ({w[:4] for s in side for w in _words(s, cast)} for side in (one, other))
    return len(one) == 1 and bool(x & y) and not _differ(one[0], other[0], cast)


def _differ(a: Signer, b: Signer, cast: Cast) -> bool:
    """True of two of one family: the given names differ."""
    x, y = _words(a, cast), _words(b, cast)
    return bool(x and y) and x[0][:3] != y[0][:3] and len(x) > 1 and len(y) > 1


def _words(s: Signer, cast: Cast) -> list[str]:
    text = cast.readings[s.article].article.text[s.cite.start : s.cite.end]
    return [fold_key(t.text) for t in tokens(text) if len(t.text) > 2]


def _where(refs: Sequence[MentionRef], event: EventGroup | None, cast: Cast) -> Mapping[str, list[Span]]:
    """The sentences of each page that say that the agreement was signed."""
    found: dict[str, list[Span]] = {}
    places = [
        (r.article, s.start)
        for r in refs
        if r.article in cast.readings
        for s in cast.readings[r.article].agreements[r.index].steps
        if s.status == "signed"
    ]
    if event is not None:
        places += [(m.article, e.trigger.start) for m, e in named_by(event, cast) if e.kind == "signing" and not e.bare]
    for article, at in places:
        sentence = next((s for s in cast.readings[article].sentences if s.start <= at < s.end), None)
        if sentence is not None and sentence not in found.setdefault(article, []):
            found[article].append(sentence)
    return found


def _both(reading: Reading, spans: Sequence[Span], cast: Cast) -> dict[str, Signer]:
    """The two people of the one sentence that names exactly two; nothing when none does, or two sentences name other pairs."""
    pairs = [p for s in spans if len(p := dict(_people(reading, s, cast))) == BOTH]
    return pairs[0] if pairs and all(p.keys() == pairs[0].keys() for p in pairs) else {}


def _people(reading: Reading, span: Span, cast: Cast) -> Iterator[tuple[str, Signer]]:
    article = reading.article
    if article.language not in LANGUAGES:
        return
    for i, m in enumerate(reading.mentions):
        if m.kind != "person" or m.form != "name" or not span.start <= m.start < span.end:
            continue
        if _refused(article.text[span.start : m.start], article.language):
            continue
        for entity in cast.named(article.id, i):
            if cast.entities[entity].kind == "person" and _whole(entity, cast):
                yield entity, Signer(article.id, entity, m.span.cite(article.id))


def _whole(entity: str, cast: Cast) -> bool:
    """True of a person whom some page names with more than one word: a single word may be anybody, or a firm."""
    forms = (
        cast.readings[m.article].mentions[m.index] for m in cast.entities[entity].members if m.article in cast.readings
    )
    return any(f.form == "name" and len(f.text.split()) > 1 for f in forms)


def _refused(before: str, language: str) -> bool:
    """True when the words right before a name, back to the last mark, say that it was not this one."""
    keys = [fold_key(t.text) or t.text for t in tokens(before)]
    cut = next((i for i in range(len(keys) - 1, -1, -1) if keys[i] in (",", "،", ";", "؛", "(")), -1)
    return any(
        k in _negations(language) or (language == "ar" and k[1:] in _negations(language)) for k in keys[cut + 1 :]
    )


@cache
def _negations(language: str) -> frozenset[str]:
    words = table(language, "grammar")["words"]["negation"]
    return frozenset(fold_key(w) for w in words) | {"not", "non", "no", "لا", "ليس", "وليس", "rather"}
