"""Whose word a sentence gives where its grammar hides it: inner verbs, asides, sources ahead, bodies nobody names for themselves."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


SAID = [
    # a verb inside the reported clause, of what cannot speak or without a subject of its own
    ("fr", "Le procureur, Yann Kermarec, a fait savoir que l'autopsie avait conclu à « une mort naturelle ».", "une mort naturelle", "Yann Kermarec"),
    ("es", "El delantero, autor de dos goles, dijo que esperaba esta noche «desde los seis años».", "desde los seis años", "delantero"),
    ("ar", "وذكر التلفزيون الرسمي أن الجسر تعرض «لتخريب متعمد».", "لتخريب متعمد", "التلفزيون الرسمي"),
    # a relative clause that a comma closes
    ("es", "El Sr. Ruiz dijo que el plan de Elena Prado, que defiende la reforma, está «muerto».", "muerto", "Ruiz"),
    # a verb behind the words and its subject, whatever it means and whoever that is
    ("fr", "« Personne n'a été mordu », a démenti le zoo.", "Personne n'a été mordu", "le zoo"),
    ("es", "«Cerramos las compuertas», se defendió la operadora.", "Cerramos las compuertas", "la operadora"),
    # an aside behind the verb; a complement between a role and its bearer
    ("fr", "« On nous cache tout », accuse, amer, le secrétaire du syndicat, Djamel Ferhat.", "On nous cache tout", "Djamel Ferhat"),
    ("ar", "وصرح المكلف بالإعلام لدى الحماية المدنية، الملازم الأول عبد القادر زيان، أن الأسباب «مجهولة تماما».", "مجهولة تماما", "عبد القادر زيان"),
    # a clause that a subject and its verb interrupt; who is told behind a bare verb
    ("en", "A survey of the reef will be completed in May, he said, and the fund is to pay for it.", "A survey of the reef will be completed in May", "he"),
    ("en", "My own sources in Cairo tell me that the licence had lapsed in September.", "the licence had lapsed in September", "My own sources in Cairo"),
    # one speaks from inside a body; a source that is named by its sort
    ("fr", "« Les vignes ne s'en remettront pas », prévient-on à la chambre d'agriculture.", "Les vignes ne s'en remettront pas", "chambre d'agriculture"),
    ("es", "«Las viñas no se recuperarán», advierten desde la cámara agraria.", "Las viñas no se recuperarán", "cámara agraria"),
    ("fr", "De source policière, on indique que le suspect était connu des services.", "le suspect était connu des services", "source policière"),
    # whom a medium cited; what an object's relative says; a source behind a contracted article
    ("es", "La televisión estatal citó al ministro del Interior, quien aseguró que la presa fue «saboteada».", "saboteada", "ministro del Interior"),
    ("es", "Esa es, a decir del cronista local, «la verdadera historia» del puente.", "la verdadera historia", "cronista local"),
    # a slogan is the crowd's, its word nobody's; «ل» belongs to the preposition; nobody expects at a source's
    ("es", "Decenas de jubilados marcharon ayer con el lema «Agua antes que golf».", "Agua antes que golf", "Decenas de jubilados"),
    ("ar", "ووفقا للسفير، فإن التأشيرات ستعود قريبا.", "التأشيرات ستعود قريبا", "سفير"),
    ("ar", "وبحسب المصدر، يتوقع أن «تكون الغلة هزيلة».", "تكون الغلة هزيلة", "المصدر"),
    # the nearest verb of a gerund; an attribute is nobody; who wrote on his page
    ("ar", "وأعلن الضيف عن تبرع كبير للمدرسة، فرد عليه رئيس النادي نبيل الحلبي ممازحا: «كنا نريد تأشيرات، فجاءتنا مقاعد».", "كنا نريد تأشيرات، فجاءتنا مقاعد", "نبيل الحلبي"),
    ("ar", "ونفت حديقة الحيوان الخبر، مؤكدة في رسالة إلكترونية أن «الأمر مجرد خدش».", "الأمر مجرد خدش", "حديقة الحيوان"),
    ("ar", "وكتب سامي الطوخي على صفحته في فيسبوك: «استقلت يوم الأحد ومعي صورة الاستقالة».", "استقلت يوم الأحد ومعي صورة الاستقالة", "سامي الطوخي"),
    # «إن» of «قال» behind a relative clause or a colon; what "and added" opens is words of their own
    ("ar", "وقال نارسيس الطرابلسي الذي يبلغ من العمر 68 عاما ويعمل كهربائيا إن الاستقلال صار بعيدا.", "الاستقلال صار بعيدا", "نارسيس الطرابلسي"),
    ("ar", "وأفادت شركة السواحل قائلة: إن التأخير قد يكلف بعض الوظائف.", "التأخير قد يكلف بعض الوظائف", "شركة السواحل"),
    ("ar", "قالت الشرطة إن النظارة وجدت في المكان وأضافت أن التحليل سيستغرق أسبوعا.", "التحليل سيستغرق أسبوعا", "الشرطة"),
    # words alone behind what somebody was just said to say
    ("en", "The mayor, Tom Hale, said that the works had begun in June. “Nobody will lose his house.” The opposition disagrees.", "Nobody will lose his house.", "Tom Hale"),
    ("fr", "Le maire, Tom Hale, a qualifié l'accord d'« historique ». « Nous ne reviendrons pas en arrière. » L'opposition n'a pas réagi.", "Nous ne reviendrons pas en arrière.", "Tom Hale"),
    # in whose eyes it is so; an infinitive behind its negation; a verb that is its own past
    ("fr", "Pour le ministre maltais Clayton Zerafa, la suspension est « regrettable mais réparable ».", "regrettable mais réparable", "Clayton Zerafa"),
    ("fr", "Le président de la commission, Abdel Jibani, assure n'avoir jamais vu le texte.", "n'avoir jamais vu le texte", "Abdel Jibani"),
    ("en", "The treaty splits the revenue of the field “down the middle”, as he put it.", "down the middle", "he"),
    # a medium and whom it quotes before "that"; who printed the text another speaks in
    ("ar", "وذكرت قناة «الساحل» نقلا عن مسؤول في الميناء أن الباخرة غادرت ليلا.", "الباخرة غادرت ليلا", "مسؤول في الميناء"),
    ("ar", "وأعلنت الشركة في بيان نشرته وكالة الشرق للأنباء أن المصنع سيغلق أبوابه في يونيو.", "المصنع سيغلق أبوابه في يونيو", "الشركة"),
    # a colon sets his words beside what he did; a preposition opens no name
    ("es", "El capitán, Leo Marín, sí lo hizo: «Nos debemos a la afición».", "Nos debemos a la afición", "Leo Marín"),
    ("fr", "Le procureur, Hervé Lantier, a toutefois appelé « à la prudence ».", "à la prudence", "Hervé Lantier"),
    # a name in apposition behind its role's complement; whom a word told "to our site" stands behind; a body by its first word
    ("fr", "Un rendez-vous se monnayait jusqu'à 400 000 dinars, assure au Rhumel un client, le chauffeur de taxi Samir Guechi : « J'ai vendu la voiture de ma femme. »", "J'ai vendu la voiture de ma femme.", "Samir Guechi"),
    ("ar", "وعينت المحكمة المتصرفة فلة دراجي. وقالت دراجي لموقعنا: «الأولوية للأجور، ثم للوقود، ثم للباقي».", "الأولوية للأجور، ثم للوقود، ثم للباقي", "دراجي"),
    # who does something while saying; parents, workers, strikers; no verb in "news agency"; a comparison is no name
    ("ar", "واستقبل الوزيرين عشرات من عمال المصنع منذ الخميس، وهم يرددون: «التمر حلو والأجرة مرة».", "التمر حلو والأجرة مرة", "عشرات من عمال"),
    ("ar", "واعتصم أولياء التلاميذ، صباح أمس، أمام مقر الولاية مطالبين بـ«محاكمة علنية».", "محاكمة علنية", "أولياء التلاميذ"),
    ("ar", "وأوضح مدير التربية، السعيد بن طالب، لوكالة أنباء الواحات أن «القسم كان فارغا لحظة وقوع الهزة».", "القسم كان فارغا لحظة وقوع الهزة", "السعيد بن طالب"),
    ("es", "El Ministerio de Defensa informó en un comunicado de que ha trasladado un hospital de campaña “como gesto de vecindad”.", "como gesto de vecindad", "Ministerio de Defensa"),
    ("ar", "لكن الشيخ علي حزام الأكوع، أحد الوسطاء القبليين، أكد أن التوقيع جرى في مدرسة الوحدة.", "التوقيع جرى في مدرسة الوحدة", "علي حزام الأكوع"),
    # two words behind a colon
    ("ar", "وكتب اللاعب السابق نادر حمزة على منصة إكس: «ظلمني الحكم».", "ظلمني الحكم", "نادر حمزة"),
    # a number in a prepositional object is no subject; a source set in between is not who said it
    ("ar", "لكن شركة كورفان تتحدث في بيان عن توقيف ثلاثة من أفراد الطاقم، وتصف ما جرى بأنه «احتجاز رهائن بقوة القانون».", "احتجاز رهائن بقوة القانون", "شركة كورفان"),
    ("ar", "وقال المدعي العام، بحسب محضر الجلسة، إن السيارة كانت زرقاء.", "السيارة كانت زرقاء", "المدعي العام"),
    # "but" gives another the turn; whom a medium cites ahead of what it reports
    ("en", "Doctor Hanan Yusuf denied that vaccines had run out, but a nurse at the clinic said that the fridge was empty.", "the fridge was empty", "a nurse at the clinic"),
    ("en", "Citing court papers, the Harbour Gazette reported that the heiress had sold the island.", "the heiress had sold the island", "court papers"),
    # two words are a clause in Arabic; what a predicate's marks hold is no project's name
    ("ar", "وشدد وزير الصحة رسلان عاشور على أن الدواء متوفر.", "الدواء متوفر", "رسلان عاشور"),
    ("ar", "وقالت سلمى البرهومي إن المشروع «بلا معنى».", "بلا معنى", "سلمى البرهومي"),
    # a subject behind its verb with where it said so, set in between commas
    ("es", "El convenio, precisó la alcaldesa Berta Lunar en un boletín, incluye becas y «la cesión gradual del taller».", "la cesión gradual del taller", "Berta Lunar"),
    ("fr", "Le contrat, a précisé le ministre Paul Ledrut dans un communiqué, comprend « un transfert graduel des outils ».", "un transfert graduel des outils", "Paul Ledrut"),
    # the one noun behind an Arabic verb that goes on is what it calls something; of two the first is its subject
    ("ar", "ونفت خارجية الجزر ما تناقلته مواقع إلكترونية، ووصفت النبأ في بيان بأنه «من نسج الخيال».", "من نسج الخيال", "خارجية الجزر"),
    ("ar", "رد المدرب عادل السويسي على الانتقادات، ووصف القرار بأنه «متسرع وغير عادل».", "متسرع وغير عادل", "عادل السويسي"),
    ("ar", "ووصف النائب القرار بأنه «جائر ولا يستند إلى قانون».", "جائر ولا يستند إلى قانون", "النائب"),
    # what a colon sets beside somebody's deed; an infinitive is no nickname
    ("fr", "« On repart de zéro » : l'entraîneur Stan Okafor n'a pas caché sa colère.", "On repart de zéro", "Stan Okafor"),
    ("fr", "L'ambassadeur Tarek Bensouda dit « regretter un malentendu ».", "regretter un malentendu", "Tarek Bensouda"),
    # what is found inside a clause without its conjunction is told by who says so
    ("en", 'The harbour office said divers had found "two cracked plates below the waterline" in May.', "two cracked plates below the waterline", "The harbour office"),
    # a body denies before the colon, a text tells it behind its words
    ("fr", "Le ministère des Transports dément : le directeur est « en mission jusqu'en juin », précise une note.", "en mission jusqu'en juin", "ministère des Transports"),
    # an utterance between a colon and its own verb
    ("es", 'La junta niega que el club haya vendido el campo: "Ni una piedra", zanjó su vocal Leonor Aznar.', "Ni una piedra", "Leonor Aznar"),
    # any Arabic verb of the present between quoted words with their comma and a name, or an office
    ("ar", "«لن أبيع البستان»، يتنهد رئيس الجمعية كمال الزهراوي.", "لن أبيع البستان", "كمال الزهراوي"),
    ("fr", "« Je n'ai pas signé », s'est récriée la trésorière, Maude Quéré.", "Je n'ai pas signé", "Maude Quéré"),
    # a body that concluded something far before its words, and the text that tells it
    ("es", "La Comisión Mixta de Pesca concluyó el lunes que las redes que cerraron la bocana del puerto durante tres semanas «no procedían de ningún barco local», según el informe consultado por este diario.", "no procedían de ningún barco local", "Comisión Mixta de Pesca"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "who"), SAID, ids=[t[:30] for _, t, _, _ in SAID])
def test_whose_words_they_are(language: str, text: str, words: str, who: str) -> None:
    r = reading(text, language)
    q = r.quotations[-1]
    assert r.article.text[q.pieces[-1].start : q.pieces[-1].end] == words
    assert q.speaker is not None
    assert q.speaker.text == who


THROUGH = [
    # a medium named by its article, right behind its verb or before what it cites; a genitive; an agency at the head of a text
    ("es", "Informó La Voz del Salar, citando a dos fuentes del puerto, que el buque llevaba abonos.", ["La Voz del Salar"]),
    ("fr", "La cheffe Ines Valdoro a été remerciée, rapporte Le Soir de Brivanne. « On m'a prévenue hier », confie-t-elle au quotidien.", ["Le Soir de Brivanne"]),
    ("en", 'Quoting the state news agency, the paper said the satellite had "lost attitude control".', ["paper"]),
    ("en", '"The vines will not recover," Mr Tolliver told the BBC\'s farming programme.', ["BBC"]),
    ("es", "Rosa Verdaguer / Efe. «Estamos cansados», resumió el portavoz de los conductores, Elías Mora.", ["Efe"]),
    # who carried a source's words, in an aside; what a medium has seen; a correspondent is told for his paper
    ("en", "According to the ministry of education, as quoted by the daily Al-Manar, the exam will be repeated.", ["daily Al-Manar"]),
    ("fr", "La ministre déléguée a affirmé, selon des propos rapportés par Le Midi Salinier, que le tunnel serait gratuit.", ["Le Midi Salinier"]),
    ("fr", "Le rapport de la Cour des comptes, que Mediapart a pu consulter, évoque « une gestion à vue ».",
     ["rapport de la Cour des comptes", "Mediapart"]),
    ("ar", "وأفاد مصدر أمني لمراسل «الأفق» بأن المشتبه به كان معروفا لدى الأجهزة.", ["الأفق"]),
    # on the air of a station without a name; who has a text that speaks
    ("en", "Colonel Daher Aptidon complained on state television that his men had two booms.", ["state television"]),
    ("en", "An internal report obtained by the Guardian warns that the roof could collapse.", ["Guardian"]),
    # the issuer goes on under any of its names; an email is how it was said, no text
    ("fr", "Le bilan est de onze morts, a indiqué le ministère de la Santé dans un communiqué. « Tout sera dit », promet le ministère.", ["communiqué"]),
    ("en", 'The mayor\'s office issued a statement on Tuesday night. "The water is safe to drink," it said.', ["statement"]),
    ("en", '"It was a scratch," zoo spokesman Ivor Quill said by email.', []),
    ("en", "The zoo's lawyer, Ivor Quill, said in an email that the fence would be mended.", []),
    ("en", "In an email to employees, the chief executive, Dora Kwon, said the plant was \"safe\".", ["email"]),
    ("ar", "وقال مدير الحديقة سامي حداد في رسالة إلكترونية إن «السياج سيصلح».", []),
    # what is his own text is his word
    ("en", "The bank's chairman, Rupert Oyelaran, was \"tired of counting other people's money\", according to his farewell note.", ["note"]),
    ("ar", "واستقال المدير جمال الحسيني «حتى لا يقال إنني تمسكت بالكرسي»، بحسب رسالة استقالته.", ["رسالة"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "through"), THROUGH, ids=[t[:30] for _, t, _ in THROUGH])
def test_through_whom_words_came(language: str, text: str, through: list[str]) -> None:
    q = reading(text, language).quotations[-1]
    assert [link.name for link in q.chain if link.role == "relayed by"] == through


MEANT = [
    # the owner of a text, with «لل» written into its name or as a bare noun
    ("ar", "وجاء في بيان للنيابة العامة أن «المتهمين أحيلا إلى قاضي التحقيق».", "نيابة العامة"),
    ("es", "El ministerio de Salud lo negó. Según un comunicado del ministerio, fue «un rumor sin base».", "ministerio de Salud"),
    # bodies of a town under their common names
    ("en", "The town council swears that the line had been switched off in 2020.", "town council"),
    ("fr", "Le conseil municipal affirme avoir rasé 41 échoppes « menaçant ruine ».", "conseil municipal"),
    ("ar", "وأكد مجلس المدينة أنه أزال 41 محلا «آيلة للسقوط».", "مجلس المدينة"),
    # the noun that a page calls somebody; what is his own
    ("es", "La ajedrecista Odalys Lind se retiró del torneo. «No puedo pensar», confesó la ajedrecista.", "Odalys Lind"),
    ("es", "«Aquella vela era de 2011», afirma Jordi Casals, gerente. Según sus datos, a la hora del despegue soplaban 17 nudos.", "Jordi Casals"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "whom"), MEANT, ids=[t[:30] for _, t, _ in MEANT])
def test_whom_the_speaker_is(language: str, text: str, whom: str) -> None:
    r = reading(text, language)
    said = r.quotations[-1].speaker
    assert said is not None
    assert said.mention is not None
    assert r.mentions[said.mention].text == whom


def test_a_platform_or_a_paper_beside_a_body_does_not_make_it_speak() -> None:
    r = reading(
        "La empresa egipcia, en una nota difundida en Facebook, culpa a «una ráfaga imposible de prever».", "es"
    )
    said = r.quotations[-1].speaker
    assert said is not None
    assert said.mention is None


def test_it_is_a_body_never_the_person_who_spoke_last() -> None:
    r = reading(
        'Corvane Shipping denied that tanks had been washed. "You pump it," said Ingrid Solvang. It was, it said, "a minor release, since contained".',
        "en",
    )
    said = r.quotations[-1].speaker
    assert said is not None
    assert said.mention is not None
    assert r.mentions[said.mention].text == "Corvane Shipping"


def test_a_ship_with_a_number_is_quoted_by_nobody() -> None:
    r = reading("أعلن جهاز خفر السواحل أن زورق الدورية «الصقر 7» أوقف فجر الجمعة سفينة صيد.", "ar")
    assert [q.kind for q in r.quotations] == ["indirect"]


def test_who_learns_something_has_not_said_it() -> None:
    text = "Elle a appris que certains de ses soutiens ne comptaient plus rien lui donner."
    assert not reading(text, "fr").quotations


@pytest.mark.parametrize(
    ("language", "text", "words", "who"),
    [
        ("fr", "La fonderie dément avoir renvoyé des grévistes.", "avoir renvoyé des grévistes", "La fonderie"),
        ("fr", "La fonderie dément, dans un communiqué, avoir renvoyé des grévistes.", "avoir renvoyé des grévistes", "La fonderie"),
        ("es", "La fundición niega, en un comunicado, haber despedido a nadie.", "haber despedido a nadie", "La fundición"),
        ("en", "Through her lawyer, Imelda Crane denied having signed the lease.", "having signed the lease", "Imelda Crane"),
    ],
)  # fmt: skip
def test_a_verb_without_conjunction_reports_what_somebody_denies(
    language: str, text: str, words: str, who: str
) -> None:
    (q,) = reading(text, language).quotations
    assert text[q.pieces[0].start : q.pieces[0].end] == words
    assert q.speaker is not None
    assert q.speaker.text == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وأعلن نادي الوثبة في بيان أنه «أنهى العلاقة مع المدرب بالتراضي».", "نادي الوثبة"),
        ("ونادى المحتجون بأن «يرحل الوالي قبل العيد».", "المحتجون"),
    ],
)
def test_a_club_is_no_call(text: str, who: str) -> None:
    said = reading(text, "ar").quotations[-1].speaker
    assert said is not None
    assert said.text == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The union had taken the cup away from Kuwait on 7 February, citing the roof of the Nasr hall."),
        ("en", "It put the value of the prize at 200,000 dirhams, not the sum announced from the stage."),
        ("en", "Nor was the memorandum signed by the ministers, whatever the photographs suggest."),
        ("fr", "Le préfet Yann Kermarec, arrivé sur place, a confirmé quatorze blessés dans l'accident de car."),
        ("fr", "J'avais écrit la semaine passée que le contrat datait de 2017, ce qui était faux."),
        ("es", "En todo el valle, una tierra sin agua, aún recuerdan la presa perdida en la crecida."),
    ],
)
def test_a_thing_beside_a_word_of_saying_says_nothing(language: str, text: str) -> None:
    assert not [q.speaker.text for q in reading(text, language).quotations if q.speaker is not None]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The bonnets will sell out by June, historians said on Tuesday.", "historians"),
        ("en", "Studies have found that the river carries twice as much silt as in 1990.", "Studies"),
        ("fr", "Selon la réglementation, les fonds ne peuvent entrer dans le pays qu'en mars.", "la réglementation"),
        ("es", "El fabricante asegura que la pieza fue retirada de las tiendas en 2021.", "El fabricante"),
        ("en", "The line, worth $640m according to Pampa Gas and $710m according to Tripoli, is late.", "Pampa Gas"),
    ],
)
def test_people_and_papers_may_speak(language: str, text: str, who: str) -> None:
    said = [q.speaker.text for q in reading(text, language).quotations if q.speaker is not None]
    assert said[:1] == [who]


def test_a_text_whose_lines_are_wrapped_is_read_as_if_they_were_not() -> None:
    wrapped = (
        "The harbour board dismissed its pilot on Friday after the third\n"
        'grounding in a month. "A channel is not a suggestion," the\n'
        "harbour board's chairman since last spring, Olwen\n"
        "Tregarthen-Price, told members of the yacht club on Saturday."
    )
    flat = wrapped.replace("\n", " ")
    told, whole = reading(wrapped, "en"), reading(flat, "en")
    assert told.article.text == wrapped
    assert told.quotations == whole.quotations
    assert told.mentions == whole.mentions
    assert [q.speaker.text for q in told.quotations if q.speaker is not None] == ["Olwen Tregarthen-Price"]


def test_lines_that_end_their_sentences_are_paragraphs() -> None:
    lines = "The mayor resigned.\nThe bishop stayed.\n“I am tired,” said Olwen Price."
    assert reading(lines, "en").article.text == lines
    assert [s.start for s in reading(lines, "en").sentences] == [0, 20, 39]


def test_the_clause_behind_a_name_set_between_commas_says_not_what_its_bearer_is() -> None:
    text = "Los cables se cortaron a las seis, según el informe. El jefe de la delegación, Basilio Otero, rechazó el informe."
    assert all(q.speaker is None or q.speaker.mention is None for q in reading(text, "es").quotations)
