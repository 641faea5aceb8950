"""Where, by who does it at home: towns that host, states that arrest, a town's council; and what protesters ask for elsewhere."""

from __future__ import annotations

import pytest

from test_event_parts import reading, where


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "Nairobi will host the summit in May.", "meeting", "Nairobi"),
        ("fr", "Lyon accueillera en mai le sommet des maires.", "meeting", "Lyon"),
        ("es", "La ciudad de Soria acogió el sábado el festival de teatro.", "gathering", "Soria"),
        ("ar", "تستضيف الدوحة الأسبوع المقبل قمة عربية.", "meeting", "الدوحة"),
        ("ar", "شهدت بنغازي أمس تشييع الضحايا.", "gathering", "بنغازي"),
        ("en", "Egypt jailed two reporters on Monday.", "court", "Egypt"),
        ("fr", "Chypre a ouvert mardi une enquête.", "inquiry", "Chypre"),
        ("ar", "أوقفت الجزائر أمس ثلاثة مهربين.", "arrest", "الجزائر"),
        ("fr", "Le conseil provincial de Bagdad a retiré jeudi sa confiance au maire, Raad al-Kinani.", "departure", "Bagdad"),
        ("es", "El concejo municipal de Tarija destituyó el martes al alcalde, Juan Ruiz.", "departure", "Tarija"),
        ("en", "The Kisumu county assembly impeached governor Ruth Odera on Tuesday.", "departure", "Kisumu"),
        ("es", "La plataforma zarpará de Larache el 2 de noviembre.", "departure", "Larache"),
    ],
)  # fmt: skip
def test_who_does_it_at_home_says_where(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le Niger a remercié mardi le Bénin.", "statement"),
        ("en", "Egypt condemned the attack on Monday.", "accusation"),
        ("fr", "Paris a accusé mardi le général Omar Sy de trahison.", "accusation"),
        ("ar", "ونظم أهالي المصابين صباح أمس وقفة مطالبين بنقل أبنائهم للعلاج في تونس.", "protest"),
        ("en", "Hundreds marched on Monday to demand the return of their sons from Libya.", "protest"),
        (
            "es",
            "Cientos de personas se manifestaron ayer para exigir el regreso de las tropas desde Bamako.",
            "protest",
        ),
    ],
)
def test_who_speaks_for_a_state_and_what_is_asked_for_say_no_place(language, text, kind):
    assert all(e.place is None for e in reading(text, language).events if e.kind == kind)
