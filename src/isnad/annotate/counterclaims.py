"""What one side says against another without a word of denying: "the certificate had lapsed … the owner insists that it was valid".

Somebody holds to something in words that cannot be true together with a sentence close before: a pair of opposites (dismissed and resigned,
jumped and thrown), or what was said there with a "no" before it ("a ransom was paid … no ransom was paid, the government says"). The two
must speak of one thing — a word, or a name, stands in both — and the second must be somebody's own word against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from isnad.languages import table
from isnad.languages.opposites import opposites
from isnad.languages.voices import Voices, voices
from isnad.model import DenialMention, Reading, Span
from isnad.text import Token, fold_key, tokens

BACK = 2
"""Sentences back to what is answered at the most."""
STEM = 5
"""Letters that two forms of one word share at their beginning; one less in Arabic, article and clitics aside."""
SHORTER = 4
"""The same where words of one range are told apart from names and saying."""
NEAR = 4
"""Words behind a "no" among which stands what it takes back."""
OPENS = 4
"""Words of a sentence among which stands that it is contrary to what was printed."""
LONG = 60
"""Words of the longest sentence that is one side's."""
_CLITICS = ("وال", "بال", "فال", "لل", "ال", "و", "ب", "ل", "ف")


class _Part(tuple[int, Span, tuple[Token, ...], tuple[str, ...]]):
    """A sentence, or what stands of it between semicolons: the sentence's place, the words' span, tokens and folded words."""

    __slots__ = ()


def find_counterclaims(reading: Reading, known: Sequence[DenialMention]) -> Iterator[DenialMention]:
    """Yield what is said against a claim close before it; sentences that deny in so many words (``known``) left out."""
    turns = voices(reading.article.language)
    parts = [p for p in _parts(reading, turns) if len(p[3]) <= LONG]
    taken = [s for d in known for s in (d.clause, *d.claims)]
    for k, part in enumerate(parts):
        if _set_right(reading, part, turns):
            yield DenialMention(part[1], part[1])
            continue
        if any(part[1].touches(s) for s in taken) or not _held(reading, part, turns):
            continue
        before = [p for p in parts[max(0, k - 3) : k] if part[0] - p[0] <= BACK]
        claim = next((p for p in reversed(before) if _against(reading, p, part, turns)), None)
        if claim is not None:
            yield DenialMention(part[1], part[1], (claim[1],))
        elif _takes_back(part[3], turns, reading.article.language):
            yield DenialMention(part[1], part[1])


def _set_right(reading: Reading, part: _Part, turns: Voices) -> bool:
    """True of "contrary to what we wrote on Tuesday, the manager is not held": what the paper had printed is taken back."""
    keys = part[3]
    if not turns.stands("contrary_to", keys, 0, min(OPENS, len(keys))):
        return False
    no = _negations(reading.article.language)
    return turns.stands("had_printed", keys) and any(_negates(k, no, reading.article.language) for k in keys)


def told_words(reading: Reading, span: Span) -> frozenset[str]:
    """Return the beginnings of the telling words of a range, names and words of saying and time left out."""
    language = reading.article.language
    found = tokens(reading.article.text, span.start, span.end)
    named = {t.key for m in reading.mentions if span.start <= m.start < span.end for t in tokens(m.text)}
    dated = [t for t in reading.times if span.start <= t.start < span.end]
    keys = [
        t.key
        for t in found
        if t.key not in named and t.key not in _saying(language) and not any(d.start <= t.start < d.end for d in dated)
    ]
    return _content(keys, language, SHORTER)


@cache
def _saying(language: str) -> frozenset[str]:
    """Words by which somebody stands for something, and such as stand anywhere."""
    words = table(language, "numbers")
    phrases = (
        *words["rivals"]["estimates"],
        *words["rivals"]["accuses"],
        *words["rivals"]["denies"],
        *words["stop"],
        *_ANYWHERE[language],
    )
    return frozenset(t.key for w in phrases for t in tokens(w))


_ANYWHERE = {
    "fr": (
        "avoir",
        "avait",
        "avaient",
        "étaient",
        "aurait",
        "toute",
        "toutes",
        "aucun",
        "aucune",
        "cette",
        "leurs",
        "après",
        "avant",
        "communiqué",
        "conférence",
        "presse",
        "ministre",
        "ministère",
        "gouvernement",
        "police",
        "président",
        "direction",
        "société",
        "soient",
        "déclaré",
        "personne",
        "personnes",
    ),
    "es": (
        "haber",
        "había",
        "habían",
        "hubiera",
        "hubieran",
        "estaba",
        "estaban",
        "después",
        "antes",
        "comunicado",
        "conferencia",
        "prensa",
        "ministro",
        "ministra",
        "ministerio",
        "gobierno",
        "policía",
        "presidente",
        "dirección",
        "empresa",
        "ningún",
        "ninguna",
        "cualquier",
        "persona",
        "personas",
        "según",
    ),
    "en": (
        "having",
        "there",
        "their",
        "which",
        "statement",
        "minister",
        "ministry",
        "government",
        "police",
        "president",
        "company",
        "about",
        "after",
        "before",
        "being",
        "would",
        "could",
        "people",
        "person",
        "spokesman",
        "spokeswoman",
        "official",
        "officials",
    ),
    "ar": (
        "وزارة",
        "وزير",
        "حكومة",
        "شرطة",
        "رئيس",
        "شركة",
        "بيان",
        "تصريح",
        "تصريحات",
        "تكون",
        "يكون",
        "كانت",
        "هناك",
        "الذي",
        "التي",
        "متحدث",
        "ناطق",
        "باسم",
        "مصدر",
        "مصادر",
        "خلال",
        "شخص",
        "أشخاص",
        "وقوع",
        "حدوث",
        "وجود",
        "استعمال",
        "استخدام",
    ),
}


def _parts(reading: Reading, turns: Voices) -> Iterator[_Part]:
    text = reading.article.text
    titles = [p for p in reading.article.parts if p.kind in ("title", "subheading", "caption")]
    for n, s in enumerate(reading.sentences):
        if any(t.start <= s.start < t.end for t in titles):
            continue
        low, found = s.start, tokens(text, s.start, s.end)
        keys = [t.key or t.text for t in found]
        cuts = [t.end for t, k in zip(found, keys, strict=True) if k in (";", "؛")]
        cuts += [
            found[i].end for i in range(len(keys) - 1) if keys[i] in (",", "،") and turns.at("contrast", keys, i + 1)
        ]
        for high in (*sorted(cuts), s.end):
            inside = [i for i, t in enumerate(found) if low <= t.start < high]
            if inside:
                a, b = inside[0], inside[-1] + 1
                yield _Part((n, Span(found[a].start, found[b - 1].end), tuple(found[a:b]), tuple(keys[a:b])))
            low = high


def _held(reading: Reading, part: _Part, turns: Voices) -> bool:
    """True of what is somebody's word against others: they insist, or say so behind "but", or are quoted."""
    keys = part[3]
    if turns.stands("insists", keys) or any(
        q.stance != "denying" and q.kind != "indirect" and _quoted(q.pieces, part[1]) for q in reading.quotations
    ):
        return True
    return turns.stands("contrast", keys, 0, min(6, len(keys))) and (
        turns.stands("says", keys) or turns.stands("attributed", keys)
    )


def _quoted(pieces: Sequence[Span], span: Span) -> bool:
    return any(p.touches(span) for p in pieces)


def _against(reading: Reading, claim: _Part, answer: _Part, turns: Voices) -> bool:
    """True when two parts cannot both be true of one thing."""
    language = reading.article.language
    no = _negations(language)
    said, held = claim[3], answer[3]
    told = _content(said, language) - _named(reading, claim)
    negated = any(_negates(k, no, language) for k in said)
    if not negated and turns.stands("insists", held) and not _numbered(reading, answer):
        spoken = [t for t in answer[2] if not _in_quotes(reading, t)]
        keys = [t.key or t.text for t in spoken]
        denied = [_words_behind(keys, i, language) for i, k in enumerate(keys) if _negates(k, no, language)]
        if any(told & words for words in denied):
            return True
    if not negated and _no_such_thing(reading, claim, answer, turns):
        return True
    x, y = (opposites(language).lasting(k) for k in (said, held))
    pairs = {(n, i) for n, side, i in x for m, other, _ in y if n == m and side != other}
    if (
        not pairs
        or negated
        or any(n == m and side == other for n, side, _ in x for m, other, _ in y if (n, 0) in pairs)
    ):
        return False
    if answer[0] - claim[0] == 1 and _says(reading, claim, turns) and turns.stands("insists", held):
        return True  # "… had passed their expiry date, vaccinators said. The ministry insisted that every vial was in date"
    if claim[0] == answer[0] and all(turns.stands("says", k) or turns.stands("insists", k) for k in (said, held)):
        return True  # "the police maintain that he fell; his sister swears that he was shot"
    return bool(_common(reading, claim, answer, language))


def _says(reading: Reading, part: _Part, turns: Voices) -> bool:
    """True of what somebody is said to have said."""
    if turns.stands("says", part[3]) or turns.stands("attributed", part[3]):
        return True
    return any(q.stance != "denying" and q.scope.touches(part[1]) for q in reading.quotations)


def _no_such_thing(reading: Reading, claim: _Part, answer: _Part, turns: Voices) -> bool:
    """True of "“There is no contract and there is no drone,” the spokesman told …" behind "reported that Tunis had bought six drones"."""
    language = reading.article.language
    if not _says(reading, claim, turns) or turns.stands("wants", claim[3]):
        return False
    told = _content(claim[3], language) - _named(reading, claim)
    for q in reading.quotations:
        if q.kind == "indirect" or not _quoted(q.pieces[:1], answer[1]):
            continue
        keys = [t.key or t.text for t in tokens(reading.article.text, q.pieces[0].start, q.pieces[0].end)]
        if turns.at("none", keys, 0) or (len(keys) > 1 and turns.at("none", keys, 1)):
            return bool(told & _content(keys, language))
    return False


def _takes_back(keys: Sequence[str], turns: Voices, language: str) -> bool:
    """True of "nobody dismissed me: I resigned": the one of two opposites behind a "no", the other without."""
    no = _negations(language)
    behind = {j for i, k in enumerate(keys) if _negates(k, no, language) for j in range(i + 1, i + 1 + NEAR)}
    found = opposites(language).lasting(keys)
    return any(n == m and a != b and i in behind and j not in behind for n, a, i in found for m, b, j in found)


def _in_quotes(reading: Reading, token: Token) -> bool:
    """True of a word between quotation marks: who is quoted says "no" to many things."""
    return any(p.start <= token.start < p.end for q in reading.quotations if q.kind == "direct" for p in q.pieces)


def _numbered(reading: Reading, part: _Part) -> bool:
    """True of what gives a number: numbers are set against each other for themselves."""
    return any(part[1].start <= f.start < part[1].end for f in reading.numbers)


def _negates(key: str, no: frozenset[str], language: str) -> bool:
    return key in no or (language == "ar" and key[:1] in ("و", "ف") and key[1:] in no)


def _words_behind(keys: Sequence[str], i: int, language: str) -> frozenset[str]:
    """What a "no" takes back: the telling words right behind it."""
    return _content(keys[i + 1 : i + 1 + NEAR], language)


def _content(keys: Sequence[str], language: str, stem: int = STEM) -> frozenset[str]:
    """The beginnings of the telling words."""
    size = stem - (language == "ar")
    return frozenset(b[:size] for b in (_bare(k, language) for k in keys) if len(b) >= size and b.isalpha())


def _bare(key: str, language: str) -> str:
    if language == "ar":
        for clitic in _CLITICS:
            if key.startswith(clitic) and len(key) - len(clitic) > 2:
                return key[len(clitic) :]
    return key


def _named(reading: Reading, part: _Part) -> frozenset[str]:
    """The beginnings of words that are names: whose name they share says nothing of what is taken back."""
    inside = [m for m in reading.mentions if part[1].start <= m.start < part[1].end]
    return _content([t.key for m in inside for t in tokens(m.text)], reading.article.language)


def _common(reading: Reading, claim: _Part, answer: _Part, language: str) -> frozenset[str]:
    """The telling words of both; the pronoun of who is quoted will do where nobody else is named in the claim."""
    shared = _content(claim[3], language) & _content(answer[3], language)
    return shared or frozenset(
        w
        for q in reading.quotations
        if q.kind != "indirect"
        and q.speaker is not None
        and q.speaker.mention is not None
        and _quoted(q.pieces, answer[1])
        for w in _content([t.key for t in tokens(q.speaker.text)], language) & _content(claim[3], language)
    )


@cache
def _negations(language: str) -> frozenset[str]:
    words = (
        *table(language, "grammar")["words"]["negation"],
        *table(language, "numbers")["rivals"]["neither"],
        *_NO[language],
    )
    return frozenset(fold_key(w) for w in words)


_NO = {
    "fr": ("aucun", "aucune", "pas", "personne", "nul", "nulle", "jamais"),
    "es": ("ningún", "ninguna", "ninguno", "nadie", "jamás", "nunca"),
    "en": ("no", "nobody", "none", "without"),
    "ar": ("لا", "لم", "ما", "ليس", "ليست", "لن", "أي", "أية", "غير"),
}
