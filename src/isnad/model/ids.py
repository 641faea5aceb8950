"""Ids of what was joined: digests of where its earliest telling stands, so that they outlive a build."""

from __future__ import annotations

import hashlib


def entity_id(local: str) -> str:
    """Return the id of the entity whose earliest mention is that one, ``article@start``."""
    return _id("e", local)


def event_id(telling: str) -> str:
    """Return the id of the event whose earliest telling is that one, ``article@start:kind``."""
    return _id("v", telling)


def _id(letter: str, words: str) -> str:
    return f"{letter}-" + hashlib.sha256(words.encode()).hexdigest()[:12]
