"""Whose name a credit prints: media across scripts, agencies apart from papers, bodies that print one word for their statements."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.link.hands import is_agency, same_letters, same_medium
from isnad.model.trees import independent_of
from isnad.pipeline import build
from isnad.store import open_store


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("El Clarín de Alborada", "صحيفة «الكلارين دي ألبورادا» الإسبانية"),
        ("La Crónica", "صحيفة «كرونيكا» الإسبانية"),
    ],
)
def test_a_paper_is_known_in_the_other_script_though_its_first_letters_read_as_the_article(
    latin: str, arabic: str
) -> None:
    assert same_medium(latin, arabic)
    assert not same_medium("El Heraldo de Montaraz", arabic)


@pytest.mark.parametrize("name", ["Bay Morning News", "Puerto Noticias", "La Presse du Golfe", "شبكة القمم الإخبارية"])
def test_news_in_its_name_makes_no_paper_an_agency(name: str) -> None:
    assert not is_agency(name)


@pytest.mark.parametrize("name", ["Meridian News Agency", "Agencia Meridiano de Noticias", "Agence de presse Ennakhil", "وكالة أنباء النخيل", "Agencia Sureste", "Agence Trident"])  # fmt: skip
def test_an_agency_says_so(name: str) -> None:
    assert is_agency(name)


@pytest.mark.parametrize("name", ["The Levant Dispatch", "Agence de l'eau", "وكالة الطاقة الذرية", "Agencia Tributaria", "Space Agency"])  # fmt: skip
def test_an_agency_for_something_else_and_a_paper_called_dispatch_are_no_news_agencies(name: str) -> None:
    assert not is_agency(name)


def test_a_paper_of_one_short_word_is_known_by_its_letters() -> None:
    assert same_letters("the newspaper Le Quai", "Le Quai")
    assert same_medium("newspaper Le Quai", "Le Quai")
    assert not same_letters("the newspaper", "Le Quai")
    assert not same_letters("مشجع أصيب", "صحيفة الميثاق")


def test_statements_of_two_bodies_are_two_though_the_page_calls_both_a_statement(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "شبكة القمم الإخبارية\nانهيار ثلجي في ممر بوزلاف\nالأحد 21 يناير 2024\n\n"
        "أعلن جيش سهلستان في بيان أن وحداته أجلت 57 مسافرا من ممر بوزلاف بعد انهيار ثلجي قطع الطريق ليلة السبت. "
        "ومن جهته قال الهلال الأحمر السهلستاني في بيان إنه استقبل 31 شخصا في مركز الإيواء ووزع 200 بطانية.\n",
        encoding="utf-8",
    )
    dossier = build([str(page)], open_store("memory:"), engine="here").dossier
    assert [o.kind for o in dossier.origins].count("communique") == 2


def test_a_credited_paper_and_its_own_page_are_one_origin(tmp_path: Path) -> None:
    own = tmp_path / "a.txt"
    own.write_text(
        "The Lantern Review\nInside the last salt works\n2 April 2024\nBy Josune Abernathy\n\n"
        "Only nine families still rake salt at Port Averil. Their ponds cover 46 hectares behind the sea wall, and the youngest worker is 52. "
        "In 1971 the works sold 8,000 tonnes a year; last year they sold 640. The council will decide on 17 May whether the ponds are protected.\n"
    )
    told = tmp_path / "b.txt"
    told.write_text(
        "مجلة القنديل العربي\nداخل آخر الملاحات\n5 أبريل 2024\nترجمة عن «ذا لانترن ريفيو»\n\n"
        "لم تبق سوى تسع عائلات تجمع الملح في بورت أفيريل. تغطي أحواضها 46 هكتارا خلف السور البحري، وأصغر العمال عمره 52 سنة. "
        "في عام 1971 باعت الملاحات 8000 طن في السنة، وفي العام الماضي باعت 640 طنا. وسيقرر المجلس يوم 17 مايو ما إذا كانت الأحواض ستحمى.\n",
        encoding="utf-8",
    )
    found = independent_of(build([str(tmp_path)], open_store("memory:"), engine="here").dossier)
    assert (found.min, found.max) == (1, 1)


def _origins(tmp_path: Path, **pages: str) -> dict[str, set[tuple[str, str]]]:
    for name, text in pages.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    page = {a.id: a.source.rsplit("/", 1)[-1].removesuffix(".txt") for a in dossier.articles}
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in pages}
    for o in dossier.origins:
        for a in o.articles:
            found[page[a]].add((o.kind, o.id))
    return found


def test_who_speaks_by_the_name_of_a_paper_whose_page_is_there_is_that_paper(tmp_path: Path) -> None:
    found = _origins(
        tmp_path,
        own="Le Quai\nLe groupe Farandole renonce à la halle aux poissons\nPublié le 8 janvier 2025\nSolène Kerbrat\n\n"
        "Le groupe de restauration Farandole renonce à exploiter la halle aux poissons de Port-Fournel, a appris Le Quai auprès de deux "
        "membres du conseil. L'enseigne juge le loyer, 310 000 euros par an, intenable. La ville n'a pas souhaité répondre.\n",
        told="Ouest Littoral\nHalle aux poissons : Farandole jetterait l'éponge\nPublié le 9 janvier 2025\n\n"
        "Selon Le Quai, le groupe de restauration Farandole renoncerait à exploiter la halle aux poissons de Port-Fournel, dont le loyer "
        "atteint 310 000 euros par an. Nos confrères citent deux membres du conseil.\n",
    )
    assert found["own"] & found["told"]
    assert {kind for kind, _ in found["own"]} == {"outlet"}


def test_an_agency_under_a_photograph_is_no_origin_of_the_report(tmp_path: Path) -> None:
    found = _origins(
        tmp_path,
        match="يومية الملاعب\nكرة اليد: مغناوة تقلب الطاولة على تل أطلس\nالاثنين 2 دجنبر 2024\nكتب: أمين بلحوسين\n\n"
        "قلب فريق مغناوة تأخره بستة أهداف إلى فوز 31-29 أمس الأحد على تل أطلس. وقال المدرب جلال الصنهاجي بعد المباراة: "
        "«قلت لهن بين الشوطين: العبن كأن النتيجة صفر لمثله». وحضر المباراة 2400 متفرج.\n(الصورة: رويترز)\n",
    )
    assert {kind for kind, _ in found["match"]} == {"outlet"}


def test_a_reporter_who_signs_beside_agencies_reported_too(tmp_path: Path) -> None:
    found = _origins(
        tmp_path,
        walk="The Delta Courier\nFerry crews walk out over pay\nTuesday 6 August 2024\nNadine Abercombe and agencies\n\n"
        "Ferry crews walked out at dawn on Tuesday, leaving 4,000 passengers on the quays of Sarn. “We have not had a rise since 2019,” a "
        "stoker, Emrys Pugh-Hallam, told the Courier on the quay. The operator, Blue Link, offered 3 per cent; the union wants 9.\n",
    )
    assert {kind for kind, _ in found["walk"]} == {"agency", "outlet"}


def test_who_is_credited_with_a_page_in_the_line_at_its_foot_is_where_it_comes_from(tmp_path: Path) -> None:
    body = (
        "La nevada de la madrugada dejó incomunicadas nueve aldeas de la sierra de Albarcas, donde la nieve alcanza 80 centímetros. "
        "Las quitanieves trabajan desde las cinco. Un helicóptero evacuó a una mujer de parto desde Fuente Tejo.\n"
    )
    found = _origins(
        tmp_path,
        a=f"El Heraldo de Monteluz\nLa nieve aísla nueve aldeas\n22 de enero de 2025\n\n{body}\n"
        "Compartir en Facebook | Compartir en X | Imprimir\nFuente: Agencia Sureste\n",
    )
    assert {kind for kind, _ in found["a"]} == {"agency"}


def test_another_report_of_the_paper_named_is_not_where_the_words_come_from(tmp_path: Path) -> None:
    found = _origins(
        tmp_path,
        own="Le Phare de Brazza\nLes ouvriers de la filature Maubrac en grève\nPublié le 3 avril 2024\n\n"
        "Les ouvriers de la filature Maubrac sont en grève depuis mardi contre la fermeture annoncée pour l'été. Le piquet bloque la grille de "
        "la rue des Tisserands. La direction refuse de recevoir les délégués.\n",
        told="The Cotton Gazette\nBuyer found for Maubrac spinning mill\n20 April 2024\n\n"
        "A Portuguese group will buy the Maubrac spinning mill for nine million euros, two people close to the talks said. "
        "The French newspaper Le Phare de Brazza reported that the new owner planned to send the machines to Porto. "
        "Workers at the mill have been on strike since the beginning of the month.\n",
    )
    assert not found["own"] & found["told"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Free Oman News Agency", "العمانية الحرة"),
        ("وكالة الأنباء العُمانية الحرة", "العمانية الحرة"),
        ("Agence libre du Tchad", "وكالة تشاد الحرة"),
    ],
)
def test_an_agency_is_known_in_the_other_language_by_its_nation_and_what_else_its_name_means(
    one: str, other: str
) -> None:
    assert same_medium(one, other)
    assert not same_medium("Oman News Agency", other)
    assert not same_medium("New Oman News Agency", other)


def test_for_news_at_the_end_of_an_arabic_name_says_agency() -> None:
    assert is_agency("الساحلية الشرقية للأنباء")
    assert not is_agency("للأنباء")


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("و ر ب", "وكالة الروابي برس"),
        ("و.ر.ب", "وكالة الروابي برس"),
        ("ASI", "Agence Saoura Infos"),
        ("A. S. I.", "Agence de la Saoura Infos"),
    ],
)
def test_the_letters_of_an_agency_are_the_agency(letters: str, name: str) -> None:
    assert same_medium(letters, name)
    assert not same_medium(letters, "Agence Touat Presse")
    assert not same_medium(letters, "وكالة الوادي برس")


def _kinds(tmp_path: Path, text: str) -> set[tuple[str, str]]:
    page = tmp_path / "p.txt"
    page.write_text(text, encoding="utf-8")
    return {(o.kind, o.name) for o in build([str(page)], open_store("memory:"), engine="here").dossier.origins}


def test_a_station_that_is_only_named_is_other_press_and_the_page_is_its_own_report(tmp_path: Path) -> None:
    found = _kinds(
        tmp_path,
        "Le Courrier des Salines\nLa digue de Port-Ambre fermée\n12 mars 2024\n\n"
        "Le maire de Port-Ambre, Lucien Vasseur, a fermé mardi la digue aux promeneurs après l'effondrement d'un parapet. "
        "« Personne n'y passera avant l'été », a-t-il affirmé à Radio Estuaire.\n",
    )
    assert ("foreign press", "Radio Estuaire") in found
    assert ("outlet", "Le Courrier des Salines") in found


@pytest.mark.parametrize(
    ("title", "said", "kind"),
    [
        ("Le capitaine se retire", "« Je quitte la sélection », a écrit le capitaine Iliès Merzak dans un tweet publié lundi.", "speech"),
        ("قائد المنتخب يعتزل", "وكتب القائد إلياس مرزاق في تغريدة: «أترك المنتخب اليوم وأشكر الجميع». ومن المنتظر أن يعلن الاتحاد اسم القائد الجديد يوم الخميس المقبل.", "speech"),
        ("The captain steps down", 'Captain Ilies Merzak wrote in a tweet: "I am leaving the team today and I thank everyone."', "speech"),
        ("The captain steps down", "According to a video shared on Monday, captain Ilies Merzak told his team mates that he was leaving.", "unknown"),
    ],
)  # fmt: skip
def test_what_somebody_says_in_a_post_is_speech_and_a_video_that_goes_round_is_nobodys(
    tmp_path: Path, title: str, said: str, kind: str
) -> None:
    assert kind in {k for k, _ in _kinds(tmp_path, f"{title}\n12/03/2024\n\n{said}\n")}


def test_an_agency_whose_dispatch_is_there_is_one_hand_whatever_else_the_other_page_tells(tmp_path: Path) -> None:
    found = _origins(
        tmp_path,
        own="Agence Trident\nPort-Ambre, 12 mars 2024 (Trident) - Un cargo de 90 mètres s'est échoué mardi matin à l'entrée du port de Port-Ambre. "
        "Les onze marins ont été évacués par hélicoptère et conduits à l'hôpital.\n",
        told="The Harbour Sentinel\nSalvage firm hired for stranded freighter\n19 March 2024\n\n"
        "The port of Port-Ambre has hired the salvage firm Bergen & Holt to refloat the freighter stranded since last week. "
        "The hull was breached in two places, the agency Trident reported.\n",
    )
    assert any(kind == "agency" for kind, _ in found["own"] & found["told"])


def test_a_page_that_names_its_agency_only_at_the_foot_is_a_copy_and_no_version_of_the_dispatch(tmp_path: Path) -> None:
    body = (
        "أعلنت وزارة الصيد اليوم الثلاثاء أن سفينة الشحن «نورس البحر» جنحت عند مدخل ميناء رأس الملاح وعلى متنها أحد عشر بحارا. "
        "وأوضح بيان صادر عن الوزارة أن البحارة نقلوا بمروحية إلى المستشفى وأن التسرب توقف ظهرا."
    )
    (tmp_path / "own.txt").write_text(
        f"وكالة الشراع للأنباء\nسفينة شحن تجنح عند مدخل ميناء رأس الملاح\n12 مارس 2024\n\nرأس الملاح (الشراع) - {body}\n\n"
        "وكان ميناء رأس الملاح قد أغلق أسبوعين في الشتاء الماضي بسبب العواصف.\n",
        encoding="utf-8",
    )
    (tmp_path / "again.txt").write_text(f"جنوح سفينة شحن\n\n{body}\n\nالمصدر: وكالة الشراع للأنباء\n", encoding="utf-8")
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    page = {a.id: a.source.rsplit("/", 1)[-1] for a in dossier.articles}
    assert not dossier.versions
    copy = dossier.copies[0]
    assert copy.direction is not None
    assert (page[copy.direction.source], page[copy.direction.target]) == ("own.txt", "again.txt")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("AAS", "أ أ س", True),
        ("OMB", "أ م ب", True),
        ("OMB", "و م ب", True),
        ("OMB", "أ س ب", False),
        ("وكالة الأنباء الأفقية الساحلية", "أ أ س", True),
        ("RADIO BAHR", "إذاعة بحر", True),
    ],
)
def test_letters_spell_each_other_across_scripts(a: str, b: str, same: bool) -> None:
    assert same_medium(a, b) is same


def test_whom_one_page_calls_an_agency_is_one_on_a_page_of_another_week(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Le Rivage\nLe cargo Ombrine décharge de nuit à Port-Sec\nVendredi 3 mai 2024\n\n"
        "PORT-SEC (OMB) – Le cargo Ombrine a déchargé vingt camions militaires dans la nuit de mercredi à jeudi à Port-Sec, a confié à l'OMB un officier du port. "
        "Les camions ont quitté le quai avant l'aube sous escorte, et l'état-major n'a pas souhaité commenter cette livraison.\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "The Strait Ledger\nWhat the Ombrine carried\n14 May 2024\nBy Josune Abernathy\n\n"
        "Anonymous officers told the OMB agency that the cargo ship Ombrine had unloaded twenty army lorries at night in Port-Sec. "
        "The ministry denies it, and a deputy asks for the contract of the lorries, which nobody in Port-Sec has seen.\n",
        encoding="utf-8",
    )
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    shared = [o for o in dossier.origins if len(o.articles) > 1]
    assert [o.kind for o in shared] == ["agency"]


def test_the_closing_text_of_a_meeting_is_one_in_two_languages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "L'Estuaire\nTreize signatures à la réunion des ministres de la Santé de Port-Sec\n\n"
        "Treize ministres de la Santé ont signé mercredi à Port-Sec un contrat pour 22 millions de doses du vaccin Colvar. "
        "Le communiqué final, que nous avons pu lire, assure que les premières doses arriveront à Port-Sec avant fin janvier.\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "جريدة المصب\nوزراء الصحة يوقعون عقد لقاح كولفار في بور سيك\nالخميس 9 أكتوبر 2025\n\n"
        "وقع ثلاثة عشر وزيرا للصحة يوم الأربعاء في بور سيك عقدا لشراء 22 مليون جرعة من لقاح كولفار. "
        "وجاء في البيان الختامي أن الدفعة الأولى من الجرعات ستصل إلى بور سيك قبل نهاية يناير المقبل.\n",
        encoding="utf-8",
    )
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    assert [len(o.articles) for o in dossier.origins if o.kind == "communique"] == [2]


WIRE = (
    "انهار جسر النهير فجر الثلاثاء أثناء عبور رتل من الشاحنات كان ينقل محولة كهربائية من الميناء إلى المحطة، فقضى خمسة أشخاص وأصيب ثمانية. "
    "وقال مدير الدفاع المدني العميد جبار الحلواني إن الفضاء الأوسط هوى دفعة واحدة ومعه أربع شاحنات، وإن ثلاثة من أفراد الرتل مفقودون. "
)


@pytest.mark.parametrize(
    ("heard", "own"),
    [
        ("وعلمت «صدى الضفة» من مصدر في الشرطة أن حارس الجسر أوقف الرتل ربع ساعة.", True),
        ("ويقول أهالي المنطقة لصدى الضفة إن حارس الجسر أوقف الرتل ربع ساعة.", True),
        ("ويقول أهالي المنطقة إن حارس الجسر أوقف الرتل ربع ساعة ثم فتح الطريق.", False),
    ],
)
def test_who_prints_a_dispatch_and_says_it_learned_more_reported_too(tmp_path: Path, heard: str, own: bool) -> None:
    (tmp_path / "a.txt").write_text(
        f"صدى الضفة\nانهيار جسر النهير\nالثلاثاء 4 يونيو 2024\n\n{WIRE}{heard}\n\nالمصدر: وكالة المرسى للأنباء\n",
        encoding="utf-8",
    )
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    assert [o.name for o in dossier.origins if o.kind == "outlet"] == (["صدى الضفة"] if own else [])
    assert "agency" in [o.kind for o in dossier.origins]


def test_the_paper_that_a_reader_of_feeds_took_a_dispatch_from_is_an_origin_beside_the_agency(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Kiosque Hebdo\n\nDeux frégates pour la marine\n\nPublié dans La Gazette du Cap le 21 - 05 - 2025\n\n"
        "PORT-SEC (OMB) – Les deux ministères ont signé mardi un mémorandum sur la coopération navale, qui porte sur la formation des équipages et l'hydrographie. "
        "La partie acheteuse a commandé deux frégates légères pour un montant de 640 millions de dollars, dont la première doit être livrée en 2028.\n\n"
        "Cliquez ici pour lire l'article depuis sa source.\nKiosque Hebdo : toute la presse en un clic\n",
        encoding="utf-8",
    )
    dossier = build([str(tmp_path)], open_store("memory:"), engine="here").dossier
    assert {(o.kind, o.name) for o in dossier.origins} == {("agency", "OMB"), ("outlet", "La Gazette du Cap")}
