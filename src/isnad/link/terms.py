"""Terms of prison are compared of one and the same person: joined, or of names that sound alike, or the one term two pages of a story tell.

Whom a term is of stands before its number: "sentenced Adnan al-Helou, former head of the port, to nine years". Where the words before it
name nobody anew ("jailed them for four years"), it is of whoever the page is about, and is compared only if the page tells no other term.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from isnad.link.roles import TERM
from isnad.link.spelling import compare_names
from isnad.model import EntityGroup, FigureMention, MentionRef, Reading
from isnad.text import tokens

HEARD = 0.9
"""Likeness of two names in two scripts that makes them one person's, where the terms of one story are compared."""
CLOSE = 40
"""Characters between a name and the age of who bears it at the most."""
BEFORE = 7
"""Words before a number among which the name of whom it is of stands though nothing found it to be a name."""


class Term(Struct, frozen=True, gc=False):
    """Whose term a number is: ``who`` as entities with their printed names; the ``words`` before it; ``alone`` when the page tells no other."""

    who: Mapping[str, str]
    words: tuple[str, ...]
    alone: bool


def term_of(r: Reading, f: FigureMention, roles: Sequence[str], named: Mapping[MentionRef, EntityGroup]) -> Term:
    """Return whose term a number is: of those named before it in its sentence, behind the last number, the last and who stands beside them."""
    sentence = next((s for s in r.sentences if s.start <= f.start < s.end), f.span)
    low = max((g.end for g in r.numbers if sentence.start <= g.start and g.end <= f.start), default=sentence.start)
    alone = not any(f.end <= g.start < sentence.end for g in r.numbers)
    people = [
        (m, named[ref])
        for k, m in enumerate(r.mentions)
        if m.kind == "person" and sentence.start <= m.start < sentence.end
        if (ref := MentionRef(r.article.id, k)) in named
    ]
    before = [(m, g) for m, g in people if low <= m.start < f.start] or [(m, g) for m, g in people if m.start < low]
    mine = before[-2:] if before else [(m, g) for m, g in people if alone and f.end <= m.start][:1]
    words = tuple(t.text for t in tokens(r.article.text, low, f.start) if t.kind == "word" and len(t.text) > 2)
    terms = {g.value for g, role in zip(r.figures, roles, strict=False) if role == TERM}
    return Term({g.id: m.text for m, g in mine}, words[-BEFORE:], len(terms) < 2)


def aged(r: Reading, f: FigureMention, named: Mapping[MentionRef, EntityGroup]) -> frozenset[str]:
    """Return whose age a number is: of the person named right before it, else right behind it ("the 58-year-old Tomas Eguren")."""
    people = [
        (m, named[ref].id)
        for k, m in enumerate(r.mentions)
        if m.kind == "person" and (ref := MentionRef(r.article.id, k)) in named
    ]
    before = [i for m, i in people if 0 <= f.start - m.end <= CLOSE]
    after = [i for m, i in people if 0 <= m.start - f.end <= CLOSE]
    return frozenset(before[-1:] or after[:1])


def one_person(a: Term, b: Term, across: bool) -> bool:
    """True when two terms are of one person; ``across`` says that the pages are in two scripts."""
    if a.who.keys() & b.who.keys():
        return True
    if across and any(compare_names(x, y).score >= HEARD for x in a.who.values() for y in b.who.values()):
        return True
    if across and (_heard(a, b) or _heard(b, a)):
        return True
    return a.alone and b.alone and (across or not (a.who and b.who))


def _heard(a: Term, b: Term) -> bool:
    """True when the surname of somebody whom the one names sounds like a word before the other's number."""
    last = [x.split()[-1] for x in a.who.values() if x.split()]
    return any(compare_names(x, w).score >= HEARD for x in last for w in b.words)
