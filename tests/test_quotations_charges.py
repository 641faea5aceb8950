"""Who speaks where one accuses another, past where and when it was said, behind semicolons and relatives; and names that are no words."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.model import Article, Page, Part, QuotationMention, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


def of(r: Reading, words: str) -> QuotationMention:
    text = r.article.text
    return next(q for q in r.quotations if any(words in text[p.start : p.end] for p in q.pieces))


def who(r: Reading, q: QuotationMention) -> str | None:
    if q.speaker is None:
        return None
    return r.mentions[q.speaker.mention].text if q.speaker.mention is not None else q.speaker.text


def hands(q: QuotationMention) -> list[str]:
    return [c.name for c in q.chain if c.role == "relayed by"]


CHARGED = [
    # what one accuses another of having said, and what one merely accuses him of
    ("fr", "La députée Fanny Lescure a accusé M. Doriot d'avoir traité les pêcheurs de « braconniers en cravate ».", "braconniers", "Doriot", ["Fanny Lescure"]),
    ("fr", "La députée Fanny Lescure accuse M. Doriot de « brader la côte ».", "brader", "Fanny Lescure", []),
    ("en", 'The councillor Ann Fielding accused the mayor, Tom Rudge, of having called the tenants "professional moaners".', "moaners", "Tom Rudge", ["Ann Fielding"]),
    ("en", 'The councillor Ann Fielding accused the mayor of "selling the river".', "selling", "Ann Fielding", []),
    ("es", "La concejala Marta Solís acusó al alcalde, Andrés Corral, de haber llamado a los vecinos «okupas de lujo».", "okupas", "Andrés Corral", ["Marta Solís"]),
    ("es", "La concejala Marta Solís acusó al alcalde de «vender el río».", "vender", "Marta Solís", []),
    ("ar", "واتهمت النائبة سلمى الكعبي وزير النقل حسان المالكي بأنه وصف السائقين بـ«المتسولين».", "المتسولين", "حسان المالكي", ["سلمى الكعبي"]),
    ("ar", "واتهمت النائبة سلمى الكعبي وزير النقل بـ«بيع الموانئ للأجانب».", "بيع", "سلمى الكعبي", []),
    # where and when it was said stands between the verb and its subject; an apposition there is nobody
    ("fr", "« La forêt ne nous appartient pas », disait déjà, en 1987, le vieux garde Anselme Rigaud.", "forêt", "Anselme Rigaud", []),
    ("es", "«No hubo aviso», insistió, tras la reunión, el portavoz vecinal Efrén Lagos.", "aviso", "Efrén Lagos", []),
    ("es", "Habló el secretario general, Teo Baraja. «Una silla vacía pesa», reconoció, en alusión a Guatemala, la única ausente.", "silla", "Teo Baraja", []),
    # a gerund behind a reported clause is the first verb's
    ("en", 'The harbour board denied that its chairman, Edwin Pascoe, had offered to quit, calling the story "a yarn for the pub".', "yarn", "harbour board", []),
    # a relative before the verb, a semicolon before another's turn
    ("en", "His sister, Wanjiku Rowe, who speaks for the drivers, says a police truck hit the bus.", "police truck", "Wanjiku Rowe", []),
    ("en", "A person familiar with the talks said the two sides remained far apart on pensions.", "two sides", "A person familiar with the talks", []),
    ("en", 'Residents said the guards had fired first; the governor, Colonel Tendai Mukwashi, denied that a single shot had been fired. "They threw stones," he said.', "stones", "Tendai Mukwashi", []),
    # « indiquent » behind a clause, a capital behind marks; an adverb of place is nobody
    ("fr", "Le port a acheté trois grues d'occasion pour deux millions d'euros, indiquent deux courtiers d'Anvers.", "trois grues", "deux courtiers", []),
    ("fr", "Le Fonds n'aurait « rien exigé », répète Amman.", "rien", "Amman", []),
    ("es", "La consejera, la doctora Amparo Ribalta, acudió al hospital. Allí prometió que llegarían «en una semana» las ambulancias.", "semana", "Amparo Ribalta", []),
    # by a text: whose words they are says the verb
    ("es", "El director sostiene que el gerente «conocía el agujero desde enero», según el escrito de la defensa.", "agujero", "director", ["escrito de la defensa"]),
    # whom a source told, in marks; of whom an agency tells; a pronoun joined to its preposition; on air
    ("ar", "وأفاد مصدر أمني، فضل عدم الكشف عن اسمه، «المرصد» بأن الموقوفين ثلاثة.", "الموقوفين", "مصدر أمني", ["المرصد"]),
    ("ar", "توفي حارس المنارة بسكتة قلبية، بحسب ما أفاد «المرصد» مصدر في المستشفى الجامعي.", "توفي", "مصدر", ["المرصد"]),
    ("ar", "التقى رئيس البلدية كريم الحلواني الصحافيين أمس. ونقلت عنه وكالة النخيل للأنباء قوله: «لن نبيع الأرض لأحد».", "لن نبيع", "كريم الحلواني", ["وكالة النخيل للأنباء"]),
    ("ar", "وصل النقيب حسام العياري إلى القاعة متأخرا. وبحسبه، فإن المضربين كانوا أربعين لا عشرين.", "المضربين", "حسام العياري", []),
    ("ar", "ورد وزير الزراعة منير الغزالي عبر التلفزيون الرسمي: «القمح موجود والمخابز مفتوحة».", "القمح", "منير الغزالي", ["التلفزيون الرسمي"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker", "told_by"), CHARGED, ids=[f"{c[0]}-{c[2]}" for c in CHARGED]
)
def test_who_speaks_and_who_tells_it(language: str, text: str, words: str, speaker: str, told_by: list[str]) -> None:
    r = reading(text, language)
    q = of(r, words)
    said = who(r, q)
    assert said is not None
    assert speaker in said
    assert hands(q) == told_by


LED = [
    # a verb of no list between words and whoever said them
    ("es", "“El ataque no empezó el sábado, sino el jueves”, corrige Begoña Arribas, directora técnica.", "ataque", "Begoña Arribas"),
    ("fr", "« La digue tiendra jusqu'en mai », tempère l'ingénieur Luc Baudry.", "digue", "Luc Baudry"),
    ("fr", "« Personne ne viendra nous chercher ici », philosophe Odile Marchal.", "Personne", "Odile Marchal"),
    ("en", '"The tide does not wait for the council," corrects Ann Fielding, who runs the ferry.', "tide", "Ann Fielding"),
    # a gerund behind a reported clause with verbs of its own
    ("ar", "وقال المدير العام للصندوق، منذر الزواغي، في تصريح للصحافيين، إن القراصنة تركوا ورقة يطالبون فيها بفدية كبيرة، مؤكدا: «لن ندفع مليما واحدا لقطاع طرق».", "لن ندفع", "منذر الزواغي"),
    ("ar", "وقال الوزير سامي حداد إن النقابة رفضت العرض، وأضاف رئيسها كريم الحلواني، مؤكدا: «لن نعود قبل الأحد».", "لن نعود", "كريم الحلواني"),
    # those around somebody are not he
    ("ar", "ويؤكد زملاء مدير المصفاة عادل الفرطاسي أن الكتيبة تحتجزه منذ يوم الخميس.", "الكتيبة", "زملاء مدير المصفاة"),
    ("ar", "وقال محامو الصحفية سلمى الكعبي إنها «لم تر القاضي بعد».", "لم تر", "محامو الصحفية"),
    # "she" is whose lawyer spoke last, not he
    ("en", 'Hala Elnour walked out of the prison. A judge set bail, said her lawyer, Osman Kabbashi. "I counted the bricks of every wall," she said.', "bricks", "Hala Elnour"),
    ("en", 'The minister left. Prices would rise by a third, said his deputy, Tom Rudge. "We have no choice left," he said.', "choice", "Tom Rudge"),
    # "he" behind a text that spoke is whom its sentence names first; a relative with its preposition is nobody's
    ("en", 'The report came out on Monday. "It is clear," said Ann Bell.\n\nTowing the animal cost a fortune, according to a memo shown to us by a councillor, Gines Perdomo, who wants the mayor, Nieves Betancort, to explain. "We buried that whale twice," he said.', "whale twice", "Gines Perdomo"),
    ("es", "La sentencia, a la que ha tenido acceso este diario, considera probado que el gerente «ocultó las facturas».", "facturas", "La sentencia"),
    ("ar", "وبحسب ما نقلته وكالة الساحل عن متحدث باسم الجيش، فإن الطائرة سقطت بسبب عطل فني.", "الطائرة", "متحدث باسم الجيش"),
    # a relative behind who spoke; "they said" amid a sentence; somebody's own account
    ("es", "El jurado la eligió por tres votos contra dos, reveló el crítico Driss Benkerrum, que dijo haber dimitido por “las llamadas de una embajada”.", "jurado", "Driss Benkerrum"),
    ("en", "Two brokers met on Monday. About $900,000 went through a bank in Manama on January 19, they said, far below the sum demanded.", "900,000", "Two brokers"),
    ("es", "«Oí un silbido», contó el ingeniero Nicolás Setién. Según su relato, los milicianos entraron el jueves al amanecer.", "milicianos", "Nicolás Setién"),
    # where somebody is from, and his age; an office in another gender
    ("es", "La arqueóloga Nerea Mugarza ha descubierto dos hornos. El hallazgo se hizo público ayer. «Trabajamos con pinceles», bromea la alavesa, de 39 años.", "pinceles", "Nerea Mugarza"),
    ("fr", "« Les annexes parlent de 41 millions », a lancé Nizar Dhouibi. La députée Olfa Chelbaoui a quitté la salle. Selon l'élu de Siliana, le tir a été reporté faute de paiement.", "le tir", "Nizar Dhouibi"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), LED, ids=[f"{c[0]}-{c[2]}" for c in LED])
def test_who_is_led_in(language: str, text: str, words: str, speaker: str) -> None:
    r = reading(text, language)
    said = who(r, of(r, words))
    assert said is not None
    assert speaker in said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El cartel decía «Cerrado por derribo», toda la plaza aplaudió."),
        ("fr", "On chantait « Le grand soir de la mer », même le maire Luc Baudry y était."),
        ("en", '"Songs of the Deep," directed by Tom Rudge, opens in May.'),
    ],
)
def test_what_only_stands_between_marks_and_a_name_leads_in_nothing(language: str, text: str) -> None:
    r = reading(text, language)
    assert not any(q.cue is not None and r.article.words(q.cue) in ("toda", "même", "directed") for q in r.quotations)


def test_small_letters_right_behind_a_verb_complete_its_clause() -> None:
    r = reading("Le parti Alternance juge « imprudent de payer une usine en flammes » et réclame une enquête.", "fr")
    assert of(r, "imprudent").kind == "mixed"


def test_a_headlines_words_are_not_the_towns_when_somebody_says_them_below() -> None:
    title = "«Escribe con barro»: Valencia pide la libertad de la poeta"
    text = f"{title}\n\nLa plaza se llenó. Su traductora, Amparo Lledó, leyó tres poemas. “Escribe con barro y con miedo”, dijo Lledó."
    parts = (Part("title", 0, len(title)), Part("body", len(title) + 2, len(text)))
    r = annotate(Article("a", "a", "0", "text/plain", "es", *(None,) * 6, (), text, parts))
    assert who(r, r.quotations[0]) == "Amparo Lledó"


def test_a_text_named_in_marks_is_no_quotation_unless_it_is_what_something_is_called() -> None:
    signed = reading("اختتمت أشغال الملتقى بتوقيع «إعلان وادي الرمان» من طرف ثمانية رؤساء.", "ar")
    assert not signed.quotations
    called = reading("ووصف النائب سامي الحداد النص بأنه «إعلان حرب على الفلاحين».", "ar")
    assert who(called, of(called, "حرب")) == "سامي الحداد"


def test_the_mark_that_closes_french_words_parts_no_line() -> None:
    head = "Le Phare | Météo | Sports | Vie locale | Abonnés | jeu. 4 mai 2023 | La digue bouge à Lanvoc | Par Odile Marchal | "
    text = (
        head
        + "Le maire Luc Baudry assure que la digue « n'a jamais bougé » et que les familles rentreront « avant la fin du mois ». "
        + "La préfecture a promis un rapport. " * 20
    )
    article = read(Page(source="x.txt", data=text.encode(), media_type="text/plain"))
    parts = [article.text[p.start : p.end] for p in article.own()]
    assert any("bougé » et que les familles" in p for p in parts)
