"""Whose words the reporter passes on: communiqués, agencies, other media, posts; for a sentence or the whole article.

A word for a source is a credit only where the text leans on it: after "selon", inside "dans un communiqué", as the
subject of a word of saying, in brackets, in the byline. A newspaper that is merely mentioned is none.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.credits_ends import bare_name, capital, longer_name, no_text, passed_on_by, phrase_end, quoted_name
from isnad.annotate.credits_issued import announced, body_before, issued, told_after
from isnad.annotate.credits_lexicon import NOUNS, Sources, may_begin, sources
from isnad.annotate.credits_lines import line_credits
from isnad.annotate.credits_media import (
    no_news_agency,
    of_the_page,
    passes_on,
    published,
    relays,
    reported_by_named,
    takes_up,
    tells,
    told_before,
    told_to_named,
)
from isnad.annotate.quotations.cues import Words
from isnad.annotate.quotations.frames import Field, Frame, fields
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.people import People, people_of
from isnad.annotate.quotations.subjects import subject
from isnad.languages.meanings import concepts
from isnad.model import Credit, Reading, Span
from isnad.model.reading import OriginKind

Place = Literal["source", "inside", "subject", "relay", "bracket", ""]
_KIND: dict[str, OriginKind] = {
    "communique": "communique",
    "social": "unknown",
    "document": "communique",
    "agency": "agency",
    "outlet": "outlet",
    "press": "outlet",
    "speech": "speech",
}


class _Hit(Struct, frozen=True):
    """A word for a source: its tokens, the sort of source, and where the printed name ends."""

    first: int
    last: int
    sort: str
    name: Span
    owner: int | None = None
    known: str | None = None


def find_credits(reading: Reading) -> Reading:
    """Return the reading with its credits in order of place."""
    lexicon, known = speech(reading.article.language), sources(reading.article.language)
    if lexicon is None or known is None:
        return reading
    mentions, people = Mentions(reading.mentions), people_of(reading)
    found: list[Credit] = []
    for field in fields(reading):
        for frame in field.frames:
            found += _frame(field, frame, lexicon, known, mentions, people, found)
            found += announced(field.words, frame, known, mentions)
            found += told_to_named(field.words, frame, known, reading.article.publisher)
            more = reported_by_named(field.words, frame, known, lexicon, reading.article.publisher)
            found += [c for c in more if not any(c.start < x.end and x.start < c.end for x in found)]
    lines = list(line_credits(reading.article, known))
    apart = [Span(c.start, c.end) for c in lines]
    lines += [c for c in found if not any(Span(c.start, c.end).touches(t) for t in apart)]
    return replace(reading, credits=tuple(sorted(lines, key=lambda c: (c.start, c.end))))


def _frame(
    field: Field,
    frame: Frame,
    lexicon: Speech,
    known: Sources,
    mentions: Mentions,
    people: People,
    earlier: list[Credit],
) -> list[Credit]:
    """Return the credits of one sentence."""
    hits = _hits(field, frame, lexicon, known, mentions)
    if not hits:
        return []
    subjects = _subjects(field, frame, lexicon, mentions, people)
    found: list[Credit] = []
    for hit in hits:
        if of_the_page(people.reading, field.words, Span(hit.first, hit.last), hit.name, hit.sort, known):
            continue
        if hit.sort == "agency" and hit.known is None and no_news_agency(field.words, hit.first, hit.name, known):
            continue
        place = _place(field.words, hit, frame, lexicon, known, subjects)
        if not place and hit.sort == "communique" and _whole_text(field.words, frame, hit, known):
            place = "source"
        if not place and hit.sort == "communique" and issued(field.words, hit.first, frame, known):
            place = "inside"
        if not place or (hit.sort == "speech" and place != "inside"):
            continue
        if hit.sort == "outlet" and takes_up(field.words, hit.first, hit.name, lexicon):
            if not any(c.kind in ("agency", "outlet", "foreign press") for c in (*earlier, *found)):
                continue  # "told the paper", no other having been named: this one
        made = _credit(field, hit, None, frame, known)
        if hit.sort == "press" and place == "relay" and made.kind != "foreign press":
            continue  # what is said "to the press" is said to everybody
        owner = hit.owner
        taken_up = _definite(field.words, hit, known) and any(c.kind == "communique" for c in (*earlier, *found))
        if owner is None and not taken_up and hit.sort in ("communique", "social", "document") and place == "inside":
            owner = _speaker_of(subjects, hit, frame)
            if owner is None and hit.sort == "communique":
                owner = body_before(field.words, hit.first, frame, mentions)
        if owner is None and hit.sort in ("communique", "document") and _definite(field.words, hit, known):
            owner = _owner_before([*earlier, *found])
        made = replace(
            made, owner=owner, kind="communique" if hit.sort == "social" and owner is not None else made.kind
        )
        whole = hit.sort == "communique" and _whole_text(field.words, frame, hit, known)
        found.append(replace(made, whole=True, scope=None) if whole else made)
    return found


def _whole_text(words: Words, frame: Frame, hit: _Hit, known: Sources) -> bool:
    """True when the sentence hands the page over to the communiqué ("voici le texte du communiqué …")."""
    i, j = words.at(frame.span.start), hit.first
    return any(known.hands_over.match(words.keys, k) for k in range(i, j))


def _credit(field: Field, hit: _Hit, owner: int | None, frame: Frame, known: Sources) -> Credit:
    kind = _KIND[hit.sort]
    name = field.words.text[hit.name.start : hit.name.end]
    if hit.sort in ("press", "outlet") and known.foreign.intersection(
        field.words.keys[min(hit.first, field.words.at(hit.name.start)) : field.words.before(hit.name.end)]
    ):
        kind = "foreign press"
    return Credit(kind, name, hit.name.start, hit.name.end, owner, False, frame.span)


def _hits(field: Field, frame: Frame, lexicon: Speech, known: Sources, mentions: Mentions) -> list[_Hit]:
    """Return every word for a source in a sentence, outside quotation marks."""
    words = field.words
    i, stop = words.at(frame.span.start), words.before(frame.span.end)
    marked = [m.outer for m in frame.marked]
    found: list[_Hit] = []
    while i < stop:
        if not may_begin(words.keys[i], lexicon.language):
            i += 1
            continue
        at = words.tokens[i].start
        inside = next((m for m in marked if m.start <= at < m.end), None)
        if inside is not None:
            i = max(i + 1, words.at(inside.end))
            continue
        hit = _hit(field, i, lexicon, known, mentions)
        if hit is None or (hit.sort == "document" and no_text(words, hit.last, known)):
            i += 1
            continue
        found.append(hit)
        i = max(hit.last, words.before(hit.name.end) - 1) + 1
    return found


def _bare(words: Words, i: int, lexicon: Speech) -> tuple[list[str], int]:
    """Return the keys from a token on, its joined particles taken off when the word is then known; and how many letters."""
    k = words.keys[i]
    for clitic in (*lexicon.clitics, *lexicon.preposition_clitics):
        if k.startswith(clitic) and len(k) > len(clitic) + 2:
            return [k[len(clitic) :], *words.keys[i + 1 : i + 6]], len(clitic)
    return [k], 0


def _hit(field: Field, i: int, lexicon: Speech, known: Sources, mentions: Mentions) -> _Hit | None:
    """Return the source that is named from token ``i`` on."""
    words = field.words
    bare, cut = _bare(words, i, lexicon)
    tries = [(words.keys[i : i + 7], 0), (bare, cut)] if cut else [(words.keys[i : i + 7], 0)]
    for keys, lost in tries:
        if keys[0] not in known.starts:
            continue
        n = known.names.match(keys, 0)
        if n and words.tokens[i].text[lost : lost + 1].isupper() | lexicon.verb_first | (n > 1):
            first, last = longer_name(words, i, i + n - 1, lexicon, known) if n > 1 else (i, i + n - 1)
            span = Span(words.tokens[first].start + (lost if first == i else 0), words.tokens[last].end)
            full = known.full.get(tuple(keys[:n])) if (first, last) == (i, i + n - 1) else None
            return _Hit(first, last, "agency", span, mentions.covering(span.start), full)
        width = known.again.match(keys, 0)
        if width:
            sort = next((s for s in NOUNS if any(known.nouns[s].match(keys, k) for k in range(width))), "communique")
            span = Span(words.tokens[i].start + lost, words.tokens[i + width - 1].end)
            if not _owned(words, i + width - 1, known, lexicon):
                return _Hit(i, i + width - 1, sort, span)
        for sort in NOUNS:
            width = known.nouns[sort].match(keys, 0)
            if width:
                return _named(field, i, i + width - 1, lost, sort, lexicon, known, mentions)
    return None


def _owned(words: Words, last: int, known: Sources, lexicon: Speech) -> bool:
    """True when an owner follows ("le communiqué *de* l'armée"), not whom it quotes («نقل البيان *عن* الوزير»)."""
    if last + 1 < len(words.keys) and words.keys[last + 1] in known.from_whom:
        if any(tells(words, k, lexicon, known) for k in range(max(0, last - 3), last)):
            return False
    return last + 1 < len(words.keys) and bool(known.owners.match(words.keys, last + 1))


def _named(
    field: Field, first: int, last: int, lost: int, sort: str, lexicon: Speech, known: Sources, mentions: Mentions
) -> _Hit:
    """Extend a word for a source by its adjective and the name or owner that follows."""
    words = field.words
    before = first and not lost and words.keys[first - 1] in known.foreign
    # "a ministry statement": in English the owner may stand before, unmarked.
    owned = first > 0 and sort == "communique" and known.owner_first and bool(concepts(words.keys[first - 1])[0])
    start = words.tokens[first - 1].start if before or owned else words.tokens[first].start + lost
    end = words.tokens[last].end
    i = last + 1
    skipped = 0
    while i < len(words.keys) and skipped < 3:
        if sort == "communique" and passed_on_by(words, i, known):
            break  # «بيان نقلته وكالة …»: who passes it on is no part of its name
        width = known.owners.match(words.keys, i)
        if width and sort in ("communique", "document", "social"):
            i += width
            while i < len(words.keys) and words.keys[i] in lexicon.articles:
                i += 1
        at = words.tokens[i].start if i < len(words.keys) else words.end
        who = mentions.covering(at)
        if who is None and lexicon.preposition_clitics and i < len(words.keys):
            who = mentions.covering(at + 1) if words.keys[i][:1] in lexicon.preposition_clitics else None
        if (
            who is not None
            and mentions.mentions[who].start <= at + 2
            and mentions.mentions[who].kind in ("organization", "person", "place")
        ):
            kind = mentions.mentions[who].kind
            if kind == "place" and sort not in ("communique",):
                break
            between = words.keys[last + 1 : i]
            if sort in ("outlet", "press") and (kind == "person" or lexicon.articles.intersection(between)):
                break
            return _Hit(
                first, last, sort, Span(start, max(end, mentions.mentions[who].end)), who if sort != "press" else None
            )
        if width and sort in ("communique", "document"):
            stop = phrase_end(words, i, lexicon)
            return _Hit(first, last, sort, Span(start, stop))
        if i < len(words.keys) and words.keys[i] in known.foreign:
            end = words.tokens[i].end
        elif sort in ("outlet", "agency") and i == last + 1 and (n := bare_name(words, i, lexicon, known)):
            end = words.tokens[i + n - 1].end
            line = words.text.find("\n", words.tokens[last].end, end)  # a line's end is a name's
            end = words.tokens[words.before(line) - 1].end if line >= 0 else end
            break
        elif sort in ("outlet", "agency", "press") and i < len(words.keys) and capital(words, i):
            while i < len(words.keys) and (capital(words, i) or (words.keys[i] == "-" and words.glued(i))):
                end = words.tokens[i].end
                i += 1
            break
        elif i >= len(words.keys) or words.tokens[i].kind == "mark" or lexicon.ends.match(words.keys, i):
            if i < len(words.keys) and words.keys[i] in ("«", '"', "“") and sort in ("outlet", "agency"):
                end = quoted_name(words, i, end, known)
            break
        elif lexicon.verb_first and sort in ("communique", "document") and words.keys[i].startswith("ال"):
            end = words.tokens[i].end
            skipped = max(skipped, 0)
        elif sort in ("outlet", "agency") and words.keys[i] in lexicon.governors:
            break  # "told the Journal *on* Monday"
        i += 1
        skipped += 1
    return _Hit(first, last, sort, Span(start, end))


def _subjects(
    field: Field, frame: Frame, lexicon: Speech, mentions: Mentions, people: People
) -> list[tuple[Span, int | None, Span]]:
    """Return the subject of each word of saying in the sentence: its span, its mention, the cue's span."""
    found: list[tuple[Span, int | None, Span]] = []
    for cue in frame.cues:
        if cue.form not in ("finite", "participle", "preposition", "gerund"):
            continue
        trailing = cue.first > field.words.at(frame.span.start) and field.words.keys[cue.first - 1] in ',،»”"'
        told = Span(frame.span.start, field.words.tokens[cue.first - 1].end) if trailing else frame.span
        who, _ = subject(field, cue, "after" if trailing else "before", told, frame, lexicon, mentions)
        if who is not None and who.sort in ("name", "phrase", "plural"):
            found.append((who.span, who.mention if who.mention is not None else people.whom(who.span, None), cue.span))
    return found


def _place(
    words: Words,
    hit: _Hit,
    frame: Frame,
    lexicon: Speech,
    known: Sources,
    subjects: list[tuple[Span, int | None, Span]],
) -> Place:
    """Say how the sentence leans on the source, empty when it merely mentions it."""
    i = words.at(hit.name.start) - 1 if hit.name.start < words.tokens[hit.first].start else hit.first - 1
    floor = words.at(frame.span.start)
    if (
        hit.known is not None
        and i >= floor
        and words.keys[i] in "(["
        and hit.last + 1 < len(words.keys)
        and words.keys[hit.last + 1] in ")]،,"
    ):
        return "bracket"
    back = i
    while back >= floor and i - back < 4:
        for width in (4, 3, 2, 1):
            if (
                back - width + 1 >= floor
                and hit.sort != "speech"
                and relays(words, back - width + 1, width, lexicon, known)
            ):
                return "relay"
        for cue in frame.cues:
            if told_before(cue, back, hit.sort):
                return "subject"
            if cue.form == "preposition" and cue.first <= back <= cue.last:
                return "source"
        told = hit.sort in ("agency", "outlet") and (
            words.keys[back] in known.told_to or (back == i and _joined_to(words, hit, known))
        )
        if told and any(
            0 < back - c.last <= 3 or c.last == i for c in frame.cues if c.form in ("finite", "participle")
        ):
            return "relay"
        if words.keys[back] in known.inside:
            return "inside" if hit.sort in ("communique", "social", "document", "speech") else ""
        if (
            words.keys[back] not in lexicon.articles
            and words.tokens[back].kind != "elided"
            and not lexicon.singular.match(words.keys, back)
            and words.keys[back] not in lexicon.skip
        ):
            break
        back -= 1
    if hit.sort in ("outlet", "press", "agency") and told_after(words, hit.first, known):
        return "subject"
    if hit.sort in ("agency", "outlet", "press", "communique", "document") and passes_on(words, hit.name, known):
        return "relay"
    if published(words, words.before(hit.name.end), hit.sort, known):
        return "subject"
    if any(c.form == "preposition" and c.last + 1 >= hit.first - 1 and c.first <= hit.first for c in frame.cues):
        return "source"
    if any(
        (span.touches(hit.name) and span.start <= hit.name.start + 1) or hit.name.start <= span.start < hit.name.end
        for span, _, _ in subjects
    ):
        return "subject"
    return ""


def _joined_to(words: Words, hit: _Hit, known: Sources) -> bool:
    """True when the particle "to" is written with the name (لوكالة)."""
    first = words.keys[hit.first][:1]
    return first in known.told_to and hit.name.start > words.tokens[hit.first].start


def _speaker_of(subjects: list[tuple[Span, int | None, Span]], hit: _Hit, frame: Frame) -> int | None:
    """Who speaks in the sentence issued the text: "le ministère a indiqué dans un communiqué"."""
    near = [
        (abs(cue.start - hit.name.start), who)
        for span, who, cue in subjects
        if who is not None and not span.touches(hit.name)
    ]
    return min(near)[1] if near else None


def _definite(words: Words, hit: _Hit, known: Sources) -> bool:
    """True when the word takes up a text named before ("le communiqué", "la même source", «البيان»)."""
    width = hit.last - hit.first + 1
    return bool(
        known.again.match(words.keys, hit.first) >= width
        or (hit.first and known.again.match(words.keys, hit.first - 1) > width - 1)
    )


def _owner_before(earlier: list[Credit]) -> int | None:
    """Return the owner of the communiqué named last, when all that were named so far have one owner or this is the nearest."""
    owners = [c.owner for c in earlier if c.kind == "communique" and c.owner is not None]
    return owners[-1] if owners else None
