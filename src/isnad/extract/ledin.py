"""Lines that lead in an outlet and the day of its issue, or say in passing whose text it was: "D'après Le Fanal, 12 mars 2018"."""

from __future__ import annotations

import regex
from msgspec import Struct

from isnad.extract.chrome import phrases
from isnad.extract.datelines import all_dates
from isnad.extract.persons import called, desks, of_press, person
from isnad.extract.signatures import named_places
from isnad.text import fold_key, script_of

LONGEST, NAME, BEHIND = 170, 5, 9
"""Characters of the longest such line, words of the longest name of an outlet, and of what may stand behind the day."""
_TONGUE = r"(?:\s(?:in|en)\s\p{L}+|\sبال\p{L}+)?"
_LED = regex.compile(
    rf"(?:(?i:(?:(?:this|the) (?:article|story|piece|text|report) (?:was )?)?(?:first |originally )?(?:published|printed|carried|run|aired|broadcast){_TONGUE} (?:by|in|on)|translated from the \p{{L}}+ of|from|according to|"
    rf"(?:cet article (?:est |a été )?|ce texte (?:est |a été )?|texte |article )?(?:d'abord |initialement )?(?:publié|paru|diffusé){_TONGUE} (?:par|dans|sur|chez|à)|traduit (?:du|de l['’])\s?\p{{L}}+ de|d['’]après|selon|"
    rf"(?:este (?:artículo|texto) (?:fue )?|texto |artículo )?(?:originalmente |primero )?(?:publicado|aparecido|emitido){_TONGUE} (?:por|en)|traducido del \p{{L}}+ de|según|de)"
    rf"|(?:نشر|نشرته|نشرتها|صدر|ظهر|بث){_TONGUE}(?: في| عن)?|عن|نقلا عن|مترجم عن|ترجمة عن|منقول عن|بحسب|حسب)\s*[:：]?\s+(?P<name>\S.{{1,60}})"
)
"""What leads to an outlet, and its name, before a day."""
_BEFORE = regex.compile(
    r"[\s,،(–—-]*(?:(?<=[\s,،(–—-])(?i:of|on|du|le|del|el|dated|daté du|de)|يوم|بتاريخ|في|ليوم|المؤرخ في)?[\s,،(–—-]*$"
)
_BY = regex.compile(
    r"(?:(?i:translat\p{L}*|english|version|tradu\p{L}*|adapt\p{L}*)|ترجم\p{L}*|تعريب|نقل\p{L}*)[^:.;]{0,20}?(?:\s(?i:by|par|por|de)\s|\s*[:：]\s*)(?P<by>[\p{Lu}\p{Lo}][^.;,،]{3,40})"
)
_HELD = regex.compile(
    r"(?:©|\(c\))\s*(?:\d{4}\s)?(?P<name>[^–—|.;-]{3,40}?)\s*[–—|.;-]\s*(?:reprodu\p{L}+|republish\p{L}*|reprint\p{L}*|republi\p{L}+|repris|used|أعيد نشره|ينشر)\b.{0,40}"
    r"(?:accord|autorisation|permission|permiso|autorización|licen[cs]e|licencia|إذن|بإذن|ترخيص)",
    regex.IGNORECASE,
)
"""Whose rights a text is, and that it is printed with leave."""
_THANKED = regex.compile(
    r"(?i:(?:with |our )?thanks to|merci à|gracias a|nuestro agradecimiento a|avec l['’]aimable autorisation de|شكرا ل)\s*(?P<name>\S[^,،]{2,40})[,،]\s+(?:where|which|who|qui|où|que|donde|حيث|التي)\b.*"
    r"(?:appear|publish|ran\b|print|paru|publi|sali|نشر|ظهر)"
)
_KINDS = regex.compile(r"^(?:صحيفة|جريدة|مجلة|يومية|أسبوعية|موقع|نشرة)\s+(?=\S)")
_MARKS = ' .,،:;«»"“”‘’()'
_FIRST = frozenset(
    "this the first originally published printed carried run aired broadcast translated from after according cet ce texte article d'abord initialement publie paru diffuse "
    "traduit d'apres selon este texto articulo originalmente primero publicado aparecido emitido traducido segun de نشر نشرته نشرتها صدر ظهر بث عن نقلا مترجم ترجمه منقول بحسب حسب".split()
)


class Led(Struct, frozen=True):
    """The outlet that a line leads in, and who translated it, if told."""

    publisher: str
    translator: str | None = None


def led_in(line: str) -> Led | None:
    """Return the outlet that a short line names with the day of its issue, or with whose leave a text is printed; ``None`` for any other line."""
    if not 10 <= len(line) <= LONGEST:
        return None
    for pattern in (_HELD, _THANKED) if line[0] in "©(wWoOmMgGnNaAش" else ():
        if (found := pattern.match(line)) is not None and (name := _named(found["name"])):
            return Led(name)
    if fold_key(line.split(maxsplit=1)[0]).rstrip(":") not in _FIRST or not (days := all_dates(line)):
        return None
    found = _LED.fullmatch(_BEFORE.sub("", line[: days[0].start]))
    rest = line[days[-1].end :].strip(_MARKS)
    by = _BY.search(rest)
    translator = by["by"].strip() if by is not None else None
    if found is None or len(rest.split()) > BEHIND or (rest and by is None and not rest[0].isdigit()):
        return None
    name = _named(found["name"])
    return Led(name, translator if translator and person(translator, near=True) else None) if name else None


_ARTICLES = frozenset("the le la les el los las".split())


def _named(printed: str) -> str | None:
    """The name of an outlet, in marks or in the manner of names; nobody's own, no desk."""
    marked = regex.match(r"(?:\p{L}+\s)?[«\"“‘]([^«»\"“”]{2,50})[»\"”’](?:\s\p{L}+)?$", printed.strip())
    name = _KINDS.sub("", marked[1] if marked else printed.strip(_MARKS))
    name = name.removeprefix("the ")
    words = name.split()
    if not words or len(words) > NAME or desks().issuperset(fold_key(name).split()) or (called(name) and person(name)):
        return None
    if script_of(name) == "Arabic":
        return name if marked or of_press(printed) else None
    small = [w for w in words if w[0].islower() and len(w) > 3 and fold_key(w) not in ("from",)]
    key = fold_key(name)
    told = marked or of_press(name) or (len(words) > 1 and fold_key(words[0]) in _ARTICLES) or key.startswith("l'")
    return (
        name
        if told and not small and words[0][0].isupper() and key not in phrases("sections") | named_places()
        else None
    )
