"""Words set apart by the page: block quotes and posts in HTML, printed interviews, transcripts; and input that is hostile."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Article, Page, Part, Reading

PAGE = """<html lang=en><head><title>Harbour closed after storm</title></head><body><article><h1>Harbour closed after storm</h1>
<p>The harbour was closed on Monday after a storm damaged the northern quay, and the ferry line was stopped until further notice.</p>
<p>The harbour master, Ann Reyes, wrote to the owners:</p>
<blockquote><p>We lost forty metres of the quay in one night. Nobody will sail before Thursday.</p></blockquote>
<p>The union of dockers has asked for a meeting with the regional council before the end of the week to discuss the repairs.</p>
<blockquote>The sea took what the council had refused to mend for ten years.<br>— Tom Hale, docker</blockquote>
<blockquote class="post"><p>No ferries today. Stay home, please.</p>&mdash; Port of Sandmouth (@sandport) <a href="#">May 3, 2023</a></blockquote>
<p>The regional council will meet on Friday and is expected to release the money for the first repairs in the month of June.</p>
<blockquote>Whoever reads this will never know who wrote it down.</blockquote>
<p>Work on the quay is to begin in July, and the ferry line will not run again before the end of the summer season.</p>
</article></body></html>"""


def plain(text: str, language: str, title: int = 0) -> Reading:
    parts = (Part("title", 0, title), Part("body", title + 1, len(text))) if title else (Part("body", 0, len(text)),)
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, parts))


def said(r: Reading) -> list[tuple[str, str | None]]:
    return [(r.article.words(q.pieces[0]), q.speaker.text if q.speaker else None) for q in r.quotations]


def test_block_quotes_are_said_by_the_sentence_before_or_by_who_signs_them() -> None:
    r = annotate(read(Page("x.html", PAGE.encode(), "text/html")))
    assert said(r) == [
        ("We lost forty metres of the quay in one night. Nobody will sail before Thursday.", "Ann Reyes"),
        ("The sea took what the council had refused to mend for ten years.", "Tom Hale"),
        ("No ferries today. Stay home, please.", "Port of Sandmouth"),
        ("Whoever reads this will never know who wrote it down.", None),
    ]
    assert [c.name for c in r.quotations[2].chain] == ["Port of Sandmouth", "@sandport"]
    assert any(a.what == "speaker of a quotation" for a in r.abstentions)


@pytest.mark.parametrize(
    ("language", "title", "turns", "answers"),
    [
        ("fr", "Entretien avec Nadia Berrada", "Q : Combien de lits manquent ?\nR : Il en manque quarante.\nQ : Et ?\nR : Du personnel, vite.", ["Il en manque quarante.", "Du personnel, vite."]),
        ("es", "Entrevista a Nadia Berrada", "P. — ¿Cuántas camas faltan?\nR. — Faltan cuarenta en todo el hospital.", ["Faltan cuarenta en todo el hospital."]),
        ("ar", "حوار مع الروائية سلمى الناصر", "س: متى بدأتِ الكتابة؟\nج: بدأت في سن العاشرة، وكنت أخفي دفاتري.\nس: ومن قرأ لكِ أولا؟\nج: جدتي.", ["بدأت في سن العاشرة، وكنت أخفي دفاتري.", "جدتي."]),
    ],
)  # fmt: skip
def test_an_interviews_answers_are_the_words_of_the_one_the_title_names(
    language: str, title: str, turns: str, answers: list[str]
) -> None:
    r = plain(f"{title}\n{turns}", language, len(title))
    assert [w for w, _ in said(r)] == answers
    assert {w for _, w in said(r)} == {" ".join(title.split(" ")[-2:])}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Claire Morel : « Nous ne fermerons pas »", "La directrice du port revient sur la grève.\n\nLe quai est-il sûr ?\n\n« Il l'est depuis lundi. Deux experts l'ont vu. »\n\nEt si la pluie revient ?\n\n« Nous attendrons deux jours de plus. »"),
        ("ar", "سلمى الخوري: «لن نغلق الميناء»", "تعود مديرة الميناء إلى أسباب الإضراب.\n\nهل الرصيف آمن؟\n\n«هو آمن منذ الاثنين، وقد عاينه خبيران.»\n\nوماذا لو عاد المطر؟\n\n«سننتظر يومين آخرين قبل أن نعيد فتح البوابة الشرقية.»"),
    ],
)  # fmt: skip
def test_questions_answered_in_marks_are_answered_by_whom_the_headline_names(
    language: str, title: str, text: str
) -> None:
    r = plain(f"{title}\n{text}", language, len(title))
    answered = [who for w, who in said(r) if w.startswith(("Il l'est", "Nous attendrons", "هو آمن", "سننتظر"))]
    assert answered == [title.split(":")[0].strip()] * 2


def test_an_interview_with_nobody_named_is_claimed_for_nobody_and_says_so() -> None:
    r = plain("Q: How bad is it?\nA: It is the worst year we have had.\nQ: What now?\nA: We vaccinate.", "en")
    assert said(r) == []
    assert sum(a.reason == "interviewee-unknown" for a in r.abstentions) == 2


def test_a_pulled_quote_that_reports_by_itself_stays_as_it_reads() -> None:
    page = PAGE.replace(
        "Whoever reads this will never know who wrote it down.",
        "“The boats left at four,” said Ann Reyes, “and nobody waved.”",
    )
    q = annotate(read(Page("x.html", page.encode(), "text/html"))).quotations[-1]
    assert [p.end - p.start for p in q.pieces] == [len("The boats left at four,"), len("and nobody waved.")]


def test_a_list_of_initials_is_no_interview() -> None:
    assert (
        said(
            plain(
                "A. The north quay was rebuilt in 2019.\nB. The south quay was not.\nQ. is missing from the list.", "en"
            )
        )
        == []
    )


def test_a_transcripts_turns_are_said_by_the_names_that_open_them() -> None:
    text = "Maria Lopez: I saw the boat at nine.\nJohn Carver: Were you alone?\nMaria Lopez: My brother was with me."
    assert said(plain(text, "en")) == [
        ("I saw the boat at nine.", "Maria Lopez"),
        ("Were you alone?", "John Carver"),
        ("My brother was with me.", "Maria Lopez"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "« " + "La pluie tombe sur le port et sur la ville. " * 60,
        "«" * 5000 + "mot" + "»" * 5000,
        "“" * 5000,
        "Rock'n'roll, c'est l'été, qu'il dit, l'ami d'l'autre. " * 40,
        "La la la, mon cœur\nLa la la, la mer\n" * 60,
        "قال «" * 300,
    ],
)
def test_hostile_marks_give_no_run_away_quotation(text: str) -> None:
    r = plain(text, "fr")
    assert all(p.end - p.start < max(0.9 * len(text), 200) for q in r.quotations for p in q.pieces)


def test_a_right_to_left_quotation_inside_a_left_to_right_paragraph_is_whole() -> None:
    (q,) = plain(
        "Le ministre a déclaré : « لن نتراجع عن هذا القرار أبدا », avant de quitter la salle.", "fr"
    ).quotations
    assert q.speaker is not None
    assert q.pieces[0].end - q.pieces[0].start == len("لن نتراجع عن هذا القرار أبدا")


LYRICS = "The tide came in, the tide went out\n'Oh, hold me now,' the harbour sang\n'Oh, hold me now\nAnd never let me drown\nLa la la, 'cause the lights are low\n"


def test_song_lyrics_give_no_run_away_quotation() -> None:
    r = plain(LYRICS * 40, "en")
    assert all(q.pieces[-1].end - q.pieces[0].start < 120 for q in r.quotations)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The '90s weren't kind to the girls' school, and the boys' choir didn't sing."),
        ("fr", "L'été dernier, c'est l'usine d'à côté qui s'est tue ; aujourd'hui l'atelier n'ouvre qu'à midi."),
        ("en", "It's 5'10'' by 6'2'', and the crew's cabin isn't bigger."),
    ],
)
def test_apostrophes_open_nothing(language: str, text: str) -> None:
    assert plain(text, language).quotations == ()


def test_apostrophes_for_marks_quote_what_somebody_said() -> None:
    r = plain("'We haven't slept since the girls' ferry left,' said Mara Holt, who runs the pier.", "en")
    assert said(r) == [("We haven't slept since the girls' ferry left,", "Mara Holt")]


def test_a_mark_left_open_over_a_whole_page_takes_one_line_at_most() -> None:
    page = "« Nous avons perdu la récolte, a dit Paul Verne.\n" + "La pluie est tombée sur les champs du nord.\n" * 200
    r = plain(page, "fr")
    assert all(q.pieces[-1].end <= page.index("\n") for q in r.quotations)
