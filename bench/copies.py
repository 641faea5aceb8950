"""Copies found again: republications made from free text by a generator that knows the truth, beside datasketch's MinHash.

Each article is news translated by hand (NTREX-128); its republications are whole, cut,
reordered, under another headline, inside another page's chrome, quoted in part, or its translation. Articles that share only a
quotation, a stock phrase or a house's footer are in the corpus too, and must not be found. Origins: small cases of one
communiqué and its lives, each with a range that is right (``gold/origins``).
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from bench import ROOT, SHARED, Missing, Row
from isnad.annotate.sentences import split_sentences
from isnad.link.copies import find_copies
from isnad.link.directions import direct
from isnad.model import LANGUAGES, Article, Credit, Dossier, Interval, Part, QuotationMention, Reading, Span
from isnad.model.trees import independent_of
from isnad.pipeline import build
from isnad.store import open_store

GOLD = ROOT / "bench" / "gold" / "origins"
FLOORS = {"pairs F1": 0.975, "kind": 0.95, "direction": 0.9, "origins range": 0.95, "named origins": 0.95}
THRESHOLD = 0.4
"""Jaccard from which the peer calls two texts copies; the best of .2, .3 … .6 on these data."""
_CHROME = {
    "ar": "اشترك في نشرتنا البريدية لتصلك آخر الأخبار العاجلة من مراسلينا في كل مكان، وتابعونا على منصاتنا المختلفة يوميا وعلى مدار الساعة",
    "en": "Sign up to our daily newsletter to get the latest breaking stories from our reporters everywhere, and follow us on every platform around the clock",
    "es": "Suscríbase a nuestro boletín diario para recibir las últimas noticias de nuestros corresponsales en todas partes y síganos en todas las redes a cualquier hora",
    "fr": "Inscrivez-vous à notre lettre quotidienne pour recevoir les dernières nouvelles de nos correspondants partout, et suivez-nous sur tous les réseaux à toute heure",
}
_CREDIT = {"ar": "وكالة المدار", "en": "Meridian Agency", "es": "Agencia Meridiano", "fr": "Agence Méridien"}


TRANSLATION, EXCERPT = frozenset({"translation"}), frozenset({"excerpt"})


class Case(Struct, frozen=True):
    """The made corpus: readings, the kind of each true pair, who copied whom where something says so, and pairs
    that may be called copies or not."""

    readings: list[Reading]
    kinds: dict[frozenset[str], frozenset[str]]
    signals: dict[frozenset[str], str]
    maybe: set[frozenset[str]]


def _others() -> dict[str, list[str]]:
    """Return sentences on other matters (TICO-19), language → sentences."""
    path = SHARED / "data" / "crosslingual" / "tico19.jsonl"
    if not path.is_file():
        raise Missing("the aligned sentences of ../shared/data/crosslingual")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {k: [r[k] for r in rows if len(r[k].split()) >= 6] for k in LANGUAGES}


def _documents() -> list[dict[str, list[str]]]:
    """Return documents as language → sentences."""
    folder = SHARED / "data" / "crosslingual"
    if not (folder / "ntrex.docs.jsonl").is_file():
        raise Missing("the aligned documents of ../shared/data/crosslingual")
    rows = [json.loads(line) for line in (folder / "ntrex.docs.jsonl").read_text(encoding="utf-8").splitlines()]
    return [{k: list(d[k]) for k in LANGUAGES} for d in rows if len(d["en"]) >= 10]


class _Press:
    """Prints articles: ids, publishers, days, parts, sentences."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.others = _others()
        self.readings: list[Reading] = []
        self.kinds: dict[frozenset[str], frozenset[str]] = {}
        self.signals: dict[frozenset[str], str] = {}
        self.maybe: set[frozenset[str]] = set()

    def print(
        self,
        sentences: Sequence[str],
        language: str,
        headline: str,
        day: int | None = 0,
        publisher: str | None = None,
        chrome: bool = False,
        credit: bool = False,
    ) -> str:
        """Print an article and return its id."""
        ident = f"p{len(self.readings):05d}"
        paragraphs = [" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2)]
        if chrome:
            paragraphs.insert(self.rng.randrange(len(paragraphs) + 1), _CHROME[language])
        text, parts = headline, [Part("title", 0, len(headline))]
        for p in paragraphs:
            parts.append(Part("body", len(text) + 1, len(text) + 1 + len(p)))
            text += "\n" + p
        when = None if day is None else date(2024, 3, 1) + timedelta(day)
        credits: tuple[Credit, ...] = ()
        if credit:
            name = _CREDIT[language]
            credits = (Credit("agency", name, len(text) + 2, len(text) + 2 + len(name), None, True, None),)
            text += f"\n({name})"
        article = Article(
            ident, f"{ident}.txt", ident, "text/plain", language, headline, publisher or f"Paper {ident}", None, None,
            Interval(when, when, "day", "generated") if when else None, None, (), text, tuple(parts),
        )  # fmt: skip
        self.readings.append(replace(split_sentences(Reading(article)), credits=credits))
        return ident

    def fresh(self, language: str, most: int) -> list[str]:
        """Return sentences nobody else prints."""
        taken = [self.others[language].pop(self.rng.randrange(len(self.others[language]))) for _ in range(most)]
        return taken

    def quote(self, ident: str, words: str) -> None:
        """Mark words of an article as somebody's."""
        n = int(ident[1:])
        reading = self.readings[n]
        at = reading.article.text.index(words)
        span = Span(at, at + len(words))
        self.readings[n] = replace(reading, quotations=(QuotationMention("direct", (span,), span),))

    def copied(self, source: str, target: str, kinds: frozenset[str], signal: bool) -> None:
        """Enter the truth of a pair."""
        pair = frozenset((source, target))
        self.kinds[pair] = kinds
        if signal:
            self.signals[pair] = source


Way = Callable[[_Press, Sequence[str]], tuple[list[str], frozenset[str]]]
"""How a text is printed again: the sentences, and the kinds of copy that are right."""


def _whole(press: _Press, own: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    return list(own), frozenset({"identical"})


def _cut(press: _Press, own: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    return list(own[: max(4, int(len(own) * press.rng.uniform(0.6, 0.75)))]), frozenset({"near"})


def _reordered(press: _Press, own: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    # The same sentences in another order differ in two runs of words only: either name is right.
    cut = press.rng.randrange(2, len(own) - 2)
    return [*own[cut:], *own[:cut]], frozenset({"near", "identical"})


def _edited(press: _Press, own: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    told = list(own)
    for i in press.rng.sample(range(len(told)), max(1, len(told) // 5)):
        words = told[i].split()
        gone = press.rng.randrange(len(words))
        told[i] = " ".join(words[:gone] + words[gone + 1 :]) or told[i]
    del told[press.rng.randrange(1, len(told))]
    return told, frozenset({"near"})


WAYS: dict[str, Way] = {"whole": _whole, "cut": _cut, "reordered": _reordered, "edited": _edited}


def made(seed: int = 7) -> Case:
    """Return the made corpus."""
    press = _Press(seed)
    documents = _documents()
    for n, d in enumerate(documents):
        language = LANGUAGES[n % 4]
        own, title = d[language][1:], d[language][0]
        house = _CREDIT[language] if n % 3 == 0 else None
        first = press.print(own, language, title, 0, house)
        way = list(WAYS)[n % len(WAYS)]
        told, kinds = WAYS[way](press, own)
        later, chrome = n % 2, n % 5 == 1
        again = press.print(told, language, own[0][:60], later, None, chrome, bool(house))
        # Who prints a text a day later and much shorter took it over; an agency named at its foot says so anyway.
        sizes = [len(press.readings[int(x[1:])].article.text) for x in (first, again)]
        shorter = sizes[1] <= 0.8 * sizes[0]
        press.copied(first, again, frozenset({"near"}) if chrome else kinds, bool(house) or bool(later and shorter))
        if n % 4 == 2:
            _excerpt(press, first, own, language)
        other = LANGUAGES[(n + 1) % 4]
        translated = d[other][1:] if n % 2 else d[other][1 : max(6, int(len(d[other]) * 0.7))]
        third = press.print(translated, other, d[other][0])
        # An agency's own page, and a translation of the best part of it only: two signs say who wrote first.
        sizes = [len(press.readings[int(x[1:])].article.text) for x in (first, third)]
        press.copied(first, third, TRANSLATION, bool(house) and sizes[1] <= 0.8 * sizes[0])
        if way == "reordered":
            press.maybe.add(frozenset((again, third)))
        else:
            press.copied(again, third, TRANSLATION, False)
    _not_copies(press)
    return Case(press.readings, press.kinds, press.signals, press.maybe)


def _excerpt(press: _Press, first: str, own: Sequence[str], k: str) -> None:
    """Another report that takes over two sentences."""
    taken = press.rng.randrange(0, len(own) - 2)
    fresh = press.fresh(k, 8)
    target = press.print([*fresh[:3], *own[taken : taken + 2], *fresh[3:8]], k, fresh[0][:50], 0)
    press.copied(first, target, EXCERPT, False)
    for pair, kinds in list(press.kinds.items()):
        # Who copied the first whole has the passage too.
        if first in pair and kinds & {"identical", "near"} and target not in pair:
            (other,) = pair - {first}
            text = press.readings[int(other[1:])].article.text
            if all(s in text for s in own[taken : taken + 2]):
                press.copied(other, target, EXCERPT, False)


def _not_copies(press: _Press) -> None:
    """Pages that share a quotation of one speech, a stock phrase, or the foot of their house's pages, and nothing else."""
    speech = "we shall not rest until every family that lost its home to the flood has a roof and every child is back at school before winter"
    stock = "the information could not be independently verified at this time"
    foot = "All our stories are checked by two editors before they are published and are corrected in public whenever we find that we were wrong about a fact"
    for n in range(12):
        own = press.fresh("en", 8)
        if n < 4:
            own[3] = f"“{speech}”"
        elif n < 8:
            own[2] = own[2].rstrip(".") + f", {stock}."
        else:
            own.append(foot)
        ident = press.print(own, "en", own[0][:40], 0, "The House" if n >= 8 else None)
        if n < 4:
            press.quote(ident, speech)


def peer(readings: Sequence[Reading]) -> set[frozenset[str]]:
    """Return the pairs that MinHash (datasketch, 128 permutations, runs of five words) calls copies."""
    from datasketch import MinHash, MinHashLSH  # a peer of the bench, not of the package

    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=128)
    marks = {}
    for r in readings:
        words = r.article.text.lower().split()
        marks[r.article.id] = MinHash(num_perm=128)
        marks[r.article.id].update_batch([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
        lsh.insert(r.article.id, marks[r.article.id])
    return {frozenset((a, b)) for a in marks for b in lsh.query(marks[a]) if a != b}


def f1(found: set[frozenset[str]], truth: set[frozenset[str]]) -> float:
    """Return F1 of pairs."""
    hit = len(found & truth)
    return 2 * hit / max(1, len(found) + len(truth))


def _pairs() -> Iterator[Row]:
    case = made()
    start = time.perf_counter()
    copies = direct(find_copies(case.readings), case.readings)
    took = time.perf_counter() - start
    found = {p: c for c in copies if (p := frozenset(c.articles)) not in case.maybe}
    truth = set(case.kinds)
    note = f"{len(truth)} pairs of {len(case.readings)} articles"
    yield Row("pairs F1, isnad", f1(set(found), truth), floor=FLOORS["pairs F1"], note=note)
    one = {p for p, kinds in case.kinds.items() if kinds != TRANSLATION}
    same = {p for p, c in found.items() if c.kind != "translation"}
    yield Row("pairs F1 within a language, isnad", f1(same, one), floor=0.98)
    alike = peer(case.readings)
    yield Row("pairs F1, MinHash (datasketch)", f1(alike, truth), peer=True)
    yield Row("pairs F1 within a language, MinHash (datasketch)", f1(alike, one), peer=True)
    hit = [p for p in truth if p in found]
    right = sum(found[p].kind in case.kinds[p] for p in hit)
    yield Row("kind", right / len(hit), floor=FLOORS["kind"], note=f"{len(hit)} pairs")
    told = [found[p].direction for p in case.signals if p in found]
    good = sum(w is not None and w.source == case.signals[frozenset((w.source, w.target))] for w in told)
    yield Row(
        "direction, where something says so", good / len(told), floor=FLOORS["direction"], note=f"{len(told)} pairs"
    )
    claimed = [p for p, c in found.items() if c.direction is not None and p not in case.signals]
    yield Row("directions claimed where nothing says so", len(claimed), ceiling=0)
    yield Row("speed", len(case.readings) / took, "pages/s")


def _origins() -> Iterator[Row]:
    """Cases of one matter, each a folder of pages with a ``gold.json``."""
    inside, widths, named, asked, wrong = 0, 0, 0, 0, 0
    cases = sorted(GOLD.glob("*/gold.json"))
    for path in cases:
        gold = json.loads(path.read_text(encoding="utf-8"))
        dossier = build([str(path.parent / "pages")], open_store("memory:"), engine="here").dossier
        low, high = independent(dossier, gold["about"])
        inside += low <= gold["independent"] <= high
        widths += high - low
        pages = {a.id: a.source.rsplit("/", 1)[-1] for a in dossier.articles}
        for no in gold.get("no_origins", ()):
            wrong += any(
                o.kind == no["kind"] and {pages[a] for a in o.articles} & set(no["pages"]) for o in dossier.origins
            )
        for want in gold["origins"]:
            asked += 1
            named += any(
                o.kind in want["kind"] and set(want["pages"]) <= {pages[a] for a in o.articles} for o in dossier.origins
            )
    if not cases:
        return
    n = len(cases)
    yield Row("origins: the range holds the truth", inside / n, floor=FLOORS["origins range"], note=f"{n} cases")
    yield Row("origins: mean width", widths / n, ceiling=1.0)
    yield Row("origins: claimed where the gold says none", wrong, ceiling=0)
    yield Row("origins: named, with their pages", named / asked, floor=FLOORS["named origins"], note=f"{asked} origins")


def independent(dossier: Dossier, about: Sequence[str]) -> tuple[int, int]:
    """Return the range of independent origins of some pages, by the dossier's own count over articles."""
    ids = [a.id for a in dossier.articles if a.source.rsplit("/", 1)[-1] in about]
    found = independent_of(dossier, ids)
    return found.min, found.max


def run() -> list[Row]:
    """Measure pairs, kinds, directions and origins."""
    return [*_pairs(), *_origins()]
