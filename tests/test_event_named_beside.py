"""Who is named beside an office, or of people without a name, takes part: "the director, *X*, was suspended", "eleven, *among them* X"."""

from __future__ import annotations

import pytest

from test_kinds import reading


def who(text: str, language: str, kind: str) -> set[str]:
    """The names of those who took part in the events of a kind."""
    r = reading(text, language)
    return {r.mentions[t.mention].text for e in r.events if e.kind == kind and not e.bare for t in e.participants}


@pytest.mark.parametrize(
    ("language", "text", "kind", "names"),
    [
        (
            "en",
            "The director of the Lowmoor stadium, General Ralph Shane, was suspended on Monday.",
            "suspension",
            {"Ralph Shane"},
        ),
        (
            "fr",
            "Le général à la retraite Oumar Sow, ancien attaché à Rabat, lui succède.",
            "appointment",
            {"Oumar Sow"},
        ),
        (
            "es",
            "El director de orquesta burgalés Gonzalo Urrutia presentó su dimisión el jueves.",
            "departure",
            {"Gonzalo Urrutia"},
        ),
        (
            "ar",
            "قرر الوزير زهير الفاضل، الثلاثاء، سحب يد مدير طرق وجسور بابل نعيم العزاوي.",
            "suspension",
            {"زهير الفاضل", "نعيم العزاوي"},
        ),
        (
            "ar",
            "أعفى وزير الري الفريق سالم النمر، مساء أمس، مدير السد المهندس إسحاق كنعان من منصبه.",
            "departure",
            {"سالم النمر", "إسحاق كنعان"},
        ),
        (
            "ar",
            "أصدر محافظ الجوف فهد الراشد قرارا بإقالة رئيس مدينة عين الغزال اللواء مجدي البدري.",
            "departure",
            {"فهد الراشد", "مجدي البدري"},
        ),
        ("en", "Eleven were acquitted on Monday, among them the storeman Hassan Zayn.", "court", {"Hassan Zayn"}),
        ("en", "Three people, including the former treasurer Paul Serle, were arrested.", "arrest", {"Paul Serle"}),
        ("fr", "Sept prévenus ont été relaxés lundi, dont le comptable Marc Delorme.", "court", {"Marc Delorme"}),
        ("es", "Once acusados fueron absueltos, entre ellos el almacenista Hasan Zayat.", "court", {"Hasan Zayat"}),
        (
            "ar",
            "أوقفت الشرطة ثلاثة أشخاص، من بينهم أمين المال السابق سالم البدري وشقيقه مراد البدري.",
            "arrest",
            {"سالم البدري", "مراد البدري"},
        ),
        (
            "ar",
            "وغادر القاعة سبعة رؤساء يتقدمهم التونسي هشام العبيدي والليبي مفتاح الزوي.",
            "protest",
            {"هشام العبيدي", "مفتاح الزوي"},
        ),
    ],
)
def test_who_is_named_beside_takes_part(language, text, kind, names):
    assert who(text, language, kind) == names


@pytest.mark.parametrize(
    ("language", "text", "kind", "nobody"),
    [
        (
            "en",
            "Police arrested three men on Monday, including a cousin of the mayor Ann Price.",
            "arrest",
            "Ann Price",
        ),
        (
            "fr",
            "Trois personnes ont été tuées lundi, dont une cousine de la ministre Anne Varlin.",
            "death",
            "Anne Varlin",
        ),
        ("fr", "Le village, dont le maire Jean Costes avait démissionné, a été évacué lundi.", "aid", "Jean Costes"),
        ("ar", "قتل ثلاثة أشخاص بينهم ابن عم الوزير سالم البدري.", "death", "سالم البدري"),
        ("ar", "أقال المجلس المدير العام للجمارك، وعين فاطمة بنت حامد خلفا له.", "departure", "فاطمة بنت حامد"),
        ("en", "The head of police resigned, John Smith said on Monday.", "departure", "John Smith"),
    ],
)
def test_who_is_named_otherwise_does_not(language, text, kind, nobody):
    assert nobody not in who(text, language, kind)
