"""Captions and credits at the head of one line, titles behind "Subject:", greetings, who copied a text, correspondents and their places, letters in brackets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from isnad.extract import read
from isnad.extract.bylines import byline_of
from isnad.extract.datelines import dated
from isnad.extract.lines import staged
from isnad.extract.reprints import reprint
from isnad.extract.signatures import signature
from isnad.extract.sitenames import clean
from isnad.model import Article, Page
from isnad.sources import pages

SPANISH = (
    "La alcaldía de Riohondo cerró ayer el mercado de peces después de que cuatro puesteros enfermaran. "
    "Nadie sigue ingresado. «El hielo olía a cloro», contó Telmo Aguado, vendedor desde 1998. "
    "El laboratorio regional analizará hoy las cámaras frías. Un cierre similar duró en 2012 nueve días."
)
FRENCH = (
    "La mairie de Sainte-Orne a fermé dimanche le marché aux poissons après l'intoxication de quatre vendeurs. "
    "Personne n'est plus à l'hôpital. « La glace sentait le chlore », raconte Odile Varenne, poissonnière depuis 1998. "
    "Un laboratoire examinera lundi les chambres froides. En 2012, une fermeture avait duré neuf jours."
)
ARABIC = (
    "أغلقت بلدية رأس الزيتون، مساء السبت، سوق السمك بعد تسمم أربعة من الباعة. ولم يبق أحد منهم في المستشفى. "
    "وقال البائع حسن الزواري: «كانت رائحة الثلج تشبه الكلور». ومن المنتظر أن يفحص المختبر الجهوي غرف التبريد اليوم. "
    "وكان إغلاق مشابه قد دام تسعة أيام عام 2012."
)


def page(text: str, media: str = "text/plain") -> Article:
    return read(Page("p", text.encode(), media))


def parts(a: Article, kind: str) -> list[str]:
    return [a.text[p.start : p.end] for p in a.parts if p.kind == kind]


@pytest.mark.parametrize(
    ("head", "text", "caption", "by"),
    [
        ("El Faro de Riohondo Portada Comarca Deportes Agenda COMARCA Cierran el mercado de peces 14/03/2019 18:40 {} Por Lucía Zamarro ",
         SPANISH, "Los puestos, precintados ayer. Foto: Martín Escudero", "Lucía Zamarro"),
        ("L'Écho de l'Orne | Accueil | Ville | Sports | S'abonner Ville Quatre vendeurs intoxiqués au marché Par Solène Guirec Publié le 9 décembre 2019 à 07h12 {} ",
         FRENCH, "Le marché, vide lundi. Crédit photo : Hugo Pelletier", "Solène Guirec"),
        ("الزيتونة نيوز الرئيسية أخبار رياضة ثقافة اتصل بنا أخبار إغلاق سوق السمك برأس الزيتون 17 مارس 2019 08:15 {} كتب: حاتم الطرابلسي ",
         ARABIC, "أعوان البلدية عند باب السوق - تصوير: منير العبدلي", "حاتم الطرابلسي"),
    ],
)  # fmt: skip
def test_a_pictures_caption_on_one_line_ends_with_its_credit(head: str, text: str, caption: str, by: str) -> None:
    a = page(head.format(caption) + text)
    assert parts(a, "caption") == [caption]
    assert a.byline == by
    assert a.text.index(text) == next(p.start for p in a.parts if p.kind == "body")


def test_an_author_and_his_place_in_brackets_stand_before_the_text() -> None:
    head = "المرسى اليومية | يومية شاملة الرئيسية محليات اقتصاد رأي محليات إغلاق سوق السمك برأس الزيتون الأحد 10 رجب 1440هـ - 17 مارس 2019م العدد 118 "
    a = page(f"{head}حاتم الطرابلسي (رأس الزيتون) {ARABIC}")
    assert (a.byline, a.title) == ("حاتم الطرابلسي", "إغلاق سوق السمك برأس الزيتون")
    assert parts(a, "body")[0].startswith("أغلقت بلدية")
    a = page(f"{head}{ARABIC}")
    assert (a.byline, parts(a, "body")[0][:5]) == (None, "أغلقت")


def test_a_headline_of_two_halves_begins_behind_its_section() -> None:
    a = page(
        "وادي بوست :: أخبار الوادي أولا بأول :: اتصل بنا :: أعلن معنا :: القبض على سارق الدراجات عربي دولي خرج الجمعة وعاد "
        f"السبت.. تسمم أربعة باعة في سوق السمك 17-03-2019 01:12 PM {ARABIC}"
    )
    assert a.title == "خرج الجمعة وعاد السبت.. تسمم أربعة باعة في سوق السمك"


def test_a_title_stands_behind_what_forums_and_mails_write_before_it() -> None:
    text = SPANISH.replace(". ", ".\n")
    a = page(
        f"Foros de la Ribera > General\nTema: Re: Cierran el mercado de peces\nUsuario: barquero72\n15-03-2019, 09:12\n\n{text}"
    )
    assert a.title == "Cierran el mercado de peces"
    head = "From: Orne Letter <news@orneletter.example>\nTo: readers@lists.example\nSubject: {}\nDate: Mon, 9 Dec 2019 06:10:44 +0100\n\n{}"
    a = page(head.format("Le marché aux poissons fermé", "Bonjour à tous,\n\n" + FRENCH.replace(". ", ".\n\n")))
    assert a.title == "Le marché aux poissons fermé"
    a = page(head.format("Orne Letter no. 12", "Quatre vendeurs intoxiqués\n\n" + FRENCH.replace(". ", ".\n\n")))
    assert a.title == "Quatre vendeurs intoxiqués"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("منقول عن وكالة الضفتين مع الشكر", "وكالة الضفتين"),
        ("Copio y pego de La Voz de Riohondo, gracias a ellos", "La Voz de Riohondo"),
        ("Copié-collé du Courrier de l'Orne, merci à eux", "Courrier de l'Orne"),
        ("Copied and pasted from the Harbour Lantern, all credit to them", "Harbour Lantern"),
    ],
)
def test_who_copied_a_text_says_so_and_that_is_no_headline(line: str, publisher: str) -> None:
    said = reprint(line)
    assert said is not None
    assert (said.publisher, said.by_hand) == (publisher, True)
    a = page(f"Foro Ribera Viva » Noticias\nPágina 1 de 3\n#7\nmolinera\n\n{line}\n\n" + SPANISH.replace(". ", ".\n"))
    assert (a.title, a.publisher) == (None, publisher)


@pytest.mark.parametrize(
    "line", ["Visto en la playa un delfín", "Read in full the judge's ruling", "Lu sur le marché : la fin"]
)
def test_a_headline_that_opens_alike_copies_nothing(line: str) -> None:
    assert reprint(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Par notre envoyée spéciale à Amchit Nayla FERZANE, le 10 mai 2024", "Nayla FERZANE"),
        ("Nuestra enviada especial a Riohondo Marta Ibarrondo, 15 de marzo de 2019", "Marta Ibarrondo"),
        ("De notre correspondant à Aïn Zerga Karim Zerrouki", "Karim Zerrouki"),
        ("From our correspondent in Port Louis Anil Ramdin", "Anil Ramdin"),
        ("De notre envoyé spécial à Saint-Orne", None),
        ("From our correspondent in New York City", None),
        ("Nuestro corresponsal en Santa Marta", None),
    ],
)
def test_who_writes_from_a_place_is_told_from_it(line: str, name: str | None) -> None:
    assert byline_of(line) == name


def test_the_day_behind_a_correspondent_is_the_pages() -> None:
    assert dated("Nuestra enviada especial a Riohondo Marta Ibarrondo, 15 de marzo de 2019")
    assert dated("Marta Ibarrondo, enviada especial a Riohondo, 15 de marzo de 2019")
    assert not dated("El puente que une las dos orillas de Riohondo se hundió aquel frío 15 de marzo de 2019")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("وكالة الضفتين للأنباء (ضفة)", "وكالة الضفتين للأنباء"),
        ("AGENCE DE PRESSE DU LITTORAL (APL)", "AGENCE DE PRESSE DU LITTORAL"),
        ("Punique (APU)", "Punique (APU)"),
        ("Harbour News (Arabia)", "Harbour News (Arabia)"),
    ],
)
def test_an_outlet_is_named_without_its_letters(name: str, kept: str) -> None:
    assert clean(name) == kept


def test_letters_of_two_sign_nothing() -> None:
    assert signature("(ضفة) س.م / ع.ك / 15:42", True) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[jingle : Ciment du Lac, le ciment qui tient]", True),
        ("[إعلان: أثاث النخيل]", True),
        ("(cuña)", True),
        ("[The minister] said nothing.", False),
        ("(Riohondo, ayer)", False),
    ],
)
def test_what_a_transcript_puts_in_brackets_is_no_speech(line: str, told: bool) -> None:
    assert staged(line) is told


def test_text_goes_on_behind_what_stands_in_brackets() -> None:
    a = page(
        "RADIO ORNE 102.4 -- Journal de 8 heures\nLundi 9 décembre 2019\n[indicatif]\n\nCLÉMENT BARRAUD : Bonjour. "
        + FRENCH
        + "\n[publicité : Cuisines Rivet, le goût du bois]\nCLÉMENT BARRAUD : La mairie promet une réponse lundi aux vendeurs du marché.\n[fin]"
    )
    assert (a.title, a.publisher) == (None, "RADIO ORNE")
    assert len(parts(a, "body")) == 2


def test_a_key_of_a_word_for_a_name_and_one_for_a_feed_names_the_outlet(tmp_path: Path) -> None:
    record = {
        "titre_flux": "Le Fil de l'Orne",
        "titre": "Le marché fermé",
        "texte": FRENCH.replace(". ", ".\n"),
        "auteur": "Faith Nduku",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record, ensure_ascii=False))
    (found,) = (read(p) for p in pages([str(tmp_path)]) if isinstance(p, Page))
    assert (found.publisher, found.title, found.byline) == ("Le Fil de l'Orne", "Le marché fermé", "Faith Nduku")


def test_a_caption_is_told_by_what_its_element_is_called() -> None:
    text = "".join(f"<p>{s}.</p>" for s in SPANISH.split(". "))
    html = '<html><head><title>x</title></head><body><h1>Cierran el mercado de peces</h1><div class="{}">El mercado, ayer</div>{}</body></html>'
    for name in ("pie-foto", "leyenda", "legende", "taliq", "تعليق"):
        assert parts(page(html.format(name, text), "text/html"), "caption") == ["El mercado, ayer"]
