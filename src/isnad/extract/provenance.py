"""The grammar of lines that say where a text comes from: "This article was originally published in X and is republished with permission".

Such lines are put together of few pieces (``languages/*/provenance.toml``): what the text is called, what was done with it, how, what
leads to the outlet, what the outlet is called, its name, a place, a translator, a remark behind.
"""

from __future__ import annotations

from functools import cache

import regex
from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.text import fold_key

LONGEST_NAME = 50
"""Characters of the longest name of an outlet."""
_BY = ("by", "par", "por")
"""What leads to an outlet only behind a word for the text: "Publié par X" alone names who writes."""
_NAME = rf"(?P<publisher>[\p{{L}}\p{{N}}][^:：|•·«»\"“”,،;؛()]{{1,{LONGEST_NAME}}}?)"
_QUOTED = r"[«\"“‘]\s*(?P<publisher>[^«»\"“”]{2,50}?)\s*[»\"”’]"
_DAY = r"(?:(?:on|le|du|el|del|في|يوم|بتاريخ)\s+)?(?:\p{L}+[,،]?\s+(?:le\s+)?)?\d.{0,60}"
_TRANSLATOR = r"(?:\s*[,،;]?\s*(?:translated by|traduit par|traducido por|ترجمة|ترجمه|by|par|por)\s+(?P<by>\p{L}[\p{L}\p{M}.'’ -]{3,40}?))?"


class Told(Struct, frozen=True):
    """The folded name of an outlet and of a translator; ``called`` when a word of the trade or a verb stands before the name."""

    publisher: str
    translator: str | None
    called: bool


def told(words: str) -> Told | None:
    """Return the outlet that a folded line says its text comes from; ``None`` when it says nothing of the kind."""
    first = words.split(maxsplit=1)[0] if words else ""
    for language in _opening().get(first, ()):
        for pattern, verb in _patterns(language):
            if (found := pattern.fullmatch(words)) is not None:
                return Told(found["publisher"], found["by"], verb or found["called"] is not None)
    return None


def of_author(words: str) -> Told | None:
    """Return the outlet of a folded line that names the text by its author: "d'après l'article de X paru dans Y", «عن مقال لفلان نشر في ص»."""
    for language, nouns in _nouns().items():
        if nouns.isdisjoint(_WORD.findall(words)):
            continue
        if (found := _authored(language).search(words)) is not None:
            return Told(found["publisher"].strip(), None, True)
    return None


_WORD = regex.compile(r"\p{L}+")
_TURNED = ("tradu", "transl", "adapt", "مترجم", "ترجم")
"""How verbs begin that say of a text only that it was put into other words: "Reportaje de X, traducido del francés"."""


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """What each language calls a text, by itself: "article", "story", «مقال»."""
    return {
        k: frozenset(w for p in table(k, "provenance")["this"] for w in _WORD.findall(fold_key(p))[-1:])
        for k in LANGUAGES
    }


@kept
def _authored(language: str) -> regex.Pattern[str]:
    """A word for a text, its author, what was done with it, what leads to the outlet, and its name at the end."""
    said = table(language, "provenance")
    noun = "|".join(sorted(map(regex.escape, _nouns()[language]), key=len, reverse=True))
    of = (
        r"(?:\s+(?:بقلم|كتبه|كتبته|للكاتب|للكاتبة|للصحفي|للصحافي|للزميل|ل)\s+|\s+ل)"
        if language == "ar"
        else r"\s+(?:de\s+|d'|du\s+|by\s+|par\s+|por\s+|from\s+)"
    )
    kind = rf"(?:{_any(said['called'])})\s*(?<=[\s'])"
    plain = rf"(?P<publisher>[\p{{L}}][\p{{L}}\p{{M}}\p{{N}}.&' -]{{1,{LONGEST_NAME}}}?)"
    # Without capitals and marks a name asks for what it is called: «نشر في لندن» names no outlet.
    name = rf"(?:(?:{kind})?{_QUOTED}|{kind}{plain})" if language == "ar" else rf"(?:{kind})?(?:{_QUOTED}|{plain})"
    leads = _any([w for w in said["from"] if fold_key(w) not in _BY])
    verb = _any([v for v in said["verbs"] if not fold_key(v).startswith(_TURNED)])
    return regex.compile(
        rf"(?<!\p{{L}})(?:{noun})(?:\s+\p{{L}}+){{0,2}}?{of}[\p{{L}}][\p{{L}}\p{{M}}.' -]{{2,40}}?\s*[,،]?\s+"
        rf"(?:(?:{_any(said['auxiliaries'])}|que|qui|that|which|الذي)\s+)?(?:{verb})\s+(?:{leads})\s*(?<=[\s'])"
        rf"{name}(?:\s*[,،;(–—-]\s*(?:{_any(said['behind'])})(?!\p{{L}}).{{0,120}})?\s*\.?$"
    )


def without_remark(words: str) -> str:
    """Return a folded line without the remark that it closes with: «عن صحيفة الميناء بتصرف», "taken from X, abridged"."""
    found = _remarks().search(words)
    return words[: found.start()] if found is not None and found.start() > 0 else words


@cache
def _remarks() -> regex.Pattern[str]:
    remarks = [w for k in LANGUAGES for w in table(k, "provenance")["remarks"]]
    return regex.compile(rf"[\s,،;.(–—-]+(?:{_any(remarks)})[\s.)]*$")


@cache
def _opening() -> dict[str, tuple[str, ...]]:
    """The languages of which a line may be that opens with a word."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        said = table(language, "provenance")
        for phrase in (*said["this"], *said["auxiliaries"], *said["how"], *said["verbs"]):
            rows = found.setdefault(fold_key(phrase).split()[0], [])
            if language not in rows:
                rows.append(language)
    return {word: tuple(rows) for word, rows in found.items()}


@kept
def _patterns(language: str) -> tuple[tuple[regex.Pattern[str], bool], ...]:
    """The two shapes of such a line over folded text, each with the name in marks or without: with a verb, and without one."""
    said = table(language, "provenance")
    this, auxiliary, how, verb, called, behind = (
        _any(said[k]) for k in ("this", "auxiliaries", "how", "verbs", "called", "behind")
    )
    leads = [w for w in said["from"] if fold_key(w) not in _BY]
    of = _any(said["of"])
    kind = rf"(?:(?P<called>{called})\s*(?<=[\s']))?"
    country = r"(?:\s+\p{L}+ه)?" if language == "ar" else ""
    place = r"(?:\s*\([^()]{2,60}\)?)?(?:\s*[,،]\s*[\p{L}' -]{3,28}?)?"
    remark = rf"(?:(?:\s*[,،;.(–—-]\s*|\s+)(?:(?:{behind})(?!\p{{L}}).{{0,160}}|{_DAY}))"
    told_how = rf"(?:(?:{how})\s+)?"
    shapes = []
    for name in (_QUOTED + country, _NAME):
        tail = rf"{place}{_TRANSLATOR}{remark}{{0,2}}"
        bare = rf"(?:(?:{auxiliary})\s+)?{told_how}(?:{verb})\s+{told_how}(?:{_any(leads)})"
        full = rf"(?:{this})\s+(?:(?:{auxiliary})\s+)?{told_how}(?:{verb})\s+{told_how}(?:{_any(said['from'])})"
        turned = rf"(?:(?:{auxiliary})\s+)?(?:{verb})\s+(?:{this})\s+{told_how}(?:{_any(said['from'])})"
        shapes.append((regex.compile(rf"(?:{full}|{turned}|{bare})\s*(?<=[\s'])[:：]?\s*{kind}{name}{tail}"), True))
        shapes.append(
            (
                regex.compile(rf"(?:{this})\s+(?:{of})\s*(?<=[\s'])[:：]?\s*{kind}{name}{place}{_TRANSLATOR}{remark}"),
                False,
            )
        )
    return tuple(shapes)


def _any(phrases: list[str]) -> str:
    """An alternation of phrases as they are folded, the longest first."""
    folded = sorted({fold_key(p) for p in phrases}, key=lambda p: (-len(p), p))
    return "|".join(regex.escape(p).replace(r"\ ", r"\s+") for p in folded)
