"""Transcripts of broadcasts, lines that speak to the reader, small advertisements, days and authors behind marks, dispatches with their letters."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.datelines import published_line
from isnad.extract.lines import closes_to_reader
from isnad.extract.signatures import signature
from isnad.model import Article, Page

SPANISH = (
    "El intendente de Laguna Parda, Fabricio Ceballos, anunció el martes el despido de 38 guardaparques tras el incendio del bosque. "
    "«No hubo sabotaje, hubo desidia», afirmó. El sindicato niega la acusación y convocó a una asamblea para el jueves. "
    "Según la brigada, ardieron 1.200 hectáreas. La gobernadora viajará el viernes a la zona. En 2015 otro fuego duró dos semanas."
)
FRENCH = (
    "Le tribunal de commerce de Diokoro a placé mardi l'usine de tomates Sahéliane en redressement judiciaire. "
    "L'entreprise emploie 214 ouvriers. « Nous paierons les salaires d'abord », a promis l'administratrice, Coumba Sidibé. "
    "Les délégués du personnel seront reçus jeudi. L'usine avait déjà fermé trois mois en 2017."
)
ARABIC = (
    "فازت سباحة من نادي الخليج، مساء الجمعة، بذهبية سباق 200 متر فراشة في البطولة العربية. "
    "وقالت السباحة لمى الكندري بعد السباق: «كنت أسمع أمي من المدرجات». وحطمت الكندري الرقم السابق بفارق نصف ثانية. "
    "وحل نادي النيل ثانيا في الترتيب العام بسبع ميداليات. ويعود المنتخب إلى بلاده يوم الأحد."
)


def page(text: str) -> Article:
    return read(Page("p", text.encode(), "text/plain"))


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("title", "lead", "body", "subheading"))


def test_a_broadcast_on_one_line_begins_with_who_speaks_and_ends_with_the_music() -> None:
    a = page(
        "RADIO SALINAS 94.7 FM — LAGUNA PARDA — transcripción del boletín — (música) hoy: la tómbola y los cumpleaños LOCUTOR: "
        f"{SPANISH} LOCUTORA: Hablamos con la gobernadora. (cuña) Panadería La Espiga, el pan de siempre Después: se busca un caballo"
    )
    assert (a.title, a.publisher) == (None, "RADIO SALINAS")
    assert own(a).startswith("El intendente")
    assert own(a).endswith("Hablamos con la gobernadora.")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Vous lisez gratuitement ce texte parce que d'autres le paient.", True),
        ("Usted lee gratis este boletín porque otros lo pagan.", True),
        ("You can read this letter because our supporters pay for it.", True),
        ("تقرأ هذا النص مجانا بفضل اشتراك غيرك.", True),
        ("Le maire a promis que vous serez reçus jeudi par le préfet.", False),
        ("The minister said that you cannot read the future in a ballot box.", False),
        ("« Vous lisez gratuitement ce texte », a ironisé la directrice.", False),
        ("قرأ القاضي نص الحكم في جلسة علنية.", False),
    ],
)
def test_what_a_site_says_to_its_reader_of_reading_and_paying(line: str, told: bool) -> None:
    assert closes_to_reader(line) is told


def test_the_last_paragraph_that_speaks_to_the_reader_is_no_text() -> None:
    sentences = FRENCH.replace(". ", ".\n")
    a = page(
        f"Kiosque du Plateau\nSommaire — Abonnés\n\nL'usine en redressement\n{sentences}\nVous lisez ce texte grâce à nos abonnés."
    )
    assert own(a).endswith("en 2017.")


def test_a_small_advertisement_amid_paragraphs_is_none() -> None:
    first, second = FRENCH.split(" « ")
    html = f"<html><body><h1>L'usine Sahéliane en redressement</h1><p>{first}</p><p>Vacancy: night watchman, apply with torch</p><p>« {second}</p></body></html>"
    assert "watchman" not in own(read(Page("p", html.encode(), "text/html")))


def test_a_place_and_a_name_between_marks_sign_and_head_nothing() -> None:
    a = page(
        "الملعب الخليجي | كرة قدم | سباحة | فيديو | عاجل.. إصابة حارس المنتخب • قرعة الكأس غدا • سباحة • لمى الكندري تحطم الرقم "
        f"• السبت 13-04-2024 - 09:05 ص • الدوحة - بدر المطوع • {ARABIC} • مواضيع متعلقة • جدول مباريات اليوم"
    )
    assert (a.title, a.byline) == ("لمى الكندري تحطم الرقم", "بدر المطوع")


def test_arrows_part_a_page_and_letters_in_brackets_open_a_dispatch() -> None:
    a = page(
        "Diokoro24 ▸ Accueil ▸ Politique ▸ Économie ▸ Direct : la finale ▸ ÉCONOMIE ▸ L'usine de tomates placée en redressement ▸ "
        f"Mercredi 10 avril 2024 ▸ Lamine Konaté ▸ {FRENCH} ▸ Partagez ▸ Lire aussi ▸ Le prix de l'oignon flambe"
    )
    assert (a.title, a.publisher, a.byline) == (
        "L'usine de tomates placée en redressement",
        "Diokoro24",
        "Lamine Konaté",
    )
    b = page(
        "وكالة الخليج الرياضية (خ ر ض) الصفحة الرئيسية سباحة صور الأكثر قراءة مدرب الشمال يستقيل رياضة / ذهبية جديدة للكندري في البطولة "
        f"الدوحة 12-4-2024 (خ ر ض) -- {ARABIC} (النهاية) شارك عبر واتساب"
    )
    assert b.title == "ذهبية جديدة للكندري في البطولة"


def test_pictographs_part_the_day_from_the_author_and_a_section_is_no_publisher() -> None:
    assert signature("🗓 09/04/2024 ✍️ Maribel Cáceres") == "Maribel Cáceres"
    said = published_line("Filed under News by Paul Essien on 8 April 2024")
    assert said is not None
    assert said.by == "Paul Essien"


def test_a_page_goes_on_with_one_sentence_behind_an_advertisement() -> None:
    a = page(
        "Lenga Al Día Inicio Región Policiales Deportes REGIÓN Despiden a 38 guardaparques tras el incendio Nahuel Iturrieta Puerto Lenga "
        f"Publicado: 13 mar 2019 07:40 {SPANISH} Contenido patrocinado: Cinco trucos para dormir mejor "
        "La fiscalía citó a seis testigos para la próxima semana. Compartir en: Facebook Twitter Aviso legal"
    )
    assert a.byline == "Nahuel Iturrieta"
    assert own(a).endswith("próxima semana.")
    assert "trucos" not in own(a)
