"""The badge of a dossier: how many pages, publishers, and origins that do not rest on one another."""

from __future__ import annotations

from isnad.export.words import counted
from isnad.model import Dossier, IndependentOrigins


def counts(dossier: Dossier) -> dict[str, int]:
    """Return the figures of a dossier that the summary and the badge show."""
    publishers = {a.publisher for a in dossier.articles if a.publisher}
    return {
        "pages": len(dossier.articles),
        "publishers": len(publishers),
        "independent_origins": independent(dossier),
        "stories": len(dossier.stories),
        "events": len(dossier.events),
        "people": sum(e.kind == "person" for e in dossier.entities),
        "quotations": len(dossier.quotations),
        "agreements": len(dossier.agreements),
        "disagreements": len(dossier.disagreements),
        "abstentions": len(dossier.abstentions),
    }


def independent(dossier: Dossier) -> int:
    """Return how many origins stand behind the pages: each own report, and what wholly credited pages rest on."""
    own = [o for o in dossier.origins if o.kind in ("outlet", "unknown")]
    told = {a for o in own for a in o.articles}
    rest = {
        o.id for o in dossier.origins if o.kind not in ("outlet", "unknown") and any(a not in told for a in o.articles)
    }
    return len(own) + len(rest)


def badge(dossier: Dossier, language: str) -> str:
    """Return "41 pages · 12 publishers · 2 independent origins" in a reader's language."""
    found = counts(dossier)
    things = (("page", "pages"), ("publisher", "publishers"), ("independent origin", "independent_origins"))
    return " · ".join(counted(found[key], thing, language) for thing, key in things)


def origins_words(found: IndependentOrigins, language: str) -> str:
    """Return how many independent origins stand behind a claim, as a range when unsure: "2 independent origins", "1–3 …"."""
    whole = counted(found.max, "independent origin", language)
    if found.min == found.max:
        return whole
    many = counted(max(found.max, 3), "independent origin", language) if language == "ar" else whole
    return many.replace(str(max(found.max, 3) if language == "ar" else found.max), f"{found.min}–{found.max}", 1)
