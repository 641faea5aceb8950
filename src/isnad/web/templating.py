"""The templates, the words of the interface, and which language a browser asks for: what needs no dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import jinja2

from isnad.export.words import labels
from isnad.languages import LANGUAGES, table

NATIVE = {"ar": "العربية", "en": "English", "es": "Español", "fr": "Français"}
"""What each language calls itself."""


def words(language: str) -> Callable[[str], str]:
    """Return the look-up of interface words in a language."""
    own: Mapping[str, str] = table(language, "desk")["words"]
    return lambda key: own.get(key) or labels(language).get(key)


@cache
def environment() -> jinja2.Environment:
    """Return the templates; everything shown is escaped, what is missing is an error."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("isnad.web", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def language_for(accepted: str, remembered: str = "") -> str:
    """Return the interface language a browser asks for (RFC 9110 ``Accept-Language``), English when it speaks none of ours."""
    if remembered in LANGUAGES:
        return remembered
    wishes = []
    for part in accepted[:500].split(","):
        code, _, weight = part.strip().partition(";q=")
        try:
            wishes.append((float(weight or 1), code.strip().lower()[:2]))
        except ValueError:
            continue
    return next((code for w, code in sorted(wishes, key=lambda x: -x[0]) if code in LANGUAGES and w > 0), "en")
