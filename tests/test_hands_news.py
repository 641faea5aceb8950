"""Heads of pages as scrapers and readers leave them: menus, buttons, papers' pages, callings that sign, forums that pass a text on."""

from __future__ import annotations

import pytest

from isnad.extract import Page, read
from isnad.model import Article

TEXT = {
    "en": "Villagers in Korimba have begun rebuilding the embankment that collapsed last week, leaving nine families without shelter. The district "
    "engineer, Paul Adero, said that the work would take at least two months.\n\nThe provincial council has released 40,000 dollars for cement and "
    "stone. A second payment is expected in June, according to the council's treasurer.",
    "fr": "Les habitants de Korimba ont commencé à reconstruire la digue qui s'est effondrée la semaine dernière, laissant neuf familles sans abri. "
    "L'ingénieur du district, Paul Adéro, a indiqué que les travaux dureraient au moins deux mois.\n\nLe conseil provincial a débloqué 40 000 dollars "
    "pour le ciment et la pierre.",
    "es": "Los vecinos de Korimba han empezado a reconstruir el dique que se derrumbó la semana pasada y que dejó a nueve familias sin techo. El "
    "ingeniero del distrito, Pablo Adero, dijo que las obras durarán al menos dos meses.\n\nEl consejo provincial ha liberado 40.000 dólares para "
    "cemento y piedra. Se espera un segundo pago en junio.",
    "ar": "بدأ سكان كوريمبا إعادة بناء السد الترابي الذي انهار الأسبوع الماضي وترك تسع عائلات بلا مأوى. وقال مهندس المقاطعة بولس عديرو إن الأشغال "
    "ستستغرق شهرين على الأقل.\n\nوأفرج مجلس الإقليم عن 40 ألف دولار لشراء الإسمنت والحجارة، ومن المنتظر صرف دفعة ثانية في يونيو.",
}
TITLE = {
    "en": "Dyke rebuilt by hand as villagers lose patience",
    "fr": "Korimba : les riverains relèvent la digue à mains nues",
    "es": "Vecinos levantan el dique con sus manos",
    "ar": "سكان كوريمبا يعيدون بناء السد بأيديهم",
}


def page(language: str, above: str, below: str = "") -> Article:
    text = above.replace("{t}", TITLE[language]) + "\n\n" + TEXT[language] + (f"\n\n{below}" if below else "")
    return read(Page("p.txt", text.encode()))


HEADS = [
    (
        "fr",
        "{t} - La Nouvelle Tribune des Lacs\nAccueil\nÀ la une\nPolitique\n17 mai 2022\n254 vues\n0 commentaire\nPartager sur Facebook",
        "",
        ("La Nouvelle Tribune des Lacs", None, None, "2022-05-17"),
    ),
    ("en", "Uplands Today - Your window on the highlands\n\n{t}\n17 May 2022 (Nile Basin Wire)", "", ("Nile Basin Wire", "Uplands Today", None, "2022-05-17")),
    ("en", "Ruth Achieng and Sam Kiptoo\n{t}\nThe Delta Monitor, p. 3\n17/05/2022", "", ("The Delta Monitor", None, None, "2022-05-17")),
    ("en", "The Lantern (Accra)\n{t}\nBy Ama Darko\n17 May 2022", "", ("The Lantern", None, "Ama Darko", "2022-05-17")),
    (
        "en",
        "{t}\n\nPublished: Tuesday, 17 May 2022\nBy Staff Reporter, The Tarn Valley Observer",
        "",
        ("The Tarn Valley Observer", None, None, "2022-05-17"),
    ),
    ("en", "Mountain Courier\n\nFrom our issue of 17 May 2022\n\n{t}", "", ("Mountain Courier", None, None, "2022-05-17")),
    ("fr", "lesable.example\nAccueil » Société\n{t}\nPar Sahel Dépêches - 17 Mai 2022", "", ("Sahel Dépêches", "lesable.example", None, "2022-05-17")),
    ("es", "{t} | Diario La Acequia\n\nPor Martín Roldán\nmayo 17, 2022", "", ("Diario La Acequia", None, "Martín Roldán", "2022-05-17")),
    (
        "es",
        "NOTICIAS DEL CHACO\n\n{t}\nElvira Santacruz\nelvira.santacruz@chaco.example\n17 de mayo de 2022 | 08:33",
        "",
        ("NOTICIAS DEL CHACO", None, "Elvira Santacruz", "2022-05-17"),
    ),
    ("es", "{t}\n\nPOR ELVIRA SANTACRUZ\nEL ZONDA\nMAR 17 MAY 2022", "", ("EL ZONDA", None, "ELVIRA SANTACRUZ", "2022-05-17")),
    ("ar", "{t}\nهضبة نت - كريم أوعلي\nالثلاثاء 17 ماي 2022 - 10:05", "", ("هضبة نت", None, "كريم أوعلي", "2022-05-17")),
    ("ar", "نادين شلهوب\nالسنديان العربي\n17 أيار 2022\n\n{t}", "", ("السنديان العربي", None, "نادين شلهوب", "2022-05-17")),
    (
        "fr",
        "Forum des Amis du Fleuve > Actualités\nPosté le: 19 Mai 2022 21:03\nje copie ici l'article pour ceux qui ne peuvent pas ouvrir le lien\n\n{t}",
        "Moussa Diarra, Le Matin du Plateau, 17 mai 2022",
        ("Le Matin du Plateau", "Forum des Amis du Fleuve", "Moussa Diarra", "2022-05-17"),
    ),
    (
        "en",
        "Boaties of the Delta - message board\nPosted by: mick\n19 May 2022\nCopy & paste from the Delta Weekly Times (17 May 2022) since it's behind a wall:\n\n{t}",
        "",
        ("Delta Weekly Times", "Boaties of the Delta", None, "2022-05-17"),
    ),
    (
        "ar",
        "منتديات شباب الهضاب > القسم العام\n19-05-2022, 12:44 AM\nالسلام عليكم، خبر يفرح منقول للفائدة\n\n{t}",
        "كريم بوعلام\nجريدة الصباح الجديد - الثلاثاء 17 ماي 2022",
        ("جريدة الصباح الجديد", "منتديات شباب الهضاب", "كريم بوعلام", "2022-05-17"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "above", "below", "hands"), HEADS)
def test_a_page_is_of_whom_its_head_or_foot_says(
    language: str, above: str, below: str, hands: tuple[str | None, ...]
) -> None:
    a = page(language, above, below)
    day = str(a.published.start) if a.published else None
    assert (a.title, a.publisher, a.via, a.byline, day) == (TITLE[language], *hands)


def test_a_word_of_haste_in_marks_of_emphasis_is_no_republisher() -> None:
    a = page("en", "Forwarded many times\n\n*BREAKING* 🔴🔴", "Source: Zarandi Voice FM\n17 May 2022")
    assert (a.publisher, a.via) == ("Zarandi Voice FM", None)


def test_an_author_between_a_section_and_the_day_signs() -> None:
    a = page("fr", "{t}\nÉdito — Joumana Rizkallah-Haddad — Le 22/11/2024")
    assert (a.byline, str(a.published.start) if a.published else None) == ("Joumana Rizkallah-Haddad", "2024-11-22")


@pytest.mark.parametrize(
    ("author", "byline"),
    [("Mwanaisha Kombo-Reid", "Mwanaisha Kombo-Reid"), ("admin", None), ("Coast Tribune", None), ("News Desk", None)],
)
def test_the_metadata_name_the_author_in_full_where_nobody_signs_the_page(author: str, byline: str | None) -> None:
    data = '{"@type":"NewsArticle","datePublished":"2022-05-17","author":[{"@type":"Person","name":"%s"}],"publisher":{"@type":"Organization","name":"Coast Tribune"}}'
    paragraphs = "".join(f"<p>{p}</p>" for p in TEXT["en"].split("\n\n"))
    html = f'<html><head><script type="application/ld+json">{data % author}</script></head><body><h1>{TITLE["en"]}</h1>{paragraphs}</body></html>'
    assert read(Page("p.html", html.encode())).byline == byline
