"""Organisations of two languages of which each is the other's only counterpart: "Syndicat libre des douaniers", «النقابة الحرة للجمارك».

Two names that say the same are only a suggestion while their articles have little in common, as there may be two such unions.
Where a corpus knows one body of that meaning in either language and no other, they are one; what every state has for itself (a
ministry, an army, a court) stays a suggestion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from isnad.languages.meanings import concepts
from isnad.link.ledger import Judged, Verdict
from isnad.link.linker import group
from isnad.link.local import Local
from isnad.link.whose import of_each_state

SURE = 0.8
"""Score from which a suggestion is taken up."""
_PUBLIC = frozenset(
    {
        "senate", "navy", "airforce", "gendarmerie", "guard", "court", "highcourt", "supreme", "constitutional", "prosecution", "foreign",
        "customs", "civilprotection", "coastguard", "statesecurity", "central", "audit", "constitution", "judiciary", "municipality",
        "province", "royal", "national",
    }
)  # fmt: skip
"""Concepts of public bodies, of which two states, or two towns of one, have two."""
_OF_ITS_MEMBERS = frozenset({"union", "federation", "association", "league", "club", "company", "party", "movement"})
"""Concepts of bodies that are no state's, whatever they are about: a union of customs officers."""


def counterparts(items: Sequence[Local], made: Judged) -> Judged:
    """Return the suggestions among some organisations that are taken up, as each of the two has no other counterpart."""
    found = Judged.of(made.firm.name, made.firm.ids)
    if not len(made.suggested):
        return found
    ids = made.firm.ids
    at = {x: n for n, one in enumerate(group(ids, made.firm)) for x in one}
    spoken: dict[int, set[str]] = defaultdict(set)
    for item in items:
        spoken[at[item.id]].add(item.language)
    met: dict[tuple[int, str], set[int]] = defaultdict(set)
    rows = [r for r in made.suggested.rows() if spoken[at[ids[r.left]]].isdisjoint(spoken[at[ids[r.right]]])]
    for row in rows:
        a, b = at[ids[row.left]], at[ids[row.right]]
        for x, y in ((a, b), (b, a)):
            for language in spoken[y]:
                met[x, language].add(y)
    by_id = {x.id: x for x in items}
    for row in rows:
        left, right = by_id[ids[row.left]], by_id[ids[row.right]]
        a, b = at[left.id], at[right.id]
        only = all(met[x, language] == {y} for x, y in ((a, b), (b, a)) for language in spoken[y])
        if only and row.score >= SURE and _near(left, right) and not _each_states(left) | _each_states(right):
            why = (row.reason, "the corpus knows no other body of that meaning in either language")
            found.firm.add(row.left, row.right, Verdict(True, min(row.score, 0.84), why))
    return found


def _near(a: Local, b: Local) -> bool:
    """True where nothing says that two are of two states, and their articles name something in common."""
    if a.home and b.home and a.home != b.home and not a.countries & b.countries:
        return False
    return bool(a.context & b.context)


def _each_states(item: Local) -> bool:
    told = [concepts(name)[0] for name in item.names]
    return any(of_each_state(t) or (t & _PUBLIC and not t & _OF_ITS_MEMBERS) for t in told)
