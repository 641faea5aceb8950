"""Sheets of states, weeks and broadcasts, tickers with marks of their own, and pages on one line whose headline stands under its date."""

from __future__ import annotations

from isnad.extract import read
from isnad.extract.blocks import plain_blocks
from isnad.extract.datelines import date_line
from isnad.extract.oneline import unrolled
from isnad.model import Article, Page

FRENCH = (
    "Les boulangers de Koréra ont fermé leurs fours mercredi pour protester contre le prix de la farine, passé de 18 000 à 23 500 francs.",
    "« Nous ne cuisons plus que nos dettes », a déclaré la présidente de leur syndicat devant les journalistes réunis au marché.",
    "Le ministre du Commerce a promis de recevoir les grévistes vendredi et de geler le prix du sac.",
)
ARABIC = (
    "أوقفت المحكمة الإدارية بمدينة رويسات، صباح الاثنين، صفقة بيع المستشفى القديم لشركة عقارية، استجابة لشكوى رفعها أطباء المستشفى.",
    "وقال المحامي لطفي بن شعبان إن الصفقة «تمت في جنح الظلام وبثلث الثمن»، مضيفا أن موكليه سيطالبون بالتعويض.",
    "ولم يصدر عن الشركة أي تعليق حتى مساء اليوم، فيما أكد والي المدينة أن البيع تم وفق القانون.",
)


def page(text: str) -> Article:
    return read(Page(source="a.txt", data=text.encode(), media_type="text/plain"))


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body"))


def test_a_sheet_of_the_state_has_its_own_name_under_the_states() -> None:
    head = "RÉPUBLIQUE DE KORÉRA – Unité, Labeur, Justice\n{}\nMercredi 12 mai 2021\n\nLa farine manque à Koréra\n"
    body = "\n".join(FRENCH)
    assert page(head.format("LE MONITEUR DU GOUVERNEMENT, n° 87") + body).publisher == "LE MONITEUR DU GOUVERNEMENT"
    assert page(head.format("MINISTÈRE DU COMMERCE") + body).publisher == "MINISTÈRE DU COMMERCE"


def test_a_ticker_of_pluses_is_neither_headline_nor_text() -> None:
    top = "منصة الواحات ++ محليات ++ صحة ++ أبراج\nالآن: حريق في سوق التمور بلا ضحايا ++ تعيين مدير جديد للمياه\n\n"
    a = page(top + "\n".join(ARABIC) + "\nالمصدر: جريدة الوادي - رويسات\nاكتب تعليقا")
    assert (a.title, a.publisher, a.via) == (None, "جريدة الوادي", "منصة الواحات")
    assert "حريق" not in own(a)


def test_an_issue_of_a_week_is_of_all_its_days() -> None:
    a = page(
        "Le Sémaphore du Lac\nLa farine manque à Koréra\nSemaine du 28 juin au 4 juillet 2021\n" + "\n".join(FRENCH)
    )
    assert a.published is not None
    assert (a.published.start.isoformat(), a.published.end.isoformat()) == ("2021-06-28", "2021-07-04")
    assert a.published.precision == "range"


def test_a_day_and_the_broadcast_that_a_text_is_of_are_a_date_line() -> None:
    assert date_line("jeudi 13 mai 2021, journal de 19 h (texte intégral)") is not None
    assert date_line("الخميس 13 ماي 2021، نشرة الواحدة ظهرا كاملة") is not None
    assert date_line("13 de mayo de 2021 – informativo de la noche, segunda hora y cierre del día") is not None
    assert date_line("11 septembre 2001, vingt ans après le choc des tours") is None


def test_a_headline_stands_under_its_date_where_buttons_close_it() -> None:
    line = (
        "EL FARO DE PUERTO LINDO Inicio Municipios Judiciales Cultura Deportes Lo último 18:41 Se fuga un caimán del zoológico "
        "Municipios — Leonel Zubiría — Puerto Lindo, 10 may. 2021, 7:05 p.m. La alcaldesa cierra el vertedero tras el incendio "
        "Escuchar 3 min Compartir La alcaldesa de Puerto Lindo ordenó el lunes el cierre del vertedero municipal tras el incendio. "
        "«No vamos a esperar a que arda el pueblo entero», afirmó la regidora ante los afectados en el polideportivo."
    )
    a = page(line)
    assert (a.title, a.byline) == ("La alcaldesa cierra el vertedero tras el incendio", "Leonel Zubiría")
    assert a.published is not None
    assert a.published.start.isoformat() == "2021-05-10"
    assert own(a).startswith("La alcaldesa de Puerto Lindo ordenó")


def test_a_word_of_haste_in_capitals_stands_before_the_headline() -> None:
    text = " ".join(FRENCH)
    line = f"AKP – Agence Koréra > Économie > Sports > Culture > Abonnés > Contact FIL 16:02 Football : Koréra battu URGENT La farine manque à Koréra Publié le 12.05.2021 à 16 h 21 | Réf. AKP-0512-118 {text} AKP/mnd/ko Reproduction interdite. Lire aussi : Le procès renvoyé"
    a = page(line)
    assert a.title == "La farine manque à Koréra"
    assert own(a).split() == text.split()


def test_a_section_before_the_headline_is_cut_off_and_a_count_of_readers_behind() -> None:
    body = " ".join(ARABIC)
    line = f"عين الخليج | الأخبار أولا بأول سيارات - عقار - وظائف - طقس عاجل: إغلاق جسر الشاطئ للصيانة محليات المحكمة توقف بيع مستشفى رويسات تم النشر قبل 3 ساعات 412 مشاهدة {body}"
    assert "المحكمة توقف بيع مستشفى رويسات" in [b.text for b in plain_blocks(line)]


def test_a_printed_head_on_one_line_ends_at_its_menu_and_an_author_signs_before_the_buttons() -> None:
    text = " ".join(ARABIC)
    line = f"الربوة يومية جامعة الأربعاء 17 جوان 2015 - 30 شعبان 1436 السنة 12 العدد 3608 وطنية جهات رياضة ثقافة آخر ساعة: حجز 3 أطنان من البطاطا رياضة المحكمة توقف بيع مستشفى رويسات بقلم: سنية بلغيث إرسال إلى صديق طباعة المقال {text}"
    a = page(line)
    assert (a.title, a.byline, a.publisher) == ("المحكمة توقف بيع مستشفى رويسات", "سنية بلغيث", "الربوة")
    assert a.published is not None
    assert a.published.start.isoformat() == "2015-06-17"


def test_an_arabic_advertisement_amid_a_line_ends_where_a_sentence_begins_with_and_and_a_verb() -> None:
    text = f"{ARABIC[0]} {ARABIC[1]} إشهار: تخفيضات الصيف في محلات البدر {ARABIC[1].replace('وقال', 'وأكد')}"
    a = page(f"أخبار الجريد | موقع إخباري شامل\nالمحكمة توقف بيع مستشفى رويسات\n18 ماي 2021\n{text}")
    assert own(a).count("المحامي") in (1, 2)
    pieces = [text[x:y] for x, y in unrolled(text, 0, len(text))]
    assert "إشهار: تخفيضات الصيف في محلات البدر" in pieces


def test_a_place_and_its_comma_stand_before_the_day_and_not_in_the_headline() -> None:
    line = (
        "EL CORREO SERRANO Local Nacional Judicial Economía Deporte Clasificados Último: Sube el balón de gas / Asaltan grifo JUDICIAL "
        "Cae el contable de la azucarera y los socios piden su dinero Huancayo, miércoles 14 de setiembre del 2022. Escribe: Yenny Poma Artica "
        "La Policía detuvo ayer en su casa al contable de la azucarera, contra quien pesaba una orden de detención. "
        "«Los socios cobrarán hasta el último sol de su dinero», declaró el presidente de la cooperativa. El detenido declarará el jueves."
    )
    a = page(line)
    assert (a.title, a.byline) == ("Cae el contable de la azucarera y los socios piden su dinero", "Yenny Poma Artica")
    assert own(a).startswith("La Policía detuvo")


def test_two_labelled_headlines_over_a_text_without_one_are_none_of_it() -> None:
    top = "كرات وأخبار\nشاهد الآن: أجمل عشر تصديات\nترند: حارس يعتزل ليفتح مطعما\n\n"
    assert page(top + "\n".join(ARABIC)).title is None


def test_a_site_before_its_formula_is_the_republisher() -> None:
    a = page(
        "كشكول 24\nالمحكمة توقف بيع مستشفى رويسات\n" + "\n".join(ARABIC) + "\nكشكول 24 نقلا عن وكالة سيروا للأنباء"
    )
    assert (a.publisher, a.via) == ("وكالة سيروا للأنباء", "كشكول 24")


def test_what_speaks_to_the_reader_amid_a_line_ends_where_the_text_goes_on() -> None:
    said = f"{FRENCH[0]} {FRENCH[1]} Abonnez-vous : 3 mois pour 15 dinars À Zarzis, {FRENCH[2]} {FRENCH[0]}"
    pieces = [said[x:y] for x, y in unrolled(said, 0, len(said))]
    assert "Abonnez-vous : 3 mois pour 15 dinars" in pieces
    said = f"{ARABIC[0]} {ARABIC[2]} حمّل تطبيق الجريدة مجانا وفي خبر لاحق، {ARABIC[1]}"
    pieces = [said[x:y] for x, y in unrolled(said, 0, len(said))]
    assert "حمّل تطبيق الجريدة مجانا" in pieces
    said = f"{FRENCH[0]} Abonnez-vous à la vie, a lancé Le Prieur. {FRENCH[1]} {FRENCH[2]}"
    assert [said[x:y] for x, y in unrolled(said, 0, len(said))] == [said]


def test_a_menu_of_towns_is_neither_the_papers_name_nor_text() -> None:
    text = " ".join(FRENCH)
    line = (
        f"SFAX-MATIN Accueil Ville Sakiet Thyna Kerkennah CSS Culture Petites annonces Météo marine Flash : Route de Gremda, un bus percute un olivier // "
        f"Le CSS dépose une réserve // Grève des éboueurs, fin du préavis ÉCONOMIE La farine manque à Koréra Publié le mardi 12 mars 2019 à 18h30 par Ines Ellouze {text}"
    )
    a = page(line)
    assert (a.title, a.publisher, a.byline) == ("La farine manque à Koréra", "SFAX-MATIN", "Ines Ellouze")
    assert own(a).split() == text.split()


def test_an_author_with_his_office_or_between_points_stands_before_his_day() -> None:
    text = " ".join(FRENCH)
    trail = "Le Courrier du Chott   Gabès   Médenine   Koréra   Djerba   Annonces   Avis de décès   En continu 08:12 Mareth : un car en panne Régions > Koréra "
    a = page(
        f"{trail}La farine manque à Koréra Wassim Jebnoun, envoyé spécial à Bir Zmit Jeudi 14 mars 2019 à 09:05 Imprimer Envoyer à un ami A+ A- {text}"
    )
    assert (a.title, a.byline) == ("La farine manque à Koréra", "Wassim Jebnoun")
    a = page(
        f"EL VIGÍA Ceuta Campo de Gibraltar Deportes Obituarios ÚLTIMA HORA Nueve nadadores a salvo -- Levante fuerte La farine manque à Koréra jusqu'en 2027 Norte de Koréra. J. A. Villatoro. Vie, 20/09/2024 - 08:15 Escuchar noticia 3 min Comentar (7) {text}"
    )
    assert (a.title, a.byline) == ("La farine manque à Koréra jusqu'en 2027", "J. A. Villatoro")


def test_an_arabic_text_without_a_headline_begins_behind_its_ticker_with_a_verb() -> None:
    text = " ".join(ARABIC)
    a = page(
        f"بوابة المغترب - أخبار الجالية في القارة ☰ القائمة أبيدجان دكار وفيات خدمات الأكثر قراءة: توقيف صراف في أبيدجان / وفاة عميد الجالية {text} المصدر: وكالة المرفأ للأنباء شارك الخبر"
    )
    assert (a.title, a.publisher, a.via) == (None, "وكالة المرفأ للأنباء", "بوابة المغترب")
    assert own(a).split() == text.split()
