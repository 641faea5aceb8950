"""Set phrases in which a word that tells events elsewhere tells none: "in the wake of", "went ahead", « au point mort », «قدم طلبا».

What a reporter of a match says of the play is told in the same words as wars, arrests and visits ("shot", "captured", "went
ahead", « attaque », «هجوم»): in a report of a match the sentences that tell the play tell contests and nothing else. And words
for contests that are something else first ("a race to find a head", « une nouvelle étape ») tell one only in such company.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from isnad.annotate.events.grammar import Phrases, bare_verb, words_of
from isnad.annotate.events.inflection import forms_once, key_of
from isnad.annotate.events.items import Item
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.languages.keeping import kept

SUBJECT = 4
"""Items between an Arabic verb and the rest of its phrase: «احتلت *القناة* المركز الثاني»."""
_DAY = 2
"""Times, each with an article or a preposition, between a verb and the rest of its phrase: "on Monday in the morning"."""
MATCH_REPORT = 5
"""Words of play on a page from which it is the report of a match."""


def without_idioms(found: list[list[Hit]], items: Sequence[Item], language: str) -> list[list[Hit]]:
    """Return the triggers of a sentence without those that are words of a set phrase, and adjectives of the noun before them."""
    spans = _covered(items, language) if found else ()
    words, behind = _nouned(language)
    kept = (
        [
            h
            for h in readings
            if not any(_masks(a, b, h, items) for a, b in spans)
            and not (h.trigger.lemma in words and h.trigger.sort == "noun" and _describes(h, items, behind))
        ]
        for readings in found
    )
    return [readings for readings in kept if readings]


def _describes(hit: Hit, items: Sequence[Item], behind: frozenset[str]) -> bool:
    """True of an adjective that no article makes a noun: "las ayudas *municipales*", « l'accord *bilatéral* »."""
    return hit.first > 0 and items[hit.first - 1].kind == "word" and behind.isdisjoint(items[hit.first - 1].keys)


@cache
def _nouned(language: str) -> tuple[frozenset[str], frozenset[str]]:
    said = table(language, "idioms")["nouned"]
    return frozenset(said["words"]), frozenset(key_of(language, w) for w in said["behind"])


def _masks(a: int, b: int, hit: Hit, items: Sequence[Item]) -> bool:
    """True when a set phrase from item ``a`` to ``b`` has a trigger's words: all of them, or one that a gap parts from the rest.

    Of "go on trial" the longer one is meant, not "go on"; of "said he was *no longer* hopeful" nobody "said no". Of a "centro de
    evacuación de damnificados" nobody is evacuated: the phrase begins before the trigger.
    """
    if a <= hit.first and hit.last <= b:
        return b - a > hit.last - hit.first
    if a < hit.first <= b and hit.trigger.sort == "noun":
        return True
    gap = hit.last - hit.first > len(hit.trigger.after)
    if gap and all(any(w in items[k].keys for w in hit.trigger.after) for k in range(a, b + 1)):
        return False  # «نفذ فيهما *حكم الإعدام*»: the phrase is what the trigger asks for
    return gap and (a <= hit.first <= b or a <= hit.last <= b)


def _covered(items: Sequence[Item], language: str) -> list[tuple[int, int]]:
    """The first and the last item of every set phrase of a sentence, in order."""
    phrases, verbs, reach = _idioms(language)
    found, i = list[tuple[int, int]](), 0
    while i < len(items):
        keys = items[i].keys
        hit = None if phrases.firsts.isdisjoint(keys) else phrases.at(items, i)
        if hit is not None:
            found.append((i, i + hit[1] - 1))
            i += hit[1]
            continue
        ends = (_behind(items, i, rest, reach) for key in keys for rest in verbs.get(key, ()))
        found += [(i, end) for end in ends if end]
        i += 1
    return found


def _behind(items: Sequence[Item], i: int, rest: tuple[str, ...], reach: int) -> int:
    """The last item of the rest of a phrase behind its verb, with no more than a day and its subject between them; 0 when it is not there."""
    first = i + 1
    for _ in range(_DAY):  # « a ouvert *mardi* la porte à un débat », "tomó *el lunes* el pulso"
        at = next((n for n in (first, first + 1) if n < len(items) and items[n].kind == "time"), None)
        first = first if at is None or items[first].kind not in ("time", "word") else at + 1
    for j in range(first, min(len(items) - len(rest), first + reach) + 1):
        if items[j - 1].kind == "mark":
            return 0
        if all(word in items[j + n].keys for n, word in enumerate(rest)):
            return j + len(rest) - 1
    return 0


def plays(items: Sequence[Item], language: str) -> int:
    """Return how many words of play a sentence has."""
    phrases = _play(language)
    return sum(not phrases.firsts.isdisjoint(x.keys) and phrases.at(items, i) is not None for i, x in enumerate(items))


def in_company(items: Sequence[Item], language: str) -> bool:
    """Return whether a sentence has a word that speaks of sport or of prizes, whatever else it says."""
    phrases = _company(language)
    return any(not phrases.firsts.isdisjoint(x.keys) and phrases.at(items, i) is not None for i, x in enumerate(items))


def without_loose(found: list[list[Hit]], items: Sequence[Item], language: str) -> list[list[Hit]]:
    """Return the triggers of a page that speaks neither of sport nor of prizes without words that are contests only there.

    Between two, or against somebody, they are contests anywhere.
    """
    loose, beside = _loose(language)
    kept = ([h for h in readings if not _is_loose(h, loose, beside, items)] for readings in found)
    return [readings for readings in kept if readings]


def _is_loose(hit: Hit, loose: frozenset[str], beside: frozenset[str], items: Sequence[Item]) -> bool:
    t = hit.trigger
    if t.kind != "competition" or t.sort != "noun" or t.after or t.lemma not in loose:
        return False
    return hit.last + 1 >= len(items) or beside.isdisjoint(items[hit.last + 1].keys)


@cache
def _loose(language: str) -> tuple[frozenset[str], frozenset[str]]:
    said = table(language, "idioms")["contests"]
    return frozenset(said["loose"]), frozenset(key_of(language, w) for w in said["beside"])


@kept
def _company(language: str) -> Phrases:
    said = table(language, "idioms")
    return Phrases(language, ((word, "sport") for word in (*said["contests"]["company"], *said["play"])))


@kept
def _idioms(language: str) -> tuple[Phrases, Mapping[str, tuple[tuple[str, ...], ...]], int]:
    """A language's set phrases; by each form of a verb what stands behind it in others, and how far behind it may begin.

    All forms of a verb share what stands behind them: written out, the phrases would take tens of megabytes.
    """
    said = table(language, "idioms")
    behind: dict[str, list[tuple[str, ...]]] = {}
    for entry in said["verbs"]:
        head, _, rest = entry.removeprefix("se ").partition(" ")
        behind.setdefault(bare_verb(head, language), []).append(words_of(language, rest))
    by_form: dict[str, tuple[tuple[str, ...], ...]] = {}
    for verb, rests in behind.items():
        shared = tuple(rests)
        for form in forms_once(language, verb):
            by_form[form] = by_form[form] + shared if form in by_form else shared
    reach = SUBJECT if table(language, "grammar")["verb_first"] else 0
    return Phrases(language, ((p, "idiom") for p in said["phrases"])), by_form, reach


@kept
def _play(language: str) -> Phrases:
    return Phrases(language, ((word, "play") for word in table(language, "idioms")["play"]))
