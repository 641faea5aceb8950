"""A line that is several headlines in a row: a ticker, a list of other articles, as scrapers put them on one line.

Some sites part the headlines with a sign, whichever they like, others with nothing. A sign that comes again between stretches of a headline's length
is such a sign. Where there is none, the headlines' own first words tell: amid a sentence an article or a preposition has no capital.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

ITEMS = 5
"""Headlines of the shortest row parted by a sign that sentences use as well; a sign that sentences don't use needs one less."""
LONGEST, ON_AVERAGE = 26, 16
"""Words of the longest headline of a row, and of its headlines on the average."""
SHORTEST = 2.5
"""Words of a row's headlines on the average at least: a menu's entries are shorter, and told by other means."""
BEGUN = 3
"""Words with a capital amid a line that sentences write without, of a row that nothing parts."""
APART = 14
"""Words at most, on the average, from one such word to the next."""
TITLED = 0.62
"""The share of capitals among the words of English headlines in a row."""
LEAST = 28
"""Words of the shortest row that nothing parts."""
_SIGN = re.compile(r"(?<=\s)(?P<sign>[^\w\s\"'«»“”‘’„,;.:!?؟،؛…()\[\]%&°#@$€£]{1,3})(?=\s)")
"""A sign between two spaces that is no mark of a sentence; a dash is one of both."""
_DASHES = frozenset("- – — ― ‒".split())
_STOP = re.compile(r"[^\W\d_]{2}[\"»”’)]*[.!?؟…][\"»”’)]*\s+(?=[^\W\d_a-z])")
"""The end of a sentence inside a line."""
_WORD = re.compile(r"(?:(?<=\s)|^)[\"«“'(\[]*([^\W\d_][^\s]*)")
_SMALL = frozenset(
    # English, French, Spanish: words that have a capital at the beginning of a sentence or a headline alone.
    "a an in on at by for from with after before as why how what when who where is are was new no one two three four five six seven ten more "
    "un une deux trois quatre cinq six sept huit dix des du au aux en dans sur pour par avec sans après avant contre vers selon pourquoi "
    "comment quand qui que ce cette ces il elle ils elles plus nouveau nouvelle "
    "una unos unas dos tres cuatro cinco seis siete ocho diez del al de con sin tras por para sobre contra desde hasta según "
    "cómo cuándo quién qué este esta estos estas más nuevo nueva se".split()
)
_ARTICLES = frozenset("the le la les el los las".split())
"""Names begin with them as well ("La Rambla", "Le Havre"): as first words of headlines they count half."""
_LEADING = frozenset(
    "of the in at to and or from with by for on de du des à au aux en dans et ou par pour que qui chez sur avec vers a al del con por para y e o u "
    "desde hasta entre según que".split()
)
"""Words that lead to a name: the capital behind them is the name's."""
_ELIDED = re.compile(r"[LD]['’]\w")


def in_a_row(text: str, words: int) -> bool:
    """True for a line of several headlines in a row, parted by a sign that comes again or by nothing. O(length)."""
    return _parted(text) or (words >= LEAST and _unparted(text))


def _parted(text: str) -> bool:
    """True when one sign comes again between stretches as long as headlines, few of which hold the end of a sentence."""
    counted = Counter(m["sign"] for m in _SIGN.finditer(text))
    for sign, n in counted.most_common(1):
        items = [p.split() for p in re.split(rf"\s{re.escape(sign)}\s", text)]
        items = [i for i in items if i]
        dash = sign in _DASHES
        if n < 2 or len(items) < ITEMS - (not dash):
            return False
        lengths = [len(i) for i in items]
        if max(lengths) > LONGEST or not SHORTEST <= sum(lengths) / len(items) <= ON_AVERAGE:
            return False
        if len(_STOP.findall(text)) * 4 > len(items):
            return False
        return not dash or (not _ends(text) and _all_begin(items))
    return False


def _all_begin(items: Sequence[Sequence[str]]) -> bool:
    """True when the stretches begin as headlines do: hardly any with a small letter, which what stands between two dashes has."""
    small = sum(i[0][0].islower() for i in items)
    return small * 8 <= len(items)


def _ends(text: str) -> bool:
    return text.rstrip('"»”’) ')[-1:] in tuple(".!?؟…")


def _unparted(text: str) -> bool:
    """True when words amid the line have capitals that sentences would not give them, time and again."""
    if _ends(text) and len(_STOP.findall(text)) * 20 > len(text.split()):
        return False
    begun, n, capitals, before = 0.0, 0, 0, ""
    for m in _WORD.finditer(text):
        word = m[1]
        n += 1
        if word[0].isupper():
            capitals += 1
            if before and before[-1] not in '.!?…:;,»”")-–—|' and before.lower() not in _LEADING:
                low = word.lower()
                begun += (
                    1.0 if low in _SMALL and len(word) > 1 else 0.5 if low in _ARTICLES or _ELIDED.match(word) else 0.0
                )
        before = text[m.start() : m.end()]
    if n < LEAST:
        return False
    return (begun >= BEGUN and n <= APART * (begun + 1) * 1.5) or (
        capitals > TITLED * n and len(_STOP.findall(text)) * 30 < n
    )
