"""What an event is called: the page's own clause, from its subject or verb on, trimmed as an editor would.

Nothing is reworded. Words that hang the clause on what went before ("et", "qui", «و») are left off; a clause that begins with
its verb gets the name of whom the page says it of in front, but for Arabic, whose clauses begin so; the best of several
tellings in a language gives the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from isnad.languages import LANGUAGES, table
from isnad.model import EventMention, Reading
from isnad.text import fold_key

LONGEST = 140
"""Characters of the longest title."""
SHORTEST = 24
"""Characters below which a title says too little to be preferred."""
CUT = 60
"""Characters a long title keeps at least when it is cut at a comma."""
AUXILIARY = 12
"""Characters of what may stand between a clause's beginning and its verb: "a été", "had been", «قد»."""
_EDGES = " \t\n,;:،؛.-–—/|…•·"
_PAIRS = ("«»", "“”", "()", "[]", "‘’")
_DATELINE = regex.compile(r"(?:\s/\s?|\s[–—-]\s|\.\s?[-–—]\s?|\)\s?[-–—:.]\s?|\s:\s)")
_COMMAS = regex.compile(r"[,;:،؛](?=\s)|\s[–—-]\s")


def title_of(reading: Reading, told: Sequence[EventMention]) -> str:
    """Return the title that the tellings of one page give their event, the best of them; never empty for a real clause."""
    return max((_title(reading, e) for e in told), key=lambda t: (t[0], -len(t[1])))[1]


def merit(title: str) -> bool:
    """True for a title that says enough and is whole."""
    return len(title) >= SHORTEST and not title.endswith("…")


def _title(reading: Reading, e: EventMention) -> tuple[int, str]:
    """A telling's title, with how good it is: whole, neither too short nor hung on what went before."""
    text, language = reading.article.text, reading.article.language
    starts = [e.trigger.start, *(reading.mentions[t.mention].start for t in e.participants)]
    first = min((s for s in starts if e.clause.start <= s < e.clause.end), default=e.clause.start)
    begin = e.clause.start
    for m in _DATELINE.finditer(text, begin, first):
        begin = m.end()
    words = " ".join(text[begin : e.clause.end].split()).strip(_EDGES)
    trigger = " ".join(reading.article.words(e.trigger).split())
    free, hung, relative = _unhung(words, language)
    whole = _balanced(free)
    if relative and first == e.trigger.start:
        whole = _balanced(_antecedent(text, begin) + (", " if text[:begin].rstrip().endswith(",") else " ") + words)
    elif (
        hung
        and language != "ar"  # an Arabic verb has its subject behind it, or within it
        and first == e.trigger.start
        and _verb_first(whole, trigger)
        and (name := _name(reading, e))
        and name not in whole
    ):
        whole, hung = f"{name} {whole}", False
    short = _shortened(whole, whole.find(trigger) + len(trigger), language)
    if short and language != "ar":
        short = short[0].upper() + short[1:]
    good = 2 * (not hung) + 2 * (len(whole) <= LONGEST) + (len(short) >= SHORTEST) - 2 * e.bare
    return good, short


def _verb_first(words: str, trigger: str) -> bool:
    """True when the words begin with what tells the event, an auxiliary aside: only there a subject's name reads well."""
    at = words.find(trigger.lstrip("وف"))
    return 0 <= at <= AUXILIARY


def _antecedent(text: str, at: int) -> str:
    """What a relative pronoun stands for: the words before it, back to the mark before."""
    low = max(0, at - CUT)
    before = text[low:at].rstrip(" ,،\n")
    if low and text[low - 1].isalnum():
        before = before.partition(" ")[2]  # no half word
    return regex.split(r"[.;:,،؛«»“”\"\n]", before)[-1].strip()


def _unhung(words: str, language: str) -> tuple[str, bool, bool]:
    """The words without conjunctions and relative pronouns in front, whether there were any, and a relative pronoun first."""
    hung = relative = False
    for _ in range(3):
        parts = words.split(" ", 1)
        lone = fold_key(parts[0].strip("'’,"))
        if len(parts) == 2 and lone in _links(language):
            relative = relative or (not hung and lone in _pronouns(language))
            words, hung = parts[1].lstrip(_EDGES), True
        elif language == "fr" and (elided := regex.match(r"qu['’]", words, regex.IGNORECASE)):
            words, hung = words[elided.end() :], True
        else:
            break
    head = words.split(" ", 1)[0]
    own = _own_waw() if language == "ar" else frozenset()
    if language == "ar" and head[:1] in "وف" and len(head) > 3 and not any(fold_key(head).startswith(w) for w in own):
        return words[1:], True, relative
    return words, hung, relative


@cache
def _links(language: str, classes: tuple[str, ...] = ("coordinate", "relative", "subordinate")) -> frozenset[str]:
    """Single words that hang a clause on another."""
    if language not in LANGUAGES:
        return frozenset()
    words = table(language, "grammar")["words"]
    return frozenset(fold_key(w.strip("'’")) for k in classes for w in words[k] if " " not in w)


def _pronouns(language: str) -> frozenset[str]:
    """Words that stand for what went before: "which", and "that" where it may; not "while"."""
    return _links(language, ("relative",) if language == "ar" else ("relative", "complement"))


@cache
def _own_waw() -> frozenset[str]:
    """Beginnings of Arabic words whose «و» or «ف» is their own."""
    return frozenset(fold_key(w) for w in table("ar", "events")["own_first_letter"])


def _name(reading: Reading, e: EventMention) -> str:
    """The name, on one line, of whom the page says it."""
    if not e.participants:
        return ""
    m = reading.mentions[e.participants[0].mention]
    whole = next((reading.mentions[i] for i in m.refers), m)
    return " ".join(whole.text.split())


def _balanced(words: str) -> str:
    """The words without quotation marks and brackets that lack their other half."""
    for pair in _PAIRS:
        opening, closing = pair[0], pair[1]
        if words.count(opening) != words.count(closing) and not (closing == "’" and opening not in words):
            words = words.replace(opening, "").replace(closing, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    return " ".join(words.split()).strip(_EDGES)


def _shortened(words: str, told: int, language: str) -> str:
    """The words up to the last comma behind what tells the event, else cut at a word's end; no conjunction left hanging."""
    if len(words) > LONGEST:
        commas = [m.start() for m in _COMMAS.finditer(words) if max(CUT, told) <= m.start() <= LONGEST]
        cut = words[: commas[-1]] if commas else words[: LONGEST - 1].rsplit(" ", 1)[0]
        words = _balanced(cut) + ("" if commas else "…")
    parts = words.rsplit(" ", 1)
    return _balanced(parts[0]) if len(parts) == 2 and fold_key(parts[1]) in _links(language) else words
