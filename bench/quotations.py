"""Quotations: words, kind and speaker on annotated news, chains on our own gold, English attributions, speed.

Beside every figure stands a simple baseline: the words between marks, whole utterances if their sentence is nothing
else, said by the nearest name; for indirect speech all that follows
the conjunction behind a word of saying.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import ROOT, SHARED, Missing, Row
from bench.lives import lives
from isnad.annotate import annotate
from isnad.annotate.credits import find_credits
from isnad.annotate.quotations import find_quotations
from isnad.annotate.quotations.cues import find_cues
from isnad.annotate.quotations.lexicon import speech
from isnad.annotate.quotations.marks import find_marked
from isnad.annotate.quotations.words import Words
from isnad.model import LANGUAGES, Article, Part, QuotationMention, Reading, Span, SpeakerMention

CHAINS = ROOT / "bench" / "gold" / "chains"
FLOORS: dict[str, dict[str, float]] = {
    "ar": {"marked": 0.765, "run": 0.797, "indirect": 0.772, "kind": 0.957, "speaker": 0.877, "chain": 0.94},
    "en": {"marked": 0.918, "run": 0.933, "indirect": 0.748, "kind": 0.975, "speaker": 0.93, "chain": 0.98},
    "es": {"marked": 0.909, "run": 0.923, "indirect": 0.752, "kind": 0.976, "speaker": 0.912, "chain": 0.94},
    "fr": {"marked": 0.884, "run": 0.91, "indirect": 0.804, "kind": 0.97, "speaker": 0.941, "chain": 0.94},
}
"""What a change may not lower, a little under what was measured."""
FALSE = {"ar": 1.7, "en": 0.9, "es": 1.0, "fr": 1.0}
"""False direct and mixed quotations in 10,000 words of lines that hold none, as ceilings."""


def article(text: str, language: str, ident: str = "a", publisher: str | None = None, title: int = 0) -> Article:
    """Return a text as an article; its first ``title`` characters are the title."""
    parts = (Part("title", 0, title), Part("body", title + 1, len(text))) if title else (Part("body", 0, len(text)),)
    return Article(
        ident,
        ident,
        "0",
        "text/plain",
        language,
        text[:title] or None,
        publisher,
        None,
        None,
        None,
        None,
        (),
        text,
        parts,
    )


Gold = dict[str, object]
Spans = list[tuple[int, int]]


def annotated(language: str) -> Iterator[tuple[Article, list[dict[str, object]]]]:
    """Yield the annotated articles of a language with their quotations, offsets into the article's text."""
    path = SHARED / "data" / "annotated" / f"news.{language}.jsonl"
    if not path.is_file():
        raise Missing(f"no {path.name}: annotated news lies beside the project, in shared/data/annotated")
    for line in path.read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        starts, text = [], ""
        for n, words in enumerate(doc["lines"]):
            text += "\n" if n else ""
            starts.append(len(text))
            text += words
        gold = [
            {
                "kind": q["kind"],
                **{
                    k: [(starts[s["line"]] + s["start"], starts[s["line"]] + s["end"]) for s in q[k]]
                    for k in ("words", "speaker")
                },
            }
            for q in doc["quotations"]
        ]
        yield article(text, language, doc["doc"], title=len(doc["lines"][0])), gold


def letters(text: str, spans: Sequence[tuple[int, int]] | Sequence[Span]) -> set[int]:
    """Return the offsets of the letters and digits of some spans."""
    pairs = [(s.start, s.end) if isinstance(s, Span) else s for s in spans]
    return {i for a, b in pairs for i in range(a, b) if text[i].isalnum()}


def overlap(a: set[int], b: set[int]) -> float:
    """Return the share of letters in common."""
    return len(a & b) / max(1, len(a | b))


class Count:
    """Right, wanted and given, as precision, recall and F1."""

    def __init__(self) -> None:
        self.right = self.wanted = self.given = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.wanted + self.given)


def baseline(reading: Reading) -> tuple[QuotationMention, ...]:
    """Return every marked stretch of four words or more, said by the nearest name before or behind it."""
    text = reading.article.text
    people = [(i, m) for i, m in enumerate(reading.mentions) if m.kind == "person" and m.form == "name"]
    found = []
    for m in find_marked(text, 0, len(text)):
        if len(text[m.inner.start : m.inner.end].split()) < 4:
            continue
        near = min(
            people, key=lambda p: min(abs(p[1].start - m.outer.end), abs(m.outer.start - p[1].end)), default=None
        )
        speaker = SpeakerMention(near[1].text, near[1].start, near[1].end, near[0]) if near else None
        kind = "direct" if text[m.inner.start].isupper() or not text[m.inner.start].islower() else "mixed"
        found.append(QuotationMention(kind, (m.inner,), m.outer, None, speaker))
    return tuple(found)


def reported_plainly(reading: Reading) -> tuple[QuotationMention, ...]:
    """Return the baseline of indirect speech: what stands between a conjunction behind a word of saying and the sentence's end."""
    found = []
    lexicon = speech(reading.article.language)
    for s in reading.sentences if lexicon is not None else ():
        words = Words(reading.article.text, s.start, s.end)
        cue = next((c for c in find_cues(words, lexicon) if c.form in ("finite", "participle")), None)
        that = range(cue.last + 1, len(words.keys)) if cue is not None else ()
        at = next((i for i in that if lexicon.conjunctions.match(words.keys, i)), None)
        if at is not None and at + 1 < len(words.tokens):
            told = Span(words.tokens[at + 1].start, words.tokens[-1].end)
            found.append(QuotationMention("indirect", (told,), s, None, None))
    return tuple(found)


def compare(
    text: str,
    gold: Sequence[dict[str, object]],
    found: Sequence[QuotationMention],
    marked: Count,
    indirect: Count,
    right: dict[str, list[int]],
) -> None:
    """Add one article's pairs to the counts: spans first (0.8 of the letters; 0.5 for indirect), then kind and speaker."""
    want = [letters(text, g["words"]) for g in gold]  # type: ignore[arg-type]
    have = [letters(text, q.pieces) for q in found]
    scored = sorted(
        ((overlap(a, b), i, j) for i, a in enumerate(want) for j, b in enumerate(have) if a & b), reverse=True
    )
    pairs: dict[int, int] = {}
    for share, i, j in scored:
        need = 0.5 if gold[i]["kind"] == "indirect" else 0.8
        if share >= need and i not in pairs and j not in pairs.values():
            pairs[i] = j
    back = {j: i for i, j in pairs.items()}
    for i, g in enumerate(gold):
        count = indirect if g["kind"] == "indirect" else marked
        count.wanted += 1
        count.right += i in pairs
    for j, q in enumerate(found):
        kind = gold[back[j]]["kind"] if j in back else q.kind
        (indirect if kind == "indirect" else marked).given += 1
    for i, j in pairs.items():
        right["kind"][0] += gold[i]["kind"] == found[j].kind
        right["kind"][1] += 1
        said = letters(text, gold[i]["speaker"])  # type: ignore[arg-type]
        if said:
            who = found[j].speaker
            right["speaker"][0] += bool(who and said & letters(text, [(who.start, who.end)]))
            right["speaker"][1] += 1


def stretches(text: str, spans: Sequence[tuple[int, int]]) -> list[set[int]]:
    """Return the letters of each run of spans that only marks and white space part: an utterance's stretches between its cues."""
    runs: list[set[int]] = []
    last = -1
    for start, end in sorted(spans):
        near = last >= 0 and not any(c.isalnum() for c in text[last:start])
        if near:
            runs[-1] |= letters(text, [(start, end)])
        else:
            runs.append(letters(text, [(start, end)]))
        last = end
    return runs


def by_stretch(text: str, gold: Sequence[dict[str, object]], found: Sequence[QuotationMention], count: Count) -> None:
    """Count the stretches of direct and mixed words, whatever utterance they are counted to: the second figure of the docs."""
    told = [s for g in gold if g["kind"] != "indirect" for s in g["words"]]  # type: ignore[attr-defined]
    said = [(p.start, p.end) for q in found if q.kind != "indirect" for p in q.pieces]
    want, have = stretches(text, told), stretches(text, said)
    count.wanted += len(want)
    count.given += len(have)
    count.right += sum(any(overlap(w, h) >= 0.8 for h in have) for w in want)


def news() -> Iterator[Row]:
    """Yield the figures on annotated news, per language, the baseline's beside ours."""
    for language in LANGUAGES:
        ours, theirs = (Count(), Count()), (Count(), Count())
        right: dict[str, list[int]] = {"kind": [0, 0], "speaker": [0, 0]}
        plain: dict[str, list[int]] = {"kind": [0, 0], "speaker": [0, 0]}
        false, words, plain_false, told, runs = 0, 0, 0, Count(), Count()
        for a, gold in annotated(language):
            r = annotate(a)
            wrong, seen = alarms(a.text, gold, r.quotations)
            false, words = false + wrong, words + seen
            compare(a.text, gold, r.quotations, *ours, right)
            by_stretch(a.text, gold, r.quotations, runs)
            marked = baseline(r)
            plain_false += alarms(a.text, gold, marked)[0]
            compare(a.text, gold, marked, *theirs, plain)
            compare(a.text, gold, reported_plainly(r), Count(), told, {"kind": [0, 0], "speaker": [0, 0]})
        floor = FLOORS.get(language, {})
        yield Row(f"{language}: direct and mixed, F1", round(ours[0].f1, 3), floor=floor.get("marked"))
        note = "each stretch between words of saying for itself"
        yield Row(f"{language}: direct and mixed by stretch, F1", round(runs.f1, 3), floor=floor.get("run"), note=note)
        yield Row(f"{language}: direct and mixed, F1 (baseline)", round(theirs[0].f1, 3), peer=True)
        yield Row(f"{language}: indirect, F1", round(ours[1].f1, 3), floor=floor.get("indirect"))
        yield Row(f"{language}: indirect, F1 (baseline)", round(told.f1, 3), peer=True)
        rate = round(false * 10_000 / max(1, words), 2)
        yield Row(
            f"{language}: false, in 10,000 words without any", rate, ceiling=FALSE[language], note=f"{words:,} words"
        )
        rate = round(plain_false * 10_000 / max(1, words), 2)
        yield Row(f"{language}: false, in 10,000 words without any (baseline)", rate, peer=True)
        for key in ("kind", "speaker"):
            yield Row(f"{language}: {key}", round(right[key][0] / max(1, right[key][1]), 3), floor=floor.get(key))
            yield Row(f"{language}: {key} (baseline)", round(plain[key][0] / max(1, plain[key][1]), 3), peer=True)


def alarms(text: str, gold: Sequence[dict[str, object]], found: Sequence[QuotationMention]) -> tuple[int, int]:
    """Return the direct and mixed quotations found in lines that hold none, and the words of those lines."""
    spoken = set().union(*(letters(text, g["words"]) for g in gold))  # type: ignore[arg-type]
    false = words = at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if not spoken.intersection(range(at, end)):
            words += len(line.split())
            false += sum(q.kind != "indirect" and at <= q.pieces[0].start < end for q in found)
        at = end + 1
    return false, words


def chains() -> Iterator[Row]:
    """Yield how many chains of our own gold have exactly the right roles, per language."""
    for language in LANGUAGES:
        path = CHAINS / f"{language}.jsonl"
        right = found = total = plain = 0
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            r = annotate(article(case["text"], language, publisher="The Page"))
            for want in case["quotations"]:
                total += 1
                plain += want["chain"] == ["speaker", "publisher"]
                at = case["text"].index(want["words"])
                target = letters(case["text"], [(at, at + len(want["words"]))])
                q = max(r.quotations, key=lambda q: overlap(target, letters(case["text"], q.pieces)), default=None)
                if q is None or overlap(target, letters(case["text"], q.pieces)) < 0.6:
                    continue
                found += 1
                right += [x.role for x in q.chain] + ["publisher"] == want["chain"]
        floor = FLOORS.get(language, {})
        yield Row(
            f"{language}: chains right",
            round(right / total, 3),
            floor=floor.get("chain"),
            note=f"of {total}, {found} found",
        )
        yield Row(
            f"{language}: chains right (baseline)",
            round(plain / total, 3),
            peer=True,
            note="speaker ← publisher always",
        )


def attributions(path: Path) -> Iterator[Row]:
    """Yield recall and precision of contents on English attributions, exact and in part (half of the letters)."""
    wanted = 0
    counts = {"": [0, 0, 0], " (baseline)": [0, 0, 0]}
    for line in path.read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        r = annotate(article(doc["text"], "en", doc["doc"]))
        want = [letters(doc["text"], a["content"]) for a in doc["attributions"] if a["content"]]
        wanted += len(want)
        for who, quotations in (("", r.quotations), (" (baseline)", baseline(r))):
            for q in quotations:
                have = letters(doc["text"], q.pieces)
                best = max((overlap(w, have) for w in want if w & have), default=0.0)
                counts[who] = [n + x for n, x in zip(counts[who], (1, best >= 0.5, best >= 0.95), strict=True)]
    for who, (given, part, exact) in counts.items():
        for name, right in (("partial", part), ("exact", exact)):
            note = "attitudes and desires are attributions there too"
            yield Row(f"en attributions: {name}, precision{who}", round(right / max(1, given), 3), peer=bool(who))
            yield Row(
                f"en attributions: {name}, recall{who}", round(right / max(1, wanted), 3), peer=bool(who), note=note
            )


def speed() -> Iterator[Row]:
    """Yield how many annotated articles a second one core reads for quotations and credits alone, names given."""
    readings = [annotate(a) for a, _ in annotated("fr")]
    bare = [Reading(r.article, r.sentences, r.times, r.figures, r.mentions) for r in readings]
    start = time.process_time()
    for r in bare:
        find_quotations(find_credits(r))
    yield Row(
        "articles a second, quotations and credits",
        round(len(bare) / (time.process_time() - start)),
        "a/s",
        floor=FLOORS.get("", {}).get("speed"),
    )
    start = time.process_time()
    for r in bare:
        baseline(r)
    yield Row(
        "articles a second (baseline)", round(len(bare) / max(1e-3, time.process_time() - start)), "a/s", peer=True
    )


def run() -> list[Row]:
    """Measure; what needs the shared data is left out where it is absent."""
    rows = list(chains())
    rows += news()
    path = SHARED / "data" / "quotes" / "polnear.sample200.measure-only.jsonl"
    if path.is_file():
        rows += attributions(path)
    return [*rows, *lives(), *speed()]
