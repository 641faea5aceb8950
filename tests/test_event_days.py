"""Whose day is it: of speech, of what came before the story, of a plan, of a minister who is the first."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.annotate.times import times_in
from isnad.model import Article, Interval, Part, Reading

PAGE = Interval(date(2024, 5, 15), date(2024, 5, 15), "day", "printed", ())
"""Wednesday 15 May 2024."""


def reading(text: str, language: str) -> Reading:
    body = (Part("body", 0, len(text)),)
    return annotate(Article("a", "a", "0", "text/plain", language, None, None, None, None, PAGE, None, (), text, body))


def days(text: str, language: str) -> dict[str, tuple[str, str] | None]:
    """Kind → first and last day, of the events of a page that are whole."""
    found = [e for e in reading(text, language).events if not e.bare]
    return {e.kind: (e.date.start.isoformat(), e.date.end.isoformat()) if e.date else None for e in found}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "A third man later died of his burns, the union SNTG said on Monday.", "death"),
        ("fr", "Le maire Luc Verdanne a été arrêté à son domicile, a annoncé lundi le parquet de Lyon.", "arrest"),
        ("es", "El alcalde Luis Verdes fue detenido en su casa, informó el lunes la Policía Nacional.", "arrest"),
        ("ar", "أوقفت الشرطة رئيس البلدية سليم بن عاشور في منزله، حسبما أعلنت النيابة العامة يوم الاثنين.", "arrest"),
    ],
)
def test_what_others_tell_on_monday_happened_on_monday_or_the_day_before(language, text, kind):
    assert days(text, language)[kind] == ("2024-05-12", "2024-05-13")


def test_who_says_it_behind_a_comma_takes_no_part_in_it():
    found = reading("A third man later died of his burns, the union SNTG said on Monday.", "en")
    death = next(e for e in found.events if e.kind == "death")
    assert not death.participants


def test_what_a_club_announces_on_monday_it_did_on_monday():
    text = "Julen Zubimendia ha sido nombrado entrenador del Deportivo Almenara, anunció el lunes el club."
    assert days(text, "es")["appointment"] == ("2024-05-13", "2024-05-13")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le ministre Rachid Benhamouda a signé mardi un accord avec la société Enersud. M. Luc Verdanne était arrivé "
            "samedi à Alger. La société a démenti toute suspension des livraisons.",
        ),
        (
            "ar",
            "وقّع وزير الطاقة رشيد بن حمودة، أمس الثلاثاء، اتفاقا مع شركة إنيرسود. وكان الوزير لوك فيردان قد وصل يوم السبت إلى "
            "الجزائر. ونفى مصدر من الشركة تعليق الصادرات نحو مدريد.",
        ),
    ],
)
def test_what_had_happened_before_lends_the_story_no_day(language, text):
    assert days(text, language)["rejection"] != ("2024-05-11", "2024-05-11")


def test_a_source_that_denies_is_not_the_minister_named_before():
    text = "وقّع وزير الطاقة رشيد بن حمودة، أمس الثلاثاء، اتفاقا. ونفى مصدر من الشركة تعليق الصادرات نحو مدريد."
    found = reading(text, "ar")
    denial = next(e for e in found.events if e.kind == "rejection")
    assert not denial.participants


def test_a_source_that_keeps_its_name_back_rejects_nothing():
    text = "وذكّر مصدر قضائي لبناني، رفض الكشف عن هويته، بأن الملف مفتوح."
    assert "rejection" not in days(text, "ar")


def test_a_plan_does_not_take_the_day_of_an_arrival():
    text = (
        "Arrivé samedi, le ministre italien Lorenzo Bastianelli devait être reçu ce lundi par le Premier ministre, Amar "
        "Laraba. Il se rendra ensuite en Tunisie."
    )
    planned = [e for e in reading(text, "fr").events if e.kind == "visit" and e.status == "planned"]
    assert planned
    assert all(e.date is None for e in planned)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("es", "Fue recibido el lunes por el primer ministro Laraba.", "lunes"),
        ("en", "She met on Friday the first minister of Scotland.", "Friday"),
        ("es", "Se celebra el lunes primero de mayo.", "lunes primero de mayo"),
    ],
)
def test_the_first_minister_is_no_first_of_the_month(language, text, words):
    found = [t for t in times_in(text, 0, len(text), language, PAGE, None) if t.kind == "date"]
    assert [t.text for t in found] == [words]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Gaz : Alger et Rome s'entendent sur 4 milliards de mètres cubes de plus.", "inquiry"),
        (
            "es",
            "«No hay ningún aviso», confirmó ayer la presidenta de la patronal, Begoña Urrutikoetxea.",
            "appointment",
        ),
        ("en", "Police chief Paul Verdan confirmed on Monday the director's report.", "appointment"),
    ],
)
def test_to_agree_is_not_to_hear_and_who_confirms_is_not_confirmed(language, text, kind):
    assert kind not in days(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Celle-ci doit entendre dès dimanche les dirigeants de la Régie.", "inquiry"),
        ("es", "Marta Ibarrondo fue confirmada el lunes en el cargo de directora.", "appointment"),
        ("en", "Paul Verdan was confirmed as director on Monday.", "appointment"),
    ],
)
def test_heads_of_a_body_are_heard_and_whoever_is_confirmed_in_office_is_appointed(language, text, kind):
    assert kind in days(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The ministers Paul Verdan and Luca Bardi signed on Monday a deal worth $1.6bn a year.", "signing"),
        ("es", "Naftal y Enersud firmaron el lunes un acuerdo para transportar 4.000 millones de metros cúbicos al año.", "signing"),
        ("fr", "Paul Verdan et Luca Bardi ont signé lundi un accord portant sur 4 milliards de mètres cubes par an.", "signing"),
        ("ar", "وقعت الجزائر وإيطاليا، يوم الاثنين، اتفاقا لرفع كميات الغاز بـ4 مليارات متر مكعب سنويا.", "signing"),
    ],
)  # fmt: skip
def test_a_rate_says_no_habit(language, text, kind):
    assert days(text, language)[kind] == ("2024-05-13", "2024-05-13")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Maroc exporte 4 millions de tonnes par an vers le Mali."),
        ("es", "El ministro Luis Verdes visita Rabat dos veces al año."),
        ("ar", "يزور الوزير سليم بن عاشور الرباط مرتين سنويا."),
    ],
)
def test_a_present_of_every_year_tells_nothing(language, text):
    assert not days(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("ar", "لقي أربعة وثلاثون شخصاً مصرعهم عندما خرج القطار عن القضبان فجر الثلاثاء.", "death"),
        ("fr", "Trois ouvriers ont été tués lorsque le mur s'est effondré mardi.", "death"),
    ],
)
def test_who_died_when_something_happened_died_on_its_day(language, text, kind):
    assert days(text, language)[kind] == ("2024-05-14", "2024-05-14")


def test_a_length_told_of_another_act_draws_out_no_visit():
    text = "The minister Luca Bardi, who was in Algiers for three days, met prime minister Amar Laraba on Monday and flew on to Tunis."
    assert days(text, "en")["visit"] == ("2024-05-13", "2024-05-13")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "En junio de 2022 Argelia suspendió el tratado de amistad con España."),
        ("fr", "En juin 2022, l'Algérie a suspendu le traité d'amitié avec l'Espagne."),
        ("en", "In June 2022 Algeria suspended its friendship treaty with Spain."),
        ("ar", "وفي يونيو 2022 علقت الجزائر معاهدة الصداقة مع إسبانيا."),
    ],
)
def test_a_treaty_is_suspended_between_the_two(language, text):
    found = reading(text, language)
    suspension = next(e for e in found.events if e.kind == "suspension" and not e.bare)
    assert len(suspension.participants) == 2
    assert days(text, language)["suspension"][0] == "2022-06-01"


@pytest.mark.parametrize(
    ("language", "text", "kind", "start", "end"),
    [
        ("fr", "Trois jours après l'arrestation du maire Paul Sarr, le conseil a élu mercredi Awa Diop.", "arrest", "2024-05-12", "2024-05-12"),
        ("en", "Rabat and Oslo began negotiations on Tuesday, two weeks after a fire aboard a ferry killed nine people off Larache.", "disaster", "2024-04-27", "2024-05-03"),
        ("es", "Dos semanas después del incendio que mató a un mecánico frente a Larache, el ministro Juan Rey viajó el martes a Oslo.", "disaster", "2024-04-27", "2024-05-03"),
        ("ar", "وبعد أسبوعين على الحريق الذي أودى بحياة ميكانيكي اسمه عمر بناني، زار الوزير أوسلو يوم الثلاثاء.", "death", "2024-04-27", "2024-05-03"),
    ],
)  # fmt: skip
def test_what_a_length_is_counted_from_was_so_much_earlier_weeks_to_a_few_days(
    language: str, text: str, kind: str, start: str, end: str
) -> None:
    days = [e.date for e in reading(text, language).events if e.kind == kind and e.date is not None]
    assert [(d.start.isoformat(), d.end.isoformat()) for d in days][:1] == [(start, end)]


def test_of_two_verbs_behind_a_length_only_the_first_was_before() -> None:
    text = "Two days after police arrested him in Oran on 3 May 2024, Omar Saidi died in hospital in Algiers."
    found = {e.kind: e.date and e.date.start.isoformat() for e in reading(text, "en").events}
    assert found["arrest"] == "2024-05-03"
    assert found.get("death") != "2024-05-01"


def test_a_strike_of_talks_that_failed_is_not_counted_from_their_failure() -> None:
    found = reading(
        "L'arrestation intervient deux jours après l'échec des pourparlers de Beyrouth avec Nabil Rahal.", "fr"
    )
    assert all(e.bare or e.date is None or e.date.precision != "day" for e in found.events if e.kind == "meeting")


def test_what_will_remain_closed_is_one_event_and_a_plan() -> None:
    for language, text in (
        ("es", "El puerto de Larache permanecerá cerrado a los ferris hasta el viernes."),
        ("fr", "L'aéroport de Larache restera fermé jusqu'à vendredi."),
        ("en", "The Larache border crossing will remain closed until Friday."),
    ):
        assert [(e.kind, e.status) for e in reading(text, language).events] == [("suspension", "planned")]


@pytest.mark.parametrize(
    ("language", "text", "kind", "day"),
    [
        ("en", "The minister Ann Okoro condemned Friday's attack on a market in Kano by Harun Bello.", "attack", "2024-05-10"),
        ("en", "Thousands attended Saturday's funeral of Judge Ada Eze.", "gathering", "2024-05-11"),
        ("ar", "وأمر المجلس الدستوري بإعادة الانتخابات يوم السبت 15 يونيو المقبل في دائرة الحمامات.", "election", "2024-06-15"),
        ("fr", "Le Conseil constitutionnel a ordonné un nouveau scrutin pour le 15 juin à Hammamet.", "election", "2024-06-15"),
        ("es", "El juez citó a declarar a Juan Rey para el 3 de junio.", "court", "2024-06-03"),
        # What a thing is put off to is not the day it was put off.
        ("fr", "Le concert a été reporté lundi au 3 juin à Hammamet.", "suspension", "2024-05-13"),
        ("es", "El partido fue aplazado el lunes para el 3 de junio.", "suspension", "2024-05-13"),
        ("ar", "وشهدت مدينة صفاقس أعمال شغب مماثلة عقب انتخابات 2013.", "protest", "2013-01-01"),
        ("ar", "وقد زار الوزير عمر بناني المغرب مرّة واحدة عام ٢٠٠٨، حيث دشّن مدرسة في مسقط رأس جدّه.", "opening", "2008-01-01"),
        ("en", "Ann Okoro visited Lomé in March 2011, where she opened a school.", "opening", "2011-03-01"),
        ("ar", "فرقت الشرطة الموريتانية، ظهر اليوم الأربعاء، وقفة في نواكشوط رفضا لنتائج الانتخابات التي جرت السبت الماضي، واعتقلت النائب سالم ولد عبدي.", "arrest", "2024-05-15"),
    ],
)  # fmt: skip
def test_a_day_is_that_of_what_owns_it_is_set_for_it_or_is_told_with_it(
    language: str, text: str, kind: str, day: str
) -> None:
    found = {e.kind: e.date.start.isoformat() for e in reading(text, language).events if e.date is not None}
    assert found.get(kind) == day


def test_who_condemned_fridays_attack_did_so_on_another_day_and_who_ordered_a_vote_did_so_before_it() -> None:
    found = {e.kind: e for e in reading("Ann Okoro condemned Friday's attack in Kano by Harun Bello.", "en").events}
    assert found["statement"].date is not None
    assert found["statement"].date.start.isoformat() == "2024-05-14"
    court = next(
        e
        for e in reading("وأمر المجلس الدستوري بإعادة الانتخابات يوم السبت 15 يونيو المقبل.", "ar").events
        if e.kind == "court"
    )
    assert court.status == "happened"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La candidata Marta Lobo ganó este domingo la segunda vuelta para la alcaldía de Cuenca con el 51% de los votos."),
        ("fr", "Le candidat Issa Diallo a remporté dimanche le second tour de la présidentielle avec 53 % des voix."),
        ("en", "Governor Ann Okoro won a second term on Saturday with 54 percent of the vote."),
        ("ar", "وأعلنت اللجنة العليا للانتخابات، مساء الأحد، فوز مرشح حزب النهضة كمال بن يوسف بمقعد الدائرة."),
    ],
)  # fmt: skip
def test_who_wins_a_vote_has_won_no_match(language: str, text: str) -> None:
    assert {e.kind for e in reading(text, language).events if not e.bare} == {"election"}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("ar", "فرقت الشرطة محتجين أمام البرلمان في تونس يوم الثلاثاء.", "protest"),
        ("es", "La policía dispersó el martes a los manifestantes frente al Congreso.", "protest"),
        ("en", "Prosecutors have charged two prison guards over the death of Omar Lowe.", "court"),
        ("en", "A judge sent Omar Lowe to prison on Friday pending trial.", "arrest"),
        ("fr", "Une juge a envoyé Paul Sarr en prison vendredi.", "arrest"),
    ],
)  # fmt: skip
def test_protesters_dispersed_men_charged_and_sent_to_prison_are_told(language: str, text: str, kind: str) -> None:
    assert kind in {e.kind for e in reading(text, language).events if not e.bare}


def test_who_came_to_one_town_and_will_go_back_to_another_made_one_visit_and_plans_one() -> None:
    text = "وصلت الوزيرة ليلى الراوي، أمس الثلاثاء، إلى مدينة قابس حيث زارت الميناء. وستعود ليلى الراوي مساء إلى مدريد."
    visits = {(e.status, e.again) for e in reading(text, "ar").events if e.kind == "visit" and not e.bare}
    assert len({group for status, group in visits if status == "happened"}) >= 1
    assert all(
        e.status != "happened" for e in reading(text, "ar").events if "ستعود" in text[e.trigger.start : e.trigger.end]
    )


@pytest.mark.parametrize(
    ("language", "text", "kind", "day"),
    [
        ("en", "Omar Lowe stepped down as chief executive of the group in April and was arrested on Friday.", "departure", "2024-04"),
        ("fr", "Paul Sarr a quitté la présidence du groupe familial en avril et a été arrêté vendredi.", "arrest", "2024-05-10"),
        ("es", "El alcalde Pedro Rojas dimitió de todos sus cargos públicos en abril y fue detenido el viernes.", "departure", "2024-04"),
        ("ar", "تسلم المدير كريم الوافي رئاسة الشركة الوطنية للنقل يوم 1 أبريل، بعد إقالة سلفه في مارس.", "appointment", "2024-04-01"),
    ],
)  # fmt: skip
def test_a_time_before_and_is_that_of_the_verb_before_it(language: str, text: str, kind: str, day: str) -> None:
    dates = {str(e.date.start) for e in reading(text, language).events if e.kind == kind and e.date is not None}
    assert any(d.startswith(day) for d in dates), dates


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Le dossier doit être clos avant le 1er octobre.", ("2024-10-01", "before")),
        ("es", "Debe pagar antes del 1 de octubre.", ("2024-10-01", "before")),
        ("ar", "ستقدم اللجنة تقريرها قبل الأول من ديسمبر.", ("2024-12-01", "before")),
        ("ar", "الجسر مغلق منذ يناير وسيعاد فتحه.", ("2024-01-01", "since")),
        ("ar", "نفقت الأبقار منذ يوم الخميس الماضي.", ("2024-05-09", "since")),
    ],
)
def test_a_bound_is_one_whatever_article_stands_behind_its_word(language, text, told):
    found = times_in(text, 0, len(text), language, PAGE)
    assert [(t.interval.start.isoformat(), t.modifier) for t in found if t.interval] == [told]


def test_dawn_before_a_date_is_no_detonation():
    assert "attack" not in days("فجر 10 مايو انهار سقف مدرسة في الرباط.", "ar")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("es", "La oposición convocó el lunes una manifestación para el sábado en Vigo.", "protest"),
        ("ar", "يزور الوزير سامي الدروبي السبت مدينة فاس.", "visit"),
    ],
)
def test_what_is_set_for_a_weekday_is_planned_for_the_one_to_come(language, text, kind):
    page = reading(text, language)
    assert [(e.status, e.date.start.isoformat()) for e in page.events if e.kind == kind and not e.bare] == [
        ("planned", "2024-05-18")
    ]


def test_why_something_was_done_takes_no_day_from_it():
    assert days("Two trawlers were fined by the port authority of Brixham on Monday for landing cod.", "en")[
        "sanction"
    ] == (
        "2024-05-13",
        "2024-05-13",
    )
    page = days("Le impusieron una multa de 300.000 euros a la compañía Repsol por el vertido de abril.", "es")
    assert page["sanction"] != ("2024-04-01", "2024-04-30")


def test_the_day_after_is_counted_from_what_was_told_before():
    text = "قتل جندي في عدن يوم الأحد.\n\nوفي بيان مقتضب نعته قيادته.\n\nوفي اليوم التالي اعتقلت الشرطة في عدن سالم باوزير."
    assert days(text, "ar")["arrest"] == ("2024-05-13", "2024-05-13")


def test_a_clause_with_when_is_of_the_time_it_says_more_of():
    text = "La protesta es la mayor desde noviembre de 2011, cuando los estudiantes ocuparon la sede de Telefónica en Lima."
    assert ("2011-11-01", "2011-11-30") in days(text, "es").values()


def test_that_before_a_noun_begins_no_clause():
    assert days("The ministry inspected that operator in March 2015.", "en") == {
        "inquiry": ("2015-03-01", "2015-03-31")
    }


def test_a_sentence_of_two_years_on_monday_is_a_length_and_a_day():
    assert days("A court in Tripoli jailed the manager, Paul Renard, for two years on Monday.", "en")["court"] == (
        "2024-05-13",
        "2024-05-13",
    )


def test_and_written_together_with_a_verb_leaves_the_time_to_the_clause_before_it():
    text = "ويذكر أن تدافعا وقع في ملعب عدن في آب 2014 وأسفر عن وفاة مشجعين اثنين."
    page = days(text, "ar")
    assert page["disaster"] == page["death"] == ("2014-08-01", "2014-08-31")


def test_a_month_that_an_old_contract_was_signed_in_is_no_day_of_what_is_asked_for():
    text = "Le député Omar Talbi a réclamé la publication du contrat signé en mars 2021 avec la société Norvane."
    assert days(text, "fr").get("demand") != ("2021-03-01", "2021-03-31")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le concert de Bordanne, prévu samedi, a été reporté à une date ultérieure.", "suspension"),
        ("es", "El concierto de Valdemora, previsto el sábado, fue aplazado.", "suspension"),
        ("en", "The council of Dorn called off the concert planned on Saturday.", "suspension"),
        ("ar", "أجل الاتحاد المباراة المقررة يوم السبت إلى أجل غير مسمى.", "suspension"),
    ],
)
def test_the_day_something_was_due_is_not_the_day_it_was_put_off(language, text, kind):
    assert days(text, language)[kind] not in {("2024-05-11", "2024-05-11"), ("2024-05-18", "2024-05-18")}


@pytest.mark.parametrize(
    "text", ["أعلنت رئاسة الجمهورية حدادا وطنيا ابتداء من يوم غد.", "قررت المحكمة عقد جلسة غدا الخميس."]
)
def test_tomorrow_is_never_a_day_of_the_week_before(text):
    assert all(d is None or d >= ("2024-05-14", "2024-05-14") for d in days(text, "ar").values())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وجاء الإضراب في أسوأ أسبوع تعيشه شركة نوارس منذ تأسيسها سنة 2009."),
        ("fr", "La grève est la plus dure que la société Nouares ait connue depuis sa création en 2009."),
        ("en", "The strike is the worst that the firm Nouares has lived through since its founding in 2009."),
    ],
)
def test_the_year_of_a_founding_that_something_is_counted_from_is_not_its_own(language, text):
    assert days(text, language).get("protest") != ("2009-01-01", "2009-12-31")


@pytest.mark.parametrize(
    ("language", "text", "kind", "day"),
    [
        ("es", "Fundada en 1931, la Calderería Besaya compró en marzo la fábrica de Lima.", "transaction", ("2024-03-01", "2024-03-31")),
        ("en", "Founded in 1931, the group Balisor bought the plant in March from Ferrol.", "transaction", ("2024-03-01", "2024-03-31")),
        ("en", "Omar Gadji, appointed to the board in 2019, promised trucks on Monday.", "appointment", ("2019-01-01", "2019-12-31")),
        ("fr", "Ouverte en 1987, l'usine Balisor a été fermée en novembre 2019.", "opening", ("1987-01-01", "1987-12-31")),
        ("ar", "وسبق أن أغلق محتجون المصفاة التي دشنت عام 1987، أحد عشر يوما في نوفمبر 2019.", "opening", ("1987-01-01", "1987-12-31")),
        ("en", "Paul Mercer was elected mayor in 2019, on 3 November.", "election", ("2019-11-03", "2019-11-03")),
        ("fr", "En 1931, la société Balisor a racheté en mars l'usine de Lima.", "transaction", ("1931-03-01", "1931-03-31")),
    ],
)  # fmt: skip
def test_a_year_behind_its_own_verb_is_no_other_verbs(language, text, kind, day):
    assert days(text, language)[kind] == day


def test_that_same_evening_is_of_no_day_to_come_when_what_was_done_is_told():
    found = days(
        "The hearing is set for 26 June. That same evening the House of Ink signed an agreement with the University of Chad.",
        "en",
    )
    assert found["signing"] is None


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Ghana's parliament passed the anti-mining bill by 140 votes to 98 on Sunday.", "approval"),
        ("en", "Tanzania beat Zambia in Dar es Salaam on Sunday to reach the final.", "competition"),
        ("fr", "Lens a battu Metz dimanche pour décrocher sa qualification en finale.", "competition"),
    ],
)
def test_a_day_before_a_purpose_or_behind_votes_is_that_of_what_was_done(language, text, kind):
    assert days(text, language)[kind] == ("2024-05-12", "2024-05-12")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le syndicat des pêcheurs a annoncé une marche pour le 14 juin à Lyon, devant la préfecture."),
        ("es", "El sindicato de pescadores anunció una marcha para el 14 de junio en Lyon, ante la prefectura."),
        ("en", "The fishermen's union announced a march for 14 June in Lyon, outside the prefecture."),
        ("ar", "وتعتزم نقابة الصيادين تنظيم مسيرة يوم 14 يونيو في ليون أمام مقر المحافظة."),
    ],
)
def test_a_march_that_somebody_announces_is_on_the_day_it_is_announced_for(language: str, text: str) -> None:
    assert days(text, language)["protest"] == ("2024-06-14", "2024-06-14")
