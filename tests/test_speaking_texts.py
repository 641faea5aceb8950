"""Texts that are taken up by a definite word speak for whoever issued them."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.speaking_bodies import with_speaking_bodies
from isnad.link.speaking_texts import with_speaking_texts
from isnad.model import Page, QuotationMention, Reading

HEAD = {"fr": "Le Quai du Sud\nLundi 3 mars 2025\n\n", "es": "Faro del Sur\nLunes, 3 de marzo de 2025\n\n", "en": "Harbour Herald\nMonday, 3 March 2025\n\n", "ar": "صحيفة المرفأ\nالاثنين 3 مارس 2025\n\n"}  # fmt: skip


def reading(language: str, body: str) -> Reading:
    """The reading of a page in one of four languages."""
    page = Page(source="a.txt", data=(HEAD[language] + body).encode(), media_type="text/plain")
    return with_speaking_texts(annotate(read(page)))


def said(r: Reading, words: str) -> QuotationMention:
    """The quotation that holds some words."""
    at = r.article.text.index(words)
    return next(q for q in r.quotations if any(p.start <= at < p.end for p in q.pieces))


def voice(r: Reading, words: str) -> tuple[str | None, tuple[str, ...]]:
    """Whom some words are led to, and the hands they came by."""
    q = said(r, words)
    m = r.mentions[q.speaker.mention].text if q.speaker is not None and q.speaker.mention is not None else None
    return m, tuple(x.role for x in q.chain)


CASES = [
    ("fr", "La compagnie Armor Lines, dans un communiqué diffusé vendredi matin, rejette toute faute. « Les deux pompes du navire avaient été révisées en octobre », lit-on dans ce texte.", "Les deux pompes", "Armor Lines"),
    ("fr", "Le pont n'a pas été fermé, rectifie le ministère des Transports dans un communiqué. « Aucun camion n'a été refoulé hier », ajoute ce texte.", "Aucun camion", "ministère des Transports"),
    ("en", "The Port Authority of Lusk said in a statement that the quay was safe. The crane driver, Tom Hale, disagreed. The statement calls the quarrel “a storm in a bucket”.", "a storm in", "Port Authority of Lusk"),
    ("es", "El Ministerio de Pesca negó la noticia en un comunicado enviado a la prensa. Según el comunicado, la lonja «abrirá el lunes como siempre».", "abrirá el", "Ministerio de Pesca"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "body", "words", "whose"), CASES)
def test_a_text_that_is_taken_up_speaks_for_its_issuer(language: str, body: str, words: str, whose: str) -> None:
    who, hands = voice(reading(language, body), words)
    assert whose in (who or "")
    assert hands == ("speaker", "relayed by")


def test_an_agency_that_got_a_copy_is_not_the_issuer() -> None:
    body = 'وأعلن خفر السواحل الجزائري في بيان تلقت صحيفة الأفق نسخة منه أن دورية أوقفت قارب صيد قرب الشاطئ. وأكد البيان أن العملية "جرت دون إصابات".'
    who, hands = voice(reading("ar", body), "جرت دون")
    assert "خفر السواحل" in (who or "")
    assert hands[:2] == ("speaker", "relayed by")


def test_a_known_text_of_nobody_known_is_its_own_hand() -> None:
    r = reading(
        "ar", 'اختتم الاجتماع أعماله أمس. وجاء في البيان الختامي أن الدفعة الأولى "ستصل إلى الميناء قبل نهاية الشهر".'
    )
    assert voice(r, "ستصل") == (None, ("speaker", "relayed by"))


def test_a_text_that_is_only_met_speaks_for_itself() -> None:
    r = reading(
        "en", "The talks ended on Sunday. A joint statement says the two sides “agreed on the essential points”."
    )
    assert voice(r, "agreed on")[1] == ("speaker",)


def test_the_page_itself_is_no_text_that_is_taken_up() -> None:
    r = reading("en", "Two vans were bought. This note argues that “the drills matter more than the vans”.")
    assert "relayed by" not in voice(r, "the drills")[1]


def test_letters_in_brackets_and_the_name_before_them_are_one_hand() -> None:
    body = "(و ش ب) -\n\nعلمت وكالة الواحة الشرقية (و ش ب) من مصدرين أن الشاحنة وصلت ليلا. وقال أحد المصدرين للوكالة: «ما نزل تلك الليلة ليس قمحا فحسب»."
    q = said(reading("ar", body), "ما نزل")
    assert len([x for x in q.chain if x.role == "relayed by"]) <= 1


def test_who_goes_on_right_behind_its_communique_speaks_by_it() -> None:
    body = "أعلنت شركة «روكادور المغرب»، أمس الإثنين، أنها ستغلق معملها يوم 31 مارس المقبل، وذلك في بلاغ نشرته مساء. وعزت الشركة القرار إلى «تراجع الطلبيات بنسبة كبيرة»."
    page = Page(source="a.txt", data=(HEAD["ar"] + body).encode(), media_type="text/plain")
    r = with_speaking_bodies([annotate(read(page))])[0]
    who, hands = voice(r, "تراجع الطلبيات")
    assert "روكادور" in (who or "")
    assert hands == ("speaker", "relayed by")
