"""Brackets with a name in them part no clause, a noun's time and place stand before whose it is, and what did not happen is denied by who insists."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract.language import language_of
from isnad.model import Article, EventMention, Part


def told(text: str, language: str, bare: bool = False) -> list[EventMention]:
    """What a page that says nothing else tells, with what it only names where wanted."""
    body = (Part("body", 0, len(text)),)
    page = Article("a", "a", "0", "text/plain", language, None, None, None, None, None, None, (), text, body)
    return [e for e in annotate(page).events if bare or not e.bare]


def statuses(text: str, language: str) -> set[tuple[str, str]]:
    return {(e.kind, e.status) for e in told(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le Syndicat libre des carriers (SLC) a rejeté lundi la proposition du ministère.", "rejection"),
        ("fr", "Karim Sellami (44 ans) a été arrêté lundi à Oran.", "arrest"),
        ("en", "The Free Quarry Workers' Union (FQU) rejected the ministry's offer on Monday.", "rejection"),
        ("es", "El Sindicato Libre de Canteros (SLC) rechazó el lunes la propuesta del ministerio.", "rejection"),
    ],
)
def test_a_name_in_brackets_parts_no_subject_from_its_verb(language: str, text: str, kind: str) -> None:
    found = [e for e in told(text, language) if e.kind == kind]
    assert [e for e in found if e.participants]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Départ surprise, vendredi, de la directrice de la banque Balisor, Nadia Sellami, après dix ans.",
            "departure",
        ),
        ("Décès, hier à Oran, du peintre Karim Sellami, qui avait 80 ans.", "death"),
        ("La visite de M. Sellami, du 2 au 4 février, était la première depuis dix ans.", "visit"),
    ],
)
def test_whose_a_noun_is_stands_behind_its_time(text: str, kind: str) -> None:
    assert any(e.kind == kind and e.participants for e in told(text, "fr", bare=True))


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le club de Bordanne n'a pas été vendu au Qatari Fahd Lamri, proteste sa présidente.", "transaction"),
        ("fr", "La milice Balisor n'a jamais menacé de fermer le port, soutient son chef, Milad Aoun.", "threat"),
        ("fr", "Contrairement à ce qui circule, la ligue n'a pas exclu l'arbitre Kodjo Segla.", "sanction"),
        ("en", "Balisor has not sold its mill to Joel Banda, insisted the chairman.", "transaction"),
    ],
)
def test_what_did_not_happen_is_denied_by_who_insists(language: str, text: str, kind: str) -> None:
    assert (kind, "denied") in statuses(text, language)


def test_who_only_reports_what_did_not_happen_denies_nothing() -> None:
    text = "L'usine Balisor n'a pas été vendue lundi à Karim Sellami, a indiqué le préfet."
    assert not any(status == "denied" for _, status in statuses(text, "fr"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L'exercice aérien de la semaine s'est achevé hier sur la base de Bordanne.", "construction"),
        ("Dans un rapport remis en janvier, la Cour note un surcoût par rapport au prix du fabricant.", "competition"),
        (
            "Lundi, Nadia Sellami et Karim Aoun ont paraphé un mémorandum créant un comité chargé d'expertiser le quai.",
            "inquiry",
        ),
        ("Le port de Bordanne a été repris en main lundi par Karim Sellami.", "opening"),
        ("« Rien ne presse », glisse un conseiller de Karim Sellami, qui a requis l'anonymat lundi.", "court"),
    ],
)
def test_what_only_looks_like_another_kind(text: str, kind: str) -> None:
    assert kind not in {e.kind for e in told(text, "fr")}


def test_a_short_dispatch_is_told_by_its_small_words() -> None:
    assert language_of("Atlas Cartons met la main sur 60 % du capital de l'imprimerie Zerktani.") == "fr"
    assert language_of("Il ministro degli Esteri è arrivato ieri a Tunisi per una visita di due giorni") == "it"
