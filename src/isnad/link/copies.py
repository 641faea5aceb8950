"""Which articles share their words: identical, near, excerpt and translation, with the passages side by side.

Words are compared as shingles of five folded words of the articles' own text; words inside quotation marks do not
count, since two reporters may quote one speech. Candidates meet under hashed sentences, under bands of a MinHash
signature (Broder 1997) and, across languages, under the rarest names and numbers they share.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cached_property

import regex

from isnad.link.concepts import Key, Vector, cosine, vector
from isnad.link.linker import pairs
from isnad.link.passages import Run, aligned_sentences, shared_runs
from isnad.model import Citation, Copy, Passage, Reading, Span
from isnad.text import fold

SHINGLE = 5
IDENTICAL = 0.97
NEAR = 0.55
"""Share of the smaller text found in the other from which the whole is a copy, given texts of like length."""
EXCERPT = 0.12
LEAST_WORDS = 14
"""Words of the shortest shared run that is more than a stock phrase."""
LEAST_TEXT = 25
"""Words an article must have to be compared at all."""
BANDS, ROWS = 16, 2
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


class Body:
    """An article's own running words, with the way back to its text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.id = reading.article.id
        self.language = reading.article.language
        own = [p for p in reading.article.own() if p.kind in ("lead", "body", "subheading")]
        quoted = [s for q in reading.quotations if q.kind != "indirect" for s in q.pieces]
        self.words: list[str] = []
        self.spans: list[Span] = []
        self.quoted: list[bool] = []
        self.part: list[int] = []
        for number, part in enumerate(own):
            folded = fold(reading.article.text[part.start : part.end])
            for m in _WORD.finditer(folded.text):
                span = folded.source(m.start(), m.end())
                here = Span(part.start + span.start, part.start + span.end)
                self.words.append(m.group())
                self.spans.append(here)
                self.quoted.append(any(here.within(q) for q in quoted))
                self.part.append(number)

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of runs of five words, none of them wholly quoted."""
        words, n = self.words, SHINGLE
        return frozenset(
            hash_words(words[i : i + n]) for i in range(len(words) - n + 1) if not all(self.quoted[i : i + n])
        )

    @cached_property
    def sentences(self) -> tuple[tuple[Span, str], ...]:
        """The sentences of the running text, as printed."""
        text = self.reading.article.text
        own = [p for p in self.reading.article.own() if p.kind in ("lead", "body", "subheading")]
        return tuple(
            (s, text[s.start : s.end])
            for s in self.reading.sentences
            if any(p.start <= s.start and s.end <= p.end for p in own)
        )

    @cached_property
    def concepts(self) -> dict[Key, float]:
        """The whole text in the space of four languages."""
        return vector(" ".join(w for _, w in self.sentences), self.language)

    @cached_property
    def sentence_vectors(self) -> tuple[Vector, ...]:
        """Each sentence in that space."""
        return tuple(vector(words, self.language) for _, words in self.sentences)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Numbers and the sounds of names: what survives translation untouched."""
        return frozenset(k for k in self.concepts if isinstance(k, str) and k[0] in "#~" and len(k) >= 3)


def hash_words(words: Sequence[str]) -> int:
    """Return a stable 64-bit hash of some words."""
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest(), "big")


class Sharing:
    """Proposes pairs of articles that may share words; :func:`compare` judges them."""

    name = "copy"

    def id(self, item: Body) -> str:
        """Return the article's id."""
        return item.id

    def keys(self, item: Body) -> Iterable[str]:
        """Return sentence hashes, signature bands and, for translations, pairs of the heaviest concepts."""
        if len(item.words) < LEAST_TEXT:
            return
        for _, sentence in item.sentences:
            words = _WORD.findall(fold(sentence).text)
            if len(words) >= 8:
                yield f"s{hash_words(words):x}"
        yield from _bands(item.shingles)
        best = sorted(((w, str(k)) for k, w in item.concepts.items()), reverse=True)[:12]
        yield from (f"c{k}" for _, k in best)

    def judge(self, a: Body, b: Body) -> None:
        """Leave the judging to :func:`compare`, which returns a whole copy instead of a verdict."""
        return


_MASKS = tuple(
    int.from_bytes(hashlib.blake2b(bytes([n]), digest_size=8).digest(), "big") | 1 for n in range(BANDS * ROWS)
)


def _bands(shingles: frozenset[int]) -> Iterable[str]:
    """Keys that near copies share: a few smallest hashes under each of several orders."""
    if not shingles:
        return
    lows = [min((s * mask) & 0xFFFFFFFFFFFFFFFF for s in shingles) for mask in _MASKS]
    for band in range(BANDS):
        yield f"m{band}:{lows[band * ROWS]:x}:{lows[band * ROWS + 1]:x}"


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Return every pair of articles that share words, the strongest first; versions of one address are no copies."""
    bodies = [Body(r) for r in readings]
    found = [copy for i, j in pairs(bodies, Sharing()) if (copy := compare(bodies[i], bodies[j])) is not None]
    return tuple(sorted(found, key=lambda c: (-c.overlap, c.id)))


def compare(a: Body, b: Body) -> Copy | None:
    """Compare two articles; ``None`` when they share no more than stock phrases."""
    if a.reading.article.url and a.reading.article.url == b.reading.article.url:
        return None
    if min(len(a.words), len(b.words)) < LEAST_TEXT:
        return None
    if a.language != b.language:
        return _translation(a, b)
    return _same_language(a, b)


def _same_language(a: Body, b: Body) -> Copy | None:
    common = len(a.shingles & b.shingles)
    if not common:
        return None
    small = max(1, min(len(a.shingles), len(b.shingles)))
    union = len(a.shingles | b.shingles)
    share, alike = common / small, common / union
    runs = shared_runs(a.words, b.words, SHINGLE, LEAST_WORDS)
    runs = [(i, j, n) for i, j, n in runs if not all(a.quoted[i : i + n])]
    if not runs:
        return None
    covered = sum(n for _, _, n in runs)
    reasons = [
        f"{len(runs)} shared passage{'s' if len(runs) > 1 else ''} of {covered} words",
    ]
    reasons.append(f"{share:.0%} of the shorter text stands in the other")
    if alike >= IDENTICAL:
        kind = "identical"
    elif share >= NEAR and alike >= 0.35:
        kind = "near"
    elif share >= EXCERPT or covered >= 40:
        kind = "excerpt"
    else:
        return None
    passages = tuple(Passage(_cite(a, i, n), _cite(b, j, n)) for run in runs for i, j, n in _within_parts(a, b, run))
    return _copy(kind, a, b, passages, share, reasons)


def _within_parts(a: Body, b: Body, run: Run) -> list[Run]:
    """A run cut where either text goes from one part to the next: what lies between is not the article's own."""
    i, j, n = run
    out, start = [], 0
    for k in range(1, n + 1):
        if k == n or a.part[i + k] != a.part[i + k - 1] or b.part[j + k] != b.part[j + k - 1]:
            if k - start >= SHINGLE:
                out.append((i + start, j + start, k - start))
            start = k
    return out or [(i, j, 1)]


def _translation(a: Body, b: Body) -> Copy | None:
    """A translation tells the same sentences in the same order, with the same names and numbers."""
    whole = cosine(a.concepts, b.concepts)
    if whole < 0.22:
        return None
    rows = aligned_sentences(a.sentence_vectors, b.sentence_vectors)
    small, large = sorted((len(a.sentences), len(b.sentences)))
    if not small or len(rows) < 2:
        return None
    share = len(rows) / small
    strength = sum(score for *_, score in rows) / len(rows)
    anchors = len(a.anchors & b.anchors)
    if share < 0.5 or strength < 0.42 or anchors < 2 or len(rows) / large < 0.3:
        return None
    if share * strength * min(1.0, whole / 0.4) < 0.27:
        return None
    passages = tuple(Passage(a.sentences[i][0].cite(a.id), b.sentences[j][0].cite(b.id)) for i, j, _ in rows)
    reasons = [
        f"{len(rows)} of {small} sentences say the same in the same order",
        f"{anchors} names and numbers in common",
    ]
    return _copy("translation", a, b, passages, share, reasons)


def _cite(body: Body, start: int, length: int) -> Citation:
    return Citation(body.id, body.spans[start].start, body.spans[start + length - 1].end)


def _copy(kind: str, a: Body, b: Body, passages: tuple[Passage, ...], overlap: float, reasons: Iterable[str]) -> Copy:
    first, second = sorted((a.id, b.id))
    if first != a.id:
        passages = tuple(Passage(p.b, p.a) for p in passages)
    key = hashlib.sha256(f"{first}|{second}".encode()).hexdigest()[:12]
    return Copy(
        id=f"c-{key}",
        kind=kind,  # type: ignore[arg-type]
        articles=(first, second),
        direction=None,
        passages=passages,
        overlap=round(min(1.0, overlap), 3),
        reasons=tuple(reasons),
    )
