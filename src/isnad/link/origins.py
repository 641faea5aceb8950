"""Whose word it is: the origins behind every article and every claim.

A communiqué, an agency or a foreign paper that a page names is an origin, whether its own page is in the corpus or not; where
that page is in the corpus, it and those who name it have one origin. One owner's communiqués of different days are different
origins; one communiqué told in two languages is one. Pages that copy each other share their origins; what a page credits to
nobody is its own report. How many origins behind a fact are independent: :mod:`isnad.link.resting`.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import chain
from typing import Literal

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import concepts, nation_of, words_of
from isnad.link.hands import MEDIA, body_meant, has_a_name, is_issuer, marks, own_agency, same_medium, sounds_of
from isnad.link.nameless import Attributed, same_words, says
from isnad.link.speaking import speaking_media
from isnad.model import Citation, Copy, Credit, EntityGroup, Origin, Reading
from isnad.model.reading import OriginKind
from isnad.text import fold_key

SAME_DAYS = 4
"""Days within which one owner's communiqués on one matter are taken for one."""
OWN_PAGE_DAYS = 30
"""Days before a page names a medium within which that medium's own page on the matter may be what it names."""
NEIGHBOURS = 40
"""Credits of one story, in order of days, that are compared with each."""
SAID = 0.2
"""Likeness from which a medium's own page tells what is credited to it; another report of the same paper stays below .05."""
BEFORE = 24
"""Characters before a post in which stands the "in" that says somebody speaks there."""
COPIED = frozenset({"identical", "near", "translation"})
HALF = 0.55
"""Overlap, more than half of the shorter text, from which a translation or excerpt is the other text, not a passage of it."""


MOST, LONG = 0.7, 5
"""Overlap and passages from which a page tells in its language the whole of another, and not only the communiqué that both credit."""


class Sources(Struct, frozen=True, gc=False):
    """The origins; for each credit (article, index) its origin; for each article the origins it may rest on, and its own."""

    origins: tuple[Origin, ...]
    of_credit: dict[tuple[str, int], str]
    whole: dict[str, frozenset[str]]
    possible: dict[str, frozenset[str]]
    own: dict[str, str]


class _Named(Struct, frozen=True, gc=False):
    """A hand an article names, or the body whose own page it is (``index`` -1)."""

    reading: Reading
    index: int
    credit: Credit
    entity: str | None
    meant: frozenset[str]
    sort: Literal["communique", "media", "other"]
    countries: frozenset[str] = frozenset()

    @property
    def article(self) -> str:
        return self.reading.article.id

    @property
    def node(self) -> str:
        return f"{self.article}#{self.index}"


class _Sets:
    """Union–find over names of nodes; the least name of a set names it."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, x: str) -> str:
        parent = self._parent
        while (up := parent.setdefault(x, x)) != x:
            parent[x] = x = parent.get(up, up)
        return x

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first


def find_origins(
    readings: Sequence[Reading], copies: Sequence[Copy], entities: Sequence[EntityGroup], stories: Mapping[str, str]
) -> Sources:
    """Return the origins behind the articles; ``stories`` gives each article's story. Time grows with the credits."""
    speaking = list(speaking_media(readings, stories))
    credits = chain(((r, c) for r in readings for c in r.credits), speaking)
    owners = {(r.article.id, c.owner) for r, c in credits if c.owner is not None}
    entity_of = {at: g.id for g in entities for m in g.members if (at := (m.article, m.index)) in owners}
    named = [_named(r, i, c, entity_of) for r in readings for i, c in enumerate(r.credits) if not _of_picture(r, c)]
    spoken: Counter[str] = Counter()
    for r, c in speaking:
        named.append(_named(r, len(r.credits) + spoken[r.article.id], c, entity_of))
        spoken[r.article.id] += 1
    named += [n for r in readings if (n := _issuer(r)) is not None]
    sets = _Sets()
    texts = _texts(readings, copies)
    _inside(named, sets)
    _across(named, stories, sets)
    _own_pages(named, readings, stories, texts, sets)
    _shared_communiques(named, copies, sets)
    _repeated_words(named, stories, sets)
    return _gathered(readings, copies, named, texts, sets)


def _of_picture(reading: Reading, credit: Credit) -> bool:
    """True of a credit inside a caption: an agency's picture makes no dispatch of the report."""
    return any(p.kind == "caption" and p.start <= credit.start < p.end for p in reading.article.parts)


def _named(reading: Reading, index: int, credit: Credit, entity_of: Mapping[tuple[str, int], str]) -> _Named:
    owner = credit.owner
    entity = entity_of.get((reading.article.id, owner)) if owner is not None else None
    words = credit.name if owner is None else f"{credit.name} {reading.mentions[owner].text}"
    sort = "communique" if credit.kind == "communique" else "media" if credit.kind in MEDIA else "other"
    countries = {c for w in words_of(words) if (c := nation_of(w))}
    if owner is not None and (country := reading.mentions[owner].country):
        countries = {country}
    return _Named(reading, index, credit, entity, body_meant(words), sort, frozenset(countries))  # type: ignore[arg-type]


def _issuer(reading: Reading) -> _Named | None:
    """A page that a ministry, a firm or a club publishes itself is its own communiqué."""
    article = reading.article
    name = article.publisher or ""
    first = next((p for p in article.parts if p.kind in ("title", "lead", "body")), None)
    if first is None or article.byline or not is_issuer(name) or any(c.whole for c in reading.credits):
        return None
    credit = Credit("communique", name, first.start, first.end, whole=True)
    return _Named(reading, -1, credit, None, body_meant(name), "communique")


def _texts(readings: Sequence[Reading], copies: Sequence[Copy]) -> dict[str, str]:
    """The text each article prints: articles that copy one another print one.

    Two languages that each credit a communiqué have their likeness from it, and neither need have the other's text, unless one tells
    most of the other, sentence after sentence.
    """
    sets = _Sets()
    retold = {r.article.id for r in readings if any(c.kind == "communique" and not c.whole for c in r.credits)}
    for c in copies:
        if (
            c.kind == "translation"
            and retold.issuperset(c.articles)
            and not (c.overlap >= MOST and len(c.passages) >= LONG)
        ):
            continue
        if (c.kind in COPIED and c.kind != "translation") or c.overlap >= HALF:
            for other in c.articles[1:]:
                sets.join(c.articles[0], other)
    return {r.article.id: sets.find(r.article.id) for r in readings}


def _own_hand(n: _Named) -> bool:
    """True of a medium that the page itself is of, whether it says so or is only credited with the whole."""
    article = n.reading.article
    return n.credit.whole or any(name and same_medium(name, n.credit.name) for name in (article.publisher, article.via))


def _posted(n: _Named) -> bool:
    """True of what somebody said *in* a post, a video or a message; what merely goes round is nobody's speech, nor is a document."""
    article = n.reading.article
    if article.language not in LANGUAGES:
        return False
    if n.credit.owner is not None and n.reading.mentions[n.credit.owner].kind != "person":
        return False  # a body's post is its communiqué
    data, words = table(article.language, "agencies"), f" {fold_key(n.credit.name)} "
    before = fold_key(article.text[max(0, n.credit.start - BEFORE) : n.credit.start]).split()[-3:]
    said_in = any(w in data["inside"] for w in before)
    return said_in and any(f" {fold_key(w)} " in words for w in (*data["social"], *data["work"]))


def _inside(named: Sequence[_Named], sets: _Sets) -> None:
    """In one article: one owner is one origin; "the communiqué", "the paper" is the only one named."""
    of: dict[tuple[str, str], list[_Named]] = defaultdict(list)
    for n in named:
        of[n.article, n.sort].append(n)
    for (_, sort), rows in of.items():
        several = _several(rows)
        for i, a in enumerate(rows):
            for b in rows[i + 1 : i + 1 + NEIGHBOURS]:
                if _one_hand(a, b, several):
                    sets.join(a.node, b.node)
        if sort != "other" and len({sets.find(n.node) for n in rows if not _nameless(n)}) <= 1:
            for n in rows[1:]:
                sets.join(rows[0].node, n.node)


def _several(rows: Sequence[_Named]) -> bool:
    """True when bodies of several countries issue texts: "the army" alone is then nobody's."""
    return len({c for n in rows if n.sort == "communique" for c in n.countries}) > 1


def _one_hand(a: _Named, b: _Named, several: bool) -> bool:
    """True when two names are of one owner or medium; ``several`` countries have bodies of the name."""
    if a.sort != b.sort:
        return False
    if a.sort == "media":
        return same_medium(a.credit.name, b.credit.name)
    if a.entity and a.entity == b.entity:
        return True
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    if a.sort == "communique" and a.meant and b.meant and (a.countries & b.countries or not several):
        return a.meant <= b.meant or b.meant <= a.meant
    # "A statement" of one body and "a statement" of another are printed alike.
    return fold_key(a.credit.name) == fold_key(b.credit.name) and bool(sounds_of(a.credit.name))


def _renewed(n: _Named) -> bool:
    """True of a count that is made anew each day: "le bilan de la Protection civile" of Monday is not Wednesday's."""
    language = n.reading.article.language
    if language not in LANGUAGES:
        return False
    words = f" {fold_key(n.credit.name)} "
    return any(f" {fold_key(w)} " in words for w in table(language, "agencies")["renewed"])


def _nameless(n: _Named) -> bool:
    """ "Le communiqué", "la même source", "the paper": whose it is is not printed."""
    if n.sort == "media":
        # "With agencies" at the foot is a hand of its own; "the agency said" is the agency named before.
        return not has_a_name(n.credit.name) and (
            n.credit.kind == "outlet" or (n.credit.kind == "agency" and not n.credit.whole)
        )
    return n.credit.owner is None and not concepts(n.credit.name)[0]


def _across(named: Sequence[_Named], stories: Mapping[str, str], sets: _Sets) -> None:
    """Across articles of one story: one owner's communiqués, one agency's dispatches of the same days are one."""
    of: dict[tuple[str | None, str], list[_Named]] = defaultdict(list)
    for n in named:
        if not _nameless(n):
            of[stories.get(n.article), n.sort].append(n)
    for rows in of.values():
        rows.sort(key=lambda n: (_day(n.reading), n.node))
        several = _several(rows)
        for i, a in enumerate(rows):
            for b in rows[i + 1 : i + 1 + NEIGHBOURS]:
                days = 0 if _renewed(a) or _renewed(b) else SAME_DAYS
                if a.article != b.article and _near(a.reading, b.reading, days) and _one_hand(a, b, several):
                    sets.join(a.node, b.node)


def _own_pages(
    named: Sequence[_Named],
    readings: Sequence[Reading],
    stories: Mapping[str, str],
    texts: Mapping[str, str],
    sets: _Sets,
) -> None:
    """A medium named whose own page on the matter is in the corpus: that page is what is named."""
    pages: dict[tuple[str | None, str], list[Reading]] = defaultdict(list)
    for r in readings:
        for mark in marks(r.article.publisher or ""):
            pages[stories.get(r.article.id), mark].append(r)
    for n in named:
        if n.sort != "media" or _nameless(n):
            continue
        if n.credit.whole and same_medium(n.reading.article.publisher or "", n.credit.name):
            sets.join(n.node, f"own:{texts[n.article]}")  # who is credited with the whole is whose page it is
            continue
        near = {
            r.article.id: r
            for mark in marks(n.credit.name)
            for r in pages.get((stories.get(n.article), mark), ())[:NEIGHBOURS]
            if same_medium(r.article.publisher or "", n.credit.name) and _not_far(r, n.reading, OWN_PAGE_DAYS)
        }
        earlier = [r for r in near.values() if r.article.id != n.article and _not_later(r, n.reading)]
        # An agency whose dispatch is among the pages is one hand; a paper named has more pages than that one.
        if not n.credit.whole and n.credit.kind != "agency":
            earlier = [r for r in earlier if says(r, n.reading, n.credit.start) >= SAID]
        if earlier:
            source = max(earlier, key=lambda r: (r.article.published is not None, _day(r), r.article.id))
            sets.join(n.node, f"own:{texts[source.article.id]}")


def _shared_communiques(named: Sequence[_Named], copies: Sequence[Copy], sets: _Sets) -> None:
    """Two pages that are copies, each naming one communiqué, name the same one, whatever they call it."""
    of: dict[str, list[str]] = defaultdict(list)
    for n in named:
        if n.sort == "communique":
            of[n.article].append(n.node)
    for c in copies:
        a, b = ({sets.find(node) for node in of[x]} for x in c.articles[:2])
        if len(a) == len(b) == 1:
            sets.join(a.pop(), b.pop())


def _repeated_words(named: Sequence[_Named], stories: Mapping[str, str], sets: _Sets) -> None:
    """A communiqué that nobody is named for is the one of the same story and days whose words it repeats."""
    of: dict[str | None, list[_Named]] = defaultdict(list)
    for n in named:
        if n.sort == "communique" and n.index >= 0:
            of[stories.get(n.article)].append(n)
    for rows in of.values():
        rows.sort(key=lambda n: (_day(n.reading), n.node))
        said = [Attributed(sets.find(n.node), not _nameless(n), n.reading, n.credit.start) for n in rows]
        for a, b in same_words(said, lambda x, y: _near(x, y, SAME_DAYS)):
            sets.join(a, b)


def _day(reading: Reading) -> str:
    return reading.article.published.start.isoformat() if reading.article.published else "9999"


def _not_later(a: Reading, b: Reading) -> bool:
    """True unless both days are known and the first is the later."""
    return a.article.published is None or b.article.published is None or _day(a) <= _day(b)


def _not_far(a: Reading, b: Reading, days: int) -> bool:
    """True unless both days are known and lie further apart than ``days``."""
    return a.article.published is None or b.article.published is None or _near(a, b, days)


def _near(a: Reading, b: Reading, days: int) -> bool:
    x, y = a.article.published, b.article.published
    if x is None or y is None:
        return False
    return x.start - timedelta(days) <= y.end and y.start - timedelta(days) <= x.end


def _gathered(
    readings: Sequence[Reading], copies: Sequence[Copy], named: Sequence[_Named], texts: Mapping[str, str], sets: _Sets
) -> Sources:
    """Make the origins of the sets, and say which articles rest on which."""
    own = {a: sets.find(f"own:{text}") for a, text in texts.items()}
    credited: dict[str, list[_Named]] = defaultdict(list)
    of_text: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"possible": set(), "whole": set()})
    for n in named:
        root = sets.find(n.node)
        credited[root].append(n)
        of_text[texts[n.article]]["possible"].add(root)
        if n.credit.whole and root != own[n.article]:
            of_text[texts[n.article]]["whole"].add(root)
    by_text: dict[str, list[Reading]] = defaultdict(list)
    for r in readings:
        by_text[texts[r.article.id]].append(r)
    articles: dict[str, list[str]] = defaultdict(list)
    reported: dict[str, list[Reading]] = defaultdict(list)
    for text, members in by_text.items():
        ids = [r.article.id for r in members]
        for root in sorted(of_text[text]["possible"]):
            articles[root] += ids
        if not of_text[text]["whole"]:
            root = own[ids[0]]
            articles[root] += ids
            reported[root] += members
    names = {root: _id(root) for root in {*articles, *own.values()}}
    possible = {a: {names[root] for root in of_text[t]["possible"]} | {names[own[a]]} for a, t in texts.items()}
    for c in copies:
        if c.direction is not None:
            possible[c.direction.target].add(names[own[c.direction.source]])
    return Sources(
        tuple(_origin(names[root], credited[root], reported[root], articles[root]) for root in sorted(articles)),
        {(n.article, n.index): names[sets.find(n.node)] for n in named if n.index >= 0},
        {a: frozenset(names[root] for root in of_text[t]["whole"]) for a, t in texts.items() if of_text[t]["whole"]},
        {a: frozenset(ids) for a, ids in possible.items()},
        {a: names[root] for a, root in own.items()},
    )


def _id(root: str) -> str:
    return "o-" + hashlib.sha256(root.encode()).hexdigest()[:12]


def _origin(ident: str, named: Sequence[_Named], reported: Sequence[Reading], articles: Iterable[str]) -> Origin:
    """One origin: what it is called where it is named, else whose report it is."""
    ids = tuple(dict.fromkeys(articles))
    cites = {Citation(n.article, n.credit.start, n.credit.end) for n in named}
    if not named:
        first = min(reported, key=lambda r: (_day(r), r.article.id))
        head = next((p for p in first.article.parts if p.kind in ("title", "lead", "body")), None)
        cites |= {Citation(first.article.id, head.start, head.end)} if head else set()
        kind: OriginKind = "agency" if own_agency(first) else "outlet" if first.article.publisher else "unknown"
        why = "the text credits nobody as a whole" + (f"; {len(reported)} pages share it" if len(reported) > 1 else "")
        return Origin(ident, kind, first.article.publisher or "unknown", ids, tuple(sorted(cites)), (why,))
    best = max(named, key=lambda n: (not _nameless(n), n.credit.owner is not None, len(n.credit.name), n.node))
    kind = best.credit.kind
    if kind == "outlet" and (any(map(own_agency, reported)) or any(n.credit.kind == "agency" for n in named)):
        kind = "agency"  # "Source: Al-Lulua", whose page bears the agency's whole name, or which a page calls one
    elif kind == "outlet" and not reported and not any(_own_hand(n) for n in named):
        kind = "foreign press"  # a paper or a station that is only named: no page of its own is among these
    elif kind in ("unknown", "communique") and all(_posted(n) for n in named):
        kind = "speech"  # a post, a video, a message: somebody's own words
    pages = len({n.article for n in named})
    printed = "; ".join(dict.fromkeys(n.credit.name for n in named if n.index >= 0))
    why = f"named in {pages} article{'s' if pages > 1 else ''}: {printed}" if printed else "the body's own page"
    if reported:
        why += "; its own page is among the articles"
    return Origin(ident, kind, best.credit.name, ids, tuple(sorted(cites)), (why,))
