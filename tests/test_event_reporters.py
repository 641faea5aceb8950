"""What reporters do to get their words is no event; millions of something are no sum; what is seized at a place is not the place."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Interval, Part

DAY = date(2021, 3, 12)


def kinds(language: str, text: str) -> set[str]:
    article = Article(
        "x", "p.txt", "0", "text/plain", language, None, None, None, None, Interval(DAY, DAY, "day", "written"), None, (), text,
        (Part("body", 0, len(text)),),
    )  # fmt: skip
    return {e.kind for e in annotate(article).events if not e.bare}


@pytest.mark.parametrize(
    "text",
    [
        "Joint par téléphone, l'armateur, Pêcheries Lannion, dément toute avarie et assure que le navire était à quai.",
        "Nos instruments ont perdu le signal, affirme le directeur technique, Cheikh Ould Maouloud, rencontré dans son bureau du port.",
    ],
)
def test_whom_the_reporter_reached_met_nobody(text: str) -> None:
    assert "meeting" not in kinds("fr", text)


def test_whom_a_minister_received_met_the_minister() -> None:
    text = "Reçu mardi par le ministre Ali Bensaïd, l'ambassadeur Paul Durand a remis une lettre de son gouvernement."
    assert "meeting" in kinds("fr", text)


def test_a_million_subscribers_touched_by_a_failure_were_paid_nothing() -> None:
    assert "funding" not in kinds("fr", "Quelque 1,1 million d'abonnés ont été touchés par la panne, selon la société.")


def test_gold_seized_at_an_airport_is_no_attack_on_the_airport() -> None:
    found = kinds("en", "The paper sticks to the customs statement: 46 kilos seized at Dakar airport last Thursday.")
    assert "attack" not in found
    assert "attack" in kinds(
        "en", "Gunmen seized Dakar airport on Thursday and held it for three hours, the army said."
    )
