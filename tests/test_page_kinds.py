"""Kinds of pages that readers stumble over: several articles on one page, cuts, AMP, bare divs, tables, live reports, comments."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.model import Article, Page

ONE = (
    "افتتحت بلدية المرسى الشرقية صباح أمس سوق السمك الجديد بعد سنتين من الأشغال، بحضور الصيادين وتجار الجملة.",
    "وقال رئيس البلدية حمدي الزواري إن السوق يضم أربعين طاولة ومخزنا مبردا، وإن الكراء لن يزيد هذا العام.",
    "ويطالب الصيادون بتعبيد الطريق المؤدية إلى الرصيف قبل أن تبدأ أمطار الخريف.",
)
OTHER = (
    "أعلنت شركة النقل بالساحل زيادة عدد الحافلات على خط المرسى ابتداء من الأسبوع المقبل، بعد شكاوى المسافرين.",
    "وأوضح المدير التجاري للشركة أن الخط سيعمل حتى العاشرة ليلا في أيام الأسبوع كلها.",
)


def html(body: str, head: str = "") -> Article:
    source = f"<!doctype html><html lang='ar'><head>{head}</head><body>{body}</body></html>"
    return read(Page(source="p", data=source.encode(), media_type="text/html"))


def paragraphs(lines: tuple[str, ...], tag: str = "p") -> str:
    return "".join(f"<{tag}>{x}</{tag}>" for x in lines)


def said(a: Article, *kinds: str) -> list[str]:
    return [a.text[p.start : p.end] for p in a.parts if p.kind in kinds]


def test_of_several_articles_on_a_page_the_first_is_the_pages() -> None:
    def one(title: str, lines: tuple[str, ...]) -> str:
        return f"<article class='post'><h2>{title}</h2><p class='date'>14 مارس 2021</p>{paragraphs(lines)}</article>"

    a = html(f"<main>{one('سوق السمك الجديد يفتح أبوابه', ONE)}{one('حافلات إضافية على خط المرسى', OTHER)}</main>")
    assert (a.title, said(a, "lead", "body")) == ("سوق السمك الجديد يفتح أبوابه", list(ONE))


def test_an_article_in_bare_divs_is_read_and_every_part_names_its_element() -> None:
    a = html(f"<div><div>القائمة</div><div><h1>سوق السمك الجديد</h1>{paragraphs(ONE, 'div')}</div></div>")
    assert said(a, "lead", "body") == list(ONE)
    assert {p.element for p in a.parts if p.kind == "body"} == {"div"}


def test_an_amp_page_is_read_like_its_other_form() -> None:
    body = f"<h1>سوق السمك الجديد</h1>{paragraphs(ONE)}"
    amp = f"<amp-sidebar><ul><li>الرئيسية</li></ul></amp-sidebar>{body}<amp-consent><p>نستخدم ملفات تعريف الارتباط.</p></amp-consent>"
    assert said(html(amp), "title", "body") == said(html(body), "title", "body")


def test_the_cells_of_a_table_of_figures_belong_to_the_article() -> None:
    rows = "<table><tr><th>السنة</th><th>الأطنان</th></tr><tr><td>2019</td><td>1240</td></tr><tr><td>2020</td><td>980</td></tr></table>"
    a = html(f"<article><h1>سوق السمك الجديد</h1>{paragraphs(ONE[:2])}{rows}{paragraphs(ONE[2:])}</article>")
    assert [x for x in ("السنة", "1240", "980") if x not in said(a, "body", "subheading")] == []


def test_the_hours_of_a_live_report_are_no_words_of_it() -> None:
    lines = "\n".join(f"{h}:15\n{x}" for h, x in zip((9, 10, 11), ONE, strict=True))
    a = read(
        Page(source="p", data=f"مباشر: افتتاح سوق السمك\n14 مارس 2021\n\n{lines}\n".encode(), media_type="text/plain")
    )
    assert said(a, "body") == list(ONE)
    assert said(a, "dateline")[-3:] == ["9:15", "10:15", "11:15"]


@pytest.mark.parametrize("heading", ["التعليقات (2)", "2 commentaires", "Comentarios (2)", "Comments (2)"])
def test_readers_comments_are_never_the_articles_words(heading: str) -> None:
    comments = (
        "شكرا للبلدية على هذا السوق الذي انتظرناه طويلا، ولكن الطريق ما زالت محفرة.",
        "نريد سوقا للخضر أيضا يا سيادة الرئيس، فالحي كله ينتظر منذ أعوام.",
    )
    a = html(f"<div><h1>سوق السمك الجديد</h1>{paragraphs(ONE)}<h3>{heading}</h3>{paragraphs(comments)}</div>")
    assert said(a, "lead", "body") == list(ONE)


def test_a_page_without_a_year_is_dated_by_its_weekday_and_background_and_says_how() -> None:
    text = (
        "ينطلق يوم الأربعاء 24 نوفمبر معرض الصيد البحري بالمرسى الشرقية، بعد أن ألغيت دورة ديسمبر 2020 بسبب الجائحة.",
        *ONE[1:],
    )
    a = read(Page(source="p", data=("معرض الصيد البحري يعود\n\n" + "\n".join(text)).encode(), media_type="text/plain"))
    assert a.published is not None
    assert (str(a.published.start), a.published.precision) == ("2021-11-24", "range")
    assert "2020" in (a.published.basis or "")
    assert a.published.cites


def test_an_undated_page_says_that_it_is_undated() -> None:
    a = read(Page(source="p", data="\n".join(("سوق السمك الجديد", "", *ONE)).encode(), media_type="text/plain"))
    assert a.published is None
    assert "undated" in {n.reason for n in a.notes}


def test_html_inside_json_inside_html_is_read_where_a_page_shows_nothing_itself() -> None:
    body = "".join(f"<p>{x}<\\/p>" for x in ONE)
    ld = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"سوق السمك الجديد","articleBody":"{body}"}}</script>'
    a = html("<div id='root'></div>", ld)
    assert [x for x in ONE if x not in a.text] == []
    assert "<p>" not in a.text


@pytest.mark.parametrize("mark", ["\x00", "\u202e", "\u2066", "\ufeff", "\u200f"])
def test_nulls_and_direction_marks_inside_the_text_change_nothing_of_what_is_read(mark: str) -> None:
    marked = tuple(x.replace(" ", f" {mark}", 2) for x in ONE)
    a = html(f"<h1>سوق السمك الجديد</h1>{paragraphs(marked)}")
    assert (a.title, len(said(a, "lead", "body")), a.language) == ("سوق السمك الجديد", 3, "ar")
