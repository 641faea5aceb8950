"""Agreements: what kind of text, between whom, on what matters, and how far it got.

A noun for a text that is concluded counts when its sentence says a step (signed, approved, suspended …), or names its matters
and two parties. Parties are the states, bodies and firms of the sentence, else the states of those who sign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec
import regex

from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES, table
from isnad.languages.calendar import alternatives, folded
from isnad.model import AgreementMention, EventMention, Interval, Mention, Reading, Span, StepMention
from isnad.model.reading import AgreementKind, StepStatus
from isnad.text import fold_key

FAR = 90
"""Characters behind the noun within which its matters are announced."""
LONGEST = 240
"""Characters of the longest list of matters."""
_EDGE, _STOP = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
_INFINITIVE = regex.compile(r"(?:er|ir|re|ar|oir)$")
EVENT_STEPS = {"signing": "signed", "approval": "approved", "suspension": "suspended"}


class _Grammar:
    """One language's words for agreements, compiled over folded text."""

    def __init__(self, language: str) -> None:
        words = table(language, "agreements")
        clitic = r"(?:[وفبلك]|وال|بال|لل|ال)?" if language == "ar" else ""
        self.kinds: dict[str, AgreementKind] = {
            fold_key(w): kind for kind, forms in words["kinds"].items() for w in forms
        }
        self.noun = regex.compile(rf"{_EDGE}{clitic}(?P<noun>{alternatives(list(self.kinds))}){_STOP}")
        before = alternatives(words["domains"]["before"])
        tail = r"\s*" if language == "ar" else r"(?:\s+|(?<='))"
        self.before = regex.compile(
            rf"{_EDGE}(?:{before}){tail}(?:le\s+|la\s+|les\s+|l'|el\s+|los\s+|las\s+|the\s+|un\s+|une\s+)?"
        )
        joints = alternatives([w for w in words["domains"]["and"] if any(c.isalpha() for c in w) and len(w) > 1])
        self.joint = regex.compile(
            rf"\s*[,،]\s*(?:{_EDGE}(?:{joints}){_STOP}\s*)?|\s+(?:{joints}){_STOP}\s*"
            + (r"|\s+و(?=\p{L})" if language == "ar" else "")
        )
        self.steps = [(status, self._verbs(forms, language)) for status, forms in words["steps"].items()]
        self.step_nouns = [
            (status, regex.compile(rf"{_EDGE}{clitic}(?:{alternatives(forms)}){_STOP}"))
            for status, forms in words["step_nouns"].items()
        ]
        pair = alternatives(table(language, "grammar")["both"]) if "both" in table(language, "grammar") else ""
        self.pair = regex.compile(rf"{_EDGE}{clitic}(?:{pair}){_STOP}") if pair else regex.compile(_PAIR)

    @staticmethod
    def _verbs(forms: Sequence[str], language: str) -> regex.Pattern[str]:
        """Verbs by their stems: "signer" is sign-, «وقع/يوقع» both with what may stand before them."""
        stems = []
        for form in forms:
            if "(" in form:
                continue
            for part in form.split("/"):
                first, *more = fold_key(part).split()
                rest = "".join(rf"\s+{regex.escape(w)}" for w in more)
                if language == "ar":
                    stems.append(rf"(?:[وفس]|وس)?{regex.escape(first)}(?:ت|ا|وا|تا|ه|ها|ته|تها)?{rest}")
                    if first[0] == "ي":
                        stems.append(rf"(?:[وفس]|وس)?[تن]{regex.escape(first[1:])}{rest}")
                else:
                    stem = _INFINITIVE.sub("", first) if language != "en" else first.removesuffix("e")
                    stems.append(rf"{regex.escape(stem)}\p{{L}}{{0,6}}{rest}")
        return regex.compile(rf"{_EDGE}(?:{'|'.join(sorted(stems, key=len, reverse=True))}){_STOP}")


_PAIR = r"(?:les )?deux (?:pays|parties|etats|gouvernements)|(?:los |ambos )(?:dos )?(?:paises|partes|gobiernos)|ambos paises|(?:the )?(?:two|both) (?:countries|sides|parties|governments)|البلد(?:ين|ان)|الجانب(?:ين|ان)|الطرف(?:ين|ان)"


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(language)


def find_agreements(reading: Reading) -> Reading:
    """Return the reading with its agreements, and its events of signing or approving pointing at them."""
    language = reading.article.language
    if language not in LANGUAGES:
        return reading
    found: list[AgreementMention] = []
    for sentence in reading.sentences:
        found += _in_sentence(reading, sentence, _grammar(language))
    events = tuple(_concluding(e, found, reading.sentences) for e in reading.events)
    return with_field(with_field(reading, "agreements", tuple(found)), "events", events)


def _concluding(e: EventMention, found: Sequence[AgreementMention], sentences: Sequence[Span]) -> EventMention:
    """An event of concluding points at the agreement of its sentence nearest behind its trigger."""
    if e.kind not in EVENT_STEPS or e.agreement is not None:
        return e
    sentence = next((s for s in sentences if s.start <= e.trigger.start < s.end), None)
    near = [i for i, a in enumerate(found) if sentence and sentence.start <= a.start < sentence.end]
    if not near:
        return e
    best = min(
        near, key=lambda i: (abs(found[i].start - e.trigger.start) + 200 * (found[i].start < e.trigger.start), i)
    )
    return msgspec.structs.replace(e, agreement=best)


def _in_sentence(reading: Reading, sentence: Span, grammar: _Grammar) -> list[AgreementMention]:
    text = reading.article.text
    source = folded(text[sentence.start : sentence.end])
    nouns = _one_each(list(grammar.noun.finditer(source.text)), source.text)
    out: list[AgreementMention] = []
    for n, m in enumerate(nouns):
        limit = nouns[n + 1].start() if n + 1 < len(nouns) else len(source.text)
        noun = source.source(m.start("noun"), m.end("noun"))
        at = Span(sentence.start + noun.start, sentence.start + noun.end)
        steps = _steps(reading, sentence, source.text, source.source, grammar, m.start())
        domains = _domains(reading, sentence, source.text, source.source, grammar, m.end(), limit)
        parties = _parties(reading, sentence, bool(grammar.pair.search(source.text)))
        sayable = any(s.status not in ("announced", "mentioned", "negotiated") for s in steps) or (
            domains and len(parties) >= 2
        )
        if not sayable or not parties or _inside_quotation(reading, at):
            continue
        kind = grammar.kinds[" ".join(m.group("noun").split())]
        out.append(AgreementMention(kind, at.start, at.end, parties, domains, steps))
    return out


def _one_each(nouns: list[regex.Match[str]], words: str) -> list[regex.Match[str]]:
    """The nouns less acronyms in brackets right behind their long form, and less plurals that count nothing."""
    out: list[regex.Match[str]] = []
    for m in nouns:
        if out and words[out[-1].end() : m.start()].strip(" (") == "" and "(" in words[out[-1].end() : m.start()]:
            continue
        if m.group("noun") in _PLURALS:
            continue
        out.append(m)
    return out


_PLURALS = frozenset(
    {
        "accords",
        "conventions",
        "acuerdos",
        "convenios",
        "memorandums",
        "memoranda",
        "اتفاقات",
        "اتفاقيات",
        "مذكرات",
        "عقود",
        "تفاهمات",
    }
)


def _inside_quotation(reading: Reading, at: Span) -> bool:
    """Words that somebody is quoted with are that person's, not the page's."""
    return any(at.within(p) for q in reading.quotations if q.kind == "direct" for p in q.pieces)


def _steps(
    reading: Reading, sentence: Span, words: str, back: object, grammar: _Grammar, at: int
) -> tuple[StepMention, ...]:
    """The step said nearest the noun, with the time its sentence gives."""
    assert callable(back)
    best: tuple[int, StepStatus, int, int] | None = None
    for patterns, cost in ((grammar.steps, 0), (grammar.step_nouns, 6)):
        for status, pattern in patterns:
            for m in pattern.finditer(words):
                apart = at - m.end() if m.end() <= at else m.start() - at
                if apart > 160:
                    continue
                row = (apart + cost, status, m.start(), m.end())
                if best is None or row < best:
                    best = row
    if best is None:
        return ()
    span = back(best[2], best[3])
    start, end = sentence.start + span.start, sentence.start + span.end
    return (StepMention(best[1], start, end, _when(reading, sentence, start)),)


def _when(reading: Reading, sentence: Span, at: int) -> Interval | None:
    """The time nearest the step inside its sentence; an event of that step there knows better."""
    for e in reading.events:
        if e.kind in EVENT_STEPS and e.date is not None and sentence.start <= e.trigger.start < sentence.end:
            return e.date
    dated = [t for t in reading.times if t.kind == "date" and t.interval and sentence.start <= t.start < sentence.end]
    near = min(dated, key=lambda t: abs(t.start - at), default=None)
    return near.interval if near else None


def _domains(
    reading: Reading, sentence: Span, words: str, back: object, grammar: _Grammar, at: int, limit: int
) -> tuple[Span, ...]:
    """The matters listed behind the noun, each as printed."""
    assert callable(back)
    m = grammar.before.search(words, at, min(limit, at + FAR))
    if m is None:
        return ()
    end = min(limit, m.end() + LONGEST)
    stop = regex.search(
        r"[.;:(«»\"!?]|\s[-–—]\s|(?<!\p{L})(?:lors|avec|entre|apres|avant|qui|que|dont|a l'occasion|durante|con|entre|tras|que|with|between|during|after|which|that|الذي|التي|بين|مع|خلال|بحضور|عقب|بعد|يوم)(?!\p{L})",
        words[m.end() : end],
    )
    end = m.end() + stop.start() if stop else end
    for t in reading.times:
        begin = t.start - sentence.start
        if t.kind == "date" and m.end() < begin < end:
            end = begin
    out = []
    start = m.end()
    for joint in [*grammar.joint.finditer(words, m.end(), end), None]:
        stop_at = joint.start() if joint else end
        if words[start:stop_at].strip(" ,،'"):
            begin, finish = start, stop_at
            while begin < finish and words[begin] in " ,،":
                begin += 1
            while finish > begin and words[finish - 1] in " ,،":
                finish -= 1
            if 3 <= finish - begin <= 110:
                span = back(begin, finish)
                out.append(Span(sentence.start + span.start, sentence.start + span.end))
        start = joint.end() if joint else end
    return tuple(out[:10])


def _parties(reading: Reading, sentence: Span, pair: bool) -> tuple[int, ...]:
    """Who concludes it: states of the sentence, bodies that are no states' own offices, else the signatories' states."""
    mentions = reading.mentions
    here = [(i, m) for i, m in enumerate(mentions) if sentence.start <= m.start < sentence.end]
    states = [i for i, m in here if _state(m)]
    bodies = [i for i, m in here if m.kind == "organization" and m.form != "role" and not m.country and not m.key]
    chosen = _once(mentions, states)
    if len(chosen) < 2:
        for country in dict.fromkeys(m.country for _, m in here if m.kind in ("person", "organization") and m.country):
            chosen = _with_country(mentions, chosen, country)
    if len(chosen) < 2 and pair:
        for country, _ in Counter(m.country for m in mentions if _state(m) and m.country).most_common(2):
            chosen = _with_country(mentions, chosen, country)
    if len(chosen) < 2:
        chosen = [*chosen, *_once(mentions, bodies)[: 2 - len(chosen)]]
    return tuple(chosen[:4])


def _state(m: Mention) -> bool:
    return m.kind == "place" and bool(m.key) and bool(m.country) and m.key == f"place:{m.country}"


def _once(mentions: Sequence[Mention], indices: Sequence[int]) -> list[int]:
    seen: dict[str, int] = {}
    for i in indices:
        seen.setdefault(mentions[i].key or fold_key(mentions[i].text), i)
    return list(seen.values())


def _with_country(mentions: Sequence[Mention], chosen: list[int], country: str | None) -> list[int]:
    if country is None or any(mentions[i].country == country for i in chosen):
        return chosen
    state = next((i for i, m in enumerate(mentions) if _state(m) and m.country == country), None)
    return [*chosen, state] if state is not None else chosen
