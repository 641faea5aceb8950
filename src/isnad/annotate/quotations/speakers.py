"""Who spoke: the subject of a word of saying, before it or behind it.

No parser: a subject is the first noun phrase of its clause that no preposition governs. Where that is unsure the
speaker is left open rather than guessed.
"""

from __future__ import annotations

from isnad.annotate.quotations.appositions import LONGEST, led_in, nearest_before, person_apposed
from isnad.annotate.quotations.asides import object_like, past_manner, past_object, past_told
from isnad.annotate.quotations.callings import texts
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import (
    WITH_PRONOUN,
    Found,
    Mentions,
    chunks,
    head_of,
    is_abbreviation,
    may_begin,
    pick,
)
from isnad.annotate.quotations.words import Words
from isnad.model import Span

_SUM = frozenset("0123456789٠١٢٣٤٥٦٧٨٩$€£")
"""What a figure or a sum of money begins with."""
_APPOSED = 7
"""Tokens behind a comma within which the name in apposition stands."""


def after(words: Words, i: int, stop: int, lexicon: Speech, mentions: Mentions, joined: bool = False) -> Found | None:
    """Return the subject that begins at token ``i`` and ends before offset ``stop``.

    ``joined`` when the cue is a preposition whose particle may be written with the name (لبيان).
    """
    keys = words.keys
    n = len(words.tokens)
    while i < n and words.tokens[i].start < stop:
        step = lexicon.between.match(keys, i)
        if step == 1 and not lexicon.verb_first and may_begin(words, i, lexicon, mentions):
            step = 0
        if lexicon.verb_first and keys[i] in lexicon.speakers:
            step = 0
        step = step or int(keys[i] in lexicon.skip or (lexicon.verb_first and keys[i] in WITH_PRONOUN))
        if not step:
            break
        i += step
    i = past_told(words, past_manner(words, i, stop, lexicon, mentions), lexicon)
    i = i if joined else past_object(words, i, stop, lexicon, mentions)
    i += i in words.quiet  # «أعلنت «كتائب الفجر» …»: a name's own marks
    if i >= n or words.tokens[i].start >= stop or (not lexicon.verb_first and lexicon.conjunctions.match(keys, i)):
        return None
    if (
        not joined
        and lexicon.verb_first
        and keys[i][:1] in lexicon.preposition_clitics[:1]
        and object_like(words, i, mentions, lexicon)
    ):
        return None
    for table, sort in ((lexicon.plural, "plural"), (lexicon.singular, "pronoun")):
        width = table.match(keys, i)
        if width and not (keys[i] in lexicon.articles and width == 1) and not _noun_behind(words, i + width, lexicon):
            return Found(words.span(i, i + width - 1), None, "pronoun" if sort == "pronoun" else "pronouns")
    if not may_begin(words, i, lexicon, mentions, joined) and not _titled(words, i, lexicon, mentions):
        return None
    end = i
    while end < n and words.tokens[end].start < stop and end - i < LONGEST:
        inside = mentions.covering(words.tokens[end].start)
        if (words.parts(end) and not is_abbreviation(words, end)) or (
            "\n" in words.text[words.tokens[end - 1].end : words.tokens[end].start] and end > i
        ):
            break
        if end > i and inside is None and (lexicon.ends.match(keys, end) or lexicon.conjunctions.match(keys, end)):
            if not (keys[end] in lexicon.same and end == i + 1):  # "la *même* source"
                break
        if end > i and keys[end] in lexicon.ands and words.tokens[min(end + 1, n - 1)].text[0] in _SUM:
            break  # "according to Algiers *and $710m* according to …"
        if end > i and (_hearer(words, end, lexicon) or lexicon.citing.match(keys, end)):
            break
        if end > i and lexicon.anonymous.match(keys, end):
            break  # «سائق *فضل عدم ذكر اسمه*»
        if keys[end] in lexicon.addressees and any(k.startswith("ال") for k in keys[i:end]):
            break  # «دعا رئيس البلدية عادل النحاس *السكان* إلى …»
        if end > i and keys[end] in lexicon.things and _definite(words, end - 1, mentions):
            if not (end == i + 1 and keys[end + 1 : end + 2] == [","] and _named_at(words, end + 2, mentions)):
                break  # no «قال محافظ *اللقاء*، عبد الحفيظ معوش، إن»: what his office is of
        end += 1
    end -= end - 1 in words.quiet and end - 1 > i and i - 1 in words.quiet
    found = pick(words, i, end - 1, lexicon, mentions)
    role = found is not None and found.mention is not None and mentions.mentions[found.mention].form == "role"
    if found and (found.sort == "phrase" or role):
        end = _past_brackets(words, end)
        if not lexicon.issued.isdisjoint(keys[i : min(end, i + _HEAD)]):
            return found  # « Selon le communiqué, *X*, 41 ans, … »: a text is nobody's role
        if end < n and keys[end] in (",", "،"):
            return _beside(words, end + 1, stop, lexicon, mentions) or found
        if end < n and keys[end] in lexicon.governors and found.sort == "phrase":
            return _beyond_complement(words, end, stop, lexicon, mentions) or found
    return found


def _named_at(words: Words, i: int, mentions: Mentions) -> bool:
    """True when a person's name begins at a token."""
    who = mentions.covering(words.tokens[i].start) if i < len(words.tokens) else None
    m = mentions.mentions[who] if who is not None else None
    return m is not None and m.kind == "person" and m.form == "name" and m.start == words.tokens[i].start


_TITLE = 4
"""Tokens of the longest title in small letters before a name."""


def _titled(words: Words, i: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True of an English title in small letters that a person's name ends ("said *lead author* Thabo Mokoena")."""
    if not lexicon.bare_clauses:
        return False
    for k in range(i, min(i + _TITLE, len(words.tokens) - 1)):
        small = (words.tokens[k].kind == "word" and words.tokens[k].text.islower()) or words.keys[k] == "-"
        if not small or words.keys[k] in lexicon.governors or words.keys[k] in lexicon.ands:
            return False
        who = mentions.covering(words.tokens[k + 1].start)
        if who is not None and mentions.mentions[who].start == words.tokens[k + 1].start:
            known = lexicon.persons | lexicon.offices | lexicon.speakers
            return mentions.mentions[who].kind == "person" and words.keys[k] in known
    return False


_COMPLEMENT = 7
"""Tokens of the longest complement between a role and its bearer."""


def _beyond_complement(words: Words, i: int, stop: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the person named in apposition behind a role's complement («المكلف بالإعلام *لدى الحماية المدنية*، الملازم X، …»)."""
    for k in range(i + 1, min(i + 1 + _COMPLEMENT, len(words.keys))):
        if words.tokens[k].start >= stop or words.keys[k] in lexicon.cues or lexicon.conjunctions.match(words.keys, k):
            return None
        named = mentions.covering(words.tokens[k].start) if lexicon.verb_first else None
        if named is not None and mentions.mentions[named].start == words.tokens[k].start:
            m = mentions.mentions[named]
            if m.kind == "person" and m.form == "name":  # «سفير البلاد لدى الأمم *المتحدة ياسر القدوة*»
                return Found(Span(m.start, m.end), named, "name") if words.keys[k - 1].startswith("ال") else None
        if words.keys[k] in (",", "،"):
            who = _beside(words, k + 1, stop, lexicon, mentions)
            end = words.before(who.span.end) if who is not None else 0
            closed = end < len(words.keys) and (words.tokens[end].kind == "mark")
            return who if closed else None
        if words.parts(k):
            return None
    return None


def _noun_behind(words: Words, i: int, lexicon: Speech) -> bool:
    """True when a word for somebody or a text follows what looks like a pronoun: "el mismo *comunicado*"."""
    return i < len(words.keys) and not lexicon.verb_first and words.keys[i] in lexicon.speakers


_BRACKETED = 7
"""Tokens of the longest aside in brackets between a role and its bearer ("la directrice (Croix bleue), X")."""


def _past_brackets(words: Words, i: int) -> int:
    """Return the token behind brackets that open at ``i``, else ``i``."""
    if i < len(words.keys) and words.keys[i] == "(":
        for k in range(i + 1, min(i + _BRACKETED, len(words.keys))):
            if words.keys[k] == ")":
                return k + 1
    return i


def _hearer(words: Words, i: int, lexicon: Speech) -> bool:
    """True for an Arabic word for a medium, the press or its people with "to" joined: «قال مصدر *لصحيفة* …», «للصحافيين», «لرويترز»."""
    k = words.keys[i]
    to = lexicon.preposition_clitics[:1]
    if not k.startswith(to) or len(k) < 4:
        return False
    ours = k[1:].removesuffix("نا")  # «قالت *لموقعنا*», «*لجريدتنا*»
    told = (k[1:], "ا" + k[1:], k[2:], *((ours, ours.removesuffix("ت") + "ه") if ours != k[1:] else ()))
    if any(w in lexicon.outlets or w in lexicon.hearers or w in lexicon.agencies for w in told):
        return True
    return bool(lexicon.broadcasters.match([k[1:], *words.keys[i + 1 : i + 3]], 0))


def _definite(words: Words, i: int, mentions: Mentions) -> bool:
    """True when an Arabic noun phrase is closed by the word: a definite noun, or a name's last word."""
    return (
        words.keys[i].startswith("ال") or mentions.covering(words.tokens[i].start) is not None or len(words.keys[i]) > 2
    )


def _beside(words: Words, first: int, stop: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the person named in apposition behind a comma, his role before the name ("l'armateur, *l'homme d'affaires X*,")."""
    if first < len(words.keys) and words.keys[first] in lexicon.relatives and not lexicon.verb_first:
        return None  # "Selon la décision, *dont* L'Écho a obtenu copie, …"
    for i in range(first, min(first + _APPOSED, len(words.keys))):
        if words.tokens[i].start >= stop or words.parts(i):
            return None
        if words.keys[i] in lexicon.governors:
            behind = i + 1 < len(words.tokens) and words.tokens[i + 1].text[:1].islower() and i > first
            if behind and words.keys[i] in _OF and mentions.covering(words.tokens[i + 1].start) is None:
                continue  # "un client, le chauffeur *de taxi* X": the role's own complement
            return None
        who = mentions.covering(words.tokens[i].start)
        if who is None:
            continue
        m = mentions.mentions[who]
        if lexicon.verb_first and i > first and lexicon.titles.match(words.keys, i - 1):
            return None  # «المعروف بأبي مصعب»
        if m.kind == "person" and m.form == "name" and m.end <= stop:
            return Found(Span(m.start, m.end), who, "name")
        if i == first and m.kind != "person":
            return None
    return None


def before(words: Words, cue: Cue, start: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the subject that stands between offset ``start`` and the cue."""
    keys = words.keys
    last = cue.first - 1
    floor = words.at(start)
    while last >= floor and (
        keys[last] in lexicon.negations or _is_auxiliary(words, last, lexicon) or _adverb_ends(words, last, lexicon)
    ):
        last -= _adverb_ends(words, last, lexicon) or 1
    last -= last >= floor and keys[last] in _HIM  # « …, *lui* a répondu X »
    last = _past_unnamed(words, floor, last, lexicon)
    relative = last > floor and keys[last] in lexicon.relatives and mentions.covering(words.tokens[last].start) is None
    while (
        relative
        and last > floor
        and (keys[last] in lexicon.relatives or keys[last] in (",", "،") or keys[last] in lexicon.governors)
    ):
        last -= 1
    if last < floor:
        return None
    if relative:
        last -= last > floor and lexicon.verb_first and words.keys[last] in _CLOSING  # «مجموعة «تانويل»، *التي قالت*»
        near = mentions.covering(words.tokens[last].start)
        if near is not None and mentions.mentions[near].kind in ("person", *_SPEAKING[: lexicon.verb_first]):
            m = mentions.mentions[near]
            return Found(Span(m.start, m.end), near, "name")
        if lexicon.verb_first and near is None and words.keys[last] not in lexicon.speakers:
            # «الإشارات التي تشير إلى أن»: things point to something; nobody speaks.
            return Found(words.span(last, last), None, "nobody")
        if not lexicon.verb_first and (text := _owned_text(words, floor, last, lexicon)) is not None:
            return Found(words.span(text, last), None, "phrase")
        if not lexicon.verb_first and (told := _antecedent(words, floor, last, lexicon)) is not None:
            return pick(words, told, last, lexicon, mentions)
    for table, sort in ((lexicon.plural, "pronouns"), (lexicon.singular, "pronoun")):
        for width in (3, 2, 1):
            i = last - width + 1
            governed = i > floor and keys[i - 1] in lexicon.governors and not (keys[i - 1] == "as" and width == 1)
            if i >= floor and table.match(keys, i) == width and not governed:
                return Found(words.span(i, last), None, sort)
    if keys[last] in lexicon.others and (last == floor or words.parts(last - 1) or keys[last - 1] in lexicon.ands):
        return Found(words.span(last, last), None, "phrase")  # "“…,” *one* said"
    if lexicon.verb_first and keys[last].lstrip("وفب") in _THEY:
        return Found(words.span(last, last), None, "pronouns")
    told_by_us = last > floor and keys[last] in lexicon.auxiliaries and keys[last - 1] in lexicon.first
    if keys[last] in lexicon.nobody or keys[last] in lexicon.first or told_by_us:
        return Found(words.span(last, last), None, "nobody")
    return _behind_sayers(words, nearest_before(words, floor, last, lexicon, mentions), lexicon, mentions)


def _behind_sayers(words: Words, found: Found | None, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return a subject without those who are said to tell of it ("Villagers say *the company* promised them …")."""
    if found is None or found.sort != "phrase" or not lexicon.bare_clauses:
        return found
    first, last = words.at(found.span.start), words.before(found.span.end) - 1
    for i in range(last - 1, first, -1):
        said = any(
            e.form in ("base", "finite") and e.sort in ("say", "think") for e in lexicon.cues.get(words.keys[i], ())
        )
        if said and words.keys[i] not in lexicon.speakers and words.keys[i + 1] in lexicon.definite:
            return pick(words, i + 1, last, lexicon, mentions)
    return found


_CLOSING = frozenset('»”"')
_SPEAKING = ("organization",)
"""What an Arabic relative right behind a name may have for its subject, besides a person."""
_UNNAMED = 9
"""Tokens of the longest words that say that somebody is not to be named."""


def _past_unnamed(words: Words, floor: int, last: int, lexicon: Speech) -> int:
    """Return the token before the words that end at a token and say that somebody is not to be named ("a clerk *who asked not to be named* said")."""
    end = last - (last > floor and words.keys[last] == ",")
    for i in range(end - 2, max(floor, end - _UNNAMED), -1):
        if words.keys[i] in lexicon.anonymous.by_first and lexicon.anonymous.match(words.keys, i) == end - i + 1:
            return i - 1 - (words.keys[i - 1] == ",")
    return last


_HIM = frozenset({"lui"})
_TO = frozenset({"al", "au", "aux"})
_OF = frozenset({"de", "del", "du", "des", "d'", "of"})


def _owned_text(words: Words, floor: int, last: int, lexicon: Speech) -> int | None:
    """Return where a text begins whose owner a relative stands behind (« selon un *communiqué du musée*, qui évoque … »): it speaks, by him."""
    for i in range(last - 1, max(floor, last - _OWNED) - 1, -1):
        k = words.keys[i]
        if words.parts(i) or (k in lexicon.cues and k not in texts(lexicon.language)):
            return None
        if k in texts(lexicon.language):
            owned = words.keys[i + 1] in _OF or words.keys[i + 1] in ("from", "by")
            return i if owned and i > floor and words.keys[i - 1] in lexicon.articles else None
    return None


_OWNED = 9
"""Tokens of the longest name of a text with whose it is."""


def _antecedent(words: Words, floor: int, last: int, lexicon: Speech) -> int | None:
    """Return where the object begins that a relative takes up ("citó *al ministro del Interior*, quien aseguró …"); ``None`` when no verb stands before it."""
    start: int | None = None
    for i in range(last, max(floor, last - LONGEST) - 1, -1):
        k = words.keys[i]
        if k in _TO:
            return i + 1 if i < last else None
        if words.parts(i) or (k in lexicon.governors and k not in _OF):
            return None
        if k in lexicon.cues and k not in lexicon.speakers and start is not None:
            return start
        if k in _OF and start == i + 1 and words.keys[start] not in lexicon.definite:
            return start  # "en las garras de *un millonario del mundo de la tecnología* que afirma …"
        start = i if k in lexicon.articles and k not in _OF else start
    return None


def object_before(words: Words, floor: int, last: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the noun phrase that ends at a token and that a verb before it has as its object."""
    first = _antecedent(words, floor, last, lexicon)
    return pick(words, first, last, lexicon, mentions) if first is not None else None


def _is_auxiliary(words: Words, i: int, lexicon: Speech) -> bool:
    return words.keys[i] in lexicon.auxiliaries and not words.capital(i)


def clause_subject(words: Words, start: int, stop: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the first noun phrase of a sentence that no preposition leads in: whom its coordinated verbs go on with."""
    floor, last = words.at(start), words.before(stop) - 1
    cut = chunks(words, floor, last)[::-1]
    for n, (a, b) in enumerate(cut):
        if led_in(words, a, lexicon, mentions):
            continue
        pronoun = _pronoun(words, a, lexicon)
        if pronoun is not None:
            return pronoun
        found = head_of(words, a, b, lexicon, mentions)
        if found is None:
            continue
        end = next((i - 1 for i in range(found[0] + 1, found[1] + 1) if _verbal(words, i, lexicon, mentions)), found[1])
        end = _head_end(words, found[0], end, lexicon, mentions)
        told = found[0] > floor and any(words.keys[found[0] - 1].removeprefix(c) == "قد" for c in ("", "و", "ف"))
        if lexicon.verb_first and told and end > found[0]:
            return pick(words, found[0] + 1, min(end, found[0] + LONGEST), lexicon, mentions)  # «وقد *شككت* صحيفة …»
        if lexicon.verb_first and found[0] == floor < end and _opens_with_verb(words, floor, lexicon, mentions):
            return pick(words, floor + 1, min(end, floor + LONGEST), lexicon, mentions)
        who = pick(words, found[0], min(end, found[0] + LONGEST), lexicon, mentions)
        if who is not None and who.span.end >= words.tokens[b].end and n + 1 < len(cut) and words.keys[b + 1] == ",":
            closed = words.keys[cut[n + 1][1] + 1 : cut[n + 1][1] + 2] == [","]
            return (person_apposed(words, *cut[n + 1], lexicon, mentions) if closed else None) or who
        return who
    return None


def _pronoun(words: Words, i: int, lexicon: Speech) -> Found | None:
    """Return the subject pronoun at a token, if one stands there."""
    if words.keys[i] in lexicon.articles:
        return None
    for table, sort in ((lexicon.plural, "pronouns"), (lexicon.singular, "pronoun")):
        if width := table.match(words.keys, i):
            return Found(words.span(i, i + width - 1), None, sort)
    return None


_THEY = frozenset({"انهما", "انهم", "انهن"})
"""«وأنهما يعربان عن …»: they, joined to the conjunction."""
_HEAD = 3
"""Tokens behind the first of a sentence's subject within which its name begins: what follows is another's."""


def _head_end(words: Words, first: int, end: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return where a sentence's subject ends at the latest: a few words, or the name that begins within them."""
    if lexicon.verb_first:
        return end
    for k in range(first, min(first + _HEAD + 1, end)) if lexicon.bare_clauses else ():
        after = words.keys[k + 1]
        verb = (
            words.tokens[k + 1].text.islower() and after not in lexicon.governors | lexicon.relatives | lexicon.speakers
        )
        if words.keys[k] in lexicon.speakers and verb and after not in lexicon.offices | lexicon.ands:
            return k  # "A government spokesman *stuck* to the 42 and said …"
    named = first + 1
    while named <= end and words.tokens[named].kind == "word" and words.tokens[named].text[0].isupper():
        named += 1
    whole = named <= end and words.tokens[named].text.islower() and words.keys[named] not in lexicon.governors
    who = mentions.covering(words.tokens[first + 1].start) if whole else None
    if whole and named > first + 1 and words.keys[first] in lexicon.articles:
        if who is None or mentions.mentions[who].end <= words.tokens[named].start:
            return named - 1  # "la Somifal *situe* …"
    if end <= first + _HEAD:
        return end
    near = first + _HEAD
    who = mentions.covering(words.tokens[near].start)
    return max(near, words.before(mentions.mentions[who].end) - 1) if who is not None else near


def behind_verb(words: Words, first: int, last: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the subject behind an Arabic verb with its object that was taken for its beginning («وأمهله *النائب ثويني الرشايد* أسبوعا»), as far as its object."""
    joined = words.tokens[first].text.endswith(("ه", "ها", "هم", "هما"))
    if not lexicon.verb_first or last <= first or not joined or not _opens_with_verb(words, first, lexicon, mentions):
        return None
    end = first + 1
    while end < last:
        k = words.keys[end + 1]
        indefinite = k.endswith("ا") and len(k) > _TANWIN and not k.startswith("ال")
        if k in lexicon.governors or (indefinite and mentions.covering(words.tokens[end + 1].start) is None):
            break
        end += 1
    return pick(words, first + 1, end, lexicon, mentions)


_TANWIN = 3
"""Letters of the shortest Arabic noun in the accusative."""


def _opens_with_verb(words: Words, i: int, lexicon: Speech, mentions: Mentions) -> bool:
    """True when an Arabic sentence opens with a word that is no somebody and a definite noun follows: a verb, its subject."""
    if mentions.covering(words.tokens[i].start) is not None or words.keys[i] in lexicon.speakers | lexicon.persons:
        return False
    if words.keys[i + 1] in lexicon.crowds:
        return True
    named = words.keys[i + 1].startswith("ال") or words.keys[i + 1] in lexicon.speakers
    return words.keys[i].startswith(lexicon.clitics) and named


def _verbal(words: Words, i: int, lexicon: Speech, mentions: Mentions) -> bool:
    k = words.keys[i]
    known = k in lexicon.auxiliaries or k in lexicon.clause_signs or (k in lexicon.cues and k not in lexicon.speakers)
    known = known or (lexicon.verb_first and k in lexicon.governors)
    return known and mentions.covering(words.tokens[i].start) is None


def _adverb_ends(words: Words, last: int, lexicon: Speech) -> int:
    """Return how many tokens ending at ``last`` are an adverb."""
    k = words.keys[last]
    if len(k) > 5 and k.endswith(("ment", "mente", "ly")) and k not in lexicon.speakers:
        return 1
    for n in (4, 3, 2, 1):
        if last - n + 1 >= 0 and lexicon.between.match(words.keys, last - n + 1) == n:
            return n
    return 0
