"""Who, where and when by syntax: clauses put in between commas, complements, passives, leaders, places said by the clause."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.compose import compose
from isnad.link import link
from isnad.model import Article, EventMention, Interval, Part, Reading
from test_kinds import told

DAY = date(2024, 5, 15)
"""Wednesday 15 May 2024."""


def reading(text: str, language: str) -> Reading:
    published = Interval(DAY, DAY, "day", "printed", ())
    body = (Part("body", 0, len(text)),)
    return annotate(
        Article("a", "a", "0", "text/plain", language, None, None, None, None, published, None, (), text, body)
    )


def first(page: Reading, kind: str) -> EventMention:
    return next(e for e in page.events if e.kind == kind and not e.bare)


def who(text: str, language: str, kind: str) -> set[str]:
    page = reading(text, language)
    return {page.mentions[t.mention].text for e in page.events if e.kind == kind for t in e.participants}


def where(text: str, language: str, kind: str) -> str | None:
    page = reading(text, language)
    place = first(page, kind).place
    return None if place is None else page.mentions[place].text


def day(text: str, language: str, kind: str) -> str | None:
    found = first(reading(text, language), kind).date
    return None if found is None else found.start.isoformat()


@pytest.mark.parametrize(
    ("language", "text", "kind", "person", "told"),
    [
        ("en", "Ruth Calloway, who joined the board in March, opened a library on Saturday.", "opening", "Ruth Calloway",
         "2024-05-11"),
        ("en", "Omar Haddad, appointed governor last week, visited Sfax on Monday.", "visit", "Omar Haddad", "2024-05-13"),
        ("fr", "Salma Berrada, qui avait été nommée en mars, a inauguré samedi une école à Fès.", "opening", "Salma Berrada",
         "2024-05-11"),
        ("es", "Inés Carmona, que asumió el cargo en marzo, inauguró el sábado un mercado.", "opening", "Inés Carmona",
         "2024-05-11"),
        ("ar", "افتتح الوزير سامي الدروبي، الذي عين في مارس، السبت، مدرسة في الرباط.", "opening", "سامي الدروبي", "2024-05-11"),
    ],
)  # fmt: skip
def test_a_clause_put_in_between_keeps_its_day_and_gives_back_the_subject(language, text, kind, person, told):
    assert day(text, language, kind) == told
    assert person in who(text, language, kind)


def test_the_place_behind_an_inserted_clause_is_that_of_the_verb_before_it():
    text = "أوقفت الشرطة رجل الأعمال كريم بن صالح، الذي كان قد غادر تونس في مارس، يوم الأحد في الرباط."
    assert where(text, "ar", "arrest") == "الرباط"
    assert day(text, "ar", "arrest") == "2024-05-12"


def test_the_day_on_which_a_collapse_occurred_stays_the_collapses():
    text = "El derrumbe, ocurrido el sábado en Potosí, dejó once muertos."
    assert {e.date.start.isoformat() for e in reading(text, "es").events if e.date} == {"2024-05-11"}


@pytest.mark.parametrize(
    ("language", "text", "kind", "person"),
    [
        ("en", "The magistrate granted bail to Dominic Asher, the former head of the roads department.", "arrest",
         "Dominic Asher"),
        ("es", "La fiscalía pidió cuatro años de cárcel para el notario Ernesto Plaza.", "court", "Ernesto Plaza"),
        ("ar", "وجهت النيابة إلى كريم بن صالح تهمة الرشوة.", "court", "كريم بن صالح"),
    ],
)  # fmt: skip
def test_to_whom_a_thing_is_done_takes_part(language, text, kind, person):
    assert person in who(text, language, kind)


def test_the_victim_of_what_somebody_is_jailed_for_is_not_jailed():
    text = "El tribunal condenó a Luis Barra a diez años de cárcel por el asesinato de Ana Ruiz."
    page = reading(text, "es")
    targets = {page.mentions[t.mention].text for t in first(page, "court").participants if t.role == "target"}
    assert targets == {"Luis Barra"}


def test_who_stands_behind_a_spanish_passive_is_its_subject():
    assert "Hugo Villalba" in who("Fue detenido el lunes en Asunción el empresario Hugo Villalba.", "es", "arrest")
    said = "El empresario fue detenido el lunes en Asunción, informó Hugo Villalba."
    assert "Hugo Villalba" not in who(said, "es", "arrest")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A delegation headed by Hassan Idris arrived in Muscat on Monday."),
        ("fr", "Une délégation conduite par Hassan Idris est arrivée lundi à Mascate."),
        ("es", "Una delegación encabezada por Hassan Idris llegó el lunes a Mascate."),
        ("ar", "وصل وفد برئاسة حسن إدريس، الاثنين، إلى مسقط."),
    ],
)
def test_who_leads_a_delegation_comes_with_it(language, text):
    assert who(text, language, "visit") & {"Hassan Idris", "حسن إدريس"}


def test_whose_visit_it_is_stands_behind_where_it_goes():
    text = "La visite à Rabat du ministre allemand de l'Intérieur, Klaus Werner, est prévue pour le 22 mai."
    assert "Klaus Werner" in who(text, "fr", "visit")


def test_both_of_whose_presidents_meet_take_part():
    assert {"Chile", "Bolivia"} <= who(
        "Los presidentes de Chile y Bolivia se reunirán el viernes en Arica.", "es", "meeting"
    )


def test_a_toll_without_a_day_has_that_of_the_disaster_of_its_page():
    text = (
        "Un train a déraillé mardi à Sfax. Le maire Omar Talbi a réuni les secouristes. L'hôpital a accueilli les blessés."
        " Le ministre a promis une aide. Le préfet a parlé aux familles. Le bilan s'établit désormais à douze morts."
    )
    page = reading(text, "fr")
    deaths = [e for e in compose([page], link([page])).events if e.kind in ("death", "disaster")]
    assert deaths
    assert {e.date.start.isoformat() for e in deaths if e.date} == {"2024-05-14"}
    assert all(e.date and e.place for e in deaths)


def test_who_has_a_name_may_have_died_on_another_day_than_the_others():
    text = (
        "Un train a déraillé mardi à Sfax. Le maire Omar Talbi a réuni les secouristes. L'hôpital a accueilli les blessés."
        " Le ministre a promis une aide. Le préfet a parlé aux familles. Le conducteur, Paul Renard, est mort."
    )
    page = reading(text, "fr")
    events = compose([page], link([page])).events
    assert {e.kind: e.date for e in events}["death"] is None


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "Hundreds of farmers marched through Tripoli on Saturday against a new tax.", "protest", "Tripoli"),
        ("ar", "قطع مئات الصيادين، أمس الثلاثاء، الطريق الرابط بين أكادير ومراكش.", "protest", "أكادير"),
        ("fr", "La ministre Salma Berrada a inauguré samedi la médiathèque de Rabat.", "opening", "Rabat"),
        ("en", "Gunmen killed two drivers on Monday some 12 miles from Tripoli.", "attack", "Tripoli"),
        ("ar", "اعتقلت الشرطة، أمس الثلاثاء، سامر الوادي على بعد كيلومترين من معبر وازن.", "arrest", "معبر وازن"),
        ("ar", "غرق قارب، أمس الثلاثاء، قبالة رأس المسك وقتل بحاران.", "disaster", "رأس المسك"),
        ("fr", "Les habitants de Tizrine ont bloqué mardi la route nationale.", "protest", "Tizrine"),
        ("ar", "قطع أهالي بلدة تازروت، أمس الثلاثاء، الطريق الوطني.", "protest", "تازروت"),
        ("fr", "Le tribunal militaire de Belcourt a condamné vendredi Aldo Renz à quinze ans.", "court", "Belcourt"),
        ("es", "La Fiscalía de Belmonte abrió el martes una investigación contra Aldo Renz.", "inquiry", "Belmonte"),
        ("en", "Three miners were killed on Monday when a shaft collapsed in Talling.", "death", "Talling"),
        ("ar", "أدانت محكمة الاستئناف بسطيف، أمس الثلاثاء، سامر الوادي بعشر سنوات.", "court", "سطيف"),
        ("fr", "Aldo Renz a gagné samedi la course qui s'est courue à Rabat.", "competition", "Rabat"),
    ],
)
def test_a_road_a_library_and_what_is_passed_through_say_where(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le maire de Belcourt, Paul Marsat, a démissionné mardi.", "departure"),
        ("en", "The mayor of Belford, Paul Marsat, resigned on Monday.", "departure"),
        ("ar", "استقال رئيس بلدية تازروت سامر الوادي، أمس الثلاثاء.", "departure"),
        ("en", "Letters came on Monday from Tripoli, and the police arrested Paul Marsat.", "arrest"),
    ],
)
def test_whose_mayor_somebody_is_and_where_letters_come_from_say_not_where(language, text, kind):
    assert where(text, language, kind) is None


def test_the_fine_behind_a_verdict_is_of_its_court_and_an_old_one_is_not():
    text = (
        "A court in Tripoli found the mine's manager, Paul Renard, guilty on Monday. His deputy, Omar Talbi, was fined 4,000"
        " dinars the same day. In 2016 Omar Talbi was fined."
    )
    page = reading(text, "en")
    places = {
        (e.kind, e.date.start.year if e.date else None): page.mentions[e.place].text if e.place is not None else None
        for e in page.events
        if not e.bare
    }
    assert places[("court", 2024)] == places[("sanction", 2024)] == "Tripoli"
    assert places[("sanction", 2016)] is None


def test_whom_the_police_arrest_at_a_march_they_arrest_where_it_was():
    text = "Des centaines d'étudiants ont défilé mardi à Oran contre la hausse des loyers. La police a arrêté le même jour Karim Bel."
    assert where(text, "fr", "arrest") == "Oran"


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The police denied on Monday that they had arrested the writer Paul Renard.", "arrest"),
        ("ar", "ونفت وزارة الداخلية، أمس الثلاثاء، أن تكون الشرطة قد أوقفت الكاتب سامر الوادي.", "arrest"),
    ],
)
def test_a_denial_is_told_once_with_what_it_denies(language, text, kind):
    page = reading(text, language)
    events = compose([page], link([page])).events
    assert [(e.kind, e.status) for e in events] == [(kind, "denied")]
    words = {text[c.start : c.end] for c in events[0].cites}
    assert any("denied" in w or "نفت" in w for w in words)


def test_a_refusal_of_what_is_no_event_stands_by_itself():
    page = reading("The minister, Paul Renard, rejected on Monday the figures of the union.", "en")
    assert [e.kind for e in compose([page], link([page])).events] == ["rejection"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police seized Bryan Kohler's white car in Corley on Monday.", "arrest"),
        ("The agency shot Bryan Kohler's latest advert in Corley on Monday.", "attack"),
        ("The critics attacked Bryan Kohler's film on Monday.", "attack"),
    ],
)
def test_what_somebody_owns_is_not_he(text, kind):
    assert told(text, "en", kind) == set()


def test_whose_licence_is_revoked_is_the_one_it_befalls():
    assert told("The regulator revoked Air Corley's licence on Monday.", "en", "sanction") == {"happened"}


def test_what_is_being_fought_is_no_fighting():
    assert told("Corley has been fighting smog since Monday.", "en", "attack") == set()
    assert told("Fighting broke out in Corley on Monday between two militias.", "en", "attack") == {"happened"}
