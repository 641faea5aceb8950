"""Knowledge of languages as data: one folder a language, one commented TOML a concern.

``table("fr", "dates")`` is the parsed ``languages/fr/dates.toml``. Each concern has one reader in the package that
needs it, which turns the table into a typed record; what a new language must bring is what the tests ask of
every language in ``LANGUAGES``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from isnad.errors import LanguageDataError
from isnad.languages.keeping import kept
from isnad.model.base import LANGUAGES

__all__ = ["LANGUAGES", "available", "table"]


@kept
def table(language: str, concern: str) -> Mapping[str, Any]:
    """Return the parsed table of one language for one concern ("dates", "chrome", "names", "speech" …).

    Raises :class:`~isnad.errors.LanguageDataError` when the language brings no such table or it is no TOML.
    """
    path = files(__package__).joinpath(language, f"{concern}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LanguageDataError(f"language {language!r} brings no {concern}.toml") from None
    except tomllib.TOMLDecodeError as fault:
        raise LanguageDataError(f"languages/{language}/{concern}.toml: {fault}") from fault


@cache
def available(concern: str) -> tuple[str, ...]:
    """Return the languages that bring a table for the concern, in the order of ``LANGUAGES``."""
    here = files(__package__)
    return tuple(code for code in LANGUAGES if here.joinpath(code, f"{concern}.toml").is_file())
