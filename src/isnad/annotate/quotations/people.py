"""Whom a printed speaker stands for: the same name printed fuller elsewhere, or the one bearer of a role.

"Le ministre" is the person the article calls a minister, when there is only one such person; «الوزارة» the ministry it
names. Two bearers of one role and nothing to tell them apart: nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, lru_cache

import regex

from isnad.annotate.quotations.alike import taken_up_by
from isnad.annotate.quotations.barewords import bare as _bare
from isnad.annotate.quotations.beside import words_beside
from isnad.annotate.quotations.callings import held, is_body_word
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.nounphrases import NO_ONE
from isnad.annotate.quotations.phrases import key
from isnad.annotate.quotations.words import Words
from isnad.languages.meanings import concepts
from isnad.model import Article, Mention, Reading, Span
from isnad.text import Token, fold_key, tokens

_ARTICLE = 5
"""Characters from a phrase's beginning within which the office in it begins, behind an article or none."""
_HEAD = 30
"""Characters from a clause's beginning within which its subject's name stands."""
_LED = 3
"""Tokens before a name among which a preposition makes it no subject ("a preguntas *de* la periodista X")."""
_JOINED = 30
"""Characters between two names that "and" joins, an article or a title behind it."""
_CALLED = 4
"""Tokens before a name among which stands the noun that calls its bearer something."""


def people_of(reading: Reading) -> People:
    """Return the article's people; credits and quotations both ask for them: the last article's are kept."""
    return _people(reading.article, reading.sentences, reading.mentions)


@lru_cache(maxsize=1)
def _people(article: Article, sentences: tuple[Span, ...], mentions: tuple[Mention, ...]) -> People:
    lexicon = speech(article.language)
    assert lexicon is not None, "people are asked for in languages with words of saying only"
    return People(Reading(article, sentences, mentions=mentions), lexicon)


@cache
def _speakers(language: str) -> frozenset[str]:
    lexicon = speech(language)
    return frozenset(_bare(w, lexicon) for w in lexicon.speakers) if lexicon else frozenset()


@cache
def _persons(language: str) -> frozenset[str]:
    lexicon = speech(language)
    return frozenset(_bare(w, lexicon) for w in (*lexicon.persons, *lexicon.offices)) if lexicon else frozenset()


@cache
def _bearers(language: str) -> frozenset[str]:
    return _speakers(language) | _persons(language)


@cache
def _described(language: str) -> frozenset[str]:
    lexicon = speech(language)
    return frozenset(_bare(w, lexicon) for w in lexicon.persons) if lexicon else frozenset()


@cache
def _bodies(language: str) -> frozenset[str]:
    lexicon = speech(language)
    return frozenset(_bare(w, lexicon) for w in lexicon.any_body) if lexicon else frozenset()


@cache
def _small(language: str) -> frozenset[str]:
    lexicon = speech(language)
    return frozenset(fold_key(w) for w in (*lexicon.articles, *lexicon.governors)) if lexicon else frozenset()


_APPOSED = regex.compile(r",\s\p{Lu}\p{L}+\s(?:\p{L}{1,3}[-\s])?\p{Lu}\p{L}+,").match
_AGED = regex.compile(r",\s(?:de\s|d['’]|aged?\s)?\d{1,2}(?:\s(?:años|ans)\b|,)").match
_SHORT = regex.compile(r"\s\(([\p{L}-]{2,15})\)").match
_OF_THE = frozenset({"al", "au", "del", "du"})
_NO_FIRM = frozenset(
    {"ministry", "government", "police", "army", "court", "union", "association", "party", "club", "municipality", "parliament",
     "prosecution", "council", "committee", "school", "university", "federation", "family", "hospital", "museum", "charity",
     "organization", "movement", "front", "agency", "commission", "authority", "institute", "congress", "senate", "embassy",
     "cooperative", "syndicate", "navy", "coastguard", "brigade", "chamber", "league", "network", "newspaper", "radio", "television"}
)  # fmt: skip
"""What no firm's name means."""
_OFFICE = 8
"""Tokens of the longest office before its bearer's name, its article included."""
_OF = ("de", "d'", "du", "des", "del")
_FIRMS = 3
"""Sentences of a line, its own included, one of which begins with the firm that is taken up."""
_TITLES = frozenset({"m", "mme", "mlle", "mr", "mrs", "ms", "dr", "me", "sr", "sra", "don", "dona"})


class People:
    """The article's names with the words beside them, made once for an article."""

    def __init__(self, reading: Reading, lexicon: Speech) -> None:
        self.reading, self.lexicon = reading, lexicon
        self.speakers = _speakers(lexicon.language)
        self.persons = _persons(lexicon.language)
        self.described = _described(lexicon.language)
        self.bodies = _bodies(lexicon.language)
        self._known = self.speakers | self.persons | self.bodies
        self.words = Words(reading.article.text, 0, len(reading.article.text)) if reading.mentions else None
        self.small = _small(lexicon.language)
        self.named = [
            (i, m)
            for i, m in enumerate(reading.mentions)
            if m.form != "role" and m.kind in ("person", "organization") and not self._is_platform(m)
        ]
        self._beside: dict[int, frozenset[str]] = {}
        self._words_of: dict[str, list[str]] = {}
        self._short: dict[str, int] | None = None

    def _is_platform(self, m: Mention) -> bool:
        """True of a platform in the web, which speaks for nobody."""
        return m.kind == "organization" and key(m.text) in self.lexicon.platforms

    def beside(self, i: int) -> frozenset[str]:
        """Return the bare words printed beside a name as its role: before it, or in apposition behind it."""
        if i not in self._beside:
            self._beside[i] = words_beside(self.reading.mentions[i], self.words, self.lexicon, self._is_name)
        return self._beside[i]

    def _is_name(self, offset: int) -> bool:
        return offset in self._in_names

    @cached_property
    def _in_names(self) -> frozenset[int]:
        """The offsets of characters of persons' names."""
        return frozenset(at for _, m in self.named if m.kind == "person" for at in range(m.start, m.end))

    def whom(self, span: Span, last: int | None, owner: bool = False) -> int | None:
        """Return the mention a printed phrase stands for, ``None`` when that is unsure; ``last`` is who spoke last.

        The ``owner`` of a text needs no article of its own («un comunicado *del ministerio*»).
        """
        phrase = [t for t in tokens(self.reading.article.text, span.start, span.end) if t.kind == "word"]
        whose = max((i for i, t in enumerate(phrase) if i and t.text == "s"), default=-1)
        bare = [_bare(t.text, self.lexicon) for t in phrase[whose + 1 :]]  # "the minister's *wife*"
        bare = [b for b in bare if b not in self.small]
        if len(bare) == 2 and bare[0] in _TITLES:
            bare = bare[1:]  # "M. Qutaichat"
        if not bare or self._two(phrase):
            return None
        same = self._fuller(bare, span)
        if same is None and len(bare) == 1:
            same = self._bracketed(bare[0])
        if same is not None:
            return same
        at = next((i for i, b in enumerate(bare[:3]) if b in self._known), None)
        if at is None and owner:  # « un communiqué *du musée* »: what a body of the page is called
            return self._called_body(bare[0])
        if at is None and self._definite(span) and (named := self._called(bare[0], span)) is not None:
            return named
        if at is None and len(phrase) == 2 and self._definite(span) and _AGED(self.reading.article.text, span.end):
            return self._taken_up(span, last, bare[0])  # "bromea *la alavesa*, de 39 años"
        if _APPOSED(self.reading.article.text, span.end):
            return None  # "Her lawyer, *Vicent Ferrandis*,": somebody of a name that was not found
        if at is None or not (owner or self._definite(span)):
            return None
        head = bare[at]
        bearer, others = self._bearer(head, frozenset(bare[at + 1 :]), span, last)
        if bearer is None and not others and (offices := taken_up_by(bare[at:], self.lexicon.language)):
            bearer, _ = self._bearer(head, frozenset(), span, last, offices)
        if bearer is None and not others and "company" in concepts(head)[0]:
            return self._firm(span)
        if bearer is None and not others and head in self.bodies and len(bare) == 1:
            return self._firm(span, self._is_body)
        if bearer is not None or head not in self.described:
            return bearer
        if bare[at + 1 :] and (head in self.lexicon.mouths or head in held(self.lexicon.language, False)):
            return None  # "el portavoz *municipal*": of somebody not named
        named = (
            self.lexicon.verb_first
            and len(phrase) > 1
            and not phrase[1].text.startswith(("ال", "لل", "ل", "ب", "في", "من"))
        )
        return (
            self._taken_up(span, last, head)
            if not others and not named and not self._possessed(span, bare[at + 1 :])
            else None
        )  # «الشاب وحيد»: by a name of his own

    def _possessed(self, span: Span, behind: Sequence[str]) -> bool:
        """True of somebody who is another's ("*his* wife", « l'épouse *du ministre* »): he is not the one of whom the text speaks."""
        words = self.words
        if not self.persons.isdisjoint(behind) or self.reading.article.text[span.start : span.end].count("'s "):
            return True
        i = words.at(span.start) if words is not None else 0
        own = self.lexicon.possessors
        return words is not None and (words.keys[i] in own or (i > 0 and words.keys[i - 1] in own))

    def held(self, span: Span) -> int | None:
        """Return the person whose office the phrase is, as printed: «الكاتبة المحلية لوزارة الصحة، *حليمة الوردي*»."""
        return next((self._roles[k] for k in range(span.start, span.start + _ARTICLE) if k in self._roles), None)

    @cached_property
    def _roles(self) -> dict[int, int]:
        """Where the office begins that is printed beside a person's name → the person."""
        return {m.role.start: i for i, m in self.named if m.kind == "person" and m.role is not None}

    def _bracketed(self, word: str) -> int | None:
        """Return the body behind whose name a short one stands in brackets («Comité de Comercio Exterior (*Comex*)»)."""
        if self._short is None:
            text, self._short = self.reading.article.text, {}
            for i, m in self.named:
                if m.kind == "organization" and (short := _SHORT(text, m.end)) is not None:
                    self._short.setdefault(_bare(short[1], self.lexicon), i)
        return self._short.get(word)

    def _firm(self, span: Span, fits: Callable[[int, Mention], bool] | None = None) -> int | None:
        """Return the one body, of no sort that is not a firm's, that "the company" behind it takes up: begun with, in this line, by a sentence before.

        Another word for a body ("la dependencia", "the agency") takes up one that ``fits``.
        """
        line = self.reading.article.text.rfind("\n", 0, span.start) + 1
        for s in reversed([s for s in self.reading.sentences if line <= s.start < span.start][-_FIRMS:]):
            i = self.subject_of(Span(s.start, min(s.end, span.start)))
            if i is not None:
                m = self.reading.mentions[i]
                if m.kind == "organization":
                    return i if (fits or self._is_firm)(i, m) and m.end <= span.start else None
                break
        return self._one_firm(span, fits)

    def _is_body(self, i: int, m: Mention) -> bool:
        """True of a body of any sort but a medium."""
        if m.kind != "organization" or m.plural or fold_key(m.text) in self._printed_by:
            return False
        return self.lexicon.outlets.isdisjoint({key(t.text) for t in tokens(m.text)} - {"agence", "agencia", "agency"})

    def _is_firm(self, i: int, m: Mention) -> bool:
        """True of a body of no sort that is not a firm's, and no medium."""
        if m.kind != "organization" or m.form != "name" or not concepts(m.text)[0].isdisjoint(_NO_FIRM):
            return False
        own = {key(t.text) for t in tokens(m.text)} | self.beside(i)
        return self.lexicon.outlets.isdisjoint(own) and fold_key(m.text) not in self._printed_by

    @cached_property
    def _printed_by(self) -> frozenset[str]:
        """Who printed the page, under the names it gives."""
        return frozenset(fold_key(n) for n in (self.reading.article.publisher, self.reading.article.via) if n)

    def _one_firm(self, span: Span, fits: Callable[[int, Mention], bool] | None = None) -> int | None:
        """Return the one firm that this paragraph and the one before it name, else the page, before a phrase; none where a nameless one came since."""
        text = self.reading.article.text
        line = text.rfind("\n", 0, span.start)
        near = text.rfind("\n", 0, max(0, len(text[:line].rstrip()) if line > 0 else 0)) + 1
        for since in (near, 0):
            named = {
                self.one_name(i, m): i
                for i, m in self.named
                if since <= m.start < span.start and (fits or self._is_firm)(i, m)
            }
            if len(named) == 1:
                i = next(iter(named.values()))
                if fits is not None:
                    return i
                return None if self._nameless_since(self.reading.mentions[i].end, span) else i
            if named:
                return None
        return None

    def _nameless_since(self, offset: int, span: Span) -> bool:
        """True when a firm that nobody names stands between two places: "*a company* in the town", «*شركة* محلية»."""
        words = self.words
        if words is None:
            return False
        for k in range(words.at(offset), words.at(span.start)):
            if "company" in concepts(words.tokens[k].text)[0]:
                led = words.keys[k - 1]
                known = words.keys[k].startswith("ال") if self.lexicon.verb_first else led in self.lexicon.definite
                if not (known or led in _OF_THE):
                    return True
        return False

    def _called(self, noun: str, span: Span) -> int | None:
        """Return the one person whom the page has named by that noun right before his name ("*La ajedrecista* X", «*بطلة* الشطرنج س»)."""
        found: dict[str, int] = {}
        for i, m in self.named:
            if m.kind != "person" or m.form != "name" or m.start > span.start or self.words is None:
                continue
            k = self.words.at(m.start)
            near = self.words.tokens[max(0, k - _CALLED) : k]
            if any(_bare(t.text, self.lexicon) == noun for t in near) and noun in self.beside(i):
                found.setdefault(self.one_name(i, m), i)
        return next(iter(found.values())) if len(found) == 1 else None

    def _called_body(self, noun: str) -> int | None:
        """Return the one body whose name that noun begins or stands right before (« le *musée* Wernstein »)."""
        found: dict[str, int] = {}
        for i, m in self.named:
            if m.kind != "organization" or self.words is None:
                continue
            k = self.words.at(m.start)
            led = self.words.tokens[k - 1].text if k else ""
            if noun == _bare(led, self.lexicon) or self._full(m)[:1] == [noun]:
                found.setdefault(self.one_name(i, m), i)
        return next(iter(found.values())) if len(found) == 1 else None

    def _two(self, phrase: Sequence[Token]) -> bool:
        """True for two offices joined by "and" («الوزير ورئيس البلدية», "the mayor and the minister"): nobody alone."""
        known = _bearers(self.lexicon.language)
        keys = [t.key for t in phrase]
        first = next((i for i, t in enumerate(phrase) if _bare(t.text, self.lexicon) in known), len(keys))
        for i in range(first + 1, len(keys)):
            glued = keys[i] not in known and keys[i][:1] in self.lexicon.clitics
            if glued and _bare(keys[i][1:], self.lexicon) in known:
                return True
            # "The mayor and the minister", not "a senior adviser and spokeswoman".
            joined = i - first > 2 and keys[i - 2] in self.lexicon.ands and keys[i - 1] in self.lexicon.articles
            if joined and _bare(keys[i], self.lexicon) in known:
                return True
        return False

    def _taken_up(self, span: Span, last: int | None, head: str) -> int | None:
        """Return the one person named in this paragraph and the one before, or who of them spoke last.

        A description that says nothing known of anybody ("la coureuse de 26 ans") takes up whom the text is about: of several
        the one the sentence before begins with, who spoke last, or the one whom the title names.
        """
        text = self.reading.article.text
        line = text.rfind("\n", 0, span.start)
        near = text.rfind("\n", 0, max(0, line)) + 1
        told = self._gender(span) or self._gender_of(head, span)
        spoke = self.one_name(last, self.reading.mentions[last]) if last is not None else None
        for since in (line + 1, near, 0):
            named: dict[str, int] = {}
            for i, m in self.named:
                if m.kind == "person" and since <= m.start < span.start and not self._other_calling(i, head):
                    if told is None or self.gender_beside(i) in (None, told):
                        named[self.one_name(i, m)] = i
            if len(named) == 1:
                return next(iter(named.values()))
            if named:
                begins = self.subject_before(span.start)
                begins = None if begins is not None and self._of_two(begins[0]) else begins
                if begins is not None and told is not None and self.gender_beside(begins[0]) not in (None, told):
                    begins = None
                who = self.one_name(begins[0], self.reading.mentions[begins[0]]) if begins is not None else None
                if (
                    begins is not None
                    and who in named
                    and (last is None or begins[1] > self.reading.mentions[last].start)
                ):
                    return begins[0]
                if spoke in named:
                    return last
                titled = [i for name, i in named.items() if name in self._in_title]
                return titled[0] if len(titled) == 1 else None
        return None

    def _of_two(self, i: int) -> bool:
        """True of a person whom "and" joins to another right behind ("*Álvaro Leza* y Nuria Soto se reunieron")."""
        end = self.reading.mentions[i].end
        behind = next((m for _, m in self.named if m.kind == "person" and 0 < m.start - end <= _JOINED), None)
        between = self.reading.article.text[end : behind.start].split() if behind is not None else []
        between = between[1:] if between[:1] in ([","], ["،"]) else between
        return bool(between) and (between[0].casefold() in self.lexicon.ands or between[0][:1] in self.lexicon.clitics)

    def _gender(self, span: Span) -> str | None:
        """Return the gender of a description, by its article or by its own form; ``None`` where they tell none."""
        words, lexicon = self.words, self.lexicon
        if words is None:
            return None
        i = words.at(span.start)
        noun = words.keys[i]
        if lexicon.verb_first:
            return "f" if words.tokens[i].text.endswith("ة") else "m"
        if noun not in lexicon.articles and i:
            noun = words.keys[i - 1]
        if noun in lexicon.feminine_articles:
            return "f"
        return "m" if noun in lexicon.masculine_articles else None

    def _gender_of(self, head: str, span: Span) -> str | None:
        """Return the gender of an office by its own form, else by its article; nothing for a body's word."""
        if head in self._gendered:
            return "f" if head in self.lexicon.feminine else "m"
        return None if self.lexicon.verb_first or is_body_word(head) else self._gender(span)

    def gender_beside(self, i: int) -> str | None:
        """Return the gender that the words beside a person's name tell, ``None`` where they tell none or both."""
        told = {"f" if w in self.lexicon.feminine else "m" for w in self.beside(i) if w in self._gendered}
        return next(iter(told)) if len(told) == 1 else self._office_led(i) if not told else None

    def gender_led(self, offset: int) -> str | None:
        """Return the gender of an article at an offset, ``None`` where it tells none."""
        word = self.words.keys[self.words.at(offset)] if self.words is not None else ""
        return (
            "f" if word in self.lexicon.feminine_articles else "m" if word in self.lexicon.masculine_articles else None
        )

    def _office_led(self, i: int) -> str | None:
        """Return the gender of the article before the office that stands before a name ("*Le* gérant, X", "*la* fiscal X"), or none."""
        words, m = self.words, self.reading.mentions[i]
        if words is None or self.lexicon.verb_first or not self.lexicon.feminine_articles:
            return None
        k = words.at(m.start)
        told: list[str | None] = []
        for n in range(k - 1, max(0, k - _OFFICE) - 1, -1):
            mark = words.tokens[n].kind == "mark" and words.keys[n] != ","
            led = words.keys[n] in self.lexicon.governors and words.keys[n] not in _OF
            if mark or led or words.keys[n] in self.lexicon.relatives or self._is_name(words.tokens[n].start):
                break
            noun = words.keys[n + 1] if n + 1 < k else ""
            if noun in self.lexicon.persons or (noun in self.lexicon.offices and noun not in self.lexicon.honorifics):
                told.append(self.gender_led(words.tokens[n].start))
        return "f" if "f" in told else "m" if "m" in told else None  # « *la* ministre, le docteur X »

    @cached_property
    def _gendered(self) -> frozenset[str]:
        """The words that tell a gender beside a name; a pronoun that folds to an article («él») tells none."""
        return (self.lexicon.feminine | self.lexicon.masculine) - self.small

    @cached_property
    def _in_title(self) -> frozenset[str]:
        """The persons whom the page's title names."""
        spans = [p for p in self.reading.article.parts if p.kind == "title"]
        named = ((i, m) for i, m in self.named if m.kind == "person" and any(p.start <= m.start < p.end for p in spans))
        return frozenset(self.one_name(i, m) for i, m in named)

    def _other_calling(self, i: int, head: str) -> bool:
        """True of a person known by an office ("le président du club, X") whom a word for a calling ("l'attaquant") cannot mean."""
        language = self.reading.article.language
        callings, beside = held(language, True), self.beside(i)
        offices = held(language, False)
        return head in callings | offices and head not in beside and not offices.isdisjoint(beside - callings)

    def besides(self, teller: int | None, offset: int) -> int | None:
        """Return the one other person named in this paragraph, or in the one before it; ``None`` when several are, or nobody."""
        text = self.reading.article.text
        line = text.rfind("\n", 0, offset) + 1
        own = fold_key(self.reading.mentions[teller].text).split(" ")[-1] if teller is not None else ""
        above = len(text[:line].rstrip())
        for since, until in ((line, offset), (text.rfind("\n", 0, above) + 1, above)):
            named = {
                name: i
                for i, m in self.named
                if m.kind == "person" and since <= m.start < until and (name := fold_key(m.text).split(" ")[-1]) != own
            }
            if named:
                return next(iter(named.values())) if len(named) == 1 else None
        return None

    def _full(self, m: Mention) -> list[str]:
        """The bare words of a name, made once."""
        if m.text not in self._words_of:
            self._words_of[m.text] = [_bare(t.text, self.lexicon) for t in tokens(m.text) if t.kind == "word"]
        return self._words_of[m.text]

    def fuller(self, span: Span) -> int | None:
        """Return the one person or body printed fuller elsewhere under these words, ``None`` when there are several."""
        bare = [
            _bare(t.text, self.lexicon)
            for t in tokens(self.reading.article.text, span.start, span.end)
            if t.kind == "word"
        ]
        return self._fuller([b for b in bare if b not in self.small], span) if bare else None

    def _definite(self, span: Span) -> bool:
        """True when the phrase takes somebody up: a definite article, not "a", "un", «أحد» or a plural quantity."""
        words = self.words
        if words is None:
            return False
        first = words.at(span.start)
        text = self.reading.article.text[span.start : span.end]
        if self.lexicon.verb_first:
            before = self.reading.article.text[max(0, span.start - 2) : span.start]
            return fold_key(text).startswith("ال") or before == "لل"  # «وفقا ل*لسفير*»
        lead = (
            words.keys[first] if words.keys[first] in self.lexicon.articles else words.keys[first - 1] if first else ""
        )
        return lead in self.lexicon.definite or lead in _OF_THE

    def _fuller(self, bare: Sequence[str], span: Span) -> int | None:
        """Return a person or body printed fuller elsewhere under the same last words ("Querol", "Ignacio Querol")."""
        found: dict[str, int] = {}
        bare = list(bare)
        for i, m in self.named:
            full = self._full(m)
            if len(full) < len(bare) or (len(full) == len(bare) and m.kind != "person"):
                continue
            ends = full[len(full) - len(bare) :] == bare
            # Spanish prints two surnames and takes the first up alone.
            first_of_two = self.reading.article.language == "es" and len(full) >= 3 and full[-2:-1] == bare
            taken_up = len(bare) == 1 and m.kind == "person" and full[:1] == bare  # «وقالت ميمونة»: by her first name
            # "Jinan says": a body by the first word of its name, when no other body's begins so
            shortened = len(bare) == 1 and m.kind == "organization" and m.form == "name" and full[:1] == bare
            shortened = shortened and bare[0] not in self.speakers and self.reading.article.text[span.start].isupper()
            if (ends or first_of_two or taken_up or shortened) and not Span(m.start, m.end).touches(span):
                found.setdefault(" ".join(full), i)
        return next(iter(found.values())) if len(found) == 1 else None

    def _bearer(
        self, head: str, rest: frozenset[str], span: Span, last: int | None, alike: frozenset[str] = frozenset()
    ) -> tuple[int | None, int]:
        """Return the one person or body that bears the role (with ``alike`` the one person of such an office), and how many do."""
        scored: dict[str, tuple[int, int]] = {}
        told = self._gender_of(head, span)
        for i, m in self.named:
            if told is not None and m.kind == "person" and self.gender_beside(i) not in (None, told):
                continue  # « l'élu » is no « députée »
            if m.form == "acronym" or (m.kind == "organization" and head in self.persons and not is_body_word(head)):
                continue  # "the minister told the House": a house is no minister
            own = {_bare(t.text, self.lexicon) for t in tokens(m.text)} if m.kind == "organization" else frozenset()
            if m.kind == "person" and head not in self.persons and concepts(head)[0]:
                continue  # "the office" is no director of the office
            if alike and (m.kind != "person" or alike.isdisjoint(self.beside(i))):
                continue
            if (
                not alike
                and head not in self.beside(i)
                and head not in own
                and not self._of_its_sort(head, m, own | self.beside(i))
            ):
                continue
            name = self.one_name(i, m)
            score = len(rest & (self.beside(i) | own)) * 2 + (m.start < span.start)
            if name not in scored or scored[name][0] < score:
                scored[name] = (score, i)
        best = max((s for s, _ in scored.values()), default=0)
        top = [i for s, i in scored.values() if s == best]
        if len(top) == 1:
            return top[0], len(scored)
        if last is not None:
            spoke = self.one_name(last, self.reading.mentions[last])
            if spoke in scored and scored[spoke][0] == best:
                return scored[spoke][1], len(scored)
        return None, len(scored)

    def one_name(self, i: int, m: Mention) -> str:
        """Return under what a name counts as one with others: its last word, unless two persons of the page share that."""
        full = fold_key(m.text).split(" ")
        if m.kind != "person" or len(full) < 2:
            return full[-1]
        firsts = {
            f[0]
            for _, o in self.named
            if o.kind == "person" and len(f := fold_key(o.text).split(" ")) > 1 and f[-1] == full[-1]
        }
        return " ".join(full) if len(firsts) > 1 else full[-1]

    def _of_its_sort(self, head: str, m: Mention, own: AbstractSet[str]) -> bool:
        """True when a bare word for a body ("l'entreprise") and what a named one is called ("la société X") are one concept."""
        sort = concepts(head)[0]
        return m.kind == "organization" and bool(sort) and any(sort & concepts(w)[0] for w in own)

    def subject_of(self, span: Span) -> int | None:
        """Return the person or body a reported clause begins with: whom "a-t-elle annoncé" behind it takes up."""
        for i, m in self.named:
            if span.start <= m.start <= min(span.start + _HEAD, span.end) and not self._governed(m, span):
                return i
        return None

    def subject_before(self, offset: int, bodies: bool = False) -> tuple[int, int] | None:
        """Return the person (with ``bodies`` also the body, right behind an Arabic sentence's verb) that this sentence, or one of the two before, begins with, and where: whom a pronoun takes up."""
        text = self.reading.article.text
        line = text.rfind("\n", 0, offset) + 1
        before = [s for s in self.reading.sentences if s.start < offset]
        reach = (
            5 if bodies and not self.lexicon.bare_clauses else 2
        )  # who leaves the subject out speaks of one for long
        for s in reversed(before[-(reach + (bool(before) and before[-1].end > offset)) :]):
            if s.start < line and line - s.start > 500:
                break
            for i, m in self.named:
                body = bodies and self.lexicon.verb_first and m.kind == "organization" and m.start - s.start <= _HEAD
                if (
                    (m.kind == "person" or body)
                    and s.start <= m.start < s.start + 70
                    and m.end <= min(s.end, offset)
                    and not self._governed(m, s)
                    and not self._called_upon(m, s)
                ):
                    own = self._description(s, offset) if "," in text[s.start : m.start] else None
                    if own is not None and self._of_another(s, m):
                        return own, s.start
                    return i, m.start
            taken_up = self._description(s, offset)
            if taken_up is not None:
                return taken_up, s.start
        return None

    def _of_another(self, sentence: Span, m: Mention) -> bool:
        """True of a name that stands in apposition to whose somebody the subject is ("El jugador, *hermano de la portavoz*, Alba Ruiz, …")."""
        words = self.words
        if words is None:
            return False
        first, stop = words.at(sentence.start), words.at(m.start)
        comma = next((k for k in range(first, stop) if words.keys[k] == ","), stop)
        inside = words.keys[comma + 1 : stop]
        return "," in inside and any(k in self.lexicon.governors for k in inside)

    def is_description(self, span: Span) -> bool:
        """True of words that say what somebody is ("the man", « l'intéressé »), and of no office."""
        return any(fold_key(t.text) in self.described for t in tokens(self.reading.article.text, span.start, span.end))

    def _called_upon(self, m: Mention, sentence: Span) -> bool:
        """True of who is spoken to at a sentence's head: one name, its comma, and a pronoun ("*Karim*, he walked out")."""
        if self.words is None or m.start > sentence.start + 1 or " " in m.text:
            return False
        i = self.words.before(m.end)
        if self.words.keys[i : i + 1] not in ([","], ["،"]):
            return False
        pronouns = (self.lexicon.singular, self.lexicon.plural)
        return self.words.keys[i + 1 : i + 2] != [] and (
            any(p.match(self.words.keys, i + 1) for p in pronouns) or self.words.keys[i + 1] in self.lexicon.first
        )

    def opens_with_person(self, offset: int) -> Span | None:
        """Return the first two words of the sentence before an offset, in its line, when they take somebody up ("*El interesado* se negó a volver. «…»")."""
        words = self.words
        before = [s for s in self.reading.sentences if s.start < offset and s.end <= offset]
        if words is None or self.lexicon.verb_first or not before:
            return None
        i = words.at(before[-1].start)
        if i + 2 >= len(words.keys) or "\n" in self.reading.article.text[before[-1].start : offset]:
            return None
        small = words.keys[i] in self.lexicon.definite and words.keys[i] not in self.lexicon.possessors
        noun = words.tokens[i + 1].text.islower() and fold_key(words.tokens[i + 1].text) in self.persons - NO_ONE
        plain = words.tokens[i + 2].kind != "mark" and words.keys[i + 2] not in self.lexicon.governors
        named = any(
            m.start < before[-1].end and m.end > before[-1].start and m.kind == "person" and m.form == "name"
            for m in self.reading.mentions
        )
        return words.span(i, i + 1) if small and noun and plain and not named else None

    def _description(self, sentence: Span, offset: int) -> int | None:
        """Return whom a sentence's first two words take up ("*La jugadora*, de 23 años, niega …"), if one person is meant."""
        words = self.words
        if words is None or self.lexicon.verb_first:
            return None
        i = words.at(sentence.start)
        if i + 1 >= len(words.keys) or words.tokens[i + 1].end > offset:
            return None
        if words.keys[i] not in self.lexicon.definite or fold_key(words.tokens[i + 1].text) not in self.persons:
            return None
        whom = self.whom(words.span(i, i + 1), None)
        return whom if whom is not None and self.reading.mentions[whom].kind == "person" else None

    def _governed(self, m: Mention, sentence: Span) -> bool:
        words = self.words
        if words is None:
            return True
        k = words.at(m.start)
        first = words.at(sentence.start)
        for i in range(k - 1, max(first, k - _LED) - 1, -1):
            if words.keys[i] in (",", "،"):
                return False  # "Quant au ministre, X, il …": in apposition, whatever leads in the noun
            if words.keys[i] in self.lexicon.governors:
                return True
        return False
