"""The dossier as a PDF, typeset by WeasyPrint (``pip install 'isnad[pdf]'``): footnotes at the foot of the page, Arabic shaped.

What it cannot carry: the page around a citation; only the words cited and their place are noted.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from isnad.errors import ExportError
from isnad.export.outline import Item, Note, Paragraph, Table, Words, outline
from isnad.export.words import labels, quotes
from isnad.model import Dossier
from isnad.text import direction, script_of

_TAGS = {
    "title": "h1",
    "badge": "p",
    "h1": "h2",
    "h2": "h3",
    "entry": "p",
    "sub": "p",
    "quote": "blockquote",
    "by": "p",
}
_STYLE = """
@page { size: A4; margin: 22mm 20mm 24mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #666 }
        @footnote { border-top: .4pt solid #999; padding-top: 4pt } }
body { font: 10.5pt/1.5 "Noto Serif", "Noto Naskh Arabic", serif; color: #1a1a1a }
[lang=ar] { font-family: "Noto Naskh Arabic", "Noto Serif", serif }
h1 { font-size: 20pt; line-height: 1.25; margin: 0 0 4pt; string-set: none } h2 { font-size: 14pt; margin: 18pt 0 6pt; border-bottom: .6pt solid #b45309 }
h3 { font-size: 11pt; margin: 12pt 0 4pt; color: #444 } h1, h2, h3 { break-after: avoid }
p { margin: 0 0 5pt } .entry { margin: 6pt 0 1pt } .badge { color: #555 } .sub { margin: 0 0 2pt; margin-inline-start: 14pt; font-size: 9.5pt } .soft { color: #666 }
blockquote { margin: 8pt 0 2pt; padding-inline-start: 10pt; border-inline-start: 2pt solid #d6d3d1; break-after: avoid }
table { border-collapse: collapse; width: 100%; margin: 4pt 0 10pt; font-size: 9.5pt } th { text-align: start; color: #555; font-weight: normal }
th, td { vertical-align: top; padding: 3pt 6pt 3pt 0; border-bottom: .4pt solid #ccc } td:first-child { width: 18% } td:nth-child(2) { width: 24% }
tr { break-inside: avoid }
.by { margin-inline-start: 12pt; font-size: 9.5pt }
.note { float: footnote; font-size: 7.5pt; line-height: 1.35 } .note::footnote-call { font-size: 65%; color: #b45309 }
"""


def write_pdf(dossier: Dossier, language: str) -> bytes:
    """Return the dossier as PDF pages; raises :class:`~isnad.errors.ExportError` when WeasyPrint is not there."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as fault:
        advice = "pip install 'isnad[pdf]' (it needs Pango); or export docx or html and print that"
        raise ExportError(f"PDF needs WeasyPrint, which is not here: {fault}", advice) from fault
    return bytes(HTML(string=document(dossier, language), url_fetcher=_nothing).write_pdf())


def _nothing(url: str, *more: object, **others: object) -> dict[str, object]:
    """Fetch nothing: a dossier's pages hold no pictures, and a page must not make isnad ask for any."""
    raise ValueError("nothing is fetched while a PDF is made")


def document(dossier: Dossier, language: str) -> str:
    """Return the dossier as one HTML document made for paper."""
    direction = "rtl" if language == "ar" else "ltr"
    body = "\n".join(_block(p, language) for p in outline(dossier, language))
    head = f'<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><style>{_STYLE}</style></head>'
    return f"<!doctype html>{head}<body>{body}</body></html>"


def _block(p: Paragraph | Table, language: str) -> str:
    if isinstance(p, Paragraph):
        tag = _TAGS[p.style]
        first = next((i for i in p.items if isinstance(i, Words)), None)
        # A page's own words run as they do; what stands beside labels of ours, as the document does.
        way = f' dir="{direction(first.text)}"' if p.style in ("title", "quote") and first else ""
        return f'<{tag} class="{p.style}"{way}>{_inline(p.items, language)}</{tag}>'
    head = "".join(f"<th>{escape(w.text)}</th>" for w in p.head)
    rows = "".join(f"<tr>{''.join(f'<td>{_inline(cell, language)}</td>' for cell in row)}</tr>" for row in p.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _inline(items: Iterable[Item], language: str) -> str:
    out: list[str] = []
    for item in items:
        if isinstance(item, Note):
            out.append(f'<span class="note">{_noted(item, language)}</span>')
            continue
        shown = _isolated(item.text, item.language)
        strong, soft = f"<strong>{shown}</strong>", f'<span class="soft">{shown}</span>'
        out.append(strong if item.strong else soft if item.soft else shown)
    return "".join(out)


def _noted(note: Note, language: str) -> str:
    """The text of a footnote: publisher, day and title of the page, the words, where they stand, its address."""
    before, after = quotes(language)
    title = f" — {_isolated(note.title, note.language)}" if note.title else ""
    address = f' <bdi dir="ltr">{escape(note.address)}</bdi>' if note.address else ""
    place = f'<bdi dir="ltr">[{note.cite.start}–{note.cite.end}]</bdi>'
    words = f"{before}{_isolated(note.words, note.language)}{after}"
    return f"<bdi>{escape(note.source)}</bdi>{title}{labels(language).get('colon')} {words} {place}{address}"


def _isolated(text: str, language: str | None) -> str:
    """Words with their language and direction, apart from what stands around them; bare punctuation as it is."""
    if not any(c.isalnum() for c in text):
        return escape(text)
    spoken = language or ("ar" if script_of(text) == "Arabic" else None)
    if spoken is None:
        return f"<bdi>{escape(text)}</bdi>" if text.strip() == text else escape(text)
    return f'<bdi lang="{spoken}" dir="{"rtl" if spoken == "ar" else "ltr"}">{escape(text)}</bdi>'
