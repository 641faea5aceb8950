"""Where a message in a network was passed on from: a page has the name of whom it is of, a group is nobody's, and its marks are no names."""

from __future__ import annotations

import regex

from isnad.extract.persons import press_words
from isnad.text import fold_key

_NETWORK = r"(?:facebook|fb|whatsapp|telegram|twitter|instagram|(?:ال)?(?:فيسبوك|فيس بوك|واتساب|واتس اب|تلغرام|تليغرام|تيليغرام|تويتر|انستغرام))"
_PAGE = regex.compile(
    rf"(?:(?:la|le|el|the)\s+)?(?:page|pagina|compte|cuenta|account|صفحه|حساب|قناه)(?:\s+(?:officielle|oficial|official|الرسميه))?"
    rf"(?:\s+(?:en|sur|on|de)?\s*(?P<before>{_NETWORK}))?(?:\s+(?:de|du|des|del|of)(?=\s)|\s+d')?\s*(?P<name>\S.*?)"
    rf"(?:\s+(?:sur|en|on|علي|في)\s+(?P<behind>{_NETWORK}))?"
)
"""A page of somebody's in a network, folded: «صفحة الوادي على فيسبوك», "la page Facebook de La Vallée"; without the network it may be a paper's name."""
_GROUP = regex.compile(
    rf"(?:(?:le|un|el|the|a)\s+)?(?:groupe?|grupo)\s+(?:\S+\s+)?{_NETWORK}\b.*|(?:{_NETWORK}\s)(?:groupe?|grupo)\b.*"
    r"|(?:مجموعه|مجموعات|قروب|كروب|جروب|غروب)(?!.*(?:اعلامي|صحفي|نشر|وكال))\s.*"
)
"""A group of a chat, folded: what is passed on there is of no outlet."""
_CLOCK = regex.compile(r"\d{1,2}\s?(?:[h:.]\s?\d{0,2}|hs?|[ap]\.?m\.?)(?:\s?(?:min|mn|gmt|hs?|[ap]\.?m\.?))?\.?")
_PASSED = regex.compile(
    r"(?:(?:message|mensaje|messages)\s)?(?:forwarded|transfere\p{L}*|reenviad\p{L}+|(?:(?:تم|تمت|اعيد|اعاده|معاد|معاده)\s)?(?:اعاده\s)?(?:ال)?توجيه\p{L}*)\s+.{0,16}?\b(?:many|several|multiple|plusieurs|muchas|varias|مرات|عده|كثيره)\b.{0,16}"
)
_MEDIA = regex.compile(
    r"[\[<(](?:photo|image|imagen|foto|video|audio|voice message|message vocal|nota de voz|media omitted|medias? omis|multimedia omitido|صوره|فيديو|مقطع(?: فيديو)?|تسجيل صوتي|مرفق)[\])>]"
)
_COPIED = regex.compile(
    r"(?:منقول\p{L}*|نقلا|copie\p{L}*|copia\p{L}*|copied|repris\p{L}*|partage\p{L}*|compartid\p{L}+|shared|reposted)\s+(?:عن|من|de|du|depuis|desde|from|sur)\s+"
)


def whose(name: str) -> str | None:
    """Return the outlet that a printed source is: of a page in a network whom it is of; ``None`` for a group, an hour, or what every outlet is called."""
    key = fold_key(name)
    if _CLOCK.fullmatch(key) or _GROUP.fullmatch(key):
        return None
    found = _PAGE.fullmatch(key)
    if found is None or not (found["before"] or found["behind"]):
        return name
    words = found["name"].split()
    if len(words) == 1 and not press_words().isdisjoint((words[0], words[0].removeprefix("ال"))):
        return None  # «صفحة الإذاعة على فيسبوك»
    printed = name.split()
    return next(
        (
            kept
            for a in range(len(printed))
            for b in range(len(printed), a, -1)
            if fold_key(kept := " ".join(printed[a:b])) == found["name"]
        ),
        name,
    )


def any_outlet(name: str) -> bool:
    """Return whether a name is only what outlets, pages and groups are called: «الإذاعة», "the page"."""
    words = fold_key(name).split()
    return (
        bool(words)
        and words[-1].removeprefix("ال") in _KINDS
        and (len(words) == 1 or words[0] in ("the", "la", "le", "el"))
    )


_KINDS = frozenset(
    "اذاعه صفحه مجموعه جريده صحيفه موقع قناه وكاله مجله حساب page groupe group grupo pagina radio journal newspaper periodico diario cuenta compte account".split()
)


def passed_often(line: str) -> bool:
    """Return whether a line says that a message was passed on many times, or that a picture stood there: "Forwarded many times", «[صورة]»."""
    if len(line) > _MARK:
        return False
    key = fold_key(line)
    return _MEDIA.fullmatch(key) is not None or _PASSED.fullmatch(key.strip(" .:[]")) is not None


def copied_from_network(line: str) -> bool:
    """Return whether a line says that a post was copied from a page or a group in a network."""
    key = fold_key(line)
    found = _COPIED.match(key)
    rest = key[found.end() :] if found is not None else ""
    return bool(rest) and any(rest.startswith(w) for w in _PLACES)


_MARK = 60
"""Characters of the longest mark of a message passed on."""
_PLACES = (
    "صفح",
    "مجموع",
    "قناه",
    "حساب",
    "جروب",
    "page ",
    "la page",
    "groupe ",
    "grupo ",
    "pagina ",
    "la pagina",
    "a group",
    "the page",
    "the group",
)
