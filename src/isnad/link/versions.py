"""Versions of one article: the same page, or the same outlet's article, seen again with changed words.

A version is no second source. Each keeps its own text, so that what is cited stays what was read; which is the later one is
told by what the pages print, else by when they were captured. Notes of correction are cited.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

import regex

from isnad.languages import LANGUAGES, table
from isnad.link.hands import credited_below
from isnad.link.linker import Groups
from isnad.model import Citation, Copy, Part, Reading, Version
from isnad.text import fold_key

RUN = 5
"""Words of the runs that two texts are compared by."""
SHARED = 0.5
"""Share of the shorter text's runs found in the longer from which two articles of one outlet are one article."""
SHARED_NAMED = 0.3
"""The same where both carry one headline, or one of them a note of correction."""
DAYS = 31
"""Days between two states of one article, at most."""
NEIGHBOURS = 12
"""Articles of one outlet that share a rare run, that are compared with each."""
_TRACKING = re.compile(
    r"^(?:utm_.*|fbclid|gclid|mc_[ce]id|ref|source|from|amp|output|outputtype|share|xtor|ito|cmp)$", re.IGNORECASE
)
_WORD = regex.compile(r"[\p{L}\p{N}]+")
LONGEST_NOTE = 420
"""Characters of the longest paragraph that is a note of correction."""


def link_versions(readings: Sequence[Reading]) -> tuple[Version, ...]:
    """Return the articles of which there are several states, each with its states in order; those of one state are left out.

    Time grows with the number of articles: pages are met by address, and by rare runs of words within one outlet.
    """
    by_id = {r.article.id: r for r in readings}
    ids = sorted(by_id)
    place, groups = {x: n for n, x in enumerate(ids)}, Groups(len(ids))
    reasons: dict[str, list[str]] = defaultdict(list)
    for a, b, why in (*_one_address(readings), *_one_outlet(readings)):
        if groups.join(place[a], place[b]):
            reasons[a].append(why)
    sets: dict[int, list[Reading]] = defaultdict(list)
    for n, ident in enumerate(ids):
        sets[groups.find(n)].append(by_id[ident])
    return tuple(_version(members, reasons) for members in sets.values() if len(members) > 1)


def one_source(versions: Sequence[Version]) -> tuple[Copy, ...]:
    """Return the states of one article as copies of the whole text: whoever counts sources counts them once."""
    return tuple(
        Copy(f"c-{v.id}-{n}", "near", pair, None, (), 1.0, v.reasons)
        for v in versions
        for n, pair in enumerate(pairwise(v.articles))
    )


def parted(copies: Iterable[Copy], versions: Sequence[Version]) -> tuple[Copy, ...]:
    """Return the copies without those between states of one article: nobody copied anybody."""
    of = {a: v.id for v in versions for a in v.articles}
    return tuple(c for c in copies if len({of.get(a, a) for a in c.articles}) > 1)


def address(url: str) -> str:
    """Return a page's address without what does not tell pages apart: scheme, "www.", tracking, "/amp", a final stroke."""
    try:
        parts = urlsplit(url.strip())
        query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)))
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return url
    path = re.sub(r"/(?:amp|index\.html?)?/*$", "", parts.path.removesuffix(".amp"))
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def _one_address(readings: Sequence[Reading]) -> Iterable[tuple[str, str, str]]:
    """Pages of one address; the root of a site tells nothing."""
    by_address: dict[str, list[str]] = defaultdict(list)
    for r in readings:
        if r.article.url and "/" in (where := address(r.article.url)):
            by_address[where].append(r.article.id)
    for where, ids in sorted(by_address.items()):
        for other in ids[1:]:
            yield ids[0], other, f"both are the page at {where}"


def _one_outlet(readings: Sequence[Reading]) -> Iterable[tuple[str, str, str]]:
    """Articles of one outlet, within weeks, that share most of their words."""
    by_outlet: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for r in readings:
        if r.article.publisher:
            by_outlet[fold_key(r.article.publisher), fold_key(r.article.via or "")].append(r)
    for house in by_outlet.values():
        yield from _one_house(house)


def _one_house(house: Sequence[Reading]) -> Iterable[tuple[str, str, str]]:
    runs = [_runs(r) for r in house]
    met: dict[int, list[int]] = defaultdict(list)
    for n, mine in enumerate(runs):
        for run in mine:
            met[run].append(n)
    # What a house prints under all its articles brings nobody together.
    most = max(NEIGHBOURS, len(house) // 10)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for rows in met.values():
        if 2 <= len(rows) <= most:
            for i, a in enumerate(rows):
                for b in rows[i + 1 : i + 1 + NEIGHBOURS]:
                    counts[a, b] += 1
    for (a, b), shared in sorted(counts.items()):
        x, y = house[a], house[b]
        if credited_below(x) != credited_below(y):
            continue  # one names at its foot whose text it is: somebody else's page, whatever it calls itself
        part = shared / max(1, min(len(runs[a]), len(runs[b])))
        named = fold_key(x.article.title or "") == fold_key(y.article.title or "-") or bool(notes_of(x) or notes_of(y))
        if part >= (SHARED_NAMED if named else SHARED) and _within(x, y):
            yield (
                x.article.id,
                y.article.id,
                f"{x.article.publisher} printed both, and they share {part:.0%} of their words",
            )


def _runs(reading: Reading) -> frozenset[int]:
    text = reading.article.text
    words = [
        w
        for p in reading.article.parts
        if p.kind in ("lead", "body")
        for w in _WORD.findall(fold_key(text[p.start : p.end]))
    ]
    return frozenset(map(hash, zip(*(words[i:] for i in range(RUN)), strict=False)))


def _within(a: Reading, b: Reading) -> bool:
    """Days apart as far as is known; undated pages of one outlet may be states of one article."""
    x, y = a.article.published, b.article.published
    return x is None or y is None or abs((x.start - y.start).days) <= DAYS


def _version(members: list[Reading], reasons: dict[str, list[str]]) -> Version:
    ordered = sorted(members, key=_when)
    ids = tuple(r.article.id for r in ordered)
    notes = tuple(c for r in ordered for c in notes_of(r))
    key = hashlib.sha256("|".join(sorted(ids)).encode()).hexdigest()[:12]
    why = tuple(dict.fromkeys(w for i in sorted(ids) for w in reasons.get(i, ())))
    if notes:
        why = (*why, "the later text says that it corrects the earlier")
    return Version(f"w-{key}", ids, notes, why)


def _when(reading: Reading) -> tuple[str, bool, str, str]:
    """When a state is from: its day as printed; one with a note of correction is the later; then when it was captured."""
    a = reading.article
    modified = max((d.interval.start.isoformat() for d in a.dates if d.kind == "modified"), default="")
    day = max(a.published.start.isoformat() if a.published else "", modified)
    return day, bool(notes_of(reading)), a.captured or "", a.id


@cache
def _notes() -> regex.Pattern[str]:
    words = sorted(
        {fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["corrections"]}, key=lambda w: (-len(w), w)
    )
    body = "|".join(regex.escape(w).replace(r"\ ", r"\s+") for w in words)
    return regex.compile(rf"^[^\p{{L}}]*(?:{body})(?![\p{{L}}])")


def notes_of(reading: Reading) -> tuple[Citation, ...]:
    """Return the notes of correction that an article prints: "An earlier version of this article …", «تصحيح: …»."""
    return tuple(Citation(reading.article.id, p.start, p.end) for p in reading.article.parts if _is_note(reading, p))


def _is_note(reading: Reading, part: Part) -> bool:
    if part.kind in ("related", "tags") or part.end - part.start > LONGEST_NOTE or part.end - part.start < 8:
        return False
    return bool(_notes().match(fold_key(reading.article.text[part.start : part.end][:120])))
