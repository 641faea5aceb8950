"""What a number is of ("cost", "dead", "capacity"): the role by which figures of several pages, or of one, are compared.

The noun that is counted says it best, then the nearest word of the clause. People who "took part" are told apart from what people
they are, so that strikers here are the workers who walked out there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.link.around import CLITICS, MARKS, Around, Phrase
from isnad.link.lasting import lasted
from isnad.model import FigureMention, Reading
from isnad.text import fold_key, tokens

NEAR = 9
"""Words to each side among which a number's role is looked for."""
GENERIC = 2
"""Words by which a word of value stands back behind one that says what the value is of."""
TAKING_PART = "taking part"
"""The role of those of whom it is only said that they took part."""
GATHERED = frozenset({"protesters", "soldiers", "spectators", "students", "pilgrims", "walkout"})
"""What those who take part may be called elsewhere."""
_ONE_COUNT = (
    ("protesters", "spectators"),
    ("protesters", "walkout"),
    ("crew", "fishermen"),
    ("jobs", "dismissed"),
    ("jobs", "hired"),
    ("share", "turnout"),
    ("cases", "patients"),
    ("injured", "patients"),
)
BEFALLEN = frozenset(
    {
        *("dead", "injured", "missing", "arrested", "displaced", "freed", "trapped", "escaped", "aboard", "rescued"),
        *("kidnapped", "deported", "dismissed", "hired", "tried", "acquitted", "convicted", "trained", "deployed"),
    }
)
"""What befalls people, whoever they are: "police arrested twelve protesters" counts the arrested."""
_PEOPLE = frozenset(
    {*BEFALLEN, "protesters", "jobs", "pilgrims", "students", "spectators", "soldiers", "inhabitants", "walkout"}
    - {"missing"}
)
_SHARES = frozenset({"share", "turnout", "growth", "inflation", "unemployment", "interest", "progress"})
_MONEY = frozenset({"cost", "loan", "aid", "fine", "debt", "revenue", "bribe", "excess"})
_LENGTHS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_MEASURES = frozenset({"tonnes", "kg", "m3", "litres", "barrels", "kWh", "GWh", "MW", "GW", "hectares"})
"""Units in which something comes or goes a year."""
YEARLY = "yearly"
STOCK = "stock"
BESIDE = 4
"""How far off the word of what befell them may stand (see :meth:`Around.far`) to say more than who they are."""
WHO = frozenset(
    {"protesters", "jobs", "students", "pilgrims", "spectators", "soldiers", "inhabitants", TAKING_PART, ""}
)
"""Roles that only say who people are."""
HELD = frozenset({"arrested", "kidnapped"})
"""Roles of those who are held: what befell them since says more ("three detainees died")."""
PEOPLE_AT_WORK = frozenset({"jobs", "students", ""})
"""Roles that give way when the clause says that these people took part."""
TERM = "sentence"
"""The role of the years somebody is sentenced to: the one length of time that is compared, and only of one and the same person."""
AGE = "age"
"""The role of the years of somebody's life, compared of one and the same person."""
LASTING = "length of "
"""Before what a length of time is the length of ("length of strike")."""
BURNT = "burnt"
DEAD, HURT = "dead", "injured"
PART = " (part)"
"""Behind the role of what is said to be a part of another number."""
WHOLE = " (whole)"
ASIDE = (PART, WHOLE, " (appeal)", " (before)", " (sought)")

OF = " (of)"
"""Behind the role of "41 of the 70": compared with the count another voice gives of the same, and with no other page's."""


@cache
def _phrases(language: str, section: str, key: str) -> tuple[Phrase, ...]:
    return tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in table(language, "numbers")[section][key])


@cache
def _roles(language: str) -> dict[str, str]:
    """The folded words of each role."""
    roles = table(language, "numbers")["roles"]
    return {fold_key(w): role for role, forms in roles.items() if role not in _NO_ROLES for w in forms}


@kept
def _role_phrases(language: str) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """The roles that several words say ("perdieron la vida"), by their first word."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for role, forms in table(language, "numbers")["roles"].items():
        for w in forms if role not in _NO_ROLES else ():
            phrase = tuple(fold_key(t.text) for t in tokens(w))
            if len(phrase) > 1:
                found.setdefault(phrase[0], []).append((phrase, role))
    return {k: tuple(v) for k, v in found.items()}


_NO_ROLES = frozenset(
    {"age", "part", "part_after", "midway", "whole", "appeal", "sought", "before_from", "before_to", "among", "so_long"}
)


def fit(a: str, b: str) -> bool:
    """True when two roles may be of one count."""
    return a == b or b in kin(a)


@cache
def kin(role: str) -> frozenset[str]:
    """The other roles of one count with a role: a crew of fishermen, those who took part and the strikers."""
    near = {r for pair in _ONE_COUNT if role in pair for r in pair}
    near |= GATHERED if role == TAKING_PART else {TAKING_PART} if role in GATHERED else set()
    return frozenset(near - {role})


def elsewhere_alone(a: str, b: str) -> bool:
    """Return whether two roles are of one count on two pages alone: who tells 431 cases and 300 patients counts two things."""
    return "patients" in (a, b) and a != b


def may_be(role: str, unit: str) -> bool:
    """True when a role can be told in a unit: the dead in people, a stake in per cent, a price in money, a term in time."""
    if role in _PEOPLE:
        return unit == "people"
    if role in _SHARES:
        return unit == "%"
    if role in _MONEY:
        return len(unit) == 3 and unit.isupper()
    if role in (TERM, AGE):
        return unit in _LENGTHS
    if role == "capacity" and unit == "%":
        return False
    if role == BURNT:
        return unit in ("hectares", "km2", "m2")
    if role in (YEARLY, STOCK):
        return unit in _MEASURES
    return not (role in ("capacity", "area", "length") and len(unit) == 3 and unit.isupper() and unit != "GWh")


def aside(role: str) -> bool:
    """True of a part, of the whole another number is a part of, of what was before, and of what a later court ruled."""
    return role.endswith(ASIDE)


def role_of(reading: Reading, figure: FigureMention) -> str:
    """Return what a number is of, by the nearest word that says so; empty when none does.

    A number that is said to be a part of another ("first phase", "of which"), the whole that others are parts of ("41 of the 70"),
    a term that a court of appeal set and one that was only asked for have roles of their own.
    """
    language = reading.article.language
    if language not in LANGUAGES:
        return ""
    near = Around(reading, figure)
    if figure.unit in _LENGTHS and (role := _of_time(near, language)) and role != TERM:
        return role
    role = _named(near, language) or _who(figure, language)
    if figure.unit == "people" and role in PEOPLE_AT_WORK:
        if fold_key(figure.quantity) in _attending(language) or _took_part(near, language):
            role = TAKING_PART
    if role == HURT and figure.unit == "people" and _died_since(near, language):
        return DEAD + PART  # "after three of the injured died": they are of the toll
    beside = _aside(near, role, language)
    if not role:
        return beside if beside in (WHOLE, OF) else ""  # "52 of *the 64* players" are no two counts of players
    return role + beside


def _named(near: Around, language: str) -> str:
    turns = (_phrase_role(near.keys, i, language) for i in range(near.first, min(near.last, len(near.keys))))
    counted = next((r for r in turns if r), None) or _role(fold_key(near.figure.quantity), language)
    if counted is not None and near.figure.unit == "people":
        return (_befell(near, language) or counted) if counted in WHO or counted in HELD else counted
    # Guards, agents, pupils say what they are: only the words right by them say what befell them.
    named = near.figure.unit == "people" and fold_key(near.figure.quantity) not in _nobody(language)
    reach = NEAR if named else 2 * NEAR
    best: tuple[int, str] | None = None
    for i in range(max(0, near.first - NEAR), min(len(near.keys), near.last + NEAR + len(near.aside))):
        role = _phrase_role(near.keys, i, language) or _role(near.keys[i], language)
        if role is None or near.taken[i] or i in near.aside or not may_be(role, near.figure.unit):
            continue  # what another number counts is not what this one does
        # "Bribes to the value of": what it is says more than that it has a value.
        far = near.far(i) + (GENERIC if role == "cost" else 0)
        if far <= reach and (best is None or far < best[0]):
            best = far, role
    role = best[1] if best else ""
    # "The protest left 120 people injured": what befell them says more than what they did.
    return (_befell(near, language) or role) if near.figure.unit == "people" and role in _GATHERING else role


_GATHERING = frozenset({*GATHERED, TAKING_PART})


def told_by_class(role: str) -> bool:
    """True of a role that only says who people are, by the class of their noun."""
    return role in table("en", "things")["who"] and role not in BEFALLEN


def _who(figure: FigureMention, language: str) -> str:
    """The class of the people counted ("miners"); empty where their noun is in none, or nothing but people are counted."""
    return _classes(language).get(fold_key(figure.quantity), "") if figure.unit == "people" else ""


@cache
def _classes(language: str) -> dict[str, str]:
    """The folded nouns of people with their classes."""
    return {fold_key(w): what for what, nouns in table(language, "things")["who"].items() for w in nouns}


def _of_time(near: Around, language: str) -> str:
    """What a length of time is of: somebody's age (between commas behind a name, or said to be one), or what lasted so long."""
    if near.in_commas() or _stands("roles", AGE, language, near.keys[max(0, near.first - 3) : near.last + 3]):
        return AGE
    if _named(near, language) == TERM:
        return TERM
    what = lasted(near, language)
    return LASTING + what if what else ""


def elided(figure: FigureMention) -> bool:
    """True of a count that leaves its noun out and answers the one before it: "the union counted five"."""
    return figure.unit == "people" and figure.quantity not in figure.text


def roles_of(reading: Reading) -> list[str]:
    """Return what each figure of a page is of; a count that leaves its noun out is of what the count it answers is of."""
    roles: list[str] = []
    last: tuple[str, str] | None = None
    for f in reading.figures:
        role = role_of(reading, f)
        if elided(f) and role.removesuffix(PART) in WHO and last is not None and last[0] == f.quantity:
            role = last[1].removesuffix(PART)
            if role.endswith(WHOLE) and len(roles) > 1 and roles[-2].endswith(OF):
                role = roles[-2].removesuffix(OF)  # "530 of the 780 will stay. It is 470"
        roles.append(role)
        if f.unit == "people":
            last = f.quantity, role
    return roles


def _befell(near: Around, language: str) -> str | None:
    """What the nearest word says befell those counted: right before the number, or right behind their noun."""
    best: tuple[int, str] | None = None
    for i in range(max(0, near.first - BESIDE), min(len(near.keys), near.last + BESIDE + len(near.aside))):
        role = _phrase_role(near.keys, i, language) or _role(near.keys[i], language)
        if (
            role in BEFALLEN
            and not near.first <= i < near.last
            and not near.taken[i]
            and (far := near.far(i)) <= BESIDE
            and (best is None or far < best[0])
        ):
            best = far, role
    return best[1] if best else None


@cache
def _of(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "numbers")["of"])


def _died_since(near: Around, language: str) -> bool:
    """True of hurt people who died of it: "after three of the injured died", « le décès de trois blessés », «وفاة ثلاثة جرحى»."""
    for i in range(near.last, min(len(near.keys), near.last + BESIDE)):
        if near.taken[i] or near.keys[i] in MARKS:
            break
        if _role(near.keys[i], language) == DEAD:
            return True
    before = near.first - 1 - (near.first > 0 and near.keys[near.first - 1] in _of(language))
    return before >= 0 and (before < near.first - 1 or language == "ar") and _role(near.keys[before], language) == DEAD


@cache
def _nobody(language: str) -> frozenset[str]:
    """The folded nouns that do not say who is counted ("people")."""
    return frozenset(fold_key(w) for w in ("people", *table(language, "numbers")["rivals"]["anybody"]))


@cache
def _attending(language: str) -> frozenset[str]:
    """The folded nouns of those of whom it is only said that they were there ("participants")."""
    return frozenset(fold_key(w) for w in table(language, "numbers")["elided"]["attending"])


def _took_part(near: Around, language: str) -> bool:
    """True when the clause says of the people counted that they took part, walked out, attended."""
    if _stands("elided", "joined", language, near.keys[near.last : near.last + 5]):
        return True
    if language != "ar":
        return _stands("elided", "joined_by", language, near.keys[max(0, near.first - NEAR) : near.first])
    said = _joining(language)
    before = [k for i, k in enumerate(near.keys[: near.first]) if near.first - 6 <= i and not near.taken[i]]
    return any(k in said or k[1:] in said for k in before)


@cache
def _joining(language: str) -> frozenset[str]:
    """The words of joining in, those of three letters left out."""
    return frozenset(w for p in _phrases(language, "elided", "joined") for w in p if len(w) > 3)


def _aside(near: Around, role: str, language: str) -> str:
    keys, first, last = near.keys, near.first, near.last
    for p in _phrases(language, "roles", "whole"):
        if 0 < len(p) < first and tuple(keys[first - len(p) : first]) == p and near.taken[first - len(p) - 1]:
            return WHOLE
    if any(
        tuple(keys[last : last + len(p)]) == p
        and (any(near.taken[last + len(p) : last + len(p) + 2]) or elided(near.figure))
        for p in _phrases(language, "roles", "whole")
    ):
        return OF
    if first and last + 1 < len(keys) and near.taken[last + 1]:
        start, then = (_phrases(language, "roles", k) for k in ("before_from", "before_to"))
        if (keys[first - 1],) in start and (keys[last],) in then:
            return " (before)"
    if role == TERM and _stands("roles", "appeal", language, keys):
        return " (appeal)"
    if role in (TERM, "fine") and _stands("roles", "sought", language, keys[max(0, first - NEAR) : last + NEAR]):
        return " (sought)"
    if role == "turnout" and _stands("roles", "midway", language, keys):
        return PART
    if role in (TERM, "rescued"):
        return ""  # "three years each" is no part, nor are those saved
    part = _stands("roles", "part", language, near.own(NEAR))
    left = (
        role == "walkout" and keys[max(0, first - 2) : first - 1]
    )  # «الجلسة التي انسحب منها 19 نائبا»: from there, not of them
    if part or (not left and _stands("roles", "part_after", language, keys[max(0, first - 5) : first])):
        return PART
    return ""


def _stands(section: str, key: str, language: str, keys: Sequence[str]) -> bool:
    """True when one of the phrases stands among the words."""
    begun = _begun(language, section, key)
    return any(tuple(keys[i : i + len(p)]) == p for i, word in enumerate(keys) if word in begun for p in begun[word])


@cache
def _begun(language: str, section: str, key: str) -> dict[str, list[Phrase]]:
    """The phrases under their first words."""
    found: dict[str, list[Phrase]] = {}
    for p in _phrases(language, section, key):
        found.setdefault(p[0], []).append(p)
    return found


def _phrase_role(keys: Sequence[str], i: int, language: str) -> str | None:
    first = keys[i]
    ways = _role_phrases(language).get(first, ())
    if not ways and language == "ar" and first.startswith("و"):
        ways = _role_phrases(language).get(first[1:], ())  # «وعلى متنها 61 مسافرا»
    return next((role for p, role in ways if tuple(keys[i + 1 : i + len(p)]) == p[1:]), None)


@lru_cache(maxsize=65536)
def _role(key: str, language: str) -> str | None:
    words = _roles(language)
    if key in words:
        return words[key]
    if language != "ar":
        return None
    for clitic in CLITICS:
        if key.startswith(clitic) and key[len(clitic) :] in words:
            return words[key[len(clitic) :]]
    return None
