"""What an agreement is about, as printed: its compound ("loan agreement"), its complement ("accord de pêche"), its list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from isnad.annotate.agreements.clauses import clause_matters
from isnad.annotate.agreements.lexicon import Phrases
from isnad.annotate.agreements.phrases import Line, Named
from isnad.languages import table
from isnad.languages.meanings import nation_of
from isnad.model import Span
from isnad.text import fold_key

FAR = 22
"""Words behind the name within which its matters are announced."""
LONGEST = 60
"""Words of the longest list of matters."""
ITEM = 16
"""Words of the longest single matter."""
MOST = 12
_LENGTHS = frozenset({"days", "weeks", "months", "years"})


def matters_of(line: Line, named: Named, limit: int, *, told: bool) -> tuple[tuple[Span, ...], bool]:
    """Return the matters that the sentence gives an agreement, in order, and whether its name itself says one.

    ``limit`` is the word another agreement begins at; ``told`` is true when the words right behind tell which it is.
    """
    found: list[Span] = []
    if (inside := _inside(line, named)) is not None:
        found.append(inside)
    if _itself(line, named):
        found.append(line.span(named.head, named.end))  # a truce is about a truce
    behind = named
    if (adjective := None if found else _adjective(line, named)) is not None:
        behind = msgspec.structs.replace(named, end=adjective + 1)
    start = _complement(line, behind)
    itself = bool(found) and inside is None and named.definite  # "the truce" does not tell which
    naming = (bool(found) and not itself) or start is not None or _proper(line, named)
    if adjective is not None and (told or not named.definite):
        found.append(line.span(adjective, adjective + 1))
    if start is None:
        start = _covered(line, named)
    if start is None:
        start = _announced(line, named, limit, told)
    end = min(limit, named.end + FAR)
    if start is not None and any(x.key in line.words.generic for x in line.words.stems(line.keys[start])):
        start = _cue(line, start + 1, min(limit, start + 4), line.words.before) or start
    while start is not None and len(found) < MOST:
        items, stopped = _items(line, _doing(line, start, limit), limit)
        found += items
        # "dans le domaine de la défense couvrant les échanges …": a second announcement goes on the list; and one that
        # announced no matter ("signed on Tuesday on …") is passed over.
        over = items and not _concluded(line, stopped) and not line.at(stopped, line.words.priced)
        reach = min(limit, stopped + 1) if over else end
        start = _cue(
            line, max(stopped, start), reach, line.words.firm if named.definite and not told else line.words.before
        )
    for covers in _relative_covers(line, named, limit):
        at = line.found[covers].start
        if not any(s.start <= at < s.end for s in found):
            found += _items(line, covers, limit)[0]
    found += [s for s in clause_matters(line, named, limit) if not any(s.touches(o) for o in found)]
    return tuple(dict.fromkeys(found))[:MOST], naming


def _doing(line: Line, start: int, limit: int) -> int:
    """Past the side that is to do something: "under which Spain will | train 120 coast guards"."""
    i = start
    while i < min(limit, len(line) - 1) and (_mention(line, i) or line.keys[i] in line.words.articles):
        i += 1
    will = line.words.future | {"would", "shall", "must", "is", "are", "to"}
    if i == start or not any(k in will for k in line.keys[i : i + 1]):
        return start
    while i < min(limit, len(line) - 1) and line.keys[i] in will:
        i += 1
    return i


def _relative_covers(line: Line, named: Named, limit: int) -> Iterator[int]:
    """What stands behind each verb of "that covers … and sets …", «تشمل», or of the main clause behind who signed it."""
    words = line.words
    covering = signed = False
    for i in range(named.end, min(limit, named.end + FAR, len(line))):
        if line.keys[i] in (".", ";", ":", '"') and not (words.arabic and line.keys[i] == '"'):
            return
        signed |= not words.arabic and any("participle" in f.tenses for f in words.verbs.get(line.keys[i], ()))
        n = line.at(i, words.covers)
        if not n or _denied(line, i, n):
            continue
        present = words.arabic and line.keys[i].removeprefix("و")[:1] in ("ي", "ت")
        before = line.keys[i - 1]
        joined = covering and before in ("and", "et", "y", "e")
        # "L'accord trouvé lundi entre la direction et la CGT prévoit une prime"
        main = named.definite and signed and (_mention(line, i - 1) or _timed(line, i - 1)) and not _plain_noun(line, i)
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


def _inside(line: Line, named: Named) -> Span | None:
    """The words of a compound before the name, its price aside: "loan" of "a 780 million dollar loan agreement"."""
    counted = line.reading.figures
    words = [
        i for i in named.inside
        if line.found[i].kind == "word" and not any(f.start <= line.found[i].start < f.end for f in counted)
        and line.keys[i] not in line.words.tails and not _of_body(line, i)
    ]  # fmt: skip
    return line.span(words[0], words[-1] + 1) if words else None


def _of_body(line: Line, i: int) -> bool:
    """True of a word of a body's name: "the United Nations convention" is not about the United Nations."""
    at = line.found[i]
    return any(m.kind == "organization" and m.start <= at.start and at.end <= m.end for m in line.reading.mentions)


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


def _complement(line: Line, named: Named) -> int | None:
    """What stands right behind the name: "de prêt", "on fisheries", «قرض», «لنقل الأشخاص»."""
    i = _past_bracket(line, named.end)
    if i >= len(line):
        return None
    words = line.words
    if words.arabic:
        while i + 1 < len(line) and line.keys[i] in words.epithets:
            i += 1  # «اتفاقا جديدا لرفع …»
        if (n := line.at(i, words.covers)) and line.keys[i].removeprefix("و")[:1] in ("ي", "ت"):
            return None if _denied(line, i, n) else i + n  # «اتفاقا يضمن صرف أجر شهر», but not «اتفاقية منع الازدواج»
        if for_purpose(line, i):
            return i
        plain = line.found[i].kind == "word" and not any(
            s.key in words.prepositions or s.key in words.relative or s.key in words.participles or s.key in words.verbs
            for s in words.stems(line.keys[i])
        )
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
    if at >= len(line) or line.found[at].text[:1].isupper() or line.keys[at][:1].isdigit() or _mention(line, at):
        return None
    return None if line.keys[at] in words.actors or line.keys[at] in words.definite else at


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
    if not words.adjectives or i >= len(line) or not line.found[i].text.islower() or _mention(line, i):
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
    if key in words.prepositions or line.at(i, words.stops) or line.at(i, words.before) or _mention(line, i):
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


def _cue(line: Line, start: int, end: int, among: Phrases) -> int | None:
    """The first word behind something that announces matters, between two words."""
    words = line.words
    last: int | None = None
    sided = False
    for i in range(start, min(end, len(line))):
        # Marks of quotation hold the names of sides in Arabic.
        if (
            line.keys[i] in (".", ";")
            or (line.keys[i] == '"' and not (words.arabic and (sided or _names_in_marks(line, i))))
            or (i > start and (line.at(i, words.relative_phrases) or line.at(i, words.telling)))
            or (line.at(i, words.cause) and not any(_mention(line, j) for j in range(i, min(len(line), i + 4))))
        ):
            break
        sided |= bool(line.at(i, words.between))
        n = max(line.at(i, words.covers) if i == start else 0, line.at(i, among))
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
    return any(0 <= j < len(line) and _mention(line, j) for j in (i - 1, i + 1))


def for_purpose(line: Line, i: int) -> bool:
    """True for an Arabic word that «ل» makes a purpose: «لتنظيم», «لإنشاء»."""
    key = line.keys[i]
    stem = line.words.stems(key)[-1]
    return stem.preposition == "ل" and not stem.joined and key not in line.words.kept and not _mention(line, i)


def _mention(line: Line, i: int) -> bool:
    at = line.found[i]
    return any(m.start < at.end and at.start < m.end for m in line.reading.mentions)


def _items(line: Line, start: int, limit: int) -> tuple[list[Span], int]:
    """Read a list of matters; return each and the word that the list stopped at."""
    out: list[Span] = []
    first = i = start
    end = min(limit, len(line), start + LONGEST)
    people = [m for m in line.reading.mentions if m.kind == "person" and m.form != "role"]
    times = [t for t in line.reading.times if t.kind == "date"]
    while i < end:
        at = line.found[i].start
        if any(m.start <= at < m.end for m in people):
            # A matter that runs into somebody's name is a clause of its own, but for "the channel of Martín García".
            if line.keys[i - 1] in line.words.of:
                _add(line, out, first, i)
            return out, i
        led = line.found[min(i + 2, len(line) - 1)].end if line.at(i, line.words.stops) else at + 1  # "before 31 March"
        time = next((t for t in times if t.start < led and at < t.end), None)
        if time is not None and i > first and (after := _past_time(line, i, end, time.end)) is not None:
            _add(line, out, first, i)  # "the payment of three months before 31 March, the tenure of 85 teachers and …"
            first = i = after
            continue
        if _stops(line, i, start, first) or time is not None:
            break
        joint = line.at(i, line.words.joints) or int(line.keys[i] == ";")
        if i > first and (verb := _verb_joined(line, i, joint)):
            _add(line, out, first, i)  # "sets the price of a kilo and | creates a board"
            first, i = verb, verb + 1
            continue
        if i == first + 1 and _one_purpose(line, first, start, i):
            i += 1  # "to build and operate a wind farm" is one matter
            continue
        if joint or (_waw(line, i) and i > first):
            _add(line, out, first, i)
            first = i + joint
            i = max(i + 1, first)
            if _time_before(line, first):
                return out, first  # "…, a week after talks collapsed"
            continue
        i += 1
    _add(line, out, first, i)
    return out, i


def _verb_joined(line: Line, i: int, joint: int) -> int:
    """Where a second verb of covering stands behind a coordinating word; 0 where none does."""
    words = line.words
    if words.arabic:
        at = i if line.keys[i][:2] in ("وي", "وت") and _waw(line, i) else -1
    else:
        at = i + joint if joint and line.keys[i] != "," else -1
    n = line.at(at, words.covers) if 0 <= at < len(line) - 1 else 0
    if not n or at + n >= len(line):
        return 0
    finite = words.arabic or line.keys[at + n] in words.articles
    return at if finite else 0


def _past_time(line: Line, i: int, end: int, stop: int) -> int | None:
    """Where a list of matters goes on behind a time, or two, within it; ``None`` where it does not."""
    after = next((j for j in range(i, min(end, len(line))) if line.found[j].start >= stop), None)
    if after is None:
        return None
    times = [t for t in line.reading.times if t.kind == "date" and t.start >= line.found[after].start]
    if after + 1 < len(line) and (n := line.at(after, line.words.joints)) and line.keys[after] != ",":
        more = next((t for t in times if t.start <= line.found[after + n].start < t.end), None)  # "octubre y diciembre"
        if more is not None:
            after = next((j for j in range(after, min(end, len(line))) if line.found[j].start >= more.end), after)
    joint = line.at(after, line.words.joints) if after < len(line) else 0
    if verb := _verb_joined(line, after, joint):
        return verb  # "fixe le kilo à 24 piastres jusqu'au 30 juin et crée une commission"
    if line.keys[after] not in (",", "،", ";") or after + 1 >= len(line):
        return None
    at = after + 1 + (line.at(after + 1, line.words.joints) if line.keys[after] == ";" else 0)
    return at if at < len(line) and line.keys[at] in line.words.articles else None


def _time_before(line: Line, first: int) -> bool:
    """True where a length of time and "after" or "before" begin: when it was concluded, no matter."""
    i = first + int(first < len(line) and line.keys[first] in line.words.articles)
    language = line.reading.article.language
    return i + 1 < len(line) and line.keys[i] in _lengths(language) and bool(line.at(i + 1, line.words.stops))


@cache
def _lengths(language: str) -> frozenset[str]:
    units = table(language, "numbers")["units"]
    return frozenset(fold_key(w) for name in _LENGTHS for w in units.get(name, ()))


def _one_purpose(line: Line, first: int, start: int, i: int) -> bool:
    """True where a second verb of one purpose follows: "to build and operate", "para construir y explotar", «لإنشاء وتشغيل محطة»."""
    words = line.words
    if first != start or line.keys[i] == "," or not (line.at(i, words.joints) or _waw(line, i)):
        return False
    if words.arabic:
        return for_purpose(line, first) or line.keys[first - 1] in words.purpose
    return line.keys[first - 1] in words.purpose and line.found[first].text.islower()


def _goes_on(line: Line, i: int) -> bool:
    """True of a semicolon within a list: "un aumento del 22 por ciento; la devolución de los días; y la creación de …"."""
    j = i + 1 + bool(i + 1 < len(line) and line.at(i + 1, line.words.joints))
    return j < len(line) and (
        line.keys[j] in line.words.articles or _waw(line, j) or (line.words.arabic and line.keys[j][:2] == "ال")
    )


def _stops(line: Line, i: int, start: int, first: int) -> bool:
    """True where a list of matters ends: a mark, a word of another clause, or those it is concluded with."""
    if line.keys[i] == ";" and _goes_on(line, i):
        return False
    if line.keys[i] in (".", ";", "(", ")", '"', "!", "?", ":", "|"):
        return True
    at = line.found[i]
    if i > start and any(f.start < at.start and at.end <= f.end for f in line.reading.figures):
        return False  # the "por" of "22 por ciento"
    if line.at(i, line.words.stops) and i > start and at.text != "à":
        return True
    if (
        line.words.arabic
        and i > start
        and any(x.definite and x.key in line.words.participles for x in line.words.stems(line.keys[i]))
    ):
        return True  # «عقد الاستيراد المبرم في»
    if line.words.arabic and i > start and _told_of_it(line, i):
        return True  # «تعاون *علقتها* الجزائر»
    if not line.words.arabic and i > start and _finite(line, i):
        return True  # "la concesión del zoológico | caducó el 30 de abril"
    if line.at(i, line.words.between) or line.at(i, line.words.together):
        if line.words.arabic and line.keys[i] == "مع" and line.at(i, line.words.together):
            return True
        return (
            i == first
            or any(_mention(line, j) for j in range(i + 1, min(len(line), i + 5)))
            or bool(line.at(i + 1, line.words.pair))
        )
    return False


def _finite(line: Line, i: int) -> bool:
    """True of a verb of a step in the past that is no participle nor noun."""
    forms = line.words.verbs.get(line.keys[i], ())
    return bool(forms) and all(f.tenses == {"past"} for f in forms) and line.keys[i - 1] not in line.words.articles


def _told_of_it(line: Line, i: int) -> bool:
    """True of an Arabic verb in the past whose pronoun takes up an agreement that has no article: «معاهدة صداقة وتعاون وقعتها»."""
    key, before = line.keys[i], line.keys[i - 1].removeprefix("و")
    return (
        key.endswith(("تها", "تهما", "اها"))
        and len(key) > 5
        and not before.startswith("ال")
        and not key.startswith("ال")
    )


def _placed(line: Line, first: int, end: int) -> bool:
    """True of "on the Red Sea": a preposition of place with a place's name soon behind."""
    places = [m for m in line.reading.mentions if m.kind == "place"]
    low, high = line.found[first].start, line.found[min(end, first + 5) - 1].end
    return line.keys[first] in line.words.at and any(low < m.start < high for m in places)


def _apposed(line: Line, i: int) -> bool:
    """True of what a name right before it is said to be: "at Ras Nwader, a fishing town"."""
    if i < 3 or line.keys[i - 1] not in line.words.indefinite or line.keys[i - 2] != ",":
        return False
    return _mention(line, i - 3)


def _waw(line: Line, i: int) -> bool:
    """True for an Arabic word joined to the one before by «و», which is no letter of its own."""
    key = line.keys[i]
    return line.words.arabic and key[:1] == "و" and len(key) > 3 and key not in line.words.kept


def _add(line: Line, out: list[Span], first: int, end: int) -> None:
    words = line.words
    while first < end and (
        line.found[first].kind == "mark"
        or line.keys[first] in words.articles
        or (not words.arabic and line.keys[first] in words.of)
    ):
        first += 1
    while end > first and (line.found[end - 1].kind == "mark" or line.keys[end - 1] in words.prepositions):
        end -= 1
    if first < end and line.at(first, words.stops):
        return  # ", resté lettre morte": what became of it
    if first >= end or end - first > ITEM or not any(t.kind == "word" for t in line.found[first:end]):
        return
    if out and (_placed(line, first, end) or _apposed(line, first)):
        return  # "…, on the Red Sea", "…, a fishing town on the coast": where it is, and what that place is
    span = line.span(first, end)
    prices = [f for f in line.reading.figures if len(f.unit) == 3 and f.unit.isupper()]
    if any(f.start <= span.start < f.end for f in prices) or any(
        span.start <= f.start
        and f.end <= span.end
        and line.keys[first] in words.costs
        and line.index(f.start) - first < 4
        for f in prices
    ):
        return  # a price, "un coût de 310 millions d'euros", but no "price of a kilo at 24 dinars"
    if any(f.start <= span.start and span.end <= f.end and f.unit in _LENGTHS for f in line.reading.figures) or any(
        t.kind == "duration" and t.start <= span.start < t.end for t in line.reading.times
    ):
        return  # "a contract of four years", «الهدنة ثلاثة أيام إضافية»
    if any(
        f.start <= span.start < f.end and f.end - f.start > 0.6 * (span.end - span.start) for f in line.reading.figures
    ):
        return  # "300,000 tonnes a year"
    if _waw(line, first):
        span = Span(span.start + 1, span.end)
    if span.end - span.start >= 3:
        out.append(span)
