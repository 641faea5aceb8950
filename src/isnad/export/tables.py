"""The dossier as a table, one row a fact: with the quoted words, their place and the page's address; safe in spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from isnad.export.disputes import Disputes
from isnad.export.reasons import reason_words
from isnad.export.retelling import told
from isnad.export.words import date_words, labels, name_of, on_a_line
from isnad.languages import table
from isnad.model import Citation, Dossier
from isnad.text import direction

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

COLUMNS = ("type", "id", "date_start", "date_end", "date", "kind", "status", "what", "who", "where", "value", "unit",
           "origins_min", "origins_max", "quotation", "publisher", "published", "source", "address", "start", "end")  # fmt: skip
WIDTHS = {
    "type": 13, "id": 17, "date_start": 11, "date_end": 11, "date": 24, "what": 48, "who": 34, "where": 20, "value": 20, "unit": 10,
    "published": 11, "origins_min": 8, "origins_max": 8, "quotation": 60, "publisher": 24, "source": 32, "address": 40, "start": 8, "end": 8,
}  # fmt: skip
"""Columns' widths in digits: ids, days and outlets whole, long words wrapped."""
DAYS = frozenset({"date_start", "date_end", "published"})
_SORTS = {
    "event": "events",
    "quotation": "quotations",
    "figure": "figures",
    "role": "roles",
    "disagreement": "disagreements",
}
"""Sort of a row → its word in the interface."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(dossier: Dossier, language: str) -> Iterator[dict[str, object]]:
    """Yield one row for every event, quotation, figure, role and disputed value."""
    say = labels(language).get
    entities = {e.id: e for e in dossier.entities}
    articles = {a.id: a for a in dossier.articles}

    def name(entity: str | None) -> str:
        return name_of(entities[entity], language) if entity in entities else ""

    def row(sort: str, ident: str, cites: tuple[Citation, ...], **more: object) -> dict[str, object]:
        out: dict[str, object] = {"type": sort, "id": ident, **more}
        cite = cites[0] if cites else None
        article = articles.get(cite.article) if cite else None
        if cite and article:
            out |= {
                "quotation": on_a_line(article.text[cite.start : cite.end]), "publisher": article.publisher or "",
                "published": str(article.published.start) if article.published else "", "source": article.source,
                "address": article.url or "", "start": cite.start, "end": cite.end,
            }  # fmt: skip
        return out

    for e in dossier.events:
        who = " · ".join(dict.fromkeys(name(p.entity) for p in e.participants if p.entity in entities))
        days = {"date_start": str(e.date.start), "date_end": str(e.date.end)} if e.date else {}
        n = e.independent_origins
        yield row(
            "event", e.id, e.cites, date=date_words(e.date, language), kind=say(e.kind), status=say(e.status), where=name(e.place),
            what=told(e, articles, language), who=who, origins_min=n.min, origins_max=n.max, **days,
        )  # fmt: skip
    for q in dossier.quotations:
        who = (name(q.speaker.entity) or q.speaker.text) if q.speaker else ""
        yield row("quotation", q.id, (q.words,), kind=say(q.kind), who=who, what=" ← ".join(x.name for x in q.chain))
    for f in dossier.figures:
        value = f.value if not isinstance(f.value, tuple) else f"{f.value[0]}–{f.value[1]}"
        yield row("figure", f.id, f.cites, value=value, unit=f.unit, what=f.quantity, kind=f.qualifier)
    for x in dossier.entities:
        for n_role, held in enumerate(x.roles):
            yield row("role", f"{x.id}#{n_role}", held.cites, who=name(x.id), what=held.text)
    shown = Disputes(dossier, language)
    for d in dossier.disagreements:
        what = " · ".join(x for x in (shown.about(d)[0], reason_words(d.why, language)) if x)
        for v in d.values:
            number = isinstance(v.value, int | float)
            value = v.value if number else shown.value(d.slot, v.value)
            yield row("disagreement", d.id, v.cites, kind=say(d.slot), value=value, what=what)


def safe(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    if isinstance(value, str) and value.lstrip()[:1] in _FORMULA and value.strip():
        return "'" + value
    return value


def write_csv(dossier: Dossier, language: str) -> bytes:
    """Return the table as CSV with a byte order mark, so that spreadsheets read it as UTF-8."""
    out = io.StringIO()
    made = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    made.writeheader()
    for r in rows(dossier, language):
        made.writerow({k: safe(v) for k, v in r.items()})
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def write_xlsx(dossier: Dossier, language: str) -> bytes:
    """Return the table as a workbook: a header in the reader's language that stays, filters, days as exactly as they are known."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("isnad")
    if language == "ar":
        sheet.right_to_left()
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#F3F1EC"})
    cells = {
        way: book.add_format({"text_wrap": True, "valign": "top", "reading_order": order})
        for way, order in (("ltr", 1), ("rtl", 2))  # else "12 أبريل" reads from its wrong end
    }
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    say = labels(language)
    named = table(say.language, "interface")["columns"]
    for c, column in enumerate(COLUMNS):
        sheet.write_string(0, c, named[column], head)
        sheet.set_column(c, c, WIDTHS.get(column, 12))
    n = 0
    for n, r in enumerate(rows(dossier, language), 1):
        sheet.set_row(n, _LINE * _lines(r))
        for c, column in enumerate(COLUMNS):
            value = r.get(column, "")
            when = _day(value) if column in DAYS else None
            if when is not None:
                sheet.write_datetime(n, c, when, day)
            elif isinstance(value, int | float):
                sheet.write_number(n, c, value, cells["ltr"])
            elif value:
                shown = say.get(_SORTS[str(value)]) if column == "type" else str(value)
                if column == "source":
                    shown = shown.rsplit("/", 1)[-1]  # the folder is the sender's
                sheet.write_string(n, c, shown[:32000], cells[direction(shown)])
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, n), len(COLUMNS) - 1)
    _for_paper(sheet)
    book.close()
    return out.getvalue()


def _lines(row: Mapping[str, object]) -> int:
    """How many lines the longest cell of a row is wrapped to: not every program finds out by itself."""
    return min(_MOST_LINES, max(-(-len(str(v)) // WIDTHS.get(k, 12)) for k, v in row.items() if k not in DAYS))


_LINE = 15.0
"""Height of a line in points."""
_MOST_LINES = 12


def _day(value: object) -> datetime | None:
    """A day as spreadsheets know it; ``None`` for none, and for one before 1900, when their calendars begin."""
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.year >= 1900 else None


def _for_paper(sheet: Worksheet) -> None:
    """Two pages lying as wide as the table, its head on each."""
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(2, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, 1)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.set_footer("&C&P / &N")
