"""The figures of pages as they are compared, story by story, and the groups of those that count the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from isnad.link.ballots import losing
from isnad.link.counted import GROWING, LENGTHS, ONCE, SCENES, Counted
from isnad.link.figures import Figures
from isnad.link.likely import likely_on_page
from isnad.link.linker import link
from isnad.link.rivals import Rivals
from isnad.link.roles import AGE, BEFALLEN, LASTING, PART, TERM, fit, roles_of, told_by_class
from isnad.link.terms import aged, term_of
from isnad.link.things import done_of
from isnad.model import EntityGroup, FigureGroup, FigureMention, MentionRef, Reading, Story

FAR = 20.0
"""Numbers further apart than this are never of one thing."""
VOTES, HALL = "votes", 1000
"""Votes of a hall are counted once; those of a country come in as the days go by."""
PIECE = 200
"""Pages whose figures are counted in one turn, at least."""


class Counting:
    """Figures are compared within stories, so that each may be counted alone; what is asked of all is found when first needed."""

    def __init__(
        self, readings: Sequence[Reading], stories: Sequence[Story], entities: Sequence[EntityGroup] = ()
    ) -> None:
        self.readings, self.entities = readings, entities
        self.story = {a: s.id for s in stories for a in s.articles}

    @cached_property
    def _named(self) -> dict[MentionRef, EntityGroup]:
        return {m: g for g in self.entities for m in g.members}

    def divided(self, pieces: int) -> list[list[Reading]]:
        """Return the readings in at most so many pieces that divide no story, none too small to be worth handing round."""
        of: dict[str, list[Reading]] = {}
        for r in self.readings:
            of.setdefault(self.story.get(r.article.id, r.article.id), []).append(r)
        size = max(PIECE, -(-len(self.readings) // pieces))
        found: list[list[Reading]] = [[]]
        for members in of.values():
            if len(found[-1]) >= size:
                found.append([])
            found[-1] += members
        return found

    def figures(self, readings: Iterable[Reading]) -> list[Counted]:
        """Return the figures worth comparing: no lengths of time but terms of prison, and no small counts of things."""
        found: list[Counted] = []
        for r in readings:
            found += _of_page(r, self.story.get(r.article.id, r.article.id), self._named)
        return found

    def groups(self, readings: Iterable[Reading]) -> tuple[FigureGroup, ...]:
        """Return the figures of whole stories that count the same thing, by place."""
        items = {x.id: x for x in self.figures(readings)}
        made = []
        for ids in link(list(items.values()), Figures()).groups:
            group = [items[i] for i in ids]
            refs = {x.id: MentionRef(x.article, x.index) for x in group}
            against = tuple((refs[x.id], refs[y]) for x in group for y in sorted(x.rivals) if y in refs and x.id < y)
            if against or len({x.article for x in group}) > 1:
                role = next((x.role for x in group if x.role), "")
                growing = role in GROWING and not (role == VOTES and all(x.high < HALL for x in group))
                made.append(FigureGroup(tuple(refs.values()), role, growing, against))
        return tuple(made)


def by_place(groups: Iterable[FigureGroup]) -> tuple[FigureGroup, ...]:
    """Return groups in the order of the first figure of each."""
    return tuple(sorted(groups, key=lambda g: g.members[0]))


def counted(
    readings: Sequence[Reading], stories: Sequence[Story], entities: Sequence[EntityGroup] = ()
) -> list[Counted]:
    """Return the figures worth comparing: no lengths of time but terms of prison, and no small counts of things."""
    return Counting(readings, stories, entities).figures(readings)


def _of_page(r: Reading, story: str, named: Mapping[MentionRef, EntityGroup]) -> Iterable[Counted]:
    numbers = r.numbers
    spans = [_bounds(f.value) for f in numbers]
    roles = [*roles_of(r), *(done_of(r, f) for f in r.counts)]
    rivals = likely_on_page(Rivals(r, roles))
    roles = [
        role or next((roles[j] for j in sorted(rivals.get(i, ())) if roles[j]), "") for i, role in enumerate(roles)
    ]
    refs = (MentionRef(r.article.id, k) for k in range(len(r.mentions)))
    page = frozenset(named[x].id for x in refs if x in named)
    lost = losing(r)
    for i, f in enumerate(numbers):
        if i in lost:
            continue
        term, thing = f.unit in LENGTHS, i >= len(r.figures)
        small = not thing and f.unit not in ("%", "people", *SCENES) and spans[i][1] < 10
        of_time = term and (roles[i] in (TERM, AGE) or roles[i].startswith(LASTING))
        if (term or small) and not of_time and not rivals.get(i):
            continue
        mine = rivals.get(i, frozenset())
        others = {
            spans[j]
            for j, g in enumerate(numbers)
            if g.unit == f.unit
            and spans[j] != spans[i]
            and j not in mine
            and not (thing and _other(roles[i], roles[j]))
            and not _befell_others(roles[i], roles[j])
        }
        near = _named_by(r, f, named)
        yield Counted(
            id=f"{r.article.id}@{f.start}",
            article=r.article.id,
            index=i,
            unit=f.unit,
            low=spans[i][0],
            high=spans[i][1],
            story=story,
            reading=r,
            span=f.span,
            role=roles[i],
            thing=thing,
            others=frozenset(others),
            rivals=frozenset(f"{r.article.id}@{numbers[j].start}" for j in mine),
            year=_year(r, f),
            who=aged(r, f, named) if roles[i] == AGE else frozenset(),
            by=frozenset(g.id for g in near),
            page=page,
            alike=any(
                spans[j] in others
                and (
                    (not roles[j] and _in_sight(spans[i], spans[j]))
                    or fit(roles[j], roles[i])
                    or (not roles[i] and roles[j] == "cost")
                )
                for j, g in enumerate(numbers)
                if g.unit == f.unit
            ),
            term=term_of(r, f, roles, named) if roles[i] == TERM else None,
        )


def _in_sight(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """True of two numbers near enough to each other that both may be of one thing."""
    return max(one[1], other[1]) <= FAR * max(min(one[0], other[0]), 1e-9)


def _other(role: str, of: str) -> bool:
    """True of things that something else befell than these: boats towed in where others sank."""
    return bool(role and of) and role.removesuffix(PART) != of.removesuffix(PART)


def _befell_others(role: str, of: str) -> bool:
    """True of people whom something else befell than these: two wounded are no second count of the three aboard."""
    x, y = role.removesuffix(PART), of.removesuffix(PART)
    return x != y and x in BEFALLEN and (y in BEFALLEN or (x in ONCE and told_by_class(y)))


def _year(r: Reading, f: FigureMention) -> int | None:
    """The year a number is of: as its sentence says, else its page's own."""
    sentence = next((s for s in r.sentences if s.start <= f.start < s.end), f.span)
    said = [
        t for t in r.times if t.interval is not None and sentence.start <= t.start < sentence.end and not t.relative
    ]
    nearest = min(said, key=lambda t: abs(t.start - f.start), default=None)
    day = f.date or (nearest.interval if nearest is not None else r.article.published)
    return day.start.year if day is not None and day.start.year == day.end.year else None


def _named_by(r: Reading, f: FigureMention, named: Mapping[MentionRef, EntityGroup]) -> list[EntityGroup]:
    """The entities named in a figure's sentence and the one before, countries left out."""
    n = next((k for k, s in enumerate(r.sentences) if s.start <= f.start < s.end), None)
    if n is None:
        return []
    low, high = r.sentences[max(0, n - 1)].start, r.sentences[n].end
    refs = (MentionRef(r.article.id, k) for k, m in enumerate(r.mentions) if low <= m.start < high)
    groups = [named[x] for x in refs if x in named]
    return [g for g in groups if not (g.kind == "place" and g.country and len(g.id) < 6)]


def _bounds(value: float | tuple[float, float]) -> tuple[float, float]:
    return (float(value[0]), float(value[1])) if isinstance(value, tuple) else (float(value), float(value))
