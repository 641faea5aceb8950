"""Marked words that are a title, a name or a term: what the word before them announces, or what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from isnad.annotate.quotations.cues import matches
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.words import Words
from isnad.text import fold_key

_LONGEST = 20
"""A title has at most this many words."""


def is_title(words: Words, m: Marked, lexicon: Speech, mentions: Mentions, publisher: str | None = None) -> bool:
    """True when the word before the marks announces a title, a name or a term, or when they hold a name and no more."""
    inner = words.text[m.inner.start : m.inner.end]
    if publisher and fold_key(inner) == fold_key(publisher):
        return True
    i = words.at(m.outer.start) - 1
    n = words.count(m.inner)
    if i < 0 or n > _LONGEST or words.keys[i] in ":,،":
        return i > 0 and n <= _FEW and _apposed_by_comma(words, m, i, lexicon)
    if _completes_clause(words, m, i, n, lexicon) or (n > 1 and _led_in_behind(words, m, lexicon)):
        return False
    named = mentions.covering(m.inner.start)
    if named is not None and mentions.mentions[named].end >= m.inner.end - 1:
        if n <= 3 or (mentions.mentions[named].kind != "misc" and n <= 6):
            return True
    numbered = words.tokens[words.before(m.inner.end) - 1].kind == "number"
    if 1 < n <= _SHORT and numbered and words.keys[words.at(m.inner.start)] not in lexicon.negations:
        return True  # «الصقر 7», "Fraternal Tide 23": ships and exercises are numbered
    if _named_like(words, m) and words.keys[i] not in (".", "!", "?"):
        return True
    if _announced(words, m, i, n, lexicon) or (n <= _SHORT and _told_to(words, m, i, lexicon)):
        return True
    if lexicon.verb_first and 1 < n <= _TEXT and _text_named(words, m, i, lexicon):
        return True
    surroundings = (_subject_of, _apposed, _in_subject, _headed)
    return n <= _SHORT and any(known(words, m, i, lexicon) for known in surroundings)


def _headed(words: Words, m: Marked, i: int, lexicon: Speech) -> bool:
    """True of the body that an office is of: "the manager *of “Zamzam Travel”*", «*مدير* "زمزم للأسفار"»."""
    office = i if lexicon.verb_first else i - 1
    if words.text[m.inner.end - 1] in ".,!?؟…" or office < 0 or words.keys[office] not in lexicon.offices:
        return False
    return lexicon.verb_first or (words.keys[i] in _OF and words.text[m.inner.start].isupper())


_OF = frozenset({"of", "de", "du", "del", "d'"})
_TEXT = 6
"""Words of the longest name of a text."""


def _text_named(words: Words, m: Marked, i: int, lexicon: Speech) -> bool:
    """True of a text's own name that no word of saying and no «بأنه» leads in («بتوقيع *«ميثاق الواحات»*»): what it is, is its first word."""
    if words.keys[words.at(m.inner.start)] not in lexicon.texts or words.text[m.inner.end - 1] in ".!?؟…":
        return False
    k = words.keys[i]
    if words.tokens[i].kind != "word" or k == "ب" or k.endswith(lexicon.possessives):
        return False
    return not any(matches(words, n, lexicon) for n in range(max(0, i - _LED_IN), i + 1))


_LED_IN = 2
"""Tokens before such a name within which no word of saying may stand."""


def _led_in_behind(words: Words, m: Marked, lexicon: Speech) -> bool:
    """True for what a sentence begins with before a comma and a plain verb of saying («*Estamos cansados*», resumió el portavoz)."""
    i, j = words.at(m.outer.start), words.at(m.outer.end)
    if (i and words.keys[i - 1] not in _SENTENCE_ENDS) or words.keys[j : j + 1] not in ([","], ["،"]):
        return False
    k = j + 1
    while k < j + _AUXILIARY and k + 1 < len(words.keys) and words.keys[k] in lexicon.auxiliaries:
        k += 1  # « *Le pont tiendra* », *a* déclaré le ministre
    said = matches(words, k, lexicon) if k < len(words.keys) else []
    forms = ("finite",) if k == j + 1 else ("finite", "participle")
    return any(e.form in forms and e.sort in _UTTERING and not e.weak for e, _ in said)


_UTTERING = ("say", "manner", "confirm", "deny", "doubt")
_AUXILIARY = 3
"""Tokens behind the comma within which the verb of saying stands, its auxiliaries before it."""


_SENTENCE_ENDS = frozenset(".!?؟…")
_OPENED = 5
"""Tokens before marks within which a conjunction opens the clause that they complete."""
_FUTURE = re.compile(r"س[يتن]\w{3,}").fullmatch


def _completes_clause(words: Words, m: Marked, i: int, n: int, lexicon: Speech) -> bool:
    """True for a verb and what follows it in a clause that "that" opens («أن الحزب «سيفوز مرتين»», "que las obras “siguen su curso”")."""
    first = words.keys[words.at(m.inner.start)]
    opened = any(_that(words.keys[k : i + 1], lexicon) for k in range(max(0, i - _OPENED), i))
    if lexicon.verb_first and n > _ADJECTIVES and opened and words.tokens[i].text.startswith("ال"):
        return not first.startswith("ال")  # «وأن الجسر "مغلق أمام الشاحنات منذ عام"»
    if lexicon.verb_first:
        return n > 1 and bool(_FUTURE(first)) and opened
    small = words.text[m.inner.start].islower() and first not in lexicon.articles and first not in lexicon.governors
    return small and n > 2 and opened and not words.keys[i].endswith(("ado", "ada", "é", "ée", "ed"))


def _that(keys: list[str], lexicon: Speech) -> bool:
    """True where a conjunction stands, an Arabic «و» joined to it or none."""
    if lexicon.conjunctions.match(keys, 0):
        return True
    joined = (keys[0][len(c) :] for c in lexicon.clitics if keys[0].startswith(c))
    return lexicon.verb_first and any(lexicon.conjunctions.match([k], 0) for k in joined)


_CLAUSE = 4
"""From so many words on, Arabic words that begin like a verb of the present are a clause."""
_PRESENT = re.compile(r"[يتن]\w{3,}").fullmatch
_ADJECTIVES = 4
"""Adjectives and complements, at most, between an Arabic noun and its name in marks."""
_BEFORE = 9
_BEHIND = 14
"""Tokens between a verb of saying and a name in its subject, and between the name and the clause that is said."""
_SAYING = ("say", "confirm", "deny", "doubt", "judge", "think")
_SHORT = 4
"""A name that only its surroundings show has at most this many words."""


def _announced(words: Words, m: Marked, i: int, n: int, lexicon: Speech) -> bool:
    """True when the word before is one for works, names or terms («فيلم», "the film") or for a body («منظمة», "la société")."""
    if lexicon.verb_first and words.keys[i] == "ل" and n <= _SHORT:
        return True  # «لـ«الوحدات»»: said to a paper
    first = words.keys[words.at(m.inner.start)]
    if lexicon.verb_first and (
        first in lexicon.auxiliaries or first in lexicon.negations or (n >= _CLAUSE and _PRESENT(first))
    ):
        return False  # a clause, not a name
    bare = words.text[m.inner.start].islower()
    if bare and not lexicon.verb_first and (first in lexicon.negations or first in lexicon.auxiliaries):
        return False  # « le projet « n'a aucun sens » »
    led = first in lexicon.governors or first in _AS
    if bare and not lexicon.verb_first and led and first not in lexicon.articles:
        return False  # « a appelé « à la prudence » »
    if bare and n > 1 and lexicon.infinitives and first.endswith(lexicon.infinitives) and len(first) > _INFINITIVE:
        return False  # « dit « regretter un malentendu » »: what somebody says he does
    if lexicon.verb_first and _said_of(words, i, words.at(m.outer.end), lexicon):
        return False
    for width in (1, 2, 3):
        k = i - width + 1
        if k < 0:
            break
        known = lexicon.titles.match(words.keys, k) == width or (
            width == 1 and any((s,) in lexicon.titles.by_first.get(s, ()) for s in _stems(words.keys[k], lexicon))
        )
        spoken = k > 0 and words.keys[k - 1] in lexicon.auxiliaries  # « s'est dit « … » »: a verb, not "called"
        if known and not spoken and not (bare and (n > _SHORT or (n > 2 and words.keys[k] in lexicon.speakers))):
            return True
    body = words.keys[i] in lexicon.speakers and words.keys[i] not in lexicon.offices | lexicon.persons
    definite = lexicon.verb_first and words.keys[i].startswith("ال")
    if lexicon.verb_first and i and words.keys[i].endswith(lexicon.possessives):
        definite = definite or bool(lexicon.conjunctions.match(words.keys, i - 1))  # «إن موكله «سلم نفسه»»: what he did
    return body and not definite and not bare and n <= _SHORT and words.text[m.inner.end - 1] not in ".!?؟…"


_AS = frozenset({"as", "comme", "como"})
_INFINITIVE = 4
"""Letters of a word that may end like an infinitive and be none ("mer", "mar")."""


def _said_of(words: Words, i: int, j: int, lexicon: Speech) -> bool:
    """True where marks end the clause that «أن» and a definite noun open: what is said of it («أن المشروع *«بلا معنى»*.»), no name of it."""
    ends = j >= len(words.keys) or words.tokens[j].kind == "mark"
    return ends and i > 0 and words.keys[i].startswith("ال") and bool(lexicon.conjunctions.match(words.keys, i - 1))


def _told_to(words: Words, m: Marked, i: int, lexicon: Speech) -> bool:
    """True for whom somebody spoke to, right before what he said: «وقال في اتصال مع «النوارس»: «…»», "told «El Faro»: “…”"."""
    j = words.at(m.outer.end)
    preposed = words.keys[i] in lexicon.governors
    return preposed and j + 1 < len(words.keys) and words.keys[j] == ":" and words.tokens[j + 1].kind == "mark"


def _apposed(words: Words, m: Marked, i: int, lexicon: Speech) -> bool:
    """True behind a body or thing and its adjectives: «الشركة الوطنية للنقل البحري «نوارس»», which no verb of saying opens."""
    if not lexicon.verb_first or words.text[m.inner.end - 1] in ".!?؟…":
        return False
    k = i
    while (
        k > 0
        and i - k < _ADJECTIVES
        and words.keys[k].startswith(("ال", "لل"))
        and words.keys[k] not in lexicon.governors
    ):
        k -= 1
        stems = frozenset(_stems(words.keys[k], lexicon))
        body = not stems.isdisjoint(lexicon.speakers) and stems.isdisjoint(lexicon.offices | lexicon.persons)
        if body or any((s,) in lexicon.titles.by_first.get(s, ()) for s in stems):
            if k and lexicon.conjunctions.match(words.keys, k - 1):
                return False  # «أن دراسة الأثر البيئي «اكتملت»»: what is said of it stands in the marks
            told = (e for back in (k - 1, k - 2) if back >= 0 for e, _ in matches(words, back, lexicon))
            return not any(e.form == "finite" for e in told)
    return False


_FEW = 2
"""Words of the longest name in marks between commas."""


def _apposed_by_comma(words: Words, m: Marked, i: int, lexicon: Speech) -> bool:
    """True of a name in marks between commas behind a body that a clause begins with («أن الشركة المصنعة، *«شراع»* الإيطالية، هي التي …»)."""
    j = words.at(m.outer.end)
    near = range(j, min(j + _FEW, len(words.keys)))
    if not lexicon.verb_first or words.keys[i] not in (",", "،") or not any(words.keys[k] in (",", "،") for k in near):
        return False
    k = i - 1
    while k > 0 and i - k < _ADJECTIVES and words.keys[k].startswith("ال"):
        stems = frozenset(_stems(words.keys[k], lexicon))
        body = not stems.isdisjoint(lexicon.speakers) and stems.isdisjoint(lexicon.offices | lexicon.persons)
        if body or any((s,) in lexicon.titles.by_first.get(s, ()) for s in stems):
            return True
        k -= 1
    return False


def _subject_of(words: Words, m: Marked, i: int, lexicon: Speech) -> bool:
    """True when the marked words are the subject of a verb («وكانت «لا ليتر» قد ذكرت»): a name printed in marks."""
    j = words.at(m.outer.end)
    if not lexicon.verb_first or j >= len(words.keys):
        return False
    ahead = words.keys[i][1:] if words.keys[i][:1] in lexicon.clitics else words.keys[i]
    auxiliary = ahead in lexicon.auxiliaries or words.keys[i] in lexicon.auxiliaries
    told = matches(words, i, lexicon)
    if any(e.words[-1] in lexicon.learning for e, _ in told):
        return True  # «وعلمت «الضفتان» من مصدر»: a paper that learned something
    verb = auxiliary or any(e.form == "finite" for e, _ in told)
    if any(e.form == "finite" for e, _ in told) and words.keys[words.at(m.inner.start)] in lexicon.speakers:
        return True  # «أعلنت «كتائب الفجر»، في بيان»: a body in marks
    if verb and words.keys[j] in lexicon.sources:
        return True  # «أفاد «المرصد» *مصدر* أمني»: whom a source told
    if verb and (words.keys[j] in lexicon.auxiliaries or lexicon.conjunctions.match(words.keys, j)):
        return True
    # «ودعت «حركة النور» إلى الإضراب», «نقلت «الشرق» عن…»: such verbs have somebody, not words, right behind them.
    acts = [
        e
        for e, _ in told
        if e.form == "finite" and (e.sort == "judge" or "judge" in e.also or e.words[-1] in lexicon.relaying)
    ]
    return bool(acts) and (words.keys[j] in lexicon.governors or words.keys[j][:1] in lexicon.preposition_clitics[:2])


def _in_subject(words: Words, m: Marked, i: int, lexicon: Speech) -> bool:
    """True for the name of what an Arabic noun stands for, between a verb and its clause («قال مدير مركز *«الأمل»* سمير حداد إن …»), or behind
    the object of a verbal noun that needs a complement («بعد تناولهم شراب *«برونكوفيل»*»)."""
    if not lexicon.verb_first or words.tokens[i].kind != "word" or words.text[m.inner.end - 1] in ".!?؟…":
        return False
    for k in range(i - 1, max(0, i - _ADJECTIVES), -1):
        if words.keys[k - 1] in lexicon.governors and words.keys[k].endswith(lexicon.possessives):
            return any(e.sort == "judge" or "judge" in e.also for e, _ in matches(words, k, lexicon))
    if words.keys[i].startswith(("ال", "لل")) or words.keys[i] in lexicon.governors | lexicon.auxiliaries:
        return False
    if any(e.words[-1] in words.keys[i] for e, _ in matches(words, i, lexicon)):
        return False
    for k in range(i - 1, max(-1, i - _BEFORE), -1):
        if lexicon.conjunctions.match(words.keys, k) or (
            words.tokens[k].kind == "mark" and words.keys[k] not in (",", "،")
        ):
            return False
        if any(e.form == "finite" and e.sort in _SAYING for e, _ in matches(words, k, lexicon)):
            return _clause_follows(words, words.at(m.outer.end), lexicon)
    return False


def _clause_follows(words: Words, j: int, lexicon: Speech) -> bool:
    """True when a conjunction opens a clause soon behind, and no other word of saying, mark of quotation or end comes first."""
    for k in range(j, min(len(words.keys), j + _BEHIND)):
        if words.tokens[k].kind == "mark" and words.keys[k] not in (",", "،"):
            return False
        if lexicon.conjunctions.match(words.keys, k):
            return k > j
        if any(e.form in ("finite", "participle", "gerund") for e, _ in matches(words, k, lexicon)):
            return False
    return False


def _named_like(words: Words, m: Marked) -> bool:
    """True when every word is written like a name's ("Designated Survivor"): a work or a name, not speech."""
    i, j = words.at(m.inner.start), words.at(m.inner.end)
    inner = [t for t in words.tokens[i:j] if t.kind == "word"]
    if not inner or words.text[m.inner.end - 1] in ".!?…":
        return False
    long = [t for t in inner if len(t.text) > 3 or t is inner[0] or t is inner[-1]]
    return all(t.text[0].isupper() for t in long) and inner[0].text[0].isupper()


def _stems(word: str, lexicon: Speech) -> Iterator[str]:
    """Yield the word without joined particles before it and without a possessive behind it («لقبه»، «بمركز»، «وكتابها»)."""
    heads = [word]
    for clitic in (*lexicon.clitics, *lexicon.preposition_clitics, *lexicon.joined_articles):
        heads += [h[len(clitic) :] for h in list(heads) if h.startswith(clitic) and len(h) > len(clitic) + 2]
    for head in heads:
        yield head
        for tail in lexicon.possessives:
            if head.endswith(tail) and len(head) > len(tail) + 2:
                yield head[: -len(tail)]
                yield head[: -len(tail)].removesuffix("ت") + "ه"
