"""Whose words a verb leads in that only says with what aim, or while doing what, somebody acted."""

from __future__ import annotations

from isnad.annotate.quotations.crowds import chanting
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody
from isnad.annotate.quotations.speakers import clause_subject
from isnad.annotate.quotations.words import Words
from isnad.model import Span

_AND_THEY = frozenset({"وهم", "وهن", "وهما", "وهو", "وهي"})


def while_doing(words: Words, cue: Cue, frame: Frame, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return whose clause it is that «وهم» before a verb takes up («استقبلهم *عشرات العمال*، *وهم* يرددون: …»)."""
    if cue.form != "finite" or cue.first <= words.at(frame.span.start) or words.keys[cue.first - 1] not in _AND_THEY:
        return None
    if words.keys[cue.first - 1] not in ("وهو", "وهي") and (many := chanting(words, cue, frame, lexicon)) is not None:
        return many
    near = mentions.covering(words.tokens[cue.first - 2].start) if cue.first > 1 else None
    if near is not None and mentions.mentions[near].kind == "person":
        return Found(Span(mentions.mentions[near].start, mentions.mentions[near].end), near, "name")
    beside = Found(words.span(cue.first - 2, cue.first - 2), None, "phrase")
    if words.keys[cue.first - 2].startswith("ال") and is_somebody(words, beside, lexicon, mentions):
        return beside  # «يسمع *المدير* وهو يقول»
    stop = words.tokens[cue.first - 1].start
    found = clause_subject(words, frame.span.start, stop, lexicon, mentions)
    return found if found is not None and is_somebody(words, found, lexicon, mentions) else None


def aiming(words: Words, cue: Cue, ahead: Found | None, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return who acts in order to say something, without what they do (" *Los vecinos* se concentraron para exigir …"); nobody when unsure."""
    if ahead is None or words.keys[cue.first - 1] not in lexicon.governors or words.before(ahead.span.end) < cue.first:
        return ahead
    i = k = words.at(ahead.span.start)
    while k < cue.first and (words.tokens[k].kind in ("number", "elided") or words.keys[k] in lexicon.articles):
        k += 1
    found = Found(words.span(i, k), None, "phrase")
    many = words.tokens[k].kind == "word" and words.keys[k].endswith(("s", "x"))
    return found if k < cue.first - 1 and (many or is_somebody(words, found, lexicon, mentions)) else None
