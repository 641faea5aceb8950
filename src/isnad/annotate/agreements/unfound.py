"""Names of sides that nobody found: quoted, or capitalised, or behind an Arabic noun for a body, where sides stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from isnad.annotate.agreements.phrases import Line
from isnad.annotate.names.lexicon import gazetteer, office_words
from isnad.languages import table
from isnad.languages.meanings import nation_of
from isnad.model import Mention, Span
from isnad.text import fold_key

LONGEST = 6
"""Words of the longest name taken for a side's that nobody found."""
_NAMED_WITH = frozenset({"La", "El", "Los", "Las", "Le", "Les"})
"""Articles that are a part of a town's name where they stand in capitals within a sentence."""


def as_side(m: Mention) -> Mention:
    """The name as a body's, or as the state's that also bears it ("signed with Jordan")."""
    place = gazetteer().places.get(fold_key(m.text))
    if place is not None and place.key == f"place:{place.country}":
        return msgspec.structs.replace(m, kind="place", key=place.key, country=place.country, refers=())
    words = m.text.split()
    small = next((i for i, w in enumerate(words) if not w[:1].islower()), 0)
    if small:  # "la rosarina Caños del Paraná": where a firm is from is none of its name
        cut = m.text.index(words[small])
        m = msgspec.structs.replace(m, start=m.start + cut, text=m.text[cut:])
    if m.kind == "misc" and (cut := _over(words)):  # «للصندوق العالمي للمدن القديمة | إنغريد سولفانغ»
        text = m.text[: m.text.index(words[cut], sum(map(len, words[:cut])))].rstrip()
        m = msgspec.structs.replace(m, end=m.start + len(text), text=text)
    return msgspec.structs.replace(m, kind="organization", refers=())


def unfound(line: Line, low: int, high: int) -> Iterator[Mention]:
    """Names in a slot that nobody found: capitalised words in Latin script, words between marks in Arabic."""
    text = line.reading.article.text
    for first, end in _quoted(line, low, high) if line.words.arabic else _capitalised(line, low, high):
        span = line.span(first, end)
        if line.words.arabic and _joined_head(line, first):
            span = Span(span.start + 1, span.end)  # «وشركة مصدر»
        near = [m for m in line.reading.mentions if span.touches(m.span)]
        if (cut := _before_its_town(line, first, end, near)) is not None:
            span, end, near = line.span(first, cut), cut, []  # "Anti-Atlas Salvage of Agadir"
        if _inside_office(line, span) or (not line.words.arabic and not _heads(line, first, led=first == low)):
            continue
        times = any(t.start < span.end and span.start < t.end for t in line.reading.times)
        if not near and not times and end - first <= LONGEST and span.end - span.start > 2:
            yield as_side(Mention("organization", span.start, span.end, text[span.start : span.end], score=0.5))


def _before_its_town(line: Line, first: int, end: int, near: Sequence[Mention]) -> int | None:
    """Where a name of two words and more ends that "of" and the town it is from follow; ``None`` when it does not so end."""
    last = max(near, key=lambda m: m.start, default=None)
    if last is None or len(near) > 2 or last.kind != "place" or line.words.arabic:
        return None
    town = line.index(last.start)
    of = town - 1 - (line.keys[town - 1] in line.words.definite)
    of_it = line.keys[of] in line.words.of | line.words.at
    return of if of_it and of - first > 1 and last.end >= line.found[end - 1].end else None


def _inside_office(line: Line, span: Span) -> bool:
    """True for a word of an office: "the minister of Defence"."""
    roles = [m.role for m in line.reading.mentions if m.role is not None]
    return any(r.start < span.end and span.start < r.end for r in roles)


def _heads(line: Line, i: int, *, led: bool) -> bool:
    """True where a name may begin a side: not behind "of", and no common word for a state alone ("the Kingdom").

    ``led`` is true right behind the word that announces a side, whatever else that word may say.
    """
    words = line.words
    if line.found[i].text.casefold() in _states(words.language) or nation_of(line.keys[i]) is not None:
        return False  # "the Kingdom" for a state, "the Senegalese firm Balisor" for where it is from
    before = line.keys[max(0, i - 2) : i]
    if len(before) > 1 and before[-1] == "," and before[0] in office_words(words.language):
        return False  # "the oil minister, Mahaman Kassoum"
    if i > 1 and line.found[i - 1].text in _NAMED_WITH:
        return False  # "La Paz" is no firm Paz
    if before and before[-1] in words.definite:
        before = before[:-1] if len(before) > 1 else []
    return led or not (before and before[-1] in words.of | words.at)


@cache
def _states(language: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in table(language, "names")["states"])


def _quoted(line: Line, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Words between marks, and names that begin with a word for a body: «الشركة المصرية لنقل الكهرباء»."""
    heads = _body_words()
    for i in range(low, min(high, len(line))):
        if any(s.key in heads for s in line.words.stems(line.keys[i])):
            end = _phrase_end(line, i + 1, min(high, i + LONGEST, len(line)))
            if end > i + 1:
                yield i, end
    marks = [i for i in range(low, min(high, len(line))) if line.found[i].text in ("«", "»", '"', "“", "”")]
    for a, b in zip(marks[::2], marks[1::2], strict=False):
        if b > a + 1 and not a_thing(line, a - 1, low):
            yield a + 1, b


def _joined_head(line: Line, i: int) -> bool:
    """True of a noun for a body that «و» is written onto: «و|جبهة الشمال», but no «وزارة»."""
    heads = _body_words()
    whole = any(s.key in heads and not s.joined for s in line.words.stems(line.keys[i]))
    return not whole and any(s.joined and s.key in heads for s in line.words.stems(line.keys[i]))


def a_thing(line: Line, i: int, low: int) -> bool:
    """True of a noun before marks of quotation that is no body's: «حقل "الشراع"» is a field."""
    if i < low or line.found[i].kind != "word" or line.words.between.keys() & {line.keys[i]}:
        return False
    stems = line.words.stems(line.keys[i])
    bodily = any(s.key in _body_words() or s.key in line.words.managements for s in stems)
    return not (bodily or any(s.definite for s in stems) or line.keys[i] in line.words.prepositions)


_THE = ("ال", "لل", "بال")
_ITS = ("ته", "تها", "تهم", "تهما", "اتنا")
"""Endings by which an Arabic noun is somebody's, so that no name holds it."""


def _over(words: Sequence[str]) -> int:
    """Where an Arabic name of misc words is over: at a bare word behind one with the article; 0 where it is not."""
    ends = (
        i for i in range(2, len(words)) if words[i - 1].startswith(_THE) and not words[i].startswith((*_THE, "ل", "و"))
    )
    return next(ends, 0)


def _closed(line: Line, i: int) -> bool:
    """True behind a word with the article, where one without it begins something else: an officer's name, a verb."""
    key = line.keys[i]
    bare = not key.startswith(_THE) and line.words.stems(key)[-1].preposition == ""
    return line.keys[i - 1].startswith(_THE) and bare


def _phrase_end(line: Line, start: int, end: int) -> int:
    purposes = 0
    for j in range(start, end):
        if (line.keys[j].endswith(_ITS) and len(line.keys[j]) > 4) or _closed(line, j):
            return j  # «مجلس إدارته قرر», «للصندوق العالمي للمدن القديمة إنغريد سولفانغ»
        purposes += line.keys[j].startswith("ل") and line.words.stems(line.keys[j])[-1].preposition == "ل"
        joined = line.keys[j][:1] == "و" and len(line.keys[j]) > 3 and line.keys[j] not in line.words.kept
        if (
            line.found[j].kind != "word"
            or joined
            or line.keys[j] in line.words.prepositions
            or line.at(j, line.words.stops)
            or line.keys[j] in line.words.relative
            or line.words.stems(line.keys[j])[-1].preposition == "ب"
            or purposes > 1
            or line.stem(j, line.words.nouns) is not None
        ):
            return j
    return end


@cache
def _body_words() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("ar", "names")["heads"])


def _capitalised(line: Line, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, small words of names between them; the sentence's first word only as a part of one."""
    never, inner = _small(line.words.language)
    i = low
    while i < min(high, len(line)):
        if not _capital(line, i) or line.found[i].text in never or (i == 0 and not _begins(line, high)):
            i += 1
            continue
        end, j = i + 1, i + 1
        small = inner | {"du", "del", "des", "de"} if i == 0 else inner
        while j < min(high, len(line)):
            if _capital(line, j) and line.found[j].text not in never:
                end = j = j + 1
            elif line.keys[j] == "-" and j == end and not line.parts(j) and _capital(line, j + 1):
                j += 1  # "Anti-Atlas Salvage"
            elif line.keys[j] in small and j - end < 4:
                j += 1
            elif j - end == 1 and line.keys[j - 1] in inner and line.found[j].kind == "word":
                j += 1  # "Syndicat des métaux de l'Estuaire"
            else:
                break
        yield i, end
        i = max(j, end)


def _begins(line: Line, high: int) -> bool:
    """True where a name begins with the sentence: a second capital follows, or the first word is no common one ("Barytine du Sud")."""
    if _capital(line, 1):
        return True
    common = gazetteer().plain[line.words.language]
    near = line.keys[1] if len(line) > 1 else ""
    inner = _small(line.words.language)[1] | line.words.of | {"du", "del", "al", "de", "des"}
    led = near in inner and any(_capital(line, j) for j in (2, 3))
    joined = bool(line.at(1, line.words.joints)) and (
        near == "," or line.keys[2:3] == ["the"] or _capital(line, 2) or _capital(line, 3)
    )
    return line.keys[0] not in common and (led or joined or high == 1)


def _capital(line: Line, i: int) -> bool:
    word = line.found[i].text if i < len(line) else ""
    return len(word) > 1 and word[0].isupper() and line.found[i].kind == "word"


@cache
def _small(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that begin no name, and the small words inside names; "and" joins two sides, not two words of a name."""
    words = table(language, "names")
    joints = {fold_key(w) for w in table(language, "agreements")["domains"]["and"]}
    inner = (
        {fold_key(w) for w in words["inner"]}
        - joints
        - {"en", "sur", "pour", "for", "in", "on", "para", "a", "au", "aux"}
    )
    return frozenset(words["never"]), frozenset(inner)
