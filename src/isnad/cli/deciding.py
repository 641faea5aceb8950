"""``isnad decide``: people's corrections, recorded, replayed and taken back."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from rich.console import Console

from isnad.decisions import Kind, check_pages, decide, effective, overruled, read_jsonl, write_jsonl
from isnad.errors import DecisionError
from isnad.model import Judgement
from isnad.pipeline import relink
from isnad.store import Store, open_store


class Wish(Struct, frozen=True):
    """What the command line asks for."""

    what: str
    ids: tuple[str, ...] = ()
    by: str = ""
    reason: str = ""
    to: str = ""
    forms: tuple[str, ...] = ()
    language: str = "en"


def _nothing(wish: Wish) -> dict[str, Any]:
    return {}


def _named(wish: Wish) -> dict[str, Any]:
    field = "name" if wish.ids and wish.ids[0].startswith("e-") else "title"
    return {field: {wish.language: _given(wish)}}


def _dated(wish: Wish) -> dict[str, Any]:
    start, _, end = _given(wish).partition("/")
    return {"date": None if start == "none" else {"start": start.strip(), "end": (end or start).strip()}}


def _given(wish: Wish) -> str:
    if not wish.to.strip():
        raise DecisionError(f"“{wish.what}” needs a new value", "give it with --to")
    return wish.to.strip()


VERBS: dict[str, tuple[Kind, Callable[[Wish], dict[str, Any]]]] = {
    "join": ("same", _nothing),
    "same": ("same", _nothing),
    "split": ("different", _nothing),
    "different": ("different", _nothing),
    "reject": ("reject", _nothing),
    "accept": ("accept", _nothing),
    "lock": ("accept", lambda w: {"locked": True}),
    "comment": ("amend", lambda w: {"comment": True}),
    "rename": ("amend", _named),
    "date": ("amend", _dated),
    "status": ("amend", lambda w: {"status": _given(w)}),
    "speaker": ("amend", lambda w: {"speaker": None if _given(w) == "none" else _given(w)}),
}
"""Word on the command line → kind of judgement, and what it sets."""
OTHERS = ("undo", "list", "export", "import")


def run(path: str, wish: Wish, json: bool = False) -> None:
    """Do one thing with the ledger of a dossier, and compose the dossier again when it changed."""
    if wish.what not in VERBS and wish.what not in OTHERS:
        raise DecisionError(f"there is no decision {wish.what!r}", f"known: {', '.join([*VERBS, *OTHERS])}")
    store = open_store(path, create=False)
    try:
        if wish.what == "list":
            _list(store, json)
        elif wish.what == "export":
            _export(store, wish.ids)
        else:
            _change(store, wish, json)
    finally:
        store.close()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def _list(store: Store, json: bool) -> None:
    if json:
        print(write_jsonl(store.decisions()).decode(), end="")
        return
    standing, later = {j.id for j in effective(store.decisions())}, overruled(store.decisions())
    for j in store.decisions():
        gone = "" if j.id in standing or j.target.get("type") == "judgement" else " (taken back)"
        if j.id in later:
            gone = f" (overruled by {later[j.id].id})"
        print(f"{j.id}  {j.at or ''}  {j.by}: {_said(j)}{gone}" + (f" — {j.reason}" if j.reason else ""))


def _said(j: Judgement) -> str:
    """What a decision says, on one line."""
    about = " ".join(str(j.target[k]) for k in ("left", "right", "id") if k in j.target)
    more = [f"{k}: {v}" for k, v in j.target.items() if k not in ("type", "left", "right", "id")]
    return " ".join([j.kind, about, *([f"({'; '.join(more)})"] if more else [])])


def _export(store: Store, ids: tuple[str, ...]) -> None:
    data = write_jsonl(store.decisions())
    if not ids:
        print(data.decode(), end="")
        return
    try:
        Path(ids[0]).write_bytes(data)
    except OSError as fault:
        raise DecisionError(f"{ids[0]} cannot be written: {fault.strerror or fault}") from fault


def _made(store: Store, wish: Wish) -> tuple[Judgement, ...]:
    """Return the judgements to append."""
    if wish.what == "import":
        return _read(wish.ids)
    by, at = wish.by or _user(), datetime.now(UTC).isoformat(timespec="microseconds")
    before = store.dossier()
    _counted(wish)
    if wish.what == "undo":
        if not any(j.id == wish.ids[0] for j in store.decisions()):
            raise DecisionError(f"there is no decision {wish.ids[0]}", "isnad decide DOSSIER list names them")
        return (decide("reject", wish.ids, by, at, wish.reason, before),)
    kind, values = VERBS[wish.what]
    return (decide(kind, wish.ids, by, at, wish.reason, before, to=values(wish), forms=wish.forms),)


def _counted(wish: Wish) -> None:
    """Raise when the ids typed are not as many as the word asks for, in that word."""
    pair = wish.what in ("join", "same", "split", "different") and not wish.forms
    if len(wish.ids) == (2 if pair else 1):
        return
    asked = "ID ID" if pair else "ID"
    lists = "isnad decide DOSSIER list" if wish.what == "undo" else "isnad show DOSSIER people --json"
    raise DecisionError(
        f"“{wish.what}” takes {'two ids' if pair else 'one id'}, not {len(wish.ids)}",
        f"isnad decide DOSSIER {wish.what} {asked}; {lists} lists them",
    )


def _change(store: Store, wish: Wish, json: bool) -> None:
    check_pages(store.known())
    before, made = store.dossier(), _made(store, wish)
    for j in made:
        store.decide(j)
    after = relink(store)
    if json:
        print(write_jsonl(made).decode(), end="")
        return
    console = Console(stderr=True)
    new = {j.id for j in made}
    for ident in after.meta.get("vanished", ()):
        if ident in new:
            console.print(
                f"[yellow]kept, but this dossier has nothing that {ident} speaks of[/yellow]", highlight=False
            )
    change = f"{len(before.entities)} → {len(after.entities)} names, {len(before.events)} → {len(after.events)} events"
    shown = ", ".join(j.id for j in made[:3]) + (" …" if len(made) > 3 else "")
    plural = "s" if len(made) != 1 else ""
    console.print(f"{len(made)} decision{plural} kept: {shown} · {change}", highlight=False, soft_wrap=True)


def _read(ids: tuple[str, ...]) -> tuple[Judgement, ...]:
    if len(ids) != 1:
        raise DecisionError("name one file to import", "isnad decide DOSSIER import decisions.jsonl")
    try:
        return read_jsonl(Path(ids[0]).read_bytes())
    except OSError as fault:
        raise DecisionError(
            f"{ids[0]} cannot be opened: {fault.strerror or fault}",
            "isnad decide DOSSIER export FILE writes such a file",
        ) from fault
