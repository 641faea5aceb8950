"""``isnad decide``: people's corrections, recorded, replayed and taken back."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from isnad.decisions import decide, effective, read_jsonl, write_jsonl
from isnad.errors import DecisionError
from isnad.model import Judgement
from isnad.pipeline import relink
from isnad.store import Store, open_store

ACTIONS = ("same", "different", "reject", "rename", "undo", "list", "export", "import")


def run(path: str, what: str, ids: list[str], by: str, reason: str, name: str, language: str) -> None:
    """Do one thing with the ledger of a dossier, and compose the dossier again when it changed."""
    if what not in ACTIONS:
        raise DecisionError(f"there is no decision {what!r}", f"known: {', '.join(ACTIONS)}")
    store = open_store(path, create=False)
    try:
        if what == "list":
            _list(store)
        elif what == "export":
            _export(store, ids)
        else:
            _change(store, what, ids, by or _user(), reason, name, language)
    finally:
        store.close()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def _list(store: Store) -> None:
    standing = {j.id for j in effective(store.decisions())}
    for j in store.decisions():
        about = " ".join(str(j.target[k]) for k in ("left", "right", "id") if k in j.target)
        gone = "" if j.id in standing else " (taken back)" if j.target.get("type") != "judgement" else ""
        print(f"{j.id}  {j.at or ''}  {j.by}: {j.kind} {about}{gone}" + (f" — {j.reason}" if j.reason else ""))


def _export(store: Store, ids: list[str]) -> None:
    data = write_jsonl(store.decisions())
    if not ids:
        print(data.decode(), end="")
        return
    try:
        Path(ids[0]).write_bytes(data)
    except OSError as fault:
        raise DecisionError(f"{ids[0]} cannot be written: {fault.strerror or fault}") from fault


def _change(store: Store, what: str, ids: list[str], by: str, reason: str, name: str, language: str) -> None:
    before = store.dossier()
    if what == "import":
        made = _read(ids)
    else:
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        kind = {"rename": "amend", "undo": "reject"}.get(what, what)
        if what == "undo" and ids and not any(j.id == ids[0] for j in store.decisions()):
            raise DecisionError(f"there is no decision {ids[0]}", "isnad decide DOSSIER list names them")
        made = (decide(kind, ids, by, at, reason, before, {language: name} if name else None),)  # type: ignore[arg-type]
    for j in made:
        store.decide(j)
    after = relink(store)
    known = {x.id for rows in (before.entities, before.events, after.entities, after.events) for x in rows}
    console = Console(stderr=True)
    for j in made:
        ids_of = [str(j.target[k]) for k in ("left", "right") if k in j.target]
        if ids_of and not any(i in known for i in ids_of):
            console.print(
                f"[yellow]kept, but this dossier knows neither[/yellow] {' nor '.join(ids_of)} ({j.id})",
                highlight=False,
            )
    change = f"{len(before.entities)} → {len(after.entities)} names, {len(before.events)} → {len(after.events)} events"
    console.print(
        f"{len(made)} decision{'s' if len(made) != 1 else ''} kept: {', '.join(j.id for j in made[:3])} · {change}",
        highlight=False,
    )


def _read(ids: list[str]) -> tuple[Judgement, ...]:
    if len(ids) != 1:
        raise DecisionError("name one file to import")
    try:
        return read_jsonl(Path(ids[0]).read_bytes())
    except OSError as fault:
        raise DecisionError(f"{ids[0]} cannot be opened: {fault.strerror or fault}") from fault
