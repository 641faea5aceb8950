"""Who signed a page and when it was published, in the forms that papers print: cue lines, bare names, agencies, two dates a line."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.extract import read
from isnad.model import Article, Page

TITLE = {
    "fr": "Le port de Sélouane reçoit son premier ciment",
    "es": "El puerto de Valdearenas recibe su primer cemento",
    "en": "Port of Harrowmouth takes its first cement",
    "ar": "ميناء السلوان يستقبل أول شحنة من الإسمنت",
}
BODY = {
    "fr": "Le port de Sélouane a accueilli hier la première cargaison de ciment venue du nord, selon les responsables de la capitainerie.\n"
    "Les dockers, réunis devant le hangar numéro trois, ont demandé des garanties sur leurs horaires et sur la sécurité des grues.\n"
    "La direction du port assure que les travaux seront terminés avant la fin du printemps et que rien ne sera fait sans les syndicats.",
    "es": "El puerto de Valdearenas recibió ayer el primer cargamento de cemento procedente del norte, según los responsables de la capitanía.\n"
    "Los estibadores, reunidos ante el almacén número tres, pidieron garantías sobre sus horarios y sobre la seguridad de las grúas.\n"
    "La dirección del puerto asegura que las obras terminarán antes de que acabe la primavera y que nada se hará sin los sindicatos.",
    "en": "The port of Harrowmouth took in the first load of cement from the north yesterday, officials at the harbour office said.\n"
    "Dockers who had gathered outside the third warehouse asked for guarantees about their hours and about the safety of the cranes.\n"
    "The management of the port says that the works will be over before the end of spring and that nothing will be done without the unions.",
    "ar": "استقبل ميناء السلوان أمس أول شحنة من الإسمنت القادمة من الشمال، بحسب ما أفاد به مسؤولون في قبطانية الميناء.\n"
    "وطالب العمال المجتمعون أمام المستودع الثالث بضمانات بشأن ساعات عملهم وبشأن سلامة الرافعات المستعملة في التفريغ.\n"
    "وتؤكد إدارة الميناء أن الأشغال ستنتهي قبل نهاية فصل الربيع وأن لا شيء سيتم دون استشارة النقابات الممثلة للعمال.",
}


def plain(*lines: str, **more: str) -> Article:
    return read(Page(source="p", data="\n".join(lines).encode(), media_type="text/plain", **more))  # type: ignore[arg-type]


def page(language: str, line: str, form: str) -> Article:
    """A page with one line between its headline and its text."""
    title, body = TITLE[language], BODY[language]
    if form == "text":
        return plain(title, line, "", body)
    paragraphs = "".join(f"<p>{p}</p>" for p in body.splitlines())
    source = f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1><div>{line}</div>{paragraphs}</body></html>"
    return read(Page(source="p", data=source.encode(), media_type="text/html"))


def day(a: Article) -> str | None:
    return str(a.published.start) if a.published else None


SIGNED = [
    ("fr", "Par Hédi Zouaghi et Claire Montbrun", "Hédi Zouaghi et Claire Montbrun"),
    ("fr", "Par Hédi Zouaghi (avec AFP)", "Hédi Zouaghi"),
    ("fr", "Entretien réalisé par Hédi Zouaghi", "Hédi Zouaghi"),
    ("fr", "De notre envoyée spéciale à Sélouane, Claire Montbrun", "Claire Montbrun"),
    ("fr", "Par Claire Montbrun, économiste à l'université de Valcour", "Claire Montbrun"),
    ("fr", "Claire Montbrun  @cmontbrun", "Claire Montbrun"),
    ("fr", "Par H.Z.", "H.Z."),
    ("es", "Por María de los Ángeles Peña", "María de los Ángeles Peña"),
    ("es", "Una crónica de Ana Belén Quiroga", "Ana Belén Quiroga"),
    ("es", "Texto: Ana Belén Quiroga", "Ana Belén Quiroga"),
    ("en", "By Nora Whitlock, Sam Okoro and Dina Farouk", "Nora Whitlock, Sam Okoro and Dina Farouk"),
    ("en", "By Nora Whitlock in Harrowmouth", "Nora Whitlock"),
    ("en", "Reporting by Nora Whitlock; Editing by Tom Ash", "Nora Whitlock"),
    ("en", "Nora Whitlock, Staff Writer", "Nora Whitlock"),
    ("ar", "بقلم/ سلمى الرواحي", "سلمى الرواحي"),
    ("ar", "إعداد وتقديم: ناصر بوزيان", "ناصر بوزيان"),
    ("ar", "أجرى الحوار: ناصر بوزيان", "ناصر بوزيان"),
    ("ar", "مراسل المنارة من السلوان: ناصر بوزيان", "ناصر بوزيان"),
    ("ar", "السلوان: ناصر بوزيان", "ناصر بوزيان"),
    ("ar", "ن. بوزيان", "ن. بوزيان"),
    ("fr", "Propos recueillis à Sélouane par Claire Montbrun", "Claire Montbrun"),
    ("fr", "Par notre correspondant à Dakar, Mamadou Fofana", "Mamadou Fofana"),
    ("fr", "De notre correspondant régional Mamadou Fofana", "Mamadou Fofana"),
    ("fr", "Rédigé par Mamadou Fofana le Dimanche 14 Mars 2021", "Mamadou Fofana"),
    ("fr", "Claire Montbrun à Sélouane", "Claire Montbrun"),
    ("es", "De la corresponsal Lucía Barrientos", "Lucía Barrientos"),
    ("es", "Eleuterio Santiago / El Faro de Valdearenas", "Eleuterio Santiago"),
    ("es", "Reportaje: Lucía Barrientos | Fotos: Iván Solari", "Lucía Barrientos"),
    ("es", "Textos y fotos: Iván Solari", "Iván Solari"),
    ("en", "By Nora Whitlock in Harrowmouth and Sam Okoro in London", "Nora Whitlock and Sam Okoro"),
    ("en", "By Nora Whitlock Political correspondent", "Nora Whitlock"),
    ("en", "By Tamsin Oldroyd @tamsinoldroyd Senior Reporter", "Tamsin Oldroyd"),
    ("en", "Special correspondent Nora Whitlock", "Nora Whitlock"),
    ("ar", "نشر من طرف: ناصر بوزيان", "ناصر بوزيان"),
    ("ar", "سلمى الرواحي (السلوان)", "سلمى الرواحي"),
    ("en", "By N. Whitlock", "N. Whitlock"),
    ("en", "— By Nora Whitlock", "Nora Whitlock"),
    ("en", "HARROWMOUTH: Nora Whitlock", "Nora Whitlock"),
    ("fr", "Par M. Fofana et C. Montbrun", "M. Fofana et C. Montbrun"),
    ("fr", "Photos et texte : Mamadou Fofana", "Mamadou Fofana"),
    ("es", "L. Barrientos", "L. Barrientos"),
    ("es", "Por Redacción | Lucía Barrientos", "Lucía Barrientos"),
    ("es", "LUCÍA BARRIENTOS. VALDEARENAS", "LUCÍA BARRIENTOS"),
    ("es", "Lucía Barrientos, especial para El Faro", "Lucía Barrientos"),
    ("ar", "ناصر بوزيان مراسل المنارة", "ناصر بوزيان"),
    ("ar", "ناصر بوزيان (أ ف ب)", "ناصر بوزيان"),
    ("ar", "السلوان ـ ناصر بوزيان", "ناصر بوزيان"),
    ("ar", "أعدت التقرير سلمى الرواحي", "سلمى الرواحي"),
]
UNSIGNED = [
    ("fr", "Par AFP"),
    ("fr", "Par la rédaction"),
    ("fr", "Par Le Fanal avec AFP"),
    ("es", "Por Redacción"),
    ("es", "Por Europa Press"),
    ("en", "By The Associated Press"),
    ("en", "By Our Correspondent"),
    ("en", "By Harrowmouth Herald Staff"),
    ("en", "From our correspondent in Harrowmouth"),
    ("es", "Corresponsalía Valdearenas"),
    ("ar", "بقلم: هيئة التحرير"),
    ("ar", "و.م.ع"),
    ("ar", "السلوان - وكالات"),
]
DATED = [
    ("fr", "Publié le 14 mars 2021 à 18:32 – Mis à jour le 15 mars 2021 à 07:10 | Par Hédi Zouaghi", "2021-03-14"),
    ("fr", "Mis à jour : 15 mars 2021 07:10 ; Publié : 14 mars 2021 18:32", "2021-03-14"),
    ("fr", "Temps de lecture : 3 min. Publié le 14 mars 2021", "2021-03-14"),
    ("fr", "14/03/21", "2021-03-14"),
    ("es", "Actualizado: 15/03/2021 07:10 h. Publicado: 14/03/2021 18:32 h.", "2021-03-14"),
    ("es", "Marzo 14, 2021", "2021-03-14"),
    ("en", "Updated: Mar 15, 2021 07:10 IST | Published: Mar 14, 2021 18:32 IST", "2021-03-14"),
    ("en", "14-Mar-2021", "2021-03-14"),
    ("en", "March 14 2021", "2021-03-14"),
    ("ar", "آخر تحديث: 15 مارس 2021 | تاريخ النشر: 14 مارس 2021", "2021-03-14"),
    ("ar", "تاريخ النشر: الأحد 14 مارس 2021 - 18:32 بتوقيت غرينتش", "2021-03-14"),
    ("ar", "مارس 14, 2021", "2021-03-14"),
    ("ar", "الأحد 1 شعبان 1442هـ الموافق 14 مارس 2021م", "2021-03-14"),
    ("ar", "14 جويلية 2021", "2021-07-14"),
    ("ar", "14 تشرين الثاني/نوفمبر 2021", "2021-11-14"),
    ("ar", "تم التحديث: 15 مارس 2021 | أُنشئت: 14 مارس 2021", "2021-03-14"),
    ("fr", "14 mars 2021 - Dernière mise à jour : 15 mars 2021", "2021-03-14"),
    ("es", "14/03/2021 a las 09:30hs. Actualizado 15/03/2021", "2021-03-14"),
    ("en", "Published: 09:30, 14 March 2021 | Updated: 10:00, 15 March 2021", "2021-03-14"),
]


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize(("language", "line", "name"), SIGNED)
def test_the_author_is_named_without_cue_place_or_office(language: str, line: str, name: str, form: str) -> None:
    a = page(language, line, form)
    assert (a.byline, a.title) == (name, TITLE[language])


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize(("language", "line"), UNSIGNED)
def test_desks_and_agencies_are_nobody(language: str, line: str, form: str) -> None:
    assert page(language, line, form).byline is None


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize(("language", "line", "when"), DATED)
def test_of_two_dates_on_a_line_the_one_of_publication_is_taken(language: str, line: str, when: str, form: str) -> None:
    a = page(language, line, form)
    assert (day(a), a.title) == (when, TITLE[language])
    assert a.byline in (None, "Hédi Zouaghi")


PLACES = {
    "behind the text": ([TITLE["es"], "14/03/2021", "", BODY["es"], "Ana Belén Quiroga"], "Ana Belén Quiroga"),
    "behind the text, in Arabic": ([TITLE["ar"], "14 مارس 2021", "", BODY["ar"], "سلمى الرواحي"], "سلمى الرواحي"),
    "behind the text, after a dash": ([TITLE["en"], "March 14, 2021", "", BODY["en"], "— Nora Whitlock"], "Nora Whitlock"),
    "above the headline": (["El Faro", "Ana Belén Quiroga", TITLE["es"], "14/03/2021", "", BODY["es"]], "Ana Belén Quiroga"),
    "beside the section": (["Opinión | Ana Belén Quiroga", TITLE["es"], "14/03/2021", "", BODY["es"]], "Ana Belén Quiroga"),
    "under a cue": ([TITLE["ar"], "بقلم", "سلمى الرواحي", "14 مارس 2021", "", BODY["ar"]], "سلمى الرواحي"),
    "above an office": ([TITLE["ar"], "سلمى الرواحي", "كاتبة وباحثة في الاقتصاد", "14 مارس 2021", "", BODY["ar"]], "سلمى الرواحي"),
    "above buttons": ([TITLE["en"], "Nora Whitlock", "Share on X", "March 14, 2021", "", BODY["en"]], "Nora Whitlock"),
    "before the first words": ([TITLE["ar"], "14 مارس 2021", "", "السلوان – سلمى الرواحي: " + BODY["ar"]], "سلمى الرواحي"),
    "not in a photograph": ([TITLE["fr"], "Photo : Claire Montbrun", "14 mars 2021", "", BODY["fr"]], None),
    "not a place": ([TITLE["en"], "ABU MARSA, March 14, 2021", "", BODY["en"]], None),
}  # fmt: skip


@pytest.mark.parametrize("where", PLACES)
def test_a_name_alone_on_its_line_is_the_author_where_authors_sign(where: str) -> None:
    lines, name = PLACES[where]
    a = plain(*lines)
    assert (a.byline, day(a)) == (name, "2021-03-14")
    assert a.title in TITLE.values()


def test_a_name_that_the_text_speaks_of_is_a_portrait_and_no_author() -> None:
    body = (
        BODY["en"] + "\nNora Whitlock, who runs the harbour office, called the meeting short and useful to everybody."
    )
    a = plain(TITLE["en"], "March 14, 2021", "", body, "Nora Whitlock")
    assert a.byline is None


def test_the_first_question_of_an_interview_is_not_its_headline() -> None:
    lines = BODY["fr"].splitlines()
    asked = [
        "Quand les travaux seront-ils finis ?",
        lines[0],
        "Que dites-vous aux dockers ?",
        lines[1],
        "Et la suite ?",
        lines[2],
    ]
    a = plain(TITLE["fr"], "Propos recueillis par Hédi Zouaghi", "14 mars 2021", "", *asked)
    assert (a.title, a.byline) == (TITLE["fr"], "Hédi Zouaghi")
    own = "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body", "subheading"))
    assert all(line in own for line in asked)


def test_a_date_line_without_its_year_is_of_the_year_its_weekday_fits() -> None:
    background = (
        "\nLa digue avait été inaugurée en novembre 2019 après trois ans de travaux, selon les comptes de la mairie."
    )
    a = plain(TITLE["fr"], "Dimanche 14 mars à 18h32", "", BODY["fr"] + background)
    assert day(a) == "2021-03-14"
    assert a.published is not None
    assert "weekday" in a.published.basis
    assert day(plain(TITLE["fr"], "Dimanche 14 mars à 18h32", "", BODY["fr"])) is None


def test_an_english_date_in_figures_is_read_only_in_the_order_that_something_bears_out() -> None:
    assert day(page("en", "03/04/2021", "text")) is None
    url = "https://herald.example/2021/03/04/cement"
    assert day(plain(TITLE["en"], "03/04/2021", "", BODY["en"], url=url)) == "2021-03-04"


CAPTIONS = [
    ("fr", "Le port de Sélouane, le 12 mars 2021. © Claire Montbrun / Le Fanal"),
    ("fr", "Le port de Sélouane, le 12 mars 2021. CLAIRE MONTBRUN / AFP"),
    ("fr", "Vue aérienne du port, en 2019. — C. Montbrun / SIPA"),
    ("es", "Imagen de archivo del muelle norte."),
    ("es", "El consejero Iván Lozoya, durante la visita. | L. T."),
    ("es", "Grúas en el muelle. Cortesía"),
    ("en", "FILE - Dockers gather at the north quay in Harrowmouth, March 12, 2020."),
    ("en", "Image caption, Dockers want guarantees about the cranes"),
    ("ar", "صورة أرشيفية لميناء السلوان"),
    ("ar", "عمال الميناء خلال وقفة أمام المستودع الثالث - رويترز"),
    ("ar", "ميناء السلوان (رويترز - أرشيف)"),
    ("ar", "التعليق على الصورة، عمال في ميناء السلوان"),
    ("ar", "مصدر الصورة: رويترز"),
    ("fr", "AFP/Claire Montbrun"),
    ("es", "El muelle tres, en una imagen de archivo."),
    ("es", "Grúas en el muelle tres. Europa Press"),
    ("es", "Estibadores en el muelle tres. (Lucía Barrientos/El Faro)"),
    ("en", "Cranes at Harrowmouth [File: Nora Whitlock/Reuters]"),
    ("en", "Cranes at Harrowmouth. (AP Photo/Nora Whitlock)"),
    ("en", "Cranes at Harrowmouth / AFP"),
    ("en", "Dockers outside the warehouse. Supplied"),
]
NO_CAPTIONS = [
    ("es", "La obra cuesta dos millones (IVA incluido)."),
    ("en", "The photo was taken on Friday, he said."),
    ("ar", "وأظهرت صورة نشرت أمس ازدحاما في الرصيف."),
    ("es", "Los sindicatos anunciaron marchas para el jueves en seis provincias."),
]


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize(("language", "line"), CAPTIONS)
def test_a_caption_is_told_by_its_credit_and_dates_nothing(language: str, line: str, form: str) -> None:
    a = page(language, line, form)
    assert [a.text[p.start : p.end] for p in a.parts if p.kind == "caption"] == [line]
    assert (a.published, a.byline, a.title) == (None, None, TITLE[language])


@pytest.mark.parametrize(("language", "line"), NO_CAPTIONS)
def test_a_sentence_about_a_picture_is_no_caption(language: str, line: str) -> None:
    first, *rest = BODY[language].splitlines()
    a = plain(TITLE[language], first, line, *rest)
    assert next(p.kind for p in a.parts if a.text[p.start : p.end] == line) == "body"


def test_an_agency_alone_under_the_text_is_a_credit_and_no_caption() -> None:
    a = plain(TITLE["es"], "14/03/2021", "", BODY["es"], "(EFE)")
    assert "caption" not in {p.kind for p in a.parts}


def test_the_first_headline_of_a_ticker_is_not_the_name_of_the_site() -> None:
    ticker = "سعر الذهب اليوم في البلاد   |   موعد صلاة الاستسقاء   |   وفاة شاب غرقا   |   الدوري يعود"
    a = plain("منارة الشاطئ .. كل الأخبار في مكان واحد", ticker, "", TITLE["ar"], "", BODY["ar"], "", "المصدر: المرفأ")
    assert (a.publisher, a.via) == ("المرفأ", "منارة الشاطئ")


def test_a_credit_grown_onto_the_last_word_of_a_caption_is_seen() -> None:
    first, *rest = BODY["en"].splitlines()
    line = "Cranes at the north quay of Harrowmouth, where the first ship has landed its loadCredit: Sam Okoro"
    a = plain(TITLE["en"], "March 14, 2021", "", first, line, *rest)
    assert [a.text[p.start : p.end] for p in a.parts if p.kind == "caption"] == [line]


def test_a_caption_right_above_the_text_is_not_its_headline() -> None:
    line = "La banque de sang de l'hôpital régional de Sélouane (ph. N. Seck)"
    a = plain(TITLE["fr"], "14 mars 2021", line, "La banque de sang de l'hôpital manque de poches. " + BODY["fr"])
    assert (a.title, [a.text[p.start : p.end] for p in a.parts if p.kind == "caption"]) == (TITLE["fr"], [line])


def test_the_first_line_above_the_menu_is_the_outlet_and_no_headline() -> None:
    a = plain("راديو المرسى إف إم", "البث المباشر    البرامج    فقرة الطبخ    حالة الطقس", "", BODY["ar"])
    assert (a.title, a.publisher) == (None, "راديو المرسى إف إم")


def test_headlines_parted_by_strokes_are_a_ticker() -> None:
    ticker = (
        "عاجل.. أمطار غزيرة على شمال البلاد / الجمارك تضبط شحنة تهريب / أسعار النفط فوق الستين / الوزير يستقبل نظيره"
    )
    a = plain("صحيفة الشاطئ", ticker, "", "السلوان – وكالات – الأحد 14 مارس 2021", BODY["ar"])
    assert (a.title, day(a)) == (None, "2021-03-14")


def test_the_last_paragraph_of_an_agency_is_text_though_it_ends_in_its_name() -> None:
    last = "Los sindicatos anunciaron marchas para el jueves en seis provincias. EFE"
    a = plain(TITLE["es"], "14/03/2021", "", BODY["es"], last, "lbp/jrh")
    assert next(p.kind for p in a.parts if a.text[p.start : p.end] == last) == "body"
    assert a.byline is None


def test_a_headline_alone_behind_an_announced_article_is_another_articles() -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY["ar"].splitlines())
    tail = "<p>ذات صلة: وفاة عامل سقط عن رافعة</p><p>أبراج الأربعاء: يوم مناسب لتوقيع العقود</p>"
    html = f"<html><body><h1>{TITLE['ar']}</h1>{paragraphs}{tail}</body></html>"
    a = read(Page(source="p", data=html.encode(), media_type="text/html"))
    assert [p.kind for p in a.parts][-2:] == ["related", "related"]


def test_between_standfirst_and_text_the_author_is_told() -> None:
    first, *rest = BODY["fr"].splitlines()
    head = "<div>L'Écho de la Côte<br>Gwenola LE BIHAN.<br>Publié le 12.03.2024 | 09:30</div>"
    paragraphs = "".join(f"<p>{p}</p>" for p in rest)
    html = f"<html><body><h1>{TITLE['fr']}</h1><p>{first}</p>{head}{paragraphs}</body></html>"
    a = read(Page(source="p", data=html.encode(), media_type="text/html"))
    assert (a.byline, day(a)) == ("Gwenola LE BIHAN", "2024-03-12")


@pytest.mark.parametrize(
    ("line", "start", "end", "precision"),
    [
        ("الأحد 15 ربيع الأول 1439هـ", "2017-12-03", "2017-12-03", "day"),
        ("السبت ١٥ ربيع الأول ١٤٣٩ هـ", "2017-12-02", "2017-12-02", "day"),
        ("15 ربيع الأول 1439هـ", "2017-12-02", "2017-12-04", "range"),
    ],
)
def test_a_hijri_date_alone_dates_the_page_as_surely_as_its_weekday_allows(
    line: str, start: str, end: str, precision: str
) -> None:
    a = plain(TITLE["ar"], line, "", BODY["ar"])
    assert a.published is not None
    assert (str(a.published.start), str(a.published.end), a.published.precision) == (start, end, precision)
    assert "Umm al-Qura" in (a.published.basis or "")
    assert {type(a.published.start), type(a.published.end)} == {
        date
    }  # and nothing that only looks like one: it is stored and exported
    cite = a.published.cites[0]
    assert a.text[cite.start : cite.end] in line


def test_a_hijri_day_that_is_none_dates_nothing() -> None:
    assert plain(TITLE["ar"], "31 ربيع الأول 1499هـ", "", BODY["ar"]).published is None


OPENINGS = [
    ("es", "Lucía Barrientos / Valdearenas.- ", "Lucía Barrientos"),
    ("es", "LUCÍA BARRIENTOS, Valdearenas | ", "LUCÍA BARRIENTOS"),
    ("en", "HARROWMOUTH, By Nora Whitlock — ", "Nora Whitlock"),
    ("ar", "السلوان - «المنارة» - ناصر بوزيان: ", "ناصر بوزيان"),
    ("fr", "Sélouane – Montée des eaux : ", None),
]


@pytest.mark.parametrize(("language", "opening", "name"), OPENINGS)
def test_who_is_named_before_the_first_words_wrote_them(language: str, opening: str, name: str | None) -> None:
    assert plain(TITLE[language], "14/12/2021", "", opening + BODY[language]).byline == name


@pytest.mark.parametrize(
    ("language", "line", "name"), [("ar", "/ ناصر بوزيان /", "ناصر بوزيان"), ("fr", "C. Montbrun", "C. Montbrun")]
)
def test_a_signature_behind_the_text_may_stand_between_strokes_or_be_short(language: str, line: str, name: str) -> None:
    assert plain(TITLE[language], "14/12/2021", "", BODY[language], "", line).byline == name
