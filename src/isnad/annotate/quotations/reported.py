"""Reported speech without marks: a clause after a word of saying, before one, or beside a source ("selon …")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from isnad.annotate.credits_lexicon import sources
from isnad.annotate.quotations.bareclauses import bare_clause
from isnad.annotate.quotations.citing import only_cites
from isnad.annotate.quotations.clauses import SAYING, in_relative, opens_clause, trimmed
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.kinds import without_dateline
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody
from isnad.annotate.quotations.parenthesis import by_somebody, of_a_medium, parenthesis, past_adverbs
from isnad.annotate.quotations.relayers import relayer
from isnad.annotate.quotations.sourced import beside_source
from isnad.annotate.quotations.speakers import after
from isnad.annotate.quotations.subjects import subject
from isnad.annotate.quotations.terms import is_term
from isnad.annotate.quotations.words import Words
from isnad.model import Span

_WINDOW = 26
"""How many tokens may stand between a word of saying and the conjunction that opens what is said."""
_LED = 5
"""Tokens of what leads in an infinitive of saying behind a comma ("antes de añadir", « non sans ajouter »)."""
_NEAR = 6
"""The same for words that are mostly something else."""
_VERB = ("finite", "participle", "gerund", "noun")


def reported(field: Field, frame: Frame, marked: list[Draft], lexicon: Speech, mentions: Mentions) -> Iterator[Draft]:
    """Yield the indirect quotations of a frame; clauses that hold a marked quotation give only that."""
    taken = [p for d in marked for p in d.pieces]
    used = {d.cue.first for d in marked if d.cue}
    stop, told = -1, list[Cue]()
    cues = [c for c in frame.cues if not _passed_on(field, frame, c, lexicon)] if lexicon.verb_first else frame.cues
    for n, cue in enumerate(cues):
        if cue.first in used or cue.negated or only_cites(cue, told, field.words, lexicon):
            continue
        nxt = cues[n + 1] if n + 1 < len(cues) else None
        pieces = tuple(p for p in _clause(field, frame, cue, nxt, lexicon, mentions) if p is not None)
        if len(pieces) == 1 and cue.form in _VERB:
            pieces = tuple(p for p in _before_marked(field, pieces[0], cue, marked, lexicon) if p is not None)
        if pieces:
            pieces = (without_dateline(field.words, pieces[0]), *pieces[1:])
        if not pieces or pieces[0].start < stop or any(p.touches(t) for p in pieces for t in taken):
            continue
        words = Span(pieces[0].start, pieces[-1].end)
        fragments = _fragments(field, frame, cue, pieces, lexicon)
        if sum(field.words.count(p) for p in pieces) < lexicon.fewest:
            continue
        place = "after" if words.end <= cue.span.start else "before"
        speaker, dropped = subject(field, cue, place, words, frame, lexicon, mentions)
        if speaker is not None and speaker.sort == "nobody":
            continue
        quoted = cue.entry.words[-1] in lexicon.relaying and lexicon.verb_first and cue.form == "finite"
        tells = (
            speaker is None
            or speaker.sort != "phrase"
            or (
                quoted
                and place == "before"
                and field.words.keys[field.words.at(speaker.span.start) - 1] in lexicon.from_whom
            )
            or is_somebody(field.words, speaker, lexicon, mentions, places=not cue.weak and cue.may(*SAYING))
        )
        if speaker is not None and _is_thing(field.words, cue, speaker, place, tells, lexicon):
            continue
        if not tells and (
            (place == "after" and cue.may("judge")) or cue.weak or (fragments and cue.entry.sort != "say")
        ):
            continue
        if cue.form == "preposition" and (speaker is None or _no_speaker(field, speaker.span, lexicon)):
            continue
        begin = min(words.start, cue.span.start, speaker.span.start if speaker else words.start)
        end = max(words.end, cue.span.end, speaker.span.end if speaker else words.end)
        kind: Literal["mixed", "indirect"] = "mixed" if fragments else "indirect"
        yield Draft(
            kind,
            fragments or pieces,
            Span(begin, end),
            cue,
            speaker,
            dropped,
            words.start,
            relayer(field, frame, cue, lexicon, mentions),
        )
        stop = words.end if place == "before" else stop
        told.append(cue)


def _is_thing(words: Words, cue: Cue, speaker: Found, place: str, tells: bool, lexicon: Speech) -> bool:
    """True of what no more than stands by a verb: its object (« a confirmé *quatorze blessés* », « se souvient de trente et
    *une* »), its reason ("citing *the roof* of the hall"), what a participle describes ("*the sum* announced")."""
    if lexicon.verb_first or speaker.sort != "phrase":
        return False
    if lexicon.citing.match(words.keys, cue.first):
        return not tells
    if cue.form not in _VERB:
        return False
    if speaker.span.start >= cue.span.end:
        return not tells or words.keys[words.at(speaker.span.start) - 1] in lexicon.ands
    return not tells and place == "after"


def _before_marked(
    field: Field, piece: Span, cue: Cue, marked: list[Draft], lexicon: Speech
) -> tuple[Span | None, ...]:
    """Return a reported clause cut where another word of saying leads in marked words («نفى أن تكون …، *واصفا* ذلك بأنه «…»»)."""
    words = field.words
    led = (
        d.cue
        for d in marked
        if d.cue is not None and d.cue.first > cue.last and any(p.touches(piece) for p in d.pieces)
    )
    nxt = min(led, key=lambda c: c.first, default=None)
    if nxt is None or nxt.span.start <= piece.start:
        return (piece,)
    joined = nxt.form == "gerund" or nxt.span.start > words.tokens[nxt.first].start
    joined = joined or words.keys[nxt.first - 1] in lexicon.ands
    first = nxt.first - (words.keys[nxt.first - 1] in lexicon.ands or words.keys[nxt.first - 1] in ",،")
    if nxt.form == "infinitive":
        near = (k for k in range(nxt.first - 1, nxt.first - _LED, -1) if words.keys[k] == ",")
        first = next(near, nxt.first)  # « , *avant d'ajouter* : « … » »
        joined = first < nxt.first
    end = words.tokens[first].start
    return (trimmed(words, Span(piece.start, end)),) if joined and end > piece.start else (piece,)


def _passed_on(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> bool:
    """True of an Arabic verb that says who printed the text another speaks in («أعلنت الشركة في بيان *نشرته* وكالة … أن …»)."""
    printed = field.words.keys[cue.last]
    if printed == cue.entry.words[-1] or not printed.endswith(("ه", "ها")) or not cue.first:
        return False
    known, before = sources(lexicon.language), field.words.keys[cue.first - 1]
    text = before in lexicon.issued or (
        known is not None and any(before in known.nouns[sort].by_first for sort in ("speech", "work", "document"))
    )
    return text and any(c.last < cue.first and not c.weak and c.may("say", "confirm", "deny") for c in frame.cues)


def _fragments(field: Field, frame: Frame, cue: Cue, pieces: tuple[Span, ...], lexicon: Speech) -> tuple[Span, ...]:
    """Return the marked words of a reported clause that are no titles, names or terms: words from its speaker's mouth."""
    return tuple(
        m.inner
        for m in frame.marked
        if m.closed
        and any(p.start <= m.outer.start and m.outer.end <= p.end + 1 for p in pieces)
        and m.outer not in frame.names
        and not is_term(field, m, cue, "before" if m.outer.start >= cue.span.end else "after", lexicon)
    )


def _no_speaker(field: Field, span: Span, lexicon: Speech) -> bool:
    i, j = field.words.at(span.start), field.words.before(span.end)
    head = [k for k in field.words.keys[i:j] if k not in lexicon.articles]
    return bool(head and head[0] in lexicon.not_speakers)


def _clause(
    field: Field, frame: Frame, cue: Cue, nxt: Cue | None, lexicon: Speech, mentions: Mentions
) -> tuple[Span | None, ...]:
    """Return the reported words of a cue in pieces, none if its surroundings do not show them."""
    if cue.form == "preposition":
        return beside_source(field, frame, cue, lexicon, mentions)
    if cue.form == "relative":
        return (trimmed(field.words, Span(cue.span.end, _end(field, frame, cue.span.end, cue, nxt, lexicon))),)
    if (cue.form not in _VERB and not (cue.form == "infinitive" and cue.may("say"))) or not cue.may(*SAYING):
        return ()
    opened = _conjunction(field, frame, cue, nxt, lexicon, mentions)
    if opened is None and not cue.weak:
        opened = _infinitive(field, frame, cue, lexicon) or bare_clause(field, frame, cue, nxt, lexicon, mentions)
    if opened is not None:
        return (trimmed(field.words, Span(opened, _end(field, frame, opened, cue, nxt, lexicon))),)
    if cue.form in ("finite", "participle") and lexicon.parenthesis != "none":
        if not cue.weak or of_a_medium(field, frame, cue, lexicon) or by_somebody(field, frame, cue, lexicon, mentions):
            return (parenthesis(field, frame, cue, lexicon, mentions),)
    return ()


def _infinitive(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> int | None:
    """Return where "être sûre" begins in "a assuré être sûre"."""
    i = cue.last + 1
    if i >= len(field.words.keys) or cue.form == "gerund":
        return None
    if not lexicon.infinitives:
        opens = (
            lexicon.bare_clauses and field.words.keys[i] == "having" and field.words.tokens[i].start < frame.span.end
        )
        return field.words.tokens[i].start if opens else None  # "denied *having* sold it"
    i = _past_aside(field.words, i)
    k = field.words.keys[i]
    if k in lexicon.skip or (lexicon.ends.match(field.words.keys, i) and k not in lexicon.negations):
        return None  # "anunció ayer el club"
    n = i
    while n < min(i + _NEGATED, len(field.words.keys) - 1) and _before_infinitive(field.words, n, lexicon):
        n += 1
    infinitive = field.words.keys[n]
    if n > i and infinitive.endswith(lexicon.infinitives) and infinitive.isalpha() and len(infinitive) > 3:
        return field.words.tokens[i].start  # « assure *n'avoir* jamais vu le texte », "dice *no haberlo* visto"
    if field.words.tokens[i].start < frame.span.end and len(k) > 3 and k.endswith(lexicon.infinitives) and k.isalpha():
        return field.words.tokens[i].start
    return None


def _past_aside(words: Words, i: int) -> int:
    """Return the token behind a short aside between commas that opens at a token (« dément*, dans un communiqué,* avoir résilié »)."""
    if words.keys[i] != ",":
        return i
    behind = range(i + 2, min(i + 2 + _SOURCE, len(words.keys) - 1))
    return next((k + 1 for k in behind if words.keys[k] == ","), i)


_NEGATED = 4
"""Small words between a word of saying and an infinitive: a negation, a pronoun."""
_CLITICS = frozenset({"l'", "s'", "m'", "y", "en", "se", "lui", "leur", "pas", "plus", "jamais", "rien", "lo"})


def _before_infinitive(words: Words, i: int, lexicon: Speech) -> bool:
    return words.keys[i] in lexicon.negations or words.keys[i] in _CLITICS


def _conjunction(
    field: Field, frame: Frame, cue: Cue, nxt: Cue | None, lexicon: Speech, mentions: Mentions
) -> int | None:
    """Return the offset after the conjunction that opens the clause, looking past the subject and adverbials."""
    words = field.words
    opens = cue.first <= words.at(frame.span.start) or not cue.weak
    behind_comma = lexicon.verb_first and cue.first > 0 and words.keys[cue.first - 1] in (",", "،")
    limit = min(len(words.tokens), cue.last + 1 + (_WINDOW if opens else _NEAR * (1 + behind_comma)))
    aside = cue.first > words.at(frame.span.start) + 4 and words.keys[cue.first - 1] == ","
    told = not lexicon.telling.isdisjoint(cue.entry.words)
    i = cue.last + 1
    while i < limit and words.tokens[i].start < frame.span.end:
        behind = _aside_end(words, nxt, i, limit) if lexicon.verb_first and nxt is not None else 0
        if behind and not lexicon.citing.match(words.keys, i):
            i, limit = behind, min(limit + behind - i, len(words.tokens))  # «قال المدعي، *بحسب المحضر*، إن»
            nxt = None
            continue
        if nxt is not None and i >= nxt.first and nxt.form not in ("noun", "words", "infinitive"):
            return _behind_relative(words, i, frame.span.end, lexicon) if told and nxt.weak else None
        unnamed = lexicon.anonymous.match(words.keys, i)
        if unnamed:
            i, limit = i + unnamed, min(limit + unnamed + 2, len(words.tokens))
            continue
        width = lexicon.conjunctions.match(words.keys, i)
        led = cue.last + 1 < len(words.keys) and words.keys[cue.last + 1] == ","
        if width and aside and not led and words.keys[i - 1] == "," and words.keys[i] in lexicon.relatives:
            return None  # "…, reconoció Ibáñez, que atribuyó el alza a …": the clause stands before, this is a relative
        if later := lexicon.aftermath.match(words.keys, i):
            i += later  # "mantenían el corte *luego de que* la ministra se comprometiera a pagar": no clause of what is said
            continue
        compares = words.keys[i - 1] in lexicon.comparing and lexicon.between.match(words.keys, i - 2) != 2
        if width and not compares:
            if words.keys[i] in lexicon.relatives and _antecedent(field, cue, i, lexicon, mentions):
                return None
            at = words.tokens[i + width - 1].end
            return at if at < frame.span.end else None
        stops = words.keys[i] in ";:؛.!?؟" and not (
            words.keys[i] == "." and words.glued(i) and len(words.keys[i - 1]) <= 2
        )
        if words.keys[i] == ":" and lexicon.verb_first and i + 1 < limit and _opens_told(words, i + 1, lexicon):
            stops = False  # «قائلة: *إن* المصنع سيغلق»
        if lexicon.verb_first and not told and lexicon.stops.match(words.keys, i):
            return None
        if stops or words.keys[i] in lexicon.relatives:
            return _behind_relative(words, i, frame.span.end, lexicon) if told and not stops else None
        i += 1
    return None


_SOURCE = 9
"""Tokens of the longest source between commas in a sentence of another's."""


def _aside_end(words: Words, nxt: Cue, i: int, limit: int) -> int:
    """Return the token behind the comma that closes a source set in between commas at a token, 0 where none stands."""
    if nxt.form != "preposition" or i != nxt.first or words.keys[i - 1] not in (",", "،"):
        return 0
    return next((k + 1 for k in range(i + 1, min(i + _SOURCE, limit)) if words.keys[k] in (",", "،")), 0)


_FAR = 30
"""Tokens of the longest relative clause between «قال», its subject and «إن»."""


def _opens_told(words: Words, i: int, lexicon: Speech) -> bool:
    """True of «إن» with its hamza below, which «قال» alone has behind it; «أن» opens the clauses of all other verbs."""
    return words.tokens[i].text.lstrip("وف").startswith("إ") and bool(lexicon.conjunctions.match(words.keys, i))


def _behind_relative(words: Words, first: int, end: int, lexicon: Speech) -> int | None:
    """Return the offset behind the «إن» of a «قال» whose subject a relative clause describes («قال سامي *الذي يعمل في الميناء* إن …»)."""
    for i in range(first, min(first + _FAR, len(words.keys))):
        if words.tokens[i].start >= end or words.keys[i] in ";:؛.!?؟":
            return None
        if _opens_told(words, i, lexicon):
            return words.tokens[i + lexicon.conjunctions.match(words.keys, i) - 1].end
    return None


def _antecedent(field: Field, cue: Cue, i: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when "that" behind a verb and its object opens a relative: "denied any link to the crash *that* killed 41"."""
    words = field.words
    first = past_adverbs(field, cue, lexicon)
    if first >= i or lexicon.addressing.intersection(cue.entry.words):
        return False
    if lexicon.contents.intersection(words.keys[first:i]):
        return False  # "denied the allegation that": what was alleged
    if words.keys[first] not in lexicon.articles and words.keys[first] not in lexicon.quantities:
        return False
    who = after(words, first, words.tokens[i].start, lexicon, mentions)
    return who is None or (who.sort == "phrase" and not is_somebody(words, who, lexicon, mentions, places=True))


def _turn(words: Words, nxt: Cue, first: int, lexicon: Speech) -> int | None:
    """Return the comma behind which "but" gives the turn to whom the next word of saying speaks for, if there is one."""
    if nxt.form not in ("finite", "participle"):
        return None
    turn = (k for k in range(nxt.first - 1, first, -1) if words.keys[k] in (",", "،"))
    comma = next(turn, None)
    return comma if comma is not None and words.keys[comma + 1] in lexicon.meanwhile else None


def _main_clause(words: Words, nxt: Cue, first: int, frame: Frame, lexicon: Speech) -> int | None:
    """Return the comma that closes a clause led in by "while", the main one behind it («*وبينما* تقول النقابة إن …*،* أكدت الشركة …»)."""
    head = words.keys[words.at(frame.span.start)]
    led = head in lexicon.meanwhile or any(
        head.startswith(c) and head[len(c) :] in lexicon.meanwhile for c in lexicon.clitics
    )
    if not led or nxt.form not in ("finite", "participle") or nxt.weak:
        return None
    near = range(nxt.first - 1, max(first, nxt.first - _OWN), -1)
    return next((k for k in near if words.keys[k] in (",", "،")), None)


_OWN = 8
"""Tokens of the longest subject between that comma and its verb."""


def _tells_anew(words: Words, nxt: Cue, frame: Frame, lexicon: Speech) -> bool:
    """True of a plain verb of saying that "and" joins to the one before and that opens a clause of its own («قال إن …، *وأضاف أن* …»)."""
    if nxt.form not in ("finite", "participle") or nxt.weak or not nxt.may("say") or nxt.passive:
        return False
    joined = nxt.span.start > words.tokens[nxt.first].start or words.keys[nxt.first - 1] in lexicon.ands
    return joined and opens_clause(words, nxt, words.before(frame.span.end), lexicon)


def _behind_semicolon(words: Words, frame: Frame, first: int, last: int, lexicon: Speech) -> int | None:
    """Return the semicolon behind which another clause is reported ("Residents said it had burned*;* the mayor denied that …")."""
    for i in range(first + 1, last):
        if words.keys[i] not in (";", "؛"):
            continue
        told = (c for c in frame.cues if i < c.first <= i + _OWN and c.form in ("finite", "participle"))
        if any(c.may(*SAYING) and opens_clause(words, c, last, lexicon) for c in told):
            return words.tokens[i].start
    return None


def _end(field: Field, frame: Frame, start: int, cue: Cue, nxt: Cue | None, lexicon: Speech) -> int:
    """Return where the clause ends: the sentence's end, the comma before the next word of saying, or before what the
    reporter adds himself (", while …")."""
    words = field.words
    first, last = words.at(start), words.before(frame.span.end)
    if nxt is not None and nxt.first > first and (nxt.form in ("gerund", "preposition") or nxt.pronoun is not None):
        for i in (nxt.first - 1, nxt.first - 2):
            if i > first and words.keys[i] in (",", "،"):
                last = min(last, i)
    if nxt is not None and (comma := _main_clause(words, nxt, first, frame, lexicon)) is not None:
        return words.tokens[comma].start
    but = _turn(words, nxt, first, lexicon) if nxt is not None else None
    if nxt is not None and but is not None and not nxt.weak and opens_clause(words, nxt, last, lexicon):
        return words.tokens[but].start  # "denied it*, but* a nurse said that …"
    if nxt is not None and nxt.first > first + 1 and _tells_anew(words, nxt, frame, lexicon):
        return words.tokens[nxt.first - (words.keys[nxt.first - 1] in lexicon.ands)].start
    if (turn := _behind_semicolon(words, frame, first, last, lexicon)) is not None:
        return turn
    for i in range(first + 4, last):
        if words.keys[i] in (",", "،") and i + 1 < last and lexicon.stops.match(words.keys, i + 1):
            return words.tokens[i].start
        if words.keys[i] == "," and i + 1 < last and words.keys[i + 1] in lexicon.auxiliaries | lexicon.passive:
            if in_relative(words, cue, lexicon):
                return words.tokens[i].start  # "X, which denied that it wanted out*,* is …"
    return words.tokens[last].start if last < words.before(frame.span.end) else frame.span.end
