"""One language's words for agreements: what they are called, how they are concluded, what announces their matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct

from isnad.annotate.events.inflection import verb_forms
from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.model.reading import AgreementKind, StepStatus
from isnad.text import fold_key, tokens

Tenses = frozenset[str]
_INFINITIVE: Tenses = frozenset({"infinitive"})
V = TypeVar("V")
Keys = tuple[str, ...]


class Form(Struct, frozen=True):
    """A verb's form: the step it says, its possible tenses, the words that must follow ("en vigueur"), whether "se" must precede."""

    status: StepStatus
    tenses: Tenses
    after: Keys = ()
    reflexive: bool = False


class Stem(Struct, frozen=True, array_like=True):
    """A word less what Arabic writes onto it: the stem, whether it had the article, the preposition, a conjunction."""

    key: str
    definite: bool
    preposition: str
    joined: bool


class Lexicon:
    """The tables of ``agreements.toml``, ready for looking up by folded words."""

    def __init__(self, language: str) -> None:
        words = table(language, "agreements")
        self.language, self.arabic = language, language == "ar"
        faint = {k: forms for k, forms in words["faint"].items() if k not in ("reached", "bought", "tendered", "lent")}
        self.nouns = _by_first((p, k) for t in (words["kinds"], faint) for k, forms in t.items() for p in forms)
        self.owned = _owned(self.nouns) if self.arabic else frozenset()
        self.faint = frozenset(_keys(p) for forms in faint.values() for p in forms)
        self.reached = frozenset(_keys(p) for p in words["faint"]["reached"])
        self.bought, self.tendered, self.lent = (
            frozenset(_keys(p) for p in words["faint"][k]) for k in ("bought", "tendered", "lent")
        )
        self.sources = frozenset(fold_key(w) for w in words["parties"]["sources"])
        self.under = _phrases(words["domains"]["under"])
        self.pledges = _phrases(words["domains"]["pledges"])
        self.providing = _phrases(words["domains"]["providing"])
        self.agreeing = _phrases(words["domains"]["agreeing"])
        self.tails = frozenset(fold_key(w) for w in words["tails"])
        self.qualified = frozenset(words["qualified"])
        self.qualifiers = frozenset(fold_key(w) for w in words["qualifiers"])
        self.drafts = frozenset(fold_key(w) for w in words["drafts"])
        self.reaching = _phrases(words["reaching"])
        self.intends = _phrases(words["intends"])
        self.excepting = _phrases(words["parties"]["excepting"])
        self.not_after = frozenset(fold_key(w) for w in words["not_after"])
        self.compounds = bool(words["compounds"])
        self.contracted: dict[str, str] = {fold_key(k): fold_key(v) for k, v in words["contracted"].items()}
        self.definite = frozenset(fold_key(w) for w in words["definite"])
        self.indefinite = frozenset(fold_key(w) for w in words["indefinite"])
        self.verbs = self._verbs(words["steps"])
        self.step_nouns = _by_first((p, s) for s, forms in words["step_nouns"].items() for p in forms)
        self.participles = {fold_key(w): s for s, forms in words["participles"].items() for w in forms}
        self.pending = _phrases(words["pending"])
        self.mediating = _phrases(words["mediating"])
        self.seized = frozenset(fold_key(w) for w in words["seized"])
        self.governs = frozenset(fold_key(w) for w in words["governs"])
        self.bare = frozenset(_keys(w) for w in words["bare"])
        self.authorising = frozenset(fold_key(w) for w in words["authorising"])
        self.before = _phrases(words["domains"]["before"])
        self.firm = _phrases(w for w in words["domains"]["before"] if _keys(w) not in self.bare)
        self.generic = frozenset(fold_key(w) for w in words["domains"]["generic"])
        self.predicate = _phrases(words["predicate"])
        self.joints = _phrases(words["domains"]["and"])
        self.purpose = frozenset(fold_key(w) for w in words["domains"]["purpose"])
        self.stops = _phrases(words["domains"]["stop"])
        self.kept = frozenset(fold_key(w) for w in words["domains"]["kept"])
        self.between = _phrases(words["parties"]["between"])
        self.together = _phrases(words["parties"]["with"])
        self.with_ = frozenset(p[0] for forms in self.together.values() for p in forms if len(p) == 1)
        self.by = _phrases(words["parties"]["by"])
        self.obliges = frozenset(fold_key(f) for w in words["parties"]["obliges"] for f in _all_forms(language, w))
        self.joining = _phrases(words["parties"]["joining"])
        self.lies_between = _phrases(words["parties"]["lies_between"])
        self.pair = _phrases(words["parties"]["pair"])
        self.years = frozenset(fold_key(w) for w in words["years"])
        self.future = frozenset(fold_key(w) for w in table(language, "grammar")["words"].get("future", []))
        self.seats = frozenset(fold_key(w) for w in words["parties"]["seats"])
        self.inside = frozenset(fold_key(w) for w in words["parties"]["inside"])
        self.unions = frozenset(fold_key(w) for w in words["parties"]["unions"])
        self.managements = frozenset(fold_key(w) for w in words["parties"]["managements"])
        self.firms = _phrases(words["parties"]["two_firms"])
        self.one_firm = frozenset(fold_key(w) for w in words["parties"]["the_firm"])
        self.one_union = frozenset(fold_key(w) for w in words["parties"]["the_union"])
        self.executives = frozenset(fold_key(w) for w in words["parties"]["executives"])
        self.officers = frozenset(fold_key(w) for w in words["parties"]["officers"])
        self.based = _phrases(words["parties"]["based"])
        self.dealing = frozenset(fold_key(f) for w in words["parties"]["dealing"] for f in _all_forms(language, w))
        self.side_nouns = frozenset(fold_key(w) for w in words["parties"]["side_nouns"])
        self.deals = frozenset(fold_key(w) for w in words["parties"]["deals"])
        self.governments = frozenset(fold_key(w) for w in words["parties"]["governments"])
        self.binds = frozenset(fold_key(f) for w in words["parties"]["binds"] for f in _all_forms(language, w))
        self.municipal = frozenset(fold_key(w) for w in words["parties"]["municipal"])
        self.councils = _phrases(words["parties"]["councils"])
        self.carries_out = _phrases(words["parties"]["carries_out"])
        self.articles = (
            self.definite | self.indefinite | frozenset(fold_key(w) for w in table(language, "numbers")["definite"])
        )
        self.costs = frozenset(fold_key(w) for w in table(language, "numbers")["roles"]["cost"])
        self.owed = _phrases(words["owed"])
        self.wraps = frozenset(fold_key(w) for w in words.get("wraps", ()))
        self.adjectives = tuple(fold_key(w) for w in words["domains"]["adjectives"])
        self.priced = _phrases(words["domains"]["priced"])
        self.gerunds = tuple(fold_key(w) for w in words["domains"]["gerunds"]) or ("",)
        self.infinitives = tuple(fold_key(w) for w in words["infinitives"]) or ("\0",)
        self.no_text = frozenset(fold_key(w) for w in words["no_text"])
        self.same_year = _phrases(words["same_year"])
        self.issuing = tuple(fold_key(w) for w in words["issuing"])
        self.haggling = _phrases(words["haggling"])
        self.meetings = frozenset(fold_key(w) for w in words["meetings"])
        self.signatures = _phrases(words["signatures"])
        self.in_principle = _phrases(words["in_principle"])
        self.earlier = frozenset(fold_key(w) for w in words["earlier"])
        self.alike = frozenset(fold_key(w) for w in words["alike"])
        self.withholds = _phrases(words["withholds"])
        self.withholding = tuple(fold_key(w) for w in words["withholding"]) or ("\0",)
        self.running = _phrases(words["running"])
        self.pronouns = frozenset(fold_key(w) for w in words["pronouns"])
        self.put_off = _phrases(words["put_off"])
        self.to_be = frozenset(fold_key(w) for w in words["to_be"])
        self.just = frozenset(fold_key(w) for w in words["just"])
        self.having = _phrases(words["having"])
        self.auxiliaries = frozenset(fold_key(w) for w in words["auxiliaries"])
        self.clauses = _phrases((*table(language, "grammar")["words"]["relative"], *words["clauses"]))
        self.after = frozenset(fold_key(w) for w in words["after"])
        self.announcing = tuple(fold_key(w) for w in words["announcing"])
        self.awarding = tuple(fold_key(w) for w in words["parties"]["awarding"])
        self.to = frozenset(fold_key(w) for w in words["parties"]["to"])
        self.about = frozenset(fold_key(w) for w in words["parties"]["about"])
        self.initials = _phrases(words["initials"])
        self.initialling = tuple(fold_key(w) for w in words["initialling"])
        self.until = frozenset(_keys(w)[0] for w in words["until"])
        self.itself = _phrases(words["itself"])
        self.since = frozenset(fold_key(w) for w in words["since"])
        self.denounces = tuple(fold_key(w) for w in words["denounces"])
        self.epithets = frozenset(fold_key(w) for w in words["domains"]["epithets"])
        self.cause = _phrases(words["domains"]["cause"])
        self.telling = _phrases(words["domains"]["telling"])
        self.tellers = frozenset(fold_key(w) for w in words["tellers"])
        self.diverts = _phrases(words["diverts"])
        self.apart = frozenset(fold_key(w) for w in words["apart"])
        self.social = frozenset(fold_key(w) for w in words["social"])
        self.charters = frozenset(fold_key(w) for w in words["charters"])
        self.texts = frozenset(fold_key(w) for w in words["texts"])
        self.lapses = frozenset(fold_key(f) for w in words["lapses"] for f in _all_forms(language, w))
        self.at = frozenset(fold_key(w) for w in words["parties"]["at"])
        self.of = frozenset(fold_key(w) for w in table(language, "grammar")["prepositions"]["of"] if " " not in w)
        self.prepositions = self.of | {
            fold_key(w) for forms in table(language, "grammar")["prepositions"].values() for w in forms if " " not in w
        }
        covers = _phrases(f for w in words["domains"]["covers"] for f in _all_forms(language, w))
        self.covers = {k: p for k, p in covers.items() if k not in self.of}  # "dé" of "dar" is no "de"
        self.owners = frozenset(fold_key(w) for w in table(language, "grammar")["words"]["possessives"]) | frozenset(
            fold_key(w) for w in words["domains"]["ours"]
        )
        self.actors = frozenset(fold_key(w) for w in table(language, "grammar")["words"]["actors"])
        self.negation = frozenset(fold_key(w) for w in table(language, "grammar")["words"]["negation"])
        rivals = table(language, "numbers")["rivals"]
        self.denying = frozenset(fold_key(w) for w in (*rivals["denies"], *rivals["denials"]))
        self.unsure = _phrases(
            w for k in ("plan", "hope", "possible", "purpose", "future", "condition")
            for w in table(language, "grammar")["words"].get(k, [])
        )  # fmt: skip
        self.relative_phrases = _phrases(table(language, "grammar")["words"]["relative"])
        self.relative = frozenset(
            fold_key(w) for k in ("relative", "subordinate") for w in table(language, "grammar")["words"][k]
        )

    def _verbs(self, steps: Mapping[StepStatus, Sequence[str]]) -> dict[str, list[Form]]:
        found: dict[str, list[Form]] = {}
        for status, lemmas in steps.items():
            for lemma in lemmas:
                verb, rest, reflexive = _parted(lemma, self.language)
                after = _keys(rest)
                for form, tenses in verb_forms(self.language, verb).items():
                    found.setdefault(fold_key(form), []).append(Form(status, tenses, after, reflexive))
                if reflexive and self.language == "es":
                    found.setdefault(fold_key(verb + "se"), []).append(Form(status, _INFINITIVE, after, reflexive))
        for forms in found.values():
            forms.sort(key=lambda f: -len(f.after))
        return found

    @lru_cache(maxsize=20_000)  # noqa: B019  # one lexicon a language, kept for the run
    def stems(self, key: str) -> tuple[Stem, ...]:
        """Return the word, and for Arabic the word less conjunction, preposition and article, the longest first."""
        if not self.arabic:
            return (Stem(key, False, "", False),)
        found = [Stem(key, False, "", False)]
        bases = [(key, False)]
        if len(key) > 3 and key[0] in "وف":
            bases.append((key[1:], True))
            found.append(Stem(key[1:], False, "", True))
        for base, joined in bases:
            if base.startswith("ال") and len(base) > 4:
                found.append(Stem(base[2:], True, "", joined))
            if base.startswith("لل") and len(base) > 4:
                found.append(Stem(base[2:], True, "ل", joined))
            elif base[:1] in tuple("بلك") and len(base) > 3:
                found.append(Stem(base[1:], False, base[0], joined))
                if base[1:].startswith("ال") and len(base) > 5:
                    found.append(Stem(base[3:], True, base[0], joined))
        return tuple(found)


@kept
def lexicon(language: str) -> Lexicon:
    """Return a language's words for agreements."""
    return Lexicon(language)


def _parted(lemma: str, language: str) -> tuple[str, str, bool]:
    """A verb, the words that follow it, and whether it is reflexive: "s'entendre sur", "adherirse a"."""
    verb, _, rest = lemma.partition(" ")
    if verb.startswith("s'"):
        return verb[2:], rest, True
    if verb == "se":
        verb, _, rest = rest.partition(" ")
        return verb, rest, True
    if language == "es" and verb.endswith("rse"):
        return verb[:-2], rest, True
    return verb, rest, False


def _keys(phrase: str) -> Keys:
    # An elided word is one token only before a letter.
    elided = phrase.endswith(("'", "’"))
    found = tuple(fold_key(t.text) or t.text for t in tokens(phrase + "x" if elided else phrase))
    return found[:-1] if elided else found


def _by_first(rows: Iterable[tuple[str, V]]) -> dict[str, list[tuple[Keys, V]]]:
    found: dict[str, list[tuple[Keys, V]]] = {}
    for phrase, value in rows:
        keys = _keys(phrase)
        if keys:
            found.setdefault(keys[0], []).append((keys, value))
    for entries in found.values():
        entries.sort(key=lambda e: -len(e[0]))
    return found


_SUFFIXES = ("ها", "هما", "هم", "ه", "نا")
"""What Arabic writes onto a noun to say whose it is."""


def _owned(nouns: dict[str, list[tuple[Keys, V]]]) -> frozenset[str]:
    """Add to the nouns of one word each with the pronoun of an owner («عقدها», «اتفاقيتهما»); return those forms."""
    made: dict[str, list[tuple[Keys, V]]] = {}
    for key, rows in nouns.items():
        kinds = [kind for phrase, kind in rows if len(phrase) == 1]
        stem = key[:-1] + "ت" if key.endswith("ه") else key
        for suffix in _SUFFIXES if kinds and not key.endswith("ا") and len(key) > 2 else ():
            form = stem + suffix
            if form not in nouns:
                made[form] = [((form,), kinds[0])]
    nouns.update(made)
    return frozenset(made)


Phrases = dict[str, list[Keys]]


def _phrases(words: Iterable[str]) -> Phrases:
    return {k: [p for p, _ in v] for k, v in _by_first((w, "x") for w in words).items()}


def _all_forms(language: str, lemma: str) -> Iterable[str]:
    verb, _, rest = lemma.partition(" ")
    yield from (f"{form} {rest}".strip() for form in verb_forms(language, verb))


__all__ = ["AgreementKind", "Form", "Keys", "Lexicon", "Phrases", "Stem", "lexicon"]
