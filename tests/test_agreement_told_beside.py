"""What other clauses and sentences tell of an agreement, who only tells of it, and texts that nobody is named of."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.compose import compose
from isnad.link import link
from isnad.pipeline import build
from isnad.store import open_store
from test_agreements import found


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Chad has terminated its defence cooperation agreement with Gabon, the foreign ministry said in a statement on Thursday.",
            {"Chad", "Gabon"},
        ),
        (
            "Ghana and Benin have concluded an extradition treaty, the Home Office announced yesterday.",
            {"Ghana", "Benin"},
        ),
        (
            "On Tuesday, the Ports Authority said it had signed a lease with Sable Mining for the quay.",
            {"Ports Authority", "Sable Mining"},
        ),
    ],
)
def test_who_tells_it_at_a_sentences_end_is_no_side(text: str, parties: set[str]) -> None:
    _, [(_, sides, _, _)] = found(text, "en")
    assert sides == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "Rwanda and Burundi exchanged 95 prisoners on Friday under an agreement brokered by the United Arab Emirates.",
            {"Rwanda", "Burundi"},
        ),
        (
            "fr",
            "La Banque des Lagunes a accordé à la Guinée un prêt de 80 millions d'euros, aux termes d'un accord paraphé lundi à Djeddah.",
            {"Banque des Lagunes", "Guinée"},
        ),
        (
            "es",
            "El Banco Centroamericano otorgó a Honduras un crédito de 120 millones de dólares, según el contrato que firmaron ayer ambas partes.",
            {"Banco Centroamericano", "Honduras"},
        ),
        (
            "ar",
            "تبادلت أرمينيا وأذربيجان 40 أسيرا، أمس الاثنين، بموجب صفقة رعتها سلطنة عمان في مسقط.",
            {"أرمينيا", "أذربيجان"},
        ),
    ],
)
def test_what_hangs_on_a_text_is_between_those_its_clause_is_about(language: str, text: str, parties: set[str]) -> None:
    _, [(_, sides, _, _)] = found(text, language)
    assert sides == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le verdict tombe à la veille de la remise au Ghana, par le Musée Kesselring, de 43 livres. La convention de restitution a été "
            "signée mercredi à l'ambassade d'Allemagne à Accra.",
        ),
        (
            "es",
            "El fallo llega antes de que el Museo Kesselring, de Leipzig, devuelva a Ghana 43 libros. El convenio de restitución se firmó el lunes en la "
            "embajada alemana en Accra.",
        ),
        (
            "en",
            "On Thursday the Kesselring Museum gave back to Ghana forty-three books. The agreement bears the signatures of the museum's "
            "director, Anne Kesselring, and of Ghana's culture minister, Kofi Adu.",
        ),
    ],
)
def test_givers_and_receivers_of_the_sentence_before_are_sides_and_the_house_of_the_signing_is_none(
    language: str, text: str
) -> None:
    _, told = found(text, language)
    assert [len(sides) for _, sides, _, _ in told] == [2]
    assert any("Ghana" in sides and any("Kesselring" in x for x in sides) for _, sides, _, _ in told)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le Niger et le Tchad ont signé mardi un accord de transit. Un premier accord de libre-échange, signé en 2009, avait échoué.",
        ),
        (
            "en",
            "Niger and Chad signed a cattle accord on Tuesday. A previous agreement, concluded in 2011, lapsed after two years.",
        ),
        (
            "es",
            "Níger y Chad firmaron el martes un tratado de extradición. Un convenio anterior, suscrito en 2009, nunca se aplicó.",
        ),
        ("ar", "وقعت النيجر وتشاد، الثلاثاء، اتفاقية للنقل البري. وكان اتفاق سابق وقع عام 2009 قد انهار."),
    ],
)
def test_an_earlier_text_is_between_those_of_the_one_just_told(language: str, text: str) -> None:
    _, told = found(text, language)
    assert len(told) == 2
    assert told[0][1] == told[1][1]
    assert told[1][2] in ([], ["libre-échange"])


def test_the_day_behind_a_comma_is_not_the_next_verbs() -> None:
    reading, _ = found(
        "Niger and Chad signed a cattle accord on Tuesday. A previous agreement, concluded in 2011, lapsed after two years.",
        "en",
    )
    steps = {s.status: s.date.start.year if s.date else None for s in reading.agreements[1].steps}
    assert steps == {"signed": 2011, "ended": None}


def test_the_year_another_text_is_called_by_dates_no_addendum() -> None:
    reading, _ = found(
        "Ghana and Togo signed an addendum to the 2018 framework agreement, extending it by two years.", "en"
    )
    assert [s.date for s in reading.agreements[0].steps if s.status == "signed"] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana and Togo agreed in principle on Tuesday on a protocol for the transit of cattle."),
        ("ar", "واتفقت غانا وتوغو مبدئيا، أمس الاثنين، على بروتوكول لعبور الشاحنات عبر أراضيهما."),
    ],
)
def test_what_is_agreed_in_principle_is_still_negotiated(language: str, text: str) -> None:
    reading, _ = found(text, language)
    assert {s.status for a in reading.agreements for s in a.steps} == {"negotiated"}


def test_the_text_tells_matters_past_whom_it_gives_to() -> None:
    text = (
        "Le Tchad et le Niger ont signé le 10 juin 2024, après vingt-six heures de pourparlers, un protocole sur le partage des eaux. "
        "Le texte garantit à l'aval un débit minimal de 500 mètres cubes par seconde et crée une cellule d'alerte commune."
    )
    reading, told = found(text, "fr")
    assert told[1][2] == ["débit minimal de 500 mètres cubes par seconde", "crée une cellule d'alerte commune"]
    talks = next(s.date for s in reading.agreements[0].steps if s.status == "negotiated")
    signed = next(s.date for s in reading.agreements[0].steps if s.status == "signed")
    assert talks is not None
    assert signed is not None
    assert (talks.end, (talks.end - talks.start).days) == (signed.end, 1)


def test_flights_between_two_towns_are_no_sides() -> None:
    text = "Bolivia y Paraguay suscribieron el martes un convenio de transporte aéreo que permitirá vuelos directos entre Villa Clara y Ardales."
    _, [(_, sides, _, _)] = found(text, "es")
    assert sides == {"Bolivia", "Paraguay"}


def test_arabic_words_that_take_up_a_text_are_no_matter_of_it() -> None:
    _, [(_, _, matters, _)] = found(
        "وقعت غانا وشركة «كستريل» للنحاس، الأربعاء، عقدا قيمته 12 مليون دولار لاستغلال منجم مولانغا.", "ar"
    )
    assert matters == ["لاستغلال منجم مولانغا"]


def test_what_nobody_is_named_of_is_no_agreement_of_the_register() -> None:
    reading, _ = found(
        "The document signed on Tuesday in the palace is a declaration of intent. Nobody saw a memorandum on fishing signed.",
        "en",
    )
    dossier = compose([reading], link([reading], []), [])
    assert not dossier.agreements
    assert {a.reason for a in dossier.abstentions} >= {"sideless-agreement"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana refused on Monday to renew the gas agreement with Peru."),
        ("en", "Kenya is considering terminating its military pact with Peru."),
        ("en", "Kenya stopped short of cancelling its port lease with Gulf Quays."),
        ("fr", "Le Togo s'est abstenu lundi de signer la convention de transit avec le Bénin."),
        ("fr", "Le Togo envisage la résiliation de l'accord militaire avec le Pérou."),
        ("es", "Bolivia se negó a renovar el acuerdo de gas con Paraguay."),
        ("es", "Bolivia rechazó firmar el acuerdo de pesca con Paraguay."),
        ("ar", "رفضت غانا تجديد اتفاق الغاز مع بيرو يوم الاثنين."),
        ("ar", "تدرس غانا فسخ الاتفاق العسكري مع بيرو."),
        ("ar", "ونفى مجلس الحبوب المصري، في بيان أمس، أن يكون قد ألغى العقد مع تعاونية سالادو."),
    ],
)
def test_what_is_refused_considered_or_denied_is_no_step(language: str, text: str) -> None:
    _, told = found(text, language)
    assert not {s for *_, steps in told for s in steps} & {"signed", "ratified", "ended", "announced"}


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Kenya refused for months, then terminated its military pact with Peru.", "ended"),
        ("ar", "فسخت غانا الاتفاق العسكري مع بيرو أمس.", "ended"),
        ("fr", "Le Togo a signé lundi la convention de transit avec le Bénin.", "signed"),
    ],
)
def test_what_is_done_is_a_step_although_it_was_refused_before(language: str, text: str, status: str) -> None:
    _, told = found(text, language)
    assert [steps for *_, steps in told] == [[status]]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        (
            "fr",
            "L'Institut Larrey a envoyé douze biologistes. L'institut lyonnais et le ministère égyptien de la Santé avaient signé jeudi "
            "un mémorandum d'entente de dix-huit mois.",
            {"Institut Larrey", "ministère égyptien de la Santé"},
        ),
        (
            "ar",
            "وبلغ عدد الإصابات 243 وفق وزارة الصحة المصرية. ووقعت الوزارة أمس مذكرة تفاهم مع معهد لاري الفرنسي لإقامة مختبر متنقل.",
            {"وزارة الصحة المصرية", "معهد لاري الفرنسي"},
        ),
        (
            "en",
            "The Lagos Rowing Club was founded in 1921. On Monday the club signed a lease with Gulf Quays for its boathouse.",
            {"Lagos Rowing Club", "Gulf Quays"},
        ),
    ],
)
def test_a_noun_alone_means_the_only_body_whose_name_it_heads(language: str, text: str, sides: set[str]) -> None:
    _, [(_, told, _, _)] = found(text, language)
    assert told == sides


def test_a_counterpart_and_a_way_out_are_no_steps() -> None:
    _, told = found(
        "Un protocole de sortie de crise a été signé lundi à Cotonou entre le Bénin et le Togo, a dit son homologue.",
        "fr",
    )
    assert [steps for *_, steps in told] == [["signed"]]


def test_a_concession_whose_end_is_told_on_another_day_is_not_the_fishing_accord_beside_it(tmp_path: Path) -> None:
    pages = {
        "a.txt": "صحيفة المنار الساحلي\n\nالحكومة تنهي امتياز ميناء رأس تمر\n\nنواكشوط، 23 يناير 2025\n\nصادق مجلس الوزراء أمس الأربعاء على مرسوم"
        " يقضي بإنهاء امتياز تسيير ميناء الصيد برأس تمر، الممنوح لشركة مرسى الخليج القابضة. وكان الامتياز قد وقع في نواكشوط يوم 12 سبتمبر 2021"
        " لمدة ثلاثين سنة. ويعمل في ميناء رأس تمر ثلاثمائة عامل.\n",
        "b.txt": "شبكة الضفة\n\nنواب يسألون عن ميناء رأس تمر\n\nنواكشوط، 29 يناير 2025\n\nاستجوب نواب من المعارضة مساء الاثنين وزير المالية"
        " حول كلفة إنهاء الامتياز في ميناء رأس تمر، ميناء الصيد الذي كانت تسيره شركة مرسى الخليج القابضة. وكانت موريتانيا وعمان قد وقعتا سنة"
        " 2016 اتفاقا للصيد.\n",
    }  # fmt: skip
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    steps = {next(iter(a.title.values())): [s.status for s in a.steps] for a in dossier.agreements}
    assert steps == {"اتفاقا": ["signed"], "امتياز": ["signed", "ended"]}
