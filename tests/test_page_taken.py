"""From whom a page took its text: translations, lists of other papers' articles, cuttings, what a carrier or a printed line says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from isnad.extract import read
from isnad.extract.bylines import byline_of
from isnad.extract.issues import issue
from isnad.extract.reprints import Reprint, passed_on, reprint
from isnad.model import Article, Page
from isnad.sources import pages
from isnad.sources.jsonl import page_of

TEXT = (
    "La coopérative de la vallée a rouvert lundi son moulin, fermé depuis trois ans après la crue de la rivière.\n"
    "« On a retrouvé les mêmes meules », raconte le meunier, qui attend les premières récoltes pour la fin du mois.\n"
    "La commune a payé la moitié des travaux, soit deux cent mille euros, le département le reste.\n"
)
ARABIC = (
    "توقفت ثلاثة من المخابز الخمسة في البلدة عن العمل صباح اليوم، بعد تأخر شاحنات الدقيق القادمة من الميناء.\n"
    "وقال صاحب مخبز الساحة إن «آخر كيس فتحناه عند الفجر»، مطالبا الشركة العامة بإعلان أسباب التأخير.\n"
    "ولم يصدر عن الشركة أي توضيح حتى الظهر، ولا عن البلدية التي يتبعها السوق.\n"
)


def article(text: str, **said: str) -> Article:
    return read(Page("p.txt", text.encode(), "text/plain", **said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "publisher", "translator"),
    [
        ("ترجمة لمى الحصري عن صحيفة «لا فيجي دو بورتاي» الفرنسية", "لا فيجي دو بورتاي", "لمى الحصري"),
        ("عن صحيفة إل كورّيو ديل ناثيون الإسبانية - ترجمة: رنا الصيداوي", "إل كورّيو ديل ناثيون", "رنا الصيداوي"),
        ("مترجم عن مجلة ذا هارو ريفيو", "ذا هارو ريفيو", None),
        ("Traduit du quotidien El Faro del Norte par Claire Montbrun", "El Faro del Norte", "Claire Montbrun"),
        ("Traducido del diario francés La Vigie", "La Vigie", None),
        ("Translated by Nora Whitlock from La Vigie", "La Vigie", "Nora Whitlock"),
        ("لمتابعة الخبر من صحيفة السدرة اضغط هنا", "صحيفة السدرة", None),
        ("Click here to read the full story on The Peninsula Beacon", "The Peninsula Beacon", None),
    ],
)
def test_a_line_says_from_whom_a_text_was_translated_or_taken(
    line: str, publisher: str, translator: str | None
) -> None:
    assert reprint(line) == Reprint(publisher, False, translator)


@pytest.mark.parametrize(
    "line",
    [
        "Translated from the Arabic by Nora Whitlock",
        "Traduit de l'anglais par Claire Montbrun",
        "ترجمة: رنا الصيداوي",
        "Get the news on the go by clicking here",
        "Read more on this story",
    ],
)
def test_a_language_a_translator_and_a_button_are_no_paper(line: str) -> None:
    assert reprint(line) is None


def test_a_second_cue_on_a_line_is_heard_when_the_first_names_nobody() -> None:
    assert byline_of("عن صحيفة إل كورّيو الإسبانية - ترجمة: رنا الصيداوي") == "رنا الصيداوي"
    assert byline_of("Traduit de l'anglais par Claire Montbrun") == "Claire Montbrun"


def test_a_translated_article_is_the_papers_and_stands_on_the_translators_page() -> None:
    page = (
        '<html lang="ar"><head><title>جسور الصحافة</title></head><body><div>جسور الصحافة | صحافة العالم بالعربية</div>'
        "<h1>قرية الخبازين التي رفضت الفندق</h1><p>ترجمة لمى الحصري عن صحيفة «لا فيجي دو بورتاي» الفرنسية</p>"
        + "".join(f"<p>{p}</p>" for p in ARABIC.splitlines())
        + "</body></html>"
    )
    a = read(Page("p.html", page.encode(), "text/html"))
    assert (a.publisher, a.via, a.byline) == ("لا فيجي دو بورتاي", "جسور الصحافة", "لمى الحصري")
    kinds = {a.text[p.start : p.end]: p.kind for p in a.parts}
    assert kinds["ترجمة لمى الحصري عن صحيفة «لا فيجي دو بورتاي» الفرنسية"] == "byline"


def test_a_list_of_papers_that_answers_for_nothing_is_the_republisher() -> None:
    a = article(
        "نافذة الخبر | الصحف كلها في صفحة | دخول\nصحيفة السدرة - منذ ساعتين\nتوقف ثلاثة مخابز بسبب نقص الدقيق\n"
        f"{ARABIC}لمتابعة الخبر من صحيفة السدرة اضغط هنا\nنافذة الخبر غير مسؤولة عن محتوى هذا الخبر\n"
    )
    assert (a.publisher, a.via) == ("صحيفة السدرة", "نافذة الخبر")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Source : Le Carrefour Peul via SahelActu", ("Le Carrefour Peul", "SahelActu")),
        ("The Peninsula Beacon via Newsdrift · 2 December 2022", ("The Peninsula Beacon", "Newsdrift")),
        ("gas sent to the islands via pipeline", None),
    ],
)
def test_a_paper_is_told_from_the_list_it_came_by(line: str, names: tuple[str, str] | None) -> None:
    assert passed_on(line) == names


def test_a_headline_with_via_in_it_names_no_list() -> None:
    a = article(f"La Gazette de Haute-Sarine\nGaz de la Sarine via Anvers\n12 mars 2022\n{TEXT}")
    assert (a.title, a.publisher, a.via) == ("Gaz de la Sarine via Anvers", "La Gazette de Haute-Sarine", None)


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("THE HARROWMOUTH LEDGER        Vol. 112, No. 45        Thursday, April 13, 2023        Page A3", "THE HARROWMOUTH LEDGER", date(2023, 4, 13)),
        ("Le Petit Vannier, jeudi 8 juin 2023, page 9", "Le Petit Vannier", date(2023, 6, 8)),
        ("El Faro de Ceniza | Domingo 5 de marzo de 2023 | Página 14", "El Faro de Ceniza", date(2023, 3, 5)),
        ("صحيفة المدى، العدد 5512، الأحد 3 مارس 2024، ص 5", "صحيفة المدى", date(2024, 3, 3)),
        ("الدفاع الساحلي - ص 3", "الدفاع الساحلي", None),
    ],
)  # fmt: skip
def test_a_printed_paper_is_named_beside_its_page_or_number(line: str, name: str, day: date | None) -> None:
    said = issue(line)
    assert said is not None
    assert said.name == name
    found = said.date and date(said.date.year or 0, said.date.month or 0, said.date.day or 0)
    assert found == day


@pytest.mark.parametrize(
    "line", ["Page 3", "Nouvelle route : 12 km en 2023", "REVUE DE PRESSE — p. 4/12", "Le maire, page 4 du dossier, 12 mars 2022"]
)  # fmt: skip
def test_numbers_of_other_things_make_no_paper(line: str) -> None:
    assert issue(line) is None


def test_a_cutting_is_the_papers_not_the_files() -> None:
    a = article(
        f"REVUE DE PRESSE — Chambre d'agriculture             p. 4/12\nJeudi 8 juin 2023\n\nLe Petit Vannier, jeudi 8 juin 2023, page 9\n\nLe moulin de la vallée rouvre\nPar Odile Jacquemot\n{TEXT}\n4\n"
    )
    assert (a.publisher, a.byline) == ("Le Petit Vannier", "Odile Jacquemot")


def test_a_name_that_gaps_set_apart_from_the_menu_is_the_sites_and_headlines_in_gaps_are_not() -> None:
    menu = "La Vigie de Haute-Sarine    Communes  Faits divers  Montagne  Sports  Mon compte"
    ticker = (
        "Hausse du prix du pain    Un car glisse sur la route du col    Le club local perd son gardien    Grève au port"
    )
    title = "Le moulin de la vallée rouvre\n9 mars 2022\n"
    assert article(f"{menu}\n\n{title}{TEXT}").publisher == "La Vigie de Haute-Sarine"
    assert article(f"{ticker}\n\n{title}{TEXT}").publisher is None


def test_what_the_carrier_calls_the_site_outranks_an_app_named_in_passing() -> None:
    text = f"توقف ثلاثة مخابز بسبب نقص الدقيق\n{ARABIC}حمل تطبيق المنارة من المتجر\n"
    assert article(text, publisher="منارة البحر").publisher == "منارة البحر"
    assert article(text, publisher="manara.example").publisher == "المنارة"


@pytest.mark.parametrize(
    ("record", "address", "publisher", "author"),
    [
        ({"source": "El Faro", "link": "https://a.example/x", "texto": TEXT, "autor": {"name": "Ana Belén Ruiz"}}, "https://a.example/x", "El Faro", "Ana Belén Ruiz"),
        ({"source": "https://b.example/1", "الموقع": "المنارة", "النص": ARABIC, "العنوان": "خبر"}, "https://b.example/1", "المنارة", None),
        ({"site": "منارة البحر", "pubDate": "Thu, 25 Feb 2021 09:05:00 +0300", "text": ARABIC}, None, "منارة البحر", None),
        ({"publisher": {"name": "La Vigie"}, "Titre": "Le moulin", "Corps": TEXT}, None, "La Vigie", None),
    ],
)  # fmt: skip
def test_a_record_is_read_whatever_language_its_keys_are_in(
    record: dict[str, object], address: str | None, publisher: str, author: str | None
) -> None:
    page = page_of(record, "a.jsonl#1")
    assert isinstance(page, Page)
    assert (page.url, page.publisher, page.author) == (address, publisher, author)


FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Newsdrift – Fisheries</title><link>https://newsdrift.example/</link>
<item><title>Le moulin de la vallée rouvre - La Vigie du Golfe</title><link>https://newsdrift.example/r/1</link><source url="https://vigie.example">La Vigie du Golfe</source>
<pubDate>Fri, 02 Dec 2022 08:10:00 GMT</pubDate><description><![CDATA[<p>{0}</p>]]></description></item>
<item><title>Le moulin rouvre</title><link>https://vigie.example/2</link><source url="https://vigie.example">La Vigie du Golfe</source>
<description><![CDATA[<p>{0} {0}</p>]]></description></item></channel></rss>"""


def test_a_feed_that_shows_other_papers_articles_on_its_own_pages_is_their_republisher(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED.replace("{0}", " ".join(TEXT.split())), encoding="utf-8")
    listed, own = (read(p) for p in pages([str(tmp_path)]) if isinstance(p, Page))
    assert (listed.title, listed.publisher, listed.via) == (
        "Le moulin de la vallée rouvre",
        "La Vigie du Golfe",
        "Newsdrift",
    )
    assert (own.title, own.publisher, own.via) == ("Le moulin rouvre", "La Vigie du Golfe", None)
