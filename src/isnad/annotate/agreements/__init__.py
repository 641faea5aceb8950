"""Agreements: what kind of text, between whom, on what matters, and how far it got.

A noun for a text that is concluded counts when its own clause says a step of it (signed, approved, suspended …), or when it
is named with its sides. "The contract", with nothing that tells which, is a later mention: it adds to the agreement it means
and is none by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from isnad.annotate.agreements.bodies import with_sides
from isnad.annotate.agreements.clauses import by_the_text, clause_pieces, dealing, hanging, hung_matters, pledged
from isnad.annotate.agreements.items import for_purpose
from isnad.annotate.agreements.matters import matters_of
from isnad.annotate.agreements.parties import Sides
from isnad.annotate.agreements.phrases import Line, Named
from isnad.annotate.agreements.step_days import to_come
from isnad.annotate.agreements.steps import WEAK, steps_of
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES
from isnad.model import AgreementMention, EventMention, Reading, Span, StepMention
from isnad.text import fold_key

NEXT = 250
"""Characters behind an agreement within which "the text" is that one."""
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
            made = _carried(line, _in_sentence(line, named[n]), found)
            if len(made) == 1 and (told := by_the_text(line)):
                made = [msgspec.structs.replace(made[0], domains=tuple(dict.fromkeys((*made[0].domains, *told))))]
            if last is not None and made:
                made[0] = _lent(last, made[0])
            waiting = _without_step(line, named[n]) if not made else None
            before = lines[n - 1] if n and not found else None
            found += [_dealt(Line(reading, before.sentence, before), a) if before is not None else a for a in made]
        elif last is not None and (pointed := _another_word(line, [last])) is not None:
            further = _gone_further(line, pointed, last)
            found += [further] if further.steps else []
        elif (promise := _pledged(line, found) or _by_the_text(line, found)) is not None:
            found.append(promise)
        elif (pointed := _another_word(line, found)) is not None:
            found[-1] = _gone_further(line, pointed, found[-1])
            if (told := _by_another_word(line, pointed, found[-1])) is not None:
                found.append(told)
    events = tuple(_concluding(e, found, reading.sentences) for e in reading.events)
    return with_field(with_field(reading, "agreements", tuple(found)), "events", events)


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


def _carried(
    line: Line, made: Sequence[AgreementMention], before: Sequence[AgreementMention]
) -> list[AgreementMention]:
    """The sentence's agreements; one that another is said to carry out has that one's sides ("implements the memorandum")."""
    known = [a for a in before if len(a.parties) > 1]
    out = []
    for a in made:
        i = line.index(a.start)
        led = any(line.at(j, line.words.carries_out) for j in range(max(0, i - 5), i + 1))
        a = _of_those_before(line, a, before)
        if known and led and not a.parties:
            pointing = [k for k in known if k.kind != a.kind] or known
            a = msgspec.structs.replace(a, parties=pointing[-1].parties)
        out.append(a)
    return out


def _of_those_before(line: Line, a: AgreementMention, before: Sequence[AgreementMention]) -> AgreementMention:
    """ "A previous accord, concluded in 2009": between those of the one told before; "a similar contract" about the same."""
    words = line.words
    first, last = line.index(a.start), line.index(a.end - 1)
    near = [k for j in range(max(0, first - 2), min(len(line), last + 3)) for k in (line.keys[j],)]
    if not before or a.later or (a.parties and a.domains) or not any(k in words.earlier for k in near):
        return a
    sides = a.parties or _those_meant(line, before[-1].parties)
    alike = any(k in words.alike for k in near) and not a.domains
    return msgspec.structs.replace(a, parties=sides, domains=before[-1].domains if alike else a.domains)


def _those_meant(line: Line, parties: tuple[int, ...]) -> tuple[int, ...]:
    """Those of some sides that the sentence takes up by a plain noun (the committee, «اللجنة»), all where it takes up none."""
    words = {s.key for k in line.keys for s in line.words.stems(k)}
    heads = [(m, fold_key(line.reading.mentions[m].text).split()) for m in parties]
    meant = tuple(m for m, key in heads if key and key[0].removeprefix("ال") in words and line.reading.mentions[m].kind == "organization")
    other = any(line.at(j, line.words.together) for j in range(len(line)))
    return meant if meant or other else parties


def _dealt(before: Line, a: AgreementMention) -> AgreementMention:
    """ "The contract was signed on Thursday": between those of whom the sentence before tells that one hired or bought from the other."""
    if (
        not a.later
        or len(a.parties) > 1
        or a.kind not in ("contract", "agreement")
        or a.start - before.sentence.end > NEXT
    ):
        return a
    if not any(s.status == "signed" for s in a.steps) or (dealt := dealing(before)) is None:
        return a
    if _inside_quotation(before.reading, before.span(dealt, dealt + 1)):
        return a  # "We buy aircraft, not wounds"
    sides = Sides(before).dealers(dealt)
    parties = (*a.parties, *(s for s in sides if s not in a.parties))
    matters = a.domains or tuple(clause_pieces(before, dealt + 1, before.index(before.sentence.end - 1)))
    if len(parties) < (1 if matters else 2):
        return a
    return msgspec.structs.replace(a, parties=parties[:2], domains=matters, later=False)


def _without_step(line: Line, names: Sequence[Named]) -> AgreementMention | None:
    """ "came back with a twinning agreement": a text told by its matter alone, to which the next sentence may tell the step."""
    named = names[-1]
    which = named.definite or bool(named.faint)
    if line.words.arabic and named.end < len(line):  # «مذكرة نيسان» is the one of April
        which |= not (for_purpose(line, named.end) or bool(line.at(named.end, line.words.before)))
    matters = matters_of(line, named, len(line), told=True)[0] if not which else ()
    if not matters:
        return None
    span = line.span(named.head, named.end)
    sides = Sides(line)
    return AgreementMention(
        named.kind, span.start, span.end, sides.of(named, (), later=True) or sides.subject(named), matters
    )


def _lent(waiting: AgreementMention, a: AgreementMention) -> AgreementMention:
    """ "The agreement was signed on Tuesday", right behind what tells its matter alone: that is its matter."""
    if not a.later or a.domains or a.kind not in (waiting.kind, "agreement") or a.start - waiting.end > NEXT:
        return a
    return msgspec.structs.replace(a, domains=waiting.domains, parties=a.parties or waiting.parties)


def _another_word(line: Line, before: Sequence[AgreementMention]) -> Named | None:
    """ "The text …" at the head of a sentence, or "it", by which the agreement told right before is meant."""
    last = before[-1] if before else None
    if last is None or line.sentence.start - last.end > NEXT:
        return None
    words = line.words
    if (verb := _with_pronoun(line)) is not None:
        return Named(last.kind, 0, 0, verb, definite=True, preposition="")
    for i in range(min(6, len(line))):
        stem = next((s for s in words.stems(line.keys[i]) if s.key in words.texts), None)
        if stem is not None and (stem.definite or (i > 0 and line.keys[i - 1] in words.definite)):
            return Named(last.kind, max(0, i - 1), i, i + 1, definite=True, preposition="")
    return None


def _with_pronoun(line: Line) -> int | None:
    """The verb of covering at a sentence's head behind a pronoun, or behind none in Arabic and Spanish: "It provides for …", «وتنص على …»."""
    words = line.words
    if len(line) < 4 or line.found[0].kind != "word":
        return None
    i = int(line.keys[0] in words.pronouns)
    i += i and line.keys[i] in ("also", "aussi", "también")
    if not line.at(i, words.covers) or (i == 0 and words.language in ("en", "fr")):
        return None
    if words.arabic and any(s.key in words.texts for s in words.stems(line.keys[i + 1])):
        return None  # «ويفتح النص …»: the text itself is told
    key = line.keys[i].removeprefix("و")
    present = key[:1] in ("ي", "ت") if words.arabic else True
    return i if present else None


def _by_another_word(line: Line, named: Named, last: AgreementMention) -> AgreementMention | None:
    """ "The text provides for …": the matters of the agreement that was told right before, by another word for it."""
    matters, _ = matters_of(line, named, len(line), told=True)
    span = line.span(named.head, named.end)
    step = StepMention("mentioned", span.start, span.end)
    made = AgreementMention(last.kind, span.start, span.end, last.parties, matters, (step,), later=True)
    return made if matters else None


def _by_the_text(line: Line, before: Sequence[AgreementMention]) -> AgreementMention | None:
    """ "According to a copy of the text, Ankara will …": matters of the only agreement told before."""
    if not before or len({a.kind for a in before}) > 1 or not (told := by_the_text(line)):
        return None
    span = line.span(0, 1)
    step = StepMention("mentioned", span.start, span.end)
    return AgreementMention(before[-1].kind, span.start, span.end, before[-1].parties, tuple(told), (step,), later=True)


def _pledged(line: Line, before: Sequence[AgreementMention]) -> AgreementMention | None:
    """ "The firm undertakes to pay …", right behind an agreement: matters of that one."""
    last = before[-1] if before else None
    if last is None or line.sentence.start - last.end > NEXT or (told := pledged(line)) is None:
        return None
    span = line.span(told[0], told[0] + 1)
    step = StepMention("mentioned", span.start, span.end)
    return AgreementMention(last.kind, span.start, span.end, last.parties, tuple(told[1]), (step,), later=True)


def _gone_further(line: Line, named: Named, last: AgreementMention) -> AgreementMention:
    """ "The text, negotiated since October, will enter into force on 1 June": dated steps of the agreement told right before."""
    known = {s.status for s in last.steps}
    more = tuple(s for s in steps_of(line, named, ()) if s.date is not None and s.status not in known)
    return msgspec.structs.replace(last, steps=(*last.steps, *more)) if more else last


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
    quoted = _inside_quotation(line.reading, line.span(named.head, named.end))
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
    return AgreementMention(kind, span.start, span.end, parties, matters, kept, later)


def _made_a_text(line: Line, named: Named, steps: Sequence[StepMention]) -> bool:
    """True where "a partnership", «تسوية» is signed in its own clause, or a settlement or a licence reached or won."""
    near = [s for s in steps if abs(line.index(s.start) - named.head) <= CLAUSE]
    made = {"signed", "announced", "negotiated"} if named.faint in line.words.reached else {"signed"}
    return any(s.status in made and s.start != line.found[named.head].start for s in near)


def _negotiated(line: Line, sides: Sides, named: Named, steps: Sequence[StepMention]) -> bool:
    """True of what two named sides are said to be negotiating: not concluded yet, but theirs."""
    return any(s.status == "negotiated" for s in steps) and len(sides.of(named, steps, later=False)) > 1


def _reached(line: Line, sides: Sides, named: Named, steps: Sequence[StepMention], matters: Sequence[Span]) -> bool:
    """True of what is said to be reached, won or awarded, where both sides are named, or one and the matter; not only announced."""
    told = [line.keys[line.index(s.start)].removeprefix("و") for s in steps if s.status == "announced"]
    nouns = [x.key for k in told for x in line.words.stems(k) if x.key in line.words.step_nouns]
    if any(len(p) > 1 and s == "announced" for k in nouns for p, s in line.words.step_nouns[k]):
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


def _inside_quotation(reading: Reading, at: Span) -> bool:
    """Words that somebody is quoted with are that person's, not the page's."""
    return any(at.within(p) for q in reading.quotations if q.kind == "direct" for p in q.pieces)


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
