"""Words that the rules lead to nobody are lent the likeliest of those whom the page names, a noun's never."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from isnad.compose.cast import cast_of
from isnad.compose.quotations import compose_quotations
from isnad.compose.voices import ENOUGH, Voices, nobody, sort_of
from isnad.link import link
from isnad.model import QuotationMention, Reading, Span, SpeakerMention
from isnad.models import weights
from isnad.pipeline import build
from isnad.store import open_store

EN = (
    "“The river keeps no diary”: a ferryman's answer\n\nThe Shore Herald\n12 March 2019\n\n"
    "Tobias Renwick, head of the ferrymen's guild, spoke to the Herald on Monday.\n\n"
    "Renwick said that the guild would not move. Renwick has led it for nine years.\n\n"
    "“Thirty boats,” he said. “Ask them where the others have gone.”\n\n"
    "The talks begin on Friday.\n"
)
AR = (
    "حوار مع نقيب المراكبية\n\nصوت الساحل\n12 مارس 2019\n\n"
    "تحدث نقيب المراكبية سامي الدرويش إلى الصحيفة يوم الاثنين.\n\n"
    "وقال الدرويش إن النقابة لن تتراجع. ويقود الدرويش النقابة منذ تسع سنوات.\n\n"
    "وأضاف: «لدينا ثلاثون مركبا، فاسألوهم أين ذهبت البقية».\n\n"
    "وتبدأ المحادثات يوم الجمعة.\n"
)


def read(tmp_path, page: str) -> Reading:
    """The reading of one page."""
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    store = open_store("memory:")
    build([str(tmp_path)], store, engine="here")
    return next(k.reading for k in store.kept() if k.reading is not None)


def said(reading: Reading, q: QuotationMention) -> set[str]:
    """Who is given the words of a quotation that is alone on its page besides those before it."""
    other = replace(reading, quotations=tuple(o for o in reading.quotations if o.pieces[-1].end < q.pieces[0].start))
    whole = replace(other, quotations=(*other.quotations, q))
    made = compose_quotations([whole], link([whole]))
    return {s.speaker.text for s in made if s.words.start == q.pieces[0].start and s.speaker is not None}


@pytest.mark.parametrize(("page", "words", "name"), [(EN, "Ask them", "Renwick"), (AR, "لدينا ثلاثون", "الدرويش")])
def test_silent_words_are_whose_page_it_is(tmp_path, page, words, name):
    reading = read(tmp_path, page)
    at = reading.article.text.index(words)
    end = reading.article.text.index("”" if page is EN else "»", at)
    q = QuotationMention("direct", (Span(at, end),), Span(at, end))
    assert said(reading, q) == {name}


def test_the_speaker_lent_opens_the_chain(tmp_path):
    reading = read(tmp_path, EN)
    at = reading.article.text.index("Ask them")
    q = QuotationMention("direct", (Span(at, at + 20),), Span(at, at + 20))
    whole = replace(reading, quotations=(*(o for o in reading.quotations if o.pieces[0].start < at - 60), q))
    made = next(s for s in compose_quotations([whole], link([whole])) if s.words.start == at)
    assert made.chain[0].role == "speaker"
    assert made.chain[0].cite is not None


def test_a_noun_is_lent_nobody(tmp_path):
    reading = read(tmp_path, EN.replace("he said", "a docker said"))
    q = next(q for q in reading.quotations if q.speaker is not None and "docker" in q.speaker.text)
    assert sort_of(q, reading) is None
    voice = Voices(cast_of([reading], link([reading]))).of(reading.article.id, q)
    assert voice is not None
    assert voice.entity is None


def test_a_page_that_names_nobody_lends_nobody(tmp_path):
    rain = "It rained all night on the hills, and in the morning the road was gone. Nobody had seen it go. "
    reading = read(tmp_path, f"Rain takes a road\n\n12 March 2019\n\n{rain * 4}\n\n“Ask them where it went.”\n")
    at = reading.article.text.index("Ask them")
    q = QuotationMention("direct", (Span(at, at + 20),), Span(at, at + 20))
    assert said(reading, q) == set()


def test_what_stands_for_a_speaker(tmp_path):
    reading = read(tmp_path, EN)
    q = QuotationMention("direct", (Span(0, 4),), Span(0, 4))
    assert sort_of(q, reading) == "silent"
    assert sort_of(replace(q, speaker=SpeakerMention("She", 0, 3)), reading) == "pronoun"


def test_the_weights_are_of_signs_and_none_is_a_word():
    known = json.loads(weights("voices.json").read_bytes())
    assert {"none", "none: silent"} <= known.keys()
    assert len(known) < 200
    assert all(s.isascii() for s in known)
    assert 0.5 < ENOUGH < 1


def test_the_signs_of_nobody_tell_how_many_there_are():
    q = QuotationMention("direct", (Span(0, 4),), Span(0, 4))
    assert nobody("silent", q, 9)["none: rivals"] > nobody("silent", q, 1)["none: rivals"]
