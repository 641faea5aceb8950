"""On a page of two states a body whose state nobody prints is of the state whose press writes the page's language."""

from __future__ import annotations

import msgspec

from isnad.link.entities import link_entities
from isnad.model import Article, Mention, Reading

TWO = (("Tunisie", "TN"), ("Pérou", "PE"), ("Tunisie", "TN"), ("Pérou", "PE"), ("Pérou", "PE"))
IN_ARABIC = (("تونس", "TN"), ("البيرو", "PE"), ("تونس", "TN"), ("البيرو", "PE"))
IN_SPANISH = (("Túnez", "TN"), ("Perú", "PE"), ("Túnez", "TN"), ("Perú", "PE"))


def page(name: str, language: str, states: tuple[tuple[str, str], ...], body: str) -> Reading:
    text, mentions = "", []
    for words, code in (*states, (body, "")):
        key = {"key": f"place:{code}", "country": code} if code else {}
        mentions.append(Mention("place" if code else "organization", len(text), len(text) + len(words), words, **key))  # type: ignore[arg-type]
        text += words + ". "
    empty = (None,) * 6
    return Reading(Article(name, name, "0", "text/plain", language, *empty, (), text, ()), mentions=tuple(mentions))


def bodies(*pages: Reading) -> list[set[str]]:
    words = {(r.article.id, i): m.text for r in pages for i, m in enumerate(r.mentions)}
    groups = link_entities(list(pages), ()).groups
    return [{words[m.article, m.index] for m in g.members} for g in groups if g.kind == "organization"]


def test_a_bare_ministry_is_the_one_of_its_own_press() -> None:
    found = bodies(
        page("a", "fr", TWO, "ministère de la Défense nationale"),
        page("b", "ar", IN_ARABIC, "وزارة الدفاع الوطني"),
        page("c", "es", IN_SPANISH, "Ministerio de Defensa"),
    )
    assert {"ministère de la Défense nationale", "وزارة الدفاع الوطني"} in found
    assert {"Ministerio de Defensa"} in found


def test_what_is_dated_from_a_town_of_the_other_state_is_told_from_there() -> None:
    page_ = page("b", "ar", (("ليما", "PE"), *IN_ARABIC), "وزارة الدفاع")
    dated = msgspec.structs.replace(
        page_, article=msgspec.structs.replace(page_.article, text=page_.article.text.replace(". ", ", ", 1))
    )
    found = bodies(dated, page("a", "fr", TWO, "ministère de la Défense"))
    assert len(found) == 2


def test_english_is_written_everywhere_and_tells_nothing() -> None:
    english = (("Peru", "PE"), ("Tunisia", "TN"), ("Peru", "PE"), ("Tunisia", "TN"))
    found = bodies(
        page("a", "en", english, "Ministry of Defence"), page("c", "es", IN_SPANISH, "Ministerio de Defensa")
    )
    assert len(found) == 2
