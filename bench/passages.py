"""Short passages and mini-articles in rare turns: events found, false ones, days, places and participants, on passages that were read and on those that were not.

Each passage is a page of its own, with an invented masthead. An event is found when one of its kinds is told in the words that attest it, or
on the page. Nobody is a match for words that name nobody: participants are counted by recall alone.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import ROOT, Row
from isnad.export import write_json
from isnad.pipeline import build
from isnad.store import open_store

FOLDER = ROOT / "bench" / "gold" / "passages"
LANGUAGES = ("ar", "fr", "es", "en")
MASTHEADS = {
    "ar": "صحيفة المنار الساحلي",
    "fr": "Le Courrier des Dunes",
    "es": "El Faro de Levante",
    "en": "The Harbour Courier",
}
MONTHS = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "de enero de febrero de marzo de abril de mayo de junio de julio de agosto de septiembre de octubre de noviembre de diciembre",
    "en": "January February March April May June July August September October November December",
}
FLOORS = {
    "ar: recall": 0.67, "ar: recall, unread": 0.5, "ar: precision": 0.85, "ar: precision, unread": 0.75,
    "fr: recall": 0.8, "fr: recall, unread": 0.69, "fr: precision": 0.89, "fr: precision, unread": 0.79,
    "es: recall": 0.78, "es: recall, unread": 0.58, "es: precision": 0.88, "es: precision, unread": 0.79,
    "en: recall": 0.75, "en: recall, unread": 0.59, "en: precision": 0.83, "en: precision, unread": 0.76,
    "ar: mini-articles, recall": 0.43, "ar: mini-articles, recall, unread": 0.42, "ar: mini-articles, precision": 0.73,
    "fr: mini-articles, recall": 0.38, "fr: mini-articles, recall, unread": 0.3, "fr: mini-articles, precision": 0.72,
    "es: mini-articles, recall": 0.28, "es: mini-articles, recall, unread": 0.2, "es: mini-articles, precision": 0.68,
    "en: mini-articles, recall": 0.34, "en: mini-articles, recall, unread": 0.25, "en: mini-articles, precision": 0.66,
    "ar: mini-articles, precision, unread": 0.7, "fr: mini-articles, precision, unread": 0.64,
    "es: mini-articles, precision, unread": 0.68, "en: mini-articles, precision, unread": 0.64,
}  # fmt: skip
"""Well under what was measured: a passage or two more or less is no news."""
FILES = {"": "", "mini-articles, ": "mini-"}
"""What the files of each sort of passage begin with, by what their figures do."""
Passage = dict[str, Any]


def page(passage: Passage, language: str) -> str:
    """Return the passage as a page of text."""
    year, month, day = map(int, passage["day"].split("-"))
    names = MONTHS[language].replace("de ", "").split()
    of = " de " if language == "es" else " "
    town, text = passage["town"], passage["text"]
    led = f"{town} – {text}" if town and not text.startswith(town) else text
    return f"{MASTHEADS[language]}\n\n{passage['headline']}\n\n{day}{of}{names[month - 1]}{of}{year}\n\n{led}\n"


def _fold(words: str) -> str:
    return " ".join(words.replace("«", "").replace("»", "").split()).lower()


def named(aliases: list[str], words: str) -> bool:
    """Return whether one of the printed forms is what some words name, or a part of them."""
    return any(_fold(a) in _fold(words) or _fold(words) in _fold(a) for a in aliases)


def measured(passage: Passage, dossier: dict[str, Any]) -> Counter[str]:
    """Return what of one passage was found, missed and made up."""
    seen: Counter[str] = Counter(gold=len(passage["events"]))
    if not dossier["articles"]:
        return seen
    text = dossier["articles"][0]["text"]
    forms = {e["id"]: e["aliases"] for e in dossier["entities"]}
    told = [e for e in dossier["events"] if e["kind"] != "statement"]
    left = list(range(len(told)))
    for want in passage["events"]:
        start = text.find(want["attested"])
        end = start + len(want["attested"])
        rated = [
            (any(min(c[2], end) > max(c[1], start) for c in told[i]["cites"]), told[i]["kind"] == want["kind"][0], -i)
            for i in left
            if told[i]["kind"] in want["kind"]
        ]
        if not rated:
            continue
        at = -max(rated)[2]
        left.remove(at)
        got = told[at]
        seen["found"] += 1
        seen["status"] += got["status"] == want["status"]
        if want["date"]:
            seen["dated"] += 1
            seen["date"] += bool(got["date"]) and [got["date"]["start"], got["date"]["end"]] == want["date"]
        if want["place"]:
            seen["placed"] += 1
            seen["place"] += named(forms.get(got["place"], []), want["place"])
        there = [forms.get(p["entity"], []) for p in got["participants"]]
        seen["people"] += len(want["participants"])
        seen["named"] += sum(any(named(a, words) for a in there) for words in want["participants"])
    seen["false"] += len(left)
    return seen


def passages(language: str, sort: str = "") -> Iterator[Passage]:
    """Yield the passages of a language whose file begins so."""
    for line in (FOLDER / f"{sort}{language}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def rows(language: str, label: str, seen: Counter[str], sort: str = "") -> list[Row]:
    """Return the figures of one half of one sort of one language."""
    figures = {
        "recall": ("found", seen["gold"]), "precision": ("found", seen["found"] + seen["false"]), "status": ("status", seen["found"]),
        "date": ("date", seen["dated"]), "place": ("place", seen["placed"]), "participants, recall": ("named", seen["people"]),
    }  # fmt: skip
    names = {figure: f"{language}: {sort}{figure}{label}" for figure in figures}
    return [
        Row(names[f], seen[what] / of if of else 0.0, floor=FLOORS.get(names[f]), note=f"of {of}")
        for f, (what, of) in figures.items()
    ]


def run() -> list[Row]:
    """Return the figures of both halves of every sort in every language."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for sort, begins in FILES.items():
            for language in LANGUAGES:
                halves: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
                for passage in passages(language, begins):
                    path = Path(folder) / f"{passage['id']}.txt"
                    path.write_text(page(passage, language), encoding="utf-8")
                    dossier = json.loads(write_json(build([str(path)], open_store("memory:"), engine="here").dossier))
                    halves[passage["read"]].update(measured(passage, dossier))
                for read, label in ((True, ""), (False, ", unread")):
                    found += rows(language, label, halves[read], sort)
    return found
