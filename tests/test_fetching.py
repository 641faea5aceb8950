"""Addresses and feeds are fetched politely, within bounds, never from where they must not, and kept as captured."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from isnad.errors import FetchError, SourceError
from isnad.pipeline import Report, build
from isnad.sources.addresses import public, resolve, tidy
from isnad.sources.fetching import Fetcher, Rules
from isnad.sources.http_message import LARGEST, parse, unpack
from isnad.store import Store, open_store
from web import Answer, Site, site

RULES = Rules(delay=0.0, timeout=5.0, hosts=("127.0.0.1",))
ARTICLE = (
    "<html><head><title>{t}</title></head><body><article><h1>{t}</h1><p>Publié le 12 avril 2023</p>"
    "<p>La mairie de {t} a ouvert mercredi un centre de soins de trente lits, après deux années de travaux au bord du fleuve.</p>"
    "<p>Les premiers malades y seront reçus la semaine prochaine, a indiqué la direction de la santé de la province.</p>"
    "</article></body></html>"
)


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as held:
        yield held


def page(title: str) -> Answer:
    return Answer(ARTICLE.format(t=title).encode())


def fetched(*sources: str, store: Store | None = None, rules: Rules = RULES, archive: Path | None = None) -> Report:
    return build(list(sources), store or open_store("memory:"), fetching=rules, archive=archive)


def why(report: Report) -> str:
    return " | ".join(f.why for f in report.failures)


def test_a_page_is_fetched_kept_and_cited_by_its_address(web: Site) -> None:
    web.answers["/a"] = page("Kaédi")
    report = fetched(f"{web.root}/a")
    assert [(a.source, a.url, a.title) for a in report.dossier.articles] == [
        (f"{web.root}/a", f"{web.root}/a", "Kaédi")
    ]
    assert report.dossier.articles[0].captured


def test_what_robots_txt_closes_is_not_fetched(web: Site) -> None:
    web.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /closed/\n", headers={"Content-Type": "text/plain"})
    web.answers |= {"/closed/a": page("Fermé"), "/open": page("Ouvert")}
    report = fetched(f"{web.root}/closed/a", f"{web.root}/open")
    assert "robots.txt" in why(report)
    assert [a.title for a in report.dossier.articles] == ["Ouvert"]
    assert "/closed/a" not in web.count()


def test_a_host_whose_robots_txt_fails_is_left_alone(web: Site) -> None:
    web.answers |= {"/robots.txt": Answer(b"", 503), "/a": page("Kaédi"), "/b": page("Atar")}
    report = fetched(f"{web.root}/a", f"{web.root}/b")
    assert len(report.failures) == 2
    assert web.count() == {"/robots.txt": 1}


def test_a_host_is_asked_no_faster_than_it_likes(web: Site) -> None:
    web.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 1\n", headers={"Content-Type": "text/plain"})
    web.answers |= {"/a": page("Kaédi"), "/b": page("Atar")}
    fetched(*(f"{web.root}/{x}" for x in "ab"))
    times = [at for at, path in web.asked if path != "/robots.txt"]
    assert all(later - earlier >= 0.95 for earlier, later in itertools.pairwise(times))


def test_an_unchanged_page_is_not_sent_again_and_stays_in_the_dossier(web: Site) -> None:
    def answer(headers: dict[str, str]) -> Answer:
        if headers.get("if-none-match") == '"v1"':
            return Answer(b"", 304, {})
        return Answer(page("Kaédi").body, headers={"Content-Type": "text/html", "ETag": '"v1"'})

    web.answers["/a"] = answer
    store = open_store("memory:")
    assert fetched(f"{web.root}/a", store=store).read == 1
    again = fetched(f"{web.root}/a", store=store)
    assert (again.read, again.unchanged, len(again.dossier.articles), again.failures) == (0, 1, 1, ())


def test_a_changed_page_is_kept_beside_what_it_said_before(web: Site) -> None:
    store = open_store("memory:")
    web.answers["/a"] = page("Kaédi")
    fetched(f"{web.root}/a", store=store)
    web.answers["/a"] = page("Kaédi, rectifié")
    report = fetched(f"{web.root}/a", store=store)
    assert sorted(a.title or "" for a in report.dossier.articles) == ["Kaédi", "Kaédi, rectifié"]


def test_what_was_fetched_stays_when_its_feed_has_moved_on(web: Site, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "d.isnad"))
    web.answers |= {"/a": page("Kaédi"), "/b": page("Atar")}
    fetched(f"{web.root}/a", store=store)
    assert len(fetched(f"{web.root}/b", store=store).dossier.articles) == 2


def test_a_feed_leads_to_its_pages_and_names_the_paper_each_is_from(web: Site) -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Le Kiosque</title>'
        f"<item><title>Kaédi</title><link>{web.root}/a</link><source url='http://x.example'>Le Fleuve</source></item>"
        f"<item><title>Perdu</title><link>{web.root}/lost</link></item></channel></rss>"
    )
    web.answers |= {
        "/feed": Answer(feed.encode(), headers={"Content-Type": "application/rss+xml"}),
        "/a": page("Kaédi"),
    }
    report = fetched(f"{web.root}/feed")
    assert [(a.title, a.publisher) for a in report.dossier.articles] == [("Kaédi", "Le Fleuve")]
    assert [(f.source, f.why) for f in report.failures] == [
        (f"{web.root}/lost", f"{web.root}/lost: the server answered 404")
    ]


def test_a_feed_that_carries_whole_articles_stands_in_for_pages_that_cannot_be_had(web: Site, tmp_path: Path) -> None:
    body = " ".join(
        ["Le fleuve a débordé dans la nuit et trois villages ont été évacués par la protection civile."] * 8
    )
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Fleuve</title><entry><title>La crue</title>'
        f'<link href="{web.root}/gone"/><content type="html">&lt;p&gt;{body}&lt;/p&gt;</content></entry></feed>'
    )
    path = tmp_path / "fleuve.atom"
    path.write_text(feed, encoding="utf-8")
    report = fetched(str(path))
    assert [(a.title, a.source) for a in report.dossier.articles] == [("La crue", f"{web.root}/gone")]


def test_opml_leads_to_feeds_and_no_deeper_than_their_pages(web: Site, tmp_path: Path) -> None:
    feed = f"<rss version='2.0'><channel><item><link>{web.root}/a</link></item><item><link>{web.root}/feed</link></item></channel></rss>"
    web.answers |= {"/feed": Answer(feed.encode(), headers={"Content-Type": "text/xml"}), "/a": page("Kaédi")}
    path = tmp_path / "papers.opml"
    path.write_text(
        f'<opml version="2.0"><body><outline text="x"><outline xmlUrl="{web.root}/feed"/></outline></body></opml>'
    )
    assert [a.title for a in fetched(str(path)).dossier.articles] == ["Kaédi"]
    assert web.count()["/feed"] == 1


def test_a_list_of_addresses_is_followed_and_its_comments_are_not(web: Site, tmp_path: Path) -> None:
    web.answers |= {"/a": page("Kaédi"), "/b": page("Atar")}
    path = tmp_path / "pages.txt"
    path.write_text(f"# le fleuve\n{web.root}/a\n\n{web.root}/b\n{web.root}/a#haut\n")
    assert len(fetched(str(path)).dossier.articles) == 2
    assert web.count()["/a"] == 1


def test_a_folder_never_causes_a_fetch(web: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{web.root}/a\n{web.root}/b\n")
    (tmp_path / "b.html").write_text(ARTICLE.format(t="Atar"))
    (tmp_path / "feed.xml").write_text(f"<rss><channel><item><link>{web.root}/c</link></item></channel></rss>")
    report = fetched(str(tmp_path))
    assert (len(report.dossier.articles), web.asked) == (1, [])


def test_everything_fetched_is_in_the_archive_with_its_digest_and_reads_back_the_same(
    web: Site, tmp_path: Path
) -> None:
    web.answers |= {"/a": page("Kaédi"), "/b": page("Atar")}
    archive = tmp_path / "kept.warc.gz"
    report = fetched(f"{web.root}/a", f"{web.root}/b", archive=archive)
    records = [
        (r.headers["WARC-Target-URI"], r.verify_block_digest())
        for r in ArchiveIterator(io.BytesIO(archive.read_bytes()), parse_http=False)
    ]
    assert records == [(f"{web.root}/a", True), (f"{web.root}/b", True)]
    offline = build([str(archive)], open_store("memory:"))
    assert {a.sha256 for a in offline.dossier.articles} == {a.sha256 for a in report.dossier.articles}


def test_a_redirect_is_followed_and_the_page_keeps_the_address_asked_for(web: Site) -> None:
    web.answers |= {"/old": Answer(b"", 301, {"Location": "/new"}), "/new": page("Kaédi")}
    assert [a.source for a in fetched(f"{web.root}/old").dossier.articles] == [f"{web.root}/old"]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("http://127.0.0.2:9/", "own network"),
        ("http://localhost:9/", "own network"),
        ("http://[::1]:9/", "own network"),
        ("http://[::ffff:10.0.0.7]/", "own network"),
        ("http://169.254.169.254/latest/meta-data/", "own network"),
        ("file:///etc/passwd", "http and https only"),
        ("http://user:secret@example.org/", "credentials"),
    ],
)
def test_a_redirect_to_where_nobody_may_look_is_refused(web: Site, target: str, said: str) -> None:
    web.answers["/a"] = Answer(b"", 302, {"Location": target})
    web.answers["/b"] = page("Atar")
    report = fetched(f"{web.root}/a", f"{web.root}/b")
    assert said in why(report)
    assert "secret" not in why(report)
    assert len(report.dossier.articles) == 1


def test_a_redirect_that_leads_in_a_circle_ends(web: Site) -> None:
    web.answers |= {"/a": Answer(b"", 302, {"Location": "/b"}), "/b": Answer(b"", 302, {"Location": "/a"})}
    with Fetcher(RULES) as fetcher, pytest.raises(FetchError, match="leads on more than 5 times"):
        fetcher.fetch(f"{web.root}/a")


def test_loopback_is_refused_unless_its_host_is_allowed(web: Site) -> None:
    with pytest.raises(FetchError, match="own network"):
        resolve("127.0.0.1", 80)
    report = fetched(f"{web.root}/a", rules=Rules(delay=0))
    assert "own network" in why(report)
    assert web.asked == []


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "::1", "fe80::1", "fc00::1",
               "::ffff:192.168.0.1", "2002:7f00:1::", "224.0.0.1", "100.64.0.1", "255.255.255.255", "nonsense"]
)  # fmt: skip
def test_numbers_that_are_not_public_are_known_as_such(number: str) -> None:
    assert not public(number)
    assert public("93.184.216.34")


@pytest.mark.parametrize(
    ("address", "stored"),
    [
        ("HTTP://Example.ORG:80/a?b=1#c", "http://example.org/a?b=1"),
        ("https://example.org", "https://example.org/"),
        ("https://مثال.إختبار/خبر", "https://xn--mgbh0fb.xn--kgbechtv/خبر"),
        ("https://[2001:DB8::1]:8443/x", "https://[2001:db8::1]:8443/x"),
    ],
)
def test_an_address_is_stored_in_one_form(address: str, stored: str) -> None:
    assert tidy(address) == stored


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.example/x",
        "http://",
        "http://a.example:99999/",
        "http://u@a.example/",
        "http://a" + "b" * 3000,
        "javascript:x",
    ],
)
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(FetchError):
        tidy(address)


def test_a_page_that_unpacks_without_end_is_cut_off_while_it_unpacks(web: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    web.answers["/bomb"] = Answer(bomb, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
    web.answers["/b"] = page("Atar")
    report = fetched(f"{web.root}/bomb", f"{web.root}/b", rules=Rules(delay=0, largest=1_000_000, hosts=("127.0.0.1",)))
    assert "unpacks beyond 1,000,000 bytes" in why(report)


def test_a_packed_page_is_unpacked_and_stored_as_it_was_meant(web: Site) -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    web.answers["/a"] = Answer(gzip.compress(page("Kaédi").body), headers=headers)
    assert [a.title for a in fetched(f"{web.root}/a").dossier.articles] == ["Kaédi"]


def test_a_server_that_drips_is_left_after_the_time_allowed(web: Site) -> None:
    web.answers |= {"/slow": Answer(b"x" * 4000, drip=0.05), "/b": page("Atar")}
    start = time.monotonic()
    report = fetched(f"{web.root}/slow", f"{web.root}/b", rules=Rules(delay=0, timeout=1.0, hosts=("127.0.0.1",)))
    assert "took longer than 1 s" in why(report) or "timed out" in why(report).lower()
    assert time.monotonic() - start < 20


def test_a_page_that_is_cut_short_is_not_taken_for_whole(web: Site) -> None:
    web.answers |= {"/cut": Answer(page("Kaédi").body, cut=True), "/b": page("Atar")}
    report = fetched(f"{web.root}/cut", f"{web.root}/b")
    assert [a.title for a in report.dossier.articles] == ["Atar"]
    assert len(report.failures) == 1


def test_what_is_no_page_is_named_by_what_it_is(web: Site) -> None:
    web.answers |= {"/a.png": Answer(b"\x89PNG", headers={"Content-Type": "image/png"}), "/b": page("Atar")}
    assert "is image/png, not a page" in why(fetched(f"{web.root}/a.png", f"{web.root}/b"))


def test_a_feed_that_declares_entities_is_not_expanded(web: Site) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    web.answers |= {"/feed": Answer(bomb.encode(), headers={"Content-Type": "text/xml"}), "/b": page("Atar")}
    assert "entities" in why(fetched(f"{web.root}/feed", f"{web.root}/b"))


def test_a_feed_without_dates_or_links_names_what_it_cannot_use(web: Site) -> None:
    feed = b"<rss><channel><item><title>A</title></item><item><title>B</title><link>mailto:x@y</link></item></channel></rss>"
    web.answers |= {"/feed": Answer(feed, headers={"Content-Type": "text/xml"}), "/b": page("Atar")}
    report = fetched(f"{web.root}/feed", f"{web.root}/b")
    assert len(report.failures) == 2
    assert "no address and no text" in why(report)


def test_no_more_addresses_are_asked_than_are_allowed(web: Site) -> None:
    web.answers |= {f"/{n}": page(f"Ville {n}") for n in range(5)}
    report = fetched(*(f"{web.root}/{n}" for n in range(5)), rules=Rules(delay=0, most=3, hosts=("127.0.0.1",)))
    assert len(report.dossier.articles) == 3
    assert "not fetched: 3 addresses" in why(report)


def test_a_run_that_is_killed_before_reading_fetches_again(web: Site) -> None:
    web.answers["/a"] = Answer(page("Kaédi").body, headers={"Content-Type": "text/html", "ETag": '"v1"'})
    store = open_store("memory:")

    def killed(step: str, done: int, whole: int) -> None:
        if step == "looking":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([f"{web.root}/a"], store, killed, fetching=RULES)
    assert store.visit(f"{web.root}/a") is None
    assert fetched(f"{web.root}/a", store=store).read == 1


def test_chunks_are_joined_and_damaged_ones_end_the_body() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html; charset=windows-1256\r\n\r\n"
    whole = parse(head + b"5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n")
    assert (whole.body, whole.charset, whole.media_type) == (b"hello world", "windows-1256", "text/html")
    assert parse(head + b"5\r\nhello\r\nZZ\r\nworld").body == b"hello"
    assert parse(head + b"<html>joined already").body == b"<html>joined already"


def test_unpacking_stops_at_the_limit_and_takes_what_is_there_of_a_damaged_body() -> None:
    packed = gzip.compress(b"a sentence of the page. " * 500)
    assert unpack(packed, "gzip", LARGEST) == b"a sentence of the page. " * 500
    assert unpack(packed[:-12], "gzip").startswith(b"a sentence")
    assert unpack(b"<html>", "gzip") == b"<html>"


def test_the_archive_cannot_be_written_is_said(web: Site, tmp_path: Path) -> None:
    web.answers["/a"] = page("Kaédi")
    with pytest.raises(SourceError, match="cannot be written"):
        fetched(f"{web.root}/a", archive=tmp_path / "no" / "x.warc.gz")


def isnad(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", "from isnad.cli import main; main()", *words], input=stdin, capture_output=True
    )


def test_the_command_fetches_into_an_archive_and_says_what_it_could_not(web: Site, tmp_path: Path) -> None:
    web.answers["/a"] = page("Kaédi")
    out = tmp_path / "p.warc.gz"
    ran = isnad(
        "fetch", f"{web.root}/a", f"{web.root}/b", "-o", str(out), "--json", "--delay", "0", "--allow-host", "127.0.0.1"
    )
    said = json.loads(ran.stdout)
    assert (ran.returncode, said["fetched"], len(said["failures"])) == (0, [f"{web.root}/a"], 1)
    built = isnad("build", str(out), "-o", str(tmp_path / "d.isnad"), "--json")
    assert json.loads(built.stdout)["pages"] == 1


def test_a_page_comes_through_a_pipe(tmp_path: Path) -> None:
    ran = isnad("build", "-", "-o", str(tmp_path / "d.isnad"), "--json", stdin=ARTICLE.format(t="Kaédi").encode())
    assert (ran.returncode, json.loads(ran.stdout)["pages"]) == (0, 1)
    nothing = isnad("build", "-", "-o", str(tmp_path / "e.isnad"))
    assert nothing.returncode == 3
    assert b"nothing came through standard input" in nothing.stderr
