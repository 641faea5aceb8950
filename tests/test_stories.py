"""Which articles tell of one unfolding matter, and what must not bring them together: common names, templates, chance."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import pytest

from isnad.annotate.sentences import split_sentences
from isnad.link.copies import find_copies
from isnad.link.linker import MACHINE
from isnad.link.matters import telling
from isnad.link.stories import find_stories, link_stories
from isnad.model import Article, Interval, Part, Reading
from isnad.pipeline import build
from isnad.store import open_store

STRIKE = {
    "a": "Le Phare de Tamzirt\nGrève à la conserverie de Tamzirt\nPublié le 4 mars 2024\n\n"
    "Les 420 ouvrières de la conserverie de Tamzirt ont cessé le travail lundi pour réclamer deux mois de salaire. "
    "Leur déléguée, Rqia Bouzalim, a dit que la grève durerait. Le directeur, Gaspard Ledoyen, parle de difficultés passagères.\n",
    "b": "صوت تمزيرت\nعاملات مصنع التعليب يواصلن الإضراب\n5 مارس 2024\n\n"
    "تواصل عاملات مصنع تعليب السمك في تمزيرت إضرابهن لليوم الثاني للمطالبة بأجور شهرين. وقالت مندوبة العاملات رقية بوزاليم إن 420 عاملة "
    "توقفن عن العمل. ولم يرد مدير المصنع غاسبار لودوايان على الأسئلة.\n",
    "c": "El Faro del Estrecho\nLa huelga paraliza la conservera de Tamzirt\n6 de marzo de 2024\n\n"
    "La huelga de las 420 trabajadoras de la conservera de Tamzirt entra en su tercer día. Reclaman dos meses de salario, según su delegada, "
    "Rqia Bouzalim. El director, Gaspard Ledoyen, ha prometido pagar antes de fin de mes.\n",
    "d": "The Tamzirt Observer\nCannery strike ends after wages are paid\n9 March 2024\n\n"
    "Workers at the Tamzirt cannery went back to work on Saturday after the company paid the two months of wages they had been owed. "
    "Their delegate, Rqia Bouzalim, called it a victory for the 420 women. The director, Gaspard Ledoyen, said the plant would recover.\n",
}
MATCH = (
    "Le Phare de Tamzirt\nHandball : Tamzirt en demi-finale\nPublié le 6 mars 2024\n\n"
    "L'équipe de Tamzirt s'est qualifiée mercredi pour la demi-finale de la Coupe en battant Oued Lahmar 28 à 25. La gardienne Nouhaila Sbaï a "
    "arrêté quatre penaltys. « On joue pour la ville », a dit l'entraîneur Jawad Ferrane. La demi-finale se jouera à Tamzirt le 20 mars.\n"
)


def page(ident: str, text: str, language: str = "en", day: int | None = 1, house: str | None = None) -> Reading:
    title, body = text.split(". ", 1)
    when = date(2024, 4, day) if day else None
    whole = f"{title}\n{body}"
    made = Article(
        ident, f"{ident}.txt", ident, "text/plain", language, title, house or f"Paper {ident}", None, None,
        Interval(when, when, "day", "printed") if when else None, None, (), whole,
        (Part("title", 0, len(title)), Part("body", len(title) + 1, len(whole))),
    )  # fmt: skip
    return split_sentences(Reading(made))


MATTERS = (
    "Ferry runs aground off Skarholm. The ferry Nordlys ran aground on a sandbank off Skarholm with 212 passengers. Tugs will try to pull it free at high tide.",
    "Vineyards lost to late frost. Growers in the Ambrel valley lost a third of their grapes to frost in one night. Insurers expect claims of 14 million crowns.",
    "Opera house gets a new roof. Copper sheets for the roof of the opera in Veldt arrived by barge. Masons found a letter from 1887 in the old beams.",
    "Bees make their home in a bank. A swarm of bees settled in the vault of a savings bank at Corrigan. A beekeeper moved forty thousand of them with a vacuum.",
    "Chess school opens in prison. Eleven inmates of Hartmoor prison passed their first chess examination. The grandmaster Ilse Vantongeren teaches them on Mondays.",
    "River changes its name. The council of Brackwater voted to give the river its old name back. Maps and road signs will cost 90,000 pounds.",
)
TEMPLATE = (
    " Our newsroom checks every report with two editors before it is published, and corrects in public what was wrong."
)


def stories_of(folder: Path, pages: dict[str, str]) -> list[list[str]]:
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    dossier = build([str(folder)], open_store("memory:"), engine="here").dossier
    named = {a.id: a.source.rsplit("/", 1)[-1].removesuffix(".txt") for a in dossier.articles}
    return sorted(sorted(named[a] for a in s.articles) for s in dossier.stories)


BRIDGE = {
    "b1": "جريدة النخيل\nانهيار جسر وادي الصفاء يودي بحياة أربعة عمال\n12 سبتمبر 2024\n\n"
    "لقي أربعة عمال مصرعهم وأصيب تسعة آخرون مساء الأربعاء في انهيار جزء من جسر قيد الإنشاء فوق وادي الصفاء جنوب مدينة بني سلامة. وقال قائد الدفاع "
    "المدني العقيد نزار البلوشي إن فرق الإنقاذ ما زالت تبحث عن عامل مفقود. وأوقفت وزارة الأشغال المشروع الذي تنفذه شركة «تيرافور» البرتغالية.\n",
    "b2": "Le Matin de Beni Salama\nPont de l'oued Safa : quatre ouvriers tués dans l'effondrement du chantier\nPublié le 13/09/2024\n\n"
    "Quatre ouvriers ont trouvé la mort mercredi soir dans l'effondrement d'un tablier du pont de l'oued Safa, au sud de Beni Salama, selon le "
    "ministère des Travaux publics. Le colonel Nizar El Balouchi a fait état de neuf blessés. Le chantier est confié au portugais Terrafor.\n",
    "b3": "El Observatorio del Tajo\nPortugal envía peritos de Terrafor tras el derrumbe de un puente\n16 de septiembre de 2024\n\n"
    "La constructora portuguesa Terrafor enviará tres peritos a Beni Salama, donde el derrumbe de un puente que levantaba causó el miércoles la "
    "muerte de cuatro obreros. Así lo anunció en Lisboa su director general, Duarte Fragoso.\n",
    "explained": "The Levant Ledger\nExplainer: why bridges fail while they are being built\n19 September 2024\n\n"
    "Nothing is as fragile as a bridge half built. The collapse at Beni Salama's Safa bridge, in which at least four workers died last week, is the "
    "third such accident in the region in ten years. Falsework is to blame in most cases, says Prof. Helena Vrooman. Terrafor has not commented.\n",
}
BUDGET = {
    "v1": "جريدة النخيل\nمجلس بني سلامة يقر ميزانية 2025 ورئيس البلدية يعد بمساحات خضراء\n14 سبتمبر 2024\n\n"
    "صادق المجلس البلدي لمدينة بني سلامة، الخميس، على ميزانية سنة 2025 بأغلبية 21 صوتا مقابل 9. وقال رئيس البلدية طارق الزبيدي إن الميزانية "
    "تخصص 14 مليون دينار لغرس الأشجار. واحتجت المعارضة، بقيادة سعاد الحمداني، على رفع رسم النظافة.\n",
    "v2": "Le Matin de Beni Salama\nTaxe sur la propreté : l'opposition saisit le tribunal administratif\nPublié le 20/09/2024\n\n"
    "Le groupe de Souad Hamdani a saisi jeudi le tribunal administratif contre la hausse de la taxe de propreté, inscrite au budget 2025 de la ville "
    "de Beni Salama. Le maire, Tarek Zoubeidi, assure que la taxe financera la plantation de douze mille arbres.\n"
    "Cinq jours après la catastrophe du pont, le vote avait été suivi d'une minute de silence.\n",
}
VOTES = {
    "m1": "Nouakchott Soir\nLe Conseil constitutionnel annule le scrutin de Boghé\n3 mai 2025\n\n"
    "Le Conseil constitutionnel mauritanien a annulé vendredi le second tour de l'élection municipale de Boghé, où le maire sortant, Samba Tokosel "
    "Ba, devançait Dieynaba Wane de 41 voix. Les électeurs revoteront dans trois mois, a annoncé la commission électorale à Nouakchott.\n",
    "m2": "صوت الضفة\nأنصار ديينابا وان يحتفلون بإلغاء اقتراع بوغي\n4 مايو 2025\n\n"
    "احتفل أنصار المرشحة ديينابا وان في بوغي بقرار المجلس الدستوري الموريتاني إلغاء الشوط الثاني من الانتخابات البلدية. وقال العمدة المنتهية "
    "ولايته سامبا توكوسل با إنه سيترشح من جديد. ويعاد الاقتراع بعد ثلاثة أشهر بحسب اللجنة الانتخابية.\n",
    "p1": "El Chaco Diario\nRecuento en Filadelfia: la diferencia baja a 38 votos\n5 de mayo de 2025\n\n"
    "El recuento de la elección municipal de Filadelfia, en Paraguay, redujo a 38 votos la ventaja del intendente Ramón Giesbrecht sobre Lucía "
    "Benegas, informó el tribunal electoral en Asunción. La segunda vuelta, dijo, no será anulada.\n",
    "p2": "The Asunción Post\nBenegas concedes Filadelfia mayoral run-off after recount\n6 May 2025\n\n"
    "Lucía Benegas conceded the municipal election of Filadelfia, Paraguay, to Ramón Giesbrecht on Tuesday after a recount left her 38 votes short. "
    "The electoral court in Asunción had refused to annul the second round.\n",
}


def test_two_matters_of_one_town_and_season_stay_apart_and_an_explanation_joins_its_own(tmp_path: Path) -> None:
    assert stories_of(tmp_path, BRIDGE | BUDGET) == [["b1", "b2", "b3", "explained"], ["v1", "v2"]]


def test_two_elections_told_in_like_words_are_two_matters_where_state_and_people_differ(tmp_path: Path) -> None:
    assert stories_of(tmp_path, VOTES) == [["m1", "m2"], ["p1", "p2"]]


def test_a_page_that_prints_no_day_is_not_kept_from_its_matter(tmp_path: Path) -> None:
    undated = {
        k: re.sub(r"(\n[^\n]*)\n[^\n]*2024\n", r"\1\n", v, count=1) if k == "b3" else v for k, v in BRIDGE.items()
    }
    assert "16 de septiembre" not in undated["b3"]
    assert stories_of(tmp_path, undated | BUDGET) == [["b1", "b2", "b3", "explained"], ["v1", "v2"]]


def test_the_stories_of_few_pages_do_not_hang_on_their_order_in_time() -> None:
    days = list(range(1, len(MATTERS) + 2))
    found = set()
    for seed in range(5):
        random.Random(seed).shuffle(days)
        texts = [*MATTERS, MATTERS[0].replace("Tugs will try", "A tug will try again")]
        pages = [page(f"p{n}", text, day=days[n]) for n, text in enumerate(texts)]
        found.add(frozenset(frozenset(s.articles) for s in find_stories(pages, ())))
    assert found == {frozenset({frozenset({"p0", "p6"}), *(frozenset({f"p{n}"}) for n in range(1, 6))})}


def test_a_match_in_the_same_town_is_no_part_of_the_strike(tmp_path: Path) -> None:
    assert stories_of(tmp_path, {**STRIKE, "match": MATCH}) == [["a", "b", "c", "d"], ["match"]]


def test_what_stands_in_every_article_tells_none_from_another() -> None:
    assert telling(2, 100) == 1.0
    assert telling(100, 100) == 0.0
    assert telling(2, 2) == 1.0
    assert telling(5, 100) > telling(20, 100) > telling(60, 100) > 0.0


def test_articles_without_dates_join_by_what_they_say_in_whatever_order_they_come() -> None:
    pages = [page(f"p{n}", text, day=None) for n, text in enumerate(MATTERS)]
    again = "Ferry Nordlys still stuck off Skarholm. The ferry Nordlys is still on a sandbank off Skarholm; its 212 passengers were taken off. Tugs failed to pull it free at high tide."
    pages.append(page("again", again, day=None))
    found = {frozenset(s.articles) for s in find_stories(pages, ())}
    assert frozenset({"p0", "again"}) in found
    assert len(found) == len(MATTERS)
    for seed in range(3):
        random.Random(seed).shuffle(pages)
        assert {frozenset(s.articles) for s in find_stories(pages, ())} == found


def test_boilerplate_that_slipped_through_makes_no_story_of_all() -> None:
    pages = [page(f"p{n}", text + TEMPLATE, house="The House") for n, text in enumerate(MATTERS)]
    assert len(find_stories(pages, (), find_copies(pages))) == len(MATTERS)


def test_an_article_of_one_sentence_has_a_story_of_its_own() -> None:
    short = Reading(Article("s", "s.txt", "s", "text/plain", "ar", None, None, None, None, None, None, (), "توفي أمس الشاعر.", (Part("body", 0, 16),)))  # fmt: skip
    stories = find_stories([split_sentences(short), *(page(f"p{n}", t) for n, t in enumerate(MATTERS[:2]))], ())
    assert ("s",) in {s.articles for s in stories}


def test_a_language_not_among_the_four_makes_stories_by_names_and_numbers() -> None:
    pages = [
        page("de1", "Fähre Nordlys vor Skarholm gestrandet. Die Fähre Nordlys lief vor Skarholm mit 212 Passagieren auf eine Sandbank. Schlepper sollen sie bei Flut freiziehen.", "de"),
        page("de2", "Fähre Nordlys sitzt vor Skarholm fest. Die 212 Passagiere der Fähre Nordlys wurden von der Sandbank vor Skarholm geholt. Die Schlepper warten auf die Flut.", "de", 2),
        page("de3", "Bienen ziehen in eine Bank. Ein Schwarm Bienen hat sich im Tresor einer Sparkasse in Corrigan niedergelassen. Ein Imker holte vierzigtausend von ihnen.", "de", 2),
    ]  # fmt: skip
    found = {frozenset(s.articles) for s in find_stories(pages, ())}
    assert found == {frozenset({"de1", "de2"}), frozenset({"de3"})}


def test_texts_at_the_threshold_give_the_same_stories_and_reasons_every_time() -> None:
    words = MATTERS[0].split()
    pages = [
        page(f"p{n:02d}", " ".join(words[:4] + words[4 + n :] + ["."]) + " " + MATTERS[1 + n % 5].split(". ", 1)[1])
        for n in range(16)
    ]
    first = link_stories(pages, (), find_copies(pages))
    for seed in range(3):
        mixed = pages[:]
        random.Random(seed).shuffle(mixed)
        assert link_stories(mixed, (), find_copies(mixed)) == first
    assert all(j.reason and j.by == MACHINE for j in first.judgements)


@pytest.mark.parametrize("many", [500, 2000])
def test_the_same_page_thousands_of_times_costs_judgements_in_proportion(many: int) -> None:
    pages = [page(f"p{n:05d}", MATTERS[0] + " " + MATTERS[1]) for n in range(many)]
    copies = find_copies(pages)
    linked = link_stories(pages, (), copies)
    assert len(copies) == many - 1
    assert len(linked.stories) == 1
    assert len(linked.judgements) <= 2 * many


KIN = {
    "k1": "The Quarry Post\nQuarry owner held over blast at Tessarin\n3 June 2024\n\n"
    "Police held Omar Tessakhi, owner of a marble quarry at Oued Tessarin, on Sunday after a blast killed two cutters. An inspector had closed the "
    "face in May. Omar Tessakhi is no relation of Nadia Tessakhi, who trains the national fencing team.\n",
    "k2": "صدى المقالع\nانفجار مقلع الرخام: المالك أمام القاضي\n4 يونيو 2024\n\n"
    "مثل مالك مقلع الرخام في وادي تسارين، عمر تسخي، أمام قاضي التحقيق بعد انفجار أودى بحياة قاطعي حجارة. وكان مفتش قد أغلق الواجهة في مايو.\n",
    "f1": "Fleuret Hebdo\nNadia Tessakhi mène les fleurettistes en finale\nPublié le 4 juin 2024\n\n"
    "L'entraîneuse Nadia Tessakhi a conduit samedi l'équipe nationale de fleuret en finale du tournoi de Sarmanie. Ses tireuses ont battu les "
    "Hongroises 45 touches à 41. Elle n'a aucun lien de parenté avec Omar Tessakhi, le propriétaire de carrière arrêté dimanche.\n",
    "f2": "Esgrima Hoy\nLa final del florete se decide por una tocada\n6 de junio de 2024\n\n"
    "Las floretistas de Nadia Tessakhi ganaron el miércoles el torneo de Sarmania por 45 tocadas a 44. La entrenadora lloró. Las húngaras fueron terceras.\n",
}


def test_of_whom_a_page_tells_its_own_people_apart_it_does_not_tell(tmp_path: Path) -> None:
    assert stories_of(tmp_path, KIN) == [["f1", "f2"], ["k1", "k2"]]


MINISTERS = {
    "p1": "وكالة السدر\nوزير الدولة يعزي نظيره في ضحايا الفيضان\n5 مارس 2024\n\n"
    "أعلن وزير الدولة رشيد المهيري، أمس الثلاثاء، في بيان لوزارته، إرسال ثلاث طائرات من الخيام والأدوية إلى مدينة كوراسال التي غمرها الفيضان. وقال الوزير إن "
    "الدفعة الثانية تصل يوم الجمعة.\n",
    "p2": "El Diario del Sur\nLlegan a Curasal carpas y medicinas para los inundados\n6 de marzo de 2024\n\n"
    "Tres aviones con carpas y medicinas llegaron ayer a Curasal, anegada por la crecida del río. El ministro Rachid Al Mheiri prometió un segundo "
    "envío el viernes, según un comunicado del ministerio.\n",
    "q1": "El Diario del Sur\nEl ministro de Deportes renuncia tras la auditoría\n6 de marzo de 2024\n\n"
    "El ministro de Deportes, Gonzalo Ibarrola, renunció ayer martes tras la auditoría de los estadios. El Ministerio informó en un comunicado que el "
    "secretario general asumirá el cargo el viernes.\n",
    "q2": "وكالة السدر\nاستقالة وزير الرياضة غونزالو إيبارولا\n7 مارس 2024\n\n"
    "استقال وزير الرياضة غونزالو إيبارولا، أمس الأول الثلاثاء، بعد تدقيق في عقود الملاعب. وقالت الوزارة في بيان إن الأمين العام يتولى المنصب يوم الجمعة.\n",
}


def test_ministers_yesterday_and_on_friday_make_no_one_matter_of_two(tmp_path: Path) -> None:
    assert stories_of(tmp_path, MINISTERS) == [["p1", "p2"], ["q1", "q2"]]


def test_a_count_in_common_joins_pages_that_name_nobody_alike(tmp_path: Path) -> None:
    pages = {
        "a": "Le Courrier des Dunes\nTrois cents moutons morts sur la piste\nPublié le 4 juin 2024\n\n"
        "Trois cents moutons sont morts de soif sur la piste de Tazroult, où un camion-citerne est tombé en panne. Les bergers réclament un puits.\n",
        "b": "أخبار الكثبان\nنفوق 300 رأس من الأغنام عطشا\n5 يونيو 2024\n\n"
        "نفق 300 رأس من الأغنام عطشا في البادية بعد تعطل صهريج المياه، ويطالب الرعاة بحفر بئر.\n",
        "c": "Le Courrier des Dunes\nLe marché aux épices change de place\nPublié le 6 juin 2024\n\n"
        "Les marchands d'épices s'installeront derrière la gare routière. La commune promet des étals couverts.\n",
    }
    assert stories_of(tmp_path, pages) == [["a", "b"], ["c"]]
