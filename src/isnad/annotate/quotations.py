"""Who said what: direct, mixed and indirect quotations with cue, speaker and chain.

The words are the page's own characters; nothing is altered. Marks without a word of saying, titles, names and scare
quotes are no quotations; a speaker that is not safe is left open.
"""

from __future__ import annotations

from msgspec.structs import replace

from isnad.annotate.quotations_chains import chain_of, credit_of
from isnad.annotate.quotations_frames import Field, Frame, fields
from isnad.annotate.quotations_indirect import reported
from isnad.annotate.quotations_lexicon import Speech, speech
from isnad.annotate.quotations_marked import Draft, drafts
from isnad.annotate.quotations_speakers import Found, Mentions
from isnad.model import Abstention, Article, Citation, Mention, QuotationMention, Reading, SpeakerMention

__all__ = ["find_quotations"]


def find_quotations(reading: Reading) -> Reading:
    """Return the reading with its quotations in order of place, and abstentions for words whose speaker is unsure."""
    lexicon = speech(reading.article.language)
    if lexicon is None:
        return reading
    mentions = Mentions(reading.mentions)
    found: list[QuotationMention] = []
    doubts: list[Abstention] = []
    last: SpeakerMention | None = None
    for field in fields(reading.article, lexicon):
        for draft in _field(field, lexicon, mentions, reading):
            speaker, last = _speaker(draft, last, reading)
            made = _make(draft, _behind(speaker, reading), reading)
            found.append(made)
            if speaker is None or (
                speaker.mention is None and draft.speaker is not None and draft.speaker.sort in ("pronoun", "pronouns")
            ):
                doubts.append(_unsure(made, reading.article))
    found.sort(key=lambda q: q.pieces[0].start)
    return replace(reading, quotations=tuple(found), abstentions=reading.abstentions + tuple(doubts))


def _field(field: Field, lexicon: Speech, mentions: Mentions, reading: Reading) -> list[Draft]:
    """Return the field's quotations, marked and reported, in order of place."""
    made: list[Draft] = []
    before: Frame | None = None
    for n, frame in enumerate(field.frames):
        following = field.frames[n + 1] if n + 1 < len(field.frames) else None
        marked = drafts(field, frame, before, following, lexicon, mentions, made)
        made += marked
        made += reported(field, frame, marked, lexicon, mentions)
        before = frame
    made.sort(key=lambda d: d.pieces[0].start)
    return made


def _speaker(
    draft: Draft, last: SpeakerMention | None, reading: Reading
) -> tuple[SpeakerMention | None, SpeakerMention | None]:
    """Return the speaker as printed with the mention it is, and who spoke last."""
    found = draft.speaker
    if found is None:
        return (last, last) if draft.dropped else (None, last)
    if found.sort == "nobody":
        return None, last
    words = reading.article.words(found.span)
    if found.sort == "pronoun":
        resolved = last.mention if last else _subject_before(found, reading)
        said = SpeakerMention(words, found.span.start, found.span.end, resolved)
        return said, said if last is None else last
    if found.mention is None:
        said = SpeakerMention(words, found.span.start, found.span.end, None)
        return said, said
    m = reading.mentions[found.mention]
    whom = m.refers[0] if len(m.refers) == 1 else found.mention
    said = SpeakerMention(words, found.span.start, found.span.end, whom)
    return said, said


def _subject_before(found: Found, reading: Reading) -> int | None:
    """Return the person a pronoun most safely stands for: the only person named in the sentence before, or its first."""
    near: list[tuple[int, Mention]] = [
        (i, m)
        for i, m in enumerate(reading.mentions)
        if m.kind == "person"
        and m.form == "name"
        and not m.plural
        and m.end <= found.span.start
        and found.span.start - m.end < 400
    ]
    if not near:
        return None
    text = reading.article.text
    line = text.rfind("\n", 0, found.span.start)
    same = [x for x in near if x[1].start > line] or near[-1:]
    return same[0][0]


def _behind(speaker: SpeakerMention | None, reading: Reading) -> SpeakerMention | None:
    """A communiqué speaks for who issued it: the same printed words, with the owner as the one they stand for."""
    if speaker is None or speaker.mention is not None:
        return speaker
    credit = credit_of(speaker, reading)
    if credit is None or reading.credits[credit].kind != "communique":
        return speaker
    return replace(speaker, mention=reading.credits[credit].owner)


def _make(draft: Draft, speaker: SpeakerMention | None, reading: Reading) -> QuotationMention:
    """Return the finished quotation of a draft."""
    return QuotationMention(
        kind=draft.kind,
        pieces=draft.pieces,
        scope=draft.scope,
        cue=draft.cue.span if draft.cue else None,
        speaker=speaker,
        chain=chain_of(draft, speaker, reading),
        stance=draft.cue.stance if draft.cue else "neutral",
    )


def _unsure(made: QuotationMention, article: Article) -> Abstention:
    """Return the note that a quotation's speaker was left open."""
    why = "no word of saying names who spoke" if made.speaker is None else "the pronoun may stand for several people"
    return Abstention(
        (Citation(article.id, made.pieces[0].start, made.pieces[-1].end),),
        "speaker of a quotation",
        why,
        "speaker-unknown",
    )
