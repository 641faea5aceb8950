"""A line looked at once: its folded form, how many words it has, and which questions about it can be answered with yes.

Nearly all that pages hold answers no question. A line is folded and cut into words once, its words are looked up in one table of all words
that any question needs, and what is asked later is a bit of a mask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from isnad.extract.chrome import TRIM, by_start, index, starting
from isnad.extract.cues import cue_words
from isnad.extract.witnesses import keys as telling
from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.text import fold_key, fold_lines

_WORDS = re.compile(r"[^\W_]\w*(?:'[^\W_]\w*)?")
"""The words of a folded line, with the article or pronoun that an apostrophe joins to them."""
_LETTERS = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"[\d_']")
_HOLE = re.compile(r"\{\w+\}")
ROLES = (
    "related",
    "tags",
    "notices",
    "caption",
    "captioned",
    "source",
    "comments",
    "modified",
    "lists",
    "site",
    "calls",
    "offers",
    "bargains",
    "channels",
    "imprint",
    "streets",
    "carried",
    "flash",
    "elsewhere",
    "classifieds",
    "ended",
    "byline",
    "at_source",
    "reader_buttons",
    "releases",
    "senders",
    "biographies",
    "forwarded",
    "trails",
    "bodies",
    "bulletins",
    "lead_ins",
    "enrolled",
)
BIT = {
    role: 1 << n
    for n, role in enumerate(
        (*ROLES, "follow", "rights", "cue", "ago", "witness", "passing", "taken", "credit", "handed")
    )
}
"""The bit of each role in the masks of a :class:`Look`; the last ones are of words by which a line names its author, its outlet or its picture's, how long ago it was written, or whose its text is."""
CREDITS = (
    *(
        "photo",
        "foto",
        "crédit",
        "credit",
        "image",
        "صورة",
        "تصوير",
        "archive",
        "archives",
        "archivo",
        "ph",
        "dr",
        "d.r",
        "d.r.",
    ),
    *("afp", "reuters", "efe", "ap", "epa", "getty", "getty images", "courtesy", "cortesía", "handout", "cedida"),
    *("عدسة", "أرشيف", "أرشيفية"),
)
"""What a credit at the end of a caption begins with."""
TAKEN = ("copied", "continued", "translated")
"""The formulas of ``chrome.toml`` that say from where a text was taken."""


AGO = ("ago_before", "ago_after", "ago_words")
"""The words of ``chrome.toml`` by which lines say how long ago they were written."""


class Look(Struct, frozen=True, gc=False):
    """What is seen of a line at a glance: its folded form, how many words it has, whether any of them is more than letters.

    ``opens`` and ``holds`` are masks of roles: of which a phrase opens the line, and may stand in it.
    """

    folded: str
    words: int
    opens: int
    holds: int
    mixed: bool


MOST_LOOKS, LONGEST_LOOK = 16384, 2000
"""Lines whose looks are remembered, and the characters of the longest: menus and notices come again on every page of a site."""
_LOOKS: dict[str, Look] = {}


def look_at(lines: Iterable[str]) -> None:
    """Look at the lines of a page together, so that what is asked of single ones afterwards is known already."""
    unseen = [line for line in dict.fromkeys(lines) if line not in _LOOKS and len(line) <= LONGEST_LOOK]
    if len(_LOOKS) + len(unseen) > MOST_LOOKS:
        _LOOKS.clear()
    _LOOKS.update(zip(unseen, map(_look, unseen, fold_lines(unseen)), strict=True))


def folded(line: str) -> str:
    """Return the folded form of a line, which is known of those looked at."""
    seen = _LOOKS.get(line)
    return fold_key(line) if seen is None else seen.folded


def may_hold(line: str, role: str) -> bool:
    """Return whether a phrase of a role may stand in a line; of lines that were not looked at nothing is known."""
    seen = _LOOKS.get(line)
    return seen is None or bool(seen.holds & BIT[role])


def may_count(line: str) -> bool:
    """Return whether figures may stand in a line; of lines that were not looked at nothing is known."""
    seen = _LOOKS.get(line)
    return seen is None or seen.mixed


def may_open(line: str, role: str) -> bool:
    """Return whether a phrase of a role opens a line; of lines that were not looked at nothing is known."""
    seen = _LOOKS.get(line)
    return seen is None or bool(seen.opens & BIT[role])


def look(line: str) -> Look:
    """Return what is seen of a line at a glance."""
    return _LOOKS.get(line) or _look(line, fold_key(line))


def _look(line: str, folded: str) -> Look:
    known = _masks()
    words = _WORDS.findall(folded)
    mixed = _MIXED.search(folded) is not None
    pieces = [*words, *_LETTERS.findall(" ".join([w for w in words if not w.isalpha()]))] if mixed else words
    opens = holds = 0
    for table_, these in ((known.firsts, words), (known.keys, pieces)):
        if not table_.keys().isdisjoint(these):
            for bits in filter(None, map(table_.get, these)):
                holds |= bits
    if "©" in line or "(c)" in folded or "Ⓒ" in line or "ⓒ" in line:
        holds |= BIT["rights"] | BIT["witness"]
    start = folded.strip(TRIM)
    for phrase, bit in known.openers.get(start[:3]) or known.openers.get(start[:2], ()):
        if start.startswith(phrase) and not start[len(phrase) : len(phrase) + 1].isalpha():
            opens |= bit
    return Look(folded, len(words), opens, holds, mixed)


class _Masks(Struct, frozen=True):
    """What lines are looked at with: phrases by their first characters, and the roles that a word may be of.

    ``keys`` are the longest words of phrases, all of letters; ``firsts`` the first words of those of which the first is asked for.
    """

    openers: dict[str, tuple[tuple[str, int], ...]]
    firsts: dict[str, int]
    keys: dict[str, int]


@kept
def _masks() -> _Masks:
    firsts: dict[str, int] = {}
    keys: dict[str, int] = {}
    for formula in (f for k in LANGUAGES for f in table(k, "chrome")["follow"]):
        sure = max((fold_key(piece) for piece in formula.split("{publisher}")), key=len)
        _add(firsts, _WORDS.findall(sure)[:1], "follow")
        _add(keys, _longest(sure), "passing")
    for role in ROLES:
        for words in (w for rows in index(role).values() for w in rows):
            longest = _longest(" ".join(words))
            if role == "source" or not longest:
                _add(firsts, _WORDS.findall(words[0])[:1], role)
            else:
                _add(keys, longest, role)
    for cue in (" ".join(cue) for cues in cue_words().values() for cue in cues):
        _add(keys, _longest(cue), "cue")
    for word in (w for k in LANGUAGES for r in AGO for w in table(k, "chrome")[r]):
        _add(keys, _longest(fold_key(word)), "ago")
    for word in telling():
        _add(keys, [c + w for w in _longest(word) for c in ("", "و", "ف")], "witness")
    for formula in (_HOLE.sub(" ", f) for k in LANGUAGES for r in TAKEN for f in table(k, "chrome")[r]):
        _add(keys, _longest(fold_key(formula)), "taken")
    for word in (w for k in LANGUAGES for r in ("this", "verbs") for w in table(k, "provenance")[r]):
        _add(keys, _longest(fold_key(word)), "taken")
    for word in (w for k in LANGUAGES for r in ("handed", "lent", "writes") for w in table(k, "provenance")[r]):
        _add(keys, _longest(fold_key(word)), "handed")
    for word in CREDITS:
        _add(keys, _longest(fold_key(word)), "credit")
    heads = {key for role in ROLES for key in by_start(role)}
    openers = {key: tuple((p, BIT[role]) for role in ROLES for p in starting(role, key)) for key in heads}
    return _Masks(openers, firsts, keys)


def _longest(phrase: str) -> list[str]:
    """The longest run of letters of a folded phrase, if it has any: no line without it holds the phrase."""
    found = _LETTERS.findall(phrase)
    return [max(found, key=len)] if found else []


def _add(masks: dict[str, int], words: Iterable[str], role: str) -> None:
    for word in words:
        masks[word] = masks.get(word, 0) | BIT[role]
