"""Who an agreement is between: sides named in pieces, by a noun alone, by a capital, or by an officer; and who is none."""

from __future__ import annotations

import pytest

from test_agreements import found


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "A Danish towage firm, Sund-Nord Salvage of Aarhus, signed a contract in Accra on Monday to lift the wreck.",
            {"Sund-Nord Salvage"},
        ),
        (
            "es",
            "El Gobierno aragonés, que firmó en febrero un convenio de pesca con Keta, no ha querido hacer comentarios.",
            {"Gobierno", "Keta"},
        ),
        (
            "ar",
            "وقع وزراء الزراعة في غانا وبنين والسنغال ومالي، أول أمس الاثنين، اتفاقية للتعاون في محاربة الجراد الصحراوي.",
            {"غانا", "بنين", "السنغال", "مالي"},
        ),
        (
            "es",
            "Los ministros de Agricultura de Ghana, Benín y Senegal firmaron el lunes un acuerdo contra la langosta.",
            {"Ghana", "Benín", "Senegal"},
        ),
        (
            "en",
            "Volta Handling has forty staff and Volta Handling is hiring. On Wednesday the company signed a contract with "
            "Balisage Occitan of Toulouse for runway lighting.",
            {"Volta Handling", "Balisage Occitan"},
        ),
        (
            "fr",
            "Port-Aven accueillait la fête. La présidente du conseil communal, Awa Sarr, et le maire lusitanien de Vila Verde, Rui Paz, "
            "ont signé lundi un accord de jumelage portant sur l'assainissement.",
            {"Port-Aven", "Vila Verde"},
        ),
        (
            "en",
            "Ghana and the Okumah Foundation on Monday signed a protocol for the repair of the Weavers' Quarter, in the presence of the "
            "ambassadors of Denmark and Peru.",
            {"Ghana", "Okumah Foundation"},
        ),
        (
            "ar",
            "وقعت وزيرة الثقافة سلمى الفرا والمديرة التنفيذية للصندوق العالمي للمدن القديمة إنغريد سولفانغ، أمس الثلاثاء، بروتوكول ترميم "
            "الحارة، بحضور سفيري الدنمارك وقطر.",
            {"صندوق العالمي للمدن القديمة"},
        ),
        (
            "en",
            "Ghana and Okumah have clinched a ten-year agreement on the sale of rough diamonds.",
            {"Ghana", "Okumah"},
        ),
        (
            "es",
            "La firma lusitana de zapatillas Zandria anunció el lunes la rescisión del contrato que la unía hasta 2026 al maratoniano Kofi "
            "Mensah, dos días después de que la Unidad de Control del Atletismo lo suspendiera por un positivo.",
            {"Zandria", "Kofi Mensah"},
        ),
        (
            "en",
            "On Monday Ghana's Okumah Agency and the Sund Institute signed a memorandum of understanding on sharing alerts.",
            {"Okumah Agency", "Sund Institute"},
        ),
        ("es", "Acra y Lomé suscribieron en febrero de 2021 un memorando de entendimiento.", {"Acra", "Lomé"}),
        ("en", "The border trade agreement was signed with Jordan last month by Ghana.", {"Jordan", "Ghana"}),
    ],
)
def test_sides_are_named_in_many_ways(language: str, text: str, parties: set[str]) -> None:
    _, rows = found(text, language)
    assert [p for _, p, *_ in rows] == [parties]


@pytest.mark.parametrize(
    ("language", "text", "never"),
    [
        (
            "fr",
            "Mercredi, la cour d'appel de Lomé a ordonné le sursis à l'exécution du traité maritime conclu avec le Ghana.",
            "cour d'appel de Lomé",
        ),
        ("ar", "وقّعت شركة صدف للمعادن في مسقط عقدا مع حكومة غانا لاستخراج الليثيوم من ملاحة كويامبا.", "كويامبا"),
        ("ar", "وقعت غانا وبنين صباح اليوم اتفاقية ترسيم الحدود بين البلدين واستغلال حقل «الشراع» للغاز.", "الشراع"),
        (
            "es",
            "El festival suspendió el convenio que firmó con el Ballet en 2019, y le ofrece a Mint Sall una beca.",
            "Mint Sall",
        ),
        (
            "en",
            "None of this stopped the oil minister, Bagna Kassou, from signing a gas contract in Accra on Monday.",
            "Bagna Kassou",
        ),
    ],
)
def test_who_is_named_near_is_no_side(language: str, text: str, never: str) -> None:
    r, rows = found(text, language)
    assert all(never not in parties for _, parties, *_ in rows)
    assert all(m.kind != "organization" or m.text != never or never.startswith("cour") for m in r.mentions)


@pytest.mark.parametrize(
    ("language", "text", "parties", "status"),
    [
        (
            "en",
            "The dockers' union and Harbourline agreed a two-year pay deal on Monday.",
            {"The dockers' union", "Harbourline"},
            "announced",
        ),
        (
            "es",
            "El sindicato de profesores y el Ministerio de Educación llegaron a un acuerdo salarial que pone fin a la huelga.",
            {"sindicato de profesores", "Ministerio de Educación"},
            "announced",
        ),
        (
            "ar",
            "توصلت نقابة المعلمين ووزارة التربية إلى اتفاق ينهي الإضراب ويرفع الأجور.",
            {"نقابة المعلمين", "وزارة التربية"},
            "announced",
        ),
        (
            "en",
            "The contract to dredge the channel was awarded to the Dutch firm Delta Marine.",
            {"Delta Marine"},
            "announced",
        ),
        (
            "ar",
            "فازت شركة البناء الحديث بعقد توسعة ميناء صلالة بقيمة 90 مليون ريال.",
            {"شركة البناء الحديث"},
            "announced",
        ),
        ("en", "Fiji joined the high seas treaty on Monday.", {"Fiji"}, "ratified"),
    ],
)
def test_what_is_reached_won_or_joined_is_registered(language: str, text: str, parties: set[str], status: str) -> None:
    _, rows = found(text, language)
    assert [(p, s) for _, p, _, s in rows] == [(parties, [status])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Llegaron a un acuerdo para verse el viernes."),
        ("en", "The couple signed the marriage contract before two witnesses in Jinja."),
        ("ar", "تم عقد قران ابنة المدير في قاعة الأفراح بحضور الأهل."),
        ("ar", "انتهى العقد الأول من القرن بأزمة مالية عمت البلاد."),
        ("en", "Police arrested a man over a contract killing in Lagos."),
        ("fr", "Sous la coupole, l'accord passe mal auprès des députés."),
        ("es", "La canaria Bruma logra frenar la concesión del aeropuerto."),
    ],
)
def test_what_only_sounds_like_an_agreement_is_none(language: str, text: str) -> None:
    _, rows = found(text, language)
    assert not [row for row in rows if row[3] != ["mentioned"]]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        # Whoever signs by his last name stands for what the page said of him before.
        (
            "ar",
            "وصل رئيس صندوق الخليج الأزرق للتنمية، خالد المزروعي، إلى أكرا أمس. ووقع المزروعي والأمين العام لمجموعة الفولتا، كوفي أدومي، "
            "اليوم، مذكرة تفاهم لتجهيز خمسة مستشفيات في غانا وتوغو وبنين.",
            {"صندوق الخليج الأزرق للتنمية", "مجموعة الفولتا"},
        ),
        (
            "fr",
            "La présidente de la Fondation Balisage, Awa Tossou, est arrivée dimanche. Mme Tossou et le directeur de l'Agence Littorale ont signé "
            "lundi un protocole sur les phares.",
            {"Fondation Balisage", "Agence Littorale"},
        ),
        # Where it was signed, and in whose house.
        (
            "es",
            "El sindicato de estibadores y la naviera Costamar firmaron el lunes en la sede de la Autoridad Portuaria un convenio sobre los turnos.",
            {"sindicato de estibadores", "Costamar"},
        ),
        (
            "ar",
            "وقعت نقابة عمال الموانئ وشركة كوستامار للملاحة، الاثنين، في مقر وزارة النقل، اتفاقا حول نوبات الليل.",
            {"نقابة عمال الموانئ", "شركة كوستامار للملاحة"},
        ),
        (
            "en",
            "Ghana and the Danish firm Nordhav signed a contract on Monday at the University of Accra to build a wind farm.",
            {"Ghana", "Nordhav"},
        ),
        # A second town of the dateline, and the town a firm is from.
        (
            "en",
            "ACCRA/LOMÉ, June 16 (Wire) - The operator Volta Handling on Thursday signed a contract with Cedar Tunnels for a dry dock.",
            {"Volta Handling", "Cedar Tunnels"},
        ),
        (
            "en",
            "Ghana signed a contract in October with the Aarhus yard Sund Salvage for two patrol launches.",
            {"Ghana", "Sund Salvage"},
        ),
        # A cooperative with an adjective and a town, the mayors of two towns, a coach, a firm whose contract it is.
        (
            "fr",
            "La coopérative laitière de Kirtachi et la Société Balisage ont conclu dimanche à Accra un accord de fourniture.",
            {"coopérative laitière de Kirtachi", "Société Balisage"},
        ),
        (
            "en",
            "The fishermen's cooperative and the cannery Keta Foods signed an agreement on Monday on the price of sardines.",
            {"The fishermen's cooperative", "Keta Foods"},
        ),
        (
            "fr",
            "Les maires d'Azrou et de Sète ont signé samedi une charte de jumelage axée sur la pêche artisanale.",
            {"Azrou", "Sète"},
        ),
        (
            "es",
            "El entrenador uruguayo Hugo Larrea firmó ayer un contrato de dos años con el Deportivo Antofalla.",
            {"Hugo Larrea", "Deportivo Antofalla"},
        ),
        (
            "ar",
            "ألغت الحكومة الغانية أمس عقد شركة النور للموانئ الذي يعود إلى عام 2012.",
            {"الحكومة الغانية", "شركة النور للموانئ"},
        ),
    ],
)
def test_for_whom_somebody_signs_and_where(language: str, text: str, parties: set[str]) -> None:
    _, rows = found(text, language)
    assert [r[1] for r in rows] == [parties]


def test_a_striker_signs_for_no_state() -> None:
    _, rows = found(
        "Ghana beat Togo on Sunday. The Ghanaian striker Kofi Adomi signed a contract on Monday that ties him to Keta Rovers until 2027.",
        "en",
    )
    assert "Ghana" not in rows[0][1]
    assert "Keta Rovers" in rows[0][1]


def test_what_is_haggled_over_is_not_signed() -> None:
    _, rows = found("Ghana and Togo have been haggling since August over a protocol on abnormal loads.", "en")
    assert rows[0][3] == ["negotiated"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ghana's health minister and Denmark's ambassador signed a joint act on Monday that lets the crew ashore.",
        ),
        (
            "es",
            "El gremio de panaderos y el Ministerio de Trabajo firmaron el lunes un acta acuerdo sobre el descanso dominical.",
        ),
        (
            "fr",
            "Le syndicat des boulangers et le ministère du Travail ont signé lundi un procès-verbal de fin de conflit sur le repos.",
        ),
        ("ar", "وقعت نقابة الخبازين ووزارة العمل أمس الاثنين محضرا مشتركا حول الراحة الأسبوعية."),
    ],
)
def test_minutes_and_joint_acts_are_texts(language: str, text: str) -> None:
    _, rows = found(text, language)
    assert [(r[0], r[3]) for r in rows] == [("agreement", ["signed"])]


def test_between_towns_a_charter_is_a_declaration() -> None:
    _, rows = found(
        "Les maires d'Azrou et de Sète ont signé samedi une charte de jumelage sur la pêche artisanale.", "fr"
    )
    assert rows[0][0] == "declaration"
