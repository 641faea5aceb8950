"""Texts that a sentence is about, and quotes not: what became of one, what somebody ruled on, data that are nobody's statements."""

from __future__ import annotations

from isnad.annotate.quotations.words import Words
from isnad.model import Span

UPON = frozenset({"on", "sur", "sobre"})
"""Words behind which a text is what is spoken about."""
_BEING = frozenset({
    "est", "sont", "ete", "fut", "furent", "is", "are", "was", "were", "been", "es", "son", "fue", "fueron", "sido", "sera", "seront",
})  # fmt: skip
_DATA = frozenset({
    "نشر", "حمايه", "تسريب", "سرقه", "جمع", "قاعده", "قواعد", "مركز", "مراكز", "تحليل", "معالجه", "تبادل", "شبكه", "تخزين", "حجم", "استخدام", "اي",
})  # fmt: skip
"""Words before the Arabic plural that may say statements, and says data here."""


def made_of(words: Words, cue: Span) -> bool:
    """Return true of a word of saying behind "be": "Le recours *est rejeté*" says what became of a text."""
    i = words.at(cue.start)
    return i > 0 and words.keys[i - 1] in _BEING


def only_data(words: Words, first: int) -> bool:
    """Return true of «في نشر *بيانات* شخصية»: data, and nobody's statements."""
    before = words.keys[first - 1].removeprefix("ال") if first else ""
    return words.keys[first] == "بيانات" and before in _DATA
