"""Words for a source in a sentence, with the name or owner that follows: «بيان القوات البحرية», "the Journal", « une dépêche de … »."""

from __future__ import annotations

from msgspec import Struct

from isnad.annotate.credits_ends import bare_name, capital, longer_name, no_text, passed_on_by, phrase_end, quoted_name
from isnad.annotate.credits_lexicon import NOUNS, Sources, begins
from isnad.annotate.credits_media import tells
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.words import Words
from isnad.languages.meanings import concepts
from isnad.model import Mention, Span


class Hit(Struct, frozen=True):
    """A word for a source: its tokens, the sort of source, and where the printed name ends."""

    first: int
    last: int
    sort: str
    name: Span
    owner: int | None = None
    known: str | None = None


def sources_in(field: Field, frame: Frame, lexicon: Speech, known: Sources, mentions: Mentions) -> list[Hit]:
    """Return every word for a source in a sentence, outside quotation marks."""
    words = field.words
    i, stop = words.at(frame.span.start), words.before(frame.span.end)
    marked = [m.outer for m in frame.marked]
    found: list[Hit] = []
    may, behind = begins(lexicon.language), i
    for k in may.places(words.keys, i, stop):
        if k < behind:
            continue
        at = words.tokens[k].start
        inside = next((m for m in marked if m.start <= at < m.end), None)
        if inside is not None:
            behind = max(k + 1, words.at(inside.end))
            continue
        hit = _hit(field, k, lexicon, known, mentions)
        if hit is None or (hit.sort == "document" and no_text(words, hit.last, known)):
            continue
        found.append(hit)
        behind = max(hit.last, words.before(hit.name.end) - 1) + 1
    return found


_TO_THE = 2
"""Letters of «لل»: to the."""


def _bare(words: Words, i: int, lexicon: Speech) -> tuple[list[str], int]:
    """Return the keys from a token on, its joined particles taken off when the word is then known; and how many letters."""
    k = words.keys[i]
    for clitic in (*(c for c in lexicon.joined_articles if c == "لل"), *lexicon.clitics, *lexicon.preposition_clitics):
        if k.startswith(clitic) and len(k) > len(clitic) + 2:
            return [k[len(clitic) :], *words.keys[i + 1 : i + 6]], len(clitic)
    return [k], 0


def _hit(field: Field, i: int, lexicon: Speech, known: Sources, mentions: Mentions) -> Hit | None:
    """Return the source that is named from token ``i`` on."""
    words = field.words
    bare, cut = _bare(words, i, lexicon)
    tries = [(words.keys[i : i + 7], 0), (bare, cut)] if cut else [(words.keys[i : i + 7], 0)]
    if lexicon.verb_first and words.keys[i].endswith("ا") and bare[0][:-1] in known.nouns["communique"].by_first:
        tries.append(([bare[0][:-1], *bare[1:]], cut))  # «أن *بيانا* للوزارة»
    if cut == _TO_THE and words.keys[i].startswith("لل"):
        tries.append((["ال" + bare[0], *bare[1:]], cut))  # «*للتلفزة* العمومية»: as «التلفزة»
    for keys, lost in tries:
        if keys[0] not in known.starts or (keys[0] in known.feminine and words.tokens[i].text.endswith("ه")):
            continue  # «لنشره أرقاما»: for publishing them, no «نشرة»
        n = known.names.match(keys, 0)
        if n and words.tokens[i].text[lost : lost + 1].isupper() | lexicon.verb_first | (n > 1):
            first, last = longer_name(words, i, i + n - 1, lexicon, known) if n > 1 else (i, i + n - 1)
            span = Span(words.tokens[first].start + (lost if first == i else 0), words.tokens[last].end)
            full = known.full.get(tuple(keys[:n])) if (first, last) == (i, i + n - 1) else None
            return Hit(first, last, "agency", span, mentions.covering(span.start), full)
        width = known.again.match(keys, 0)
        if width:
            sort = next((s for s in NOUNS if any(known.nouns[s].match(keys, k) for k in range(width))), "communique")
            span = Span(words.tokens[i].start + lost, words.tokens[i + width - 1].end)
            if not _owned(words, i + width - 1, known, lexicon):
                return Hit(i, i + width - 1, sort, span)
            known_by = any(known.nouns[s].match(keys, 0) for s in known.sorts.get(keys[0], ()))
            if lexicon.verb_first and not known_by:
                return _named(
                    field, i, i + width - 1, lost, sort, lexicon, known, mentions
                )  # «البيان *الصادر عن* الوزارة»
        for sort in known.sorts.get(keys[0], ()):
            width = known.nouns[sort].match(keys, 0)
            if width:
                return _named(field, i, i + width - 1, lost, sort, lexicon, known, mentions)
    return None


def _owned(words: Words, last: int, known: Sources, lexicon: Speech) -> bool:
    """True when an owner follows ("le communiqué *de* l'armée"), not whom it quotes («نقل البيان *عن* الوزير»)."""
    if last + 1 < len(words.keys) and words.keys[last + 1] in known.from_whom:
        if any(tells(words, k, lexicon, known) for k in range(max(0, last - 3), last)):
            return False
    if lexicon.verb_first and words.keys[last + 1 : last + 2] == ["عن"]:
        return last + 2 < len(words.keys) and words.keys[last + 2].startswith("ال")  # «أعربوا في البيان عن قلقهم»
    return last + 1 < len(words.keys) and bool(known.owners.match(words.keys, last + 1))


def _named(
    field: Field, first: int, last: int, lost: int, sort: str, lexicon: Speech, known: Sources, mentions: Mentions
) -> Hit:
    """Extend a word for a source by its adjective and the name or owner that follows."""
    words = field.words
    before = first and not lost and words.keys[first - 1] in known.foreign
    # "a ministry statement": in English the owner may stand before, unmarked.
    owned = first > 0 and sort == "communique" and known.owner_first and bool(concepts(words.keys[first - 1])[0])
    start = words.tokens[first - 1].start if before or owned else words.tokens[first].start + lost
    end = words.tokens[last].end
    if sort == "social" and (led := _led_in(words, first, last, known)):
        start = words.tokens[first + led].start  # "*on* X", "*a través de* X": what leads in is no part of the name
    if (
        sort == "social"
        and last + 1 < len(words.keys)
        and (words.keys[last + 1] in lexicon.platforms or words.keys[last + 1] == "x")
    ):
        last += 1  # « sur *son compte X* »
        end = words.tokens[last].end
        if words.keys[first] in lexicon.possessors:
            start = words.tokens[first + 1].start
    i = last + 1
    skipped = 0
    ours = first > 0 and words.keys[first - 1] in known.ours and not lexicon.verb_first
    while i < len(words.keys) and skipped < 3 and not ours:
        if sort in ("communique", "speech") and passed_on_by(words, i, known):
            break  # «بيان نقلته وكالة …», «كلمة بثتها الإذاعة …»: who passes it on is no part of its name
        if lexicon.verb_first and sort in ("document", "work") and words.keys[i] in lexicon.received:
            break  # «رسالة *تلقتها* الوزارة»: who got it does not own it
        if sort == "document" and i < len(words.keys) and words.keys[i] in known.has_seen:
            break  # "a letter *seen by* this newspaper": who has it neither
        width = known.owners.match(words.keys, i)
        if width and i + width < len(words.keys) and lexicon.conjunctions.match(words.keys, i + width):
            break  # "informó en un comunicado *de que* …"
        if width and sort in ("communique", "document", "social"):
            i += width
            while i < len(words.keys) and words.keys[i] in lexicon.articles:
                i += 1
        at = words.tokens[i].start if i < len(words.keys) else words.end
        who = mentions.covering(at)
        if who is None and lexicon.preposition_clitics and i < len(words.keys):
            who = mentions.covering(at + 1) if words.keys[i][:1] in lexicon.preposition_clitics else None
        if who is not None and sort in ("outlet", "agency") and _names_medium(words, last, i, mentions.mentions[who]):
            who = None  # "la agencia *Costa Sur*", «قناة «النهر»»: named like a place
        if who is not None and (words.keys[i] in lexicon.platforms or words.keys[i][1:] in lexicon.platforms):
            break  # "un comunicado difundido por *Telegram*": the platform owns no words
        if (
            who is not None
            and mentions.mentions[who].start <= at + 2
            and mentions.mentions[who].kind in ("organization", "person", "place")
        ):
            kind = mentions.mentions[who].kind
            if kind == "place" and sort not in ("communique",):
                break
            between = words.keys[last + 1 : i]
            apart = lexicon.articles.intersection(between)
            if (sort in ("outlet", "press") and (kind == "person" or apart)) or (sort == "agency" and apart):
                break
            stop = max(end, mentions.mentions[who].end)
            if sort in ("outlet", "agency"):
                stop = max(end, _without_day(words, stop, lexicon))
            return Hit(first, last, sort, Span(start, stop), who if sort != "press" else None)
        if width and sort in ("communique", "document"):
            stop = phrase_end(words, i, lexicon)
            return Hit(first, last, sort, Span(start, stop))
        if i < len(words.keys) and words.keys[i] in known.foreign:
            end = words.tokens[i].end
        elif sort in ("outlet", "agency") and i == last + 1 and (n := bare_name(words, i, lexicon, known)):
            end = words.tokens[i + n - 1].end
            line = words.text.find("\n", words.tokens[last].end, end)  # a line's end is a name's
            end = words.tokens[words.before(line) - 1].end if line >= 0 else end
            break
        elif sort in ("outlet", "agency", "press") and i < len(words.keys) and capital(words, i):
            at = i
            while i < len(words.keys) and (
                capital(words, i) or (words.keys[i] == "-" and words.glued(i)) or (i > at and _joins(words, i))
            ):
                end = words.tokens[i].end
                i += 1
            break
        elif i >= len(words.keys) or words.tokens[i].kind == "mark" or lexicon.ends.match(words.keys, i):
            if i < len(words.keys) and words.keys[i] in ("«", '"', "“") and sort in ("outlet", "agency"):
                end = quoted_name(words, i, end, known)
            break
        elif lexicon.verb_first and sort == "outlet" and i == last + 1 and _state_medium(words, last):
            end = words.tokens[i].end
            break  # «للتلفزيون الرسمي»
        elif lexicon.verb_first and sort in ("communique", "document") and words.keys[i].startswith(("ال", "لل")):
            end = words.tokens[i].end
            skipped = max(skipped, 0)
        elif sort in ("outlet", "agency") and words.keys[i] in lexicon.governors:
            break  # "told the Journal *on* Monday"
        i += 1
        skipped += 1
    return Hit(first, last, sort, Span(start, end))


def _led_in(words: Words, first: int, last: int, known: Sources) -> int:
    """Return how many words of a phrase for a page lead into it ("*on* her page")."""
    width = known.inside_of.match(words.keys, first) or int(words.keys[first] in known.inside)
    return width if first + width <= last else 0


def _names_medium(words: Words, noun: int, i: int, m: Mention) -> bool:
    """True of a place's name that stands as a medium's own right behind its noun: with a capital, or in marks."""
    if m.kind != "place" or i not in (noun + 1, noun + 2):
        return False
    if i == noun + 2:  # "la cadena *cairota* Nil Arena"
        between = words.tokens[noun + 1]
        return between.kind == "word" and between.text.islower() and len(between.text) > _SMALL and capital(words, i)
    if words.tokens[i].text in '«“"':
        return True
    return words.tokens[noun].text.islower() and words.tokens[noun].text.isascii() and capital(words, i)


def _joins(words: Words, i: int) -> bool:
    """True of a small word between two capitals of a name: "el diario Le Témoin *du* Fleuve"."""
    return words.keys[i] in _JOINS and i + 1 < len(words.keys) and capital(words, i + 1)


_JOINS = frozenset({"al", "el", "du", "de", "des", "del", "la", "le", "les", "of"})
_SMALL = 4
"""Letters of words that are no adjectives of a medium ("the daily *in* Lima")."""


def _state_medium(words: Words, noun: int) -> bool:
    """True for a definite Arabic noun of a medium and its adjective: «للإذاعة الوطنية»."""
    return words.keys[noun].startswith(("ال", "لل")) and words.keys[noun + 1].startswith("ال")


def _without_day(words: Words, end: int, lexicon: Speech) -> int:
    """The end of a name whose last words say when: "told the Journal *on Monday*"."""
    last = words.before(end) - 1
    if last > 0 and words.keys[last] in lexicon.skip and words.keys[last - 1] in lexicon.governors:
        return words.tokens[last - 2].end
    return end
