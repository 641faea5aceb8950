"""The days at the head of a page without line ends: their weekday, their formula, their double in another calendar, their hour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from isnad.extract.cues import BY
from isnad.extract.datelines import short_dates
from isnad.extract.onehead import Token, follows
from isnad.extract.onesigns import LEAST_ABOVE, placed
from isnad.extract.onewords import TIMES, unit
from isnad.extract.persons import when_words
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import CalendarDate, find_dates
from isnad.text import fold_key

_ARABIC = re.compile("[\u0621-\u064a]")
_ON = frozenset("le el on du del of".split())
"""Small words that lead to a day and belong to it."""
_SENTENCE = frozenset("le el on of du del au depuis desde since until the in en dans".split())
"""Small words before a day that stands in a sentence, when no formula of publication is before them."""


def days_of(text: str, tokens: Sequence[Token]) -> dict[int, int]:
    """Return the days of publication, the token behind each by the one it begins with: their weekday, their formula, their double in the other calendar with them."""
    if not tokens:
        return {}
    start, end = tokens[0][0], tokens[-1][1]
    stretch = text[start:end]
    languages = ("ar", "fr", "en") if _ARABIC.search(stretch) else ("fr", "es", "en")
    dates: list[CalendarDate] = []
    for d in sorted(
        (d for k in languages for d in find_dates(stretch, k) if d.full or (d.day and d.to_year)),
        key=lambda d: (d.start, -d.end),
    ):
        if not dates or d.start >= dates[-1].end:
            dates.append(d)
    dates += [d for d in short_dates(stretch) if all(d.end <= x.start or d.start >= x.end for x in dates)]
    at = {a: i for i, (a, _, _) in enumerate(tokens)}
    spans: list[tuple[int, int]] = []
    for d in sorted(dates, key=lambda d: d.start):
        first = next((i for i, t in enumerate(tokens) if t[0] <= start + d.start < t[1]), None)
        last = next((i for i, t in enumerate(tokens) if t[0] < start + d.end <= t[1]), None)
        if first is None or last is None or (tokens[first][0] not in at):
            continue
        if spans and first - spans[-1][1] <= JOINT and all(_joins(t[2]) for t in tokens[spans[-1][1] : first]):
            spans[-1] = (spans[-1][0], last + 1)
        else:
            spans.append((first, last + 1))
    found = {}
    for first, stop in spans:
        led = _led(text, tokens, first)
        behind = _clock(text, tokens, stop)
        if led < first or not _in_sentence(text, tokens, led, behind):
            led -= led == first and led > 0 and tokens[led - 1][2] in _ON and text[tokens[led - 1][0]].islower()
            found[led] = behind
    return found


JOINT = 3
"""Words between a day and its double in the other calendar: «الموافق لـ», "/"."""


def _joins(word: str) -> bool:
    return not word or word in _joints() or word in weekdays()


@cache
def _joints() -> frozenset[str]:
    return frozenset(w for k in LANGUAGES for f in table(k, "chrome")["date_joints"] for w in fold_key(f).split()) | {
        "ل",
        "لـ",
    }


def _led(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token with which the formula before a day begins: "Publié le", «نشر بتاريخ», a weekday; the day's own when there is none."""
    first = i
    while first and i - first < 6:
        word = tokens[first - 1][2]
        short = word in short_days() and text[tokens[first - 1][1] - 1] in ",."  # "Vie, 20/09/2024"
        if short or word in weekdays() or word in when_words() or (not word and first < i):
            first -= 1
        else:
            break
    while first < i and (not tokens[first][2] or tokens[first][2] in _SENTENCE):
        first += 1  # what the formula begins with is no small word
    n = placed(text, tokens[max(0, first - 9) : first]) if first > LEAST_ABOVE else 0
    return first if n == 1 and text[tokens[first - 2][0]].isupper() else first - n


def _clock(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind the hour that follows a day."""
    at = i
    while at < len(tokens):
        n, said = unit(text, tokens, at)
        a, b, word = tokens[at]
        hour = TIMES.fullmatch(text[a:b]) is not None and any(c.isdigit() for c in word)
        later = next((t for t in tokens[at + (n or 1) : at + (n or 1) + 1]), None)
        leads = not said and (word in _TO_HOUR or (n > 0 and not word)) and later is not None
        leads = (
            leads
            and later is not None
            and (
                _hour(text, later)
                or (word in _TO_HOUR and later[2] in _TO_HOUR and any(_hour(text, t) for t in tokens[at + 2 : at + 3]))
            )
        )
        if not (hour or leads or (at > i and word in _HOURS)):
            break
        at += n or 1
    return at


def _hour(text: str, token: Token) -> bool:
    return TIMES.fullmatch(text[token[0] : token[1]]) is not None and any(c.isdigit() for c in token[2])


_HOURS = frozenset("am pm a.m p.m م ص h hs hrs gmt cet utc".split())
_TO_HOUR = frozenset("a à at las الساعه على علي".split())


def _in_sentence(text: str, tokens: Sequence[Token], first: int, stop: int) -> bool:
    """True for a day, without a formula, that a sentence goes on behind or leads to."""
    before = tokens[first - 1] if first else None
    after = tokens[stop] if stop < len(tokens) else None
    if before is not None and before[2] in _SENTENCE and text[before[0]].islower():
        lead = tokens[first - 2][2] if first > 1 else ""
        if lead not in when_words() and not (
            first > 1 and not text[tokens[first - 2][0]].islower() and after and text[after[0]].isupper()
        ):
            return True
    if after is None:
        return False
    if _ARABIC.match(text[after[0]]):
        return follows(after[2]) or (before is not None and (follows(before[2]) or before[2] == "يوم"))
    return text[after[0]].islower() and after[2] not in BY and not unit(text, tokens, stop)[0]


@cache
def weekdays() -> frozenset[str]:
    """Return the days of the week of all languages, folded."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "calendar")["weekdays"])


@cache
def short_days() -> frozenset[str]:
    """Return the days of the week cut short, folded."""
    return frozenset(w[:3] for w in weekdays() if w.isascii())
