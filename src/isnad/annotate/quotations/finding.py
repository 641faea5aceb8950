"""Who said what: direct, mixed and indirect quotations with cue, speaker and chain.

The words are the page's own characters; nothing is altered. Marks without a word of saying, titles, names and scare
quotes are no quotations; a speaker that is not safe is left open.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.quotations.blocks import apart, block_quotes
from isnad.annotate.quotations.callings import texts
from isnad.annotate.quotations.chains import chain_of, credit_of, owner_phrase, takes_up
from isnad.annotate.quotations.charge import body_at_head, nameless_at_head, unfit_body
from isnad.annotate.quotations.citing import cited
from isnad.annotate.quotations.echoes import echoes
from isnad.annotate.quotations.frames import Field, Frame, fields
from isnad.annotate.quotations.gender import Genders
from isnad.annotate.quotations.groups import group, of_many, without_verb
from isnad.annotate.quotations.headlines import voices
from isnad.annotate.quotations.interviews import answers, unlabelled
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.marked import Draft, drafts
from isnad.annotate.quotations.nounphrases import Found, Mentions
from isnad.annotate.quotations.people import People, people_of
from isnad.annotate.quotations.phrases import key, split
from isnad.annotate.quotations.pointing import (
    body_in_charge,
    issuer_before,
    latter,
    latter_ahead,
    object_of_gender,
    pointed,
    points,
)
from isnad.annotate.quotations.reported import reported
from isnad.model import Abstention, Article, ChainLink, Citation, QuotationMention, Reading, Span, SpeakerMention

__all__ = ["find_quotations"]


def find_quotations(reading: Reading) -> Reading:
    """Return the reading with its quotations in order of place, and abstentions for words whose speaker is unsure."""
    lexicon = speech(reading.article.language)
    if lexicon is None:
        return reading
    mentions, people = Mentions(reading.mentions), people_of(reading)
    genders = Genders(people, lexicon)
    found: list[QuotationMention] = []
    last: SpeakerMention | None = None
    since = 0
    told = fields(reading)
    turns = [list(answers(reading.article, f, mentions)) for f in told]
    media = frozenset(c.start for c in reading.credits if c.kind in ("agency", "outlet"))
    for field, answered in zip(told, turns, strict=True):
        for draft in _field(reading.article, field, answered, lexicon, mentions):
            if draft.pieces[0].start in media and field.words.count(draft.pieces[0]) <= _MEDIUM:
                continue  # «في اتصال مع «الأفق»»: the medium's name, and no words
            owner = _owner_of_office(draft, reading, people)
            if owner is not None:
                last = _mentioned(owner, reading)
                draft = replace(draft, via=draft.speaker, speaker=None)
            speaker, last = (
                (last, last) if owner is not None else _speaker(draft, last, since, reading, people, genders, mentions)
            )
            if speaker is not None and draft.speaker is not None:
                genders.learn(speaker.mention, genders.told_by(draft))
            made = _make(draft, _behind(speaker, reading, people, found), reading, found[-1] if found else None)
            since = made.scope.end
            found.append(made)
    found = unlabelled(found, reading)
    found = voices([_answered(q, turns, reading) for q in echoes(told, found, reading)], told, people)
    doubts = [_unsure(q, reading.article) for q in found if q.speaker is None]
    doubts += [_unanswered(d, reading.article) for answered in turns for d in answered if d.speaker is None]
    found.sort(key=lambda q: q.pieces[0].start)
    return replace(reading, quotations=tuple(found), abstentions=reading.abstentions + tuple(doubts))


_MEDIUM = 4
"""Words of the longest name of a medium in quotation marks."""


def _field(
    article: Article, field: Field, answered: Sequence[Draft], lexicon: Speech, mentions: Mentions
) -> list[Draft]:
    """Return the field's quotations, marked, reported, set apart as blocks or answers, in order of place."""
    made: list[Draft] = []
    before: Frame | None = None
    for n, frame in enumerate(field.frames):
        following = field.frames[n + 1] if n + 1 < len(field.frames) else None
        marked = drafts(field, frame, before, following, lexicon, mentions, made)
        made += marked
        made += reported(field, frame, marked, lexicon, mentions)
        before = frame
    made.sort(key=lambda d: d.pieces[0].start)
    turns = [d for d in answered if d.speaker is not None]
    return apart(made, block_quotes(article, field, lexicon, mentions), turns)


def _speaker(
    draft: Draft,
    last: SpeakerMention | None,
    since: int,
    reading: Reading,
    people: People,
    genders: Genders,
    mentions: Mentions,
) -> tuple[SpeakerMention | None, SpeakerMention | None]:
    """Return the speaker as printed with the mention it is, and who spoke last; ``since`` is where that was."""
    found = draft.speaker
    if found is None and not draft.dropped:
        return None, last
    if of_many(draft, people.lexicon):
        they = group(draft, last, reading, people)
        if they is not None or found is None:
            return they, they or last
    if found is not None and found.sort == "pronoun" and draft.kind == "indirect" and draft.cue is not None:
        head = people.subject_of(draft.pieces[0]) if draft.pieces[0].end <= draft.cue.span.start else None
        if head is not None:
            said = SpeakerMention(reading.article.words(found.span), found.span.start, found.span.end, head)
            return said, said
    if (
        found is not None
        and _nobody_named(last)
        and split(reading.article.words(found.span)) in people.lexicon.taken_up
    ):
        who = _person(latter(found.span.start, reading, people, genders, genders.told_by(draft)), reading)
        if who is not None:  # « *L'intéressée* dément »
            said = SpeakerMention(reading.article.words(found.span), found.span.start, found.span.end, who)
            return said, said
    if found is not None and points(found, reading, people):
        whom = pointed(found, reading, people, genders, genders.told_by(draft))
        said = SpeakerMention(reading.article.words(found.span), found.span.start, found.span.end, whom)
        return said, said
    if found is None or found.sort == "pronoun":
        at = found.span.start if found else draft.scope.start
        pointing = latter_ahead(draft.scope.start, at, reading, people)
        if pointing is not None:
            who = latter(pointing, reading, people, genders, genders.told_by(draft))
            if found is not None or who is not None:
                mine = _pronoun_of(found, who, reading) if found is not None else _mentioned(who or 0, reading)
                return mine, mine
        begins = people.subject_before(_ahead_of(draft, at), bodies=found is None)
        nameless = nameless_at_head(_ahead_of(draft, at), reading, people, genders.told_by(draft))
        if nameless is not None and nameless.start >= since and (begins is None or begins[1] < nameless.start):
            said = _pronoun_of(found, None, reading) if found is not None else nameless
            return said, nameless
        teller = draft.via.mention if draft.via is not None else None
        if teller is not None and found is not None:
            # «ونقل محاميه عنه قوله»: the teller is not the one told of
            other = people.besides(teller, at)
            return _pronoun_of(found, other, reading), (_mentioned(other, reading) if other is not None else last)
        wanted = genders.told_by(draft)
        led = found is not None and key(reading.article.words(found.span)) in people.lexicon.from_them
        charge = found is not None and not led  # «نقلت *عنه* الوكالة»: of whom the body tells
        body = body_in_charge(draft.pieces[0].start, at, reading, people, wanted) if charge else None
        body = issuer_before(draft.scope, at, reading, people, wanted) if charge and body is None else body
        if body is not None and found is not None:
            said = _pronoun_of(found, body, reading)
            return said, said
        taken = (
            people.opens_with_person(_ahead_of(draft, at))
            if found is None or not _neuter(found, reading, people)
            else None
        )
        if taken is not None and taken.start >= since and (begins is None or taken.start > begins[1]):
            own = found.span if found is not None else taken
            who = _taken_up(taken, last, reading, people, genders, wanted)
            if wanted is not None and people.gender_led(taken.start) not in (None, wanted):
                other = object_of_gender(taken.end, at, wanted, people, genders)
                who = other if other is not None else who
            said = SpeakerMention(reading.article.words(own), own.start, own.end, who)
            return said, said
        if draft.dropped if found is None else not people.lexicon.neuter or _neuter(found, reading, people):
            headed = body_at_head(at, reading, people, wanted)
            if headed is not None and headed.start >= since:
                return headed, headed
        unfit = found is not None and wanted is not None and unfit_body(last, wanted, people)
        if begins is not None and (begins[1] >= since or unfit) and genders.agree(begins[0], wanted):
            last = _mentioned(begins[0], reading)
        elif unfit:
            other = object_of_gender(last.end, at, wanted, people, genders) if last is not None and wanted else None
            other = other if other is not None else genders.earlier(wanted)
            other = other if other is not None else people.besides(None, at)
            last = _mentioned(other, reading) if other is not None and genders.agree(other, wanted) else None
        elif found is not None and not _by_person(last, reading) and wanted is not None:
            # « …, dont le candidat, X. « … », a-t-il dit »: the one person named here, where a body or nobody spoke last
            other = people.besides(None, at)
            other = other if other is not None else _of_this_line(last, at, wanted, people, genders)
            last = _mentioned(other, reading) if other is not None and genders.agree(other, wanted) else last
        elif last is not None and not genders.agree(last.mention, wanted):
            other = genders.earlier(wanted)
            last = _mentioned(other, reading) if other is not None else None
        elif (
            found is not None
            and (begins is None or begins[1] < since)
            and (near := _of_this_line(last, at, wanted, people, genders)) is not None
        ):
            last = _mentioned(near, reading)
        elif found is not None and (hers := _whose(last, wanted, people, genders)) is not None:
            last = _mentioned(hers, reading)
        elif found is not None and last is not None and not _goes_on(begins, last, wanted, people):
            surer = genders.surer(last.mention, wanted)
            last = _mentioned(surer, reading) if surer is not None else last
    if found is None and last is not None and not _still_speaks(last, draft, reading):
        # «… كما أعلنت إدارة الإحصاء.⏎وقالت لصحيفة»: she of whom the text tells, where a body spoke in another paragraph
        person = begins is not None and reading.mentions[begins[0]].kind == "person"
        told_of = begins is not None and person and wanted is not None and genders.agree(begins[0], wanted)
        return (_mentioned(begins[0], reading), last) if begins is not None and told_of else (None, last)
    if found is None:
        return last, last
    found = without_verb(found, people, mentions)
    words = reading.article.words(found.span)
    if found.sort == "nobody":
        return None, last
    if (
        found.sort == "pronoun"
        and words.casefold() in people.lexicon.neuter
        and (last is None or _by_person(last, reading))
    ):
        body = _body_before(found.span.start, reading, people)
        said = SpeakerMention(words, found.span.start, found.span.end, body)
        return said, said
    if found.sort == "pronoun":
        said = SpeakerMention(words, found.span.start, found.span.end, last.mention if last else None)
        return said, said if last is None else last
    if last is not None and (_takes_up(words, found, reading.article.language) or _his_own(words, found, reading)):
        return SpeakerMention(words, found.span.start, found.span.end, last.mention), last
    whom = _whom(found, last, reading, people)
    if draft.via is not None and whom is not None and whom == _whom(draft.via, last, reading, people):
        whom = found.mention  # «روى المحامي أن *الفتى* قال …»: not the one who tells it
    said = SpeakerMention(words, found.span.start, found.span.end, whom)
    return said, said


def _answered(quotation: QuotationMention, turns: Sequence[Sequence[Draft]], reading: Reading) -> QuotationMention:
    """Return a headline's quotation that nobody says as said by the one who answers in the interview below it."""
    titles = (p for p in reading.article.parts if p.kind == "title")
    at = quotation.pieces[0].start
    if quotation.speaker is not None or quotation.kind != "direct" or not any(p.start <= at < p.end for p in titles):
        return quotation
    who = {d.speaker.mention: d.speaker for answered in turns for d in answered if d.speaker}
    if len(who) != 1 or None in who:
        return quotation
    said = next(iter(who.values())).span
    speaker = SpeakerMention(reading.article.words(said), said.start, said.end, next(iter(who)))
    return replace(quotation, speaker=speaker, chain=(ChainLink("speaker", speaker.text, said.start, said.end),))


def _owner_of_office(draft: Draft, reading: Reading, people: People) -> int | None:
    """Return whose words his own office passes on: the person the sentence begins with ("The mayor, X, has got “…”, according to *his office*")."""
    told = draft.speaker
    if draft.kind == "indirect" or draft.cue is None or draft.cue.form != "preposition" or told is None:
        return None
    lexicon, said = people.lexicon, split(reading.article.words(told.span))
    if lexicon.verb_first:
        own = len(said) == 1 and any(said[0] == w + t for w in lexicon.own_offices for t in lexicon.possessives)
    else:
        own = len(said) > 1 and said[0] in lexicon.possessors and said[1] in lexicon.own_offices
    begins = people.subject_before(told.span.start) if own else None
    return begins[0] if begins is not None else None


def _nobody_named(last: SpeakerMention | None) -> bool:
    """True where nobody of a name spoke last."""
    return last is None or last.mention is None


def _of_this_line(
    last: SpeakerMention | None, at: int, wanted: str | None, people: People, genders: Genders
) -> int | None:
    """Return the person named first in the sentence before, when who spoke last spoke in another paragraph ("… shown to us by *a councillor, Ginés Perdomo*, who wants the mayor, X, to explain. “…,” he said")."""
    text = people.reading.article.text
    line = text.rfind("\n", 0, at) + 1
    before = [s for s in people.reading.sentences if line <= s.start and s.end <= at][-1:]
    if not before or wanted is None:
        return None
    known = (people.lexicon.speakers | people.lexicon.persons | people.lexicon.offices) - texts(people.lexicon.language)
    somebody = last is not None and (
        last.mention is not None or not known.isdisjoint(split(last.text)) or last.text in people.lexicon.others
    )
    if (
        last is not None
        and last.end > line
        and (somebody or any(people.lexicon.singular.match([k], 0) for k in split(last.text)))
    ):
        return None  # who spoke in this paragraph speaks on; a text does not
    named = [
        i
        for i, m in people.named
        if m.kind == "person" and m.form == "name" and before[0].start <= m.start < before[0].end
    ]
    return named[0] if named and genders.agree(named[0], wanted) else None


_POSSESSED = 5
"""Tokens before a name among which stands whose lawyer, or deputy, its bearer is."""


def _whose(last: SpeakerMention | None, wanted: str | None, people: People, genders: Genders) -> int | None:
    """Return the woman whose somebody spoke last, where "she" cannot be known to be him ("said *her* lawyer, Osman Kabbashi. “…,” *she* said")."""
    words, own = people.words, people.lexicon.hers
    if last is None or last.mention is None or wanted != "f" or words is None or not own:
        return None
    if not genders.unknown(last.mention):
        return None
    m = people.reading.mentions[last.mention]
    k = words.at(m.start)
    at = next((i for i in range(k - 1, max(-1, k - 1 - _POSSESSED), -1) if words.keys[i] in own), None)
    begins = people.subject_before(words.tokens[at].start) if at is not None else None
    if begins is None or people.one_name(begins[0], people.reading.mentions[begins[0]]) == people.one_name(
        last.mention, m
    ):
        return None
    return begins[0] if genders.agree(begins[0], wanted) else None


def _goes_on(begins: tuple[int, int] | None, last: SpeakerMention, wanted: str | None, people: People) -> bool:
    """True when "he" stands behind a sentence that begins with who spoke last: it is his, whoever is known to be a man."""
    if begins is None or last.mention is None or wanted != "m":
        return False
    m = people.reading.mentions
    return people.one_name(begins[0], m[begins[0]]) == people.one_name(last.mention, m[last.mention])


def _ahead_of(draft: Draft, at: int) -> int:
    """Return where the marked words begin that stand before their pronoun: whom they name is nobody who says them."""
    return min(at, draft.scope.start) if draft.kind == "direct" else at


def _taken_up(
    span: Span, last: SpeakerMention | None, reading: Reading, people: People, genders: Genders, wanted: str | None
) -> int | None:
    """Return whom a noun takes up that opens the sentence before: its one bearer, the role itself, or whom the text named last."""
    if split(reading.article.words(span)) in people.lexicon.taken_up:
        return _person(latter(span.start, reading, people, genders, wanted), reading)  # « *L'intéressé* a refusé »
    who = people.whom(span, last.mention if last else None)
    if who is not None:
        return who
    roles = (i for i, m in enumerate(reading.mentions) if span.start <= m.start < span.end and m.form == "role")
    role = next(roles, None)
    if role is not None or not people.is_description(span):
        return role
    return _person(latter(span.start, reading, people, genders, wanted), reading)


def _person(mention: int | None, reading: Reading) -> int | None:
    return mention if mention is not None and reading.mentions[mention].kind == "person" else None


def _neuter(found: Found, reading: Reading, people: People) -> bool:
    return reading.article.words(found.span).casefold() in people.lexicon.neuter


def _pronoun_of(found: Found, whom: int | None, reading: Reading) -> SpeakerMention:
    return SpeakerMention(reading.article.words(found.span), found.span.start, found.span.end, whom)


def _by_person(last: SpeakerMention | None, reading: Reading) -> bool:
    return last is not None and (last.mention is None or reading.mentions[last.mention].kind == "person")


def _mentioned(i: int, reading: Reading) -> SpeakerMention:
    m = reading.mentions[i]
    return SpeakerMention(m.text, m.start, m.end, i)


def _takes_up(printed: str, found: Found, language: str) -> bool:
    """True for words that mean whoever spoke last («المصدر ذاته», "the same official"), whatever he was called then."""
    lexicon = speech(language)
    if lexicon is None or found.sort != "phrase":
        return False
    said = split(printed)
    return said in lexicon.taken_up or (len(said) <= 4 and bool(lexicon.same.intersection(said)))


_SENTENCES = 3
"""Sentences, its own included, among whose beginnings stands the body that "it" takes up."""


def _body_before(offset: int, reading: Reading, people: People) -> int | None:
    """Return the body that this sentence, or one of the two before, begins with."""
    for s in reversed([s for s in reading.sentences if s.start < offset][-_SENTENCES:]):
        i = people.subject_of(s)
        if i is not None and reading.mentions[i].kind == "organization" and reading.mentions[i].end <= offset:
            return i
    return None


def _his_own(printed: str, found: Found, reading: Reading) -> bool:
    """True for what is somebody's own and speaks for him: "by *his count*", «حسب *تقديراته*»."""
    lexicon = speech(reading.article.language)
    if lexicon is None or found.sort != "phrase":
        return False
    said = split(printed)
    if lexicon.verb_first:
        return bool(said) and said[0] in lexicon.own_figures
    return len(said) == 2 and said[0] in lexicon.possessors and said[1] in lexicon.own_figures


def _still_speaks(last: SpeakerMention, draft: Draft, reading: Reading) -> bool:
    """True when a verb without subject may go on with who spoke last: a person, or a body in the same paragraph."""
    if last.mention is not None and reading.mentions[last.mention].kind == "person":
        return True
    return "\n" not in reading.article.text[last.end : draft.scope.start] if last.end <= draft.scope.start else True


def _whom(found: Found, last: SpeakerMention | None, reading: Reading, people: People) -> int | None:
    """Return the mention a printed speaker stands for."""
    if found.mention is not None:
        m = reading.mentions[found.mention]
        if m.kind == "organization" and m.start > found.span.start and (theirs := people.held(found.span)) is not None:
            return theirs
        if len(m.refers) == 1:
            return m.refers[0]
        if m.form == "name" and m.kind == "person":
            fuller = people.fuller(found.span)
            if fuller is None and last is not None and last.mention is not None:
                spoke = reading.mentions[last.mention]  # of two of one family who spoke last
                fuller = last.mention if spoke.kind == "person" and spoke.text.endswith(" " + m.text) else None
            return fuller if fuller is not None else found.mention
        if m.kind == "organization" and m.form == "name" and " " not in m.text:
            fuller = people.fuller(found.span)  # "*Jinan* says": Jinan Aviation
            if fuller is not None and reading.mentions[fuller].text.startswith(m.text + " "):
                return fuller
        if m.form != "role" or m.plural:
            return found.mention
    if found.sort in ("pronouns", "several"):
        return found.mention  # of two who speak together neither is the one
    bearer = people.whom(found.span, last.mention if last else None)
    bearer = _government(found, reading, people) if bearer is None else bearer
    return bearer if bearer is not None else found.mention


def _government(found: Found, reading: Reading, people: People) -> int | None:
    """Return the place that a printed speaker is and nothing else: a country or capital that speaks for its government."""
    if found.sort != "phrase" or found.mention is not None:
        return None
    end = found.span.end
    for i, m in enumerate(reading.mentions):
        if m.kind == "place" and m.end == end and found.span.start <= m.start:
            before = split(reading.article.text[found.span.start : m.start])
            return i if all(w in people.lexicon.articles for w in before) else None
    return None


def _behind(
    speaker: SpeakerMention | None, reading: Reading, people: People, told: Sequence[QuotationMention]
) -> SpeakerMention | None:
    """A communiqué speaks for who issued it: the same printed words, with the owner as the one they stand for."""
    if speaker is None or speaker.mention is not None:
        return speaker
    credit = credit_of(speaker, reading)
    if credit is None or reading.credits[credit].kind != "communique":
        return speaker
    owner = reading.credits[credit].owner
    phrase = owner_phrase(reading.credits[credit], reading) if owner is None else None
    owner = owner if phrase is None else people.whom(phrase, None, owner=True)
    if owner is None and _is_own(speaker.text, people.lexicon):
        begins = people.subject_before(speaker.start)
        owner = begins[0] if begins is not None else _body_before(speaker.start, reading, people)
    if owner is None and phrase is None and takes_up(reading.credits[credit], reading):
        owner = _issuer(speaker, reading, told)
    return replace(speaker, mention=owner)


def _is_own(text: str, lexicon: Speech) -> bool:
    """True of what a text is called as somebody's own: "*his* resignation letter", «رسالة استقالت*ه*»."""
    if lexicon.verb_first:
        last = text.split()[-1]  # as printed: «نقابة» folds to «نقابه»
        return len(last) > _LETTERS and last.endswith(lexicon.possessives)
    return split(text)[:1] != () and split(text)[0] in lexicon.possessors


_LETTERS = 4
"""Letters of an Arabic word too short to end in a joined pronoun that is told apart."""
_NEAR = 500
"""Characters before "the statement" within which stands whose it is."""


def _issuer(speaker: SpeakerMention, reading: Reading, told: Sequence[QuotationMention]) -> int | None:
    """Return the body that spoke last before "the statement" that names no owner («… , a annoncé *le ministère*. Selon le communiqué, …»)."""
    before = told[-1].speaker if told else None
    if before is None or before.mention is None or not 0 < speaker.start - before.end < _NEAR:
        return None
    return before.mention if reading.mentions[before.mention].kind == "organization" else None


def _make(
    draft: Draft, speaker: SpeakerMention | None, reading: Reading, before: QuotationMention | None
) -> QuotationMention:
    """Return the finished quotation of a draft."""
    medium = cited(draft, speaker, reading)
    speaker = medium[0] if medium is not None else speaker
    return QuotationMention(
        kind=draft.kind,
        pieces=draft.pieces,
        scope=draft.scope,
        cue=draft.cue.span if draft.cue else None,
        speaker=speaker,
        chain=chain_of(draft, speaker, reading, before, medium[1] if medium is not None else None),
        stance=draft.cue.stance if draft.cue else "neutral",
    )


def _unanswered(draft: Draft, article: Article) -> Abstention:
    """Return the note that an answer of an interview was left alone: nothing above says who answers."""
    why = "an interview's title and introduction name nobody, or several, who may answer"
    return Abstention((draft.pieces[0].cite(article.id),), "quotation", why, "interviewee-unknown")


def _unsure(made: QuotationMention, article: Article) -> Abstention:
    """Return the note that a quotation's speaker was left open."""
    why = "no word of saying names who spoke" if made.speaker is None else "the pronoun may stand for several people"
    return Abstention(
        (Citation(article.id, made.pieces[0].start, made.pieces[-1].end),),
        "speaker of a quotation",
        why,
        "speaker-unknown",
    )
