"""How alike two printed names of persons are: token by token, order free, with given names that are equal by custom."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise, permutations

import regex
from msgspec import Struct

from isnad.languages import table
from isnad.link.spelling.sounds import sound_key
from isnad.link.spelling.tokens import Form, form_of, likeness, met_under, why
from isnad.text import fold_key

ALIKE = 0.72
"""Score from which two words count as spellings of one name."""
UNLIKE = 0.45
"""Score below which two words count as different names; between the two nothing is said."""

_WORDS = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*\.?")


_CEDILLA = regex.compile("(?<=[\\p{L}])ç(?=[aou])")
"""A French, Catalan or Portuguese ç, which folding would make a hard c: "Fayçal"."""
_TURKISH = regex.compile("[ğışĞİŞ]")


class NameMatch(Struct, frozen=True, gc=False):
    """How two names compare: a score (0–1), how many words agree and contradict, and the reasons.

    ``full`` is true when at least two words of each agree; ``clash`` when a given name or surname contradicts.
    """

    score: float
    agree: int
    clash: int
    full: bool
    reasons: tuple[str, ...]


@cache
def _equal() -> dict[str, frozenset[int]]:
    """Which sets of equal given names a folded name belongs to."""
    sets: dict[str, set[int]] = {}
    for n, names in enumerate(table("shared", "given_names")["equal"]):
        for name in names:
            sets.setdefault(fold_key(name), set()).add(n)
    return {k: frozenset(v) for k, v in sets.items()}


@cache
def _joined() -> dict[str, str]:
    return {fold_key(k): v for k, v in table("shared", "given_names")["joined"].items()}


@cache
def _dropped() -> frozenset[str]:
    return frozenset(table("shared", "given_names")["dropped"]["words"])


@cache
def _own_article() -> frozenset[str]:
    """Given names that are others without their article: «الأمين» is Lamine, «أمين» is Amine."""
    return frozenset(k for k in _equal() if k.startswith("ال") and k[2:] not in _equal() and len(k) >= 6)


@lru_cache(maxsize=16384)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return a name's comparable words: folded, articles off, ``Ben Ali`` as ``benali``, ``عبد اللطيف`` as one word."""
    heard = _CEDILLA.sub("s", name) if "ç" in name and not _TURKISH.search(name) else name
    printed = [w.strip(".") for w in _WORDS.findall(heard.replace("-", " "))]
    words = [(fold_key(w), w.startswith("ال")) for w in printed if fold_key(w)]
    out: list[str] = []
    held = ""
    for i, (word, definite) in enumerate(words):
        last = i == len(words) - 1
        if not last and word in _joined():
            held += _joined()[word]
            continue
        if word in _dropped() and len(words) > 1 and not last:
            # "Abd al-Latif" is "Abdellatif": the article goes into the joined word, elsewhere it goes away.
            if held == "abd":
                held = "abdel"
            continue
        # Folded, «أليسون» would begin with the article too; only a bare alif does.
        if definite and len(word) >= 5 and not held and word not in _own_article():
            word = word[2:]
        out.append(held + word)
        held = ""
    return tuple(out)


@lru_cache(maxsize=16384)
def meeting_keys(name: str) -> tuple[frozenset[str], ...]:
    """Return, for each of the first five comparable words of a name, the keys under which its other spellings are met.

    Coarse consonants, those of other manners of transcription, and given names equal by custom ("Moctar", «المختار»).
    """
    return tuple(
        frozenset((*met_under(t), *(f"={n}" for n in _equal().get(t, ())))) for t in name_tokens(name)[:MOST_WORDS]
    )


class _Word(Struct, frozen=True, eq=False, gc=False):
    """A word of a name: its form, the sets of equal given names it is in, and what stands behind "ben" or "abou" written with it.

    ``kin`` are those sets and all that share a name with them: two names without common kin are known to be two.
    """

    form: Form
    equal: frozenset[int]
    kin: frozenset[int]
    rest: _Word | None
    led: str = ""


@lru_cache(maxsize=16384)
def _word(key: str) -> _Word:
    led, rest = _led(key)
    equal = _equal().get(key, frozenset())
    kin = frozenset(n for e in equal for n in _kin()[e])
    return _Word(form_of(fold_key(key)), equal, kin, _word(rest) if rest else None, led)


@cache
def _kin() -> dict[int, frozenset[int]]:
    """Each set of equal given names with the sets that share a name with it."""
    near: dict[int, set[int]] = {}
    for sets in _equal().values():
        for n in sets:
            near.setdefault(n, set()).update(sets)
    return {n: frozenset(found) for n, found in near.items()}


_LED = {"ben": "son", "بن": "son", "abou": "father", "ابو": "father"}
"""Words written together with the name behind them, in both scripts: what they say of it."""


def _led(key: str) -> tuple[str, str]:
    """What opens a joined word, and the name behind it; empty for other words."""
    return next(
        ((led, key[len(p) :]) for p, led in _LED.items() if key.startswith(p) and len(key) > len(p) + 2), ("", "")
    )


@lru_cache(maxsize=65536)
def _score(a: _Word, b: _Word, hasty: bool) -> float:
    """Two words of names: equal by custom, an initial, or alike in spelling."""
    x, y = a.form, b.form
    if x is not y and a.equal and not a.equal.isdisjoint(b.equal):
        return 0.95
    if len(x.key) == 1 or len(y.key) == 1:
        return 0.75 if x.key[:1] == y.key[:1] else 0.0
    if a.rest and b.rest and a.led == b.led:
        return _score(a.rest, b.rest, hasty)
    if a.kin and b.kin and a.kin.isdisjoint(b.kin):
        return min(_OF_ANOTHER, likeness(x, y, hasty))
    return likeness(x, y, hasty)


_OF_ANOTHER = 0.6
"""The most that two given names score that everybody knows apart, however alike they are spelled: Mahmoud and محمد, Hassan and حسين."""


def _reason(a: _Word, b: _Word, hasty: bool) -> str:
    x, y = a.form, b.form
    if x is not y and not a.equal.isdisjoint(b.equal):
        return f"“{x.key}” and “{y.key}” are forms of one given name"
    if len(x.key) == 1 or len(y.key) == 1:
        return f"“{x.key}” may be the initial of “{y.key}”" if x.key[:1] == y.key[:1] else "initials differ"
    if a.rest and b.rest and a.led == b.led:
        return f"{a.led}s of one name: {_reason(a.rest, b.rest, hasty)}"
    return why(x, y, hasty)


class _Name(Struct, frozen=True, eq=False, gc=False):
    """A printed name ready to be compared: its words, all of them written together, and what turns strangers away for little.

    ``heads`` are the leading consonants and letters of its words and the sets of equal names they are in; ``None`` when a word has
    no consonant that both scripts write.
    """

    words: tuple[_Word, ...]
    whole: str
    heads: frozenset[str] | None


@lru_cache(maxsize=16384)
def _name(printed: str) -> _Name:
    tokens = name_tokens(printed)
    heads = _heads(tokens)
    return _Name(tuple(map(_word, tokens)), "".join(tokens), None if "" in heads else heads)


def _heads(tokens: tuple[str, ...]) -> frozenset[str]:
    """What may tell strangers apart for little: leading consonants, letters, sets of equal names."""
    found: set[str] = set()
    for t in tokens:
        found |= {sound_key(t)[:1], t[0], *(f"={n}" for n in _equal().get(t, ()))}
        rest = _led(t)[1]
        if rest or (t[:2] in ("al", "el", "ul") and (rest := t[2:])):
            found |= {sound_key(rest)[:1], *(f"={n}" for n in _equal().get(rest, ()))}
    return frozenset(found)


@cache
def _orders(short: int, long: int) -> tuple[tuple[tuple[int, ...], float], ...]:
    """Every way to give each of the shorter name's words one of the longer's, and what keeping their order is worth."""
    ways = permutations(range(long), short)
    return tuple((way, 0.01 * sum(a < b for a, b in pairwise(way))) for way in ways)


MOST_WORDS = 5
"""Words of a name that are compared."""


def _assign(short: tuple[_Word, ...], long: tuple[_Word, ...]) -> list[tuple[float, _Word, _Word]]:
    """The best one-to-one pairing of the shorter name's words with the longer's; at most five words a side."""
    short, long = short[:MOST_WORDS], long[:MOST_WORDS]
    hasty = len(short) > 1
    grid = [[_score(a, b, hasty) for b in long] for a in short]
    best: tuple[int, ...] = ()
    total = -1.0
    for chosen, straight in _orders(len(short), len(long)):
        # Words in the same order are a little likelier than the reverse.
        value = sum([row[j] for row, j in zip(grid, chosen, strict=True)]) + straight
        if value > total:
            best, total = chosen, value
    return [(row[j], word, long[j]) for row, word, j in zip(grid, short, best, strict=True)]


_STRANGERS = NameMatch(0.0, 0, 1, False, ("no two words of the names share their leading consonants",))


@lru_cache(maxsize=16384)
def compare_names(a: str, b: str) -> NameMatch:
    """Return how two printed names of persons compare; symmetric, any of the two scripts, any order of words."""
    na, nb = _name(a), _name(b)
    if not na.words or not nb.words:
        return NameMatch(0.0, 0, 0, False, ("no comparable words",))
    if na.whole == nb.whole:
        return NameMatch(1.0, len(na.words), 0, len(na.words) > 1, (f"“{a}” and “{b}” are the same words",))
    short, long = (na, nb) if len(na.words) <= len(nb.words) else (nb, na)
    if _of_other_sex(a, b) or _of_other_sex(b, a):
        return NameMatch(0.3, 0, 2, False, (f"“{a}” and “{b}”: a daughter is no son",))
    if _turned(a, b) or _his_father(a, b) or _his_father(b, a):
        return NameMatch(0.3, 0, 2, False, (f"“{a}” and “{b}” say the reverse of whose child each is",))
    # Two single words are quickly compared as they are; turned away here, near and far strangers would score alike.
    if len(long.words) > 1 and na.heads and nb.heads and na.heads.isdisjoint(nb.heads):
        return _STRANGERS
    return _compared(short, long)


@cache
def _descent() -> frozenset[str]:
    """Words that say whose child somebody is: "ould", "mint", «بن»."""
    return frozenset(fold_key(w) for language in ("ar", "en", "es", "fr") for w in table(language, "names")["descent"])


@lru_cache(maxsize=16384)
def _child(printed: str) -> tuple[str, tuple[str, ...]] | None:
    """A name's first word and the father's behind the last word of descent inside it («سيدي بابه» has two), else nothing."""
    words = fold_key(printed).split()
    at = max((i for i in range(1, len(words) - 1) if words[i] in _descent()), default=0)
    return (words[0], tuple(words[at + 1 :])) if at else None


_DAUGHTERS = frozenset({"بنت", "منت", "mint", "bint", "bent"})
_SONS = frozenset({"ولد", "بن", "ابن", "ould", "uld", "wuld", "weld", "ben", "bin", "ibn"})


def _of_other_sex(short: str, whole: str) -> bool:
    """True of a name that opens with whose daughter she is and one that says only whose son he is, or the reverse: «بنت سيدي بابا»."""
    first = fold_key(short).partition(" ")[0]
    own = _DAUGHTERS if first in _DAUGHTERS else _SONS if first in _SONS else None
    if own is None:
        return False
    said = frozenset(fold_key(whole).split())
    return said.isdisjoint(own) and not said.isdisjoint(_DAUGHTERS if own is _SONS else _SONS)


def _alike(v: str, w: str) -> bool:
    return _score(_word(v), _word(w), True) >= ALIKE


def _his_father(short: str, whole: str) -> bool:
    """True of "Ould Sidi Baba" beside "Sidi Baba Ould Mohamed": who is called after his father is not that father."""
    led, *own = fold_key(short).split()
    y = _child(whole)
    if led not in _SONS | _DAUGHTERS or y is None or not own:
        return False
    return _alike(own[0], y[0]) and not any(_alike(v, w) for v in own for w in y[1])


def _turned(a: str, b: str) -> bool:
    """True of "Bah Ould Cheikhna" and "Cheikhna Ould Bah", who are as likely son and father: descent is not told in either order."""
    x, y = _child(a), _child(b)
    if x is None or y is None:
        return False
    son = any(_alike(x[0], w) for w in y[1])
    return son and any(_alike(w, y[0]) for w in x[1]) and not _alike(x[0], y[0])


def _compared(short: _Name, long: _Name) -> NameMatch:
    rows = _assign(short.words, long.words)
    agree = [r for r in rows if r[0] >= ALIKE]
    clash = sum(r[0] < UNLIKE for r in rows)
    score = sum(r[0] for r in rows) / len(rows)
    if len(short.words) >= 2 and clash:
        score *= 0.45
    if len(short.words) != len(long.words):
        # Words cut differently ("Benkirane" / "بن كيران") agree when written together.
        x, y = form_of(fold_key(short.whole)), form_of(fold_key(long.whole))
        whole = likeness(x, y)
        if whole >= 0.9 and whole > score:
            return NameMatch(whole, len(long.words), 0, len(long.words) > 1, (why(x, y),))
        score *= 0.97 if len(short.words) > 1 else 0.8
    hasty = len(short.words) > 1
    reasons = tuple(_reason(a, b, hasty) for _, a, b in agree or rows)
    return NameMatch(round(score, 4), len(agree), clash, len(agree) >= 2, reasons)
