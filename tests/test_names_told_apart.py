"""Names and the words right beside them: ranks, verbs, what somebody is at the time, whom a house is called after, where one is from."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, Reading


def _read(language: str, text: str) -> Reading:
    return annotate(
        Article("a", "a", "0", "text/plain", language, *((None,) * 6), (), text, (Part("body", 0, len(text)),))
    )


def _named(language: str, text: str, kind: str) -> list[str]:
    return [m.text for m in _read(language, text).mentions if m.kind == kind and m.form == "name"]


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "en",
            "Two guards were held, among them Sergeant Khaled al-Zarrad, a nephew of the commander.",
            "Khaled al-Zarrad",
        ),
        ("en", "Detective Inspector Jane Rowbottom said the safe was empty.", "Jane Rowbottom"),
        ("fr", "« On nous oublie », soupire le hautboïste Washington Píriz.", "Washington Píriz"),
        ("fr", "La nouvelle secrétaire générale de l'autorité, Haïfa Chdeifat, a paraphé l'avenant.", "Haïfa Chdeifat"),
        ("ar", "ينفي ولد الشيخ سيديا أي علاقة له بالشركة.", "ولد الشيخ سيديا"),
        ("ar", "سيرث ولد اباه رئاسة المجلس.", "ولد اباه"),
        ("ar", "نفت منت الداه التهم.", "منت الداه"),
        ("ar", "قال يمهل ولد سيدي إن القافلة وصلت.", "يمهل ولد سيدي"),
        ("ar", "وروى العامل الناجي نور الدين بلعياشة: «سمعنا صفيرا».", "نور الدين بلعياشة"),
        ("ar", "وقال كارلوس إيبانيز غوتيريز إن المشروع متوقف.", "كارلوس إيبانيز غوتيريز"),
        ("ar", "وقال علي كوليبالي بامبا إن الحدود مغلقة.", "علي كوليبالي بامبا"),
        ("ar", "وقال والد الضحية، علي مصباح، إن ابنه كان في الطريق.", "علي مصباح"),
        ("ar", "ضبطت الشرطة المدون إسلام الفنجري لنشره أرقاما.", "إسلام الفنجري"),
    ],
)
def test_a_person_is_named_whole_and_without_what_stands_before(language: str, text: str, person: str) -> None:
    assert person in _named(language, text, "person")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("مولت مؤسسة الأمير خالد البرنامج.", "مؤسسة الأمير خالد"),
        ("أعلنت مؤسسة الملك عبد الله للتراث فتح باب الترشح.", "مؤسسة الملك عبد الله للتراث"),
        ("نظمت جمعية الشهيد أحمد باباي حملة.", "جمعية الشهيد أحمد باباي"),
    ],
)
def test_a_house_called_after_somebody_is_one_body_and_nobody(text: str, body: str) -> None:
    assert _named("ar", text, "organization") == [body]
    assert _named("ar", text, "person") == []


@pytest.mark.parametrize(
    "text",
    [
        "لا حديث في المقاهي إلا عن السجين، ابن المدينة الذي فر.",
        "كتبت بنت غريان على صفحتها ردا طويلا.",
        "تضررت القرى جراء العاصفة «دانا» أمس.",
    ],
)
def test_natives_and_storms_are_no_persons(text: str) -> None:
    assert _named("ar", text, "person") == []


def test_philosophers_are_no_natives() -> None:
    assert "ابن خلدون" in _named("ar", "قال ابن خلدون إن العصبية أساس الملك.", "person")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انعقدت القمة بأكرا في ماي.", "أكرا"),
        ("لا حديث في مقاهي مرتيل إلا عن المباراة.", "مرتيل"),
        ("التقى الوالي وفدا من تجار معان مساء الأحد.", "معان"),
        ("يقع المقر في شارع عمر المختار وسط طرابلس.", "شارع عمر المختار"),
        ("يقع المقر في شارع عمر المختار وسط طرابلس.", "طرابلس"),
    ],
)
def test_a_town_is_told_by_who_lives_in_it(text: str, place: str) -> None:
    assert place in _named("ar", text, "place")


def test_an_office_closes_before_a_noun_without_the_article() -> None:
    roles = [m.text for m in _read("ar", "غادر الوزير مطار نواكشوط ليلا.").mentions if m.form == "role"]
    assert roles == ["الوزير"]
    held = _read("ar", "وأوقف وزير الزراعة مديرة الحجر بالميناء الدكتورة سامية الدرعمي عن العمل.").mentions
    assert [m.text for m in held if m.form == "role"] == ["وزير الزراعة"]
    assert [m.role.text[:5] for m in held if m.role] == ["مديرة"]


def test_any_body_of_a_sort_is_no_name() -> None:
    assert _named("ar", "قال مسؤول في جمعية زراعية محلية إن الموسم ضعيف.", "organization") == []
    assert _named("ar", "أكد وزير الخارجية الإيراني فرهاد كاظمي استمرار المفاوضات.", "organization") == []


def test_ministers_in_a_row_who_sign_are_persons() -> None:
    text = "A memorandum was signed in Djerba by the two interior ministers, Kamel Souissi and Abdulhakim Grada, says Tunis."
    assert _named("en", text, "person") == ["Kamel Souissi", "Abdulhakim Grada"]


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("es", "Trescientas trabajadoras de la conservera Peña Cara se manifestaron.", "Peña Cara"),
        ("en", "She sailed after her owners, Gorrotegi Tuna, paid a fine.", "Gorrotegi Tuna"),
        ("en", "A consortium of two firms and the Emirati fund Al-Sidr won the tender.", "Al-Sidr"),
        ("es", "La congregación de las Hermanas de la Brisa lo desmiente.", "Hermanas de la Brisa"),
        ("es", "María Ospina Restrepo, gerente de Cafés del Quindío, negó los despidos.", "Cafés del Quindío"),
        ("es", "La jueza citó al presidente de Aceites del Segura, Ginés Cutillas.", "Aceites del Segura"),
    ],
)
def test_what_stands_beside_tells_a_body(language: str, text: str, body: str) -> None:
    assert body in _named(language, text, "organization")


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("es", "Los camiones cortan la ruta 3 a la altura de Coronel Vidaurre.", "Coronel Vidaurre"),
        ("es", "La ministra de Salud de Guatemala, Ana Lucía Xitumul, viajó a Cobán.", "Guatemala"),
        ("es", "«No nos avisaron», contó una vecina en una calle de Chinandega.", "Chinandega"),
        ("ar", "أوقف الرجل يوم الخميس بالمعبر الحدودي مييو كيي وهو متنكر.", "مييو كيي"),
    ],
)
def test_what_stands_beside_tells_a_place(language: str, text: str, place: str) -> None:
    assert place in _named(language, text, "place")


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "The blogger Islam al-Fenjary, held for a week, was freed on bail.", "Islam al-Fenjary"),
        ("ar", "أما زوجته ميريا جوردا فتؤكد أنهم أخرجوه من غرفته.", "ميريا جوردا"),
        ("ar", "وصل إلى المعبر الحدودي محمد السالمي قبل الفجر.", "محمد السالمي"),
        ("en", "The pilot of the ferry, Petra Novak, was hurt.", "Petra Novak"),
    ],
)
def test_what_stands_beside_tells_a_person(language: str, text: str, person: str) -> None:
    assert person in _named(language, text, "person")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry Petra Star left Aqaba on Monday."),
        ("es", "La última vez que sor Milagros pisó Tafalla fue en las fiestas."),
    ],
)
def test_ships_and_verbs_are_no_part_of_a_person(language: str, text: str) -> None:
    assert not any("Star" in p or "Tafalla" in p for p in _named(language, text, "person"))


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("ar", "يفترش المسافرون الأرض، حسب جمعية مسافرون بلا حدود.", "جمعية مسافرون بلا حدود"),
        ("ar", "قالت منظمة «بياطرة بلا حدود» إن القطيع نفق.", "بياطرة بلا حدود"),
        ("fr", "Selon l'ONG Voyageurs sans frontières, 1 200 personnes dorment dehors.", "Voyageurs sans frontières"),
        ("ar", "ستسدد من قرض منحه بنك الصادرات العربي لمصر في فبراير.", "بنك الصادرات العربي"),
        ("ar", "وأظهر التحليل الذي أجراه المعمل المركزي بالدقي أن النسبة ضعيفة.", "المعمل المركزي"),
    ],
)
def test_arabic_bodies_end_and_bodies_without_borders_are_whole(language: str, text: str, body: str) -> None:
    assert body in _named(language, text, "organization")


@pytest.mark.parametrize(
    ("language", "text"), [("ar", "عاش الرجل حياة بلا حدود."), ("fr", "Il rêve d'un monde sans frontières.")]
)
def test_a_world_without_borders_is_no_body(language: str, text: str) -> None:
    assert _named(language, text, "organization") == []


def test_an_inn_of_two_nouns_is_a_place() -> None:
    assert "فندق لؤلؤة النخيل" in _named("ar", "وأغلقت اللجنة فندق لؤلؤة النخيل بعد شكاوى.", "place")
    assert _named("ar", "أقام الوفد في فندق وسط المدينة.", "place") == []


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("ar", "داربي بين شباب المرسى القديم ونصر بوخضرة، لحساب الجولة 24.", "نصر بوخضرة", "organization"),
        ("fr", "L'adjoint est attendu jeudi à Sidi Merzougui.", "Sidi Merzougui", "place"),
        ("fr", "Des milliers de personnes ont défilé jusqu'à la place Riad el-Solh.", "place Riad el-Solh", "place"),
        ("es", "La fabricante de baterías Voltarina desmintió ayer la noticia.", "Voltarina", "organization"),
        ("fr", "Le ministre Sidi Ould Tah est arrivé à Atar.", "Sidi Ould Tah", "person"),
        ("es", "Los hermanos Pedro y Ana se perdieron ayer.", "Ana", "person"),
        ("ar", "جرى لقاء بين الوزير ونصر بوخضرة في باريس.", "نصر بوخضرة", "person"),
    ],
)
def test_teams_saints_squares_and_makers(language: str, text: str, name: str, kind: str) -> None:
    assert name in _named(language, text, kind)


def test_a_mosque_called_after_somebody_is_nobody() -> None:
    assert _named("en", "The Emir Abdelkader mosque in Constantine will close for repairs.", "person") == []
