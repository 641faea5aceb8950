"""When do two names stand for one place: by gazetteer, by print, by spelling, never across sorts of places."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from isnad.languages.meanings import place_meaning
from isnad.link.linker import Verdict
from isnad.link.local import Local
from isnad.link.spelling import NameMatch, compare_names, name_tokens, sound_key
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
        for n in item.names:
            yield f"={fold_key(n)}"
            kinds, rest = _meaning(n)
            yield from (f"w:{'+'.join(sorted(kinds))}:{'+'.join(sorted(s))}" for s in _sounds(rest))

    def judge(self, a: Local, b: Local) -> Verdict | None:
        """Compare two places."""
        if a.key and b.key:
            same = a.key == b.key
            return Verdict(same, 0.98, (f"the gazetteer knows both as {a.key}" if same else "two gazetteer entries",))
        if a.countries and b.countries and not a.countries & b.countries:
            return Verdict(False, 0.85, ("they lie in different countries",))
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


def _meaning(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """What sort of place a name says, and which; a crossing or a port is told under the name of where it is: «معبر وادي عفيف», «وادي عفيف»."""
    kinds, rest = place_meaning(name)
    return kinds - _OF_A_PLACE, rest


_OF_A_PLACE = frozenset({"crossing", "port"})


def _sounds(rest: tuple[str, ...]) -> list[list[str]]:
    """The sounds of telling words; a second time with the t of an Arabic ة that is heard before another word: «ديرة النخل», Deirat al-Nakhl."""
    found = [[sound_key(t)[:3] for w in rest for t in name_tokens(w)]]
    if (one := tuple(_DIGRAPHS.sub(lambda m: m.group()[1], w) for w in rest)) != rest:
        found.append([sound_key(t)[:3] for w in one for t in name_tokens(w)])
    heard = [f"{w[:-1]}ت" if w.endswith("ه") and len(w) > 3 else w for w in rest[:-1]]
    if heard != list(rest[:-1]):
        found.append([sound_key(t)[:3] for w in (*heard, *rest[-1:]) for t in name_tokens(w)])
    return found


def _telling(a: Local) -> int:
    """How many consonants a name of several words has; 0 when every name is of one."""
    names = (_meaning(n)[1] for n in a.names)
    return max((sum(map(len, (bones(w) for w in rest))) for rest in names if len(rest) > 1), default=0)


_DIGRAPHS = regex.compile("دج|دز|تش")
"""Two Arabic letters for one foreign sound: «كودجيكويه» is Kodjikoué."""


def _written(a: Local, b: Local) -> tuple[str, ...]:
    """The names of a place; a Spanish page's also as others write them, who hear ج as j where it writes y ("Ued el Hayar")."""
    if a.language != "es" or b.language == "es":
        return a.names
    return (*a.names, *(n.replace("y", "j").replace("Y", "J") for n in a.names if "y" in n.casefold()))


def _listed(a: Local, b: Local, match: NameMatch) -> bool:
    """True when a spelling that the gazetteer lacks is surely that of its entry: the articles speak of the entry's state."""
    known, other = (a, b) if a.key else (b, a)
    near = bool(known.countries & other.named) and len(a.context & b.context) >= LISTED_NEAR
    return near and match.score >= LISTED and not other.countries and min(map(len, other.names)) >= LEAST


LISTED, LISTED_NEAR, LEAST = 0.93, 2, 5
"""Score, things in common and letters from which a spelling no list has is an entry of the gazetteer."""


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
