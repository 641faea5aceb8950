"""What a claim rests on: its origins, and how many of them are independent, as a range that says why it is as wide as it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from isnad.link.origins import Sources
from isnad.model import EventGroup, IndependentOrigins, Origin, Reading


def rest_on(events: Sequence[EventGroup], readings: Sequence[Reading], sources: Sources) -> tuple[EventGroup, ...]:
    """Return the events with the origins each rests on and how many of these are independent."""
    by_id = {r.article.id: r for r in readings}
    origins = {o.id: o for o in sources.origins}
    out = []
    for group in events:
        sure: dict[str, set[str]] = defaultdict(set)
        maybe: dict[str, set[str]] = defaultdict(set)
        pages: Counter[str] = Counter()
        for article in dict.fromkeys(ref.article for ref in group.members):
            pages[sources.own[article]] += 1
        for ref in group.members:
            credits = _hands(by_id[ref.article], by_id[ref.article].events[ref.index].credits)
            named = {sources.of_credit[ref.article, c] for c in credits if (ref.article, c) in sources.of_credit}
            # Who hears a speech hears it for himself.
            named = {o for o in named if origins[o].kind != "speech"}
            text = sources.own[ref.article]
            named.discard(text)  # a page that credits its own publisher says nothing new
            sure[text] |= named or sources.whole.get(ref.article, frozenset())
            maybe[text] |= named or sources.possible[ref.article]
        out.append(_counted(group, sure, maybe, pages, origins))
    return tuple(out)


PASSED_ON = 30
"""Characters from a communiqué's name within which who passes it on is named: «في بيان نقلته وكالة …»."""


def _hands(reading: Reading, credits: Sequence[int]) -> list[int]:
    """The credits of a telling without the medium that only passes a communiqué on: that is one hand behind another, not a second source."""
    made = {c: reading.credits[c] for c in credits if c < len(reading.credits)}
    ends = [c.end for c in made.values() if c.kind == "communique"]
    return [
        c
        for c in credits
        if c not in made
        or made[c].kind not in ("agency", "outlet", "foreign press")
        or not any(0 <= made[c].start - end <= PASSED_ON for end in ends)
    ]


def _counted(
    group: EventGroup,
    sure: Mapping[str, set[str]],
    maybe: Mapping[str, set[str]],
    pages: Mapping[str, int],
    origins: Mapping[str, Origin],
) -> EventGroup:
    """At most: every text that credits nobody speaks for itself. At least: every text rests on an origin others share."""
    most: set[str] = set()
    for text, named in sure.items():
        most |= named or {text}
    low = min(fewest([sure[t] or maybe[t] for t in sure]), len(most))
    why = _why(sure, pages, origins, low < len(most))
    return msgspec.structs.replace(
        group, origins=tuple(sorted(most)), independent=IndependentOrigins(low, len(most), why)
    )


def _why(sure: Mapping[str, set[str]], pages: Mapping[str, int], origins: Mapping[str, Origin], wide: bool) -> str:
    """In words: which pages rest on whom, which repeat each other, and what is not known."""
    said = []
    resting: Counter[str] = Counter()
    for text, named in sure.items():
        resting.update(dict.fromkeys(named, pages[text]))
    for ident, n in sorted(resting.items(), key=lambda e: (-e[1], e[0]))[:2]:
        if ident in origins:
            said.append(f"{_pages(n)} on “{origins[ident].name}”")
    repeated = sum(n for text, n in pages.items() if n > 1 and not sure[text])
    if repeated:
        said.append(f"{_pages(repeated, 'print', 'prints')} one text")
    alone = sum(1 for text, named in sure.items() if not named and pages[text] == 1)
    if alone and (said or alone > 1 or wide):
        said.append(f"{alone} report{'s credit' if alone > 1 else ' credits'} nobody for it")
    if wide:
        said.append("some of the pages name an origin elsewhere in their text and may rest on it here too")
    return "; ".join(said)


def _pages(n: int, many: str = "rest", one: str = "rests") -> str:
    return f"{n} pages {many}" if n > 1 else f"1 page {one}"


def fewest(choices: Sequence[set[str]]) -> int:
    """Return the fewest origins that every text can rest on: a greedy cover (Chvátal 1979), at least 1."""
    left = [c for c in choices if c]
    n = 0
    while left:
        counts: Counter[str] = Counter(o for c in left for o in c)
        best = min(counts, key=lambda o: (-counts[o], o))
        left = [c for c in left if best not in c]
        n += 1
    return max(n, 1)
