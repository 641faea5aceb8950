"""Persons, organisations and places of many readings, brought together by judgements a person can read and undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from isnad.link.apart import Pair, parted, told_apart
from isnad.link.counterparts import counterparts
from isnad.link.ledger import Judged, Ledger, Ledgers
from isnad.link.linker import group, judge_all
from isnad.link.local import Local, locals_of
from isnad.link.organizations import Organizations
from isnad.link.people import Bearers, FullNames, SingleNames, persons_after_all, short_verdicts, singles
from isnad.link.places import Places
from isnad.model import EntityGroup, Judgement, MentionRef, Reading
from isnad.model.ids import entity_id
from isnad.text import fold_key

TARGET = "entity"
MOST_REASONS = 12
"""Reasons shown of one entity; the ledger keeps every judgement."""


class LinkedEntities(Struct, frozen=True, gc=False):
    """The outcome: the groups, every judgement that made them, and pairs only worth a look.

    ``suggestions`` join nothing; a person may accept them.
    """

    groups: tuple[EntityGroup, ...]
    judgements: Sequence[Judgement]
    suggestions: Sequence[Judgement] = ()


def link_entities(readings: Sequence[Reading], decided: Sequence[Judgement] = ()) -> LinkedEntities:
    """Return the entities of all readings.

    ``decided`` are people's judgements; their targets are ``{"type": "entity", "left": id, "right": id}`` with local ids
    (``article@start``) or ids of entities, which stay those of their earliest mention.
    """
    items = persons_after_all([x for reading in readings for x in locals_of(reading)])
    by_kind: dict[str, list[Local]] = defaultdict(list)
    for item in items:
        by_kind[item.kind].append(item)
    bodies = judge_all(by_kind["organization"], Organizations())
    made = [
        *_people(by_kind["person"], told_apart(readings, by_kind["person"])),
        bodies,
        counterparts(by_kind["organization"], bodies),
        judge_all(by_kind["place"], Places()),
    ]
    firm = Ledgers(*(m.firm for m in made))
    suggested = Ledgers(*(m.suggested for m in made))
    del made, by_kind, bodies
    mine = [j for j in decided if j.target.get("type") == TARGET]
    known = {entity_id(x.id): x.id for x in items} if mine else {}
    mine = [_local_ids(j, known) for j in mine]
    ids = [x.id for x in items]
    if mine:
        mine += _splits(mine, group(ids, Ledgers(firm, mine)), {x.id: x for x in items})
    groups = group(ids, Ledgers(firm, mine))
    by_id = {x.id: x for x in items}
    refused = {known.get(str(j.target.get("id")), str(j.target.get("id"))) for j in mine if j.kind == "reject"}
    reasons: dict[str, list[str]] = defaultdict(list)
    for ledger in firm.parts:
        for left, why in ledger.joined() if isinstance(ledger, Ledger) else ():
            reasons[left].append(why)
    for j in mine:
        if j.kind == "same":
            reasons[str(j.target.get("left"))].append(j.reason)
    plurals = _plurals(readings)
    entities = tuple(
        _group([by_id[x] for x in ids], reasons, plurals)
        for ids in groups
        if not refused.intersection(ids) and _worth([by_id[x] for x in ids])
    )
    return LinkedEntities(entities, firm, suggested)


def _local_ids(j: Judgement, known: dict[str, str]) -> Judgement:
    """A person's judgement with the ids of entities turned into those of their earliest mention."""
    target = {
        k: known.get(v, v) if k in ("left", "right", "id") and isinstance(v, str) else v for k, v in j.target.items()
    }
    return Judgement(j.id, j.kind, target, j.by, j.at, j.reason, j.score)


def _splits(decided: Sequence[Judgement], groups: Sequence[Sequence[str]], items: dict[str, Local]) -> list[Judgement]:
    """What a person's "these forms are of another" says of the pairs: one inside each side, different across."""
    found = []
    for j in decided:
        forms, ident = j.target.get("forms"), str(j.target.get("id"))
        members = next((g for g in groups if ident in g), ()) if j.kind == "different" and forms else ()
        apart = {fold_key(str(f)) for f in forms} if isinstance(forms, (list, tuple)) else set()
        picked = [i for i in members if apart & {fold_key(n) for n in (*items[i].names, *items[i].acronyms)}]
        rest = [i for i in members if i not in picked]
        if not picked or not rest:
            continue
        pairs = [("same", picked[0], x) for x in picked[1:]] + [("same", rest[0], x) for x in rest[1:]]
        for kind, a, b in [*pairs, ("different", picked[0], rest[0])]:
            target = {"type": TARGET, "left": a, "right": b}
            found.append(Judgement(j.id, "same" if kind == "same" else "different", target, j.by, j.at, j.reason))
    return found


def _people(items: list[Local], apart: Sequence[Pair]) -> tuple[Judged, Judged, Judged]:
    """Full names first, namesakes whom a page tells apart parted; then single names and offices against the bearers found; then these among themselves."""
    full = judge_all(items, FullNames())
    ids = full.firm.ids
    short, place = Judged.of(TARGET, ids), {x: n for n, x in enumerate(ids)}
    for a, b, verdict in parted([[items[place[i]] for i in g] for g in group(ids, full.firm)] if apart else (), apart):
        full.add(place[a.id], place[b.id], verdict)
    lone = singles(items)
    alone = {x.id for x in lone}
    named = [[items[place[i]] for i in one] for one in group(ids, full.firm) if not alone.issuperset(one)]
    for a, b, verdict in short_verdicts(lone, Bearers(named)):
        short.add(place[a.id], place[b.id], verdict)
    taken = {ids[n]: True for row in short.firm.rows() if row.same for n in (row.left, row.right)}
    return full, short, judge_all(lone, SingleNames(taken))


def _worth(items: list[Local]) -> bool:
    """Keep what has a name; who is known by an office alone stays a mention and becomes no entity of its own."""
    return any(x.names or x.acronyms for x in items)


def _plurals(readings: Sequence[Reading]) -> dict[tuple[str, int], list[MentionRef]]:
    """Plural mentions ("les deux ministres") under each mention they refer to."""
    found: dict[tuple[str, int], list[MentionRef]] = defaultdict(list)
    for reading in readings:
        for i, m in enumerate(reading.mentions):
            for refers in m.refers if m.plural else ():
                found[(reading.article.id, refers)].append(MentionRef(reading.article.id, i))
    return found


def _group(
    items: list[Local], reasons: dict[str, list[str]], plurals: dict[tuple[str, int], list[MentionRef]]
) -> EntityGroup:
    first = items[0]
    own = [MentionRef(x.article, m) for x in items for m in x.members]
    several = [ref for o in own for ref in plurals.get((o.article, o.index), ())]
    countries = sorted({c for x in items for c in x.countries})
    why: dict[str, str] = {}
    for reason in (r for x in items for r in reasons.get(x.id, ())):
        # One reason for each pair of spellings; that equal words are equal needs no saying.
        spellings = reason.split(";")[0]
        if "are the same words" not in spellings:
            why.setdefault(spellings, reason)
    return EntityGroup(
        id=entity_id(first.id),
        kind=first.kind,
        members=tuple(dict.fromkeys([*own, *several])),
        reasons=tuple(why.values())[:MOST_REASONS],
        country=countries[0] if len(countries) == 1 else None,
    )
