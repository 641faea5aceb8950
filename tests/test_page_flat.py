"""Pages that a scraper left on one line, and days that number an issue."""

from __future__ import annotations

import datetime

from isnad.extract import read
from isnad.model import Article, Page


def page(text: str) -> Article:
    return read(Page(source="x.txt", data=text.encode(), media_type="text/plain"))


def own(article: Article) -> str:
    return " ".join(article.text[p.start : p.end] for p in article.own())


GAPS = (
    "المنار المحلي  سياسة  رياضة  ثقافة  سوق  طقس  انقطاع الماء عن حي الزيتون  افتتاح معرض الزرابي بغرداية  الرئيسية / محليات  "
    "والي ورقلة يدشن محطة معالجة المياه بحاسي بوعمر  كريم بن ساسي  2022/11/23 - 19:22  دشن والي ورقلة مراد العيادي، أمس، محطة معالجة "
    "المياه بحاسي بوعمر التي كلفت 710 ملايين دينار. وقال الوالي إن المحطة ستزود ثلاث بلديات بالماء ابتداء من الشهر المقبل. وحضر التدشين "
    "رؤساء البلديات الثلاث وممثلون عن الشركة المنجزة.  وسوم: #الماء #ورقلة  جميع الحقوق محفوظة للمنار المحلي"
)


def test_narrow_gaps_part_the_menu_the_headline_its_author_and_day_and_the_text():
    a = page(GAPS)
    assert a.title == "والي ورقلة يدشن محطة معالجة المياه بحاسي بوعمر"
    assert a.byline == "كريم بن ساسي"
    assert a.published is not None
    assert a.published.start == datetime.date(2022, 11, 23)
    assert "معرض الزرابي" not in own(a)
    assert "وسوم" not in own(a)


def test_two_blanks_behind_a_sentence_part_nothing():
    text = (
        "The mayor of Dorn opened a bridge.  It is 40 metres long.  Nobody spoke.  The old one fell in May.  It had stood for a century.  "
        * 3
    )
    a = page("A bridge opens in Dorn\n12 March 2024\n" + text)
    assert len([p for p in a.parts if p.kind == "body"]) == 1


def test_lone_stops_part_an_endless_line():
    menu = "مرصد الواحات . كل أخبار الواحات لحظة بلحظة . توزر . قبلي . دوز . اتصل بنا . عاجل أمطار خفيفة بتطاوين . "
    text = "أعلنت وزارة الفلاحة، أمس الثلاثاء، أن صابة التمور بلغت هذا العام 320 ألف طن. وأضافت الوزارة في بيان أن التصدير سيبدأ في أكتوبر. "
    a = page(menu + text * 2 + " . شارك على فيسبوك . تويتر . اترك تعليقا")
    assert "صابة التمور" in own(a)
    assert "كل أخبار الواحات" not in own(a)
    assert "فيسبوك" not in own(a)


BODY = (
    "Niger has suspended the contract until an audit is complete, the minister said on Monday. Work goes on at the eastern end, the firm says.\n"
    * 3
)


def test_a_newsletter_s_number_and_day_above_the_headline_are_its_day():
    a = page(
        "BOLT & GASKET\nThe newsletter of joiners | Week 49, Tuesday 6 December 2022 | Forward to a colleague\n\nIN THIS ISSUE\nSpur slips to 2027\n"
        "Job of the week: inspector\n\nNiger halts the eastern line; contractor says not a shovel is idle\nBy Rose Okoye\n\n"
        + BODY
    )
    assert a.published is not None
    assert a.published.start == datetime.date(2022, 12, 6)


def test_a_paper_s_number_and_day_in_two_calendars_are_its_day_and_a_page_number_names_no_paper():
    a = page(
        "صدى الواحة - جريدة جهوية تصدر بتمنراست - الثمن 20 دج\nالإثنين 14 نوفمبر 2022 الموافق لـ 19 ربيع الثاني 1444 هـ - العدد 2871\n\n"
        "مواقيت الصلاة: الفجر 05:38 - الظهر 12:22\nفي الصفحة 7: الفريق يعود بنقطة\n\nالحدث\nدرك تمنراست يوقف ثلاثة مهربين في ورشة للشاحنات\n"
        "بقلم: ع. بن زايد\n\n"
        + "أوقفت مصالح الدرك الوطني، أول أمس السبت، ثلاثة مهربين بحي قطع الواد بمدينة تمنراست، حسب مصدر قضائي.\n"
        * 3
    )
    assert a.published is not None
    assert a.published.start == datetime.date(2022, 11, 14)
    assert a.publisher == "صدى الواحة"


def test_the_day_a_site_shows_at_its_head_is_no_day_of_publication():
    a = page(
        "Saturday 11 May 2024 | Subscribe | Log in\nHome\nNews\nSport\nWeather\nMarkets\nDorn bridge opens after two years of work\nBy Rose Okoye\n\n"
        + BODY
    )
    assert a.published is None or a.published.start != datetime.date(2024, 5, 11)


ONE_BLANK = (
    "Le Clairon du Causse Accueil Faits divers Politique Sports Se connecter En direct Neige : la route du col fermée Un loup aperçu à Sévignac "
    "Accueil > Politique Le conseil de Marvaux achète la vieille gare pour un euro Solène Castagnier 14.09.20 - 18h12 Partager l'article Facebook X "
    "Imprimer Le conseil municipal de Marvaux a voté lundi soir l'achat pour un euro de la vieille gare, fermée depuis 2008. Le maire y veut "
    "une école de cirque. Publicité Vos volets posés en deux jours L'opposition dénonce un coût de dépollution de deux millions. Une réunion est "
    "prévue le 3 octobre. À lire aussi La piscine rouvrira en mars"
)


def test_without_any_gap_the_headline_begins_where_the_text_s_words_do_and_its_author_stands_before_the_day():
    a = page(ONE_BLANK)
    assert a.title == "Le conseil de Marvaux achète la vieille gare pour un euro"
    assert (a.publisher, a.byline) == ("Le Clairon du Causse", "Solène Castagnier")
    assert a.published is not None
    assert a.published.start == datetime.date(2020, 9, 14)


def test_an_advertisement_amid_the_sentences_of_a_line_is_no_text_and_what_follows_is():
    assert "volets" not in own(page(ONE_BLANK))
    assert "L'opposition dénonce" in own(page(ONE_BLANK))
    arabic = page(GAPS.replace(" وحضر التدشين", " إعلان احصل على قرض بدون فوائد إعلان وحضر التدشين"))
    assert "قرض" not in own(arabic)
    assert "وحضر التدشين" in own(arabic)


def test_a_sentence_that_speaks_of_an_advertisement_or_a_day_is_cut_nowhere():
    text = (
        "Le maire de Marvaux a signé avec la région le 14 septembre 2020 la vente de la gare. Publicité et affiches sont interdites dans la rue. "
        "Le conseil de Marvaux en débattra lundi, a dit le maire. La gare est fermée depuis 2008, et personne ne s'en plaignait. Les volets sont clos."
    )
    a = page(text)
    assert a.title is None
    assert "Publicité et affiches sont interdites" in own(a)
    assert "a signé avec la région le 14 septembre 2020 la vente" in own(a)


def test_an_arabic_headline_on_a_line_begins_behind_its_section():
    a = page(
        "جريدة الربوة الرئيسية الحدث رياضة تربية آخر الأخبار ثلوج على المرتفعات الشرقية الوطني والي بوزقزة يوقف أشغال الجسر سعاد مهني نشر في 09 - 06 - 2020 "
        "أمر والي بوزقزة، صباح أمس، بتوقيف أشغال الجسر إلى غاية تسوية ملفات التعويض. وجاء القرار عقب زيارة وقف خلالها الوالي على هدم ثلاثة منازل. "
        "وقال الوالي إن الأشغال ستستأنف بعد شهر. اقرأ أيضا: توزيع سكنات بالمدينة"
    )
    assert (a.title, a.byline) == ("والي بوزقزة يوقف أشغال الجسر", "سعاد مهني")
    assert "ثلوج" not in own(a)


def test_a_weekday_and_two_cues_before_a_day_are_of_its_line():
    french = ONE_BLANK.replace(
        "Solène Castagnier 14.09.20 - 18h12", "Rédigé par Solène Castagnier Mis en ligne le 14 septembre 2020 à 09h15"
    )
    assert (page(french).title, page(french).byline) == (page(ONE_BLANK).title, "Solène Castagnier")
    a = page(
        "جريدة الربوة الرئيسية محليات رياضة اقتصاد عربي ودولي محليات إغلاق حديقة الربوة لإصلاح شبكة الري سعاد مهني الأربعاء 14-06-2023 10:20 ص "
        "أعلنت بلدية الربوة، أمس الثلاثاء، إغلاق الحديقة العامة لمدة شهرين من أجل إصلاح شبكة الري بتكلفة 70 ألف دينار. وقال رئيس البلدية إن الشبكة "
        "القديمة كانت تهدر نصف المياه. ومن المقرر أن تعقد البلدية لقاء مع أصحاب الأكشاك يوم الأحد. شارك الخبر فيسبوك واتساب"
    )
    assert (a.title, a.byline) == ("إغلاق حديقة الربوة لإصلاح شبكة الري", "سعاد مهني")


def test_a_month_cut_short_ends_no_sentence_before_its_year() -> None:
    body = "La asamblea del consorcio aprobó ayer en Vallehondo el reparto del agua del canal nuevo. " * 12
    text = f"EL ECO DEL CANAL Inicio Nacionales Economía — Panamá, 14 jun. 2025, 12:05 a.m. El canal reparte su agua {body}"
    page = read(Page("a.txt", text.encode()))
    whole = [page.text[p.start : p.end] for p in page.parts]
    assert not any(p.startswith("2025") for p in whole)
    assert page.published is None or page.published.start.year == 2025
