"""Arabic names without the adjective of the office before them and the noun of the sentence behind them.

«الكاتب *الكردي* هيوا كوردستاني», «الفنانة *الشابة* تمارا قحطان *دور نورا*».
"""

from __future__ import annotations

from isnad.annotate.names.holders import nobodys, of_names
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import COMPOUND
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare

_JOINING = frozenset({"عبد", "دي", "دو", "فان", "فون", "دا", "دل"})


def undescribed(words: list[Word], a: int, b: int) -> tuple[int, int]:
    """Return the words of a person's name of three words and more without what only stands beside it."""
    led = a > 0 and (bare(words[a - 1].key) in office_words("ar") or words[a - 1].key in listed("ar", "honorifics"))
    if led and _adjective(words[a]):
        if b - a > 2:
            a += 1
        elif b - a == 2 and b < len(words) and words[b].kind == "word" and (nobodys(words[b]) or of_names(words[b])):
            a, b = a + 1, b + 1  # «النائب *الكردي* بيستون فائق»
    for i in range(a + 2, b):
        if words[i - 1].kind == "word" and _noun(words[i]) and not _leads_on(words[i - 1]):
            return a, i
    return a, b


def _adjective(w: Word) -> bool:
    """True of a word with the article that describes whoever follows: of a people, of a relation, or a word of the language."""
    plain, known = gazetteer().plain["ar"], gazetteer()
    if not w.key.startswith("ال") or w.key in given_names() or w.key in known.given:
        return False
    return w.key in demonyms("ar") or w.key in plain or w.key.endswith(("ي", "يه"))


def _noun(w: Word) -> bool:
    plain = gazetteer().plain["ar"]
    common = w.key in plain and len(w.key) > 2 and not w.key.startswith("ال")
    inner = w.key in COMPOUND or w.key in anywhere("descent") or w.key in gazetteer().family
    return common and w.key not in given_names() and not inner


def _leads_on(w: Word) -> bool:
    return w.key in anywhere("descent") or w.key in listed("ar", "kunya") or w.key in _JOINING


__all__ = ["undescribed"]
