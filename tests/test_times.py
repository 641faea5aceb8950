"""Words that say when mean the days a reader takes them for; what looks like a date and is none stays none."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate.sentences import split_sentences
from isnad.annotate.times import find_times, times_in
from isnad.model import Article, Interval, Part, Reading, TimeExpression

PAGE = Interval(date(2022, 7, 20), date(2022, 7, 20), "day", "given")  # a Wednesday


def days(text: str, language: str, page: Interval | None = PAGE) -> list[tuple[str, str]]:
    found = times_in(text, 0, len(text), language, page)
    return [(str(t.interval.start), str(t.interval.end)) for t in found if t.kind == "date" and t.interval is not None]


def page(text: str, language: str) -> tuple[TimeExpression, ...]:
    body = (Part("body", 0, len(text)),)
    article = Article("a", "a", "0", "text/plain", language, None, None, None, None, PAGE, None, (), text, body)
    return find_times(split_sentences(Reading(article))).times


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("fr", "Il avait été élu le 24 octobre de l'année dernière.", "2021-10-24", "2021-10-24"),
        ("en", "The plant had closed in October last year.", "2021-10-01", "2021-10-31"),
        ("ar", "وقعت الشركة العقد في أكتوبر من العام الماضي.", "2021-10-01", "2021-10-31"),
        ("fr", "Le chantier a débuté au début du mois d'avril.", "2022-04-01", "2022-04-10"),
        ("fr", "La réunion se tiendra lundi en huit.", "2022-08-01", "2022-08-01"),
        ("es", "El congreso será el día 28.", "2022-07-28", "2022-07-28"),
        ("ar", "اجتمعا في ثاني أربعاء من أكتوبر 2021.", "2021-10-13", "2021-10-13"),
        ("es", "Duró del 1 de enero de 2015 al 5 de febrero de 2018.", "2015-01-01", "2018-02-05"),
        ("fr", "La bataille eut lieu en octobre 1777.", "1777-10-01", "1777-10-31"),
        ("es", "Nació en mil novecientos noventa y nueve.", "1999-01-01", "1999-12-31"),
        ("es", "La firma compró el pasado mes de marzo a su rival.", "2022-03-01", "2022-03-31"),
        ("ar", "وفي 2013 ألغت الحكومة العقد.", "2013-01-01", "2013-12-31"),
        ("ar", "ففي 2020 أعيد فتح المصنع.", "2020-01-01", "2020-12-31"),
        # Abbreviated months keep their dot.
        ("en", "The accord was signed on Oct. 2, 2020.", "2020-10-02", "2020-10-02"),
        ("en", "He was arrested on Jan. 5.", "2022-01-05", "2022-01-05"),
        ("fr", "Le salon s'est tenu du 14 au 20 sept. 2014.", "2014-09-14", "2014-09-20"),
        # From one date to another of any kind.
        ("en", "The works ran from 2015 to May 5th, 2017.", "2015-01-01", "2017-05-05"),
        ("fr", "Il a siégé entre janvier 2019 et aujourd'hui.", "2019-01-01", "2022-07-20"),
        ("es", "La obra siguió desde enero de 2019 hasta hoy.", "2019-01-01", "2022-07-20"),
        ("ar", "استمرت الأشغال من نهاية مارس إلى منتصف يونيو.", "2022-03-21", "2022-06-20"),
        # Counted from a day that is named.
        ("en", "The vote came two weeks before May 13, 2020.", "2020-04-26", "2020-05-02"),
        ("fr", "Il fut libéré trois jours après le 5 mai 2021.", "2021-05-08", "2021-05-08"),
        ("es", "Dimitió tres días después del 5 de mayo de 2021.", "2021-05-08", "2021-05-08"),
        ("ar", "عاد بعد يومين من 5 مايو 2021.", "2021-05-07", "2021-05-07"),
        ("fr", "Le bac a repris au lendemain du 14 juillet 2021.", "2021-07-15", "2021-07-15"),
        ("fr", "La grève commença la veille de Noël 2020.", "2020-12-24", "2020-12-24"),
        ("ar", "وصل الوفد غداة 5 مايو 2021.", "2021-05-06", "2021-05-06"),
        ("es", "Cerraron en la víspera del 1 de mayo de 2021.", "2021-04-30", "2021-04-30"),
        # Sums and halves of units.
        ("en", "She left one year and two months ago.", "2021-05-01", "2021-05-31"),
        ("ar", "أُغلق المصنع قبل سنة وثلاثة أشهر.", "2021-04-01", "2021-04-30"),
        ("fr", "L'usine a fermé il y a deux ans et demi.", "2019-11-21", "2020-03-20"),
        ("es", "El puente cerró hace año y medio.", "2020-11-21", "2021-03-21"),
        # The first and last so many months or days.
        ("fr", "Au cours des six premiers mois de 2021, les ventes ont doublé.", "2021-01-01", "2021-06-30"),
        ("es", "En los primeros nueve meses del año pasado cayó.", "2021-01-01", "2021-09-30"),
        ("ar", "ارتفعت الصادرات خلال الأشهر الستة الأولى من العام الجاري.", "2022-01-01", "2022-06-30"),
        ("en", "It rained in the last ten days of March.", "2022-03-22", "2022-03-31"),
        ("fr", "Elle aura lieu pendant la première quinzaine d'août.", "2022-08-01", "2022-08-15"),
        ("es", "Se vota en la segunda quincena de este mes.", "2022-07-16", "2022-07-31"),
        ("en", "Output fell over the past two quarters.", "2022-01-01", "2022-06-30"),
        ("fr", "Le bénéfice du S1 2021 a été publié.", "2021-01-01", "2021-06-30"),
        # A weekend, where the clause says which.
        ("en", "Four hikers were found over the weekend and have been flown home.", "2022-07-16", "2022-07-17"),
        ("es", "Los ministros se reunirán durante el fin de semana.", "2022-07-23", "2022-07-24"),
        ("es", "Dos mineros murieron el fin de semana.", "2022-07-16", "2022-07-17"),
        # A day's number alone, before a preposition, a mark or the end.
        ("fr", "Le ministre est arrivé le 18 à Rabat.", "2022-07-18", "2022-07-18"),
        ("es", "El pasado 15, la jueza archivó el caso.", "2022-07-15", "2022-07-15"),
        # A count or a score behind "past" takes nothing from the day it tells of.
        ("es", "El Robledal ganó el domingo pasado 2-1 en su estadio.", "2022-07-17", "2022-07-17"),
        ("es", "En la comarca, el año pasado 300 fincas quedaron sin agua.", "2021-01-01", "2021-12-31"),
        ("fr", "Le club de Serrais a gagné dimanche passé 2-1 dans son stade.", "2022-07-17", "2022-07-17"),
        ("en", "The trial will open on the 25th in Leeds.", "2022-07-25", "2022-07-25"),
        ("fr", "Le dépôt des listes est ouvert jusqu'au 30.", "2022-07-30", "2022-07-30"),
        ("fr", "Le salon se tiendra du 13 au 18.", "2022-08-13", "2022-08-18"),
        ("es", "La cumbre será del 28 al 30, en Quito.", "2022-07-28", "2022-07-30"),
        ("en", "The court will sit from the 13th to the 18th.", "2022-08-13", "2022-08-18"),
        ("fr", "Le sommet aura lieu entre le 23 et le 28 à Dakar.", "2022-07-23", "2022-07-28"),
        ("ar", "سيُعقد المؤتمر يومي 21 و22 في الرباط.", "2022-07-21", "2022-07-22"),
        # Before last, after next.
        ("ar", "أُغلق المصنع في الأسبوع قبل الماضي.", "2022-07-04", "2022-07-10"),
        ("ar", "هبطت الصادرات في العام ما قبل الماضي.", "2020-01-01", "2020-12-31"),
        ("en", "The bridge will reopen the week after next.", "2022-08-01", "2022-08-07"),
        ("en", "It snowed the winter before last.", "2020-12-01", "2021-02-28"),
        ("es", "El censo será el año después del próximo.", "2024-01-01", "2024-12-31"),
        # Ordinals of two words, weekdays without their article.
        ("ar", "فُتح المتحف في ثالث يوم ثلاثاء بأيلول 2021.", "2021-09-21", "2021-09-21"),
        ("ar", "التقيا أحد الأسبوع الماضي.", "2022-07-17", "2022-07-17"),
        ("ar", "وُقّع الاتفاق في الثالث عشرة من شباط.", "2022-02-13", "2022-02-13"),
        ("es", "Abrió el vigésimo segundo de junio.", "2022-06-22", "2022-06-22"),
        ("en", "They met in the third last week of 2018.", "2018-12-10", "2018-12-16"),
        # Years and decades in words and by two digits.
        ("en", "It happened in June of nineteen ninety nine.", "1999-06-01", "1999-06-30"),
        ("fr", "Elle est née un 1er avril 78.", "1978-04-01", "1978-04-01"),
        ("es", "Nació en abril del 87.", "1987-04-01", "1987-04-30"),
        ("es", "La fábrica cerró en los 90, tras la huelga.", "1990-01-01", "1999-12-31"),
        ("en", "Most were built in the 1990's.", "1990-01-01", "1999-12-31"),
        ("en", "Sales fell in the 4th qtr of 2018.", "2018-10-01", "2018-12-31"),
        ("es", "El paro bajó en el 2018 T1.", "2018-01-01", "2018-03-31"),
        ("en", "He was baptised on the 1st of march.", "2022-03-01", "2022-03-01"),
        ("es", "Volvió el mié. 13 de julio.", "2022-07-13", "2022-07-13"),
        # Up to the page's own day.
        ("en", "The works ran from January 2019 until now.", "2019-01-01", "2022-07-20"),
        ("es", "La obra sigue desde enero de 2019 hasta la fecha.", "2019-01-01", "2022-07-20"),
        ("ar", "تواصل البناء من يناير 2019 حتى الآن.", "2019-01-01", "2022-07-20"),
        # From one day to another in digits.
        ("fr", "La tournée (20/07–25/07/2022) est complète.", "2022-07-20", "2022-07-25"),
        ("es", "El festival, 28/2-1/3, es gratuito.", "2022-02-28", "2022-03-01"),
        ("fr", "L'exposition, 12 janvier 2016 - 22/01/2016, fut un succès.", "2016-01-12", "2016-01-22"),
        ("en", "The plan for Dec/2018-May/2019 failed.", "2018-12-01", "2019-05-31"),
        # What is put off lies ahead, whatever the tense of putting it off.
        ("en", "The hearing was adjourned until Thursday.", "2022-07-21", "2022-07-21"),
        ("fr", "L'audience a été renvoyée au 5 septembre.", "2022-09-05", "2022-09-05"),
        ("es", "La vista fue aplazada hasta el jueves.", "2022-07-21", "2022-07-21"),
        ("ar", "أُجّلت الجلسة إلى الخميس.", "2022-07-21", "2022-07-21"),
        ("ar", "قررت المحكمة تأجيل القضية إلى يوم الاثنين.", "2022-07-25", "2022-07-25"),
        ("en", "I'll be out this weekend.", "2022-07-23", "2022-07-24"),
        ("es", "Volveré a finales de marzo.", "2023-03-21", "2023-03-31"),
        ("fr", "Je reviendrai vendredi.", "2022-07-22", "2022-07-22"),
        # A Spanish preterite looks back though the sentence names a future.
        ("es", "Será una gran cita, dijo el jueves la ministra, que llegó el martes.", "2022-07-14", "2022-07-14"),
        # Nights, and days with the part of the day before them.
        ("fr", "Dans la nuit de lundi à mardi, un hangar a brûlé.", "2022-07-18", "2022-07-19"),
        ("ar", "اندلع الحريق ليلة الخميس الجمعة في السوق القديم.", "2022-07-14", "2022-07-15"),
        ("ar", "هطلت الأمطار في الليلة الفاصلة بين الأحد والاثنين.", "2022-07-17", "2022-07-18"),
        ("es", "Llovió entre la noche del lunes y la madrugada del martes.", "2022-07-18", "2022-07-19"),
        ("ar", "عُقدت الجلسة صبيحة يوم الأحد 17 يوليوز.", "2022-07-17", "2022-07-17"),
        ("ar", "وُقّع الاتفاق يوم الأربعاء الموافق 5 فبراير 2020.", "2020-02-05", "2020-02-05"),
        ("es", "Fue hallado la tarde del martes 12 de julio.", "2022-07-12", "2022-07-12"),
        ("ar", "اختُتمت القمة بين يومي الخميس والسبت.", "2022-07-14", "2022-07-16"),
        ("ar", "انهار السعر بين مارس ومايو.", "2022-03-01", "2022-05-31"),
        # Bounds and weeks.
        ("fr", "La vigilance orange est maintenue jusqu'à jeudi matin.", "2022-07-21", "2022-07-21"),
        ("en", "The appeal will be heard in the week beginning 5 September.", "2022-09-05", "2022-09-11"),
        ("en", "The storm, the worst since August 2005, hit on July 12-13.", "2022-07-12", "2022-07-13"),
        ("es", "La exposición abre sus puertas este viernes.", "2022-07-22", "2022-07-22"),
        ("es", "En enero-febrero de 2019 llovió.", "2019-01-01", "2019-02-28"),
        ("es", "Nació el 31 de octubre de 1832 en Vela.", "1832-10-31", "1832-10-31"),
        # Hijri.
        ("ar", "بدأت الحملة في غرة محرم 1444.", "2022-07-29", "2022-07-31"),
        ("ar", "صام السكان أول أيام شهر رمضان الماضي.", "2022-04-01", "2022-04-03"),
        ("fr", "La mosquée a été consacrée le 27 ramadan 1443.", "2022-04-27", "2022-04-29"),
    ],
)
def test_a_time_is_the_days_it_means(language: str, text: str, start: str, end: str) -> None:
    assert (start, end) in days(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il a ensuite passé 4 ans à la radio."),
        ("fr", "La candidate, 54 ans, l'a emporté 3-1."),
        ("es", "El billete cuesta 12 euros y el equipo ganó 2-0."),
        ("en", "The 54-year-old paid 2,019 dollars."),
        ("ar", "يبلغ من العمر 54 سنة وفاز فريقه 3-1."),
        # Numbers behind an article that are shares, shirts, streets, holes, scales and telephone numbers.
        ("es", "Bolivia reclama una salida al mar, y el 20 por ciento la apoya."),
        ("es", "Jugó con el 10 a la espalda, en una escala del 1 al 5."),
        ("es", "España envía 20 toneladas de ayuda."),
        ("fr", "En cas de malaise, appelez le 15."),
        ("fr", "Le taux est passé de 13 à 18 % ; le 20 heures en a parlé."),
        ("en", "She made a birdie on the 15th and finished on the 18th."),
        ("en", "A new year the same way, ten months before Palmer did."),
        ("en", "The guests left his Mar-a-Lago resort."),
        ("en", "The church dates from the 15th to the 18th centuries."),
    ],
)
def test_ages_prices_scores_and_lengths_are_no_dates(language: str, text: str) -> None:
    assert days(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Dimanche, les vingt-deux premiers pêcheurs ont touché leur part.", "2022-07-17"),
        ("en", "On Wednesday for 14 buses the firm paid a fine.", "2022-07-20"),
        ("es", "El domingo, los 22 primeros pescadores cobraron.", "2022-07-17"),
    ],
)
def test_a_number_apart_from_its_weekday_counts_something_else(language: str, text: str, day: str) -> None:
    assert [start for start, _ in days(text, language)] == [day]


def test_on_an_undated_page_relative_words_stay_unanchored() -> None:
    text = "La ministre est arrivée mardi et repart demain, après sa visite du 3 mai 2021."
    found = times_in(text, 0, len(text), "fr", None)
    assert [(t.text, t.interval is None) for t in found] == [("mardi", True), ("demain", True), ("3 mai 2021", False)]


def test_contradictory_dates_of_one_sentence_are_both_kept() -> None:
    text = "Le traité, signé le 4 mai 2021 selon Rabat, l'a été le 6 mai 2021 selon Accra."
    assert days(text, "fr") == [("2021-05-04", "2021-05-04"), ("2021-05-06", "2021-05-06")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the months following the attack, the bridge stayed shut."),
        ("en", "The following year he competed again."),
        ("fr", "Ils furent jugés dans le mois suivant leur arrestation."),
        ("es", "Durante la semana siguiente no hubo clases."),
        ("ar", "وفي العام التالي تنافست في البطولة."),
        ("ar", "وتوافد الزوار في اليوم الأخير من المعرض."),
        ("fr", "Ils seront jugés dans le mois suivant leur arrestation."),
        ("ar", "وكان المعرض مفتوحاً نفس الشهر."),
        ("en", "The tomb was sealed in the late 12th century."),
        ("fr", "Le week-end, les Marseillais vont à la plage."),
    ],
)
def test_what_counts_from_the_story_or_from_no_day_is_not_counted_from_the_page(language: str, text: str) -> None:
    assert days(text, language) == []


def test_a_portion_of_something_is_no_day_of_a_month() -> None:
    assert days("زرع القمح في 3 مارس 2021 وباع 20 منه.", "ar") == [("2021-03-03", "2021-03-03")]


def test_the_following_week_is_the_one_after_the_day_named_before() -> None:
    text = "Le 3 mai 2018, il fut arrêté. La semaine suivante, il fut jugé."
    assert days(text, "fr") == [("2018-05-03", "2018-05-03"), ("2018-05-07", "2018-05-13")]


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "In 2015 he was elected. A year later he resigned.", "2016-01-01", "2016-12-31"),
        ("es", "El 3 de mayo de 2018 fue detenido. Un año después fue juzgado.", "2019-01-01", "2019-12-31"),
        ("fr", "Il fut élu en mai 2015. Un mois plus tard, il démissionna.", "2015-06-01", "2015-06-30"),
        ("ar", "اعتُقل في 3 مايو 2018. وبعد عام، حوكم.", "2019-01-01", "2019-12-31"),
        ("ar", "انتُخب عام 2015، وفي العام نفسه استقال.", "2015-01-01", "2015-12-31"),
        ("fr", "Élue en 2015, elle démissionna la même année.", "2015-01-01", "2015-12-31"),
        ("es", "Fue elegida en mayo de 2015 y ese mismo año dimitió.", "2015-01-01", "2015-12-31"),
        ("en", "He was freed on 3 May 2021 and flew home the following Monday.", "2021-05-10", "2021-05-10"),
        ("es", "Quedó libre el 3 de mayo de 2021 y el lunes siguiente volvió.", "2021-05-10", "2021-05-10"),
        (
            "es",
            "El arriendo se firmó el 3 de marzo de 2021 y rige desde el 1 de mayo siguiente.",
            "2021-05-01",
            "2021-05-01",
        ),
        ("fr", "Il fut élu en mars 2021 et démis en avril suivant.", "2021-04-01", "2021-04-30"),
        (
            "en",
            "The lease was signed on 3 March 2021 and took effect on 1 May the same year.",
            "2021-05-01",
            "2021-05-01",
        ),
        ("ar", "وقعا العقد في 3 مارس 2021 وبدأ العمل به في فاتح ماي الموالي.", "2021-05-01", "2021-05-01"),
        ("fr", "Il a été arrêté le 6 mars 2021 et écroué dès le lendemain.", "2021-03-07", "2021-03-07"),
        ("ar", "افتتح المعرض يوم 3 ماي 2021 واختتم في 10 منه.", "2021-05-10", "2021-05-10"),
        (
            "fr",
            "Le procès s'est ouvert le 3 mai 2021, le jugement est tombé le 25 du même mois.",
            "2021-05-25",
            "2021-05-25",
        ),
        ("fr", "Libérée le 3 mai 2021, elle revint le lundi suivant.", "2021-05-10", "2021-05-10"),
        ("ar", "أُفرج عنه في 3 مايو 2021 وعاد في الاثنين الذي يليه.", "2021-05-10", "2021-05-10"),
    ],
)
def test_a_story_counts_from_the_time_it_named_last(language: str, text: str, start: str, end: str) -> None:
    assert days(text, language)[-1] == (start, end)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The strike began on Monday.\n\nThat same day, two ports closed."),
        ("es", "El lunes comenzó la huelga.\n\nEse mismo día cerraron dos puertos."),
        ("fr", "La grève a commencé lundi.\n\nCe jour-là, deux ports ont fermé."),
        ("ar", "بدأ الإضراب يوم الاثنين.\n\nوفي اليوم نفسه أغلق ميناءان."),
    ],
)
def test_that_same_day_is_the_weekday_named_a_paragraph_before_and_no_further(language: str, text: str) -> None:
    said = [str(t.interval.start) if t.interval else None for t in page(text, language)]
    assert said == ["2022-07-18", "2022-07-18"]
    first, then = text.split("\n\n")
    assert page(f"{first}\n\nX.\n\n{then}", language)[-1].interval is None


def test_two_dates_beside_each_other_are_no_range_unless_the_words_say_so() -> None:
    text = "Il a été condamné de nouveau en 2019, puis libéré le 5 mai 2021."
    assert days(text, "fr") == [("2019-01-01", "2019-12-31"), ("2021-05-05", "2021-05-05")]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Le mémorandum paraphé mardi sera soumis au Parlement avant la fin du mois.", "2025-04-15"),
        ("es", "El acuerdo firmado el martes será sometido al Parlamento.", "2025-04-15"),
        ("ar", "المذكرة الموقعة الثلاثاء ستعرض على البرلمان.", "2025-04-15"),
        ("ar", "وقّعت شركة القمة وشركة «ستالبور» البولندية الثلاثاء عقدا.", "2025-04-15"),
        ("ar", "باشر مجلس الوزراء الثلاثاء دراسة المذكرة مع قبرص، وستعرض على البرلمان.", "2025-04-15"),
        ("ar", 'وأعلنت المنظمة أن فرع "الساحل" ستفتتح يوم الثلاثاء مركزا للعلاج.', "2025-04-22"),
    ],
)
def test_a_verb_of_a_later_clause_does_not_date_what_was_done(language: str, text: str, day: str) -> None:
    """The page is of Wednesday 16 April 2025."""
    assert days(text, language, Interval(date(2025, 4, 16), date(2025, 4, 16), "day", "given"))[0] == (day, day)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ar", "التقى اليوم الاثنين 14 مارس 2022 نظيره.", "2022-03-14"),
        ("ar", "أمس، الثلاثاء 19 يوليو، التقى نظيره.", "2022-07-19"),
        ("fr", "Il a voté ce lundi 14 mars 2022.", "2022-03-14"),
        ("fr", "Il a voté aujourd'hui, lundi 14 mars 2022.", "2022-03-14"),
        ("es", "Votó este lunes 14 de marzo de 2022.", "2022-03-14"),
        ("en", "He voted today, Monday 14 March 2022.", "2022-03-14"),
        ("ar", "ابتداء من غد الخميس.", "2022-07-21"),
    ],
)
def test_a_day_told_three_times_over_is_one_day(language: str, text: str, day: str) -> None:
    assert days(text, language) == [(day, day)]


MAY = Interval(date(2024, 5, 15), date(2024, 5, 15), "day", "given")
"""A page of Wednesday 15 May 2024."""


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        # A length counted from a day is that far from it, and no week that holds it.
        ("ar", "بعد أسبوعين من 5 ماي عقدت الجلسة.", [("2024-05-16", "2024-05-22")]),
        ("fr", "Dans dix jours à compter d'aujourd'hui, la grève commencera.", [("2024-05-25", "2024-05-25")]),
        ("es", "Será dentro de tres semanas a partir de mañana.", [("2024-06-03", "2024-06-09")]),
        # From a month to a year.
        ("en", "Between May 2015 and 2018 the firm paid bribes.", [("2015-05-01", "2018-12-31")]),
        ("fr", "Entre mai 2015 et 2018, la société a payé.", [("2015-05-01", "2018-12-31")]),
        ("es", "Entre mayo de 2015 y 2018 pagaron sobornos.", [("2015-05-01", "2018-12-31")]),
        ("ar", "بين ماي 2015 و2018 دفعت الشركة رشاوى.", [("2015-05-01", "2018-12-31")]),
        # Three days listed.
        ("ar", "أيام 4 و5 و6 يونيو تنعقد القمة في وهران.", [("2024-06-04", "2024-06-06")]),
        # A weekday tells the day of a Hijri date, and the order of day and month in an English one.
        ("ar", "توفي فجر الاثنين 4 ذي القعدة 1445.", [("2024-05-13", "2024-05-13")]),
        ("en", "The talks open on Friday 7/6 in Geneva.", [("2024-06-07", "2024-06-07")]),
        ("ar", "يعود تاريخه إلى عام 1445هـ.", []),
        # What begins on a day lies ahead; what has gone on since then does not.
        ("fr", "À partir de lundi, la route est fermée.", [("2024-05-20", "2024-05-20")]),
        ("ar", "ابتداء من يوم الاثنين تغلق الطريق.", [("2024-05-20", "2024-05-20")]),
        ("en", "Starting Monday, the road is closed.", [("2024-05-20", "2024-05-20")]),
        ("ar", "منذ الاثنين والمدارس مغلقة.", [("2024-05-13", "2024-05-13")]),
        ("fr", "Depuis lundi, les écoles sont fermées.", [("2024-05-13", "2024-05-13")]),
        # A bound is to come, and so is a month at most two away where no verb says which way.
        ("fr", "D'ici à fin juin, 200 logements seront livrés.", [("2024-06-21", "2024-06-30")]),
        ("fr", "Le premier lundi du mois de juin, la foire ouvre.", [("2024-06-03", "2024-06-03")]),
        # No days: a price, the number of a week, a price that looks like a year, a verb that looks like a part.
        ("en", "He bought it for $12 December 27.", [("2023-12-27", "2023-12-27")]),
        ("en", "Sales fell in week 27 of last year.", [("2023-01-01", "2023-12-31")]),
        ("en", "The price rose from 1999 to 2500 dinars.", []),
        ("en", "Construction will start in the next decade.", [("2030-01-01", "2039-12-31")]),
        ("ar", "في أواخر تسعينيات القرن الماضي هاجر إلى كندا.", [("1996-09-01", "1999-12-31")]),
        # As North African pages and Peruvian ones write.
        ("fr", "Il est arrivé il ya 3 jours à Nouakchott.", [("2024-05-12", "2024-05-12")]),
        ("es", "Fue detenido el 5 de set. de 2023.", [("2023-09-05", "2023-09-05")]),
    ],
)
def test_what_a_newspaper_reader_reads_on_15_may(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert days(text, language, MAY) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("أوقف الرجل يوم 3 مايو 2021 وفي الليلة نفسها أفرج عنه.", "2021-05-03"),
        ("أوقف الرجل يوم 3 مايو 2021 وكان الوزير قد استقال قبل ذلك بيومين.", "2021-05-01"),
        ("أوقف الرجل يوم 3 مايو 2021 وأفرج عنه بعد يوم من ذلك.", "2021-05-04"),
    ],
)
def test_that_night_and_two_days_before_that_count_from_the_story_in_arabic(text: str, day: str) -> None:
    assert days(text, "ar", MAY)[-1] == (day, day)


def test_a_length_that_begins_yesterday_lasts_and_counts_to_no_day() -> None:
    assert days("تعليق الإبحار لمدة عشرة أيام ابتداء من أمس.", "ar", MAY) == [("2024-05-14", "2024-05-14")]
