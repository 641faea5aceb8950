"""What a name stands for as a side of an agreement: a state for its minister, a town for its mayor, a body for its officer; and what is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from isnad.annotate.agreements.acting import body_served, country_served
from isnad.annotate.agreements.phrases import Named
from isnad.annotate.agreements.scenes import Scenes, is_nameless, is_state, judges, names_of_states
from isnad.languages.meanings import capital_of, for_himself
from isnad.model import Mention, Span
from isnad.text import fold_key

CALLING = 4
"""Words between a contract and whose it is, who is said to be a player or an author."""


class Standing(Scenes):
    """The mentions of one sentence, and what each stands for where sides of an agreement stand."""

    def _whose(self, named: Named) -> list[int]:
        """The firm whose contract it is said to be: "the concession of Balisage Terminals", «عقد شركة النور»."""
        line, words = self.line, self.line.words
        i = named.end
        if not words.arabic:
            if i >= len(line) or line.keys[i] not in words.of:
                return []
            i += 1
            i += i < len(line) and line.keys[i] in words.articles
        here = [m for m in self.here if line.index(self.all[m].start) >= i]
        firm = next((m for m in here if self.all[m].kind == "organization" and self.all[m].form == "name"), None)
        if firm is not None and line.index(self.all[firm].start) == i:
            return self._standing(firm)
        return next(([m] for m in here if self.all[m].kind == "person" and self._bears(m, i)), [])

    def _bears(self, person: int, i: int) -> bool:
        """True of a player or an author whose contract it is: "le contrat du sélectionneur X", «عقد مهاجمه سامي»."""
        first = self.line.index(self.all[person].start)
        calling = self.line.reading.article.text[self.line.found[i].start : self.all[person].start] if i < first else ""
        role = self.all[person].role
        return first - i <= CALLING and ((role is not None and for_himself(role.text)) or for_himself(calling))

    def _standing(self, m: int) -> list[int]:
        """What a mention stands for as a side: a state, a body, or for a person those that the person acts for."""
        mention = self.all[m]
        if mention.kind == "place":
            return [m] if is_state(mention) or capital_of(fold_key(mention.text)) or self._municipal(mention) else []
        if mention.kind == "organization" and (
            fold_key(mention.text) in names_of_states(self.line.words.language) or is_nameless(mention)
        ):
            return []  # "the Kingdom" alone, "a Spanish supplier"
        if mention.kind == "organization" and judges(mention):
            return []  # who annuls a contract is no side of it
        if mention.kind == "organization" and self._council(mention):
            return self._home()
        if mention.kind == "organization":
            state = self._state_of(mention.country) if mention.form == "role" or mention.key else None
            return [state if state is not None else m]
        state = self._state_of(country_served(self.line.reading, mention))
        if state is not None:
            return [state]
        return (body_served(self.line.reading, mention) if mention.role is None else []) or self._employer(mention)

    def _officer(self, m: int) -> list[int]:
        """An officer who signs for a state that the page names nowhere: «وزير الطاقة الجزائري»."""
        mention = self.all[m]
        return [m] if mention.kind == "person" and country_served(self.line.reading, mention) is not None else []

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
                if m.kind == "place" and span.start <= m.start < span.end and not is_state(m) and self._municipal(m):
                    return [i]  # "the mayor of Cala Brea, Esteban Ruvira"
        return []

    def _parted(self, start: int, end: int) -> bool:
        """True where an agreement's name, "after" or a verb of joining stands between a person and a body, which is none of the person's title then."""
        line = self.line
        between = range(line.index(start), line.index(end))
        return any(
            line.stem(j, line.words.nouns) or line.keys[j] in line.words.after or line.at(j, line.words.joining)
            or (line.words.arabic and line.keys[j] == "الي")
            for j in between
        )  # fmt: skip

    def _state_of(self, country: str | None) -> int | None:
        if country is None:
            return None
        return next((i for i, m in enumerate(self.all) if is_state(m) and m.country == country), None)

    def _pair(self) -> list[int]:
        """ "The two countries": the two that the page speaks of most, by name, by capital, or as whose minister somebody is."""
        of = [m.country or (m.role.country if m.role else None) for m in self.all]
        counts = Counter(c for c in of if c)
        found = []
        for country, _ in counts.most_common(2):
            named = self._state_of(country)
            capital = (k for k, m in enumerate(self.all) if capital_of(fold_key(m.text)) == country)
            officer = (
                k for k, m in enumerate(self.all)
                if m.kind == "person" and ((m.form == "role" and m.country == country) or (m.role and m.role.country == country))
            )  # fmt: skip
            side = named if named is not None else next(capital, next(officer, None))
            if side is not None:
                found.append(side)
        return found if len(counts) > 1 else []  # one state is not "the two countries"

    def two_states(self) -> tuple[int, ...]:
        """Return the two states that a page is about, when it names them and no third as often."""
        counts = Counter(m.country for m in self.all if is_state(m) and m.country)
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
            key = f"state {m.country}" if is_state(m) else m.key or fold_key(m.text)
            seen.setdefault(key, i)
        return list(seen.values())
