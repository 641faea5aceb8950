"""Every form says what the dossier says, in its own standard, and nothing hostile in a page gets out of its place."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
import regex
from icalendar import Calendar

from isnad.errors import ExportError
from isnad.export import EXPORTERS, write_json
from isnad.export.badge import badge, origins_words
from isnad.export.disputes import LONGEST, sentence_of
from isnad.export.network import meetings
from isnad.export.pdf import document
from isnad.export.selection import EXCERPT, Selection, select
from isnad.export.timelines import codes
from isnad.export.words import MASK, counted, unit_words
from isnad.model import Article, Citation, Dossier, IndependentOrigins, Part
from isnad.model.trees import independent_of
from isnad.pipeline import build
from isnad.store import open_store
from isnad.store.cites import cites_of

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "how" / "exports.md"
HOSTILE = (
    '<html><head><title>=cmd|" /C calc"!A0 <script>alert(1)</script></title></head><body><article>'
    "<h1>=cmd|' /C calc'!A0 &lt;script&gt;alert(1)&lt;/script&gt; {\\input{/etc/passwd}} %</h1><p>Publié le 12 avril 2023</p>"
    "<p>La ministre danoise du Commerce, Karen Lindholm, a signé mercredi 12 avril 2023 à Accra un accord portuaire avec le Ghana.</p>"
    "<p>« &lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; Cet accord ouvre une période nouvelle ]]&gt; », a déclaré Karen Lindholm.</p>"
    "</article></body></html>"
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build([str(ROOT / "examples" / "ras-nouader" / "pages")], open_store("memory:")).dossier


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a.html").write_text(HOSTILE, encoding="utf-8")
    return build([str(folder)], open_store("memory:")).dossier


def written(dossier: Dossier, form: str, language: str = "fr") -> str:
    return EXPORTERS[form].write(dossier, language).decode("utf-8-sig")


def test_json_lines_hold_every_record(dossier: Dossier) -> None:
    lines = [json.loads(x) for x in written(dossier, "jsonl").splitlines()]
    whole = json.loads(write_json(dossier))
    for name in ("articles", "events", "quotations", "entities", "judgements"):
        kept = [
            {k: v for k, v in x.items() if k != "type" or name == "abstentions"} for x in lines if x["type"] == name
        ]
        assert kept == whole[name]


def test_bibliographies_name_every_page_once(dossier: Dossier) -> None:
    items = json.loads(written(dossier, "csl-json"))
    assert len(items) == len(dossier.articles) == written(dossier, "bibtex").count("@online{")
    ris = written(dossier, "ris")
    assert ris.count("TY  - NEWS\r\n") == ris.count("ER  - \r\n") == len(items)
    dated = {i["id"]: i["issued"]["date-parts"][0] for i in items if "issued" in i}
    for a in dossier.articles:
        if a.published and a.published.start == a.published.end:
            assert dated[a.id] == [a.published.start.year, a.published.start.month, a.published.start.day]


def test_an_uncertain_day_of_publication_is_not_made_certain(dossier: Dossier) -> None:
    vague = [a.id for a in dossier.articles if a.published and a.published.start != a.published.end]
    issued = {i["id"]: i.get("issued", {}).get("date-parts", [[]])[0] for i in json.loads(written(dossier, "csl-json"))}
    assert vague
    assert all(len(issued[a]) < 3 for a in vague)


def test_annotations_select_the_words_by_place_and_by_quote(dossier: Dossier) -> None:
    items = json.loads(written(dossier, "annotations"))["first"]["items"]
    texts = {f"urn:isnad:article:{a.id}": a.text for a in dossier.articles} | {
        a.url: a.text for a in dossier.articles if a.url
    }
    assert len({i["id"] for i in items}) == len(items)
    for target in (t for i in items for t in i["target"]):
        place, quote = target["selector"]
        text = texts[target["source"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_follow_the_money_entities_point_only_at_entities_that_are_there(dossier: Dossier) -> None:
    rows = [json.loads(x) for x in written(dossier, "ftm").splitlines()]
    ids = [r["id"] for r in rows]
    assert len(set(ids)) == len(ids)
    pointing = {"involved", "proof", "document", "resolved", "address"}
    for row in rows:
        for name, values in row["properties"].items():
            assert all(isinstance(v, str) and v for v in values)
            if name in pointing and not (row["schema"] == "Address" and name == "full"):
                assert set(values) <= set(ids), (row["schema"], name)


def test_follow_the_money_takes_every_entity(dossier: Dossier) -> None:
    ftm = pytest.importorskip("followthemoney", reason="the library followthemoney is not installed here")
    for row in map(json.loads, written(dossier, "ftm").splitlines()):
        proxy = ftm.model.get_proxy(row)
        proxy.schema.validate(row)
        assert {k: len(v) for k, v in row["properties"].items()} == {k: len(v) for k, v in proxy.properties.items()}


def test_json_ld_needs_nothing_fetched_and_its_references_resolve(dossier: Dossier) -> None:
    whole = json.loads(written(dossier, "json-ld"))
    assert isinstance(whole["@context"], dict)
    ids = {x["@id"] for x in whole["@graph"]}
    for thing in whole["@graph"]:
        for key in ("location", "creator"):
            assert thing.get(key) is None or thing[key] in ids
        for key in ("attendee", "citation"):
            values = thing.get(key) or []
            assert set([values] if isinstance(values, str) else values) <= ids


def test_the_calendar_is_read_back_with_its_days(dossier: Dossier) -> None:
    entries = {
        str(x["UID"]).split("@")[0]: x for x in Calendar.from_ical(EXPORTERS["ics"].write(dossier, "ar")).walk("VEVENT")
    }
    dated = [e for e in dossier.events if e.date]
    assert set(entries) == {e.id for e in dated}
    for e in dated:
        assert e.date
        assert entries[e.id].decoded("DTSTART") == e.date.start
        assert (entries[e.id].decoded("DTEND") - e.date.end).days == 1
        assert str(entries[e.id]["STATUS"]) == {"planned": "TENTATIVE", "denied": "CANCELLED"}.get(
            e.status, "CONFIRMED"
        )


def test_the_slide_show_shows_a_month_as_a_month(dossier: Dossier) -> None:
    slides = {s["unique_id"]: s for s in json.loads(written(dossier, "timelinejs"))["events"]}
    months = [e for e in dossier.events if e.date and e.date.precision == "month"]
    assert months
    assert all("day" not in slides[e.id]["start_date"] for e in months)


def test_the_feed_is_atom_with_the_newest_page_first(dossier: Dossier) -> None:
    feed = ElementTree.fromstring(EXPORTERS["atom"].write(dossier, "en"))
    days = [
        e.findtext("{http://www.w3.org/2005/Atom}updated") or ""
        for e in feed.iter("{http://www.w3.org/2005/Atom}entry")
    ]
    assert len(days) == len(dossier.articles)
    certain = days[: sum(a.published is not None for a in dossier.articles)]
    assert certain == sorted(certain, reverse=True)


def test_the_network_joins_those_who_took_part_in_one_event(dossier: Dossier) -> None:
    root = ElementTree.fromstring(EXPORTERS["gexf"].write(dossier, "en"))
    ns = "{http://gexf.net/1.3}"
    nodes = {n.get("id") for n in root.iter(f"{ns}node")}
    edges = {(e.get("source"), e.get("target")) for e in root.iter(f"{ns}edge")}
    assert edges == set(meetings(dossier))
    assert {x for pair in edges for x in pair} == nodes


def test_every_kind_of_event_has_its_plover_row(dossier: Dossier) -> None:
    rows = list(csv.DictReader(io.StringIO(written(dossier, "plover"))))
    assert [r["event_id"] for r in rows] == [e.id for e in dossier.events]
    assert codes()["signing"][0] == "AGREE"
    assert all(r["event_type"] == codes()[r["kind"]][0] for r in rows)


def test_a_pdf_is_made_of_isolated_runs_and_fetches_nothing(dossier: Dossier) -> None:
    page = document(dossier, "ar")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<bdi lang="ar" dir="rtl">' in page
    assert "src=" not in page
    assert "url(" not in page


def test_nothing_in_a_page_becomes_a_formula_a_command_or_markup(hostile: Dossier) -> None:
    for form in ("csv", "plover"):
        for row in csv.reader(io.StringIO(written(hostile, form))):
            assert not any(re.match(r"\s*[=+@]", cell) for cell in row)
    bibtex = written(hostile, "bibtex")
    assert "\\input{" not in bibtex
    assert "\\textbackslash{}input" in bibtex
    for form in ("html", "timelinejs"):
        page = written(hostile, form)
        assert "<script>alert(1)" not in page
        assert "<img src=x" not in page
    assert "<script>alert" not in document(hostile, "fr")
    ElementTree.fromstring(written(hostile, "gexf"))
    ElementTree.fromstring(written(hostile, "atom"))


def test_control_characters_of_a_page_stop_no_form(tmp_path: Path) -> None:
    text = "Le port\x00 de \ufffeSfax rouvre\nPublié le 12 avril 2023\n\n" + (
        "Le ministre tunisien des Transports, Rachid\x08 Amri, a rencontré mercredi 12 avril 2023 à Sfax le maire Hédi Ben Salah.\n"
        * 2
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = build([str(tmp_path)], open_store("memory:"))
    for form in ("gexf", "atom", "ics", "csv", "ris", "html", "markdown"):
        EXPORTERS[form].write(found.dossier, "fr")


def test_one_story_is_exported_with_what_rests_on_its_pages_only(dossier: Dossier) -> None:
    small = min(dossier.stories, key=lambda s: len(s.articles))
    part = select(dossier, Selection(story=small.id))
    assert {a.id for a in part.articles} == set(small.articles)
    assert {c[3] for c in cites_of(part)} <= set(small.articles)
    assert [s.id for s in part.stories] == [small.id]


def test_a_person_is_exported_by_any_spelling_of_the_name(dossier: Dossier) -> None:
    person = next(
        e for e in dossier.entities if e.kind == "person" and any("ا" in a for a in e.aliases) and len(e.aliases) > 2
    )
    for name in (person.aliases[0], next(a for a in person.aliases if "ا" in a)):
        part = select(dossier, Selection(person=name))
        assert all(person.id in {p.entity for p in e.participants} for e in part.events)
        assert all(q.speaker and q.speaker.entity == person.id for q in part.quotations)
        assert part.events
        assert part.quotations


def test_some_days_leave_out_what_has_no_date(dossier: Dossier) -> None:
    part = select(dossier, Selection(since=date(2022, 3, 1), until=date(2022, 3, 31)))
    assert part.events
    assert all(e.date and e.date.start <= date(2022, 3, 31) and e.date.end >= date(2022, 3, 1) for e in part.events)
    assert {c[3] for c in cites_of(part)} <= {a.id for a in part.articles}


@pytest.mark.parametrize("wanted", [Selection(story="s-none"), Selection(person="Nobody At All")])
def test_what_is_not_there_is_said(dossier: Dossier, wanted: Selection) -> None:
    with pytest.raises(ExportError, match=r"no story|nobody"):
        select(dossier, wanted)


def test_without_full_text_citations_still_quote_and_little_else_is_left(dossier: Dossier) -> None:
    part = select(dossier, Selection(fulltext=False))
    for before, after in zip(dossier.articles, part.articles, strict=True):
        assert len(before.text) == len(after.text)
        assert all(b in (a, MASK) for a, b in zip(before.text, after.text, strict=True))
    texts = {a.id: a.text for a in part.articles}
    for e in part.events:
        for c in e.cites:
            assert texts[c.article][c.start : min(c.end, c.start + EXCERPT)].strip()
    left = sum(len(a.text.split()) for a in part.articles) / sum(len(a.text.split()) for a in dossier.articles)
    assert left < 0.75
    for form in ("html", "docx", "markdown", "json", "ftm"):
        assert EXPORTERS[form].write(part, "fr")


def test_arabic_counts_as_arabic_does() -> None:
    said = [counted(n, "page", "ar") for n in (1, 2, 3, 10, 11, 99, 100, 103)]
    assert said == ["صفحة واحدة", "صفحتان", "3 صفحات", "10 صفحات", "11 صفحة", "99 صفحة", "100 صفحة", "103 صفحات"]
    assert [counted(n, "page", "fr") for n in (0, 1, 2)] == ["0 page", "1 page", "2 pages"]


def test_the_badge_counts_origins_that_do_not_rest_on_one_another(dossier: Dossier) -> None:
    assert re.fullmatch(r"21 pages · \d+ publishers · (\d+–)?\d+ independent origins", badge(dossier, "en"))
    assert independent_of(dossier).max < len(dossier.articles)
    assert origins_words(IndependentOrigins(1, 3, "x"), "ar") == "1–3 أصول مستقلة"
    assert origins_words(IndependentOrigins(2, 2), "ar") == "أصلان مستقلان"


def test_what_each_form_cannot_carry_is_in_the_docs() -> None:
    said = DOCS.read_text(encoding="utf-8")
    assert [form for form in EXPORTERS if f"`{form}`" not in said] == []


def test_word_keeps_the_numbers_of_two_notes_apart(dossier: Dossier) -> None:
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["docx"].write(dossier, "fr"))) as word:
        body = word.read("word/document.xml").decode()
    seen = (
        re.sub(r"<[^>]+>", "", re.sub(r"<w:footnoteReference [^>]*>", "#", body))
        .replace("\u200e", "")
        .replace("\u200f", "")
    )
    assert "#,#" in seen
    assert "##" not in seen


@pytest.mark.parametrize("form", ["html", "markdown", "csv"])
def test_a_disagreement_shows_what_it_is_about_its_values_in_words_and_what_was_said(
    dossier: Dossier, form: str
) -> None:
    page = re.sub(r"<[^>]+>", "", written(dossier, form, "fr"))
    dates = [x for x in dossier.disagreements if x.slot == "date"]
    assert dates
    for x in dates:
        title = next(e.title for e in dossier.events if e.id == x.about["id"])
        assert any(" ".join(t.split())[:40] in " ".join(page.split()) for t in title.values())
    assert "14 mars 2022" in page
    assert "15 mars 2022" in page


def test_a_sentence_is_shown_whole_and_a_long_one_around_the_cited_words() -> None:
    filling = "mot " * 300
    text = f"Premier fait. Le bilan est de 12 morts selon la gendarmerie. Autre fait.\n{filling}12 morts {filling}"
    a = Article("a", "a", "0", "text/plain", "fr", None, None, None, None, None, None, (), text, ())
    first = text.index("12 morts")
    whole = sentence_of(a, Citation("a", first, first + 8))
    assert text[whole.start : whole.end] == "Le bilan est de 12 morts selon la gendarmerie."
    second = text.index("12 morts", first + 1)
    cut = sentence_of(a, Citation("a", second, second + 8))
    assert cut.start <= second
    assert cut.end >= second + 8
    assert cut.end - cut.start <= LONGEST


def test_the_sentence_of_a_title_on_a_page_of_one_line_leaves_the_ticker_out() -> None:
    text = "15:20 Football : Gazelle s'impose Onze soldats tués au fort de Bol Publié le 10.02.2019 Onze soldats sont morts."
    title, body = text.index("Onze"), text.rindex("Onze")
    parts = (Part("chrome", 0, title - 1), Part("title", title, text.index(" Publié")), Part("body", body, len(text)))
    a = Article("a", "a", "0", "text/plain", "fr", *((None,) * 6), (), text, parts)
    shown = sentence_of(a, Citation("a", title + 5, title + 11))
    assert text[shown.start : shown.end] == "Onze soldats tués au fort de Bol"


@pytest.mark.parametrize(("language", "words"), [("en", "doses"), ("ar", "جرعة"), ("fr", "doses"), ("es", "dosis")])
def test_what_is_counted_is_named_to_a_reader_in_his_language(language: str, words: str) -> None:
    assert unit_words("doses", language) == words
    assert unit_words("zorkmids", "en") is None


def test_what_was_denied_is_not_shown_as_said_and_reported_words_stand_in_no_marks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Coast Daily\nMinister answers critics\n15 November 2019\n"
        'Transport Minister Karim Fahmy denied that the authority had been slow to respond. "The boat left at once," he told reporters.\n',
        encoding="utf-8",
    )
    here = build([str(tmp_path)], open_store("memory:")).dossier
    page = re.sub("[\u2066-\u2069]", "", written(here, "markdown", "en"))
    assert re.search(r"^> the authority had been slow to respond\[", page, re.M)
    assert "Karim Fahmy** (indirect · reported as a denial)" in page
    assert "> “The boat left at once”" in page  # the comma is the reporter's
    assert "indirect · reported as a denial" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", written(here, "html", "en")))


def test_a_workbook_names_its_columns_in_the_readers_language_and_an_arabic_one_runs_right_to_left(
    dossier: Dossier,
) -> None:
    with zipfile.ZipFile(io.BytesIO(EXPORTERS["xlsx"].write(dossier, "ar"))) as book:
        sheet, words = book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/sharedStrings.xml").decode()
    assert 'rightToLeft="1"' in sheet
    assert "<f>" not in sheet
    assert re.findall(r"<t[^>]*>([^<]*)</t>", words)[:6] == [
        "الصنف",
        "المعرّف",
        "أول يوم",
        "آخر يوم",
        "التاريخ",
        "النوع",
    ]
    assert written(dossier, "csv", "ar").startswith("type,id,date_start")


def test_markdown_isolates_only_words_that_run_the_other_way(dossier: Dossier) -> None:
    for language, own in (("fr", "Arabic"), ("ar", "Latin")):
        held = regex.findall("\u2068([^\u2069]*)\u2069", written(dossier, "markdown", language))
        assert held
        assert all(regex.search(rf"\p{{{own}}}", x) for x in held)
