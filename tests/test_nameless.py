"""Whose an unnamed communiqué is: that of the words it repeats, in any language; nobody's when two come near."""

from __future__ import annotations

from datetime import date

from isnad.annotate.sentences import split_sentences
from isnad.link.named import Named
from isnad.link.nameless import Attributed, same_words
from isnad.model import Article, Credit, Interval, Part, Reading

NAVY_AR = "قالت بحرية ساحل المرجان في بيان إن سفينتين حربيتين أنقذتا 83 صيادا قبالة ميناء الصدف بعد عاصفة ليلية."
NAVY_FR = (
    "Deux navires de guerre ont secouru 83 pêcheurs au large du port après une tempête nocturne, selon un communiqué."
)
NAVY_ES = (
    "Dos buques de guerra rescataron a 83 pescadores frente al puerto tras una tormenta nocturna, según un comunicado."
)
TOWN_AR = "وأعلنت بلدية الصدف في بيان أنها ستوزع خيما وأغذية على العائلات وتعوض أصحاب القوارب قبل نهاية الشهر."
ADDED = "ajoute le communiqué."


def said(origin: str, text: str, language: str, named: bool, day: int = 3) -> Attributed:
    when = date(2024, 5, day)
    article = Article(
        f"{origin}-{language}", "p.txt", "0", "text/plain", language, None, None, None, None,
        Interval(when, when, "day", "written"), None, (), text, (Part("body", 0, len(text)),),
    )  # fmt: skip
    credit = Credit("communique", "", len(text) - 2, len(text))
    hand = Named(split_sentences(Reading(article)), 0, credit, None, frozenset(), "communique")
    return Attributed(origin, named, hand)


def near(a: Named, b: Named) -> bool:
    x, y = a.reading.article.published, b.reading.article.published
    return x is not None and y is not None and abs((x.start - y.start).days) <= 4


def test_a_french_page_without_a_name_repeats_the_arabic_statement_it_translates() -> None:
    rows = [said("navy", NAVY_AR, "ar", True), said("town", TOWN_AR, "ar", True), said("?", NAVY_FR, "fr", False)]
    assert same_words(rows, near) == [("?", "navy")]


def test_two_pages_that_name_nobody_and_say_the_same_have_one_communique() -> None:
    rows = [said("?fr", NAVY_FR, "fr", False), said("?es", NAVY_ES, "es", False)]
    assert set(same_words(rows, near)) == {("?fr", "?es"), ("?es", "?fr")}


def test_another_bodys_statement_on_the_same_storm_is_not_repeated() -> None:
    assert same_words([said("town", TOWN_AR, "ar", True), said("?", NAVY_FR, "fr", False)], near) == []


def test_a_statement_of_weeks_before_is_not_what_is_repeated() -> None:
    assert same_words([said("navy", NAVY_AR, "ar", True), said("?", NAVY_FR, "fr", False, 27)], near) == []


def test_words_that_two_communiques_share_are_neither_ones() -> None:
    rows = [said("navy", NAVY_AR, "ar", True), said("coast", NAVY_ES, "es", True), said("?", NAVY_FR, "fr", False)]
    assert same_words(rows, near) == []


def test_the_communique_added_says_nothing_by_which_to_know_it() -> None:
    assert same_words([said("navy", ADDED, "fr", True), said("?", "Le communiqué ajoute.", "fr", False)], near) == []
