"""Pages that a scraper put on one line: where ticker, headline, author, buttons and text meet, in four languages."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.model import Article, Page

FRENCH = (
    "La gendarmerie a immobilisé lundi à Tessaoua deux cars de la compagnie Ténéré, dont les freins ont été jugés hors d'usage. "
    "« Nous avons sauvé des vies », affirme le commandant de la brigade. La compagnie exploite 62 véhicules. "
)
ARABIC = (
    "فرضت هيئة الموانئ أمس الاثنين غرامات على ثلاث شركات شحن بعد تأخرها في تفريغ الحاويات من أرصفة الميناء. "
    "وقال مدير الهيئة إن الرصيف ليس مخزنا. وأضاف أن الشركات أمهلت ثلاثين يوما لتصحيح أوضاعها، "
    "وأن المخالفات تعود إلى شهري مايو ويونيو الماضيين. "
)
SPANISH = (
    "Los vecinos del barrio Las Lomas denunciaron ayer que el agua llega turbia a sus domicilios, sin que la cooperativa responda. "
    "«Mis hijos se enferman», reclamó la presidenta de la junta vecinal. El gerente prometió limpiar el desarenador. "
)


def page(text: str) -> Article:
    return read(Page("p", text.encode(), "text/plain"))


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body", "subheading"))


def test_author_section_and_day_stand_between_headline_and_text() -> None:
    a = page(
        "L'Hebdo du Damergou Politique Economie Culture Sports A LA UNE Le prix du mil double Transports : deux cars immobilisés à Tessaoua "
        "Ecrit par Ousseini Garba Publié dans Société mardi 17 mai 2016 09:12 Lu 1245 fois Taille de police Imprimer "
        + FRENCH
        + "Tweet Dernières nouvelles de Ousseini Garba Un puits s'effondre Retour en haut"
    )
    assert (a.title, a.byline) == ("Transports : deux cars immobilisés à Tessaoua", "Ousseini Garba")
    assert (a.published.start.isoformat() if a.published else None) == "2016-05-17"
    assert own(a).split() == FRENCH.split()


@pytest.mark.parametrize(
    "haste",
    [
        "عاجل: أمطار غزيرة على الجزيرة",
        "آخر ساعة: توقيف مروج بضاعة مغشوشة بالسوق القديم",
        "شاهد: عرس بلا عريس في القرية",
    ],
)
def test_an_arabic_headline_behind_a_ticker_is_what_the_text_speaks_of(haste: str) -> None:
    a = page(
        f"الشرفة البحرية الرئيسية محليات اقتصاد رياضة منوعات {haste} هيئة الموانئ تغرم ثلاث شركات شحن لتأخرها "
        f"كتبت: شمسة المنصوري - الميناء الثلاثاء 14 أغسطس 2018 - 10:25 ص حجم الخط طباعة {ARABIC}"
    )
    assert a.title == "هيئة الموانئ تغرم ثلاث شركات شحن لتأخرها"
    assert a.byline == "شمسة المنصوري"


def test_buttons_and_counts_of_readers_part_headline_and_text_where_no_day_is_printed() -> None:
    a = page(
        f"رادار برس Radar مجتمع حوادث سياسة رياضة عاجل.. هيئة الموانئ تغرم ثلاث شركات شحن 214 مشاهدة 9 تعليقات {ARABIC}عن وكالة الرصيف بتصرف"
    )
    assert a.title == "عاجل.. هيئة الموانئ تغرم ثلاث شركات شحن"
    assert own(a).split() == ARABIC.split()


def test_a_count_of_readers_in_a_sentence_parts_nothing() -> None:
    more = "Le journal compte 300 lecteurs fidèles et 40 partages par jour. Vues d'avion, les dunes avancent. "
    a = page(
        "Le Fanal d'Agadez Accueil Politique Sport Les cars de Tessaoua immobilisés par la brigade Par Ousseini Garba, publié le 12/11/2022 "
        f"Réagir (4) Imprimer {FRENCH}{more}Le maire l'a confirmé mardi."
    )
    assert own(a).split() == (FRENCH + more + "Le maire l'a confirmé mardi.").split()


def test_a_page_that_dashes_part_keeps_the_dashes_of_its_text() -> None:
    a = page(
        "Le Ring — Accueil — Boxe — Judo — Lutte — En direct : la pesée du gala — Les cars de Tessaoua immobilisés — Samedi 02 mars 2019 10:27 — "
        f"Signé : Hicham Terrab — A+ A- — {FRENCH}Les chauffeurs — douze en tout — ont dormi sur place."
    )
    assert (a.title, a.byline) == ("Les cars de Tessaoua immobilisés", "Hicham Terrab")
    assert own(a).endswith("Les chauffeurs — douze en tout — ont dormi sur place.")


def test_an_announcement_amid_the_text_ends_where_the_text_goes_on() -> None:
    a = page(
        "Le Ring — Accueil — Boxe — Judo — Lutte — Les cars de Tessaoua immobilisés — Samedi 02 mars 2019 10:27 — "
        f"{FRENCH}À lire aussi : Quinze clubs privés de subvention Le maire de la ville n'a rien vu. Un recours est déposé. Le juge dira le droit."
    )
    assert "Quinze clubs" not in own(a)
    assert own(a).endswith("Le maire de la ville n'a rien vu. Un recours est déposé. Le juge dira le droit.")


def test_an_author_in_capitals_or_beside_a_desk_is_named_behind_and_before_the_day() -> None:
    head = "El Pregón de Las Lomas Inicio Local Nacional Deportes Último momento Bloqueo en la ruta Local El agua llega turbia desde hace dos semanas"
    behind = page(f"{head} 22.02.17 - 06:30 - MABEL OVANDO | LAS LOMAS {SPANISH}")
    before = page(f"{head} Redacción Local / Mabel Ovando | 22/02/2017 | 06:30 {SPANISH}")
    assert (behind.byline, before.byline) == ("MABEL OVANDO", "Mabel Ovando")
    assert behind.title == before.title == "El agua llega turbia desde hace dos semanas"


AGENCY = (
    "La planta de Cabo Frío, en la provincia de Salinas, fue inaugurada por el ministro de Aguas, Fabio Lértora, seis meses antes de lo previsto. "
    "«Se acabaron las cisternas», dijo. La obra costó 52 millones de pesos, cuatro más que el presupuesto inicial. "
)


def test_section_day_and_desk_stand_between_a_headline_and_an_agencys_dateline() -> None:
    a = page(
        "ANC Agencia Noticias Cordillera ≡ Seguridad Economía Política Mundo Audios Lo último: Choque de micros en el Alto deja tres heridos • "
        "Decomisan garrafas en la frontera • Norte gana y sube a la punta Ministro inaugura la planta de Cabo Frío seis meses antes Economía "
        f"10/09/2024 13:47 Redacción Economía Escuchar nota Salinas, 10 sep 2024 (ANC).- {AGENCY}ANC/rfl/cmp Compartir en Facebook · Compartir en X · "
        "Imprimir Relacionadas: Cae la venta de gas · Piden crédito"
    )
    assert a.title == "Ministro inaugura la planta de Cabo Frío seis meses antes"
    assert a.publisher == "ANC Agencia Noticias Cordillera"
    assert a.published is not None
    assert a.published.start.isoformat() == "2024-09-10"
    assert own(a).split() == f"Salinas, 10 sep 2024 (ANC).- {AGENCY}".split()


def test_marks_of_any_kind_part_a_page_and_the_piece_with_its_day_has_the_headline() -> None:
    a = page(
        "الرئيسية | وطنية | دولية | اقتصاد | رياضة | اتصل بنا @@ آخر الأخبار: انخفاض أسعار السمك + توقيف شاب بالسوق + النادي يتأهل @@ وطنية @@ "
        f"هيئة الموانئ تغرم ثلاث شركات شحن جمعة, 13/05/2022 - 09:14 نواذيبو (الخليج الأزرق) – {ARABIC}وفق ما علمت الخليج الأزرق. "
        "@@ طباعة @@ اقرأ كذلك: وزيرة تدشن بئرا @@ جميع الحقوق محفوظة لوكالة الخليج الأزرق © 2022"
    )
    assert (a.title, a.publisher) == ("هيئة الموانئ تغرم ثلاث شركات شحن", "وكالة الخليج الأزرق")
    assert own(a).startswith("نواذيبو (الخليج الأزرق)")
    assert own(a).endswith("وفق ما علمت الخليج الأزرق.")


def test_a_cue_and_the_author_stand_behind_the_day() -> None:
    text = (
        "The High Court on Monday halted the sale of the Mumwe sugar mill to a foreign fund, saying workers had not been asked. "
        'The judge said the treasury had "treated a duty as a courtesy". The fund had offered 118 million dollars for the mill. '
    )
    a = page(
        "The Lakeside Tribune Home News Business Sports Opinion Obituaries Trending: Fans clash at stadium • Fuel to rise • Schools reopen "
        f"Court halts sale of sugar mill Business 13/03/2023 17:34 By Duncan Mbeki Listen to this article MUMWE, March 13 (Lakeside Tribune) - {text}"
        "Share on Facebook Share on X Print Related: Cane farmers wait"
    )
    assert (a.title, a.byline, a.publisher) == (
        "Court halts sale of sugar mill",
        "Duncan Mbeki",
        "The Lakeside Tribune",
    )
    assert own(a).startswith("MUMWE, March 13")


def test_a_section_that_ends_a_headline_is_the_headlines() -> None:
    a = page(
        "El Pregón de Las Lomas Inicio Local Nacional Deportes Economía Último momento Bloqueo en la ruta El agua turbia preocupa al ministro de "
        f"Economía 22/02/2017 06:30 {SPANISH}"
    )
    assert a.title == "El agua turbia preocupa al ministro de Economía"
