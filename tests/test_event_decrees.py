"""What a decree orders is told once; what is announced starts on the day to come; relative clauses keep their days; meetings stand without names."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.model import Article, EventMention, Interval, Part, Reading

DAY = Interval(date(2024, 3, 12), date(2024, 3, 12), "day", "printed", ())


def read(language: str, text: str) -> Reading:
    """What a page of Tuesday 12 March 2024 that says nothing else tells."""
    body = (Part("body", 0, len(text)),)
    return annotate(Article("a", "a", "0", "text/plain", language, None, None, None, None, DAY, None, (), text, body))


def told(language: str, text: str) -> list[EventMention]:
    return [e for e in read(language, text).events if not e.bare]


def starts(event: EventMention) -> str | None:
    return event.date and event.date.start.isoformat()


@pytest.mark.parametrize(
    ("language", "text", "kind", "day"),
    [
        ("en", "President John Deng signed a decree on Wednesday appointing Mary Kuol.", "appointment", "2024-03-06"),
        (
            "fr",
            "Le ministre Jean Roche a pris mercredi un arrêté suspendant la pêche à Kribi.",
            "suspension",
            "2024-03-06",
        ),
        (
            "es",
            "El presidente Juan Rey firmó el miércoles un decreto que destituye a Pedro Salas.",
            "departure",
            "2024-03-06",
        ),
        ("ar", "أصدر الوزير طارق حمدي قرارا بإعفاء المدير سليم بشير يوم الأربعاء.", "departure", "2024-03-06"),
    ],
)
def test_a_decree_tells_what_it_orders_and_no_approval_beside(language: str, text: str, kind: str, day: str) -> None:
    assert [(e.kind, starts(e)) for e in told(language, text)] == [(kind, day)]


def test_a_decree_that_orders_nothing_told_is_approved() -> None:
    assert [e.kind for e in told("en", "President John Deng signed a decree on Wednesday.")] == ["approval"]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("es", "El sindicato Aduana Libre anunció una huelga desde el lunes en Larache.", "2024-03-18"),
        ("fr", "Le syndicat des dockers a annoncé une grève à partir de lundi à Bizerte.", "2024-03-18"),
        ("en", "The dockers' union announced a strike from Monday in Mombasa.", "2024-03-18"),
        ("ar", "أعلنت نقابة عمال الموانئ إضرابا مفتوحا ابتداء من الاثنين في بنزرت.", "2024-03-18"),
        ("ar", "قررت الوزارة إغلاق المعبر اعتبارا من الأحد.", "2024-03-17"),
        ("en", "The ministry announced the closure of the Busia crossing from Sunday.", "2024-03-17"),
    ],
)
def test_what_is_announced_starts_on_the_weekday_to_come(language: str, text: str, day: str) -> None:
    assert {(e.status, starts(e)) for e in told(language, text)} == {("planned", day)}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Les dockers sont en grève depuis lundi à Bizerte.", "2024-03-11"),
        ("en", "The ministry closed the Busia crossing from Sunday, its spokesman said.", "2024-03-10"),
        ("ar", "أغلقت السلطات المعبر ابتداء من الأحد.", "2024-03-10"),
    ],
)
def test_what_has_begun_began_on_the_weekday_gone_by(language: str, text: str, day: str) -> None:
    assert {(e.status, starts(e)) for e in told(language, text)} == {("happened", day)}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "Karim Saad, the trader who sold Libya £14m worth of pumps, was arrested in Paris yesterday.",
            "transaction",
        ),
        ("fr", "Le préfet Paul Morel, qui a limogé le directeur du port, a visité Brest samedi.", "departure"),
        ("es", "El alcalde Juan Rey, que destituyó al jefe de la policía, visitó Lugo el sábado.", "departure"),
    ],
)
def test_a_relative_clause_has_not_the_day_of_the_sentence_it_stands_in(language: str, text: str, kind: str) -> None:
    assert [starts(e) for e in told(language, text) if e.kind == kind] == [None]


def test_an_object_behind_a_relative_clause_closes_it_in_arabic() -> None:
    text = "افتتحت الوزيرة سلمى حداد، التي عينت في المنصب العام الماضي، معرضا في مراكش يوم السبت."
    assert [starts(e) for e in told("ar", text) if e.kind == "opening"] == ["2024-03-09"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Karim Saad was arrested in Paris yesterday, five days after he walked out of Standwick prison."),
        ("es", "Karim Saad fue detenido ayer en París, cinco días después de salir de la cárcel de Standwick."),
    ],
)
def test_a_verb_behind_its_length_has_the_day_that_lies_so_far_away(language: str, text: str) -> None:
    assert [starts(e) for e in told(language, text)] == ["2024-03-11", "2024-03-06"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "A gang of youths attacked Peter Salas on Wednesday.", "Peter Salas"),
        ("fr", "Une bande de jeunes a attaqué Pierre Salas mercredi à Lille.", "Pierre Salas"),
        ("es", "Un grupo de encapuchados atacó el miércoles a Pedro Salas.", "Pedro Salas"),
        ("en", "The board of trustees appointed Mary Salas as director on Wednesday.", "Mary Salas"),
        ("fr", "Le conseil de surveillance a nommé Marie Salas directrice mercredi.", "Marie Salas"),
    ],
)
def test_what_governs_the_subject_governs_nothing_behind_the_verb(language: str, text: str, who: str) -> None:
    reading = read(language, text)
    events = [e for e in reading.events if not e.bare]
    assert [[reading.mentions[t.mention].text for t in e.participants] for e in events] == [[who]]


@pytest.mark.parametrize(
    ("language", "text", "status", "day"),
    [
        ("fr", "Le calme est revenu. Une réunion de suivi est prévue le 3 juin à Bagdad.", "planned", "2024-06-03"),
        ("en", "Calm is back. A follow-up meeting is scheduled for 3 June in Baghdad.", "planned", "2024-06-03"),
        ("en", "Calm is back. The next round of talks will be held in Muscat on 3 June.", "planned", "2024-06-03"),
        ("es", "Ha vuelto la calma. La reunión se celebró el lunes en Bagdad.", "happened", "2024-03-11"),
    ],
)
def test_a_meeting_with_a_day_and_a_town_stands_without_names(language: str, text: str, status: str, day: str) -> None:
    assert [(e.kind, e.status, starts(e)) for e in told(language, text)] == [("meeting", status, day)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Calm is back. The meeting will be held on 3 June."),
        ("fr", "Le calme est revenu. La réunion a été utile."),
    ],
)
def test_a_meeting_without_a_town_or_a_day_does_not(language: str, text: str) -> None:
    assert told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("fr", "L'agence suspendue, Atlas Tours, a saisi hier la Cour suprême d'un recours.", {"court"}),
        ("es", "Los obreros despedidos marcharon el martes por el centro de Lima.", {"protest"}),
        ("fr", "Le médecin arrêté, Paul Roche, a été libéré mardi à Dakar.", {"arrest"}),
        ("fr", "Les commerçants du grand marché ont remis leurs clés lundi.", {"transaction"}),
        ("fr", "Le parti de Sory Diallo a décidé de boycotter le sommet de Lomé.", {"protest"}),
        ("ar", "قاطعت كينيا القمة في كمبالا يوم الاثنين.", {"protest"}),
    ],
)
def test_an_adjective_a_market_and_a_boycotted_summit_tell_nothing(language: str, text: str, kinds: set[str]) -> None:
    assert {e.kind for e in told(language, text)} == kinds


def test_flashes_tell_in_the_present_what_happened_on_the_day_of_their_line() -> None:
    text = "15 MAR 18:52 | LAMU. Kenya Power signs a contract with Gulf Quays.\n16 MAR 09:30 | WAU. Mary Banda flies to Kampala."
    day = Interval(date(2024, 3, 18), date(2024, 3, 18), "day", "printed", ())
    body = (Part("body", 0, len(text)),)
    page = Article("a", "a", "0", "text/plain", "en", None, None, None, None, day, None, (), text, body)
    assert [(e.kind, starts(e)) for e in annotate(page).events if not e.bare] == [
        ("signing", "2024-03-15"),
        ("visit", "2024-03-16"),
    ]


def test_the_hours_of_a_programme_tell_nothing() -> None:
    assert told("en", "10:00 Mary Banda opens the fair.\n12:00 Kenya Power signs a contract with Gulf Quays.") == []


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("ar", "استدعت وزارة الخارجية التشادية أول من أمس القائم بالأعمال السوداني ياسر كمبال.", ["meeting"]),
        ("en", "Ethiopia summoned the German ambassador on Wednesday.", ["meeting"]),
        ("ar", "أوقف العداء سيدي ولد أحمد مؤقتا يوم الاثنين.", ["suspension"]),
        ("ar", "جاءت عينته إيجابية.", []),
        ("ar", "أنقذ خفر السواحل سبعة من طاقم المركب في عدن يوم الاثنين.", ["aid"]),
        ("en", "A dhow ran into a dredger in the fairway at Berbera on Tuesday.", ["disaster"]),
        ("es", "El premio recayó el lunes en Inés Vidal.", ["competition"]),
        ("en", "Marsa Line insists that a fuel pump failed.", []),
    ],
)
def test_what_offices_ships_and_prizes_do_is_told_by_what_they_are(language: str, text: str, kinds: list[str]) -> None:
    assert [e.kind for e in told(language, text)] == kinds
