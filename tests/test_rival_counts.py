"""Two voices on one page may count one thing; a part, a whole, what was before, another court or another town is another thing."""

from __future__ import annotations

import pytest

from isnad.annotate import annotate
from isnad.extract import read
from isnad.languages.voices import voices
from isnad.link.rivals import Rivals
from isnad.link.roles import roles_of
from isnad.model import Page


def rivals(text: str) -> list[tuple[float, float]]:
    """The pairs of numbers that a page of one paragraph sets against each other."""
    reading = annotate(read(Page("a.txt", f"X\n\n{text}\n".encode())))
    pairs = Rivals(reading, roles_of(reading)).pairs()
    values = [f.value[0] if isinstance(f.value, tuple) else f.value for f in reading.figures]
    return [(values[i], values[j]) for i, js in pairs.items() for j in sorted(js) if i < j]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Some 52 of the 64 cellists are on strike, said their delegate Ann Masters; the management puts the number at 38.", (52, 38)),
        ("Cinquante-deux des soixante-quatre titulaires suivent le mouvement, affirme leur délégué ; l'administration n'en compte que trente-huit.", (52, 38)),
        ("The teachers' union said 4,200 teachers had joined the strike. The education department put the number of strikers at 2,650.", (4200, 2650)),
        ("Organisers put the crowd at 15,000; police said 6,000 people had taken part in the march through the old town.", (15000, 6000)),
        ("The party's leader said it had won 41 of the 70 seats. The electoral board put it at 34 seats on Monday evening.", (41, 34)),
        ("La direction affirme que la fermeture concerne 640 salariés. Le syndicat parle, lui, de 710 emplois menacés dans la vallée.", (640, 710)),
        ("La central eólica de Pico Alto comenzó a producir el viernes con una potencia de 300 megavatios, según la empresa Vendaval Norte. El sindicato asegura que la potencia no pasa de 180 megavatios.", (300, 180)),
        ("Los organizadores cifraron la asistencia en 30.000 personas, mientras que la Delegación del Gobierno la rebajó a 11.000.", (30000, 11000)),
        ("وبحسب النقابة، شارك في اليوم الأول من الإضراب 800 عامل، بينما تتحدث إدارة الشركة عن 350 مضرباً فقط في الميناء.", (800, 350)),
        ("وأكدت الشركة المالكة أن الكمية المخزنة لا تتجاوز 400 طن، بينما تتحدث نقابة عمال الميناء عن 900 طن.", (400, 900)),
        ("Kavran officials value the pact at $75 million a year, Belmarian ones at $30 million, two diplomats said.", (75e6, 30e6)),
        ("The city signed a €31m tram contract with Ferrol last year. Work was to begin in May. It never did. The mayor blamed the weather. Ferrol, the supplier, puts the value of the contract at €26m.", (31e6, 26e6)),
        ("وقّعت البلدية عقداً للحافلات بقيمة 31 مليون يورو العام الماضي. ثم توقفت الأشغال. وتأخر التسليم. ولم يعلق الوزير. وتقول شركة «فيرول» إن قيمة العقد 26 مليون يورو.", (31e6, 26e6)),
        ("دخلت المحطة حيز الاستغلال بقدرة 100 ميغاواط، حسب الشركة التي أنجزتها. غير أن جامعة الكهرباء أكدت أن القدرة الفعلية لا تتجاوز 64 ميغاواط.", (100, 64)),
        ("Quelque 1 200 dockers ont manifesté mardi devant le port, selon la préfecture, 3 500 selon les organisateurs.", (1200, 3500)),
        ("Le syndicat déplore trente blessés, alors que la police n'en reconnaît que huit.", (30, 8)),
        ("Unos 2.000 agricultores se manifestaron en la plaza. La unión de cooperativas, que calcula en 9.000 los asistentes, pidió ayudas.", (2000, 9000)),
        ("La policía detuvo a doce manifestantes, dijo un portavoz; el sindicato contó veinte.", (12, 20)),
        ("Police said 14 people were arrested at the quarry on Monday. A residents' group counted 22.", (14, 22)),
        ("The clinic treated nine injured, a nurse said; the mining company acknowledged only three.", (9, 3)),
        ("وأسفرت المواجهات عن إصابة 25 محتجا وفق مسعفين، بينما لم تحص الوزارة سوى أربعة.", (25, 4)),
        ("شارك في المسيرة 800 عامل بحسب الشرطة، فيما تحدثت النقابة عن ثلاثة آلاف.", (800, 3000)),
        ("وتقول نقابة المستخدمين إن 420 عاملا لبوا النداء، في حين لم تحص الإدارة سوى 260 مضربا.", (420, 260)),
        ("The buyer says 530 of the 780 employees will stay. \"It is 470, and I have the list,\" said the pilot Mourad Saifi.", (530, 470)),
        ("Selon une source judiciaire, ce ne sont pas 640 mais 1 140 personnes qui ont été relogées.", (640, 1140)),
        ("The blaze made 612 people homeless and not 450, the mayor said.", (612, 450)),
        ("No hubo 14 heridos sino 22, según la cofradía, que los visitó el domingo.", (14, 22)),
        ("واعتصم أولياء التلاميذ أمام مقر الولاية. وقدر المنظمون عددهم بأربعمئة، بينما لم تحص الشرطة سوى 150 معتصما.", (400, 150)),
        ("Parents staged a sit-in outside the town hall. The organisers put their number at 400; the police say that 150 protesters came.", (400, 150)),
        ("El derrumbe mató a nueve obreros y dejó tres heridos, según el ministerio. El sindicato de la construcción eleva la cifra a catorce.", (9, 14)),
        ("L'effondrement a fait neuf morts et trois blessés, selon le ministère. Le syndicat du bâtiment porte le bilan à quatorze.", (9, 14)),
        ("La empresa promete 210 empleos. El Sindicato del Mar los deja en 140.", (210, 140)),
        ("L'entreprise promet 210 emplois dans la vallée. Le syndicat des tanneurs les ramène à 140.", (210, 140)),
        ("The firm promises 210 jobs. The union brings the figure down to 140.", (210, 140)),
        ("تعد الشركة المالكة للمصنع الجديد بـ210 مناصب شغل في البلدة. وتخفضها نقابة الدباغين إلى 140.", (210, 140)),
        ("The company undertakes to pay 12 million CFA francs to each family. Awa Diop, who chairs the collective, says the sum agreed at the table was 15 million.", (12e6, 15e6)),
        ("Le tribunal a infligé à la société une amende de 2,4 millions de dollars. L'armateur, qui n'avoue que 1,9 million d'amende, a fait appel.", (2.4e6, 1.9e6)),
        ("The police arrested twelve of them according to the human rights league; the security services speak of five, released at once.", (12, 5)),
        ("وأوقفت الشرطة اثني عشر شابا بحسب رابطة حقوق الإنسان، فيما تتحدث مصالح الأمن عن خمسة أطلق سراحهم في الحين.", (12, 5)),
        ("بيعت اللوحة مقابل 300 ألف يورو وفق الشرطة، فيما قال محاميه إنه لم يتقاض سوى 80 ألفا.", (300000, 80000)),
    ],
)  # fmt: skip
def test_two_voices_that_count_one_thing_are_set_against_each_other(text: str, pair: tuple[float, float]) -> None:
    assert rivals(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "The collapse killed nine workers and injured three. The union asks that the pensions be raised to fourteen.",
        "The firm promises 210 jobs. The union wants the number raised to 300.",
        "Le club compte 210 licenciés. Le syndicat des commerçants compte 140 adhérents.",
        "L'amende est de 2,4 millions de dollars. L'armateur paiera 1,9 million en juin, le reste en septembre.",
        "وأوقفت الشرطة 12 شابا في المدينة يوم الاثنين، وخمسة يوم الثلاثاء بحسب رابطة حقوق الإنسان.",
        "Le gouvernement promet 20 millions d'euros aux sinistrés. Le maire chiffre les dégâts à 50 millions d'euros.",
        "The union said 4,200 teachers had joined the strike, among them 900 primary teachers, the department said on Tuesday.",
        "The death toll rose from 12 to 17 overnight, the interior ministry said, and the hospital said 40 people were injured.",
        "The club says 30,000 fans came on Saturday. The police said 900 officers were on duty around the ground.",
        "Union leaders asked for a rise of 9 per cent; the company says its profits grew by 4 per cent over the year.",
        "The city signed a €31m tram contract with Ferrol last year. Work was to begin in May. It never did. The mayor blamed the weather. Ferrol says its profits reached €26m.",
        "Selon la préfecture, 300 personnes ont manifesté à Lourmel. La police a compté 120 manifestants à Vézins.",
        "Le tribunal l'a condamné à dix ans de prison, selon son avocat. Sa peine a été ramenée à six ans de prison en appel, selon le parquet.",
        "El Gobierno dice que el paro bajó al 9 %. El sindicato asegura que la participación en la huelga fue del 80 %.",
        "El hospital informó de 14 muertos y, según los bomberos, 31 heridos fueron trasladados a la capital durante la noche.",
        "قالت الوزارة إن عدد الإصابات بلغ 412 حالة، منها 57 حالة جديدة حسب مديرية الصحة في المحافظة أمس الثلاثاء.",
        "أعلنت الشركة أن كلفة المشروع 210 ملايين يورو، وقال الوزير إن كلفة المرحلة الأولى 45 مليون يورو في السنة الأولى.",
        "The blaze made 612 people homeless, and not one of the 30 firefighters was hurt, the mayor said.",
        "Not 20 metres from the fire but 300 people were asleep there, a guard said.",
        "ضربت هزة دائرة الوادي (65 كلم جنوب باتنة)، حسب بيان للحماية المدنية. وحدد مركزها على بعد 8 كلم شمال البلدة، وفق مركز الرصد.",
        # One counts marchers, the other strikers; each pair is its own.
        "The union counted 640 strikers. In the town, 120 schoolchildren were given bread, the mayor said on Monday.",
        "Une trentaine de barques ont coulé. Le patron calcule que vingt marins dormaient, et le préfet n'a rien dit.",
        "Calcula en una veintena las embarcaciones perdidas, y la cofradía habla de un temporal de 80 años sin igual, con 3 muertos.",
    ],
)  # fmt: skip
def test_what_counts_another_thing_is_no_rival(text: str) -> None:
    assert rivals(text) == []


def roles(text: str) -> list[str]:
    """What each number of a page of one paragraph is of."""
    return roles_of(annotate(read(Page("a.txt", f"X\n\n{text}\n".encode()))))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twenty-three inmates escaped from Kibale prison on Sunday. The prison holds 800 inmates.", ["escaped", "prisoners"]),
        ("Trente et un détenus se sont évadés dimanche de la prison à la faveur d'une mutinerie, selon la Ligue des avocats.", ["escaped"]),
        ("El derrumbe dejó atrapados a 19 mineros en la mina de Pomacocha.", ["trapped"]),
        ("Le feu a parcouru 1 200 hectares. Quatre cents pompiers sont à l'œuvre.", ["burnt", "firefighters"]),
        ("انتقل اللاعب بعد أن وقع عقدا يمتد أربع سنوات مع النادي الذي أعلن الخبر في بيان نشره مساء الاثنين.", ["length of contract"]),
        ("ويدوم إضراب الأساتذة ثلاثة أيام في الولاية كلها، بحسب ما أعلنته النقابة المستقلة مساء الاثنين.", ["length of strike"]),
        ("La cour a condamné Hamid Tazi, 58 ans, à sept ans de prison.", ["age", "sentence"]),
        ("The captain raised the alarm ten minutes after the fire broke out.", ["length of alarm"]),
        ("أعلنت الوزارة تسجيل 212 إصابة بالحصبة وإصابة ستة أطفال بجروح في حادث سير وقع قرب المستشفى الجهوي صباح اليوم.", ["cases", "injured"]),
        ("The bank said that the data of 214,000 clients had been copied.", ["clients"]),
    ],
)  # fmt: skip
def test_a_number_is_of_what_befell_those_counted_of_what_lasted_or_of_who_they_are(
    text: str, found: list[str]
) -> None:
    assert roles(text) == found


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr"])
def test_no_turn_begins_where_there_is_no_word(language: str) -> None:
    assert (
        voices(language).at("sets_aside", [], 0)
        == voices(language).at("but", ["x"], 3)
        == voices(language).at("no", [], -1)
        == 0
    )
