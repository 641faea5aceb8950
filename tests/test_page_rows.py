"""Rows of entries that are no headlines, sites that a symbol sets off from their menus, broadcasts, letters, carriers' records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from isnad.extract import read
from isnad.extract.datelines import date_line
from isnad.model import Article, Page
from isnad.sources import pages

ARABIC = (
    "أودى حريق شب فجر أمس الثلاثاء في مستودع للقطن بميناء رأس الوادي بحياة ثلاثة عمال وأصيب تسعة آخرون بحروق متفاوتة.",
    "وأعلنت شركة الموانئ في بيان أن شرارة كهربائية هي سبب الحادث، وأن الأضرار لم تحدد بعد.",
    "وأمر الوزير بتشكيل لجنة تحقيق ترفع تقريرها في غضون عشرة أيام.",
)
ENGLISH = (
    "Good evening. The lighthouse keeper of Skerra is on his way home after nine nights on the rock, the coastguard said on Friday.",
    "The harbour board maintains that he was never in danger and that the boat was late because of the tide.",
    '"I had tea, a radio and a goat," he told us on the line from the mainland.',
)


def page(*lines: str) -> Article:
    return read(Page("p", "\n".join(lines).encode(), "text/plain"))


def html(body: str, title: str = "") -> Article:
    return read(Page("p", f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(), "text/html"))


@pytest.mark.parametrize(
    "row",
    [
        "السعودية - الإمارات - الكويت - البحرين - عمان - قطر",
        "المرصد / نفط وطاقة / خبر رقم 0417",
        "الأولى · محليات · أسعار السوق · وفيات",
    ],
)
def test_a_row_of_short_pieces_above_the_text_is_no_headline(row: str) -> None:
    assert page("خليج نت", "كل أخبار الخليج في مكان واحد", row, "", *ARABIC).title is None


def test_a_headline_of_two_parts_is_one() -> None:
    a = page("المرصد", "الرئيسية | محليات | رياضة", "", "حريق الميناء - ثلاثة قتلى وتسعة جرحى", "", *ARABIC)
    assert a.title == "حريق الميناء - ثلاثة قتلى وتسعة جرحى"


@pytest.mark.parametrize(
    "first",
    [
        "زاوية الميناء ⚽ دوري ⚽ ألعاب فردية ⚽ توقعات ⚽ بث مباشر",
        "زاوية الميناء ▪ أخبار المدينة ▪ سوق السيارات ▪ وظائف",
        "زاوية الميناء ☰ القائمة آخر الأخبار ترند",
        "زاوية الميناء || أخبار عاجلة || ساخن || مجتمع",
    ],
)
def test_a_symbol_that_comes_again_sets_a_portals_name_off_from_its_menu(first: str) -> None:
    a = page(first, "حمّل التطبيق الآن واربح قميصا", "", *ARABIC, "", "المصدر: صحيفة الرصيف")
    assert (a.publisher, a.via) == ("صحيفة الرصيف", "زاوية الميناء")


def test_a_transcript_says_when_it_was_broadcast_and_is_no_headline() -> None:
    a = page(
        "SKERRA RADIO / THE EVENING HOUR",
        "Listen again. Podcast. Schedule. Write to us.",
        "Transcript of programme 61, broadcast Sunday 9 March 2014, presented by Deirdre Galeano",
        *ENGLISH,
    )
    assert (a.title, a.publisher) == (None, "SKERRA RADIO")
    assert a.published is not None
    assert a.published.start.isoformat() == "2014-03-09"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("No. 611, Monday 20 March 2023, edited by Gareth Pengilley", "2023-3-20"),
        ("Redacción · 13-X-2022, jueves", "2022-10-13"),
        ("Rédaction, 8.III.2019", "2019-3-8"),
        ("Le no 611 paraîtra le lundi 20 mars 2023, si l'imprimeur le veut bien.", None),
        ("Version 2-X-2 of the engine is out.", None),
    ],
)
def test_lines_of_an_issue_and_months_in_roman_figures_are_dated(line: str, day: str | None) -> None:
    found = date_line(line)
    assert (f"{found.year}-{found.month}-{found.day}" if found else None) == day


def test_a_correction_that_something_was_taken_from_a_place_names_no_source() -> None:
    last = "Correction: an earlier version of this article said that the keeper was found at sea. He was taken from his home in Skerra on Sunday."
    text = "".join(f"<p>{p}</p>" for p in (*ENGLISH, *ENGLISH, last))
    a = html(
        f"<div>The Reed Pen</div><h1>The keeper comes home</h1><p>Rosalind Achterberg</p><p>Published 17 October 2022</p>{text}",
        "The keeper comes home | The Reed Pen",
    )
    assert (a.publisher, a.via, a.byline) == ("The Reed Pen", None, "Rosalind Achterberg")


def test_the_name_and_motto_of_a_site_in_its_windows_title_are_no_headline_where_there_is_one() -> None:
    text = "".join(f"<p>{p}</p>" for p in ENGLISH)
    a = html(
        "<div class='bandeau'>The Skerra Lantern <small>the islands' independent daily</small></div><ul><li>News</li><li>Sea</li></ul>"
        f"<h1>Lighthouse keeper home after nine nights</h1><p class='credit'>By Iona Struthers. Published Mar 6, 2014, 8:20 pm</p>{text}",
        "The Skerra Lantern, the islands' independent daily",
    )
    assert (a.title, a.publisher, a.byline) == (
        "Lighthouse keeper home after nine nights",
        "The Skerra Lantern",
        "Iona Struthers",
    )


def test_a_box_of_one_line_between_paragraphs_speaks_to_the_reader() -> None:
    more = (
        "The coastguard will ask for a second boat this winter.",
        "The goat stays on the rock until the spring, the keeper added.",
    )
    text = [f"<p>{p}</p>" for p in (*ENGLISH, *more)]
    text.insert(3, "<div class='box'>Support independent reporting: become a Friend of the Lantern</div>")
    a = html(f"<div>The Skerra Lantern</div><h1>The keeper comes home</h1>{''.join(text)}")
    kinds = {a.text[p.start : p.end]: p.kind for p in a.parts}
    assert kinds["Support independent reporting: become a Friend of the Lantern"] == "chrome"


@pytest.mark.parametrize("key", ["issued", "mise_en_ligne", "went_live", "moment"])
def test_a_record_says_when_under_whatever_key(tmp_path: Path, key: str) -> None:
    record = {
        "feed": "Skerra in Translation",
        "headline": "The keeper comes home",
        key: "2018-03-11T08:00:00Z",
        "content": "\n".join(ENGLISH * 2),
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    (found,) = pages([str(tmp_path / "a.jsonl")])
    assert isinstance(found, Page)
    assert found.published == "2018-03-11T08:00:00Z"


def test_a_record_whose_author_is_a_credit_is_credited(tmp_path: Path) -> None:
    record = {
        "boletin": "Molienda",
        "publicado": "2014-03-08",
        "autor": "Traducción de The Skerra Lantern (Iona Struthers)",
        "titular": "El farero vuelve a casa",
        "texto": "El farero de Skerra vuelve a casa tras nueve noches en la roca, dijo el viernes la guardia costera. La junta del puerto sostiene que "
        "nunca corrió peligro. «Tenía té, una radio y una cabra», nos contó por teléfono.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    (found,) = pages([str(tmp_path / "a.jsonl")])
    assert isinstance(found, Page)
    a = read(found)
    assert (a.publisher, a.via) == ("The Skerra Lantern", "Molienda")


def test_an_arabic_author_is_named_behind_the_place_that_is_known() -> None:
    a = page(
        "صحيفة الرصيف",
        "الاثنين 10 أكتوبر 2022 - العدد 1187",
        "حريق يلتهم مستودع القطن برأس الوادي",
        "الخرطوم: سلافة بابكر",
        *ARABIC,
    )
    assert a.byline == "سلافة بابكر"


def test_the_day_beside_a_papers_name_and_capitals_set_the_name_off() -> None:
    a = page(
        "الراصد السبت 18 أيار 2019",
        "قضاء",
        "حريق يلتهم مستودع القطن برأس الوادي",
        "خاص الراصد - ندى الأسمر",
        "",
        *ARABIC,
    )
    assert (a.publisher, a.byline) == ("الراصد", "ندى الأسمر")
    b = page(
        "L'ÉCHO DU WALO Saint-Louis", "Accueil | Société | Sports", "", "The keeper comes home", "3 mars 2019", *ENGLISH
    )
    assert b.publisher == "L'ÉCHO DU WALO"


def test_a_place_and_a_day_under_a_headline_in_capitals_are_none() -> None:
    a = page(
        "SKERRA TIMES ARCHIVE — 17 May 1989, p. 3",
        "",
        "KEEPER BROUGHT HOME AT LAST",
        "From Our Own Correspondent",
        "SKERRA, May 16",
        "",
        *ENGLISH,
    )
    assert a.title == "KEEPER BROUGHT HOME AT LAST"


def test_a_record_keeps_what_it_says_of_an_article_in_an_object_of_its_own(tmp_path: Path) -> None:
    record = {
        "outlet": {"name": "Skerra Digital"},
        "meta": {"ts": "2019-05-17T20:11:00Z", "by": "Iona Struthers"},
        "heading": "The keeper comes home",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps({**record, "paras": list(ENGLISH * 2)}))
    (found,) = pages([str(tmp_path / "a.jsonl")])
    assert isinstance(found, Page)
    a = read(found)
    assert (a.title, a.publisher, a.byline) == ("The keeper comes home", "Skerra Digital", "Iona Struthers")
    assert a.published is not None


def test_the_title_that_a_record_gives_is_the_headline_above_its_deck(tmp_path: Path) -> None:
    record = {
        "site": "Skerra Digital",
        "title": "The keeper comes home",
        "text": "\n".join(("A goat stays on the rock until the spring", *ENGLISH)),
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    (found,) = pages([str(tmp_path / "a.jsonl")])
    assert isinstance(found, Page)
    assert read(found).title == "The keeper comes home"
