"""The headline and the beginning of the text on a page without line ends, told by the days, authors and buttons around them.

The text begins behind the last of them before the first sentence that ends with a stop; the headline is the stretch of words above it that
shares most with the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex
from msgspec import Struct

from isnad.extract.chrome import homes
from isnad.extract.datelines import published_line
from isnad.extract.onehead import HEADLINE, Token
from isnad.extract.onesigns import MASTHEAD, opens, signed_before
from isnad.extract.onetitle import Cluster, ends, hasty, headline, ticks
from isnad.extract.oneunder import under
from isnad.extract.oneunits import CERTAIN, Unit, units
from isnad.extract.onewords import tokens_of
from isnad.extract.persons import person, place_heads
from isnad.languages.calendar import find_dates

HEAD = 1600
"""Characters at the beginning of a page among which its text begins."""
SENTENCE, TEXT = 5, 10
"""Words of the shortest first sentence of a text, and of what shows behind a stop that a text has begun."""
TOLD = 3000
"""Characters of a text from which its words are taken."""


class Frame(Struct, frozen=True):
    """Where a page on one line is cut, where its text begins, and its headline; ``None`` for one that is not found."""

    cuts: frozenset[int]
    body: int
    title: int | None


def frame(text: str, start: int, end: int, gap: re.Pattern[str] | None = None) -> Frame | None:
    """Return the frame of a page on one line, parted by ``gap`` or by nothing; ``None`` when its text cannot be told from its head."""
    tokens = tokens_of(text, start, min(end, start + HEAD))
    found = units(text, tokens, gap)
    clusters = _clusters(text, tokens, found, gap)
    body, last = _body(text, tokens, clusters, _PARTING | _WALLS if gap is not None else _PARTING)
    if (line := _dateline(text, tokens, len(tokens) if body is None else body)) is not None:
        clusters = [*(c for c in clusters if c[0] < line), (line, line, frozenset({"dateline"}))]
        body, last = line, len(clusters) - 1
    if body is None and (found_under := _under_menu(text, tokens, clusters)) is not None:
        first, _, body = found_under
        cuts = {tokens[at][0] for at in found_under}
        for cluster in clusters:
            if cluster[0] < first:
                cuts |= _cuts(text, tokens, found, cluster)
        return Frame(frozenset(cuts), tokens[body][0], tokens[first][0])
    if body is None:
        return None
    told = text[tokens[body][0] : tokens[body][0] + TOLD]
    cuts = {tokens[body][0]}
    for cluster in clusters:
        if cluster[0] < body:
            cuts |= _cuts(text, tokens, found, cluster)
    title = headline(text, tokens, clusters[: last + 1], told, gap is not None and gap.search("\t-   - / ") is not None)
    if (title is None or not title[0]) and line is None and (below := under(text, tokens, body)) is not None:
        title, body = below, below[2]
    if title is not None:
        cuts |= {tokens[at][0] for at in title}
    return Frame(frozenset(cuts), tokens[body][0], None if title is None else tokens[title[0]][0])


def _under_menu(text: str, tokens: Sequence[Token], clusters: Sequence[Cluster]) -> tuple[int, int, int] | None:
    """The headline, what is behind it, and the text, where nothing but a menu stands above them."""
    for first, stop, kinds in reversed(clusters):
        if kinds & {"entry", *_PARTING} and not any(ends(text, t) for t in tokens[:first]) and stop < len(tokens):
            return under(text, tokens, stop) if opens(text, tokens[stop]) else None
    return None


def _cuts(text: str, tokens: Sequence[Token], found: Sequence[Unit], cluster: Cluster) -> set[int]:
    """Where a cluster is cut: its days and its authors, and where the first of what parts begins and the whole ends."""
    first, stop, kinds = cluster
    if not kinds & {*_PARTING, "issue"}:
        return set()
    row = [u for u in found if first <= u.first < stop and u.kind in _PARTING]
    own = [u for u in row if u.kind in ("day", "sign")]
    colon = text[tokens[stop - 1][1] - 1] in ":："  # "À la une : …" opens what follows
    behind = row[-1].stop if row and colon else stop
    joined = {u.first for u in own if u.kind == "day" and _published(text, tokens, found, u)}
    cuts = {at for u in own if u.kind == "day" and u.first not in joined for at in _signed(text, tokens, u.first)}
    cuts |= {tokens[u.first][0] for u in (*row[:1], *own) if u.first not in joined and u.kind != "credit"}
    return cuts | {tokens[at][0] for at in (behind, *(u.stop for u in own)) if at < len(tokens)}


def _published(text: str, tokens: Sequence[Token], found: Sequence[Unit], day: Unit) -> bool:
    """True when all that stands between a gap and a day says in which paper the text came out: «نشر في يومية الهضبة يوم 15 أوت 2021»."""
    first = next((u.stop for u in reversed(found) if u.kind == "wall" and u.stop <= day.first), day.first)
    if not 1 < day.first - first <= LONGEST_FORMULA:
        return False
    said = published_line(text[tokens[first][0] : tokens[day.stop - 1][1]])
    return said is not None and said.publisher is not None


LONGEST_FORMULA = 10
"""Words of the longest formula before a day that names the paper."""


def _signed(text: str, tokens: Sequence[Token], i: int) -> set[int]:
    """Where the line of who wrote is cut that stands right before a day: "Norte. J. A. Villatoro.", "Nacionales — Yadira Quirós — Panamá,"."""
    day = tokens[i][0]
    cuts = set(signed_before(text, tokens[0][0], day))
    said = _SIGNED_BEFORE.search(text, max(0, day - LONGEST_SIGNED), day)
    far = (
        said is not None and said.start("name") > tokens[min(MASTHEAD, i)][0]
    )  # what stands at the top is the site's name
    if said is not None and far and person(said["name"], near=True):
        cuts |= {said.start("name"), said.end("name")}
    return cuts


LONGEST_SIGNED = 90
"""Characters of what says before a day who wrote."""
_SIGNED_BEFORE = regex.compile(
    r"(?<=\s)(?:\p{Lu}[\p{L}' ]{2,24}?\s+[—–|-]\s+)?(?P<name>\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3})\s+[—–|-]\s+(?:[\p{L}' ]{2,30},\s*)?$"
)
"""A section, an author and his place, dashes between them, before a day."""
_PARTING, _WALLS = frozenset({"day", "sign", "button", "credit"}), frozenset({"mark", "wall"})
"""What the text may begin behind on any page, and on one that marks or gaps part."""


def _clusters(text: str, tokens: Sequence[Token], found: Sequence[Unit], gap: re.Pattern[str] | None) -> list[Cluster]:
    """The stretches of units without a word among them that say enough to part what is before from what is behind."""
    out: list[Cluster] = []
    at = 0
    while at < len(found):
        if found[at].kind == "word":
            at += 1
            continue
        stop = at
        while stop < len(found) and found[stop].kind != "word":
            stop += 1
        row = found[at:stop]
        kinds = frozenset(u.kind for u in row)
        entries = sum(u.kind == "entry" for u in row)
        said = sum(u.said for u in row if u.kind not in ("mark", "entry", "soft"))
        parts = any(u.kind == "wall" or (u.kind == "mark" and _parts(text, tokens, u.first, gap)) for u in row)
        if said >= CERTAIN or entries >= 2 or parts or _trail(tokens, row):
            out.append((row[0].first, row[-1].stop, kinds))
        at = stop
    return out


def _trail(tokens: Sequence[Token], row: Sequence[Unit]) -> bool:
    """True for the first page and a section, a mark between them: «الرئيسية / دولي», "Inicio - Sucesos"."""
    at = next((n for n, u in enumerate(row[:-2]) if tokens[u.first][2] in homes() and row[n + 1].kind == "mark"), None)
    return at is not None and row[at + 2].kind in ("entry", "button")


def _parts(text: str, tokens: Sequence[Token], i: int, gap: re.Pattern[str] | None) -> bool:
    """True for a mark that stands in no headline, or that parts the page."""
    a, b, _ = tokens[i]
    if gap is not None and gap.search(text, max(0, a - 1), b + 1):
        return True
    return text[a:b] not in _INNER or (
        text[a:b] in "/+" and sum(text[x:y] == text[a:b] for x, y, _ in tokens[:LISTED]) > 1
    )


LISTED = 120
"""Words of a head among which a stroke that comes again parts the items of a ticker."""
_INNER = frozenset({":", "-", "–", "—", "/", "&", ";", "+", ","})
"""Marks that stand between blanks inside headlines and sentences as well."""


def _body(
    text: str, tokens: Sequence[Token], clusters: Sequence[Cluster], parting: frozenset[str]
) -> tuple[int | None, int]:
    """The token with which the text begins, and which cluster stands before it."""
    before, listed = 0, False
    for n, (first, stop, kinds) in enumerate(clusters):
        if not listed and not ("credit" in kinds and first - before <= CAPTION) and _told(text, tokens, before, first):
            return None, -1  # a text has begun already, and nothing shows where
        listed = ticks(text, tokens, stop)
        before, until = stop, clusters[n + 1][0] if n + 1 < len(clusters) else len(tokens)
        if listed or not kinds & parting or stop >= len(tokens):
            continue
        if n + 1 < len(clusters) and "credit" in clusters[n + 1][2] and until - stop <= CAPTION:
            continue  # a picture's caption, which its credit ends
        if not opens(text, tokens[stop]) or not _sentence(text, tokens, stop, until):
            continue
        if not kinds & {"day", "sign"} and _labelled(text, tokens[stop:until]):
            return None, -1  # a ticker goes before the text, and nothing shows where it ends
        return stop, n
    return None, -1


CAPTION = 40
"""Words of the longest caption before its credit."""


def _labelled(text: str, tokens: Sequence[Token]) -> bool:
    """True when a label of tickers stands before the first stop: «الأكثر قراءة: …»."""
    end = next((j for j, t in enumerate(tokens) if ends(text, t)), len(tokens))
    return bool(hasty(text, tokens[:end]))


def _sentence(text: str, tokens: Sequence[Token], first: int, until: int) -> bool:
    """True when a sentence of some words ends with a stop among the tokens, and more words follow."""
    found = next((j for j in range(first + SENTENCE - 1, until) if ends(text, tokens[j])), None)
    return found is not None and (
        text[tokens[found][0] : tokens[found][1]].rstrip('"»”’)]')[-1] == "." or until - found > SENTENCE
    )


_AGENCY = regex.compile(
    r"(?P<day>(?<![\p{L}\p{N}])(?:(?:في|le|el)\s)?(?:\d{1,2}\s(?:de\s)?[\p{L}.]{3,10}|\p{Lu}[\p{L}.]{2,9}\s\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:,?\s(?:de\s|del\s)?\d{4})?)"
    r"\s?(?:[(/]\s?[\p{L}\p{M}. ]{2,24}\s?[)/])\s?[.:]?\s?[-–—]"
)
"""The day and the agency of a dateline: «في 5 فبراير /وأس/ -», "March 13 (Lakeside Tribune) -"."""


def _dateline(text: str, tokens: Sequence[Token], body: int) -> int | None:
    """The token with which the dateline of an agency begins, its place: the text begins with it."""
    found = _AGENCY.search(text, tokens[0][0], tokens[-1][1]) if tokens else None
    if found is None or not any(
        d.day and d.month for k in ("ar", "fr", "es", "en") for d in find_dates(found["day"], k)
    ):
        return None
    day = next((i for i, t in enumerate(tokens) if t[0] >= found.start("day")), None)
    if day is None or day <= HEADLINE[0] or any(ends(text, t) for t in tokens[body:day]):
        return None
    for n in (3, 2):
        if day - n > 0 and text.count(text[tokens[day - n][0] : tokens[day - 1][1]].rstrip(",،")) > 1:
            return day - n
    return day - 1 - (day > 1 and tokens[day - 2][2] in place_heads())


def _told(text: str, tokens: Sequence[Token], first: int, stop: int) -> bool:
    """True when a sentence ends among the tokens and another of some words follows."""
    return any(ends(text, tokens[j]) and j - first >= SENTENCE and stop - j > TEXT for j in range(first, stop))
