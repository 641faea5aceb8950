"""One space for four languages: the translation of a news article found again, likeness as people judge it, stories.

Retrieval and stories are measured on news translated by hand (NTREX-128), which the space never saw; likeness on the pairs of
SemEval-2022 Task 8. Peers in the same run: TF-IDF over folded words, and names and numbers as printed.
"""

from __future__ import annotations

import itertools
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from bench import SHARED, Missing, Row
from isnad.annotate import annotate
from isnad.extract import read
from isnad.link.concepts import cosine, likeness, unit, vector
from isnad.link.entities import link_entities
from isnad.link.stories import find_stories
from isnad.model import LANGUAGES, Page, Reading
from isnad.text import fold_key

Vector = Mapping[object, float]
RETRIEVAL_FLOOR = 0.99
STORIES_FLOOR = 0.966
TOLD_AGAIN = frozenset({26, 36, 50, 60, 68, 74, 98})
"""Documents on a matter another document of the set tells too (one match, one rally, one hearing); by reading all titles."""
PEARSON_FLOORS: dict[str, float] = {"en-en": 0.745, "fr-fr": 0.785, "es-es": 0.8, "ar-ar": 0.57, "es-en": 0.82}
_WORD = re.compile(r"\w+")
_ANCHOR = re.compile(r"\d[\d.,]*\d|\d|\b[A-ZÀ-Þ]\w{2,}")


def _rows(name: str) -> list[dict[str, object]]:
    path = SHARED / "data" / "crosslingual" / name
    if not path.is_file():
        raise Missing(f"crosslingual/{name} of the shared data")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def ours(texts: Sequence[tuple[str, str]]) -> list[Vector]:
    """Return each (text, language) in the space of concepts."""
    return [vector(t, language) for t, language in texts]


def tfidf(texts: Sequence[tuple[str, str]]) -> list[Vector]:
    """Return each text as TF-IDF over folded words."""
    return _weighted([Counter(_WORD.findall(fold_key(t))) for t, _ in texts])


def anchors(texts: Sequence[tuple[str, str]]) -> list[Vector]:
    """Return each text as the numbers and capitalised words printed in it, weighted as TF-IDF."""
    return _weighted([Counter(w.lower() for w in _ANCHOR.findall(t)) for t, _ in texts])


def _weighted(bags: Sequence[Counter[str]]) -> list[Vector]:
    seen = Counter(w for bag in bags for w in bag)
    return [
        unit({w: (1 + math.log(n)) * math.log(1 + len(bags) / seen[w]) for w, n in bag.items()})  # type: ignore[misc]
        for bag in bags
    ]


SPACES: dict[str, Callable[[Sequence[tuple[str, str]]], list[Vector]]] = {
    "isnad": ours,
    "TF-IDF": tfidf,
    "names and numbers": anchors,
}


def pearson(x: Sequence[float], y: Sequence[float]) -> float:
    """Return the correlation of two rows of numbers."""
    mx, my = sum(x) / len(x), sum(y) / len(y)
    top = sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True))
    return top / math.sqrt(sum((a - mx) ** 2 for a in x) * sum((b - my) ** 2 for b in y))


def b_cubed(found: Iterable[Sequence[str]], truth: Mapping[str, object]) -> float:
    """Return B-cubed F1 of a partition against the truth (item → class)."""
    sizes = Counter(truth.values())
    precision = recall = 0.0
    for group in found:
        inside = Counter(truth[i] for i in group)
        precision += sum(n * n for n in inside.values()) / len(group)
        recall += sum(n * n / sizes[c] for c, n in inside.items())
    precision, recall = precision / len(truth), recall / len(truth)
    return 2 * precision * recall / (precision + recall)


def _retrieval(documents: Sequence[Mapping[str, list[str]]]) -> list[Row]:
    rows = []
    for name, space in SPACES.items():
        vectors = {k: space([("\n".join(d[k]), k) for d in documents]) for k in LANGUAGES}
        for a, b in itertools.combinations(LANGUAGES, 2):
            hits = 0
            for source, target in ((a, b), (b, a)):
                for i, v in enumerate(vectors[source]):
                    hits += max(range(len(documents)), key=lambda j: cosine(v, vectors[target][j])) == i  # type: ignore[arg-type]
            peer = name != "isnad"
            value = hits / (2 * len(documents))
            rows.append(
                Row(f"{a}↔{b} retrieval, {name}", value, peer=peer, floor=None if peer else RETRIEVAL_FLOOR,
                    note=f"{len(documents)} articles, both ways")
            )  # fmt: skip
    return rows


def _likeness(pairs: Sequence[Mapping[str, object]]) -> list[Row]:
    rows = []
    by_languages: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for p in pairs:
        by_languages[f"{p['lang1']}-{p['lang2']}"].append(p)
    for name, space in SPACES.items():
        texts = [((str(p["text1"]), str(p["lang1"])), (str(p["text2"]), str(p["lang2"]))) for p in pairs]
        if name == "isnad":
            values = [likeness(*a, *b) for a, b in texts]
        else:
            first, second = space([a for a, _ in texts]), space([b for _, b in texts])
            values = [cosine(a, b) for a, b in zip(first, second, strict=True)]  # type: ignore[arg-type]
        like = {str(p["pair_id"]): x for p, x in zip(pairs, values, strict=True)}
        for languages, some in sorted(by_languages.items()):
            # People gave 1 to what is the same and 4 to what has nothing to do with each other.
            r = -pearson([like[str(p["pair_id"])] for p in some], [float(str(p["overall"])) for p in some])
            peer = name != "isnad"
            floor = None if peer else PEARSON_FLOORS.get(languages)
            rows.append(Row(f"{languages} Pearson, {name}", r, peer=peer, floor=floor, note=f"{len(some)} pairs"))
    return rows


def _stories(documents: Mapping[int, Mapping[str, list[str]]]) -> Iterable[Row]:
    """Each document is a story in four languages; first without those whose matter another document tells too."""
    readings: dict[int, list[Reading]] = defaultdict(list)
    truth = {}
    for n, d in documents.items():
        for k in LANGUAGES:
            paragraphs = [" ".join(d[k][i : i + 3]) for i in range(1, len(d[k]), 3)]
            data = "\n\n".join([d[k][0], *paragraphs]).encode()
            reading = annotate(read(Page(source=f"{n}.{k}.txt", data=data, media_type="text/plain")))
            truth[reading.article.id] = n
            readings[n].append(reading)
    for name, left_out, floor in (("", TOLD_AGAIN, STORIES_FLOOR), (", documents as they are", frozenset[int](), None)):
        some = [r for n, rows in readings.items() if n not in left_out for r in rows]
        classes = {r.article.id: truth[r.article.id] for r in some}
        stories = find_stories(some, link_entities(some).groups)
        value = b_cubed([s.articles for s in stories], classes)
        yield Row(f"stories of four languages, B-cubed F1{name}", value, floor=floor, note=f"{len(some)} articles")


def run() -> list[Row]:
    """Measure retrieval, likeness and stories."""
    documents = _rows("ntrex.docs.jsonl")
    texts = {d["n"]: {k: d[k] for k in LANGUAGES} for d in documents}
    return [*_retrieval(list(texts.values())), *_likeness(_rows("semeval2022-t8.measure-only.jsonl")), *_stories(texts)]  # type: ignore[arg-type]
