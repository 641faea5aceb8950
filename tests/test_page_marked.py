"""Who a text's dateline says it is from, where the page names nobody else, or only in short."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.slugs import in_full, slug
from isnad.model import Article, Page

LINES = {
    "La Paz, 3 feb 2024 (ANC).- El Senado aprobó": "ANC",
    "MADRID, 14 Mar. (MESETA PRESS) - El decreto": "MESETA PRESS",
    "Puerto Viejo, 16 mar (Prensa Istmo) Agentes de la fiscalía": "Prensa Istmo",
    "Falékoto (Kédougou), 6 mars (ATX) – Sept ouvriers": "ATX",
    "DUNMORE, May 12 (Harbour Wire) - Dockers walked out": "Harbour Wire",
    "CHILLICOTHE, Ohio (APX) — The plant will close": "APX",
    "نواذيبو (البرزخ) – قضى ثلاثة أشخاص": "البرزخ",
    "الكويت في 4 فبراير 2019 (مرافئ) -- أمر وكيل الوزارة": "مرافئ",
    "الدوحة - 14 - 3 (وان) -- استقبل الوزير": "وان",
    "الشروق ميديا (تنبدغة) - قتل جنديان": "الشروق ميديا",
    "وكالة الأرز الإخبارية - أقرت اللجنة المشروع": "وكالة الأرز الإخبارية",
}
NO_LINES = (
    "Le ministre (MPA) - qui avait démissionné - a parlé",
    "Tanger (Maroc) - Le port a rouvert",
    "قال الوزير (أمس) - إن المشروع جاهز",
    "محمد علي (القاهرة) - كتب في مقاله",
    "The plan (HB 12) - passed last year - is dead",
    "Paris (archives) - La tour en 1900",
    "Jerusalén / Gaza / Ramala - El enviado volvió",
)


@pytest.mark.parametrize(("line", "name"), LINES.items())
def test_a_dateline_names_its_outlet(line: str, name: str) -> None:
    assert slug(line) == name


@pytest.mark.parametrize("line", NO_LINES)
def test_brackets_of_sentences_name_no_outlet(line: str) -> None:
    assert slug(line) is None


def test_the_short_form_of_a_dateline_is_found_in_the_name_in_full() -> None:
    assert in_full("APT", "Agence Presse Tell") == "Agence Presse Tell"
    assert in_full("ANC", "ANC Agencia Noticias Cordillera") == "Agencia Noticias Cordillera"
    assert in_full("البرزخ", "وكالة البرزخ للأنباء") == "وكالة البرزخ للأنباء"
    assert in_full("المرفأ", "المرفأ للأنباء") == "المرفأ للأنباء"
    assert in_full("APT", "À propos de nous") is None


def page(text: str) -> Article:
    return read(Page("p", text.encode(), "text/plain"))


SPANISH = (
    "El Senado aprobó anoche la ley de puertos por dos votos de diferencia, tras once horas de debate.",
    "«Es una vergüenza», dijo la senadora Nidia Barrantes al salir, y anunció que acudirá al tribunal.",
    "La norma entrará en vigor en julio, según el ministro del ramo.",
)


def test_a_page_without_another_name_is_its_datelines() -> None:
    first, *rest = SPANISH
    a = page("\n".join(["Senado aprueba la ley de puertos", f"La Paz, 3 feb 2024 (ANC).- {first}", *rest]))
    assert (a.publisher, a.via) == ("ANC", None)


def test_a_papers_own_name_counts_more_than_the_agency_it_prints() -> None:
    first, *rest = SPANISH
    top = ["El Correo del Pisuerga", "Senado aprueba la ley de puertos", "3 de febrero de 2024"]
    a = page("\n".join([*top, f"La Paz, 3 feb 2024 (ANC).- {first}", *rest]))
    assert a.publisher == "El Correo del Pisuerga"


def test_a_word_in_brackets_that_the_page_says_once_is_nobodys_name() -> None:
    first, *rest = SPANISH
    a = page("\n".join(["Senado aprueba la ley", f"Lucio Roca (Oruro) - {first}", *rest]))
    assert a.publisher is None
