"""Who signs, ratifies or is bound: the subjects of an agreement's steps, and those named one after another behind "with" and "by"."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.agreements.acting import for_own, in_office_here
from isnad.annotate.agreements.items import for_purpose
from isnad.annotate.agreements.phrases import Named
from isnad.annotate.agreements.scenes import is_state, legislates
from isnad.annotate.agreements.standing import Standing
from isnad.model import StepMention

REACH = 28
"""Words behind "between" and "with" among which the sides are named."""
_BEFORE_NOUNS = frozenset({"بعد", "قبل", "عقب", "منذ", "اثر", "تم", "يتم", "مراسم", "حفل", "خلال"})
"""Words before which an Arabic word that may be a verb or its noun is the noun."""
CONCLUDING = frozenset({"signed", "announced", "suspended", "ended", "negotiated"})
"""Steps whose subject is a side."""
REFUSING = frozenset({"mentioned", "suspended", "ended"})
"""Steps that a parliament takes of what others concluded, beside those of passing."""
PASSING = frozenset({"approved", "ratified"})
"""Steps whose subject is a parliament or a cabinet rather than a side."""


class Signing(Standing):
    """Who does what the steps of an agreement say."""

    def _signers(self, named: Named, steps: Sequence[StepMention]) -> list[int]:
        """Those who sign: before the verb, behind it in Arabic, and behind "by", "for", "on behalf of"."""
        out: list[int] = []
        for step in steps:
            at = self.line.index(step.start)
            if step.status in CONCLUDING:
                out += self._signing(named, at, refuses=step.status in REFUSING)
            elif step.status in PASSING and not self._noun(at):
                out += self._ratifying(at)
        return out

    def _signing(self, named: Named, at: int, *, refuses: bool) -> list[int]:
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
        bought = named.faint in line.words.bought or self._buys(named)
        awarded = line.keys[at].startswith(line.words.awarding) or bought
        agents = self._agents(min(at, named.first), named.end)
        for m in self.here:
            i = line.index(self.all[m].start)
            if self._mediates(i) or (refuses and legislates(self.all[m])):
                continue
            signs = low <= i < high and not self._placed(m)
            led = (
                i >= min(at, named.first)
                and (m in agents or self._led(i, line.words.by, named.end))
                and not self._spoken_of(m)
            )
            led &= m not in self.telling and not self._based(m)
            if (
                signs
                or led
                or (
                    awarded
                    and i > at
                    and (self._given(i, bought=bought) or (at < i < named.first and not self._placed(m)))
                )
            ):
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

    def _buys(self, named: Named) -> bool:
        """True of a contract that is said to be for a purchase: «صفقة لشراء ست ناقلات من حوض», "un contrat pour l'achat de … à"."""
        words, line = self.line.words, self.line
        near = range(named.end, min(len(line), named.end + 4))
        return named.kind == "contract" and any(
            (s.key,) in words.bought for j in near for s in words.stems(line.keys[j])
        )

    def _agents(self, low: int, covered: int) -> list[int]:
        """Who is named one after another behind "by": "signed by the Atlas Mining Company, its bank and the union".

        ``covered`` is the word behind a text's name, where "for" announces its matter.
        """
        line = self.line
        ways = (i for i in range(low, len(line)) if line.at(i, line.words.by))
        at = next((i for i in ways if not (i == covered and line.at(i, line.words.before))), None)
        return self._run(at + line.at(at, line.words.by), min(len(line), at + REACH)) if at is not None else []

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
            if line.at(j, line.words.mediating):
                break  # "between the army and the Front, brokered by Qatar"
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

    def _bound(self, named: Named) -> list[int]:
        """The other side that a text is said to hold one to: "le contrat qui la liait à Powerlink", «التي تربطها بالأردن»."""
        line, words = self.line, self.line.words
        obliged = next(
            (i for i in range(named.end, min(len(line), named.end + 10)) if line.keys[i] in words.obliges), None
        )
        near_by = [
            m for m in self.here if obliged is not None and obliged < line.index(self.all[m].start) <= obliged + 3
        ]
        if near_by and self.all[near_by[0]].kind == "organization":
            return self._standing(near_by[0])  # "a settlement obliges Volta Aluminium to pay"
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

    def _given(self, i: int, *, bought: bool = False) -> bool:
        """True right behind "to" of what is awarded: "attribué le marché à Balisor", «أسندت الصفقة إلى باليسور»."""
        words, keys = self.line.words, self.line.keys
        near = [k for k in keys[max(0, i - 5) : i] if k not in words.definite]
        attached = words.arabic and self.line.found[i].start < self.line.found[i].end and keys[i][:1] == "ل"
        return attached or any(k in words.to or (bought and k in words.sources) for k in near)

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
            line.index(s.start) for s in steps if s.status in PASSING and not self._noun(self.line.index(s.start))
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
        for at in (self.line.index(s.start) for s in steps if s.status in PASSING):
            low, high = (at, named.first) if self.line.words.arabic else (self._clause(min(at, named.first)), at)
            for m in self.here:
                i = self.line.index(self.all[m].start)
                if self.all[m].kind == "organization" and (low <= i < high or self._led(i, self.line.words.by)):
                    out.add(m)
        if any(s.status in REFUSING for s in steps):
            out |= {m for m in self.here if legislates(self.all[m])}  # "the Senate threw out the treaty with Belarus"
        return out

    def subject(self, named: Named) -> tuple[int, ...]:
        """Return what the first mention before a name stands for: "the mayor of Cala Brea came back with a twinning agreement"."""
        low = self._clause(named.first)
        before = (
            m for m in self.here if low <= self.line.index(self.all[m].start) < named.first and not self._placed(m)
        )
        return tuple(next((s for m in before if (s := self._standing(m))), ()))
