"""Persons, organisations and places of several articles come together when they are one, and stay apart when not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from isnad.compose.people import compose_entities
from isnad.languages.meanings import concepts, role_concepts
from isnad.link.entities import entity_id, link_entities
from isnad.link.spelling import compare_names, name_tokens
from isnad.link.translated import keys as translated_keys
from isnad.link.translated import translation
from isnad.model import (
    Article,
    EntityGroup,
    Interval,
    Judgement,
    Links,
    Mention,
    MentionRef,
    Reading,
    RoleMention,
    Span,
)
from isnad.text import script_of

DAY = date(2023, 5, 10)


def reading(name: str, *things: tuple[str, str, dict[str, object]], day: int = 0) -> Reading:
    """Build a reading whose text is the things' words in a row; each thing is kind, words, and what else is known."""
    text, mentions = "", []
    for kind, words, more in things:
        start = len(text)
        text += words + ". "
        role = more.pop("role", None)
        if isinstance(role, str):
            more["role"] = RoleMention(role, len(text), len(text) + len(role), "fr")
            text += role + ". "
        mentions.append(Mention(kind, start, start + len(words), words, **more))  # type: ignore[arg-type]
    on = DAY + timedelta(days=day)
    language = "ar" if script_of(text) == "Arabic" else "fr"
    article = Article(
        name, name, "0", "text/plain", language, None, None, None, None, Interval(on, on, "day", "printed"), None, (), text, ()
    )  # fmt: skip
    return Reading(article, mentions=tuple(mentions))


def forms(readings: list[Reading], kind: str, decided: tuple[Judgement, ...] = ()) -> list[set[str]]:
    """Return the printed forms of each entity of a kind."""
    words = {(r.article.id, i): m.text for r in readings for i, m in enumerate(r.mentions)}
    groups = link_entities(readings, decided).groups
    return [{words[(m.article, m.index)] for m in g.members} for g in groups if g.kind == kind]


def person(words: str, **more: object) -> tuple[str, str, dict[str, object]]:
    return ("person", words, dict(more))


def place(words: str, key: str) -> tuple[str, str, dict[str, object]]:
    return ("place", words, {"key": key, "country": key[6:8]})


def test_a_surname_alone_is_the_one_person_of_the_article_who_bears_it() -> None:
    r = reading("a", person("Samira Touhami"), person("Touhami"), person("Karim Ziani"))
    assert forms([r], "person") == [{"Samira Touhami", "Touhami"}, {"Karim Ziani"}]


def test_a_surname_two_people_of_the_article_bear_joins_neither() -> None:
    r = reading("a", person("Samira Touhami"), person("Karim Touhami"), person("Touhami"))
    assert forms([r], "person") == [{"Samira Touhami"}, {"Karim Touhami"}, {"Touhami"}]


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Samira Touhami", "سميرة التهامي"),
        ("Abdelkader Benslimane", "عبد القادر بن سليمان"),
        ("Jürgen Hoffmann", "يورغن هوفمان"),
        ("Carmen Echeverría", "كارمن إتشيفيريا"),
        ("Youssef El Khattabi", "يوسف الخطابي"),
        ("William Prescott", "وليام بريسكوت"),
    ],
)
def test_one_name_in_two_scripts_is_one_person(latin: str, arabic: str) -> None:
    rabat = place("Rabat", "place:MA-rabat")
    a = reading("a", person(latin), rabat)
    b = reading("b", person(arabic), place("الرباط", "place:MA-rabat"))
    assert forms([a, b], "person") == [{latin, arabic}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samira Touhami", "Karim Touhami"),
        ("Hassan Berrada", "Hassan Belkadi"),
        ("سميرة التهامي", "سمير التهامي"),
        ("Ana Gómez", "Ana Gámez"),
        ("Karim Ziani", "كريم الزياتي"),
    ],
)
def test_near_names_of_different_people_stay_apart(one: str, other: str) -> None:
    a = reading("a", person(one), place("Rabat", "place:MA-rabat"))
    b = reading("b", person(other), place("Rabat", "place:MA-rabat"))
    assert forms([a, b], "person") == [{one}, {other}]


def test_a_surname_alone_joins_the_only_bearer_of_the_corpus_when_surroundings_agree() -> None:
    a = reading("a", person("Samira Touhami", role="ministre de l'Énergie"), place("Oran", "place:DZ-oran"))
    b = reading("b", person("التهامي", role="وزيرة الطاقة"), place("وهران", "place:DZ-oran"))
    assert forms([a, b], "person") == [{"Samira Touhami", "التهامي"}]


def test_a_surname_alone_in_a_foreign_surrounding_is_only_suggested() -> None:
    a = reading("a", person("Samira Touhami"), place("Oran", "place:DZ-oran"))
    b = reading("b", person("Touhami"), place("Lima", "place:PE-lima"))
    assert forms([a, b], "person") == [{"Samira Touhami"}, {"Touhami"}]
    assert len(link_entities([a, b]).suggestions) == 1


def test_an_office_held_in_the_same_months_leads_to_its_named_holder() -> None:
    a = reading(
        "a", person("Samira Touhami", role="directrice générale de l'Agence de l'eau"), place("Oran", "place:DZ-oran")
    )
    b = reading(
        "b", ("person", "المديرة العامة لوكالة المياه", {"form": "role"}), place("وهران", "place:DZ-oran"), day=20
    )
    c = reading(
        "c", ("person", "المديرة العامة لوكالة المياه", {"form": "role"}), place("وهران", "place:DZ-oran"), day=900
    )
    assert {"Samira Touhami", "المديرة العامة لوكالة المياه"} in forms([a, b], "person")
    assert {"Samira Touhami"} in forms([a, c], "person")


def test_a_minister_of_no_named_state_is_only_suggested_where_the_page_speaks_of_two() -> None:
    a = reading(
        "a",
        person("Samira Touhami", role="ministre de la Défense", country="DZ"),
        place("Oran", "place:DZ-oran"),
        place("Lima", "place:PE-lima"),
    )
    office = ("person", "ministre de la Défense", {"form": "role"})
    b = reading("b", office, place("Oran", "place:DZ-oran"), place("Lima", "place:PE-lima"), day=9)
    c = reading("c", office, place("Oran", "place:DZ-oran"), place("Alger", "place:DZ-alger"), day=9)
    assert {"Samira Touhami"} in forms([a, b], "person")
    assert len(link_entities([a, b]).suggestions) == 1
    assert {"Samira Touhami", "ministre de la Défense"} in forms([a, c], "person")


def test_organisations_meet_by_meaning_across_languages_within_one_country() -> None:
    a = reading("a", ("organization", "ministère de la Défense", {"country": "TN"}))
    b = reading("b", ("organization", "وزارة الدفاع", {"country": "TN"}))
    c = reading("c", ("organization", "Ministerio de Defensa", {"country": "ES"}))
    assert forms([a, b, c], "organization") == [{"ministère de la Défense", "وزارة الدفاع"}, {"Ministerio de Defensa"}]


def test_the_royal_army_of_an_article_with_one_kingdom_is_that_kingdoms_army() -> None:
    a = reading("a", ("organization", "Forces armées royales", {}), place("Amman", "place:JO-amman"))
    b = reading("b", ("organization", "الجيش", {"country": "JO"}), place("عمان", "place:JO-amman"))
    assert forms([a, b], "organization") == [{"Forces armées royales", "الجيش"}]


def test_an_acronym_is_the_long_form_that_it_spells() -> None:
    r = reading("a", ("organization", "Agence nationale des ports", {}), ("organization", "ANP", {"form": "acronym"}))
    assert forms([r], "organization") == [{"Agence nationale des ports", "ANP"}]


def test_cities_of_one_name_in_two_countries_are_two_places() -> None:
    a = reading("a", place("Tripoli", "place:LY-tripoli"))
    b = reading("b", place("طرابلس", "place:LB-tripoli"))
    assert forms([a, b], "place") == [{"Tripoli"}, {"طرابلس"}]


def test_a_persons_judgement_outranks_the_machines_and_taking_it_back_restores_the_groups() -> None:
    a = reading("a", person("Samira Touhami"), place("Oran", "place:DZ-oran"))
    b = reading("b", person("سميرة التهامي"), place("وهران", "place:DZ-oran"))
    joined = forms([a, b], "person")
    target = {"type": "entity", "left": entity_id("a@0"), "right": entity_id("b@0")}
    apart = Judgement("j1", "different", target, "Leïla", "2024-01-01T10:00:00Z", "two people")
    assert forms([a, b], "person", (apart,)) == [{"Samira Touhami"}, {"سميرة التهامي"}]
    assert forms([a, b], "person") == joined == [{"Samira Touhami", "سميرة التهامي"}]


def test_a_name_that_many_pages_print_costs_a_judgement_a_page_not_one_a_pair() -> None:
    pages = [reading(f"p{n:02}", person("Leïla Chamsi" if n % 3 else "ليلى الشامسي")) for n in range(40)]
    linked = link_entities(pages)
    assert [len(g.members) for g in linked.groups] == [40]
    assert 39 <= len(linked.judgements) < 3 * 40


def test_a_rejected_entity_is_left_out() -> None:
    a = reading("a", person("Lundi Matin"))
    refused = Judgement("j1", "reject", {"type": "entity", "id": entity_id("a@0")}, "Leïla", "2024-01-01", "no name")
    assert forms([a], "person", (refused,)) == []


def test_every_judgement_gives_a_reason() -> None:
    a = reading("a", person("Samira Touhami"), place("Oran", "place:DZ-oran"))
    b = reading("b", person("سميرة التهامي"), place("وهران", "place:DZ-oran"))
    assert all(j.reason for j in link_entities([a, b]).judgements)


def test_offices_and_names_mean_the_same_in_four_languages() -> None:
    offices = ["ministre de la Défense", "وزير الدفاع", "ministro de Defensa", "defence minister"]
    assert {role_concepts(o) for o in offices} == {frozenset({"minister", "of:defence"})}
    names = ["Forces armées royales", "القوات المسلحة الملكية", "Royal Armed Forces", "Fuerzas Armadas Reales"]
    assert {concepts(n)[0] for n in names} == {frozenset({"army", "royal"})}


def state(words: str, code: str) -> tuple[str, str, dict[str, object]]:
    return ("place", words, {"key": f"place:{code}", "country": code})


def organization(words: str, **more: object) -> tuple[str, str, dict[str, object]]:
    return ("organization", words, dict(more))


def test_an_acronym_nobody_explains_is_the_body_of_the_state_the_page_names() -> None:
    a = reading("a", organization("FAR", form="acronym"), state("Maroc", "MA"), state("Espagne", "ES"))
    b = reading("b", organization("القوات المسلحة الملكية"), state("المغرب", "MA"), state("الجزائر", "DZ"))
    c = reading("c", organization("FAR", form="acronym"), state("Cuba", "CU"))
    assert forms([a, b, c], "organization") == [{"FAR", "القوات المسلحة الملكية"}, {"FAR"}]


def test_a_ministry_is_one_in_two_languages_and_under_its_short_name() -> None:
    full = "ministère de l'Hydraulique et de l'Assainissement"
    a = reading("a", organization(full), organization("ministère de l'Hydraulique"), state("Mauritanie", "MR"))
    b = reading("b", organization("وزارة المياه والصرف الصحي"), state("موريتانيا", "MR"))
    assert forms([a, b], "organization") == [{full, "ministère de l'Hydraulique", "وزارة المياه والصرف الصحي"}]


def test_a_ministry_of_unsaid_country_is_not_joined_across_articles_about_two_states() -> None:
    a = reading("a", organization("ministère de la Défense"), state("Tunisie", "TN"), place("Rabat", "place:MA-rabat"))
    b = reading("b", organization("وزارة الدفاع"), state("الأردن", "JO"), state("الأردن", "JO"), state("تونس", "TN"))
    assert len(forms([a, b], "organization")) == 2


def test_the_kingdom_alone_is_the_one_kingdom_of_the_page() -> None:
    a = reading("a", state("Maroc", "MA"), place("Royaume", ""), state("Tunisie", "TN"))
    assert forms([a], "place") == [{"Maroc", "Royaume"}, {"Tunisie"}]
    b = reading("b", state("Maroc", "MA"), place("Royaume", ""), state("Espagne", "ES"))
    assert {"Royaume"} in forms([b], "place")


def test_a_place_in_no_list_is_one_across_scripts_and_never_joins_another_sort_of_place() -> None:
    a = reading("a", ("place", "Oued Tamzit", {}), ("place", "Tamzit", {}), state("Algérie", "DZ"))
    b = reading("b", ("place", "وادي تامزيت", {}), ("place", "ولاية تامزيت", {}), state("الجزائر", "DZ"))
    found = forms([a, b], "place")
    assert {"Oued Tamzit", "وادي تامزيت"} in found
    assert {"Tamzit"} in found
    assert {"ولاية تامزيت"} in found


def test_a_body_or_place_is_found_again_by_the_first_words_of_its_name() -> None:
    r = reading(
        "a",
        organization("Hallward & Pym"),
        organization("Hallward"),
        organization("Banque"),
        organization("Banque du Sud"),
    )
    assert forms([r], "organization") == [{"Hallward & Pym", "Hallward"}, {"Banque"}, {"Banque du Sud"}]
    two = reading(
        "a", ("place", "Torrejuela", {}), ("place", "Torrejuela de Alba", {}), ("place", "Torrejuela del Mar", {})
    )
    assert len(forms([two], "place")) == 3


def test_an_office_with_a_word_nobody_knows_leads_to_no_holder() -> None:
    a = reading("a", person("Pilar Estébanez", role="directora de la Agencia de Zarzuelas"), state("Espagne", "ES"))
    b = reading("b", ("person", "مدير وكالة الخزعبلات", {"form": "role"}), state("إسبانيا", "ES"))
    assert forms([a, b], "person") == [{"Pilar Estébanez"}]


def test_what_one_page_takes_for_a_body_is_a_person_when_the_corpus_knows_the_full_name() -> None:
    a = reading("a", person("Farida Benmoussa", role="ministre du Tourisme"), place("Oran", "place:DZ-oran"))
    b = reading("b", organization("Benmoussa Farida"), place("Oran", "place:DZ-oran"))
    assert forms([a, b], "person") == [{"Farida Benmoussa", "Benmoussa Farida"}]
    assert forms([a, b], "organization") == []


def test_the_surname_alone_goes_with_the_person_the_corpus_made_of_the_full_name() -> None:
    a = reading("a", person("Farida Benmoussa", role="ministre du Tourisme"), place("Oran", "place:DZ-oran"))
    b = reading("b", organization("Farida Benmoussa"), ("place", "Benmoussa", {}), place("Oran", "place:DZ-oran"))
    assert forms([a, b], "person") == [{"Farida Benmoussa", "Benmoussa"}]
    assert forms([a, b], "place") == [{"Oran"}]


def test_names_in_other_scripts_are_kept_and_not_joined() -> None:
    a = reading("a", person("Дмитрий Орлов"), place("Rabat", "place:MA-rabat"))
    b = reading("b", person("Dmitri Orlov"), place("Rabat", "place:MA-rabat"))
    assert forms([a, b], "person") == [{"Дмитрий Орлов"}, {"Dmitri Orlov"}]


def test_a_hamza_at_the_head_of_a_name_is_no_article() -> None:
    assert [name_tokens(n) for n in ("أليسون", "إلياس", "الغانم", "Alghanem")] == [
        ("اليسون",), ("الياس",), ("غانم",), ("alghanem",),
    ]  # fmt: skip
    assert compare_names("الغانم", "Alghanem").score > 0.9


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Mehdi Ben Othmane", "مهدي بن عثمان"),
        ("Zenaba Mahamat Nour", "زينب محمد نور"),
        ("Hayat Benchenouf", "حياة بن شنوف"),
    ],
)
def test_sons_and_sahelian_forms_of_arabic_names_are_one_name(latin: str, arabic: str) -> None:
    match = compare_names(latin, arabic)
    assert match.full
    assert match.score > 0.9


def test_a_near_spelling_in_another_script_needs_more_than_one_word_in_common() -> None:
    rabat, fes = place("Rabat", "place:MA-rabat"), place("Fès", "place:MA-fes")
    agadir = place("Agadir", "place:MA-agadir")
    known = reading("a", person("Jan Buzek"), rabat, fes, agadir)
    slight = reading("b", person("بوسيك"), rabat)
    much = reading("c", person("بوسيك"), rabat, fes, agadir)
    assert forms([known, slight], "person") == [{"Jan Buzek"}, {"بوسيك"}]
    assert forms([known, much], "person") == [{"Jan Buzek", "بوسيك"}]
    assert [j.score for j in link_entities([known, slight]).suggestions], "what is not joined is suggested"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Institut national du patrimoine immergé", "National Institute of Underwater Heritage"),
        ("Étoile de la Menara", "نجم المنارة"),
        ("Union des clubs des trois mers", "اتحاد أندية البحار الثلاثة"),
        ("musée de Sidi Marjane", "متحف سيدي مرجان"),
    ],
)
def test_a_body_whose_name_is_translated_word_by_word_is_one_in_two_languages(one: str, other: str) -> None:
    tunis, sfax = place("Tunis", "place:TN-tunis"), place("Sfax", "place:TN-sfax")
    a = reading("a", ("organization", one, {}), tunis, sfax)
    b = reading("b", ("organization", other, {}), tunis, sfax)
    assert forms([a, b], "organization") == [{one, other}]


def test_bodies_one_translated_word_apart_are_two() -> None:
    tunis, sfax = place("Tunis", "place:TN-tunis"), place("Sfax", "place:TN-sfax")
    a = reading("a", ("organization", "Étoile de la Menara", {}), tunis, sfax)
    b = reading("b", ("organization", "نسر المنارة", {}), tunis, sfax)
    assert forms([a, b], "organization") == [{"Étoile de la Menara"}, {"نسر المنارة"}]


def test_the_name_shown_has_the_article_that_a_preposition_took() -> None:
    text = "قال المدير العام للوكالة الوطنية للسدود إن المنسوب يرتفع."
    start = text.index("وكالة")
    mention = Mention("organization", start, start + len("وكالة الوطنية للسدود"), "وكالة الوطنية للسدود")
    article = Article("a", "a", "0", "text/plain", "ar", None, None, None, None, None, None, (), text, ())
    page = Reading(article, mentions=(mention,))
    shown = compose_entities([page], Links(entities=link_entities([page]).groups))
    assert [e.name for e in shown] == [{"ar": "الوكالة الوطنية للسدود"}]
    assert shown[0].aliases == ("وكالة الوطنية للسدود",), "what is printed stays as it is printed"


@pytest.mark.parametrize(
    ("a", "language", "b", "other"),
    [
        ("Office du blé", "fr", "مكتب القمح", "ar"),
        ("Médecins du Fleuve", "fr", "أطباء النهر", "ar"),
        ("Arab Fund for Inland Development", "en", "الصندوق العربي للتنمية الداخلية", "ar"),
        ("هيئة السلامة البحرية", "ar", "Maritime Safety Authority", "en"),
        ("syndicat des pêcheurs de Tiguelit", "fr", "نقابة صيادي تيكليت", "ar"),
        ("Autobuses Guadaltín", "es", "أوتوبوسيس غوادالتين", "ar"),
        ("Universidad de Cabo Rojo", "es", "جامعة كابو روخو الإسبانية", "ar"),
    ],
)
def test_a_body_named_in_another_language_word_by_word_says_the_same(a: str, language: str, b: str, other: str) -> None:
    assert translation(a, language, b, other) > 0.8
    assert set(translated_keys(a, language)) & set(translated_keys(b, other))


@pytest.mark.parametrize(
    ("a", "language", "b", "other"),
    [
        ("Northern Gas Company", "en", "شركة نفط الشمال", "ar"),
        ("Ministry of Interior", "en", "وزارة الدفاع", "ar"),
        ("Bank of Jordan", "en", "بنك القاهرة", "ar"),
        ("Supreme Court of Audit", "en", "المحكمة العليا", "ar"),
        ("Office du blé", "fr", "Office du riz", "fr"),
    ],
)
def test_bodies_of_which_one_word_is_not_met_say_different_things(a: str, language: str, b: str, other: str) -> None:
    assert translation(a, language, b, other) == 0.0


def test_a_coast_guard_is_one_on_pages_about_one_state_and_two_on_pages_about_two() -> None:
    a = reading("a", organization("Garde-côtes"), state("Mauritanie", "MR"), place("Nouadhibou", "place:MR-nouadhibou"))
    b = reading("b", organization("خفر السواحل"), state("موريتانيا", "MR"), place("نواذيبو", "place:MR-nouadhibou"))
    c = reading("c", organization("خفر السواحل"), state("تونس", "TN"), place("نواذيبو", "place:MR-nouadhibou"))
    assert forms([a, b], "organization") == [{"Garde-côtes", "خفر السواحل"}]
    assert len(forms([a, c], "organization")) == 2


def test_a_firm_is_known_again_by_the_last_word_of_its_name() -> None:
    a = reading("a", organization("Naviera Alborán"), organization("Alborán"), organization("Banco de Sabadell"))
    assert {"Naviera Alborán", "Alborán"} in forms([a], "organization")
    b = reading("b", organization("Banco de Sabadell"), organization("Sabadell"))
    assert len(forms([b], "organization")) == 2


def test_a_small_town_read_in_two_scripts_is_something_two_articles_have_in_common() -> None:
    a = reading("a", organization("Balisor"), ("place", "Tiguelit", {}))
    b = reading("b", organization("باليزور"), ("place", "تيكليت", {}))
    c = reading("c", organization("باليزور"), ("place", "الزبيرة", {}))
    assert forms([a, b], "organization") == [{"Balisor", "باليزور"}]
    assert len(forms([a, c], "organization")) == 2


def test_a_ministry_of_no_printed_state_is_one_only_on_pages_that_speak_of_one_state() -> None:
    def page(name: str, ministry: str, *states: str) -> Reading:
        places = [place(f"{state}-{n}", f"place:{state}-{n}") for n, state in enumerate(states)]
        return reading(name, *places, ("organization", ministry, {}))

    bilateral = page("b", "ministère de la Justice", "JO", "GB", "IQ", "FR")
    jordan, british = page("a", "وزارة العدل", "JO", "JO", "JO"), page("c", "وزارة العدل", "GB", "GB", "GB")
    assert len(forms([jordan, bilateral], "organization")) == 2
    assert len(forms([bilateral, british], "organization")) == 2
    assert len(forms([jordan, page("d", "ministère de la Justice", "JO", "JO", "JO")], "organization")) == 1


def test_what_one_state_beside_two_ministries_says_is_whose_they_are() -> None:
    def page(name: str, ministry: str) -> Reading:
        states = [
            place("Tunis", "place:TN-tunis"),
            place("Bagdad", "place:IQ-baghdad"),
            place("Gabès", "place:TN-gabes"),
        ]
        others = [
            place("Bassora", "place:IQ-basra"),
            place("Sfax", "place:TN-sfax"),
            place("Mossoul", "place:IQ-mosul"),
        ]
        return reading(name, *others, *states[1:], states[0], ("organization", ministry, {}))

    assert len(forms([page("a", "ministère de la Défense"), page("b", "وزارة الدفاع")], "organization")) == 1


def test_a_royal_army_is_not_the_one_of_the_state_that_stands_beside_it() -> None:
    israel = ("organization", "armée israélienne", {"country": "IL"})
    one = reading("a", place("Rabat", "place:MA-rabat"), israel, place("Haïfa", "place:IL-haifa"))
    other = reading("b", place("تل أبيب", "place:IL-telaviv"), ("organization", "القوات المسلحة الملكية", {}))
    assert len(forms([one, other], "organization")) == 2


def test_a_firm_is_not_the_union_of_those_who_work_for_it() -> None:
    union = ("organization", "النقابة الوطنية لمستخدمي نوردير", {})
    r = reading("a", union, ("organization", "نوردير", {}))
    assert len(forms([r], "organization")) == 2


def test_a_surname_of_two_is_the_one_named_before_it_or_whom_the_article_is_about() -> None:
    before = reading("a", person("Samira Touhami"), person("Touhami"), person("Karim Touhami"))
    assert forms([before], "person") == [{"Samira Touhami", "Touhami"}, {"Karim Touhami"}]
    passing = reading(
        "a",
        person("Samira Touhami"),
        person("Samira Touhami"),
        person("Karim Touhami"),
        ("misc", "x" * 400, {}),
        person("Touhami"),
    )
    assert {"Samira Touhami", "Touhami"} in forms([passing], "person")


def test_namesakes_a_page_bears_with_two_offices_stay_two_and_draw_each_their_own_from_other_pages() -> None:
    own = reading("a", person("سامر قبلان", role="المخرج"), person("سمير قبلان", role="النائب"))
    french = reading("b", person("Samir Kabalan", role="député"), place("بيروت", "place:LB:1"))
    english = reading("c", person("Samer Qabalan", role="film director"), place("بيروت", "place:LB:1"))
    assert sorted(map(sorted, forms([own, french, english], "person"))) == [
        ["Samer Qabalan", "سامر قبلان"],
        ["Samir Kabalan", "سمير قبلان"],
    ]


def test_one_person_under_two_spellings_and_one_office_on_a_page_stays_one() -> None:
    own = reading("a", person("Samer Qabalan", role="réalisateur"), person("Samir Qabalan", role="cinéaste"))
    assert len(forms([own], "person")) == 1


def test_the_name_shown_is_full_where_another_language_prints_more_than_the_given_name() -> None:
    full, short = reading("a", person("Nadia Frem"), person("Nadia")), reading("b", person("Nadia"), day=1)
    full = replace(full, article=replace(full.article, language="es"))
    refs = tuple(MentionRef(r.article.id, i) for r in (full, short) for i in range(len(r.mentions)))
    one = EntityGroup("e-1", "person", refs, (), None)
    shown = compose_entities([full, short], Links(entities=(one,)))[0].name
    assert shown == {"es": "Nadia Frem", "fr": "Nadia Frem"}


def test_two_whom_a_page_calls_no_kin_are_two_though_neither_has_an_office() -> None:
    said = ("misc", "sans lien de parenté avec", {})
    r = reading("a", person("Samer Qabalan"), said, person("Samir Qabalan"))
    assert len(forms([r], "person")) == 1
    told = replace(r, sentences=(Span(0, len(r.article.text)),))
    assert len(forms([told], "person")) == 2


def test_with_its_article_the_arabic_deputy_sits_in_parliament() -> None:
    assert role_concepts("النائب") == role_concepts("député") != role_concepts("نائب الوزير")
    assert role_concepts("النائب العام") == role_concepts("procureur général")


def test_the_son_of_one_called_after_a_saint_is_not_that_father_on_one_page() -> None:
    page = reading(
        "a", person("Mohamed Lemine Ould Sidi Baba"), person("Sidi Baba Ould Mohamed"), person("Ould Sidi Baba")
    )
    assert sorted(map(len, forms([page], "person"))) == [1, 2]


def test_a_club_of_one_meaning_is_one_where_two_pages_name_two_persons_in_common() -> None:
    some = reading(
        "a",
        ("organization", "Étoile de Sidi Mokhfi", {}),
        person("Mehdi Trabelsi Ouali"),
        person("Abdelkader Marzouki"),
        ("place", "Tunis", {"key": "place:TN-1", "country": "TN"}),
    )
    other = reading(
        "b",
        ("organization", "نجم سيدي مخفي", {}),
        person("مهدي الطرابلسي الوالي"),
        person("عبد القادر المرزوقي"),
        ("place", "الجزائر", {"key": "place:DZ", "country": "DZ"}),
    )
    assert {"Étoile de Sidi Mokhfi", "نجم سيدي مخفي"} in forms([some, other], "organization")
