"""An event as one sentence tells it, before the article's tellings are compared."""

from __future__ import annotations

from msgspec import Struct

from isnad.model import EventMention


class Candidate(Struct, frozen=True):
    """An event a sentence tells, before the article's tellings are compared: ``firm`` when it stands by itself.

    ``verb`` is the finite verb that tells it, empty for a noun or a participle; ``bare`` when it lacks what makes an event of its kind, ``sole`` when nothing stands in the place of that; ``lone`` when it lacks nothing but a name;
    a ``tally`` counts the victims so far; what is told ``also`` follows nothing in time; what somebody has ``called`` for is on its day, as far as anybody knows; one told
    ``aside``, in a relative clause or by a participle, does not carry the story on, and what somebody did ``there``, "where …", he did then.
    What is told in the ``present`` of where somebody will be is as planned as that; what was done ``soon`` after or before is of one day with what was told before;
    one that the story has ``turned`` to ("meanwhile") is not. Of who was ``hurt`` the page says whether it was an attack or an accident.
    ``points`` is the noun by which its clause points back to a place ("at the hospital", "there"), empty when it does not;
    ``headed`` is the place that its line begins with, which holds for what no telling of the page places ("*Sfax*: two held").
    """

    mention: EventMention
    sentence: int
    part: str
    firm: bool
    dated: bool
    follows: bool
    quoted: bool
    back: bool = False
    plural: bool = False
    noun: bool = False
    verb: str = ""
    bare: bool = False
    sole: bool = False
    lone: bool = False
    tally: bool = False
    also: bool = False
    called: bool = False
    aside: bool = False
    there: bool = False
    points: str = ""
    headed: int | None = None
    present: bool = False
    soon: bool = False
    turned: bool = False
    hurt: bool = False
