"""Trained weights and, beside each, a card: data, licence, how made, how good."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def weights(name: str) -> Path:
    """Return the path of a weights file shipped with isnad; raises :class:`FileNotFoundError` when there is none."""
    path = Path(str(files(__package__).joinpath(name)))
    if not path.is_file():
        raise FileNotFoundError(f"no weights {name!r} in isnad/models")
    return path
