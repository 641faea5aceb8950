"""Names over pages: behind a button, in capitals before a motto, in brackets, as an address; what stands around a text and is none of it."""

from __future__ import annotations

import pytest

from isnad.extract import read
from isnad.extract.accounted import account
from isnad.extract.bylines import byline_of
from isnad.extract.datelines import beside_dates
from isnad.extract.dispatches import agency_line
from isnad.extract.lines import closes_to_reader, staged
from isnad.extract.signatures import signature
from isnad.model import Article, Page

ENGLISH = (
    "The ferry Lady Maud was still tied up at Port Gannet on Monday, two days after inspectors stopped it.\n\n"
    "The inspectors said the lifeboats had not been tested since the spring and that the owner would have to pay for the tests.\n\n"
    "The owner, Gannet Lines, said it would ask a court to lift the order before the end of the week."
)
SPANISH = (
    "La biblioteca del convento de Santa Olaya sufrió en la madrugada del sábado el robo de seis mapas del siglo XVI.\n\n"
    "La Guardia Civil ha abierto una investigación y ayer tomó declaración a tres personas del convento.\n\n"
    "El alcalde exigió que se explique por qué no se reparó la alarma, averiada desde el verano."
)
FRENCH = (
    "Le maire de Tékouane et le ministre des Pêches ont inauguré mardi la halle aux poissons du port.\n\n"
    "« On ne ferme pas un marché devant un invité », a glissé un conseiller du ministre, qui a requis l'anonymat.\n\n"
    "Les mareyeuses ont levé leur barrage mercredi à midi, a constaté notre correspondant."
)
ARABIC = (
    "قُتل شخصان وأصيب سبعة آخرون، صباح اليوم الأربعاء، إثر سقوط جدار على سوق بلدة تل الرمان في شمال البلاد.\n\n"
    "وكانت أول فرقة إنقاذ تابعة للدفاع المدني قد وصلت إلى البلدة بعد ساعتين من الحادث ومعها رافعتان.\n\n"
    "واتهم رئيس البلدية شركة المقاولات بإهمال التدعيم، فيما نفت الشركة ذلك على لسان مديرها."
)


def page(text: str) -> Article:
    return read(Page("p", text.encode(), "text/plain"))


def own(a: Article) -> str:
    return " ".join(a.text[p.start : p.end] for p in a.parts if p.kind in ("title", "lead", "body", "subheading"))


def test_a_name_in_capitals_before_its_motto_is_no_headline_also_under_a_button() -> None:
    a = page(
        f"Skip to content\nGANNET SOUND MONITOR - free to read, give today\nFerry stays tied up as owner turns to court\n11 Feb 2019\n\n{ENGLISH}"
    )
    assert (a.title, a.publisher) == ("Ferry stays tied up as owner turns to court", "GANNET SOUND MONITOR")


def test_who_stands_before_a_section_on_the_first_line_is_the_paper() -> None:
    a = page(
        f"ROSA DEL DESIERTO / Cultura / Libros\nSuscríbete por 2 € al mes\n\nRoban seis mapas de la biblioteca del convento\n"
        f"Irene Montalbán Ruiz\nMadrid - 18 FEB 2019\n\n{SPANISH}"
    )
    assert (a.publisher, a.byline) == ("ROSA DEL DESIERTO", "Irene Montalbán Ruiz")


def test_the_desk_of_the_page_is_no_headline() -> None:
    a = page(
        "EL ADELANTADO DE OLAYA\nLocal | Comarca | Cultura | Esquelas\n\nCultura · Domingo, 17 de febrero de 2019\n\n"
        "Roban seis mapas de la biblioteca del convento\nLos ladrones entraron por el huerto y dejaron las joyas\n"
        f"Redacción de El Adelantado de Olaya\n\n{SPANISH}\n\n¿Tiene una pista? Escríbanos al correo de la redacción."
    )
    assert a.title == "Roban seis mapas de la biblioteca del convento"
    assert own(a).endswith("desde el verano.")


def test_a_letter_s_first_line_names_it_above_the_buttons_of_its_mail() -> None:
    a = page(
        "GANNET BRIEF // a letter on ferries // issue 88\nUnsubscribe | View in browser\n\n1. PORT GANNET\n"
        f"Ferry stays tied up as owner turns to court\nPort Gannet, 29 May 2019\n\n{ENGLISH}"
    )
    assert a.publisher == "GANNET BRIEF"


def test_a_transcript_in_brackets_names_its_station_and_music_is_no_headline() -> None:
    a = page(f"[تفريغ صوتي آلي — راديو الرمان — موجة قصيرة]\n... فاصل موسيقي ...\n\n{ARABIC}")
    assert (a.title, a.publisher) == (None, "راديو الرمان")
    assert staged("... music ...")
    assert staged("(cuña)")
    assert not staged("... and then he left ...")


def test_an_outlet_called_by_its_address_has_the_name_its_page_prints() -> None:
    a = page(
        f"ECHO-DE-TEKOUANE.INFO | jeudi 7 février 2019\n\nUne halle aux poissons ouvre au port\n\nTékouane, Écho de Tékouane\n\n{FRENCH}"
    )
    assert a.publisher == "Écho de Tékouane"


def test_a_ticker_under_its_word_ends_at_a_headline_with_a_day_and_a_town() -> None:
    a = page(
        "الراصد | الرئيسية | محليات | اقتصاد\nعاجل ::\nانهيار جزئي لسد ترابي :: أسعار الذهب تواصل الصعود\n\n"
        f"قتيلان تحت جدار سوق تل الرمان\nالأربعاء 6 فبراير 2019 | 19:40\nتل الرمان - الراصد\n\n{ARABIC}"
    )
    assert a.title == "قتيلان تحت جدار سوق تل الرمان"
    assert a.published is not None
    assert a.published.start.isoformat() == "2019-02-06"


def test_a_text_from_another_tongue_under_licence_names_whose_it_is() -> None:
    told = account("From the Arabic of An-Nahdi (Oman). Carried by PortLine under licence.")
    assert told is not None
    assert told.publisher == "An-Nahdi"
    a = page(
        "Roban seis mapas de la biblioteca del convento\n[Traducción del árabe: boletín interno]\nFuente: agencia Al Rimal, Olaya, 15 de mayo de 2019\n\n"
        + SPANISH
    )
    assert a.publisher == "Al Rimal"
    assert "Traducción" not in own(a)


def test_an_initial_is_no_era_and_a_weekday_no_surname() -> None:
    assert beside_dates("م. بوزيان - نشر في 15 ماي 2019").startswith("م. بوزيان")
    assert signature("م. بوزيان - نشر في 15 ماي 2019") == "م. بوزيان"
    assert byline_of("كتبت: سلوى بدران الثلاثاء، ٢١ أيار ٢٠١٩") == "سلوى بدران"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("¿Tiene una pista? Escríbanos al correo de la redacción.", True),
        ("Got a tip? Write to us.", True),
        ("كان هذا برنامجنا، ويمكنكم مراسلتنا على الواتساب.", True),
        ("Une information ? Contactez-nous par courriel.", True),
        ("The minister said the engineers would contact us on Sunday.", False),
        ("« Écrivez-nous par courriel », a répondu le guichet à la veuve.", False),
        ("وقال المدير إن مراسلتنا زارت الموقع يوم الأحد.", False),
    ],
)
def test_a_last_paragraph_that_asks_to_write_is_no_text(line: str, told: bool) -> None:
    assert closes_to_reader(line) is told


def test_last_items_that_speak_of_something_else_are_no_text() -> None:
    text = "".join(f"<p>{p}</p>" for p in ENGLISH.split("\n\n"))
    html = f"<html><body><h1>Ferry stays tied up</h1>{text}<ul class='x'><li>Beekeepers elect new chairman</li></ul></body></html>"
    assert "Beekeepers" not in own(read(Page("p", html.encode(), "text/html")))
    html = f"<html><body><h1>Ferry stays tied up</h1>{text}<ul><li>The Lady Maud, built in 1974</li></ul></body></html>"
    assert "1974" in own(read(Page("p", html.encode(), "text/html")))


def test_who_asks_for_subscribers_is_the_site() -> None:
    text = "".join(f"<p>{p}</p>" for p in ENGLISH.split("\n\n"))
    html = f"<html><body><div>Subscribe to The Gannet Post from $1 a week</div><h1>Ferry stays tied up</h1>{text}</body></html>"
    assert read(Page("p", html.encode(), "text/html")).publisher == "The Gannet Post"


def test_a_dispatch_is_parted_where_its_lines_are_set_in_and_its_slug_is_no_headline() -> None:
    a = page(
        "ADA0412 3 INT 0287 ADA-1187\nMINAS-PROTESTA\nMineros bloquean la carretera de Quillabaya por tercer día\n"
        "   Quillabaya, 9 oct (ADA).- Unos 600 mineros artesanales bloquearon\neste lunes, por tercer día consecutivo, la carretera que une Quillabaya\n"
        "con la costa para exigir que el Gobierno prorrogue el registro que les\npermite vender oro.\n"
        '   "No nos moveremos hasta que venga el ministro", dijo a ADA el dirigente\nTeófilo Huaraca, que encabeza la federación regional.\n'
        "   El ministro de Minas viajará el miércoles a la zona, según confirmó su\ndespacho en un comunicado que leyó un portavoz en la puerta del Palacio\n"
        "de Gobierno.\n   rh/mlp\n"
    )
    assert (a.title, a.publisher) == ("Mineros bloquean la carretera de Quillabaya por tercer día", "ADA")


def test_what_a_monitoring_service_sets_over_a_text_is_no_headline() -> None:
    a = page(
        "BLM Monitoring Middle East\nSource: Radio Dahra, Nuba, in Arabic 1700 gmt 21 Aug 23\nReported by: BLM Monitoring Thorncote\n"
        f"Text of report by privately owned Radio Dahra on 21 August\n\n{ENGLISH}\n\n[Passage omitted: earlier ferries]\n\n{ENGLISH}"
    )
    assert (a.title, a.publisher, a.byline) == (None, "Radio Dahra", None)
    assert "omitted" not in own(a)


def test_a_mail_s_letter_without_a_headline_above_its_text_has_that_of_its_subject() -> None:
    a = page(
        "From: The Gannet Letter <hello@gannetletter.example>\nTo: readers\nDate: Thu, 14 Sep 2023 06:30:11 +0100\n"
        "Subject: Why the ferry stayed in harbour\n\nView this email in your browser\n\nTHE GANNET LETTER\n"
        f"Slow news from the sound | Issue 214\n\n{ENGLISH}"
    )
    assert (a.title, a.publisher) == ("Why the ferry stayed in harbour", "The Gannet Letter")


def test_a_message_passed_on_in_a_group_is_its_agency_s_and_the_one_who_tells_is_nobody() -> None:
    a = page(
        "محولة\nالسلام عليكم اخواني، وصلني الآن هذا الخبر انشروه بارك الله فيكم\n\n*وكالة الرمان للأنباء*\n*الثلاثاء 17 يناير 2023*\n\n"
        f"{ARABIC}\n\nوالله أعلم بصحة الخبر، والعهدة على الراوي"
    )
    assert (a.title, a.publisher) == (None, "وكالة الرمان للأنباء")


@pytest.mark.parametrize(
    "line",
    [
        "Hola a todos, me acaba de llegar esto del grupo de la parroquia, miren y avisen a sus familias.",
        "Salut la famille, je viens de recevoir ceci d'un cousin qui travaille au port, faites tourner.",
        "Hi all, just got this from my sister who works on the quay, please read it to the end.",
    ],
)
def test_what_is_written_above_a_message_passed_on_is_no_text(line: str) -> None:
    a = page(f"{line}\n\nFerry stays tied up as owner turns to court\n11 Feb 2019\n\n{ENGLISH}")
    assert a.title == "Ferry stays tied up as owner turns to court"
    assert line not in own(a)


def test_a_blog_s_export_is_its_author_s_and_not_its_commenter_s() -> None:
    body = SPANISH.replace("\n\n", "\n")
    a = page(
        "Title: Los mapas de Santa Olaya\nAuthor: Lourdes Anaya\nDate: 03/19/2018 08:15:00 PM\nStatus: Publish\nAllow Comments: 1\n"
        f"Primary Category: Viajes\n-----\nBODY:\n{body}\n-----\nCOMMENT:\nAUTHOR: Paco\nDATE: 03/20/2018 10:02:11 AM\nYo estuve allí.\n-----\n"
    )
    assert (a.title, a.publisher, a.byline) == ("Los mapas de Santa Olaya", None, "Lourdes Anaya")
    assert a.published is not None
    assert a.published.start.isoformat() == "2018-03-19"


def test_a_page_s_number_is_no_paper() -> None:
    head = "12                    LE PETIT COURRIER DU SOUND               Mercredi 4 octobre 2017"
    assert page(f"{head}\n\nUne halle aux poissons ouvre au port\n\n{FRENCH}").publisher == "LE PETIT COURRIER DU SOUND"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("TÉKOUANE, 15 mars (AOP) –", True),
        ("Olaya, 6 mar (Agencia Tajo).-", True),
        ("تل الرمان، 5 مايو (الراصد) –", True),
        ("Les mareyeuses, le 5 mai (Photo : DR)", False),
        ("Les mareyeuses ont fermé la halle (voir page 3)", False),
    ],
)
def test_place_day_and_agency_in_brackets_are_a_dateline(line: str, told: bool) -> None:
    assert agency_line(line) is told


def test_a_press_review_s_name_is_no_source() -> None:
    assert account("RESUMEN DE PRENSA – GABINETE DE COMUNICACIÓN") is None
