"""Whom words mean that only point at somebody: the latter, the first of two, "she" of a body, an office under another word."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def bearer(r: Reading, q: QuotationMention) -> str | None:
    return r.mentions[q.speaker.mention].text if q.speaker is not None and q.speaker.mention is not None else None


MEANT = [
    # the one named last, whoever the sentence is about
    ("fr", "Le lieutenant Harouna Sidi est acquitté, comme le capitaine Aba Oumar. « On nous a répondu dans la poitrine », a lancé celui-ci.", "celui-ci", "Aba Oumar"),
    ("fr", "Le glaciologue Yann Perret a salué Odile Fressac. Cette dernière a dit que la neige « ne reviendra pas ».", "Cette dernière", "Odile Fressac"),
    ("en", "Moira Tench met the owner, Dan Rudd, on Friday. The latter said the kiln would close in two years.", "The latter", "Dan Rudd"),
    ("es", "La presidenta de la federación, Alma Reig, recibió al juez Jon Ubieta. Este último alegó que había recibido amenazas de muerte.", "Este último", "Jon Ubieta"),
    ("ar", "واستقبل الوالي كريم زيان المهندس باسل ربيع. وقال الأخير إن الماء «حق لكل الناس».", "الأخير", "باسل ربيع"),
    # the first and the second of two
    ("en", "Moira Tench met Dan Rudd on Friday. The former said the kiln would close in two years.", "The former", "Moira Tench"),
    ("fr", "Deux élus, Paul Rey et Anne Valat, ont quitté la salle. « C'est une mascarade », a lancé le premier.", "le premier", "Paul Rey"),
    ("fr", "Deux élus, Paul Rey et Anne Valat, ont quitté la salle. La seconde a dit que la mairie ne répondait plus.", "La seconde", "Anne Valat"),
    ("es", "Dos escaladores, Jon Ubieta y Sara Pla, llegaron al refugio. «La cuerda se heló», contó el primero.", "el primero", "Jon Ubieta"),
    # a body's pronoun, where its sentence leads in the words and names no person
    ("fr", "Le lieutenant Harouna Sidi a parlé hier. La Ligue des droits en exige la levée : « On juge et l'on garde la porte fermée », écrit-elle.", "elle", "Ligue des droits"),
    ("fr", "La Ligue des droits salue Harouna Sidi : « On m'a rendu ma porte », dit-il.", "il", "Harouna Sidi"),
    # a body by the first word of its name, or by what it is
    ("en", "Jinan Aviation bought the planes in May. Jinan says 530 of the 780 employees will stay.", "Jinan", "Jinan Aviation"),
    ("fr", "Le Parti du Renouveau a déposé un recours. Le parti dénonce « l'usage disproportionné de la force ».", "Le parti", "Parti du Renouveau"),
    ("es", "La sobretasa del Comité de Comercio Exterior (Comex) rige ya. El Comex anunció que apelará el fallo “hasta la última instancia”.", "El Comex", "Comité de Comercio Exterior"),
    # an office under another word
    ("fr", "Le préfet de la Marne-Haute, Anselme Drouot, et le maire, Luc Hénin, sont venus. « Le pire est passé », a assuré le représentant de l'État.", "représentant de l'État", "Anselme Drouot"),
    ("fr", "Le préfet de la Marne-Haute, Anselme Drouot, et le maire, Luc Hénin, sont venus. « Le pire est passé », a assuré l'édile.", "l'édile", "Luc Hénin"),
    ("es", "El fiscal, Ginés Roldán, y el alcalde, Pedro Ruano, declararon ayer. «Actuó con frialdad», sostuvo el representante del ministerio público.", "representante del ministerio público", "Ginés Roldán"),
    ("en", "The prosecutor, Nils Aaker, and the ambassador, Lola Prado, spoke on Friday. The diplomat said the talks would go on.", "The diplomat", "Lola Prado"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed", "whom"), MEANT, ids=[f"{w}: {t[:20]}" for _, t, w, _ in MEANT])
def test_words_that_point_mean_the_one_named(language: str, text: str, printed: str, whom: str) -> None:
    r = reading(text, language)
    q = r.quotations[-1]
    assert q.speaker is not None
    assert q.speaker.text == printed
    assert bearer(r, q) == whom


NOBODY = [
    # of three nobody is the first; two together are neither
    ("fr", "Paul Rey, Anne Valat et Luc Hénin ont quitté la salle. « C'est une mascarade », a lancé le premier."),
    ("en", "Hal Brome and Moira Tench met for six hours. Both said the talks had been useful."),
    ("es", "El gerente, Óscar Lomas, y la delegada, Irene Vado, firmaron el acta. Ambos destacaron que no habrá despidos este año."),
    # two bear the office that is meant
    ("en", "The ambassador, Lola Prado, and the consul, Kit Marsh, spoke on Friday. The diplomat said the talks would go on."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOBODY, ids=[t[:30] for _, t in NOBODY])
def test_words_that_may_mean_several_mean_nobody(language: str, text: str) -> None:
    r = reading(text, language)
    assert r.quotations
    assert bearer(r, r.quotations[-1]) is None


def test_what_both_reports_are_is_no_verb() -> None:
    assert reading("Both reports about the ferry were published on Friday.", "en").quotations == ()


def test_the_object_behind_a_source_set_in_between_commas_is_mixed() -> None:
    r = reading("فيما أبدى الضيف، وفق المصدر ذاته، «استعداد بلاده للتنازل عن زورقي اعتراض».", "ar")
    assert r.quotations[-1].kind == "mixed"
