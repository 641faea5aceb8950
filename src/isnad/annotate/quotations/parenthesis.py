"""The clause before ", indique le communiqué" or ", the police said": what stands before a word of saying set off by a comma."""

from __future__ import annotations

from isnad.annotate.quotations.clauses import trimmed
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody
from isnad.annotate.quotations.speakers import after, before
from isnad.annotate.quotations.subjects import hyphened
from isnad.annotate.quotations.words import Words
from isnad.model import Span
from isnad.text import fold_key

_REST = 30
"""Words that may follow ", the minister said *at the end of …*": where and when it was said."""
_OWN = 25
"""Characters from a sentence's beginning within which its own subject begins."""


def past_adverbs(field: Field, cue: Cue, lexicon: Speech) -> int:
    """Return the first token behind a word of saying that is no adverb and no word of time."""
    words, i = field.words, cue.last + 1
    while i < len(words.keys):
        step = lexicon.between.match(words.keys, i) or int(words.keys[i] in lexicon.skip)
        if not step and not (words.keys[i].endswith(("ment", "mente", "ly")) and len(words.keys[i]) > 5):
            break
        i += max(step, 1)
    return i


def parenthesis(field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions) -> Span | None:
    """The clause before ", indique le communiqué" or ", the police said" at a sentence's end."""
    words = field.words
    floor = words.at(frame.span.start)
    stop = _before_citing(words, cue, words.before(frame.span.end), lexicon)
    stop = _before_relative(words, cue, stop, lexicon)
    rest = sum(1 for t in words.tokens[cue.last + 1 : stop] if t.kind != "mark")
    i = cue.first - 1
    while i > floor and cue.first - i <= 14 and words.keys[i] not in (",", "،"):
        i -= 1
    back = cue.first - 1 - i
    if words.text[frame.span.start : frame.span.end].rstrip().endswith(":"):
        return None  # what is said follows
    if i - floor < 4 or words.keys[i] not in (",", "،"):
        return None
    if back == 0 and lexicon.parenthesis == "subject" and not cue.may("say"):
        return None  # "The chairwoman, X, rejected the findings": an apposition, no clause
    if back == 0 and (at := _apposed_subject(words, floor, i, lexicon, mentions)) is not None and rest <= _REST:
        return trimmed(words, Span(frame.span.start, words.tokens[at].start))
    if back == 0 and not _said_by_somebody(field, frame, cue, lexicon, mentions):
        return None  # "El ministro, preguntado en Bruselas, exigió explicaciones": the clause's own verb
    if back == 0:
        return trimmed(words, Span(frame.span.start, words.tokens[i].start)) if 0 < rest <= 20 else None
    lead = words.keys[i + 1]
    circumstance = (
        cue.last + 1 < len(words.keys)
        and words.keys[cue.last + 1] in lexicon.governors | lexicon.skip
        and words.keys[floor] not in lexicon.governors
        and any(k in lexicon.clause_signs for k in words.keys[floor:i])
    )
    if lexicon.parenthesis == "subject" and _set_in(words, cue, i, floor, lexicon):
        return trimmed(words, Span(frame.span.start, words.tokens[i].start))
    if (
        lexicon.parenthesis != "subject"
        or (rest > 4 and not circumstance)
        or rest > _REST
        or lead in lexicon.begins
        or lead in lexicon.relatives
    ):
        return None
    if lead in lexicon.governors or words.tokens[i + 1].kind == "mark":
        return None
    return trimmed(words, Span(frame.span.start, words.tokens[i].start))


_CLAUSE = 6
"""Tokens before ", he said," that can only be a clause."""
_WHO = 4
"""Tokens of the subject of a verb set in between commas."""


def _set_in(words: Words, cue: Cue, comma: int, floor: int, lexicon: Speech) -> bool:
    """True of a subject and its verb between two commas, a clause before them ("A study will be ready in May, *he said*, and …")."""
    lead = words.keys[comma + 1]
    closed = words.keys[cue.last + 1 : cue.last + 2] == [","] and 1 < cue.first - comma <= _WHO + 1
    pronoun = lexicon.singular.match([lead], 0) or lexicon.plural.match([lead], 0)
    named = words.tokens[comma + 1].text[0].isupper() or lead in lexicon.definite or pronoun
    clause = bool(pronoun and comma - floor >= _CLAUSE) or any(
        k in lexicon.clause_signs for k in words.keys[floor:comma]
    )
    return closed and bool(named) and clause and cue.entry.sort == "say" and not cue.weak


def _said_by_somebody(field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions) -> bool:
    """True when behind a verb that follows its clause stands who spoke, or nothing but when, where and to whom."""
    words = field.words
    if cue.pronoun is not None or hyphened(field, cue, lexicon) is not None:
        return True
    if _is_subject(field, frame, cue, lexicon, mentions):
        return False
    who = after(words, cue.last + 1, frame.span.end, lexicon, mentions)
    own = before(words, cue, frame.span.start, lexicon, mentions)  # "X, maire de Y, a annoncé la fermeture"
    known = own is not None and own.sort != "phrase" and own.span.start - frame.span.start < _OWN
    if who is not None and known and who.sort == "phrase" and not _head_speaks(words, who, lexicon):
        return False  # "La députée X, …, a réclamé *la publication du texte*"
    if who is not None and (who.sort != "phrase" or is_somebody(words, who, lexicon, mentions, places=True)):
        return True
    if who is not None:
        return not known and cue.entry.sort in ("say", "confirm") and not cue.may("judge", "deny")
    i = past_adverbs(field, cue, lexicon)
    return i >= len(words.keys) or words.keys[i] in lexicon.governors or words.tokens[i].kind == "mark"


def _is_subject(field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions) -> bool:
    """True when nothing but somebody and his name or age stands before the verb: its subject, no clause ("*El conductor, un hombre de 41 años,* reconoció …")."""
    words = field.words
    floor = words.at(frame.span.start)
    commas = [k for k in range(floor + 1, cue.first) if words.keys[k] in (",", "،")]
    if words.keys[floor] in lexicon.governors or len(commas) != 2 or commas[0] - floor > _HEADS:
        return False
    first, last = commas[0] + 1, commas[1] - 1
    if words.keys[last] == ")":  # "El alcalde, Pedro Izquierdo *(PSOE)*, pidió la declaración de zona catastrófica"
        last = next((k - 1 for k in range(last, first, -1) if words.keys[k] == "("), last)
    begins = mentions.covering(words.tokens[floor + (words.keys[floor] in lexicon.articles)].start)
    if begins is not None and mentions.mentions[begins].end >= words.tokens[commas[0] - 1].end:
        return mentions.mentions[begins].kind in ("person", "organization")  # "*X*, the firm from Y, denied …"
    who = mentions.covering(words.tokens[first].start)
    m = mentions.mentions[who] if who is not None else None
    named = m is not None and m.kind == "person" and m.form == "name" and m.end >= words.tokens[last].end
    aged = words.keys[first] in _A and any(words.tokens[k].kind == "number" for k in range(first, last + 1))
    return (named or aged) and _head_speaks(words, Found(words.span(floor, commas[0] - 1), None, "phrase"), lexicon)


_A = frozenset({"un", "une", "una", "a", "an", "de", "aged"})
_HEADS = 8
"""Tokens of the longest subject before the comma that opens what its bearer is."""


def _head_speaks(words: Words, who: Found, lexicon: Speech) -> bool:
    """True when a phrase's first noun is one for somebody, not merely a noun further in it."""
    head = next((k for k in words.keys[words.at(who.span.start) :] if k not in lexicon.articles), "")
    return head in lexicon.speakers or head in lexicon.offices or head in lexicon.persons


def _apposed_subject(words: Words, floor: int, last: int, lexicon: Speech, mentions: Mentions) -> int | None:
    """Return the comma before a subject and its name in apposition: "The works will close*,* its chairman, X, told …"."""
    commas = [k for k in range(floor + 3, last) if words.keys[k] in (",", "،")][-2:]
    if lexicon.parenthesis != "subject" or len(commas) < 2:
        return None
    first, second = commas
    who = mentions.covering(words.tokens[second + 1].start)
    named = who is not None and mentions.mentions[who].kind == "person" and mentions.mentions[who].form == "name"
    told = words.keys[first + 1 : second]
    noun = len(told) <= _ROLE and not any(
        k in lexicon.clause_signs or k in lexicon.governors for k in told[:1] + told[3:4]
    )
    clause = any(k in lexicon.clause_signs for k in words.keys[floor:first])
    begins = bool(told) and (told[0] in lexicon.articles or words.tokens[first + 1].text[0].isupper())
    return first if named and noun and clause and begins and last - second <= 1 + _NAME else None


_ROLE = 9
_NAME = 5
"""Words of the longest role, and of the longest name, of a subject in apposition."""
_CITING = 6
"""Tokens behind a word of saying within which its medium says whom it cites (", Reuters reported, *citing* two officials")."""


_TELLER = 12
"""Tokens of the longest subject behind its verb."""


def _before_relative(words: Words, cue: Cue, stop: int, lexicon: Speech) -> int:
    """Return the comma behind which a relative says more of who spoke (", reveló el crítico X*, que dimitió* …"), else ``stop``."""
    near = range(cue.last + 2, min(cue.last + _TELLER, stop - 1))
    return next((k for k in near if words.keys[k] == "," and words.keys[k + 1] in lexicon.relatives), stop)


def _before_citing(words: Words, cue: Cue, stop: int, lexicon: Speech) -> int:
    """Return the comma behind which a medium names its own source, else ``stop``."""
    near = range(cue.last + 1, min(cue.last + 1 + _CITING, stop - 1))
    return next((k for k in near if words.keys[k] in (",", "،") and lexicon.citing.match(words.keys, k + 1)), stop)


def by_somebody(field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions) -> bool:
    """True of a form that is mostly something else between its clause's comma and somebody at the sentence's end (", *indiquent deux courtiers d'Anvers*")."""
    words = field.words
    if cue.form != "finite" or lexicon.parenthesis != "verb" or words.keys[cue.first - 1 : cue.first] != [","]:
        return False
    who = after(words, cue.last + 1, frame.span.end, lexicon, mentions)
    ends = words.before(frame.span.end) - words.before(who.span.end) <= _ASIDE_END if who is not None else False
    return who is not None and ends and who.sort in ("name", "phrase") and is_somebody(words, who, lexicon, mentions)


_ASIDE_END = 8
"""Tokens of where or when it was said, behind whoever said it."""


def of_a_medium(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> bool:
    """True of a form that is mostly something else with a medium right behind it as its subject (", *rapporte Reuters*")."""
    words = field.words
    behind = range(cue.last + 1, min(cue.last + 4, words.before(frame.span.end)))
    if not behind or cue.first <= words.at(frame.span.start) or words.keys[cue.first - 1] != ",":
        return False
    return any(words.keys[k] in lexicon.outlets or fold_key(words.keys[k]) in lexicon.mastheads for k in behind) or (
        words.keys[behind[0]] in lexicon.agencies
    )
