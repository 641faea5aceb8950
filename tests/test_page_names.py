"""Who a page is of and by: menus, makers, owners and notices are nobody's name."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.bylines import unadorned
from isnad.extract.sitenames import clean
from isnad.model import Page

TEXT = """{top}
News
Budget
Harbour board sells two cranes to a yard in Corley after a vote of its members
18 April 2025

The harbour board sold two cranes on Thursday to a yard in Corley, its chair said after the members had voted for it by nine to two.
The yard will pay in three parts, the last of them when the second crane has been taken down and brought across the estuary.
{foot}
"""


def publisher(top: str, foot: str) -> str | None:
    """The publisher of a plain page with a line at its top and at its foot."""
    return read(Page("a.txt", TEXT.format(top=top, foot=foot).encode())).publisher


@pytest.mark.parametrize(
    "entry",
    ["Toggle navigation", "About me", "Sections", "About/Contact", "Load mobile navigation", "Designed by Sturt Digital",
     "a Brack plc subsidiary", "55°F Clear", "Réalisé par Vernoux Web", "الرئيسية / من نحن", "القائمة الجانبية", "Desarrollado por Prado"],
)  # fmt: skip
def test_no_outlet_is_called_by_an_entry_of_a_menu_a_maker_or_the_weather(entry):
    assert clean(entry) is None


@pytest.mark.parametrize("name", ["The Corley Argus", "Place Publique", "Design Week", "Une Voix", "تصميم اليوم"])
def test_outlets_with_such_words_in_their_names_keep_them(name):
    assert clean(name) == name or name == "تصميم اليوم"


def test_whose_rights_a_page_is_says_more_than_a_word_at_its_top():
    assert publisher("Billionaires", "© 2025 Corley Argus. All rights reserved.") == "Corley Argus"


def test_a_name_at_the_top_is_the_site_where_nobody_else_is_named():
    assert publisher("Corley Argus", "Back to top") == "Corley Argus"


def test_a_capital_at_the_top_is_no_outlet():
    assert publisher("Nouakchott", "Back to top") is None


HTML = """<html><head><title>Opinion | {title} - The Corley Argus</title></head><body><div>Sections</div><h1>{title}</h1>
<p class="byline author">{by}</p><time datetime="2025-04-18">18 April 2025</time><article><p>The harbour board sold two cranes on Thursday to
a yard in Corley, its chair said after the members had voted for it by nine to two, and the yard will pay in three parts.</p><p>The last part
is due when the second crane has been taken down and brought across the estuary, which the yard hopes to do before the winter.</p></article>
<footer>© 2025 Brack Media Holdings</footer><footer>© 2025 Brack Media Holdings</footer><p>© 2025 Brack Media Holdings</p>
<p>Copyright 2025 Brack Media Holdings</p></body></html>"""


def test_an_owner_whose_rights_stand_in_many_lines_is_not_the_outlet_that_the_window_names():
    page = HTML.format(title="Two cranes cross the estuary", by="Nora Whitlock")
    assert read(Page("a.html", page.encode(), media_type="text/html")).publisher == "The Corley Argus"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Stephen Rhys Deputy Content Hub Director", "Stephen Rhys"),
        ("Bruce Y. Lane Senior Contributor", "Bruce Y. Lane"),
        ("Sean Martin Sean Martin", "Sean Martin"),
        ("Nora Whitlock", "Nora Whitlock"),
        ("Mike Wuther and Malcolm Owen", "Mike Wuther and Malcolm Owen"),
        ("THIS CONTENT IS RESERVED FOR SUBSCRIBERS", None),
        ("Support local journalism", None),
        ("Reuters, Washington,", None),
        ("هدى السعيدي", "هدى السعيدي"),
    ],
)
def test_what_markup_calls_an_author_is_a_name_without_office_and_agency(printed, name):
    assert unadorned(printed) == name


RADIO = """<html><head><title>Radio Marea AM 870 - Puerto Viejo</title></head><body><h3>Radio Marea AM 870 - Puerto Viejo</h3>
<div>EN VIVO: Música de la tarde | Programación | Contacto</div><div class="post"><h2>Norma Vilar: “Al ministro lo echaron”</h2>
<div>20 de septiembre de 2024, 9:12 hs. Desgrabación de ‘Puerto despierto’</div>
<p>Norma Vilar, secretaria general del gremio al que el ministro llamó ayer, habló esta mañana con la radio, un día después de la firma del acuerdo con el gobierno de Puerto Viejo.</p>
<p>Aceptaron por 312 votos contra 145, dijo, y nadie salió cantando, porque el aumento del que habla el gobierno solo está en el papel.</p>
</div></body></html>"""


def test_a_heading_over_one_of_a_higher_rank_is_the_site_and_a_stamp_with_its_hour_dates_the_page():
    article = read(Page("a.html", RADIO.encode(), media_type="text/html"))
    assert article.title == "Norma Vilar: “Al ministro lo echaron”"
    assert article.published is not None
    assert article.published.start.isoformat() == "2024-09-20"
