"""Names that lists know and the tagger missed: states, cities, bodies of a state, organisations of the world."""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import demonyms, gazetteer, listed, office_words, world_names
from isnad.annotate.names.narrower import sentenced
from isnad.annotate.names.roles import RoleSpan
from isnad.annotate.names.spans import BODIES, Raw, financial, key_of, small_letters, upper
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import bare, concepts, nation_of, place_kind


def with_places(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add states, and large cities with a capital, that the tagger missed."""
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    known, out = gazetteer(), list(raw)
    i = 0
    while i < len(words):
        longest = min(known.first_words.get(words[i].key, 0), len(words) - i, 5)
        for n in range(longest, 0, -1):
            name = " ".join(w.key for w in words[i : i + n])
            place = known.places.get(name)
            if place is None or any(j in taken for j in range(i, i + n)) or name in listed(language, "never"):
                continue
            if n == 1 and financial(words, i):
                continue
            if n == 1 and place_kind(name) is not None:
                continue  # «مدينة» is a town's name too, but here the word for a town
            if not _place_meant(words, i, n, place.inhabitants, language):
                continue
            out.append((i, i + n, "LOC", 0.7))
            taken.update(range(i, i + n))
            break
        i += 1
    return sorted(out)


def _place_meant(words: list[Word], i: int, n: int, inhabitants: int, language: str) -> bool:
    """A name of the gazetteer is meant as the place: with a capital; in Arabic, a state, or after a word of place."""
    if language != "ar":
        lone = i == 0 and n == 1 and not _dated(words)
        return (
            upper(words[i])
            and len(words[i].text) > 2
            and not (n == 1 and small_letters(words[i], language))
            and (inhabitants < 2 or inhabitants > 200000)
            and not (lone and inhabitants > 1)
        )
    before = words[i - 1].key if i else ""
    key = words[i].key
    if inhabitants == 0:
        return n > 1 or len(key) >= 4
    return (
        before in listed(language, "near")
        and (inhabitants == 1 or inhabitants > 60000 or (before in _WITHIN and _seldom(key)))
        and (n > 1 or len(key) >= 3)
        and (n > 1 or key not in gazetteer().people or (before in _WITHIN and _seldom(key)))
    )


def _dated(words: list[Word]) -> bool:
    """True behind whose first word a day or an agency stands, as a dateline's do: "N'DJAMENA, 10 fév (AVP) – "."""
    return len(words) > 2 and (words[1].text == "(" or (words[1].text == "," and words[2].kind == "number"))


_WITHIN = frozenset({"في", "قرب", "نحو", "الي", "بمدينه"})
"""What mostly leads to a place."""


def _seldom(key: str) -> bool:
    """True of a word without the article that pages seldom print: a small town behind «في» («في أريحا»)."""
    return len(key) > 3 and not key.startswith("ال") and bands("ar").get(key, 9) > 2


def with_bodies(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add bodies of states named by their nationality, and organisations of the world the tagger missed."""
    out, nations = _world_whole(words, raw), demonyms(language)
    taken = {i for a, b, _, _ in out for i in range(a, b)}
    national = {i for i, w in enumerate(words) if w.key in nations}
    i = 0
    while i < len(words):
        if i in taken or words[i].kind != "word":
            i += 1
            continue
        n = of_the_world(words, i, taken)
        if n:
            out.append((i, i + n, "ORG", 0.9))
            taken.update(range(i, i + n))
            i += n
            continue
        for n in (5, 4, 3, 2):
            last = i + n - 1
            if last >= len(words) or not (last in national or (language == "en" and i in national)):
                continue
            span = words[i : i + n]
            if span[-1].kind != "word" or not taken.isdisjoint(range(i, i + n)):
                continue
            if not (i in national or concepts(span[0].text)[0]) or any(w.kind == "mark" for w in span):
                continue
            if last not in national and not concepts(span[-1].text)[0]:
                continue  # "the Spanish consulate *in* Oran"
            if language == "ar" and n == 2 and span[0].text.endswith("ة") and not span[1].key.endswith("ه"):
                continue  # «وزير *الخارجية الإيراني*»: the minister is Iranian
            rest = [w.text for w in span if w.key not in nations]
            if language != "en" and all(w.key in _SOLDIERS or w.key in nations for w in span):
                continue
            known, unknown = concepts(" ".join(rest))
            if known & BODIES and not unknown:
                out.append((i, i + n, "ORG", 0.75))
                taken.update(range(i, i + n))
                break
        i += 1
    return sorted(out)


_SOLDIERS = frozenset(
    "militaire militaires militar militares un une una le la les el los عسكري العسكري عسكريين العسكريين عسكريون عسكريه العسكريه".split()
)
"""Words that mean the army where a body's name is understood, and a soldier or what is military where they stand alone."""


def _world_whole(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names with organisations of the world whole where the tagger saw a part: «المجموعة الاقتصادية لدول غرب *إفريقيا*»."""
    out = raw
    for i, w in enumerate(words):
        if _world_first().get(w.key, 0) > _LONG and (n := of_the_world(words, i, set())) >= _LONG:
            inside = [r for r in out if r[0] < i + n and i < r[1]]
            if inside and all(i <= r[0] and r[1] <= i + n and r[:2] != (i, i + n) for r in inside):
                out = [*(r for r in out if r not in inside), (i, i + n, "ORG", 0.9)]
    # "le *Quai d'Orsay*": a name of no sort to the tagger
    return [
        (a, b, "ORG", 0.9) if kind == "MISC" and of_the_world(words, a, set()) == b - a else (a, b, kind, s)
        for a, b, kind, s in out
    ]


_LONG = 3
"""Words of the shortest name of the world that holds names of its own."""


@cache
def _world_first() -> dict[str, int]:
    found: dict[str, int] = {}
    for name in world_names():
        found[name.split()[0]] = max(found.get(name.split()[0], 0), len(name.split()) + 2)
    return found


def of_the_world(words: list[Word], i: int, taken: set[int]) -> int:
    """Return how many words from here are the name of an organisation of the world; acronyms in capitals only."""
    for n in range(min(_world_first().get(words[i].key, 0), len(words) - i), 0, -1):
        span = words[i : i + n]
        name = "".join((" " if k and span[k - 1].end < w.start else "") + w.key for k, w in enumerate(span))
        if name in world_names() and not any(j in taken for j in range(i, i + n)):
            if n == 2 and span[0].text.isascii() and not any(w.text[:1].isupper() for w in span):
                continue  # "tout *le monde*" is no paper
            short = n == 1 and len(name) <= 5
            if not short or span[0].text.isupper() or not span[0].text.isascii():
                return n
    return 0


def with_named_bodies(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add bodies whose every word is understood: one that opens such names, then at least one word that says which.

    «مديرية الدفاع المدني», "Chambre de commerce de Jordanie". With capitals, the first word must bear one.
    """
    heads = listed(language, "body_heads")
    if language == "ar":  # «ديوان المحاسبة»: nobody is called so
        raw = [r for r in raw if r[2] != "PER" or r[1] - r[0] > 1 or not _opens_body(words, r[0], heads)]
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    out = list(raw)
    opened = {a for a, _, kind, _ in raw if kind == "ORG"}
    i = 0
    while i < len(words):
        if (
            words[i].kind == "word"
            and words[i].key in heads
            and (i not in taken or i in opened)
            and (language == "ar" or upper(words[i]) or _small_ministry(words, i, language))
        ):
            last = _understood(words, i, language)
            last = max(last, _governed(words, raw, i, language))
            inside = set(range(i, last))
            named = (
                _says_which(words[i:last]) and (language != "ar" or _definite(words[i:last]))
            ) or last == _governed(words, raw, i, language)
            named = named and not any(key_of(words, i, last).startswith(k) for k in listed(language, "organs"))
            if last - i >= 2 and named and not taken.intersection(inside - _held(raw, i, last)):
                out = [r for r in out if not (i <= r[0] and r[1] <= last)]
                out.append((i, last, "ORG", 0.7))
                taken |= inside
                i = last
                continue
        i += 1
    return sorted(dict.fromkeys(out))


def _opens_body(words: list[Word], i: int, heads: frozenset[str]) -> bool:
    """True of an Arabic word that opens names of bodies, right before a word with the article that is understood."""
    behind = words[i + 1] if i + 1 < len(words) else words[i]
    return words[i].key in heads and behind.key.startswith("ال") and bool(concepts(behind.text)[0])


def _governed(words: list[Word], raw: list[Raw], i: int, language: str) -> int:
    """The end of a region's own body printed with a capital: "Gobierno de Aragón", "Parlement de Wallonie"; 0 for none.

    A state's is left to what the page says of it: "el Gobierno de España" is any government of it.
    """
    if language == "ar" or not concepts(words[i].text)[0] & {"government", "parliament", "council"}:
        return 0
    inner, j = listed(language, "inner"), i + 1
    while j < len(words) and (words[j].kind == "elided" or words[j].key.rstrip("'") in inner):
        j += 1
    place = next((r for r in raw if r[0] == j and r[2] == "LOC"), None)
    known = gazetteer().places.get(key_of(words, *place[:2])) if place else None
    return place[1] if place and i + 1 < j <= i + 3 and (known is None or known.inhabitants) else 0


def _small_ministry(words: list[Word], i: int, language: str) -> bool:
    """True of a ministry printed small before its field with a capital: "le ministère de l'Intérieur"."""
    if "ministry" not in concepts(words[i].text)[0]:
        return False
    inner, j = listed(language, "inner"), i + 1
    while j < len(words) and (words[j].kind == "elided" or words[j].key.rstrip("'") in inner):
        j += 1
    return j > i + 1 and j < len(words) and upper(words[j]) and bool(concepts(words[j].text)[0])


def _held(raw: list[Raw], first: int, last: int) -> set[int]:
    """The words of names of places and shorter bodies inside a stretch, which a longer name of a body may hold."""
    return {i for a, b, kind, _ in raw if kind in ("LOC", "ORG") and first <= a and b <= last for i in range(a, b)}


def _understood(words: list[Word], i: int, language: str) -> int:
    """The end of the run of words from here that are known words of bodies, nationalities and states, small words between."""
    last, j = i + 1, i + 1
    inner = listed(language, "inner")
    while j < len(words) and j - last < 4:
        w = words[j]
        office = bare(w.key) in office_words("ar") and not w.key.startswith("ال") and words[j - 1].key.startswith("ال")
        if language == "ar" and (w.text == "في" or office or (w.key == "ب" and sentenced(words, j))):
            break  # «وزارة العمل في جيبوتي», «المحكمة المركزية | محافظ واسط»
        pair = words[j : j + 2]
        if len(pair) == 2 and w.key in _AND and pair[1].key.rstrip("'’") in _ARTICLES:
            break  # "la *Fédération* et le club"
        if len(pair) == 2 and all(x.kind == "word" for x in pair) and _one_notion(pair):
            # «الدفاع المدني» is understood, «المدني» alone is not.
            last = j = j + 2
            continue
        known, rest = concepts(w.text) if w.kind == "word" else (frozenset[str](), ())
        if language != "ar" and len(w.key) < 3 and not upper(w) and w.key.rstrip("'") not in inner:
            break  # "Policía Nacional en un comunicado": no UN
        if w.key in _ON and upper(words[j - 1]) and not upper(words[min(j + 1, len(words) - 1)]):
            break  # "University of Ghana on laboratory testing", "Universidad de Tarapacá para levantar el museo"
        place = gazetteer().places.get(w.key) or gazetteer().places.get(bare(w.key))
        state = w.key in demonyms(language) or (place is not None and place.inhabitants == 0)
        if (
            w.kind == "word"
            and (state or (known and not rest))
            and not (language != "ar" and state and not upper(w) and known)
        ):
            last = j + 1
        elif not (w.key.rstrip("'") in inner or w.kind in ("elided", "particle")) or (
            w.kind == "particle" and w.key == "و"
        ):
            break
        j += 1
    return last


_AND = frozenset({"et", "y", "e", "and"})
_ARTICLES = frozenset({"le", "la", "l", "les", "el", "los", "las", "the"})
_ON = frozenset({"on", "for", "to", "over", "para", "por", "sobre", "sur", "pour", "contre", "contra", "against"})
"""Prepositions that, behind a name's capital and before a small word, begin what is done with the body."""


def _one_notion(pair: list[Word]) -> bool:
    """True when two words are understood only together."""
    known, rest = concepts(f"{pair[0].text} {pair[1].text}")
    return bool(known) and not rest and bool(concepts(pair[1].text)[1])


_SAYS_LITTLE = frozenset({"new", "joint", "regional", "technical", "higher", "general", "local", "free", "unified"})
"""Concepts that do not tell one body from another: «قنصلية جديدة» is any."""


@cache
def _generic() -> frozenset[str]:
    return frozenset(table("shared", "organizations")["generic"])


def _says_which(words: list[Word]) -> bool:
    """True when the words say more than what sort of body it is."""
    known, rest = concepts(" ".join(w.text for w in words if w.kind != "particle"))
    whole = len(words) > 1 and not rest and len(known) == 1 and known.isdisjoint(_generic() | _SAYS_LITTLE)
    enough = len(known - _SAYS_LITTLE) >= 2 or whole or (bool(known & {"embassy", "consulate"}) and bool(rest))
    return enough and all(nation_of(w) or w in gazetteer().places for w in rest)


def _definite(words: list[Word]) -> bool:
    """True of Arabic words of which one has the article or is a place: «جمعية زراعية» is any of them."""
    return any(w.key.startswith(("ال", "لل")) or w.key in gazetteer().places or w.key == "لل" for w in words[1:])


def _common(w: Word) -> bool:
    return w.key in gazetteer().plain["ar"] or bool(concepts(w.text)[0])


def with_held_bodies(words: list[Word], raw: list[Raw], offices: list[RoleSpan], language: str) -> list[Raw]:
    """Add the body that an office is of, when a word that opens names of bodies and at least one more stand in the office.

    «رئيسة الجمعية المحلية لحماية المال العام», "president of the Chamber of Commerce"; the board or the council inside any body is none.
    """
    heads = listed(language, "body_heads", "heads")
    out = list(raw)
    for office in offices:
        for i in range(office.first + 1, office.last):
            w = words[i]
            if w.kind != "word" or w.key not in heads or not (language == "ar" or upper(w)):
                continue
            if words[i - 1].kind == "word" and words[i - 1].key not in listed(language, "inner") and language != "ar":
                continue
            last = _body_end(words, i, office.last, language)
            inside = [r for r in out if r[0] < last and i < r[1]]
            own = key_of(words, i, last)
            if any(own.startswith(k) for k in listed(language, "organs")) or last - i < 2:
                break
            if any(r[2] in ("PER", "ORG") or not (i <= r[0] and r[1] <= last) for r in inside):
                break
            if language == "ar" and not _definite(words[i:last]) and all(_common(x) for x in words[i + 1 : last]):
                break  # «جمعية زراعية محلية»
            if inside and inside[0][0] == i + 1 and place_kind(w.key) is not None:
                break  # «بلدية تازغارت»: the town is what is named
            out = [r for r in out if r not in inside] + [(i, last, "ORG", 0.65)]
            break
    return sorted(out)


def _body_end(words: list[Word], i: int, last: int, language: str) -> int:
    """Where the body ends inside an office: before a place it is only seen in («ممثل المنظمة بتونس»), and with a word."""
    for j in range(i + 1, last):
        attached = language == "ar" and words[j].key[:1] == "ب" and not concepts(words[j].text)[0]
        ranked = language == "ar" and words[j].key in listed("ar", "honorifics")
        if attached or ranked or (words[j].kind == "particle" and words[j].key in ("ب", "و")):
            last = j
            break
    inner = listed(language, "inner")
    while last > i + 1 and (words[last - 1].kind != "word" or words[last - 1].key in inner):
        last -= 1
    return last
