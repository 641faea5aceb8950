"""Numbers that one page sets against each other: "medics say 90, well over the 58 acknowledged by the government".

A page that gives two numbers mostly counts two things. It counts one thing twice when two voices stand for the numbers, close
together, in the same unit and of the same thing, or when its words set the one against the other. A comparison with an earlier year is
no contradiction; neither are the counts of two towns, or a part and its whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise

from isnad.languages import LANGUAGES, table
from isnad.languages.voices import voices
from isnad.link.roles import AGE, BEFALLEN, OF, WHO, WHOLE, aside, elided, elsewhere_alone, fit, told_by_class
from isnad.link.voicing import Voicing, ends, holds, phrases
from isnad.model import FigureMention, Reading
from isnad.text import fold_key, tokens

PART = 6
"""Words before a number among which it is called a part."""
CLOSE = 2
"""Sentences between the two at the most."""
BESIDE = 6
"""Words to each side of a number that say what it is of."""
BOTH = 2
LIKE = 2.0
"""Sums further apart than this, of which no word says what they are of, are two."""
_LENGTHS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
_DISTANCES = frozenset({"km", "miles", "nautical miles"})
ELIDED = 6
"""Words of a clause that leaves out its verb."""
COMPARED = 9
"""Words before a number among which it is said to be greater or less than another."""
ASIDE = 40
"""Characters between two numbers of which the one is set aside for the other."""
WIDE = 5.0
"""Counts of people further apart than this are two, where neither leaves its noun out."""
PRICES = 1.6
"""Sums within this of each other may be one price."""
FAR = 20.0
"""Numbers further apart than this are of different things."""


@cache
def _anybody(language: str) -> frozenset[str]:
    """The folded nouns that do not say who is counted."""
    return frozenset(fold_key(w) for w in table(language, "numbers")["rivals"]["anybody"])


_THE = frozenset({"the", "les", "los", "las"})
_PRONOUNS = frozenset(fold_key(w) for w in "he she they il elle ils elles él ella ellos ellas".split())


class Rivals:
    """Finds the rival figures of one page; ``roles`` say what each figure is of."""

    def __init__(self, reading: Reading, roles: Sequence[str]) -> None:
        self.r, self.figures = reading, reading.numbers
        self.roles = [*roles, *[""] * (len(self.figures) - len(roles))]
        self.language = reading.article.language

    @cached_property
    def said(self) -> Voicing:
        """Who stands for the numbers of the page."""
        return Voicing(self.r)

    def pairs(self) -> dict[int, frozenset[int]]:
        """Return the index of a figure → those it is set against, both ways."""
        if self.language not in LANGUAGES:
            return {}
        found: dict[int, set[int]] = {}
        places = [self.said.sentence(f.start) for f in self.figures]
        for i, a in enumerate(self.figures):
            for j in range(i + 1, min(i + 6, len(self.figures))):
                b = self.figures[j]
                if places[i] is None or places[j] is None:
                    continue
                far = places[j] - places[i] > CLOSE  # type: ignore[operator]
                if self._paired(a, b) or not (self._comparable(i, j) or (far and self._only_things(a, b))):
                    continue
                if self._taken_up(i, j) if far else self._set_against(a, b):
                    found.setdefault(i, set()).add(j)
                    found.setdefault(j, set()).add(i)
        self._compared(found)
        self._like(found)
        chain = self._chains()
        parts = {i for i in found if self.a_part(i)}
        kept = {
            i: frozenset(j for j in js if j not in parts and (chain[i] == chain[j] or None in (chain[i], chain[j])))
            for i, js in found.items()
            if i not in parts
        }
        return {i: js for i, js in kept.items() if js}

    def a_part(self, i: int) -> bool:
        """Return whether the words before a number say that it is a part of another: « la ville compte *à elle seule* 133 malades »."""
        f = self.figures[i]
        n = self.said.sentence(f.start)
        begin = self.r.sentences[n].start if n is not None else f.start
        return holds(phrases(self.language, "parts"), self.said.keys(begin, f.start)[-PART:])

    def two_shares(self, i: int, j: int) -> bool:
        """Return whether two percentages are what two got of the votes, as one sentence says: "52 per cent of the vote against 44 for Y"."""
        if self.figures[i].unit != "%" or self.figures[j].unit != "%":
            return False
        for one, other in ((i, j), (j, i)):
            n = self.said.sentence(self.figures[other].start)
            if n is None:
                continue
            s = self.r.sentences[n]
            beside = [f for f in self.figures if s.start <= f.start < s.end and f is not self.figures[other]]
            told = any(f.value == self.figures[one].value for f in beside if f.unit == "%")
            if told and holds(phrases(self.language, "shares"), self.said.keys(s.start, s.end)):
                return True
        return False

    def _like(self, found: dict[int, set[int]]) -> None:
        """Add the number that "six, not four" sets aside where it stands with its noun before: it is the same four."""
        for i, f in enumerate(self.figures):
            for j, g in enumerate(self.figures):
                one = g.quantity == f.quantity or (self.roles[i] != "" and self.roles[i] == self.roles[j])
                same = g.unit == f.unit and g.value == f.value and one
                if i != j and same and i not in found and j in found and not _bare_number(f) and _bare_number(g):
                    found[i] = set(found[j])
                    for k in found[i]:
                        found[k].add(i)

    def _chains(self) -> list[int | None]:
        """For each figure the one that it answers, or that others answer, by leaving its noun out; two such chains count two things."""
        chain: list[int | None] = [None] * len(self.figures)
        last: int | None = None
        for k, f in enumerate(self.figures):
            if f.unit != "people":
                continue
            if elided(f) and last is not None and answers(self.figures[last], f):
                chain[last] = chain[last] if chain[last] is not None else last
                chain[k] = chain[last]
            last = k
        return chain

    def _comparable(self, i: int, j: int) -> bool:
        """One unit, one role (or none said of the second), different numbers not too far apart, no part and whole."""
        a, b = self.figures[i], self.figures[j]
        x, y = middle(a), middle(b)
        if a.unit != b.unit or x == y or not x or not y or max(x, y) > FAR * min(x, y):
            return False
        if self._all_of(a, b) or self.rest(b):
            return False
        if i and self.roles[i].endswith(WHOLE) and self.roles[i - 1].endswith(OF):
            return False  # "52 of *the 64* players are out; the management counts 38": the part is answered
        if answers(a, b) and not self.said.of_them(b) and self.said.stood(b):
            return not self._elsewhere(a, b)  # it takes up the number before it, whatever that is of
        if (
            a.unit == "people"
            and not answers(a, b)
            and max(x, y) > WIDE * min(x, y)
            and not voices(self.language).stands("counts", self.said.keys(self.said.clause(b).start, b.start))
        ):
            return False  # 162 taken off by the coast guard, 31 by a trawler
        one, other = (self.roles[k].removesuffix(OF) for k in (i, j))
        if (one == AGE) != (other == AGE):
            return False  # how old somebody is, and how long he stayed
        if (
            aside(one)
            or aside(other)
            or elsewhere_alone(one, other)
            or (
                one
                and other
                and not fit(one, other)
                and not _one_noun(a, b, one, other)
                and not self._since_freed(a, b, one, other)
            )
        ):
            return False
        if not (one and other) and not answers(a, b) and not self._one_sort(i, j):
            return False
        return not self._elsewhere(a, b)

    def _all_of(self, a: FigureMention, b: FigureMention) -> bool:
        """True of "Of the 40 towns invited 27 signed": the first is the whole."""
        n = self.said.sentence(a.start)
        if n is None or n != self.said.sentence(b.start):
            return False
        before = self.said.keys(self.r.sentences[n].start, a.start)
        return 0 < len(before) < 4 and tuple(before) in phrases(self.language, "all_of")

    def _since_freed(self, a: FigureMention, b: FigureMention, one: str, other: str) -> bool:
        """True of "the association counted 14 arrested, while the police speak of nine people, freed the same evening", of one sentence."""
        held = one == "arrested" and other in ("freed", "") and self._anybody(b)
        return held and self.said.sentence(a.start) == self.said.sentence(b.start)

    def _one_sort(self, i: int, j: int) -> bool:
        """True of numbers that no word, or but one, says what they are of, and that count one sort of thing, or people by one noun."""
        a, b = self.figures[i], self.figures[j]
        if self.roles[i] or self.roles[j]:
            return all(self.roles[k] or self._anybody(self.figures[k]) for k in (i, j))
        if a.unit in _LENGTHS or a.unit in _DISTANCES:
            return False  # how far off a town lies, and the middle of the quake, are two distances
        return a.unit == b.unit and (a.unit != "people" or fold_key(a.quantity) == fold_key(b.quantity))

    def _anybody(self, f: FigureMention) -> bool:
        """True when a figure does not say itself what it counts; a unit of measure never does."""
        if f.unit != "people":
            return True
        said = fold_key(f.quantity)
        return said in ("", fold_key(f.unit)) or said in _anybody(self.language)

    def _elsewhere(self, a: FigureMention, b: FigureMention) -> bool:
        """True when each of the two has places of its own beside it."""
        x, y = self.said.places(a), self.said.places(b)
        return bool(x and y and not x & y)

    def _set_against(self, a: FigureMention, b: FigureMention) -> bool:
        if self.said.wanted(a) or self.said.wanted(b) or self.said.elsewhen(a, b):
            return False
        if self._corrected(a, b) or self._left_out(a, b):
            return True
        if self._risen(a, b):
            return False
        if not answers(a, b) and (self.said.promised(a) or self.said.promised(b)):
            return False
        if answers(a, b) and not self.said.of_them(b) and (own := self.said.stood(b)):
            return not self.said.one_voice(own, self.said.own_voice(a) or "-")
        one, other = self.said.voice(a), self.said.voice(b)
        if other in _PRONOUNS and one not in _PRONOUNS:
            return False  # "Mr Kane puts the dead at eleven. “Four people died in tents,” he said": one voice
        i, j = self.figures.index(a), self.figures.index(b)
        if not (self.roles[i] or self.roles[j]):
            # Nothing but the noun says that they count one thing: both must be somebody's, and stand in one breath.
            near = (self.said.sentence(b.start) or 0) - (self.said.sentence(a.start) or 0)
            return (
                bool(one and other)
                and not self.said.one_voice(one, other)
                and near < CLOSE
                and bool(self.said.own_voice(b))
            )
        one, other = one or (other and self.said.claimer(a)), other or (one and self.said.claimer(b))
        if one and other and not self.said.one_voice(one, other):
            return True
        n, m = self.said.sentence(a.start), self.said.sentence(b.start)
        end = self.r.sentences[m].end if m is not None else b.end
        start = self.r.sentences[m].start if m is not None and m != n else a.end
        first = self.r.sentences[n].start if n is not None else a.start
        said, all_said = self.said.keys(start, end), self.said.keys(first, end)
        if holds(phrases(self.language, "beyond"), said):
            return holds(phrases(self.language, "estimates"), all_said)
        if n == m and self.said.own_voice(a) and self.like_the_first(a, b):
            return True
        if self._reckoned(a, b, one, other):
            return True
        if one and other and self.said.one_voice(one, other):
            return False  # one voice that gives two numbers counts two things
        return holds(phrases(self.language, "against"), said) and holds(phrases(self.language, "estimates"), all_said)

    def _corrected(self, a: FigureMention, b: FigureMention) -> bool:
        """True of "not 640 but 1,140 passports", "612 tonnes and not 450": the one is set aside for the other."""
        if not 0 < b.start - a.end <= ASIDE:
            return False
        turns = voices(self.language)
        between = self.said.keys(a.end, b.start)
        before = self.said.keys(max(0, a.start - ASIDE), a.start)
        if between and turns.at("but", between, 0):
            return len(between) <= BOTH and turns.stands("no", before, max(0, len(before) - BOTH))
        small = [k for k in between if k not in _dull(self.language) and k.isalpha()]
        if (
            between
            and turns.at("sets_aside", between, 0)
            and len(between) <= BESIDE
            and a.unit == b.unit
            and a.unit != "people"
        ):
            return True  # "$780m rather than the $970m of the minister"
        if not small or len(small) > CLOSE or len(between) > BESIDE or not _bare_number(b):
            return False
        turned = turns.at("but", small, len(small) - 1) and turns.stands("no", before, max(0, len(before) - BOTH))
        return bool(turns.at("no", small, len(small) - 1) or turned)

    def _compared(self, found: dict[int, set[int]]) -> None:
        """Add the number than which one is said to be greater or less, the last of its unit and role before it: "puts the cost much higher, at 18 million"."""
        turns = phrases(self.language, "compared")
        for j, b in enumerate(self.figures):
            n = self.said.sentence(b.start)
            before = self.said.keys(self.r.sentences[n].start, b.start)[-COMPARED:] if n is not None else []
            if j in found or not before or not holds(turns, before):
                continue
            same = (
                k for k in range(j - 1, -1, -1) if self.figures[k].unit == b.unit and fit(self.roles[k], self.roles[j])
            )
            i = next(same, None)
            if i is not None and i not in found and self.roles[i] and self._comparable(i, j):
                found[i], found[j] = {j}, {i}

    def _reckoned(self, a: FigureMention, b: FigureMention, one: str, other: str) -> bool:
        """True when the page gives a number in its own name and somebody puts it at another soon behind or before: "some 4,000 marched …
        The union, which puts them at 15,000". The page must give these two numbers of the thing alone.
        """
        i, j = self.figures.index(a), self.figures.index(b)
        mine = next(
            (f for f, voice in ((b, one), (a, other)) if not voice and (self.said.own_voice(f) or self.said.values(f))),
            None,
        )
        told = bool(self.roles[i] and self.roles[j])
        if mine is None or (
            not told and (a.unit == "people" or max(middle(a), middle(b)) > LIKE * min(middle(a), middle(b)))
        ):
            return False
        like = {
            middle(g)
            for k, g in enumerate(self.figures)
            if g.unit == a.unit and (not told or fit(self.roles[k], self.roles[i]))
        }
        keys = self.said.own_voice(mine).split()
        return len(like) == BOTH and (holds(phrases(self.language, "reckons"), keys) or self.said.values(mine))

    def _risen(self, a: FigureMention, b: FigureMention) -> bool:
        """True of "rose to nine after two more came to a hospital": what a count has grown by, in one sentence; and of what it rose to since."""
        n, m = self.said.sentence(a.start), self.said.sentence(b.start)
        if n is None or m is None:
            return False
        low, high = (self.r.sentences[n].start, a.start) if n == m else (self.r.sentences[m].start, b.start)
        keys = self.said.keys(low, high)
        if n != m and (self.said.put_at(b) or holds(phrases(self.language, "reckons"), keys)):
            return False  # "the union brings the toll to fourteen": somebody counts
        return holds(phrases(self.language, "rises"), keys)

    def _left_out(self, a: FigureMention, b: FigureMention) -> bool:
        """True of "the company stands by 41, the union by 53": two bare numbers of one sentence, and somebody stands for the first."""
        n = self.said.sentence(a.start)
        if n != self.said.sentence(b.start) or not (_bare_number(a) and _bare_number(b)) or not self.said.own_voice(a):
            return False
        return self.like_the_first(a, b)

    def like_the_first(self, a: FigureMention, b: FigureMention) -> bool:
        """True of "…, Tunisian ones at $30 million" behind "Iraqi officials value it at $75 million": a mark, who, the same small word."""
        n = self.said.sentence(a.start)
        if n is None:
            return False
        text = self.r.article.text
        before = self.said.keys(self.r.sentences[n].start, a.start)
        marks = ends(text, a.end, b.start)
        between = self.said.keys(marks[-1] + 1, b.start) if marks else []
        return bool(before) and 2 <= len(between) <= ELIDED and between[-1] == before[-1] and len(between[-1]) < 4

    def _taken_up(self, i: int, j: int) -> bool:
        """True when somebody puts a number far behind another to the same thing, of which the page gives these two numbers alone: "the
        supplier puts the value of the contract at €26m", where the page had begun with a contract of 31 millions.
        """
        a, b = self.figures[i], self.figures[j]
        role = self.roles[i]
        same = [k for k, g in enumerate(self.figures) if g.unit == a.unit and self.roles[k] == role]
        if self._only_things(a, b) or self._only_sums(i, j):
            return True
        if self._risen(a, b):
            return False  # "the toll of Tuesday's fire rose to five" is no answer to the four of another day
        if not role or self.roles[j] != role:
            return False
        if self._the_toll(b) and i == same[0] and role in BEFALLEN and middle(b) != middle(a):
            return True
        if len({middle(self.figures[k]) for k in same}) != BOTH:
            return False
        own = self.said.own_voice(b)
        return bool(own) and own != self.said.own_voice(a) and bool(self._beside(a) & self._beside(b))

    def _only_things(self, a: FigureMention, b: FigureMention) -> bool:
        """True of "the deputy maintains that the radars are nine" far behind "fourteen radars", of which the page gives these two numbers alone."""
        if a.unit in ("people", "%") or money(a) or not _bare_number(b) or b not in self.r.counts:
            return False
        values = {middle(g) for g in self.figures if g.unit == a.unit}
        return len(values) == BOTH and bool(self.said.own_voice(b)) and self.said.own_voice(b) != self.said.own_voice(a)

    def _only_sums(self, i: int, j: int) -> bool:
        """True of "the state radio put the price at $27m" far behind "lands the airline for $31m": somebody else's price, near the first
        sum and far from all others that the page gives in this money."""
        a, b = self.figures[i], self.figures[j]
        if not money(a) or self.roles[i] not in ("", "cost") or self.roles[j] != "cost":
            return False
        near = {
            middle(g)
            for g in self.figures
            if g.unit == a.unit and any(_ratio(middle(g), middle(x)) <= PRICES for x in (a, b))
        }
        own = self.said.own_voice(b)
        return near == {middle(a), middle(b)} and len(near) == BOTH and bool(own) and own != self.said.own_voice(a)

    def _the_toll(self, f: FigureMention) -> bool:
        """True of "puts the dead at eleven", "sitúa los muertos en once": somebody puts all those who were told of at a number."""
        keys = self.said.keys(self.said.clause(f).start, f.start)
        if not self.said.values(f) and not self.said.put_at(f):
            return False
        counted = fold_key(f.quantity)
        definite = {fold_key(w) for w in table(self.language, "numbers")["definite"]} | _THE
        return any(
            (k in (counted, f"ال{counted}") and (self.language == "ar" or before in definite))
            for before, k in pairwise(keys)
        )

    def _beside(self, f: FigureMention) -> set[str]:
        """The telling words right beside a figure, without an Arabic article, clitic or ending of the accusative."""
        n = self.said.sentence(f.start)
        if n is None:
            return set()
        sentence = self.r.sentences[n]
        keys = self.said.keys(sentence.start, f.start)[-BESIDE:] + self.said.keys(f.end, sentence.end)[:BESIDE]
        if self.language == "ar":
            keys = [_bare(k) for k in keys]
        return {k for k in keys if len(k) > 2 and k.isalpha()} - _dull(self.language)

    def _paired(self, a: FigureMention, b: FigureMention) -> bool:
        """True of a bare number that answers another bare one of its own sentence, rather than one of a sentence before: "31 on the list, 46 by
        the count of the union"."""
        n = self.said.sentence(b.start)
        if n == self.said.sentence(a.start):
            return False
        return any(
            f is not b
            and f.unit == b.unit
            and self.said.sentence(f.start) == n
            and _bare_number(f)
            and _bare_number(b)
            and not self.rest(f)
            for f in self.figures
        )

    def rest(self, f: FigureMention) -> bool:
        """True of "the other four": those who are left of a count."""
        return not _others(self.language).isdisjoint(self.said.keys(max(0, f.start - ASIDE), f.start)[-1:])


def _one_noun(a: FigureMention, b: FigureMention, one: str, other: str) -> bool:
    """True when the same noun is counted, and of one number the page says only who they are ("480 clerks laid off … of 210 clerks")."""
    same = a.unit == b.unit == "people" and fold_key(a.quantity) == fold_key(b.quantity)
    return same and any(r in WHO or told_by_class(r) for r in (one, other))


def answers(a: FigureMention, b: FigureMention) -> bool:
    """True when a bare number counts what the one before it does ("la rebajó a 11.000", "the driver put it at 70")."""
    same = b.quantity == a.quantity or _bare_number(a) or money(a)
    return b.unit == a.unit and _bare_number(b) and same


def money(f: FigureMention) -> bool:
    """True of a sum of money."""
    return len(f.unit) == 3 and f.unit.isupper()


def _bare_number(f: FigureMention) -> bool:
    """True of a number without the noun that it counts."""
    return elided(f) or f.quantity not in f.text


@cache
def _others(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "numbers")["others"])


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


def _ratio(x: float, y: float) -> float:
    return max(x, y) / max(min(x, y), 1e-9)


def middle(f: FigureMention) -> float:
    """Return a number, of a range its middle."""
    return (f.value[0] + f.value[1]) / 2 if isinstance(f.value, tuple) else float(f.value)
