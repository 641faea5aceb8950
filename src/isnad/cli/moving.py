"""``isnad export`` and ``isnad import``."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from isnad.errors import ExportError, ImportFault
from isnad.export import EXPORTERS, read_json
from isnad.store import open_store


def export_to(dossier: str, form: str, output: Path | None, language: str) -> None:
    """Write the dossier in one form, all of the file or nothing of it."""
    exporter = EXPORTERS.get(form)
    if exporter is None:
        raise ExportError(f"isnad cannot write {form!r}", f"known forms: {', '.join(EXPORTERS)}")
    store = open_store(dossier, create=False)
    try:
        data = exporter.write(store.dossier(), language)
    finally:
        store.close()
    path = output or Path(dossier).with_suffix(exporter.suffix)
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise ExportError(f"{path} cannot be written: {fault.strerror or fault}", "does its folder exist?") from fault
    Console(stderr=True).print(f"{form} → [cyan]{path}[/cyan] ({len(data):,} bytes)", highlight=False)


def import_from(source: Path, output: str) -> None:
    """Read an exported dossier into a dossier file."""
    try:
        data = source.read_bytes()
    except OSError as fault:
        raise ImportFault(f"{source} cannot be opened: {fault.strerror or fault}") from fault
    dossier = read_json(data)
    store = open_store(output)
    try:
        store.write(dossier)
    finally:
        store.close()
    Console(stderr=True).print(f"{len(dossier.articles)} articles → [cyan]{output}[/cyan]", highlight=False)
