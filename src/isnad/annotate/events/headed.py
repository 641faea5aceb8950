"""Where something took place by the town that its line begins with: "*Sfax*: two men held"."""

from __future__ import annotations

from isnad.annotate.events.phrases import Layout


def headed(layout: Layout, before: int) -> int | None:
    """Return the place that a line opens with before a colon, ``None`` when a trigger's item stands before it."""
    items = layout.items
    opens = len(items) > 2 and items[0].names == "place" and items[1].key == ":" and before > 1
    return items[0].ref if opens else None
