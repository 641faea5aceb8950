"""What real prose says with the words of events, and tells none: what nobody did, what was kept from happening, what would follow."""

from __future__ import annotations

import pytest
from tests.test_kinds import told

UNTOLD = [
    # what only says of what sort a thing or a person is
    ("en", "competition", "The runners met at the victory podium in Cardiff on Monday."),
    ("en", "sanction", "The court-imposed curfew kept Nora Bell in Cardiff on Monday."),
    ("fr", "arrest", "Nora Belkacem a parlé lundi du détenu à Sfax."),
    # what nobody did
    ("en", "arrest", "No suspects were arrested in Cardiff on Monday."),
    ("es", "diplomatic-ties", "Es una república que ningún Estado reconoció en 1994 en Tiraspol."),
    # what was kept from happening
    ("en", "protest", "Nora Bell held talks in Cardiff on Monday to avert a strike."),
    ("ar", "protest", "أقام هشام العلوي في الرملة مساء الجمعة لمنع حدوث المظاهرات."),
    ("ar", "visit", "من الرملة يمكنك زيارة قلعة هشام العلوي."),
    # what would follow from something that has not been
    ("es", "competition", "Una victoria de Elena Prado en Valdemora daría el título al Deportivo."),
    ("fr", "election", "Une élection de Nora Belkacem à Sfax changerait la donne."),
    # what somebody may do, in the mood that says so
    ("es", "signing", "El fondo pagará a la empresa que firme el acuerdo de Valdemora."),
    ("es", "arrest", "El cambio permitiría que la policía detenga a Elena Prado en Valdemora."),
    # what a state does figuratively, and what is signed in support of a demand
    ("en", "visit", "France returned to Mali on Monday."),
    ("es", "visit", "Paraguay volvió el lunes a Ammán."),
    ("ar", "visit", "عادت الباراغواي إلى عمان يوم الاثنين."),
    ("ar", "signing", "جمع النائب هشام العلوي يوم الاثنين 37 توقيعا على مذكرة لحجب الثقة عن الوزير."),
    ("ar", "departure", "جمع النائب هشام العلوي يوم الاثنين 37 توقيعا على مذكرة لحجب الثقة عن الوزير."),
    ("ar", "appointment", "نفى هشام العلوي يوم الاثنين التهم الموجهة إليه."),
    # a treaty, not a congress
    ("fr", "gathering", "Signée lundi à Amman, la convention consulaire permettra à Nora Belkacem de rentrer."),
    ("es", "gathering", "La convención consular, firmada el lunes en Ammán, permitirá a Elena Prado volver."),
    # what is so of all such things
    ("fr", "protest", "Chaque rassemblement des proches de Nora Belkacem à Sfax est un risque."),
    # what somebody only got, hid, or set out for
    ("ar", "inquiry", "حققت بلدية الرملة فائضا كبيرا العام الماضي مع شركائها."),
    ("ar", "appointment", "وتعهد الرئيس هشام العلوي يوم الاثنين بتعزيز الحريات."),
    ("ar", "accusation", "كان هشام العلوي الابن الأول لامه في الرملة."),
    ("es", "meeting", "La expedición de Elena Prado lanzó el lunes su ataque a la cumbre del Ausangate."),
    ("es", "suspension", "Los ministros se reunieron el lunes a puerta cerrada con Elena Prado."),
    ("fr", "inquiry", "Karim Belkacem était à Sfax et on entendait des tirs au loin."),
    ("fr", "death", "La télévision a parlé lundi d'un attentat suicide à Sfax."),
    ("en", "funding", "Staff at Nora Bell's brewery in Cardiff get paid leave for new pets."),
    ("en", "arrest", "The priest, Nora Bell, seized his hand on Monday in Cardiff."),
    # who was hurt in an accident was not attacked
    ("es", "attack", "Cuatro personas resultaron heridas el martes al colisionar dos turismos en Valdemora."),
    ("es", "attack", "El mercado de Valdemora se incendió el martes."),
    # of one stem the noun has its hamza below, the verb above
    ("ar", "construction", "قال هشام العلوي إن المعرض تقررت إقامتها في المستودع بالرملة."),
]
TOLD = [
    ("en", "arrest", "No fewer than 40 fans were arrested in Cardiff on Monday."),
    ("en", "election", "Nora Bell was re-elected in Cardiff on Monday."),
    ("en", "protest", "The strike in Cardiff began on Monday."),
    ("fr", "arrest", "Le maire Karim Belkacem a été détenu lundi à Sfax."),
    ("es", "competition", "Una victoria de Elena Prado cerró el domingo el torneo de Valdemora."),
    ("ar", "construction", "أقامت شركة الرملة مستودعا كبيرا يوم الاثنين في الرملة."),
    ("ar", "inquiry", "حققت الشرطة يوم الاثنين مع هشام العلوي في الرملة."),
    ("es", "attack", "Cuatro personas resultaron heridas el martes en un tiroteo en Valdemora."),
    ("es", "signing", "Elena Prado viaja el lunes a Valdemora y firma un acuerdo con Perú."),
    ("es", "appointment", "Se espera que Elena Prado asuma la presidencia del banco en junio."),
    ("es", "departure", "La petrolera Aldara abandonó Venezuela el lunes."),
    ("fr", "inquiry", "Le juge a entendu lundi à Sfax le maire Karim Belkacem."),
    ("ar", "visit", "بدأ هشام العلوي يوم الاثنين زيارة إلى الرملة."),
]


@pytest.mark.parametrize(("language", "kind", "text"), UNTOLD)
def test_it_tells_no_event(language, kind, text):
    assert told(text, language, kind) == set()


@pytest.mark.parametrize(("language", "kind", "text"), TOLD)
def test_what_is_nearly_said_alike_tells_one(language, kind, text):
    assert told(text, language, kind) != set()
