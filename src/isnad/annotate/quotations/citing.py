"""Whom a medium cites: "according to the agency, *which cites a diplomat*", «بحسب الوكالة، التي نقلت عن دبلوماسي»: he spoke, it relayed."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.quotations.chains import credit_of
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.phrases import key
from isnad.annotate.quotations.words import Words
from isnad.model import ChainLink, Reading, Span, SpeakerMention
from isnad.text import fold_key, tokens

_MEDIA = ("agency", "outlet", "foreign press", "unknown")
_LONGEST = 10
"""Words of the longest source that is cited."""
_BESIDE = 6
"""Words between a cue and one of citing that only says whom its medium has it from."""


def cited(draft: Draft, speaker: SpeakerMention | None, reading: Reading) -> tuple[SpeakerMention, ChainLink] | None:
    """Return whom the medium that tells the words cites, and the medium as the one that relays them; ``None`` when it cites nobody.

    A person or a body that is no medium speaks for itself, whatever it refers to.
    """
    lexicon = speech(reading.article.language)
    if speaker is None or lexicon is None or not _is_medium(speaker, reading, lexicon):
        return None
    end = speaker.end
    if draft.cue is not None and speaker.end <= draft.cue.span.start <= speaker.end + 24:
        end = draft.cue.span.end
    if (told := _cited_ahead(speaker, reading, lexicon)) is not None:
        return told
    words = Words(reading.article.text, end, min(draft.scope.end + 200, len(reading.article.text)))
    i = 1 if words.keys and words.keys[0] in (",", "،") else 0
    n = lexicon.citing.match(words.keys, i)
    if not n or "\n" in words.text[end : words.tokens[i].end]:
        return None
    first = i + n
    while first < len(words.keys) and words.keys[first] in ("a",):
        first += 1  # "que cita *a* una fuente"
    last = _phrase(words, first, lexicon)
    if last < first:
        return None
    start, stop = words.tokens[first].start, words.tokens[last].end
    return _as_cited(Span(start, stop), speaker, reading)


def _as_cited(span: Span, medium: SpeakerMention, reading: Reading) -> tuple[SpeakerMention, ChainLink]:
    """Return whom the words of a range name, and the medium that cites them as a link of the chain."""
    start, stop = span.start, span.end
    inside = [m for m, x in enumerate(reading.mentions) if start <= x.start and x.end <= stop and x.kind == "person"]
    who = SpeakerMention(reading.article.text[start:stop], start, stop, inside[0] if len(inside) == 1 else None)
    said = Span(medium.start, medium.end)
    named = (n for n, c in enumerate(reading.credits) if c.kind in _MEDIA and Span(c.start, c.end).touches(said))
    credit = credit_of(medium, reading)
    credit = next(named, None) if credit is None else credit  # "our Spanish colleagues of *La Provincia*"
    name = reading.credits[credit].name if credit is not None else medium.text
    at = reading.credits[credit].start if credit is not None else medium.start
    return who, ChainLink("relayed by", name, at, medium.end, credit)


def _cited_ahead(speaker: SpeakerMention, reading: Reading, lexicon: Speech) -> tuple[SpeakerMention, ChainLink] | None:
    """Return whom a sentence cites before its medium speaks: "*Quoting two officials*, the paper said that …"."""
    sentence = next((s for s in reading.sentences if s.start <= speaker.start < s.end), None)
    if sentence is None:
        return None
    words = Words(reading.article.text, sentence.start, speaker.start)
    opens = next(
        (words.keys[0][len(c) :] for c in lexicon.clitics if words.keys[:1] and words.keys[0].startswith(c)), ""
    )
    n = lexicon.citing.match(words.keys, 0) or lexicon.citing.match([opens, *words.keys[1:3]], 0)  # «*و*نقلا عن»
    if not n:
        return None
    first = n + (words.keys[n : n + 1] == ["a"])
    last = _phrase(words, first, lexicon)
    closed = words.keys[last + 1 : last + 2] in ([","], ["،"])
    if last < first or not closed or len(words.keys) - last > _BESIDE:
        return None
    return _as_cited(words.span(first, last), speaker, reading)


def only_cites(cue: Cue, told: Sequence[Cue], words: Words, lexicon: Speech) -> bool:
    """True for "citing …" right behind the cue of who cites: "the paper *reported*, citing two officials, that" has one speaker."""
    if cue.form != "preposition" or not lexicon.citing.match(words.keys, cue.first):
        return False
    return any(0 < cue.first - c.last <= _BESIDE for c in told)


def _is_medium(speaker: SpeakerMention, reading: Reading, lexicon: Speech) -> bool:
    if speaker.mention is not None and reading.mentions[speaker.mention].kind == "person":
        return False
    credit = credit_of(speaker, reading)
    if credit is not None and reading.credits[credit].kind in _MEDIA:
        return True
    said = [key(t.text) for t in tokens(speaker.text) if t.kind == "word"]
    return any(k in lexicon.outlets or k in lexicon.media or fold_key(k) in lexicon.mastheads for k in said)


def _phrase(words: Words, first: int, lexicon: Speech) -> int:
    """The last token of the noun phrase that begins at a token, before a mark, a relative or a conjunction."""
    last = first - 1
    for i in range(first, min(first + _LONGEST, len(words.keys))):
        if words.tokens[i].kind == "mark" and words.keys[i] not in "-'’":
            break
        if i > first and (words.keys[i] in lexicon.relatives or lexicon.conjunctions.match(words.keys, i)):
            break
        last = i
    return last
