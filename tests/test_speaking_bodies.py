"""Bodies that speak under a word for their sort, or under what they are of, and people whose name stands behind their office."""

from __future__ import annotations

from isnad.link.speaking_bodies import with_speaking_bodies
from isnad.model import Article, Mention, Part, QuotationMention, Reading, Span, SpeakerMention


def page(text: str, speaker: str, *named: tuple[str, str], language: str = "en", role: bool = False) -> Reading:
    """A reading in which (kind, name) were found and the last ``speaker`` printed speaks."""
    made = Article(
        id=text[:9], source="s", sha256="0", media_type="text/plain", language=language, title=None, publisher=None, via=None,
        byline=None, published=None, url=None, tags=(), text=text, parts=(Part("body", 0, len(text)),),
    )  # fmt: skip
    mentions = [Mention(k, text.index(n), text.index(n) + len(n), n) for k, n in named]  # type: ignore[arg-type]
    at = text.rindex(speaker)
    if role:
        mentions.append(Mention("person", at, at + len(speaker), speaker, form="role"))
    who = SpeakerMention(speaker, at, at + len(speaker), len(mentions) - 1 if role else None)
    said = Span(0, 1)
    sentences = tuple(Span(i, i + 1) for i in (0,))
    return Reading(
        made,
        sentences=sentences,
        mentions=tuple(mentions),
        quotations=(QuotationMention("indirect", (said,), said, None, who),),
    )


def speaker(*readings: Reading) -> str | None:
    """Whose name the speaker of the first page is led to."""
    r = with_speaking_bodies(readings)[0]
    s = r.quotations[0].speaker
    return r.mentions[s.mention].text if s is not None and s.mention is not None else None


def test_a_bare_word_for_a_sort_takes_up_the_one_body_of_that_sort() -> None:
    found = ("organization", "Port Workers' Union"), ("organization", "Harbour Bank")
    text = "Harbour Bank lent it to the Port Workers' Union. The union says 40 men stayed away."
    assert speaker(page(text, "The union", *found)) == "Port Workers' Union"
    text = "التقت نقابة الخبازين مدير بنك الواحة. وتقول النقابة إن الأفران مغلقة."
    assert speaker(page(text, "النقابة", ("organization", "نقابة الخبازين"), language="ar")) == "نقابة الخبازين"


def test_two_of_that_sort_are_nobody_unless_one_alone_stands_in_the_paragraph() -> None:
    found = ("organization", "Syndicat des boulangers"), ("organization", "Syndicat des meuniers")
    text = "Le Syndicat des boulangers et le Syndicat des meuniers ont écrit. Le syndicat parle de 40 fours."
    assert speaker(page(text, "Le syndicat", *found, language="fr")) is None
    text = "Le Syndicat des boulangers a écrit.\nPour le Syndicat des meuniers, non. Le syndicat parle de 40 fours."
    assert speaker(page(text, "Le syndicat", *found, language="fr")) == "Syndicat des meuniers"


def test_what_another_page_calls_a_body_tells_its_sort() -> None:
    text = "Noval y Perto firmaron ayer. La empresa niega el retraso."
    first = page(text, "La empresa", ("organization", "Noval"), ("organization", "Perto"), language="es")
    assert speaker(first) is None
    assert speaker(first, page("La empresa Noval ganó.", "La", ("organization", "Noval"), language="es")) == "Noval"


def test_a_body_of_no_known_sort_is_the_club_when_it_is_the_only_one() -> None:
    text = "Étoile du Cap a perdu. Pour l'arbitre, non. Le club parle d'erreur."
    assert speaker(page(text, "Le club", ("organization", "Étoile du Cap"), language="fr")) == "Étoile du Cap"
    assert speaker(page(text, "Le club", language="fr")) is None


def test_whose_body_it_is_and_which_of_many_says_nothing() -> None:
    text = "The Port Workers' Union met. Their union says no."
    assert speaker(page(text, "Their union", ("organization", "Port Workers' Union"))) is None
    text = "The Port Workers' Union met. A union says no."
    assert speaker(page(text, "A union", ("organization", "Port Workers' Union"))) is None


def test_a_body_told_by_what_it_is_of_is_named_where_it_speaks() -> None:
    assert (
        speaker(page("قالت لجنة أهالي الغرقى إن العدد أكبر.", "لجنة أهالي الغرقى", language="ar"))
        == "لجنة أهالي الغرقى"
    )
    text = "Le comité de quartier dément."
    assert speaker(page(text, "Le comité de quartier", language="fr")) == "comité de quartier"
    assert speaker(page("The mining company denies it.", "The mining company")) is None
    assert speaker(page("El club de la ciudad lo niega.", "El club de la ciudad", language="es")) is None


def test_a_name_behind_an_office_and_closed_is_the_speakers() -> None:
    text = "«No», zanjó la gerente, Ximena Ortuño, en una nota."
    assert speaker(page(text, "gerente", language="es", role=True)) == "Ximena Ortuño"
    assert speaker(page("The clerk, who asked for calm, said so.", "The clerk")) is None
    text = "ذكر مدير السوق من الجهة الشرقية، العقيد نوري البرقاوي، أن العدد كبير."
    assert speaker(page(text, "مدير السوق", language="ar")) == "نوري البرقاوي"
    text = "ذكر مدير السوق، في بيان له، أن العدد كبير."
    assert speaker(page(text, "مدير السوق", language="ar")) is None


def test_a_town_in_the_gazetteer_behind_an_office_is_no_person() -> None:
    text = "Le maire, Ville-Haute, dément."
    made = page(text, "Le maire", ("place", "Ville-Haute"), language="fr")
    assert speaker(made) is None


def test_a_body_found_later_under_the_words_that_speak_is_taken() -> None:
    assert (
        speaker(page("It ends. The Harbour Bank of Lusk said no.", "Harbour", ("organization", "Harbour Bank")))
        is not None
    )
    assert (
        speaker(
            page(
                "According to the clerk of Harbour Bank, no.",
                "the clerk of Harbour Bank",
                ("organization", "Harbour Bank"),
            )
        )
        is None
    )
