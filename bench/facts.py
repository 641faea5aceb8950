"""Agreements and disagreements on small cases of our own (``gold/facts``): precision and recall over all of them.

A disagreement is right when its slot is and each value of the gold is cited, in different values, by the words the gold gives. An
agreement is right when its kind is, and half its sides at the least are named; matters and steps are told over the right ones.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from bench import ROOT, Row
from isnad.model import Agreement, Disagreement, Dossier, Interval
from isnad.pipeline import build
from isnad.store import open_store
from isnad.text import fold_key

CASES = ROOT / "bench" / "gold" / "facts"
FLOORS = {
    "disagreements: precision": 0.9, "disagreements: recall": 0.8, "agreements: precision": 0.86, "agreements: recall": 0.9,
    "agreements: sides": 0.8, "agreements: matters": 0.93, "agreements: steps": 0.93,
}  # fmt: skip
"""A little under what was measured, of 89 cases."""


def run(*, explain: bool = False) -> list[Row]:
    """Return the rows over all cases; ``explain`` prints every miss and false alarm."""
    n: Counter[str] = Counter()
    for path in sorted(CASES.glob("*.toml")):
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        dossier, names = _build(case)
        wrong = [
            *_disagreements(case.get("disagreement", []), dossier, names, n),
            *_agreements(case.get("agreement", []), dossier, names, n),
        ]
        n["cases"] += 1
        n["whole"] += not wrong
        if explain:
            print(path.stem, *(f"\n    {w}" for w in wrong))
    rows = [Row("cases without any error", n["whole"] / n["cases"], note=f"{n['cases']} cases")]
    for what in ("disagreements", "agreements"):
        right, made, gold = n[f"{what} right"], n[f"{what} made"], n[f"{what} gold"]
        rows.append(Row(f"{what}: precision", right / max(made, 1), note=f"{made} made"))
        rows.append(Row(f"{what}: recall", right / max(gold, 1), note=f"{gold} in the gold"))
        rows.append(Row(f"{what}: F1", 2 * right / max(made + gold, 1)))
    for what in ("sides", "matters", "steps"):
        rows.append(
            Row(f"agreements: {what}", n[f"{what} right"] / max(n[f"{what} gold"], 1), note="over the right ones")
        )
    return [Row(r.name, r.value, floor=FLOORS.get(r.name), note=r.note) for r in rows]


def _build(case: dict[str, Any]) -> tuple[Dossier, dict[str, str]]:
    """The dossier of a case, and article id → its page's name."""
    with tempfile.TemporaryDirectory() as folder:
        for page in case["page"]:
            (Path(folder) / page["name"]).write_text(page["text"].lstrip("\n"), encoding="utf-8")
        dossier = build([folder], open_store("memory:"), engine="here").dossier
    return dossier, {a.id: Path(a.source).name for a in dossier.articles}


def _disagreements(gold: list[dict[str, Any]], dossier: Dossier, names: dict[str, str], n: Counter[str]) -> list[str]:
    left = list(dossier.disagreements)
    wrong = []
    for want in gold:
        hit = next((d for d in left if d.slot == want["slot"] and _same(want["values"], d, dossier, names)), None)
        n["disagreements gold"] += 1
        n["disagreements right"] += hit is not None
        if hit is None:
            wrong.append(f"missed: {want['slot']} {want['values']}")
        else:
            left.remove(hit)
    n["disagreements made"] += len(dossier.disagreements)
    return [*wrong, *(f"false: {d.slot} {[v.value for v in d.values]} ({d.why})" for d in left)]


def _same(values: list[dict[str, str]], made: Disagreement, dossier: Dossier, names: dict[str, str]) -> bool:
    """True when each value of the gold is cited in a value of its own."""
    text = {names[a.id]: a.text for a in dossier.articles}
    taken: set[int] = set()
    for value in values:
        at = {page: text[page].find(words) for page, words in value.items()}
        if min(at.values()) < 0:
            raise ValueError(f"the gold's words are not on the page: {value}")
        hits = {
            i
            for i, v in enumerate(made.values)
            for c in v.cites
            for page, start in at.items()
            if names[c.article] == page and c.start < start + len(value[page]) and start < c.end
        }
        if len(hits) != 1 or hits & taken:
            return False
        taken |= hits
    return True


def _agreements(gold: list[dict[str, Any]], dossier: Dossier, names: dict[str, str], n: Counter[str]) -> list[str]:
    forms = {e.id: {fold_key(x) for x in (*e.aliases, *e.name.values())} for e in dossier.entities}
    left = list(dossier.agreements)
    wrong = []
    for want in gold:
        n["agreements gold"] += 1
        hit = max(left, key=lambda a: _likeness(want, a, forms, names), default=None)
        if hit is None or _likeness(want, hit, forms, names) <= 0:
            wrong.append(f"missed: {want['kind'][0]} {want['parties']}")
            continue
        left.remove(hit)
        n["agreements right"] += 1
        n["sides gold"] += len(want["parties"])
        n["sides right"] += (sides := _sides(want, hit, forms))
        n["matters gold"] += len(want["domains"])
        n["matters right"] += (matters := _matters(want, hit))
        n["steps gold"] += len(want["steps"])
        n["steps right"] += (steps := _steps(want, hit))
        if (sides, matters, steps) != (len(want["parties"]), len(want["domains"]), len(want["steps"])):
            got = [(s.status, s.date and str(s.date.start)) for s in hit.steps]
            parties = [sorted(forms[p])[:1] for p in hit.parties]
            wrong.append(f"in part: sides {sides} {parties}, matters {matters} {[d.text for d in hit.domains]}, {got}")
    n["agreements made"] += len(dossier.agreements)
    return [*wrong, *(f"false: {a.kind} {a.title} {[s.status for s in a.steps]}" for a in left)]


def _likeness(want: dict[str, Any], made: Agreement, forms: dict[str, set[str]], names: dict[str, str]) -> float:
    if made.kind not in want["kind"] or 2 * _sides(want, made, forms) < len(want["parties"]):
        return 0.0
    pages = {names[a] for a in made.articles} & set(want["pages"])
    return (_sides(want, made, forms) + _matters(want, made) + _steps(want, made)) * bool(pages)


def _sides(want: dict[str, Any], made: Agreement, forms: dict[str, set[str]]) -> int:
    return sum(any(fold_key(f) in forms[p] for f in side for p in made.parties) for side in want["parties"])


def _matters(want: dict[str, Any], made: Agreement) -> int:
    words = [fold_key(d.text) for d in made.domains]
    return sum(any(fold_key(x) in w for x in any_of for w in words) for any_of in want["domains"])


def _steps(want: dict[str, Any], made: Agreement) -> int:
    return sum(any(s.status == w["status"] and _dated(s.date, w) for s in made.steps) for w in want["steps"])


def _dated(day: Interval | None, want: dict[str, Any]) -> bool:
    right = [[want["start"], want["end"]], *want.get("or", ())]
    return day is not None and [str(day.start), str(day.end)] in right


if __name__ == "__main__":
    for row in run(explain="--explain" in sys.argv):
        print(f"{row.name:30} {row.value:.3f} {row.note}")
