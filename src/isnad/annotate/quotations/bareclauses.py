"""Clauses that no conjunction opens: "police said *he admitted it*", "he noted, *the talks go on*". English alone reports so."""

from __future__ import annotations

from isnad.annotate.quotations.clauses import closes_relative
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.speakers import after
from isnad.annotate.quotations.words import Words


def bare_clause(
    field: Field, frame: Frame, cue: Cue, nxt: Cue | None, lexicon: Speech, mentions: Mentions
) -> int | None:
    """Return where a clause without conjunction begins ("police said he admitted it"; "he noted, the talks go on")."""
    words = field.words
    if not lexicon.bare_clauses or cue.form not in ("finite", "participle", "gerund") or cue.passive:
        return None
    i = cue.last + 1
    stop = min(words.before(frame.span.end), len(words.tokens))
    if i >= stop:
        return None
    if words.keys[i] == "," and lexicon.citing.match(words.keys, i + 1):
        return None  # "reported, *quoting the army*, that …"
    if words.keys[i] == "," and cue.first - words.at(frame.span.start) <= 6 and stop - i > 5 and cue.form == "finite":
        return words.tokens[i].end
    if words.keys[i] in lexicon.governors or words.tokens[i].kind == "mark" or words.keys[i] in lexicon.skip:
        return None
    if lexicon.addressing.intersection(cue.entry.words):
        i = _past_hearer(field, i, stop, lexicon)
    if lexicon.ends.match(words.keys, i) and not _starts_clause(words.keys[i], lexicon):
        return None
    until = min(stop, i + 22, nxt.first if nxt is not None and not nxt.passive else stop)
    heard = words.keys[i] in lexicon.objects_of and words.keys[i] not in lexicon.articles and i + 1 < stop
    if heard and words.keys[i + 1] not in lexicon.clause_signs and not _starts_clause(words.keys[i + 1], lexicon):
        return None  # "advised him not to"
    if _starts_clause(words.keys[i], lexicon):
        return words.tokens[i].start
    described = closes_relative(words, cue.first - 1, words.at(frame.span.start), lexicon)
    if words.keys[cue.first - 1] == "," and cue.first - words.at(frame.span.start) > 4 and not described:
        who = after(words, i, frame.span.end, lexicon, mentions)
        if who is not None and who.sort == "name":
            return None  # "…, says the investor X, who has worked for Y": the clause stands before
    if _holds_clause(field, i, until, lexicon) or _told_plainly(words, frame, cue, i, stop, described, lexicon):
        return words.tokens[i].start
    return None


_SAID = frozenset({"say", "says", "said"})
_FEWEST = 4
"""Words of the shortest clause that only its place behind "said" shows."""
_UTTERED = frozenset({"blessing", "goodbye", "grace", "lot", "mass", "prayer", "prayers", "rosary", "same", "thing", "things", "word", "words"})  # fmt: skip
_TIMES = frozenset({"day", "evening", "month", "morning", "night", "week", "weekend", "year"})


def _told_plainly(words: Words, frame: Frame, cue: Cue, i: int, stop: int, described: bool, lexicon: Speech) -> bool:
    """True of a noun phrase behind "said" whose subject stands before it: "said" has no other object but a clause ("said *the two sides remained apart*")."""
    floor = words.at(frame.span.start)
    if not _SAID.intersection(cue.entry.words) or cue.first <= floor or stop - i < _FEWEST:
        return False
    if words.tokens[cue.first - 1].kind == "mark" and not described:
        return False
    begins = words.keys[i] in lexicon.articles or words.tokens[i].text[0].isupper()
    near = words.keys[i : i + _FEWEST]
    return begins and not _UTTERED.intersection(near) and not _TIMES.intersection(near[:3])


def _holds_clause(field: Field, first: int, until: int, lexicon: Speech) -> bool:
    """True when an auxiliary shows that a noun phrase opens a clause; one behind "who", "as" or ", but" is another's."""
    keys = field.words.keys
    relatives = 0
    for k in range(first + 1, until):
        if keys[k - 1] in (",", "،") and (keys[k] in lexicon.ands or lexicon.stops.match(keys, k)):
            return False
        if keys[k] in lexicon.relatives:
            relatives += 1
        elif keys[k] in lexicon.clause_signs:
            if not relatives:
                return True
            relatives -= 1
    return False


def _past_hearer(field: Field, i: int, stop: int, lexicon: Speech) -> int:
    """Return the token behind who is told, when a new noun phrase follows: "told *reporters* the quay was closed"."""
    words = field.words
    k = i
    if k + 1 < stop and words.keys[k] in lexicon.the and words.tokens[k + 1].text[0].isupper():
        k += 1  # "told *the BBC* he had seen two men"
    while k + 1 < stop and (words.keys[k] in lexicon.hearers or words.tokens[k].text[0].isupper()):
        k += 1
    return k if k > i and (words.keys[k] in lexicon.articles or _starts_clause(words.keys[k], lexicon)) else i


def _starts_clause(k: str, lexicon: Speech) -> bool:
    """True for a subject pronoun: what follows can only be a clause."""
    return (
        k in lexicon.first
        or k == "there"
        or (bool(lexicon.singular.by_first.get(k) or lexicon.plural.by_first.get(k)) and k not in lexicon.articles)
    )
