"""The words of saying of one language, read from ``speech.toml`` into tables for matching."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any, Literal

import regex
from msgspec import Struct

from isnad.annotate.quotations.phrases import Phrases, key, phrases, split
from isnad.languages import available, table
from isnad.languages.keeping import kept
from isnad.text import fold_key

Stance = Literal["neutral", "confirming", "doubting", "denying"]
Form = Literal["finite", "base", "participle", "gerund", "infinitive", "noun", "preposition", "relative", "words"]

_STANCE: Mapping[str, Stance] = {"confirm": "confirming", "doubt": "doubting", "deny": "denying"}
_ORDER = ("say", "confirm", "doubt", "deny", "manner", "think", "judge")
"""A form that several classes share belongs to the first of these; ``also`` keeps the others."""


class Entry(Struct, frozen=True):
    """One way of saying: its words, class, form, and what it implies."""

    words: tuple[str, ...]
    sort: str
    form: Form
    stance: Stance = "neutral"
    also: frozenset[str] = frozenset()
    weak: bool = False


class Speech(Struct, frozen=True):
    """All a language's ways of reporting speech."""

    language: str
    cues: dict[str, tuple[Entry, ...]]
    conjunctions: Phrases
    articles: frozenset[str]
    definite: frozenset[str]
    the: frozenset[str]
    before_nouns: frozenset[str]
    governors: frozenset[str]
    relatives: frozenset[str]
    modals: frozenset[str]
    plural_subjects: frozenset[str]
    skip: frozenset[str]
    parenthesis: str
    bare_clauses: bool
    clause_signs: frozenset[str]
    infinitives: tuple[str, ...]
    participles: tuple[str, ...]
    opening: tuple[str, ...]
    asked: tuple[str, ...]
    states: Phrases
    impersonal: frozenset[str]
    pronominal: tuple[str, ...]
    heads: frozenset[str]
    closed_by_alif: frozenset[str]
    expressing: frozenset[str]
    stops: Phrases
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    passive: frozenset[str]
    between: Phrases
    clitics: tuple[str, ...]
    preposition_clitics: tuple[str, ...]
    joined_articles: tuple[str, ...]
    possessives: tuple[str, ...]
    objects: tuple[str, ...]
    ends: Phrases
    begins: frozenset[str]
    things: frozenset[str]
    singular: Phrases
    plural: Phrases
    first: frozenset[str]
    nobody: frozenset[str]
    same: frozenset[str]
    taken_up: frozenset[tuple[str, ...]]
    any_body: frozenset[str]
    feminine_articles: frozenset[str]
    masculine_articles: frozenset[str]
    latter: frozenset[tuple[str, ...]]
    foremost: frozenset[tuple[str, ...]]
    second: frozenset[tuple[str, ...]]
    objects_of: frozenset[str]
    led_pronouns: frozenset[str]
    many_led: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    not_speakers: frozenset[str]
    speakers: frozenset[str]
    titles: Phrases
    texts: frozenset[str]
    verb_first: bool
    ands: frozenset[str]
    inversion: str
    offices: frozenset[str]
    adverbial: regex.Pattern[str] | None
    anonymous: Phrases
    relaying: frozenset[str]
    from_whom: frozenset[str]
    learning: frozenset[str]
    learned_from: frozenset[str]
    media: frozenset[str]
    sources: frozenset[str]
    platforms: frozenset[str]
    outlets: frozenset[str]
    agencies: frozenset[str]
    broadcasters: Phrases
    told: frozenset[str]
    ours: frozenset[str]
    issued: frozenset[str]
    citing: Phrases
    comparing: frozenset[str]
    persons: frozenset[str]
    alike: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    through: Phrases
    mouths: frozenset[str]
    own_offices: frozenset[str]
    honorifics: frozenset[str]
    attributes: frozenset[str]
    unsaid: frozenset[str]
    addressing: frozenset[str]
    meanwhile: frozenset[str]
    while_two: Phrases
    about: frozenset[str]
    whole: Phrases
    wording: frozenset[str]
    received: frozenset[str]
    aftermath: Phrases
    addressees: frozenset[str]
    contents: frozenset[str]
    past: tuple[str, ...]
    crowds: frozenset[str]
    mastheads: frozenset[str]
    hearers: frozenset[str]
    quantities: frozenset[str]
    from_them: frozenset[str]
    continuing: frozenset[str]
    matter: frozenset[str]
    foreign: frozenset[str]
    within: Phrases
    eyes: Phrases
    counts: frozenset[str]
    neuter: frozenset[str]
    telling: frozenset[str]
    naming: frozenset[str]
    others: frozenset[str]
    with_to: frozenset[str]
    own_figures: frozenset[str]
    possessors: frozenset[str]
    fewest: int
    asides: Phrases
    imputing: frozenset[str]
    around: frozenset[str]
    hers: frozenset[str]
    third_person: tuple[str, ...]
    no_verbs: frozenset[str]
    accusing: frozenset[str]
    charged: tuple[str, ...]
    finding: frozenset[str]
    many: tuple[str, ...]


def _inflect(paradigms: Mapping[str, Any], verbs: Mapping[str, Any]) -> Iterable[tuple[str, Form, bool]]:
    """Yield every written form of a class of verbs, with the form's name, and whether the verb is mostly something else."""
    for name, stems in verbs.items():
        if name == "forms":
            for form, words in stems.items():
                for word in words:
                    yield word, form, False
            continue
        for stem in stems.split():
            parts = ["" if p == "''" else p for p in stem.split("|")]
            parts += [parts[-1]] * (3 - len(parts))
            for form, patterns in paradigms[name.removesuffix("_weak")].items():
                for pattern in patterns:
                    bare_noun = form == "noun" and pattern == "{2}"
                    yield pattern.format(*parts), form, bare_noun or name.endswith("_weak")


def _entries(data: Mapping[str, Any]) -> Iterable[Entry]:
    mostly_else = frozenset(key(w) for w in data["weak"])
    for sort in _ORDER:
        for written, form, weak in _inflect(data["paradigms"], data["verbs"].get(sort, {})):
            words = split(written)
            weak = weak or (len(words) == 1 and words[0] in mostly_else)
            yield Entry(words, sort, form, _STANCE.get(sort, "neutral"), weak=weak)
    for stance, listed in (("neutral", "neutral"), ("doubting", "doubting")):
        for phrase in data["prepositions"][listed]:
            yield Entry(split(phrase), "source", "preposition", stance)  # type: ignore[arg-type]
    for phrase in data["prepositions"]["joined"]:
        yield Entry(split(phrase), "source", "preposition", also=frozenset({"joined"}))
    for phrase in data["prepositions"]["before_verb"]:
        yield Entry(split(phrase), "source", "preposition", also=frozenset({"verb"}))
    for phrase in data["prepositions"]["relative"]:
        yield Entry(split(phrase), "source", "relative")
    for phrase in data["nouns"]["cues"]:
        yield Entry(split(phrase), "noun", "words")
    for phrase in data["nouns"]["read"]:
        yield Entry(split(phrase), "noun", "words", also=frozenset({"read"}))


def _table(data: Mapping[str, Any]) -> dict[str, tuple[Entry, ...]]:
    """Group the entries by first word, one for each written form and form name, with the other classes it may have."""
    made: dict[tuple[tuple[str, ...], str], Entry] = {}
    for entry in _entries(data):
        if not entry.words:
            continue
        place = (entry.words, entry.form)
        known = made.get(place)
        if known is None:
            made[place] = entry
        elif known.sort != entry.sort:
            stance = known.stance if known.stance != "neutral" else entry.stance
            made[place] = Entry(
                known.words, known.sort, known.form, stance, known.also | {entry.sort}, known.weak and entry.weak
            )
    by_first: dict[str, list[Entry]] = {}
    for entry in made.values():
        by_first.setdefault(entry.words[0], []).append(entry)
    return {w: tuple(sorted(es, key=lambda e: (-len(e.words), e.form))) for w, es in by_first.items()}


@kept
def speech(language: str) -> Speech | None:
    """Return the language's ways of reporting speech, ``None`` when isnad does not know the language."""
    if language not in available("speech"):
        return None
    data = table(language, "speech")

    def keys(listed: Iterable[str]) -> frozenset[str]:
        return frozenset(key(w) for w in listed)

    return Speech(
        language=language,
        cues=_table(data),
        conjunctions=phrases(data["conjunctions"]),
        articles=keys(data["articles"]),
        definite=keys(data["definite"]),
        the=keys(data["the"]),
        before_nouns=keys(data["before_nouns"]),
        governors=keys(data["governors"]),
        relatives=keys(data["relatives"]),
        modals=keys(data["modals"]),
        plural_subjects=keys(data["plural_subjects"]),
        skip=keys(data["skip"]),
        parenthesis=data["parenthesis"],
        bare_clauses=bool(data["clause_signs"]),
        clause_signs=keys(data["clause_signs"]),
        infinitives=tuple(data["infinitives"]),
        participles=tuple(data["participles"]),
        opening=tuple(data["opening"]),
        asked=tuple(key(w) for w in data["asked"]),
        states=phrases(data["states"]),
        impersonal=keys(data["impersonal"]),
        pronominal=tuple(data["pronominal"]),
        heads=keys(data["heads"]),
        closed_by_alif=_closed_by_alif(data),
        expressing=keys(data["expressing"]),
        stops=phrases(data["clause_stops"]),
        auxiliaries=keys(data["auxiliaries"]),
        negations=keys(data["negations"]),
        passive=keys(data["passive"]),
        between=phrases(data["between"]),
        clitics=tuple(data["clitics"]),
        preposition_clitics=tuple(data["preposition_clitics"]),
        joined_articles=tuple(data["joined_articles"]),
        possessives=tuple(data["possessives"]),
        objects=tuple(data["objects"]),
        ends=phrases(data["bounds"]["after"]),
        begins=keys(data["bounds"]["before"]),
        things=keys(data["bounds"]["things"]),
        singular=phrases(data["pronouns"]["singular"]),
        plural=phrases(data["pronouns"]["plural"]),
        first=keys(data["pronouns"]["first"]),
        nobody=keys(data["pronouns"]["nobody"]),
        same=keys(data["pronouns"]["same"]),
        feminine=keys(data["pronouns"]["feminine"]) | keys(fold_key(w) for w in data["pronouns"]["feminine"]),
        masculine=keys(data["pronouns"]["masculine"]) | keys(fold_key(w) for w in data["pronouns"]["masculine"]),
        any_body=keys(data["pronouns"]["bodies"]),
        taken_up=frozenset(split(w) for w in data["pronouns"]["taken_up"]),
        feminine_articles=keys(data["pronouns"]["feminine_articles"]),
        masculine_articles=keys(data["pronouns"]["masculine_articles"]),
        latter=frozenset(split(w) for w in data["pronouns"]["latter"]),
        foremost=frozenset(split(w) for w in data["pronouns"]["foremost"]),
        second=frozenset(split(w) for w in data["pronouns"]["second"]),
        objects_of=keys(data["pronouns"]["objects"]),
        led_pronouns=keys(data["pronouns"]["led"]) | keys(data["pronouns"]["led_many"]),
        many_led=keys(data["pronouns"]["led_many"]),
        not_speakers=keys(data["prepositions"]["not_speakers"]),
        speakers=keys((*data["nouns"]["speakers"], *data["pronouns"]["bodies"])),
        titles=phrases(data["titles"]["before"]),
        texts=keys(data["titles"]["texts"]),
        verb_first=bool(data["verb_first"]),
        ands=keys(data["ands"]),
        inversion=data["inversion"],
        offices=keys(_office_words(language)),
        relaying=keys(w.split()[-1] for w in table(language, "agencies")["tells_from"]),
        from_whom=keys(table(language, "agencies")["from_whom"]),
        learning=keys(table(language, "agencies")["learns"]),
        learned_from=keys(table(language, "agencies")["learned_from"]),
        platforms=keys(w for w in table(language, "agencies")["social"] if " " not in w),
        outlets=keys(
            w for sort in ("agency", "outlet", "press") for w in table(language, "agencies")[sort] if " " not in w
        ),
        agencies=keys(n for row in table("shared", "agencies")["agencies"] for n in row if " " not in n),
        broadcasters=phrases(w for w in table(language, "agencies")["outlet"] if " " in w),
        told=keys(data["told"]),
        ours=keys(table(language, "agencies")["ours"]),
        issued=keys(w for w in table(language, "agencies")["communique"] if " " not in w),
        citing=phrases(data["citing"]),
        sources=keys(data["nouns"]["sources"]),
        media=keys(data["nouns"]["media"]),
        comparing=keys(data["comparing"]),
        anonymous=phrases([*data["nouns"]["anonymous"], *_put_together(data["nouns"]["unnamed"])]),
        persons=keys(w for w in data["nouns"]["persons"] if " " not in w),
        alike=tuple((tuple(held), tuple(said)) for held, said in data["nouns"]["alike"]),
        through=phrases(data["nouns"]["through"]),
        mouths=keys(data["nouns"]["mouths"]),
        own_offices=keys(w.split()[0] for w in data["nouns"]["own_offices"]),
        honorifics=keys(w.rstrip(".") for w in table(language, "names")["honorifics"] if " " not in w),
        attributes=keys(data["nouns"]["attributes"]),
        unsaid=keys(data["unsaid"]),
        addressing=keys(data["addressing"]),
        meanwhile=keys(w for w in data["meanwhile"] if " " not in w),
        about=keys(data["about"]),
        whole=phrases(data["whole"]),
        wording=keys(data["wording"]),
        received=keys(data["received"]),
        aftermath=phrases(data["aftermath"]),
        while_two=phrases(w for w in data["meanwhile"] if " " in w),
        addressees=keys(data["addressees"]),
        contents=keys(data["contents"]),
        past=tuple(data["past"]),
        hearers=keys(data["hearers"]),
        crowds=keys(data["crowds"]),
        mastheads=frozenset(fold_key(w) for w in table(language, "chrome")["mastheads"]),
        quantities=keys(data["quantities"]),
        from_them=keys(table(language, "agencies")["from_them"]),
        continuing=keys(data["continuing"]),
        matter=keys(data["matter"]),
        foreign=keys(table(language, "agencies")["foreign"]),
        within=phrases(data["within"]),
        eyes=phrases(data["eyes"]),
        counts=keys(data["counts"]),
        neuter=keys(data["pronouns"]["neuter"]),
        telling=keys(data["telling"]),
        naming=keys(data["naming"]),
        others=keys(data["others"]),
        possessors=keys(data["pronouns"]["possessors"]),
        fewest=int(data["fewest"]),
        asides=phrases(data["asides"]),
        imputing=keys(w for w in data["imputing"] if " " not in w),
        around=keys(data["around"]),
        hers=keys(data["hers"]),
        third_person=tuple(data["third_person"]),
        no_verbs=keys(data["no_verbs"]),
        accusing=keys(data["accusing"]),
        charged=tuple(key(w) for w in data["charged"]),
        finding=keys(data["finding"]),
        with_to=keys(data["prepositions"]["with_to"]),
        own_figures=keys(data["nouns"]["own"]),
        many=tuple(data["many"]),
        adverbial=regex.compile(data["adverbial"]) if data["adverbial"] else None,
    )


def _put_together(rows: Sequence[Sequence[Sequence[str]]]) -> Iterable[str]:
    """Yield the phrases whose parts are given one behind another: one of each list of a row."""
    return (" ".join(parts) for row in rows for parts in product(*row))


def _closed_by_alif(data: Mapping[str, Any]) -> frozenset[str]:
    """Return the Arabic verbs that end in ى, folded: «نادى» called, «نادي» is a club; «روى» told, «روي» is a Roy."""
    written = [w for sort in _ORDER for w, _, _ in _inflect(data["paradigms"], data["verbs"].get(sort, {}))]
    return frozenset(key(w) for w in written if w.endswith("ى")) - {key(w) for w in written if w.endswith("ي")}


def _office_words(language: str) -> Iterable[str]:
    """Yield the first and last words of everything a person may be by office or calling."""
    listed = [*table(language, "offices")["concepts"].values(), *table(language, "roles")["people"].values()]
    for phrase in (p for ps in listed for p in ps):
        words = phrase.split()
        yield from (words[0], words[-1])
    yield from table(language, "roles")["former"]
