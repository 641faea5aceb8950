"""Turn a drafted corpus into pages and gold: marks are taken out of the pages, quoted words are looked up in them.

    python bench/gold/draft.py DRAFTS CORPUS

``DRAFTS`` holds marked pages (``01-name.html``, ``02-name.txt`` …) and ``claims.py``; ``CORPUS`` gets ``pages/`` and
``gold.json``. A line of a page may begin with a mark: ``@T`` title, ``@B`` a paragraph of the body, ``@C`` a caption,
``@N`` words that are not the article's. Marks are only for drafting: afterwards ``gold.json`` is corrected by hand and
``check.py`` says whether every word of it still stands on its page.

``claims.py`` calls the functions of :class:`Claims` by name; pages are named by the digits they begin with.
"""

from __future__ import annotations

import html
import json
import re
import sys
from calendar import monthrange
from pathlib import Path
from typing import Any

MARK = re.compile(r"^([ \t]*)@([TBCN]) ?(.*)$", re.M)
KEYS = {"B": "body", "C": "captions", "N": "not_body"}


def visible(line: str, markup: bool) -> str:
    """Return what a reader sees of a line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", line)).split()) if markup else line.strip()


def read_marks(text: str, markup: bool) -> tuple[str, dict[str, Any]]:
    """Return the page without its marks, and what the marks say: title, body, captions, not_body."""
    found: dict[str, Any] = {"title": None, "body": [], "captions": [], "not_body": []}
    for _, mark, line in MARK.findall(text):
        words = visible(line, markup)
        if mark == "T":
            found["title"] = words
        else:
            found[KEYS[mark]].append(words)
    return MARK.sub(r"\1\3", text), found


def date(text: str | None) -> dict[str, Any] | None:
    """Return ``2024``, ``2024-03``, ``2024-03-05`` or two of them with ``/`` between, as a date object from first to last day."""
    if not text:
        return None
    first, _, last = text.partition("/")
    last = last or first
    if len(last) == 4:
        last += "-12"
    if len(last) == 7:
        last += f"-{monthrange(int(last[:4]), int(last[5:]))[1]}"
    return {"start": first + "-01-01"[len(first) - 4 :], "end": last}


def words(text: str) -> list[str]:
    """Return ``a|b|c`` as a list, ``[]`` for nothing."""
    return [x.strip() for x in text.split("|") if x.strip()]


class Claims:
    """What a ``claims.py`` may call; each call adds one entry to the gold."""

    def __init__(self, names: dict[str, str]):
        self.names = names
        self.pages: dict[str, dict[str, Any]] = {}
        self.lists: dict[str, list[Any]] = {
            k: []
            for k in (
                "copies origins stories entities must_not_merge events never_events agreements quotations figures "
                "disagreements tolerated_disagreements never_disagreements"
            ).split()
        }

    def page(self, p: str, language: str, publisher: str | None, published: str | None, **more: Any) -> None:
        """Add what is printed on a page beside its text."""
        inferred = {"inferred": True} if more.pop("inferred", False) else {}
        when = date(published)
        entry = {"language": language, "publisher": publisher, "via": None, "byline": None}
        self.pages[self.names[p]] = entry | {"published": when and when | inferred} | more

    def copy(self, kind: str, pages: str, source: str | None = None) -> None:
        """Say that pages share words, and which of them had the words first."""
        entry: dict[str, Any] = {"kind": words(kind), "pages": self._pages(pages)}
        self.lists["copies"].append(entry | ({"from": self.names[source]} if source else {}))

    def origin(self, ident: str, kind: str, name: str, pages: str) -> None:
        """Name where the words of pages come from."""
        self.lists["origins"].append({"id": ident, "kind": kind, "name": name, "pages": self._pages(pages)})

    def story(self, pages: str) -> None:
        """Put pages into one story."""
        self.lists["stories"].append(self._pages(pages))

    def person(self, ident: str, forms: str, **more: Any) -> None:
        """Add a person by printed forms."""
        self.lists["entities"].append({"id": ident, "kind": "person", "forms": words(forms)} | more)

    def org(self, ident: str, forms: str, **more: Any) -> None:
        """Add an organization by printed forms."""
        self.lists["entities"].append({"id": ident, "kind": "organization", "forms": words(forms)} | more)

    def place(self, ident: str, forms: str, **more: Any) -> None:
        """Add a place by printed forms."""
        self.lists["entities"].append({"id": ident, "kind": "place", "forms": words(forms)} | more)

    def apart(self, a: str, b: str) -> None:
        """Say that two entities are two."""
        self.lists["must_not_merge"].append([a, b])

    def event(
        self, head: str, at: dict[str, str], who: str = "", origins: tuple[int, int] = (1, 1), **more: Any
    ) -> None:
        """Add an event; ``head`` is ``id grade kind[,kind] status date|- place|-``; ``at`` gives each page's words."""
        ident, grade, kind, status, when, place = head.split()
        if ok := more.get("date_ok"):
            more["date_ok"] = [date(x) for x in words(ok)]
        for key in ("status_ok", "place_ok"):
            if key in more:
                more[key] = words(more[key])
        self.lists["events"].append(
            {
                "id": ident,
                "grade": grade,
                "kind": kind.split(","),
                "status": status,
                "date": None if when == "-" else date(when),
                "place": None if place == "-" else place,
                "participants": who.split(),
                "pages": [self.names[p] for p in at],
                "independent_origins": {"min": origins[0], "max": origins[1]},
                "attested": {self.names[p]: w for p, w in at.items()},
            }
            | more
        )

    def never(self, p: str, text: str, why: str) -> None:
        """Add words that must not become an event."""
        self.lists["never_events"].append({"page": self.names[p], "words": text, "why": why})

    def agreement(
        self, ident: str, kind: str, parties: str, domains: list[str], steps: str, pages: str, **more: Any
    ) -> None:
        """Add an agreement; ``steps`` is ``status date|-`` joined by ``;``."""
        listed = [s.split() for s in steps.split(";")]
        self.lists["agreements"].append(
            {
                "id": ident,
                "kind": words(kind),
                "parties": parties.split(),
                "domains": [words(d) for d in domains],
                "steps": [{"status": " ".join(s[:-1]), "date": None if s[-1] == "-" else date(s[-1])} for s in listed],
                "pages": self._pages(pages),
            }
            | more
        )

    def quote(
        self, p: str, kind: str, speaker: str | None, said: str, text: str, chain: str = "sp", **more: Any
    ) -> None:
        """Add a quotation; ``chain`` by first letters: speaker, relayed by, publisher (p), republisher (v)."""
        roles = {"s": "speaker", "r": "relayed by", "p": "publisher", "v": "republisher"}
        if "speaker_ok" in more:
            more["speaker_ok"] = words(more["speaker_ok"])
        entry = {"page": self.names[p], "kind": kind, "words": text, "speaker": speaker, "speaker_text": said}
        self.lists["quotations"].append(entry | {"chain": [roles[c] for c in chain]} | more)

    def figures(self, p: str, *listed: tuple[Any, ...]) -> None:
        """Add figures of a page: ``(value, unit, words)``, a fourth item marks one that may be left out."""
        for value, unit, text, *optional in listed:
            entry = {"page": self.names[p], "value": value, "unit": unit, "words": text}
            self.lists["figures"].append(entry | ({"optional": True} if optional else {}))

    def differ(
        self, about: str, slot: str, what: str, values: dict[str, dict[str, str]], key: str = "", **more: Any
    ) -> None:
        """Add a disagreement: each value with the words of its pages."""
        listed = [
            {
                "value": v,
                "pages": [self.names[p] for p in at],
                "words": {self.names[p]: w for p, w in at.items()},
            }
            for v, at in values.items()
        ]
        entry = {"about": about, "slot": slot, "what": what, "values": listed} | more
        self.lists[f"{key}_disagreements" if key else "disagreements"].append(entry)

    def no_dispute(self, about: str, what: str, values: str, pages: str) -> None:
        """Add values that differ without any dispute."""
        entry = {"about": about, "what": what, "values": words(values), "pages": self._pages(pages)}
        self.lists["never_disagreements"].append(entry)

    def _pages(self, text: str) -> list[str]:
        return [self.names[p] for p in text.split()]


def main() -> int:
    """Write a corpus from its drafts."""
    drafts, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    files = sorted(p for p in drafts.iterdir() if p.suffix in (".html", ".txt"))
    claims = Claims({p.name[:2]: p.name for p in files})
    calls = {k: getattr(claims, k) for k in dir(Claims) if not k.startswith("_")}
    exec(compile((drafts / "claims.py").read_text(encoding="utf-8"), "claims.py", "exec"), calls)
    (corpus / "pages").mkdir(parents=True, exist_ok=True)
    pages = {}
    for path in files:
        text, found = read_marks(path.read_text(encoding="utf-8"), path.suffix == ".html")
        told = claims.pages[path.name]
        found["not_body"] += told.pop("not_body", [])
        code = told.pop("code", "utf-8")
        (corpus / "pages" / path.name).write_bytes(text.encode(code))
        pages[path.name] = {"language": told.pop("language"), "title": found.pop("title")} | told | found
    gold = {"pages": pages} | claims.lists
    gold["not_exhaustive"] = {"events": ["statement"], "quotations": ["indirect"]}
    out = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
    (corpus / "gold.json").write_text(out, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
