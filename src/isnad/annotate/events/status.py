"""Did it happen? What the words around a trigger say: done, planned, only reported, denied, or not to be claimed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from isnad.annotate.events.gainsaid import gainsaid
from isnad.annotate.events.grammar import GOVERNORS, Grammar, bare_verb
from isnad.annotate.events.items import Item
from isnad.annotate.events.phrases import Layout
from isnad.annotate.events.triggers import Hit
from isnad.annotate.events.verbs import Verb
from isnad.languages import table
from isnad.model.reading import EventStatus

_ONGOING = ("present", "imperfect", "future", "conditional")
RATE = 7
"""Items between a number and the time over which it is counted."""
_INTENDED = ("purpose", "plan", "hope", "done")
"""Classes of governors that a word for an intention brings along: "denied any intention *to*"."""
_INTENT = 6
"""Items between a word for an intention and what is meant."""
REACH = 9
"""Items before a trigger within which a word that governs it is looked for."""


class Outcome(Struct, frozen=True):
    """Either a status, or the reason why nothing is claimed (a stable key)."""

    status: EventStatus | None
    reason: str = ""


_OVER = ("hope", "plan", "possible", "denial")
HAPPENED, PLANNED, REPORTED, DENIED = (Outcome(s) for s in ("happened", "planned", "reported", "denied"))


def outcome(layout: Layout, hit: Hit, grammar: Grammar, announced: EventStatus, speech: bool = False) -> Outcome:
    """Return what the sentence says of the event behind a trigger; of ``speech``, a rumour is what was spoken about."""
    verb = hit.verb
    at = verb.first if verb is not None else hit.first
    left = layout.left(at)
    if layout.items[-1].key in ("?", "؟") and not layout.items[-1].quoted:
        return Outcome(None, "asked")
    if _within(layout, grammar, "condition", max(left - 2, at - REACH, 0), at):
        return Outcome(None, "conditional")
    if _habitual(layout, hit, grammar, 0, 3) or _habitual(layout, hit, grammar, left, layout.right(hit.last)):
        return Outcome(None, "habitual")
    generic = _within(layout, grammar, "generic", max(left, 0), at) or _within(
        layout, grammar, "generic", 0, min(3, at)
    )
    if generic and governor(layout, at, grammar) != "denial":  # "negó *cualquier* paralización"
        return Outcome(None, "habitual")
    if hit.how != "verb" and hit.trigger.kind != "exercise" and _simulated(layout, hit.first):
        return Outcome(None, "possible")
    if verb is not None and grammar.verb_first and _in_general(layout, verb, hit):
        return Outcome(None, "habitual")
    if _not_then(layout, max(left - 1, at - NEAR_WHEN, 1), at):
        return Outcome(None, "negated")
    kind = hit.trigger.kind
    if verb is not None and hit.how == "verb" and _of_nobody(layout, verb, grammar):
        return Outcome(None, "negated")
    found = _of_verb(layout, verb, grammar, kind) if verb is not None else HAPPENED
    if found.reason == "negated" and verb is not None and gainsaid(layout, verb, hit.last, grammar):
        return DENIED
    if hit.trigger.planned and found.status == "happened":
        found = PLANNED
    if hit.how != "verb" and found.status is not None:
        found = _of_noun(layout, hit, grammar, found, announced)
    if found.status in ("planned", "reported") and _supposed(layout, grammar):
        return Outcome(None, "conditional")
    if found.status in ("happened", "planned"):
        found = _governed(layout, at, left, grammar, found, hit)
        if speech and found is REPORTED and not _hearsay(layout.items, at, grammar, hit, at):
            found = HAPPENED
        if found.status == "happened" and _wished(layout, hit, grammar):
            return Outcome(None, "possible")
    return found


def _simulated(layout: Layout, at: int) -> bool:
    """True for what is only made believe: «عملية *محاكاة* لإخلاء السكان», "un *simulacro* de incendio"."""
    return any(i.key in _FEIGNED for i in layout.items[max(0, at - 3) : at])


_FEIGNED = frozenset(
    "محاكاه بمحاكاه لمحاكاه وهمي وهميه simulacro simulacros simulation simulated simulating simulant".split()
)
"""Words for what is made believe in an exercise."""


def _in_general(layout: Layout, verb: Verb, hit: Hit) -> bool:
    """True for an Arabic present that a law says, or that is said of every one: «*يشترط القانون* لفوز المرشح», «*كل عضو يستقيل* يفقد حقه»."""
    if verb.tense != "present" or hit.how != "verb" or hit.trigger.doers:
        return False
    items, at = layout.items, verb.first
    if verb.last + 1 < len(items) and items[verb.last + 1].key in _LAWS:
        return True
    every = at > 1 and items[at - 1].kind == "word" and not items[at - 1].key.startswith("ال")
    return every and items[at - 2].key in _EVERY


_LAWS = frozenset("القانون الدستور القوانين اللوائح التشريع التشريعات الماده الشريعه العرف".split())
_EVERY = frozenset("كل لكل وكل فكل اي لاي واي".split())
"""Arabic words for what lays down and never acts, and for each of all."""


def _not_then(layout: Layout, start: int, at: int) -> bool:
    """True for when something is said not to have happened: "held in his office, *not while fleeing*", « et *non alors* qu'il fuyait »."""
    items = layout.items
    return any(items[j].key in _WHILE and items[j - 1].key in _NO for j in range(start, at))


NEAR_WHEN = 5
"""Items between a word for "while" and its verb."""
_WHILE = frozenset(
    "while when whilst quand lorsque lorsqu' alors pendant cuando mientras عندما حين حينما اثناء خلال بينما لحظه".split()
)
_NO = frozenset("not no non pas لا وليس ليس ولا".split())
"""Words for "while" in four languages, and what right before one sets it against what was."""


def _wished(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for a Spanish present subjunctive: "premiará al equipo que *gane*", "permitiría que el Zaragoza *dispute* la Liga"."""
    if (
        not grammar.pro_drop
        or grammar.verb_first
        or hit.how != "verb"
        or hit.verb is None
        or hit.verb.tense != "present"
    ):
        return False
    verb = bare_verb(hit.trigger.lemma.removeprefix("se ").split()[0], "es")
    return layout.items[hit.first].key.endswith(_MOOD.get(verb[-2:], _MOOD["ir"]))


_MOOD = {"ar": ("e", "en", "es", "emos"), "er": ("a", "an", "as", "amos"), "ir": ("a", "an", "as", "amos")}
"""How the present subjunctive ends, by how the infinitive does: a verb in "-ar" has it in "e", all others in "a"."""


def _of_nobody(layout: Layout, verb: Verb, grammar: Grammar) -> bool:
    """True for a verb whose subject is none: "*no* suspect was arrested", "que *ningún* Estado reconoce"; what is no fewer is some."""
    items = layout.items
    begin = max(layout.left(verb.first) + 1, verb.first - REACH, 0)
    for j in range(begin, verb.first):
        if grammar.words["nobody"].at(items, j) is not None and (j == begin or items[j - 1].kind == "mark"):
            return not any(i.kind in ("mark", "name") for i in items[j : verb.first])
    return False


def _supposed(layout: Layout, grammar: Grammar) -> bool:
    """True for a sentence that a condition begins: "*Si* le Conseil annulait le scrutin, un nouveau vote *serait* organisé"."""
    items = layout.items
    first = next((j for j in range(min(3, len(items))) if items[j].kind != "mark"), 0)
    return grammar.words["supposed"].at(items, first) is not None


def _habitual(layout: Layout, hit: Hit, grammar: Grammar, start: int, end: int) -> bool:
    """True when words say that a thing is done again and again; a rate ("signed for 4 bcm *a year*") says so of no past."""
    at = grammar.words["habitual"].within(layout.items, start, end)
    if at is None:
        return False
    if layout.items[at].key in _SHEETS and _sheet(layout, at, grammar, start, end):
        return _habitual(layout, hit, grammar, at + 1, end)
    rate = grammar.words["rates"].at(layout.items, at) and (hit.verb is None or hit.verb.tense not in _ONGOING)
    if not rate:
        return True
    before = range(max(0, at - RATE), at)
    counted = any(layout.items[j].kind == "number" for j in before)
    return not counted or _habitual(layout, hit, grammar, start, at)


_SHEETS = frozenset({"daily", "weekly", "monthly"})
"""Words that say how often, or which paper."""


def _sheet(layout: Layout, at: int, grammar: Grammar, start: int, end: int) -> bool:
    """True for "the weekly", "its weekly flight", and where a day stands beside the verb ("gave himself up *on Monday*, he told Port Weekly")."""
    items = layout.items
    before = items[at - 1] if at else None
    named = before is not None and before.kind == "name" and before.names not in ("place", "person")
    held = at > 0 and (grammar.words["articles"].at(items, at - 1) or grammar.words["possessives"].at(items, at - 1))
    return named or bool(held) or any(i.kind == "time" for i in items[start:end])


def _within(layout: Layout, grammar: Grammar, words: str, start: int, end: int) -> bool:
    return grammar.words[words].within(layout.items, start, end) is not None


def _of_verb(layout: Layout, verb: Verb, grammar: Grammar, kind: str) -> Outcome:
    """What tense and governor of the verb itself say."""
    if verb.tense in ("infinitive", "purpose", "gerund"):
        # "a pu appareiller": what governs may be part of the verb's own words.
        found = governor(layout, verb.first, grammar) or governor(layout, verb.last, grammar)
        if verb.negated:
            return Outcome(None, "negated")
        if found in ("", "purpose") and verb.tense != "gerund" and brought_to(layout, verb, grammar) is not None:
            return HAPPENED
        return _by_governor(found, verb, kind)
    if grammar.verb_first and verb.tense == "present":
        return _arabic_present(layout, verb, grammar, kind)
    if verb.negated:
        return Outcome(None, "negated")
    if _ends_at(layout.items, verb.first, grammar, ("denial",)):
        return DENIED
    if grammar.verb_first and (over := _noun_after_all(layout, verb, grammar)):
        return _by_governor(over, Verb(verb.first, verb.last, "infinitive"), kind)
    if verb.tense == "future":
        # "Residents fear the wall will collapse"
        return Outcome(None, "wished-for") if governor(layout, verb.first, grammar) == "hope" else PLANNED
    if verb.tense == "conditional":
        return REPORTED
    if grammar.words["without"].at(layout.items, verb.first - 1) if verb.first else False:
        return Outcome(None, "negated")
    return HAPPENED


def brought_to(layout: Layout, verb: Verb, grammar: Grammar) -> int | None:
    """Return the item of the word by which somebody is brought to do something, ``None`` where none is.

    "*persuaded* both sides to sign", « a *convaincu* les deux camps de signer »; not what "could be forced to", "had not persuaded".
    """
    items = layout.items
    at = grammar.words["causing"].within(items, max(layout.left(verb.first), verb.first - REACH, 0), verb.first)
    if at is None:
        return None
    before = range(max(0, at - 3), at)
    unsure = (grammar.words[w].at(items, j) for w in ("negation", "possible", "hope", "without") for j in before)
    return None if any(unsure) else at


def _noun_after_all(layout: Layout, verb: Verb, grammar: Grammar) -> str:
    """The class of the verb over an Arabic word of three letters that reads as a verb and is a noun there: «نفى الجيش *قصف* القرية».

    Two finite verbs need a word between them that opens a clause; without one the second is what the first is about.
    """
    items = layout.items
    key = items[verb.first].key
    if verb.first != verb.last or not (len(key) == _BARE or (key[:1] == "ت" and len(key) in _OF_ITSELF)):
        return ""
    for j in range(verb.first - 1, max(-1, verb.first - REACH), -1):
        if (items[j].kind == "mark" and items[j].key not in _ASIDE) or any(
            grammar.words[w].at(items, j) for w in _OPENERS
        ):
            return ""
        if items[j].kind == "word" and grammar.words["decide"].at(items, j) and _in_construct(items, verb.first):
            return "decide"
        over = next((w for w in _OVER if items[j].kind == "word" and grammar.words[w].at(items, j)), "")
        if len(key) != _BARE and over != "denial":
            continue
        if over == "plan" and _in_construct(items, verb.first):
            return over  # «من المقرر *عقد اجتماع*»
        if over and (over in ("denial", "hope") or (items[j].key[:1] in "يت" and len(items[j].key) > _BARE)):
            return over
    return ""


def _in_construct(items: Sequence[Item], at: int) -> bool:
    """True of a noun that another follows without the ending an object has: «قرر الاتحاد *عقد اجتماع*», not «عقد اجتماعا»."""
    behind = items[at + 1] if at + 1 < len(items) else None
    return behind is not None and behind.kind == "word" and not behind.key.startswith("ال") and behind.key[-1:] != "ا"


_BARE = 3
"""Letters of an Arabic verb whose noun is written like it: «قصف», «سجن», «طرد»."""
_OF_ITSELF = (4, 5)
"""Letters of an Arabic verb in "ت" whose noun is written like it: «توقف», «تسرب», «تظاهر»."""
_ASIDE = frozenset('«»"“”')
"""Marks around a name, which end no clause."""
_OPENERS = ("coordinate", "subordinate", "complement", "relative", "when", "what", "then")


def _decided(kind: str) -> Outcome:
    """Deciding to suspend is suspending, as far as the press goes; deciding to strike or to travel is a plan."""
    if kind in table("shared", "kinds")["befalling"]:
        return Outcome(None, "noun-alone")
    return HAPPENED if kind in table("shared", "kinds")["decided"] else PLANNED


def _by_governor(found: str, verb: Verb, kind: str) -> Outcome:
    if found == "done":
        return HAPPENED
    if found == "decide":
        return _decided(kind)
    if found in ("plan", "future"):
        return PLANNED
    if found == "denial":
        return DENIED
    if found == "without":
        return Outcome(None, "negated")
    if verb.tense == "gerund" and not found:
        return HAPPENED
    reasons = {"hope": "wished-for", "possible": "possible", "purpose": "purpose"}
    return Outcome(None, reasons.get(found, "infinitive"))


def _arabic_present(layout: Layout, verb: Verb, grammar: Grammar, kind: str) -> Outcome:
    """«لم يوقع», «أن يوقع», «قد يوقع», «يوقع»: the particle before the verb decides."""
    items, i = layout.items, verb.first
    before = items[i - 1].keys if i else ()
    if verb.negated:
        return Outcome(None, "negated")
    if "سوف" in before:
        return PLANNED
    if "قد" in before:
        return Outcome(None, "possible")
    if "ان" in before or "بان" in before or "لان" in before:
        return _by_governor(governor(layout, i - 1, grammar), Verb(i, i, "infinitive"), kind)
    return HAPPENED


def governor(layout: Layout, at: int, grammar: Grammar) -> str:
    """Return the class of the nearest word that governs what begins at the item; empty when none does."""
    best: tuple[int, int, str] | None = None
    tied = False  # "denied any link with the attack": not the attack is denied
    for j in range(at - 1, max(-1, at - REACH), -1):
        if layout.borders.get(j) == "hard" and layout.items[j].key in ";:؛":
            break
        if grammar.swaying.isdisjoint(layout.items[j].keys):
            continue
        tied = tied or bool(grammar.words["ties"].at(layout.items, j))
        if best is None and grammar.words["affirm"].at(layout.items, j):
            break
        for name in GOVERNORS:
            found = grammar.words[name].at(layout.items, j)
            if name == "purpose" and found is not None and _behind_time(layout.items, j):
                continue
            if name == "denial" and tied:
                continue
            if found is not None and j + found[1] > at and not grammar.verb_first:
                continue  # "are *calling for*": the trigger's own words
            if found is not None and (best is None or (j + found[1], found[1]) > best[:2]):
                best = (j + found[1], found[1], name)
    if best is not None and best[2] == "purpose" and _voted(layout, best[0] - best[1], grammar):
        return "decide"
    if best is None or best[2] in _INTENDED:
        far = best is None and not tied
        if _intent_denied(layout, at, grammar) or (far and _denied_before(layout, at, grammar)):
            return "denial"
        if far and grammar.verb_first and _denied_beyond(layout, at, grammar):
            return "denial"
    return best[2] if best else ""


def _intent_denied(layout: Layout, at: int, grammar: Grammar) -> bool:
    """True for what somebody denies that he meant to do: "denied *any plan to* resign", « a démenti *vouloir* vendre »."""
    meant = grammar.words["intents"].within(layout.items, max(0, at - _INTENT), at)
    if meant is None:
        return False
    denied = grammar.words["denial"].within(layout.items, max(0, meant - REACH), meant)
    return denied is not None and not any(layout.borders.get(j) == "hard" for j in range(denied + 1, meant))


def _denied_before(layout: Layout, at: int, grammar: Grammar) -> bool:
    """True where a denial stands further back and what is denied is a rumour: «نفى فلان ما أشيع في وهران عن *افتتاح*»."""
    heard = grammar.words["rumours"].within(layout.items, max(0, at - REACH), at)
    return heard is not None and grammar.words["denial"].within(layout.items, max(0, heard - REACH), heard) is not None


def _denied_beyond(layout: Layout, at: int, grammar: Grammar) -> bool:
    """True where an Arabic verb of denying heads the clause and only who denies, where and to whom stands between: «نفى فلان، في حديث لإذاعة «هوا البلد»، *توقف* الأشغال»."""
    items = layout.items
    if layout.labels[at] != "bare":
        return False
    for j in range(at - 1, max(-1, at - 2 * REACH - 1), -1):
        if grammar.words["denial"].at(items, j) and items[j].kind == "word":
            return items[j].key.removeprefix("و")[:1] in _DENYING and (j == 0 or items[j - 1].key not in _NOT)
        if any(grammar.words[w].at(items, j) for w in _OPENERS) or (items[j].kind == "mark" and items[j].key in _STOPS):
            return False
    return False


_DENYING = frozenset("نيتكفا")
"""How Arabic verbs of denying begin."""
_NOT = frozenset({"لم", "لا", "لن", "ما"})
_STOPS = frozenset(".؛;:!?؟")


def _voted(layout: Layout, at: int, grammar: Grammar) -> bool:
    """True for what a vote decides: "*voted* on Tuesday by 171 votes to 88 *to* ratify"; what stands between is when and by how many."""
    items, voted = layout.items, grammar.words["voted"]
    for j in range(at - 1, max(-1, at - 2 * REACH), -1):
        if voted.at(items, j):
            return True
        plain = items[j].kind in ("time", "number") or items[j].key in (",", "،", "-", "–")
        if not (plain or grammar.words["ballots"].at(items, j)):
            return False
    return False


def _behind_time(items: Sequence[Item], j: int) -> bool:
    """True for the "to" of "decided on Tuesday to suspend": what governs stands before the time."""
    return j > 0 and items[j - 1].kind == "time"


def _of_noun(layout: Layout, hit: Hit, grammar: Grammar, found: Outcome, announced: EventStatus) -> Outcome:
    """What adjectives beside an event noun, and verbs over it, say: "la prochaine visite", "appelle à une réunion"."""
    items = layout.items
    if found.status == "happened":
        for j in range(max(0, hit.first - 3), min(len(items), hit.last + 4)):
            if layout.borders.get(j) and j > hit.last:
                break
            if grammar.words["plan"].at(items, j) and items[j].kind == "word":
                if grammar.verb_first and j > hit.last and items[j].key.endswith(_DONE) and items[j].key[:1] != "ا":
                    continue  # «تحقيق *تعهدت* به فرقة»
                return PLANNED
    begin = max(0, hit.first - 6, layout.left(hit.first))
    if _within(layout, grammar, "prevented", max(begin, hit.first - 4), hit.first):
        return Outcome(None, "wished-for")
    nearest = governor(layout, hit.first, grammar)
    if nearest == "denial":
        return DENIED
    if _spoken_of(layout, hit, grammar):
        return Outcome(None, "noun-alone")
    if hit.how != "do" and _within(layout, grammar, "distributive", hit.first - 2, hit.first):
        return Outcome(None, "habitual")
    if _supposes(layout, hit, grammar):
        return Outcome(None, "conditional")
    if nearest == "decide" and found.status == "happened" and hit.how in ("do", "noun") and not _own(items, hit.first):
        return _decided(hit.trigger.kind)
    if hit.how in ("do", "noun") and nearest == "announce" and announced == "planned":
        return PLANNED
    if hit.verb is None and nearest == "future":
        return PLANNED
    if hit.verb is None and nearest in ("hope", "without", "possible", "purpose"):
        return Outcome(None, {"hope": "wished-for", "without": "negated"}.get(nearest, nearest))
    if hit.first and grammar.words["negation"].at(items, hit.first - 1) and not grammar.verb_first:
        return Outcome(None, "negated")  # "No ceremony was held"
    if _within(layout, grammar, "without", hit.first - 2, hit.first):
        return Outcome(None, "negated")
    if _within(layout, grammar, "hope", begin, hit.first) and hit.how != "occur" and nearest == "hope":
        return Outcome(None, "wished-for")
    return found


def _own(items: Sequence[Item], at: int) -> bool:
    """True of the Arabic sitting of those who decide, in which they did: «قررت اللجنة *في اجتماعها* اليوم رفع الرسوم»."""
    return at > 0 and items[at - 1].key in _IN_IT and items[at].key.endswith(_WHOSE)


_IN_IT = frozenset("في خلال اثناء عقب بعد ختام اثر".split())
_WHOSE = ("ها", "ته", "عه", "هم", "هما")
"""What leads to a sitting, and how its owner's pronoun ends it; «ه» alone may be a feminine's."""


def _spoken_of(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for what people only speak about: "discussed *the reopening* of the border"; a time right beside it says that it was."""
    if hit.trigger.kind not in table("shared", "kinds")["arranged"]:
        return False
    items, verb = layout.items, hit.verb
    begin = max(0, layout.left(hit.first), hit.first - _MATTER)
    at = grammar.words["discussed"].within(items, begin, hit.first)
    if at is None or any(i.kind == "time" for i in items[max(at + 1, hit.first - 3) : hit.last + 3]):
        return False
    if verb is None:
        return True
    if hit.how == "do":
        return verb.first <= at  # « *ont évoqué* la réouverture »
    if grammar.verb_first:
        return True
    return verb.tense == "participle" or items[verb.first - 1].key == ","  # "the border post*, closed* since March"


_MATTER = 16
"""Items between a verb of speaking about and the last of what is spoken about."""
_DONE = ("ت", "وا", "هد")
"""How Arabic pasts of promising end: behind a noun they say what became of it."""


def _supposes(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for some event that would have consequences: "*A victory* over Lyon *would put* them top", "*Una derrota* permitiría"."""
    items = layout.items
    indefinite = grammar.words["indefinite"].within(items, hit.first - 2, hit.first) is not None
    if not indefinite or hit.how == "do":
        return False
    for j in range(hit.last + 1, min(len(items), hit.last + REACH)):
        if layout.borders.get(j) == "relative" or items[j].key in (";", ":", "؛"):
            return False
        if grammar.words["would"].at(items, j) or (items[j].kind == "word" and items[j].key.endswith(_WOULD)):
            return items[j].key not in _HEARD
    return False


_WOULD = ("ría", "rían", "rait", "raient")
"""How the conditional ends in Spanish and French."""
_HEARD = frozenset({"habría", "habrían", "sería", "serían", "aurait", "auraient", "serait", "seraient"})
"""Conditionals by which the press marks what it has only heard."""


def _governed(layout: Layout, at: int, left: int, grammar: Grammar, found: Outcome, hit: Hit) -> Outcome:
    """What the clause over this one says: "il est prévu que", "X dément que", "selon des sources"."""
    items = layout.items
    wish = layout.borders.get(left) == "relative" and _ends_at(items, left, grammar, _OVER)
    said = layout.borders.get(left) == "that" and grammar.words["complement"].at(items, left) is not None
    if wish or (said and not _about_an_object(layout, hit, grammar)):
        over = _over(layout, left, grammar) or _verb_over(layout, left, grammar)
        if over == "denial":
            return DENIED
        if over == "plan":
            return PLANNED
        if over == "decide":
            return _decided(hit.trigger.kind)
        if over == "hope":
            return Outcome(None, "wished-for")
        if over == "possible":
            return Outcome(None, "possible")
    if found.status == "happened" and _hearsay(items, at, grammar, hit):
        return REPORTED
    return found


def _about_an_object(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for a clause that only says which thing is meant, whatever becomes of it: "denied that the deal *it signed* was dead"."""
    verb = hit.verb
    if verb is None or hit.how != "verb" or grammar.verb_first or not 0 <= hit.at < verb.first:
        return False
    if verb.tense in ("past", "imperfect"):
        return not verb.passive
    pronouns, items = grammar.words["pronouns"], layout.items
    between = range(hit.at + 1, verb.first)
    return verb.tense == "participle" and any(items[j].kind == "name" or pronouns.at(items, j) for j in between)


def _ends_at(items: Sequence[Item], at: int, grammar: Grammar, classes: Sequence[str]) -> bool:
    """True when a word that governs stands right before: "dément *avoir*", "quiere *que*", not "la propuesta del grupo que"."""
    phrases = [grammar.words[w] for w in classes]
    begins = {at, at + 1}
    while at > 1 and items[at - 1].kind == "time":
        at -= 1  # "a démenti *jeudi* avoir vendu", "negó *el jueves* haber vendido"
        begins |= {at, at - 1}
    return any(
        (hit := p.at(items, j)) is not None and j + hit[1] in begins for p in phrases for j in range(max(0, at - 3), at)
    )


def _over(layout: Layout, left: int, grammar: Grammar) -> str:
    """What governs a clause: of "denied, at the hearing of 21 June, that …" the verb, not what a comma sets apart from it."""
    found = governor(layout, left + 1, grammar)
    if found not in ("", "done") or left < 2 or layout.items[left - 1].key not in (",", "،"):
        return found
    opened = next((j for j in range(left - 2, max(-1, left - REACH), -1) if layout.items[j].key in (",", "،")), -1)
    return governor(layout, opened, grammar) if opened > 0 else found


def _verb_over(layout: Layout, left: int, grammar: Grammar) -> str:
    return "plan" if _within(layout, grammar, "plan", max(0, left - 4), left + 1) else ""


def _hearsay(items: Sequence[Item], at: int, grammar: Grammar, hit: Hit, end: int = 10**6) -> bool:
    """True when a word of hearsay stands near; the trigger's own ("X *accuse* Y") is none."""
    near = range(max(0, at - 30), min(len(items), at + 40, end))
    hearsay = grammar.words["hearsay"]
    heard = (j for j in near if not hearsay.firsts.isdisjoint(items[j].keys))
    return any(hearsay.at(items, j) for j in heard if not hit.first <= j <= hit.last)
