"""Who was told, who heard it, who passes it on: papers, agencies, bystanders and lawyers stand in the chain, never for the mouth."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def last(text: str, language: str) -> QuotationMention:
    return reading(text, language).quotations[-1]


TOLD = [
    # a newspaper known by its name alone; its name's small words open no subject
    ("fr", "« Nous partirons », a indiqué à L'Écho du Sud une source proche du dossier.", "une source proche du dossier", ["L'Écho du Sud"]),
    ("fr", "« Nous partirons », a déclaré au Courrier des Îles la préfète, Anne Sorel.", "Anne Sorel", ["Courrier des Îles"]),
    ("en", 'A port official told the Lagos-based Daily Beacon that the crane had failed.', "port official", ["Daily Beacon"]),
    ("en", "Ann Wexley told Harbour FM the quay was closed.", "Ann Wexley", ["Harbour FM"]),
    ("en", '"We will leave tonight," a source told the Coast Courier newspaper.', "a source", ["Coast Courier"]),
    ("es", "“Nos iremos esta noche”, dijo a El Faro de Levante una fuente de la empresa.", "una fuente de la empresa", ["El Faro de Levante"]),
    ("ar", "وقال مصدر أمني لصحيفة «الميناء» إن السفينة ستغادر الليلة.", "مصدر أمني", ["صحيفة «الميناء»"]),
    ("ar", "وقال حسن البزري لـ«الأفق» إن السفينة ستغادر الليلة.", "حسن البزري", ["الأفق"]),
    # an agency taken up by a bare word is the one named before
    ("es", "La ley rige en julio, informó la Agencia Mediodía. “Es media victoria”, declaró a esa agencia la abogada Salma Ferrer.", "Salma Ferrer", ["Agencia Mediodía"]),
    # media named by what they are, behind an adjective, in another language, or called a colleague
    ("ar", "نفى وزير النقل عمر الطيب، في مقابلة مع الإذاعة الوطنية، نيته الاستقالة قائلا: «السفينة لا يغادرها قبطانها في العاصفة».", "عمر الطيب", ["الإذاعة الوطنية"]),
    ("en", "According to a bailiff quoted by the local daily Echo of the Delta, the jurors took less than an hour.", "a bailiff", ["daily Echo"]),
    ("en", "The regional prosecutor intends to appeal, a court source told Agence Volga.", "a court source", ["Agence Volga"]),
    ("fr", "Nos confrères italiens du Corriere del Golfo, qui citent un diplomate en poste à Tunis, parlent d'un accord « globalement équilibré ».", "un diplomate en poste à Tunis", ["Corriere del Golfo"]),
    ("fr", "Invitée de la matinale de Radio Alizé, la ministre a promis « une aide dès janvier ».", "ministre", ["Radio Alizé"]),
    # he goes on at the head of the next paragraph, with a verb that says so; a place of its own ends that
    ("ar", "أكد الشيخ صالح المهيري لصحيفة «الأفق» أن ثلاثة من رجاله سلموا أنفسهم.\n\nوأضاف المهيري: «لم نطلب مالا من أحد، ولن نطلب غدا».", "المهيري", ["صحيفة «الأفق»"]),
    ("es", "“No hay acuerdo”, declaró la ministra Ana Luque a Radio Cantábrico.\n\n“Nadie nos llamó”, añadió Luque.", "Luque", ["Radio Cantábrico"]),
    ("en", "Ann Wexley told the Coast Courier the quay was shut.\n\n“We were never asked,” Wexley added at a press conference.", "Wexley", []),
    # what a medium had printed is denied, not relayed
    ("ar", "نفت شركة «أنوار» ما نشرته صحف إسبانية عن توقف الأشغال، مؤكدة أن العمل «يسير وفق الجدول المحدد».", "شركة «أنوار»", []),
    ("es", "El ministro negó lo publicado por la prensa francesa sobre una ruptura y aseguró que las obras seguirán en marzo.", "ministro", []),
    # what is said to all is relayed by nobody
    ("fr", "Le maire, Luc Hénin, a déclaré à la presse que la route serait fermée.", "Luc Hénin", []),
    ("en", "Ann Wexley told reporters the quay was closed.", "Ann Wexley", []),
    ("ar", "ووصل الوزير سمير القاضي إلى البرلمان. وقال للصحافيين عقب اجتماع لجنة المالية إن الميزانية «لم تُحسم بعد».", "سمير القاضي", []),
    # "while" opens a clause with a source of its own
    ("ar", "ونقلت قناة «المدار» عن مصدر عسكري قوله إن الجسر سليم، فيما ذكرت صحيفة «البيدر» العبرية أن الجسر انهار.", "مصدر عسكري", ["قناة «المدار»"]),
    # those who heard it
    ("en", "Omar Belkhir spoke for an hour. He told it, according to two people in the room, that the price “was decided above my head”.", "He", ["two people"]),
    # a medium that had told the matter before relays no denial of it
    ("es", "Pedro Ruano negó ayer que exista un pacto para vender la plaza, como había adelantado una emisora local. “La plaza no se vende”, zanjó.", "Pedro Ruano", []),
    # a spoken statement is no communiqué, its adjective no journalist
    ("ar", "وقال محافظ البنك عثمان بشير، في تصريح صحفي، إن القرار «خطوة أولى نحو جهاز مصرفي قادر على الوقوف».", "عثمان بشير", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who", "through"), TOLD, ids=[t[:30] for _, t, _, _ in TOLD])
def test_who_speaks_and_through_whom(language: str, text: str, who: str, through: list[str]) -> None:
    q = last(text, language)
    assert q.speaker is not None
    assert q.speaker.text == who
    assert [link.name for link in q.chain[1:]] == through


def test_a_pronoun_is_the_one_person_its_paragraph_names_where_a_body_spoke_last() -> None:
    r = reading(
        "The Harbour Union called it “a betrayal”.\n\nEleven were freed, among them the candidate, Tom Hale. “They took my phone,” he joked.",
        "en",
    )
    said = r.quotations[-1].speaker
    assert said is not None
    assert said.mention is not None
    assert r.mentions[said.mention].text == "Tom Hale"


def test_the_client_speaks_through_his_lawyer_whom_the_pronoun_does_not_mean() -> None:
    r = reading(
        "واستمعت الشرطة إلى أقوال سائق القطار كريم إدريس في المستشفى.\nونقل محاميه، الأستاذ كمال شداد، عنه قوله: «ضغطت على المكبح مرتين فلم يستجب».",
        "ar",
    )
    q = r.quotations[-1]
    assert q.speaker is not None
    assert q.speaker.text == "عنه"
    assert q.speaker.mention is not None
    assert r.mentions[q.speaker.mention].text == "كريم إدريس"
    assert [link.name for link in q.chain[1:]] == ["كمال شداد"]


SAID = [
    # a verb behind "as"
    ("es", "Según informó la Policía Local, el conductor huyó a pie.", "el conductor huyó a pie", "Policía Local"),
    ("es", "El conductor huyó a pie, según ha explicado la alcaldesa, Rosa Peña.", "El conductor huyó a pie", "Rosa Peña"),
    ("fr", "Comme l'a indiqué la préfète, Anne Sorel, la route est coupée.", "la route est coupée", "Anne Sorel"),
    ("fr", "Le conducteur a fui, selon ce qu'a indiqué le parquet.", "Le conducteur a fui", "le parquet"),
    # a source's brackets, its name behind a comma, a relative clause about it
    ("fr", "Selon la directrice de l'hôpital (Croix bleue), Nadia Ferhat, les lits manquent.", "les lits manquent", "Nadia Ferhat"),
    ("fr", "Selon Kermadec, qui a vu le rapport, le quai est fissuré.", "le quai est fissuré", "Kermadec"),
    ("es", "Según Otxoa, que visitó al preso antes de irse, el redactor tenía «un ojo cerrado por los golpes».", "un ojo cerrado por los golpes", "Otxoa"),
    ("en", "According to a court clerk quoted by the local paper Sada Marsa, the judges deliberated for twenty minutes.", "the judges deliberated for twenty minutes", "a court clerk"),
    # who told those who learned it
    ("fr", "Le bilan s’est alourdi à 38 morts, a-t-on appris mercredi de source médicale.", "Le bilan s’est alourdi à 38 morts", "source médicale"),
    # a rank before the name; a calling with a possessive; a role behind "official"
    ("ar", "وقال المتحدث باسم وزارة الداخلية، العميد خالد الفيتوري، إن الموقوفين «أحيلا إلى النيابة».", "أحيلا إلى النيابة", "خالد الفيتوري"),
    ("ar", "لكن محاميتهما سالمة الفيتوري شددت على أنهما خرجا «بكفالة قدرها عشرون ألف دينار».", "بكفالة قدرها عشرون ألف دينار", "محاميتهما سالمة الفيتوري"),
    ("en", '"The crane failed," a port official said.', "The crane failed,", "port official"),
    # people in number chant unnamed; a body speaks of things
    ("en", 'Hundreds of dockers marched on Friday to chants of "No to closure".', "No to closure", "Hundreds of dockers"),
    ("ar", "وتجمع نحو 300 موظف أمام المقر مرددين «لا للدمج».", "لا للدمج", "نحو 300 موظف"),
    ("ar", "وتتحدث إدارة البنك عن 210 موظفين «سيحالون إلى التقاعد الطوعي».", "سيحالون إلى التقاعد الطوعي", "إدارة البنك"),
    ("fr", "Leur syndicat en redoute 480 ; la direction, elle, s’en tient à 210 départs, « tous volontaires ».", "tous volontaires", "la direction"),
    # a body in marks; a spokesman "in the name of"; whom a verb addresses; a platform; the subject behind «لكن»
    ("ar", "أعلنت «كتائب الفجر»، في بيان لها، مسؤوليتها عن القصف، وقالت إن «مقاتليها أطلقوا سبعة صواريخ».", "مقاتليها أطلقوا سبعة صواريخ", "كتائب الفجر"),
    ("ar", "وقال الناطق العسكري باسم الكتائب، المعروف بأبي مصعب، في تسجيل صوتي: «هذه ليست إلا البداية».", "هذه ليست إلا البداية", "الناطق العسكري باسم الكتائب"),
    ("ar", "ودعا رئيس البلدية عادل النحاس السكان إلى «التزام المنازل».", "التزام المنازل", "رئيس البلدية عادل النحاس"),
    ("ar", "وقال رئيس اتحادية الصيادين التقليديين، إبراهيم ولد سالم، إن الاحتجاج «بداية وليس نهاية».", "بداية وليس نهاية", "إبراهيم ولد سالم"),
    ("ar", "ونفى العقيد رامي شلهوب سقوط قتلى، وكتب على منصة إكس: «لا خسائر بشرية».", "لا خسائر بشرية", "رامي شلهوب"),
    ("ar", "لكن الوزارة وصفت الرسالة بأنها «مفبركة».", "مفبركة", "الوزارة"),
    # numerals; a source's aside; a role that ends where somebody was told
    ("fr", "Dans une lettre ouverte, douze maires demandent « un moratoire immédiat ».", "un moratoire immédiat", "douze maires"),
    ("fr", "Selon plusieurs médias italiens, citant l'entreprise, la société se serait retirée du chantier.", "la société se serait retirée du chantier", "l'entreprise"),
    ("es", "El martes se ofreció a Cartago “un muelle nuevo” y “diez años de paz”, afirmó Inés Roldán.", "diez años de paz", "Inés Roldán"),
    # a denial of what others report
    ("en", "Khaled Fituri, the ministry spokesman, dismissed reports that the two had gone on hunger strike.", "the two had gone on hunger strike", "Khaled Fituri"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "who"), SAID, ids=[t[:30] for _, t, _, _ in SAID])
def test_what_was_said_and_by_whom(language: str, text: str, words: str, who: str) -> None:
    r = reading(text, language)
    q = r.quotations[-1]
    assert r.article.text[q.pieces[-1].start : q.pieces[-1].end] == words
    assert q.speaker is not None
    assert q.speaker.text == who


NOTHING = [
    # the clause's own verb behind an apposition or a relative
    ("fr", "Le gouverneur, Osman Bachir, que des rumeurs donnaient sur le départ, a démenti jeudi toute démission."),
    ("es", "El ministro de Exteriores, preguntado este viernes en Bruselas, exigió explicaciones a Trípoli."),
    # "that" behind an object opens a relative
    ("es", "La compañía Frenos Arlanza negó ayer cualquier relación con el descarrilamiento que el martes dejó 41 muertos."),
    ("en", "China has announced a 14% jump in the number of its citizens who are living with the virus."),
    # what is done before something, later than something, or advised not to be done
    ("ar", "وكانت الهيئة قد أعلنت وفاته يوم الثلاثاء قبل أن تعتذر عن ذلك."),
    ("en", "A Turkish plane carrying medical supplies landed on Saturday, a day later than announced."),
    ("en", "His own engineers had twice advised him not to sign the contract that was offered."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOTHING, ids=[t[:30] for _, t in NOTHING])
def test_nothing_is_reported(language: str, text: str) -> None:
    assert reading(text, language).quotations == ()
