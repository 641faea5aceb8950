"""Who spoke: the subject of a word of saying, before it, after it, or left out.

No parser: a subject is the first noun phrase of its clause that no preposition governs. Where that is unsure the
speaker is left open rather than guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from isnad.annotate.quotations.cues import Cue, Words
from isnad.annotate.quotations.lexicon import Speech
from isnad.model import Mention, Span

_LONGEST = 16
"""A speaker's noun phrase has at most this many tokens."""
_BREAKS = frozenset(',;:()[]—–،؛"«»“”.!?؟…|•')


class Found(Struct, frozen=True):
    """A subject: its printed words, the mention it is, and what sort of word it is."""

    span: Span
    mention: int | None
    sort: str  # name, phrase, pronoun, plural


class Mentions:
    """The reading's mentions, by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        order = sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end))
        self.mentions = mentions
        self.order = order
        self.starts = [mentions[i].start for i in order]

    def within(self, span: Span) -> list[int]:
        """Return the indices of mentions that lie inside a span, in order of place."""
        found: list[int] = []
        i = bisect_left(self.starts, span.start)
        while i < len(self.starts) and self.starts[i] < span.end:
            if self.mentions[self.order[i]].end <= span.end:
                found.append(self.order[i])
            i += 1
        return found

    def covering(self, offset: int) -> int | None:
        """Return the index of the mention that holds the character."""
        i = bisect_left(self.starts, offset + 1) - 1
        for k in range(i, max(-1, i - 4), -1):
            if self.mentions[self.order[k]].end > offset:
                return self.order[k]
        return None


def _names_something(words: Words, i: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when a noun phrase may begin at the token: article, capital letter, a word for speakers, a mention."""
    k, token = words.keys[i], words.tokens[i]
    if k in lexicon.articles or k in lexicon.speakers or mentions.covering(token.start) is not None:
        return True
    if any(k.startswith(c) and k[len(c) :] in lexicon.speakers for c in lexicon.clitics):
        return True
    if lexicon.verb_first:
        return (
            token.kind == "word"
            and len(k) > 2
            and not lexicon.ends.match(words.keys, i)
            and not lexicon.conjunctions.match(words.keys, i)
        )
    return token.kind == "word" and token.text[0].isupper() and lexicon.ends.match(words.keys, i) == 0


def pick(words: Words, first: int, last: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return who a token range names: a person's name in it that nothing governs, else the phrase itself."""
    while first <= last and words.keys[first] in ("-", "–"):
        first += 1
    if last < first:
        return None
    span = words.span(first, last)
    inside = mentions.within(Span(span.start, span.end))
    head = [i for i in inside if not _governed(words, mentions.mentions[i].start, first, lexicon)]
    people = [i for i in head if mentions.mentions[i].kind == "person" and mentions.mentions[i].form != "role"]
    for chosen in (
        people,
        [i for i in head if mentions.mentions[i].form == "role" and mentions.mentions[i].start <= span.start + 6],
    ):
        if chosen:
            i = _named_beside(chosen[0], words, mentions)
            m = mentions.mentions[i]
            return Found(Span(m.start, m.end), i, "plural" if m.plural else "name")
    for i in head:
        m = mentions.mentions[i]
        before = words.at(m.start)
        lead = words.keys[first:before]
        if m.kind == "organization" and not any(k in lexicon.speakers for k in lead):
            return Found(Span(m.start, m.end), i, "name")
    return Found(span, None, "phrase")


def _named_beside(i: int, words: Words, mentions: Mentions) -> int:
    """Return the person named right behind a role ("le ministre de l'Eau, M. X"), else the role's own mention."""
    role = mentions.mentions[i]
    if role.form != "role" or role.plural:
        return i
    k = words.at(role.end)
    for at in range(k, min(k + 4, len(words.tokens))):
        who = mentions.covering(words.tokens[at].start)
        if (
            who is not None
            and who != i
            and mentions.mentions[who].kind == "person"
            and mentions.mentions[who].form == "name"
        ):
            return who
        if words.keys[at] not in (",", "،", ".", "m", "mme", "mr", "ms", "mrs", "dr", "السيد", "السيدة", "الدكتور"):
            break
    return i


def _governed(words: Words, start: int, first: int, lexicon: Speech) -> bool:
    """True when a preposition stands between the phrase's beginning and the name ("le porte-parole *de* X")."""
    at = words.at(start)
    return any(words.keys[i] in lexicon.governors for i in range(max(first, at - 4), at))


def _past_object(words: Words, i: int, stop: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return where the subject may begin behind a prepositional object ("a déclaré *devant les députés* le ministre")."""
    keys = words.keys
    n = len(keys)
    joined = lexicon.verb_first and i < n and keys[i][:1] in lexicon.preposition_clitics[:1] and len(keys[i]) > 3
    if i >= n or not (keys[i] in lexicon.governors or (joined and _object_like(words, i, mentions, lexicon))):
        return i
    for k in range(i + 1, min(i + 9, n)):
        if words.tokens[k].start >= stop or keys[k] in _BREAKS or lexicon.conjunctions.match(keys, k):
            return i
        if k - i < 2:
            continue
        who = mentions.covering(words.tokens[k].start)
        fresh = (
            keys[k] in lexicon.articles and keys[k - 1] not in lexicon.governors and keys[k - 1] not in lexicon.articles
        )
        begins = (
            who is not None
            and mentions.mentions[who].start == words.tokens[k].start
            and mentions.mentions[who].kind == "person"
        )
        if (fresh or begins) and keys[k - 1] not in lexicon.governors:
            return k
    return i


def _object_like(words: Words, i: int, mentions: Mentions, lexicon: Speech) -> bool:
    """True when the joined ل is the preposition "to": a name or a word for somebody follows it."""
    bare = words.keys[i][1:]
    if words.keys[i].startswith("لل") or bare in lexicon.speakers:
        return True
    who = mentions.covering(words.tokens[i].start + 1)
    return who is not None and mentions.mentions[who].start == words.tokens[i].start + 1


def after(words: Words, i: int, stop: int, lexicon: Speech, mentions: Mentions, joined: bool = False) -> Found | None:
    """Return the subject that begins at token ``i`` and ends before offset ``stop``.

    ``joined`` when the cue is a preposition whose particle may be written with the name (لبيان).
    """
    keys = words.keys
    n = len(words.tokens)
    while i < n and words.tokens[i].start < stop:
        step = (
            0
            if _names_something(words, i, lexicon, mentions) and not lexicon.verb_first
            else lexicon.between.match(keys, i)
        )
        if lexicon.verb_first and keys[i] in lexicon.speakers:
            step = 0
        step = step or int(keys[i] in lexicon.skip)
        if not step:
            break
        i += step
    i = i if joined else _past_object(words, i, stop, lexicon, mentions)
    if i >= n or words.tokens[i].start >= stop:
        return None
    if (
        not joined
        and lexicon.verb_first
        and keys[i][:1] in lexicon.preposition_clitics[:1]
        and _object_like(words, i, mentions, lexicon)
    ):
        return None
    for table, sort in ((lexicon.plural, "plural"), (lexicon.singular, "pronoun")):
        width = table.match(keys, i)
        if width and not (keys[i] in lexicon.articles and width == 1):
            return Found(words.span(i, i + width - 1), None, "pronoun" if sort == "pronoun" else "pronouns")
    if not _names_something(words, i, lexicon, mentions):
        return None
    end = i
    while end < n and words.tokens[end].start < stop and end - i < _LONGEST:
        k = keys[end]
        inside = mentions.covering(words.tokens[end].start)
        if (k in _BREAKS and not _abbreviated(words, end)) or (
            "\n" in words.text[words.tokens[end - 1].end : words.tokens[end].start] and end > i
        ):
            break
        if end > i and inside is None and (lexicon.ends.match(keys, end) or lexicon.conjunctions.match(keys, end)):
            break
        end += 1
    found = pick(words, i, end - 1, lexicon, mentions)
    if found and found.sort == "phrase" and end < n and keys[end] in (",", "،"):
        beside = mentions.covering(words.tokens[end + 1].start) if end + 1 < n else None
        if beside is not None and mentions.mentions[beside].kind == "person" and mentions.mentions[beside].end <= stop:
            m = mentions.mentions[beside]
            return Found(Span(m.start, m.end), beside, "name")
    return found


def _abbreviated(words: Words, i: int) -> bool:
    """True when the full stop belongs to a short title or initial ("M. X", "Ms. Y")."""
    return (
        words.keys[i] == "."
        and i > 0
        and words.glued(i)
        and len(words.keys[i - 1]) <= 3
        and words.tokens[i - 1].text[0].isupper()
    )


def _chunks(words: Words, start: int, last: int) -> list[tuple[int, int]]:
    """Cut tokens ``start … last`` at commas and other breaks, nearest to the verb first; parentheses fall out."""
    found: list[tuple[int, int]] = []
    end = last
    i = last
    depth = 0
    while i >= start:
        k = words.keys[i]
        if k in ")]":
            if depth == 0 and i < end:
                found.append((i + 1, end))
            depth += 1
        elif k in "([":
            depth = max(0, depth - 1)
            end = i - 1
        elif depth == 0 and ((k in _BREAKS and not _abbreviated(words, i)) or (k == "-" and not words.glued(i))):
            if i < end:
                found.append((i + 1, end))
            end = i - 1
            if k in ";؛:.!?؟…":
                return found
        i -= 1
    if start <= end and depth == 0:
        found.append((start, end))
    return found


def _head(words: Words, first: int, last: int, lexicon: Speech, mentions: Mentions) -> tuple[int, int] | None:
    """Return the first noun phrase of a chunk that no preposition governs, to the chunk's end or a relative."""
    i = first
    while (
        i <= last
        and (words.keys[i] in lexicon.begins or lexicon.between.match(words.keys, i))
        and words.keys[i] not in lexicon.articles
    ):
        i += 1
    start = None
    while i <= last:
        if words.keys[i] in lexicon.governors and mentions.covering(words.tokens[i].start) is None:
            return None
        if _names_something(words, i, lexicon, mentions):
            start = i
            break
        i += 1
        if i - first > 3:
            return None
    if start is None:
        return None
    end = start
    while end < last and not (
        words.keys[end + 1] in lexicon.relatives and mentions.covering(words.tokens[end + 1].start) is None
    ):
        end += 1
    return start, end


def before(words: Words, cue: Cue, start: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the subject that stands between offset ``start`` and the cue."""
    keys = words.keys
    last = cue.first - 1
    floor = words.at(start)
    while last >= floor and (
        keys[last] in lexicon.negations or keys[last] in lexicon.auxiliaries or _adverb_ends(words, last, lexicon)
    ):
        last -= _adverb_ends(words, last, lexicon) or 1
    relative = last > floor and keys[last] in lexicon.relatives and mentions.covering(words.tokens[last].start) is None
    while (
        relative
        and last > floor
        and (keys[last] in lexicon.relatives or keys[last] in (",", "،") or keys[last] in lexicon.governors)
    ):
        last -= 1
    if last < floor:
        return None
    if (
        relative
        and (near := mentions.covering(words.tokens[last].start)) is not None
        and mentions.mentions[near].kind == "person"
    ):
        m = mentions.mentions[near]
        return Found(Span(m.start, m.end), near, "name")
    for table, sort in ((lexicon.plural, "pronouns"), (lexicon.singular, "pronoun")):
        for width in (3, 2, 1):
            i = last - width + 1
            if i >= floor and table.match(keys, i) == width and not (i > floor and keys[i - 1] in lexicon.governors):
                return Found(words.span(i, last), None, sort)
    if keys[last] in lexicon.nobody or keys[last] in lexicon.first:
        return Found(words.span(last, last), None, "nobody")
    best: tuple[int, int] | None = None
    for n, (a, b) in enumerate(_chunks(words, floor, last)[:6]):
        a = max(a, _after_and(words, a, b, lexicon, mentions))
        found = _head(words, a, b, lexicon, mentions)
        if found is None:
            if best is not None:
                break
            continue
        best = found
        named = pick(words, found[0], min(found[1], found[0] + _LONGEST), lexicon, mentions)
        if named and named.mention is not None and mentions.mentions[named.mention].kind == "person":
            return named
        if n and a > floor and keys[a - 1] not in (",", "،", "-", "–", "—"):
            break
    if best is None:
        return None
    return pick(words, best[0], min(best[1], best[0] + _LONGEST), lexicon, mentions)


def _after_and(words: Words, first: int, last: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return where the last clause of a chunk begins: after "and", "et" … when a new noun phrase follows."""
    for i in range(last - 1, first, -1):
        if words.keys[i] in lexicon.begins and mentions.covering(words.tokens[i].start) is None:
            if _names_something(words, i + 1, lexicon, mentions) and _verb_between(words, first, i, lexicon):
                return i + 1
    return first


def _verb_between(words: Words, first: int, last: int, lexicon: Speech) -> bool:
    """True when an auxiliary or word of saying stands in the range: then "and" joins clauses, not nouns."""
    return any(
        k in lexicon.auxiliaries or (k in lexicon.cues and k not in lexicon.speakers) for k in words.keys[first:last]
    )


def _adverb_ends(words: Words, last: int, lexicon: Speech) -> int:
    """Return how many tokens ending at ``last`` are an adverb."""
    k = words.keys[last]
    if len(k) > 5 and k.endswith(("ment", "mente", "ly")) and k not in lexicon.speakers:
        return 1
    for n in (4, 3, 2, 1):
        if last - n + 1 >= 0 and lexicon.between.match(words.keys, last - n + 1) == n:
            return n
    return 0
