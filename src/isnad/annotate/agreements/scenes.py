"""Where names of a sentence stand: a place something was done at, a town as who governs it, who brought the sides together, whose clause it is."""

from __future__ import annotations

from collections import Counter
from functools import cache

from isnad.annotate.agreements.phrases import Line
from isnad.annotate.names.lexicon import gazetteer
from isnad.languages import table
from isnad.languages.meanings import concepts, nation_of
from isnad.model import Mention
from isnad.text import fold_key, script_of, tokens

WITNESSES = 14
"""Words behind "in the presence of", "mediated by" among which those so named stand."""
DATELINE = 6
"""Words from a sentence's head in which a second town behind a stroke belongs to the dateline."""
_PRIOR = frozenset({"سبق", "يسبق", "سبقت", "تسبق"})
"""«وسبق لتونس أن وقعت»: who signed stands before the «أن»."""
_FIRMS = frozenset({"مجموعه", "شركه", "مؤسسه", "مقاوله", "فرقه"})
"""Arabic words for a firm that a nationality alone does not name."""

_COURTS = frozenset({
    "court", "highcourt", "commercialcourt", "administrativecourt", "militarycourt", "labourcourt", "constitutional", "constitution", "judiciary",
    "prosecution",
})  # fmt: skip
_NO_COURTS = frozenset(
    {
        "ministry",
        "union",
        "federation",
        "association",
        "school",
        "institute",
        "university",
        "academy",
        "company",
        "party",
    }
)
"""What a body with a court's word in its name is instead of one."""


class Scenes:
    """The mentions of one sentence, and where each stands."""

    def __init__(self, line: Line) -> None:
        self.line, self.all = line, line.reading.mentions
        self.unknown: list[int] = []
        sentence = line.sentence
        self.here = [
            i
            for i, m in enumerate(self.all)
            if sentence.start <= m.start < sentence.end and m.kind in ("person", "organization", "place")
        ]
        over = line.found[line.tail].start if line.tail < len(line) else sentence.end
        self.here = [i for i in self.here if self.all[i].start < over]  # ", the foreign ministry said in a statement"
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
        self.here = [i for i in self.here if not self._left_out(i)]
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

    def _left_out(self, i: int) -> bool:
        """True of who is said not to be among those who sign: "all but Chad", «باستثناء تشاد», "; Ghana was not among them"."""
        line, words = self.line, self.line.words
        first, last = line.index(self.all[i].start), line.index(self.all[i].end - 1)
        low = max(0, first - 4)
        before = next((j for j in range(first - 1, low - 1, -1) if line.at(j, words.excepting)), None)
        if before is not None and all(
            line.keys[j] in words.articles for j in range(before + line.at(before, words.excepting), first)
        ):
            return True
        opens = (
            first == 0 or line.keys[first - 1] in (";", "but", "mais", "pero") or line.keys[first - 1] in words.definite
        )
        return not words.arabic and opens and any(k in words.negation for k in line.keys[last + 1 : last + 3])

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

    def _clause(self, i: int) -> int:
        """Where the clause of a word begins: behind "that", so that who says it is no side."""
        keys = self.line.keys
        ends = {"ان", "بان", "that", ";", ":"}
        return next(
            (
                j + 1
                for j in range(i - 1, -1, -1)
                if (keys[j] in ends and not any(k.removeprefix("و") in _PRIOR for k in keys[max(0, j - 4) : j]))
                or (keys[j] == "que" and self.line.parts(j))
            ),
            0,
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
        return any(s.key in words.municipal for k in near for s in words.stems(k)) or self._town_beside(i)

    def _town_beside(self, i: int) -> bool:
        """True of the second of "the mayors of Azrou and of Keta": a place that "and" and "of" join to a town just told as one."""
        line, words = self.line, self.line.words
        j = i - 1 if i > 0 and line.keys[i - 1] in words.of else i
        if j < 2 or not line.at(j - 1, words.joints):
            return False
        at = line.found[j - 2].start
        last = next((m for m in self.all if m.kind == "place" and m.start <= at < m.end), None)
        return last is not None and not is_state(last) and self._municipal(last)

    def _council(self, m: Mention) -> bool:
        """True of a town's council that nothing names: "le conseil communal", «المجلس الجماعي»."""
        line = self.line
        i = line.index(m.start)
        n = line.at(i, line.words.councils)
        return bool(n) and line.span(i, i + n).end >= m.end

    def _home(self) -> list[int]:
        """The town that the page speaks of: behind a word for a town or a mayor, else the one it names most."""
        here = self.line.sentence
        towns = [i for i, m in enumerate(self.all) if m.kind == "place" and not is_state(m) and m.form == "name"]
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
        i = line.index(mention.start)
        if (
            0 < i < DATELINE
            and line.keys[i - 1] == "/"
            and any(k in ("-", "–", "—") for k in line.keys[i : 3 * DATELINE])
        ):
            return True  # "ACCRA/LOMÉ, June 16 (Wire) -"
        if mention.kind == "organization" and self._housed(mention):
            return True
        if mention.kind != "place" or (self._municipal(mention) and not self._in_town(mention)):
            return False
        if is_state(mention) and self._officers(line.index(mention.start)):
            return False
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
        text = line.reading.article.text
        enclosed = text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"
        there = before in line.words.at or attached or enclosed or self._scene(mention)
        return there or self._based(m) or self._beside_placed(m)

    def _scene(self, m: Mention) -> bool:
        """True of "Manila" in "at the Manila air show", and of the state a firm is from ("Bell-Rossi of Italy")."""
        line, words = self.line, self.line.words
        i, behind = line.index(m.start), line.index(m.end - 1) + 1
        if i < 2 or words.arabic:
            return False
        noun = behind < len(line) and line.found[behind].kind == "word" and line.found[behind].text.islower()
        if words.compounds and noun and line.keys[i - 1] in words.definite and line.keys[i - 2] in words.inside:
            return line.keys[behind] not in words.prepositions and not line.at(behind, words.joints)
        at = line.found[i - 2].start
        firm = any(
            self.all[o].kind == "organization" and self.all[o].form == "name" and not self.all[o].country
            and self.all[o].start <= at < self.all[o].end
            for o in self.here
        )  # fmt: skip
        return line.keys[i - 1] in words.of and firm

    def _housed(self, m: Mention) -> bool:
        """True of a body where something was done: "at the labour ministry", "en la sede del sindicato", «في مقر الوزارة»."""
        line, words = self.line, self.line.words
        i = line.index(m.start)
        while i > 0 and (line.keys[i - 1] in words.articles or line.keys[i - 1] in words.of):
            i -= 1
        seat = i > 0 and any(s.key in words.seats for s in words.stems(line.keys[i - 1]))
        lodged = words.language == "fr" and line.keys[line.index(m.start)] in words.seats and i > 0
        if seat or lodged or words.language == "fr":
            return seat or (lodged and line.keys[i - 1] in words.inside)  # "au ministère" may be to it
        attached = words.arabic and line.found[i].start < m.start and line.keys[i][:1] == "ب"
        return attached or (i > 0 and line.keys[i - 1] in words.inside)

    def _beside_placed(self, m: int) -> bool:
        """True of a place that "and" or a comma joins to one where something is: "hospitals in Honduras, Salvador and Belize"."""
        line, mention = self.line, self.all[m]
        i = line.index(mention.start)
        here = [o for o in self.here if self.all[o].kind == "place" and self.all[o].end <= mention.start]
        if not here:
            return False
        last = max(here, key=lambda o: self.all[o].end)
        gap = [j for j in range(line.index(self.all[last].end - 1) + 1, i) if line.keys[j] not in line.words.articles]
        joined = bool(gap) and all(line.at(j, line.words.joints) or line.keys[j] == "," for j in gap)
        waw = line.words.arabic and not gap and line.found[i].start < mention.start and line.keys[i][:1] == "و"
        first = line.index(self.all[last].start)
        attached = line.words.arabic and line.found[first].start < self.all[last].start and line.keys[first][:1] == "ب"
        there = attached or (first > 0 and line.keys[first - 1] in line.words.inside)
        return (joined or waw) and (there or self._beside_placed(last))

    def _based(self, m: int) -> bool:
        """True of "Lisbon" in "Lisbon-based Gráfica Tejo"."""
        return bool(self.line.at(self.line.index(self.all[m].end - 1) + 1, self.line.words.based))

    def _home_of(self, mention: int) -> bool:
        """True of a town before a bare noun and a body's name, whose home it is: "the Vigo yard Astilleros Arealonga"."""
        m, line = self.all[mention], self.line
        if m.kind != "place" or is_state(m) or line.words.arabic:
            return False
        i = line.index(m.end - 1) + 1
        if i + 1 >= len(line) or line.at(i, line.words.joints) or line.keys[i] in line.words.prepositions:
            return False
        return (
            line.found[i].kind == "word"
            and line.found[i].text.islower()
            and any(
                self.all[o].kind == "organization" and self.all[o].start == line.found[i + 1].start for o in self.here
            )
        )

    def _officers(self, i: int) -> bool:
        """True of a state whose minister or president is meant with those of others: "the ministers of agriculture of Mali and Niger"."""
        words, keys = self.line.words, self.line.keys
        for j in range(i - 1, max(-1, i - 12), -1):
            if any(s.key in words.officers for s in words.stems(keys[j])):
                return True
            if keys[j] in (";", ":", "(") or (j < i - 1 and keys[j] in words.verbs):
                return False
        return False

    def _spoken_of(self, m: int) -> bool:
        """True of a state that a matter or a cause is about: "por el giro español sobre el Sáhara Occidental"."""
        i = self.line.index(self.all[m].start)
        i -= i > 0 and self.line.keys[i - 1] in self.line.words.definite
        return i > 0 and self.line.keys[i - 1] in self.line.words.about


@cache
def names_of_states(language: str) -> frozenset[str]:
    """Return the words by which a state alone is meant ("the Kingdom"), folded."""
    return frozenset(fold_key(w) for w in table(language, "names")["states"])


def is_state(m: Mention) -> bool:
    """Return true of a place that is a state."""
    return m.kind == "place" and bool(m.key) and bool(m.country) and m.key == f"place:{m.country}"


def judges(m: Mention) -> bool:
    """Return true of a court, by whatever name; its clerks' union and the ministry of justice are none."""
    meant = concepts(m.text)[0]
    return bool(meant & _COURTS) and not meant & _NO_COURTS


def legislates(m: Mention) -> bool:
    """Return true of a parliament or one of its houses."""
    return m.kind == "organization" and bool(concepts(m.text)[0] & {"parliament", "senate"})


def is_nameless(m: Mention) -> bool:
    """Return true of the adjective of a people alone or behind one bare noun: "Spanish", «مورّد إسباني»; it says where a firm is from."""
    words = [fold_key(w) for w in m.text.split()]
    if len(words) == 2 and words[0].removeprefix("ال") in _FIRMS and nation_of(words[1].removeprefix("ال")) is not None:
        return True  # «المجموعة الإسبانية «تالغو»»
    told = m.key or m.form != "name" or len(words) > 2 or any(w.startswith("ال") for w in words)
    return not told and nation_of(words[-1]) is not None and (len(words) == 1 or script_of(m.text) == "Arabic")
