"""What somebody denies: "denied *any leak*", « dément *avoir facturé* la mission », «نفى الوزير *توقف* الأشغال»."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.grammar import Grammar, Phrases
from isnad.annotate.events.inflection import forms_once, noun_forms
from isnad.annotate.events.items import Item
from isnad.annotate.events.phrases import Layout
from isnad.languages import table
from isnad.languages.keeping import kept

REACH = 18
"""Items before a noun within which the word stands that denies it."""


def told_denied(found: Sequence[Candidate], layout: Layout, grammar: Grammar) -> list[Candidate]:
    """Return the candidates of a sentence, a denial among them with the kind of what it denies.

    "The institute denied having *billed* the mission" denies a payment; what has no word that says its kind is a claim. A denial that
    only points back ("denied it", "denied any link") denies nothing beside it.
    """
    made = list(found)
    for n, c in enumerate(made):
        if c.mention.kind != _REFUSAL or c.mention.status != "happened" or c.part == "title":
            continue
        at = next((i for i, item in enumerate(layout.items) if item.start == c.mention.trigger.start), -1)
        kind = _kind(layout, at, grammar) if at >= 0 else ""
        if kind:
            beside = [o for o in found if o.mention.status == "denied" and o.mention.kind != _REFUSAL]
            full = next((o.mention.kind for o in beside if not o.bare), "")
            named = kind if kind != UNNAMED else next((o.mention.kind for o in beside), kind)
            told = full or named
            bare = {"date": None} if c.bare else {}  # a denial of nobody's gives its day to nothing that follows
            mention = replace(c.mention, denies=told, **bare)
            made[n] = replace(c, mention=mention, bare=False, lone=c.lone or c.bare, also=c.also or c.bare)
    return made


def _kind(layout: Layout, at: int, grammar: Grammar) -> str:
    """The kind of what the denial at an item denies; empty for what is no denial of something told beside it."""
    items, words = layout.items, grammar.words
    if at and words["reflexive"].at(items, at - 1) and words["denial"].at(items, at - 1) is None:
        return ""  # "se negó a recibir": a refusal
    begins = range(max(0, at - 1), min(len(items), at + 3))
    over = next((i + hit[1] for i in begins if (hit := words["denial"].at(items, i))), None)
    if over is None:
        return ""
    told = _told(grammar.language)
    opened = False
    for j in range(over, min(len(items), over + REACH)):
        item = items[j]
        if words["ties"].at(items, j):
            return ""
        if words["affirm"].at(items, j) or (item.kind == "mark" and item.key in _STOPS):
            break
        opened = opened or bool(words["complement"].at(items, j))
        articled = grammar.compounds and j > over and bool(words["articles"].at(items, j - 1))
        kind = told.at(items, j, noun=articled)  # "denies *the charges*" bills nobody
        if kind and not (item.kind == "word" and words["rumours"].at(items, j)):
            return kind
    return UNNAMED if opened else ""


class _Told:
    """The words that say the kind of what is denied: single ones by key, and a few of two or more words."""

    def __init__(self, language: str) -> None:
        said = table(language, "events")["denied"]
        nouns = [(w, k) for k, ws in said["nouns"].items() for w in ws]
        self._phrases = Phrases(language, (row for row in nouns if " " in row[0]))
        self._kinds: dict[str, str] = {}
        self._nouns: dict[str, str] = {}
        for k, verbs in said["verbs"].items():
            for v in verbs:
                self._kinds.update(dict.fromkeys(forms_once(language, v), k))
        for noun, k in nouns:
            if " " not in noun:
                self._nouns.update(dict.fromkeys(noun_forms(language, noun), k))
        self._kinds.update(self._nouns)

    def at(self, items: Sequence[Item], j: int, *, noun: bool = False) -> str:
        """Return the kind that a word or phrase at an item says, empty when it says none; ``noun`` where only a noun may stand."""
        if items[j].kind != "word":
            return ""
        phrase = self._phrases.at(items, j)
        kinds = self._nouns if noun else self._kinds
        return phrase[0] if phrase else next((kinds[k] for k in items[j].keys if k in kinds), "")


@kept
def _told(language: str) -> _Told:
    return _Told(language)


_REFUSAL = "rejection"
"""The kind of a denial."""
UNNAMED = "accusation"
"""The kind of what is denied that no word says more of."""
_STOPS = frozenset(".؛;:!?؟")
"""Marks that end what is denied."""
