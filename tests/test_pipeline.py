"""The whole run: only what is new is read, nothing is lost when it is killed, one bad page stops nothing, no network."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from isnad.errors import SourceError
from isnad.export import write_json
from isnad.pipeline import build
from isnad.store import open_store

EXAMPLE = Path(__file__).parent.parent / "examples" / "ras-nouader" / "pages"
PAGE = "Le port de {n} rouvre\nPublié le 12 avril 2023\n\nLe port de {n} a rouvert mercredi après trois semaines de grève des dockers, selon la direction.\nLes quais ont repris leur activité dès l'aube, a constaté sur place notre correspondante dans la région.\n"


def folder(tmp_path: Path, *names: str) -> Path:
    out = tmp_path / "pages"
    out.mkdir(exist_ok=True)
    for n in names:
        (out / f"{n}.txt").write_text(PAGE.format(n=n), encoding="utf-8")
    return out


def test_a_second_run_reads_only_what_is_new_or_changed(tmp_path: Path) -> None:
    store = open_store("memory:")
    pages = folder(tmp_path, "Sfax", "Oran")
    assert (build([str(pages)], store).read, build([str(pages)], store).read) == (2, 0)
    folder(tmp_path, "Vigo")
    (pages / "Oran.txt").write_text(
        PAGE.format(n="Oran") + "Le trafic reste perturbé jusqu'à vendredi, prévient la capitainerie du port.\n"
    )
    report = build([str(pages)], store)
    assert (report.read, report.reused) == (2, 1)
    assert len(report.dossier.articles) == 3


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    pages = folder(tmp_path, "Sfax", "Oran", "Vigo")
    first, second = (build([str(pages)], open_store("memory:")).dossier for _ in range(2))
    assert write_json(first) == write_json(second)


def test_a_pool_of_processes_gives_what_one_process_gives(tmp_path: Path) -> None:
    pages = folder(tmp_path, "Sfax", "Oran", "Vigo")
    here, pool = (build([str(pages)], open_store("memory:"), engine=e).dossier for e in ("here", "pool"))
    assert write_json(here) == write_json(pool)


def test_one_bad_page_never_stops_a_run_and_is_named(tmp_path: Path) -> None:
    pages = folder(tmp_path, "Sfax")
    (pages / "empty.txt").write_bytes(b"")
    (pages / "program.txt").write_bytes(bytes(range(256)) * 50)
    (pages / "menu.html").write_text("<html><body><a href=x>Accueil</a> <a href=y>Sport</a></body></html>")
    (pages / "huge.txt").write_bytes(b"mot " * 5_000_000)
    report = build([str(pages)], open_store("memory:"))
    read = {Path(a.source).name: a.id for a in report.dossier.articles}
    assert set(read) == {"Sfax.txt", "huge.txt"}
    cut = [x for x in report.dossier.abstentions if x.reason == "cut-short"]
    assert [c.article for x in cut for c in x.cites] == [read["huge.txt"]]
    assert "20,000,000 bytes" in cut[0].why
    failed = {Path(f.source).name: f.why for f in report.failures}
    assert set(failed) == {"empty.txt", "program.txt", "menu.html"}
    assert all(failed.values())


def test_no_pages_at_all_is_an_error_that_says_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    with pytest.raises(SourceError) as caught:
        build([str(tmp_path / "pages")], open_store("memory:"))
    assert ".html" in caught.value.advice
    with pytest.raises(SourceError):
        build([str(tmp_path / "nowhere")], open_store("memory:"))


def test_a_build_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    pages = tmp_path / "many"
    pages.mkdir()
    for i in range(50):
        (pages / f"{i:03}.txt").write_text(PAGE.format(n=f"Sfax-{i}"), encoding="utf-8")
    dossier = tmp_path / "d.isnad"
    run = subprocess.Popen(
        [sys.executable, "-m", "isnad", "build", str(pages), "-o", str(dossier), "--engine", "here"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(600):
        time.sleep(0.02)
        if dossier.exists() and dossier.stat().st_size > 150_000:
            break
    run.kill()
    run.wait()
    store = open_store(str(dossier))
    done = len(store.known())
    report = build([str(pages)], store)
    assert report.reused == done
    assert report.read + report.reused == 50
    assert len({a.id for a in report.dossier.articles}) == 50


def test_the_main_job_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("isnad tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert build([str(EXAMPLE)], open_store("memory:")).dossier.events
