"""Who spoke: subjects past ages, relative clauses and appositions, participles, bare plurals, places, words of time."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, Reading


def reading(text: str, language: str) -> Reading:
    empty = (None,) * 6
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), text, (Part("body", 0, len(text)),)))


SAID_BY = [
    # an age, an apposition and a relative clause stand between the name and its verb
    ("en", "Nadia Krol, 54, a welder who joined the walkout in spring, said the yard had not paid overtime since May.", "Nadia Krol"),
    ("en", 'Owen Tarrant, director of Blue Keel, a group that restores boats, told reporters: "We have six hulls left."', "Owen Tarrant"),
    ("fr", "Denis Kerval, soudeur de 47 ans, qui a filmé la scène, assure que le hangar était déjà vide.", "Denis Kerval"),
    ("es", "Rosario Vega, una panadera de 61 años, que vive junto al río, aseguró que nadie avisó al barrio.", "Rosario Vega"),
    ("ar", "الجمعية، التي تضم ثلاثين صيادا، تقول إن الميناء مغلق منذ شهر.", "الجمعية"),
    # a body, and what is said of it
    ("en", "The harbour board, which oversees the quays, warned that the crane would stay shut until autumn.", "The harbour board"),
    ("fr", "La coopérative, qui regroupe soixante fermes, a annoncé que le lait serait payé en avril.", "La coopérative"),
    # the owner of a genitive and the object of a participle are others
    ("en", 'Marek\'s cousin Ilona Brandt, who was at sea that night, said of the rescue: "Nobody slept."', "Ilona Brandt"),
    ("en", 'Karla Venn, one of the engineers representing Mr. Ostrov, said the drawings were "plainly forged".', "Karla Venn"),
    ("fr", "L’avocate représentant Jonas Pell, Me Ida Roux, a déclaré qu’un appel serait formé.", "Ida Roux"),
    # a clause that "and" leads in has a subject of its own
    ("fr", "Les deux camps ont échangé des coups devant Martel, et la gendarmerie a précisé que trois personnes étaient blessées.", "gendarmerie"),
    ("es", "Las dos partes discutieron ante Salas, y la Guardia Civil señaló que hubo tres heridos.", "Guardia Civil"),
    # plurals without article; the noun that a participle stands behind
    ("en", "Before the vote closed, residents complained that the ballots were printed in one language only.", "residents"),
    ("en", 'At the gate the crowd was met by local shopkeepers shouting "Let us work".', "local shopkeepers"),
    ("fr", "Des riverains criant « rendez-nous la plage » ont accueilli le préfet.", "Des riverains"),
    # the clause's subject speaks on in a participle of its own
    ("en", "He left Tallin in June, saying the negotiations were over.", "He"),
    # words of time and of manner before the subject
    ("es", "«No firmaremos esto», afirmó el jueves Julia Robles, portavoz de la plataforma.", "Julia Robles"),
    ("es", "Tal como explicó Tomás Lerma, jefe de obra: «El puente no aguantará otro invierno».", "Tomás Lerma"),
    # who is not to be named, in whatever words that is asked
    ("ar", "وقالت زوجة أحد العمال لموقع الساعة، طالبة عدم نشر اسمها: «آخر رسالة منه وصلتني الثلاثاء».", "زوجة أحد العمال"),
    ("ar", "وذكر سائق فضل عدم الإفصاح عن هويته أن الحافلة كانت بلا فرامل.", "سائق"),
    ("fr", "Un agent qui a préféré taire son nom affirme que le registre a disparu.", "Un agent"),
    ("es", "Una enfermera que pidió reserva de su identidad relató que la sala estaba vacía.", "Una enfermera"),
    ("en", "A clerk who asked that her name not be used said the ledger had been burnt.", "A clerk"),
    # a capital speaks for its government, an address in the web for its pages, capital letters are no auxiliaries
    ("fr", "À deux reprises, Tunis a affirmé que la frontière resterait ouverte.", "Tunis"),
    ("ar", "أكدت الرباط أن الاتفاق ما زال قائما.", "الرباط"),
    ("en", "Saltmarsh.org reported the next day that the roof had given way.", "Saltmarsh.org"),
    ("en", 'Mrs May said: "The roof will hold another winter."', "Mrs May"),
    # prepositions that are written like verbs; «قد» behind the subject of a clause
    ("ar", "وأعرب سكان الحي عبر رسالة مفتوحة عن خشيتهم من أن السد لن يصمد.", "سكان الحي"),
    ("ar", "وقال رئيس النقابة سالم العوني عقب لقاء بين الوزيرة ليلى حداد والمدير رامي شكري: «لم نتفق على شيء».", "سالم العوني"),
    ("ar", "عاد كريم الصالحي إلى القرية بعد عشر سنوات، ولكنه قال إن البيت لم يعد بيته.", "كريم الصالحي"),
    # a capital calls things; a relative clause tells about something; a source that a clause without pronoun speaks of
    ("en", '“Nobody is closing a road,” Mr Holt said. Madrid on Friday called the barrier “an insult”.', "Madrid"),
    ("ar", "ونفى مصدر أمني، في بيان نقلته صحف محلية، ما تداولته صفحات عن انهيار الجسر، مؤكدا أن الخلل «بسيط جدا».", "مصدر أمني"),
    ("ar", "تأخر القطار ساعتين، وفق ما أكده لموقعنا مصدر نقابي قال إن السائقين مضربون منذ الفجر.", "مصدر نقابي"),
    ("ar", "وقالت رفقة وهي تغادر القاعة: «لم أنتظر هذا الحكم أبدا».", "رفقة"),
    ("fr", "Le directeur du port, Loïc Marchal, s'est dit « étranger à ce marché ».", "Loïc Marchal"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), SAID_BY, ids=[t[:28] for _, t, _ in SAID_BY])
def test_the_words_are_said_by(language: str, text: str, who: str) -> None:
    said = reading(text, language).quotations[-1].speaker
    assert said is not None
    assert said.text == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El alcalde Nicolás Prats llegó tarde. Se estima que la riada dejó cuarenta casas sin luz."),
        ("ar", "وصل العمدة نبيل قاسم متأخرا. ويُعتقد أن السيل قطع النور عن أربعين بيتا."),
    ],
)
def test_what_is_estimated_or_thought_by_nobody_in_particular_has_no_speaker(language: str, text: str) -> None:
    assert all(q.speaker is None for q in reading(text, language).quotations)


def test_the_police_in_spanish_are_a_body_and_no_minister_named_before() -> None:
    r = reading(
        "El ministro Ernesto Quiroga habló el lunes. La marcha terminó con 17 detenidos, según la Policía.", "es"
    )
    said = next(q for q in r.quotations if q.speaker and q.speaker.text == "la Policía")
    assert said.speaker is not None
    assert said.speaker.mention is None or r.mentions[said.speaker.mention].kind != "person"


def test_an_impersonal_verb_that_reports_nothing_lends_its_words_to_the_verb_behind() -> None:
    r = reading(
        "El martes se ofreció a Cartago “un muelle nuevo y seguro” y “diez años de paz”, afirmó Inés Roldán.", "es"
    )
    assert [(len(q.pieces), q.speaker and q.speaker.text) for q in r.quotations] == [(2, "Inés Roldán")]


def test_who_is_quoted_by_another_is_never_the_one_who_quotes() -> None:
    r = reading("Her lawyer, Dario Felt, quoted her as saying that she had “locked both doors twice”.", "en")
    assert [(q.speaker.text, q.speaker.mention) for q in r.quotations if q.speaker] == [("her", None)]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Quant au ministre, Sami Lebdi, il a démenti. « Je n'ai rien signé ce jour-là », a-t-il martelé.", "Sami Lebdi"),
        ("en", 'The firm\'s chairwoman, Nora Tulk, rejected it on Monday. "Every lamp was paid for in May," she told us.', "Nora Tulk"),
    ],
)  # fmt: skip
def test_a_name_in_apposition_is_whom_the_pronoun_takes_up(language: str, text: str, who: str) -> None:
    r = reading(text, language)
    said = r.quotations[-1].speaker
    assert said is not None
    assert said.mention is not None
    assert r.mentions[said.mention].text == who


def test_an_apposition_before_a_verb_of_rejecting_is_no_reported_clause() -> None:
    assert reading("The firm's chairwoman, Nora Tulk, rejected the findings on Thursday.", "en").quotations == ()


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "En una carta abierta, catorce vecinas llaman a dejar la feria, a la que acusan de «blanquear la basura ajena».", "catorce vecinas"),
        ("es", "Dos buzos salieron ayer. «Abajo no se ve nada de nada», contaron.", "Dos buzos"),
        ("fr", "Les riverains ont barré le pont. « On nous a oubliés », disent-ils.", "Les riverains"),
        ("en", "Nine midwives signed the note, in which they say that “nobody slept in March”.", "Nine midwives"),
        ("ar", "وتجمع عشرات الصيادين أمام الميناء. وقالوا إنهم لن يبحروا قبل الخميس.", "عشرات الصيادين"),
    ],
)  # fmt: skip
def test_they_are_the_people_in_number_that_the_text_is_about(language: str, text: str, who: str) -> None:
    said = reading(text, language).quotations[-1].speaker
    assert said is not None
    assert said.text == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El director, Elías Prado, no comenta nada. Aseguran que «no queda dinero»."),
        ("ar", "وقال المدير سامر حبيب إن السوق مفتوح. وقالوا إنهم سيعودون غدا."),
    ],
)
def test_a_plural_verb_alone_goes_on_with_no_single_person(language: str, text: str) -> None:
    assert reading(text, language).quotations[-1].speaker is None


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("es", "La Guardia Civil hizo saber que nadie resultó herido en el puerto.", "Guardia Civil"),
        ("en", "The keeper's sister, Nora Tulk, wishes it to be known that she “never sold a single lamp”.", "Nora Tulk"),
        ("fr", "Le comité tient à faire savoir qu'il n'a « jamais touché un sou ».", "Le comité"),
        # behind a participle of the sentence's own; an apposition between the subject and its second verb
        ("en", "Asked on air whether she would leave, the chairwoman, Nora Tulk, was blunt: “I shall go when the last tug goes.”", "Nora Tulk"),
        ("es", "La jueza, Elena Robles, cifra el daño en dos millones y augura que «otros caerán».", "Elena Robles"),
        # whom somebody told stands between the verb and its subject
        ("es", "«Nos mienten desde hace seis años», contó a Radio Bahía una de las inquilinas.", "una de las inquilinas"),
        ("es", "«Me enteré comprando pan, como todos», cuenta a este medio el almeriense, de 24 años.", "el almeriense"),
        ("ar", "وقال دبلوماسيان لرويترز إن الهدنة ما زالت صامدة.", "دبلوماسيان"),
    ],
)  # fmt: skip
def test_who_makes_something_known_says_it(language: str, text: str, who: str) -> None:
    said = reading(text, language).quotations[-1].speaker
    assert said is not None
    assert said.text == who


def test_who_is_asked_under_a_pronoun_is_nobody_the_sentence_names() -> None:
    r = reading("Asked by Clara Bell about the fire, he was blunt: “I shall go when the last tug goes.”", "en")
    assert all(q.speaker is None or q.speaker.text != "Clara Bell" for q in r.quotations)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # the verb and its object are no part of the subject; a mother is
        ("وأمهله النائب سالم العوني أسبوعا، إذ كتب في تغريدة: «إما أن يحضر الوزير، أو يغادر المنصب».", "سالم العوني"),
        ("ووالدة الضحية تقول إن ابنها لم يعد من البحر.", "ووالدة الضحية"),
        # what was rumoured was said of others; between the conjunction and its verb stands who speaks
        ("ونفى الوزير سامر حبيب ما تردد عن وفاة إحدى المريضات، مؤكدا أنها «غادرت المستشفى على قدميها».", "سامر حبيب"),
        ("ولم يتسن لنا الاتصال بالمديرة، إلا أن مقربين منها قالوا إنها تعتزم الاستقالة يوم السبت.", "مقربين منها"),
        ("وعلى صعيد متصل، كشف مصدر مطلع لـ«المرصاد» أن ترخيص المصنع ألغي نهائيا.", "مصدر مطلع"),
        ("شكلت وزارة السياحة لجنة. وجاء في بيان للوزارة أن المخطوطة اشتريت في آذار من تاجر أجنبي.", "بيان للوزارة"),
    ],
)
def test_arabic_subjects_between_verbs_and_conjunctions(text: str, who: str) -> None:
    said = reading(text, "ar").quotations[-1].speaker
    assert said is not None
    assert said.text == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("« Personne ne nous avait prévenus », a témoigné l'adjudant Bruno Cazals.", "Bruno Cazals"),
        ("L'avocate défendant Jonas Pell a déclaré qu'un appel serait formé.", "L'avocate défendant Jonas Pell"),
    ],
)
def test_a_warrant_officer_is_no_participle(text: str, who: str) -> None:
    said = reading(text, "fr").quotations[-1].speaker
    assert said is not None
    assert said.text == who
