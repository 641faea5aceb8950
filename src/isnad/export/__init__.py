"""Dossier in, file out."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec import Struct

from isnad.errors import ImportFault
from isnad.model import Dossier


def write_json(dossier: Dossier, language: str = "en") -> bytes:  # every exporter is told the language
    """Return the dossier in the interchange format ``isnad-dossier/1``."""
    return msgspec.json.encode(dossier)


def read_json(data: bytes) -> Dossier:
    """Return the dossier of an interchange file; raises :class:`~isnad.errors.ImportFault` when it is none."""
    try:
        dossier = msgspec.json.decode(data, type=Dossier)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise ImportFault(
            f"this is no isnad dossier: {fault}", "export one with: isnad export DOSSIER --format json"
        ) from fault
    if dossier.schema.split("/")[0] != "isnad-dossier":
        raise ImportFault(f"the schema is {dossier.schema!r}, not isnad-dossier/1")
    if dossier.schema != "isnad-dossier/1":
        raise ImportFault(f"the schema {dossier.schema!r} is later than this isnad", "install the newer isnad")
    return dossier


def _html(dossier: Dossier, language: str) -> bytes:
    from isnad.export.html import write_html

    return write_html(dossier, language)


def _markdown(dossier: Dossier, language: str) -> bytes:
    from isnad.export.markdown import write_markdown

    return write_markdown(dossier, language)


def _docx(dossier: Dossier, language: str) -> bytes:
    from isnad.export.docx import write_docx

    return write_docx(dossier, language)


def _csv(dossier: Dossier, language: str) -> bytes:
    from isnad.export.tables import write_csv

    return write_csv(dossier, language)


def _xlsx(dossier: Dossier, language: str) -> bytes:
    from isnad.export.tables import write_xlsx

    return write_xlsx(dossier, language)


class Exporter(Struct, frozen=True):
    """How a dossier is written in one form, and how its files end."""

    suffix: str
    write: Callable[[Dossier, str], bytes]


EXPORTERS: dict[str, Exporter] = {
    "json": Exporter(".json", write_json),
    "html": Exporter(".html", _html),
    "markdown": Exporter(".md", _markdown),
    "docx": Exporter(".docx", _docx),
    "csv": Exporter(".csv", _csv),
    "xlsx": Exporter(".xlsx", _xlsx),
}
"""Name of the form → its exporter."""

__all__ = ["EXPORTERS", "Exporter", "read_json", "write_json"]
