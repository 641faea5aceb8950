"""Pages that list and tell: overview, timeline, stories, names, quotations, agreements, disagreements, origins, network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from isnad.export.words import date_words, month_names, name_of, title_of
from isnad.model import Event, Quotation
from isnad.text import fold_key
from isnad.web import charts
from isnad.web.activity import activity
from isnad.web.choosing import alike, near, speakers
from isnad.web.context import Context, Here, Missing
from isnad.web.desk import Desk
from isnad.web.view import KINDS

router = APIRouter(include_in_schema=False)


@router.get("/{language}")
def overview(c: Here) -> Response:
    """The dossier at a glance, and what needs a look."""
    d, desk = c.desk.d, c.desk
    look = {
        "disagreements": list(d.disagreements)[:4],
        "single": [e for e in d.events if e.independent_origins.max == 1 and e.status == "reported"][:4],
        "undated": [a for a in d.articles if a.published is None],
        "unnamed": [q for q in d.quotations if q.speaker is None],
        "reasons": Counter(a.reason or "other" for a in d.abstentions).most_common(6),
        "vanished": [j for j in desk.decisions if j.id in set(d.meta.get("vanished", ()))],
    }
    people = [e for e in desk.by_mentions if e.kind == "person"][:12]
    places = [e for e in desk.by_mentions if e.kind == "place"][:12]
    stories = sorted(d.stories, key=lambda s: -len(s.articles))[:8]
    return c.show(
        "overview.html",
        activity=_activity(c),
        stats=c.view.stats,
        newest=desk.newest[:12],
        look=look,
        people=people,
        places=places,
        stories=stories,
    )


def _activity(c: Context) -> object:
    return activity(
        c.desk.d, c.language, month_names(c.language), f"{c.view.t('pages')}, {c.view.t('events')}",
        lambda days, pages, events: f"{days}: {c.view.count(pages, 'page')}, {c.view.count(events, 'event')}",
        lambda first, last: c.view.url("timeline", since=first, until=last),
    )  # fmt: skip


@router.get("/{language}/timeline")
def timeline(c: Here) -> Response:
    """Events on a line of days and as a list, filtered and zoomed."""
    q, desk = c.query, c.desk
    first, last = _day(q.get("since")), _day(q.get("until"))
    events = [e for e in desk.d.events if _wanted(e, q, desk) and _within(e, first, last)]
    found = charts.bounds((e.date.start, e.date.end) for e in events if e.date)
    drawn: object = ""
    if found or (first and last):
        low, high = first or found[0] if found else first, last or found[1] if found else last
        assert low is not None
        assert high is not None
        scale = charts.Scale(min(low, high), max(low, high), c.view.direction == "rtl", month_names(c.language))
        drawn = charts.timeline(
            events, scale, lambda e: f"{date_words(e.date, c.language)} · {title_of(e.title, c.language)}",
            lambda e: c.view.url("events", e.id), lambda a, b: c.view.here(since=a, until=b, page=None), c.view.t("timeline"),
        )  # fmt: skip
        zoom = _zoom(c, scale.first, scale.last, _whole(events if first is None else desk.d.events))
    else:
        zoom = {}
    kinds = sorted(Counter(e.kind for e in desk.d.events).items(), key=lambda x: -x[1])
    sliced = c.slice(events, 100)
    return c.show(
        "timeline.html", drawn=drawn, zoom=zoom, kinds=kinds, page=sliced, years=c.view.years(sliced.items), q=q
    )


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat((given or "").strip())
    except ValueError:
        return None


def _within(e: Event, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return e.date is not None and (first is None or e.date.end >= first) and (last is None or e.date.start <= last)


def _wanted(e: Event, q: dict[str, str], desk: Desk) -> bool:
    """True when an event meets the filters of the timeline."""
    if q.get("kind") and e.kind != q["kind"]:
        return False
    if q.get("status") and e.status != q["status"]:
        return False
    who = q.get("who", "")
    if who and who != e.place and all(p.entity != who for p in e.participants):
        return False
    story = desk.stories.get(q.get("story", ""))
    return story is None or any(a in story.articles for a in e.articles)


def _whole(events: Sequence[Event]) -> tuple[date, date] | None:
    """From the first day any of the events may have been to the last."""
    days = [e.date for e in events if e.date]
    return (min(d.start for d in days), max(d.end for d in days)) if days else None


def _zoom(c: Context, first: date, last: date, whole: tuple[date, date] | None) -> dict[str, str]:
    """Addresses of the timeline nearer, wider, and to both sides."""
    span = max(2, (last - first).days)

    def at(low: float, high: float) -> str:
        a = max(date.min.toordinal(), first.toordinal() + int(low * span))
        b = min(date.max.toordinal(), first.toordinal() + int(high * span))
        return c.view.here(since=date.fromordinal(a), until=date.fromordinal(max(a, b)), page=None)

    return {
        "in": at(0.25, 0.75),
        "out": at(-0.5, 1.5),
        "earlier": at(-0.5, 0.5),
        "later": at(0.5, 1.5),
        "all": c.view.here(since=whole[0] if whole else None, until=whole[1] if whole else None, page=None),
    }


@router.get("/{language}/stories")
def stories(c: Here) -> Response:
    """All stories, the largest first."""
    return c.show("stories.html", page=c.slice(sorted(c.desk.d.stories, key=lambda s: (-len(s.articles), s.id))))


@router.get("/{language}/stories/{ident}")
def story(c: Here, ident: str) -> Response:
    """One story: its articles, events, people and agreements."""
    desk = c.desk
    s = desk.stories.get(ident)
    if s is None:
        raise Missing(ident)
    within = set(s.articles)
    events = [e for e in desk.d.events if within & set(e.articles)]
    named: Counter[str] = Counter(x for a in s.articles for x in desk.entities_in.get(a, ()))
    people = [desk.entities[x] for x, _ in named.most_common(60) if desk.entities[x].kind != "place"][:20]
    articles = [a for a in desk.newest if a.id in within]
    agreements = [a for a in desk.d.agreements if within & set(a.articles)]
    return c.show("story.html", s=s, events=events, people=people, page=c.slice(articles), agreements=agreements)


@router.get("/{language}/people")
@router.get("/{language}/organizations")
@router.get("/{language}/places")
def names(c: Here) -> Response:
    """All names of one kind, the most named first, narrowed by what they begin with."""
    path = c.request.url.path.rsplit("/", 1)[-1]
    kind = next(k for k, v in KINDS.items() if v == path)
    begin = fold_key(c.query.get("q", "")[:80])
    found = [e for e in c.desk.by_mentions if e.kind == kind]
    if begin:
        found = [e for e in found if any(begin in fold_key(n) for n in (*e.aliases, *e.name.values()))]
    return c.show("names.html", kind=kind, path=path, page=c.slice(found))


@router.get("/{language}/entities/{ident}")
def entity(c: Here, ident: str) -> Response:
    """One person, organisation or place."""
    desk = c.desk
    e = desk.entities.get(ident)
    if e is None:
        raise Missing(ident)
    roles = sorted(e.roles, key=lambda r: str(r.date.start) if r.date else "9")
    met = sorted(
        ((b if a == ident else a, ids) for (a, b), ids in desk.meetings.items() if ident in (a, b)),
        key=lambda x: -len(x[1]),
    )
    pages_of = Counter(x.article for x in e.mentions)
    articles = sorted((desk.articles[a] for a in pages_of if a in desk.articles), key=lambda a: (-pages_of[a.id], a.id))
    others = alike(c.view, ident) if c.user.edits else []
    return c.show(
        "entity.html", e=e, roles=roles, events=desk.events_of.get(ident, []), quotations=desk.said_by.get(ident, []),
        agreements=desk.agreements_of.get(ident, []), together=desk.together(ident), met=met[:16], page=c.slice(articles), pages_of=pages_of, others=others,
    )  # fmt: skip


@router.get("/{language}/events/{ident}")
def event(c: Here, ident: str) -> Response:
    """One event: who, where, on whose word, and how each page tells it."""
    e = c.desk.events.get(ident)
    if e is None:
        raise Missing(ident)
    told: dict[str, list[object]] = {}
    for cite in e.cites:
        told.setdefault(cite.article, []).append(cite)
    parts = [x for x in c.desk.d.events if x.part_of == ident]
    beside = [
        x for x in c.desk.d.events if x.id != ident and x.kind == e.kind and e.date and x.date and x.date.meets(e.date)
    ][:6]
    others = near(c.view, ident) if c.user.edits else []
    disputes = c.desk.disputed.get(ident, [])
    return c.show("event.html", e=e, told=told, parts=parts, beside=beside, disputes=disputes, others=others)


@router.get("/{language}/agreements")
def agreements(c: Here) -> Response:
    """All agreements with their steps."""
    return c.show("agreements.html", page=c.slice(c.desk.d.agreements))


@router.get("/{language}/quotations")
def quotations(c: Here) -> Response:
    """All quotations with their chains, filtered by speaker and kind."""
    q = c.query
    found = [x for x in c.desk.d.quotations if not q.get("who") or _said_by(x, q["who"])]
    found = [x for x in found if not q.get("kind") or x.kind == q["kind"]]
    named = sorted(((e, len(v)) for e, v in c.desk.said_by.items() if e in c.desk.entities), key=lambda x: -x[1])[:60]
    return c.show("quotations.html", page=c.slice(found), speakers=named, q=q)


def _said_by(x: Quotation, who: str) -> bool:
    """True for the words of an entity, or, for ``nobody``, of a speaker who is not known."""
    return x.speaker is None if who == "nobody" else x.speaker is not None and x.speaker.entity == who


@router.get("/{language}/quotations/{ident}")
def quotation(c: Here, ident: str) -> Response:
    """One quotation: its chain, and the same words elsewhere."""
    q = c.desk.quotations.get(ident)
    if q is None:
        raise Missing(ident)
    same = [c.desk.quotations[x] for x in q.same_as if x in c.desk.quotations]
    offered = speakers(c.view, ident) if c.user.edits else []
    return c.show("quotation.html", q=q, same=same, speakers=offered)


@router.get("/{language}/disagreements")
def disagreements(c: Here) -> Response:
    """Where the sources disagree."""
    return c.show("disagreements.html", page=c.slice(c.desk.d.disagreements))


@router.get("/{language}/origins")
def origins(c: Here) -> Response:
    """Where the words come from, and who copied whom."""
    copies = sorted(c.desk.d.copies, key=lambda x: (-x.overlap, x.id))
    return c.show("origins.html", page=c.slice(c.desk.trees), copies=copies[:200])


@router.get("/{language}/network")
def network(c: Here) -> Response:
    """Who took part in events with whom."""
    desk = c.desk
    kinds = {"person": {"person"}, "organization": {"organization"}}.get(
        c.query.get("kind", ""), {"person", "organization"}
    )
    pairs = {
        p: len(ids)
        for p, ids in desk.meetings.items()
        if all(x in desk.entities and desk.entities[x].kind in kinds for x in p)
    }
    drawn = charts.network(
        pairs,
        lambda x: name_of(desk.entities[x], c.language),
        lambda x: desk.entities[x].kind,
        lambda x: c.view.url("entities", x),
        c.view.t("network"),
    )
    rows = sorted(((a, b, desk.meetings[a, b]) for a, b in pairs), key=lambda x: (-len(x[2]), x[0], x[1]))
    return c.show("network.html", drawn=drawn, page=c.slice(rows), kind=c.query.get("kind", ""))


@router.get("/{language}/abstentions")
def abstentions(c: Here) -> Response:
    """What was seen and not claimed, and why."""
    reason = c.query.get("reason", "")
    found = [a for a in c.desk.d.abstentions if not reason or (a.reason or "other") == reason]
    reasons = Counter(a.reason or "other" for a in c.desk.d.abstentions).most_common()
    return c.show("abstentions.html", page=c.slice(found), reasons=reasons, reason=reason)


@router.get("/{language}/", response_class=RedirectResponse)
def slash(c: Here) -> Response:
    """The overview has no slash at its end."""
    return RedirectResponse(c.view.url(), 308)
