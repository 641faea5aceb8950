"""Lists of matters, each as printed: where one ends, what is none of them (a price, a place, a length of time)."""

from __future__ import annotations

from functools import cache

from isnad.annotate.agreements.phrases import Line
from isnad.languages import table
from isnad.languages.meanings import nation_of
from isnad.model import Span
from isnad.text import fold_key

LONGEST = 60
"""Words of the longest list of matters."""
ITEM = 16
"""Words of the longest single matter."""
_LENGTHS = frozenset({"days", "weeks", "months", "years"})


def for_purpose(line: Line, i: int) -> bool:
    """Return true for an Arabic word that «ل» makes a purpose: «لتنظيم», «لإنشاء»."""
    key = line.keys[i]
    stem = line.words.stems(key)[-1]
    purpose = stem.preposition == "ل" and not stem.joined and key not in line.words.kept
    return purpose and not named_at(line, i) and nation_of(key) is None  # «ناقل ليبي»


def named_at(line: Line, i: int) -> bool:
    """Return true of a word inside a name."""
    at = line.found[i]
    return any(m.start < at.end and at.start < m.end for m in line.reading.mentions)


def listed(line: Line, start: int, limit: int) -> tuple[list[Span], int]:
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
        if joint or (joined_by_waw(line, i) and i > first):
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
        at = i if line.keys[i][:2] in ("وي", "وت") and joined_by_waw(line, i) else -1
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
    if (
        joint
        and line.keys[after] != ","
        and line.keys[after + joint : after + joint + 1]
        and line.keys[after + joint] in line.words.articles
    ):
        return after + joint  # "un scrutin dans dix-huit mois et l'amnistie des détenus"
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
    if first != start or line.keys[i] == "," or not (line.at(i, words.joints) or joined_by_waw(line, i)):
        return False
    if words.arabic:
        return for_purpose(line, first) or line.keys[first - 1] in words.purpose
    return line.keys[first - 1] in words.purpose and line.found[first].text.islower()


def _goes_on(line: Line, i: int) -> bool:
    """True of a semicolon within a list: "un aumento del 22 por ciento; la devolución de los días; y la creación de …"."""
    j = i + 1 + bool(i + 1 < len(line) and line.at(i + 1, line.words.joints))
    return j < len(line) and (
        line.keys[j] in line.words.articles
        or joined_by_waw(line, j)
        or (line.words.arabic and line.keys[j][:2] == "ال")
    )


def _stops(line: Line, i: int, start: int, first: int) -> bool:
    """True where a list of matters ends: a mark, a word of another clause, or those it is concluded with."""
    if i == line.tail:
        return True  # ", mediators said on Sunday"
    if line.keys[i] == ";" and _goes_on(line, i):
        return False
    if line.keys[i] in (".", ";", "(", ")", '"', "!", "?", ":", "|"):
        return True
    at = line.found[i]
    if i > start and any(f.start < at.start and at.end <= f.end for f in line.reading.figures):
        return False  # the "por" of "22 por ciento"
    if line.at(i, line.words.stops) and i > start and at.text != "à" and not _rate(line, i):
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
            or any(named_at(line, j) for j in range(i + 1, min(len(line), i + 5)))
            or bool(line.at(i + 1, line.words.pair))
        )
    return False


def _rate(line: Line, i: int) -> bool:
    """True of "par seconde", "por año": how much in what, and no clause."""
    if line.keys[i] not in ("par", "por") or i + 1 >= len(line):
        return False
    return line.keys[i + 1] in _lengths(line.reading.article.language) or line.keys[i + 1] in _UNITS


_UNITS = frozenset({"seconde", "minute", "heure", "jour", "tonne", "kilo", "litre", "personne", "habitant", "tete", "segundo", "minuto", "hora",
                    "dia", "tonelada", "litro", "persona", "habitante", "cabeza"})  # fmt: skip


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


def _past_length(line: Line, first: int) -> int:
    """Past how long something lasts where a hyphen makes it an adjective: "a 19-day | strike"."""
    at = line.found[first].start
    time = next((t for t in line.reading.times if t.kind == "duration" and t.start == at and "-" in t.text), None)
    if time is not None:
        return line.index(time.end)
    long = next((f for f in line.reading.figures if f.unit in _LENGTHS and f.start == at), None)
    after = line.index(long.end) if long is not None else len(line)
    of = line.words.of | ({"من"} if line.words.arabic else frozenset())
    what = after + 1 < len(line) and line.keys[after] in of and line.found[after + 1].kind == "word"
    return after + 1 if what and first > 0 else first


def _only_where(line: Line, first: int, end: int) -> bool:
    """True of a preposition of place and a place's name, and nothing else."""
    words = line.words
    rest = first + 1 if line.keys[first] in words.inside else first
    attached = words.arabic and line.keys[first][:1] == "ب"
    here = (
        [m for m in line.reading.mentions if m.kind == "place" and m.start <= line.found[rest].start + attached < m.end]
        if rest < end
        else []
    )
    return bool(here) and (rest > first or attached) and here[0].end >= line.found[end - 1].end


def _apposed(line: Line, i: int) -> bool:
    """True of what a name right before it is said to be: "at Ras Nwader, a fishing town"."""
    if i < 3 or line.keys[i - 1] not in line.words.indefinite or line.keys[i - 2] != ",":
        return False
    return named_at(line, i - 3)


def joined_by_waw(line: Line, i: int) -> bool:
    """Return true for an Arabic word joined to the one before by «و», which is no letter of its own."""
    key = line.keys[i]
    if not line.words.arabic or key[:1] != "و" or len(key) <= 3 or key in line.words.kept:
        return False
    return not any(key.removesuffix(s) in line.words.verbs for s in ("", "ها", "ه"))  # «وقعته مع الاتحاد»


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
    if (
        words.arabic
        and first < end
        and any(s.key in words.one_firm for s in words.stems(line.keys[first]))
        and not line.keys[first].startswith("ل")
    ):
        return  # «عقد المشغل السابق، شركة …»: whose it is
    if first < end and line.at(first, words.stops):
        return  # ", resté lettre morte": what became of it
    if first >= end or end - first > ITEM or not any(t.kind == "word" for t in line.found[first:end]):
        return
    if out and (_placed(line, first, end) or _apposed(line, first)):
        return  # "…, on the Red Sea", "…, a fishing town on the coast": where it is, and what that place is
    if (past := _past_length(line, first)) < end:
        first = past
    if _only_where(line, first, end):
        return  # "opened in Mombasa"
    if words.compounds and end - first <= _FEE and line.keys[end - 1] in _FEES:
        return  # "for an undisclosed fee", "for a record sum"
    span = line.span(first, end)
    prices = [f for f in line.reading.figures if len(f.unit) == 3 and f.unit.isupper()]
    sum_ = line.found[
        next((j for j in range(first, end) if line.keys[j] not in words.prepositions), first)
    ].start  # "pour 48 milliards"
    if any(f.start <= sum_ < f.end for f in prices) or any(
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
    if joined_by_waw(line, first):
        span = Span(span.start + 1, span.end)
    if span.end - span.start >= 3:
        out.append(span)


_FEE, _FEES = 3, frozenset({"fee", "sum", "price", "amount"})
"""Words of a price that no figure tells, at most, and what it ends with."""
