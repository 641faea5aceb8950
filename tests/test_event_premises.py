"""Where something took place that a house tells: a body's building, one's own offices, the site of a crash, the town of talks and of the police."""

from __future__ import annotations

import pytest

from test_kinds import reading


def where(text: str, language: str) -> str | None:
    """The place of the first event that is told."""
    r = reading(text, language)
    e = next(e for e in r.events if not e.bare)
    return None if e.place is None else r.mentions[e.place].text


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "About 200 nurses rallied outside the Ministry of Health on Monday.", "Ministry of Health"),
        (
            "fr",
            "Une centaine d'apiculteurs ont bloqué lundi l'entrée du ministère de l'Agriculture.",
            "ministère de l'Agriculture",
        ),
        ("es", "El sindicato firmó el lunes un acuerdo en la sede del Ministerio de Salud.", "Ministerio de Salud"),
        ("ar", "وقع الوزيران الاتفاق في مقر وزارة الصحة يوم الاثنين.", "وزارة الصحة"),
        ("fr", "Les deux ministres se sont rencontrés lundi au ministère de la Santé.", "ministère de la Santé"),
        ("ar", "ودعت رابطة الصحافيين إلى اعتصام أمام مقرها غدا الأربعاء.", "رابطة الصحافيين"),
        ("en", "The Geneva talks ended on Monday without a deal.", "Geneva"),
        ("fr", "Les pourparlers de Dakar entre le Mali et le Niger ont pris fin mardi.", "Dakar"),
        ("ar", "أوقف رجلان يوم الاثنين، حسب ما أعلنته شرطة سوسة.", "سوسة"),
        ("ar", "وقطع عشرات المزارعين، صباح أمس، طريق الهرمل - بعلبك بالإطارات المشتعلة.", "طريق الهرمل"),
        ("en", "Belize's Senate ratified the treaty on Friday.", "Belize"),
        ("en", "Bogota's bus company annulled a $4 million contract on Thursday.", "Bogota"),
        ("ar", "ويعود الاتفاق إلى مارس 2017، حين وقعه البلدان في نواكشوط.", "نواكشوط"),
    ],
)
def test_a_house_says_where(language, text, place):
    assert where(text, language) == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nurses protested on Monday against the Ministry of Health."),
        ("en", "She works as an adviser at the Ministry of Health and met Tom Harker on Monday."),
        ("fr", "Le syndicat a signé lundi un accord avec le ministère de la Santé."),
        ("en", "Tom Harker, head of the office of the Red Cross, met Ann Price on Monday."),
        ("ar", "التقى الوزير سالم البدري مدير مكتب الأمم المتحدة يوم الاثنين."),
    ],
)
def test_a_body_is_no_place(language, text):
    assert where(text, language) is None


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "en",
            "A train derailed in Leeds on Monday. The minister visited the scene of the accident on Tuesday.",
            "Leeds",
        ),
        (
            "en",
            "A train derailed in Leeds on Monday. The minister Ann Price visited the crash site on Tuesday.",
            "Leeds",
        ),
        (
            "es",
            "Un tren descarriló el lunes en Jaca. La ministra Ana Varela visitó el martes la zona del accidente.",
            "Jaca",
        ),
        ("ar", "انهار مبنى يوم الاثنين في سوسة. وتفقد الوزير سالم البدري مكان الانهيار يوم الثلاثاء.", "سوسة"),
    ],
)
def test_the_site_of_a_mishap_is_where_that_was(language, text, place):
    r = reading(text, language)
    assert [r.mentions[e.place].text for e in r.events if e.kind == "visit" and e.place is not None] == [place]


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "The envoy left Bogota on Sunday. Gunmen attacked a post in the capital on Monday.", "attack", "Bogota"),
        ("ar", "تظاهر المئات يوم الاثنين في العاصمة. وقالت حكومة النيجر في نيامي إن الهدوء عاد.", "protest", "نيامي"),
        ("fr", "Arrivée dimanche à Alger, la ministre Anne Varlin a visité la capitale lundi.", "visit", "Alger"),
        (
            "en",
            "A landslide buried ten houses in Leeds on Monday. Two were pulled out on Tuesday.",
            "disaster",
            "Leeds",
        ),
    ],
)
def test_the_capital_is_the_one_that_is_named(language, text, kind, place):
    r = reading(text, language)
    assert {r.mentions[e.place].text for e in r.events if e.kind == kind and e.place is not None} == {place}


def test_a_capital_named_elsewhere_is_not_meant():
    text = "Gunmen attacked a checkpoint in the capital on Monday. The talks in Paris failed."
    attack = next(e for e in reading(text, "en").events if e.kind == "attack")
    assert attack.place is None
