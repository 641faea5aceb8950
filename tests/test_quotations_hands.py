"""By which hands words came: media named by nothing but their name, pages and posts, tapes and books, statements of the sentence before."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention


def quotations(text: str, language: str, publisher: str | None = None) -> tuple[QuotationMention, ...]:
    empty = (None,) * 4
    parts = (Part("body", 0, len(text)),)
    return annotate(Article("a", "a", "0", "text/plain", language, None, publisher, *empty, (), text, parts)).quotations


def hands(q: QuotationMention) -> list[str]:
    return [c.name for c in q.chain if c.role == "relayed by"]


HANDS = [
    # who carries words is a medium whatever its name; who is told is one by an article in its name, or a newspaper's word
    ("fr", "« Les comptes sont faux », affirme une source proche du dossier, citée par Mediapart.", ["Mediapart"]),
    ("es", "Consultada por Página Austral, la ministra respondió que «nada está decidido».", ["Página Austral"]),
    ("es", "Los detenidos quedaron en libertad, según confirmaron fuentes judiciales a la agencia Costa Sur.", ["agencia Costa Sur"]),
    ("fr", "Le médicament a été retiré la semaine dernière, a indiqué l'agence sanitaire à l'AFP.", ["AFP"]),
    ("en", '"There was a fire on the upper deck," the mate told La Marée.', ["La Marée"]),
    ("ar", "وقالت مديرة المصنع وداد المرشدي لصحيفة «المرفأ»: «الفرن كان باردا منذ شهر».", ["صحيفة «المرفأ»"]),
    ("ar", "وفي تصريح لقناة «النهر»، أكد الطبيب البيطري معاذ الصالحي أن القطيع كان سليما في مارس.", ["قناة «النهر»"]),
    # on whose air
    ("es", "«La ley se votará antes de Navidad», ha dicho el ministro en la Cadena Ser.", ["Cadena Ser"]),
    ("ar", "وقال الوزير ضيفا على برنامج «صباح الخير» إن التأشيرات ستعود قريبا.", ["صباح الخير"]),
    # a place, an office, a day and "this paper" are no media
    ("fr", "« Nous comptons autrement », a dit la présidente, loin du chiffre avancé par Le Caire.", []),
    ("fr", "« Nous partirons », a dit le ministre délégué auprès du Chef du gouvernement.", []),
    ("en", '"I would sign it again," Lindqvist said in an interview aired on Sunday.', []),
    ("es", "«Nos dieron una hora», declaró la viuda del panadero a nuestra redacción.", []),
    # a post, its page and its platform are one hand, a tape and the medium that has it the medium's
    ("en", 'In a post on his LinkedIn page, the architect Rufus Okello said that "nobody asked the tenants".', ["post"]),
    ("ar", "وكتب المهندس رامي العكل على حسابه في منصة إكس: «لم يسأل أحد المستأجرين».", ["حسابه"]),
    ("fr", "« Nous ne cachons rien », écrit l'association sur son compte X.", ["compte X"]),
    ("es", "En un video difundido en YouTube, el líder de la huelga, Abel Mutis, calificó la oferta de «insulto».", ["video"]),
    ("fr", "Dans un enregistrement dévoilé par Le Quai, on entend le directeur dire : « Perdez le dossier. »", ["Le Quai"]),
    ("fr", "« Mon père a dessiné le pont sur une nappe », raconte Anselme Prioux dans ses mémoires.", ["mémoires"]),
    ("es", "«Tomé una pastilla», explicó la portera Salma Buendía en un audio enviado a este diario.", []),
    # a voice message without an addressee reached the page alone
    ("ar", "وقالت المنسقة ليلى مراد في رسالة صوتية: «لن نرسل سائقا إلى طريق لا يعرفه أحد».", []),
    ("en", '"We are not leaving," the nurse said in a voice message.', []),
    # texts: of somebody, issued in the sentence before, received by the page, taken up by "the same source"
    ("en", "The drug was withdrawn last week, according to a statement from the health regulator.", ["statement from the health regulator"]),
    ("en", 'The regulator issued a statement on Monday. "The batch was not tested," it said.', ["statement"]),
    ("ar", "أدان الحزب الاعتداء، حسب ما أفاد به بيان لأمانته العامة. وأشار المصدر نفسه إلى أن «المعتدين معروفون».", ["بيان لأمانته العامة"]),
    ("ar", "وقال مصدر أمني إن المشتبه به فر عبر الحدود. وأشار المصدر نفسه إلى أن «المعتدين معروفون للشرطة».", []),
    ("ar", "وأكدت الشركة، في إفصاح أرسلته إلى هيئة الأسواق المالية، أن المناقصة لم تلغ.", ["إفصاح"]),
    # by whose mouth: a lawyer, a spokesman; what an animal or a tunnel is gone through is none
    ("fr", "L'ancienne trésorière, Odile Fressac, a fait savoir par la voix de son avocat qu'elle rembourserait la somme.", ["son avocat"]),
    ("en", 'Through her solicitor, the former treasurer Ines Calloway said she "never touched the fund".', ["her solicitor"]),
    ("es", "El exalcalde, a través de su abogado, negó los cargos y aseguró que «todo se hizo con luz».", ["su abogado"]),
    ("ar", "وقال رئيس الوزراء السابق عبر محاميه إنه «لم يوقع أي عقد».", ["محاميه"]),
    ("fr", "Le syndicat, par la voix de sa secrétaire générale Hanna Wolde, a jugé l'offre « indécente ».", []),
    ("fr", "Odile Fressac a expliqué à travers la grille que la caisse « était vide ».", []),
    # what the press at large is told is told to all; who of it carries the words is a hand
    ("ar", "ونقلت وسائل إعلام محلية عن المحافظ سعد الدوري قوله إن الانهيار «كان متوقعا».", ["وسائل إعلام محلية"]),
    ("ar", "وقال سعد الدوري لوسائل الإعلام إن الانهيار «كان متوقعا».", []),
    ("en", '"I signed nothing," Alan Seck was quoted as saying by local media.', ["local media"]),
    ("en", '"I signed nothing," Alan Seck told local media.', []),
    ("es", "El comunicado de la embajada, recogido por varios medios, sostiene que el visado nunca se denegó.", ["varios medios"]),
    # a text and the medium that spreads it are two
    ("es", "La cooperativa indicó, en un comunicado difundido por la agencia Levante Press, que la cosecha se ha perdido.", ["comunicado", "agencia Levante Press"]),
    # "while" in two words opens a clause with a text of its own
    ("ar", "وتقول النقابة الوطنية إن 420 عاملا لبوا النداء، في حين لم تحص الإدارة، في بلاغ وزعته على الصحافة، سوى 260 مضربا.", []),
    # a contraction before a medium; small words in a name; capitals alone behind "told"
    ("fr", "« La justice tranchera », a réagi l'ex-ministre au micro d'Europe Sud.", ["Europe Sud"]),
    ("fr", "D'après un rapport que L'Écho des Monts a pu consulter, le barrage fuit depuis longtemps.", ["L'Écho des Monts"]),
    ("en", '"I signed nothing," his counsel, Alan Seck, told ATP. He will appeal.', ["ATP"]),
    ("en", '"I signed nothing," Alan Seck told FIFA.', []),
    # those who spoke to an agency together go on
    ("en", 'Two diplomats told Reuters the envoy would fly home on Sunday. They said the talks were "dead".', ["Reuters"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "named"), HANDS)
def test_the_hands_are_those_the_sentence_names(language: str, text: str, named: list[str]) -> None:
    assert hands(quotations(text, language)[-1]) == named


def test_the_page_is_no_hand_of_its_own_words() -> None:
    said = quotations('"The kiln was cold," Ottoline Marsh told El Faro.', "en", publisher="El Faro")
    assert hands(said[-1]) == []


SPEAKERS = [
    # the aside says who told it; the subject is the noun before it
    ("es", "El portavoz de la Casa Blanca, según recoge The Washington Post, afirmó que el acuerdo «está muerto».", "portavoz de la Casa Blanca"),
    ("ar", "وقال الأمير، بحسب ما أوردت صحيفة «الصباح»، إن القصر «ملك للشعب».", "الأمير"),
    # whom a medium cites spoke, not the medium
    ("es", "El molino se vendió dos veces, informó El Faro citando a un concejal.", "un concejal"),
    ("fr", "La minoterie a été vendue deux fois, rapporte Reuters, qui cite deux personnes proches du dossier.", "deux personnes proches du dossier"),
    # the one told is no subject, a relative is no clause of the verb's own, a name follows whom he told
    ("en", "The glassworks will cut a third of its staff, its chairman, Desmond Achterberg, told the weekly Tidewater Mirror.", "Desmond Achterberg"),
    ("es", "«Me dijo que no firmara nada», recordó la secretaria, según el acta a la que accedió La Voz del Puerto.", "la secretaria"),
    ("es", "«El horno llevaba un mes frío», contó a este periódico Odilia Marcos, la directora de la fábrica.", "Odilia Marcos"),
    ("fr", "Le ministre a parlé d'un accord. « Personne ne dormira dehors », ajoute la même source.", "la même source"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), SPEAKERS)
def test_the_speaker_is_the_subject_not_who_told_it_on(language: str, text: str, who: str) -> None:
    speaker = quotations(text, language)[-1].speaker
    assert speaker is not None
    assert speaker.text == who


def test_a_clause_ends_before_its_subject_in_apposition_and_before_who_is_cited() -> None:
    text = "The mill had been sold twice, Reuters reported, citing two people familiar with the matter."
    assert [text[p.start : p.end] for q in quotations(text, "en") for p in q.pieces] == ["The mill had been sold twice"]


def test_words_behind_a_dateline_are_a_whole_utterance() -> None:
    assert quotations('KAMPALA (AP) — "The river took the road," said Grace Nambi, a nurse.', "en")[-1].kind == "direct"


def test_a_demand_for_a_text_reports_no_clause_before_it() -> None:
    assert (
        quotations(
            "La députée Solène Arcas, élue de la troisième circonscription, a réclamé la publication du texte.", "fr"
        )
        == ()
    )


CARRIED = [
    # a memo is no communiqué that a page retells; "this blog" and a body's own reporter are the page
    ("en", 'The memo names no port. "You do not buy such a crane to lift dates," a former attaché told this blog. The communiqué speaks of two.', []),
    # two statements of two bodies are not one that the page retells; who cites and was called an agency above is one
    ("ar", "وجاء في بيان للنيابة العامة أن المدانين زورا كشوفات الصرف.\nوقال المحامي أنيس الحضرمي للمرفأ: «موكلي كان يوقع على ما يأتيه من مدريد». وذكرت الوزارة في بيان منفصل أن العقد ألغي في مارس.", []),
    ("en", 'The UAE will build a park, the state news agency Sinyar reported. Sinyar quoted Saif bin Obaid Al Tunaiji, the minister of state, as calling the memorandum "a bridge from the sands to the peaks".', ["Sinyar"]),
    # on a station's air, wherever its word stands
    ("es", "“Ningún estudiante se irá de aquí”, prometió la rectora, Mercedes Cantalejo, en Onda Genil.", ["Onda Genil"]),
    # a town before the word for a paper
    ("en", 'The pact begins in May, the trade minister, Laith al-Dalfi, told the Baghdad daily Al-Mizan. "A lorry will stop once," he was quoted as saying.', ["daily Al-Mizan"]),
    # Arabic: a text's own verb is not who speaks, a name of two letters is, "they" is joined to the conjunction
    ("ar", "وذكر الأمين العام، الشيخ تيجان غي، أن عدد المضربين بلغ 420 معلما.\nوقال غي في تسجيل صوتي جرى تداوله على واتساب: «علمنا أولاد عمال المنجم، والمنجم لم يعلمنا إلا الصبر».", ["تسجيل صوتي"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "named"), CARRIED)
def test_the_hands_over_several_sentences(language: str, text: str, named: list[str]) -> None:
    assert hands(next(q for q in reversed(quotations(text, language)) if q.kind != "indirect")) == named


OTHERS = [
    ("ar", "ونفى مفتش التعليم عبد الله انياس أن تكون الوزارة قد قررت شيئا، واصفا ما أذاعته إحدى المحطات المحلية بأنه «كلام مقاه».", "عبد الله انياس"),
    ("fr", "Dans un communiqué, la Somifal situe l'accident samedi à 22 h 50 et fait état de « 31 collaborateurs présents au fond ».", "la Somifal"),
    ("en", "Colombia's experts never left. Syria refused them visas on Friday, their veterinary service said in a statement that speaks of “a door closed by people who fear what is behind it”.", "their veterinary service"),
    ("fr", "Hind Sallam prépare un doctorat. « On est neuf à Lyon, et sur leur liste cinquante », calcule-t-elle en étalant une photocopie.", "elle"),
    ("ar", "وقد شككت صحيفة «إل ميريديانو» الخميس في الرواية الرسمية، وكتبت أن سلاح الجو أوصى بشراء اثنتي عشرة طائرة.", "صحيفة «إل ميريديانو»"),
    ("es", "El ministerio comunicó que el tren circulará el lunes. «Es una buena noticia», señala el mismo comunicado.", "el mismo comunicado"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), OTHERS)
def test_a_text_its_verb_and_a_medium_are_not_who_speaks(language: str, text: str, who: str) -> None:
    speaker = quotations(text, language)[-1].speaker
    assert speaker is not None
    assert speaker.text == who


def test_who_holds_an_office_is_not_meant_by_a_calling() -> None:
    text = "Le président du club, Nabil Saoud, en annonçait davantage.\n« Les défenseurs sont plus polis », a plaisanté l'attaquant."
    speaker = quotations(text, "fr")[-1].speaker
    assert speaker is not None
    assert speaker.mention is None


def test_a_headline_may_begin_with_another_word_than_what_was_said() -> None:
    text = "« Il y est allé sur ses deux jambes » : le patron retenu\nSon épouse, Nancy Portugal, conteste : « Hernán y est allé sur ses deux jambes, pour témoigner »."
    cut = text.index("\n")
    parts = (Part("title", 0, cut), Part("body", cut + 1, len(text)))
    found = annotate(Article("a", "a", "0", "text/plain", "fr", *(None,) * 6, (), text, parts)).quotations
    assert [q.speaker.text for q in found if q.speaker] == ["Nancy Portugal"] * 2


def test_who_leaves_the_subject_out_speaks_of_one_for_long() -> None:
    text = "Yasir Qasem duerme desde agosto en un sofá. Estudia tercero de Medicina. Anteayer supo que lo habían condenado. “Seis años está bien, pero yo debo siete meses de alquiler”, dice."
    speaker = quotations(text, "es")[-1].speaker
    assert speaker is not None
    assert speaker.text == "Yasir Qasem"


CARRIED = [
    ("ar", "وقال الوزير سامي الحداد، في كلمة بثتها الإذاعة الوطنية، إن السد «آمن تماما».", None, ["الإذاعة الوطنية"]),
    ("fr", "Le ministre, Paul Roux, a salué dans un entretien diffusé par la télévision nationale « une vraie étape ».", None, ["télévision nationale"]),
    # a family is no body: its lawyer is its mouth
    ("es", "La paciente murió «sin ayuda», según sostiene su familia a través del abogado Luis Vega.", None, ["abogado"]),
    # a credit line that is the page's own name with a remark; another paper's is none
    ("ar", "قال المدرب شكري العابد: «لعبنا بالقلب».\nنقلا عن وكالة الواحة بتصرف", "وكالة الواحة", []),
    ("ar", "قال المدرب شكري العابد: «لعبنا بالقلب».\nالمصدر: وكالة الواحة مع الشكر", "وكالة الواحة", []),
    ("ar", "قال المدرب شكري العابد: «لعبنا بالقلب».\nنقلا عن وكالة الواحة الجديدة", "وكالة الواحة", ["وكالة الواحة الجديدة"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "publisher", "names"), CARRIED, ids=[c[1][:30] for c in CARRIED])
def test_who_carries_a_speech_is_a_hand_and_the_page_with_a_remark_none(
    language: str, text: str, publisher: str | None, names: list[str]
) -> None:
    assert hands(quotations(text, language, publisher)[0]) == names


@pytest.mark.parametrize(("dateline", "names"), [("٢٣ أيلول ٢٠٢٣ — (واحة برس)", ["واحة برس"]), ("Lima, 6 mai 2023 (Lima)", []), ("6 mai 2023 (texte intégral)", []), ("6 mai 2023 (Karim Haddad)", [])])  # fmt: skip
def test_a_name_alone_in_brackets_behind_a_datelines_year_is_an_agency(dateline: str, names: list[str]) -> None:
    text = dateline + "\nقال الوزير سامي الحداد: «السد آمن تماما»."
    cut = len(dateline)
    parts = (Part("dateline", 0, cut), Part("body", cut + 1, len(text)))
    made = Article("a", "a", "0", "text/plain", "ar", None, "مرصد الضفة", *(None,) * 4, (), text, parts)
    assert hands(annotate(made).quotations[0]) == names


def test_a_name_with_its_party_in_brackets_is_a_subject_and_no_words_that_were_said() -> None:
    text = "El alcalde de Candelas, Pedro Izquierdo (PSOE), pidió la declaración de zona catastrófica."
    assert quotations(text, "es") == ()
    text = "Le maire de Candelas, Pedro Izquierdo (PS), a demandé la déclaration de l’état de catastrophe."
    assert quotations(text, "fr") == ()


def test_a_survey_that_is_a_body_hands_nothing_on() -> None:
    text = "The tremor struck at a depth of 10 kilometres, according to the US Geological Survey."
    (told,) = quotations(text, "en")
    assert [(x.role, x.name) for x in told.chain] == [("speaker", "US Geological Survey")]
