"""How likely two numbers are of one thing, where no rule says so: signs of a pair, weighed by a logistic layer with a few weights.

The rules of :mod:`isnad.link.rivals` and :mod:`isnad.link.figures` name the turns by which pages dispute a number. What speaks for a
dispute in any words — one unit and one noun, near each other, in one breath, by two voices, the only two of their size — is added up here, for two
numbers of one page and for two of two pages. The weights come from ``training/rivals.py``; see the card ``models/rivals.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp, log

import msgspec

from isnad.languages import LANGUAGES
from isnad.languages.voices import voices
from isnad.link.concepts import Vector, cosine, vector
from isnad.link.counted import GROWING, LENGTHS, SCENES, Counted, days_between, is_money, of_them, other_matter, planned
from isnad.link.rivals import Rivals, answers, middle, money
from isnad.link.roles import AGE, OF, aside, fit
from isnad.link.voicing import holds, phrases
from isnad.model import FigureMention, Span
from isnad.models import weights
from isnad.text import fold_key

WIDE = 8.0
"""Numbers of one page further apart than this are of different things."""
APART = 6.0
"""The same of two pages."""
BOTH = 2
SIZE = 4.0
"""Numbers within this of each other are of one size."""
THRICE = 3.0
NEAR = 1.6
FEW = 3
"""Days between two pages of one piece of news."""
FORTNIGHT = 14
_ANSWERED = ("its voice", "left out", "beyond", "like the first", "reckoned")
"""Signs of which one at least must speak for the second number of a page: somebody stands for it, or it takes up the first."""
_NO_THINGS = frozenset({"people", "%", "tonnes", "kg", "litres", "doses", "vials", "barrels", *SCENES})
"""Units of people, shares and measures."""
_OF_A_SORT = {
    "money": ("only of size", "one role", "two roles", "ratio"),
    "people": ("only of size", "one role", "two roles", "ratio", "noun"),
    "things": ("only of size", "one role", "two roles", "ratio"),
}
"""Signs that tell otherwise of money, of people and of things: sums spread wide, so that two of one size are mostly one, and people do not."""
_ALIKE = ("like", "wide")
"""Signs that take long to see: they are asked for where the others leave it open."""


class Layer(msgspec.Struct, frozen=True):
    """The weights of one sort of pairs: what the signs add up to, from the start, and from which likelihood a pair is one."""

    start: float
    least: float
    signs: Mapping[str, float]

    def sum(self, signs: Mapping[str, float]) -> float:
        """Return what the signs add up to: the logarithm of the odds."""
        return self.start + sum(self.signs[k] * v for k, v in signs.items() if v)

    def sure(self, total: float) -> bool:
        """Return whether a sum makes a pair one."""
        return 1 / (1 + exp(-total)) >= self.least


@cache
def layers() -> Mapping[str, Layer]:
    """Return the weights, for pairs of one page and of two."""
    return msgspec.json.decode(weights("rivals.json").read_bytes(), type=dict[str, Layer])


def likely_on_page(rivals: Rivals) -> dict[int, frozenset[int]]:
    """Return the pairs of rival numbers of one page with those added that are likely; numbers that have a rival keep it alone."""
    found = rivals.pairs()
    if rivals.language not in LANGUAGES or len(rivals.figures) < 2:
        return found
    page, layer = OnPage(rivals), layers()["page"]
    best: dict[int, tuple[float, int]] = {}
    for i, j in page.pairs():
        if i in found or j in found or rivals.a_part(i) or rivals.a_part(j) or rivals.two_shares(i, j):
            continue
        signs = page.signs(i, j)
        total = layer.sum(signs)
        far = money(page.numbers[i]) and not (signs["one sentence"] or signs["the next"])
        if any(signs[k] for k in _ANSWERED) and not far and layer.sure(total) and not page.risen(i, j):
            for one, other in ((i, j), (j, i)):
                best[one] = max(best.get(one, (total, other)), (total, other))
    mutual = {i: frozenset({j}) for i, (_, j) in best.items() if best[j][1] == i}
    return {**found, **mutual}


class _Number(msgspec.Struct, frozen=True):
    """What is seen of one number alone: where it stands, whose word it is, and the turns of its clause."""

    sentence: int
    voice: str
    own: bool
    places: frozenset[str]
    events: frozenset[int]
    quotation: int | None
    of_them: bool
    rest: bool
    wanted: bool
    values: bool
    puts: bool
    according: bool
    reckons: bool
    estimates: bool
    beyond: bool
    against: bool


class OnPage:
    """The signs of two numbers of one page."""

    def __init__(self, rivals: Rivals) -> None:
        self.numbers, self.roles = rivals.figures, [r.removesuffix(OF) for r in rivals.roles]
        self._r, self._language = rivals.r, rivals.language
        self._rivals, self._said = rivals, rivals.said
        self._turns = voices(self._language)
        self._known: dict[int, _Number] = {}
        self._values: dict[str, set[float]] = {}
        for f in self.numbers:
            self._values.setdefault(f.unit, set()).add(middle(f))

    def pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of one unit and no one value that are worth a look, each in the order of the page."""
        found = []
        for i, a in enumerate(self.numbers):
            for j in range(i + 1, len(self.numbers)):
                b = self.numbers[j]
                x, y = middle(a), middle(b)
                aged = (self.roles[i] == AGE) != (self.roles[j] == AGE)  # how old he is, and how long he stayed
                if a.unit == b.unit and not aged and x != y and x and y and max(x, y) <= WIDE * min(x, y):
                    one, other = (i, j) if a.start <= b.start else (j, i)
                    if None not in (self._said.sentence(a.start), self._said.sentence(b.start)):
                        found.append((one, other))
        return found

    def risen(self, i: int, j: int) -> bool:
        """Return whether the sentence of the greater number says that the count has risen to it: the other was given before."""
        greater = max(i, j, key=lambda k: middle(self.numbers[k]))
        sentence = self._r.sentences[self._of(greater).sentence]
        return holds(phrases(self._language, "rises"), self._said.keys(sentence.start, sentence.end))

    def signs(self, i: int, j: int) -> dict[str, float]:
        """Return the signs of two numbers, the second of which stands behind the first."""
        a, b = self.numbers[i], self.numbers[j]
        x, y = middle(a), middle(b)
        p, q = self._of(i), self._of(j)
        one, other = self.roles[i], self.roles[j]
        size = {v for v in self._values[a.unit] if any(v and max(v, w) <= SIZE * min(v, w) for w in (x, y))}
        both = bool(p.voice and q.voice)
        by_one = both and self._said.one_voice(p.voice, q.voice)
        signs = {
            "one role": bool(one and other and fit(one, other)),
            "two roles": bool(one and other and not fit(one, other)),
            "one noun": fold_key(a.quantity) == fold_key(b.quantity),
            "left out": answers(a, b),
            "a part": aside(one) or aside(other),
            "of them": q.of_them,
            "the rest": q.rest,
            "one sentence": q.sentence == p.sentence,
            "the next": q.sentence == p.sentence + 1,
            "one happening": bool(p.events & q.events),
            "two places": bool(p.places and q.places and not p.places & q.places),
            "two days": self._said.elsewhen(a, b),
            "two voices": both and not by_one,
            "one voice": by_one,
            "other quotation": p.quotation != q.quotation,
            "its voice": q.own,
            "according to": q.according,
            "reckoned": q.reckons,
            "put at": q.puts,
            "valued": q.values,
            "estimated first": p.estimates,
            "set against": q.against,
            "beyond": q.beyond,
            "wanted": p.wanted or q.wanted,
            "like the first": q.sentence == p.sentence and self._rivals.like_the_first(a, b),
            "only two of size": len(size) == BOTH,
            "people": a.unit == "people",
            "time": a.unit in LENGTHS,
            "thrice": max(x, y) > THRICE * min(x, y),
        }
        made = {k: float(bool(v)) for k, v in signs.items()}
        return {**made, "ratio": abs(log(y / x)), "values": log(len(self._values[a.unit]))}

    def _of(self, i: int) -> _Number:
        """What is seen of one number alone."""
        if i in self._known:
            return self._known[i]
        f, said, language = self.numbers[i], self._said, self._language
        n = said.sentence(f.start) or 0
        sentence, clause = self._r.sentences[n], said.clause(f)
        keys, before = said.keys(clause.start, clause.end), said.keys(clause.start, f.start)
        self._known[i] = found = _Number(
            sentence=n,
            voice=said.voice(f),
            own=bool(said.own_voice(f)),
            places=frozenset(said.places(f)),
            events=frozenset(k for k, e in enumerate(self._r.events) if e.clause.start <= f.start < e.clause.end),
            quotation=next((k for k, q in enumerate(self._r.quotations) if _in_quotation(q.scope, f)), None),
            of_them=said.of_them(f),
            rest=self._rivals.rest(f),
            wanted=said.wanted(f),
            values=said.values(f),
            puts=self._turns.stands("puts", before),
            according=self._turns.stands("attributed", keys),
            reckons=holds(phrases(language, "reckons"), keys),
            estimates=holds(phrases(language, "estimates"), keys),
            beyond=holds(phrases(language, "beyond"), keys),
            against=holds(phrases(language, "against"), said.keys(sentence.start, sentence.end)),
        )
        return found


def _in_quotation(scope: Span, f: FigureMention) -> bool:
    return scope.start <= f.start < scope.end


def across(a: Counted, b: Counted) -> dict[str, float]:
    """Return the signs of two different numbers of one unit on two pages, but for how alike the words around them are."""
    ratio = max(a.high, b.high) / max(min(a.low, b.low), 1e-9)
    known = bool(a.role and fit(a.role, b.role))
    days = days_between(a, b)
    signs = {
        "one role": known,
        "two roles": bool(a.role and b.role) and not fit(a.role, b.role),
        "a part": aside(a.role) or aside(b.role),
        "of them": of_them(a) or of_them(b),
        "growing": a.role in GROWING or b.role in GROWING,
        "cost": "cost" in (a.role, b.role),
        "near": ratio <= NEAR,
        "thrice": ratio > THRICE,
        "only of size": not (_of_size(a) or _of_size(b)),
        "only": not (a.others or b.others),
        "no name": not a.page & b.page,
        "one language": a.reading.article.language == b.reading.article.language,
        "another year": bool(a.year and b.year and a.year != b.year),
        "days": days > FEW,
        "weeks": days > FORTNIGHT,
        "time": a.unit in LENGTHS,
        "money": is_money(a.unit),
        "things": not (a.unit in _NO_THINGS or is_money(a.unit) or a.unit in LENGTHS),
        "planned": planned(a) != planned(b),
        "people": a.unit == "people",
        "percent": a.unit == "%",
        "given there": _given(a, b) or _given(b, a),
    }
    made = {k: float(bool(v)) for k, v in signs.items()}
    made["ratio"] = log(ratio)
    made["names"] = log(1 + len(a.by & b.by))
    made["disputed there"] = float(bool(a.rivals)) + float(bool(b.rivals))
    made["given and disputed"] = made["given there"] * made["disputed there"]
    made["noun"] = cosine(*(_noun(_figure(x).quantity, x.reading.article.language) for x in (a, b)))
    return made | {f"{of}: {k}": made[of] * made[k] for of, seen in _OF_A_SORT.items() for k in seen}


def _figure(x: Counted) -> FigureMention:
    return x.reading.numbers[x.index]


def _given(a: Counted, b: Counted) -> bool:
    """True of a number that the page of the other gives too: it tells both sides, where it does not count two things."""
    value = _figure(a).value
    return any(g.unit == a.unit and g.value == value for g in b.reading.numbers)


@lru_cache(maxsize=4096)
def _noun(quantity: str, language: str) -> Vector:
    """The meaning of what a number counts, as its page prints it."""
    return vector(quantity, language)


def comparable(a: Counted, b: Counted) -> bool:
    """Return whether two numbers of two pages are worth a look."""
    low, high = min(a.low, b.low), max(a.high, b.high)
    return a.unit == b.unit and a.story == b.story and low > 0 and high <= APART * low


def excluded(a: Counted, b: Counted) -> bool:
    """Return whether two numbers of two pages are of two things whatever else is seen: goods of two sorts, so many who came and so many who
    are to come, a loan and a gift, sums of which a page gives others of their size."""
    if other_matter(a, b) or planned(a) != planned(b):
        return True
    two = bool(a.role and b.role) and not fit(a.role, b.role)
    return is_money(a.unit) and (two or bool(_of_size(a) or _of_size(b)))


def open_to(signs: Mapping[str, float]) -> bool:
    """Return whether like words could make a pair of two pages one."""
    layer = layers()["pages"]
    return layer.sure(layer.sum(signs) + sum(max(0.0, layer.signs[k]) for k in _ALIKE))


def likely_across(signs: Mapping[str, float], like: float, wide: float) -> bool:
    """Return whether a pair of two pages is likely of one thing, given how alike the words beside and around the numbers are."""
    layer = layers()["pages"]
    return layer.sure(layer.sum({**signs, "like": like, "wide": wide}))


def _of_size(x: Counted) -> int:
    return sum(max(high, x.high) <= SIZE * max(min(low, x.low), 1e-9) for low, high in x.others)
