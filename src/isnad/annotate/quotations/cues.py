"""Words of saying found in a stretch of text: verbs with their auxiliaries, prepositions, nouns."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.quotations.leading import leads_in, tied_to_pronoun
from isnad.annotate.quotations.lexicon import Entry, Form, Speech, Stance
from isnad.annotate.quotations.openings import begins, unjoined
from isnad.annotate.quotations.phrases import split
from isnad.annotate.quotations.words import BREAKS, STOPS, Words
from isnad.languages import table
from isnad.model import Span

_BACK = 9
"""How many tokens may stand between an auxiliary and its participle."""


class Cue(Struct, frozen=True):
    """One way of saying found: token range, with auxiliaries; ``head`` is the verb's or preposition's own first token.

    ``pronoun`` is the token index of a subject inside the cue ("a-t-il dit"), ``clitic`` how many characters of the
    first token belong to a joined و or ف.
    """

    first: int
    last: int
    head: int
    entry: Entry
    span: Span
    pronoun: int | None = None
    negated: bool = False
    passive: bool = False
    weak: bool = False

    @property
    def form(self) -> Form:
        """The form of the word of saying."""
        return self.entry.form

    @property
    def stance(self) -> Stance:
        """What the word implies of the reporter's attitude."""
        return self.entry.stance

    def may(self, *sorts: str) -> bool:
        """True when the word belongs to one of the classes."""
        return self.entry.sort in sorts or bool(self.entry.also.intersection(sorts))


def matches(words: Words, at: int, lexicon: Speech) -> list[tuple[Entry, int]]:
    """Return the longest entries that begin at a token, one for each form, with the length of a joined conjunction."""
    bare, cut = unjoined(words.keys[at], lexicon.clitics)
    tries = [(words.keys[at], 0), (bare, cut)] if cut else [(words.keys[at], 0)]
    for first, clitic in tries:
        found = _entries_at(words, at, first, clitic, lexicon)
        if found:
            return found
    return _with_object(words, at, tries, lexicon) if lexicon.objects else []


def _entries_at(words: Words, at: int, first: str, clitic: int, lexicon: Speech) -> list[tuple[Entry, int]]:
    found: list[tuple[Entry, int]] = []
    second = words.keys[at + 1] if at + 1 < len(words.keys) else None
    for entry in lexicon.cues.get(first, ()):
        n = len(entry.words)
        if found and n < len(found[0][0].words):
            break
        if n == 1 or (entry.words[1] == second and (n == 2 or tuple(words.keys[at + 1 : at + n]) == entry.words[1:])):
            if "read" in entry.also and lexicon.platforms.intersection(words.keys[at + n : at + n + 1]):
                continue  # «كتب على *صفحته*»: somebody wrote
            found.append((entry, clitic))
    return found


def _with_object(words: Words, at: int, tries: Sequence[tuple[str, int]], lexicon: Speech) -> list[tuple[Entry, int]]:
    """Return the finite verb behind a joined object («ناشدهم», «أعلنته»); a closing ة is no object."""
    if words.tokens[at].text.endswith("ة") or words.tokens[at].text.startswith("ال"):
        return []  # «*الحكم*» is a verdict, and nobody insisted («ألح»)
    for first, clitic in tries:
        for tail in lexicon.objects:
            if first.endswith(tail) and len(first) > len(tail) + 2:
                if first[: -len(tail)] in lexicon.heads or first.endswith("ات" + tail):
                    continue  # «بينهم», «عبرها»: prepositions; «حياته»: a noun
                found = [
                    e for e in lexicon.cues.get(first[: -len(tail)], ()) if e.form == "finite" and len(e.words) == 1
                ]
                if found:
                    return [(found[0], clitic)]
    return []


def agentless(words: Words, i: int, lexicon: Speech) -> bool:
    """True when the vowel signs say that the verb is passive («يُعتبر»): nobody is said to say it."""
    return lexicon.verb_first and "\u064f" in words.tokens[i].text[1:3]  # a damma


def _impersonal(words: Words, i: int, lexicon: Speech) -> bool:
    """True behind the Spanish "se" that leaves out who says it ("se estima que"); "se quejó", "que se define" are people's."""
    if not i or words.keys[i - 1] not in lexicon.impersonal:
        return False
    return not (words.keys[i].startswith(lexicon.pronominal) or (i > 1 and words.keys[i - 2] in lexicon.relatives))


def _preposition(words: Words, i: int, clitic: int, lexicon: Speech) -> bool:
    """True for an Arabic word that is a verb at its clause's head only, and a preposition inside («عبر»، «بين»)."""
    if words.keys[i] not in lexicon.heads or clitic or i == 0:
        return False
    before, after = words.keys[i - 1], words.keys[i + 1 : i + 2]
    if (
        after
        and before in BREAKS
        and (after[0] in lexicon.platforms or after[0] in lexicon.outlets or after[0] in _posts())
    ):
        return True  # «قال الوزير، *عبر* تدوينة، إن …»
    head = before in BREAKS or before in lexicon.auxiliaries or before in lexicon.relatives
    return not (head or (after and (after[0] in lexicon.expressing or lexicon.conjunctions.match(after, 0))))


@cache
def _posts() -> frozenset[str]:
    """The Arabic words that begin what a post or a text is called, by which something is said."""
    data = table("ar", "agencies")
    return frozenset(split(w)[0] for kind in ("social", "communique", "work") for w in data[kind])


def _auxiliary(words: Words, head: int, lexicon: Speech) -> tuple[int, int | None, bool, bool] | None:
    """Look left of a participle for its auxiliary: its token, a pronoun between, negated, passive."""
    i = head - 1
    pronoun, negated, passive = None, False, False
    stop = max(-1, head - 1 - _BACK)
    while i > stop:
        k = words.keys[i]
        if k in lexicon.auxiliaries and not words.capital(i):
            return i, pronoun, negated or (i > 0 and words.keys[i - 1] in lexicon.negations), passive
        if k in lexicon.passive:
            passive = True
        elif k in lexicon.negations or k in ("pas", "jamais"):
            negated = True
        elif lexicon.singular.by_first.get(k) or lexicon.plural.by_first.get(k) or k in ("on", "je", "nous", "t"):
            pronoun = i if k not in ("t", "lui") else pronoun  # « *lui* a répondu X »: who was told
        elif k == "-" or words.tokens[i].kind == "elided":
            pass
        else:
            step = _adverb_before(words, i, lexicon)
            if not step:
                return None
            i -= step - 1
        i -= 1
    return None


def _adverb_before(words: Words, i: int, lexicon: Speech) -> int:
    """Return how many tokens ending at ``i`` are an adverb that may part auxiliary and verb."""
    if words.keys[i].endswith(("ment", "mente", "ly")) and len(words.keys[i]) > 5:
        return 1
    for n in (1, 2, 3, 4):
        if i - n + 1 >= 0 and lexicon.between.match(words.keys, i - n + 1) == n:
            return n
    return 0


def _verb(words: Words, at: int, entry: Entry, lexicon: Speech) -> Cue | None:
    """Make a cue of a finite verb or a participle, if its neighbours let it be one."""
    last = at + len(entry.words) - 1
    keys = words.keys
    if entry.form == "participle":
        aux = _auxiliary(words, at, lexicon)
        if aux is None:
            return None
        first, pronoun, negated, passive = aux
        return Cue(first, last, at, entry, words.span(first, last), pronoun, negated, passive)
    if _asked(words, at, last, lexicon):
        return None
    before = keys[at - 1] if at else ""
    negated = before in lexicon.negations or (at > 1 and keys[at - 2] in lexicon.negations and before != ",")
    if negated and lexicon.verb_first and at > 1 and before == _WHAT and keys[at - 2] in lexicon.cues:
        negated = False  # «بحسب *ما* أفاد مصدر»: "what", no negation
    return Cue(
        at,
        last,
        at,
        entry,
        words.span(at, last),
        None,
        negated,
        before in lexicon.passive or agentless(words, at, lexicon) or _impersonal(words, at, lexicon),
    )


_WHAT = "ما"


def _asked(words: Words, at: int, last: int, lexicon: Speech) -> bool:
    """True of an English past form that opens a sentence and has no subject behind it: a participle ("*Asked* on air whether …, she was blunt")."""
    if not lexicon.bare_clauses or last + 1 >= len(words.keys) or not words.tokens[at].text[0].isupper():
        return False
    k = words.keys[last + 1]
    begins = (
        at == 0 or words.keys[at - 1] in STOPS or "\n" in words.text[words.tokens[at - 1].end : words.tokens[at].start]
    )
    return (
        begins
        and words.keys[at].endswith(lexicon.past)
        and (k in lexicon.governors or k in ("whether", "if", "why", "how"))
    )


def _noun_like(words: Words, at: int, entry: Entry, lexicon: Speech) -> bool:
    """True when the word before says that this is a noun ("the report", "une annonce", "un dit")."""
    if at == 0 or entry.form not in ("finite", "base", "infinitive") or len(entry.words) > 1:
        return False
    before = words.keys[at - 1]
    if before in lexicon.speakers and before not in lexicon.articles and words.keys[at].endswith(lexicon.past):
        return False  # "a port official said"
    if before in lexicon.others and (at < 2 or words.parts(at - 2) or words.keys[at - 2] in lexicon.ands):
        said = words.keys[at].endswith(lexicon.past) or (before in _ONE and words.keys[at].endswith("s"))
        if said:
            return False  # "“…,” *one* said"
    if words.keys[at] in lexicon.speakers and before in lexicon.same:
        return True  # "en la misma *nota* que"
    if words.keys[at + 1 : at + 2] == [":"] and words.tokens[at - 1].kind == "elided" and at > 1:
        # « le chef de l'opposition *l'admet* : … », no « fait l'annonce : … »
        noun = any(e.form == "noun" for e in lexicon.cues.get(words.keys[at], ()))
        return noun or words.keys[at - 2] in lexicon.governors or words.keys[at].endswith("ce")
    if _pronoun_ends(words, at - 1, lexicon):
        return words.keys[at].endswith("s")  # "*Both* said", "esta *última* alegó", not "both reports"
    return before in lexicon.articles or before in lexicon.before_nouns


_ONE = frozenset({"one", "another"})


def _pronoun_ends(words: Words, i: int, lexicon: Speech) -> bool:
    """True when a token ends a subject pronoun of two words, or is one for two persons."""
    two = i > 0 and lexicon.singular.match(words.keys, i - 1) == 2
    return two or (lexicon.plural.match(words.keys, i) == 1 and words.keys[i] in lexicon.articles)


_AGENCIES = ("وكاله", "وكالات")


_SPREAD = 4
"""Tokens that an auxiliary and its participle span at most behind "as" ("según ha *también* informado")."""


def verb_at(words: Words, i: int, lexicon: Speech) -> int | None:
    """Return the last token of a word of saying that stands at a token, its auxiliary and a pronoun before it included."""
    keys = words.keys
    while i < len(keys) and (lexicon.between.match(keys, i) or words.tokens[i].kind == "elided"):
        i += 1
    if i >= len(keys):
        return None
    aux = keys[i] in lexicon.auxiliaries
    for k in range(i + 1, min(i + _SPREAD, len(keys))) if aux else (i,):
        found = [e for e, _ in matches(words, k, lexicon) if e.form == ("participle" if aux else "finite")]
        if found and found[0].sort in ("say", "confirm", "doubt"):
            return k + len(found[0].words) - 1
    return None


_BEFORE_LEADING = frozenset(',،»”"')


def find_cues(words: Words, lexicon: Speech, people: AbstractSet[int] = frozenset()) -> list[Cue]:
    """Return the words of saying of a range, in order, also those between marks; O(number of tokens).

    ``people`` are the places at which persons' names begin, where they are known.
    """
    found: list[Cue] = []
    keys, opens, behind = words.keys, begins(lexicon.language), 0
    places = opens.places(keys, 0, len(keys))
    if lexicon.third_person or (lexicon.verb_first and people):
        behind_marks = (i for i in range(2, len(keys)) if keys[i - 1] in _BEFORE_LEADING)
        places = sorted({*places, *behind_marks})
    for i in places:
        if i < behind:
            continue
        if not opens[keys[i]]:
            if leads_in(words, i, lexicon, people) or (lexicon.language == "fr" and tied_to_pronoun(words, i)):
                found.append(
                    Cue(i, i, i, Entry((keys[i],), "manner", "finite"), words.span(i, i))
                )  # it can only lead in
            continue
        unnamed = lexicon.anonymous.match(keys, i)
        if unnamed:
            behind = i + unnamed
        elif (cue := _cue_at(words, i, lexicon)) is not None:
            found.append(cue)
            behind = cue.last + 1
    return found


def _plural_before(words: Words, i: int, lexicon: Speech) -> bool:
    """True when what stands before a bare form may be its plural subject ("police say", "they argue")."""
    k = i - 1
    while k >= 0 and (step := _adverb_before(words, k, lexicon)):
        k -= step
    k -= 2 * (k > 1 and words.capital(k) and words.keys[k - 1] in ("in", "at", "from"))  # "police *in Norwick* say"
    if k < 0:
        return False
    word = words.keys[k]
    return word in lexicon.plural_subjects or (word.endswith("s") and len(word) > 3 and words.tokens[k].kind == "word")


def _bare_form(words: Words, i: int, entry: Entry, lexicon: Speech) -> Cue | None:
    """Make a cue of a bare form: an infinitive after "to" or a modal, a finite verb after a plural, else nothing."""
    last = i + len(entry.words) - 1
    if _behind_modal(words, i, lexicon):
        return Cue(i, last, i, replace(entry, form="infinitive"), words.span(i, last))
    heard = words.keys[last + 1 : last + 2] and words.keys[last + 1] in (*lexicon.objects_of, "me", "us")
    told = heard and lexicon.conjunctions.match(words.keys, last + 2)  # "my sources in Cairo *tell me that* …"
    if (told or _plural_before(words, i, lexicon)) and not _noun_like(words, i, entry, lexicon):
        return Cue(i, last, i, replace(entry, form="finite"), words.span(i, last), weak=entry.weak)
    return None


def _behind_modal(words: Words, i: int, lexicon: Speech) -> bool:
    """True behind "to", "will", "may"; a capital inside the sentence is a name's ("Mrs May said")."""
    return i > 0 and words.keys[i - 1] in lexicon.modals and not words.capital(i - 1)


def _another_word(words: Words, i: int, lexicon: Speech) -> bool:
    """True of an Arabic word in ي whose verb ends in ى («*نادي* الوثبة», no «نادى»)."""
    if not words.tokens[i].text.endswith("ي"):
        return False
    return (
        words.keys[i] in lexicon.closed_by_alif or unjoined(words.keys[i], lexicon.clitics)[0] in lexicon.closed_by_alif
    )


def _bare_participle(words: Words, i: int, clitic: int) -> bool:
    """True of an Arabic participle without the ending that a manner has («مؤكدا»)."""
    return not clitic and not words.keys[i].endswith(("ا", "ه", "ين"))


def _cue_at(words: Words, i: int, lexicon: Speech) -> Cue | None:
    """Return the best cue that begins at a token: participles with auxiliary first, then finite forms."""
    found = matches(words, i, lexicon)
    if not found or (lexicon.closed_by_alif and _another_word(words, i, lexicon)):
        return None
    if i > 1 and words.keys[i - 1] == "-" and words.glued(i) and words.glued(i - 1):
        return None  # "so-called", "above-mentioned"
    if i and words.keys[i - 1] in lexicon.unsaid and all(e.form in ("finite", "base", "participle") for e, _ in found):
        return None  # "later than announced", not "quoted her as saying"
    forms = {e.form: (e, c) for e, c in found}
    if "participle" in forms and (cue := _verb(words, i, forms["participle"][0], lexicon)):
        return cue
    for form in ("preposition", "relative", "words", "finite", "base", "gerund", "noun", "infinitive"):
        if form not in forms:
            continue
        entry, clitic = forms[form]
        last = i + len(entry.words) - 1
        if form == "base":
            if cue := _bare_form(words, i, entry, lexicon):
                return cue
            continue
        if "verb" in entry.also and verb_at(words, last + 1, lexicon) is None:
            continue
        span = words.span(i, last)
        span = Span(span.start + clitic, span.end)
        weak = entry.weak
        if form == "noun" and i and lexicon.verb_first and words.keys[i - 1].endswith(_AGENCIES):
            continue  # «وكالة *أنباء* الهضاب»
        if form == "gerund" and lexicon.verb_first and i and _bare_participle(words, i, clitic):
            if words.keys[i - 1] in lexicon.governors or lexicon.conjunctions.match(words.keys, i - 1) == 1:
                continue  # «في *مقر* الشركة»: a seat, and nobody admits; «بأن *مطالب* المربين»: demands
        if form != "finite":
            return Cue(i, last, i, entry, span, weak=weak)
        if _preposition(words, i, clitic, lexicon):
            continue
        if _noun_like(words, i, entry, lexicon) or _behind_modal(words, i, lexicon):
            continue
        made = _verb(words, i, entry, lexicon)
        return replace(made, span=span, weak=weak) if made else None
    return None
