"""How often Python looks for values that point at each other in a circle.

isnad's values are frozen and point down only, so there is next to nothing to find; looking for it after every few hundred values
that are made costs a run a tenth to a fifth of its time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 500_000
"""Values made between two looks at the youngest; Python's own number is 700, 2,000 in later versions."""


def seldom() -> None:
    """Look seldom from now on in this process."""
    gc.set_threshold(max(SELDOM, gc.get_threshold()[0]), *gc.get_threshold()[1:])


@contextmanager
def swept_seldom() -> Iterator[None]:
    """Look seldom inside, and as before after it."""
    before = gc.get_threshold()
    seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
