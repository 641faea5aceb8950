"""Pages whose parts are told by marks, labels and where they stand: tails, trails, counts of readers, sources in brackets, records' standfirsts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from isnad.extract import read
from isnad.extract.bylines import is_byline
from isnad.extract.persons import person
from isnad.extract.reprints import reprint
from isnad.extract.sitenames import unplaced
from isnad.model import Article, Page
from isnad.sources import pages

FRENCH = (
    "Le syndicat des bateliers du lac a bloqué lundi l'embarcadère de Tamboro pour réclamer la baisse du carburant. "
    "« Nous ne ramons pas pour le plaisir », a lancé son président, Amadi Kessé. Le préfet a promis une réunion jeudi. "
    "La traversée coûte 800 francs depuis janvier, contre 500 auparavant. Deux cents passagers attendaient encore mardi matin sur la rive."
)
SPANISH = (
    "La cooperativa de pescadores de Caleta Honda suspendió ayer la venta de erizos tras detectarse una toxina en tres muestras.",
    "El servicio de salud retiró 400 kilos del mercado y cerró dos puestos del muelle hasta nuevo aviso, según su directora.",
    "«No vamos a discutir con el laboratorio», dijo el presidente de la cooperativa, Evaristo Mansilla, al salir de la reunión.",
    "La veda regirá hasta el viernes en toda la bahía y la armada vigilará las caletas vecinas con dos lanchas.",
)
ARABIC = (
    "قضت محكمة الاستئناف في مدينة السدرة، أمس الأحد، بإغلاق محطة «الشراع» الإذاعية بعد انتهاء ترخيصها في مايو الماضي. "
    "وقال مدير المحطة مروان الديب إنه سيطعن في الحكم خلال أيام. وأضاف: «لدينا ستون موظفا بلا رواتب». "
    "وأكدت الهيئة المشرفة أن القرار لا يمس محطات أخرى. ومن المنتظر أن تنظر المحكمة العليا في الطعن أواخر الشهر الجاري."
)


def page(text: str) -> Article:
    return read(Page("p", text.encode(), "text/plain"))


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("title", "lead", "body", "subheading"))


def test_an_arabic_author_ends_at_his_colon_and_quoted_words_are_the_texts() -> None:
    a = page(
        "المرساة — جريدة يومية    الاثنين 3 شعبان 1440 هـ 8 أبريل 2019    العدد 812 محليات قضايا اقتصاد رياضة فريق الساحل يضم حارسا جديدا ◄ "
        f"غلاء السمك في سوق الميناء قضايا القضاء يغلق «الشراع».. والترخيص منته كتب مروان بوزيد: {ARABIC} صفحة 4"
    )
    assert (a.title, a.byline) == ("القضاء يغلق «الشراع».. والترخيص منته", "مروان بوزيد")
    assert own(a).endswith("الجاري.")


def test_counts_of_readers_head_no_article() -> None:
    a = page(
        f"صدى السدرة | الرئيسية | فيديو | وفيات منشور مثبت · 4,2 ألف مشاهدة · 61 تعليقا {ARABIC} تابع قناتنا على تلغرام"
    )
    assert a.title is None
    assert own(a).startswith("قضت محكمة")


def test_a_trail_from_the_first_page_stands_before_the_headline() -> None:
    a = page(
        "وكالة السدرة للأنباء محلي دولي اقتصاد رياضة أهم العناوين: معرض الزهور + مؤشر البورصة + فوز الساحل الرئيسية / محلي "
        f"محكمة الاستئناف تغلق محطة الشراع 08/04/2019 10:20 مشاركة {ARABIC}"
    )
    assert a.title == "محكمة الاستئناف تغلق محطة الشراع"


def test_short_pieces_behind_a_text_on_one_line_are_none_of_it() -> None:
    a = page(
        "L'ÉCHO DES RIVES / hebdo du lac / lun. 08.04.19 / Accueil / Pêche / Villages / LAC / Les bateliers bloquent Tamboro / "
        f"{FRENCH} {FRENCH} / Abonnement : 40 francs par mois / Dimanche prochain : que reste-t-il des pirogues du vieux port de Tamboro ?"
    )
    assert a.title == "Les bateliers bloquent Tamboro"
    assert own(a).endswith("sur la rive.")


def test_an_advertisement_between_paragraphs_that_dashes_part_is_none() -> None:
    a = page(
        "PRENSA DE LA CALETA - Edición digital - Nacional - Mundo - Sociales - Suspenden la venta de erizos - Lun, 08/04/2019 - "
        + " - ".join([*SPANISH[:3], "Patrocinado: Crédito naval, tasa desde 4,5 %", SPANISH[3]])
        + " - Comparte - Imprime"
    )
    assert own(a) == " ".join(["Suspenden la venta de erizos", *SPANISH])


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("D'après l'article d'Issa Camara paru dans Le Fleuve, traduit par nos soins.", "Le Fleuve"),
        ("Basado en la crónica de Ana Ruiz publicada en El Faro", "El Faro"),
        ("Adapted from a story by John Kane that appeared in The Vale Chronicle", "The Vale Chronicle"),
        ("عن مقال لسعاد مرزوق نشر في صحيفة الوادي", "الوادي"),
        ("عن وكالة تيسوم المكسيكية (إنريكي سوتو) - ترجمة: نافذة الغرب", "وكالة تيسوم"),
        ("تقرير لمنظمة الأطباء نشر في لندن", None),
        ("Según el informe de la Contraloría publicado en marzo", None),
        ("The report by the ombudsman was published in April", None),
    ],
)
def test_a_text_named_by_its_author_is_the_outlets_he_wrote_for(line: str, publisher: str | None) -> None:
    said = reprint(line)
    assert (said.publisher if said else None) == publisher


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Al-Sari (Koweït)", "Al-Sari"), ("Punique (APU)", "Punique (APU)"), ("النهار (لبنان)", "النهار")],
)
def test_a_state_in_brackets_is_no_part_of_a_name(name: str, bare: str) -> None:
    assert unplaced(name) == bare


def test_a_given_name_is_no_preposition_and_a_sentence_no_byline() -> None:
    assert person("علي مدلج")
    assert not person("على المقعد")
    assert not is_byline("وكانت الشركة قد اشترت السفينة، المبنية عام 1999، من ملاك يونانيين في عام 2015.")
    assert is_byline("Informó desde Quito, Yolanda Pacheco. 21 de agosto de 2019.")


def test_an_outlet_in_brackets_alone_behind_a_text_is_its_source() -> None:
    a = page(f"شبكة خبر الساحل\nالرئيسية *** طقس *** أبراج\n\n{ARABIC}\n{ARABIC}\n\n(الشراع)\nأعلن معنا *** من نحن")
    assert (a.publisher, a.via) == ("الشراع", "شبكة خبر الساحل")
    b = page(f"شبكة خبر الساحل\nالرئيسية *** طقس *** أبراج\n\n{ARABIC}\n{ARABIC}\n\n(النهاية)\nأعلن معنا *** من نحن")
    assert (b.publisher, b.via) == ("شبكة خبر الساحل", None)


def test_a_speech_in_a_dialogue_announces_nothing() -> None:
    html = (
        "<html><head><title>El patrón - El Norte</title></head><body><article><h1>El patrón vuelve a puerto</h1>"
        f"<p>{SPANISH[0]}</p><p>—¿Hubo disparos?</p><p>—Al aire, dos ráfagas. Nadie salió herido y luego nos soltaron.</p>"
        f"<p>{SPANISH[1]}</p><p>{SPANISH[2]}</p></article><section class='mas'><h3>Más en Puertos</h3><p>Sube la sardina</p></section></body></html>"
    )
    a = read(Page("p", html.encode(), "text/html"))
    assert "dos ráfagas" in own(a)
    assert not [p for p in a.parts if p.kind == "caption"]


def test_a_records_standfirst_and_the_outlet_its_key_leads_to(tmp_path: Path) -> None:
    record = {
        "موقع": "مرفأ الترجمات",
        "عن": "Diario del Cabo، بقلم Lucía Topham، ترجمة: نوال سعيد",
        "عنوان": "محكمة تغلق محطة الشراع الإذاعية",
        "مقدمة": "مدير المحطة يطعن في حكم الاستئناف",
        "نص": ARABIC,
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    (found,) = pages([str(tmp_path / "a.jsonl")])
    assert isinstance(found, Page)
    a = read(found)
    assert (a.publisher, a.via, a.byline) == ("Diario del Cabo", "مرفأ الترجمات", "Lucía Topham")
    assert "مدير المحطة يطعن" in own(a)


def test_a_heading_that_asks_is_the_headline_where_a_cell_has_the_sites_name() -> None:
    html = (
        "<html><head><title>شراع الجنوب</title></head><body><table><tr><td>شراع الجنوب</td><td>العدد 211 - الاثنين 8 أبريل 2019</td></tr></table>"
        f"<h2>المدير خارج مكتبه والمحطة مغلقة منذ الأحد: ماذا جرى بعد حكم محكمة الاستئناف؟</h2><p>{ARABIC}</p><p>{ARABIC}</p></body></html>"
    )
    a = read(Page("p", html.encode(), "text/html"))
    assert (a.title or "").startswith("المدير خارج مكتبه")
    assert a.publisher == "شراع الجنوب"


def test_a_programme_of_hours_is_no_headline() -> None:
    text = (
        "RADIO PLATEAU-ÉTOILE 96.4 FM -- La voix du plateau\n"
        "Grille du jour : 06h Prières / 09h Les femmes du marché / 13h Journal / 15h Disques demandés\n"
        "Le journal de 13 heures : le pont de Karmou rouvre aux camions\n"
        "Transcription de l'édition du samedi 11/08/2018 - Présentation : Achta Nour\n\n"
        "ACHTA NOUR : Bonjour. Le pont de Karmou a rouvert hier vendredi aux camions, trois semaines après la crue. "
        "Le préfet a promis un second pont avant la saison des pluies.\n"
    )
    assert page(text).title == "Le journal de 13 heures : le pont de Karmou rouvre aux camions"


def test_a_headline_of_a_page_of_one_line_does_not_begin_within_a_section_of_the_menu() -> None:
    text = (
        "المرقاب | يومية سياسية شاملة الرئيسية محليات أحوال البحر اقتصاد رأي ملاعب النسخة الورقية آخر الأخبار: البلدية تغلق 12 مطعما | "
        "النفط يكسب دولارا | الوحدة يعسكر في النمسا أحوال البحر «الشراع» الإذاعية تطعن في حكم محكمة السدرة "
        "الخميس 09 أغسطس 2018م العدد 15873 " + ARABIC
    )
    assert page(text).title == "«الشراع» الإذاعية تطعن في حكم محكمة السدرة"
