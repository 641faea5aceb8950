"""The whole run, readable as one function: pages in, dossier in the store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from msgspec import Struct

from isnad.annotate import annotate
from isnad.compose import compose
from isnad.decisions import effective
from isnad.engine import engine_for
from isnad.errors import IsnadError, SourceError
from isnad.extract import VERSION as EXTRACT
from isnad.extract import read
from isnad.link import link
from isnad.model import Dossier, Page
from isnad.sources import Found, pages
from isnad.store import Kept, Store

READER = f"{EXTRACT}.3"
"""Version of everything that turns a page into a reading; pages read by another are read again."""
BATCH = 64


class Failure(Struct, frozen=True):
    """A page that gave no article, and why."""

    source: str
    why: str
    advice: str = ""


class Report(Struct, frozen=True):
    """What a build did: pages seen, read now, kept from before; failures; the dossier."""

    pages: int
    read: int
    reused: int
    failures: tuple[Failure, ...]
    dossier: Dossier


Progress = Callable[[str, int, int], None]
"""Told of each step: its name, how much is done, how much there is (0 when unknown)."""


def quiet(step: str, done: int, whole: int) -> None:
    """Tell nobody."""


def build(sources: Sequence[str], store: Store, progress: Progress = quiet, engine: str | None = None) -> Report:
    """Read what is new or changed, link everything, compose the dossier and write it.

    Readings are kept as they are made: a build that is killed goes on where it stopped. One bad page never stops a run.
    Raises :class:`~isnad.errors.SourceError` when there are no pages, :class:`~isnad.errors.StoreError` when the dossier
    cannot be written.
    """
    found = list(pages(list(sources)))
    failures = [Failure(name, why) for name, why in (f for f in found if isinstance(f, tuple))]
    fresh, reused, seen = _sorted_out(found, store)
    failures += _read(fresh, store, progress, engine)
    kept = [k for k in store.kept() if k.sha256 in seen]
    store.forget([k for k in store.known() if k not in seen])
    failures += [Failure(k.source, k.failure, k.advice or "") for k in kept if k.failure and k.sha256 not in fresh]
    readings = [k.reading for k in kept if k.reading is not None]
    dossier = relink(store, progress)
    if not readings and not failures:
        raise SourceError("no pages could be read")
    return Report(
        len(seen) + len([f for f in found if isinstance(f, tuple)]), len(fresh), reused, tuple(failures), dossier
    )


def relink(store: Store, progress: Progress = quiet) -> Dossier:
    """Join and compose what is already read, with people's decisions as they stand, and write the dossier."""
    readings = [k.reading for k in store.kept() if k.reading is not None]
    decided = effective(store.decisions())
    progress("joining", 0, 0)
    links = link(readings, decided)
    progress("composing", 0, 0)
    dossier = compose(readings, links, decided)
    progress("writing", 0, 0)
    store.write(dossier)
    return dossier


def _sorted_out(found: Sequence[Found], store: Store) -> tuple[dict[str, Page], int, set[str]]:
    """The pages to read by digest, how many need not be read again, and all digests seen."""
    known = store.known()
    fresh: dict[str, Page] = {}
    seen: set[str] = set()
    reused = 0
    for page in found:
        if isinstance(page, tuple):
            continue
        digest = hashlib.sha256(page.data).hexdigest()
        if digest in seen:
            continue
        seen.add(digest)
        if known.get(digest, ("", ""))[1] == READER:
            reused += 1
        else:
            fresh[digest] = page
    return fresh, reused, seen


def _read(fresh: dict[str, Page], store: Store, progress: Progress, engine: str | None) -> list[Failure]:
    """Read pages and keep each reading at once; return those that gave none."""
    failures = []
    items = list(fresh.values())
    for n, (page, kept) in enumerate(zip(items, engine_for(len(items), engine)(read_page, items), strict=True), 1):
        store.put(page, kept)
        if kept.failure:
            failures.append(Failure(kept.source, kept.failure, kept.advice or ""))
        progress("reading", n, len(items))
    return failures


def read_page(page: Page) -> Kept:
    """Return what reading a page gives; anything that goes wrong is said, and stops nothing else."""
    digest = hashlib.sha256(page.data).hexdigest()
    try:
        reading = annotate(read(page))
    except IsnadError as fault:
        return Kept(digest, page.source, READER, None, fault.what, fault.advice)
    except RecursionError:
        return Kept(digest, page.source, READER, None, "the page is nested too deeply to be read")
    except Exception as fault:  # a page must never stop a run; the fault is named so that it can be reported
        return Kept(
            digest,
            page.source,
            READER,
            None,
            f"isnad failed on this page: {type(fault).__name__}: {fault}",
            "please report it",
        )
    return Kept(digest, page.source, READER, reading)
