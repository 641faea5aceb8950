"""Articles saved with labels before their fields, out of press databases, in Markdown; credits and lists between standfirst and text."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.errors import NoArticle
from isnad.extract import read
from isnad.extract.captions import looks_captioned
from isnad.extract.reprints import reprint
from isnad.model import Article, Page

ENGLISH = (
    "The ferry company that serves the Bay of Larks will bring back its night boat from Easter, eleven years after it was withdrawn.\n"
    "The boat will leave at 11.40 pm and take bicycles and dogs but no cars, the operations manager, Cormac Tully, said.\n"
    '"The old one lost us £900 a night, and people still stop me in the street about it," he said.\n'
)
ARABIC = (
    "توقفت ثلاثة من المخابز الخمسة في البلدة عن العمل صباح اليوم، بعد تأخر شاحنات الدقيق القادمة من الميناء.\n"
    "وقال صاحب مخبز الساحة إن «آخر كيس فتحناه عند الفجر»، مطالبا الشركة العامة بإعلان أسباب التأخير.\n"
    "ولم يصدر عن الشركة أي توضيح حتى الظهر، ولا عن البلدية التي يتبعها السوق.\n"
)


def article(text: str) -> Article:
    return read(Page("p.txt", text.encode(), "text/plain"))


def own(a: Article) -> str:
    return "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body", "subheading"))


@pytest.mark.parametrize(
    ("head", "title", "publisher", "byline"),
    [
        ("Title: Night boat returns\nAuthor: Petra Dunmore\nSource: Bay of Larks Herald\nDate: 2023-04-13\nURL: https://larks.example/b\n\n", "Night boat returns", "Bay of Larks Herald", "Petra Dunmore"),
        ("TITRE : Le bateau de nuit revient\nSOURCE : La Vigie du Golfe\nDATE : 13 avril 2023\nAUTEUR : Magali Fontvieille\nTEXTE :\n", "Le bateau de nuit revient", "La Vigie du Golfe", "Magali Fontvieille"),
        ("Titular\nVuelve el barco de noche\nMedio\nEl Faro de Ceniza\nFecha\n13 de abril de 2023\n", None, None, None),
        ('---\ntitle: "Night boat returns"\nsource: Bay of Larks Herald\ndate: 2023-04-13\n---\n', "Night boat returns", "Bay of Larks Herald", None),
        ("HD Night boat returns\nBY Petra Dunmore\nWC 187 words\nPD 13 April 2023\nSN Bay of Larks Herald\nSC LARKS\nLA English\n\nLP\n", "Night boat returns", "Bay of Larks Herald", "Petra Dunmore"),
    ],
)  # fmt: skip
def test_the_fields_of_a_saved_article_are_split_from_their_labels(
    head: str, title: str | None, publisher: str | None, byline: str | None
) -> None:
    a = article(head + ENGLISH)
    assert own(a) == ENGLISH.strip()
    if title is not None:
        assert (a.title, a.publisher, a.byline) == (title, publisher, byline)
        assert a.published is not None
        assert a.published.start == date(2023, 4, 13)


def test_an_arabic_head_of_labels_is_no_headline_and_its_address_is_the_pages() -> None:
    a = article(
        "العنوان: توقف ثلاثة مخابز بسبب نقص الدقيق\nالكاتب: سليمان المهيري\nالمصدر: صحيفة السدرة\n"
        f"التاريخ: 12/04/2023\nالرابط: https://sidra.example/a/55\n\n{ARABIC}"
    )
    assert (a.title, a.publisher, a.via) == ("توقف ثلاثة مخابز بسبب نقص الدقيق", "صحيفة السدرة", None)
    assert (a.byline, a.url) == ("سليمان المهيري", "https://sidra.example/a/55")
    assert a.published is not None
    assert a.published.start == date(2023, 4, 12)


def test_a_source_line_without_a_title_line_is_read_as_on_any_page() -> None:
    a = article(
        f"Newsdrift\nNight boat returns\nSource: Bay of Larks Herald\nDate: 13 April 2023\n{ENGLISH}Newsdrift\n"
    )
    assert a.title == "Night boat returns"
    assert a.publisher == "Bay of Larks Herald"


def test_the_marks_of_markdown_stand_outside_what_they_mark() -> None:
    first, second, third = ENGLISH.splitlines()
    a = article(
        f"# Night boat returns\n\n**Petra Dunmore** | The Larks Herald | 13 April 2023\n\n{first}\n\n## What it will carry\n\n{second}\n\n"
        f"![The old boat](https://larks.example/f.jpg)\n\n> {third}\n\n[More news](https://larks.example)\n"
    )
    assert (a.title, a.byline, a.publisher) == ("Night boat returns", "Petra Dunmore", "The Larks Herald")
    assert own(a) == f"{first}\nWhat it will carry\n{second}\n{third}"


def test_a_standfirst_is_text_though_a_credit_and_an_advertisement_follow_it() -> None:
    first, *rest = ARABIC.splitlines()
    a = article(
        f"محطة الشاطئ الرابع\nالأخبار    أفريقيا    اقتصاد\nعودة الدقيق إلى مخابز البلدة\nنشرت في: 05/02/2023 - 10:11\n3 دقائق\n{first}\n"
        f"نص: محطة الشاطئ الرابع / وكالات\nإعلان\n" + "\n".join(rest)
    )
    assert a.title == "عودة الدقيق إلى مخابز البلدة"
    assert own(a) == ARABIC.strip()


def test_the_text_goes_on_behind_a_list_that_says_it_ends() -> None:
    first, second, third = ARABIC.splitlines()
    a = article(
        f"إذاعة المضيق\nمخابز بلا دقيق في البلدة\n19 أغسطس/ آب 2022\n{first}\n{second}\nتخطى قصص مقترحة وواصل القراءة\nقصص مقترحة\n"
        f"لماذا تغيب النوارس عن ساحل المتوسط هذا العام؟\nنهاية قصص مقترحة\n{third}\n"
    )
    assert own(a) == ARABIC.strip()


def test_the_name_of_the_paper_over_the_headline_is_not_the_headline() -> None:
    a = article(
        f"Enlace Noticias\nCorreo   Noticias   Deportes\nLa Linterna de Larks\nThe night boat returns to the bay\nPetra Dunmore\n13 April 2023\n{ENGLISH}"
        "This story was originally published in La Linterna de Larks\n"
    )
    assert (a.title, a.publisher) == ("The night boat returns to the bay", "La Linterna de Larks")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Este artículo fue publicado originalmente en La Linterna de Sonora", "La Linterna de Sonora"),
        ("This story was originally published by Tideline. Read the original article.", "Tideline"),
        ("Cet article a été publié initialement dans La Vigie", "La Vigie"),
    ],
)
def test_a_formula_may_begin_with_what_it_speaks_of(line: str, publisher: str) -> None:
    found = reprint(line)
    assert found is not None
    assert found.publisher == publisher


def test_what_a_listening_service_adds_to_a_source_is_no_part_of_its_name() -> None:
    a = article(
        f"Meridian Monitoring - Levant\n17 November 2022\nPaper says night boat to return\nSource: Al-Ghadir newspaper, Amman, in Arabic 17 Nov 22 p 3\n{ENGLISH}"
    )
    assert (a.publisher, a.via) == ("Al-Ghadir", "Meridian Monitoring")
    assert own(a) == ENGLISH.strip()


def test_a_file_to_download_is_no_picture() -> None:
    assert not looks_captioned("Resolución 118/2021 de la Dirección General (PDF)")
    assert looks_captioned("El muelle, ayer por la mañana (EFE)")


def test_a_topic_with_a_sharp_behind_the_text_is_no_title() -> None:
    a = article(
        f"The Larks Herald\nNight boat returns to the bay\n13 April 2023\n{ENGLISH}# Night boats\n# Ferries of the bay\n"
    )
    assert a.title == "Night boat returns to the bay"
    assert own(a) == ENGLISH.strip()


def test_two_columns_on_a_line_are_said_to_be_that() -> None:
    line = "Una docena de vecinos de Silla     «Mi abuelo trillaba con una\n"
    with pytest.raises(NoArticle, match="two columns"):
        article("El Heraldo de la Albufera\n\n" + line * 9)
