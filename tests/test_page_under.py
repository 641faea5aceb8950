"""What stands under, beside and amid a text and is not it: small advertisements, readers' remarks, announcements, buttons, signs of cues."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.bylines import byline_of
from isnad.extract.signatures import signature
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


def test_an_announcement_without_a_mark_and_the_buttons_behind_a_line_are_no_text() -> None:
    head = "La Gazette du Lac Abonnez-vous Politique Économie Société Culture Sport Le port de Rades ferme deux quais Par Sonia Meddeb Publié le jeudi 14 novembre 2024 "
    text = (
        "Le port de Rades a fermé jeudi deux de ses quais, dont les pieux s'affaissent depuis le printemps. « Rien ne tombera », assure le directeur. "
        "À LIRE AUSSI Budget 2025 : ce qui change pour les retraités Sous les grues, on n'y croit guère. Les dockers demandent un autre examen. "
        "Le ministre recevra leur syndicat lundi. Partager Tweeter Envoyer 3 commentaires Moncef : et les quais du sud, qui les surveille ?"
    )
    a = page(head + text)
    assert "Budget 2025" not in own(a)
    assert own(a).endswith("Le ministre recevra leur syndicat lundi.")


def test_a_gap_or_points_set_a_sites_name_off_from_its_motto() -> None:
    tail = "\n".join([*ARABIC, "المصدر: وكالة الهضاب للأنباء"])
    a = page(
        "مجمع الأخبار الساحلية   كل الصحف في صفحة واحدة\nالأكثر قراءة: 1- نتائج المسابقة 2- سعر العملة اليوم\n" + tail
    )
    assert (a.publisher, a.via) == ("وكالة الهضاب للأنباء", "مجمع الأخبار الساحلية")
    a = page(
        "صدى 05 .. المدينة بعيون أهلها\nالرئيسية | إعلانات | بيع وشراء | مواقيت الصلاة | شاهد: عريس على ظهر جرار\n"
        + tail
    )
    assert (a.title, a.via) == (None, "صدى 05")


def test_who_distributes_or_passed_on_a_text_is_told_from_whose_it_is() -> None:
    text = "\n".join(ENGLISH)
    foot = "Copyright © 2023 The Cape Monitor. All rights reserved. Distributed by AfriLine Media (afriline.example)."
    a = page(
        f"Three sailors hurt off Cape Olive\n14 March 2023\nThe Cape Monitor (Olive)\nBy Kagiso Molefe\n{text}\n{foot}"
    )
    assert (a.publisher, a.via) == ("The Cape Monitor", "AfriLine Media")
    a = page(
        "قناة صحراء نت, [12.03.2023 18:40]\n[Forwarded from وكالة الرمال للأنباء]\nإصابة ثلاثة بحارة\n\n"
        + "\n\n".join(ARABIC)
    )
    assert (a.publisher, a.via) == ("وكالة الرمال للأنباء", "قناة صحراء نت")


def test_the_line_under_an_author_and_a_companys_name_tell_the_outlet() -> None:
    text = "\n".join(ENGLISH)
    a = page(
        f"Three sailors hurt off Cape Olive\nPublished\n14 March 2023\nBy Mary Harkness\nMeridian News, Gaborone\n{text}"
    )
    assert a.publisher == "Meridian News"
    a = page(
        f"Rivers\nThree sailors hurt\nMary Harkness in Olive\nTue 14 Mar 2023 17.34 GMT\n{text}\nThe Northern Courier\n© 2023 Northern Courier News Ltd. All rights reserved."
    )
    assert (a.publisher, a.via) == ("The Northern Courier", None)


def test_a_last_sentence_signed_as_the_dateline_is_no_caption() -> None:
    last = "La norma entrará en vigor el 1 de enero y será revisada a los tres años. ANM"
    a = page(
        f"Senado aprueba la ley de puertos\nANM\nMadrid\n14 mar 2023\n\nMadrid, 14 mar (ANM).- El Senado aprobó ayer la ley de puertos tras once horas de debate.\n«Es una vergüenza», dijo la senadora Nidia Barrantes al salir.\n{last}\nrca/ltm"
    )
    assert own(a).endswith(last)


def test_the_day_of_a_pages_head_is_its_day_where_nothing_else_is_dated() -> None:
    body = "".join(f"<p>{p}</p>" for p in ENGLISH)
    head = "<html><head><title>Apron</title></head><body><h6>Apron &amp; Tower</h6><dl><dt>Issue</dt><dd>31.10.2022</dd><dt>Editor</dt><dd>Fergus Lanyon</dd></dl>"
    a = page(
        f"{head}<p>In this issue: Lounge sold.</p><hr><h3>Three sailors hurt off Cape Olive</h3>{body}</body></html>",
        "text/html",
    )
    assert a.published is not None
    assert a.published.start.isoformat() == "2022-10-31"


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ Ferry fares to rise in May",
        "» See the gallery",
        "ADVERT Kitengela plots, title deeds ready",
        "(Read also page 4: the harvest)",
    ],
)
def test_a_call_to_read_elsewhere_amid_the_text_is_not_its(line: str) -> None:
    a = page(
        "\n".join(
            [
                "The Olive Daily",
                "Three sailors hurt off Cape Olive",
                "3 March 2023",
                *ENGLISH[:2],
                line,
                *ENGLISH[1::-1],
                ENGLISH[2],
            ]
        )
    )
    assert own(a).split() == " ".join([*ENGLISH[:2], *ENGLISH[1::-1], ENGLISH[2]]).split()


def test_a_subheading_that_opens_as_announcements_do_is_the_texts() -> None:
    for line in ("Read the room", "See how they run", "Watch this space"):
        a = page(
            "\n".join(
                [
                    "The Olive Daily",
                    "Three sailors hurt off Cape Olive",
                    "3 March 2023",
                    *ENGLISH[:2],
                    line,
                    *ENGLISH[1::-1],
                    ENGLISH[2],
                ]
            )
        )
        assert line in own(a)
