"""Does a clause look ahead or back? The nearest word that says so decides; what is found beside a date is a lean, no tense."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import regex

from isnad.languages import table
from isnad.text import Token, fold_key, tokens

COMMA = 5
"""Words that a comma between counts for: a clause of its own has its own verb."""

CARRIED = 3
"""Words from an auxiliary of the future to the participle it carries, at most."""
OPENING = 2
"""Words before a day that opens its sentence, at most."""
REACH = 12
"""Words between what is put off and the day it is put to, at most."""


BEFORE, AFTER, SHORTEST = 6, 3, 4
"""Words before and behind a day's first among which its verb stands, and letters that "-ed" is more than."""
IRREGULAR = frozenset(
    "got won led brought made began chose left swore sought met came went sent gave took drove paid fought".split()
)
"""English pasts that end otherwise."""


COMMA_MARK, PUT_OFF, AHEAD, ENDS_AHEAD, PARTICIPLE, BACK, ENDS_BACK = (1 << n for n in range(7))
"""What a token may say, added up: that it parts clauses; that it begins a phrase, ends like a verb or is a participle."""
MOST_WEIGHED = 100_000
"""Words whose weight is remembered."""
_OPENED = frozenset("«“")
"""Marks behind which an Arabic word is rather a name («ستالبور») than a future verb."""


class _Markers:
    """The words and endings of one language that look ahead or back."""

    def __init__(self, language: str) -> None:
        words = table(language, "dates")
        self.arabic = language == "ar"
        self.ahead = self._phrases(words["words"]["future_tense"])
        self.off = self._phrases(words["words"].get("put_off", []))
        bounds = [*words["words"]["to"], *words["words"]["until"], *words["words"].get("put_to", [])]
        self.bounds = frozenset(tokens(w)[0].key for w in bounds)
        self.set_for = frozenset(fold_key(w) for w in words["words"].get("set_for", []))
        # "=a" is compared as printed: the French auxiliary is no "à".
        self.back = self._phrases([w for w in words["words"]["past_tense"] if w[0] != "="])
        self.printed = frozenset(w[1:] for w in words["words"]["past_tense"] if w[0] == "=")
        self.endings = [regex.compile(e) for e in words["future_endings"]]
        self.participles = frozenset(words["words"].get("past_participles", []))
        self.past_endings = [regex.compile(e) for e in words.get("past_endings", [])]
        self.not_past = frozenset(fold_key(w) for w in words.get("past_not", []))
        self.not_future = frozenset(fold_key(w) for w in words["future_not"])
        self.weights: dict[str, int] = {}

    @staticmethod
    def _phrases(phrases: list[str]) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for p in phrases:
            key = tuple(t.key for t in tokens(p))
            found.setdefault(key[0], []).append(key)
        return found

    def starts(self, table: dict[str, list[tuple[str, ...]]], keys: list[str], i: int) -> bool:
        """True when one of the phrases stands at a place."""
        known = table.get(keys[i])
        return known is not None and any(tuple(keys[i : i + len(p)]) == p for p in known)

    def weighed(self, found: list[Token]) -> list[int]:
        """Return what each token may say, remembered by its text: most say nothing, which is one look."""
        known = self.weights
        if len(known) > MOST_WEIGHED:
            known.clear()
        return [known[t.text] if t.text in known else known.setdefault(t.text, self._weigh(t)) for t in found]

    def _weigh(self, t: Token) -> int:
        key, word = t.key, t.text.casefold()
        if t.kind == "mark":
            return COMMA_MARK * (key in ",;:()")
        begun = {key, key[1:]} if self.arabic and key[:1] in ("و", "ف") else {key}
        return (
            PUT_OFF * (not begun.isdisjoint(self.off))
            | AHEAD * (not begun.isdisjoint(self.ahead))
            | ENDS_AHEAD * self._ends_ahead(word, key)
            | PARTICIPLE * (word in self.participles)
            | BACK * (key in self.back)
            | ENDS_BACK * self._ends_back(word, key)
        )

    def _ends_ahead(self, word: str, key: str) -> bool:
        """True when a word's ending or prefix is a future tense's."""
        if len(key) < 4 or key in self.not_future:
            return False
        form = key if self.arabic else word
        return any(e.search(form) for e in self.endings)

    def _ends_back(self, word: str, key: str) -> bool:
        """True when a word's ending is a past tense's: "murió", "llegaron"."""
        if word in self.printed:
            return True
        return len(key) > 4 and key not in self.not_past and any(e.search(word) for e in self.past_endings)


@cache
def _markers(language: str) -> _Markers:
    return _Markers(language)


class Tenses:
    """The words of a sentence that look ahead or back, by place."""

    def __init__(self, text: str, start: int, end: int, language: str) -> None:
        found = tokens(text, start, end)
        keys = [t.key for t in found]
        known = _markers(language)
        self.at = [t.start for t in found]
        self.marks: list[tuple[int, int]] = []
        self.commas: list[int] = []
        self.keys, self.bounds, self.set_for = keys, known.bounds, known.set_for
        self.off: list[int] = []
        self._leans: dict[int, int] = {}
        for i, said in enumerate(known.weighed(found)):
            if not said:
                continue
            if said == COMMA_MARK:
                self.commas.append(i)
            elif said & PUT_OFF and self._starts(known, known.off, keys, i):
                self.off.append(i)
            elif (said & ENDS_AHEAD or (said & AHEAD and self._starts(known, known.ahead, keys, i))) and not (
                known.arabic and found[i - 1].text in _OPENED
            ):
                self.marks.append((i, 1))
            elif said & PARTICIPLE:
                # "sera lancé en juillet": the verb before it says which way.
                if not (self.marks and self.marks[-1][1] > 0 and i - self.marks[-1][0] <= 3):
                    self.marks.append((i, -1))
            elif said & ENDS_BACK or (said & BACK and known.starts(known.back, keys, i)):
                # "will be *held* on 3 June": so it does here, where no comma parts them.
                carried = self.marks and self.marks[-1][1] > 0 and i - self.marks[-1][0] <= CARRIED
                if not (carried and not said & ENDS_BACK and not any(self.marks[-1][0] < c for c in self.commas)):
                    self.marks.append((i, -1))

    @staticmethod
    def _starts(known: _Markers, table: dict[str, list[tuple[str, ...]]], keys: list[str], i: int) -> bool:
        """True when one of the phrases stands at a place, in Arabic also behind «و» or «ف»."""
        if known.starts(table, keys, i):
            return True
        bare = known.arabic and keys[i][:1] in ("و", "ف")
        return bare and known.starts(table, [keys[i][1:], *keys[i + 1 : i + 4]], 0)

    def _put_off(self, here: int) -> bool:
        """True of "adjourned until Thursday", «تأجيل القضية إلى الاثنين»: what is put off, and the bound it is put to."""
        near = [i for i in self.off if i < here <= i + REACH]
        return bool(near) and not self.bounds.isdisjoint(self.keys[max(near[-1] + 1, here - 3) : here])

    def lean(self, start: int) -> int:
        """Return 1 or −1 for the direction of the nearest such word, 0 when there is none."""
        here = bisect_left(self.at, start)
        if here not in self._leans:
            self._leans[here] = self._lean(here)
        return self._leans[here]

    def _told_before(self, here: int) -> bool:
        """True of an English past close to a day."""
        near = self.keys[max(0, here - BEFORE) : here + AFTER]
        return any((k.endswith("ed") and len(k) > SHORTEST) or k in IRREGULAR for k in near)

    def _lean(self, here: int) -> int:
        if (self.off and self._put_off(here)) or not self.set_for.isdisjoint(self.keys[max(0, here - 2) : here + 1]):
            return 1  # "a convoqué le scrutin pour le 12 juin": the day something is set for is to come
        if not self.marks:
            return 0
        # "on Wednesday …, and will be laid before parliament": a verb ahead of a later clause dates nothing here, unless the day opens
        # the sentence ("On Tuesday, the government will …").
        marks = [
            (i, way) for i, way in self.marks
            if way < 0 or i < here or here <= OPENING or not any(here < c < i for c in self.commas)
        ]  # fmt: skip
        if any(way < 0 and i < here for i, way in marks) or self._told_before(here):
            # "agreed on Tuesday *to sign*": the day is that of the verb before it.
            marks = [(i, way) for i, way in marks if way < 0 or i < here or self.keys[i] != "to"]
        if not marks:
            return 0

        def far(mark: tuple[int, int]) -> tuple[int, int]:
            i = mark[0]
            low, high = sorted((i, here))
            # A verb mostly stands before what dates it.
            between = sum(low < c < high for c in self.commas)
            return abs(i - here) + COMMA * between + (2 if i > here else 0), -i

        return min(marks, key=far)[1]
