"""What a dossier holds in pieces, told as an editor wants to read it: events as sentences, names and roles once."""

from __future__ import annotations

from collections.abc import Mapping

from isnad.export.disputes import sentence_of
from isnad.export.words import on_a_line, title_language, title_of
from isnad.languages.meanings import role_concepts
from isnad.model import Article, Entity, Event, RoleHeld
from isnad.text import fold_key

LONGEST_SENTENCE = 320
"""Characters of a sentence that stands for the title it was cut from."""
SHORTEST_HEADLINE = 32
"""Characters of a title that says something by itself, about."""
LOOSE = ",;: ،؛"
"""What stands before closing marks for the sentence around, and not for the words said."""


def cut(words: str, longest: int) -> str:
    """Return words cut where a word ends, with "…" for what is left out."""
    if len(words) <= longest:
        return words
    kept = words[: longest - 1]
    return (kept[: kept.rfind(" ")] if " " in kept[longest // 2 :] else kept).rstrip(LOOSE) + "…"


def capital(words: str) -> str:
    """Return words with their first letter a capital."""
    return words[:1].upper() + words[1:]


def told(event: Event, articles: Mapping[str, Article], language: str) -> str:
    """Return what happened as a sentence: the one a title was cut from, unless it is long; a title of its own as it is."""
    title = " ".join(title_of(event.title, language).split())
    plain = fold_key(title).rstrip(".… ")
    for c in event.cites:
        article = articles.get(c.article)
        if article is None or article.language != title_language(event.title, language):
            continue
        span = sentence_of(article, c)
        sentence = on_a_line(article.text[span.start : span.end])
        if plain and plain in fold_key(sentence):
            return title if len(sentence) > LONGEST_SENTENCE or "[…]" in sentence else sentence
    return title


def headline(event: Event, articles: Mapping[str, Article], language: str) -> str:
    """Return an event's title; the sentence it was cut from when it is too short to say what happened."""
    title = " ".join(title_of(event.title, language).split())
    return title if len(title) >= SHORTEST_HEADLINE else told(event, articles, language)


def whole_forms(entity: Entity, shown: str) -> list[str]:
    """Return the other printed forms of a name that are no part of one already there: "Ouzani" says no more than "Ferhat Ouzani"."""
    forms = [shown, *(a for a in dict.fromkeys(entity.aliases) if fold_key(a) != fold_key(shown))]
    words = [set(fold_key(f).split()) for f in forms]
    return [f for i, f in enumerate(forms) if i and not any(words[i] < w for j, w in enumerate(words) if j != i)]


def telling_roles(entity: Entity, language: str) -> list[RoleHeld]:
    """Return the roles of a person, those in the reader's language first, without those that another says too, in any language."""
    found: list[RoleHeld] = []
    for role in sorted(entity.roles, key=lambda r: (r.language != language, -len(role_concepts(r.text)))):
        plain, meant = fold_key(role.text), role_concepts(role.text)
        if not any(plain in fold_key(f.text) or (meant and meant <= role_concepts(f.text)) for f in found):
            found = [f for f in found if fold_key(f.text) not in plain] + [role]
    return found
