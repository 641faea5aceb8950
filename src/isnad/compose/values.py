"""When do two numbers contradict each other: not when one rounds, bounds or updates the other."""

from __future__ import annotations

from msgspec import structs

from isnad.model import FigureMention

ABOUT = 0.15
"""Share by which "about 200" may miss."""
ROUNDED = 0.06
"""Share by which a rounder number may miss the exact one it stands for."""


def bounds(figure: FigureMention) -> tuple[float, float]:
    """Return the least and greatest number a figure allows."""
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    if figure.qualifier == "at least":
        return low, float("inf")
    if figure.qualifier == "at most":
        return 0.0, high
    if figure.qualifier == "about":
        return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def agree(a: FigureMention, b: FigureMention) -> bool:
    """True when one number may stand for both: bounds that meet, or the one a rounding of the other."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    if low_a <= high_b and low_b <= high_a:
        return True
    x, y = (high_a, low_b) if high_a < low_b else (high_b, low_a)
    if isinstance(a.value, tuple) or isinstance(b.value, tuple) or not y:
        return False
    return abs(y - x) <= ROUNDED * y and digits(x) != digits(y)


def one_value(a: FigureMention, b: FigureMention) -> bool:
    """True when two numbers that agree are also told as one: "at least 14" and "at least 19" may both be true, and are two."""
    if not agree(a, b):
        return False
    if a.qualifier != b.qualifier or a.qualifier not in ("at least", "at most"):
        return True
    return a.value == b.value or agree(_plain(a), _plain(b))


def _plain(figure: FigureMention) -> FigureMention:
    return structs.replace(figure, qualifier="exact")


def digits(value: float) -> int:
    """Return how many digits of a number say something: 3 of 1,250, 1 of 500."""
    text = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    return len(text.replace(".", "").lstrip("0").rstrip("0") if "." not in text else text.replace(".", "").lstrip("0"))


def shown(figure: FigureMention) -> str | int | float:
    """Return the number as a disagreement shows it."""
    if isinstance(figure.value, tuple):
        return "–".join(f"{v:g}" for v in figure.value)
    return figure.value
