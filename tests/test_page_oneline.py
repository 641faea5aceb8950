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
