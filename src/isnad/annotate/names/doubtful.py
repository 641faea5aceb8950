"""What stands where names stand and is none: a verb that opens a quotation, «مسقط رأسه», an adjective of nationality, "MPs".

The lists are in ``names.toml`` under ``no_names``, ``idioms`` (phrases that begin with a town's name) and ``common_towns`` (words of the
language first, towns second).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.told import is_kin
from isnad.annotate.names.words import Word
from isnad.annotate.quotations.lexicon import speech
from isnad.languages import table
from isnad.languages.calendar import names as calendar_names
from isnad.languages.meanings import bare, place_kind
from isnad.text import fold_key

SURE = 0.9
"""Score from which a common word is believed to be a town."""
_SEVERAL = regex.compile(r"\p{Lu}{2,4}s")
_OPENING = frozenset("«“\"‘'¿¡—–-•([…")


def no_names(rows: Sequence[list[Word]], raws: Sequence[list[Raw]], language: str) -> list[list[Raw]]:
    """Return the names of a page without what is none."""
    inside = _inside(rows, raws)
    out = []
    for words, raw in zip(rows, raws, strict=True):
        kept = without_nonames(words, raw, language)
        if language != "ar":
            kept = [r for r in kept if not _opens_only(words, r, inside, language)]
        out.append(kept)
    return out


def without_nonames(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence without those of one word that their own letters or the word behind them give away."""
    return [r for r in raw if not _none(words, r, language)]


def _none(words: list[Word], r: Raw, language: str) -> bool:
    """True of a name of one word that its own letters or the word behind it give away."""
    a, b, kind, score = r
    if b - a == 2 and words[b - 1].kind == "number" and words[a].key.rstrip(".") in _months(language):
        return True  # "Mar 6"
    if language == "ar" and kind == "PER" and b - a == 2 and words[a].key in _NATIVES and _home(words[a + 1]):
        return True  # «*ابن المدينة*», «*بنت غريان*»
    if b - a > 1 or kind == "MISC":
        return False
    w = words[a]
    joined = (
        words[a - 1].key + w.key if a and words[a - 1].kind == "particle" and words[a - 1].end == w.start else w.key
    )
    if not listed(language, "no_names").isdisjoint((w.key, joined)) or (
        _SEVERAL.fullmatch(w.text) and w.key not in gazetteer().places
    ):
        return True
    if w.key in calendar_names(language, "months") and kind != "PER":
        return True
    if language != "ar":
        return kind in ("ORG", "LOC") and w.key in demonyms(language) and w.key not in gazetteer().places
    if kind == "PER":
        return _plural(w)
    if any(tuple(x.key for x in words[a : a + len(p)]) == p for p in _idioms(language).get(w.key, ())):
        return True
    if w.text.endswith(("ًا", "اً")) or is_kin(w):
        return True
    led = words[a - 1].key if a else ""
    office = bare(w.key) in office_words("ar") or bare(w.key).removesuffix("ه") in office_words("ar")
    if office and led not in listed(language, "districts"):
        return True  # «سفيرة تونس»
    if w.key in listed(language, "common_towns"):
        return score < SURE and led not in listed(language, "districts")
    # «صحيفة كينية», «لولاية بوليفية»: an adjective without the article names nothing.
    return w.key in demonyms(language) and w.key not in gazetteer().places and not w.key.startswith("ال")


_NATIVES = frozenset({"ابن", "بنت", "ابنه", "ابناء", "بنات"})
"""Whose child somebody is said to be who is of a town, a people, a party."""


def _home(w: Word) -> bool:
    """True of where or of what somebody is: «المدينة», «البلد», «الحزب», «غريان», no father's name."""
    if w.key in given_names() or w.key in gazetteer().given:
        return False
    town = w.key in gazetteer().places and w.key not in gazetteer().people
    return town or (w.key.startswith("ال") and (place_kind(w.key) is not None or w.key in _HOME))


_HOME = frozenset(
    "البلد البلاد المنطقه الحي الدوار الجهه الولايه الاقليم العم الخال العمه الخاله الحزب النادي الفريق الشعب الوطن القبيله العائله العايله "
    "العاءله الجبل الصحراء البحر الشارع الريف الباديه الساحل الجنوب الشمال الشرق الغرب المخيم المدرسه الحركه الثوره السلطه الشهيد الرئيس".split()
)


@cache
def _months(language: str) -> frozenset[str]:
    """Months and their first three letters: "Mar 6", "Sept 12"."""
    whole = frozenset(calendar_names(language, "months"))
    return whole if language == "ar" else frozenset({*whole, *(m[:3] for m in whole), *(m[:4] for m in whole)})


def _plural(w: Word) -> bool:
    """True of the Arabic plural of an adjective of relation: «قانونيون» are jurists, «الشيليون» a people, not one called so."""
    plain, stem = gazetteer().plain["ar"], w.key[:-2]
    relation = w.key.endswith(("يون", "يين")) and len(stem) > 3
    return relation and (w.key.startswith("ال") or not plain.isdisjoint({stem, stem + "ه", "ال" + stem}))


@cache
def _idioms(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(language, "names")["idioms"]:
        parts = tuple(map(fold_key, phrase.split()))
        found.setdefault(parts[0], []).append(parts)
    return {k: tuple(v) for k, v in found.items()}


def _inside(rows: Sequence[list[Word]], raws: Sequence[list[Raw]]) -> frozenset[str]:
    """Words that names of the page hold elsewhere than at the head of a sentence, a line or a quotation."""
    return frozenset(_held(rows, raws))


def _held(rows: Sequence[list[Word]], raws: Sequence[list[Raw]]) -> Iterator[str]:
    for words, raw in zip(rows, raws, strict=True):
        for a, b, _, _ in raw:
            if b - a > 1 or not _heads(words, a):
                yield from (w.key for w in words[a:b])


def _heads(words: list[Word], a: int) -> bool:
    return a == 0 or words[a - 1].text in _OPENING or words[a - 1].text in ".:;!?"


def _opens_only(words: list[Word], r: Raw, inside: frozenset[str], language: str) -> bool:
    """True of one word called a person that only opens sentences, is in no list of names, and that nothing shows to be one."""
    a, b, kind, _ = r
    w = words[a]
    if a > 1 and words[a - 1].text == "." and words[a - 2].key in listed(language, "persons_titles"):
        return False  # « *M. Sy* est content »
    if kind != "PER" or b - a > 1 or not _heads(words, a) or not upper(w) or w.key in inside:
        return False
    known = gazetteer()
    behind = words[b].key if b < len(words) else ""
    if w.key in known.people or w.key in known.family or w.key in given_names():
        return w.key in known.plain[language] and _goes_on(words, b, language)
    return behind not in _sayings(language) and behind not in ("a", "s") and not (behind and words[b].text in ",(")


def _goes_on(words: list[Word], b: int, language: str) -> bool:
    """True where a common word that is a given name too is read on as one: "*Mark* my words", « *Pierre* angulaire », "*Consuelo* para nadie"."""
    if b >= len(words) or words[b].kind != "word" or not words[b].text.islower():
        return False
    key, lexicon = words[b].key, speech(language)
    if key in _sayings(language) or (lexicon and key in lexicon.auxiliaries) or key in _SUBJECTS:
        return False
    return key in _ON[language] or (language != "en" and key in gazetteer().plain[language] and key.endswith(_NOUNS))


_SUBJECTS = frozenset(
    "a n ne se s y lo la le les me que qui quien who and et es est was is has had ha had had will would can".split()
)
"""What follows a name that is a subject."""
_ON = {
    "en": frozenset(
        "my your his her its our their the these those this that some any every no to of for in on at with out up down by as words".split()
    ),
    "fr": frozenset("de du des d pour contre sur dans par sans aux au".split()),
    "es": frozenset("de del para por contra sobre en sin al entre".split()),
}
"""What goes on behind a verb or a noun, and hardly behind somebody's first name that opens a sentence."""
_NOUNS = (
    "aire",
    "aires",
    "ée",
    "ees",
    "ite",
    "ion",
    "eur",
    "ale",
    "aux",
    "ante",
    "ada",
    "ado",
    "adas",
    "ados",
    "oso",
    "osa",
    "ico",
    "ica",
    "ique",
)


@cache
def _sayings(language: str) -> frozenset[str]:
    """Finite verbs of saying of one word."""
    lexicon = speech(language)
    rows = lexicon.cues.items() if lexicon else ()
    return frozenset(fold_key(w) for w, row in rows if any(len(e.words) == 1 and e.form == "finite" for e in row))


__all__ = ["no_names", "without_nonames"]
