"""Names are found with their offices, told apart by sort, and shorter mentions lead to whom they stand for."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from isnad.annotate import annotate
from isnad.annotate.names import find_names
from isnad.annotate.names.particles import particles
from isnad.annotate.names.words import unattached
from isnad.annotate.sentences import split_sentences
from isnad.extract import read
from isnad.languages import LANGUAGES, table
from isnad.model import Mention, Page, Part, Reading

TAIL = {
    "fr": " La rencontre a duré deux heures et s'est tenue à huis clos, selon plusieurs participants présents sur place.",
    "ar": " واستمر اللقاء ساعتين في جلسة مغلقة، حسب ما أفاد به عدد من الحاضرين في عين المكان مساء اليوم نفسه.",
    "es": " La reunión duró dos horas y se celebró a puerta cerrada, según varios participantes presentes en el lugar.",
    "en": " The meeting lasted two hours and was held behind closed doors, several people who attended it have said.",
}


def found(text: str, language: str) -> Reading:
    return annotate(read(Page(source="p", data=(text + TAIL[language]).encode())))


def of(reading: Reading, kind: str, form: str = "name") -> list[Mention]:
    return [m for m in reading.mentions if m.kind == kind and m.form == form]


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        (
            "fr",
            "Le ministre tunisien des Transports, Hatem Zouari, a reçu mardi à Sfax les représentants des dockers.",
            "Hatem Zouari",
            "ministre tunisien des Transports",
        ),
        (
            "fr",
            "Nadia Benkirane, directrice générale de l'Agence nationale des ports, a présenté le projet aux élus de Tanger.",
            "Nadia Benkirane",
            "directrice générale de l'Agence nationale des ports",
        ),
        (
            "ar",
            "استقبل وزير النقل التونسي حاتم الزواري، يوم الثلاثاء بصفاقس، ممثلين عن عمال الميناء لبحث مطالبهم.",
            "حاتم الزواري",
            "وزير النقل التونسي",
        ),
        (
            "ar",
            "وقال المختار ولد اعليات، رئيس اتحاد البحارة، إن المطالب عادلة ولا بد من الاستجابة لها في أقرب وقت.",
            "المختار ولد اعليات",
            "رئيس اتحاد البحارة",
        ),
        (
            "es",
            "La ministra de Sanidad, Carmen Echeverría, viajó el martes a Sevilla para reunirse con los médicos en huelga.",
            "Carmen Echeverría",
            "ministra de Sanidad",
        ),
        (
            "en",
            "Defence minister William Prescott travelled to Lagos on Tuesday to meet the families of the missing sailors.",
            "William Prescott",
            "Defence minister",
        ),
    ],
)
def test_a_person_is_found_with_the_office_beside_the_name(language: str, text: str, name: str, role: str) -> None:
    people = of(found(text, language), "person")
    assert [(m.text, m.role.text if m.role else None) for m in people][:1] == [(name, role)]


def test_a_name_never_carries_its_title() -> None:
    people = of(
        found("M. Hatem Zouari et Mme Salma Zouari ont été reçus par le général Karim Ayadi à Sfax mardi matin.", "fr"),
        "person",
    )
    assert [m.text for m in people] == ["Hatem Zouari", "Salma Zouari", "Karim Ayadi"]


def test_attached_arabic_particles_are_no_part_of_a_name() -> None:
    r = found(
        "أجرى الوزير حاتم الزواري محادثات بالرباط مع نظيره، وسافر بعدها إلى المغرب وإسبانيا لحضور مؤتمر دولي كبير.",
        "ar",
    )
    assert {"الرباط", "المغرب", "إسبانيا"} <= {m.text for m in of(r, "place")}


def test_states_and_cities_carry_their_gazetteer_key_and_country() -> None:
    r = found(
        "Le président est arrivé lundi à Rabat en provenance d'Espagne, avant de se rendre en Algérie jeudi matin.",
        "fr",
    )
    keys = {m.text: (m.key, m.country) for m in of(r, "place")}
    assert keys["Espagne"] == ("place:ES", "ES")
    assert keys["Rabat"][1] == "MA"


def test_an_acronym_in_brackets_refers_to_the_long_form_before_it() -> None:
    r = found(
        "Le Comité national des pêches (CNP) a rejeté mardi la proposition du gouvernement, a indiqué son bureau.", "fr"
    )
    short = next(m for m in r.mentions if m.text == "CNP")
    assert r.mentions[short.refers[0]].text == "Comité national des pêches"


def test_an_office_alone_leads_to_the_one_person_of_the_page_who_holds_it() -> None:
    text = "Le ministre tunisien des Transports, Hatem Zouari, a visité le port de Sfax mardi. Le ministre a promis une réponse."
    r = found(text, "fr")
    office = next(m for m in r.mentions if m.form == "role")
    assert [r.mentions[i].text for i in office.refers] == ["Hatem Zouari"]


def test_a_family_name_leads_to_the_full_name_before_it_unless_two_persons_share_it() -> None:
    text = (
        "Hatem Zouari a visité le port de Sfax mardi. M. Zouari a promis une réponse aux dockers avant la fin du mois."
    )
    r = found(text, "fr")
    short = next(m for m in of(r, "person") if m.text == "Zouari")
    assert [r.mentions[i].text for i in short.refers] == ["Hatem Zouari"]
    shared = found(text.replace(" mardi.", " avec Salma Zouari mardi."), "fr")
    assert next(m for m in of(shared, "person") if m.text == "Zouari").refers == ()


def test_two_ministers_together_refer_to_both() -> None:
    text = (
        "Le ministre tunisien des Transports, Hatem Zouari, a reçu mardi à Sfax la ministre italienne des Ports, Giulia Ferrante. "
        "Les deux ministres ont visité le chantier du nouveau terminal."
    )
    r = found(text, "fr")
    both = next(m for m in r.mentions if m.plural)
    assert {r.mentions[i].text for i in both.refers} == {"Hatem Zouari", "Giulia Ferrante"}


def test_weekdays_months_and_headline_words_are_no_persons() -> None:
    r = found(
        "Lundi Matin sera diffusé en Mars. Après Avril viendra Mai, rappelle le Journal dans son édition de Mercredi dernier.",
        "fr",
    )
    assert not {"Lundi Matin", "Mars", "Avril", "Mai", "Mercredi"} & {m.text for m in of(r, "person")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre tunisien de la Défense, Hatem Zouari, a inspecté mardi le port militaire de Bizerte."),
        ("ar", "تفقد وزير الدفاع التونسي حاتم الزواري، يوم الثلاثاء، الميناء العسكري في بنزرت رفقة ضباط كبار."),
        ("es", "El ministro tunecino de Defensa, Hatem Zouari, inspeccionó el martes el puerto militar de Bizerta."),
        ("en", "Tunisian defence minister Hatem Zouari inspected the military port of Bizerte on Tuesday morning."),
    ],
)
def test_an_office_means_the_same_in_four_languages(language: str, text: str) -> None:
    role = of(found(text, language), "person")[0].role
    assert role is not None
    assert (role.concepts, role.country, role.former) == (("minister", "of:defence"), "TN", False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'ancien ministre des Transports Hatem Zouari a été entendu mardi à Sfax par le juge d'instruction."),
        ("ar", "استمع قاضي التحقيق يوم الثلاثاء إلى وزير النقل السابق حاتم الزواري بشأن صفقة الميناء في صفاقس."),
        ("es", "El ex ministro de Transportes Hatem Zouari declaró el martes en Sfax ante el juez de instrucción."),
        (
            "es",
            "El expresidente tunecino Hatem Zouari declaró el martes en Sfax ante el juez de instrucción, dijo su abogado.",
        ),
        ("en", "Former transport minister Hatem Zouari was questioned by the judge in Sfax on Tuesday afternoon."),
    ],
)
def test_an_office_no_longer_held_is_marked_so(language: str, text: str) -> None:
    person = next(m for m in of(found(text, language), "person") if m.text.endswith(("Zouari", "الزواري")))
    assert person.role is not None
    assert person.role.former


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "La délégation a visité mardi Cap Zouari avant de rejoindre la capitale, selon le programme officiel.", "Cap Zouari"),
        ("fr", "La société Karim Zouari Holding a remporté mardi le marché du port de Sfax après deux ans de retard.", "Karim Zouari Holding"),
        ("en", "The contract went to Howard Prescott Industries after a tender that lasted more than two years.", "Howard Prescott Industries"),
        ("ar", "تعادل الفريق أمس مع نصر القيروان في المباراة الأخيرة من الدوري قبل نهاية الموسم بأسبوعين.", "نصر القيروان"),
    ],
)  # fmt: skip
def test_capes_firms_and_clubs_are_no_persons_though_they_look_like_one(language: str, text: str, name: str) -> None:
    people = {m.text for m in of(found(text, language), "person")}
    assert not {p for p in people if p in name or name in p}


def test_a_person_of_unknown_name_is_found_behind_an_arabic_office() -> None:
    people = of(
        found("وصرح رئيس الغرفة كريم الزواري أن الأشغال تنتهي في مارس، وأن الميزانية لم تتجاوز ما تقرر.", "ar"),
        "person",
    )
    assert [m.text for m in people] == ["كريم الزواري"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "تأهل المنتخب بعد فوزه على نظيره اليمني 2-1 في مسقط.", "نظيره اليمني"),
        ("fr", "Le club a battu mardi l'Olympique de Belfontaine 2-1 à domicile.", "Olympique de Belfontaine"),
        ("es", "El equipo venció el martes al Atlético Robledo 3-0 en casa.", "Atlético Robledo"),
    ],
)
def test_goals_are_no_part_of_a_name(language: str, text: str, name: str) -> None:
    assert name in {m.text for m in found(text, language).mentions}


def test_behind_one_conjunction_another_waw_is_the_words_own() -> None:
    text = "وصلت الوزيرة رفقة وزير المياه المختار ولد خويلد ووالي الولاية."
    assert "المختار ولد خويلد" in {m.text for m in found(text, "ar").mentions}


def test_a_title_of_two_people_is_no_part_of_the_first_ones_name() -> None:
    text = "واستقبل الوزير أمس الجنرالين منصور البوعناني وسعيد الدرقاوي في مقر الوزارة."
    assert [m.text for m in of(found(text, "ar"), "person") if m.form == "name"] == ["منصور البوعناني", "سعيد الدرقاوي"]


def test_a_particle_before_an_unknown_name_is_cut_when_the_name_begins_like_a_name() -> None:
    assert unattached("لصامبا") == "صامبا"
    assert [unattached(w) for w in ("بوريس", "ليلي", "كارلوس", "ويليام")] == ["بوريس", "ليلي", "كارلوس", "ويليام"]


def test_every_language_brings_the_same_lists_of_names_and_offices() -> None:
    for concern in ("names", "roles"):
        keys = {language: set(table(language, concern)) for language in LANGUAGES}
        assert all(k == keys["fr"] for k in keys.values()), concern


@given(st.text(alphabet="Abd El-Zouari ministre, de la Défense. M'« وزير الدفاع بن ولد»\n0123", max_size=300))
def test_names_lie_inside_one_line_of_the_text_and_never_overlap(text: str) -> None:
    article = read(Page(source="p", data=("Le ministre a parlé. " + TAIL["fr"]).encode()))
    made = replace(article, text=text, parts=(Part("body", 0, len(text)),)) if text else article
    mentions = [m for m in find_names(split_sentences(Reading(made))).mentions if m.form != "role"]
    assert all(made.text[m.start : m.end] == m.text and "\n" not in m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_a_latin_letter_swapped_for_its_cyrillic_double_is_flagged() -> None:
    r = found(
        "Le ministre Hatem Zouаri a visité le port de Sfax mardi, accompagné de plusieurs élus de la région.", "fr"
    )
    flagged = [a for a in r.abstentions if a.reason == "look-alikes"]
    assert [(a.what, a.why) for a in flagged] == [
        ("Zouаri", "letters of two scripts that look alike (Cyrillic and Latin) in one word")
    ]
    clean = found("Le ministre Hatem Zouari a visité le port de Sfax mardi, accompagné de plusieurs élus.", "fr")
    assert not [a for a in clean.abstentions if a.reason == "look-alikes"]


def test_names_in_other_scripts_do_not_disturb_the_names_around_them() -> None:
    r = found(
        "Hatem Zouari a rencontré mardi à Sfax Дмитрий Орлов et 田中太郎, venus étudier le projet de terminal.", "fr"
    )
    assert "Hatem Zouari" in {m.text for m in of(r, "person")}


@pytest.mark.parametrize("words", [10_000])
def test_a_sentence_of_ten_thousand_words_is_read(words: int) -> None:
    text = "Hatem Zouari a visité Sfax avec " + "des élus et " * (words // 3) + "Salma Zouari"
    article = replace(
        read(Page(source="p", data=("Le ministre a parlé." + TAIL["fr"]).encode())),
        text=text, language="fr", parts=(Part("body", 0, len(text)),),
    )  # fmt: skip
    people = {m.text for m in find_names(split_sentences(Reading(article))).mentions if m.kind == "person"}
    assert {"Hatem Zouari", "Salma Zouari"} <= people


def test_names_are_found_where_arabic_and_latin_run_through_each_other() -> None:
    r = found("قال الوزير حاتم الزواري إن شركة Talmara Shipping ستبني الميناء في صفاقس قبل نهاية العام المقبل.", "ar")
    assert "حاتم الزواري" in {m.text for m in of(r, "person")}


def test_text_without_spaces_yields_no_person() -> None:
    text = "leministretunisiendestransportshatemzouariavisitéleportdesfaxmardi" * 6
    article = replace(
        read(Page(source="p", data=("Le ministre a parlé." + TAIL["fr"]).encode())),
        text=text, language="fr", parts=(Part("body", 0, len(text)),),
    )  # fmt: skip
    assert find_names(split_sentences(Reading(article))).mentions == ()


def test_particles_are_cut_from_foreign_names_and_left_on_words_that_begin_so() -> None:
    assert [particles(w) for w in ("ولترامب", "وترامب", "وليد", "كريج", "بوعلاق", "واشنطن", "بالرباط")] == [
        2,
        1,
        0,
        0,
        0,
        0,
        1,
    ]


def test_an_arabic_body_is_found_by_words_of_known_meaning() -> None:
    r = found("أعلنت مديرية الدفاع المدني أن فرقها أجلت عشرات السكان من الأحياء المنخفضة بعد الفيضان الأخير.", "ar")
    assert "مديرية الدفاع المدني" in {m.text for m in of(r, "organization")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "El fabricante gallego Vientarce firmó el lunes el contrato. El director de Vientarce no quiso hablar.",
            "Vientarce",
        ),
        (
            "Le groupe espagnol Transvelia a signé lundi le contrat. La mairie et Transvelia négociaient depuis un an.",
            "Transvelia",
        ),
        ("وقعت شركة «ترانسفيليا» العقد يوم الاثنين. وقال العمدة إن «ترانسفيليا» تأخرت في التسليم.", "ترانسفيليا"),
    ],
    ids=["es", "fr", "ar"],
)
def test_what_is_once_introduced_as_a_firm_is_mostly_one_on_the_rest_of_the_page(text: str, name: str) -> None:
    from isnad.model import Page
    from isnad.pipeline import read_page

    page = f"{text}\n{text.split('.')[0]}.\n" * 2
    reading = read_page(Page("x.txt", page.encode(), "text/plain")).reading
    assert reading is not None
    found = [
        (reading.article.text[m.start : m.end], m.kind)
        for m in reading.mentions
        if name in reading.article.text[m.start : m.end]
    ]
    assert len(found) >= 2
    assert sum(kind == "organization" for _, kind in found) > len(found) / 2


@pytest.mark.parametrize(
    ("language", "title", "person", "place"),
    [
        ("en", "SEVERE FLOODS HIT NORTHERN TOWNS AS MINISTER ANNA KELLERMAN VISITS LEEDS", "ANNA KELLERMAN", "LEEDS"),
        ("fr", "INONDATIONS : LE MINISTRE KARIM BELAÏD SE REND À TIPAZA", "KARIM BELAÏD", "TIPAZA"),
        (
            "es",
            "EL ALCALDE JULIÁN ECHARRI DIMITE TRAS LA SENTENCIA DEL TRIBUNAL DE PAMPLONA",
            "JULIÁN ECHARRI",
            "PAMPLONA",
        ),
    ],
)
def test_a_line_in_capitals_throughout_is_read_as_running_text_and_cited_as_printed(
    language: str, title: str, person: str, place: str
) -> None:
    reading = found(title + "\n\n", language)
    assert [m.text for m in of(reading, "person")] == [person]
    assert [m.text for m in of(reading, "place")] == [place]
    assert {m.text for m in of(reading, "organization")} <= {"TRIBUNAL DE PAMPLONA"}
    assert all(reading.article.text[m.start : m.end] == m.text for m in reading.mentions)


def test_in_a_line_of_capitals_a_word_is_what_the_rest_of_the_page_prints_it_as() -> None:
    """ "BAKER" is a trade or a name: the page knows."""
    body = "Susan Baker has run the harbour for ten years. On Monday the town gave Baker the keys of the old customs house."
    reading = found(f"HARBOUR CHIEF BAKER GETS KEYS OF CUSTOMS HOUSE\n\n{body}", "en")
    assert "BAKER" in {m.text for m in of(reading, "person")}


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "Les comtés de Pinellas, Manatee, Lee et Collier restent fermés à la baignade.", {"Pinellas", "Manatee", "Lee", "Collier"}),
        ("es", "Cerraron las escuelas de los municipios de Albarrada, Tordueña, Guzmán y Peñarroya.", {"Albarrada", "Tordueña", "Guzmán", "Peñarroya"}),
        ("ar", "وأغلقت الشواطئ في مقاطعات بينيلاس وماناتي وساراسوتا وكولير بعد انتشار الطحالب السامة.", {"بينيلاس", "ماناتي", "ساراسوتا", "كولير"}),
    ],
)  # fmt: skip
def test_the_members_of_a_list_of_places_are_places(language: str, text: str, places: set[str]) -> None:
    reading = found(text, language)
    assert places <= {m.text for m in of(reading, "place")}
    assert of(reading, "person") == []


def test_an_unknown_family_name_behind_an_arabic_title_is_a_person() -> None:
    assert [m.text for m in of(found("وتتذكر السيدة شرودر كيف تفاعل الناس معها في تلك الأيام.", "ar"), "person")] == [
        "شرودر"
    ]


@pytest.mark.parametrize(
    ("language", "text", "name", "key"),
    [
        ("ar", "وصل الوزير إلى عمان أمس، وقالت الحكومة الأردنية إنه يلتقي رئيس الوزراء اليوم.", "عمان", "place:JO-amman"),
        ("ar", "وصل الوزير إلى عمان أمس، وقال مصدر في السلطنة إنه يلتقي نظيره اليوم.", "عمان", "place:OM"),
        ("ar", "وصل الوزير إلى عمّان أمس في زيارة تدوم يومين يلتقي خلالها نظيره.", "عمّان", "place:JO-amman"),
        ("ar", "أغلقت المحلات في طرابلس أمس، وقال الجيش اللبناني إنه انتشر في الأحياء.", "طرابلس", "place:LB-tripoli"),
        ("ar", "أغلقت المحلات في طرابلس أمس، وقالت الحكومة الليبية إن الهدنة قائمة.", "طرابلس", "place:LY-tripoli"),
        ("es", "La policía española detuvo el martes en Cartagena a dos empresarios.", "Cartagena", "place:ES-cartagena"),
        ("es", "La policía colombiana detuvo el martes en Cartagena a dos empresarios.", "Cartagena", "place:CO-cartagena"),
    ],
)  # fmt: skip
def test_of_two_places_of_one_name_the_one_in_the_state_the_page_speaks_of_is_meant(
    language: str, text: str, name: str, key: str
) -> None:
    assert {m.text: m.key for m in of(found(text, language), "place")}[name] == key


def test_a_title_that_nobody_follows_names_nobody() -> None:
    article = read(Page(source="p", data=("Le ministre a parlé. " + TAIL["fr"]).encode()))
    made = replace(article, text="M.", parts=(Part("body", 0, 2),))
    assert find_names(split_sentences(Reading(made))).mentions == ()
