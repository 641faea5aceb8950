"""What shorter mentions stand for inside an article: a surname, an office, "the two ministers", an acronym in brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import takewhile

import msgspec
import regex

from isnad.languages.kinsfolk import another, relation
from isnad.languages.meanings import initials, role_concepts
from isnad.model import Article, Mention, Span
from isnad.model.reading import TimeExpression
from isnad.text import fold_key

YEAR = 366
"""Days before its page from which what happened may have befallen another holder of an office."""
FAR = 1500
"""Characters back within which an office is understood without its name."""
RECENT = 200
"""Names of persons back within which a family name is understood."""
Held = Mapping[str, tuple[set[str], str | None]]
"""Folded family name → the concepts of every office printed beside it, and the country any of it speaks of."""
_LOOSE = frozenset({"official", "leader", "counterpart", "head", "chief", "general", "soldier", "officer"})


def refer(
    mentions: Sequence[Mention], article: Article, sentences: Sequence[Span], times: Sequence[TimeExpression] = ()
) -> list[Mention]:
    """Return the mentions with ``refers`` set where only one reading is sound; ``times`` say which sentences tell of years ago."""
    out = list(mentions)
    ago = _ago(article, sentences, times)
    people: list[int] = []
    offices = _offices(mentions)
    for i, m in enumerate(out):
        if m.kind == "organization":
            long = _explained(out, i, article.text)
            if long is not None:
                out[i] = msgspec.structs.replace(m, refers=(long,))
        if m.kind != "person":
            continue
        if m.form == "name":
            people.append(i)
            longer = _fuller(out, i, people, article)
            if longer is not None and not another(article.text, article.language, m, out[longer]):
                out[i] = msgspec.structs.replace(m, refers=(longer,))
            continue
        found = _holders(out, i, people, offices)
        then = next((s for s in ago if s.start <= m.start < s.end), None)
        if then is not None and any(out[j].start < then.start for j in found):
            continue  # "in 2011 it had recalled its ambassador": whoever that was then
        if found:
            out[i] = msgspec.structs.replace(m, refers=found)
    return out


def _ago(article: Article, sentences: Sequence[Span], times: Sequence[TimeExpression]) -> list[Span]:
    """The sentences of which a year's distance or more from the page is all the day that they tell."""
    if article.published is None:
        return []
    day = article.published.start - timedelta(days=YEAR)
    dated = [t for t in times if t.kind == "date" and t.interval is not None]
    old = [t for t in dated if t.interval is not None and t.interval.end < day]
    return [
        s
        for s in sentences
        if any(s.start <= t.start < s.end for t in old)
        and not any(s.start <= t.start < s.end for t in dated if t not in old)
    ]


def _fuller(mentions: Sequence[Mention], i: int, people: Sequence[int], article: Article) -> int | None:
    """The last fuller form before a name that ends with all its words; ``None`` when two persons' names do.

    Who was told of as somebody's relation is not whom the family name alone means: "Robin Chirwa … *his wife, Esther Chirwa* … Chirwa".
    """
    short = fold_key(mentions[i].text).split()
    fuller = {}
    for j in people[-RECENT - 1 : -1]:
        words = fold_key(mentions[j].text).split()
        if len(words) > len(short) and words[-len(short) :] == short:
            fuller[words[0]] = j
    if len(fuller) > 1:
        fuller = {k: j for k, j in fuller.items() if not relation(article.text, article.language, mentions[j])}
    return next(iter(fuller.values())) if len(fuller) == 1 else None


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


def _holders(mentions: Sequence[Mention], i: int, people: Sequence[int], offices: Held) -> tuple[int, ...]:
    """Whom an office alone stands for: the nearest person before it who holds it; two persons for a plural."""
    m = mentions[i]
    wanted = role_concepts(m.text)
    rank = {c for c in wanted if ":" not in c}
    near = takewhile(lambda j: m.start - mentions[j].start <= FAR, reversed(people))
    holders: list[int] = []
    names: set[str] = set()
    for j in near:
        name = _last(mentions[j])
        if name not in names and _fits(offices.get(fold_key(mentions[j].text)) or offices[name], rank, wanted, m):
            names.add(name)
            holders.append(j)
    if m.country:
        # A nationality is printed: whoever is known to be of it comes before whoever may be.
        same = [j for j in holders if offices[_last(mentions[j])][1] == m.country]
        holders = same or holders
    if m.plural:
        return tuple(sorted(holders[:2])) if len(holders) >= 2 else ()
    if len(holders) == 1:
        return (holders[0],)
    # Two holders of one rank nearby: the country decides, else nothing is said.
    return ()


def _fits(who: tuple[set[str], str | None], rank: set[str], wanted: frozenset[str], m: Mention) -> bool:
    """True when a person's printed office says at least what the bare office says."""
    held, country = who
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


def _offices(mentions: Sequence[Mention]) -> Held:
    """What each family name of the article holds."""
    found: dict[str, tuple[set[str], str | None]] = {}
    for m in mentions:
        if m.kind == "person" and m.form == "name":
            held, country = found.get(_last(m), (set[str](), None))
            concepts = role_concepts(m.role.text) if m.role else frozenset[str]()
            found[_last(m)] = held | concepts, country or m.country
            if _namesakes(m, mentions):
                whole = fold_key(m.text)
                held, country = found.get(whole, (set[str](), None))
                found[whole] = held | concepts, country or m.country
    return found


def _namesakes(m: Mention, mentions: Sequence[Mention]) -> bool:
    """True when another person of the page has this one's family name and another first name: their offices are apart."""
    words = fold_key(m.text).split()
    others = (fold_key(o.text).split() for o in mentions if o.kind == "person" and o.form == "name")
    return len(words) > 1 and any(len(o) > 1 and o[-1] == words[-1] and o[0] != words[0] for o in others)


def _last(m: Mention) -> str:
    return (fold_key(m.text).split() or [""])[-1]
