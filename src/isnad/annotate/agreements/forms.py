"""What a verb's form says of an agreement: the step, whether it came about, was denied, wished for, or is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.annotate.agreements.lexicon import Form
from isnad.annotate.agreements.phrases import Line, Named
from isnad.model.reading import StepStatus

AHEAD = 20
"""Words behind an agreement's name among which what is said of it stands."""
DENIED = 14
"""Words behind a denial among which what is denied stands."""
ALONE = frozenset({"in force", "ended"})
"""Steps an agreement takes as the subject of its verb."""

Step = tuple[StepStatus, int, int]
"""Status, and the words that say it."""


def only_issued(line: Line, i: int, form: Form, named: Named) -> bool:
    """Return true of a verb of publishing, by which nothing comes about but a declaration that commits to something."""
    if form.status != "announced" or not line.keys[i].removeprefix("و").startswith(line.words.issuing):
        return False
    return named.kind != "declaration" or not any(line.at(j, line.words.pledges) for j in range(named.end, len(line)))


def relatives(line: Line) -> dict[str, list[tuple[str, ...]]]:
    """Return the pronouns that begin a relative clause, and no other."""
    return {w: [(w,)] for w in line.words.relative if w not in ("que", "qu'", "ان", "that", "حيث")}


def forms_at(line: Line, i: int, *, resumed: bool = False) -> Iterator[tuple[Form, int]]:
    """Yield the forms of step verbs at a word, with where each ends; ``resumed`` also where a pronoun stands for the text («توصلا إليها»)."""
    if line.found[i].kind != "word":
        return
    words, last = line.words, line.keys[i - 1] if i else ""
    noun = not words.arabic and (last in words.owners or (last in words.of and words.language != "en"))
    if words.language == "en" and i and (last in words.articles or _lasting(line, i - 1)):
        return  # "a strike", "a 19-day strike"
    for stem in words.stems(line.keys[i]):
        if stem.definite or stem.preposition or stem.key not in words.verbs or line.somebody(i):
            continue
        if _within_time(line, i):
            return  # "la semaine passée"
        forms = line.words.verbs.get(stem.key, ())
        for form in _as_written(line.found[i].text, forms) if line.words.language == "fr" else forms:
            if form.reflexive and not reflexive(line, i):
                continue
            if noun and not form.tenses & {"infinitive"}:
                continue  # "son homologue", "un protocole de sortie de crise"
            if line.follows(i + 1, form.after):
                yield form, i + 1 + len(form.after)
            elif (
                resumed
                and form.after
                and line.words.contracted.get(line.keys[min(i + 1, len(line) - 1)]) == form.after[0]
            ):
                yield form, i + 2


def _lasting(line: Line, i: int) -> bool:
    """True of the last word of a length of time: "19-day"."""
    at = line.found[i]
    return any(t.kind == "duration" and t.end == at.end for t in line.reading.times)


def _within_time(line: Line, i: int) -> bool:
    at = line.found[i].start
    return any(t.start < at < t.end for t in line.reading.times)


def reflexive(line: Line, i: int) -> bool:
    """Return true of a verb with "se" shortly before it, or, in Spanish, written onto it."""
    near = line.keys[max(0, i - 4) : i]
    return "se" in near or "s'" in near or (line.words.language == "es" and line.keys[i].endswith("se"))


def _as_written(word: str, forms: Sequence[Form]) -> Iterator[Form]:
    """The forms that an accent tells apart: "signé" is the participle of what "signe" is the present of."""
    both = any(f.tenses == {"participle"} for f in forms) and any("present" in f.tenses for f in forms)
    written = word[-1:] in ("é", "É")
    for form in forms:
        if not both or not word.endswith(("e", "é", "E", "É")) or written == (form.tenses == {"participle"}):
            yield form


def status_of(line: Line, i: int, form: Form) -> StepStatus | None:
    """Return what a form says really came about: plans are announcements at most, what is denied or wished is nothing."""
    before = line.keys[max(0, i - 4) : i]
    if any(k in line.words.negation for k in before[-3:]) or _denied(line, i) or _withheld(line, i, form):
        return None
    if form.status in ("ratified", "approved") and any(line.at(j, line.words.owed) for j in range(max(0, i - 4), i)):
        return None  # "must be ratified by both parliaments"
    if _to_be_done(line, i, form):
        return "announced" if form.status == "signed" else None
    wished = (
        line.words.arabic
        and "past" not in form.tenses
        and any(k in ("ان", "بان") for k in line.keys[max(0, i - 2) : i])
    )
    certain = not wished and form.tenses & {"past", "participle", "present", "imperfect", "gerund"}
    if form.status == "in force" and coming(line, i, form):
        return form.status
    if not certain or "infinitive" in form.tenses:
        unsure = any(line.at(j, line.words.unsure) for j in range(max(0, i - 4), i))
        unsure |= bool(wished)
        seized = any(k in line.words.seized for k in line.keys[max(0, i - 9) : i])
        if (unsure and not seized) or (form.tenses & {"future", "conditional", "purpose"} and not certain):
            return "announced" if form.status == "signed" and "conditional" not in form.tenses else None
    return form.status


def _withheld(line: Line, i: int, form: Form) -> bool:
    """True of an infinitive or a gerund that is refused, threatened or thought of: "declined to sign", "considering terminating"."""
    if line.words.arabic:
        wished = any(k in ("ان", "بان") for k in line.keys[max(0, i - 2) : i])
        noun = line.stem(i, line.words.step_nouns) is not None  # «تدرس تشاد فسخ الاتفاق»
        return (wished or noun) and withheld_before(line, i)
    if form.tenses and not form.tenses & {"infinitive", "gerund", "present"}:
        return False
    return any(_reaches(line, j, i) for j in range(max(0, i - 7), i))


def _reaches(line: Line, j: int, i: int) -> bool:
    """True where words of withholding lead from one word to another, over a time at the most: "refused on Monday to renew"."""
    if (n := line.at(j, line.words.withholds)) and j + n in (i, i - 1):
        return True
    last = line.words.contracted.get(line.keys[i - 1], line.keys[i - 1])
    apart = any(len(p) > 1 and p[-1] == last for p in line.words.withholds.get(line.keys[j], ()))
    return apart and j + 1 < i - 1 and all(timed(line, k) for k in range(j + 1, i - 1))


def withheld_before(line: Line, i: int) -> bool:
    """Return true where a verb of refusing or considering stands before a noun of doing: "rejected the renewal", «رفضت الجزائر تجديد»."""
    words, keys = line.words, line.keys
    for j in range(i - 1, max(-1, i - (6 if words.arabic else 4)), -1):
        if line.found[j].kind == "mark" or (words.arabic and keys[j] in words.relative):
            return False
        if words.arabic and line.at(j, words.withholds):
            return True
        if not words.arabic and (
            keys[j].startswith(words.withholding) or ((n := line.at(j, words.withholds)) and j + n in (i, i - 1))
        ):
            return True
    return False


def _denied(line: Line, i: int) -> bool:
    """True of what somebody denies: "desmintió que se haya rescindido", "denied that it had signed", «نفى أن يكون وقّع»."""
    words, keys = line.words, line.keys
    for j in range(i - 1, max(-1, i - DENIED), -1):
        if keys[j] in (".", ";", ":"):
            return False
        if (
            j
            and any(s.key in words.relative for s in words.stems(keys[j]))
            and line.stem(j - 1, words.nouns) is not None
        ):
            return False  # "desmintió que esté congelado el memorando *que suscribió*"
        if keys[j].removeprefix("و") in words.denying:
            return any(k in _THAT for k in keys[j + 1 : min(i, j + 10)]) or keys[j + 1 : j + 2] == ["having"]
    return False


_THAT = frozenset({"que", "qu'", "that", "ان", "having"})
"""What leads to a clause that is denied."""


def _to_be_done(line: Line, i: int, form: Form) -> bool:
    """True of a passive that is to come or may come: "will be signed", "pourrait être signé", but not "vient d'être signé"."""
    if "participle" not in form.tenses:
        return False
    for j in range(i - 1, max(-1, i - 4), -1):
        if line.keys[j] in line.words.to_be:
            return not any(k in line.words.just for k in line.keys[max(0, j - 3) : j])
        if (
            line.found[j].kind != "word"
            or line.keys[j] in line.words.auxiliaries
            or line.keys[j] in line.words.articles
        ):
            return False
    return False


def within_matter(line: Line, end: int, i: int) -> bool:
    """Return true of a word behind a relative that tells no step: "a convention *that* allows flights *between* Santa Cruz and Asunción"."""
    stretch = range(end, i)
    related = any(line.keys[j] in line.words.relative or line.at(j, line.words.relative_phrases) for j in stretch)
    return related and not any(form.status != "mentioned" for j in stretch for form, _ in forms_at(line, j))


def timed(line: Line, i: int) -> bool:
    """Return true of a word of a time."""
    at = line.found[i].start if i < len(line) else -1
    return any(
        t.start <= at < t.end or (line.keys[i : i + 1] and 0 <= t.start - line.found[i].end <= 1)
        for t in line.reading.times
    )


def coming(line: Line, i: int, form: Form) -> bool:
    """Return true of a future: "entrera en vigueur", "will enter into force", «سيدخل حيز التنفيذ»."""
    before = line.keys[i - 1] if i else ""
    return "future" in form.tenses or before in line.words.future or line.keys[i].removeprefix("و").startswith("س")
