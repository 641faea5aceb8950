"""Train the taggers of names, one a language: ``models/names.{ar,en,es,fr}.crf``.

Usage: ``python training/names.py ../shared/data``

Linear-chain conditional random fields (Lafferty et al. 2001; python-crfsuite) on the project's own annotation (news, PUD,
SIB) and, for Arabic, NewsFANE and AQMAR.
How good they are on news articles left out of training: ``python -m bench names``.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import pycrfsuite

from isnad.annotate.names.features import features
from isnad.annotate.names.words import Word, words_of
from isnad.model import LANGUAGES
from isnad.text import fold_key

Sentence = tuple[list[Word], list[str]]
PUBLIC = {"ar": ("ar.newsfane.train.conll", "ar.aqmar.train.conll"), "en": ("en.wikigold.train.conll",)}
"""Public sets whose licence lets weights trained on them be shipped."""


def annotated(path: Path, language: str, without: int | None = None) -> list[Sentence]:
    """Return the tagged sentences of an annotated file, without every fourth document counted from ``without``."""
    out = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if n % 4 == without:
            continue
        doc = json.loads(line)
        for i, text in enumerate(doc["lines"]):
            spans = [(x["start"], x["end"], x["type"]) for x in doc["names"] if x["line"] == i]
            words = words_of(text, 0, len(text), language)
            out.append((words, tag(words, spans)))
    return [s for s in out if s[0]]


def tag(words: list[Word], spans: list[tuple[int, int, str]]) -> list[str]:
    """Return BIO tags of words inside spans."""
    tags = ["O"] * len(words)
    for start, end, kind in spans:
        inside = [i for i, w in enumerate(words) if w.start >= start and w.end <= end]
        for k, i in enumerate(inside):
            tags[i] = ("B-" if k == 0 else "I-") + kind
    return tags


def conll(path: Path) -> list[Sentence]:
    """Return the tagged sentences of a CoNLL file."""
    out, words, tags = [], [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line.strip():
            if words:
                out.append((words, tags))
            words, tags = [], []
            continue
        token, label = line.split("\t")[:2]
        if fold_key(token):
            words.append(Word(0, len(token), token, fold_key(token), "word"))
            tags.append(label)
    return out


def gathered(data: Path, language: str, without: int | None = None) -> tuple[list[Sentence], list[Sentence]]:
    """Return the project's own annotated sentences of a language, less a fourth of the news, and those of public sets."""
    own = data / "annotated"
    mine = annotated(own / f"pud.{language}.jsonl", language) + annotated(own / f"sib.{language}.jsonl", language)
    mine += annotated(own / f"news.{language}.jsonl", language, without)
    return mine, [s for name in PUBLIC.get(language, ()) for s in conll(data / "ner" / name)]


def varied(sentences: list[Sentence]) -> list[Sentence]:
    """Return the sentences with names in them once more, each name replaced by another of its sort (seeded).

    So the taggers learn what stands around a name, and what lists say of it, rather than the name.
    """
    rng = random.Random(7)
    pool: dict[str, list[list[Word]]] = {"PER": [], "LOC": [], "ORG": []}
    for words, tags in sentences:
        for first, last, kind in sorted(spans(tags)):
            if kind in pool:
                pool[kind].append(words[first:last])
    out: list[Sentence] = []
    for words, tags in sentences:
        found = sorted(s for s in spans(tags) if s[2] in pool)
        if not found:
            continue
        new_words: list[Word] = []
        new_tags: list[str] = []
        i = 0
        for first, last, kind in found:
            other = rng.choice(pool[kind])
            new_words += words[i:first] + other
            new_tags += tags[i:first] + [f"B-{kind}"] + [f"I-{kind}"] * (len(other) - 1)
            i = last
        out.append((new_words + words[i:], new_tags + tags[i:]))
    return out


def train(own: list[Sentence], public: list[Sentence], language: str, out: Path) -> None:
    """Train and write one model; beside public sets, whose conventions are others', our own sentences count twice."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.12, "c2": 0.03, "max_iterations": 110, "feature.possible_transitions": True})
    for words, tags in own * (2 if public else 1) + varied(own * (2 if public else 1)) + public:
        trainer.append(features(words, language), tags)
    trainer.train(str(out))


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Return the spans of BIO tags."""
    found, start = set(), None
    for i, t in enumerate([*tags, "O"]):
        if start is not None and (t == "O" or t.startswith("B-") or t[2:] != tags[start][2:]):
            found.add((start, i, tags[start][2:]))
            start = None
        if t != "O" and start is None:
            start = i
    return found


def main() -> None:
    """Train all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models"))
    parser.add_argument("--languages", nargs="*", default=list(LANGUAGES))
    args = parser.parse_args()
    for language in args.languages:
        own, public = gathered(args.data, language)
        out = args.out / f"names.{language}.crf"
        start = time.perf_counter()
        train(own, public, language, out)
        took = round(time.perf_counter() - start)
        print(language, len(own), "+", len(public), "sentences", out.stat().st_size, "bytes", took, "s", flush=True)


if __name__ == "__main__":
    main()
