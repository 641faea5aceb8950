"""Marks that hold no speech: terms a clause uses, names of bodies and works, operations; and the real words beside them."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def marked(text: str, language: str) -> list[str]:
    """Return the words of a text's direct and mixed quotations."""
    r = reading(text, language)
    return [r.article.words(p) for q in r.quotations if q.kind != "indirect" for p in q.pieces]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister said the “green corridor” would open in May."),
        ("en", "The council has announced a long series of housing reforms, including an end to “no-fault” evictions."),
        ("en", "Police said operation “Night Owl” led to six arrests."),
        ("en", "The author of “A Short History of Salt and of Everything the Sea Has Left Behind” has another theory."),
        ("fr", "Le ministre a indiqué que le « pass sport » serait reconduit."),
        ("fr", "Selon le rapport, la « dette cachée » atteint deux milliards."),
        ("fr", "Le collectif « Sauvons nos plages » a dénoncé le projet."),
        ("es", "El fiscal dijo que la «caja B» existió desde 2009."),
        ("es", "El dinero se destinará a los «sin techo», según los nuevos planes."),
        ("es", "La plataforma «Aguas Limpias» denunció el vertido."),
        ("ar", "وقالت الوزارة إن «المنصة الرقمية» ستطلق في مايو."),
        ("ar", "ودعت «حركة النور» إلى الإضراب يوم الخميس."),
        ("ar", "ووقعت «سدرة القابضة» و«نسيج الشمال» عقد البيع أمس."),
        ("ar", "ونفى مصدر من «نفطال غاز» ما تداولته صحف عن تعليق الصادرات نحو مدريد."),
        ("es", "Lo desmintieron fuentes de «La Unión del Campo» el lunes."),
        ("ar", "وذكر المصدر أن عملية «فجر الصحراء» انتهت قبل الموعد."),
        ("ar", "اندلع حريق في باخرة تابعة للشركة الوطنية للنقل البحري «نوارس الخليج»، حسب ما أفاد به بيان للوزارة."),
        ("ar", "وأضاف أن الشركة المصنعة، «شراع» الإيطالية، هي التي حددت السعر."),
        ("ar", "دخل المصنع الخدمة يوم الأحد، وفق مشغله «أفق الخليج»."),
        ("fr", "La centrale a redémarré dimanche, selon l'exploitant « Solénia »."),
    ],
)
def test_terms_and_names_in_marks_are_nobodys_words(language: str, text: str) -> None:
    assert marked(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "The dean called the plan a “road map” for the faculty.", "road map"),
        ("en", "The minister said the project “will provide electricity to a million homes and cut emissions”.", "will provide electricity to a million homes and cut emissions"),
        ("fr", "La ministre a jugé la décision « injuste et brutale » pour les familles.", "injuste et brutale"),
        ("es", "El entrenador dijo que su equipo fue «mejor en todo».", "mejor en todo"),
        ("ar", "وأكد مالك السفينة أن شركته «تؤجر السفن ولا تفتش العنابر».", "تؤجر السفن ولا تفتش العنابر"),
        ("ar", "وذكر الوزير أن المجموعة بأكملها كانت \"غير سعيدة\" وقد اقترحت بدائل.", "غير سعيدة"),
        ("ar", "ووصف المدرب الفوز بأنه «مستحق».", "مستحق"),
        ("ar", "واعتصم العشرات أمام المخفر، ورددوا: «الخبز لا يُخفَّض».", "الخبز لا يُخفَّض"),
    ],
)  # fmt: skip
def test_words_somebody_said_stay_his(language: str, text: str, said: str) -> None:
    assert marked(text, language) == [said]


def test_an_outlet_somebody_spoke_to_is_no_part_of_what_he_said() -> None:
    assert marked("وقال في اتصال هاتفي مع «صوت النوارس»: «نظام الإطفاء اشتغل».", "ar") == ["نظام الإطفاء اشتغل"]
    assert marked("El alcalde declaró a «El Faro»: «No hemos recibido nada».", "es") == ["No hemos recibido nada"]
    assert marked("وأكدت أن دراسة الأثر البيئي «اكتملت في ديسمبر الماضي».", "ar") == ["اكتملت في ديسمبر الماضي"]


SUBJECTS = [
    # a name in marks within the subject is none of the words; its bearer speaks
    ("ar", 'وقال مدير مركز "الأمل" للبحوث سمير حداد إن النتائج ستصدر قريبا.', "indirect", "سمير حداد"),
    (
        "ar",
        'ويقول المحامي رفيق لبان، وكيل مدير "دلتا فارما" زكي عمار، إن موكله "سلم نفسه طواعية".',
        "mixed",
        "رفيق لبان",
    ),
    # who acts in order to demand something, without what they do
    (
        "es",
        "Los vecinos se concentraron a las puertas del ayuntamiento para exigir “que vuelva el agua”.",
        "mixed",
        "Los vecinos",
    ),
    ("en", 'Weavers gathered outside the mill to demand "the bread we earned".', "mixed", "Weavers"),
]


@pytest.mark.parametrize(("language", "text", "kind", "who"), SUBJECTS, ids=[t[:30] for _, t, _, _ in SUBJECTS])
def test_a_speaker_is_read_past_names_in_marks_and_without_what_he_does(
    language: str, text: str, kind: str, who: str
) -> None:
    (q,) = reading(text, language).quotations
    assert q.speaker is not None
    assert (q.kind, q.speaker.text) == (kind, who)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Hale said in his mock "news anchor" voice.'),
        ("es", "Ruiz comentó con su voz burlona de “presentador de noticias”."),
        ("fr", "Le révérend Hale appelait avec fierté les « cloches des gens pauvres »."),
        ("fr", "M. Hale a présenté des mesures, dont le contrôle des loyers et la fin des expulsions « sans faute »."),
        ("fr", "Il a réitéré les reproches de son pays concernant l'opposition de la ville à une approche « par étapes » du désarmement."),
    ],
    ids=["voice", "voz", "cloches", "sans faute", "par étapes"],
)  # fmt: skip
def test_manners_names_and_sorts_of_things_are_nobodys_words(language: str, text: str) -> None:
    assert not marked(text, language)


def test_what_patients_took_is_nobodys_words() -> None:
    text = 'أعلنت الوزارة ارتفاع عدد الأطفال الذين توفوا بعد تناولهم شراب السعال "برونكوفيل" إلى 14 طفلا.'
    assert not marked(text, "ar")


TURNS = [
    ("ar", "وبحسب الوزارة فقد قضى 15 طفلا حتى أمس، بينما تتحدث المنظمة عن 19 وفاة.", "فقد قضى 15 طفلا حتى أمس"),
    (
        "fr",
        "Selon la préfecture, 300 personnes ont défilé, tandis que les syndicats en comptent 900.",
        "300 personnes ont défilé",
    ),
    ("en", "According to police, nobody was hurt; the hospital said two people were treated.", "nobody was hurt"),
]


@pytest.mark.parametrize(("language", "text", "words"), TURNS, ids=["ar", "fr", "en"])
def test_the_words_of_a_source_end_where_another_has_its_turn(language: str, text: str, words: str) -> None:
    first = reading(text, language).quotations[0]
    assert text[first.pieces[0].start : first.pieces[-1].end] == words


HEADLINES = [
    ("ar", "مطار على صفيح ساخن.. عمال «نوميدير»: «ما خلصناش من فيفري»", "ما خلصناش من فيفري"),
    ("en", "Workers at the airport: “We were not paid”", "We were not paid"),
    ("es", "La alcaldesa Pilar Cueto: «Aquí no cierra nadie»", "Aquí no cierra nadie"),
    # what a colon leads over to without anybody before it
    ("fr", "Cinéma : « Le dernier des funambules »", None),
    ("en", "On stage tonight: “The Last Tram Home”", None),
]


@pytest.mark.parametrize(("language", "title", "words"), HEADLINES, ids=[t[:25] for _, t, _ in HEADLINES])
def test_a_headline_quotes_whom_its_colon_sets_before_the_words(language: str, title: str, words: str | None) -> None:
    empty = (None,) * 6
    text = title + "\n\n" + {"ar": "أضرب العمال أمس.", "en": "They stopped work."}.get(language, "No hay más.")
    parts = (Part("title", 0, len(title)), Part("body", len(title) + 2, len(text)))
    r = annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, parts))
    assert [text[q.pieces[0].start : q.pieces[-1].end] for q in r.quotations] == ([words] if words else [])
