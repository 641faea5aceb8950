"""``isnad export`` and ``isnad import``."""

from __future__ import annotations

import errno
import sys
from datetime import date
from pathlib import Path

from rich.console import Console

from isnad.errors import ExportError, ImportFault
from isnad.export import EXPORTERS, read_json
from isnad.export.selection import Selection, select
from isnad.languages import LANGUAGES
from isnad.store import open_store


def chosen(story: str, person: str, since: str, until: str, fulltext: bool) -> Selection:
    """Return what part of a dossier is wanted; raises :class:`~isnad.errors.ExportError` for what is no day."""
    days = []
    for said in (since, until):
        try:
            days.append(date.fromisoformat(said) if said else None)
        except ValueError as fault:
            raise ExportError(f"{said!r} is no day", "write days as 2024-05-01") from fault
    return Selection(story, person, days[0], days[1], fulltext)


def export_to(dossier: str, form: str, output: Path | None, language: str, wanted: Selection | None = None) -> None:
    """Write the dossier, or the part of it that is wanted, all of the file or nothing of it; to standard output for ``-``."""
    form = form or _by_ending(output)
    exporter = EXPORTERS.get(form)
    if exporter is None:
        raise ExportError(f"isnad cannot write {form!r}", f"known forms: {', '.join(EXPORTERS)}")
    if language not in LANGUAGES:
        raise ExportError(f"labels are not written in {language!r}", f"known languages: {', '.join(LANGUAGES)}")
    store = open_store(dossier, create=False)
    try:
        data = exporter.write(select(store.dossier(), wanted or Selection()), language)
    finally:
        store.close()
    path = output or Path(dossier).with_suffix(exporter.suffix)
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        return
    _write(path, data)
    Console(stderr=True).print(f"{form} → [cyan]{path}[/cyan] ({len(data):,} bytes)", highlight=False, soft_wrap=True)


def _by_ending(output: Path | None) -> str:
    """Return the form that a file's name asks for by its ending ("march.md", "facts.xlsx"): the longest that fits, else HTML."""
    name = output.name.lower() if output else ""
    fitting = [form for form, exporter in EXPORTERS.items() if name.endswith(exporter.suffix)]
    return max(fitting, key=lambda form: len(EXPORTERS[form].suffix), default="html")


def _write(path: Path, data: bytes) -> None:
    """Put a file in place whole; what is no regular file (a pipe, a device) is written into, never replaced."""
    direct = path.exists() and not path.is_file()
    beside = path if direct else path.with_name(path.name + ".part")
    try:
        beside.write_bytes(data)
        if not direct:
            beside.replace(path)
    except OSError as fault:
        if not direct:
            beside.unlink(missing_ok=True)
        raise ExportError(
            f"{path} cannot be written: {fault.strerror or fault}", _ADVICE.get(fault.errno, "")
        ) from fault


_ADVICE: dict[int | None, str] = {
    errno.ENOSPC: "free some space; what was there before is still there",
    errno.EFBIG: "the file would be larger than is allowed here",
    errno.ENOENT: "does its folder exist?",
    errno.EACCES: "may you write there?",
    errno.EISDIR: "name a file in that folder",
}


def import_from(source: Path, output: str) -> None:
    """Read an exported dossier into a dossier file."""
    try:
        data = source.read_bytes()
    except OSError as fault:
        raise ImportFault(
            f"{source} cannot be opened: {fault.strerror or fault}",
            "write one with: isnad export DOSSIER --format json",
        ) from fault
    dossier = read_json(data)
    store = open_store(output)
    try:
        store.write(dossier)
    finally:
        store.close()
    done = f"{len(dossier.articles)} articles → [cyan]{output}[/cyan]"
    Console(stderr=True).print(done, highlight=False, soft_wrap=True)
