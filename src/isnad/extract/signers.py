"""Where on a page its author's name stands: names alone on a line, told from portraits' captions by what is around them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.bylines import byline_of, is_byline
from isnad.extract.captions import beside_desk, looks_captioned
from isnad.extract.chrome import phrases
from isnad.extract.datelines import dated, dates_of
from isnad.extract.issues import issue
from isnad.extract.lines import is_notice, signs_off
from isnad.extract.looks import folded
from isnad.extract.outlet_names import no_outlets
from isnad.extract.persons import called, given, impersonal, initials, jobs, of_press, place_heads, titles
from isnad.extract.phrases import bare, opening, starts_with
from isnad.extract.signatures import signature
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, script_of

LONGEST = 16
"""Words of the longest line that may be a name with what stands beside it."""
SHORT = 8
"""Words of the longest line that may stand between a name and the text: a date, what the author is, a button."""
WORD = 4
"""Letters of a word that tells what a line is about."""
PLACE = 4
"""Words of the longest place that stands between an author and the day."""
MOST = 3
"""Words of the longest name that is told by nothing but where it stands."""
NEAR_END = 3
"""Lines behind the text in which its author may sign."""
_MARKED = regex.compile(r"^\s*[-–—/*]\s*|\s*[/*]\s*$")
_SHORT_NAME = regex.compile(r"(?:\p{Lu}\.[\s-]?){1,2}\p{Lu}[\p{L}'’-]{2,20}")
"""An initial and a surname: "C. Montbrun"."""
_PARTED = regex.compile(r"[|•·/]|\s[-–—]\s")
_ROW = regex.compile(r"\s*[|•·/]+\s*|\s[-–—]\s")
_SET_APART = regex.compile(r"\s[*~|·•]\s.*\s[*~|·•]\s")
"""Marks that part the head of a letter: "THE LONG RUN * marathons * by Hattie Quill"."""
_OPENS_TEXT = regex.compile(
    r"[\p{L}\p{M}' ]{2,26}(?:\s*\([^()]{2,24}\))?\s*(?:[-–—/|،,]|\sـ)\s*(?:[«\"“][^«»\"“”]{2,24}[»\"”]\s*[-–—/|،,]\s*)?"
    r"(?:(?i:by|par|por)\s)?(?P<name>[\p{L}\p{M}.'’ -]{5,34}?)\s*(?:[:：]|[-–—](?=\s)|\sـ)\s*\S"
)
"""A place, who writes from it, and the text itself on one line: «الرباط – خديجة صو: …»."""


_NAME_FIRST = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}.'’-]+){1,3})\s*[/,|]\s*\p{Lu}[\p{L}\p{M}'’ -]{2,26}\s*(?:\.\s?[-–—]|\s[-–—|]|\|)\s*\S"
)
"""Who writes, where from, and the text on one line: "Lucía Barrientos / Valdearenas.- El puerto …"."""


def job(line: str) -> bool:
    """True when a short line says what somebody is: "Harbour correspondent", «كاتبة وباحثة في الاقتصاد»."""
    words = folded(line).split()
    if SHORT < len(words) <= LONGEST and words[0].strip(".,()|") in jobs() and line.rstrip()[-1:] not in ".!?؟…:":
        return True  # "Journaliste, correspondante dans la vallée du Fouladou | Formatrice"
    return 0 < len(words) <= SHORT and not jobs().isdisjoint([w.strip(".,()") for w in words])


def _pictures(line: str) -> bool:
    """True when a line opens as captions do; "DR" is a credit of pictures, "Dr" before a name is not."""
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    titled = fold_key(first).strip(".") in titles() and not first.isupper()
    return starts_with(line, "caption") > 0 and not titled


@cache
def _cues() -> frozenset[str]:
    return frozenset(w.rstrip(" :") for k in LANGUAGES for w in table(k, "chrome")["byline"])


WHERE = 3
"""Words of the longest place that an author writes from, as Spanish papers set it under the name."""


class Signers:
    """The lines of a page that its author's name stands on; asked while the parts of the page are being labelled."""

    def __init__(self, blocks: Sequence[Block], first: int, last: int) -> None:
        self.blocks, self.first, self.last = blocks, first, last
        self._words: str | None = None

    def beside_date(self, i: int) -> bool:
        """True for a line of nothing but a name with a date on it, above it or below it."""
        b = self.blocks[i]
        if b.words > LONGEST or _pictures(b.text):
            return False
        if signature(b.text, True) is None:
            return False
        near = any(dated(x.text) for x in (*self.blocks[max(0, i - 1) : i], *self.blocks[i + 1 : i + 2]))
        near = near or ("inline" in b.hints and self._placed(i))
        name = signature(b.text, near)
        heading = b.element in ("h1", "h2", "h3") and name is not None and not called(name)
        if name is None or heading or job(name) or (not called(name) and self._told(name)):
            return False
        return near or "byline" in b.hints or bool(dates_of(b.text))

    def _placed(self, i: int) -> bool:
        """True when a place of which the text speaks stands between a line and the page's day: "Guacimara Topham", "Puerto del Rosario", the day."""
        place, day = (self.blocks[j] if j < self.first else None for j in (i + 1, i + 2))
        told = place is not None and place.words <= PLACE and day is not None and dated(day.text)
        if place is None or not told or not place.text[0].isupper():
            return False
        return fold_key(place.text).split()[0] in place_heads() or self._spoken_of(place.text)

    def above_text(self, i: int) -> bool:
        """True for a name between headline and text, with nothing but short lines between it and the text."""
        if self.beside_date(i):
            return True
        b = self.blocks[i]
        if b.words > SHORT or _pictures(b.text) or (name := signature(b.text)) is None or job(name):
            return False
        if "/" in b.text and beside_desk(b.text) and not self._spoken_of(name):
            return True
        between = self.blocks[i + 1 : self.first]
        if all(dated(x.text) for x in between) and not between:
            return not self._spoken_of(name)
        if not all((x.words <= SHORT and not x.prose) or job(x.text) or looks_captioned(x.text) for x in between):
            return False
        told = [x for x in between if dated(x.text) or job(x.text) or is_byline(x.text)]
        if told and (called(name) or self._cued(i) or job(between[0].text) or dated(between[0].text)):
            return True
        known = called(name) or _SHORT_NAME.fullmatch(name) is not None
        return (known and not self._spoken_of(name)) or self._cued(i)

    def _in_row(self, line: str) -> bool:
        """True for a line that marks part, of a day and a name that the text does not speak of: "Prisca Halde / DCN / Updated: Jun 14, 2023"."""
        name = signature(line, True)
        if (
            name is None
            or len(name.split()) < MOST - 1
            or (script_of(name) == "Arabic" and not called(name))
            or job(name)
            or of_press(name)
            or issue(line) is not None
        ):
            return False
        return any(p.strip() == name for p in _ROW.split(line)) and not self._spoken_of(name)

    def under_title(self, i: int, title: int | None) -> bool:
        """True for a name right under the headline, with nothing but the day, counts and buttons between it and the text, and the day among them."""
        b = self.blocks[i]
        if (
            title is None
            or i != title + 1
            or b.prose
            or b.words > MOST
            or b.ends
            or _pictures(b.text)
            or script_of(b.text) != "Latin"
        ):
            return False
        between = self.blocks[i + 1 : self.first]
        if not any(dated(x.text) for x in between) or not all(x.words <= SHORT and not x.prose for x in between):
            return False
        name = signature(b.text, True)
        if name != b.text.strip() or b.text.isupper() or not all(w[0].isupper() for w in name.split()) or job(name):
            return False
        return not (of_press(name) or fold_key(name) in no_outlets() or self._spoken_of(name))

    def above_title(self, i: int, title: int) -> bool:
        """True for an author named right above the headline: "By …", or a known given name; never the page's first line."""
        b = self.blocks[i]
        if not title - 3 <= i < title or b.prose:
            return False
        if SHORT < b.words <= LONGEST and (b.year or _SET_APART.search(b.text)) and i and byline_of(b.text):
            return True  # "Issue 77 | Wednesday, March 15, 2023 | Compiled by Nora Whitlock"
        if i and b.year and b.words <= LONGEST + SHORT and not _pictures(b.text) and self._in_row(b.text):
            return True
        if b.words > SHORT:
            return False
        after = self.blocks[i + 1].text
        if i == 0 and not (_PARTED.search(b.text) or after.startswith("@") or job(after)):
            return False  # the page's first line is its site's name
        if i == 0 and not phrases("sections").isdisjoint(fold_key(p).strip() for p in _PARTED.split(b.text)[1:]):
            return False  # "PAULA DEL MAR / Internacional / África"
        if is_byline(b.text):
            return byline_of(b.text) is not None
        name = signature(b.text)
        return name is not None and called(name) and not job(name) and not self._spoken_of(name)

    def below_author(self, i: int) -> bool:
        """True right above the text for where an author writes from: a word or two below who signs, or "From our correspondent in Sfaira"."""
        b = self.blocks[i]
        if i + 1 != self.first or i < 2 or b.ends or b.element is not None:
            return False
        if b.words <= SHORT and opening(b.text, "correspondents"):
            return True
        return b.words <= WHERE and signature(self.blocks[i - 1].text) is not None

    def below_text(self, i: int) -> bool:
        """True for an author who signs behind the text, whom the text itself does not speak of."""
        b = self.blocks[i]
        if i > self.last + NEAR_END or b.words > SHORT or b.prose or (b.ends and b.words > 3):
            return False
        if any(not self._passes(x) for x in self.blocks[self.last + 1 : i]):
            return False
        line = _MARKED.sub("", b.text)
        if "/" in line and signs_off(line):
            return False
        if _pictures(line) or is_notice(line) or looks_captioned(line):
            return False
        name = signature(line)
        if name is None or impersonal(line) or self._spoken_of(name):
            return False
        return called(name) or initials(name) or _SHORT_NAME.fullmatch(line.strip("()[]")) is not None

    def _passes(self, b: Block) -> bool:
        """Lines that may stand between the text's end and its author: dates, tags, sources, buttons."""
        return b.words <= SHORT and (dated(b.text) or is_notice(b.text) or starts_with(b.text, "tags") > 0)

    def _cued(self, i: int) -> bool:
        """True when the line before is nothing but a cue: "By", «بقلم»."""
        return i > 0 and bare(self.blocks[i - 1].text) in _cues()

    def _told(self, name: str) -> bool:
        """True when the text has two words of what may be an Arabic name: without capitals, what a text is about looks like one."""
        if script_of(name) != "Arabic":
            return False
        self._spoken_of(name)
        told = [w for w in fold_key(name).split() if len(w) >= WORD and w in (self._words or "")]
        return len(told) >= 2

    def _spoken_of(self, name: str) -> bool:
        """True when the text speaks of the person named: then the line is a portrait's caption."""
        if self._words is None:
            self._words = " ".join([folded(b.text) for b in self.blocks[self.first : self.last + 1]])
        return fold_key(name) in self._words


def opens_with(paragraph: str) -> str | None:
    """Return who is named between the place and the first words of a text: «السلوان – سلمى الرواحي: …»."""
    return _opens_with(paragraph[:110])


@lru_cache(maxsize=512)
def _opens_with(opening: str) -> str | None:
    for pattern in (_OPENS_TEXT, _NAME_FIRST):
        found = pattern.match(opening)
        name = found["name"].strip() if found else ""
        words = name.split()
        if 2 <= len(words) <= 4 and fold_key(words[0]) in given() and signature(name) is not None:
            return name
    return None
