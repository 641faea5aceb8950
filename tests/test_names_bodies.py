"""Firms, clubs and bodies that a page introduces, and where the names of persons beside them begin and end."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Article, Page, Part

TAIL = {
    "fr": " La séance a duré deux heures et s'est tenue à huis clos, selon plusieurs participants présents sur place.",
    "ar": " واستمر اللقاء ساعتين في جلسة مغلقة، حسب ما أفاد به عدد من الحاضرين في عين المكان مساء اليوم نفسه.",
    "es": " La reunión duró dos horas y se celebró a puerta cerrada, según varios participantes presentes en el lugar.",
    "en": " The meeting lasted two hours and was held behind closed doors, several people who attended it have said.",
}
MATCH = {
    "fr": " Le match s'est joué devant des tribunes pleines ; l'équipe, son gardien et son entraîneur ont salué les supporters après la finale.",
    "ar": " وجرت المباراة في ملعب ممتلئ، وحيا الفريق وحارس مرماه ومدربه الجماهير بعد نهائي البطولة وركلة الجزاء الأخيرة في الشوط الثاني.",
    "es": " El partido se jugó con el estadio lleno; el equipo, su portero y su entrenador saludaron a la afición tras la final del torneo.",
}


def names(text: str, language: str) -> set[tuple[str, str]]:
    reading = annotate(read(Page(source="p", data=(text + TAIL[language]).encode())))
    assert reading.article.language == language
    return {(m.kind, m.text) for m in reading.mentions if m.form != "role"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "وقعت شركة «أفق البحار» عقدا مع ميناء أكادير لبناء رصيفين جديدين قبل نهاية السنة المقبلة.", "أفق البحار"),
        ("ar", "وتستغل مقاولته «ليماترون» خطوط النقل منذ سنة 2015، بينما فازت بالصفقة شركة أخرى.", "ليماترون"),
        ("ar", "وتسلمت شركة التهيئة المحلية «ميديوطرام» تدبير الخطوط ابتداء من فاتح يناير الماضي.", "ميديوطرام"),
        ("fr", "L'agence officielle malienne Djoliba a diffusé mardi soir le texte de l'accord signé à Ségou par les deux parties.", "Djoliba"),
        ("fr", "Le cabinet Ferrand & Loisel a remis son rapport au tribunal de commerce de Nantes mercredi dernier.", "Ferrand & Loisel"),
        ("es", "La consultora navarra Ortzadar presentó ayer en Pamplona un informe sobre la sequía en la ribera del Ebro.", "Ortzadar"),
        ("en", "Rates will not move before autumn, said an analyst at the consultancy Brandt & Oyelaran in a note to clients.", "Brandt & Oyelaran"),
    ],
)  # fmt: skip
def test_a_name_behind_a_word_for_a_firm_is_a_firm(language: str, text: str, name: str) -> None:
    assert ("organization", name) in names(text, language)


def test_a_clause_quoted_behind_a_firm_is_no_name_of_it() -> None:
    found = names("وقالت الوزارة إن شركة تالافون «لم توقف الأشغال قط»، وإن نسبة التقدم بلغت أربعين في المائة.", "ar")
    assert not any("توقف" in name for _, name in found)


def test_a_single_name_between_marks_is_no_person_but_a_nickname_is_left_alone() -> None:
    found = names("وأعلنت «فيلكسار» الفرنسية و«نوبالتا» الإسبانية عن تحالف جديد لبناء محطة للرياح قرب الصويرة.", "ar")
    assert {("organization", "فيلكسار"), ("organization", "نوبالتا")} <= found
    assert not any(kind == "person" for kind, _ in found)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "وقال رئيس الاتحاد التونسي لكرة اليد، سامي الغربي، إن القرار نهائي ولا رجعة فيه.", "الاتحاد التونسي لكرة اليد"),
        ("ar", "وعبرت رئيسة الجمعية الوطنية لحماية المستهلك، سعاد بنعيسى، عن قلقها من ارتفاع الأسعار.", "الجمعية الوطنية لحماية المستهلك"),
        ("fr", "Le ministère de l'Équipement a suspendu jeudi le chantier du port après la chute d'une grue.", "ministère de l'Équipement"),
        ("fr", "Les dirigeants de l'Alliance des villes du fleuve (AVF) se sont réunis samedi à Bamako.", "Alliance des villes du fleuve"),
        ("en", "The Coastal Growers Benefit Society (CGBS) filed for protection on Monday in a court in Leeds.", "Coastal Growers Benefit Society"),
        ("es", "El Gobierno de Aragón aprobó el jueves una ayuda urgente para los regantes de la comarca.", "Gobierno de Aragón"),
    ],
)  # fmt: skip
def test_a_body_is_found_whole(language: str, text: str, name: str) -> None:
    assert ("organization", name) in names(text, language)


def test_an_abbreviation_of_common_words_names_no_body() -> None:
    found = names(
        "The economy shrank as gross domestic product (GDP) fell by two per cent in the second quarter.", "en"
    )
    assert not any("gross" in name for _, name in found)


def test_the_board_of_a_body_is_no_body() -> None:
    found = names("واستقبل رئيس مجلس الإدارة كريم العلمي عددا من الصحافيين في مقر المؤسسة بطنجة أمس.", "ar")
    assert ("organization", "مجلس الإدارة") not in found


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "توج نجم الساحل التونسي باللقب بعد فوزه على الاتحاد الليبي بهدفين لهدف.", "نجم الساحل"),
        ("fr", "L'Étoile de la Corniche a battu dimanche l'Ittihad Bouhmidi deux buts à un.", "Ittihad Bouhmidi"),
        (
            "es",
            "La Estrella de la Bahía venció el domingo al Real Montalvo por dos goles a uno.",
            "Estrella de la Bahía",
        ),
    ],
)
def test_on_pages_of_matches_clubs_are_organisations(language: str, text: str, name: str) -> None:
    assert ("organization", name) in names(text + MATCH[language], language)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "La gendarmerie a interpellé mardi à Bamako Moussa Diarra Keïta, gérant d'un entrepôt de la rive gauche.", "Moussa Diarra Keïta"),
        ("es", "El canciller y su par jordano, Suhail al Rawabdeh, firmaron el lunes dos acuerdos en Ammán.", "Suhail al Rawabdeh"),
        ("ar", "ونفى وزير الري رشيد مزيان نفيا قاطعا أن تكون بوابات السد قد فتحت ليلا دون إنذار.", "رشيد مزيان"),
        ("ar", "أعلن النادي أمس تعيين يوسف بن ناصر مدربا للفريق الأول في عقد يمتد موسمين.", "يوسف بن ناصر"),
    ],
)  # fmt: skip
def test_a_person_begins_and_ends_where_the_name_does(language: str, text: str, name: str) -> None:
    people = {n for kind, n in names(text, language) if kind == "person"}
    assert people == {name}


def test_the_arabic_word_for_a_town_is_no_town() -> None:
    found = names("وانتقل المحققون إلى مدينة تازروت حيث عاينوا السد والوادي وما حولهما من الحقول.", "ar")
    assert not {name for _, name in found} & {"مدينة", "السد", "الوادي"}


def test_a_title_behind_an_office_and_before_a_family_name_is_a_given_name() -> None:
    found = names(
        "The sponsors will put in the rest, fund director Sultan Al Mazrui said at the ceremony in Doha.", "en"
    )
    assert {name for kind, name in found if kind == "person"} == {"Sultan Al Mazrui"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le marin Saïd Moulay accuse l'Autorité d'avoir tardé à répondre à l'appel.", "Autorité"),
        ("es", "El sindicato acusó a la Autoridad de haber tardado en responder.", "Autoridad"),
    ],
)
def test_a_name_ends_before_an_infinitive_and_without_the_word_that_leads_to_it(
    language: str, text: str, name: str
) -> None:
    assert {text for kind, text in names(text, language) if kind == "organization"} == {name}


MOVEMENTS = [
    ("en", "The Yemeni government and the Houthis exchanged prisoners on Sunday.", {"Yemeni government", "Houthis"}),
    ("fr", "Le gouvernement tchadien et les houthistes ont démenti.", {"gouvernement tchadien", "houthistes"}),
    ("ar", "توصلت الحكومة اليمنية وجماعة الحوثيين إلى اتفاق.", {"الحكومة اليمنية", "جماعة الحوثيين"}),
    ("ar", "انسحبت قوات الدعم السريع من المدينة، وأعلن حزب الله ذلك.", {"قوات الدعم السريع", "حزب الله"}),
]


@pytest.mark.parametrize(("language", "text", "wanted"), MOVEMENTS)
def test_governments_with_a_nationality_and_movements_known_by_name_are_bodies(language, text, wanted) -> None:
    empty = (None,) * 6
    r = annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))
    assert {m.text for m in r.mentions if m.kind == "organization"} >= wanted


def test_a_government_of_nobody_named_is_no_body() -> None:
    text = "The government said so, and the junta rejected it."
    empty = (None,) * 6
    r = annotate(Article("a", "a", "0", "text/plain", "en", *empty, (), text, (Part("body", 0, len(text)),)))
    assert not [m for m in r.mentions if m.kind == "organization"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("كشف ديوان المحاسبة عن تجاوزات في البلديات الساحلية.", "ديوان المحاسبة"),
        ("أعلنت وزارة الصحة أن داء الكلب أودى بحياة راعيين.", "وزارة الصحة"),
        ("وقضت محكمة الجنايات بالسجن على ثلاثة موظفين يوم الأحد.", "محكمة الجنايات"),
        ("سلمت مختبرات فيرنوي الجرعات الأولى يوم الخميس.", "مختبرات فيرنوي"),
        ("وقالت الأمانة العامة لمجلس الوزراء إن القرار نهائي.", "الأمانة العامة لمجلس الوزراء"),
    ],
)
def test_an_arabic_body_goes_as_far_as_its_name(text: str, name: str) -> None:
    assert [n for kind, n in names(text, "ar") if kind == "organization"] == [name]


def test_a_garrison_is_a_place() -> None:
    assert ("place", "تين بوغا") in names("تعرضت حامية تين بوغا لهجوم فجر الأحد.", "ar")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "El Ministerio de Obras Públicas, Vivienda y Desarrollo Territorial negó los sobornos.", "Ministerio de Obras Públicas, Vivienda y Desarrollo Territorial"),
        ("es", "El juzgado de instrucción número 3 de Algeciras ha abierto diligencias.", "juzgado de instrucción número 3 de Algeciras"),
        ("fr", "L'ambassade de France à Lima a confirmé la mort du mineur.", "ambassade de France"),
        ("en", "The Katiba Hamza claimed the raid on the fuel depot.", "Katiba Hamza"),
    ],
)  # fmt: skip
def test_a_long_name_of_a_body_is_whole(language: str, text: str, name: str) -> None:
    assert ("organization", name) in names(text, language)
