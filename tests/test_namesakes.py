"""A place of several bearers is the one the corpus speaks of, where its own page says nothing of its state."""

from __future__ import annotations

from pathlib import Path

from isnad.pipeline import build
from isnad.store import open_store


def places(tmp_path: Path, **pages: str) -> list[set[str]]:
    """The printed forms of each place."""
    for name, text in pages.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    return [{*e.name.values(), *e.aliases} for e in dossier.entities if e.kind == "place"]


JORDAN = "Une délégation est arrivée à Amman\nPublié le 4 mars 2024\n\nLe ministre jordanien Sami Horani a reçu lundi à Amman, en Jordanie, une délégation du Chili.\n"


def test_a_town_and_a_state_of_one_arabic_spelling_are_told_apart_by_what_other_pages_speak_of(tmp_path: Path) -> None:
    found = places(
        tmp_path,
        a=JORDAN,
        b="افتتاح معرض في عمان\nنشر في 5 مارس 2024\n\nافتتح الوزير سامي حوراني، الثلاثاء في عمان، معرضا للكتاب يستمر أسبوعين ويشارك فيه ناشرون من مدن مختلفة، وتجول بين أجنحته قبل أن يلقي كلمة قصيرة أمام الحضور.\n",
    )
    assert any({"Amman", "عمان"} <= forms for forms in found)


def test_a_page_that_speaks_of_the_state_itself_is_left_to_its_own_word(tmp_path: Path) -> None:
    found = places(
        tmp_path,
        a=JORDAN,
        b="افتتاح معرض في عمان\nنشر في 5 مارس 2024\n\nافتتح وزير الثقافة العماني سالم المعولي، الثلاثاء في مسقط، معرضا يجوب عمان ومدن صلالة ونزوى.\n",
    )
    assert not any({"Amman", "عمان"} <= forms for forms in found)


def test_a_spelling_the_gazetteer_has_for_a_far_town_is_the_town_of_its_sound_that_the_corpus_names(
    tmp_path: Path,
) -> None:
    niger = "Niger : visite à Diffa\nPublié le 4 mars 2024\n\nLe gouverneur Moussa Adamou s'est rendu lundi à Diffa, dans l'est du Niger, loin de Niamey.\n"
    found = places(
        tmp_path,
        a=niger,
        b="زيارة إلى ديفا\nنشر في 5 مارس 2024\n\nزار الحاكم موسى آدمو، الاثنين، مدينة ديفا في شرق البلاد، حيث تفقد مركزا صحيا جديدا واستمع إلى مطالب السكان قبل أن يعود إلى نيامي مساء اليوم نفسه.\n",
    )
    assert any({"Diffa", "ديفا"} <= forms for forms in found)


def test_a_far_town_gives_way_to_an_unlisted_one_of_its_sound(tmp_path: Path) -> None:
    found = places(
        tmp_path,
        a="Sénégal : la pirogue de Soumbé retrouvée\nPublié le 4 mars 2024\n\nLe maire de Soumbé, Ibra Sarr, a accueilli lundi à Soumbé les pêcheurs rentrés de Dakar.\n",
        b="العثور على قارب سومبي\nنشر في 5 مارس 2024\n\nاستقبل العمدة إبرا سار، الاثنين في قرية سومبي، الصيادين العائدين من داكار بعد العثور على قاربهم في عرض البحر.\n",
    )
    assert any({"Soumbé", "سومبي"} <= forms for forms in found)
