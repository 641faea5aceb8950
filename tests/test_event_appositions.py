"""What a verb asks for may stand behind a name that two commas set apart; a state hands somebody over; a ban, a prolonged measure."""

from __future__ import annotations

import pytest

from test_kinds import told


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Prosecutors charged the surgeon, Neil Abbott, with manslaughter on Wednesday.", "court"),
        ("en", "Jurors cleared the surgeon, Neil Abbott, 54, of manslaughter on Wednesday.", "court"),
        ("fr", "Le juge a placé le comptable, Rémi Vaugeois, en détention mardi.", "arrest"),
        ("es", "El consejo puso a la ingeniera, Salima Brahimi, al frente de la agencia el lunes.", "appointment"),
        ("en", "Belgium handed over the banker, Pavel Orsic, to Croatia on Friday.", "arrest"),
        ("fr", "La Belgique a remis à la Tunisie, vendredi, l'homme d'affaires Nabil Chaker.", "arrest"),
        ("es", "Bélgica entregó el viernes a Túnez al empresario Nabil Chaker.", "arrest"),
        ("ar", "سلمت بلجيكا إلى تونس، الجمعة، رجل الأعمال نبيل الشاكر.", "arrest"),
        ("en", "Parliament extended the state of emergency by three months on Friday.", "approval"),
        ("fr", "L'état d'urgence a été prorogé de trois mois vendredi par l'Assemblée.", "approval"),
        ("es", "La Asamblea prorrogó el viernes por tres meses el estado de emergencia.", "approval"),
        ("ar", "مدد البرلمان حالة الطوارئ ثلاثة أشهر يوم الجمعة.", "approval"),
        ("en", "Talks to sell the refinery were broken off on Monday.", "suspension"),
        ("en", "Masked men torched the election office in Dorn on Friday night.", "attack"),
    ],
)
def test_it_is_told(text, language, kind):
    assert told(text, language, kind)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "es",
            "«No nos vamos», denuncia por teléfono la portavoz, Halima Uardi, que calcula en 700 los despidos.",
            "accusation",
        ),
        ("en", "The first phase, says Mr Querol, would be handed over in November.", "arrest"),
        ("ar", "تسلم الوزير التقرير يوم الاثنين في وهران.", "arrest"),
        ("fr", "Le facteur a remis lundi à Rémi Vaugeois une lettre de Tunis.", "arrest"),
        ("en", "The road was extended by three kilometres on Friday.", "approval"),
    ],
)
def test_it_is_not(language, text, kind):
    assert not told(text, language, kind)
