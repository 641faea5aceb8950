"""What a source says: the sentence behind "Selon X, …", before "…, selon X", or around ", selon X,"."""

from __future__ import annotations

from isnad.annotate.quotations.clauses import FEWEST, SAYING, trimmed
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.speakers import before
from isnad.annotate.quotations.subjects import subject
from isnad.annotate.quotations.words import Words
from isnad.model import Span


def beside_source(field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions) -> tuple[Span | None, ...]:
    """The sentence after "Selon X, …", before "…, selon X", or around ", selon X,"; behind «قالت الصحيفة، نقلا عن X، إن» the clause."""
    words = field.words
    floor, ceiling = words.at(frame.span.start), words.before(frame.span.end)
    if cue.first > floor and words.keys[cue.first - 1] in lexicon.relatives:
        return ()  # "the boat, which according to local media had no licence": whose words begin where is not marked
    told = _opened_before(field, frame, cue, lexicon)
    if told is not None:
        return (trimmed(words, Span(told, frame.span.end)),)
    ahead = [i for i in range(cue.last + 1, min(ceiling, cue.last + 22)) if words.keys[i] in (",", "،")]
    if cue.first - floor <= 2:
        first = _source_end(field, frame, cue, lexicon, mentions)
        for i in range(cue.last + 2 - ("joined" in cue.entry.also), min(ceiling, first + 20)):
            width = lexicon.conjunctions.match(words.keys, i) if lexicon.verb_first else 0
            if lexicon.verb_first and words.keys[i][:1] == "ف" and words.keys[i][1:] in lexicon.auxiliaries:
                at = words.tokens[i].start  # «وبحسب الوزارة *فقد* قضى 15 شخصا»
            elif i >= first and (words.keys[i] in (",", "،") or width):
                at = words.tokens[i + max(width, 1) - 1].end
            else:
                continue
            at = _past_citing(field, frame, cue, _past_nobody(field, frame, at, lexicon), lexicon)
            led = lexicon.conjunctions.match(words.keys, words.at(at)) if lexicon.verb_first else 0
            at = words.tokens[words.at(at) + led - 1].end if led else at  # «ووفقا للسفير، *فإن* التأشيرات ستعود»
            return (trimmed(words, Span(at, _others_turn(field, frame, at, lexicon, mentions))),)
        return ()
    if _only_verb(words, frame, cue, lexicon):
        return ()  # «وقال للمحققين، *بحسب النيابة*: «…»»
    begin = trimmed(words, Span(frame.span.start, words.tokens[cue.first].start))
    rest = ceiling - ahead[0] if ahead else 0
    if ahead and rest > 5 and cue.first and words.keys[cue.first - 1] in (",", "،", "-", "–", "—"):
        return (begin, trimmed(words, Span(words.tokens[ahead[0]].end, frame.span.end)))
    return (begin,) if ceiling - cue.last <= 20 else ()


def _only_verb(words: Words, frame: Frame, source: Cue, lexicon: Speech) -> bool:
    """True when nothing but a verb of saying and its hearers stands before a source: the marked words behind are what was said."""
    told = next((c for c in frame.cues if c.first < source.first), None)
    if told is None or told.form not in ("finite", "participle") or not told.may(*SAYING) or not frame.marked:
        return False
    near = range(told.last + 1, source.first)
    return len(near) <= _HEARERS and not any(lexicon.conjunctions.match(words.keys, k) for k in near)


_HEARERS = 6
"""Tokens of the longest hearers between a verb of saying and who tells it on."""


def _source_end(field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions) -> int:
    """Return the token from which the comma behind a source at the sentence's head is looked for: past its name and a relative."""
    words = field.words
    who, _ = subject(field, cue, "before", frame.span, frame, lexicon, mentions)
    i = max(cue.last + 2 - ("joined" in cue.entry.also), words.before(who.span.end) if who is not None else 0)
    stop = words.before(frame.span.end)
    after_comma = i + 1 < stop and words.keys[i] in (",", "،")
    aside = any(c.first == i + 1 and c.form in ("gerund", "preposition") for c in frame.cues)
    if after_comma and aside:
        return i + 2  # "Selon plusieurs médias, *citant l'entreprise*, …"
    told = lexicon.asides.match(words.keys, i + 1) if after_comma else 0
    if (
        after_comma
        and words.keys[i + 1].endswith(_PARTICIPLES)
        and words.keys[i + 2 : i + 3] in (["par"], ["por"], ["by"])
    ):
        told = 2  # "D'après nos informations, *confirmées par la préfecture*, …"
    if told:
        k = next((k for k in range(i + 1 + told, min(stop, i + _CARRIED)) if words.keys[k] in (",", "،")), 0)
        return k or i  # "According to the ministry, *as quoted by the daily X*, …"
    cites = after_comma and lexicon.citing.match(words.keys, i + 1) > 0
    relative = after_comma and words.keys[i + 1] in lexicon.relatives and not lexicon.stops.match(words.keys, i + 1)
    if cites or relative:
        i += 2  # "Según Otxoa, *que lo visitó*, …"
    return i


_PARTICIPLES = ("é", "ée", "és", "ées", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ed")
_CARRIED = 14
"""Tokens of the longest aside that says who carried a source's words."""


_MEDIUM = 8
"""Tokens of the longest medium and its verb between whom it cites and what he said."""


def _past_citing(field: Field, frame: Frame, source: Cue, at: int, lexicon: Speech) -> int:
    """Return where the clause begins that a medium reports behind whom it cites ("Citing court papers, *the Gazette reported that* …"), else the place itself."""
    words = field.words
    k = words.at(at)
    if not lexicon.citing.match(words.keys, source.first):
        return at
    cue = next((c for c in frame.cues if k < c.head <= k + _MEDIUM and c.may(*SAYING) and c.form != "noun"), None)
    if lexicon.verb_first:
        cue = next((c for c in frame.cues if k <= c.head <= k + 1 and c.form == "finite"), None)
    n = next((i for i in range(cue.last + 1, min(cue.last + _MEDIUM, len(words.keys)))
              if lexicon.conjunctions.match(words.keys, i)), None) if cue is not None else None  # fmt: skip
    return words.tokens[n + lexicon.conjunctions.match(words.keys, n) - 1].end if n is not None else at


def _past_nobody(field: Field, frame: Frame, at: int, lexicon: Speech) -> int:
    """Return where the clause begins that "one says" opens behind a source (« De source policière, *on indique que* … »), else the place itself."""
    words = field.words
    k = words.at(at)
    if k >= len(words.keys) or words.keys[k] not in lexicon.nobody:
        return at
    cue = next((c for c in frame.cues if k < c.head <= k + 3), None)
    n = lexicon.conjunctions.match(words.keys, cue.last + 1) if cue is not None else 0
    return words.tokens[cue.last + n].end if cue is not None and n else at


def _others_turn(field: Field, frame: Frame, start: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return where the words of a source at the sentence's head end: before another's ("Según X, 14; *la ONG Y* eleva la cifra", «، بينما …»)."""
    words = field.words
    for i in range(words.at(start) + FEWEST, words.before(frame.span.end) - 1):
        k = words.keys[i]
        stops = k in (",", "،") and lexicon.stops.match(words.keys, i + 1)
        if stops or (k in (";", "؛") and _another_speaks(field, frame, i, lexicon, mentions)):
            return words.tokens[i].start
    return frame.span.end


def _another_speaks(field: Field, frame: Frame, i: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when a person or body is named right behind the semicolon, or a verb of saying with a subject of its own follows."""
    words = field.words
    for t in words.tokens[i + 1 : i + 4]:
        named = mentions.covering(t.start)
        if named is not None and mentions.mentions[named].kind in ("person", "organization"):
            return True
    for cue in frame.cues:
        if cue.first > i + 1 and cue.form == "finite" and not cue.weak and cue.may(*SAYING):
            who = before(words, cue, words.tokens[i].end, lexicon, mentions)
            return who is not None and who.sort in ("phrase", "name", "plural")
    return False


def _opened_before(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> int | None:
    """Return where the clause begins when a word of saying before the source has it behind the source ("said, citing X, *that*")."""
    words = field.words
    if not any(c.last < cue.first and c.form in ("finite", "participle") and c.may(*SAYING) for c in frame.cues):
        return None
    if not lexicon.citing.match(words.keys, cue.first) and lexicon.verb_first:
        return None  # «قال المدعي، بحسب المحضر، إن»: he said it
    for i in range(cue.last + 2, min(words.before(frame.span.end), cue.last + 16)):
        width = lexicon.conjunctions.match(words.keys, i)
        if width and (words.keys[i - 1] in (",", "،") or lexicon.verb_first):
            return words.tokens[i + width - 1].end  # «ذكرت القناة نقلا عن مسؤول *أن* …»
    return None
