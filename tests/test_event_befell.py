"""To whom something was done, and to whom it was not though the page names them near: finders, relatives, photographers, those named before."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page, Reading

DAY = {
    "en": "Published 14 June 2023",
    "fr": "Publié le 14 juin 2023",
    "es": "Publicado el 14 de junio de 2023",
    "ar": "14 يونيو 2023",
}
AFTER = {
    "en": "Nobody at the town hall would answer the questions of this paper on the matter.",
    "fr": "Personne à la mairie n'a voulu répondre aux questions de ce journal sur l'affaire.",
    "es": "Nadie en el ayuntamiento quiso responder a las preguntas de este diario sobre el caso.",
    "ar": "ولم يرد أحد في البلدية على أسئلة الصحيفة حول هذا الموضوع حتى ساعة متأخرة.",
}


def read_of(text: str, language: str) -> Reading:
    return annotate(read(Page("p", f"{DAY[language]}\n\n{text} {AFTER[language]}\n".encode(), "text/plain")))


def took(text: str, language: str, kind: str) -> list[set[str]]:
    made = read_of(text, language)
    return [
        {made.mentions[t.mention].text for t in e.participants} for e in made.events if e.kind == kind and not e.bare
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Captain Omar Dirani found the body of a sailor near the pier on Monday."),
        ("en", "The pilot, Omar Dirani, spoke to his men in Mazara. The body of a third sailor was found on Monday."),
        ("fr", "Omar Dirani a retrouvé lundi le corps d'un marin près du quai."),
        ("fr", "Le pilote, Omar Dirani, a parlé à ses hommes. Le corps d'un troisième marin a été retrouvé lundi."),
        ("es", "Omar Dirani halló el lunes el cuerpo de un marinero cerca del muelle."),
        ("ar", "تحدث القبطان عمر الديراني إلى رجاله في مازارا. وعثر الاثنين على جثة بحار ثالث قرب الرصيف."),
    ],
)
def test_who_finds_the_dead_or_was_named_before_is_not_dead(text: str, language: str) -> None:
    made = read_of(text, language)
    told = [e for e in made.events if e.kind == "death" and not e.bare]
    assert told
    assert not any(t.role == "target" for e in told for t in e.participants)


def test_whose_body_is_found_is_dead() -> None:
    assert took("The body of Said Mansur was found near the pier on Monday.", "en", "death") == [{"Said Mansur"}]
    assert took("عثر الاثنين على جثة البحار سعيد منصور قرب الرصيف القديم.", "ar", "death") == [{"سعيد منصور"}]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Karim Sassi, brother of the deputy Ali Trad, was arrested on Monday in Sfax.", "arrest"),
        ("fr", "Karim Sassi, le frère du député Ali Trad, a été arrêté lundi à Sfax.", "arrest"),
        ("es", "La policía detuvo el lunes a Karim Sassi, hermano del diputado Ali Trad, en Sfax.", "arrest"),
        ("ar", "قتل الاثنين كريم الساسي، شقيق النائب علي الطراد، في صفاقس.", "death"),
    ],
)
def test_whose_relative_suffers_it_does_not(text: str, language: str, kind: str) -> None:
    told = took(text, language, kind)
    assert told
    assert all(any("Sassi" in n or "الساسي" in n for n in names) for names in told)
    assert not any("Trad" in n or "الطراد" in n for names in told for n in names)


def test_relatives_that_suffer_it_too_are_told() -> None:
    assert took("La policía detuvo el lunes a Karim Sassi y a su hermano Ali Sassi en Sfax.", "es", "arrest") == [
        {"Karim Sassi", "Ali Sassi"}
    ]


def test_what_others_do_with_their_own_is_not_of_the_one_named_before() -> None:
    text = (
        "Najib Zakhem spoke to the buyers in Cairo on Sunday. The truckers lifted their blockade of Route 3 on Monday."
    )
    assert not any("Najib Zakhem" in names for names in took(text, "en", "suspension"))


def test_a_strike_of_years_ago_is_another_though_one_telling_between_has_no_day() -> None:
    text = (
        "La grille du port de Port-Cézon est restée cadenassée dimanche. À l'appel de l'Union des dockers, sept cents manutentionnaires "
        "ont cessé le travail pour quarante-huit heures.\nLa dernière grève, en mars 2016, avait duré onze jours."
    )
    made = read_of(text, "fr")
    old = [e for e in made.events if "dernière grève" in made.article.words(e.clause)]
    assert [e.date.start.year for e in old if e.date] == [2016]


def test_a_firm_is_no_signature_and_a_day_between_commas_is_the_verbs() -> None:
    assert not took(
        "Una firma de Cartagena fabricará seis grúas para el puerto, según se supo el lunes.", "es", "signing"
    )
    made = read_of("صوت مجلس النواب في البلاد، أمس الثلاثاء، على حجب الثقة عن وزير المياه خضر القاسمي.", "ar")
    vote = [e for e in made.events if made.article.words(e.trigger).startswith("صوت")]
    assert [str(e.date.start) for e in vote if e.date] == ["2023-06-13"]


def test_who_finds_the_dead_has_acted() -> None:
    assert took("Salvamento Marítimo halló el lunes el cuerpo de un marinero.", "es", "death") == [
        {"Salvamento Marítimo"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Su abogada, Carolina Tejera, sostiene que lo detuvieron el lunes en un hotel de Vecindario.",
        "El alcalde, Luis Mena, viajó el domingo a Lima. Detuvieron el lunes a dos vecinos de Quilmar.",
    ],
)
def test_a_spanish_plural_is_not_what_one_person_did(text: str) -> None:
    told = took(text, "es", "arrest")
    assert told
    assert not any({"Carolina Tejera", "Luis Mena"} & names for names in told)


def test_several_persons_did_what_a_spanish_plural_says() -> None:
    text = "El presidente Luis Mena y su homóloga Ana Ruiz se reunieron el lunes en Madrid."
    assert {"Luis Mena", "Ana Ruiz"} in took(text, "es", "meeting")


def test_a_noun_in_apposition_to_a_body_is_nobody_named_before() -> None:
    text = (
        "The head of athletics, Mohamed Weddad, was sacked on Monday. Teranga Mobile, the sponsor, tore up its three-year contract on "
        "Tuesday."
    )
    assert not any("Mohamed Weddad" in names for names in took(text, "en", "suspension"))
