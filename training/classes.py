"""Make ``models/classes.bin``: classes of words the taggers of names are told, learned from text no one annotated.

Usage: ``python training/classes.py ../shared/data`` (needs the packages ``spacy-lookups-data`` and ``wordfreq`` installed)

Four sorts: Brown clusters of English and Spanish words as printed (spaCy's lookup tables, MIT), how frequent a folded word is in
each language (wordfreq, CC BY-SA 4.0), and what sort of name a folded word mostly stands in, counted over the names (not the
sentences) of WikiANN's training halves; and, for Arabic, which has no capitals, how much likelier its letters are in names than in
words of the language (trigrams; names of ``names/tokens.tsv``, words of wordfreq and of the gazetteer's wordnets).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.util
import json
import lzma
import math
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from isnad.annotate.names.classes import BANDS, Blob, trigrams
from isnad.model import LANGUAGES
from isnad.models.words import pack
from isnad.text import fold_key, script_of

CLUSTERED = ("en", "es")
MOST_CLUSTERED = 60_000
"""Words of a language that keep their cluster, the likeliest first."""
SORTS = ("PER", "LOC", "ORG")


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install {package} first")
    return Path(spec.origin).parent


def clusters(language: str) -> dict[str, int]:
    """Return the Brown cluster (its low 16 bits) of the likeliest words of a language, as printed."""
    folder = _folder("spacy_lookups_data") / "data"
    with gzip.open(folder / f"{language}_lexeme_cluster.json.gz") as packed:
        found = json.load(packed)
    with gzip.open(folder / f"{language}_lexeme_prob.json.gz") as packed:
        likely = json.load(packed)
    words = [w for w in found if w.isalpha() and len(w) > 1 and found[w] and w in likely]
    words.sort(key=lambda w: (-likely[w], w))
    return {w: found[w] & 0xFFFF for w in words[:MOST_CLUSTERED]}


def frequent(language: str) -> dict[str, int]:
    """Return the folded words and their bands of frequency, 0 the most frequent; a word stands in its first."""
    import wordfreq

    found: dict[str, int] = {}
    for rank, word in enumerate(wordfreq.top_n_list(language, BANDS[-1], wordlist="large")):
        key = fold_key(word)
        if key.isalpha() and key not in found:
            found[key] = next(n for n, last in enumerate(BANDS) if rank < last)
    return found


def names(data: Path) -> dict[str, Counter[str]]:
    """Return how often each folded word stands in the distinct names of each sort, over three languages."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for language in ("fr", "es", "en"):
        path = data / "ner" / f"{language}.wikiann.train.measure-only.conll"
        held: list[str] = []
        sort = ""
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            token, _, label = line.partition("\t")
            if not label.startswith("I-") and held:
                found[sort].add(tuple(held))
                held = []
            if label[:2] in ("B-", "I-"):
                sort = label[2:]
                held.append(fold_key(token))
    return {s: Counter(w for name in found[s] for w in set(name) if w.isalpha() and len(w) > 2) for s in SORTS}


def sorts(counted: dict[str, Counter[str]]) -> dict[str, list[str]]:
    """Return the words of names by class: the sort most of their names are of, how plainly, and how many there are."""
    rows: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set().union(*counted.values())):
        shares = {s: counted[s][word] for s in SORTS}
        total = sum(shares.values())
        best = max(SORTS, key=lambda s: shares[s])
        if total < 2 and len(word) < 4:
            continue
        plain = "+" if shares[best] >= 0.8 * total else "~"
        many = "1" if total < 2 else "2" if total < 5 else "5" if total < 20 else "20"
        rows[f"{best[0]}{plain}{many}"].append(word)
    return dict(rows)


def letters(data: Path) -> dict[str, float]:
    """Return the log odds of letter trigrams of Arabic names against words of the language, bounds marked ^ and $."""
    import wordfreq

    from isnad.annotate.names.lexicon import gazetteer

    with (data / "names" / "tokens.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        named = {fold_key(r["arabic"]) for r in rows}
    named = {w for w in named if w.isalpha() and len(w) >= 3}
    common = {fold_key(w) for w in wordfreq.top_n_list("ar", 40_000, wordlist="large")} | set(gazetteer().plain["ar"])
    common = {w for w in common if w.isalpha() and len(w) >= 3 and script_of(w) == "Arabic"} - named
    counts = []
    for words in (named, common):
        seen: Counter[str] = Counter()
        for word in words:
            seen.update(trigrams(word))
        counts.append(seen)
    names_, words_ = counts
    size = len(names_ | words_)
    total_n, total_w = names_.total(), words_.total()
    odds = {
        t: math.log((names_[t] + 0.5) / (total_n + 0.5 * size)) - math.log((words_[t] + 0.5) / (total_w + 0.5 * size))
        for t in sorted(names_ | words_)
        if names_[t] + words_[t] >= 4
    }
    return {t: round(v, 1) for t, v in odds.items() if abs(v) >= 0.1}


def main() -> None:
    """Gather and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/classes.bin"))
    args = parser.parse_args()
    clustered = {k: clusters(k) for k in CLUSTERED}
    by_sort = sorts(names(args.data))
    classes = sorted(by_sort)
    blob = Blob(
        {k: pack(v) for k, v in clustered.items()},
        {k: pack(frequent(k)) for k in LANGUAGES},
        pack({w: n for n, sort in enumerate(classes) for w in by_sort[sort]}),
        classes,
        letters(args.data),
    )
    packed = lzma.compress(msgspec.msgpack.encode(blob), preset=9 | lzma.PRESET_EXTREME)
    args.out.write_bytes(packed)
    print(
        {k: len(set(v.values())) for k, v in clustered.items()},
        "clusters",
        {k: len(v) for k, v in by_sort.items()},
        len(packed),
        "bytes",
    )


if __name__ == "__main__":
    main()
