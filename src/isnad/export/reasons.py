"""Why isnad judged, dated, doubted or abstained, in the reader's language.

Reasons are English where they arise, clauses joined by "; ", so that a dossier reads the same whoever made it. What each clause is
in other languages is data: ``languages/shared/reasons.toml``. A clause that has no words there is shown as it is written.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

import regex
from msgspec import Struct

from isnad.export.words import date_words, labels, quotes
from isnad.languages import table
from isnad.model import Interval
from isnad.text import direction

_DAY = r"\d{4}-\d\d-\d\d"
_NUMBER = r"\d[\d.,]*(?:e[+-]?\d+)?"
_SLOTS = {
    "n": _NUMBER, "m": _NUMBER, "day": f"{_DAY}(?:…{_DAY})?", "until": f"{_DAY}(?:…{_DAY})?", "a": "[“‘«].*?[”’»]", "b": "[“‘«].*?[”’»]",
    "kind": "[a-z][a-z -]*", "other": "[a-z][a-z -]*", "words": ".+", "reason": ".+",
}  # fmt: skip
_SLOT = regex.compile(r"\{(\w+)\}")
_APART = 4
"""Parts between semicolons that one clause may have: names may hold semicolons of their own."""

_LONGEST_REFUSAL = 2000
"""Characters; what is longer repeats what somebody sent."""


class _Clause(Struct, frozen=True):
    """A clause as it is written, with its translations; ``open`` when its last slot may be anything."""

    pattern: regex.Pattern[str]
    words: dict[str, str]
    open: bool


class _Said(Struct, frozen=True):
    """A stretch of a reason and the clause it is; ``None`` for one that has no words."""

    text: str
    clause: _Clause | None


def reason_words(reason: str, language: str) -> str:
    """Return a reason in a language, clause by clause; what has no words in it stays as it is. O(clauses × known clauses)."""
    return _reason_words(reason, labels(language).language) if reason else ""


@lru_cache(maxsize=20_000)
def _reason_words(reason: str, language: str) -> str:
    joint: str = table("shared", "reasons")["joint"][language]
    return joint.join(_told(s, language) for s in _clauses(reason, "; "))


def thing_words(what: str, language: str) -> str:
    """Return what was not claimed ("signing: a signé") in a language; a page's own words stay as they are."""
    found = _thing(what)
    return what if found is None else _told(_Said(what, found), labels(language).language)


def names_kind(what: str) -> bool:
    """True when isnad's own word opens what was not claimed ("visit: سافروا"), which then runs as the reader's language does."""
    return _thing(what) is not None


def _thing(what: str) -> _Clause | None:
    found = _known(what, "things")
    kind = found.pattern.fullmatch(what) if found else None
    known = kind is None or kind.groupdict().get("kind", "title") in table("en", "interface")["words"]
    return found if known else None


def refusal_words(text: str, language: str) -> str:
    """Return what somebody is refused, or advised to do about it, in a language; what has no words in it stays as it is."""
    found = _known(text, "refusals") if len(text) < _LONGEST_REFUSAL else None
    return _told(_Said(text, found), labels(language).language)


def key_words(key: str, language: str) -> str:
    """Return the short name of a reason to abstain ("nobody-named") in a language."""
    own = table("shared", "reasons")["keys"].get(key, {})
    return str(own.get(labels(language).language) or key.replace("-", " "))


def without_words(reason: str) -> tuple[str, ...]:
    """Return the clauses of a reason that have no words in other languages: none, when nothing was forgotten."""
    return tuple(s.text for s in _clauses(reason, "; ") if s.clause is None) if reason else ()


def _clauses(reason: str, joint: str) -> list[_Said]:
    """A reason cut into clauses; a joint within quoted words or names cuts nothing."""
    parts, found, at = reason.split(joint), list[_Said](), 0
    while at < len(parts):
        for n in range(1, min(_APART, len(parts) - at) + 1):
            text = joint.join(parts[at : at + n])
            if (clause := _known(text)) is not None:
                found.append(_Said(text, clause))
                at += n
                break
        else:
            last = found[-1].clause if found else None
            longer = f"{found[-1].text}{joint}{parts[at]}" if last and last.open else ""
            if longer:
                found[-1] = _Said(longer, _known(longer))
            else:
                found.append(_Said(parts[at], None))
            at += 1
    return found


@lru_cache(maxsize=20_000)
def _known(text: str, group: str = "clauses") -> _Clause | None:
    return next((c for c in _catalogue(group) if c.pattern.fullmatch(text)), None)


@cache
def _catalogue(group: str) -> tuple[_Clause, ...]:
    """The clauses with words, the most literal first."""
    rows: dict[str, dict[str, str]] = table("shared", "reasons")[group]
    ranked = sorted(rows, key=lambda k: -len(_SLOT.sub("", k)))
    return tuple(_Clause(_pattern(k), rows[k], k.endswith(("{words}", "{reason}"))) for k in ranked)


def _pattern(key: str) -> regex.Pattern[str]:
    out = []
    for n, piece in enumerate(_SLOT.split(key)):
        out.append(f"(?P<{piece}>{_SLOTS[piece]})" if n % 2 else regex.escape(piece).replace(r"\(s\)", "s?"))
    return regex.compile("".join(out), regex.DOTALL)


def _told(said: _Said, language: str) -> str:
    if said.clause is None:
        return said.text
    made = said.clause.words.get(language)
    found = said.clause.pattern.fullmatch(said.text)
    if made is None or found is None:
        return said.text  # English as it is written
    slots = found.groupdict()
    return _SLOT.sub(lambda m: _slot(m[1], slots[m[1]], language), made)


def _slot(name: str, value: str, language: str) -> str:
    if name in ("kind", "other"):
        return labels(language).get(value)
    if name in ("day", "until"):
        first, _, last = value.partition("…")
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
        return date_words(Interval(start, end, "day" if start == end else "range", ""), language)
    if name in ("a", "b"):
        before, after = quotes(language)
        return f"{before}{_apart(value[1:-1], language)}{after}"
    if name == "reason":
        whole = _known(value)
        said = [_Said(value, whole)] if whole and not whole.open else _clauses(value, ", ")
        return ("، " if language == "ar" else ", ").join(_told(s, language) for s in said)
    return _apart(value, language) if name == "words" else value


def _apart(words: str, language: str) -> str:
    """Words that run the other way are isolated, so that they turn nothing around them (Unicode Annex 9)."""
    return words if direction(words) == ("rtl" if language == "ar" else "ltr") else f"\u2068{words}\u2069"
