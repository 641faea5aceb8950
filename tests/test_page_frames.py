"""Pages on one line whose days, authors, buttons and numbers of issues stand anywhere around the headline, in four languages."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.model import Article, Page

FRENCH = (
    "Le conseil municipal de Kouroussa-Nord a adopté mardi soir le budget de rénovation du pont suspendu, fermé depuis la crue. "
    "L'ouvrage sera rouvert en juin, assure le maire, Sékou Dambélé. « On ne traverse pas un fleuve avec des promesses », a lancé "
    "l'opposante Mariama Téliko. Les travaux coûteront 4,2 milliards de francs."
)
SPANISH = (
    "La alcaldesa de Puerto Quebrado, Delfina Arrascaeta, clausuró el lunes el matadero municipal tras hallarse larvas en las cámaras. "
    "«No voy a jugar con la salud de nadie», dijo la alcaldesa. El gerente, Ulises Bonfanti, habla de persecución. "
    "Unas 60 familias viven del matadero."
)
ENGLISH = (
    "A high court judge in Port Ansah on Thursday blocked the sale of the state lottery to a Cypriot fund. Justice Efua Mends-Badu said "
    'the tender had been opened a day late. "The public was not merely excluded, it was forgotten," she wrote. The ministry will appeal.'
)
ARABIC = (
    "أمر رئيس محكمة الاستئناف بمدينة وادي الزيتون، صباح أمس الأحد، بفتح تحقيق في انهيار سقف مدرسة أصيب فيه أحد عشر تلميذا. "
    "وقال المدير الجهوي للتربية منصف الورغمي إن البناية رممت قبل سنتين. وأضاف: «دفعنا ثمن السقف ولم نشتر الأمان». "
    "وأوقفت الشرطة مهندسين اثنين."
)


def page(text: str) -> Article:
    return read(Page("p", text.encode(), "text/plain"))


def told(a: Article) -> tuple[str | None, str | None, str | None, str | None]:
    return a.title, a.publisher, a.byline, a.published.start.isoformat() if a.published else None


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body"))


def test_a_weekly_has_its_number_and_its_days_at_the_head_and_the_author_under_the_headline() -> None:
    a = page(
        "LA VIGIE DU LOGONE hebdomadaire indépendant N° 318 du 11 au 17 mars 2019 Prix : 300 F CFA En bref Incendie au marché de Milezi "
        f"page 3 À LA UNE Le pont suspendu divise le conseil municipal Par Ousmane Kadjidja {FRENCH} Suite page 5 Imprimerie du Logone"
    )
    assert told(a) == (
        "Le pont suspendu divise le conseil municipal",
        "LA VIGIE DU LOGONE",
        "Ousmane Kadjidja",
        "2019-03-11",
    )
    assert own(a).split() == FRENCH.split()


def test_the_items_of_a_ticker_that_strokes_part_end_before_a_word_and_its_colon() -> None:
    a = page(
        "L'ÉPI - lettre des grains et farines - Rouen Cotations | Fret | Abonnés EN DIRECT : Blé meunier 208,50 / Rouen : silo évacué / "
        f"Grève des éclusiers belges Kouroussa : le pont suspendu rouvrira Rédigé par Thibaut Lescarret le 10/03/2014 {FRENCH} Lire aussi : Maïs"
    )
    assert a.title == "Kouroussa : le pont suspendu rouvrira"
    assert a.byline == "Thibaut Lescarret"
    assert own(a).startswith("Le conseil municipal de Kouroussa-Nord a adopté")


@pytest.mark.parametrize(
    "head",
    [
        "Diario del Páramo. Jueves, 9 de noviembre de 2023. Año XXII. Edición 7.802. Portada. Ciudad. Campo. AHORA: Paro levantado. "
        "Matadero cerrado: 60 familias en vilo Ezequiel Montúfar Redacción Ciudad",
        "Diario del Páramo Portada Ciudad Campo Judicial ÚLTIMA HORA Choque en la rotonda ÚLTIMA HORA Corte de agua en el puerto "
        "Matadero cerrado: 60 familias en vilo Ezequiel Montúfar 09.11.2023 | 07:15 Compartir en Facebook Enviar por correo",
        "Diario del Páramo » Ciudad » Matadero cerrado: 60 familias en vilo Jueves 9 noviembre, 2023 Por Ezequiel Montúfar WhatsApp Imprimir",
    ],
)
def test_a_headline_is_what_the_text_speaks_of_wherever_the_day_stands(head: str) -> None:
    a = page(f"{head} {SPANISH}")
    assert told(a) == (
        "Matadero cerrado: 60 familias en vilo",
        "Diario del Páramo",
        "Ezequiel Montúfar",
        "2023-11-09",
    )


def test_a_second_headline_that_begins_with_an_article_is_none_of_the_first() -> None:
    a = page(
        "EL HERALDO DE LA BAHÍA Inicio Locales Policiales Deportes Dólar hoy $ 892 Humedad 81% Lo último Choque en cadena Locales Clausuran el "
        "matadero por larvas en las cámaras La alcaldesa exige un plan de limpieza 5 de noviembre de 2023 | 21:14 Por Rocío Altamiranda "
        f"Compartir {SPANISH} Notas relacionadas El club vende su sede"
    )
    assert a.title == "Clausuran el matadero por larvas en las cámaras"
    assert "La alcaldesa exige un plan de limpieza" in own(a)
    assert "El club vende" not in own(a)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (
            "The Ansah Evening Post HOME NEWS COURTS SPORT Breaking Two held over gold Striker out for six weeks Judge halts lottery sale over "
            "late tender Posted on May 17, 2019 by Kwabena Frimpong-Lutt in Courts | 12 Comments",
            "Kwabena Frimpong-Lutt",
        ),
        (
            "The Ansah Evening Post Markets Law Opinion Log in MOST READ 1 Dredger sinks off Warri 2 Duty scrapped LAW Judge halts lottery sale "
            "over late tender Our Reporter 17 May 2019, 11:42 GMT 3 min read Share Save",
            None,
        ),
        (
            "The Ansah Evening Post - Friday, May 17, 2019 - Vol. 8 No. 20 - Inside: Tides p2, Recipes p9 - Judge halts lottery sale over late "
            "tender - By Adwoa Baidoo-Hart -",
            "Adwoa Baidoo-Hart",
        ),
    ],
)
def test_english_heads_with_menus_desks_and_pages(head: str, author: str | None) -> None:
    a = page(f"{head} {ENGLISH}")
    assert told(a) == ("Judge halts lottery sale over late tender", "The Ansah Evening Post", author, "2019-05-17")
    assert own(a).split() == ENGLISH.split()


@pytest.mark.parametrize(
    "head",
    [
        "صحيفة الزيتونة الجهوية تصدر كل يوم اثنين العدد 702 الاثنين 5 فيفري 2018 - 19 جمادى الأولى 1439 ثمن النسخة 900 مليم في هذا العدد: ملف "
        "البطالة ص 6 الحدث سقف مدرسة ينهار والقضاء يحقق كتب: لطفي الجويني",
        "صحيفة الزيتونة الجهوية - المدير المسؤول: م. أزرقان - أخبار سريعة: حريق بالسوق * الوداد يتعادل الاثنين 19 جمادى الأولى 1439 / 5 فيفري 2018 "
        "الصفحة الأولى سقف مدرسة ينهار والقضاء يحقق وادي الزيتون: لطفي الجويني",
        "صحيفة الزيتونة الجهوية الرئيسية مجتمع سياسة جهات رياضة الآن: الوداد يتعادل سقف مدرسة ينهار والقضاء يحقق نشر بتاريخ 05/02/2018 على "
        "الساعة 22:17 لطفي الجويني شارك على فايسبوك تويتر",
    ],
)
def test_arabic_papers_with_the_day_above_the_headline_or_under_it(head: str) -> None:
    a = page(f"{head} {ARABIC}")
    assert told(a) == ("سقف مدرسة ينهار والقضاء يحقق", "صحيفة الزيتونة الجهوية", "لطفي الجويني", "2018-02-05")
    assert own(a).split() == ARABIC.split()


def test_the_text_of_an_agency_begins_with_its_dateline() -> None:
    a = page(
        f"وكالة أنباء الساحل سياسة اقتصاد صور فيديو وادي الزيتون: تحقيق في انهيار سقف مدرسة وادي الزيتون في 5 فبراير 2018 /وأس/ - {ARABIC}"
    )
    assert a.title == "وادي الزيتون: تحقيق في انهيار سقف مدرسة"
    assert own(a).startswith("وادي الزيتون في 5 فبراير 2018 /وأس/ -")


def test_a_day_that_a_sentence_goes_on_behind_parts_nothing() -> None:
    text = f"Fermé depuis le 12 septembre 2018, le pont de Kouroussa reste infranchissable. {FRENCH} Le 3 mars 2019 le préfet avait promis un bac."
    a = page(
        f"L'Écho du Milo Accueil Politique Sport Le pont suspendu divise le conseil Publié le 13/03/2019 à 18h04 Partager {text}"
    )
    assert told(a)[0] == "Le pont suspendu divise le conseil"
    assert a.published is not None
    assert a.published.start.isoformat() == "2019-03-13"
    assert own(a).split() == text.split()


def test_french_marks_of_quotation_part_no_page() -> None:
    text = (
        FRENCH
        + " « Un » pont, « deux » bacs, « trois » ponts et « quatre » promesses, résume-t-il. « Cinq » et « six », ajoute-t-elle."
    )
    a = page(
        f"L'Écho du Milo Accueil Politique Sport Le pont suspendu divise le conseil Publié le 13/03/2019 à 18h04 Partager {text}"
    )
    assert own(a).split() == text.split()


def test_strokes_between_blanks_part_a_page_as_dashes_do() -> None:
    a = page(
        "L'Écho du Milo / feuille de la Haute-Guinée / mer. 13.03.19 / Accueil / Région / Sport / Mots fléchés / SOCIÉTÉ / Le pont suspendu "
        f"divise le conseil / Par Alpha Sidimé / {FRENCH} / Partager"
    )
    assert told(a) == ("Le pont suspendu divise le conseil", "L'Écho du Milo", "Alpha Sidimé", "2019-03-13")


def test_a_button_that_ends_as_a_tickers_label_does_announces_nothing() -> None:
    a = page(
        "ضفاف الوادي بريس جريدة إلكترونية الرئيسية سياسة جهويات رياضة آخر ساعة: حجز سيارة بلا وثائق وادي الزيتون.. تحقيق في انهيار سقف مدرسة "
        f"كتبه: نبيل الزواري نشر في: الاثنين 5 يناير 2015 آخر تحديث: 09:35 شارك {ARABIC} إقرأ أيضا أمطار مرتقبة"
    )
    assert told(a) == ("وادي الزيتون.. تحقيق في انهيار سقف مدرسة", "ضفاف الوادي بريس", "نبيل الزواري", "2015-01-05")
    assert own(a).split() == ARABIC.split()


def test_a_label_of_tickers_holds_no_section() -> None:
    a = page(
        "Le Journal du Logone Politique Economie Société Culture Sports A LA UNE Panne de courant : jour 3 La hausse du riz inquiète à Milezi "
        f"Transports : le pont suspendu divise le conseil municipal Ecrit par Ousmane Kadjidja Publié dans Société mardi 12 mars 2019 17:05 "
        f"Lu 310 fois Imprimer E-mail {FRENCH} Tweet Retour en haut"
    )
    assert a.title == "Transports : le pont suspendu divise le conseil municipal"
    assert own(a).split() == FRENCH.split()


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("نشر في يومية المرجان يوم 12 أوت 2019", "يومية المرجان"),
        ("نشر يوم 12 أوت 2019", "يومية المرجان"),
    ],
)
def test_a_line_between_gaps_that_says_where_and_when_a_text_came_out_is_one(line: str, publisher: str) -> None:
    a = page(
        f"يومية المرجان    وطني    رياضة    جهوي    وادي الزيتون.. تحقيق في انهيار سقف مدرسة    {line}    {ARABIC}    شكرا"
    )
    assert told(a) == ("وادي الزيتون.. تحقيق في انهيار سقف مدرسة", publisher, None, "2019-08-12")


def test_a_section_before_a_stroke_and_the_headline_is_no_site() -> None:
    a = page(
        "ثقافي / تحقيق في انهيار سقف مدرسة بوادي الزيتون\nتحقيق في انهيار سقف مدرسة بوادي الزيتون\n"
        "السبت 1440/8/12 هـ الموافق 2019/04/17 م وكالة أنباء الوادي\n" + ARABIC.replace(". ", ".\n")
    )
    assert (a.title, a.publisher, a.via) == ("تحقيق في انهيار سقف مدرسة بوادي الزيتون", "وكالة أنباء الوادي", None)
