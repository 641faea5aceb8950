"""Who copied whom: from what is printed first, then from time and containment; never from one weak sign alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

from isnad.languages import table
from isnad.link.hands import credited_below, is_issuer, own_agency, same_medium
from isnad.model import Article, Copy, Direction, Reading
from isnad.text import fold_key

NEARLY_ALL = 0.8
"""Overlap from which one text is nearly all contained in the other."""
SURE_CREDITS = frozenset({"agency", "outlet", "foreign press", "unknown"})


def direct(copies: Sequence[Copy], readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Return the copies with a direction where what is printed says so, or where two weaker signs agree.

    A page that has its wording from another in its own language is no translator on weak signs.
    """
    by_id = {r.article.id: r for r in readings}
    written: set[str] = set()
    found = {c.id: _directed(c, by_id, written) for c in copies if c.kind != "translation"}
    for c in found.values():
        # Of two pages in one wording, the one that is not the source has its words from the other.
        if c.kind in ("identical", "near"):
            written.update(set(c.articles) - ({c.direction.source} if c.direction else set()))
    found |= {c.id: _directed(c, by_id, written) for c in copies if c.kind == "translation"}
    return tuple(found[c.id] for c in copies)


def _directed(copy: Copy, by_id: Mapping[str, Reading], written: set[str]) -> Copy:
    a, b = (by_id[x] for x in copy.articles[:2])
    there, back = _printed(a, b) or _issued(a, b), _printed(b, a) or _issued(b, a)
    if bool(there) != bool(back):
        source, target, basis = (a, b, there) if there else (b, a, back)
        return _set(copy, source.article, target.article, basis)
    if there:
        return copy
    weak = (_earlier(a.article, b.article), _fuller(a, b, copy), _wire(a, b), _dispatch(a, b), _addition(a, b, copy))
    signs = [s for s in weak if s]
    if copy.kind == "translation" and len(signs) == 1 and (at_home := _tongue(a, b)) and at_home[0] == signs[0][0]:
        signs.append(at_home)  # it bears another sign out, and is none against others: agencies report from everywhere
    if copy.kind == "translation" and len(signs) == 1 and signs[0] == _earlier(a.article, b.article):
        signs += _after(a.article, b.article)
    if len(signs) >= 2 and len({first for first, _ in signs}) == 1:
        source, target = (a, b) if signs[0][0] == a.article.id else (b, a)
        if copy.kind == "translation" and target.article.id in written:
            return copy  # its words may as well come from the page in its own language
        return _set(copy, source.article, target.article, "; ".join(why for _, why in signs))
    return copy


def _set(copy: Copy, source: Article, target: Article, basis: str) -> Copy:
    return msgspec.structs.replace(copy, direction=Direction(source.id, target.id, basis))


def _printed(source: Reading, target: Reading) -> str:
    """What the target prints of its source: the source's house as credit or publisher, its dispatch, or its communiqué's owner.

    A page that reprints a medium is not that medium's: whoever credits the medium need not have it from there.
    """
    house = source.article.via or source.article.publisher
    if target.article.via and house and same_medium(target.article.publisher or "", house):
        return f"“{target.article.via}” prints “{house}” as publisher"
    own = target.article.publisher or ""
    if house and own and same_medium(own, house) and credited_below(target) and not credited_below(source):
        return f"the copy names “{own}” at its foot as the source"
    for credit in target.credits if house else ():
        its_own = not target.article.via and own and same_medium(credit.name, own)
        if credit.kind in SURE_CREDITS and house and not its_own and same_medium(credit.name, house):
            return f"the copy credits “{credit.name}”"
    for dispatch in () if source.article.via else source.credits:
        if dispatch.whole and dispatch.kind == "agency" and (not house or own_agency(source)):
            if target.article.via and same_medium(target.article.publisher or "", dispatch.name):
                return f"“{target.article.via}” prints “{own}” as publisher, whose dispatch the other page is"
            media = (c for c in target.credits if not c.whole and c.kind in SURE_CREDITS)
            named = next((c for c in media if same_medium(c.name, dispatch.name)), None)
            if named is not None:
                return f"the copy credits “{named.name}”, whose dispatch the other page is"
    if _itself(source, "communique") and any(c.kind == "communique" for c in target.credits):
        return "the copy credits a communiqué, and the other page is the communiqué itself"
    return ""


def _issued(source: Reading, target: Reading) -> str:
    """A body's own page is the source of what a newspaper prints in the same words."""
    mine, theirs = (is_issuer(r.article.publisher or "") for r in (source, target))
    if mine and not theirs and target.article.publisher:
        return f"“{source.article.publisher}” is the body that speaks, on its own page"
    return ""


def _itself(reading: Reading, kind: str) -> bool:
    """True when a page is the communiqué: it is credited to its own publisher as a whole."""
    publisher = fold_key(reading.article.publisher or "")
    return any(c.kind == kind and c.whole and publisher and publisher in fold_key(c.name) for c in reading.credits)


def _earlier(a: Article, b: Article) -> tuple[str, str] | None:
    if a.published is None or b.published is None:
        return None
    if a.published.end < b.published.start:
        return a.id, f"published {(b.published.start - a.published.end).days} days earlier"
    if b.published.end < a.published.start:
        return b.id, f"published {(a.published.start - b.published.end).days} days earlier"
    return None


def _after(a: Article, b: Article) -> list[tuple[str, str]]:
    """A translation comes out soon after its original: of two pages with a day each, some days apart at most, the later is it."""
    if (
        a.published is None
        or b.published is None
        or any(x.published and x.published.precision != "day" for x in (a, b))
    ):
        return []
    first, second = sorted((a, b), key=lambda x: x.published.start if x.published else date.max)
    apart = (second.published.start - first.published.start).days if second.published and first.published else 0
    return [(first.id, "a translation comes out after its original")] if 0 < apart <= SOON else []


SOON = 7
"""Days within which a paper prints a translation of what another has printed."""


def _fuller(a: Reading, b: Reading, copy: Copy) -> tuple[str, str] | None:
    """The text that holds nearly all of the other, and much more besides, is the source."""
    if copy.overlap < NEARLY_ALL:
        return None
    sizes = [_letters(r) for r in (a, b)]
    if copy.kind == "translation":
        # One language takes more letters than another: the sentences must bear it out, or say it themselves.
        told = [_sentences(r) for r in (a, b)]
        if min(told) <= 0.8 * max(told):
            sizes = told
        elif (told[0] - told[1]) * (sizes[0] - sizes[1]) <= 0:
            return None
    if min(sizes) > 0.8 * max(sizes):
        return None
    source = a if sizes[0] > sizes[1] else b
    return source.article.id, "the other text is nearly all contained in it"


def _letters(reading: Reading) -> int:
    return sum(p.end - p.start for p in reading.article.own())


def _sentences(reading: Reading) -> int:
    running = [p for p in reading.article.own() if p.kind in ("lead", "body")]
    return sum(any(p.start <= s.start and s.end <= p.end for p in running) for s in reading.sentences)


def _wire(a: Reading, b: Reading) -> tuple[str, str] | None:
    """An agency's own page is where the words come from, rather than a newspaper's."""
    mine, theirs = own_agency(a), own_agency(b)
    if mine == theirs:
        return None
    source = a if mine else b
    return source.article.id, f"“{source.article.publisher}” is an agency"


def _dispatch(a: Reading, b: Reading) -> tuple[str, str] | None:
    """A page that prints an agency's dispatch as it is, beside one that names the agency for a part."""
    found = []
    for source, target in ((a, b), (b, a)):
        wholes = [c.name for c in source.credits if c.whole and c.kind == "agency"]
        parts = [c.name for c in target.credits if c.kind == "agency" and not c.whole]
        if any(same_medium(x, y) for x in wholes for y in parts):
            found.append((source.article.id, "it prints as a dispatch what the other credits to the agency"))
    return found[0] if len(found) == 1 else None


def _tongue(a: Reading, b: Reading) -> tuple[str, str] | None:
    """Of a page and its translation, the one in a language of the state that both speak mostly of."""
    state = _state((a, b))
    if state is None:
        return None
    at_home = [r for r in (a, b) if state in _states_of(r.article.language)]
    return (
        (at_home[0].article.id, f"it is in a language of the press of {state}, the other is not")
        if len(at_home) == 1
        else None
    )


def _state(readings: Sequence[Reading]) -> str | None:
    """The state that pages speak mostly of: more than of all others together."""
    spoken = Counter(m.country for r in readings for m in r.mentions if m.country)
    state, most = max(spoken.items(), key=lambda x: (x[1], x[0]), default=(None, 0))
    return state if 2 * most > spoken.total() else None


@cache
def _states_of(language: str) -> frozenset[str]:
    return frozenset(table("shared", "tongues").get(language, ()))


def _addition(a: Reading, b: Reading, copy: Copy) -> tuple[str, str] | None:
    """A page that reports later days around the passage it shares took it from the page that does not know of them."""
    if copy.overlap >= NEARLY_ALL:
        return None
    first, second = (
        max((e.date.start for e in r.events if e.date and e.status == "happened"), default=None) for r in (a, b)
    )
    if first is None or second is None or first == second:
        return None
    source = a if first < second else b
    return source.article.id, "the other text tells of a later day"
