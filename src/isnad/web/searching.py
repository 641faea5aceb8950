"""The search page."""

from __future__ import annotations

from fastapi import APIRouter, Response

from isnad.errors import SearchError
from isnad.search import FILTERS, MODES, TYPES, Found
from isnad.web.context import Here

router = APIRouter(include_in_schema=False)
PER_TYPE = 8
PER_PAGE = 25


@router.get("/{language}/search")
def search(c: Here) -> Response:
    """Results by type, the words that answer marked, with the reason when they are not the words asked for."""
    query = c.request.query_params
    text, mode, kind = query.get("q", ""), query.get("mode", "across"), query.get("type", "")
    types = tuple(t for t in TYPES if t == kind) or TYPES
    per = PER_PAGE if len(types) == 1 else PER_TYPE
    asked = query.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    filters = {f: query.getlist(f) for f in (*FILTERS, "since", "until") if any(query.getlist(f))}
    trouble: tuple[str, ...] = ()
    found = Found("across", dict.fromkeys(types, 0), ())
    try:
        found = c.live.search(text, mode, filters, types, per, (max(1, number) - 1) * per, c.language, c.desk)
    except SearchError as fault:
        trouble = (fault.what, fault.advice)
    desk = c.desk
    offered = {
        "kind": sorted({e.kind for e in desk.d.events}),
        "publisher": sorted({a.publisher for a in desk.d.articles if a.publisher})[:300],
        "language": sorted({a.language for a in desk.d.articles}),
        "person": [e for e in desk.by_mentions if e.kind == "person"][:200],
        "place": [e for e in desk.by_mentions if e.kind == "place"][:200],
        "origin": sorted(desk.d.origins, key=lambda o: -len(o.articles))[:100],
    }
    hits = {t: [h for h in found.hits if h.type == t] for t in types}
    return c.show(
        "search.html", text=text, found=found, hits=hits, modes=MODES, mode=mode, kind=kind, number=max(1, number), per=per,
        filters=filters, offered=offered, oops=trouble, asked=bool(text.strip() or filters),
    )  # fmt: skip
