"""How things came about or ended, where another may say the contrary: "resigned" and "was dismissed", put off and called off.

Only words that tell it as a fact are kept: what may be, is asked for or is to come is none. Pages are compared when they are joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES, table
from isnad.languages.opposites import opposites
from isnad.model import OutcomeMention, Reading
from isnad.text import fold_key, tokens

NO = 4
"""Words before an outcome among which a "no" takes it back."""
RUMOUR = 3
"""Words behind an outcome among which stands that it is but a rumour."""
LONG = 60
"""Words of the longest sentence that is read."""
_MARKS = frozenset(",;:.!?،؛؟()")


def find_outcomes(reading: Reading) -> Reading:
    """Return the reading with the words of its sentences that say how something came about or ended."""
    if reading.article.language not in LANGUAGES:
        return reading
    found = tuple(_outcomes(reading))
    return with_field(reading, "outcomes", found) if found else reading


def _outcomes(reading: Reading) -> Iterator[OutcomeMention]:
    language, text = reading.article.language, reading.article.text
    pairs = opposites(language)
    titles = [p for p in reading.article.parts if p.kind in ("title", "subheading", "caption")]
    for s in reading.sentences:
        words = tokens(text, s.start, s.end)
        keys = [t.key or t.text for t in words]
        told = pairs.found(keys) if len(keys) <= LONG else []
        if not told or any(t.start <= s.start < t.end for t in titles):
            continue
        for pair, side, i, size in told:
            before = _before(keys, i)
            if pairs.hedged(before) or _infinitive(keys[i], before, language):
                continue
            no = _taken_back(before, language) or not _rumours(language).isdisjoint(keys[i + size : i + size + RUMOUR])
            yield OutcomeMention(pair, side, words[i].start, words[i + size - 1].end, s, no)


def _infinitive(key: str, before: Sequence[str], language: str) -> bool:
    """True of what is no more than named: "to resign", "de démissionner", "renunciar"."""
    return before[-1:] == ["to"] if language == "en" else key.endswith(_INFINITIVES.get(language, ()))


_INFINITIVES = {"fr": ("er", "ir"), "es": ("ar", "er", "ir", "arse", "erse", "irse")}


def _before(keys: Sequence[str], i: int) -> Sequence[str]:
    """The words of a clause before a place."""
    low = next((k + 1 for k in range(i - 1, -1, -1) if keys[k] in _MARKS), 0)
    return keys[low:i]


def _taken_back(before: Sequence[str], language: str) -> bool:
    """True behind a "no" of the verb, or right behind one of a noun: "was not signed", "no ransom", but not "no kin of the sacked minister"."""
    joined = {k[1:] for k in before[-NO:] if language == "ar" and k[:1] in "وف"}
    return not _negations(language).isdisjoint({*before[-NO:], *joined}) or before[-1:] in _nouns_without(language)


@cache
def _rumours(language: str) -> frozenset[str]:
    """The folded words for what is said and not so."""
    return frozenset(fold_key(w) for w in table(language, "opposites")["rumours"])


@cache
def _negations(language: str) -> frozenset[str]:
    """The folded words that negate a verb."""
    no = table(language, "grammar")["words"]["negation"]
    return frozenset(fold_key(w) for w in (*no, *_NOT[language])) - {fold_key(w) for w in _NO[language]}


@cache
def _nouns_without(language: str) -> list[list[str]]:
    return [[fold_key(w)] for w in _NO[language]]


_NOT = {
    "fr": ("pas", "ne", "n", "jamais", "personne"),
    "es": ("no", "nunca", "jamás", "nadie", "tampoco"),
    "en": ("not", "never", "nobody"),
    "ar": ("لا", "لم", "ما", "ليس", "ليست", "لن", "ليسوا"),
}
"""Words that negate a verb, beside those of the language's grammar; ``_NO`` those that negate the noun they stand before."""
_NO = {
    "fr": ("aucun", "aucune", "non", "ni", "sans", "nul", "nulle"),
    "es": ("ningún", "ninguna", "ni", "sin"),
    "en": ("no", "without", "neither", "nor", "none"),
    "ar": ("غير", "دون", "بلا", "بدون", "أي"),
}
