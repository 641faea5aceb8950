"""The name of a site at the top of its page, or at the foot of a text that was passed on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.extract.blocks import Block
from isnad.extract.bylines import is_byline
from isnad.extract.carriers import (
    CHANNEL,
    LONGEST_CARRIED,
    carried,
    chatted,
    forwarded,
    posted,
    printed_head,
    sender,
    skips,
)
from isnad.extract.chrome import homes, phrases
from isnad.extract.datelines import TRANSCRIBED, all_dates, beside_dates, dated
from isnad.extract.handed import handed
from isnad.extract.head import SEPARATORS
from isnad.extract.heads import SLUG
from isnad.extract.issues import issues
from isnad.extract.lines import notice
from isnad.extract.looks import folded
from isnad.extract.outlet_names import no_outlets
from isnad.extract.outlets import author_and_outlet
from isnad.extract.persons import called, named_as_paper, of_press, person
from isnad.extract.phrases import bare, phrases_in, starts_with
from isnad.extract.signers import job
from isnad.extract.sitenames import (
    ENTRY,
    LONGEST_MOTTOED,
    MOTTO,
    before_menu,
    clean,
    ends_in_section,
    headed,
    menu,
    named_in,
    only_entries,
    only_sections,
    section,
    sections,
    shouted,
    trail,
    unbuttoned,
    unmottoed,
)
from isnad.extract.tails import released
from isnad.languages.calendar import CalendarDate
from isnad.model.reading import PartKind
from isnad.text import fold_key

FOOT = 3
"""Lines behind a text in which who is its source may be named."""
_ISSUE = re.compile(
    r"(?:\bn\s?[°º]\.?|\bissue|\bno\.|\bnum(?:é|e)ro|\bnúm(?:ero|\.)|العدد|رقم|bolet[ií]n|bulletin)\s*[:#]?\s*\d",
    re.IGNORECASE,
)
"""The number of an issue: of a letter when the outlet's name stands above."""
_EMPHASIS = re.compile(r"^\s*[_*~—–-]|[_*~]\s*$")


def foot(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return the outlet that a line right behind the text names beside a date or in marks, as those who pass texts on do.

    "_La Dépêche du Bafing, 3 juillet 2023_"; a word that newspapers are called by is asked for.
    """
    found = _foot(blocks, kinds)
    return found[1] if found is not None else None


def foot_day(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> tuple[int, CalendarDate] | None:
    """Return the line and the full day of a plain page that :func:`foot` finds: when the paper that the text is from printed it."""
    found = _foot(blocks, kinds) if blocks and blocks[0].element is None else None
    days = [d for d in all_dates(blocks[found[0]].text) if d.full and not d.hijri] if found is not None else []
    return (found[0], days[0]) if found is not None and len(days) == 1 else None


def _foot(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> tuple[int, str] | None:
    last = max((i for i, k in enumerate(kinds) if k in ("body", "lead")), default=len(blocks))
    for i in range(last + 1, min(len(blocks), last + 1 + FOOT)):
        line = blocks[i].text
        if kinds[i] in ("related", "tags") or not (all_dates(line) or _EMPHASIS.search(line)):
            continue
        if kinds[i] == "caption" and (blocks[i].element is not None or author_and_outlet(line) is None):
            continue
        if handed(line.strip(" _*~—–-")) is not None:
            continue  # "First published: The Vale Chronicle, 10 May" says more than who it is
        marked = line.strip(" _*~—–-")
        if starts_with(marked, "source") and ":" in marked:
            marked = marked.split(":", 1)[1]
        pieces = [p for p in (_before_date(marked) or beside_dates(marked)).split("|") if p.strip(" ,،.()_*~")]
        name = pieces[0].strip(" ,،.()_*~-–—") if len(pieces) == 1 else ""
        author, comma, paper = name.partition(", ")
        name = (
            paper if comma and called(author) and person(author) else name
        )  # "Lounis Meziane, Le Matin du Djurdjura, 15 février 2017"
        if 2 <= len(name.split()) <= 5 and of_press(name) and not section(name):
            return i, name
    return None


def _before_date(line: str) -> str | None:
    """What stands before the day with which a line ends, its article kept: "El Correo de la Sierra, 9 de mayo de 2021"."""
    days = all_dates(line)
    head = line[: days[0].start] if days and not any(c.isalpha() for c in line[days[-1].end :]) else ""
    head = head.rstrip(" ,،-–—(")
    return head if head and head[-1].isalnum() and "," in line[len(head) : days[0].start] else None


_CODED = re.compile(r"(?=[A-Z]*\d)[A-Z\d]{5,}(?:\s+(?:[A-Z]{2,4}|\d{1,4}))+$|[A-Z]{2,6}\d{3,}\b")
"""The number of a dispatch, its priority and its words: "TMR0487 4 GEN 0312"."""
_ACRONYM = re.compile(
    r"\s*[/(]\s*(?:[\u0621-\u064a](?:\s|\s?\.\s?)){1,4}[\u0621-\u064a]\s*[/)]?\s*$|\s+/\s*[A-Z]{2,6}\s*/?$"
)
"""An agency's letters behind its name: «وكالة أنباء الخليج / و أ خ», "Agence Punique / APU"."""


_ARTICLED = re.compile(r", (?:the|a|an|your|le|la|les|un|une|votre|el|los|las|una|tu|su)\s|, l['’]", re.IGNORECASE)
"""What a motto behind a comma opens with."""
_ARTICLES = re.compile(r"(?:the|le|la|les|el|los|las)\s|l['’]", re.IGNORECASE)


def masthead(
    blocks: Sequence[Block], kinds: Sequence[PartKind], title: str | None, text: str, vote: object, rival: bool = False
) -> None:
    """The site's name at the top of the page, printed again elsewhere in its chrome; or behind the headline.

    Where the page's rights are somebody's, its ``rival``, a name that stands at the top alone is more often a menu's.
    """
    assert callable(vote)
    chrome: list[str] = []
    entries = _entries(blocks)
    if blocks[0].element is None and (over := carried(blocks)):
        vote(sender(blocks[:over]), 4)
        for b in blocks[:over]:
            vote(forwarded(b.text) or (printed_head(b.text) or ("", None))[1], 4)
        blocks, kinds = (
            blocks[over:],
            kinds[over:],
        )  # what a browser, an archive or a mail program printed over the page
    head = next((i for i, k in enumerate(kinds) if k == "title"), None)
    if (
        head
        and not blocks[0].hints & {"inline"}
        and blocks[0].element is None
        and named_as_paper(above := blocks[head - 1].text)
        and not menu(above)
    ):
        vote(above, 4)  # a reader of feeds names the paper over each headline
    for i, said in issues(blocks, head):
        vote(said.name, 4 if i == 0 else 6)
    if not (len(blocks) > 1 and fold_key(blocks[1].text).strip(" \u200e*_") in phrases("passed_on")):
        vote(chatted(blocks[0].text), 4)  # else who passed the message on
    vote(_over_sheet(blocks[0]) if blocks[0].year else None, 4)
    if (channel := CHANNEL.match(blocks[0].text)) is not None:
        vote(SEPARATORS.split(channel["name"])[0], 4)
    over = 0
    while (
        over < NOTICES
        and over + 2 < len(blocks)
        and blocks[over].element is None
        and _noticed(blocks[over], kinds[over])
    ):
        over += 1
    if over and head != over and 1 < blocks[over].words <= LONGEST_MOTTOED and not blocks[over].ends:
        # "Article réservé aux abonnés", cookies: the site's name stands below
        blocks, kinds, head = blocks[over:], kinds[over:], head - over if head else None
    skipped = len(blocks) > 2 and head != 0 and blocks[0].element is None and skips(blocks[0].text)
    if skipped and blocks[1].words > 1 and sections().isdisjoint(fold_key(blocks[1].text).split()):
        blocks, kinds, head = blocks[1:], kinds[1:], head - 1 if head else None
    if (
        len(blocks) > 2
        and head != 0
        and blocks[0].element is None
        and (_CODED.match(blocks[0].text) or trail(blocks[0].text))
    ):
        gone = 2 if SLUG.fullmatch(blocks[1].text) and head != 1 else 1  # "MINAS-PROTESTA"
        blocks, kinds, head = blocks[gone:], kinds[gone:], head - gone if head else None
    if _under_state(blocks, kinds):
        vote(_NUMBER_OF.sub("", named_in(blocks[1].text)).strip(" ,"), 4)
        blocks, kinds, head = blocks[1:], kinds[1:], head - 1 if head else None
    rows = len(blocks) > ROWS and "\n" in text[blocks[0].end : blocks[1].start]
    listed = rows and (head is None or head > ROWS) and _lists(blocks)
    for i, b in enumerate(blocks[:12]):
        if kinds[i] == "body":
            break  # what stands behind the first paragraph is no bar
        if i == 0 and kinds[i] in ("chrome", "related") and (name := _alerted(b.text)) is not None:
            vote(name, 4)
            continue
        if kinds[i] not in ("chrome", "title") or (b.element is None and b.text[-1] == ":" and "nav" in b.hints):
            continue  # a label set apart: "Title:"
        if (
            forwarded(b.text) is not None
            or b.text[0] == "^"
            or trail(b.text)
            or (starts_with(b.text, "source") and ":" in b.text)
        ):
            continue  # an agency's note to its editors, a trail, a credit
        if i == 0 and (feed := _FEED.fullmatch(b.text)) is not None:
            vote(feed["name"], 4)
            continue
        line = _unhastened(headed(_untranscribed(b.text))) if i == 0 else b.text
        parted = before_menu(line) if i == 0 else [line]
        pieces = [p for part in parted for p in SEPARATORS.split(part) if p.strip()]
        windowed = b.element is None and kinds[i] == "title" and len(pieces) == 2 and named_as_paper(pieces[1].strip())
        if windowed or (title and len(pieces) == 2 and fold_key(pieces[0]) == fold_key(title)):
            vote(pieces[1], 4)
            continue
        if not pieces or kinds[i] == "title" or (b.ticker and len(pieces) < 2 and line is b.text):
            continue
        if i > 0 and (only_entries(pieces) or (":" in b.text and starts_with(b.text, "flash"))):
            continue  # "Actu - Villages - Économie - Sortir", "HOT: Free parking on Eid"
        named = MOTTO.split(pieces[0])[0].strip("*_ ")
        if i == 0 and ":" in named and section(named.rsplit(":", 1)[1].strip()):
            named = named.rsplit(":", 1)[0]  # «صحراء أونلاين: الأخبار :: تقارير»
        named = shouted(named) if i == 0 else named
        if i == 0 and " / " in named and len(named.split()) > LONGEST_MOTTOED:
            if title and fold_key(title) in fold_key(b.text):
                continue  # the section, a stroke and the headline: «اقتصادي / صادرات التمور ترتفع»
            named = named.split(" / ")[0]  # "FRONTERA RADIO / THE ENGLISH HOUR"
        named = unmottoed(named) if _ARTICLED.search(named) and not b.text.endswith(":") else named
        if i > 0 and fold_key(named).strip() in entries:
            continue  # the rubric, which is an entry of the menu too
        name = named if len(parted) == 1 and len(pieces) == 2 else unbuttoned(named)
        name = _ACRONYM.sub("", name)
        whole = name == named.strip()  # what a menu was cut off may have kept some of it
        if i == 0 and len(pieces) == 1 and ends_in_section(named, name):
            name, whole = named.strip(), True
        if i == 0 and ":" in name and of_press(name.split(":", 1)[1]):
            name = name.split(":", 1)[0].strip()
        if i == 0 and b.year and dated(name) and (beside := _beside_day(name)) is not None:
            vote(beside, 3)
            continue
        words = len(name.split())
        if (
            words > (3 if b.ticker and i else 7 if i == 0 and _ARTICLES.match(name) and of_press(name) else 5)
            or i > 3
            or (head is not None and i > head and b.element is None and job(name))
            or (b.year and dated(name))
            or fold_key(name) in phrases("reviews")
            or fold_key(name) in no_outlets()
            or not clean(name)
            or is_byline(b.text)
            or (b.ends and (i > 0 or line == b.text))  # "FORO DEL VALLE › Trigo › ¿Es verdad?"
            or (
                section(name)
                and not (i == 0 and (_heads(name, parted) or _again(blocks, kinds, name, 1)) and words > 1)
            )
            or (i > 0 and (_ISSUE.search(b.text) is not None or name[0].islower()))
            or (i == 0 and posted(blocks))
            or sum(fold_key(w) in only_sections() for w in name.split()) >= 2
        ):
            continue
        key = fold_key(name)
        chrome = chrome or [folded(o.text) if k == "chrome" else "" for o, k in zip(blocks, kinds, strict=True)]
        again = "\n".join(chrome).count(key) > chrome[i].count(key)
        again = again and any(_whole(key, line) for j, line in enumerate(chrome) if j != i)
        if again and listed and not of_press(name):  # "All Billionaires" below "Billionaires" in a menu says nothing
            others = (line for j, line in enumerate(chrome) if j != i)
            again = any(line.strip() == key or (key in line and line.count(" ") > ENTRY) for line in others)
        if i > 0 and words == 1 and not again and named == b.text.strip():
            continue  # «الحدث»: the rubric of the article below
        told = name.split()
        opens = i > 0 and len(told) > 1 and fold_key(told[0]) in sections()  # "News Farm Faith", «أخبار مال منبر»
        called = of_press(" ".join(told[1:]) if opens else name)
        first = (
            3 if again or called or not rival else 1
        )  # at the top and nowhere else, of a page whose rights are another's
        if listed and not called and (i > 0 or (not again and fold_key(blocks[1].text) not in homes())):
            vote(name, 1)  # an entry of a menu, each on its own line, as likely
            continue
        vote(name, (first if i == 0 and whole else 1) + again + 2 * called)


NOTICES = 2
"""Lines at the top that may speak to the reader above the site's name."""


def _noticed(b: Block, kind: PartKind) -> bool:
    """True for a line at the top that speaks to the reader: of cookies, of subscriptions, of logging in."""
    return kind == "chrome" and not b.prose and not of_press(b.text) and notice(b)


def _untranscribed(line: str) -> str:
    """What stands behind the words that a page is a transcript, in brackets or without: "[Transcripción - Radio Sur]"."""
    bare = line[1:-1].strip() if line[0] == "[" and line[-1] == "]" else line
    first, *rest = SEPARATORS.split(bare)
    return " | ".join(rest) if rest and TRANSCRIBED.match(f"{first} ") and not of_press(first) else bare


def _unhastened(line: str) -> str:
    """What a first line has before the label of its ticker: «بوابة الوادي اليوم عاجل الآن: سعر الذهب …»."""
    words = line.split()
    for at, phrase in phrases_in(line, "flash") if ":" in line else ():
        stop = at + len(phrase)
        if 0 < at <= LONGEST_SHEET and any(w.endswith(":") for w in words[stop - 1 : stop + 1]):
            return " ".join(words[:at]).rstrip(" |-–—:·•")
    return line


_SHEET = re.compile(r"[ \t\u00a0]{3,}|\t+")
"""What parts the name, the motto and the day over a printed page."""


def _over_sheet(b: Block) -> str | None:
    """The paper's name at the beginning of a printed page's first line: "L'ÉCHO DE SOR          Quotidien          Lundi 6 mai 2019"."""
    first, *rest = _SHEET.split(b.text) if b.element is None else [b.text]
    if first.isdigit() and len(rest) > 1:
        first, *rest = rest  # the page's number
    return first if rest and len(first.split()) <= LONGEST_SHEET and of_press(first) and not dated(first) else None


LONGEST_SHEET = 6
"""Words of the longest name over a printed page."""


def _heads(name: str, parted: Sequence[str]) -> bool:
    """True for a name before a motto or a menu that only opens as headings of teasers do: «موجز نواكشوط ● كل أخبار موريتانيا ● …»."""
    return len(parted) > 1 and bare(name) not in sections() and starts_with(name, "related") < len(bare(name))


def _beside_day(line: str) -> str | None:
    """The name that a first line has before its day and nothing else: «الراصد السبت 18 أيار 2019»."""
    days = all_dates(line)
    head = beside_dates(line[: days[0].end]).replace("|", " ").strip(" ,،.-–—")
    told = (
        1 <= len(head.split()) <= LONGEST_MOTTOED
        and line.strip().startswith(head)
        and not _NUMBERED.sub("", line[days[-1].end :]).strip(" .م")
    )
    return head if told and not (called(head) and person(head)) and not section(head) else None


def _under_state(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> bool:
    """True when the first line is the state's, with its motto or without, and the second a sheet's own name: a paper's, or with its number.

    "RÉPUBLIQUE DE KORÉRA – Unité, Labeur, Justice" over "LE MONITEUR DU GOUVERNEMENT, n° 87".
    """
    if len(blocks) < 3 or kinds[0] != "chrome" or kinds[1] != "chrome" or blocks[0].words > LONGEST_STATE:
        return False
    words = f"{bare(blocks[0].text)} "
    if not any(words.startswith(f"{w} ") for w in phrases("states")):
        return False
    first = blocks[1].text.split(",")[0]
    if starts_with(first, "bodies"):
        return True  # a ministry's page
    return (of_press(first) and not of_press(named_in(blocks[0].text))) or bool(_ISSUE.search(blocks[1].text))


_NUMBERED = re.compile(_ISSUE.pattern + r"[\d .]*", re.IGNORECASE)
"""The number of an issue behind its day."""
_NUMBER_OF = re.compile(r"[\s,–-]+" + _ISSUE.pattern + r".*$", re.IGNORECASE)
LONGEST_STATE = 14
"""Words of a state's name and its motto over what it prints."""


def _lists(blocks: Sequence[Block]) -> bool:
    """True when a plain page opens with short lines, each an entry of a menu as likely as a name."""
    rows = blocks[1:ROWS]
    if len(rows) < ROWS - 1 or blocks[0].element is not None:
        return False
    short = [b for b in rows if b.words <= ENTRY + 1 and not b.ends and not b.year and not is_byline(b.text)]
    told = sum(section(b.text) for b in rows)  # below a site's name the sections stand
    return len(short) >= len(rows) - 1 and told < TOLD and not any(b.prose or (b.year and dated(b.text)) for b in rows)


TOLD = 2
"""Names of sections among the first lines by which the line above them is the site's."""
ROWS = 6
"""Lines of which a page's first one may be an entry of a menu."""


def _whole(key: str, line: str) -> bool:
    """True when a name stands in a line and no word goes on with it: "comarca" is none in "semanario comarcal"."""
    at = line.find(key)
    while at >= 0 and (
        (at and line[at - 1].isalpha() and line[at - 1] not in "لبوفك")
        or line[at + len(key) : at + len(key) + 1].isalpha()
    ):
        at = line.find(key, at + 1)
    return at >= 0


def _alerted(line: str) -> str | None:
    """The outlet behind the word of haste that an alert opens with: "BREAKING NEWS ALERT — The Harbour Standard"."""
    pieces = [p for p in SEPARATORS.split(line) if p.strip()]
    told = (
        len(pieces) == 2
        and (starts_with(pieces[0], "flash") or released(pieces[0]))
        and len(pieces[0].split()) <= ENTRY + 2
    )
    return pieces[1] if told and named_as_paper(pieces[1]) else None


_FEED = re.compile(
    r"(?:fil|flux|feed|canal|channel|folder|dossier|liste|list|lista|carpeta|chaîne|قناة|خلاصة|خلاصات|قائمة)\s*[:：]\s*(?P<name>[^:|]{3,40})",
    re.IGNORECASE,
)
"""What a reader of feeds calls the list that it shows: "Fil : Actu du Sahel"."""


def _entries(blocks: Sequence[Block]) -> frozenset[str]:
    """The entries of the menus at the top, folded, all but the first of a line: those are names of sections."""
    parted = (p for b in blocks[:12] if b.ticker or b.words <= LONGEST_CARRIED for p in [SEPARATORS.split(b.text)])
    return frozenset(fold_key(e).strip() for p in parted if len(p) > 2 for e in p[1:])


def _again(blocks: Sequence[Block], kinds: Sequence[PartKind], name: str, at: int) -> bool:
    """True when a name stands in a line of the chrome behind the first as well."""
    key = fold_key(name)
    return any(k == "chrome" and key in fold_key(b.text) for b, k in zip(blocks[at:], kinds[at:], strict=True))
