"""What a page's head and foot tell: title, publisher, republisher, author and day of 196 scraped pages, each of another invented outlet.

They were written by somebody who had not seen isnad, in as many layouts. Two thirds (``read``) have been looked at by those who write rules, a
third has not: its figures say what pages of strange outlets may expect. Where a page does not tell a thing, saying nothing is right.
"""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from bench import ROOT, Row
from isnad.model import Article
from isnad.pipeline import build
from isnad.store import open_store

FOLDER = ROOT / "bench" / "gold" / "heads"
LANGUAGES = ("ar", "fr", "es", "en")
FIELDS = ("title", "publisher", "via", "byline", "published")
FLOORS = {
    "title": 0.89, "publisher": 0.81, "via": 0.89, "byline": 0.83, "published": 0.91,
    "title, unread": 0.86, "publisher, unread": 0.73, "via, unread": 0.8, "byline, unread": 0.75, "published, unread": 0.92,
}  # fmt: skip
"""Well under what was measured: a page more or less is no news."""
_SAME = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})


def folded(words: str | None) -> str:
    """Return the words without case, marks, accents and the ways Arabic has of writing a letter."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", words or "").casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)).translate(_SAME)))


def told(article: Article | None) -> dict[str, str | None]:
    """Return what isnad says of a page, field by field."""
    if article is None:
        return dict.fromkeys(FIELDS)
    day = article.published
    return {
        "title": article.title,
        "publisher": article.publisher,
        "via": article.via,
        "byline": article.byline,
        "published": str(day.start) if day is not None and day.start == day.end else None,
    }


def right(gold: dict[str, Any], field: str, said: str | None) -> bool:
    """Return whether what is said of a field is one of the right answers."""
    answers = [gold[field], *gold.get(f"{field}_ok", ())]
    return any(folded(a) == folded(said) for a in answers)


def run() -> list[Row]:
    """Return the share of right answers a field, and of pages where something wrong is said, on both parts of the bank."""
    seen: dict[str, Counter[bool]] = {}
    wrong: Counter[str] = Counter()
    for language in LANGUAGES:
        for line in (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            with tempfile.TemporaryDirectory() as folder:
                (Path(folder) / gold["file"]).write_text(gold["text"], encoding="utf-8")
                articles = build([folder], open_store("memory:"), engine="here").dossier.articles
            said = told(articles[0] if articles else None)
            part = "" if gold["read"] else ", unread"
            for field in FIELDS:
                good = right(gold, field, said[field])
                for name in (f"{field}{part}", f"{language}: {field}{part}"):
                    seen.setdefault(name, Counter())[good] += 1
                wrong[f"{field}{part}"] += not good and said[field] is not None
    found = []
    for name, counted in sorted(seen.items(), key=lambda item: (":" in item[0], "unread" in item[0])):
        note = f"of {counted.total()}" + (f", {wrong[name]} wrong" if ":" not in name else "")
        found.append(Row(name, counted[True] / counted.total(), floor=FLOORS.get(name), note=note))
    return found
