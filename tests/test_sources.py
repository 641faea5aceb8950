"""Files, folders, saved pages, archives and JSON Lines: what is whole is read, what is not is named."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.errors import PageError, SourceError
from isnad.model import Page
from isnad.pipeline import build
from isnad.sources import CONTAINERS, Found, PassedOver, pages
from isnad.sources.feeds import listing
from isnad.sources.http_message import parse
from isnad.sources.mhtml import page_in
from isnad.store import open_store

TEXT = (
    "افتتح والي كيهيدي، صباح الأربعاء، مركزا صحيا جديدا يضم ثلاثين سريرا على ضفة النهر بعد عامين من الأشغال.\n"
    "وقال مدير الصحة في الولاية إن المركز سيستقبل أول المرضى الأسبوع المقبل بعد وصول الأطباء من العاصمة.\n"
)
HTML = f"<html lang=ar><head><title>مركز صحي في كيهيدي</title></head><body><h1>مركز صحي في كيهيدي</h1><p>{TEXT}</p></body></html>"


def record(
    address: str, body: str, kind: str = "response", media: str = "text/html; charset=utf-8", **fields: str
) -> bytes:
    block = body.encode()
    if kind == "response":
        block = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + block
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
    head = {
        "WARC-Type": kind, "WARC-Target-URI": address, "WARC-Date": "2023-04-12T08:00:00Z",
        "WARC-Record-ID": f"<urn:uuid:{hashlib.md5(block).hexdigest()}>", "Content-Length": str(len(block)),
        "Content-Type": "application/http; msgtype=response" if kind == "response" else media,
        "WARC-Block-Digest": f"sha1:{digest}", **{k.replace("_", "-"): v for k, v in fields.items()},
    }  # fmt: skip
    return b"WARC/1.0\r\n" + "".join(f"{k}: {v}\r\n" for k, v in head.items()).encode() + b"\r\n" + block + b"\r\n\r\n"


def found(path: Path) -> tuple[list[Page], list[tuple[str, str]]]:
    every: list[Found] = list(pages([str(path)]))
    return [p for p in every if isinstance(p, Page)], [p for p in every if isinstance(p, tuple)]


def test_an_archive_gives_its_pages_with_address_and_time_of_capture(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    other = record("https://x.example/logo", "binary", media="image/png")
    path.write_bytes(b"".join(gzip.compress(r) for r in (record("https://x.example/a", HTML), other)))
    read, faults = found(path)
    assert [(p.source, p.url, p.captured) for p in read] == [
        (f"{path}#https://x.example/a", "https://x.example/a", "2023-04-12T08:00:00Z")
    ]
    assert faults == []
    assert build([str(path)], open_store("memory:")).dossier.articles[0].title == "مركز صحي في كيهيدي"


def test_an_archive_packed_with_zstandard_is_read_like_any_other(tmp_path: Path) -> None:
    from fastwarc.stream_io import ZstdWriter

    path, packed = tmp_path / "a.warc.zst", io.BytesIO()
    writer = ZstdWriter(packed)
    writer.write(record("https://x.example/a", HTML))
    writer.close()
    path.write_bytes(packed.getvalue())
    read, faults = found(path)
    assert ([p.url for p in read], faults) == (["https://x.example/a"], [])


def test_of_a_collection_the_listed_pages_are_read(tmp_path: Path) -> None:
    archive = b"".join(
        gzip.compress(record(f"https://x.example/{n}", HTML.replace("كيهيدي", f"كيهيدي {n}"))) for n in "abc"
    )
    listed = '{"format": "json-pages-1.0"}\n{"url": "https://x.example/b", "title": "مركز"}\nno json\n'
    for pages_list, expected in ((listed, ["b"]), (None, ["a", "b", "c"])):
        path = tmp_path / f"{len(expected)}.wacz"
        with zipfile.ZipFile(path, "w") as out:
            out.writestr("archive/data.warc.gz", archive)
            out.writestr("datapackage.json", "{}")
            if pages_list:
                out.writestr("pages/pages.jsonl", pages_list)
        read, faults = found(path)
        assert ([str(p.url)[-1] for p in read], faults) == (expected, [])


def test_a_collection_that_is_damaged_empty_or_a_bomb_is_named(tmp_path: Path) -> None:
    (tmp_path / "torn.wacz").write_bytes(b"PK\x03\x04 torn")
    with zipfile.ZipFile(tmp_path / "empty.wacz", "w") as out:
        out.writestr("datapackage.json", "{}")
    with zipfile.ZipFile(tmp_path / "bomb.wacz", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("archive/data.warc", b"\0" * 60_000_000)
    _, faults = found(tmp_path)
    assert [(Path(n.partition("#")[0]).name, why.split(":")[0]) for n, why in faults] == [
        ("bomb.wacz", faults[0][1].split(":")[0]),
        ("empty.wacz", "holds no web archive"),
        ("torn.wacz", "is no collection of web archives, or a damaged one"),
    ]
    assert "not opened" in faults[0][1]


def test_an_address_archived_twice_is_two_pages_with_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    later = record("https://x.example/a", HTML + "<p>تصحيح</p>", WARC_Date="2023-04-13T08:00:00Z")
    path.write_bytes(record("https://x.example/a", HTML) + later)
    read, _ = found(path)
    assert [p.source.rpartition("#")[2] for p in read] == [
        "https://x.example/a", "https://x.example/a @2023-04-13T08:00:00Z",
    ]  # fmt: skip
    assert build([str(path)], open_store("memory:")).read == 2


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_was_cut_keeps_what_is_whole_and_says_where_it_ends(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    parts = [record(f"https://x.example/{n}", HTML + str(n)) for n in range(3)]
    whole = b"".join(gzip.compress(p) if packed else p for p in parts)
    path.write_bytes(whole[: len(whole) - 80])
    read, faults = found(path)
    assert [p.url for p in read] == ["https://x.example/0", "https://x.example/1"]
    assert any("cut short" in why or "damaged" in why for _, why in faults)


def test_a_record_whose_bytes_were_changed_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(
        record("https://x.example/a", HTML).replace("الأربعاء".encode(), "الخميس12".encode()[:16].ljust(16, b"x"))
    )
    read, faults = found(path)
    assert read == []
    assert "not those its digest was taken of" in faults[0][1] or "cut short" in faults[0][1]


def test_extracted_text_in_an_archive_is_a_page_of_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(
        record("https://x.example/a", "مركز صحي في كيهيدي\n\n" + TEXT, kind="conversion", media="text/plain")
    )
    read, _ = found(path)
    assert (read[0].media_type, read[0].data.decode().splitlines()[0]) == ("text/plain", "مركز صحي في كيهيدي")


def test_what_is_no_archive_is_named_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.warc.gz").write_bytes(b"\x1f\x8b\x08 this is no archive")
    (tmp_path / "empty.warc").write_bytes(b"")
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    read, faults = found(tmp_path)
    assert (len(read), [Path(n).name for n, _ in faults]) == (1, ["bad.warc.gz"])


def test_lines_of_trafilatura_and_news_please_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        {
            "title": "مركز صحي",
            "text": TEXT,
            "source": "https://x.example/a",
            "source-hostname": "x.example",
            "date": "2023-04-12",
        },
        {
            "title": "مركز",
            "maintext": TEXT + "!",
            "url": "https://y.example/b",
            "date_publish": "2023-04-12 08:00:00",
            "language": "ar",
        },
        {"html": HTML, "url": "https://z.example/c"},
    ]
    path.write_text("\n".join(json.dumps(x, ensure_ascii=False) for x in lines), encoding="utf-8")
    read, faults = found(path)
    assert [(p.url, p.media_type, p.published) for p in read] == [
        ("https://x.example/a", "text/plain", "2023-04-12"),
        ("https://y.example/b", "text/plain", "2023-04-12 08:00:00"),
        ("https://z.example/c", "text/html", None),
    ]
    assert faults == []
    dates = {
        a.published.start.isoformat() for a in build([str(path)], open_store("memory:")).dossier.articles if a.published
    }
    assert "2023-04-12" in dates


def test_lines_that_are_no_articles_are_named_by_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": TEXT})
    path.write_text(
        f'{{"text": \n{good}\n[1]\n{{"title": "x"}}\n{{"text": "\\ud800 {"mot " * 20}"}}\n', encoding="utf-8"
    )
    read, faults = found(path)
    assert [p.source.rpartition("#")[2] for p in read] == ["2", "5"]
    assert [n.rpartition("#")[2] for n, _ in faults] == ["1", "3", "4"]


def test_an_exported_dossier_is_no_page_and_the_way_to_read_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text('{"schema": "isnad-dossier/1", "articles": []}')
    _, faults = found(path)
    assert "isnad import" in faults[0][1]


def test_a_saved_page_gives_the_page_and_its_address(tmp_path: Path) -> None:
    saved = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nDate: Wed, 12 Apr 2023 10:00:00 +0200\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n--xx\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://x.example/a\r\n\r\n"
        + base64.encodebytes(HTML.encode()).decode()
        + "\r\n--xx\r\nContent-Type: image/png\r\nContent-Location: https://x.example/i.png\r\n\r\nPNG\r\n--xx--\r\n"
    )
    path = tmp_path / "page.mhtml"
    path.write_bytes(saved.encode())
    read, _ = found(path)
    assert [(p.url, p.captured) for p in read] == [("https://x.example/a", "2023-04-12T08:00:00Z")]
    assert build([str(path)], open_store("memory:")).dossier.articles[0].language == "ar"


FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>La Gaceta de Tarifa - Portada</title>
<link>https://gaceta.example/</link>
<item><title>El alcalde recibe al embajador</title><link>https://gaceta.example/a1</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate>
<description>El alcalde de Tarifa, Ramón Ortuño, recibió el lunes al embajador para hablar de la línea marítima.</description></item>
<item><title>Cierra la playa</title><link>https://otro.example/b</link><description>Por vertidos.</description></item>
</channel></rss>"""


def test_a_folder_takes_what_a_feed_carries_itself_and_fetches_nothing(tmp_path: Path) -> None:
    (tmp_path / "portada.xml").write_text(FEED, encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text(
        "<urlset><url><loc>https://gaceta.example/a1</loc></url></urlset>", encoding="utf-8"
    )
    page, without, other = pages([str(tmp_path)])
    assert isinstance(page, Page)
    assert (page.source.rsplit("/", 1)[1], page.publisher, page.published) == (
        "portada.xml#1",
        "La Gaceta de Tarifa",
        "2024-03-05T09:00:00Z",
    )
    assert "Ramón Ortuño" in page.data.decode()
    assert without[1] == "the feed carries no words of it; name the feed itself"
    assert other[1] == "is no feed of articles"


@pytest.mark.parametrize(
    "record",
    [
        {"outlet": "منبر المرسى", "date_published": "2023-03-15T10:02:00Z", "title": "مركز صحي", "content_text": TEXT},
        {"publicationName": "منبر المرسى", "publishedAt": "2023-03-15", "headLine": "مركز صحي", "contentText": TEXT},
        {"media": "منبر المرسى", "publish-date": "2023-03-15", "title": "مركز صحي", "Article Text": TEXT},
        {
            "id": 7,
            "article": {"site": "منبر المرسى", "created": "2023-03-15", "title": "مركز صحي", "body": TEXT.splitlines()},
        },
        {"outlet": "منبر المرسى", "date": "2023-03-15", "title": "مركز صحي", "blob": (TEXT + " ") * 3},
    ],
    ids=["json feed", "camel", "hyphen and space", "nested, paragraphs", "unforeseen"],
)
def test_a_record_is_read_whatever_its_keys_are_called(tmp_path: Path, record: dict[str, object]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    (page,), faults = found(path)
    assert (page.publisher, page.title) == ("منبر المرسى", "مركز صحي")
    assert (page.published or "").startswith("2023-03-15")
    assert faults == []
    assert TEXT.split("\n")[1] in page.data.decode()


CREDITED = [
    ({"site": "Energía del Delta", "fuente": "Pipe Journal (traducción de la Redacción)"}, "Source: Pipe Journal (traducción de la Redacción)"),
    ({"portal": "بوابة الميناء", "provider": "وكالة المرجان"}, "المصدر: وكالة المرجان"),
    ({"site": "Tell Digest", "credit": "Translated from The Delta News, by Zoe Hale"}, "Translated from The Delta News, by Zoe Hale"),
    # the site's own name, and an agency without a site beside it, are no credit
    ({"site": "Tell Digest", "credit": "Tell Digest"}, None),
    ({"agency": "Corail"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "line"), CREDITED, ids=[str(line)[:20] for _, line in CREDITED])
def test_a_records_credit_is_printed_above_its_text(tmp_path: Path, said: dict[str, object], line: str | None) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({**said, "title": "Ferry", "text": "The ferry sails again."}), encoding="utf-8")
    (page,), _ = found(file)
    assert page.data.decode().split("\n\n") == [w for w in ("Ferry", line, "The ferry sails again.") if w]


def test_a_weblogs_record_is_the_page_it_holds(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    record = {
        "link": "https://x.example/a",
        "date": "2023-03-15",
        "title": {"rendered": "مركز صحي"},
        "content": {"rendered": body},
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps([record], ensure_ascii=False), encoding="utf-8")
    (page,), faults = found(path)
    assert (page.media_type, page.title, page.url, faults) == ("text/html", "مركز صحي", "https://x.example/a", [])


def test_json_in_a_folder_is_read_where_it_holds_articles_and_named_where_not(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"title": "مركز صحي", "text": TEXT}), encoding="utf-8")
    (tmp_path / "settings.json").write_text('{"colour": "red"}', encoding="utf-8")
    page, other = pages([str(tmp_path)])
    assert isinstance(page, Page)
    assert other[0].endswith("settings.json")
    assert other[1].startswith("holds no text")


def test_a_source_that_is_not_there_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nothing at"):
        build([str(tmp_path / "no")], open_store("memory:"))


def test_every_container_reads_an_empty_and_a_hostile_file_without_a_traceback(tmp_path: Path) -> None:
    for n, suffix in enumerate(CONTAINERS):
        (tmp_path / f"{n}{suffix}").write_bytes(
            b"\0\xff{[<\x1f\x8bWARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" * 20
        )
    read, faults = found(tmp_path)
    assert read == []
    assert len(faults) >= len(CONTAINERS)


@given(st.binary(max_size=600))
def test_no_bytes_whatever_make_the_readers_fail(data: bytes) -> None:
    page_in(data, "x")
    page_in(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n" + data, "x")
    for start in (
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n",
    ):
        try:
            parse(start + data)
        except PageError:
            continue


@given(st.binary(max_size=400))
def test_no_bytes_whatever_make_a_list_fail(data: bytes) -> None:
    for start in (b"", b"<rss>", b"<opml>", b"<feed>", b"https://a.example/\n"):
        try:
            listing(start + data)
        except SourceError:
            continue


def test_files_of_no_known_ending_are_told_by_their_first_bytes_or_named(tmp_path: Path) -> None:
    html = f"<!-- saved --><!DOCTYPE html><html lang='ar'><head><title>مركز</title></head><body><p>{TEXT}</p></body></html>"
    (tmp_path / "article.php").write_text(html, encoding="utf-8")
    (tmp_path / "خبر").write_text(TEXT, encoding="utf-8")
    (tmp_path / "README").write_text(TEXT, encoding="utf-8")
    (tmp_path / "style.css").write_text("body { color: red }", encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    (tmp_path / "blob").write_bytes(bytes(range(256)))
    (tmp_path / ".hidden").write_text(TEXT, encoding="utf-8")
    found = list(pages([str(tmp_path)]))
    kinds = {Path(p.source).name: p.media_type for p in found if isinstance(p, Page)}
    assert kinds == {"article.php": "text/html", "خبر": "text/plain"}
    over = {Path(p.source).name for p in found if isinstance(p, PassedOver)}
    assert over == {"README", "style.css", "photo.jpg", "blob"}
    report = build([str(tmp_path)], open_store("memory:"))
    assert ({Path(n).name for n in report.passed_over}, report.failures) == (over, ())


def test_an_archive_without_an_ending_in_a_folder_is_read(tmp_path: Path) -> None:
    out = tmp_path / "capture"
    out.write_bytes(record("https://x.example/a", HTML))
    page = next(iter(pages([str(tmp_path)])))
    assert isinstance(page, Page)
    assert page.url == "https://x.example/a"


def test_a_folder_of_nothing_but_pictures_has_no_pages(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(SourceError, match="no pages"):
        list(pages([str(tmp_path)]))
