"""Towns at the head of dispatches and flashes, which no list needs to know, and what stands there and is no town."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Interval, Part
from test_kinds import reading


def places(text: str, language: str) -> list[str]:
    return [m.text for m in reading(text, language).mentions if m.kind == "place"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ar", "منديلو (وكالة المدى) - وقع الوزيران، أمس بمنديلو، مذكرة تفاهم.", ["منديلو", "منديلو"]),
        ("ar", "كوندوكوري، 13 حزيران 2023 - ستهبط الطائرة غدا.", ["كوندوكوري"]),
        ("en", "HARGUELA, 15 Oct (SNA) - The minister opened a school.\nPolice in Harguela arrested two men.", ["HARGUELA", "Harguela"]),
        ("es", "Torrelunga, 12 jun 2023 (ACN).- La ministra inauguró ayer un hospital.", ["Torrelunga"]),
        ("fr", "Tizgrine (Valmagne), 6 mars 2023 (ATP) – Sept mineurs ont été tués dimanche.", ["Tizgrine"]),
    ],
)  # fmt: skip
def test_a_line_opens_with_the_town_the_news_comes_from(language, text, found):
    assert [p for p in places(text, language) if p != "Valmagne"] == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "عاجل (رويترز) - قتل ثلاثة أشخاص أمس."),
        ("ar", "متابعة / 15 يونيو 2022 / - قتل ثلاثة أشخاص."),
        ("en", "Breaking (AP) - Two men were arrested on Monday."),
        ("es", "Ana Torres (EFE) - La ministra inauguró ayer un hospital."),
        ("fr", "Urgent, 12 juin 2023 - Le ministre a démissionné hier."),
        ("fr", "Sport (APS) - Le club a gagné hier."),
    ],
)
def test_what_else_opens_a_line_is_no_town(language, text):
    assert places(text, language) == []


def test_a_flash_is_about_the_town_behind_its_hour() -> None:
    text = "15 MAR 18:52 | KARGUESA. Mary Banda opens a bridge.\n16 MAR 09:30 | KARGUESA. Mary Banda signs a contract with Gulf Quays in Wau."
    day = Interval(date(2024, 3, 18), date(2024, 3, 18), "day", "printed", ())
    page = Article(
        "a", "a", "0", "text/plain", "en", None, None, None, None, day, None, (), text, (Part("body", 0, len(text)),)
    )
    found = annotate(page)
    where = [(e.kind, found.mentions[e.place].text) for e in found.events if e.place is not None and not e.bare]
    assert where == [("opening", "KARGUESA"), ("signing", "Wau")]
