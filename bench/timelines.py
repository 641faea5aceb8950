"""Timelines: which days of a crisis the automatic timeline picks, against journalists' timelines of French crises (CL-TLS).

As in date selection of timeline summarisation (Martschat and Markert 2018): as many days as the reference has are picked, those that most
pages tell happenings of; F1 equals precision and recall. The baseline picks the days on which most pages were published. The files are
measured on only.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from bench import SHARED, Missing, Row
from isnad.annotate import annotate
from isnad.compose import compose
from isnad.link import link
from isnad.model import Article, Interval, Part

DATA = SHARED / "data" / "timelines"
TOPICS = ("egypt", "yemen")
"""The crises measured: 108 pages in about a minute; the other two take several."""
FLOORS = {"mean": 0.15}
"""A little under what was measured."""


def run() -> list[Row]:
    """Return date-selection F1 for each topic and their mean, the baseline beside it."""
    path = DATA / "cl-tls.fr.docs.measure-only.jsonl"
    if not path.is_file():
        raise Missing("the French timelines of ../shared/data")
    topics: dict[str, list[Article]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["topic"] in TOPICS:
            topics[row["topic"]].append(_article(row))
    rows, ours, theirs = [], [], []
    for topic, articles in sorted(topics.items()):
        wanted = _reference(topic)
        published = Counter(str(a.published.start) for a in articles if a.published)
        told = _told(articles)
        ours.append(_f1(told, wanted))
        theirs.append(_f1(published, wanted))
        note = f"{len(articles)} pages, {len(wanted)} days in the reference"
        rows += [Row(topic, ours[-1], note=note), Row(f"{topic}, days of publication", theirs[-1], peer=True)]
    rows.append(Row("mean", sum(ours) / len(ours), floor=FLOORS.get("mean"), note=f"{len(ours)} crises"))
    rows.append(Row("mean, days of publication", sum(theirs) / len(theirs), peer=True))
    return rows


def _article(row: dict[str, str]) -> Article:
    text = row["text"]
    day = date.fromisoformat(row["date"])
    ident = hashlib.sha256(f"{row['topic']}/{row['doc']}/{row['date']}".encode()).hexdigest()[:16]
    when = Interval(day, day, "day", "the set's own date")
    parts = (Part("body", 0, len(text)),)
    return Article(ident, row["doc"], ident, "text/plain", "fr", None, None, None, None, when, None, (), text, parts)


def _told(articles: Sequence[Article]) -> Counter[str]:
    """How many pages tell happenings of each day, after all tellings were joined."""
    readings = [annotate(a) for a in articles]
    dossier = compose(readings, link(readings))
    days: Counter[str] = Counter()
    for event in dossier.events:
        if event.status == "happened" and event.date is not None and event.date.days == 1:
            days[str(event.date.start)] += len(event.articles)
    return days


def _reference(topic: str) -> frozenset[str]:
    text = (DATA / "reference.fr" / f"{topic}.txt").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^\d{4}-\d\d-\d\d$", text, re.MULTILINE))


def _f1(days: Counter[str], wanted: frozenset[str]) -> float:
    """F1 of as many days as the reference has, the heaviest first, the earlier of two as heavy."""
    picked = {d for d, _ in sorted(days.items(), key=lambda x: (-x[1], x[0]))[: len(wanted)]}
    return 2 * len(picked & wanted) / (len(picked) + len(wanted)) if wanted else 0.0
