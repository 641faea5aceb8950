"""What a whole clause says an agreement covers: "Under the accord, Mali will train …", "a protocol: rehearsals resume and …"."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.agreements.phrases import Line, Named
from isnad.model import Span

ASIDE = 14
"""Words of an aside between the name and the clause: "Under the accord, signed on Monday in Accra, …"."""
LONGEST = 24
"""Words of the longest matter that a clause tells."""
MOST = 6
HUNG = 4
"""Words of the shortest clause that a text hangs on: "X builds Y under a contract"."""
AGREEING = 16
"""Words of a sentence among which the verb of agreeing stands."""
FIRST = 12
"""Words of a sentence among which a verb of pledging stands."""


def clause_matters(line: Line, named: Named, limit: int) -> list[Span]:
    """Return the matters told by the clause behind "under the accord", or by a list behind the name and a colon."""
    start = _under(line, named)
    if start is None:
        start = _colon(line, named, limit)
    return list(_pieces(line, start)) if start is not None else []


def by_the_text(line: Line) -> list[Span]:
    """Return what a sentence says that begins with the text itself: "According to a copy of the text, Ankara will …", «وبحسب نسخة من النص، تلتزم …»."""
    words = line.words
    comma = next((i for i in range(2, min(len(line), FIRST)) if line.keys[i] in (",", "،")), None)
    if comma is None or not any(line.at(i, words.under) for i in range(2)):
        return []
    told = any(s.key in words.texts and (s.definite or line.keys[i - 1] in words.definite or words.contracted.get(line.keys[i - 1]))
               for i in range(1, comma) for s in words.stems(line.keys[i]))  # fmt: skip
    return list(_pieces(line, comma + 1)) if told else []


def pledged(line: Line) -> tuple[int, list[Span]] | None:
    """Return the word of pledging in a sentence ("the firm undertakes to …") and what is pledged; ``None`` without one."""
    for i in range(min(FIRST, len(line))):
        if (
            line.at(i, line.words.relative_phrases)
            or line.keys[i] in line.words.negation
            or line.found[i].text in _QUOTES
        ):
            return None
        if n := line.at(i, line.words.pledges):
            found = list(_pieces(line, i + n))
            return (i, found) if found else None
    return None


def agreed(line: Line) -> list[Span]:
    """Return what the sides of a sentence agreed to do: "Chad and Sudan have agreed to | suspend their visas", «اتفقت … على تعليق …»."""
    words = line.words
    for i in range(min(AGREEING, len(line))):
        if line.at(i, words.relative_phrases) or line.keys[i] in words.negation or line.found[i].text in _QUOTES:
            return []
        n = line.at(i, words.agreeing)
        if n and words.arabic:
            on = next((j for j in range(i + 1, min(len(line), i + FIRST)) if line.keys[j] == "علي"), None)
            return list(_pieces(line, on + 1)) if on is not None else []
        if n:
            first = i + n
            while first < len(line) and (
                _within(line, first) or (line.keys[first] in words.articles and _within(line, first + 1))
            ):
                first += 1  # "acordaron el jueves | reabrir el paso"
            return list(_pieces(line, first))
    return []


def _within(line: Line, i: int) -> bool:
    """True of a word of a time."""
    at = line.found[i].start if i < len(line) else -1
    return any(t.start <= at < t.end for t in line.reading.times)


_AGENTS = frozenset({"by", "par", "por", "من"})
"""Words behind which a noun of dealing has who deals."""
_QUOTES = frozenset({'"', "«", "“", "»", "”"})


def dealing(line: Line) -> int | None:
    """Return the verb of a sentence that tells who hires, buys or orders from whom; ``None`` without one, or where it is denied."""
    for i in range(len(line)):
        key = line.keys[i].removeprefix("و") if line.words.arabic else line.keys[i]
        if key in line.words.dealing and line.found[i].kind == "word" and not line.somebody(i):
            return None if any(k in line.words.negation for k in line.keys[max(0, i - 3) : i]) else i
        if key in line.words.deals and any(
            line.at(j, line.words.by) and line.keys[j] in _AGENTS for j in range(i + 1, min(len(line), i + FIRST))
        ):
            return i  # "on the eve of the return to Sudan, by the museum, of 43 books"
    return None


def clause_pieces(line: Line, start: int, stop: int) -> list[Span]:
    """Return a stretch of a clause cut at its commas and coordinating words, each piece a matter."""
    return list(_pieces(line, start, stop))


def hanging(line: Line, named: Named) -> int | None:
    """Return the word where "under a contract" begins behind the clause that tells what is done under it; ``None`` without one."""
    if (
        line.words.arabic
        and not named.definite
        and named.first >= HUNG
        and named.preposition == "ب"
        and _concluded_behind(line, named)
    ):
        return named.first
    for j in range(max(HUNG, named.first - 6), named.first):
        n = line.at(j, line.words.under)
        if n and j + n in (named.first, named.first + 1) and line.keys[j] not in ("por", ","):
            return j
    return None


def _concluded_behind(line: Line, named: Named) -> bool:
    """True of «ألغى البلدان التأشيرة باتفاقية أبرمت سنة 1973»: what is done by a text that is said to be concluded."""
    stems = line.words.stems(line.keys[named.end]) if named.end < len(line) else ()
    return any(
        line.words.participles.get(s.key) == "signed"
        or any(f.status == "signed" for f in line.words.verbs.get(s.key, ()))
        for s in stems
    )


def hung_matters(line: Line, named: Named) -> list[Span]:
    """Return what the clause before "under a contract" says is done: "the bank will | lend the state 85 million | under a loan agreement"."""
    at = hanging(line, named)
    if at is None:
        return []
    words = line.words
    first = next((j + 1 for j in range(at - 1, -1, -1) if line.keys[j] in (";", ":", "that", "ان")), 0)
    first = max(first, line.behind_dateline())
    if not words.arabic:
        here = [m for m in line.reading.mentions if line.found[first].start <= m.start < line.found[at].start]
        if not here:
            return _subject(line, first, at)
        first = line.index(here[0].end - 1) + 1
        for m in here[1:]:  # "Chad and Sudan | agreed to reopen the border"
            if all(
                line.at(j, words.joints) or line.keys[j] in words.articles for j in range(first, line.index(m.start))
            ):
                first = line.index(m.end - 1) + 1
        while first < at and (
            line.keys[first] in words.future or line.keys[first] in words.auxiliaries or line.keys[first] == "would"
        ):
            first += 1
    return list(_pieces(line, first, at - (line.keys[at - 1] in (",", "،"))))


def _subject(line: Line, first: int, at: int) -> list[Span]:
    """What is said to work under a text, where nobody is named before: "*the field hospital*, which has 48 beds, works under an accord"."""
    if line.keys[first] not in line.words.articles:
        return []
    stop = next((j for j in range(first, at) if line.keys[j] in (",", "،")), at - 1)
    whole = stop == at - 1
    return list(_pieces(line, first + 1, stop)) if 2 < stop - first + whole < LONGEST // 2 else []


def _under(line: Line, named: Named) -> int | None:
    """Where the clause begins behind "Under the accord" at the head of a sentence."""
    words = line.words
    if named.first > FIRST // 2:
        return None
    low = max(0, named.first - 4)
    attached = (
        words.arabic and named.first < 2 and any(s.preposition == "ب" for s in words.stems(line.keys[named.first]))
    )
    led = any(
        line.at(i, words.under) and i + line.at(i, words.under) in (named.first, named.first + 1)
        for i in range(low, named.first + 1)
    )
    contracted = any(line.at(i, words.under) for i in range(low, named.first))
    if not (led or contracted or attached):
        return None
    i = named.end
    comma = next((j for j in range(i, min(len(line), i + ASIDE)) if line.keys[j] in (",", "،")), None)
    if i < len(line) and line.keys[i] not in (",", "،") and comma is not None:
        i = comma
    i += i < len(line) and line.keys[i] in (",", "،")
    if i < len(line) and _aside(line, i):  # "Under the truce, brokered by Qatar, both armies will …"
        i = next((j + 1 for j in range(i, min(len(line), i + ASIDE)) if line.keys[j] in (",", "،")), i)
    return i


def _aside(line: Line, i: int) -> bool:
    """True where a relative clause, a participle or who mediated stands between commas."""
    words = line.words
    told = any("participle" in f.tenses for f in words.verbs.get(line.keys[i], ()))
    return bool(told or line.at(i, words.relative_phrases) or line.at(i, words.mediating))


def _colon(line: Line, named: Named, limit: int) -> int | None:
    """Where a list begins behind a colon; words in marks are somebody's."""
    at = next((j for j in range(named.end, min(limit, len(line))) if line.keys[j] == ":"), None)
    if named.definite or at is None or at + 2 >= len(line) or line.found[at + 1].text in _QUOTES:
        return None
    if line.keys[at + 1][:1].isdecimal():
        return None
    return at + 1


def _marked(line: Line, i: int) -> bool:
    """True of a mark around a name, which quotes nobody: «شركة «نظافة الأطلس»»."""
    at = line.found[i]
    return line.words.arabic and any(
        0 <= m.start - at.end <= 1 or 0 <= at.start - m.end <= 1
        for m in line.reading.mentions
        if m.kind == "organization"
    )


def _pieces(line: Line, start: int, stop: int | None = None) -> Iterator[Span]:
    """The clause cut at its commas and coordinating words, up to a full stop or a mark of quotation."""
    words = line.words
    first = i = start
    made = 0
    stop = max(line.tail, start) if stop is None else stop
    while i <= stop and made < MOST:
        over = (
            i == stop
            or line.keys[i] in (".", ";", "!", "?")
            or (line.found[i].text in _QUOTES and not _marked(line, i))
        )
        joint = 0 if over else line.at(i, words.joints)
        waw = not over and words.arabic and i > first + 1 and line.keys[i][:1] == "و" and line.keys[i] not in words.kept
        if over or joint or waw:
            if i - first > 1 and i - first <= LONGEST:
                span = line.span(first, i)
                attached = words.arabic and first > start and line.keys[first][:1] == "و"
                yield Span(span.start + 1, span.end) if attached else span
                made += 1
            if over and not (i < stop and line.keys[i] == ";"):
                return
            first = i + max(joint, 0 if waw else 1)
            i = max(i + 1, first)
            continue
        i += 1
