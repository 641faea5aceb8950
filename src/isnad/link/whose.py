"""Whose a body is beside which no state is named: what every state has, and which state the page means.

Every state has a ministry of health. Two pages that name none mean one ministry only where both speak mostly of one state, or name the same
one right beside it.
"""

from __future__ import annotations

from msgspec.structs import replace

from isnad.link.local import NOBODY, Local
from isnad.link.states import Body
from isnad.link.tongues import ELSEWHERE

EACH_STATES = frozenset(
    {"ministry", "government", "parliament", "army", "police", "embassy", "consulate", "presidency", "intelligence"}
)
"""Concepts of bodies of which an article about two states has two."""


_FEDERATED = frozenset({"federation", "union", "association", "league", "committee"})
_PLAYED = frozenset(
    "football handball basketball athletics tennis cycling swimming sports chess judo volleyball rugby olympic wrestling boxing karate".split()
)
"""Concepts that together say a federation of which every state has one."""


_ONE_A_STATE = tuple(
    map(
        frozenset,
        (
            {"gendarmerie"}, {"civilprotection"}, {"coastguard"}, {"statesecurity"}, {"customs"}, {"constitution"},
            {"audit"}, {"bank", "central"}, {"statistics"}, {"meteorology"}, {"senate"}, {"parliament"}, {"judiciary", "council"},
            {"government", "federal"}, {"airforce"}, {"navy"}, {"court", "supreme"}, {"inspection", "labour"}, {"educationinspectorate"},
            {"prosecution"},
        ),
    )
)  # fmt: skip
"""What a state has one of."""
SAYS_LITTLE = frozenset(
    {"national", "supreme", "higher", "independent", "general", "directorate", "agency", "authority"}
)
"""Concepts that names of such bodies have or leave out."""


def seat(item: Local, listed: Body | None) -> frozenset[str]:
    """Return the state whose body a name without one is: its page's, where it mostly speaks of one; empty where nothing tells."""
    if item.countries or (listed is not None and listed.country):
        return item.countries or frozenset({listed.country if listed is not None else ""})
    state = item.home or item.main
    return frozenset({state}) if state and item.near in (None, state) else NOBODY


def elsewhere(item: Local) -> bool:
    """Return whether the article speaks most of another state than stands beside the body."""
    return (item.home or item.main) not in (None, item.near)


def in_own_tongue(item: Local) -> Local:
    """Return a body without a state as one of the state in whose own tongue its page about two is written."""
    own = item.tongue
    if own is None or item.countries:
        return item
    if own == ELSEWHERE:
        return replace(item, near=f"{own}{item.id}", home=None, main=None)
    return replace(item, near=own, home=own, main=own)


def of_each_state(means: frozenset[str]) -> bool:
    """Return whether every state has such a body: of two pages that name none, nothing else they have in common tells whose it is."""
    return bool(means & EACH_STATES) or one_a_state(means) or (bool(means & _FEDERATED) and bool(means & _PLAYED))


def at_home(item: Local) -> bool:
    """Return whether nothing in the name says that the body is of another state than its article speaks of."""
    return not item.countries or item.home in item.countries


def one_a_state(means: frozenset[str]) -> bool:
    """Return whether a state has one such body and no second."""
    return (means - SAYS_LITTLE or means) in _ONE_A_STATE


__all__ = [
    "EACH_STATES",
    "SAYS_LITTLE",
    "at_home",
    "elsewhere",
    "in_own_tongue",
    "of_each_state",
    "one_a_state",
    "seat",
]
