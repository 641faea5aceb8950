"""Who shares whose words: identical, near, excerpt, translation; and what is not a copy."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.annotate.sentences import split_sentences
from isnad.link.bodies import LEAST_WORDS, SHINGLE, WINDOW, winnow
from isnad.link.copies import find_copies
from isnad.link.directions import direct
from isnad.link.meetings import COMMON, FEW
from isnad.model import Article, Copy, Credit, Interval, Page, Part, QuotationMention, Reading, Span
from isnad.pipeline import read_page

HARBOUR = (
    "The harbour of Porto Sereno reopened on Tuesday after divers removed the wreck of the trawler Estrela. "
    "Mayor Ines Calderwood said 42 boats had waited nine days in the roads. "
    "The city paid 1,350,000 euros for the salvage and will bill the insurer in London. "
    "Fishermen landed eleven tonnes of hake before noon and sold them on the quay. "
    "A second inspection of the seabed is planned for the first week of May."
)
PORT = (
    "Le port de Porto Sereno a rouvert mardi après que des plongeurs ont retiré l'épave du chalutier Estrela. "
    "La maire Ines Calderwood a dit que 42 bateaux avaient attendu neuf jours dans la rade. "
    "La ville a payé 1 350 000 euros pour le renflouement et enverra la facture à l'assureur à Londres. "
    "Les pêcheurs ont débarqué onze tonnes de merlu avant midi et les ont vendues sur le quai. "
    "Une seconde inspection du fond marin est prévue pour la première semaine de mai."
)
MINA = (
    "أعيد فتح ميناء بورتو سيرينو يوم الثلاثاء بعد أن رفع غواصون حطام سفينة الصيد إستريلا. "
    "وقالت رئيسة البلدية إينيس كالدروود إن 42 قاربا انتظرت تسعة أيام. "
    "ودفعت المدينة 1350000 يورو لرفع الحطام وسترسل الفاتورة إلى شركة التأمين في لندن. "
    "وأنزل الصيادون أحد عشر طنا من السمك قبل الظهر وباعوها على الرصيف. "
    "ومن المقرر إجراء تفتيش ثان لقاع البحر في الأسبوع الأول من شهر ماي."
)
SCHOOL = (
    "Parents in Quillhaven asked the county on Friday to keep the primary school open for another year. "
    "Only 31 pupils are enrolled, and the roof needs repairs that nobody wants to pay for. "
    "The headteacher, Bartholomew Agnew, offered to teach two classes in the village hall instead. "
    "Councillors will vote on the budget after the summer holidays, the chairman told the meeting."
)
SPEECH = "we shall rebuild every house on this shore before the winter storms return and nobody will be sent away from the place where he was born"


def page(
    ident: str,
    text: str,
    language: str = "en",
    publisher: str | None = None,
    day: int | None = 1,
    quoted: str | None = None,
    credit: str | None = None,
    url: str | None = None,
) -> Reading:
    head = f"Headline {ident}"
    whole = f"{head}\n{text}"
    when = date(2024, 4, day) if day else None
    made = Article(
        ident, f"{ident}.txt", ident, "text/plain", language, head, publisher or f"Paper {ident}", None, None,
        Interval(when, when, "day", "printed") if when else None, url, (), whole,
        (Part("title", 0, len(head)), Part("body", len(head) + 1, len(whole))),
    )  # fmt: skip
    quotations: tuple[QuotationMention, ...] = ()
    if quoted:
        at = whole.index(quoted)
        quotations = (QuotationMention("direct", (Span(at, at + len(quoted)),), Span(at, at + len(quoted))),)
    credits = (Credit("agency", credit, 0, 4, None, True, None),) if credit else ()
    reading = split_sentences(Reading(made))
    return Reading(made, reading.sentences, quotations=quotations, credits=credits)


def only(*readings: Reading) -> Copy | None:
    found = direct(find_copies(readings), readings)
    assert len(found) <= 1
    return found[0] if found else None


def test_the_same_words_under_another_headline_are_an_identical_copy_cited_on_both_sides() -> None:
    a, b = page("a", HARBOUR), page("b", HARBOUR.upper())
    copy = only(a, b)
    assert copy is not None
    assert (copy.kind, copy.overlap) == ("identical", 1.0)
    for p in copy.passages:
        assert a.article.text[p.a.start : p.a.end].lower() == b.article.text[p.b.start : p.b.end].lower()


def test_arabic_copies_are_found_whatever_the_vowel_signs_and_the_tatweel() -> None:
    copy = only(page("a", MINA, "ar"), page("b", MINA.replace("ميناء", "مِيـنـاء").replace("أعيد", "اعيد"), "ar"))
    assert copy is not None
    assert copy.kind == "identical"


STRIKE_FR = """Valdoria : fin de la grève des enseignants du Sud
Après trois semaines de grève, les enseignants du sud de la Valdoria reprendront le travail jeudi, a annoncé lundi le ministère de l'Éducation à l'issue de la signature d'un accord salarial avec le syndicat Unidad Magisterial.
L'accord prévoit une hausse de 12 % des salaires. « C'est un pas, rien de plus », a réagi la secrétaire générale du syndicat, Marta Olivares, citée par l'agence Horizon.
La présidente Inés Alcorta a ordonné mardi dernier l'ouverture d'une enquête sur la mort d'un manifestant, Julio Paredes, décédé le 28 mars à l'hôpital de San Telmo. Son ministre de l'Intérieur, Raúl Benavides, avait remis sa démission le lendemain.
Selon la police, 17 manifestants avaient été interpellés le 23 mars.
"""
STRIKE_ES = """Docentes levantan el paro tras acuerdo con el Gobierno por un aumento de 12 %
4 de abril de 2022

El sindicato de docentes Unidad Magisterial y el Ministerio de Educación firmaron este domingo un acuerdo que pone fin a la huelga que desde el 14 de marzo mantenía cerradas más de 3.000 escuelas del sur del país.
El convenio, suscrito por la secretaria general del gremio, Marta Olivares, y el ministro Ernesto Quiroga, prevé un aumento salarial de 12 % en dos tramos y la contratación de 800 maestros.
«No es lo que pedíamos, pero es un paso», dijo Olivares al término de la reunión, celebrada en la sede de la Arquidiócesis, que medió entre las partes.
Quiroga aseguró que las clases se reanudarán el miércoles. La oposición calificó el pacto de "parche" y pidió la renuncia del ministro.
El 23 de marzo, una marcha de maestros terminó con 17 detenidos y cuatro heridos, según la Policía; el sindicato cuenta treinta detenidos.
"""


def test_two_reports_of_one_agreement_with_its_terms_in_one_order_are_no_translation_of_each_other() -> None:
    assert not find_copies([press("a.txt", STRIKE_FR), press("b.txt", STRIKE_ES)])


def test_a_text_cut_short_is_a_near_copy() -> None:
    copy = only(page("a", HARBOUR), page("b", HARBOUR[: HARBOUR.index("A second")]))
    assert copy is not None
    assert copy.kind == "near"


def test_a_report_that_takes_over_two_sentences_is_an_excerpt() -> None:
    taken = HARBOUR[HARBOUR.index("The city paid") : HARBOUR.index("A second")]
    copy = only(page("a", HARBOUR), page("b", SCHOOL + " " + taken))
    assert copy is not None
    assert copy.kind == "excerpt"
    assert [b for p in copy.passages for b in (p.a.article, p.b.article)] == ["a", "b"]


@pytest.mark.parametrize(("language", "text"), [("fr", PORT), ("ar", MINA)])
def test_a_translation_is_found_with_its_sentences_side_by_side(language: str, text: str) -> None:
    copy = only(page("a", HARBOUR), page("b", text, language))
    assert copy is not None
    assert copy.kind == "translation"
    assert len(copy.passages) >= 3


def test_two_reports_that_quote_one_speech_are_no_copies_of_each_other() -> None:
    a = page("a", f"{HARBOUR} “{SPEECH}”, she said.", quoted=SPEECH)
    b = page("b", f"{SCHOOL} “{SPEECH}”, the mayor had told them.", quoted=SPEECH)
    assert only(a, b) is None


def test_a_stock_phrase_makes_no_copy() -> None:
    phrase = " The information could not be independently verified at this time."
    assert only(page("a", HARBOUR + phrase), page("b", SCHOOL + phrase)) is None


def test_the_foot_of_a_house_under_all_its_pages_makes_no_copies() -> None:
    foot = " Every story is read by two editors before it is printed, and whoever finds a mistake in it is asked to write to the desk at once."
    texts = (HARBOUR, SCHOOL, SPEECH * 2)
    assert find_copies([page(f"h{n}", t + foot, publisher="The House") for n, t in enumerate(texts)]) == ()


def test_states_of_one_address_are_no_copies() -> None:
    assert only(page("a", HARBOUR, url="https://x.example/1"), page("b", HARBOUR, url="https://x.example/1")) is None


def test_an_article_of_one_sentence_is_compared_with_nothing() -> None:
    assert only(page("a", "The harbour reopened on Tuesday."), page("b", "The harbour reopened on Tuesday.")) is None


def test_nothing_is_said_of_who_copied_whom_when_only_the_days_differ() -> None:
    copy = only(page("a", HARBOUR, day=1), page("b", HARBOUR, day=2))
    assert copy is not None
    assert copy.direction is None


def test_a_translation_comes_out_soon_after_its_original() -> None:
    for port_day, source in ((3, "a"), (1, "b")):
        copy = only(page("a", HARBOUR, day=2), page("b", PORT, "fr", day=port_day))
        assert copy is not None
        assert copy.direction is not None
        assert copy.direction.source == source
    for a_day, b_day in ((2, 2), (1, 28), (1, None)):
        copy = only(page("a", HARBOUR, day=a_day), page("b", PORT, "fr", day=b_day))
        assert copy is not None
        assert copy.direction is None


def test_an_earlier_and_much_fuller_text_is_the_source() -> None:
    copy = only(page("b", HARBOUR[: HARBOUR.index("Fishermen")], day=3), page("a", HARBOUR, day=1))
    assert copy is not None
    assert copy.direction is not None
    assert (copy.direction.source, copy.direction.target) == ("a", "b")


def test_a_printed_credit_says_who_copied_whom_whatever_the_days() -> None:
    copy = only(page("a", HARBOUR, publisher="وكالة المدار", day=5), page("b", HARBOUR, credit="المدار", day=1))
    assert copy is not None
    assert copy.direction is not None
    assert copy.direction.source == "a"
    assert "المدار" in copy.direction.basis


def test_more_than_a_dozen_pages_of_the_same_words_are_each_paired_with_the_first_only() -> None:
    found = find_copies([page(f"p{n:03d}", HARBOUR) for n in range(FEW + 30)])
    assert len(found) == FEW + 29
    assert all(c.articles[0] == "p000" for c in found)


def test_a_few_pages_of_the_same_words_are_all_paired() -> None:
    assert len(find_copies([page(f"p{n}", HARBOUR) for n in range(4)])) == 6


def test_a_passage_in_very_many_pages_does_not_pair_them_all() -> None:
    passage = " " + SPEECH.replace("we shall", "they will")
    many = [page(f"p{n:03d}", " ".join(f"w{n}x{k}" for k in range(60)) + passage) for n in range(COMMON + 40)]
    assert find_copies(many) == ()


def test_texts_at_the_threshold_are_judged_the_same_in_any_order() -> None:
    half = HARBOUR[: len(HARBOUR) // 2]
    some = [page("a", HARBOUR), page("b", half + " " + SCHOOL), page("c", half)]
    assert find_copies(some) == find_copies(some[::-1])


def test_a_language_not_among_the_four_is_compared_by_its_words() -> None:
    german = (
        "Der Hafen von Porto Sereno wurde am Dienstag wieder geöffnet, nachdem Taucher das Wrack geborgen hatten. "
        "Die Stadt zahlte dafür mehr als eine Million Euro und schickt die Rechnung an den Versicherer nach London."
    )
    copy = only(page("a", german, "de"), page("b", german, "de"))
    assert copy is not None
    assert copy.kind == "identical"


@given(st.lists(st.integers(0, 40), max_size=120), st.lists(st.integers(41, 99), max_size=30))
def test_two_texts_that_share_a_long_run_always_chose_a_hash_of_it_in_common(run: list[int], around: list[int]) -> None:
    shared = [hash((n, x)) for n, x in enumerate(run)][: max(0, LEAST_WORDS - SHINGLE + 1)]
    if len(shared) < WINDOW:
        return
    a = {h for _, h in winnow([*around, *shared, *around[::-1]])}
    b = {h for _, h in winnow([*around[:3], *shared])}
    assert a & b & set(shared)


def press(source: str, text: str) -> Reading:
    """A page as it is read in a build: with its numbers and days."""
    reading = read_page(Page(source=source, data=text.encode(), media_type="text/plain")).reading
    assert reading is not None
    return reading


BLIGHT_FR = """Le mildiou gagne les palmeraies de Tazrouka
Mardi 3 mai 2022

L'Office des palmeraies a annoncé lundi que le mildiou avait touché trois cents hectares de palmiers dans l'oasis de Tazrouka, dans le sud.
Les premiers arbres malades ont été découverts le 18 avril par des agriculteurs de la coopérative du village, précise l'office.
Le traitement des palmeraies commencera le 1er juin et durera six semaines, selon la même source.
"""
BLIGHT_AR = """العفن يصيب نخيل واحة تازروكة
الثلاثاء 3 ماي 2022

أعلن ديوان النخيل أمس الاثنين أن العفن أصاب 300 هكتار من النخيل في واحة تازروكة بالجنوب.
وأضاف الديوان أن فلاحين من تعاونية القرية اكتشفوا أولى الأشجار المريضة يوم 18 أفريل.
وستبدأ معالجة النخيل يوم 1 جوان وتدوم ستة أسابيع، حسب المصدر نفسه.
ولم يصدر أي تعليق عن وزارة الفلاحة.
"""
BLIGHT_EN = """Growers count their losses in the oasis of Tazrouka
Wednesday, May 4, 2022

Date growers in southern Tunisia say the state has left them alone with a disease that may cost them the harvest.
The palm office said on Monday that 300 hectares were affected; the growers' union puts the area at more than 900.
"We saw the first sick tree in March and called everybody," said Hédi Zaouali, who owns forty palms.
Treatment is due to begin on June 1, but nobody in the village has yet seen a sprayer.
"""


def test_one_statement_told_in_two_languages_is_a_translation_however_its_numbers_and_days_are_printed() -> None:
    (copy,) = find_copies([press("a.txt", BLIGHT_FR), press("b.txt", BLIGHT_AR)])
    assert (copy.kind, len(copy.passages)) == ("translation", 3)


def test_a_report_of_ones_own_that_gives_the_same_days_and_a_number_of_the_statement_is_no_translation() -> None:
    readings = [press(f"{n}.txt", text) for n, text in enumerate((BLIGHT_FR, BLIGHT_AR, BLIGHT_EN))]
    assert len(find_copies(readings)) == 1
