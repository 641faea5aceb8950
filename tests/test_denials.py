"""A denial answers a claim: on its own page, or on another that tells it; what nobody claims, or what is another matter, is no dispute."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page, Reading


def reading(text: str) -> Reading:
    return annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Residents say the gates of the dam were opened without warning at about two in the morning. The water ministry has denied it.", "gates"),
        ("Le syndicat affirme que la direction voulait expédier les métiers à tisser en Égypte. Le groupe l'a démenti dans la soirée de mardi.", "métiers"),
        ("Los vecinos aseguran que la alcaldesa mandó talar los olmos de la plaza de noche. El Ayuntamiento lo desmintió este martes.", "olmos"),
        ("ونفى مصدر عسكري، في بيان أصدره أمس، صحة ما تداولته حسابات على مواقع التواصل عن إسقاط المروحية قبالة الساحل الشرقي.", "إسقاط المروحية"),
    ],
)  # fmt: skip
def test_a_denial_finds_the_claim_it_answers_and_the_claim_is_an_event(text: str, claim: str) -> None:
    page = reading(text)
    said = [e for e in page.events if claim in page.article.words(e.clause) and e.kind != "rejection" and not e.bare]
    assert said
    assert [claim in page.article.words(c) for d in page.denials for c in d.claims] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The minister neither confirmed nor denied the report, and the company did not answer questions sent to it on Monday.",
        "The accused denied wrongdoing in court on Monday, and the hearing was put off until the autumn after a short session.",
        "Le porte-parole n'a ni confirmé ni démenti l'information, et la réunion de mardi s'est tenue à huis clos comme prévu.",
        "La portavoz ni confirmó ni desmintió la noticia, y la reunión del martes se celebró a puerta cerrada como estaba previsto.",
        "ولم يؤكد الناطق الخبر ولم ينفه، فيما عقد الاجتماع المقرر يوم الثلاثاء في جلسة مغلقة كما كان مقررا منذ أسبوعين.",
    ],
)
def test_a_denial_that_answers_no_claim_makes_none(text: str) -> None:
    assert not [d for d in reading(text).denials if d.claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "وأفادت مصادر نقابية بأن الموقوفين نُقلوا في الليلة نفسها إلى سجن الميناء، وهو ما نفاه الدرك الوطني جملة وتفصيلا.",
            "نُقلوا",
        ),
        ("وقال مصدر مصرفي إن صندوق التنمية جمّد في 17 حزيران قرض السكة الحديد، وهو ما كذّبه رئيسه فهد المطلقي.", "جمّد"),
        (
            "Selon le syndicat, la direction a fait venir des ouvriers de nuit par cars entiers, ce que le groupe dément.",
            "ouvriers",
        ),
        (
            "Los vecinos aseguran que la alcaldesa mandó talar los olmos de la plaza, algo que el Ayuntamiento niega.",
            "olmos",
        ),
        (
            "Residents say the gates of the dam were opened without warning at two in the morning, which the ministry denies.",
            "gates",
        ),
    ],
)
def test_which_somebody_denies_takes_up_what_others_said_before_it(text: str, claim: str) -> None:
    assert [claim in reading(text).article.words(c) for d in reading(text).denials for c in d.claims] == [True]


def test_which_denies_what_nobody_said_is_no_dispute() -> None:
    assert not [
        d for d in reading("The firm opened a plant in May, which denied the town its only park.").denials if d.claims
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The spokeswoman denied reports that the ferry line would be sold to its creditors before the end of the summer season.",
        "La directrice a démenti les rumeurs sur la vente de la ligne de ferries à ses créanciers avant la fin de l'été.",
        "La portavoz desmintió los rumores sobre la venta de la línea de transbordadores a sus acreedores antes del verano.",
        "ونفت الناطقة باسم الشركة ما تردد عن بيع خط العبّارات إلى دائنيها قبل نهاية موسم الصيف.",
    ],
)
def test_a_rumour_that_nobody_stands_for_is_no_claim_of_a_source(text: str) -> None:
    assert [d.claims for d in reading(text).denials] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "The firm denied any link with the explosion that killed nine people in the port on Tuesday.",
        "La société a nié toute responsabilité dans l'explosion qui a fait neuf morts mardi sur le port.",
        "La empresa negó cualquier relación con la explosión que el martes dejó nueve muertos en el puerto.",
        "ونفت الشركة أي علاقة لها بالانفجار الذي أودى بحياة تسعة أشخاص في الميناء يوم الثلاثاء.",
    ],
)
def test_who_denies_a_tie_to_what_happened_does_not_deny_that_it_happened(text: str) -> None:
    page = reading(text)
    assert not [e for e in page.events if e.status == "denied" and e.kind in ("disaster", "death", "attack")]
    assert not page.denials


def test_of_two_denials_in_one_sentence_the_one_that_answers_a_newspaper_is_set_against_it_with_the_newspapers_name_whole() -> (
    None
):
    page = reading(
        "ونفت الشركة أي علاقة للحريق بأعمال الصيانة، كما نفت ما أوردته صحيفة «لو كورييه دو ريفاج» عن غياب تصريح للتخزين في الميناء."
    )
    found = [(page.article.words(d.clause), [page.article.words(c) for c in d.claims]) for d in page.denials]
    assert [(verb, "ريفاج" in claims[0]) for verb, claims in found] == [("نفت", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that the archive had been sold to a foreign buyer. Two clerks who worked there maintain that forty boxes left by night.",
        "La mairie dément avoir vendu le terrain du stade à un promoteur. Deux conseillers maintiennent qu'un acte a été passé chez un notaire.",
        "La empresa niega haber vertido residuos en el río Sil. Los vecinos, en cambio, hablan de tres camiones cisterna cada noche.",
        "وتنفي الشركة أنها دفعت رشوة للوالي، غير أن مصادر من التحقيق تحدثت عن مئتي ألف دينار.",
    ],
)
def test_what_others_hold_against_a_denial_right_behind_it_is_its_claim(text: str) -> None:
    page = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    assert [len(d.claims) for d in page.denials] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that the archive had been sold to a foreign buyer. However, the minister will travel to Oslo on Friday.",
        "La mairie dément avoir vendu le terrain du stade. Le maire inaugure samedi la nouvelle bibliothèque de la ville.",
        "ونفت الوزارة، في بيان لها، وقوع أي سرقة، مشيرة إلى أن القطعة تخضع للترميم. وفي المقابل افتتح الوزير معرضا جديدا.",
    ],
)
def test_another_matter_behind_a_denial_is_no_claim_against_it(text: str) -> None:
    page = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    assert [len(d.claims) for d in page.denials] == [0]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The reporter Moussa Talla was arrested on Sunday in Sorikou, the press union said. The police denied any arrest.", "arrested on Sunday"),
        ("Le Front du Nord a affirmé vendredi avoir abattu un hélicoptère près de Kodo. L'armée a démenti que l'appareil ait été abattu par ses hommes.", "abattu un hélicoptère"),
        ("أوقفت الشرطة صباح الاثنين ثلاثة طلاب أمام باب الجامعة الشرقي قبل بدء المحاضرات. ونفت الوزارة أي توقيف في محيط الجامعة.", "أوقفت الشرطة"),
    ],
)  # fmt: skip
def test_a_short_denial_answers_what_was_told_right_before_it_of_the_very_kind(text: str, claim: str) -> None:
    assert [claim in reading(text).article.words(c) for d in reading(text).denials for c in d.claims] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "A bronze was stolen from the museum store in September. Only one piece was taken, says the ministry, having first denied any theft.",
        "Three men were arrested over the theft of the statues on Monday. The suspects denied any theft when they were heard by the judge.",
    ],
)
def test_a_denial_that_was_taken_back_or_is_a_suspects_answers_nothing(text: str) -> None:
    assert not any(d.claims for d in reading(text).denials)


@pytest.mark.parametrize(
    "text",
    [
        "L'Atlético Garbí, club du Levant, a démenti jeudi matin avoir vendu son stade au fonds Al Qamar.",
        "El Atlético Garbí negó el jueves haber vendido su estadio al fondo Al Qamar.",
    ],
)
def test_a_day_may_stand_between_denying_and_what_is_denied(text: str) -> None:
    assert "denied" in [e.status for e in reading(text).events if e.kind == "transaction"]


def test_who_denies_what_follows_does_not_deny_what_stands_before() -> None:
    text = (
        "Some 900 of the stranded passengers had returned by Monday, according to a tally of the ministry, which denied "
        "having shared out the routes of the airline among its rivals."
    )
    assert not any(d.claims for d in reading(text).denials)
