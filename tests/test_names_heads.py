"""Bodies told by their first or last word, persons behind an office and what it is of, and things that bear names."""

from __future__ import annotations

import pytest

from test_names_bodies import names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le musée des Beaux-Arts d'Oran a récupéré une toile de Zineb Trabelsi volée en 1998 dans ses réserves.", "musée des Beaux-Arts d'Oran"),
        ("fr", "Des chercheurs de l'Institut de physique appliquée de l'université de Tlemcen ont découvert un matériau.", "Institut de physique appliquée de l'université de Tlemcen"),
        ("fr", "Elle a saisi mardi l'Autorité de contrôle financier d'une plainte contre les dirigeants de la société.", "Autorité de contrôle financier"),
        ("es", "La Audiencia Provincial de Valdeoria rechazó el recurso que había presentado el banco en noviembre.", "Audiencia Provincial de Valdeoria"),
        ("en", "The Southern Workers' Union and the Upper Dra Farmers' Federation back the walkout at the mine.", "Upper Dra Farmers' Federation"),
        ("ar", "استعاد متحف الفنون الجميلة بوهران لوحة للرسامة زينب الطرابلسية سرقت قبل خمس وعشرين سنة.", "متحف الفنون الجميلة"),
        ("ar", "رفضت المحكمة طعن بنك الضفة الشرقية ضد قرار الهيئة التي تراقب المصارف في البلاد.", "بنك الضفة الشرقية"),
    ],
)  # fmt: skip
def test_a_body_is_told_by_the_word_that_opens_or_closes_its_name(language: str, text: str, name: str) -> None:
    assert ("organization", name) in names(text, language)


def test_two_bodies_run_together_at_and_are_two() -> None:
    found = names(
        "L'Union des travailleurs du Sud et la Confédération paysanne du Haut-Dra soutiennent le mouvement.", "fr"
    )
    assert {
        ("organization", "Union des travailleurs du Sud"),
        ("organization", "Confédération paysanne du Haut-Dra"),
    } <= found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "El Museo de Bellas Artes de Orán recuperó un lienzo de Zineb Trabelsi robado en 1998 en sus almacenes.",
        ),
        ("ar", "ونظمت رابطة المعلمين وقفة أمام مقر البلدية احتجاجا على تأخر صرف الأجور منذ شهرين."),
    ],
)
def test_a_body_ends_before_the_verb_and_the_object_of_its_sentence(language: str, text: str) -> None:
    found = {name for kind, name in names(text, language) if kind == "organization"}
    assert found & {"Museo de Bellas Artes de Orán", "رابطة المعلمين"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le directeur de la mine, Salem Bataïneh, a répondu que les négociations continuent avec le comité.", "Salem Bataïneh"),
        ("en", "The mine's manager, Salem Bataineh, told reporters that talks with the workers' committee go on.", "Salem Bataineh"),
        ("ar", "وقال خبير الطقس خلدون المجالي إن الرياح قد تبلغ تسعين كيلومترا في الساعة ليل الأحد.", "خلدون المجالي"),
    ],
)  # fmt: skip
def test_a_person_behind_an_office_and_what_it_is_of_is_found(language: str, text: str, name: str) -> None:
    assert ("person", name) in names(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La tempête Leïla approche du cap Rim et devrait toucher les côtes dans la nuit de mardi à mercredi."),
        ("es", "La tormenta Leila se acerca al cabo Rim y tocará la costa en la noche del martes al miércoles."),
        ("ar", "حذر المركز من عاصفة «ليلى» التي تقترب من السواحل ويتوقع أن تبلغها ليل الثلاثاء الأربعاء."),
    ],
)
def test_a_storm_is_no_person(language: str, text: str) -> None:
    assert not any(kind == "person" for kind, _ in names(text, language))


def test_the_word_for_what_sort_of_body_it_is_is_no_part_of_its_name() -> None:
    found = names("Le navire de l'ONG Secours Méditerranée a recueilli cent douze migrants au large de Zouara.", "fr")
    assert ("organization", "Secours Méditerranée") in found


def test_places_with_hyphens_between_them_are_so_many_places() -> None:
    found = names(
        "Le sommet France-Espagne aura lieu en mars, loin de la Guinée-Bissau dont il sera aussi question.", "fr"
    )
    assert {("place", "France"), ("place", "Espagne"), ("place", "Guinée-Bissau")} <= found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("شيّع الجثمان عصر أمس في ولاية المضيبي بحضور جمع من الأهالي.", "المضيبي"),
        ("عثر الغواصون على السفينة قبالة سواحل سيدي مرجان على عمق 38 مترا.", "سيدي مرجان"),
        ("أقلعت الطائرة صباح اليوم من القاعدة الجوية ببوفاريك محملة بالأدوية.", "بوفاريك"),
        ("وصل الوفد إلى جزيرة زمبرة قبل الظهر على متن زورق صغير.", "جزيرة زمبرة"),
    ],
)
def test_a_word_of_place_leads_to_an_arabic_place_nobody_knows(text: str, place: str) -> None:
    assert ("place", place) in names(text, "ar")


@pytest.mark.parametrize(
    "text",
    [
        "فاز الرئيس بولاية ثانية وبقي في دائرة الضوء طوال الحملة.",
        "خسر المستثمرون رأس المال كله في أقل من عام واحد.",
        "وصلت القافلة إلى مخيم النازحين ثم إلى محطة الوقود القريبة.",
        "عين الوزير مديرا جديدا في الأسبوع الماضي.",
    ],
)
def test_a_word_of_place_before_a_common_word_leads_to_none(text: str) -> None:
    assert not [name for kind, name in names(text, "ar") if kind == "place"]


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("fr", "Le bilan a été revu, ont indiqué mardi les Garde-côtes mauritaniens dans un communiqué.", "Garde-côtes mauritaniens"),
        ("fr", "Ils ont été arrêtés lors d'une descente de la Sûreté de l'État aux silos.", "Sûreté de l'État"),
        ("en", "By Thursday the Lebanese coast guard had counted nineteen bodies.", "Lebanese coast guard"),
        ("es", "Los Mossos d'Esquadra detuvieron este jueves al administrador.", "Mossos d'Esquadra"),
        ("ar", "وهو ما نفاه الدرك الوطني جملة وتفصيلا مساء أمس.", "الدرك الوطني"),
        ("ar", "جرى التمرين بمشاركة القوات البحرية السعودية طوال أسبوع.", "القوات البحرية السعودية"),
    ],
)  # fmt: skip
def test_corps_that_every_state_has_are_bodies(language: str, text: str, body: str) -> None:
    assert ("organization", body) in names(text, language)


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("fr", "Le président du syndicat des dockers de Rmeileh a été arrêté vendredi chez lui.", "syndicat des dockers de Rmeileh"),
        ("fr", "La banque a prêté dix millions à Transports Bouazzi pour l'achat de cars.", "Transports Bouazzi"),
        ("es", "Según la armadora, Pesqueras Vilamar, el buque volverá el lunes a puerto.", "Pesqueras Vilamar"),
        ("es", "Lo denunció ayer el sindicato de estibadores de Sagunto en un escrito.", "sindicato de estibadores de Sagunto"),
        ("en", "At least 26 people died, the fishermen's union says, when the boats capsized.", "fishermen's union"),
        ("ar", "وقّعت نقابة عمال مرفأ الرميلة مساء أمس اتفاقا ينهي الإضراب.", "نقابة عمال مرفأ الرميلة"),
        ("ar", "ويموّل صندوق «بحر العرب للتراث»، ومقره مسقط، ترميم السفينة.", "بحر العرب للتراث"),
    ],
)  # fmt: skip
def test_unions_and_firms_are_told_by_whose_they_are_and_what_they_make(language: str, text: str, body: str) -> None:
    assert ("organization", body) in names(text, language)


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "Il a été relevé de ses fonctions et remplacé par le capitaine de frégate Abdoul Aziz Kane.", "Abdoul Aziz Kane"),
        ("fr", "L'ancien ministre des Transports Hatem Zouari a été entendu mardi par le juge.", "Hatem Zouari"),
        ("ar", "وقال مدير الميناء سجاد الفرطوسي إن الحمولة سليمة وإن الباقي في الطريق.", "سجاد الفرطوسي"),
        ("ar", "توجت الطالبة ميمونة بنت الطالب بالجائزة الأولى في المسابقة.", "ميمونة بنت الطالب"),
    ],
)  # fmt: skip
def test_persons_that_look_like_ships_fields_or_places_are_persons(language: str, text: str, person: str) -> None:
    assert ("person", person) in names(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("fr", "L'opposant Heman Zangana, du Parti démocratique, a été relâché mardi soir.", "person", "Heman Zangana"),
        ("fr", "Une épave a été découverte au large de Sidi Marjane par deux plongeurs.", "place", "Sidi Marjane"),
        ("fr", "D'après Aït El Caïd, président de l'association, la route reste coupée.", "person", "Aït El Caïd"),
        ("ar", "عينت الشركة مهدي قنبري مديرا لحقل النفط في الجنوب.", "person", "مهدي قنبري"),
        ("ar", "وقال مولود آيت القايد، رئيس الجمعية، إن الأمطار قطعت الطريق.", "person", "مولود آيت القايد"),
        ("ar", "وحسب الاتحاد الدولي لألعاب القوى فإن النتيجة صحيحة.", "organization", "الاتحاد الدولي لألعاب القوى"),
    ],
)  # fmt: skip
def test_callings_lines_of_descent_and_fields_tell_names_apart(language: str, text: str, kind: str, name: str) -> None:
    assert (kind, name) in names(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("ar", "نفى حزب العمل الإفريقي ما نشرته إحدى الصحف عن خلافات بين أعضائه.", "organization", "حزب العمل الإفريقي"),
        ("ar", "وأكدت الممثلة السامية كايا كالاس أن الدعم سيستمر طوال العام المقبل.", "person", "كايا كالاس"),
        ("en", "The rate was cut on Monday, while the Central Bank of Djibouti held its own.", "organization", "Central Bank of Djibouti"),
    ],
)  # fmt: skip
def test_adjectives_belong_to_the_body_or_the_office_that_they_tell_apart(
    language: str, text: str, kind: str, name: str
) -> None:
    assert (kind, name) in names(text, language)
