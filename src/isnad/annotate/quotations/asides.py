"""Where a subject begins behind its verb: past whom somebody told, where, when and in what mood ("contó a este diario, desde la reja, *un testigo*")."""

from __future__ import annotations

from isnad.annotate.quotations.callings import is_body_word
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody
from isnad.annotate.quotations.words import Words


def past_object(words: Words, i: int, stop: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return where the subject may begin behind a prepositional object ("a déclaré *devant les députés* le ministre")."""
    keys = words.keys
    n = len(keys)
    joined = lexicon.verb_first and i < n and keys[i][:1] in lexicon.preposition_clitics[:1] and len(keys[i]) > 3
    if i >= n or not (keys[i] in lexicon.governors or (joined and object_like(words, i, mentions, lexicon))):
        return i
    for k in range(i + 1, min(i + 9, n)):
        if words.tokens[k].start >= stop or words.parts(k) or lexicon.conjunctions.match(keys, k):
            return _past_place(words, k, stop, lexicon) or i
        if k - i < 2 and joined and keys[k] in lexicon.sources and keys[i][1:] not in lexicon.sources:
            return k  # «وبحسب ما قال للوكالة *مصدر* في البلدية»
        if k - i < 2:
            continue
        if keys[k] in lexicon.platforms:
            return i  # «وكتب على منصة إكس: …»
        who = mentions.covering(words.tokens[k].start)
        counted = lexicon.verb_first and keys[k] in lexicon.counts  # «تتحدث في بيان عن توقيف *ثلاثة* من الطاقم»
        fresh = (
            keys[k] in lexicon.articles
            and not words.capital(k)  # "en Canal *Nueve*"
            and not counted
            and keys[k - 1] not in lexicon.governors
            and (keys[k - 1] not in lexicon.articles or words.capital(k - 1))
        )
        if keys[k] in lexicon.governors and (k + 1 >= n or keys[k + 1] not in lexicon.speakers):
            fresh = False  # "à L'Écho *du* Sud une source", not "à l'agence *des* témoins"
        ours = keys[k - 2] in lexicon.ours and keys[k - 1] in lexicon.outlets and words.tokens[k].text[0].isupper()
        if ours:
            return k  # "contó a este periódico *Odilia Marcos*"
        begins = (
            who is not None
            and mentions.mentions[who].start == words.tokens[k].start
            and mentions.mentions[who].kind == "person"
            and keys[k - 1] not in lexicon.articles
            and not (lexicon.verb_first and keys[k - 1] in lexicon.outlets)  # «في حديث مع إذاعة *نجمة البحر*»
        )
        if (fresh or begins) and keys[k - 1] not in lexicon.governors:
            return i if begins and _of_whom(words, i, k, lexicon) else k
    return i


def _of_whom(words: Words, i: int, name: int, lexicon: Speech) -> bool:
    """True of a name that a noun the preposition governs is in apposition to ("dijo en alusión al *intermediario* X", « à l'intention de l'arbitre X »)."""
    if lexicon.verb_first:
        return any(w in lexicon.about for w in words.keys[i:name])  # «قال في *إشارة* إلى الوسيط س»
    known = lexicon.persons | lexicon.offices
    for k in range(i, name):
        led = words.keys[k - 1] in _TO_ONE or (k > i and words.keys[k - 1] in lexicon.definite)
        if words.keys[k] in lexicon.about or (led and words.keys[k] in known and not is_body_word(words.keys[k])):
            return True
    return False


_TO_ONE = frozenset({"a", "al", "del", "au", "du", "to", "of", "sur", "contre", "contra", "against"})
_PLACE = 7
"""Tokens of the longest aside between two commas that says where it was said."""


def _past_place(words: Words, comma: int, stop: int, lexicon: Speech) -> int:
    """Return the token of a noun phrase behind an aside that a preposition leads in ("relató a este diario*, desde la reja,* un sobreviviente"), else 0."""
    if lexicon.verb_first or words.keys[comma] != "," or comma + 2 >= len(words.keys):
        return 0
    if words.keys[comma + 1] not in lexicon.governors:
        return 0
    k = next((k for k in range(comma + 2, min(comma + 2 + _PLACE, len(words.keys) - 1)) if words.parts(k)), 0)
    if not k or words.keys[k] != "," or words.tokens[k + 1].start >= stop:
        return 0
    return k + 1 if words.keys[k + 1] in lexicon.articles else 0


def object_like(words: Words, i: int, mentions: Mentions, lexicon: Speech) -> bool:
    """True when the joined ل is the preposition "to": the word is neither a name nor a word for somebody as it stands."""
    k = words.keys[i]
    who = mentions.covering(words.tokens[i].start)
    if who is not None and mentions.mentions[who].start == words.tokens[i].start:
        return False
    return k not in lexicon.speakers and k not in lexicon.offices and k not in lexicon.persons


_WHO = 7
"""Tokens of a subject among which stands what shows that it is somebody."""
_OCCASION = 8
"""Tokens of the longest aside of time or place between a verb and its subject."""


def _past_occasion(words: Words, i: int, stop: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return the token of a noun phrase behind an aside of time or place between commas (« disait déjà*, en 1987,* le vieux garde X »), else the token."""
    if lexicon.inversion == "quoted" and lexicon.bare_clauses:
        return i
    k = next((k for k in range(i + 2, min(i + 2 + _OCCASION, len(words.keys) - 1)) if words.parts(k)), 0)
    if not k or words.keys[k] != "," or words.tokens[k + 1].start >= stop:
        return i
    verbs = (e for n in range(i + 1, k) for e in lexicon.cues.get(words.keys[n], ()) if len(e.words) == 1)
    if any(e.form in ("finite", "participle", "gerund") for e in verbs):
        return i
    begins = words.keys[k + 1] in lexicon.articles or words.tokens[k + 1].text[0].isupper()
    who = Found(words.span(k + 1, min(k + _WHO, len(words.keys) - 1)), None, "phrase")
    return k + 1 if begins and is_somebody(words, who, lexicon, mentions) else i


_MARKED_NAME = 6
"""Tokens of the longest name of a medium between its marks."""


def past_told(words: Words, i: int, lexicon: Speech) -> int:
    """Return the token of an Arabic source behind the medium in marks that it told (أفاد «المرصد» *مصدر أمني*», «أكد لـ«المرصد» *مصدر*»), else the token."""
    if not lexicon.verb_first:
        return i
    opened = i + (words.keys[i : i + 1] == [lexicon.preposition_clitics[0]])
    if words.keys[opened : opened + 1] not in (["«"], ["“"], ['"']):
        return i
    behind = range(opened + 2, min(opened + 2 + _MARKED_NAME, len(words.keys) - 1))
    close = next((k for k in behind if words.keys[k] in _CLOSING), None)
    return close + 1 if close is not None and words.keys[close + 1] in lexicon.sources else i


_CLOSING = frozenset({"»", "”", '"'})


_GESTURE = 6


def _past_gesture(words: Words, i: int, stop: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return the token behind an aside of some small words without a verb (« a glissé*, sourire en coin,* l'avocat »), 0 when there is none."""
    k = next((k for k in range(i + 3, min(i + 2 + _GESTURE, len(words.keys) - 1)) if words.parts(k)), 0)
    if not k or words.keys[k] != "," or words.tokens[k].end >= stop or words.keys[i + 1] in lexicon.articles:
        return 0
    if not all(t.kind == "word" and t.text[0].islower() for t in words.tokens[i + 1 : k]):
        return 0
    if any(lexicon.conjunctions.match(words.keys, n) or words.keys[n] in lexicon.auxiliaries for n in range(i + 1, k)):
        return 0
    begins = words.keys[k + 1] in lexicon.definite or words.tokens[k + 1].text[0].isupper()
    who = Found(words.span(k + 1, min(k + _WHO, len(words.keys) - 1)), None, "phrase")
    return k + 1 if begins and is_somebody(words, who, lexicon, mentions) else 0


_MANNER = 2
"""Words between commas behind a verb that say in what mood it was said ("accuse, *amer*, son secrétaire")."""


def past_manner(words: Words, i: int, stop: int, lexicon: Speech, mentions: Mentions) -> int:
    """Return the token behind an aside of a word or two between commas that opens at a token, else the token."""
    if lexicon.verb_first or i >= len(words.keys) or words.keys[i] != ",":
        return i
    k = next((k for k in range(i + 2, min(i + 2 + _MANNER, len(words.keys))) if words.keys[k] == ","), None)
    inside = words.tokens[i + 1 : k] if k is not None else []
    opens = words.keys[i + 1] if i + 1 < len(words.keys) else ""
    if opens in lexicon.governors or opens in lexicon.skip or lexicon.between.match(words.keys, i + 1):
        return _past_occasion(words, i, stop, lexicon, mentions)
    if k is None and (behind := _past_gesture(words, i, stop, lexicon, mentions)):
        return behind
    small = all(t.kind == "word" and t.text[0].islower() for t in inside) and inside
    if not small or k is None or words.tokens[k].end >= stop or words.keys[i + 1] in lexicon.governors | lexicon.ands:
        return i
    begins = k + 1 < len(words.keys) and (
        words.keys[k + 1] in lexicon.articles or words.tokens[k + 1].text[0].isupper()
    )
    return k + 1 if begins and words.keys[i + 1] not in lexicon.articles else i
