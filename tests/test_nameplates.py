"""Outlets that nobody has seen: the likeliest name among all that a page's head and foot print, and none where none is printed."""

from __future__ import annotations

import json

import pytest

from isnad.extract import read
from isnad.extract.nameplates import Plate, plates
from isnad.model import Page
from isnad.models import weights

TEXT = {
    "en": (
        "Ferry crews vote to strike\n\nCrews on the northern line voted on Tuesday to stop work for three days after talks over their pay had broken down again.\n\n"
        "The company said that it would hire boats from elsewhere and that no passenger would be left behind, which the union called a threat.\n\n"
        "Both sides will meet the mediator on Friday morning, an official of the port said."
    ),
    "fr": (
        "Les passeurs votent la grève\n\nLes équipages de la ligne du nord ont voté mardi un arrêt de travail de trois jours après l'échec des discussions sur leur salaire.\n\n"
        "La compagnie affirme qu'elle louera des bateaux ailleurs et qu'aucun passager ne restera à quai, ce que le syndicat tient pour une menace.\n\n"
        "Les deux parties rencontreront le médiateur vendredi matin, a indiqué un responsable du port."
    ),
    "es": (
        "Los barqueros votan la huelga\n\nLas tripulaciones de la línea del norte votaron el martes parar tres días después de que fracasaran las conversaciones sobre su salario.\n\n"
        "La empresa aseguró que alquilará barcos en otra parte y que ningún pasajero quedará en tierra, lo que el sindicato considera una amenaza.\n\n"
        "Las dos partes se reunirán con el mediador el viernes por la mañana, indicó un responsable del puerto."
    ),
    "ar": (
        "عمال العبارات يصوتون على الإضراب\n\nصوتت أطقم الخط الشمالي، أمس الثلاثاء، على وقف العمل ثلاثة أيام بعد فشل المفاوضات حول الأجور للمرة الثانية هذا الشهر.\n\n"
        "وقالت الشركة إنها ستستأجر قوارب من أماكن أخرى وإن أي مسافر لن يبقى على الرصيف، وهو ما اعتبرته النقابة تهديدا.\n\n"
        "ويلتقي الطرفان الوسيط صباح الجمعة، حسب ما أفاد به مسؤول في الميناء."
    ),
}


def publisher(head: str, language: str, foot: str) -> tuple[str | None, str | None]:
    """Return publisher and republisher of a page."""
    article = read(Page(source="page.txt", data=f"{head}\n\n{TEXT[language]}\n\n{foot}".encode()))
    return article.publisher, article.via


@pytest.mark.parametrize(
    ("language", "head", "foot", "name"),
    [
        (
            "en",
            "Skip to content\nTorvane Insider\nPolitics | Sport | Culture",
            "Advertise with Torvane Insider\nPrivacy policy",
            "Torvane Insider",
        ),
        (
            "fr",
            "Menu\nVu de Kerlagny\nPolitique | Sport",
            "Contacter Vu de Kerlagny\nMentions légales",
            "Vu de Kerlagny",
        ),
        (
            "es",
            "Buscar\nTierra Morandé\nPolítica | Deportes",
            "Anúnciate en Tierra Morandé\nAviso legal",
            "Tierra Morandé",
        ),
        ("ar", "القائمة\nمدار طنفون\nسياسة | رياضة", "أعلن في مدار طنفون\nسياسة الخصوصية", "مدار طنفون"),
    ],
)
def test_a_name_at_the_top_that_the_foot_speaks_of_is_the_outlets(
    language: str, head: str, foot: str, name: str
) -> None:
    assert publisher(head, language, foot) == (name, None)


@pytest.mark.parametrize(
    ("language", "head", "foot"),
    [
        ("en", "Page 4\nPrint this page", "Powered by Corvid Themes"),
        ("fr", "Salut !\nImprimer cette page", "Propulsé par Corvid"),
        ("es", "Hola a todos\nPágina 4", "Funciona con Corvid"),
        ("ar", "السلام عليكم\nالصفحة 4", "تصميم وبرمجة: الرقمية للحلول"),
    ],
)
def test_greetings_pages_and_makers_are_no_outlets(language: str, head: str, foot: str) -> None:
    assert publisher(head, language, foot)[0] is None


def test_a_run_is_held_by_a_longer_one() -> None:
    """ "Torvane" stands only where "Torvane Insider" does."""
    from isnad.extract import _plain
    from isnad.extract.classify import Core

    rendered = _plain(f"Torvane Insider\n\n{TEXT['en']}\n\nAbout Torvane Insider")
    core = Core(rendered.blocks, [], rendered.tree)
    found: dict[str, Plate] = {
        p.name: p
        for p in plates(rendered.text, rendered.blocks, core.kinds, rendered.head, "Ferry crews vote to strike", {})
    }
    assert "two lines" in found["Torvane Insider"].signs
    assert "right of own" not in found["Torvane Insider"].signs
    assert "left own" in found["Torvane Insider"].signs
    assert "Torvane" not in found or "held by an equal" in found["Torvane"].signs


def test_the_weights_are_of_signs_and_not_of_names() -> None:
    told = json.loads(weights("nameplates.json").read_text(encoding="utf-8"))
    assert set(told) == {"site", "source"}
    assert all(2 < len(sign) < 40 and sign.isascii() for at in told.values() for sign in at)
