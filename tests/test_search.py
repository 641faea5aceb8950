"""Search: what finds what, in which mode, why, and with whose characters marked."""

import sqlite3
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from isnad.cli import app
from isnad.errors import SearchError
from isnad.languages import LANGUAGES, table
from isnad.model import Article, Citation, Dossier, Entity, Event, IndependentOrigins, Interval, Part, Participant
from isnad.search import MODES, Found, Searcher
from isnad.search.arabic import stem, stems_asked
from isnad.search.query import MOST_WORDS, parse
from isnad.search.tokens import folded, words
from isnad.store import MemoryStore, open_store
from isnad.store.fulltext import FullText
from isnad.text import fold_key


def page(
    ident: str, language: str, title: str, body: str, publisher: str = "Le Phare", day: date | None = None
) -> Article:
    text = f"{title}\n\n{body}\n\nMenu : football"
    parts = (
        Part("title", 0, len(title)),
        Part("body", len(title) + 2, len(title) + 2 + len(body)),
        Part("chrome", len(title) + 4 + len(body), len(text)),
    )
    published = Interval(day, day, "day", "printed") if day else None
    return Article(
        ident,
        f"{ident}.txt",
        ident,
        "text/plain",
        language,
        title,
        publisher,
        None,
        None,
        published,
        None,
        ("Énergie",),
        text,
        parts,
    )


FR = page(
    "fr1",
    "fr",
    "Dessalement : la grève s'achève",
    "La ministre Salma Benhaddou a reçu les grévistes à Tizra. L'accord sera signé.",
    day=date(2022, 3, 1),
)
AR = page(
    "ar1",
    "ar",
    "انتهاء الإضراب",
    "استقبلت الوزيرة سلمى بنحدّو المضربين في تِزرا، ووقّعت الاتفاق مع المسئولين.",
    "الأفق",
    date(2022, 3, 2),
)
ES = page(
    "es1",
    "es",
    "Fin de la huelga",
    "El pago de los salarios se aplazó por la pesca y los países vecinos.",
    "El Faro",
    date(2022, 4, 1),
)
MINISTER = Entity(
    "e-1", "person", {"fr": "Salma Benhaddou", "ar": "سلمى بنحدّو"}, ("Salma Benhaddou", "سلمى بنحدّو", "Benhaddou"), (),
    (Citation("fr1", FR.text.index("Salma"), FR.text.index("Salma") + 15), Citation("ar1", AR.text.index("سلمى"), AR.text.index("سلمى") + 11)), (),
)  # fmt: skip
SIGNING = Event(
    "v-1", "signing", "planned", None, None, (Participant("signatory", "e-1"),), None, {"fr": "L'accord sera signé"},
    (Citation("fr1", FR.text.index("L'accord"), FR.text.index("L'accord") + 20),), ("fr1",), (), IndependentOrigins(1, 1),
)  # fmt: skip
DOSSIER = Dossier("isnad-dossier/1", "test", articles=(FR, AR, ES), entities=(MINISTER,), events=(SIGNING,))


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(DOSSIER, MemoryStore().fulltext())


def articles(found: Found) -> set[str]:
    return {h.id for h in found.hits if h.type == "article"}


@pytest.mark.parametrize(
    ("query", "mode", "expected"),
    [
        ("grévistes", "exact", {"fr1"}),
        ("GRÉVISTES", "exact", {"fr1"}),
        ("grevistes", "exact", set()),
        ("grevistes", "folded", {"fr1"}),
        ("gréviste", "folded", {"fr1"}),
        ("accord", "folded", {"fr1"}),
        ("الاضراب", "exact", set()),
        ("اضراب", "folded", {"ar1"}),
        ("للإضراب", "folded", {"ar1"}),
        ("وزيرة", "folded", {"ar1"}),
        ("المسؤولين", "folded", {"ar1"}),  # the page writes المسئولين
        ("تزرا", "folded", {"ar1"}),  # and تِزرا with a vowel sign
        ("اتفاق", "folded", {"ar1"}),
        ("grève", "folded", {"fr1"}),
        ("grève", "across", {"fr1", "ar1", "es1"}),
        ("huelga", "across", {"fr1", "ar1", "es1"}),
        ("إضراب", "across", {"fr1", "ar1", "es1"}),
        ("Benhaddou", "folded", {"fr1"}),
        ("Benhaddou", "across", {"fr1", "ar1"}),
        ("بنحدو", "across", {"fr1", "ar1"}),
        ('"Salma Benhaddou"', "exact", {"fr1"}),
        ('"Benhaddou Salma"', "folded", set()),
        ("grève -Tizra", "folded", set()),
        ("grév*", "exact", {"fr1"}),
        ("l'accord de la ministre", "folded", {"fr1"}),
        ("football", "across", set()),  # stands in a menu
    ],
)
def test_each_mode_finds_what_it_says_and_no_more(
    searcher: Searcher, query: str, mode: str, expected: set[str]
) -> None:
    assert articles(searcher.search(query, mode)) == expected  # type: ignore[arg-type]


def test_a_word_that_means_pay_in_english_finds_no_french_countries(searcher: Searcher) -> None:
    """The English stem of *payments* is the French one of *pays*: a stem answers in its own language only."""
    assert "es1" in articles(searcher.search("payments", "across"))
    assert articles(searcher.search("payments", "across")) == {"es1"}


def test_a_hit_in_another_script_says_why_and_marks_the_pages_own_characters(searcher: Searcher) -> None:
    (hit,) = (h for h in searcher.search("Benhaddou", "across").hits if h.id == "ar1")
    assert hit.snippet is not None
    assert [AR.text[m.start : m.end] for m in hit.snippet.marks] == ["سلمى بنحدّو"]
    assert {(w.because, w.entity) for w in hit.why} == {("name", "e-1")}
    (strike,) = (h for h in searcher.search("grève", "across").hits if h.id == "es1")
    assert [(w.asked, w.printed, w.because) for w in strike.why] == [("grève", "huelga", "meaning")]


def test_filters_narrow_by_name_publisher_language_kind_status_tag_and_day(searcher: Searcher) -> None:
    def found(**filters: str) -> set[str]:
        return {h.id for h in searcher.search("", "across", {k: [v] for k, v in filters.items()}).hits}

    assert found(person="سلمى بنحدّو") == {"fr1", "ar1", "v-1"}
    assert found(person="e-1", language="ar") == {"ar1"}
    assert found(publisher="el faro") == {"es1"}
    assert found(kind="signing", status="planned") == {"fr1", "v-1"}
    assert found(tag="energie") == {"fr1", "ar1", "es1"}
    assert found(since="2022-03-02", until="2022-03-31") == {"ar1"}
    assert found(place="Atlantide") == set()


def test_words_that_no_page_has_together_are_looked_for_apart_and_it_says_so(searcher: Searcher) -> None:
    found = searcher.search("Tizra salarios", "folded")
    assert found.loose
    assert articles(found) == {"fr1", "es1"}
    assert not searcher.search("Tizra salarios", "exact").hits


@pytest.mark.parametrize(
    ("text", "filters", "mode"),
    [("x", {"person": ["a"], "colour": ["b"]}, "across"), ("x", {"since": ["soon"]}, "across"), ("x", {}, "fuzzy")],
)
def test_what_cannot_be_asked_is_refused_with_advice(
    searcher: Searcher, text: str, filters: dict[str, list[str]], mode: str
) -> None:
    with pytest.raises(SearchError) as refused:
        searcher.search(text, mode, filters)  # type: ignore[arg-type]
    assert refused.value.advice


@settings(deadline=None)  # the first search unpacks the words of four languages
@given(st.text(max_size=60) | st.text(alphabet="\"*()-^:{}AND OR NOT' ;،ة", max_size=40), st.sampled_from(MODES))
def test_any_string_is_a_query(text: str, mode: str) -> None:
    found = Searcher(DOSSIER, _INDEX).search(text, mode)  # type: ignore[arg-type]
    for h in found.hits:
        assert h.snippet is None or 0 <= h.snippet.start <= h.snippet.end


_INDEX = MemoryStore().fulltext()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("text", ["\U00011a3b", "\U00011a3b grève", "grève -\U00011a3b"])
def test_a_sign_that_is_no_letter_by_itself_asks_for_nothing(text: str, mode: str) -> None:
    Searcher(DOSSIER, _INDEX).search(text, mode)  # type: ignore[arg-type]


def test_an_enormous_query_is_cut_and_says_so(searcher: Searcher) -> None:
    assert searcher.search("grève " * 100_000, "across").cut
    assert sum(len(u.words) for u in parse("a b " * 100).units) == MOST_WORDS
    assert not searcher.search('"' * 100_000, "across").hits


@given(st.text(max_size=80))
def test_words_are_where_they_say_and_in_order(text: str) -> None:
    found = words(text, "ar")
    assert all(text[w.start : w.end].strip() for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("word", ["وزير", "الوزير", "والوزير", "بالوزير", "للوزير", "فالوزير"])
def test_an_arabic_word_is_found_whatever_is_written_onto_it(word: str) -> None:
    for other in ("وزير", "الوزير", "والوزير", "للوزير"):
        assert stem(folded(other)) in stems_asked(folded(word)), (word, other)


@pytest.mark.parametrize(("printed", "asked"), [("٢٠٢٢", "2022"), ("1,200", "1200"), ("١٬٢٠٠", "1200"), ("3,5", "3.5")])
def test_numbers_are_found_in_other_digits(printed: str, asked: str) -> None:
    assert folded(printed) == folded(asked)


def test_writing_a_dossier_makes_its_index_stale_and_the_next_search_fills_it(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "a.isnad"))
    store.write(DOSSIER)
    assert not store.fulltext().fresh()
    assert articles(Searcher(store.dossier(), store.fulltext()).search("grève")) == {"fr1", "ar1", "es1"}
    assert store.fulltext().fresh()
    store.write(Dossier("isnad-dossier/1", "test", articles=(ES,)))
    assert articles(Searcher(store.dossier(), store.fulltext()).search("grève")) == {"es1"}
    store.close()


def test_the_command_finds_and_prints_json_with_the_words_and_the_reason(tmp_path: Path) -> None:
    path = str(tmp_path / "a.isnad")
    store = open_store(path)
    store.write(DOSSIER)
    store.close()
    out = CliRunner().invoke(app, ["search", path, "Benhaddou", "--written", "ar", "--json"]).stdout
    assert "سلمى بنحدّو" in out
    assert '"because":"name"' in out
    shown = CliRunner().invoke(app, ["search", path, "grève", "--mode", "folded"]).stdout
    assert "grève" in shown
    assert "3 articles" not in shown


def test_a_dossier_that_may_only_be_read_is_searched_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.isnad"
    store = open_store(str(path))
    store.write(DOSSIER)
    store.close()
    read_only = FullText(sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None))
    assert articles(Searcher(DOSSIER, read_only).search("grevistes", "folded")) == {"fr1"}
    assert not read_only.fresh()


WATER = Dossier(
    "isnad-dossier/1",
    "test",
    articles=(
        page("w1", "ar", "محطة جديدة", "ستنتج المحطة تسعين ألف متر مكعب من المياه الصالحة للشرب يوميا."),
        page("w2", "es", "Una planta", "La planta dará agua del mar desalada; el agua potable llegará en mayo."),
        page("w3", "en", "A plant", "The plant gives drinking water. They drink far from the cold water."),
        page("w4", "en", "Not this", "They stopped drinking when the river, once deep and clear, lost its water."),
        page("w5", "fr", "Ni cela", "Une eau douce et rare, non potable."),
    ),
)


def phrase(text: str, mode: str = "across", language: str = "fr") -> set[str]:
    found = Searcher(WATER, MemoryStore().fulltext()).search(text, mode, types=("article",), language=language)
    return {h.id for h in found.hits}


def test_a_phrase_is_met_in_other_languages_by_words_of_its_meanings_that_stand_together() -> None:
    assert phrase('"drinking water"', language="en") == {"w1", "w2", "w3"}
    assert phrase('"agua potable"', language="es") == {"w1", "w2", "w3"}


def test_in_its_own_language_a_phrase_stays_as_it_is_written() -> None:
    assert "w5" not in phrase('"eau potable"')
    assert "w4" not in phrase('"drinking water"', language="en")
    assert phrase('"drinking water"', "folded") == {"w3"}


def test_a_phrase_met_in_another_language_says_so_and_marks_all_its_words() -> None:
    found = Searcher(WATER, MemoryStore().fulltext()).search('"drinking water"', types=("article",), language="en")
    hit = next(h for h in found.hits if h.id == "w1")
    assert [w.because for w in hit.why] == ["meaning"]
    assert hit.snippet is not None
    mark = hit.snippet.marks[0]
    assert WATER.articles[0].text[mark.start : mark.end] == "المياه الصالحة للشرب"


def test_a_long_phrase_and_one_with_a_word_no_concept_is_known_for_stay_as_they_are() -> None:
    assert phrase('"drinking water gives zzyzzx"', language="en") <= {"w3"}
    assert phrase('"water zzyzzx"', language="en") == set()


FRIENDS = Dossier(
    "isnad-dossier/1",
    "test",
    articles=(
        page("en", "en", "A quarrel", "According to the chair, the main sale was a pain, but his son or the port may still agree."),
        page("fr", "fr", "Une querelle", "L'accord porte sur la mine d'or et le pain ; d'une main sale, son chef vise le but. Le port est fermé."),
        page("es", "es", "Una disputa", "El sur pide pan. La reunión sirve para firmarlo y entregárselas; el puerto cierra. Muerte y perlas."),
        page("ar", "ar", "خلاف", "وافقت اللجنة على فتح الميناء، وقال الوزراء إن العمال سيوقعون اتفاقهم مع شركتها للكهرباء، وبلغت الخسائر مئات الملايين."),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def friends() -> Searcher:
    return Searcher(FRIENDS, MemoryStore().fulltext())


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        ("accord", None, {"fr"}),  # no "according", whoever asks
        ("accord", "fr", {"fr"}),
        ("pain", "fr", {"fr"}),
        ("pain", "en", {"en"}),
        ("mine d'or", None, {"fr"}),  # gold, since a mine stands by: no English conjunction
        ("main sale", "fr", {"fr"}),
        ("main sale", "en", {"en"}),
        ("le but", None, {"fr"}),
        ("chair", "en", {"en"}),
        ("port", "fr", {"fr", "en"}),  # means the same in both
        ("le port", "fr", {"fr", "en"}),
        ("porter", "fr", {"fr"}),  # "porte sur"
        ("firmar", "es", {"es"}),  # firmarlo
        ("entregar", "es", {"es"}),
        ("perla", "es", {"es"}),  # no "per" with a pronoun
    ],
)
def test_a_word_that_is_another_word_in_another_language_does_not_find_it(
    friends: Searcher, query: str, language: str | None, expected: set[str]
) -> None:
    found = friends.search(query, "folded", types=("article",), language=language)
    assert not found.loose
    assert articles(found) == expected


@pytest.mark.parametrize(
    "query", ["وزير", "عامل", "الموانئ", "لجان", "وقّع", "وقعت", "اتفاق", "الاتفاقات", "شركة", "كهرباء", "مليون", "مئة"]
)
def test_an_arabic_word_is_found_in_its_other_numbers_persons_and_tenses(friends: Searcher, query: str) -> None:
    assert articles(friends.search(query, "folded", types=("article",))) == {"ar"}


@pytest.mark.parametrize("query", ["ماء", "زير", "وقوف", "كتاب", "جنة"])
def test_an_arabic_word_is_not_found_in_another_that_shares_letters(friends: Searcher, query: str) -> None:
    """مئات is no water, وزراء hides no زير, للجنة no paradise."""
    assert articles(friends.search(query, "folded", types=("article",))) == set()


MINISTRY = Entity(
    "e-9",
    "organization",
    {"ar": "وزارة المياه والصرف الصحي"},
    ("وزارة المياه والصرف الصحي", "وزارة المياه"),
    (),
    (),
    (),
)
STRIKE = Dossier(
    "isnad-dossier/1",
    "test",
    articles=(
        page("s1", "ar", "شلل في المرفأ", "يخوض عمّال المرفأ إضرابا مفتوحا منذ الاثنين، وفق بيان لوزارة المياه والصرف الصحي."),
        page("s2", "es", "Puerto parado", "La huelga de los estibadores entra en su segunda semana, según el Ministerio de Hidráulica."),
        page("s3", "fr", "Port à l'arrêt", "La grève des dockers se poursuit, indique le ministère de l'Hydraulique."),
        page("s4", "en", "Port stands still", "A strike by dockworkers goes on, the water ministry said."),
        page("s5", "ar", "في الرمل", "عمال النظافة ينقلون رمل الشاطئ إلى وزارة النقل، ولا ماء هناك."),
    ),
    entities=(MINISTRY,),
)  # fmt: skip
EVERYWHERE = {"s1", "s2", "s3", "s4"}


@pytest.mark.parametrize(
    "query",
    [
        "grève des dockers", "dockworkers strike", "huelga de estibadores", "إضراب عمال الميناء", '"grève des dockers"',
        "ministère de l'Hydraulique", "ministère de l’Eau", "Ministry of Water", "ministerio del Agua", "وزارة المياه",
        "وزارة الموارد المائية",
    ],
)  # fmt: skip
def test_a_term_or_a_body_is_found_in_all_four_languages(query: str) -> None:
    found = Searcher(STRIKE, MemoryStore().fulltext()).search(query, types=("article",))
    assert articles(found) == EVERYWHERE
    assert {w.because for h in found.hits for w in h.why} & {"meaning", "name"}


def test_a_name_nobody_prints_so_is_found_by_its_sound_and_not_by_its_consonants_alone(searcher: Searcher) -> None:
    assert articles(searcher.search("Selma Benhadou", "across")) == {"fr1", "ar1"}
    assert articles(searcher.search("Bondi", "across")) == set()


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_no_word_stands_in_two_families_of_stems(language: str) -> None:
    rows = table(language, "stems")
    forms = [fold_key(w) for part in ("together", "apart", "strange") for line in rows[part] for w in line.split()]
    families = [{fold_key(w) for w in line.split()} for part in ("together", "apart", "strange") for line in rows[part]]
    assert sum(map(len, families)) == len(set(forms))


def test_every_term_says_something_in_every_language() -> None:
    for matter, ways in table("shared", "terms")["terms"].items():
        assert set(ways) == set(LANGUAGES), matter
        assert all(ways.values()), matter


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Spain", {"o1", "o2", "o3"}),
        ("إسبانيا", {"o1", "o2", "o3"}),
        ("chief of staff", {"o1", "o3"}),
        ("رئيس الأركان", {"o1", "o3"}),
        ("compensation fund", {"o2"}),
        ("court", {"o1"}),  # French "court" is another word, and does not keep the English one from its meanings
    ],
)
def test_states_offices_of_several_words_and_words_of_two_languages_are_met_by_meaning(
    query: str, expected: set[str]
) -> None:
    dossier = Dossier(
        "isnad-dossier/1",
        "test",
        articles=(
            page("o1", "fr", "À Madrid", "Le chef d'état-major a quitté l'Espagne ; le tribunal se tait."),
            page("o2", "es", "En Rabat", "Piden a España un fondo de indemnización."),
            page("o3", "ar", "في مدريد", "غادر رئيس أركان الجيش إسبانيا أمس."),
        ),
    )
    assert articles(Searcher(dossier, MemoryStore().fulltext()).search(query, types=("article",))) == expected
