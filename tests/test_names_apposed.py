"""Persons whom an office, a calling, a relative or a verb beside them tells, whatever their names look like; firms behind what they do."""

from __future__ import annotations

import pytest

from isnad.annotate.names import find_names
from isnad.annotate.sentences import split_sentences
from isnad.model import Article, Part, Reading


def names(language: str, text: str, kind: str) -> set[str]:
    article = Article(
        id="a", source="s", sha256="0", media_type="text/plain", language=language, title=None, publisher=None,
        via=None, byline=None, published=None, url=None, tags=(), text=text, parts=(Part("body", 0, len(text)),),
    )  # fmt: skip
    found = find_names(split_sentences(Reading(article))).mentions
    return {text[m.start : m.end] for m in found if m.kind == kind and m.form != "role"}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "Joint au téléphone, son frère Boubou Sangaré, mécanicien, dit le contraire.", "Boubou Sangaré"),
        ("fr", "La gérante de l'hôtel, Malika Zbiri, n'a pas souhaité répondre.", "Malika Zbiri"),
        ("es", "La gerente de la empresa, Remedios Olivares, lloró ante las cámaras.", "Remedios Olivares"),
        ("es", "«Si ese barco entra, no vendemos nada», dijo su dirigente, Wellington Chacho.", "Wellington Chacho"),
        ("fr", "« On ne bougera pas », martèle leur porte-parole, Florence Nairobi.", "Florence Nairobi"),
        ("en", "The dockers and their leader, Kingston Obo, marched on the yard.", "Kingston Obo"),
        ("en", "Mr Sy, who spent a night in the cells, is content.", "Sy"),
        ("fr", "M. Ly est content. Mme Bâ ne l'est pas.", "Ly"),
        ("es", "Bienvenido Macaraeg, gobernador de la isla, evacuó a mil personas.", "Bienvenido Macaraeg"),
        ("es", "El juzgado ordenó liberar a Nilda Choque.", "Nilda Choque"),
        ("es", "Según Aicha Mint Sidi Baba, cineasta, el jurado se equivocó.", "Aicha Mint Sidi Baba"),
        ("en", "Its producer, Sidi Lamine Baye, dismissed the charge.", "Sidi Lamine Baye"),
        ("en", "The firm named Xu Meiling as its new chief executive on Friday.", "Xu Meiling"),
        ("en", "Nobody sold it, says Clara Vernoux of Laboratoire Papyrex, who ran the tests.", "Clara Vernoux"),
        ("en", "The senator for the east, Bienvenido Magsaysay Tan, will chair it.", "Bienvenido Magsaysay Tan"),
    ],
)
def test_whom_the_words_beside_a_name_tell_is_a_person(language: str, text: str, person: str) -> None:
    assert person in names(language, text, "person")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Santa Fulana, mayors and farmers met on Monday."),
        ("en", "Its owner, Blue Lagoon Resorts, said it would sue."),
        ("en", "He lives in Port Vendell, lawyers for the firm said."),
        ("fr", "En quittant Mont Kalé, avocats et magistrats ont protesté."),
        ("fr", "Le propriétaire, Groupe Bouazzi Frères, a nié."),
        ("es", "Su dueño, Inversiones Illimani, lo niega."),
        ("es", "Su padre, Guardia Civil retirado, no habló."),
        ("es", "Recibió a Real Sociedad en casa."),
    ],
)
def test_a_place_or_a_body_beside_an_office_is_no_person(language: str, text: str) -> None:
    assert not names(language, text, "person")


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("fr", "Le groupe lyonnais Ponts de l'Ain a remporté le marché.", "Ponts de l'Ain"),
        ("fr", "Le bureau d'études Topo-Vercors avait alerté la mairie.", "Topo-Vercors"),
        ("fr", "Le général Mahamat Brahim commande la Légion du Tibesti.", "Légion du Tibesti"),
        ("es", "La consultora francesa Topo-Vercors avisó en junio.", "Topo-Vercors"),
        (
            "es",
            "El Colectivo Madres Buscadoras de Guaymas halló cinco cuerpos.",
            "Colectivo Madres Buscadoras de Guaymas",
        ),
        ("es", "La Policía Nacional en un comunicado confirmó la detención.", "Policía Nacional"),
        ("en", "Two of them lead the Kano Traders' Union, the largest in the north.", "Kano Traders' Union"),
        ("en", "The Popular Front for Azawad signed in Niamey.", "Popular Front for Azawad"),
    ],
)
def test_a_body_is_whole_over_small_words_and_members(language: str, text: str, body: str) -> None:
    assert body in names(language, text, "organization")
