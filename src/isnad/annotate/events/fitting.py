"""Whether what stands around a trigger makes an event of its kind, and what it lacks when it does not."""

from __future__ import annotations

from isnad.annotate.events.kinds import Kind
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.setting import setting
from isnad.annotate.events.triggers import Hit
from isnad.model import Reading

SITE_NEAR = 6
"""Items behind a trigger within which a common noun says where."""


def unfit(kind: Kind, hit: Hit, parts: Parts, reading: Reading, layout: Layout) -> str:
    """Return why the parts do not make an event of the kind; empty when they do."""
    for position in hit.trigger.wants:
        if position not in parts.names and position not in parts.unnamed:
            return "no-" + position
    site = hit.trigger.object == "place" and _site(layout, hit, reading.article.language)
    if hit.trigger.object == "place" and not site and _measured(layout, hit):
        return "no-object"
    position = "object" if hit.trigger.sort == "verb" else "of"
    if hit.trigger.object and not site and not _fits(hit.trigger.object, position, parts, reading):
        return "no-object"
    if hit.trigger.subject and not _fits(hit.trigger.subject, "subject", parts, reading):
        return "no-subject"
    if kind.roles.get("subject") == "visitor" and _only_places(parts, reading):
        return "no-subject"  # "France returns to Mali": a state goes nowhere
    named = any(p in parts.names for p in kind.needs)
    unnamed = kind.anonymous and (bool(hit.trigger.doers) or any(p in parts.unnamed for p in kind.needs))
    if kind.needs and not (named or unnamed or (kind.place and parts.places)):
        return "nobody-named"
    if hit.how == "noun" and not (parts.everybody or parts.places or (kind.anonymous and parts.unnamed)):
        return "noun-alone"
    return ""


def _only_places(parts: Parts, reading: Reading) -> bool:
    """True when nobody but places stands in the subject."""
    subject = parts.names.get("subject", ())
    return bool(subject) and all(reading.mentions[m].kind == "place" for m in subject)


def _site(layout: Layout, hit: Hit, language: str) -> bool:
    """True when a common noun says where: "arrivé sur les lieux", "toured the site", «وصل إلى المملكة»."""
    end = min(layout.right(hit.last), hit.last + SITE_NEAR)
    governed = (i for i in range(hit.last + 1, end) if layout.labels[i] in ("at", "to", "bare", "person_to"))
    return any(k in setting(language).sites for i in governed for k in layout.items[i].keys)


def _measured(layout: Layout, hit: Hit) -> bool:
    """True for what comes to an amount, not to a place: "llegó a 40 grados en Sevilla", «تصل إلى 6 أمتار في الوادي»."""
    goal = layout.items[hit.last + 1 : hit.last + 3]
    return (
        hit.trigger.sort == "verb"
        and len(goal) == 2
        and goal[1].kind == "number"
        and layout.labels[hit.last + 2] in ("to", "person_to", "at")
    )


def _fits(wanted: str, position: str, parts: Parts, reading: Reading) -> bool:
    if wanted in ("place", "land"):
        return bool(parts.places) or any(reading.mentions[m].kind == "place" for m in parts.names.get("object", ()))
    found = [reading.mentions[m].kind for m in parts.names.get(position, ())]
    if wanted == "named":
        return "person" in found
    if wanted == "who":
        return bool(found) or position in parts.unnamed
    return wanted in found or (wanted == "person" and position in parts.unnamed)  # "the heads of the Corporation"
