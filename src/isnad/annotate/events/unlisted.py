"""What sentences tell in words that no list has: judged by learned signs (`turns.py`), told by the word that weighs most.

Only a sentence of the text in which the lists found nothing is judged, and only what is likely enough is claimed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.finding import placed
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.kinds import Trigger, kinds
from isnad.annotate.events.making import Sentence, make_candidate
from isnad.annotate.events.roles import find_parts
from isnad.annotate.events.setting import inverted
from isnad.annotate.events.status import outcome
from isnad.annotate.events.triggers import Hit
from isnad.annotate.events.turns import (
    Hints,
    Judged,
    Page,
    Weights,
    hints,
    judged,
    numbered,
    page_of,
    sets,
    shipped,
    signs_printed,
    told_at_all,
)
from isnad.annotate.events.verbs import Verb, verb_group
from isnad.model import Abstention, EventMention, Reading
from isnad.model.reading import EventStatus

ANY, SURE, SURER = 0.0, 0.4, 0.5
"""The log odds that anything is told from which on a sentence is judged, and how likely its kind must be, and must be where nobody is told."""
TOLD, ALONE = 0.6, 0.8
"""How likely it must be that a sentence tells anything, and where nobody and no day is told."""
_OPEN = frozenset({"asked", "conditional", "habitual", "possible", "wished-for"})
"""What grammar says of a clause that tells nothing, whatever its words; what is negated may be denied."""
_PARTS = ("body", "lead")
_PAST = frozenset({"past"})
_NEARLY = ("bare", "soft", "object", "hard")
"""What the lists nearly told, whose word then tells it."""


def unlisted(
    reading: Reading,
    sentences: Sequence[Sentence],
    events: Sequence[EventMention],
    left: Sequence[Abstention],
    grammar: Grammar,
) -> list[Candidate]:
    """Return what the sentences tell that the lists left without an event."""
    told = sorted(e.trigger.start for e in events if not e.bare)
    weights, page, found = shipped(), None, list[Candidate]()
    for s in sentences:
        if bisect_left(told, s.span.start) < bisect_left(told, s.span.end):
            continue
        if s.part not in _PARTS or s.play or len(s.layout.items) < FEWEST:
            continue
        signs = numbered(reading, s, sets(s.layout.items, grammar.language)[0], weights)
        if told_at_all(signs, weights) < ANY:
            continue
        page = page or page_of(reading, sentences, events, left)
        given = hints(page, s)[1]
        said = judged(signs, given, weights)
        if any(said.kind in given[h] for h in ("hard", "object")) or all(
            said.kind in given[h] for h in ("bare", "page")
        ):
            continue  # a listed verb, said otherwise or of another thing; or a noun for what the page tells elsewhere
        if said.sure >= SURE and said.told >= TOLD:
            made = _made(page, s, said, given, grammar, weights)
            found += [made] if made is not None else []
    return found


FEWEST = 4
"""Items of the shortest sentence that is judged."""


def _made(
    page: Page, sentence: Sentence, said: Judged, given: Hints, grammar: Grammar, weights: Weights
) -> Candidate | None:
    """The event, told by the word that the lists nearly took for it, else by the one that weighs most."""
    reading, layout = page.reading, sentence.layout
    items, kind = layout.items, kinds()[said.kind]
    at = _nearly(page, sentence, said.kind) if any(said.kind in given[h] for h in _NEARLY) else -1
    at = _heaviest(reading, sentence, said.kind, grammar, weights) if at < 0 else at
    if at < 0:
        return None
    word = items[at].key
    trigger = Trigger(said.kind, "verb", word)
    noun = items[at].nominal or (at > 0 and grammar.words["articles"].at(items, at - 1) is not None)
    noun = noun or (grammar.verb_first and word.startswith("ال"))
    verb = None if noun else (verb_group(items, at, _PAST, grammar, word) or Verb(at, at, "past"))
    hit = Hit(trigger, at, at, verb, "noun" if noun else "verb")
    if (noun and layout.labels[at] in ("of", "time")) or _unfit(page, sentence, said):
        return None  # "the failure *of the talks*", "after *the talks*"
    supposed = grammar.words["condition"].within(items, 0, at) is not None or inverted(layout, hit, grammar.language)
    if supposed or outcome(layout, hit, grammar, kind.announced).reason in _OPEN:
        return None
    parts = find_parts(layout, hit, reading.mentions, grammar, len(items), 0, ())
    status: EventStatus = said.status  # type: ignore[assignment]
    made = make_candidate(reading, sentence, hit, [hit], kind, parts, status, grammar)
    if made is None:
        return None
    made = placed(made, sentence, hit, reading, grammar, (0, len(items)))
    if not made.mention.participants and not _alone(made, said, noun and said.kind in given["bare"]):
        return None
    day, published = made.mention.date, reading.article.published
    past = status == "planned" and day is not None and published is not None and day.end < published.start
    told = replace(made.mention, likely=round(said.sure, 2), status="happened" if past else status)
    return replace(made, mention=told, lone=not made.mention.participants, firm=True)


def _unfit(page: Page, sentence: Sentence, said: Judged) -> bool:
    """True where a listed verb of the kind has a subject that cannot do it ("the battery died"), or nobody denies («ما نفى»)."""
    if said.kind == "rejection" and said.status == "denied":
        return True
    there = (a for a in page.left if sentence.span.start <= a.cites[0].start < sentence.span.end)
    return any(a.reason == "no-subject" and a.what.split(":")[0] == said.kind for a in there)


def _alone(made: Candidate, said: Judged, named: bool) -> bool:
    """True for what is likely enough though nobody is told to have done it: surer without a day, and no noun that only names a thing."""
    if said.sure < SURER or (named and made.mention.place is None):
        return False
    return made.mention.date is not None or (said.told >= ALONE and not named)


def _nearly(page: Page, sentence: Sentence, kind: str) -> int:
    """The item of the word that the lists nearly took for the kind, -1 for none."""
    spots = [e.trigger.start for e in page.events if e.bare and e.kind == kind]
    spots += [a.cites[0].start for a in page.left if a.what.split(":")[0] == kind]
    return next((n for n, i in enumerate(sentence.layout.items) if i.start in spots), -1)


def _heaviest(reading: Reading, sentence: Sentence, kind: str, grammar: Grammar, of: Weights) -> int:
    """The item of the word that speaks most for the kind, -1 where none speaks for it."""
    many, best, most = len(of.kinds), -1, 0.0
    column = of.kinds.index(kind)
    for n, item in enumerate(sentence.layout.items):
        if item.kind != "word" or item.quoted or not grammar.small.isdisjoint(item.keys):
            continue
        signs = signs_printed(reading.article.text[item.start : item.end], reading.article.language)
        worth = sum(value * (of.kind[s * many + column] + of.event[s]) for s, value in signs)
        if worth > most:
            best, most = n, worth
    return best
