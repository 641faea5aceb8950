"""Lines of credit of which every word is accounted for, and records that carry them under keys nobody foresaw."""

import json
from pathlib import Path

import pytest

from isnad.extract import read
from isnad.extract.accounted import account
from isnad.extract.outlets import author_and_outlet, titled_outlet
from isnad.model import Page
from isnad.sources import pages

CREDITS = [
    ("Traducido del francés. Fuente: Radio Barlovento Sur", "Radio Barlovento Sur", None, None),
    ("Texto de Agathe Morvan para Carnet-Ciné, traducido por nuestra redacción", "Carnet-Ciné", "Agathe Morvan", None),
    ("Con permiso de The Kitale Lantern. Traducción: Ana Galdós", "The Kitale Lantern", None, "Ana Galdós"),
    ("Pipe & Flange (traducción de la Redacción)", "Pipe & Flange", None, None),
    ("Este artículo apareció el 12 de junio en The Kitale Lantern", "The Kitale Lantern", None, None),
    ("d'après Minbar (Haïfa Ben Saïd), traduit de l'arabe", "Minbar", "Haïfa Ben Saïd", None),
    (
        "Cet article est paru en espagnol dans La Voz del Páramo, sous la plume de Celia Quispe",
        "La Voz del Páramo",
        "Celia Quispe",
        None,
    ),
    ("Celia Quispe pour La Voz del Páramo – trad. L. F.", "La Voz del Páramo", "Celia Quispe", "L. F."),
    ("Traduit de l'arabe, Al-Mirsad (Khartoum), par Solène Kerbrat", "Al-Mirsad", None, "Solène Kerbrat"),
    ("First published in Spanish by La Voz del Páramo; translation ours", "La Voz del Páramo", None, None),
    (
        "From Al-Mirsad (Beirut), by Rana Abi Haidar. Translated by our staff",
        "Al-Mirsad",
        "Rana Abi Haidar",
        None,
    ),
    ("Translated from The Delta News (J. A. Hale)", "The Delta News", "J. A. Hale", None),
    ("نشر هذا التقرير أول مرة في صحيفة الضفتين", "الضفتين", None, None),
    ("ترجمة عن La Gaceta de La Isleta", "La Gaceta de La Isleta", None, None),
    ("Traducido de L'Écho du Fleuve por Ana Galdós", "L'Écho du Fleuve", None, "Ana Galdós"),
    ("مترجم من La Voz del Páramo (خوخوي) للكاتبة Celia Quispe", "La Voz del Páramo", "Celia Quispe", None),
    ("المصدر: إذاعة الوادي - ترجمة: نوال حداد", "إذاعة الوادي", None, "نوال حداد"),
    ("عن El Diario de la Ría، بقلم Nuria Beltrán، ترجمة خاصة", "El Diario de la Ría", "Nuria Beltrán", None),
]


@pytest.mark.parametrize(("line", "outlet", "author", "translator"), CREDITS, ids=[c[0][:24] for c in CREDITS])
def test_what_a_name_is_the_words_before_it_say(
    line: str, outlet: str, author: str | None, translator: str | None
) -> None:
    told = account(line)
    assert told is not None
    assert (told.publisher, told.author, told.translator) == (outlet, author, translator)


@pytest.mark.parametrize(
    "line",
    [
        "Traduit de l'anglais par Luc Ferrand",
        "Texte et photos de Jeanne Morin",
        "Por Ana Ruiz, enviada especial",
        "Publié par Jean Morel dans Société",
        "La ministra reproduce en Madrid un texto de Ana Ruiz",
        "Según el informe de la Contraloría publicado en marzo",
        "From Mombasa to Kisumu by train",
        "Una traducción de este texto está disponible en español",
        "Source: Reuters",
        "نقل المصابين من سوق الخضر",
        "ترجمة كتاب عن القدس",
        "تقرير عن الجفاف في حوض الوادي، ترجمة: سلمى ناصر",
        "نقلا عن مصدر أمني",
        "لقراءة الخبر من المصدر اضغط هنا",
    ],
)
def test_a_sentence_a_topic_and_a_person_alone_credit_no_outlet(line: str) -> None:
    assert account(line) is None


TEXT = (
    "Kitale officials sealed a slaughterhouse on Tuesday after inspectors found donkey meat labelled as beef.\n"
    'Eleven carcasses were buried in quicklime. "The stamp was real, the meat was not," said Mercy Mwende.\n'
    "The owner was arrested at a petrol station, and the governor ordered an audit of all nine abattoirs."
)
RECORDS = [
    (
        {"note": "Translated from El Vigía del Cabo (J. A. Villatoro)"},
        ("El Vigía del Cabo", "Dark Digest", "J. A. Villatoro"),
    ),
    ({"version_originale": "The Kitale Lantern, Faith Nduku"}, ("The Kitale Lantern", "Dark Digest", "Faith Nduku")),
    ({"footer": "Courtesy of The Kitale Lantern"}, ("The Kitale Lantern", "Dark Digest", None)),
    ({"تنويه": "نقلا عن صحيفة الضفتين بتصرف"}, ("صحيفة الضفتين", "Dark Digest", None)),
    ({"note": "Corrected to fix the name of the street"}, ("Dark Digest", None, None)),
    ({"tagline": "What the Andean papers say, translated daily"}, ("Dark Digest", None, None)),
    ({"note": "Source: interviews by the desk"}, ("Dark Digest", None, None)),
]


@pytest.mark.parametrize(("said", "hands"), RECORDS, ids=[str(r[0])[:30] for r in RECORDS])
def test_a_record_says_under_any_key_whose_its_text_was(
    tmp_path: Path, said: dict[str, str], hands: tuple[str | None, ...]
) -> None:
    file = tmp_path / "a.jsonl"
    record = {"feed": "Dark Digest", "title": "Slaughterhouse sealed", **said, "text": TEXT}
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    page = next(p for p in pages([str(file)]) if isinstance(p, Page))
    a = read(page)
    assert (a.publisher, a.via, a.byline) == hands
    assert a.title == "Slaughterhouse sealed"
    own = "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("body", "lead"))
    assert own == TEXT


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("[L'Écho du Lac] Quarante-deux familles évacuées à Bellac", "L'Écho du Lac"),
        ("إغلاق الجسر المعلق بعد انقطاع حبلين (جريدة الضفتين)", "جريدة الضفتين"),
        ("LA VOZ DEL PUERTO — Cierran el puente colgante tras ceder dos cables", "LA VOZ DEL PUERTO"),
        ("La policía cierra el puente colgante (vídeo)", None),
        ("ONU — Le conseil vote une résolution sur le port", None),
        ("Radio: cierran el puente colgante (tercera parte)", None),
    ],
)
def test_a_headline_names_in_brackets_whose_it_is(title: str, outlet: str | None) -> None:
    assert titled_outlet(title) == outlet


@pytest.mark.parametrize(
    ("line", "hands"),
    [
        ("Lucía Zamarro (La Voz de Sotoviejo)", ("Lucía Zamarro", "La Voz de Sotoviejo")),
        ("La Voz de Sotoviejo / Lucía Zamarro", ("Lucía Zamarro", "La Voz de Sotoviejo")),
        ("حسن الطرابلسي / جريدة الضفتين - 17 مارس 2019", ("حسن الطرابلسي", "جريدة الضفتين")),
        ("Lucía Zamarro (Sotoviejo)", None),
        ("Lucía Zamarro / Redacción", None),
    ],
)
def test_an_author_and_his_outlet_stand_side_by_side(line: str, hands: tuple[str, str] | None) -> None:
    assert author_and_outlet(line) == hands
