"""Learn ``models/persons.json``: which Arabic words that open with a given name are a person's whole name (needs numpy).

Usage: ``PYTHONPATH=. python training/persons.py ../shared/data``

Logistic regression on every stretch of two to four words that a given name opens, in the Arabic pages of ``bench/gold/dev``, the read
part of ``bench/gold/passages`` and the project's own annotation, less the news the taggers are measured on. As most given names that
are words besides are rare in each of them, sentences are learned once more with the names in them replaced: by such a given name and a
family name of another person or of a list. Each sixth of the corpora is measured by weights learned from the others.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from bench.names import article_of
from bench.passages import FOLDER

import isnad.annotate.names as stage
from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import gazetteer
from isnad.annotate.names.second_look import LIKELY, candidates, signs
from isnad.annotate.names.words import words_of
from isnad.annotate.sentences import split_sentences
from isnad.errors import IsnadError
from isnad.extract import read
from isnad.languages import table
from isnad.model import Article, Page, Reading
from isnad.sources import pages as printed
from isnad.text import fold_key

GOLD = Path("bench/gold/dev")
KEPT = (1, 3)
"""Fourths of the annotated news that nothing is learned from."""
SHRUNK, RARE, MOST, FOLDS = 3.0, 30, 150, 6
"""The weight of the squares of the weights; times a sign must be seen; signs that are kept; parts for measuring."""
SWAPPED, ANNOTATED, UNTOLD = 0.5, 0.5, 0.3
"""How much sentences with other names count, those of the annotation, and what passages, whose gold names not everybody, call nobody."""
Span = tuple[int, int]


class Learned(NamedTuple):
    """A page, the names of persons in it, those the stage sees, the corpus, and how much what is nobody's name counts."""

    article: Article
    gold: set[Span]
    seen: set[Span]
    corpus: str
    weight: float
    nobody: float


class Row(NamedTuple):
    """One stretch of words: its signs, whether it is a person, its weight, corpus, and how it was come by."""

    signs: set[str]
    person: bool
    weight: float
    corpus: str
    how: str


def pages(data: Path) -> Iterator[Learned]:
    """Yield all pages to learn from."""
    for folder in sorted(p for p in GOLD.iterdir() if (p / "gold.json").is_file()):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        if not any(p.get("language") == "ar" for p in gold["pages"].values()):
            continue
        forms = {f for e in gold["entities"] if e["kind"] == "person" for f in e["forms"]}
        for page in printed([str(folder / "pages")]):
            with suppress(IsnadError):
                if isinstance(page, Page) and (article := read(page)).language == "ar":
                    yield _found(article, forms, folder.name, 1.0, 1.0)
    for name in ("ar.jsonl", "mini-ar.jsonl"):
        for line in (Path(FOLDER) / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["read"]:
                lines = {"lines": [row["headline"], row["text"]], "names": []}
                forms = {p for e in row["events"] for p in e["participants"]}
                yield _found(article_of(lines, "ar")[0], forms, f"passages {row['id'][-1]}", 1.0, UNTOLD)
    for name in ("news", "pud", "sib"):
        path = data / "annotated" / f"{name}.ar.jsonl"
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if name != "news" or n % 4 not in KEPT:
                article, names = article_of(json.loads(line), "ar")
                spans = {(s, e) for s, e, kind in names if kind == "PER"}
                yield Learned(article, spans, _seen(article), name, ANNOTATED, ANNOTATED)


def _found(article: Article, forms: set[str], corpus: str, weight: float, nobody: float) -> Learned:
    return Learned(article, _printed(article.text, forms), _seen(article), corpus, weight, nobody)


def _printed(text: str, forms: set[str]) -> set[Span]:
    """Where a text prints some forms, the longest first, particles before them or none."""
    found: list[Span] = []
    letter = "[\u0621-\u0652]"
    for form in sorted((f for f in forms if re.search(letter, f)), key=len, reverse=True):
        for m in re.finditer(rf"(?<!{letter})[وفبلك]{{0,2}}({re.escape(form)})(?!{letter})", text):
            if not any(a < m.end(1) and m.start(1) < b for a, b in found):
                found.append(m.span(1))
    return set(found)


def _seen(article: Article) -> set[Span]:
    reading = stage.find_names(split_sentences(Reading(article)))
    return {(m.start, m.end) for m in reading.mentions if m.kind == "person" and m.form != "role"}


def rows(found: Sequence[Learned]) -> Iterator[Row]:
    """Yield every stretch of words of the pages, and of their sentences with other names."""
    rng = random.Random(5)
    names = sorted({p.article.text[a:b] for p in found for a, b in p.gold if " " in p.article.text[a:b]})
    for page in found:
        text = page.article.text
        for s in split_sentences(Reading(page.article)).sentences:
            words = words_of(text, s.start, s.end, "ar")
            for a, b in candidates(words):
                span = (words[a].start, words[b - 1].end)
                person = span in page.gold
                crossed = any(x < span[1] and span[0] < y for x, y in page.seen)
                if person or span not in page.seen:
                    how = "seen" if span in page.seen else "crossed" if crossed else "free"
                    weight = page.weight if person else page.nobody
                    yield Row(signs(words, a, b), person, weight, page.corpus, how)
            other, spans = _swapped(text, (s.start, s.end), page.gold, names, rng)
            words = words_of(other, 0, len(other), "ar") if spans else []
            for a, b in candidates(words):
                span = (words[a].start, words[b - 1].end)
                if any(x < span[1] and span[0] < y for x, y in spans):
                    yield Row(signs(words, a, b), span in spans, SWAPPED * page.weight, page.corpus, "swapped")


def _swapped(
    text: str, sentence: Span, gold: set[Span], names: Sequence[str], rng: random.Random
) -> tuple[str, set[Span]]:
    """A sentence with other names, given ones that are words besides mostly, and where they stand."""
    out, at, spans = "", sentence[0], set()
    for a, b in sorted(gold):
        if at <= a and b <= sentence[1] and " " in text[a:b]:
            chance = rng.random()
            own = rng.choice(names).split(" ")[0]
            given = own if chance > 0.8 else rng.choice(_COMMON if chance < 0.6 else _GIVEN)
            family = rng.choice(names).split(" ", 1)[1] if rng.random() < 0.6 else rng.choice(_FAMILIES)
            out += text[at:a]
            spans.add((len(out), len(out) + len(given) + 1 + len(family)))
            out, at = f"{out}{given} {family}", b
    return out + text[at : sentence[1]], spans


_GIVEN: list[str] = []
_COMMON: list[str] = []
"""Given names that are words of the language besides."""
_FAMILIES: list[str] = []


def _named(data: Path) -> None:
    """Gather the given names of the language's list and of the data, and the data's family names."""
    lines = (data / "names/composed-full.tsv").read_text(encoding="utf-8").splitlines()[1:]
    composed = [line.split("\t")[0].split(" ", 1) for line in lines if " " in line.split("\t")[0]]
    known = gazetteer()
    listed = sorted({given for given, _ in composed if fold_key(given) in known.given})
    _GIVEN.extend([*table("ar", "names")["given"], *listed])
    keys = {n: fold_key(n) for n in _GIVEN}
    _COMMON.extend(n for n in _GIVEN if keys[n] in known.plain["ar"] or bands("ar").get(keys[n], 9) < 3)
    _FAMILIES.extend(family for _, family in composed)


def fitted(table_: Any, right: Any, weight: Any) -> Any:
    """Weights by Newton's method, their squares held small."""
    found = np.zeros(table_.shape[1])
    shrunk = np.full(table_.shape[1], SHRUNK)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-table_ @ found))
        slope = table_.T @ (weight * (chance - right)) + shrunk * found
        bend = (table_.T * (weight * chance * (1 - chance) + 1e-6)) @ table_ + np.diag(shrunk)
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-4:
            break
    return found


def tabled(found: Sequence[Row], names: Sequence[str]) -> Any:
    """The signs of the rows as a table of 0 and 1."""
    place = {s: n for n, s in enumerate(names)}
    out = np.zeros((len(found), len(names)), dtype=np.float32)
    for n, row in enumerate(found):
        out[n, [place[s] for s in row.signs if s in place]] = 1
    return out


def measured(found: Sequence[Row], whole: Any, right: Any, weight: Any) -> None:
    """Print how many are found in parts that were not learned from, by how the stage without them fares there."""
    corpora = sorted({r.corpus for r in found})
    part = np.array([corpora.index(r.corpus) % FOLDS for r in found])
    chance = np.zeros(len(found))
    for n in range(FOLDS):
        chance[part == n] = 1 / (
            1 + np.exp(-whole[part == n] @ fitted(whole[part != n], right[part != n], weight[part != n]))
        )
    for how in ("free", "crossed", "seen", "swapped"):
        of = np.array([r.how == how for r in found])
        got = [
            (t, int((of & (right == 1) & (chance > t)).sum()), int((of & (right == 0) & (chance > t)).sum()))
            for t in (0.5, LIKELY, 0.85)
        ]
        print(how, int((of & (right == 1)).sum()), "persons; from, right, wrong:", *got, flush=True)


def main() -> None:
    """Learn, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/persons.json"))
    args = parser.parse_args()
    stage.second_look = lambda words, raw: raw  # what it finds shall not say what it learns from
    _named(args.data)
    found = list(rows(list(pages(args.data))))
    right, weight = np.array([float(r.person) for r in found]), np.array([r.weight for r in found])
    seen = Counter(s for r in found for s in r.signs)
    names = sorted(s for s, n in seen.items() if n >= RARE)
    first = tabled(found, names)
    told = np.abs(fitted(first, right, weight)) * first.std(0)
    names = sorted({names[i] for i in np.argsort(-told)[:MOST]} | {"bias"})
    whole = tabled(found, names)
    print(len(found), "stretches,", int(right.sum()), "persons,", len(names), "signs", flush=True)
    measured(found, whole, right, weight)
    known = {s: round(float(w), 3) for s, w in zip(names, fitted(whole, right, weight), strict=True)}
    args.out.write_text(json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
