"""When do two names stand for one place: by gazetteer, by print, by spelling, never across sorts of places."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, product

import regex

from isnad.languages.meanings import place_meaning, says_settlement
from isnad.link.linker import Verdict
from isnad.link.local import Local
from isnad.link.spelling import NameMatch, compare_names, meeting_keys
from isnad.link.spelling.sounds import bones
from isnad.text import fold_key, script_of

SURELY, TELLING = 0.96, 5
"""Score and consonants from which two names of more words than one are one place's, whatever else their articles name."""
ALIKE = {True: 0.9, False: 0.8}
"""Score from which two names are spellings of one place: in one script, across scripts."""


class Places:
    """Links places: the gazetteer's entry decides; any other place by its spelling and surroundings."""

    name = "entity"
    sure = 0.98

    def id(self, item: Local) -> str:
        """Return the local entity's id."""
        return item.id

    def keys(self, item: Local) -> Iterable[str]:
        """Return gazetteer key, printed forms and the sounds of the telling words."""
        if item.key:
            yield item.key
        yield from (f"={fold_key(n)}" for n in item.names)
        for n in _written(item, None):
            kinds, rest = _meaning(n)
            yield from (f"w:{'+'.join(sorted(kinds))}:{'+'.join(sorted(s))}" for s in _sounds(rest))

    def judge(self, a: Local, b: Local) -> Verdict | None:
        """Compare two places."""
        if a.key and b.key:
            same = a.key == b.key
            return Verdict(same, 0.98, (f"the gazetteer knows both as {a.key}" if same else "two gazetteer entries",))
        if a.countries and b.countries and not a.countries & b.countries:
            return Verdict(False, 0.85, ("they lie in different countries",))
        if _beside(a, b) or _beside(b, a):
            return Verdict(False, 0.9, ("one is a port or a town in the other",))
        shared = {fold_key(n) for n in a.names} & {fold_key(n) for n in b.names}
        if shared:
            return Verdict(True, 0.94, (f"both are called “{min(shared)}”",))
        found = [m for x in _written(a, b) for y in _written(b, a) if (m := _compare(x, y)) is not None]
        match = max(found, key=lambda m: m.score, default=None)
        if match is not None and not a.context & b.context:
            sure = match.score >= SURELY and not (a.key or b.key) and min(_telling(a), _telling(b)) >= TELLING
            return (
                Verdict(True, match.score * 0.85, (*match.reasons, "too long a name for two places")) if sure else None
            )
        if match is None or (bool(a.key) != bool(b.key) and not _listed(a, b, match)):
            return None
        return Verdict(True, match.score * 0.9, (*match.reasons, "the articles name other things in common"))


def _beside(known: Local, other: Local) -> bool:
    """True when every name of the other says a port, where the gazetteer knows a town, or a town, where it knows a state."""
    if not known.key or other.key:
        return False
    if _STATE.fullmatch(known.key):
        return all(says_settlement(n) for n in other.names)
    return all("port" in place_meaning(n)[0] for n in other.names) and not any(
        "port" in place_meaning(n)[0] for n in known.names
    )


_STATE = regex.compile(r"place:[A-Z]{2}")


def _meaning(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """What sort of place a name says, and which; a crossing or a port is told under the name of where it is: «معبر وادي عفيف», «وادي عفيف»."""
    kinds, rest = place_meaning(name)
    return kinds - _OF_A_PLACE, rest


_OF_A_PLACE = frozenset({"crossing", "port"})


def _sounds(rest: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The sounds of telling words, three consonants each, in every manner a word is heard.

    A second time with the t of an Arabic ة that is heard before another word: «ديرة النخل», Deirat al-Nakhl.
    """
    heard = tuple(f"{w[:-1]}ت" if w.endswith("ه") and len(w) > 3 else w for w in rest[:-1])
    found: set[tuple[str, ...]] = set()
    for words in {rest, (*heard, *rest[-1:])}:
        each = [[k[:3] for k in keys if not k.startswith("=")] or [""] for w in words for keys in meeting_keys(w)]
        found.update(islice(product(*map(sorted, each)), MANNERS))
    return found


MANNERS = 12
"""Ways to hear the words of one name that are looked up."""


def _telling(a: Local) -> int:
    """How many consonants a name of several words has; 0 when every name is of one."""
    names = (_meaning(n)[1] for n in a.names)
    return max((sum(map(len, (bones(w) for w in rest))) for rest in names if len(rest) > 1), default=0)


def _written(a: Local, b: Local | None) -> tuple[str, ...]:
    """The names of a place; a Spanish page's also as others write them, who hear ج as j where it writes y ("Ued el Hayar")."""
    if a.language != "es" or (b is not None and b.language == "es"):
        return a.names
    return (*a.names, *(n.replace("y", "j").replace("Y", "J") for n in a.names if "y" in n.casefold()))


def _listed(a: Local, b: Local, match: NameMatch) -> bool:
    """True when a spelling that the gazetteer lacks is surely that of its entry: the articles speak of the entry's state."""
    known, other = (a, b) if a.key else (b, a)
    near = len(a.context & b.context) >= LISTED_NEAR or match.score >= SURELY
    state = bool(known.countries & other.named)
    return state and near and match.score >= LISTED and not other.countries and min(map(len, other.names)) >= LEAST


LISTED, LISTED_NEAR, LEAST = 0.93, 2, 5
"""Score, things in common (unless the score is sure) and letters from which a spelling no list has is an entry of the gazetteer."""


def spelled_alike(x: str, y: str) -> bool:
    """True when two printed names are spellings of one place by their letters and the sort of place they say."""
    return _compare(x, y) is not None


def _compare(x: str, y: str) -> NameMatch | None:
    """How two names compare when they say the same sort of place and their telling words agree one by one; else ``None``."""
    kinds_x, rest_x = _meaning(x)
    kinds_y, rest_y = _meaning(y)
    if kinds_x != kinds_y or len(rest_x) != len(rest_y):
        return None
    match = compare_names(" ".join(rest_x), " ".join(rest_y))
    return match if match.score >= ALIKE[script_of(x) == script_of(y)] and not match.clash else None
