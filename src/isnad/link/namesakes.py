"""Which of several places of one name is meant on a page that says nothing of its state: «عمان» is Amman or Oman, "Tripoli" in Libya or Lebanon.

Each page decides by itself where it speaks of one of the states; where it does not, the corpus does: the state its other names lie in.
A gazetteer also knows far towns by spellings that are another town's here: «ديفا» is Deva in Romania, and on pages that speak of Niger Diffa.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from isnad.languages import table
from isnad.link.places import spelled_alike
from isnad.model import Mention, Reading
from isnad.text import fold_key, script_of

CLEARLY = 2
"""How many times as often the corpus must speak of one of the states as of any other."""
_STATE = len("place:XX")


def in_their_states(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with each place of several bearers in the state the corpus speaks of. O(names) time."""
    told = [_countries(r) for r in readings]
    corpus: Counter[str] = Counter()
    for own in told:
        corpus.update(own.keys())
    settled = [_settled(r, own, corpus) for r, own in zip(readings, told, strict=True)]
    nearer = _nearer(settled)
    return [_renamed(r, nearer) for r in settled] if nearer else settled


def _countries(r: Reading) -> Counter[str]:
    """How often the names of a reading that have one bearer lie in each state."""
    return Counter(m.country for m in r.mentions if m.country and not _bearers(m))


def _settled(r: Reading, own: Mapping[str, int], corpus: Mapping[str, int]) -> Reading:
    """One reading; itself when nothing changes."""
    mentions = tuple(m if not (keys := _bearers(m)) else _meant(m, keys, own, corpus) for m in r.mentions)
    return r if all(a is b for a, b in zip(mentions, r.mentions, strict=True)) else replace(r, mentions=mentions)


def _meant(m: Mention, keys: frozenset[str], own: Mapping[str, int], corpus: Mapping[str, int]) -> Mention:
    """The mention as the bearer whose state the corpus clearly speaks of, when its page speaks of none of theirs."""
    states: dict[str, str] = {m.country or "": m.key or "", **{k[_STATE - 2 : _STATE]: k for k in keys}}
    if any(own.get(s) for s in states):
        return m
    (most, state), *rest = sorted(((corpus.get(s, 0), s) for s in states), reverse=True)
    if not most or state == m.country or (rest and most < CLEARLY * rest[0][0]):
        return m
    return replace(m, key=states[state], country=state)


def _nearer(readings: Sequence[Reading]) -> dict[tuple[str, str], Mention]:
    """Names with the entry of a far town, of whose state little else speaks → the town of their sound that other pages name.

    A town no list has will do where nothing speaks of the far one's state: «سومبي» is Soumbé in Senegal, not Sumbe in Angola.
    """
    names: dict[tuple[str, str], Mention] = {}
    unlisted: dict[str, Mention] = {}
    said: Counter[str] = Counter()
    of_each: Counter[str] = Counter()
    for m in (m for r in readings for m in r.mentions):
        if m.country:
            said[m.country] += 1
            of_each[m.key or ""] += 1
        if m.kind == "place" and m.key and m.country and m.key[_STATE:]:
            names.setdefault((fold_key(m.text), m.key), m)
        elif m.kind == "place" and not m.key:
            unlisted.setdefault(fold_key(m.text), m)
    found = {}
    for (form, key), m in names.items():
        # What else speaks of its state, and of the state of a town that sounds like it.
        else_far = said[m.country or ""] - of_each[key]
        rivals = [
            n
            for (other, k), n in names.items()
            if k != key
            and said[n.country or ""] - of_each[k] > CLEARLY * else_far
            and script_of(other) != script_of(form)
        ]
        alike = {n.key: n for n in rivals if spelled_alike(m.text, n.text)}
        if not alike and not else_far:
            others = (n for other, n in unlisted.items() if script_of(other) != script_of(form))
            if (near := next((n for n in others if spelled_alike(m.text, n.text)), None)) is not None:
                found[form, key] = near
        elif len(alike) == 1:
            found[form, key] = next(iter(alike.values()))
    return found


def _renamed(r: Reading, nearer: Mapping[tuple[str, str], Mention]) -> Reading:
    """One reading with its far towns as the near ones; itself when it names none."""
    near = [nearer.get((fold_key(m.text), m.key or "")) if m.kind == "place" else None for m in r.mentions]
    if not any(near):
        return r
    pairs = zip(r.mentions, near, strict=True)
    return replace(r, mentions=tuple(m if n is None else replace(m, key=n.key, country=n.country) for m, n in pairs))


def _bearers(m: Mention) -> frozenset[str]:
    """The keys of further places that bear a mention's name; empty for a name of one bearer or one whose vowel signs tell."""
    if m.kind != "place" or m.key is None or m.text.removeprefix("ال") in table("shared", "places")["signs"]:
        return frozenset()
    return _namesakes().get(fold_key(m.text), frozenset())


@cache
def _namesakes() -> dict[str, frozenset[str]]:
    """Folded names → the keys of ``namesakes`` that bear them."""
    found: dict[str, frozenset[str]] = {}
    for row in table("shared", "places")["namesakes"]:
        for name in map(fold_key, row["names"]):
            found[name] = found.get(name, frozenset()) | {f"place:{row['key']}"}
    return found
