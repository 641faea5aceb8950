"""Gold, peers, floors: one command prints every figure (``make bench``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
"""The folder of public data beside a checkout; benches that need it say so and are left out where it is absent."""


@dataclass(frozen=True)
class Row:
    """One figure: whose, what, how much, and the floor (or ceiling) a change may not break.

    ``peer`` rows are others' tools measured in the same run; they have no floor.
    """

    name: str
    value: float
    unit: str = ""
    floor: float | None = None
    ceiling: float | None = None
    peer: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        """False when the figure is below its floor or above its ceiling."""
        return (self.floor is None or self.value >= self.floor) and (self.ceiling is None or self.value <= self.ceiling)


class Missing(Exception):
    """The data a bench needs is not on this machine."""
