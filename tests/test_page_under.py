"""What stands under, beside and amid a text and is not it: small advertisements, readers' remarks, announcements, buttons, signs of cues."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.bylines import byline_of, signature
from isnad.model import Article, Page

ARABIC = (
    "أصيب ثلاثة بحارة إثر تصادم زورق مطاطي بخافرة قبالة رأس الزيتون صباح الأربعاء، ونقلوا إلى المستشفى الجهوي.",
    "وقال الناطق باسم البحرية إن الحادث عرضي، وإن التمرين تواصل دون تغيير في برنامجه المعلن سلفا.",
    "ومن المقرر أن تغادر الفرقاطة الميناء غدا الأحد.",
)
ENGLISH = (
    "Three sailors were hurt on Wednesday when a rubber boat struck a launch off Cape Olive, the navy said in a statement.",
    "A spokesman called it an accident and said the exercise had gone on without a minute's change to its programme.",
    "The frigate leaves port on Sunday.",
)


def page(text: str, kind: str = "text/plain") -> Article:
    return read(Page("p", text.encode(), kind))


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body", "subheading"))


@pytest.mark.parametrize(
    "line",
    [
        "Lost: a grey parrot, answers to Admiral, reward at the harbour office",
        "Letters to the editor: When will the swing bridge open at night?",
        "Forum, hot topic: Should the pier come back?",
    ],
)
def test_small_advertisements_under_a_printed_article_are_not_its(line: str) -> None:
    a = page("\n".join(["Three sailors hurt off Cape Olive", "3 March 2023", *ENGLISH, line]))
    assert own(a).split() == " ".join(ENGLISH).split()


@pytest.mark.parametrize(
    "line", ["مفقودات: ضاعت بطاقة تعريف، الرجاء ممن عثر عليها الاتصال بالجريدة", "بريد القراء: متى يفتح الجسر ليلا؟"]
)
def test_lost_cards_and_readers_letters_are_no_text(line: str) -> None:
    a = page("\n".join(["إصابة ثلاثة بحارة قبالة رأس الزيتون", "3 مارس 2023", *ARABIC, line]))
    assert own(a).split() == " ".join(ARABIC).split()


def test_a_label_amid_the_text_is_the_texts() -> None:
    list_ = "Lost: two radios and a raft."
    a = page(
        "\n".join(
            ["Three sailors hurt off Cape Olive", "3 March 2023", *ENGLISH[:2], list_, *ENGLISH[:2][::-1], ENGLISH[2]]
        )
    )
    assert list_ in own(a)


def test_a_text_may_open_with_a_word_of_haste() -> None:
    a = page("\n".join(["رصد الساحل || السياسة || الحوادث || الهجرة || منوعات", f"عاجل - {ARABIC[0]}", *ARABIC[1:]]))
    assert own(a).startswith("عاجل - أصيب ثلاثة")
    a = page(
        "\n".join(["Breaking: ferry service resumes", "Three sailors hurt off Cape Olive", "3 March 2023", *ENGLISH])
    )
    assert "ferry service" not in own(a)


def test_a_cue_behind_a_desk_or_a_place_is_no_name() -> None:
    assert byline_of("نواذيبو - مكتب المرفأ: بقلم أحمد ولد المختار") == "أحمد ولد المختار"
    assert byline_of("مراسلة خاصة - بقلم أحمد ولد المختار") == "أحمد ولد المختار"
    assert byline_of("De notre envoyée à Khor Ambala, Neima Guedi Houffaneh") == "Neima Guedi Houffaneh"
    assert signature("مشاركة فيسبوك   إكس   طباعة   A+ A-", near=True) is None


def test_what_the_window_says_of_the_headline_is_no_site() -> None:
    body = "".join(f"<p>{p}</p>" for p in ENGLISH)
    a = page(
        "<html><head><title>Sailors without a raft</title></head><body><table><tr><td><b>REEF &amp; QUAY</b><br><i>Navies and small print. Every Monday</i>"
        f"</td></tr><tr><td><h3>Sailors without a raft: what the navy left unsaid</h3><p>Issue 212 · 3 March 2023 · Fiona Rattray</p>{body}</td></tr></table></body></html>",
        "text/html",
    )
    assert a.publisher == "REEF & QUAY"


def test_the_author_of_the_metadata_is_printed_before_the_day() -> None:
    body = "".join(f"<p>{p}</p>" for p in ENGLISH)
    a = page(
        '<html><head><title>Three sailors hurt | The Olive Daily</title><meta name="author" content="Ruym Aleman"></head><body><main><h1>Three sailors hurt</h1>'
        f'<div class="firma"><span>Ruym Aleman</span> <time>Sunday, 15 May 2022, 00:35 (Canaries)</time></div>{body}</main></body></html>',
        "text/html",
    )
    assert a.byline == "Ruym Aleman"


def test_a_day_between_points_with_a_short_year_dates_a_page() -> None:
    a = page("\n".join(["El Faro de Rande", "Tres marineros heridos", "Vigo | 19·11·24 | 05:45", *ENGLISH]))
    assert a.published is not None
    assert a.published.start.isoformat() == "2024-11-19"


def test_how_long_ago_and_how_often_read_part_a_line_without_a_headline() -> None:
    a = page(
        "ساحل بلوس بث مباشر - أبراج - وصفات - ترند - وظائف شاغرة شاهد الفيديو: سائق يعيد حقيبة مليئة بالنقود! أخبار الساحل منذ 3 ساعات 214 مشاهدة "
        + " ".join(ARABIC)
        + " المصدر: وكالة الخليج للأنباء قد يعجبك أيضا: وفاة فنان شعبي"
    )
    assert a.title is None
    assert own(a).split() == " ".join(ARABIC).split()
