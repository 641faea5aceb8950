"""Counts of people that leave their noun out: "the number of strikers at 2,650", «العدد الحقيقي هو 710», "2,200 were taking part".

A bare number counts people when a word that counts them governs it in its clause, when it answers the count before it ("put it at
34", "the figure is closer to 3,000", "the party counted only five", "17 of them"), when they are named behind it ("put at 300 the number of
marchers", "calcula en 15.000 los asistentes"), or when people alone can do what stands behind it. Anything else stays a bare number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from isnad.annotate.folk import sorts
from isnad.annotate.numerals import Number, Phrases, keys_of, match, phrases
from isnad.languages import table
from isnad.text import Token, fold_key

REACH = 12
"""Tokens before a number among which the word that governs it is looked for."""
BEHIND = 4
"""Tokens behind "number of" within which its noun of people stands."""
TOLL = 4
"""Tokens before a number among which "the figure" may stand."""
BEFALLS = 8
"""Tokens behind "two of them" within which stands what befell them."""
LEAST = 2
GAPPED = 8
"""Words from a number to one that stands like it, its verb left out."""
SUBJECT = 7
"""Tokens from an Arabic verb of counting to its number, its subject between them."""
_BEFALLING = ("dead", "injured", "arrested", "freed")
_BODIES = ("union", "federation", "association", "committee", "chamber")
"""Bodies that are called after who is in them."""
_OPENS = frozenset("«“\"'‘")
_BY_NOW = {
    "en": ("now", "already", "by now"),
    "fr": ("déjà", "désormais", "maintenant"),
    "es": ("ya", "ahora"),
    "ar": ("الآن", "حتى الآن"),
}
"""Words for "by now" between a verb and a number."""
_MARKS = frozenset(".!?;:,،؛)»”\"'")


class Elided:
    """One language's ways to leave the counted noun out; ``people`` are its folded nouns of people, ``casualties`` those hurt."""

    def __init__(self, language: str, people: frozenset[str], stop: frozenset[str], definite: frozenset[str]) -> None:
        words = table(language, "numbers")
        own = words["elided"]
        self.language, self.arabic = language, language == "ar"
        self.people, self.stop = people, stop | frozenset(fold_key(w) for w in own["behind"])
        self.definite = definite | frozenset(fold_key(w) for w in ("the", "les", "los", "las", "des", "aux"))
        self.heads: Phrases = phrases(own["heads"])
        self.numbers: Phrases = phrases(own["numbers"])
        self.again: Phrases = phrases(own["again"])
        self.toll: Phrases = phrases(own["toll"])
        self.befalling = frozenset(fold_key(w) for k in _BEFALLING for w in words["roles"][k])
        self.joined: Phrases = phrases(own["joined"])
        self.anybody: str = words["rivals"]["anybody"][0]
        self.counting: Phrases = phrases(own["counting"])
        self.asking: Phrases = phrases(own["asking"])
        self.split: Phrases = phrases({verb: to for to, verbs in own["split"].items() for verb in verbs})
        self.only = frozenset(keys_of(w)[0] for w in own["only"])
        self.against: Phrases = phrases(own["against"])
        self.opposing: Phrases = phrases(own["opposing"])
        self.were: Phrases = phrases(own["were"])
        self.being = frozenset(keys_of(w)[-1] for w in own["were"])
        self.of_them: Phrases = phrases(own["of_them"])
        self.attributed: Phrases = phrases(own["attributed"])
        bodies = table(language, "organizations")["concepts"]
        self.bodies = frozenset(keys_of(w)[0] for b in _BODIES for w in bodies[b] if len(keys_of(w)) == 1)
        self.joins = frozenset(fold_key(w) for w in ("and", "et", "y", "e", "while", "but", "mais", "pero"))
        self.links = frozenset(keys_of(w)[0] for w in own["links"])
        vague = [w for k in ("about", "at_least", "at_most") for w in words["qualifiers"][k]]
        self.vague = sorted((keys_of(w) for w in (*vague, *_BY_NOW[language])), key=lambda k: -len(k))

    def counts(self, found: Sequence[Token], keys: Sequence[str], number: Number, before: str | None) -> str | None:
        """Return what a bare number counts, as printed as can be; ``before`` is what the people figure before it counted."""
        if number.value < LEAST or not float(number.value).is_integer():
            return None
        at = self._linked(keys, number.start)
        if at is None and number.start and keys[number.start - 1] in self.being:
            if (named := self._behind(found, keys, number.end)) is not None:
                return named  # "Ya son nueve los obreros fallecidos"
        if at is not None and not _year(found, number) and (named := self._behind(found, keys, number.end)) is not None:
            return named
        them = match(self.of_them, keys, number.end) is not None
        counted = self.arabic or self._counted(keys, number.start)
        if them and not before and (counted or self._befell(keys, number.start) or self._befalls(keys, number.end)):
            return self.anybody  # «منهم» is said of people alone
        if before and (them or match(self.attributed, keys, number.end) is not None or self._beside(keys, number)):
            return None if _year(found, number) else before
        if not _year(found, number) and self._said_of_people(keys, number):
            return before or self.anybody
        if (whom := self._apposed(found, keys, number)) is not None:
            return whom
        if self.follows(found, keys, number.end):
            return None
        if not _year(found, number) and number.start and self._is_befalling(keys[number.start - 1]):
            return before or self.anybody  # "said that a roof had fallen in and hurt six", «جرح تسعة»
        if before and not _year(found, number) and self._quoted(keys, number.start):
            return before
        pointed = (
            number.end < len(keys) and keys[number.end] in self.definite
        )  # "en una veintena las barcas": no people
        if match(self.joined, keys, number.end) is not None:
            return before or self.anybody
        if before and not _year(found, number) and not pointed and self._counted(keys, number.start):
            return before
        if at is None:
            at = self._been(keys, number.start)
        if at is None or _year(found, number):
            return None
        low = max(0, at - REACH)
        low = next((i + 1 for i in range(at - 1, low - 1, -1) if keys[i] in ";:.!?؛"), low)
        for i in range(at, low - 1, -1):
            if match(self.counting, keys, i) is not None:
                low = i  # "the fishermen speak of 600": they are who counts
                break
        for i in range(at, low - 1, -1):
            if (noun := self._head(found, keys, i, at)) is not None:
                return noun
            if before and (hit := match(self.again, keys, i)) is not None and at - 3 <= i + hit[0] <= at + 1:
                return before
            if i < at and found[i].kind == "number":
                return None
        return None

    def asked(self, found: Sequence[Token], keys: Sequence[str]) -> str | None:
        """Return the noun of the people whose number a sentence asks for or leaves open ("how many men were underground")."""
        for i in range(len(keys)):
            if (hit := match(self.asking, keys, i)) is None:
                continue
            ahead = range(i + hit[0], min(len(keys), i + hit[0] + BEHIND - 1))
            noun = next((found[j].text for j in ahead if self._named(keys[j])), None)
            if noun is not None:
                return noun
            if match(self.joined, keys, i + hit[0]) is not None:
                return self.anybody
        return None

    def beside_another(self, keys: Sequence[str], number: Number, earlier: Sequence[Number]) -> bool:
        """Return whether a number stands like one before it, its verb left out: "the company stands by 41, the union by 53"."""
        i = number.start
        if i < LEAST or not keys[i - 1].isalpha() or self._counts_behind(keys, number.end):
            return False
        for e in earlier:
            between = keys[e.end : i]
            if not e.start or keys[e.start - 1] != keys[i - 1] or not LEAST < len(between) <= GAPPED:
                continue
            if between[0] in _MARKS or between[0] in self.joins or between[0].startswith("و"):
                return sum(k in _MARKS for k in between) <= 1
        return False

    def _counts_behind(self, keys: Sequence[str], end: int) -> bool:
        """True when something stands right behind a number that it may count."""
        return end < len(keys) and keys[end] not in _MARKS and keys[end] not in self.stop

    def of_the_toll(self, keys: Sequence[str], start: int) -> bool:
        """Return whether "the figure", "the toll" stands before a number: of the dead and the hurt of one sentence, it counts the first."""
        return any(match(self.toll, keys, k) is not None for k in range(max(0, start - TOLL), start))

    def follows(self, found: Sequence[Token], keys: Sequence[str], end: int) -> bool:
        """Return whether something that could be counted, or a unit, stands right behind the number."""
        if end >= len(keys) or keys[end] in _MARKS or keys[end] in self.stop:
            return False
        if match(self.joined, keys, end) is not None:
            return False
        return not (self.arabic and keys[end].startswith("و"))

    def _linked(self, keys: Sequence[str], start: int) -> int | None:
        """The place of the word that ties the number to what governs it, words of being unsure between them aside."""
        i = start
        moved = True
        while moved:
            moved = False
            for way in self.vague:
                n = len(way)
                if i >= n and tuple(keys[i - n : i]) == way and not (n == 1 and way[0] in self.links):
                    i, moved = i - n, True
                    break
        if self.arabic and start and keys[start].startswith("ب"):
            return start - 1  # «قدر المنظمون عددهم بأربعمئة»
        return next((j - 1 for j in (i, start) if j > 0 and keys[j - 1] in self.links), None)

    def _been(self, keys: Sequence[str], start: int) -> int | None:
        """The place of "are" right before a number, words of being unsure between them aside: "los fallecidos son ya siete"."""
        i = start
        while (way := next((w for w in self.vague if tuple(keys[max(0, i - len(w)) : i]) == w), None)) is not None:
            i -= len(way)
        return i - 1 if i and keys[i - 1] in self.being else None

    def _counted(self, keys: Sequence[str], start: int) -> bool:
        """True right behind a verb of counting, "only" and words of being unsure between them: "dénombraient cinq", "counted just five".

        An Arabic subject may stand behind its verb: «لم تحص الوزارة سوى أربعة», «تحدثت النقابة عن مئة».
        """
        ends = [start]
        while ends[-1] and keys[ends[-1] - 1] in self.only:
            ends.append(ends[-1] - 1)
        for k in range(max(0, ends[-1] - REACH), start):
            hit = match(self.counting, keys, k)
            if hit is not None and k + hit[0] in ends:
                return True
            if self.arabic and (hit := match(self.split, keys, k)) is not None and k + hit[0] < start <= k + SUBJECT:
                if keys[start - 1] == hit[1] or (hit[1] == "" and len(ends) > 1):
                    return not any(key in _MARKS for key in keys[k:start])
        return False

    def opposed(self, keys: Sequence[str], number: Number) -> bool:
        """Return whether a bare number behind a count of votes counts those of the other side, or who abstained."""
        before = range(max(0, number.start - 3), number.start)
        led = any((hit := match(self.against, keys, k)) is not None and k + hit[0] == number.start for k in before)
        return led or match(self.opposing, keys, number.end) is not None

    def _beside(self, keys: Sequence[str], number: Number) -> bool:
        """True of a second count beside the first: "2,500 by the police; 9,000, according to the committee", "; 3.000, calcula la región"."""
        i, j = number.start, number.end
        apart = i > 0 and keys[i - 1] in ",;،؛" and j < len(keys) and keys[j] in ",،"
        return apart and (
            match(self.attributed, keys, j + 1) is not None or match(self.counting, keys, j + 1) is not None
        )

    def _said_of_people(self, keys: Sequence[str], number: Number) -> bool:
        """True right behind "they were" where somebody is named behind the number whose count it is: boats are not "they" there."""
        ends = {
            number.start,
            *(number.start - len(w) for w in self.vague if tuple(keys[number.start - len(w) : number.start]) == w),
        }
        said = any(
            (hit := match(self.were, keys, k)) is not None and k + hit[0] in ends
            for k in range(max(0, number.start - 5), number.start)
        )
        after = number.end + (number.end < len(keys) and keys[number.end] in _MARKS)
        return said and match(self.attributed, keys, after) is not None

    def _befell(self, keys: Sequence[str], start: int) -> bool:
        """True right behind what befalls people alone: "arrested twelve of them"."""
        return any(k in self.befalling for k in keys[max(0, start - 3) : start])

    def _is_befalling(self, key: str) -> bool:
        return key in self.befalling or (self.arabic and key[:1] in "وف" and key[1:] in self.befalling)

    def _befalls(self, keys: Sequence[str], end: int) -> bool:
        """True before what befalls people alone: "two of them were arrested"."""
        return any(k in self.befalling for k in keys[end : end + BEFALLS])

    def _apposed(self, found: Sequence[Token], keys: Sequence[str], number: Number) -> str | None:
        """The people a count stands behind, between commas: "the marchers, about 400 by our count, …"; a bare number there is an age."""
        i = number.start
        unsure = next((len(w) for w in self.vague if tuple(keys[max(0, i - len(w)) : i]) == w), 0)
        at = i - unsure - 1
        if at < 1 or keys[at] not in (",", "،") or not self._named(keys[at - 1]):
            return None
        j = number.end
        closed = j < len(keys) and keys[j] in ",،"
        sure = match(self.attributed, keys, j) is not None
        return found[at - 1].text if (unsure and (closed or sure)) or sure else None

    def _quoted(self, keys: Sequence[str], start: int) -> bool:
        """True of "“There were more than three hundred of them": a quotation that begins by saying how many they were."""
        for k in range(max(0, start - 7), start):
            hit = match(self.were, keys, k)
            if hit is not None and k and keys[k - 1] in _OPENS and all(q not in _MARKS for q in keys[k:start]):
                return True
        return False

    def _behind(self, found: Sequence[Token], keys: Sequence[str], i: int) -> str | None:
        """The people named right behind a number that is said of them: "à 300 le nombre de grévistes", "en 20 los heridos"."""
        if self.arabic or i >= len(keys) or keys[i] not in self.definite:
            return None
        hit = match(self.numbers, keys, i + 1)
        if hit is None:
            return found[i + 1].text if i + 1 < len(keys) and self._named(keys[i + 1]) else None
        ahead = range(i + 1 + hit[0], min(len(keys), i + 1 + hit[0] + BEHIND - 1))
        return next((found[j].text for j in ahead if self._named(keys[j])), None)

    def _head(self, found: Sequence[Token], keys: Sequence[str], i: int, at: int) -> str | None:
        """The noun at a place that says that people are counted: "toll", "number of strikers", "the displaced"."""
        if (head := match(self.heads, keys, i)) is not None:
            return found[i + head[0] - 1].text
        hit = match(self.numbers, keys, i)
        if hit is not None:
            for j in range(i + hit[0], min(at + 1, i + hit[0] + BEHIND)):
                if self._named(keys[j]):
                    return found[j].text
            return None
        if not self.bodies.isdisjoint(keys[max(0, i - 3) : i]):
            return None  # "the union of the tanners brings them down to 140": it is who counts
        pointed = keys[i].startswith("ال") if self.arabic else i > 0 and keys[i - 1] in self.definite
        return found[i].text if pointed and at - i <= BEHIND and self._named(keys[i]) else None

    def _named(self, key: str) -> bool:
        if key in self.people:
            return True
        return self.arabic and any(key.startswith(p) and key[len(p) :] in self.people for p in ("ال", "لل", "وال"))


def _year(found: Sequence[Token], number: Number) -> bool:
    """True for four digits that read like a year: a count would have its mark of thousands, or a noun."""
    text = found[number.start].text
    return number.end == number.start + 1 and len(text) == 4 and text.isdigit() and 1900 <= number.value <= 2100


@cache
def elided(language: str, people: frozenset[str], stop: frozenset[str], definite: frozenset[str]) -> Elided:
    """Return how a language leaves out what is counted."""
    return Elided(language, people, stop, definite)


class Callings:
    """What tells a folded plural for people by its ending ("collaborateurs", "lobbyists"): few words for things end so.

    An Arabic sound plural is of people, but for broken ones that end alike («ملايين», «قوانين»): an alif and one letter stand before their ending.
    """

    def __init__(self, language: str) -> None:
        acting = table(language, "grammar")["acting"]
        plural = [e for e in map(fold_key, acting["endings"]) if e.endswith(_PLURAL)]
        shapes = [*(f".*{e}" for e in plural), *((r"(?!..ا.ين$).{3,}ين",) if language == "ar" else ())]
        self._ends = re.compile("|".join(shapes))
        self._others = frozenset(fold_key(w) for w in acting["others"]) | sorts(language)

    def __call__(self, key: str) -> bool:
        """Return whether the folded word is a plural for people."""
        return key not in self._others and self._ends.fullmatch(key) is not None


@cache
def callings(language: str) -> Callings:
    """Return the language's :class:`Callings`."""
    return Callings(language)


_PLURAL = ("s", "men", "يون", "يين")
