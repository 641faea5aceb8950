"""What one mention of an agreement tells, as linking compares it: its sides as entities and countries, its steps, its matter."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from isnad.languages import table
from isnad.link.concepts import Key, vector
from isnad.link.sides import state_of
from isnad.link.tellings import Known
from isnad.model import AgreementMention, Interval, Reading, Span
from isnad.text import fold_key

CROWDED = 300
"""Mentions in one story up to which all of them are compared."""
_SORTS = ("concession", "loan", "takeover")


class Told(Struct, frozen=True, gc=False):
    """One mention of an agreement: ``parties`` are ids of entities, ``states`` their countries.

    ``sort`` is what its noun says it is (a concession, a loan), ``sorts`` what its matters do. ``later`` mentions only point; ``heading`` is true of what the title says.
    """

    id: str
    article: str
    index: int
    kind: str
    parties: frozenset[str]
    states: frozenset[str]
    steps: Mapping[str, Interval | None]
    matter: Mapping[Key, float]
    words: Mapping[Key, float]
    covered: bool
    start: int
    sentence: int = -1
    amounts: frozenset[tuple[float, str]] = frozenset()
    story: str = ""
    later: bool = False
    heading: bool = False
    crowded: bool = False
    language: str = ""
    truce: bool = False
    sort: str = ""
    sorts: frozenset[str] = frozenset()


def _signed_for(entity: str, mention: AgreementMention, known: Known) -> str | None:
    """The state that a person signs for, as another page tells it; nobody where none does, ``None`` of whoever signs for himself."""
    if known.kind.get(entity) != "person" or mention.kind == "contract":
        return None
    return f"state {known.country[entity]}" if known.country.get(entity) else ""


def _sorts(words: str, language: str) -> frozenset[str]:
    """What some words say a text is: a concession, a loan, a takeover."""
    key, terms = fold_key(words), table("shared", "terms")["terms"]
    return frozenset(s for s in _SORTS if any(fold_key(w) in key for w in terms[s].get(language, ())))


def _truce(words: str, language: str) -> bool:
    """True of a ceasefire by whatever name: two of one story and few days are one."""
    key = fold_key(words)
    return any(fold_key(w) in key for w in table("shared", "terms")["terms"]["ceasefire"].get(language, ()))


def told(
    reading: Reading,
    index: int,
    mention: AgreementMention,
    known: Known,
    story: Mapping[str, str],
    sizes: Mapping[str, int],
    one: Mapping[tuple[str, str], str],
) -> Told:
    """Return what a reading's mention of an agreement tells; ``one`` are the sides that count as one within a story."""
    article = reading.article
    home = story.get(article.id, article.id)
    parties = [
        side
        for m in mention.parties
        for e in known.entities(article.id, m)
        if (
            side := state_of(reading.mentions[m])
            or (own if (own := _signed_for(e, mention, known)) is not None else one.get((home, e), e))
        )
    ]
    states = {
        known.country.get(e) or reading.mentions[m].country
        for m in mention.parties
        for e in known.entities(article.id, m)
    }
    states |= {reading.mentions[m].country for m in mention.parties}
    sentence = next((s for s in reading.sentences if s.start <= mention.start < s.end), None)
    covered = " ".join(article.words(d) for d in mention.domains)
    here = [f for f in reading.figures if sentence and sentence.start <= f.start < sentence.end]
    amounts = frozenset(
        (float(f.value), f.unit) for f in here if isinstance(f.value, int | float) and f.value >= 10_000
    )
    return Told(
        id=f"{article.id}@{mention.start}",
        article=article.id,
        index=index,
        kind=mention.kind,
        parties=frozenset(parties),
        states=frozenset(s for s in states if s),
        steps={s.status: s.date for s in mention.steps},
        matter=vector(covered, article.language),
        words=vector(article.words(sentence) if sentence else "", article.language),
        covered=any(d.start != mention.start for d in mention.domains),
        start=mention.start,
        amounts=amounts,
        sentence=sentence.start if sentence else mention.start,
        story=home,
        later=mention.later,
        heading=any(p.kind == "title" and p.start <= mention.start < p.end for p in article.parts),
        crowded=sizes.get(home, 0) > CROWDED,
        language=article.language,
        truce=_truce(article.words(Span(mention.start, mention.end)), article.language),
        sort=next(iter(_sorts(article.words(Span(mention.start, mention.end)), article.language)), ""),
        sorts=_sorts(covered, article.language),
    )
