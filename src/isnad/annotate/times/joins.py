"""Times told by two expressions together: "from 2015 to May 2017", "three days after Easter", "un an et deux mois".

Each half is found by the grammar on its own; here the words between them say what the two mean as one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.times.grammar_counted import around, counted, unit_of
from isnad.annotate.times.lexer import Word
from isnad.annotate.times.rules import Got, How, Meant, Needed, When

LONGEST = 36_600
"""Days of the longest stretch between two dates that is taken for one."""
_COUNTED = frozenset({"lasting", "counted from", "ahead", "ago", "afterwards", "from now"})
_FILLING = frozenset("aoFPDWAH,=_")
_BASES = frozenset({"lasting", "counted from", "each", "ago", "ahead", "afterwards", "from now"})
"""Rules whose words are a length or count from the page, and name no day to count from."""


_PRINTED = frozenset({"full", "digits", "month first", "year first"})
"""Rules whose dates may be parted by a dash alone."""


class Part(Struct, frozen=True):
    """One expression: the half-open range of its words, where its match began, its rule, its words and its reading."""

    low: int
    high: int
    begin: int
    rule: str
    got: Got
    read: Callable[[When], Meant | None]


def joined(parts: list[Part], words: Sequence[Word], probe: Callable[[int], When]) -> list[Part]:
    """Return the parts with those that mean one time together put together, in order."""
    out: list[Part] = []
    for found in parts:
        part = _eve(found, words, out[-1].high if out else 0)
        while out and (both := _both(out[-1], part, words, probe)) is not None:
            out.pop()
            part = both
        out.append(part)
    return [p for p in out if p.rule != "now"]


def _eve(part: Part, words: Sequence[Word], taken: int) -> Part:
    """ "au lendemain du 14 juillet", «غداة 5 مايو»: the day beside the one named, with the word that says so."""
    if part.rule in _BASES:
        return part
    at = part.low - 1
    while at >= taken and not _is(words[at], "@") and _is(words[at], "aoFPD"):
        at -= 1
    if at < taken or not _is(words[at], "@"):
        return part
    value = words[at].classes["@"]
    return Part(at, part.high, min(at, part.begin), "joined", part.got, lambda when: _from(part, when, "D", value))


def _both(a: Part, b: Part, words: Sequence[Word], probe: Callable[[int], When]) -> Part | None:
    between = words[a.high : b.low]
    if len(between) > 4:
        return None
    read = _sum(a, b, between) or _offset(a, b, between, words) or _range(a, b, between, words)
    if read is None or not _means(read, probe(words[a.low].start)):
        return None
    return Part(a.low, b.high, a.begin, "joined", a.got, read)


def _means(read: Callable[[When], Meant | None], when: When) -> bool:
    try:
        return read(when) is not None
    except Needed:
        return True
    except (ValueError, OverflowError):
        return False


def _is(word: Word, letters: str) -> bool:
    return any(c in word.classes for c in letters)


def _only(between: Sequence[Word], letters: frozenset[str]) -> bool:
    return all(_is(w, "".join(letters)) for w in between)


def _amount(part: Part) -> tuple[str, int] | None:
    """The unit and number that a length or a counted expression names."""
    unit = unit_of(part.got) if "u" in part.got.match.re.groupindex else None
    word = part.got.word("u")
    number = part.got.number()
    if number is None and word is not None and not word.plural:
        number = 2 if word.classes.get("dual") else 1
    return (unit, number) if unit is not None and unit not in "IJ" and number is not None and number > 0 else None


def _sum(a: Part, b: Part, between: Sequence[Word]) -> Callable[[When], Meant | None] | None:
    """ "one month and 21 days ago", "il y a un an et deux mois": the larger unit is counted first."""
    if not {a.rule, b.rule} & {"ago"} or {a.rule, b.rule} - {"ago", "lasting"} or a.rule == b.rule:
        return None
    if not _only(between, frozenset("&,")):
        return None
    first, second = _amount(a), _amount(b)
    if first is None or second is None or "DKHATC".index(first[0]) <= "DKHATC".index(second[0]):
        return None

    def read(when: When) -> Meant | None:
        days, precision, point = around(counted(when.here, first[0], -first[1]), second[0], -second[1])
        return Meant(days, precision, "counted", point=point)

    return read


def _offset(a: Part, b: Part, between: Sequence[Word], words: Sequence[Word]) -> Callable[[When], Meant | None] | None:
    """ "two weeks before 13 May", "le lendemain de Noël", «بعد يومين من 5 مايو»: counted from the day named second."""
    if a.low and "v" in words[a.low - 1].classes and any(_is(w, "L") for w in words[a.low : b.low]):
        return None  # "jailed for two years on Monday": a length, and a day of its own
    if b.rule in _BASES:
        return None
    if a.rule == "the day before":
        value = a.got.value("day", "y")
        if not value or not _only(between, frozenset("aoFPD")):
            return None
        return lambda when: _from(b, when, "D", value)
    amount = _amount(a) if a.rule in _COUNTED else None
    if amount is None:
        return None
    sign = _direction(a, between, words)
    if not sign:
        return None
    return lambda when: _from(b, when, amount[0], sign * amount[1])


def _direction(a: Part, between: Sequence[Word], words: Sequence[Word]) -> int:
    """1 when a length is counted onward from what follows it, −1 when back, 0 when nothing says so."""
    turns = [w for w in between if _is(w, "kb") or not _is(w, "aoFPDt")]
    if len(turns) == 1 and _is(turns[0], "kb"):
        return 1 if "k" in turns[0].classes else -1
    if turns:
        return 0
    if a.rule == "afterwards":
        return 1 if a.got.has("later") else -1
    # «بعد يومين من 5 مايو»: the turn stands before the number, and the day after a preposition.
    ahead = [w for w in words[a.begin : a.low + 1] if _is(w, "kb")]
    if between and _is(between[0], "oF") and len(ahead) == 1:
        return 1 if "k" in ahead[0].classes else -1
    return 0


def _from(b: Part, when: When, unit: str, n: int) -> Meant | None:
    base = b.read(when)
    if base is None or base.days is None or base.days[0] != base.days[1]:
        return None
    days, precision, point = around(base.days[0], unit, n)
    return Meant(days, precision, base.how, point=point)


def _range(a: Part, b: Part, between: Sequence[Word], words: Sequence[Word]) -> Callable[[When], Meant | None] | None:
    """ "from 2015 to May 2017", "entre janvier 2019 et aujourd'hui", «من نهاية مارس إلى منتصف سبتمبر»."""
    links = [w for w in between if _is(w, "r&-")]
    if (
        len(links) != 1
        or not _only(between, frozenset("r&-") | _FILLING | {"u"})
        or a.rule in _BASES
        or b.rule in _BASES
    ):
        return None
    if len(between) == 1 and a.rule in _PRINTED and b.rule in _PRINTED and _is(links[0], "-"):
        return lambda when: m if (m := _stretch(a, b, when)) is not None and m.how == "printed" else None
    opening = "Fso" if "r" in links[0].classes else "F"
    before = words[max(0, a.low - 3) : a.low]
    if not any(_is(w, opening) for w in before) or not _only(before[-1:], frozenset("FsoaPD")):
        return None
    return lambda when: _stretch(a, b, when)


def _stretch(a: Part, b: Part, when: When) -> Meant | None:
    last = b.read(when)
    if last is None or last.days is None:
        return None
    first = a.read(replace(when, year=last.days[1].year) if last.how == "printed" else when)
    for year in (last.days[1].year, last.days[1].year - 1):
        if first is not None and first.days is not None and first.days[0] > last.days[1] and first.how == "year":
            first = a.read(replace(when, year=year))
    if first is None or first.days is None:
        return None
    start, end = first.days[0], last.days[1]
    if not start < end or end - start > timedelta(LONGEST):
        return None
    how: How = (
        "printed" if first.how == last.how == "printed" else "counted" if "counted" in (first.how, last.how) else "year"
    )
    return Meant((start, end), "range", how)


__all__ = ["Part", "joined"]
