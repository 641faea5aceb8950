"""What a page that prints another's text says it heard, learned or read itself: its own report stands beside the credit."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.link.hands import MEDIA, is_agency, is_issuer, own_agency, same_medium
from isnad.model import Citation, Origin, Reading
from isnad.text import fold_key

_BACK = 40
"""Characters before a page's own name in which stands what leads to it."""
_MARKS = str.maketrans(dict.fromkeys('«»"“”()[]*ـ', ""))
"""Marks around a name, which tell nothing here."""
LEAST = 4
"""Letters of the shortest name that is looked for."""


class _Leading(Struct, frozen=True):
    """What stands right before and right behind the name of who heard or learned something, and whether "to" is written with it."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    media: frozenset[str]
    joined: str


def reported_itself(reading: Reading) -> str | None:
    """Return the page's own name where its text says somebody told it something, or that it learned or read something; else ``None``."""
    article = reading.article
    name = article.via or article.publisher
    if not name or article.language not in LANGUAGES:
        return None
    own = " ".join(fold_key(name).translate(_MARKS).split())
    if len(own) < LEAST:
        return None
    lead = _leading(article.language)
    for part in article.parts:
        if part.kind not in ("lead", "body"):
            continue
        text = " " + " ".join(fold_key(article.text[part.start : part.end]).translate(_MARKS).split())
        at = text.find(own)
        while at >= 0:
            if _heard(text, at, len(own), lead):
                return name
            at = text.find(own, at + 1)
    return None


def _heard(text: str, at: int, length: int, lead: _Leading) -> bool:
    """True when the name at an offset is of who was told, learned or read."""
    before = text[max(0, at - _BACK) : at]
    if lead.joined and before.endswith(lead.joined) and before[-2:-1] in ("", " "):
        return True  # «*ل*صدى الضفة»
    before = before.rstrip()
    head, _, last = before.rpartition(" ")
    if last.removeprefix(lead.joined) in lead.media and lead.joined and last.startswith(lead.joined):
        return True  # «*لموقع* الضفة»
    if last in lead.media:
        before = head
    if before.endswith(lead.before):
        return True
    behind = text[at + length : at + length + _BACK].lstrip()
    return behind.startswith(lead.behind)


@cache
def _leading(language: str) -> _Leading:
    data = table(language, "agencies")
    to = data["told_to"]
    joined = to[0] if language == "ar" else ""
    before = [*(data["relays"]), *(data["learns"]), *(to if not joined else ())]
    behind = [*data["learns"], *data["had"], *data["learned_behind"]]
    media = frozenset(fold_key(w) for w in data["outlet"] if " " not in w)
    return _Leading(
        tuple(f" {fold_key(w)}" for w in before)
        + tuple(f" و{fold_key(w)}" for w in (data["learns"] if joined else ())),
        tuple(f"{fold_key(w)} " for w in behind),
        media,
        joined,
    )


def beside_credits(by_text: Mapping[str, Sequence[Reading]]) -> list[Origin]:
    """Return the reports of those who print a text that they credit to others: what a page says it learned itself, and the paper it was taken from."""
    found = []
    for text, members in sorted(by_text.items()):
        papers: dict[str, list[Reading]] = defaultdict(list)
        for r in members:
            name = reported_itself(r)
            if name is not None and (_credits_another(r, name) or _of_another(members, name)):
                found.append(
                    _report(
                        f"self:{r.article.id}", name, [r], "the page says that it heard or learned some of it itself"
                    )
                )
            paper = r.article.publisher or ""
            if paper and r.article.via and not (is_agency(paper) or own_agency(r) or is_issuer(paper)):
                papers[paper].append(r)
        for paper, rows in sorted(papers.items()):
            rows += [r for r in members if r not in rows and same_medium(r.article.via or "", paper)]
            found.append(
                _report(
                    f"paper:{text}:{fold_key(paper)}", paper, rows, "the page says that it took the text from there"
                )
            )
    return found


def _credits_another(reading: Reading, name: str) -> bool:
    """True when a page credits the whole of its text to somebody else than the name."""
    whole = [c for c in reading.credits if c.whole]
    return bool(whole or reading.article.via) and not any(same_medium(c.name, name) for c in whole)


def _of_another(members: Sequence[Reading], name: str) -> bool:
    """True of a text that a news agency among the pages has, too."""
    return any(own_agency(m) and not same_medium(m.article.publisher or "", name) for m in members)


def _report(root: str, name: str, rows: Sequence[Reading], why: str) -> Origin:
    cites = {
        Citation(r.article.id, p.start, p.end)
        for r in rows
        for p in [next((p for p in r.article.parts if p.kind in ("title", "lead", "body")), None)]
        if p is not None
    }
    return Origin(origin_id(root), "outlet", name, tuple(r.article.id for r in rows), tuple(sorted(cites)), (why,))


def known(o: Origin, made: Sequence[Origin]) -> bool:
    """Return whether a report is an origin already, under its paper's name."""
    return any(o.articles[0] in m.articles and m.kind in MEDIA and same_medium(m.name, o.name) for m in made)


def origin_id(root: str) -> str:
    """Return the name of an origin made of what it is known by."""
    return "o-" + hashlib.sha256(root.encode()).hexdigest()[:12]
