"""Bodies under names that say the same in two languages, and places and persons that two manners of writing part."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.entities import link_entities
from isnad.link.spelling import compare_names
from isnad.link.translated import translation
from isnad.model import Page


@pytest.mark.parametrize(
    ("name", "language", "other", "their"),
    [
        ("Office national des pêches", "fr", "الديوان الوطني للصيد البحري", "ar"),
        ("National Fisheries Office", "en", "الديوان الوطني للصيد البحري", "ar"),
        ("Régie des chemins de fer du Nil", "fr", "هيئة سكك حديد النيل", "ar"),
        ("Nile Railways Corporation", "en", "هيئة سكك حديد النيل", "ar"),
        ("Union pour la construction", "fr", "حزب اتحاد البناء", "ar"),
        ("Banque centrale du Soudan", "fr", "بنك السودان المركزي", "ar"),
        ("Autorité de régulation de l'électricité", "fr", "هيئة تنظيم الكهرباء", "ar"),
        ("Comisión Nacional contra la Corrupción", "es", "الهيئة الوطنية لمكافحة الفساد", "ar"),
        ("Compañía Minera del Norte", "es", "شركة الشمال للتعدين", "ar"),
        ("Fonds de solidarité des artisans", "fr", "صندوق تضامن الحرفيين", "ar"),
        ("Roueiss Wings", "en", "أجنحة الرويس", "ar"),
        ("Zerga Air", "fr", "زرقاء للطيران", "ar"),
        ("Chatt Télécom", "fr", "شركة الشط للاتصالات", "ar"),
        ("Agence de voyages El Mouna", "fr", "وكالة المنى للأسفار", "ar"),
        ("Orquesta de Tazarte", "es", "أوركسترا تازارت", "ar"),
        ("Comisión Electoral Nacional", "es", "المفوضية الوطنية للانتخابات", "ar"),
        ("Sindicato de Aduaneros", "es", "نقابة الجمركيين", "ar"),
        ("International Saffron Festival", "en", "مهرجان الزعفران الدولي", "ar"),
        ("Institut de recherche agronomique", "fr", "معهد البحوث الزراعية", "ar"),
    ],
)
def test_a_body_is_known_by_its_translation(name: str, language: str, other: str, their: str) -> None:
    assert translation(name, language, other, their) > 0.8


@pytest.mark.parametrize(
    ("name", "language", "other", "their"),
    [
        ("Office national de l'élevage", "fr", "الديوان الوطني للصيد البحري", "ar"),
        ("Union pour le progrès", "fr", "حزب اتحاد البناء", "ar"),
        ("Northern Mining Company", "en", "Compañía Minera del Sur", "es"),
        ("Hôpital de la Paix", "fr", "مستشفى الأمل", "ar"),
        ("Roueiss Wings", "en", "أجنحة الشط", "ar"),
        ("Zerga Air", "fr", "زرقاء للملاحة", "ar"),
        ("Voyages El Mina", "fr", "وكالة المنى للأنباء", "ar"),
        ("Haute autorité de lutte contre la corruption", "fr", "الحرس البلدي", "ar"),
        ("Sindicato de Aduaneros", "es", "نقابة الطيارين", "ar"),
    ],
)
def test_bodies_that_differ_in_one_word_are_two(name: str, language: str, other: str, their: str) -> None:
    assert translation(name, language, other, their) == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Awad Elgeed Bashir", "Awad al-Jeed Bachir"),
        ("Bashir Nur Abukar", "بشير نور أبوبكر"),
        ("Étienne Guivarc'h", "إتيان غيفارش"),
    ],
)
def test_one_person_in_two_manners_of_writing(a: str, b: str) -> None:
    match = compare_names(a, b)
    assert match.full
    assert not match.clash
    assert match.score >= 0.9


def _groups(*texts: str) -> list[set[str]]:
    readings = [annotate(read(Page(source=f"p{n}", data=t.encode()))) for n, t in enumerate(texts)]
    by_id = {r.article.id: r for r in readings}
    return [{by_id[m.article].mentions[m.index].text for m in g.members} for g in link_entities(readings).groups]


FRENCH = (
    "Le Conseil constitutionnel de la Mauritanie n'a pas tranché, dit-on à Nouakchott. Le Conseil constitutionnel a été saisi jeudi par "
    "Sidi Ould Dah, candidat malheureux des élections partielles en Mauritanie. L'avocat mauritanien demande un nouveau vote.\n"
)
ARABIC = (
    "قرر المجلس الدستوري أمس إلغاء نتائج الانتخابات في موريتانيا وأمر بإعادتها بعد الطعن الذي تقدم به سيدي ولد الداه في نواكشوط. "
    "وقال المحامي الموريتاني إن المجلس الدستوري أنصف موكله، وطالب بتنظيم الاقتراع في موريتانيا قبل نهاية الشهر.\n"
)


def test_a_states_only_constitutional_council_is_one_in_two_languages() -> None:
    assert any({"Conseil constitutionnel", "المجلس الدستوري"} <= g for g in _groups(FRENCH, ARABIC))


def test_a_body_ended_early_goes_on_as_it_does_elsewhere_on_the_page() -> None:
    text = (
        "أعلنت هيئة سكك حديد النيل أن القطار خرج عن القضبان قرب المحطة صباح اليوم. وقال مدير هيئة سكك حديد النيل إن التحقيق بدأ. "
        "وكانت هيئة سكك حديد النيل قد اشترت القطار قبل عامين، وفق ما ذكر مصدر في الوزارة لم يكشف عن اسمه."
    )
    made = annotate(read(Page(source="p", data=text.encode())))
    bodies = {m.text for m in made.mentions if m.kind == "organization"}
    assert "هيئة سكك حديد" not in bodies


def test_a_movement_is_one_body_under_the_names_of_four_languages() -> None:
    texts = (
        "Talks in Muscat\n18 September 2021\n\nThe Houthis said on Friday that the talks in the Omani capital would go on until next week.\n",
        "Pourparlers à Mascate\n18 septembre 2021\n\nLes houthistes ont affirmé vendredi que les discussions se poursuivraient la semaine prochaine.\n",
        "محادثات في مسقط\n18 سبتمبر 2021\n\nوقالت جماعة الحوثيين يوم الجمعة إن المحادثات ستتواصل في العاصمة العمانية حتى الأسبوع المقبل.\n",
    )
    readings = [annotate(read(Page(source=str(n), data=t.encode()))) for n, t in enumerate(texts)]
    groups = [g for g in link_entities(readings).groups if g.kind == "organization"]
    assert max(len({m.article for m in g.members}) for g in groups) == 3


UNION_FR = (
    "Le Syndicat libre des douaniers appelle à la grève dès lundi, a fait savoir hier son secrétaire général, Abdou Salam Kerrouch, à "
    "Tazmalt. Les bureaux de la ville seront fermés trois jours.\n"
)
UNION_AR = (
    "دعت النقابة الحرة للجمارك إلى إضراب يبدأ يوم الاثنين، وقال أمينها العام عبد السلام كروش في تازمالت إن المكاتب ستغلق ثلاثة أيام "
    "احتجاجا على تأخر الأجور.\n"
)


def test_two_names_of_one_meaning_that_nothing_rivals_are_one_body() -> None:
    assert any({"Syndicat libre des douaniers", "النقابة الحرة للجمارك"} <= g for g in _groups(UNION_FR, UNION_AR))


def test_what_every_state_has_stays_two_bodies_though_nothing_rivals_it() -> None:
    french = "Le ministère des Finances a publié hier à Tazmalt la liste des banques, selon Abdou Salam Kerrouch.\n"
    arabic = "نشرت وزارة المالية أمس في تازمالت قائمة المصارف، حسب ما قال عبد السلام كروش للصحافة.\n"
    assert not any({"ministère des Finances", "وزارة المالية"} <= g for g in _groups(french, arabic))
