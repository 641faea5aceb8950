"""Check gold files against their pages: every quoted word stands on its page, every name resolves, every date is one.

    python bench/gold/check.py [GOLD.json …]

Without arguments: every ``bench/gold/dev/*/gold.json``. Exit 1 when something is wrong.
"""

from __future__ import annotations

import email
import html
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

DEV = Path(__file__).resolve().parent / "dev"
UNSEEN = re.compile(r"(?is)<head\b.*?</head>|<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->")
EVENTS = frozenset(
    "visit meeting signing approval diplomatic-ties exercise opening transaction funding appointment departure election "
    "protest attack arrest death accusation threat sanction aid rejection demand statement disaster court inquiry "
    "suspension construction gathering competition".split()
)
AGREEMENTS = frozenset(
    ("memorandum of understanding", "agreement", "treaty", "declaration", "contract", "protocol", "programme")
)
STEPS = frozenset("mentioned|announced|negotiated|signed|approved|ratified|in force|suspended|ended".split("|"))
ALLOWED = {
    "entity kind": frozenset(("person", "organization", "place")),
    "grade": frozenset(("strong", "medium", "weak")),
    "event kind": EVENTS,
    "status": frozenset(("happened", "planned", "reported", "denied")),
    "copy kind": frozenset(("identical", "near", "excerpt", "translation")),
    "origin kind": frozenset(("communique", "agency", "outlet", "foreign press", "speech", "unknown")),
    "agreement kind": AGREEMENTS,
    "step": STEPS,
    "quotation kind": frozenset(("direct", "indirect", "mixed")),
    "role in a chain": frozenset(("speaker", "relayed by", "publisher", "republisher")),
    "slot": frozenset(("date", "place", "number", "participant", "title", "status")),
    "language": frozenset(("ar", "fr", "es", "en")),
}


def squeeze(text: str) -> str:
    """Return text with every run of white space as one blank."""
    return " ".join(text.split())


def seen(path: Path) -> str:
    """Return what a reader sees of a page, white space squeezed."""
    raw = path.read_bytes()
    if path.suffix == ".mhtml":
        parts = email.message_from_bytes(raw).walk()
        raw = next(part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/html")
    declared = re.search(rb"charset=\W?([\w-]+)", raw[:2000])
    codes = [
        "utf-8",
        *([declared[1].decode()] if declared else []),
        "cp1256" if path.stem.endswith("-1256") else "cp1252",
    ]
    text = next(t for c in codes if (t := _decoded(raw, c)) is not None)
    if path.suffix in (".html", ".mhtml"):
        inline = r"(?i)</?(?:a|abbr|b|bdi|cite|em|i|q|small|span|strong|sub|sup|time|u)\b[^>]*>"
        text = html.unescape(re.sub(r"<[^>]+>", "\n", re.sub(inline, "", UNSEEN.sub(" ", text))))
    return squeeze(text)


def _decoded(raw: bytes, code: str) -> str | None:
    try:
        return raw.decode(code)
    except UnicodeDecodeError:
        return None


def printed(form: str) -> tuple[str, ...]:
    """Return how a name may stand on a page: as it is, and with the Arabic article merged into the preposition."""
    return (form, "لل" + form[2:]) if form.startswith("ال") else (form,)


def own(page: dict[str, Any]) -> str:
    """Return the article's own words: title, body and captions."""
    return "\n".join(squeeze(x) for x in (page.get("title") or "", *page["body"], *page["captions"]))


def quoted(gold: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield ``(what, page, words)`` of everything the gold quotes from an article."""
    for event in gold["events"]:
        yield from ((f"event {event['id']}", p, w) for p, w in event["attested"].items())
    for key in ("quotations", "figures"):
        yield from ((key, x["page"], x["words"]) for x in gold[key])
    for key in ("disagreements", "tolerated_disagreements"):
        for value in (v for d in gold.get(key, ()) for v in d["values"]):
            yield from ((f"{key} {value['value']}", p, w) for p, w in value["words"].items())


def wrong_words(gold: dict[str, Any], texts: dict[str, str]) -> Iterator[str]:
    """Yield quoted words that are not where the gold says they are."""
    for name, page in gold["pages"].items():
        for key in ("body", "captions", "not_body"):
            yield from (f"{name}: {key}: not on the page: {w}" for w in page[key] if squeeze(w) not in texts[name])
        if page.get("title") and squeeze(page["title"]) not in texts[name]:
            yield f"{name}: title not on the page"
        yield from (f"{name}: not_body is in the article: {w}" for w in page["not_body"] if squeeze(w) in own(page))
        for key in ("publisher", "via", "byline"):
            if page.get(key) and page[key] not in texts[name] and not page.get(f"{key}_in_markup"):
                yield f"{name}: {key} not printed: {page[key]}"
    for what, name, text in quoted(gold):
        if squeeze(text) not in own(gold["pages"][name]):
            yield f"{what}: not in the article of {name}: {text}"
    for never in gold["never_events"]:
        if squeeze(never["words"]) not in texts[never["page"]]:
            yield f"never_events: not on {never['page']}: {never['words']}"
    for entity in gold["entities"]:
        lost = (f for f in entity["forms"] if not any(x in t for x in printed(f) for t in texts.values()))
        yield from (f"entity {entity['id']}: on no page: {f}" for f in lost)


def wrong_values(gold: dict[str, Any]) -> Iterator[str]:
    """Yield kinds, grades, states and roles that no dossier knows."""
    listed: list[tuple[str, str]] = [("language", p["language"]) for p in gold["pages"].values()]
    listed += [("entity kind", e["kind"]) for e in gold["entities"]]
    listed += [("copy kind", k) for c in gold["copies"] for k in c["kind"]]
    listed += [("origin kind", o["kind"]) for o in gold["origins"]]
    listed += [("event kind", k) for e in gold["events"] for k in e["kind"]]
    listed += [("grade", e["grade"]) for e in gold["events"]]
    listed += [("status", s) for e in gold["events"] for s in (e["status"], *e.get("status_ok", ()))]
    listed += [("agreement kind", k) for a in gold["agreements"] for k in a["kind"]]
    listed += [("step", s["status"]) for a in gold["agreements"] for s in a["steps"]]
    listed += [("quotation kind", q["kind"]) for q in gold["quotations"]]
    listed += [("role in a chain", r) for q in gold["quotations"] for r in q["chain"]]
    listed += [("slot", d["slot"]) for d in gold["disagreements"]]
    for what, value in listed:
        if value not in ALLOWED[what]:
            yield f"no such {what}: {value}"
    for event in gold["events"]:
        low, high = event["independent_origins"]["min"], event["independent_origins"]["max"]
        if not 1 <= low <= high:
            yield f"event {event['id']}: origins {low}..{high}"


def wrong_ids(gold: dict[str, Any], files: set[str]) -> Iterator[str]:
    """Yield ids, pages and stories that do not fit together."""
    for key in ("entities", "events", "agreements", "origins"):
        ids = [x["id"] for x in gold[key]]
        yield from (f"{key}: twice: {i}" for i in sorted({i for i in ids if ids.count(i) > 1}))
    people = {e["id"] for e in gold["entities"]}
    used = {x for e in gold["events"] for x in (*e["participants"], *e.get("place_ok", ()), e["place"]) if x}
    used |= {x for a in gold["agreements"] for x in a["parties"]} | {x for p in gold["must_not_merge"] for x in p}
    used |= {q["speaker"] for q in gold["quotations"] if q["speaker"]}
    yield from (f"no such entity: {x}" for x in sorted(used - people))
    things = people | {x["id"] for key in ("events", "agreements") for x in gold[key]}
    keys = ("disagreements", "tolerated_disagreements", "never_disagreements")
    about = {d["about"] for key in keys for d in gold.get(key, ())}
    yield from (f"no such thing: {x}" for x in sorted(about - things))
    yield from (f"page without gold, or gold without page: {x}" for x in sorted(files ^ set(gold["pages"])))
    if sorted(p for s in gold["stories"] for p in s) != sorted(files):
        yield "the stories are no partition of the pages"
    shared = [p for key in ("copies", "origins", "events", "agreements") for x in gold[key] for p in x["pages"]]
    yield from (f"no such page: {p}" for p in sorted(set(shared) - files))


def wrong_dates(gold: Any, where: str = "") -> Iterator[str]:
    """Yield date objects that are none, or end before they start."""
    if isinstance(gold, dict):
        if "start" in gold and "end" in gold:
            try:
                if date.fromisoformat(gold["start"]) > date.fromisoformat(gold["end"]):
                    yield f"{where}: ends before it starts: {gold['start']} {gold['end']}"
            except (TypeError, ValueError):
                yield f"{where}: no date: {gold['start']} {gold['end']}"
        for key, value in gold.items():
            yield from wrong_dates(value, f"{where}/{key}")
    elif isinstance(gold, list):
        for i, value in enumerate(gold):
            yield from wrong_dates(value, f"{where}/{i}")


def check(path: Path) -> list[str]:
    """Return everything wrong with a gold file, in words."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    files = {p.name: p for p in (path.parent / "pages").iterdir()}
    problems = [*wrong_dates(gold), *wrong_values(gold), *wrong_ids(gold, set(files))]
    if set(files) == set(gold["pages"]):
        problems += wrong_words(gold, {name: seen(p) for name, p in files.items()})
    return problems


def counts(path: Path) -> str:
    """Return how much a gold file holds, in one line."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    keys = ("pages", "entities", "events", "never_events", "agreements", "quotations", "figures", "disagreements")
    return ", ".join(f"{len(gold[k])} {k.replace('_', ' ')}" for k in keys)


def main() -> int:
    """Check the files named (all dev corpora by default)."""
    paths = [Path(a) for a in sys.argv[1:]] or sorted(DEV.glob("*/gold.json"))
    bad = 0
    for path in paths:
        problems = check(path)
        bad += len(problems)
        print("\n".join([f"{path.parent.name}: {counts(path)}", *(f"  {p}" for p in problems)]))
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
