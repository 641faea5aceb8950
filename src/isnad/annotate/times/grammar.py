"""The grammar of time expressions: words in, what they say out; nothing is anchored here."""

from __future__ import annotations

from functools import cache
from typing import Literal

import regex
from msgspec import Struct

from isnad.languages import table
from isnad.languages.calendar import CalendarDate, alternatives, find_dates, folded, names
from isnad.text import fold_key


class Found(Struct, frozen=True):
    """What a time expression says.

    ``calendar`` is a date as printed; ``shift`` a unit and a number of them from the anchor ("week", -1); ``weekday``,
    ``month`` and ``season`` name one; ``turn`` is -1 last, 0 this, 1 next, ``None`` unsaid; ``part`` is early, mid or
    late; ``modifier`` as in :class:`isnad.model.TimeExpression`; ``future`` when the sentence speaks of what is to come.
    """

    kind: Literal["date", "duration", "frequency"]
    start: int
    end: int
    calendar: CalendarDate | None = None
    shift: tuple[str, int] | None = None
    weekday: int | None = None
    month: int | None = None
    year: int | None = None
    season: str | None = None
    quarter: tuple[str, int] | None = None
    turn: int | None = None
    part: str | None = None
    modifier: str | None = None
    days: int | None = None
    future: bool = False
    relative: bool = False


_EDGE, _STOP = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "hour": 0, "minute": 0}


class _Grammar:
    """One language's expressions, compiled over folded text."""

    def __init__(self, language: str) -> None:
        words = table(language, "dates")
        self.arabic = language == "ar"
        clitic = r"(?:[وفبلك]|وب|ول)?" if self.arabic else ""
        self.days = {fold_key(k): int(v) for k, v in words["days"].items()}
        self.periods = {fold_key(k): (str(v[0]), int(v[1])) for k, v in words["periods"].items()}
        self.months, self.weekdays = names(language, "months"), names(language, "weekdays")
        self.units = {fold_key(w): unit for unit, forms in words["units"].items() for w in forms}
        self.numbers = {fold_key(k): int(v) for k, v in words["numbers"].items()}
        self.duals = frozenset(fold_key(w) for w in words.get("duals", {}).get("words", ()))
        alt = alternatives
        past, future, this = (alt(words[k]) for k in ("past", "future", "this"))
        self.turns = {
            **{fold_key(w): -1 for w in words["past"]},
            **{fold_key(w): 0 for w in (*words["this"], *words["now"])},
            **{fold_key(w): 1 for w in words["future"]},
        }
        turn = rf"(?P<turn>{past}|{future}|{this})"
        long_months = [m for m in self.months if len(m) > 3]
        weekday = rf"(?P<wd>{alt([w for w in self.weekdays if len(w) > 3])})"
        month = rf"(?P<m>{alt(long_months)})"
        now = alt(words["now"])
        self.day = regex.compile(rf"{_EDGE}{clitic}(?P<w>{alt(list(self.days))}){_STOP}")
        self.period = regex.compile(rf"{_EDGE}{clitic}(?P<w>{alt(list(self.periods))}){_STOP}")
        prefix = r"(?:(?:يوم|ليله|صباح|مساء)\s+)?" if self.arabic else ""
        self.weekday = regex.compile(
            rf"{_EDGE}{clitic}{prefix}(?:(?P<turn0>{past}|{future}|{this})\s+(?:jour\s+)?)?{weekday}{_STOP}(?:\s+(?P<turn>{past}|{future}){_STOP})?"
        )
        part = "|".join(f"(?P<{k}>{alt(words[k])})" for k in ("early", "mid", "late"))
        of = alt([*words["of"], "l'", "le", "the", "el", "mois de", "mes de", "شهر"])
        near_month = alt(words["month_words"])
        self.month = regex.compile(
            rf"{_EDGE}{clitic}(?:(?:{part})\s*(?:(?:{of})\s+)?|(?P<cue>(?:{near_month}))\s+(?:(?:{of})\s+)?|(?P<turn0>{past}|{future}|{this})\s+)?"
            rf"{month}{_STOP}(?:\s+(?P<turn>{past}|{future}|{now}){_STOP})?(?:\s*(?:{alt(words['of'])})?\s*(?P<year>(?:19|20)\d\d){_STOP})?"
        )
        near_year = alt(words["year_words"])
        self.year = regex.compile(
            rf"{_EDGE}{clitic}(?:(?:{part})\s*(?:(?:{of})\s+)?|(?P<cue>{near_year})\s+)(?:(?:{of}|عام|سنه|العام)\s+)?(?P<year>(?:19|20)\d\d)"
            rf"(?![\p{{L}}\p{{N}}]|[.,]\d|\s*(?:%|euros?|dollars?|million|milliard|people|personas|personnes|شخص|درهم|دولار))"
        )
        self.seasons = {fold_key(w): k for k, forms in words["seasons"].items() for w in forms}
        self.season = regex.compile(
            rf"{_EDGE}{clitic}(?:(?P<turn0>{past}|{future}|{this})\s+)?(?:l'|el\s+|la\s+|the\s+|au\s+)?(?P<s>{alt(list(self.seasons))}){_STOP}"
            rf"(?:\s+(?P<turn>{past}|{future}){_STOP})?(?:\s*(?:{alt(words['of'])}|عام|سنه)?\s*(?P<year>(?:19|20)\d\d){_STOP})?"
        )
        self.ordinals = {fold_key(k): int(v) for k, v in words["quarters"]["ordinals"].items()}
        o = rf"(?P<o>{alt(list(self.ordinals))})"
        forms = [(k, alt([f.replace("{o}", "@")]).replace("@", o)) for k in ("q", "h") for f in words["quarters"][k]]
        self.quarter = [
            (
                k,
                regex.compile(
                    rf"{_EDGE}{clitic}{f}(?:\s+(?:{of}|du|عام|سنه|من)\s*)*(?:(?P<year>(?:19|20)\d\d)|{turn})?{_STOP}"
                ),
            )
            for k, f in forms
        ]
        self.counted = [
            (k, self._counted(t, clitic)) for k in ("ago", "ahead", "each", "lasting") for t in words["templates"][k]
        ]
        self.bounds = {
            k: regex.compile(rf"{_EDGE}{clitic}(?:{alt(words[k])})\s*$") for k in ("since", "until", "before", "after")
        }
        future_words = alt(words["future_tense"])
        prefixed = r"|(?<![\p{L}])س[يتن][\p{L}]{3,}" if self.arabic else ""
        self.future = regex.compile(rf"{_EDGE}(?:{future_words}){_STOP}{prefixed}")

    def _counted(self, template: str, clitic: str) -> regex.Pattern[str]:
        """ "il y a {n} {unit}" as a pattern; the number in digits or words."""
        n = rf"(?P<n>\d{{1,3}}|{alternatives(list(self.numbers))})"
        unit = rf"(?P<unit>{alternatives(list(self.units))})"
        body = "".join(
            n
            if p == "{n}"
            else unit
            if p == "{unit}"
            else regex.escape(fold_key(p)).join(("", ""))
            if p.strip()
            else r"\s+"
            for p in regex.split(r"(\{n\}|\{unit\}|\s+)", template)
            if p
        )
        return regex.compile(rf"{_EDGE}{clitic}{body}{_STOP}")


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(language)


def find(text: str, start: int, end: int, language: str) -> list[Found]:
    """Return the time expressions of a stretch of text, in order, disjoint; offsets into the whole text."""
    stretch = text[start:end]
    source = folded(stretch)
    grammar = _grammar(language)
    future = bool(grammar.future.search(source.text))
    found = [
        _calendar(d, grammar, source.text, source.folded_at(d.start), future) for d in find_dates(stretch, language)
    ]
    found += _named(grammar, source, future)
    found += _counted(grammar, source)
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (f.start, f.start - f.end)):
        if not kept or f.start >= kept[-1].end:
            kept.append(f)
        elif f.end - f.start > kept[-1].end - kept[-1].start and f.kind == "date":
            kept[-1] = f
    return [_moved(f, start) for f in kept]


def _moved(f: Found, by: int) -> Found:
    values = {k: getattr(f, k) for k in f.__struct_fields__}
    values |= {"start": f.start + by, "end": f.end + by}
    return Found(**values)


def _calendar(d: CalendarDate, grammar: _Grammar, words: str, at: int, future: bool) -> Found:
    modifier = _bound(grammar, words, at)
    return Found("date", d.start, d.end, calendar=d, modifier=modifier, future=future, relative=d.year is None)


def _bound(grammar: _Grammar, words: str, at: int) -> str | None:
    before = words[max(0, at - 24) : at]
    return next((k for k, pattern in grammar.bounds.items() if pattern.search(before)), None)


def _named(grammar: _Grammar, source: object, future: bool) -> list[Found]:
    """Days, periods, weekdays, months, years, seasons and quarters named alone."""
    words: str = source.text  # type: ignore[attr-defined]
    out: list[Found] = []

    def add(m: regex.Match[str], first: str | None = None, **what: object) -> None:
        groups = m.groupdict()
        begin = m.start(first) if first and groups.get(first) else m.start()
        span = source.source(begin, m.end())  # type: ignore[attr-defined]
        said = [groups.get(k) for k in ("turn0", "turn") if groups.get(k)]
        turn = next(
            (grammar.turns[" ".join(t.split())] for t in said if t and " ".join(t.split()) in grammar.turns), None
        )
        part = next((k for k in ("early", "mid", "late") if groups.get(k)), None)
        year = int(groups["year"]) if groups.get("year") else None
        out.append(
            Found(
                "date", span.start, span.end, turn=turn, part=part, year=year,
                modifier=_bound(grammar, words, m.start()) or part, future=future, relative=year is None, **what,  # type: ignore[arg-type]
            )
        )  # fmt: skip

    for m in grammar.day.finditer(words):
        days = grammar.days[" ".join(m.group("w").split())]
        if days > -90:
            add(m, "w", shift=("day", days))
    for m in grammar.period.finditer(words):
        add(m, "w", shift=grammar.periods[" ".join(m.group("w").split())])
    for m in grammar.weekday.finditer(words):
        add(m, None, weekday=grammar.weekdays[" ".join(m.group("wd").split())])
    for m in grammar.month.finditer(words):
        if _month_meant(m, grammar):
            add(m, None, month=grammar.months[" ".join(m.group("m").split())])
    for m in grammar.year.finditer(words):
        add(m, None if m.groupdict().get("cue") is None else "year")
    for m in grammar.season.finditer(words):
        if any(m.groupdict().get(k) for k in ("turn0", "turn", "year")) or _season_meant(m, words):
            add(m, None, season=grammar.seasons[" ".join(m.group("s").split())])
    for k, pattern in grammar.quarter:
        for m in pattern.finditer(words):
            if m.groupdict().get("year") or m.groupdict().get("turn"):
                add(m, None, quarter=(k, grammar.ordinals[" ".join(m.group("o").split())]))
    return out


def _month_meant(m: regex.Match[str], grammar: _Grammar) -> bool:
    """A month's name alone counts only with a word that makes it a time ("en mars", "fin mars", "mars dernier")."""
    groups = m.groupdict()
    return any(groups.get(k) for k in ("cue", "early", "mid", "late", "turn", "turn0", "year")) or (
        grammar.arabic and m.group()[:1] in "وفبل" and m.group() != groups["m"]
    )


def _season_meant(m: regex.Match[str], words: str) -> bool:
    """A season alone counts after a preposition of time; "été" is also a participle."""
    before = words[max(0, m.start() - 12) : m.start()]
    return bool(
        regex.search(r"(?:cet|en|durant l'|pendant l'|l'|this|in the|during|خلال|في|en el|en la|este)\s*$", before)
    ) and (m.group("s") != "ete" or bool(regex.search(r"(?:cet|durant l'|pendant l'|en)\s*$", before)))


def _counted(grammar: _Grammar, source: object) -> list[Found]:
    """Find "three days ago", "for two weeks", "every day"."""
    out = []
    for kind, pattern in grammar.counted:
        for m in pattern.finditer(source.text):  # type: ignore[attr-defined]
            groups = m.groupdict()
            unit_word = " ".join(groups["unit"].split())
            unit = grammar.units[unit_word]
            word = " ".join((groups.get("n") or "").split())
            n = int(word) if word.isdigit() else grammar.numbers.get(word, 2 if unit_word in grammar.duals else 1)
            if kind == "each":
                span = source.source(m.start(), m.end())  # type: ignore[attr-defined]
                out.append(Found("frequency", span.start, span.end))
                continue
            if kind == "lasting" or n == 0 or unit in ("hour", "minute"):
                if not word and unit_word not in grammar.duals:
                    continue
                span = source.source(m.start(), m.end())  # type: ignore[attr-defined]
                out.append(Found("duration", span.start, span.end, days=n * _UNIT_DAYS[unit] or None))
                continue
            if not word and unit_word not in grammar.duals and kind in ("ago", "ahead"):
                continue
            span = source.source(m.start(), m.end())  # type: ignore[attr-defined]
            shift = (unit, -n if kind == "ago" else n)
            out.append(
                Found("date", span.start, span.end, shift=shift, modifier="about" if n > 3 else None, relative=True)
            )
    return out
