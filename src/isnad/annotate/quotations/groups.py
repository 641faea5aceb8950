"""Whom "they" takes up: the people in number that the sentence is about, or who spoke just before ("*Two diplomats* … *They* said").

A verb of many without a subject goes on with no single person: "veintitrés cineastas llaman al boicot del certamen, al que *acusan* de …".
"""

from __future__ import annotations

from isnad.annotate.numerals import numerals
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.nounphrases import chunks, heads
from isnad.annotate.quotations.people import People
from isnad.annotate.quotations.words import Words
from isnad.model import Reading, Span, SpeakerMention
from isnad.text import fold_key

_LEAD = 4
"""Tokens before the noun: "some two hundred", « les quelque »."""


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
    words, lexicon = people.words or Words(reading.article.text, 0, len(reading.article.text)), people.lexicon
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
    spoke = _many(words, words.at(last.start), words.before(last.end) - 1, lexicon)
    return last if spoke is not None else None


def _subject(words: Words, sentence: Span, at: int, lexicon: Speech) -> Span | None:
    """Return the people in number that are a sentence's subject: at the head of the first stretch that no preposition leads in."""
    first, last = words.at(sentence.start), words.before(min(sentence.end, at)) - 1
    while last > first and words.tokens[last].kind == "mark":
        last -= 1
    for a, b in reversed(chunks(words, first, last)):
        many = _many(words, a, b, lexicon)
        if many is None and lexicon.verb_first and a < b:
            many = _many(words, a + 1, b, lexicon)  # behind its verb
        if many is not None or words.keys[a] not in lexicon.governors:
            return many
    return None


def _many(words: Words, a: int, b: int, lexicon: Speech) -> Span | None:
    """Return the people in number that a stretch begins with, as far as their noun; counted, or under a word for people."""
    k, counted, plural = a, False, False
    numbers = numerals(lexicon.language)
    while k < b and k - a <= _LEAD:
        key = words.keys[k]
        number = words.tokens[k].kind == "number" or key in lexicon.crowds or numbers.begins(fold_key(key))
        if (
            key in lexicon.crowds - lexicon.articles
            and key.endswith("s")
            and words.keys[k + 1] not in lexicon.governors
        ):
            break  # "strikers", "los huelguistas": themselves, no number of others
        if not (number or key == "-" or key in lexicon.articles or (k > a and key in lexicon.governors)):
            break
        counted = counted or (number and key not in lexicon.definite)
        plural = plural or key.endswith("s")
        k += 1
    if k >= len(words.keys) or words.tokens[k].kind != "word":
        return None
    key = words.keys[k]
    if lexicon.verb_first:
        known = key in lexicon.crowds or any(h in lexicon.speakers | lexicon.persons for h in heads(key, lexicon))
        return words.span(a, k) if counted or (known and key.endswith(("ون", "ان", "ات"))) else None
    if not key.endswith(("s", "x")) and key not in lexicon.plural_subjects:
        return None
    known = not lexicon.crowds.union(lexicon.speakers, lexicon.persons).isdisjoint((key, key[:-1]))
    return words.span(a, k) if counted or (known and (plural or lexicon.bare_clauses)) else None
