"""The whole run, readable as one function: pages in, dossier in the store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from msgspec import Struct

from isnad.annotate import annotate
from isnad.annotate.moneys import agreed_moneys
from isnad.compose import compose
from isnad.decisions import effective
from isnad.engine import aside_for, engine_for, swept_seldom
from isnad.errors import IsnadError
from isnad.extract import read
from isnad.link import link
from isnad.link.elsewhere import known_elsewhere
from isnad.link.namesakes import in_their_states
from isnad.link.speaking_bodies import with_speaking_bodies
from isnad.link.templates import without_templates
from isnad.model import Dossier, Page
from isnad.sources import PassedOver, Rules, Source, Spool, check, is_address, pages, staged
from isnad.store import Kept, Store


class Failure(Struct, frozen=True):
    """A page that gave no article, and why."""

    source: str
    why: str
    advice: str = ""


class Report(Struct, frozen=True):
    """What a build did: pages read now and kept from before, failures, pages that are another to the byte; the dossier.

    ``unchanged`` counts the addresses whose server said that nothing has changed since they were fetched last; ``passed_over`` names
    the files of folders that are no pages.
    """

    read: int
    reused: int
    failures: tuple[Failure, ...]
    twins: tuple[tuple[str, str], ...]
    dossier: Dossier
    unchanged: int = 0
    passed_over: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """The number of pages there were."""
        return self.read + self.reused + len(self.failures) + len(self.twins)


class Look(Struct, frozen=True):
    """What there is: digests of all pages, of those to read, of stored ones to read again; pages not opened; twins.

    Pages that were fetched stay in the dossier whatever the sources are this time: the press changes and forgets its pages.
    """

    seen: frozenset[str]
    fresh: frozenset[str]
    stale: frozenset[str]
    unopened: tuple[tuple[str, str], ...]
    twins: tuple[tuple[str, str], ...]
    passed_over: tuple[str, ...] = ()


Progress = Callable[[str, int, int], None]
"""Told of each step: its name, how much is done, how much there is (0 when unknown)."""


def quiet(step: str, done: int, whole: int) -> None:
    """Tell nobody."""


@swept_seldom()
def build(
    sources: Sequence[str],
    store: Store,
    progress: Progress = quiet,
    engine: str | None = None,
    fetching: Rules | None = None,
    archive: Path | None = None,
) -> Report:
    """Read what is new or changed, link everything, compose the dossier and write it.

    Readings are kept as they are made: a build that is killed goes on where it stopped. One bad page never stops a run; one
    that cannot be opened now and was read before stays as it was read. Pages no longer among the sources leave the dossier,
    fetched ones stay. ``fetching`` says how addresses are fetched, ``archive`` where they are also written as a web archive.
    Raises :class:`~isnad.errors.SourceError` when there are no pages, :class:`~isnad.errors.StoreError` when the dossier
    cannot be written.
    """
    check(sources)
    with staged(sources, store, fetching or Rules(), progress, archive) as at_hand:
        look = _look(at_hand, store, progress)
        read_now = _read(at_hand, look, store, progress, engine)
        spools = [s for s in at_hand if isinstance(s, Spool)]
    store.remember([v for s in spools for v in s.visits])  # only now: what is not kept yet must be fetched again
    shut = {name for name, _ in look.unopened}
    gone = {d for d, (source, _) in store.known().items() if d not in look.seen | read_now and source not in shut}
    store.forget(gone)
    dossier = relink(store, progress)
    failed = {k.sha256: Failure(k.source, k.failure, k.advice or "") for k in store.kept() if k.failure}
    failures = (*(Failure(name, why) for name, why in look.unopened), *failed.values())
    good = read_now - failed.keys()
    reused = len((look.seen - read_now - failed.keys()) & store.known().keys())
    return Report(len(good), reused, failures, look.twins, dossier, sum(s.unchanged for s in spools), look.passed_over)


@swept_seldom()
def relink(store: Store, progress: Progress = quiet) -> Dossier:
    """Join and compose what is already read, with people's decisions as they stand, and write the dossier."""
    kept = [k.reading for k in store.kept() if k.reading is not None]
    readings = agreed_moneys(in_their_states(with_speaking_bodies(known_elsewhere(without_templates(kept)))))
    decided = effective(store.decisions())
    progress("joining", 0, 0)
    links = link(readings, decided, aside_for(len(readings)))
    progress("composing", 0, 0)
    dossier = compose(readings, links, decided)
    progress("writing", 0, 0)
    store.write(dossier)
    return dossier


def _look(sources: Sequence[Source], store: Store, progress: Progress) -> Look:
    """Tell what is new or changed without holding the pages: by digest, name and version of the reader."""
    known = store.known()
    seen: dict[str, str] = {}
    fresh, unopened, twins, passed_over = set(), [], [], []
    for n, page in enumerate(pages(sources), 1):
        progress("looking", n, 0)
        if isinstance(page, tuple):
            unopened.append(page)
            continue
        if isinstance(page, PassedOver):
            passed_over.append(page.source)
            continue
        digest = hashlib.sha256(page.data).hexdigest()
        if digest in seen:
            if seen[digest] != page.source:
                twins.append((page.source, seen[digest]))
            continue
        seen[digest] = page.source
        if known.get(digest) != (page.source, reader()):
            fresh.add(digest)
    fetched = {d: version for d, (source, version) in known.items() if is_address(source) and d not in seen}
    stale = frozenset(d for d, version in fetched.items() if version != reader())
    return Look(
        frozenset(seen) | fetched.keys(), frozenset(fresh), stale, tuple(unopened), tuple(twins), tuple(passed_over)
    )


def _read(sources: Sequence[Source], look: Look, store: Store, progress: Progress, engine: str | None) -> set[str]:
    """Read the pages that are new or changed, keep each reading at once, and return their digests."""
    whole, done = len(look.fresh) + len(look.stale), set()
    held: dict[str, Page] = {}
    for n, kept in enumerate(engine_for(whole, engine)(read_page, _opened(sources, look, store, held), lost_page), 1):
        store.put(held.pop(kept.sha256), kept)
        done.add(kept.sha256)
        progress("reading", n, whole)
    return done


def _opened(sources: Sequence[Source], look: Look, store: Store, held: dict[str, Page]) -> Iterator[Page]:
    """The pages to read, opened one after the other; each is held until its reading comes back."""
    waiting = set(look.fresh)
    for page in pages(sources) if waiting else ():
        if isinstance(page, Page) and (digest := hashlib.sha256(page.data).hexdigest()) in waiting:
            waiting.remove(digest)
            held[digest] = page
            yield page
    for digest in sorted(look.stale):
        stored = store.page(digest)
        if stored is not None:
            held[digest] = stored
            yield stored


def read_page(page: Page) -> Kept:
    """Return what reading a page gives; anything that goes wrong is said, and stops nothing else."""
    try:
        return _kept(page, reading=annotate(read(page)))
    except IsnadError as fault:
        return _kept(page, failure=fault.what, advice=fault.advice)
    except RecursionError:
        return _kept(page, failure="the page is nested too deeply to be read")
    except MemoryError:
        return _kept(page, failure="there is not enough memory to read the page")
    except Exception as fault:  # a page must never stop a run; the fault is named so that it can be reported
        said = f"isnad failed on this page: {type(fault).__name__}: {fault}"
        return _kept(page, failure=said, advice="please report it")


def lost_page(page: Page) -> Kept:
    """Return what stands for a page that ended the process reading it."""
    return _kept(page, failure="reading the page ended the process that read it", advice="is there enough memory?")


def _kept(page: Page, **found: object) -> Kept:
    return Kept(hashlib.sha256(page.data).hexdigest(), page.source, reader(), **found)  # type: ignore[arg-type]


@cache
def reader() -> str:
    """Return the version of everything that turns a page into a reading; pages read by another are read again.

    It is a digest of the code, the languages' tables and the models, so that nobody can forget to raise it.
    """
    digest = hashlib.blake2b(digest_size=6)
    for part in ("model", "text", "languages", "models", "extract", "annotate"):
        _digest_folder(files("isnad") / part, digest)
    return digest.hexdigest()


def _digest_folder(folder: Traversable, digest: hashlib.blake2b) -> None:
    for inner in sorted(folder.iterdir(), key=lambda x: x.name):
        if inner.is_dir():
            if inner.name != "__pycache__":
                _digest_folder(inner, digest)
        elif not inner.name.endswith(".md"):
            digest.update(inner.name.encode() + b"\0" + inner.read_bytes() + b"\0")
