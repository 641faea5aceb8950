"""Who concludes an agreement: named as its sides, signing it, or having it signed for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from isnad.annotate.agreements.lexicon import Phrases
from isnad.annotate.agreements.matters import for_purpose
from isnad.annotate.agreements.meant import meant_by_nouns
from isnad.annotate.agreements.phrases import Line, Named
from isnad.annotate.names.lexicon import gazetteer
from isnad.languages import table
from isnad.languages.meanings import capital_of, nation_of
from isnad.model import Mention, Span, StepMention
from isnad.text import fold_key, script_of, tokens

REACH = 28
"""Words behind "between" and "with" among which the sides are named."""
WITNESSES = 14
"""Words behind "in the presence of", "mediated by" among which those so named stand."""
MOST = 5
_BEFORE_NOUNS = frozenset({"بعد", "قبل", "عقب", "منذ", "اثر", "تم", "يتم", "مراسم", "حفل", "خلال"})
"""Words before which an Arabic word that may be a verb or its noun is the noun."""
_FIRMS = frozenset({"مجموعه", "شركه", "مؤسسه", "مقاوله", "فرقه"})
"""Arabic words for a firm that a nationality alone does not name."""
_SIDES = frozenset({"signed", "announced", "suspended", "ended", "negotiated"})
"""Steps whose subject is a side."""
_BODIES = frozenset({"approved", "ratified"})
"""Steps whose subject is a parliament or a cabinet rather than a side."""


class Sides:
    """The mentions of one sentence as sides of an agreement."""

    def __init__(self, line: Line) -> None:
        self.line, self.all = line, line.reading.mentions
        sentence = line.sentence
        self.here = [
            i
            for i, m in enumerate(self.all)
            if sentence.start <= m.start < sentence.end and m.kind in ("person", "organization", "place")
        ]
        prices = [f for f in line.reading.figures if sentence.start <= f.start < sentence.end]
        whole = [self.all[i].span for i in self.here if self.all[i].kind == "organization"]
        self.here = [
            i for i in self.here
            if not any(f.start <= self.all[i].start and self.all[i].end <= f.end for f in prices)
            and not any(self.all[i].span.within(w) and self.all[i].span != w for w in whole)
            and not (self.all[i].kind == "organization" and self.all[i].text[:1].islower() and self._plain(i))
            and not self._adjective(i)
            and fold_key(self.all[i].text) not in line.words.step_nouns
        ]  # fmt: skip
        roles = [m.role for m in self.all if m.kind == "person" and m.role is not None]
        self.offices = frozenset(
            i for i in self.here
            if self.all[i].kind == "organization" and any(r.start <= self.all[i].start < r.end for r in roles)
        )  # fmt: skip
        # "…, the electoral commission said": who tells it behind the name, and is none of its sides.
        spoke = {q.speaker.mention for q in line.reading.quotations if q.speaker is not None}
        self.telling = frozenset(
            i for i in self.here
            if i in spoke and any(k == "," for k in line.keys[max(0, line.index(self.all[i].start) - 3) : line.index(self.all[i].start)])
        )  # fmt: skip
        self.credited = [c for c in line.reading.credits if sentence.start <= c.start < sentence.end]

    def _adjective(self, i: int) -> bool:
        """True of a state whose name, right behind a body's, says where that is from: «أرامكس البحرية» السعودية."""
        m = self.all[i]
        if m.kind == "place" and self.line.words.language == "en" and self._owner(m):
            return True
        if m.kind != "place" or not self.line.words.arabic or not (m.text.startswith("ال") and m.text.endswith("ية")):
            return False
        return any(o.kind == "organization" and 0 < m.start - o.end <= 2 for o in self.all)

    def _owner(self, m: Mention) -> bool:
        """True of "Ghana's Cyber Agency", of which the agency is the side, and of the adjective in "its Ghanaian counterpart"."""
        if any(m.end < o.start <= m.end + 4 for o in self.all if o.kind == "organization"):
            return self.line.reading.article.text[m.end : m.end + 2] in ("'s", "’s")
        adjective = fold_key(m.text) not in gazetteer().places and nation_of(fold_key(m.text)) is not None
        i = self.line.index(m.end - 1) + 1
        return adjective and self.line.keys[i : i + 1] in (["counterpart"], ["counterparts"])

    def _plain(self, i: int) -> bool:
        """True of an article and a plain noun in small letters, taken for a name that looks like it ("el país")."""
        words = self.all[i].text.split()
        return len(words) == 2 and fold_key(words[0]) in self.line.words.definite and self.all[i].text.islower()

    def of(self, named: Named, steps: Sequence[StepMention], later: bool) -> tuple[int, ...]:
        """Return the sides as indices of mentions, the surest first; none when the sentence does not say."""
        found = self._between(named)
        if len(self._distinct(found)) < 2:
            found += self._together(named, steps)
            found += self._bound(named)
            found += self._signers(named, steps)
        found = self._distinct(found)
        if len(found) < 2 and not later:
            found = self._distinct([*found, *self._loose(named, found, steps)])
        if len(found) < 2 and named.kind == "contract":
            found = self._distinct([*found, *self._hired(named)])
        if len(found) < 2:
            found = self._distinct([*found, *self._meant(named, steps, found)])
        if len(found) < 2:
            found = self._distinct([*found, *self._parliament(steps)])
        if len(found) < 2 and self._says(self.line.words.pair):
            found = self._distinct([*found, *self._pair()])
        if len(found) < 2 and self._says(self.line.words.firms):
            found = self._distinct([*found, *self._two_bodies()])
        glued = self.line.found[named.end].start if not self.line.words.arabic and named.end < len(self.line) else -1
        return tuple([i for i in found if self.all[i].start != glued][:MOST])

    def _meant(self, named: Named, steps: Sequence[StepMention], sides: Sequence[int]) -> list[int]:
        """ "The company signed …": bodies that stand for sides by a noun alone."""
        line = self.line
        at = next((line.index(s.start) for s in steps if s.status in _SIDES), None)
        found = []
        for i, meant in meant_by_nouns(line, 0, len(line), frozenset(fold_key(self.all[s].text) for s in sides)):
            by = any(
                line.at(j, line.words.between) or line.at(j, line.words.together) or line.at(j, line.words.by)
                for j in range(max(0, i - 3), i)
            )
            office = any(line.keys[j] in line.words.executives for j in range(max(0, i - 5), i))
            by |= office and at is not None and any(line.at(j, line.words.by) for j in range(at, i))
            if at is None or self._noun(at):
                signs = False
            elif line.words.arabic:
                signs = at < i <= at + 3 and i < max(at + 1, named.first)
            else:
                signs = self._clause(min(at, named.first)) <= i < min(at, named.first)
            if by or signs:
                found.append(meant)
        return found

    def _says(self, phrases: Phrases) -> bool:
        """True when one of the phrases stands in the sentence, in Arabic also behind what is written onto it («للبلدين»)."""
        line = self.line
        for i in range(len(line)):
            if line.at(i, phrases):
                return True
            forms = line.words.stems(line.keys[i]) if line.words.arabic else ()
            if any(s.definite and ("ال" + s.key,) in phrases.get("ال" + s.key, ()) for s in forms):
                return True
        return False

    def states(self, parties: Sequence[int]) -> bool:
        """True when a state, or a body or an officer of one, is among the sides."""
        return any(_state(self.all[i]) or self.all[i].country for i in parties)

    def dealers(self, verb: int) -> list[int]:
        """Return who hires, buys or orders and from whom: the first body or state on each side of a verb, in Arabic the first two."""
        standing = [
            (self.line.index(self.all[m].start), s) for m in self.here if not self._placed(m) for s in self._standing(m)
        ]
        if self.line.words.arabic:
            return self._distinct(s for _, s in standing)[:2]
        return self._distinct([*[s for i, s in standing if i < verb][-1:], *[s for i, s in standing if i > verb][:1]])

    def before(self, named: Named, parties: Sequence[int]) -> tuple[int, ...]:
        """Return the sides of what a clause hangs on: named before it, or behind it before any comma ("…, while the union says")."""
        keys, line = self.line.keys, self.line
        return tuple(m for m in parties if "," not in keys[named.end : max(named.end, line.index(self.all[m].start))])

    def subject(self, named: Named) -> tuple[int, ...]:
        """Return what the first mention before a name stands for: "the mayor of Cala Brea came back with a twinning agreement"."""
        low = self._clause(named.first)
        before = (
            m for m in self.here if low <= self.line.index(self.all[m].start) < named.first and not self._placed(m)
        )
        return tuple(next((s for m in before if (s := self._standing(m))), ()))

    def explicit(self, named: Named) -> bool:
        """True when the name itself says between whom: "the treaty between Ghana and Togo"."""
        return len(self._distinct(self._between(named))) > 1

    def _between(self, named: Named) -> list[int]:
        """Mentions behind "between"; one alone where the other has no name."""
        line = self.line
        lone: list[int] = []
        for i in range(max(0, named.first - 6), min(len(line), named.end + 14)):
            n = line.at(i, line.words.between)
            if n and not line.paired(i + n) and (i >= named.end or i < named.first):
                sides = self._run(i + n, min(len(line), i + n + REACH))
                if len(self._distinct(sides)) > 1:
                    return sides
                lone = lone or sides
        return self._bracketed(named) or lone

    def _bracketed(self, named: Named) -> list[int]:
        """The sides in brackets behind the name: "the tripartite declaration (Chad-Niger-Mali)"."""
        line = self.line
        i = next((j for j in range(named.end, min(len(line), named.end + 3)) if line.keys[j] == "("), None)
        end = (
            next((j for j in range(i, min(len(line), i + 12)) if line.keys[j] == ")"), None) if i is not None else None
        )
        if i is None or end is None:
            return []
        # "(Chad-Niger-Mali)" may have been taken for one name: the page's states are looked for word by word.
        states = {fold_key(m.text): n for n, m in reversed(list(enumerate(self.all))) if _state(m)}
        low, high = line.found[i].start, line.found[end].start
        sides = [
            x for m in self.here if low <= self.all[m].start < high for x in self._standing(m) if _state(self.all[x])
        ]
        sides += [states[k] for k in line.keys[i + 1 : end] if k in states]
        return sides if len(self._distinct(sides)) > 1 else []

    def _together(self, named: Named, steps: Sequence[StepMention]) -> list[int]:
        """Mentions right behind "with", nearest the name or its verb."""
        line = self.line
        low = min([named.first, *(line.index(s.start) for s in steps)])
        for i in range(low, min(len(line), max(named.end, low) + REACH)):
            n = line.at(i, line.words.together)
            if n and (found := self._run(i + n, min(len(line), i + n + 14))[:3]):
                return found
        return []

    def _run(self, start: int, end: int) -> list[int]:
        """Mentions named one after another from a word on, up to a stop; here a town is who governs it."""
        line = self.line
        out: list[int] = []
        towns: set[int] = set()
        for j in range(start, end):
            at = line.found[j].start
            mention = next((m for m in self.here if self.all[m].start <= at < self.all[m].end), None)
            if line.keys[j] in (".", ";", ":") or line.at(j, line.words.relative_phrases):
                break
            if mention is None and out and (self._ends(j) or self._tells(j)):
                break
            if (town := self._town(j)) is not None and town not in out:
                out.append(town)
                towns.add(town)
            if mention is not None and (not out or out[-1] != mention):
                if self._placed(mention):
                    continue
                if out and self._spoken_of(mention):
                    break  # "con Madrid, …, por el giro español sobre el Sáhara"
                out.append(mention)
                if self.all[mention].kind == "place" and not _state(self.all[mention]) and j <= start + 2:
                    towns.add(mention)
        return [x for m in out for x in ([m] if m in towns else self._standing(m))]

    def _tells(self, j: int) -> bool:
        """True of a comma and a verb behind which somebody is named, who tells it: ", rectifie le ministère", ", asegura la empresa"."""
        line, words = self.line, self.line.words
        if words.arabic or line.keys[j] != "," or j + 3 >= len(line) or not line.found[j + 1].text.islower():
            return False
        verb, after = line.keys[j + 1], line.keys[j + 2]
        small = words.articles | words.prepositions | words.relative | words.with_ | words.inside
        plain = (
            len(verb) > 3
            and verb not in small
            and not line.at(j + 1, words.joints)
            and not line.at(j + 1, words.between)
        )
        return plain and (after in words.definite or line.found[j + 2].text[:1].isupper())

    def _ends(self, j: int) -> bool:
        """True where a list of sides is over: at a time, a verb, a purpose or a matter."""
        line = self.line
        at, words = line.found[j], line.words
        if any(t.kind == "date" and t.start <= at.start < t.end for t in line.reading.times):
            return True
        if words.arabic and for_purpose(line, j):
            return True
        if line.at(j, words.firm) or (not words.arabic and line.at(j, words.before)):
            return True
        return not words.arabic and any(not f.tenses & {"participle"} for f in words.verbs.get(line.keys[j], ()))

    def _signers(self, named: Named, steps: Sequence[StepMention]) -> list[int]:
        """Those who sign: before the verb, behind it in Arabic, and behind "by", "for", "on behalf of"."""
        out: list[int] = []
        for step in steps:
            at = self.line.index(step.start)
            if step.status in _SIDES:
                out += self._signing(named, at)
            elif step.status in _BODIES and not self._noun(at):
                out += self._ratifying(at)
        return out

    def _signing(self, named: Named, at: int) -> list[int]:
        line = self.line
        found: list[int] = []
        behind = named.end <= at
        if self._noun(at) and self._own(at):
            low, high = self._clause(at), at  # "Niger announced its withdrawal from the treaty"
        elif self._noun(at):
            low, high = 0, 0  # "the signing of the contract": who is named before it does something else
        elif behind:
            # "the accord that Mali signed"; of "the accord signed with Mali", who is named before it is another clause's.
            low, high = (0, 0) if line.words.arabic else (named.end, at)
        elif line.words.arabic and at < named.first:
            low, high = at, named.first
        else:
            low, high = self._clause(min(at, named.first)), min(at, named.first)
        awarded = line.keys[at].startswith(line.words.awarding)
        agents = self._agents(min(at, named.first), named.end)
        for m in self.here:
            i = line.index(self.all[m].start)
            if self._mediates(i):
                continue
            signs = low <= i < high and not self._placed(m)
            led = (
                i >= min(at, named.first)
                and (m in agents or self._led(i, line.words.by, named.end))
                and not self._spoken_of(m)
            )
            led &= m not in self.telling and not self._based(m)
            if signs or led or (awarded and i > at and (self._given(i) or at < i < named.first)):
                found += self._standing(m) or (self._officer(m) if signs else [])
        if line.words.arabic and at < named.first and low == at:
            first = self._clause(at)
            before = [m for m in self.here if first <= line.index(self.all[m].start) < at and not self._placed(m)]
            found += [x for m in before for x in self._standing(m)]
        return found

    def _agents(self, low: int, covered: int) -> list[int]:
        """Who is named one after another behind "by": "signed by the Atlas Mining Company, its bank and the union".

        ``covered`` is the word behind a text's name, where "for" announces its matter.
        """
        line = self.line
        ways = (i for i in range(low, len(line)) if line.at(i, line.words.by))
        at = next((i for i in ways if not (i == covered and line.at(i, line.words.before))), None)
        return self._run(at + line.at(at, line.words.by), min(len(line), at + REACH)) if at is not None else []

    def _bound(self, named: Named) -> list[int]:
        """The other side that a text is said to hold one to: "le contrat qui la liait à Powerlink", «التي تربطها بالأردن»."""
        line, words = self.line, self.line.words
        for i in range(named.end, min(len(line), named.end + 10)):
            if line.keys[i].removeprefix("و") in words.binds:
                if (
                    not words.arabic
                    and i < named.end + 5
                    and not any(k in words.relative for k in line.keys[named.end : i])
                ):
                    return self._run(i + 1, min(len(line), i + REACH))  # "une convention lie la fondation à l'hôpital"
                ends = range(i + 1, min(len(line), i + 6))
                to = next(
                    (
                        j
                        for j in ends
                        if line.keys[j] in words.at | words.to | words.with_ or words.contracted.get(line.keys[j])
                    ),
                    None,
                )
                if words.arabic:
                    return self._run(i + 1, min(len(line), i + 7))
                near = (m for m in self.here if to is not None and to < line.index(self.all[m].start) <= to + 3)
                other = next((self._standing(m) or [m] * (self.all[m].kind == "person") for m in near), [])
                # "announced the end of the contract that bound *it* to …": whom the sentence is about.
                return [*other, *(self.subject(named) if other else ())] if named.kind == "contract" else other
        return []

    def _hired(self, named: Named) -> list[int]:
        """Who signs for himself: an author, a coach, a runner right behind "with", or whom a contract binds to a firm."""
        line, words = self.line, self.line.words
        for i in range(max(0, named.first - 10), min(len(line), named.end + 10)):
            n = line.at(i, words.together)
            binds = i >= named.end and line.keys[i].removeprefix("و") in words.binds
            if not n and not binds:
                continue
            near = range(i + max(n, 1), i + max(n, 1) + (9 if binds else 4))
            for m in self.here:
                person = self.all[m].kind == "person" and not self.all[m].country and not self._standing(m)
                if person and line.index(self.all[m].start) in near:
                    return [m]
        return []

    def _given(self, i: int) -> bool:
        """True right behind "to" of what is awarded: "attribué le marché à Balisor", «أسندت الصفقة إلى باليسور»."""
        words, keys = self.line.words, self.line.keys
        near = [k for k in keys[max(0, i - 5) : i] if k not in words.definite]
        attached = words.arabic and self.line.found[i].start < self.line.found[i].end and keys[i][:1] == "ل"
        return attached or any(k in words.to for k in near)

    def _ratifying(self, at: int) -> list[int]:
        """The state that itself ratifies: "Yemen ratified the convention"; a parliament is no side."""
        line = self.line
        near = (at - 4, at) if not line.words.arabic else (at, at + 3)
        return [m for m in self.here if _state(self.all[m]) and near[0] <= line.index(self.all[m].start) < near[1]
                and not self._placed(m) and line.keys[line.index(self.all[m].start) - 1] not in line.words.of][:1]  # fmt: skip

    def _parliament(self, steps: Sequence[StepMention]) -> list[int]:
        """The state whose parliament ratifies what no other side, or one, is named of: "el Congreso peruano ratificó el Acuerdo de …"."""
        line = self.line
        for at in (
            line.index(s.start) for s in steps if s.status in _BODIES and not self._noun(self.line.index(s.start))
        ):
            low, high = (at, at + 5) if line.words.arabic else (self._clause(at), at)
            near = [self.all[m] for m in self.here if low <= line.index(self.all[m].start) < high]
            found = [
                s
                for m in near
                if m.kind == "organization" and m.country and (s := self._state_of(m.country)) is not None
            ]
            found = found or [
                m for m in self.here
                if _state(self.all[m]) and low <= (i := line.index(self.all[m].start)) < high and line.keys[i - 1] in line.words.of
            ]  # fmt: skip
            if found:
                return found[:1]
        return []

    def _noun(self, at: int) -> bool:
        """True for a step told by a noun of doing: Arabic «فسخ» behind «بعد» is one, not "he dissolved"."""
        words, key = self.line.words, self.line.keys[at]
        noun = next((s for s in words.stems(key) if s.key in words.step_nouns), None)
        if noun is None:
            return False
        verb = any(s.key in words.verbs for s in words.stems(key) if not s.preposition and not s.definite)
        before = self.line.keys[at - 1] if at else ""
        return not verb or noun.definite or bool(noun.preposition) or before in _BEFORE_NOUNS | words.prepositions

    def _own(self, at: int) -> bool:
        """True of a noun of doing with an owner: "its withdrawal", «انسحابها»."""
        words, keys = self.line.words, self.line.keys
        if words.arabic:
            return keys[at].endswith(("ها", "هما", "هم", "به", "اه"))
        return at > 0 and keys[at - 1] in words.owners

    def _clause(self, i: int) -> int:
        """Where the clause of a word begins: behind "that", so that who says it is no side."""
        keys = self.line.keys
        ends = {"ان", "بان", "that", ";", ":"}
        return next(
            (j + 1 for j in range(i - 1, -1, -1) if keys[j] in ends or (keys[j] == "que" and self.line.parts(j))), 0
        )

    def _town(self, j: int) -> int | None:
        """The town that "the municipality" alone is of: the first of the page that such a word, or its mayor, stands before."""
        words = self.line.words
        stem = next((s for s in words.stems(self.line.keys[j]) if s.key in words.municipal), None)
        if stem is None or not (stem.definite or (j > 0 and self.line.keys[j - 1] in words.definite)):
            return None
        return next((i for i in self._home() if self._called(i)), None)

    def _called(self, i: int) -> bool:
        """True of a place right behind a word for a town, its council or its mayor."""
        words, m = self.line.words, self.all[i]
        near = [t.key for t in tokens(self.line.reading.article.text, max(0, m.start - 25), m.start)][-3:]
        return any(s.key in words.municipal for k in near for s in words.stems(k))

    def _municipal(self, m: Mention) -> bool:
        """True for "the municipality of X", "la commune marocaine de X": its town is the side."""
        i = self.line.index(m.start)
        words = self.line.words
        reach = max(0, i - 2)
        while reach and i - reach < 4 and (self.line.keys[reach] in words.of or nation_of(self.line.keys[reach])):
            reach -= 1
        if (
            not words.arabic
            and reach > 1
            and self.line.found[reach].text.islower()
            and self.line.keys[reach + 1 : i] != []
        ):
            reach -= 1  # "le maire andalou de Cala Brea"
        near = self.line.keys[reach:i]
        return any(s.key in words.municipal for k in near for s in words.stems(k))

    def _council(self, m: Mention) -> bool:
        """True of a town's council that nothing names: "le conseil communal", «المجلس الجماعي»."""
        line = self.line
        i = line.index(m.start)
        n = line.at(i, line.words.councils)
        return bool(n) and line.span(i, i + n).end >= m.end

    def _home(self) -> list[int]:
        """The town that the page speaks of: behind a word for a town or a mayor, else the one it names most."""
        here = self.line.sentence
        towns = [i for i, m in enumerate(self.all) if m.kind == "place" and not _state(m) and m.form == "name"]
        # The mayor told of beside it is another town's.
        towns = [i for i in towns if not here.start <= self.all[i].start < here.end] or towns
        if (called := next((i for i in towns if self._called(i)), None)) is not None:
            return [called]
        counts = Counter(fold_key(self.all[i].text) for i in towns).most_common(2)
        if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[1][1] == counts[0][1]):
            before = [i for i in towns if self.all[i].start < self.line.sentence.start]
            return before[:1] if len({fold_key(self.all[i].text) for i in before}) == 1 else []
        return [next(i for i in towns if fold_key(self.all[i].text) == counts[0][0])]

    def _in_town(self, m: Mention) -> bool:
        """True for "in the town of X", «في مدينة X», «بمدينة X»: where it was, and no side."""
        words, i = self.line.words, self.line.index(m.start)
        for j in range(i - 1, max(-1, i - 4), -1):
            stem = next((s for s in words.stems(self.line.keys[j]) if s.key in words.municipal), None)
            if stem is not None:
                k = j - 1 - (j > 0 and self.line.keys[j - 1] in words.definite)
                return stem.preposition == "ب" or (k >= 0 and self.line.keys[k] in words.inside)
        return False

    def _mediates(self, i: int) -> bool:
        """True of who brought the sides together: "mediated by the African Union", «برعاية الاتحاد», "in the presence of … and Qatar"."""
        line = self.line
        for j in range(i - 1, max(-1, i - WITNESSES), -1):
            if line.at(j, line.words.mediating):
                return True
            over = line.keys[j] in (".", ";", ":") or line.at(j, line.words.between) or line.stem(j, line.words.nouns)
            if over or (
                j < i - 4 and any(not f.tenses & {"participle"} for f in line.words.verbs.get(line.keys[j], ()))
            ):
                return False
        return False

    def _led(self, i: int, by: dict[str, list[tuple[str, ...]]], covered: int = -1) -> bool:
        """True when "by", "for", "on behalf of" stands a few words before a mention, or Arabic «عن»; not "a protocol for …"."""
        line = self.line
        ways = [
            j
            for j in range(max(0, i - 6), i)
            if line.at(j, by) and not (j == covered and line.at(j, line.words.before))
        ]
        # "… two days after the Unit suspended him for EPO": what followed something is another clause.
        return bool(ways) and not (covered >= 0 and any(k in line.words.after for k in line.keys[covered : ways[-1]]))

    def _placed(self, m: int) -> bool:
        """True for where it happened ("à Rabat", «في الرباط») or who said so ("selon un communiqué de …")."""
        mention, line = self.all[m], self.line
        bracketed = mention.form == "acronym" and line.reading.article.text[mention.start - 1 : mention.start] == "("
        if m in self.offices or bracketed or any(c.start <= mention.start < c.end for c in self.credited):
            return True
        if mention.kind != "place" or (self._municipal(mention) and not self._in_town(mention)):
            return False
        if _state(mention) and self._officers(line.index(mention.start)):
            return False
        i = line.index(mention.start)
        if i == 0 and any(
            line.keys[j] in ("(", "/") or (line.keys[j : j + 1] == ["-"] and line.parts(j))
            for j in range(1, min(9, len(line)))
        ):
            return True  # a dateline, but no "ten-year"
        if self._in_town(mention):
            return True
        if i > 1 and line.keys[i - 1] in line.words.of and line.keys[i - 2] in line.words.governments:
            return False  # "el Gobierno de Costa Rica"
        before = line.keys[i - 1] if i else ""
        attached = (
            line.words.arabic and i < len(line) and line.found[i].start < mention.start and line.keys[i][:1] == "ب"
        )
        return before in line.words.at or attached or self._based(m)

    def _based(self, m: int) -> bool:
        """True of "Lisbon" in "Lisbon-based Gráfica Tejo"."""
        return bool(self.line.at(self.line.index(self.all[m].end - 1) + 1, self.line.words.based))

    def _officers(self, i: int) -> bool:
        """True of a state whose minister or president is meant with those of others: "the ministers of agriculture of Mali and Niger"."""
        words, keys = self.line.words, self.line.keys
        for j in range(i - 1, max(-1, i - 12), -1):
            if any(s.key in words.officers for s in words.stems(keys[j])):
                return True
            if keys[j] in (";", ":", "(") or (j < i - 1 and keys[j] in words.verbs):
                return False
        return False

    def _standing(self, m: int) -> list[int]:
        """What a mention stands for as a side: a state, a body, or for a person those that the person acts for."""
        mention = self.all[m]
        if mention.kind == "place":
            return [m] if _state(mention) or capital_of(fold_key(mention.text)) or self._municipal(mention) else []
        if mention.kind == "organization" and (
            fold_key(mention.text) in _states(self.line.words.language) or _nameless(mention)
        ):
            return []  # "the Kingdom" alone, "a Spanish supplier"
        if mention.kind == "organization" and self._council(mention):
            return self._home()
        if mention.kind == "organization":
            state = self._state_of(mention.country) if mention.form == "role" or mention.key else None
            return [state if state is not None else m]
        country = mention.country or (mention.role.country if mention.role else None)
        state = self._state_of(country)
        if state is not None:
            return [state]
        return self._employer(mention)

    def _officer(self, m: int) -> list[int]:
        """An officer who signs for a state that the page names nowhere: «وزير الطاقة الجزائري»."""
        mention = self.all[m]
        return [m] if mention.kind == "person" and mention.form == "role" and mention.country else []

    def _employer(self, person: Mention) -> list[int]:
        """The body named in a person's title: "chief executive of Noor Energy"."""
        spans = [Span(person.start, person.end + 60)]
        if person.role is not None:
            spans.insert(0, Span(person.role.start, person.role.end + 40))
        for span in spans:
            for i in self.here:
                m = self.all[i]
                if m.kind == "organization" and m.form != "role" and span.start <= m.start < span.end:
                    if self._parted(person.end, m.start):
                        return []
                    return self._home() if self._council(m) else [i]
                if m.kind == "place" and span.start <= m.start < span.end and not _state(m) and self._municipal(m):
                    return [i]  # "the mayor of Cala Brea, Esteban Ruvira"
        return []

    def _parted(self, start: int, end: int) -> bool:
        """True where an agreement's name, or "after", stands between a person and a body, which is none of the person's title then."""
        line = self.line
        between = range(line.index(start), line.index(end))
        return any(line.stem(j, line.words.nouns) or line.keys[j] in line.words.after for j in between)

    def _state_of(self, country: str | None) -> int | None:
        if country is None:
            return None
        return next((i for i, m in enumerate(self.all) if _state(m) and m.country == country), None)

    def _passing(self, named: Named, steps: Sequence[StepMention]) -> set[int]:
        """The parliaments and cabinets that approve or ratify: bodies before the verb, behind it in Arabic, and led by "by"."""
        out: set[int] = set()
        for at in (self.line.index(s.start) for s in steps if s.status in _BODIES):
            low, high = (at, named.first) if self.line.words.arabic else (self._clause(min(at, named.first)), at)
            for m in self.here:
                i = self.line.index(self.all[m].start)
                if self.all[m].kind == "organization" and (low <= i < high or self._led(i, self.line.words.by)):
                    out.add(m)
        return out

    def _loose(self, named: Named, found: Sequence[int], steps: Sequence[StepMention]) -> list[int]:
        """Without a word that says so: the sentence's states, then firms."""
        first = self._clause(named.first)
        passing = self._passing(named, steps)
        here = [m for m in self.here if self.line.index(self.all[m].start) >= first and m not in passing]
        states = [
            m for m in here
            if _state(self.all[m]) and not self._placed(m) and not self._spoken_of(m)
            and not self._mediates(self.line.index(self.all[m].start))
        ]  # fmt: skip
        countries = [
            s
            for m in here
            if self.all[m].kind in ("person", "organization")
            and self.all[m].country
            and not self._placed(m)
            and not self._mediates(self.line.index(self.all[m].start))
            for s in self._standing(m)
        ]
        firms = [
            m
            for m in here
            if self.all[m].kind == "organization"
            and self.all[m].form == "name"
            and not self.all[m].country
            and not self.all[m].key
            and not (self._placed(m) or _nameless(self.all[m]))
        ]
        return [*states, *countries, *firms[: max(0, 2 - len(found) - len(set(states + countries)))]]

    def _spoken_of(self, m: int) -> bool:
        """True of a state that a matter or a cause is about: "por el giro español sobre el Sáhara Occidental"."""
        i = self.line.index(self.all[m].start)
        i -= i > 0 and self.line.keys[i - 1] in self.line.words.definite
        return i > 0 and self.line.keys[i - 1] in self.line.words.about

    def _pair(self) -> list[int]:
        """ "The two countries": the two that the page speaks of most, by name, by capital, or as whose minister somebody is."""
        of = [m.country or (m.role.country if m.role else None) for m in self.all]
        counts = Counter(c for c in of if c)
        found = []
        for country, _ in counts.most_common(2):
            named = self._state_of(country)
            capital = (k for k, m in enumerate(self.all) if capital_of(fold_key(m.text)) == country)
            officer = (
                k for k, m in enumerate(self.all) if m.kind == "person" and m.form == "role" and m.country == country
            )
            side = named if named is not None else next(capital, next(officer, None))
            if side is not None:
                found.append(side)
        return found if len(counts) > 1 else []  # one state is not "the two countries"

    def two_states(self) -> tuple[int, ...]:
        """Return the two states that a page is about, when it names them and no third as often."""
        counts = Counter(m.country for m in self.all if _state(m) and m.country)
        often = counts.most_common(3)
        if len(often) < 2 or often[1][1] < 2 or (len(often) > 2 and often[2][1] == often[1][1]):
            return ()
        sides = [self._state_of(country) for country, _ in often[:2]]
        return tuple(s for s in sides if s is not None)

    def _two_bodies(self) -> list[int]:
        """ "The two companies": the bodies named on the page before, when there are exactly two that are no office of a state."""
        here = [
            i for i, m in enumerate(self.all)
            if m.kind == "organization" and m.form == "name" and not m.country and m.start < self.line.sentence.start
            and not any(c.start <= m.start < c.end for c in self.line.reading.credits)
        ]  # fmt: skip
        firms = self._distinct(here)
        often = [i for i in firms if sum(fold_key(self.all[j].text) == fold_key(self.all[i].text) for j in here) > 1]
        return firms if len(firms) == 2 else often if len(often) == 2 else []

    def _distinct(self, found: Iterable[int]) -> list[int]:
        seen: dict[str, int] = {}
        for i in found:
            m = self.all[i]
            key = f"state {m.country}" if _state(m) else m.key or fold_key(m.text)
            seen.setdefault(key, i)
        return list(seen.values())


@cache
def _states(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "names")["states"])


def _state(m: Mention) -> bool:
    return m.kind == "place" and bool(m.key) and bool(m.country) and m.key == f"place:{m.country}"


def _nameless(m: Mention) -> bool:
    """True of the adjective of a people alone or behind one bare noun: "Spanish", «مورّد إسباني»; it says where a firm is from."""
    words = [fold_key(w) for w in m.text.split()]
    if len(words) == 2 and words[0].removeprefix("ال") in _FIRMS and nation_of(words[1].removeprefix("ال")) is not None:
        return True  # «المجموعة الإسبانية «تالغو»»
    told = m.key or m.form != "name" or len(words) > 2 or any(w.startswith("ال") for w in words)
    return not told and nation_of(words[-1]) is not None and (len(words) == 1 or script_of(m.text) == "Arabic")
