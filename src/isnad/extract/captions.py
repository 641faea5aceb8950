"""What single lines say of themselves as captions of pictures: a word for picture, a credit at the end, an agency."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.chrome import phrases
from isnad.extract.datelines import little_else
from isnad.extract.looks import CREDITS, folded, may_hold
from isnad.extract.persons import agency, desks, person
from isnad.extract.phrases import starts_with
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

LONGEST = 600
"""Characters of the longest caption; longer lines are not looked at."""
LONGEST_SIGNED = 220
"""Characters of the longest caption that only a name or an agency at its end tells."""
_CREDIT_END = 120
"""Characters at the end of a line in which its credit stands."""
MOST_WORDS = 26
"""Words of the longest caption that opens with what it shows: "File photo of …"."""
MOST_CAPTION = 60
"""Words of the longest caption."""
_SPEECH = regex.compile(r"[“«\"][^“”«»\"]{12,}[”»\"]")
_END = re.compile(
    rf"(?:\(|\[|[/|©.]\s?|\s[-–—]\s)(?:{'|'.join(map(re.escape, CREDITS))})(?!\w)[^()]{{0,60}}[)\]]?\.?\s*$|©\s?\S.{{0,60}}$",
    re.IGNORECASE,
)
_SETS_OFF = frozenset("-–—")
_DASHED = re.compile(r"\s[-–—|]\s")
_HEAD = re.compile(r"[^:：\]]{0,30}[:：©\]]|\(")
_AGENCY_FIRST = re.compile(
    r"(?:AFP|AP|EPA|EFE|ANSA|DPA|REUTERS|Reuters|Getty(?: Images)?|MAP|APS|TAP)(?: [Pp]hotos?)?\s?/\s?[^\W\d_][^/\n]{2,40}$"
)
"""A line that is nothing but a credit: "AFP/Claire Montbrun"."""
_NAMED_IN_BRACKETS = regex.compile(
    r"[(\[](?:[^()\[\]]{0,60}\b(?i:photo|foto|image|imagen|via AP)\b[^()\[\]]{0,60}|(?:File:\s?)?(?:\p{Lu}[\p{L}.'’-]*\s?){1,4}/\s?(?:\p{Lu}[\p{L}.'’-]*\s?(?i:via )?){1,5})[)\]]\.?\s*$"
)
"""A name and a house in brackets at the end: "[Nora Whitlock/AFP]", "(AP Photo/Nora Whitlock)", "(N. Whitlock/The Herald via AP)"."""
_STOPPED = regex.compile(r"[.!?»”]\s+(?P<name>\p{Lu}[\p{L}.]*(?:\s\p{L}+){0,3})\.?\s*$")
LONGEST_STOPPED = 16
"""Words of the longest caption that only a house behind its full stop tells: "Grúas en el muelle. Europa Press"."""
_FILED = re.compile(r"(?:FILE(?: PHOTO)?|ARCHIVO|ARCHIVES?|ARCHIVIO|أرشيف)\s*(?:[-–—:]|\.-)\s*\S")
_CREDIT = regex.compile(r"(?:[-–—ـ/|(\[.]\s*)([\p{L}\p{M}' ]{2,24}?)\s*[:：]")
_GROWN = regex.compile(r"\p{Ll}(?:Credit|Photo|Image|Picture|Foto|Crédit|Imagen)s?\s?:\s?\p{Lu}[^:]{1,60}$")
_BRACKETED = regex.compile(r"[^.!?؟…\s]\s*\((?:[\p{Lu}\p{Lo}][\p{L}.'’-]*\s?){1,4}\)\s*$")
_FILE = regex.compile(
    r"\((?:[\d.,]+\s?[KMG]?[Bo]\s?)?(?:PDF|DOCX?|XLSX?|ZIP|PPTX?|MP[34]|ODT|CSV)(?:[\s,;–-]*[\d.,]+\s?[KMGkm]?[Bo])?\)\.?$",
    regex.IGNORECASE,
)
"""A file to download, no picture: "Resolución 118/2021 (PDF, 2 MB)"."""
_SLASHED = regex.compile(r"[.\p{L}]\s*/\s*(?:\p{Lu}\.\s?)?\p{Lu}[\p{Lu}\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3}\s*$")
_INITIALS = regex.compile(r"[.\p{L}]\s*[|/]\s*(?:\p{Lu}\.\s?){1,3}\s*$")
_CAPITALS = regex.compile(
    r"[.!?»”]\s*[|/–-]?\s*(?:\p{Lu}\.\s?){0,2}(?:\p{Lu}['’])?\p{Lu}{3,}(?:[\s/-]\p{Lu}{2,}){0,4}\.?\s*$"
)
_ACRONYM = regex.compile(r"[.!?»”]\s+\p{Lu}{2,6}\s*$")
_LAST = regex.compile(
    r"(?:\s[-–—|]\s|/|\()(?P<name>[\p{L}][\p{L}\p{M}. ]{1,30}?)\s*(?:[-–—/,،]\s*[\p{L}\p{M} ]{3,14})?\)?\s*$"
)


_SET_OFF = re.compile(r"[-–—|/(]")


def captioned(b: Block) -> bool:
    """True for a line that says it is a caption; not an agency alone, which signs the text, and not the date line of one."""
    if b.prose and ends_with_acronym(b.text) and _SPEECH.search(b.text):
        return False  # the last words of an agency's text and its name: "…», advirtió el presidente del colegio. AAN"
    return b.words <= MOST_CAPTION and looks_captioned(b.text) and not agency(b.text) and not little_else(b.text)


def looks_captioned(line: str) -> bool:
    """True when a line says it is a caption: "Photo : …", "(AFP)", "© …", "File photo of …", «… - الأناضول»."""
    return len(line) <= LONGEST and _looks_captioned(line)


@lru_cache(maxsize=2048)
def _looks_captioned(line: str) -> bool:
    if opens_captioned(line) or _ends_credited(line) or credited(line):
        return True
    return len(line) < LONGEST_SIGNED and _signed(line)


def opens_captioned(line: str) -> bool:
    """True when a line opens as captions do: "Photo : …", "FILE - …", «صورة أرشيفية لـ…»."""
    length = starts_with(line, "caption")
    if length and _HEAD.match(line[: length + 12]):
        return True
    if starts_with(line, "captioned") and len(line.split()) <= MOST_WORDS:
        return True
    first = line[:1]
    if (first in "FAأ" and _FILED.match(line)) or (first in "AERDGMT" and _AGENCY_FIRST.match(line)):
        return True
    return _in_file_photo(line)


def _in_file_photo(line: str) -> bool:
    """A short sentence that says at its end that it is a picture's: "El muelle tres, en una imagen de archivo."."""
    if len(line) > LONGEST_SIGNED:
        return False
    end = folded(line).rstrip(" .)]")
    if end[-3:] in _ends() and end.endswith(_file_photos()):
        return True
    return ", " in end and end.count(" ") < LONGEST_SHOWN and _SHOWN.search(end) is not None


LONGEST_SHOWN = 22
"""Words of the longest sentence that says behind a comma whose picture it is under."""
_SHOWN = re.compile(
    r"^[^,:;.]{4,80}, (?:en una (?:imagen|foto|fotografia) (?:cedida|facilitada|difundida|publicada|tomada|compartida|distribuida)"
    r"|sur une (?:image|photo|photographie) (?:fournie|transmise|diffusee|publiee|prise|partagee|cedee)"
    r"|in an? (?:undated |recent |handout )?(?:image|photo|photograph|picture) (?:provided|released|supplied|taken|shared|posted)"
    r"|في صوره (?:نشرها|نشرتها|وزعتها|وزعها|التقطت|التقطها|من ارشيف|ارسلها|ارسلتها))"
)
"""What such a sentence says, folded: "Elena Ríos, en una imagen cedida por la familia."."""


@cache
def _ends() -> frozenset[str]:
    """The last three characters of what ends captions, for a cheap look."""
    return frozenset(w[-3:] for w in _file_photos())


@cache
def _file_photos() -> tuple[str, ...]:
    return tuple(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["pictured"])


def _ends_credited(line: str) -> bool:
    """A credit at the very end: "(Photo : …)", "/ EFE", "© …"; after a dash only where the line is short."""
    if not may_hold(line, "credit") and "©" not in line:
        return False
    found = _END.search(line, max(0, len(line.rstrip()) - _CREDIT_END))
    if found is None:
        return False
    if found.group().strip()[:1] not in _SETS_OFF:
        return True
    return len(line) < LONGEST_SIGNED and not _DASHED.search(line, 0, found.start())


def _signed(line: str) -> bool:
    """A line without a full stop that ends in a name in brackets, in "/ J. NAME", in an agency, or in capitals behind the stop.

    "…, el martes. | P. ALCARAZ", "… en Torrejón. EXTERIORES". Each pattern is asked only of a line that can end so.
    """
    end = line.rstrip()
    if end.endswith((")", ").")) and _FILE.search(end):
        return False
    if end.endswith(")") and _BRACKETED.search(line):
        return True
    if len(line.split()) <= LONGEST_STOPPED and ends_with_agency(line):
        return True
    if "/" in line and _SLASHED.search(line):
        return not beside_desk(line)
    if end.endswith(".") and ("/" in line or "|" in line) and _INITIALS.search(line):
        return True
    if end.removesuffix(".")[-1:].isupper() and _CAPITALS.search(line) is not None:
        return True
    start = max(0, len(end) - 50)
    last = _LAST.search(line, start) if _SET_OFF.search(line, start) else None
    return last is not None and fold_key(last["name"]) in _agencies()


def beside_desk(line: str) -> bool:
    """Return whether a line is an author and his desk: "Suyapa Rodas / Redacción Sucesos"."""
    name, _, desk = line.partition("/")
    words = fold_key(desk).split()
    return bool(words) and words[0] in desks() and person(name.strip())


def ends_with_agency(line: str) -> bool:
    """True for a line that ends in its sentence and in the name of an agency or of a house that sells pictures."""
    stopped = _STOPPED.search(line, max(0, len(line.rstrip()) - 40))
    return stopped is not None and fold_key(stopped["name"]).strip(" .") in _agencies()


def ends_with_acronym(line: str) -> bool:
    """True for a line that ends in its sentence and in one word of capitals, as agencies sign their texts."""
    end = line.rstrip()
    return end[-1:].isupper() and _ACRONYM.search(line, max(0, len(end) - 12)) is not None


def credited(line: str) -> bool:
    """True for a photo credit after a dash or a stop, or grown onto the last word: "… - تصوير: …", "…. Crédit : …", "quayCredit: EPA"."""
    coloned = ":" in line or "：" in line
    if coloned and _GROWN.search(line) is not None:
        return True
    if line.rstrip(" .")[-1:] in ("]", ")") and _NAMED_IN_BRACKETS.search(line, max(0, len(line) - 120)) is not None:
        return True
    return coloned and any(fold_key(m.group(1)).strip() in _words() for m in _CREDIT.finditer(line))


@cache
def _words() -> frozenset[str]:
    return frozenset(w.strip("( ") for w in phrases("caption"))


@cache
def _agencies() -> frozenset[str]:
    """The names of agencies and of those that sell pictures, folded; not the acronyms that are words in capitals anyway."""
    rows = table("shared", "agencies")["agencies"]
    houses = [h for k in LANGUAGES for h in table(k, "chrome")["picture_houses"]]
    return frozenset(fold_key(n).strip("() ") for n in (*houses, *(n for row in rows for n in row)) if len(n) > 2)
