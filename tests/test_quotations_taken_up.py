"""Whom a pronoun, a firm's common noun or a family name of two takes up: a body is no "she", and who speaks in a clause set in is not its subject."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def holding(read: Reading, words: str) -> QuotationMention:
    return next(q for q in read.quotations if any(words in read.article.words(p) for p in q.pieces))


WHOM = [
    # a body without a name is nobody's "he", a man no « elle »
    ("en", "The coach, Hernan Basabil, is out. The club announced on Saturday that it had sacked him. Reached at the airport, he told reporters: \"I resigned in the tunnel, with my socks still wet.\"", "I resigned", "Hernan Basabil"),
    ("fr", "Le comité dément avoir gonflé la liste, comme l'en accuse l'astronome espagnole Inés Bojor.\n« J'ai trouvé dans le programme deux collègues morts », raconte-t-elle.", "J'ai trouvé", "Inés Bojor"),
    ("fr", "L'avocate du port, Solène Quintier, est venue.\nLe gérant, Aymeric Tern, est absent.\nLe juge souhaite entendre l'avocate mercredi prochain. « J'irai avec mes photos », promet-elle.", "J'irai", "Solène Quintier"),
    ("fr", "La ministre, Ximena Aranci, a saisi le tribunal.\nDes sénateurs assurent que la ministre avait démissionné par lettre. L'intéressée dément « catégoriquement ».", "catégoriquement", "Ximena Aranci"),
    # a relative's owner is another, and who is somebody's brother is himself
    ("es", "El ajedrecista Pape Malick Seni firmó el viernes.\nEl jugador, hermano de la portavoz de las pescaderas, Alba Ruiz, debutará el 5 de noviembre. «Vengo a jugar», escribió.", "Vengo a jugar", "Pape Malick Seni"),
    ("es", "El jugador, el senegalés Pape Malick Seni, debutará el 5 de noviembre. «Vengo a jugar», dijo.", "Vengo a jugar", "Pape Malick Seni"),
    ("en", "The project will cost a million, according to Luis Bojor, the rector. The astronomer Ines Barra, the rector's sister, resigned.\n“Two million people will be looking,” the rector said.", "Two million", "Luis Bojor"),
    # of two of one family who spoke last
    ("en", "The chairman, Ghassan Baroud, said on Monday that the engineer Rami Baroud had given himself up.\n“We lost five of our men,” Baroud said.", "We lost five", "Ghassan Baroud"),
    ("ar", "أكد رئيس مجلس الإدارة غسان البارودي أن المهندس رامي البارودي سلم نفسه صباح الإثنين.\nوقال البارودي: «خسرنا خمسة من عمالنا ولن نتاجر بدمهم».", "خسرنا خمسة", "غسان البارودي"),
    # the one firm of the page
    ("es", "Ambos empleados de Transformadores Gorbel escoltaban un camión. “Oí un crujido”, relató Ander Belza.\nLa empresa sostiene que la pieza “pesaba 164 toneladas”.", "pesaba 164", "Transformadores Gorbel"),
    # a clause set in between commas, and one that a colon leads in
    ("es", "El convenio, precisó el martes la Secretaría de Salud en un boletín, incluye “la transferencia gradual de tecnología”.", "la transferencia", "Secretaría de Salud"),
    ("es", "El Fútbol Club Manar ofrece otra versión: asegura en un comunicado que el traspaso se firmó el viernes, “con todas las partes presentes”.", "con todas", "Fútbol Club Manar"),
    ("fr", "Un pêcheur qui dit avoir assisté à la scène, Modou Ndao, a entendu « trois rafales ».", "trois rafales", "Modou Ndao"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "whom"), WHOM, ids=[w for _, _, w, _ in WHOM])
def test_the_words_are_of(language: str, text: str, words: str, whom: str) -> None:
    read = reading(text, language)
    speaker = holding(read, words).speaker
    assert speaker is not None
    assert speaker.mention is not None
    assert read.mentions[speaker.mention].text == whom


NOBODY = [
    # a firm that nobody names came since
    ("en", "Two hauliers, Ibex Freight Ltd and Oryx Cargo Ltd, met.\nA company from Hull was called. The company said nobody was hurt.", "nobody was hurt"),
    # of several no « elle » can be told
    ("fr", "Des sénateurs assurent que le texte est mort. « Il reste dix jours », dit-elle.", "Il reste dix jours"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words"), NOBODY, ids=[w for _, _, w in NOBODY])
def test_nobody_known_is_taken_up(language: str, text: str, words: str) -> None:
    speaker = holding(reading(text, language), words).speaker
    assert speaker is None or speaker.mention is None


OFFICES = [
    ("fr", "Le ministre du Commerce, Karim Ngomo, a téléphoné dimanche et obtenu « un couloir pour les produits frais », selon son cabinet.", "un couloir", "Karim Ngomo"),
    ("en", "The mayor, Paul Kessel, has secured “a bridge before May”, according to his office.", "a bridge", "Paul Kessel"),
    ("es", "El alcalde, Luis Prado, prometió “un puente nuevo antes de mayo”, según su gabinete.", "un puente nuevo", "Luis Prado"),
    ("ar", "وحصل الوزير سامي حداد على «ممر للبضائع الطازجة قبل الثلاثاء»، بحسب مكتبه.", "ممر للبضائع", "سامي حداد"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "whom"), OFFICES, ids=[x[0] for x in OFFICES])
def test_his_office_passes_on_whose_words_it_tells(language: str, text: str, words: str, whom: str) -> None:
    read = reading(text, language)
    made = holding(read, words)
    assert made.speaker is not None
    assert made.speaker.text == whom
    assert [x.role for x in made.chain] == ["speaker", "relayed by"]


def test_what_a_station_told_before_a_denial_has_not_passed_it_on() -> None:
    text = "The minister, Paul Kessel, denied that any dolphin had died, after Radio Horn reported five."
    assert [x.role for x in holding(reading(text, "en"), "any dolphin").chain] == ["speaker"]
    arabic = "وأكد الوزير سامي حداد أن الكمية لم تتجاوز 180 طنا، بعدما أوردت إذاعة القرن نفوق خمسة دلافين."
    assert [x.role for x in holding(reading(arabic, "ar"), "الكمية").chain] == ["speaker"]


def test_a_headline_of_an_interview_is_of_whom_it_asks() -> None:
    title = "“They pointed rifles and then gave us tea”"
    text = f"{title}\nDomingo Betan, skipper, is back in port. He talks to us on the quay.\nQ: Were you afraid?\nA: Everybody was, from the first minute on.\nQ: And now?\nA: Now we paint the boat and we wait for the season."
    parts = (Part("title", 0, len(title)), Part("body", len(title) + 1, len(text)))
    read = annotate(Article("a", "a", "0", "text/plain", "en", *(None,) * 6, (), text, parts))
    said = holding(read, "They pointed").speaker
    assert said is not None
    assert said.text == "Domingo Betan"


def test_words_behind_a_colon_are_of_whom_the_clause_is_told_by() -> None:
    text = "ويقول والدها حسين علوان إن مستشفيين رفضا استقبالها: «حملتها من باب إلى باب والأبواب كلها مقفلة»."
    said = holding(reading(text, "ar"), "حملتها").speaker
    assert said is not None
    assert said.text == "حسين علوان"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وشدد الوزير فيصل العجران على أن «القانون لا يفرق بين شاشة وشاشة»، نافيا أن يكون الحكم موجها ضد القناة.", "فيصل العجران"),
        ("وقال غسان البارودي في مؤتمر عقده أمس في مقر الشركة: «خسرنا خمسة من عمالنا».", "غسان البارودي"),
    ],
)  # fmt: skip
def test_a_noun_with_the_article_or_behind_a_preposition_says_nothing(text: str, who: str) -> None:
    said = reading(text, "ar").quotations[0].speaker
    assert said is not None
    assert said.text == who


def test_a_clause_of_many_words_behind_the_article_is_no_name() -> None:
    text = 'وذكرت خلية الإعلام الأمني أن الرتل كان طويلا، وأن الجسر "مغلق أمام الحمولات الثقيلة منذ عام 2017".'
    assert any(q.kind == "mixed" for q in reading(text, "ar").quotations)


def test_what_a_memo_says_before_a_semicolon_is_no_hand_of_whom_it_speaks_of() -> None:
    text = "A memo to staff says he was dismissed on Monday; Tarek Serhan insists that he had resigned the day before."
    made = holding(reading(text, "en"), "he had resigned")
    assert [x.role for x in made.chain] == ["speaker"]


@pytest.mark.parametrize(
    ("language", "text", "whom"),
    [
        ("es", "La Fiscalía General del Norte abrió una carpeta. El organismo informó que «no hay detenidos».", "Fiscalía General"),
        ("fr", "L'Agence nationale des eaux a coupé trois puits. L'organisme assure que la mesure est « strictement préventive ».", "Agence nationale des eaux"),
        ("en", 'The Coastal Roads Authority shut the tunnel. The agency said the closure was "purely a precaution".', "Coastal Roads Authority"),
        ("fr", "Le prêt du Musée Wernstein est rendu, selon un communiqué du musée, qui évoque « un acte de justice et de mémoire ».", "Musée Wernstein"),
    ],
)  # fmt: skip
def test_a_word_for_any_body_takes_up_the_one_just_spoken_of(language: str, text: str, whom: str) -> None:
    r = reading(text, language)
    said = r.quotations[-1].speaker
    assert said is not None
    assert said.mention is not None
    assert whom in r.mentions[said.mention].text


def test_of_two_bodies_a_word_for_any_takes_up_none() -> None:
    text = (
        "Los vecinos llamaron a la Comisión del Agua y al Instituto de Vivienda. El organismo dijo que «no hay fugas»."
    )
    said = reading(text, "es").quotations[-1].speaker
    assert said is not None
    assert said.mention is None


@pytest.mark.parametrize(
    ("language", "text", "whom"),
    [
        ("fr", "La grève dure.\n« Personne ne nous a prévenus. » Au micro de la chaîne, Karim Ngomo ne décolère pas.", "Karim Ngomo"),
        ("en", 'The strike goes on.\n"Nobody warned any of us." Paul Kessel shrugs and goes back to his nets.', "Paul Kessel"),
        ("es", "Sigue la huelga.\n«Nadie nos avisó de nada.» Luis Prado se encoge de hombros y vuelve a sus redes.", "Luis Prado"),
    ],
)  # fmt: skip
def test_a_whole_utterance_that_opens_a_paragraph_is_of_whom_the_next_sentence_tells(
    language: str, text: str, whom: str
) -> None:
    said = reading(text, language).quotations[-1].speaker
    assert said is not None
    assert said.text == whom


@pytest.mark.parametrize(
    "text",
    [
        "La grève dure.\n« Justice pour Karim ». Karim Ngomo a été tué mardi devant le port.",
        "La grève dure.\n« Personne ne nous a prévenus. » La cause de Karim Ngomo divise la ville.",
        "La grève dure.\n« Personne ne nous a prévenus. » Karim Ngomo et Paul Ledrut se taisent.",
    ],
)
def test_a_slogan_or_one_of_two_is_no_such_person_s(text: str) -> None:
    assert all(q.speaker is None for q in reading(text, "fr").quotations)


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Le parquet lui reproche des « entraves à la circulation maritime », selon un communiqué lu à la radio nationale.", "Le parquet"),
        ("en", 'The league condemned "acts of sabotage", according to a statement on Monday.', "The league"),
        ("ar", "وغادر الوزير القاعة، غير أن الوزير سامي حداد أبلغ قناة «الجسر» أنه «قدم استقالته إلى الرئيس مساء الجمعة».", "سامي حداد"),
    ],
)  # fmt: skip
def test_a_text_or_a_station_beside_a_subject_does_not_speak_for_it(language: str, text: str, who: str) -> None:
    said = reading(text, language).quotations[-1].speaker
    assert said is not None
    assert said.text == who


def test_a_statement_read_on_a_station_is_one_hand() -> None:
    for text in (
        'In a statement read on Radio Lighthouse, the minister, Paul Kessel, said the rigs "were inspected twice".',
        'In a statement carried by the agency Horn Press, the minister, Paul Kessel, said the rigs "were inspected twice".',
    ):
        names = [x.name for x in reading(text, "en").quotations[-1].chain[1:]]
        assert names == (["statement"] if "Radio" in text else ["statement", "agency Horn Press"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", 'وأفاد مصدر في الشرطة بأن مدير "زمزم للأسفار" هارون النور اعتقل في المطار.'),
        ("ar", "وقالت الهيئة إن العداء أوقف بعد ثبوت تعاطيه مادة «إي بي أو» المحظورة."),
        ("fr", "La fédération a annoncé que la molécule « EPO recombinante » avait été trouvée."),
        ("en", 'A police source said that the manager of "Zamzam Travel" had been arrested at the airport.'),
    ],
)
def test_a_firm_that_an_office_is_of_and_a_substance_are_names(language: str, text: str) -> None:
    assert all(q.kind == "indirect" for q in reading(text, language).quotations)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Le pont tiendra », a déclaré le ministre."),
        ("es", "«El puente aguantará», juró el ministro."),
        ("es", "«El puente aguantará», ha dicho el ministro."),
    ],
)
def test_a_short_sentence_before_its_comma_and_verb_is_no_name(language: str, text: str) -> None:
    assert [q.kind for q in reading(text, language).quotations] == ["direct"]
