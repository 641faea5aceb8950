"""Numbers with a unit: how much of what, how sure, in full units; never a date, an ordinal or a score."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.figure_words import Qualifier, figure_words
from isnad.annotate.gathered import gathered
from isnad.annotate.headcounts import Headcounts
from isnad.annotate.numerals import Number, Numerals, match, numerals
from isnad.annotate.qualifiers import before
from isnad.annotate.sentences import with_field
from isnad.annotate.signs import is_sign, sign_before
from isnad.languages import LANGUAGES
from isnad.model import FigureMention, Reading, Span
from isnad.text import Token, fold_key, tokens

PRICE = 7
"""Tokens before a number within which stands what it is the price of."""
NEXT = 3
"""The same behind it."""
SMALL = 9
"""Spelled numbers up to this may point at people already named; a dozen are counted."""
VOTED = 4
"""Words behind those who voted for it among which stand those who did not."""
CHANGE = 7
"""Tokens before "from five to seven" within which a verb says that the one became the other."""


def find_figures(reading: Reading) -> Reading:
    """Return the reading with every number that has a unit, dates and clock times apart."""
    article = reading.article
    if article.language not in LANGUAGES:
        return reading
    dates = [t for t in reading.times if t.kind == "date"]
    found: list[FigureMention] = []
    money: str | None = None
    printed = people = first = None
    called: dict[str, str] = {}
    marched = False
    for sentence in reading.sentences:
        taken = [t.span for t in dates if t.start < sentence.end and sentence.start < t.end]
        line = Line(article.text, sentence, article.language, taken, money, people, first, printed, called, marched)
        here = line.figures()
        money = next((f.unit for f in reversed(here) if f.unit in line.words.iso), None)
        printed = money or printed
        counted = [f.quantity for f in here if f.unit == "people"]
        first, people = (counted[0], counted[-1]) if counted else (None, line.words.elided.asked(line.found, line.keys))
        marched = line.gathered.told(line.keys) or (marched and bool(counted))
        found += here
    return with_field(reading, "figures", tuple(found))


class Line:
    """One sentence's tokens, read from left to right."""

    def __init__(
        self,
        text: str,
        span: Span,
        language: str,
        taken: Sequence[Span],
        money: str | None,
        people: str | None = None,
        first: str | None = None,
        printed: str | None = None,
        called: dict[str, str] | None = None,
        marched: bool = False,
    ) -> None:
        self.text, self.taken, self.money, self.people = text, taken, money, people
        self.printed, self.first = printed, first
        self.called = called if called is not None else {}  # how the page calls each money that it named last
        self.marched, self.gathered = marched, gathered(language)
        self.spent: str | None = None
        self.votes: str | None = None
        self.found: list[Token] = tokens(text, span.start, span.end)
        self.keys = [t.key or t.text for t in self.found]
        self.numerals: Numerals = numerals(language)
        self.words = figure_words(language)
        self.headcounts = Headcounts(self.found, self.keys, self.words, self.numerals)
        self.bare: list[Number] = []

    def figures(self) -> list[FigureMention]:
        """Return the sentence's figures, in order and disjoint."""
        out: list[FigureMention] = []
        i = 0
        while i < len(self.keys):
            made = self._at(i)
            if made is None:
                i += 1
                continue
            figure, end = made
            if figure is not None and not any(figure.span.touches(t) for t in self.taken):
                out.append(figure)
                if figure.unit in self.words.iso:
                    self.money = self.spent = figure.unit
                    self.called[figure.unit] = figure.quantity
                elif figure.unit == "people":
                    self.people = figure.quantity
                    self.votes = self.people if fold_key(self.people) in self.words.votes else self.votes
            i = max(i + 1, end)
        return out

    def _at(self, i: int) -> tuple[FigureMention | None, int] | None:
        """The figure at a token and where to go on, ``None`` when no number starts there."""
        first = self.numerals.number(self.found, self.keys, i)
        if first is None:
            return self._counted_by_one(i) or self._dual(i)
        if self.touched(i):
            return None, first.end
        if self._changed(i) and first.end < len(self.keys) and self.keys[first.end] in self.words.between:
            return None, first.end  # "rose from 14 to 19": 14 it was
        last = self._range(first)
        number = last or first
        unit, end, quantity, scale = self._unit(i, number)
        if unit is None or (unit == "people" and last is None and self._known(i, first, quantity)):
            return None, first.end
        if self._on_the_clock(i, unit, number) or (unit == "°C" and not self.words.quakes.isdisjoint(self.keys)):
            return None, end
        low, high = first.value * scale, last.value * scale if last else None
        if last is not None and last.scale > 1 and first.scale == 1 and first.value < 1000:
            low = first.value * last.scale
        if high is not None and not low < high:
            return None, number.end
        sign = sign_before(self.found, i, number.scale, self.words.iso)
        begin = sign.start if sign is not None else i
        end, after = self._after(end)
        qualifier = after or self.before(begin) or ("about" if number.about or first.about else "exact")
        value = _whole(low) if high is None else (_whole(low), _whole(high))
        return self._made(begin, max(end, number.end), value, unit, quantity, qualifier), max(end, number.end)

    def _on_the_clock(self, i: int, unit: str, number: Number) -> bool:
        """True for a time of day: "peu avant 14 heures", «على الساعة 10 و42 دقيقة»."""
        if unit not in ("hours", "minutes") or number.value > (24 if unit == "hours" else 59):
            return False
        if unit == "minutes" and i >= 2 and self.numerals.arabic:
            return any(k in ("ساعه", "الساعه") for k in self.keys[max(0, i - 4) : i])
        # A time of day is told in digits or words alone: "à 14 heures", not "à plus de 14 heures" nor "à 14 heures de route".
        if number.end + 1 < len(self.keys) and self.keys[number.end + 1] in self.words.of:
            return False
        return any(tuple(self.keys[max(0, i - len(c)) : i]) == c for c in self.words.clock)

    def _made(
        self,
        start: int,
        end: int,
        value: int | float | tuple[int | float, int | float],
        unit: str,
        quantity: str,
        qualifier: Qualifier,
    ) -> FigureMention:
        a, b = self.found[start].start, self.found[end - 1].end
        return FigureMention(a, b, self.text[a:b], value, unit, quantity, qualifier)

    def _known(self, i: int, number: Number, quantity: str) -> bool:
        """True for "les deux ministres", "the three men": people named before, pointed at rather than counted."""
        if self.found[i].kind == "number" or number.value > SMALL:
            return False
        key = fold_key(quantity)
        if any(k in self.words.casualties for k in (key, *self.numerals.forms(key))):
            return False
        part = number.end < len(self.keys) and self.keys[number.end] in self.words.of  # «أربعة من العالقين»
        article = self.numerals.arabic and not part and (self.keys[i].startswith("ال") or key.startswith("ال"))
        return article or (i > 0 and self.keys[i - 1] in self.words.definite)

    def touched(self, i: int) -> bool:
        """True for the second half of a score, a version or a hyphened name ("2-1", "G-20", "Covid-19")."""
        if i < 2 or self.keys[i - 1] not in ("-", "/"):
            return False
        return (
            self.found[i - 1].end == self.found[i].start
            and self.found[i - 2].end == self.found[i - 1].start
            and (self.found[i - 2].kind == "word" and self.keys[i - 2] not in self.words.openers)
        )

    def _range(self, first: Number) -> Number | None:
        """The second number of "5 à 10", "between 3 and 5", "20-30"; what rose from 14 to 19 is 19."""
        at = first.end
        if self._changed(first.start):
            return None
        if at + 1 >= len(self.keys) or self.keys[at] not in self.words.between:
            arabic = self.numerals.arabic and at < len(self.keys) and self.keys[at].startswith("و")
            if not arabic or not self._opened(first.start):
                return None
            at -= 1
        joins = self.keys[at] if at >= first.end else "و"
        if (
            joins in self.numerals.joints | {"or", "ou", "o"}
            and not self._opened(first.start)
            and joins not in ("or", "ou", "o", "او")
        ):
            return None
        last = self.numerals.number(self.found, self.keys, at + 1)
        return last if last is not None and last.value > first.value else None

    def _changed(self, i: int) -> bool:
        """True behind "from" and a verb of change: "est passé de cinq", "rose from 14", «ارتفعت من خمسة»."""
        if i < 2 or self.keys[i - 1] not in self.words.openers | self.words.of:
            return False
        return any(k.removeprefix("و").startswith(self.words.changes) for k in self.keys[max(0, i - CHANGE) : i - 1])

    def _opened(self, i: int) -> bool:
        return i > 0 and any(k in self.words.openers for k in self.keys[max(0, i - 2) : i])

    def _unit(self, start: int, number: Number) -> tuple[str | None, int, str, int]:
        """The unit of a number, where it ends, the words of what is counted, and a scale glued to the sign."""
        words, end = self.words, number.end
        if (sign := sign_before(self.found, start, number.scale, words.iso)) is not None:
            named = self._named(end)
            unit, called = (named[0], named[0]) if named is not None and named[2] else (sign.unit, sign.called)
            return unit, (named[1] if named and named[2] else end), called, 1
        if end < len(self.keys) and (glued := words.glued.get(self._glued_at(end))) is not None:
            return glued[0], end + self._glued_length(end), glued[0], glued[1]
        named = self._named(end)
        if named is not None:
            a, b = named[3], named[1]
            votes = self._cast(a) if named[0] == "people" else None
            return named[0], named[1], votes or self.text[self.found[a].start : self.found[b - 1].end], 1
        alone = number.value == 1 and end < len(self.keys) and self.keys[end] in words.of  # "one of the miners"
        if not alone and (people := self.headcounts.at(end)) is not None:
            return "people", people + 1, self._cast(people) or self.found[people].text, 1
        if (behind_them := self._people_before(start, number)) is not None:
            return "people", end, behind_them, 1
        if number.scale >= 10**6 and self.money and not self._counts_on(end):
            return self.money, end, self.called.get(self.money, self.money), 1
        if number.scale >= 10**6 and self.printed and self._priced(start, end):
            return self.printed, end, self.called.get(self.printed, self.printed), 1
        if number.scale >= 1000 and self.spent and not self.words.elided.follows(self.found, self.keys, end):
            return (
                self.spent,
                end,
                self.called.get(self.spent, self.spent),
                1,
            )  # "for 300,000 francs …, only 80 thousand" of one sentence
        if (part := self._of_all(end)) is not None:
            return "people", end, part, 1
        if (behind := match(self.words.counts_of, self.keys, end)) is not None:
            counts = self.headcounts.at(end + behind[0])
            return ("people", end, self.found[counts].text, 1) if counts is not None else (None, end, "", 1)
        if self.votes and self.words.elided.opposed(self.keys, number):
            return "votes", end, self.votes, 1  # "by 44 votes to 12", "318 votos, 12 en contra"
        known = self.words.elided
        before = self.first if self.first and known.of_the_toll(self.keys, number.start) else self.people
        counted = known.counts(self.found, self.keys, number, before)
        if counted is None and before and start and self.keys[start - 1] in self.words.others and self._over(end):
            counted = before  # "murieron ocho mineros y otros 23 siguen atrapados"
        if counted is None and before and self.bare and known.beside_another(self.keys, number, self.bare):
            counted = before
        if counted is None and (self.gathered.them(self.keys, end) or not known.follows(self.found, self.keys, end)):
            counted = self.gathered.whom(self.found, self.keys, number, before, self.marched)
        if counted is not None:
            self.bare.append(number)
        return ("people", end, counted, 1) if counted is not None else (None, end, "", 1)

    def _cast(self, i: int) -> str | None:
        """The word for votes, where those who vote are set against others: "by 91 deputies to 34", «بأغلبية 91 نائبا مقابل 34»."""
        if fold_key(self.found[i].text) not in self.words.voters:
            return None
        for k in range(i + 1, min(i + 1 + VOTED, len(self.keys))):
            hit = match(self.words.elided.against, self.keys, k)
            other = self.numerals.number(self.found, self.keys, k + hit[0]) if hit is not None else None
            if other is not None and not self.words.elided.follows(self.found, self.keys, other.end):
                return self.words.vote
            number = self.numerals.number(self.found, self.keys, k)
            if number is not None and match(self.words.elided.opposing, self.keys, number.end) is not None:
                return self.words.vote
        return None

    def _people_before(self, start: int, number: Number) -> str | None:
        """The people an Arabic number stands behind: «البحارة الأربعة عشر», «المفقودون تسعة عشر»."""
        if (
            not self.numerals.arabic
            or not start
            or number.value < 2
            or self.words.elided.follows(self.found, self.keys, number.end)
        ):
            return None
        noun = self.keys[start - 1]
        if not noun.startswith("ال") or noun[2:] not in self.words.people:
            return None
        plural = noun.endswith("ون") or self.keys[start].startswith("ال")
        return self.found[start - 1].text if plural else None

    def _over(self, i: int) -> bool:
        """True where the clause ends or goes on with a word that counts nothing."""
        return (
            i >= len(self.keys)
            or self.found[i].kind != "word"
            or self.keys[i] in self.words.stop | self.words.skip | self.words.staying
        )

    def _priced(self, start: int, end: int) -> bool:
        """True of a number beside a word for a price, a debt, a fine: "costarán 74 millones", "1,4 millones de indemnización"."""
        priced, behind = self.words.priced, end < len(self.keys) and self.keys[end] in self.words.of
        if behind or self._counts_on(end):
            return behind and match(priced, self.keys, end + 1) is not None
        return any(
            match(priced, self.keys, i) is not None
            for i in (*range(max(0, start - PRICE), start), *range(end, end + NEXT))
        )

    def _of_all(self, i: int) -> str | None:
        """What "41 of the 70 seats", "tres de los 11 detenidos", «ثلاثة من أصل سبعة نواب» count: what the whole is of."""
        if i + 1 >= len(self.keys) or self.keys[i] not in self.words.of:
            return None
        at = i + 1
        while at < len(self.keys) and (
            self.keys[at] in self.words.definite or self.keys[at] in ("les", "los", "las", "اصل", "l'")
        ):
            at += 1
        whole = self.numerals.number(self.found, self.keys, at) if at < len(self.keys) else None
        people = self.headcounts.at(whole.end) if whole is not None else None
        return None if people is None else self.found[people].text

    def _glued_at(self, i: int) -> str:
        joined = self.found[i].text
        if i + 1 < len(self.found) and self.found[i + 1].start == self.found[i].end and is_sign(self.found[i + 1].text):
            joined += self.found[i + 1].text
        return joined.casefold()

    def _glued_length(self, i: int) -> int:
        return 2 if self._glued_at(i) != self.found[i].text.casefold() else 1

    def _named(self, i: int) -> tuple[str, int, bool, int] | None:
        """A unit named right after the number, an "of" or a hyphen between: unit, end, whether money, and its start."""
        for skip in (0, 1):
            at = i + skip
            if at >= len(self.keys) or (skip and self.keys[i] not in self.words.of and self.keys[i] != "-"):
                return None
            # An Arabic unit after its number has no article: «4 اليوم» is no four days.
            forms = [f for f in self.numerals.forms(self.keys[at]) if not self.keys[at].endswith("ال" + f)]
            hit = match(self.words.units, self.keys, at, forms)
            if hit is not None:
                unit, money = _meaning(hit[1])
                if len(self.keys[at]) > 1 or not self.keys[at].isalpha() or self.found[at].text.islower():
                    return unit, at + hit[0], money, at
        return None

    def _counts_on(self, i: int) -> bool:
        """True when something is counted after the number ("3 millions de doses"), so that it is no money."""
        if i >= len(self.keys):
            return False
        return self.keys[i] in self.words.of or (
            self.found[i].kind == "word" and self.keys[i] not in self.words.stop and self.numerals.arabic
        )

    def before(self, i: int) -> Qualifier | None:
        """Return the qualifier that ends right before a number."""
        return before(self.keys, i, self.words, self.numerals)

    def _after(self, i: int) -> tuple[int, Qualifier | None]:
        for qualifier, ways in self.words.after:
            if i < len(self.keys) and match(ways, self.keys, i) is not None:
                return i, qualifier
        return i, None

    def _counted_by_one(self, i: int) -> tuple[FigureMention | None, int] | None:
        """Read "un mort", "one dead", "una persona herida": one only before those hurt or killed."""
        if self.keys[i] not in self.numerals.ones or i + 1 >= len(self.keys):
            return None
        if self.keys[i + 1] not in self.words.singular:
            return None
        return self._made(i, i + 2, 1, "people", self.found[i + 1].text, self.before(i) or "exact"), i + 2

    def _dual(self, i: int) -> tuple[FigureMention | None, int] | None:
        """Read «قتيلين», «عامين»: two, in the noun's own ending, where the noun's plural is another word."""
        key = self.keys[i]
        if not self.words.dual or not key.endswith(self.words.dual) or len(key) < 5:
            return None
        if any(f.startswith("ال") for f in (key, *self.numerals.forms(key))):
            return None  # «الوزيران»: two who were named before
        twice = i + 1 < len(self.keys) and self.keys[i + 1] in self.words.two
        for form in () if twice else (key, *self.numerals.forms(key)):
            if form in self.words.people or match(self.words.units, [form], 0) is not None:
                return None
        for form in (key, *self.numerals.forms(key)):
            if form.startswith("ال"):
                continue
            stem = form[:-2]
            for noun in (stem, stem[:-1] + "ه") if stem.endswith("ت") else (stem,):
                hit = match(self.words.units, [noun], 0)
                if hit is None:
                    continue
                # "ين" is as often the plural's ending; "ان", and "two" said again, are the dual's alone.
                people = _meaning(hit[1])[0] == "people" and (twice or form.endswith("ان"))
                if people or noun in self.words.dual_nouns:
                    end = i + 1 + twice
                    return self._made(
                        i, end, 2, _meaning(hit[1])[0], self.found[i].text, self.before(i) or "exact"
                    ), end
        return None


def _meaning(value: object) -> tuple[str, bool]:
    assert isinstance(value, tuple)
    return str(value[0]), bool(value[1])


def _whole(value: int | float) -> int | float:
    return int(value) if float(value).is_integer() else round(value, 6)
