"""Bodies of a town, and what the words beside a name say it is."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page

_REST = {
    "fr": "Les discussions ont duré toute la nuit et rien n'a été décidé. Personne ne sait combien de temps cela prendra encore.",
    "es": "Las conversaciones duraron toda la noche y no se decidió nada. Nadie sabe cuánto tiempo tardará todavía.",
    "en": "The talks went on all night and nothing was decided. Nobody knows how long it will take, but work must resume.",
    "ar": "استمرت المحادثات طوال الليل ولم يتقرر شيء. لا أحد يعرف كم سيستغرق الأمر، لكن الأعمال يجب أن تستأنف قريبا.",
}


def names(sentence: str, language: str) -> set[tuple[str, str]]:
    """Return kind and words of the names of a sentence on a page of its language."""
    found = annotate(read(Page("a.txt", f"{sentence} {_REST[language]}\n".encode())))
    return {(m.kind, m.text) for m in found.mentions if m.form != "role"}


@pytest.mark.parametrize(
    ("language", "sentence", "body", "town"),
    [
        ("fr", "Le parquet de Bejaïa a ouvert une enquête.", "parquet de Bejaïa", "Bejaïa"),
        ("fr", "L'inspection du travail de Sfax a dressé un procès-verbal.", "inspection du travail de Sfax", "Sfax"),
        ("es", "El juzgado de instrucción de Cádiz citó al patrón.", "juzgado de instrucción de Cádiz", "Cádiz"),
        ("ar", "فتحت نيابة الحسيمة تحقيقا بعد الشكوى.", "نيابة الحسيمة", "الحسيمة"),
        ("fr", "La préfecture de la Manche a interdit le rassemblement.", "préfecture de la Manche", "Manche"),
        ("fr", "Un ferry affrété par le consulat d'Algérie doit partir.", "consulat d'Algérie", "Algérie"),
        ("es", "El consulado de Portugal en Rabat suspendió las citas.", "consulado de Portugal", "Portugal"),
        (
            "es",
            "El Juzgado de lo Mercantil de Murcia admitió el concurso.",
            "Juzgado de lo Mercantil de Murcia",
            "Murcia",
        ),
        ("en", "The consulate general of Italy in Benghazi reopened.", "consulate general of Italy", "Italy"),
        ("ar", "بيعت المواعيد لدى القنصلية العامة لإيطاليا بالمدينة.", "القنصلية العامة لإيطاليا", "إيطاليا"),
        ("ar", "أوقفت فرقة مكافحة الجريمة الاقتصادية بأمن ولاية سطيف أربعة أشخاص.", "أمن ولاية سطيف", "سطيف"),
        ("ar", "عينت المحكمة التجارية المتخصصة بسطيف متصرفا.", "المحكمة التجارية المتخصصة بسطيف", "سطيف"),
        ("ar", "قالت مفتشية العمل بسوسة إن المصنع خالف القانون.", "مفتشية العمل بسوسة", "سوسة"),
    ],
)
def test_a_body_of_a_town_is_named_with_it_and_the_town_stays_a_place(
    language: str, sentence: str, body: str, town: str
) -> None:
    found = names(sentence, language)
    assert ("organization", body) in found
    assert ("place", town) in found


@pytest.mark.parametrize(
    ("language", "sentence", "body"),
    [
        ("fr", "L'inspection du travail avait fermé la mine.", "inspection du travail"),
        ("fr", "Le Secrétariat d'État à la pêche dément la nouvelle.", "Secrétariat d'État à la pêche"),
        ("ar", "أعلنت جامعة مولود معمري عن فتح التسجيل.", "جامعة مولود معمري"),
        ("ar", "نقل المصابون إلى مستشفى ابن زهر مساء.", "مستشفى ابن زهر"),
        ("es", "La Universidad de Alhendín y la Embajada de Yemen firmaron un convenio.", "Universidad de Alhendín"),
        ("en", "Delta Assurance is negotiating a settlement with the families.", "Delta Assurance"),
    ],
)
def test_what_needs_no_town_and_what_is_called_after_somebody_is_a_body(
    language: str, sentence: str, body: str
) -> None:
    found = names(sentence, language)
    assert ("organization", body) in found
    assert not {kind for kind, _ in found} & {"person"}


@pytest.mark.parametrize(
    ("language", "sentence", "person"),
    [
        ("es", "Así lo lamentó el presidente del comité de empresa, Vicent Ferrándiz.", "Vicent Ferrándiz"),
        ("en", "Salem Rashid Al Afari, undersecretary at the ministry, told the agency.", "Salem Rashid Al Afari"),
        ("es", "Pilar Lacruz, de 61 años, y su hermana Asunción, de 58, fallecieron.", "Asunción"),
        ("fr", "« Les maîtres attendent », glisse Cheikh Tidiane Guèye, le secrétaire.", "Cheikh Tidiane Guèye"),
        ("ar", "وذكر الأمين العام لنقابة المعلمين، الشيخ تيجان غي، أن العدد كبير.", "الشيخ تيجان غي"),
    ],
)
def test_an_office_a_relative_or_a_given_name_tells_a_person(language: str, sentence: str, person: str) -> None:
    assert ("person", person) in names(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "يقول التجار إن اللوادر سوت بالأرض 63 محلا."),
        ("ar", "دخل الإضراب أسبوعه الثالث في المدينة."),
        ("ar", "وقعت شركة «أغواسال»، ومقرها نوبيلدا، أول أمس اتفاقا."),
        ("en", "What the Doña Mercedes left in her wake is still on the quay."),
    ],
)
def test_verbs_weeks_seats_and_ships_are_no_persons(language: str, sentence: str) -> None:
    assert not [words for kind, words in names(sentence, language) if kind == "person"]


@pytest.mark.parametrize(
    ("language", "sentence", "town"),
    [
        ("fr", "Les habitants de Tizrine ont bloqué la route nationale.", "Tizrine"),
        ("fr", "Des inconnus ont incendié deux camions aux abords de Tizrine.", "Tizrine"),
        ("fr", "La cour d'assises de Tizrine a condamné le gérant à dix ans.", "Tizrine"),
        ("es", "Los vecinos de Talavín cortaron la carretera.", "Talavín"),
        ("es", "La Audiencia Provincial de Talavín condenó al gerente a diez años.", "Talavín"),
        ("en", "Residents of Talling blocked the main road.", "Talling"),
        ("en", "A Talling court jailed the manager for ten years.", "Talling"),
        ("en", "The manager died at Talling General Hospital.", "Talling"),
        ("ar", "قضت محكمة تازروت بسجن المدير عشر سنوات.", "تازروت"),
    ],
)
def test_a_town_nobody_knows_is_one_beside_those_who_live_there_or_its_court(
    language: str, sentence: str, town: str
) -> None:
    assert ("place", town) in names(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le tribunal de Commerce a nommé un administrateur."),
        ("fr", "Les riverains de la rocade ont porté plainte."),
        ("es", "El fiscal de Menores pidió el archivo de la causa."),
        ("en", "A criminal court jailed the manager for ten years."),
        ("ar", "قضت محكمة الجنايات بسجن المدير عشر سنوات."),
    ],
)
def test_what_a_court_deals_with_is_no_town(language: str, sentence: str) -> None:
    assert not [words for kind, words in names(sentence, language) if kind == "place"]


@pytest.mark.parametrize(
    ("language", "sentence", "body"),
    [
        ("es", "La magistrada de la Audiencia Nacional envió a prisión al armador.", "Audiencia Nacional"),
        ("en", "The Spanish consulate in Oran closed on Monday.", "Spanish consulate"),
        ("ar", "أغلقت القنصلية البرتغالية أبوابها أمس.", "القنصلية البرتغالية"),
        ("ar", "قالت اللجنة الوطنية المستقلة للانتخابات إن الفرز انتهى.", "اللجنة الوطنية المستقلة للانتخابات"),
        ("ar", "عقدت الجمعية الوطنية لحماية المستهلك ندوة في المدينة.", "الجمعية الوطنية لحماية المستهلك"),
        ("ar", "أعلنت النقابة الوطنية لمستخدمي البريد إضرابا مفتوحا.", "النقابة الوطنية لمستخدمي البريد"),
        ("ar", "دعت المجموعة الاقتصادية لدول وسط إفريقيا إلى التهدئة.", "المجموعة الاقتصادية لدول وسط إفريقيا"),
        ("ar", "مثل الموقوفون أمام القطب الجزائي الاقتصادي والمالي.", "القطب الجزائي الاقتصادي والمالي"),
    ],
)
def test_what_a_body_is_for_or_whose_it_is_is_part_of_its_name(language: str, sentence: str, body: str) -> None:
    assert ("organization", body) in names(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence", "town"),
    [
        ("fr", "Il habite la nouvelle ville d'Ali-Mendjeli depuis un an.", "Ali-Mendjeli"),
        ("en", "He lives in the town of Ali Mendjeli with his mother.", "Ali Mendjeli"),
        ("ar", "جرى تكوين عشرين تقنيا بحاسي مسعود.", "حاسي مسعود"),
        ("ar", "اعتصم العمال أمام محطة الرحلات بمطار محمد خيضر.", "مطار محمد خيضر"),
    ],
)
def test_a_town_called_after_somebody_is_a_town(language: str, sentence: str, town: str) -> None:
    assert {kind for kind, text in names(sentence, language) if text == town} == {"place"}


@pytest.mark.parametrize(
    ("language", "sentence", "person"),
    [
        ("fr", "Le discours de Jean Dupont a surpris la ville.", "Jean Dupont"),
        ("en", "The death of John Whitmore shook the town.", "John Whitmore"),
        ("ar", "قال محمد مسعود إن الأشغال انتهت.", "محمد مسعود"),
    ],
)
def test_whom_a_word_for_a_town_does_not_lead_is_a_person(language: str, sentence: str, person: str) -> None:
    assert ("person", person) in names(sentence, language)


@pytest.mark.parametrize(
    "sentence", ["المصالح الوطنية للبلاد أولا.", "وصل الفريق الوطني لبلاده أمس.", "قال المجلس الوطني إن الجلسة تأجلت."]
)
def test_a_word_for_a_state_without_what_it_is_for_goes_no_further(sentence: str) -> None:
    assert all("ل" not in text.split()[-1][:1] for kind, text in names(sentence, "ar") if kind == "organization")
