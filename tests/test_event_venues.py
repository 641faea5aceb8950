"""Where, by who acts and by what is taken up: offices over a town, courts of two verbs, calls to a march, spots with a name of their own."""

from __future__ import annotations

import pytest

from test_event_parts import first, reading, where, who


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("fr", "Le gouverneur de Sfax, le général Ali Nour, a limogé lundi le chef de la police, Omar Sy.", "departure", "Sfax"),
        ("en", "The mayor of Belford, Ruth Calloway, dismissed the fire chief, Omar Sy, on Monday.", "departure", "Belford"),
        ("fr", "Le procureur de la République de Batna, Sami Athmani, a ouvert hier une enquête.", "inquiry", "Batna"),
        ("fr", "Les familles appellent à un rassemblement jeudi devant la cour de Mostaganem.", "protest", "Mostaganem"),
        ("fr", "Le tribunal correctionnel de Sfax a infligé mardi une amende à Corvane Shipping et condamné le capitaine, Efren Salonga, à huit mois de prison.",
         "court", "Sfax"),
        ("fr", "Des habitants de Oued Zitoun ont manifesté lundi devant la mairie de la ville.", "protest", "Oued Zitoun"),
        ("ar", "صرح الوزير في طرابلس. واعتصم العشرات من أهالي رأس البلاط، مساء أمس، أمام مخفر البلدة.", "protest", "رأس البلاط"),
        ("en", "Foreign minister Ana Ruiz arrives in Doha on Thursday for a visit during which she will meet her counterpart, Hamad Nasser.",
         "meeting", "Doha"),
        ("ar", "يصل الوزير سامي الحداد إلى الدوحة غدا الخميس في زيارة يجري خلالها مباحثات مع نظيره القطري.", "meeting", "الدوحة"),
    ],
)  # fmt: skip
def test_an_office_a_court_or_the_visit_just_named_says_where(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Nabila Ariqi, the former cultural attaché in Madrid, was sentenced to five years on Monday.", "court"),
        ("fr", "Le général Zakari Lawan, ancien attaché militaire à Rabat, a été nommé jeudi ministre.", "appointment"),
        ("es", "El juez nombró el martes a Salima Haddad, antigua decana de la facultad de medicina de Orán.", "appointment"),
        ("fr", "Un ferry affrété par le consulat d'Algérie doit appareiller jeudi.", "departure"),
        ("es", "El ministro de Exteriores exigió el viernes explicaciones a Trípoli.", "demand"),
        ("en", "The mayor of Belford, Ruth Calloway, resigned on Monday.", "departure"),
    ],
)  # fmt: skip
def test_an_office_once_held_a_consulate_and_whom_one_speaks_to_say_not_where(language, text, kind):
    assert where(text, language, kind) is None


def test_a_spot_with_a_name_of_its_own_is_not_in_the_town_told_of_before():
    text = "Cinco turistas murieron en Hurgada el lunes. El Ayuntamiento ha convocado para hoy una concentración en la plaza del Fuerte."
    assert where(text, "es", "protest") == "plaza del Fuerte"


def test_a_participle_that_shares_its_auxiliary_acts_and_one_that_describes_does_not():
    text = "Le conseil a limogé Omar Sy et nommé Awa Fall directrice."
    assert who(text, "fr", "appointment") == {"Awa Fall"}
    page = reading("La police a arrêté lundi un homme connu et recherché par les services d'Oran.", "fr")
    assert [e.kind for e in page.events if not e.bare] == ["arrest"]
    assert who("Le conseil a confié mardi la présidence de la caisse à Awa Fall.", "fr", "appointment") == {"Awa Fall"}


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("أنهى مجلس الإدارة مهام الرئيس المدير العام حسين خلادي، وكلف مديرة العمليات ليندة قسوم بالنيابة.", "appointment", {"ليندة قسوم"}),
        ("أقال الرئيس وزير الداخلية كريم عياد، وعين مكانه اللواء عمر صالح.", "appointment", {"عمر صالح"}),
        ("قرر المجلس، أمس، إعفاء المدير العام سهيل النبر من مهامه، وتكليف نائبته ديما الخالدي بتسيير أعماله.", "departure", {"سهيل النبر"}),
    ],
)  # fmt: skip
def test_whom_an_arabic_verb_befell_has_not_done_the_next(text, kind, people):
    assert who(text, "ar", kind) == people


def test_who_decides_a_dismissal_is_not_dismissed():
    page = reading("أصدر محافظ بانو اللواء علي نور، أمس الإثنين، قرارا بإقالة رئيس المدينة اللواء عمر صالح.", "ar")
    roles = {page.mentions[t.mention].text: t.role for t in first(page, "departure").participants}
    assert roles == {"علي نور": "actor", "عمر صالح": "appointee"}
    page = reading("اعتقل كريم عياد أمس في صفاقس.", "ar")
    assert [t.role for t in first(page, "arrest").participants] == ["target"]


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "Kisumu police arrested two men on Monday.", "arrest", "Kisumu"),
        ("fr", "La police de Saint-Louis a interpellé mercredi un trafiquant présumé, Modou Fall.", "arrest", "Saint-Louis"),
        ("es", "El festival de cine de Huesca entregó el sábado sus premios.", "competition", "Huesca"),
        ("es", "La policía de Lugo detuvo a Luis Prado en Vigo el martes.", "arrest", "Vigo"),
        ("ar", "أوقفت شرطة سطيف، أول أمس، ثلاثة أشخاص.", "arrest", "سطيف"),
        ("ar", "قضت محكمة جنايات طنطا، أمس الأربعاء، بسجن حسام الديب خمس سنوات.", "court", "طنطا"),
        ("en", "The Mombasa High Court on Thursday acquitted two former port officials.", "court", "Mombasa"),
        ("en", "President Amina Diallo, on a visit to Praia, signed a fishing accord with Cape Verde on Tuesday.", "signing", "Praia"),
        ("ar", "وقع الوزير سامي الحداد اتفاقا، خلال زيارة إلى الدوحة، أمس.", "signing", "الدوحة"),
    ],
)  # fmt: skip
def test_a_police_a_court_a_feast_is_at_home_in_its_town_and_who_visits_signs_there(language, text, kind, place):
    assert where(text, language, kind) == place


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "President Amina Diallo, after a visit to Praia, signed a fishing accord with Ghana on Tuesday.", "signing"),
        ("en", "The Metropolitan Police arrested two men on Monday.", "arrest"),
        ("fr", "Le gouverneur de Gao, Ali Nour, a inauguré mardi une école.", "opening"),
    ],
)  # fmt: skip
def test_a_visit_that_is_over_a_name_that_is_no_town_and_a_governor_who_opens_say_not_where(language, text, kind):
    assert where(text, language, kind) is None


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("es", "El maestro Joaquín Vilte recibió un balazo de goma en el ojo y fue llevado en helicóptero a San Salvador de Jujuy.", "attack"),
        ("en", "An explosion injured three miners on Monday; one was flown to Nairobi.", "disaster"),
        ("fr", "Trois mineurs ont été blessés lundi dans un éboulement et évacués vers Bamako.", "disaster"),
        ("ar", "أصيب ثلاثة عمال في انهيار، أمس، ونقلوا إلى مستشفى صفاقس.", "disaster"),
    ],
)  # fmt: skip
def test_where_the_hurt_are_taken_is_not_where_it_happened(language, text, kind):
    assert where(text, language, kind) is None
