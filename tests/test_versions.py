"""One article in several states is one source, and each state keeps its own text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from isnad.annotate import annotate
from isnad.export.differences import changes
from isnad.extract import read
from isnad.link import link
from isnad.link.versions import address, link_versions
from isnad.model import Article, Page, Part, Reading

FIRST = """La Gazette de Sorbey
Un car verse près du col de la Lème, deux blessés graves
Publié le 14 février 2023 à 18h20

Un autocar transportant quarante lycéens a quitté la route mardi après-midi près du col de la Lème, à douze kilomètres de Sorbey.
Deux passagers, grièvement blessés, ont été évacués par hélicoptère vers l'hôpital de Valbrune, a indiqué la préfecture dans la soirée.
La chaussée était verglacée et le chauffeur, qui n'a pas été blessé, roulait selon les premiers témoignages à une allure modérée.
Une enquête a été confiée à la gendarmerie de Sorbey, qui a entendu les accompagnateurs dès la fin de l'après-midi.
"""
SECOND = FIRST.replace("deux blessés graves", "trois blessés graves").replace(
    "Deux passagers", "Trois passagers"
).replace("18h20", "22h05") + (
    "Rectificatif : une première version de cet article faisait état de deux blessés graves.\n"
)
OTHER = FIRST.replace("La Gazette de Sorbey", "Le Courrier des Cimes").replace(
    "Publié le 14 février 2023 à 18h20", "Publié le 15 février 2023"
)
ARABIC = """صوت السهل
انقلاب حافلة قرب ممر الجبل الأسود يخلف جريحين
نشر في صوت السهل يوم 14 - 02 - 2023

خرجت حافلة تقل أربعين تلميذا عن الطريق، بعد ظهر الثلاثاء، قرب ممر الجبل الأسود على بعد اثني عشر كيلومترا من المدينة.
ونُقل راكبان أصيبا بجروح خطيرة على متن مروحية إلى المستشفى الجهوي، حسب ما أفادت به السلطات المحلية في المساء.
وكان الطريق مغطى بالجليد، ولم يصب السائق الذي كان يسير، حسب الشهادات الأولى، بسرعة معتدلة على طول المنعرجات.
"""
ARABIC_LATER = (
    ARABIC.replace("جريحين", "ثلاثة جرحى").replace("راكبان أصيبا", "ثلاثة ركاب أصيبوا")
    + "تصحيح: ورد في نسخة سابقة من هذا الخبر أن عدد الجرحى اثنان.\n"
)


def reading(text: str, source: str, url: str | None = None, captured: str | None = None) -> Reading:
    return annotate(read(Page(source=source, data=text.encode(), url=url, captured=captured)))


def test_an_outlets_article_with_changed_words_is_a_later_version_and_its_correction_is_cited() -> None:
    a, b = reading(FIRST, "a"), reading(SECOND, "b")
    (version,) = link_versions([b, a])
    assert version.articles == (a.article.id, b.article.id)
    (note,) = version.notes
    assert b.article.text[note.start : note.end].startswith("Rectificatif")


def test_arabic_corrections_order_the_states() -> None:
    later, first = reading(ARABIC_LATER, "b"), reading(ARABIC, "a")
    (version,) = link_versions([later, first])
    assert version.articles == (first.article.id, later.article.id)
    assert version.notes


def test_another_outlets_copy_is_no_version() -> None:
    assert link_versions([reading(FIRST, "a"), reading(OTHER, "c")]) == ()


def test_versions_are_one_source_and_no_copies_of_each_other() -> None:
    a, b = reading(FIRST, "a"), reading(SECOND, "b")
    links = link([a, b])
    assert links.copies == ()
    own = [o for o in links.origins if set(o.articles) == {a.article.id, b.article.id}]
    assert len(own) == 1
    assert all(e.independent.max == 1 for e in links.events)


def test_one_address_is_one_article_whatever_was_added_to_the_address() -> None:
    short = (
        "Publié le 3 mars 2023\n\n"
        + "Le maire a ouvert la séance à dix-huit heures devant une salle comble et attentive.\n" * 2
    )
    a = reading(short, "a", "https://www.gazette.example/2023/03/maire.html?utm_source=x", "2023-03-03T19:00:00Z")
    b = reading(
        short.replace("dix-huit", "dix-neuf"), "b", "http://gazette.example/2023/03/maire.html", "2023-03-04T08:00:00Z"
    )
    (version,) = link_versions([b, a])
    assert version.articles == (a.article.id, b.article.id)


def test_addresses_are_the_same_without_tracking_scheme_and_amp() -> None:
    plain = "gazette.example/a/b"
    for url in (
        "https://www.gazette.example/a/b/",
        "http://m.gazette.example/a/b?utm_medium=x&fbclid=1",
        "https://gazette.example/a/b/amp/",
    ):
        assert address(url) == plain
    assert address("https://gazette.example/?p=12") != address("https://gazette.example/?p=13")


def test_two_articles_of_one_outlet_on_one_matter_are_two() -> None:
    later = """La Gazette de Sorbey
Col de la Lème : le chauffeur du car mis hors de cause
Publié le 20 février 2023

Le parquet de Valbrune a mis hors de cause lundi le chauffeur de l'autocar accidenté au col de la Lème, dont l'expertise a confirmé l'allure.
« La route n'avait pas été salée », a expliqué la procureure, qui entend désormais les services du département et leur prestataire.
Les familles des blessés, réunies en association, demandent que les relevés météorologiques de la journée soient rendus publics.
"""
    assert link_versions([reading(FIRST, "a"), reading(later, "d")]) == ()


def test_what_changed_between_two_states_is_told_word_by_word() -> None:
    a, b = reading(ARABIC, "a").article, reading(ARABIC_LATER, "b").article
    found = changes(a, b)
    assert [c.words for c in found if c.kind == "gone" and "جريح" in c.words] == ["جريحين"]
    assert {"ثلاثة جرحى", "ثلاثة ركاب أصيبوا"} <= {c.words for c in found if c.kind == "new"}
    for c in found:
        text = (a if c.article == a.id else b).text
        assert text[c.start : c.end] == c.words


WORDS = st.lists(
    st.sampled_from("le pont de Sorbey est fermé depuis mardi جسر السهل مغلق".split()), min_size=14, max_size=40
)


@given(st.lists(WORDS, min_size=2, max_size=4), st.lists(WORDS, min_size=2, max_size=4))
def test_both_states_can_be_put_together_again_from_what_changed(
    first: list[list[str]], second: list[list[str]]
) -> None:
    texts = ["\n".join(" ".join(p) + "." for p in side) for side in (first, second)]
    a, b = (
        Article(
            id=name, source=name, sha256="", media_type="text/plain", language="fr", title=None, publisher=None, via=None,
            byline=None, published=None, url=None, tags=(), text=text, parts=(Part("body", 0, len(text)),),
        )
        for name, text in zip("ab", texts, strict=True)
    )  # fmt: skip
    found = changes(a, b)
    assert " ".join(c.words for c in found if c.kind != "gone").split() == texts[1].split()
    assert " ".join(c.words for c in found if c.kind != "new").split() == texts[0].split()
