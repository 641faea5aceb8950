"""The sources as bibliographies: CSL-JSON (schema 1.0), BibTeX (biblatex ``@online``), RIS (``NEWS``).

What they cannot carry: events, quotations and everything else that was found in the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from isnad.model import Article, Dossier

_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#", "&": r"\&", "$": r"\$", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def _line(text: str | None) -> str:
    """Text on one line, without control characters."""
    return " ".join("".join(c for c in text or "" if c.isprintable() or c.isspace()).split())


def _ordered(dossier: Dossier) -> list[Article]:
    return sorted(dossier.articles, key=lambda a: (str(a.published.start) if a.published else "9999", a.id))


def _day(article: Article) -> list[int] | None:
    """The day of publication as far as it is known for certain: year, month and day, or fewer."""
    if article.published is None:
        return None
    a, b = article.published.start, article.published.end
    if a == b:
        return [a.year, a.month, a.day]
    return [a.year, a.month] if (a.year, a.month) == (b.year, b.month) else [a.year] if a.year == b.year else None


def write_csl(dossier: Dossier, language: str) -> bytes:
    """Return the sources as CSL-JSON, one ``article-newspaper`` a page, for reference managers."""
    items = []
    for a in _ordered(dossier):
        item: dict[str, Any] = {
            "id": a.id, "type": "article-newspaper", "title": _line(a.title) or None, "container-title": _line(a.publisher) or None,
            "author": [{"literal": _line(a.byline)}] if a.byline else None, "language": a.language,
            "URL": a.url, "note": f"via {_line(a.via)}" if a.via else None,
        }  # fmt: skip
        if (day := _day(a)) is not None:
            item["issued"] = {"date-parts": [day]}
        if a.captured and re.match(r"\d{4}-\d\d-\d\d", a.captured):
            item["accessed"] = {"date-parts": [[int(x) for x in a.captured[:10].split("-")]]}
        items.append({k: v for k, v in item.items() if v is not None})
    return msgspec.json.format(msgspec.json.encode(items), indent=1)


def write_bibtex(dossier: Dossier, language: str) -> bytes:
    """Return the sources as BibTeX, UTF-8, one ``@online`` a page."""
    out = []
    for a in _ordered(dossier):
        day = _day(a)
        fields = {
            "title": _tex(a.title), "author": f"{{{_tex(a.byline)}}}" if a.byline else "",
            "organization": _tex(a.publisher), "date": "-".join(f"{n:02d}" for n in day) if day else "",
            "url": re.sub(r"[{}\\\s]", "", a.url or ""), "langid": _LANGID.get(a.language, ""),
            "note": f"via {_tex(a.via)}" if a.via else "",
        }  # fmt: skip
        body = "".join(f"  {k} = {{{v}}},\n" for k, v in fields.items() if v)
        out.append(f"@online{{{a.id},\n{body}}}\n")
    return "\n".join(out).encode("utf-8", "replace")


_LANGID = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french"}


def _tex(text: str | None) -> str:
    return "".join(_BIBTEX.get(c, c) for c in _line(text))


def write_ris(dossier: Dossier, language: str) -> bytes:
    """Return the sources as RIS, UTF-8, one ``NEWS`` record a page."""
    return "".join(_ris(a) for a in _ordered(dossier)).encode("utf-8", "replace")


def _ris(a: Article) -> str:
    day = _day(a)
    lines: Iterator[tuple[str, str]] = iter(
        (
            ("TY", "NEWS"), ("ID", a.id), ("TI", _line(a.title)), ("AU", _line(a.byline)), ("T2", _line(a.publisher)),
            ("DA", "/".join(f"{n:02d}" for n in day) if day else ""), ("PY", str(day[0]) if day else ""), ("LA", a.language),
            ("UR", _line(a.url)), ("N1", f"via {_line(a.via)}" if a.via else ""),
        )
    )  # fmt: skip
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n\r\n"
