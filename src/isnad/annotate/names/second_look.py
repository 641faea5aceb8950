"""Arabic persons that no list and no rule tells, by learned weights: two to four words that begin with a given name.

«وفاز *جميل الزهراني* بالجائزة», «وكان *نجم بلقاسم* قد وصل»: many given names are words of the language, and nothing printed sets a
name apart. A second look at what the tagger left weighs signs of the words themselves and of the two words before and the one
behind: lists, how often pages print them, how they end, what leads to them. No sign is a word of its own but small ones
(``training/persons.py`` learns what each weighs).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from isnad.annotate.names.classes import bands, likeness
from isnad.annotate.names.guessed_arabic import sounds_only
from isnad.annotate.names.holders import office_before
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words, printed_given
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.spoken import sayings, stranger
from isnad.annotate.names.verbs import takes_object, will_do
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts, place_kind
from isnad.models import weights

LIKELY = 0.7
"""How likely a name must be where nothing else was seen."""
OVER, ANEW = 0.85, 0.95
"""The same where part of the words, or just they, were taken for something else."""
HEARD = 0.9
"""The same where the first word is known from names and for no given one."""
CONSTRUCT = 0.95
"""The same where a noun with the article closes it, as it closes a genitive: «رجاء *السكان*»."""
FOUND = 0.88
"""Confidence of such a person."""
LONGEST = 4
RARE = 5
"""The band of frequency of words that pages hardly print."""
_DESCENT = frozenset("بن ابن ولد بنت منت ايت ال بو ابو عبد ابي ام ابا".split())
"""Words that a name's next word belongs to."""
_SMALL = frozenset("في من الي علي عن مع بين ان انه انها الذي التي قد لم لن بعد قبل حول كان كانت وكان".split())
"""Small words that are signs of their own."""
_THAT = frozenset({"أن", "إن", "ان", "بأن", "أنه", "إنه", "أنها", "إنها", "ب", ":"})
_MARKS = '،,.:«»"()'


def second_look(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Return the names of an Arabic sentence with the persons that learned weights find likely among what was left."""
    known: list[tuple[float, int, int]] = []
    people = {k for a, b, kind, _ in raw if kind == "PER" for k in range(a, b)}
    others = [(a, b) for a, b, kind, _ in raw if kind != "PER"]
    for a, b in candidates(words):
        if not people.isdisjoint(range(a, b)) or _between_marks(words, a, b) or _tells(words, a, b):
            continue
        least = ANEW if (a, b) in others else OVER if any(x < b and a < y for x, y in others) else LIKELY
        if _sort(_own(words[a].text, words[a].key)) == "named":
            least = max(least, HEARD)
        if _family(_own(words[b - 1].text, words[b - 1].key)) == "the word":
            least = max(least, CONSTRUCT)
        if (chance := likely(words, a, b)) >= least:
            known.append((chance, a, b))
    out = raw
    for _, a, b in sorted(known, reverse=True):
        if people.isdisjoint(range(a, b)) and not sounds_only(words, (a, b, "PER", FOUND)):
            out = [r for r in out if r[1] <= a or b <= r[0]] + [(a, b, "PER", FOUND)]
            people.update(range(a, b))
    return sorted(out) if out is not raw else raw


def _between_marks(words: list[Word], a: int, b: int) -> bool:
    """True of what fills the space between marks, as names of ships and works do."""
    return a > 0 and b < len(words) and words[a - 1].text in '«"“' and words[b].text in '»"”'


def _tells(words: list[Word], a: int, b: int) -> bool:
    """True of words with a verb among them, and of an office and what it is of before its holder: «مالك *السنبوق* | علي»."""
    if any(will_do(w) or takes_object(w) or _will_do_it(w.key) for w in words[a + 1 : b]):
        return True
    last = words[b - 1].key
    return last.startswith("ال") and not last.endswith("ي") and b < len(words) and _opens(words[b])


def _will_do_it(key: str) -> bool:
    """True of a verb of what will be done with its object, known or not: «سيحييها»."""
    return len(key) > 5 and key.startswith(("سي", "ست")) and key.endswith(("ها", "هم", "هما"))


def candidates(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words [first, last) that may be a person's name: a given name opens them, no small word is inside."""
    for a in range(len(words) - 1):
        if not _opens(words[a]):
            continue
        b = a + 1
        while b < len(words) and b - a < LONGEST and _goes_on(words[b]):
            b += 1
            last = words[b - 1].key
            if last in _DESCENT:
                continue
            yield a, b
            if last.startswith("ال") and len(last) > 4:
                break


def _opens(w: Word) -> bool:
    """True of a word that lists know for a given name."""
    return w.kind == "word" and len(w.key) > 1 and _given(w.text, w.key)


@lru_cache(maxsize=16384)
def _given(text: str, key: str) -> bool:
    if text in printed_given():
        return True
    if key in anywhere("never") or key in listed("ar", "honorifics"):
        return False
    known = gazetteer()
    named = key in known.given or key in given_names() or (key in known.people and not key.startswith("ال"))
    return named or key in ("ابو", "عبد")


def _goes_on(w: Word) -> bool:
    if w.kind != "word" or len(w.key) < 2 or not w.key.isalpha():
        return False
    return w.key in _DESCENT or w.key not in anywhere("never") or w.text in printed_given()


def likely(words: Sequence[Word], a: int, b: int) -> float:
    """Return how likely it is that words [first, last) are a person's whole name."""
    known = _weights()
    return 1 / (1 + math.exp(-sum([known.get(s, 0.0) for s in signs(words, a, b)])))


@cache
def _weights() -> Mapping[str, float]:
    return msgspec.json.decode(weights("persons.json").read_bytes(), type=dict[str, float])


def signs(words: Sequence[Word], a: int, b: int) -> set[str]:
    """Return the signs by which words [first, last) are weighed."""
    first, last = _own(words[a].text, words[a].key), _own(words[b - 1].text, words[b - 1].key)
    out = {"bias", f"n{b - a}", *[f"first {s}" for s in first], *[f"last {s}" for s in last]}
    for w in words[a + 1 : b - 1]:
        out.update(["mid descent"] if w.key in _DESCENT else [f"mid {s}" for s in ("word", *_own(w.text, w.key))])
    sort = _sort(first)
    out |= {sort, f"{sort} {_family(last)}"}
    for place, k in (("<", a - 1), ("<<", a - 2), (">", b)):
        out.update([f"{place} {s}" for s in _beside(words, k)])
    if _verb_opens(words, a):
        out |= {"verb opens", f"verb opens {sort}"}
    if a and b < len(words) and words[a - 1].key in sayings() and words[b].text in _THAT:
        out.add("says that")
    if a and office_before(list(words), a):
        out |= {"office before", f"office before {sort}"}
    return out


def _verb_opens(words: Sequence[Word], a: int) -> bool:
    """True where the word before may be the verb that opens a clause: «و*فاز* جميل …», «… ، *أحيل* سعيد»."""
    k = a - 1
    if k < 0 or words[k].kind != "word" or words[k].key.startswith("ال") or words[k].text.endswith("ة"):
        return False
    if words[k].key in _SMALL or words[k].key in listed("ar", "at", "honorifics") or words[k].key in office_words("ar"):
        return False
    k -= k > 0 and words[k - 1].kind == "particle" and words[k - 1].key in "وف"
    return k == 0 or words[k - 1].kind == "mark"


def _sort(first: Sequence[str]) -> str:
    """Whether a given name is a word besides, nothing else, or only heard of in names."""
    if not {"plain", "f0", "f1", "f2"}.isdisjoint(first):
        return "common"
    return "given" if not {"printed", "given"}.isdisjoint(first) else "named"


def _family(last: Sequence[str]) -> str:
    """What the last word looks like: a name of relation, with the article, a name, a name and word besides, a word, or nothing known."""
    told = frozenset(last)
    common = told & {"plain", "f0", "f1", "f2"}
    named = told & {"people", "family", "given", "printed"}
    if "nisba" in told:
        return "adjective" if common or told & {"demonym", "office"} else "nisba"
    if "al" in told:
        noun = common or told & {
            "plain within",
            "within f0",
            "within f1",
            "within f2",
            "concept",
            "sort of place",
            "office",
            "f3",
        }
        return "the word" if noun and not named else "the name" if named else "al"
    if named:
        return "name and word" if common else "name"
    return "word" if common or "f3" in told else "unknown"


@lru_cache(maxsize=8192)
def _own(text: str, key: str) -> tuple[str, ...]:
    """What a word says by itself: lists, bands of frequency, its letters."""
    known, stem = gazetteer(), bare(key)
    often, oftener = bands("ar").get(key, RARE), bands("ar").get(stem, RARE)
    plain = known.plain["ar"]
    told = {
        "printed": text in printed_given(),
        "given": key in known.given,
        "people": key in known.people,
        "family": key in known.family,
        "unlisted": key not in known.people and key not in known.given and text not in printed_given(),
        "plain": key in plain,
        "plain within": key not in plain and stem in plain,
        f"f{often}": True,
        f"within f{oftener}": oftener != often,
        "place": key in known.places,
        "demonym": key in demonyms("ar"),
        "office": stem in office_words("ar"),
        "concept": bool(concepts(text)[0]),
        "sort of place": place_kind(key) is not None,
        "al": key.startswith("ال"),
        "nisba": key.startswith("ال") and key.endswith("ي"),
        "feminine": text.endswith("ة"),
        "somebody's": key.endswith(("ها", "هم", "نا", "هما")),
        "like a verb": key[:1] in "يت",
        "in number": key.endswith(("ات", "ين", "ون", "ان")),
        "ends in a": text.endswith(("ا", "اً")),
        "ends in i": key.endswith("ي"),
        "opens in bu": key.startswith("بو"),
        "grown on": key[:1] in "بلكف" and bands("ar").get(key[1:], RARE) < RARE - 1,
        "for the": text.startswith("لل"),
        f"letters {max(-3, min(3, round(3 * likeness(stem))))}": True,
        f"long {min(len(key), 7)}": True,
    }
    return tuple([s for s, true in told.items() if true])


def _beside(words: Sequence[Word], k: int) -> tuple[str, ...]:
    """What a word before a name, or behind it, says."""
    if not 0 <= k < len(words):
        return ("edge",)
    w = words[k]
    if w.kind == "word":
        return _neighbour(w)
    if w.kind == "mark":
        return ("mark " + (w.text if w.text in _MARKS else "other"),)
    return ("number",) if w.kind == "number" else (f"grown on {w.key}",)


@lru_cache(maxsize=16384)
def _neighbour(w: Word) -> tuple[str, ...]:
    """What a word beside a name says by its lists, its ending and how often pages print it."""
    key, stem, known = w.key, bare(w.key), gazetteer()
    article, often = key.startswith("ال"), bands("ar").get(key, RARE)
    owned = key.endswith(("ها", "هم", "ته")) and not w.text.endswith("ة")
    told = {
        "honorific": key in listed("ar", "honorifics"),
        "saying": key in sayings(),
        "calling": stem == key and stem in listed("ar", "callings"),
        "the calling": stem != key and stem in listed("ar", "callings"),
        "office": stem == key and stem in office_words("ar"),
        "the office": stem != key and stem in office_words("ar"),
        "verb with object": takes_object(w),
        f"= {key}": key in _SMALL,
        "small": key not in _SMALL and key in anywhere("never"),
        "al": article,
        "like a verb": not article and key[:1] in "يت" and often < RARE,
        "ends in t": not article and w.text.endswith("ت"),
        "feminine": not article and w.text.endswith("ة"),
        "ends in a": not article and w.text.endswith(("ا", "ًا", "اً")),
        "somebody's": owned,
        "sort of place": place_kind(key) is not None or place_kind(stem) is not None,
        "place": key in known.places,
        "people": key in known.people and key not in known.plain["ar"],
        "bears a name": key in listed("ar", "heads", "things", "streets"),
        f"f{often}": not owned,
        "stranger": stranger(w) and not owned,
    }
    return tuple([s for s, true in told.items() if true])


__all__ = ["candidates", "likely", "second_look", "signs"]
