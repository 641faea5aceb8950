"""What a source yields, and how much of it is read."""

from __future__ import annotations

from isnad.model import Page

LARGEST = 64_000_000
"""Bytes read of one page at the most; the reader sets its own, lower limit."""

Found = Page | tuple[str, str]
"""A page, or the name of one that could not be opened and why."""
