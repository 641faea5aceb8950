"""Labels, dates and names for readers of four languages."""

from __future__ import annotations

import calendar
import json
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

import regex

from isnad.languages import LANGUAGES, table
from isnad.model import Entity, Interval
from isnad.models import weights
from isnad.text import fold_key, script_of


class Labels:
    """The interface's words in one language; a word without a label is shown as it is."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._words: dict[str, str] = table(self.language, "interface")["words"]

    def get(self, key: str) -> str:
        """Return the label of a key."""
        return self._words.get(key, key)


@cache
def labels(language: str) -> Labels:
    """Return the labels of a language; English for one isnad has no labels in."""
    return Labels(language)


def date_words(day: Interval | None, language: str) -> str:
    """Return a date as exactly as it is known and no more: "24 November 2021", "end of March 2022", "2020"."""
    shown = labels(language)
    if day is None:
        return shown.get("undated")
    forms = _forms(shown.language)
    a, b = day.start, day.end
    if a == b:
        return forms.day(a)
    if (a.year, a.month) == (b.year, b.month):
        return forms.within_month(a, b, about=day.precision == "about")
    whole = a.day == 1 and b.day == calendar.monthrange(b.year, b.month)[1]
    if whole and (a.month, b.month) == (1, 12):
        return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
    season = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}.get(a.month)
    if day.precision == "season" and a.day == 1 and season:
        return forms.put(season, y=a.year)
    if whole and a.year == b.year:
        return forms.put("half", m=forms.months[a.month - 1], n=forms.months[b.month - 1], y=a.year)
    if whole:
        return forms.put("range", a=forms.of(a, "month"), b=forms.of(b, "month"))
    first = forms.of(a, "short") if a.year == b.year else forms.day(a)
    return forms.put("between" if day.precision == "about" else "range", a=first, b=forms.day(b))


_PARTS = {(1, 10): "early", (11, 20): "mid"}
"""Days of a month → what the part of the month between them is called; what is left of it is its end."""


class _Forms:
    """How one language writes days; its words are in ``languages/xx/interface.toml``."""

    def __init__(self, language: str) -> None:
        known = table(language, "interface")
        self._forms: Mapping[str, str] = known["dates"]
        self.months: tuple[str, ...] = tuple(known["months"])

    def put(self, form: str, **slots: object) -> str:
        return self._forms[form].format(**slots)

    def number(self, day: date) -> str:
        return self._forms["first"] if day.day == 1 else str(day.day)

    def of(self, day: date, form: str) -> str:
        return self.put(form, d=self.number(day), m=self.months[day.month - 1], y=day.year)

    def day(self, day: date) -> str:
        return self.of(day, "day")

    def within_month(self, a: date, b: date, about: bool) -> str:
        """Return a stretch of days of one month: the month, a part of it, or from which day to which."""
        last = calendar.monthrange(b.year, b.month)[1]
        if (a.day, b.day) == (1, last):
            return self.of(a, "month")
        part = "late" if (a.day, b.day) == (21, last) else _PARTS.get((a.day, b.day))
        if part:
            return self.of(a, part)
        form = "between days" if about else "days"
        return self.put(form, a=self.number(a), b=b.day, m=self.months[a.month - 1], y=a.year)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def month_names(language: str) -> tuple[str, ...]:
    """Return the names of the months, January first."""
    return tuple(table(labels(language).language, "interface")["months"])


def counted(n: int, thing: str, language: str) -> str:
    """Return a thing with its number as the language counts (CLDR plural categories): "2 pages", "صفحتان"."""
    shown = labels(language).language
    forms: dict[str, str] = table(shown, "interface")["counted"][thing]
    return forms.get(_category(n, shown), forms["other"]).format(
        n=f"{n:,}".replace(",", "\u202f" if shown != "en" else ",")
    )


def _category(n: int, language: str) -> str:
    if language == "ar":
        few, many = 3 <= n % 100 <= 10, 11 <= n % 100 <= 99
        return {1: "one", 2: "two"}.get(n) or ("few" if few else "many" if many else "other")
    return "one" if n == 1 or (n == 0 and language == "fr") else "other"


def name_of(entity: Entity, language: str) -> str:
    """Return the name to show to a reader of a language: printed in it, else a state's own there, else in its script, else any."""
    if language in entity.name:
        return entity.name[language]
    if entity.kind == "place" and entity.country and _is_state(entity.country, frozenset(entity.name.values())):
        return country_words(entity.country, language)
    script = "Arabic" if language == "ar" else "Latin"
    near = [n for k in ("en", "fr", "es", "ar") if (n := entity.name.get(k)) and script_of(n) == script]
    return near[0] if near else next(iter(entity.name.values()), entity.id)


def title_of(titles: dict[str, str], language: str) -> str:
    """Return the title in the reader's language, else in another."""
    if language in titles:
        return titles[language]
    return next((titles[k] for k in ("en", "fr", "es", "ar") if k in titles), next(iter(titles.values()), ""))


def title_language(titles: dict[str, str], language: str) -> str:
    """Return the language of the title that :func:`title_of` gives."""
    if language in titles:
        return language
    return next((k for k in ("en", "fr", "es", "ar") if k in titles), next(iter(titles), "und"))


def unit_words(unit: str, language: str) -> str | None:
    """Return what a unit is called in a language ("doses": «جرعة»), ``None`` for one its tables do not name."""
    things = table(language, "things")["things"].get(unit)
    named = table(language, "numbers")["units"].get(unit) or ([w.split(" / ")[-1] for w in things] if things else ())
    return next(iter(named), None)


def country_words(code: str, language: str) -> str:
    """Return a state's or territory's name by its ISO 3166 code; the code itself for one that has no name."""
    return _states().get(labels(language).language, {}).get(code, code)


@lru_cache(maxsize=4096)
def _is_state(code: str, names: frozenset[str]) -> bool:
    """True of a place that is called as the state is in one of the languages, and is no town in it."""
    return bool({fold_key(n) for n in names} & {fold_key(country_words(code, k)) for k in LANGUAGES})


@cache
def _states() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(weights("states.json").read_text(encoding="utf-8"))
    return found


MASK = "\u2003"
"""The blank that stands for each character of a page which is not to be passed on: one that pages hardly have."""
_GAP = regex.compile(rf"{MASK}[\s{MASK}]*")


def on_a_line(text: str) -> str:
    """Return a page's words on one line, "[…]" for what was masked among them."""
    if MASK not in text:
        return " ".join(text.split())
    return " ".join(_GAP.sub(" […] ", text).split()).removeprefix("[…]").removesuffix("[…]").strip()


def quotes(language: str) -> tuple[str, str]:
    """Return the marks that a language puts around quoted words, with the spaces it wants inside them."""
    before, after = table("shared", "reasons")["quotes"][labels(language).language]
    return before, after
