"""Names that taggers pass over: bodies in small letters that say all themselves, capitals and Arabic words that their place tells."""

from __future__ import annotations

import pytest
from msgspec import Struct

from isnad.annotate import annotate
from isnad.annotate.names.unclaimed import _trading
from isnad.annotate.names.words import words_of
from isnad.extract import read
from isnad.model import Page

TAIL = {
    "fr": " La rencontre a duré deux heures et s'est tenue à huis clos, selon plusieurs participants présents sur place.",
    "ar": " واستمر اللقاء ساعتين في جلسة مغلقة، حسب ما أفاد به عدد من الحاضرين في عين المكان مساء اليوم نفسه.",
    "es": " La reunión duró dos horas y se celebró a puerta cerrada, según varios participantes presentes en el lugar.",
    "en": " The meeting lasted two hours and was held behind closed doors, several people who attended it have said.",
}


class Case(Struct, frozen=True):
    """A sentence, and the names of one kind found in it."""

    language: str
    text: str
    names: tuple[str, ...]


def named(language: str, text: str, kind: str) -> list[str]:
    found = annotate(read(Page(source="p", data=(text + TAIL[language]).encode())))
    return [m.text for m in found.mentions if m.kind == kind and m.form == "name"]


@pytest.mark.parametrize(
    "case",
    [
        Case("en", "Housing ministry officials froze the sale, and the fisheries ministry agreed.", ("Housing ministry", "fisheries ministry")),
        Case("en", "The administrative court suspended the decree; its agro-environmental court did not.", ("administrative court", "agro-environmental court")),
        Case("en", "He was dismissed as head of the National Dams Agency after the flood.", ("National Dams Agency",)),
        Case("en", "The central bank raised rates while the civil aviation authority grounded two jets.", ("central bank", "civil aviation authority")),
        Case("fr", "Le tribunal administratif a suspendu l'arrêté, selon la banque centrale.", ("tribunal administratif", "banque centrale")),
        Case("fr", "La direction régionale de l'agriculture a ouvert une enquête.", ("direction régionale de l'agriculture",)),
        Case("es", "El tribunal administrativo suspendió el decreto, según el banco central.", ("tribunal administrativo", "banco central")),
        Case("es", "El director de la Oficina del Trigo, Nabil Corral, negó la escasez.", ("Oficina del Trigo",)),
        Case("ar", "وأعلن جيش البحر أن الحرس البحري أنقذ تسعة صيادين.", ("جيش البحر", "الحرس البحري")),
        Case("ar", "وحددت القوة وفق مركز البحث في علم البحار والفيزياء الفلكية، أمس.", ("مركز البحث في علم البحار والفيزياء الفلكية",)),
    ],
    ids=lambda c: c.names[0],
)  # fmt: skip
def test_a_body_whose_words_all_say_what_it_is_needs_no_capital(case: Case) -> None:
    found = named(case.language, case.text, "organization")
    assert set(case.names) <= set(found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He works at a regional office and plays on a tennis court near the post office."),
        ("en", "The company opened an office and a water fund, and the head office moved."),
        ("fr", "La direction du vent a changé et la direction technique a suivi, dans la cour de l'école."),
        ("es", "La dirección del viento y la cámara de vídeo, el banco de la plaza y la corte de admiradores."),
        ("ar", "وقالت إن الأمانة خصلة، وإن البحر هادئ والجيش على الحدود."),
    ],
)
def test_a_body_that_might_be_any_is_none(language: str, text: str) -> None:
    assert not named(language, text, "organization")


@pytest.mark.parametrize(
    "case",
    [
        Case("en", "On Wednesday the port signed a contract with Dragage Azuréen of Toulon for the channel.", ("Dragage Azuréen",)),
        Case("en", "The tour was run by Kestrelle, whose buses broke down on Friday.", ("Kestrelle",)),
        Case("fr", "La ligne, pour laquelle concourait le groupe lyonnais Voies de Garonne, a été annulée.", ("Voies de Garonne",)),
        Case("es", "La familia ha denunciado a la agencia Rutas del Hoggar por no advertirle del riesgo.", ("Rutas del Hoggar",)),
        Case("es", "La turca Denizray negó estar negociando la compra de la planta.", ("Denizray",)),
        Case("es", "Para la estatal Salmueras de Bolivia fue un buen día.", ("Salmueras de Bolivia",)),
        Case("ar", "وتقدمت بالعرض شركة الهضبة للاستثمار من سطيف.", ("شركة الهضبة للاستثمار",)),
    ],
    ids=lambda c: c.names[0],
)  # fmt: skip
def test_a_firm_nobody_knows_is_told_by_what_stands_beside_it(case: Case) -> None:
    assert set(case.names) <= set(named(case.language, case.text, "organization"))


@pytest.mark.parametrize(
    "case",
    [
        Case("en", "She grew up in Tsholo and opened a school near Umgeni.", ("Tsholo", "Umgeni")),
        Case("fr", "Tout est parti du puits de Lewara, et l'entrée de La Tizelle est fermée.", ("Lewara", "La Tizelle")),
        Case("es", "El corte está a la entrada de La Quisca, y los presos en la carceleta de Oyuno.", ("La Quisca", "Oyuno")),
        Case("ar", "وتوفي شخصان في لويكه. وعاد الجرحى إلى كوماتيبو، أمس.", ("لويكه", "كوماتيبو")),
    ],
    ids=lambda c: c.names[0],
)  # fmt: skip
def test_a_place_nobody_knows_is_told_by_what_leads_to_it(case: Case) -> None:
    assert set(case.names) <= set(named(case.language, case.text, "place"))


def test_what_follows_in_is_not_always_a_place() -> None:
    assert not named(
        "en", "He spoke in French at Easter, was off in March and sat in Parliament near Christmas.", "place"
    )
    assert not named("ar", "وظهر في فيديو نشر في واتساب، وعمل في مشغله حتى وفاته.", "place")


@pytest.mark.parametrize(
    "case",
    [
        Case("ar", "وكان والي البراكنة اسلكو ولد حضروم قد أصدر مقررا.", ("اسلكو ولد حضروم",)),
        Case("ar", "والخطاط عبد الحسين المياسي الذي عثر في مشغله على أحبار.", ("عبد الحسين المياسي",)),
        Case("ar", "وأفرج القاضي عن كيفن غوميدو بكفالة.", ("كيفن غوميدو",)),
        Case("es", "Su esposa, Sabina Maytana, lo desmiente.", ("Sabina Maytana",)),
    ],
    ids=lambda c: c.names[0],
)  # fmt: skip
def test_a_person_nobody_knows_is_whole(case: Case) -> None:
    assert set(case.names) <= set(named(case.language, case.text, "person"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وتشارك الفرقاطة في تمرين \"ياسمين الأطلسي\" المقرر قبالة سواحل بنزرت."),
        ("ar", "عمال الورشة يعلقون إضرابهم بعد اتفاق ليلي مع الشركة."),
        ("ar", "وكان الولد ولد في شهر مايو من العام الماضي."),
    ],
)  # fmt: skip
def test_what_sounds_like_a_person_and_is_none(language: str, text: str) -> None:
    assert not named(language, text, "person")


def test_a_firm_behind_a_nationality_needs_its_article() -> None:
    words = words_of("la turca Yıldırım Uydu", 0, 22, "es")
    assert _trading(words, 2, 4, "es")
    assert not _trading(words[1:], 1, 3, "es")
    assert not _trading(words[2:], 0, 2, "es")
    assert not _trading(words[2:3], 0, 1, "fr")
