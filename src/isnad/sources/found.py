"""What a source yields, and how much of it is read."""

from __future__ import annotations

from msgspec import Struct

from isnad.model import Page

LARGEST = 64_000_000
"""Bytes read of one page at the most; the reader sets its own, lower limit."""


class PassedOver(Struct, frozen=True):
    """A file in a folder that is none of the kinds isnad reads: a picture, a style sheet."""

    source: str


Found = Page | PassedOver | tuple[str, str]
"""A page, a file that is none, or the name of one that could not be opened and why."""
