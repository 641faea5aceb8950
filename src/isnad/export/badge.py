"""The badge of a dossier: how many pages, publishers, and origins that do not rest on one another."""

from __future__ import annotations

from isnad.export.words import counted
from isnad.model import Dossier, IndependentOrigins
from isnad.model.trees import independent_of


def counts(dossier: Dossier) -> dict[str, int]:
    """Return the figures of a dossier that the summary and the badge show."""
    publishers = {a.publisher for a in dossier.articles if a.publisher}
    return {
        "pages": len(dossier.articles),
        "publishers": len(publishers),
        "independent_origins": independent_of(dossier).max,
        "stories": len(dossier.stories),
        "events": len(dossier.events),
        "people": sum(e.kind == "person" for e in dossier.entities),
        "quotations": len(dossier.quotations),
        "agreements": len(dossier.agreements),
        "disagreements": len(dossier.disagreements),
        "abstentions": len(dossier.abstentions),
    }


def badge(dossier: Dossier, language: str, origins: IndependentOrigins | None = None) -> str:
    """Return "41 pages · 12 publishers · 1–2 independent origins" in a reader's language; ``origins`` where they are counted already."""
    publishers = {a.publisher for a in dossier.articles if a.publisher}
    words = [counted(len(dossier.articles), "page", language), counted(len(publishers), "publisher", language)]
    return " · ".join([*words, origins_words(origins or independent_of(dossier), language)])


def origins_words(found: IndependentOrigins, language: str) -> str:
    """Return how many independent origins stand behind a claim, as a range when unsure: "2 independent origins", "1–3 …"."""
    whole = counted(found.max, "independent origin", language)
    if found.min == found.max:
        return whole
    many = counted(max(found.max, 3), "independent origin", language) if language == "ar" else whole
    return many.replace(str(max(found.max, 3) if language == "ar" else found.max), f"{found.min}–{found.max}", 1)
