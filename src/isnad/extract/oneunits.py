"""What stands between the words at the head of a page without line ends: days, authors, buttons, numbers of issues, marks, menus.

The head is read token by token. What is none of these is a word, and the words between two of them may be a headline, the items of a
ticker, or the beginning of the text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

import regex
from msgspec import Struct

from isnad.extract.onedate import days_of
from isnad.extract.onehead import Token, joining, small
from isnad.extract.onesigns import desk, pictured, signed, speaks
from isnad.extract.onewords import chrome, length, rubrics, unit

CERTAIN = 2
"""How much buttons and counts in a row must say to part what stands before them from what stands behind."""
_ISSUE = regex.compile(
    r"(?<![\p{L}\p{N}])(?:(?i:vol(?:ume)?\.?|no\.|nos\.|n[°º]\.?|núm\.?|número|numéro|issue|edici[oó]n|édition|edition|año|année|prix|precio|price)|العدد|عدد|السنة|المجلد|السعر|ثمن النسخة|الثمن|ثمن)"
    r"\s*[:#]?\s*(?:n[°º]\s*)?(?:\d[\d.,/]*|[IVXLC]+(?![\p{L}]))(?:\s*(?:F(?:CFA|\s?CFA)?|francs?|fcfa|€|euros?|DH|dhs?|DT|DA|pesos?|soles|£|\$|p|مليم(?:ات|ا)?|دراهم|درهم|درهما|دينار|دنانير|ريال|ريالات|فلس|فلسا|أوقية|ل\.س|جنيه|جنيهات|قرش)(?![\p{L}]))?"
)
"""The number of an issue and its price."""
_PAGE = regex.compile(r"(?<![\p{L}\p{N}])(?:(?i:pages?|p\.?|pág\.?|página)|صفحة|الصفحة|ص)\s?\d{1,3}(?![\p{L}\d])")
"""The page of a printed paper that a line of its first one leads to."""
_FIGURE = regex.compile(r"[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:°\s?[CF]?|%|[$€£])(?![\p{L}\d])|\d{1,2}:\d\d(?![\d:])")
"""What weather, markets and times of prayer say in figures."""
_NUMBERED = (("issue", _ISSUE), ("page", _PAGE), ("figure", _FIGURE))


class Unit(Struct, frozen=True):
    """Some tokens in a row and what they are: ``day``, ``sign``, ``credit``, ``button``, ``issue``, ``page``, ``figure``, ``mark``, ``wall``,
    ``entry``, ``soft`` or ``word``.

    ``said`` is how much it says that no sentence goes on through it. ``soft`` are hours, small words and numbers, which belong to a
    day or to buttons beside them and are words elsewhere.
    """

    first: int
    stop: int
    kind: str
    said: int = 0


def units(text: str, tokens: Sequence[Token], gap: re.Pattern[str] | None = None) -> list[Unit]:
    """Return what the tokens of a head are, in order, every token in one unit; a ``wall`` of no tokens where ``gap`` parts two."""
    days = days_of(text, tokens)
    found: list[Unit] = []
    i = 0
    while i < len(tokens):
        if gap is not None and i and gap.search(text, tokens[i - 1][1], tokens[i][0]):
            found.append(Unit(i, i, "wall", 1))
        if i in days:
            found.append(Unit(i, days[i], "day", CERTAIN))
        else:
            u = _unit(text, tokens, i, found[-1].kind if found else "", days)
            day = next((d for d in range(i + 1, u.stop) if d in days), u.stop)
            found.append(Unit(i, day, u.kind, u.said))  # "By Afua Sekyi-Bonsu June 18th, 2015"
        i = found[-1].stop
    return _settled(text, tokens, found)


_SPOKEN = frozenset("?!؟…¿¡«»“”\"'‘’")
"""Marks that blanks set off from the words they belong to; a closing one that nothing opens stands in a trail."""


def _unit(text: str, tokens: Sequence[Token], i: int, before: str, days: Container[int]) -> Unit:
    """The unit that begins at a token which is no day's; ``before`` is the kind of the one before it."""
    a, b, word = tokens[i]
    if not any(c.isalnum() for c in word):
        trail = text[a] == "»" and "«" not in text[tokens[max(0, i - QUOTED)][0] : a]
        spoken = _SPOKEN.issuperset(text[a:b]) and not trail
        return Unit(i, i + 1, "word" if spoken else "mark", int(not spoken))
    if text[b - 1] in ":：" and speaks(text, tokens[i]):
        return Unit(i, i + 1, "sign", CERTAIN)
    for kind, pattern in _NUMBERED:
        if (found := pattern.match(text, a)) is not None:
            end = a + len(found.group().rstrip())
            stop = next((j for j in range(i, len(tokens)) if tokens[j][1] >= end), len(tokens) - 1) + 1
            if before == "button" and kind == "figure" and ":" in found.group():
                return Unit(i, stop, "soft")  # "Last updated: 12:40"
            return Unit(i, stop, kind, 1 + (kind == "page"))
    if (stop := signed(text, tokens, i, before, days)) > i or (stop := desk(text, tokens, i)) > i:
        return Unit(i, stop, "sign", CERTAIN)
    if (stop := pictured(text, tokens, i)) > i:
        return Unit(i, stop, "credit", CERTAIN)
    if word in _INTO and (into := _section(text, tokens, i)) > i:
        return Unit(i, into, "button", CERTAIN)
    n, said = unit(text, tokens, i)
    entry = length(tokens, i, chrome()) if not text[a].islower() else 0
    if entry > n or (n and entry == n and not said):
        return Unit(i, i + entry, "entry")
    return Unit(i, i + max(n, 1), "button" if said else "soft" if n else "word", said)


def _section(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind the section that an article was published in: "Catégorie : Faits divers"; ``i`` when none is named."""
    first = i + 1 + (i + 1 < len(tokens) and not tokens[i + 1][2])
    return first + n if first < len(tokens) and (n := length(tokens, first, rubrics())) else i


_INTO = frozenset("rubrique seccion section categorie categoria category قسم بقسم تصنيف التصنيف القسم".split())
"""What leads to a section."""
QUOTED = 12
"""Words before a closing mark of quotation among which the opening one stands."""


def _settled(text: str, tokens: Sequence[Token], found: list[Unit]) -> list[Unit]:
    """The units, those that are words after all where they stand told as words: a button, a section, an hour in a sentence."""
    out = list(found)
    for n, u in enumerate(found):
        before = out[n - 1].kind if n else ""
        beside = {before, found[n + 1].kind if n + 1 < len(found) else ""}
        if (u.kind in _BESIDE and not (beside & _BESIDE[u.kind] or _sure(u))) or _spoken(text, tokens, u, before):
            out[n] = Unit(u.first, u.stop, "word")
    return out


_BESIDE = {
    "issue": frozenset({"day", "mark", "issue", "entry", "wall"}),
    "figure": frozenset({"day", "mark", "issue", "entry", "wall"}),
    "button": frozenset({"day", "button", "soft", "sign", "mark", "wall"}),
    "entry": frozenset({"entry", "day", "button", "sign", "mark", "issue", "page", "wall"}),
}
"""What must stand beside a unit of a kind, for it is a word elsewhere."""
FIRST = 16
"""Words at the top of a page among which the number of an issue stands alone."""


def _sure(u: Unit) -> bool:
    """True for what is no word wherever it stands: a button of some words, the number of an issue at the top."""
    return u.said >= CERTAIN if u.kind == "button" else u.kind != "entry" and u.first <= FIRST


def _spoken(text: str, tokens: Sequence[Token], u: Unit, before: str) -> bool:
    """True for an hour or a small word of which no day and no button is beside, and for a section that a headline goes on with or leads to."""
    if u.kind == "soft":
        printed = text[tokens[u.first][0] : tokens[u.first][1]]
        opening = printed.isalpha() and printed[0].isupper() and tokens[u.first][2] in small()
        return opening or before not in ("day", "button", "soft", "issue", "mark", "wall")
    if u.kind != "entry":
        return False
    leads = (
        u.first > 0 and before == "word" and tokens[u.first - 1][2] in joining()
    )  # "… ministro de Economía 22/02/2017"
    return leads or (u.stop < len(tokens) and text[tokens[u.stop][0]].islower())  # "Municipal workers down tools …"
