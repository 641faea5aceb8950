"""Whether a verb or pronoun and the one it would be given to agree: «قالت» is no man's, "dit-elle" neither.

What is known of a person's gender comes from the page alone: the title or calling beside the name («السيدة», "la
romancière"), the verb an Arabic sentence gave her, the pronoun that took her up. Names are never asked.
"""

from __future__ import annotations

from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.people import People
from isnad.annotate.quotations.phrases import key


class Genders:
    """What one article's page tells of its persons' genders ("f", "m"), learned as it is read."""

    def __init__(self, people: People, lexicon: Speech) -> None:
        self.people, self.lexicon = people, lexicon
        self.known: dict[str, str | None] = {}
        self.order: list[int] = []

    def agree(self, mention: int | None, wanted: str | None) -> bool:
        """True unless the person is known to be of the other gender than the verb or pronoun wants."""
        if mention is None or wanted is None:
            return True
        return self._of(mention) in (None, wanted)

    def unknown(self, mention: int) -> bool:
        """True of a person of whom the page tells no gender."""
        return self._of(mention) is None

    def learn(self, mention: int | None, told: str | None) -> None:
        """Remember who spoke, and what the sentence told of his or her gender."""
        if mention is None:
            return
        self.order = [*self.order[-8:], mention]
        name = self._name(mention)
        if told is not None and self._of(mention) is None and self.people.reading.mentions[mention].kind == "person":
            self.known[name] = told

    def earlier(self, wanted: str | None) -> int | None:
        """Return who spoke last of those known to be of the gender, ``None`` when nobody did."""
        return next((i for i in reversed(self.order) if wanted is not None and self._of(i) == wanted), None)

    def surer(self, mention: int | None, wanted: str | None) -> int | None:
        """Return who spoke right before one of unknown gender and is known to be of the gender wanted, if anybody did."""
        if mention is None or wanted is None or self._of(mention) is not None:
            return None
        others = [i for i in self.order if self._name(i) != self._name(mention)]
        return others[-1] if others and self._of(others[-1]) == wanted else None

    def told_by(self, draft: Draft) -> str | None:
        """Return the gender that a draft's pronoun or Arabic verb is in, ``None`` where it does not tell."""
        text = self.people.reading.article.text
        if draft.speaker is not None and draft.speaker.sort == "pronoun":
            return self._word(key(text[draft.speaker.span.start : draft.speaker.span.end]))
        if (
            draft.cue is None
            or not self.lexicon.verb_first
            or draft.cue.form != "finite"
            or len(draft.cue.entry.words) > 1
        ):
            return None
        return _conjugated(draft.cue.entry.words[0])

    def _name(self, mention: int) -> str:
        return self.people.one_name(mention, self.people.reading.mentions[mention])

    def _of(self, mention: int) -> str | None:
        name = self._name(mention)
        if name not in self.known:
            same = [i for i, m in self.people.named if m.kind == "person" and self._name(i) == name]
            told = {self.people.gender_beside(i) for i in same} - {None}
            self.known[name] = next(iter(told)) if len(told) == 1 else None
        return self.known[name]

    def _word(self, word: str) -> str | None:
        if word in self.lexicon.feminine:
            return "f"
        return "m" if word in self.lexicon.masculine else None


def _conjugated(verb: str) -> str | None:
    """The gender of an Arabic verb of the third person; forms that may be of either tell nothing («تابع», «أخبرته»)."""
    if verb.startswith(("ت", "ست", "ن")) or verb.endswith(("وا", "ون", "ان", "تا", "نا", "ه", "ها", "ني", "ن")):
        return None
    return "f" if verb.endswith("ت") else "m"
