"""Agreements: what kind of text, between whom, on what matters, and how far it got.

A noun for a text that is concluded counts when its own clause says a step of it (signed, approved, suspended …), or when it
is named with its sides. "The contract", with nothing that tells which, is a later mention: it adds to the agreement it means
and is none by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from isnad.annotate.agreements.bodies import with_sides
from isnad.annotate.agreements.clauses import by_the_text, hanging, hung_matters
from isnad.annotate.agreements.matters import matters_of
from isnad.annotate.agreements.parties import Sides
from isnad.annotate.agreements.phrases import Line, Named, inside_quotation
from isnad.annotate.agreements.scenes import is_state
from isnad.annotate.agreements.step_days import to_come
from isnad.annotate.agreements.steps import WEAK, steps_of
from isnad.annotate.agreements.taken_up import (
    another_word,
    by_another_word,
    carried,
    dealt,
    gone_further,
    lent,
    lent_what_was_agreed,
    promised,
    signed_by_the_text,
    told_by_the_text,
    without_step,
)
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES
from isnad.model import AgreementMention, EventMention, Reading, Span, StepMention
from isnad.text import fold_key

CLAUSE = 12
"""Words between a noun that names a text faintly and the verb that makes it one."""
YEAR = 366
"""Days back to which what was won or reached is still told for itself, where its matter is."""
PAST = 30
"""Days back from which a dated step is history, so that its agreement is not the one in the news."""
EVENT_STEPS = {"signing": "signed", "approval": "approved", "suspension": "suspended"}


def find_agreements(reading: Reading) -> Reading:
    """Return the reading with its agreements, and its events of signing or approving pointing at them."""
    if reading.article.language not in LANGUAGES:
        return reading
    lines = [Line(reading, s) for s in reading.sentences]
    named = {n: names for n, line in enumerate(lines) if (names := line.names())}
    reading = with_sides(reading, [(lines[n], names) for n, names in named.items()])
    found: list[AgreementMention] = []
    waiting: AgreementMention | None = None
    for n, sentence in enumerate(reading.sentences):
        line = Line(reading, sentence, lines[n])
        last, waiting = waiting, None
        if n in named:
            made = carried(line, _in_sentence(line, named[n]), found)
            if len(made) == 1 and (own := by_the_text(line)):
                made = [msgspec.structs.replace(made[0], domains=tuple(dict.fromkeys((*made[0].domains, *own))))]
            if last is not None and made:
                made[0] = lent(last, made[0])
            waiting = without_step(line, named[n]) if not made else None
            if n and made and n - 1 not in named and not made[0].domains and made[0].steps[0].status != "mentioned":
                made[0] = lent_what_was_agreed(Line(reading, lines[n - 1].sentence, lines[n - 1]), made[0])
            before = lines[n - 1] if n and not found else None
            found += [dealt(Line(reading, before.sentence, before), a) if before is not None else a for a in made]
        elif last is not None and (pointed := another_word(line, [last])) is not None:
            further = gone_further(line, pointed, signed_by_the_text(line, last))
            found += [further] if further.steps else []
        elif (promise := promised(line, found) or told_by_the_text(line, found)) is not None:
            found.append(promise)
        elif (pointed := another_word(line, found)) is not None:
            found[-1] = gone_further(line, pointed, signed_by_the_text(line, found[-1]))
            if (told := by_another_word(line, pointed, found[-1])) is not None:
                found.append(told)
    found = [_with_signers(a, reading) for a in found]
    events = tuple(_concluding(e, found, reading.sentences) for e in reading.events)
    return with_field(with_field(reading, "agreements", tuple(found)), "events", events)


def _with_signers(a: AgreementMention, reading: Reading) -> AgreementMention:
    """The mention with those who sign it as its sides, where its sentence names none of them: "*the two men* signed a memorandum"."""
    signed = [s.start for s in a.steps if s.status == "signed"]
    if a.parties or a.later or not signed:
        return a
    told = (e for e in reading.events if e.kind == "signing" and not e.bare and e.trigger.start in signed)
    signers = next((tuple(t.mention for t in e.participants) for e in told if len(e.participants) > 1), ())
    if not signers or any(reading.mentions[m].start >= a.start for m in signers):
        return a
    states = [side for m in signers if (side := _state_beside(m, reading)) is not None]
    if len(states) == len(signers):
        return msgspec.structs.replace(a, parties=tuple(dict.fromkeys(states)))
    if all(reading.mentions[m].kind == "person" and reading.mentions[m].country is None for m in signers):
        sentence = next(s for s in reading.sentences if s.start <= a.start < s.end)
        return msgspec.structs.replace(a, parties=Sides(Line(reading, sentence)).two_states())
    return msgspec.structs.replace(a, parties=signers)


def _state_beside(mention: int, reading: Reading) -> int | None:
    """The state that stands right behind somebody's name as whose minister he is: "Foreign ministers X *of Peru* and Y *of Chile*"."""
    text, name = reading.article.text, fold_key(reading.mentions[mention].text)
    for n, m in enumerate(reading.mentions[:-1]):
        state = reading.mentions[n + 1]
        if fold_key(m.text) == name and is_state(state) and _BESIDE.fullmatch(text, m.end, state.start):
            return n + 1
    return None


_BESIDE = re.compile(r",?\s+(?:of|de|du|del|d['’]|من)\s*(?:the\s|la\s|el\s|l['’]|les\s)?", re.IGNORECASE)
"""What stands between somebody's name and his state: "Landa *of* Peru", "Landa Ríos*, de* Perú", « Landa*, du* Pérou »."""


def _in_sentence(line: Line, names: Sequence[Named]) -> list[AgreementMention]:
    sides = Sides(line)
    out: list[AgreementMention] = []
    steps: tuple[StepMention, ...] = ()
    for n, named in enumerate(names):
        limit = names[n + 1].first if n + 1 < len(names) else len(line)
        own = steps_of(line, named, names)
        # "the conclusion of an accord on … and of a memorandum on …": what is said of the first is said of the second.
        steps = own or (steps if n and _joined(line, names[n - 1], named) else ())
        made = _mention(line, sides, named, steps, limit)
        if made is None:
            continue
        if out and _said_twice(line, out[-1], names[n - 1], made, named):
            out[-1] = _as_one(out[-1], made)
        else:
            out.append(made)
    return out


def _said_twice(line: Line, one: AgreementMention, first: Named, other: AgreementMention, named: Named) -> bool:
    """True of "the deal for beacons dates from July 2022, when the ministry signed a contract": one step, one agreement, two words."""
    if _joined(line, first, named) or not (one.kind == other.kind or "agreement" in (one.kind, other.kind)):
        return False
    mine, theirs = ({(s.status, s.start) for s in a.steps if s.status not in WEAK} for a in (one, other))
    return any(first.end <= line.index(start) < named.first for _, start in mine & theirs)


def _as_one(one: AgreementMention, other: AgreementMention) -> AgreementMention:
    """Both words' mention, where the verb has its object, with the matters and sides of either."""
    return msgspec.structs.replace(
        other,
        parties=other.parties or one.parties,
        domains=tuple(dict.fromkeys((*one.domains, *other.domains))),
        later=one.later and other.later,
    )


def _joined(line: Line, last: Named, named: Named) -> bool:
    """True when a coordinating word stands right before the name, prepositions aside, and neither is definite."""
    i = named.first - 1
    while i > last.end and line.keys[i] in line.words.prepositions:
        i -= 1
    waw = line.words.arabic and line.keys[named.head][:1] == "و"
    return named.definite == last.definite and (waw or line.keys[i] in ("et", "y", "and", "e", ","))


def _mention(
    line: Line, sides: Sides, named: Named, steps: tuple[StepMention, ...], limit: int
) -> AgreementMention | None:
    """The mention an agreement's name makes, ``None`` when the sentence tells nothing of it that came about."""
    if named.faint and not _made_a_text(line, named, steps):
        return None
    explicit = sides.explicit(named)
    told = _told(line, named, steps)
    past = _past(line, steps)
    matters, naming = matters_of(line, named, limit, told=told or explicit or past)
    hung = hanging(line, named) is not None
    matters = matters or tuple(hung_matters(line, named))
    quoted = inside_quotation(line.reading, line.span(named.head, named.end))
    strong = any(s.status not in WEAK for s in steps) or _negotiated(line, sides, named, steps)
    page = line.reading.article.published
    old = page is not None and any(s.date is not None and (page.start - s.date.end).days > PAST for s in steps)
    long = page is not None and any(s.date is not None and (page.start - s.date.end).days > YEAR for s in steps)
    strong |= not long and _reached(line, sides, named, steps, matters) and (not old or bool(matters))
    strong |= _refused(line, sides, named, steps, matters)
    scheduled = not strong and _scheduled(line, sides, named, steps, matters)
    strong |= scheduled
    binding = not named.definite and any(k in line.words.binds for k in line.keys[named.end : named.end + 4])
    strong |= (hung or binding) and not named.definite and not steps and len(sides.of(named, steps, later=False)) > 1
    if (quoted and not named.definite) or not (strong or (named.definite and (matters or steps or explicit))):
        return None
    pointing = any(line.at(i, line.words.predicate) for i in range(max(0, named.first - 5), named.first))
    # "The memorandum signed in Cairo on 19 November" tells which; "the contract was signed by …" does not.
    later = quoted or not strong or pointing or scheduled or (named.definite and not (naming or explicit))
    if (
        hung
        and later
        and not scheduled
        and not quoted
        and not pointing
        and len(sides.of(named, steps, later=False)) > 1
    ):
        later = False  # "the bank will lend Togo 30 billion under the agreement signed on Tuesday"
    parties = sides.of(named, steps, later and not scheduled)
    if hung:
        parties = sides.before(named, parties)
    later |= named.definite and not parties and not told  # "the purchase contract": which one, others tell
    if not parties and past and named.kind != "contract":
        parties = sides.two_states()  # "the free-trade accord of 2009", on a page about two states
    year_only = bool(steps) and all(s.start == line.found[named.head].start for s in steps)
    if year_only and not parties and not any(d.start != line.found[named.head].start for d in matters):
        return None  # «منذ انهيار هدنة عام 2016»: no more than that there was one
    span = line.span(named.head, named.end)
    kept = steps if steps else (StepMention("mentioned", span.start, span.end),)
    kind = named.kind
    if kind in ("treaty", "agreement") and line.keys[named.head] in line.words.charters and not sides.states(parties):
        kind = "declaration" if not any(s.status == "ratified" for s in steps) else kind
    if (
        kind == "memorandum of understanding"
        and line.keys[named.head] in line.words.social
        and not sides.states(parties)
    ):
        kind = "protocol"
    if (
        kind == "agreement"
        and not named.definite
        and any(at < named.first and line.at(at, line.words.joining) for at in (line.index(s.start) for s in kept))
    ):
        kind = "contract"  # a player's "three-year deal"; "a deal was signed with the union" is none
    return AgreementMention(kind, span.start, span.end, parties, matters, kept, later)


def _made_a_text(line: Line, named: Named, steps: Sequence[StepMention]) -> bool:
    """True where "a partnership", «تسوية» is signed in its own clause, or a settlement or a licence reached or won."""
    if named.faint in line.words.bought:
        return any(s.status == "signed" for s in steps)
    near = [s for s in steps if abs(line.index(s.start) - named.head) <= CLAUSE]
    if named.faint in line.words.tendered:
        near = [s for s in near if line.keys[line.index(s.start)].removeprefix("و").startswith(line.words.awarding)]
    made = {"signed", "announced", "negotiated"} if named.faint in line.words.reached else {"signed"}
    return any(s.status in made and s.start != line.found[named.head].start for s in near)


def _negotiated(line: Line, sides: Sides, named: Named, steps: Sequence[StepMention]) -> bool:
    """True of what two named sides are said to be negotiating, or one a draft that is initialled: not concluded yet, but theirs."""
    return any(s.status == "negotiated" for s in steps) and len(sides.of(named, steps, later=False)) > (
        0 if named.draft else 1
    )


def _reached(line: Line, sides: Sides, named: Named, steps: Sequence[StepMention], matters: Sequence[Span]) -> bool:
    """True of what is said to be reached, won or awarded, where both sides are named, or one and the matter; not only announced."""
    told = [line.keys[line.index(s.start)].removeprefix("و") for s in steps if s.status == "announced"]
    nouns = [x.key for k in told for x in line.words.stems(k) if x.key in line.words.step_nouns]
    if any(
        s == "announced" and (len(p) > 1 or k.startswith(line.words.awarding))
        for k in nouns
        for p, s in line.words.step_nouns[k]
    ):
        return len(sides.of(named, steps, later=False)) > (0 if matters else 1)  # «التوصل إلى هدنة»
    verbs = [line.words.stems(k) for k in told if not k.startswith(line.words.announcing)]
    if not any(f.status == "announced" for stems in verbs for x in stems for f in line.words.verbs.get(x.key, ())):
        return False  # what is to be signed is not reached
    return len(sides.of(named, steps, later=False)) > (0 if matters else 1)


def _scheduled(line: Line, sides: Sides, named: Named, steps: Sequence[StepMention], matters: Sequence[Span]) -> bool:
    """True of a signing announced for a day to come, where two sides are named, or one and the matter."""
    page = line.reading.article.published
    told = next((line.index(s.start) for s in steps if s.status == "announced"), None)
    if told is None or len(steps) > 1:
        return False
    signing = line.stem(told, line.words.step_nouns) or any(
        f.status == "signed" for x in line.words.stems(line.keys[told]) for f in line.words.verbs.get(x.key, ())
    )
    here = line.sentence
    days = (t.interval for t in line.reading.times if t.kind == "date" and here.start <= t.start < here.end)
    if not signing or not any(d is not None and to_come(page, d) for d in days):
        return False
    return len(sides.of(named, steps, later=False)) > (0 if matters else 1)


def _refused(line: Line, sides: Sides, named: Named, steps: Sequence[StepMention], matters: Sequence[Span]) -> bool:
    """True of what is rejected or put off, where it is named with its matter and a side, or with two."""
    told = any(s.status == "mentioned" and s.start != line.found[named.head].start for s in steps)
    return told and len(sides.of(named, steps, later=False)) > (0 if matters else 1)


def _told(line: Line, named: Named, steps: Sequence[StepMention]) -> bool:
    """True when a step right behind the name, with a day of its own, tells which agreement is meant."""
    for s in steps:
        i = line.index(s.start)
        between = line.keys[named.end : i]
        if i >= named.end and s.date is not None and len(between) <= 4:
            if all(k in (",", "(", ")", "mou") or k in line.words.relative for k in between):
                return True
    return False


def _past(line: Line, steps: Sequence[StepMention]) -> bool:
    """True when a step is dated so far back that the agreement is not the one in the news."""
    page = line.reading.article.published
    return page is not None and any(
        s.date is not None and s.status not in WEAK and (page.start - s.date.end).days > PAST for s in steps
    )


def _concluding(e: EventMention, found: Sequence[AgreementMention], sentences: Sequence[Span]) -> EventMention:
    """An event of concluding points at the agreement of its sentence nearest behind its trigger."""
    if e.kind not in EVENT_STEPS or e.agreement is not None:
        return e
    sentence = next((s for s in sentences if s.start <= e.trigger.start < s.end), None)
    near = [i for i, a in enumerate(found) if sentence and sentence.start <= a.start < sentence.end and _takes(e, a)]
    if not near:
        return e
    best = min(
        near, key=lambda i: (abs(found[i].start - e.trigger.start) + 200 * (found[i].start < e.trigger.start), i)
    )
    return msgspec.structs.replace(e, agreement=best)


def _takes(e: EventMention, a: AgreementMention) -> bool:
    """True when the agreement takes a step where the event is told; any signing near it otherwise."""
    if e.kind == "signing":
        return True
    taken = EVENT_STEPS[e.kind]
    return any(s.status == taken and e.trigger.start - 12 <= s.start <= e.trigger.end + 12 for s in a.steps)
