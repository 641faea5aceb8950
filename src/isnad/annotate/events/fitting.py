"""Whether what stands around a trigger makes an event of its kind, and what it lacks when it does not."""

from __future__ import annotations

from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.kinds import Kind
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.setting import setting
from isnad.annotate.events.triggers import Hit
from isnad.annotate.events.verbs import Verb
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
    if hit.trigger.kind == "meeting" and _reached(hit, parts, layout):
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


def _reached(hit: Hit, parts: Parts, layout: Layout) -> bool:
    """True of whom the reporter reached or met: "Joint par téléphone, l'armateur …", "…, rencontré dans son bureau"; nobody else is said to."""
    verb = hit.verb
    if verb is None or hit.how != "verb" or verb.first != hit.first or verb.tense != "participle":
        return False
    if any(p in parts.names or (p in parts.unnamed and not hit.trigger.after) for p in ("by", "with")):
        return False
    return verb.first == 0 or layout.items[verb.first - 1].kind == "mark"


def sole(reason: str, hit: Hit, parts: Parts, reading: Reading, layout: Layout, grammar: Grammar) -> bool:
    """Return whether what a telling lacks is only not said, and nothing stands there that shows another sense.

    "The minister left on Monday" lacks a place; "France returned to Mali", "attacked the film" and "came to 40" have what is none.
    """
    if reason in ("nobody-named", "noun-alone"):
        return True
    if reason not in ("no-object", "no-subject") or hit.verb is None or _only_places(parts, reading):
        return False
    if hit.how != "verb":
        return True
    if reason == "no-subject" and not hit.verb.passive and not _people(layout, hit.verb, grammar):
        return False
    last = max(hit.last, hit.verb.last)
    behind = range(last + 1, layout.right(last))
    if hit.trigger.object == "place" and (
        not _people(layout, hit.verb, grammar)
        or any(layout.items[j].kind == "number" or layout.labels[j] in ("to", "person_to") for j in behind)
    ):
        return False  # "the train came on Monday", "returned to training"
    return hit.verb.passive or not any(_thing(layout, j, grammar) for j in behind)


def _people(layout: Layout, verb: Verb, grammar: Grammar) -> bool:
    """True where people stand before a verb in its clause: "two *people* wounded on Monday died", "the battery died"."""
    before = layout.items[max(0, layout.left(verb.first)) : verb.first]
    return any(i.names == "person" or (i.kind == "word" and any(grammar.acting(k) for k in i.keys)) for i in before)


def _thing(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True for a noun or a name that nothing governs but "of"."""
    item = layout.items[j]
    if layout.labels[j] not in ("bare", "of") or item.kind not in ("word", "name", "role"):
        return False
    small = item.kind == "word" and (len(item.key) <= _SMALL or not grammar.small.isdisjoint(item.keys))
    return not (small or grammar.words["adverbs"].at(layout.items, j))


_SMALL = 3
"""Letters of the longest word that is no noun here."""


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
