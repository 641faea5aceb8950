"""Lines outside an article that bear witness to whose text it is and whose the site: evidence that is weighed, not a formula that must fit.

"This item reached us through the Pennine Wire service and has not been edited by our staff", «مادة منقولة والعهدة على وكالة السنيار للأنباء»,
"Para leer la nota completa, visita el sitio de X", "Les contenus n'engagent que leurs éditeurs et non NewsPlaza". What such a line calls its
text, what leads from the text to a name, what says that it was not touched, who answers for it (``languages/*/attributions.toml``) count
together; what speaks of a picture, a sponsor or a book counts for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from isnad.extract.blocks import Block
from isnad.extract.looks import may_hold
from isnad.extract.outlet_names import EDGES, beside, close_name, outlet_name
from isnad.extract.outlet_names import MOST as LONGEST_NAME
from isnad.extract.witnesses import TELLING, bared, keys, stand
from isnad.model.reading import PartKind
from isnad.text import fold_key

LONGEST_WORDS, LONGEST = 45, 320
"""Words and characters of the longest line that is asked."""
ENOUGH = 3
"""Weight from which a line names a source."""
LEADS = 2
"""Weight of what leads from the text to a name; every other witness weighs one."""
ABOVE, BELOW = 4, 12
"""Lines before and behind a text that are asked."""
SHORT, OPENS = 16, 8
"""Words of the longest line that needs not point at the text it names, and before what leads from it to the name."""
SURE_WORDS = 3
"""Words of a phrase that leads to the name at the end of a line which opens with its text: "The post … appeared first on X"."""
EARLY = 4
"""Words among which a line that hands a text on calls it so: "Article importé du flux de …", «نشر المقال في …»."""
BOTH = 2
"""Weight of a name behind a colon that a word of the trade calls an outlet's, which needs no word for the text."""


class Attribution(Struct, frozen=True):
    """What a line says: the outlet its text comes from, the site that answers for nothing; ``here`` when it points at the page's own text.

    ``by_hand`` when somebody says that he copied the text; ``others`` when the line says that a site shows what others publish.
    """

    source: str | None = None
    site: str | None = None
    here: bool = False
    by_hand: bool = False
    others: bool = False
    weight: int = 0


def attributed(line: str) -> Attribution | None:
    """Return what a line bears witness to; ``None`` when it speaks neither of whose the text is nor of who answers for it."""
    return _attributed(line) if 8 <= len(line) <= LONGEST and may_hold(line, "witness") else None


@lru_cache(maxsize=1024)
def _attributed(line: str) -> Attribution | None:
    line = line.replace("ـ", "")  # a drawn-out letter: «لـ: صحيفة»
    printed = line.split()
    if not 2 <= len(printed) <= LONGEST_WORDS:
        return None
    folded = fold_key(line).split()
    if len(folded) != len(printed):
        folded = [fold_key(w) for w in printed]
    words = [w.strip(EDGES) for w in folded]
    if keys().isdisjoint(bared(words)):
        return None
    found = stand(words)
    if not any(found[role] for role in TELLING):
        return None
    answers = bool(found["disclaims"])
    others = bool(found["third"]) and (answers or _responsible(words)) and bool(found["text"] or found["here"])
    site = next((n for a, b in found["disclaims"] if (n := beside(printed, words, a, b))), None)
    here = bool(found["here"] or found["untouched"])
    witnesses = bool(found["here"]) + bool(found["text"]) + bool(found["untouched"])
    best: tuple[int, str] | None = None
    leads = () if found["things"] else (*found["comes"], *found["copies"])
    for a, b in found["visits"] if found["complete"] and not found["things"] else leads:
        name, marked = outlet_name(printed, words, b)
        if name is None or name == site:
            continue
        points = any(not (a <= x < b) for role in ("here", "complete") for x, _ in found[role])
        points = points or bool(found["untouched"] or found["copies"])
        names = [x for x, _ in found["text"] if not a <= x < b]
        opened = bool(names) and names[0] == 0 and b - a >= SURE_WORDS and b + LONGEST_NAME >= len(words)
        text = opened or (bool(names) and len(words) <= SHORT and a <= OPENS)
        told = (points or text) + bool(found["untouched"]) + bool(found["copies"])
        weight = LEADS + told + marked
        if (told or marked >= BOTH) and (best is None or weight > best[0]):
            best, here = (weight, name), here or bool(found["complete"]) or opened
    if (best is None or best[0] < ENOUGH) and found["acts"] and not found["things"]:
        best = _inferred(printed, words, found)
        here = here or best is not None
    source = best[1] if best is not None and best[0] >= ENOUGH else None
    if source is None and not (site and witnesses) and not others:
        return None
    return Attribution(source, site, here, bool(found["copies"]) and source is not None, others, best[0] if best else 0)


def _inferred(
    printed: Sequence[str], words: Sequence[str], found: Mapping[str, Sequence[tuple[int, int]]]
) -> tuple[int, str] | None:
    """The first outlet behind a preposition of a line that speaks of handing on a text, of the text and of those who show it.

    No phrase leads to the name: "We are putting this up from the Vale Examiner because it is behind their paywall".
    """
    pointing = sum(bool(found[role]) for role in ("here", "selves", "untouched", "copies"))
    early = bool(found["text"]) and found["text"][0][0] < EARLY
    acts = min(len({words[a] for a, _ in found["acts"]}), 2)
    for _, b in found["leads"] if pointing or early else ():
        name, marked = close_name(printed, words, b)
        if name is not None:
            weight = acts + pointing + (early and not found["here"]) + bool(marked)
            return (weight, name) if weight >= (ENOUGH if pointing else ENOUGH + 1) else None
    return None


def _responsible(words: Sequence[str]) -> bool:
    return any(w.removeprefix("و").startswith(("responsab", "responsib", "مسوولي", "liab")) for w in words)


def spoken(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> list[Attribution]:
    """Return what the lines around a text bear witness to, those nearest behind it first."""
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    if not own:
        return []
    around = (*range(own[-1] + 1, min(len(blocks), own[-1] + 1 + BELOW)), *range(max(0, own[0] - ABOVE), own[0]))
    asked = (
        blocks[i].text
        for i in around
        if kinds[i] not in ("body", "lead", "title", "caption", "tags", "related")
        and 2 <= blocks[i].words <= LONGEST_WORDS
    )
    return [said for line in asked if (said := attributed(line)) is not None]


def closes(line: str) -> bool:
    """Return whether a paragraph at the end of a text is such a line: it points at the text, or says who answers for it."""
    said = attributed(line)
    if said is None or any(c in line for c in '«“"'):
        return False
    return (
        said.others
        or (said.site is not None and said.here)
        or (said.source is not None and (said.here or said.by_hand))
    )
