"""Who is cited by the medium that tells: he spoke, and the medium relayed him."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part


def chains(text: str, language: str) -> list[list[tuple[str, str]]]:
    """Return each quotation's chain inside the article."""
    empty = (None,) * 6
    a = Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),))
    return [[(x.role, x.name) for x in q.chain] for q in annotate(a).quotations]


@pytest.mark.parametrize(
    ("language", "text", "source", "medium"),
    [
        ("fr", "Selon l'Agence Meridia, qui cite une source proche de l'enquête, une rançon d'un million aurait été versée.", "une source proche de l'enquête", "Agence Meridia"),
        ("fr", "D'après Le Phare, citant un diplomate, le navire aurait quitté le port lundi.", "un diplomate", "Le Phare"),
        ("es", "Según la agencia Meridia, que cita a una fuente judicial, el alcalde cobró dos millones.", "una fuente judicial", "agencia Meridia"),
        ("en", "According to Agence Meridia, which cited a court official, a ransom was paid in May.", "court official", "Agence Meridia"),
        ("ar", "وبحسب وكالة ميريديا، التي نقلت عن مصدر قضائي، فإن الفدية دفعت في مايو.", "مصدر قضائي", "وكالة ميريديا"),
        ("en", "The mine will close in June, two executives told Agencia Sur on Monday.", "two executives", "Agencia Sur"),
        ("ar", "ونفى وزير العمل عمر وابري، في مقابلة مع الإذاعة الوطنية، ما راج عن نيته الاستقالة قائلا: «المسؤول لا يهرب».", "وزير العمل", "الإذاعة الوطنية"),
    ],
)  # fmt: skip
def test_whom_a_medium_cites_spoke_and_the_medium_relayed_it(
    language: str, text: str, source: str, medium: str
) -> None:
    (chain,) = chains(text, language)
    assert chain == [("speaker", source), ("relayed by", medium)]


def test_a_ministry_that_cites_others_speaks_for_itself() -> None:
    (chain,) = chains("Selon le ministère de la Santé, citant ses propres relevés, la fièvre recule.", "fr")
    assert chain[0][1].endswith("ministère de la Santé")
    (chain,) = chains("Selon Awa Sarr, citant un rapport, la fièvre recule dans le nord.", "fr")
    assert chain[0] == ("speaker", "Awa Sarr")


def test_whom_somebody_told_his_story_to_is_not_who_told_it() -> None:
    (chain,) = chains(
        "«Vimos humo y nadie nos dijo nada», relató a este diario Fátima Belhadj, una pasajera de Elche.", "es"
    )
    assert chain[0] == ("speaker", "Fátima Belhadj")
