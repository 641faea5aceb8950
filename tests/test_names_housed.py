"""Hospitals, stadiums and army units by the name they carry, and towns that a journey leads to."""

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
        (
            "es",
            "Ingresó en el hospital San Juan de Dios de Cartago con fiebre.",
            "organization",
            "hospital San Juan de Dios",
        ),
        (
            "es",
            "Fue operada en la clínica Nuestra Señora del Rosario de Cali.",
            "organization",
            "clínica Nuestra Señora del Rosario",
        ),
        ("fr", "Les blessés sont à l'hôpital Saint-Luc de Bouaké.", "organization", "hôpital Saint-Luc"),
        ("en", "The injured were taken to St Luke's Hospital in Kisii.", "organization", "St Luke's Hospital"),
        ("en", "The cook died in Los Ceibos hospital on Friday.", "organization", "Los Ceibos hospital"),
        ("en", "The director of the Lulua stadium was suspended.", "place", "Lulua stadium"),
        ("es", "Se jugará en el estadio El Teniente de Rancagua.", "place", "estadio El Teniente"),
        (
            "fr",
            "Le 3e bataillon d'infanterie de marine a quitté Vannes.",
            "organization",
            "3e bataillon d'infanterie de marine",
        ),
        (
            "fr",
            "Des soldats du bataillon d'infanterie de Tessalit gardent le pont.",
            "organization",
            "bataillon d'infanterie de Tessalit",
        ),
        (
            "es",
            "El batallón de infantería de marina 21 llegó a Tumaco.",
            "organization",
            "batallón de infantería de marina 21",
        ),
        ("en", "The 4th Infantry Battalion left its base in Garissa.", "organization", "4th Infantry Battalion"),
        ("es", "El cayuco había zarpado el día 5 de Keur Yakham.", "place", "Keur Yakham"),
        ("es", "Los marineros desembarcaron en Cristóbal de madrugada.", "place", "Cristóbal"),
        ("fr", "Le corps a été ramené dimanche à Richard-Toll.", "place", "Richard-Toll"),
        ("fr", "À Keur Massène, les éleveurs attendent la pluie.", "place", "Keur Massène"),
        ("en", "The trawler sailed from Abu Tin on Friday.", "place", "Abu Tin"),
    ],
)
def test_what_bears_the_name_or_leads_to_it_tells(language: str, sentence: str, kind: str, name: str) -> None:
    assert (kind, name) in names(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "La division blindée et la compagnie de théâtre n'ont rien en commun."),
        ("fr", "La brigade des mineurs enquête et la compagnie pétrolière se tait."),
        ("en", "The company engineers met in the tank regiment's mess."),
        ("es", "La compañía de seguros no respondió y la división de honor sigue igual."),
        ("en", "They arrived in style and headed for trouble."),
        ("en", "A hospital without beds and a stadium without grass."),
    ],
)
def test_common_nouns_alone_name_nothing(language: str, sentence: str) -> None:
    assert not names(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence", "person"),
    [
        ("fr", "Ce qui est arrivé à Jean Lorrain peut arriver à tous.", "Jean Lorrain"),
        ("es", "Nacido de Marta Ibáñez y de un marino griego, creció en el puerto.", "Marta Ibáñez"),
        ("es", "Trasladaron a Rubén Alcántara al hospital de campaña.", "Rubén Alcántara"),
    ],
)
def test_what_befalls_somebody_leads_to_no_place(language: str, sentence: str, person: str) -> None:
    assert ("person", person) in names(sentence, language)
