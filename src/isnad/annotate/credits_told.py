"""Media that somebody spoke to or that carry the words, named without a word for media: "told El Faro", « citée par Mediapart », «لـ«الأفق»»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.annotate.credits_ends import capital
from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.credits_media import OF, PLAIN, relays_apart
from isnad.annotate.credits_own import is_own
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.words import Words
from isnad.languages.meanings import concepts
from isnad.model import Credit, Span
from isnad.model.reading import OriginKind
from isnad.text import fold_key

_OPEN = {"«": "»", "“": "”", '"': '"'}
_LONGEST_NAME = 5
"""Words of the longest name in quotation marks that may be a medium's."""


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


def told_to_named(words: Words, frame: Frame, known: Sources, lexicon: Speech, own: str | None) -> Iterator[Credit]:
    """Yield media named in quotation marks after a word of passing on: «في اتصال مع «كويت برس»», «قال المدير لـ«الأفق»»."""
    i, stop = words.at(frame.span.start), words.before(frame.span.end)
    alone = () if known.told_to_alone.isdisjoint(words.keys[i:stop]) else range(i, stop)
    for k in alone:
        told = words.keys[k] in known.told_to_alone and any(
            0 < k - c.last <= _HEARER for c in frame.cues if c.form == "finite" and c.entry.sort in ("say", "confirm")
        )
        close = _in_marks(words, k + 1) if told else None
        if close is not None and not is_own(words.text[words.tokens[k + 2].start : words.tokens[close - 1].end], own):
            yield _named(words, k + 1, close, frame, known)
    if _OPEN.keys().isdisjoint(words.keys[i:stop]):
        return
    yield from _informed(words, frame, known, lexicon, own)
    reached = i
    keys = [w[1:] if w[:1] == "و" and w[1:] in known.relays.by_first else w for w in words.keys[i : stop + _REACH]]
    for at, n in known.relays.within(keys, 0, stop - i):
        k = i + at  # «*و*في اتصال مع «…»»
        close = _in_marks(words, k + n) if k >= reached else None
        if close is not None:
            made = _named(words, k + n, close, frame, known)
            if not is_own(made.name, own):
                yield made
            reached = close + 1


def _informed(words: Words, frame: Frame, known: Sources, lexicon: Speech, own: str | None) -> Iterator[Credit]:
    """Yield a name in marks that is the object of an Arabic verb of informing: «أفاد مصدر أمني «المرصد» بأن», «أبلغ «المرصد» مصدر»."""
    stop = words.before(frame.span.end)
    for cue in frame.cues if known.informing else ():
        if cue.form != "finite" or cue.entry.words[-1] not in known.informing:
            continue
        opened = next((k for k in range(cue.last + 1, min(cue.last + _HEARER, stop)) if words.keys[k] in _OPEN), stop)
        close = _in_marks(words, opened)
        behind = words.keys[close + 1] if close is not None and close + 1 < stop else ""
        if close is not None and (behind in lexicon.sources or lexicon.conjunctions.match(words.keys, close + 1)):
            made = _named(words, opened, close, frame, known)
            if not is_own(made.name, own):
                yield made


_REACH = 6
"""Tokens of the longest words of passing on."""
_HEARER = 14
"""Tokens behind a verb of saying within which stands who was told."""


def told_to_press(
    words: Words, frame: Frame, known: Sources, lexicon: Speech, mentions: Mentions, own: str | None
) -> Iterator[Credit]:
    """Yield media named without a word for media: those that carry the words, those told, those on whose air they were said.

    Who carries words is a medium whatever its name ("obtained by Mediapart"); who is merely told is one by a newspaper's word or
    an article in its name ("told the Coast Courier", « a dit à La Digue »).
    """
    if lexicon.verb_first:
        return
    first, stop = words.at(frame.span.start), words.before(frame.span.end)
    spans: list[Span | None] = []
    for k, width in known.relays.within(words.keys, first, stop):
        if width > 1 and k + width < stop:
            sure = not _anybody(words.keys[k : k + width], lexicon, known)
            collected = words.keys[k].startswith(_COLLECTED)
            spans.append(_press_name(words, k + width, stop, lexicon, known, mentions, sure, collected))
    for k in range(first, stop - 1):
        if words.keys[k] in known.relays_by and relays_apart(words, k, first, lexicon, known):
            spans.append(_press_name(words, k + 1, stop, lexicon, known, mentions, True))
    for cue in frame.cues:
        if cue.form in ("finite", "participle") and cue.entry.sort in ("say", "manner", "confirm", "doubt", "deny"):
            spans.append(_hearer(words, cue, stop, lexicon, known, mentions))
            spans.append(_teller(words, cue, stop, lexicon, known, mentions))
    for span in spans:
        if span is None:
            continue
        name = words.text[span.start : span.end]
        if not is_own(name, own) and fold_key(name) not in fold_key(own or "").split():
            yield Credit(_sort_of(words, span, known), name, span.start, span.end, None, False, frame.span)


def _anybody(keys: Sequence[str], lexicon: Speech, known: Sources) -> bool:
    """True of words of passing on that may lead to anybody («dijo a», « a confié à », « auprès du »), not to media alone."""
    says = any(e.form in ("finite", "participle") for k in keys for e in lexicon.cues.get(k, ()))
    return "auprès" in keys or (says and keys[-1] in known.told_to)


def _hearer(words: Words, cue: Cue, stop: int, lexicon: Speech, known: Sources, mentions: Mentions) -> Span | None:
    """Return the medium told, or on whose air it was said, behind a verb of saying in its clause."""
    addressed = known.owner_first and not lexicon.addressing.isdisjoint(cue.entry.words)
    for k in range(cue.last + 1, min(cue.last + _HEARER, stop)):
        if words.keys[k] in '.;:«“"' and k not in words.quiet:
            return None
        on_air = words.keys[k - 1] in known.on_air
        if not (on_air or words.keys[k - 1] in known.told_to or (addressed and k == cue.last + 1)):
            continue
        span = _press_name(words, k, stop, lexicon, known, mentions, on_air) or _call_sign(
            words, k, stop, known, mentions
        )
        if span is not None and (not on_air or _is_station(words, span, known)):
            return span
    return None


def _call_sign(words: Words, k: int, stop: int, known: Sources, mentions: Mentions) -> Span | None:
    """Return capitals alone right behind "told", no body's known: a station's or an agency's ("his counsel told *ATP*")."""
    t = words.tokens[k]
    sign = t.kind == "word" and t.text.isascii() and t.text.isupper() and 2 < len(t.text) < _CALL
    if (
        not sign
        or known.names.match(words.keys, k)
        or words.keys[k] in known.no_media
        or words.keys[k - 1] not in known.told_to_alone | {"a", "à", "to", *_TOLD}
    ):
        return None
    if k + 1 < stop and (capital(words, k + 1) or words.keys[k + 1] in ("'", "’", "-")):
        return None
    who = mentions.covering(t.start)
    long_form = who is not None and (mentions.mentions[who].refers or mentions.mentions[who].kind == "person")
    return None if long_form else words.span(k, k)


_TOLD = frozenset({"told", "tells", "informed"})


def _teller(words: Words, cue: Cue, stop: int, lexicon: Speech, known: Sources, mentions: Mentions) -> Span | None:
    """Return the medium whose name, an article with a capital in it, stands right behind its verb ("Informó *El Faro*", « rapporte *Le Soir* »)."""
    k = cue.last + 1
    while k < stop and words.keys[k] in lexicon.skip:
        k += 1
    head = k + 1 < stop and words.keys[k] in _ARTICLES and capital(words, k) and capital(words, k + 1)
    return _press_name(words, k, stop, lexicon, known, mentions, False) if head and cue.form == "finite" else None


def _is_station(words: Words, name: Span, known: Sources) -> bool:
    """True of a name with a broadcaster's word in it ("Radio Estuario", "la Cadena Litoral"), or of capitals alone ("BFMTV")."""
    own = range(words.at(name.start), words.before(name.end))
    if known.names.match(words.keys, own.start):
        return False  # "a déclaré à l'AFP": an agency, told
    letters = words.text[name.start : name.end]
    return any(words.keys[k] in known.stations for k in own) or (letters.isupper() and 2 < len(letters) < _CALL)


_CALL = 6
"""Letters from which a name of capitals is no station's call sign."""


def had_by_named(words: Words, frame: Frame, known: Sources, lexicon: Speech, own: str | None) -> Iterator[Credit]:
    """Yield a name between a relative and words for having seen or got a text: « le rapport, que *Mediapart* a pu consulter », "which *Reuters* has seen"."""
    first, stop = words.at(frame.span.start), words.before(frame.span.end)
    for k, _ in known.had.within(words.keys, first + 1, stop):
        i = _back_over_name(words, k, first)
        before = i - 1
        while before > first and (
            words.keys[before] in known.agency_words
            or words.keys[before] in lexicon.outlets
            or words.tokens[before].text in _THE
        ):
            before -= 1  # "dont *l'agence* Mandé-Info a eu connaissance"
        led = words.keys[before] if before >= first else ""
        relative = i < k and i > first and (led in lexicon.relatives or led in known.had_by)
        name = words.text[words.tokens[i].start : words.tokens[k - 1].end]
        if relative and not is_own(name, own):
            span = words.span(i, k - 1)
            yield Credit(_sort_of(words, span, known), name, span.start, span.end, None, False, frame.span)


_THE = frozenset({"l'", "l’", "le", "la", "el", "the", "les", "los", "las"})


def _back_over_name(words: Words, k: int, first: int) -> int:
    """Return where the name begins that ends before a token: capitals, and the small words between them ("L'Écho *des* Monts")."""
    i = k
    while i > first and k - i <= _LONGEST_NAME:
        cut = words.tokens[i - 1].kind == "elided" and words.tokens[i - 1].text[0].isupper()
        small = i < k and i - 2 >= first and words.keys[i - 1] in OF | _JOINS and capital(words, i - 2)
        if not (capital(words, i - 1) or cut or small):
            break
        i -= 1
    return i


def named_again(words: Words, frame: Frame, known: Sources, earlier: Sequence[Credit]) -> Iterator[Credit]:
    """Yield a medium that the page has called one and now only names, where it cites somebody ("*Sinyar* quoted the minister as …")."""
    first, stop = words.at(frame.span.start), words.before(frame.span.end)
    if known.tells_from.by_first.keys().isdisjoint(words.keys[first : stop + 1]):
        return
    for credit in {
        c.name: c for c in earlier if c.kind in ("agency", "outlet", "foreign press") and not c.whole
    }.values():
        name = credit.name.split()
        own = [fold_key(w) for w in name[next((i for i, w in enumerate(name) if w[0].isupper()), len(name)) :]]
        for k in range(first, stop - len(own)) if own else ():
            after = k + len(own)
            if [t.key for t in words.tokens[k:after]] == own and known.tells_from.match(words.keys, after):
                span = words.span(k, after - 1)
                if not any(c.start < span.end and span.start < c.end for c in earlier):
                    yield Credit(
                        credit.kind, words.text[span.start : span.end], span.start, span.end, None, False, frame.span
                    )


def _sort_of(words: Words, name: Span, known: Sources) -> OriginKind:
    """An agency says so at either end of its name: "Agence Corail", "Halcyon News Agency", "Kuwait Press"."""
    first, last = words.at(name.start), words.before(name.end) - 1
    says = words.keys[last] in known.endings or not known.agency_words.isdisjoint((words.keys[first], words.keys[last]))
    if known.owner_first and last + 1 < len(words.keys) and words.keys[last + 1] in known.agency_words:
        return "agency"  # "told the OMB *agency*"
    return "agency" if says else "outlet"


_FILLERS = 4
"""Small words that may stand between "the" and a newspaper's name ("the Lagos-based *Daily Beacon*")."""


def _press_name(
    words: Words,
    i: int,
    stop: int,
    lexicon: Speech,
    known: Sources,
    mentions: Mentions,
    sure: bool,
    place: bool = False,
) -> Span | None:
    """Return the name of a newspaper or station that begins at a token, its article left out unless it has a capital.

    ``sure`` when what stands before leads to nobody but a medium: then any name will do that is no person's and no place's
    (with ``place`` also one that is a place's: "recogidas por Alboraya").
    """
    first = _name_begins(words, i, stop, lexicon, known)
    if first is None:
        return None
    last = first - 1
    while last + 1 < stop and (capital(words, last + 1) or _joins(words, first, last + 1, stop)):
        opened = last == first and words.keys[first] in _ARTICLES and capital(words, first)  # "Le *Midi* Salinier"
        if last >= first and words.keys[last + 1] in lexicon.skip and not opened:
            break
        last += 1
    while last > first and words.keys[last - 1] in lexicon.governors and words.keys[last] in lexicon.skip:
        last -= 2  # "told the Journal *on Monday*"
    own = [fold_key(words.tokens[k].text) for k in range(first, last + 1) if words.keys[k] not in lexicon.articles]
    nouns = [known.nouns[s] for s in ("outlet", "agency")] if known.owner_first and last + 1 < stop else []
    called = any(n.match(words.keys, last + 1) for n in nouns)  # "the Coast Courier *newspaper*"
    called = called and not (last + 2 < stop and capital(words, last + 2))  # "the Baghdad daily Al-Mizan"
    if not own:
        return None
    agency = len(own) > 1 and _news_agency(words, Span(words.tokens[first].start, words.tokens[last].end), own, known)
    call = words.tokens[first].text.isupper()  # "told the BBC's programme"
    station = words.keys[first] in known.stations and ((last > first and words.keys[first + 1] not in OF) or call)
    if called or agency or station or not lexicon.mastheads.isdisjoint((own[0], own[-1])):
        named = len(own) > 1 or called or known.owner_first or sure or last > first
        return words.span(first, last) if named else None
    named = sure or (last > first and words.keys[first] in _ARTICLES and capital(words, first))
    if not named:
        return None
    who = mentions.covering(words.tokens[first].start) if place else None
    if who is not None and mentions.mentions[who].kind == "place":
        return words.span(first, last)
    return None if _somebody(words, first, last, mentions, lexicon, known) else words.span(first, last)


_COLLECTED = ("recogid", "recueilli", "recabad", "reproducid")
"""Beginnings of participles of what only the press does with words."""
_ARTICLES = frozenset({"el", "la", "las", "los", "le", "les", "l'"})
"""Articles that are part of a paper's name when they have a capital inside a sentence ("told El Faro")."""


def _somebody(words: Words, first: int, last: int, mentions: Mentions, lexicon: Speech, known: Sources) -> bool:
    """True when the name is a person's, an office's, a day or a place: none of them carries what others say.

    A name of two words behind "by" that was taken for a place may be a paper's ("Consultada por Página Austral").
    """
    own = [words.keys[k] for k in range(first, last + 1) if words.keys[k] not in _ARTICLES]
    day = bool(own) and own[0] in lexicon.skip and len(own) < 2  # "told *Monday*", no "Le *Midi* Salinier"
    if not own or day or own[0] in lexicon.offices or own[0] in lexicon.persons:
        return True
    within = mentions.covering(words.tokens[first].start)
    m = mentions.mentions[within] if within is not None else None
    if m is None or m.kind not in ("person", "place"):
        return False
    led = words.keys[first - 1]
    foreign = words.keys[first] in _ARTICLES and (
        (led in _BY and words.keys[first - 2].startswith(_CARRIED)) or (known.owner_first and led not in _WHERE)
    )  # "told La Marée", "citada por La Cumbre"
    return m.kind == "person" or (
        not foreign and m.end >= words.tokens[last].end and (len(own) < 2 or words.keys[first - 1] in _WHERE)
    )


_BY = frozenset({"por", "par"})
_CARRIED = ("cité", "citad", "recogid", "relayé", "repris", "entrevistad", "interview", "publié", "publicad")
_WHERE = frozenset({"in", "at", "on", "en", "à", "au", "sur", "dans"})


def _news_agency(words: Words, name: Span, own: Sequence[str], known: Sources) -> bool:
    """True of a name with a word for an agency at either end that says nothing else: "Agence Corail", no "Agence de l'eau"."""
    said = words.text[name.start : name.end]
    return not known.agency_words.isdisjoint((own[0], own[-1])) and not concepts(said)[0] - PLAIN


def _name_begins(words: Words, i: int, stop: int, lexicon: Speech, known: Sources) -> int | None:
    """Return the first token of a name that stands behind an article, a nation or a town at a token, if one does."""
    based = next((k for k in range(i, min(stop, i + _FILLERS + 1)) if words.keys[k] == "based"), None)
    for k in range(i if based is None else based + 1, min(stop, i + _FILLERS + 2)):
        elided = words.tokens[k].kind == "elided"
        nation = words.keys[k] in known.foreign and not (k + 1 < stop and capital(words, k + 1))
        if not nation and (capital(words, k) or (elided and words.tokens[k].text[0].isupper())):
            return k
        if not (elided or words.keys[k] in OF or words.keys[k] in lexicon.articles or words.keys[k] in known.foreign):
            return None
    return None


def _joins(words: Words, first: int, i: int, stop: int) -> bool:
    """True for a small word between a name's capitals: "L'Écho *du* Sud", "La Voz *de* Almena"."""
    if i + 1 >= stop or not capital(words, i + 1):
        return False
    return words.tokens[i].kind == "elided" or (i > first and words.keys[i] in OF | _JOINS)


_JOINS = frozenset({"&", "-", "la", "le", "les", "el", "los", "las", "y", "et", "and"})


def reported_by_named(words: Words, frame: Frame, known: Sources, lexicon: Speech, own: str | None) -> Iterator[Credit]:
    """Yield a name in marks that reports and names its own sources: «وكانت «هاربور سنتينل» قد ذكرت، نقلا عن مسؤولين، أن …».

    Who passes on the words of others is a medium; a firm in quotation marks that merely speaks is none.
    """
    i, stop = words.at(frame.span.start), words.before(frame.span.end)
    if _OPEN.keys().isdisjoint(words.keys[i:stop]):
        return
    for j in (j for j in range(i, stop) if words.tokens[j].text in _OPEN):
        close = _in_marks(words, j)
        if close is None or close >= stop or words.keys[close - 1] in ".,!?،؟":
            continue  # “I signed nothing,” he was quoted as saying: words, no name
        before = j > i and words.keys[j - 1] in known.auxiliaries
        after = any(known.tells_from.match(words.keys, k) for k in range(close + 1, min(close + 9, stop)))
        says = any(close < c.first <= close + 3 for c in frame.cues if c.form == "finite") or before
        if says and after:
            made = _named(words, j, close, frame, known)
            if not is_own(made.name, own):
                yield made
