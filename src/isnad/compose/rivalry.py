"""When values of one slot exclude each other: on the words of different origins, no slip of a copy, no sentence brought up to date.

The machine behind every disagreement: it is given what each telling says (:class:`Said`) and when two of them fit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations
from typing import Literal

from msgspec import Struct, structs

from isnad.compose.cast import Cast, in_order
from isnad.compose.values import one_value
from isnad.languages import LANGUAGES, table
from isnad.model import Citation, Disagreement, DisagreementValue, FigureMention
from isnad.text import fold_key, tokens

Slot = Literal["date", "place", "number", "participant", "title", "status"]
ONE_SENTENCE = 6
"""Different words of the shortest sentence that two pages cannot print alike by chance."""


class Said(Struct, frozen=True):
    """One value as one telling gives it; ``key`` is what must agree."""

    article: str
    value: str | int | float
    cite: Citation
    key: object


def dispute(
    about: dict[str, str],
    slot: Slot,
    said: Sequence[Said],
    fits: Callable[[Said, Said], bool],
    why: str,
    cast: Cast,
    copies: frozenset[tuple[str, str]],
    against: frozenset[tuple[Citation, Citation]] = frozenset(),
) -> Disagreement | None:
    """The values that exclude each other and stand on different words, or ``None``.

    A page that gives both values tells of two things, and only others' words clash — but for the pairs in ``against``, where the
    page itself reports the dispute.
    """

    def told(a: Said, b: Said) -> bool:
        return (a.cite, b.cite) in against or (b.cite, a.cite) in against

    said = [s for s in said if not _slip(s, said, fits, copies)]
    clash = []
    for a, b in combinations(said, 2):
        apart = a.article != b.article and independent(a.article, b.article, cast, copies) and not fits(a, b)
        apart = apart and not (slot == "number" and _word_for_word(a, b, cast))
        if told(a, b) or (apart and not (_also(a, b, said, fits) or _also(b, a, said, fits))):
            clash.append((a, b))
    if not clash:
        return None
    involved = [s for s in said if any(s in pair for pair in clash)]
    values: list[list[Said]] = []
    for s in involved:
        homes = [v for v in values if all(_one_value(s, o, fits) and not told(s, o) for o in v)]
        home = next((v for v in homes if any(o.value == s.value for o in v)), homes[0] if homes else None)
        if home is None:
            values.append([s])
        else:
            home.append(s)
    if len(values) < 2:
        return None
    for s in said:
        # Who gives one of these very values clashes with nobody where its page came out earlier; it stands by it all the same.
        same = [v for v in values if s not in involved and slot != "status" and v[0].value == s.value]
        if len(same) == 1 and all(slot != "number" or _one_value(s, o, fits) for o in same[0]):
            same[0].append(s)
    ident = hashlib.sha256(f"{about['id']}|{slot}|{why}".encode()).hexdigest()[:12]
    return Disagreement(f"d-{ident}", about, slot, tuple(value_of(v, cast) for v in values), why)


def _one_value(a: Said, b: Said, fits: Callable[[Said, Said], bool]) -> bool:
    """True when two tellings give one value: a number and the greater one of a later day fit, and are two; so are two least ones."""
    if isinstance(a.key, FigureMention) and isinstance(b.key, FigureMention):
        return a.key.unit == b.key.unit and one_value(a.key, b.key)
    return fits(a, b)


def _slip(
    s: Said, said: Sequence[Said], fits: Callable[[Said, Said], bool], copies: frozenset[tuple[str, str]]
) -> bool:
    """True for what a copy prints otherwise than the text it copies, when others print it as that text does."""
    twins = [o for o in said if tuple(sorted((s.article, o.article))) in copies]
    if any(fits(s, o) for o in twins):
        return False
    return any(r is not o and r.article != s.article and fits(r, o) for o in twins for r in said)


def _word_for_word(a: Said, b: Said, cast: Cast) -> bool:
    """True for one sentence printed with two numbers: the one page has it from the other, and brought it up to date or mistyped it."""
    x, y = (_words_of(s, cast) for s in (a, b))
    return min(len(x), len(y)) >= ONE_SENTENCE and len(x & y) >= 0.9 * len(x | y)


def _words_of(s: Said, cast: Cast) -> frozenset[str]:
    reading = cast.readings[s.article]
    inside = next((x for x in reading.sentences if x.start <= s.cite.start < x.end), None)
    if inside is None:
        return frozenset()
    found = tokens(reading.article.text, inside.start, inside.end)
    return frozenset(fold_key(t.text) for t in found if t.kind == "word")


def _also(a: Said, b: Said, said: Sequence[Said], fits: Callable[[Said, Said], bool]) -> bool:
    """True when the page of ``a`` gives the value of ``b`` as well."""
    return any(s is not a and s.article == a.article and fits(s, b) for s in said)


def independent(a: str, b: str, cast: Cast, copies: frozenset[tuple[str, str]]) -> bool:
    """True when two pages are no copies of each other and do not rest on one and the same origin alone."""
    if tuple(sorted((a, b))) in copies:
        return False
    x, y = set(cast.origins.get(a, ())), set(cast.origins.get(b, ()))
    return not x or not y or x != y


def has_risen(s: Said, cast: Cast) -> bool:
    """True when a number's own sentence says that the count has risen to it: an update, also on a page without a day."""
    return _sentence_says(s, "rises", cast)


def goes_on(s: Said, cast: Cast) -> bool:
    """True when a number's own sentence says that it is counted so far: a later page gives more."""
    return _sentence_says(s, "so_far", cast)


def counting_on(s: Said, cast: Cast) -> bool:
    """True when a number's own sentence says that votes are still being counted: a later page gives more, or less."""
    return _sentence_says(s, "counting", cast)


def _sentence_says(s: Said, sort: str, cast: Cast) -> bool:
    """True when a phrase of a sort of ``rivals`` stands in the sentence of a number."""
    reading = cast.readings[s.article]
    language = reading.article.language
    inside = next((x for x in reading.sentences if x.start <= s.cite.start < x.end), None)
    if inside is None or language not in LANGUAGES:
        return False
    return stands([fold_key(t.text) for t in tokens(reading.article.text, inside.start, inside.end)], language, sort)


def rises(keys: Sequence[str], language: str) -> bool:
    """Return whether folded words say that a count has grown."""
    return stands(keys, language, "rises")


def stands(keys: Sequence[str], language: str, sort: str) -> bool:
    """Return whether a phrase of a sort of ``rivals`` stands among folded words."""
    return any(tuple(keys[i : i + len(p)]) == p for p in _phrases(language, sort) for i in range(len(keys)))


@cache
def _phrases(language: str, sort: str) -> tuple[tuple[str, ...], ...]:
    """The folded phrases of a sort."""
    return tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in table(language, "numbers")["rivals"][sort])


def value_of(said: Sequence[Said], cast: Cast) -> DisagreementValue:
    """Return one value of a disagreement with the pages, origins and words that give it."""
    articles = tuple(dict.fromkeys(s.article for s in said))
    return DisagreementValue(
        said[0].value, articles, cast.origins_behind([s.cite for s in said]), in_order([s.cite for s in said])
    )


def together(a: Disagreement, b: Disagreement) -> Disagreement:
    """Return two disputes over one thing as one, with the values, the pages and the words of both."""
    values = []
    for v in a.values:
        w = next((w for w in b.values if str(w.value) == str(v.value)), v)
        both = (
            tuple(dict.fromkeys((*x, *y)))
            for x, y in ((v.articles, w.articles), (v.origins, w.origins), (v.cites, w.cites))
        )
        values.append(DisagreementValue(v.value, *both))
    values += [w for w in b.values if all(str(w.value) != str(v.value) for v in a.values)]
    return structs.replace(a, values=tuple(values))
