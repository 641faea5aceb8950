"""Texts that speak for whoever issued them: "the statement says", « lit-on dans ce texte », «وأكد البيان».

A text that a definite word takes up was issued by somebody whom the page has named: its owner, who speaks in its sentence, or the body
which that sentence begins with. His are the words then, and the text is the hand they came by; so it is where nobody is known to have
issued it, for a text of which one speaks as known was given out. One that is only met ("a joint statement says") speaks for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from isnad.languages import LANGUAGES, table
from isnad.model import ChainLink, Credit, QuotationMention, Reading, Span, SpeakerMention
from isnad.text import Token, fold_key, tokens

NEAR = 1500
"""Characters before a text that is taken up within which it was first spoken of."""
OPENS = 6
"""Characters of a sentence's beginning before the body that opens it."""
BEHIND = 60
"""Characters behind marked words within which it is said in what text one reads them."""


def with_speaking_texts(r: Reading) -> Reading:
    """Return a reading whose texts that speak are their issuers'. O(quotations) time."""
    if r.article.language not in LANGUAGES or not any(c.kind == "communique" for c in r.credits):
        return r
    out = [_led(q if q.speaker is not None else _read_in(q, r), r) for q in r.quotations]
    return replace(r, quotations=tuple(out)) if any(a is not b for a, b in zip(out, r.quotations, strict=True)) else r


def _led(q: QuotationMention, r: Reading) -> QuotationMention:
    s = q.speaker
    if s is None or not _text_again(s, r):
        return _going_on(q, r)
    m = r.mentions[s.mention] if s.mention is not None else None
    if m is not None and m.start < s.end and s.start < m.end:
        return q  # a name within its own words
    first = _first_told(s, r)
    who = _issuer(first, q, r) if first is not None else None
    if who is not None and who != s.mention:
        named = r.mentions[who]
        rest = tuple(x for x in q.chain if x.role != "speaker")
        q = replace(
            q,
            speaker=replace(s, mention=who),
            chain=(ChainLink("speaker", named.text, named.start, named.end), *rest),
        )
    if any(x.role == "relayed by" for x in q.chain) or (first is None and not _known(s, r)):
        return q
    return replace(q, chain=(*q.chain, ChainLink("relayed by", s.text, s.start, s.end)))


def _going_on(q: QuotationMention, r: Reading) -> QuotationMention:
    """Words of a body that a noun takes up right behind the sentence with its communiqué came by it too («… في بلاغ. وعزت *الشركة* القرار إلى …»)."""
    s = q.speaker
    if s is None or s.mention is None or any(x.role == "relayed by" for x in q.chain):
        return q
    m, i = r.mentions[s.mention], next((i for i, x in enumerate(r.sentences) if x.start <= s.start < x.end), 0)
    if not i or m.kind != "organization" or (m.start < s.end and s.start < m.end):
        return q
    own, last = r.sentences[i], r.sentences[i - 1]
    if any(c.kind == "speech" and c.scope is not None and c.scope.touches(own) for c in r.credits):
        return q
    for k, c in enumerate(r.credits):
        if c.kind != "communique" or c.whole or not last.start <= c.start < last.end or c.owner is None:
            continue
        if _form(r.mentions[c.owner].text) == _form(m.text):
            return replace(q, chain=(*q.chain, ChainLink("relayed by", c.name, c.start, c.end, k)))
    return q


def _form(text: str) -> str:
    return " ".join(fold_key(t.text) for t in tokens(text) if t.kind == "word")


def _read_in(q: QuotationMention, r: Reading) -> QuotationMention:
    """Words that one reads in a text that is taken up (« … », *lit-on dans ce texte*) are the text's."""
    if q.kind == "indirect":
        return q
    text, end = r.article.text, q.pieces[-1].end
    line = text.find("\n", end)
    said = list(tokens(text, end, min(end + BEHIND, line if line >= 0 else len(text))))
    keys = [fold_key(t.text) for t in said]
    for phrase in _reads(r.article.language):
        at = next((i for i in range(min(_MARKS, len(keys))) if tuple(keys[i : i + len(phrase)]) == phrase), None)
        if at is None:
            continue
        behind = said[at + len(phrase) :]
        noun = next((i for i, t in enumerate(behind[:3]) if fold_key(t.text) in _nouns(r.article.language)), None)
        if noun is not None and all(fold_key(t.text) in _definites(r.article.language) for t in behind[:noun]):
            start, stop = behind[0].start, behind[noun].end
            made = SpeakerMention(text[start:stop], start, stop)
            if _text_again(made, r):
                chain = (ChainLink("speaker", made.text, start, stop), *q.chain)
                cue = Span(said[at].start, said[at + len(phrase) - 1].end)
                return replace(q, speaker=made, cue=q.cue or cue, chain=chain)
    return q


_MARKS = 4
"""Tokens between marked words and the words that say where one reads them."""


def _text_again(s: SpeakerMention, r: Reading) -> bool:
    """True of a definite word for a text, without a word of whose it is."""
    language, text = r.article.language, r.article.text
    words = [t for t in tokens(text, s.start, s.end) if t.kind != "mark"]
    before = list(tokens(text[max(0, s.start - _SMALL) : s.start]))[-1:]
    definite = bool(before) and fold_key(before[0].text) in _definites(language)
    while words and fold_key(words[0].text) in _definites(language):
        words, definite = words[1:], True
    if not words:
        return False
    head = fold_key(words[0].text)
    if language == "ar":
        definite, head = head.startswith("ال"), head.removeprefix("ال")
        rest = [*words[1:], *tokens(text[s.end : s.end + _SMALL])][: len(words)]
        owned = any(not fold_key(t.text).startswith("ال") for t in words[1:]) or _owned(rest[-1:], language)
    else:
        behind = list(tokens(text[s.end : s.end + _SMALL]))[:1]
        owned = _owned([*words[1:], *behind], language)
    return definite and not owned and head in _nouns(language)


_SMALL = 14
"""Characters beside a word within which its article stands, and the word that says whose it is."""


def _owned(words: Sequence[Token], language: str) -> bool:
    return any(fold_key(t.text).rstrip("'’") in _of(language) for t in words)


def _first_told(s: SpeakerMention, r: Reading) -> Credit | None:
    """The text that is taken up: the communiqué named last before, by another word than one that takes up itself where there is one."""
    since = (
        s.start - NEAR if _given_out(s, r) else r.article.text.rfind("\n", 0, r.article.text.rfind("\n", 0, s.start))
    )
    told = [c for c in r.credits if c.kind == "communique" and not c.whole and c.end <= s.start and c.start >= since]
    new = [c for c in told if not _is_again(c, r)]
    found = new or told
    return found[-1] if found else None


def _known(s: SpeakerMention, r: Reading) -> bool:
    """True of a text that is given out and that no word points at: "*this* note" may be the page itself."""
    head = r.article.text[max(0, s.start - _SMALL) : s.end].split()
    return _given_out(s, r) and not any(fold_key(w) in _HERE for w in head)


_HERE = frozenset(map(fold_key, ("this", "ce", "cet", "cette", "este", "esta", "هذا", "هذه")))


def _given_out(s: SpeakerMention, r: Reading) -> bool:
    """True of a word for what is issued ("the communiqué"); "the text" may be any other that the page has."""
    known = _issued(r.article.language)
    return any(fold_key(t.text).removeprefix("ال") in known for t in tokens(s.text))


def _is_again(c: Credit, r: Reading) -> bool:
    return _text_again(SpeakerMention(c.name, c.start, c.end), r)


def _issuer(c: Credit, q: QuotationMention, r: Reading) -> int | None:
    """Whose a text is: its owner's, else of the one who speaks in its sentence, else the body that begins it."""
    if c.owner is not None and r.mentions[c.owner].kind == "organization":
        return c.owner
    sentence = next((x for x in r.sentences if x.start <= c.start < x.end), c.scope)
    if sentence is None:
        return None
    spoke = {
        x.speaker.mention
        for x in r.quotations
        if x is not q and x.speaker is not None and x.speaker.mention is not None and x.scope.touches(sentence)
        and sentence.start <= x.speaker.start < sentence.end
    }  # fmt: skip
    bodies = [i for i in spoke if r.mentions[i].kind == "organization"]
    if len(spoke) == 1 and bodies:
        return bodies[0]
    opens = [
        i for i, m in enumerate(r.mentions)
        if m.kind == "organization" and not m.plural and sentence.start <= m.start < c.start
    ]  # fmt: skip
    first = min(opens, key=lambda i: r.mentions[i].start, default=None)
    if first is None or spoke:
        return None
    ahead = [t for t in tokens(r.article.text[sentence.start : r.mentions[first].start]) if t.kind == "word"]
    return first if len(ahead) <= (_VERB if r.article.language == "ar" else _NOUN) else None


_VERB, _NOUN = 2, 3
"""Words before the body that opens a sentence: its verb and sort in Arabic; article, noun and adjective elsewhere."""


@cache
def _nouns(language: str) -> frozenset[str]:
    """The nouns that take up a text which somebody gives out, bare: those for what is issued, and those for any text that do."""
    data = table(language, "agencies")
    again = {w for phrase in data["again"] for w in fold_key(phrase).split()}
    texts = {fold_key(w.split()[0]) for w in data["document"]}
    return _issued(language) | {w.removeprefix("ال") for w in again} & texts - _definites(language)


@cache
def _issued(language: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in table(language, "agencies")["communique"] if " " not in w)


@cache
def _definites(language: str) -> frozenset[str]:
    return frozenset(map(fold_key, table(language, "agencies")["taking_up"]))


@cache
def _of(language: str) -> frozenset[str]:
    return frozenset(fold_key(w).rstrip("'’") for w in table(language, "agencies")["text_of"])


@cache
def _reads(language: str) -> tuple[tuple[str, ...], ...]:
    """How one says in what text some words are read, the longest first."""
    own = (tuple(fold_key(t.text) for t in tokens(w)) for w in table(language, "agencies")["read_in"])
    return tuple(sorted(own, key=len, reverse=True))
