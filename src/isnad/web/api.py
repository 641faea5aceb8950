"""To be completed: the API."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, FastAPI, Response

router = APIRouter(prefix="/api/v1")


def problem(status: int, what: str, advice: str = "") -> Response:
    """Return what went wrong (RFC 9457)."""
    body = {"type": "about:blank", "status": status, "title": what, "detail": advice}
    return Response(msgspec.json.encode(body), status, media_type="application/problem+json")


def describe(app: FastAPI) -> None:
    """Later."""
