"""By whose mouth somebody speaks who is not there himself: "through *his lawyer*", « par la voix de *son avocat* », «عبر *محاميه*»."""

from __future__ import annotations

from isnad.annotate.quotations.callings import is_body_word
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.nounphrases import heads
from isnad.annotate.quotations.phrases import split
from isnad.annotate.quotations.words import Words
from isnad.languages.meanings import concepts
from isnad.model import ChainLink, Reading, SpeakerMention

_LED = 3
"""Small words between "through" and the noun: an article, a possessive, "one of"."""


def by_mouth(draft: Draft, speaker: SpeakerMention, reading: Reading) -> ChainLink | None:
    """Return who speaks for the speaker in a quotation's sentence, ``None`` when nobody does, or the speaker is a body."""
    lexicon = speech(reading.article.language)
    if lexicon is None or draft.cue is None or _is_body(speaker, reading, lexicon):
        return None
    sentence = next((s for s in reading.sentences if s.start <= draft.cue.span.start < s.end), None)
    if sentence is None:
        return None
    words = Words(reading.article.text, sentence.start, sentence.end)
    for i, n in lexicon.through.within(words.keys, 0, len(words.keys)):
        if any(p.start <= words.tokens[i].start < p.end for p in draft.pieces):
            continue
        k = _noun(words, i + n, lexicon)
        if k is None or words.tokens[k].start <= speaker.start < words.tokens[k].end:
            continue
        first = k - 1 if k > i + n and words.keys[k - 1] in lexicon.possessors else k
        return ChainLink("relayed by", words.text[words.tokens[first].start : words.tokens[k].end],
                         words.tokens[first].start, words.tokens[k].end)  # fmt: skip
    return None


def _is_body(speaker: SpeakerMention, reading: Reading, lexicon: Speech) -> bool:
    """True of a body, which speaks by its spokesman's mouth whenever it speaks."""
    if speaker.mention is not None:
        return reading.mentions[speaker.mention].kind != "person"
    said = [h for k in split(speaker.text)[:_LED] for h in heads(k, lexicon)]
    persons = lexicon.persons | lexicon.offices
    if any("family" in concepts(h)[0] for h in said):
        return False  # "su familia, *a través del abogado*": no body
    return any(h in lexicon.speakers for h in said) and not any(h in persons and not is_body_word(h) for h in said)


def _noun(words: Words, i: int, lexicon: Speech) -> int | None:
    """Return the token that is a word for somebody's mouth, right behind small words."""
    for k in range(i, min(i + _LED, len(words.keys))):
        if any(h in lexicon.mouths for h in heads(words.keys[k], lexicon)):
            return k
        small = words.keys[k] in lexicon.articles or words.keys[k] in lexicon.possessors
        if not small and words.tokens[k].kind != "elided":
            return None
    return None
