"""Whose word it is: the origins behind every article and every claim, and how many of them are independent.

A communiqué, an agency or a foreign paper that a page names is an origin, whether its own page is in the corpus or not. One
owner's communiqués of different days are different origins; one communiqué told in two languages is one. Two pages that
copy each other share their origins. What a page adds of its own is its own reporting, as far as anybody can see: so the
number of independent origins is a range.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

import msgspec
from msgspec import Struct

from isnad.languages.meanings import concepts, nation_of, words_of
from isnad.link.directions import ISSUERS
from isnad.link.linker import _Groups
from isnad.model import Citation, Copy, Credit, EntityGroup, EventGroup, IndependentOrigins, Origin, Reading
from isnad.model.reading import OriginKind
from isnad.text import fold_key

SAME_DAYS = 4
"""Days within which one owner's communiqués on one matter are taken for one."""
NEIGHBOURS = 40
"""Credits of one owner, in order of days, that are compared with each."""
COPIED = frozenset({"identical", "near", "translation"})


class Sources(Struct, frozen=True):
    """The origins; for each credit (article, index) its origin; for each article the origins it may rest on, and its own."""

    origins: tuple[Origin, ...]
    of_credit: dict[tuple[str, int], str]
    whole: dict[str, frozenset[str]]
    possible: dict[str, frozenset[str]]
    own: dict[str, str]


class _Named(Struct, frozen=True):
    article: str
    index: int
    credit: Credit
    owner: str
    reading: Reading


def find_origins(
    readings: Sequence[Reading], copies: Sequence[Copy], entities: Sequence[EntityGroup], stories: Mapping[str, str]
) -> Sources:
    """Return the origins behind the articles; ``stories`` gives each article's story."""
    entity_of = {(m.article, m.index): g.id for g in entities for m in g.members}
    named = [_Named(r.article.id, i, c, _owner(r, c, entity_of), r) for r in readings for i, c in enumerate(r.credits)]
    named += [n for r in readings if (n := _issuer(r)) is not None]
    groups = _one_origin(named, stories, copies)
    origins: list[Origin] = []
    of_credit: dict[tuple[str, int], str] = {}
    whole: dict[str, set[str]] = defaultdict(set)
    possible: dict[str, set[str]] = defaultdict(set)
    for members in groups:
        origin = _origin(members)
        origins.append(origin)
        for m in members:
            if m.index >= 0:
                of_credit[m.article, m.index] = origin.id
            possible[m.article].add(origin.id)
            if m.credit.whole:
                whole[m.article].add(origin.id)
    own = _own(readings, copies, whole, possible)
    origins += _reports(readings, own, whole)
    return Sources(
        tuple(_with_articles(origins, possible, own)),
        of_credit,
        {k: frozenset(v) for k, v in whole.items()},
        {r.article.id: frozenset(possible[r.article.id] | {own[r.article.id]}) for r in readings},
        own,
    )


def _issuer(reading: Reading) -> _Named | None:
    """A page that a ministry, a firm or a club publishes itself is its own communiqué."""
    article = reading.article
    name = article.publisher or ""
    first = next((p for p in article.parts if p.kind in ("title", "lead", "body")), None)
    if first is None or not concepts(name)[0] & ISSUERS or any(c.whole for c in reading.credits):
        return None
    credit = Credit("communique", name, first.start, first.end, whole=True)
    return _Named(article.id, -1, credit, "=" + fold_key(name), reading)


def _owner(reading: Reading, credit: Credit, entity_of: Mapping[tuple[str, int], str]) -> str:
    """Who issued it: the entity, else what the name means or says."""
    if credit.owner is not None and (found := entity_of.get((reading.article.id, credit.owner))):
        return found
    return "=" + fold_key(credit.name)


def _one_origin(named: Sequence[_Named], stories: Mapping[str, str], copies: Sequence[Copy]) -> list[list[_Named]]:
    """Group credits that name one origin: in one article by owner; across articles by owner, matter and days."""
    ids = [f"{n.article}#{n.index}" for n in named]
    groups = _Groups(ids)
    owned: dict[tuple[str, str], list[int]] = defaultdict(list)
    inside: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, n in enumerate(named):
        owned[n.credit.kind, n.owner].append(at)
        inside[n.credit.kind, n.article].append(at)
    for (kind, _), rows in inside.items():
        # "The communiqué" of an article that names one owner of communiqués is theirs.
        if kind == "communique" and any(_nameless(named[at].credit) for at in rows) and _one_owner(named, rows):
            for at in rows[1:]:
                groups.join(ids[rows[0]], ids[at])
    for rows in owned.values():
        rows.sort(key=lambda at: (_day(named[at].reading), at))
        for k, at in enumerate(rows):
            for other in rows[k + 1 : k + 1 + NEIGHBOURS]:
                if _same(named[at], named[other], stories):
                    groups.join(ids[at], ids[other])
    _share_communiques(named, ids, groups, copies)
    sets: dict[str, list[_Named]] = defaultdict(list)
    for ident, n in zip(ids, named, strict=True):
        sets[groups.find(ident)].append(n)
    return list(sets.values())


def _share_communiques(named: Sequence[_Named], ids: Sequence[str], groups: _Groups, copies: Sequence[Copy]) -> None:
    """Two pages that are copies, each naming one communiqué, name the same one, whatever they call it."""
    of: dict[str, set[str]] = defaultdict(set)
    for ident, n in zip(ids, named, strict=True):
        if n.credit.kind == "communique":
            of[n.article].add(groups.find(ident))
    for c in copies:
        a, b = c.articles[:2]
        if c.kind in COPIED and len(of[a]) == 1 and len(of[b]) == 1:
            x, y = next(iter(of[a])), next(iter(of[b]))
            if groups.join(x, y):
                root = groups.find(x)
                for roots in of.values():
                    if roots & {x, y}:
                        roots -= {x, y}
                        roots.add(root)


def _same(a: _Named, b: _Named, stories: Mapping[str, str]) -> bool:
    """One owner's words in one article, or in one story within days."""
    if a.article == b.article:
        return True
    return stories.get(a.article) == stories.get(b.article) and _near(a.reading, b.reading)


def _day(reading: Reading) -> str:
    return reading.article.published.start.isoformat() if reading.article.published else "9999"


def _nameless(credit: Credit) -> bool:
    """ "Le communiqué", "la même source": no owner is printed."""
    return credit.owner is None and not concepts(credit.name)[0]


def _one_owner(named: Sequence[_Named], rows: Sequence[int]) -> bool:
    return len({named[at].owner for at in rows if not _nameless(named[at].credit)}) <= 1


def _near(a: Reading, b: Reading) -> bool:
    x, y = a.article.published, b.article.published
    if x is None or y is None:
        return False
    return x.start - timedelta(SAME_DAYS) <= y.end and y.start - timedelta(SAME_DAYS) <= x.end


def _origin(members: Sequence[_Named]) -> Origin:
    first = max(members, key=lambda m: (m.credit.owner is not None, len(m.credit.name)))
    key = hashlib.sha256("|".join(sorted(f"{m.article}#{m.index}" for m in members)).encode()).hexdigest()[:12]
    articles = tuple(dict.fromkeys(m.article for m in members))
    cites = tuple(sorted(Citation(m.article, m.credit.start, m.credit.end) for m in members))
    why = (
        f"named in {len(articles)} article{'s' if len(articles) > 1 else ''}: "
        + "; ".join(dict.fromkeys(m.credit.name for m in members)),
    )
    kind = first.credit.kind
    if kind == "outlet" and any(nation_of(w) for w in words_of(first.credit.name)):
        kind = "foreign press"
    return Origin(f"o-{key}", kind, first.credit.name, articles, cites, why)


def _own(
    readings: Sequence[Reading], copies: Sequence[Copy], whole: dict[str, set[str]], possible: dict[str, set[str]]
) -> dict[str, str]:
    """The article each article's own words come from; copies of one text are one, and share what they credit."""
    ids = [r.article.id for r in readings]
    groups = _Groups(ids)
    for c in copies:
        if c.kind in COPIED or c.overlap >= 0.5:
            for other in c.articles[1:]:
                groups.join(c.articles[0], other)
    sets: dict[str, list[str]] = defaultdict(list)
    for i in ids:
        sets[groups.find(i)].append(i)
    own: dict[str, str] = {}
    for members in sets.values():
        shared = set().union(*(possible[m] for m in members))
        entire = set().union(*(whole[m] for m in members))
        name = "o-" + hashlib.sha256(min(members).encode()).hexdigest()[:12]
        for m in members:
            own[m] = name
            possible[m] |= shared
            if entire:
                whole[m] |= entire
    return own


def _reports(readings: Sequence[Reading], own: Mapping[str, str], whole: Mapping[str, set[str]]) -> list[Origin]:
    """Own reporting as an origin for every text that is not wholly credited to somebody else."""
    sets: dict[str, list[Reading]] = defaultdict(list)
    for r in readings:
        sets[own[r.article.id]].append(r)
    found = []
    for ident, members in sorted(sets.items()):
        if any(whole.get(m.article.id) for m in members):
            continue
        first = min(
            members,
            key=lambda m: (m.article.published.start.isoformat() if m.article.published else "9999", m.article.id),
        )
        kind: OriginKind = "outlet" if first.article.publisher else "unknown"
        title = next((p for p in first.article.parts if p.kind in ("title", "lead", "body")), None)
        cites = (Citation(first.article.id, title.start, title.end),) if title else ()
        why = "the text credits nobody as a whole" + (f"; {len(members)} pages share it" if len(members) > 1 else "")
        articles = tuple(m.article.id for m in members)
        found.append(Origin(ident, kind, first.article.publisher or "unknown", articles, cites, (why,)))
    return found


def _with_articles(origins: Sequence[Origin], possible: Mapping[str, set[str]], own: Mapping[str, str]) -> list[Origin]:
    """Origins with every article that repeats them, copies included."""
    out = []
    for o in origins:
        more = [a for a, ids in possible.items() if o.id in ids and a not in o.articles]
        out.append(msgspec.structs.replace(o, articles=(*o.articles, *sorted(more))))
    return out


def rest_on(events: Sequence[EventGroup], readings: Sequence[Reading], sources: Sources) -> tuple[EventGroup, ...]:
    """Return the events with the origins each rests on and how many of these are independent, as a range."""
    by_id = {r.article.id: r for r in readings}
    out = []
    for group in events:
        sure: dict[str, set[str]] = defaultdict(set)
        maybe: dict[str, set[str]] = defaultdict(set)
        for ref in group.members:
            credits = by_id[ref.article].events[ref.index].credits
            named = {sources.of_credit[ref.article, c] for c in credits if (ref.article, c) in sources.of_credit}
            text = sources.own[ref.article]
            sure[text] |= named or set(sources.whole.get(ref.article, ()))
            maybe[text] |= named or set(sources.possible[ref.article])
        out.append(_counted(group, sure, maybe))
    return tuple(out)


def _counted(group: EventGroup, sure: Mapping[str, set[str]], maybe: Mapping[str, set[str]]) -> EventGroup:
    """At most: every text that credits nobody speaks for itself. At least: every text rests on an origin others share."""
    most: set[str] = set()
    for text, origins in sure.items():
        most |= origins or {text}
    least = _fewest([sure[t] or maybe[t] for t in sure])
    low, high = min(least, len(most)), len(most)
    shown = sorted(most)
    why = ""
    if low < high:
        why = "some pages credit an origin elsewhere in their text and may rest on it here too"
    return msgspec.structs.replace(group, origins=tuple(shown), independent=IndependentOrigins(low, high, why))


def _fewest(choices: list[set[str]]) -> int:
    """The fewest origins that every text can rest on: a greedy cover."""
    left = [c for c in choices if c]
    n = 0
    while left:
        counts: dict[str, int] = defaultdict(int)
        for c in left:
            for o in c:
                counts[o] += 1
        best = max(sorted(counts), key=lambda o: counts[o])
        left = [c for c in left if best not in c]
        n += 1
    return max(n, 1)
