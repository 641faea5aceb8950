"""Who said what: words, kind, cue, speaker and stance in four languages; what only looks like a quotation."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.annotate.credits import find_credits
from isnad.annotate.quotations import find_quotations
from isnad.annotate.quotations.lexicon import speech
from isnad.annotate.sentences import split_sentences
from isnad.languages import LANGUAGES, table
from isnad.model import Article, Mention, Part, QuotationMention, Reading


def article(text: str, language: str) -> Article:
    return Article(
        "a",
        "a.txt",
        "0",
        "text/plain",
        language,
        None,
        None,
        None,
        None,
        None,
        None,
        (),
        text,
        (Part("body", 0, len(text)),),
    )


def reading(text: str, language: str, *people: str) -> Reading:
    """Read a text in which the given names are people's."""
    found: list[Mention] = []
    for name in people:
        at = text.find(name)
        while at >= 0:
            found.append(Mention("person", at, at + len(name), name))
            at = text.find(name, at + 1)
    start = Reading(article(text, language), mentions=tuple(sorted(found, key=lambda m: m.start)))
    return find_quotations(find_credits(split_sentences(start)))


def words(r: Reading, q: QuotationMention) -> str:
    return " … ".join(r.article.words(p) for p in q.pieces)


def only(text: str, language: str, *people: str) -> tuple[str, str, str | None]:
    """Return kind, words and speaker of a text's one quotation."""
    r = reading(text, language, *people)
    assert len(r.quotations) == 1, [(q.kind, words(r, q)) for q in r.quotations]
    q = r.quotations[0]
    return q.kind, words(r, q), q.speaker.text if q.speaker else None


@pytest.mark.parametrize(
    ("language", "text", "kind", "said", "speaker"),
    [
        ("fr", "« Le phare sera rallumé », a déclaré le maire de Port-Lune.", "direct", "Le phare sera rallumé", "le maire de Port-Lune"),
        ("fr", "Le préfet a affirmé que « la digue tiendra ».", "mixed", "la digue tiendra", "Le préfet"),
        ("fr", "La ministre a salué « une avancée majeure » pour la ville.", "mixed", "une avancée majeure", "La ministre"),
        ("fr", "Le pont est fermé, indique la préfecture.", "indirect", "Le pont est fermé", "la préfecture"),
        ("fr", "Selon le maire, deux barques ont coulé.", "indirect", "deux barques ont coulé", "le maire"),
        ("fr", "Le maire a précisé que deux barques avaient coulé.", "indirect", "deux barques avaient coulé", "Le maire"),
        ("fr", "Le maire a assuré vouloir rouvrir le port.", "indirect", "vouloir rouvrir le port", "Le maire"),
        ("en", "“The lamp will burn again,” the mayor said.", "direct", "The lamp will burn again,", "the mayor"),
        ("en", "The mayor said that “the dyke will hold”.", "mixed", "the dyke will hold", "The mayor"),
        ("en", "The mayor hailed “a major step” for the town.", "mixed", "a major step", "The mayor"),
        ("en", "The bridge has been closed, police said.", "indirect", "The bridge has been closed", "police"),
        ("en", "According to the mayor, two boats have sunk.", "indirect", "two boats have sunk", "the mayor"),
        ("en", "Two boats have sunk in the bay, according to the mayor.", "indirect", "Two boats have sunk in the bay", "the mayor"),
        ("en", "The mayor said two boats had sunk in the bay.", "indirect", "two boats had sunk in the bay", "The mayor"),
        ("es", "“El faro volverá a brillar”, dijo el alcalde.", "direct", "El faro volverá a brillar", "el alcalde"),
        ("es", "El alcalde afirmó que «el dique aguantará».", "mixed", "el dique aguantará", "El alcalde"),
        ("es", "La ministra calificó el acuerdo de «paso histórico».", "mixed", "paso histórico", "La ministra"),
        ("es", "El puente está cerrado, informó la policía.", "indirect", "El puente está cerrado", "la policía"),
        ("es", "Según el alcalde, dos barcas se hundieron.", "indirect", "dos barcas se hundieron", "el alcalde"),
        ("ar", "قال الوزير: «سيعود المنار إلى العمل».", "direct", "سيعود المنار إلى العمل", "الوزير"),
        ("ar", "وأكد الوزير أن «السد سيصمد طويلا».", "mixed", "السد سيصمد طويلا", "الوزير"),
        ("ar", "وأعلنت الوزارة أن قاربين غرقا في الخليج.", "indirect", "قاربين غرقا في الخليج", "الوزارة"),
        ("ar", "وبحسب الوزير، فقد غرق قاربان في الخليج.", "indirect", "فقد غرق قاربان في الخليج", "الوزير"),
        ("ar", "وأشاد الوزير بـ«التعاون المثمر بين البلدين».", "mixed", "التعاون المثمر بين البلدين", "الوزير"),
    ],
)  # fmt: skip
def test_words_kind_and_speaker(language: str, text: str, kind: str, said: str, speaker: str) -> None:
    assert only(text, language) == (kind, said, speaker)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le film « La Mer immobile » sort mercredi dans les salles."),
        ("fr", "Le prétendu « expert » a quitté la salle."),
        ("fr", "L’exercice « Vague blanche » a débuté lundi au large."),
        ("en", "The novel “A Quiet Harbour” won the prize on Friday."),
        ("en", "The so-called “reform” was debated for hours."),
        ("es", "La película «El mar inmóvil» se estrena el viernes."),
        ("es", "El buque «Estrella Polar» llegó al puerto."),
        ("ar", "عرض فيلم «البحر الساكن» مساء الجمعة في القاعة."),
        ("ar", "انطلقت مناورات «الموج الأبيض» يوم الاثنين."),
        ("fr", "Selon la loi, le port ferme à minuit."),
        ("en", "The report on the harbour claims was long."),
    ],
)
def test_titles_names_and_scare_quotes_are_no_quotations(language: str, text: str) -> None:
    assert reading(text, language).quotations == ()


def test_a_pronoun_stands_for_who_spoke_last() -> None:
    text = "« Nous partirons », a dit Jean Morel. « À l’aube », a-t-il ajouté."
    r = reading(text, "fr", "Jean Morel")
    assert [q.speaker.mention if q.speaker else None for q in r.quotations] == [0, 0]
    assert r.quotations[1].speaker.text == "il"


def test_arabic_and_spanish_leave_the_subject_out() -> None:
    r = reading(
        "قال سمير الحداد إن الميناء مفتوح أمام السفن منذ الصباح. وأضاف أن السفن عادت إلى المرسى.", "ar", "سمير الحداد"
    )
    assert [q.speaker.text for q in r.quotations] == ["سمير الحداد", "سمير الحداد"]
    r = reading("Marta Ruiz dijo que el puerto está abierto. Añadió que los barcos han vuelto.", "es", "Marta Ruiz")
    assert [q.speaker.text for q in r.quotations] == ["Marta Ruiz", "Marta Ruiz"]


def test_a_role_stands_for_the_one_person_who_bears_it() -> None:
    text = "Le ministre de l’Eau, Karim Saleh, est arrivé. Le ministre a déclaré que « le barrage est plein »."
    r = reading(text, "fr", "Karim Saleh")
    assert r.quotations[0].speaker.mention == 0


def test_two_bearers_of_a_role_leave_the_speaker_open() -> None:
    text = "Le ministre Karim Saleh a reçu le ministre Paul Duval. Le ministre a déclaré que « le barrage est plein »."
    r = reading(text, "fr", "Karim Saleh", "Paul Duval")
    assert r.quotations[0].speaker.mention is None


def test_of_two_offices_that_speak_together_neither_bearer_is_the_speaker() -> None:
    text = "استقبل الوزير كريم صالح رئيس البلدية سعيد منصور. وأكد الوزير ورئيس البلدية «أن السد ممتلئ ولا خطر على المدينة»."
    r = reading(text, "ar", "كريم صالح", "سعيد منصور")
    assert [(q.speaker.text, q.speaker.mention) for q in r.quotations] == [("الوزير ورئيس البلدية", None)]


def test_an_interrupted_quotation_is_one_with_two_pieces() -> None:
    r = reading("« La mer, a dit Jean Morel, ne ment pas. »", "fr", "Jean Morel")
    r = reading("« La mer monte », a dit Jean Morel, « et la digue cède ».", "fr", "Jean Morel")
    assert [words(r, q) for q in r.quotations] == ["La mer monte … et la digue cède"]


def test_speech_that_goes_on_after_its_cue_is_the_same_quotation() -> None:
    r = reading("“We saw the light,” Ann Reed said. “Then it went out.”", "en", "Ann Reed")
    assert [words(r, q) for q in r.quotations] == ["We saw the light, … Then it went out."]


def test_a_second_cue_opens_a_second_quotation() -> None:
    r = reading("Le maire a dit que « le port rouvre », ajoutant que les barques sortiraient mardi.", "fr")
    assert [q.kind for q in r.quotations] == ["mixed", "indirect"]
    assert {q.speaker.text for q in r.quotations} == {"Le maire"}


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("fr", "Le maire a affirmé que le port était sûr.", "neutral"),
        ("fr", "Le maire a confirmé que le port était sûr.", "confirming"),
        ("fr", "Le maire prétend que le port était sûr.", "doubting"),
        ("fr", "Le maire nie que le port soit fermé.", "denying"),
        ("en", "The mayor denied that the port was closed.", "denying"),
        ("es", "El alcalde negó que el puerto estuviera cerrado.", "denying"),
        ("ar", "نفى الوزير أن يكون الميناء مغلقا منذ أمس.", "denying"),
        ("ar", "زعم الوزير أن الميناء مفتوح منذ أمس.", "doubting"),
        ("ar", "أكد الوزير أن الميناء مفتوح منذ أمس.", "confirming"),
    ],
)
def test_the_cue_says_what_the_reporter_makes_of_it(language: str, text: str, stance: str) -> None:
    assert [q.stance for q in reading(text, language).quotations] == [stance]


def test_words_without_a_known_speaker_are_labelled() -> None:
    r = reading("« Nous ne quitterons jamais ce port, quoi qu’il arrive. »", "fr")
    assert r.quotations[0].speaker is None
    assert [a.reason for a in r.abstentions] == ["speaker-unknown"]


def test_a_denied_saying_reports_nothing() -> None:
    assert reading("Le maire n’a pas dit que le port rouvrirait mardi.", "fr").quotations == ()


def test_chrome_holds_no_quotations() -> None:
    text = "« Lisez nos offres », a dit le maire.\nLe port est calme ce matin."
    a = article(text, "fr")
    from msgspec.structs import replace

    a = replace(a, parts=(Part("chrome", 0, text.index("\n")), Part("body", text.index("\n") + 1, len(text))))
    assert find_quotations(Reading(a)).quotations == ()


@pytest.mark.parametrize(
    ("language", "text", "said", "speaker"),
    [
        # a verb joined by "and" keeps its clause's subject, not the noun before it
        ("en", "The mayor met the envoy in the port and said the talks would go on.", "the talks would go on", "The mayor"),
        ("ar", "ونفى الوزير أن تكون البوابات قد فتحت دون إنذار، وقال: «السجلات بين أيدي القضاء».", "السجلات بين أيدي القضاء", "الوزير"),
        # an adverbial before the verb is nobody
        ("en", "After questioning the guard, police said the door had been open.", "the door had been open", "police"),
        # who is quoted, not who relays
        ("ar", "ونقلت الصحيفة عن الوزير قوله: «لن نغلق الميناء هذا العام».", "لن نغلق الميناء هذا العام", "الوزير"),
        ("en", "The radio quoted the mayor as saying that “the dyke will hold”.", "the dyke will hold", "the mayor"),
        # whom it is said to is not who says it
        ("ar", "وقال رئيس البلدية لصحيفة المرفأ: «لن نغلق الميناء هذا العام».", "لن نغلق الميناء هذا العام", "رئيس البلدية"),
        # a relative clause speaks for its antecedent
        ("ar", "وغاب المدير الذي قال إن الأشغال ستبدأ غدا.", "الأشغال ستبدأ غدا", "المدير"),
        # a name in marks belongs to the subject
        ("ar", "وقالت شركة «نور البحر»: «لم نوقف العمل يوما واحدا».", "لم نوقف العمل يوما واحدا", "شركة «نور البحر»"),
        # no name wanted, no word of saying there
        ("ar", "ورد مصدر في الوزارة، طلب عدم ذكر اسمه، بأن الأنبوب سيمتد ثلاثة كيلومترات.", "الأنبوب سيمتد ثلاثة كيلومترات", "مصدر"),
        # dashes, banners, verbs with an object joined to them
        ("es", "—No hay nada decidido —respondió la ingeniera.", "No hay nada decidido", "la ingeniera"),
        ("ar", "ورفع المحتجون لافتات كتب عليها «لا تقتلوا الخليج».", "لا تقتلوا الخليج", "لافتات"),
        ("ar", "وفق ما أعلنته الوزارة، فقد غرق قاربان في الخليج.", "فقد غرق قاربان في الخليج", "الوزارة"),
        ("fr", "Le bateau, a déclaré le préfet, « ne reprendra pas la mer ».", "ne reprendra pas la mer", "le préfet"),
    ],
)  # fmt: skip
def test_the_subject_is_who_speaks(language: str, text: str, said: str, speaker: str) -> None:
    r = reading(text, language)
    found = {words(r, q): q.speaker.text for q in r.quotations if q.speaker}
    assert said in found, found
    assert speaker.casefold() in found[said].casefold() or found[said].casefold() in speaker.casefold()


def test_two_who_speak_together_are_never_one_of_them() -> None:
    r = reading("Anna Roth and Paul Weiss said the bridge would open.", "en", "Anna Roth", "Paul Weiss")
    (q,) = r.quotations
    assert q.speaker is not None
    assert q.speaker.text == "Anna Roth and Paul Weiss"
    assert q.speaker.mention is None


def test_a_description_takes_up_the_one_person_the_paragraph_names() -> None:
    text = "Álvaro Leza dirige la empresa. El directivo aseguró que el puente abrirá en mayo."
    r = reading(text, "es", "Álvaro Leza")
    (q,) = r.quotations
    assert q.speaker is not None
    assert (q.speaker.text, q.speaker.mention) == ("El directivo", 0)


def test_a_description_takes_up_whom_the_sentence_before_begins_with() -> None:
    text = "Álvaro Leza recibió a Nuria Soto. El directivo aseguró que el puente abrirá en mayo."
    (q,) = reading(text, "es", "Álvaro Leza", "Nuria Soto").quotations
    assert q.speaker is not None
    assert q.speaker.mention == 0


def test_two_people_leave_a_description_open() -> None:
    text = "Álvaro Leza y Nuria Soto se reunieron. El directivo aseguró que el puente abrirá en mayo."
    (q,) = reading(text, "es", "Álvaro Leza", "Nuria Soto").quotations
    assert q.speaker is None or q.speaker.mention is None


def test_marked_words_of_a_headline_are_said_by_whom_the_text_quotes() -> None:
    text = "Nouvelle digue : « rien ne sera caché »\nLe maire a parlé lundi. « Rien ne sera caché aux familles », a-t-il dit."
    title = text.index("\n")
    page = msgspec.structs.replace(
        article(text, "fr"), parts=(Part("title", 0, title), Part("body", title + 1, len(text)))
    )
    r = find_quotations(find_credits(split_sentences(Reading(page))))
    assert [words(r, q) for q in r.quotations] == ["rien ne sera caché", "Rien ne sera caché aux familles"]
    assert r.quotations[0].speaker == r.quotations[1].speaker


def test_marks_on_their_wrong_side_pair_by_their_number() -> None:
    assert (
        only("وصرحت السيدة قائلة” لا أريد أن يغلق الميناء هذا العام”.", "ar")[1] == "لا أريد أن يغلق الميناء هذا العام"
    )


def test_words_in_another_direction_are_the_pages_own() -> None:
    assert (
        only("Le préfet a écrit : « سنواصل البحث حتى آخر مفقود » avant de partir.", "fr")[1]
        == "سنواصل البحث حتى آخر مفقود"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Q: When did you arrive?\nA: On Monday, with my brothers.\nQ: Who paid?\nA: Nobody paid anything."),
        ("fr", "— Qui a payé ?\n— Personne n'a payé.\n— Et le port ?\n— Fermé."),
        ("en", "The mayor's office, the clerks' union and the drivers' club met. It wasn't the town's idea."),
        ("en", 'The council approved the so-called "river tax" and a "smart" bridge.'),
        ("fr", "Le film « La mer au matin » et le navire « Étoile du sud » sont arrivés lundi."),
        ("ar", "ووصلت سفينة «نور البحر» إلى الميناء، والقضية التي تُعتبر «القضية الأولى» في المدينة."),
        ("ar", "اقرأ أيضا: «سنابل البحر» تفتتح مدرسة في القرية."),
    ],
)
def test_marks_without_speech_claim_nothing(language: str, text: str) -> None:
    assert [q for q in reading(text, language).quotations if q.kind != "indirect"] == []


def test_a_mark_that_nothing_closes_swallows_no_page() -> None:
    text = "« La digue tiendra, a dit le maire.\n" + "\n".join(f"La pluie a duré {n} jours." for n in range(3, 40))
    assert all(p.end <= text.index("\n") for q in reading(text, "fr").quotations for p in q.pieces)


@given(st.text(alphabet="«»“”\"'’ abéقالأن.,:!?\n—", max_size=300), st.sampled_from(LANGUAGES))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_pieces_of_itself_in_order(text: str, language: str) -> None:
    r = reading(text + " ", language)
    for q in r.quotations:
        assert q.pieces
        for p in q.pieces:
            assert 0 <= p.start < p.end <= len(r.article.text)
        assert list(q.pieces) == sorted(q.pieces)


def test_a_page_of_unclosed_marks_gives_pieces_of_itself() -> None:
    r = reading("« dit-il que “ " * 200 + "fin.", "fr")
    assert all(p.end <= len(r.article.text) for q in r.quotations for p in q.pieces)


@pytest.mark.parametrize("concern", ["speech", "agencies"])
def test_every_language_brings_the_same_keys(concern: str) -> None:
    keys = {code: set(table(code, concern)) for code in LANGUAGES}
    assert len({frozenset(k) for k in keys.values()}) == 1, keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_a_hundred_ways_of_saying_and_all_stances(language: str) -> None:
    known = speech(language)
    assert known is not None
    entries = [e for es in known.cues.values() for e in es]
    assert len({e.words for e in entries}) > 600
    assert {e.stance for e in entries} == {"neutral", "confirming", "doubting", "denying"}
    assert len(known.speakers) > 150
