"""What somebody denies, and the claim it answers: found from the denial's own words, whatever it is that was denied.

A denial points at the sentence before it ("the group denied it"), or names its claim and that others made it ("denied having met the
mayor, as the police maintain"). One that only says what is denied names no claim. "Neither confirmed nor denied" is no denial. A claim
that answers a denial and tells no event of a known kind is an event all the same: what some say and others deny.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from isnad.annotate.counterclaims import find_counterclaims, told_words
from isnad.annotate.sentences import with_field
from isnad.annotate.two_tales import find_two_tales, told_of
from isnad.languages import LANGUAGES, table
from isnad.languages.opposites import opposites
from isnad.model import DenialMention, EventMention, Reading, Span
from isnad.text import Token, fold_key, tokens

SHORT = 4
"""Words left behind a verb of denying up to which it only points ("denied the claim")."""
NAME = 6
"""Words that a name between marks has at the most, both marks counted in part: «لو كورييه دو ريفاج»."""
EXCLUDED = 4
"""Words behind a verb of ruling out among which "any" stands."""
CLAIM = 5
"""Words that a claim has at the least before "which X denies"."""
INSERTED = 6
"""Tokens from one mark to the next of what is put between: «، في بيان مقتضب لها،»."""
AFTER = 14
"""Words of the next sentence among which it is set against the denial."""
FIVE = 5
"""Letters of a word that tells something of what is denied."""
BACK = 3
"""Sentences back to what a denial takes up in its words."""
STEM = 4
"""Letters of the beginning that two forms of one verb share."""
ONE_SENSE = frozenset(
    "dismissed shot suicide arrested abducted expelled convicted alive hurt deliberate pardoned".split()
)
"""Pairs of opposites whose sides each mean one thing."""
HEAD = 3
"""Words among which the head of a claim stands."""
RELATIVE = 9
"""Words between "which" and the verb of denying at the most: who denies may stand between them."""
ITSELF = frozenset({"rejection", "statement", "demand", "accusation"})
"""Kinds of events that are the saying or the denying itself rather than what is denied."""
BEFALLING = frozenset({"death", "arrest", "departure", "appointment"})
"""Kinds of what befalls somebody, wherever in a claim they are told."""
UNNAMED = "accusation"
"""The kind of a claim that tells nothing of a known kind."""


def find_denials(reading: Reading) -> Reading:
    """Return the reading with what its page says that somebody denies, and with the disputed claims among its events."""
    if reading.article.language not in LANGUAGES:
        return reading
    plain = tuple(_denials(reading))
    against = (told_of(reading, d) for d in find_counterclaims(reading, plain))
    known = (*plain, *against)
    denials = (*known, *find_two_tales(reading, known))
    claims = [c for d in denials for c in (_claim(reading, d), _denied(reading, d)) if c is not None]
    events = tuple(sorted((*reading.events, *claims), key=lambda e: e.trigger.start)) if claims else reading.events
    return with_field(with_field(reading, "denials", denials), "events", events)


def _claim(reading: Reading, denial: DenialMention) -> EventMention | None:
    """The claim a denial answers as an event, when nothing told within it is one yet; nobody is said to take part."""
    if not denial.claims or denial.about is not None:
        return None
    said = denial.claims[-1]
    inside = [e for e in reading.events for s in (*denial.claims, denial.denied) if s.start <= e.trigger.start < s.end]
    if any(e.kind not in ITSELF and not e.bare for e in inside):
        return None
    first = next(iter(tokens(reading.article.text, said.start, said.end)), None)
    if first is None:
        return None
    when = next((t.interval for t in reading.times if t.kind == "date" and said.start <= t.start < said.end), None)
    trigger = Span(first.start, first.end)
    told = {e.kind for e in inside if e.kind in BEFALLING and said.start <= e.trigger.start < said.end}
    named = next((e.kind for e in inside if e.kind not in ITSELF and _heads(reading, said, e.trigger.start)), None)
    named = named or (next(iter(told)) if len(told) == 1 else None)
    if named is None and _accused(reading, said):
        return None
    return EventMention(named or _kind(reading, said), "reported", trigger, said, when, lone=True)


def _denied(reading: Reading, denial: DenialMention) -> EventMention | None:
    """What a denial takes up in part of a claim's words, as an event of its own that is denied: the claim's events are other ones."""
    said = denial.denied
    if not denial.worded or any(said.start <= e.trigger.start < said.end and not e.bare for e in reading.events):
        return None
    first = next(iter(tokens(reading.article.text, said.start, said.end)), None)
    if first is None:
        return None
    return EventMention(UNNAMED, "denied", Span(first.start, first.end), denial.clause, lone=True)


def _accused(reading: Reading, said: Span) -> bool:
    """True of what somebody is told to have accused others of: the accusation is the event."""
    sentence = next((s for s in reading.sentences if s.start <= said.start < s.end), said)
    return any(
        e.kind == UNNAMED and not e.bare and e.status == "happened" and sentence.start <= e.trigger.start < sentence.end
        for e in reading.events
    )


def _heads(reading: Reading, said: Span, at: int) -> bool:
    """True when a word stands at the head of what is claimed: among its first, or right behind "about", «عن»."""
    words = tokens(reading.article.text, said.start, at)
    return len(words) < HEAD or any(t.key in _words(reading.article.language).about for t in words[-2:])


def _kind(reading: Reading, said: Span) -> str:
    """The kind of a trigger within the claim that was left for want of a name, else that of a claim."""
    kinds = [
        a.what.split(":")[0]
        for a in reading.abstentions
        if a.reason == "nobody-named"
        and any(said.start <= c.start < said.end and _heads(reading, said, c.start) for c in a.cites)
    ]
    titled = (e.kind for e in reading.events if e.status == "denied" and _in_title(reading, e.trigger.start))
    return next((k for k in (*kinds, *titled) if k not in ITSELF), UNNAMED)


def _in_title(reading: Reading, at: int) -> bool:
    return any(p.kind == "title" and p.start <= at < p.end for p in reading.article.parts)


def _denials(reading: Reading) -> Iterator[DenialMention]:
    words = _words(reading.article.language)
    if not words.may_deny(fold_key(reading.article.text)):
        return
    for n, sentence in enumerate(reading.sentences):
        found = tokens(reading.article.text, sentence.start, sentence.end)
        keys = [t.key or t.text for t in found]
        verbs = [i for i in range(len(keys)) if words.denies_at(keys, i)]
        # Of two denials in one sentence the one that answers a claim.
        at = next((i for i in reversed(verbs[1:]) if words.answered(keys[i:])), verbs[0] if verbs else None)
        if at is None and (says := words.contradicts(keys)) is not None and not _in_quotes(reading, found[says]):
            claims = tuple(_before(reading, n, found[says].start, BACK + 2))
            if claims:
                part = Span(found[_opens(reading, found, keys, says)].start, found[-1].end)
                yield DenialMention(part, Span(found[says].start, found[says].end), claims)
            continue
        if at is None or _in_quotes(reading, found[at]):
            continue
        made = _denial(reading, n, found, keys, at)
        if made is not None:
            yield made


def _in_quotes(reading: Reading, token: Token) -> bool:
    return any(p.start <= token.start < p.end for q in reading.quotations if q.kind == "direct" for p in q.pieces)


def _denial(reading: Reading, n: int, found: list[Token], keys: list[str], at: int) -> DenialMention | None:
    """The denial of a sentence, with the claim it points at or names itself; without one when it only says what is denied."""
    article = reading.article
    words = _words(article.language)
    if (answers := _relative(reading, n, found, keys, at)) is not None:
        return answers
    first = words.content(keys, at + 1)
    end = words.end(keys, first)
    left = [k for k in keys[first:end] if k not in words.empty and k.isalpha()]
    clause = Span(found[_opens(reading, found, keys, at)].start, found[max(end, at + 1) - 1].end)
    if (len(left) <= SHORT and words.pointing(keys, at)) or words.only_points(keys, at):
        claims = tuple(_before(reading, n, found[at].start))
        if not claims:
            return None
        return DenialMention(clause, Span(found[at].start, found[at].end), claims)
    if len(left) <= SHORT + 1 and words.pointing_at_words(keys, first, end):
        claims = tuple(_accused_before(reading, n)) or tuple(_before(reading, n, found[at].start))
        if claims:
            return DenialMention(clause, Span(found[at].start, found[at].end), claims)
    if first < end and len(left) == 1:
        denied = Span(found[first].start, found[end - 1].end)
        formerly = words.stands(words.formerly, keys[max(0, at - HEAD) : at])
        claims = () if formerly or _defends(words, keys[:at]) else tuple(_told_before(reading, n, denied))
        if not claims and not formerly and not _defends(words, keys[:at]):
            claims = tuple(_worded_before(reading, n, denied))
            return DenialMention(clause, denied, claims, worded=True) if claims else None
        return DenialMention(clause, denied, claims) if claims else None
    if first >= end or len(left) < 2:
        return None
    denied = Span(found[first].start, found[end - 1].end)
    # "It is all rumours" within the marks is the denier's own word, no claim that others made.
    if words.answered([k for t, k in zip(found, keys, strict=True) if not _in_quotes(reading, t)]):
        # One sentence holds both: what is denied, as others said it, and the word that denies it.
        verb = Span(found[at].start, found[at].end)
        return DenialMention(verb, denied, (denied,))
    # An Arabic subject stands behind its verb: «نفى مصدر حكومي أي صلة بين الإقالة والإضراب».
    if not words.ties.isdisjoint(keys[at + 1 : first + (HEAD + SHORT if article.language == "ar" else HEAD)]):
        return None  # "any link with the attack": what happened is not denied
    claims = tuple(_against(reading, n, found, keys, denied, end))
    if not claims and (not _defends(words, keys[:at]) or _befell(reading, denied)):
        anything = not words.any.isdisjoint(keys[at + 1 : first + HEAD])
        claims = tuple(_told_before(reading, n, denied, alike=True, anything=anything))
        if not claims and (worded := tuple(_worded_before(reading, n, denied))):
            return DenialMention(clause, denied, worded, worded=True)
        claims = claims or tuple(_alike_before(reading, n, denied))
    return DenialMention(clause, denied, claims)


def _defends(words: _Words, keys: Sequence[str]) -> bool:
    """True when a suspect or a lawyer denies, as they do."""
    return not words.defence.isdisjoint(keys)


def _befell(reading: Reading, denied: Span) -> bool:
    """True when what is denied is what befalls somebody: that his client was arrested a lawyer denies as a newspaper does, unlike a crime."""
    inside = [e for e in reading.events if denied.start <= e.trigger.start < denied.end and e.kind not in ITSELF]
    return bool(inside) and all(e.kind in BEFALLING for e in inside)


def _told_before(
    reading: Reading, n: int, denied: Span, *, alike: bool = False, anything: bool = False
) -> Iterator[Span]:
    """What the two sentences before tell of the very kind that is denied: "was arrested … The police denied any arrest".

    ``alike`` asks for a word of the same beginning: what is denied at length is that very thing, or another of its kind; but when
    ``anything`` of the kind is denied ("any arrest near the campus").
    """
    text = reading.article.text
    mine = [e for e in reading.events if denied.start <= e.trigger.start < denied.end and e.kind not in ITSELF]
    if not mine or _in_title(reading, denied.start):
        return
    low, high = reading.sentences[max(0, n - 2)].start, _own_part(reading, n, denied.start)
    for e in reversed(reading.events):
        if alike and any(c.start <= e.trigger.start < c.end for q in reading.quotations for c in q.pieces):
            continue  # what somebody is quoted with is found as a claim when pages are joined
        if not low <= e.trigger.start < high or e.status not in ("happened", "reported") or e.bare:
            continue
        if any(
            (d.kind, d.contrary) == (e.kind, e.contrary)
            and (not alike or anything or _one_word(text, d.trigger, e.trigger))
            for d in mine
        ):
            yield e.clause
            return


def _worded_before(reading: Reading, n: int, denied: Span) -> Iterator[Span]:
    """The sentence of the three before that tells in the words of a denial what is denied: "was hit by a rubber bullet … denied that rubber
    bullets were used".

    Two words of it must stand there, names aside; all where they are fewer, and somebody is said to have said it.
    """
    mine = told_words(reading, denied)
    if not mine or _in_title(reading, denied.start):
        return
    for s, keys in _earlier(reading, n, denied.start):
        shared = mine & told_words(reading, s)
        if len(shared) > 1 or (shared and shared == mine and _said(reading, s, keys)):
            yield s
            return


def _alike_before(reading: Reading, n: int, denied: Span) -> Iterator[Span]:
    """What somebody is said to have said in the three sentences before of the same side of a pair: "residents said the police had fired …
    denied that a single shot had been fired".
    """
    pairs = opposites(reading.article.language)
    keys = [t.key or t.text for t in tokens(reading.article.text, denied.start, denied.end)]
    ended = {f[:2] for f in pairs.found(keys) if f[0] in ONE_SENSE}
    if ended and not _in_title(reading, denied.start):
        for s, keys in _earlier(reading, n, denied.start):
            if any(f[:2] in ended for f in pairs.found(keys)) and _said(reading, s, keys):
                yield s
                return


def _earlier(reading: Reading, n: int, at: int) -> Iterator[tuple[Span, list[str]]]:
    """The part of a sentence before a denial, and the sentences before it, titles and denials left out, with their words."""
    own = Span(reading.sentences[n].start, _own_part(reading, n, at))
    for s in (own, *(reading.sentences[k] for k in range(n - 1, max(-1, n - 1 - BACK), -1))):
        if _in_title(reading, s.start):
            return
        keys = [t.key or t.text for t in tokens(reading.article.text, s.start, s.end)]
        if keys and not _words(reading.article.language).denying(keys):
            yield s, keys


def _said(reading: Reading, span: Span, keys: Sequence[str]) -> bool:
    """True of what somebody is said to have said."""
    said = any(q.stance != "denying" and q.scope.touches(span) for q in reading.quotations)
    return said or _words(reading.article.language).claimed(keys)


def _own_part(reading: Reading, n: int, at: int) -> int:
    """Where the part of a sentence ends that stands before the one that denies; where the sentence begins when it has no such part."""
    sentence = reading.sentences[n]
    found = tokens(reading.article.text, sentence.start, sentence.end)
    keys = [t.key or t.text for t in found]
    cut = _opens(reading, found, keys, sum(t.start < at for t in found))
    return found[cut - 1].end if cut else sentence.start


def _one_word(text: str, a: Span, b: Span) -> bool:
    """True when two triggers share a word of four letters and more, or its beginning."""
    x, y = ({t.key[:STEM] for t in tokens(text, s.start, s.end)} for s in (a, b))
    return any(len(w) == STEM for w in x & y)


def _against(reading: Reading, n: int, found: list[Token], keys: list[str], denied: Span, end: int) -> Iterator[Span]:
    """What others say against a denial right behind it: "…, but sources speak of four millions"; "An elder maintains that eight walked out"."""
    words = _words(reading.article.language)
    rest = keys[end:]
    at = next((i for i in range(len(rest)) if words.set_against(rest, i)), None)
    if at is not None and words.claimed(rest[at:]) and not words.denying(rest[at:]):
        yield Span(found[end + at].start, found[-1].end)
        return
    yield from _confirmed(reading, n, denied)
    if n + 1 >= len(reading.sentences) or _in_title(reading, denied.start):
        return
    following = reading.sentences[n + 1]
    next_keys = [t.key or t.text for t in tokens(reading.article.text, following.start, following.end)]
    if words.denying(next_keys):
        return
    # Who maintains something answers the denial; "by contrast" may turn to another matter, but for a sum or a word of the denial.
    inside = {k for t, k in zip(found, keys, strict=True) if denied.start <= t.start < denied.end}
    same = {k for k in inside if len(k) > FIVE} & {k for k in next_keys if len(k) > FIVE}
    if words.stands(words.holds, next_keys[: 2 * AFTER]) or (
        words.stands(words.turns, next_keys[:AFTER]) and (same or words.stands(words.reckons, next_keys))
    ):
        yield following


def _confirmed(reading: Reading, n: int, denial: Span) -> Iterator[Span]:
    """What somebody else is quoted with in the next two sentences that is of the very kind that was denied."""

    def of_kind(span: Span) -> set[tuple[str, bool]]:
        inside = (e for e in reading.events if span.start <= e.trigger.start < span.end and not e.bare)
        return {(e.kind, e.contrary) for e in inside if e.kind not in ITSELF}

    denied = of_kind(denial)
    near = Span(denial.end, reading.sentences[min(n + 2, len(reading.sentences) - 1)].end)
    mine = {fold_key(q.speaker.text) for q in reading.quotations if q.scope.touches(denial) and q.speaker is not None}
    for q in reading.quotations if denied else ():
        if q.kind == "direct" or q.stance == "denying" or q.speaker is None or fold_key(q.speaker.text) in mine:
            continue
        piece = q.pieces[0]
        if near.start <= piece.start < near.end and denied & of_kind(piece):
            yield piece
            return


def _relative(reading: Reading, n: int, found: list[Token], keys: list[str], at: int) -> DenialMention | None:
    """ "…, which the gendarmes deny", «وهو ما نفاه الدرك»: the sentence up to there is the claim, told by others in reported speech."""
    start = _words(reading.article.language).relative(keys, at)
    if start is None or start < CLAIM:
        return None
    if any(k in _words(reading.article.language).begin for k in keys[at + 1 : at + 3]):
        return None  # "a tally of the ministry, which denied having shared out the routes": it denies what follows
    sentence = reading.sentences[n]
    low, high = sentence.start, found[start].start
    said = [
        q
        for q in reading.quotations
        if q.kind != "direct" and q.stance != "denying" and low <= q.pieces[0].start < high and q.speaker is not None
    ]
    last = start - 1 if keys[start - 1] == "," else start
    if not said and not _words(reading.article.language).claimed(keys[:last]):
        return None
    first = said[-1].pieces[0].start if said else low
    claim = Span(first, found[last - 1].end)
    ends = next((j for j in range(at + 1, len(keys)) if keys[j] in (",", ";", ".")), len(keys))
    if not _words(reading.article.language).defence.isdisjoint(keys[start:ends]):
        return None  # a suspect's lawyer denies the charge, as lawyers do
    clause = Span(found[start].start, found[max(at, ends - 1)].end)
    return DenialMention(clause, Span(found[at].start, found[at].end), (claim,))


def _opens(reading: Reading, found: Sequence[Token], keys: Sequence[str], at: int) -> int:
    """Where the part of a sentence begins that denies what stands before it: behind a semicolon, or a comma and "but"; 0 without one."""
    words = _words(reading.article.language)
    for i in range(at - 1, CLAIM, -1):
        if keys[i - 1] in (";", "؛") or (keys[i - 1] in (",", "،") and words.set_against(keys, i)):
            return i
    return 0


def _before(reading: Reading, n: int, at: int, back: int = 2) -> Iterator[Span]:
    """The claim before a denial in its sentence, or in one of the two before: what somebody is said to have said there."""
    words = _words(reading.article.language)
    sentence = reading.sentences[n]
    found = tokens(reading.article.text, sentence.start, sentence.end)
    keys = [t.key or t.text for t in found]
    cut = _opens(reading, found, keys, sum(t.start < at for t in found))
    if cut:
        part = Span(sentence.start, found[cut - 2].end)
        if words.claimed(keys[:cut]) or any(
            q.scope.touches(part) and q.stance != "denying" for q in reading.quotations
        ):
            yield part
            return
    for k in (n - 1, n - 2):
        if k < 0:
            return
        s = reading.sentences[k]
        said = [
            q
            for q in reading.quotations
            if s.start <= q.scope.start < s.end and q.kind != "direct" and q.stance != "denying"
        ]
        if said:
            pieces = said[-1].pieces
            yield Span(pieces[0].start, pieces[-1].end)
            return
        keys = [t.key for t in tokens(reading.article.text, s.start, s.end)]
        if k == n - 1 and _words(reading.article.language).claimed(keys):
            yield s
            return


def _accused_before(reading: Reading, n: int) -> Iterator[Span]:
    """The sentence before, where somebody is said to have claimed it or to have accused somebody of it."""
    if n and not _in_title(reading, reading.sentences[n - 1].start):
        s = reading.sentences[n - 1]
        if _words(reading.article.language).claimed([t.key for t in tokens(reading.article.text, s.start, s.end)]):
            yield s


def _names_in_quotes(keys: Sequence[str]) -> frozenset[int]:
    """The marks around a word or few (the name of a firm or a ship), which quote nobody."""
    marks = [i for i, k in enumerate(keys) if k == '"']
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return frozenset(i for a, b in pairs if b - a <= NAME for i in (a, b))


Phrase = tuple[str, ...]


class _Words:
    """One language's words of denying (``numbers.toml``, ``rivals``)."""

    def __init__(self, language: str) -> None:
        rivals = table(language, "numbers")["rivals"]
        grammar = table(language, "grammar")["words"]
        self.arabic = language == "ar"
        self.denies = frozenset(fold_key(w) for w in rivals["denies"])
        self.excludes = _phrases(rivals["excludes"])
        self.negation = frozenset(fold_key(w) for w in grammar["negation"]) | frozenset(
            fold_key(w) for w in rivals["neither"]
        )
        self.back = frozenset(fold_key(w) for w in rivals["points_back"])
        self.has = frozenset(fold_key(w) for w in rivals["has"])
        self.front = frozenset(fold_key(w) for w in rivals["points_front"])
        self.this = frozenset(fold_key(w) for w in rivals["this"])
        self.such, self.sayings = (frozenset(fold_key(w) for w in rivals[k]) for k in ("such", "sayings"))
        self.places = frozenset(fold_key(w) for w in _first_words(table(language, "grammar")))
        self.contrary = _phrases(rivals["contrary"])
        self.begin = frozenset(fold_key(w) for w in rivals["begins"])
        self.stop = frozenset(fold_key(w) for w in rivals["ends"])
        self.empty = self.front | frozenset(fold_key(w) for w in rivals["empty"])
        self.claims = _phrases(rivals["estimates"]) + _phrases(rivals["accuses"])
        self.about = frozenset(fold_key(w) for w in rivals["about"])
        self.answers = _phrases(rivals["answered"])
        self.ties = frozenset(fold_key(w) for w in grammar["ties"])
        self.contrast = _phrases(rivals["contrast"])
        self.holds = _phrases(rivals["maintains"])
        self.turns = _phrases(rivals["turns"])
        self.reckons = _phrases(rivals["reckons"])
        self.defence = frozenset(fold_key(w) for w in rivals["defence"])
        self.relatives = _phrases(rivals["which"])
        self.any = frozenset(fold_key(w) for w in rivals["any"])
        self.formerly = _phrases(rivals["formerly"])

    def may_deny(self, text: str) -> bool:
        """False for a folded text none of whose words denies anything: most are not looked at word by word."""
        return any(w in text for w in self.denies) or any(p[-1] in text for p in (*self.contrary, *self.excludes))

    def denies_at(self, keys: Sequence[str], i: int) -> bool:
        key = keys[i]
        forms = {key, key[1:]} if self.arabic and key[:1] in ("و", "ف") else {key}
        # "Ruled out any fire" denies a fire; "ruled out a deal" is but a refusal.
        excluded = not self.any.isdisjoint(keys[i + 1 : i + 1 + EXCLUDED]) and any(
            p[0] in forms and tuple(keys[i + 1 : i + len(p)]) == p[1:] for p in self.excludes
        )
        if not (excluded or forms & self.denies):
            return False
        # The «ما» of «وهو ما نفاه» negates nothing.
        return self.relative(keys, i) is not None or not any(k in self.negation for k in keys[max(0, i - 3) : i])

    def content(self, keys: Sequence[str], i: int) -> int:
        """Where what is denied begins: at "that" or an infinitive soon behind the verb, else right behind it, insertions aside."""
        end = next((j for j in range(i, min(len(keys), i + 14)) if keys[j] in self.stop), min(len(keys), i + 14))
        begun = next((j for j in range(i, end) if keys[j] in self.begin), None)
        if begun is not None:
            return begun
        # «نفت الوزارة، في بيان، وقوع أي سرقة»: what is denied stands behind what is put between two marks.
        marks = [j for j in range(i, end) if keys[j] in (",", "،")]
        return marks[1] + 1 if len(marks) > 1 and marks[1] - marks[0] <= INSERTED and marks[1] + 1 < end else i

    def end(self, keys: Sequence[str], first: int) -> int:
        """Where it ends: before what is said besides ("and said", "calling"), a mark of quotation, a full stop."""
        named = _names_in_quotes(keys)
        for j in range(first + 1, len(keys)):
            if j in named:
                continue
            if keys[j - 1] in (",", "،") and self.set_against(keys, j):
                return j - 1 if j - 1 > first else j
            if keys[j] in (";", ":", '"', "!", "?") or keys[j] in self.stop or (keys[j] == "." and j == len(keys) - 1):
                return j - 1 if keys[j - 1] == "," and j - 1 > first else j
        return len(keys)

    def pointing(self, keys: Sequence[str], at: int) -> bool:
        """True for "denied it", "l'a démenti", «نفى ذلك»."""
        back = any(keys[i] in self.back and (i + 1 == at or keys[i + 1] in self.has) for i in range(max(0, at - 3), at))
        return back or any(k in self.front for k in keys[at + 1 : at + 4])

    def pointing_at_words(self, keys: Sequence[str], first: int, end: int) -> bool:
        """True of "denies that these words were spoken", "nie de tels propos", «نفى أن تكون هذه العبارة قد قيلت»."""
        return any(
            keys[i] in self.such
            and (keys[i + 1] in self.sayings or (self.arabic and keys[i + 1].removeprefix("ال") in self.sayings))
            for i in range(first, min(end, first + SHORT + 1) - 1)
        )

    def only_points(self, keys: Sequence[str], at: int) -> bool:
        """True of "denied it in a written reply", "l'a démenti dans un communiqué", «نفت ذلك في رد مكتوب»: what follows tells nothing of it."""
        behind = keys[at + 1 : at + 3]
        back = any(keys[i] in self.back and (i + 1 == at or keys[i + 1] in self.has) for i in range(max(0, at - 3), at))
        if back:
            return not behind or behind[0] not in self.begin
        return len(behind) > 1 and behind[0] in self.this and (behind[1] in self.places or not behind[1].isalpha())

    def relative(self, keys: Sequence[str], at: int) -> int | None:
        """Where the relative clause of a denial begins: "which …", «وهو ما», a mark or the first of its words; ``None`` when none does."""
        for i in range(at - 1, max(-1, at - RELATIVE), -1):
            for p in self.relatives:
                key = keys[i].removeprefix("و") if self.arabic else keys[i]
                if (key, *keys[i + 1 : i + len(p)]) == p and (self.arabic or (i and keys[i - 1] == ",")):
                    return i
            if keys[i] in (",", ";", ":", '"'):
                return None
        return None

    def answered(self, keys: Sequence[str]) -> bool:
        return _holds(self.answers, keys)

    def contradicts(self, keys: Sequence[str]) -> int | None:
        """Where somebody is said to say the contrary: "soutient le contraire"."""
        return next((i for i in range(len(keys)) for p in self.contrary if tuple(keys[i : i + len(p)]) == p), None)

    def set_against(self, keys: Sequence[str], i: int) -> bool:
        return any(tuple(keys[i : i + len(p)]) == p for p in self.contrast)

    @staticmethod
    def stands(phrases: Sequence[Phrase], keys: Sequence[str]) -> bool:
        return any(tuple(keys[i : i + len(p)]) == p for i in range(len(keys)) for p in phrases)

    def denying(self, keys: Sequence[str]) -> bool:
        return any(self.denies_at(keys, i) for i in range(len(keys)))

    def claimed(self, keys: Sequence[str]) -> bool:
        return _holds(self.claims, keys)


def _first_words(grammar: Mapping[str, Any]) -> list[str]:
    """The first words of the prepositions that say where or how."""
    return [w.split()[0] for w in grammar["prepositions"]["at"]]


def _phrases(words: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(tuple(t.key for t in tokens(w)) for w in words)


def _holds(phrases: Sequence[Phrase], keys: Sequence[str]) -> bool:
    text = f" {' '.join(keys)} "
    return any(f" {' '.join(p)} " in text or f" و{' '.join(p)} " in text for p in phrases)


@cache
def _words(language: str) -> _Words:
    return _Words(language)
