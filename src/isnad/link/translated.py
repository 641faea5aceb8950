"""When does one body's name say in another language what the other says, word by word: "Office du blé", «مكتب القمح», "Wheat Office"?

Words of bodies mean what ``languages/*/organizations.toml`` says; any other word what the wordnets behind
:mod:`isnad.link.concepts` say, or it is a name and must sound alike. Every word of one must be met by one of the other, save those
that such names leave out as they like.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import concepts, notions
from isnad.link.concepts import cosine, vector
from isnad.link.spelling import score_of, sound_key
from isnad.link.states import state_of
from isnad.text import script_of

MEANT = 0.3
"""Likeness of two words in the space of four languages from which one may translate the other."""
HEARD = {True: 0.9, False: 0.8}
"""Score from which two words are spellings of one name: in one script, across scripts."""
MOST = 7
"""Words of the longest name compared."""
_EITHER = (
    frozenset({"agency", "authority", "organization", "administration", "committee"}),
    frozenset({"navy", "maritime", "fisheries"}),
    frozenset({"union", "federation", "association", "league"}),
    frozenset({"labor", "labour"}),
    frozenset({"press", "news"}),
    frozenset({"world", "international"}),
    frozenset({"flight", "airline"}),
    frozenset({"popular", "people"}),
)
"""Concepts that one word of a language says, so that translators choose: «هيئة» is an agency, an authority, an organisation."""
_LEFT_OUT = frozenset({"general", "directorate", "national", "public", "royal", "party", "supreme", "higher"})
"""Concepts that a name in another language may leave out."""
_SORTS_LEFT_OUT = frozenset({"company", "club", "house"})
"""Sorts of body that go without saying beside a trade and a name: «شركة الضفاف للاتصالات», "Difaf Télécom"."""
_CORPORATE = frozenset({"corporation", "corporacion", "regie", "موسسه", "مؤسسه", "entidad", "entite", "etablissement"})
"""Words that one language says of a firm and another of a state's body: a corporation is a «هيئة», a régie, an authority."""
_PANELS = frozenset({"council", "committee"})
_BOARDS = frozenset({"junta", "board"})
"""Words for a panel that a «مجلس» or a council is in other languages as often as not."""
_BODIES = frozenset({"agency", "authority", "organization", "administration", "committee", "company"})


class Notion(Struct, frozen=True, gc=False):
    """One word or phrase of a name: its concept as words of bodies go, if any, and the words."""

    concept: str | None
    words: str


@lru_cache(maxsize=16384)
def read(name: str) -> tuple[Notion, ...]:
    """Return the notions of a body's name in order, states and nationalities left out; empty when it is too long."""
    found = tuple(Notion(c, w) for c, w in notions(name) if c or not state_of(w))
    if not any(n.concept in _PLAYED for n in found):
        # «جامعة» is a university, unless it is one of a sport.
        found = tuple(Notion("university", n.words) if n.words == "جامعه" else n for n in found)
    if sum(n.concept is not None for n in found) > 1:
        # "Cour suprême" is a court like others, "cour de Mostaganem" is not its tribunal.
        found = tuple(Notion("court", n.words) if n.concept == "highcourt" else n for n in found)
    return found if len(found) <= MOST else ()


_PLAYED = frozenset(
    {"football", "handball", "basketball", "athletics", "tennis", "cycling", "swimming", "sports", "workers"}
)
"""Concepts of those whose federation is called «جامعة» in the Maghreb."""


def keys(name: str, language: str) -> Iterator[str]:
    """Yield the keys under which a name meets its translations: its sort of body with what else each word may mean."""
    told = read(name)
    heads = sorted(
        {"panel" if n.concept in _PANELS else _family(n.concept) for n in told if _heads(n.concept)} - _SORTS_LEFT_OUT
    )
    for n in told if len(told) >= 2 and language in LANGUAGES else ():
        if not _heads(n.concept):
            yield from (f"t:{head}:{sense}" for head in heads[:1] or ("",) for sense in _senses(n, language))


def _heads(concept: str | None) -> bool:
    """True of what says what sort of body a name is of."""
    return concept in generic() or _family(concept) in generic()


def _senses(n: Notion, language: str) -> list[str]:
    if n.concept:
        return [_family(n.concept), *([k] if (k := sound_key(n.words)[:3]) else [])]
    meant = [
        str(k) for k, _ in sorted(_vector(n.words, language).items(), key=lambda x: -x[1])[:3] if isinstance(k, int)
    ]
    named = sorted(map(_family, concepts(n.words, "naming")[0]))
    return [*named, *meant, sound_key(n.words)[:3]]


@cache
def generic() -> frozenset[str]:
    """Return the concepts that say what sort of body a name is of."""
    return frozenset(table("shared", "organizations")["generic"])


@cache
def _family(concept: str | None) -> str:
    return next((min(f) for f in _EITHER if concept in f), str(concept))


@lru_cache(maxsize=16384)
def translation(x: str, language: str, y: str, other: str) -> float:
    """Return how surely (0–1) two names in two languages say the same word by word; 0 when they do not.

    At least two words must meet, one of them more than a sort of body.
    """
    if language == other or language not in LANGUAGES or other not in LANGUAGES:
        return 0.0
    some, others = read(x), read(y)
    if min(len(some), len(others)) < 2:
        return 0.0
    pairs: list[tuple[float, int, int]] = []
    for i, a in enumerate(some):
        met = [(_meet(a, language, b, other), i, j) for j, b in enumerate(others)]
        if _sort(a) not in _LEFT_OUT | _SORTS_LEFT_OUT and not any(score > 0 for score, _, _ in met):
            return 0.0  # a word that meets none
        pairs += met
    pairs.sort(reverse=True)
    left, right, scores, telling = set(range(len(some))), set(range(len(others))), [], 0
    for score, i, j in pairs:
        if score > 0 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            scores.append(score)
            telling += some[i].concept not in generic() or others[j].concept not in generic()
    free = [some[i] for i in left] + [others[j] for j in right]
    unsaid = _LEFT_OUT | _SORTS_LEFT_OUT if telling == len(scores) else _LEFT_OUT
    if len(scores) < 2 or not telling or any(_sort(n) not in unsaid for n in free):
        return 0.0
    return sum(scores) / len(scores)


def _sort(n: Notion) -> str | None:
    """The sort of body a notion says; a word of other names may say one, too («دار»)."""
    return n.concept or next(iter(concepts(n.words, "naming")[0] & _SORTS_LEFT_OUT), None)


def _meet(a: Notion, language: str, b: Notion, other: str) -> float:
    """How surely two notions are one: by concept, by what their words mean, by sound."""
    if a.concept and b.concept and _family(a.concept) == _family(b.concept):
        return 1.0 if a.concept == b.concept else 0.9
    if (a.words in _CORPORATE and b.concept in _BODIES) or (b.words in _CORPORATE and a.concept in _BODIES):
        return 0.85
    if {a.concept, b.concept} == _PANELS and not {a.words, b.words}.isdisjoint(_BOARDS):
        return 0.85
    one_script = script_of(a.words) == script_of(b.words)
    single = " " not in a.words and " " not in b.words and not (a.concept and b.concept)
    if single and (not one_script or not (a.concept or b.concept)):
        alike = heard(a.words, b.words)
        if alike >= HEARD[one_script]:
            return alike
    if a.concept and b.concept:
        return 0.0
    named = _named(a) & _named(b)
    meant = cosine(_vector(a.words, language), _vector(b.words, other))
    return 0.95 if named else 0.7 + 0.3 * meant if meant >= MEANT else 0.0


def _named(n: Notion) -> set[str]:
    """What a notion says as words of names go: «طيران» is an airline's "Aerolíneas"."""
    return set(map(_family, concepts(n.words, "naming")[0])) | ({_family(n.concept)} if n.concept else set())


def heard(a: str, b: str) -> float:
    """Return how surely (0–1) two words of names are spellings of one, a particle grown on to an Arabic one or none."""
    return max(score_of(x, y) for x in _shorn(a) for y in _shorn(b))


@lru_cache(maxsize=16384)
def _shorn(word: str) -> tuple[str, ...]:
    """A word, and without the particle that an Arabic one may have grown on: «محكمة الاستئناف *ب*طنجة».

    Folding has made one letter of ي and ى, so that a last one may also be heard as a: «المرسى» is "Marsa".
    """
    if script_of(word) != "Arabic":
        return (word,)
    last = (word[:-1] + "ا",) if word[-1:] == "ي" and len(word) > 2 else ()
    if word[:1] != "ب" or len(word) < 4:
        return (word, *last)
    return (word, *last, word.removeprefix("بال") if word.startswith("بال") and len(word) > 5 else word[1:])


_vector = lru_cache(maxsize=8192)(vector)
"""The meaning of the words of a name, which meets many others."""
