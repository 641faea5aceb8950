"""Whom "they" takes up: the people in number that the sentence is about, or who spoke just before ("*Two diplomats* … *They* said").

A verb of many without a subject goes on with no single person: "veintitrés cineastas llaman al boicot del certamen, al que *acusan* de …".
"""

from __future__ import annotations

from isnad.annotate.quotations.crowds import many_at
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.nounphrases import Found, Mentions, chunks
from isnad.annotate.quotations.people import People
from isnad.annotate.quotations.speakers import behind_verb
from isnad.annotate.quotations.words import Words
from isnad.model import Reading, Span, SpeakerMention


def of_many(draft: Draft, lexicon: Speech) -> bool:
    """True of a quotation that many say whom the sentence does not name: "they", or a plural verb alone."""
    if draft.speaker is not None:
        return draft.speaker.sort == "pronouns" and draft.speaker.mention is None
    if not draft.dropped or draft.cue is None or draft.cue.form != "finite":
        return False
    many = ("وا", "ون") if lexicon.verb_first else lexicon.many
    return bool(many) and draft.cue.entry.words[0].endswith(many)


def group(draft: Draft, last: SpeakerMention | None, reading: Reading, people: People) -> SpeakerMention | None:
    """Return the people in number that such words take up, as printed; ``None`` when none are near."""
    words, lexicon = _words(people), people.lexicon
    at = draft.speaker.span.start if draft.speaker is not None else draft.cue.span.start if draft.cue else 0
    near = [s for s in reading.sentences if s.start < at][-2:]
    for sentence in reversed(near):
        if "\n" in reading.article.text[sentence.start : at].rstrip("\n"):
            break
        many = _subject(words, sentence, at, lexicon)
        if many is not None:
            return SpeakerMention(reading.article.words(many), many.start, many.end)
        if people.subject_of(sentence) not in (None, last.mention if last is not None else None):
            break
    if last is None or last.mention is not None or last.end > at or "\n" in reading.article.text[last.end : at]:
        return None
    spoke = many_at(words, words.at(last.start), words.before(last.end) - 1, lexicon)
    return last if spoke is not None else None


def _words(people: People) -> Words:
    text = people.reading.article.text
    return people.words or Words(text, 0, len(text))


def _subject(words: Words, sentence: Span, at: int, lexicon: Speech) -> Span | None:
    """Return the people in number that are a sentence's subject: at the head of the first stretch that no preposition leads in."""
    first, last = words.at(sentence.start), words.before(min(sentence.end, at)) - 1
    while last > first and words.tokens[last].kind == "mark":
        last -= 1
    for a, b in reversed(chunks(words, first, last)):
        many = many_at(words, a, b, lexicon)
        if many is None and lexicon.verb_first and a < b:
            many = many_at(words, a + 1, b, lexicon)  # behind its verb
        if many is not None or words.keys[a] not in lexicon.governors:
            return many
    return None


def without_verb(found: Found, people: People, mentions: Mentions) -> Found:
    """Return people in number without the verb that was taken for a part of them ("catorce vecinas *llaman* al boicot")."""
    words, lexicon = _words(people), people.lexicon
    if found.sort != "phrase" or found.mention is not None:
        return found
    if lexicon.verb_first:
        last = words.before(found.span.end) - 1
        return behind_verb(words, words.at(found.span.start), last, lexicon, mentions) or found
    last = words.before(found.span.end) - 1
    many = many_at(words, words.at(found.span.start), last, lexicon)
    behind = words.before(many.end) if many is not None else last + 1
    if (
        many is None
        or behind > last
        or words.keys[behind] in lexicon.governors
        or words.keys[behind].endswith(("s", "x"))
    ):
        return found
    verb = words.tokens[behind].text.islower() and (words.keys[behind].endswith(_OF_MANY))
    return Found(many, None, "phrase") if verb else found


_OF_MANY = ("an", "en", "on", "ent", "ont", "aron", "ieron")
"""How a Romance verb of many ends."""
