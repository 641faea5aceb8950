"""One sentence as words with their folded keys, and what stands where in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from isnad.annotate.agreements.lexicon import Keys, Lexicon, Phrases, Stem, lexicon
from isnad.model import Citation, Reading, Span
from isnad.text import Token, tokens

TAIL = 24
"""Words at a sentence's end among which it says who tells it."""
DATELINE = 14
"""Words at a sentence's head among which a dateline ends."""
_DATELINE = frozenset({"/", "-", "–", "—", ".-"})


class Wording:
    """One sentence as words with their folded keys."""

    def __init__(self, reading: Reading, sentence: Span, like: Wording | None = None) -> None:
        self.reading, self.sentence = reading, sentence
        self.words: Lexicon = lexicon(reading.article.language)
        text = reading.article.text
        # ``like`` is the same sentence of a reading that has fewer mentions.
        self.found: list[Token] = like.found if like else tokens(text, sentence.start, sentence.end)
        self.keys: list[str] = like.keys if like else [t.key or t.text for t in self.found]

    def __len__(self) -> int:
        return len(self.found)

    def span(self, first: int, end: int) -> Span:
        """Return the characters of some words."""
        return Span(self.found[first].start, self.found[end - 1].end)

    def cite(self, i: int) -> Citation:
        """Return the citation of a word."""
        return self.span(i, i + 1).cite(self.reading.article.id)

    def index(self, offset: int) -> int:
        """Return the first word that begins at an offset or after it."""
        return next((i for i, t in enumerate(self.found) if t.end > offset), len(self.found))

    def stem(self, i: int, among: Phrases | dict[str, list[tuple[Keys, str]]]) -> Stem | None:
        """Return the form of a word under which it stands in a table, or ``None``."""
        return next((s for s in self.words.stems(self.keys[i]) if s.key in among), None)

    def follows(self, i: int, rest: Sequence[str]) -> bool:
        """True when words stand at a place, Arabic ones with or without their article."""
        if i + len(rest) > len(self.keys):
            return False
        short = {} if self.words.arabic else self.words.contracted
        return all(
            (key := self.keys[i + j]) == w or short.get(key) == w or (self.words.arabic and key == "ال" + w)
            for j, w in enumerate(rest)
        )

    def at(self, i: int, among: Phrases) -> int:
        """Return how many words of the longest phrase stand at a place; 0 for none. Arabic «و» before it is ignored."""
        if i >= len(self.keys):
            return 0
        for stem in self.words.stems(self.keys[i]):
            if stem.preposition or stem.definite:
                continue
            for phrase in among.get(stem.key, ()):
                if self.follows(i + 1, phrase[1:]):
                    return len(phrase)
        return 0

    def somebody(self, i: int) -> bool:
        """True of a word inside a person's name of several words: «صادق الردفاني» ratifies nothing."""
        at = self.found[i].start
        return any(m.kind == "person" and m.start <= at < m.end and " " in m.text for m in self.reading.mentions)

    def behind_dateline(self) -> int:
        """Return the word behind a dateline that opens the sentence ("Bogotá, 16 October (ANS) -", «بوغوتا في 16 أكتوبر / سنيار /»), else 0."""
        text = self.reading.article.text
        marks = (
            i for i, t in enumerate(self.found[:DATELINE])
            if t.text in _DATELINE and (text[t.end : t.end + 1].isspace() or text[t.start - 1 : t.start] == ")")
        )  # fmt: skip
        return max(marks, default=-1) + 1

    @cached_property
    def tail(self) -> int:
        """Where an English sentence ends in who tells it (", the foreign ministry said in a statement"), else its length."""
        words, keys = self.words, self.keys
        for i in range(len(self) - 2, max(3, len(self) - TAIL), -1) if words.tellers else ():
            if keys[i] != ",":
                continue
            verb = next((j for j in range(i + 2, min(len(self), i + 10)) if keys[j] in words.tellers), None)
            small = words.relative | words.prepositions - words.of
            if verb is not None and not any(
                keys[j] in small or keys[j] in words.verbs or keys[j] == "," for j in range(i + 1, verb)
            ):
                after = verb + 1
                if (
                    after == len(self)
                    or self.found[after].kind != "word"
                    or keys[after] in words.prepositions
                    or self._timed(after)
                ):
                    return i
        return len(self)

    def _timed(self, i: int) -> bool:
        at = self.found[i].start
        return any(t.start <= at < t.end for t in self.reading.times)

    def parts(self, i: int) -> bool:
        """True of a dash, and of a conjunction, that parts two clauses: neither the hyphen of "Anti-Atlas" nor the "que" of a relative."""
        if self.keys[i] == "-":
            at, text = self.found[i], self.reading.article.text
            return text[at.start - 1 : at.start].isspace() or text[at.end : at.end + 1].isspace()
        return i == 0 or self.keys[i - 1] != ","
