"""What an agreement covers is told by a relative clause too; a denial, a place, a quantity and a later clause are none of its matters."""

from __future__ import annotations

import pytest
from tests.test_agreements import found


@pytest.mark.parametrize(
    ("language", "text", "domains"),
    [
        (
            "es",
            "Ghana y Dinamarca firmaron ayer en Accra un protocolo que prevé la formación de bomberos, el intercambio de "
            "datos y la instalación de una antena.",
            ["formación de bomberos", "intercambio de datos", "instalación de una antena"],
        ),
        (
            "fr",
            "Le Ghana et le Danemark ont signé mardi à Accra un protocole qui prévoit la formation de pompiers et l'échange de données.",
            ["formation de pompiers", "échange de données"],
        ),
        (
            "en",
            "Ghana and Denmark signed a memorandum in Accra on Tuesday which covers the training of nurses and the sale of vaccines.",
            ["training of nurses", "sale of vaccines"],
        ),
        (
            "ar",
            "وقع وزير التجارة الدنماركي الثلاثاء في أكرا مذكرة تفاهم مع وزيرة الصناعة الغانية تشمل توريد الأسمدة وتدريب المهندسين.",
            ["توريد الأسمدة", "تدريب المهندسين"],
        ),
        (
            "en",
            "Ghana signed a contract with the Danish firm Nordhav on Tuesday to build and operate a wind farm at Ada, a fishing town on the coast.",
            ["build and operate a wind farm at Ada"],
        ),
        (
            "ar",
            "وسبق للبلدين غانا والدنمارك أن وقعا في كانون الأول 1988 اتفاقية تجارية لم تدخل حيز التنفيذ قط.",
            ["تجارية"],
        ),
    ],
)
def test_matters_of_a_relative_clause(language: str, text: str, domains: list[str]) -> None:
    _, rows = found(text, language)
    assert rows
    assert rows[0][2] == domains


def test_a_treaty_that_covers_nothing_of_the_kind() -> None:
    _, rows = found("L'accord signé mardi entre le Ghana et le Danemark ne prévoit pas de ventes d'armes.", "fr")
    assert all(not any("ventes" in d for d in row[2]) for row in rows)


def test_the_adjective_of_a_state_is_no_side() -> None:
    r, rows = found("The contract, signed in July 2022 with the Senegalese firm Balizor, was worth $4 million.", "en")
    assert rows[0][1] == {"Balizor"}
    assert all(m.text != "Senegalese" for m in r.mentions)


def test_the_two_companies_are_those_the_page_has_named() -> None:
    _, rows = found(
        "La empresa Abonos Tuera compra mineral a la Sociedad Minera del Norte. Las dos empresas habían suscrito en 2016 un "
        "contrato de suministro por diez años.",
        "es",
    )
    assert rows[0][1] == {"Abonos Tuera", "Sociedad Minera del Norte"}


def test_two_states_named_by_a_word_with_a_preposition() -> None:
    _, rows = found("زار وزير غانا الدنمارك. وسبق للبلدين أن وقعا في كانون الأول 1988 اتفاقية تجارية لم تنشر.", "ar")
    assert rows[0][1] == {"غانا", "الدنمارك"}


def test_for_how_long_is_no_matter() -> None:
    _, rows = found(
        "Le conseil de Lorne et l'armateur Norvik Lines ont signé mardi un contrat de dix ans pour l'exploitation du ferry.",
        "fr",
    )
    assert rows[0][2] == ["exploitation du ferry"]


@pytest.mark.parametrize(
    ("language", "text", "sides", "domains"),
    [
        # A capital stands for its state; what became of a text, its cause and an adjective of its own are no matters.
        ("es", "En marzo de 2021 Accra suspendió el tratado de pesca con Copenhague, firmado en 2012, por el giro danés sobre Groenlandia.", {"Accra", "Copenhague"}, ["pesca"]),
        ("fr", "Accra et Copenhague ont signé mardi un protocole sur les énergies renouvelables, resté lettre morte depuis.", {"Accra", "Copenhague"}, ["énergies renouvelables"]),
        ("ar", "وقعت غانا والدنمارك أمس الثلاثاء في أكرا اتفاقا جديدا لرفع كميات الكاكاو المصدرة.", {"غانا", "الدنمارك"}, ["لرفع كميات الكاكاو المصدرة"]),
    ],
)  # fmt: skip
def test_a_capital_is_a_side_and_a_cause_is_no_matter(
    language: str, text: str, sides: set[str], domains: list[str]
) -> None:
    told = found(text, language)[1]
    assert [(parties, matters) for _, parties, matters, _ in told] == [(sides, domains)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'opposition danoise, elle, dénonce un accord « conclu dans le dos du Parlement » et en demande le texte."),
        ("es", "La oposición danesa denuncia un acuerdo «cerrado a espaldas del Parlamento» y exige su publicación."),
    ],
)  # fmt: skip
def test_who_denounces_an_accord_does_not_end_it(language: str, text: str) -> None:
    assert not [s for _, _, _, steps in found(text, language)[1] for s in steps if s.startswith("ended")]


@pytest.mark.parametrize(
    ("language", "text", "domains"),
    [
        ("fr", "Le syndicat et la mairie d'Accra ont signé samedi un protocole qui prévoit le versement de trois mois d'indemnités avant le 31 mars, la titularisation de 85 contractuels et la création d'une bibliothèque.",
         ["versement de trois mois d'indemnités", "titularisation de 85 contractuels", "création d'une bibliothèque"]),
        ("es", "Ghana y Dinamarca firmaron el martes un convenio que aplaza el pago de la matrícula y abre el comedor universitario.", ["pago de la matrícula", "abre el comedor universitario"]),
        ("fr", "Le Ghana et le Danemark ont signé lundi un accord qui fixe le prix du kilo de pain à 24 francs jusqu'au 30 juin et crée une commission des prix.",
         ["prix du kilo de pain à 24 francs", "commission des prix"]),
        ("en", "The field hospital, which has 48 beds, works under an accord that Ghana and Denmark signed in Accra on Saturday, according to her press office.",
         ["field hospital"]),
        ("fr", "Le Ghana a résilié le contrat conclu avec Sund-Nord pour l'entretien de ses vedettes.", ["entretien de ses vedettes"]),
        ("ar", "جمدت غانا يوم الاثنين العقد المبرم مع شركة «سوند نورد» لتوريد أجهزة غسيل الكلى.", ["لتوريد أجهزة غسيل الكلى"]),
        ("en", "Ghana and Denmark signed a truce on Tuesday in Accra, after nine days of talks.", ["truce"]),
        ("ar", "وقعت غانا والدنمارك الثلاثاء في أكرا اتفاقا يضمن صرف أجر شهر واحد.", ["صرف أجر شهر واحد"]),
    ],
)  # fmt: skip
def test_a_list_goes_on_behind_a_time_and_a_truce_is_about_a_truce(
    language: str, text: str, domains: list[str]
) -> None:
    assert [matters for _, _, matters, _ in found(text, language)[1]] == [domains]


@pytest.mark.parametrize(
    ("language", "text", "matter"),
    [
        (
            "en",
            "Under the ceasefire, brokered by Qatar, both armies will pull back ten kilometres and exchange prisoners.",
            "exchange prisoners",
        ),
        (
            "ar",
            "وبموجب الاتفاق، الذي رعته قطر، تنسحب القوات عشرة كيلومترات وتتبادل الأطراف الأسرى.",
            "تنسحب القوات عشرة كيلومترات",
        ),
        (
            "es",
            "El coro y el teatro firmaron un protocolo: se vuelve a los ensayos, nadie será sancionado y habrá una auditoría.",
            "nadie será sancionado",
        ),
        (
            "en",
            "Somine and the families' union signed a settlement on Friday. The company undertakes to pay 12 million francs to each family.",
            "pay 12 million francs to each family",
        ),
    ],
)
def test_clauses_tell_matters(language: str, text: str, matter: str) -> None:
    _, rows = found(text, language)
    assert matter in [m for _, _, matters, _ in rows for m in matters]


@pytest.mark.parametrize(
    ("language", "text", "domains"),
    [
        ("en", "Kenya and Tanzania on Friday signed a 20-year agreement on electricity, ending years of negotiations.", ["electricity"]),
        ("fr", "L'Algérie et l'Italie ont signé vendredi un accord sur la livraison de gaz, mettant fin à des mois de négociations.",
         ["livraison de gaz"]),
        ("es", "España y Marruecos firmaron el viernes un acuerdo sobre el agua, poniendo fin a meses de negociaciones.", ["agua"]),
        ("en", "Harwick Rovers signed midfielder Tom Adeyemi from Stoke on a two-and-a-half-year deal on Friday for an undisclosed fee.", []),
    ],
)  # fmt: skip
def test_what_a_deal_ends_how_long_it_is_and_what_is_paid_is_not_what_it_is_about(
    language: str, text: str, domains: list[str]
) -> None:
    assert [d for a in found(text, language)[1] for d in a[2]] == domains
