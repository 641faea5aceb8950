"""What a host lets robots fetch (RFC 9309), and how long it asks them to wait."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from msgspec import Struct

LARGEST = 512_000
"""Bytes of a robots.txt that are read, as RFC 9309 asks at the least."""
LONGEST_WAIT = 30.0
"""Seconds between two requests that a host may ask for at the most."""


class Leave(Struct, frozen=True):
    """What a host allows: its rules, or all (``None``) or nothing when it has none or does not answer."""

    rules: RobotFileParser | None
    nothing: bool = False

    def allows(self, agent: str, address: str) -> bool:
        """True when the agent may fetch the address."""
        return not self.nothing and (self.rules is None or self.rules.can_fetch(agent, address))

    def wait(self, agent: str) -> float:
        """Return the seconds the host wants between two requests, 0 when it does not say."""
        asked = self.rules.crawl_delay(agent) if self.rules is not None else None
        try:
            return min(float(asked or 0), LONGEST_WAIT)
        except ValueError:
            return 0.0


def leave(status: int, body: bytes) -> Leave:
    """Return what an answer for /robots.txt means: a client error allows everything, a server error nothing."""
    if 400 <= status < 500:
        return Leave(None)
    if status != 200:
        return Leave(None, nothing=True)
    rules = RobotFileParser()
    rules.parse(body[:LARGEST].decode("utf-8", "replace").splitlines())
    return Leave(rules)
