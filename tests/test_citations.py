"""No claim without a citation, and every citation quotes the article's own words."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from isnad.cli.verifying import verify
from isnad.errors import CitationFault
from isnad.model import Citation, Dossier
from isnad.pipeline import build
from isnad.store import Store, claims_of, open_store

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"


@pytest.fixture(scope="module")
def store() -> Store:
    made = open_store("memory:")
    build([str(EXAMPLE)], made)
    return made


def test_an_empty_citation_cannot_be_made() -> None:
    for start, end in ((5, 5), (6, 5), (-1, 3)):
        with pytest.raises(ValueError, match="empty"):
            Citation("a", start, end)


def test_every_claim_of_the_example_cites_and_every_citation_quotes(store: Store) -> None:
    found = verify(store)
    assert found["articles"] == found["texts"] == 21
    assert found["citations"] > found["claims"] / 2
    kinds = {kind for kind, _, _ in claims_of(store.dossier())}
    assert {"event", "quotation", "figure", "mention", "role", "origin"} <= kinds


def test_no_claim_rests_on_teasers_or_chrome(store: Store) -> None:
    d = store.dossier()
    other = {a.id: [(p.start, p.end) for p in a.parts if p.kind in ("related", "chrome")] for a in d.articles}
    for kind, claim, cites in claims_of(d):
        for c in cites:
            if kind in ("event", "quotation", "figure", "step", "domain", "role", "mention"):
                assert not any(s < c.end and c.start < e for s, e in other[c.article]), (kind, claim)


@pytest.mark.parametrize("damage", ["beyond", "blank", "nowhere"])
def test_verify_names_the_first_citation_that_fails(store: Store, damage: str) -> None:
    d = store.dossier()
    event = d.events[0]
    article = next(a for a in d.articles if a.id == event.cites[0].article)
    blank = article.text.index("\n")
    wrong = {
        "beyond": Citation(article.id, len(article.text), len(article.text) + 9),
        "blank": Citation(article.id, blank, blank + 1),
        "nowhere": Citation("0000", 0, 4),
    }[damage]
    broken = msgspec.structs.replace(d, events=(msgspec.structs.replace(event, cites=(wrong,)), *d.events[1:]))
    other = open_store("memory:")
    other.write(broken)
    with pytest.raises(CitationFault, match=event.id):
        verify(other)


def test_a_claim_without_citation_does_not_pass(store: Store) -> None:
    d: Dossier = store.dossier()
    bare = msgspec.structs.replace(d, events=(msgspec.structs.replace(d.events[0], cites=()),))
    other = open_store("memory:")
    other.write(bare)
    with pytest.raises(CitationFault, match="no citation"):
        verify(other)
