"""A desk that several people share: who is asking, where they may go without an account, and what is out of sight."""

from __future__ import annotations

from pathlib import Path

import msgspec
from fastapi import Request
from msgspec import Struct

from isnad.export.selection import of_articles, settled
from isnad.languages import LANGUAGES
from isnad.model import Dossier
from isnad.web.accounts import Account, Flags, Ledger, People
from isnad.web.accounts.flags import ENOUGH
from isnad.web.guard import WHO, User, loopback

LISTS = {
    "event": "events", "quotation": "quotations", "entity": "entities", "agreement": "agreements", "disagreement": "disagreements",
    "figure": "figures", "article": "articles",
}  # fmt: skip
"""What may be flagged → the list of the dossier it stands in."""


class Settings(Struct, frozen=True):
    """How a desk is shared: the header a proxy on this machine names people with (empty: none), and flags that hide a thing."""

    header: str = ""
    enough: int = ENOUGH


class Shared:
    """The accounts, flags and log of one served dossier."""

    def __init__(self, dossier: str, settings: Settings | None = None, ledger: Ledger | None = None) -> None:
        self.settings = settings or Settings()
        self.ledger = ledger or Ledger(beside(dossier))
        self.people = People(self.ledger)
        self.flags = Flags(self.ledger, self.settings.enough)

    def user(self, request: Request) -> User | None:
        """Return who is asking: by session, by token, or as a proxy on this machine says; ``None`` for nobody known."""
        if request.headers.get("authorization", "").startswith("Bearer "):
            account = self._bearer(request)  # and nobody when it is wrong, whatever else the request carries
        else:
            account = self._session(request) or self._named(request)
        return User(account.name, account.role) if account else None  # type: ignore[arg-type]

    def account(self, user: User) -> Account:
        """Return the account of a user."""
        return Account(user.name, user.role)

    def _session(self, request: Request) -> Account | None:
        found = self.people.session(request.cookies.get(WHO, ""))
        return found.account if found else None

    def _bearer(self, request: Request) -> Account | None:
        given = request.headers.get("authorization", "")
        return self.people.bearer(given[7:])

    def _named(self, request: Request) -> Account | None:
        """Whom the proxy names; nobody when the request comes from another machine, which could name anybody."""
        if not self.settings.header or request.client is None or not loopback(request.client.host):
            return None
        names = request.headers.getlist(self.settings.header)
        # Two of them are one of the proxy's and one that the reader sent: who can say which?
        return self.people.find(names[0][:200]) if len(names) == 1 else None


def beside(dossier: str) -> Path:
    """Return the file of accounts that belongs to a dossier."""
    path = Path(dossier.removeprefix("sqlite:"))
    return path.with_name(path.name + ".desk")


def open_to_all(path: str) -> bool:
    """True for what is shown before anybody has entered: the way in, and how it looks."""
    steps = path.strip("/").split("/")
    return steps[0] in ("static", "favicon.ico") or (len(steps) == 2 and steps[0] in LANGUAGES and steps[1] == "login")


def without(dossier: Dossier, hidden: frozenset[tuple[str, str]]) -> Dossier:
    """Return a dossier without what is out of sight, and without what rests on nothing else."""
    pages = {ident for kind, ident in hidden if kind == "article"}
    if pages:
        dossier = of_articles(dossier, {a.id for a in dossier.articles} - pages)
    changed = {}
    for kind, name in LISTS.items():
        gone = {ident for k, ident in hidden if k == kind}
        if gone and kind != "article":
            changed[name] = tuple(x for x in getattr(dossier, name) if x.id not in gone)
    return settled(msgspec.structs.replace(dossier, **changed)) if changed else dossier
