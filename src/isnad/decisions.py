"""What people decide about a dossier: an append-only ledger that outranks isnad's judgements and survives every build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from isnad.errors import DecisionError
from isnad.model import Dossier, Judgement

Kind = Literal["same", "different", "reject", "amend"]
TYPES = {
    "e": "entity",
    "v": "event",
    "q": "quotation",
    "g": "agreement",
    "f": "figure",
    "d": "disagreement",
    "j": "judgement",
}
"""First letter of an id → what it names. ``g``… agreements; ``j``… earlier decisions, to undo them."""
PAIRS = frozenset({"entity", "event"})
"""What can be called the same or different."""
LONGEST = 500


def type_of(ident: str) -> str:
    """Return what an id names; raises :class:`~isnad.errors.DecisionError` for one that names nothing."""
    kind = TYPES.get(ident[:1]) if "-" in ident[:2] else None
    if kind is None:
        raise DecisionError(f"{ident!r} is no id of a dossier", "ids stand in `isnad show … --json`, such as e-1a2b3c…")
    return kind


def decide(
    kind: Kind, ids: Sequence[str], by: str, at: str, reason: str, dossier: Dossier, name: dict[str, str] | None = None
) -> Judgement:
    """Return a person's judgement, ready for the ledger.

    ``same`` and ``different`` take two ids of one type, ``reject`` one, ``amend`` an entity's with its new ``name`` by
    language. Raises :class:`~isnad.errors.DecisionError` when that cannot be.
    """
    wanted = 2 if kind in ("same", "different") else 1
    if len(ids) != wanted or len(set(ids)) != wanted:
        raise DecisionError(
            f"“{kind}” is said of {wanted} {'different ids' if wanted > 1 else 'id'}, not of {len(ids)}"
        )
    types = {type_of(i) for i in ids}
    sort = types.pop()
    if types or (wanted == 2 and sort not in PAIRS):
        raise DecisionError(f"“{kind}” cannot be said of {', '.join(ids)}", "join or part two entities, or two events")
    known = ids_of(dossier)
    missing = [i for i in ids if i not in known and sort != "judgement"]
    if missing:
        raise DecisionError(f"there is no {sort} {missing[0]} in this dossier", "has it been built since?")
    if kind == "amend" and (sort != "entity" or not name):
        raise DecisionError("only an entity can be given another name")
    target: dict[str, object] = {"type": sort}
    target |= {"left": ids[0], "right": ids[1]} if wanted == 2 else {"id": ids[0]}
    if name:
        target["name"] = {k: v[:LONGEST] for k, v in name.items()}
    key = hashlib.sha256(f"{kind}|{'|'.join(sorted(ids))}|{by}|{at}".encode()).hexdigest()[:12]
    return Judgement(f"j-{key}", kind, target, by, at, reason[:LONGEST])


def ids_of(dossier: Dossier) -> frozenset[str]:
    """Return every id that can be decided on."""
    lists = (
        dossier.entities,
        dossier.events,
        dossier.quotations,
        dossier.agreements,
        dossier.figures,
        dossier.disagreements,
    )
    return frozenset(x.id for rows in lists for x in rows)


def effective(decisions: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the decisions that stand: those not taken back, without the takings-back."""
    rows = list(decisions)
    undone: set[str] = set()
    for j in reversed(rows):
        if j.kind == "reject" and j.target.get("type") == "judgement" and j.id not in undone:
            undone.add(str(j.target.get("id")))
    return tuple(j for j in rows if j.id not in undone and j.target.get("type") != "judgement")


def lost(decisions: Iterable[Judgement], before: frozenset[str], dossier: Dossier) -> tuple[Judgement, ...]:
    """Return the standing decisions none of whose targets the dossier knows any more; they are kept and reported.

    ``before`` are ids that earlier decisions themselves took out of sight (rejected, or joined into another).
    """
    known = ids_of(dossier) | before
    out = []
    for j in effective(decisions):
        ids = [str(j.target[k]) for k in ("left", "right", "id") if k in j.target]
        if not any(i in known for i in ids) and j.kind != "reject":
            out.append(j)
    return tuple(out)


def write_jsonl(decisions: Iterable[Judgement]) -> bytes:
    """Return the ledger as JSON Lines, one decision a line in a fixed order of keys, for version control."""
    return b"".join(msgspec.json.encode(j, order="sorted") + b"\n" for j in decisions)


def read_jsonl(data: bytes) -> tuple[Judgement, ...]:
    """Return the decisions of a file; a half-written last line is refused by its number, like any other fault."""
    out = []
    for n, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            j = msgspec.json.decode(line, type=Judgement)
        except msgspec.DecodeError as fault:
            raise DecisionError(
                f"line {n} is no decision: {fault}", "nothing was taken over; mend the line and try again"
            ) from fault
        if j.by == "isnad":
            raise DecisionError(f"line {n} is a judgement of isnad's own, not a person's decision")
        out.append(j)
    return tuple(out)
