"""Page in, article out, on public pages with gold bodies: as HTML and as scraped text, beside other tools in one run."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator

import regex

from bench import ROOT, SHARED, Missing, Row, extraction_pages
from isnad.errors import PageError
from isnad.extract import read
from isnad.model import Page
from isnad.text import fold_key

FOLDER = SHARED / "data" / "extraction"
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
FLOORS = {"html F1": 0.973, "text F1": 0.931, "title": 0.69, "date": 0.975}
MEMORY = 400.0
"""Megabytes that reading may take, however many pages."""


def words(text: str) -> Counter[str]:
    """Return the folded words of a text with their counts."""
    return Counter(_WORD.findall(fold_key(text)))


def body_of(data: bytes, media: str, url: str | None) -> str:
    """Return the lead, body and subheadings isnad finds; empty when it finds no article."""
    try:
        a = read(Page(source="p", data=data, media_type=media, url=url))
    except PageError:
        return ""
    return "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body", "subheading"))


def pages() -> Iterator[dict[str, str]]:
    """Yield the dev pages: HTML, scraped text and gold body of each."""
    if not FOLDER.is_dir():
        raise Missing("the pages of ../shared/data/extraction")
    for line in (FOLDER / "gold.measure-only.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield {
            "html": gzip.decompress((FOLDER / row["html"]).read_bytes()).decode("utf-8", "replace"),
            "text": (FOLDER / row["text"]).read_text(encoding="utf-8"),
            "body": "\n".join(row["body"]),
            "url": row["url"],
            "id": row["id"],
            "title": row.get("title") or "",
            "published": row.get("published") or "",
        }


def score(found: list[str], gold: list[str]) -> tuple[float, float, float]:
    """Return mean precision, recall and F1 of words over pages, as the pages' makers count them."""
    p = r = f = 0.0
    for got, want in zip(found, gold, strict=True):
        a, b = words(got), words(want)
        hit = (a & b).total()
        here_p = hit / a.total() if a else 0.0
        here_r = hit / b.total() if b else 0.0
        p, r = p + here_p, r + here_r
        f += 2 * here_p * here_r / (here_p + here_r) if hit else 0.0
    n = len(gold)
    return p / n, r / n, f / n


def _trafilatura(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, fast=True, include_comments=False, include_tables=False) or ""


def _resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True, comments=False))


def _readability(html: str) -> str:
    import lxml.html
    from readability import Document

    try:
        return str(lxml.html.fromstring(Document(html).summary()).text_content())
    except Exception:  # the peer raises what it likes on pages it cannot read
        return ""


def _justext(html: str) -> str:
    import justext

    found = justext.justext(html.encode(), justext.get_stoplist("English"))
    return "\n".join(p.text for p in found if not p.is_boilerplate)


PEERS: dict[str, Callable[[str], str]] = {
    "trafilatura (fast)": _trafilatura,
    "resiliparse": _resiliparse,
    "readability-lxml": _readability,
    "jusText": _justext,
}
_MEMORY = """
import re, sys
from bench.extraction import body_of, pages
for n in range(2):
    for p in pages():
        body_of(p["html"].encode(), "text/html", p["url"])
        body_of(p["text"].encode(), "text/plain", p["url"])
print(int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) / 1024)
"""


def run() -> list[Row]:
    """Return words' precision, recall and F1, pages a second of one core, metadata and memory; own pages first."""
    rows = extraction_pages.rows(
        score, {n: way for n, way in PEERS.items() if n != "jusText"}
    )  # it wants to know the language
    try:
        all_pages = list(pages())
    except Missing:
        return rows
    return [*rows, *_public(all_pages), *extraction_pages.public_rows(all_pages, FLOORS), _memory()]


def _public(all_pages: list[dict[str, str]]) -> list[Row]:
    rows = []
    gold = [p["body"] for p in all_pages]
    ways: dict[str, Callable[[dict[str, str]], str]] = {
        "isnad html": lambda p: body_of(p["html"].encode(), "text/html", p["url"]),
        **{name: (lambda p, way=way: way(p["html"])) for name, way in PEERS.items()},  # type: ignore[misc]
        "isnad text": lambda p: body_of(p["text"].encode(), "text/plain", p["url"]),
        "text: lines over 80 characters": lambda p: "\n".join(x for x in p["text"].splitlines() if len(x) > 80),
        "text: everything": lambda p: p["text"],
    }
    for name, way in ways.items():
        for p in all_pages[:6]:
            way(p)  # what a tool does once is not what it does a page
        start = time.process_time()
        found = [way(p) for p in all_pages]
        took = time.process_time() - start
        p, r, f = score(found, gold)
        ours = name.startswith("isnad")
        floor = FLOORS["html F1" if "html" in name else "text F1"] if ours else None
        speed = f"{len(gold) / took:.0f} pages/s" if took > 0.01 else ""
        rows.append(Row(f"{name}: F1", f, floor=floor, peer=not ours, note=f"P {p:.3f} R {r:.3f} {speed}"))
    return rows


def _memory() -> Row:
    """The most memory that reading all pages twice takes, in a process of its own."""
    out = subprocess.run([sys.executable, "-c", _MEMORY], cwd=ROOT, capture_output=True, text=True, check=True)
    return Row(
        "memory", float(out.stdout), "MB", ceiling=MEMORY, note="all pages twice, as HTML and as text; no peer inside"
    )
