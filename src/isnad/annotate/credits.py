"""Whose words the reporter passes on: communiqués, agencies, other media, posts; for a sentence or the whole article.

A word for a source is a credit only where the text leans on it: after "selon", inside "dans un communiqué", as the
subject of a word of saying, in brackets, in the byline. A newspaper that is merely mentioned is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec.structs import replace

from isnad.annotate.credits_about import UPON, made_of, only_data
from isnad.annotate.credits_colleagues import colleagues
from isnad.annotate.credits_ends import capital
from isnad.annotate.credits_hits import Hit, sources_in
from isnad.annotate.credits_issued import announced, body_before, issued, told_after
from isnad.annotate.credits_lexicon import Sources, sources
from isnad.annotate.credits_lines import line_credits
from isnad.annotate.credits_media import (
    gives,
    is_told,
    no_news_agency,
    of_the_page,
    passes_on,
    published,
    relays,
    relays_apart,
    seen,
    takes_up,
    told_before,
)
from isnad.annotate.credits_told import had_by_named, named_again, reported_by_named, told_to_named, told_to_press
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame, fields
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.people import People, people_of
from isnad.annotate.quotations.phrases import key
from isnad.annotate.quotations.subjects import subject
from isnad.annotate.quotations.words import Words
from isnad.model import Credit, Mention, Reading, Span
from isnad.model.reading import OriginKind
from isnad.text import tokens

_MEDIA = ("agency", "outlet", "press")
_TEXTS = ("communique", "social", "document", "work")
_APART = 6
"""Tokens from a participle of passing on to its preposition, a time between them."""
_ON_IT = 7
"""Tokens behind a text within which stands where it was put ("a video *posted on YouTube*"): no second hand."""
Place = Literal["source", "inside", "subject", "relay", "carried", "bracket", ""]
_KIND: dict[str, OriginKind] = {
    "communique": "communique",
    "social": "unknown",
    "document": "communique",
    "agency": "agency",
    "outlet": "outlet",
    "press": "outlet",
    "work": "unknown",
    "speech": "speech",
}


def find_credits(reading: Reading) -> Reading:
    """Return the reading with its credits in order of place."""
    lexicon, known = speech(reading.article.language), sources(reading.article.language)
    if lexicon is None or known is None:
        return reading
    mentions, people = Mentions(reading.mentions), people_of(reading)
    found: list[Credit] = []
    for field in fields(reading):
        for frame in field.frames:
            found += _frame(field, frame, lexicon, known, mentions, people, found)
            found += (c for c in announced(field.words, frame, known, mentions) if not _on_it(c, found))
            more = told_to_named(field.words, frame, known, lexicon, reading.article.publisher)
            found += [c for c in more if not any(c.start < x.end and x.start < c.end for x in found)]
            press = told_to_press(field.words, frame, known, lexicon, mentions, reading.article.publisher)
            found = _sooner(found, press)
            found = _sooner(found, colleagues(field.words, frame, known, lexicon, reading.article.publisher))
            found += named_again(field.words, frame, known, found)
            found = _sooner(found, had_by_named(field.words, frame, known, lexicon, reading.article.publisher))
            more = reported_by_named(field.words, frame, known, lexicon, reading.article.publisher)
            found += [c for c in more if not any(c.start < x.end and x.start < c.end for x in found)]
    text = reading.article.text
    found = [c for c in found if not ((c.kind == "unknown" or _seen_document(c, text, known)) and _carried(c, found))]
    found = [c for c in found if not _read_out(c, found, text, known)]
    bodies = [m for m in reading.mentions if m.kind == "organization"]
    found = [c for c in found if not (c.kind in ("communique", "unknown") and _of_body(c, bodies))]
    lines = list(line_credits(reading.article, known))
    apart = [Span(c.start, c.end) for c in lines]
    lines += [c for c in found if not any(Span(c.start, c.end).touches(t) for t in apart)]
    return replace(reading, credits=tuple(sorted(lines, key=lambda c: (c.start, c.end))))


def _of_body(c: Credit, bodies: Sequence[Mention]) -> bool:
    """True of a word for a text that closes the name of a body: "according to the US Geological *Survey*"."""
    return any(m.start < c.start and c.end == m.end for m in bodies)


def _sooner(found: list[Credit], sure: Iterable[Credit]) -> list[Credit]:
    """Return the credits with the surer ones in the place of those they touch ("au *Courrier* des Îles": no letter)."""
    told = list(sure)
    if not told:
        return found
    return [c for c in found if not any(c.start < s.end and s.start < c.end for s in told)] + told


def _mailed(words: Words, hit: Hit, lexicon: Speech, known: Sources) -> bool:
    """True of a message without an addressee ("said *in an email* that …"): it reached the page alone, as a call does."""
    if not known.mails.match(words.keys, hit.first):
        return False
    led = words.keys[hit.first - 1] if hit.first else ""
    if led not in lexicon.governors and (led not in lexicon.articles or led in lexicon.definite):
        return False
    i = words.before(hit.name.end)
    for n, k in enumerate(words.keys[i : i + _SENT], i):
        if not k[:1].isalpha() or lexicon.conjunctions.match(words.keys, n):
            break
        to = k in known.told_to or k in lexicon.relatives or (lexicon.verb_first and k[:1] == "ل") or k == "الي"
        if to:
            return False  # « un SMS *adressé à* ses clients »
    return True


_SENT = 3
"""Tokens behind a message among which stands to whom it was sent."""


def _read_out(credit: Credit, found: Sequence[Credit], text: str, known: Sources) -> bool:
    """True of a medium on which the text before it was read ("a statement *read on Radio X*"): one hand."""
    if credit.kind not in ("outlet", "agency", "foreign press"):
        return False
    near = (c.end for c in found if c.kind in ("communique", "unknown") and 0 < credit.start - c.end <= _ON_AIR)
    return any(not known.read_out.isdisjoint(key(t.text) for t in tokens(text, end, credit.start)) for end in near)


_ON_AIR = 45
"""Characters between a text and the medium on which it was read."""


def _of_its_own(credit: Credit, known: Sources) -> bool:
    """True of a medium that is more than the press at large: «وسائل إعلام», "local media"."""
    keys = [key(t.text) for t in tokens(credit.name)]
    return known.nouns["press"].match(keys, 0) < len(keys)


def _frame(
    field: Field,
    frame: Frame,
    lexicon: Speech,
    known: Sources,
    mentions: Mentions,
    people: People,
    earlier: list[Credit],
) -> list[Credit]:
    """Return the credits of one sentence."""
    hits = sources_in(field, frame, lexicon, known, mentions)
    if not hits:
        return []
    subjects = _subjects(field, frame, lexicon, mentions, people)
    found: list[Credit] = []
    texts: list[int] = []
    for hit in hits:
        if of_the_page(people.reading, field.words, Span(hit.first, hit.last), hit.name, hit.sort, known):
            continue
        if hit.sort == "work" and hit.first and field.words.keys[hit.first - 1] in known.means:
            continue  # "said *by email*": how it reached the page, no text that others could read
        if hit.sort in _TEXTS and (_mailed(field.words, hit, lexicon, known) or only_data(field.words, hit.first)):
            continue
        if hit.sort == "agency" and hit.known is None and no_news_agency(field.words, hit.first, hit.name, known):
            continue
        place = _place(field.words, hit, frame, lexicon, known, subjects)
        if not place and hit.sort == "communique" and _whole_text(field.words, frame, hit, known):
            place = "source"
        if not place and hit.sort in ("communique", "social") and issued(field.words, hit.first, frame, known):
            place = "inside"
        if not place or (hit.sort in ("speech", "work") and place != "inside"):
            continue
        if hit.sort == "social" and any(0 <= hit.first - t <= _ON_IT for t in texts):
            continue  # "in a *post* on his *Facebook* page": one hand
        if hit.sort in ("outlet", "agency") and takes_up(field.words, hit.first, hit.name, lexicon, known):
            if not any(
                c.kind in ("agency", "outlet", "foreign press") and _of_its_own(c, known) for c in (*earlier, *found)
            ):
                continue  # "told the paper", no other having been named: this one
        if hit.sort == "document" and place == "inside" and _of_a_relative(field.words, hit.first, frame, lexicon):
            continue  # "X, who was not involved *in the study*, called …"
        made = _credit(field, hit, None, frame, known)
        if hit.sort == "press" and place == "relay" and made.kind != "foreign press":
            continue  # what is said "to the press" is said to everybody
        owner = hit.owner
        taken_up = _definite(field.words, hit, known) and any(c.kind == "communique" for c in (*earlier, *found))
        if owner is None and not taken_up and hit.sort in ("communique", "social", "document") and place == "inside":
            owner = _speaker_of(subjects, hit, frame)
            if owner is None and hit.sort == "communique":
                owner = body_before(field.words, hit.first, frame, mentions)
        if owner is None and hit.sort in ("communique", "document") and _definite(field.words, hit, known):
            owner = _owner_before([*earlier, *found])
        made = replace(
            made, owner=owner, kind="communique" if hit.sort == "social" and owner is not None else made.kind
        )
        if hit.sort == "document" and place == "inside" and seen(people.reading, field.words, hit.name, known):
            made = replace(
                made, kind="unknown"
            )  # a letter that this page alone has seen: nobody else's words rest on it
        whole = hit.sort == "communique" and _whole_text(field.words, frame, hit, known)
        texts += [field.words.before(hit.name.end) - 1] if hit.sort in _TEXTS else []
        found.append(replace(made, whole=True, scope=None) if whole else made)
    return found


def _of_a_relative(words: Words, text: int, frame: Frame, lexicon: Speech) -> bool:
    """True of a text in a relative clause behind a comma that holds no word of saying: nothing is said in it there."""
    floor = max(words.at(frame.span.start), text - _RELATIVE)
    opened = next((k for k in range(text - 1, floor, -1) if words.keys[k] == ","), None)
    if opened is None or words.keys[opened + 1] not in lexicon.relatives:
        return False
    return not any(opened < c.first < text and c.form != "preposition" for c in frame.cues)


_RELATIVE = 9
"""Tokens from the comma of a relative clause to a text in it."""


def _on_it(site: Credit, found: Sequence[Credit]) -> bool:
    """True of a page on which a text stands that is a credit already («في منشور *على صفحته*», "in a *filing*")."""
    texts = (c for c in found if c.kind in ("communique", "unknown"))
    return any(c.start < site.end and site.start - c.end < _BESIDE for c in texts)


def _carried(work: Credit, found: Sequence[Credit]) -> bool:
    """True of a tape or a book behind which stands the medium that has it ("a recording *obtained by The Post*"): the one hand named."""
    return any(c.kind in ("outlet", "agency", "foreign press") and 0 < c.start - work.end < _BESIDE for c in found)


def _seen_document(credit: Credit, text: str, known: Sources) -> bool:
    """True of a document behind which a medium is said to have it («مسودة *تقرير* اطلعت عليها وكالة …»)."""
    if credit.kind != "communique" or not known.nouns["document"].match([key(t.text) for t in tokens(credit.name)], 0):
        return False
    return any(key(t.text) in known.has_seen for t in tokens(text, credit.start, min(len(text), credit.end + _BESIDE)))


_BESIDE = 40
"""Characters between a text and the page it stands on."""


def _whole_text(words: Words, frame: Frame, hit: Hit, known: Sources) -> bool:
    """True when the sentence hands the page over to the communiqué ("voici le texte du communiqué …")."""
    i, j = words.at(frame.span.start), hit.first
    return bool(known.hands_over.within(words.keys, i, j))


def _credit(field: Field, hit: Hit, owner: int | None, frame: Frame, known: Sources) -> Credit:
    kind = _KIND[hit.sort]
    name = field.words.text[hit.name.start : hit.name.end]
    if hit.sort in ("press", "outlet") and known.foreign.intersection(
        field.words.keys[min(hit.first, field.words.at(hit.name.start)) : field.words.before(hit.name.end)]
    ):
        kind = "foreign press"
    return Credit(kind, name, hit.name.start, hit.name.end, owner, False, frame.span)


def _subjects(
    field: Field, frame: Frame, lexicon: Speech, mentions: Mentions, people: People
) -> list[tuple[Span, int | None, Span]]:
    """Return the subject of each word of saying in the sentence: its span, its mention, the cue's span."""
    found: list[tuple[Span, int | None, Span]] = []
    for cue in frame.cues:
        if cue.form not in ("finite", "participle", "preposition", "gerund"):
            continue
        trailing = cue.first > field.words.at(frame.span.start) and field.words.keys[cue.first - 1] in ',،»”"'
        told = Span(frame.span.start, field.words.tokens[cue.first - 1].end) if trailing else frame.span
        who, _ = subject(field, cue, "after" if trailing else "before", told, frame, lexicon, mentions)
        if who is not None and who.sort in ("name", "phrase", "plural"):
            found.append((who.span, who.mention if who.mention is not None else people.whom(who.span, None), cue.span))
    return found


def _place(
    words: Words,
    hit: Hit,
    frame: Frame,
    lexicon: Speech,
    known: Sources,
    subjects: list[tuple[Span, int | None, Span]],
) -> Place:
    """Say how the sentence leans on the source, empty when it merely mentions it."""
    i = words.at(hit.name.start) - 1 if hit.name.start < words.tokens[hit.first].start else hit.first - 1
    floor = words.at(frame.span.start)
    if (
        hit.known is not None
        and i >= floor
        and words.keys[i] in "(["
        and hit.last + 1 < len(words.keys)
        and words.keys[hit.last + 1] in ")]،,"
    ):
        return "bracket"
    if hit.sort == "social" and hit.name.start > words.tokens[hit.first].start:
        return "inside"  # "wrote *on X*": the word for the page brings its own preposition
    if i > floor and words.keys[i] in lexicon.from_them and hit.sort in _MEDIA:
        if words.keys[i - 1].removeprefix("و") in lexicon.relaying:
            return "subject"  # «ونقلت عنه *وكالة النخيل* قوله»
    back = i
    named = hit.name.end > words.tokens[hit.last].end
    while back >= floor and i - back < 4:
        for width in (4, 3, 2, 1):
            if (
                back - width + 1 >= floor
                and hit.sort != "speech"
                and relays(words, back - width + 1, width, lexicon, known)
            ):
                return "relay" if _to_all(words, back - width + 1, back, known) else "carried"
        if hit.sort in _MEDIA and relays_apart(words, back, floor, lexicon, known):
            return "relay" if _to_all(words, max(floor, back - _APART), back, known) else "carried"
        for cue in frame.cues:
            if told_before(cue, back, hit.sort):
                return "subject"
            if cue.form == "preposition" and cue.first <= back <= cue.last:
                return "source"
            if "verb" in cue.entry.also and cue.first <= back <= cue.last + 3 and _tells_itself(frame, cue, hit.sort):
                return ""  # "niega que se venda, como había adelantado una emisora": it told the matter, not his words
        told = hit.sort in ("agency", "outlet") and (
            words.keys[back] in known.told_to or (back == i and _joined_to(words, hit, known))
        )
        if told and any(is_told(words, c, back, i, lexicon) for c in frame.cues):
            return "relay"
        if _joined_to(words, hit, known) and any(
            known.relays.match([first, *words.keys[k + 1 : back + 1], *known.told_to_alone], 0) > back + 1 - k
            for k in range(max(floor, back - 4), back + 1)
            for first in (words.keys[k], words.keys[k].removeprefix("و"))
        ):
            return "relay"  # «في تصريح *لقناة* …»
        if words.keys[back] in known.inside and hit.sort == "outlet" and (named or hit.last > hit.first):
            station = not known.stations.isdisjoint((words.keys[hit.first], words.keys[hit.last]))
            if station and any(is_told(words, c, back, i, lexicon) for c in frame.cues):
                return "relay"  # «قالها مساء الثلاثاء *في قناة «سقطرى»*»
        opens = words.keys[back][1:] if lexicon.verb_first and words.keys[back][:1] in "وف" else ""
        if hit.sort in ("communique", "document") and words.keys[back] in UPON:
            return ""  # "says it will rule *on* the census"
        if words.keys[back] in known.inside or opens in known.inside or _ends_inside(words, back, floor, known):
            return "inside" if hit.sort in (*_TEXTS, "speech") else ""
        if (
            words.keys[back] not in lexicon.articles
            and not (hit.sort in _TEXTS and back == i > floor and words.keys[back - 1] in lexicon.articles)
            and words.tokens[back].kind != "elided"
            and not lexicon.singular.match(words.keys, back)
            and words.keys[back] not in lexicon.skip
            and not (hit.sort in _MEDIA and words.keys[back] in known.before_media)
            and not (
                hit.sort in _MEDIA and known.owner_first and back > floor and capital(words, back) and named
            )  # "the *Baghdad* daily X"
        ):
            break
        back -= 1
    if hit.sort in ("outlet", "press", "agency") and told_after(words, hit.first, known):
        return "subject"
    if hit.sort in ("agency", "outlet", "press", "communique", "document") and passes_on(words, hit.name, known):
        return "relay"
    if published(words, words.before(hit.name.end), hit.sort, known):
        return "subject"
    if (hit.sort == "communique" or (hit.sort in ("outlet", "agency") and named)) and gives(words, hit.name, known):
        return "subject"
    if hit.sort in ("communique", "document") and _past_relative(words, hit, frame, lexicon):
        return "subject"
    if any(c.form == "preposition" and c.last + 1 >= hit.first - 1 and c.first <= hit.first for c in frame.cues):
        return "source"
    if any(
        ((span.touches(hit.name) and span.start <= hit.name.start + 1) or hit.name.start <= span.start < hit.name.end)
        and not (hit.sort in ("communique", "document") and made_of(words, cue))
        for span, _, cue in subjects
    ):
        return "subject"
    return ""


def _past_relative(words: Words, hit: Hit, frame: Frame, lexicon: Speech) -> bool:
    """True of a text that speaks behind a relative clause between commas: « Le communiqué final, *que nous avons lu*, assure que … »."""
    i = max(hit.last + 1, words.before(hit.name.end))
    stop = words.before(frame.span.end)
    if i < stop and words.keys[i] not in ",،":
        i += 1  # an adjective
    if i + 1 >= stop or words.keys[i] not in ",،" or words.keys[i + 1] not in lexicon.relatives:
        return False
    close = next((k for k in range(i + 2, min(i + _CLAUSE, stop)) if words.keys[k] in ",،"), None)
    return close is not None and any(c.form == "finite" and close < c.first <= close + 2 for c in frame.cues)


_CLAUSE = 14
"""Tokens of the longest relative clause between a text and its verb."""


def _ends_inside(words: Words, last: int, floor: int, known: Sources) -> bool:
    """True of the last word of a phrase that leads into a text ("a través *de*", « par le biais *de* »)."""
    return any(known.inside_of.match(words.keys, k) == last + 1 - k for k in range(max(floor, last - 3), last))


def _to_all(words: Words, first: int, last: int, known: Sources) -> bool:
    """True of words of passing on that say whom somebody told: what is told to the press at large is told to all."""
    return not known.to_all.isdisjoint(k.removeprefix("و") for k in words.keys[first : last + 1])


def _tells_itself(frame: Frame, cue: Cue, sort: str) -> bool:
    """True of a medium that "as" leads in behind somebody else's word of saying."""
    others = (c for c in frame.cues if c.last < cue.first and c.form in ("finite", "participle", "gerund"))
    return sort in ("outlet", "press", "agency") and any(others)


def _joined_to(words: Words, hit: Hit, known: Sources) -> bool:
    """True when the particle "to" is written with the name (لوكالة)."""
    first = words.keys[hit.first][:1]
    return first in known.told_to and hit.name.start > words.tokens[hit.first].start


def _speaker_of(subjects: list[tuple[Span, int | None, Span]], hit: Hit, frame: Frame) -> int | None:
    """Who speaks in the sentence issued the text: "le ministère a indiqué dans un communiqué"."""
    near = [
        (abs(cue.start - hit.name.start), who)
        for span, who, cue in subjects
        if who is not None and not span.touches(hit.name)
    ]
    return min(near)[1] if near else None


def _definite(words: Words, hit: Hit, known: Sources) -> bool:
    """True when the word takes up a text named before ("le communiqué", "la même source", «البيان»)."""
    width = hit.last - hit.first + 1
    if hit.last + 1 < len(words.keys) and words.keys[hit.last + 1] in known.set_apart:
        return False  # "el comunicado *conjunto*": another than the one told before
    return bool(
        known.again.match(words.keys, hit.first) >= width
        or (hit.first and known.again.match(words.keys, hit.first - 1) > width - 1)
    )


def _owner_before(earlier: list[Credit]) -> int | None:
    """Return the owner of the communiqué named last, when all that were named so far have one owner or this is the nearest."""
    owners = [c.owner for c in earlier if c.kind == "communique" and c.owner is not None]
    return owners[-1] if owners else None
