"""Numbers of one thing that exclude each other, and when two numbers do not: bounds, what has risen, what grows from day to day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial

from isnad.compose.agreements import agreement_id
from isnad.compose.cast import Cast
from isnad.compose.events import tellings_of
from isnad.compose.figures import figure_id
from isnad.compose.rivalry import Said, counting_on, dispute, goes_on, has_risen, together
from isnad.compose.values import agree, shown
from isnad.languages import LANGUAGES, table
from isnad.model import Citation, Disagreement, FigureMention, Links, MentionRef
from isnad.text import fold_key, tokens

PLENTY = frozenset({"people", "%", "years", "months", "days"})
"""Units of which a story counts many things."""
TELLING = 20
"""A number of these from which on two disputes that share it are of one thing."""
MONEY = 3
"""Letters of a currency: what something costs is no count that goes on."""
VOTES = frozenset({"%", "votes"})
"""Units of what an election gives to each."""
AREAS = frozenset({"hectares", "acres", "km2", "square kilometres", "m2"})
"""Units of what a fire or a flood spreads over."""
BESIDE = 60
"""Characters to each side of a number among which stands that those counted are missing."""


def disputed_numbers(
    links: Links, cast: Cast, copies: frozenset[tuple[str, str]], already: Sequence[Disagreement]
) -> list[Disagreement]:
    """Return the numbers of one thing that exclude each other, where no event's disagreement shows them yet."""
    shown_by = {c for d in already for v in d.values for c in v.cites}
    found: list[Disagreement] = []
    units: list[str] = []
    story = {a: s.id for s in links.stories for a in s.articles}
    # What a text exempts or covers is of the text, and no more of the day on which it was signed.
    concluded = {concluding(refs, links, cast): agreement_id(refs) for refs in links.agreements}
    for group in links.figures:
        told = {
            m: (m.article, cast.readings[m.article].numbers[m.index])
            for m in group.members
            if m.article in cast.readings
        }
        values = {m: number_said(article, f) for m, (article, f) in told.items()}
        if any(s.cite in shown_by for s in values.values()):
            continue
        first = next(iter(told.values()))
        home = _event_of([s.cite for s in values.values()], links, cast) if _things(told, cast) else None
        text = concluded.get(home or "")
        if home is not None and text and not _holds_all(home, values.values(), links, cast):
            home = text = None  # the words of the signing give but one of the numbers: of the other it is not told
        about = {"type": "event", "id": home} if home else {"type": "figure", "id": figure_id(*first)}
        about = {"type": "agreement", "id": text} if text else about
        why = f"numbers of one thing: {first[1].unit if first[1].unit.isupper() else first[1].quantity}"
        against = frozenset((values[a].cite, values[b].cite) for a, b in group.against if a in values and b in values)
        growing = group.growing or (first[1].unit in AREAS and _burns([s.cite for s in values.values()], links, cast))
        fits = partial(numbers_fit, growing=growing, cast=cast)
        made = dispute(about, "number", list(values.values()), fits, why, cast, copies, against)
        if made is None:
            continue
        if any(d.slot == "number" and _part_of(made, d) for d in (*already, *found)):
            continue  # a page that sets two of three numbers against each other again
        unit = first[1].unit
        twin = next(
            (
                k
                for k, d in enumerate(found)
                if _same_values(d, made, story) or _one_more(d, made, units[k], unit, story)
            ),
            None,
        )
        if twin is None:
            found.append(made)
            units.append(unit)
        else:
            found[twin] = together(found[twin], made)
    return found


def _burns(cites: Sequence[Citation], links: Links, cast: Cast) -> bool:
    """True of measures that the clauses of a disaster give: what burns or is flooded spreads from day to day."""
    event = _event_of(cites, links, cast)
    groups = (g for g in links.events if g.id == event)
    return any(e.kind == "disaster" for g in groups for _, e in tellings_of(g, cast))


def number_said(article: str, figure: FigureMention) -> Said:
    """Return a number as one page gives it."""
    return Said(article, shown(figure), figure.span.cite(article), figure)


def numbers_fit(a: Said, b: Said, growing: bool, cast: Cast) -> bool:
    """Return whether two numbers may both be true: rounded, a bound, an update."""
    x, y = a.key, b.key
    if not isinstance(x, FigureMention) or not isinstance(y, FigureMention):
        return True
    if x.unit != y.unit or agree(x, y):
        return True
    if has_risen(*((a, cast) if _least(x) > _least(y) else (b, cast))):
        return True
    if _falling(a, cast) and _falling(b, cast) and _later_is_more(a, x, b, y, cast, fewer=True):
        return True  # fewer are missing as they are found
    if x.unit in VOTES and (counting_on(a, cast) or counting_on(b, cast)) and not _of_one_day(a, b, cast):
        return True  # "52 per cent after 80 per cent of ballots had been counted", and what the result was
    money = len(x.unit) == MONEY and x.unit.isupper()
    growing = growing or (not money and (goes_on(a, cast) or goes_on(b, cast)))
    return growing and _later_is_more(a, x, b, y, cast)


def _of_one_day(a: Said, b: Said, cast: Cast) -> bool:
    days = [cast.readings[s.article].article.published for s in (a, b)]
    return days[0] is not None and days[1] is not None and days[0].meets(days[1])


def _falling(s: Said, cast: Cast) -> bool:
    """True of a count of people whose words say that they are missing or trapped."""
    reading = cast.readings[s.article]
    language = reading.article.language
    if not isinstance(s.key, FigureMention) or s.key.unit != "people" or language not in LANGUAGES:
        return False
    text, low = reading.article.text, max(0, s.cite.start - BESIDE)
    return not _gone(language).isdisjoint(t.key for t in tokens(text, low, min(len(text), s.cite.end + BESIDE)))


@cache
def _gone(language: str) -> frozenset[str]:
    """The folded words of those who become fewer as they are found."""
    roles = table(language, "numbers")["roles"]
    return frozenset(fold_key(w) for role in ("missing", "trapped") for w in roles[role] if " " not in w)


def _later_is_more(a: Said, x: FigureMention, b: Said, y: FigureMention, cast: Cast, fewer: bool = False) -> bool:
    """True when the page that came out later, by a day at least, gives the greater number, or the smaller: an update."""
    when_a, when_b = (cast.readings[s.article].article.published for s in (a, b))
    if when_a is None or when_b is None:
        return True  # which of the two came out later is not known
    if when_a.meets(when_b):
        return False
    first = x if when_a.end < when_b.start else y
    last = y if first is x else x
    return _least(first) >= _least(last) if fewer else _least(first) <= _least(last)


def _least(figure: FigureMention) -> float:
    return figure.value[0] if isinstance(figure.value, tuple) else figure.value


def _part_of(a: Disagreement, b: Disagreement) -> bool:
    """True when another dispute holds all values of one and more, on a page they share."""
    pages = {x for v in a.values for x in v.articles} & {x for v in b.values for x in v.articles}
    return {str(v.value) for v in a.values} < {str(v.value) for v in b.values} and bool(pages)


def _same_values(a: Disagreement, b: Disagreement, story: Mapping[str, str]) -> bool:
    """True when two pages of one story each set the very same numbers against each other."""
    homes = [{story.get(x, x) for v in d.values for x in v.articles} for d in (a, b)]
    return {str(v.value) for v in a.values} == {str(v.value) for v in b.values} and bool(homes[0] & homes[1])


def _one_more(a: Disagreement, b: Disagreement, unit: str, other: str, story: Mapping[str, str]) -> bool:
    """True when two disputes over one unit in one story share a number: one page sets 46 kilos against 64, another against 58."""
    homes = [{story.get(x, x) for v in d.values for x in v.articles} for d in (a, b)]
    shared = {str(v.value) for v in a.values} & {str(v.value) for v in b.values}
    telling = unit not in PLENTY or any(
        float(v.value) >= TELLING for v in a.values if str(v.value) in shared and not isinstance(v.value, str)
    )
    return unit == other and bool(shared) and telling and bool(homes[0] & homes[1])


def _things(told: Mapping[MentionRef, tuple[str, FigureMention]], cast: Cast) -> bool:
    """True of counts of things: they are no figures of the dossier, and are told of the event they belong to where there is one."""
    return any(m.index >= len(cast.readings[m.article].figures) for m in told)


def _event_of(cites: Sequence[Citation], links: Links, cast: Cast) -> str | None:
    """The event within whose clauses most of some words stand."""
    held: dict[str, float] = {}
    for group in links.events:
        for m, e in tellings_of(group, cast):
            held[group.id] = held.get(group.id, 0) + sum(
                c.article == m.article and e.clause.start <= c.start < e.clause.end for c in cites
            )
        if held.get(group.id) and all(e.kind == "death" for _, e in tellings_of(group, cast)):
            held[group.id] -= 0.5  # the boats are those that sank, rather than those who died
    best = max(held, key=lambda g: held[g], default=None)
    return best if best is not None and held[best] else None


def _holds_all(event: str, said: Iterable[Said], links: Links, cast: Cast) -> bool:
    """True of an event whose clauses give each of the numbers."""
    clauses = [e.clause.cite(m.article) for g in links.events if g.id == event for m, e in tellings_of(g, cast)]
    held: dict[str | int | float, bool] = {}
    for s in said:
        inside = any(c.article == s.article and c.start <= s.cite.start < c.end for c in clauses)
        held[s.value] = held.get(s.value, False) or inside
    return all(held.values())


def concluding(refs: Sequence[MentionRef], links: Links, cast: Cast) -> str | None:
    """Return the signing that concludes an agreement: the one most of its mentions are concluded by."""
    mine = set(refs)
    best: tuple[int, str] | None = None
    for group in links.events:
        hits = sum(
            e.agreement is not None and MentionRef(m.article, e.agreement) in mine
            for m, e in tellings_of(group, cast)
            if e.kind == "signing"
        )
        if hits and (best is None or hits > best[0]):
            best = hits, group.id
    return best[1] if best else None
