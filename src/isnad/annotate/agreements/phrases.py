"""Where a sentence names an agreement: "a memorandum of understanding", «العقد», "the 780 million dollar loan agreement"."""

from __future__ import annotations

from functools import cached_property

import msgspec
from msgspec import Struct

from isnad.annotate.agreements.lexicon import Keys, Stem
from isnad.annotate.agreements.wording import Wording
from isnad.model import Reading, Span
from isnad.model.reading import AgreementKind

BEFORE = 7
"""Words before the noun among which its determiner is looked for."""

_DEBATING = ("discuss", "discut", "ناقش", "يناقش", "تناقش")
"""Beginnings of verbs by which a parliament deals with a draft that others concluded."""
SIGNING = 10
"""Words between a verb of signing and the sale that is signed."""


class Named(Struct, frozen=True):
    """An agreement's name in a sentence, as indices of words: ``first`` with its determiner, ``head``, ``end``.

    ``definite`` is true of "the contract"; ``preposition`` is the one before it; ``inside`` are words of a compound
    ("loan" of "loan agreement"). ``faint`` is the noun as words when it names a text only where one is signed ("a partnership").
    ``draft`` is true of "a draft accord", which is initialled or haggled over and signed later.
    """

    kind: AgreementKind
    first: int
    head: int
    end: int
    definite: bool
    preposition: str
    inside: tuple[int, ...] = ()
    faint: Keys = ()
    draft: bool = False


class Line(Wording):
    """One sentence, with what it calls an agreement."""

    def paired(self, i: int) -> bool:
        """True where "the two countries" begin, by whatever name they are called before."""
        forms = self.words.stems(self.keys[i]) if self.words.arabic and i < len(self.keys) else ()
        if self.words.language == "en" and self.keys[i : i + 1] in (["two"], ["both"]):
            return any(k in self.words.officers for k in self.keys[i + 1 : i + 4])  # "the two interior ministers"
        return bool(self.at(i, self.words.pair)) or any(
            s.definite and ("ال" + s.key,) in self.words.pair.get("ال" + s.key, ()) for s in forms
        )

    @cached_property
    def named(self) -> list[Named]:
        """What ``names`` returns, found once."""
        return self.names()

    def names(self) -> list[Named]:
        """Return what the sentence calls an agreement, in order, each once."""
        out: list[Named] = []
        i = 0
        while i < len(self.keys):
            named = self._name(i)
            glued = self.words.arabic and bool(out) and named is not None and self._glued(out[-1], named)
            if named is not None and out and (glued or (named.faint and self._complement_of(out[-1], named))):
                i = named.end  # «اتفاقية توأمة», "convenio de hermanamiento"
            elif named is not None and not (out and self._repeats(out[-1], named)):
                if (
                    out
                    and not self.words.arabic
                    and (out[-1].end == named.first == named.head or out[-1].head in named.inside)
                ):
                    out.pop()  # "a truce agreement", "a 60 million dollar loan agreement" is one
                if out and self._amended(out[-1], named):
                    out[-1] = msgspec.structs.replace(out[-1], end=named.end)  # "an addendum to the contract"
                else:
                    out.append(named)
                i = named.end
            else:
                i += 1
        return out

    def _amended(self, last: Named, named: Named) -> bool:
        """True of the text that an addendum or an amendment is to."""
        between = self.keys[last.end : named.head]
        if self.words.arabic:
            led = (
                bool(between == [] and self.stem(named.head, self.words.nouns))
                and self.words.stems(self.keys[named.head])[-1].preposition == "ل"
            )
        else:
            led = bool(between) and between[0] in self.words.to | self.words.of
        small = self.words.to | self.words.of | self.words.definite
        return last.kind == "protocol" and led and all(k in small for k in between)

    def _glued(self, last: Named, named: Named) -> bool:
        """True of the second of two Arabic nouns for a text, of which it says the sort: «اتفاقية امتياز», «اتفاق هدنة»."""
        stem = self.stem(named.head, self.words.nouns)
        bare = stem is not None and not (stem.definite or stem.preposition or stem.joined)
        return bare and named.head == last.end and not last.definite

    def _complement_of(self, last: Named, named: Named) -> bool:
        """True of a noun that only says what the text named before it is about."""
        between = self.keys[last.end : named.head]
        return all(k in self.words.of or k in self.words.definite for k in between)

    def _repeats(self, last: Named, named: Named) -> bool:
        """True for "memorandum of understanding (MoU)"."""
        return self.keys[last.end : named.head] == ["("]

    def _name(self, i: int) -> Named | None:
        stem = self.stem(i, self.words.nouns)
        if stem is None or self.found[i].kind != "word":
            return None
        phrase, kind = next(((p, k) for p, k in self.words.nouns[stem.key] if self.follows(i + 1, p[1:])), (None, None))
        if phrase is None or kind is None:
            return None
        end = i + len(phrase)
        if self._no_text(end) or self._in_name(i) or (self.words.arabic and self._held(i, end)):
            return None
        tail_definite = self.words.arabic and any(k.startswith("ال") for k in self.keys[i + 1 : end])
        named = self._arabic(i, end, kind, stem, tail_definite) if self.words.arabic else self._latin(i, end, kind)
        if named is None or (kind in self.words.qualified and not self._qualified(named)):
            return None
        if phrase in self.words.faint and not self._concluded(named, phrase):
            return None
        return msgspec.structs.replace(named, faint=phrase) if phrase in self.words.faint else named

    def _concluded(self, named: Named, phrase: Keys) -> bool:
        """False of a sale that nobody signs, a loan in a sentence without a signing, a tender that nobody wins."""
        words = self.words
        if phrase in words.bought:
            return self._object_of_signing(named)
        if phrase in words.lent:
            return self._signs
        return phrase not in words.tendered or any(k.removeprefix("و").startswith(words.awarding) for k in self.keys)

    @cached_property
    def _signs(self) -> bool:
        """True of a sentence with a verb or a noun of signing, "extended a loan" aside."""
        words = self.words
        verbs = (
            f
            for k in self.keys
            if not k.startswith("exten")
            for s in words.stems(k)
            for f in words.verbs.get(s.key, ())
        )
        return any(f.status == "signed" for f in verbs) or any(
            status == "signed"
            for k in self.keys
            for s in words.stems(k)
            for _, status in words.step_nouns.get(s.key, ())
        )

    def _object_of_signing(self, named: Named) -> bool:
        """True of "firmó ayer en El Cairo la venta de": nothing but a time or a place between the verb and it; «تعاقدت … على شراء»."""
        words, keys = self.words, self.keys
        if words.arabic:
            on = named.first > 0 and keys[named.first - 1] == "علي"
            return on and any(
                s.key.startswith(("تعاقد", "التعاقد"))
                for k in keys[max(0, named.first - 12) : named.first]
                for s in words.stems(k)
            )
        if named.preposition:
            return False
        small = words.prepositions | words.articles | words.inside
        for j in range(named.first - 1, max(-1, named.first - SIGNING), -1):
            at = self.found[j]
            told = (f.tenses for f in words.verbs.get(keys[j], ()) if f.status == "signed")
            if any("past" in tenses or "infinitive" not in tenses for tenses in told):
                return not keys[j].startswith("exten")
            named_ = any(m.start <= at.start < m.end for m in self.reading.mentions)
            if not (named_ or self._timed(j) or keys[j] in small or keys[j] == ","):
                return False
        return False

    def _no_text(self, end: int) -> bool:
        """True of "contract killing", "a pact with the devil", «العقد الأول من القرن», "a convention of 4,000 delegates": no agreements."""
        small = self.words.of | self.words.definite | self.words.with_
        after = next((j for j in range(end, min(end + 3, len(self))) if self.keys[j] not in small), None)
        if after is None:
            return False
        at = self.found[after].start
        if after > end and any(f.unit == "people" and f.start <= at < f.end for f in self.reading.figures):
            return True
        return any(s.key in self.words.no_text for s in self.words.stems(self.keys[after]))

    def _held(self, i: int, end: int) -> bool:
        """True of «عقد» that says of a meeting that it was held: «في اجتماع عقد بالرباط صباح السبت»."""
        if self.keys[i] not in ("عقد", "عقدا", "عقده", "عقدها", "عقداه", "عقدوه", "عقدهما", "عقدهم") or end >= len(
            self
        ):
            return False
        at = self.found[end]
        place = any(m.kind == "place" and m.start in (at.start, at.start + 1) for m in self.reading.mentions)
        time = any(t.start <= at.start < t.end for t in self.reading.times)
        owned = self.keys[i] not in ("عقد", "عقدا") and any(self._meets(j) for j in range(max(0, i - 3), i))
        if owned:
            return True  # «في مؤتمر صحافي عقده قبل ظهر اليوم»
        before = next((j for j in range(i - 1, max(-1, i - 6), -1) if self.keys[j] == "," or self._meets(j)), None)
        met = before is not None and self.keys[before] != "," and self.keys[end][:1] in ("ب", "ف")
        return time or met or self.keys[end] == "في" or (place and self.keys[end].startswith("ب"))

    def _meets(self, i: int) -> bool:
        return any(s.key in self.words.meetings for s in self.words.stems(self.keys[i]))

    def _in_name(self, i: int) -> bool:
        """True inside a body's or a place's name that only holds the word: «منظمة معاهدة …», "Plaza del Acuerdo", "the Convention Centre"."""
        at, last = self.found[i], self.words.language == "en"
        return any(
            m.start < at.start and at.end <= m.end and (not last or m.end > at.end)
            for m in self.reading.mentions
            if m.kind in ("organization", "place") and m.start < at.end and at.start < m.end
        )

    def _qualified(self, named: Named) -> bool:
        """A declaration or a plan is an agreement when it is joint, or one of principles, or itself signed."""
        near = self.keys[max(0, named.first - 4) : named.end + 4]
        forms = {s.key for k in near for s in self.words.stems(k)}
        signed = any(
            f.status == "signed"
            for k in self.keys[max(0, named.first - 6) : named.first]
            for f in self.words.verbs.get(k, ())
        )
        return bool(forms & self.words.qualifiers) or signed

    def _arabic(self, i: int, end: int, kind: str, stem: Stem, tail: bool) -> Named | None:
        before = self.keys[i - 1] if i else ""
        drafted = any(s.key in self.words.drafts for s in self.words.stems(before)) and self._drafted
        if not drafted and any(s.key in self.words.not_after for s in self.words.stems(before)):
            return None
        after = self.keys[end] if end < len(self.keys) else ""
        # «اتفاقية القرض»: what the article of the second word makes definite.
        definite = (
            stem.definite
            or tail
            or stem.key in self.words.owned
            or (end == i + 1 and after.startswith("ال") and not stem.definite)
        )
        if (
            end == i + 1
            and len(after) > 4
            and after.endswith(("ها", "هما", "هم"))
            and not self.at(end, self.words.mediating)
        ):
            definite = True  # «عقد امتيازها»
        if before in ("هذا", "هذه", "ذلك", "تلك"):
            definite = True
        preposition = stem.preposition or (before if before in self.words.prepositions else "")
        return Named(_kind(kind), i - drafted, i, end, definite, preposition, draft=drafted)

    def _latin(self, i: int, end: int, kind: str) -> Named | None:
        words = self.words
        first, definite, told = i, False, False
        for j in range(i - 1, max(-1, i - BEFORE - 1), -1):
            key = self.keys[j]
            if key in words.definite or key in words.indefinite:
                first, definite, told = j, key in words.definite, True
                break
            if self.found[j].kind == "mark" and key != "-" and self.found[j].text not in "$€£%":
                break
            hyphened = "-" in (self.keys[j - 1] if j else "", self.keys[j + 1])  # "an out-of-court settlement"
            doing = key in words.verbs and not (
                words.compounds and key.endswith("ing")
            )  # "a collective bargaining agreement"
            if not hyphened and (key in words.prepositions or key in words.relative or doing):
                break
        if told and first and self.keys[first] != "the" and self.keys[first - 1] in words.indefinite | words.definite:
            # "a three-year deal", "the first accord"
            first, definite = first - 1, self.keys[first - 1] in words.definite
        before = self.keys[first - 1] if first else ""
        if not told and before in words.of and first > 1 and self.keys[first - 2] in words.drafts and self._drafted:
            return self._draft_of(i, end, kind, first - 2)  # "ont paraphé un projet d'accord"
        if not told and any(k in words.negation for k in self.keys[max(0, first - 3) : first]):
            return None  # "no hubo acuerdo", "there was no deal"
        if not told and before in words.prepositions:
            # "d'accord", "in agreement", "de acuerdo", "projet d'accord": no agreement, or none yet.
            return None
        inside = tuple(j for j in range(first + told, i) if self.found[j].kind == "word")
        draft = self._drafted and any(self.keys[j] in words.drafts for j in (*inside, i))
        inside = tuple(j for j in inside if not (draft and self.keys[j] in words.drafts))
        if any(self.keys[j] in words.not_after for j in (first - 1, *inside) if j >= 0):
            return None
        contracted = first if told and self.keys[first] in ("du", "del", "al", "au") else None
        preposition = self.keys[contracted] if contracted is not None else before
        kept = inside if words.compounds else ()
        led = preposition if preposition in words.prepositions else ""
        return Named(_kind(kind), first, i, end, definite, led, kept, draft=draft)

    @cached_property
    def _drafted(self) -> bool:
        """True of a sentence that tells of initials or of talks, to which a draft belongs; a bill of the cabinet's is no draft of a text."""
        words = self.words
        return any(
            (words.initialling and k.startswith(words.initialling)) or self.at(i, words.initials)
            or (words.arabic and k == "بالاحرف") or self.stem(i, words.haggling) is not None
            or (not k.startswith(_DEBATING) and any(f.status == "negotiated" for s in words.stems(k) for f in words.verbs.get(s.key, ())))
            for i, k in enumerate(self.keys)
        )  # fmt: skip

    def _draft_of(self, i: int, end: int, kind: str, draft: int) -> Named | None:
        """The name of "un projet d'accord", whose determiner stands before the draft."""
        words, keys = self.words, self.keys
        told = draft > 0 and keys[draft - 1] in words.definite | words.indefinite
        first = draft - told
        before = keys[first] if told and keys[first] in words.contracted else keys[first - 1] if first else ""
        if not told and before in words.prepositions:
            return None
        definite = told and keys[first] in words.definite
        return Named(_kind(kind), first, i, end, definite, before if before in words.prepositions else "", draft=True)


def _kind(kind: str) -> AgreementKind:
    return kind  # type: ignore[return-value]  # the tables' keys are the kinds; a test reads them all


def inside_quotation(reading: Reading, at: Span) -> bool:
    """Return true of words that somebody is quoted with, which are that person's, not the page's."""
    return any(at.within(p) for q in reading.quotations if q.kind == "direct" for p in q.pieces)
