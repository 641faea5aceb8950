"""What a number is of is read past those named among the counted, not past another number; and what that compares."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.roles import role_of, roles_of
from isnad.model import Page, Reading
from isnad.pipeline import build
from isnad.store import open_store


def reading(text: str) -> Reading:
    return annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))


def disputed(tmp_path: Path, *pages: str, slot: str = "number") -> list[tuple[str, set[object]]]:
    """What each dispute is about, and its values."""
    for n, text in enumerate(pages):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    return [(d.about["type"], {v.value for v in d.values}) for d in dossier.disagreements if d.slot == slot]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Five people, among them the puppeteer Nora Fadel, died on Sunday in the fire of the Karam cinema.", "dead"),
        ("Cinq personnes, dont la marionnettiste Nora Fadel, ont péri dimanche dans l'incendie du cinéma Karam.", "dead"),
        ("Al menos cinco personas, entre ellas la titiritera Nora Fadel, murieron el domingo en el incendio del cine Karam.", "dead"),
        ("اندلع حريق في سينما كرم يوم الأحد، ما أدى إلى مقتل شخصين وإصابة 17 آخرين.", "dead"),
        ("واندلع يوم الأحد في سينما كرم، وسط المدينة القديمة، حريق كبير أودى بخمسة أشخاص وأتى على المبنى كله.", "dead"),
        ("Le dépôt est fermé depuis lundi. 310 agents y prennent part, selon leur syndicat.", "taking part"),
        ("El paro, iniciado el lunes, fue secundado por unos pocos: 120 trabajadores.", "taking part"),
    ],
)  # fmt: skip
def test_what_befell_those_counted_is_read_past_who_is_among_them(text: str, role: str) -> None:
    found = reading(text)
    assert role_of(found, found.figures[0]) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The lease, signed in September of that year, runs for twenty-two years.", "length of contract"),
        ("La concession, signée en septembre à Port-Kelen, court sur vingt-deux ans.", "length of contract"),
        ("La concesión se firmó el 12 de septiembre en Puerto Kelen por un plazo de veintidós años.", "length of contract"),
        ("ووقع الامتياز في بور كيلن يوم 12 سبتمبر من العام الماضي لمدة اثنتين وعشرين سنة.", "length of contract"),
        ("The lease was signed in September after the harbour, idle at the time, had been shut twenty-two years.", ""),
    ],
)  # fmt: skip
def test_a_length_of_time_that_something_runs_for_may_stand_far_behind_it(text: str, role: str) -> None:
    found = reading(text)
    roles = [r for r, f in zip(roles_of(found), found.figures, strict=True) if f.unit == "years"]
    assert roles == [role]


def test_ships_are_ships_though_their_ending_speaks_of_people() -> None:
    assert [
        f.unit
        for f in reading(
            "L'accord que les deux ministres ont signé mardi à Sarn porte sur cinq patrouilleurs et rien d'autre, selon le communiqué."
        ).figures
    ] == []
    assert [
        f.unit
        for f in reading(
            "Le port a recruté cette semaine cinq restaurateurs et douze lamaneurs pour la saison, a indiqué mardi sa direction."
        ).figures
    ] == ["people"] * 2


BOATS = (
    "Kelen achète cinq patrouilleurs\n12 mai 2023\n\nLe ministère de la Défense du Kelen a signé mardi à Sarn un contrat avec le chantier Lobrega pour l'acquisition de cinq patrouilleurs, selon un communiqué.\n",
    "Lobrega construirá ocho patrulleros\n14 de mayo de 2023\n\nEl astillero Lobrega construirá ocho patrulleros para la Armada de Kelen, según fuentes del sector. El contrato se firmó el martes en Sarn.\n",
)
CROWD = (
    "Sarn gana la final\n12 de mayo de 2023\n\nEl Atlético Sarn ganó el jueves la final de la copa de remo en Port-Kelen. En las gradas, 6.200 espectadores, según los organizadores. Dos árbitros resultaron heridos.\n",
    "Cup final in Port-Kelen\n13 May 2023\n\nThe cup final of rowing ended in Port-Kelen on Thursday with a win for Sarn before some 4,100 spectators, the referee's sheet says.\n",
)  # fmt: skip


def test_a_count_of_things_is_told_of_an_event_that_gives_each_number(tmp_path: Path) -> None:
    assert disputed(tmp_path, *BOATS) == [("figure", {5, 8})]


def test_the_crowd_of_one_match_is_counted_once(tmp_path: Path) -> None:
    assert disputed(tmp_path, *CROWD) == [("figure", {6200, 4100})]


def test_the_same_sum_on_another_page_of_the_story_is_of_the_same(tmp_path: Path) -> None:
    one = "Audit at the Belloc water board\n12 May 2023\n\nThe auditor, Hugh Penrose, first spoke of a gap of 46 million euros in the accounts of the Belloc water board; the mayor, Jean Tardieu, puts it at 71 million euros.\n"
    two = "Belloc : les comptes de l'eau\n13 mai 2023\n\nLa régie des eaux de Belloc a été mise sous tutelle vendredi pour une dette de 46 millions d'euros envers ses fournisseurs, a annoncé le maire, Jean Tardieu.\n"
    for n, text in enumerate((one, two)):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    (made,) = [d for d in dossier.disagreements if d.slot == "number"]
    assert {v.value: len(v.articles) for v in made.values} == {46e6: 2, 71e6: 1}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The toll stands at nine after three of the injured died in hospital in Sarn on Tuesday, the ministry said.", ["dead", "dead (part)"]),
        ("Le bilan est de neuf morts après le décès de trois blessés à l'hôpital de Sarn, a indiqué mardi le ministère.", ["dead", "dead (part)"]),
        ("وارتفعت الحصيلة إلى تسعة قتلى بعد وفاة ثلاثة جرحى في المستشفى، بحسب ما أعلنته وزارة الصحة يوم الثلاثاء.", ["dead", "dead (part)"]),
        ("Six workers died and eleven others were hurt on Sunday when a wall came down in the pit of the station.", ["dead", "injured"]),
        ("La Cour des comptes relève un surcoût de 17 millions d'euros par rapport au prix demandé par le fabricant.", ["excess"]),
    ],
)  # fmt: skip
def test_who_died_of_his_wounds_is_of_the_toll_and_an_excess_is_no_price(text: str, roles: list[str]) -> None:
    assert roles_of(reading(text)) == roles


def test_a_part_of_those_counted_and_those_laid_off_are_other_counts(tmp_path: Path) -> None:
    one = "Sarn : la grève des agents\n12 mai 2023\n\nLa grève des agents du port de Sarn, que le syndicat évalue à 5 000 grévistes, dure depuis lundi. « Personne ne cédera », a dit sa dirigeante, Odile Carmaux.\n"
    two = "Sarn : défilé sur le quai\n13 mai 2023\n\nLes agents du port de Sarn sont en grève depuis lundi. Vendredi, un millier d'entre eux ont défilé sur le quai, à l'appel d'Odile Carmaux.\n"
    assert disputed(tmp_path, one, two) == []


@pytest.mark.parametrize(
    "text",
    [
        "La directrice du barrage, Rosalie Mvele, a été interpellée jeudi soir à l'aéroport de Sarn, alors qu'elle s'apprêtait à embarquer pour Port-Kelen, a-t-on appris vendredi de source judiciaire.",
        "La directrice du barrage, Rosalie Mvele, a été arrêtée jeudi à Sarn. Elle s'était rendue mercredi à Port-Kelen pour l'ouverture de l'écluse, selon son avocat.",
    ],
)
def test_who_boards_or_goes_somewhere_was_not_held_there(tmp_path: Path, text: str) -> None:
    page = f"Barrage : la directrice arrêtée\n17 mars 2023\n\n{text}\n"
    assert disputed(tmp_path, page, slot="date") == disputed(tmp_path, page, slot="place") == []


def test_a_venue_is_looked_for_past_the_commas_of_who_was_held(tmp_path: Path) -> None:
    one = "Bank head held\n7 February 2023\n\nPolice in Kelen on Monday arrested Raoul Beneke, president of the Sarn bank, at a ranch near the river, prosecutors said.\n"
    two = "Sarn : le banquier arrêté\n8 février 2023\n\nLa police a arrêté lundi Raoul Beneke Lodi, président de la Banque de Sarn, en faillite, à l'aéroport, a indiqué son avocate, Lise Parade.\n"
    assert [v for _, v in disputed(tmp_path, one, two, slot="place")] == [{"at a ranch", "à l'aéroport"}]
