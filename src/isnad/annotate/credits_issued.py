"""Credits beside the plain ones: texts somebody issues, and things a body makes known on its own site."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.quotations.frames import Frame
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.words import Words
from isnad.model import Credit, Span

_BACK = 5
"""Words between "issued" and "a statement"."""
_FAR = 60
"""Characters between a body that makes something known and the words "on its site"."""


def issued(words: Words, first: int, frame: Frame, known: Sources) -> bool:
    """True when the word at ``first`` is what somebody issues: "le ministère a publié un communiqué"."""
    floor = max(words.at(frame.span.start), first - _BACK)
    verbs = known.issues.within(words.keys, floor, first)
    return bool(verbs) and not known.negations.intersection(words.keys[max(0, verbs[0][0] - 3) : first])


def body_before(words: Words, first: int, frame: Frame, mentions: Mentions) -> int | None:
    """Return the organisation named last before a word, in its sentence."""
    end = words.tokens[first].start
    inside = [i for i in mentions.within(frame.span) if mentions.mentions[i].end <= end]
    return next((i for i in reversed(inside) if mentions.mentions[i].kind == "organization"), None)


def told_after(words: Words, first: int, known: Sources) -> bool:
    """True when the source is the subject of a compound past whose auxiliary stands before it (كانت الصحيفة قد ذكرت)."""
    return first > 0 and words.keys[first - 1] in known.auxiliaries


def announced(words: Words, frame: Frame, known: Sources, mentions: Mentions) -> Iterator[Credit]:
    """Yield what a body makes known on its own site, page or account: as good as its communiqué."""
    i, stop = words.at(frame.span.start), words.before(frame.span.end)
    if not known.announces.within(words.keys, i, stop):
        return
    for k, n in known.own_site.within(words.keys, i, stop):
        at = words.tokens[k].start
        bodies = [
            m
            for m in mentions.within(frame.span)
            if mentions.mentions[m].kind == "organization" and at - _FAR <= mentions.mentions[m].end <= at
        ]
        owner = max(bodies, key=lambda m: mentions.mentions[m].end, default=None)
        span = Span(at, words.tokens[k + n - 1].end)
        yield Credit("communique", words.text[span.start : span.end], span.start, span.end, owner, False, frame.span)
        return
