"""Everything the pages show, as JSON under ``/api/v1``: paged, with ETags, described as OpenAPI 3.1.

Records are those of the interchange format ``isnad-dossier/1``, field for field; faults are problem details (RFC 9457).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, FastAPI, Path, Query, Request, Response
from msgspec import Struct
from starlette.concurrency import run_in_threadpool

from isnad.decisions import Kind
from isnad.export.badge import counts
from isnad.model import (
    Abstention,
    Agreement,
    Article,
    Copy,
    Disagreement,
    Entity,
    Event,
    Figure,
    Judgement,
    Origin,
    Quotation,
    Story,
)  # fmt: skip
from isnad.search import FILTERS, MODES, TYPES, Found
from isnad.web.desk import Desk
from isnad.web.guard import user_of
from isnad.web.live import Live
from isnad.web.refusing import Problem, problem

PREFIX = "/api/v1"
router = APIRouter(prefix=PREFIX)
COLLECTIONS: dict[str, type] = {
    "articles": Article, "stories": Story, "entities": Entity, "events": Event, "agreements": Agreement, "quotations": Quotation,
    "figures": Figure, "disagreements": Disagreement, "origins": Origin, "copies": Copy, "abstentions": Abstention, "judgements": Judgement,
}  # fmt: skip
"""Name of a list → what stands in it."""
MOST = 200


class Wish(Struct, frozen=True, forbid_unknown_fields=True):
    """A decision to be made: see ``isnad decide``."""

    kind: Kind
    ids: list[str]
    reason: str = ""
    to: dict[str, Any] | None = None
    forms: list[str] = []


class Summary(Struct, frozen=True):
    """The dossier at a glance; ``digest`` changes whenever anything in it does."""

    schema: str
    generated_by: str
    digest: str
    counts: dict[str, int]
    pending: int


def _json(
    schema: dict[str, Any], status: int = 200, words: str = "What was asked for"
) -> dict[int | str, dict[str, Any]]:
    fault = {"description": "What went wrong", "content": {"application/problem+json": {"schema": _ref("Problem")}}}
    codes: tuple[int | str, ...] = (
        (304, 401, 404, 421, 422, 503) if status == 200 else (400, 401, 403, 409, 411, 413, 421, 422, 503)
    )
    found: dict[int | str, dict[str, Any]] = {c: fault for c in codes if c != 304}
    if 304 in codes:
        found[304] = {"description": "Nothing has changed since the ETag that was sent"}
    return {status: {"description": words, "content": {"application/json": {"schema": schema}}}, **found}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _page_schema(items: dict[str, Any]) -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 0}
    fields = {"items": {"type": "array", "items": items}, "page": whole, "pages": whole, "total": whole}
    return {"type": "object", "properties": fields, "required": list(fields)}


Number = Annotated[int, Query(ge=1, le=1_000_000, description="Which page of the list.")]
Per = Annotated[int, Query(ge=1, le=MOST, description="Records of a page.")]
Of = Annotated[
    str | None, Query(max_length=200, description="Only records that speak of this article, entity, event or other id.")
]
Sort = Annotated[str | None, Query(max_length=80, description="Only of this kind.")]
Ident = Annotated[str, Path(max_length=200)]


def _desk(request: Request) -> Desk:
    live: Live = request.app.state.live
    return live.desk()


def _answer(request: Request, desk: Desk, value: object, links: Sequence[str] = ()) -> Response:
    """Return a value with its ETag, or that it is still the one the asker has."""
    tag = f'W/"{desk.digest}-{len(desk.decisions)}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"} | ({"Link": ", ".join(links)} if links else {})
    asked = [t.strip() for t in request.headers.get("if-none-match", "").split(",")]
    if tag in asked:
        return Response(status_code=304, headers=headers)
    return Response(msgspec.json.encode(value), headers=headers, media_type="application/json")


def _paged(request: Request, rows: Sequence[Any], page: int, per: int, shown: Callable[[Any], object]) -> Response:
    pages = max(1, -(-len(rows) // per))
    items = [shown(r) for r in rows[(page - 1) * per : page * per]]

    def at(n: int, rel: str) -> str:
        return f'<{request.url.include_query_params(page=n).path}?{request.url.include_query_params(page=n).query}>; rel="{rel}"'

    links = [*([at(page - 1, "prev")] if 1 < page <= pages else []), *([at(page + 1, "next")] if page < pages else [])]
    return _answer(request, _desk(request), {"items": items, "page": page, "pages": pages, "total": len(rows)}, links)


def _speaks_of(record: object, ident: str) -> bool:
    """True when an id stands anywhere in a record: as its own, an article's, a participant's, a citation's."""
    return ident.encode() in msgspec.json.encode(ident_only(record))


def ident_only(record: object) -> object:
    """Return a record without what is long and holds no ids."""
    return msgspec.structs.replace(record, text="", parts=()) if isinstance(record, Article) else record


def _short(record: object) -> object:
    """A record as a list shows it: articles without their text, which stands in the article itself."""
    return msgspec.structs.replace(record, text="") if isinstance(record, Article) else record


def _list_of(name: str) -> Callable[..., Response]:
    def listed(request: Request, page: Number = 1, per_page: Per = 50, of: Of = None, kind: Sort = None) -> Response:
        rows: Sequence[Any] = getattr(_desk(request).d, name)
        if kind:
            rows = [r for r in rows if getattr(r, "kind", None) == kind]
        if of:
            rows = [r for r in rows if _speaks_of(r, of)]
        return _paged(request, rows, page, per_page, _short)

    listed.__name__ = f"list_{name}"
    listed.__doc__ = f"List the {name}, page by page."
    return listed


def _one_of(name: str) -> Callable[..., Response]:
    def one(request: Request, ident: Ident) -> Response:
        desk = _desk(request)
        found = next((r for r in getattr(desk.d, name) if getattr(r, "id", None) == ident), None)
        return (
            problem(404, f"there is no such record among the {name}")
            if found is None
            else _answer(request, desk, found)
        )

    one.__name__ = f"get_{name}"
    one.__doc__ = f"One of the {name}, whole."
    return one


@router.get("", summary="The dossier at a glance", responses=_json(_ref("Summary")), response_class=Response)
def summary(request: Request) -> Response:
    """Return what there is of each sort, and the digest that tells this state of the dossier from any other."""
    desk = _desk(request)
    found = Summary(desk.d.schema, desk.d.generated_by, desk.digest, counts(desk.d), len(desk.pending))
    return _answer(request, desk, found)


@router.get("/search", summary="Search", responses=_json(_ref("Found")), response_class=Response)
def search(
    request: Request,
    q: Annotated[str, Query(max_length=2000)] = "",
    mode: Annotated[str, Query(pattern=f"^({'|'.join(MODES)})$")] = "across",
    type: Annotated[str | None, Query(pattern=f"^({'|'.join(TYPES)})$", description="Only in these.")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 20,
    offset: Annotated[int, Query(ge=0, le=10_000)] = 0,
    filters: Annotated[
        list[str], Query(description=f"name:value, with a name among {', '.join(FILTERS)}, since, until")
    ] = [],  # noqa: B006  FastAPI copies it
) -> Response:
    """Find articles, quotations and events; each hit says why it is one."""
    chosen: dict[str, list[str]] = {}
    for given in filters[:40]:
        name, _, value = given.partition(":")
        chosen.setdefault(name, []).append(value)
    live: Live = request.app.state.live
    types = tuple(t for t in TYPES if t == type) or TYPES
    desk = _desk(request)
    return _answer(request, desk, live.search(q, mode, chosen, types, limit, offset, None, desk))


@router.get(
    "/decisions", summary="The ledger", responses=_json(_page_schema(_ref("Judgement"))), response_class=Response
)
def decisions(request: Request, page: Number = 1, per_page: Per = 50) -> Response:
    """Return what people decided, in order."""
    return _paged(request, _desk(request).decisions, page, per_page, lambda j: j)


_WISH = {
    "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("Wish")}}},
    "security": [{"token": []}],
}


@router.post(
    "/decisions", summary="Decide", status_code=201, responses=_json(_ref("Judgement"), 201, "The decision, on the disk"),
    response_class=Response, openapi_extra=_WISH,
)  # fmt: skip
async def decide(request: Request) -> Response:
    """Record one decision; the dossier is composed again soon after. Needs a token."""
    if not request.state.token:
        return problem(401, "deciding here needs a token", "send it as: Authorization: Bearer TOKEN")
    user = user_of(request)
    if not user.edits:
        return problem(403, "this token may read and not decide")
    try:
        wish = msgspec.json.decode(await request.body(), type=Wish)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        return problem(422, "this is no decision", str(fault))
    live: Live = request.app.state.live
    made = await run_in_threadpool(
        live.decide, wish.kind, wish.ids, user.name, wish.reason, wish.to, wish.forms, patience=0.0
    )
    return Response(msgspec.json.encode(made), 201, media_type="application/json")


for _name, _type in COLLECTIONS.items():
    router.add_api_route(
        f"/{_name}",
        _list_of(_name),
        summary=f"All {_name}",
        responses=_json(_page_schema(_ref(_type.__name__))),
        response_class=Response,
    )
    if _name != "abstentions":
        router.add_api_route(
            f"/{_name}/{{ident}}",
            _one_of(_name),
            summary=f"One of the {_name}",
            responses=_json(_ref(_type.__name__)),
            response_class=Response,
        )


def describe(app: FastAPI) -> None:
    """Give the application its description: every schema is that of the values themselves."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = plain()
            types = [*COLLECTIONS.values(), Found, Problem, Summary, Wish]
            _, schemas = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
            found["components"] = {
                "schemas": schemas,
                "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            }
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]
