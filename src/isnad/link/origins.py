"""Whose word it is: the origins behind every article and every claim.

A communiqué, an agency or a foreign paper that a page names is an origin, whether its own page is in the corpus or not; where
that page is in the corpus, it and those who name it have one origin. One owner's communiqués of different days are different
origins; one communiqué told in two languages is one. Pages that copy each other share their origins; what a page credits to
nobody is its own report. How many origins behind a fact are independent: :mod:`isnad.link.resting`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from isnad.link.hands import (
    body_meant,
    is_initials,
    is_issuer,
    is_paper,
    marks,
    own_agency,
    same_medium,
    sounds_of,
)
from isnad.link.named import (
    NOBODY,
    Issuer,
    Named,
    day,
    named,
    nameless,
    near,
    not_far,
    not_later,
    one_genre,
    one_hand,
    one_sort,
    owner_of,
    parted,
    posted,
    renewed,
    several,
)
from isnad.link.nameless import Attributed, same_words, says
from isnad.link.own_words import beside_credits, known, origin_id
from isnad.link.speaking import speaking_media
from isnad.model import Citation, Copy, Credit, EntityGroup, Origin, Reading
from isnad.model.reading import OriginKind

SAME_DAYS = 4
"""Days within which one owner's communiqués on one matter are taken for one."""
AGENCY_DAYS = 60
"""Days within which what one agency sends on one matter is one origin: however often it writes, it is one newsroom."""
OWN_PAGE_DAYS = 30
"""Days before a page names a medium within which that medium's own page on the matter may be what it names."""
NEIGHBOURS = 40
"""Credits of one story, in order of days, that are compared with each."""
SAID = 0.2
"""Likeness from which a medium's own page tells what is credited to it; another report of the same paper stays below .05."""
LONG_SOUND, JUST_SAID = 3, 0.4
"""Consonants of a word by which a medium is known in part ("Al Mizan al Jaliyi", «الميزان الخليجي»), and the likeness then asked of what it says."""
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
    told = {(r.article.id, i): owner_of(r, i) for r in readings for i in range(len(r.credits))}
    owners = {(article, issuer.mention) for (article, _), issuer in told.items()}
    owners |= {(r.article.id, c.owner) for r, c in speaking}
    entity_of = {at: g.id for g in entities for m in g.members if (at := (m.article, m.index)) in owners}
    hands = [
        named(r, i, c, entity_of, told[r.article.id, i])
        for r in readings
        for i, c in enumerate(r.credits)
        if not _of_picture(r, c)
    ]
    spoken: Counter[str] = Counter()
    for r, c in speaking:
        issuer = NOBODY if c.owner is None else Issuer(c.owner, r.mentions[c.owner].text)
        hands.append(named(r, len(r.credits) + spoken[r.article.id], c, entity_of, issuer))
        spoken[r.article.id] += 1
    hands += [n for r in readings if (n := _issuer(r)) is not None]
    sets = _Sets()
    texts = _texts(readings, copies)
    _inside(hands, sets)
    _across(hands, stories, sets)
    _own_pages(hands, readings, stories, texts, sets)
    _shared_communiques(hands, copies, sets)
    _repeated_words(hands, stories, sets)
    return _gathered(readings, copies, hands, texts, sets)


def _of_picture(reading: Reading, credit: Credit) -> bool:
    """True of a credit inside a caption: an agency's picture makes no dispatch of the report."""
    return any(p.kind == "caption" and p.start <= credit.start < p.end for p in reading.article.parts)


def _issuer(reading: Reading) -> Named | None:
    """A page that a ministry, a firm or a club publishes itself is its own communiqué."""
    article = reading.article
    name = article.publisher or ""
    first = next((p for p in article.parts if p.kind in ("title", "lead", "body")), None)
    if first is None or article.byline or not is_issuer(name) or any(c.whole for c in reading.credits):
        return None
    credit = Credit("communique", name, first.start, first.end, whole=True)
    return Named(reading, -1, credit, None, body_meant(name), "communique")


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


def _own_hand(n: Named) -> bool:
    """True of a medium that the page itself is of, whether it says so or is only credited with the whole."""
    article = n.reading.article
    return n.credit.whole or any(name and same_medium(name, n.credit.name) for name in (article.publisher, article.via))


def _inside(hands: Sequence[Named], sets: _Sets) -> None:
    """In one article: one owner is one origin; "the communiqué", "the paper" is the only one named that it may be."""
    of: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for n in hands:
        of[n.article, n.sort].append(n)
    for (_, sort), rows in of.items():
        states = several(rows)
        for i, a in enumerate(rows):
            for b in rows[i + 1 : i + 1 + NEIGHBOURS]:
                if not (a.bare or b.bare) and one_hand(a, b, states):
                    sets.join(a.node, b.node)
        if sort == "other":
            continue
        known = [n for n in rows if not nameless(n)]
        left: list[Named] = []
        for n in rows:
            if not nameless(n):
                continue
            may = {sets.find(k.node) for k in known[:NEIGHBOURS] if _may_be(n, k)}
            if len(may) == 1:
                sets.join(n.node, may.pop())
            elif not may:
                for other in left[-NEIGHBOURS:]:
                    if _may_be(n, other):
                        sets.join(n.node, other.node)
                left.append(n)


def _may_be(n: Named, other: Named) -> bool:
    """True when words of one page may be for the text that others name; "the agency" is no paper, unless the text is its or it has letters."""
    if n.sort == "media" and n.credit.kind == "agency" and other.credit.kind != "agency":
        known = not is_paper(other.credit.name) and (other.credit.whole or is_initials(other.credit.name))
        if not known:
            return False
    return one_sort(n, other) and not parted(n, other)


def _across(hands: Sequence[Named], stories: Mapping[str, str], sets: _Sets) -> None:
    """Across articles of one story: one owner's communiqués, one agency's dispatches of the same days are one."""
    of: dict[tuple[str | None, str], list[Named]] = defaultdict(list)
    for n in hands:
        if not nameless(n):
            of[stories.get(n.article), n.sort].append(n)
    for rows in of.values():
        rows.sort(key=lambda n: (day(n.reading), n.node))
        states = several(rows)
        for i, a in enumerate(rows):
            for b in rows[i + 1 : i + 1 + NEIGHBOURS]:
                if a.article != b.article and _same_days(a, b) and one_hand(a, b, states):
                    sets.join(a.node, b.node)


def _same_days(a: Named, b: Named) -> bool:
    """True when two pages are of days on which what one hand sends is one origin."""
    if a.credit.kind == b.credit.kind == "agency":
        return not_far(a.reading, b.reading, AGENCY_DAYS)
    if a.joint and b.joint:
        return not_far(a.reading, b.reading, SAME_DAYS)
    return near(a.reading, b.reading, 0 if renewed(a) or renewed(b) else SAME_DAYS)


def _own_pages(
    hands: Sequence[Named],
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
    for n in hands:
        if n.sort != "media" or nameless(n):
            continue
        if n.credit.whole and same_medium(n.reading.article.publisher or "", n.credit.name):
            sets.join(n.node, f"own:{texts[n.article]}")  # who is credited with the whole is whose page it is
            continue
        near = {
            r.article.id: r
            for mark in marks(n.credit.name)
            for r in pages.get((stories.get(n.article), mark), ())[:NEIGHBOURS]
            if not_far(r, n.reading, OWN_PAGE_DAYS) and _named_so(r, n)
        }
        earlier = [r for r in near.values() if r.article.id != n.article and not_later(r, n.reading)]
        # An agency whose dispatch is among the pages is one hand; a paper named has more pages than that one.
        if not n.credit.whole and n.credit.kind != "agency":
            earlier = [r for r in earlier if says(r, n.reading, n.credit.start) >= SAID]
        if earlier:
            source = max(earlier, key=lambda r: (r.article.published is not None, day(r), r.article.id))
            sets.join(n.node, f"own:{texts[source.article.id]}")


def _named_so(page: Reading, n: Named) -> bool:
    """True of a page of the medium named; a long word that sounds the same does where the page tells just what is credited to it."""
    own = page.article.publisher or ""
    if same_medium(own, n.credit.name):
        return True
    shared = sounds_of(own) & sounds_of(n.credit.name)
    return any(len(s) >= LONG_SOUND for s in shared) and says(page, n.reading, n.credit.start) >= JUST_SAID


def _shared_communiques(hands: Sequence[Named], copies: Sequence[Copy], sets: _Sets) -> None:
    """Two pages that are copies, each naming one communiqué, name the same one, whatever they call it."""
    of: dict[str, list[Named]] = defaultdict(list)
    for n in hands:
        if n.sort == "communique":
            of[n.article].append(n)
    for c in copies:
        a, b = ({sets.find(n.node) for n in of[x]} for x in c.articles[:2])
        two = any(parted(m, n) for m in of[c.articles[0]] for n in of[c.articles[1]])
        if len(a) == len(b) == 1 and not two:
            sets.join(a.pop(), b.pop())


def _repeated_words(hands: Sequence[Named], stories: Mapping[str, str], sets: _Sets) -> None:
    """A communiqué that nobody is named for is the one of the same story and days whose words it repeats."""
    of: dict[str | None, list[Named]] = defaultdict(list)
    for n in hands:
        if n.sort == "communique" and n.index >= 0:
            of[stories.get(n.article)].append(n)
    for rows in of.values():
        rows.sort(key=lambda n: (day(n.reading), n.node))
        said = [Attributed(sets.find(n.node), not (nameless(n) or n.bare), n) for n in rows]
        for a, b in same_words(said, _may_repeat):
            sets.join(a, b)


def _may_repeat(a: Named, b: Named) -> bool:
    """True when two pages of the same days may tell one text; that of "the ministry" is told by pages that say which."""
    if (a.bare or b.bare) and not (a.meant < b.meant or b.meant < a.meant):
        return False
    return near(a.reading, b.reading, SAME_DAYS) and not parted(a, b) and one_genre(a, b)


def _gathered(
    readings: Sequence[Reading], copies: Sequence[Copy], hands: Sequence[Named], texts: Mapping[str, str], sets: _Sets
) -> Sources:
    """Make the origins of the sets, and say which articles rest on which."""
    own = {a: sets.find(f"own:{text}") for a, text in texts.items()}
    credited: dict[str, list[Named]] = defaultdict(list)
    of_text: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"possible": set(), "whole": set()})
    for n in hands:
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
    beside = beside_credits(by_text)
    names = {root: origin_id(root) for root in {*articles, *own.values()}}
    possible = {a: {names[root] for root in of_text[t]["possible"]} | {names[own[a]]} for a, t in texts.items()}
    for c in copies:
        if c.direction is not None:
            possible[c.direction.target].add(names[own[c.direction.source]])
    made = [_origin(names[root], credited[root], reported[root], articles[root]) for root in sorted(articles)]
    return Sources(
        (*made, *(o for o in beside if not known(o, made))),
        {(n.article, n.index): names[sets.find(n.node)] for n in hands if n.index >= 0},
        {a: frozenset(names[root] for root in of_text[t]["whole"]) for a, t in texts.items() if of_text[t]["whole"]},
        {a: frozenset(ids) for a, ids in possible.items()},
        {a: names[root] for a, root in own.items()},
    )


def _origin(ident: str, hands: Sequence[Named], reported: Sequence[Reading], articles: Iterable[str]) -> Origin:
    """One origin: what it is called where it is named, else whose report it is."""
    ids = tuple(dict.fromkeys(articles))
    cites = {Citation(n.article, n.credit.start, n.credit.end) for n in hands}
    if not hands:
        first = min(reported, key=lambda r: (day(r), r.article.id))
        head = next((p for p in first.article.parts if p.kind in ("title", "lead", "body")), None)
        cites |= {Citation(first.article.id, head.start, head.end)} if head else set()
        kind: OriginKind = "agency" if own_agency(first) else "outlet" if first.article.publisher else "unknown"
        why = "the text credits nobody as a whole" + (f"; {len(reported)} pages share it" if len(reported) > 1 else "")
        return Origin(ident, kind, first.article.publisher or "unknown", ids, tuple(sorted(cites)), (why,))
    best = max(hands, key=lambda n: (not nameless(n), n.owner is not None, len(n.credit.name), n.node))
    kind = best.credit.kind
    if kind == "outlet" and (any(map(own_agency, reported)) or any(n.credit.kind == "agency" for n in hands)):
        kind = "agency"  # "Source: Al-Lulua", whose page bears the agency's whole name, or which a page calls one
    elif kind == "outlet" and not reported and not any(_own_hand(n) for n in hands):
        kind = "foreign press"  # a paper or a station that is only named: no page of its own is among these
    elif kind in ("unknown", "communique") and all(posted(n) for n in hands):
        kind = "speech"  # a post, a video, a message: somebody's own words
    pages = len({n.article for n in hands})
    printed = "; ".join(dict.fromkeys(n.credit.name for n in hands if n.index >= 0))
    why = f"named in {pages} article{'s' if pages > 1 else ''}: {printed}" if printed else "the body's own page"
    if reported:
        why += "; its own page is among the articles"
    return Origin(ident, kind, best.credit.name, ids, tuple(sorted(cites)), (why,))
