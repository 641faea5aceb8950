"""Who stands behind a page whose name is not where newspapers print it: channels, copies made by hand, cards, forwarded texts."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.bylines import byline_of
from isnad.extract.datelines import date_line
from isnad.extract.signatures import signature
from isnad.languages.calendar import find_dates
from isnad.model import Article, Page

ARABIC = """أغلقت بلدية وادي الحور محطة الضخ الثانية مساء أمس بعد أن تسرب الوقود إلى حوض التجميع.
وقال مدير المحطة رائف الصالح إن «الماء المخزون يكفي الأحياء الشرقية ثلاثة أيام على الأكثر».
وتعهدت البلدية بإصلاح العطل قبل نهاية الأسبوع وبتزويد المدرسة والمستوصف بالصهاريج."""
ENGLISH = """The council of Harbledown closed its second pumping station on Monday after fuel leaked into the basin.
"What is stored will last the eastern streets for three days at most," said the manager, Ralph Tiverton.
The council promised to mend the fault before the week is out and to send tankers to the school."""


def page(text: str, media: str | None = None) -> Article:
    return read(Page("a.txt", text.encode(), media_type=media))


def test_a_text_copied_by_hand_is_its_source_s_and_the_site_passes_it_on() -> None:
    a = page(
        f"منتديات سهل القمح > الأقسام العامة > الأخبار\nتسرب في محطة وادي الحور\nأبو رعد\n{ARABIC}\nمنقول عن جريدة الضفة الشرقية\n"
    )
    assert (a.publisher, a.via, a.byline) == ("جريدة الضفة الشرقية", "منتديات سهل القمح", None)


def test_words_that_say_from_where_a_text_was_taken_are_no_headline() -> None:
    a = page(f"الملتقى :: أخبار السهل أولا بأول\nوظائف :: فيديو :: إعلانات\n\nنقلاً عن صدى الحور:\n\n{ARABIC}\n")
    assert (a.title, a.publisher, a.via) == (None, "صدى الحور", "الملتقى")


def test_a_card_names_whose_text_it_shows() -> None:
    a = page(
        f"StoryShelf\nFor you   Headlines   Sign in\nPump closed at Harbledown\n{ENGLISH}\nRead the full story on Marshland Monitor\n"
    )
    assert (a.publisher, a.via) == ("Marshland Monitor", "StoryShelf")


@pytest.mark.parametrize(
    "top",
    [
        "View this email in your browser\nMarshland Monitor | Morning letter\n",
        "http://marshland.example/a/17   Go   MAR APR MAY\n23\n14 captures\nAbout this capture\nMarshland Monitor\n",
        "Marshland Monitor, [04.03.2024 18:40]\n",
    ],
)
def test_what_carries_a_page_is_not_its_outlet(top: str) -> None:
    assert page(f"{top}Pump closed at Harbledown\n{ENGLISH}\n").publisher == "Marshland Monitor"


def test_a_forwarded_text_names_its_outlet_and_day_at_the_foot() -> None:
    a = page(f"*Pump closed at Harbledown*\n\n{ENGLISH}\n\n_The Marshland Gazette, 3 July 2023_\n")
    assert (a.publisher, str(a.published and a.published.start)) == ("The Marshland Gazette", "2023-07-03")


def test_a_site_s_own_newsletter_is_not_its_name() -> None:
    assert page(f"تسرب في محطة وادي الحور\n{ARABIC}\nتابعوا نشرتنا الليلية على البريد الإلكتروني\n").publisher is None


def test_a_window_that_says_the_headline_in_other_words_names_the_site_beside_it() -> None:
    body = "".join(f"<p>{line}</p>" for line in ENGLISH.split("\n"))
    a = page(
        f"<html><head><title>Marshes: pump closed at Harbledown after fuel leak | Fen Docket</title></head><body><article>"
        f"<h1>Harbledown pump closed after a fuel leak</h1>{body}</article></body></html>",
        "text/html",
    )
    assert (a.title, a.publisher) == ("Harbledown pump closed after a fuel leak", "Fen Docket")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("الرباط (إدريس الوزاني)", "إدريس الوزاني"),
        ("الميزان - عطبرة: مجدي عبد الكريم", "مجدي عبد الكريم"),
        ("عن مكتب الدوحة: حسناء الرفاعي", "حسناء الرفاعي"),
        ("Informó desde Quito, Yolanda Pacheco. 21 de agosto de 2019.", "Yolanda Pacheco"),
        ("Bangui, le 19/11/2020. De notre correspondante Nadège Mbaye.", "Nadège Mbaye"),
        ("عطبرة (ميزان) - الخميس 12/11/2020 - 18:05", None),
    ],
)
def test_who_signs_beside_a_place(line: str, name: str | None) -> None:
    assert (byline_of(line) or signature(line, near=True)) == name


@pytest.mark.parametrize(
    "line",
    [
        "MARÍA JOSÉ LARRAÑAGA. Getxo, 10 de marzo de 2023",
        "HRADEC, March 10, 2023 (Upland Press Service) -",
        "شبكة أنباء السهل الغربي, [10.03.2023 18:40]",
    ],
)
def test_a_date_set_off_by_a_comma_or_brackets_dates_the_page(line: str) -> None:
    found = date_line(line)
    assert found is not None
    assert (found.year, found.month, found.day) == (2023, 3, 10)


def test_the_minutes_of_a_clock_are_no_first_day_of_a_range() -> None:
    (found,) = find_dates("نُشر: 10:12-4 مارس 2020", "ar")
    assert (found.day, found.to_day) == (4, None)


def test_excerpts_in_a_row_at_the_end_of_a_page_are_other_articles_without_a_heading_too() -> None:
    excerpts = (
        "Firemen fought a blaze in the oil store of the neighbouring town until the early hours of Sunday...\n"
        "The society of the marshes has asked for an inquiry into the leaks of the past two summers...\n"
    )
    a = page(f"Pump closed at Harbledown\n{ENGLISH}\n{excerpts}")
    told = [a.text[p.start : p.end] for p in a.parts if p.kind == "body"]
    assert told == ENGLISH.split("\n")


def test_one_paragraph_that_breaks_off_is_the_article_s_own() -> None:
    a = page(
        f"Pump closed at Harbledown\n{ENGLISH}\nThe manager, who has run the works since the great flood, said that he would...\n"
    )
    assert sum(p.kind == "body" for p in a.parts) == 4


def test_cards_of_linked_headings_are_other_articles_whatever_they_are_called() -> None:
    body = "".join(f"<p>{line}</p>" for line in ENGLISH.split("\n"))
    card = "<div class='k'><h3><a href='/{0}'>{1}</a></h3><p>{1}, as the council was told by its engineers last week.</p></div>"
    cards = card.format(1, "The floating dock has sunk") + card.format(2, "Three ferries stay in port")
    html = (
        f"<html><body><div><h1>Pump closed at Harbledown</h1>{body}<div class='row'>{cards}</div></div></body></html>"
    )
    a = page(html, "text/html")
    assert [a.text[p.start : p.end] for p in a.parts if p.kind == "body"] == ENGLISH.split("\n")


COLUMN = """صدى العمال
العدد 612 - الخميس 20 مايو 2021                       صفحة 5

الصيادون ينتظرون القوارب الموعودة

كتبت: منى الشريف

لم يصل إلى صيادي بحيرة الملاحة من القوارب
الستين التي وعدت بها المحافظة في الربيع الماضي
سوى أحد عشر قاربا، ثلاثة منها بلا محركات، كما
يقول شيخ الصيادين سويلم أبو الخير الذي قضى
أربعين عاما على مياهها.
ويضيف شيخ الصيادين، وهو يرتق شبكة أمام كوخه:
«وقعنا على أوراق التسلم في أبريل، ثم قالوا لنا
إن المصنع توقف، ولم نر بعدها أحدا منهم».
صدى العمال                                    5
وتقول رئيسة الجمعية التعاونية فوزية السيد إن
التأخير سببه خلاف على المواصفات، وإن الدفعة
الثانية ستصل قبل العيد، لكنها رفضت أن تحدد
موعدا بعينه أو عدد القوارب المنتظرة.
"""


def test_the_lines_of_a_narrow_column_are_joined_and_its_running_heads_are_left_out() -> None:
    a = page(COLUMN)
    told = [" ".join(a.text[p.start : p.end].split()) for p in a.parts if p.kind == "body"]
    assert len(told) == 3
    assert told[0].startswith("لم يصل")
    assert told[2].endswith("المنتظرة.")
    assert not any("صدى العمال" in t for t in told)
    assert (a.title, a.publisher, a.byline) == ("الصيادون ينتظرون القوارب الموعودة", "صدى العمال", "منى الشريف")


def test_a_list_of_headlines_is_no_column() -> None:
    lines = [
        "Three ferries stay in port after the gale",
        "The floating dock has sunk at its moorings",
        "Council votes on the new sea wall today",
    ]
    a = page(f"Pump closed at Harbledown\n{ENGLISH}\n" + "\n".join(lines * 3) + "\n")
    assert [a.text[p.start : p.end] for p in a.parts if p.kind == "body"] == ENGLISH.split("\n")


def test_a_month_without_a_day_dates_a_page_by_the_whole_month() -> None:
    a = page(f"Fenland Institute\nPolicy Note 14 | February 2020\nPump closed at Harbledown\n{ENGLISH}\n")
    assert a.published is not None
    assert (str(a.published.start), str(a.published.end), a.published.precision) == (
        "2020-02-01",
        "2020-02-29",
        "month",
    )


def test_a_post_s_own_line_is_no_headline_and_its_name_signs() -> None:
    a = page(f"Nadège Mbaye\nJournaliste, correspondante dans la vallée | Formatrice\n2 sem. • Modifié •\n{ENGLISH}\n")
    assert (a.title, a.publisher, a.byline) == (None, None, "Nadège Mbaye")


@pytest.mark.parametrize(
    "line",
    [
        "^Eds: UPDATES with details on output",
        "Sittings > Second session > Seventh day",
        "قبل قليل || شاهد: سقف ينهار || حظك اليوم",
    ],
)
def test_notes_to_editors_trails_and_headlines_in_a_row_are_no_headline(line: str) -> None:
    assert page(f"Fenland Press\n{line}\n{ENGLISH}\n").title is None
