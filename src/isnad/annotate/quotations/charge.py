"""Which body of no name a sentence begins with, so that its pronoun or its verb without subject is that body's.

« *La gendarmerie* nie : dans un communiqué, *elle* assure que … », "*La empresa* lo niega: «…», *respondió*": nobody named before is meant.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.credits_lexicon import sources
from isnad.annotate.quotations.callings import texts
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.people import People
from isnad.annotate.quotations.words import Words
from isnad.model import Reading, SpeakerMention


def body_at_head(at: int, reading: Reading, people: People, wanted: str | None) -> SpeakerMention | None:
    """Return the body that the sentence around an offset, or one in its line that a colon or a stop parts from it, begins with.

    None when the sentence names a person before the offset, or the body's article is of another gender than ``wanted``.
    """
    words, lexicon = people.words, people.lexicon
    if lexicon.verb_first:
        return None
    words = words or Words(reading.article.text, 0, len(reading.article.text))
    own = [s for s in reading.sentences if s.start < at][-_NEAR:]
    for sentence in reversed(own):
        if "\n" in reading.article.text[sentence.start : at]:
            return None
        if any(m.kind == "person" and sentence.start <= m.start < min(at, sentence.end) for m in reading.mentions):
            return None
        last = _body(words, words.at(sentence.start), at, lexicon)
        if last is None:
            continue
        span = words.span(words.at(sentence.start), last)
        if wanted is not None and _gender(words.keys[words.at(sentence.start)], lexicon) not in (None, wanted):
            return None
        return SpeakerMention(reading.article.words(span), span.start, span.end, people.whom(span, None))
    return None


def nameless_at_head(at: int, reading: Reading, people: People, wanted: str | None) -> SpeakerMention | None:
    """Return who of no name opens the sentence before an offset, in its line (« *Une source hospitalière* avance … « … », glisse-t-elle »).

    None when that sentence names a person, or the article is of another gender than ``wanted``.
    """
    lexicon = people.lexicon
    before = [s for s in reading.sentences if s.end <= at][-1:]
    if lexicon.verb_first or not before or "\n" in reading.article.text[before[0].start : at]:
        return None
    sentence = before[0]
    if any(
        m.kind == "person" and m.form == "name" and m.start < at and m.end > sentence.start for m in reading.mentions
    ):
        return None
    words = people.words or Words(reading.article.text, 0, len(reading.article.text))
    i = words.at(sentence.start)
    if words.keys[i] not in _ONE:
        return None
    known = (lexicon.persons | lexicon.sources) - _no_people(lexicon.language)
    k = next((k for k in range(i + 1, min(i + 1 + _NOUN, len(words.keys))) if words.keys[k] in known), None)
    if k is None or words.keys[k].endswith(_MANY) or words.tokens[k].start >= sentence.end:
        return None
    if not lexicon.governors.isdisjoint(words.keys[i + 1 : k]):
        return None
    if wanted is not None and _gender(words.keys[i], lexicon) not in (None, wanted):
        return None
    span = words.span(i, k)
    return SpeakerMention(reading.article.words(span), span.start, span.end, None)


_ONE = frozenset({"un", "une", "una", "a", "an", "one", "another", "otro", "otra"})
"""What leads in somebody of no name."""
_NOUN = 3
"""Tokens behind an article among which the noun for somebody stands ("a *clinic nurse*")."""


@cache
def _no_people(language: str) -> frozenset[str]:
    lexicon, known = speech(language), sources(language)
    return (
        lexicon.contents | lexicon.outlets | texts(language)
        if lexicon is not None and known is not None
        else frozenset()
    )


_NEAR = 2
"""Sentences looked at: the words' own, and the one before it."""


def _body(words: Words, first: int, at: int, lexicon: Speech) -> int | None:
    """Return the last token of an article and a noun for a body that open a sentence, if they do."""
    i = first
    if i + 1 >= len(words.keys) or words.keys[i] not in lexicon.definite or words.tokens[i + 1].start >= at:
        return None
    noun = words.keys[i + 1]
    if noun not in lexicon.speakers or noun.endswith(_MANY) or noun in _no_bodies(lexicon.language):
        return None
    behind = words.keys[i + 2 : i + 3]
    return i + 1 if behind and (behind[0] not in lexicon.governors and behind[0] != ",") else None


def unfit_body(last: SpeakerMention | None, wanted: str, people: People) -> bool:
    """True when who spoke last is a body of no name that a pronoun of the gender cannot take up: "he" behind "the club", « elle » behind « le comité »."""
    if last is None or people.words is None or people.lexicon.verb_first:
        return False
    words, lexicon = people.words, people.lexicon
    if last.mention is not None:
        m = people.reading.mentions[last.mention]
        led = words.keys[words.at(m.start) - 1] if m.form == "role" and words.at(m.start) else ""
        return _gender(led, lexicon) not in (None, wanted)  # « *Le juge* … », dit-elle
    keys = words.keys[words.at(last.start) : words.before(last.end)]
    if keys and keys[0] in _SEVERAL:
        return True  # « *Des sénateurs* assurent … », dit-elle
    noun = next((k for k in keys if k not in people.lexicon.articles), "")
    if noun not in people.lexicon.speakers or noun in _no_bodies(people.lexicon.language) or noun.endswith(_MANY):
        return False
    own = _gender(keys[0], people.lexicon)
    return bool(people.lexicon.neuter) or (own is not None and own != wanted)


_SEVERAL = frozenset(
    {
        "des",
        "les",
        "los",
        "las",
        "unos",
        "unas",
        "deux",
        "trois",
        "dos",
        "tres",
        "two",
        "three",
        "plusieurs",
        "varios",
        "varias",
        "several",
        "some",
        "many",
        "algunos",
        "algunas",
        "muchos",
        "muchas",
        "certains",
        "certaines",
        "quelques",
    }
)
"""What opens a phrase for several, whom no "he" takes up."""
_MANY = ("s", "x")


@cache
def _no_bodies(language: str) -> frozenset[str]:
    """The words for speakers that are no bodies: persons, texts, media and what is said."""
    lexicon, known = speech(language), sources(language)
    if lexicon is None or known is None:
        return frozenset()
    return lexicon.persons | lexicon.offices | lexicon.sources | lexicon.contents | lexicon.outlets | texts(language)


def _gender(article: str, lexicon: Speech) -> str | None:
    if article in lexicon.feminine_articles:
        return "f"
    return "m" if article in lexicon.masculine_articles else None
