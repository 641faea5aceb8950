"""How far an agreement got is read from what governs its name; "the contract" adds to the agreement it means."""

from __future__ import annotations

import pytest
from tests.test_agreements import TAIL, found

from isnad.annotate import annotate
from isnad.compose import compose
from isnad.extract import read
from isnad.link import link
from isnad.model import Agreement, Page, Reading


def page(text: str, name: str = "p.txt") -> Reading:
    return annotate(read(Page(source=name, data=text.encode())))


def steps(text: str) -> list[list[tuple[str, str | None]]]:
    r = page(text)
    return [[(s.status, str(s.date.start) if s.date else None) for s in a.steps] for a in r.agreements]


def register(*texts: str) -> tuple[Agreement, ...]:
    readings = [page(t, f"{i}.txt") for i, t in enumerate(texts)]
    return compose(readings, link(readings)).agreements


def test_each_step_has_its_own_day() -> None:
    text = (
        "Accra, 3 June 2021\n\nThe fisheries agreement between Ghana and Denmark was signed on 4 May 2021 and entered into force "
        "on 1 June 2021, the ministry in Accra said on Thursday."
    )
    assert steps(text) == [[("signed", "2021-05-04"), ("in force", "2021-06-01")]]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        (
            "ar",
            "صادق مجلس النواب الغاني، الثلاثاء، على إحداث لجنة تحقيق في صفقة شراء الحافلات مع الدنمارك.",
            "ratified",
        ),
        (
            "es",
            "El Congreso aprobó el martes la creación de una comisión que investigue el contrato de los trenes.",
            "approved",
        ),
        ("en", "Parliament on Tuesday approved an inquiry into the contract for the ferries.", "approved"),
        ("fr", "Le Conseil a approuvé mardi un audit du contrat des ferries.", "approved"),
    ],
)
def test_an_inquiry_into_a_contract_is_approved_and_not_the_contract(language: str, text: str, status: str) -> None:
    assert not [s for _, _, _, done in found(text, language)[1] for s in done if s == status]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "es",
            "La tregua pactada en mayo entre el Gobierno de Ghana y el Frente Okumah entró en vigor el sábado.",
            ["in force", "signed"],
        ),
        (
            "en",
            "The truce agreed in May between Ghana and the Okumah Front expired on Saturday.",
            ["announced", "ended"],
        ),
    ],
)
def test_a_main_verb_behind_a_participle_is_a_step_too(language: str, text: str, wanted: list[str]) -> None:
    assert [sorted(done) for _, _, _, done in found(text, language)[1]] == [wanted]


def test_a_signing_announced_for_a_day_to_come_is_announced() -> None:
    text = (
        "Accra, le 3 juin 2021\n\nL'ambassade du Danemark annonce la signature, le 5 juin à Accra, d'une convention avec la ville de Keta sur "
        "la chaîne du froid, a indiqué la presse locale mercredi soir dans ses pages consacrées à la santé."
    )
    assert steps(text) == [[("announced", None)]]


def test_a_text_told_by_its_matter_alone_is_signed_in_the_next_sentence() -> None:
    text = (
        "Accra, 3 June 2021\n\nThe mayor of Keta, Kofi Anan Sule, came back with a twinning agreement. The text, which he signed on "
        "Monday in Aarhus, will be put to the council on the 30th, the town hall said in a short notice to the press."
    )
    assert steps(text) == [[("signed", "2021-05-31")]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "علق المدير العام مهام ثلاثة من أعضاء المكتب، وتوعد في مذكرة داخلية كل متغيب بالاقتطاع من أجره."),
        ("ar", "أصدر القاضي الغاني مذكرة توقيف في حق التاجر، وعلقت الشرطة عملية البحث."),
        ("en", "The director suspended three officers and, in an internal memorandum, threatened the rest."),
    ],
)
def test_memos_and_warrants_are_no_agreements(language: str, text: str) -> None:
    assert found(text, language)[1] == []


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ar", "فسخت شركة المياه الغانية، الثلاثاء، عقدها مع «هيدرو سينا» لتشغيل محطة التحلية.", ["ended"]),
        ("ar", "حضر الوزير القمة التي احتضنت أكرا عقدها يوم الاثنين بحضور عشرة رؤساء.", None),
        ("en", "Keta University and the Sund Institute put pen to paper on Monday on a memorandum of understanding for malaria research.",
         ["signed"]),
        ("es", "Ghana y Dinamarca firmaron el acta que pone fin a dieciocho días de paro y congela el precio de los combustibles.", ["signed"]),
    ],
)  # fmt: skip
def test_owned_texts_and_verbs_parted_by_a_day(language: str, text: str, wanted: list[str] | None) -> None:
    assert [done for _, _, _, done in found(text, language)[1]] == ([wanted] if wanted else [])


def test_the_day_from_which_work_resumes_is_none_of_its_signing() -> None:
    text = (
        "أكرا في 24 يناير 2024\n\nأعلن رئيس النقابة أمس العودة إلى العمل بداية من الخميس، إثر إمضاء اتفاق مع وزارة الصحة الغانية مساء الاثنين، "
        "يقضي بصرف المتخلدات على ثلاثة أقساط قبل نهاية السنة الجارية."
    )
    assert [s for s in steps(text)[0] if s[0] == "signed"] == [("signed", "2024-01-22")]


def test_what_was_signed_in_the_past_tense_is_not_announced_by_a_day_read_wrongly() -> None:
    text = (
        "Accra, 3 June 2021\n\nThe fair opens on 9 June 2021 in Keta. That same evening Ghana and Denmark signed an agreement on translation "
        "and writing workshops, the organisers of the fair have said in a note to the press."
    )
    assert [s for s, _ in steps(text)[-1]] == ["signed"]


def test_two_truces_of_one_story_and_days_are_one() -> None:
    arabic = (
        "أكرا في 10 أكتوبر 2022\n\nوقع ممثلو غانا وجبهة أوكوما، مساء أمس الأحد، في أكرا اتفاق هدنة مدته عشرة أيام حول مصفاة كيتا، بحسب ما "
        "أفاد به وسطاء حضروا اللقاء الذي جمع الجانبين في المدينة."
    )
    english = (
        "Accra, 18 October 2022\n\nThe handover of the refinery at Keta follows a ceasefire that was signed on Monday 10 October in Accra, "
        "Ghana said. The Okumah Front left the refinery at Keta on Sunday, officials in Accra told the press."
    )
    made = register(arabic, english)
    assert [len(a.articles) for a in made] == [2]


def test_what_one_language_calls_an_agreement_is_the_treaty_in_another() -> None:
    arabic = (
        "أكرا في 8 مايو 2023\n\nوقعت غانا والدنمارك صباح اليوم في أكرا اتفاقية ترسيم الحدود البحرية بين البلدين، بحسب بيان رسمي صدر في "
        "ختام اللقاء الذي جمع الوفدين وحضره عدد من الصحفيين."
    )
    spanish = (
        "Copenhague, 6 de julio de 2023\n\nEl miércoles el presidente danés ratificó el tratado sobre los límites del mar con Ghana, según "
        "contó la radio pública. Ghana y Dinamarca negociaron durante años los límites del mar que separa a los dos países."
    )
    made = register(arabic, spanish)
    assert [[s.status for s in a.steps] for a in made] == [["signed", "ratified"]]


def test_a_law_authorising_ratification_approves_and_does_not_ratify() -> None:
    text = (
        "Accra, le 24 mai 2022\n\nL'Assemblée nationale a adopté le 23 mai 2022 le projet de loi autorisant la ratification de l'accord "
        "de pêche conclu entre le Ghana et le Danemark, indique le gouvernement dans un communiqué."
    )
    assert [s for s, _ in steps(text)[0]] == ["approved", "signed"]


@pytest.mark.parametrize(
    "text",
    [
        "Le Ghana et le Danemark n'ont pas signé d'accord de pêche mardi à Accra, contrairement à ce qui avait été annoncé la veille.",
        "Ghana no firmó ningún acuerdo de pesca con Dinamarca durante la visita del ministro a la capital, según la cancillería.",
        "No contract was signed in Accra on Tuesday, the ministry of fisheries said in a short statement to the press agency.",
        "ولم توقع غانا والدنمارك أي اتفاقية في مجال الصيد البحري خلال زيارة الوزير إلى العاصمة أكرا، حسب بيان رسمي للوزارة.",
    ],
)
def test_what_was_not_signed_is_no_agreement(text: str) -> None:
    assert [a for a in register(text) if any(s.status == "signed" for s in a.steps)] == []


def test_a_later_mention_adds_to_the_agreement_it_means() -> None:
    text = (
        "Accra, 5 May 2021\n\nGhana and Denmark signed a treaty on the transfer of prisoners in Accra on 4 May 2021.\n\n"
        "The treaty was signed by Kofi Mensah, the Ghanaian minister of justice, and by his counterpart from Copenhagen.\n\n"
        "Under the treaty, prisoners may ask to be sent home, the two ministers told reporters after the ceremony."
    )
    found = register(text)
    assert len(found) == 1
    assert found[0].kind == "treaty"
    assert any("transfer of prisoners" in d.text for d in found[0].domains)


def test_the_contract_of_nothing_told_is_abstained_from() -> None:
    text = (
        "El contrato incluye penalizaciones por cada semana de retraso, recordó ayer el sindicato de la planta en una nota a los "
        "trabajadores, que piden desde enero la readmisión de los despedidos."
    )
    readings = [page(text)]
    dossier = compose(readings, link(readings))
    assert dossier.agreements == ()


@pytest.mark.parametrize(
    ("language", "text", "status", "start", "end"),
    [
        (
            "en",
            "Ghana invoked a 2009 fisheries treaty with Togo to keep the cargo.",
            "signed",
            "2009-01-01",
            "2009-12-31",
        ),
        (
            "ar",
            "تنظم اتفاقية عام 2009 بين غانا وتوغو الصيد البحري في المياه المشتركة.",
            "signed",
            "2009-01-01",
            "2009-12-31",
        ),
        (
            "fr",
            "Le Ghana et le Togo négocient un accord de pêche depuis janvier.",
            "negotiated",
            "2023-01-01",
            "2023-01-31",
        ),
        (
            "es",
            "Ghana y Togo firmaron ayer un convenio. El texto, que se negociaba desde octubre, entrará en vigor el 1 de junio.",
            "in force",
            "2023-06-01",
            "2023-06-01",
        ),
    ],
)
def test_the_year_a_treaty_is_called_by_what_is_being_negotiated_and_what_will_be_in_force(
    language: str, text: str, status: str, start: str, end: str
) -> None:
    day = {"en": "12 April 2023", "fr": "12 avril 2023", "es": "12 de abril de 2023", "ar": "12 أبريل 2023"}[language]
    made = annotate(read(Page(source="p", data=(f"Ghana, Togo\n{day}\n\n" + text + TAIL[language]).encode())))
    steps = [s for a in made.agreements for s in a.steps]
    assert (status, start, end) in [(s.status, str(s.date.start), str(s.date.end)) for s in steps if s.date]


def test_a_player_signed_on_a_deal_is_no_agreement() -> None:
    _, rows = found(
        "Mill End Rovers have signed the striker Joel Amadi on a three-year deal after weeks of talks.", "en"
    )
    assert rows == []


def test_a_deal_and_the_contract_signed_for_it_are_one() -> None:
    _, rows = found(
        "وتعود صفقة المعدات إلى يوليو 2022، حين وقعت وزارة الصحة مع شركة «باليزور» عقدا بقيمة 3 ملايين دولار.", "ar"
    )
    assert len(rows) == 1
    assert "المعدات" in rows[0][2]


def test_a_union_and_a_management_named_by_plain_nouns_are_sides() -> None:
    _, rows = found(
        "La direction de Verralia et le syndicat des verriers ont signé mardi un accord qui met fin à la grève.", "fr"
    )
    assert rows[0][1] == {"Verralia", "syndicat des verriers"}
    _, rows = found(
        "The Kervoal shipyard and the Estuary metalworkers' union signed an agreement on Monday on pay.", "en"
    )
    assert "Estuary metalworkers' union" in rows[0][1]


def test_a_small_town_is_a_side_and_the_town_it_was_signed_in_is_none() -> None:
    _, rows = found(
        "La ville de Sarlignan et la commune marocaine de Tamezrit ont signé vendredi un protocole de jumelage.", "fr"
    )
    assert rows[0][1] == {"Sarlignan", "Tamezrit"}
    _, rows = found("وقعت جماعة تامزريت ومدينة سارلينيان الفرنسية، السبت في مدينة الزيتونة، بروتوكول توأمة.", "ar")
    assert rows[0][1] == {"تامزريت", "سارلينيان"}


def test_sides_that_sound_alike_in_two_scripts_make_one_agreement() -> None:
    made = register(
        "Karvane achète des tramways\n10 décembre 2024\n\nLa ville de Karvane et le constructeur Ferrolinea ont signé lundi un contrat "
        "pour la livraison de vingt rames de tramway." + TAIL["fr"],
        "كارفان تشتري عربات ترام\n10 ديسمبر 2024\n\nوقعت مدينة كارفان وشركة «فيرولينيا»، الاثنين، عقدا لتوريد عشرين عربة ترام."
        + TAIL["ar"],
    )
    assert len(made) == 1
    assert len(made[0].parties) == 2


def test_a_day_to_come_that_stands_far_off_is_not_that_of_the_signing() -> None:
    text = (
        "Alger, le 18 juillet 2022\n\nAux termes du protocole signé à Alger par le secrétaire général du syndicat, Youcef Zerhouni, "
        "et le directeur de la compagnie, Mourad Hadjadj, la prime passera à 9 500 dinars et un comité sera installé sur chaque "
        "navire avant le 1er octobre.\nLe ministre des Transports a salué un accord de raison après dix jours de grève dans les ports."
    )
    assert all(day is None or day < "2022-08" for made in steps(text) for status, day in made if status == "signed")


def test_an_arabic_verb_that_takes_up_a_treaty_is_no_matter_of_it() -> None:
    text = (
        "الجزائر، 28 يوليو 2022\n\nووقع البلدان سنة 2002 معاهدة صداقة وتعاون علقتها الجزائر في 8 يونيو الماضي، حسب ما ذكرته وزارة "
        "الخارجية في بيان نشرته على موقعها يوم الأربعاء.\nوأضافت الوزارة أن المشاورات مستمرة بين الجانبين منذ أسابيع."
    )
    r = page(text)
    matters = [r.article.words(m) for a in r.agreements for m in a.domains]
    assert matters
    assert not any("علقتها" in m for m in matters)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Denmark sealed an agreement on Monday on fishing. The agreement must be ratified by both parliaments.",
        "Le Ghana et le Danemark ont signé lundi un accord sur la pêche, d'un coût de 310 millions d'euros. L'accord doit être ratifié par les deux parlements.",
    ],
)
def test_what_is_still_owed_to_an_agreement_is_no_step_and_its_cost_no_matter(text: str) -> None:
    made = register(text)
    assert [[s.status for s in a.steps] for a in made] == [["signed"]]
    assert not [d.text for a in made for d in a.domains if "310" in d.text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Accra, 3 June 2021\n\nGhana and Denmark initialled a fisheries agreement on 4 May 2021 in Accra, the ministry said on Thursday.", ["negotiated"]),
        ("Accra, le 3 juin 2021\n\nLe traité de pêche entre le Ghana et le Danemark, paraphé le 22 mars, a été signé le 8 mai à Accra, indique le ministère.", ["negotiated", "signed"]),
        ("Accra, le 3 juin 2021\n\nLe Ghana et le Danemark ont paraphé mardi à Accra un traité de pêche, indique le ministère dans un communiqué.", ["signed"]),
        ("أكرا، 3 يونيو 2021\n\nوقعت غانا والدنمارك بالأحرف الأولى في 22 مارس اتفاقية للصيد البحري، وفق بيان للوزارة صدر اليوم في أكرا.", ["negotiated"]),
        ("Acra, 3 de junio de 2021\n\nGhana suspendió el convenio de pesca con Dinamarca hasta que concluya una auditoría, según el ministerio, que no dio más detalles.", ["suspended"]),
    ],
)  # fmt: skip
def test_what_is_initialled_is_not_signed_and_until_begins_another_matter(text: str, wanted: list[str]) -> None:
    assert [[s for s, _ in told] for told in steps(text)] == [wanted]


def test_of_her_own_accord_is_no_agreement() -> None:
    text = "Accra, 3 June 2021\n\nThe banker walked into the station of her own accord on Monday, her lawyer said, and was released an hour later."
    assert steps(text) == []


@pytest.mark.parametrize(
    ("language", "text", "steps"),
    [
        ("en", "The fisheries treaty between Ghana and Togo will be signed in May.", ["announced"]),
        ("fr", "L'accord de pêche entre le Ghana et le Togo pourrait être signé lundi prochain.", ["announced"]),
        ("fr", "L'accord de pêche entre le Ghana et le Togo vient d'être signé à Lomé.", ["signed"]),
        (
            "es",
            "La firma del contrato de obras con Ladera, prevista para el 18 de julio, se aplazó sin fecha.",
            ["announced"],
        ),
        ("ar", "وافق مجلس الوزراء على توقيع اتفاقية إطار بين غانا وتوغو في مجال المياه.", ["approved"]),
        (
            "fr",
            "Le conseil des ministres a autorisé jeudi la signature d'un accord de prêt avec le Ghana.",
            ["approved"],
        ),
        ("en", "Ghana and Togo have had a memorandum on sea rescue since March 2018.", ["signed"]),
        ("ar", "وقال العميد صادق الردفاني إن اتفاق التجارة بين غانا وتوغو وقع في أكرا.", ["signed"]),
    ],
)
def test_what_is_to_be_signed_is_not_signed_yet(language: str, text: str, steps: list[str]) -> None:
    _, rows = found(text, language)
    assert [s for *_, s in rows] == [steps]


def test_a_days_main_clause_is_not_the_participles() -> None:
    text = "Mercredi 9 août 2023, la cour a ordonné le sursis à l'exécution du traité maritime conclu avec Malte."
    r, _ = found(text, "fr")
    assert all(s.date is None for a in r.agreements for s in a.steps if s.status == "signed")
