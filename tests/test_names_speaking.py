"""Public bodies under a common noun alone: names of bodies where they speak, and nowhere else."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def bodies(text: str, language: str) -> list[str]:
    return [m.text for m in reading(text, language).mentions if m.kind == "organization"]


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("en", "The prison service maintains that he was released by mistake.", "prison service"),
        ("en", "No boat was at sea, according to the gendarmerie.", "gendarmerie"),
        ("fr", "La gendarmerie a démenti que le barrage ait cédé.", "gendarmerie"),
        ("fr", "Selon la mairie, le pont rouvrira en mai.", "mairie"),
        ("fr", "La wilaya assure que « tout est en ordre ».", "wilaya"),
        ("es", "El puente está cerrado, informó la prefectura.", "prefectura"),
        ("es", "El servicio de prisiones afirma que el preso fue indultado.", "servicio de prisiones"),
        ("en", "Nobody was hurt, the ministry of public works said.", "ministry of public works"),
        ("es", "El Palacio de Nariño negó que hubiera un plan.", "Palacio de Nariño"),
        ("fr", "Le Quai d'Orsay dit n'avoir rien reçu.", "Quai d'Orsay"),
        ("fr", "Le gouvernorat de Zarfa dément que la digue ait cédé.", "gouvernorat de Zarfa"),
        ("es", "La administración del canal desmintió que la esclusa esté cerrada.", "administración del canal"),
        ("en", "Egypt's military denied that it had readied a plane.", "military"),
        ("ar", "وأكدت الولاية، في بلاغ، أن القرار «إداري بحت».", "الولاية"),
        ("ar", "وقالت البلدية إن الجسر سيفتح في أيار.", "البلدية"),
    ],
)
def test_a_body_of_a_common_noun_is_named_where_it_speaks(language: str, text: str, body: str) -> None:
    assert body in bodies(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bus stopped in front of the town hall and the driver said he was tired."),
        ("fr", "Le cortège est parti de la mairie et a traversé le port."),
        ("es", "El puente está detrás de la prefectura."),
        ("ar", "هطلت الأمطار في الولاية يومين كاملين، وأغلقت طرق المحافظة."),
        ("fr", "La mère assure que la mairie est fermée."),
    ],
)
def test_elsewhere_the_noun_is_no_name(language: str, text: str) -> None:
    assert bodies(text, language) == []


def test_a_fuller_name_on_the_page_is_taken_up_by_its_noun() -> None:
    r = reading("ونفت الشرطة القضائية الخبر. وقالت الشرطة إن السائق «فر».", "ar")
    q = r.quotations[-1]
    assert q.speaker is not None
    assert q.speaker.mention is not None
    assert r.mentions[q.speaker.mention].text == "الشرطة القضائية"


def test_a_statement_of_its_own_is_not_the_memo_that_nobody_signed() -> None:
    r = reading(
        "L'intérim sera assuré par l'adjointe, précise la note de service. « Ils ont tiré sur nos bêtes », s'indigne Ely Mokhtar. "
        "La gendarmerie nie : dans un communiqué, elle assure qu'« aucun civil n'a été blessé ».",
        "fr",
    )
    q = next(q for q in r.quotations if "tiré" in r.article.text[q.pieces[0].start : q.pieces[0].end])
    assert [c.role for c in q.chain] == ["speaker"]
