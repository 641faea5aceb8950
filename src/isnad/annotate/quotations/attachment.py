"""Which word of saying a marked stretch belongs to: the nearest by words, commas and marks that stand between."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.quotations.callings import texts
from isnad.annotate.quotations.clauses import in_relative, opens_clause
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.subjects import hyphened
from isnad.annotate.quotations.terms import UTTERANCE

_VERBS = ("finite", "participle", "gerund", "noun")
_FAR = 400
"""Tokens from which a word of saying is too far from the marks to be looked at."""


def cue_of(
    field: Field, frame: Frame, m: Marked, lexicon: Speech, without: Sequence[Cue] = ()
) -> tuple[Cue | None, str]:
    """Choose the frame's cue that a stretch belongs to, and say whether it stands before or after it."""
    words = field.words
    i, j = words.at(m.outer.start), words.at(m.outer.end)
    best: tuple[float, Cue, str] | None = None
    for cue in frame.cues:
        if (cue.form == "infinitive" and not cue.may("say")) or cue in without or _as_told(field, frame, cue, lexicon):
            continue
        if _in_others_words(field, frame, cue, i, lexicon):
            continue
        if cue.first >= j:
            score, place = _after_score(field, frame, m, cue, j, lexicon), "after"
        else:
            aside = _in_relative(field, cue, i, lexicon)
            score, place = None if aside else _before_score(field, frame, m, cue, i, lexicon), "before"
        if score is not None and (best is None or score < best[0]):
            best = (score, cue, place)
    return (best[1], best[2]) if best else (None, "")


def _in_others_words(field: Field, frame: Frame, cue: Cue, i: int, lexicon: Speech) -> bool:
    """True of a verb that denies or judges in the clause somebody opens whose own words a colon leads in («يقول والدها إن المستشفى *رفض* استقبالها: «…»»)."""
    if cue.first >= i or field.words.keys[i - 1] != ":" or cue.may("say") or cue.form not in ("finite", "participle"):
        return False
    joined = cue.span.start > field.words.tokens[cue.first].start or field.words.keys[cue.first - 1] in lexicon.ands
    told = (c for c in frame.cues if c.first < cue.first and c.may("say", "confirm") and not c.weak)
    return not joined and any(holds(field, c, cue, lexicon) for c in told)


def _as_told(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> bool:
    """True of the verb of an aside that says who told it, another verb standing before ("said, *as X reported*, that …").

    So of an Arabic verb with its object joined («في إفصاح *نشرته* أمس», «واصفا ما *أذاعته* المحطة بأنه …»).
    """
    if (
        lexicon.verb_first
        and cue.form == "gerund"
        and any(c.form == "finite" and c.last + 1 == cue.first for c in frame.cues)
    ):
        return True  # «قالت *مضيفة* على متن العبارة»: who spoke, no "adding"
    object_joined = lexicon.verb_first and cue.weak and cue.entry.words[-1] != field.words.keys[cue.last]
    if object_joined and field.words.keys[cue.last].endswith(("ه", "ها")):
        return any(
            c.last < cue.first and c.may("say", "confirm", "deny") and c.form == "finite"
            and (not c.weak or _behind_aside(field, c, cue, frame, lexicon))
            for c in frame.cues
        )  # fmt: skip
    if cue.form == "noun" and _is_source(field, frame, cue, lexicon):
        return True
    led = cue.first and field.words.keys[cue.first - 1] in lexicon.governors
    spoken = lexicon.verb_first and led and (cue.form == "noun" or (cue.form == "words" and not cue.may("read")))
    spoken = spoken or (
        cue.form == "noun" and any(k in lexicon.governors for k in field.words.keys[max(0, cue.first - 3) : cue.first])
    )
    near = (c for c in frame.cues if 0 < cue.first - c.last <= _SUBJECT and c.may("say", "confirm", "deny"))
    if spoken and any(c.form in ("finite", "gerund") for c in near):
        return True  # «قال غي في *تسجيل* صوتي: …», «مؤكدة في *رسالة* أن …»
    aside = next((c for c in frame.cues if c.form == "preposition" and 0 < cue.first - c.last <= _LED), None)
    if aside is None or cue.form != "finite":
        return False
    return any(
        c.last < aside.first and c.form in ("finite", "participle") and c.may("say", "confirm", "deny")
        for c in frame.cues
    )


def _behind_aside(field: Field, outer: Cue, cue: Cue, frame: Frame, lexicon: Speech) -> bool:
    """True of a verb in an aside between commas behind another whose clause opens behind it («ردت الشركة، في بيان *نقلته* الوكالة، بأن …»)."""
    keys = field.words.keys
    if "," not in keys[outer.last : cue.first]:
        return False
    return opens_clause(field.words, outer, field.words.before(frame.span.end), lexicon)


def _is_source(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> bool:
    """True of a noun that "according to" leads in ("according to an internal *note*"), or that is a station («*إذاعة* الأمل»)."""
    if lexicon.verb_first:
        return field.words.keys[cue.last] in lexicon.outlets
    near = (c for c in frame.cues if c.form == "preposition" and 0 < cue.first - c.last <= _LED + 1)
    return any(not {",", ".", ":"}.intersection(field.words.keys[c.last : cue.first]) for c in near)


_LED = 2
"""Tokens from "as", «بحسب ما» to its verb."""


def _in_relative(field: Field, cue: Cue, i: int, lexicon: Speech) -> bool:
    """True in a relative clause that a comma closes before the marks: "X, *which denied that it wanted out*, is “talking” …"."""
    keys = field.words.keys
    commas = [k for k in range(cue.last + 1, min(i, cue.last + _FAR)) if keys[k] == ","]
    if lexicon.verb_first or len(commas) != 1 or i - commas[0] < 2 or lexicon.conjunctions.match(keys, commas[0] + 1):
        return False
    return in_relative(field.words, cue, lexicon)


def cue_beside(
    field: Field, previous: Frame | None, following: Frame | None, lexicon: Speech
) -> tuple[Cue | None, str]:
    """Find the cue in the sentence before that ends in a colon, or at the beginning of the one after."""
    if previous and ends_in_colon(field, previous):
        told = [c for c in previous.cues if c.form in _VERBS or c.entry.sort in ("noun", "source")]
        if told:
            return told[-1], "before"
    if following and not following.marked and following.cues and not following.cues[0].negated:
        first = following.cues[0]
        gap = first.first - field.words.at(following.span.start)
        rest = field.words.before(following.span.end) - first.last
        tied = gap <= 1 and (first.pronoun is not None or hyphened(field, first, lexicon) is not None)
        if first.form in ("finite", "participle") and first.may("say", "manner", "confirm"):
            if tied or (gap <= 6 and rest <= 8):
                return first, "after"
    return None, ""


def ends_in_colon(field: Field, frame: Frame) -> bool:
    """True when the sentence ends in a colon: what it announces follows."""
    return field.words.text[frame.span.start : frame.span.end].rstrip().endswith(":")


def _between(field: Field, frame: Frame, first: int, last: int) -> tuple[int, int, int]:
    """Count words, commas and marked stretches between two token indices, words inside marks left out."""
    words = field.words
    plain = commas = 0
    if last - first > _FAR:
        return _FAR, 0, 0
    spans = [m.outer for m in frame.marked]
    k = first
    jumped = 0
    while k < last:
        t = words.tokens[k]
        span = next((s for s in spans if s.start <= t.start < s.end), None)
        if span is not None:
            jumped += 1
            k = max(k + 1, words.at(span.end))
            continue
        if t.kind != "mark":
            plain += 1
        elif t.text in ",،;؛":
            commas += 1
        k += 1
    return plain, commas, jumped


def _after_score(field: Field, frame: Frame, m: Marked, cue: Cue, j: int, lexicon: Speech) -> float | None:
    plain, commas, jumped = _between(field, frame, j, cue.first)
    if cue.form == "words" and cue.may("read"):
        return 0.5 if not plain and not jumped else None
    if cue.form in ("gerund", "noun", "words", "infinitive", "relative"):
        return None
    if plain and cue.entry.sort == "judge":
        return None
    if plain and _takes_up_whole(field, frame, m, cue, j, lexicon):
        return None
    sep = field.words.text[m.inner.end - 1] in ",?!؟،" or (
        j < len(field.words.tokens) and field.words.keys[j] in (",", "،")
    )
    if cue.weak and plain and not (sep and plain <= 4 and not commas):
        return None
    if jumped:
        return 30.0 + plain
    # "… », et ajoute que …": the verb opens a report of its own; with a joined و it begins a new clause.
    new = (
        opens_clause(field.words, cue, field.words.before(frame.span.end), lexicon)
        and not _relative_behind(field, cue, lexicon)
    ) or cue.span.start > field.words.tokens[cue.first].start
    if new and cue.form != "preposition":
        return 16.0 + plain if not cue.weak else None
    if plain == 0 and cue.form == "preposition" and _said_ahead(field, frame, m, lexicon):
        return 13.0  # "La Fiscalía sostiene que el director «…», *según el escrito*": her words, by the text
    if cue.form == "preposition" and plain == 0 and _sourced_ahead(field, frame, cue, lexicon):
        return 14.0
    if cue.form == "preposition" and (
        _objects_ahead(field, frame, m, cue, lexicon)
        or (plain == 0 and lexicon.wording.isdisjoint(cue.entry.words) and _called_ahead(field, frame, m, lexicon))
    ):
        return 14.0 + plain
    if plain == 0:
        return 0.0 if cue.entry.sort != "think" else 1.0
    if cue.form == "preposition":
        return 6.0 + plain if sep or commas else 12.0 + plain
    if sep and (plain <= 14 or (plain <= _APPOSED and _name_opens(field, j, cue))):
        return 1.0 + plain / 10
    return 14.0 + plain if plain <= 4 else None


def _takes_up_whole(field: Field, frame: Frame, m: Marked, cue: Cue, j: int, lexicon: Speech) -> bool:
    """True of a verb in a relative that takes up a whole report whose words somebody else leads in («تؤكد الشركة أن …«…»، *وهو ما تنفيه* الأخيرة»)."""
    if cue.form not in ("finite", "participle"):
        return False
    keys = field.words.keys
    opened = any(
        lexicon.whole.match(keys, k)
        or (keys[k - 1] == "," and (keys[k] in lexicon.meanwhile or lexicon.while_two.match(keys, k)))
        for k in range(j, cue.first)
        if keys[k - 1] in (",", "»", "”", '"')
    )
    told = (c for c in frame.cues if c.span.end <= m.outer.start)
    return opened and any(c.form in ("finite", "participle", "gerund") and c.may(*_SAID) for c in told)


_APPOSED = 30
"""Words of a name with what is said of its bearer between commas, between marks and their verb."""


def _name_opens(field: Field, j: int, cue: Cue) -> bool:
    """True of a name behind marks and a comma, what is said of its bearer set between commas before the verb ("“…”, *Rosa Lund*, the clerk who …, *told* X")."""
    words, keys = field.words, field.words.keys
    k = j + (keys[j] == ",")
    named = all(n < len(keys) and words.capital(n) for n in (k, k + 1))
    behind = next((n for n in range(k, min(k + 5, len(keys))) if not words.capital(n)), k)
    return named and cue.form == "finite" and keys[behind] == "," and keys[cue.first - 1] == ","


_SAID = ("say", "confirm", "deny", "doubt", "manner", "judge")


def _said_ahead(field: Field, frame: Frame, m: Marked, lexicon: Speech) -> bool:
    """True when a plain verb of saying before the marks opens the clause that they complete."""
    i = field.words.at(m.outer.start)
    return any(
        c.last < i and c.form in ("finite", "participle") and c.may("say", "confirm", "deny") and not c.weak
        and not c.passive and opens_clause(field.words, c, i, lexicon)
        for c in frame.cues
    )  # fmt: skip


def _objects_ahead(field: Field, frame: Frame, m: Marked, source: Cue, lexicon: Speech) -> bool:
    """True when the marks are the object of a verb right before them, and a text tells it (« Le parquet lui *reproche* des « entraves », selon *un communiqué* »)."""
    i, keys = field.words.at(m.outer.start), field.words.keys
    if texts(lexicon.language).isdisjoint(keys[source.last + 1 : source.last + 1 + _NOUN]):
        return False
    return any(
        0 < i - c.last <= _NOUN and c.form == "finite" and not c.passive and c.may("judge", "say", "deny", "doubt")
        and not opens_clause(field.words, c, i, lexicon)
        for c in frame.cues
    )  # fmt: skip


def _sourced_ahead(field: Field, frame: Frame, source: Cue, lexicon: Speech) -> bool:
    """True of a text or a medium behind the marks of a sentence that another source opens ("*In the view of the Guild*, it is “a joke”, according to *the statement*")."""
    keys = field.words.keys[source.last + 1 : source.last + 1 + _NOUN]
    if texts(lexicon.language).isdisjoint(keys) and lexicon.outlets.isdisjoint(keys):
        return False
    head = field.words.at(frame.span.start) + 1
    return any(c.form == "preposition" and c.first <= head and c.last < source.first for c in frame.cues)


def _called_ahead(field: Field, frame: Frame, m: Marked, lexicon: Speech) -> bool:
    """True when a verb before the marks says what somebody called or said: the source behind tells it on ("The Guild *described* her arrest as “a joke”, according to X")."""
    i, keys = field.words.at(m.outer.start), field.words.keys
    for c in frame.cues:
        near = 0 < i - c.last <= _CALLED and c.form in ("finite", "participle") and not c.passive
        near = near and _PARTING.isdisjoint(keys[c.last : i])
        if near and c.may("judge", "deny", "say", "manner") and c.first > field.words.at(frame.span.start):
            return keys[c.first - 1] not in lexicon.relatives and (not c.weak or c.may("judge") or keys[i - 1] == "as")
    return False


_PARTING = frozenset(",:;.«“")
_CALLED = 9
"""Tokens from a verb of calling to the marks, what it calls so between."""
_NOUN = 3
"""Tokens between a verb and the marks that are its object, or between a preposition and the noun it leads in."""


def _relative_behind(field: Field, cue: Cue, lexicon: Speech) -> bool:
    """True when the word behind the verb's subject that looks like a conjunction opens a relative: "…”, cuenta la buceadora, *que* bajó"."""
    keys = field.words.keys
    for i in range(cue.last + 2, min(cue.last + _SUBJECT, len(keys))):
        if lexicon.conjunctions.match(keys, i):
            return keys[i] in lexicon.relatives and keys[i - 1] == ","
    return False


_PHRASE = frozenset({"عباره"})
"""What is a phrase only where its words follow at once, and else a ferry."""
_SUBJECT = 10
"""Tokens behind a verb within which its subject ends."""


def _before_score(field: Field, frame: Frame, m: Marked, cue: Cue, i: int, lexicon: Speech) -> float | None:
    plain, commas, jumped = _between(field, frame, cue.last + 1, i)
    if cue.form == "words":
        near = 0 if cue.entry.words[-1] in _PHRASE else 2  # «عبّارة الركاب «تينداي»»: a ferry
        return 0.5 if plain <= near and not jumped else None
    if cue.entry.sort == "manner" and plain > 12 and not cue.entry.also:
        return None
    if plain > 45 or (cue.weak and not _tied(field, frame, m, cue, i, plain, lexicon)):
        return None
    base = 3.0 if cue.form in _VERBS or cue.form == "infinitive" else 5.0
    return base + plain / 5 + commas / 2 + jumped / 2


def holds(field: Field, outer: Cue, cue: Cue, lexicon: Speech) -> bool:
    """True when a word of saying stands in the clause that another opens; behind "while" another clause begins («إن …، *فيما* أبدى الضيف»)."""
    if outer.first >= cue.first or not opens_clause(field.words, outer, cue.first, lexicon):
        return False
    keys = field.words.keys
    return not any(
        keys[k] in lexicon.meanwhile or (keys[k - 1] in (",", "،") and lexicon.while_two.match(keys, k))
        for k in range(outer.last + 1, cue.first)
    )


_TO = frozenset({"الي", "to", "à", "a"})
_IMPUTED = 14
"""Words from a verb of imputing, with its subject and what is imputed, to the marks."""


def _tied(field: Field, frame: Frame, m: Marked, cue: Cue, i: int, plain: int, lexicon: Speech) -> bool:
    """True when a form that is mostly something else reports here: the marks follow at once, behind a colon, behind its
    subject, or in a clause that a conjunction opens."""
    if plain == 0 or (cue.may("judge") and plain <= 10 and cue.form != "noun"):
        return True
    if cue.entry.words[-1] in lexicon.relaying and any(
        k in lexicon.from_whom for k in field.words.keys[cue.last + 1 : i]
    ):
        return True
    before = field.words.keys[i - 1] if i else ""
    if before in _TO and plain <= _IMPUTED and not lexicon.imputing.isdisjoint(cue.entry.words):
        return True  # «وعزا المدير، فواز سالم، الانقطاع إلى «نفاد الوقود»»
    colon = plain <= 14 and before == ":" and field.words.count(m.inner) >= UTTERANCE and cue.may("say")
    if colon and not any(holds(field, c, cue, lexicon) for c in frame.cues):
        return True  # «رد رئيس لجنة الحكام روي فالاداريس في المؤتمر الصحفي الختامي: «…»»
    if plain <= 8 and (before == ":" or (before in (",", "،") and field.words.count(m.inner) >= UTTERANCE)):
        return True
    if (
        lexicon.verb_first
        and cue.form != "noun"
        and cue.may("say")
        and plain <= 4
        and field.words.count(m.inner) >= UTTERANCE
    ):
        # inside the clause of another word of saying the marks are that one's
        return not any(holds(field, c, cue, lexicon) for c in frame.cues)
    return opens_clause(field.words, cue, field.words.before(frame.span.end), lexicon)
