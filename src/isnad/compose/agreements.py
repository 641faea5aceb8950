"""The register of agreements: who concluded what, on which matters, and how far it got."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from isnad.compose.cast import Cast, cast_of, in_order, title_from
from isnad.languages.meanings import in_office
from isnad.model import (
    Abstention,
    Agreement,
    AgreementMention,
    Citation,
    Domain,
    Interval,
    Links,
    MentionRef,
    Reading,
    Step,
)
from isnad.model.intervals import common_interval
from isnad.model.reading import AgreementKind, StepStatus
from isnad.text import fold_key

ORDER: tuple[StepStatus, ...] = (
    "mentioned", "announced", "negotiated", "signed", "approved", "ratified", "in force", "suspended", "ended",
)  # fmt: skip
_STEPS: dict[str, StepStatus] = {"signing": "signed", "approval": "approved", "suspension": "suspended"}
_WEAK = ("mentioned", "announced", "negotiated")
NEAR = 2
"""Characters between an event's word and a step's that are one."""
CLOSE = 3
"""Days by which pages that differ about one signing may differ."""
Members = Sequence[tuple[MentionRef, AgreementMention]]


def agreement_id(refs: Sequence[MentionRef]) -> str:
    """Return the id of an agreement: its earliest mention's."""
    first = min(refs)
    return "g-" + hashlib.sha256(f"{first.article}#{first.index}".encode()).hexdigest()[:12]


def agreement_ids(links: Links) -> dict[MentionRef, str]:
    """Return, for each mention of an agreement, the id of the agreement it is of."""
    return {ref: agreement_id(refs) for refs in links.agreements for ref in refs}


def compose_agreements(readings: Sequence[Reading], links: Links) -> tuple[Agreement, ...]:
    """Return the agreements, by the first day known of each, the undated last."""
    cast = cast_of(readings, links)
    dated = _event_steps(links, cast)
    found = [
        _agreement(refs, cast, dated) for refs in links.agreements if any(r.article in cast.readings for r in refs)
    ]
    return tuple(sorted(found, key=lambda a: (min((str(s.date.start) for s in a.steps if s.date), default="9"), a.id)))


def untold_agreements(readings: Sequence[Reading], links: Links) -> tuple[Abstention, ...]:
    """Return an abstention for every "the contract" that points at no agreement, or could mean several, and for what nobody is named of."""
    joined = {ref for refs in links.agreements for ref in refs}
    return tuple(
        Abstention(
            (Citation(r.article.id, m.start, m.end),),
            r.article.text[m.start : m.end],
            _UNTOLD if m.later else _BETWEEN_NOBODY,
            "untold-agreement" if m.later else "sideless-agreement",
        )
        for r in readings
        for i, m in enumerate(r.agreements)
        if MentionRef(r.article.id, i) not in joined
    )


_BETWEEN_NOBODY = "no page names anybody between whom this would be"
_UNTOLD = "no page tells, or not which of several agreements these words mean"


def _event_steps(links: Links, cast: Cast) -> dict[MentionRef, list[tuple[StepStatus, Interval | None, Citation]]]:
    """The steps that events took agreements through: a signing that happened signs it."""
    found: dict[MentionRef, list[tuple[StepStatus, Interval | None, Citation]]] = {}
    for group in links.events:
        for m in group.members:
            event = cast.readings[m.article].events[m.index] if m.article in cast.readings else None
            if event is None or event.agreement is None or event.status != "happened" or event.kind not in _STEPS:
                continue
            ref = MentionRef(m.article, event.agreement)
            mention = cast.readings[m.article].agreements[event.agreement]
            foretold = any(
                s.status == "announced" and abs(s.start - event.trigger.start) <= NEAR for s in mention.steps
            )
            if foretold or not _open(mention, _STEPS[event.kind]):
                continue  # "the signing, expected in July, was put off"
            found.setdefault(ref, []).append((_STEPS[event.kind], group.date, event.clause.cite(m.article)))
    return found


def _open(mention: AgreementMention, status: StepStatus) -> bool:
    """True when the mention's own sentence leaves room for what an event says: no other step, nor that one's day."""
    return not any(s.status != status and s.status not in _WEAK for s in mention.steps) and not any(
        s.status == status and s.date is not None for s in mention.steps
    )


def _agreement(
    refs: Sequence[MentionRef], cast: Cast, dated: dict[MentionRef, list[tuple[StepStatus, Interval | None, Citation]]]
) -> Agreement:
    told = [(r, cast.readings[r.article].agreements[r.index]) for r in refs if r.article in cast.readings]
    titles: dict[str, str] = {}
    for r, m in told:
        reading = cast.readings[r.article]
        titles.setdefault(reading.article.language, title_from(reading, m.start, m.end))
    return Agreement(
        id=agreement_id(refs),
        kind=_kind([m for _, m in told]),
        title=titles,
        parties=_parties(told, cast),
        domains=_domains(told, cast),
        steps=_steps(told, cast, [s for r in refs for s in dated.get(r, ())]),
        articles=tuple(dict.fromkeys(r.article for r, _ in told)),
    )


def _kind(told: Sequence[AgreementMention]) -> AgreementKind:
    """The kind most mentions use; "agreement" is what writers call anything for short."""
    votes = Counter(m.kind for m in told)
    return max(votes, key=lambda k: (k != "agreement", votes[k], k))


def _parties(told: Members, cast: Cast) -> tuple[str, ...]:
    """States, organisations and, for a person who signs for a state, that state.

    Once one page has named both sides, a page in another script adds none: its sides are those, spelled in other letters.
    """
    found: dict[str, None] = {}
    scripts: set[bool] = set()
    for r, m in told:
        arabic = cast.readings[r.article].article.language == "ar"
        here = [p for mention in m.parties if (p := _party(r.article, mention, cast, hired=m.kind == "contract"))]
        if here and scripts and arabic not in scripts and len(found) > 1:
            continue
        found |= dict.fromkeys(here)
        if here:
            scripts.add(arabic)
    # "Tunis and Lisbon", where another page says Tunisia and Portugal: the capital is its state.
    return tuple(dict.fromkeys(_state_for(p, found, cast) for p in found))


def _state_for(party: str, parties: Mapping[str, None], cast: Cast) -> str:
    """The state among the parties whose town a party is, else the party itself."""
    entity = cast.entities[party]
    state = cast.states.get(entity.country or "") if entity.kind == "place" else None
    return state if state is not None and state in parties else party


def _party(article: str, mention: int, cast: Cast, *, hired: bool = False) -> str | None:
    """The entity that a mention stands for as a side; ``hired`` is true where somebody may sign for himself."""
    for e in cast.named(article, mention):
        group = cast.entities[e]
        if group.kind != "person":
            return e
        reading = cast.readings[article]
        m = reading.mentions[mention]
        own = hired and not (m.country and (m.role is None or in_office(m.role.text)))
        return e if own else cast.states.get(group.country or m.country or "")
    return None


def _domains(told: Members, cast: Cast) -> tuple[Domain, ...]:
    """Every matter as printed; the same words in several places are one domain with several citations."""
    found: dict[tuple[str, str], list[Citation]] = {}
    text: dict[tuple[str, str], str] = {}
    for r, m in told:
        article = cast.readings[r.article].article
        for span in m.domains:
            words = " ".join(article.words(span).split())
            key = (article.language, fold_key(words))
            text.setdefault(key, words)
            found.setdefault(key, []).append(span.cite(r.article))
    return tuple(Domain(text[k], k[0], in_order(cites)) for k, cites in found.items())


def _steps(
    told: Members, cast: Cast, taken: Sequence[tuple[StepStatus, Interval | None, Citation]]
) -> tuple[Step, ...]:
    """Each step once, with the day that most pages give: a page counts once for a day, and the day of an event only where no page gives one."""
    own = [(s.status, s.date, Citation(r.article, s.start, s.end)) for r, m in told for s in m.steps]
    said = [*own, *taken]
    if not said:
        return tuple(Step("mentioned", None, (Citation(r.article, m.start, m.end),)) for r, m in told[:1])
    found = []
    for status in ORDER:
        here = [(day, cite) for s, day, cite in said if s == status]
        if here and (status != "mentioned" or all(s == "mentioned" for s, _, _ in said)):
            days = _days((s for s in own if s[0] == status), cast) or _days((s for s in taken if s[0] == status), cast)
            found.append(Step(status, _either(days), in_order([c for _, c in here])))
    return tuple(found)


def _either(days: Sequence[Interval]) -> Interval | None:
    """The day that most pages give; both, as a range, where as many give another one a few days apart."""
    best = common_interval(sorted(days, key=lambda d: d.start))
    if best is None or best.days > 1:
        return best
    held = Counter({d: sum(d.meets(o) for o in days) for d in days if d.days == 1})
    rivals = [d for d in held if not d.meets(best) and held[d] == max(held.values())]
    near = [d for d in rivals if abs((d.start - best.start).days) <= CLOSE]
    if not near or len(near) != len(rivals):
        return best
    cites = tuple(dict.fromkeys(c for d in (best, *near) for c in d.cites))
    start, end = min(d.start for d in (best, *near)), max(d.end for d in (best, *near))
    return Interval(start, end, "range", "the pages differ by days", cites)


def _days(steps: Iterable[tuple[StepStatus, Interval | None, Citation]], cast: Cast) -> list[Interval]:
    """The days of steps, each once a page, and once for pages that print one outlet's words: a translation tells nothing more."""
    found = {(cite.article, day.start, day.end): day for _, day, cite in steps if day is not None}
    kept, told = [], set[tuple[str, object, object]]()
    for (article, start, end), day in found.items():
        origins = [o for o in cast.origins.get(article, ()) if cast.sources[o].kind == "outlet"]
        if not any((o, start, end) in told for o in origins):
            kept.append(day)
        told |= {(o, start, end) for o in origins}
    return kept
