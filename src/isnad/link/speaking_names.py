"""People and bodies that speak under a name which was not found where they speak.

An Arabic office is closed by its definite noun («رئيس اتحاد المزارعين»): a given name right behind it begins its holder's name, and «الوزيرة» is
she whom an earlier sentence names so behind that office. A name behind a courtesy ("M. Adoum") is a person's. And a speaker printed
as other pages print somebody, a person or a body, is that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from isnad.languages import table
from isnad.languages.meanings import concepts, nation_of
from isnad.link.elsewhere import given_names
from isnad.model import Mention, Reading, SpeakerMention
from isnad.text import Token, fold_key, tokens

FOUND = 0.6
"""Confidence of a name that only its place behind an office, or another page, shows."""
SURE = 0.7
"""Confidence of a name on another page from which it is known here."""
FULL, LONGEST = 2, 4
"""Words of the shortest and of the longest name that is read behind an office."""
BEHIND = 50
"""Characters behind a speaker within which his name ends."""
FEWEST = 4
"""Letters of the shortest single word that another page makes a name."""
Known = Mapping[str, str]


def known_speakers(readings: Iterable[Reading]) -> dict[str, str]:
    """What sort of name each form is that a page of the corpus prints: those of one sort only, and of no place."""
    sorts: dict[str, set[str]] = {}
    for r in readings:
        for m in r.mentions:
            if m.form == "name" and not m.plural and (m.score >= SURE or m.kind in ("place", "misc")):
                sorts.setdefault(_form(m.text), set()).add(m.kind)
    return {f: next(iter(k)) for f, k in sorts.items() if len(k) == 1 and not k & {"place", "misc"}}


def named_speaker(s: SpeakerMention, r: Reading, mentions: list[Mention], known: Known) -> int | None:
    """Whose name an open speaker is printed under, added to the mentions where none was found; ``None`` when nothing tells."""
    if r.article.language == "ar":
        who = _behind_office(s.start, s.end, r, mentions)
        who = _introduced(s, r, mentions) if who is None else who
        if who is not None:
            return who
    return _printed_elsewhere(s, r, mentions, known) if s.mention is None else None


def _behind_office(start: int, end: int, r: Reading, mentions: list[Mention]) -> int | None:
    """The name that begins within an office, or right behind it, with a given name, where the office is closed."""
    text = r.article.text
    stop = text.find("\n", end)
    said = list(tokens(text, start, min(end + BEHIND, stop if stop >= 0 else len(text))))
    for k in range(1, len(said)):
        word, before = said[k], said[k - 1]
        if word.start > end + 1 or word.kind == "mark" or before.kind == "mark":
            return None
        if not _given(said, k) or not _closed(said[:k], text, mentions):
            continue
        size = next((n for n in range(1, LONGEST + 1) if _ends(said, k + n)), 0)
        if size < FULL or any(t.kind != "word" for t in said[k : k + size]):
            continue
        return _mention(word.start, said[k + size - 1].end, r, mentions)
    return None


def _given(said: Sequence[Token], k: int) -> bool:
    """True of a given name, with its article too («الهادي»), or with the word before it («عبد الأحد»)."""
    key = fold_key(said[k].text)
    if key in given_names() or key.removeprefix("ال") in given_names():
        return True
    return key in _SERVANT and k + 1 < len(said) and fold_key(said[k + 1].text).startswith("ال")


_SERVANT = frozenset({"عبد"})
"""«عبد» and the name behind it are one given name."""


def _closed(office: Sequence[Token], text: str, mentions: Sequence[Mention]) -> bool:
    """True when nothing can be added to an office: a definite noun, or the name of a place or body, stands last in it."""
    last = fold_key(office[-1].text)
    if not _is_person(office[0]):
        return False
    if len(office) == 1:
        return last.startswith("ال")
    if last.startswith(("ال", "بال", "لل")):
        return True
    if any(m.end == office[-1].end and m.kind in ("place", "organization") for m in mentions):
        return True
    return not concepts(office[-1].text)[0] and len(office) > _SHORT


_SHORT = 2


def _is_person(word: Token) -> bool:
    """True of a noun for somebody who holds an office or does something, bare or definite."""
    key = fold_key(word.text)
    return bool({key, key.removeprefix("و"), key.removeprefix("ال"), key.removeprefix("وال")} & _persons())


def _ends(said: Sequence[Token], k: int) -> bool:
    """True where a name may end: a mark, the end of a line, or a word that no name has."""
    if k >= len(said) or said[k].kind == "mark":
        return True
    key = fold_key(said[k].text)
    return key in _stops() or key.startswith("لـ") or key == "ل"


def _mention(start: int, end: int, r: Reading, mentions: list[Mention]) -> int | None:
    for i, m in enumerate(mentions):
        if m.start < end and start < m.end and m.form == "name":
            return i if m.kind == "person" and m.start >= start else None
    mentions.append(Mention("person", start, end, r.article.text[start:end], score=FOUND))
    return len(mentions) - 1


def _introduced(s: SpeakerMention, r: Reading, mentions: list[Mention]) -> int | None:
    """Who bears a bare definite office («الوزيرة») by the one earlier sentence that names its bearer (« وزيرة النقل هالة سعيد »)."""
    words = [t for t in tokens(s.text) if t.kind == "word"]
    if len(words) != 1 or not fold_key(words[0].text).startswith("ال") or not _is_person(words[0]):
        return None
    text, noun = r.article.text, fold_key(words[0].text).removeprefix("ال")
    found: set[int] = set()
    for t in tokens(text, 0, s.start):
        if t.kind == "word" and noun in ((k := fold_key(t.text)), k.removeprefix("و")):
            who = _named_after(t, s.start, r, mentions)
            found |= {who} if who is not None else set()
    if len({_form(mentions[i].text) for i in found}) == 1:
        return min(found)
    return None


def _named_after(office: Token, limit: int, r: Reading, mentions: list[Mention]) -> int | None:
    """The name behind an office and its complement of a few words."""
    ahead = list(tokens(r.article.text, office.start, min(limit, office.end + BEHIND)))[:_COMPLEMENT]
    last = next((i for i, t in enumerate(ahead) if t.kind == "mark"), len(ahead))
    for k in range(1, last):
        if _given(ahead, k):
            return _behind_office(office.start, ahead[k].start - 1, r, mentions)
    return None


_COMPLEMENT = 6


def _printed_elsewhere(s: SpeakerMention, r: Reading, mentions: list[Mention], known: Known) -> int | None:
    """A name that other pages print, or one behind a courtesy."""
    text, language = r.article.text, r.article.language
    words = [t for t in tokens(text, s.start, s.end) if t.kind != "mark"]
    titled = False
    while words and (fold_key(words[0].text).rstrip(".'’") in _before(language) or nation_of(fold_key(words[0].text))):
        titled |= fold_key(words[0].text).rstrip(".") in _courtesies(language)
        words = words[1:]
    if not words or any(m.start < words[-1].end and words[0].start < m.end for m in mentions):
        return None
    start, end = words[0].start, words[-1].end
    form = _form(text[start:end])
    kind = known.get(form)
    upper = all(t.text[:1].isupper() for t in (words[0], words[-1])) or language == "ar"
    if kind is None and titled and upper and language != "ar" and len(words) <= 2:
        kind = "person"
    if kind is None or not upper or (len(words) == 1 and (len(form) < FEWEST or concepts(form)[0])):
        return None
    mentions.append(Mention(kind, start, end, text[start:end], score=FOUND))  # type: ignore[arg-type]
    return len(mentions) - 1


def _form(text: str) -> str:
    return " ".join(fold_key(t.text) for t in tokens(text) if t.kind in ("word", "number"))


@cache
def _persons() -> frozenset[str]:
    offices = (p.split()[0] for phrases in table("ar", "offices")["concepts"].values() for p in phrases)
    own = (w for w in table("ar", "speech")["nouns"]["persons"] if " " not in w)
    return frozenset(fold_key(w).removeprefix("ال") for w in (*own, *offices))


@cache
def _stops() -> frozenset[str]:
    data = table("ar", "speech")
    own = ("conjunctions", "governors", "negations", "auxiliaries", "relatives")
    return frozenset(fold_key(w) for k in own for w in data[k])


@cache
def _courtesies(language: str) -> frozenset[str]:
    return frozenset(fold_key(w).rstrip(".") for w in table(language, "names")["honorifics"])


@cache
def _before(language: str) -> frozenset[str]:
    """Articles and courtesies, which are no part of a name."""
    data = table(language, "speech")
    return frozenset(
        fold_key(w).rstrip(".'’")
        for w in (*data["articles"], *data["definite"], *table(language, "names")["honorifics"])
    )
