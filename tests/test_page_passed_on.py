"""Pages in the manners of stations, readers, letters, chats and papers that translate: whose the text is, who wrote it, where it ends."""

from __future__ import annotations

from isnad.extract import read
from isnad.extract.bylines import byline_of
from isnad.model import Article, Page

ARABIC = (
    "قتل جنديان وأصيب خمسة آخرون صباح الأحد في انفجار لغم أرضي لدى مرور دورية شمالي البلدة، وفق مصدر أمني.",
    "وقالت قيادة الأركان في بيان إن اللغم زرع حديثا على الطريق الرابط بين البلدة والحدود.",
    "ولم تتبن أي جهة الهجوم حتى الآن.",
)
FRENCH = (
    "Le tribunal a condamné vendredi l'ancien directeur des douanes à trois ans de prison ferme pour enrichissement illicite.",
    "Le parquet avait requis cinq ans. « Mon client paie pour un système », a réagi son avocate, qui fera appel.",
    "L'enquête avait conduit à la saisie de sept villas et de douze véhicules.",
)
ENGLISH = (
    "The High Court on Monday halted the sale of the Mumwe sugar mill, ruling that workers had not been consulted.",
    "The fund had offered $118m for a 74 per cent stake, and the treasury had agreed to it in March without a vote.",
    "A lawyer for the treasury said the government would appeal.",
)


def text(body: str) -> Article:
    return read(Page("p", body.encode(), "text/plain"))


def page(title: str, body: str) -> Article:
    return read(Page("p", f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(), "text/html"))


def marked(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{p}</p>" for p in paragraphs)


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("lead", "body", "subheading"))


def test_a_paper_its_town_and_day_stand_before_who_translated_it() -> None:
    line = "<p>Le Phare du Sahel (Kayes), 17 mars 2023. Traduit de l'anglais par Fanta Traoré.</p>"
    a = page(
        "Courrier du Mouhoun",
        f"<div>Courrier du Mouhoun</div><div>Accueil / Dossiers</div><h3>Douanes : trois ans de prison</h3>{line}{marked(FRENCH)}",
    )
    assert (a.publisher, a.via) == ("Le Phare du Sahel", "Courrier du Mouhoun")
    assert own(a).split() == " ".join(FRENCH).split()


def test_an_outlet_behind_a_preposition_and_its_colon_under_the_headline_is_whose_the_text_is() -> None:
    a = page(
        "Rift Digest",
        f"<h2>Rift Digest</h2><p>Headlines, every evening</p><h3>Court halts sale of sugar mill</h3><p>From: The Lakeside Tribune, March 13</p>{marked(ENGLISH)}",
    )
    assert (a.title, a.publisher, a.via) == ("Court halts sale of sugar mill", "The Lakeside Tribune", "Rift Digest")
    a = page(
        "الساحل لحظة بلحظة",
        f'<div class="h1">الساحل لحظة بلحظة</div><h2>مقتل جنديين في انفجار لغم</h2><div class="by">عن: الضفتان . منذ 5 ساعات</div>{marked(ARABIC)}',
    )
    assert (a.publisher, a.via, a.byline) == ("الضفتان", "الساحل لحظة بلحظة", None)


def test_an_author_behind_a_preposition_is_no_outlet() -> None:
    a = page(
        "Rift Digest",
        f"<h2>Rift Digest</h2><h3>Court halts sale of sugar mill</h3><p>From: Duncan Mbeki, March 13</p>{marked(ENGLISH)}",
    )
    assert a.publisher != "Duncan Mbeki"
    assert a.via is None


def test_a_heading_that_is_the_sites_name_is_no_headline() -> None:
    a = page(
        "خبر سبور",
        f"<h1>خبر سبور</h1><h2>كل ما يهمك</h2><div>سياسة - مجتمع - نجوم</div><h3>مقتل جنديين في انفجار لغم شمالي البلدة</h3>{marked(ARABIC)}",
    )
    assert a.title == "مقتل جنديين في انفجار لغم شمالي البلدة"


def test_a_message_of_a_chat_is_its_groups_and_its_day_the_messages() -> None:
    a = text(
        "[12/03/2023 18:40] أخبار كيفه: *مقتل جنديين في انفجار لغم*\n\n"
        + "\n\n".join(ARABIC)
        + "\n\nنقلا عن وكالة الرمال للأنباء"
    )
    assert (a.title, a.publisher, a.via) == ("مقتل جنديين في انفجار لغم", "وكالة الرمال للأنباء", "أخبار كيفه")
    assert a.published is not None
    assert a.published.start.isoformat() == "2023-03-12"


def test_short_pieces_behind_the_last_sentence_of_a_page_that_dashes_part_are_no_text() -> None:
    body = " ".join(FRENCH)
    a = text(
        f"Savane Hebdo - Accueil - Politique - Société - Sports - Flash : coupure d'eau - Douanes : trois ans de prison - vendredi 17 mars 2023 - par Yacouba Zida - {body} - Savane Hebdo - Vos commentaires : Wendé : trop peu - Mentions légales"
    )
    assert own(a).split() == body.split()
    kept = body.replace("villas et", "villas - dont une à Bobo - et")
    a = text(
        f"Savane Hebdo - Accueil - Politique - Société - Sports - Douanes : trois ans de prison - vendredi 17 mars 2023 - par Yacouba Zida - {kept}"
    )
    assert own(a).split() == kept.split()


def test_readers_remarks_with_their_count_end_a_line() -> None:
    body = " ".join(ENGLISH)
    a = text(
        f"Okavango Monitor Home News Delta Business Wildlife Letters Breaking: Lion seen near clinic Court halts sale of sugar mill Kagiso Molefe Tuesday 14 March 2023 19:20 {body} Comments (4) Tebogo: at last Related stories Maize price up Terms of use"
    )
    assert own(a).split() == body.split()


def test_a_correspondent_is_named_behind_his_outlet() -> None:
    assert byline_of("مراسل صحراء أونلاين محمد سالم ولد أعمر") == "محمد سالم ولد أعمر"
    assert byline_of("من المعروف أن الإضرابات تكثر عشية الأعياد.") is None


def test_the_first_entry_of_a_menu_is_no_outlet() -> None:
    menu = "Billionaires\nAll Billionaires\nRichest Heirs\nTools\nLoans and Cards\nRates today\nMortgage desk\nHelp\nFind a branch\n"
    a = text(menu + "Court halts sale of sugar mill\nMarch 13, 2023\n" + "\n".join(ENGLISH))
    assert a.publisher is None
    a = text(
        "Mumwe Online\nHome\nCounties\nCrime\nTea\nLetters\n"
        + "Court halts sale of sugar mill\nMarch 13, 2023\n"
        + "\n".join(ENGLISH)
    )
    assert a.publisher == "Mumwe Online"


def test_what_cookies_and_words_grown_together_say_names_no_site() -> None:
    foot = "The domain of this cookie is owned by a partner."
    a = text(
        "US EditionUK EditionIrish Page\nCourt halts sale of sugar mill\nMarch 13, 2023\n"
        + "\n".join(ENGLISH)
        + "\n"
        + foot
    )
    assert a.publisher is None


def test_the_site_stands_behind_the_headline_and_a_stop_in_the_windows_title() -> None:
    a = page(
        "Court halts sale of sugar mill. El Adelantado Digital",
        f"<div>El Adelantado Digital <small>since 1911</small></div><h2>Court halts sale of sugar mill</h2>{marked(ENGLISH)}",
    )
    assert a.publisher == "El Adelantado Digital"


def test_who_signs_behind_the_text_wrote_what_a_paper_signs_above_it() -> None:
    a = page(
        "Bamako Presse",
        f"<div>Bamako Presse</div><h1>Douanes : trois ans de prison</h1><p>Par Sidwaya du Faso - 18 mars 2023</p>{marked(FRENCH)}<p>Par A. Sawadogo</p><p>Source : Sidwaya du Faso</p>",
    )
    assert (a.publisher, a.via, a.byline) == ("Sidwaya du Faso", "Bamako Presse", "A. Sawadogo")


def test_a_ministry_speaks_for_its_offices() -> None:
    a = text(
        "المملكة المغربية\nوزارة المياه\nمديرية التواصل\n\nبلاغ صحفي\nالرباط، 14 مارس 2023\n\nمقتل جنديين في انفجار لغم\n\n"
        + "\n\n".join(ARABIC)
    )
    assert a.publisher == "وزارة المياه"


def test_tabs_part_a_page_and_a_feeds_list_shows_it() -> None:
    body = " ".join(ARABIC)
    a = text(
        f"المرصد البيروتية\tلبنان\tاقتصاد\tدوليات\tرياضة\tآخر الأخبار: زحمة سير\tانقطاع المياه\tاقتصاد\tمقتل جنديين في انفجار لغم\tميريام سلوم\t15 آذار 2023 10:22\t{body}\tكل الحقوق محفوظة"
    )
    assert (a.title, a.byline, a.publisher) == ("مقتل جنديين في انفجار لغم", "ميريام سلوم", "المرصد البيروتية")
    assert own(a).split() == body.split()
    a = text(
        "Fil : Actu du Sahel\nEntrée 14 sur 60\nDouanes : trois ans de prison\nSource : Savane Hebdo, il y a 3 heures\n"
        + "\n".join(FRENCH)
        + "\nMarquer comme lu · Partager"
    )
    assert (a.publisher, a.via) == ("Savane Hebdo", "Actu du Sahel")


def test_a_review_sent_by_mail_is_its_senders_and_the_text_the_papers() -> None:
    head = "De : Revue Fret <revue@fret.example>\nÀ : abonnes@fret.example\nObjet : Revue de presse du 21 mars\nDate : mar. 21 mars 2023 07:02\n\n"
    a = text(
        head
        + "LA GAZETTE DU MIDI\nDouanes : trois ans de prison\nSolène Marquet, 20 mars 2023\n\n"
        + "\n\n".join(FRENCH)
    )
    assert (a.publisher, a.via, a.byline) == ("LA GAZETTE DU MIDI", "Revue Fret", "Solène Marquet")


def test_a_letters_name_and_number_in_the_window_are_no_headline() -> None:
    a = page(
        "Bulwark Mill Letter No. 1187",
        f"<table><tr><td><b>BULWARK MILL LETTER</b><br>Mills, Claims</td></tr></table><p>In this number: Cane is dear</p><hr><h3>Court halts sale of sugar mill</h3><p>No. 1187, May 26, 2022. By P. J. Hallam</p>{marked(ENGLISH)}",
    )
    assert a.title == "Court halts sale of sugar mill"
    assert (a.publisher or "").casefold() == "bulwark mill letter"


def test_a_letters_day_opens_its_first_paragraph() -> None:
    a = page(
        "Chips & Such",
        f"<p>Chips &amp; Such #212</p><p>gossip from the Midwest, by Lewis Cardoza</p><hr><p>March 17, 2023. This week: Intel waits. And:</p><h2>Court halts sale of sugar mill</h2>{marked(ENGLISH)}<p>Thanks for reading. Hit reply, I read everything.</p>",
    )
    assert a.published is not None
    assert a.published.start.isoformat() == "2023-03-17"
    assert own(a).endswith(ENGLISH[-1])


def test_what_stands_over_a_headline_by_its_class_is_none() -> None:
    a = page(
        "La Tribuna del Lago",
        f'<div class="cab">LA TRIBUNA DEL LAGO</div><div class="antetitulo">The mill and the court</div><div class="tit">Court halts sale of sugar mill to a foreign fund after a long dispute</div>{marked(ENGLISH)}',
    )
    assert a.title == "Court halts sale of sugar mill to a foreign fund after a long dispute"


def test_an_author_beside_his_desk_and_a_correspondent_of_a_region_sign() -> None:
    body = marked(ENGLISH)
    a = page(
        "The Lake Weekly",
        f'<center><font size="6">The Lake Weekly</font></center><table><tr><td><h2>Court halts sale of sugar mill</h2><p class="cred">Suyapa Rodas / Redacción Sucesos</p>{body}</td></tr></table>',
    )
    assert a.byline == "Suyapa Rodas"
    assert (
        byline_of("Saturday, 14th June, 2025 — from our southern correspondent, Delroy Castillo") == "Delroy Castillo"
    )


def test_counts_of_readers_are_no_headline() -> None:
    body = " ".join(ARABIC)
    a = text(
        f"لحظة نيوز | كل الأخبار في مكان واحد مسلسلات - صحة - تقنية - غرائب ⚡ عاجل: انقلاب شاحنة وإغلاق الطريق تمت المشاركة 87 مرة {body} نقلا عن وكالة مدى"
    )
    assert a.title is None or "87" not in a.title
    assert own(a).split() == body.split()
