"""Names of ordinary news pages: what parts them, what closes them, chiefs of quarters, callings, clubs and contests."""

from __future__ import annotations

import pytest

from test_names_bodies import names

PAD = " The ground shook for ten seconds, residents of the town told reporters in the morning, and then it stopped."


def test_a_dash_of_two_hyphens_parts_the_town_of_a_dateline_from_the_state_behind_it() -> None:
    found = names("Dar es Salaam -- Kenya and Tanzania on Friday signed an agreement to trade electricity." + PAD, "en")
    assert {("place", "Dar es Salaam"), ("place", "Kenya"), ("place", "Tanzania")} <= found


def test_a_title_cut_at_its_full_stop_is_nobody() -> None:
    text = (
        "Parliament's committee will summon the firm next week, its chairman Hon. Ibrahim Bangura told the Salone Post."
    )
    found = names(text + PAD, "en")
    assert ("person", "Ibrahim Bangura") in found
    assert ("person", "Hon") not in found


def test_a_judge_is_named_without_his_title() -> None:
    assert ("person", "Ngozi Eze") in names("A panel led by Justice Ngozi Eze ruled on Monday." + PAD, "en")


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "« Les gens ont couru dans la rue », a raconté le chef de quartier Tavo Kinderu, joint par téléphone.", "Tavo Kinderu"),
        ("en", "“People ran into the streets,” said Tavo Kinderu, a trader, on Monday.", "Tavo Kinderu"),
    ],
)  # fmt: skip
def test_the_chief_of_a_quarter_and_a_trader_are_people(language: str, text: str, person: str) -> None:
    assert ("person", person) in names(text + (PAD if language == "en" else ""), language)


@pytest.mark.parametrize(
    ("language", "text", "contest"),
    [
        ("es", "El Atlético Larués perdió el domingo en la Copa del Rey y el partido acabó con goles en la portería.", "Copa del Rey"),
        ("en", "The team lost Sunday's match in the FA Cup by four goals, the coach and the players said.", "FA Cup"),
    ],
)  # fmt: skip
def test_a_contest_is_neither_a_body_nor_a_place(language: str, text: str, contest: str) -> None:
    assert not {("organization", contest), ("place", contest)} & names(text, language)


def test_a_club_is_told_by_its_letters_and_by_the_rest_of_its_name() -> None:
    text = (
        "Le FC Larney a perdu le match de championnat 4-1 dimanche contre l’AS Marlou. L’entraîneur et les joueurs du club "
        "quittent la Ligue. Larney a battu l’équipe de Rouvin 2-0 mardi en match amical, avec deux buts de l’attaquant."
    )
    found = names(text, "fr")
    assert ("organization", "AS Marlou") in found
    assert ("person", "Larney") not in found


def test_whom_an_arabic_team_beats_does_not_begin_with_the_preposition() -> None:
    text = "خسر شباب مارلو مباراة الدوري أمام الاتحاد الهروي. وفاز الفريق على بارنفيلد 2-0 في مباراة الذهاب، بحسب المدرب واللاعبين."
    assert not {n for _, n in names(text, "ar") if n.startswith("على ")}


def test_a_calling_that_opens_a_sentence_is_no_part_of_the_name() -> None:
    found = names(
        "Campaigner Ifor Bowen said the group would go to court. Developer Seaquest Homes did not comment." + PAD, "en"
    )
    assert ("person", "Ifor Bowen") in found
    assert ("person", "Campaigner Ifor Bowen") not in found


def test_a_sort_of_place_alone_is_no_place() -> None:
    found = names(
        "Cholera Outbreak Kills Nine in Lake Region of Kigoma, officials in Kigoma said on Thursday." + PAD, "en"
    )
    assert not {("place", "Lake"), ("place", "Region")} & found
