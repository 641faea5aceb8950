"""Direct or mixed, said or called so, and crowds that chant: fresh sentences in four languages."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


KINDS = [
    # the object of the reporter's verb is his clause's; a whole utterance is direct
    (
        "fr",
        "Le parti dénonce « l'usage abusif de la force contre des citoyens pacifiques » et exige une enquête.",
        "mixed",
    ),
    ("en", "The minister denounced “the reckless sale of public land”.", "mixed"),
    ("ar", "وناشد الوزير السكان الهدوء، معللا القرار بـ«وجود خطر حقيقي على الأطفال».", "mixed"),
    ("ar", "وأعرب الوزير سمير القاضي عن تقدير بلاده «للدور الذي تضطلع به المدينة في إيواء اللاجئين».", "mixed"),
    ("fr", "Le maire, Luc Hénin, a déclaré : « Nous n'avons rien signé. »", "direct"),
    # a verb and what follows it, in a clause that "that" opens, is no title and no name
    ("ar", "وأكد أمينه العام أحمد ولد سيدي أن الحزب «سيفوز مرتين».", "mixed"),
    ("es", "El ministro Luis Ferrer aseguró que las obras “siguen su curso”.", "mixed"),
    ("fr", "Le ministre Luc Hénin a jugé que le film « mérite d'être vu par tous ».", "mixed"),
    ("en", "The firm “remains in contact” with two lenders, according to a person who attended the talks.", "mixed"),
    # blame
    ("es", "El sindicato responsabilizó del hecho a “grupos de choque pagados por la patronal”.", "mixed"),
    # the verb, the article and a calling no list knows, right behind an utterance; a relative behind it opens no clause
    ("es", "“Vi primero una moneda, luego mil”, relata la buceadora, que bajó con un equipo de ocho.", "direct"),
    # what is said of the sentence's own subject, a word of saying set in between; how somebody calls himself
    ("es", "Las monedas aparecieron ayer. Estaban, precisa el informe, «cosidas en el forro de un abrigo».", "mixed"),
    ("fr", "La cheffe d'orchestre s'était dite « lasse de jouer devant des chaises vides ».", "mixed"),
]


@pytest.mark.parametrize(("language", "text", "kind"), KINDS, ids=[t[:30] for _, t, _ in KINDS])
def test_a_whole_utterance_is_direct_and_what_completes_a_clause_is_mixed(language: str, text: str, kind: str) -> None:
    assert [q.kind for q in reading(text, language).quotations] == [kind]


CROWDS = [
    ("ar", "تجمع صباح أمس نحو ثلاثمائة عامل أمام معمل سيدي منصور، رافعين شعار «خبزنا ليس للبيع».", "نحو ثلاثمائة عامل"),
    (
        "en",
        "Hundreds of dockers marched past Mayor Hill's office to chants of “Bread and peace”.",
        "Hundreds of dockers",
    ),
    (
        "fr",
        "Devant le siège, une centaine de salariés ont défilé aux cris de « Rendez-nous nos heures ».",
        "centaine de salariés",
    ),
]


@pytest.mark.parametrize(("language", "text", "who"), CROWDS)
def test_a_slogan_is_the_crowds_not_the_nearest_names(language: str, text: str, who: str) -> None:
    said = reading(text, language).quotations[0].speaker
    assert said is not None
    assert said.text == who


def test_a_first_name_alone_takes_up_the_one_person_who_bears_it() -> None:
    found = reading(
        "فازت الطالبة مريومة بنت أحمد (12 عاما) بالجائزة. وقالت مريومة وهي تتسلم الكأس: «سأهديها إلى جدتي التي علمتني».",
        "ar",
    )
    said = found.quotations[0].speaker
    assert said is not None
    assert said.mention is not None
    assert "بنت أحمد" in found.mentions[said.mention].text
