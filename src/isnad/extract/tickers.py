"""A line that is several headlines in a row: a ticker, a list of other articles, as scrapers put them on one line.

Some sites part the headlines with a sign, whichever they like, others with nothing. A sign that comes again between stretches of a headline's length
is such a sign. Where there is none, the line's words tell: sentences need relatives, pronouns and commas, and have no small words with capitals amid them.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.models import weights

ITEMS = 5
"""Headlines of the shortest row parted by a sign that sentences use as well; a sign that sentences don't use needs one less."""
LONGEST, ON_AVERAGE = 26, 16
"""Words of the longest headline of a row, and of its headlines on the average."""
SHORTEST = 2.5
"""Words of a row's headlines on the average at least: a menu's entries are shorter, and told by other means."""
TITLED = 0.62
"""The share of capitals among the words of English headlines in a row."""
LEAST = 28
"""Words of the shortest row that nothing parts."""
MOST = 800
"""Words of the longest row: a longer line is a page, or what no reader looks at."""
_SIGN = re.compile(r"(?<=\s)(?P<sign>[^\w\s\"'«“”‘’„,;:!?؟،؛()\[\]%&°@$€£]{1,3})(?=\s)")
"""A sign between two spaces that is no mark of a sentence; a dash is one of both, and three points alone are none."""
_DASHES = frozenset("- – — ― ‒".split())
_STOP = re.compile(r"[^\W\d_]{2}[\"»”’)]*[.!?؟…][\"»”’)]*\s+(?=[^\W\d_a-z])")
"""The end of a sentence inside a line."""
_ELIDED = re.compile(r"[LD]['’]\w")


def in_a_row(text: str, words: int) -> bool:
    """True for a line of several headlines in a row, parted by a sign that comes again or by nothing. O(length)."""
    return words <= MOST and (_parted(text) or (words >= LEAST and _unparted(text)))


def _parted(text: str) -> bool:
    """True when one sign comes again between stretches as long as headlines, few of which hold the end of a sentence."""
    counted = Counter(m["sign"] for m in _SIGN.finditer(text))
    for sign, n in counted.most_common(1):
        items = [p.split() for p in re.split(rf"\s{re.escape(sign)}\s", text)]
        items = [i for i in items if i]
        if sign == "»" and text.count("«") * 2 > n:
            return False
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
    """True when the line's words are put as those of headlines in a row are and those of sentences are not."""
    if _ends(text) and (_STOP.search(text) or not text.endswith(_RAISED)):
        return False  # a paragraph's last sentence has its stop, the last headline of a row hardly ever
    learned = _weights()
    at = learned["arabic" if _ARABIC.search(text, 0, 60) else "latin"]
    return (
        at["bias"] + sum(at.get(name, 0.0) * value for name, value in features(text).items()) > learned["least"]["odds"]
    )


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    told: dict[str, dict[str, float]] = json.loads(weights("rows.json").read_text(encoding="utf-8"))
    return told


def features(text: str) -> dict[str, float]:
    """Return what tells headlines in a row from sentences in a line: marks, small words and capitals, mostly as shares of its words.

    ``stops`` are ends of sentences inside, ``open`` is 1 when it ends in a letter or figure, ``flow`` words that sentences need and headlines leave out
    ("which", "avait", «التي»), ``joined`` words that begin with the Arabic "and", ``begun`` small words with a capital amid the line, ``rises``
    capitals behind a small word.
    """
    words = text.split()
    n = len(words)
    flow, begins, articles, leading = map(row_words, ("flow", "begins", "articles", "leads"))
    begun = rises = 0.0
    before = ""
    for word in words:
        bare = word.strip(_AROUND)
        if bare[:1].isupper() and before and before[-1] not in _PAUSES:
            low, prior = bare.lower(), before.strip(_AROUND).lower()
            if prior not in leading:
                if low in begins and len(bare) > 1:
                    begun += 1.0
                elif low in articles or _ELIDED.match(bare):
                    begun += 0.5
                rises += before[:1].islower() or before[:1].isdigit()
        before = word
    folded = [w.strip(_AROUND).lower() for w in words]
    return {
        "length": min(math.log(n / LEAST), 1.5),
        "stops": min(1.0, len(_STOP.findall(text)) * 20 / n),
        "open": float(text.rstrip()[-1:].isalnum()),
        "commas": min(2.0, sum(text.count(c) for c in ",،") * 12 / n),
        "colons": min(2.0, sum(w[-1] in ":：" for w in words[:-1]) * 12 / n),
        "flow": min(2.0, sum(w in flow for w in folded) * 12 / n),
        "joined": min(2.0, sum(w[:1] == "و" and len(w) > 3 for w in folded) * 8 / n),
        "begun": min(3.0, begun * 12 / n),
        "rises": min(3.0, rises * 8 / n),
        "titled": float(sum(w[:1].isupper() for w in words) > TITLED * n),
    }


_RAISED = ("!", "?", "؟", "…", "...")
_ARABIC = re.compile("[\u0621-\u064a]")
_AROUND = "\"'«»“”‘’()[],;:.!?…،؛؟"
_PAUSES = ".!?…:;,»”)-–—|"


@cache
def row_words(concern: str) -> frozenset[str]:
    """Return the words of all languages for one concern of ``rows.toml``, as they are written without capitals."""
    return frozenset(w for language in LANGUAGES for w in table(language, "rows")[concern])


@cache
def function_words() -> frozenset[str]:
    """Return words of four languages that every text has; few of them are long."""
    return row_words("flow") | row_words("begins") | row_words("leads") | row_words("articles")
