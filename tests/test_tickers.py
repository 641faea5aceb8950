"""A line of many headlines in a row is no paragraph, whatever sign parts them, and where nothing does."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.extract import read
from isnad.extract.tickers import in_a_row
from isnad.model import Page

ARABIC = (
    "حجز أربعين ألف قرص مهلوس في عنابة",
    "الوزير يزور مدارس الجنوب",
    "شبيبة الساحل تفوز وديا",
    "حريق بمصنع للبلاستيك في سطيف",
    "وصول طائرة مساعدات إلى درنة",
    "الحماية المدنية تحذر من السباحة في البرك",
    "توقيف ستة أشخاص بتهمة المضاربة",
    "مصرع أربعة في حادث مرور بتيارت",
)
FRENCH = (
    "Séisme de magnitude 3,8 à Jijel",
    "Le procès de l'ancien préfet renvoyé",
    "Un gazoduc saboté dans le Sud, selon une source",
    "Deux morts dans les crues de la Mekerra",
    "Le Premier ministre nomme un médiateur",
    "Un réseau de passeurs démantelé",
    "Les prix du mouton en hausse",
    "L'Italie livre deux avions",
)
SPANISH = (
    "Un muerto en el vuelco de un tractor",
    "La Junta aprueba ayudas para el viñedo",
    "Detenida una mujer por estafar a ancianos",
    "El pleno aprueba la peatonalización",
    "Los ganaderos cortan la carretera",
    "Se incendia un almacén en Pando",
    "Una diputada deja su escaño",
)


@pytest.mark.parametrize("sign", ["+", "|", "◄", "–", "~", "//", "•", "///", "■", "*", "->"])
@pytest.mark.parametrize("headlines", [ARABIC, FRENCH, SPANISH])
def test_headlines_parted_by_a_sign_that_comes_again_are_a_row(headlines: tuple[str, ...], sign: str) -> None:
    line = f" {sign} ".join(headlines)
    assert in_a_row(line, len(line.split()))


@pytest.mark.parametrize("headlines", [FRENCH, SPANISH])
def test_headlines_that_nothing_parts_are_told_by_capitals_that_no_sentence_has(headlines: tuple[str, ...]) -> None:
    line = " ".join(headlines)
    assert in_a_row(line, len(line.split()))


@pytest.mark.parametrize(
    "paragraph",
    [
        "Le ministre – qui arrivait de Sfax – a reçu les délégués – une vingtaine – dans la salle des fêtes – celle de l'hôtel – avant de signer "
        "le protocole – déjà paraphé en mai – devant les familles venues de toute la région",
        "La délégation a visité La Rochelle, Le Havre et Les Sables-d'Olonne avant de gagner Le Caire, où l'attendait le secrétaire général "
        "de l'Union, et de conclure l'accord que Le Courrier avait annoncé dès le mois de mars",
        "El alcalde de La Línea viajó a El Cairo y a Las Palmas con el presidente de La Caja para firmar el convenio que El Diario había "
        "adelantado el lunes, según explicó a Los Andes un portavoz del ayuntamiento",
        "وقالت الوزارة - في بيان - إن الأشغال - التي بدأت في مارس - ستنتهي قبل الصيف، وأضافت أن الكلفة بلغت 12 مليون درهم، وأن الشركة التزمت بتشغيل "
        "أبناء المنطقة في الورش المفتوح منذ عام.",
        "The minister met Sir Alan Brook of the Royal Harbour Trust and Dame Ruth Okafor of the National Union of Lightermen in Port Azure on "
        "Tuesday, when the board agreed to put off the vote that the crews had asked for",
    ],
)
def test_a_long_paragraph_with_dashes_or_names_is_no_row(paragraph: str) -> None:
    assert not in_a_row(paragraph, len(paragraph.split()))


@given(st.text(max_size=400))
def test_any_line_gets_an_answer(line: str) -> None:
    assert in_a_row(line, len(line.split())) in (True, False)


@pytest.mark.parametrize("sign", [" + ", " – ", " ◄ ", " "])
def test_a_page_below_a_long_row_of_headlines_has_its_own_title_and_text(sign: str) -> None:
    text = (
        "LE FIL DE LA LÈME\nRégion | Économie | Idées\n"
        + sign.join((*FRENCH, *FRENCH[::-1]))
        + "\n\nUne passerelle pour Valbrune\n\nLundi 18 septembre 2023\n\n"
        "Le conseil municipal de Valbrune a adopté mardi soir le projet de passerelle au-dessus de la Lème, après trois heures de débat.\n\n"
        "Les travaux, d'un montant de 4,2 millions d'euros, doivent commencer au printemps et durer quatorze mois environ.\n"
    )
    found = read(Page(source="page", data=text.encode()))
    own = " ".join(found.text[p.start : p.end] for p in found.parts if p.kind in ("title", "lead", "body"))
    assert found.title == "Une passerelle pour Valbrune"
    assert own.startswith("Une passerelle pour Valbrune")
    assert own.endswith("quatorze mois environ.")
    assert "gazoduc" not in own


@pytest.mark.parametrize("headlines", [ARABIC, FRENCH, SPANISH])
@pytest.mark.parametrize("sign", [" # ", " ... ", " » "])
def test_signs_that_sentences_know_part_headlines_too_when_they_stand_alone(
    headlines: tuple[str, ...], sign: str
) -> None:
    line = sign.join((*headlines, *headlines[:3]))
    assert in_a_row(line, len(line.split()))


def test_arabic_headlines_that_nothing_parts_are_told_by_the_words_that_sentences_need() -> None:
    line = " ".join(ARABIC)
    assert in_a_row(line, len(line.split()))


def test_an_arabic_paragraph_without_a_stop_is_no_row() -> None:
    line = (
        "وأوضح رئيس المجلس، الذي كان يتحدث أمام الصحفيين، أن الأشغال التي انطلقت في مارس ستنتهي قبل الصيف، مضيفا أن الكلفة بلغت 12 مليون درهم "
        "وأن الشركة التي فازت بالصفقة التزمت بتشغيل أبناء المنطقة في الورش"
    )
    assert not in_a_row(line, len(line.split()))


BODY = (
    "Le conseil municipal de Valbrune a adopté mardi soir le projet de passerelle au-dessus de la Lème, après trois heures de débat.\n\n"
    "« Nous attendions cette décision depuis dix ans », a déclaré la maire, Odile Castaing, devant une salle comble venue des hameaux.\n\n"
    "Les travaux, d'un montant de 4,2 millions d'euros, doivent commencer au printemps et durer quatorze mois environ, selon la mairie.\n\n"
)
OTHERS = (
    (
        "Le tramway de Sorbey prend encore du retard",
        "La livraison des rames, attendue en mars, est repoussée à l'automne par le constructeur allemand.",
    ),
    (
        "Un loup aperçu près des bergeries du col",
        "Des éleveurs ont trouvé dimanche onze brebis égorgées dans une pâture clôturée, à deux kilomètres du village.",
    ),
    (
        "Les pompiers réclament une nouvelle caserne",
        "Quarante volontaires ont défilé samedi derrière une banderole pour dénoncer la vétusté des vestiaires et des camions.",
    ),
)


def own_words(text: str) -> tuple[str | None, str]:
    """Return the title and the article's own words of a plain page."""
    found = read(Page(source="page", data=text.encode()))
    own = " ".join(found.text[p.start : p.end] for p in found.parts if p.kind in ("lead", "body", "subheading"))
    return found.title, " ".join(own.split())


def test_headlines_with_a_paragraph_each_behind_a_text_are_other_articles() -> None:
    below = "".join(f"{title}\n\n{told}\n\n" for title, told in OTHERS)
    title, own = own_words(
        "Une passerelle pour Valbrune\n\nLundi 18 septembre 2023\n\n" + BODY + below + "Mentions légales\n"
    )
    assert title == "Une passerelle pour Valbrune"
    assert own == " ".join(BODY.split())


def test_the_sections_of_a_text_stay_its_own_when_they_speak_of_what_it_speaks_of() -> None:
    sections = (
        "La maire défend la passerelle de Valbrune\n\n"
        "Odile Castaing assure que la passerelle au-dessus de la Lème coûtera 4,2 millions d'euros et que le conseil municipal de Valbrune suivra.\n\n"
        "Des travaux de quatorze mois sur la Lème\n\n"
        "Le débat de mardi soir a porté sur les travaux, qui doivent commencer au printemps et durer quatorze mois selon la mairie de Valbrune.\n\n"
    )
    _, own = own_words("Une passerelle pour Valbrune\n\nLundi 18 septembre 2023\n\n" + BODY + sections)
    assert own == " ".join((BODY + sections).split())


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_paragraphs_filled_to_a_width_are_whole_below_menus_and_tickers(width: int, gap: str) -> None:
    lines = [
        "LE FIL DE LA LÈME",
        "Région",
        "Économie",
        "Idées",
        " + ".join(FRENCH),
        "Une passerelle pour Valbrune",
        "Lundi 18 septembre 2023",
    ]
    lines += [*BODY.strip().split("\n\n"), "Partager", "Imprimer", "Mentions légales"]
    title, own = own_words(gap.join(textwrap.fill(line, width) for line in lines))
    assert title == "Une passerelle pour Valbrune"
    assert own == " ".join(BODY.split())


def test_lines_of_a_headline_a_dash_and_a_sentence_under_their_heading_are_other_articles() -> None:
    below = (
        "READ NEXT\n\nNorth ferry resumes after engine failure — The ferry had been out of service since New Year.\n\n"
        "Two ministries launch a gas field at sea — First gas flowed in January, the operators said.\n"
    )
    _, own = own_words("Une passerelle pour Valbrune\n\nLundi 18 septembre 2023\n\n" + BODY + below)
    assert own == " ".join(BODY.split())


def test_a_list_of_headlines_that_nothing_leads_to_is_no_text_though_one_shares_a_word() -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY.strip().split("\n\n"))
    listed = (
        "<ul><li>Gambie : deux pêcheurs portés disparus</li><li>La passerelle de Sorbey fermée aux camions</li></ul>"
    )
    html = f"<html><body><h1>Une passerelle pour Valbrune</h1><p>Lundi 18 septembre 2023</p>{paragraphs}{listed}</body></html>"
    _, own = own_words(html)
    assert "pêcheurs" not in own
    assert "Sorbey" not in own


def test_a_list_that_a_colon_leads_to_is_text() -> None:
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY.strip().split("\n\n"))
    led = "<p>Le conseil a retenu trois demandes des riverains de la Lème, lues mardi soir devant la salle :</p>"
    listed = "<ul><li>un éclairage de la passerelle la nuit</li><li>des bancs tous les cent mètres</li></ul>"
    html = f"<html><body><h1>Une passerelle pour Valbrune</h1><p>Lundi 18 septembre 2023</p>{paragraphs}{led}{listed}</body></html>"
    assert "bancs" in own_words(html)[1]


@pytest.mark.parametrize(
    "desk", ["Par la rédaction avec agences", "Rédaction avec agences", "Por la redacción con agencias", "وكالات"]
)
def test_a_desk_is_no_headline(desk: str) -> None:
    title, _ = own_words(
        f"LE FIL DE LA LÈME\n\nUne passerelle pour Valbrune\n\n{desk}\n\nLundi 18 septembre 2023\n\n{BODY}"
    )
    assert title == "Une passerelle pour Valbrune"
