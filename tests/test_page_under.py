"""Pages on one line whose headline stands behind day and author with nothing between it and the text, and what else stands amid such texts."""

import pytest

from isnad.extract import read
from isnad.model import Article, Page


def page(text: str) -> Article:
    return read(Page("a.txt", text.encode(), "text/plain"))


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body"))


SPANISH = (
    "La Gendarmería detuvo la noche del viernes en el hotel Bahía Azul de Tambo a Dris Belga, uno de los reclusos que escaparon el pasado domingo de la cárcel "
    "de Mebuba. Con él cayeron otros tres fugitivos y un taxista. “No somos el patio trasero de nadie”, afirmó el ministro."
)
FRENCH = (
    "La préfecture de Bellac a fait évacuer dimanche soir quarante-deux familles du quartier des Tanneurs, menacé par un glissement de terrain. "
    "Deux immeubles se sont fissurés. « Le plancher chantait », raconte Odile Marsaudon, locataire au troisième étage."
)
ENGLISH = (
    "Kitale county officials sealed a slaughterhouse at Mutomo on Tuesday after inspectors found donkey meat labelled as beef. Eleven carcasses were buried "
    'in quicklime. "The stamp was real, the meat was not," said public health officer Mercy Mwende.'
)
ARABIC = (
    "أغلقت السلطات المحلية في وادي السرو، مساء السبت، جسر المشاة المعلق بعد انقطاع حبلين من حباله. ولم يصب أحد بأذى. "
    "وقالت رئيسة البلدية سعاد المرزوقي: «سمعنا صوتا كالسوط ثم ساد الصمت»."
)
CASES = [
    (
        "La Voz de Río Tambo semanario independiente Portada Nacional Continente Deportes Sociedad Última hora: apagón en el barrio Obrero - Se busca cabra perdida "
        "Continente | Domingo, 12 de junio de 2022 | Por Encarnación Bilogo {title} ",
        "Cae en Tambo el capo que huyó de la cárcel de Mebuba",
        SPANISH,
        "Encarnación Bilogo",
    ),
    (
        "L'Éveil de Bellac lundi 9 décembre 2019 Accueil Ville Région Sports Annonces Ville {title} Solène Guirec ",
        "Quarante-deux familles évacuées à Bellac après un glissement de terrain",
        FRENCH,
        "Solène Guirec",
    ),
    (
        "The Kitale Lantern independent weekly Home News Business Farming Sport Letters County | Wednesday, 12 June 2024 | By Faith Nduku {title} ",
        "County seals Mutomo slaughterhouse over donkey meat",
        ENGLISH,
        "Faith Nduku",
    ),
    (
        "صدى وادي السرو الأحد 17 مارس 2019 الرئيسية محليات رياضة ثقافة منوعات محليات {title} حسن الطرابلسي ",
        "إغلاق الجسر المعلق في وادي السرو بعد انقطاع حبلين",
        ARABIC,
        "حسن الطرابلسي",
    ),
]


@pytest.mark.parametrize(("head", "title", "text", "author"), CASES, ids=["es", "fr", "en", "ar"])
def test_a_headline_behind_day_and_author_ends_where_its_text_begins(
    head: str, title: str, text: str, author: str
) -> None:
    a = page(head.format(title=title) + text)
    assert (a.title, a.byline) == (title, author)
    assert own(a) == text


@pytest.mark.parametrize(("head", "title", "text", "author"), CASES[2:3], ids=["en"])
def test_without_a_headline_there_the_text_is_whole(head: str, title: str, text: str, author: str) -> None:
    a = page(head.replace("{title} ", "") + text)
    assert a.title is None
    assert own(a).startswith(text[:40])


def test_a_text_goes_on_behind_buttons_and_calls_to_the_reader() -> None:
    rest = "El ministro reclamó el mismo sábado su entrega, prevista para el jueves en el puesto fronterizo. La frontera se reabrirá mañana a las seis."
    head = CASES[0][0].format(title=CASES[0][1])
    for amid in ("Compartir en WhatsApp Enviar a un amigo Imprimir", "Seguí leyendo por $ 99 al mes Suscribite"):
        a = page(f"{head}{SPANISH} {amid} {rest} Lo más leído: Así se prepara el pescado © La Voz de Río Tambo")
        assert own(a) == f"{SPANISH} {rest}"


def test_readers_behind_the_heading_of_their_comments_are_no_text() -> None:
    a = page(
        CASES[1][0].format(title=CASES[1][1])
        + FRENCH
        + " Commentaires (2) Partager Tonton Riri : et le maire, il dort où, lui ? Répondre"
    )
    assert "Tonton" not in own(a)


def test_an_ornament_parts_a_name_from_its_motto_and_the_items_of_a_ticker() -> None:
    lines = ARABIC.replace(". ", ".\n")
    a = page(
        f"كرة الشط ⚽ كل الأهداف كل الأخبار\nسعر الصرف اليوم ✦ فنانة تبكي على المسرح ✦ النادي يقيل مدربه\n\n{lines}\n\n(نقلا عن وكالة الوادي للأنباء)"
    )
    assert (a.publisher, a.via, a.title) == ("وكالة الوادي للأنباء", "كرة الشط", None)
    assert "فنانة" not in own(a)


def test_the_number_of_a_letter_is_no_part_of_its_name_in_any_case() -> None:
    head = '<html lang="en"><head><title>The Bight Letter no. 212</title></head><body><table><tr><td>The Bight Letter</td></tr><tr><td>'
    a = read(
        Page(
            "a.html",
            (
                head
                + f"<h2>Donkey meat at Mutomo</h2><p>{ENGLISH}</p><p>{ENGLISH[:121]}</p></td></tr></table></body></html>"
            ).encode(),
            "text/html",
        )
    )
    assert (a.title, a.publisher) == ("Donkey meat at Mutomo", "The Bight Letter")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Yacine Benlounis | Mis à jour le 23/04/2025 à 21:16", "Yacine Benlounis"),
        ("Mercredi 23 avril 2025, par Awa Mulunda-wa-Ngoy", "Awa Mulunda-wa-Ngoy"),
    ],
)
def test_a_day_and_an_author_on_one_line_are_both_read(line: str, author: str) -> None:
    a = page(f"Carton Rouge\n\nQuarante-deux familles évacuées à Bellac\n\n{line}\n\n" + FRENCH.replace(". ", ".\n"))
    assert a.byline == author
    assert a.published is not None
    assert a.published.start.isoformat() == "2025-04-23"


def test_who_signs_before_the_person_a_text_begins_with_ends_the_headline() -> None:
    text = (
        "Ramón Olabarri, de 44 años, jefe de obra de la empresa cartaginesa Tubonor en el gasoducto, aterrizó anteanoche en San Telmo después de cuatro días "
        "sin pasaporte en Niamey. “Me trataron bien, pero nadie sabía de qué se me acusaba”, contó el ingeniero. Su hermana lo esperaba en casa."
    )
    a = page(
        "EL SEMANARIO DEL DIQUE San Telmo · sábado, 18 de noviembre de 2017 · 1,20 euros Última: El submarino vuelve al dique - Multa por bañar a un caballo "
        f"Economía Astilleros Comarca Cultura Agenda Vuelve a casa el ingeniero de Tubonor retenido en Niamey Fina Corvera {text}"
    )
    assert a.title == "Vuelve a casa el ingeniero de Tubonor retenido en Niamey"
    assert a.byline == "Fina Corvera"
    assert a.published is not None
    assert a.published.start.isoformat() == "2017-11-18"


def test_the_number_of_a_dispatch_is_no_headline() -> None:
    a = page(
        "SAVANNA WIRE // subscribers' service // West Africa\nSW-KAN-1103-07 (adds union, background)\n"
        "Niger shuts pipeline valve in row with shipper\nBy Sadiq Makarfi\nKANO, Nigeria, Friday Nov 3, 2017 (Savanna Wire) -\n"
        "Niger closed the main valve of the gas pipeline on Thursday, cutting supplies from northern Nigeria in a quarrel over unpaid transit fees.\n"
        'The state company said in a statement that it had "no choice but to turn the wheel" until arrears are settled.\n'
    )
    assert a.title == "Niger shuts pipeline valve in row with shipper"
