"""Check `gold.json` against the pages: every quoted word stands where the gold says it stands.

    python check_gold.py                    check
    python check_gold.py --write            look every quoted word up again, store its offsets, then check
    python check_gold.py --scorer FOLDER    also let the scorer in FOLDER read the gold and the pages

Offsets are `[start, end]` in the decoded file, in code points, half-open. In an HTML page they point into its source:
the words are what is left of the stretch without tags and with entities decoded.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
UNDECLARED = {"05-noray-contrato.txt": "cp1252"}  # what no byte of the page says
UNSEEN = re.compile(r"(?is)<head\b.*?</head>|<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->|<![^>]*>")
TOKEN = re.compile(r"(?s)<(/?)(\w+)[^>]*>|&(?:#\w+|\w+);|.")
INLINE = {"a", "b", "em", "small", "span", "strong", "time"}

Span = list[int]


class Decoded(NamedTuple):
    """A page as characters: its source, what a reader sees of it, and where each seen character stands."""

    source: str
    seen: str
    starts: list[int]
    ends: list[int]

    def find(self, words: str, within: list[Span] | None) -> Span | None:
        """The first place of `words`, inside one of the `within` spans when these are given."""
        at = self.seen.find(words)
        while at >= 0:
            span = [self.starts[at], self.ends[at + len(words) - 1]]
            if within is None or inside(span, within):
                return span
            at = self.seen.find(words, at + 1)
        return None

    def words(self, span: Span) -> str:
        """What a reader sees of a stretch of the source."""
        return "".join(
            c for c, a, b in zip(self.seen, self.starts, self.ends, strict=True) if span[0] <= a and b <= span[1]
        )


def inside(span: Span, others: list[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in others)


def decode(path: Path) -> Decoded:
    """Read a page under the code page it declares (UTF-8 when it declares none)."""
    raw = path.read_bytes()
    declared = re.search(rb"charset=\W?([\w-]+)", raw[:2000])
    source = raw.decode(UNDECLARED.get(path.name) or (declared[1].decode() if declared else "utf-8"))
    if path.suffix != ".html":
        return Decoded(source, source, list(range(len(source))), list(range(1, len(source) + 1)))
    blank = UNSEEN.sub(lambda m: "\0" * len(m[0]), source)
    seen: list[tuple[str, int, int]] = []
    for m in TOKEN.finditer(blank):
        if m[2]:
            seen += [] if m[2].lower() in INLINE else [("\n", m.start(), m.end())]
        elif m[0] != "\0":
            seen += [(c, m.start(), m.end()) for c in html.unescape(m[0])]
    return Decoded(source, "".join(c for c, _, _ in seen), [a for _, a, _ in seen], [b for _, _, b in seen])


class Quoted(NamedTuple):
    """Words the gold quotes: from which page, under which key their offsets go, and whether the article says them."""

    where: str
    page: str
    words: str
    holder: dict[str, Any]
    key: str | int
    own: bool | str | None  # True: in the article; "title": in its title; False: outside it; None: anywhere


def in_pages(gold: dict[str, Any]) -> Iterator[Quoted]:
    """Titles, bodies, captions, and what is not the article's."""
    for page, p in gold["pages"].items():
        if p.get("title"):
            p.setdefault("title_at", None)
            yield Quoted(f"title of {page}", page, p["title"], p, "title_at", None)
        for key in ("body", "captions", "not_body"):
            spans = p.setdefault(f"{key}_at", [None] * len(p[key]))
            for i, words in enumerate(p[key]):
                yield Quoted(f"{key}[{i}] of {page}", page, words, {"at": spans, "i": i}, "list", None)


def in_claims(gold: dict[str, Any]) -> Iterator[Quoted]:
    """The words of events, quotations, figures and disagreements, and of what must not become one."""
    for event in gold["events"]:
        for key in ("attested", "background"):
            places = event.setdefault(f"{key}_at", {}) if key in event else {}
            for page, words in event.get(key, {}).items():
                yield Quoted(f"event {event['id']}", page, words, places, page, True)
    for key in ("quotations", "figures"):
        for x in gold[key]:
            yield Quoted(f"{key}: {x['words'][:40]}", x["page"], x["words"], x, "at", x.get("in", True))
    for key in ("disagreements", "tolerated_disagreements"):
        for value in (v for x in gold[key] for v in x["values"]):
            places = value.setdefault("words_at", {})
            for page, words in value["words"].items():
                yield Quoted(f"{key}: {value['value']}", page, words, places, page, True)
    for x in gold["never_events"]:
        yield Quoted(f"never: {x['words'][:40]}", x["page"], x["words"], x, "at", False)
    for x in gold["abstain"]:
        if x["words"]:
            yield Quoted(f"abstain: {x['words'][:40]}", x["page"], x["words"], x, "at", True)


def held(q: Quoted) -> Span | None:
    span = q.holder["at"][q.holder["i"]] if q.key == "list" else q.holder.get(q.key)
    return span if span else None


def hold(q: Quoted, span: Span | None) -> None:
    if q.key == "list":
        q.holder["at"][q.holder["i"]] = span
    else:
        q.holder[q.key] = span


def own(page: dict[str, Any]) -> list[Span]:
    """Where the article's own words stand: body, captions, title."""
    spans = [*page.get("body_at", []), *page.get("captions_at", []), page.get("title_at")]
    return [s for s in spans if s]


def write(gold: dict[str, Any], pages: dict[str, Decoded]) -> None:
    """Look every quoted word up; the article's parts first, since they say where claims may stand."""
    for q in in_pages(gold):
        hold(q, pages[q.page].find(q.words, None))
    for q in in_claims(gold):
        p = gold["pages"][q.page]
        parts = [p["title_at"]] if q.own == "title" else own(p)
        ordered = [None] if q.own is False else [[s] for s in parts]
        hold(q, next((s for w in ordered if (s := pages[q.page].find(q.words, w))), None))
    for e in gold["entities"]:
        e["seen"] = {
            f: next(([n, *s] for n in gold["pages"] if (s := form_at(gold, pages, n, f))), None) for f in e["forms"]
        }


def form_at(gold: dict[str, Any], pages: dict[str, Decoded], name: str, form: str) -> Span | None:
    """A name in the article, else (bylines, outlets) anywhere on its page."""
    return pages[name].find(form, own(gold["pages"][name])) or pages[name].find(form, None)


def wrong_places(gold: dict[str, Any], pages: dict[str, Decoded]) -> Iterator[str]:
    """Quoted words that do not stand at their offsets, or stand on the wrong side of the article's edge."""
    for q in (*in_pages(gold), *in_claims(gold)):
        span = held(q)
        if span is None:
            yield f"{q.where}: no offsets on {q.page}: {q.words}"
        elif pages[q.page].words(span) != q.words:
            yield f"{q.where}: {q.page}{span} reads {pages[q.page].words(span)!r}, not {q.words!r}"
        elif q.own and not inside(span, own(gold["pages"][q.page])):
            yield f"{q.where}: outside the article of {q.page}"
        elif q.own is False and inside(span, own(gold["pages"][q.page])):
            yield f"{q.where}: inside the article of {q.page}"
    for name, p in gold["pages"].items():
        yield from (
            f"{name}: {w!r} is in the article"
            for w, s in zip(p["not_body"], p["not_body_at"], strict=True)
            if s and inside(s, own(p))
        )
    for e in gold["entities"]:
        for form, place in e.get("seen", {}).items():
            if not place or pages[place[0]].words(place[1:]) != form:
                yield f"entity {e['id']}: {form!r} is on no page"


def wrong_names(gold: dict[str, Any]) -> Iterator[str]:
    """Ids and pages that the gold uses and does not define; dates that are none; pages without gold."""
    entities, events = {e["id"] for e in gold["entities"]}, {e["id"] for e in gold["events"]}
    things = entities | events | {a["id"] for a in gold["agreements"]}
    files = {p.name for p in (HERE / "pages").iterdir()}
    yield from (f"{n}: a page without gold, or gold without a page" for n in files ^ set(gold["pages"]))
    used = {x for e in gold["events"] for x in (*e["participants"], *e.get("place_ok", []), e["place"]) if x}
    used |= {x for a in gold["agreements"] for x in a["parties"]} | {x for pair in gold["must_not_merge"] for x in pair}
    used |= {q["speaker"] for q in gold["quotations"] if q["speaker"]}
    yield from (f"no such entity: {x}" for x in sorted(used - entities))
    about = {
        x["about"] for key in ("disagreements", "tolerated_disagreements", "never_disagreements") for x in gold[key]
    }
    yield from (f"no such thing: {x}" for x in sorted(about - things))
    listed = [p for key in ("copies", "origins", "events", "agreements") for x in gold[key] for p in x["pages"]]
    yield from (f"no such page: {p}" for p in sorted(set(listed) - files))
    if sorted(p for s in gold["stories"] for p in s) != sorted(files):
        yield "stories are no partition of the pages"
    for text in re.findall(r'"(?:start|end)": "([^"]+)"', json.dumps(gold)):
        date.fromisoformat(text)


def scored(folder: Path, gold: dict[str, Any]) -> Iterator[str]:
    """What the scorer complains of when it reads the gold with an empty dossier."""
    sys.path.insert(0, str(folder))
    import score  # type: ignore[import-not-found]
    import text  # type: ignore[import-not-found]

    facets, warnings = score.score(gold, {"schema": "isnad-dossier/1"}, HERE / "pages")
    yield from (f"scorer: {w}" for w in warnings if "gold" in w and "no article" not in w)
    read = {n: text.read_page(HERE / "pages" / n, next(iter(p["body"]), "")) for n, p in gold["pages"].items()}
    for q in (*in_pages(gold), *in_claims(gold)):
        if not text.locate(read[q.page], q.words):
            yield f"scorer: does not find {q.words!r} on {q.page}"
    print(f"the scorer reads it: {len(facets)} facets")


def main(argv: list[str] | None = None) -> int:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    ap.add_argument("--write", action="store_true", help="store the offsets anew")
    ap.add_argument("--scorer", type=Path, metavar="FOLDER", help="folder of score.py")
    args = ap.parse_args(argv)
    path = HERE / "gold.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    pages = {name: decode(HERE / "pages" / name) for name in gold["pages"]}
    if args.write:
        write(gold, pages)
        path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    errors = [*wrong_names(gold), *wrong_places(gold, pages), *(scored(args.scorer, gold) if args.scorer else ())]
    print("\n".join(errors) or f"{len(pages)} pages: all quoted words stand where the gold says")
    return bool(errors)


if __name__ == "__main__":
    sys.exit(main())
