"""Labels, dates and names for readers of four languages."""

from __future__ import annotations

import calendar
import json
from collections.abc import Mapping
from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.model import Entity, Interval
from isnad.models import weights
from isnad.text import script_of


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
    words = table(shown.language, "interface")["dates"]
    months = table(shown.language, "interface")["months"]
    a, b = day.start, day.end

    def one(d: object, form: str = "day") -> str:
        year, month, number = d.year, d.month, d.day  # type: ignore[attr-defined]
        return str(words[form]).format(d=number, m=months[month - 1], y=year)

    if a == b:
        return one(a)
    last = calendar.monthrange(b.year, b.month)[1]
    if (a.year, a.month) == (b.year, b.month):
        span = (a.day, b.day)
        if span == (1, last):
            return one(a, "month")
        part = {(1, 10): "early", (11, 20): "mid"}.get(span) or ("late" if span == (21, last) else None)
        if part:
            return one(a, part)
        if day.precision != "about":
            return f"{a.day}–{one(b)}" if shown.language in ("en", "fr", "ar") else f"{a.day}-{one(b)}"
    if (a.month, a.day, b.month, b.day) == (1, 1, 12, 31) and a.year == b.year:
        return str(a.year)
    if day.precision == "season" and a.day == 1:
        season = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}.get(a.month)
        if season:
            return str(words[season]).format(y=a.year)
    if a.day == 1 and b.day == last and a.year == b.year:
        return str(words["half"]).format(m=months[a.month - 1], n=months[b.month - 1], y=a.year)
    form = "between" if day.precision == "about" else "range"
    return str(words[form]).format(a=one(a), b=one(b))


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
    """Return the name to show to a reader of a language: printed in it, else in its script, else any."""
    if language in entity.name:
        return entity.name[language]
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


def country_words(code: str, language: str) -> str:
    """Return a state's or territory's name by its ISO 3166 code; the code itself for one that has no name."""
    return _states().get(labels(language).language, {}).get(code, code)


@cache
def _states() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(weights("states.json").read_text(encoding="utf-8"))
    return found
