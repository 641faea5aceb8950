"""Texts by what is done in them: a sale that is signed, a loan, a tender that is won, a draft that is initialled, talks on a treaty."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Page
from test_agreements import found


@pytest.mark.parametrize(
    ("language", "text", "parties", "matter"),
    [
        ("en", "Lowland Foods signed on Monday in Lilongwe the purchase of 40,000 tonnes of maize from the Kasungu Grain Agency.",
         {"Lowland Foods", "Kasungu Grain Agency"}, "maize"),
        ("fr", "La coopérative Agro-Sahel a signé jeudi la vente de 15 000 tonnes de sésame à la société japonaise Kuroda Oils.",
         {"Agro-Sahel", "Kuroda Oils"}, "sésame"),
        ("es", "La Cooperativa Valle Hondo firmó ayer en Rabat la venta de 90 mil toneladas de garbanzos a la Agencia Marroquí de Granos.",
         {"Cooperativa Valle Hondo", "Agencia Marroquí de Granos"}, "garbanzos"),
        ("ar", "تعاقدت شركة النيل للسلع على شراء 60 ألف طن من العدس من شركة «برايري بالس» الكندية.",
         {"شركة النيل للسلع", "برايري بالس"}, "العدس"),
    ],
)  # fmt: skip
def test_a_sale_that_is_signed_is_a_contract_between_seller_and_buyer(
    language: str, text: str, parties: set[str], matter: str
) -> None:
    _, [(kind, sides, matters, steps)] = found(text, language)
    assert kind == "contract"
    assert sides == parties
    assert any(matter in m for m in matters)
    assert "signed" in steps


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The governor of Lagos signed on Monday a law banning the sale of sachet water."),
        ("en", "Lowland Foods announced the purchase of a mill from Kasungu Grains."),
        ("fr", "Le ministre a signé un arrêté interdisant la vente de charbon de bois à la société Carbosud."),
        ("es", "El alcalde firmó un decreto que prohíbe la venta de pirotecnia a los comercios del Grupo Sol."),
        ("ar", "أعلنت شركة النيل للسلع شراء مطحنة من شركة الدلتا للحبوب."),
        ("en", "The African Development Bank extended a 60 million dollar loan to Chad on Monday."),
        ("en", "The ministry launched a tender for the Kisumu bypass and announced it to Shengli Roads."),
        ("fr", "Le conseil a rejeté le projet d'accord entre Talit et Brea."),
        ("ar", "ناقش النواب مشروع اتفاقية مع قطر."),
    ],
)  # fmt: skip
def test_what_nobody_signs_wins_or_initials_is_no_text(language: str, text: str) -> None:
    assert not found(text, language)[1]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "The Zambian government and the miners' union initialled a draft pay accord late on Tuesday.", 2),
        ("fr", "Le Togo et le Bénin ont paraphé mardi un projet d'accord sur la pêche en lagune.", 2),
        ("es", "Panamá y la naviera Istmar rubricaron el martes un preacuerdo para la ampliación del puerto.", 2),
        ("ar", "وقع السودان وإثيوبيا بالأحرف الأولى، الأربعاء، مسودة اتفاق لتقاسم مياه النهر.", 2),
        ("ar", "انطلقت في عدن أمس الثلاثاء مفاوضات بين اليمن وجيبوتي بشأن اتفاقية للصيد البحري.", 2),
        ("ar", "بدأت في الدوحة محادثات بين تشاد والنيجر للتوصل إلى اتفاق حول مراقبة الحدود.", 2),
    ],
)
def test_a_draft_is_negotiated_and_so_is_what_talks_are_about(language: str, text: str, parties: int) -> None:
    _, [(_, sides, _, steps)] = found(text, language)
    assert "negotiated" in steps
    assert "signed" not in steps
    assert len(sides) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "The High Court on Monday annulled the contract for dredging the channel that the Ports Authority signed with Brightwater.",
         {"Ports Authority", "Brightwater"}),
        ("es", "El Tribunal Supremo anuló el lunes el contrato de 8 millones de euros adjudicado a Limpiezas Arán.", {"Limpiezas Arán"}),
        ("en", "The Senate threw out the extradition treaty with Belarus by 41 votes to 30.", {"Belarus"}),
        ("en", "The ceasefire between Mali and the Northern Front, brokered by Qatar, came into force at midnight on Monday.",
         {"Mali", "Northern Front"}),
        ("es", "El Club Atlético Brea prorrogó el contrato del delantero Iker Sanjuán.", {"Club Atlético Brea", "Iker Sanjuán"}),
    ],
)  # fmt: skip
def test_who_annuls_refuses_or_brings_together_is_no_side_and_a_player_is_one(
    language: str, text: str, parties: set[str]
) -> None:
    _, [(_, sides, _, _)] = found(text, language)
    assert sides == parties


@pytest.mark.parametrize(
    ("language", "text", "matter"),
    [
        ("en", "The nurses' union and the health ministry reached a deal on Wednesday that ends a 19-day strike.", "strike"),
        ("fr", "Le ministère de la Santé et le syndicat des infirmiers ont conclu hier un accord qui met fin à la grève.", "grève"),
        ("ar", "توصلت نقابة الممرضين ووزارة الصحة إلى اتفاق ينهي إضرابا دام 19 يوما.", "إضرابا"),
    ],
)  # fmt: skip
def test_what_a_text_ends_is_its_matter_and_no_end_of_it(language: str, text: str, matter: str) -> None:
    _, [(_, _, matters, steps)] = found(text, language)
    assert any(matter in m for m in matters)
    assert "ended" not in steps


def test_a_signing_that_is_intended_is_announced() -> None:
    page = "صحيفة السنديان\nأخبار الأسبوع\n12 يونيو 2024\n\nتعتزم موريتانيا توقيع مذكرة تفاهم مع كوريا الجنوبية يوم 20 يونيو لتدريب مهندسي السكك.\n"
    reading = annotate(read(Page(source="p.txt", data=page.encode(), media_type="text/plain")))
    [told] = reading.agreements
    assert [s.status for s in told.steps] == ["announced"]
    assert len(told.parties) == 2


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Striker Kofi Adomako has signed for Hearts of Sable on a three-year deal worth 400,000 dollars.",
         {"Kofi Adomako", "Hearts of Sable"}),
        ("en", "The Quilma laboratory signed the largest contract in its history with Delta Vaccines, according to the report it filed with the securities commission.",
         {"Quilma laboratory", "Delta Vaccines"}),
        ("en", "Mali and the Northern Front signed in Doha a truce along the border between Chad and Sudan.", {"Mali", "Northern Front"}),
        ("en", "Niger and Chad signed a tax treaty on Monday; Ghana was not among the guests.", {"Niger", "Chad"}),
        ("fr", "Tous les membres sauf le Ghana ont signé mardi la convention sur la pêche entre le Togo et le Bénin.", {"Togo", "Bénin"}),
        ("en", "A settlement reached on Friday obliges Volta Aluminium to pay 3 million dollars to the villagers.", {"Volta Aluminium"}),
        ("es", "La fabricante Voltaria desmintió ayer que esté congelado el memorando que suscribió en junio con Rayan Minerals para comprar cobalto.",
         {"Voltaria", "Rayan Minerals"}),
    ],
)  # fmt: skip
def test_who_is_named_in_another_clause_is_no_side(language: str, text: str, parties: set[str]) -> None:
    _, [(_, sides, _, _)] = found(text, language)
    assert sides <= parties
    assert sides


@pytest.mark.parametrize(
    ("language", "text", "matter"),
    [
        ("en", "Niger and Chad have agreed to suspend their new visas for ninety days. A memorandum of understanding was signed on Tuesday.", "visas"),
        ("es", "México y Guatemala acordaron el jueves reabrir el paso de Talismán. Un convenio fue firmado ayer.", "reabrir el paso"),
        ("ar", "اتفقت ليبيا وتونس على تعليق التأشيرات تسعين يوما. ووقعت مذكرة تفاهم أمس الثلاثاء.", "تعليق التأشيرات"),
    ],
)  # fmt: skip
def test_what_two_sides_agreed_to_do_is_the_matter_of_what_is_signed_next(
    language: str, text: str, matter: str
) -> None:
    _, [(_, sides, matters, steps)] = found(text, language)
    assert len(sides) == 2
    assert any(matter in m for m in matters)
    assert "signed" in steps


@pytest.mark.parametrize(
    "text",
    [
        "وستعقد الجامعتان التونسية والجزائرية اجتماعا يوم 29 أفريل لوضع اتفاق يضمن سلامة الحكام.",
        "أعلن المدير جوزف فريم، في مؤتمر صحافي عقده قبل ظهر اليوم، نتائج التعداد.",
    ],
)
def test_a_meeting_that_is_held_is_no_contract(text: str) -> None:
    assert not found(text, "ar")[1]
