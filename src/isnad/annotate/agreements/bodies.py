"""Who stands where the sides of an agreement stand is a body, whatever its name looked like alone.

The tagger of names reads a firm's name like a town's or a man's ("entre la commune et Transbel", "with Noor Al Sawahel"). Where sides
are named — behind "between" and "with", as the subject of signing — a name that no gazetteer knows, that bears no office and says
nothing is a body; and a name nobody found there is one too. Whatever else bears that name on the page is the same body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from isnad.annotate.agreements.forms import within_matter
from isnad.annotate.agreements.items import for_purpose
from isnad.annotate.agreements.nouns import plain_sides
from isnad.annotate.agreements.phrases import Line, Named
from isnad.annotate.names.lexicon import gazetteer, given_names, office_words, printed_given
from isnad.annotate.sentences import with_field
from isnad.languages import table
from isnad.languages.meanings import nation_of
from isnad.model import Mention, Reading, Span
from isnad.text import fold_key

REACH = 14
"""Words behind "between" and "with" among which the sides are named."""
LONGEST = 6
"""Words of the longest name taken for a side's that nobody found."""
FIRM = 6
"""Words between a noun for a firm and its name: "la firma ilicitana de zapatillas Zancada"."""
BY = 6
"""Words between a verb of signing and "by"."""
_NAMED_WITH = frozenset({"La", "El", "Los", "Las", "Le", "Les"})
"""Articles that are a part of a town's name where they stand in capitals within a sentence."""
_SIGNING = frozenset({"signed", "ended", "suspended", "announced"})


def with_sides(reading: Reading, lines: Sequence[tuple[Line, Sequence[Named]]]) -> Reading:
    """Return the reading with the names that stand as sides of agreements as organisations, new ones behind the others."""
    kept = _people(reading)
    bodies: set[str] = set()
    fresh: list[Mention] = []
    for line, names in lines:
        for named in names:
            for low, high, sure in _slots(line, named):
                bodies |= {
                    fold_key(m.text) for m in _mistaken(line, low, high, sure=sure) if fold_key(m.text) not in kept
                }
                fresh += plain_sides(line, low, high)
                fresh += _unfound(line, low, high)
            bodies |= {fold_key(m.text) for m in _owner(line, named) if fold_key(m.text) not in kept}
    if not bodies and not fresh:
        return reading
    mentions = [_as_side(m) if _same(m, bodies) else m for m in reading.mentions]
    made = [*fresh, *(m for m, was in zip(mentions, reading.mentions, strict=True) if m is not was)]
    for m in (*fresh, *_elsewhere(reading, made)):
        near = [k for k, o in enumerate(mentions) if m.span.touches(o.span)]
        if not near:
            mentions.append(m)
        elif len(near) == 1 and _part_of(mentions[near[0]], m):
            mentions[near[0]] = m  # "the Estuary metalworkers' union", of which "Estuary" was found
    return with_field(reading, "mentions", tuple(mentions))


def _elsewhere(reading: Reading, fresh: Sequence[Mention]) -> Iterator[Mention]:
    """The other places where a side of several words, found by where it stood, is named in the article's own words."""
    text = reading.article.text
    for name in {m.text for m in fresh if m.kind == "organization" and " " in m.text}:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
            if whole and any(s.start <= at < s.end for s in reading.sentences):
                yield Mention("organization", at, end, name, score=0.5)
            at = text.find(name, end)


def _people(reading: Reading) -> set[str]:
    """The names that the page shows to be persons': with an office, called by a part of the name, speaking."""
    found = {fold_key(m.text) for m in reading.mentions if m.kind == "person" and (m.role is not None or m.refers)}
    spoke = {q.speaker.mention for q in reading.quotations if q.speaker is not None and q.speaker.mention is not None}
    found |= {fold_key(reading.mentions[i].text) for i in spoke if i < len(reading.mentions)}
    return found | {fold_key(reading.mentions[r].text) for m in reading.mentions for r in m.refers}


def _same(m: Mention, bodies: set[str]) -> bool:
    return m.form == "name" and m.kind != "organization" and not m.key and m.role is None and fold_key(m.text) in bodies


def _part_of(found: Mention, whole: Mention) -> bool:
    """True when a name found before is but a word of a side's name, and nothing known itself."""
    unknown = not found.key and found.role is None and found.kind != "person"
    return unknown and whole.kind == "organization" and found.span != whole.span and found.span.within(whole.span)


def _as_side(m: Mention) -> Mention:
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


def _slots(line: Line, named: Named) -> Iterator[tuple[int, int, bool]]:
    """Where sides stand, as words; ``sure`` where nothing but a side can."""
    words, verb = line.words, _verb(line, named)
    for i in range(max(0, named.first - 6), min(len(line), named.end + REACH)):
        near = i >= named.end or (verb is not None and verb < i)  # "firmó con Sodelit un contrato"
        n = line.at(i, words.between) or (line.at(i, words.together) if near else 0)
        if n and not line.paired(i + n) and not within_matter(line, named.end, i):
            reach = 2 * REACH if line.at(i, words.between) else REACH
            yield i + n, _stop(line, i + n, min(len(line), i + n + reach)), True
    for i in range(len(line)):
        if line.keys[i].startswith(words.awarding) and line.found[i].kind == "word":
            to = next((j for j in range(i + 1, min(len(line), i + REACH)) if line.keys[j] in words.to), None)
            if to is not None:
                yield to + 1, _stop(line, to + 1, min(len(line), to + 1 + REACH // 2)), True
    for i in range(named.first, min(len(line), named.end + 2 * REACH)):
        covered = i == named.end and line.at(i, words.before)  # "signed a protocol for the restoration of …"
        if (
            (n := line.at(i, words.by))
            and not covered
            and n + i < len(line)
            and (_signed_by(line, i) or line.at(i, words.signatures))
        ):
            yield i + n, _stop(line, i + n, min(len(line), i + n + REACH)), True
        elif not words.arabic and named.end < i < named.end + 10 and line.keys[i] in words.binds:
            to = next((j for j in range(i + 1, min(len(line), i + 5)) if line.keys[j] in words.to | words.with_), None)
            if to is not None:
                yield to + 1, _stop(line, to + 1, min(len(line), to + 6)), True
    if verb is None:
        return
    if words.arabic and verb < named.first:
        yield verb + 1, named.first, False
    yield _clause(line, verb), verb, False


def _signed_by(line: Line, i: int) -> bool:
    """True where a verb of signing stands a few words before "by": "was signed on Tuesday by"."""
    keys = line.keys[max(0, i - BY) : i]
    return any(f.status in _SIGNING and "infinitive" not in f.tenses for k in keys for f in line.words.verbs.get(k, ()))


def _stop(line: Line, start: int, end: int) -> int:
    """Where what stands behind "between" or "with" ends: at a mark, a relative, a verb, a purpose."""
    words = line.words
    for i in range(start, end):
        if line.keys[i] in (".", ";", ":", "(") or line.at(i, words.relative_phrases) or line.at(i, words.stops):
            return i
        if i > start and (line.at(i, words.before) or (words.arabic and _purposed(line, i)) or _dated(line, i)):
            return i
    return end


def _purposed(line: Line, i: int) -> bool:
    """True of a purpose behind a name that is over: «مع حكومة بوليفيا *لاستخراج* الليثيوم», but not «الشركة المصرية لنقل الكهرباء»."""
    last = line.found[i - 1]
    named = any(m.start <= last.start < m.end for m in line.reading.mentions)
    return line.keys[i].startswith("ل") and (_quoted_before(line, i) or (named and for_purpose(line, i)))


def _dated(line: Line, i: int) -> bool:
    at = line.found[i].start
    return any(t.kind == "date" and t.start <= at < t.end for t in line.reading.times)


def _quoted_before(line: Line, i: int) -> bool:
    return line.keys[i - 1] == '"'


def _verb(line: Line, named: Named) -> int | None:
    """The nearest verb of signing or ending before the agreement, or behind it by another name; ``None`` without one."""
    for i in range(named.first - 1, max(-1, named.first - 30), -1):
        if line.keys[i] in (";", ".", ":"):
            return None
        for stem in line.words.stems(line.keys[i]):
            if not stem.preposition and not stem.definite:
                if any(
                    f.status in _SIGNING and ("infinitive" not in f.tenses or "past" in f.tenses)
                    for f in line.words.verbs.get(stem.key, ())
                ):
                    return i
    return None


def _clause(line: Line, verb: int) -> int:
    """Where the verb's own clause begins: behind the last "that" or mark of speech before it."""
    for i in range(verb - 1, -1, -1):
        if line.keys[i] in (";", ":", "that", "ان", "بان") or (line.keys[i] in ("que", "-") and line.parts(i)):
            return i + 1
    return 0


def _mistaken(line: Line, low: int, high: int, *, sure: bool) -> Iterator[Mention]:
    """Names in a slot that are a body's although they look like a town's or a person's."""
    given = given_names() | printed_given()
    inside = [m for m in line.reading.mentions if _within(line, m.span, low, high) and m.form == "name" and not m.key]
    nouns = line.words.municipal | line.words.unions | line.words.one_union
    beside = any(s.key in nouns for j in range(low, min(high, len(line))) for s in line.words.stems(line.keys[j]))
    states = any(
        _within(line, m.span, low, high) and m.key and m.kind == "place" and not _located(line, m)
        for m in line.reading.mentions
    )
    joined = beside or states or (len(inside) > 1 and any(m.kind == "organization" for m in inside))
    for m in inside:
        if line.words.arabic and line.keys[(at := line.index(m.start)) - 1] == '"' and _a_thing(line, at - 2, low):
            continue
        # Right behind "with", "by", "binds it to", the preposition is that of the side; and who signs in a clause behind it is one.
        first = (sure and line.index(m.start) == low) or (not line.words.arabic and _antecedent(line, m))
        town = m.kind == "place" and (first or _managed(line, m) or not _located(line, m))
        somebody = (
            m.kind == "person" and m.role is None and not _given(fold_key(m.text), given) and not _officer(line, m)
        )
        if m.kind == "misc" or ((town or somebody) and (sure or joined or _managed(line, m))):
            yield m


def _owner(line: Line, named: Named) -> Iterator[Mention]:
    """Who "its contract" is of, at the head of the clause, where a name looks like a town's that nobody knows."""
    verb = _verb(line, named)
    if verb is None or line.words.arabic or line.keys[named.first] not in line.words.owners:
        return
    head = _clause(line, verb)
    near = [
        m for m in line.reading.mentions if head <= line.index(m.start) <= head + 1 and m.start < line.found[verb].start
    ]
    for m in near:
        somebody = m.kind == "person" and (
            m.role is not None or _given(fold_key(m.text), given_names() | printed_given())
        )
        unknown = m.kind in ("place", "person") and m.form == "name" and not (m.key or m.country or somebody)
        if unknown and line.index(m.start) < verb:
            yield m


def _antecedent(line: Line, m: Mention) -> bool:
    """True right before ", which", ", que": whom a relative clause is of."""
    last = line.index(m.end - 1)
    return (
        line.keys[last + 1 : last + 2] == [","] and last + 2 < len(line) and line.keys[last + 2] in line.words.relative
    )


def _officer(line: Line, m: Mention) -> bool:
    """True of a name beside an office: «سالم راشد العفاري وكيل وزارة الطاقة», "the oil minister, Mahaman Kassoum"."""
    offices = office_words(line.words.language)
    first, last = line.index(m.start), line.index(m.end - 1)
    near = [k for k in line.keys[max(0, first - 2) : first] if k != ","] + line.keys[last + 1 : last + 2]
    return any(s.key in offices for k in near for s in line.words.stems(k))


def _given(name: str, given: frozenset[str]) -> bool:
    """True when a name begins with a given name."""
    word = name.partition(" ")[0]
    return word in given or word.removeprefix("ال") in given


def _within(line: Line, span: Span, low: int, high: int) -> bool:
    return low < high <= len(line) and line.found[low].start <= span.start and span.end <= line.found[high - 1].end


def _located(line: Line, m: Mention) -> bool:
    """True for "in X", "the town of X", «بلدية X»: a place indeed."""
    i = line.index(m.start)
    before = line.keys[i - 1] if i else ""
    if not m.country and before in line.words.of and i > 1 and line.keys[i - 2] in line.words.executives:
        return False  # "the president of Vétérinaires du Fleuve"
    attached = line.words.arabic and i < len(line) and line.found[i].start < m.start and line.keys[i][:1] == "ب"
    municipal = any(
        s.key in line.words.municipal for j in range(max(0, i - 2), i) for s in line.words.stems(line.keys[j])
    )
    return before in line.words.at or before in line.words.of or attached or municipal


def _managed(line: Line, m: Mention) -> bool:
    """True for "the management of X", «إدارة X»: a firm, whatever its name looks like."""
    i = line.index(m.start)
    near = [k for k in line.keys[max(0, i - 3) : i] if k not in line.words.of | line.words.definite]
    if near and any(s.key in line.words.managements for s in line.words.stems(near[-1])):
        return True
    for j in range(i - 1, max(-1, i - FIRM), -1):  # "la firma ilicitana de zapatillas Zancada"
        at = line.found[j]
        if line.words.arabic or line.words.language == "en" or at.kind != "word" or not at.text.islower():
            return False
        if line.keys[j] in line.words.one_firm:
            return m.kind != "person" or m.role is None
        if line.keys[j] in line.words.verbs or line.keys[j] in line.words.relative:
            return False
    return False


def _unfound(line: Line, low: int, high: int) -> Iterator[Mention]:
    """Names in a slot that nobody found: capitalised words in Latin script, words between marks in Arabic."""
    text = line.reading.article.text
    for first, end in _quoted(line, low, high) if line.words.arabic else _capitalised(line, low, high):
        span = line.span(first, end)
        near = [m for m in line.reading.mentions if span.touches(m.span)]
        if (cut := _before_its_town(line, first, end, near)) is not None:
            span, end, near = line.span(first, cut), cut, []  # "Anti-Atlas Salvage of Agadir"
        if _inside_office(line, span) or (not line.words.arabic and not _heads(line, first, led=first == low)):
            continue
        times = any(t.start < span.end and span.start < t.end for t in line.reading.times)
        if not near and not times and end - first <= LONGEST and span.end - span.start > 2:
            yield _as_side(Mention("organization", span.start, span.end, text[span.start : span.end], score=0.5))


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
        if b > a + 1 and not _a_thing(line, a - 1, low):
            yield a + 1, b


def _a_thing(line: Line, i: int, low: int) -> bool:
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
