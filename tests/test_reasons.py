"""Why isnad judged, dated, doubted or abstained can be read in every language of the interface, and none is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from isnad.export.reasons import key_words, names_kind, reason_words, refusal_words, thing_words, without_words
from isnad.languages import LANGUAGES, table
from isnad.model import Dossier, Interval
from isnad.pipeline import build
from isnad.store import open_store

ROOT = Path(__file__).parent.parent
CORPORA = [
    ROOT / "examples" / "ras-nouader",
    *sorted(p.parent for p in (ROOT / "bench" / "gold" / "dev").glob("*/pages")),
]
GROUPS = ("clauses", "things", "refusals", "keys")


@pytest.fixture(scope="module", params=CORPORA, ids=lambda p: p.name)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return build([str(request.param / "pages")], open_store("memory:"), engine="here").dossier


def reasons(d: Dossier) -> Iterator[str]:
    """Every sentence of isnad's own in a dossier."""
    for e in d.events:
        yield from (*e.reasons, e.independent_origins.why)
    for x in (*d.entities, *d.copies, *d.origins, *d.stories):
        yield from x.reasons
    yield from (c.direction.basis for c in d.copies if c.direction)
    yield from (x.why for x in (*d.disagreements, *d.abstentions))
    yield from (j.reason for j in d.judgements)
    dates: list[Interval | None] = [e.date for e in d.events]
    for a in d.articles:
        yield from (c.why for c in a.dates)
        dates += [a.published, *(c.interval for c in a.dates)]
    dates += [r.date for e in d.entities for r in e.roles]
    yield from (day.basis for day in dates if day)


def test_every_reason_of_every_corpus_has_its_words_in_all_languages(dossier: Dossier) -> None:
    forgotten = {c for r in reasons(dossier) for c in without_words(r)}
    assert not forgotten, "write these into languages/shared/reasons.toml"


def test_every_short_reason_to_abstain_has_a_name_in_all_languages(dossier: Dossier) -> None:
    keys = {a.reason or "other" for a in dossier.abstentions}
    assert keys <= table("shared", "reasons")["keys"].keys()
    # An agreement that no page tells is named in the page's own words, "contract" among them.
    told = (a.what for a in dossier.abstentions if a.reason not in ("untold-agreement", "sideless-agreement"))
    signs = {what for what in told if what.split(":")[0] in table("en", "interface")["words"]}
    assert all(thing_words(what, "ar") != what for what in signs)


@pytest.mark.parametrize("group", GROUPS)
def test_every_clause_is_written_in_the_three_other_languages_with_the_same_slots(group: str) -> None:
    for key, words in table("shared", "reasons")[group].items():
        assert set(words) - {"en"} == set(LANGUAGES) - {"en"}, key
        for language, made in words.items():
            assert set(_slots(made)) == set(_slots(key)), (key, language)


def _slots(words: str) -> list[str]:
    return [piece.split("}")[0] for piece in words.split("{")[1:]]


def test_no_clause_is_kept_that_the_code_no_longer_says() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "src" / "isnad").rglob("*.py"))
    plain = code.replace("’", "'")
    for key in (k for group in GROUPS[:-1] for k in table("shared", "reasons")[group]):
        # The longest stretch between slots; f-strings may choose between one and many inside a word.
        literal = max((p.split("}")[-1] for p in key.replace("(s)", "{}").split("{")), key=len).strip(" :,;()%“”")
        longest = max(literal.replace("’", "'").split(" "), key=len) if literal else ""
        assert longest in plain, key


def test_a_reason_reads_as_a_sentence_of_the_language_with_its_day_and_quoted_words() -> None:
    counted = "‘la veille’ counted from the page’s date 2022-03-15"
    assert reason_words(counted, "fr") == "«\u00a0la veille\u00a0» compté depuis la date de la page, 15 mars 2022"
    assert (
        reason_words("both a signing; 2 persons in common; the same place", "ar")
        == "النوع نفسه: توقيع؛ أشخاص مشتركون: 2؛ المكان نفسه"
    )
    assert reason_words("both a signing; the same place", "es") == "el mismo tipo: firma; el mismo lugar"
    assert key_words("nobody-named", "ar") == "لا أحد مسمّى"


def test_names_may_hold_semicolons_and_words_that_run_the_other_way_are_kept_apart() -> None:
    named = "named in 2 articles: AGR; ministry statement; its own page is among the articles"
    assert (
        reason_words(named, "fr")
        == "nommée dans des articles (2) : AGR; ministry statement ; sa propre page est parmi les articles"
    )
    assert "\u2068Querol\u2069" in reason_words("both are called “Querol”", "ar")
    assert (
        reason_words("both are called “a; b”; the offices agree", "es")
        == "ambos se llaman «a; b»; los cargos concuerdan"
    )


def test_what_has_no_words_is_shown_as_it_is_and_a_page_cannot_pretend_to_be_a_reason() -> None:
    assert reason_words("sworn by the moon", "ar") == "sworn by the moon"
    assert without_words("the same place; sworn by the moon") == ("sworn by the moon",)
    assert thing_words("La veille", "ar") == "La veille"
    assert thing_words("note: tout le monde", "fr") == "note: tout le monde"
    assert thing_words("signing: a paraphé", "ar").startswith("توقيع: ")
    assert reason_words("<script>alert(1)</script>; " * 2000, "fr").startswith("<script>")


def test_isnads_own_word_runs_as_the_reader_reads_whatever_the_page_s_word_is() -> None:
    assert names_kind("visit: سافروا")
    assert names_kind("signing: a paraphé")
    assert not names_kind("سافروا أمس")
    assert not names_kind("note: tout le monde")


def test_what_the_desk_refuses_is_said_in_the_readers_language_with_its_advice() -> None:
    assert refusal_words("the date ends before it starts: 2024-05-03 … 2024-05-01", "ar").startswith(
        "ينتهي التاريخ قبل أن يبدأ"
    )
    assert refusal_words("since is no day: 'soon'", "es") == "since no es un día: 'soon'"
    assert refusal_words("write it as 2024-05-01", "fr") == "écrivez-le ainsi : 2024-05-01"
    assert refusal_words("the date cannot be read", "en") == "the date cannot be read"
    assert refusal_words("something new", "fr") == "something new"
