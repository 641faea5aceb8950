"""How far an agreement got, by what governs its name: "signed … a treaty", "the ratification of the accord", «العقد المبرم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.annotate.agreements.behind import steps_behind
from isnad.annotate.agreements.clauses import hanging
from isnad.annotate.agreements.forms import (
    AHEAD,
    Step,
    forms_at,
    only_issued,
    reflexive,
    relatives,
    status_of,
    timed,
    withheld_before,
)
from isnad.annotate.agreements.lexicon import Form
from isnad.annotate.agreements.phrases import Line, Named
from isnad.annotate.agreements.step_days import day_of, reduced, talks_of, to_come, year_of
from isnad.model import StepMention
from isnad.model.reading import StepStatus

BACK = 45
"""Words before an agreement's name among which the verb that governs it is looked for."""
NOUN = 14
"""Words between a step's noun and the agreement it is of: "signature, lundi à Rabat, d'un accord"."""
INTENT = 6
"""Words before an Arabic noun of signing among which the verb of intending it is looked for."""
INITIALS = 6
"""Words behind a signing within which "by initials" stands."""
WEAK = frozenset({"mentioned", "announced", "negotiated"})
"""Steps that may come to nothing."""

APART = 16
"""Words between a verb and the preposition that belongs to it."""
HAGGLED = 6
"""Words before "talks" among which "after" or how long they took stands."""
OPENING = 14
"""Words of a participle and what belongs to it before the name at the head of a sentence."""
AGREED = 9
"""Words before a noun of signing among which the verb that approves it is looked for."""
_SEASONS = frozenset(
    {
        "year",
        "season",
        "seasons",
        "saisons",
        "temporadas",
        "مواسم",
        "موسم",
        "موسمين",
        "سنوات",
        "اعوام",
        "سنتين",
        "عامين",
    }
)
"""How long a player's contract runs."""
PUT_OFF = 14
"""Words behind a name within which its signing is said to be still to come."""


def steps_of(line: Line, named: Named, others: Sequence[Named]) -> tuple[StepMention, ...]:
    """Return the steps that the sentence says an agreement took, each with its day."""
    found: dict[StepStatus, Step] = {}
    doing = tuple(_noun_before(line, named))
    hung = (
        bool(doing) or hanging(line, named) is not None
    )  # "suspended a strike after the signing of", "agreed to … under an accord"
    governing = () if hung else tuple(_verb_before(line, named, others))
    told = (*doing, *governing, *steps_behind(line, named, others))
    had = () if told else tuple(_had(line, named)) or tuple(_joining(line, named))
    entering = tuple(_entering(line, named)) if line.words.arabic else ()
    more = (*had, *entering, *_opening(line, named), *_running(line, named))
    for step in (*told, *more):
        if step[0] == "signed" and (named.draft or _initialled(line, step, named)):
            step = ("negotiated", *step[1:])
        if step[0] == "announced" and any(
            line.at(j, line.words.in_principle) for j in range(step[2], min(len(line), step[2] + 3))
        ):
            step = ("negotiated", *step[1:])  # "agreed in principle on a protocol"
        found.setdefault(step[0], step)
    made = []
    for status, first, end in found.values():
        span = line.span(first, end)
        rivals = [line.span(a, b) for s, a, b in found.values() if s != status]
        since = status in ("in force", "suspended") or line.keys[first].removeprefix("و") in line.words.binds
        going = status == "negotiated" and not line.keys[first].startswith((*line.words.initialling, "initial"))
        begun = going or bool(had) or (since and _since(line, first))
        when = day_of(line, named, span.start, [r.start for r in rivals], begun=begun)
        signing = any(f.status == "signed" for f, _ in forms_at(line, first)) or line.stem(first, line.words.step_nouns)
        foretold = status == "announced" and signing
        if foretold or (status in WEAK and when is not None and to_come(line.reading.article.published, when)):
            when = None  # what was announced was announced by now; the day to come is of what was announced
        if status == "signed" and when is not None and to_come(line.reading.article.published, when):
            when = None  # "announces the signing, on the 5th, of a convention"; "signed that same evening" was signed
            if not any("past" in f.tenses for f, _ in forms_at(line, first)) and not reduced(line, named, span.start):
                status = "announced"
            if status in found and status == "announced":
                continue
        made.append(StepMention(status, span.start, span.end, when))
    if "negotiated" not in found and (at := _haggled(line, (*told, *more))) is not None:
        span = line.span(at, at + 1)
        when = talks_of(line, span.start, [s.date for s in made if s.status == "signed"])
        made.append(StepMention("negotiated", span.start, span.end, when))
    if (
        "signed" not in found
        and not found.keys() & {"announced", "negotiated"}
        and (year := year_of(line, named)) is not None
    ):
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
    return any(form.status == "signed" for j in rest for form, _ in forms_at(line, j))


def _verb_before(line: Line, named: Named, others: Sequence[Named]) -> Iterator[Step]:
    """The nearest verb of a step before the name that has it as its object."""
    governed = not named.preposition or named.preposition in line.words.governs
    for i in range(named.first - 1, max(-1, named.first - BACK), -1):
        if line.keys[i] in (";", ".", ":") or line.at(i, relatives(line)) or _holds_meeting(line, i, named.first):
            return
        for form, end in forms_at(line, i):
            led = end in (named.first, named.first + 1) or _timed_between(
                line, end, form, named
            )  # "reached *to* an accord", «توصل الطرفان *إلى* اتفاق»
            if form.status == "in force" and not line.words.arabic and form.after:
                continue
            status = status_of(line, i, form)
            if only_issued(line, i, form, named):
                return  # "published the contract"; a joint statement that commits to nothing
            if (
                status in ("signed", "ratified")
                and named.preposition
                and not line.words.arabic
                and not (led and form.after)
            ):
                return  # "Rovers sign a striker on a three-year deal": the striker is signed; "joined Rovers on a deal"
            if status in ("approved", "ratified") and _of_another(line, end, named):
                return  # "approved a commission of inquiry into the contract"
            if status == "ended" and not named.definite and line.keys[i].startswith(line.words.denounces):
                return  # "dénonce un accord conclu dans le dos du Parlement"
            if form.status == "announced" and line.keys[min(end, len(line) - 1)].endswith(line.words.infinitives):
                return  # "logra frenar la concesión"
            if status is not None and (end <= named.first and (governed or led)):
                yield status, i, end
            elif status is not None and led and form.after:
                yield status, i, named.first
            return
        apart = _verb_apart(line, i, named) if line.words.arabic else _led_apart(line, i, named)
        if apart in ("approved", "ratified") and _of_another(line, i + 1, named):
            return
        if apart is not None:
            yield apart, i, i + 1
            return


def _holds_meeting(line: Line, i: int, end: int) -> bool:
    """True of «ستعقد الجامعتان اجتماعا لوضع اتفاق»: a meeting is held, and no text signed."""
    words = line.words
    if not words.arabic or not any(s.key.endswith(("عقد", "عقدت", "عقدا", "عقدوا")) for s in words.stems(line.keys[i])):
        return False
    return any(_meeting(k.removesuffix("ا"), words.meetings) for k in line.keys[i + 1 : min(end, i + 6)])


def _meeting(key: str, meetings: frozenset[str]) -> bool:
    return key in meetings or key + "ا" in meetings


def _timed_between(line: Line, end: int, form: Form, named: Named) -> bool:
    """True of "put pen to paper on Monday on a memorandum": a time between a verb with its preposition and the same one again."""
    again = bool(form.after) and named.first > end and line.keys[named.first - 1] == form.after[-1]
    return again and all(timed(line, j) for j in range(end, named.first - 1))


def _of_another(line: Line, start: int, named: Named) -> bool:
    """True where what is approved is an inquiry, a report, a motion that only deals with the text named."""
    return any(line.stem(j, line.words.diverts) is not None for j in range(start, named.first))


def _verb_apart(line: Line, i: int, named: Named) -> StepStatus | None:
    """The step of an Arabic verb whose preposition stands behind its subject: «توصلت النقابة والوزارة إلى اتفاق»."""
    before = line.keys[named.first - 1] if named.first else ""
    if line.found[i].kind != "word" or line.somebody(i):
        return None
    for stem in line.words.stems(line.keys[i]):
        for form in line.words.verbs.get(stem.key, ()) if not (stem.definite or stem.preposition) else ():
            if len(form.after) == 1 and form.after[0] in (before, named.preposition):
                return status_of(line, i, form)
    return None


def _led_apart(line: Line, i: int, named: Named) -> StepStatus | None:
    """The step of a verb whose last word stands behind a time or a place: "a adhéré lundi à la convention", "llegaron anoche a un acuerdo"."""
    if line.found[i].kind != "word" or named.first - i > APART or named.first - i < 2:
        return None
    short = line.words.contracted
    last = line.keys[named.first - 1]
    before = {last, short.get(last, last), named.preposition, short.get(named.preposition, named.preposition)}
    for form in line.words.verbs.get(line.keys[i], ()):
        if not form.after or form.after[-1] not in before or (form.reflexive and not reflexive(line, i)):
            continue
        first = form.after[:-1]
        if not first or any(line.follows(j, first) for j in range(i + 1, min(i + 5, named.first))):
            return None if line.somebody(i) else status_of(line, i, form)
    return None


def _put_off(line: Line, named: Named) -> bool:
    """True where the text is said to be signed later: "the signing of the contract, expected in July, was put off"."""
    high = next((j for j in range(named.end, len(line)) if line.keys[j] in (".", ";")), len(line))
    return any(line.at(j, line.words.put_off) for j in range(named.end, min(high, named.end + PUT_OFF)))


def _entering(line: Line, named: Named) -> Iterator[Step]:
    """«دخلت الهدنة بين الجيش والقوات حيز التنفيذ»: the verb before its subject, what completes it behind."""
    for i in range(max(0, named.first - 3), named.first):
        forms = [f for s in line.words.stems(line.keys[i]) for f in line.words.verbs.get(s.key, ()) if f.after]
        # «تدخل المعاهدة حيز التنفيذ مطلع الشهر المقبل»: the day to come is part of what was agreed.
        coming = any(
            t.kind == "date" and t.interval is not None and to_come(line.reading.article.published, t.interval)
            for t in line.reading.times
            if line.sentence.start <= t.start < line.sentence.end
        )
        told = ({"past", "present"} if coming else {"past"}) if i == named.first - 1 else {"past"}
        for form in (f for f in forms if f.status in ("in force", "announced") and f.tenses & told):
            ends = range(named.end, min(len(line), named.end + AHEAD))
            if any(line.follows(j, form.after) for j in ends) and (
                form.status == "in force" or line.keys[i].startswith(line.words.awarding)
            ):
                yield form.status, i, i + 1  # «رست صفقة الحافلات على باليسور»
                return


def _opening(line: Line, named: Named) -> Iterator[Step]:
    """ "Signé en 2019, l'accord …", "Entré en vigueur le 1er mars, le traité …": a participle before the name it belongs to."""
    if line.words.arabic or not named.definite or not 1 < named.first <= OPENING or line.keys[named.first - 1] != ",":
        return
    for form, end in forms_at(line, 0):
        if "participle" in form.tenses and (line.keys[end] not in line.words.articles or timed(line, end)):
            yield form.status, 0, end
            return


def _haggled(line: Line, told: Sequence[Step]) -> int | None:
    """ "After nine months of talks, they signed …", «بعد ثلاثة أيام من المفاوضات»: negotiated before it came about."""
    words = line.words
    if not any(status in ("signed", "announced") for status, *_ in told):
        return None
    for i in range(len(line)):
        stem = line.stem(i, words.haggling)
        if stem is None or line.found[i].kind != "word":
            continue
        low = line.found[max(0, i - HAGGLED)].start
        long = any(t.kind == "duration" and low <= t.start < line.found[i].start for t in line.reading.times)
        if long or any(k in words.after for k in line.keys[max(0, i - HAGGLED) : i]):
            return i
    return None


def _running(line: Line, named: Named) -> Iterator[Step]:
    """ "in force since 2016", and "the accord that has bound it to Rome since 2016", which was signed then."""
    for i in range(named.end, min(len(line), named.end + AHEAD)):
        if n := line.at(i, line.words.running):
            yield "in force", i, i + n
            return
        if (n := line.at(i, line.words.signatures)) and not any(
            k in line.words.negation for k in line.keys[max(0, i - 3) : i]
        ):
            yield "signed", i, i + n
            return
        related = any(k in line.words.relative for k in line.keys[max(named.end, i - 3) : i])
        if line.keys[i].removeprefix("و") in line.words.binds and related and _since(line, i):
            yield "signed", i, i + 1
            return


def _since(line: Line, i: int) -> bool:
    """True where a time from which on follows a word in its sentence."""
    low, high = line.found[i].end, line.sentence.end
    return any(t.kind == "date" and t.modifier == "since" and low <= t.start < high for t in line.reading.times)


def _had(line: Line, named: Named) -> Iterator[Step]:
    """ "Madrid and Lisbon have had a memorandum since 2018": concluded then."""
    words = line.words
    at = next((j for j in range(named.first - 1, max(-1, named.first - 8), -1) if line.at(j, words.having)), None)
    if at is not None and any(next(forms_at(line, j), None) for j in range(at + 1, named.first)):
        return  # "they have been haggling since August over a protocol"
    if at is None or any(
        line.keys[j] in (",", ";", ":") or line.at(j, relatives(line)) for j in range(at, named.first)
    ):
        return
    since = [t for t in line.reading.times if t.kind == "date" and t.modifier == "since" and t.interval is not None]
    if any(line.sentence.start <= t.start < line.sentence.end for t in since):
        yield "signed", at, at + line.at(at, words.having)


def _joining(line: Line, named: Named) -> Iterator[Step]:
    """ "Adomako has signed for Hearts on a three-year contract", «انضم ديوب إلى الوحدة بعقد»: signed by whoever joins a club."""
    words = line.words
    under = named.preposition in ("on", "under", "pour", "avec", "con", "por", "ب") or hanging(line, named) is not None
    long = any(
        timed(line, j) or line.keys[j][:1].isdigit() or line.keys[j] in _SEASONS
        for j in range(named.first, min(len(line), named.end + 5))
    )
    if named.definite or not (under and long) or named.kind not in ("contract", "agreement"):
        return
    at = next((j for j in range(named.first - 1, max(-1, named.first - 16), -1) if line.at(j, words.joining)), None)
    if at is None or any(k in words.negation for k in line.keys[max(0, at - 3) : at]):
        return
    low, high = line.found[at].start, line.found[named.first].start
    mentions = line.reading.mentions
    joins = any(m.kind in ("person", "misc") and line.sentence.start <= m.start < high for m in mentions)
    if joins and any(m.kind != "person" and low < m.start < high for m in mentions):
        yield "signed", at, at + line.at(at, words.joining)


def _noun_before(line: Line, named: Named) -> Iterator[Step]:
    """ "the signing of the contract", «توقيع عقد», "la signature, hier à Rabat, d'un accord"."""
    words = line.words
    close = named.first if words.arabic else None
    on = named.preposition in words.about or named.preposition in (
        "for",
        "pour",
        "para",
    )  # "talks on a pact", "negotiations for a treaty"
    if not words.arabic and named.preposition not in words.of and not on:
        return
    reach = 3 if words.arabic else NOUN
    if words.arabic and (talks := _talks_about(line, named)) is not None:
        yield "negotiated", talks, talks + 1
        return
    for i in range(named.first - 1, max(-1, named.first - reach), -1):
        if line.keys[i] in (";", ".", ":"):
            return
        stem = line.stem(i, words.step_nouns)
        if stem is None or line.found[i].kind != "word":
            continue
        phrase, status = words.step_nouns[stem.key][0]
        if on and not words.arabic and (status != "negotiated" or "," in line.keys[i : named.first]):
            return
        if on and not words.arabic and any(next(forms_at(line, j), None) for j in range(i + 1, named.first)):
            return  # "after talks, the union shook hands on a deal"
        if len(phrase) > 1 and not line.follows(i + 1, phrase[1:]):
            continue
        between = line.keys[i + len(phrase) : close if close is not None else named.first]
        if words.arabic and any(k not in words.wraps for k in between):
            return
        if any(k in words.negation or k.removeprefix("و") in words.denying for k in line.keys[max(0, i - 3) : i]):
            return  # «نفي توقيع اتفاق»
        if withheld_before(line, i):
            return  # "rejected the renewal of", «رفضت الجزائر تجديد اتفاق»
        if status in ("signed", "ratified") and (agreed := _agreed_to(line, i)) is not None:
            yield "approved", agreed, agreed + 1  # «وافق على توقيع اتفاقية»: still to be signed
            return
        if words.arabic and status == "signed" and any(line.at(j, words.intends) for j in range(max(0, i - INTENT), i)):
            yield "announced", i, i + len(phrase)  # «تعتزم موريتانيا توقيع»
            return
        if stem.preposition == "ل" or any(line.at(j, words.pending) for j in range(max(0, i - 3), i)):
            yield from _authorised(line, i)
            return
        if _put_off(line, named):
            status = "announced" if status == "signed" else "mentioned"
        yield status, i, i + len(phrase)
        return


def _talks_about(line: Line, named: Named) -> int | None:
    """The Arabic noun for talks that are on a text: «مفاوضات بين اليمن وجيبوتي بشأن اتفاقية», «محادثات للتوصل إلى اتفاق»."""
    words, keys = line.words, line.keys
    led = named.first and (keys[named.first - 1] in words.about or named.preposition == "ل")
    reached = any(line.at(j, words.reaching) for j in range(max(0, named.first - 3), named.first))
    if not (led or reached) or named.definite:
        return None
    for i in range(named.first - 1, max(-1, named.first - NOUN), -1):
        if line.found[i].kind == "mark" and keys[i] not in (",", "،", '"'):
            return None
        stem = line.stem(i, words.step_nouns)
        if stem is not None and words.step_nouns[stem.key][0][1] == "negotiated":
            return i
        if any(f.status != "negotiated" for f, _ in forms_at(line, i)) and not line.at(i, words.reaching):
            return None
    return None


def _agreed_to(line: Line, noun: int) -> int | None:
    """The verb before a noun of signing that approves it: "a autorisé jeudi la signature d'un accord", «وافق المجلس على توقيع»."""
    words, keys = line.words, line.keys
    if words.arabic and keys[noun - 1] != "علي":
        return None
    for j in range(noun - 1, max(-1, noun - AGREED), -1):
        if any(f.status == "approved" and f.tenses & {"past", "present", "participle"} for f, _ in forms_at(line, j)):
            return j
        if line.found[j].kind != "word" or (not words.arabic and keys[j] in words.prepositions and keys[j] != "to"):
            return None
    return None


def _authorised(line: Line, noun: int) -> Iterator[Step]:
    """ "adopted the bill authorising the ratification of the accord": approved, by the verb further back."""
    if not any(k in line.words.authorising for k in line.keys[max(0, noun - 4) : noun]):
        return
    for i in range(noun - 1, max(-1, noun - BACK), -1):
        for form, end in forms_at(line, i):
            if form.status == "approved" and line.keys[i] not in line.words.authorising:
                if status_of(line, i, form) == "approved":
                    yield "approved", i, end
                return
