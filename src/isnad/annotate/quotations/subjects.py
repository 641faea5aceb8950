"""The subject of a word of saying: before it, after it, tied to it by a hyphen, or left out."""

from __future__ import annotations

from isnad.annotate.credits_lexicon import sources
from isnad.annotate.quotations.appositions import bare_plural
from isnad.annotate.quotations.callings import is_body_word, texts
from isnad.annotate.quotations.circumstances import aiming, while_doing
from isnad.annotate.quotations.clauses import closes_relative, opens_clause
from isnad.annotate.quotations.crowds import chanting, crowd
from isnad.annotate.quotations.cues import Cue, matches, verb_at
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.insiders import antecedent, speaks_from, speaks_within, unnamed_source, without_to
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody, pick
from isnad.annotate.quotations.speakers import after, before, clause_subject, object_before
from isnad.annotate.quotations.words import Words
from isnad.model import Span

_WHAT = frozenset({"ما", "مما", "بما", "لما", "عما"})
"""What opens an Arabic clause without a noun: "what was rumoured"."""
_NEAR = 4
"""Tokens behind a verb of saying within which those who heard it are named."""


def _learned(cue: Cue, lexicon: Speech) -> bool:
    """True of a verb of learning, by itself or said of nobody ("a-t-on appris"); who "makes known" tells it himself."""
    said = cue.entry.words
    impersonal = not (lexicon.nobody | lexicon.impersonal).isdisjoint(said)
    return bool(lexicon.learning.intersection(said)) and (len(said) == 1 or impersonal)


def subject(
    field: Field, cue: Cue, place: str, outer: Span, frame: Frame, lexicon: Speech, mentions: Mentions
) -> tuple[Found | None, bool]:
    """Return who the cue says has spoken, and whether the subject is left out (then it is the speaker before)."""
    words = field.words
    if _learned(cue, lexicon) and not lexicon.verb_first:
        told = _from_whom(words, cue, next_mark(frame, cue.span.end), lexicon, mentions)
        if told is not None:
            return told, False  # "a-t-on appris *de source médicale*"
        return Found(words.span(cue.head, cue.last), None, "nobody"), False  # "elle a appris que": nobody told it
    if cue.pronoun is not None:
        sort = "nobody" if words.keys[cue.pronoun] in lexicon.nobody else "pronoun"
        return Found(words.span(cue.pronoun, cue.pronoun), None, sort), False
    joined = hyphened(field, cue, lexicon)
    within = speaks_within(words, cue, joined, next_mark(frame, cue.span.end), lexicon, mentions)
    if within or joined:
        return within or joined, False
    if lexicon.verb_first and cue.entry.words[-1] in ("فيه", "فيها") and len(cue.entry.words) > 1:
        who = clause_subject(words, frame.span.start, cue.span.start, lexicon, mentions)
        sure = who is not None and is_somebody(words, who, lexicon, mentions)
        return (who, False) if sure else (None, False)  # «ووجه *الأهالي* رسالة إلى العامل *جاء فيها* …»
    if cue.form == "relative":
        told = antecedent(words, cue, frame.span.start, lexicon, mentions)
        if told is not None:
            return told, False  # "cita a un asesor anónimo, *según el cual* …"
        if any(k in lexicon.speakers for k in words.keys[max(0, cue.first - 3) : cue.first]):
            named = mentions.within(Span(frame.span.start, min(frame.span.start + _OPENS, cue.span.start)))
            authors = [i for i in named if mentions.mentions[i].kind in ("person", "organization")]
            if authors:  # "*La ONG X* la había señalado en un informe, según el cual …"
                m = mentions.mentions[authors[0]]
                return Found(Span(m.start, m.end), authors[0], "name"), False
        return before(words, cue, frame.span.start, lexicon, mentions), False
    stop = next_mark(frame, cue.span.end)
    told = _from_whom(words, cue, stop, lexicon, mentions)
    if told is not None:
        return told, False
    behind = _behind(field, cue, stop, lexicon, mentions)
    if cue.form == "preposition":
        return behind, False
    if lexicon.verb_first and (doing := while_doing(words, cue, frame, lexicon, mentions)) is not None:
        return doing, False
    if cue.passive:
        return None, False
    written = (
        [i for i in range(cue.first, cue.last + 1) if words.keys[i] in lexicon.media] if cue.form == "words" else []
    )
    if written:
        first = max(cue.first, written[0] - 1) if words.keys[written[0] - 1] in lexicon.articles else written[0]
        return Found(words.span(first, written[0]), None, "phrase"), False
    bearer = _bearer(words, cue, frame, lexicon)
    if bearer is not None:
        return bearer, False
    if cue.form == "words" and lexicon.platforms.intersection(words.keys[cue.last + 1 : cue.last + 4]):
        behind = None  # «وكتب على منصة إكس: …»: nobody's mouth
    if cue.form == "words" and any(words.at(m.outer.start) == cue.last + 1 for m in frame.marked):
        behind = None  # "con el lema «…»": what follows are the words
    if cue.form == "words" and _of_his_own(cue, lexicon):
        behind = None  # "in *his* view the dykes …"
    if cue.form in ("noun", "words", "gerund"):
        chosen = behind if cue.form != "gerund" else _acting(words, cue, frame, lexicon, mentions)
        return (chosen, False) if chosen else _main(field, cue, frame, lexicon, mentions)
    inverted = place == "after" and words.at(outer.end) == cue.first - 1  # “…”, a démenti *le zoo*
    if (
        behind is not None
        and cue.may("judge")
        and not (cue.may("say") or inverted)
        and not is_somebody(words, behind, lexicon, mentions)
    ):
        behind = None
    if behind is not None and cue.may("judge"):
        behind = _without_called(words, cue, behind, lexicon, mentions)
        relative = cue.first > 0 and not lexicon.verb_first and words.keys[cue.first - 1] in lexicon.relatives
        if behind is not None and relative and _of_marks(words, behind, lexicon):
            return behind, False  # "un gesto que calificó *el ministro* de «grave»"
    of_text = cue.first - 2 > words.at(frame.span.start) and words.keys[cue.first - 2] in lexicon.issued
    if of_text and words.keys[cue.first - 1] in lexicon.relatives and not lexicon.verb_first:
        issuer = _earlier(
            field, cue, frame, lexicon, mentions
        )  # "their service said in a *statement that* speaks of …"
        if issuer is not None:
            return issuer, False
    if behind is not None and _informed(words, cue, behind, lexicon):
        behind = None  # «غير أن الوزير أبلغ *قناة «الساحل»* أنه …»
    if not lexicon.told.isdisjoint(cue.entry.words):
        behind = None  # "its chairman told *the weekly X*"
    if _goes_on(field, cue, frame, lexicon):
        behind = behind if lexicon.inversion == "free" else None
        if behind is not None and not lexicon.imputing.isdisjoint(cue.entry.words):
            behind = behind if is_somebody(words, behind, lexicon, mentions) else None  # «وعزت *التأخر* إلى «…»»
        if behind is not None and cue.may("judge") and _is_judged(words, cue, behind, frame, lexicon, mentions):
            behind = None
        chosen = behind or _earlier(field, cue, frame, lexicon, mentions)
        return chosen, chosen is None
    if cue.form == "infinitive" and not lexicon.verb_first and words.keys[cue.first - 1] in lexicon.governors:
        if "," in words.keys[max(0, cue.first - _NEAR) : cue.first]:
            return _main(field, cue, frame, lexicon, mentions)  # « …, avant d'*ajouter* : « … » »
    aside = cue.first > 0 and words.keys[cue.first - 1] == ","
    aside = aside and not (
        lexicon.bare_clauses and closes_relative(words, cue.first - 1, words.at(frame.span.start), lexicon)
    )
    if lexicon.inversion == "quoted" and place == "before" and cue.first > words.at(frame.span.start) and not aside:
        behind = None
    ahead = _behind_that(words, cue, lexicon, mentions) or (_source_before(words, cue, lexicon) if not behind else None)
    ahead = ahead or before(words, cue, _begin(frame, cue, outer, place), lexicon, mentions)
    if ahead is None and cue.form == "infinitive":
        ahead = object_before(
            words, words.at(frame.span.start), cue.first - 1, lexicon, mentions
        )  # "se oye *al director* decir"
    ahead = aiming(words, cue, ahead, lexicon, mentions) if cue.form == "infinitive" else ahead
    if (
        ahead is not None
        and ahead.sort == "phrase"
        and not lexicon.verb_first
        and words.keys[cue.first - 1] in lexicon.relatives
    ):
        ahead = _past_relative(words, cue, frame, mentions) or ahead
    if ahead is not None and behind is None and _set_in_alone(words, cue, frame, ahead, lexicon, mentions):
        return None, True
    beside = ahead is not None and ahead.sort == "name" and words.before(ahead.span.end) >= cue.first
    beside = beside or (cue.first > 0 and words.keys[cue.first - 1] in lexicon.relatives)
    beside = beside or (ahead is not None and _led_in(words, cue, ahead, lexicon))
    if ahead is not None and ahead.sort != "nobody" and (lexicon.verb_first or cue.weak):
        acts = not cue.weak or cue.may("judge")
        ahead = ahead if is_somebody(words, ahead, lexicon, mentions, places=acts) else None
    # ", a déclaré le préfet, «…»": an aside has its subject behind; English prints it before.
    closed = (
        behind is not None
        and (
            _comma_behind(words, behind)
            or _apposed(words, cue, behind)
            or _set_in(words, cue, ahead, behind, lexicon)
            or _closed_by_place(words, behind, lexicon)
        )
        and is_somebody(words, behind, lexicon, mentions)
    )
    beside = beside or (ahead is not None and words.keys[cue.first - 1] in lexicon.auxiliaries)
    beside = beside and not _of_its_object(words, cue, ahead, behind, lexicon)
    first = (lexicon.verb_first and not beside) or (aside and place == "before" and closed)
    chosen = (behind or ahead) if first else (ahead or behind)
    if chosen is None and cue.form == "infinitive":
        return _main(field, cue, frame, lexicon, mentions)
    if chosen is None and cue.form == "finite" and (head := _before_colon(words, cue, frame, lexicon, mentions)):
        return head, False
    if chosen is None and (inside := speaks_from(words, cue, frame, lexicon, mentions)) is not None:
        return inside, False
    return chosen, chosen is None


def _set_in_alone(words: Words, cue: Cue, frame: Frame, ahead: Found, lexicon: Speech, mentions: Mentions) -> bool:
    """True of a Spanish verb alone between commas in another's clause: its subject is left out ("Si *el Consejo* anulara el censo, *advirtió*, …")."""
    if lexicon.inversion != "free" or lexicon.verb_first or cue.form != "finite":
        return False
    if words.keys[cue.first - 1] != "," or words.keys[cue.last + 1 : cue.last + 2] != [","]:
        return False
    floor = words.at(frame.span.start)
    clause = words.keys[floor] in lexicon.begins or any(words.keys[floor] == w for w in _CONDITIONS)
    return clause or not is_somebody(words, ahead, lexicon, mentions)


_CONDITIONS = ("si", "cuando", "aunque", "como", "porque", "mientras", "donde", "sin", "con", "para")
"""What opens a clause before a verb set in between commas."""


def _of_its_object(words: Words, cue: Cue, ahead: Found | None, behind: Found | None, lexicon: Speech) -> bool:
    """True of a noun before an Arabic verb that takes it up as its object, its subject right behind («أرقاما *وصفتها الوزارة* بأنها …»)."""
    if not lexicon.verb_first or ahead is None or behind is None or ahead.mention is not None:
        return False
    object_joined = words.keys[cue.last].endswith(("ه", "ها")) and words.tokens[cue.last].text[-1] != "ة"
    return object_joined and words.at(behind.span.start) == cue.last + 1 and behind.sort in ("phrase", "name")


def _informed(words: Words, cue: Cue, found: Found, lexicon: Speech) -> bool:
    """True of a medium right behind an Arabic verb of informing, which takes whom it informs for its object."""
    known = sources(lexicon.language) if lexicon.verb_first else None
    at = words.at(found.span.start)
    if known is None or not known.informing.intersection(cue.entry.words) or at != cue.last + 1:
        return False
    anew = cue.span.start > words.tokens[cue.first].start or not cue.first or words.parts(cue.first - 1)
    if anew or words.keys[cue.first - 1] in lexicon.begins:
        return False  # «وأفادت *صحيفة «الساحل»*»: nobody stands before the verb
    return words.keys[at] in lexicon.outlets and not words.keys[at].startswith("ال")


def _is_judged(words: Words, cue: Cue, found: Found, frame: Frame, lexicon: Speech, mentions: Mentions) -> bool:
    """True of the one noun behind an Arabic verb that goes on with a clause: what its subject calls something («ووصفت *النبأ* بأنه «…»»).

    A thing, or a text, with no second noun behind it that it might judge («ووصف *البيان* الهجوم بأنه …»).
    """
    if not lexicon.verb_first or found.sort != "phrase":
        return False
    if not is_somebody(words, found, lexicon, mentions):
        return True
    first, stop = words.at(found.span.start), next_mark(frame, cue.span.end)
    head = words.keys[first].removeprefix("ال")
    if head not in texts(lexicon.language) or head in lexicon.persons:
        return False
    definite = 0
    for k in range(first, min(first + _NOUNS, len(words.keys))):
        if words.tokens[k].start >= stop or words.keys[k] in lexicon.governors or words.keys[k].startswith("بان"):
            break
        definite += words.keys[k].startswith("ال")
    return definite == 1


def _without_called(words: Words, cue: Cue, found: Found, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the subject of a verb of calling without the noun that it calls something («ووصفت *الحكمة* القرار بأنه «…»»)."""
    if not lexicon.verb_first:
        return None if _is_called(words, found, lexicon) else found
    first, end = words.at(found.span.start), words.before(found.span.end)
    called = words.keys[end : end + 1] and words.keys[end].startswith("بان") and words.keys[end - 1].startswith("ال")
    joined = words.keys[cue.last].endswith(("ه", "ها", "هم"))  # «*وصفه* الوزير المصري بأنه»
    if not called or joined or found.mention is not None or end - first < _TWO:
        return found
    return pick(words, first, end - 2, lexicon, mentions) or found


_TWO = 2


def _is_called(words: Words, found: Found, lexicon: Speech) -> bool:
    """True of a thing behind its verb that marks behind a preposition say something of ("tachó *la acusación* de «…»"): somebody calls it so."""
    keys = words.keys[words.at(found.span.start) : words.before(found.span.end)]
    head = next((k for k in keys if k not in lexicon.articles), "")
    known = lexicon.persons | lexicon.offices
    return _of_marks(words, found, lexicon) and found.mention is None and head not in known and not is_body_word(head)


def _of_marks(words: Words, found: Found, lexicon: Speech) -> bool:
    """True of a noun between a verb and a preposition that marks follow ("calificó *el ministro* de «…»")."""
    last = words.before(found.span.end) - 1
    end = last if words.keys[last] in lexicon.governors else last + 1
    led = end + 1 < len(words.keys) and words.keys[end] in lexicon.governors
    return led and words.tokens[end + 1].kind == "mark"


_NOUNS = 6
"""Tokens behind an Arabic verb of calling among which its subject and its object stand."""


def _closed_by_place(words: Words, found: Found, lexicon: Speech) -> bool:
    """True of a subject behind its verb whose clause a comma closes behind what says where ("El convenio, precisó *la alcaldesa* en un boletín, incluye …")."""
    i = words.before(found.span.end)
    if lexicon.verb_first or i >= len(words.keys) or words.keys[i] not in lexicon.governors:
        return False
    for k in range(i + 1, min(i + _PLACE, len(words.keys))):
        if words.keys[k] == ",":
            return True
        said = any(e.form == "finite" for e in lexicon.cues.get(words.keys[k], ()))
        if said or words.parts(k) or lexicon.conjunctions.match(words.keys, k):
            return False
    return False


_PLACE = 8
"""Tokens of the longest words for where something was said, set in between commas with its verb and subject."""


def _before_colon(words: Words, cue: Cue, frame: Frame, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return whom the clause is about that a colon closes right before a verb without subject ("*El club* lo niega: asegura que …")."""
    if lexicon.bare_clauses or lexicon.verb_first or words.keys[cue.first - 1] != ":" or not cue.first:
        return None
    if words.tokens[cue.first - 1].start <= frame.span.start:
        return None
    who = clause_subject(words, frame.span.start, words.tokens[cue.first - 1].start, lexicon, mentions)
    if who is None:
        return None
    named = any(t.text[0].isupper() for t in words.tokens[words.at(who.span.start) + 1 : words.before(who.span.end)])
    return who if named or is_somebody(words, who, lexicon, mentions, places=True) else None


_OPENS = 60
"""Characters from a sentence's beginning within which its subject's name stands."""


def _of_his_own(cue: Cue, lexicon: Speech) -> bool:
    """True of words that say whose they are: "in *his* view", « selon *ses* termes », «على حد قول*ه*»."""
    if lexicon.verb_first:
        return len(cue.entry.words[-1]) > _SHORT and cue.entry.words[-1].endswith(lexicon.objects)
    return not lexicon.possessors.isdisjoint(cue.entry.words)


_SHORT = 3
"""Letters of an Arabic word too short to end in a joined pronoun that is told apart."""


def _led_in(words: Words, cue: Cue, ahead: Found, lexicon: Speech) -> bool:
    """True for a noun phrase between «لكن» and its verb («لكن *الوزارة* وصفت الرسالة بأنها …»): it is the subject."""
    i = words.at(ahead.span.start)
    near = words.before(ahead.span.end) >= cue.first and i > 0
    return lexicon.verb_first and near and words.keys[i - 1] in lexicon.begins


def _behind_that(words: Words, cue: Cue, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the subject that an Arabic clause puts between its conjunction and «قد» («أن *الشركة* قد أبلغت …»)."""
    if not lexicon.verb_first or cue.first < 3 or cue.form != "finite":
        return None
    done = words.keys[cue.first - 1] in lexicon.auxiliaries
    last = cue.first - 1 - done
    for i in range(last, max(-1, cue.first - (10 if done else _CLOSE)), -1):
        if words.parts(i):
            return None
        if lexicon.conjunctions.match(words.keys, i):
            who = pick(words, i + 1, last, lexicon, mentions) if i < last else None
            sure = who is not None and (done or is_somebody(words, who, lexicon, mentions))
            return who if sure else None  # «إلا أن *مقربين منها* قالوا»
    return None


def _done_in_clause(words: Words, cue: Cue, lexicon: Speech, mentions: Mentions) -> bool:
    """True of a verb behind «قد» in the clause that another's conjunction opens: what was done there, nobody's word."""
    done = cue.first > 0 and words.keys[cue.first - 1] in lexicon.auxiliaries
    return done and _behind_that(words, cue, lexicon, mentions) is not None


_CLOSE = 5
"""Tokens from an Arabic conjunction to a verb whose subject stands between with nothing else."""


def _source_before(words: Words, cue: Cue, lexicon: Speech) -> Found | None:
    """Return the source that an Arabic relative clause without pronoun speaks of: «أكده لإذاعتنا *مصدر أمني* قال إن»."""
    if not lexicon.verb_first or cue.form != "finite" or cue.span.start > words.tokens[cue.first].start:
        return None
    for i in range(cue.first - 1, max(-1, cue.first - 4), -1):
        if words.parts(i) or words.keys[i].startswith("ال"):
            return None
        text = words.keys[i] in texts(lexicon.language) and i < cue.first - 1  # «بيان للمتحف تحدث عن …»
        if (text or words.keys[i] in lexicon.sources) and words.keys[i] in lexicon.speakers:
            return Found(words.span(i, cue.first - 1), None, "phrase")
    return None


def _bearer(words: Words, cue: Cue, frame: Frame, lexicon: Speech) -> Found | None:
    """Return the banner or wall that words are read on: near the cue, behind it or before it; with its article."""
    if cue.form != "words" or not cue.may("read"):
        return None
    floor, stop = words.at(frame.span.start), words.before(frame.span.end)
    for i in (*range(cue.last + 1, min(cue.last + 5, stop)), *range(cue.first - 1, max(floor, cue.first - 5) - 1, -1)):
        if words.keys[i] in lexicon.media:
            first = i - int(i > floor and words.keys[i - 1] in lexicon.articles)
            return Found(words.span(first, i), None, "phrase")
    return None


def _apposed(words: Words, cue: Cue, found: Found) -> bool:
    """True of a name behind a comma and before a colon: in apposition to the subject ("assure un client, *Samir Guechi* : …")."""
    i, k = words.before(found.span.end), words.at(found.span.start)
    return i < len(words.keys) and words.keys[i] == ":" and "," in words.keys[cue.last + 1 : k]


_SET_IN = 10
"""Tokens behind the subject of a clause set in between commas: in what, and when, it was said."""


def _set_in(words: Words, cue: Cue, ahead: Found | None, found: Found, lexicon: Speech) -> bool:
    """True of a verb and its subject set in between two commas ("le transfert, *affirme le club dans un communiqué*, a été signé")."""
    i, first = words.before(found.span.end), words.at(found.span.start)
    opens = cue.last + 1
    while opens < first and (step := lexicon.between.match(words.keys, opens) or words.keys[opens] in lexicon.skip):
        opens += step
    begins = first - (words.keys[first - 1] in lexicon.articles and first > opens) == opens
    near = ahead is None or words.before(ahead.span.end) == cue.first - 1
    if not (begins and near and cue.may("say", "confirm")) or cue.may("judge") or lexicon.verb_first:
        return False
    if i >= len(words.keys) or not (words.keys[i] in lexicon.governors or lexicon.between.match(words.keys, i)):
        return False
    for k in range(i + 1, min(i + _SET_IN, len(words.keys))):
        if words.parts(k) or lexicon.conjunctions.match(words.keys, k):
            return words.keys[k] == ","
    return False


_RELATIVE = 14
"""Tokens of the longest relative clause before the name in apposition to what it describes."""


def _past_relative(words: Words, cue: Cue, frame: Frame, mentions: Mentions) -> Found | None:
    """Return the person named between commas behind a relative clause ("un vecino que dice haberlo visto, *Leo Marín*, oyó “tres tiros”")."""
    for k in range(cue.last + 1, min(cue.last + _RELATIVE, len(words.keys) - 1)):
        if words.keys[k] == "," and words.tokens[k].end < frame.span.end:
            who = mentions.covering(words.tokens[k + 1].start)
            m = mentions.mentions[who] if who is not None else None
            if m is None or m.kind != "person" or m.form != "name" or m.start != words.tokens[k + 1].start:
                return None
            closed = words.keys[words.before(m.end) : words.before(m.end) + 1] == [","]
            return Found(Span(m.start, m.end), who, "name") if closed else None
        if words.parts(k):
            return None
    return None


def _comma_behind(words: Words, found: Found) -> bool:
    i = words.before(found.span.end)
    return i < len(words.keys) and words.keys[i] == ","


def _from_whom(words: Words, cue: Cue, stop: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return who is quoted by the one who relays: «نقلت الصحيفة *عن الوزير*», "the channel quoted *the minister* as saying"."""
    learned = cue.entry.words[-1] in lexicon.learning
    if cue.entry.words[-1] not in lexicon.relaying and not learned:
        return None
    if not lexicon.verb_first and learned:
        for i in range(cue.last + 1, min(cue.last + 7, len(words.keys))):
            if words.tokens[i].start >= stop or words.keys[i] in ",.:;" or lexicon.conjunctions.match(words.keys, i):
                return None
            if words.keys[i] in lexicon.learned_from:
                i += words.keys[i + 1 : i + 2] in (["de"], ["du"]) and words.keys[i] not in ("de", "du")
                return after(words, i + 1, stop, lexicon, mentions, joined=True)
        return None
    if not lexicon.verb_first:
        first = cue.last + 1 + int(cue.last + 1 < len(words.keys) and words.keys[cue.last + 1] in lexicon.from_whom)
        if first < len(words.keys) and words.keys[first] in lexicon.objects_of and words.tokens[first].start < stop:
            return Found(words.span(first, first), None, "pronouns")  # "quoted *him* as saying": not who quotes
        return after(words, first, stop, lexicon, mentions)
    for i in range(cue.last + 1, min(cue.last + 13, len(words.keys))):
        if words.tokens[i].start >= stop or words.keys[i] in ".:;؛":
            return None
        if words.keys[i] in lexicon.from_them:
            return Found(words.span(i, i), None, "pronoun")  # «ونقل محاميه عنه قوله»
        if words.keys[i] in (lexicon.learned_from if learned else lexicon.from_whom):
            told = after(words, i + 1, stop, lexicon, mentions, joined=True)
            # «ما تداولته حسابات عن *إسقاط المروحية*»: told about something, by nobody named.
            sure = (
                told is None
                or not _holds_object(words, cue)
                or is_somebody(words, told, lexicon, mentions, places=True)
            )
            return told if sure else None
    return None


def _holds_object(words: Words, cue: Cue) -> bool:
    """True of an Arabic verb with a joined object («نقلته», «تداولته»): it stands in a relative clause, about what was told."""
    return cue.entry.words[-1] != words.keys[cue.last] and words.keys[cue.last].endswith(("ه", "ها"))


def _goes_on(field: Field, cue: Cue, frame: Frame, lexicon: Speech) -> bool:
    """True when the verb is joined to a clause before it by "and", "but" … (in Arabic a joined و): one subject for both."""
    words = field.words
    if cue.first <= words.at(frame.span.start):
        return False
    joined = cue.span.start > words.tokens[cue.first].start and words.text[words.tokens[cue.first].start] != "ف"
    before_it = cue.first - 1
    while before_it > words.at(frame.span.start) and lexicon.between.match(words.keys, before_it) == 1:
        before_it -= 1
    return joined or words.keys[before_it] in lexicon.ands


def _earlier(field: Field, cue: Cue, frame: Frame, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the subject of the verb of saying before, else of the sentence."""
    for other in reversed(frame.cues):
        if other.first < cue.first and other.form in ("finite", "participle") and not other.passive:
            if other.weak and not opens_clause(field.words, other, cue.first, lexicon):
                continue
            if other.pronoun is not None:
                return Found(field.words.span(other.pronoun, other.pronoun), None, "pronoun")
            found, dropped = subject(field, other, "before", frame.span, frame, lexicon, mentions)
            return None if dropped else found
    stop = next_mark(frame, frame.span.start)
    return clause_subject(field.words, frame.span.start, min(cue.span.start, stop), lexicon, mentions)


def _behind(field: Field, cue: Cue, stop: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """The noun phrase behind the cue; a preposition's particle is taken off it (لبيان)."""
    first = cue.last + 1
    if cue.form == "preposition" and "joined" in cue.entry.also:
        many = field.words.keys[cue.last].endswith(_THEIRS)
        return Found(field.words.span(cue.last, cue.last), None, "pronouns" if many else "pronoun")  # «وبحسب*ه*»
    if cue.form == "preposition":
        taken_up = object_pronoun(field.words, first, stop, lexicon)
        source = taken_up or unnamed_source(field.words, cue, stop, lexicon)
        if source is not None:
            return source
    while cue.form == "noun" and first < len(field.words.keys) and field.words.keys[first] in lexicon.attributes:
        first += 1  # «في تصريح صحفي»: what the statement is, not who speaks
    if cue.form == "preposition" and lexicon.verb_first and first < len(field.words.keys):
        # «حسبما كشف عنه المدير», «وفق ما أعلنته الوزارة»: the verb stands before its subject.
        said = next((e for e, _ in matches(field.words, first, lexicon) if e.form == "finite"), None)
        if said is not None:
            first += len(said.words)  # «وفق ما *جاء في* التقرير»
            if said.words[-1] in lexicon.relaying:  # «بحسب ما نقلته الوكالة *عن متحدث*»
                near = range(first, min(first + _RELAYED, len(field.words.keys)))
                whom = next((k for k in near if field.words.keys[k] in lexicon.from_whom), None)
                if whom is not None and field.words.tokens[whom].start < stop:
                    return after(field.words, whom + 1, stop, lexicon, mentions, joined=True)
            return after(field.words, first, stop, lexicon, mentions)
    verb = verb_at(field.words, first, lexicon) if cue.form == "preposition" and not lexicon.verb_first else None
    if verb is not None:  # "según informó *la policía*"
        return after(field.words, verb + 1, stop, lexicon, mentions)
    found = after(field.words, first, stop, lexicon, mentions, joined=cue.form == "preposition")
    return without_to(field.words, cue, found, lexicon)


_RELAYED = 8
"""Tokens of the longest medium between a verb of relaying and «عن»."""
_THEIRS = ("هم", "هما", "هن")
"""How an Arabic word ends that speaks of several."""


def object_pronoun(words: Words, i: int, stop: int, lexicon: Speech) -> Found | None:
    """Return the pronoun behind a preposition: "according to *him*", « selon *elle* », «وفقا *له*»; no possessive ("her deputy")."""
    if i >= len(words.keys) or words.tokens[i].start >= stop or words.keys[i] not in lexicon.led_pronouns:
        return None
    behind = words.keys[i + 1] if i + 1 < len(words.keys) and words.tokens[i + 1].start < stop else ","
    if words.keys[i] in lexicon.possessors and not (words.parts(i + 1) if behind != "," else True):
        if behind not in lexicon.articles and behind not in lexicon.governors:
            return None
    many = lexicon.plural.match([words.keys[i]], 0) or words.keys[i] in lexicon.many_led
    return Found(words.span(i, i), None, "pronouns" if many else "pronoun")


def _main(field: Field, cue: Cue, frame: Frame, lexicon: Speech, mentions: Mentions) -> tuple[Found | None, bool]:
    """Return the subject of the verb that a gerund or a noun of saying goes with, else that it is left out."""
    for other in reversed(frame.cues):
        if other.first < cue.first and other.form in ("finite", "participle") and not other.passive:
            if other.weak and other.entry.words[-1] not in lexicon.relaying:
                named = _behind(field, other, next_mark(frame, other.span.end), lexicon, mentions)
                if not (lexicon.verb_first and cue.form == "gerund" and named is not None and named.sort == "name"):
                    continue
                return named, False  # «فرد عليه *رئيس النادي نبيل الحلبي* ممازحا: …»
            if cue.form == "gerund" and _inside_clause(field, frame, other, lexicon):
                continue  # "The bank denied that its governor *had offered* to go, calling it …": the bank calls it so
            if lexicon.verb_first and _done_in_clause(field.words, other, lexicon, mentions):
                continue  # «نفى المدير أن تكون شركته *قد عرضت* أموالا، واصفا ذلك بأنه …»
            if lexicon.verb_first and field.words.keys[other.first - 1] in _WHAT:
                continue  # «نفى الوزير *ما تردد* عن وفاة امرأة، مؤكدا أن …»
            if lexicon.verb_first and _holds_object(field.words, other):
                named = _behind(field, other, next_mark(frame, other.span.end), lexicon, mentions)
                if cue.form == "gerund" and named is not None and named.sort == "name":
                    return named, False  # «الأمر الذي نفاه *القائد سامي حداد*، مؤكدا أن …»
                continue
            if other.pronoun is not None or hyphened(field, other, lexicon):
                return None, True
            found, _dropped = subject(field, other, "before", frame.span, frame, lexicon, mentions)
            if found is not None and _is_addressed(field.words, other, cue, found, lexicon):
                alone = _one_named(field.words, frame, other, mentions)
                return alone, alone is None  # «وخاطب *رفاقهم* بقوله: …»
            if found is not None and found.sort != "nobody":
                return found, False
    chanted = chanting(field.words, cue, frame, lexicon) if cue.form == "words" else None
    if chanted is not None:
        return chanted, False
    found = before(field.words, cue, frame.span.start, lexicon, mentions)
    if found is None or found.sort not in ("name", "plural"):
        stop = next_mark(frame, frame.span.start)
        found = clause_subject(field.words, frame.span.start, min(cue.span.start, stop), lexicon, mentions)
        pronoun = found is not None and found.sort in ("pronoun", "pronouns")
        many = crowd(field.words, found, lexicon) if found is not None and cue.form in ("words", "gerund") else None
        sure = found is not None and (pronoun or is_somebody(field.words, found, lexicon, mentions))
        found = many or (found if sure else None)
    return (found, False) if found is not None else (None, True)


def _inside_clause(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> bool:
    """True of a verb in the clause that an earlier word of saying opens; a gerund behind the clause is the earlier one's."""
    words = field.words
    if words.keys[cue.first - 1] in lexicon.ands or cue.span.start > words.tokens[cue.first].start:
        return False
    told = (c for c in frame.cues if c.first < cue.first and c.form in ("finite", "participle"))
    if lexicon.verb_first:  # «قال المدير، سامي حداد، في تصريح، *إن* القراصنة تركوا رسالة *يطالبون* فيها بفدية، مؤكدا»
        return any(
            c.entry.sort == "say" and not c.weak and c.last + 1 < k and words.keys[k - 1] not in lexicon.comparing
            for c in told
            for k in range(c.last + 1, min(cue.first, c.last + _CLAUSE))
            if lexicon.conjunctions.match(words.keys, k)
        )
    return any(opens_clause(words, c, cue.first, lexicon) for c in told)


_CLAUSE = 24
"""Tokens between an Arabic word of saying with its subject and the conjunction of its clause."""


def _is_addressed(words: Words, verb: Cue, cue: Cue, found: Found, lexicon: Speech) -> bool:
    """True of the one word between a verb that "and" joins to its clause and the noun or gerund of saying: who was spoken to."""
    joined = verb.span.start > words.tokens[verb.first].start and words.at(found.span.start) == verb.last + 1
    return lexicon.verb_first and joined and found.sort == "phrase" and cue.first - verb.last == 2


def _one_named(words: Words, frame: Frame, cue: Cue, mentions: Mentions) -> Found | None:
    """Return the one person whom the sentence names before a word, if there is one."""
    inside = mentions.within(Span(frame.span.start, cue.span.start))
    people = [i for i in inside if mentions.mentions[i].kind == "person" and mentions.mentions[i].form == "name"]
    if len(people) != 1:
        return None
    m = mentions.mentions[people[0]]
    return Found(Span(m.start, m.end), people[0], "name")


def _acting(words: Words, cue: Cue, frame: Frame, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the noun phrase that a participle stands right behind ("*unionist protesters* shouting", « *des partisans* criant »)."""
    floor = words.at(frame.span.start)
    at = cue.first - 1
    if lexicon.verb_first or at < floor or words.tokens[at].kind != "word" or not lexicon.participles:
        return None
    bare = bare_plural(words, floor, at, lexicon)
    if bare is not None:
        return bare
    for i in range(at, max(floor - 1, at - 5), -1):
        k = words.keys[i]
        article = k in lexicon.articles and k != "du"
        if not article and (k in lexicon.governors or k in lexicon.relatives or words.tokens[i].kind == "mark"):
            return None
        if article:
            found = Found(words.span(i, at), None, "phrase")
            plural = words.keys[at].endswith(("s", "x"))
            return found if plural or is_somebody(words, found, lexicon, mentions) else None
    return None


def _begin(frame: Frame, cue: Cue, outer: Span, place: str) -> int:
    """Where the search for a subject before the cue starts: after the last marks before it, or at the sentence."""
    ends = [m.outer.end for m in frame.marked if m.outer.end <= cue.span.start and m.outer not in frame.names]
    if place == "after" and outer.end <= cue.span.start:
        return max([outer.end, *ends])
    return max([frame.span.start, *ends]) if cue.span.start >= frame.span.start else cue.span.start - 200


def next_mark(frame: Frame, at: int) -> int:
    """Return where the next quotation marks open behind an offset that are no name's, else where the sentence ends."""
    starts = [m.outer.start for m in frame.marked if m.outer.start >= at and m.outer not in frame.names]
    return min([*starts, max(frame.span.end, at)])


def hyphened(field: Field, cue: Cue, lexicon: Speech) -> Found | None:
    """The pronoun tied to the verb by hyphens: "dit-il", "ajoute-t-elle"."""
    words = field.words
    i = cue.last + 1
    for _ in range(3):
        if i < len(words.tokens) and words.keys[i] in ("-", "t", "‑") and words.glued(i):
            i += 1
    if i == cue.last + 1 or i >= len(words.tokens) or not words.glued(i):
        return None
    k = words.keys[i]
    if k in lexicon.nobody:
        return Found(words.span(i, i), None, "nobody")
    if lexicon.singular.match([k], 0):
        return Found(words.span(i, i), None, "pronoun")
    return Found(words.span(i, i), None, "pronouns") if lexicon.plural.match([k], 0) else None
