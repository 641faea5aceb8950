"""The five shared pages, read as their gold says; skipped, loudly, where they are absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from isnad.pipeline import build
from isnad.store import open_store
from isnad.text import fold_key


@pytest.mark.shared
def test_title_publisher_date_and_language_of_the_shared_pages(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))["pages"]
    dossier = build([str(shared / "seeds")], open_store("memory:")).dossier
    assert len(dossier.articles) == len(gold)
    for a in dossier.articles:
        want = gold[Path(a.source).name]
        assert a.language == want["language"]
        assert fold_key(a.title or "") == fold_key(want["title"] or "")
        assert fold_key(a.publisher or "") == fold_key(want["publisher"] or "")
        assert a.published is not None
        assert want["published"]["start"] <= str(a.published.start) <= str(a.published.end) <= want["published"]["end"]


@pytest.mark.shared
def test_every_shared_page_is_one_story_and_every_person_has_a_name(shared: Path) -> None:
    dossier = build([str(shared / "seeds")], open_store("memory:")).dossier
    assert len(dossier.stories) == 1
    assert all(e.aliases for e in dossier.entities)
