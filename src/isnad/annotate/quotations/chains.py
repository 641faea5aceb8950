"""The hands a quotation passed through inside the article: the speaker, then who relayed the words.

A communiqué that speaks for a known owner is the owner's word relayed by it; one without an owner speaks for itself. An
agency that the whole article is credited to relays every word in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from isnad.annotate.credits_lexicon import Sources, sources
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.mouths import by_mouth
from isnad.annotate.quotations.phrases import key
from isnad.annotate.quotations.words import Words
from isnad.languages.meanings import concepts
from isnad.model import ChainLink, Credit, QuotationMention, Reading, Span, SpeakerMention
from isnad.text import fold_key, tokens

_RELAYS = ("communique", "agency", "outlet", "foreign press", "unknown")


_LEAD, _QUALIFIED = 12, 24
"""Characters from a speaker's beginning within which the noun for a text stands, and within which it may end the phrase ("his resignation *letter*")."""


def credit_of(speaker: SpeakerMention, reading: Reading) -> int | None:
    """Return the index of the credit the speaker's printed words are ("le communiqué", "un site local"), if they are one."""
    span = Span(speaker.start, speaker.end)
    for i, c in enumerate(reading.credits):
        near = abs(c.start - span.start) <= _LEAD or (c.end == span.end and c.start - span.start <= _QUALIFIED)
        if near and Span(c.start, c.end).touches(span) and c.kind in _RELAYS:
            return i
    return None


def chain_of(
    draft: Draft,
    speaker: SpeakerMention | None,
    reading: Reading,
    before: QuotationMention | None = None,
    medium: ChainLink | None = None,
) -> tuple[ChainLink, ...]:
    """Return the chain from the mouth outwards; the publisher is added when the dossier is composed.

    ``medium`` is who cites the speaker. ``before`` is the quotation before: what somebody goes on saying in the same paragraph comes by the same hands.
    """
    if speaker is None:
        return ()
    links = [ChainLink("speaker", speaker.text, speaker.start, speaker.end)]
    itself = credit_of(speaker, reading)
    if (
        itself is not None
        and reading.credits[itself].kind == "communique"
        and reading.credits[itself].owner is not None
    ):
        links = [_owner(reading.credits[itself], reading), _link(itself, reading.credits[itself])]
    elif itself is not None and reading.credits[itself].kind == "communique":
        links += _text_behind(itself, speaker, reading, before) or (
            (_link(itself, reading.credits[itself]),) if speaker.mention is not None else ()
        )
    links += [medium] if medium is not None else []
    said = Span(speaker.start, speaker.end)
    for i, c in enumerate(reading.credits):
        inside = Span(c.start, c.end).touches(said) and not _carries(c, speaker, reading)
        if c.kind not in _RELAYS or i == itself or inside:
            continue
        if (
            _is_page(c.name, reading)
            or (c.whole and _is_page_and_more(c.name, reading))
            or (c.whole and (_nameless(c.name, reading) or _translator(c, reading)))
        ):
            continue
        if _answers_medium(c, reading) or _sent_to_page(c, reading) or _co_signed(c, reading):
            continue
        if _covers(c, draft, reading):
            k, hand = _taken_up(i, c, reading)
            if not any(_same(x, c, reading) or _same(x, hand, reading) for x in links):
                links.append(_link(k, hand))
    if draft.via is not None and not any(Span(x.start, x.end).touches(draft.via.span) for x in links):
        told = draft.via.span
        links.append(ChainLink("relayed by", reading.article.words(told), told.start, told.end))
    if len(links) == 1 and before is not None and _goes_on(draft, speaker, before, reading):
        links += [x for x in before.chain[1:] if x.role == "relayed by"]
    if len(links) == 1 and (issued := _issued_before(draft, speaker, reading, before)) is not None:
        links.append(_link(issued, reading.credits[issued]))
    if len(links) == 1 and (mouth := by_mouth(draft, speaker, reading)) is not None:
        links.append(mouth)
    whole = _carrier(draft, reading)
    if len(links) == 1 and whole is not None and whole != itself and not _told_the_page(draft, reading):
        links.append(_link(whole, reading.credits[whole]))
    return tuple(links)


def _carries(credit: Credit, speaker: SpeakerMention, reading: Reading) -> bool:
    """True of a medium that a speaker's own words name as having the text ("an internal report *obtained by the Guardian*")."""
    known = sources(reading.article.language)
    if known is None or credit.kind not in ("outlet", "agency", "foreign press") or credit.start <= speaker.start:
        return False
    keys = [key(t.text) for t in tokens(reading.article.text, speaker.start, credit.start)]
    behind = range(max(0, len(keys) - _MATTER), len(keys))
    return any((n := known.relays.match(keys, k)) > 1 and k + n >= len(keys) - 1 for k in behind)


def _text_behind(
    itself: int, speaker: SpeakerMention, reading: Reading, before: QuotationMention | None
) -> Sequence[ChainLink]:
    """Return the text a printed source that speaks is, or takes up: "a statement *from the regulator*", «المصدر ذاته» behind a communiqué.

    A bare "statement" speaks for itself; so does "the same source" when somebody else has spoken since the communiqué.
    """
    own = reading.credits[itself]
    lexicon = speech(reading.article.language)
    if lexicon is None:
        return ()
    said = [key(t.text) for t in tokens(own.name)]
    if lexicon.same.intersection(said) or len(said) == 1:
        earlier = [i for i in range(itself) if reading.credits[i].kind == "communique" and not reading.credits[i].whole]
        since = before.speaker.start if before is not None and before.speaker is not None else 0
        if not earlier or (since > reading.credits[earlier[-1]].end and before is not None and len(before.chain) == 1):
            return ()
        return (_link(earlier[-1], reading.credits[earlier[-1]]),)
    owned = any(k in lexicon.governors or k in _FROM or k[:1] == "ل" for k in said[1:])
    owned = owned or (
        lexicon.verb_first and not said[0].startswith("ال") and said[1].startswith("ال")
    )  # «بيان الوزارة»
    return (_link(itself, own),) if owned else ()


def owner_phrase(credit: Credit, reading: Reading) -> Span | None:
    """Return the words of a text's name that say whose it is ("comunicado *del ministerio*", «بيان *للوزارة*»), ``None`` when none do."""
    lexicon = speech(reading.article.language)
    said = [t for t in tokens(reading.article.text, credit.start, credit.end) if t.kind in ("word", "elided")]
    for i, t in enumerate(said[1:], 1) if lexicon is not None else ():
        k = key(t.text)
        if lexicon is not None and lexicon.verb_first and k[:1] == "ل" and len(k) > _FEW_LETTERS:
            return Span(t.start + 1 + (k[:2] == "لل"), said[-1].end)
        if k == "عن" and i + 1 < len(said):
            return Span(said[i + 1].start, said[-1].end)  # «بيان صادر عن *الوزارة*»
        if k in _FROM and i + 1 < len(said):
            return Span(said[i + 1].start, said[-1].end)
    if lexicon is not None and lexicon.bare_clauses and len(said) > 1 and concepts(said[-2].text)[0]:
        if key(said[-1].text) in lexicon.issued:
            return Span(said[-2].start, said[-2].end)  # "a *company* statement"
    if lexicon is not None and lexicon.verb_first and len(said) > 1 and key(said[1].text).startswith("ال"):
        return Span(said[1].start, said[-1].end) if not key(said[0].text).startswith("ال") else None
    return None


_FEW_LETTERS = 3
_FROM = frozenset({"d'", "de", "du", "des", "del", "by", "from", "of"})


def _issued_before(
    draft: Draft, speaker: SpeakerMention, reading: Reading, before: QuotationMention | None
) -> int | None:
    """Return the communiqué of the sentence right before, when who issued it goes on ("The ministry issued a *statement*. “…,” it said")."""
    sort = draft.speaker.sort if draft.speaker is not None else "pronoun"
    known = sort in ("pronoun", "name") or (sort == "phrase" and speaker.mention is not None)
    if _has_place(draft, reading) or not known:
        return None
    for i, c in reversed(list(enumerate(reading.credits))):
        if c.whole or c.scope is None or c.scope.end > draft.scope.start:
            continue
        if reading.article.text[c.scope.end : draft.scope.start].strip(' \n«“"”»'):
            return None
        if before is not None and any(p.start <= c.start < p.end for p in before.pieces):
            return None  # "Senators say that she had resigned *by letter*": of what was said
        if c.kind != "communique" or "\n" in reading.article.text[c.end : c.scope.end].rstrip():
            return None
        pronoun = sort == "pronoun"
        if speaker.mention is None and (c.owner is None or pronoun):
            return i if _issues(c, reading) else None
        return i if (c.owner == speaker.mention if pronoun else _is_one(c.owner, speaker.mention, reading)) else None
    return None


def _issues(credit: Credit, reading: Reading) -> bool:
    """True of a communiqué that its sentence says somebody issued: "the regulator *issued* a statement"."""
    known = sources(reading.article.language)
    if known is None or credit.scope is None:
        return False
    keys = [key(t.text) for t in tokens(reading.article.text, credit.scope.start, credit.start)]
    return any(known.issues.match(keys, k) for k in range(max(0, len(keys) - _MATTER), len(keys))) or any(
        k in known.inside for k in keys[-2:]
    )


def _goes_on(draft: Draft, speaker: SpeakerMention, before: QuotationMention, reading: Reading) -> bool:
    """True when the one who was just relayed speaks on: in the same paragraph, or at the head of the next one.

    The next paragraph must go on with a verb that says so ("he added", «وأضاف السلطان»). A place
    of its own ("at a press conference", "told reporters") ends what was relayed before.
    """
    told = [x for x in before.chain[1:] if x.credit is not None]
    if before.speaker is None or not told or _has_place(draft, reading):
        return False
    between = reading.article.text[before.scope.end : draft.scope.start]
    lines = sum(bool(line.strip()) for line in between.split("\n")[1:-1])
    if "\n" in between and (lines or not _adds(draft, reading)):
        return False
    if draft.speaker is None or draft.speaker.sort == "pronoun":
        return speaker.mention == before.speaker.mention
    if draft.speaker.sort == "pronouns":
        return before.speaker.mention is None  # "Two diplomats told Reuters … *They* said …"
    return _is_one(speaker.mention, before.speaker.mention, reading)


def _is_one(a: int | None, b: int | None, reading: Reading) -> bool:
    """True when two mentions are one, or one's printed words end or begin the other's."""
    if a is None or b is None:
        return False
    if a == b:
        return True
    first, second = (fold_key(reading.mentions[i].text).split() for i in (a, b))
    short, long = sorted((first, second), key=len)
    return long[-len(short) :] == short or long[: len(short)] == short


def _adds(draft: Draft, reading: Reading) -> bool:
    """True of a verb that goes on with what was said before ("added", « a-t-elle poursuivi », «وتابع»)."""
    lexicon = speech(reading.article.language)
    return (
        lexicon is not None and draft.cue is not None and bool(lexicon.continuing.intersection(draft.cue.entry.words))
    )


def _has_place(draft: Draft, reading: Reading) -> bool:
    """True when the sentence says itself where, or to whom, the words were said."""
    lexicon = speech(reading.article.language)
    if any(c.kind == "speech" and c.scope is not None and c.scope.touches(draft.scope) for c in reading.credits):
        return True
    if lexicon is None:
        return False
    end = next((s.end for s in reading.sentences if s.start < draft.scope.end <= s.end), draft.scope.end)
    said = Words(reading.article.text, draft.scope.start, end).keys
    return any(k in lexicon.hearers or (k[:2] == "لل" and k[2:] in lexicon.hearers) for k in said)


def _taken_up(i: int, credit: Credit, reading: Reading) -> tuple[int, Credit]:
    """Return the agency or medium named last before one that only takes it up ("a esa agencia"), else the credit itself."""
    if credit.kind in ("agency", "outlet") and _nameless(credit.name, reading):
        for k in range(i - 1, -1, -1):
            earlier = reading.credits[k]
            if earlier.kind in ("agency", "outlet", "foreign press") and not _nameless(earlier.name, reading):
                return k, earlier
    return i, credit


def _link(i: int, credit: Credit) -> ChainLink:
    return ChainLink("relayed by", credit.name, credit.start, credit.end, i)


def _owner(credit: Credit, reading: Reading) -> ChainLink:
    m = reading.mentions[credit.owner or 0]
    return ChainLink("speaker", m.text, m.start, m.end)


def _same(link: ChainLink, credit: Credit, reading: Reading) -> bool:
    if link.role != "relayed by":
        return False
    same = link.start == credit.start or link.name.casefold() == credit.name.casefold()
    return same or _lettered(link.name, credit.name, reading) or _lettered(credit.name, link.name, reading)


def _lettered(name: str, letters: str, reading: Reading) -> bool:
    """True when a page prints letters in brackets behind a name («وكالة الواحة الشرقية (و ا ش)»): the two are one hand."""
    return len(letters) < len(name) and f"{name} ({letters})" in reading.article.text


def _covers(credit: Credit, draft: Draft, reading: Reading) -> bool:
    """True when the credit's sentence is the quotation's own, or it covers the whole article."""
    if credit.whole:
        return True
    if credit.scope is None or not credit.scope.touches(draft.scope):
        return False
    if _apart(credit, draft, reading) or _denied(credit, reading):
        return False
    if draft.content is not None and draft.content <= credit.start < draft.pieces[-1].end:
        return False  # the source stands in the clause that is reported: it belongs to what was said
    return not any(p.start <= credit.start < p.end for p in draft.pieces)


def _apart(credit: Credit, draft: Draft, reading: Reading) -> bool:
    """True when "while" stands between the credit and the words: the source of another clause («…، فيما ذكرت صحيفة …»)."""
    lexicon = speech(reading.article.language)
    if lexicon is None or credit.whole:
        return False
    if (
        credit.scope is not None
        and credit.start > draft.pieces[-1].end
        and _led_by_while(credit.scope, reading, lexicon)
    ):
        if any(c in reading.article.text[draft.pieces[-1].end : credit.start] for c in ",،"):
            return True  # «وبينما تقول النقابة إن …، أكدت الشركة في *بيان* …»
    start, end = sorted((credit.start, draft.pieces[0].start))
    named = draft.speaker is not None and draft.speaker.sort in ("name", "phrase")
    if named and draft.speaker is not None and credit.end < draft.speaker.span.start:
        if any(c in reading.article.text[credit.end : draft.speaker.span.start] for c in ";؛"):
            return True  # "A memo says he was dismissed*;* Tarek insists that …"
    keys = [key(t.text) for t in tokens(reading.article.text, start, end)]
    apart = [i for i in range(1, len(keys)) if keys[i - 1] in (",", "،", "»", "”", '"')]
    since = max((i for i in range(len(keys)) if keys[i] in (",", "،")), default=-1)
    if credit.start > draft.pieces[0].start and any(
        lexicon.aftermath.match(keys, i) for i in range(since + 1, len(keys))
    ):
        return True  # "denied it, *after* Radio Horn reported …"
    return any(keys[i] in lexicon.meanwhile or lexicon.while_two.match(keys, i) for i in apart)


def _led_by_while(scope: Span, reading: Reading, lexicon: Speech) -> bool:
    """True of a sentence that "while" opens: its first clause has sources of its own."""
    head = next((key(t.text) for t in tokens(reading.article.text, scope.start, scope.start + _OPENS)), "")
    return head in lexicon.meanwhile or any(
        head[len(c) :] in lexicon.meanwhile for c in lexicon.clitics if head.startswith(c)
    )


_OPENS = 12
"""Characters of the longest word that opens such a sentence."""
_MATTER = 5
"""Tokens before a medium within which stands what of it is denied ("denied *reports* in the French press")."""


def _denied(credit: Credit, reading: Reading) -> bool:
    """True when the sentence denies what the medium had printed («نفت الشركة *ما نشرته* صحف»): it passes on no words then."""
    lexicon = speech(reading.article.language)
    if lexicon is None or credit.scope is None or credit.whole:
        return False
    keys = [key(t.text) for t in tokens(reading.article.text, credit.scope.start, credit.start)]
    about = next(
        (i for i in range(len(keys) - 1, max(-1, len(keys) - 1 - _MATTER), -1) if keys[i] in lexicon.matter), 0
    )
    bare = [(k, *(k[len(c) :] for c in lexicon.clitics if k.startswith(c))) for k in keys[:about]]
    return any(e.sort == "deny" and len(e.words) == 1 for ks in bare for k in ks for e in lexicon.cues.get(k, ()))


def _carrier(draft: Draft, reading: Reading) -> int | None:
    """Return the one communiqué an article retells: named twice or more, no other source beside it, around the words."""
    known = sources(reading.article.language)
    told = [
        (i, c)
        for i, c in enumerate(reading.credits)
        if c.kind == "communique" and not c.whole and (known is None or _is_communique(c, known))
    ]
    if not any(c.owner is not None or (known is not None and _takes_up(c, known)) for _, c in told[1:]):
        return None  # "a statement … a separate statement": two texts
    if len(told) < 2 or len({c.owner for _, c in told if c.owner is not None}) > 1:
        return None
    if told[0][1].owner is None and known is not None:
        if any(c.owner is not None and not _takes_up(c, known) for _, c in told[1:]):
            return None  # a memo of nobody's; further on "in *a* statement" of the police: two texts
    if told[0][1].owner is not None and known is not None:
        if any(c.owner is None and not _takes_up(c, known) for _, c in told[1:]):
            return None  # further on somebody else says something "in *a* statement"
    others = (c for c in reading.credits if c.kind in ("agency", "outlet", "foreign press"))
    if not all(_is_page(c.name, reading) for c in others):
        return None
    at = draft.pieces[0].start
    return told[0][0] if told[0][1].start <= at <= told[-1][1].end else None


def _is_communique(credit: Credit, known: Sources) -> bool:
    """True of a text that is issued, or taken up as one; a memo or a report is another sort."""
    keys = [key(t.text) for t in tokens(credit.name)]
    nouns = (known.nouns["communique"], known.again)
    return any(n.match(keys, k) for n in nouns for k in range(min(3, len(keys))))


def takes_up(credit: Credit, reading: Reading) -> bool:
    """Return whether a text is one that a definite word takes up, and a communiqué: "the statement", «البيان»."""
    known = sources(reading.article.language)
    return known is not None and _takes_up(credit, known) and _is_communique(credit, known)


def _takes_up(credit: Credit, known: Sources) -> bool:
    """True of words that take up a text named before: "the statement", «المصدر ذاته»."""
    keys = [key(t.text) for t in tokens(credit.name)]
    return known.again.match(keys, 0) > 0 or known.again.match(["the", *keys], 0) > 0


def _is_page(name: str, reading: Reading) -> bool:
    """True when the credit is the page's own publisher under a shorter name: nobody relays his own words."""
    own = _name_words(reading.article.publisher or "", reading)
    house = reading.article.publisher or ""
    if initials_of(name, house) or (house and " " not in name and _own_letters(name, house, reading)):
        return True  # "Agence du Littoral (APL)", whose letters its pages use
    said = _name_words(name, reading)
    lexicon = speech(reading.article.language)
    said -= lexicon.foreign if lexicon is not None else frozenset()  # «صحيفة … الإسبانية»
    return bool(said) and said <= own


def _own_letters(name: str, house: str, reading: Reading) -> bool:
    """True of letters in brackets behind the page's own name, or behind a longer form of it ("Dune Centre *for Coastal Studies (DCCS)*")."""
    text = reading.article.text
    at = text.find(f"({name})")
    begin = text.rfind(house, max(0, at - len(house) - _FULL), at) if at > 0 else -1
    return begin >= 0 and all(c.isalpha() or c in " '’-&" for c in text[begin + len(house) : at])


_FULL = 60
"""Characters that a name in full has beyond the form that a page goes by."""


def _is_page_and_more(name: str, reading: Reading) -> bool:
    """True of a credit line that is the page's own publisher with a remark ("Harbour Wire (Lusk)", «وكالة الواحة بتصرف», «الضفة . منذ ساعة»)."""
    house, known = reading.article.publisher or "", sources(reading.article.language)
    lexicon = speech(reading.article.language)
    if not house or not name.startswith(house) or known is None or lexicon is None:
        return False
    rest = [key(t.text) for t in tokens(name[len(house) :])]
    led = bool(rest) and (not rest[0][:1].isalpha() or rest[0] in lexicon.governors)
    return led or known.adapted.match(rest, 0) > 0


@lru_cache(maxsize=1024)
def initials_of(name: str, publisher: str) -> bool:
    """True for the page's own name in letters: «و هـ أ» of «وكالة الهضاب للأنباء», "AAN" of "Agencia Andina de Noticias"."""
    letters = [c for c in fold_key(name) if c.isalpha()]
    short = not any(len(w) > _LETTERS for w in fold_key(name).split()) or (name.isupper() and " " not in name)
    if not short or not 2 <= len(letters) <= _CAPITALS:
        return False
    return any(_spelt(letters, _heads(name, publisher, cut)) for cut in (publisher, publisher.replace("-", " ")))


def _spelt(letters: Sequence[str], heads: Sequence[str]) -> bool:
    """True of the first letters of a name's words, or of all but one inner word («وشأ» of «وكالة الشرق الجزائرية للأنباء»)."""
    if len(letters) < _SPELT or len(heads) != len(letters) + 1:
        return list(letters) == list(heads)
    return any([*heads[:k], *heads[k + 1 :]] == list(letters) for k in range(1, len(heads) - 1))


_SPELT = 3
"""Letters of the shortest initials that may pass over a word."""


def _heads(name: str, publisher: str, said: str) -> list[str]:
    """Return the first letters of a publisher's words, its small ones left out where the name is in capitals."""
    heads = []
    for word in fold_key(said).split():
        bare = next((word[len(p) :] for p in ("لل", "ال") if word.startswith(p) and len(word) > len(p) + 1), word)
        if name.isupper() and not publisher.isupper() and len(bare) <= _LETTERS:
            continue
        heads.append(bare[:1])
    return heads


_LETTERS = 3
"""Letters of a word that stands for one of a name's initials («هـ»), or that initials pass over ("de")."""
_CAPITALS = 6


_BEHIND = 30
"""Characters behind a text within which stands the medium it is addressed to."""


def _answers_medium(credit: Credit, reading: Reading) -> bool:
    """True of a text written to a medium (« une réponse écrite *au journal* », «رد مكتوب *على الجريدة*»): the medium has it, nobody else."""
    known, lexicon = sources(reading.article.language), speech(reading.article.language)
    if known is None or lexicon is None or credit.kind not in ("communique", "unknown") or credit.whole:
        return False
    behind = [key(t.text) for t in tokens(reading.article.text, credit.end, credit.end + _BEHIND)][:_TO]
    if not _SITES.isdisjoint(behind):
        return False  # «في إفصاح على *موقع* البورصة»: where it stands
    if lexicon.verb_first:
        to = behind[:1] == ["علي"] and behind[1:2]
        led = (
            bool(behind)
            and behind[0][:1] == "ل"
            and any(w in lexicon.outlets for w in (behind[0][1:], "ا" + behind[0][1:]))
        )
        return led or bool(to and behind[1] in lexicon.outlets)
    if not behind or behind[0] not in known.told_to:
        return False
    if behind[1:2] and behind[1] in known.ours:
        return True  # « un courriel à *notre* rédaction »
    return next((k for k in behind[1:] if k not in lexicon.articles), "") in lexicon.outlets


def _sent_to_page(c: Credit, reading: Reading) -> bool:
    """True of a letter that the page itself got («رسالة *تلقتها «الزيتونة»*», "a letter *received by* this paper"); a statement issued to all is a hand."""
    known, lexicon = sources(reading.article.language), speech(reading.article.language)
    if known is None or lexicon is None or c.whole or c.kind not in ("communique", "unknown"):
        return False
    noun = [key(t.text) for t in tokens(c.name)]
    if not (known.nouns["document"].match(noun, 0) or known.nouns["work"].match(noun, 0)):
        return False
    end = min(len(reading.article.text), c.end + _RECEIVED)
    behind = [t for t in tokens(reading.article.text, c.start, end) if t.kind != "mark"][len(noun) :]
    at = next((i for i, t in enumerate(behind[:_TO]) if key(t.text) in lexicon.received), None)
    if at is None:
        return False
    near = behind[at + 1 : at + 1 + _TO]
    ours = any(key(a.text) in known.ours and key(b.text) in lexicon.outlets for a, b in pairwise(near))
    named = reading.article.text[near[0].start : near[-1].end] if near else ""
    return ours or any(
        _is_page(w, reading) for w in (named, *(t.text for t in near)) if w[:1].isupper() or lexicon.verb_first
    )


_RECEIVED = 70
"""Characters behind a letter within which stands who got it."""
_TO = 4
_SITES = frozenset(
    {"موقع", "موقعه", "موقعها", "site", "sitio", "web", "website", "portal", "portail", "page", "página"}
)


def _co_signed(credit: Credit, reading: Reading) -> bool:
    """True of an agency that signs beside the newsroom and that the text cites itself: the rest is not all its own ("Redacción / Agencia X")."""
    known = sources(reading.article.language)
    if not credit.whole or credit.kind != "agency" or known is None:
        return False
    line = reading.article.text.rfind("\n", 0, credit.start) + 1
    before = [key(t.text) for t in tokens(reading.article.text, line, credit.start)]
    house = any(tuple(before[k : k + n]) in known.own_work for k in range(len(before)) for n in (1, 2))
    name = _name_words(credit.name, reading)
    return house and any(
        c.kind == "agency" and not c.whole and _name_words(c.name, reading) == name for c in reading.credits
    )


def _told_the_page(draft: Draft, reading: Reading) -> bool:
    """True when the sentence of the words names the page itself («في تصريح *لوكالة الساحل*»)."""
    own = fold_key(reading.article.publisher or "")
    end = next((s.end for s in reading.sentences if s.start < draft.scope.end <= s.end), draft.scope.end)
    return len(own) > _NAME and own in fold_key(reading.article.text[draft.scope.start : end])


_NAME = 6
"""Letters of a page's name too short to be known in a sentence."""


def _translator(credit: Credit, reading: Reading) -> bool:
    """True for a person in a credit line («ترجمة: رنا الصيداوي»): who signs the page relays nobody's words."""
    named = (m for m in reading.mentions if m.kind == "person" and m.form == "name")
    return any(m.start <= credit.start and credit.end <= m.end for m in named)


def _nameless(name: str, reading: Reading) -> bool:
    """True for "and agencies", «وكالات»: who of them carried which words is not said."""
    return not _name_words(name, reading)


def _name_words(name: str, reading: Reading) -> frozenset[str]:
    """Return a name's own words: folded, without articles, conjunctions and words like "agency"."""
    return _words_of_name(name, reading.article.language)


@lru_cache(maxsize=1024)
def _words_of_name(name: str, language: str) -> frozenset[str]:
    lexicon = speech(language)
    if lexicon is None:
        return frozenset()
    said = (key(t.text) for t in tokens(name) if t.kind == "word")
    return frozenset(w for k in said if (w := _own_word(k, lexicon)))


def _own_word(k: str, lexicon: Speech) -> str:
    bare = k
    for joined in (*lexicon.clitics, *lexicon.joined_articles):
        if bare.startswith(joined) and len(bare) > len(joined) + 2:
            bare = bare[len(joined) :]
    if {k, bare} & (lexicon.outlets | lexicon.articles | lexicon.ands | lexicon.governors | lexicon.begins):
        return ""
    return fold_key(bare)
