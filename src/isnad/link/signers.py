"""Who signed one agreement: two pages that name its signatories, and not the same, contradict each other.

A page is read where it says that the agreement was signed; the sentence that names two people there is its answer, else the two
whom its tellings of the signing name. Who is named as not having signed ("not the former minister") or as looking on is none of them. A page
that names many leaves nobody out for certain, and contradicts nobody. One that names one alone contradicts those that name two others
where it says that it was that one ("it was the deputy minister who signed"). Names in two scripts are compared by their sound, and only beside a
signatory whom both pages name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from isnad.languages import LANGUAGES, table
from isnad.languages.voices import voices
from isnad.link.returns import Returns
from isnad.link.side_signers import side_of, state_of_person
from isnad.link.spelling import compare_names
from isnad.link.tellings import Known, known_entities
from isnad.model import EntityGroup, EventGroup, EventMention, MentionRef, Reading, RivalSigners, Signer, Span
from isnad.text import fold_key, script_of, tokens

BOTH = 2
"""Signatories that a page must name."""
BEHIND = 4
"""Words behind a name among which stands that its bearer only looked on."""
ONE_NAME = 0.6
"""Likeness of two names from which they may be one person's."""

Tellings = Sequence[tuple[MentionRef, EventMention]]


def link_signers(
    readings: Sequence[Reading],
    entities: Sequence[EntityGroup],
    agreements: Sequence[Sequence[MentionRef]],
    events: Sequence[EventGroup],
) -> tuple[RivalSigners, ...]:
    """Return the agreements, and signings of none that is known, that two pages have signed by other people."""
    by_id = {r.article.id: r for r in readings}
    pages = _Pages(by_id, known_entities(entities), {m: e for e in entities for m in e.members})
    signings: dict[str, Tellings] = {}
    for g in events:
        members = [(m, by_id[m.article].events[m.index]) for m in g.members if m.article in by_id]
        told = [
            (m, e)
            for m, e in members
            if e.kind == "signing" and not e.bare and not _noun(by_id[m.article], e.trigger.start)
        ]
        if told:
            signings[g.id] = told
    found: list[RivalSigners] = []
    taken: set[str] = set()
    pages.seen(agreements, signings)
    for refs in agreements:
        event = _taking(refs, signings)
        taken |= {event} if event is not None else set()
        found += pages.rivals(refs, event, signings.get(event or "", ()))
    for ident, signing in signings.items():
        if ident not in taken:
            found += pages.rivals((), ident, signing)
    return tuple(found)


def _taking(refs: Sequence[MentionRef], signings: Mapping[str, Tellings]) -> str | None:
    """The signing that concludes an agreement: the one most of its mentions are concluded by."""
    mine = set(refs)
    best: tuple[int, str] | None = None
    for ident, told in signings.items():
        hits = sum(e.agreement is not None and MentionRef(m.article, e.agreement) in mine for m, e in told)
        if hits and (best is None or hits > best[0]):
            best = hits, ident
    return best[1] if best else None


class _Named(tuple[Signer, str]):
    """One signatory, and the name that is printed."""

    __slots__ = ()


class _Pages:
    """Reads pages for who signed."""

    def __init__(self, readings: Mapping[str, Reading], known: Known, groups: Mapping[MentionRef, EntityGroup]) -> None:
        self.readings, self.known, self.groups = readings, known, groups
        self._returns = Returns()

    def seen(self, agreements: Sequence[Sequence[MentionRef]], signings: Mapping[str, Tellings]) -> None:
        """Take note of every sentence that says that a text was signed: what comes back to one is of the one before it."""
        for where in (
            *(self._where(refs, ()) for refs in agreements),
            *(self._where((), told) for told in signings.values()),
        ):
            self._returns.note(where)

    def rivals(self, refs: Sequence[MentionRef], event: str | None, told: Tellings) -> Iterator[RivalSigners]:
        """Yield the first two pages that name other signatories, those on whom both agree left out."""
        where = self._where(refs, told)
        named = {a: both for a, spans in where.items() if (both := self._signers(self.readings[a], spans, told))}
        pages = sorted(named)
        for i, a in enumerate(pages):
            for b in pages[i + 1 :]:
                sides = _contradict(named[a], named[b])
                if sides is None:
                    continue
                about = min(refs) if refs else None
                yield RivalSigners(event, about, *(tuple(s for s, _ in side) for side in sides))
                return
        yield from self._for_one_side(refs, event, where)

    def _for_one_side(
        self, refs: Sequence[MentionRef], event: str | None, where: Mapping[str, Sequence[Span]]
    ) -> Iterator[RivalSigners]:
        """Yield the first two pages that have another person sign for one state."""
        two = self._two_states(refs)
        hands = {a: self._hands(self.readings[a], spans, two) for a, spans in sorted(where.items())}
        for a, b in combinations(hands, 2):
            for side in sorted(hands[a].keys() & hands[b].keys()):
                one, other = hands[a][side], hands[b][side]
                if len(one) == len(other) == 1 and not _one_person(one[0], other[0]) and _others(one[0], other[0]):
                    yield RivalSigners(event, min(refs) if refs else None, (one[0][0],), (other[0][0],))
                    return

    def _two_states(self, refs: Sequence[MentionRef]) -> frozenset[str]:
        """The two states between which a text is concluded; none when there are more or fewer."""
        told = [(self.readings[r.article], r.index) for r in refs if r.article in self.readings]
        states = frozenset(c for r, i in told for m in r.agreements[i].parties if (c := r.mentions[m].country))
        return states if len(states) == BOTH else frozenset()

    def _hands(self, reading: Reading, spans: Sequence[Span], two: frozenset[str]) -> dict[str, list[_Named]]:
        """Who signs for each state, as a page tells it where it says that the text was signed or whose signatures it bears."""
        found: dict[str, list[_Named]] = {}
        if reading.article.language not in LANGUAGES:
            return found
        others: dict[str, _Named] = {}
        for s in self._bearing(reading, spans):
            people = self._people(reading, s)
            for entity, named in people.items():
                mention = next(m for m in reading.mentions if m.start == named[0].cite.start)
                group = next((g for g in self.groups.values() if g.id == entity), None)
                side = side_of(reading, s, mention) or (group and state_of_person(group, self.readings))
                if not side:
                    others[entity] = named
                elif not any(n[0].entity == entity for n in found.setdefault(side, [])):
                    found[side].append(named)
        if len(found) == len(others) == 1 and found.keys() < two and len(next(iter(found.values()))) == 1:
            found[next(iter(two - found.keys()))] = list(others.values())  # the one who is left signs for the other
        return found

    def _bearing(self, reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
        """The sentences of a signing, and such as come back to one ("it bears the signatures of …", "X signed for the union")."""
        back = set(self._returns.to(reading, spans))
        for n, s in enumerate(reading.sentences):
            near = any(o in spans for o in reading.sentences[max(0, n - 2) : n])
            if s in spans or s in back or (near and self._signs(reading, s)):
                yield s

    @staticmethod
    def _signs(reading: Reading, span: Span) -> bool:
        data = table(reading.article.language, "agreements")["step_nouns"]["signed"]
        nouns = {fold_key(w)[:5] for w in data}
        inside = (e for e in reading.events if span.start <= e.trigger.start < span.end and not e.bare)
        if any(e.kind != "signing" for e in inside):
            return False  # "the day after the signing, they visited the station"
        return any(t.key.removeprefix("ال")[:5] in nouns for t in tokens(reading.article.text, span.start, span.end))

    def _where(self, refs: Sequence[MentionRef], told: Tellings) -> Mapping[str, list[Span]]:
        """The sentences of each page that say that the agreement was signed."""
        found: dict[str, list[Span]] = {}
        places = [
            (r.article, s.start)
            for r in refs
            if r.article in self.readings
            for s in self.readings[r.article].agreements[r.index].steps
            if s.status == "signed" and not _noun(self.readings[r.article], s.start)
        ]
        places += [(m.article, e.trigger.start) for m, e in told]
        for article, at in places:
            sentence = next((s for s in self.readings[article].sentences if s.start <= at < s.end), None)
            if sentence is not None and sentence not in found.setdefault(article, []):
                found[article].append(sentence)
        return found

    def _signers(self, reading: Reading, spans: Sequence[Span], told: Tellings) -> list[_Named]:
        """The two people of the one sentence that names exactly two, else those of the page's tellings; one whom the page insists on."""
        if reading.article.language not in LANGUAGES:
            return []
        pairs = [p for s in spans if len(p := self._people(reading, s)) == BOTH]
        pairs = pairs or [p for s in self._returns.to(reading, spans) if len(p := self._people(reading, s)) == BOTH]
        if pairs:
            first = set(pairs[0])
            return list(pairs[0].values()) if all(set(p) == first for p in pairs) else []
        took = {
            entity: named
            for m, e in told
            if m.article == reading.article.id
            for p in e.participants
            if p.role == "signatory" and not self._set_aside(reading, p.mention)
            for entity, named in self._whole(reading, p.mention)
        }
        if len(took) == BOTH:
            return list(took.values())
        bearing = self._bearing(reading, spans)
        alone = [p for s in bearing if len(p := self._people(reading, s)) and self._insisted(reading, s)]
        return list(alone[0].values()) if len(alone) == 1 and len(alone[0]) == 1 else []

    def _people(self, reading: Reading, span: Span) -> dict[str, _Named]:
        """The people whom a sentence names, without those who look on or are said not to have signed."""
        text, language = reading.article.text, reading.article.language
        end = _looking_on(text, span, language)
        found: dict[str, _Named] = {}
        for i, m in enumerate(reading.mentions):
            if (
                span.start <= m.start < end
                and not _refused(text[span.start : m.start], language)
                and not _stood_by(text[m.end : span.end], language)
            ):
                found.update(self._whole(reading, i))
        return found

    def _set_aside(self, reading: Reading, i: int) -> bool:
        """True of whom a sentence names as not having signed, or as looking on."""
        m, text, language = reading.mentions[i], reading.article.text, reading.article.language
        span = next((s for s in reading.sentences if s.start <= m.start < s.end), m.span)
        return _refused(text[span.start : m.start], language) or _stood_by(text[m.end : span.end], language)

    def _whole(self, reading: Reading, i: int) -> Iterator[tuple[str, _Named]]:
        """A person whom some page names with more than one word: a single word may be anybody, or a firm."""
        m = reading.mentions[i]
        if m.kind != "person" or m.form != "name":
            return
        for entity in self.known.entities(reading.article.id, i):
            if self.known.kind.get(entity) != "person":
                continue
            group = self.groups[MentionRef(reading.article.id, i)]
            forms = (self.readings[x.article].mentions[x.index] for x in group.members if x.article in self.readings)
            if any(f.form == "name" and len(f.text.split()) > 1 for f in forms):
                yield entity, _Named((Signer(entity, m.span.cite(reading.article.id)), m.text))

    def _insisted(self, reading: Reading, span: Span) -> bool:
        """True of "it was the deputy minister who signed", «هو من وقع»."""
        keys = [fold_key(t.text) or t.text for t in tokens(reading.article.text, span.start, span.end)]
        return voices(reading.article.language).stands("nobody_else", keys)


def _contradict(a: Sequence[_Named], b: Sequence[_Named]) -> tuple[list[_Named], list[_Named]] | None:
    """Those whom the one names and the other does not, when they must be other people."""
    one = [x for x in a if not any(_one_person(x, y) for y in b)]
    other = [y for y in b if not any(_one_person(x, y) for x in a)]
    shared = len(a) - len(one)
    if not one or not other or (len(a) == len(b) and len(one) != len(other)):
        return None
    if len(a) != len(b) and shared:
        return None  # the one of the two whom it names is the other page's too
    across = script_of(a[0][1]) != script_of(b[0][1])
    if across and not shared and len(a) == len(b):
        return None
    if not all(_others(x, y) for x in one for y in other):
        return None
    return one, other


def _one_person(x: _Named, y: _Named) -> bool:
    return x[0].entity == y[0].entity or (compare_names(x[1], y[1]).score >= ONE_NAME and not _differ(x[1], y[1]))


def _others(x: _Named, y: _Named) -> bool:
    """True of names that cannot be one person's."""
    match = compare_names(x[1], y[1])
    return match.clash > 0 or not match.agree


def _differ(a: str, b: str) -> bool:
    """True of two of one family, in one script: the given names differ."""
    x, y = ([k for t in tokens(n) if len(k := fold_key(t.text)) > 2] for n in (a, b))
    return script_of(a) == script_of(b) and len(x) > 1 and len(y) > 1 and x[0][:3] != y[0][:3]


def _noun(reading: Reading, at: int) -> bool:
    """True of a step that a noun tells ("the day after the signing of the contract"): who is named there may be doing something else."""
    language = reading.article.language
    if language not in LANGUAGES:
        return False
    word = next(iter(tokens(reading.article.text, at, at + 40)), None)
    key = fold_key(word.text) if word is not None else ""
    forms = {key, key[1:], key.removeprefix("ال"), key[1:].removeprefix("ال")} if language == "ar" else {key}
    nouns = {fold_key(w) for w in table(language, "agreements")["step_nouns"]["signed"]}
    verbs = language == "ar" and key in {"وقع", "وقعت", "وقعا", "وقعوا"}
    return bool(forms & nouns) and not verbs


def _looking_on(text: str, span: Span, language: str) -> int:
    """Where those begin in whose presence, or under whose auspices, it was signed; the sentence's end without any."""
    words = table(language, "grammar")["prepositions"]["presence"], table(language, "agreements")["mediating"]
    keys = [(t.start, fold_key(t.text) or t.text) for t in tokens(text, span.start, span.end)]
    phrases = [p for forms in words for p in _phrases(tuple(forms))]
    for i, (start, _) in enumerate(keys):
        if any(tuple(k for _, k in keys[i : i + len(p)]) == p for p in phrases):
            return start
    return span.end


@cache
def _phrases(forms: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold_key(t.text) or t.text for t in tokens(w)) for w in forms)


def _refused(before: str, language: str) -> bool:
    """True when the words right before a name, back to the last mark, say that it was not this one."""
    keys = [fold_key(t.text) or t.text for t in tokens(before)]
    cut = next((i for i in range(len(keys) - 1, -1, -1) if keys[i] in (",", "،", ";", "؛", "(")), -1)
    return any(
        k in _negations(language) or (language == "ar" and k[1:] in _negations(language)) for k in keys[cut + 1 :]
    )


def _stood_by(behind: str, language: str) -> bool:
    """True when the words right behind a name say that this one stayed away, or looked on."""
    keys = [fold_key(t.text) or t.text for t in tokens(behind[:80])][:BEHIND]
    return any(voices(language).at("stood_by", keys, i) for i in range(len(keys)))


@cache
def _negations(language: str) -> frozenset[str]:
    words = table(language, "grammar")["words"]["negation"]
    return frozenset(fold_key(w) for w in words) | {"not", "non", "no", "لا", "ليس", "وليس", "rather"}
