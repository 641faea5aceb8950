"""Our own gold pages, and what pages say of themselves: title, date, publisher and author, beside other tools in the same run."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import ROOT, Row
from isnad.errors import PageError
from isnad.extract import read
from isnad.model import Article, Page
from isnad.text import fold_key

FOLDER = ROOT / "bench" / "gold" / "pages"
FLOORS = {
    "body F1": 0.99, "body F1, Arabic": 0.99, "leaks": 0.0, "title": 0.99, "publisher": 0.99, "via": 0.99, "byline": 0.99,
    "date": 0.99,
}  # fmt: skip
"""What our own pages may not fall below (``leaks``: not rise above), a little under what was measured."""
OWN = frozenset({"lead", "body", "subheading"})


def load() -> dict[str, dict[str, Any]]:
    """Return page name → gold; ``bytes`` are the page's own."""
    gold = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))["pages"]
    return {name: {**row, "bytes": (FOLDER / name).read_bytes()} for name, row in gold.items()}


def article(name: str, data: bytes, captured: str | None = None) -> Article | None:
    """Return what isnad reads of a page captured then; ``None`` when it finds no article."""
    media = "text/html" if name.endswith(".html") else "text/plain"
    try:
        return read(Page(source=name, data=data, media_type=media, captured=captured))
    except PageError:
        return None


def own_words(a: Article | None) -> str:
    """Return the lead, body and subheadings of an article."""
    return "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in OWN) if a else ""


def leaks(found: str, unwanted: list[str]) -> int:
    """Return how many strings that are not the article's stand in what was found."""
    text = " ".join(fold_key(found).split())
    return sum(fold_key(u) in text for u in unwanted)


def same(a: str | None, b: str | None) -> bool:
    """True when two printed values are one after folding, or both are missing."""
    return fold_key(a or "").strip(" .:") == fold_key(b or "").strip(" .:")


def rows(
    score: Callable[[list[str], list[str]], tuple[float, float, float]], ways: dict[str, Callable[[str], str]]
) -> list[Row]:
    """Return figures on our own pages: bodies and leaks beside the peers (HTML only), then what isnad says of each page."""
    pages = load()
    read_as = {n: article(n, p["bytes"], p.get("captured")) for n, p in pages.items()}
    out = []
    arabic = [n for n, p in pages.items() if p["language"] == "ar"]
    html = [n for n in pages if n.endswith(".html")]
    for label, names, floor in (
        ("own pages: body F1", list(pages), "body F1"),
        ("own pages, Arabic: body F1", arabic, "body F1, Arabic"),
        ("own pages, HTML: body F1", html, None),
    ):
        p, r, f = score([own_words(read_as[n]) for n in names], ["\n".join(pages[n]["body"]) for n in names])
        told = sum(leaks(own_words(read_as[n]), pages[n]["not_body"]) for n in names)
        of = sum(len(pages[n]["not_body"]) for n in names)
        note = f"P {p:.3f} R {r:.3f} {told} of {of} strings leak, {len(names)} pages"
        out.append(Row(label, f, floor=FLOORS[floor] if floor else None, note=note))
    for name, way in ways.items():
        for label, names in (("HTML", html), ("Arabic HTML", [n for n in html if n in arabic])):
            found = [way(_text(pages[n]["bytes"])) for n in names]
            p, r, f = score(found, ["\n".join(pages[n]["body"]) for n in names])
            told = sum(leaks(x, pages[n]["not_body"]) for x, n in zip(found, names, strict=True))
            of = sum(len(pages[n]["not_body"]) for n in names)
            out.append(
                Row(
                    f"own pages, {label}: {name}", f, peer=True, note=f"P {p:.3f} R {r:.3f} {told} of {of} strings leak"
                )
            )
    all_leaks = sum(leaks(own_words(read_as[n]), p["not_body"]) for n, p in pages.items())
    out.append(Row("own pages: strings that leak", all_leaks, ceiling=FLOORS["leaks"]))
    return [*out, *_said(pages, read_as), *_peers_said(pages, html)]


def _text(data: bytes) -> str:
    """The page as peers get it: in its right encoding, which they need not find out."""
    for code in ("utf-8", "cp1256" if b"1256" in data[:600] else "cp1252"):
        try:
            return data.decode(code)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _dated(a: Article | None, want: dict[str, Any] | None) -> bool:
    got = a.published if a else None
    if want is None or got is None:
        return want is None and got is None
    start, end = str(got.start), str(got.end)
    return (
        want["start"] <= start <= end <= want["end"]
        if want.get("inferred")
        else (start, end) == (want["start"], want["end"])
    )


def _said(pages: dict[str, dict[str, Any]], read_as: dict[str, Article | None]) -> list[Row]:
    right: dict[str, int] = defaultdict(int)
    for name, p in pages.items():
        a = read_as[name]
        for field in ("title", "publisher", "via", "byline"):
            right[field] += a is not None and same(getattr(a, field), p[field])
        right["date"] += _dated(a, p["published"])
    return [
        Row(f"own pages: {k}", right[k] / len(pages), floor=FLOORS[k])
        for k in ("title", "publisher", "via", "byline", "date")
    ]


def peer_says(html: str) -> dict[str, str | None]:
    """Return what trafilatura's metadata reader says of a page; dates are htmldate's, without its extensive search."""
    import trafilatura
    from htmldate import find_date

    try:
        found = trafilatura.extract_metadata(html)
    except Exception:  # the peer raises what it likes on pages it cannot read
        return {}
    try:
        day = find_date(html, extensive_search=False, original_date=True)
    except Exception:
        day = None
    return {"title": found.title, "publisher": found.sitename, "byline": found.author, "date": day} if found else {}


def _peers_said(pages: dict[str, dict[str, Any]], html: list[str]) -> list[Row]:
    right: dict[str, int] = defaultdict(int)
    for name in html:
        p, said = pages[name], peer_says(_text(pages[name]["bytes"]))
        for field in ("title", "publisher", "byline"):
            right[field] += same(said.get(field), p[field])
        want = p["published"]["start"] if p["published"] else None
        right["date"] += said.get("date") == want
    return [
        Row(
            f"own pages, HTML: {k}, trafilatura",
            right[k] / len(html),
            peer=True,
            note="same pages as isnad's, HTML only",
        )
        for k in ("title", "publisher", "byline", "date")
    ]


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def public_rows(all_pages: list[dict[str, Any]], floors: dict[str, float]) -> list[Row]:
    """Return title and date accuracy on public pages whose makers say both, beside the peer."""
    ours: dict[str, int] = defaultdict(int)
    peer: dict[str, int] = defaultdict(int)
    n: dict[str, int] = defaultdict(int)
    for p in all_pages:
        day = _DAY.search(p.get("published") or "")
        if not p.get("title") and not day:
            continue
        a, said = article("p.html", p["html"].encode()), peer_says(p["html"])
        if p.get("title"):
            n["title"] += 1
            ours["title"] += same(a.title if a else None, p["title"])
            peer["title"] += same(said.get("title"), p["title"])
        if day:
            n["date"] += 1
            ours["date"] += bool(a and a.published and _near(str(a.published.start), day.group()))
            peer["date"] += _near(said.get("date") or "", day.group())
    out = []
    for k in ("title", "date"):
        note = f"{n[k]} pages" + (", a day's difference of time zones allowed" if k == "date" else "")
        out.append(Row(f"{k} of public pages", ours[k] / max(1, n[k]), floor=floors[k], note=note))
        out.append(Row(f"{k} of public pages, trafilatura", peer[k] / max(1, n[k]), peer=True))
    return out


def _near(a: str, b: str) -> bool:
    from datetime import date

    if not _DAY.fullmatch(a) or not _DAY.fullmatch(b):
        return False
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= 1


def check(folder: Path = FOLDER) -> list[str]:
    """Return what is wrong with the gold: words that do not stand on their page, phenomena seen once only."""
    wrong = []
    seen: dict[str, int] = defaultdict(int)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["pages"]
    for name, row in gold.items():
        import html as entities

        text = " ".join(entities.unescape(_text((folder / name).read_bytes())).split())
        for words in [*row["body"], *row["captions"], *row["not_body"], row["title"] or ""]:
            if words and words not in text:
                wrong.append(f"{name}: {words[:60]!r} does not stand on the page")
        for phenomenon in row["phenomena"]:
            seen[phenomenon] += 1
    return wrong + [f"{p} is on one page only" for p, k in seen.items() if k < 2]
