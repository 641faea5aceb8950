"""Teams on pages of matches, by the frames a match is told in."""

from __future__ import annotations

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page

_ARABIC = """تغلب فريق المنارة على ضيفه الساحل بهدفين مقابل هدف في المباراة التي جرت مساء أمس في الجولة العاشرة من الدوري.
وأهدر الساحل ركلة جزاء في الشوط الثاني، وطرد الحكم مدافعا قبل نهاية المباراة. وقال مدرب المنارة إن اللاعبين قدموا مباراة كبيرة.
ويحتل المنارة المركز الثالث برصيد 21 نقطة خلف الأولمبي. وأحرز المهاجم هدف الفوز، وصفق الجمهور للفريق.
"""
_ENGLISH = """Two goals gave Tema Rovers a 2-1 win over Delta Stars at the Essipong Stadium on Saturday in the tenth round of the league.
The visitors missed a penalty and the referee sent off a defender. "The boys gave everything," said the Rovers coach after the match.
Rovers are third with 21 points, behind Kotoko. The midfielder is on loan from Lusitanos and scored the winning goal of the game.
"""
_SPANISH = """Con dos goles, Atlético Huracanes venció 2-1 a Unión Cafetera el sábado por la décima fecha del torneo, en un partido muy peleado.
El árbitro expulsó a un defensor y el equipo visitante erró un penal. Huracanes marcha tercero con 21 puntos, detrás de Cobresol.
El técnico celebró el gol con los jugadores. El volante llegó a préstamo del Lusitanos para jugar el campeonato de la liga.
"""
_PLAIN = """خرج الأهالي إلى الساحل بعد العاصفة. وقال البحارة إن المنارة لم تعد تضيء، وإن البلدية وعدت بإصلاحها قبل الصيف.
وأضافوا أن القوارب تنتظر خلف الميناء، وأن العمل توقف منذ أسبوع في الورشة كلها. ولم يصدر أي تعليق عن الإدارة حتى الآن.
"""


def bodies(text: str) -> set[str]:
    """Return the organisations that a page names."""
    found = annotate(read(Page("a.txt", text.encode())))
    return {m.text for m in found.mentions if m.form != "role" and m.kind == "organization"}


def test_a_match_shows_its_teams_in_arabic() -> None:
    assert {"المنارة", "الساحل", "الأولمبي"} <= bodies(_ARABIC)


def test_a_match_shows_its_teams_in_latin_letters() -> None:
    assert {"Tema Rovers", "Rovers", "Delta Stars", "Kotoko", "Lusitanos"} <= bodies(_ENGLISH)
    assert {"Cobresol", "Lusitanos"} <= bodies(_SPANISH)


def test_the_same_words_elsewhere_are_a_coast_and_a_lighthouse() -> None:
    assert bodies(_PLAIN).isdisjoint({"المنارة", "الساحل", "الميناء"})


_FOREIGN = """سجل مهاجم كالدمور روفرز هدفين في مرمى درومليث، وأهدر لاعبو الفريق ركلة جزاء في الشوط الثاني من المباراة.
وقال المدرب إن درومليث لم يلعب كما ينبغي في الدوري هذا الموسم، وإن الحارس أنقذ كالدمور روفرز من هدف ثالث قبل النهاية.
"""


def test_what_a_team_has_shows_one_of_another_language() -> None:
    assert {"كالدمور روفرز", "درومليث"} <= bodies(_FOREIGN)


def test_a_captain_and_a_saint_show_clubs() -> None:
    told = "The match ended in a draw. Sidi Merzak captain Nabil Ferhane told Radio Sahel that his team would appeal."
    assert "Sidi Merzak" in bodies(told)
    arabic = "جمع النهائي نجم سيدي مخلوف التونسي واتحاد تيغرمت الجزائري في مباراة مثيرة، وقال المدرب إن الفريق لعب شوطا كبيرا."
    assert "نجم سيدي مخلوف" in bodies(arabic)


def test_what_a_team_has_shows_an_english_one_called_after_its_town() -> None:
    told = """The striker beat the Brighton keeper with a low shot in the first half of the match, his third goal of the season.
He had raced between three Brighton defenders on the edge of the box. The game was played in Brighton on Saturday before 9,000 fans.
"""
    found = annotate(read(Page("a.txt", told.encode())))
    assert [m.kind for m in found.mentions if m.text == "Brighton"] == ["organization", "organization", "place"]
