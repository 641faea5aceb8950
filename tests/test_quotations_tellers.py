"""Who speaks where no word of saying says so, where others stand between, and where one person tells what another said."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def bearer(r: Reading, q: QuotationMention) -> str | None:
    return r.mentions[q.speaker.mention].text if q.speaker is not None and q.speaker.mention is not None else None


def hands(q: QuotationMention) -> list[str]:
    return [c.name for c in q.chain if c.role == "relayed by"]


PRINTED = [
    # a state of mind, or a question asked, before a colon
    ("en", 'One nurse was furious. Another was blunter: "We will not be back on Monday."', "Another"),
    ("fr", "La ministre se tait. Son adjoint reste ferme : « Aucun chalutier ne sera épargné. »", "adjoint"),
    ("fr", "Interrogé par la chaîne publique, le sélectionneur a éludé : « Je ne parle que de football. »", "sélectionneur"),
    ("es", "El alcalde calla. La portavoz vecinal fue más dura: «No queremos promesas, queremos agua».", "portavoz"),
    ("ar", "بدا المدرب هادئا: «راجعنا كل شيء ونحن جاهزون».", "المدرب"),
    ("fr", "L'état-major dément que l'hélicoptère ait été abattu : « L'appareil a subi une panne de turbine. »", "état-major"),
    ("fr", "Le maire se tait. Le chef de l'opposition l'admet : « Ils ont fait une meilleure campagne. »", "chef"),
    # what somebody does in a short sentence before words that stand alone
    ("en", 'The river rose all night. Her neighbour nodded. "Everybody knew about the dam."', "Her neighbour"),
    ("es", "Una fuente policial confió a este diario que la camioneta «era seguida desde hacía una hora».", "Una fuente policial"),
    # one of those named before
    ("en", 'Two nurses described the same scene. "There were no gloves, no beds, nothing," one said.', "one"),
    ("fr", "Les riverains hésitent. « On a eu peur », disent certains.", "certains"),
    # whom a clause between commas parts from his verb
    ("en", 'Spanish investigators, having gone through the tickets and the ledgers, told families they had "no more names".', "Spanish investigators"),
    ("fr", "Les enquêteurs, ayant épluché les billets et les registres, ont assuré que la liste était « close ».", "Les enquêteurs"),
    ("es", "«Echaron la llave y se marcharon», relató a este semanario, desde la ventana, un interno. El alcaide, Evelio Prats, lo negó.", "un interno"),
    ("en", 'The firm, through its managing director, Dario Lemma, maintains that "every litre was tested".', "The firm"),
    ("es", "La empresa, por boca de su gerente, Darío Lema, asegura que «cada litro fue analizado».", "La empresa"),
    # those who say what another said; who wrote the letter in which it stands
    ("en", 'Villagers say the company promised them "a clinic and a road".', "the company"),
    ("ar", "وكانت الهيئة قد أكدت، في إفادة صحفية صدرت الأحد، أن المحطة «آمنة بالكامل».", "الهيئة"),
    ("ar", "وأبلغ مسؤول في وزارة النقل وكالة أنباء الخليج أن الرحلات «ستستأنف تدريجيا».", "مسؤول في وزارة النقل"),
    # a text is nobody's role; a note that "according to" leads in is the source
    ("fr", "Selon le communiqué, Komi Sossa, 41 ans, « a été atteint de deux balles ».", "le communiqué"),
    ("es", "La compañía aseguró en la misma nota que la labor «había sido sostenida conforme a norma».", "La compañía"),
    ("ar", "وروى الأب أنسلم عبر أثير إذاعة الأمل: «رأيت الماء يبلغ المذبح».", "الأب أنسلم"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "printed"), PRINTED, ids=[p + t[:12] for _, t, p in PRINTED])
def test_who_speaks_is_found_past_what_stands_between(language: str, text: str, printed: str) -> None:
    q = reading(text, language).quotations[-1]
    assert q.speaker is not None
    assert q.speaker.text == printed


MEANT = [
    # who was told stands before the verb; names inside the marks are nobody's who says them
    ("fr", "Le ministre, Mourad Belar, promet deux millions. « L'argent ne réchauffe pas un berceau », lui a répondu Salim Haroun.", "Salim Haroun"),
    ("en", 'His sister Miriam Addo does not believe it. "Joseph could not swim," she said.', "Miriam Addo"),
    ("fr", "Le chauffeur du camion, Tayeb Ouali, se souvient de trente et une heures. « Le soleil n'a rien signé », m'a-t-il dit.", "Tayeb Ouali"),
    # a country speaks for its government; the company is the firm its sentence began with
    ("fr", "La France a salué « un pas décisif ».", "France"),
    ("es", "Chocolates Peñarol, la firma de La Vila, negó ayer haber comprado ese cacao. «Cada saco tiene partida de nacimiento», sostiene la empresa.", "Chocolates Peñarol"),
    # a statement is its issuer's who spoke last; a report whose author begins the sentence is the author's
    ("fr", "Deux chauffeurs sont morts, a annoncé le ministère de la Sécurité. Selon le communiqué, l'un « a été atteint de deux balles ».", "ministère de la Sécurité"),
    ("es", "La ONG británica FairBean Watch la había señalado en un informe, según el cual la fábrica recibió 900 toneladas de cacao.", "FairBean Watch"),
    # whom somebody addresses is not who speaks, nor «عليها»; a name stands behind a definite complement, not in an idafa
    ("ar", "ونشرت اللاعبة ريم السالمي صورة لها على إنستغرام وعلقت عليها: «العودة قريبة».", "ريم السالمي"),
    ("ar", "وأعلن سفير البلاد لدى الأمم المتحدة ياسر القدوة أن القرار «سابقة خطيرة».", "ياسر القدوة"),
    ("ar", "وقال مسؤول في حزب سامي حداد إن «القرار نهائي».", None),
    ("ar", "وصل وزير الدفاع عمر جبرين إلى الحامية، وخاطب رفاقهم بقوله: «لن ينام قاتل بعد هذه الليلة».", "عمر جبرين"),
    # who opens the sentence before is taken up, whatever he is called; nobody who spoke long ago
    ("es", "El juez Pedro Ruano firmó el auto. La fiscal recurrió. «Es un disparate», dijo.", "fiscal"),
    ("en", 'Judge Peter Rowe signed the order. The prosecutor appealed. "It is absurd," she said.', "prosecutor"),
    ("fr", "Paul Rey est venu. « Ici on ne se rend pas », dit-il. On a exclu le grand maître Omar Sabri. L'intéressé s'en va. « On m'a pris mon nom », a-t-il dit.", "Omar Sabri"),
    ("es", "Ana Prieto ganó. El público aplaudió. «No tengo nada que decir», repite.", "Ana Prieto"),
    # who is somebody's is not that one
    ("fr", "Le ministre Mourad Belar se tait. L'épouse du ministre a parlé d'« un acharnement ».", None),
    ("fr", "Le ministre Mourad Belar se tait. Son épouse a dénoncé « un acharnement ».", None),
    ("en", 'Minister Martin Bell is silent. The minister\'s wife added: "He will hold on."', None),
    ("ar", "يلتزم الوزير سامي حداد الصمت. وأضافت زوجة الوزير: «سيصمد حتى النهاية».", None),
    ("ar", "وروى محامي العائلة بدر الشمالي أن الفتى قال لأمه: «سأعود يوم الأحد».", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "whom"), MEANT, ids=[f"{w}: {t[:20]}" for _, t, w in MEANT])
def test_who_is_meant(language: str, text: str, whom: str | None) -> None:
    r = reading(text, language)
    assert bearer(r, r.quotations[-1]) == whom


HANDS = [
    # one tells what another said, or what he told others
    ("es", "El abogado de la familia contó que el muchacho le había dicho a su madre: «Vuelvo el domingo».", ["abogado de la familia"]),
    ("fr", "La présidente, Claire Ouatta, raconte que les soldats ont crié « couchez-vous » avant de tirer.", ["Claire Ouatta"]),
    ("en", '"I looked at my phone," he told detectives, according to the prosecutor.', ["prosecutor"]),
    ("en", 'The minister, according to two people who were in the room, told the generals to "pack their bags".', ["two people"]),
    ("en", 'The prison service said in a reply to questions from the Karoo Times that no inmate had "gone without food".', ["Karoo Times"]),
    # a statement's owner behind it, and who reacts by one
    ("ar", "وجاء في بيان الوزارة أن الضحية «أصيب برصاصتين وهو يرفع يديه».", ["بيان الوزارة"]),
    ("fr", "L'Agence de l'eau a réagi vendredi par un communiqué. Elle y affirme que les analyses « sont conformes ».", ["communiqué"]),
    ("es", "Bahri advirtió, en declaraciones recogidas por Alboraya, de que «quien cargue un solo bidón perderá la licencia».", ["Alboraya"]),
    ("ar", "ونقلا عن دبلوماسي لم تسمه، أفادت جريدة «بريد الخليج» بأن المحادثات «في غرفة الإنعاش».", ["جريدة «بريد الخليج»"]),
    ("fr", "Le ministère des Transports, dans un courriel à notre rédaction, assure que l'ouvrage est « parfaitement sûr ».", []),
    ("fr", "L'arbitre, Marc Roy, s'en va. « On m'a pris mon nom », a-t-il confié à la chaîne cairote Nil Arena.", ["chaîne cairote Nil Arena"]),
    # a new sentence of his own is told by nobody else
    ("ar", "ونفى الوالي أن يكون القرار قد اتخذ تحت الضغط، وقال إن الأمر يتعلق «بأسباب أمنية لا غير».", []),
    ("en", 'The minister said he had told the army "not to fire".', []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "by"), HANDS, ids=[t[:24] for _, t, _ in HANDS])
def test_who_tells_it_on_stands_in_the_chain(language: str, text: str, by: list[str]) -> None:
    assert hands(reading(text, language).quotations[-1]) == by


NONE = [
    # a subject and who he is are no clause
    ("es", "El conductor, un hombre de 41 años, reconoció los hechos."),
    ("fr", "Le ministre de la Santé, Mourad Belar, a promis deux millions."),
    # the name of a medium in marks is no quotation
    ("ar", "ونفى الطبيب في اتصال مع «الربوة» أن يكون قد حقن اللاعب بأي دواء."),
    # who was not there said nothing, and rain says nothing
    ("en", 'The mayor was not there. "He is hiding from us all."'),
    ("fr", "La pluie redouble. « Tout le monde savait. »"),
    # a motto and rules are nobody's mood
    ("fr", "Le règlement du club est simple : « Tout joueur absent paie une tournée. »"),
]


@pytest.mark.parametrize(("language", "text"), NONE, ids=[t[:24] for _, t in NONE])
def test_what_only_looks_like_speech_has_no_speaker(language: str, text: str) -> None:
    assert [q for q in reading(text, language).quotations if q.speaker is not None] == []
