"""Disputes of numbers that share a value, the other side of a vote, greater and lesser numbers; what is ruled out, and what is but intended."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.annotate import annotate
from isnad.compose.takings import parted
from isnad.extract import read
from isnad.link.ballots import losing
from isnad.link.rivals import Rivals
from isnad.link.roles import roles_of
from isnad.model import Disagreement, Page, Reading
from isnad.pipeline import build
from isnad.store import open_store


def reading(text: str) -> Reading:
    return annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))


def rivals(text: str) -> list[tuple[float, float]]:
    r = reading(text)
    values = [f.value[0] if isinstance(f.value, tuple) else f.value for f in r.numbers]
    return [(values[i], values[j]) for i, js in Rivals(r, [*roles_of(r), *("" for _ in r.counts)]).pairs().items() for j in js if i < j]  # fmt: skip


def disputes(folder: Path, *pages: str, slot: str = "number") -> list[Disagreement]:
    for n, text in enumerate(pages):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    found = build([str(folder)], open_store("memory:"), engine="here").dossier.disagreements
    return [d for d in found if d.slot == slot]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("The club elected Ivo Marram its chairman by 61 votes to 40, with three abstentions, on Friday evening.", [40, 3]),
        ("L'assemblée a élu Ivo Marram président par 61 voix contre 40, à bulletins secrets.", [40]),
        ("La asamblea eligió presidente a Ivo Marram por 61 votos frente a 40 en una sala del puerto.", [40]),
        ("وانتخب أنور الساحلي رئيسا للنادي بعد حصوله على 61 صوتا مقابل 40 لمنافسه.", [40]),
        ("The party says it won 61 votes; the returning officer gave it 58 votes.", []),
    ],
)  # fmt: skip
def test_the_other_side_of_a_vote_is_told_with_the_first(text: str, lost: list[float]) -> None:
    r = reading(text)
    assert sorted((r.numbers[k].value for k in losing(r)), key=str) == sorted(lost, key=str)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The port signed a contract worth 14 million euros with Dredgers Halm on Monday. It will take two years, and 24 divers will be trained for six weeks at a school in Brest. A bank will lend 9 million euros. The union's leader, Tom Vell, speaks of a much higher cost, 18 million euros, and wants to see the text.", (14e6, 18e6)),
        ("Le port a signé lundi un contrat de 14 millions d'euros avec la société Halm. Les travaux dureront deux ans, et 24 plongeurs seront formés six semaines à Brest. Le chef du syndicat, Tom Vell, avance un coût bien supérieur, de 18 millions d'euros.", (14e6, 18e6)),
        ("El puerto firmó el lunes un contrato por valor de 14 millones de euros con la empresa Halm. Las obras durarán dos años y 24 buzos se formarán seis semanas en Brest. El jefe del sindicato, Tomás Vell, habla de un coste muy superior, de 18 millones de euros.", (14e6, 18e6)),
        ("وقع الميناء يوم الاثنين عقدا بقيمة 14 مليون دولار مع شركة هالم. وتستغرق الأشغال سنتين، ويتدرب 24 غواصا ستة أسابيع. وتحدث نقيب العمال عن كلفة أعلى، بلغت 18 مليون دولار.", (14e6, 18e6)),
    ],
)  # fmt: skip
def test_a_number_said_to_be_greater_answers_the_one_of_its_sort_however_far_before(text: str, pair: tuple[float, float]) -> None:  # fmt: skip
    assert pair in rivals(text)


def test_a_greater_number_of_another_sort_answers_none() -> None:
    text = "A bank lends the port 9 million euros. The wages of the divers are much higher, 12 million euros by the union's count."
    assert not rivals(text)


def test_disputes_that_share_a_number_are_one(tmp_path: Path) -> None:
    found = disputes(
        tmp_path,
        "Gold at the airport of Marsa\n3 March 2024\n\nCustoms officers seized 46 kilos of gold at the airport of Marsa on Friday, the customs service said. The daily Le Phare claims that 64 kilos were seized, quoting a source at the airport. The trader Omar Diallan is in prison.",
        "What became of the gold of Marsa\n9 March 2024\n\nThe trader Omar Diallan was charged on Thursday. The customs service says it seized 46 kilos of gold at the airport of Marsa. An expert of the court puts it at 58 kilos. His lawyer did not answer our calls.",
    )
    assert [sorted(v.value for v in d.values) for d in found] == [[46, 58, 64]]  # type: ignore[type-var]


def test_some_of_those_told_of_right_before_are_not_whom_was_told_of_earlier(tmp_path: Path) -> None:
    page = (
        "Coast guards seize a trawler\n3 March 2024\n\nCoast guards arrested the captain Ivo Marram on Friday in Port Halm. "
        "Dozens of students marched on Friday in Sarnia against the cuts. "
        "But three of them were arrested in Sarnia for some hours, according to their union."
    )
    assert not disputes(tmp_path, page, slot="place")


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("A transformer burned at the station of Halm, the union said. The company ruled out any fire on its premises.", "fire"),
        ("Un transformateur a brûlé, selon le syndicat. La société, elle, écarte tout incendie dans ses installations.", "incendie"),
        ("Un transformador ardió, según el sindicato. La empresa descartó cualquier incendio en sus instalaciones.", "incendio"),
        ("وقالت النقابة إن محولا احترق. لكن الشركة استبعدت نشوب أي حريق في منشآتها.", "حريق"),
    ],
)  # fmt: skip
def test_to_rule_out_any_is_to_deny(text: str, denied: str) -> None:
    r = reading(text)
    assert [denied in r.article.text[d.denied.start : d.denied.end] for d in r.denials] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The company ruled out a sale of the station before the summer.",
        "The ruling of the court binds any party that comes before it.",
        "La société écarte une vente de la centrale de Halm avant l'été, a dit lundi son directeur devant la presse.",
    ],
)
def test_to_rule_out_what_is_to_come_denies_nothing(text: str) -> None:
    assert not reading(text).denials


def test_a_denial_answers_what_was_done_and_not_what_is_intended(tmp_path: Path) -> None:
    found = disputes(
        tmp_path,
        "كرة القدم: نزاع حول الحارس\n3 مارس 2024\n\nأعلن نادي الواحات أن الحارس سامر الدندشي وقّع له عقدا في 20 فبراير بحلب، وأنه سيتقدم بشكوى إلى الاتحاد الدولي خلال أيام. غير أن وكيل اللاعب نفى ذلك جملة وتفصيلا.",
        "Club files complaint over goalkeeper\n6 March 2024\n\nThe club Al-Wahat filed a complaint with the international federation on Tuesday over the goalkeeper Samer al-Dandashi, its chief executive said.",
        slot="status",
    )
    told = {e.id: e for e in _events(tmp_path)}
    assert [told[d.about["id"]].kind for d in found] == ["signing"]


def _events(folder: Path) -> tuple:
    return build([str(folder)], open_store("memory:"), engine="here").dossier.events


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        (
            "The firm will deliver 400,000 vials of the medicine to the hospitals of the country over the next six months.",
            "vials",
            400000,
        ),
        (
            "La entidad recibió el lunes 6.000 frascos y 340 viales del medicamento para los hospitales del país.",
            "vials",
            6000,
        ),
        (
            "Quelque 1 800 flacons du médicament ont été livrés lundi aux hôpitaux de la ville par la société Halm.",
            "vials",
            1800,
        ),
    ],
)
def test_vials_are_figures(text: str, unit: str, value: float) -> None:
    assert (unit, value) in [(f.unit, f.value) for f in reading(text).figures]


@pytest.mark.parametrize(
    "text",
    [
        "The blackout hit nine governorates in the south of the country on Sunday and lasted until the morning.",
        "La panne a touché neuf gouvernorats du sud du pays dimanche soir et a duré jusqu'au petit matin.",
        "El apagón afectó el domingo a nueve provincias del sur del país y duró hasta la madrugada del lunes.",
        "وشمل الانقطاع الذي حدث مساء الأحد تسع ولايات في جنوب البلاد واستمر إلى غاية فجر يوم الاثنين.",
    ],
)
def test_provinces_are_counted_by_one_name(text: str) -> None:
    assert ("provinces", 9) in [(f.unit, f.value) for f in reading(text).counts]


def test_a_lawyer_denies_an_arrest_as_a_newspaper_does_and_a_theft_as_lawyers_do() -> None:
    held = "Ivo Marram was arrested on Saturday at the airport of Halm, the attorney general's office said. His lawyer, Tom Vell, denied that any arrest had taken place and said his client was at his hotel."
    stolen = "Ivo Marram stole nine paintings on Saturday from the museum of Halm, the attorney general's office said. His lawyer, Tom Vell, denied that any painting had been stolen by his client."
    assert [bool(d.claims) for d in reading(held).denials] == [True]
    assert not any(d.claims for d in reading(stolen).denials)


def test_how_old_somebody_is_does_not_answer_how_long_he_stayed() -> None:
    text = "“We went to the island for a while and stayed eleven years,” said the owner, Ivo Marram. Marram, who is 71 years old, said that he would not stand again."
    assert not rivals(text)


def test_who_complained_is_not_who_was_arrested() -> None:
    r = reading(
        "أوقفت النيابة العامة كاتب العدل صفير يوم الجمعة في مكتبه بمدينة صيدا، بناء على شكوى تقدم بها المغترب سامر الدندشي ضد شقيقه."
    )
    (arrest,) = (e for e in r.events if e.kind == "arrest")
    assert parted(r, arrest, r.article.text.index("سامر"))
    assert not parted(r, arrest, r.article.text.index("صفير"))
