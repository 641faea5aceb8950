"""Arabic sentences that open with a verb, an office and a name: whether the office did it to whom the name is of.

«عيّن رئيس الدولة *فابيان أوروزكو* وزيرا للزراعة» appoints him and does not call him head of state; «استقبل رئيس البرلمان *نادر الشويخ*.» leaves nobody
else to be received; but in «استقبل وزير الخارجية حاتم الزرعوني *وفدا*» the minister bears the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.names.lexicon import office_words
from isnad.annotate.names.words import Word

_APPOINTED = frozenset(
    "عين كلف نصب سمي رشح اقال اعفي عزل رقي انتدب ندب فصل طرد احال استدعي زكي اختار اوفد فوض نحي جرد خلع قلد وشح بايع وظف اقصي استبعد".split()
)
"""What puts somebody into an office or out of one."""
_MET = frozenset(
    "استقبل التقي قابل اتهم كرم هنا هنء هنئ ودع انتقد شكر وبخ عاقب اوقف اعتقل احتجز هاجم مدح حيا نعي رثي ادان حاكم خاطب نبه حذر اهان".split()
)
"""What is done to somebody, who must stand in the sentence."""
_LEADS = frozenset(
    "في من الي علي ب ل عن مع خلال بعد قبل اثناء بصفته بمنصب بمهمه خلفا بدلا نائبا خليفه لدي عبر عقب اثر امام رسميا".split()
)
_STOPS = ".؟!؛"


def acted_on(words: Sequence[Word], first: int, b: int) -> bool:
    """Return whether the office that begins at a place did what the verb before it says to the person whose name ends at ``b``."""
    key = _verb(words[first - 1].key) if first else ""
    if key and (_of_other_sex(words[first - 1], words[first]) or _two_offices(words, first, b)):
        return False
    if key in _APPOINTED:
        k = _behind_aside(words, b)
        return k >= len(words) or ((_leads(words[k]) or _becomes(words, k)) and not _object(words, k))
    return key in _MET and _nobody_else(words, b)


def _of_other_sex(verb: Word, office: Word) -> bool:
    """True of a verb that says he and an office that is hers, which it then was done to: «وكلف مديرة العمليات»."""
    plain = verb.key.removeprefix("و").removeprefix("س")
    return office.text.endswith("ة") and not verb.key.endswith("ت") and not plain.startswith("ت")


def _two_offices(words: Sequence[Word], first: int, b: int) -> bool:
    """True where a second office follows the first, which did it to who holds the second: «أقال الرئيس وزير الداخلية كريم عياد»."""
    if not words[first].text.startswith("ال") or first + 1 >= b:
        return False
    second = words[first + 1]
    return second.key in office_words("ar") and not second.text.startswith("ال")


def _verb(key: str) -> str:
    """The verb in its plainest form: «وعيّنت», «سيعين»."""
    for k in (key, key.removeprefix("و"), key.removeprefix("و").removeprefix("س")):
        forms = (k, k.removesuffix("ت"), k[1:] if k[:1] in "يت" else k)
        if found := next((f for f in forms if f in _APPOINTED or f in _MET), ""):
            return found
    return ""


def _leads(w: Word) -> bool:
    """True of a mark, a preposition, or a word that one is grown on to: «بتشكيل», «لقيادة»."""
    grown = w.key[:1] in "بل" and len(w.key) > 3 and w.kind == "word"
    return w.kind != "word" or w.key in _LEADS or grown


def _behind_aside(words: Sequence[Word], b: int) -> int:
    """Where the sentence goes on behind a few words between commas: «، مساء أمس،»."""
    if b >= len(words) or words[b].text != "،":
        return b
    closed = next((k for k in range(b + 1, min(len(words), b + ASIDE)) if words[k].text == "،"), b)
    return closed + 1 if closed > b else b


ASIDE = 7


def _object(words: Sequence[Word], k: int) -> bool:
    """True where a comma stands before another's office: who bears the name did it to that one."""
    after = words[k + 1] if words[k].text == "،" and k + 1 < len(words) else words[k]
    return after.key in office_words("ar") and not after.text.rstrip("ً").endswith("ا")


def _becomes(words: Sequence[Word], b: int) -> bool:
    """True of the office somebody is given, in the accusative: «وزيرا», «أمينا عاما», «رئيسة»."""
    w = words[b]
    return w.text.rstrip("ً").endswith(("ا", "ة")) and (
        w.key.removesuffix("ا") in office_words("ar") or w.key in office_words("ar")
    )


def _nobody_else(words: Sequence[Word], b: int) -> bool:
    """True where the sentence ends, at once or behind one phrase that a preposition opens."""
    if b >= len(words) or words[b].text in _STOPS:
        return True
    if not _leads(words[b]) or words[b].kind == "mark" or words[b].key == "و":
        return False  # «وفدا», read as «و» and a word
    end = next((k for k in range(b, len(words)) if words[k].text in _STOPS), len(words))
    return end - b <= 3


__all__ = ["acted_on"]
