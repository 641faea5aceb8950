"""The name of a site at the top of its page, or at the foot of a text that was passed on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.blocks import CHAT, Block
from isnad.extract.bylines import is_byline, signature
from isnad.extract.chrome import homes, phrases
from isnad.extract.datelines import all_dates, beside_dates, dated
from isnad.extract.handed import handed
from isnad.extract.head import SEPARATORS
from isnad.extract.issues import APPEARS, issues
from isnad.extract.lines import printed_address
from isnad.extract.looks import folded, may_hold
from isnad.extract.outlet_names import no_outlets
from isnad.extract.persons import called, generic, named_as_paper, of_press, person, press_words
from isnad.extract.phrases import bare, phrases_in, starts_with
from isnad.extract.signers import job
from isnad.extract.tails import released
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key, script_of

LONGEST_NAME = 45
ENTRY = 2
"""Words of most entries of a menu."""
CARRIED = 10
"""Lines over a page that may be its carrier's: an archive's bar, a mail program's notes, a browser's address."""
FIELDS = 3
"""Fields that the head of a mail has at least."""
LONGEST_CARRIED = 45
"""Words of the longest such line."""
FOOT = 3
"""Lines behind a text in which who is its source may be named."""
_RIGHTS = regex.compile(r"^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*|\s*\d{4}\s*$", regex.IGNORECASE)
_NUMBERED = re.compile(r"[\s,–-]+(?:No\.?|N[°º]\.?|n[°º]\.?|Núm\.?|Issue|Vol\.?|العدد|عدد)\s*[\d/ .-]*$")
"""The number of an issue behind the name of a letter in its window's title: "Bulwark Shipping Letter No. 1187"."""
_YEARED = re.compile(r"^(?:19|20)\d\d\.\s+")
_GROWN = regex.compile(r"\p{Ll}{2}\p{Lu}")
"""Words grown together where the markup is lost: "US EditionUK EditionIrish Mirror"."""
_COOKIE = re.compile(r"\bcookies?\b", re.IGNORECASE)
_MAKER = regex.compile(
    r"(?:an?|une?|una|part|property|filiale|groupe|division)\s.*(?:subsidiary|company|division|group|filiale|empresa|sociedad|of|de|du)\b"
    r"|(?i:designed|powered|developed|built|hosted|created|website|site|web|theme|conçu|réalisé|réalisation|développé|développement|propulsé|hébergé|création|desarrollado|desarrollo|diseñado|diseño|creado|alojado)\s"
    r"(?i:by|with|par|por|de|web|theme)\b"
    r"|(?:تصميم|برمجة|تطوير|استضافة|إنجاز|بدعم)\s"
)
"""Who made a site, or whose company its owner is: "Designed by Gray Digital", "a Reach plc subsidiary", «تصميم وبرمجة …»."""
_PLACED = re.compile(r"(?<=\S)\s*\((?![A-Z.]{2,}(?:\)|$))[^()]{2,30}\)?\W*$")
"""The town of an outlet in brackets behind its name: "Agence Sahel Presse (Sfax)"."""
_FREQUENCY = re.compile(
    r"^(\S+\s+\S.*?)(?<!FM)\s+\d{2,3}[.,]\d(?:\s*(?:FM|MHz))?$|^(.{3,40}?)\s+\d{2,4}(?:[.,]\d)?\s*(?:AM|FM|MHz|kHz|KHz)$"
    r"|^(.{3,40}?)\s+\d{2,3}[.,]\d\s*(?:إف إم|اف ام|أف أم|إف أم|ميغاهرتز)$"
)
"""Where a station is heard, behind its name of two words: "Radio Kavango 94.1"."""
_ADDRESSED = re.compile(r"https?://\S{4,300}(?:\s+\w{1,12}){0,6}\s*")
"""An address and some buttons: "http://… Go MAR APR MAY"."""
_CHANNEL = re.compile(r"(?P<name>[^\[\]\d]{3,60}?),?\s*\[\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[ ,]+\d{1,2}:\d\d(?::\d\d)?\]")
"""Over a message, who posted it and when, as programs for chats save them: "Canal Sur, [12.03.2024 18:40]"."""
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?\s{2,}(?P<title>\S.+)", re.IGNORECASE
)
LONGEST_PRINTED = 260
"""Characters of the longest line that a browser prints over a page: when, the window's title, the site."""
_SENT = re.compile(
    r"(?P<label>[^:]{1,14}?)\s*:\s*(?P<name>[^<>@:]{3,60}?)\s*<(?P<box>[^<>\s@]{1,80})@(?P<host>[^<>\s]{3,80})>"
)
_ISSUE = re.compile(
    r"(?:\bn\s?[°º]\.?|\bissue|\bno\.|\bnum(?:é|e)ro|\bnúm(?:ero|\.)|العدد|رقم|bolet[ií]n|bulletin)\s*[:#]?\s*\d",
    re.IGNORECASE,
)
"""The number of an issue: of a letter when the outlet's name stands above."""
_SKIPS = re.compile(
    r"(?:skip|jump|aller|passer|saltar|ir|انتقل|تخطي|الانتقال)\b.{0,16}\b(?:content|contenu|contenido|المحتوي|محتوي)"
)
"""The button above a site's name for those who do not see the page, folded: "Aller au contenu"."""
_GAPS = re.compile(r"[ \t\u00a0]{2,}|\t+")
"""What sets a name apart from the menu behind it where the markup is lost."""
_TRAIL = re.compile(r"\s+[>›»]\s+")
_EMPHASIS = re.compile(r"^\s*[_*~—–-]|[_*~]\s*$")


def clean(name: str) -> str | None:
    """Return a name without marks, signs of rights and years around it; ``None`` when it can be no outlet's."""
    name = unnumbered(_YEARED.sub("", name))
    if _COOKIE.search(name) or len(_GROWN.findall(name)) > 1:
        return None
    name = _FREQUENCY.sub(r"\1\2\3", _RIGHTS.sub("", name.strip(' .:|-–—«»"،,<>›‹/•·→_*~@▼▲▾☰≡+'))).strip()
    if not 2 <= len(name) <= LONGEST_NAME or len(name.split()) > 6 or not any(c.isalpha() for c in name):
        return None
    if _MAKER.match(name) or _DEGREES.search(name) or _entry(name):
        return None
    return None if starts_with(name, "notices") == len(bare(name)) else name


def unnumbered(name: str) -> str:
    """Return a letter's name without the number of its issue: "Bulwark Shipping Letter No. 1187"."""
    return _NUMBERED.sub("", name)


def _entry(name: str) -> bool:
    """True for what is nothing but an entry of a menu, or a few of them: "Toggle navigation", "About/Contact"."""
    entries = phrases("entries")
    told = bare(name)
    if told in entries or told.endswith(_long_entries()):
        return True
    return len(pieces := _STROKES.split(name)) > 1 and all(
        (p := bare(x)) in entries or p in _sections() for x in pieces
    )


@cache
def _long_entries() -> tuple[str, ...]:
    """The entries of menus that have more words than one."""
    return tuple(e for e in phrases("entries") if " " in e)


def unplaced(name: str) -> str:
    """Return a source's name without its town in brackets; an acronym stays: "Agence Punique (APU)"."""
    bare = _PLACED.sub("", name)
    return bare if len(bare.split()) > 1 else name


def carried(blocks: Sequence[Block]) -> int:
    """Return how many lines over a plain page are not the site's but of what carried it: archive, cache, mail, browser."""
    over = _mailed(blocks)
    for i, b in enumerate(blocks[:CARRIED]):
        if i < over:
            continue
        told_by = printed_address(b.text) or _ADDRESSED.fullmatch(b.text) or printed_head(b.text) or forwarded(b.text)
        address = over == i and told_by
        told = phrases_in(b.text, "carried") if b.words <= LONGEST_CARRIED and not (b.prose and i > over) else []
        if told and i == 1 and not over and _parted_head(blocks[0], b):
            continue  # "A letter on ports | No. 12 | View in browser" under the letter's own name
        if address or any(len(words) > 1 or b.words <= 3 for _, words in told):
            over = i + 1
    return over if over < len(blocks) else 0


def _parted_head(name: Block, line: Block) -> bool:
    """True for a line of several pieces, one of them a button, under a few words that are no button: a letter's own head."""
    return (
        name.words <= 6
        and not name.ends
        and not phrases_in(name.text, "carried")
        and len(SEPARATORS.split(line.text)) > 2
    )


def printed_head(line: str) -> tuple[str, str] | None:
    """Return the window's title and the site that a browser printed over a page: "8/12/21, 9:14 AM    Town votes … | The Messenger"."""
    found = _PRINTED.fullmatch(line.strip()) if len(line) <= LONGEST_PRINTED else None
    pieces = [p.strip() for p in SEPARATORS.split(found["title"]) if p.strip()] if found else []
    return (" - ".join(pieces[:-1]), pieces[-1]) if len(pieces) > 1 else None


def forwarded(line: str) -> str | None:
    """Return the channel that a message was passed on from: "Forwarded from X", «تمت إعادة توجيهها من قناة X»."""
    if len(line) > LONGEST_NAME + 40 or not may_hold(line, "forwarded"):
        return None
    words = bare(line)
    formula = next((f for f in _forwards() if words.startswith(f + " ")), None)
    if formula is None:
        return None
    rest = line.split()[len(formula.split()) :]
    name = " ".join(rest).strip(" :.[]")
    named = name and (name[0].isupper() or name[0].isdigit() or script_of(name) == "Arabic")
    return name if named and not (called(name) and person(name)) else None


def _chatted(line: str) -> str | None:
    """The group or channel before a message that a chat has saved; nobody's own name."""
    said = CHAT.fullmatch(line)
    return None if said is None or (called(said["name"]) and person(said["name"])) else said["name"]


def passed_to_channel(blocks: Sequence[Block]) -> str | None:
    """Return the channel from which another one passed a message on: "X, [12.03.2024 18:40]", "[Forwarded from Y]" below it."""
    if len(blocks) < 2 or blocks[0].element is not None or _CHANNEL.match(blocks[0].text) is None:
        return None
    return forwarded(blocks[1].text.strip("[] "))


@cache
def _forwards() -> tuple[str, ...]:
    formulas = {fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["forwarded"]}
    return tuple(sorted(formulas, key=lambda f: (-len(f), f)))


def mail_sender(blocks: Sequence[Block]) -> str | None:
    """Return the letter or the desk that a page's mail came from; ``None`` when the page is no mail, or somebody's own."""
    over = _mailed(blocks) if blocks and blocks[0].element is None else 0
    return _sender(blocks[:over]) if over else None


def _sender(blocks: Sequence[Block]) -> str | None:
    """The letter whose name stands before the address it was sent from: "From: Isthmus Weekly <desk@…>"; nobody's own mail."""
    found = next(
        (m for b in blocks[:CARRIED] if (m := _SENT.fullmatch(b.text)) and _field(m["label"]) in _mail()), None
    )
    name = found["name"].strip(" \"'«»“”") if found else ""
    if found is None or not name or (called(name) and person(name)) or job(name):
        return None
    told = [w for w in fold_key(name).split() if len(w) > 3 and w in found["host"].casefold()]
    told = told or [w for w in _BOX.split(found["box"].casefold()) if w in _boxes()]
    return name if told or of_press(name) else None  # "Ariane Le Floch <a.lefloch@…>" is nobody's letter


_BOX = re.compile(r"[^a-z]+")


@cache
def _boxes() -> frozenset[str]:
    """What addresses are called from which outlets write to all their readers: "newsletter@", "redaccion@", "nashra@"."""
    return frozenset(w for k in LANGUAGES for w in table(k, "attributions")["mailboxes"])


def mail_day(blocks: Sequence[Block]) -> int | None:
    """Return which line at the top of a plain page is the day of the mail's head: "Date: Tue, 3 Sep 2019 05:58:11 -0400"."""
    over = _mailed(blocks) if blocks and blocks[0].element is None else 0
    return next((i for i, b in enumerate(blocks[:over]) if b.year and dated(b.text)), None)


def _mailed(blocks: Sequence[Block]) -> int:
    """How many lines at the top are the head of a mail: from whom, to whom, when, about what, and the mark that it was passed on."""
    fields = {i for i, b in enumerate(blocks[:CARRIED]) if ":" in b.text and _field(b.text.split(":", 1)[0]) in _mail()}
    last = max(fields, default=-1)
    if len(fields) < FIELDS or 0 not in fields:
        return 0
    while last + 1 < len(blocks) and phrases_in(blocks[last + 1].text, "carried") and blocks[last + 1].words <= 6:
        last += 1
    return last + 1


def _field(label: str) -> str:
    return fold_key(label).strip(" *>")


@cache
def _mail() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["mail_fields"])


def posted(blocks: Sequence[Block]) -> bool:
    """Return whether a page opens with somebody's name and what he is, as posts in networks of professions do."""
    if len(blocks) < 2 or blocks[0].element is not None:
        return False
    name = signature(blocks[0].text)
    return name is not None and called(name) and job(blocks[1].text)


def foot(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return the outlet that a line right behind the text names beside a date or in marks, as those who pass texts on do.

    "_La Dépêche du Bafing, 3 juillet 2023_"; a word that newspapers are called by is asked for.
    """
    last = max((i for i, k in enumerate(kinds) if k in ("body", "lead")), default=len(blocks))
    for i in range(last + 1, min(len(blocks), last + 1 + FOOT)):
        line = blocks[i].text
        if kinds[i] in ("related", "tags", "caption") or not (all_dates(line) or _EMPHASIS.search(line)):
            continue
        if handed(line.strip(" _*~—–-")) is not None:
            continue  # "First published: The Vale Chronicle, 10 May" says more than who it is
        marked = line.strip(" _*~—–-")
        if starts_with(marked, "source") and ":" in marked:
            marked = marked.split(":", 1)[1]
        pieces = [p for p in (_before_date(marked) or beside_dates(marked)).split("|") if p.strip(" ,،.()_*~")]
        name = pieces[0].strip(" ,،.()_*~") if len(pieces) == 1 else ""
        if 2 <= len(name.split()) <= 5 and of_press(name) and not _section(name):
            return name
    return None


def _before_date(line: str) -> str | None:
    """What stands before the day with which a line ends, its article kept: "El Correo de la Sierra, 9 de mayo de 2021"."""
    days = all_dates(line)
    head = line[: days[0].start] if days and not any(c.isalpha() for c in line[days[-1].end :]) else ""
    head = head.rstrip(" ,،-–—(")
    return head if head and head[-1].isalnum() and "," in line[len(head) : days[0].start] else None


def named_in(line: str) -> str:
    """Return the first piece of a page's first line, less its motto behind points, dashes or a gap."""
    return _MOTTO.split(SEPARATORS.split(_before_menu(line)[0])[0])[0].strip()


def _headed(line: str) -> str:
    """The first station of a trail that opens with a name of the trade: "Foro del Valle > General > Noticias"."""
    first, *rest = _TRAIL.split(line)
    return first if rest and of_press(first) else line


_CODED = re.compile(r"(?=[A-Z]*\d)[A-Z\d]{5,}(?:\s+(?:[A-Z]{2,4}|\d{1,4}))+$|[A-Z]{2,6}\d{3,}\b")
"""The number of a dispatch, its priority and its words: "TMR0487 4 GEN 0312"."""
_STROKES = re.compile(r"\s*[/|&·,]\s*|\s{2,}")
_DEGREES = re.compile(r"\d\s?°|\bº[CF]\b")
"""The weather that stands at the top of a page: "55°F Clear"."""
_ACRONYM = re.compile(
    r"\s*[/(]\s*(?:[\u0621-\u064a](?:\s|\s?\.\s?)){1,4}[\u0621-\u064a]\s*[/)]?\s*$|\s+/\s*[A-Z]{2,6}\s*/?$"
)
"""An agency's letters behind its name: «وكالة أنباء الخليج / و أ خ», "Agence Punique / APU"."""
_STATION = re.compile(r"\s*[/>›»:]\s*")


def _menu(line: str) -> bool:
    """True for entries of a menu: the first page's, or nothing but sections."""
    words = fold_key(line).split()
    return words[0] in homes() or _section(line) or _sections().issuperset(words)


def _trail(line: str) -> bool:
    """True for the trail from a site's first page to an article: "You are here: Home / Region", "Accueil / Actualités / Travaux"."""
    stations = [s for s in _STATION.split(line) if s.strip()]
    first = fold_key(stations[0]).strip() if len(stations) > 1 else ""
    return first in homes() or (bool(first) and starts_with(line, "trails") > 0)


def _ends_in_section(named: str, name: str) -> bool:
    """True when nothing but one word that sections are called by too stands behind a name: "Kisiwa Business"."""
    gone = named.split()[len(name.split()) :]
    return (
        len(gone) == 1
        and len(name.split()) <= 3
        and fold_key(gone[0]) not in phrases("notices")
        and not gone[0][0].islower()
    )


_ARTICLED = re.compile(r", (?:the|a|an|your|le|la|les|un|une|votre|el|los|las|una|tu|su)\s|, l['’]", re.IGNORECASE)
"""What a motto behind a comma opens with."""
_ARTICLES = re.compile(r"(?:the|le|la|les|el|los|las)\s|l['’]", re.IGNORECASE)
_MOTTO = re.compile(r"\s+\.{2,3}\s+|\s+-{2,3}\s+|\s+:{2,}\s+|\s+…\s+")


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
        vote(_sender(blocks[:over]), 4)
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
        and not _menu(above)
    ):
        vote(above, 4)  # a reader of feeds names the paper over each headline
    for i, said in issues(blocks, head):
        vote(said.name, 4 if i == 0 else 6)
    vote(_chatted(blocks[0].text), 4)
    if (channel := _CHANNEL.match(blocks[0].text)) is not None:
        vote(SEPARATORS.split(channel["name"])[0], 4)
    skipped = len(blocks) > 2 and head != 0 and blocks[0].element is None and _SKIPS.fullmatch(fold_key(blocks[0].text))
    if skipped and blocks[1].words > 1 and _sections().isdisjoint(fold_key(blocks[1].text).split()):
        blocks, kinds, head = blocks[1:], kinds[1:], head - 1 if head else None
    if (
        len(blocks) > 2
        and head != 0
        and blocks[0].element is None
        and (_CODED.match(blocks[0].text) or _trail(blocks[0].text))
    ):
        blocks, kinds, head = blocks[1:], kinds[1:], head - 1 if head else None
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
        if kinds[i] not in ("chrome", "title"):
            continue
        if b.text[0] == "^" or _trail(b.text) or (starts_with(b.text, "source") and ":" in b.text):
            continue  # an agency's note to its editors, a trail, a credit
        if i == 0 and (feed := _FEED.fullmatch(b.text)) is not None:
            vote(feed["name"], 4)
            continue
        line = _headed(b.text) if i == 0 else b.text
        parted = _before_menu(line) if i == 0 else [line]
        pieces = [p for part in parted for p in SEPARATORS.split(part) if p.strip()]
        if title and len(pieces) == 2 and fold_key(pieces[0]) == fold_key(title):
            vote(pieces[1], 4)
            continue
        if not pieces or kinds[i] == "title" or (b.ticker and len(pieces) < 2 and line is b.text):
            continue
        if i > 0 and (_only_entries(pieces) or (":" in b.text and starts_with(b.text, "flash"))):
            continue  # "Actu - Villages - Économie - Sortir", "HOT: Free parking on Eid"
        named = _MOTTO.split(pieces[0])[0]
        if i == 0 and ":" in named and _section(named.rsplit(":", 1)[1].strip()):
            named = named.rsplit(":", 1)[0]  # «صحراء أونلاين: الأخبار :: تقارير»
        named = _shouted(named) if i == 0 else named
        if i == 0 and " / " in named and len(named.split()) > LONGEST_MOTTOED:
            named = named.split(" / ")[0]  # "FRONTERA RADIO / THE ENGLISH HOUR"
        named = unmottoed(named) if _ARTICLED.search(named) and not b.text.endswith(":") else named
        if i > 0 and fold_key(named).strip() in entries:
            continue  # the rubric, which is an entry of the menu too
        name = named if len(parted) == 1 and len(pieces) == 2 else _unbuttoned(named)
        name = _ACRONYM.sub("", name)
        whole = name == named.strip()  # what a menu was cut off may have kept some of it
        if i == 0 and len(pieces) == 1 and _ends_in_section(named, name):
            name, whole = named.strip(), True
        if i == 0 and ":" in name and of_press(name.split(":", 1)[1]):
            name = name.split(":", 1)[0].strip()
        if i == 0 and b.element is None and b.year and dated(name) and (beside := _beside_day(name)) is not None:
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
            or b.ends
            or (_section(name) and not (i == 0 and len(name.split()) > 1 and _again(blocks, kinds, name, 1)))
            or (i > 0 and _ISSUE.search(b.text) is not None)
            or (i == 0 and posted(blocks))
            or sum(fold_key(w) in _only_sections() for w in name.split()) >= 2
        ):
            continue
        key = fold_key(name)
        chrome = chrome or [folded(o.text) if k == "chrome" else "" for o, k in zip(blocks, kinds, strict=True)]
        again = "\n".join(chrome).count(key) > chrome[i].count(key)
        if again and listed and not of_press(name):  # "All Billionaires" below "Billionaires" in a menu says nothing
            others = (line for j, line in enumerate(chrome) if j != i)
            again = any(line.strip() == key or (key in line and line.count(" ") > ENTRY) for line in others)
        if i > 0 and words == 1 and not again and named == b.text.strip():
            continue  # «الحدث»: the rubric of the article below
        called = of_press(name)
        first = (
            3 if again or called or not rival else 1
        )  # at the top and nowhere else, of a page whose rights are another's
        if listed and not called and (i > 0 or (not again and fold_key(blocks[1].text) not in homes())):
            vote(name, 1)  # an entry of a menu, each on its own line, as likely
            continue
        vote(name, (first if i == 0 and whole else 1) + again + 2 * called)


def _shouted(name: str) -> str:
    """The words in capitals with which a line begins, when they are a paper's name and the rest is not in capitals: "L'ÉCHO DU WALO Saint-Louis"."""
    words = name.split()
    n = next((i for i, w in enumerate(words) if not w.isupper()), len(words))
    head = " ".join(words[:n])
    return head if 1 < n < len(words) and of_press(head) else name


def _beside_day(line: str) -> str | None:
    """The name that a first line has before its day and nothing else: «الراصد السبت 18 أيار 2019»."""
    days = all_dates(line)
    head = beside_dates(line[: days[0].end]).replace("|", " ").strip(" ,،.-–—")
    told = (
        1 <= len(head.split()) <= LONGEST_MOTTOED
        and line.strip().startswith(head)
        and not line[days[-1].end :].strip(" .م")
    )
    return head if told and not (called(head) and person(head)) and not _section(head) else None


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


_NUMBER_OF = re.compile(r"[\s,–-]+" + _ISSUE.pattern + r".*$", re.IGNORECASE)
LONGEST_STATE = 14
"""Words of a state's name and its motto over what it prints."""


def _lists(blocks: Sequence[Block]) -> bool:
    """True when a plain page opens with short lines, each an entry of a menu as likely as a name."""
    rows = blocks[1:ROWS]
    if len(rows) < ROWS - 1 or blocks[0].element is not None:
        return False
    short = [b for b in rows if b.words <= ENTRY + 1 and not b.ends and not b.year and not is_byline(b.text)]
    told = sum(_section(b.text) for b in rows)  # below a site's name the sections stand
    return len(short) >= len(rows) - 1 and told < TOLD and not any(b.prose or (b.year and dated(b.text)) for b in rows)


TOLD = 2
"""Names of sections among the first lines by which the line above them is the site's."""
ROWS = 6
"""Lines of which a page's first one may be an entry of a menu."""


def _alerted(line: str) -> str | None:
    """The outlet behind the word of haste that an alert opens with: "BREAKING NEWS ALERT — The Harbour Standard"."""
    pieces = [p for p in SEPARATORS.split(line) if p.strip()]
    told = (
        len(pieces) == 2
        and (starts_with(pieces[0], "flash") or released(pieces[0]))
        and len(pieces[0].split()) <= ENTRY + 2
    )
    return pieces[1] if told and named_as_paper(pieces[1]) else None


def undescribed(name: str) -> str:
    """Return a name without what its outlet is, said right behind it: «وادي النخيل بريس جريدة إلكترونية شاملة»."""
    name = APPEARS.sub("", name)
    words = name.split()
    for i in range(len(words) - 2, 0, -1):
        if fold_key(words[i]) in _BEHIND_NAMES:
            continue  # «فاس بريس لحظة بلحظة»
        if generic(" ".join(words[i:])) and not (i == 1 and fold_key(words[0]) in press_words()):
            return " ".join(words[:i])
    return name


_BEHIND_NAMES = frozenset("بريس برس نيوز اونلاين تيفي ميديا بلوس تايمز".split())
"""Words that stand at the end of Arabic outlets' names and open no description."""


def _only_entries(pieces: Sequence[str]) -> bool:
    """True for four pieces and more of a line that are short, as entries of a menu are, the first of them no paper's name."""
    first = pieces[0].split()
    return (
        len(pieces) > _ENTRIES
        and len(first) <= ENTRY
        and all(len(p.split()) <= ENTRY + 1 for p in pieces)
        and not (named_as_paper(pieces[0]) and script_of(pieces[0]) != "Arabic")
    )


LONGEST_MOTTOED = 4
"""Words of the longest name of a site that a gap sets off from its motto."""
_MOTTOED = re.compile(r"\S[ \t\u00a0]{3,}(?:\S+\s+){2,9}\S+$")
_FEED = re.compile(
    r"(?:fil|flux|feed|canal|channel|folder|dossier|liste|list|lista|carpeta|chaîne|قناة|خلاصة|خلاصات|قائمة)\s*[:：]\s*(?P<name>[^:|]{3,40})",
    re.IGNORECASE,
)
"""What a reader of feeds calls the list that it shows: "Fil : Actu du Sahel"."""
_ENTRIES = 3
"""Pieces of the longest line that is no menu."""


def unmottoed(name: str) -> str:
    """Return a name without the motto behind its comma: "Radio Marea, la emisora del puerto"."""
    first, comma, rest = name.partition(", ")
    return first if comma and rest[:1].islower() and len(rest.split()) > 1 else name


def _entries(blocks: Sequence[Block]) -> frozenset[str]:
    """The entries of the menus at the top, folded, all but the first of a line: those are names of sections."""
    parted = (p for b in blocks[:12] if b.ticker or b.words <= LONGEST_CARRIED for p in [SEPARATORS.split(b.text)])
    return frozenset(fold_key(e).strip() for p in parted if len(p) > 2 for e in p[1:])


def _again(blocks: Sequence[Block], kinds: Sequence[PartKind], name: str, at: int) -> bool:
    """True when a name stands in a line of the chrome behind the first as well."""
    key = fold_key(name)
    return any(k == "chrome" and key in fold_key(b.text) for b, k in zip(blocks[at:], kinds[at:], strict=True))


def _before_menu(line: str) -> list[str]:
    """The pieces of a first line that gaps set apart when all but the first are short, as entries of a menu are; else the line."""
    if len(pieces := _by_symbol(line)) > 1:
        return pieces
    first, *rest = [p for p in _GAPS.split(line) if p.strip()]
    if len(rest) == 1 and len(first.split()) <= LONGEST_MOTTOED and _MOTTOED.search(line):
        return [first, *rest]  # «مجمع الأخبار   كل الصحف في صفحة واحدة»
    entries = [e for p in rest for e in SEPARATORS.split(p) if e.strip()]
    short = sum(len(e.split()) <= ENTRY for e in entries)
    return [first, *entries] if len(entries) > 1 and short >= 0.7 * len(entries) else [line]


def _by_symbol(line: str) -> list[str]:
    """The pieces of a first line that one symbol parts again and again, or a menu's sign: «زاوية الملاعب ⚽ دوري ⚽ توقعات», «بوابة القلعة ☰ القائمة»."""
    symbols = Counter(_SYMBOL.findall(line)) if len(line) <= LONGEST_ROW else Counter[str]()
    told = [s for s, n in symbols.items() if n > 1 or s in _MENUS]
    if not told:
        return [line]
    first, *rest = (p.strip() for p in regex.split("|".join(rf"\s+{regex.escape(s)}\s+" for s in told), line))
    entries = rest[1:] if len(rest) > 1 and len(rest[0].split()) > ENTRY + 1 else rest  # the site's motto
    short = sum(len(p.split()) <= ENTRY + 1 for p in entries)
    named = 1 <= len(first.split()) <= LONGEST_MOTTOED + 1 and not _GAPS.search(first)
    return [first, *rest] if named and (short >= 0.7 * len(entries) or not _MENUS.isdisjoint(told)) else [line]


LONGEST_ROW = 160
"""Characters of the longest first line of a name and a menu that a symbol parts."""


_SYMBOL = regex.compile(r"(?<=\s)(?:\p{So}\ufe0f?|[▪•*#~^+=·§¤◦‣]{1,3})(?=\s)")
"""A symbol that stands alone, between blanks."""
_MENUS = frozenset("☰ ≡ ▼ 🔍 ⋮".split())


def _unbuttoned(name: str) -> str:
    """A name without the buttons and sections that stand behind it on its line."""
    words = name.split()
    while len(words) > 1 and (fold_key(words[-1]) in phrases("notices") or fold_key(words[-1]) in _sections()):
        if fold_key(words[-1]) in press_words() or fold_key(words[-2]) in (
            "de",
            "du",
            "des",
            "del",
            "of",
            "the",
            "la",
            "le",
            "el",
            "los",
            "les",
        ):
            break
        words.pop()
    return " ".join(words)


@cache
def _only_sections() -> frozenset[str]:
    return _sections() - press_words()


@cache
def _sections() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"])


def _section(name: str) -> bool:
    """True for the names of a newspaper's sections ("Économie", «رياضة», «المحليات»)."""
    return (
        bare(name) in _sections()
        or bare(name).removeprefix("ال") in _sections()
        or released(name)
        or bool(starts_with(name, "related"))
        or ((told := starts_with(name, "notices")) > 0 and not (told < len(bare(name)) and of_press(name)))
    )
