"""What sentences beside its own say of an agreement: "the text provides for …", "a previous accord", whom the sentence before tells of."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from isnad.annotate.agreements.clauses import agreed, by_the_text, clause_pieces, dealing, pledged
from isnad.annotate.agreements.items import for_purpose
from isnad.annotate.agreements.matters import matters_of
from isnad.annotate.agreements.parties import Sides
from isnad.annotate.agreements.phrases import Line, Named, inside_quotation
from isnad.annotate.agreements.steps import steps_of
from isnad.model import AgreementMention, StepMention
from isnad.text import fold_key

NEXT = 250
"""Characters behind an agreement within which "the text" is that one."""


def carried(line: Line, made: Sequence[AgreementMention], before: Sequence[AgreementMention]) -> list[AgreementMention]:
    """Return the sentence's agreements; one that another is said to carry out has that one's sides ("implements the memorandum")."""
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
    meant = tuple(
        m
        for m, key in heads
        if key and key[0].removeprefix("ال") in words and line.reading.mentions[m].kind == "organization"
    )
    other = any(line.at(j, line.words.together) for j in range(len(line)))
    return meant if meant or other else parties


def dealt(before: Line, a: AgreementMention) -> AgreementMention:
    """Return "the contract was signed on Thursday" as between those of whom the sentence before tells that one hired or bought from the other."""
    if (
        not a.later
        or len(a.parties) > 1
        or a.kind not in ("contract", "agreement")
        or a.start - before.sentence.end > NEXT
    ):
        return a
    if not any(s.status == "signed" for s in a.steps) or (dealt := dealing(before)) is None:
        return a
    if inside_quotation(before.reading, before.span(dealt, dealt + 1)):
        return a  # "We buy aircraft, not wounds"
    sides = Sides(before).dealers(dealt)
    parties = (*a.parties, *(s for s in sides if s not in a.parties))
    matters = a.domains or tuple(clause_pieces(before, dealt + 1, before.index(before.sentence.end - 1)))
    if len(parties) < (1 if matters else 2):
        return a
    return msgspec.structs.replace(a, parties=parties[:2], domains=matters, later=False)


def without_step(line: Line, names: Sequence[Named]) -> AgreementMention | None:
    """Return a text told by its matter alone ("came back with a twinning agreement"), to which the next sentence may tell the step."""
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


def lent(waiting: AgreementMention, a: AgreementMention) -> AgreementMention:
    """Return "the agreement was signed on Tuesday" with the matter that was told alone right before."""
    if not a.later or a.domains or a.kind not in (waiting.kind, "agreement") or a.start - waiting.end > NEXT:
        return a
    return msgspec.structs.replace(a, domains=waiting.domains, parties=a.parties or waiting.parties)


def lent_what_was_agreed(before: Line, a: AgreementMention) -> AgreementMention:
    """Return "a memorandum was signed on Tuesday" with what the sentence right before tells that the sides agreed to do, and those sides."""
    if a.start - before.sentence.end > NEXT or not (told := agreed(before)):
        return a
    sides = a.parties or Sides(before).agreeing()
    return msgspec.structs.replace(a, domains=tuple(told), parties=sides, later=a.later and len(sides) < 2)


def another_word(line: Line, before: Sequence[AgreementMention]) -> Named | None:
    """Return "the text …" at the head of a sentence, or "it", by which the agreement told right before is meant."""
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


def by_another_word(line: Line, named: Named, last: AgreementMention) -> AgreementMention | None:
    """Return the matters that "the text provides for": those of the agreement that was told right before, by another word for it."""
    matters, _ = matters_of(line, named, len(line), told=True)
    span = line.span(named.head, named.end)
    step = StepMention("mentioned", span.start, span.end)
    made = AgreementMention(last.kind, span.start, span.end, last.parties, matters, (step,), later=True)
    return made if matters else None


def told_by_the_text(line: Line, before: Sequence[AgreementMention]) -> AgreementMention | None:
    """Return what is told "according to a copy of the text": matters of the only agreement told before."""
    if not before or len({a.kind for a in before}) > 1 or not (told := by_the_text(line)):
        return None
    span = line.span(0, 1)
    step = StepMention("mentioned", span.start, span.end)
    return AgreementMention(before[-1].kind, span.start, span.end, before[-1].parties, tuple(told), (step,), later=True)


def promised(line: Line, before: Sequence[AgreementMention]) -> AgreementMention | None:
    """Return what "the firm undertakes to pay" right behind an agreement: matters of that one."""
    last = before[-1] if before else None
    if last is None or line.sentence.start - last.end > NEXT or (told := pledged(line)) is None:
        return None
    span = line.span(told[0], told[0] + 1)
    step = StepMention("mentioned", span.start, span.end)
    return AgreementMention(last.kind, span.start, span.end, last.parties, tuple(told[1]), (step,), later=True)


def signed_by_the_text(line: Line, last: AgreementMention) -> AgreementMention:
    """Return the agreement told right before with those whose signatures "the text bears", where it had not two sides."""
    at = next((i for i in range(len(line)) if line.at(i, line.words.signatures)), None)
    if at is None or len(last.parties) > 1:
        return last
    sides = tuple(dict.fromkeys((*last.parties, *Sides(line).bearing(at))))
    return msgspec.structs.replace(last, parties=sides, later=last.later and len(sides) < 2)


def gone_further(line: Line, named: Named, last: AgreementMention) -> AgreementMention:
    """Return the agreement told right before with further dated steps: "the text, negotiated since October, will enter into force on 1 June"."""
    known = {s.status for s in last.steps}
    more = tuple(s for s in steps_of(line, named, ()) if s.date is not None and s.status not in known)
    return msgspec.structs.replace(last, steps=(*last.steps, *more)) if more else last
