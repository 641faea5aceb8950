"""Dossier in, file out."""

from __future__ import annotations

from importlib import import_module

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


def write_jsonl(dossier: Dossier, language: str = "en") -> bytes:
    """Return every record on a line of its own, with its ``type``: for tools that read line by line.

    What it cannot carry: nothing of the interchange format is lost; ``isnad import`` reads that one, not this.
    """
    lines = [{"type": "dossier", "schema": dossier.schema, "generated_by": dossier.generated_by, "meta": dossier.meta}]
    for name in dossier.__struct_fields__:
        records = getattr(dossier, name)
        if isinstance(records, tuple):
            lines += [{"type": name, **msgspec.to_builtins(r)} for r in records]
    return b"".join(msgspec.json.encode(x) + b"\n" for x in lines)


class Exporter(Struct, frozen=True):
    """How a dossier is written in one form: how its files end, and the function of this package that writes it.

    The module is imported when it is first used, so that a command that writes no Word file loads nothing for it.
    """

    suffix: str
    module: str
    function: str
    media_type: str

    def write(self, dossier: Dossier, language: str) -> bytes:
        """Return the dossier in this form, labels and names in a language."""
        made = getattr(import_module(f"isnad.export{self.module}"), self.function)(dossier, language)
        return bytes(made)


EXPORTERS: dict[str, Exporter] = {
    "json": Exporter(".json", "", "write_json", "application/json"),
    "html": Exporter(".html", ".html", "write_html", "text/html"),
    "markdown": Exporter(".md", ".markdown", "write_markdown", "text/markdown"),
    "docx": Exporter(
        ".docx", ".docx", "write_docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    "pdf": Exporter(".pdf", ".pdf", "write_pdf", "application/pdf"),
    "csv": Exporter(".csv", ".tables", "write_csv", "text/csv"),
    "xlsx": Exporter(
        ".xlsx", ".tables", "write_xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
    "jsonl": Exporter(".jsonl", "", "write_jsonl", "application/jsonl"),
    "csl-json": Exporter(".csl.json", ".bibliography", "write_csl", "application/vnd.citationstyles.csl+json"),
    "bibtex": Exporter(".bib", ".bibliography", "write_bibtex", "application/x-bibtex"),
    "ris": Exporter(".ris", ".bibliography", "write_ris", "application/x-research-info-systems"),
    "annotations": Exporter(".annotations.jsonld", ".annotations", "write_annotations", "application/ld+json"),
    "ftm": Exporter(".ftm.jsonl", ".ftm", "write_ftm", "application/jsonl"),
    "json-ld": Exporter(".jsonld", ".linked", "write_jsonld", "application/ld+json"),
    "timelinejs": Exporter(".timeline.json", ".timelines", "write_timelinejs", "application/json"),
    "gexf": Exporter(".gexf", ".network", "write_gexf", "application/gexf+xml"),
    "ics": Exporter(".ics", ".timelines", "write_ics", "text/calendar"),
    "atom": Exporter(".atom", ".timelines", "write_atom", "application/atom+xml"),
    "plover": Exporter(".plover.csv", ".timelines", "write_plover", "text/csv"),
}
"""Name of the form → its exporter."""

__all__ = ["EXPORTERS", "Exporter", "read_json", "write_json", "write_jsonl"]
