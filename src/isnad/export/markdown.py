"""The dossier as Markdown with footnotes: every statement numbered to the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from isnad.export.outline import Item, Note, Table, outline
from isnad.export.words import labels, quotes
from isnad.model import Citation, Dossier
from isnad.text import isolate

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|~"})
_TURNED = {True: regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}]"), False: regex.compile(r"[\p{Arabic}\p{Hebrew}]")}
"""Whether a document runs right to left → the letters that run the other way."""
_PREFIX = {
    "title": "# ",
    "badge": "",
    "h1": "## ",
    "h2": "### ",
    "entry": "- ",
    "sub": "  - ",
    "quote": "> ",
    "by": "> ",
}


def write_markdown(dossier: Dossier, language: str) -> bytes:
    """Return the dossier as CommonMark with footnotes, UTF-8.

    What it cannot carry: the page around a citation; only the words cited and their place are noted.
    """
    numbers: dict[Citation, tuple[int, Note]] = {}
    lines: list[str] = []
    last = ""
    for p in outline(dossier, language):
        if isinstance(p, Table):
            lines += ["", *_table(p, numbers, language)]
            last = "table"
            continue
        if lines and not (
            p.style == last in ("entry", "sub")
            or (last, p.style) in (("entry", "sub"), ("sub", "entry"), ("quote", "by"), ("by", "by"))
        ):
            lines.append("")
        if p.style == "by":
            lines.append("> " if last == "by" else ">")
        lines.append(_PREFIX[p.style] + _inline(p.items, numbers, language))
        last = p.style
    lines.append("")
    for n, note in numbers.values():
        lines.append(f"[^{n}]: {_noted(note, language)}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def _noted(note: Note, language: str) -> str:
    """The text of a footnote: publisher, day and title of the page, the words, where they stand, its address."""
    before, after = quotes(language)
    title = f" — {_text(note.title, language)}" if note.title else ""
    place = f"\\[{note.cite.start}–{note.cite.end}\\]"
    address = (
        f" <{note.address}>"
        if note.address.startswith(("http://", "https://")) and _PLAIN.fullmatch(note.address)
        else ""
    )
    words = f"{before}{_text(note.words, language)}{after}"
    return f"{_text(note.source, language)}{title}{labels(language).get('colon')} {words} {place}{address}"


_PLAIN = regex.compile(r"[^\s<>`]+")
"""An address that stands between pointed brackets as it is."""


def _table(t: Table, numbers: dict[Citation, tuple[int, Note]], language: str) -> list[str]:
    def row(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    head = row(_text(w.text, language) for w in t.head)
    return [
        head,
        row("---" for _ in t.head),
        *(row(_inline(cell, numbers, language) for cell in cells) for cells in t.rows),
    ]


def _inline(items: Iterable[Item], numbers: dict[Citation, tuple[int, Note]], language: str) -> str:
    out = []
    for item in items:
        if isinstance(item, Note):
            n, _ = numbers.setdefault(item.cite, (len(numbers) + 1, item))
            out.append(f"[^{n}]")
            continue
        shown = _text(item.text, language) if item.text.strip() else item.text
        lead = item.text[: len(item.text) - len(item.text.lstrip())]
        tail = item.text[len(item.text.rstrip()) :] if item.text.strip() else ""
        out.append(f"{lead}**{shown}**{tail}" if item.strong else f"{lead}{shown}{tail}")
    return "".join(out)


def _text(words: str, language: str) -> str:
    """Words as they are, Markdown's marks escaped; those that hold a script which runs the other way are isolated."""
    plain = " ".join(words.split()).translate(_SPECIAL)
    return isolate(plain) if _TURNED[language == "ar"].search(plain) else plain
