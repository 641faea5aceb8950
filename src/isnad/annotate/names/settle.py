"""One printed form is one sort of thing in an article: what each of its uses says is weighed, and names once sure are found again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from isnad.annotate.names.lexicon import anywhere, gazetteer, given_names, listed, world_names
from isnad.annotate.names.spans import Raw, is_contest, key_of, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, place_kind

Votes = dict[str, dict[str, float]]
"""Folded form → how much speaks for each sort."""
PREPONDERANCE = 1.3
"""How much more must speak for another sort before a use is called so."""
KNOWN = 2.0
"""What a list of organisations says of one use."""
PLAYED = 0.7
"""Confidence of a team that only a score tells."""
Place = tuple[int, int]
"""Words [first, last) of a sentence."""
STRANGE = 1.6
"""What a family name of the page that is no town's says of one use."""
SPORTING = 0.012
"""Share of words of sport from which an article tells of matches."""


def settled(rows: Sequence[list[Word]], raws: Sequence[list[Raw]], sport: bool, language: str) -> list[list[Raw]]:
    """Return the names with each printed form called the sort that most speaks for, over all its uses.

    ``sport`` is true of a page that tells of matches.
    """
    if sport and language == "ar":
        raws = [
            [(a + (b - a > 1 and words[a].text == _ON), b, k, s) for a, b, k, s in raw]
            for words, raw in zip(rows, raws, strict=True)
        ]
    if language == "es":
        raws = _told_to(rows, raws)
    keys = {key_of(w, a, b) for w, raw in zip(rows, raws, strict=True) for a, b, _, _ in raw}

    def form(words: list[Word], a: int, b: int) -> str:
        key = key_of(words, a, b)
        return key[1:] if language == "ar" and key[:1] in "وفبلك" and key[1:] in keys else key

    surnames = _surnames(rows, raws, language)
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for words, raw in zip(rows, raws, strict=True):
        for r in raw:
            _weigh(votes[form(words, r[0], r[1])], words, r, surnames, sport, language)
    _firms_for_short(votes, surnames, language)
    for key in _played(rows, raws, form, surnames, language) if sport else ():
        votes[key]["ORG"] += 2 * sum(votes[key].values())
    teams = _scored(rows, raws, surnames, language) if sport else frozenset()
    out = []
    for words, raw in zip(rows, raws, strict=True):
        row = []
        for a, b, kind, score in raw:
            vote = votes[form(words, a, b)]
            best, most = max(vote.items(), key=lambda v: (v[1], v[0]))
            firm = score >= 0.98 and vote[kind] > 0.6 * most
            if (
                kind != "ORG"
                and form(words, a, b) in teams
                and (a == 0 or words[a - 1].key not in listed(language, "at"))
            ):
                row.append((a, b, "ORG", score))
                continue
            row.append(
                (a, b, best if best != kind and most >= PREPONDERANCE * vote[kind] and not firm else kind, score)
            )
        out.append(_with_teams(words, row, teams))
    return out


def _told_to(rows: Sequence[list[Word]], raws: Sequence[list[Raw]]) -> list[list[Raw]]:
    """The Spanish names with a family name of the page apart from whom its bearer speaks to: "relata *Reverte* a *La Bahía Digital*"."""
    known = _surnames(rows, raws, "es")
    out: list[list[Raw]] = []
    for words, raw in zip(rows, raws, strict=True):
        row: list[Raw] = []
        for a, b, kind, score in raw:
            if b - a > 2 and words[a + 1].text in ("a", "al") and words[a].key in known:
                row += [(a, a + 1, "PER", score), (a + 2, b, "ORG", score)]
            else:
                row.append((a, b, kind, score))
        out.append(row)
    return out


def _played(
    rows: Sequence[list[Word]],
    raws: Sequence[list[Raw]],
    form: Callable[[list[Word], int, int], str],
    surnames: frozenset[str],
    language: str,
) -> set[str]:
    """Towns that are told of as teams twice and more and that nothing is said to be in: "Brighton's keeper", "la défense de Brighton"."""
    told: Counter[str] = Counter()
    stayed: set[str] = set()
    for words, raw in zip(rows, raws, strict=True):
        for a, b, kind, _ in raw:
            if kind == "LOC":
                told[form(words, a, b)] += _as_team(words, a, b, language)
                if a and words[a - 1].key in listed(language, "at"):
                    stayed.add(form(words, a, b))
    places = gazetteer().places
    return {
        k
        for k, n in told.items()
        if n > 1 and k not in stayed | surnames and (k not in places or places[k].inhabitants)
    }


def _scored(
    rows: Sequence[list[Word]], raws: Sequence[list[Raw]], surnames: frozenset[str], language: str
) -> frozenset[str]:
    """The folded names on either side of a score: "Ayr 38 - 17 Melrose"; no person's, and no state's."""
    found: set[str] = set()
    for words, raw in zip(rows, raws, strict=True):
        for i in range(1, len(words) - 3):
            far = _second(words, i)
            if not far:
                continue
            for a, b in (_before(words, raw, i, language), _behind(words, raw, far, language)):
                key = key_of(words, a, b)
                place = gazetteer().places.get(key)
                if is_contest(words, a, b):
                    continue  # "Sunday's 4-1 *FA Cup* defeat"
                if key and key not in surnames and len(key) > 2 and (place is None or place.inhabitants):
                    found.add(key)
    return frozenset(found)


def _second(words: list[Word], i: int) -> int:
    """Where the second team's name begins when a score does here: "38 - 17 Melrose", "38 - Melrose 17"; 0 for none."""
    if words[i + 1].text not in "-–:" or not _goals(words[i]):
        return 0
    if _goals(words[i + 2]):
        return i + 3
    k = i + 3
    while k < len(words) and k - i < 6 and words[k].kind == "word":
        k += 1
    return i + 2 if k < len(words) and _goals(words[k]) and words[i + 1].text != ":" else 0


def _goals(w: Word) -> bool:
    return w.kind == "number" and len(w.text) < 3 and w.text.isdigit()


def _before(words: list[Word], raw: list[Raw], i: int, language: str) -> Place:
    """The name that ends at a score: one the tagger saw, or the words that open the line."""
    seen = next(((a, b) for a, b, _, _ in raw if b == i), None)
    if seen is not None:
        return seen
    a = i
    while a and i - a < 3 and _of_team(words[a - 1], language):
        a -= 1
    return (a, i) if a == 0 or words[a - 1].kind == "mark" else (i, i)


def _behind(words: list[Word], raw: list[Raw], i: int, language: str) -> Place:
    """The name that begins behind a score: one the tagger saw, or the words up to a mark."""
    seen = next(((a, b) for a, b, _, _ in raw if a == i), None)
    if seen is not None:
        return seen
    b = i
    while b < len(words) and b - i < 3 and _of_team(words[b], language):
        b += 1
    return (i, b) if b == len(words) or words[b].kind in ("mark", "number") else (i, i)


def _of_team(w: Word, language: str) -> bool:
    """True of a word that may be of a team's name beside a score: with a capital, or in Arabic none that pages print every day."""
    if w.kind != "word" or w.key in listed(language, "never"):
        return False
    return upper(w) if language != "ar" else w.key not in gazetteer().plain["ar"]


def _with_teams(words: list[Word], raw: list[Raw], teams: frozenset[str]) -> list[Raw]:
    """The names with teams that a score told where nobody saw them."""
    if not teams:
        return raw
    firsts = {t.partition(" ")[0] for t in teams}
    out = list(raw)
    for i, w in enumerate(words):
        for n in (3, 2, 1) if w.key in firsts else ():
            free = not any(r[0] < i + n and i < r[1] for r in out) and all(x.kind == "word" for x in words[i : i + n])
            if i + n <= len(words) and free and key_of(words, i, i + n) in teams and not w.text.islower():
                out.append((i, i + n, "ORG", PLAYED))
    return sorted(out)


def _firms_for_short(votes: Votes, surnames: frozenset[str], language: str) -> None:
    """A form that lacks only the word for a firm at the end of another is that firm: "Noor Al Sawahel" beside "… Energy"."""
    tails, known = listed(language, "firms"), gazetteer()
    for form in [f for f, vote in votes.items() if vote["ORG"] >= max(vote.values()) and " " in f]:
        *words, tail = form.split(" ")
        if tail not in tails or (words[0] in given_names() and words[-1] in known.family):
            continue
        for short in {" ".join(words), words[0]} & votes.keys():
            if short not in surnames:
                votes[short]["ORG"] += votes[form]["ORG"] + votes[short].pop("PER", 0.0)


def _weigh(
    vote: dict[str, float], words: list[Word], r: Raw, surnames: frozenset[str], sport: bool, language: str
) -> None:
    """Add what one use says: the tagger's word, and the words around it."""
    a, b, kind, score = r
    vote[kind] += score
    before = words[a - 1].key.rstrip(".") if a else ""
    keys = [w.key for w in words[a:b]]
    # "attendu à *Sidi Merzoug*": a saint's name is a town's where a place is meant
    given = any(k in given_names() for k in keys) and keys[0] not in _SAINTS
    if before in listed(language, "honorifics"):
        vote["PER"] += 1.5
    elif (
        before in listed(language, "firm_words")
        and not given
        and not (
            kind == "PER" and language == "en" and before in listed("en", "callings")
        )  # "said *trader* Tavo Kinderu"
        and not (language != "ar" and a > 1 and upper(words[a - 1]))
    ):
        vote["ORG"] += 1.2
    elif kind in ("PER", "LOC") and not given:
        if before in listed(language, "at"):
            vote["LOC"] += 1.0
        elif _of_place(words, a, language):
            vote["LOC"] += 1.2
        elif b - a == 1 and keys[0] in surnames:
            vote["PER"] += 1.0 if keys[0] in gazetteer().places else STRANGE
    contest = kind == "MISC" and is_contest(words, a, b)
    if kind != "ORG" and not contest and " ".join(keys) in world_names() and not _state(" ".join(keys)):
        vote["ORG"] += KNOWN
    if sport and kind == "LOC" and b - a > 1 and keys[0] in listed(language, "club_heads", "club_words"):
        vote["ORG"] += 1.2
    if sport and kind in ("LOC", "PER", "ORG") and not given and _as_team(words, a, b, language):
        place = gazetteer().places.get(" ".join(keys))
        if keys[0] not in surnames and (place is None or place.inhabitants):
            vote["ORG"] += 1.0


_ON = "على"
"""The preposition of whom a team beats, which the tagger may take for a given name: «فاز *على* بارنفيلد»."""
_SAINTS = frozenset({"sidi", "سيدي", "lalla", "للا", "لاله", "moulay", "مولاي"})


def _state(key: str) -> bool:
    place = gazetteer().places.get(key)
    return place is not None and not place.inhabitants


def _of_place(words: list[Word], a: int, language: str) -> bool:
    """True when a word for a sort of place leads to the name: "la rue John", "comté de Lee", «بمدينة»."""
    i = a - 1
    while (
        i >= 0 and a - i <= 3 and (words[i].kind in ("elided", "particle") or words[i].key in listed(language, "inner"))
    ):
        i -= 1
    if i < 0 or words[i].kind != "word" or (language != "ar" and upper(words[i]) and i):
        return False
    if language == "ar" and words[i].key.startswith("ال") and i == a - 1:
        return False  # «مدير الميناء سجاد الفرطوسي»: what is definite already is no port called so
    return place_kind(words[i].key) is not None or place_kind(words[i].key.removesuffix("s")) is not None


def _as_team(words: list[Word], a: int, b: int, language: str) -> bool:
    """True when a word of matches or a score stands within two words of the name."""
    cues = listed(language, "team_cues")
    near = [w for w in words[max(0, a - 3) : a] + words[b : b + 2] if w.kind in ("word", "number")]
    score = any(w.kind == "number" and len(w.key) <= 2 for w in words[b : b + 1]) and any(
        w.text in "-–:" for w in words[b + 1 : b + 2]
    )
    return score or any(w.key in cues or bare(w.key) in cues for w in near)


def sporting(rows: Sequence[list[Word]], language: str) -> bool:
    """Return whether an article tells of matches."""
    words = [w.key for row in rows for w in row if w.kind == "word"]
    told = Counter(k for k in words if k in listed(language, "sport"))
    return len(told) >= 4 and told.total() >= SPORTING * len(words)


def _surnames(rows: Sequence[list[Word]], raws: Sequence[list[Raw]], language: str) -> frozenset[str]:
    """Last words of the full names of persons that are sure."""
    found: set[str] = set()
    for words, raw in zip(rows, raws, strict=True):
        for a, b, kind, score in raw:
            keys = [w.key for w in words[a:b] if w.kind == "word"]
            if kind == "PER" and len(keys) >= 2 and (score >= 0.8 or keys[0] in given_names()):
                found.add(keys[-1])
                if language == "es" and len(keys) > 2 and keys[-2] not in given_names():
                    found.add(keys[-2])  # "Roberto Briceño Franco" is Briceño for short
    return frozenset(k for k in found if len(k) >= 3 and k not in listed(language, "never"))


def spread(rows: Sequence[list[Word]], raws: Sequence[list[Raw]], language: str) -> list[list[Raw]]:
    """Return the names with further uses of bodies and places the tagger was sure of, printed the same, that it missed."""
    sure: dict[str, tuple[str, float, int]] = {}
    for words, raw in zip(rows, raws, strict=True):
        for a, b, kind, score in raw:
            printed = " ".join(w.text for w in words[a:b])
            if kind in ("ORG", "LOC") and _worth(words, a, b, language):
                before = sure.get(printed, (kind, 0.0, 0))[1]
                sure[printed] = (kind, before + score, b - a)
    sure = {k: v for k, v in sure.items() if v[1] >= 0.8}
    firsts: dict[str, set[int]] = defaultdict(set)
    for printed, (_, _, n) in sure.items():
        firsts[printed.split(" ")[0]].add(n)
    return [_found_again(words, raw, sure, firsts, language) for words, raw in zip(rows, raws, strict=True)]


def _worth(words: list[Word], a: int, b: int, language: str) -> bool:
    """True when a form is no word of the language: several words, or one that no list of common words has."""
    if b - a > 1:
        return True
    key, plain = words[a].key, gazetteer().plain[language]
    return len(key) >= 4 and key not in plain and bare(key) not in plain and key not in anywhere("never")


def _found_again(
    words: list[Word],
    raw: list[Raw],
    sure: dict[str, tuple[str, float, int]],
    firsts: dict[str, set[int]],
    language: str,
) -> list[Raw]:
    out = list(raw)
    for i, w in enumerate(words):
        for n in sorted(firsts.get(w.text, ()), reverse=True):
            printed = " ".join(x.text for x in words[i : i + n])
            if printed not in sure or sure[printed][2] != n:
                continue
            here = [r for r in out if r[0] < i + n and i < r[1]]
            # «هيئة سكك حديد»: what the tagger ended early goes on as it does elsewhere on the page.
            begun = len(here) == 1 and here[0][:3] == (i, here[0][1], sure[printed][0]) and here[0][1] < i + n
            begun = begun and _goes_on(words[here[0][1] : i + n], language)
            if not here or begun:
                score = here[0][3] if here else 0.6
                out = [r for r in out if r not in here] + [(i, i + n, sure[printed][0], score)]
                break
    return sorted(out)


def _goes_on(words: list[Word], language: str) -> bool:
    """True of words that may carry a name on: with capitals, or small ones that lead on or describe; not "against Dundee"."""
    if language == "ar":
        return all(w.kind in ("word", "particle") and w.key not in listed("ar", "never") for w in words)
    small = [w for w in words if w.kind == "word" and not upper(w)]
    leads = listed(language, "linking", "inner")
    return all(w.key in leads or w.key.endswith(tuple(listed(language, "adjective_ends"))) for w in small)
