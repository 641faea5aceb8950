"""The gold of our own corpora stands on its pages, and its checker notices when it does not."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path

import pytest

GOLD = Path(__file__).resolve().parents[1] / "bench" / "gold"
CORPORA = sorted(p.parent for p in GOLD.glob("*/*/gold.json") if p.parts[-3] in ("dev", "unread"))
PASSAGES = sorted((GOLD / "passages").glob("*.jsonl"))


def module(name):
    spec = importlib.util.spec_from_file_location(f"gold_{name}", GOLD / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


check, draft = module("check"), module("draft")


def test_there_are_corpora():
    assert CORPORA


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda p: p.name)
def test_every_word_of_the_gold_stands_on_its_page(corpus):
    assert check.check(corpus / "gold.json") == []


@pytest.mark.parametrize("file", PASSAGES, ids=lambda p: p.stem)
def test_every_word_that_is_said_of_a_passage_stands_in_it(file):
    for line in file.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        printed = "\n".join(passage[k] or "" for k in ("headline", "town", "text"))
        for event in passage["events"]:
            assert set(event["kind"]) <= check.EVENTS
            assert event["status"] in check.ALLOWED["status"]
            for words in (event["attested"], event["place"] or "", *event["participants"]):
                assert words in printed, passage["id"]


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda p: p.name)
def test_a_corpus_speaks_three_languages_and_has_what_must_not_become_an_event(corpus):
    gold = json.loads((corpus / "gold.json").read_text(encoding="utf-8"))
    languages = {p["language"] for p in gold["pages"].values()}
    assert "ar" in languages
    assert len(languages) >= 3
    assert len(gold["never_events"]) >= len(gold["pages"])
    assert {"txt", "html"} <= {p.rsplit(".", 1)[1] for p in gold["pages"]}


def broken(tmp_path, change):
    shutil.copytree(CORPORA[0], tmp_path / "c")
    path = tmp_path / "c" / "gold.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    change(gold)
    path.write_text(json.dumps(gold), encoding="utf-8")
    return check.check(path)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda g: g["quotations"][0].update(words="words that nobody printed"), "not in the article"),
        (lambda g: g["entities"][0]["forms"].append("Zyx Wvut"), "on no page: Zyx Wvut"),
        (lambda g: g["events"][0].update(kind=["party"]), "no such event kind: party"),
        (lambda g: g["events"][0].update(participants=["nobody"]), "no such entity: nobody"),
        (lambda g: g["events"][0].update(date={"start": "2025-02-30", "end": "2025-02-30"}), "no date"),
        (lambda g: g["events"][0].update(date={"start": "2025-03-02", "end": "2025-03-01"}), "ends before it starts"),
        (lambda g: g["stories"].pop(), "no partition"),
        (lambda g: g["events"].append(g["events"][0]), "twice"),
        (lambda g: g["never_events"][0].update(words="not anywhere"), "not on"),
    ],
)
def test_a_gold_that_is_wrong_is_complained_of(tmp_path, change, complaint):
    assert any(complaint in line for line in broken(tmp_path, change))


def test_a_teaser_may_not_be_listed_when_the_article_says_the_same(tmp_path):
    def change(gold):
        page = next(iter(gold["pages"].values()))
        page["not_body"].append(page["body"][0])

    assert any("is in the article" in line for line in broken(tmp_path, change))


def test_marks_are_taken_out_of_a_drafted_page():
    text, found = draft.read_marks("@N menu\n  @T <h1>A &amp; <b>B</b></h1>\n@B <p>one</p>\nrest", markup=True)
    assert text == "menu\n  <h1>A &amp; <b>B</b></h1>\n<p>one</p>\nrest"
    assert found == {"title": "A & B", "body": ["one"], "captions": [], "not_body": ["menu"]}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-06", "2024-06-01", "2024-06-30"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("2024-03-05/2024-03-07", "2024-03-05", "2024-03-07"),
        ("2020-01/2020-02", "2020-01-01", "2020-02-29"),
        ("2014/2023-03-07", "2014-01-01", "2023-03-07"),
    ],
)
def test_short_dates_are_written_out(text, start, end):
    assert draft.date(text) == {"start": start, "end": end}
