"""A page becomes an article: its own words apart from everything around them, with title, hands and date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.errors import NoArticle, NotText, PageError, TooLarge
from isnad.extract import LARGEST, read
from isnad.model import Article, Page

BODY_FR = (
    "Le conseil municipal de Valbrune a adopté mardi soir le projet de passerelle au-dessus de la Lème, après trois heures de débat.\n"
    "« Nous attendions cette décision depuis dix ans », a déclaré la maire, Odile Castaing, devant une salle comble.\n"
    "Les travaux, d'un montant de 4,2 millions d'euros, doivent commencer au printemps et durer quatorze mois environ.\n"
)
BODY_AR = (
    "صادق المجلس البلدي لمدينة وادي النخيل، مساء الثلاثاء، على مشروع بناء قنطرة جديدة فوق النهر بعد ثلاث ساعات من النقاش.\n"
    "وقال رئيس المجلس إدريس البوعناني إن «هذا القرار انتظره السكان منذ عشر سنوات»، مضيفا أن الأشغال ستنطلق في الربيع المقبل.\n"
    "وتبلغ كلفة المشروع أربعين مليون درهم، ستمولها البلدية بشراكة مع المجلس الجهوي على مدى سنتين.\n"
)


def article(text: str | bytes, **more: str) -> Article:
    data = text if isinstance(text, bytes) else text.encode()
    return read(Page(source="page", data=data, **more))  # type: ignore[arg-type]


def own(a: Article, *kinds: str) -> str:
    return "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in kinds)


def test_the_text_of_a_plain_page_is_the_file_character_for_character() -> None:
    text = "Une passerelle pour Valbrune\nPublié le 12 avril 2023\n\n" + BODY_FR
    assert article(text).text == text


def test_tickers_notices_and_teasers_stand_outside_the_article() -> None:
    text = (
        "Foot : Valbrune s'incline à domicile    Météo : retour du froid    Un loup aperçu près de Sorbey    Le marché déménage\n\n"
        "Merci d'avoir signalé !\n\n\n"
        "Une passerelle pour Valbrune\nPublié dans Le Fil de la Lème le 12 - 04 - 2023\n\n" + BODY_FR + "\n"
        "À lire aussi : Le pont de Sorbey fermé jusqu'en juin\n\n"
        "Sur le même sujet\n\nLe tramway prend du retard\n\nLa livraison des rames, attendue en mars, est repoussée...\n\n"
        "Un parking contesté\n\nLes riverains de la place Haute ont déposé un recours...\n\nAbonnez-vous à notre newsletter\n"
    )
    a = article(text)
    assert (a.title, a.publisher, str(a.published.start) if a.published else "") == (
        "Une passerelle pour Valbrune",
        "Le Fil de la Lème",
        "2023-04-12",
    )
    body = own(a, "lead", "body")
    assert body.split() == BODY_FR.split()
    assert "tramway" in own(a, "related")
    assert "Foot" in own(a, "chrome")


def test_nothing_of_a_page_is_thrown_away() -> None:
    a = article("Un titre assez long pour cela\n\n" + BODY_FR + "\nAbonnez-vous à la newsletter\n")
    labelled = "\n".join(a.text[p.start : p.end] for p in a.parts)
    assert labelled.split() == a.text.split()


def test_an_arabic_page_gives_title_publisher_and_date() -> None:
    a = article(
        "عاجل: خبر أول    خبر ثان    خبر ثالث عن الطقس\n\nوادي النخيل تبني قنطرة جديدة\nنشر في صوت الوادي يوم 12 - 04 - 2023\n\n"
        + BODY_AR
        + "\nتابعونا على فيسبوك"
    )
    assert (a.language, a.title, a.publisher) == ("ar", "وادي النخيل تبني قنطرة جديدة", "صوت الوادي")
    assert a.published is not None
    assert str(a.published.start) == "2023-04-12"


def test_a_page_without_headline_has_no_title_and_says_so() -> None:
    a = article(BODY_FR)
    assert a.title is None
    assert any(n.reason == "untitled" for n in a.notes)


def test_an_undated_page_is_dated_by_the_only_year_its_weekday_fits() -> None:
    text = (
        "La ministre de l'Eau a inauguré jeudi à Sorbey la nouvelle station de pompage, au terme de deux ans de travaux.\n"
        "La cérémonie, qui s'est tenue le 9 novembre, a réuni une centaine d'élus venus de toute la région de la Lème.\n"
        "Le projet avait été lancé en mars 2021 après la sécheresse qui avait privé la ville d'eau pendant trois semaines.\n"
    )
    a = article(text)
    assert a.published is not None
    assert (str(a.published.start), str(a.published.end)) == ("2023-11-09", "2023-11-15")
    assert "jeudi" in a.published.basis


def test_a_page_that_cannot_be_dated_stays_undated() -> None:
    a = article(BODY_FR)
    assert a.published is None
    assert any(n.reason == "undated" for n in a.notes)


def test_captions_are_told_from_the_text_around_them() -> None:
    lines = BODY_FR.splitlines()
    text = "Une passerelle pour Valbrune\n\n" + "\n".join(
        [lines[0], "Odile Castaing et Paul Renoir", *lines[1:], "Photo : la Lème en crue. Crédit : J. Morvan"]
    )
    a = article(text)
    assert own(a, "caption").splitlines() == [
        "Odile Castaing et Paul Renoir",
        "Photo : la Lème en crue. Crédit : J. Morvan",
    ]


def test_a_byline_names_the_author_without_the_formula() -> None:
    a = article(
        "Une passerelle pour Valbrune\n\n12 avril 2023 - 18h20 - Région - Écrit par : Lise Armand\n\n" + BODY_FR
    )
    assert a.byline == "Lise Armand"


HTML = """<html lang="fr"><head><title>Une passerelle pour Valbrune | Le Fil</title><meta property="og:site_name" content="Le Fil">
<meta property="article:published_time" content="2023-04-12T19:00:00+02:00"></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Une passerelle pour Valbrune</h1><p class="byline">Par Lise Armand</p>{body}
<figure><img src="x.jpg"><figcaption>La Lème en crue, lundi.</figcaption></figure></article>
<aside class="related"><h3>À lire aussi</h3><p>Le tramway de Sorbey prend du retard, la livraison des rames étant repoussée à l'automne prochain.</p></aside>
<footer><p>© 2023 Le Fil. Tous droits réservés. Les textes de ce site ne peuvent être reproduits sans autorisation écrite.</p></footer></body></html>"""


def test_html_keeps_the_article_and_leaves_teasers_and_footer_out() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY_FR.splitlines())
    a = article(HTML.format(body=paragraphs))
    assert own(a, "lead", "body").split() == BODY_FR.split()
    assert (a.title, a.publisher, a.byline) == ("Une passerelle pour Valbrune", "Le Fil", "Lise Armand")
    assert own(a, "caption") == "La Lème en crue, lundi."
    assert "tramway" not in own(a, "title", "lead", "body", "subheading", "caption")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_arabic_bytes_are_read_in_whatever_encoding_they_come(encoding: str) -> None:
    assert BODY_AR.split()[0] in article(BODY_AR.encode(encoding)).text


def test_french_bytes_of_windows_are_read_without_mojibake() -> None:
    assert "passerelle au-dessus de la Lème" in article(BODY_FR.encode("cp1252")).text


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", NoArticle),
        (b"   \n\n ", NoArticle),
        (bytes(range(256)) * 40, NotText),
        (b"x" * (LARGEST + 1), NoArticle),
        ("Accueil\nSport\nMétéo\n".encode(), NoArticle),
        (
            "Nous utilisons des cookies avec nos 150 partenaires. Vos choix de consentement aux cookies sont conservés six mois, ici.".encode(),
            NoArticle,
        ),
    ],
)
def test_what_holds_no_article_is_refused_in_words(data: bytes, fault: type[PageError]) -> None:
    with pytest.raises(fault) as caught:
        article(data)
    assert caught.value.what


@given(st.binary(max_size=3000))
def test_no_bytes_at_all_make_reading_fail_otherwise_than_by_a_page_error(data: bytes) -> None:
    try:
        a = article(data)
    except PageError:
        return
    assert all(0 <= p.start < p.end <= len(a.text) for p in a.parts)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=1500))
def test_parts_are_disjoint_and_in_order_whatever_the_text(text: str) -> None:
    try:
        a = article(text)
    except PageError:
        return
    ends = 0
    for p in a.parts:
        assert ends <= p.start < p.end
        ends = p.end


def test_a_page_is_never_published_after_it_was_captured() -> None:
    page = "Une passerelle pour Valbrune\nPublié le 12 avril 2031\n\n" + BODY_FR
    a = article(page, captured="2023-04-13T08:00:00+00:00", url="https://fil.example/2023/04/12/passerelle")
    assert str(a.published.start if a.published else "") == "2023-04-12"
    late = next(d for d in a.dates if d.interval.start.year == 2031)
    assert (late.chosen, late.why) == (False, "after the page was captured")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("منذ 3 ساعات", "2023-04-12"),
        ("Il y a 2 jours", "2023-04-11"),
        ("20 hours ago", "2023-04-12"),
        ("Hace 30 minutos", "2023-04-13"),
    ],
)
def test_how_long_ago_counts_back_from_the_capture(line: str, day: str) -> None:
    body, title = (
        (BODY_AR, "وادي النخيل تبني قنطرة جديدة") if "منذ" in line else (BODY_FR, "Une passerelle pour Valbrune")
    )
    a = article(f"{title}\n{line}\n\n{body}", captured="2023-04-13T02:00:00+00:00")
    assert str(a.published.start if a.published else "") == day
    assert article(f"{title}\n{line}\n\n{body}").published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الأربعاء 12 نيسان 2023", "2023-04-12"),
        ("الأربعاء 12 أفريل 2023", "2023-04-12"),
        ("الأربعاء ٢١ رمضان ١٤٤٤هـ - ١٢ أبريل ٢٠٢٣م", "2023-04-12"),
        ("12 غشت 2023", "2023-08-12"),
    ],
)
def test_months_of_every_tradition_and_both_calendars(line: str, day: str) -> None:
    a = article(f"وادي النخيل تبني قنطرة جديدة\n{line}\n\n{BODY_AR}")
    assert str(a.published.start if a.published else "") == day


def test_a_year_alone_gives_no_day_and_the_year_9999_gives_none() -> None:
    for meta in ("2023", "9999-12-31", "0000-00-00", "31 décembre 9999"):
        html = f'<html><head><meta property="article:published_time" content="{meta}"></head><body><article><h1>Une passerelle</h1><p>{BODY_FR}</p></article></body></html>'
        assert article(html).published is None


def test_a_french_quotation_in_an_arabic_page_is_known_as_french() -> None:
    quoted = "Nous attendions cette décision depuis dix ans et nous la saluons avec toute la prudence nécessaire"
    a = article(
        "وادي النخيل تبني قنطرة جديدة\n\n"
        + BODY_AR
        + f"وقالت العمدة بالفرنسية: «{quoted}»، قبل أن تغادر القاعة مسرعة.\n"
    )
    french = [a.text[s.start : s.end] for s in a.languages if s.language == "fr"]
    assert any("attendions" in x for x in french)
    assert a.language == "ar"


NESTED = "".join(f"<p>{line}</p>" for line in BODY_FR.splitlines())


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + NESTED + "</div>" * 10_000,
        "<b>" * 60_000 + NESTED,
        "<table><tr><td>" * 2_000 + NESTED,
        '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><html><body>&b;&b;' + NESTED,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + NESTED,
        '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":["\ud800"]},"publisher":[[[]]]}</script>'
        + NESTED,
        "<html><body>" + NESTED.replace("<p>", "<p>\u202e\u2066").replace("e", "e\0"),
        "<!-- " + NESTED.replace("<p>", "--><p>", 1),
        '<meta charset="utf-16"><meta charset="x-nonsense">' + NESTED,
    ],
    ids=["deep", "unclosed", "tables", "entities", "deep json", "odd json", "bidi and nul", "comment", "charset"],
)
def test_hostile_html_is_read_or_refused_in_words(html: str) -> None:
    try:
        a = article(html.encode("utf-8", "surrogatepass"))
    except PageError:
        return
    assert "passerelle au-dessus" in a.text
    assert all(0 <= p.start < p.end <= len(a.text) for p in a.parts)


def test_packed_pages_are_unpacked_within_a_bound_and_other_files_are_refused() -> None:
    import gzip

    page = ("Une passerelle pour Valbrune\n\n" + BODY_FR).encode()
    assert article(gzip.compress(page)).title == "Une passerelle pour Valbrune"
    with pytest.raises(TooLarge):
        article(gzip.compress(b"a" * 30_000_000))
    for data in (b"PK\x03\x04" + b"x" * 100, b"%PDF-1.7 " + b"x" * 100, b"\x1f\x8b" + b"x" * 100):
        with pytest.raises(NotText):
            article(data)


def test_a_page_of_fifty_megabytes_is_read_from_its_beginning_and_says_what_was_not_read() -> None:
    filler = "<script>" + "var x = 'un loup aperçu près de Sorbey';" * 1_300_000 + "</script>"
    a = article(HTML.format(body=filler + "".join(f"<p>{line}</p>" for line in BODY_FR.splitlines())))
    assert own(a, "lead", "body").split() == BODY_FR.split()
    assert not any(n.reason == "cut-short" for n in a.notes)  # nothing but scripts was left out
    text = (
        "وادي النخيل تبني قنطرة جديدة\n12 أبريل 2023\n\n" + BODY_AR + "\n" * 5 + "سطر من قائمة طويلة جدا\n" * 1_200_000
    )
    a = article(text)
    assert a.title == "وادي النخيل تبني قنطرة جديدة"
    assert text.startswith(a.text)
    assert [n.reason for n in a.notes] == ["cut-short"]
    assert f"{len(text.encode()):,} bytes" in a.notes[0].why


TAGS = st.sampled_from(
    "<p> </p> <div class='related'> </div> <h1> </h1> <article> </article> <li> <td> <a href=x> </a> <br> <!-- --> <script> </script> <title> <time datetime='2023-13-45'> <meta name=date content='x'> <p hidden> &amp; &#0; &#xD800; \x00 \u202e".split(
        " "
    )
)
PIECES = st.one_of(
    TAGS,
    st.text(max_size=40),
    st.sampled_from(
        [*BODY_FR.splitlines(), *BODY_AR.splitlines(), "Lire aussi : un titre", "12 avril 2023", "Par Lise Armand"]
    ),
)


@given(st.lists(PIECES, max_size=60), st.sampled_from(["text/html", "text/plain"]))
def test_no_arrangement_of_tags_lines_and_noise_makes_a_reader_fail(pieces: list[str], media: str) -> None:
    data = "\n".join(pieces).encode("utf-8", "surrogatepass")
    try:
        a = article(data, media_type=media)
    except PageError:
        return
    ends = 0
    for p in a.parts:
        assert ends <= p.start < p.end <= len(a.text)
        ends = p.end
    assert a.languages == tuple(sorted(a.languages, key=lambda s: s.start))


@pytest.mark.parametrize(
    ("body", "tail", "teaser"),
    [
        (
            BODY_FR,
            "Partager  Facebook  X\nLa mairie de Valbrune avait ouvert lundi une enquête sur le pont de la Lème, dont les piles...\n",
            "La mairie de Valbrune",
        ),
        (
            BODY_FR,
            "Commentaires (2)\nAutres chantiers : la région a signé mardi le contrat du tram de Valbrune avec deux entreprises.\n",
            "la région a signé",
        ),
        (
            BODY_AR,
            "تعليقات القراء (3)\nمشاريع أخرى: وقّع والي وادي النخيل يوم الاثنين عقد توسعة المستشفى مع شركة من العاصمة.\n",
            "وقّع والي",
        ),
    ],
)
def test_behind_buttons_and_comments_a_clipped_sentence_is_another_articles(body: str, tail: str, teaser: str) -> None:
    a = article(f"Titre de la page sur la passerelle de Valbrune\n{body}{tail}" if body == BODY_FR else f"{body}{tail}")
    assert teaser in a.text
    assert teaser not in own(a, "title", "lead", "body", "caption")


def test_a_page_cut_off_for_those_who_do_not_pay_keeps_its_last_words() -> None:
    cut = "La maire a ensuite détaillé le calendrier devant les habitants réunis, qui ont posé de nombreuses questions sur..."
    a = article(
        f"Valbrune aura sa passerelle au printemps\n{BODY_FR}{cut}\nArticle réservé aux abonnés. Abonnez-vous\n"
    )
    assert "La maire a ensuite" in own(a, "body", "lead")


def test_who_took_a_picture_publishes_nothing() -> None:
    page = (
        "<html lang='fr'><head><title>Un chalutier sombre au large de Rosette | Le Phare de Sidi Amor</title></head><body>"
        "<h1>Un chalutier sombre au large de Rosette</h1><p>Sept pêcheurs ont péri mardi à l'aube dans le naufrage de leur bateau.</p>"
        "<p>Les recherches se poursuivent avec deux hélicoptères, selon les autorités du port voisin.</p>"
        "<figure><img src='x.jpg'><figcaption>Des bateaux à quai, en 2017. © Karim Sélim</figcaption></figure></body></html>"
    )
    assert article(page, media_type="text/html").publisher == "Le Phare de Sidi Amor"


def test_a_line_of_agency_place_and_day_between_bars_dates_the_page() -> None:
    a = article(
        "Diario del Estrecho\nPortada  España  Internacional\nMueren siete pescadores en un naufragio\n"
        "EFE | El Cairo | 13/11/2019 11:20\nAl menos siete pescadores murieron este martes tras el hundimiento de un pesquero.\n"
        "La búsqueda continuará mientras haya esperanza, dijo el capitán del puerto.\n"
    )
    assert own(a, "dateline") == "EFE | El Cairo | 13/11/2019 11:20"
    assert a.published is not None
    assert a.published.start.isoformat() == "2019-11-13"


def test_the_outlet_beside_a_formula_of_source_is_the_republisher() -> None:
    a = article(
        "وزير النقل يزور ميناء الرملة ويعد الصيادين بتعويض قريب\nبوابة الساحل - نقلاً عن وكالة أنباء الوادي\n"
        "زار وزير النقل كريم فهمي، أمس الخميس، ميناء الرملة حيث التقى الصيادين ووعد بتعويضهم.\n"
        "وقال الوزير إن الصندوق الجديد سيصرف أول دفعة منه قبل نهاية الشهر الجاري.\n"
    )
    assert (a.publisher, a.via) == ("وكالة أنباء الوادي", "بوابة الساحل")


def test_the_line_that_dates_a_page_is_no_chrome_also_above_the_headline() -> None:
    page = (
        '<html lang="ar"><body><div>مرآة الوادي | أخبار الجهة</div><p>الخميس 21 شوال 1444 هـ - 11 ماي 2023 م</p>'
        "<h1>المجلس البلدي يصادق على بناء قنطرة جديدة</h1>"
        + "".join(f"<p>{p}</p>" for p in BODY_AR.splitlines())
        + "</body></html>"
    )
    a = article(page, media_type="text/html")
    assert a.published is not None
    assert a.published.start.isoformat() == "2023-05-11"
    assert "11 ماي 2023" in own(a, "dateline")
    assert "مرآة" in own(a, "chrome")


def test_a_short_text_is_of_the_language_of_its_small_words() -> None:
    from isnad.extract.language import language_of

    short = {
        "es": "El director del Banco Norvax ha llevado a los tribunales a la cadena Kurvelia por usar su logotipo.",
        "fr": "La Kwerland a rappelé mardi pour consultations son ambassadrice à Norvik, Wanjiru Keld.",
        "pt": "O congresso de apicultores do Cone Sul será realizado de 18 a 20 de junho em Tacuarí.",
        "gl": "Ardeu o monte en Culebrín desde o domingo, con dúas aldeas desaloxadas do concello.",
    }
    assert {code: language_of(text) for code, text in short.items()} == {code: code for code in short}
