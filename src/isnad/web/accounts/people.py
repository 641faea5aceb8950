"""Accounts, passwords, sessions and tokens.

Passwords are kept as Argon2id (RFC 9106); of sessions and tokens only digests are kept, so that whoever reads the file can enter
with none of it. Failed logins are counted by name and by address: after :data:`TRIES` the wait doubles with every further one.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
import threading
import unicodedata
from typing import Final

from msgspec import Struct

from isnad.errors import IsnadError
from isnad.web.accounts.ledger import Ledger

ROLES: Final = ("reader", "editor", "moderator")
"""What people may do, each also what those before may: read and flag; decide; settle flags, manage accounts."""
TRIES = 5
"""Failed logins in a row before there is a wait."""
LONGEST_WAIT = 900.0
"""Seconds of the longest wait; failures older than that are forgotten."""
IDLE, LONGEST = 8 * 3600.0, 7 * 86400.0
"""Seconds after which a session ends: unused, and in any case."""
SHORTEST = 10
"""Characters a password must have (NIST SP 800-63B asks for eight at the least)."""
LONGEST_PASSWORD = 1024
AT_ONCE = 4
"""Passwords that are looked at at the same time: each takes 64 MiB and a core, and strangers may send any number."""


class Throttled(IsnadError):
    """Too many failed logins; ``seconds`` says how long to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many failed logins: wait {seconds:.0f} seconds")
        self.seconds = seconds


class Account(Struct, frozen=True):
    """Somebody who may enter, and as what."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """True when the account may do what a role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Session(Struct, frozen=True):
    """Somebody who has entered; ``form`` is the secret that every form they send must carry."""

    account: Account
    form: str

    def sent(self, form: str) -> bool:
        """True when a form carries the session's secret; compared in constant time."""
        return hmac.compare_digest(self.form.encode(), form.encode())


class People:
    """The accounts of a desk."""

    def __init__(self, ledger: Ledger) -> None:
        from argon2 import PasswordHasher

        self._ledger = ledger
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_hex(8))
        self._hands = threading.BoundedSemaphore(AT_ONCE)

    def add(self, name: str, password: str, role: str, by: str) -> Account:
        """Make an account; raises :class:`~isnad.errors.IsnadError` for a name that is taken or unfit, or a password too short."""
        name = unicodedata.normalize("NFC", " ".join(name.split()))
        if not 1 <= len(name) <= 80 or not all(c.isprintable() for c in name):
            raise IsnadError(f"{name!r} is no name for an account", "up to 80 printable characters")
        if role not in ROLES:
            raise IsnadError(f"there is no role {role!r}", f"roles: {', '.join(ROLES)}")
        secret = self._hashed(password)
        try:
            with self._ledger.whole() as db:
                made = self._ledger.now().isoformat(timespec="seconds")
                db.execute(
                    "INSERT INTO accounts (name, role, secret, made) VALUES (?,?,?,?)", (name, role, secret, made)
                )
                self._ledger.log(db, by, "account made", f"{name} as {role}")
        except sqlite3.IntegrityError as fault:
            raise IsnadError(f"there is an account {name!r} already", "choose another name") from fault
        return Account(name, role)

    def _hashed(self, password: str) -> str:
        if len(password) < SHORTEST:
            raise IsnadError(f"the password has fewer than {SHORTEST} characters", "a sentence is a good password")
        if len(password) > LONGEST_PASSWORD:
            raise IsnadError(f"the password has more than {LONGEST_PASSWORD} characters")
        return self._hasher.hash(unicodedata.normalize("NFC", password))

    def all(self) -> list[Account]:
        """Return the accounts that are open, by name."""
        return [
            Account(str(n), str(r))
            for n, r in self._ledger.rows("SELECT name, role FROM accounts WHERE NOT closed ORDER BY name")
        ]

    def find(self, name: str) -> Account | None:
        """Return an open account by name."""
        found = self._ledger.rows("SELECT name, role FROM accounts WHERE name = ? AND NOT closed", name)
        return Account(str(found[0][0]), str(found[0][1])) if found else None

    def change(
        self, name: str, by: str, role: str | None = None, password: str | None = None, closed: bool = False
    ) -> None:
        """Give an account another role or password, or close it; its sessions and tokens end."""
        if self.find(name) is None:
            raise IsnadError(f"there is no account {name!r}")
        if role is not None and role not in ROLES:
            raise IsnadError(f"there is no role {role!r}", f"roles: {', '.join(ROLES)}")
        secret = self._hashed(password) if password is not None else None
        with self._ledger.whole() as db:
            if role is not None:
                db.execute("UPDATE accounts SET role = ? WHERE name = ?", (role, name))
            if secret is not None:
                db.execute("UPDATE accounts SET secret = ? WHERE name = ?", (secret, name))
            if closed:
                db.execute("UPDATE accounts SET closed = 1 WHERE name = ?", (name,))
            db.execute("DELETE FROM sessions WHERE name = ? COLLATE NOCASE", (name,))
            db.execute("DELETE FROM tokens WHERE name = ? COLLATE NOCASE", (name,))
            did = [w for w, on in (("role", role), ("password", password), ("closed", closed)) if on]
            self._ledger.log(db, by, "account changed", f"{name}: {', '.join(did)}")

    def enter(self, name: str, password: str, address: str) -> tuple[str, Session] | None:
        """Return a session and its secret for the cookie, or ``None`` for a wrong name or password.

        An unknown name takes as long as a wrong password. Raises :class:`Throttled` after too many failures.
        """
        name = "".join(c for c in unicodedata.normalize("NFC", " ".join(name.split()))[:200] if c.isprintable())
        whos = (f"name:{name.casefold()}", f"from:{address}")
        now = self._tried(whos)
        found = self._ledger.rows("SELECT name, role, secret FROM accounts WHERE name = ? AND NOT closed", name)
        given = unicodedata.normalize("NFC", password[:LONGEST_PASSWORD])
        good = self._matches(str(found[0][2]) if found else self._nobody, given) and bool(found)
        with self._ledger.whole() as db:
            if not good:
                self._ledger.log(db, name, "login failed", f"from {address}")
                return None
            token, form = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
            db.execute("INSERT INTO sessions VALUES (?,?,?,?,?)", (_digest(token), found[0][0], form, now, now))
            db.execute("DELETE FROM failures WHERE who = ? OR (who = ? AND at = ?)", (*whos, now))
            db.execute("DELETE FROM sessions WHERE seen < ? OR made < ?", (now - IDLE, now - LONGEST))
            self._ledger.log(db, str(found[0][0]), "login", f"from {address}")
        return token, Session(Account(str(found[0][0]), str(found[0][1])), form)

    def _tried(self, whos: tuple[str, ...]) -> float:
        """Count a login as failed before its password is looked at, and return when it was: many at once pass no check together.

        Raises :class:`Throttled` when there have been too many already.
        """
        with self._ledger.whole() as db:
            self._wait(whos)
            now = self._ledger.now().timestamp()
            db.executemany("INSERT INTO failures VALUES (?,?)", [(who, now) for who in whos])
            db.execute("DELETE FROM failures WHERE at < ?", (now - LONGEST_WAIT,))
        return now

    def _matches(self, secret: str, password: str) -> bool:
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            with self._hands:
                return self._hasher.verify(secret, password)
        except (VerificationError, InvalidHashError):
            return False

    def _wait(self, whos: tuple[str, ...]) -> None:
        """Raise while one of the names or addresses must wait; the wait doubles with each failure beyond the first few."""
        now = self._ledger.now().timestamp()
        for who in whos:
            query = "SELECT count(*), max(at) FROM failures WHERE who = ? AND at >= ?"
            count, last = self._ledger.rows(query, who, now - LONGEST_WAIT)[0]
            over = int(str(count)) - (TRIES if who.startswith("name:") else TRIES * 4)
            if over >= 0:
                left = float(str(last)) + min(LONGEST_WAIT, 2.0 ** min(over, 10)) - now
                if left > 0:
                    raise Throttled(left)

    def session(self, token: str) -> Session | None:
        """Return the session of a cookie's secret, while it lasts."""
        now = self._ledger.now().timestamp()
        found = self._ledger.rows(
            "SELECT a.name, a.role, s.form, s.seen FROM sessions AS s JOIN accounts AS a USING (name) "
            "WHERE s.digest = ? AND s.seen >= ? AND s.made >= ? AND NOT a.closed",
            _digest(token), now - IDLE, now - LONGEST,
        )  # fmt: skip
        if not found:
            return None
        name, role, form, seen = found[0]
        if now - float(str(seen)) > 60:
            with self._ledger.whole() as db:
                db.execute("UPDATE sessions SET seen = ? WHERE digest = ?", (now, _digest(token)))
        return Session(Account(str(name), str(role)), str(form))

    def leave(self, token: str) -> None:
        """End a session."""
        with self._ledger.whole() as db:
            db.execute("DELETE FROM sessions WHERE digest = ?", (_digest(token),))

    def token(self, name: str, label: str, by: str) -> str:
        """Make a token for the API and return it; it cannot be shown again."""
        if self.find(name) is None:
            raise IsnadError(f"there is no account {name!r}")
        made = "isnad_" + secrets.token_urlsafe(32)
        with self._ledger.whole() as db:
            at = self._ledger.now().isoformat(timespec="seconds")
            db.execute("INSERT INTO tokens VALUES (?,?,?,?)", (_digest(made), name, label[:80], at))
            self._ledger.log(db, by, "token made", f"{name}: {label[:80]}")
        return made

    def bearer(self, token: str) -> Account | None:
        """Return the account a token of the API is for."""
        found = self._ledger.rows(
            "SELECT a.name, a.role FROM tokens AS t JOIN accounts AS a USING (name) WHERE t.digest = ? AND NOT a.closed",
            _digest(token),
        )
        return Account(str(found[0][0]), str(found[0][1])) if found else None


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
