"""What an outlet prints under all its articles is template, learned from the user's own pages; one page alone proves nothing."""

from __future__ import annotations

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.templates import without_templates
from isnad.model import Page, Reading

MATTERS = [
    ("Le pont de Sorbey rouvre", "Le pont de Sorbey a rouvert lundi matin après huit mois de travaux, en présence du préfet.", "Les poids lourds devront encore emprunter la déviation de Valbrune jusqu'à la fin de l'été."),
    ("Grêle sur les vergers", "Un orage de grêle a détruit dimanche soir la moitié des vergers de la vallée de la Lème.", "Les arboriculteurs demandent à la chambre d'agriculture une avance de trésorerie avant octobre."),
    ("Une troupe au lavoir", "Une troupe de théâtre s'est installée dans l'ancien lavoir, fermé depuis trente ans au public.", "Elle y jouera chaque vendredi une pièce écrite avec les habitants du quartier des Prés."),
    ("Le lycée manque de chimistes", "Le lycée de Sorbey n'a plus de professeur de chimie depuis la rentrée, déplorent les parents.", "Le rectorat assure qu'un remplaçant sera nommé avant les vacances de la Toussaint prochaine."),
    ("Le marché déménage", "Le marché du samedi quittera la place Haute en mars pour le parking de la gare, a voté le conseil.", "Les commerçants sédentaires craignent de perdre la moitié de leur clientèle du week-end."),
]  # fmt: skip
LINE = "Depuis 1921, La Gazette de Sorbey raconte chaque jour la vallée à celles et ceux qui y vivent."


def reading(n: int, line: str = LINE, house: str = "La Gazette de Sorbey") -> Reading:
    title, first, second = MATTERS[n]
    text = f"{house}\n{title}\nPublié dans {house} le {n + 3:02d} - 05 - 2023\n\n{first}\n{second}\n{line}\n"
    return annotate(read(Page(source=f"p{n}", data=text.encode())))


def own(r: Reading) -> str:
    return "\n".join(r.article.text[p.start : p.end] for p in r.article.own())


def test_a_line_under_most_pages_of_one_outlet_is_template_and_says_so() -> None:
    before = [reading(n) for n in range(5)]
    assert all(LINE in own(r) for r in before)
    after = without_templates(before)
    assert all(LINE not in own(r) for r in after)
    assert [r.article.text for r in after] == [r.article.text for r in before]
    assert all(any(n.reason == "template" and "5 of the 5 pages" in n.why for n in r.article.notes) for r in after)
    assert not any(LINE.startswith(r.article.words(s)) for r in after for s in r.sentences)


def test_three_pages_or_other_outlets_prove_nothing() -> None:
    few = [reading(n) for n in range(3)]
    assert without_templates(few) == few
    houses = [reading(n, house=f"La Gazette {n}") for n in range(5)]
    assert without_templates(houses) == houses


def test_states_of_one_article_do_not_make_its_words_template() -> None:
    states = [
        annotate(
            read(
                Page(
                    source=f"s{n}",
                    data=(reading(0).article.text + f"État numéro {n} de la page de la rédaction.\n").encode(),
                )
            )
        )
        for n in range(5)
    ]
    assert all(MATTERS[0][1] in own(r) for r in without_templates(states))


def test_the_same_pages_in_another_order_give_the_same() -> None:
    rows = [reading(n) for n in range(5)]
    forward = {r.article.id: r for r in without_templates(rows)}
    assert forward == {r.article.id: r for r in without_templates(rows[::-1])}
