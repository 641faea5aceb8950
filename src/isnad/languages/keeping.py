"""What is worked out of the package's own tables, kept between runs: a cold start reads it back instead of working it out.

Inflecting every trigger of four languages, folding every word of every list and compiling hundreds of patterns takes seconds, and
the answer is the same until the package changes. ``@kept`` remembers an answer in this process, as ``functools.cache`` does, and on
this machine's disk, in the reader's own folder for caches, under a signature of all that an answer can depend on: the interpreter, the
libraries, and the name, size and time of each file of the package. Nothing of a page is ever kept there, the folder may be deleted at any time,
and where it can't be written each process works out for itself.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import ParamSpec, TypeVar

from platformdirs import user_cache_path

P = ParamSpec("P")
T = TypeVar("T")

HOME = Path(__file__).parent.parent
"""The package, whose files are what answers are worked out of."""
LIBRARIES = ("regex", "msgspec", "PyStemmer")
"""Libraries whose objects are in what is kept, or whose answers are."""
VARIABLE = "ISNAD_CACHE"
"""The variable that names another folder, or says ``off``."""
STALE = 30 * 24 * 3600
"""Seconds after which what another copy of the package kept is thrown away, when nobody asked for it."""
KEPT: dict[str, Callable[..., object]] = {}
"""Every function whose answers are kept, by its full name."""


def kept(make: Callable[P, T]) -> Callable[P, T]:
    """Return the function with each answer remembered, in this process and on this machine's disk.

    Its arguments are words (a language, a table's name) and its answer depends on nothing but them and the package's files. An answer that
    was kept and can't be read is worked out again, one that can't be written is not kept: neither is ever an error.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @cache
    def answer(*args: P.args, **kwargs: P.kwargs) -> T:
        folder = _folder()
        if folder is None or kwargs or not all(isinstance(a, str) and a.isidentifier() for a in args):
            return make(*args, **kwargs)
        file = folder / ("-".join((name, *map(str, args))) + ".pickle")
        try:
            found: T = pickle.loads(file.read_bytes())
        except FileNotFoundError:
            pass
        except Exception:
            with suppress(OSError):
                file.unlink()
        else:
            return found
        made = make(*args, **kwargs)
        _keep(file, made)
        return made

    answer.__doc__, answer.__module__, answer.__qualname__ = make.__doc__, make.__module__, make.__qualname__
    KEPT[name] = make
    return answer  # type: ignore[return-value]


def _keep(file: Path, made: object) -> None:
    """Write the answer beside its place and move it there: whoever reads meanwhile finds all of it or nothing."""
    with suppress(OSError, AttributeError, TypeError, pickle.PicklingError):
        written = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
        handle, beside = tempfile.mkstemp(dir=file.parent, prefix=file.name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(written)
            os.replace(beside, file)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(beside)


@cache
def _folder() -> Path | None:
    """The folder of this very state of the package, ``None`` where nothing is to be kept or can be."""
    asked = os.environ.get(VARIABLE, "")
    if asked.casefold() == "off":
        return None
    base = Path(asked) if asked else user_cache_path("isnad", appauthor=False)
    copy = base / ("words-" + hashlib.sha256(str(HOME).encode()).hexdigest()[:12])
    folder = copy / signature()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            return None  # somebody else's: what is read back is trusted as the package's own bytecode is
        os.utime(copy)
    except OSError:
        return None
    _tidy(base, copy, folder)
    return folder


def _tidy(base: Path, copy: Path, folder: Path) -> None:
    """Throw away what earlier states of this copy of the package kept, and what copies that nobody has used for long did."""
    with suppress(OSError):
        old = [p for p in copy.iterdir() if p != folder and p.stat().st_mtime < folder.stat().st_mtime]
        now = copy.stat().st_mtime
        old += [p for p in base.glob("words-*") if p != copy and p.stat().st_mtime < now - STALE]
        for path in old:
            shutil.rmtree(path, ignore_errors=True)


def signature() -> str:
    """Return 16 hexadecimal digits that change with the interpreter, the libraries or any file of the package."""
    said = [sys.implementation.cache_tag or sys.version, *(f"{name} {version(name)}" for name in LIBRARIES)]
    for path, _, names in sorted(os.walk(HOME)):
        for name in sorted(names):
            if name.endswith((".py", ".toml", ".bin", ".txt", ".json", ".csv")):
                about = os.stat(os.path.join(path, name))
                said.append(f"{os.path.relpath(path, HOME)}/{name} {about.st_size} {about.st_mtime_ns}")
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
