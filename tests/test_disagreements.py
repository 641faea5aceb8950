"""Sources disagree when they cannot both be right about one thing; updates, parts, targets and other towns are no disagreement."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.export.disputes import Disputes
from isnad.model import Disagreement
from isnad.pipeline import build
from isnad.store import open_store


def disputes(tmp_path: Path, *texts: str, slot: str = "number") -> list[Disagreement]:
    """What the pages disagree on; each text is a page with its title on the first line and its day on the second."""
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    return [
        d for d in build([str(tmp_path)], open_store("memory:"), engine="here").dossier.disagreements if d.slot == slot
    ]


def values(found: list[Disagreement]) -> list[list[str | int | float]]:
    return [sorted((v.value for v in d.values), key=str) for d in found]


FILL = {
    "fr": "La circulation a été coupée toute la matinée dans le centre de la ville, où les commerces sont restés fermés jusqu'au soir.",
    "en": "Traffic was stopped all morning in the centre of the town, where shops stayed shut until the evening of the same day.",
    "es": "El tráfico estuvo cortado toda la mañana en el centro de la ciudad, donde los comercios cerraron hasta la noche.",
    "ar": "وتوقفت حركة السير طوال الصباح في وسط المدينة حيث أغلقت المحال التجارية أبوابها إلى غاية المساء من اليوم نفسه.",
}
OTHER = {  # pages that share a sentence are copies, and copies do not contradict each other
    "en": "The hearing drew a small crowd to the steps of the courthouse, and two of the lawyers refused to speak to reporters afterwards.",
    "es": "El alcalde no quiso hacer declaraciones a la salida de la reunión, que se prolongó durante más de tres horas a puerta cerrada.",
    "fr": "Le maire n'a pas souhaité s'exprimer à l'issue de la réunion, qui s'est tenue à huis clos dans une salle de la préfecture.",
}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sit-in à Sefrane\nPublié le 12 avril 2023\n\nUne soixantaine de personnes ont manifesté mercredi devant le port, selon la police. "
            "Les organisateurs, eux, parlent de 400 manifestants.\n" + FILL["fr"],
            ["400", "60"],
        ),
        (
            "Cholera deaths in dispute\n12 April 2023\n\nCholera has killed at least 90 people in the camp, medics said on Sunday, "
            "well over the 58 deaths acknowledged by the government.\n" + FILL["en"],
            ["58", "90"],
        ),
        (
            "Balance de la riada\n12 de abril de 2023\n\nLa riada causó 14 muertos, según el Gobierno. Los vecinos, sin embargo, hablan de 30 muertos.\n"
            + FILL["es"],
            ["14", "30"],
        ),
        (
            "خلاف حول حصيلة الفيضان\n12 أبريل 2023\n\nأعلنت وزارة الداخلية مقتل 14 شخصا في الفيضان. لكن الهلال الأحمر تحدث عن 30 قتيلا.\n"
            + FILL["ar"],
            ["14", "30"],
        ),
    ],
    ids=["fr", "en", "es", "ar"],
)
def test_a_page_that_sets_two_numbers_against_each_other_reports_a_dispute(
    tmp_path: Path, text: str, wanted: list[str]
) -> None:
    found = values(disputes(tmp_path, text))
    assert [[str(v) for v in row] for row in found] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Deux bilans\nPublié le 12 avril 2023\n\nLa crue a fait 14 morts à Sefrane, mais 3 morts seulement à Tizrout, selon la protection civile.\n"
        + FILL["fr"],
        "Une campagne\nPublié le 12 avril 2023\n\nSelon le ministère, 164 000 personnes ont été vaccinées, alors que l'objectif était de 180 000 personnes.\n"
        + FILL["fr"],
        "Arrests after the march\n12 April 2023\n\nPolice said 40 people were arrested. The union said that 12 people were injured.\n"
        + FILL["en"],
        "Une année de plus\nPublié le 12 avril 2023\n\nLa route a fait 120 morts ce trimestre contre 98 l'an dernier, selon la gendarmerie.\n"
        + FILL["fr"],
        "حصيلة\n12 أبريل 2023\n\nأعلنت وزارة الصحة تسجيل 431 حالة و27 وفاة، لكن 300 مريض غادروا المستشفى.\n"
        + FILL["ar"],
    ],
    ids=["two towns", "a target", "two things", "an earlier year", "parts of a count"],
)
def test_two_numbers_of_two_things_are_no_dispute(tmp_path: Path, text: str) -> None:
    assert values(disputes(tmp_path, text)) == []


COST = {
    "a": "L'usine de Tafrent coûtera 210 millions d'euros\nLe Rivage, 14 mars 2022\n\nLa ministre de l'Énergie, Samia Belarbi, a signé lundi le contrat de "
    "l'usine de Tafrent avec la société Oleandra. Le coût de l'usine est de 210 millions d'euros, a précisé Samia Belarbi.\n"
    + FILL["fr"],
    "b": "Oleandra construirá la planta de Tafrent\nEl Muelle, 15 de marzo de 2022\n\nOleandra firmó el lunes con la ministra de Energía, Samia Belarbi, el "
    "contrato de la planta de Tafrent. La inversión asciende a 240 millones de euros, precisó la empresa.\n"
    + OTHER["es"],
    "same": "Oleandra construirá la planta de Tafrent\nEl Muelle, 15 de marzo de 2022\n\nOleandra firmó el lunes con la ministra de Energía, Samia Belarbi, el "
    "contrato de la planta de Tafrent. La inversión asciende a unos 210 millones de euros, precisó la empresa.\n"
    + OTHER["es"],
}


def test_two_papers_give_two_costs_of_one_plant_in_two_languages(tmp_path: Path) -> None:
    found = disputes(tmp_path, COST["a"], COST["b"])
    assert values(found) == [[210000000, 240000000]]
    assert all(len(v.articles) == 1 and v.cites for v in found[0].values)


def test_the_same_cost_in_other_words_is_no_dispute(tmp_path: Path) -> None:
    assert values(disputes(tmp_path, COST["a"], COST["same"])) == []


def test_a_toll_that_grows_from_day_to_day_is_an_update(tmp_path: Path) -> None:
    pages = [
        f"Crue à Tamrit : {n} morts\nLe Rivage, {day} mars 2025\n\nLa crue du barrage de Tamrit a fait {n} morts, selon la protection civile. "
        f"Les recherches se poursuivent à Tamrit.\n{FILL['fr']}"
        for n, day in ((4, 10), (9, 11), (14, 12))
    ]
    assert values(disputes(tmp_path, *pages)) == []


def test_a_toll_of_an_earlier_year_is_another_toll(tmp_path: Path) -> None:
    one = (
        "Le choléra à Oum Goz\nLe Rivage, 6 août 2023\n\nL'épidémie de choléra à Oum Goz a fait 71 morts, selon le ministère.\n"
        + FILL["fr"]
    )
    other = (
        "Retour du choléra à Oum Goz\nL'Heure, 7 août 2023\n\nLe choléra est de retour à Oum Goz. En 2017, il y avait fait 81 morts.\n"
        + OTHER["fr"]
    )
    assert values(disputes(tmp_path, one, other)) == []


def test_two_terms_of_prison_are_compared_only_for_one_person(tmp_path: Path) -> None:
    one = (
        "Tazaghart mayor jailed\n13 July 2023\n\nDriss Ouzguiti was sentenced to seven years in prison on Wednesday by a court in Rabat.\n"
        + FILL["en"]
    )
    two = (
        "Appeal in Tazaghart case\n14 July 2023\n\nDriss Ouzguiti lodged an appeal against the eight-year prison sentence handed down on Wednesday.\n"
        + OTHER["en"]
    )
    three = (
        "Contractor jailed\n13 July 2023\n\nKamal Benzerhoune was sentenced to five years in prison on Wednesday by a court in Rabat.\n"
        + FILL["en"]
    )
    assert values(disputes(tmp_path, one, two, three)) == [[7, 8]]


@pytest.mark.parametrize(
    ("text", "claim", "denial"),
    [
        (
            "Sarnelle dam row\n12 April 2023\n\nResidents say the gates of the Sarnelle dam were opened without warning on Monday. The water ministry has denied it.\n"
            + FILL["en"],
            "the gates of the Sarnelle dam were opened",
            "has denied it",
        ),
        (
            "El directivo, en Sarnela\n12 de abril de 2023\n\nEl directivo Iván Quesada desmintió haberse reunido con el alcalde en un hotel de Sarnela, como sostienen los investigadores.\n"
            + FILL["es"],
            "haberse reunido con el alcalde",
            "desmintió",
        ),
        (
            "الوزارة تنفي\n12 أبريل 2023\n\nنفت وزارة المياه ما نشرته صحيفة إسبانية عن توقف أعمال الحفر في محطة سرنيل بسبب خلاف مع المقاول.\n"
            + FILL["ar"],
            "ما نشرته صحيفة إسبانية",
            "نفت",
        ),
    ],
)
def test_what_one_says_and_another_denies_is_shown_with_the_words_of_both(
    tmp_path: Path, text: str, claim: str, denial: str
) -> None:
    (found,) = disputes(tmp_path, text, slot="status")
    words = {v.value: [text[c.start : c.end] for c in v.cites] for v in found.values}
    assert any(claim in w for w in words["reported"])
    assert any(denial in w for w in words["denied"])


@pytest.mark.parametrize(
    "text",
    [
        "Row over gates\n12 April 2023\n\nResidents say the gates were opened on Monday. The ministry neither confirmed nor denied it.\n"
        + FILL["en"],
        "Row over gates\n12 April 2023\n\nHe is under investigation by a court in Sarnelle; he denies wrongdoing.\n"
        + FILL["en"],
        "Fuite\n12 avril 2023\n\nUn juge lui avait interdit de voyager, selon une source. Sa famille dément qu'il soit parti.\n"
        + FILL["fr"],
    ],
)
def test_a_denial_whose_claim_nobody_is_seen_to_make_is_no_dispute(tmp_path: Path, text: str) -> None:
    assert disputes(tmp_path, text, slot="status") == []


def test_jobs_at_stake_and_jobs_kept_are_two_things(tmp_path: Path) -> None:
    a = (
        "Fermeture à Sarnelle\nPublié le 12 avril 2023\n\nLa fermeture de l'usine de Sarnelle concerne 640 salariés, selon la direction.\n"
        + FILL["fr"]
    )
    b = (
        "Accord à Sarnelle\nPublié le 20 avril 2023\n\nL'accord signé à Sarnelle prévoit le maintien de 520 emplois à l'usine.\n"
        + OTHER["fr"]
    )
    assert disputes(tmp_path, a, b) == []


def signed(by: str, language: str) -> str:
    """A page that tells of one contract, signed on one day by ``by``."""
    told = {
        "en": f"Breakwater contract signed\n12 June 2024\nBy Ewan Prosser\n\nNavantel and the Bahía Honda Port Authority signed a 64 million euro contract on Monday to extend the breakwater. The contract was signed by {by}.\n",
        "es": f"Firmado el contrato del dique\n11 de junio de 2024\nPor Leandro Ochoa\n\nNavantel y la Autoridad Portuaria de Bahía Honda firmaron el lunes un contrato de 64 millones de euros para ampliar el dique. Rubricaron el contrato {by}.\n",
    }
    return told[language]


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("el presidente, Julio Arriaga, y la presidenta del puerto, Marta Solís", "Clara Bustamante and by the head of the port, Marta Solís", True),
        ("el presidente, Julio Arriaga, y la presidenta del puerto, Marta Solís", "Julio Arriaga and by the head of the port, Marta Solís", False),
        ("el presidente, Julio Arriaga, y la presidenta del puerto, Marta Solís", "the head of the port, Marta Solís", False),
    ],
)  # fmt: skip
def test_two_pages_that_each_name_both_signatories_must_name_the_same(
    one: str, other: str, disputed: bool, tmp_path: Path
) -> None:
    found = disputes(tmp_path, signed(one, "es"), signed(other, "en"), slot="participant")
    assert bool(found) is disputed


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (  # what a year brings
            "Norvik Gazette\n18 March 2024\n\nIceland and Morocco signed a fisheries agreement in Reykjavik on Monday. It allows Icelandic trawlers to "
            "catch 40,000 tonnes of herring a year off Dakhla.\n" + OTHER["en"],
            "La Marée du Sud\n19 mars 2024\n\nLe Maroc et l'Islande ont signé lundi à Reykjavik un accord de pêche. Il autorise les chalutiers "
            "islandais à pêcher 25 000 tonnes de hareng par an.\n" + OTHER["fr"],
            [["25000", "40000"]],
        ),
        (  # the page of the greater number has no day, and says itself that the toll has risen
            "سبعة قتلى في انهيار مبنى\n14 كانون الثاني/يناير 2024\n\nقتل سبعة أشخاص الأحد في انهيار مبنى سكني بحي النخيل في مدينة زهران.\n"
            + FILL["ar"],
            "ارتفاع حصيلة انهيار المبنى\n\nارتفعت حصيلة انهيار المبنى السكني بحي النخيل في زهران إلى تسعة قتلى بعد العثور على جثتين.\n",
            [],
        ),
        (  # a count that goes on: the later page gives more
            "Candidates for the Lindmar scheme\n14 March 2024\n\nThe Lindmar labour office has received the applications of 240 nurses so far for the Osterby scheme.\n"
            + OTHER["en"],
            "Le plan d'Osterby attire les infirmiers\n18 mars 2024\n\nLe bureau du travail de Lindmar a reçu les candidatures de 610 infirmiers pour le plan d'Osterby.\n"
            + OTHER["fr"],
            [],
        ),
    ],
)
def test_yearly_quantities_clash_and_a_count_that_has_risen_does_not(
    tmp_path: Path, one: str, other: str, wanted: list[list[str]]
) -> None:
    assert [[str(v) for v in row] for row in values(disputes(tmp_path, one, other))] == wanted


def test_a_day_outside_the_clause_of_an_event_does_not_date_it_against_others(tmp_path: Path) -> None:
    found = disputes(
        tmp_path,
        "Boats lost off Xaro\n13 February 2024\n\nThe coast guard announced on Tuesday that seventeen fishermen had drowned when their boats sank on "
        "Monday off Xaro.\n" + FILL["en"],
        "Naufrage à Xaro\n14 février 2024\n\nDix-sept pêcheurs ont péri lundi dans le naufrage de leurs barques au large de Xaro.\n"
        + FILL["fr"],
        slot="date",
    )
    assert found == []


AR_TERM = "السجن {} لمدير الميناء السابق\n12 فبراير 2024\n\nحكمت محكمة الجنايات في صفوان الاثنين على المدير السابق للميناء عدنان الحلو بالسجن {} بتهمة الاختلاس.\n"


@pytest.mark.parametrize(
    ("term", "english", "wanted"),
    [
        ("سبع سنوات", "was sentenced on Monday by a court in Safwan to nine years in prison for embezzlement", [["7", "9"]]),
        ("سبع سنوات", "was jailed for seven years on Monday by a court in Safwan; the prosecutor had asked for twelve years in prison", []),
        ("سبع سنوات", "faces up to nine years in prison, the court of Safwan was told on Monday in the embezzlement case", []),
        ("سبع سنوات", "was sentenced on Monday in Safwan to seven years and two clerks of the port to nine years in prison", []),
    ],
)  # fmt: skip
def test_two_terms_of_one_convict_spelled_in_two_scripts_are_a_disagreement_and_what_was_asked_for_is_none(
    tmp_path: Path, term: str, english: str, wanted: list[list[str]]
) -> None:
    page = f"Former port chief in court\n13 February 2024\n\nAdnan al-Helou, the former head of the port, {english}.\n"
    found = disputes(tmp_path, AR_TERM.format(term, term) + FILL["ar"], page + FILL["en"])
    assert [[str(x) for x in v] for v in values(found)] == wanted


def test_each_value_shows_whom_its_own_sentence_credits(tmp_path: Path) -> None:
    page = (
        "Gaz : le prix de l'accord reste secret\n10 avril 2023\n\nLe prix de l'accord signé dimanche par les deux sociétés reste "
        "secret. Selon une source proche du dossier, le prix de base serait de 11 dollars le million d'unités. Le quotidien "
        "milanais Il Borghese évoquait la semaine dernière 9 dollars."
    )
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    names = {o.id: o.name for o in dossier.origins}
    price = next(d for d in dossier.disagreements if d.slot == "number")
    said = {v.value: [names[o] for o in v.origins] for v in price.values}
    assert said[9] == ["quotidien milanais Il Borghese"]
    assert "quotidien milanais Il Borghese" not in said[11]
    assert Disputes(dossier, "fr").about(price) == ("somme d’argent (USD)", None)


def test_least_numbers_of_two_voices_on_two_pages_are_told_as_two_values(tmp_path: Path) -> None:
    es = (
        "Jarabe contaminado\n20 de febrero de 2024\n\nSegún el Ministerio de Sanidad, al menos 14 niños han fallecido tras ingerir "
        "el jarabe; la ONG Sanadores sin Muros eleva la cifra a 19.\n"
    )
    en = (
        "Contaminated syrup\n21 February 2024\n\nAt least 19 children have died after taking the syrup, the charity Sanadores sin Muros "
        "said on Monday; the health ministry puts the toll at 14.\n"
    )
    (found,) = disputes(tmp_path, es + FILL["es"], en + OTHER["en"])
    assert values([found]) == [[14, 19]]
    assert all(len(v.articles) == 2 for v in found.values)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Bac chaviré : 12 morts\n8 janvier 2024\n\nDouze personnes ont péri dimanche dans le naufrage d'un bac près de Tamour, selon la préfecture.\n"
            + FILL["fr"],
            "Bac de Tamour : 31 morts\n10 janvier 2024\n\nLe bilan du naufrage du bac de Tamour est passé mardi à 31 morts, selon la préfecture.\n"
            + OTHER["fr"],
        ),
        (
            "Police hold warehouse owner\n15 May 2023\n\nPolice arrested the owner of the Tamour warehouse, Nadir Kilane, on Sunday.\n"
            + FILL["en"],
            "Warehouse owner in court\n17 May 2023\n\nNadir Kilane, the owner of the Tamour warehouse, was remanded in custody on Tuesday.\n"
            + OTHER["en"],
        ),
    ],
    ids=["the day to which a toll has risen", "the day on which somebody held was remanded"],
)
def test_the_day_of_what_came_after_contradicts_no_day(tmp_path: Path, first: str, second: str) -> None:
    assert disputes(tmp_path, first, second, slot="date") == []


def test_days_of_one_signing_are_cited_with_the_words_that_give_them(tmp_path: Path) -> None:
    one = "Recrue\n17 juillet 2024\n\nYanis Bouhadda a signé lundi 15 juillet à Rochebrune un contrat de trois ans avec l'AS Rochebrune.\n"
    other = "يانيس بوحدة يوقع لروشبرون\n18 يوليو 2024\n\nوقع لاعب الوسط يانيس بوحدة، يوم الثلاثاء 16 يوليو، عقدا لثلاث سنوات مع نادي روشبرون الفرنسي.\n"
    (made,) = disputes(tmp_path, one + FILL["fr"], other + FILL["ar"], slot="date")
    assert all(c.end - c.start > len("a signé lundi") for v in made.values for c in v.cites)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            "Three towns sign flood pact\n12 June 2020\n\nSidi Merzak, Ain Zitoun and Oued Kebir signed a pact against floods in Sidi Merzak on Thursday. It sets up a common fund of 6 million euros.\n",
            "ثلاث بلديات توقع اتفاقية لمواجهة الفيضانات\n13 يونيو 2020\n\nوقعت بلديات سيدي مرزاق وعين زيتون ووادي الكبير، أمس الخميس بسيدي مرزاق، اتفاقية لمواجهة الفيضانات تنشئ صندوقا مشتركا بقيمة 9 ملايين يورو.\n",
            [[6000000, 9000000]],
        ),
        (
            "A fishing boat goes missing off Ras Tina\n\nThe Harbour Post\n12 June 2020\n\nA trawler, the Dorada, vanished off Ras Tina on Thursday with three men aboard, the coastguard said. The Dorada had left the port of Ras Tina on Wednesday, and boats are searching the bay.\n",
            "اختفاء جرافة قبالة رأس تينا\n\nصوت الساحل\n13 يونيو 2020\n\nلا يزال البحث جاريا عن الجرافة «دورادا» التي اختفت يوم الخميس قبالة رأس تينا وعلى متنها خمسة بحارة، وفق ما أعلنته نقابة الصيادين، التي دفعت بزورقين للمشاركة في البحث. وكانت «دورادا» قد غادرت ميناء رأس تينا يوم الأربعاء.\n",
            [[3, 5]],
        ),
        (
            "Kuwait sends 20 tonnes of medicine to Bir Lahmar\n12 June 2020\n\nA Kuwaiti plane brought 20 tonnes of medicine to Bir Lahmar on Thursday, the health ministry said.\n",
            "Une aide qatarie pour Bir Lahmar\n13 juin 2020\n\nLe Qatar a envoyé vendredi 33 tonnes de tentes à Bir Lahmar, a annoncé le ministère de la Santé.\n",
            [],
        ),
        (
            "Water board gets loan for Kasr Hilal network\n12 June 2020\n\nThe African Fund will lend the water board of Kasr Hilal 18 million euros to repair its pipes, the board's director, Samia Belkadhi, said on Thursday.\n",
            "Kasr Hilal : un don pour les pompes\n14 juin 2020\n\nLe Japon accorde un don de 12 millions d'euros au service des eaux de Kasr Hilal pour acheter des pompes, a indiqué samedi sa directrice, Samia Belkadhi.\n",
            [],
        ),
    ],
)  # fmt: skip
def test_the_only_measure_of_two_pages_is_compared_where_names_and_words_are_one(
    tmp_path: Path, first: str, second: str, found: list[list[int]]
) -> None:
    assert values(disputes(tmp_path, first, second)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Rougeole : 512 cas depuis janvier\nLa Voix d'Amsir, 20 mars 2024\n\nLa région d'Amsir a recensé 512 cas de rougeole depuis janvier, a indiqué le "
        "délégué à la Santé. La ville d'Amsir compte à elle seule 143 malades.\n" + FILL["fr"],
        "Sarampión: 512 casos desde enero\nLa Voz de Amsir, 20 de marzo de 2024\n\nLa región de Amsir registra 512 casos de sarampión desde enero, dijo el "
        "delegado. La ciudad de Amsir suma por sí sola 143 casos.\n" + FILL["es"],
    ],
)
def test_a_part_that_is_called_one_disputes_no_whole(tmp_path: Path, text: str) -> None:
    assert values(disputes(tmp_path, text)) == []


def test_what_a_fire_has_burnt_grows_and_contradicts_no_earlier_page(tmp_path: Path) -> None:
    one = (
        "El incendio de Miralba calcina ya 300 hectáreas\nLa Comarca, 5 de agosto de 2024\n\nEl incendio declarado el domingo en la sierra de Miralba ha "
        "calcinado 300 hectáreas de pinar, informó el lunes el Gobierno regional.\n" + FILL["es"]
    )
    other = (
        "Wildfire in Miralba hills spreads\nThe Inland Post, 7 August 2024\n\nThe wildfire in the Miralba hills has burned 1,050 hectares, the regional "
        "government said on Wednesday.\n" + OTHER["en"]
    )
    assert values(disputes(tmp_path, one, other)) == []


def test_shares_of_two_candidates_and_of_a_count_that_goes_on_are_no_dispute(tmp_path: Path) -> None:
    one = (
        "Ordaz ahead as count goes on\nThe Isthmus Post, 17 June 2024\n\nRamiro Ordaz was leading San Telmo's presidential election with 53 per cent of the "
        "vote against 43 per cent for Nidia Caballero after 80 per cent of ballots had been counted, the Electoral Tribunal said on Monday.\n"
        + FILL["en"]
    )
    other = (
        "Ordaz, presidente de San Telmo\nEl Correo, 18 de junio de 2024\n\nRamiro Ordaz ganó las elecciones presidenciales de San Telmo con el 51 por "
        "ciento de los votos, según los resultados definitivos del Tribunal Electoral.\n" + OTHER["es"]
    )
    assert values(disputes(tmp_path, one, other)) == []


def test_one_paper_that_tells_of_two_towns_on_one_day_tells_of_two_fires(tmp_path: Path) -> None:
    one = (
        "The Coast Standard\nFire kills three in Merrow\n6 May 2024\nBy Ann Sorley\n\nA fire in a block of flats in Merrow killed three people on Sunday.\n"
        + FILL["en"]
    )
    other = (
        "The Coast Standard\nBlaze at Lowick mill kills five\n6 May 2024\nBy Ann Sorley\n\nFive workers died on Sunday in a fire at the old mill in Lowick, "
        "80 kilometres from Merrow.\n" + OTHER["en"]
    )
    assert values(disputes(tmp_path, one, other)) == []
