"""Who concludes an agreement: named as its sides, signing it, or having it signed for them."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.agreements.acting import in_office_here
from isnad.annotate.agreements.clauses import hanging
from isnad.annotate.agreements.forms import within_matter
from isnad.annotate.agreements.lexicon import Phrases
from isnad.annotate.agreements.meant import meant_by_nouns
from isnad.annotate.agreements.phrases import Named
from isnad.annotate.agreements.scenes import is_nameless, is_state, judges
from isnad.annotate.agreements.signing import CONCLUDING, REACH, Signing
from isnad.languages.meanings import nation_of
from isnad.model import StepMention
from isnad.text import fold_key

MOST = 5


class Sides(Signing):
    """The mentions of one sentence as sides of an agreement."""

    def of(self, named: Named, steps: Sequence[StepMention], later: bool) -> tuple[int, ...]:
        """Return the sides as indices of mentions, the surest first; none when the sentence does not say."""
        self.unknown = []
        found = self._between(named, steps)
        if len(self._distinct(found)) < 2:
            found += self._together(named, steps)
            found += self._bound(named)
            found += self._signers(named, steps)
        found = self._distinct(found)
        if len(found) < 2 and not later:
            found = self._distinct([*found, *self._loose(named, found, steps)])
        if len(found) < 2 and (
            named.kind == "contract" or any(self.line.at(i, self.line.words.joining) for i in range(named.first))
        ):
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
        at = next((line.index(s.start) for s in steps if s.status in CONCLUDING), None)
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

    def bearing(self, at: int) -> tuple[int, ...]:
        """Return those whose signatures a text is said to bear from a word on."""
        here = [m for m in self.here if self.line.index(self.all[m].start) > at]
        return tuple(self._distinct(s for m in here for s in (self._standing(m) or []))[:MOST])

    def _goes_on(self, i: int) -> bool:
        """True of "and" and a verb with its auxiliary or pronoun: another thing that somebody did."""
        line, words = self.line, self.line.words
        if words.arabic or not line.at(i, words.joints) or line.keys[i] == "," or i + 1 >= len(line):
            return False
        after = line.keys[i + 1]
        helped = after in ("se", "s'") or (after in words.auxiliaries and i + 2 < len(line))
        return helped or any(f.tenses == {"past"} for f in words.verbs.get(after, ()))

    def agreeing(self) -> tuple[int, ...]:
        """Return those named before the verb of a sentence in which several agree to do something."""
        line = self.line
        at = next((i for i in range(len(line)) if line.at(i, line.words.agreeing)), 0)
        high = next((j for j in range(at, len(line)) if line.keys[j] == "علي"), at) if line.words.arabic else at
        here = [m for m in self.here if line.index(self.all[m].start) < high and not self._placed(m)]
        found = self._distinct(s for m in here for s in self._standing(m))
        return tuple(found[:MOST]) if len(found) > 1 else ()

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

    def explicit(self, named: Named) -> bool:
        """True when the name itself says between whom: "the treaty between Ghana and Togo"."""
        return len(self._distinct(self._between(named))) > 1

    def _two_signed(self, named: Named, steps: Sequence[StepMention]) -> bool:
        """True where two are named who sign, so that a border or a road between others is none of theirs."""
        return len(self._distinct([*self._together(named, steps), *self._signers(named, steps)])) > 1

    def _between(self, named: Named, steps: Sequence[StepMention] = ()) -> list[int]:
        """Mentions behind "between"; one alone where the other has no name."""
        line = self.line
        lone: list[int] = []
        for i in range(max(0, named.first - 6), min(len(line), named.end + 14)):
            n = line.at(i, line.words.between)
            if n and i >= named.end and within_matter(line, named.end, i):
                break
            if n and not line.paired(i + n) and (i >= named.end or i < named.first):
                if i and line.stem(i - 1, line.words.lies_between) is not None and self._two_signed(named, steps):
                    continue  # «على جانبي الحدود بين تشاد والسودان»
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
            if i >= named.end and (line.keys[i] in (";", ":") or line.at(i, line.words.telling) or self._goes_on(i)):
                break  # ", according to the report it filed with the commission", "et s'est engagé avec"
            n = line.at(i, line.words.together)
            if n and (found := self._run(i + n, min(len(line), i + n + 14))[:3]):
                return found
        return []

    def _somebody(self, m: int) -> bool:
        """True of a person's name, no office alone; behind a calling a name that nobody knew is one ("el delantero Bruno Arispe")."""
        mention = self.all[m]
        return mention.form == "name" and (mention.kind == "person" or (mention.kind == "misc" and " " in mention.text))

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
        joining = next((i for i in range(named.first) if line.at(i, words.joining)), None)
        if joining is None and not named.definite:
            return []
        low, high = (joining or 0, named.first) if words.arabic else (0, joining or 0)
        before = (m for m in self.here if low <= line.index(self.all[m].start) < high and self._somebody(m))
        return [m for m in before if not self._standing(m) and not in_office_here(line.reading, self.all[m])][:1]

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
            and not (self._placed(m) or is_nameless(self.all[m]) or judges(self.all[m]))
        ]
        return [*states, *countries, *firms[: max(0, 2 - len(self._distinct([*found, *states, *countries])))]]
