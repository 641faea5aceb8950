"""What shorter mentions stand for inside an article: a surname, an office, "the two ministers", an acronym in brackets."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import regex

from isnad.languages.meanings import initials, role_concepts
from isnad.model import Article, Mention, Span
from isnad.text import fold_key

FAR = 1500
"""Characters back within which an office is understood without its name."""
_LOOSE = frozenset({"official", "leader", "counterpart", "head", "chief", "general", "soldier", "officer"})


def refer(mentions: Sequence[Mention], article: Article, sentences: Sequence[Span]) -> list[Mention]:
    """Return the mentions with ``refers`` set where only one reading is sound."""
    out = list(mentions)
    people: list[int] = []
    for i, m in enumerate(out):
        if m.kind == "organization":
            long = _explained(out, i, article.text)
            if long is not None:
                out[i] = msgspec.structs.replace(m, refers=(long,))
        if m.kind != "person":
            continue
        if m.form == "name":
            people.append(i)
            continue
        found = _holders(out, i, people)
        if found:
            out[i] = msgspec.structs.replace(m, refers=found)
    return out


def _explained(mentions: Sequence[Mention], i: int, text: str) -> int | None:
    """The long form right before an acronym in brackets, when its initials agree or nothing else stands there."""
    m = mentions[i]
    if m.form != "acronym" or not i:
        return None
    before = mentions[i - 1]
    if before.kind != "organization" or before.form != "name":
        return None
    between = text[before.end : m.start]
    if regex.fullmatch(r"\s?[(\[«\"]\s?", between):
        return i - 1
    return i - 1 if fold_key(m.text).replace(".", "") in initials(before.text) and len(between) < 60 else None


def _holders(mentions: Sequence[Mention], i: int, people: Sequence[int]) -> tuple[int, ...]:
    """Whom an office alone stands for: the nearest person before it who holds it; two persons for a plural."""
    m = mentions[i]
    wanted = role_concepts(m.text)
    rank = {c for c in wanted if ":" not in c}
    near = [j for j in reversed(people) if m.start - mentions[j].start <= FAR]
    holders: list[int] = []
    names: set[str] = set()
    for j in near:
        name = fold_key(mentions[j].text).split()[-1]
        if name not in names and _fits(mentions, j, rank, wanted, m):
            names.add(name)
            holders.append(j)
    if m.country:
        # A nationality is printed: whoever is known to be of it comes before whoever may be.
        same = [j for j in holders if _held(mentions, j)[1] == m.country]
        holders = same or holders
    if m.plural:
        return tuple(sorted(holders[:2])) if len(holders) >= 2 else ()
    if len(holders) == 1:
        return (holders[0],)
    # Two holders of one rank nearby: the country decides, else nothing is said.
    return ()


def _fits(mentions: Sequence[Mention], j: int, rank: set[str], wanted: frozenset[str], m: Mention) -> bool:
    """True when a person's printed office says at least what the bare office says."""
    held, country = _held(mentions, j)
    if not held or not rank:
        return False
    if m.country and country and m.country != country:
        return False
    same = bool(rank & {c for c in held if ":" not in c}) or (
        bool(rank & _LOOSE) and bool(m.country) and m.country == country
    )
    minister = rank & {"minister", "deputyminister"} and {"minister", "deputyminister", "primeminister"} & held
    fields = {c for c in wanted if ":" in c}
    if fields and not fields & {c for c in held if ":" in c} and not rank & _LOOSE:
        return False
    return bool(same or minister)


def _held(mentions: Sequence[Mention], j: int) -> tuple[set[str], str | None]:
    """The concepts of every office printed beside a person's name, and the country any of it speaks of."""
    held: set[str] = set()
    country = mentions[j].country
    last = fold_key(mentions[j].text).split()[-1]
    for other in mentions:
        if other.kind == "person" and other.form == "name" and fold_key(other.text).split()[-1] == last:
            if other.role:
                held |= role_concepts(other.role.text)
            country = country or other.country
    return held, country
