"""Bodies that speak under words that no name was found in: "the company", «النقابة», "the athletics federation".

A bare word for a sort of body takes up the one body of that sort that its page names before it; what sort a body is of, its name
says, or the words beside it on any page of the corpus. Two of that sort, and it is nobody. A body told by its sort and by what it is of
("the prisoners' families' committee") is named by these words where it speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

import regex
from msgspec import Struct
from msgspec.structs import replace

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import bare, concepts, nation_of, notions
from isnad.link.elsewhere import given_names
from isnad.link.speaking_names import Known, known_speakers, named_speaker
from isnad.link.speaking_texts import with_speaking_texts
from isnad.model import Mention, QuotationMention, Reading, SpeakerMention
from isnad.text import Token, fold_key, tokens

FOUND = 0.6
"""Confidence of a name that only words of saying show."""
BESIDE = 3
"""Words before a name, and behind its comma, that say what sort of body it is."""
LONGEST = 9
"""Words of the longest description of a body that is read."""
PRIVATE = frozenset({"company", "bank", "club", "airline", "laboratory", "school", "hospital", "theatre", "festival", "museum", "party", "fund", "university", "institute", "college", "academy", "library", "observatory", "organization", "agency"})  # fmt: skip
"""Sorts of which there are many: a word for one, whatever stands beside it, is no name."""
UNTOLD = frozenset({"company", "club", "festival", "airline", "laboratory"})
"""Sorts that names do not tell: a body whose name says no sort may be one."""
PUBLIC = frozenset(
    {"ministry", "government", "parliament", "senate", "army", "navy", "airforce", "police", "gendarmerie", "coastguard", "civilprotection",
     "intelligence", "court", "prosecution", "union", "federation", "association", "committee", "council", "authority", "league", "front",
     "movement", "directorate", "administration", "municipality", "presidency", "embassy", "consulate", "chamber", "brigade",
     "portauthority", "regulator", "generalsecretariat", "judicialpolice"}
)  # fmt: skip
"""Sorts of which a complement names one."""
SORTS = PRIVATE | PUBLIC
ALONE = frozenset({"police", "gendarmerie", "prosecution", "army", "navy", "airforce", "coastguard", "municipality"})
"""Sorts of which a page speaks of one, and calls it by the bare word."""
ONLY = frozenset({"ministry", "parliament", "senate", "presidency", "embassy", "consulate", "intelligence", "civilprotection", "regulator"})  # fmt: skip
"""Sorts of which a page that names none may mean the one by the bare word."""
Sorts = Mapping[str, frozenset[str]]


class _Said(Struct, frozen=True):
    """A printed speaker read as a description of a body."""

    sort: str
    start: int
    end: int
    whole: bool
    """Whether it says which body, not only of what sort."""
    nations: frozenset[str] = frozenset()


def with_speaking_bodies(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with such speakers led to the body they are. O(words) time."""
    sorts, known = _sorts_of(readings), known_speakers(readings)
    led = (_led(r, sorts, known) if any(_open(q, r.mentions) for q in r.quotations) else r for r in readings)
    return [with_speaking_texts(r) for r in led]


def _open(q: QuotationMention, mentions: Sequence[Mention]) -> bool:
    """True of a printed speaker that nobody's name stands for: no mention, or an office whose holder is not known."""
    if q.speaker is None:
        return False
    m = mentions[q.speaker.mention] if q.speaker.mention is not None else None
    return m is None or (m.form == "role" and not m.refers and not m.plural)


def _sorts_of(readings: Iterable[Reading]) -> dict[str, frozenset[str]]:
    """What sort of body each form is said to be of, by the words beside it on any page."""
    found: dict[str, frozenset[str]] = {}
    for r in readings:
        for m in r.mentions:
            if m.kind == "organization" and m.form != "role" and not m.plural:
                form = _form(m.text)
                found[form] = found.get(form, frozenset()) | _beside(m, r)
    return found


def _beside(m: Mention, r: Reading) -> frozenset[str]:
    """The sorts that stand right before a name ("the firm X", «شركة س») or behind its comma ("X, a company")."""
    text = r.article.text
    before = text[max(0, m.start - 40) : m.start]
    near = [t for t in tokens(before) if t.kind != "mark" or t.text in ",،.;:"][-BESIDE:]
    told: set[str] = set()
    for t in reversed(near):
        if t.kind == "mark":
            break
        sort = _sort(t.text)
        if sort in PRIVATE:
            told.add(str(sort))
            break
    behind = list(tokens(text[m.end : m.end + 40]))[: BESIDE + 1]
    if behind and behind[0].text in (",", "،", "("):
        for t in behind[1:]:
            if t.kind == "mark":
                break
            if (sort := _sort(t.text)) in PRIVATE:
                told.add(str(sort))
                break
    return frozenset(told)


def _sort(word: str) -> str | None:
    """What sort of body a word is for, if it is for one."""
    meant = concepts(word)[0] & SORTS
    return next(iter(meant)) if len(meant) == 1 else None


def _form(text: str) -> str:
    return " ".join(bare(fold_key(t.text)) for t in tokens(text) if t.kind in ("word", "number"))


def _led(r: Reading, sorts: Sorts, known: Known) -> Reading:
    """One reading with its open speakers led to bodies; names are added behind the others."""
    mentions = list(r.mentions)
    out = []
    for q in r.quotations:
        s = q.speaker
        if s is not None and _open(q, r.mentions):
            who = _apposed(s, r, mentions)
            who = who if who is not None or s.mention is not None else _who(s, r, mentions, sorts)
            who = who if who is not None else named_speaker(s, r, mentions, known)
            q = replace(q, speaker=replace(s, mention=who)) if who is not None else q
        out.append(q)
    return replace(r, mentions=tuple(mentions), quotations=tuple(out))


def _apposed(s: SpeakerMention, r: Reading, mentions: list[Mention]) -> int | None:
    """Whose name stands behind a speaker's office and a comma, and is closed by one ("the editor, *Vicent Alamar*, said")."""
    text = r.article.text
    office = [t for t in tokens(s.text) if t.kind == "word"]
    comma = _COMPLEMENT(text, s.end)
    if not office or any(_sort(t.text) for t in office[:2]) or comma is None:
        return None
    at = comma.end()
    name = _ARABIC_NAME(text, at) if r.article.language == "ar" else _NAME(text, at)
    for i, m in enumerate(mentions):
        if m.start < at + len(name[0] if name else "") and at < m.end:
            if (
                m.form != "name"
                or m.kind == "organization"
                or m.start > at + _TITLED
                or text[m.end : m.end + 1] not in _CLOSES
            ):
                return None
            if m.kind != "person" and (m.key is not None or " " not in m.text):
                return None
            if m.kind != "person":
                mentions[i] = replace(m, kind="person", country=None, key=None)
            return i
    if name is None or text[name.end() : name.end() + 1] not in _CLOSES:
        return None
    if r.article.language == "ar":
        said = name[0].split()
        given = next((k for k, w in enumerate(said[:2]) if fold_key(w) in given_names() and not w.endswith("ى")), None)
        if given is None or len(said) - given < 2:
            return None
        at += len(" ".join(said[:given])) + (given > 0)
    mentions.append(Mention("person", at, name.end(), text[at : name.end()], score=FOUND))
    return len(mentions) - 1


_NAME = regex.compile(
    r"\p{Lu}[\p{L}'’.-]+(?:\s(?:\p{Lu}[\p{L}'’.-]*|al-\p{Lu}[\p{L}'’-]+|de|del|la|al|el|ben|bin|ould|mint|bint)){0,4}(?<=\p{Lu}[\p{L}'’-]+)"
).match
_COMPLEMENT = regex.compile(
    r"(?:\s\p{Arabic}+){0,4}،\s|(?:\s(?:de|du|des|del|of|for|at|in|en|à|au)\s[\p{L}\s'’-]{2,40})?,\s"
).match
_ARABIC_NAME = regex.compile(r"\p{Arabic}+(?:\s\p{Arabic}+){1,4}").match
_CLOSES = frozenset((",", "،", ":", ".", "\n", ""))
"""What closes a name in apposition."""
_TITLED = 20
"""Characters of the title before a name in apposition («العقيد»)."""


def _who(s: SpeakerMention, r: Reading, mentions: list[Mention], sorts: Sorts) -> int | None:
    named = _named_inside(s, r, mentions)
    said = _read(s, r) if named is None else None
    if said is None:
        return named
    if not said.whole:
        taken = _taken_up(said, r, mentions, sorts)
        if taken is not None or said.nations or not (said.sort in ALONE or _only_so_called(said, r, mentions, sorts)):
            return taken
    words = r.article.text[said.start : said.end]
    form = _form(words)
    for i, m in enumerate(mentions):
        if m.kind == "organization" and _form(m.text) == form:
            return i
    if any(m.start < said.end and said.start < m.end and m.kind == "organization" for m in mentions):
        return None
    mentions.append(Mention("organization", said.start, said.end, words, score=FOUND))
    return len(mentions) - 1


def _named_inside(s: SpeakerMention, r: Reading, mentions: Sequence[Mention]) -> int | None:
    """The one body whose name a printed speaker begins with, or whose text it is ("un comunicado *del Ministerio*"): names may be found later than who speaks."""
    issued = any(c.kind == "communique" and c.start < s.end and s.start < c.end for c in r.credits)
    inside = [
        i
        for i, m in enumerate(mentions)
        if m.kind == "organization" and m.form == "name" and not m.plural and m.start < s.end and s.start < m.end
        and m.start >= s.start - _LED and (issued or m.start <= s.start + _LED)
    ]  # fmt: skip
    return inside[0] if len(inside) == 1 else None


_LED = 4
"""Characters of the longest article before the name that a speaker begins with."""


def _taken_up(said: _Said, r: Reading, mentions: Sequence[Mention], sorts: Sorts) -> int | None:
    """The one body of a sort that this paragraph names before some words, else the page; else the one of no known sort."""
    line = r.article.text.rfind("\n", 0, said.start) + 1
    house = _printers(r)
    before = [
        (i, m)
        for i, m in enumerate(mentions)
        if m.kind == "organization" and m.end <= said.start and m.form != "role" and not m.plural and _form(m.text) not in house
    ]  # fmt: skip
    for fits in (_of_sort, _of_none) if said.sort in UNTOLD else (_of_sort,):
        found = [i for i, m in before if fits(m, said, sorts, r)]
        for since in (line, 0):
            near = [i for i in found if mentions[i].start >= since]
            if near and _one(near, mentions):
                return None if fits is _of_none and _another_head(said, r, mentions) else near[-1]
            if near and fits is _of_none:
                return None
        if found:
            return None
    return None


def _only_so_called(said: _Said, r: Reading, mentions: Sequence[Mention], sorts: Sorts) -> bool:
    """True of a public body that a page calls by the bare word and nowhere by a name ("the ministry")."""
    bodies = (m for m in mentions if m.kind == "organization" and m.form != "role")
    return said.sort in ONLY and not any(_of_sort(m, said, sorts, r) for m in bodies)


def _of_sort(m: Mention, said: _Said, sorts: Sorts, r: Reading) -> bool:
    """True of a body whose name, or what stands beside it on any page, is a word of that sort."""
    own = _own(m)
    if said.sort in own:
        return len(own) == 1 or said.sort not in PRIVATE
    return not own and said.sort in (beside := sorts.get(_form(m.text), frozenset())) and "agency" not in beside


def _of_none(m: Mention, said: _Said, sorts: Sorts, r: Reading) -> bool:
    """True of a body whose sort nothing tells, and that is no medium."""
    beside = sorts.get(_form(m.text), frozenset()) - {said.sort, "agency"}
    return not _own(m) and not beside and not any(c.start < m.end and m.start < c.end for c in r.credits)


def _own(m: Mention) -> frozenset[str]:
    return frozenset(c for c, _ in notions(m.text) if c) & SORTS


def _another_head(said: _Said, r: Reading, mentions: Sequence[Mention]) -> bool:
    """True when a name of no body opens the sentence: it may be the one that is meant."""
    own = next((x for x in reversed(r.sentences) if x.start <= said.start), None)
    return own is not None and any(
        own.start <= m.start <= own.start + _HEAD and m.kind in ("place", "misc") for m in mentions
    )


_HEAD = 3
"""Characters from a sentence's beginning within which the name that opens it stands."""


def _printers(r: Reading) -> frozenset[str]:
    return frozenset(_form(n) for n in (r.article.publisher, r.article.via) if n)


def _one(found: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """True when all these names are one body's: the words of each stand in the longest, or are its letters."""
    longest = set(max((_form(mentions[i].text) for i in found), key=len).split())
    return all(longest.issuperset(_form(mentions[i].text).split()) or mentions[i].form == "acronym" for i in found)


def _read(s: SpeakerMention, r: Reading) -> _Said | None:
    """Read a printed speaker as a description of one body, ``None`` when it is none, or several, or any."""
    language = r.article.language
    if language not in LANGUAGES:
        return None
    text = r.article.text
    words = [t for t in tokens(text, s.start, s.end) if t.kind != "mark"]
    if words and _own_of(language).intersection((fold_key(words[0].text), _before(words[0], text))):
        return None  # "its embassy", « leur syndicat »
    while words and fold_key(words[0].text) in _articles(language):
        words = words[1:]
    if (
        not words
        or len(words) > LONGEST
        or not _definite(words[0], r)
        or any(fold_key(t.text) in _ands(language) for t in words)
    ):
        return None
    head, rest = _head(words, language)
    if head is None:
        return None
    sort = _sort(head.text)
    if sort is None or _plural(head.text, sort, language):
        return None
    loose = (a.text.islower() and fold_key(b.text) in _articles(language) for a, b in pairwise(words))
    if language != "ar" and any(loose) and not any(fold_key(a.text) in _OF for a in rest):
        return None  # "el sindicato *celebró la* noticia"
    nations = frozenset(n for t in rest if (n := nation_of(fold_key(t.text))))
    others = [t for t in rest if nation_of(fold_key(t.text)) is None and fold_key(t.text) not in _small(language)]
    whole = sort in PUBLIC and bool(rest) and (bool(others) or (language == "en" and sort in ALONE))
    if others and not whole and not (len(others) == 1 and others[0].text.islower()):
        return None
    return _Said(sort, words[0].start, words[-1].end, whole, nations)


def _head(words: Sequence[Token], language: str) -> tuple[Token | None, Sequence[Token]]:
    """The noun of a noun phrase, and the other words: its first, in English the last before "of"."""
    if language != "en":
        return words[0], words[1:]
    of = next((i for i, t in enumerate(words) if t.text in ("of", "for", "in")), len(words))
    if not of:
        return None, ()
    return words[of - 1], (*words[: of - 1], *words[of:])


_OF = frozenset({"de", "d", "du", "des", "del", "of", "for", "in", "en"})


def _plural(word: str, sort: str, language: str) -> bool:
    folded = fold_key(word)
    if language == "ar":
        return folded.endswith("ات")
    return folded.endswith("s") and sort not in ALONE


def _definite(first: Token, r: Reading) -> bool:
    text, language = r.article.text, r.article.language
    if language == "ar":
        return True
    led = _before(first, text) in _definites(language)
    return led or (language == "en" and first.text[:1].isupper())


def _before(word: Token, text: str) -> str:
    """The folded word right before another, empty where a mark or nothing is."""
    near = list(tokens(text[max(0, word.start - _SMALL) : word.start]))
    return fold_key(near[-1].text) if near else ""


_SMALL = 12
"""Characters before a word within which its article stands."""


@cache
def _own_of(language: str) -> frozenset[str]:
    return frozenset(map(fold_key, table(language, "speech")["pronouns"]["possessors"]))


@cache
def _ands(language: str) -> frozenset[str]:
    return frozenset(map(fold_key, table(language, "speech")["ands"]))


@cache
def _definites(language: str) -> frozenset[str]:
    data = table(language, "speech")
    own = (*data["definite"], "al", "au", "del", "du")
    return frozenset(map(fold_key, own)) | frozenset(fold_key(w).rstrip("'’") for w in own)


@cache
def _articles(language: str) -> frozenset[str]:
    data = table(language, "speech")
    own = (*data["articles"], *data["definite"])
    return frozenset(map(fold_key, own)) | frozenset(fold_key(w).rstrip("'’") for w in own)


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset(map(fold_key, table(language, "organizations")["small"]))
