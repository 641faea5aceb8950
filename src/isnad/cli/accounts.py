"""``isnad account``: who may enter a shared desk."""

from __future__ import annotations

import getpass
from pathlib import Path

import msgspec
import typer

from isnad.errors import DeskError, StoreError, UsageError

VERBS = ("list", "add", "role", "password", "close", "token")


def run(dossier: str, what: str, name: str, role: str, password: str, json: bool) -> None:
    """Change one account, or list them all."""
    if what not in VERBS:
        raise UsageError(f"accounts cannot be {what!r}", f"known: {', '.join(VERBS)}")
    if not Path(dossier.removeprefix("sqlite:")).is_file():
        raise StoreError(f"there is no dossier at {dossier}", "build one first: isnad build PAGES -o " + dossier)
    if what != "list" and not name:
        raise UsageError("whose account?", f"isnad account {dossier} {what} NAME")
    try:
        from isnad.web.shared import Shared

        shared = Shared(dossier)
    except ImportError as fault:
        raise DeskError(f"accounts are not installed ({fault.name} is missing)", "pip install 'isnad[desk]'") from fault
    by = f"{getpass.getuser()} (command line)"
    people = shared.people
    try:
        if what == "add":
            people.add(name, password or _asked(), role, by)
        elif what == "role":
            people.change(name, by, role=role)
        elif what == "password":
            people.change(name, by, password=password or _asked())
        elif what == "close":
            people.change(name, by, closed=True)
        elif what == "token":
            typer.echo(people.token(name, "command line", by))
            return
        found = [{"name": a.name, "role": a.role} for a in people.all()]
    finally:
        shared.ledger.close()
    if json:
        typer.echo(msgspec.json.encode(found).decode())
        return
    for a in found:
        typer.echo(f"{a['name']}  {a['role']}")
    if not found:
        typer.echo(f"nobody has an account yet: isnad account {dossier} add NAME --role moderator")


def _asked() -> str:
    return str(typer.prompt("password", hide_input=True, confirmation_prompt=True))
