"""Who speaks and by whose hands, in courts, stadiums, wards and parliaments: asides, times, sources and letters that stand between."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention, Reading


def reading(text: str, language: str, publisher: str | None = None) -> Reading:
    empty = (None,) * 4
    parts = (Part("body", 0, len(text)),)
    return annotate(Article("a", "a", "0", "text/plain", language, None, publisher, *empty, (), text, parts))


def holding(read: Reading, words: str) -> QuotationMention:
    return next(q for q in read.quotations if any(words in read.article.words(p) for p in q.pieces))


def hands(q: QuotationMention) -> list[str]:
    return [c.name for c in q.chain if c.role == "relayed by"]


WHO = [
    # past a text between commas and who carried it
    ("es", "La fiscalía de Ambato, en un comunicado del que dio cuenta la agencia Sierra, sostiene que el acta “no fue firmada”.", "fiscalía de Ambato"),
    ("ar", "ردت وزارة الزراعة، في بيان نشرته صحيفة «السنابل»، بأن مطالب المربين «خارج القانون».", "وزارة الزراعة"),
    # whom it is said of is not who says it; whom it is said to may stand before who says it
    ("ar", "وقالت المدربة سهى العلي في إشارة إلى الحكم رامي الأسعد: «لم ير شيئا».", "سهى العلي"),
    ("es", "“Fue un error”, contó a este periódico Odilia Marcos.", "Odilia Marcos"),
    # «أما» leads in a subject; a verb that takes up an object has its subject behind
    ("ar", "أما زوجته ميرا جرادي فتؤكد أن رجالا «أخرجوه من غرفته».", "ميرا جرادي"),
    ("ar", "كما ضبطت الشرطة مدونا لنشره أرقاما وصفتها الوزارة بأنها «شائعات مغرضة».", "الوزارة"),
    ("ar", "وتؤكد الشركة أن تركيب الصمام «كان من عمل غيرها»، وهو ما تنفيه هذه الأخيرة.", "الشركة"),
    ("en", 'The yard says the hull was "sound", which the union denies.', "yard"),
    # «بين» between two places is no verb, nor «حياته»
    ("ar", "وقال سيدي ولد سالم، وهو صياد قضى حياته بين الميناء والبحر: «الوزارة لا تعرف موسم الأخطبوط».", "سيدي ولد سالم"),
    # titles in small letters, verbs of judges, whom a source tells of
    ("en", '"Somebody had very patient oxen," said lead author Thabo Mokoena of the University of the Maluti.', "Thabo Mokoena"),
    ("en", '"The law does not protect roads from rhyme," magistrate Joseph Tole ruled.', "Joseph Tole"),
    ("en", 'The Writers\' Guild described her arrest as "a joke told by policemen", according to The Coastal Mirror.', "Writers' Guild"),
    ("ar", "وعزا مدير المؤسسة، المهندس فواز سالم، الانقطاع إلى «نفاد الوقود لا نفاد الصبر».", "فواز سالم"),
    ("ar", "وتعهد المحافظ، في كلمة متلفزة، بأن «الصيف القادم سيكون باردا»، فيما سخر ناشطون من وعده.", "المحافظ"),
    ("ar", "وقال وزير الثقافة، عبر تدوينة على صفحته، إن القافلة «ستتجه جنوبا بعد العيد».", "وزير الثقافة"),
    ("ar", "وقال محافظ اللقاء، عبد الحفيظ معوش، إن الحكم «اتخذ القرار الوحيد الممكن».", "عبد الحفيظ معوش"),
    ("ar", "وقالت مساعدته، وهي طالبة فضلت ألا تذكر اسمها: «كنا نخاف أن نتنفس قربه».", "مساعدته"),
    ("es", "A juicio del Colegio de Arqueólogos, el fallo “confunde ciencia con culpa”, según la nota que difundió la agencia Puna.", "Colegio de Arqueólogos"),
    ("es", "Los operarios pidieron “que no les echen la culpa”, en palabras de su delegada, Mirta Zabala.", "Mirta Zabala"),
    ("fr", "« Ils sont à l'hôtel », a glissé, sourire en coin, l'avocat de la partie civile.", "l'avocat"),
    ("ar", "إلا أن مصدرا داخل المستشفى، اشترط عدم نشر اسمه، قال إن الحكم «لن ينفذ قبل الاستئناف».", "مصدرا"),
    ("ar", "وبحسب ما قال للوكالة مصدر في البلدية، فإن التذكرة «ستبقى رمزية».", "مصدر"),
    ("en", 'Fans outside the ground held a banner that read "Let him finish the chapter".', "banner"),
    ("es", "Desde el club lamentan “la falta de tacto” del árbitro.", "club"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), WHO, ids=[t[:30] for _, t, _ in WHO])
def test_who_speaks_is(language: str, text: str, who: str) -> None:
    speaker = reading(text, language).quotations[0].speaker
    assert speaker is not None
    assert who in speaker.text


HANDS = [
    # a time between who asked and whom; "asked by", microphones and cameras
    ("fr", "Interrogée hier soir par la télévision nationale, la ministre a démenti « avoir remis sa démission ».", ["télévision nationale"]),
    ("en", 'Asked on Monday by Highlands TV whether anyone had died, Dr Chebet said: "Not on my watch."', ["Highlands TV"]),
    ("fr", "« Qu'on me juge ici, et vite », a-t-il lancé aux caméras d'Al-Mina TV en quittant la caserne.", ["Al-Mina TV"]),
    ("es", "Preguntado ayer por Radio Ucayali, el juez dijo que “falta un plano”.", ["Radio Ucayali"]),
    ("ar", "وردا على سؤال لإذاعة الهضاب، أوضح الوزير أن الحوار «لم يغلق يوما».", ["إذاعة الهضاب"]),
    ("ar", "وقال الناطق وليد حمادو للتلفزة العمومية: «لن نعود قبل توقيع المحضر».", ["تلفزة العمومية"]),
    ("ar", "وبحسب مصدر في اللجنة تحدث إلى موقع محلي شريطة عدم الكشف عن هويته، فإن التذاكر «ستكون مجانية».", ["موقع محلي"]),
    ("en", 'Asked on Monday by a neighbour whether anyone had died, Dr Chebet said: "Not on my watch."', []),
    # a paper named like a small town, where it is cited; no capital
    ("es", "Según una fuente del ministerio citada por La Cumbre, el Gobierno estudia “un crédito de emergencia”.", ["La Cumbre"]),
    # a joined «و» before «في»; of another clause's source; who tells what another called it
    ("ar", "وفي بيان لها، حذرت جمعية المزارعين من أن «الأزمة ستصل إلى المائدة».", ["بيان"]),
    ("ar", "وأكد مصدر قضائي أن أحدا لم يطلب استرداده، في حين أوضح وزير العدل أن لبنان «لا يسلم مواطنيه».", []),
    ("en", 'The union called the offer "crumbs", according to two people in the room.', ["two people"]),
    ("fr", "Une note interne, dont l'agence Mandé-Info a eu connaissance, évoque « un risque modéré ».", ["Mandé-Info"]),
    ("ar", "وقالت المديرة مريم سالم في اتصال هاتفي أجرته معها «صدى المرافئ» إن المقاعد «نفدت في يوم».", ["صدى المرافئ"]),
    ("en", 'According to the police, the driver told them that he "saw a goat".', ["police"]),
    ("ar", "وكشف محاميه أحمد سالم، خلال مداخلة هاتفية مع برنامج «مساء النيل»، أن موكله «رفض التوقيع».", ["مساء النيل"]),
    ("es", "“Nos dieron pozole”, relató el trompetista Efraín Luna a reporteros de Canal Sierra.", ["Canal Sierra"]),
    ("en", '"He will appeal," his wife, Rudo Moyo, told the Harare Evening Bell.', ["Harare Evening Bell"]),
    # a study that somebody had no part in is none of his hands; publishing is no bulletin
    ("en", 'Ingrid Solheim, who was not involved in the study, called the dating "brave".', []),
    ("ar", "وأوقفوا الشاب لنشره أرقاما وصفتها الوزارة بأنها «شائعات مغرضة».", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "by"), HANDS, ids=[t[:34] for _, t, _ in HANDS])
def test_it_came_by(language: str, text: str, by: list[str]) -> None:
    assert hands(reading(text, language).quotations[-1]) == by


def test_of_whom_it_is_said_is_nobody_who_says_it() -> None:
    made = reading(
        "La jueza Elvira Cotrin calló. “Lo he visto dos veces”, dijo en alusión al intermediario Fadel Karam.", "es"
    )
    assert made.quotations[0].speaker is not None
    assert made.quotations[0].speaker.text != "Fadel Karam"


def test_a_letter_to_the_page_itself_is_no_hand_and_a_statement_to_all_is_one() -> None:
    to_us = reading("وكتب القائد فؤاد رستم في رسالة تلقتها «الميناء»: «استقلت لأنني تعبت».", "ar", "الميناء")
    elsewhere = reading("وكتب القائد فؤاد رستم في رسالة تلقتها الوزارة: «استقلت لأنني تعبت».", "ar", "الميناء")
    assert hands(to_us.quotations[0]) == []
    assert hands(elsewhere.quotations[0]) == ["رسالة"]


def test_a_page_of_an_agency_is_known_by_its_letters() -> None:
    text = "« J'ai vu tomber deux jeunes », a déclaré à l'ALP Rosalie Engone, venue porter un repas."
    assert hands(reading(text, "fr", "Agence Littoral-Presse").quotations[0]) == []


@pytest.mark.parametrize(
    ("language", "text", "words", "whom"),
    [
        ("fr", "Le PDG, Marc Sahnoun, a mis fin hier aux fonctions du directeur, Farid Guelt. Celui-ci affirme avoir démissionné : « Je suis parti », a-t-il confié.", "Je suis parti", "Farid Guelt"),
        ("fr", "Selon le ministère de la Santé, onze patients ont été évacués. Une infirmière avance un autre chiffre. « Ils étaient dix-neuf », glisse-t-elle.", "Ils étaient", None),
        ("en", 'The minister, Ann Bell, closed the clinic. A ward nurse stood at the gate. "I have nowhere to go," she said.', "I have nowhere", None),
        ("en", 'Ann Bell opened the gate. A report lay on the desk. "I have nowhere to go," she said.', "I have nowhere", "Ann Bell"),
        ("en", 'The fee is high, its chief executive, Khalid Mannai, told guests. The state will hold 20 percent. "We came with money," he said.', "We came", "Khalid Mannai"),
        ("fr", "Le colonel Youssouf Haroun est absent. Le Front des Dunes nie tout tir. Dans un communiqué, il évoque « une bouteille de gaz ».", "une bouteille", "Front des Dunes"),
        ("es", "La demógrafa Rosario Lara volvió el lunes. Si el Consejo de Estado anulara el censo, advirtió, “habría que empezar de cero”.", "habría", "Rosario Lara"),
        ("es", "Su compañero Hilario Mamani lo tildó de “fugitivo”. El portavoz municipal aseguró que el edil “volverá por la puerta grande”.", "volverá", "portavoz municipal"),
    ],
)  # fmt: skip
def test_whom_it_is_of(language: str, text: str, words: str, whom: str | None) -> None:
    read = reading(text, language)
    speaker = holding(read, words).speaker
    assert speaker is not None
    assert (read.mentions[speaker.mention].text if speaker.mention is not None else None) == whom


def test_a_word_that_a_line_s_end_parts_is_whole() -> None:
    text = (
        "El contenedor con los instrumentos nunca llegó a la capital, con-\n"
        "firmó a este semanario el gerente de la orquesta, Álvaro Bento.\n"
        "«Salieron 61 piezas, las conté yo mismo bajo la lluvia», re-\n"
        "lató Álvaro Bento. Entre ellas viajaba un violonchelo napoli-\n"
        "tano que la intendencia tasa en mucho más de lo que vale hoy.\n"
    )
    read = reading(text, "es")
    said = holding(read, "Salieron 61").speaker
    assert said is not None
    assert said.text == "Álvaro Bento"
    assert read.article.text == text


def headed(title: str, body: str, language: str) -> QuotationMention:
    text = f"{title}\n\n{body}"
    parts = (Part("title", 0, len(title)), Part("body", len(title) + 2, len(text)))
    return annotate(Article("a", "a", "0", "text/plain", language, title, *(None,) * 5, (), text, parts)).quotations[0]


def test_a_headline_s_whole_utterance_is_of_whom_the_line_below_names_or_who_alone_speaks() -> None:
    named = "La tafallesa Milagros Zabala relata su cautiverio.\n\n“Yo oí tiros”, dice Milagros Zabala. “Le pedí que vuelva”, bromea Fermín Ruiz."
    alone = "El alcalde está de viaje.\n\n“Yo oí tiros, y muchos”, dice la enfermera Milagros Zabala. Nadie más habló."
    two = "El alcalde está de viaje.\n\n“Yo oí tiros”, dice Milagros Zabala. “Le pedí que vuelva”, bromea Fermín Ruiz."
    title = "“Me taparon con un colchón para que no me alcanzara el humo”"
    said = [headed(title, body, "es").speaker for body in (named, alone, two)]
    assert [s and s.text for s in said] == ["Milagros Zabala", "Milagros Zabala", None]
