"""Questions and answers without quotation marks: the answers are the interviewee's words, the questions nobody's.

Who answers is named by the title or the introduction: the one person there. Two persons, or none, and no answer is
claimed for anybody. In a transcript every turn that opens with a person's name and a colon is that person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex
from msgspec.structs import replace

from isnad.annotate.quotations.frames import Field
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.nounphrases import Found, Mentions
from isnad.languages import table
from isnad.model import Article, ChainLink, QuotationMention, Reading, Span, SpeakerMention
from isnad.text import fold_key

_TURNS = 3
"""A transcript has at least so many turns that open with a name."""
_ASKED = 2
"""Questions answered in marks by which a text is an interview with whom its headline names."""
_LONGEST = 3000
"""Characters of the longest answer: what follows the last answer is the article's again."""


@cache
def _labels(language: str) -> regex.Pattern[str]:
    """Return what opens a question or an answer at a line's head ("Q :", "R.", «س:»)."""
    data = table(language, "speech")["interviews"]
    question, answer = ("|".join(map(regex.escape, data[k])) for k in ("question", "answer"))
    return regex.compile(
        rf"^[ \t]*(?:(?P<q>{question})|(?P<a>{answer}))(?:\.?\s?[:：\-–—]+|\.(?=\s))[ \t]*(?=\S)", regex.MULTILINE
    )


def answers(article: Article, field: Field, mentions: Mentions) -> Iterator[Draft]:
    """Yield the answers of an interview or the turns of a transcript as direct quotations, in order of place."""
    text, start, end = article.text, field.span.start, field.span.end
    if field.kind != "body":
        return
    found = list(_labels(article.language).finditer(text, start, end))
    asked = [m for m in found if m.group("q")]
    if asked and len(found) > len(asked) and found[0].group("q") and any(_asks(text, m.end()) for m in asked):
        who = _interviewee(article, found[0].start(), mentions)
        for n, m in enumerate(found):
            if m.group("a"):
                after = found[n + 1].start() if n + 1 < len(found) else _line_end(text, m.end(), end)
                yield _draft(_trimmed(text, m.end(), min(after, m.end() + _LONGEST)), who)
        return
    yield from _turns(text, start, end, mentions)


def _asks(text: str, at: int) -> bool:
    return text[at : _line_end(text, at, len(text))].rstrip()[-1:] in ("?", "؟")


def _line_end(text: str, at: int, end: int) -> int:
    line = text.find("\n", at, end)
    return end if line < 0 else line


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in '«“"'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '»”"'):
        end -= 1
    return Span(start, end)


def _draft(words: Span, who: Found | None) -> Draft:
    return Draft("direct", (words,), words, None, who)


def _interviewee(article: Article, before: int, mentions: Mentions) -> Found | None:
    """Return the one person the title names, else the one named anywhere before the first question."""
    people = [
        i for i in mentions.order if mentions.mentions[i].kind == "person" and mentions.mentions[i].form == "name"
    ]
    title = next((p for p in article.parts if p.kind == "title"), None)
    for start, end in ((title.start, title.end) if title else (0, 0), (0, before)):
        named = [i for i in people if start <= mentions.mentions[i].start < end and mentions.mentions[i].end <= before]
        if len({fold_key(mentions.mentions[i].text).split(" ")[-1] for i in named}) == 1:
            m = mentions.mentions[named[0]]
            return Found(Span(m.start, m.end), named[0], "name")
        if len(named) > 1:
            first = mentions.mentions[named[0]]
            body = next((p.start for p in article.parts if p.kind in ("lead", "body")), -1)
            # "*Carmen Olivenza* dirige desde hace cuatro años …": whom the introduction opens with, whoever is named behind
            return Found(Span(first.start, first.end), named[0], "name") if first.start == body else None
    return None


def _turns(text: str, start: int, end: int, mentions: Mentions) -> Iterator[Draft]:
    """Yield the turns of a transcript: lines that open with a person's name and a colon."""
    opened: list[tuple[int, int]] = []
    for i in mentions.order:
        m = mentions.mentions[i]
        if m.kind != "person" or m.form != "name" or not start <= m.start < end:
            continue
        if (m.start == start or text[m.start - 1] == "\n") and text[m.end : m.end + 2].lstrip()[:1] == ":":
            opened.append((i, text.index(":", m.end) + 1))
    if len(opened) < _TURNS:
        return
    for i, at in opened:
        words = _trimmed(text, at, _line_end(text, at, end))
        if words.end > words.start:
            m = mentions.mentions[i]
            yield _draft(words, Found(Span(m.start, m.end), i, "name"))


def unlabelled(found: Sequence[QuotationMention], reading: Reading) -> list[QuotationMention]:
    """Return the quotations with whole lines in marks given to the one who answers, where lines before such ask ("What next? ⏎ “Rain.”").

    Only where one person of a name alone speaks in the text, at least once behind a question; or where nobody is said to speak, the
    headline, else the introduction, names one person, and several lines that ask or put something to him are answered so.
    """
    text, body = reading.article.text, [p for p in reading.article.parts if p.kind in ("lead", "body")]
    direct = [q for q in found if q.kind == "direct" and any(p.start <= q.pieces[0].start < p.end for p in body)]
    found, direct = _of_interview(list(found), direct, reading)
    alone = [q for q in direct if q.speaker is None and _fills_line(q, text)]
    if not alone or not any(_behind_question(q, text) for q in alone):
        return list(found)
    said = [q for q in direct if q.speaker is not None]
    named = {_named(q, reading) for q in said}
    if not said and sum(_behind_question(q, text) for q in alone) >= _ASKED:
        who = _in_title(reading) or _introduced(reading, alone)
    elif not said and len(alone) > _ASKED and all(_behind_bare_line(q, text) for q in alone):
        who = _introduced(reading, alone)
    elif len(named) != 1 or None in named:
        return list(found)
    else:
        who = said[0].speaker
    chain = (ChainLink("speaker", who.text, who.start, who.end),) if who is not None else ()
    return [replace(q, speaker=who, chain=chain) if q in alone else q for q in found]


def _of_interview(
    found: list[QuotationMention], direct: list[QuotationMention], reading: Reading
) -> tuple[list[QuotationMention], list[QuotationMention]]:
    """The quotations of an interview that its credit calls one: lines wholly in marks are of whom its headline or introduction names.

    A question between two answers that says what others told ("Le comité *dit* vous avoir prévenus.") makes nobody else speak.
    """
    article, text = reading.article, reading.article.text
    credits = [text[p.start : p.end] for p in article.parts if p.kind in ("byline", "dateline")]
    whole = [
        q for q in direct if _fills_line(q, text) and not text[q.pieces[-1].end :].split("\n", 1)[0].strip(_CLOSERS)
    ]
    if not any(map(_INTERVIEW.search, credits)) or sum(len(q.pieces) for q in whole) < _ASKED:
        return found, direct
    if not any(_behind_question(q, text) for q in whole):
        return found, direct
    who = _in_title(reading) or _introduced(reading, whole)
    theirs = [q for q in whole if _named(q, reading) is None]
    if who is None or not theirs:
        return found, direct
    chain = (ChainLink("speaker", who.text, who.start, who.end),)
    out = [replace(q, speaker=who, chain=chain, cue=None) if q in theirs else q for q in found]
    return out, [q for q in out if q.pieces[0].start in {d.pieces[0].start for d in direct}]


_INTERVIEW = regex.compile(
    r"(?i)propos recueillis|entretien (?:réalisé|conduit|mené)|interview (?:réalisée|by|conducted)|interviewed by|entrevista (?:de|realizada|por)|"
    r"حاور(?:ه|ها|ته|تها|هم)|أجر[ىت] (?:الحوار|المقابلة|اللقاء)|حوار[:：]"
)
"""How a credit calls what it signs an interview."""
_CLOSERS = ' »”"›.,!?؟…'


def _in_title(reading: Reading) -> SpeakerMention | None:
    """Return the one person whom the headline of an interview names."""
    title = next((p for p in reading.article.parts if p.kind == "title"), None)
    if title is None:
        return None
    own = [
        (i, m)
        for i, m in enumerate(reading.mentions)
        if m.kind == "person" and m.form == "name" and title.start <= m.start < title.end
    ]
    return SpeakerMention(own[0][1].text, own[0][1].start, own[0][1].end, own[0][0]) if len(own) == 1 else None


def _introduced(reading: Reading, alone: Sequence[QuotationMention]) -> SpeakerMention | None:
    """Return the one person whom the text names before the line that the first answer follows."""
    text = reading.article.text
    body = next((p for p in reading.article.parts if p.kind in ("lead", "body")), None)
    first = text[: text.rfind("\n", 0, min(q.pieces[0].start for q in alone))].rstrip()
    until = first.rfind("\n") + 1
    if body is None:
        return None
    own = [
        (i, m)
        for i, m in enumerate(reading.mentions)
        if m.kind == "person" and m.form == "name" and body.start <= m.start < until
    ]
    if len({fold_key(m.text).split(" ")[-1] for _, m in own}) != 1:
        return None
    i, m = own[0]
    return SpeakerMention(m.text, m.start, m.end, i)


def _behind_bare_line(q: QuotationMention, text: str) -> bool:
    """True when the line above holds no marks: what was put to the one who answers."""
    above = text[: text.rfind("\n", 0, q.pieces[0].start) + 1].rstrip()
    return not set(above[above.rfind("\n") + 1 :]) & _MARKS


_MARKS = frozenset('«»“”"')


def _named(q: QuotationMention, reading: Reading) -> str | None:
    """Return the last word of the name of the person who speaks, ``None`` for anybody else."""
    m = reading.mentions[q.speaker.mention] if q.speaker is not None and q.speaker.mention is not None else None
    return fold_key(m.text).split(" ")[-1] if m is not None and m.kind == "person" and m.form == "name" else None


def _fills_line(q: QuotationMention, text: str) -> bool:
    """True when nothing stands in the line before the words but marks."""
    return not text[text.rfind("\n", 0, q.pieces[0].start) + 1 : q.pieces[0].start].strip(_OPENERS)


def _behind_question(q: QuotationMention, text: str) -> bool:
    above = text[: text.rfind("\n", 0, q.pieces[0].start) + 1].rstrip()
    return above.endswith(("?", "؟"))


_OPENERS = ' «“"‹„—–-'
"""What stands before words that open a line."""
