"""Persons, organisations and places as the dossier shows them: every printed form, roles with their words, why joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from isnad.model import Citation, Entity, EntityGroup, Interval, Links, Mention, Reading, RoleHeld, RoleMention
from isnad.text import fold_key, script_of

_ARABIC_LEFTOVERS = ("لل", "وال", "بال")


def compose_entities(readings: Sequence[Reading], links: Links) -> tuple[Entity, ...]:
    """Return the entities, the most mentioned first."""
    by_id = {r.article.id: r for r in readings}
    found = [_entity(g, by_id) for g in links.entities]
    return tuple(sorted(found, key=lambda e: (-len(e.mentions), e.id)))


def _entity(group: EntityGroup, by_id: dict[str, Reading]) -> Entity:
    rows = [(by_id[m.article], by_id[m.article].mentions[m.index]) for m in group.members if m.article in by_id]
    forms: Counter[tuple[str, str]] = Counter()
    shown: Counter[tuple[str, str]] = Counter()
    for reading, m in rows:
        if m.form != "role":
            forms[" ".join(m.text.split()), reading.article.language] += 1
            shown[_whole(reading.article.text, m), reading.article.language] += 1
    only_roles = not forms
    if only_roles:
        for reading, m in rows:
            forms[" ".join(m.text.split()), reading.article.language] += 1
    cites = sorted({Citation(r.article.id, m.start, m.end) for r, m in rows})
    return Entity(
        id=group.id,
        kind=group.kind,
        name=_names(shown or forms, group.kind),
        aliases=tuple(dict.fromkeys(f for f, _ in sorted(forms, key=lambda f: (-forms[f], f)))),
        roles=_roles(rows),
        mentions=tuple(cites),
        reasons=group.reasons,
        country=group.country,
    )


def _whole(text: str, m: Mention) -> str:
    """A name as a reader expects it: the article that «لل» took from an Arabic word is given back («للوكالة» is ل and الوكالة)."""
    words = " ".join(m.text.split())
    attached = m.kind != "person" and text[max(0, m.start - 2) : m.start] == "لل" and not words.startswith("ال")
    return f"ال{words}" if attached else words


def _names(forms: Counter[tuple[str, str]], kind: str) -> dict[str, str]:
    """The form shown in each language: the fullest of those printed often, never an acronym when a long form exists."""
    by_language: dict[str, list[tuple[int, str]]] = defaultdict(list)
    first: dict[str, int] = {}
    for at, ((form, language), n) in enumerate(forms.items()):
        by_language[language].append((n, form))
        first.setdefault(form, at)
    out = {}
    for language, rows in sorted(by_language.items()):
        most = max(n for n, _ in rows)
        usual = [r for r in rows if 4 * r[0] >= most] if kind != "person" else rows

        def worth(row: tuple[int, str]) -> tuple[int, int, int, int]:
            n, form = row
            words = len(form.split())
            odd = form.startswith(_ARABIC_LEFTOVERS) or form.isupper()
            # Of two printed as often the one a page introduced it by.
            return (-int(odd), min(words, 4) if kind == "person" else 0, n, -first[form])

        out[language] = max(usual, key=worth)[1]
    if kind == "person":
        out = {k: v if " " in v else _fuller(v, forms) for k, v in out.items()}
    # What a language's pages print in a dateline's capitals only, another's may print as a name is written.
    plain = {fold_key(form): form for form, _ in forms if not form.isupper()}
    return {k: plain.get(fold_key(v), v) if v.isupper() else v for k, v in out.items()}


def _fuller(word: str, forms: Counter[tuple[str, str]]) -> str:
    """The full name that pages of another language print in the same letters, when one's own print only a word of it."""
    script, own = script_of(word), fold_key(word)
    fuller = {f for f, _ in forms if " " in f and script_of(f) == script and own in fold_key(f).split()}
    return max(fuller, key=lambda f: (sum(n for (g, _), n in forms.items() if g == f), f), default=word)


def _roles(rows: Sequence[tuple[Reading, Mention]]) -> tuple[RoleHeld, ...]:
    """Every role as printed, the fullest first, each with its places and the days of the pages that say it."""
    cites: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    shown: dict[tuple[str, str], str] = {}
    dates: dict[tuple[str, str], Interval] = {}
    for reading, m in rows:
        if m.role is not None:
            spans = [(m.role.text, m.role.start, m.role.end, m.role.language)]
        elif m.form == "role" and not m.plural:
            spans = [(m.text, m.start, m.end, reading.article.language)]
        else:
            continue
        for text, start, end, language in spans:
            key = (fold_key(text), language)
            shown.setdefault(key, " ".join(text.split()))
            cites[key].append(Citation(reading.article.id, start, end))
            if m.role is not None and (held := _held(m.role, cites[key][-1])) is not None:
                dates.setdefault(key, held)
    ordered = sorted(shown, key=lambda k: (-len(cites[k]) * (1 + (len(k[0].split()) > 2)), -len(k[0]), k))
    return tuple(RoleHeld(shown[k], k[1], tuple(sorted(set(cites[k]))), dates.get(k)) for k in ordered)


def _held(role: RoleMention, cite: Citation) -> Interval | None:
    """The years a page says an office was held; of a term whose one end is not said, the year of the other."""
    first, last = role.since or role.until, role.until or role.since
    if first is None or last is None:
        return None
    if role.since and role.until:
        said, precision = f"{first}–{last}", "year" if first == last else "range"
    else:
        said, precision = f"since {first}" if role.since else f"until {last}", "about"
    basis = f"“{said}” beside the office"
    return Interval(date(first, 1, 1), date(last, 12, 31), precision, basis, (cite,))  # type: ignore[arg-type]


def display_name(entity: Entity, language: str) -> str:
    """Return the name to show to a reader of a language: printed in it, else in its script, else any."""
    if language in entity.name:
        return entity.name[language]
    script = "Arabic" if language == "ar" else "Latin"
    for name in entity.name.values():
        if script_of(name) == script:
            return name
    return next(iter(entity.name.values()), entity.id)
