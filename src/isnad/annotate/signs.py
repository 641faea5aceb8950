"""The money that a sign or letters before a number say: "$", "US$", "€", "KSh48 million", "R2.5bn", "S/ 500 millones", "USD"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from isnad.languages import table
from isnad.text import Token

STOP = "."
"""The mark of an abbreviation: "Rs. 500"."""
MARKS = (STOP, "/")
"""What may stand between the letters and the number: "S/. 500"."""
THOUSANDS = 1000
"""The least scale told in words beside which one letter is money."""


class Sign(NamedTuple):
    """A currency, the first of the tokens that say it, and how it is called."""

    unit: str
    start: int
    called: str


def sign_before(found: Sequence[Token], start: int, scale: int, iso: Collection[str]) -> Sign | None:
    """Return the money that the tokens right before a number say, ``None`` when they say none; ``scale`` is the number's, told in words."""
    i = start - 1
    if i < 0:
        return None
    if found[i].text in _table("signs"):
        return _with_nation(found, i)
    if found[i].text in iso and found[i].text.isupper():
        return Sign(found[i].text, i, found[i].text)
    glued = found[i].end == found[start].start
    tail = ""
    while i and found[i].text in MARKS and found[i - 1].end == found[i].start:
        tail, i = found[i].text.strip(STOP) + tail, i - 1
    word = found[i].text + tail
    unit = _table("letters").get(word)
    if unit is None and glued:
        unit = _table("glued_letters").get(word) or (_table("single").get(word) if scale >= THOUSANDS else None)
    return Sign(unit, i, word) if unit else None


def is_sign(text: str) -> bool:
    """True of "$", "€" and their like."""
    return text in _table("signs")


def _with_nation(found: Sequence[Token], i: int) -> Sign:
    """The money of a sign, with the letters glued to it that say whose: "US$", "A$", "E£"."""
    sign = found[i].text
    letters = _table({"$": "before_dollar", "£": "before_pound"}[sign]) if sign in "$£" else {}
    letters = {"GH": "GHS"} if sign in "¢₵" else letters
    if i and found[i - 1].end == found[i].start and (unit := letters.get(found[i - 1].text)):
        return Sign(unit, i - 1, unit)
    unit = _table("signs")[sign]
    return Sign(unit, i, unit)


@cache
def _table(name: str) -> Mapping[str, str]:
    signs: Mapping[str, Mapping[str, str]] = table("shared", "signs")
    return signs[name]
