"""What is denied, what is only meant, and what has just been done: the words over an infinitive or a noun that say which."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.model import Article, EventMention, Part


def told(text: str, language: str) -> list[EventMention]:
    """What a page that says nothing else tells."""
    body = (Part("body", 0, len(text)),)
    page = Article("a", "a", "0", "text/plain", language, None, None, None, None, None, None, (), text, body)
    return [e for e in annotate(page).events if not e.bare]


def kinds_of(text: str, language: str) -> set[tuple[str, str]]:
    return {(e.kind, e.status) for e in told(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Belvane Shipping, her owner, denies it."),
        ("en", "The firm flatly denies this."),
        ("fr", "La gendarmerie nie formellement."),
        ("fr", "La société Balisor dément, le syndicat persiste."),
        ("es", "Rubén Choque lo niega todo."),
        ("ar", "وهو ما ينفيه كمال بن سالم."),
        ("ar", "لكن وزارة الداخلية تنفي ذلك."),
    ],
)
def test_a_denial_in_the_present_without_its_matter_is_no_act_of_a_day(language: str, text: str) -> None:
    assert kinds_of(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry denies using force against the strikers."),
        ("en", "Joel Banda denied it on Monday."),
        ("fr", "Karim Sellami nie toute irrégularité."),
        ("es", "Rubén Choque niega los pagos."),
        ("ar", "وتنفي شركة النور وجود أي خلل في المحطة."),
    ],
)
def test_a_denial_with_its_matter_or_in_the_past_is_told(language: str, text: str) -> None:
    assert ("rejection", "happened") in kinds_of(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Joel Banda denied planning to step down.", "departure"),
        ("en", "The police denied reports of the arrest of Joel Banda in Lusaka.", "arrest"),
        ("fr", "Karim Sellami a démenti son intention de démissionner.", "departure"),
        ("fr", "Le groupe Balisor a démenti tout projet de vendre l'usine de Bordanne.", "transaction"),
        ("es", "Rubén Choque negó que tenga intención de renunciar.", "departure"),
        ("es", "La policía desmintió la detención de Rubén Choque en Lima.", "arrest"),
        ("ar", "ونفى وزير العمل كمال بن سالم نيته الاستقالة.", "departure"),
        ("ar", "ونفى الناطق باسم الحكومة، كمال بن سالم، ما أشيع في وهران عن افتتاح قنصلية إماراتية.", "opening"),
    ],
)
def test_what_is_denied_to_have_been_meant_or_rumoured_is_an_event_denied(language: str, text: str, kind: str) -> None:
    assert (kind, "denied") in kinds_of(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le ministre Karim Sellami vient de démissionner.", "departure"),
        ("fr", "La préfecture a été contrainte de fermer le pont lundi.", "suspension"),
        ("es", "El ministro Rubén Choque acaba de renunciar.", "departure"),
        ("es", "El alcalde Rubén Choque terminó de inaugurar el mercado.", "opening"),
    ],
)
def test_what_somebody_has_just_done_or_was_made_to_do_is_done(language: str, text: str, kind: str) -> None:
    assert (kind, "happened") in kinds_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre Karim Sellami envisage de démissionner."),
        ("fr", "L'idée de fermer le pont a fait son chemin à Thiès."),
        ("es", "El ministro Rubén Choque tiene ganas de renunciar."),
    ],
)
def test_what_is_only_thought_of_is_not_told(language: str, text: str) -> None:
    assert not {k for k, _ in kinds_of(text, language)} & {"departure", "suspension"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("كما نفى الجيش قصف القرية صباح الاثنين.", "attack", "denied"),
        ("ونفى أيمن القناطري رشق حارس السفارة بالحجارة.", "protest", "denied"),
        ("أنكر المتهم قتل التاجر ليلى القاسمي، الاثنين.", "death", "denied"),
        ("يعتزم الاتحاد الدولي طرد المنتخب من البطولة.", "sanction", "planned"),
        ("نفى الوزير سامر الزعبي ذلك، وقصف الجيش القرية صباح الاثنين.", "attack", "happened"),
        ("ينفي الجيش الذي قصف القرية، الاثنين، أنه استهدف مدنيين.", "attack", "happened"),
        ("قال المتحدث سامر الزعبي إن الجيش قصف القرية صباح الاثنين.", "attack", "happened"),
    ],
)  # fmt: skip
def test_an_arabic_noun_spelt_like_its_verb_is_what_the_verb_before_it_is_about(
    text: str, kind: str, status: str
) -> None:
    assert (kind, status) in kinds_of(text, "ar")


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Paul Mercier aura finalement démissionné lundi.", "departure", "happened"),
        ("Paul Mercier aura été condamné deux fois.", "court", "happened"),
        ("D'ici juin, la société Balisor aura signé le contrat avec le Maroc.", "signing", "planned"),
        ("Quand le Parlement aura ratifié le traité, Paul Mercier partira.", "approval", "planned"),
    ],
)
def test_a_french_future_perfect_looks_back_unless_words_look_ahead(text: str, kind: str, status: str) -> None:
    assert (kind, status) in kinds_of(text, "fr")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Both governments denied that Ruritania had paid for the settlement.", "funding"),
        ("en", "The owner, Captain Issa Marwan, denied that a crewman had been infected.", "disaster"),
        ("en", "Police in Talling denied any arrest near the campus.", "arrest"),
        ("en", "The refinery denied any leak into the sea.", "disaster"),
        ("en", "The chairman, Tom Hale, denied that the tickets had been printed twice.", "accusation"),
        ("fr", "L'Institut Maurel dément par ailleurs avoir facturé la mission.", "funding"),
        ("fr", "La direction du barrage dément toute fuite d'eau.", "disaster"),
        ("fr", "La police dément que les voleurs aient réclamé une rançon.", "demand"),
        ("es", "El alcalde Luis Rada negó que la provincia vaya a subsidiar el flete.", "funding"),
        ("es", "La empresa Vallaros negó cualquier paralización de las obras.", "suspension"),
        ("es", "La aerolínea Trasmar niega haber recibido el contenedor.", "transaction"),
        ("ar", "ونفى آمر المعبر الرائد فتحي الزاوي إطلاق أي رصاصة.", "attack"),
        ("ar", "ونفت إدارة المصفاة، في بيان، حدوث أي تسرب إلى البحر.", "disaster"),
        ("ar", "ونفى المدير سعيد الكناني في حديث لإذاعة «هوا الجبل» توقف العمل بالمشروع.", "suspension"),
        ("ar", "نفى مكتب الوالي تسجيل أي وفاة بين المرضى.", "death"),
    ],
)
def test_a_denial_says_the_kind_of_what_it_denies(language: str, text: str, kind: str) -> None:
    found = told(text, language)
    assert {e.denies for e in found if e.denies} == {kind}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister, Claire Dunne, denied any link between the strike and the dismissal."),
        ("en", "The envoy, Tom Hale, denied it in a written reply."),
        ("en", "The company turned down the offer of the Northwell group."),
        ("fr", "Le maire Jean Corvol nie avoir eu connaissance de la fermeture du pont."),
        ("fr", "Le groupe Balisor a rejeté l'offre de la commune."),
        ("es", "El ministro Luis Rada negó tener relación con el atentado."),
        ("es", "El alcalde se negó a recibir a los vecinos."),
        ("ar", "ونفى الوزير سعيد الكناني أي علاقة له بالهجوم."),
        ("ar", "ورفض المجلس مقترح الشركة."),
    ],
)
def test_what_only_points_back_or_refuses_denies_nothing_beside_it(language: str, text: str) -> None:
    assert {e.denies for e in told(text, language)} <= {""}


def test_a_denial_of_nobodys_gives_its_day_to_nothing_that_follows() -> None:
    text = "La direction dément tout tir de mine cette nuit-là. Le préfet a fermé la route de Corvol."
    closed = [e for e in told(text, "fr") if e.kind == "suspension"]
    assert [e.date for e in closed] == [None]
