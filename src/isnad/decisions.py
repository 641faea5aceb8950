"""What people decide about a dossier: an append-only ledger that outranks isnad's judgements and survives every build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence, Sized
from datetime import date
from typing import Any, Literal

import msgspec
from msgspec import Struct

from isnad.errors import DecisionError
from isnad.model import LANGUAGES, Dossier, Judgement

Kind = Literal["same", "different", "reject", "amend", "accept"]
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
FIELDS: dict[str, frozenset[str]] = {
    "entity": frozenset({"name"}),
    "event": frozenset({"title", "date", "status"}),
    "agreement": frozenset({"title"}),
    "quotation": frozenset({"speaker"}),
}
"""What can be given another value, by what it is of."""
STATUSES = ("happened", "planned", "reported", "denied")
LONGEST = 500


class Mark(Struct, frozen=True):
    """Where a thing stands with people: ``state`` is what was decided last, ``comments`` are (by, at, words)."""

    state: Literal["accepted", "locked", "amended", "commented"]
    by: str
    at: str
    comments: tuple[tuple[str, str, str], ...] = ()


def check_pages(pages: Sized) -> None:
    """Raise :class:`~isnad.errors.DecisionError` when a dossier holds no pages: composing it again would empty it."""
    if not pages:
        raise DecisionError(
            "this dossier was imported without its pages and cannot be composed again",
            "decide where it was built, or build it here from its pages: isnad build PAGES -o DOSSIER",
        )


def type_of(ident: str) -> str:
    """Return what an id names; raises :class:`~isnad.errors.DecisionError` for one that names nothing."""
    kind = TYPES.get(ident[:1]) if "-" in ident[:2] else None
    if kind is None:
        raise DecisionError(f"{ident!r} is no id of a dossier", "ids stand in `isnad show … --json`, such as e-1a2b3c…")
    return kind


def decide(
    kind: Kind,
    ids: Sequence[str],
    by: str,
    at: str,
    reason: str,
    dossier: Dossier,
    name: Mapping[str, str] | None = None,
    *,
    to: Mapping[str, Any] | None = None,
    forms: Sequence[str] = (),
) -> Judgement:
    """Return a person's judgement, ready for the ledger.

    ``same`` takes two ids of one type; ``different`` two, or one entity with the printed ``forms`` that are of another;
    ``reject``, ``accept`` and ``amend`` one. ``to`` holds an amendment's new values (:data:`FIELDS`): ``name`` and ``title``
    by language, ``date`` as ``{"start": ISO day, "end": ISO day}`` or ``None``, ``status``, ``speaker`` (an entity's id or
    ``None``); ``{"comment": True}`` changes nothing and says the ``reason``; ``{"locked": True}`` with ``accept`` keeps the
    values as they stand through later builds. ``name`` is short for ``to={"name": …}``.
    Raises :class:`~isnad.errors.DecisionError` when that cannot be.
    """
    split = kind == "different" and bool(forms)
    wanted = 2 if kind in ("same", "different") and not split else 1
    if len(ids) != wanted or len(set(ids)) != wanted:
        raise DecisionError(
            f"“{kind}” is said of {wanted} {'different ids' if wanted > 1 else 'id'}, not of {len(ids)}"
        )
    types = {type_of(i) for i in ids}
    sort = types.pop()
    if types or (wanted == 2 and sort not in PAIRS) or (split and sort != "entity"):
        raise DecisionError(f"“{kind}” cannot be said of {', '.join(ids)}", "join or part two entities, or two events")
    known = ids_of(dossier)
    missing = [i for i in ids if i not in known and sort != "judgement"]
    if missing:
        raise DecisionError(f"there is no {sort} {missing[0]} in this dossier", "has it been built since?")
    target: dict[str, object] = {"type": sort}
    target |= {"left": ids[0], "right": ids[1]} if wanted == 2 else {"id": ids[0]}
    if split:
        target["forms"] = _forms(ids[0], forms, dossier)
    values = {**(to or {}), **({"name": name} if name else {})}
    if kind == "amend":
        target |= _amendment(sort, values, reason, dossier)
    if kind == "accept" and values.get("locked"):
        target |= {"locked": True, **_as_it_stands(sort, ids[0], dossier)}
    key = hashlib.sha256(f"{kind}|{'|'.join(sorted(ids))}|{by}|{at}".encode()).hexdigest()[:12]
    return Judgement(f"j-{key}", kind, target, by, at, reason[:LONGEST])


def _forms(ident: str, forms: Sequence[str], dossier: Dossier) -> list[str]:
    entity = next(e for e in dossier.entities if e.id == ident)
    strange = [f for f in forms if f not in entity.aliases]
    if strange:
        raise DecisionError(f"{strange[0]!r} is no printed form of {ident}", f"it has: {' · '.join(entity.aliases)}")
    if set(forms) >= set(entity.aliases):
        raise DecisionError("these are all its forms: nothing would be left", "name those that are somebody else's")
    return list(dict.fromkeys(forms))


def _amendment(sort: str, values: Mapping[str, Any], reason: str, dossier: Dossier) -> dict[str, object]:
    """Check an amendment's new values and return them as they go into the ledger."""
    if values.get("comment"):
        if not reason.strip():
            raise DecisionError("a comment without words says nothing", "give the words as the reason")
        return {"comment": True}
    fields = FIELDS.get(sort, frozenset())
    wrong = sorted(values.keys() - fields)
    if wrong or not values:
        can = ", ".join(sorted(fields)) or "nothing; it can be rejected"
        raise DecisionError(f"of this {sort} can be amended: {can}", f"not: {', '.join(wrong)}" if wrong else "")
    return {key: _checked(key, value, dossier) for key, value in values.items()}


def _checked(key: str, value: Any, dossier: Dossier) -> object:
    if key in ("name", "title"):
        return _texts(key, value)
    if key == "date":
        return _day(value)
    if key == "status" and value not in STATUSES:
        raise DecisionError(f"there is no status {value!r}", f"known: {', '.join(STATUSES)}")
    if key == "speaker" and value is not None and value not in {e.id for e in dossier.entities}:
        raise DecisionError(f"there is no entity {value} in this dossier", "the speaker is an entity's id, or none")
    return value


def _texts(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping) or not value:
        raise DecisionError(f"a {key} is given by language", f"languages: {', '.join(LANGUAGES)}")
    out = {str(k): " ".join(str(v).split())[:LONGEST] for k, v in value.items()}
    if not all(k in LANGUAGES and v for k, v in out.items()):
        raise DecisionError(f"a {key} needs words in one of: {', '.join(LANGUAGES)}")
    return out


def _day(value: Any) -> dict[str, str] | None:
    if value is None:
        return None
    try:
        start = date.fromisoformat(str(value["start"]))
        end = date.fromisoformat(str(value.get("end") or value["start"]))
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise DecisionError("the date cannot be read", "write 2024-05-01, or 2024-05-01/2024-05-03") from fault
    if end < start:
        raise DecisionError(f"the date ends before it starts: {start} … {end}")
    return {"start": start.isoformat(), "end": end.isoformat()}


def _as_it_stands(sort: str, ident: str, dossier: Dossier) -> dict[str, object]:
    """The values that a lock keeps: those a person could have amended."""
    if sort == "entity":
        return {"name": dict(next(e for e in dossier.entities if e.id == ident).name)}
    if sort == "agreement":
        return {"title": dict(next(a for a in dossier.agreements if a.id == ident).title)}
    if sort == "event":
        event = next(e for e in dossier.events if e.id == ident)
        day = {"start": str(event.date.start), "end": str(event.date.end)} if event.date else None
        return {"title": dict(event.title), "date": day, "status": event.status}
    if sort == "quotation":
        spoken = next(q for q in dossier.quotations if q.id == ident).speaker
        return {"speaker": spoken.entity} if spoken and spoken.entity else {}
    return {}


def marks(decisions: Iterable[Judgement]) -> dict[str, Mark]:
    """Return, by id, where things stand with people: what is not in it is only isnad's suggestion."""
    found: dict[str, Mark] = {}
    for j in effective(decisions):
        ident = str(j.target.get("id", ""))
        if not ident or j.kind not in ("amend", "accept"):
            continue
        before = found.get(ident)
        comments = before.comments if before else ()
        if j.target.get("comment"):
            comments = (*comments, (j.by, j.at or "", j.reason))
            found[ident] = Mark(before.state if before else "commented", j.by, j.at or "", comments)
        else:
            state: Literal["accepted", "locked", "amended"] = "amended"
            if j.kind == "accept":
                state = "locked" if j.target.get("locked") else "accepted"
            found[ident] = Mark(state, j.by, j.at or "", comments)
    return found


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
    """Return the decisions that stand: those not taken back, without the takings-back, and no rejection of what was accepted later."""
    rows = _not_undone(decisions)
    later = overruled(rows)
    return tuple(j for j in rows if not (j.kind == "reject" and j.id in later))


def overruled(decisions: Iterable[Judgement]) -> dict[str, Judgement]:
    """Return, by id, the decisions that a later one contradicts, each with that later one: the later wins, both are kept."""
    rows = _not_undone(decisions)
    # The order in which they are replayed: pairs by the time they were decided at, everything else as in the ledger.
    order = sorted(enumerate(rows), key=lambda x: (x[1].at or "", -x[0]) if _pair(x[1]) else ("", x[0]))
    last = {key: (value, j) for _, j in order for key, value in _sayings(j).items()}
    found: dict[str, Judgement] = {}
    for j in rows:
        against = [k for key, value in _sayings(j).items() for said, k in [last[key]] if said != value]
        if against:
            found[j.id] = against[0]
    return found


def _not_undone(decisions: Iterable[Judgement]) -> list[Judgement]:
    rows = list(decisions)
    undone: set[str] = set()
    for j in reversed(rows):
        if j.kind == "reject" and j.target.get("type") == "judgement" and j.id not in undone:
            undone.add(str(j.target.get("id")))
    return [j for j in rows if j.id not in undone and j.target.get("type") != "judgement"]


def _pair(j: Judgement) -> bool:
    return j.kind in ("same", "different") and "right" in j.target


def _sayings(j: Judgement) -> dict[tuple[str, ...], object]:
    """What a decision says, point by point; two that give one point different values contradict each other."""
    if _pair(j):
        return {("pair", *sorted((str(j.target.get("left")), str(j.target.get("right"))))): j.kind}
    ident = str(j.target.get("id", ""))
    said: dict[tuple[str, ...], object] = {("kept", ident): j.kind} if j.kind in ("reject", "accept") else {}
    for field in ("name", "title", "date", "status", "speaker") if j.kind in ("amend", "accept") else ():
        value = j.target.get(field)
        if field in ("name", "title"):
            said |= {(field, ident, str(k)): v for k, v in value.items()} if isinstance(value, Mapping) else {}
        elif field in j.target:
            said[field, ident] = value
    return said


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
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
            raise DecisionError(
                f"line {n} is no decision: {fault}", "nothing was taken over; mend the line and try again"
            ) from fault
        if j.by == "isnad":
            raise DecisionError(f"line {n} is a judgement of isnad's own, not a person's decision")
        out.append(j)
    return tuple(out)
