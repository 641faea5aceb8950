"""Who speaks when the sentence does not name him: whom it was about, a body at its head, a pronoun behind "according to"."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, Part, QuotationMention, Reading


def reading(text: str, language: str, title: str = "") -> Reading:
    empty = (None,) * 6
    whole = f"{title}\n{text}" if title else text
    parts = (Part("title", 0, len(title)), Part("body", len(title) + 1, len(whole))) if title else ()
    parts = parts or (Part("body", 0, len(whole)),)
    return annotate(Article("a", "a", "0", "text/plain", language, *empty, (), whole, parts))


def bearer(r: Reading, q: QuotationMention) -> str | None:
    return r.mentions[q.speaker.mention].text if q.speaker is not None and q.speaker.mention is not None else None


def hands(q: QuotationMention) -> list[str]:
    return [c.name for c in q.chain if c.role == "relayed by"]


BEARERS = [
    # a description takes up whom the sentence before begins with
    ("fr", "Le pilote, Rafael Sorel, est mort. Son mécanicien, Brahim Salmi, a été hélitreuillé. « Il m'a tendu sa gourde », a confié le rescapé.", "Brahim Salmi"),
    ("es", "La tenista Ana Rull ganó a Irene Soler. «Todavía no me lo creo», dijo la tenista.", "Ana Rull"),
    # its gender tells two apart
    ("es", "La nadadora Ana Rull saludó al alcalde Juan Sanz. «Todavía no me lo creo», confesó la deportista.", "Ana Rull"),
    # "according to him" is who was spoken of, "according to her deputy" is not
    ("fr", "Le maire, Paul Rey, est revenu mercredi. Selon lui, les digues « tiennent bon ».", "Paul Rey"),
    ("en", "The mayor, Paul Rey, came back on Monday. The dykes, according to him, are safe until spring.", "Paul Rey"),
    ("es", "El alcalde, Juan Sanz, volvió el lunes. Para él, los diques «aguantan bien».", "Juan Sanz"),
    ("ar", "عاد رئيس البلدية سامي حداد يوم الاثنين. ووفقا له، فإن السدود «صامدة تماما».", "سامي حداد"),
    ("ar", "عاد رئيس البلدية سامي حداد يوم الاثنين. وبحسبه فإن السدود «صامدة تماما».", "سامي حداد"),
    # words that say whose they are
    ("en", "The mayor, Paul Rey, came back on Monday. In his view the dykes \"hold well\".", "Paul Rey"),
    # an infinitive of saying goes on with the sentence's subject
    ("fr", "La maire, Anne Valat, a dit que le pont était fermé, avant d'ajouter : « Il ne rouvrira pas. »", "Anne Valat"),
    # what was done in the clause is nobody's word
    ("ar", "نفى المدير سامي حداد أن تكون شركته قد عرضت أموالا على الأسر، واصفا ذلك بأنه «كلام فارغ تماما».", "سامي حداد"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), BEARERS)
def test_the_last_words_are_of(language: str, text: str, who: str) -> None:
    r = reading(text, language)
    assert bearer(r, r.quotations[-1]) == who


def test_of_several_a_description_means_whom_the_title_names() -> None:
    text = "La fédération a annoncé dans un communiqué que le Marocain Yassine Oubel avait perdu sa médaille, qui revient au Chilien Matías Quirol. « Je bois de la tisane », s'est défendu le judoka."
    r = reading(text, "fr", "Yassine Oubel contrôlé positif")
    assert bearer(r, r.quotations[-1]) == "Yassine Oubel"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Álvaro Leza y Nuria Soto se reunieron. El directivo aseguró que el puente abrirá en mayo."),
        ("en", "The mayor, Paul Rey, came back on Monday. According to her deputy, the dykes are safe until spring."),
        ("fr", "La mairesse, Zeina Diop, parle de 740 chiens. « On compte », dit-elle. La gendarmerie nie : elle assure qu'« aucun civil n'a été blessé »."),
        ("es", "«Fue una sola dosis», relata su hermana, Ana Rull. La empresa lo niega: «Todos firman una hoja», respondió por correo."),
        ("en", "Anna Hale, the mayor, left. The council stands by its account. In a statement it said that \"nobody asked for a second ballot\"."),
    ],
)  # fmt: skip
def test_nobody_named_is_meant(language: str, text: str) -> None:
    r = reading(text, language)
    assert r.quotations
    named = bearer(r, r.quotations[-1])
    assert named in (None, "deputy", "gendarmerie")


def test_a_body_at_the_head_is_printed_as_who_spoke() -> None:
    text = "«Fue una sola dosis», relata su hermana, Ana Rull. La empresa lo niega: «Todos firman una hoja», respondió por correo."
    said = reading(text, "es").quotations[-1].speaker
    assert said is not None
    assert said.text == "La empresa"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ar", "غير أن وكالة الطيران المدني نفت ذلك وعزت التأخر إلى «رياح محملة بالرمال».", "وكالة الطيران المدني"),
        ("en", "In a post on Friday night the council said: \"All schools will be shut on Monday.\"", "the council"),
        ("en", "The finance ministry in a communiqué on Sunday night described the leak as \"a criminal act\".", "finance ministry"),
        ("fr", "Dans un communiqué diffusé lundi le ministère affirme que la vanne « est fermée ».", "le ministère"),
    ],
)  # fmt: skip
def test_the_speaker_is_printed_without_what_surrounds_it(language: str, text: str, who: str) -> None:
    said = reading(text, language).quotations[-1].speaker
    assert said is not None
    assert said.text.endswith(who)


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("fr", "La députée a écrit sur sa page que les radars sont « neuf, pas un de plus ».", ["sa page"]),
        ("es", "El ministro precisó, a través de X, que los lotes retirados «son cuatro».", ["X"]),
        ("en", "The ministry said on its Facebook page that the batches \"are four\".", ["Facebook page"]),
        ("ar", "وأعلنت الوزارة عبر حسابها على منصة إكس أن الدفعات «أربع لا غير».", ["حسابها"]),
        ("ar", "وقال الوزير والتر حداد، في تصريحات بثها التلفزيون الحكومي، إن حكومته ستطعن في الحكم.", ["التلفزيون الحكومي"]),
        ("ar", "وفي اتصال هاتفي مع «صدى الجنوب»، نفى الناشط حسن بوعزة أن تكون الجمعية قد تسلمت «درهما واحدا».", ["صدى الجنوب"]),
        ("fr", "« Le barrage tient », a assuré à la télévision nationale le préfet du Nord.", ["télévision nationale"]),
        ("es", "«Todavía no me lo creo», confesó la nadadora a la emisora municipal.", ["emisora municipal"]),
        ("en", "\"The pumps will be off,\" the water authority told state radio.", ["state radio"]),
    ],
)  # fmt: skip
def test_the_hands_are(language: str, text: str, named: list[str]) -> None:
    assert hands(reading(text, language).quotations[-1]) == named


@pytest.mark.parametrize("text", ["وأعلنت الوزارة عبر حسابها على منصة إكس أن الدفعات «أربع لا غير».", "The ministry said on its Facebook page that the batches \"are four\"."])  # fmt: skip
def test_a_platform_owns_no_words(text: str) -> None:
    r = reading(text, "en" if text.isascii() else "ar")
    assert bearer(r, r.quotations[-1]) is None


def test_a_reported_clause_ends_where_another_verb_leads_in_marked_words() -> None:
    text = (
        "وقال القائد سامي حداد إن على متن القارب 240 شخصا، بينهم 36 من الطاقم، مضيفا: «رأينا أنوارها تدور نحو الرصيف»."
    )
    told, marked = reading(text, "ar").quotations
    assert (told.kind, marked.kind) == ("indirect", "direct")
    assert text[told.pieces[0].start : told.pieces[-1].end].endswith("من الطاقم")


def test_a_closing_mark_alone_closes_its_line_when_a_word_of_saying_follows() -> None:
    text = "Le maire est là.\nLa région finance des chercheurs, mais la qualité de leur travail est plus faible », a expliqué Paul Rey."
    (q,) = reading(text, "fr").quotations
    assert text[q.pieces[0].start : q.pieces[0].end].startswith("La région")
    other = reading("La salle « Rex » rouvre. Un film est à l'affiche », dit Paul Rey.", "fr").quotations
    assert all(q.kind == "indirect" for q in other)


def test_a_ferry_is_no_phrase() -> None:
    assert not reading("غرقت عبّارة الركاب الإسبانية «تينداي إكسبريس» عند مدخل الميناء.", "ar").quotations


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("ar", "وبينما تقول النقابة إن 220 عاملا شاركوا في الإضراب، أكدت الشركة في بيان أن عدد المضربين «لم يتجاوز 90».", "الإضراب", "لم يتجاوز 90"),
        ("en", "While the union says that 220 workers took part, the company said in a statement that only 90 did.", "part", "did"),
    ],
)  # fmt: skip
def test_a_clause_led_in_by_while_ends_before_the_main_one(language: str, text: str, first: str, last: str) -> None:
    one, other = reading(text, language).quotations
    assert text[one.pieces[0].start : one.pieces[-1].end].endswith(first)
    assert text[other.pieces[0].start : other.pieces[-1].end].endswith(last)
    assert (len(hands(one)), len(hands(other))) == (0, 1)
