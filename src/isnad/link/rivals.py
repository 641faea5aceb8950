"""Numbers that one page sets against each other: "medics say 90, well over the 58 acknowledged by the government".

A page that gives two numbers mostly counts two things. It counts one thing twice when two voices stand for the numbers, close
together, in the same unit and of the same thing, or when its words set the one against the other. A comparison with an earlier year is
no contradiction; neither are the counts of two towns, or a part and its whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from isnad.languages import LANGUAGES, table
from isnad.link.roles import OF, WHO, aside, elided, fit, told_by_class
from isnad.model import FigureMention, Reading
from isnad.text import fold_key, tokens

CLOSE = 2
"""Sentences between the two at the most."""
INSERTED = 12
"""Characters between two commas that part no clause."""
BESIDE = 6
"""Words to each side of a number that say what it is of."""
BOTH = 2
ELIDED = 6
"""Words of a clause that leaves out its verb."""
FAR = 20.0
"""Numbers further apart than this are of different things."""

_ENDS = frozenset(",;:.،؛")
Phrase = tuple[str, ...]


@cache
def _phrases(language: str, key: str) -> tuple[Phrase, ...]:
    """The folded phrases of a language that set a number ``against`` or ``beyond`` another, or by which somebody ``estimates``."""
    return tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in table(language, "numbers")["rivals"][key])


@cache
def _anybody(language: str) -> frozenset[str]:
    """The folded nouns that do not say who is counted."""
    return frozenset(fold_key(w) for w in table(language, "numbers")["rivals"]["anybody"])


class Rivals:
    """Finds the rival figures of one page; ``roles`` say what each figure is of."""

    def __init__(self, reading: Reading, roles: Sequence[str]) -> None:
        self.r, self.roles = reading, roles
        self.figures = reading.numbers
        self.language = reading.article.language

    def pairs(self) -> dict[int, frozenset[int]]:
        """Return the index of a figure → those it is set against, both ways."""
        if self.language not in LANGUAGES:
            return {}
        found: dict[int, set[int]] = {}
        places = [self._sentence(f.start) for f in self.figures]
        for i, a in enumerate(self.figures):
            for j in range(i + 1, min(i + 6, len(self.figures))):
                b = self.figures[j]
                if places[i] is None or places[j] is None:
                    continue
                far = places[j] - places[i] > CLOSE  # type: ignore[operator]
                if self._comparable(i, j) and (self._taken_up(i, j) if far else self._set_against(a, b)):
                    found.setdefault(i, set()).add(j)
                    found.setdefault(j, set()).add(i)
        chain = self._chains()
        kept = {
            i: frozenset(j for j in js if chain[i] == chain[j] or None in (chain[i], chain[j]))
            for i, js in found.items()
        }
        return {i: js for i, js in kept.items() if js}

    def _chains(self) -> list[int | None]:
        """For each figure the one that it answers, or that others answer, by leaving its noun out; two such chains count two things."""
        chain: list[int | None] = [None] * len(self.figures)
        last: int | None = None
        for k, f in enumerate(self.figures):
            if f.unit != "people":
                continue
            if elided(f) and last is not None and _answers(self.figures[last], f):
                chain[last] = chain[last] if chain[last] is not None else last
                chain[k] = chain[last]
            last = k
        return chain

    def _sentence(self, at: int) -> int | None:
        return next((n for n, s in enumerate(self.r.sentences) if s.start <= at < s.end), None)

    def _comparable(self, i: int, j: int) -> bool:
        """One unit, one role (or none said of the second), different numbers not too far apart, no part and whole."""
        a, b = self.figures[i], self.figures[j]
        x, y = _middle(a), _middle(b)
        if a.unit != b.unit or x == y or not x or not y or max(x, y) > FAR * min(x, y):
            return False
        one, other = (self.roles[k].removesuffix(OF) for k in (i, j))
        if aside(one) or aside(other) or (one and other and not fit(one, other) and not _one_noun(a, b, one, other)):
            return False
        if not (one or other) and not _answers(a, b):
            return False
        if any(not self.roles[k] and not self._anybody(self.figures[k]) for k in (i, j)) and not _answers(a, b):
            return False
        return not self._elsewhere(a, b)

    def _anybody(self, f: FigureMention) -> bool:
        """True when a figure does not say itself what it counts; a unit of measure never does."""
        if f.unit != "people":
            return True
        said = fold_key(f.quantity)
        return said in ("", fold_key(f.unit)) or said in _anybody(self.language)

    def _elsewhere(self, a: FigureMention, b: FigureMention) -> bool:
        """True when each of the two has places of its own beside it."""
        x, y = self._places(a), self._places(b)
        return bool(x and y and not x & y)

    def _places(self, f: FigureMention) -> set[str]:
        """The places of a figure's sentence, as far as the next figure of its unit to either side."""
        n = self._sentence(f.start)
        if n is None:
            return set()
        low, high = self.r.sentences[n].start, self.r.sentences[n].end
        like = [g for g in self.figures if g.unit == f.unit and low <= g.start < high]
        low = max([low, *(g.end for g in like if g.start < f.start)])
        high = min([high, *(g.start for g in like if g.start > f.start)])
        near = (m for m in self.r.mentions if m.kind == "place" and low <= m.start < high)
        return {fold_key(self.r.article.text[m.start : m.end]) for m in near}

    def _set_against(self, a: FigureMention, b: FigureMention) -> bool:
        one, other = self.voice(a), self.voice(b)
        one, other = one or (other and self._claimer(a)), other or (one and self._claimer(b))
        if one and other and one != other:
            return True
        n, m = self._sentence(a.start), self._sentence(b.start)
        end = self.r.sentences[m].end if m is not None else b.end
        start = self.r.sentences[m].start if m is not None and m != n else a.end
        first = self.r.sentences[n].start if n is not None else a.start
        said, all_said = self._keys(start, end), self._keys(first, end)
        if _holds(_phrases(self.language, "beyond"), said):
            return _holds(_phrases(self.language, "estimates"), all_said)
        if n == m and self._own_voice(a) and self._like_the_first(a, b):
            return True
        if self._reckoned(a, b, one, other):
            return True
        if one and one == other:
            return False  # one voice that gives two numbers counts two things
        return _holds(_phrases(self.language, "against"), said) and _holds(
            _phrases(self.language, "estimates"), all_said
        )

    def _reckoned(self, a: FigureMention, b: FigureMention, one: str, other: str) -> bool:
        """True when the page gives a number in its own name and somebody puts it at another soon behind or before: "some 4,000 marched …
        The union, which puts them at 15,000". The page must give these two numbers of the thing alone.
        """
        i, j = self.figures.index(a), self.figures.index(b)
        mine = next((f for f, voice in ((b, one), (a, other)) if not voice and self._own_voice(f)), None)
        if mine is None or not (self.roles[i] and self.roles[j]):
            return False
        like = {
            _middle(g) for k, g in enumerate(self.figures) if g.unit == a.unit and fit(self.roles[k], self.roles[i])
        }
        return len(like) == BOTH and _holds(_phrases(self.language, "reckons"), self._own_voice(mine).split())

    def _like_the_first(self, a: FigureMention, b: FigureMention) -> bool:
        """True of "…, Tunisian ones at $30 million" behind "Iraqi officials value it at $75 million": a mark, who, the same small word."""
        n = self._sentence(a.start)
        if n is None:
            return False
        text = self.r.article.text
        before = self._keys(self.r.sentences[n].start, a.start)
        marks = _ends(text, a.end, b.start)
        between = self._keys(marks[-1] + 1, b.start) if marks else []
        return bool(before) and 2 <= len(between) <= ELIDED and between[-1] == before[-1] and len(between[-1]) < 4

    def _taken_up(self, i: int, j: int) -> bool:
        """True when somebody puts a number far behind another to the same thing, of which the page gives these two numbers alone: "the
        supplier puts the value of the contract at €26m", where the page had begun with a contract of 31 millions.
        """
        a, b = self.figures[i], self.figures[j]
        role = self.roles[i]
        same = [k for k, g in enumerate(self.figures) if g.unit == a.unit and self.roles[k] == role]
        if not role or self.roles[j] != role or len({_middle(self.figures[k]) for k in same}) != BOTH:
            return False
        own = self._own_voice(b)
        return bool(own) and own != self._own_voice(a) and bool(self._beside(a) & self._beside(b))

    def _beside(self, f: FigureMention) -> set[str]:
        """The telling words right beside a figure, without an Arabic article, clitic or ending of the accusative."""
        n = self._sentence(f.start)
        if n is None:
            return set()
        sentence = self.r.sentences[n]
        keys = self._keys(sentence.start, f.start)[-BESIDE:] + self._keys(f.end, sentence.end)[:BESIDE]
        if self.language == "ar":
            keys = [_bare(k) for k in keys]
        return {k for k in keys if len(k) > 2 and k.isalpha()} - _dull(self.language)

    def voice(self, f: FigureMention) -> str:
        """Return whose word a figure is: who stands for it in its own clause behind another number ("the police, though, speak of 60"),
        else the speaker of the words it stands in, a credit over it, or who stands for it in its clause; empty: the page's own."""
        own = self._own_voice(f)
        if own and any(
            g.unit == f.unit and self._sentence(g.start) == self._sentence(f.start)
            for g in self.figures
            if g.end <= f.start
        ):
            return own
        for q in self.r.quotations:
            if q.scope.start <= f.start < q.scope.end and q.speaker is not None:
                return fold_key(q.speaker.text)
        for c in self.r.credits:
            if not c.whole and c.scope is not None and c.scope.start <= f.start < c.scope.end:
                return fold_key(c.name)
        return own

    def _own_voice(self, f: FigureMention) -> str:
        """The words of a clause that says who stands for its number ("FONA put the number of troops at 3,000"); empty: nobody.

        The clause ends at marks and at the next number of its unit.
        """
        n = self._sentence(f.start)
        if n is None:
            return ""
        low, high = self.r.sentences[n].start, self.r.sentences[n].end
        like = [g for g in self.figures if g.unit == f.unit and g.span != f.span]
        low = max([low, *(g.end for g in like if low <= g.start < f.start)])
        high = min([high, *(g.start for g in like if f.start < g.start < high)])
        text = self.r.article.text
        low = max([low, *(k + 1 for k in _ends(text, low, f.start))])
        high = min([high, *_ends(text, f.end, high)])
        keys = self._keys(low, f.start) + self._keys(f.end, high)
        stood = any(_holds(_phrases(self.language, k), keys) for k in ("estimates", "reckons"))
        return " ".join(keys) if stood else ""

    def _claimer(self, f: FigureMention) -> str:
        """The words of a sentence that begins by telling who claims it, where its number stands behind a mark and alone of its unit:
        "the Front claimed to have shot down a helicopter, killing eight soldiers"; empty: nobody."""
        n = self._sentence(f.start)
        if n is None:
            return ""
        sentence = self.r.sentences[n]
        if any(
            g.unit == f.unit and g.span != f.span and sentence.start <= g.start < sentence.end for g in self.figures
        ):
            return ""
        keys = self._keys(sentence.start, f.start)
        return " ".join(keys) if _holds(_phrases(self.language, "insists_on"), keys) else ""

    def _keys(self, start: int, end: int) -> list[str]:
        return [fold_key(t.text) for t in tokens(self.r.article.text, start, end)]


def _one_noun(a: FigureMention, b: FigureMention, one: str, other: str) -> bool:
    """True when the same noun is counted, and of one number the page says only who they are ("480 clerks laid off … of 210 clerks")."""
    same = a.unit == b.unit == "people" and fold_key(a.quantity) == fold_key(b.quantity)
    return same and any(r in WHO or told_by_class(r) for r in (one, other))


def _answers(a: FigureMention, b: FigureMention) -> bool:
    """True when a bare number of people counts what the one before it does ("la rebajó a 11.000")."""
    return b.quantity == a.quantity and elided(b)


def _ends(text: str, low: int, high: int) -> list[int]:
    """Where clauses end: at marks, but for two commas around a word or two ("parle, lui, de 710 emplois")."""
    marks = [k for k in range(low, high) if text[k] in _ENDS]
    close = {k for a, b in pairwise(marks) if b - a <= INSERTED and text[a] == text[b] for k in (a, b)}
    return [k for k in marks if k not in close]


@cache
def _dull(language: str) -> frozenset[str]:
    """The words of a language that tell nothing: particles, articles, those by which somebody stands for a number."""
    words = table(language, "numbers")
    phrases = (*words["stop"], *words["definite"], *words["of"], *words["rivals"]["estimates"])
    return frozenset(k for w in phrases for k in (fold_key(t.text) for t in tokens(w)))


def _bare(key: str) -> str:
    for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if key.startswith(clitic) and len(key) - len(clitic) > 2:
            key = key[len(clitic) :]
            break
    return key.removesuffix("ا") if len(key) > 3 else key


def _middle(f: FigureMention) -> float:
    return (f.value[0] + f.value[1]) / 2 if isinstance(f.value, tuple) else float(f.value)


def _holds(phrases: Sequence[Phrase], keys: Sequence[str]) -> bool:
    """True when one of the phrases stands among the words; in Arabic also behind a joined conjunction."""
    text = f" {' '.join(keys)} "
    return any(f" {' '.join(p)} " in text or f" و{' '.join(p)} " in text for p in phrases)
