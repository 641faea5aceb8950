"""Who has the words from whom: reprints of one dispatch, an agency's own page, the press of the state a page speaks of."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from isnad.annotate.sentences import split_sentences
from isnad.link.copies import find_copies
from isnad.link.directions import direct
from isnad.model import Article, Copy, Credit, Interval, Mention, Part, Reading

CITADEL = (
    "انهار جزء من سور قلعة تمزارين الأثرية فجر الأربعاء بعد ثلاثة أيام من الأمطار المتواصلة دون تسجيل إصابات. "
    "وقال مدير التراث في الولاية نبيل مرزوق إن 18 مترا من الجدار الجنوبي سقطت على الطريق المؤدية إلى السوق. "
    "وأغلقت البلدية المدخل الرئيسي أمام الزوار إلى غاية 30 نوفمبر. "
    "وتعود القلعة إلى القرن السادس عشر ورممت آخر مرة سنة 1987. "
)
CITADEL_EN = (
    "Part of the wall of the historic citadel of Tamzarin collapsed at dawn on Wednesday after three days of continuous rain, without injuries. "
    "The director of heritage in the province, Nabil Marzouk, said 18 metres of the southern wall fell on the road leading to the market. "
    "The municipality closed the main entrance to visitors until 30 November. "
    "The citadel dates from the sixteenth century and was last restored in 1987. "
)
MORE = (
    "وطالبت جمعية أصدقاء القلعة بفتح تحقيق في أشغال الترميم الأخيرة ونشر تقرير الخبراء. "
    "ويزور القلعة نحو أربعين ألف سائح كل سنة معظمهم من تلاميذ المدارس. "
    "وستعقد لجنة التراث اجتماعا طارئا يوم السبت لتحديد كلفة الأشغال. "
)


def page(
    ident: str,
    text: str,
    publisher: str | None,
    *,
    via: str | None = None,
    dispatch: str | None = None,
    credit: str | None = None,
    language: str = "ar",
    state: str | None = None,
) -> Reading:
    day = date(2025, 11, 19)
    article = Article(
        ident, f"{ident}.txt", ident, "text/plain", language, None, publisher, via, None,
        Interval(day, day, "day", "printed"), None, (), text, (Part("body", 0, len(text)),),
    )  # fmt: skip
    credits = tuple(
        Credit("agency", name, 0, 4, None, whole) for name, whole in ((dispatch, True), (credit, False)) if name
    )
    mentions = (Mention("place", 0, 4, text[:4], country=state),) if state else ()
    return replace(split_sentences(Reading(article)), credits=credits, mentions=mentions)


def only(*readings: Reading) -> Copy:
    (copy,) = direct(find_copies(readings), readings)
    return copy


def test_of_two_aggregators_that_reprint_one_agency_neither_is_the_source() -> None:
    a = page("a", CITADEL, "وكالة الهضاب للأنباء", via="أخبار اليوم بلس", dispatch="وكالة الهضاب للأنباء")
    b = page("b", CITADEL, "وكالة الهضاب للأنباء", via="بوابة المدينة")
    assert only(a, b).direction is None


def test_who_prints_a_medium_as_publisher_has_it_from_that_mediums_own_page_though_that_signs_with_its_own_name() -> (
    None
):
    own = page("a", CITADEL + MORE, "أوراس برس", dispatch="أوراس برس")
    reprint = page("b", CITADEL, "أوراس برس", via="دليل الأخبار", credit="أوراس برس")
    direction = only(own, reprint).direction
    assert direction is not None
    assert (direction.source, direction.target) == ("a", "b")


def test_a_dispatch_without_a_publisher_is_where_an_aggregator_that_names_the_agency_has_it_from() -> None:
    dispatch = page("a", CITADEL + MORE, None, dispatch="الهضاب")
    digest = page("b", CITADEL, "وكالة الهضاب للأنباء", via="بريد الصباح")
    direction = only(dispatch, digest).direction
    assert direction is not None
    assert (direction.source, direction.target) == ("a", "b")


def test_an_aggregator_of_an_aggregator_has_its_words_from_the_nearer() -> None:
    nearer = page("a", CITADEL, "وكالة الهضاب للأنباء", via="بوابة المدينة")
    farther = page("b", CITADEL, "بوابة المدينة", via="دليل الأخبار")
    direction = only(nearer, farther).direction
    assert direction is not None
    assert (direction.source, direction.target) == ("a", "b")


def test_a_fuller_page_in_a_language_of_the_state_it_speaks_of_is_the_source_of_its_translation() -> None:
    local = page("a", CITADEL + MORE, "جريدة الأسوار", state="EG")
    abroad = page("b", CITADEL_EN, "Gulf Heritage Wire", language="en", state="EG")
    copy = only(local, abroad)
    assert copy.kind == "translation"
    assert copy.direction is not None
    assert copy.direction.source == "a"
    assert "language of the press of EG" in copy.direction.basis


def test_the_language_of_the_state_alone_claims_nothing() -> None:
    local = page("a", CITADEL, "جريدة الأسوار", state="EG")
    abroad = page("b", CITADEL_EN, "Gulf Heritage Wire", language="en", state="EG")
    copy = only(local, abroad)
    assert copy.kind == "translation"
    assert copy.direction is None


def test_where_a_state_has_papers_in_both_languages_its_language_tells_nothing() -> None:
    local = page("a", CITADEL + MORE, "جريدة الأسوار", state="LB")
    other = page("b", CITADEL_EN, "Coast Heritage", language="en", state="LB")
    assert only(local, other).direction is None


def test_a_translation_outside_the_state_both_speak_of_is_the_later_page_though_its_own_page_names_more_of_others() -> (
    None
):
    late = date(2025, 11, 21)
    home, abroad = page("a", CITADEL, "بوابة القلعة", state="DZ"), page("b", CITADEL_EN, "Old Stones", language="en")
    home = replace(home, mentions=home.mentions * 3)
    later = replace(abroad.article, published=Interval(late, late, "day", "printed"))
    abroad = replace(abroad, article=later, mentions=(Mention("place", 0, 4, "Part", country="KW"),))
    direction = only(home, abroad).direction
    assert direction is not None
    assert direction.source == "a"
