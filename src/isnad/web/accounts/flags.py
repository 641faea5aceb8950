"""What readers flag. Flagged by enough different readers, a page or fact is hidden at once and waits for a moderator."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from isnad.errors import IsnadError
from isnad.web.accounts.ledger import Ledger
from isnad.web.accounts.people import Account

ENOUGH = 3
"""Different readers whose flags hide a thing, unless the desk sets another number."""
Verdict = Literal["kept", "removed"]


class Flag(Struct, frozen=True):
    """A thing that was flagged: by how many, with which reasons, and what a moderator said (``None``: not yet)."""

    kind: str
    target: str
    readers: tuple[str, ...]
    reasons: tuple[str, ...]
    settled: str | None

    def hidden(self, enough: int) -> bool:
        """True when it is out of sight: removed by a moderator, or flagged by enough readers and not looked at yet."""
        return self.settled == "removed" or (self.settled is None and len(self.readers) >= enough)


class Flags:
    """What was flagged at a desk."""

    def __init__(self, ledger: Ledger, enough: int = ENOUGH) -> None:
        self._ledger, self.enough = ledger, max(1, enough)

    def flag(self, kind: str, target: str, reader: Account, reason: str) -> Flag:
        """Flag a thing; a reader's second flag of the same thing replaces the first, and counts once.

        A thing a moderator has kept is not hidden by further flags; they are kept for the next look.
        """
        with self._ledger.whole() as db:
            at = self._ledger.now().isoformat(timespec="seconds")
            said = db.execute(
                "SELECT settled FROM flags WHERE kind = ? AND target = ? AND settled IS NOT NULL", (kind, target)
            ).fetchone()
            db.execute(
                "INSERT INTO flags VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE SET reason = excluded.reason, at = excluded.at",
                (kind, target, reader.name, " ".join(reason.split())[:500], at, said[0] if said else None),
            )
            self._ledger.log(db, reader.name, "flagged", f"{kind} {target}")
        return next(f for f in self.all() if (f.kind, f.target) == (kind, target))

    def all(self) -> list[Flag]:
        """Return everything flagged, what waits for a moderator first."""
        found: dict[tuple[str, str], list[tuple[str, str, str | None]]] = {}
        for kind, target, name, reason, settled in self._ledger.rows(
            "SELECT kind, target, name, reason, settled FROM flags ORDER BY at, name"
        ):
            key = (str(kind), str(target))
            found.setdefault(key, []).append((str(name), str(reason), None if settled is None else str(settled)))
        flags = [
            Flag(*key, tuple(x[0] for x in rows), tuple(x[1] for x in rows if x[1]), rows[0][2])
            for key, rows in found.items()
        ]
        return sorted(flags, key=lambda f: (f.settled is not None, -len(f.readers), f.kind, f.target))

    def hidden(self) -> frozenset[tuple[str, str]]:
        """Return (kind, id) of everything that is out of sight."""
        return frozenset((f.kind, f.target) for f in self.all() if f.hidden(self.enough))

    def settle(self, kind: str, target: str, verdict: Verdict, by: Account) -> None:
        """Say what becomes of a flagged thing; raises :class:`~isnad.errors.IsnadError` for who is no moderator."""
        if not by.may("moderator"):
            raise IsnadError(f"{by.name} is no moderator")
        with self._ledger.whole() as db:
            changed = db.execute(
                "UPDATE flags SET settled = ? WHERE kind = ? AND target = ?", (verdict, kind, target)
            ).rowcount
            if not changed:
                raise IsnadError(f"nobody flagged {kind} {target}")
            self._ledger.log(db, by.name, verdict, f"{kind} {target}")
