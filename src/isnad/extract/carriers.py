"""What carried a page to its reader and stands above it: an archive's bar, a browser's head, a mail's fields, a channel, a chat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from isnad.extract.blocks import CHAT, Block
from isnad.extract.datelines import dated
from isnad.extract.head import SEPARATORS
from isnad.extract.lines import printed_address
from isnad.extract.looks import may_hold
from isnad.extract.networks import copied_from_network, passed_often
from isnad.extract.persons import called, of_press, person
from isnad.extract.phrases import bare, phrases_in
from isnad.extract.signatures import signature
from isnad.extract.signers import job
from isnad.extract.sitenames import (
    LONGEST_NAME,
)
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key, script_of

CARRIED = 10
"""Lines over a page that may be its carrier's: an archive's bar, a mail program's notes, a browser's address."""


HEADED = 7
"""Words of the longest line of a channel's name above the one that says from where its message was passed on."""
FIELDS = 3
"""Fields that the head of a mail has at least."""


LONGEST_COPIED = 20
"""Words of the longest line over a post that says from which page or group it was copied."""


LONGEST_CARRIED = 45
"""Words of the longest such line."""


_ADDRESSED = re.compile(r"https?://\S{4,300}(?:\s+\w{1,12}){0,6}\s*")
"""An address and some buttons: "http://… Go MAR APR MAY"."""


CHANNEL = re.compile(r"(?P<name>[^\[\]\d]{3,60}?),?\s*\[\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[ ,]+\d{1,2}:\d\d(?::\d\d)?\]")
"""Over a message, who posted it and when, as programs for chats save them: "Canal Sur, [12.03.2024 18:40]"."""


_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?\s{2,}(?P<title>\S.+)", re.IGNORECASE
)


LONGEST_PRINTED = 260
"""Characters of the longest line that a browser prints over a page: when, the window's title, the site."""


_SENT = re.compile(
    r"(?P<label>[^:]{1,14}?)\s*:\s*(?P<name>[^<>@:]{3,60}?)\s*<(?P<box>[^<>\s@]{1,80})@(?P<host>[^<>\s]{3,80})>"
)


def carried(blocks: Sequence[Block]) -> int:
    """Return how many lines over a plain page are not the site's but of what carried it: archive, cache, mail, browser."""
    over = _mailed(blocks)
    for i, b in enumerate(blocks[:CARRIED]):
        if i < over:
            continue
        told_by = printed_address(b.text) or _ADDRESSED.fullmatch(b.text) or printed_head(b.text) or forwarded(b.text)
        address = over == i and (
            told_by or passed_often(b.text) or (b.words <= LONGEST_COPIED and copied_from_network(b.text))
        )
        told = phrases_in(b.text, "carried") if b.words <= LONGEST_CARRIED and not (b.prose and i > over) else []
        if told and i == 1 and not over and (_parted_head(blocks[0], b) or _numbered_head(blocks[0])):
            continue  # "A letter on ports | No. 12 | View in browser" under the letter's own name
        if address or any(len(words) > 1 or b.words <= 3 for _, words in told):
            over = i + 1
    return over if over < len(blocks) else 0


_SKIPS = re.compile(
    r"(?:skip|jump|aller|passer|saltar|ir|انتقل|تخطي|الانتقال)\b.{0,16}\b(?:content|contenu|contenido|المحتوي|محتوي)"
)
"""The button above a site's name for those who do not see the page, folded: "Aller au contenu"."""


def skips(line: str) -> bool:
    """Return whether a line is the button above a site's name that leads to the content."""
    return _SKIPS.fullmatch(fold_key(line)) is not None


def _parted_head(name: Block, line: Block) -> bool:
    """True for a line of several pieces, one of them a button, under a few words that are no button: a letter's own head."""
    return (
        name.words <= 6
        and not name.ends
        and not phrases_in(name.text, "carried")
        and len(SEPARATORS.split(line.text)) > 2
    )


def _numbered_head(line: Block) -> bool:
    """True for a letter's name, its motto and the number of its issue on one line: "GULF NOTE // a letter on ports // issue 12"."""
    pieces = [p.strip() for p in SEPARATORS.split(line.text) if p.strip()]
    return len(pieces) > 1 and len(pieces[0].split()) <= 6 and any(NUMBER.match(p) for p in pieces[1:])


NUMBER = re.compile(
    r"(?:issue|no\.|n\s?[°º]|núm\w*\.?|num[eé]ro|العدد|عدد|vol\.?|edición|édition)\s*[:#]?\s*\d", re.IGNORECASE
)
"""The number of an issue, alone between marks."""


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
    formula = next((f for f in _forwards() if words.startswith((f + " ", f + ":"))), None)
    if formula is None:
        return None
    rest = line.split()[len(formula.split()) :]
    name = " ".join(rest).strip(" :.[]")
    named = name and (name[0].isupper() or name[0].isdigit() or script_of(name) == "Arabic")
    return name if named and not (called(name) and person(name)) else None


def chatted(line: str) -> str | None:
    """Return the group or channel before a message that a chat has saved; nobody's own name."""
    said = CHAT.fullmatch(line)
    return None if said is None or (called(said["name"]) and person(said["name"])) else said["name"]


def passed_to_channel(blocks: Sequence[Block]) -> str | None:
    """Return the channel from which another one passed a message on: "X, [12.03.2024 18:40]", "[Forwarded from Y]" below it."""
    if len(blocks) < 2 or blocks[0].element is not None:
        return None
    if CHANNEL.match(blocks[0].text) is None and (blocks[0].prose or blocks[0].words > HEADED):
        return None
    return forwarded(blocks[1].text.strip("[] "))


@cache
def _forwards() -> tuple[str, ...]:
    formulas = {fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["forwarded"]}
    return tuple(sorted(formulas, key=lambda f: (-len(f), f)))


def mail_sender(blocks: Sequence[Block]) -> str | None:
    """Return the letter or the desk that a page's mail came from; ``None`` when the page is no mail, or somebody's own."""
    over = _mailed(blocks) if blocks and blocks[0].element is None else 0
    return sender(blocks[:over]) if over else None


def sender(blocks: Sequence[Block]) -> str | None:
    """Return the letter whose name stands before the address it was sent from: "From: Isthmus Weekly <desk@…>"; nobody's own mail."""
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
    return _TECHNICAL | {fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["mail_fields"]}


_TECHNICAL = frozenset(
    "return-path received message-id mime-version content-type content-transfer-encoding content-language delivered-to list-unsubscribe list-id list-post "
    "x-mailer x-priority precedence sender errors-to in-reply-to references feedback-id authentication-results dkim-signature".split()
)
"""Fields of a mail's head that only programs read, the same in all languages."""


def posted(blocks: Sequence[Block]) -> bool:
    """Return whether a page opens with somebody's name and what he is, as posts in networks of professions do."""
    if len(blocks) < 2 or blocks[0].element is not None:
        return False
    name = signature(blocks[0].text)
    return name is not None and called(name) and job(blocks[1].text)
