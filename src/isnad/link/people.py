"""When are two persons of two articles one? By full name, then by surname or office where only one bearer fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product

import regex
from msgspec import structs

from isnad.languages.meanings import concepts, place_meaning
from isnad.link.linker import Verdict
from isnad.link.local import Local
from isnad.link.spelling import NameMatch, compare_names, meeting_keys, name_tokens, sound_key
from isnad.text import script_of

SURE = 0.8
"""Score from which two full names, every word agreeing, are one name."""
HALF, NEAR = 0.82, 2
"""Score of two full names of which one word agrees and another nearly does, and what their articles name in common, from which one office makes them one."""
LIKELY = 0.68
"""Score from which two full names are one name when office or country agree too."""
SHORT = {True: 0.72, False: 0.58}
"""Score from which a single word is a word of a full name (it loses a fifth for being alone): same script, across."""
WORD_ALONE = 0.92
"""Score from which one word in another script is taken for a word of a full name on slight support; below it, of near spellings of
other names three in a hundred would pass, and the office or much of the surroundings must agree."""
TERM_DAYS = 120
"""Days within which an office is taken to have kept its holder."""
NAMES_COMPARED = 4
"""Forms of one person compared with another's: the fullest of each script."""


class FullNames:
    """Links persons that both bear a full name; single names are a matter for :func:`short_verdicts`."""

    name = "entity"
    sure = 0.9

    def id(self, item: Local) -> str:
        """Return the local entity's id."""
        return item.id

    def keys(self, item: Local) -> Iterable[str]:
        """Return the sounds of each pair of the name's words, order free, equal across scripts."""
        for name in full_names(item):
            sounds = [s for t in name_tokens(name)[:5] if (s := sound_key(t))]
            yield from (f"p:{s[:3]}" for s in sorted(set(sounds)) if len(s) > 1 or len(set(sounds)) == 1)
            # Three leading consonants each: spellings differ most at the ends of words.
            pairs = (product(a, b) for a, b in combinations(meeting_keys(name), 2))
            yield from sorted({"p:" + "+".join(sorted((a[:3], b[:3]))) for each in pairs for a, b in each})

    def judge(self, a: Local, b: Local) -> Verdict | None:
        """Compare every form of one with every form of the other; the best pair decides."""
        match = best_match(a, b)
        if match is None or not match.agree:
            return None
        reasons = match.reasons
        if a.article == b.article and _held(a, b):
            return Verdict(False, 1.0, (*reasons, "their page tells them apart"))
        if match.clash:
            return Verdict(False, 0.9 - 0.3 * match.score, (*reasons, "another word of the name differs"))
        support = supports(a, b)
        if match.full and match.score >= SURE:
            against = _against(a, b)
            if against:
                return Verdict(None, match.score * 0.8, (*reasons, against))
            return Verdict(True, min(1.0, match.score + 0.02 * len(support)), (*reasons, *support))
        if match.full and match.score >= LIKELY:
            return Verdict(True if _much(a, b) else None, match.score, (*reasons, *support))
        if match.agree == 1 and match.score >= HALF and _roles_agree(a, b) and len(a.context & b.context) >= NEAR:
            # One word agrees and the other nearly does: «كلودين أوازي», Claudine Uwase, both secretary general.
            return Verdict(True, match.score, (*reasons, *support))
        return None


def _held(a: Local, b: Local) -> bool:
    """True when all words of one's fullest name stand in the other's: inside their page that was weighed, and they are two."""
    x, y = (name_tokens(i.names[0]) if i.names else () for i in (a, b))
    short, long = sorted((x, y), key=len)
    return 2 <= len(short) < len(long) and set(short) <= set(long)


def full_names(item: Local) -> tuple[str, ...]:
    """Return the item's names of at least two words, the fullest of each script first, a few of them.

    A Spanish page's Arabic names also as others write them: it hears ج as y ("Abdelbaset el Yibani").
    """
    found = _full(item.names)
    return found if item.language != "es" else (*found, *_as_others_write(found))


@lru_cache(maxsize=4096)
def _as_others_write(names: tuple[str, ...]) -> tuple[str, ...]:
    heard = (_JIM.sub(lambda m: "J" if m.group() == "Y" else "j", n) for n in names)
    return tuple(h for n, h in zip(names, heard, strict=True) if h != n)


_JIM = regex.compile(r"(?<![\p{L}])y(?=[aeiouáéíóú])|(?<=[aeiou])y(?=[aeiou])", regex.IGNORECASE)
"""A Spanish y before a vowel, where ج may be meant."""


@lru_cache(maxsize=16384)
def _full(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(n for n in names if len(name_tokens(n)) >= 2)[:NAMES_COMPARED]


def best_match(a: Local, b: Local) -> NameMatch | None:
    """Return how the two most alike full names of two persons compare; ``None`` when one bears none."""
    return _best_match(full_names(a), full_names(b))


@lru_cache(maxsize=16384)
def _best_match(a: tuple[str, ...], b: tuple[str, ...]) -> NameMatch | None:
    found = [compare_names(x, y) for x in a for y in b]
    return max(found, key=lambda m: (m.score, m.agree), default=None)


def _roles_agree(a: Local, b: Local) -> bool:
    """True when an office of one says nothing that an office of the other contradicts, and they share the rank."""
    return any(_one_office(x, y) for x in a.roles for y in b.roles)


def _one_office(x: frozenset[str], y: frozenset[str]) -> bool:
    ranks = {c for c in x if ":" not in c} & {c for c in y if ":" not in c}
    fx, fy = {c for c in x if ":" in c}, {c for c in y if ":" in c}
    return bool(ranks) and (fx <= fy or fy <= fx) and (bool(fx) == bool(fy) or not ranks <= {"minister", "director"})


def supports(a: Local, b: Local) -> tuple[str, ...]:
    """Return in words what, beside the name, speaks for two persons being one."""
    found = []
    if _roles_agree(a, b):
        found.append("the offices agree")
    if a.countries & b.countries:
        found.append("the countries agree")
    shared = len(a.context & b.context)
    if shared:
        found.append(f"the articles name {shared} other thing{'s' if shared > 1 else ''} in common")
    return tuple(found)


def _against(a: Local, b: Local) -> str | None:
    """A reason to doubt that two equal full names are one person; ``None`` when there is none."""
    if a.countries and b.countries and not a.countries & b.countries and not a.context & b.context:
        return "the countries differ and the articles have nothing else in common"
    return None


def _sound(word: str) -> str:
    """The leading consonants of a single name, its article off."""
    tokens = name_tokens(word)
    return sound_key(tokens[-1])[:3] if tokens else ""


class Bearers:
    """The persons known by full name after the first joining, to be found by one word of it or by office."""

    def __init__(self, groups: Sequence[Sequence[Local]]) -> None:
        self.groups = groups
        self._by_sound: dict[str, set[int]] = defaultdict(set)
        self._by_rank: dict[frozenset[str], set[int]] = defaultdict(set)
        for n, group in enumerate(groups):
            for item in group:
                for name in full_names(item):
                    for token in name_tokens(name):
                        self._by_sound[_sound(token)].add(n)
                for role in item.offices:
                    self._by_rank[frozenset(c for c in role if ":" not in c)].add(n)

    def of_word(self, item: Local) -> list[tuple[int, NameMatch]]:
        """Return the groups one of whose names has the item's single name as a word, with how they compare."""
        word = item.names[0]
        found = []
        for n in sorted(self._by_sound.get(_sound(word), ())):
            names = [x for member in self.groups[n] for x in full_names(member)]
            matches = [(compare_names(word, x), script_of(word) == script_of(x)) for x in dict.fromkeys(names)]
            good = [m for m, same_script in matches if m.score >= SHORT[same_script]]
            if good:
                found.append((n, max(good, key=lambda m: m.score)))
        return found

    def of_office(self, item: Local) -> list[int]:
        """Return the groups that hold an office of the item, each of whose words agrees."""
        ranks = {frozenset(c for c in role if ":" not in c) for role in item.offices}
        near = sorted({n for rank in ranks for n in self._by_rank.get(rank, ())})
        return [n for n in near if any(_holds(member, item) for member in self.groups[n])]


def _holds(member: Local, item: Local) -> bool:
    """The same office in the same words, of the same country, within a term."""
    if not any(x == y and len(x) > 1 for x in member.offices for y in item.offices):
        return False
    if member.countries and item.countries and not member.countries & item.countries:
        return False
    if member.day is None or item.day is None:
        return bool(member.context & item.context)
    return abs((member.day - item.day).days) <= TERM_DAYS


def short_verdicts(items: Sequence[Local], bearers: Bearers) -> list[tuple[Local, Local, Verdict]]:
    """Return judgements between persons of one word or none and the only person of full name who fits."""
    made = []
    for item in items:
        if item.names:
            made += _by_word(item, bearers)
        elif item.offices:
            made += _by_office(item, bearers)
    return made


def _by_word(item: Local, bearers: Bearers) -> list[tuple[Local, Local, Verdict]]:
    found = [(n, m) for n, m in bearers.of_word(item) if not _by_author(item) or _is_author(item, bearers.groups[n])]
    closest = {n: max(bearers.groups[n], key=lambda m: len(m.context & item.context)) for n, _ in found}
    backed = [(n, m, supports(item, closest[n])) for n, m in found]
    best = _clearly_best(item, [(n, closest[n], support) for n, _, support in backed])
    out = []
    for n, match, support in backed:
        alone = n == best and (match.score >= ALONE_COSTS * WORD_ALONE or _much(item, closest[n]))
        words = (*match.reasons, *support)
        if alone:
            words = (*words, "nobody else in the corpus bears the name and fits")
        strength = match.score * (0.98 if alone else 0.6)
        out.append((item, closest[n], Verdict(True if alone else None, strength, words)))
    return out


def _by_author(item: Local) -> bool:
    """True of a family name alone that is the author's own: "(A. Kane/La Rive Nord)" under a page by Aïssata Kane."""
    author = name_tokens(item.author or "")
    return len(author) > 1 and name_tokens(item.names[0])[-1:] == author[-1:]


def _is_author(item: Local, group: Sequence[Local]) -> bool:
    matches = [compare_names(str(item.author), n) for m in group for n in full_names(m)]
    return any(m.full and not m.clash and m.score >= SURE for m in matches)


ALONE_COSTS = 0.8
"""What a single word's score is multiplied by when the other name has more words."""


def _much(a: Local, b: Local) -> bool:
    """True when more than a chance word in common speaks for two persons being one."""
    return _roles_agree(a, b) or len(a.context & b.context) >= 3


def _clearly_best(item: Local, backed: Sequence[tuple[int, Local, tuple[str, ...]]]) -> int | None:
    """The bearer of a name who fits: the only one backed by anything, or the one whose office agrees, or much the nearer."""
    weighed = sorted(
        (
            (3 * _roles_agree(item, near) + len(item.context & near.context), n)
            for n, near, support in backed
            if support
        ),
        reverse=True,
    )
    if not weighed:
        return None
    if len(weighed) == 1:
        return weighed[0][1]
    (first, n), (second, _) = weighed[:2]
    return n if first >= 2 * second and first - second >= 3 else None


def _by_office(item: Local, bearers: Bearers) -> list[tuple[Local, Local, Verdict]]:
    found = bearers.of_office(item)
    sure = len(found) == 1 and len(max(item.offices, key=len)) >= 2
    out = []
    for n in found[:3]:
        holder = max(bearers.groups[n], key=lambda m: len(m.context & item.context))
        near = bool(holder.context & item.context)
        words = ("the same office in the same months", *supports(item, holder))
        there = _one_state(item, bearers.groups[n])
        out.append((item, holder, Verdict(True if sure and near and there else None, 0.7 if sure else 0.4, words)))
    return out


def _one_state(item: Local, group: Sequence[Local]) -> bool:
    """True when an office without a name is of the state whose office the group holds.

    Every state has a minister of defence: what the words do not say, the page has to, by speaking of one state only or
    mostly.
    """
    of_group = {c for m in group for c in m.countries} or {m.home for m in group if m.home}
    of_item = item.countries or ({item.home} if item.home else item.named)
    return of_item <= of_group if of_item and of_group else len(item.named) <= 1


def singles(items: Iterable[Local]) -> list[Local]:
    """Return the persons without a full name."""
    return [x for x in items if not full_names(x)]


class SingleNames:
    """Links persons known everywhere by one word only (a player, a king): same word, much else in common."""

    name = "entity"
    sure = 0.0

    def __init__(self, taken: Mapping[str, bool]) -> None:
        self._taken = taken

    def id(self, item: Local) -> str:
        """Return the local entity's id."""
        return item.id

    def keys(self, item: Local) -> Iterable[str]:
        """Return the sound of the one word; of an office alone, its concepts."""
        if self._taken.get(item.id):
            return
        for name in item.names:
            yield f"s:{_sound(name)}"
        if not item.names:
            for role in item.offices:
                yield "r:" + " ".join(sorted(role))

    def judge(self, a: Local, b: Local) -> Verdict | None:
        """One word is one person when it is spelled alike and office or surroundings agree."""
        if not a.names and not b.names:
            same = any(x == y and len(x) > 1 for x in a.offices for y in b.offices)
            close = a.day is None or b.day is None or abs((a.day - b.day).days) <= TERM_DAYS
            if not same or not a.context & b.context or not close:
                return None
            if a.countries and b.countries and not a.countries & b.countries:
                return None
            return Verdict(True, 0.7, ("the same office in the same months", *supports(a, b)))
        if not a.names or not b.names:
            return None
        match = compare_names(a.names[0], b.names[0])
        support = supports(a, b)
        if match.score < 0.9:
            return None
        enough = len(a.context & b.context) >= 2 or _roles_agree(a, b) if match.score >= WORD_ALONE else _much(a, b)
        return Verdict(True if enough else None, match.score * 0.95, (*match.reasons, *support))


def persons_after_all(items: Sequence[Local]) -> list[Local]:
    """Return the items with those made persons whose name is, word for word, the full name of a person of another article.

    A page that prints a name once and without a title may be read wrongly; the rest of the corpus knows better.
    """
    people: dict[str, set[str]] = defaultdict(set)
    linker = FullNames()
    for item in items:
        if item.kind == "person":
            for name in full_names(item):
                for key in linker.keys(structs.replace(item, names=(name,))):
                    people[key].add(name)
    made = [structs.replace(x, kind="person") if _borne(x, people, linker) else x for x in items]
    surnames: dict[str, set[str]] = defaultdict(set)
    for was, item in zip(items, made, strict=True):
        if was is not item:
            surnames[item.article].update(name_tokens(n)[-1] for n in full_names(item))
    return [structs.replace(x, kind="person") if _surname(x, surnames.get(x.article)) else x for x in made]


def _surname(item: Local, known: set[str] | None) -> bool:
    """True for one word, of no known place, that is the last of a name the article was wrong about: it is that person's."""
    if not known or item.kind == "person" or item.key or item.acronyms or len(item.names) != 1:
        return False
    return name_tokens(item.names[0])[0] in known if len(name_tokens(item.names[0])) == 1 else False


def _borne(item: Local, people: Mapping[str, set[str]], linker: FullNames) -> bool:
    if item.kind == "person" or item.key or item.acronyms or not full_names(item):
        return False
    name = item.names[0]
    if len(name_tokens(name)) > 4 or concepts(name)[0] or place_meaning(name)[0]:
        return False
    others = {n for key in linker.keys(item) if "+" in key for n in people.get(key, ())}
    return any(
        m.full and not m.clash and m.score >= 0.9 and m.agree == len(name_tokens(name)) == len(name_tokens(n))
        for n in others
        if (m := compare_names(name, n))
    )
