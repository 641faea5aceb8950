"""What ordinary news pages tell: whose day, of whom a participle that opens a sentence is, what is only discussed, matches added up."""

from __future__ import annotations

import pytest

from test_event_days import days, reading
from test_event_parts import who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agency has suspended the licence of Gold Resources after waste leaked into the river on 4 May."),
        ("fr", "L’agence a suspendu la licence de la société Aurex après une fuite survenue le 4 mai dans la rivière."),
        ("es", "La agencia suspendió la licencia de la empresa Aurex tras el vertido ocurrido el 4 de mayo en el río."),
    ],
)
def test_the_news_of_a_lead_is_not_of_the_day_of_what_went_before_it(language: str, text: str) -> None:
    """The page is of 15 May: eleven days before, nobody had suspended anything."""
    assert days(text, language)["suspension"] == ("2024-05-14", "2024-05-15")


def test_what_came_a_day_before_the_page_lends_its_day_to_what_followed() -> None:
    assert days("Police arrested the driver after a chase on Tuesday.", "en")["arrest"] == ("2024-05-14", "2024-05-14")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The lease was signed in March 2016 and approved in July of that year.", ("2016-07-01", "2016-07-31")),
        ("en", "He left in 2019. She died in October that year.", ("2019-10-01", "2019-10-31")),
        ("fr", "Signé en mars 2016, il fut approuvé le 3 octobre de cette année-là.", ("2016-10-03", "2016-10-03")),
        ("es", "Se firmó en marzo de 2016 y se aprobó en julio de ese año.", ("2016-07-01", "2016-07-31")),
        ("ar", "وقعت الحكومة العقد في مارس 2016 وصادق عليه البرلمان في يوليو من ذلك العام.", ("2016-07-01", "2016-07-31")),
        ("ar", "وقعت الحكومة العقد في مارس 2016. وفي ذلك العام توفي الوزير.", ("2016-01-01", "2016-12-31")),
    ],
)  # fmt: skip
def test_that_year_is_the_one_told_before(language: str, text: str, told: tuple[str, str]) -> None:
    last = reading(text, language).times[-1].interval
    assert last is not None
    assert (last.start.isoformat(), last.end.isoformat()) == told


def test_who_said_that_year_two_was_over_tells_no_year() -> None:
    assert not reading("He said that year two was over.", "en").times


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Arrested on Monday at the airport as he was about to board a plane, Samir Helou denies the charges.", "Samir Helou"),
        ("fr", "Arrêté lundi à l'aéroport alors qu'il s'apprêtait à embarquer, M. Samir Hélou nie les faits.", "Samir Hélou"),
        ("es", "Detenido el lunes en el aeropuerto cuando se disponía a viajar, Samuel Heredia niega los hechos.", "Samuel Heredia"),
    ],
)  # fmt: skip
def test_who_a_participle_that_opens_a_sentence_is_of_stands_behind_it(language: str, text: str, person: str) -> None:
    assert who(text, language, "arrest") == {person}
    assert days(text, language)["arrest"] == ("2024-05-13", "2024-05-13")


def test_a_participle_before_a_pronoun_is_of_whom_things_were_done_to() -> None:
    text = "La police a arrêté lundi Samir Hélou. Condamné en 2015 à Nicosie, il avait purgé deux ans."
    assert who(text, "fr", "court") == {"Samir Hélou"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le juge Fadi Nassar a ordonné lundi l'incarcération de l'ancien directeur du port de Lorient, Bassam Hélou, soupçonné de fraude."),
        ("en", "Judge Fadi Nassar on Monday ordered the detention of the former director of the port of Lorient, Bassam Hélou, over fraud."),
    ],
)  # fmt: skip
def test_whose_detention_is_told_by_an_office_and_its_bearer(language: str, text: str) -> None:
    assert "Bassam Hélou" in who(text, language, "arrest")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers discussed the reopening of the Horo border post, closed since March."),
        ("fr", "Les ministres ont évoqué la réouverture du poste frontalier de Horo, fermé depuis mars."),
        ("es", "Los ministros abordaron la reapertura del paso fronterizo de Horo, cerrado desde marzo."),
        ("ar", "بحث الوزراء إعادة فتح معبر هورو الحدودي المغلق منذ مارس."),
    ],
)
def test_what_is_only_discussed_has_not_been_opened(language: str, text: str) -> None:
    assert "opening" not in days(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rovers have won only two of their past 14 games. They have lost six in a row."),
        ("fr", "Le FC Larney n’a gagné que deux de ses 14 derniers matchs. Il a perdu six matchs de suite."),
        ("es", "El Atlético Larués solo ha ganado dos de sus últimos 14 partidos. Ha perdido seis seguidos."),
        ("ar", "ولم يفز الاتحاد سوى في مباراتين من آخر 14 مباراة. وخسر ست مباريات متتالية."),
    ],
)
def test_matches_added_up_are_no_match(language: str, text: str) -> None:
    assert "competition" not in days(text, language)


def test_a_defeat_by_a_score_names_the_rival() -> None:
    text = (
        "Le club a limogé son entraîneur après la défaite 4-1 de dimanche contre l’Olympique de Marlou en championnat."
    )
    assert who(text, "fr", "competition") == {"Olympique de Marlou"}


def test_a_third_straight_win_is_a_win() -> None:
    assert "competition" in days("Harwick Rovers beat Barnfield Town 2-0 on Tuesday, their third straight win.", "en")


def test_whom_a_defeat_was_by_did_not_sack_anybody() -> None:
    text = "Harwick Rovers have sacked manager Kevin Duffy hours after Sunday's 4-1 defeat by non-league Marlow Town."
    assert "Marlow Town" not in who(text, "en", "departure")


def test_a_town_before_a_firm_says_its_seat_and_buys_nothing() -> None:
    assert who("A Dubai firm bought the Corda Shipyard from Nexa Marine on Monday.", "en", "transaction") == {
        "Nexa Marine"
    }


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "A strong earthquake shook Benin early on Monday. It was the strongest quake since 2009, when two died in Tanga.", "Benin"),
        ("es", "Un fuerte sismo sacudió Benín el lunes. Es el sismo más fuerte desde 2009, cuando dos murieron en Tanga.", "Benín"),
    ],
)  # fmt: skip
def test_what_was_the_strongest_since_2009_is_not_of_2009_nor_where_people_died_then(
    language: str, text: str, place: str
) -> None:
    page = reading(text, language)
    told = {page.mentions[e.place].text for e in page.events if e.kind == "disaster" and e.place is not None}
    assert told == {place}
    assert days(text, language)["disaster"] == ("2024-05-13", "2024-05-13")
    assert who(text, language, "disaster") == set()


def test_what_has_been_sent_was_not_sent_on_the_day_it_will_arrive() -> None:
    text = "The World Health Organization has sent 12,000 doses of vaccine to Kigoma, which are expected to arrive on Saturday."
    told = days(text, "en")["aid"]
    assert told is None or told[1] <= "2024-05-15"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ruth Calloway dismissed the allegations of opposition lawmaker Omar Haddad on Monday."),
        ("es", "La ministra Inés Carmona desestimó el lunes las denuncias del diputado Omar Haddad."),
    ],
)
def test_who_dismisses_allegations_dismisses_nobody(language: str, text: str) -> None:
    told = days(text, language)
    assert "rejection" in told
    assert not {"departure", "court"} & told.keys()
