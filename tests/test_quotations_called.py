"""Who calls something something; who speaks past a long apposition; answers in marks that no name opens."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def said(r: Reading, words: str) -> QuotationMention:
    text = r.article.text
    return next(q for q in r.quotations if any(words in text[p.start : p.end] for p in q.pieces))


CALLED = [
    ("es", "Lund, de 31 años, ganó la carrera. En sus redes tachó la denuncia de «cuento de un celoso».", "celoso", "Lund"),
    ("es", "La alcaldesa, Rosa Peña, volvió. En la radio calificó la huelga de «capricho caro».", "capricho", "Rosa Peña"),
    ("es", "Fue un gesto que calificó el ministro de «muy grave».", "grave", "ministro"),
    ("ar", "ووصفت الحكمة الاحتجاج بأنه «ضجيج لا غير».", "ضجيج", "الحكمة"),
    ("en", "“The chart was drawn from a schoolbook”, Rosa Lund, the archivist who first spoke up at a fair in Lisbon in the autumn of 2021, told the Ledger.", "schoolbook", "Rosa Lund"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "by"), CALLED, ids=[c[2] for c in CALLED])
def test_what_somebody_calls_something_is_his(language: str, text: str, words: str, by: str) -> None:
    r = reading(text, language)
    q = said(r, words)
    assert q.speaker is not None
    printed = r.mentions[q.speaker.mention].text if q.speaker.mention is not None else q.speaker.text
    assert by in printed
    assert "denuncia" not in q.speaker.text


INTERVIEW = (
    "Sociologue, Khadija Sarr revient sur la crise.\n\nPourquoi maintenant ?\n\n"
    "Khadija Sarr : « Parce que les deux récoltes mûrissent ensemble. »\n\nOn a parlé d'une revanche.\n\n"
    "« Cela a joué. On ne l'a pas oublié là-bas. »\n\nEt demain ?\n\n« Il manque du froid, voilà tout. »"
)


def test_whole_lines_in_marks_behind_questions_are_of_the_one_who_answers() -> None:
    r = reading(INTERVIEW, "fr")
    for words in ("Cela a joué", "Il manque du froid"):
        q = said(r, words)
        assert q.speaker is not None
        assert q.speaker.text == "Khadija Sarr"
        assert [c.role for c in q.chain] == ["speaker"]


def test_where_another_speaks_too_such_lines_are_nobodys() -> None:
    r = reading(INTERVIEW + "\n\n« C'est faux », répond Tahar Belkacem.", "fr")
    assert said(r, "Il manque du froid").speaker is None
