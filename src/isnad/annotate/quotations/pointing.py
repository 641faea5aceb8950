"""Whom words mean that point at one of those just named: "ce dernier", "the former", "el segundo", «الأخير»; and "she" of a body.

The last one is whom the text named last, whatever he is called there; the first and the second are two that one sentence named.
"""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.quotations.gender import Genders
from isnad.annotate.quotations.nounphrases import Found
from isnad.annotate.quotations.people import People
from isnad.annotate.quotations.phrases import split
from isnad.model import Mention, Reading, Span

_FAR = 700
"""Characters before the words within which those stand who were just named."""
_BACK = 3
"""Sentences before the words, their own included, one of which names two."""


def points(found: Found | None, reading: Reading, people: People) -> bool:
    """True of a speaker printed as "the latter", "the first", "the second" of those named before."""
    if found is None or found.sort not in ("pronoun", "phrase"):
        return False
    lexicon, said = people.lexicon, split(reading.article.words(found.span))
    return said in lexicon.latter or said in lexicon.foremost or said in lexicon.second


def pointed(found: Found, reading: Reading, people: People, genders: Genders, wanted: str | None) -> int | None:
    """Return the mention that such words point at, ``None`` when that is unsure."""
    said = split(reading.article.words(found.span))
    if said in people.lexicon.latter:
        return latter(found.span.start, reading, people, genders, wanted)
    two = _two(found.span.start, reading, people)
    if len(two) != 2:
        return None
    return two[said in people.lexicon.second]


def latter_ahead(start: int, at: int, reading: Reading, people: People) -> int | None:
    """Return where "the latter" stands that opens the sentence around the words: a pronoun behind it is his (« *Celui-ci* nie : « … », a-t-il dit »)."""
    own = next((s for s in reversed(reading.sentences) if s.start <= start), None)
    if own is None or own.start >= at or "\n" in reading.article.text[own.start : at]:
        return None
    said = split(reading.article.text[own.start : min(at, own.start + _OPENS)])
    lexicon = people.lexicon
    for k in range(min(_SMALL, len(said))):
        n = next((n for n in (3, 2, 1) if said[k : k + n] in lexicon.latter), 0)
        behind = said[k + n : k + n + 1]
        if n and (n > 1 or said[k] not in lexicon.articles):
            return own.start + 1
        if (
            n
            and behind
            and (behind[0] in lexicon.negations | lexicon.auxiliaries | _OBJECTS or behind[0] in lexicon.cues)
        ):
            return own.start + 1  # "*Este* lo niega", no "*esta* semana"
    return None


_OBJECTS = frozenset({"lo", "la", "los", "las", "le", "les", "se", "me"})
_OPENS, _SMALL = 40, 2
"""Characters of a sentence's beginning, and its words, among which "the latter" stands."""


def latter(at: int, reading: Reading, people: People, genders: Genders, wanted: str | None) -> int | None:
    """Return the person named last before an offset, else the body named last, if nothing speaks against the gender."""
    bodies: list[int] = []
    for i, m in _before(at, reading):
        if m.plural:
            continue
        if m.kind == "person":
            who = _of_role(i, reading, people)
            if genders.agree(who, wanted):
                return who
        elif m.kind == "organization":
            bodies.append(i)
    return bodies[0] if bodies else None


def _of_role(i: int, reading: Reading, people: People) -> int:
    """Return who bears a role, or the fuller name; the mention itself when nobody is known to."""
    m = reading.mentions[i]
    if len(m.refers) == 1:
        return m.refers[0]
    who = people.whom(Span(m.start, m.end), None) if m.form == "role" else None
    return i if who is None else who


def _before(at: int, reading: Reading) -> Iterator[tuple[int, Mention]]:
    """Yield the mentions that end before an offset, in its paragraph or the one before, the nearest first."""
    text = reading.article.text
    line = text.rfind("\n", 0, text.rfind("\n", 0, at))
    floor = max(line, at - _FAR)
    for i in range(len(reading.mentions) - 1, -1, -1):
        m = reading.mentions[i]
        if m.end <= at and m.start >= floor:
            yield i, m


def _two(at: int, reading: Reading, people: People) -> list[int]:
    """Return the two persons that the nearest sentence names that names more than one, in their order; other numbers as they are."""
    near = [s for s in reading.sentences if s.start < at][-_BACK:]
    for s in reversed(near):
        named: dict[str, int] = {}
        for i, m in people.named:
            if m.kind == "person" and m.form == "name" and s.start <= m.start < min(s.end, at):
                named.setdefault(people.one_name(i, m), i)
        if len(named) > 1:
            return list(named.values())
    return []


def object_of_gender(since: int, at: int, wanted: str, people: People, genders: Genders) -> int | None:
    """Return the one person of a pronoun's gender whose office stands behind a subject of the other ("Le juge veut entendre *l'ingénieure*. « … », dit-elle")."""
    words, lexicon = people.words, people.lexicon
    if words is None or "\n" in people.reading.article.text[since:at]:
        return None
    fit: set[int] = set()
    for k in range(words.at(since), words.at(at) - 1):
        noun = words.keys[k + 1]
        if words.keys[k] in lexicon.definite and (noun in lexicon.persons or noun in lexicon.offices):
            who = people.whom(words.span(k, k + 1), None)
            if who is not None and genders.agree(who, wanted):
                fit.add(who)
    return next(iter(fit)) if len(fit) == 1 else None


def body_in_charge(draft_start: int, at: int, reading: Reading, people: People, wanted: str | None) -> int | None:
    """Return the body a sentence begins with that leads in words a pronoun of it says ("*La Ligue* exige …: « … », écrit-elle").

    Only when the sentence names no person besides; ``draft_start`` is where the words begin, ``at`` the pronoun.
    """
    own = [s for s in reading.sentences if s.start < draft_start and draft_start < s.end + 3]
    if not own or own[-1].start >= at:
        return None
    sentence = own[-1]
    body = people.subject_of(Span(sentence.start, min(sentence.end, draft_start)))
    if body is None or reading.mentions[body].kind != "organization" or reading.mentions[body].end > draft_start:
        return None
    if any(m.kind == "person" and sentence.start <= m.start < at for m in reading.mentions):
        return None
    return body if wanted is None or _article_gender(body, people) in (None, wanted) else None


def issuer_before(scope: Span, at: int, reading: Reading, people: People, wanted: str | None) -> int | None:
    """Return the body that the sentence before begins with, where a pronoun speaks in a statement (« *Le MSO* nie. Dans un *communiqué*, il évoque … »): people issue few."""
    text = reading.article.text
    own = [s for s in reading.sentences if s.start < at]
    if len(own) < 2 or "\n" in text[own[-2].start : own[-1].start]:
        return None
    issued = any(c.kind == "communique" and not c.whole and own[-1].start <= c.start < at for c in reading.credits)
    body = people.subject_of(own[-2]) if issued else None
    if body is None or reading.mentions[body].kind != "organization":
        return None
    if any(m.kind == "person" and own[-2].start <= m.start < at for m in reading.mentions):
        return None
    return body if wanted is None or _article_gender(body, people) in (None, wanted) else None


def _article_gender(body: int, people: People) -> str | None:
    """Return the gender that the article before a body's name is in, ``None`` where it tells none."""
    words = people.words
    first = words.at(people.reading.mentions[body].start) if words is not None else 0
    article = words.keys[first - 1] if words is not None and first else ""
    if article in people.lexicon.feminine_articles:
        return "f"
    return "m" if article in people.lexicon.masculine_articles else None
