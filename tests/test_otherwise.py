"""A day or a place told otherwise: behind "not … but", words that promise another tale, and what the paper says that it had printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.pipeline import build
from isnad.store import open_store


def slots(tmp_path: Path, text: str) -> list[str]:
    """The slots of what one page of 18 January 2024 disputes."""
    (tmp_path / "0.txt").write_text(f"A page\n18 January 2024\n\n{text}\n", encoding="utf-8")
    return sorted(d.slot for d in build([str(tmp_path)], open_store("memory:"), engine="here").dossier.disagreements)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Robbers raided the depot in Warri on Saturday 13 January, the governor's office said. \"The raid did not begin on Saturday, as the office believes, but on Thursday 11 January,\" said Grace Etim, a lawyer.", "date"),
        ("Unos ladrones asaltaron el almacén de Torreblanca el sábado 13 de enero, según la alcaldía. «El asalto no empezó el sábado, como cree la alcaldía, sino el jueves 11», corrige la abogada Begoña Arribas.", "date"),
        ("Des voleurs ont attaqué le dépôt de Kaolack samedi 13 janvier, selon la préfecture. « L'attaque n'a pas commencé samedi, comme le croit la préfecture, mais jeudi 11 au soir », corrige l'avocate Awa Thiam.", "date"),
        ("هاجم لصوص مستودع الشركة في دمياط يوم السبت 13 يناير، بحسب المحافظة. وقالت المحامية سلوى منصور إن الهجوم لم يبدأ يوم السبت كما تظن المحافظة بل مساء الخميس 11 يناير.", "date"),
        ("Les agents ont arrêté lundi, à Sfax, l'ancien technicien Wassim Jendli. Mais sa sœur, Hajer Jendli, raconte tout autre chose : « Ils l'ont pris chez mon père dans la nuit de dimanche. »", "date"),
        ("أوقف الأعوان يوم الاثنين بصفاقس التقني السابق وسيم الجندلي وهو يستعد للسفر. لكن شقيقته هاجر الجندلي تروي غير ذلك: «أخذوه من بيت والدي ليلة الأحد».", "date"),
    ],
)  # fmt: skip
def test_a_day_told_otherwise_is_disputed(tmp_path: Path, text: str, slot: str) -> None:
    assert slot in slots(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Robbers raided the depot in Warri on Saturday. They did not come on foot but in two vans, the police said on Monday.",
        "Police arrested the former technician, Wassim Jendli, in Sfax on Monday. His sister tells a different story about their childhood, spent in Gabes, in a book out on Sunday.",
        "Le maire a inauguré la halle samedi. Il ne viendra pas lundi au conseil, mais il recevra les marchands mardi, dit son cabinet.",
    ],
)
def test_what_is_of_something_else_disputes_no_day(tmp_path: Path, text: str) -> None:
    assert slots(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bahrain and Tunisia signed in Manama on Tuesday a memorandum on cyber alerts. According to the Hawar agency, the director of the Tunisian agency, Yassine Jmal, signed for Tunis. A communiqué from the ministry in Tunis says it was the minister himself, Kamel Bouhlel.",
        "Bahreïn et la Tunisie ont signé mardi à Manama un mémorandum sur les alertes. Selon l'agence Hawar, le directeur de l'agence tunisienne, Yassine Jmal, a signé pour Tunis. D'après un communiqué du ministère, c'est le ministre lui-même, Kamel Bouhlel, qui a paraphé le texte.",
        "Baréin y Túnez firmaron el martes en Manama un memorando sobre alertas informáticas. Según la agencia Hawar, por Túnez firmó el director de la agencia, Yassine Jmal. Un comunicado del ministerio asegura que fue el propio ministro, Kamel Bouhlel.",
    ],
)  # fmt: skip
def test_it_was_another_who_signed(tmp_path: Path, text: str) -> None:
    assert "participant" in slots(tmp_path, text)


def test_who_speaks_of_a_text_has_not_signed_it(tmp_path: Path) -> None:
    text = "Bahrain and Tunisia signed in Manama on Tuesday a memorandum on cyber alerts. The director of the Tunisian agency, Yassine Jmal, signed for Tunis. It was the first text of its kind, said the Bahraini minister, Khalid Mahroos."
    assert slots(tmp_path, text) == []
