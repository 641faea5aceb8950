"""What somebody denies, and who had said it: found from the denial's own words, whatever it is that was denied.

A denial points at the sentence before it ("the group denied it"), or names its claim and that others made it ("denied having met the
mayor, as the police maintain"). One that only says what is denied joins the others of its matter, and is no dispute alone: that two
sentences are alike in meaning does not show that the one is what the other denies. "Neither confirmed nor denied" is no denial.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.link.concepts import Key, cosine, vector
from isnad.model import Citation, Denial, EventGroup, Reading, Span, Story
from isnad.text import Token, fold_key, tokens

DENIED = 0.45
"""Likeness of what two denials of one story deny that makes it one matter."""
SHORT = 4
"""Words left behind a verb of denying up to which it only points ("denied the claim")."""
_NO_CLAIM = frozenset({"rejection", "statement", "demand"})
"""Kinds of events that are the denial itself rather than what is denied."""


class Found(Struct, frozen=True):
    """A denial as one page tells it: the clause, what is denied, what that means, and the claims its page sets it against."""

    article: str
    clause: Span
    denied: Span
    words: Mapping[Key, float]
    claims: tuple[Citation, ...]


def link_denials(
    readings: Sequence[Reading], stories: Sequence[Story], events: Sequence[EventGroup]
) -> tuple[Denial, ...]:
    """Return what is claimed by some and denied by others, each matter once."""
    by_id = {r.article.id: r for r in readings}
    story = {a: s.id for s in stories for a in s.articles}
    matters: list[list[Found]] = []
    for denial in (d for r in readings if r.article.language in LANGUAGES for d in _denials(r)):
        home = story.get(denial.article, denial.article)
        for found in matters:
            if any(story.get(o.article, o.article) == home and cosine(denial.words, o.words) >= DENIED for o in found):
                found.append(denial)
                break
        else:
            matters.append([denial])
    made = [_made(found, by_id, events) for found in matters if any(d.claims for d in found)]
    return tuple(d for d in made if d is not None)


def _made(found: Sequence[Found], by_id: Mapping[str, Reading], events: Sequence[EventGroup]) -> Denial | None:
    denied = tuple(dict.fromkeys(d.clause.cite(d.article) for d in found))
    claimed = tuple(dict.fromkeys(c for d in found for c in d.claims))
    inside = _told_in([*claimed, *(d.denied.cite(d.article) for d in found)], by_id, events)
    touched = inside or _told_in(denied, by_id, events)
    return Denial(claimed, denied, touched) if touched else None


def _told_in(spans: Sequence[Citation], by_id: Mapping[str, Reading], events: Sequence[EventGroup]) -> tuple[str, ...]:
    """The events told within some words, the one told most often first; a denial itself after all others."""
    found: dict[str, tuple[bool, int]] = {}
    for group in events:
        told = [by_id[m.article].events[m.index] for m in group.members if m.article in by_id]
        places = [m.article for m in group.members if m.article in by_id]
        hits = sum(
            any(a == c.article and c.start <= e.trigger.start < c.end for c in spans)
            for a, e in zip(places, told, strict=True)
        )
        if hits:
            found[group.id] = (not {e.kind for e in told} <= _NO_CLAIM, hits)
    return tuple(sorted(found, key=lambda g: (tuple(-x for x in found[g]), g)))


def _denials(reading: Reading) -> Iterator[Found]:
    words = _words(reading.article.language)
    if not words.may_deny(fold_key(reading.article.text)):
        return
    for n, sentence in enumerate(reading.sentences):
        found = tokens(reading.article.text, sentence.start, sentence.end)
        keys = [fold_key(t.text) or t.text for t in found]
        at = next((i for i in range(len(keys)) if words.denies_at(keys, i)), None)
        if at is None or _in_quotes(reading, found[at]):
            continue
        made = _denial(reading, n, found, keys, at)
        if made is not None:
            yield made


def _in_quotes(reading: Reading, token: Token) -> bool:
    return any(p.start <= token.start < p.end for q in reading.quotations if q.kind == "direct" for p in q.pieces)


def _denial(reading: Reading, n: int, found: list[Token], keys: list[str], at: int) -> Found | None:
    """The denial of a sentence, with the claim it points at or names itself; without one when it only says what is denied."""
    article = reading.article
    words = _words(article.language)
    first = words.content(keys, at + 1)
    end = words.end(keys, first)
    left = [k for k in keys[first:end] if k not in words.empty and k.isalpha()]
    clause = Span(found[0].start, found[max(end, at + 1) - 1].end)
    if len(left) <= SHORT and words.pointing(keys, at):
        claims = tuple(_before(reading, n))
        if not claims:
            return None
        said = article.text[claims[0].start : claims[0].end]
        verb = Span(found[at].start, found[at].end)
        return Found(article.id, clause, verb, vector(said, article.language), claims)
    if first >= end or len(left) < 2:
        return None
    denied = Span(found[first].start, found[end - 1].end)
    meaning = vector(article.words(denied), article.language)
    if words.answered(keys):
        # One sentence holds both: what is denied, as others said it, and the word that denies it.
        verb = Span(found[at].start, found[at].end)
        return Found(article.id, verb, denied, meaning, (denied.cite(article.id),))
    return Found(article.id, clause, denied, meaning, ())


def _before(reading: Reading, n: int) -> Iterator[Citation]:
    """The claim in one of the two sentences before: what somebody is said to have said there."""
    for k in (n - 1, n - 2):
        if k < 0:
            return
        s = reading.sentences[k]
        said = [
            q
            for q in reading.quotations
            if s.start <= q.scope.start < s.end and q.kind != "direct" and q.stance != "denying"
        ]
        if said:
            pieces = said[-1].pieces
            yield Citation(reading.article.id, pieces[0].start, pieces[-1].end)
            return
        keys = [fold_key(t.text) for t in tokens(reading.article.text, s.start, s.end)]
        if k == n - 1 and _words(reading.article.language).claimed(keys):
            yield s.cite(reading.article.id)
            return


Phrase = tuple[str, ...]


class _Words:
    """One language's words of denying (``numbers.toml``, ``rivals``)."""

    def __init__(self, language: str) -> None:
        rivals = table(language, "numbers")["rivals"]
        grammar = table(language, "grammar")["words"]
        self.arabic = language == "ar"
        self.denies = frozenset(fold_key(w) for w in rivals["denies"])
        self.negation = frozenset(fold_key(w) for w in grammar["negation"]) | frozenset(
            fold_key(w) for w in rivals["neither"]
        )
        self.back = frozenset(fold_key(w) for w in rivals["points_back"])
        self.front = frozenset(fold_key(w) for w in rivals["points_front"])
        self.begin = frozenset(fold_key(w) for w in rivals["begins"])
        self.stop = frozenset(fold_key(w) for w in rivals["ends"])
        self.empty = self.front | frozenset(fold_key(w) for w in rivals["empty"])
        self.claims = _phrases(rivals["estimates"]) + _phrases(rivals["accuses"])
        self.answers = _phrases(rivals["answered"])

    def may_deny(self, text: str) -> bool:
        """False for a folded text none of whose words denies anything: most are not looked at word by word."""
        return any(w in text for w in self.denies)

    def denies_at(self, keys: Sequence[str], i: int) -> bool:
        key = keys[i]
        forms = {key, key[1:]} if self.arabic and key[:1] in ("و", "ف") else {key}
        return bool(forms & self.denies) and not any(k in self.negation for k in keys[max(0, i - 3) : i])

    def content(self, keys: Sequence[str], i: int) -> int:
        """Where what is denied begins: at "that" or an infinitive soon behind the verb, else right behind it."""
        return next((j for j in range(i, min(len(keys), i + 14)) if keys[j] in self.begin), i)

    def end(self, keys: Sequence[str], first: int) -> int:
        """Where it ends: before what is said besides ("and said", "calling"), a mark of quotation, a full stop."""
        for j in range(first + 1, len(keys)):
            if keys[j] in (";", ":", '"', "!", "?") or keys[j] in self.stop or (keys[j] == "." and j == len(keys) - 1):
                return j - 1 if keys[j - 1] == "," and j - 1 > first else j
        return len(keys)

    def pointing(self, keys: Sequence[str], at: int) -> bool:
        """True for "denied it", "l'a démenti", «نفى ذلك»."""
        return any(k in self.back for k in keys[max(0, at - 3) : at]) or any(
            k in self.front for k in keys[at + 1 : at + 4]
        )

    def answered(self, keys: Sequence[str]) -> bool:
        return _holds(self.answers, keys)

    def claimed(self, keys: Sequence[str]) -> bool:
        return _holds(self.claims, keys)


def _phrases(words: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(tuple(fold_key(t.text) for t in tokens(w)) for w in words)


def _holds(phrases: Sequence[Phrase], keys: Sequence[str]) -> bool:
    text = f" {' '.join(keys)} "
    return any(f" {' '.join(p)} " in text or f" و{' '.join(p)} " in text for p in phrases)


@cache
def _words(language: str) -> _Words:
    return _Words(language)
