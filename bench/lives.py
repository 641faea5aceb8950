"""One quotation in two languages: pairs of statements that say the same or another thing of the same matter.

The baseline joins whatever one speaker says on one day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import regex

from bench import ROOT, Row
from isnad.link.concepts import vector
from isnad.link.quotations import QuotationLinker, Said
from isnad.model import MentionRef
from isnad.text import fold_key

PAIRS = ROOT / "bench" / "gold" / "lives" / "pairs.jsonl"
PRECISION, RECALL = 0.95, 0.9
"""Floors, a little under what was measured, of pairs whose speaker is known."""
_WORD = regex.compile(r"[\p{L}\p{M}]+|\p{N}+")


def lives() -> Iterator[Row]:
    """Yield precision and recall of the linker over the pairs, the speaker known and unknown, and the baseline's."""
    cases = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    true = sum(c["same"] for c in cases)
    for who, name in (("p", "speaker known"), (None, "speaker unknown")):
        joined = [c["same"] for c in cases if _joined(c, who)]
        known = who is not None
        yield Row(
            f"lives, {name}: precision",
            round(sum(joined) / max(1, len(joined)), 3),
            floor=PRECISION if known else None,
            note=f"{len(joined)} joined",
        )
        yield Row(
            f"lives, {name}: recall",
            round(sum(joined) / true, 3),
            floor=RECALL if known else None,
            note=f"{true} translated pairs",
        )
    yield Row(
        "lives: precision (baseline)", round(true / len(cases), 3), peer=True, note="one speaker, one day: joined"
    )


def _joined(case: dict[str, list[str]], speaker: str | None) -> bool:
    verdict = QuotationLinker().judge(_said("a", *case["a"], speaker), _said("b", *case["b"], speaker))
    return verdict is not None and verdict.same is True


def _said(ident: str, language: str, text: str, speaker: str | None) -> Said:
    words = tuple(_WORD.findall(fold_key(text)))
    numbers = frozenset(w for w in words if w[0].isdigit())
    return Said(ident, MentionRef(ident, 0), language, words, numbers, vector(text, language), speaker, None, "direct")
