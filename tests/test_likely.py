"""Numbers that no rule compares are weighed: two that nothing but their company makes rivals are found, unlike counts are not."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.likely import OnPage, across, layers, likely_on_page
from isnad.link.rivals import Rivals
from isnad.link.roles import roles_of
from isnad.link.tallies import counted
from isnad.link.things import done_of
from isnad.model import Page, Story


def likely(text: str) -> set[tuple[float, float]]:
    """The pairs of numbers that a page of one paragraph sets against each other, by rule or by weight."""
    r = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    pairs = likely_on_page(Rivals(r, [*roles_of(r), *(done_of(r, f) for f in r.counts)]))
    values = [f.value[0] if isinstance(f.value, tuple) else f.value for f in r.numbers]
    return {(values[i], values[j]) for i, js in pairs.items() for j in js if i < j}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Los 900 obreros del astillero están de paro desde hoy, de acuerdo con el gremio Sinmar. La empresa Quilla Norte, en cambio, cuenta 400 adherentes.",
            (900, 400),
        ),
        (
            "The harvesters blocked the bridge on Friday to demand a fair price. Organisers counted 600 of them, the police 220.",
            (600, 220),
        ),
        (
            "نظمت أحزاب المعارضة مسيرة في الساحة الكبرى. وحضر المسيرة 700 شخص، بينما تقول لجنة التنظيم إن 1500 شخص حضروها.",
            (700, 1500),
        ),
    ],
)
def test_two_voices_in_other_words_count_one_thing(text: str, pair: tuple[float, float]) -> None:
    assert pair in likely(text)


@pytest.mark.parametrize(
    "text",
    [
        "The parish has 1,400 inhabitants. The school, says the mayor, has 210 pupils.",
        "Le port emploie 320 dockers. La grève a coûté 4 millions d'euros, et la réparation de la grue 9 millions.",
        "Cuatro de los ocho detenidos quedaron en libertad el martes, según su abogada.",
        "وزعت الجمعية الخيرية 300 خيمة يوم الاثنين في الحي القديم و450 خيمة يوم الأربعاء في المرفأ.",
    ],
)
def test_a_part_and_counts_of_two_things_are_no_rivals(text: str) -> None:
    assert likely(text) == set()


def test_what_is_a_part_or_asked_for_speaks_against_a_dispute() -> None:
    page, pages = layers()["page"], layers()["pages"]
    assert page.signs["of them"] < 0 < page.signs["two voices"]
    assert page.signs["wanted"] < 0 < page.signs["left out"]
    assert pages.signs["another year"] < 0 < pages.signs["names"]
    assert not page.sure(page.sum({}))
    assert not pages.sure(pages.sum({}))


def test_sums_of_one_size_speak_louder_for_one_thing_than_people_of_one_size() -> None:
    signs = layers()["pages"].signs
    assert signs["money: only of size"] > signs["people: only of size"]
    assert signs["given and disputed"] > 0


def test_the_noun_and_what_a_page_gives_too_are_seen_across_languages() -> None:
    texts = {
        "a.txt": "Corvel\n\nThe captives came home on Monday after ten weeks in the hills. The syndicate of Corvel says that 60 fighters were freed at the bridge.\n",
        "b.txt": "كورفيل\n\nعاد الأسرى إلى ديارهم يوم الإثنين بعد عشرة أسابيع في الجبال. قالت الحكومة إن 45 مقاتلا أفرج عنهم في كورفيل، لا 60 مقاتلا.\n",
    }
    readings = [annotate(read(Page(name, text.encode()))) for name, text in texts.items()]
    items = counted(readings, [Story("s", {}, tuple(r.article.id for r in readings))])
    one = next(x for x in items if x.article == readings[0].article.id and x.low == 60)
    other = next(x for x in items if x.article == readings[1].article.id and x.low == 45)
    signs = across(one, other)
    assert signs["given there"] == 1.0
    assert signs["people: noun"] == signs["noun"] > 0.5


def test_the_number_that_a_count_has_risen_to_disputes_none_given_before() -> None:
    r = annotate(
        read(
            Page(
                "a.txt",
                b"X\n\nThe toll of the fire rose to 38 dead on Monday. A count of Sunday had told of 34 dead.\n",
            )
        )
    )
    page = OnPage(Rivals(r, roles_of(r)))
    assert page.risen(0, 1)
