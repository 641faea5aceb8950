"""A headline on a page without line ends that stands behind the day and the author, with nothing between it and its text.

"… Domingo, 12 de junio de 2022 | Por Ana Bilogo Cae en Tambo el capo que huyó de la cárcel La Gendarmería detuvo …": the text begins at a
capital (in Arabic at a verb) before which stands most of what the rest speaks of again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.chrome import phrases
from isnad.extract.onehead import HEADLINE, LONG, Token, joining, small, starts_sentence
from isnad.extract.onetitle import ends
from isnad.extract.persons import called, of_press, person
from isnad.extract.stems import stem, stems
from isnad.text import fold_key

LEAST = 2.0
"""What the words above a text must share with it."""
STRANGE, OPENS, SIGNS = -0.3, 0.6, 1.2
"""What counts a word of which the text does not speak, and what speaks for a small word with a capital, and for who signs before the text."""
ASIDE = -0.6
"""What a comma within a headline counts."""
LONGEST, SENTENCE, TOLD = 26, 6, 2500
"""Words of the longest headline, of what is left of the first sentence behind it, and the characters of the text that are asked."""
SIGNED = 3
"""Words of the longest name that stands between headline and text."""
_ARABIC = regex.compile("[\u0621-\u064a]")


def under(text: str, tokens: Sequence[Token], first: int) -> tuple[int, int, int] | None:
    """Return the tokens with which a headline begins, that behind it, and with which its text begins; ``None`` when none stands there.

    It begins at ``first``, or behind a section there that the menu has too; the latter two are apart where who wrote stands between them.
    """
    first += _entry(text, tokens, first)
    stop = next((j for j in range(first, len(tokens)) if ends(text, tokens[j])), None)
    if stop is None or not _begins_one(text, tokens[first]):
        return None
    best, at = LEAST, None
    for j in range(first + HEADLINE[0], min(stop - SENTENCE, first + LONGEST) + 1):
        worth = _begins_text(text, tokens, j)
        if worth is not None and worth < 0 and _unsigned(text, tokens, first, j) < j:
            worth = SIGNS  # "… retenido en Niamey *Fina Conesa* Ginés Alarcón, de 44 años, …"
        if worth is not None:
            worth += ASIDE * text.count(", ", tokens[first][0], tokens[j - 1][1])
        if worth is not None and (said := worth + _shared(text, tokens, first, j)) >= best:
            best, at = said, j
    return None if at is None else (first, _unsigned(text, tokens, first, at), at)


def _entry(text: str, tokens: Sequence[Token], first: int) -> int:
    """How many tokens from one on are a section that the page's menu has too, a capital behind it: "… Continente … Continente Cae en …"."""
    if first + 1 >= len(tokens) or not first:
        return 0
    a, b, word = tokens[first]
    after = text[tokens[first + 1][0]]
    before = [i for i, t in enumerate(tokens[:first]) if t[2] == word and text[t[0]] == text[a]]
    if len(word) < LONG or word in small() or not before or not text[b - 1].isalnum():
        return 0
    if _ARABIC.match(text[a]):
        return int(word in _sections())
    other = all(tokens[i + 1][2] != tokens[first + 1][2] and not text[tokens[i + 1][0]].islower() for i in before)
    return int(text[a].isupper() and other and (after.isupper() or after in _MARKS))


_MARKS = '«“"¿¡‘'


@cache
def _sections() -> frozenset[str]:
    return frozenset(w for w in phrases("sections") if " " not in w)


def _begins_one(text: str, token: Token) -> bool:
    """True for the first word of a headline: with a capital, a mark or a number; in Arabic no verb with which sentences begin."""
    a, _, word = token
    if _ARABIC.match(text[a]):
        return not starts_sentence(word) and not (word[:1] == "و" and starts_sentence(word[1:]))
    return text[a].isupper() or text[a].isdigit() or text[a] in '«“"¿¡‘'


def _begins_text(text: str, tokens: Sequence[Token], j: int) -> float | None:
    """What speaks for a text's beginning at a token, ``None`` when none can."""
    a, b, word = tokens[j]
    before = text[tokens[j - 1][0] : tokens[j - 1][1]]
    if before[-1] in ",،;؛:-–—(/" or tokens[j - 1][2] in joining():
        return None
    if _ARABIC.match(text[a]):
        behind = tokens[j + 1][2] if j + 1 < len(tokens) else ""
        return OPENS if starts_sentence(word) and behind.startswith("ال") | (len(behind) > 2) else None
    if not text[a].isupper() or (b - a > 1 and text[a:b].isupper()):
        return None
    if word.split("'")[0] in small():
        return OPENS
    return 0.0 if before[0].islower() or before[-1] in '.?!»”"…' or before[0].isdigit() else -OPENS


def _shared(text: str, tokens: Sequence[Token], first: int, j: int) -> float:
    known = stems(fold_key(text[tokens[j][0] : tokens[j][0] + TOLD]))
    words = [w.rsplit("'", 1)[-1] for _, _, w in tokens[first:j]]
    return sum(1.0 if stem(w) in known else STRANGE for w in words if len(w) >= LONG)


def _unsigned(text: str, tokens: Sequence[Token], first: int, at: int) -> int:
    """The token behind a headline without who signs between it and the text: a known given name and one or two more words with capitals."""
    if at - 2 >= first + HEADLINE[0] and _two_names(text, tokens, at):
        return at - 2
    for n in range(SIGNED, 1, -1):
        if at - n < first + HEADLINE[0]:
            continue
        name = text[tokens[at - n][0] : tokens[at - 1][1]]
        if (
            called(name)
            and person(name)
            and not of_press(name)
            and fold_key(name) not in fold_key(text[tokens[at][0] : tokens[at][0] + TOLD])
        ):
            return at - n
    return at


def _two_names(text: str, tokens: Sequence[Token], at: int) -> bool:
    """True between two names of two words, the second with a comma behind it: "… en Niamey *Fina Conesa* | *Ginés Alarcón*, de 44 años"."""
    if not 3 <= at < len(tokens) - 1 or (
        text[tokens[at + 1][1] - 1] != "," and text[tokens[at + 1][1] : tokens[at + 1][1] + 1] != ","
    ):
        return False
    four = [text[a:b].rstrip(",") for a, b, _ in tokens[at - 2 : at + 2]]
    named = all(w[:1].isupper() and w[1:].islower() and len(w) > 2 for w in four)
    return named and text[tokens[at - 2][0] : tokens[at + 1][0]].replace(" ", "").isalpha()
