"""Names of persons, organisations and places, with offices and what shorter mentions refer to."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

import regex

from isnad.annotate.names.lexicon import Place, demonyms, gazetteer, given_names
from isnad.annotate.names.refers import refer
from isnad.annotate.names.roles import RoleSpan, find_roles
from isnad.annotate.names.tagger import tag
from isnad.annotate.names.words import Word, words_of
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import bare, concepts, nation_of
from isnad.model import Mention, Reading, RoleMention
from isnad.text import fold_key

Raw = tuple[int, int, str, float]
"""Words [first, last) of a sentence, type, confidence."""
KIND = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "misc"}
SURE, DOUBTFUL = 0.8, 0.45
BODIES = frozenset(
    {"army", "navy", "airforce", "police", "gendarmerie", "ministry", "parliament", "senate", "guard", "intelligence"}
)
"""Bodies of a state that are named by a nationality: "l'armée israélienne"."""


def find_names(reading: Reading) -> Reading:
    """Return the reading with the mentions of its own words: names first found, then shortened, then offices alone."""
    article = reading.article
    if article.language not in LANGUAGES:
        return reading
    language = article.language
    rows, raws = _tagged(article.text, reading, language)
    raws = [_with_fathers(words, raw, language) for words, raw in zip(rows, raws, strict=True)]
    raws = _settled(rows, raws, language)
    people = _introduced(rows, raws, language)
    mentions: list[Mention] = []
    for words, raw in zip(rows, raws, strict=True):
        full = _propagated(words, _parted(words, raw, people, language), people, language)
        full = _with_places(words, full, language)
        full = _with_bodies(words, full, language)
        full = [r for r in full if r[2] != "PER" or _is_person(words, r, people, language)]
        offices = find_roles(words, [(a, b, k) for a, b, k, _ in full], language)
        full = _without_fields(words, full, offices)
        mentions += _mentions(article.text, words, full, offices, language)
    mentions.sort(key=lambda m: (m.start, -m.end))
    return with_field(reading, "mentions", tuple(refer(mentions, article, reading.sentences)))


def _tagged(text: str, reading: Reading, language: str) -> tuple[list[list[Word]], list[list[Raw]]]:
    """The words of each sentence and the names among them.

    Arabic pages are read twice: the first words of the names found are then known, and particles attached to them are cut
    («برأس النوادر» once «رأس النوادر» was seen).
    """
    known: frozenset[str] = frozenset()
    for _ in range(2 if language == "ar" else 1):
        rows = [words_of(text, s.start, s.end, language, known) for s in reading.sentences]
        found = [[(t.first, t.last, t.kind, t.score) for t in tag(words, language)] for words in rows]
        raws = [_cleaned(words, raw, language) for words, raw in zip(rows, found, strict=True)]
        known = frozenset(
            words[a].key
            for words, raw in zip(rows, raws, strict=True)
            for a, b, _, score in raw
            if score > 0.6 and b - a > 1
        )
    return rows, raws


def _upper(w: Word) -> bool:
    return w.text[:1].isupper()


@cache
def _honorifics(language: str) -> frozenset[str]:
    return frozenset(fold_key(h).rstrip(".") for h in table(language, "names")["honorifics"])


@cache
def _never(language: str) -> frozenset[str]:
    return frozenset(fold_key(h) for h in table(language, "names")["never"])


@cache
def _office_words(language: str) -> frozenset[str]:
    """Single words of offices, folded, Arabic ones without article."""
    found = set()
    for phrases in table(language, "offices")["concepts"].values():
        found |= {bare(fold_key(w)) for p in phrases for w in p.split()}
    return frozenset(found)


def _cleaned(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Take titles and marks off the ends of names; drop what cannot be one."""
    out = []
    for a, b, kind, score in raw:
        while a < b and (
            words[a].kind in ("mark", "particle", "elided") or not any(c.isalnum() for c in words[a].text)
        ):
            a += 1
        while b > a and words[b - 1].kind == "mark" and words[b - 1].text not in ".)":
            b -= 1
        if kind == "PER":
            a, b = _without_titles(words, a, b, language)
            if b < len(words) and b > a and words[b - 1].key in _FATHER and words[b].kind == "word":
                b += 1
        if b <= a or score < DOUBTFUL:
            continue
        if language != "ar" and not any(_upper(w) or w.text[:1].isdigit() for w in words[a:b]):
            continue
        if b - a == 1 and words[a].key in _never(language):
            continue
        if sum(len(w.text) for w in words[a:b]) < 2:
            continue
        out.append((a, b, kind, score))
    return out


_BEFORE_FATHER = frozenset({"cheikh", "sheikh", "الشيخ", "sidi", "سيدي", "moulay", "مولاي"})
_FATHER = frozenset({"ould", "uld", "ben", "bin", "ibn", "ولد", "بن", "ابن", "mint", "بنت", "منت"})


def _without_titles(words: list[Word], a: int, b: int, language: str) -> tuple[int, int]:
    honorifics, offices = _honorifics(language), _office_words(language)
    while b - a > 1:
        key = words[a].key.rstrip(".")
        office = bare(key) in offices and key not in given_names()
        small = (
            language != "ar"
            and words[a].text.islower()
            and key not in ("de", "del", "van", "von", "ben", "el", "al", "da")
        )
        # "Cheikh Ould Khouelid": what is left must still be more than a family name.
        alone = key in _BEFORE_FATHER and (b - a == 2 or words[a + 1].key in _FATHER)
        if not alone and (key in honorifics or office or small or words[a].kind == "mark"):
            a += 1
            continue
        break
    return a, b


def _parted(words: list[Word], raw: list[Raw], people: dict[str, float], language: str) -> list[Raw]:
    """Part what the tagger ran together: a body and the person after it, two Arabic bodies joined by «و»."""
    out = []
    ranks = _office_words(language)
    for a, b, kind, score in raw:
        if kind in ("ORG", "MISC", "LOC"):
            cut = next((n for n in (3, 2) if b - a > n and _key(words, b - n, b) in people), 0)
            if cut:
                out.append((b - cut, b, "PER", 0.8))
                b -= cut
            if b - a >= 2 and bare(words[a].key) in ranks and words[a].key not in _bodies(language):
                continue
            at = _joined(words, a, b, language) if language == "ar" else None
            if at is not None:
                out.append((a, at, kind, score))
                a = at
        out.append((a, b, kind, score))
    return sorted(out)


def _joined(words: list[Word], a: int, b: int, language: str) -> int | None:
    """Where a second body begins inside a span: a head word after «و»."""
    heads = _bodies(language)
    for i in range(a + 2, b):
        if words[i].key.startswith("و") and words[i].key[1:] in heads:
            return i
    return None


@cache
def _bodies(language: str) -> frozenset[str]:
    return frozenset(fold_key(h) for h in table(language, "names")["heads"])


def _without_fields(words: list[Word], raw: list[Raw], offices: list[RoleSpan]) -> list[Raw]:
    """Leave out the bare field of an office ("Défense" in "ministre de la Défense"): it is no organisation."""
    out = []
    for a, b, kind, score in raw:
        inside = any(o.first < a and b <= o.last for o in offices)
        if kind in ("ORG", "LOC", "MISC") and inside and b - a <= 3:
            known, rest = concepts(" ".join(w.text for w in words[a:b]))
            if known and not rest and not known & BODIES:
                continue
        out.append((a, b, kind, score))
    return out


def _with_fathers(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add names that a word of descent gives away ("Moctar Ould Khouelid", «المختار ولد اخويلد»), and join what they part."""
    out = list(raw)
    for i, w in enumerate(words):
        if (
            w.key not in _FATHER
            or i + 1 >= len(words)
            or (language != "ar" and not (_upper(w) or _upper(words[i + 1])))
        ):
            continue
        first, last = _descent(words, i, language)
        if last - i < 2 or (first == i and language == "ar"):
            continue
        inside = [r for r in out if r[0] < last and first < r[1]]
        if any(r[2] == "PER" and r[0] <= first and last <= r[1] for r in inside):
            continue
        if any(r[2] in ("ORG",) and r[3] > 0.8 for r in inside):
            continue
        start = min([first, *(r[0] for r in inside if r[2] == "PER")])
        out = [r for r in out if r not in inside] + [
            (start, max([last, *(r[1] for r in inside if r[2] == "PER")]), "PER", 0.85)
        ]
    return sorted(out)


def _descent(words: list[Word], i: int, language: str) -> tuple[int, int]:
    """The words of a name around a word of descent: one or two before it, one or two after it."""
    never = _never(language)

    def part(j: int) -> bool:
        w = words[j]
        if w.kind != "word" or w.key in never or len(w.key) < 2:
            return False
        return _upper(w) if language != "ar" else bare(w.key) not in _office_words(language)

    first, last = i, i + 1
    if i and part(i - 1):
        first = i - 1
        if first and language == "ar" and words[first - 1].key in given_names() and part(first - 1):
            first -= 1
        while language != "ar" and first and part(first - 1) and first > i - 3:
            first -= 1
    if last < len(words) and part(last):
        last += 1
        if words[last - 1].key in ("el", "al", "عبد") and last < len(words) and part(last):
            last += 1
    return first, last


_AT = frozenset({"en", "a", "in", "at", "near", "hacia", "vers", "depuis", "desde", "pres", "cerca", "cap"})


def _settled(rows: list[list[Word]], raws: list[list[Raw]], language: str) -> list[list[Raw]]:
    """One printed form is one sort of thing in an article: the sort most of its uses speak for."""
    votes: dict[str, dict[str, float]] = {}
    keys = {_key(w, a, b) for w, raw in zip(rows, raws, strict=True) for a, b, _, _ in raw}

    def form(words: list[Word], a: int, b: int) -> str:
        key = _key(words, a, b)
        bare_key = key[1:] if language == "ar" and key[:1] in "وفبلك" and key[1:] in keys else key
        return bare_key

    for words, raw in zip(rows, raws, strict=True):
        for a, b, kind, score in raw:
            vote = votes.setdefault(form(words, a, b), defaultdict(float))
            vote[kind] += score
            given = any(w.key in given_names() for w in words[a:b])
            if a and words[a - 1].key in _AT and kind in ("PER", "LOC") and not given:
                vote["LOC"] += 1.0
    out = []
    for words, raw in zip(rows, raws, strict=True):
        row = []
        for a, b, kind, score in raw:
            vote = votes[form(words, a, b)]
            best, most = max(vote.items(), key=lambda v: (v[1], v[0]))
            kind = best if best != kind and most >= 1.3 * vote[kind] and score < 0.98 else kind
            row.append((a, b, kind, score))
        out.append(row)
    return out


def _introduced(rows: list[list[Word]], raws: list[list[Raw]], language: str) -> dict[str, float]:
    """The words of persons' names of the article: a name once sure is a name everywhere."""
    found: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for words, raw in zip(rows, raws, strict=True):
        for a, b, kind, score in raw:
            if kind != "PER":
                continue
            keys = [w.key for w in words[a:b] if w.kind == "word"]
            if len(keys) >= 2 and (score >= 0.6 or any(k in given_names() for k in keys)):
                for k in (" ".join(keys), keys[-1], *((" ".join(keys[-2:]),) if len(keys) > 2 else ())):
                    found[k] = max(found.get(k, 0.0), score)
            elif len(keys) == 1:
                counts[keys[0]] += 1
                if score >= SURE and (counts[keys[0]] >= 2 or score > 0.9):
                    found[keys[0]] = max(found.get(keys[0], 0.0), score)
    small = _never(language)
    return {k: v for k, v in found.items() if len(k) >= 3 and k not in small}


def _propagated(words: list[Word], raw: list[Raw], people: dict[str, float], language: str) -> list[Raw]:
    """Add later uses of a person's surname or full name that the tagger missed."""
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    out = [(a, b, "PER" if k != "PER" and s < 0.75 and _key(words, a, b) in people else k, s) for a, b, k, s in raw]
    for n in (4, 3, 2, 1):
        for i in range(len(words) - n + 1):
            span = range(i, i + n)
            if any(j in taken for j in span) or words[i].kind != "word" or words[i + n - 1].kind != "word":
                continue
            key = _key(words, i, i + n)
            if key not in people or (language != "ar" and not _upper(words[i])):
                continue
            if language == "ar" and n == 1 and (key in demonyms("ar") or key in gazetteer().places or len(key) < 4):
                continue
            taken.update(span)
            out.append((i, i + n, "PER", 0.7))
    if language != "ar":
        out += _by_list(words, taken, language)
    return sorted(out)


def _by_list(words: list[Word], taken: set[int], language: str) -> list[Raw]:
    """Two to four capitalised words in a row that lists know as words of persons' names, the first as a given name."""
    out, known, i = [], gazetteer().people, 0
    while i < len(words):
        n = 0
        while (
            i + n < len(words) and n < 4 and i + n not in taken and words[i + n].kind == "word" and _upper(words[i + n])
        ):
            n += 1
        keys = [w.key for w in words[i : i + n]]
        if (
            n >= 2
            and keys[0] in given_names()
            and sum(k in known for k in keys) >= 2
            and keys[0] not in _never(language)
        ):
            out.append((i, i + n, "PER", 0.62))
            taken.update(range(i, i + n))
        i += max(1, n)
    return out


def _key(words: list[Word], a: int, b: int) -> str:
    return " ".join(w.key for w in words[a:b] if w.kind == "word")


def _with_places(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add states, and large cities with a capital, that the tagger missed."""
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    known, out = gazetteer(), list(raw)
    i = 0
    while i < len(words):
        longest = min(known.first_words.get(words[i].key, 0), len(words) - i, 5)
        for n in range(longest, 0, -1):
            name = " ".join(w.key for w in words[i : i + n])
            place = known.places.get(name)
            if place is None or any(j in taken for j in range(i, i + n)) or name in _never(language):
                continue
            if not _place_meant(words, i, n, place.inhabitants, language):
                continue
            out.append((i, i + n, "LOC", 0.7))
            taken.update(range(i, i + n))
            break
        i += 1
    return sorted(out)


_IN = frozenset(
    {
        "في",
        "الى",
        "من",
        "بمدينه",
        "مدينه",
        "ب",
        "بين",
        "ل",
        "و",
        "نحو",
        "داخل",
        "ضواحي",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "قرب",
    }
)


def _place_meant(words: list[Word], i: int, n: int, inhabitants: int, language: str) -> bool:
    """A name of the gazetteer is meant as the place: with a capital; in Arabic, a state, or after a word of place."""
    if language != "ar":
        lone = i == 0 and n == 1
        return (
            _upper(words[i])
            and len(words[i].text) > 2
            and (inhabitants < 2 or inhabitants > 200000)
            and not (lone and inhabitants > 1)
        )
    before = words[i - 1].key if i else ""
    key = words[i].key
    if inhabitants == 0:
        return n > 1 or len(key) >= 4
    return (
        before in _IN and (inhabitants == 1 or inhabitants > 150000) and len(key) >= 3 and key not in gazetteer().people
    )


def _with_bodies(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add bodies of states named by their nationality, and organisations of the world the tagger missed."""
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    out, nations = list(raw), demonyms(language)
    i = 0
    while i < len(words):
        if i in taken or words[i].kind != "word":
            i += 1
            continue
        n = _world(words, i, taken)
        if n:
            out.append((i, i + n, "ORG", 0.9))
            taken.update(range(i, i + n))
            i += n
            continue
        for n in (5, 4, 3, 2):
            span = words[i : i + n]
            if len(span) < n or any(j in taken for j in range(i, i + n)) or span[-1].kind != "word":
                continue
            nation = span[-1].key in nations or (language == "en" and span[0].key in nations)
            if not nation or any(w.kind == "mark" for w in span):
                continue
            rest = [w.text for w in span if w.key not in nations]
            known, unknown = concepts(" ".join(rest))
            if known & BODIES and not unknown:
                out.append((i, i + n, "ORG", 0.75))
                taken.update(range(i, i + n))
                break
        i += 1
    return sorted(out)


@cache
def _world_names() -> dict[str, str]:
    return {fold_key(n): f"org:{row['key']}" for row in table("shared", "world")["organizations"] for n in row["names"]}


@cache
def _world_first() -> dict[str, int]:
    found: dict[str, int] = {}
    for name in _world_names():
        found[name.split()[0]] = max(found.get(name.split()[0], 0), len(name.split()) + 2)
    return found


def _world(words: list[Word], i: int, taken: set[int]) -> int:
    """How many words from here are the name of an organisation of the world; acronyms in capitals only."""
    for n in range(min(_world_first().get(words[i].key, 0), len(words) - i), 0, -1):
        span = words[i : i + n]
        name = "".join((" " if k and span[k - 1].end < w.start else "") + w.key for k, w in enumerate(span))
        if name in _world_names() and not any(j in taken for j in range(i, i + n)):
            short = n == 1 and len(name) <= 5
            if not short or span[0].text.isupper() or not span[0].text.isascii():
                return n
    return 0


def _is_person(words: list[Word], r: Raw, people: dict[str, float], language: str) -> bool:
    """A last look at what is called a person: names of people, not words that merely stand where names do."""
    a, b, _, score = r
    keys = [w.key for w in words[a:b] if w.kind == "word"]
    before = words[a - 1].key if a else ""
    if (
        before in ("l'", "le", "la", "les", "the", "los", "las", "cette", "ce", "d'un", "une", "un", "une")
        and score < 0.97
    ):
        if not any(k in given_names() for k in keys) or len(keys) == 1:
            return False
    if not keys or any(c.isdigit() for w in words[a:b] for c in w.text):
        return False
    if len(keys) == 1:
        key = keys[0]
        if key in _never(language) or key in demonyms(language) or (key in gazetteer().places and score < 0.95):
            return False
        return key in people or (score >= 0.9 and len(key) >= 3)
    known = sum(k in gazetteer().people or k in given_names() for k in keys)
    if language == "ar" and not known and score < 0.85:
        return False
    if all(k in _never(language) or k in demonyms(language) for k in keys):
        return False
    return score >= 0.6 or known >= 1


def _mentions(text: str, words: list[Word], raw: list[Raw], offices: list[RoleSpan], language: str) -> list[Mention]:
    """Make mentions of names and offices: an office beside a name is its role, alone it stands for somebody."""
    out = []
    used: set[int] = set()
    role_of: dict[int, RoleSpan] = {}
    people = [(n, a, b) for n, (a, b, k, _) in enumerate(raw) if k == "PER"]
    for how in ("right before", "before", "behind"):
        for n, a, b in people:
            found = _beside(words, a, b, offices, used, language, how) if _wanting(role_of.get(n)) else None
            if found is not None:
                role_of[n] = found
                used.add(found.first)
    covered = {i for o in offices if o.first in used for i in range(o.first, o.last)}
    for n, (a, b, kind, score) in enumerate(raw):
        role = role_of.get(n)
        out.append(_name(text, words, a, b, kind, score, role, language))
    inside_person = {i for a, b, k, _ in raw if k == "PER" for i in range(a, b)}
    for o in offices:
        if o.first in used or o.first in inside_person or not (o.definite or o.plural) or o.first in covered:
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
                country=_country(words, o.first, o.last, language),
                score=0.6,
            )
        )
    return out


LOOSE = frozenset({"counterpart", "official", "soldier", "general", "former"})
"""Offices so vague that a fuller one behind the name is preferred."""


def _wanting(role: RoleSpan | None) -> bool:
    return role is None or role.rank in LOOSE


def _beside(
    words: list[Word], a: int, b: int, offices: list[RoleSpan], used: set[int], language: str, how: str
) -> RoleSpan | None:
    """The office beside a name: right before it, before it with a comma between, or in apposition behind it."""
    honorifics = _honorifics(language)
    titles = ("le", "la", "el", "the", "m")

    def gap(first: int, last: int, marks: str) -> bool:
        between = words[first:last]
        titled = any(w.key in honorifics for w in between)
        return len(between) <= 5 and all(
            (w.kind == "mark" and w.text in (marks + "." if titled else marks))
            or w.key.rstrip(".") in honorifics
            or w.kind == "elided"
            or w.key in titles
            for w in between
        )

    free = [o for o in offices if o.first not in used]
    if how != "behind":
        before = [o for o in free if o.last <= a and gap(o.last, a, "-" if how == "right before" else ",،-")]
        return before[-1] if before else None
    behind = [o for o in free if o.first > b and gap(b, o.first, ",،(-–—")]
    if not behind or words[behind[0].first - 1].key in ("le", "la", "les", "l'", "el", "los"):
        return None
    return behind[0]


def _name(
    text: str, words: list[Word], a: int, b: int, kind: str, score: float, role: RoleSpan | None, language: str
) -> Mention:
    start, end = words[a].start, words[b - 1].end
    if kind == "ORG" and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    printed = text[start:end]
    name = _key(words, a, b)
    place = gazetteer().places.get(fold_key(printed)) or gazetteer().places.get(name) if kind == "LOC" else None
    if kind == "LOC" and place is None:
        place = _state_of(words, a, b)
    key = place.key if place else _world_names().get(fold_key(printed)) if kind == "ORG" else None
    country = place.country or None if place else _country(words, a, b, language) if kind == "ORG" else None
    acronym = kind == "ORG" and bool(regex.fullmatch(r"[\p{Lu}\p{N}.&-]{2,8}", printed))
    held = None
    if role is not None:
        r0, r1 = words[role.first].start, words[role.last - 1].end
        held = RoleMention(text[r0:r1], r0, r1, language)
        country = country or _country(words, role.first, role.last, language)
    return Mention(
        KIND[kind], start, end, printed, form="acronym" if acronym else "name", role=held, country=country, key=key, score=score,  # type: ignore[arg-type]
    )  # fmt: skip


_STATE_WORDS = frozenset(
    {
        "etat",
        "royaume",
        "republique",
        "state",
        "kingdom",
        "republic",
        "estado",
        "reino",
        "republica",
        "دوله",
        "مملكه",
        "جمهوريه",
        "المملكه",
    }
)


def _state_of(words: list[Word], a: int, b: int) -> Place | None:
    """The state in "Etat d'Israël", «مملكة البحرين»."""
    if words[a].key not in _STATE_WORDS or b - a < 2:
        return None
    nation = nation_of(words[b - 1].key)
    if nation:
        return Place(f"place:{nation}", nation, 0)
    place = gazetteer().places.get(words[b - 1].key)
    return place if place is not None and not place.inhabitants else None


def _country(words: list[Word], a: int, b: int, language: str) -> str | None:
    """The one state that a nationality or a name inside some words speaks of."""
    nations, known = demonyms(language), gazetteer().places
    found = {nations[w.key] for w in words[a:b] if w.key in nations}
    found |= {known[w.key].country for w in words[a:b] if w.key in known and known[w.key].inhabitants == 0}
    return found.pop() if len(found) == 1 else None
