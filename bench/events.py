"""Events: our own corpora facet by facet, what was not claimed and why, speed, and public sets of event words.

Arabic: who did what to whom in sentences of protest and assault (arabic_event_gsr); English: MEANTIME (Minard et al. 2016),
whose events are all words that happen, far more than press kinds. Recall alone is reported: neither set is exhaustive in our sense.
"""

from __future__ import annotations

import json
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import SHARED, Missing, Row
from bench.gold import DEV, SCORER, corpora, score
from isnad.annotate import ANNOTATORS, annotate
from isnad.annotate.events import find_events
from isnad.export import write_json
from isnad.model import Article, Part, Reading
from isnad.pipeline import build
from isnad.store import open_store

DATA = SHARED / "data" / "events"
FACETS = (
    "events", "events: strong found", "events: kind", "events: date", "events: place", "events: participants",
    "events: status", "events: pages", "never-events",
)  # fmt: skip
FLOORS = {
    "dev: events": 0.753, "dev: events: strong found": 0.862, "dev: events: kind": 0.902, "dev: events: date": 0.904,
    "dev: events: place": 0.621, "dev: events: participants": 0.775, "dev: events: status": 0.943, "dev: events: pages": 0.87,
    "dev: never-events": 0.985, "ar sentences": 0.58, "en words": 0.08, "speed": 60,
}  # fmt: skip
"""A little under what was measured; speed far under, for slower machines."""


def run() -> list[Row]:
    """Return the rows of every set at hand."""
    if not SCORER.is_file():
        raise Missing("the scorer of ../shared/score")
    figures: dict[str, list[float]] = {}
    left: Counter[str] = Counter()
    rows: list[Row] = []
    articles: list[Article] = []
    own = {p.parent.name for p in DEV.glob("*/gold.json")}
    for name, (pages, gold) in corpora().items():
        dossier = build([str(pages)], open_store("memory:"), engine="here").dossier
        articles += dossier.articles
        left.update(a.why for a in dossier.abstentions if ": " in a.what)
        for facet, value in score(pages, gold, write_json(dossier)).items():
            if facet not in FACETS:
                continue
            rows.append(Row(f"{name}: {facet}", value))
            if name in own:
                figures.setdefault(facet, []).append(value)
    for facet, values in figures.items():
        row = f"dev: {facet}"
        rows.append(Row(row, sum(values) / len(values), floor=FLOORS.get(row), note=f"mean of {len(values)} corpora"))
    rows += [Row(f"not claimed: {why}", n) for why, n in left.most_common(8)]
    rows.append(_speed(articles))
    return [*rows, *_arabic(), *_english()]


def _speed(articles: Sequence[Article]) -> Row:
    """Articles a second through this stage alone, the stages before it done."""
    before = ANNOTATORS[: ANNOTATORS.index(find_events)]
    readings = []
    for article in articles:
        reading = Reading(article)
        for step in before:
            reading = step(reading)
        readings.append(reading)
    start = time.process_time()
    for reading in readings:
        find_events(reading)
    rate = len(readings) / max(time.process_time() - start, 1e-9)
    return Row("speed", rate, "articles/s", floor=FLOORS["speed"], note=f"{len(readings)} articles, CPU time")


def _read(text: str, language: str) -> Reading:
    part = (Part("body", 0, len(text)),)
    return annotate(
        Article("b", "bench", "0", "text/plain", language, None, None, None, None, None, None, (), text, part)
    )


def _arabic() -> Iterator[Row]:
    """Sentences in which an event's trigger or clause touches an annotated verb; annotated actors among participants."""
    path = DATA / "arabic_event_gsr.spans.jsonl"
    if not path.is_file():
        return
    found = told = actors = named = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = _read(row["text"], "ar")
        verbs = {w for s in row["spans"] for w in s["verb"]}
        hits = [e for e in reading.events if not e.bare and verbs & set(reading.article.words(e.trigger).split())]
        found, told = found + bool(hits), told + 1
        people = " ".join(reading.mentions[t.mention].text for e in hits for t in e.participants)
        for words in (s[k] for s in row["spans"] for k in ("source_actor", "target_actor")):
            if words and hits:
                actors, named = actors + 1, named + any(w in people for w in words)
    note = f"{told} sentences each with an annotated event"
    yield Row("ar sentences", found / max(told, 1), floor=FLOORS["ar sentences"], note=note)
    yield Row("ar actors named", named / max(actors, 1), note=f"{actors} actors of these, most of them unnamed")


def _english() -> Iterator[Row]:
    """Annotated event words that a trigger covers."""
    folder = DATA / "meantime-en"
    if not folder.is_dir():
        return
    found = wanted = 0
    for path in sorted(folder.glob("intra_cross-doc_annotation/*/*.xml")):
        text, events = _meantime(path)
        triggers = [e.trigger for e in _read(text, "en").events if not e.bare]
        wanted += len(events)
        found += sum(any(t.start < end and start < t.end for t in triggers) for start, end in events)
    yield Row("en words", found / max(wanted, 1), floor=FLOORS["en words"], note=f"of {wanted} event words of any sort")


def _meantime(path: Path) -> tuple[str, list[tuple[int, int]]]:
    """The text of a file, one sentence a line, and the places of its event words."""
    root = ET.parse(path).getroot()
    at: dict[str, tuple[int, int]] = {}
    text, sentence = "", None
    for token in root.iter("token"):
        gap = "" if sentence is None else " " if token.get("sentence") == sentence else "\n"
        sentence = token.get("sentence")
        word = token.text or ""
        start = len(text) + len(gap)
        text += gap + word
        at[token.get("t_id", "")] = (start, start + len(word))
    events = []
    for mention in root.iter("EVENT_MENTION"):
        spans = [at[a.get("t_id", "")] for a in mention.iter("token_anchor") if a.get("t_id", "") in at]
        if spans:
            events.append((min(s for s, _ in spans), max(e for _, e in spans)))
    return text, events
