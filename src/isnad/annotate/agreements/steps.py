"""How far an agreement got, by what governs its name: "signed … a treaty", "the ratification of the accord", «العقد المبرم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from isnad.annotate.agreements.lexicon import Form
from isnad.annotate.agreements.phrases import Line, Named
from isnad.model import Interval, StepMention, TimeExpression
from isnad.model.reading import StepStatus

BACK, AHEAD = 45, 20
"""Words before and behind an agreement's name among which the verb that governs it is looked for."""
NOUN = 14
"""Words between a step's noun and the agreement it is of: "signature, lundi à Rabat, d'un accord"."""
INITIALS = 6
"""Words behind a signing within which "by initials" stands."""
EARLIEST = 1800
"""The first year that an agreement still spoken of is called by."""
FRESH = 4
"""Days around the page's own within which an undated step may take over its event's day."""
WEAK = frozenset({"mentioned", "announced", "negotiated"})
"""Steps that may come to nothing."""
_EVENTS = frozenset({"signing", "approval", "suspension"})
"""Kinds of events that are steps themselves: their day is found with more care."""
_ALONE = frozenset({"in force", "ended"})
"""Steps an agreement takes as the subject of its verb."""

Step = tuple[StepStatus, int, int]
"""Status, and the words that say it."""
FARTHEST = 120
"""Characters from a step beyond which a day to come is that of something else the sentence tells."""


def steps_of(line: Line, named: Named, others: Sequence[Named]) -> tuple[StepMention, ...]:
    """Return the steps that the sentence says an agreement took, each with its day."""
    found: dict[StepStatus, Step] = {}
    for step in (*_noun_before(line, named), *_verb_before(line, named, others), *_behind(line, named, others)):
        if step[0] == "signed" and _initialled(line, step, named):
            step = ("negotiated", *step[1:])
        found.setdefault(step[0], step)
    made = []
    for status, first, end in found.values():
        span = line.span(first, end)
        rivals = [line.span(a, b) for s, a, b in found.values() if s != status]
        when = _when(line, span.start, [r.start for r in rivals], begun=status == "negotiated")
        if status in WEAK and when is not None and _ahead(line.reading.article.published, when):
            when = None  # what was announced was announced by now; the day to come is of what was announced
        made.append(StepMention(status, span.start, span.end, when))
    if "signed" not in found and not found.keys() & WEAK and (year := _year_of(line, named)) is not None:
        span = line.span(named.head, named.end)
        made.append(StepMention("signed", span.start, span.end, year))
    return tuple(made)


def _initialled(line: Line, step: Step, named: Named) -> bool:
    """True of what is signed by initials, or initialled where the sentence tells the signing too: "paraphé le 22 mars, puis signé"."""
    words, (_, first, end) = line.words, step
    high = min(len(line), max(end, named.end) + INITIALS)
    if any(line.at(j, words.initials) or line.keys[j] == "بالاحرف" for j in range(end, high)):
        return True
    if not line.keys[first].startswith(words.initialling):
        return False
    rest = (j for j in range(len(line)) if not first <= j < end and not line.keys[j].startswith(words.initialling))
    return any(form.status == "signed" for j in rest for form, _ in _forms(line, j))


def _year_of(line: Line, named: Named) -> Interval | None:
    """The year an agreement is called by, which is that of its signing: "a 2009 defence treaty", "l'accord de 1968", «اتفاقية عام 2009»."""
    words, page = line.words, line.reading.article.published
    near = list(range(named.first, named.head)) if words.compounds else []
    behind = named.end
    while behind < min(len(line), named.end + 2) and (
        line.keys[behind] in words.of or line.keys[behind] in words.years
    ):
        behind += 1
    if behind > named.end or words.arabic:
        near.append(behind)
    for i in near:
        key = line.keys[i] if i < len(line) else ""
        if len(key) == 4 and key.isdecimal() and page is not None and EARLIEST <= int(key) < page.start.year:
            year = int(key)
            return Interval(date(year, 1, 1), date(year, 12, 31), "year", "printed", (line.cite(i),))
    return None


def _verb_before(line: Line, named: Named, others: Sequence[Named]) -> Iterator[Step]:
    """The nearest verb of a step before the name that has it as its object."""
    if named.preposition and named.preposition not in line.words.governs:
        return
    for i in range(named.first - 1, max(-1, named.first - BACK), -1):
        if line.keys[i] in (";", ".", ":") or line.at(i, _relatives(line)):
            return
        for form, end in _forms(line, i):
            if form.status in _ALONE and not line.words.arabic and form.after:
                continue
            status = _status(line, i, form)
            if status == "signed" and named.preposition and not line.words.arabic:
                return  # "Rovers sign a striker on a three-year deal": the striker is signed
            if status == "ended" and not named.definite and line.keys[i].startswith(line.words.denounces):
                return  # "dénonce un accord conclu dans le dos du Parlement"
            if status is not None and end <= named.first:
                yield status, i, end
            return


def _relatives(line: Line) -> dict[str, list[tuple[str, ...]]]:
    return {w: [(w,)] for w in line.words.relative if w not in ("que", "qu'", "ان", "that", "حيث")}


def _forms(line: Line, i: int) -> Iterator[tuple[Form, int]]:
    """The forms of step verbs at a word, with where each ends."""
    if line.found[i].kind != "word":
        return
    for stem in line.words.stems(line.keys[i]):
        if stem.definite or stem.preposition:
            continue
        for form in line.words.verbs.get(stem.key, ()):
            if line.follows(i + 1, form.after):
                yield form, i + 1 + len(form.after)


def _status(line: Line, i: int, form: Form) -> StepStatus | None:
    """What a form says really came about: plans are announcements at most, what is denied or wished is nothing."""
    before = line.keys[max(0, i - 4) : i]
    if any(k in line.words.negation for k in before[-3:]):
        return None
    if form.status in ("ratified", "approved") and any(line.at(j, line.words.owed) for j in range(max(0, i - 4), i)):
        return None  # "must be ratified by both parliaments"
    certain = form.tenses & {"past", "participle", "present", "imperfect", "gerund"}
    if form.status == "in force" and _to_come(line, i, form):
        return form.status
    if not certain or "infinitive" in form.tenses:
        unsure = any(line.at(j, line.words.unsure) for j in range(max(0, i - 4), i))
        seized = any(k in line.words.seized for k in line.keys[max(0, i - 9) : i])
        if (unsure and not seized) or (form.tenses & {"future", "conditional", "purpose"} and not certain):
            return "announced" if form.status == "signed" and "conditional" not in form.tenses else None
    return form.status


def _noun_before(line: Line, named: Named) -> Iterator[Step]:
    """ "the signing of the contract", «توقيع عقد», "la signature, hier à Rabat, d'un accord"."""
    words = line.words
    close = named.first if words.arabic else None
    if not words.arabic and named.preposition not in words.of:
        return
    reach = 3 if words.arabic else NOUN
    for i in range(named.first - 1, max(-1, named.first - reach), -1):
        if line.keys[i] in (";", ".", ":"):
            return
        stem = line.stem(i, words.step_nouns)
        if stem is None or line.found[i].kind != "word":
            continue
        phrase, status = words.step_nouns[stem.key][0]
        if len(phrase) > 1 and not line.follows(i + 1, phrase[1:]):
            continue
        between = line.keys[i + len(phrase) : close if close is not None else named.first]
        if words.arabic and any(k not in ("علي", "مراسم") for k in between):
            return
        if any(k in words.negation or k.removeprefix("و") in words.denying for k in line.keys[max(0, i - 3) : i]):
            return  # «نفي توقيع اتفاق»
        if stem.preposition == "ل" or any(line.at(j, words.pending) for j in range(max(0, i - 3), i)):
            yield from _authorised(line, i)
            return
        yield status, i, i + len(phrase)
        return


def _authorised(line: Line, noun: int) -> Iterator[Step]:
    """ "adopted the bill authorising the ratification of the accord": approved, by the verb further back."""
    if not any(k in line.words.authorising for k in line.keys[max(0, noun - 4) : noun]):
        return
    for i in range(noun - 1, max(-1, noun - BACK), -1):
        for form, end in _forms(line, i):
            if form.status == "approved" and line.keys[i] not in line.words.authorising:
                if _status(line, i, form) == "approved":
                    yield "approved", i, end
                return


def _behind(line: Line, named: Named, others: Sequence[Named]) -> Iterator[Step]:
    """ "the contract was signed", "l'accord conclu entre", «العقد المبرم», "the treaty entered into force"."""
    words = line.words
    limit = min([len(line), named.end + AHEAD, *(o.first for o in others if o.first >= named.end)])
    relative = said = False
    apposed, first = False, named.end
    for i in range(named.end, limit):
        key = line.keys[i]
        if key in (";", ".", ":", '"') or key in words.until:
            return  # "suspended the contract until an audit concludes"
        relative |= any(s.key in words.relative for s in words.stems(key))
        if words.arabic and not said:
            status = next((words.participles[s.key] for s in words.stems(key) if s.key in words.participles), None)
            if status is not None and i <= named.end + 4:
                said = True
                yield status, i, i + 1
                continue
        closed = (
            apposed and said and not relative and "," in line.keys[first + 1 : i]
        )  # "paraphé le 22 mars, a été signé"
        if said and not _coordinated(line, i) and not (relative and line.keys[i - 1] == ",") and not closed:
            continue
        for form, end in _forms(line, i):
            lapses = any(s.key in words.lapses for s in words.stems(key))
            itself = i > named.end and line.keys[i - 1] in ("se", "s'")  # "que se negociaba", "qui se négocie"
            if not itself and not _takes_it(
                form, relative, words.arabic, lapses=lapses, to_come=_to_come(line, i, form)
            ):
                continue
            status_ = _status(line, i, form)
            if status_ is not None:
                yield status_, i, end
                if not said:
                    apposed, first = line.keys[i - 1] in (",", "،"), i
                said = True
                break


def _coordinated(line: Line, i: int) -> bool:
    """True for a verb that goes on with the same subject: "was signed in May and entered into force"."""
    near = line.keys[max(0, i - 3) : i]
    return any(k in ("and", "et", "y", "e") for k in near) or (line.words.arabic and line.keys[i][:1] == "و")


def _to_come(line: Line, i: int, form: Form) -> bool:
    """True of a future: "entrera en vigueur", "will enter into force", «سيدخل حيز التنفيذ»."""
    before = line.keys[i - 1] if i else ""
    return "future" in form.tenses or before in line.words.future or line.keys[i].removeprefix("و").startswith("س")


def _takes_it(form: Form, relative: bool, arabic: bool, *, lapses: bool, to_come: bool) -> bool:
    """True when the agreement before a verb's form is what the step happens to."""
    if form.status == "ended" and not lapses and "participle" not in form.tenses:
        return False  # "an accord that ends the strike" ends something else
    if form.status == "in force" and to_come:
        return True  # "will enter into force on 1 June": the day is part of what was agreed
    if form.status in _ALONE and form.tenses & {"past", "present", "participle", "imperfect"}:
        # An Arabic present says of coming into force that it is still to come.
        return not (arabic and form.status == "in force" and "past" not in form.tenses)
    passive = "participle" in form.tenses and not (form.tenses & {"present"} and not form.tenses & {"past"})
    return passive or (relative and bool(form.tenses & {"past", "participle", "present"}))


def _when(line: Line, at: int, rivals: Sequence[int], *, begun: bool = False) -> Interval | None:
    """The time nearest the step in its sentence, unless it stands nearer to another step; else what its event has.

    ``begun`` is true of a step that goes on: "negotiated since October" dates it.
    """
    reading, sentence = line.reading, line.sentence
    since = _apart(line, at)
    told = next(
        (e for e in reading.events if e.kind in _EVENTS and abs(e.trigger.start - at) <= 2 and not e.bare), None
    )
    if told is not None and told.date is not None and not told.assumed and not rivals and not begun:
        if any(sentence.start <= c.start < sentence.end for c in told.date.cites):
            return told.date
    best = None
    for t in reading.times:
        if t.kind != "date" or t.interval is None or not sentence.start <= t.start < sentence.end:
            continue
        if t.start < since or t.modifier in ("until", "before", "after") or (t.modifier == "since" and not begun):
            continue
        if not begun and _starting(line, t):
            continue  # "to deliver 4 billion more from 2024"
        if any(m.start <= t.start and t.end <= m.end for m in reading.mentions if m.kind != "place"):
            continue  # «نور الغد», a foundation's name, is no tomorrow
        far = _far(at, t.start)
        if far > FARTHEST and _ahead(reading.article.published, t.interval):
            continue  # "signed by …, the bonus will rise … before 1 October"
        if any(_far(r, t.start) < far for r in rivals):
            continue
        if best is None or far < best[0]:
            best = far, t.interval
    if best is not None:
        return best[1]
    return None if rivals or since else _taken_over(line, at)


def _ahead(published: Interval | None, day: Interval) -> bool:
    return published is not None and day.start > published.end


def _starting(line: Line, time: TimeExpression) -> bool:
    """True of a time from which on something is to be done: "from 2024", "a partir de enero", «ابتداء من 2024»."""
    first, last = line.index(time.start), line.index(time.end - 1)
    return any(k in line.words.since for k in line.keys[max(0, first - 2) : last + 1])


def _apart(line: Line, at: int) -> int:
    """Where "nine days after the signing" begins, 0 when a step stands behind no such word: times before it are of another thing."""
    i = line.index(at)
    if not any(s.key in line.words.step_nouns for s in line.words.stems(line.keys[i])):
        return 0
    return next((line.found[j].start for j in range(i - 1, max(-1, i - 5), -1) if line.keys[j] in line.words.apart), 0)


def _taken_over(line: Line, at: int) -> Interval | None:
    """The day of an undated step: that of its event, else the only fresh one named before it."""
    reading, page = line.reading, line.reading.article.published
    if page is None:
        return None
    event = next(
        (e.date for e in reading.events if e.kind in ("signing", "approval") and abs(e.trigger.start - at) <= 2),
        None,
    )
    if event is not None and abs((event.end - page.start).days) <= FRESH:
        return event
    named = [t.interval for t in reading.times if t.start < at and t.kind == "date" and t.interval is not None]
    near = [d for d in named if d.days == 1 and 0 <= (page.end - d.start).days <= FRESH]
    return near[0] if len({d.start for d in near}) == 1 else None


def _far(step: int, time: int) -> int:
    """A time mostly follows the verb it belongs to."""
    return time - step if time >= step else int(1.6 * (step - time))
