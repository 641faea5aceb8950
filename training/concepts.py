"""Make ``models/concepts.bin``: words of four languages → shared concepts, from wordnets and aligned sentences.

Usage: ``python training/concepts.py ../shared/data [--out src/isnad/models/concepts.bin]``

A concept is a synset that at least two of the languages have words for. Each stem keeps its concepts that most
languages share; how far each may be trusted is counted in sentences that are translations of each other (how often the
translations, too, have a word of that concept). Words that wordnets lack learn their concepts from the same sentences.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import msgspec

from isnad.link.concepts import stems_of
from isnad.model import LANGUAGES
from isnad.models.stems import CONCEPTS, Blob, Packed, forms
from isnad.models.words import pack as pack_words
from isnad.text import fold_key

CODES = {"arb": "ar", "fra": "fr", "spa": "es", "eng": "en", "mcr": "es"}
PER_STEM = 5
SILENT, SILENT_CASELESS = 3, 6
"""Sentences from which a word without concepts is taken to say nothing."""
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
PARALLEL = ("tico19", "xquad", "sib200", "ud-pud")
"""Aligned sentences learned from; the aligned news documents are left for measuring."""

Lexicon = dict[str, dict[str, Counter[str]]]


def read_wordnets(folder: Path) -> Lexicon:
    """Return language → stem → synset counts; only lemmas of one word and parts of none."""
    found: Lexicon = {language: defaultdict(Counter) for language in LANGUAGES}
    for path in sorted(folder.glob("*/*.tab")):
        code = next((c for c in CODES if f"-{c}" in path.name or path.parent.name == c), None)
        if code is None:
            continue
        language = CODES[code]
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) < 3 or line.startswith("#") or not fields[1].endswith(("lemma", "brokenplural")):
                continue
            stems = stems_of(fields[2].replace("_", " "), language)
            if len(stems) == 1:
                found[language][stems[0]][fields[0]] += 1
    return found


def shared(lexicon: Lexicon) -> tuple[dict[str, int], dict[str, int]]:
    """Return the concepts worth keeping with their numbers, and how many languages have each."""
    languages: dict[str, set[str]] = defaultdict(set)
    words: Counter[str] = Counter()
    for language, stems in lexicon.items():
        for synsets in stems.values():
            for synset in synsets:
                languages[synset].add(language)
                words[synset] += 1
    kept = [s for s, known in languages.items() if len(known) >= 2]
    kept.sort(key=lambda s: (-len(languages[s]), -words[s], s))
    numbers = {s: n for n, s in enumerate(kept[: CONCEPTS - 1])}
    return numbers, {s: len(languages[s]) for s in numbers}


def read_parallel(
    folder: Path, lexicon: Mapping[str, Mapping[str, object]]
) -> tuple[list[dict[str, list[str]]], dict[str, Counter[str]]]:
    """Return aligned sentences as language → stems, each word in the form the lexicon has; and how often each is no name."""
    rows, plain = [], {k: Counter[str]() for k in LANGUAGES}
    for name in PARALLEL:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            made = {}
            for k in LANGUAGES:
                if isinstance(row.get(k), str):
                    found = [(known_form(fold_key(w), k, lexicon[k]), w) for w in WORD.findall(row[k]) if len(w) > 1]
                    made[k] = [s for s, _ in found]
                    # A capital at the head of a sentence says nothing; elsewhere it says that the word is a name.
                    plain[k].update({s for s, w in found[1:] if not w[0].isupper()})
            rows.append(made)
    return rows, plain


def known_form(word: str, language: str, known: Mapping[str, object]) -> str:
    """Return the first form of a word that the lexicon has, else its stem; numbers as they are."""
    if word[:1].isdigit() or not word:
        return word
    return next((f for f in forms(word, language) if f in known), forms(word, language)[0])


def silence(
    edges: dict[str, dict[str, dict[int, float]]], rows: list[dict[str, list[str]]], plain: dict[str, Counter[str]]
) -> int:
    """Enter the words that stand in many sentences, are no names, and bear no concept: they are known to say nothing."""
    entered = 0
    for k in LANGUAGES:
        for s, n in plain[k].items():
            # Arabic shows no names by capitals: more sentences must have the word.
            if n >= (SILENT_CASELESS if k == "ar" else SILENT) and not edges[k].get(s) and not s[:1].isdigit():
                edges[k][s] = {}
                entered += 1
    return entered


def trust(edges: dict[str, dict[str, dict[int, float]]], rows: list[dict[str, list[str]]]) -> list[Counter[int]]:
    """Set each edge to the share of a stem's sentences whose translations have the concept too; return counts."""
    seen: dict[str, Counter[str]] = {k: Counter() for k in LANGUAGES}
    hit: dict[str, Counter[tuple[str, int]]] = {k: Counter() for k in LANGUAGES}
    documents = []
    for row in rows:
        concepts = {k: {c for s in set(stems) for c in edges[k].get(s, ())} for k, stems in row.items()}
        documents.append(Counter(c for own in concepts.values() for c in own))
        for k, stems in row.items():
            others = [concepts[o] for o in row if o != k]
            for s in set(stems):
                seen[k][s] += 1
                for c in edges[k].get(s, ()):
                    hit[k][s, c] += sum(c in o for o in others) / len(others)
    for k in LANGUAGES:
        for s, own in edges[k].items():
            for c, prior in own.items():
                own[c] = (hit[k][s, c] + 2 * prior) / (seen[k][s] + 2)
    return documents


def learn_missing(edges: dict[str, dict[str, dict[int, float]]], rows: list[dict[str, list[str]]]) -> int:
    """Give stems of the sentences concepts of their translations, where the two go together (Dice ≥ 0.35)."""
    together: dict[str, Counter[tuple[str, int]]] = {k: Counter() for k in LANGUAGES}
    stems_in: dict[str, Counter[str]] = {k: Counter() for k in LANGUAGES}
    concept_in: dict[str, Counter[int]] = {k: Counter() for k in LANGUAGES}
    for row in rows:
        concepts = {k: {c for s in set(v) for c in edges[k].get(s, ()) if edges[k][s][c] > 0.2} for k, v in row.items()}
        for k, stems in row.items():
            votes = Counter(c for o in row if o != k for c in concepts[o])
            strong = [c for c, n in votes.items() if n >= min(2, len(row) - 1)]
            stems_in[k].update(set(stems))
            concept_in[k].update(strong)
            together[k].update((s, c) for s in set(stems) for c in strong)
    added = 0
    for k in LANGUAGES:
        for (s, c), n in together[k].items():
            dice = 2 * n / (stems_in[k][s] + concept_in[k][c])
            if n >= 3 and dice >= 0.35 and c not in edges[k].get(s, {}):
                edges[k].setdefault(s, {})[c] = min(0.9, dice)
                added += 1
    return added


def pack(edges: dict[str, dict[str, dict[int, float]]], idf: list[float]) -> bytes:
    """Return the weights as one compressed blob."""
    out: dict[str, Packed] = {}
    for k in LANGUAGES:
        stems = sorted(edges[k])
        ids, weights, counts = array("H"), bytearray(), bytearray()
        for s in stems:
            best = sorted(edges[k][s].items(), key=lambda e: (-e[1], e[0]))[:PER_STEM]
            counts.append(len(best))
            ids.extend(c for c, _ in best)
            weights.extend(max(1, round(w * 15)) for _, w in best)
        out[k] = Packed(pack_words({s: n for n, s in enumerate(stems)}), bytes(counts), ids.tobytes(), bytes(weights))
    return lzma.compress(
        msgspec.msgpack.encode(Blob(bytes(min(255, round(v * 20)) for v in idf), **out)), preset=9 | lzma.PRESET_EXTREME
    )


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/concepts.bin"))
    args = parser.parse_args()
    lexicon = read_wordnets(args.data / "wordnets")
    numbers, spread = shared(lexicon)
    edges: dict[str, dict[str, dict[int, float]]] = {k: {} for k in LANGUAGES}
    for k, stems in lexicon.items():
        for s, synsets in stems.items():
            known = sorted((x for x in synsets if x in numbers), key=lambda x: (-spread[x], -synsets[x], numbers[x]))
            best = known[: PER_STEM + 3]
            if best:
                edges[k][s] = {numbers[x]: 0.9 / len(best) ** 0.7 for x in best}
    rows, plain = read_parallel(args.data / "crosslingual", edges)
    trust(edges, rows)
    print("learned from sentences:", learn_missing(edges, rows), "silent:", silence(edges, rows, plain))
    documents = trust(edges, rows)
    counts: Counter[int] = Counter()
    for own in documents:
        counts.update(own.keys())
    idf = [math.log((len(rows) + 1) / (counts[c] + 1)) for c in range(CONCEPTS)]
    blob = pack(edges, idf)
    args.out.write_bytes(blob)
    print({k: len(v) for k, v in edges.items()}, len(numbers), "concepts", len(blob), "bytes")


if __name__ == "__main__":
    main()
