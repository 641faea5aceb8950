"""Arabic verbs with their object grown on to them: «استقبله», «التقته», «يرأسها». What follows one is its subject, often a name."""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import gazetteer, given_names, listed, printed_given
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.text import fold_key

Raw = tuple[int, int, str, float]
"""Words [first, last) of a sentence, type, confidence."""
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني")
_WEAK = "اىي"
"""Last letters of a verb that fall before the feminine «ت» and the plural «و»: «التقى», «التقته»."""


@cache
def _forms() -> frozenset[str]:
    """Every folded form of the listed verbs with an object, «و» and «ف» before it or nothing."""
    words = table("ar", "names")
    found: set[str] = set()
    for verb in words["object_verbs"]:
        stem = fold_key(verb)
        short = stem[:-1] if verb[-1] in _WEAK else stem
        # Before a pronoun «ى» is written «ا»: «التقاه».
        long = short + "ا" if short != stem else stem
        found |= {base + o for base in (long, short + "ت", short + "و") for o in _OBJECTS}
    for verb in words["object_verbs_now"]:
        stem = fold_key(verb)
        long = stem[:-1] + "ا" if verb.endswith("ى") else stem
        found |= {p + long + o for p in "يت" for o in _OBJECTS}
    return frozenset(found | {p + f for p in "وف" for f in found})


def takes_object(w: Word) -> bool:
    """True of an Arabic verb with its object: «زاره» as printed, not «وزارة», which folds to the same letters."""
    return w.kind == "word" and not w.text.endswith("ة") and w.key in _forms() and w.text not in printed_given()


def will_do(w: Word) -> bool:
    """Return whether a word is a verb with «س» before it, of what will be done: «سيزور», «ستستقبل»; no «سيرغي», no «ستيفن»."""
    key = w.key
    if key[:2] not in ("سي", "ست") or len(key) < 5 or key in gazetteer().people or key in given_names():
        return False
    return bands("ar").get(key[1:], 9) < 5


def _opens_with_will(words: list[Word], i: int, b: int) -> bool:
    """True of what may be such a verb where a sentence opens and a word of descent follows: «*سيرث* ولد اباه»."""
    key, opens = words[i].key, i == 0 or words[i - 1].kind == "mark"
    known = key in gazetteer().people or key in given_names()
    return opens and i + 1 < b and words[i + 1].key in listed("ar", "descent") and key[:2] in _WILL and not known


_WILL = ("سي", "ست")


def without_verbs(words: list[Word], a: int, b: int) -> tuple[int, int]:
    """The name without a verb before it: «بن حمودة» of «استقبله بن حمودة»; empty when nothing of a name is left."""
    cut = a + _asks(words, a, b)
    while cut < b and (takes_object(words[cut]) or will_do(words[cut]) or _opens_with_will(words, cut, b)):
        cut += 1
    if cut > a and cut < b and (words[cut].kind != "word" or words[cut].key in listed("ar", "never")):
        return b, b
    return cut, b


def _asks(words: list[Word], a: int, b: int) -> bool:
    """True of «طالب» that opens a clause and says what somebody asks for: «و*طالب* العزوزي محامي الضحايا *ب*تعويض», not «طالب الرفاعي»."""
    at = a - (a > 0 and words[a - 1].key == "و")
    if words[a].key != "طالب" or b - a < 2 or not (at == 0 or words[at - 1].kind == "mark"):
        return False
    for i in range(a + 2, min(len(words) - 1, a + ASKED)):
        w = words[i]
        if w.kind == "mark":
            return False
        if w.kind == "particle" and w.key == "ب":
            return True
        if w.key.startswith("ب") and w.kind == "word" and w.key[1:] in gazetteer().plain["ar"]:
            return True
    return False


ASKED = 8
"""Words among which what is asked for stands behind who asks."""


def verbs_apart(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names without verbs before them, and without those that nothing is left of («وزاره في مكتبه»)."""
    if language != "ar":
        return raw
    cut = [(*without_verbs(words, a, b), kind, score) for a, b, kind, score in raw]
    return [r for r in cut if r[0] < r[1]]
