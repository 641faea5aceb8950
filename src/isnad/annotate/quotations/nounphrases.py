"""Noun phrases without a parser: where one may begin, where it ends, what name in it is its head."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from isnad.annotate.elided import callings
from isnad.annotate.folk import folk
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.phrases import key
from isnad.annotate.quotations.words import Words
from isnad.model import Mention, Span
from isnad.text import fold_key


class Found(Struct, frozen=True):
    """A subject: its printed words, the mention it is, and what sort of word it is."""

    span: Span
    mention: int | None
    sort: str  # name, phrase, pronoun, plural


class Mentions:
    """The reading's mentions, by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        order = sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end))
        self.mentions = mentions
        self.order = order
        self.starts = [mentions[i].start for i in order]

    @cached_property
    def last_names(self) -> frozenset[str]:
        """The last words of the persons' names, folded: a name of two letters is known by them («تيجان غي»)."""
        named = (m.text.split() for m in self.mentions if m.kind == "person" and m.form == "name")
        return frozenset(key(n[-1]) for n in named if n)

    def within(self, span: Span) -> list[int]:
        """Return the indices of mentions that lie inside a span, in order of place."""
        found: list[int] = []
        i = bisect_left(self.starts, span.start)
        while i < len(self.starts) and self.starts[i] < span.end:
            if self.mentions[self.order[i]].end <= span.end:
                found.append(self.order[i])
            i += 1
        return found

    def covering(self, offset: int) -> int | None:
        """Return the index of the mention that holds the character."""
        i = bisect_left(self.starts, offset + 1) - 1
        for k in range(i, max(-1, i - 4), -1):
            if self.mentions[self.order[k]].end > offset:
                return self.order[k]
        return None


def may_begin(words: Words, i: int, lexicon: Speech, mentions: Mentions, joined: bool = False) -> bool:
    """True when a noun phrase may begin at the token: article, capital letter, a word for speakers, a mention."""
    k, token = words.keys[i], words.tokens[i]
    if k in lexicon.articles or k in lexicon.speakers or mentions.covering(token.start) is not None:
        return True
    if any(k.startswith(c) and k[len(c) :] in lexicon.speakers for c in lexicon.clitics):
        return True
    if lexicon.verb_first and k in WITH_PRONOUN:
        return False
    if lexicon.verb_first:
        bare = next((k[len(c) :] for c in lexicon.clitics if k.startswith(c) and len(k) > len(c) + 1), k)
        return (
            token.kind == "word"
            and (
                len(k) > 2 or k in mentions.last_names or (i + 1 < len(words.keys) and words.keys[i + 1] in (",", "،"))
            )
            and (joined or lexicon.adverbial is None or not lexicon.adverbial.match(k))
            and not lexicon.ends.match(words.keys, i)
            and not lexicon.conjunctions.match(words.keys, i)
            and not (bare != k and (bare in lexicon.begins or bare in lexicon.auxiliaries or bare in lexicon.governors))
            and not (bare != k and lexicon.conjunctions.match([bare], 0))
        )
    if token.kind == "number" or (joined and token.kind == "word" and i and words.keys[i - 1] in _CONTRACTED):
        return True
    if k in lexicon.others and (i + 1 >= len(words.keys) or words.tokens[i + 1].kind == "mark"):
        return True  # "«…», añadió *otro*."
    if token.kind == "word" and i + 2 < len(words.keys) and words.keys[i + 1] == "." and not words.parts(i + 1):
        return True  # an address in the web speaks for its pages ("weather.com reported")
    cut = (
        token.kind == "elided" and len(token.text) == 2 and i + 1 < len(words.keys) and words.glued(i + 1)
    )  # "M’Bareck"
    return (token.kind == "word" or cut) and token.text[0].isupper() and lexicon.ends.match(words.keys, i) == 0


_CONTRACTED = frozenset({"del", "al", "du", "des", "au", "aux"})
"""Prepositions with the article in them: a noun phrase follows ("a decir *del* cronista")."""


WITH_PRONOUN = frozenset(
    p + e
    for p in ("علي", "الي", "عن", "من", "في", "ب", "ل", "لدي", "مع", "بين", "عند", "حول", "تجاه", "ضد")
    for e in ("ه", "ها", "هم", "هن", "هما", "ك", "كم", "نا", "ي")
)
"""Arabic prepositions with their pronoun joined («علقت *عليها*»): nobody."""


def pick(words: Words, first: int, last: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return who a token range names: a person's name in it that nothing governs, else the phrase itself."""
    while first <= last and words.keys[first] in ("-", "–"):
        first += 1
    if last < first:
        return None
    span = words.span(first, last)
    if lexicon.verb_first and words.keys[first] in lexicon.around:
        return Found(span, None, "phrase")  # «*زملاء* مدير المصفاة سامي حداد»: not he
    inside = [
        i for i in mentions.within(Span(span.start, span.end)) if not _in_the_name(words, i, first, lexicon, mentions)
    ]
    head = [i for i in inside if not _governed(words, mentions.mentions[i].start, first, lexicon, mentions)]
    people = [i for i in head if mentions.mentions[i].kind == "person" and mentions.mentions[i].form != "role"]
    for chosen in (
        people,
        [
            i
            for i in head
            if mentions.mentions[i].form == "role"
            and mentions.mentions[i].start <= span.start + 6
            and not _of_a_role(words, mentions.mentions[i], first, lexicon)
            and not _attributive(words, mentions.mentions[i], last, lexicon)
        ],
    ):
        both = _both(words, chosen, head, lexicon, mentions)
        if both is not None:
            return both
        if chosen:
            i = _named_beside(chosen[0], words, lexicon, mentions)
            m = mentions.mentions[i]
            return Found(_trimmed(words, m, lexicon), i, "plural" if m.plural else "name")
    for i in head:
        m = mentions.mentions[i]
        before = words.at(m.start)
        lead = words.keys[first:before]
        if m.kind != "organization":
            continue
        if not any(k in lexicon.speakers for k in lead):
            return Found(Span(m.start, m.end), i, "name")
        if not any(k in lexicon.offices for k in lead) and before - first <= 3:
            # "la société X", «شركة «نور السواحل»»: a noun in apposition, and the name of what it is.
            end = before + 1
            while end <= last and words.tokens[end].start < m.end:
                end += 1
            end -= end > last or end not in words.quiet
            return Found(words.span(first, max(end, before)), i, "name")
    return Found(words.span(first, _before_text(words, first, last, lexicon)), None, "phrase")


def _before_text(words: Words, first: int, last: int, lexicon: Speech) -> int:
    """Return a phrase's last token, without the text or the day it was said in or on ("the ministry *in a communiqué on Sunday*")."""
    if lexicon.verb_first:
        return last
    for k in range(first + 1 + (words.keys[first] in lexicon.articles), last):
        if words.keys[k] not in lexicon.governors or words.keys[k] in _OF:
            continue
        led = [w for w in words.keys[k + 1 : k + 4] if w not in lexicon.articles]
        if led and (led[0] in lexicon.skip or not lexicon.issued.isdisjoint(led) or led[0] in lexicon.platforms):
            return k - 1
    return last


_OF = frozenset({"de", "d'", "del", "du", "des", "of"})


def _of_a_role(words: Words, m: Mention, first: int, lexicon: Speech) -> bool:
    """True of a role that an Arabic noun before it is somebody's of («*زوجة* الوزير», «*ابن* الرئيس»)."""
    at = words.at(m.start)
    return (
        lexicon.verb_first and at == first + 1 and any(h in lexicon.persons for h in heads(words.keys[first], lexicon))
    )


def _attributive(words: Words, m: Mention, last: int, lexicon: Speech) -> bool:
    """True of an English role that says of what sort the next noun is ("the *official* read-out", no "official at the port")."""
    k = words.before(m.end)
    if not lexicon.bare_clauses or k > last or words.tokens[k].kind != "word" or not words.tokens[k].text.islower():
        return False
    keys = words.keys[k]
    return not (
        keys in lexicon.governors | lexicon.relatives | lexicon.ands | lexicon.skip | lexicon.speakers
        or lexicon.ends.match(words.keys, k)
        or keys.endswith(lexicon.past)
    )


def _in_the_name(words: Words, i: int, first: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True for "in the name of" behind a spokesman taken for a first name («الناطق العسكري *باسم* الكتائب»)."""
    at = words.at(mentions.mentions[i].start)
    return lexicon.verb_first and at > first and at < len(words.keys) and words.keys[at] == "باسم"


def _both(words: Words, chosen: list[int], head: list[int], lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the two that "and" joins at a phrase's head as one plural speaker: never one of them alone."""
    follows = [i for i in head if chosen and mentions.mentions[i].start >= mentions.mentions[chosen[0]].end]
    follows = [i for i in follows if mentions.mentions[i].kind == "person"]
    if not follows or not _joined_names(words, chosen[0], follows[0], lexicon, mentions):
        return None
    return Found(Span(mentions.mentions[chosen[0]].start, mentions.mentions[follows[0]].end), None, "several")


_BEFORE_OUTLETS = frozenset({"auprès", "à", "au", "ante", "to"})
"""What leads to whom somebody spoke behind his role: "sa porte-parole *auprès de* l'agence"."""


def _trimmed(words: Words, m: Mention, lexicon: Speech) -> Span:
    """Return a mention's span; a role ends where it is said to whom or on what page somebody spoke ("… sur Facebook")."""
    if m.form != "role":
        return Span(m.start, m.end)
    first, end = words.at(m.start), words.before(m.end)
    for i in range(first + 1, end):
        k = words.keys[i]
        on = k in lexicon.governors and any(w in lexicon.platforms for w in words.keys[i + 1 : i + 3])
        told = k[:1] in lexicon.preposition_clitics[:1] and k[1:] in lexicon.outlets
        told = told or (k in _BEFORE_OUTLETS and any(w in lexicon.outlets for w in words.keys[i + 1 : i + 5]))
        told = told or (k in _ON_AIR and _masthead(words, i + 1, lexicon))
        object_ = lexicon.verb_first and k in lexicon.outlets and words.keys[i - 1].startswith("ال") and i - first > 1
        if on or told or object_:  # «أبلغ مسؤول في الوزارة *وكالة* الخليج أن»: behind a definite noun another begins
            return Span(m.start, words.tokens[i - 1].end)
    return Span(m.start, m.end)


_ON_AIR = frozenset({"a", "al", "en", "sur", "à", "on", "to"})


def _masthead(words: Words, i: int, lexicon: Speech) -> bool:
    """True when a station's or paper's name with a capital begins at a token, past its article ("en *la Cadena Ser*")."""
    i += i < len(words.keys) and words.keys[i] in lexicon.articles and words.tokens[i].text.islower()
    named = i < len(words.keys) and words.tokens[i].text[0].isupper()
    return named and fold_key(words.tokens[i].text) in lexicon.mastheads


def _joined_names(words: Words, a: int, b: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when nothing but "and" (and an article) stands between two names or roles: both speak."""
    end, start = mentions.mentions[a].end, mentions.mentions[b].start
    if not 0 <= start - end <= 8:
        return False
    between = words.text[end:start].split()
    joining = [w for w in between if w.casefold() in lexicon.ands or w in lexicon.clitics]
    return len(joining) == 1 and all(w in joining or w.casefold() in lexicon.articles for w in between)


def is_source(words: Words, found: Found, lexicon: Speech) -> bool:
    """True when a phrase is one for sources that tell on what others said: people close, papers, agencies, officials."""
    i, j = words.at(found.span.start), words.before(found.span.end)
    stems = [
        k[len(c) :]
        for k in words.keys[i:j]
        for c in ("", *lexicon.preposition_clitics, *lexicon.joined_articles)
        if k.startswith(c)
    ]
    return any(s in lexicon.sources or s in lexicon.outlets for s in stems)


_TANWIN = 4
"""Letters of an Arabic noun in the accusative."""


def heads(k: str, lexicon: Speech) -> Iterator[str]:
    """Yield a word without joined conjunction, article and possessive («محاميتهما»: «محامية»)."""
    for head in (k, *(k[len(c) :] for c in (*lexicon.clitics, *lexicon.joined_articles) if k.startswith(c))):
        yield head
        if lexicon.verb_first and head.endswith("ا") and len(head) > _TANWIN:
            yield head[:-1]  # «إلا أن *مصدرا* قال»
        for tail in lexicon.possessives:
            if head.endswith(tail) and len(head) > len(tail) + 2:
                bare = head[: -len(tail)]
                yield bare
                if bare.endswith("ت"):
                    yield bare[:-1] + "ه"


NO_ONE = frozenset(
    {"state", "house", "home", "news", "staff", "stage", "film", "movie", "theatre", "treasury", "crown", "public", "party", "government",
     "army", "police", "parliament", "committee", "military", "documentary", "defence", "defense", "chambre", "commission", "brigade",
     "division", "gouvernement", "parlement", "parti", "scene", "terrain", "file", "interim", "cine", "comision", "congreso", "ejercito",
     "escena", "estado", "gobierno", "oposicion", "orquesta", "parlamento", "brigada", "cargo", "funciones", "numero"}
)  # fmt: skip
"""Words of offices that are nobody by themselves, folded: "the *state*", « la *chambre* »."""


def is_somebody(words: Words, found: Found, lexicon: Speech, mentions: Mentions, places: bool = False) -> bool:
    """True when a subject is known to be able to speak: a name, a pronoun, or a noun for people and bodies.

    ``places`` when a country or a capital may speak for its government ("Siria afirma", "Moscou a souligné").
    """
    if found.sort != "phrase":
        return found.mention is None or mentions.mentions[found.mention].kind != "misc"
    i, j = words.at(found.span.start), words.before(found.span.end)
    if not lexicon.verb_first and all(k in lexicon.articles for k in words.keys[i:j]):
        return True  # "una", "la otra", "les deux": of those named before
    if j == i + 1 and words.keys[i] in lexicon.others:
        return True  # "one", "another"
    if i < j - 1 and words.keys[i] in lexicon.honorifics and words.tokens[j - 1].text[0].isupper():
        return True  # « M. Doseba », whose name was not found
    nouns, called = folk(lexicon.language), callings(lexicon.language)
    for k in (*words.keys[i : min(j, i + 4)], *_hyphened(words, i, j)):
        if any((f := fold_key(b)) in nouns or called(f) for b in heads(k, lexicon)):
            return True
        for b in heads(k, lexicon):
            if b in lexicon.speakers or b in lexicon.persons or (b in lexicon.offices and fold_key(b) not in NO_ONE):
                return True
        if k.endswith(("s", "x")) and k[:-1] in lexicon.persons:
            return True  # "the soldiers", « les rescapés »
    for m in mentions.within(found.span)[:1]:
        lead = words.keys[i : words.at(mentions.mentions[m].start)]
        if any(k in lexicon.governors for k in lead):
            return False  # "the roof *of the Al-Nasr hall*"
        acts = places and mentions.mentions[m].kind == "place" and all(k in lexicon.articles for k in lead)
        return acts or mentions.mentions[m].kind in ("person", "organization")
    return False


def _hyphened(words: Words, i: int, j: int) -> Iterator[str]:
    """Yield the word of two parts at a phrase's head ("l'*état-major*", "the *vice-president*")."""
    for k in range(i, min(j - 2, i + 2)):
        if words.keys[k + 1] == "-" and words.glued(k + 1) and words.glued(k + 2):
            yield f"{words.keys[k]}-{words.keys[k + 2]}"


_BESIDE = frozenset(",،.")


def _is_title(k: str, lexicon: Speech) -> bool:
    """True for what stands before a name and is none: a title, a rank, a calling ("M.", «العميد»)."""
    bare = next((k[len(c) :] for c in lexicon.joined_articles if k.startswith(c)), k)
    known = lexicon.honorifics | lexicon.offices | lexicon.persons
    return len(k) == 1 or k in known or bare in known  # «د.», «أ.»


def _named_beside(i: int, words: Words, lexicon: Speech, mentions: Mentions) -> int:
    """Return the person named right behind a role ("le ministre de l'Eau, M. X", «المتحدث، العميد X»), else the role's own."""
    role = mentions.mentions[i]
    if role.form != "role" or role.plural:
        return i
    k = words.at(role.end)
    for at in range(k, min(k + 5, len(words.tokens))):
        who = mentions.covering(words.tokens[at].start)
        if (
            who is not None
            and who != i
            and mentions.mentions[who].kind == "person"
            and mentions.mentions[who].form == "name"
        ):
            return who
        if (words.keys[at] not in _BESIDE or (at == k and words.keys[at] == ".")) and not _is_title(
            words.keys[at], lexicon
        ):
            break
    return i


def _governed(words: Words, start: int, first: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when a preposition governs the name ("le porte-parole *de* X", "du ministre X"), not a noun before it in
    apposition ("le ministre de l'Eau, X", "Secretary of State X")."""
    at = words.at(start)
    left = at - 1
    while left > first and (words.keys[left] == "." or len(words.keys[left]) <= 3):
        left -= 1  # past "Mr.", "Me", "Dr."
    before = words.keys[left] if left >= first else ""
    acts = len(before) > 5 and before.endswith(lexicon.participles) and before not in lexicon.speakers | lexicon.persons
    if acts or _possessor(words, start, mentions):
        return True  # "the lawyer representing X", "X's lawyer"
    for i in range(at - 1, max(first - 1, at - 5), -1):
        if words.keys[i] in lexicon.governors:
            return all(_leads_to_name(words.keys[k], lexicon) for k in range(i + 1, at))
    return False


def _possessor(words: Words, start: int, mentions: Mentions) -> bool:
    """True for the owner in an English genitive ("*Johnson*'s son"): the noun behind is the head."""
    who = mentions.covering(start)
    i = words.at(mentions.mentions[who].end) if who is not None else len(words.keys)
    if i + 2 >= len(words.keys) or words.keys[i] not in ("'", "’") or not (words.glued(i) and words.glued(i + 1)):
        return False
    return words.keys[i + 1] == "s" and words.tokens[i + 2].kind == "word"


def _leads_to_name(k: str, lexicon: Speech) -> bool:
    return k in lexicon.articles or k in lexicon.offices or k in lexicon.honorifics or len(k) <= 3


def is_abbreviation(words: Words, i: int) -> bool:
    """True when the full stop belongs to a short title or initial ("M. X", "Ms. Y")."""
    return (
        words.keys[i] == "."
        and i > 0
        and words.glued(i)
        and len(words.keys[i - 1]) <= 3
        and words.tokens[i - 1].text[0].isupper()
    )


def chunks(words: Words, start: int, last: int) -> list[tuple[int, int]]:
    """Cut tokens ``start … last`` at commas and other breaks, nearest to the verb first; parentheses fall out."""
    found: list[tuple[int, int]] = []
    end = last
    i = last
    depth = 0
    while i >= start:
        k = words.keys[i]
        if k in ")]":
            if depth == 0 and i < end:
                found.append((i + 1, end))
            depth += 1
        elif k in "([":
            depth = max(0, depth - 1)
            end = i - 1
        elif depth == 0 and ((words.parts(i) and not is_abbreviation(words, i)) or (k == "-" and not words.glued(i))):
            if i < end:
                found.append((i + 1, end))
            end = i - 1
            if k in ";؛:.!?؟…":
                return found
        i -= 1
    if start <= end and depth == 0:
        found.append((start, end))
    return found


def head_of(words: Words, first: int, last: int, lexicon: Speech, mentions: Mentions) -> tuple[int, int] | None:
    """Return the first noun phrase of a chunk that no preposition governs, to the chunk's end or a relative."""
    i = first
    while (
        i <= last
        and (words.keys[i] in lexicon.begins or lexicon.between.match(words.keys, i))
        and words.keys[i] not in lexicon.articles
    ):
        i += 1
    start = None
    while i <= last:
        governs = words.keys[i] in lexicon.governors and not (i == first and words.keys[i] in lexicon.articles)
        if governs and mentions.covering(words.tokens[i].start) is None:
            return None
        if may_begin(words, i, lexicon, mentions):
            start = i
            break
        i += 1
        if i - first > 3:
            return None
    if start is None:
        return None
    end = start
    while end < last and not (
        words.keys[end + 1] in lexicon.relatives and mentions.covering(words.tokens[end + 1].start) is None
    ):
        end += 1
    return start, end
