"""Light verbs: those that make a noun an event as its carrier ("a tenu *une réunion*") or by happening ("*la réunion* a eu lieu")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from isnad.annotate.events.grammar import Grammar, LightVerbs
from isnad.annotate.events.items import Item
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.verbs import Verb, verb_group

NEAR = 12
"""Items within which an object, a carrying verb or a governor is looked for."""


def light_before(layout: Layout, i: int, grammar: Grammar) -> Verb | None:
    """A verb whose object the noun is: nothing but articles, adjectives and "à" between; in Arabic also its subject."""
    items, border = layout.items, layout.left(i)
    reach = NEAR if grammar.verb_first else 6
    for j in range(i - 1, max(border, i - reach - 1), -1):
        found = _light_at(items, j, grammar, grammar.do)
        if found is not None:
            return found
        item = items[j]
        if grammar.compounds and item.key == "to" and _verb_behind(items, j, i, grammar):
            return None
        preposition = grammar.prepositions.at(items, j) if item.kind == "word" else None
        put_in = grammar.verb_first and item.key in _COMMAS and _closes_time(items, j)
        if (item.kind == "mark" and not (put_in or _beside_time(items, j))) or (
            not grammar.verb_first
            and (
                item.kind in ("name", "role")
                or (
                    preposition
                    and preposition[0] not in ("at", "to", "person_to", "of", "with")
                    and not _before_time(items, j)
                )
            )
        ):
            return None
    return None


def _verb_behind(items: Sequence[Item], j: int, noun: int, grammar: Grammar) -> bool:
    """True for an English "to" before a verb that takes the noun: of "decided *to cancel the concert*" no concert is what is decided."""
    words = grammar.words
    return (
        j + 2 < noun
        and items[j + 1].kind == "word"
        and any(words[w].at(items, j + 2) is not None for w in ("articles", "possessives"))
        and not any(words[w].at(items, j + 1) is not None for w in ("articles", "possessives", "adverbs"))
    )


_INSIDE = 9
"""Items between the two commas of a parenthesis with a time."""


def _closes_time(items: Sequence[Item], j: int) -> bool:
    """True for either comma of an Arabic parenthesis that holds a time: «أجرى الوزير*،* اليوم بمقر الوزارة*،* محادثات»."""
    for step in (-1, 1):
        timed = False
        for k in range(j + step, j + step * _INSIDE, step):
            if not 0 <= k < len(items):
                break
            if items[k].kind == "mark":
                if timed and items[k].key in _COMMAS:
                    return True
                break
            timed = timed or items[k].kind == "time"
    return False


def _before_time(items: Sequence[Item], j: int) -> bool:
    """True for the preposition of a time: "participent *depuis* dimanche à des manœuvres"."""
    return any(i.kind == "time" for i in items[j + 1 : j + 3])


def _beside_time(items: Sequence[Item], j: int) -> bool:
    """True for the commas of ", lundi," and «، يوم الاثنين،»."""
    return items[j].key in ",،" and any(i.kind == "time" for i in (*items[j - 1 : j], *items[j + 1 : j + 2]))


def light_after(layout: Layout, i: int, grammar: Grammar) -> Verb | None:
    """A verb whose subject the noun is, or a participle right behind it; in Arabic also one right before it."""
    items = layout.items
    if grammar.verb_first and not _governed_in_script(items[i]):
        for j in range(i - 1, max(layout.left(i), i - 10), -1):
            found = _light_at(items, j, grammar, grammar.occur)
            if found is not None:
                return found
    comma = False
    for j in range(i + 1, min(len(items), i + NEAR + 2)):
        if layout.borders.get(j) == "that" or (layout.borders.get(j) == "hard" and items[j].key in ";:؛"):
            return None
        comma = comma or items[j].kind == "mark"
        if comma and not grammar.verb_first and items[j].names == "person" and layout.labels[j] == "bare":
            return None
        found = _light_at(items, j, grammar, grammar.occur)
        if found is None and j <= i + 5 and not comma and carries(items[j], grammar):
            found = _light_at(items, j, grammar, grammar.do)
        beside = items[j - 1].key == "," and (j <= i + 3 or _of_it(layout, i, j - 1))
        if found is not None and _closes_words(items, found, grammar):
            return None
        if found is not None and not (comma and found.tense == "participle" and not beside):
            return found
    return None


def _closes_words(items: Sequence[Item], verb: Verb, grammar: Grammar) -> bool:
    """True for a verb behind a comma with its subject behind it, which only says whose the words before are: « …, *conclut le communiqué* »."""
    behind = verb.last + 1
    told = not grammar.verb_first and verb.tense != "participle" and items[verb.first - 1].key == ","
    return told and behind < len(items) and grammar.words["articles"].at(items, behind) is not None


def _of_it(layout: Layout, i: int, comma: int) -> bool:
    """True when nothing but the noun's complement stands between it and a comma: "l'attentat *du souk de Mraijeh*, perpétré en 2003"."""
    between = range(i + 1, comma)
    return all(layout.items[j].kind != "mark" and layout.labels[j] in ("of", "at") for j in between)


def _governed_in_script(item: Item) -> bool:
    """True for an Arabic noun with a preposition written before it, which is no verb's subject: «وقعت الوزارة مذكرة *لإقامة* مختبر»."""
    key = item.key.removeprefix("و")
    return key[:1] in ("ل", "ب", "ك") and len(key) > _SHORTEST and key[1:] in item.keys


_SHORTEST = 4
"""Letters that such a noun has more than, its preposition counted."""


def carries(item: Item, grammar: Grammar) -> bool:
    """A participle ("une réunion tenue"), or an Arabic verb that takes the noun up again («محادثات أجراها»)."""
    if grammar.verb_first:
        carried = any("past" in tenses for tenses, _ in grammar.do.get(item.key, ()))
        return carried or item.key.endswith(("ه", "ها", "هم", "هما"))
    return any("participle" in tenses for tenses, _ in grammar.do.get(item.key, ()))


def _light_at(items: Sequence[Item], j: int, grammar: Grammar, table: LightVerbs) -> Verb | None:
    if items[j].kind != "word":
        return None
    if not grammar.verb_first and _auxiliary(items, j, grammar):
        return None
    governed = not grammar.verb_first and j > 0 and (grammar.prepositions.at(items, j - 1) or ("", 0))[1] == 1
    for key in _verb_keys(items[j], grammar):
        for tenses, after in table.get(key, ()):
            if governed and not tenses & _NOUNLIKE:
                continue  # "en termes d'*échange* d'expertise"
            if after_words(items, j, len(items), after, 3) is not None:
                return verb_group(items, j, tenses, grammar, "")
    return None


def _auxiliary(items: Sequence[Item], j: int, grammar: Grammar) -> bool:
    """True of "has" before a participle, which carries no noun itself: « *a promis* un audit », « *a évoqué* l'arrestation de dix hommes »."""
    if items[j].key not in grammar.auxiliaries.get("past", ()) or j + 2 >= len(items):
        return False
    k = j + 1
    while k < len(items) - 2 and grammar.words["adverbs"].at(items, k):
        k += 1
    if grammar.compounds and not grammar.words["articles"].at(items, k + 1):
        return False  # "had extended talks"
    return items[k].kind == "word" and items[k].key.endswith(_DONE[grammar.language])


_DONE = {
    "fr": ("é", "ée", "és", "ées", "is", "it", "ert", "u", "ue"),
    "es": ("ado", "ido", "cho", "sto", "rto"),
    "en": ("ed",),
}
"""How participles end that no list of light verbs has."""


_NOUNLIKE = frozenset({"infinitive", "gerund", "participle", "past"})
"""Tenses of forms that may stand behind a preposition, or are spelt like ones that may."""


def _verb_keys(item: Item, grammar: Grammar) -> tuple[str, ...]:
    if grammar.verb_first and item.key.startswith(("و", "ف")) and item.key[1:] in item.keys:
        return (item.key, item.key[1:])
    return item.keys[:1]


def after_words(items: Sequence[Item], i: int, right: int, words: tuple[str, ...], gap: int) -> int | None:
    """The last of the words that must follow, each within a few items of the one before; ``None`` when one is missing."""
    at = i
    for n, word in enumerate(words):
        reach = gap if n == 0 else min(gap, 2)
        end = min(right, at + 2 + reach)
        found = next((j for j in range(at + 1, end) if _is_or_takes(items[j], word)), -1)
        if found < 0 and n == 0 and end < right and word not in _CLAUSES:
            found = next(
                (j for j in range(end, _past_apposition(items, at, end, right)) if _is_or_takes(items[j], word)), -1
            )
        if found < 0 or (found > at + 2 and (_parted(items, at, found) or _joined_verb(items, found))):
            return None
        at = found
    return at


def _joined_verb(items: Sequence[Item], j: int) -> bool:
    """True for an Arabic preposition that the word right before it asks for, joined on by "and": «منعت الدخول *وحذرت من*»."""
    before = items[j - 1]
    bound = before.kind == "word" and before.key.startswith("و") and not before.key.startswith("وال")
    return bound and items[j].key in _LEADS and len(before.key) > _SHORT and not before.nominal


_LEADS = frozenset({"من", "في", "علي", "عن", "الي", "ب", "مع"})
"""Arabic prepositions that verbs ask for."""
_SHORT = 4
"""Letters of the longest word that may only begin with that letter."""


def _parted(items: Sequence[Item], i: int, j: int) -> bool:
    """True when a lone comma stands between two items, and no time or name beside it: what follows goes on with another verb."""
    commas = [k for k in range(i + 1, j) if items[k].key in _COMMAS]
    return len(commas) == 1 and not any(x.kind in ("time", "name") for x in items[commas[0] - 1 : commas[0] + 2])


def _past_apposition(items: Sequence[Item], i: int, end: int, right: int) -> int:
    """How far one may look where a name between two commas stands on the way: "charged the surgeon, *Neil Abbott*, with"."""
    for j in range(i + 2, min(end, right - 2)):
        if items[j].key in _COMMAS and items[j + 1].kind == "name":
            k = next((k for k in range(j + 2, min(right, j + 2 + APPOSED)) if items[k].key in _COMMAS), -1)
            return min(right, end + k - j + 1) if k > 0 else end
    return end


_COMMAS = frozenset(",،")
_CLAUSES = frozenset({"que", "qu", "that", "who", "ان"})
"""Behind an apposition these go on with it: "denounces the spokeswoman, Halima Uardi, *who* …"."""
APPOSED = 6
"""Items that a name between commas may have: "Neil Abbott, 54, of Dunmore"."""


def _is_or_takes(item: Item, word: str) -> bool:
    """True for the word, in the accusative too, for one that an Arabic pronoun is joined to («أفرج عنه», «سراحه»), and for a place called by it."""
    if item.names == "place":
        return word in item.heads  # "gathered in the *Plaza* del Sol", «اعتصموا في *ساحة* الحرية»
    if item.key[:1] == "و" and item.key != word and word[:1] != "و":
        return False  # «الوقف *والعمل*» is no «وقف العمل»
    if word in item.keys:
        return True
    if item.key.endswith("ا") and any(key[:-1] == word for key in item.keys):
        return True  # «تمرينا بحريا» is «تمرين بحري»
    if item.key[-1:] not in _JOINED_ENDS:
        return False
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    return any(key == stem + p for key in item.keys for p in PRONOUNS)


def words_at_hand(items: Sequence[Item]) -> set[str]:
    """Return all words that :func:`after_words` may find among items, and some that it does not: what is not among them never follows."""
    found: set[str] = set()
    for item in items:
        if item.names == "place":
            found.update(item.heads)
            continue
        found.update(_at_hand(item.keys) if item.key[-1:] in _JOINED_ENDS else item.keys)
    return found


@lru_cache(maxsize=16384)
def _at_hand(keys: tuple[str, ...]) -> frozenset[str]:
    """The words of one item, and those that a pronoun or an ending of the accusative may be joined to in it."""
    stems = [key.removesuffix(p) for key in keys for p in PRONOUNS if key.endswith(p)]
    return frozenset(
        (*keys, *(key[:-1] for key in keys), *stems, *(stem[:-1] + "ه" for stem in stems if stem.endswith("ت")))
    )


_JOINED_ENDS = frozenset("هامن")
PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
"""Object pronouns joined to an Arabic verb."""


def past_score(items: Sequence[Item], i: int) -> int:
    """Return the last item of a score and a day right behind a noun of a match: « la défaite *4-1 de dimanche* contre », "derrota *por 4-1* ante"; ``i`` for none."""
    last, j = i, i + 1
    while j < min(len(items), i + _SCORE):
        item = items[j]
        if item.kind in ("number", "time"):
            last = j
        elif item.key not in (_OF_SCORE if item.kind == "mark" else _TO_SCORE):
            break
        j += 1
    return last


_SCORE = 10
_OF_SCORE = frozenset({"-", "–", ":"})
_TO_SCORE = frozenset(
    {"de", "du", "del", "d'", "le", "la", "el", "l'", "por", "par", "of", "on", "ب", "يوم", "بنتيجة", "بنتيجه"}
)
"""What leads to a score or to the day of a match."""
