"""What the documentation tells people to type works, and what it links to is there."""

from __future__ import annotations

import fnmatch
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
CODE = re.compile(r"`([^`\n]+)`")
NAMED = re.compile(r"(?<![\w*/.-])[\w*/-]+\.(?:py|toml)\b")
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


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_of_ours_that_the_docs_name_is_there(page: Path) -> None:
    ours = [
        p.relative_to(ROOT).as_posix()
        for top in ("src", "bench", "tests", "training")
        for p in (ROOT / top).rglob("*.*")
    ]
    named = {w for code in CODE.findall(page.read_text(encoding="utf-8")) for w in NAMED.findall(code)}
    patterns = ("NAME.toml", "kinds/NAME.toml")  # where the reader's own file goes
    missing = [
        w
        for w in sorted(named)
        if not w.endswith(patterns) and not fnmatch.filter([*ours, *(f"/{p}" for p in ours)], "*/" + w)
    ]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_benchmark_and_command_named_in_passing_is_one(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    modules = set(re.findall(r"python -m bench[. ](\w+)", text))
    assert [m for m in sorted(modules) if not (ROOT / "bench" / f"{m}.py").exists()] == []
    verbs = {c.split()[1] for c in CODE.findall(text) if re.match(r"isnad [a-z]+\b", c)}
    assert verbs <= set(typer.main.get_command(app).commands), page  # type: ignore[attr-defined]


def test_who_adds_a_language_is_told_of_every_table_a_language_has() -> None:
    told = set(CODE.findall((ROOT / "docs" / "contribute" / "language.md").read_text(encoding="utf-8")))
    assert {p.stem for p in (ROOT / "src" / "isnad" / "languages" / "fr").glob("*.toml")} <= told


def test_the_list_of_gold_corpora_names_every_corpus_and_counts_its_pages() -> None:
    dev = ROOT / "bench" / "gold" / "dev"
    rows = dict(re.findall(r"^\| ([a-z-]+) \|.*\| (\d+) pages,", (dev / "README.md").read_text(encoding="utf-8"), re.M))
    assert rows == {p.parent.name: str(len(list((p.parent / "pages").iterdir()))) for p in dev.glob("*/gold.json")}


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
