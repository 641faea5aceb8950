"""Ways of saying that are easily missed: written on banners, learned from somebody, asides with where and when, joined objects."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def words(r: Reading, q: QuotationMention) -> str:
    return " … ".join(r.article.words(p) for p in q.pieces)


def only(text: str, language: str) -> tuple[str, str, str | None]:
    """Return kind, words and speaker of a text's one quotation."""
    r = reading(text, language)
    assert len(r.quotations) == 1, [(q.kind, words(r, q)) for q in r.quotations]
    q = r.quotations[0]
    return q.kind, words(r, q), q.speaker.text if q.speaker else None


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        ("fr", "« On nous a volé nos bus », lisait-on sur une banderole.", "On nous a volé nos bus", "une banderole"),
        ("fr", "Sur une pancarte, on pouvait lire : « Nos hôpitaux ne sont pas à vendre ».", "Nos hôpitaux ne sont pas à vendre", "une pancarte"),
        ("es", "«Sin agua no hay vida», se leía en una de las pancartas.", "Sin agua no hay vida", "las pancartas"),
        ("en", "“Hands off our park,” read one banner.", "Hands off our park,", "one banner"),
        ("ar", "ورفع المحتجون لافتة كبيرة كُتب عليها «لا للفساد في مدينتنا».", "لا للفساد في مدينتنا", "لافتة"),
        ("ar", "وعلمت «الضفتان» من مصدر قضائي أن ثلاثة موظفين أُوقفوا أمس.", "ثلاثة موظفين أُوقفوا أمس", "مصدر قضائي"),
        ("en", "Dengue cases will double by June, the health secretary said at the end of a two-day visit.", "Dengue cases will double by June", "the health secretary"),
        ("es", "El presupuesto crecerá un 3 %, reconoció la alcaldesa, que atribuyó el alza a los salarios.", "El presupuesto crecerá un 3 %", "la alcaldesa"),
        ("fr", "La coach a relevé que son équipe perdait trop de ballons.", "son équipe perdait trop de ballons", "La coach"),
        ("fr", "« Rien n’est joué », a lancé devant les journalistes la capitaine de l’équipe.", "Rien n’est joué", "la capitaine de l’équipe"),
        ("en", "The dean put it at “half of that, at best”.", "half of that, at best", "The dean"),
        ("ar", "أخبرني السيد كريم الحاج: «كنا ننام في العراء».", "كنا ننام في العراء", "كريم الحاج"),
    ],
)  # fmt: skip
def test_a_way_of_saying_gives_words_and_mouth(language: str, text: str, said: str, speaker: str) -> None:
    _, found, who = only(text, language)
    assert found == said
    assert who is not None
    assert speaker.endswith(who), "as printed, the article aside"


def test_a_paper_that_cites_its_sources_gives_them_the_word_and_passes_it_on() -> None:
    r = reading(
        "وكانت صحيفة «رسالة الخليج» قد ذكرت، الخميس الماضي، نقلا عن مصدرين لم تسمهما، أن الشركة علقت الأشغال.", "ar"
    )
    (q,) = r.quotations
    assert (words(r, q), q.speaker and q.speaker.text) == ("الشركة علقت الأشغال", "مصدرين")
    assert [c.role for c in q.chain] == ["speaker", "relayed by"]


def test_a_day_behind_the_verb_is_no_infinitive() -> None:
    r = reading("El club tiene nuevo entrenador, anunció ayer la directiva.", "es")
    assert [words(r, q) for q in r.quotations] == ["El club tiene nuevo entrenador"]
