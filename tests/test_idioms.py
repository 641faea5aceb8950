"""Set phrases and the play of a match tell no events, though their words do elsewhere."""

from __future__ import annotations

import pytest
from tests.test_kinds import told

from isnad.languages import LANGUAGES, table

PHRASES = [
    (
        "fr",
        "meeting",
        "Le président Jean Morel a ouvert mardi la porte à un débat à Dakar.",
        "Le président Jean Morel a ouvert mardi le sommet de Dakar avec Ali Sow.",
    ),
    (
        "es",
        "attack",
        "El alcalde Juan Ríos tomó el lunes el pulso a los barrios de Cádiz.",
        "Los rebeldes de Juan Ríos tomaron el lunes el cuartel de Cádiz por asalto.",
    ),
    (
        "en",
        "competition",
        "The mayor, Joan Park, opened the race to find a new head for the port on Monday.",
        "Runner Joan Park won the race in Corley on Monday in front of 200 other athletes.",
    ),
    (
        "fr",
        "competition",
        "Le ministre Jean Morel a franchi lundi une nouvelle étape dans la réforme du port de Kolda.",
        "Le cycliste Jean Morel a remporté lundi l'étape de Kolda devant le peloton.",
    ),
    (
        "fr",
        "competition",
        "Le ministre Jean Morel a visité lundi le barrage de Kolda.",
        "Kolda a remporté lundi la finale contre Louga.",
    ),
    (
        "es",
        "competition",
        "La ministra Ana Rueda inició el lunes una nueva etapa al frente del instituto de Lima.",
        "El ciclista Luis Rueda ganó el lunes la etapa de Lima por delante del pelotón.",
    ),
    (
        "ar",
        "competition",
        "أشاد الوزير سالم العلي يوم الاثنين بفوز حكومته بثقة البرلمان في طرابلس.",
        "حقق منتخب ليبيا يوم الاثنين في طرابلس فوزا على منتخب مالي.",
    ),
    (
        "es",
        "election",
        "La concejala Marta Gil anunció el lunes las ayudas municipales para los comedores de Lima.",
        "Marta Gil arrasó el lunes en las municipales de Lima.",
    ),
    (
        "en",
        "competition",
        "Nine patients of the Corley clinic lost their sight on Monday.",
        "Corley lost the final to Ashby on Monday.",
    ),
    (
        "en",
        "gathering",
        "The mayor resigned on Monday in the wake of the fire.",
        "Hundreds attended the wake of Senator Dora Finch on Monday in Corley.",
    ),
    (
        "en",
        "visit",
        "Minister Dora Finch went ahead with the plan in Corley on Monday.",
        "Minister Dora Finch went to Corley on Monday.",
    ),
    (
        "en",
        "rejection",
        "Dora Finch said on Monday that she was no longer hopeful about the plan.",
        "Dora Finch rejected the plan on Monday.",
    ),
    (
        "en",
        "transaction",
        "Storm Rosa will take a direct path over Corley on Monday.",
        "The Finch group took over Corley Steel on Monday.",
    ),
    (
        "en",
        "arrest",
        "Officials in Corley released footage of Dora Finch on Monday.",
        "The police released Dora Finch on Monday in Corley.",
    ),
    (
        "en",
        "competition",
        "Dora Finch won over the voters of Corley on Monday.",
        "Dora Finch won the marathon in Corley on Monday.",
    ),
    (
        "fr",
        "competition",
        "Neuf patients ont perdu la vue lundi à Bordanne.",
        "Bordanne a perdu la finale lundi face à Vernoux.",
    ),
    (
        "fr",
        "death",
        "Lundi, la ministre Odile Favre a constaté que les négociations étaient au point mort.",
        "L'ancien ministre Odon Favre est mort lundi à Bordanne.",
    ),
    (
        "fr",
        "meeting",
        "Lundi, Odile Favre a rencontré des difficultés à Bordanne.",
        "Lundi, Odile Favre a rencontré Hugo Lamy à Bordanne.",
    ),
    (
        "fr",
        "arrest",
        "Lundi, le gardien Hugo Lamy a arrêté un penalty à Bordanne.",
        "Lundi, la police a arrêté Hugo Lamy à Bordanne.",
    ),
    (
        "fr",
        "aid",
        "Les passagers du vol de Bordanne ont gagné lundi les issues de secours.",
        "Lundi, la Croix-Rouge a porté secours aux sinistrés de Bordanne.",
    ),
    (
        "es",
        "death",
        "El lunes, la ministra Elena Prado admitió que el diálogo sigue en punto muerto.",
        "El exministro Elías Prado murió el lunes en Valdemora.",
    ),
    (
        "es",
        "visit",
        "El lunes, Elena Prado y Hugo Sanz llegaron a un consenso en Valdemora sobre el agua.",
        "El lunes, Elena Prado llegó a Valdemora.",
    ),
    (
        "es",
        "protest",
        "El lunes, los médicos de Valdemora pusieron en marcha el plan.",
        "El lunes, los médicos de Valdemora marcharon contra el plan.",
    ),
    (
        "es",
        "competition",
        "Nueve pacientes perdieron la vista el lunes en Valdemora.",
        "El Valdemora perdió la final el lunes.",
    ),
    (
        "ar",
        "aid",
        "قدم هشام العلوي طلبا إلى بلدية الرملة يوم الاثنين.",
        "قدم الهلال الأحمر مساعدات إلى سكان الرملة يوم الاثنين.",
    ),
    (
        "ar",
        "competition",
        "احتلت قناة الأفق المركز الثاني في الرملة يوم الاثنين.",
        "فاز نادي الأفق بكأس الرملة يوم الاثنين.",
    ),
    (
        "es",
        "aid",
        "El lunes, Elena Prado visitó un centro de evacuación de Valdemora.",
        "La evacuación de los vecinos de Valdemora comenzó el lunes, dijo Elena Prado.",
    ),
    (
        "es",
        "meeting",
        "Elena Prado lo dijo el lunes en una entrevista con Radio Valdemora.",
        "Elena Prado mantuvo el lunes una entrevista con el presidente Hugo Sanz en Valdemora.",
    ),
    (
        "ar",
        "suspension",
        "رفضت بلدية الرملة التعليق على الأشغال يوم الاثنين.",
        "أعلنت بلدية الرملة تعليق أشغال الجسر يوم الاثنين.",
    ),
    ("ar", "attack", "اجتاحت صورة هشام العلوي مواقع التواصل يوم الاثنين.", "اقتحم مسلحون بلدة الرملة يوم الاثنين."),
    (
        "ar",
        "gathering",
        "بلغ إنتاج التمور في الرملة هذا الموسم عشرين ألف طن.",
        "احتضنت الرملة يوم الاثنين موسم التبوريدة السنوي.",
    ),
]


@pytest.mark.parametrize(("language", "kind", "phrase", "_plain"), PHRASES)
def test_a_set_phrase_tells_no_event_of_the_kind_its_words_tell(language, kind, phrase, _plain):
    assert told(phrase, language, kind) == set()


@pytest.mark.parametrize(("language", "kind", "_phrase", "plain"), PHRASES)
def test_the_same_words_in_earnest_tell_it(language, kind, _phrase, plain):
    assert told(plain, language, kind)


def test_a_phrase_made_of_a_triggers_own_words_does_not_hide_it():
    assert told("نفذ فيهما حكم الإعدام في الرملة يوم الاثنين، وهما هشام العلوي وسامي عزوز.", "ar", "death") == {
        "happened"
    }


MATCHES = {
    "en": "Ashby's striker fired a low cross into the net in the first half. The goalkeeper denied Corley a second goal from a free-kick. "
    "Sturt attacked Hughes in midfield, captured the ball and shot past the keeper into the far post. ",
    "fr": "L'ailier Marc Odin a tiré un coup franc à la première mi-temps. Le gardien de but a repoussé Hugo Lamy dans la surface de réparation. "
    "Lamy attaqua Odin au milieu de terrain, captura le ballon et expédia une passe décisive sur le poteau. ",
    "es": "El delantero Marcos Ruiz atacó a Hugo Sanz en el mediocampo y disparó un tiro libre al palo. El portero detuvo a Ruiz en el segundo tiempo. "
    "Sanz capturó el balón, fusiló al guardameta de cabeza y celebró el gol ante el larguero. ",
    "ar": "هاجم المهاجم سامي عزوز دفاع الأفق في منطقة الجزاء خلال الشوط الأول. وأوقف حارس المرمى اللاعب هشام علوي بعد تمريرة من وسط الميدان. "
    "وقتل عزوز المباراة بتسديدة من ركلة حرة في الشوط الثاني. ",
}
EARNEST = ("attack", "arrest", "death", "visit", "protest", "court", "departure")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_report_of_a_match_tells_neither_attacks_nor_arrests(language):
    assert all(told(MATCHES[language], language, kind) == set() for kind in EARNEST)


def test_a_player_arrested_is_arrested_where_no_match_is_reported():
    assert told("The goalkeeper of Corley, Sam Hughes, was arrested on Monday.", "en", "arrest") == {"happened"}


def test_fans_who_are_arrested_in_the_report_of_a_match_are_arrested():
    end = "Police arrested Hugh Marsh, a supporter of Ashby, outside the stadium on Monday."
    assert told(MATCHES["en"] + end, "en", "arrest") == {"happened"}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_set_phrase_is_a_single_word(language):
    said = table(language, "idioms")
    assert [p for p in (*said["phrases"], *said["verbs"]) if " " not in p and "-" not in p] == []


def test_an_ambush_is_laid_and_nobody_appointed():
    text = "نصب مسلحون كمينا لقافلة عسكرية قرب الرملة يوم الاثنين."
    assert told(text, "ar", "attack") == {"happened"}
    assert told(text, "ar", "appointment") == set()


@pytest.mark.parametrize(
    ("language", "report", "goods"),
    [
        ("en", "The Finch firm delivered a report on water to the council of Corley on Monday.", "The Red Crescent delivered water to Corley on Monday."),
        ("fr", "Le bureau Favre a remis lundi à la mairie un rapport sur les eaux.", "Le Croissant-Rouge a remis lundi des vivres à la mairie de Bordanne."),
        ("es", "El bufete Prado entregó el lunes un informe sobre los alimentos.", "La Cruz Roja entregó el lunes alimentos en Valdemora."),
    ],
)  # fmt: skip
def test_a_report_on_goods_brings_nobody_goods(language, report, goods):
    assert told(report, language, "aid") == set()
    assert told(goods, language, "aid") == {"happened"}
