"""Letters of numbered items: the first is the page's article; explainers and lists within a text are no letters."""

from __future__ import annotations

from pathlib import Path

from isnad.model import Article
from isnad.pipeline import build
from isnad.store import open_store


def read(folder: Path, text: str) -> Article:
    (folder / "p.txt").write_text(text, encoding="utf-8")
    (article,) = build([str(folder)], open_store("memory:"), engine="here").dossier.articles
    return article


def body(article: Article) -> str:
    return " ".join(article.text[p.start : p.end] for p in article.parts if p.kind in ("lead", "body"))


LETTER = """La Lettre des Quais
Samedi 8 février 2025

Bonjour ! Trois minutes, un café.

1. Grue effondrée à Sidra : trois dockers tués, un contremaître introuvable

Une grue s'est effondrée vendredi sur le quai nord du port de Sidra et a tué trois dockers, a annoncé la capitainerie. Cinq autres ouvriers ont été hospitalisés, dont deux dans un état grave.

Le contremaître, qui avait signé le certificat de la grue en janvier, reste introuvable, selon le syndicat des dockers. Le parquet a ouvert une enquête pour homicide involontaire.

2. Le pain augmente : les boulangers obtiennent dix centimes.
3. Un ancien maire condamné pour chèque sans provision.
Se désabonner
"""
ARABIC = """نشرة المرفأ البريدية
السبت 8 فبراير 2025

1- انهيار رافعة في ميناء السدرة ومقتل ثلاثة عمال

انهارت رافعة مساء الجمعة على الرصيف الشمالي لميناء السدرة، مما أدى إلى مقتل ثلاثة عمال وإصابة خمسة آخرين نقلوا إلى المستشفى، حسب ما أعلنته إدارة الميناء في بيان صدر صباح اليوم.

2- المخابز تحصل على زيادة في سعر الخبز
3- الحكم على رئيس بلدية سابق بسبب شيك دون رصيد
"""
EXPLAINER = """Le Courrier des Salines
Grue de Sidra : trois questions après l'effondrement
Samedi 8 février 2025

Une grue s'est effondrée vendredi sur le quai nord du port de Sidra et a tué trois dockers. La capitainerie et le syndicat se renvoient la responsabilité de l'accident, le plus grave depuis dix ans.

1. Qui devait contrôler la grue ?

La grue devait être contrôlée chaque mois par la capitainerie, selon le règlement du port. Le dernier contrôle remonte à octobre, assure le syndicat des dockers.

2. Que risque la capitainerie ?

La capitainerie risque une amende si le contrôle de la grue a manqué, explique un avocat du port de Sidra, qui défend les familles des trois dockers tués.
"""


def test_the_first_item_of_a_letter_is_the_article_and_the_others_are_not(tmp_path: Path) -> None:
    article = read(tmp_path, LETTER)
    assert article.title == "Grue effondrée à Sidra : trois dockers tués, un contremaître introuvable"
    assert "boulangers" not in body(article)
    assert "condamné" not in body(article)
    assert "introuvable, selon le syndicat" in body(article)


def test_an_arabic_letter_is_read_like_a_french_one(tmp_path: Path) -> None:
    article = read(tmp_path, ARABIC)
    assert article.title == "انهيار رافعة في ميناء السدرة ومقتل ثلاثة عمال"
    assert "المخابز" not in body(article)


def test_the_numbered_parts_of_an_explainer_are_all_its_own(tmp_path: Path) -> None:
    assert "risque une amende" in body(read(tmp_path, EXPLAINER))


def test_a_day_to_come_does_not_date_a_page_by_what_lies_years_back(tmp_path: Path) -> None:
    page = """Le Fil des Salines

Rabia Makari : « Nous ne sommes pas des graphologues »

Votre confrère a été libéré lundi. Êtes-vous satisfaite ?

« Soulagée. Il a passé dix jours en détention pour une signature qu'il avait vue apposer devant lui. Nous demandons une réforme depuis 2015. »

Et si la circulaire ne vient pas ?

« Nous refermerons les études le 16 février et nous irons devant le ministère avec tous nos confrères du pays. »
"""
    assert read(tmp_path, page).published is None


MORE = """THE HARBOUR COURIER

Dockers take crane fight to court
By Nora Shaw | Sat 11 Jan 2025, 17:05

The dockers' union filed a complaint on Friday over the crane that fell on the northern quay of Sidra and killed three of its members, its lawyer told the Courier.

The port says that the crane had been inspected in December and that its papers were in order, but the union has asked to see the report and was refused twice.

A hearing is set for 18 January before the maritime chamber, which sat on a like case in 2021 and fined the port.

MORE ON THIS STORY
The port's director offered to resign on New Year's Eve after the first findings, officials said at the time.
The crane's maker opened an inquiry last week into cables sold to four ports.
Sign up for the Courier newsletter: one e-mail, every Sunday, no spam.
"""


def test_sentences_right_under_a_heading_over_other_articles_are_theirs_where_empty_lines_part_paragraphs(
    tmp_path: Path,
) -> None:
    article = read(tmp_path, MORE)
    assert "offered to resign" not in body(article)
    assert "opened an inquiry" not in body(article)
    assert "A hearing is set" in body(article)
