"""What an agreement is about, as printed: its compound ("loan agreement"), its complement ("accord de pêche"), its list."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from isnad.annotate.agreements.clauses import clause_matters
from isnad.annotate.agreements.compounds import inside_of
from isnad.annotate.agreements.items import for_purpose, listed, named_at
from isnad.annotate.agreements.lexicon import Phrases
from isnad.annotate.agreements.phrases import Line, Named
from isnad.languages.meanings import nation_of
from isnad.model import Span

FAR = 22
"""Words behind the name within which its matters are announced."""
MOST = 12
RECEIVER = 8
"""Words behind a verb of covering among which what is given stands behind whom it is given to."""
_LENGTHS = frozenset({"days", "weeks", "months", "years"})


def matters_of(line: Line, named: Named, limit: int, *, told: bool) -> tuple[tuple[Span, ...], bool]:
    """Return the matters that the sentence gives an agreement, in order, and whether its name itself says one.

    ``limit`` is the word another agreement begins at; ``told`` is true when the words right behind tell which it is.
    """
    found: list[Span] = []
    limit = _till_other_side(line, named, limit)
    if (inside := inside_of(line, named)) is not None:
        found.append(inside)
    if _itself(line, named):
        found.append(line.span(named.head, named.end))  # a truce is about a truce
    behind = named
    if (adjective := None if found else _adjective(line, named)) is not None:
        behind = msgspec.structs.replace(named, end=adjective + 1)
    start = _complement(line, behind, limit)
    itself = bool(found) and inside is None and named.definite  # "the truce" does not tell which
    naming = (bool(found) and not itself) or start is not None or _proper(line, named)
    # "denounced the sugar agreement that it had with …": a relative tells which one is meant.
    which = adjective is not None and line.keys[adjective + 1 : adjective + 2] in (["que"], ["qui"])
    owned = line.keys[named.first] in line.words.owners
    if adjective is not None and (told or which or owned or not named.definite):
        found.append(line.span(adjective, adjective + 1))
    if start is None:
        start = _covered(line, named)
    if start is None:
        start = _announced(line, named, limit, told)
    end = min(limit, named.end + FAR)
    if start is not None and start >= len(line):
        start = None  # a headline that is cut behind "for"
    if start is not None and any(x.key in line.words.generic for x in line.words.stems(line.keys[start])):
        start = _cue(line, start + 1, min(limit, start + 4), line.words.before) or start
    while start is not None and len(found) < MOST:
        items, stopped = listed(line, _past_receiver(line, _doing(line, start, limit), limit), limit)
        found += items
        # "dans le domaine de la défense couvrant les échanges …": a second announcement goes on the list; and one that
        # announced no matter ("signed on Tuesday on …") is passed over.
        over = items and not _concluded(line, stopped) and not line.at(stopped, line.words.priced)
        reach = min(limit, stopped + 1) if over else end
        among = line.words.firm if named.definite and not told else line.words.before
        behind_comma = line.keys[stopped - 1] in (",", "،") and bool(line.at(stopped, line.words.stops))
        start = _cue(line, max(stopped, start), reach, among, covering=not behind_comma)
    for covers in _relative_covers(line, named, limit):
        at = line.found[covers].start
        if not any(s.start <= at < s.end for s in found):
            found += listed(line, covers, limit)[0]
    found += [s for s in clause_matters(line, named, limit) if not any(s.touches(o) for o in found)]
    return tuple(dict.fromkeys(found))[:MOST], naming


def _till_other_side(line: Line, named: Named, limit: int) -> int:
    """Where what is bought or sold is over: "40,000 tonnes of maize | from the agency", "… de trigo | a la Junta", «من القمح | من تعاونية»."""
    words = line.words
    if named.faint in words.tendered and words.arabic:
        on = (
            j
            for j in range(named.end + 1, min(limit, len(line) - 1))
            if line.keys[j] == "علي" and named_at(line, j + 1)
        )
        return next(on, limit)  # «رست مناقصة جسر الزهراء | على شركة»
    if named.faint not in words.bought:
        return limit
    for j in range(named.end + 1, min(limit, len(line))):
        led = (
            line.keys[j] in words.sources or line.keys[j] in words.to or words.contracted.get(line.keys[j]) in words.to
        )
        if led and any(
            named_at(line, k) and not line.found[k].text.isdecimal() for k in range(j + 1, min(limit, len(line), j + 5))
        ):
            return j
        if line.at(j, words.priced) or (line.keys[j] in words.inside and j + 1 < len(line) and named_at(line, j + 1)):
            return j
    return limit


def _quantity(line: Line, named: Named, at: int) -> int:
    """Past how much is bought or sold: "de | 240 mil toneladas | de trigo"."""
    words = line.words
    if named.faint not in words.bought or at >= len(line):
        return at
    f = next((f for f in line.reading.figures if f.start <= line.found[at].start < f.end), None)
    if f is None:
        return at
    after = next((j for j in range(at, len(line)) if line.found[j].start >= f.end), at)
    of = words.of | {"من"}
    return after + 1 if after + 1 < len(line) and line.keys[after] in of else after


def _doing(line: Line, start: int, limit: int) -> int:
    """Past the side that is to do something: "under which Spain will | train 120 coast guards"."""
    i = start
    while i < min(limit, len(line) - 1) and (named_at(line, i) or line.keys[i] in line.words.articles):
        i += 1
    will = line.words.future | {"would", "shall", "must", "is", "are", "to"}
    if i == start or not any(k in will for k in line.keys[i : i + 1]):
        return start
    while i < min(limit, len(line) - 1) and line.keys[i] in will:
        i += 1
    return i


def _past_receiver(line: Line, start: int, limit: int) -> int:
    """Past those that something is given to: "guarantees the lower valley | a flow of …", "garantit à l'aval | un débit minimal"."""
    words = line.words
    if words.arabic or start + 2 >= min(limit, len(line)) or not line.at(start - 1, words.covers):
        return start
    if line.keys[start] not in words.to and words.contracted.get(line.keys[start]) not in words.to:
        return start
    ahead = range(start + 2, min(limit, len(line), start + RECEIVER))
    found = next((j for j in ahead if line.keys[j] in words.indefinite or line.keys[j][:1].isdecimal()), None)
    return found if found is not None and "," not in line.keys[start:found] else start


def _relative_covers(line: Line, named: Named, limit: int) -> Iterator[int]:
    """What stands behind each verb of "that covers … and sets …", «تشمل», or of the main clause behind who signed it."""
    words = line.words
    covering = signed = False
    for i in range(named.end, min(limit, named.end + FAR, len(line))):
        if line.keys[i] in (".", ";", ":", '"') and not (words.arabic and line.keys[i] == '"'):
            return
        signed |= not words.arabic and any("participle" in f.tenses for f in words.verbs.get(line.keys[i], ()))
        n = line.at(i, words.covers)
        if not n or _denied(line, i, n) or line.at(i, words.signatures):
            continue
        present = words.arabic and line.keys[i].removeprefix("و")[:1] in ("ي", "ت")
        before = line.keys[i - 1]
        joined = covering and before in ("and", "et", "y", "e")
        # "L'accord trouvé lundi entre la direction et la CGT prévoit une prime"
        ended = named_at(line, i - 1) or _timed(line, i - 1) or not words.compounds
        main = named.definite and signed and ended and not _plain_noun(line, i)
        if present or joined or main or any(k in words.relative for k in line.keys[max(named.end, i - 2) : i]):
            covering = True
            yield i + n


def _timed(line: Line, i: int) -> bool:
    at = line.found[i].start
    return any(t.start <= at < t.end for t in line.reading.times)


def _plain_noun(line: Line, i: int) -> bool:
    """True of a word that an article stands before, which is a noun here ("the cover")."""
    return line.keys[i - 1] in line.words.articles | line.words.of


def _denied(line: Line, i: int, n: int) -> bool:
    """True of a verb of covering that is denied: "ne prévoit pas", "does not cover", «لا يشمل»."""
    near = {*line.keys[max(0, i - 3) : i], *line.keys[i + n : i + n + 1]}
    return bool(near & (line.words.negation | {"pas", "point"}))


def _concluded(line: Line, i: int) -> bool:
    """True where words on how it was concluded interrupt: "de prêt | conclu entre … pour le financement"."""
    if i >= len(line):
        return False
    words = line.words
    said = any(s.key in words.verbs or s.key in words.participles for s in words.stems(line.keys[i]))
    return said or bool(line.at(i, words.between) or line.at(i, words.together))


def _covered(line: Line, named: Named) -> int | None:
    """The list behind a verb of covering: "the accord provides for …", «ونصت الاتفاقية على …»."""
    words = line.words
    if words.arabic:
        for i in range(max(0, named.first - 3), named.first):
            if n := line.at(i, words.covers):
                last = line.keys[i + n - 1]
                for j in range(named.end, min(len(line), named.end + FAR)):
                    if line.keys[j] in ("علي", "الي") and last not in ("علي", "الي"):
                        return j + 1
                told = named.end < len(line) and any(
                    s.key in words.participles for s in words.stems(line.keys[named.end])
                )
                return None if told else named.end
    return None


def _complement(line: Line, named: Named, limit: int) -> int | None:
    """What stands right behind the name: "de prêt", "on fisheries", «قرض», «لنقل الأشخاص»."""
    i = _past_bracket(line, named.end)
    if i >= len(line):
        return None
    words = line.words
    if named.faint in words.bought:
        at = i if words.arabic else i + 1 if line.keys[i] in words.of else None
        at = None if at is None or at >= len(line) else _quantity(line, named, at)
        return at if at is None or at < limit else None
    if words.arabic:
        while i + 1 < len(line) and (line.keys[i] in words.epithets or line.keys[i] in words.earlier):
            i += 1  # «اتفاقا جديدا لرفع …»
        if (n := line.at(i, words.covers)) and line.keys[i].removeprefix("و")[:1] in ("ي", "ت"):
            return None if _denied(line, i, n) else i + n  # «اتفاقا يضمن صرف أجر شهر», but not «اتفاقية منع الازدواج»
        if for_purpose(line, i):
            return i
        plain = line.found[i].kind == "word" and not any(
            s.key in words.prepositions or s.key in words.relative or s.key in words.participles or s.key in words.verbs
            for s in words.stems(line.keys[i])
        )
        plain &= not _of_its_own(line, i)
        bare = not any(k.startswith("ال") or k[1:3] == "ال" for k in line.keys[named.head : named.end])
        return (
            i if plain and bare and not line.at(i, words.stops) and line.keys[i][:1] != "و" and i == named.end else None
        )
    while i + 1 < len(line) and (line.keys[i] in words.epithets or line.keys[i] in words.tails):
        i += 1  # "convenio colectivo de los mineros"
    if line.at(i, words.before) or line.keys[i] not in words.of:
        return None
    if line.keys[min(i + 1, len(line) - 1)] in words.owners:
        return None  # "the greatest contract of our history"
    at = i + 1 + (i + 2 < len(line) and line.keys[i + 1] in words.definite)
    if at < len(line) and _long(line, at):
        return None  # "un contrat de dix ans pour l'exploitation du ferry": for how long, not on what
    # "le contrat de Talasar", "l'accord du gouvernement", "de mardi": whose or when, not on what.
    if at >= len(line) or line.found[at].text[:1].isupper() or line.keys[at][:1].isdigit() or named_at(line, at):
        return None
    return None if line.keys[at] in words.actors or line.keys[at] in words.definite else at


_ROOTED = ("مياه", "فقه", "شبه", "وجيه", "نبيه", "فيه", "شويه", "جاه", "باه", "مويه", "نزيه", "وجه", "كره")
"""Endings of Arabic words whose last letter is no pronoun."""


def _of_its_own(line: Line, i: int) -> bool:
    """True of an Arabic word that takes up the text by a pronoun, and tells no matter: «اتفاقية *مدتها* 25 عاما», «صفقة *رعتها* عمان»."""
    word = line.found[i].text
    return len(word) > 3 and word.endswith(("ها", "هما", "ه")) and not word.endswith(_ROOTED)


def _town(line: Line, i: int) -> bool:
    at = line.found[i].start
    return any(m.start <= at < m.end for m in line.reading.mentions if m.kind == "place")


def _itself(line: Line, named: Named) -> bool:
    """True of a name that tells what it is about: a truce, a concession, «الهدنة»."""
    words = line.words
    if not words.arabic:
        return any(line.at(i, words.itself) for i in range(named.head, named.end))
    stems = ((i, stem) for i in range(named.head, named.end) if (stem := line.stem(i, words.itself)) is not None)
    return any(line.follows(i + 1, p[1:]) for i, stem in stems for p in words.itself[stem.key])


def _adjective(line: Line, named: Named) -> int | None:
    """The adjective right behind a French or Spanish name that says its matter: "accord commercial", "convenio pesquero"."""
    words, i = line.words, named.end
    if not words.adjectives or i >= len(line) or not line.found[i].text.islower() or named_at(line, i):
        return None
    key = line.keys[i]
    plain = key in words.tails or key in words.verbs or key in words.epithets or nation_of(key) is not None
    return i if len(key) > 4 and key.endswith(words.adjectives) and not plain and not line.at(i, words.stops) else None


def _proper(line: Line, named: Named) -> bool:
    """True of a name that a place tells from others: "el Acuerdo de Escazú", "la convention de Kampala"."""
    i = named.end
    return (
        not line.words.arabic and named.definite and i + 1 < len(line)
        and line.keys[i] in line.words.of and line.found[i + 1].text[:1].isupper()
        and (line.found[named.head].text[:1].isupper() or _town(line, i + 1))
    )  # fmt: skip


def _long(line: Line, i: int) -> bool:
    """True of a length of time: "dix ans", "tres años"."""
    at, reading = line.found[i].start, line.reading
    return any(f.unit in _LENGTHS and f.start <= at < f.end for f in reading.figures) or any(
        t.kind == "duration" and t.start <= at < t.end for t in reading.times
    )


def _past_bracket(line: Line, i: int) -> int:
    if i + 2 < len(line) and line.keys[i] == "(" and ")" in line.keys[i + 1 : i + 4]:
        return line.keys.index(")", i) + 1
    return i


def _announced(line: Line, named: Named, limit: int, told: bool) -> int | None:
    """The first word of a list announced behind the name: bare prepositions only right behind "the contract"."""
    words = line.words
    at = _past_bracket(line, named.end)
    if _proper(line, named):  # "la convention de Kampala sur les déplacés"
        at = named.end + 1
        while at < len(line) and (line.found[at].text[:1].isupper() or (at > named.end + 1 and line.keys[at] == "-")):
            at += 1
    if at >= len(line):
        return None
    if _gerund(line, at):
        return at  # "a treaty banning deep-sea trawling", "un accord fixant les prix"
    if not named.definite:
        return _cue(line, at, min(limit, at + FAR), words.before)
    if at + 1 < limit and (line.at(at, words.together) or _told_with(line, at)):
        return _cue(
            line, at, min(limit, at + FAR), words.before
        )  # "its memorandum with the university on laboratory testing"
    right = _cue(line, at, min(limit, at + 1), words.before) or _verb_of_covering(line, at, limit)
    return right or (_cue(line, at, min(limit, at + FAR), words.firm) if told else None)


def _gerund(line: Line, i: int) -> bool:
    """True of a participle of the present right behind a name, with an object of its own."""
    words, key = line.words, line.keys[i]
    if words.gerunds == ("",) or not key.endswith(words.gerunds) or len(key) < 6 or i + 1 >= len(line):
        return False
    if key in words.prepositions or line.at(i, words.stops) or line.at(i, words.before) or named_at(line, i):
        return False
    return words.language == "en" or line.keys[i + 1] in words.articles | words.of | words.owners


def _verb_of_covering(line: Line, start: int, limit: int) -> int | None:
    if start < len(line) and line.keys[start] in (",", "،"):
        # "The memorandum, which both cabinets must still approve, also provides for …"
        start = next((i + 1 for i in range(start + 1, min(limit, len(line))) if line.keys[i] in (",", "،")), start)
    for i in range(start, min(limit, start + 4, len(line))):
        if line.words.arabic and line.keys[i][:1] == "و" and line.keys[i][1:2] not in ("ي", "ت"):
            continue  # «رفضوا الاتفاق وقدموا استقالتهم»
        if n := line.at(i, line.words.covers):
            return None if _denied(line, i, n) else i + n
    return None


def _cue(line: Line, start: int, end: int, among: Phrases, *, covering: bool = True) -> int | None:
    """The first word behind something that announces matters, between two words; ``covering`` when a verb at the first may do so."""
    words = line.words
    last: int | None = None
    sided = False
    for i in range(start, min(end, len(line))):
        # Marks of quotation hold the names of sides in Arabic.
        if (
            line.keys[i] in (".", ";")
            or (line.keys[i] == '"' and not (words.arabic and (sided or _names_in_marks(line, i))))
            or (i > start and (line.at(i, words.relative_phrases) or line.at(i, words.telling)))
            or (line.at(i, words.cause) and not any(named_at(line, j) for j in range(i, min(len(line), i + 4))))
        ):
            break
        sided |= bool(line.at(i, words.between))
        n = max(line.at(i, words.covers) if i == start and covering else 0, line.at(i, among))
        if n and line.at(i, words.stops) <= n:
            return i + n
        if words.arabic and i > start and for_purpose(line, i):
            last = i
            # «بين الشركة المصرية لنقل الكهرباء وتحالف … لإنشاء محطة»: names of sides hold such words too.
            if not sided:
                return i
    return last


def _told_with(line: Line, i: int) -> bool:
    """True of a participle right behind a name, and of whom it is concluded with: "the contract signed with Safran", «العقد المبرم مع»."""
    words = line.words
    if i + 1 >= len(line):
        return False
    if words.arabic:
        done = any(s.definite and s.key in words.participles for s in words.stems(line.keys[i]))
    else:
        done = any(f.status == "signed" and "participle" in f.tenses for f in words.verbs.get(line.keys[i], ()))
    near = range(i + 1, min(len(line), i + 4))
    return done and any(line.at(j, words.together) or line.at(j, words.between) for j in near)


def _names_in_marks(line: Line, i: int) -> bool:
    """True of a mark beside a name: «شركة "ميناء تك" لتوزيع الماء»."""
    return any(0 <= j < len(line) and named_at(line, j) for j in (i - 1, i + 1))
