"""What ordinary pages of the press taught: Arabic words that are no names, who speaks in interviews, two millions, compounds of agreements."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import Page, read
from isnad.model import Reading

TAIL = {
    "ar": "وقال رئيس البلدية إن الأشغال ستنطلق قريبا في كل أحياء المدينة بعد استكمال الدراسات.",
    "fr": "Le maire a indiqué que les travaux commenceraient bientôt dans tous les quartiers de la ville.",
    "es": "El alcalde indicó que las obras empezarán pronto en todos los barrios de la ciudad.",
    "en": "The mayor said that the works would soon begin in all quarters of the town.",
}
HEAD = {
    "ar": "أخبار من المنطقة\nالأربعاء 12 فبراير 2025",
    "fr": "Nouvelles de la région\nmercredi 12 février 2025",
    "es": "Noticias de la región\nmiércoles 12 de febrero de 2025",
    "en": "News from the region\nWednesday 12 February 2025",
}


def told(language: str, text: str) -> Reading:
    return annotate(read(Page("p.txt", f"{HEAD[language]}\n\n{text}\n\n{TAIL[language]}".encode())))


def names(r: Reading) -> set[tuple[str, str]]:
    return {(m.kind, m.text) for m in r.mentions}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وأعلنت الوزارة أنها ستشيد مدرسة جديدة بغلاف مالي يبلغ 12 مليون درهم.", "مالي"),
        ("وبرأت المحكمة المهندس سمير الدباغ لعدم كفاية الأدلة.", "برأت"),
        ("واستقبل الرئيس مروان السنوري اليوم وفدا من اتحاد غرف التجارة.", "فدا"),
        ("وأكد رئيس الجمهورية أن الحكومة عازمة على خفض الضرائب على الصناعات الصغيرة.", "على الصناعات"),
        ("وطالب العزوزي محامي الضحايا بتعويض لكل أسرة.", "طالب العزوزي"),
    ],
)  # fmt: skip
def test_an_arabic_adjective_verb_or_preposition_is_no_name(text: str, word: str) -> None:
    assert word not in {m.text for m in told("ar", text).mentions}


def test_the_state_and_who_is_called_talib_stay_names() -> None:
    assert ("place", "مالي") in names(told("ar", "وصل الوزير أمس إلى مالي في زيارة تدوم يومين."))
    assert ("person", "طالب الرفاعي") in names(told("ar", "قال المدير طالب الرفاعي إن السياح عادوا إلى المدينة."))


def test_a_name_with_an_elided_capital_is_one_name() -> None:
    r = told("fr", "Chaher Abdou M’dahoma est rentré hier à Moroni, accueilli au port par cinq cents personnes.")
    assert ("person", "Chaher Abdou M’dahoma") in names(r)


def test_whom_somebody_speaks_to_is_no_part_of_his_name() -> None:
    text = (
        "El cámara Tomás Reverte ya está en Cádiz.\n\n«Vimos las bengalas a lo lejos, pero sin radio no sabíamos qué era», "
        "relata Reverte a La Bahía Digital."
    )
    r = told("es", text)
    assert ("person", "Reverte") in names(r)
    assert [q.speaker.text for q in r.quotations if q.kind == "direct" and q.speaker] == ["Reverte"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وستستفيد كل عائلة من تعويض قدره مليونا دينار.", 2_000_000),
        ("وبلغت الكلفة مليونا و200 ألف دينار.", 1_200_000),
        ("وبلغت الكلفة مليوناً ونصف المليون دينار.", 1_500_000),
        ("وبلغت الكلفة ألفا و200 دينار.", 1200),
        ("وبلغت الغرامة ألفا دينار.", 2000),
    ],
)  # fmt: skip
def test_an_arabic_scale_is_two_before_what_is_counted_and_one_before_and(text: str, value: int) -> None:
    assert [f.value for f in told("ar", text).figures] == [value]


def speakers(r: Reading, *, kind: str = "direct") -> list[str | None]:
    return [q.speaker.text if q.speaker else None for q in r.quotations if q.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "« On ne gagne pas un congrès avec des fantômes ». Dans une déclaration remise hier à la presse, Salif Ndiongue dit ne pas reconnaître le scrutin.",
        "« On ne gagne pas un congrès avec des fantômes. » Dans une déclaration remise hier, Salif Ndiongue a contesté l'élection d'Efua Mensah-Tagoe.",
    ],
)  # fmt: skip
def test_who_is_told_of_behind_a_circumstance_spoke_the_words_that_open_the_paragraph(text: str) -> None:
    assert speakers(told("fr", text)) == ["Salif Ndiongue"]


def test_answers_are_of_whom_the_introduction_opens_with() -> None:
    text = (
        "Carmen Olivenza dirige desde hace cuatro años el Centro de la Miel. El viernes firmó un memorando, un día antes de que fuese elegida "
        "presidenta Efua Mensah.\n\nPregunta. ¿Qué se ha firmado?\n\nRespuesta. Dos cosas muy sencillas: análisis y formación."
    )
    assert speakers(told("es", text)) == ["Carmen Olivenza"]


def test_a_question_that_tells_what_others_say_makes_nobody_else_answer() -> None:
    text = (
        "Course des boutres : « Nous avons gagné »\nvendredi 7 février 2025\nPropos recueillis par Soifia Mchangama\n\n"
        "Chaher Abdou est rentré hier à Moroni. Disqualifié, le patron du Gulnara ne décolère pas.\n\n"
        "Que s’est-il passé après le naufrage du boutre omanais ?\n\n« Nous étions loin devant, radio coupée, et personne n’était devant nous ».\n\n"
        "Le comité dit vous avoir prévenus par satellite.\n\n« C’est faux. Nous n’avons jamais reçu ce message ».\n\nLe comité se réunira mardi."
    )
    r = annotate(read(Page("p.txt", text.encode())))
    body = [q for q in r.quotations if q.kind == "direct" and q.pieces[0].start > r.article.text.index("Propos")]
    assert {q.speaker.text if q.speaker else None for q in body} == {"Chaher Abdou"}


def test_a_communique_is_no_hand_of_who_speaks_elsewhere() -> None:
    text = (
        'وأوقفت مصالح الأمن، أمس، ثلاثة مهندسين، وفق بيان لوكيل الجمهورية لدى محكمة عين تفلة. وجاء في البيان أن "الخرسانة لم تبلغ المقاومة '
        'المنصوص عليها".\n\nمن جانبه، قال مدير الورشة خافيير مونتالبو في اتصال هاتفي: "لم يصلنا أي تقرير، ونحن نتعاون مع المحققين".\n\n'
        "وكانت المؤسسة العامة قد أكدت في بيان أنها سلمت تقريرا عن التشققات."
    )
    r = told("ar", text)
    q = next(q for q in r.quotations if q.kind == "direct" and q.speaker and "مونتالبو" in q.speaker.text)
    assert [link.role for link in q.chain] == ["speaker"]


def test_what_an_agreement_is_about_has_not_happened() -> None:
    r = told("en", "Kenya and Oman signed a maritime rescue agreement in Muscat in November 2023.")
    (signing,) = [e for e in r.events if e.kind == "signing"]
    assert not [e for e in r.events if e.kind == "aid"]
    assert signing.date is not None
    assert str(signing.date.start) == "2023-11-01"


@pytest.mark.parametrize(
    ("language", "text", "kind", "never"),
    [
        ("ar", "قضت المحكمة التجارية بأكادير، أول أمس الاثنين، بتوقيف رخصة الشركة لمدة ستة أشهر.", "suspension", "arrest"),
        ("ar", "وأعلنت اللجنة تعليق السباق لمدة 24 ساعة.", "suspension", "election"),
    ],
)  # fmt: skip
def test_a_word_of_one_kind_is_told_by_what_is_done_to_what(language: str, text: str, kind: str, never: str) -> None:
    kinds = {e.kind for e in told(language, text).events}
    assert kind in kinds
    assert never not in kinds


def test_a_pump_that_broke_down_suspends_nothing() -> None:
    r = told("fr", "Le compresseur qui l'alimentait en air était tombé en panne.")
    assert not [e for e in r.events if e.kind == "suspension"]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ar", "الزهراء 3 آذار/مارس 2024 (ونا) - أصيب 46 شخصا بجروح إثر تصادم قطارين، بحسب ما أفاد به الدفاع المدني.", "أصيب 46 شخصا"),
        ("ar", "الخرطوم 3 مارس 2024 (شينخوا) -- قتل أربعة أشخاص في حريق شب في السوق، حسب ما أعلنت الشرطة.", "قتل أربعة أشخاص"),
        ("en", "KIGOMA, Tanzania (Lakeside News) — Four people died in a fire at the market, police said.", "Four people died"),
        ("en", "MOSHI, 3 March — Four people died in a fire at the market, police said.", "Four people died"),
    ],
)  # fmt: skip
def test_what_is_reported_begins_behind_the_dateline(language: str, text: str, said: str) -> None:
    r = told(language, text)
    assert [r.article.text[q.pieces[0].start :].startswith(said) for q in r.quotations][:1] == [True]


@pytest.mark.parametrize(
    "dateline", ["الزهراء 3 آذار/مارس 2024 (ونا) -", "الزهراء في 3 مارس 2024 /ونا/", "بيروت - 3 آذار 2024:"]
)
def test_an_arabic_dispatch_is_dated_by_its_dateline(dateline: str) -> None:
    text = (
        f"عشرات الجرحى في تصادم قطارين\nوكالة الأنباء الوطنية (ونا)\n\n{dateline} أصيب 46 شخصا بجروح إثر تصادم قطار ركاب بقطار شحن صباح اليوم الأحد "
        "قرب المحطة جنوب العاصمة.\n\nوفتحت النيابة العامة تحقيقا في الحادث، وأمر وزير النقل بوقف مدير المحطة عن العمل."
    )
    a = read(Page("p.txt", text.encode()))
    assert (str(a.published.start) if a.published else None, a.publisher) == ("2024-03-03", "وكالة الأنباء الوطنية")


def test_what_a_speaker_denies_that_others_spread_is_not_relayed_by_them() -> None:
    r = told(
        "ar",
        "وأوضح المتحدث العقيد نزار الخطيب أن فرق الإنقاذ أخلت جميع الركاب، نافيا ما تداولته مواقع التواصل عن سقوط قتلى.",
    )
    q = next(q for q in r.quotations if q.speaker and "الخطيب" in q.speaker.text)
    assert [link.role for link in q.chain] == ["speaker"]


def test_whom_the_text_spoke_of_before_is_not_among_those_who_died_of_something() -> None:
    r = told(
        "ar",
        "ورجح مصدر أن يكون عطل سبب الحادث، في حين قال نقيب السائقين جورج حداد إن السائق عمل 18 ساعة.\n\n"
        "يذكر أن حادثا مماثلا وقع في المكان نفسه عام 2017 وأسفر عن مقتل 11 شخصا.",
    )
    (death,) = [e for e in r.events if e.kind == "death"]
    assert death.participants == ()
    (named,) = [e for e in told("ar", "وأسفر الحادث عن مقتل جورج حداد وإصابة سائقه.").events if e.kind == "death"]
    assert len(named.participants) == 1
