"""Whether an Arabic verb and the one it would be said of agree: in gender, in number, and a capital that stands for its state."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.events.inflection import key_of
from isnad.annotate.events.parts import Collector
from isnad.annotate.events.silent import FEMININE
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.text import fold_key


def disagrees(c: Collector, hit: Hit, m: int) -> bool:
    """Return whether an Arabic verb behind whom it would be said of is another's: «وأوقفت أمس ثلاثة» after «صرح الناطق», «يهاجمون» after «الوزير».

    The gender of a person is what his or her office tells, beside this mention or an earlier one of the same name.
    """
    mention = c.mentions[m]
    if mention.kind != "person" or mention.plural:
        return False
    gender, plural = _form(c, hit)
    if plural:
        return True
    office = mention.role.text if mention.role is not None else mention.text if mention.form == "role" else ""
    office = office or (_office_of(c, m) if gender else "")
    first = office.split()[0] if office else ""
    if not first or not gender:
        return False
    return first.endswith(FEMININE) != (gender == "f")


def _form(c: Collector, hit: Hit) -> tuple[str, bool]:
    """The gender that a verb's form tells ("f", "m", or nothing), and whether it is for several."""
    assert hit.verb is not None
    verb, key = hit.verb, c.layout.items[hit.verb.last].key
    if verb.tense not in ("past", "present", "future") or hit.how != "verb":
        feminine = key.endswith("ت") if verb.tense == "past" else key.startswith(_SHE)
        return ("f" if feminine else ""), False
    past = key_of("ar", hit.trigger.lemma.split()[0].split("/")[0])
    key = key if key.startswith(past) else key[1:] if key[1:].startswith(past) else key
    if verb.tense == "past":
        rest = key.removeprefix(past) if key.startswith(past) else ""
        several = rest.startswith(("وا", "وه"))
        if rest.startswith("ت") or ("/" not in hit.trigger.lemma and past.endswith("ت")):
            return "f", several  # «بيعت», a passive that is listed in the feminine alone
        return ("m" if key.startswith(past) else ""), several
    return ("f" if key.startswith(_SHE) else ""), key.endswith("ون")


_SHE = ("ت", "وت", "ست", "وست")
"""How an Arabic present or future of hers begins."""


def _office_of(c: Collector, m: int) -> str:
    """The office that an earlier mention of the same name has beside it."""
    last = fold_key(c.mentions[m].text).split(" ")[-1]
    for other in reversed(c.mentions[:m]):
        if other.role is not None and other.kind == "person" and fold_key(other.text).split(" ")[-1] == last:
            return other.role.text
    return ""


def capital_acts(c: Collector, group: Sequence[int], hit: Hit) -> bool:
    """Return whether a capital behind an Arabic verb in the feminine is the state that does it: «رفضت *واشنطن* المقترح»."""
    if hit.trigger.kind not in table("shared", "kinds")["of_states"] or _form(c, hit)[0] != "f":
        return False
    if hit.trigger.kind == "diplomatic-ties":
        return True  # «استأنفت *الدوحة وكاتماندو* علاقاتهما»: no town has ties
    return all(fold_key(c.mentions[c.layout.items[j].ref].text) in _capitals() for j in group)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold_key(name) for row in table("shared", "capitals")["capitals"] for name in row["names"])
