"""A name that is plain on one page of a corpus is found, and called what it is, on the others."""

from __future__ import annotations

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.elsewhere import known_elsewhere
from isnad.model import Article, Mention, Page, Part, Reading, RoleMention
from isnad.pipeline import build
from isnad.store import open_store


def page(name: str, text: str, *mentions: tuple[str, str, str, float], publisher: str | None = None) -> Reading:
    """A reading of one line of text in which (kind, name, office or "", score) were found."""
    made = Article(
        id=name, source=name, sha256="0", media_type="text/plain", language="fr", title=None, publisher=publisher, via=None,
        byline=None, published=None, url=None, tags=(), text=text, parts=(Part("body", 0, len(text)),),
    )  # fmt: skip
    found = []
    for kind, printed, office, score in mentions:
        at = text.index(printed)
        role = RoleMention(office, text.index(office), text.index(office) + len(office), "fr") if office else None
        found.append(Mention(kind, at, at + len(printed), printed, role=role, score=score))  # type: ignore[arg-type]
    return Reading(made, mentions=tuple(found))


def told(*readings: Reading) -> list[set[tuple[str, str]]]:
    return [{(m.kind, m.text) for m in r.mentions} for r in known_elsewhere(readings)]


def test_a_full_name_introduced_with_an_office_is_found_where_it_stands_without_one() -> None:
    first = page("a", "Le ministre Tewfik Ouardane a parlé.", ("person", "Tewfik Ouardane", "ministre", 0.9))
    second = page("b", "Il succède à Tewfik Ouardane, limogé en juin.")
    assert told(first, second)[1] == {("person", "Tewfik Ouardane")}


def test_an_arabic_name_is_found_behind_an_attached_particle_and_without_it() -> None:
    first = page("a", "قال الوزير سامبا ديالو إن العمل مستمر.", ("person", "سامبا ديالو", "الوزير", 0.9))
    second = page("b", "جاء خلفا لسامبا ديالو الذي أقيل في يونيو.")
    assert told(first, second)[1] == {("person", "سامبا ديالو")}


def test_words_without_capitals_and_words_across_a_full_stop_are_no_name() -> None:
    first = page("a", "La société Le Grand Large a signé.", ("organization", "Le Grand Large", "", 0.99))
    assert told(first, page("b", "Ils ont gagné le grand large."))[1] == set()
    assert told(first, page("b", "Un pays qui veut Le Grand. Large majorité."))[1] == set()


def test_a_name_that_is_a_firm_on_most_pages_is_one_everywhere() -> None:
    firm = [page(n, "Le groupe Noval Sahel a signé.", ("organization", "Noval Sahel", "", 0.9)) for n in "ab"]
    odd = page("c", "Noval Sahel détient un tiers du parc.", ("person", "Noval Sahel", "", 0.99))
    assert told(*firm, odd)[2] == {("organization", "Noval Sahel")}


def test_one_page_that_knows_a_firm_outweighs_two_that_take_it_for_a_stranger() -> None:
    sure = page("a", "Le PDG de Shakad Aero a signé.", ("organization", "Shakad Aero", "", 0.9))
    guess = [page(name, "Shakad Aero fera appel.", ("person", "Shakad Aero", "", 0.9)) for name in "bc"]
    assert told(sure, *guess) == [{("organization", "Shakad Aero")}] * 3


def test_one_word_is_the_body_that_its_spelling_in_the_other_script_is_and_no_person_for_it() -> None:
    firm = page("a", "وقعت شركة بورتاليا العقد.", ("organization", "بورتاليا", "", 0.95))
    assert told(firm, page("b", "Portalia a gagné.", ("place", "Portalia", "", 0.6)))[1] == {
        ("organization", "Portalia")
    }
    person = page("a", "وصل بورتاليا أمس.", ("person", "بورتاليا", "", 0.95))
    assert told(person, page("b", "Portalia a gagné.", ("place", "Portalia", "", 0.6)))[1] == {("place", "Portalia")}


def test_the_word_a_paper_is_called_by_is_the_paper_behind_its_article_too() -> None:
    paper = page("a", "Le groupe a acheté El Crisol del Sur.", ("organization", "El Crisol del Sur", "", 0.95))
    short = page("b", "Crisol a renvoyé onze photographes.", ("person", "Crisol", "", 0.6))
    assert told(paper, short)[1] == {("organization", "Crisol")}


def test_a_firm_that_another_page_takes_for_a_town_no_list_has_is_a_firm() -> None:
    firm = page("a", "Le groupe Sodelane a signé.", ("organization", "Sodelane", "", 0.9))
    town = page("b", "Un accord avec Sodelane.", ("place", "Sodelane", "", 0.8))
    assert told(firm, town)[1] == {("organization", "Sodelane")}


def test_two_pages_with_a_given_name_everybody_knows_keep_their_person() -> None:
    wrong = page("a", "Le groupe Karim Zeghdani a signé.", ("organization", "Karim Zeghdani", "", 0.6))
    right = [page(name, "Karim Zeghdani fera appel.", ("person", "Karim Zeghdani", "", 0.95)) for name in "bc"]
    assert ("person", "Karim Zeghdani") in told(wrong, *right)[1]


def test_one_who_holds_an_office_is_never_made_a_body() -> None:
    firm = [page(n, "Le groupe Adel Mansar a signé.", ("organization", "Adel Mansar", "", 0.9)) for n in "abc"]
    person = page("d", "Le ministre Adel Mansar a signé.", ("person", "Adel Mansar", "ministre", 0.99))
    assert told(*firm, person)[3] == {("person", "Adel Mansar")}


def test_a_paper_of_the_corpus_is_no_place_in_another() -> None:
    own = page("a", "Une grève a commencé.", publisher="Meridiana")
    other = page("b", "Séville (Meridiana). La grève continue.", ("place", "Meridiana", "", 0.8))
    assert told(own, other)[1] == {("organization", "Meridiana")}


def test_what_one_page_knows_comes_and_goes_with_the_page() -> None:
    """The kept reading of a page is never changed: without the page that introduced the name, nobody is found."""
    text = "La commission a entendu hier après-midi Ouma Tazi Benhida pendant deux heures sur le chantier du barrage de la vallée."
    second = annotate(read(Page(source="b", data=text.encode())))
    assert known_elsewhere([second]) == [second]


def test_a_dossier_cites_every_page_that_prints_a_name(tmp_path) -> None:
    one = "Le ministre de l'Équipement, Tewfik Ouardane, a inauguré mardi le pont de Sakiet devant une centaine d'habitants de la ville."
    two = "Le nouveau directeur prend ses fonctions lundi. Il succède à Tewfik Ouardane, limogé en juin après l'effondrement du pont."
    (tmp_path / "a.txt").write_text(one, encoding="utf-8")
    (tmp_path / "b.txt").write_text(two, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    person = next(e for e in dossier.entities if e.kind == "person")
    assert len({c.article for c in person.mentions}) == 2
