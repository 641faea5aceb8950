"""Lines amid the paragraphs of an HTML page that are made otherwise and speak of something else are no text."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.model import Page

TEXT = (
    "The dhow yards of Sirab were added on Monday to the register of protected crafts, after a campaign of nine years.",
    "“My grandfather built by eye, my son builds by computer, but the nails are the same,” said the master of the largest yard.",
    "Under the decree the municipality will pay half of the wages of apprentices. Only four yards are left, down from 31.",
)


def own(line: str) -> str:
    first, *rest = (f"<p>{p}</p>" for p in TEXT)
    html = f"<html><body><h1>Dhow builders of Sirab win</h1><div class='s'>{first}{line}{''.join(rest)}</div></body></html>"
    a = read(Page("p", html.encode(), "text/html"))
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body", "subheading"))


@pytest.mark.parametrize(
    "line",
    [
        "<div class='inset'>Win two tickets to the opera: answer one question</div>",
        "<p class='pb'>Garage Beuret : pneus d'hiver en stock</p>",
        "<p class='robapaginas'>Reserva mesa con vistas al mar</p>",
        "<div class='ishhar'>أثاث المنزل بالتقسيط المريح لدى معارض الوفاء</div>",
        "<p class='box'>The Tell lives on what people give. Give a subscription this winter, from £3 a month.</p>",
        "<blockquote class='promo'><p>Abonnez-vous à La Gazette dès 1 € le premier mois</p></blockquote>",
    ],
)
def test_an_advertisement_in_an_element_of_its_own_is_no_text(line: str) -> None:
    assert own(line).split() == " ".join(TEXT).split()


@pytest.mark.parametrize(
    "line",
    [
        "<p class='inter'>A wage for every apprentice</p>",
        "<p class='x'>Four left</p>",
        "<h3 class='sub'>What the owners want</h3>",
        "<p class='exergue'>“Wood remembers the hand that bent it”</p>",
        "<p class='first'>The council of elders gave no reason for its vote.</p>",
        "<ul><li>Boats launched in May: two</li></ul>",
        "<p>Nobody had asked the neighbours</p>",
    ],
)
def test_a_subheading_a_quotation_a_sentence_and_a_list_stay(line: str) -> None:
    assert len(own(line).split()) > len(" ".join(TEXT).split())
