"""Who speaks without a word of saying: whose deed or state a colon sets beside the words ("El capitán, *Leo Marín*, sí lo hizo: «…»")."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.nounphrases import Found, Mentions, heads, is_somebody, pick
from isnad.annotate.quotations.speakers import after, clause_subject
from isnad.annotate.quotations.terms import UTTERANCE
from isnad.annotate.quotations.words import Words
from isnad.languages.meanings import concepts
from isnad.model import Span

_UNSAID = 3
"""From so many words on marks before a colon and a person are his words."""


def teller_behind(field: Field, frame: Frame, m: Marked, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the person whose deed a colon sets beside his words (« On repart de zéro » : *l'entraîneur Stan Okafor* n'a pas caché …)."""
    words = field.words
    j = words.at(m.outer.end)
    opens = m.closed and m.outer.start <= frame.span.start + 1 and words.count(m.inner) >= _UNSAID
    if not opens or m.outer in frame.names or words.keys[j : j + 1] != [":"] or j + 1 >= len(words.keys):
        return None
    stop = words.before(frame.span.end)
    while stop > j and words.tokens[stop - 1].kind == "mark":
        stop -= 1
    who = clause_subject(words, words.tokens[j].end, words.tokens[stop - 1].end, lexicon, mentions)
    named = mentions.mentions[who.mention] if who is not None and who.mention is not None else None
    return who if named is not None and named.kind == "person" and named.form == "name" else None


def teller_ahead(field: Field, frame: Frame, m: Marked, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the person whose deed a colon closes before his words that end the sentence ("El capitán, *Leo Marín*, sí lo hizo: «…»")."""
    words = field.words
    i = words.at(m.outer.start)
    ends = m.closed and words.before(frame.span.end) - words.at(m.outer.end) <= 1 and words.count(m.inner) >= UTTERANCE
    if not ends or m.outer in frame.names or len(frame.marked) > 1 or words.keys[i - 1] != ":":
        return None
    colon, floor = words.tokens[i - 1].start, words.at(frame.span.start)
    if any(c.first != floor or c.pronoun is not None for c in frame.cues):
        return None
    tellers = list(_behind_participle(words, floor, i - 1, lexicon, mentions))
    behind = len(tellers)
    if not frame.cues:
        tellers.append(clause_subject(words, frame.span.start, colon, lexicon, mentions))
        tellers.append(after(words, floor, colon, lexicon, mentions))
        tellers.append(_behind_state(words, floor, colon, lexicon, mentions))
    for n, who in enumerate(tellers):
        named = mentions.mentions[who.mention] if who is not None and who.mention is not None else None
        if named is not None and named.kind == "person" and named.form == "name":
            return who
        asked = n < behind and words.keys[floor].startswith(lexicon.asked)
        if who is not None and (asked or _in_a_state(words, who, floor, i - 1, lexicon)):
            if who.sort in ("pronoun", "pronouns") or (
                _has_moods(words, who, lexicon) and is_somebody(words, _head(words, who, lexicon), lexicon, mentions)
            ):
                return who
    return None


def _has_moods(words: Words, who: Found, lexicon: Speech) -> bool:
    """True of people and bodies; a rule that "is simple: “…”" speaks in nobody's mood, whatever else texts may say."""
    if who.sort != "phrase":
        return True
    first, end = words.at(who.span.start), words.before(who.span.end)
    head = next((k for k in words.keys[first:end] if k not in lexicon.articles), words.keys[first])
    people = lexicon.persons | lexicon.offices | lexicon.others
    return any(b in people or b[:-1] in people or concepts(b)[0] for b in heads(head, lexicon))


def _head(words: Words, who: Found, lexicon: Speech) -> Found:
    """Return a phrase without its complements: "the club's motto" is no club, "the rules *of the club*" neither."""
    first, end = words.at(who.span.start), words.before(who.span.end)
    last = next((k for k in range(first + 1, end) if words.keys[k] in lexicon.governors), end) - 1
    return Found(words.span(first, last), who.mention, who.sort) if who.sort == "phrase" else who


_STATE = 12
"""Tokens of the longest clause that says in what state of mind somebody is before a colon."""


def _in_a_state(words: Words, who: Found, floor: int, colon: int, lexicon: Speech) -> bool:
    """True when a clause says no more than how somebody is: "Another *was* blunter: “…”", « Elle *reste* ferme : « … » »."""
    first = words.before(who.span.end)
    if lexicon.verb_first and words.at(who.span.start) > floor:
        return _bare_state(words, floor, lexicon) and colon - floor <= _STATE
    return first < colon <= first + _STATE and any(
        lexicon.states.match(words.keys, k) for k in range(first, min(first + 3, colon))
    )


def _bare_state(words: Words, i: int, lexicon: Speech) -> bool:
    k = words.keys[i]
    bare = next((k[len(c) :] for c in lexicon.clitics if k.startswith(c) and len(k) > len(c) + 1), k)
    return bool(lexicon.states.match([bare], 0) or lexicon.states.match([k], 0))


def _behind_state(words: Words, floor: int, colon: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return who an Arabic clause of state names behind its verb (« *بدت* الوزيرة حازمة: »)."""
    if not lexicon.verb_first or not _bare_state(words, floor, lexicon):
        return None
    return after(words, floor + 1, colon, lexicon, mentions)


_SHORT = 8
"""Tokens of the longest sentence that tells no more than what somebody did before he spoke."""


def doer_before(
    field: Field, frame: Frame, previous: Frame | None, m: Marked, lexicon: Speech, mentions: Mentions
) -> Found | None:
    """Return who does something in the short sentence before an utterance that stands alone ("Her neighbour nodded. “…”")."""
    words = field.words
    if previous is None or previous.marked or not m.closed or words.count(m.inner) < 2:
        return None
    first, stop = words.at(previous.span.start), words.before(previous.span.end)
    if not 2 < stop - first <= _SHORT or "\n" in words.text[previous.span.start : frame.span.start]:
        return None
    parted = any(
        words.keys[k] in ",:"
        or words.keys[k] in lexicon.negations
        or lexicon.conjunctions.match(words.keys, k)
        or lexicon.states.match(words.keys, k)  # "The mayor *was not* there. “…”"
        for k in range(first, stop)
    )
    if lexicon.verb_first or words.keys[stop - 1] != "." or parted:
        return None
    who = clause_subject(words, previous.span.start, words.tokens[stop - 1].start, lexicon, mentions)
    if who is None or who.sort != "phrase" or words.before(who.span.end) >= stop - 1:
        named = mentions.mentions[who.mention] if who is not None and who.mention is not None else None
        return who if named is not None and named.kind == "person" else None
    return (
        who
        if _has_moods(words, who, lexicon) and is_somebody(words, _head(words, who, lexicon), lexicon, mentions)
        else None
    )


def doer_behind(
    field: Field, frame: Frame, previous: Frame | None, following: Frame | None, m: Marked, mentions: Mentions
) -> Found | None:
    """Return the one person whom the sentence behind a whole utterance tells of that opens its paragraph ("“Nobody warned us.” *Rosine Atchade* shrugs")."""
    words = field.words
    text = words.text
    if following is None or following.marked or not m.closed or words.count(m.inner) < UTTERANCE:
        return None
    if text[m.inner.end - 1] not in ".!?؟…" and words.keys[words.at(m.outer.end) : words.at(m.outer.end) + 1] != ["."]:
        return None  # a slogan, or a title
    opens = previous is None or "\n" in text[previous.span.end - 1 : frame.span.start + 1]
    if not opens or "\n" in text[frame.span.start : following.span.start]:
        return None
    first, stop = words.at(following.span.start), words.before(following.span.end)
    if stop - first > _LONG:
        return None
    named = [
        i
        for i in mentions.within(following.span)
        if mentions.mentions[i].kind == "person" and mentions.mentions[i].form == "name"
    ]
    if not named:
        return None
    who = mentions.mentions[named[0]]
    at = words.at(who.start)
    # "In a statement sent to the press yesterday, *Salif Ndiongue* …": the subject behind its circumstance, whoever is named later.
    circumstance = words.keys[at - 1] in (",", "،") and first < at - 1 and at - first <= _CIRCUMSTANCE
    if not circumstance and (len(named) != 1 or stop - first > _TOLD):
        return None
    near = circumstance or at - first <= _AHEAD
    owned = at - first >= 2 and words.keys[at - 1] in ("de", "d'") and words.keys[at - 2] in ("est", "es")
    led = words.keys[at - 1] in _GOVERN and not owned
    return Found(Span(who.start, who.end), named[0], "name") if near and not led else None


_TOLD, _AHEAD = 24, 8
"""Tokens of the longest sentence that tells how somebody said what stands before it, and those before the name."""
_LONG, _CIRCUMSTANCE = 48, 16
"""Tokens of the longest sentence, and those before the name, where a circumstance and its comma stand before whom it tells of."""
_GOVERN = frozenset({"of", "to", "for", "by", "with", "de", "d'", "du", "à", "par", "pour", "avec", "a", "por", "con", "para", "del", "الي", "عن", "من", "علي"})  # fmt: skip


def _behind_participle(
    words: Words, first: int, colon: int, lexicon: Speech, mentions: Mentions
) -> Iterator[Found | None]:
    """Yield who is named behind a participle's clause and its comma ("*Entrevistada en la radio*, la presidenta, X, fue tajante: …")."""
    comma = next((k for k in range(first + 1, colon) if words.keys[k] == ","), None)
    if comma is None or not words.keys[first].endswith(lexicon.opening) or words.keys[first] in lexicon.articles:
        return
    yield clause_subject(words, words.tokens[comma + 1].start, words.tokens[colon].start, lexicon, mentions)
    yield after(words, comma + 1, words.tokens[colon].start, lexicon, mentions)


_HEADED = 7
"""Tokens of the longest speaker before a headline's colon."""


def headlined(field: Field, frame: Frame, m: Marked, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return who a headline's colon sets before the marked words that end it ("Workers at Numair: “We were not paid”")."""
    words = field.words
    i = words.at(m.outer.start)
    ends = m.closed and words.before(field.span.end) - words.at(m.outer.end) <= 1 and words.count(m.inner) >= _UNSAID
    if field.kind != "title" or not ends or i < 2 or words.keys[i - 1] != ":":
        return None
    floor = words.at(frame.span.start)
    first = next((k + 1 for k in range(i - 2, floor - 1, -1) if words.keys[k] in _PARTED), floor)
    if not first < i - 1 <= first + _HEADED or any(words.keys[k] in (",", "،") for k in range(first, i - 1)):
        return None
    who = pick(words, first, i - 2, lexicon, mentions)
    return who if who is not None and is_somebody(words, who, lexicon, mentions) else None


_PARTED = frozenset(".!?؟…;؛:|–—-")
