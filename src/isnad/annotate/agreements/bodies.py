"""Who stands where the sides of an agreement stand is a body, whatever its name looked like alone.

The tagger of names reads a firm's name like a town's or a man's ("entre la commune et Transbel", "with Noor Al Sawahel"). Where sides
are named — behind "between" and "with", as the subject of signing — a name that no gazetteer knows, that bears no office and says
nothing is a body; and a name nobody found there is one too. Whatever else bears that name on the page is the same body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from isnad.annotate.agreements.forms import within_matter
from isnad.annotate.agreements.items import for_purpose
from isnad.annotate.agreements.nouns import plain_sides
from isnad.annotate.agreements.phrases import Line, Named
from isnad.annotate.agreements.unfound import a_thing, as_side, unfound
from isnad.annotate.names.datelined import ends_dateline
from isnad.annotate.names.lexicon import given_names, office_words, printed_given
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES
from isnad.model import Article, Mention, Reading, Span
from isnad.text import fold_key

REACH = 14
"""Words behind "between" and "with" among which the sides are named."""
FIRM = 6
"""Words between a noun for a firm and its name: "la firma ilicitana de zapatillas Zancada"."""
BY = 6
"""Words between a verb of signing and "by"."""
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
                fresh += unfound(line, low, high)
            bodies |= {fold_key(m.text) for m in _owner(line, named) if fold_key(m.text) not in kept}
    if not bodies and not fresh:
        return reading
    bodies -= _towns(reading) if bodies else set()
    mentions = [as_side(m) if _same(m, bodies) else m for m in reading.mentions]
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


def _towns(reading: Reading) -> set[str]:
    """The places that a line opens with as the town of a dispatch, whatever they sign."""
    text = reading.article.text
    heads = (m for m in reading.mentions if m.kind == "place" and text[m.start - 1 : m.start] in ("\n", ""))
    return {fold_key(m.text) for m in heads if ends_dateline(reading, m.end)}


def _people(reading: Reading) -> set[str]:
    """The names that the page shows to be persons': with an office, called by a part of the name, speaking."""
    found = {fold_key(m.text) for m in reading.mentions if m.kind == "person" and (m.role is not None or m.refers)}
    spoke = {q.speaker.mention for q in reading.quotations if q.speaker is not None and q.speaker.mention is not None}
    found |= {fold_key(reading.mentions[i].text) for i in spoke if i < len(reading.mentions)}
    text, before = reading.article.text, None
    found |= {fold_key(m.text) for m in reading.mentions if m.kind == "person" and _apposed(reading.article, m)}
    for m in reading.mentions:
        # "by the two interior ministers, *Kamel Souissi and Abdulhakim Grada*": one of a row of persons, or behind several in office
        if before is not None and m.kind == "person" and m.form == "name" and " " in m.text:
            someone = (before.form == "role" and before.plural) or fold_key(before.text) in found
            if someone and text[before.end : m.start].strip() in _ROW:
                found.add(fold_key(m.text))
        before = m if m.kind == "person" else None
    return found | {fold_key(reading.mentions[r].text) for m in reading.mentions for r in m.refers}


def _apposed(article: Article, m: Mention) -> bool:
    """True of a name between commas behind an office: "la secrétaire générale de l'autorité, *Haïfa Chdeifat*, a paraphé"."""
    text = article.text
    if " " not in m.text or text[m.start - 2 : m.start] != ", " or text[m.end : m.end + 1] not in (",", "."):
        return False
    led = regex.findall(r"\p{L}+", regex.split(r"[.,;:«»“”\n]", text[max(0, m.start - 90) : m.start - 2])[-1])
    offices = office_words(article.language) if article.language in LANGUAGES else frozenset[str]()
    return any(w.islower() and len(w) > 3 and fold_key(w) in offices for w in led)


_ROW = frozenset({",", "،", ":", "and", "et", "y", "e", "و", ", and", "، و", "&"})
"""What stands between those in office and their names, and between one name of a row and the next."""


def _same(m: Mention, bodies: set[str]) -> bool:
    return m.form == "name" and m.kind != "organization" and not m.key and m.role is None and fold_key(m.text) in bodies


def _part_of(found: Mention, whole: Mention) -> bool:
    """True when a name found before is but a word of a side's name, and nothing known itself."""
    unknown = not found.key and found.role is None and found.kind != "person"
    return unknown and whole.kind == "organization" and found.span != whole.span and found.span.within(whole.span)


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
    if not words.arabic:
        obliged = next(
            (i for i in range(named.end, min(len(line), named.end + REACH)) if line.keys[i] in words.obliges), None
        )
        if obliged is not None:
            yield obliged + 1, _stop(line, obliged + 1, min(len(line), obliged + 5)), True
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
        if line.words.arabic and line.keys[(at := line.index(m.start)) - 1] == '"' and a_thing(line, at - 2, low):
            continue
        # Right behind "with", "by", "binds it to", the preposition is that of the side; and who signs in a clause behind it is one.
        led = line.index(m.start)
        headed = (
            led > 1
            and line.keys[led - 1] in line.words.of
            and line.keys[led - 2] in line.words.executives
            and " " in m.text
        )
        first = headed or (sure and line.index(m.start) == low) or (not line.words.arabic and _antecedent(line, m))
        town = m.kind == "place" and (first or _managed(line, m) or not _located(line, m))
        somebody = (
            m.kind == "person" and m.role is None and not _given(fold_key(m.text), given) and not _officer(line, m)
        )
        firm = m.kind == "place" and _called_firm(line, m)
        if m.kind == "person" and _beside_person(line, m, given):
            continue
        if (
            m.kind == "misc"
            or firm
            or ((town or somebody) and (sure or headed or joined or _managed(line, m) or _wins(line, m, high)))
        ):
            yield m


def _beside_person(line: Line, m: Mention, given: frozenset[str]) -> bool:
    """True of the second of "the two ministers, Amina Diallo and Kossi Mensavi": joined to somebody with a given name or an office."""
    first = line.index(m.start)
    joint = first > 1 and (line.at(first - 1, line.words.joints) or line.found[first].start < m.start)
    if " " not in m.text or not joint:
        return False
    at = line.found[first - 2 if line.found[first].start == m.start else first - 1].start
    last = next((o for o in line.reading.mentions if o.kind == "person" and o.start <= at < o.end), None)
    return last is not None and " " in last.text and (last.role is not None or _given(fold_key(last.text), given))


def _called_firm(line: Line, m: Mention) -> bool:
    """True of a name of several words that begins with a noun for a firm: «شركة زين الخليج»."""
    key = line.keys[line.index(m.start)]
    return " " in m.text and any(s.key in line.words.one_firm and not s.preposition for s in line.words.stems(key))


def _wins(line: Line, m: Mention, verb: int) -> bool:
    """True of an unknown place right before a verb of winning: "Orange Sahel a décroché le contrat"."""
    last, words = line.index(m.end - 1) + 1, line.words
    if words.arabic or m.kind != "place" or verb >= len(line) or not last <= verb <= last + 1:
        return False
    wins = any(f.status == "announced" for f in words.verbs.get(line.keys[verb], ()))
    return wins and not line.keys[verb].startswith((*words.announcing, *words.issuing)) and " " in m.text


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
