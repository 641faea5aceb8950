"""An Arabic firm's name ends where the given name of who holds its office begins; a school named after somebody is whole."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part


def names(text: str) -> set[tuple[str, str]]:
    article = Article("x", "p.txt", "0", "text/plain", "ar", *(None,) * 6, (), text, (Part("body", 0, len(text)),))
    return {(m.kind, m.text) for m in annotate(article).mentions}


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الشرطة المدير العام لشركة فارمادرا أنس بنخليل قبل سفره.",
        "انطلقت أمس الاثنين محاكمة المدير العام لشركة فارمادرا أنس بنخليل وأربعة متهمين آخرين أمام المحكمة.",
    ],
)
def test_who_heads_a_firm_is_no_part_of_its_name(text: str) -> None:
    assert {("organization", "فارمادرا"), ("person", "أنس بنخليل")} <= names(text)


def test_a_foundation_named_after_somebody_keeps_its_name() -> None:
    assert ("person", "محمد السادس") not in names("صرح رئيس مؤسسة محمد السادس للتضامن بأن القافلة انطلقت.")
