"""Names end where grammar closes them, bodies of two nationalities are two, houses and crafts are no persons."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part


def names(text: str, language: str) -> set[tuple[str, str]]:
    empty = (None,) * 6
    article = Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),))
    return {(m.kind, m.text) for m in annotate(article).mentions if m.form == "name"}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("سحب المصرف المركزي أمس ترخيصين.", "المصرف المركزي"),
        ("أعلنت الشرطة النيجرية التعاون الدولي في ملاحقة المهربين.", "الشرطة النيجرية"),
        ("صادق المجلس الجماعي على الميزانية.", "المجلس الجماعي"),
        ("وستنظر المحكمة الإدارية يوم الثلاثاء في الدعوى.", "المحكمة الإدارية"),
        ("أسست شركة حمد الرواحنة وأولاده مصنعا للأعلاف.", "حمد الرواحنة وأولاده"),
        ("نفى الإليزيه وجود اتفاق.", "الإليزيه"),
    ],
)
def test_an_arabic_body_ends_before_what_is_indefinite_and_before_prepositions(sentence: str, body: str) -> None:
    assert ("organization", body) in names(sentence, "ar")


def test_what_was_run_together_with_a_body_stays_a_name() -> None:
    found = names("سحب مصرف البحرين المركزي ترخيص بنك الواحة التجاري.", "ar")
    assert {("organization", "مصرف البحرين المركزي"), ("organization", "بنك الواحة التجاري")} <= found
    found = names("المديرة التنفيذية للصندوق العالمي للمدن القديمة إنغريد سولفانغ وصلت.", "ar")
    assert ("person", "إنغريد سولفانغ") in found


def test_an_organ_of_a_body_and_two_ambassadors_are_no_names() -> None:
    found = names("بحضور سفيري إسبانيا وقطر، أعلن المصرف أن مجلس إدارته قرر سحب الترخيص.", "ar")
    assert not any("سفيري" in text or "إدارته" in text for _, text in found)


@pytest.mark.parametrize(
    ("language", "sentence", "bodies"),
    [
        ("en", "The Malian army and Nigerien police are investigating.", {"Malian army", "Nigerien police"}),
        ("ar", "الجيش المالي والشرطة النيجرية يحققان في الهجوم.", {"الجيش المالي", "الشرطة النيجرية"}),
    ],
)
def test_bodies_of_two_nationalities_are_two(language: str, sentence: str, bodies: set[str]) -> None:
    assert {("organization", b) for b in bodies} <= names(sentence, language)


def test_a_satellite_with_its_number_and_tens_of_beds_are_no_persons() -> None:
    found = names("إرجاء إطلاق القمر الصناعي «ياسمين 1». ستون سريرا تحت الخيام.", "ar")
    assert not any(kind == "person" for kind, _ in found)


@pytest.mark.parametrize(
    ("language", "sentence", "airport"),
    [
        ("es", "Fue detenido en el aeropuerto de Túnez-Cartago cuando embarcaba.", "Túnez-Cartago"),
        ("fr", "Il a été arrêté à l'aéroport de Tunis-Carthage.", "Tunis-Carthage"),
    ],
)
def test_an_airport_of_two_towns_is_one(language: str, sentence: str, airport: str) -> None:
    assert ("place", airport) in names(sentence, language)


def test_two_towns_of_a_line_are_two() -> None:
    found = names("Le train Paris-Madrid a été supprimé.", "fr")
    assert {("place", "Paris"), ("place", "Madrid")} <= found


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "name"),
    [
        ("es", "La portavoz de Vecinos por Lucainena exige saber cuánto costará.", "organization", "Vecinos por Lucainena"),
        ("en", "They restored the Dyers' Quarter in the old town.", "place", "Dyers' Quarter"),
        ("en", "The Public Works Directorate said he had presented himself.", "organization", "Public Works Directorate"),
        ("fr", "L'armateur, Atuneros Brezo, établi à Vigo, n'avait pas réagi.", "organization", "Atuneros Brezo"),
        ("en", "Its former auditors, Whitby Pennock, put it at 148 million.", "organization", "Whitby Pennock"),
        ("fr", "Le conseiller municipal Hilal Tabbah a réclamé la démission du maire.", "person", "Hilal Tabbah"),
        ("fr", "Les secours sont arrivés à Ben Guerdane hier soir.", "place", "Ben Guerdane"),
        ("es", "El presidente anunció una visita a Petra.", "place", "Petra"),
        ("fr", "La voûte du khan al-Sabbaghine s'est effondrée.", "place", "khan al-Sabbaghine"),
        ("fr", "La Fédération et le club ont signé un accord.", "organization", "Fédération"),
        ("fr", "La gendarmerie a arrêté deux hommes.", "organization", "gendarmerie"),
        ("ar", "كلف مساعدته الأولى، منية الشرفي، بتسيير البلدية.", "person", "منية الشرفي"),
        ("ar", "قال طارق وهبه إن المصنع سيغلق أبوابه.", "person", "طارق وهبه"),
        ("ar", "رفعت الدعوى جمعية «عين على المال» لإلغاء العقد.", "organization", "عين على المال"),
        ("ar", "قال سليم الزعيطي، عمدة رأس الزعفران، إنه غادر.", "place", "رأس الزعفران"),
        ("ar", "كان في انتظاره بمطار تونس قرطاج عشرات من أنصاره.", "place", "مطار تونس قرطاج"),
        ("ar", "توجهت القافلة إلى مركز إقليم نابادوغو الذي تفشت فيه الكوليرا.", "place", "نابادوغو"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_says_what_it_is(language: str, sentence: str, kind: str, name: str) -> None:
    assert (kind, name) in names(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "name"),
    [
        ("en", "His lawyer, Rashid Awabdeh, said the treaty was the music.", "person", "Rashid Awabdeh"),
        ("fr", "Le capitaine de gendarmerie a refusé.", "organization", "gendarmerie"),
        ("en", "Published Mar 6, 2014, by the author.", "place", "Mar 6"),
        ("ar", "وصل وفد كبير إلى المطار.", "person", "بير"),
    ],
)
def test_and_what_does_not(language: str, sentence: str, kind: str, name: str) -> None:
    assert ((kind, name) in names(sentence, language)) == (name == "Rashid Awabdeh")
