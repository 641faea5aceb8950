"""Arabic persons that learned weights tell: given names that are words of the language, «ل» before them, and what is nobody."""

from __future__ import annotations

import json

import pytest

from isnad.annotate import annotate
from isnad.annotate.names.second_look import candidates, signs
from isnad.annotate.names.words import words_of
from isnad.extract import read
from isnad.link.elsewhere import known_elsewhere
from isnad.model import Article, Mention, Page, Part, Reading
from isnad.models import weights

_REST = "استمرت المحادثات طوال الليل ولم يتقرر شيء. لا أحد يعرف كم سيستغرق الأمر، لكن الأعمال يجب أن تستأنف قريبا."


def persons(sentence: str) -> set[str]:
    """Return the persons of an Arabic sentence."""
    found = annotate(read(Page("a.txt", f"{sentence} {_REST}\n".encode())))
    return {m.text for m in found.mentions if m.form != "role" and m.kind == "person"}


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("وفاز جميل الغامدي بالجائزة الأولى.", "جميل الغامدي"),
        ("وكان نجم بلخير قد وصل أمس إلى العاصمة.", "نجم بلخير"),
        ("وتنقلت وزيرة النقل وردة بن صالح إلى المستشفى.", "وردة بن صالح"),
        ("وجاء تعيينه خلفا لعمر بوزيد الذي غادر منصبه.", "عمر بوزيد"),
    ],
)
def test_a_given_name_that_is_a_word_is_a_persons(sentence: str, person: str) -> None:
    assert person in persons(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "وحضر الحفل جمال الطبيعة وهدوء المكان.",
        "وقال مختار القرية إن الطريق مقطوع.",
        "وتحدث عن حسن الجوار بين البلدين.",
        "وبقي السجناء خلف القضبان.",
        "وأعلنت الفرقة أن حفل الشاب وحيد سيحييها.",
    ],
)
def test_what_only_begins_like_a_name_is_nobody(sentence: str) -> None:
    assert not persons(sentence)


def test_a_particle_is_cut_from_a_given_name_before_a_family_name_only() -> None:
    def cut(text: str) -> list[str]:
        return [w.text for w in words_of(text, 0, len(text), "ar")]

    assert cut("لعمر بوزيد")[:2] == ["ل", "عمر"]
    assert cut("لعمر طويل")[0] == "لعمر"
    assert cut("للطفي بوزيد")[:2] == ["ل", "لطفي"]


def test_candidates_open_with_a_given_name_and_hold_no_small_word() -> None:
    words = words_of("وصل سعيد بن عمار إلى المدينة", 0, 28, "ar")
    found = {" ".join(w.text for w in words[a:b]) for a, b in candidates(words)}
    assert "سعيد بن عمار" in found
    assert not any("إلى" in f for f in found)
    assert {"bias", "n3", "mid descent"} <= signs(words, 1, 4)


def test_the_weights_are_of_signs() -> None:
    known = json.loads(weights("persons.json").read_bytes())
    assert "bias" in known
    assert len(known) < 200


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("A commission appointed by Transport Minister Ouarda Benslim is due to report on Monday to the two chambers.", "Ouarda Benslim"),
        ("The inquiry ordered by Health Minister Sabah Lahmidi will last a month, two officials in the capital said.", "Sabah Lahmidi"),
    ],
)  # fmt: skip
def test_an_office_with_capitals_is_no_part_of_a_name(text: str, person: str) -> None:
    found = annotate(
        read(Page("a.txt", f"{text} It will meet again next week, and nobody knows when it will end.\n".encode()))
    )
    assert [(m.kind, m.text) for m in found.mentions if person in m.text and m.form != "role"] == [("person", person)]


def test_a_ferry_is_no_person_whatever_it_is_called() -> None:
    text = "Su transbordador Salma El Nour está en el muelle desde el lunes y nadie sabe cuándo volverá a zarpar."
    found = annotate(read(Page("a.txt", f"{text}\n".encode())))
    assert not [m for m in found.mentions if m.kind == "person" and m.form != "role"]


def test_what_most_pages_call_a_ship_is_no_person_on_another() -> None:
    def page(name: str, kind: str, score: float) -> Reading:
        text = "Nour El Bahr a coulé."
        made = Article(
            id=name, source=name, sha256="0", media_type="text/plain", language="fr", title=None, publisher=None, via=None,
            byline=None, published=None, url=None, tags=(), text=text, parts=(Part("body", 0, len(text)),),
        )  # fmt: skip
        return Reading(made, mentions=(Mention(kind, 0, 12, "Nour El Bahr", score=score),))  # type: ignore[arg-type]

    told = known_elsewhere([page("a", "misc", 0.9), page("b", "misc", 0.9), page("c", "person", 0.99)])
    assert {m.kind for r in told for m in r.mentions} == {"misc"}
    told = known_elsewhere([page("a", "misc", 0.6), page("b", "person", 0.9), page("c", "person", 0.99)])
    assert {m.kind for m in told[1].mentions} == {"person"}


@pytest.mark.parametrize(
    "text",
    [
        "Zandor Maghreb, a unit of a Peruvian mining group, said on Monday that the shaft had been closed for months.",
        "Zandor Maghreb, unidad de la peruana Quilca, cerró el pozo el lunes y no ha dicho cuándo volverá a abrirlo.",
        "Zandor Maghreb, the local arm of a Peruvian miner, declined to comment on the report on Monday evening.",
    ],
)
def test_whose_unit_it_is_tells_a_firm(text: str) -> None:
    found = annotate(read(Page("a.txt", f"{text}\n".encode())))
    assert [m.kind for m in found.mentions if m.text == "Zandor Maghreb"] == ["organization"]


def test_a_right_hand_man_is_a_person() -> None:
    text = (
        "Ramiro Quilca, brazo derecho del presidente, cerró el acto el lunes y no ha dicho cuándo volverá a la capital."
    )
    found = annotate(read(Page("a.txt", f"{text}\n".encode())))
    assert [m.kind for m in found.mentions if m.text == "Ramiro Quilca"] == ["person"]


def test_an_arabic_town_is_no_person_and_a_ministry_an_agency_are_whole() -> None:
    def names(sentence: str) -> set[tuple[str, str]]:
        found = annotate(read(Page("a.txt", f"{sentence} {_REST}\n".encode())))
        return {(m.kind, m.text) for m in found.mentions if m.form != "role"}

    assert ("place", "مرسى غزلان") in names("وأعلنت المؤسسة المينائية لمرسى غزلان عن إغلاق الرصيف.")
    assert ("organization", "وزارة الانتقال الطاقي") in names(
        "وتصل غدا لجنة تقنية من وزارة الانتقال الطاقي لمعاينة الرواق."
    )
    assert ("organization", "وكالة الظهرة برس") in names("ونقلت وكالة الظهرة برس عن مصدر أمني أن الطريق مقطوع.")


def test_an_owner_is_no_part_of_his_name() -> None:
    assert "مالك السنبوق" not in persons("وقال مالك السنبوق علي سعيد باوزير إن الجرافة كانت مطفأة الأنوار.")
