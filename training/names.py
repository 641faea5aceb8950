"""Train the taggers of names, one a language: ``models/names.{ar,en,es,fr}.crf``.

Usage: ``python training/names.py ../shared/data [--measure]``

Linear-chain conditional random fields (Lafferty et al. 2001; python-crfsuite) on the project's own annotation (news, PUD,
SIB) and, for Arabic, NewsFANE and AQMAR. ``--measure`` leaves out every fourth news article and reports F1 on them.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

import pycrfsuite

from isnad.annotate.names.features import features
from isnad.annotate.names.words import Word, words_of
from isnad.model import LANGUAGES
from isnad.text import fold_key

Sentence = tuple[list[Word], list[str]]


def annotated(path: Path, language: str, keep: str = "all") -> list[Sentence]:
    """Return tagged sentences of an annotated file; ``keep``: all, train (three articles of four) or test."""
    out = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if keep != "all" and (n % 4 == 3) != (keep == "test"):
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


def train(sentences: list[Sentence], language: str, out: Path, extra: list[Sentence]) -> None:
    """Train and write one model; the weight of each sentence is one."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.12, "c2": 0.03, "max_iterations": 110, "feature.possible_transitions": True})
    for words, tags in sentences + extra:
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


def measure(model: Path, language: str, test: list[Sentence]) -> None:
    """Print F1 by type."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    hit, want, got = Counter(), Counter(), Counter()
    n, start = 0, time.perf_counter()
    for words, tags in test:
        predicted = tagger.tag(features(words, language))
        n += len(words)
        a, b = spans(tags), spans(predicted)
        for s in a:
            want[s[2]] += 1
        for s in b:
            got[s[2]] += 1
        for s in a & b:
            hit[s[2]] += 1
    took = time.perf_counter() - start
    f = {k: round(2 * hit[k] / max(1, want[k] + got[k]), 3) for k in ("PER", "LOC", "ORG", "MISC")}
    three = [k for k in f if k != "MISC"]
    micro = 2 * sum(hit[k] for k in three) / max(1, sum(want[k] + got[k] for k in three))
    print(language, f, "PER/LOC/ORG", round(micro, 3), f"{n / took:,.0f} words/s", flush=True)


def main() -> None:
    """Train all, or measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models"))
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--languages", nargs="*", default=list(LANGUAGES))
    args = parser.parse_args()
    for language in args.languages:
        own = args.data / "annotated"
        other = annotated(own / f"pud.{language}.jsonl", language) + annotated(own / f"sib.{language}.jsonl", language)
        news = annotated(own / f"news.{language}.jsonl", language, "train" if args.measure else "all")
        extra = []
        if language == "ar":
            extra = conll(args.data / "ner" / "ar.newsfane.train.conll") + conll(
                args.data / "ner" / "ar.aqmar.train.conll"
            )
        if language == "en":
            extra = conll(args.data / "ner" / "en.wikigold.train.conll")
        out = args.out / f"names.{language}.crf" if not args.measure else Path(f"/tmp/names.{language}.crf")
        start = time.perf_counter()
        train(other + news, language, out, extra)
        print(
            language,
            len(other) + len(news),
            "+",
            len(extra),
            "sentences",
            out.stat().st_size,
            "bytes",
            round(time.perf_counter() - start),
            "s",
            flush=True,
        )
        if args.measure:
            measure(out, language, annotated(own / f"news.{language}.jsonl", language, "test"))


if __name__ == "__main__":
    main()
