"""Work set aside: done by a copy of this process while it goes on with something else. Same results, on two cores at once.

Where many values are compared with each other, handing them to another process costs more than comparing them. A fork shares
them as they are and sends back only what was found. It is made where that is safe: on Linux, from the main thread, so that
no other thread holds a lock of what the copy will use; anywhere else the work is done in this process when it is asked for.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from itertools import chain
from typing import IO, Protocol, TypeVar, cast

from msgspec import Struct

R = TypeVar("R")

PIECE = 20_000
"""Values of a long tuple that are sent at once."""
ASIDE_FROM = 300
"""Articles from which a copy of the process pays."""


class Aside(Protocol):
    """How work is set aside: what comes back waits for it and gives its result."""

    def __call__(self, work: Callable[[], R]) -> Callable[[], R]:
        """Begin the work, or keep it for later; the function returned gives its result, or raises what it raised."""


def later(work: Callable[[], R]) -> Callable[[], R]:
    """Do the work in this process, when its result is asked for."""
    return work


def forked(work: Callable[[], R]) -> Callable[[], R]:
    """Do the work in a copy of this process, from now on. Its result must survive pickling.

    When the copy fails, whatever the reason, the work is done again here: then it says itself what is wrong.
    """
    held = tempfile.TemporaryFile()  # noqa: SIM115 — closed when its result is asked for
    _give_back()  # what is free here and still this process's would be twice as much in two
    gc.freeze()  # looking for circles would write to every value, and what is written to is no longer shared
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads there may be, but none of isnad's work
        child = os.fork()
    if not child:
        _child(work, held)

    def outcome() -> R:
        try:
            status = os.waitpid(child, 0)[1]
        except ChildProcessError:
            status = -1
        gc.unfreeze()
        with held:
            if status:
                return work()
            held.seek(0)
            return cast("R", _received(held))

    return outcome


def _give_back() -> None:
    """Give memory that was freed back to the system, where its library can: between values that are held, glibc keeps it."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def aside_for(count: int) -> Aside:
    """Return how work on so many articles is set aside here: by a copy of the process for many, on more than one core."""
    able = sys.platform == "linux" and threading.current_thread() is threading.main_thread()
    return forked if able and count >= ASIDE_FROM and (os.cpu_count() or 1) > 1 else later


def _child(work: Callable[[], object], held: IO[bytes]) -> None:
    """What the copy does: the work and nothing else, not even what usually ends a process."""
    status = 1
    try:
        gc.disable()
        threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()
        _send(work(), held)
        held.flush()
        status = 0
    finally:
        os._exit(status)


def _send(result: object, held: IO[bytes]) -> None:
    """Write a result; the long tuples of a struct in pieces, since pickle remembers all that it has written of one piece."""
    pickler = pickle.Pickler(held, pickle.HIGHEST_PROTOCOL)
    if not isinstance(result, Struct):
        pickler.dump((None, result))
        return
    pickler.dump((type(result), len(result.__struct_fields__)))
    for name in result.__struct_fields__:
        value = getattr(result, name)
        pieces = -(-len(value) // PIECE) if type(value) is tuple else 0
        pickler.dump(pieces or (value,))
        for n in range(pieces):
            pickler.clear_memo()
            pickler.dump(value[n * PIECE : (n + 1) * PIECE])
        pickler.clear_memo()


def _received(held: IO[bytes]) -> object:
    """Read what :func:`_send` wrote."""
    made, what = pickle.load(held)
    if made is None:
        return what
    fields = []
    for _ in range(what):
        pieces = pickle.load(held)
        fields.append(
            tuple(chain.from_iterable(pickle.load(held) for _ in range(pieces)))
            if isinstance(pieces, int)
            else pieces[0]
        )
    return made(*fields)


def _watch(parent: int) -> None:
    """End the copy when the process it was made from is gone: killing a build leaves nothing behind."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
