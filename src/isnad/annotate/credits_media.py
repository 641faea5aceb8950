"""Media named without a word for media, the page's own name, and agencies that are no news agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.annotate.credits_ends import capital
from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.credits_own import is_own
from isnad.annotate.quotations.cues import Cue, Words
from isnad.annotate.quotations.frames import Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.languages.meanings import concepts
from isnad.model import Credit, Reading, Span
from isnad.model.reading import OriginKind
from isnad.text import fold_key

_OPEN = {"«": "»", "“": "”", '"': '"'}
_OF = frozenset({"de", "du", "des", "d'", "d", "del", "for", "of", "para", "pour"})
_LONGEST_NAME = 5
"""Words of the longest name in quotation marks that may be a medium's."""
_AT = frozenset({"au", "du", "al", "del", "the"})
_PLAIN = frozenset({"agency", "press", "national", "international", "state", "media", "information"})
"""What a news agency's name may mean beside its proper words."""


def no_news_agency(words: Words, first: int, name: Span, known: Sources) -> bool:
    """True when an agency's name says that it does something else than news: "l'agence de l'eau", «وكالة الطاقة الذرية»."""
    before = words.tokens[first - 1].start if known.owner_first and first else name.start
    meant = concepts(words.text[min(before, name.start) : name.end])[0]
    if "press" in meant:
        return False
    after = words.before(name.end)
    # "agence *de* l'eau": what news agencies are "of" stands inside their word ("agence de presse").
    return bool(meant - _PLAIN) or (after == first + 1 < len(words.keys) and words.keys[after] in _OF)


def of_the_page(reading: Reading, words: Words, at: Span, name: Span, sort: str, known: Sources) -> bool:
    """True when the source named is the page's own publisher ("told the Ledger", "a este diario", "our report of 16 March").

    ``at`` are the first and last token of the word for a source.
    """
    noun = fold_key(words.text[name.start : name.end])
    if (
        sort in ("outlet", "agency")
        and noun in fold_key(reading.article.publisher or "").split()
        and capital(words, at.start)
    ):
        return True  # "told the Journal", on a page of the Trade Journal
    if sort == "document" and _seen(reading, words, words.before(name.end), known):
        return True
    ours = at.start > 0 and words.keys[at.start - 1] in known.ours
    if ours and sort in ("outlet", "press", "document") and words.before(name.end) - 1 <= at.end:
        return True
    return sort in ("outlet", "agency") and is_own(words.text[name.start : name.end], reading.article.publisher)


def gives(words: Words, name: Span, known: Sources) -> bool:
    """True when a text is said to give a number: "the group's own *statement put* the price at 38 million"."""
    after = words.before(name.end)
    return after < len(words.keys) and words.keys[after] in known.gives


def takes_up(words: Words, first: int, name: Span, lexicon: Speech, known: Sources) -> bool:
    """True of a definite word for a medium and nothing else: "the newspaper", "au journal", «الجريدة»."""
    if words.before(name.end) != first + 1:
        return False
    k = words.keys[first]
    named = words.keys[first + 1 : first + 2]
    if lexicon.verb_first and named and named[0].startswith("ال") and named[0] not in lexicon.skip:
        return False  # «الإذاعة الوطنية», «للتلفزيون الرسمي»: named by what it is
    if k.endswith(("s", "ات")) or known.names.match(words.keys, first):
        return False  # "the agencies": many, and none that was named; "l'AFP" is named
    return k.startswith(("ال", "لل")) or (first > 0 and words.keys[first - 1] in (lexicon.definite | _AT))


def told_before(cue: Cue, back: int, sort: str) -> bool:
    """True when the word right before a medium is a verb of saying: its subject follows ("…, a révélé mardi le quotidien X")."""
    return (
        cue.last == back
        and cue.form == "finite"
        and sort in ("outlet", "agency")
        and cue.entry.sort in ("say", "confirm")
    )


def published(words: Words, after: int, sort: str, known: Sources) -> bool:
    """True when a medium has published something: "what a Spanish newspaper had published"."""
    return sort in ("outlet", "press") and any(
        known.issues.match(words.keys, k) for k in range(after, min(after + 3, len(words.keys)))
    )


_NEXT = 12
"""Words after a document within which the page says that it saw it itself."""


def _seen(reading: Reading, words: Words, after: int, known: Sources) -> bool:
    """True of documents the page saw itself: "documentos a los que ha tenido acceso este diario", "documents seen by the Sentinel"."""
    for k in range(after, min(after + _NEXT, len(words.keys))):
        medium = k + 1 < len(words.keys) and any(known.nouns[s].match(words.keys, k + 1) for s in ("outlet", "press"))
        if words.keys[k] in _WE or (words.keys[k] in known.ours and medium) or words.keys[k] in ".;":
            return words.keys[k] not in ".;"
        if is_own(words.tokens[k].text, reading.article.publisher):
            return True
    return False


_WE = frozenset({"nous", "we", "us", "hemos"})


def _in_marks(words: Words, j: int) -> int | None:
    """The index of the mark that closes a short name opened at ``j``."""
    if j >= len(words.tokens) or words.tokens[j].text not in _OPEN:
        return None
    close = _OPEN[words.tokens[j].text]
    return next(
        (k for k in range(j + 2, min(j + 2 + _LONGEST_NAME, len(words.tokens))) if words.tokens[k].text == close), None
    )


def _named(words: Words, j: int, close: int, frame: Frame, known: Sources) -> Credit:
    span = Span(words.tokens[j + 1].start, words.tokens[close - 1].end)
    kind = "agency" if words.keys[close - 1] in known.endings else "outlet"
    return Credit(kind, words.text[span.start : span.end], span.start, span.end, None, False, frame.span)  # type: ignore[arg-type]


def told_to_named(words: Words, frame: Frame, known: Sources, own: str | None) -> Iterator[Credit]:
    """Yield media named in quotation marks after a word of passing on: «في اتصال مع «كويت برس»», «قال المدير لـ«الأفق»»."""
    i, stop = words.at(frame.span.start), words.before(frame.span.end)
    for k in range(i, stop) if known.told_to_alone else ():
        told = words.keys[k] in known.told_to_alone and any(
            0 < k - c.last <= _HEARER for c in frame.cues if c.form == "finite" and c.entry.sort in ("say", "confirm")
        )
        close = _in_marks(words, k + 1) if told else None
        if close is not None and not is_own(words.text[words.tokens[k + 2].start : words.tokens[close - 1].end], own):
            yield _named(words, k + 1, close, frame, known)
    if _OPEN.keys().isdisjoint(words.keys[i:stop]):
        return
    while i < stop:
        n = known.relays.match(words.keys, i)
        close = _in_marks(words, i + n) if n else None
        if close is not None:
            made = _named(words, i + n, close, frame, known)
            if not is_own(made.name, own):
                yield made
            i = close
        i += 1


_HEARER = 14
"""Tokens behind a verb of saying within which stands who was told."""


def told_to_press(words: Words, frame: Frame, known: Sources, lexicon: Speech, own: str | None) -> Iterator[Credit]:
    """Yield media that are told, known by a newspaper's word in their name: "told the Coast Courier", « a dit à L’Écho du Sud »."""
    stop = words.before(frame.span.end)
    for k in range(words.at(frame.span.start), stop) if not lexicon.verb_first else ():
        width = known.relays.match(words.keys, k)
        span = _press_name(words, k + width, stop, lexicon, known) if width > 1 and k + width < stop else None
        if span is not None and not is_own(words.text[span.start : span.end], own):
            kind = _sort_of(words, span, known)
            yield Credit(kind, words.text[span.start : span.end], span.start, span.end, None, False, frame.span)
    for cue in frame.cues if not lexicon.verb_first else ():
        if cue.form not in ("finite", "participle") or cue.entry.sort not in ("say", "confirm", "doubt", "deny"):
            continue
        for k in range(cue.last + 1, min(cue.last + _HEARER, stop)):
            if words.keys[k] in '.;:«“"' and k not in words.quiet:
                break
            to = words.keys[k - 1] in known.told_to or (
                known.owner_first and k == cue.last + 1 and not lexicon.addressing.isdisjoint(cue.entry.words)
            )
            span = _press_name(words, k, stop, lexicon, known) if to else None
            if span is None:
                continue
            name = words.text[span.start : span.end]
            if not is_own(name, own) and fold_key(name) not in fold_key(own or "").split():
                yield Credit(_sort_of(words, span, known), name, span.start, span.end, None, False, frame.span)
            break


def _sort_of(words: Words, name: Span, known: Sources) -> OriginKind:
    """An agency says so at either end of its name: "Agence Corail", "Halcyon News Agency", "Kuwait Press"."""
    first, last = words.at(name.start), words.before(name.end) - 1
    says = words.keys[last] in known.endings or not known.agency_words.isdisjoint((words.keys[first], words.keys[last]))
    return "agency" if says else "outlet"


_FILLERS = 4
"""Small words that may stand between "the" and a newspaper's name ("the Lagos-based *Daily Beacon*")."""


def _press_name(words: Words, i: int, stop: int, lexicon: Speech, known: Sources) -> Span | None:
    """Return the name of a newspaper or station that begins at a token, its article left out unless it has a capital."""
    first = _name_begins(words, i, stop, lexicon, known)
    if first is None:
        return None
    last = first - 1
    while last + 1 < stop and (capital(words, last + 1) or _joins(words, first, last + 1, stop)):
        if last >= first and words.keys[last + 1] in lexicon.skip:
            break
        last += 1
    while last > first and words.keys[last - 1] in lexicon.governors and words.keys[last] in lexicon.skip:
        last -= 2  # "told the Journal *on Monday*"
    own = [fold_key(words.tokens[k].text) for k in range(first, last + 1) if words.keys[k] not in lexicon.articles]
    nouns = [known.nouns[s] for s in ("outlet", "agency")] if known.owner_first and last + 1 < stop else []
    called = any(n.match(words.keys, last + 1) for n in nouns)  # "the Coast Courier *newspaper*"
    agency = len(own) > 1 and _news_agency(words, Span(words.tokens[first].start, words.tokens[last].end), own, known)
    if not own or not (called or agency or not lexicon.mastheads.isdisjoint((own[0], own[-1]))):
        return None
    return words.span(first, last) if len(own) > 1 or called or known.owner_first else None


def _news_agency(words: Words, name: Span, own: Sequence[str], known: Sources) -> bool:
    """True of a name with a word for an agency at either end that says nothing else: "Agence Corail", no "Agence de l'eau"."""
    said = words.text[name.start : name.end]
    return not known.agency_words.isdisjoint((own[0], own[-1])) and not concepts(said)[0] - _PLAIN


def _name_begins(words: Words, i: int, stop: int, lexicon: Speech, known: Sources) -> int | None:
    """Return the first token of a name that stands behind an article, a nation or a town at a token, if one does."""
    based = next((k for k in range(i, min(stop, i + _FILLERS + 1)) if words.keys[k] == "based"), None)
    for k in range(i if based is None else based + 1, min(stop, i + _FILLERS + 2)):
        elided = words.tokens[k].kind == "elided"
        nation = words.keys[k] in known.foreign and not (k + 1 < stop and capital(words, k + 1))
        if not nation and (capital(words, k) or (elided and words.tokens[k].text[0].isupper())):
            return k
        if not (elided or words.keys[k] in _OF or words.keys[k] in lexicon.articles or words.keys[k] in known.foreign):
            return None
    return None


def _joins(words: Words, first: int, i: int, stop: int) -> bool:
    """True for a small word between a name's capitals: "L'Écho *du* Sud", "La Voz *de* Almena"."""
    if i + 1 >= stop or not capital(words, i + 1):
        return False
    return words.tokens[i].kind == "elided" or (i > first and words.keys[i] in _OF | _JOINS)


_JOINS = frozenset({"&", "-", "la", "le", "les", "el", "los", "las", "y", "et", "and"})


def reported_by_named(words: Words, frame: Frame, known: Sources, lexicon: Speech, own: str | None) -> Iterator[Credit]:
    """Yield a name in marks that reports and names its own sources: «وكانت «هاربور سنتينل» قد ذكرت، نقلا عن مسؤولين، أن …».

    Who passes on the words of others is a medium; a firm in quotation marks that merely speaks is none.
    """
    i, stop = words.at(frame.span.start), words.before(frame.span.end)
    if _OPEN.keys().isdisjoint(words.keys[i:stop]):
        return
    for j in range(i, stop):
        close = _in_marks(words, j)
        if close is None or close >= stop:
            continue
        before = j > i and words.keys[j - 1] in known.auxiliaries
        after = any(known.tells_from.match(words.keys, k) for k in range(close + 1, min(close + 9, stop)))
        says = any(close < c.first <= close + 3 for c in frame.cues if c.form == "finite") or before
        if says and after:
            made = _named(words, j, close, frame, known)
            if not is_own(made.name, own):
                yield made


def relays(words: Words, at: int, width: int, lexicon: Speech, known: Sources) -> bool:
    """True when a word of relaying of that many tokens stands there, a joined و taken off."""
    if known.relays.match(words.keys, at) == width:
        return True
    bare = next((words.keys[at][len(c) :] for c in lexicon.clitics if words.keys[at].startswith(c)), None)
    return bare is not None and known.relays.match([bare, *words.keys[at + 1 : at + width]], 0) == width


def tells(words: Words, at: int, lexicon: Speech, known: Sources) -> bool:
    """True when a verb stands there that passes on another's words, a joined و taken off."""
    bare = [words.keys[at], *(words.keys[at][len(c) :] for c in lexicon.clitics if words.keys[at].startswith(c))]
    return any(known.tells_from.match([k], 0) for k in bare)


def passes_on(words: Words, name: Span, known: Sources) -> bool:
    """True when a verb that names somebody else as its source follows ("Harbour TV *quoted* the minister")."""
    i = words.before(name.end)
    return any(known.tells_from.match(words.keys, k) for k in range(i, min(i + 2, len(words.keys))))
