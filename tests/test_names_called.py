"""Persons whom "named" or an age tells, two of a trade that are a firm, and common words that open a sentence."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page

_REST = {
    "fr": "Les discussions ont duré toute la nuit et rien n'a été décidé. Personne ne sait combien de temps cela prendra encore.",
    "es": "Las conversaciones duraron toda la noche y no se decidió nada. Nadie sabe cuánto tiempo tardará todavía.",
    "en": "The talks went on all night and nothing was decided. Nobody knows how long it will take, but work must resume.",
}


def names(sentence: str, language: str) -> set[tuple[str, str]]:
    """Return kind and words of the names of a sentence on a page of its language."""
    found = annotate(read(Page("a.txt", f"{sentence} {_REST[language]}\n".encode())))
    return {(m.kind, m.text) for m in found.mentions if m.form != "role"}


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "name"),
    [
        ("en", "A boy named Tuma was pulled out alive.", "person", "Tuma"),
        ("en", "A man identified as Obed Nkurlu was charged.", "person", "Obed Nkurlu"),
        ("fr", "Un garçon de sept ans, Nilo, a été tiré vivant.", "person", "Nilo"),
        ("fr", "Une jeune femme prénommée Yambé a témoigné.", "person", "Yambé"),
        ("es", "Una mujer llamada Sayda lo vio todo.", "person", "Sayda"),
        ("es", "Un niño de siete años, Nilo, salió vivo.", "person", "Nilo"),
        ("en", "Insurers Harcourt Vane estimate the loss at $1.4 million.", "organization", "Harcourt Vane"),
        ("es", "La asociación de exportadores Banaflor calcula pérdidas.", "organization", "Banaflor"),
        ("es", "El operador madrileño Alcor Satélites retiró la señal.", "organization", "Alcor Satélites"),
        ("es", "La compra de la turca Yıldırım Uydu cuesta 26 millones.", "organization", "Yıldırım Uydu"),
    ],
)
def test_what_leads_to_a_name_tells_its_sort(language: str, sentence: str, kind: str, name: str) -> None:
    assert (kind, name) in names(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Mark my words, prices will fall."),
        ("en", "Grace period ends on Friday."),
        ("fr", "Pierre angulaire du projet, le barrage reste fermé."),
        ("fr", "Claire défaite du maire sortant."),
        ("es", "Consuelo para nadie, dice el cura."),
        ("en", "A ship named Zefta sank, and a storm named Idriss struck."),
        ("fr", "Un bateau nommé Zefta a coulé."),
    ],
)
def test_common_words_and_things_are_nobody(language: str, sentence: str) -> None:
    assert not [name for kind, name in names(sentence, language) if kind == "person"]


def test_a_first_name_that_is_a_word_too_may_open_a_sentence() -> None:
    assert ("person", "Mark") in names("Mark said the price would fall. The farmer, Mark Oduya, keeps bees.", "en")


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "name"),
    [
        ("en", "Shares of Safaricom Kenya fell on Monday.", "organization", "Safaricom Kenya"),
        ("fr", "L'agence d'Ecobank Togo a fermé.", "organization", "Ecobank Togo"),
        ("es", "El cantón Pindal no tiene médicos.", "place", "Pindal"),
    ],
)
def test_a_brand_before_its_state_and_a_name_behind_its_district(
    language: str, sentence: str, kind: str, name: str
) -> None:
    assert (kind, name) in names(sentence, language)


def test_an_adjective_before_a_state_is_no_brand() -> None:
    found = names("Poor Kenya, said the old man, and South Sudan too.", "en")
    assert not [name for kind, name in found if kind == "organization"]
