"""Of what words a name is made that may be an outlet's, and the words of heads and feet that stand beside such names (``nameplates.toml``)."""

from __future__ import annotations

from functools import cache, lru_cache

from isnad.extract.chrome import phrases
from isnad.extract.outlet_names import no_outlets
from isnad.extract.outlets import known_places
from isnad.extract.persons import agency, called, generic, jobs, of_press, person, press_words
from isnad.extract.sitenames import clean, section, sections
from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.text import fold_key


@kept
def words_for(concern: str) -> frozenset[str]:
    """Return the words of all languages for one concern of ``nameplates.toml``."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "nameplates")[concern])


@cache
def entries() -> frozenset[str]:
    """Return the words that menus and buttons are made of."""
    return frozenset(sections() | phrases("notices") | phrases("entries") | phrases("related"))


@cache
def all_known() -> frozenset[str]:
    """Return the words that a name may begin behind and end before."""
    return (
        words_for("small")
        | words_for("own")
        | words_for("strange")
        | words_for("when")
        | words_for("handing")
        | entries()
        | jobs()
    )


@cache
def _labels() -> frozenset[str]:
    """What stands before a colon or alone and names nobody: fields of mails and records, greetings, subjects, pages and issues."""
    told = {
        p for role in ("mail_fields", "threads", "greetings", "editions", "lead_ins", "reviews") for p in phrases(role)
    }
    named = (w for k in LANGUAGES for words in table(k, "chrome")["labels"].values() for w in words)
    return frozenset(told | {fold_key(w) for w in named})


def labels_only(name: str) -> bool:
    """Return whether a name is one of those, with its number or without: "Page 4", «السلام عليكم»."""
    return fold_key(name).rstrip(" 0123456789") in _labels()


@lru_cache(maxsize=8192)
def made_of(name: str, keys: tuple[str, ...]) -> frozenset[str]:
    """Return the signs of what a name is made of."""
    signs: set[str] = set()
    small, own, strange, when = (words_for(c) for c in ("small", "own", "strange", "when"))
    words = name.split()
    signs.add(f"{min(len(keys), 5)} words")
    press = of_press(name)
    if press:
        signs.add("of press")
        if keys[0] in press_words():
            signs.add("press first")
        if len(keys) > 1 and keys[-1] in press_words():
            signs.add("press last")
        if len(keys) == 1:
            signs.add("press alone")
    for where, key in (("first", keys[0]), ("last", keys[-1])):
        if key in small:
            signs.add(f"{where} small")
        if key in own:
            signs.add(f"{where} own")
        if key in strange:
            signs.add(f"{where} strange")
        if key in when:
            signs.add(f"{where} when")
        if key in entries():
            signs.add(f"{where} entry")
        if key[0].isdigit():
            signs.add(f"{where} digit")
    if all(k in all_known() for k in keys):
        signs.add("all known")
    if any(k in strange for k in keys):
        signs.add("some strange")
    if keys[0] in _ARTICLES or keys[0].startswith(("l'", "ال")):
        signs.add("article")
    if clean(name) is None:
        signs.add("unclean")
    joined = " ".join(keys)
    if section(name) or joined in entries():
        signs.add("section")
    if joined in _labels():
        signs.add("label")
    if joined in no_outlets():
        signs.add("no outlet")
    if joined in known_places():
        signs.add("place")
    if agency(name):
        signs.add("agency")
    if called(name):
        signs.add("person" if person(name) else "called")
    if len(keys) > 1 and generic(name):
        signs.add("generic")
    if name.isupper() and len(name) > 5:
        signs.add("capitals")
    elif name.isupper():
        signs.add("letters")
    elif words[0][0].islower():
        signs.add("small start")
    elif sum(w[0].islower() for w in words) > 1:
        signs.add("small words")
    if any("." in w for w in words):
        signs.add("point")
    return frozenset(signs)


_ARTICLES = frozenset("the le la les el los las".split())
