"""The grammar at work: words to classes, classes to matches, matches to days on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import regex
from msgspec import Struct

from isnad.annotate.times import (
    grammar_bare,
    grammar_calendar,
    grammar_counted,
    grammar_days,
    grammar_spans,
    grammar_turns,
    grammar_weekdays,
)
from isnad.annotate.times.joins import Part, joined
from isnad.annotate.times.lexer import ANCHORS, ARTICLES, COUNTED, Lexicon, Word, lexicon
from isnad.annotate.times.rules import Got, Meant, Needed, Rule, When, expand
from isnad.annotate.times.words import words_of_time
from isnad.languages.keeping import kept
from isnad.text import fold_key, tokens

_RULES: tuple[Rule, ...] = (
    *grammar_turns.RULES,
    *grammar_bare.RULES,
    *grammar_days.RULES,
    *grammar_weekdays.RULES,
    *grammar_calendar.RULES,
    *grammar_spans.RULES,
    *grammar_counted.RULES,
)
_LEADING = frozenset("PaosubkqFrvU=_',-(/")
"""Prepositions, articles and marks that a match may begin with and that are no part of the expression."""
_PRIVATE = 0xE000


class Grammar:
    """The rules of one language, compiled over characters that stand for sets of classes."""

    def __init__(self, language: str) -> None:
        self.lexicon: Lexicon = lexicon(language)
        self.codes: dict[frozenset[str], str] = {}
        sets: dict[str, str] = {}
        for classes in self._combinations():
            code = chr(_PRIVATE + len(self.codes)) if len(classes) > 1 else next(iter(classes))
            self.codes[classes] = code
            for c in classes:
                sets[c] = sets.get(c, c if len(classes) == 1 else "") + (code if len(classes) > 1 else "")
        for c in set(sets):
            if c not in sets[c]:
                sets[c] += c
        self.rules = [
            (rule, regex.compile(expand(rule.pattern, sets)))
            for rule in _RULES
            if rule.flag is None or getattr(self.lexicon, rule.flag)
        ]
        self.alone = {next(iter(classes)): code for classes, code in self.codes.items() if len(classes) == 1}
        self.leading = frozenset(code for classes, code in self.codes.items() if not classes - _LEADING)
        self.anchors, self.articles, self.counted = (
            frozenset(code for classes, code in self.codes.items() if classes & of)
            for of in (ANCHORS, ARTICLES, COUNTED)
        )

    def _combinations(self) -> list[frozenset[str]]:
        """Every set of classes that one word of the language may have."""
        known = self.lexicon
        sets = {frozenset("n1"), frozenset("nO")}
        for phrases in known.entries.values():
            sets.update(frozenset(c for c in classes if len(c) == 1) for classes in phrases.values())
        for word in [*known.entries, *(f"ال{w}" for w in known.entries if known.arabic), *known.exact]:
            found = tokens(word)
            hit = known.at(found[:1], [found[0].text], 0) if found else None
            if hit is not None:
                sets.add(frozenset(c for c in hit[1] if len(c) == 1))
        single = {frozenset(c) for s in sets for c in s} | {frozenset(c) for c in ".|,-/()nNYXBcO1E!%;"}
        return sorted(sets | single, key=lambda s: (len(s), sorted(s)))

    def code(self, word: Word) -> str:
        """Return the character for the classes of a word."""
        if len(word.classes) == 1:
            (only,) = word.classes
            if len(only) == 1:
                return self.alone.get(only, only)
        classes = frozenset(c for c in word.classes if len(c) == 1)
        return self.codes.get(classes) or next(iter(word.classes))

    @lru_cache(maxsize=4096)  # noqa: B019  # one grammar a language, kept for the run
    def matches(self, codes: str) -> tuple[tuple[Rule, regex.Match[str]], ...]:
        """Return every match of every rule in a stretch, the earliest and longest first."""
        found: list[tuple[int, int, int, Rule, regex.Match[str]]] = []
        for n, (rule, pattern) in enumerate(self.rules):
            for m in pattern.finditer(codes):
                first, last = m.span()
                while first < last and codes[first] in self.leading:
                    first += 1
                if first < last:
                    found.append((first, -last, n, rule, m))
        found.sort(key=lambda f: f[:3])
        return tuple((f[3], f[4]) for f in found)


@kept
def grammar(language: str) -> Grammar:
    """Return a language's grammar."""
    return Grammar(language)


class Hit(Struct, frozen=True):
    """One match: its words' range in the text, the word before it, and what it means given what it counts from.

    ``past`` says that the word before it leads from the past alone: "since", «منذ».
    """

    start: int
    end: int
    rule: str
    read: Callable[[When], Meant | None]
    before: str
    aged: bool = False
    past: bool = False


def find(text: str, start: int, end: int, language: str, probe: Callable[[int], When]) -> list[Hit]:
    """Return what says when in a range, in order and disjoint.

    ``probe`` gives, for an offset, something to count from, so that a rule may say that its words mean nothing.
    """
    known = grammar(language)
    words = words_of_time(text, start, end, language)
    codes = "".join(map(known.code, words))
    hits: list[Hit] = []
    for low, high in _islands(codes, known):
        # The word behind is seen, so that a rule may ask what follows, and never matched.
        hits += _in_island(known, words[low:high], codes[low : high + 1], text, probe, words[max(0, low - 3) : low])
    if known.lexicon.general:
        hits = [h for h in hits if not _of_office(text, h, known.lexicon.general)]
    if any(h.rule in _BARE for h in hits) and known.lexicon.no_day:
        said = {t.key for t in tokens(text, start, end)}
        if not known.lexicon.no_day.isdisjoint(said):
            hits = [h for h in hits if h.rule not in _BARE]
    return hits


def _of_office(text: str, hit: Hit, offices: frozenset[str]) -> bool:
    """True for «العام السابق» of «المدير العام السابق»: the director is general, and no year is told."""
    before = text[max(0, hit.start - OFFICE) : hit.start].split()
    return bool(before) and text.startswith("العام", hit.start) and fold_key(before[-1]) in offices


OFFICE = 24
"""Characters before a match in which the word before it stands."""
_BARE = ("bare day", "bare days")
_ISLAND = regex.compile(r"[^.|!%]+")


def _islands(codes: str, known: Grammar) -> list[tuple[int, int]]:
    """Runs of words that all say something, with at least one that says a time, or "the" and a number."""
    found = []
    for m in _ISLAND.finditer(codes):
        said = m.group()
        if not known.anchors.isdisjoint(said) or not (
            known.articles.isdisjoint(said) or known.counted.isdisjoint(said)
        ):
            found.append(m.span())
    return found


def _in_island(
    known: Grammar, words: Sequence[Word], codes: str, text: str, probe: Callable[[int], When], before: Sequence[Word]
) -> list[Hit]:
    parts: list[Part] = []
    taken = 0
    for rule, m in known.matches(codes):
        if m.start() < taken:
            continue
        got = Got(m, words, known.lexicon.bare_one)
        first, last = _trimmed(m.start(), m.end(), words)
        if first >= last:
            continue
        read = _reader(rule, got)
        try:
            meant = read(probe(words[first].start))
        except Needed:
            meant = Meant(None)
        if meant is None:
            continue
        parts.append(Part(first, last, m.start(), rule.name, got, read))
        taken = m.end()
    return [_hit(part, words, text, before, known.lexicon) for part in joined(parts, words, probe)]


def _hit(part: Part, words: Sequence[Word], text: str, before: Sequence[Word], lexicon: Lexicon) -> Hit:
    """A part as a match in the text, with the word before it that bounds it and whether it tells an age."""
    said = [*before, *words[: part.begin]]
    while len(said) > 1 and not set(said[-1].classes) - _SMALL:
        said.pop()  # "avant *le* 1er octobre", "antes *del* lunes"
    prior = said[-1] if said else None
    cue = next((k for k, c in _BOUNDS if prior is not None and c in prior.classes), "")
    own = part.low + (part.rule != "ago")  # «منذ يناير», but not «منذ يومين»
    lead = next((k for w in words[part.begin : own] for k, c in _BOUNDS if c in w.classes), "")
    aged = any(text[w.start : w.end].casefold() in lexicon.age for w in [*before, *words[: part.begin]][-3:])
    return Hit(
        words[part.low].start,
        words[part.high - 1].end,
        part.rule,
        part.read,
        lead or cue,
        aged,
        _only_past(part, prior, words, text, lexicon),
    )


def _only_past(part: Part, prior: Word | None, words: Sequence[Word], text: str, lexicon: Lexicon) -> bool:
    """True when a word that leads from the past alone stands before a match or begins it."""
    cues = (prior, *words[part.begin : part.low + 1])
    return any(w is not None and fold_key(text[w.start : w.end]) in lexicon.since_past for w in cues)


_SMALL = frozenset("oFPaD=_")
"""Classes of articles and prepositions between a bound and what it bounds."""


_BOUNDS = (("since", "s"), ("until", "u"), ("before", "b"), ("after", "k"), ("about", "q"))


def _reader(rule: Rule, got: Got) -> Callable[[When], Meant | None]:
    def read(when: When) -> Meant | None:
        try:
            return rule.build(got, when)
        except (ValueError, OverflowError):
            return None

    return read


def _trimmed(first: int, last: int, words: Sequence[Word]) -> tuple[int, int]:
    """The match without the prepositions and articles it begins with, and without marks at its ends."""
    while first < last and not set(words[first].classes) - _LEADING - {"dual"}:
        first += 1
    while last > first and not set(words[last - 1].classes) - set(",-(/"):
        last -= 1
    return first, last
