"""What the rest of the corpus knows of a name: one that is plain on one page is found, and called what it is, on the others.

The texts never change, and kept readings stay as they were read: names are added, or called another sort, on the way to linking, so
that more pages, or fewer, always give what a fresh build of the same pages gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from isnad.languages import LANGUAGES, table
from isnad.link.spelling import score_of, sound_key
from isnad.model import Mention, QuotationMention, Reading
from isnad.text import fold_key, script_of, tokens

SURE = 0.85
"""Confidence from which one page establishes a name that others print too."""
FOUND = 0.6
"""Confidence of a name that is known from elsewhere only."""
OUTWEIGHS = 1.5
"""How much more must speak for another sort, over all pages, before a name is called so."""
UNBACKED = 0.4
"""What a use as a person counts that has no office beside it and says nothing: firms that sound like people have such."""
STRANGE = 0.25
"""The same of one that begins with no given name anybody knows."""
SPEAKING = 0.7
"""The same of one that speaks and has no office: firms speak as often as people."""
LEAST_HEARD, HEARD = 5, 0.92
"""Letters of a word, and likeness, from which its spelling in the other script says what sort of name it is."""
PUBLISHES = 2.0
"""What a page counts that a body of that name printed."""
MOST_WORDS = 6
_PARTICLES = "وفبلك"
_APART = frozenset('\n,;:!?،؛؟()[]«»“”"')
"""Marks that stand inside no name."""
Kinds = dict[str, float]


class _Known(Struct):
    """What the corpus says of one folded form: weight of each sort, the pages, whether it holds an office or speaks, a key."""

    kinds: Kinds
    pages: set[str]
    acts: bool = False
    holds: bool = False
    key: str | None = None
    country: str | None = None


Forms = dict[str, _Known]


def known_elsewhere(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with names that other pages make plain. O(words) time.

    Full names of persons and names of bodies of several words are found wherever they are printed the same, accents and attached
    Arabic particles aside. A form of two sorts is the sort that clearly more speaks for; one that holds an office somewhere is no
    body, and a name with an entry in the gazetteer stays what it is.
    """
    forms = _forms(readings)
    sorts = {form: kind for form, known in forms.items() if (kind := _sort(known))}
    wanted = {f: known for f, known in forms.items() if sorts.get(f) not in (None, "misc") and _established(f, known)}
    firsts: dict[str, int] = {}
    for form in wanted:
        words = form.split(" ")
        firsts[words[0]] = max(firsts.get(words[0], 0), len(words))
    return [_told(r, forms, sorts, wanted, firsts) for r in readings]


def _forms(readings: Sequence[Reading]) -> Forms:
    """Every name of several words, every body and every publisher of the corpus, with what speaks for each sort."""
    forms: Forms = {}
    for r in readings:
        speaks = {q.speaker.mention for q in r.quotations if q.speaker is not None}
        best: dict[tuple[str, str], float] = {}
        for i, m in enumerate(r.mentions):
            if m.form == "role" or m.plural:
                continue
            form = _form(m.text)
            known = forms.setdefault(form, _Known({}, set()))
            known.pages.add(r.article.id)
            holds = m.kind == "person" and m.role is not None
            acts = holds or (m.kind == "person" and i in speaks)
            known.acts |= acts
            known.holds |= holds
            known.key, known.country = known.key or m.key, known.country or m.country
            backed = m.kind != "person" or holds
            stranger = m.kind == "person" and form.partition(" ")[0] not in given_names()
            weight = m.score * (1.0 if backed else SPEAKING if acts else STRANGE if stranger else UNBACKED)
            best[form, m.kind] = max(best.get((form, m.kind), 0.0), weight)
            if m.kind == "organization" and (short := _without_tail(form)):
                best[short, m.kind] = max(best.get((short, m.kind), 0.0), weight)
        for publisher in {r.article.publisher, r.article.via} - {None}:
            best[_form(str(publisher)), "organization"] = PUBLISHES
        for (form, kind), weight in best.items():
            known = forms.setdefault(form, _Known({}, set()))
            known.kinds[kind] = known.kinds.get(kind, 0.0) + weight
    _firms_for_short(forms)
    _heard_alike(forms)
    return forms


def _heard_alike(forms: Forms) -> None:
    """One word is also the body or the place that its spelling in the other script is: «ناويل» beside "Nahuel"."""
    by_sound: dict[str, list[str]] = {}
    for form, known in forms.items():
        if " " not in form and not known.key and len(form) >= LEAST_HEARD:
            by_sound.setdefault(sound_key(form), []).append(form)
    pooled: dict[str, Kinds] = {}
    for alike in by_sound.values():
        for form in alike:
            others = [o for o in alike if script_of(o) != script_of(form) and score_of(form, o) >= HEARD]
            if others and len({k for f in (form, *others) for k in forms[f].kinds}) > 1:
                pooled[form] = dict(forms[form].kinds)
                for kind, w in (x for o in others for x in forms[o].kinds.items() if x[0] != "person"):
                    pooled[form][kind] = pooled[form].get(kind, 0.0) + w
    for form, kinds in pooled.items():
        forms[form].kinds = kinds


def _firms_for_short(forms: Forms) -> None:
    """One word called a person that opens a body's name and is no person's anywhere is that body: "Nahuel" beside "Nahuel Satelital"."""
    borne = {w for form, k in forms.items() if "person" in k.kinds and " " in form for w in form.split(" ")}
    for form, known in list(forms.items()):
        first, _, rest = form.partition(" ")
        if first in _ARTICLES:
            first, _, rest = rest.partition(" ")
        short = forms.get(first) if rest and _sort(known) == "organization" else None
        if short is None or short.holds or short.key or first in borne | given_names() or "person" not in short.kinds:
            continue
        short.kinds["organization"] = short.kinds.get("organization", 0.0) + OUTWEIGHS * short.kinds["person"] + FOUND


_ARTICLES = frozenset({"el", "la", "le", "los", "las", "les", "the"})
"""What stands before the word that a body is called by: "Heraldo" beside "El Heraldo del Sur"."""


def _form(text: str) -> str:
    return " ".join(fold_key(t.text) for t in tokens(text) if t.kind in ("word", "number"))


@cache
def given_names() -> frozenset[str]:
    """The folded given names of all languages' lists."""
    own = (n for k in LANGUAGES for n in table(k, "names")["given"])
    return frozenset(map(fold_key, (*own, *table("shared", "given_names")["further"])))


@cache
def _tails() -> frozenset[str]:
    """Words for a firm that may close its name or be left out of it."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "names")["firms"])


def _without_tail(form: str) -> str:
    """A body's name without the word for a firm at its end: «نور السواحل للطاقة», "Noor Al Sawahel Energy"; empty for none."""
    head, _, tail = form.rpartition(" ")
    arabic = tail.startswith("لل") and len(tail) > 4
    return head if " " in head and (arabic or tail in _tails()) else ""


def _sort(known: _Known) -> str | None:
    """The sort that clearly more speaks for than for any other; ``None`` when nothing does.

    A body needs no more than a place no list has: firms and crews sound like towns. What other pages call a ship, a work or a storm
    is no person where nothing is said of one.
    """
    ranked = sorted(
        ((w, kind) for kind, w in known.kinds.items() if not (known.holds and kind == "organization")), reverse=True
    )
    if not ranked:
        return None
    if ranked[0][1] == "misc":
        craft = len(ranked) == 2 and ranked[1][1] == "person" and not known.acts and len(known.pages) > 2
        return "misc" if craft and ranked[0][0] >= OUTWEIGHS * ranked[1][0] else None
    if len(ranked) == 1 or ranked[0][0] >= OUTWEIGHS * ranked[1][0]:
        return ranked[0][1]
    body = ranked[0][1] == "organization" and ranked[1][1] == "place" and not known.key
    return "organization" if body and len(known.pages) > 1 else None


def _established(form: str, known: _Known) -> bool:
    """True of a name of several words that one page was sure of, or a holder of an office, or two pages."""
    weight = max(known.kinds.values())
    return 1 <= form.count(" ") < MOST_WORDS and (known.acts or weight >= SURE) and len(form) >= 7


def _told(r: Reading, forms: Forms, sorts: Mapping[str, str], wanted: Forms, firsts: Mapping[str, int]) -> Reading:
    """One reading with its names called what the corpus calls them, and those it missed."""
    mentions = [_called(m, forms, sorts) for m in r.mentions]
    taken = [(m.start, m.end) for m in mentions if m.form != "role"]
    fresh = list(_missed(r, wanted, sorts, firsts, taken))
    if not fresh and all(a is b for a, b in zip(mentions, r.mentions, strict=True)):
        return r
    told = replace(r, mentions=(*mentions, *fresh))
    return replace(told, quotations=_spoken(told, len(mentions))) if fresh else told


def _called(m: Mention, forms: Forms, sorts: Mapping[str, str]) -> Mention:
    """A mention under the sort the corpus gives its form; one with an office, or in the gazetteer, stays what it is."""
    if m.form == "role" or m.plural or m.key or m.role is not None:
        return m
    form = _form(m.text)
    kind = sorts.get(form, m.kind)
    known = forms[form]
    alone = len(known.pages) < 2 and known.kinds.get(kind, 0.0) <= 1.0 and kind != "organization"
    if kind == m.kind or alone or (kind == "person" and " " not in form):
        return m
    return replace(m, kind=kind, refers=())


def _missed(
    r: Reading, wanted: Forms, sorts: Mapping[str, str], firsts: Mapping[str, int], taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Known names of several words that stand in the article's own words and were not found there."""
    text = r.article.text
    held = bytearray(len(text) + 1)
    for start, end in taken:
        held[start:end] = b"\1" * (end - start)
    for part in r.article.own():
        words = [t for t in tokens(text, part.start, part.end) if t.kind != "mark"]
        keys = [fold_key(t.text) for t in words]
        i = 0
        while i < len(words):
            n, cut = _match(keys, i, wanted, firsts)
            start, end = words[i].start + cut, words[i + max(n, 1) - 1].end
            capital = text[start].isupper() or script_of(keys[i]) == "Arabic"
            joined = _APART.isdisjoint(text[start:end]) and ". " not in text[start:end]
            if n and capital and joined and not any(held[start:end]):
                form = " ".join([keys[i][cut:], *keys[i + 1 : i + n]])
                known = wanted[form]
                yield Mention(
                    sorts[form], start, end, text[start:end], country=known.country, key=known.key, score=FOUND,  # type: ignore[arg-type]
                )  # fmt: skip
                i += n
            else:
                i += 1


def _match(keys: Sequence[str], i: int, wanted: Forms, firsts: Mapping[str, int]) -> tuple[int, int]:
    """How many words from here are a known name, and how many letters of the first are an attached Arabic particle."""
    for cut in (0, 1) if keys[i][:1] in _PARTICLES and len(keys[i]) > 3 else (0,):
        first = keys[i][cut:]
        for n in range(min(firsts.get(first, 0), len(keys) - i), 1, -1):
            if " ".join([first, *keys[i + 1 : i + n]]) in wanted:
                return n, cut
    return 0, 0


def _spoken(r: Reading, first: int) -> tuple[QuotationMention, ...]:
    """The quotations, with speakers that no mention stood for led to those added from index ``first`` on."""
    fresh = list(enumerate(r.mentions))[first:]
    out = []
    for q in r.quotations:
        s = q.speaker
        if s is not None and s.mention is None:
            inside = [i for i, m in fresh if m.start < s.end and s.start < m.end and m.kind != "place"]
            if len(inside) == 1:
                q = replace(q, speaker=replace(s, mention=inside[0]))
        out.append(q)
    return tuple(out)
