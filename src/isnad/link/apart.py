"""Namesakes whom a page tells apart, and on whose side of them the persons of other pages stand.

Two names that nothing but a vowel parts are two persons where one page bears both: it says that they are no kin, or gives each an
office of its own. What other pages print then goes to the one whose spelling and office it is nearer to, or stays where it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

import regex

from isnad.languages import LANGUAGES, table
from isnad.link.linker import Verdict
from isnad.link.local import Local
from isnad.link.people import LIKELY, SURE, best_match, full_names, supports
from isnad.model import Reading

BROKEN = 5
"""Characters behind "no relation of" within which a sentence that ends there goes on in the next line of its column."""
NEARER = 0.02
"""How much nearer a person must be to one of two namesakes than to the other to be parted from that other."""
OFFICE = 0.2
"""What one office or two different ones count beside the spelling."""
SAID = "a page says that they are no kin, or two of one name"
BESIDE = "one page bears both names, each with an office of its own"
OTHERS = "nearer in spelling or office to a namesake whom a page tells from this one"

Pair = tuple[Local, Local, str]


def no_kin_sentences(reading: Reading) -> list[tuple[int, int]]:
    """Return the ranges of the sentences in which an article says that somebody is no kin of another of the name."""
    if reading.article.language not in LANGUAGES:
        return []
    starts = [s.start for s in reading.sentences]
    found = []
    for m in _no_kin(reading.article.language).finditer(reading.article.text):
        at = bisect_right(starts, m.start()) - 1
        if at >= 0 and m.start() < reading.sentences[at].end:
            broken = m.end() + BROKEN > reading.sentences[at].end and at + 1 < len(starts)
            found.append((starts[at], reading.sentences[at + broken].end))
    return found


@cache
def _no_kin(language: str) -> regex.Pattern[str]:
    said = "|".join(regex.escape(w).replace("'", "['’]") for w in table(language, "common")["apart"])
    return regex.compile(rf"\b(?:{said})\b", regex.IGNORECASE)


def told_apart(readings: Sequence[Reading], items: Iterable[Local]) -> list[Pair]:
    """Return the pairs of persons of one page whose full names could be one, and whom the page tells apart, with the reason."""
    by_article: dict[str, list[Local]] = defaultdict(list)
    for item in items:
        if full_names(item):
            by_article[item.article].append(item)
    by_id = {r.article.id: r for r in readings}
    return [p for a, own in by_article.items() if len(own) > 1 for p in _of_page(by_id[a], own)]


def _of_page(reading: Reading, own: Sequence[Local]) -> Iterator[Pair]:
    alike = [(a, b) for a, b in combinations(own, 2) if _alike(a, b)]
    said = no_kin_sentences(reading) if alike else []
    for a, b in alike:
        if any(_told(reading, s, e, a, b) for s, e in said):
            yield a, b, SAID
        elif a.roles and b.roles and not any(x & y for x in a.roles for y in b.roles):
            yield a, b, BESIDE


def _alike(a: Local, b: Local) -> bool:
    """True of two full names of one script, one word the same and another one spelled nearly so."""
    match = best_match(a, b)
    return match is not None and match.full and not match.clash and match.score >= LIKELY


def _told(reading: Reading, start: int, end: int, a: Local, b: Local) -> bool:
    """True when the sentence that speaks of no kin names one of the two, and no third person stands between it and the other."""
    inside = [any(start <= reading.mentions[m].start < end for m in x.members) for x in (a, b)]
    if all(inside):
        return True
    if not any(inside):
        return False
    other = b if inside[0] else a
    before = [m.start for m in reading.mentions if m.kind == "person" and m.form == "name" and m.start < start]
    return bool(before) and any(reading.mentions[m].start == before[-1] for m in other.members)


def parted(groups: Iterable[Sequence[Local]], pairs: Sequence[Pair]) -> Iterator[tuple[Local, Local, Verdict]]:
    """Yield that the two of each pair are different, and every other of their group from the one it is not."""
    home: dict[str, Sequence[Local]] = {x.id: g for g in groups for x in g} if pairs else {}
    for a, b, reason in pairs:
        yield a, b, Verdict(False, 1.0, (reason,))
        if home.get(a.id) is not home.get(b.id):
            continue
        sides = {a.id: [a], b.id: [b]}
        rest = [x for x in home.get(a.id, ()) if x.id not in sides]
        # Who has an office, or is plainly spelled, decides first and helps to place the others.
        for _ in range(2):
            left = []
            for x in rest:
                by_a, by_b = (max(sides[z.id], key=lambda y: _nearness(x, y)) for z in (a, b))
                closer = _nearness(x, by_a) - _nearness(x, by_b)
                if abs(closer) < NEARER:
                    left.append(x)
                    continue
                its, near, far = (a, by_a, b) if closer > 0 else (b, by_b, a)
                sides[its.id].append(x)
                yield x, far, Verdict(False, 1.0, (OTHERS,))
                # Joined through others so far, the two may never have been compared.
                if (match := best_match(x, near)) is not None and match.full and match.score >= SURE:
                    yield x, near, Verdict(True, match.score, (*match.reasons, *supports(x, near)))
            rest = left


def _nearness(x: Local, y: Local) -> float:
    """How near two persons of one name are, by spelling and by office."""
    match = best_match(x, y)
    near = match.score if match is not None else 0.0
    if x.roles and y.roles:
        near += OFFICE if any(p & q for p in x.roles for q in y.roles) else -OFFICE
    return near
