"""Two who were told of together are taken up as two: "the two men signed", « tous deux », «ووقع الوزيران», «وافتتحا»."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.annotate.events.couples import SORTS
from isnad.languages import LANGUAGES, table
from isnad.model import Article, Interval, Part
from test_event_parts import who

TWO = {
    "fr": "Le ministre malgache Hery Rakoto a reçu lundi à Tananarive le ministre comorien Said Bacar. ",
    "es": "El canciller Rui Tavares se reunió el lunes en Lisboa con su homólogo, Idriss Mahamat. ",
    "en": "Foreign minister Rui Tavares met his counterpart, Idriss Mahamat, in Lisbon on Monday. ",
    "ar": "التقى وزير الخارجية روي تافاريس نظيره إدريس محمد الاثنين في لشبونة. ",
}
NAMES = {
    "fr": {"Hery Rakoto", "Said Bacar"},
    "es": {"Rui Tavares", "Idriss Mahamat"},
    "en": {"Rui Tavares", "Idriss Mahamat"},
    "ar": {"روي تافاريس", "إدريس محمد"},
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les deux hommes ont signé un accord sur la pêche."),
        ("fr", "Les deux responsables politiques ont ouvert une exposition puis signé un accord sur la pêche."),
        ("es", "Ambos firmaron un convenio sobre la pesca."),
        ("es", "Los dos cancilleres firmaron después un convenio sobre la pesca."),
        ("en", "The two foreign ministers signed an agreement on fishing."),
        ("en", "Both men signed an agreement on fishing."),
        ("ar", "ووقع الوزيران اتفاقا حول الصيد."),
        ("ar", "ثم وقعا اتفاقا حول الصيد."),
        ("en", "They signed an agreement on fishing."),
        ("fr", "Ils ont signé un accord sur la pêche."),
    ],
)
def test_two_who_met_are_taken_up_as_two(language: str, text: str) -> None:
    assert who(TWO[language] + text, language, "signing") == NAMES[language]


@pytest.mark.parametrize(
    ("language", "text", "kind", "persons"),
    [
        ("en", "Police on Monday arrested Peter Kimani and Rashid Omar. The two suspects were charged with fraud on Tuesday.",
         "court", {"Peter Kimani", "Rashid Omar"}),
        ("fr", "La Compagnie du Phare et la société Fjordkabel se disputaient le marché. Les deux entreprises ont signé lundi un contrat.",
         "signing", {"Compagnie du Phare", "Fjordkabel"}),
    ],
)  # fmt: skip
def test_two_suspects_and_two_firms_are_taken_up_as_well(
    language: str, text: str, kind: str, persons: set[str]
) -> None:
    assert persons <= who(text, language, kind)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Rui Tavares met Idriss Mahamat and Jonas Mbeki in Lisbon on Monday. The two men signed an agreement on fishing.",
        ),
        ("en", TWO["en"] + "Both wings of the ministry have signed an agreement on fishing."),
        ("ar", "التقى روي تافاريس إدريس محمد ويوسف العلي الاثنين في لشبونة. ووقع الوزيران اتفاقا حول الصيد."),
    ],
)
def test_where_three_are_named_or_something_else_is_two_nobody_is_meant(language: str, text: str) -> None:
    assert not {"Rui Tavares", "Idriss Mahamat", "روي تافاريس", "إدريس محمد"} & who(text, language, "signing")


def test_the_words_for_two_are_known_in_every_language() -> None:
    for language in LANGUAGES:
        words = table(language, "couples")
        assert all(words[sort] for sort in (*SORTS, "alone")), language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Collision au port de Ras Amar\nLa collision qui a coûté la vie à quatre personnes au port de Ras Amar a coupé la ligne du sud.\n"
               "En mars 2011 déjà, le naufrage du chalutier El Merjane avait fait neuf morts dans la passe."),
        ("en", "Explosion at Tell Rimal kills four\nThe explosion that killed four people in Tell Rimal destroyed three workshops. Residents dispute the account.\n"
               "In March 2011, an explosion at a depot had killed nine in the town."),
        ("ar", "انفجار في تل الرمال\nأودى الانفجار الذي هز تل الرمال بحياة أربعة أشخاص ودمر ثلاث ورش.\nويشكك السكان في الرواية الرسمية.\n"
               "وفي مارس 2011 كان انفجار مستودع قد أودى بحياة تسعة في المدينة نفسها."),
    ],
)  # fmt: skip
def test_news_without_its_day_is_not_of_the_year_that_the_page_recalls(language: str, text: str) -> None:
    day = date(2024, 5, 15)
    title = text.index("\n")
    parts = (Part("title", 0, title), Part("body", title + 1, len(text)))
    published = Interval(day, day, "day", "printed", ())
    page = annotate(
        Article("a", "a", "0", "text/plain", language, None, None, None, None, published, None, (), text, parts)
    )
    news = [e for e in page.events if e.kind == "disaster" and e.trigger.start < text.rindex("\n") and not e.bare]
    assert news
    assert all(e.date is not None and e.date.start.year == 2024 for e in news)
    assert any(e.date is not None and e.date.start.year == 2011 for e in page.events)
