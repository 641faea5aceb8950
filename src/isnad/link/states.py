"""States by name, and bodies of one state under names and acronyms that pages print without explaining them."""

from __future__ import annotations

import lzma
from functools import cache

import msgspec

from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.languages.meanings import nation_of
from isnad.models import weights
from isnad.text import fold_key


class _Countries(msgspec.Struct, frozen=True):
    """The part of the shipped gazetteer that names states: ISO code → folded names."""

    countries: dict[str, list[str]]


class Body(msgspec.Struct, frozen=True):
    """A body of one state, or a movement: its ISO country or nothing, what its name means (concepts), and a key no other body has."""

    country: str
    means: frozenset[str]
    key: str


@kept
def states() -> dict[str, str]:
    """Return folded name → ISO country of every state, in four languages."""
    blob = msgspec.msgpack.decode(lzma.decompress(weights("gazetteer.bin").read_bytes()), type=_Countries)
    return {name: code for code, names in blob.countries.items() for name in names}


def state_of(word: str) -> str | None:
    """Return the ISO country a folded word of a name speaks of, by nationality or by name, its Arabic article there or not."""
    known = states()
    return nation_of(word) or known.get(word) or known.get("ال" + word)


@cache
def _bodies() -> dict[str, tuple[Body, ...]]:
    found: dict[str, tuple[Body, ...]] = {}
    for row in table("shared", "bodies")["bodies"]:
        means = frozenset(row["means"])
        body = Body(row["country"], means, f"body:{row['country']}:{'+'.join(sorted(means))}")
        for name in row["names"]:
            key = fold_key(name)
            found[key] = (*found.get(key, ()), body)
    for row in table("shared", "bodies")["movements"]:
        body = Body("", frozenset(), f"movement:{row['key']}")
        found |= {fold_key(name): (*found.get(fold_key(name), ()), body) for name in row["names"]}
    return found


def body_of(name: str, named: frozenset[str]) -> Body | None:
    """Return the one body that is called so, a movement or one of the states a page names; ``None`` when none or two are."""
    fitting = [b for b in _bodies().get(fold_key(name), ()) if not b.country or b.country in named]
    return fitting[0] if len(fitting) == 1 else None
