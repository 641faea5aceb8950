"""Whose words the reporter passes on, and the chain from mouth to page."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from isnad.annotate import annotate
from isnad.annotate.credits import find_credits
from isnad.annotate.credits_lexicon import sources
from isnad.annotate.quotations import find_quotations
from isnad.annotate.sentences import split_sentences
from isnad.extract import read as read_page
from isnad.languages import LANGUAGES
from isnad.model import Article, Mention, Page, Part, Reading


def read(text: str, language: str, *organizations: str, publisher: str | None = None) -> Reading:
    a = Article(
        "a",
        "a",
        "0",
        "text/plain",
        language,
        None,
        publisher,
        None,
        None,
        None,
        None,
        (),
        text,
        (Part("body", 0, len(text)),),
    )
    found = [Mention("organization", text.find(n), text.find(n) + len(n), n) for n in organizations]
    return find_quotations(
        find_credits(split_sentences(Reading(a, mentions=tuple(sorted(found, key=lambda m: m.start)))))
    )


def told(text: str, language: str) -> list[tuple[str, str, bool]]:
    return [(c.kind, c.name, c.whole) for c in read(text, language).credits]


@pytest.mark.parametrize(
    ("language", "text", "kind", "name", "whole"),
    [
        ("fr", "Le maire a déclaré à l'AFP que le port rouvre.", "agency", "AFP", False),
        ("fr", "TUNIS (Reuters) - Le port a rouvert mardi matin.", "agency", "Reuters", True),
        ("fr", "Le port a rouvert mardi. (AFP)", "agency", "AFP", True),
        ("fr", "Le port a rouvert, rapporte la chaîne Rivage TV.", "outlet", "chaîne Rivage TV", False),
        (
            "fr",
            "Le port a rouvert, indique un communiqué de la mairie.",
            "communique",
            "communiqué de la mairie",
            False,
        ),
        ("fr", "Les médias espagnols ont rapporté que le port rouvre.", "foreign press", "médias espagnols", False),
        ("en", "The mayor told Reuters that the port was open.", "agency", "Reuters", False),
        ("en", "The port is open, the mayor said in a statement.", "communique", "statement", False),
        ("en", "Israeli media reported that the port was open.", "foreign press", "Israeli media", False),
        ("es", "El alcalde declaró a EFE que el puerto está abierto.", "agency", "EFE", False),
        ("es", "Según el diario El Muelle, el puerto está abierto.", "outlet", "diario El Muelle", False),
        ("ar", "وقال الوزير في بيان إن الميناء مفتوح.", "communique", "بيان", False),
        ("ar", "ونقلت وسائل إعلام إسبانية أن الميناء مفتوح.", "foreign press", "وسائل إعلام إسبانية", False),
        ("ar", "الرباط (رويترز) - أعيد فتح الميناء اليوم.", "agency", "رويترز", True),
        ("ar", "وفق ما نقلته وكالة ليتورال عن الوزير فإن الميناء مفتوح.", "agency", "وكالة ليتورال", False),
        ("ar", "ذكرت صحيفة المدى أن الميناء مغلق.", "outlet", "صحيفة المدى", False),
        ("ar", "نفت الشركة ما نشرته صحيفة فرنسية عن توقف أعمال الحفر.", "foreign press", "صحيفة فرنسية", False),
        ("ar", "وكانت «هاربور سنتينل» قد ذكرت، نقلا عن مسؤولين، أن الميناء مغلق.", "outlet", "هاربور سنتينل", False),
        (
            "fr",
            "Le maire a démenti les informations publiées par un journal chilien.",
            "foreign press",
            "journal chilien",
            False,
        ),
        (
            "en",
            "The mayor denied a report in the French daily La Lettre that work had stopped.",
            "foreign press",
            "French daily La Lettre",
            False,
        ),
        ("en", "The mayor denied what a Spanish newspaper had published.", "foreign press", "Spanish newspaper", False),
        ("es", "El puerto cerrará, según adelantó el diario El Faro.", "outlet", "diario El Faro", False),
    ],
)
def test_a_source_the_text_leans_on_is_credited(language: str, text: str, kind: str, name: str, whole: bool) -> None:
    assert told(text, language) == [(kind, name, whole)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le journal a ouvert un bureau au port."),
        ("fr", "L'agence urbaine a livré le quai hier."),
        ("en", "The newspaper moved to the harbour last year."),
        ("es", "La agencia inmobiliaria cerró el muelle."),
        ("ar", "افتتحت الصحيفة مكتبا في الميناء."),
        ("ar", "قالت وكالة التنمية الاجتماعية إن الميناء مفتوح."),
        ("fr", "Le port rouvrira, selon l'Agence de l'eau."),
        ("es", "La Agencia Tributaria informó de la subida."),
        ("en", "Our report of 3 May said the port was closed."),
        ("fr", "Le groupe a racheté mardi le quotidien Le Phare."),
        ("ar", "وقال المحامي في اتصال هاتفي مع الجريدة: «موكلي بريء»."),
        ("en", "“We are ready,” she told the newspaper."),
    ],
)
def test_a_medium_that_is_merely_mentioned_is_no_credit(language: str, text: str) -> None:
    assert told(text, language) == []


def test_a_byline_credits_the_whole_article() -> None:
    text = "Avec AFP\nLe port a rouvert."
    a = read(text, "fr").article
    a = replace(a, parts=(Part("byline", 0, 8), Part("body", 9, len(text))))
    assert [(c.name, c.whole) for c in find_credits(Reading(a)).credits] == [("AFP", True)]


def test_the_communique_belongs_to_the_body_that_issues_it() -> None:
    r = read("Le port est fermé, indique un communiqué de la Marine royale.", "fr", "Marine royale")
    assert [r.mentions[c.owner].text for c in r.credits if c.owner is not None] == ["Marine royale"]


def test_who_says_it_in_a_communique_owns_it() -> None:
    r = read("La Marine royale a indiqué dans un communiqué que le port est fermé.", "fr", "Marine royale")
    assert [c.owner for c in r.credits] == [0]


def roles(text: str, language: str, *organizations: str, publisher: str | None = None) -> list[list[str]]:
    return [[x.role for x in q.chain] for q in read(text, language, *organizations, publisher=publisher).quotations]


def test_a_communique_without_owner_speaks_itself() -> None:
    assert roles("« Le port est fermé à tous les navires », indique un communiqué.", "fr") == [["speaker"]]


def test_an_owned_communique_relays_its_owner() -> None:
    text = "« Le port est fermé à tous », indique un communiqué de la Marine royale."
    assert roles(text, "fr", "Marine royale") == [["speaker", "relayed by"]]


def test_words_told_to_an_agency_are_relayed_by_it() -> None:
    assert roles("Le maire a déclaré à l'AFP que « tout va bien ».", "fr") == [["speaker", "relayed by"]]


def test_an_agency_credited_with_the_whole_relays_every_word() -> None:
    assert roles("TUNIS (Reuters) - Le maire a dit que « tout va bien ».", "fr") == [["speaker", "relayed by"]]


@pytest.mark.parametrize(
    ("language", "text", "relayed"),
    [
        ("ar", "ونقلت وسائل إعلام برتغالية عن الوزير قوله إن العبّارة بيعت لشركة يونانية.", ["وسائل إعلام برتغالية"]),
        ("ar", "ونقل البيان عن القائد «ارتياحه الكبير لنجاح العملية البحرية».", ["البيان"]),
        ("es", "“Los amigos se ven en el barro”, le dijo el ministro, según fuentes diplomáticas.", ["fuentes diplomáticas"]),
        ("es", "“Es el mayor contrato”, declaró el director a este diario.", []),
        ("ar", "وأضاف الوزير أن ما ينشر على مواقع التواصل «لا أساس له من الصحة».", []),
    ],
)  # fmt: skip
def test_the_chain_names_every_hand_and_no_other(language: str, text: str, relayed: list[str]) -> None:
    (q,) = read(text, language).quotations
    assert [x.name for x in q.chain if x.role == "relayed by"] == relayed


def test_the_pages_own_publisher_relays_nothing() -> None:
    text = "The mayor told the newspaper Harbour Ledger that “all is well”."
    assert roles(text, "en", publisher="The Harbour Ledger") == [["speaker"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_agencies_and_texts(language: str) -> None:
    known = sources(language)
    assert known is not None
    assert all(known.nouns[kind].by_first for kind in known.nouns)
    assert len(known.full) > 250


def test_what_an_agency_was_told_stays_its_relay_while_the_same_person_speaks_on() -> None:
    text = "Le médecin a confié à Reuters que « les lits manquent ». « On trie les malades », a-t-il ajouté.\n« Je pars demain », a-t-il dit."
    r = read(text, "fr")
    assert [[c.role for c in q.chain] for q in r.quotations][:2] == [["speaker", "relayed by"]] * 2
    assert [c.role for c in r.quotations[2].chain] == ["speaker"]


def test_the_page_itself_and_agencies_without_a_name_relay_nothing() -> None:
    text = "القاهرة (الشاطئ) - قال المدير: «الورشة مفتوحة للجميع»."
    (q,) = read(text, "ar", publisher="وكالة أنباء الشاطئ").quotations
    assert [c.role for c in q.chain] == ["speaker"]


def test_a_word_for_media_in_the_publishers_name_hides_no_other_paper() -> None:
    reading = read("نفى الوزير ما نشرته صحيفة فرنسية عن الميناء.", "ar", publisher="صحيفة الساحل")
    assert [(c.kind, c.name) for c in reading.credits] == [("foreign press", "صحيفة فرنسية")]


def test_the_paper_is_the_one_named_before_or_else_the_page_itself() -> None:
    text = "Selon le quotidien Le Phare, le pont rouvre. La maire a confié au journal que tout est prêt."
    assert [c.name for c in read(text, "fr").credits] == ["quotidien Le Phare", "journal"]
    assert read("La maire a confié au journal que tout est prêt.", "fr").credits == ()


def test_a_name_ends_with_its_line_and_each_piece_of_a_dateline_may_credit() -> None:
    text = "بوابة الساحل - نقلاً عن وكالة أنباء الوادي\nزار وزير النقل كريم فهمي مدينة رشيد."
    assert ("agency", "وكالة أنباء الوادي") in [t[:2] for t in told(text, "ar")]
    end = text.index("\n")
    parts = (Part("dateline", 0, end), Part("body", end + 1, len(text)))
    page = replace(read(text, "ar").article, parts=parts)
    credits = find_credits(split_sentences(Reading(page))).credits
    assert [(c.kind, c.name, c.whole) for c in credits] == [("agency", "وكالة أنباء الوادي", True)]


def test_an_agency_whose_name_is_longer_than_a_known_ones_is_another() -> None:
    text = "The exercise will run until Friday, the Free Oman News Agency reported."
    assert told(text, "en") == [("agency", "Free Oman News Agency", False)]


def test_a_statement_that_an_agency_passed_on_is_the_statement_and_the_agency() -> None:
    text = "ونفى مصدر عسكري، في بيان نقلته وكالة الأنباء العمانية الحرة، صحة ما تداولته الحسابات."
    assert [(k, n) for k, n, _ in told(text, "ar")] == [
        ("communique", "بيان"),
        ("agency", "وكالة الأنباء العمانية الحرة"),
    ]


def test_a_memorandum_of_understanding_says_nothing_itself() -> None:
    assert told("وأعلن الوزير أن البلدين وقعا على مذكرة تفاهم في مجال التدريب.", "ar") == []


@pytest.mark.parametrize(
    ("text", "language", "credit"),
    [
        ("The gates will stay open, the minister told Agence Corail.", "en", ("agency", "Agence Corail")),
        ("A source told Halcyon News Agency on Tuesday that the gates will stay open.", "en", ("agency", "Halcyon News Agency")),
        ("Les vannes resteront ouvertes, a confié le ministre à l'Agence Corail.", "fr", ("agency", "Agence Corail")),
        ("Our colleagues at El Heraldo de Tula say that the driver was asleep.", "en", ("outlet", "El Heraldo de Tula")),
        ("Nos confrères espagnols de La Provincia Atlántica parlent d'un scrutin crédible.", "fr", ("foreign press", "La Provincia Atlántica")),
        ("Nuestros colegas de La Voz de Almena aseguran que el conductor dormía.", "es", ("outlet", "La Voz de Almena")),
        ("وذكر زملاؤنا في صحيفة «صوت تولا» أن السائق كان نائما.", "ar", ("outlet", "صوت تولا")),
        ("The group's own statement put the price at 38 million euros.", "en", ("communique", "statement")),
        ("Un comunicado cifra las pérdidas en dos millones.", "es", ("communique", "comunicado")),
        ("The decree, read out on state TV late on Sunday, dissolves parliament.", "en", ("outlet", "state TV")),
    ],
)  # fmt: skip
def test_colleagues_agencies_that_are_told_and_texts_that_give_numbers_are_credited(
    text: str, language: str, credit: tuple[str, str]
) -> None:
    assert credit in [t[:2] for t in told(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“Nothing leaves the port,” Mr Ketbi told the Journal on Monday.", "en"),
        ("“No iremos”, dijo a la agencia la abogada de la familia, Rosa Luque.", "es"),
        ("Nos confrères ont été reçus par le maire jeudi matin.", "fr"),
        ("The minister told Agence de l'eau officials to open the gates.", "en"),
    ],
)
def test_the_page_itself_an_agency_nobody_named_and_colleagues_without_a_paper_are_no_credit(
    text: str, language: str
) -> None:
    assert read(text, language, publisher="Iberia Trade Journal").credits == ()


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ar", "أغلقت المدارس أبوابها حتى إشعار آخر. المصدر: وكالة الروابي للأنباء + البوابة", {"وكالة الروابي للأنباء", "البوابة"}),
        ("fr", "Les écoles sont fermées jusqu'à nouvel ordre. Source : Agence Saoura", {"Agence Saoura"}),
        ("es", "Las escuelas cerraron hasta nuevo aviso. Fuente: Agencia Montaraz / El Cantil", {"Agencia Montaraz", "El Cantil"}),
        ("en", "Schools are closed until further notice. Source: Saoura News Agency", {"Saoura News Agency"}),
    ],
)  # fmt: skip
def test_a_page_on_one_line_credits_behind_its_last_stop(language: str, text: str, names: set[str]) -> None:
    found = read(f"{text}\n", language).credits
    assert names <= {c.name for c in found}
    assert all(c.whole for c in found if len(names) == 1)
    assert not any(c.whole for c in found if len(names) == 2)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La commission a conclu. Source : ce mot figure au dossier. Elle se réunira lundi."),
        ("en", "The spring has dried up. Sources of water are few in the valley."),
        ("ar", "جف النبع هذا الصيف. مصدر المياه الوحيد بعيد عن القرية."),
    ],
)
def test_a_source_within_the_text_is_no_credit_at_its_foot(language: str, text: str) -> None:
    assert not [c for c in read(f"{text}\n", language).credits if c.whole]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "الشاطئ (خاص) - كتب: سالم العوني"),
        ("es", "11 NOV 2022 - 07:00 Tomás Lerma"),
        ("en", "Harbour (exclusive) - by Nora Tulk"),
    ],
)
def test_a_month_and_what_says_that_a_text_is_the_papers_own_are_no_agency(language: str, line: str) -> None:
    body = (
        "La sala abrió el lunes."
        if language == "es"
        else "The hall opened on Monday."
        if language == "en"
        else "افتتحت القاعة يوم الاثنين."
    )
    text = f"{line}\n\n{body}"
    parts = (Part("byline", 0, len(line)), Part("body", len(line) + 2, len(text)))
    article = Article("a", "a", "0", "text/plain", language, *(None,) * 6, (), text, parts)
    assert annotate(article).credits == ()


@pytest.mark.parametrize(
    ("language", "text", "relayed"),
    [
        # a letter that the page has seen passes on its writer's words; a report that speaks itself is no second hand
        ("en", "In a letter seen by this newspaper, the warden, Nora Tulk, wrote: “The roof will not last another winter.”", ["letter"]),
        ("fr", "Dans une lettre dont nous avons obtenu copie, le maire, Lilian Baudry, s'inquiète d'« un quartier livré à lui-même ».", ["lettre"]),
        ("es", "En una octavilla repartida ante la fábrica, el sindicato Unión Papelera exige «una paga extra, no bombones».", ["octavilla"]),
        ("es", "Según un borrador de informe consultado por este medio, la firma «desoyó tres alarmas».", []),
        # who has a document is the one hand
        ("ar", "وخلصت الهيئة إلى أن الشركة «تجاهلت ثلاثة إنذارات متتالية»، وفق مسودة تقرير اطلعت عليها رويترز.", ["رويترز"]),
    ],
)  # fmt: skip
def test_a_letter_passes_on_and_a_document_that_a_medium_has_is_one_hand(
    language: str, text: str, relayed: list[str]
) -> None:
    (q,) = annotate(
        Article("a", "a", "0", "text/plain", language, *(None,) * 6, (), text, (Part("body", 0, len(text)),))
    ).quotations
    assert [x.name for x in q.chain if x.role == "relayed by"] == relayed


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        (
            "ar",
            "أفادت المديرية في بيان بأن التوقيف جرى بإشارة من النيابة للاشتباه في نشر بيانات شخصية محمية.",
            ["بيان"],
        ),
        ("en", "The council says it will rule on the census on Friday.", []),
        ("ar", "غير أن بيانا للوزارة ذكر أن الوزير هو من وقعه شخصيا.", ["بيانا للوزارة"]),
        ("en", "PRESENTER (Karim Haddad): The director was freed this afternoon on bail.", []),
    ],
)
def test_what_is_spoken_about_is_no_source_and_a_statement_told_in_the_accusative_is_one(
    language: str, text: str, named: list[str]
) -> None:
    tail = (
        " And rain is expected in the hills at the weekend."
        if language == "en"
        else " ومن المتوقع هطول أمطار في نهاية الأسبوع."
    )
    reading = annotate(read_page(Page(source="p.txt", data=f"{text}{tail}\n".encode(), media_type="text/plain")))
    assert [c.name for c in reading.credits] == named


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        (
            "fr",
            "Avec ARP – Publié le lundi 18 septembre 2023, mis à jour à 18 h 20",
            "Le port a rouvert mercredi matin.",
        ),
        (
            "en",
            "With ARP – Published on Monday 18 September 2023, updated at 18:20",
            "The port opened again on Wednesday.",
        ),
        (
            "es",
            "Con ARP | Publicado el lunes 18 de septiembre de 2023 a las 18:20",
            "El puerto volvió a abrir el miércoles.",
        ),
    ],
)
def test_capitals_behind_with_at_the_head_of_a_dateline_are_an_agency(language: str, line: str, text: str) -> None:
    whole = f"{line}\n\n{text}"
    parts = (Part("dateline", 0, len(line)), Part("body", len(line) + 2, len(whole)))
    a = replace(read(whole, language).article, parts=parts)
    assert [(c.kind, c.name, c.whole) for c in find_credits(split_sentences(Reading(a))).credits] == [
        ("agency", "ARP", True)
    ]
