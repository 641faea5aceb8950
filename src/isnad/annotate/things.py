"""Counts of things: "fourteen boats", "trois tableaux", «40 كيسا»; the unit is the sort of thing, one for four languages.

The press counts no end of things, and a dossier that listed all of it would say nothing. These counts are kept beside the figures, are
compared from page to page, and come to light where pages differ. Which things are counted is data (``things.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from isnad.annotate.events.inflection import noun_forms
from isnad.annotate.figure_words import Qualifier
from isnad.annotate.figures import Line
from isnad.annotate.numerals import Number, keys_of, match, phrases
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.model import FigureMention, Reading

FILLED = 2
"""Words that may stand between a number and the thing ("five small wooden boats")."""
LEAST = 2
"""The least number that is counted without a word that says "only"."""

Phrase = tuple[str, ...]
_ENDS = frozenset({".", ",", ";", "،", "؛", "!", ":"})
SAID_OF = 9
"""Words back from a number to the things that it is said of."""
_OPENING = frozenset("«“\"'‘")
_PLURAL = frozenset({"the", "les", "los", "las", "des", "aux"})


class _Things:
    """One language's things by the first word of their forms, each with its sort, and duals."""

    def __init__(self, language: str) -> None:
        self.arabic = language == "ar"
        data = table(language, "things")
        self.estimates = tuple(keys_of(p) for p in table(language, "numbers")["rivals"]["estimates"])
        self.only = frozenset(keys_of(w)[-1] for w in data["only"])
        self.being, self.number = (frozenset(keys_of(w)[0] for w in data[k]) for k in ("being", "number"))
        self.asking = phrases(table(language, "numbers")["elided"]["asking"])
        self.known: dict[str, list[tuple[Phrase, str]]] = {}
        self.duals: dict[str, str] = {}
        for sort, nouns in data["things"].items():
            for noun in nouns:
                for form in _forms(language, noun):
                    words = keys_of(form)
                    self.known.setdefault(words[0], []).append((words, sort))
                if self.arabic and " " not in (one := noun.partition(" / ")[0]):
                    self.duals |= dict.fromkeys(_duals(one), sort)
        for rows in self.known.values():
            rows.sort(key=lambda r: -len(r[0]))

    def at(self, keys: list[str], i: int) -> tuple[str, int] | None:
        """The sort of the thing whose name begins at a word, and where the name ends; a named sort before the sort it is part of."""
        for words, sort in self.known.get(keys[i], ()):
            if tuple(keys[i : i + len(words)]) == words:
                return sort, i + len(words)
        return None


def _forms(language: str, noun: str) -> Iterator[str]:
    """Singular and plural; of several words the first takes the plural's ending but in English."""
    if language == "ar":
        for n, form in enumerate(noun.split(" / ")):
            yield form
            if not n and not form.endswith(("ة", "ى", "اء")):
                head, _, rest = form.partition(" ")
                yield f"{head}ا {rest}ا".rstrip() if rest else f"{head}ا"
        return
    head, _, rest = noun.partition(" ")
    if not rest or language == "en":
        before, _, last = noun.rpartition(" ")
        yield from (f"{before} {f}".strip() for f in noun_forms(language, last))
        return
    for form in noun_forms(language, head):
        yield f"{form} {rest}"
        yield from (f"{form} {f}" for f in noun_forms(language, rest) if " " not in rest)


def _duals(one: str) -> tuple[str, ...]:
    stem = one[:-1] + "ت" if one.endswith("ة") else one
    return tuple(keys_of(stem + ending)[0] for ending in ("ان", "ين"))


@kept
def _things(language: str) -> _Things:
    return _Things(language)


def find_counts(reading: Reading) -> Reading:
    """Return the reading with the numbers of things that its sentences tell; what is a figure already is none."""
    article = reading.article
    if article.language not in LANGUAGES:
        return reading
    found: list[FigureMention] = []
    last: FigureMention | None = None  # what the sentence before counted
    asked: tuple[str, str] | None = None  # the things whose number it asked for
    for sentence in reading.sentences:
        spans = (*(t.span for t in reading.times), *(f.span for f in reading.figures))
        taken = [s for s in spans if s.start < sentence.end and sentence.start < s.end]
        line = Line(article.text, sentence, article.language, taken, None)
        counting = _Counting(line, article.language, last, asked)
        here = list(counting.counts())
        last, asked = (here[-1] if here else None), counting.question()
        found += here
    return with_field(reading, "counts", tuple(found))


class _Counting:
    """The things counted in one sentence."""

    def __init__(
        self, line: Line, language: str, last: FigureMention | None = None, asked: tuple[str, str] | None = None
    ) -> None:
        self.line, self.things, self.last, self.asked = line, _things(language), last, asked

    def question(self) -> tuple[str, str] | None:
        """Return the sort and the name of the things whose number the sentence asks for ("how many houses are concerned?")."""
        keys = self.line.keys
        for i in range(len(keys)):
            if (hit := match(self.things.asking, keys, i)) is None:
                continue
            for at in range(i + hit[0], min(len(keys), i + hit[0] + FILLED)):
                bare = [*keys[:at], keys[at].removeprefix("ال"), *keys[at + 1 :]] if self.things.arabic else keys
                if (thing := self.things.at(bare, at)) is not None:
                    return thing[0], self.line.found[at].text
        return None

    def counts(self) -> Iterator[FigureMention]:
        i, keys = 0, self.line.keys
        while i < len(keys):
            made, i = self._at(i)
            if made is not None and not any(made.span.touches(t) for t in self.line.taken):
                self.last = made
                yield made

    def _at(self, i: int) -> tuple[FigureMention | None, int]:
        """The count that begins at a token, and where to go on."""
        line = self.line
        number = line.numerals.number(line.found, line.keys, i)
        if number is None:
            return self._one(i) or self._dual(i) or (None, i + 1)
        if line.touched(i) or number.value < LEAST or not float(number.value).is_integer():
            return self._one(i) or (None, number.end)
        thing = self._thing(number)
        if thing is None:
            return self._joined_to(number) or self._said_of(number) or self._answer(number) or self._again(
                number
            ), number.end
        sort, first, end = thing
        about: Qualifier = "about" if number.about else "exact"
        return self._made(i, end, int(number.value), sort, first, line.before(i) or about), end

    def _thing(self, number: Number) -> tuple[str, int, int] | None:
        """The sort of what is counted, where its name begins and ends: right behind the number, or behind what describes it."""
        line, seen = self.line, 0
        for at in range(number.end, min(len(line.keys), number.end + FILLED + 2)):
            if (hit := self.things.at(line.keys, at)) is not None:
                return hit[0], at, hit[1]
            key = line.keys[at]
            filler = not seen and (key in line.words.of or key in line.words.definite)
            if line.found[at].kind != "word" or ((key in line.words.stop or key in line.words.of) and not filler):
                return None
            seen += not filler
            if seen > FILLED or self.things.arabic or line.numerals.number(line.found, line.keys, at) is not None:
                return None  # an Arabic noun stands right behind its number
        return None

    def _said_of(self, number: Number) -> FigureMention | None:
        """Read "los radares son nueve", "les radars sont « neuf »", «عدد الرادارات تسعة»: a bare number said of things named before it."""
        line, i = self.line, number.start
        ends = (
            number.end >= len(line.keys)
            or line.found[number.end].kind != "word"
            or line.keys[number.end] in line.words.stop
        )
        while i and line.keys[i - 1] in _OPENING:
            i -= 1
        if not ends or not i:
            return None
        if not self.things.arabic and line.keys[i - 1] not in self.things.being:
            return None
        for at in range(i - 1, max(0, i - SAID_OF), -1):
            if line.keys[at] in _ENDS:
                return None
            key = line.keys[at].removeprefix("ال") if self.things.arabic else line.keys[at]
            hit = self.things.at([*line.keys[:at], key, *line.keys[at + 1 :]], at)
            if hit is None:
                continue
            before = line.keys[max(0, at - 2) : at]
            if self.things.arabic and not set(before[-1:]) & self.things.number:
                return None
            if not self.things.arabic and not set(before) & {*line.words.definite, *_PLURAL}:
                return None
            return self._made(number.start, number.end, int(number.value), hit[0], number.start, "exact")
        return None

    def _answer(self, number: Number) -> FigureMention | None:
        """Read "the minister speaks of 86; the list counts 112" behind a question: bare numbers, each at the end of a clause."""
        line = self.line
        ends = number.end >= len(line.keys) or line.keys[number.end] in _ENDS
        low = next((k + 1 for k in range(number.start - 1, -1, -1) if line.keys[k] in _ENDS), 0)
        if self.asked is None or not ends or number.start == low:
            return None
        made = self._made(number.start, number.end, int(number.value), self.asked[0], number.start, "exact")
        return replace(made, quantity=self.asked[1])

    def _joined_to(self, number: Number) -> FigureMention | None:
        """Read «فروعه الأربعة عشر»: an Arabic number with its article right behind the things, all of them."""
        line, i = self.line, number.start
        if not self.things.arabic or not i or not line.keys[i].startswith("ال"):
            return None
        key = line.keys[i - 1]
        for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل", ""):
            stem = key.removeprefix(clitic)
            for owner in ("", "ها", "هم", "ه"):
                bare = stem.removesuffix(owner)
                if key.startswith(clitic) and (owner or "ال" in clitic or clitic == "لل") and stem.endswith(owner):
                    hit = self.things.at([*line.keys[: i - 1], bare, *line.keys[i:]], i - 1)
                    if hit is not None:
                        return self._made(i - 1, number.end, int(number.value), hit[0], i - 1, "exact")
        return None

    def _again(self, number: Number) -> FigureMention | None:
        """Read "the prosecutors speak of 27" right behind a count: a bare number, at its clause's end, that somebody stands for."""
        line, last = self.line, self.last
        ends = number.end >= len(line.keys) or line.keys[number.end] in _ENDS
        if last is None or not ends or line.found[number.start].kind != "number":
            return None
        clause = line.keys[max(0, number.start - FILLED - 2) : number.start]
        said = f" {' '.join(clause)} "
        if not any(f" {' '.join(p)} " in said for p in self.things.estimates):
            return None
        whole = self._made(number.start, number.end, int(number.value), last.unit, number.start, "exact")
        return replace(whole, quantity=last.quantity)

    def _one(self, i: int) -> tuple[FigureMention, int] | None:
        """Read "only one piece", "un seul tableau", «لوحة واحدة فقط»: one, where a word says that there was no more."""
        line, only = self.line, self.things.only
        keys = line.keys
        near = set(keys[max(0, i - 3) : i + 4])
        if not near & only:
            return None
        if self.things.arabic:
            hit = self.things.at(keys, i)
            if hit is None or hit[1] >= len(keys) or keys[hit[1]] not in line.numerals.ones:
                return None
            return self._made(i, hit[1] + 1, 1, hit[0], i, "exact"), hit[1] + 1
        if keys[i] not in line.numerals.ones:
            return None
        at = i + 2 if i + 1 < len(keys) and keys[i + 1] in only else i + 1
        hit = self.things.at(keys, at) if at < len(keys) else None
        return None if hit is None else (self._made(i, hit[1], 1, hit[0], at, "exact"), hit[1])

    def _dual(self, i: int) -> tuple[FigureMention, int] | None:
        """Read «لوحتين», «زورقان»: two, in the noun's own ending."""
        sort = self.things.duals.get(self.line.keys[i]) if self.things.arabic else None
        return None if sort is None else (self._made(i, i + 1, 2, sort, i, "exact"), i + 1)

    def _made(self, start: int, end: int, value: int, sort: str, first: int, qualifier: Qualifier) -> FigureMention:
        line = self.line
        a, b = line.found[start].start, line.found[end - 1].end
        thing = line.text[line.found[first].start : b]
        return FigureMention(a, b, line.text[a:b], value, sort, thing, qualifier)
