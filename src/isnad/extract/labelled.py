"""Articles saved with a label before each field ("Title: …", «المصدر: …», front matter, a press database's "HD … SN …"), and Markdown.

Labels are split from what they label, so that a title is what was printed and no "Title: …"; marks around a line are left outside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex
from msgspec import structs

from isnad.extract.blocks import Block, block
from isnad.extract.chrome import phrases
from isnad.extract.head import Head
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

TOP, FIRST = 30, 3
"""Blocks in which a head of labelled lines stands, and before how many it begins."""
LEAST = 2
"""Fields, the title among them, from which a head is one."""
SHORTEST = 2
"""Words of the shortest title behind "Subject:"."""
THREAD = frozenset({"thread"})
"""What is said of a title that a forum or a mail sets behind "Subject:"."""
_LABEL = regex.compile(
    r"\s*[*_#-]*\s?(?:\[[^\[\]]{1,12}\]\s*)?(?P<label>[\p{L}\p{M}][\p{L}\p{M}'’°. _-]{0,24}?)\s*[*_]*\s?[:：=]\s*[*_]*\s?(?P<value>.*)",
    regex.DOTALL,
)
_PARTS = regex.compile("[:：=]")
_CODED = regex.compile(r"(?P<label>[A-Z]{2,3})(?:\s+(?P<value>\S.*))?", regex.DOTALL)
_RULE = regex.compile(r"[\s*=_~#-]+")
_CODES = {
    "HD": "title", "BY": "author", "SN": "source", "PD": "date", "WC": "other", "ET": "other", "SC": "other", "ED": "other",
    "PG": "other", "LA": "other", "CY": "other", "CR": "other", "SE": "other", "LP": "text", "TD": "text", "CO": "other", "IN": "other",
    "NS": "other", "RE": "other", "IPC": "other", "IPD": "other", "PUB": "other", "AN": "other", "VOL": "other", "ART": "other", "RF": "other",
}  # fmt: skip
"""The codes of a press database's fields, each on a line of its own before or above what it says."""
_SHELF = regex.compile(
    r"\s*(?:\(|[-–—|:]\s)\s*(?i:portada|[uú]ltim[ao]s? \p{L}+|titulares|à la une|une|accueil|derni[eè]res \p{L}+|top stories|front page|latest \p{L}+|headlines|home|all|rss|الرئيسية|آخر الأخبار|الصفحة الأولى)\)?$"
)
"""Which of a paper's feeds an article came with, behind its name: "Brecha Verde (portada)"."""
_QUOTES = "\"'“”«»‘’ \t*"
_NAV, _NONE = frozenset({"nav"}), frozenset[str]()
_HINTS = {
    "author": frozenset({"byline"}),
    "date": frozenset({"date"}),
    "tags": frozenset({"tags"}),
    "lead": frozenset({"lead"}),
}
_DAY = regex.compile(r"\d{4}-\d\d-\d\d|\p{L}{3}")
"""A day that is read in one way only: as programs write it, or with its month in words."""
_HEADING = regex.compile(r"#{1,6}\s+(?=\S)")
_WRAPPED = regex.compile(r"(?P<mark>\*{1,3}|_{1,2})(?=[^\s*_])[^*_]+(?P=mark)")
_PICTURE = regex.compile(r"!\[[^\]]*\]\([^)\s]*(?:\s[^)]*)?\)")
_LINK = regex.compile(r"(?:[-*]\s)?\[[^\]]+\]\([^)\s]+\)")


@cache
def _fields() -> dict[str, str]:
    """The field that each folded label stands for."""
    rows = (table(k, "chrome")["labels"] for k in LANGUAGES)
    return {fold_key(w): field for row in rows for field, words in row.items() for w in words}


def labelled(blocks: list[Block]) -> tuple[list[Block], Head]:
    """Return the blocks with labels split off, and what the labelled lines say; the blocks themselves where there are none."""
    blocks = [*(piece for b in blocks[:TOP] for piece in _parted(b)), *blocks[TOP:]]
    for start, sort in ((i, s) for i in range(min(FIRST, len(blocks))) for s in (_by_label, _by_code)):
        found = _head_at(blocks, start, sort)
        if found is not None:
            return found
    return _threaded(blocks), Head()


def _threaded(blocks: list[Block]) -> list[Block]:
    """The blocks with what forums and mails write before a title set apart: "Tema: Cierran el puente", "Re: Fwd: Dam opens"."""
    out: list[Block] = []
    for at, b in enumerate(blocks[:TOP]):
        if b.prose:
            return [*out, *blocks[at:]]
        while ":" in b.text and (m := _LABEL.fullmatch(b.text)) and fold_key(m["label"]) in phrases("threads"):
            pieces, value = _split(b, "title", m["value"])
            if len(value.split()) < SHORTEST:
                break
            out.append(pieces[0])
            b = structs.replace(pieces[1], hints=pieces[1].hints | THREAD)
        out.append(b)
    return [*out, *blocks[TOP:]]


_GAPS = regex.compile(r"[ \t\u00a0]{3,}|\s*\t\s*|\s+\|\s+")


def _parted(b: Block) -> list[Block]:
    """The fields of one line that gaps or bars set apart, each its own block: "Medio: El Faro     Fecha: 22/05/2013     Página: 14"."""
    cuts = list(_GAPS.finditer(b.text)) if b.element is None and b.text.count(":") > 1 else []
    if not cuts:
        return [b]
    starts = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(b.text)]
    pieces = [block(b.start + i, b.text[i:j]) for i, j in zip(starts, ends, strict=True) if j > i]
    told = sum(_by_label(p) is not None for p in pieces)
    all_labels = all(
        _LABEL.fullmatch(p.text) for p in pieces
    )  # "MEDIO: El Faro   TIRADA: 6.200   SECCIÓN: Sociedad   PÁG.: 21"
    return (
        pieces if len(pieces) > 1 and told >= max(LEAST, len(pieces) // 2 if all_labels else len(pieces) - 1) else [b]
    )


Field = tuple[str, str]


def _by_label(b: Block) -> Field | None:
    m = _LABEL.fullmatch(b.text) if b.words <= 60 and _PARTS.search(b.text) else None
    field = _fields().get(fold_key(m["label"])) if m else None
    return (field, m["value"]) if field and m else None


def _by_code(b: Block) -> Field | None:
    m = _CODED.fullmatch(b.text) if b.text[:2].isupper() else None
    field = _CODES.get(m["label"]) if m else None
    return (field, m["value"] or "") if field and m else None


def _head_at(blocks: list[Block], start: int, sort: object) -> tuple[list[Block], Head] | None:
    """The head that begins at a block, when it names the title and another field; it ends at the first line of another kind."""
    coded = sort is _by_code
    said: dict[str, str] = {}
    out = list(blocks[:start])
    waiting = ""
    at = start
    while at < min(TOP, len(blocks)):
        b = blocks[at]
        field = _by_code(b) if coded else _by_label(b)
        if field is not None and (field[0] not in said or coded or field[0] == "other"):
            waiting = ""
            pieces, value = _split(b, *field)
            out += pieces
            if value:
                said.setdefault(field[0], value)
            elif field[0] != "text":
                waiting = field[0]  # the label stands above what it labels
            if field[0] == "text" and not coded:
                at += 1
                break
        elif waiting and not b.prose:
            said.setdefault(waiting, b.text.strip(_QUOTES))
            out.append(structs.replace(b, hints=_HINTS.get(waiting, _NONE if waiting == "title" else _NAV)))
            waiting = ""
        elif _RULE.fullmatch(b.text) or (coded and at > start):
            out.append(b)
        elif at > start and not coded and _strange(blocks, at):
            out.append(structs.replace(b, hints=_NAV))
            said.setdefault("other", "")
        else:
            break
        at += 1
    known = set(said) - {"other", "text", "lead"}
    cut_out = {"source", "date"} <= known and (
        "other" in said or len(known) > LEAST
    )  # of a file of cuttings, which prints the headline below
    if not ("title" in known or cut_out) or len(known) < LEAST + 2 * coded:
        return None
    return [*out, *blocks[at:]], _said(said)


def _strange(blocks: Sequence[Block], at: int) -> bool:
    """True for a label that nobody knows between two that are known: "Feed: …", "TIRADA: 6.200", "State: unread"."""
    b = blocks[at]
    label = _LABEL.fullmatch(b.text) if not b.prose and ":" in b.text and b.words <= LONGEST_STRANGE else None
    if label is None or len(label["label"].split()) > LABEL_WORDS or not label["value"].strip():
        return False
    return any(_by_label(x) is not None for x in blocks[at + 1 : at + 3])


LONGEST_STRANGE, LABEL_WORDS = 14, 2
"""Words of the longest line with a label that is not known, and of its label."""


def _split(b: Block, field: str, value: str) -> tuple[list[Block], str]:
    """A line as its label and its value, each at its place; the value without marks of quotation."""
    kept = value.strip(_QUOTES)
    if not kept:
        return [structs.replace(b, hints=_NAV, prose=False)], ""
    start = b.text.rindex(value) + value.index(kept)
    hints = _HINTS.get(field, _NONE if field in ("title", "text") else _NAV)
    label = structs.replace(block(b.start, b.text[:start].rstrip(_QUOTES + "#-"), hints=_NAV), far=b.far)
    return [label, block(b.start + start, kept, hints=hints)], kept


def _said(said: dict[str, str]) -> Head:
    one = {k: (v,) for k, v in said.items()}
    url = said.get("url", "")
    day = said.get("date", "")
    tags = tuple(t.strip(" []\"'") for t in regex.split(r"[,،;]", said.get("tags", "")))
    return Head(
        titles=one.get("title", ()),
        publishers=tuple(_SHELF.sub("", p) for p in one.get("source", ())),
        authors=one.get("author", ()),
        published=((day, "meta date"),) if _DAY.search(day) else (),
        url=url if url.startswith(("http://", "https://")) else None,
        tags=tuple(t for t in tags if t),
    )


def unmarked(blocks: list[Block], head: Head) -> tuple[list[Block], Head]:
    """Return the blocks of a page in Markdown without the marks of headings, quotations and emphasis around whole lines.

    Its first heading of the first order above the text is its title, unless a label names another; pictures are no text.
    """
    if not any(b.text[0] == "#" and _HEADING.match(b.text) for b in blocks):
        return blocks, head
    out = [_unmarked(b) if b.text[0] in "#>*_![-" else b for b in blocks]
    prose = next((i for i, b in enumerate(blocks) if b.prose), 0)
    heads = [n.text for b, n in zip(blocks[:prose], out, strict=False) if b.text.startswith("# ") and n.words > 1]
    return out, structs.replace(head, titles=tuple(heads[:1])) if heads and not head.titles else head


def _unmarked(b: Block) -> Block:
    if _PICTURE.fullmatch(b.text):
        return structs.replace(b, hints=_NAV, prose=False)
    if _LINK.fullmatch(b.text):
        return structs.replace(b, links=1.0, prose=False)
    m = _HEADING.match(b.text)
    start = m.end() if m else 2 if b.text.startswith("> ") else 0
    text = b.text[start:]
    if (w := _WRAPPED.fullmatch(text)) is not None:
        size = len(w["mark"])
        start, text = start + size, text[size:-size]
    return structs.replace(block(b.start + start, text), far=b.far) if start and text.strip() else b
