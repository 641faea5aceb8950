"""Who concludes an agreement: named as its sides, signing it, or having it signed for them."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.agreements.acting import for_own, in_office_here
from isnad.annotate.agreements.clauses import hanging
from isnad.annotate.agreements.forms import within_matter
from isnad.annotate.agreements.items import for_purpose
from isnad.annotate.agreements.lexicon import Phrases
from isnad.annotate.agreements.meant import meant_by_nouns
from isnad.annotate.agreements.phrases import Named
from isnad.annotate.agreements.standing import Standing, is_nameless, is_state
from isnad.languages.meanings import nation_of
from isnad.model import StepMention
from isnad.text import fold_key

REACH = 28
"""Words behind "between" and "with" among which the sides are named."""
MOST = 5
_BEFORE_NOUNS = frozenset({"بعد", "قبل", "عقب", "منذ", "اثر", "تم", "يتم", "مراسم", "حفل", "خلال"})
"""Words before which an Arabic word that may be a verb or its noun is the noun."""
_SIDES = frozenset({"signed", "announced", "suspended", "ended", "negotiated"})
"""Steps whose subject is a side."""
_BODIES = frozenset({"approved", "ratified"})
"""Steps whose subject is a parliament or a cabinet rather than a side."""


class Sides(Standing):
    """The mentions of one sentence as sides of an agreement."""

    def of(self, named: Named, steps: Sequence[StepMention], later: bool) -> tuple[int, ...]:
        """Return the sides as indices of mentions, the surest first; none when the sentence does not say."""
        self.unknown = []
        found = self._between(named)
        if len(self._distinct(found)) < 2:
            found += self._together(named, steps)
            found += self._bound(named)
            found += self._signers(named, steps)
        found = self._distinct(found)
        if len(found) < 2 and not later:
            found = self._distinct([*found, *self._loose(named, found, steps)])
        if len(found) < 2 and named.kind == "contract":
            found = self._distinct([*found, *self._hired(named), *self._whose(named)])
        if len(found) < 2:
            found = self._distinct([*found, *self._by_nation()])
        if len(found) < 2:
            found = self._distinct([*found, *self._doing(named)])
        if len(found) < 2:
            found = self._distinct([*found, *self._meant(named, steps, found)])
        if len(found) < 2:
            found = self._distinct([*found, *self._parliament(steps)])
        if len(found) < 2 and self._says(self.line.words.pair):
            found = self._distinct([*found, *(self._pair() or self._two_bodies())])
        if len(found) < 2 and self._says(self.line.words.firms):
            found = self._distinct([*found, *self._two_bodies()])
        if len(found) < 2 and named.kind != "contract":
            found = self._distinct([*found, *self.unknown])  # which state a minister signs for another page may tell
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

    def _doing(self, named: Named) -> list[int]:
        """Who does what is done under a text, and to whom: "Kyiv and Moscow exchanged prisoners under an agreement"."""
        if (at := hanging(self.line, named)) is None:
            return []
        low = max(self._clause(at), self.line.behind_dateline())
        near = [m for m in self.here if low <= (i := self.line.index(self.all[m].start)) < at and not self._mediates(i)]
        gives = any(self.line.keys[j].startswith(self.line.words.awarding) for j in range(low, at))
        sides = (
            m
            for m in near
            if (not self._placed(m) and not (self._spoken_of(m) and not self._served(m)))
            or (gives and self._given(self.line.index(self.all[m].start)))
        )
        return self._distinct(s for m in sides for s in self._standing(m))[:2]

    def _by_nation(self) -> list[int]:
        """The states of "for the Djiboutian side", "pour la partie djiboutienne", «عن الجانب الجيبوتي»."""
        line, words = self.line, self.line.words
        out = []
        for i, key in enumerate(line.keys):
            if key in words.side_nouns:
                near = line.keys[i - 1 : i] if words.language == "en" else line.keys[i + 1 : i + 2]
                nation = next((n for k in near if (n := nation_of(k.removeprefix("ال"))) is not None), None)
                if (state := self._state_of(nation)) is not None:
                    out.append(state)
        return out

    def _served(self, m: int) -> bool:
        """True of whom something is done for: "travaille pour l'Équateur"."""
        i = self.line.index(self.all[m].start)
        i -= i > 0 and self.line.keys[i - 1] in self.line.words.definite
        return i > 0 and self.line.keys[i - 1] in ("pour", "for", "para")

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
        return any(is_state(m) or (m.country and m.kind != "place") for m in (self.all[i] for i in parties))

    def dealers(self, verb: int) -> list[int]:
        """Return who hires, buys or orders and from whom: the first body or state on each side of a verb, in Arabic the first two."""
        standing = [
            (i, s) for m in self.here for i in (self.line.index(self.all[m].start),)
            if not self._placed(m) or self._received(m) for s in self._standing(m)
        ]  # fmt: skip
        if self.line.words.arabic or self.line.keys[verb] in self.line.words.deals:
            return self._distinct(s for _, s in standing)[:2]
        return self._distinct([*[s for i, s in standing if i < verb][-1:], *[s for i, s in standing if i > verb][:1]])

    def _received(self, m: int) -> bool:
        """True of the state that something is given to: "gave back to Sudan", "la remise au Soudan", «إلى السودان»."""
        line, words = self.line, self.line.words
        i = line.index(self.all[m].start)
        i -= i > 0 and line.keys[i - 1] in words.articles and line.keys[i - 1] not in words.contracted
        before = line.keys[i - 1] if i else ""
        to = before in words.to or words.contracted.get(before) in words.to
        return to and is_state(self.all[m])

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
            if n and i >= named.end and within_matter(line, named.end, i):
                break
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
        states = {fold_key(m.text): n for n, m in reversed(list(enumerate(self.all))) if is_state(m)}
        low, high = line.found[i].start, line.found[end].start
        sides = [
            x for m in self.here if low <= self.all[m].start < high for x in self._standing(m) if is_state(self.all[x])
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
                if self._placed(mention) or self._home_of(mention):
                    continue
                if out and self._spoken_of(mention):
                    break  # "con Madrid, …, por el giro español sobre el Sáhara"
                out.append(mention)
                if self.all[mention].kind == "place" and not is_state(self.all[mention]) and j <= start + 2:
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
                sides = self._standing(m) or (
                    self._officer(m) or [m] * for_own(self.all[m], named.kind) if signs or m in agents else []
                )
                found += sides
                if not sides and (signs or m in agents) and in_office_here(line.reading, self.all[m]):
                    self.unknown.append(m)
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
        return [m for m in self.here if is_state(self.all[m]) and near[0] <= line.index(self.all[m].start) < near[1]
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
                if is_state(self.all[m]) and low <= (i := line.index(self.all[m].start)) < high and line.keys[i - 1] in line.words.of
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
            if is_state(self.all[m]) and not self._placed(m) and not self._spoken_of(m)
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
            and not (self._placed(m) or is_nameless(self.all[m]))
        ]
        return [*states, *countries, *firms[: max(0, 2 - len(self._distinct([*found, *states, *countries])))]]
