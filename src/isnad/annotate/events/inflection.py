"""The forms of verbs and nouns, from the tables of each language's grammar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from isnad.languages import table
from isnad.text import fold_key, fold_keys

TENSES = ("present", "past", "imperfect", "future", "conditional", "participle", "gerund", "infinitive", "subjunctive")
_PRESENT_PERSONS = "يت"
"""How the third person of an Arabic present begins; the press addresses nobody, so that «ترقوا» is the past of another verb."""
_OWNERS = ("ه", "ها", "هم", "هما", "هن", "نا")
# Not «ي»: what ends in it is nearly always the adjective («الاجتماعي», «هجومي»), seldom "my" or a dual before its owner.


@lru_cache(maxsize=16384)
def key_of(language: str, text: str) -> str:
    """Return what a word is looked up by: folded in Arabic; elsewhere only without case, for accents tell forms apart."""
    return fold_key(text) if language == "ar" else _lower(text)


def _keys(language: str, forms: Sequence[str]) -> list[str]:
    """The keys of many forms, none of them remembered: page upon page has few of all a lexicon has."""
    return fold_keys(forms) if language == "ar" else list(map(_lower, forms))


def _lower(text: str) -> str:
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFC", text.replace("’", "'").replace("ʼ", "'").casefold())


@cache
def verb_forms(language: str, lemma: str) -> Mapping[str, frozenset[str]]:
    """Return the forms of a verb as keys, each with its possible tenses; those of every trigger are kept.

    ``lemma`` is the infinitive, without reflexive pronoun; in Arabic past, present and, where the press uses it, the
    participle that says of a noun that it was done ("الموقعة"), joined by strokes.
    """
    return forms_once(language, lemma)


def forms_once(language: str, lemma: str) -> Mapping[str, frozenset[str]]:
    """Return the same and keep nothing: for verbs that are asked about once."""
    grammar = table(language, "grammar")
    found: dict[str, frozenset[str]] = {}
    pairs = _arabic_verb(lemma, grammar) if grammar["verb_first"] else _by_ending(lemma, grammar)
    for (tense, _), key in zip(pairs, _keys(language, [form for _, form in pairs]), strict=True):
        found[key] = _with(found.get(key, _NO_TENSE), tense)
    for form in grammar.get("homographs", {}).get(lemma, ()):
        found.pop(key_of(language, form), None)
    return found


_NO_TENSE: frozenset[str] = frozenset()


@cache
def _with(tenses: frozenset[str], tense: str) -> frozenset[str]:
    """The tenses and one more: all verbs have the same few sets, kept once."""
    return tenses | {tense}


def _by_ending(lemma: str, grammar: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Forms by the longest known ending; a verb with its own table takes all of them from there."""
    found = _listed(lemma, grammar)
    made = grammar.get("subjunctive", {})
    # Spanish makes its past subjunctive from the plural of the past, without exception: "expulsaron", "expulsaran".
    return found + [
        ("subjunctive", form.removesuffix(end) + s)
        for tense, form in found
        if tense == "past"
        for end, ends in made.items()
        if form.endswith(end)
        for s in ends
    ]


def _listed(lemma: str, grammar: Mapping[str, Any]) -> list[tuple[str, str]]:
    own = grammar["irregular"].get(lemma)
    if own is not None:
        return [(t, f) for t, forms in own.items() for f in forms]
    endings = [e for e in grammar["conjugation"] if lemma.endswith(e)]
    if not endings:
        return [("infinitive", lemma)]
    ending = max(endings, key=len)
    stem = lemma[: len(lemma) - len(ending)]
    doubled = "doubles" in grammar and re.fullmatch(grammar["doubles"], lemma) is not None
    forms = grammar["conjugation"][ending].items()
    return [(t, stem + (lemma[-1] if doubled and s[:1] in _VOWELS else "") + s) for t, ss in forms for s in ss]


_VOWELS = ("a", "e", "i")
"""What an ending begins with that doubles the consonant before it: "slam*m*ed"."""


def _arabic_verb(lemma: str, grammar: Mapping[str, Any]) -> list[tuple[str, str]]:
    past, *others = lemma.split("/")
    rules = grammar["conjugation"]
    found = [("past", f) for f in _with_endings(past, rules["past"])]
    if not others:
        return found  # a passive whose present is written like the active («اغتيل»), or one form alone
    present, *participles = others
    for form in _with_endings(present, rules["present"]):
        second = form not in (present, present + "ا") and form.endswith(("ون", "وا"))
        for person in _PRESENT_PERSONS[:1] if second else _PRESENT_PERSONS:
            found.append(("present", person + form[1:]))
            found.append(("future", "س" + person + form[1:]))
            found.append(("purpose", "ل" + person + form[1:]))
    for participle in participles:
        found += [("participle", participle + s) for s in rules["participle"][""]]
    return found


def _with_endings(stem: str, rules: Mapping[str, list[str]]) -> list[str]:
    ending = max((e for e in rules if stem.endswith(e)), key=len)
    return [stem[: len(stem) - len(ending)] + s for s in rules[ending]]


@cache
def noun_forms(language: str, noun: str) -> frozenset[str]:
    """Return the forms of one noun as keys: plurals of the Latin scripts, Arabic owners' suffixes and regular plurals."""
    if language == "ar":
        return frozenset(fold_keys([*_arabic_noun(noun)]))
    forms = {noun, noun + "s"}
    if noun.endswith("y"):
        forms.add(noun[:-1] + "ies")
    if noun.endswith(("s", "x", "z", "h", "n", "d", "l", "r")):
        forms.add(noun + "es")
    if noun.endswith(("au", "eu")):
        forms.add(noun + "x")
    if noun.endswith("al"):
        forms.add(noun[:-2] + "aux")
    if noun.endswith(("ón", "án")):
        forms |= {noun[:-2] + "ones", noun[:-2] + "anes"}
    return frozenset(map(_lower, forms))


def _arabic_noun(noun: str) -> set[str]:
    forms = {noun}
    if noun.endswith("ة"):
        stem = noun[:-1]
        forms |= {stem + "ات", stem + "تين", stem + "تان", stem + "تي", *(stem + "ت" + o for o in _OWNERS)}
        forms |= {stem + "ات" + o for o in _OWNERS}
    else:
        forms |= {noun + "ا", noun + "ين", noun + "ان", *(noun + o for o in _OWNERS)}
        if noun.endswith("اء"):
            forms |= {noun[:-1] + "ئ" + o for o in _OWNERS} | {noun + "ات", noun[:-1] + "ؤه", noun[:-1] + "ؤها"}
        if not noun.endswith("ات"):
            forms.add(noun + "ات")
    return forms
