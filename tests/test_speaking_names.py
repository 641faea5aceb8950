"""People and bodies that speak under a name that was not found where they speak, and those who answer without a word of saying."""

from __future__ import annotations

from msgspec.structs import replace

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.speaking_bodies import with_speaking_bodies
from isnad.model import Mention, Page, QuotationMention, Reading, Span, SpeakerMention
from test_speaking_bodies import page, speaker


def test_a_given_name_behind_a_closed_office_begins_its_holders_name() -> None:
    text = "ونفى مفتش التعليم عبد الأحد كرومي أن تكون المدرسة مغلقة."
    assert speaker(page(text, "مفتش التعليم", language="ar", role=True)) == "عبد الأحد كرومي"
    text = "وعلقت رئيسة جمعية الشاطئ الأزرق فاطمة بوزيان على ذلك بالقول إن الموج أقوى."
    assert speaker(page(text, "رئيسة جمعية الشاطئ الأزرق", language="ar", role=True)) == "فاطمة بوزيان"


def test_the_name_of_a_hospital_is_not_its_directors() -> None:
    text = "وقال مدير مستشفى محمد الخامس إن الأسرة ممتلئة."
    assert speaker(page(text, "مدير مستشفى محمد الخامس", language="ar", role=True)) != "محمد الخامس"


def test_one_name_with_a_preposition_behind_it_is_not_taken() -> None:
    text = "يقول المدرب سعيد في منشور على صفحته إن الفريق تعب."
    assert speaker(page(text, "المدرب", language="ar", role=True)) == "المدرب"


def test_a_bare_office_is_whom_an_earlier_sentence_names_behind_it() -> None:
    text = "وتنقلت وزيرة النقل فاطمة بوزيان، أمس، إلى الميناء. وأضافت الوزيرة أن الخط سيفتح."
    assert speaker(page(text, "الوزيرة", language="ar", role=True)) == "فاطمة بوزيان"
    text = "وزارت وزيرة النقل فاطمة بوزيان، أمس، وزيرة الصحة سعاد كرومي، في مكتبها. وأضافت الوزيرة أن الخط سيفتح."
    assert speaker(page(text, "الوزيرة", language="ar", role=True)) == "الوزيرة"


def test_a_name_behind_a_courtesy_is_a_persons() -> None:
    assert speaker(page("« Rien n'est signé », a dit M. Adoumi.", "M. Adoumi", language="fr")) == "Adoumi"


def test_a_speaker_is_named_by_another_page_that_prints_the_name_as_one_sort() -> None:
    text = "Lusopar reported on Monday that two boats had been sold."
    other = page("The yard Lusopar won the order.", "The", ("organization", "Lusopar"))
    assert speaker(page(text, "Lusopar")) is None
    assert speaker(page(text, "Lusopar"), sure(other)) == "Lusopar"
    place = page("They met in Lusopar.", "They", ("place", "Lusopar"))
    assert speaker(page(text, "Lusopar"), sure(other), sure(place)) is None


def sure(r: Reading) -> Reading:
    """The reading with its names surely found."""
    return replace(r, mentions=tuple(replace(m, score=0.9) for m in r.mentions))


def test_a_public_body_without_a_name_is_what_the_page_calls_it() -> None:
    assert speaker(page("The shops are shut. The ministry says they will open.", "The ministry")) == "ministry"
    text = "The Ministry of Trade met the Ministry of Health. The ministry says shops will open."
    two = ("organization", "Ministry of Trade"), ("organization", "Ministry of Health")
    assert speaker(page(text, "The ministry", *two)) is None


def interview(body: str) -> Reading:
    """The reading of an English page that prints an interview."""
    head = "The Harbour Courier\nSunday, 12 October 2025\n\nWho paid for the crane?\n\n"
    return with_speaking_bodies(
        [annotate(read(Page(source="a.txt", data=(head + body).encode(), media_type="text/plain")))]
    )[0]


def who_says(r: Reading, words: str) -> str | None:
    """Whose some words are."""
    at = r.article.text.index(words)
    q: QuotationMention = next(x for x in r.quotations if any(p.start <= at < p.end for p in x.pieces))
    m: Mention | None = (
        r.mentions[q.speaker.mention] if q.speaker is not None and q.speaker.mention is not None else None
    )
    return m.text if m is not None else None


ANSWERS = (
    'A Lusk newspaper says a commission was paid. Is that true?\n\n"It is false from the first word to the last. Nobody was paid anything."\n\n'
    'The Spanish press speaks of two cranes, not three.\n\n"Two is the firm order. The third is an option for the spring."\n\n'
    'The union did not sign.\n\n"The union asked for a delay to consult its members. It is not a refusal."\n'
)  # fmt: skip


def test_who_answers_in_marks_is_whom_the_introduction_names() -> None:
    r = interview(
        f"Four days after the order, the port's director, Rana Haddadin, received us in her office.\n\n{ANSWERS}"
    )
    assert who_says(r, "Two is the firm order") == "Rana Haddadin"
    assert who_says(r, "The union asked") == "Rana Haddadin"


def test_two_in_the_introduction_answer_nothing() -> None:
    r = interview(f"The director, Rana Haddadin, and the engineer, Tom Hale, received us in the office.\n\n{ANSWERS}")
    assert who_says(r, "Two is the firm order") is None


def test_spans_are_kept() -> None:
    """A speaker that nothing names stays as printed."""
    r = page("A docker said it was cold.", "A docker")
    q = with_speaking_bodies([r])[0].quotations[0]
    assert q.speaker == SpeakerMention("A docker", 0, 8, None)
    assert q.scope == Span(0, 1)
