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


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        # an apposition behind a comma, its role before the name
        ("ar", "نفى مالك السفينة، رجل الأعمال فالح الهزيم، علمه بالحمولة، مؤكدا أن القبطان وحده يعرف ذلك.", "فالح الهزيم"),
        # a verb's object is no part of its subject
        ("ar", "وعزت الشركة القرار إلى «تراجع الطلبيات الأوروبية بنسبة كبيرة».", "الشركة"),
        # a question answered is nobody's word
        ("es", "El alcalde Luis Prado respondió a los vecinos. A preguntas de la periodista Eva Sanz, dijo que «no habrá peaje».", "Luis Prado"),
        # what takes up the last speaker
        ("ar", "وقالت النقابية حليمة الوردي: «علمنا بالخبر من الهاتف». وأكدت المتحدثة أن عدد العمال هو 710.", "حليمة الوردي"),
        ("en", "“We lost two boats,” the skipper Ann Reyes said. The same skipper added that the harbour light was out.", "Ann Reyes"),
    ],
)  # fmt: skip
def test_the_last_quotation_is_said_by(language: str, text: str, who: str) -> None:
    r = reading(text, language)
    said = r.quotations[-1].speaker
    assert said is not None
    assert who in (said.text, r.mentions[said.mention].text if said.mention is not None else None)


def test_a_pronoun_in_an_aside_is_the_clauses_own_subject_and_the_bare_noun_behind_takes_it_up() -> None:
    text = "La société Rocamar Maroc fermera son usine textile, a-t-elle annoncé lundi dans un communiqué.\nL'entreprise invoque une « baisse de 40 % des commandes »."
    r = reading(text, "fr")
    assert [r.mentions[q.speaker.mention or 0].text for q in r.quotations if q.speaker] == ["Rocamar Maroc"] * 2


def test_two_ministers_of_one_family_name_are_two() -> None:
    text = "وقال وزير الكهرباء عصام الشناوي إن «كل تأخير يكلف الدولة كثيرا».\nواعترضت النائبة هالة الشناوي على التعريفة. ورد عليها الوزير بأن التعريفة هي الأقل في المنطقة."
    said = reading(text, "ar").quotations[-1].speaker
    assert said is not None
    assert said.mention is not None
    assert reading(text, "ar").mentions[said.mention].text == "عصام الشناوي"


def test_a_lawyer_who_passes_on_his_clients_words_stands_in_the_chain() -> None:
    r = reading("ونقل المحامي جورج ضو عن موكله، أمين المستودع حسن زعيتر، قوله إن المفاتيح كانت «في جيب الوزير».", "ar")
    assert [(c.role, c.name) for c in r.quotations[-1].chain] == [("speaker", "حسن زعيتر"), ("relayed by", "جورج ضو")]


def test_a_verb_or_pronoun_goes_on_with_whom_it_agrees_with() -> None:
    text = "وقال المدير سامي العلي إن الورشة مفتوحة للجميع. وحضرت النقابية حليمة الوردي اللقاء. وأضاف: «سنعود غدا إلى العمل»."
    assert [q.speaker.text for q in reading(text, "ar").quotations if q.speaker] == ["سامي العلي", "سامي العلي"]
    text = "La romancière Inès Morvan a déclaré que le livre était fini. L'éditeur Paul Arnoux a répondu que rien ne pressait. « J'attends depuis un an », a-t-elle dit."
    r = reading(text, "fr")
    who = r.quotations[-1].speaker
    assert who is not None
    assert (who.text, who.mention is not None and r.mentions[who.mention].text) == ("elle", "Inès Morvan")


def test_a_feminine_verb_is_given_to_no_man() -> None:
    r = reading("وقال الوزير سامي العلي إن السد جاهز تماما. وأكدت: «لن نقبل التأجيل أبدا».", "ar")
    assert all(q.speaker is None or q.pieces[0].start < 40 for q in r.quotations[1:])


@pytest.mark.parametrize(
    ("language", "text", "never"),
    [
        # «يذكر أن» يقولها المحرر، لا من تكلم قبلها.
        (
            "ar",
            "أكد الوزير كريم فهمي أن الحصيلة ارتفعت إلى تسعة.\nيذكر أن مصر وقبرص وقعتا اتفاقية في مايو 2018.",
            "قبرص",
        ),
        ("ar", "أكد الوزير كريم فهمي أن الحصيلة ارتفعت.\nوالجدير بالذكر أن الشركة تأسست عام 1998.", "تأسست"),
        # «على ذمة التحقيق» ليس قولا.
        ("ar", "قررت نيابة رشيد حبس مالك المركب أربعة أيام على ذمة التحقيق.", "حبس"),
        # inside a relative clause nothing marks where the source ends and its words begin
        ("es", "La Fiscalía detuvo al dueño del barco, que según medios locales carecía de licencia.", "detuvo"),
        ("fr", "Le bateau, qui selon les médias locaux n'avait plus de permis, a coulé.", "bateau"),
    ],
)
def test_what_the_reporter_says_himself_is_nobodys_speech(language, text, never):
    page = reading(text, language)
    assert all(never not in text[p.start : p.end] for q in page.quotations for p in q.pieces)
