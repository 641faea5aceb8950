"""What the documentation tells people to type works, and what it links to is there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from isnad.cli import app

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"```sh\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def commands(page: Path) -> list[str]:
    """The lines of a page that call isnad, in its fenced and indented blocks."""
    text = page.read_text(encoding="utf-8")
    lines = [x for block in FENCE.findall(text) for x in block.splitlines()] + re.findall(
        r"^    (isnad .*)$", text, re.M
    )
    return [x.split("  #")[0].strip() for x in lines if x.startswith("isnad ")]


@pytest.mark.parametrize("page", [p for p in PAGES if commands(p)], ids=lambda p: str(p.relative_to(ROOT)))
def test_every_command_in_the_docs_is_one_isnad_takes(page: Path) -> None:
    root = typer.main.get_command(app)
    for line in commands(page):
        words = shlex.split(line)[1:]
        context = root.make_context("isnad", [], resilient_parsing=True)
        name, command, rest = root.resolve_command(context, words)
        assert command is not None, line
        command.make_context(name, rest, parent=context)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_and_picture_in_the_docs_leads_somewhere(page: Path) -> None:
    missing = [x for x in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / x).exists()]
    assert missing == []


def test_the_tutorial_can_be_typed_from_top_to_bottom(tmp_path: Path) -> None:
    page = ROOT / "docs" / "tutorial.md"
    found = commands(page)
    assert len(found) >= 14
    person = ""
    for line in found:
        if "https://" in line:
            continue  # the only step that needs a network; it is checked for its options above
        words = [x.replace("examples/", f"{ROOT}/examples/") for x in shlex.split(line)[1:]]
        words = [person if x == "ID" else x for x in words]
        done = subprocess.run(
            [sys.executable, "-m", "isnad", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (line, done.stderr)
        if words[2:] == ["people", "--json"]:
            person = re.search(r'"id": ?"(e-[0-9a-f]+)"', done.stdout)[1]  # type: ignore[index]
    assert {"story.docx", "facts.xlsx", "story.html", "march.md", "public.html", "decisions.jsonl"} <= {
        p.name for p in tmp_path.iterdir()
    }
