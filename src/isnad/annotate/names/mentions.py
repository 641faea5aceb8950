"""Spans into mentions: the office beside a name is its role, an office alone stands for somebody; keys and countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import regex
from msgspec.structs import replace

from isnad.annotate.names.acted_on import acted_on
from isnad.annotate.names.arabic_sites import ATTACHED
from isnad.annotate.names.lexicon import Place, anywhere, demonyms, gazetteer, listed, world_names
from isnad.annotate.names.roles import RoleSpan, is_former
from isnad.annotate.names.spans import BODIES, Raw, key_of, small_letters
from isnad.annotate.names.tenures import past_years, tenure
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import bare, concepts, nation_of, role_concepts
from isnad.model import Mention, RoleMention
from isnad.text import fold_key

Spoken = Mapping[str, int]
"""ISO country → how often a page speaks of the state."""
KIND = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "misc"}


def mentions_in(
    text: str, words: list[Word], raw: list[Raw], offices: list[RoleSpan], language: str, spoken: Spoken
) -> list[Mention]:
    """Make mentions of names and offices: an office beside a name is its role, alone it stands for somebody.

    ``spoken`` says how often the page speaks of each state: of places of one name, the one in a state it speaks of is meant.
    """
    out = []
    used: set[int] = set()
    role_of: dict[int, RoleSpan] = {}
    people = _holders(words, raw)
    for how in ("right before", "before", "behind"):
        for n, a, b in people:
            found = _beside(words, a, b, offices, used, language, how) if _wanting(role_of.get(n)) else None
            if found is not None:
                role_of[n] = found
                used.add(found.first)
    covered = {i for o in offices if o.first in used for i in range(o.first, o.last)}
    for n, (a, b, kind, score) in enumerate(raw):
        role = role_of.get(n)
        out.append(_name(text, words, a, b, kind, score, role, language, spoken))
    inside_person = {i for a, b, k, _ in raw if k == "PER" for i in range(a, b)}
    for o in offices:
        if o.first in used or o.first in inside_person or not (o.definite or o.plural) or o.first in covered:
            continue
        if o.last - o.first == 1 and _decreeing(words, o.first):
            continue
        start, end = words[o.first].start, words[o.last - 1].end
        out.append(
            Mention(
                "person",
                start,
                end,
                text[start:end],
                form="role",
                plural=o.plural,
                country=country_of(words, o.first, o.last, language),
                score=0.6,
            )
        )
    return out


def _decreeing(words: list[Word], i: int) -> bool:
    """True of «القاضي» that is no judge but what a ruling does: «الحكم *القاضي* بسجن المتهم»."""
    if words[i].key not in ("القاضي", "القاضيه") or i < 1 or i + 1 >= len(words):
        return False
    behind, before = words[i + 1], words[i - 1].key
    return before.startswith("ال") and (behind.key == "ب" or (behind.kind == "word" and behind.key[0] == "ب"))


def _holders(words: list[Word], raw: list[Raw]) -> list[tuple[int, int, int]]:
    """The persons an office may be beside: which, and their words; of «محامية الكثيري فاطمة الزدجالي» she, behind whose lawyer she is."""
    found: list[tuple[int, int, int]] = []
    for n, (a, b, kind, _) in enumerate(raw):
        if kind != "PER":
            continue
        if found and found[-1][2] == a and words[a].kind == "word" and words[a - 1].kind == "word":
            a = found.pop()[1]
        found.append((n, a, b))
    return found


LOOSE = frozenset({"counterpart", "official", "soldier", "general", "former"})
"""Offices so vague that a fuller one behind the name is preferred."""


def _wanting(role: RoleSpan | None) -> bool:
    return role is None or role.rank in LOOSE


def _beside(
    words: list[Word], a: int, b: int, offices: list[RoleSpan], used: set[int], language: str, how: str
) -> RoleSpan | None:
    """The office beside a name: right before it, before it with a comma between, or in apposition behind it."""
    honorifics = listed(language, "honorifics")
    titles = listed(language, "before_office")

    def gap(first: int, last: int, marks: str) -> bool:
        between = words[past_years(words, first) : last]
        titled = any(w.key in honorifics for w in between)
        return len(between) <= 5 and all(
            (w.kind == "mark" and w.text in (marks + "." if titled else marks))
            or w.key.rstrip(".") in honorifics
            or w.kind == "elided"
            or w.key in titles
            for w in between
        )

    free = [o for o in offices if o.first not in used]
    if language == "ar":
        free = [o for o in free if not (o.last <= a and acted_on(words, o.first, b))]
    if how != "behind":
        before = [o for o in free if o.last <= a and gap(o.last, a, "-" if how == "right before" else ",،-")]
        if before or how == "right before" or language == "ar":
            return before[-1] if before else None
        near = [o for o in free if o.last < a - 1 and o.definite and _described(words, o.last, a, language)]
        return replace(near[-1], last=a - 1) if near else None
    behind = [o for o in free if o.first > b and gap(b, o.first, ",،(-–—")]
    if not behind or words[behind[0].first - 1].key in listed(language, "articles"):
        return None
    return behind[0]


def _described(words: list[Word], first: int, a: int, language: str) -> bool:
    """True of a few small words between an office and the comma before its holder: "la presidenta de la patronal *gasista*, X"."""
    between = words[first : a - 1]
    stops = frozenset(fold_key(w) for w in table(language, "roles")["stop"])
    small = all(w.kind in ("word", "elided") and w.text.islower() and w.key not in stops for w in between)
    return words[a - 1].text == "," and 0 < len(between) <= 3 and small


def _name(
    text: str,
    words: list[Word],
    a: int,
    b: int,
    kind: str,
    score: float,
    role: RoleSpan | None,
    language: str,
    spoken: Spoken,
) -> Mention:
    attached = language == "ar" and score == ATTACHED and words[a].key.startswith("بال")
    start, end = words[a].start + attached, words[b - 1].end
    if kind == "ORG" and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    printed = text[start:end]
    name = key_of(words, a, b)[attached:]
    place = (_meant(fold_key(printed), printed, spoken) or _meant(name, printed, spoken)) if kind == "LOC" else None
    if kind == "LOC" and place is None and name.startswith("ال") and len(name) > 6:
        place = _meant(bare(name), printed, spoken)  # «الخرطوم», which lists have without its article
    if kind == "LOC" and place is None:
        place = _state_of(words, a, b)
    key = place.key if place else world_names().get(fold_key(printed)) if kind == "ORG" else None
    country = place.country or None if place else _state_body(words, a, b, language) if kind == "ORG" else None
    acronym = kind == "ORG" and (bool(regex.fullmatch(r"[\p{Lu}\p{N}.&-]{2,8}", printed)) or _bracketed(words, a, b))
    held = None
    if role is not None:
        r0, r1 = words[role.first].start, words[role.last - 1].end
        state = country_of(words, role.first, role.last, language)
        meant = tuple(sorted(role_concepts(text[r0:r1])))
        since, until = tenure(words, role.last, b, language) or (None, None)
        former = is_former(words, role, language)
        held = RoleMention(text[r0:r1], r0, r1, language, meant, state, former, since, until)
        country = country or state
    return Mention(
        KIND[kind], start, end, printed, form="acronym" if acronym else "name", role=held, country=country, key=key, score=score,  # type: ignore[arg-type]
    )  # fmt: skip


def _bracketed(words: list[Word], a: int, b: int) -> bool:
    """True of one word with a capital alone in brackets: an acronym that is said as a word, "(Sodas)"."""
    alone = b - a == 1 and a > 0 and b < len(words) and words[a - 1].text == "(" and words[b].text == ")"
    return alone and words[a].text[:1].isupper() and words[a].text[1:].islower()


def states_spoken(rows: Sequence[Sequence[Word]], language: str) -> Spoken:
    """Return how often a page speaks of each state, by its name or its nationality; names that others bear too aside."""
    nations, known = demonyms(language), gazetteer()
    found: Counter[str] = Counter()
    for words in rows:
        for i, w in enumerate(words):
            pair = f"{w.key} {words[i + 1].key}" if i + 1 < len(words) else ""
            for name in (pair, w.key):
                place = known.places.get(name)
                if place is not None and not place.inhabitants and name not in known.others:
                    found[place.country] += 1
            if w.key in nations:
                found[nations[w.key]] += 1
    return found


def _meant(name: str, printed: str, spoken: Spoken) -> Place | None:
    """The place of a name that is meant: by vowel signs, then in the state the page speaks of most; else the largest."""
    place = gazetteer().places.get(name)
    others = gazetteer().others.get(name, ()) if place is not None else ()
    if place is None or not others:
        return place
    signs = table("shared", "places")["signs"].get(printed.removeprefix("ال"))
    told = next((p for p in (place, *others) if p.key == signs or p.key == f"place:{signs}"), None)
    return told or max((place, *others), key=lambda p: spoken.get(p.country, 0))


def _state_of(words: list[Word], a: int, b: int) -> Place | None:
    """The state in "Etat d'Israël", «مملكة البحرين»."""
    if words[a].key not in anywhere("states") or b - a < 2:
        return None
    nation = nation_of(words[b - 1].key)
    if nation:
        return Place(f"place:{nation}", nation, 0)
    place = gazetteer().places.get(words[b - 1].key)
    return place if place is not None and not place.inhabitants else None


def _state_body(words: list[Word], a: int, b: int, language: str) -> str | None:
    """The state a body is of: one its name speaks of, its owner before it, or where a sentence sets out: "À Rome, le ministère …".

    Of the last two only what names no one body by itself is told so: "Chile's *health ministry*".
    """
    told = country_of(words, a, b, language)
    if told or a < 2:
        return told
    known, rest = concepts(" ".join(w.text for w in words[a:b]))
    if rest or not known & BODIES:
        return None
    if language == "en" and words[a - 1].key in _POSSESSIVE:
        end = a - 1 - (words[a - 1].key == "s" and words[a - 2].text in "'’")
        return _of_place(words, max(0, end - 3), end)
    comma = next((k for k in range(min(a - 1, 5), 1, -1) if words[k].text in ",،"), 0)
    led = words[0].key in _IN or (words[0].key == "و" and words[1].key in _IN)
    article = a - comma - 1 - (words[a - 1].kind == "elided" or words[a - 1].key in listed(language, "before_office"))
    return _of_place(words, 1, comma) if comma and led and article <= 2 else None


_POSSESSIVE = frozenset({"s", "'s", "’s"})
_IN = frozenset({"a", "au", "in", "en", "في", "وفي", "within", "desde", "depuis", "from"})


def _of_place(words: list[Word], first: int, last: int) -> str | None:
    """The state of the place that ends before a word, the longest name of it."""
    for k in range(first, last):
        place = gazetteer().places.get(key_of(words, k, last))
        if place is not None and (place.inhabitants < 2 or place.inhabitants > _GREAT):
            return place.country
    return None


_GREAT = 400_000
"""Inhabitants of a town whose name stands for its state's bodies."""


def country_of(words: list[Word], a: int, b: int, language: str) -> str | None:
    """The one state that a nationality or a name inside some words speaks of."""
    nations, known = demonyms(language), gazetteer().places
    found = {nations[w.key] for w in words[a:b] if w.key in nations}
    signs = table("shared", "places")["signs"]
    # «محكمة عمّان»: the vowel signs tell the town from the state
    states = [
        w for w in words[a:b] if w.key in known and known[w.key].inhabitants == 0 and not small_letters(w, language)
    ]
    found |= {signs[w.text].removeprefix("place:")[:2] if w.text in signs else known[w.key].country for w in states}
    return found.pop() if len(found) == 1 else None
