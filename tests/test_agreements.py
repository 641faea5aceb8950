"""Agreements are found with kind, parties, matters and steps; words that merely look like one are left alone."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page, Reading

TAIL = {
    "fr": " La cérémonie s'est tenue en présence de nombreux invités venus des deux rives, selon les organisateurs.",
    "ar": " وجرى الحفل بحضور عدد من المدعوين القادمين من البلدين، حسب ما أفاد به المنظمون في ختام اللقاء الرسمي.",
    "es": " La ceremonia se celebró ante numerosos invitados llegados de ambas orillas, según los organizadores del acto.",
    "en": " The ceremony was attended by many guests who had come from both shores, the organisers of the event have said.",
}


def found(text: str, language: str) -> tuple[Reading, list[tuple[str, set[str], list[str], list[str]]]]:
    r = annotate(read(Page(source="p", data=(text + TAIL[language]).encode())))
    t = r.article.text
    rows = [
        (
            a.kind,
            {r.mentions[p].text for p in a.parties},
            [t[d.start : d.end] for d in a.domains],
            [s.status for s in a.steps],
        )
        for a in r.agreements
    ]
    return r, rows


@pytest.mark.parametrize(
    ("language", "text", "kind", "parties", "domain"),
    [
        (
            "fr",
            "Le Ghana et le Danemark ont signé mardi à Accra un mémorandum d'entente dans le domaine de la pêche et du commerce maritime.",
            "memorandum of understanding",
            {"Ghana", "Danemark"},
            "pêche",
        ),
        (
            "ar",
            "وقّعت غانا والدنمارك، يوم الثلاثاء، مذكرة تفاهم في مجال الصيد البحري والنقل بين البلدين بالعاصمة أكرا.",
            "memorandum of understanding",
            {"غانا", "الدنمارك"},
            "الصيد البحري",
        ),
        (
            "es",
            "Ghana y Dinamarca firmaron el martes en Accra un acuerdo en materia de pesca y transporte marítimo para diez años.",
            "agreement",
            {"Ghana", "Dinamarca"},
            "pesca",
        ),
        (
            "en",
            "Ghana and Denmark signed a protocol on fisheries and maritime transport in Accra on Tuesday after long talks.",
            "protocol",
            {"Ghana", "Denmark"},
            "fisheries",
        ),
    ],
)
def test_an_agreement_is_found_with_parties_matters_and_step(
    language: str, text: str, kind: str, parties: set[str], domain: str
) -> None:
    _, rows = found(text, language)
    assert [(k, p, s[0]) for k, p, _, s in rows] == [(kind, parties, "signed")]
    assert any(domain in d for d in rows[0][2])


def test_those_who_sign_stand_for_their_states() -> None:
    text = (
        "Le Ghana et le Danemark négocient depuis un an. Le ministre ghanéen de la Pêche, Kofi Mensah, a signé jeudi un accord avec "
        "son homologue danoise, Karen Lindholm."
    )
    _, rows = found(text, "fr")
    assert rows[-1][1] == {"Ghana", "Danemark"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le maire du Havre s'est dit d'accord avec les riverains du quartier, qui demandent depuis des mois un nouveau pont.",
        ),
        (
            "en",
            "The weather forecast is in accord with what the fishermen of Tema had been expecting since the start of the week.",
        ),
        (
            "ar",
            "وأعرب رئيس البلدية عن تفهمه لمطالب السكان الذين ينتظرون منذ شهور بناء قنطرة جديدة فوق النهر في الحي القديم.",
        ),
    ],
)
def test_agreeing_is_no_agreement(language: str, text: str) -> None:
    assert found(text, language)[1] == []


def test_a_signing_points_at_what_was_signed() -> None:
    r, _ = found(
        "Le Ghana et le Danemark ont signé mardi à Accra un mémorandum d'entente dans le domaine de la pêche et du commerce.",
        "fr",
    )
    signings = [e for e in r.events if e.kind == "signing"]
    assert [e.agreement for e in signings] == [0]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("fr", "Le contrat, conclu le 6 août 2019 entre la ville de Sarnelle et Ferrobus, a été contesté.", {"Sarnelle", "Ferrobus"}),
        ("fr", "Le Syndicat des métaux de l'Estuaire et Kervoal Industries ont signé lundi un protocole d'accord.", {"Syndicat des métaux de l'Estuaire", "Kervoal Industries"}),
        ("en", "The municipality of Wadi Zahr has terminated its water contract with Mina Tek on Thursday.", {"Wadi Zahr", "Mina Tek"}),
        ("es", "El Racing de Peñalba firmó el martes un contrato de cuatro años con Ferrobús Atlántico.", {"Racing de Peñalba", "Ferrobús Atlántico"}),
        ("ar", "وقعت بلدية وادي الزهر، الثلاثاء، عقدا مع شركة «ميناء تك» لتوزيع الماء.", {"وادي الزهر", "ميناء تك"}),
        ("ar", "وافق البرلمان على العقد المبرم بين الشركة الوطنية لنقل الغاز وتحالف «بحر نور» لإنشاء خط للأنابيب.", {"الشركة الوطنية لنقل الغاز", "بحر نور"}),
    ],
)  # fmt: skip
def test_firms_towns_and_unions_are_sides_even_where_their_names_look_like_others(
    language: str, text: str, sides: set[str]
) -> None:
    r, _ = found(text, language)
    made = {r.mentions[p].text for a in r.agreements for p in a.parties}
    assert sides <= made
    for a in r.agreements:
        for p in a.parties:
            assert r.mentions[p].kind == "organization" or r.mentions[p].text in ("Sarnelle", "Wadi Zahr", "وادي الزهر")


def test_who_says_that_a_contract_was_signed_is_no_side_of_it() -> None:
    r, _ = found("أكدت النيابة العامة أن عقد الاستيراد المبرم في أيار 2018 وقعته شركة «سيريال مون» وحدها.", "ar")
    assert not any(r.mentions[p].text == "النيابة العامة" for a in r.agreements for p in a.parties)


def test_a_person_with_an_office_or_a_given_name_stays_a_person() -> None:
    r, _ = found("El Racing de Peñalba firmó el martes un contrato con el delantero Javier Montesur.", "es")
    assert any(m.kind == "person" and m.text == "Javier Montesur" for m in r.mentions)


def test_an_accord_that_ends_a_strike_has_not_ended() -> None:
    _, rows = found(
        "Kervoal et le Syndicat des métaux ont signé lundi un protocole d'accord qui met fin à la grève.", "fr"
    )
    assert [steps for *_, steps in rows] == [["signed"]]


def test_the_day_before_nine_days_after_the_signing_is_not_the_signings() -> None:
    r, _ = found(
        "The first stone was laid on 19 September 2024, nine days after the signing of a loan agreement.", "en"
    )
    assert [str(s.date.start) for a in r.agreements for s in a.steps if s.date] == ["2024-09-10"]


def test_the_text_provides_for_what_the_accord_told_before_it_covers() -> None:
    _, rows = found(
        "La direction de Kervoal et le Syndicat des métaux ont signé lundi un protocole d'accord. Le texte prévoit une prime de rentrée et la reprise du travail.",
        "fr",
    )
    assert any("prime" in m for _, _, matters, _ in rows for m in matters)
    assert any("reprise" in m for _, _, matters, _ in rows for m in matters)


def test_a_contract_of_four_years_is_on_no_matter() -> None:
    _, rows = found("El Racing de Peñalba firmó el martes un contrato de cuatro años con Ferrobús Atlántico.", "es")
    assert all(not matters for _, _, matters, _ in rows)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lorvia Rail signed a €31m brake contract with a Spanish supplier in 2018 although its engineers had advised against it."),
        ("ar", "وقّعت شركة «لورفيا» عقداً للمكابح بقيمة 31 مليون يورو مع مورّد إسباني عام 2018 رغم أن مهندسيها نصحوا بألا تفعل."),
    ],
)  # fmt: skip
def test_the_people_a_firm_is_of_is_no_side_of_its_contract(language: str, text: str) -> None:
    _, rows = found(text, language)
    assert [not any("panish" in p or "إسباني" in p for p in parties) for _, parties, _, _ in rows] == [True]


@pytest.mark.parametrize(
    ("language", "text", "matters"),
    [
        (
            "en",
            "Ghana and Denmark signed a protocol on Thursday to share information on medicines, a week after Accra banned a syrup.",
            ["share information on medicines"],
        ),
        (
            "fr",
            "Le Ghana et le Danemark ont signé jeudi un protocole sur les médicaments, une semaine après le retrait d'un sirop.",
            ["médicaments"],
        ),
    ],
    ids=["en", "fr"],
)
def test_how_long_after_something_it_was_signed_is_no_matter(language: str, text: str, matters: list[str]) -> None:
    assert found(text, language)[1][0][2] == matters


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ghana, Denmark sign a medicines pact in Accra."),
        ("es", "Ghana y Dinamarca firman un pacto pesquero en Acra."),
    ],
)
def test_a_headlines_pact_is_an_agreement_of_any_kind(language: str, text: str) -> None:
    assert found(text, language)[1][0][0] == "agreement"


def test_a_denied_signing_is_no_step_and_who_mediates_is_no_side() -> None:
    _, denied = found(
        "نفي توقيع اتفاق بين بلدية سارتا ونقابة النقل جاء في بيان أصدرته البلدية مساء الاثنين بعد أسبوع من الإضراب.",
        "ar",
    )
    assert not any("signed" in steps for *_, steps in denied)
    text = "The Dawn Movement and the Plains Front signed a truce agreement in Nyalo on Saturday, mediated by the African Union."
    _, truce = found(text, "en")
    assert {(frozenset(sides), *steps) for _, sides, _, steps in truce} == {
        (frozenset({"Dawn Movement", "Plains Front"}), "signed")
    }


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fr", "Le Gabon a adhéré lundi à la convention de Kampala sur les déplacés internes.", "ratified"),
        (
            "es",
            "La cementera Pacasmar y el Ayuntamiento de Cascajal llegaron el sábado a un acuerdo sobre la cantera.",
            "announced",
        ),
        ("es", "Ecuador se desvinculó el jueves del convenio de arbitraje con Noruega.", "ended"),
        ("fr", "Le Niger et le Tchad se sont entendus lundi sur un protocole relatif à la transhumance.", "announced"),
        ("en", "The dockers' union and Harbourline put their names to a pay deal on Monday.", "signed"),
        ("en", "Sri Lanka has withdrawn from the fisheries convention with Norway.", "ended"),
        ("ar", "أعلن السودان انسحابه من معاهدة المياه المبرمة مع تشاد.", "ended"),
        ("ar", "رست صفقة تجهيز المختبرات على شركة «بيوماد» بمبلغ 12 مليون درهم.", "announced"),
    ],
)
def test_a_verb_reaches_its_text_over_a_day_and_by_light_words(language: str, text: str, status: str) -> None:
    _, rows = found(text, language)
    assert [status in s for _, _, _, s in rows] == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Midfielder Daniel Okoth has joined Gor Rangers from Sofapaka United on a two-year contract."),
        ("en", "Workers on a zero-hours contract signed a petition on Monday."),
        ("en", "He bought a convention of 4,000 delegates lunch and signed the bill."),
        ("fr", "Le congrès du parti, une convention de 3 000 délégués, a approuvé la motion."),
        ("fr", "Il a signé un pacte avec le diable, plaisantent ses voisins."),
        ("es", "No hubo acuerdo entre los bloques y se suspendió la sesión."),
        ("ar", "قرر الاتحاد، في اجتماع عقد في الرباط صباح السبت، تنظيم الدورة."),
        ("es", "El presidente del club desmintió que se haya rescindido el contrato de suministro con Aceros Duero."),
    ],
)
def test_what_nothing_happened_to_is_no_agreement(language: str, text: str) -> None:
    _, rows = found(text, language)
    assert not [row for row in rows if row[3] != ["mentioned"]]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Kenya and Norway signed a treaty banning deep-sea trawling on Monday.", ["banning deep-sea trawling"]),
        ("fr", "La Tunisie et le Kenya ont signé lundi un accord commercial.", ["commercial"]),
        (
            "es",
            "El club y la Universidad de Tarija firmaron un convenio de tres años para formar árbitros e intercambiar entrenadores.",
            ["formar árbitros", "intercambiar entrenadores"],
        ),
        ("ar", "تبادلت قطر وفنزويلا رسائل التصديق على اتفاقية منع الازدواج الضريبي.", ["منع الازدواج الضريبي"]),
        (
            "ar",
            "تنص الاتفاقية الموقعة في 2 مايو بين وزارة الإسكان وشركة «عمران» على بناء 4 آلاف وحدة سكنية.",
            ["بناء 4 آلاف وحدة سكنية"],
        ),
        (
            "fr",
            "La Banque des Plaines prêtera 30 millions au Togo pour une route, selon la convention signée mardi à Lomé.",
            ["prêtera 30 millions au Togo pour une route"],
        ),
    ],
)
def test_matters_behind_participles_lengths_of_time_and_in_the_clause_before(
    language: str, text: str, wanted: list[str]
) -> None:
    _, rows = found(text, language)
    assert [d for _, _, d, _ in rows] == [wanted]


def test_who_tells_it_and_where_a_side_is_from_are_no_sides() -> None:
    _, rows = found(
        "A contract to print ballots was won by Lisbon-based Gráfica Tejo, the electoral commission said.", "en"
    )
    assert [p for _, p, _, _ in rows] == [{"Gráfica Tejo"}]


def test_two_sides_hold_each_other_to_a_text() -> None:
    _, rows = found(
        "La Société nationale d'électricité a résilié le contrat de location de groupes qui la liait à Powerlink depuis 2021.",
        "fr",
    )
    assert [(p, set(s)) for _, p, _, s in rows] == [
        ({"Société nationale d'électricité", "Powerlink"}, {"ended", "signed"})
    ]


def test_the_sentence_before_tells_who_the_contract_is_between() -> None:
    text = (
        "Oryx Rail has hired the Spanish builder Obras Banderas to rebuild 90 kilometres of track. "
        "The contract was signed in Dar es Salaam by the two chief executives."
    )
    _, rows = found(text, "en")
    assert [(p, d) for _, p, d, _ in rows] == [
        ({"Oryx Rail", "Obras Banderas"}, ["the Spanish builder Obras Banderas to rebuild 90 kilometres of track"])
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Après trois jours de pourparlers, le Rwanda et le Togo ont signé un accord de partage de codes."),
        ("ar", "وقعت توغو ورواندا، بعد ثلاثة أيام من المفاوضات، اتفاقية لتبادل الكهرباء."),
    ],
)
def test_what_follows_talks_was_negotiated(language: str, text: str) -> None:
    _, rows = found(text, language)
    assert [sorted(s) for *_, s in rows] == [["negotiated", "signed"]]


def test_a_deal_that_was_signed_with_a_union_is_no_players_contract() -> None:
    _, told = found("The strike went on until a deal was signed with the Port Workers' Union on March 12.", "en")
    assert [kind for kind, *_ in told] == ["agreement"]
