"""Who took part besides the name right before the verb: fellows, companions, those who act through others, whom a pronoun takes up."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.compose import compose
from isnad.link import link
from isnad.pipeline import build
from isnad.store import open_store
from test_event_parts import reading, who


@pytest.mark.parametrize(
    ("language", "text", "kind", "persons"),
    [
        ("en", "Nigeria and the Danish firm Havkabel have signed a deal in Lagos.", "signing", {"Nigeria", "Havkabel"}),
        ("fr", "Le Sénégal et le norvégien Fjordkabel ont signé hier un contrat.", "signing", {"Sénégal", "Fjordkabel"}),
        ("es", "Perú y la danesa Havkabel suscribieron en Lima un convenio.", "signing", {"Perú", "Havkabel"}),
        ("ar", "أوقفت الشرطة القضائية مدير اليانصيب كوفي أغبيكو ونائبته المهندسة سيلفي كبونو.", "arrest",
         {"الشرطة القضائية", "كوفي أغبيكو", "سيلفي كبونو"}),
        ("en", "Jonas Mbeki, who until March had run the lottery, and his deputy, Lindiwe Khoza, were arrested on Tuesday.",
         "arrest", {"Jonas Mbeki", "Lindiwe Khoza"}),
        ("es", "Julio Manzur, que dirigió el organismo hasta marzo, y su mano derecha, Lidia Peralta, fueron detenidos el lunes.",
         "arrest", {"Julio Manzur", "Lidia Peralta"}),
    ],
)  # fmt: skip
def test_two_subjects_stand_together_whatever_sort_they_are_and_whatever_is_put_in_between(
    language, text, kind, persons
):
    assert who(text, language, kind) == persons


@pytest.mark.parametrize(
    ("language", "text", "kind", "persons"),
    [
        ("en", "Accompanied by the governor, Salim Haddad, the minister Lena Fox inaugurated a lighthouse on Wednesday.",
         "opening", {"Salim Haddad", "Lena Fox"}),
        ("fr", "Aux côtés de son homologue, Adama Koné, la ministre de la Culture, Fatou Ouattara, a inauguré samedi un musée.",
         "opening", {"Adama Koné", "Fatou Ouattara"}),
        ("es", "Junto a su par ecuatoriano, Rodrigo Almeida, la canciller Elisa Troncoso visitó en Tumbes el mercado.", "visit",
         {"Rodrigo Almeida", "Elisa Troncoso"}),
        ("ar", "بحضور سفيرة النرويج إنغريد هالفورسن، دشنت البحرية اليمنية أمس منارة في رأس عيسى.", "opening",
         {"إنغريد هالفورسن", "البحرية اليمنية"}),
    ],
)  # fmt: skip
def test_who_was_there_too_is_told_before_the_subject(language, text, kind, persons):
    assert who(text, language, kind) == persons


@pytest.mark.parametrize(
    ("language", "text", "kind", "acting"),
    [
        ("en", "Lawyers for the grandmaster Pavel Orlik filed an appeal on Friday.", "court", "Pavel Orlik"),
        ("es", "Los abogados del ajedrecista Pavel Orlik recurrieron la sentencia el viernes.", "court", "Pavel Orlik"),
        ("ar", "وصل إلى مطار نيالا، صباح الجمعة، فريق من جمعية الهلال الأحمر السوداني.", "visit", "جمعية الهلال الأحمر السوداني"),
        ("es", "A Lidia Peralta la detuvo la policía en el aeropuerto.", "arrest", "Lidia Peralta"),
        ("fr", "Le directeur du zoo de Hann, Ibrahima Ndour, dont le contrat s'achève en juin, a été limogé jeudi.", "departure",
         "Ibrahima Ndour"),
        ("ar", "أقيلت مديرة حديقة الحيوان بالرباط، سلوى بنجلون، من منصبها يوم الخميس.", "departure", "سلوى بنجلون"),
        ("en", "The harbour master, Captain Rosa Delmar, was dismissed on Monday.", "departure", "Rosa Delmar"),
    ],
)  # fmt: skip
def test_who_acts_through_others_or_stands_beside_his_office_takes_part(language, text, kind, acting):
    assert acting in who(text, language, kind)


@pytest.mark.parametrize(
    ("language", "text", "kind", "nobody"),
    [
        ("en", "A team from Lyon visited the plant on Monday.", "visit", "Lyon"),
        ("fr", "Une commission parlementaire, que préside la députée Rima Tohmé, a entendu mercredi Paul Vial.", "inquiry",
         "Rima Tohmé"),
        ("es", "Un tripulante del maltés ‘Luis Soler’, Marco Vila, de 27 años, cayó al agua el sábado.", "disaster", "Luis Soler"),
    ],
)  # fmt: skip
def test_who_only_stands_near_does_not(language, text, kind, nobody):
    assert nobody not in who(text, language, kind)


def test_who_meets_one_before_meeting_another_meets_twice():
    page = reading("Ann Lee met the mayor, Tom Hale, before meeting the bishop, Carl Voss, on Friday.", "en")
    told = [
        {page.mentions[t.mention].text for t in e.participants}
        for e in page.events
        if e.kind == "meeting" and not e.bare
    ]
    assert told == [{"Ann Lee", "Tom Hale"}, {"Ann Lee", "Carl Voss"}]


@pytest.mark.parametrize(
    ("language", "text", "which", "persons"),
    [
        ("en", "Police detained Mehmet Arslan and Leyla Kaya on Saturday. A judge freed them on Monday.", 1,
         {"Mehmet Arslan", "Leyla Kaya"}),
        ("fr", "La police a interpellé dimanche Karim Sefraoui et Nadia Bel. Le juge les a relâchés mardi.", 1,
         {"Karim Sefraoui", "Nadia Bel"}),
        ("es", "La policía detuvo el sábado a Julio Manzur y a Lidia Peralta. El juez los dejó en libertad el lunes.", 1,
         {"Julio Manzur", "Lidia Peralta"}),
        ("ar", "أوقفت الشرطة كريم الصفراوي ونادية البلوي يوم الأحد. وأفرج عنهما القاضي أمس.", 1,
         {"كريم الصفراوي", "نادية البلوي"}),
        ("en", "The minister, Ada Cole, dismissed Tom Hale in March. Police arrested him on Monday.", 0, {"Tom Hale"}),
        ("en", "Leyla Kaya left the court on Friday. Police arrested her on Monday at her flat.", 0, {"Leyla Kaya"}),
        ("en", "Leyla Kaya left the court on Friday. Police arrested her brother on Monday.", 0, set()),
    ],
)  # fmt: skip
def test_a_pronoun_for_the_object_takes_up_whom_the_last_verb_befell(language, text, which, persons):
    page = reading(text, language)
    arrests = [e for e in page.events if e.kind == "arrest" and not e.bare]
    targets = {page.mentions[t.mention].text for t in arrests[which].participants if t.role == "target"}
    assert targets == persons


@pytest.mark.parametrize(
    ("text", "kind", "persons"),
    [
        ("El memorando lo firmaron el martes el ministro Luis Paredes y la embajadora Ana Sorel.", "signing",
         {"Luis Paredes", "Ana Sorel"}),
        ("A Driss el Guenuni lo nombró el ministro Pedro Lara el miércoles.", "appointment", {"Driss el Guenuni", "Pedro Lara"}),
        ("Ana Sorel llegó el lunes. La recibió en el aeropuerto el gobernador Luis Paredes.", "meeting",
         {"Luis Paredes", "Ana Sorel"}),
    ],
)  # fmt: skip
def test_a_spanish_verb_with_a_pronoun_before_it_has_its_subject_behind(text, kind, persons):
    assert who(text, "es", kind) == persons


def test_whom_another_verb_names_is_not_dismissed():
    text = "The government dismissed the chief executive of the Oil Office, Fethi Mezni, and named Rim Ayadi, who ran its laboratory, in his stead."
    assert who(text, "en", "departure") == {"Fethi Mezni"}
    assert "Rim Ayadi" in who(text, "en", "appointment")


def test_the_parties_of_what_was_signed_take_part_in_its_signing():
    text = "The Bank of the Marshes (BoM) on Tuesday signed a 78 million dollar loan agreement with Noor Energy and Ventalis."
    dossier = compose([reading(text, "en")], link([reading(text, "en")]))
    names = {e.id: e.name["en"] for e in dossier.entities}
    signing = next(e for e in dossier.events if e.kind == "signing")
    assert {"Noor Energy", "Ventalis"} <= {names[p.entity] for p in signing.participants}


def test_an_arabic_parenthesis_with_a_time_parts_no_verb_from_its_noun():
    text = "أجرى وزير الدفاع عبد الكريم الورغي، اليوم الثلاثاء بمقر الوزارة، محادثات مع نظيره البرتغالي دوارتي فيلينا."
    assert who(text, "ar", "meeting") == {"عبد الكريم الورغي", "دوارتي فيلينا"}


def test_what_a_speaker_adds_is_not_what_his_verb_befell():
    text = "وتفقد الوزير سامي الدروبي الجرحى في المستشفى، معلنا تشكيل لجنة تحقيق يرأسها القاضي بدر الدين الزين."
    assert who(text, "ar", "visit") == {"سامي الدروبي"}


@pytest.mark.parametrize(
    ("language", "text", "kind", "names"),
    [
        ("ar", "وصل الوزير خالد منصور إلى مسقط. والتقى معاليه، يوم الخميس، وزيرة الخارجية ليلى سعيد.", "meeting", {"خالد منصور", "ليلى سعيد"}),
        ("ar", "والتقى معالي الوزير خالد منصور، يوم الخميس، ليلى سعيد.", "meeting", {"خالد منصور", "ليلى سعيد"}),
        ("es", "Nicaragua reabrirá el 1 de julio su embajada en Costa Rica.", "diplomatic-ties", {"Nicaragua", "Costa Rica"}),
        ("fr", "Le conseil a retiré jeudi sa confiance au maire de la capitale, Raad Kinan, par 34 voix sur 57.", "departure", {"Raad Kinan"}),
        ("fr", "Un berger de 16 ans, Salem Boyé, a reçu des plombs dans la jambe.", "attack", {"Salem Boyé"}),
        ("fr", "On a retrouvé lundi le corps de Karim Sebti, pêcheur à Tazart.", "death", {"Karim Sebti"}),
        ("en", "Undersecretary Hilal Shanfar handed the cups to the winners.", "gathering", {"Hilal Shanfar"}),
    ],
)  # fmt: skip
def test_a_style_is_whom_the_text_named_and_the_other_state_takes_part(language, text, kind, names):
    assert names <= who(text, language, kind)


def test_where_states_sign_no_town_signs_beside_them(tmp_path: Path) -> None:
    pages = {
        "a": "Lima y Madrid firman un convenio de pesca\n6 de mayo de 2024\n\nPerú y España firmaron el lunes en Madrid un convenio de pesca que durará cinco años y que permitirá faenar a cuarenta barcos.\n",
        "b": "Lima et Madrid signent un accord de pêche\n6 mai 2024\n\nLe Pérou et l'Espagne ont signé lundi à Madrid un accord de pêche valable cinq ans, qui permettra à quarante bateaux de travailler.\n",
    }
    for name, text in pages.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    names = {e.id: e.name.get("es") or e.name.get("fr") for e in dossier.entities}
    signed = {names[p.entity] for e in dossier.events if e.kind == "signing" for p in e.participants}
    assert signed == {"Perú", "España"}
