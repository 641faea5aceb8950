"""Train the taggers of names: ``models/names.ar.bin``, and one for the three languages in Latin script, ``names.latin.bin``.

Usage: ``python training/names.py ../shared/data``

Linear-chain conditional random fields (Lafferty et al. 2001; python-crfsuite) on the project's own annotation (news, PUD,
SIB) and, for Arabic, NewsFANE and AQMAR.
How good they are on news articles left out of training: ``python -m bench names``.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Collection, Sequence
from pathlib import Path

import pycrfsuite

from isnad.annotate.names.features import features
from isnad.annotate.names.tagger import MODELS, pack
from isnad.annotate.names.words import Word, words_of
from isnad.model import LANGUAGES
from isnad.text import fold_key, script_of

Sentence = tuple[list[Word], list[str]]
SETTINGS = {"names.ar.bin": {"c1": 0.12, "max_iterations": 110}, "names.latin.bin": {"c1": 0.1, "max_iterations": 90}}
KEPT = (1, 3)
"""Fourths of the news articles that the shipped taggers never see, so that they can be measured as they are shipped."""
PUBLIC = {"ar": ("ar.newsfane.train.conll", "ar.aqmar.train.conll"), "en": ("en.wikigold.train.conll",)}
"""Public sets whose licence lets weights trained on them be shipped."""


def annotated(path: Path, language: str, without: Collection[int] = ()) -> list[Sentence]:
    """Return the tagged sentences of an annotated file, without every fourth document counted from each of ``without``."""
    out = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if n % 4 in without:
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
        cut = words_of(token, 0, len(token), "ar") if script_of(token) == "Arabic" else []
        if len(cut) == 2 and cut[0].kind == "particle":
            # A particle stands outside the name it is written together with, and inside one it joins.
            words += cut
            tags += ["O" if label.startswith("B") else label, label]
        elif fold_key(token):
            words.append(Word(0, len(token), token, fold_key(token), "word"))
            tags.append(label)
    return out


def gathered(data: Path, language: str, without: Collection[int] = KEPT) -> tuple[list[Sentence], list[Sentence]]:
    """Return the project's own annotated sentences of a language, less some fourths of the news, and those of public sets."""
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


def train(name: str, groups: Sequence[tuple[str, list[Sentence], list[Sentence]]], out: Path) -> None:
    """Train and write one model on the sentences of some languages together: (language, our own, public) each.

    Languages of one script share most that tells names: letters, shapes, lists, marks, and the names themselves. Beside
    Arabic public sets, whose conventions are others', our own sentences count twice.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c2": 0.03, "feature.possible_transitions": True} | SETTINGS[name])
    for language, own, public in groups:
        ours = own * (2 if public and language == "ar" else 1)
        for words, tags in ours + varied(ours) + public:
            trainer.append(features(words, language), tags)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.crfsuite"
        trainer.train(str(model))
        out.write_bytes(shipped(model))


def shipped(model: Path) -> bytes:
    """Return a trained model in the form that isnad reads."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    dump = tagger.info()
    labels = sorted(dump.labels)
    features: dict[str, dict[str, float]] = {}
    for (name, label), weight in dump.state_features.items():
        features.setdefault(name, {})[label] = weight
    moves = [[dump.transitions.get((a, b), 0.0) for b in labels] for a in labels]
    return pack(labels, moves, features)


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
    parser.add_argument("--models", nargs="*", default=sorted(set(MODELS.values())))
    args = parser.parse_args()
    for name in args.models:
        groups = [(k, *gathered(args.data, k)) for k in LANGUAGES if MODELS[k] == name]
        out = args.out / name
        start = time.process_time()
        train(name, groups, out)
        took = round(time.process_time() - start)
        sizes = {k: (len(own), len(public)) for k, own, public in groups}
        print(name, sizes, "sentences", out.stat().st_size, "bytes", took, "s", flush=True)


if __name__ == "__main__":
    main()
