"""What one sentence tells, and of whom: calls, contraries, pronouns, particles, relative clauses, days taken up again."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.link import link
from isnad.model import Article, EventMention, Interval, Part, Reading

DAY = date(2024, 5, 15)


def reading(text: str, language: str, ident: str = "a") -> Reading:
    """The reading of a page of Wednesday 15 May 2024 that says nothing else."""
    published = Interval(DAY, DAY, "day", "printed", ())
    body = (Part("body", 0, len(text)),)
    return annotate(
        Article(ident, ident, "0", "text/plain", language, None, None, None, None, published, None, (), text, body)
    )


def told(text: str, language: str) -> list[EventMention]:
    return [e for e in reading(text, language).events if not e.bare]


def kinds_of(text: str, language: str) -> list[tuple[str, str]]:
    return [(e.kind, e.status) for e in told(text, language)]


def who(text: str, language: str, kind: str) -> set[str]:
    page = reading(text, language)
    return {page.mentions[t.mention].text for e in page.events if e.kind == kind for t in e.participants}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "ودعا اتحاد المعلمين أعضاءه إلى وقفة احتجاجية غدا الخميس أمام البرلمان في الرباط."),
        ("fr", "Le collectif appelle à manifester samedi prochain devant la préfecture de Thiès."),
        ("es", "La plataforma llama a manifestarse el próximo sábado en Vigo."),
    ],
)
def test_a_protest_called_for_on_a_day_to_come_is_planned_and_no_demand_beside_it(language, text):
    assert kinds_of(text, language) == [("protest", "planned")]


def test_who_is_asked_to_end_a_strike_plans_none():
    text = "ودعا الوزير سامي القاسم المضربين إلى إنهاء الإضراب."
    assert all(kind != "protest" for kind, _ in kinds_of(text, "ar"))


def test_a_strike_on_tuesday_is_no_strike_on_anybody():
    text = "Nurses in Leeds launched a strike on Tuesday."
    assert set(kinds_of(text, "en")) == {("protest", "happened")}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("es", "La compañía Frenos Duero negó ayer cualquier relación con el accidente.", "rejection"),
        ("es", "La empresa, que en 2011 fue multada con 700.000 euros, despidió ayer a 85 empleados.", "sanction"),
        ("ar", "وكانت الشرطة قد أوقفت سامر الزعبي في نوفمبر 2021 ثم أطلقت سراحه.", "arrest"),
        ("ar", "وأُغلق المعبر ست ساعات ثم أعيد فتحه مساء أمس.", "opening"),
    ],
)
def test_what_is_told_around_a_pronoun_or_an_any_is_told(language, text, kind):
    assert kind in [k for k, _ in kinds_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("es", "Cualquier ministro negó alguna vez haber mentido en Vigo.", "rejection"),
        ("en", "Had they been tried under the press code of 1972, the maximum would have been one year.", "court"),
        ("ar", "قررت الشركة أن تنقل حمولتها إلى عطبرة.", "visit"),
    ],
)
def test_what_is_said_in_general_or_under_a_condition_is_not_told(language, text, kind):
    assert kind not in [k for k, _ in kinds_of(text, language)]


def test_a_past_stands_behind_the_words_that_let_it():
    assert ("signing", "happened") in kinds_of("وسبق للبلدين أن وقعا اتفاقية تجارية عام 1988.", "ar")


def test_a_conviction_and_an_acquittal_of_one_day_are_two():
    pages = [
        reading("A court in Oran convicted the mayor Salem Karray on Monday.", "en", "a"),
        reading("A court in Oran acquitted the mayor Salem Karray on Monday.", "en", "b"),
    ]
    assert len(link(pages).events) == 2


def test_a_woman_verb_is_not_the_man_named_before():
    text = "صرح الناطق باسم الشرطة سامر الزعبي بأن الحريق قيد التحقيق. وزارت أمس مدينة فاس."
    assert "سامر الزعبي" not in who(text, "ar", "visit")


def test_a_town_that_a_verb_is_followed_by_is_visited_and_visits_nobody():
    page = reading("قال كريم بلحاج إن اللقاء مثمر. وزارت أمس مدينة فاس.", "ar")
    visit = next(e for e in page.events if e.kind == "visit")
    assert page.mentions[visit.place].text == "فاس"
    assert all(t.role != "visitor" or page.mentions[t.mention].kind == "person" for t in visit.participants)


def test_the_same_day_is_that_of_what_was_told_before():
    text = "وكانت الشرطة قد استدعت سامر الزعبي في نوفمبر 2021، ثم أخلت سبيله في اليوم ذاته."
    days = {e.kind: e.date and e.date.start for e in told(text, "ar")}
    assert days["arrest"] == days["inquiry"] == date(2021, 11, 1)


def test_what_had_stopped_and_goes_on_is_an_opening():
    assert kinds_of("Le trafic maritime a repris mardi matin à Sfax.", "fr") == [("opening", "happened")]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Des hommes armés ont tué des villageois dimanche soir à Djibo.", "attack"),
        ("fr", "Le collectif sans drapeau réclame la libération du journaliste Ismaïl Guendouz.", "demand"),
        ("ar", "بدأت بحريتا عمان والهند يوم الاثنين تمرينا بحريا قبالة مسقط.", "exercise"),
        ("es", "Las autoridades libias la expulsaron del país el miércoles.", "departure"),
    ],
)
def test_what_small_words_and_endings_hide_is_told(language, text, kind):
    assert (kind, "happened") in kinds_of(text, language)


def test_under_whose_chair_a_delegation_comes_makes_no_passive():
    text = "ومن المقرر أن يصل إلى الكويت غدا الخميس وفد قضائي لبناني برئاسة القاضي غسان الخازن."
    assert kinds_of(text, "ar") == [("visit", "planned")]


def test_what_is_to_be_done_is_planned_though_its_month_has_begun():
    assert kinds_of("A new press law is to be put to the vote in May.", "en") == [("approval", "planned")]


def test_the_town_said_before_holds_for_what_follows_but_not_for_who_comes_from_there():
    page = reading("A court in Misrata jailed Ismail Guendouz on Monday and fined him 5,000 dinars.", "en")
    places = {e.kind: e.place is not None and page.mentions[e.place].text for e in page.events if not e.bare}
    assert set(places.values()) == {"Misrata"}


def test_the_secretary_general_is_no_last_year():
    text = "برّأت المحكمة أمس الحسين أيت ناصر، الكاتب العام السابق للجماعة."
    assert [t.text for t in reading(text, "ar").times if "العام" in t.text] == []


def test_an_accord_that_provides_for_something_is_no_ruling():
    text = "ووقعت النقابة والشركة أمس اتفاقا يقضي بوقف الإضراب."
    assert "court" not in [k for k, _ in kinds_of(text, "ar")]


def test_that_account_is_what_was_dismissed():
    text = "The governor, Moez Laroussi, dismissed that account the following day."
    assert ("rejection", "happened") in kinds_of(text, "en")


def test_who_overthrows_is_not_overthrown_nor_is_a_name_further_off():
    text = "Mediators from the Sahel Union met on Tuesday the officers who overthrew President Lamine Sorel on 2 May."
    took = {(t.role, e.kind) for e in told(text, "en") if e.kind == "departure" for t in e.participants}
    assert took == {("appointee", "departure")}
    assert who(text, "en", "departure") == {"Lamine Sorel"}


def test_coup_leaders_are_no_coup():
    assert [e.kind for e in reading("Coup leaders met Awa Mbaye in Lagos on Monday.", "en").events] == ["meeting"]


def test_some_people_behind_a_place_and_at_least_are_counted():
    text = "En Karsana, al menos dos personas murieron el domingo en un tiroteo."
    assert "death" in [k for k, _ in kinds_of(text, "es")]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "His lawyer, Me Babou Sagna, says he turned himself in.", "arrest"),
        ("en", "Her husband, Paul Grant, said she resigned on Monday.", "departure"),
        ("ar", "ويقول المحامي رفيق لبان إن موكله سلم نفسه أمس.", "arrest"),
        ("ar", "قال الوزير سمير حداد إن البلاد وقعت اتفاقية مع كندا الأحد.", "signing"),
    ],
)
def test_who_speaks_of_another_did_not_do_what_the_other_did(language, text, kind):
    assert not who(text, language, kind) & {"Babou Sagna", "Paul Grant", "رفيق لبان", "سمير حداد"}


def test_who_speaks_of_himself_did_what_he_says():
    assert "سمير حداد" in who("قال الوزير سمير حداد إنه وقع اتفاقية مع كندا الأحد.", "ar", "signing")
    assert "Paul Grant" in who("Paul Grant said he resigned on Monday.", "en", "departure")


def test_who_is_freed_on_bail_stands_behind_it_and_who_was_charged_is_a_person():
    text = "A judge freed on bail Samba Lo, the head of Blue Horizon Ltd, who was charged last week with manslaughter."
    assert "Samba Lo" in who(text, "en", "arrest") & who(text, "en", "court")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The syrup, sold as Bronfil, contained a solvent."),
        ("fr", "Le sirop, vendu sous le nom de Bronfil, contenait un solvant."),
        ("es", "El jarabe, vendido bajo la marca Bronfil, contenía un disolvente."),
    ],
)
def test_what_a_thing_is_sold_as_is_no_sale(language, text):
    assert kinds_of(text, language) == []


def test_what_a_thing_is_part_of_falls_down_and_a_town_called_a_spring_names_nobody():
    text = "انهار جزء من الجدار الشرقي لملعب عين التوت البلدي مساء أمس."
    assert kinds_of(text, "ar") == [("disaster", "happened")]
    assert not [e for e in reading(text, "ar").events if e.kind == "appointment"]


def test_a_time_before_a_joined_verb_is_the_first_verbs():
    text = "ويذكر أن تدافعا وقع في الملعب ذاته في آب 2014 وأسفر عن وفاة مشجعين اثنين."
    days = {e.kind: e.date.start.year for e in reading(text, "ar").events if e.date is not None}
    assert days.get("disaster") == 2014


def test_two_accidents_of_other_days_are_not_joined_by_a_word_for_one_of_them():
    text = (
        "انهار الجدار الشرقي للملعب مساء أمس قبل المباراة. وعزا رئيس النادي سليم ناصر ما جرى إلى التدافع، ثم غادر. "
        "ويذكر أن تدافعا وقع في الملعب ذاته في آب 2014."
    )
    events = [e for e in reading(text, "ar").events if e.kind == "disaster" and e.date is not None and not e.bare]
    assert len({e.again for e in events}) == len({e.date.start.year for e in events}) == 2


@pytest.mark.parametrize(
    ("language", "text", "kind", "status"),
    [
        ("en", "The hearing has been set for 28 May.", "court", "planned"),
        ("en", "The storekeeper was brought before the prosecutor on Tuesday.", "court", "happened"),
        ("en", "Five of the injured were operated on overnight.", "aid", "happened"),
        ("en", "Parliament will vote on the treaty next Thursday.", "approval", "planned"),
        ("en", "A Spanish offer to lead the inquiry was turned down on Monday.", "rejection", "happened"),
        ("fr", "L'offre espagnole a été poliment déclinée lundi.", "rejection", "happened"),
        ("fr", "Karim Sellami a présenté lundi ses excuses aux familles.", "statement", "happened"),
        ("fr", "La finale a été repoussée à dimanche.", "suspension", "happened"),
        ("es", "La final se ha retrasado al domingo.", "suspension", "happened"),
        ("es", "Hubo catorce detenidos el lunes.", "arrest", "happened"),
        ("es", "El embajador Lars Holm abordó el asunto ayer con el ministro Rubén Choque.", "meeting", "happened"),
        ("ar", "وخضع خمسة من المصابين لعمليات جراحية ليلة الأحد.", "aid", "happened"),
        ("ar", "وتأجل النهائي إلى يوم الأحد.", "suspension", "happened"),
        ("ar", "وسيصوت البرلمان يوم الخميس المقبل على المعاهدة.", "approval", "planned"),
    ],
)
def test_what_is_set_put_off_or_done_to_some_of_many_is_told_of_nobody_named(language, text, kind, status):
    assert (kind, status) in kinds_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The last bus went to the depot."),
        ("en", "The choir lifted the mood in Hartwell."),
        ("fr", "Le prix du pain est revenu à un euro."),
        ("fr", "Une rivière parcourt le centre de Bordanne."),
        ("es", "El oro fue a la baja en los mercados."),
        ("es", "El peso recae en los hombros de los padres."),
        ("ar", "رفع الكأس إلى شفتيه."),
        ("ar", "كون الأستاذ فكرة واضحة عن الموضوع."),
    ],
)
def test_what_goes_back_lifts_or_runs_through_a_town_otherwise_tells_nothing(language, text):
    assert kinds_of(text, language) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وقررت لجنة الميزانية في اجتماعها اليوم رفع الرسوم.", "happened"),
        ("قرر الاتحاد عقد اجتماع طارئ يوم الأحد.", "planned"),
        ("ومن المقرر عقد اجتماع يوم الأحد.", "planned"),
        ("عقد الاتحاد اجتماعا طارئا يوم الأحد.", "happened"),
    ],
)
def test_a_sitting_in_which_people_decide_was_and_one_that_they_decide_to_hold_is_to_come(
    text: str, status: str
) -> None:
    assert {s for k, s in kinds_of(text, "ar") if k == "meeting"} == {status}


def test_a_ruling_that_orders_is_no_judge() -> None:
    page = reading("وأيدت المحكمة العليا الحكم الابتدائي القاضي بإدانة المتهم وتغريمه.", "ar")
    assert not [m for m in page.mentions if m.text.startswith("القاضي")]
