"""Imports point down: model ← text ← languages ← the verbs ← pipeline ← cli and web."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "isnad"

BASE = {"model", "errors"}
WORDS = BASE | {"text", "languages", "models"}
MAY_IMPORT = {
    "model": {"errors"},
    "errors": set(),
    "text": BASE,
    "languages": BASE | {"text"},
    "models": set(),
    "sources": BASE | {"text"},
    "extract": WORDS,
    "annotate": WORDS,
    "link": WORDS,
    "compose": WORDS,
    "export": WORDS,  # values, and the words to show them in four languages
    "store": BASE | {"text"},
    "engine": BASE,
    "search": WORDS | {"store", "link"},  # names and words across languages are what link knows
    "decisions": BASE | {"store"},
    "pipeline": WORDS | {"sources", "extract", "annotate", "link", "compose", "store", "engine", "decisions"},
    "web": {"*"},
    "cli": {"*"},
    "__main__": {"*"},
    "__init__": set(),
}
"""Which part of the house may import which; ``*`` is everything."""


def part_of(path: Path) -> str:
    """Return the top-level part a module belongs to."""
    first = path.relative_to(SRC).parts[0]
    return first.removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    """Return every part of isnad that a module imports, also inside functions and by name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = ["isnad", *path.relative_to(SRC).parts[:-1]]
                package = package[: len(package) - node.level + 1]
                base = ".".join([*package, base]).rstrip(".")
            names = [f"{base}.{a.name}" for a in node.names] if base == "isnad" else [base]
        elif (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", getattr(node.func, "id", "")) in {"import_module", "__import__"}
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            names = [str(node.args[0].value)]
        for name in names:
            steps = name.split(".")
            if steps[0] == "isnad" and len(steps) > 1:
                found.add(steps[1])
    return found


MODULES = sorted(SRC.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_every_module_imports_only_what_its_part_of_the_house_may(path: Path) -> None:
    part = part_of(path)
    assert part in MAY_IMPORT, f"{part} has no row in the table of who may import whom"
    allowed = MAY_IMPORT[part] | {part}
    if "*" in allowed:
        return
    strangers = {p for p in imported_parts(path) if p not in allowed and p != "__version__"}
    assert not strangers, f"{path.relative_to(SRC)} imports {sorted(strangers)}; {part} may import {sorted(allowed)}"


def test_the_table_names_no_part_that_may_import_upwards() -> None:
    order = ["errors", "model", "text", "languages", "models", "sources", "extract", "annotate", "link", "compose"]
    for n, part in enumerate(order):
        above = set(order[n + 1 :]) - {"models"}
        assert not MAY_IMPORT[part] & above, part
