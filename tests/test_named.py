"""Whose text a page means by "a statement": what its words say of the body, and when two bodies' texts cannot be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.link.hands import same_medium
from isnad.pipeline import build
from isnad.store import open_store

HEADS = {
    "fr": "Le Courrier des Salines",
    "en": "The Harbour Ledger",
    "ar": "صحيفة مرسى الشمال",
    "es": "El Faro de Levante",
}
DAYS = {
    "fr": "Mardi 5 mars 2024",
    "en": "Tuesday 5 March 2024",
    "ar": "الثلاثاء 5 مارس 2024",
    "es": "Martes 5 de marzo de 2024",
}


def together(folder: Path, pages: list[tuple[str, str, str]]) -> list[set[str]]:
    """The names of the pages that share an origin of theirs, for each communiqué and agency found."""
    for i, (language, title, text) in enumerate(pages):
        page = f"{HEADS[language]} {i}\n\n{title}\n\n{DAYS[language]}\n\n{text}\n"
        (folder / f"{i}.txt").write_text(page, encoding="utf-8")
    dossier = build([str(folder)], open_store("memory:"), engine="here").dossier
    page_of = {a.id: Path(a.source).stem for a in dossier.articles}
    return [{page_of[a] for a in o.articles} for o in dossier.origins if o.kind in ("communique", "agency")]


CUSTOMS_FR = (
    "Douanes : le ministère des Finances hausse le ton",
    "Le ministère des Finances a annoncé lundi la suspension de quarante agents des douanes du port de Salinas. Dans un communiqué "
    "diffusé dans la nuit, le ministère des Finances affirme que la grève des douaniers du port est illégale.\n\n"
    "Les douaniers du port de Salinas sont en grève depuis jeudi et réclament une prime de risque.",
)
CUSTOMS_AR = (
    "نقابة الجمارك: الإضراب متواصل في ميناء سالينا",
    "أعلنت نقابة الجمارك أن إضراب أعوان الجمارك في ميناء سالينا متواصل منذ الخميس للمطالبة بمنحة الخطر، حسب بيان للنقابة صدر أمس.\n\n"
    "وكانت وزارة المالية قد أعلنت الاثنين توقيف أربعين عونا من جمارك الميناء عن العمل.",
)


def test_the_statement_of_the_ministry_is_not_the_statement_of_the_union(tmp_path: Path) -> None:
    assert all(len(pages) == 1 for pages in together(tmp_path, [("fr", *CUSTOMS_FR), ("ar", *CUSTOMS_AR)]))


MINE = (
    "Deux corps remontés de la mine de Tifrit",
    "Deux corps ont été remontés dimanche de la mine de Tifrit, a annoncé la compagnie minière Quillard dans un communiqué.\n\n"
    "Les recherches se poursuivent dans la galerie nord pour retrouver trois autres mineurs, selon la même source.",
)
GROUP = (
    "مجموعة تيزكي للمعادن تعلق العمل في منجم تيفريت",
    "أعلنت مجموعة تيزكي للمعادن في بيان تعليق العمل في منجم تيفريت حدادا على عاملين عثر على جثتيهما الأحد.\n\n"
    "ولا يزال ثلاثة عمال مفقودين في الرواق الشمالي للمنجم.",
)


def test_two_mining_companies_are_two_though_their_names_mean_the_same(tmp_path: Path) -> None:
    assert all(len(pages) == 1 for pages in together(tmp_path, [("fr", *MINE), ("ar", *GROUP)]))


JOINT_AR = (
    "اتفاق بين البلدين على فتح معبر وادي السدر",
    "اتفق البلدان على فتح معبر وادي السدر أمام الشاحنات ابتداء من فاتح أبريل، وفق بيان مشترك صدر مساء أمس الاثنين عقب اجتماع اللجنة.\n\n"
    "وكان المعبر قد أغلق قبل عامين بسبب خلاف على الرسوم.",
)
JOINT_EN = (
    "Wadi al-Sidr crossing to open to lorries in April",
    "The Wadi al-Sidr crossing will open to lorries on 1 April, the two countries said in a joint statement after their committee met on Monday.\n\n"
    "It was closed two years ago in a dispute over fees.",
)


def test_what_two_sides_issued_together_is_one_text_in_every_language(tmp_path: Path) -> None:
    assert {"0", "1"} in together(tmp_path, [("ar", *JOINT_AR), ("en", *JOINT_EN)])


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Senegalese agency ATP", "ATP", True),
        ("agencia ATI", "ATI", True),
        ("ATP", "Agence Teranga Presse", True),
        ("Senegalese agency ATP", "وكالة الضفة للأنباء", False),
        ("agence Lebda", "وكالة لبدة للأنباء", True),
    ],
)
def test_letters_are_a_name_whatever_stands_beside_them_and_sound_like_no_word(a: str, b: str, same: bool) -> None:
    assert same_medium(a, b) is same
