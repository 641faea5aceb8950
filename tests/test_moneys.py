"""Whose dinar it is: the page tells, and where it does not, the other pages."""

from __future__ import annotations

from isnad.annotate import annotate
from isnad.annotate.moneys import agreed_moneys
from isnad.extract import read
from isnad.model import Page, Reading


def reading(text: str, name: str = "x.txt") -> Reading:
    return annotate(read(Page(source=name, data=text.encode(), media_type="text/plain")))


def units(r: Reading) -> list[str]:
    return [f.unit for f in r.figures if "dinar" in f.quantity or "دينار" in f.quantity]


NAMELESS = "La saisie\n12 mai 2024\n\nUn rendez-vous se monnayait jusqu'à 400 000 dinars, assure un client du quartier, chauffeur de taxi de son état.\n"
ALGERIAN = "The loan\n12 May 2024\n\nAlgerian banks claim 7.8 billion dinars from the firm, the Algerian ministry said. An Algerian court sat on Monday.\n"
KUWAITI = "The fund\n12 May 2024\n\nA Kuwaiti fund, the only bidder, left. The Kuwaiti minister said that Kuwait would lend 5 million dinars to nobody.\n"


def test_a_page_that_names_no_state_means_the_money_that_the_other_pages_mean():
    first, other = agreed_moneys([reading(NAMELESS, "a.txt"), reading(ALGERIAN, "b.txt")])
    assert units(other) == ["DZD"]
    assert units(first) == ["DZD"]


def test_where_pages_mean_several_nothing_is_changed():
    alone = reading(NAMELESS, "a.txt")
    first, *_ = agreed_moneys([alone, reading(ALGERIAN, "b.txt"), reading(KUWAITI, "c.txt")])
    assert units(first) == units(alone)


def test_a_foreign_investor_named_once_does_not_say_whose_money_it_is():
    text = (
        "نوميدير تحت التسوية\n12 ماي 2024\n\nطالبت البنوك بقسنطينة بمبلغ 7 ملايير دينار، ثم التحقت بها بنوك وهران وعنابة وقسنطينة. "
        "وانسحب المستثمر الكويتي.\n"
    )
    assert units(reading(text)) == ["DZD"]


def test_where_no_page_says_it_is_the_money_of_the_state_that_most_pages_name():
    town = "Le pont\n12 mai 2024\n\nLe maire d'Alger a inauguré un pont à Alger lundi, en présence des habitants de Constantine.\n"
    first, *_ = agreed_moneys([reading(NAMELESS, "a.txt"), reading(town, "b.txt")])
    assert units(first) == ["DZD"]
