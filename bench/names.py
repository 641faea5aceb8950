"""Names found: exact spans on held-out news through the whole stage, on public sets by the tagger alone, beside peers.

The shipped taggers never saw half of the project's annotated news (``training.names.KEPT``) and are measured on it as they are
shipped; features and settings were chosen by some of the same articles. The public sets are never trained on (``*.dev.*``,
WikiANN's sentences, CoNLL-2002).
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
import regex
from training import names as training

from bench import SHARED, Missing, Row
from isnad.annotate.names import Tag, find_names
from isnad.annotate.names.features import shape
from isnad.annotate.names.tagger import Tagged, tag
from isnad.annotate.names.words import Word
from isnad.annotate.sentences import split_sentences
from isnad.model import Article, Part, Reading

Spans = set[tuple[int, int, str]]
TYPES = ("PER", "LOC", "ORG")
SHORT = {"person": "PER", "place": "LOC", "organization": "ORG", "misc": "MISC"}
FLOORS = {
    "ar news": 0.843, "ar PER": 0.865, "fr news": 0.872, "fr PER": 0.928, "es news": 0.868, "es PER": 0.924, "en news": 0.855, "en PER": 0.915,
    "ar newsfane": 0.74, "ar aqmar": 0.6, "fr wikiann": 0.43, "es conll2002": 0.66, "es wikiann": 0.455, "en wikiann": 0.46, "speed": 4000,
}  # fmt: skip
"""A little under what was measured; speed far under, for slower machines."""
SETS = {
    "ar": ("ar.newsfane.dev.conll", "ar.aqmar.dev.conll"),
    "fr": ("fr.wikiann.dev.measure-only.conll",),
    "es": ("es.conll2002.train.measure-only.conll", "es.wikiann.dev.measure-only.conll"),
    "en": ("en.wikiann.dev.measure-only.conll",),
}
MOST = 1500
"""Sentences of a public set that are measured."""


class Count:
    """Exact spans right, wanted and found, by type."""

    def __init__(self) -> None:
        self.hit: Counter[str] = Counter()
        self.want: Counter[str] = Counter()
        self.got: Counter[str] = Counter()

    def add(self, gold: Spans, found: Spans) -> None:
        """Count one sentence or article."""
        self.want.update(s[2] for s in gold)
        self.got.update(s[2] for s in found)
        self.hit.update(s[2] for s in gold & found)

    def and_(self, other: Count) -> None:
        """Add another count to this one."""
        self.hit += other.hit
        self.want += other.want
        self.got += other.got

    def f1(self, kinds: Iterable[str] = TYPES) -> float:
        """F1 over some types together."""
        kinds = tuple(kinds)
        return 2 * sum(self.hit[k] for k in kinds) / max(1, sum(self.want[k] + self.got[k] for k in kinds))

    def precision(self, kind: str) -> float:
        """Share of the found spans of a type that are right."""
        return self.hit[kind] / max(1, self.got[kind])


def article_of(doc: dict[str, Any], language: str) -> tuple[Article, Spans]:
    """Return an annotated article as isnad would read it, and the gold spans in its text."""
    starts, at = [], 0
    for line in doc["lines"]:
        starts.append(at)
        at += len(line) + 1
    text = "\n".join(doc["lines"])
    parts = tuple(
        Part("title" if n == 0 else "body", s, s + len(line))
        for n, (s, line) in enumerate(zip(starts, doc["lines"], strict=True))
    )
    made = Article(
        id="a", source="s", sha256="0", media_type="text/plain", language=language, title=doc["lines"][0], publisher=None,
        via=None, byline=None, published=None, url=None, tags=(), text=text, parts=parts,
    )  # fmt: skip
    gold = {(starts[n["line"]] + n["start"], starts[n["line"]] + n["end"], n["type"]) for n in doc["names"]}
    return made, {g for g in gold if g[2] in TYPES}


def held_out(language: str) -> list[dict[str, Any]]:
    """Return the annotated news articles of a language that no shipped tagger saw."""
    lines = (SHARED / "data/annotated" / f"news.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for n, line in enumerate(lines) if n % 4 in training.KEPT]


def whole_stage(docs: Sequence[dict[str, Any]], language: str, tag: Tag) -> Count:
    """Count what the whole stage finds in articles, given the tagger."""
    count = Count()
    for doc in docs:
        article, gold = article_of(doc, language)
        reading = find_names(split_sentences(Reading(article)), tag)
        found = {(m.start, m.end, SHORT[m.kind]) for m in reading.mentions if m.form != "role"}
        count.add(gold, {f for f in found if f[2] in TYPES})
    return count


def by_words(docs: Sequence[dict[str, Any]], language: str, tag: Tag) -> Count:
    """Count what a tagger finds in the same articles, sentence by sentence, with no context and no rules."""
    count = Count()
    for doc in docs:
        article, gold = article_of(doc, language)
        found: Spans = set()
        for s in split_sentences(Reading(article)).sentences:
            words = training.words_of(article.text, s.start, s.end, language)
            found |= {(words[t.first].start, words[t.last - 1].end, t.kind) for t in tag(words, language)}
        count.add(gold, {f for f in found if f[2] in TYPES})
    return count


def capitals(words: Sequence[Word], language: str) -> list[Tagged]:
    """A peer: two and more capitalised words in a row are a person, one inside a sentence is a place."""
    found, i = [], 0
    while i < len(words):
        n = 0
        while i + n < len(words) and words[i + n].kind == "word" and words[i + n].text[:1].isupper():
            n += 1
        if n >= 2 or (n == 1 and i):
            found.append(Tagged(i, i + n, "PER" if n >= 2 else "LOC", 1.0))
        i += max(1, n)
    return found


def _plain(words: Sequence[Word], language: str) -> list[list[str]]:
    """Words and shapes alone, with neighbours: what a plain tagger is told."""
    own = [[f"w={w.key}", f"s={shape(w.text)}", f"e={w.key[-3:]}", f"p={w.key[:3]}"] for w in words]
    rows = []
    for i in range(len(words)):
        row = list(own[i])
        for step in (-1, 1):
            row += [f"{step}{f}" for f in own[i + step]] if 0 <= i + step < len(words) else [f"{step}edge"]
        rows.append(row)
    return rows


def plain_crf(language: str, folder: Path) -> Tag:
    """A peer: a conditional random field with words and shapes, trained on the same articles."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": 60})
    for words, tags in training.gathered(SHARED / "data", language)[0]:
        trainer.append(_plain(words, language), tags)
    out = folder / f"plain.{language}.crf"
    trainer.train(str(out))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(out))

    def tag(words: Sequence[Word], language: str) -> list[Tagged]:
        tags = tagger.tag(_plain(words, language)) if words else []
        return [Tagged(a, b, kind, 1.0) for a, b, kind in sorted(training.spans(tags))]

    return tag


def public(path: Path, language: str, tag: Tag) -> Count:
    """Count what a tagger finds in the first sentences of a public set."""
    count = Count()
    for words, tags in training.conll(path)[:MOST]:
        gold = {s for s in training.spans(tags) if s[2] in TYPES}
        count.add(gold, {(t.first, t.last, t.kind) for t in tag(words, language) if t.kind in TYPES})
    return count


def _news(language: str, folder: Path) -> list[Row]:
    docs = held_out(language)
    alone = by_words(docs, language, tag)
    whole_stage(docs[:3], language, tag)
    start = time.process_time()
    stage = whole_stage(docs, language, tag)
    took = time.process_time() - start
    size = sum(len(regex.findall(r"\p{L}+", " ".join(d["lines"]))) for d in docs)
    plain = by_words(docs, language, plain_crf(language, folder))
    capital = by_words(docs, language, capitals)
    rows = [Row(f"{language} news, whole stage", stage.f1(), "F1", FLOORS.get(f"{language} news"))]
    for kind in TYPES:
        note = f"precision {stage.precision(kind):.3f}, {stage.want[kind]} spans"
        floor = FLOORS.get(f"{language} {kind}")
        rows.append(Row(f"{language} news, whole stage, {kind}", stage.f1([kind]), "F1", floor, note=note))
    rows.append(Row(f"{language} news, tagger alone", alone.f1(), "F1"))
    rows.append(Row(f"{language} plain CRF", plain.f1(), "F1", peer=True))
    rows.append(Row(f"{language} capitals", capital.f1(), "F1", peer=True))
    rows.append(Row(f"{language} words a second", size / took, "words/s", FLOORS.get("speed")))
    return rows


def run() -> list[Row]:
    """Measure all four languages."""
    if not (SHARED / "data/annotated").is_dir():
        raise Missing("../shared/data/annotated is not here")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for language in SETS:
            rows += _news(language, Path(folder))
            for name in SETS[language]:
                short = name.split(".")[1]
                path = SHARED / "data/ner" / name
                rows.append(
                    Row(
                        f"{language} {short}, tagger",
                        public(path, language, tag).f1(),
                        "F1",
                        FLOORS.get(f"{language} {short}"),
                    )
                )
                rows.append(
                    Row(f"{language} {short}, capitals", public(path, language, capitals).f1(), "F1", peer=True)
                )
    return rows
