"""Turns of ordinary French and Spanish news: what was before, whom a page names beside what, where small places are called after people."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Dossier, Part, Reading
from isnad.pipeline import build
from isnad.store import open_store


def _read(text: str, language: str) -> Reading:
    return annotate(
        Article("a", "a", "0", "text/plain", language, *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    )  # type: ignore[misc]


def _named(reading: Reading) -> dict[str, str]:
    return {reading.article.text[m.start : m.end]: m.kind for m in reading.mentions if m.form == "name"}


def _told(tmp_path: Path, text: str) -> Dossier:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return build([str(tmp_path)], open_store("memory:"), engine="here").dossier


@pytest.mark.parametrize(
    "text",
    [
        "Arranca en Sucre la huelga de los panaderos\n\nLos panaderos de Sucre iniciaron el 4 de mayo de 2023 una huelga de 72 horas en Sucre.\n\n"
        "La anterior huelga, en 2019, duró 47 días.\n",
        "Les boulangers de Thiès en grève\n\nLes boulangers de Thiès ont entamé le 4 mai 2023 une grève de 72 heures à Thiès.\n\n"
        "La précédente grève, en 2019, avait duré 47 jours.\n",
    ],
)
def test_the_previous_one_is_another(tmp_path: Path, text: str) -> None:
    days = {e.date.start.year for e in _told(tmp_path, text).events if e.kind == "protest" and e.date}
    assert days == {2019, 2023}


def test_the_last_one_is_another_where_its_day_is_told(tmp_path: Path) -> None:
    text = (
        "Le président Kossi Adjo en visite à Lomé\n\nLe président Kossi Adjo effectue lundi 4 mai 2023 une visite d'État à Lomé.\n\n"
        "La dernière visite de Kossi Adjo à Lomé remonte à octobre 2017.\n"
    )
    days = {e.date.start.year for e in _told(tmp_path, text).events if e.kind == "visit" and e.date}
    assert days == {2017, 2023}


def test_what_followed_is_not_what_was_said() -> None:
    text = "Los vecinos mantenían el martes el corte del puente luego de que la ministra Lidia Balbás se negara a recibirlos."
    assert not _read(text, "es").quotations
    text = "La ministra Lidia Balbás dijo luego de que cayera el puente que pagaría las obras antes de marzo."
    (q,) = _read(text, "es").quotations
    assert text[q.pieces[0].start : q.pieces[0].end].startswith("pagaría")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "« Il en reste », a indiqué à l'AFP Delphin Birumba, président de la société civile.",
            "fr",
            "Delphin Birumba",
        ),
        ("Les policiers ont interpellé le maire de Bonnecourt Jean Ducrest mardi.", "fr", "Jean Ducrest"),
        ("La policía detuvo al exalcalde de Toledo Andrés Cotera en su domicilio.", "es", "Andrés Cotera"),
    ],
)
def test_persons_behind_an_agency_and_a_town(text: str, language: str, name: str) -> None:
    assert _named(_read(text, language)).get(name) == "person"


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("La gendarmerie a arrêté deux hommes au douar Aït Rachid.", "fr", "Aït Rachid", "place"),
        ("La gendarmerie a arrêté deux hommes dans le hameau de Salah Amrani.", "fr", "Salah Amrani", "place"),
        ("La policía detuvo a dos hombres en el caserío de José Aldana.", "es", "José Aldana", "place"),
        ("Les policiers ont arrêté le frère de Salah Amrani.", "fr", "Salah Amrani", "person"),
    ],
)
def test_hamlets_called_after_people(text: str, language: str, name: str, kind: str) -> None:
    assert _named(_read(text, language)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            '"No hay marcha atrás", declaró este martes a la AFP Nayo Urquel, portavoz de los vecinos.',
            "es",
            "Nayo Urquel",
        ),
        ("« Rien n'est fait », a déclaré mardi à la RTI Konanga Brouto, maire de Tiassalé.", "fr", "Konanga Brouto"),
    ],
)
def test_who_speaks_behind_the_medium_he_spoke_to(text: str, language: str, name: str) -> None:
    assert _named(_read(text, language)).get(name) == "person"


def test_a_station_keeps_its_name() -> None:
    assert "person" not in _named(_read("« Rien n'est fait », a-t-il déclaré à la BBC Afrique.", "fr")).values()


def _events(text: str, language: str) -> dict[str, tuple[str, list[str]]]:
    reading = _read(text, language)
    return {
        e.kind: (e.status, [reading.mentions[t.mention].text for t in e.participants])
        for e in reading.events
        if not e.bare
    }


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le préfet Paul Sadio a parlé de neuf morts.", "fr"),
        ("El jefe policial Tomás Aburto habló de nueve muertos y seis heridos.", "es"),
    ],
)
def test_who_speaks_of_the_dead_is_none_of_them(text: str, language: str) -> None:
    told = _events(text, language)
    assert told.get("death", ("", []))[1] == []


def test_has_before_a_participle_carries_no_noun() -> None:
    told = _events("Le maire Aline Ndour a promis un audit de la gestion municipale.", "fr")
    assert "inquiry" not in told
    told = _events("Le maire Paul Sadio a évoqué l'arrestation de dix personnes.", "fr")
    assert told.get("arrest", ("", []))[1] == []
    told = _events("Le maire Paul Sadio a eu mardi un entretien avec le préfet Jean Boscop.", "fr")
    assert told["meeting"][1] == ["Paul Sadio", "Jean Boscop"]


def test_what_is_ruled_out_or_not() -> None:
    assert _events("Por su parte, la ministra Ana Ruizal descartó dimitir.", "es")["departure"][0] == "denied"
    assert "departure" not in _events("Por su parte, la ministra Ana Ruizal no descartó dimitir.", "es")


def test_a_participle_put_in_has_no_day_of_the_main_verb() -> None:
    text = "Le pont de Talisse, inauguré par la ministre Aline Ndour, sera repeint en 2026."
    (opening,) = [e for e in _read(text, "fr").events if e.kind == "opening" and not e.bare]
    assert opening.date is None
    assert opening.status == "happened"


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        (
            "Los médicos iniciaron un paro en demanda de más ítems y de la renuncia del director, Wilfredo Antola.",
            "es",
            "departure",
        ),
        ("The co-accused, Ann Rowe, travelled to Lima.", "en", "accusation"),
    ],
)
def test_what_is_only_asked_for_and_what_somebody_is(text: str, language: str, kind: str) -> None:
    assert kind not in _events(text, language)


def test_an_assembly_is_called() -> None:
    assert _events(
        "La alcaldesa Ana Ruizal convocó un pleno extraordinario en Toledo para el lunes 4 de mayo de 2026.", "es"
    )["meeting"][0]
