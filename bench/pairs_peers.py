"""Other people's tools that say how alike two names are, for the bench of pairs; each is left out when it is not installed.

``rigour`` and ``nomenklatura`` need PyICU, which has no wheel and compiles for a minute: they are no part of ``--group bench``
(``uv pip install nomenklatura``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapidfuzz.distance import JaroWinkler

from isnad.text import fold_key

Score = Callable[[str, str], float]
_LETTERS = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y '"
_ROMAN = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويء", _LETTERS.split(), strict=True))


def romanise(arabic: str) -> str:
    """Return a plain letter-by-letter romanisation."""
    return "".join(_ROMAN.get(c, c) for c in fold_key(arabic))


def skeleton(word: str) -> str:
    """Return the consonants of a romanised word, the shaky ones made one."""
    table = str.maketrans("pvqgcxzy", "bfkkkksi", "aeiouwyhj' ")
    return "".join(dict.fromkeys(fold_key(word).translate(table)))


def peers() -> dict[str, Score]:
    """Return the peers that are installed, by name."""
    found: dict[str, Score] = {
        "rapidfuzz on a romanisation": lambda a, b: JaroWinkler.similarity(romanise(a), fold_key(b)),
        "consonant skeleton": lambda a, b: JaroWinkler.similarity(skeleton(romanise(a)), skeleton(b)),
    }
    return found | dict(_rigour()) | dict(_nomenklatura())


def _rigour() -> Iterator[tuple[str, Score]]:
    """rigour: the share of letters in parts that one of its name ids pairs; what is left is compared part by part."""
    try:
        from rigour.names import NameTypeTag, analyze_names, compare_parts, pair_symbols
    except ImportError:
        return

    def score(a: str, b: str) -> float:
        left, right = (list(analyze_names(NameTypeTag.PER, [x])) for x in (a, b))
        if not left or not right:
            return 0.0
        x, y = left[0], right[0]
        best = 0.0
        for paired in [*pair_symbols(x, y), ()]:
            rest = [[p for p in n.parts if not any(p in side(s) for s in paired)] for n, side in ((x, _q), (y, _r))]
            rows = [*paired, *compare_parts(*rest)]
            letters = sum(len(p.form) for s in rows for p in (*s.qps, *s.rps)) or 1
            best = max(best, sum(s.score * len(p.form) for s in rows for p in (*s.qps, *s.rps)) / letters)
        return best

    yield "rigour", score


def _q(alignment: object) -> tuple[object, ...]:
    return tuple(alignment.qps)  # type: ignore[attr-defined]


def _r(alignment: object) -> tuple[object, ...]:
    return tuple(alignment.rps)  # type: ignore[attr-defined]


def _nomenklatura() -> Iterator[tuple[str, Score]]:
    """nomenklatura's own default for names, ``logic-v2``, on two persons of whom nothing but the name is known."""
    try:
        from followthemoney import EntityProxy
        from nomenklatura.matching import LogicV2
    except ImportError:
        return
    config = LogicV2.default_config()

    def person(name: str) -> object:
        return EntityProxy.from_dict({"id": name, "schema": "Person", "properties": {"name": [name]}})

    yield "nomenklatura logic-v2", lambda a, b: float(LogicV2.compare(person(a), person(b), config).score)
