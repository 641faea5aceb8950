"""A page that a scraper put on one line, cut where its parts must have met: masthead, menu, headline, date, text, buttons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.chrome import homes, phrases
from isnad.extract.datelines import short_dates
from isnad.extract.onehead import LONGEST_AD, Token, advertised, advertisement, begins, signs
from isnad.extract.persons import called, desks, when_words
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import CalendarDate, find_dates
from isnad.text import fold_key

LEAST = 260
"""Characters of the shortest line that may be a whole page."""
HEAD = 800
"""Characters of a line in which the date under its headline stands."""
MASTHEAD = 6
"""Words of the longest name of a site before its menu."""
HEADLINE = (4, 32)
"""Words of a headline between menu and date."""
CUE = 8
"""Words before a date in which who wrote or published may be named."""
_TOKEN = regex.compile(r"[^\s]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_EMOJI = re.compile("[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]+")
"""Pictographs, which people who pass news on set between its parts."""
_BOLD = re.compile(r"\*(?P<title>[^*\n]{12,200})\*(?=\s)")
_SENTENCE_END = re.compile(r"[.!?؟…][\"»”’)\]]*\s+")
_TIMES = re.compile(r"[\d:.,،٠-٩h()\[\]|–—-]+(?:am|pm|h|GMT)?", re.IGNORECASE)
_SMALL = frozenset(
    "in dans en sur par por by at a في من على م ص pm am h hs gmt time leer lecture x e-mail email mail min minutes minutos mins".split()
)
_STOPS = '.!?؟…»”"'
MOST_ABOVE = 60
"""Words between a menu and a date, among which a headline is looked for."""
TOLD = 3000
"""Characters of a text from which its words are taken."""
_HOURS = frozenset("am pm م ص h hs".split())
Span = tuple[int, int]


def unrolled(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches of a line, in order; the whole of it when nothing tells where its parts meet. O(length)."""
    if end - start < LEAST:
        return [(start, end)]
    cuts = {start, end}
    for m in _EMOJI.finditer(text, start, end):
        cuts |= {m.start(), m.end()}
    bold = _BOLD.search(text, start, min(end, start + HEAD))
    if bold is not None:
        cuts |= {bold.start(), bold.start("title"), bold.end("title"), bold.end()}
    runs = _runs(text, start, end)
    named = next((a for a, _, w in _tokens(text, start, start + 120)[1 : MASTHEAD + 1] if w in homes()), None)
    if named is not None and runs and start < named < runs[0][0] and not text[named].islower():
        runs[0] = (named, runs[0][1] if len(text[named : runs[0][0]].split()) <= MASTHEAD else named)
    if runs and len(text[start : runs[0][0]].split()) <= MASTHEAD:
        cuts |= {runs[0][0], runs[0][1]}
    top = runs[0][1] if runs else start
    date = _first_date(text, top, min(end, start + HEAD))
    body = top
    if date is not None and (found := _headed(text, top, date, end, runs)) is not None:
        cuts |= found[0]
        body = found[1]
    cuts |= _behind_sentences(text, body, end, runs)
    return _between(text, cuts)


def interrupted(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches of a text without its head: advertisements amid it are cut out, and what stands behind its last sentence."""
    return _between(text, {start, end} | _behind_sentences(text, start, end, _runs(text, start, end)))


def announced(text: str, start: int, end: int) -> list[Span]:
    """Return a few words cut where a phrase and its colon announce another article: "Horoscope Les plus lus : …"."""
    cuts = {a for a in _announcing(text, start, end) if ":" in text[a : a + 40]}
    return _between(text, {start, end} | cuts)


def _behind_sentences(text: str, body: int, end: int, runs: Sequence[Span]) -> set[int]:
    told = [a for a in _announcing(text, body, end) if _SENTENCE_END.search(text, max(body, a - 4), a)]
    closed = [a for a, _ in runs if a > body and _SENTENCE_END.search(text, max(body, a - 4), a)]
    ads = _advertised(text, body, min([end, *told, *closed]))
    ends = [a for a in (*told, *closed) if not any(x <= a < y for x, y in ads)]
    cuts = {at for ad in ads for at in ad}
    if ends:
        cuts.add(min(ends))
        cuts |= set(_announcing(text, min(ends), end))
    return cuts


def _between(text: str, cuts: set[int]) -> list[Span]:
    ordered = sorted(cuts)
    return [s for a, b in itertools.pairwise(ordered) if (s := _trimmed(text, a, b)) is not None]


def _trimmed(text: str, a: int, b: int) -> Span | None:
    while a < b and (text[a].isspace() or text[a] in "|*_·"):
        a += 1
    while b > a and (text[b - 1].isspace() or text[b - 1] in "|*_·"):
        b -= 1
    return (a, b) if any(c.isalnum() for c in text[a:b]) else None


@cache
def _chrome() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Sections, buttons and announcements as words, by their first word, the longest first."""
    words = {fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"]}
    return _by_first(words | phrases("notices") | phrases("related"))


@cache
def _announcements() -> dict[str, tuple[tuple[str, ...], ...]]:
    roles = ("related", "notices", "at_source", "reader_buttons")
    return _by_first(frozenset(w for role in roles for w in phrases(role)))


def _by_first(words: set[str] | frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for w in words:
        pieces = tuple(w.split())
        if pieces and len(w) > 2:
            found.setdefault(pieces[0], []).append(pieces)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in found.items()}


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found = ((m.start(), m.end()) for m in _TOKEN.finditer(text, start, end))
    return [(a, b, fold_key(text[a:b]).strip(".,:;|·•-–—>»/()[]،؛")) for a, b in found]


def _length(tokens: list[Token], i: int, known: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many tokens from here are one known phrase."""
    for phrase in known.get(tokens[i][2], ()):
        if tuple(t[2] for t in tokens[i : i + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _runs(text: str, start: int, end: int) -> list[Span]:
    """Where two entries of a menu, or two buttons, and more stand in a row: no sentence does that."""
    tokens = _tokens(text, start, end)
    out: list[Span] = []
    i = 0
    while i < len(tokens):
        at = i
        entries: list[int] = []
        while at < len(tokens) and (n := _length(tokens, at, _chrome()) if tokens[at][2] else 1):
            if tokens[at][2]:
                entries.append(at)
            at += n
        stop = at
        if entries and at < len(tokens) and text[tokens[at][0]].islower():
            stop = entries.pop()  # "Local Council bans …": the last of them begins the headline
        if len(entries) >= 2 and text[tokens[i][0]].isupper() | bool(_ARABIC.match(text[tokens[i][0]])):
            out.append((tokens[i][0], tokens[stop - 1][1]))
        i = max(at, i + 1)
    return out


def _announcing(text: str, start: int, end: int) -> list[int]:
    """Where phrases of two words and more, or of one and a colon, announce other articles or are buttons."""
    tokens = _tokens(text, start, end)
    found = []
    for i, (a, _, _) in enumerate(tokens):
        n = _length(tokens, i, _announcements())
        if n and not text[a].islower() and (n > 1 or text[tokens[i][1] - 1] in ":："):
            found.append(a)
    return found


def _first_date(text: str, start: int, end: int) -> CalendarDate | None:
    languages = ("ar",) if _ARABIC.search(text, start, end) else ("fr", "es", "en")
    found = [d for k in languages for d in find_dates(text[start:end], k) if d.full] or list(
        short_dates(text[start:end])
    )
    return min(found, key=lambda d: d.start) if found else None


@cache
def _cues() -> frozenset[str]:
    """The first words of formulas that name an author or a day: "by", "publié", «نشر»."""
    tables = [table(k, "chrome") for k in LANGUAGES]
    words = (w for t in tables for role in ("byline", "published", "modified") for w in t[role])
    return frozenset(fold_key(w).split()[0].strip("{}:") for w in words) - {"date", "publisher"}


def _headed(text: str, top: int, date: CalendarDate, end: int, runs: Sequence[Span]) -> tuple[set[int], int] | None:
    """Where headline, author and the line of a date are cut, and where the text begins; ``None`` when the date is in a sentence."""
    line, stop, body = _date_line(text, top, date, end)
    words = len(text[top:line].split())
    if (
        not HEADLINE[0] <= words <= MOST_ABOVE
        or _SENTENCE_END.search(text, top, line)
        or _in_sentence(text, line, date, top, body)
    ):
        return None
    told = fold_key(text[body : body + TOLD])
    tokens = _tokens(text, top, line)
    cuts = {line, stop, body}
    if (at := signs(text, tokens, told)) is not None and at >= HEADLINE[0] - 1:
        cuts.add(tokens[at][0])
        tokens = tokens[:at]
    entries = _entries(text, tokens)
    if at := begins(text, tokens, entries, told):
        cuts.add(tokens[at][0])
    elif len(tokens) > HEADLINE[1]:
        return None
    cuts |= {at for run in runs if top < run[0] and run[1] < line for at in run}
    return cuts, body


def _entries(text: str, tokens: list[Token]) -> list[Span]:
    """The stretches of tokens that may be entries of a menu above a headline: sections, buttons, announcements."""
    found, i = [], 0
    while i < len(tokens):
        n = _length(tokens, i, _chrome()) if tokens[i][2] and not text[tokens[i][0]].islower() else 0
        if n:
            found.append((i, i + n))
        i += n or 1
    return found


def _in_sentence(text: str, line: int, date: CalendarDate, top: int, body: int) -> bool:
    """True for a date that a sentence goes on behind: no capital follows, or an Arabic preposition."""
    after = _tokens(text, body, body + 60)[:1]
    if not after:
        return False
    word = text[after[0][0] : after[0][1]]
    if _ARABIC.match(word):
        if line < top + date.start and _tokens(text, line, line + 20)[0][2] not in _LEADING:
            return False  # its own formula leads to the date
        before = _tokens(text, max(top, line - 40), line)[-2:]
        return after[0][2] in _LEADING or any(w in _LEADING for _, _, w in before)
    return word[0].islower()


_LEADING = frozenset("في يوم من على علي الى عن ان بان منذ حتى حتي بعد قبل خلال عندما حيث التي الذي ثم".split())
"""Arabic words before or behind a date that stands in a sentence."""


def _date_line(text: str, top: int, date: CalendarDate, end: int) -> tuple[int, int, int]:
    """Where the line of a date begins (with the cue before it: "by Lerato Mokwena 9th April 2024"), ends, and the text begins."""
    first = last = top + date.start
    before = _tokens(text, top, first)[-CUE:]
    if before and before[-1][2] in weekdays():
        first = before.pop()[0]
    for i, (a, _, word) in enumerate(before):
        if word in _cues() and _says_when([w for _, _, w in before[i:]], text[before[i][1] : first]):
            first = a if not (i and before[i - 1][2] in _cues()) else before[i - 1][0]  # "Rédigé par …"
            break
    at = last = top + date.end
    tokens = _tokens(text, last, min(end, last + 200))
    i = 0
    while i < len(tokens):
        a, b, word = tokens[i]
        n = _length(tokens, i, _chrome())
        if n:
            at, i = tokens[i + n - 1][1], i + n
        elif not word or word in _SMALL or word in desks() or _TIMES.fullmatch(text[a:b]):
            last = b if at == last and (_TIMES.fullmatch(text[a:b]) or word in _HOURS) else last
            at, i = b, i + 1
        else:
            break
    return first, last, at


def _advertised(text: str, start: int, end: int) -> list[Span]:
    """Advertisements amid a text: behind a sentence, from their word to that word again, or to the next sentence."""
    tokens = _tokens(text, start, end)
    found = []
    for i, (a, _, word) in enumerate(tokens):
        if word in advertised() and not text[a].islower() and i and text[tokens[i - 1][1] - 1] in _STOPS:
            behind = advertisement(text, tokens, i)
            if behind is not None:
                found.append((a, tokens[behind][0] if behind < len(tokens) else end))
    return found


def promotes(text: str, before: Span, span: Span) -> bool:
    """True for a stretch of a line that is an advertisement: behind a sentence, a few words under their word for it."""
    if text[before[1] - 1] not in _STOPS or len(text[span[0] : span[1]].split()) > LONGEST_AD + 2:
        return False
    first = _tokens(text, *span)[0]
    return first[2] in advertised() and not text[first[0]].islower()


@cache
def weekdays() -> frozenset[str]:
    """Return the days of the week of all languages, folded."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "calendar")["weekdays"])


def _says_when(words: list[str], printed: str) -> bool:
    """True when what stands before a date is its formula ("publié le"), or a cue and who wrote ("by Lerato Mokwena")."""
    if when_words().issuperset(words):
        return True
    kept = printed.split()
    while kept and fold_key(kept[-1]).strip(".,:|-–—") in when_words() | {""}:
        kept.pop()
    name = " ".join(kept).strip(" :|-–—,،")
    return bool(name) and len(name.split()) <= 5 and (called(name) or fold_key(name) in desks())
