"""What one accuses another of having said: "she accused *the mayor* of having called them “…”": he spoke, she tells it."""

from __future__ import annotations

from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody, pick
from isnad.annotate.quotations.subjects import subject
from isnad.model import Span

_FAR = 14
"""Tokens of the longest name and office of who is accused."""


def accused(
    field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions
) -> tuple[Found, Found | None] | None:
    """Return whom another accuses of having said what the cue leads in, and the accuser; ``None`` where nobody is accused."""
    words = field.words
    if cue.form not in ("finite", "participle", "infinitive", "gerund") or not words.keys[cue.first - 1].startswith(
        lexicon.charged
    ):
        return None
    if not cue.may("say", "manner", "judge"):
        return None
    near = (c for c in reversed(frame.cues) if 0 < cue.first - c.last <= _FAR)
    charge = next((c for c in near if not lexicon.accusing.isdisjoint(c.entry.words)), None)
    if charge is None:
        return None
    behind = Span(charge.span.end, words.tokens[cue.first - 1].start)
    named = [i for i in mentions.within(behind) if mentions.mentions[i].kind == "person"]
    if named:
        m = mentions.mentions[named[-1]]
        whom = Found(Span(m.start, m.end), named[-1], "name")
    else:
        first = charge.last + 1 + (words.keys[charge.last + 1] in _TO)
        phrase = pick(words, first, cue.first - 2, lexicon, mentions) if first < cue.first - 1 else None
        if lexicon.verb_first or phrase is None or not is_somebody(words, phrase, lexicon, mentions):
            return None
        whom = phrase
    who, _ = subject(field, charge, "before", frame.span, frame, lexicon, mentions)
    same = who is None or who.span.touches(whom.span) or who.sort not in ("name", "phrase")
    return whom, None if same else who


_TO = frozenset({"a", "al", "à", "au"})
