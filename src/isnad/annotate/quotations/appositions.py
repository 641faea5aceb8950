"""The noun phrase before a verb: past asides and appositions to the name that they say something of.

"X, 68, an electrician who …, said" is X's word; "the vestry, the parish's governing body, wrote" the vestry's. No parser: chunks
between commas are read from the verb backwards, and a chunk that a preposition or a conjunction leads in is none of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.quotations.cues import matches
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Found, Mentions, chunks, head_of, is_somebody, may_begin, pick
from isnad.annotate.quotations.words import Words

LONGEST = 16
"""A speaker's noun phrase has at most this many tokens."""


def nearest_before(words: Words, floor: int, last: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the noun phrase nearest before the verb, or the name it stands in apposition to ("X, 68, a senior adviser, said").

    Relative clauses, ages and "of …" between commas are passed over; a chunk that "and" leads in is a clause of its own.
    """
    nearest: Found | None = None
    cut = chunks(words, floor, last)[:6]
    closed = bool(cut) and cut[0][1] < last
    for n, (a, b) in enumerate(cut):
        led = led_in(words, a, lexicon, mentions)
        if closed and (_while_doing(words, a, lexicon, mentions) or _of_a_mouth(words, n, cut, lexicon)):
            continue
        a = max(a, _after_and(words, a, b, lexicon, mentions))
        if _is_aside(words, a, b, lexicon, mentions) and (n or closed):
            continue
        if nearest is not None:
            if led and not (
                lexicon.verb_first and words.keys[a] in lexicon.meanwhile
            ):  # «لكن» opens a clause with its subject
                return nearest
            apposed = person_apposed(words, a, b, lexicon, mentions)
            if apposed is not None:
                return apposed
            if not _may_continue(words, a, b, lexicon, mentions):
                return nearest
            body = _body_apposed(words, a, b, cut[n - 1], lexicon, mentions) if closed else None
            nearest = body or nearest
            continue
        after_comma = b + 1 < len(words.keys) and words.keys[b + 1] in (",", "،")
        if after_comma and _only_place(words, a, b, mentions) and n + 1 < len(cut):
            continue
        found = head_of(words, a, b, lexicon, mentions) or _past_circumstance(words, a, b, lexicon, mentions)
        if found is None or _holds_verb(words, *found, lexicon, mentions):
            bare = bare_plural(words, a, b, lexicon) if b == last else None
            if bare is not None or (n and lexicon.verb_first):
                return bare
            continue
        nearest = pick(words, found[0], min(found[1], found[0] + LONGEST), lexicon, mentions)
        if nearest is None or _is_person(nearest, mentions):
            return nearest
        if led or (a > floor and words.keys[a - 1] not in (",", "،", "-", "–", "—", ")", ".")):
            return nearest
    return nearest


def _while_doing(words: Words, a: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True of a participle's clause between commas ("Investigators, *having gone through the ledgers*, told …", « *ayant épluché …* »)."""
    k = words.keys[a]
    doing = k.endswith(lexicon.participles) if lexicon.participles else k.endswith(_GERUNDS)
    if not doing or len(k) <= _SHORT or words.capital(a) or mentions.covering(words.tokens[a].start) is not None:
        return False
    return k not in lexicon.speakers and k not in lexicon.persons and k not in lexicon.articles


_GERUNDS = ("ando", "iendo", "yendo")
_SHORT = 4
"""Letters of a word too short for such a participle."""


def _of_a_mouth(words: Words, n: int, cut: Sequence[tuple[int, int]], lexicon: Speech) -> bool:
    """True of by whose mouth somebody speaks, and of his name in apposition ("The firm, *through its lawyer, Ann Bell*, denies …")."""
    return any(lexicon.through.match(words.keys, cut[k][0]) for k in range(n, min(n + 2, len(cut) - 1)))


def _past_circumstance(words: Words, a: int, b: int, lexicon: Speech, mentions: Mentions) -> tuple[int, int] | None:
    """Return the subject behind a circumstance that no comma closes ("In a post on Friday night *the council* said").

    Two noun phrases side by side without a preposition: the second is the verb's.
    """
    if lexicon.verb_first or words.keys[a] not in lexicon.governors:
        return None
    for i in range(b, a + 1, -1):
        before = words.tokens[i - 1]
        if (
            before.kind not in ("word", "number")
            or words.keys[i - 1] in lexicon.governors | lexicon.articles | lexicon.ands
        ):
            continue
        named = mentions.covering(words.tokens[i].start)
        begins = named is not None and mentions.mentions[named].start == words.tokens[i].start
        if begins and words.keys[i - 1] in lexicon.honorifics:
            continue
        titled = words.keys[i] in lexicon.honorifics and words.tokens[i].text[0].isupper()
        dated = words.keys[i - 1] in lexicon.skip or before.kind == "number"
        if b + 1 < len(words.keys) and words.keys[b + 1] == "," and _in_aside_relative(words, a, i, lexicon):
            return None  # "en un comunicado *del que dio cuenta la agencia X*, sostiene"
        if words.keys[i] in lexicon.articles or titled or (begins and dated):
            who = Found(words.span(i, b), None, "phrase")
            return (i, b) if titled or is_somebody(words, who, lexicon, mentions) else None
    return None


def _in_aside_relative(words: Words, a: int, i: int, lexicon: Speech) -> bool:
    """True when a relative stands between the head of an aside and a token: what follows is of the relative's verb."""
    return any(k in lexicon.relatives for k in words.keys[a + 1 : i])


def _is_person(found: Found, mentions: Mentions) -> bool:
    """True when a person is named; a role alone may stand beside its bearer's name."""
    if found.mention is None:
        return found.sort == "several"
    m = mentions.mentions[found.mention]
    return m.kind == "person" and m.form != "role"


def _is_aside(words: Words, a: int, b: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True for what stands between commas beside a subject: a relative clause, an age, "of …"."""
    if words.tokens[a].kind == "number" and b - a <= 2:
        return True
    if mentions.covering(words.tokens[a].start) is not None:
        return False
    if any(e.form == "preposition" and "verb" not in e.also for e, _ in matches(words, a, lexicon)):
        return True  # "El portavoz, *según recoge el diario X*, afirmó …"
    if _done_by(words, a, b, lexicon):
        return True  # "A letter from the palace, *seen by this newspaper*, calls …"
    led = a + 1 + (words.keys[a + 1 : a + 2] != [] and words.keys[a + 1] in lexicon.articles)
    if (
        words.keys[a] in lexicon.governors
        and led <= b
        and words.keys[led] in lexicon.relatives
        and not lexicon.verb_first
    ):
        return True  # "La sentencia, *a la que ha tenido acceso este diario*, considera …"
    aged = b - a <= 3 and any(words.tokens[i].kind == "number" for i in range(a + 1, b + 1))
    return words.keys[a] in lexicon.relatives or (aged and words.keys[a] in lexicon.governors)


def _done_by(words: Words, a: int, b: int, lexicon: Speech) -> bool:
    """True of a chunk that a participle opens with its agent behind "by": what was done to a subject, nobody who speaks."""
    if lexicon.verb_first or words.capital(a) or BY.isdisjoint(words.keys[a + 1 : min(b, a + _AGENT) + 1]):
        return False
    k = words.keys[a]
    return k.endswith(_DONE) or k in _SEEN or lexicon.asides.match(words.keys, a) > 0


BY = frozenset({"by", "par", "por"})
"""What leads in by whom something was done."""
_AGENT = 3
_DONE = ("é", "ée", "és", "ées", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ed")
_SEEN = frozenset({"seen", "read", "shown", "heard", "led", "held", "written", "sent", "vu", "vue", "lu", "lue", "reçu", "reçue", "écrit", "écrite", "transmis", "transmise", "émis", "émise", "escrito", "escrita", "visto", "vista", "suscrito", "suscrita", "hecho", "hecha"})  # fmt: skip


def _may_continue(words: Words, a: int, b: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when a chunk may itself stand in apposition to a name before it: a noun phrase without verb, at most eight words."""
    found = head_of(words, a, b, lexicon, mentions)
    return found is not None and found[0] == a and b - a < 8 and not _holds_verb(words, a, b, lexicon, mentions)


def _body_apposed(
    words: Words, a: int, b: int, behind: tuple[int, int], lexicon: Speech, mentions: Mentions
) -> Found | None:
    """Return the body or role that a noun phrase between commas describes ("*The vestry*, the parish's governing body, wrote")."""
    if words.keys[a] not in lexicon.definite or any(k in lexicon.ands for k in words.keys[behind[0] : behind[1] + 1]):
        return None
    found = head_of(words, a, b, lexicon, mentions)
    return pick(words, found[0], found[1], lexicon, mentions) if found else None


def bare_plural(words: Words, a: int, b: int, lexicon: Speech) -> Found | None:
    """Return the plural without article right before an English verb ("*studies* suggested", "*unionist protesters* shouting")."""
    if not lexicon.bare_clauses:
        return None
    token = words.tokens[b]
    plural = words.keys[b] in lexicon.plural_subjects or (
        token.kind == "word" and len(token.text) > 3 and words.keys[b].endswith("s") and token.text.islower()
    )
    if not plural:
        return None
    i = b
    while i > a and words.tokens[i - 1].kind in ("word", "mark") and b - i < 4:
        k = words.keys[i - 1]
        if k in lexicon.governors or k in lexicon.begins or k in lexicon.auxiliaries or k in lexicon.clause_signs:
            break
        if k != "-" and (words.tokens[i - 1].kind == "mark" or k in lexicon.cues or k.endswith("ly")):
            break
        i -= 1
    return Found(words.span(i, b), None, "phrase") if words.keys[i] != "-" else None


def person_apposed(words: Words, a: int, b: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the person a chunk names, and little else, when the noun phrase behind it may say who that is."""
    found = head_of(words, a, b, lexicon, mentions)
    named = pick(words, found[0], found[1], lexicon, mentions) if found else None
    if named is None or not _is_person(named, mentions) or named.span.end < words.tokens[b].end:
        return None
    return None if _holds_verb(words, a, b, lexicon, mentions) else named


def led_in(words: Words, a: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when a preposition or conjunction opens the chunk: nothing in it is a subject of the verb behind it."""
    k = words.keys[a]
    if (
        k == "hasta"
        and (a == 0 or words.parts(a - 1))
        and words.keys[a + 1 : a + 2]
        and words.keys[a + 1] in lexicon.definite
    ):
        return False  # "*Hasta* el líder de la oposición lo admite"
    governs = k in lexicon.governors and k not in lexicon.articles  # « des » leads in a noun phrase of its own here
    return (governs or k in lexicon.begins) and mentions.covering(words.tokens[a].start) is None


def _only_place(words: Words, a: int, b: int, mentions: Mentions) -> bool:
    """True when a chunk is a place and no more ("… Institute in Bethesda, *Maryland*, said")."""
    who = mentions.covering(words.tokens[a].start)
    return (
        who is not None and mentions.mentions[who].kind == "place" and mentions.mentions[who].end >= words.tokens[b].end
    )


def _holds_verb(words: Words, first: int, last: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when an auxiliary stands in the range: a clause, not somebody."""
    return any(
        (
            words.keys[i] in lexicon.auxiliaries
            or words.keys[i] in lexicon.passive
            or words.keys[i] in lexicon.clause_signs
        )
        and not words.capital(i)
        and mentions.covering(words.tokens[i].start) is None
        for i in range(first + 1, last + 1)
    )


def _after_and(words: Words, first: int, last: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return where the last clause of a chunk begins: after "and", "et" … when a new noun phrase follows."""
    for i in range(last - 1, first, -1):
        k = words.keys[i]
        if k in lexicon.begins and k not in lexicon.governors and mentions.covering(words.tokens[i].start) is None:
            if may_begin(words, i + 1, lexicon, mentions) and _verb_between(words, first, i, lexicon):
                return i + 1
    return first


def _verb_between(words: Words, first: int, last: int, lexicon: Speech) -> bool:
    """True when an auxiliary or word of saying stands in the range: then "and" joins clauses, not nouns."""
    return any(
        k in lexicon.auxiliaries or (k in lexicon.cues and k not in lexicon.speakers) for k in words.keys[first:last]
    )
