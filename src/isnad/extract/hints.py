"""What the names of HTML elements say of their contents, read from ``languages/shared/markup.toml``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from isnad.languages import table
from isnad.text import fold_key

OUTSIDE = frozenset({"nav", "related", "comment", "promo", "share", "bio"})
"""What keeps a block out of the article."""
NONE: frozenset[str] = frozenset()
_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+|[\u0621-\u064a]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAV_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "dialog", "menu", "alertdialog", "menubar"})
_OF_TAG = {
    "nav": "nav", "footer": "nav", "form": "nav", "aside": "related", "figcaption": "caption", "article": "body", "main": "body",
    "time": "date", "dialog": "nav",
}  # fmt: skip
_NOT_BODY = frozenset(
    {"header", "footer", "meta", "related", "tags", "share", "teaser", "list", "card", "author", "link", "links"}
)


@cache
def _by_word() -> dict[str, str]:
    return {
        w: hint
        for hint, words in table("shared", "markup").items()
        if hint not in ("home", "related_starts", "layout")
        for w in words
    }


@cache
def _homes() -> frozenset[str]:
    return frozenset(table("shared", "markup")["home"])


@cache
def _starts() -> tuple[str, ...]:
    return tuple(table("shared", "markup")["related_starts"])


@cache
def _layout() -> frozenset[str]:
    return frozenset(table("shared", "markup")["layout"])


@lru_cache(maxsize=32768)
def said(tag: str, names: str, role: str | None) -> frozenset[str]:
    """Return what an element's tag, names (class, id, itemprop) and role say of what is in it; "home" for the articles' own."""
    if tag in ("html", "body"):
        return NONE
    found = {_OF_TAG[tag]} if tag in _OF_TAG else set()
    if role in _NAV_ROLES:
        found.add("nav")
    elif role == "complementary":
        found.add("related")
    for name in names.split()[:14]:
        found |= _one(name)
    if tag in ("main", "article") and "body" in found:
        found -= {"related", "nav", "promo"}
    return frozenset(found)


@lru_cache(maxsize=32768)
def _one(name: str) -> frozenset[str]:
    """What one class or id says."""
    words = [w.lower() for w in _PIECE.findall(name[:80] if name.isascii() else fold_key(name[:80]))]
    if not words or not _layout().isdisjoint(words):
        return NONE
    joined = "".join(words)
    if joined in _homes():
        return frozenset(("home", "body"))
    known = _by_word()
    found = {hint for word in (*words, joined) if (hint := known.get(word))}
    if "body" in found and not _NOT_BODY.isdisjoint(words):
        found.remove("body")  # "article-header", "entry-footer": the last word of a class says more than the first
    if joined.startswith(_starts()):
        found.add("related")
    return frozenset(found) if found else NONE


def hidden(attributes: dict[str, str]) -> bool:
    """True when an element says that it is not shown."""
    style = attributes.get("style")
    return "hidden" in attributes or attributes.get("aria-hidden") == "true" or bool(style and _HIDDEN.search(style))
