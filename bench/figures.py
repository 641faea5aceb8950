"""Numbers with units against our own gold: sentences of invented news in four languages, with what must not be one.

Every line of ``bench/gold/figures`` is a sentence and its figures as value and unit, a range as two values. Dates, ages told
as scores, telephone numbers, laws, flights and results stand among them and have none.
"""

from __future__ import annotations

import json
import time

from bench import ROOT, Row
from isnad.annotate.figures import find_figures
from isnad.annotate.sentences import split_sentences
from isnad.annotate.times import find_times
from isnad.model import LANGUAGES, Article, Part, Reading

GOLD = ROOT / "bench" / "gold" / "figures"
FLOORS = {"ar": 0.97, "fr": 0.95, "es": 0.97, "en": 0.97}
CLOSE = 0.005
"""Share by which two values may differ."""

Found = tuple[tuple[float, ...], str]


def reading(text: str, language: str) -> Reading:
    """Return the reading of a sentence as the body of an undated page, as far as figures need it."""
    article = Article(
        id="g", source="g", sha256="", media_type="text/plain", language=language, title=None, publisher=None, via=None,
        byline=None, published=None, url=None, tags=(), text=text, parts=(Part("body", 0, len(text)),),
    )  # fmt: skip
    return find_figures(find_times(split_sentences(Reading(article))))


def values(value: object) -> tuple[float, ...]:
    """Return a number or a range as a tuple."""
    return tuple(map(float, value)) if isinstance(value, list | tuple) else (float(value),)  # type: ignore[arg-type]


def score(language: str) -> tuple[int, int, int, float, list[str]]:
    """Return figures right, wanted and found, seconds spent, and what went wrong in words."""
    right = wanted = found = 0
    wrong: list[str] = []
    began = time.process_time()
    for line in (GOLD / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        want = [(values(v), u) for v, u in row["figures"]]
        got = [(values(f.value), f.unit) for f in reading(row["text"], language).figures]
        wanted, found = wanted + len(want), found + len(got)
        for w in want:
            hit = next((g for g in got if _same(w, g)), None)
            if hit is None:
                wrong.append(f"missed {w} in {row['text']}")
            else:
                got.remove(hit)
                right += 1
        wrong += [f"false {g} in {row['text']}" for g in got]
    return right, wanted, found, time.process_time() - began, wrong


def _same(a: Found, b: Found) -> bool:
    return a[1] == b[1] and len(a[0]) == len(b[0]) and all(
        abs(x - y) <= CLOSE * max(abs(x), 1) for x, y in zip(a[0], b[0], strict=True)
    )  # fmt: skip


def run() -> list[Row]:
    """Measure all languages."""
    rows, total = [], [0, 0, 0]
    for language in LANGUAGES:
        right, wanted, found, spent, wrong = score(language)
        total = [t + x for t, x in zip(total, (right, wanted, found), strict=True)]
        note = f"P {right / max(1, found):.3f} R {right / wanted:.3f} of {wanted}, {len(wrong)} wrong, {spent:.1f} s"
        rows.append(Row(f"{language} figures: F1", 2 * right / (wanted + found), floor=FLOORS[language], note=note))
    rows.append(Row("figures: F1", 2 * total[0] / (total[1] + total[2]), floor=0.97, note=f"{total[1]} figures"))
    return rows
