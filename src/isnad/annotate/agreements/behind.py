"""What is said of an agreement behind its name: "was signed", "qui entrera en vigueur", «المبرم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.annotate.agreements.forms import AHEAD, ALONE, Step, coming, forms_at, only_issued, status_of, timed
from isnad.annotate.agreements.lexicon import Form
from isnad.annotate.agreements.phrases import Line, Named


def steps_behind(line: Line, named: Named, others: Sequence[Named]) -> Iterator[Step]:
    """Yield what is said behind a name: "the contract was signed", "l'accord conclu entre", «العقد المبرم», "the treaty entered into force"."""
    words = line.words
    limit = min(
        [len(line), max(line.tail, named.end), named.end + AHEAD, *(o.first for o in others if o.first >= named.end)]
    )
    relative = said = False
    apposed, first, described = False, named.end, False
    helpless: frozenset[int] = frozenset()
    for i in range(named.end, limit):
        key = line.keys[i]
        if key == '"' and i == named.end:
            continue  # «بأن المذكرة «ستدخل حيز التنفيذ»»
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
        helped = said and not relative and line.keys[i - 1] in words.auxiliaries and first not in helpless
        helped |= described and not relative and _alone(line, i)
        if (
            said
            and not _coordinated(line, i)
            and not (relative and line.keys[i - 1] == ",")
            and not closed
            and not helped
        ):
            continue
        for form, end in forms_at(line, i, resumed=relative and words.arabic):
            lapses = any(s.key in words.lapses for s in words.stems(key))
            if _acts(line, i, end, form, relative=relative) or only_issued(line, i, form, named):
                continue  # "workers on a contract signed a petition", "an accord that extends the truce"
            object_ = (
                end < len(line) and line.keys[end] in words.articles | words.owners and not _timed_alone(line, end)
            )
            if lapses and object_:
                continue  # "a deal that ended the strike" ended something else
            itself = i > named.end and line.keys[i - 1] in ("se", "s'")  # "que se negociaba", "qui se négocie"
            told = words.arabic and form.status == "signed" and "past" in form.tenses and _nothing_signed(line, end)
            if (
                not itself
                and not told
                and not _takes_it(form, relative, words.arabic, lapses=lapses, to_come=coming(line, i, form))
            ):
                continue
            status_ = status_of(line, i, form)
            if status_ is not None:
                yield status_, i, end
                if not said:
                    apposed, first = line.keys[i - 1] in (",", "،"), i
                    described = (
                        not relative and "participle" in form.tenses and line.keys[i - 1] not in words.auxiliaries
                    )
                    if line.keys[i - 1] in words.auxiliaries:
                        helpless = frozenset({i})  # "was signed in May", whose clause is over
                said = True
                break


def _timed_alone(line: Line, i: int) -> bool:
    """True of a time that nothing is said to last: "ended a week ago", but not "ended a 19-day strike"."""
    time = next(
        (t for t in line.reading.times if t.end > line.found[i].start and t.start - line.found[i].end <= 1), None
    )
    after = line.index(time.end) if time is not None else len(line)
    words = line.words
    thing = (
        after < len(line)
        and line.found[after].kind == "word"
        and not (line.keys[after] in words.prepositions or line.at(after, words.stops))
    )
    return timed(line, i) and not (
        thing and time is not None and time.kind == "duration" and line.found[after].start - time.end <= 1
    )


def _alone(line: Line, i: int) -> bool:
    """True of a main verb by which a text comes into force or ends of itself: "the truce agreed in May *expired*"."""
    if line.words.arabic or line.keys[i - 1] in line.words.relative:
        return False
    forms = [f for f, _ in forms_at(line, i) if f.status in ALONE and f.tenses & {"past", "present"}]
    return any(f.status == "in force" or line.keys[i] in line.words.lapses for f in forms)


def _acts(line: Line, i: int, end: int, form: Form, *, relative: bool) -> bool:
    """True of a verb behind a name that has an object of its own, so that nothing happens to the text named."""
    words = line.words
    if (
        words.arabic
        or end >= len(line)
        or line.keys[end] not in words.articles | words.owners
        or form.status == "in force"
    ):
        return False
    if timed(line, end):
        return False  # "signed the same day", "signed a week ago"
    if relative:
        return bool(line.at(i, words.covers)) and (line.keys[i - 1] in words.relative or _coordinated(line, i))
    return "past" in form.tenses and "participle" in form.tenses and line.keys[i - 1] not in words.auxiliaries


def _nothing_signed(line: Line, i: int) -> bool:
    """True where no object follows an Arabic verb of signing: «الاتفاق وُقّع في مسقط»."""
    at = line.found[i] if i < len(line) else None
    times = (t for t in line.reading.times if at is not None and t.start <= at.start < t.end)
    led = i < len(line) and line.words.stems(line.keys[i])[-1].preposition == "ب"  # «أُبرم بدوره»
    return at is None or led or line.keys[i] in line.words.prepositions or line.keys[i] in (",", ".") or any(times)


def _coordinated(line: Line, i: int) -> bool:
    """True for a verb that goes on with the same subject: "was signed in May and entered into force"."""
    if line.words.arabic:
        return line.keys[i][:1] == "و"
    and_ = next(
        (j for j in range(i - 1, max(-1, i - 4), -1) if line.keys[j] in ("and", "et", "y", "e", "but", "mais", "pero")),
        None,
    )
    # "signed by the union and the employers freezes prices": the employers are joined, not the verb.
    return and_ is not None and not any(k in line.words.articles for k in line.keys[and_ + 1 : i])


def _takes_it(form: Form, relative: bool, arabic: bool, *, lapses: bool, to_come: bool) -> bool:
    """True when the agreement before a verb's form is what the step happens to."""
    if form.status == "ended" and not lapses and "participle" not in form.tenses:
        return False  # "an accord that ends the strike" ends something else
    if form.status == "in force" and to_come:
        return True  # "will enter into force on 1 June": the day is part of what was agreed
    if form.status in ALONE and form.tenses & {"past", "present", "participle", "imperfect"}:
        # An Arabic present says of coming into force that it is still to come.
        return not (arabic and form.status == "in force" and "past" not in form.tenses)
    passive = "participle" in form.tenses and not (form.tenses & {"present"} and not form.tenses & {"past"})
    return passive or (relative and bool(form.tenses & {"past", "participle", "present"}))
