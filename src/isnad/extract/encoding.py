"""Bytes to text: which encoding a page is in, judged by what the bytes say of themselves and by how the text reads."""

from __future__ import annotations

import codecs
import re
import zlib

import regex

from isnad.errors import NotText, TooLarge
from isnad.model import Page

LONGEST_LINE_OF_NULLS = 0.02
_META = regex.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", regex.IGNORECASE)
_XML = regex.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""", regex.IGNORECASE)
_GUESSES = ("cp1252", "cp1256", "iso-8859-6", "iso-8859-15")
_ARABIC = regex.compile(r"[\u0621-\u064a]")
_ARABIC_WORD = regex.compile(
    r"(?<![\p{L}])(?:ال[\u0621-\u064a]{2,}|في|من|على|أن|إلى|التي|الذي|عن|و[\u0621-\u064a]{2,})(?![\p{L}])"
)
_LATIN_WORD = regex.compile(
    r"(?<![\p{L}])(?:le|la|les|des|el|los|que|de|del|the|and|of|est|dans|pour|une?|à|été|más|está)(?![\p{L}])"
)
_MOJIBAKE = regex.compile(r"Ã[\x80-\xbf©¨ªª«´¹¼§¢®¯±³º]|â€[™œ\x9d“”˜¦]|Ø[§ª±³¹]|Ù[\x80-\x8a„…†‡ˆŠ]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x80-\x9f\ufffd]")


def decode(page: Page) -> tuple[str, str]:
    """Return the text of a page's bytes and the encoding it was read in.

    A byte order mark decides; then strict UTF-8; then what the page or its carrier names, unless the text reads worse
    than another encoding's. Raises :class:`~isnad.errors.NotText` when no encoding gives text.
    """
    data = _unpacked(page.data)
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if text.count("\x00") > len(text) * LONGEST_LINE_OF_NULLS:
            return _wide(data, text.replace("\x00", ""))
        return _checked(text), "utf-8"
    named = [n for n in (_named(_META, data), _named(_XML, data), page.charset) if n]
    readings = [(_readable(t), -i, t, n) for i, n in enumerate([*named, *_GUESSES]) if (t := _try(data, n)) is not None]
    # Mostly UTF-8 with a few broken bytes is UTF-8 all the same.
    broken = data.decode("utf-8", errors="replace")
    if broken.count("\ufffd") <= max(3, len(broken) // 500):
        return _checked(broken), "utf-8 (damaged)"
    if not readings:
        raise NotText("the bytes are no text in any encoding isnad knows", "save the page as UTF-8 and try again")
    best = max(readings)
    trusted = next((r for r in readings if named and r[3] == named[0]), None)
    if trusted is not None and trusted[0] >= best[0] * 0.8:
        best = trusted
    return _checked(best[2]), best[3]


LARGEST_UNPACKED = 10_000_000
"""Bytes to which a packed page may grow."""


def _unpacked(data: bytes) -> bytes:
    """The bytes of a page, unpacked within a bound when they are gzip; archives and documents of other sorts are refused."""
    if data.startswith(b"\x1f\x8b"):
        try:
            plain = zlib.decompressobj(31).decompress(data, LARGEST_UNPACKED + 1)
        except zlib.error as fault:
            raise NotText("the bytes look packed and cannot be unpacked") from fault
        if len(plain) > LARGEST_UNPACKED:
            raise TooLarge(
                f"unpacked, the page is larger than {LARGEST_UNPACKED:,} bytes", "unpack it and split it into pages"
            )
        return plain
    for mark, what in ((b"PK\x03\x04", "an archive"), (b"%PDF-", "a PDF"), (b"\xd0\xcf\x11\xe0", "an office document")):
        if data.startswith(mark):
            raise NotText(f"this is {what}, not a page", "export its text or HTML first")
    return data


def _named(pattern: regex.Pattern[bytes], data: bytes) -> str | None:
    found = pattern.search(data[:4096])
    return found.group(1).decode("ascii", "ignore").lower() if found else None


def _try(data: bytes, name: str) -> str | None:
    """The text in that encoding; a few undefined bytes are let through as replacement characters."""
    try:
        text = data.decode(name, errors="replace")
    except LookupError:
        return None
    return text if text.count("\ufffd") <= max(2, len(text) // 200) else None


def _strict(data: bytes, name: str) -> tuple[str, str]:
    try:
        return _checked(data.decode(name)), name
    except UnicodeDecodeError:
        return _checked(data.decode(name, errors="replace")), f"{name} (damaged)"


def _wide(data: bytes, narrow: str) -> tuple[str, str]:
    """UTF-16 without a mark, in which nulls stand on one side of every other byte; else ``narrow``, UTF-8 strewn with nulls."""
    for name in ("utf-16-le", "utf-16-be"):
        text = data.decode(name, errors="replace")
        clean = text.count("\x00") + text.count("\ufffd") < len(text) * LONGEST_LINE_OF_NULLS
        if clean and _readable(text) > _readable(narrow):
            return _checked(text), name
    if _readable(narrow) > 0:
        return _checked(narrow), "utf-8 (damaged)"
    raise NotText("the bytes look like a program or a picture, not like text")


def _readable(text: str) -> float:
    """How much a text reads like one of the languages: frequent words less signs of a wrong encoding."""
    sample = text[:20000]
    words = 3 * len(_ARABIC_WORD.findall(sample)) + len(_LATIN_WORD.findall(sample))
    wrong = 5 * len(_MOJIBAKE.findall(sample)) + 5 * len(_CONTROL.findall(sample))
    # Letters of the two scripts inside one word are a sure sign.
    mixed = len(regex.findall(r"[a-z][\u0621-\u064a]|[\u0621-\u064a][a-zà-ÿ]", sample))
    return float(words - wrong - mixed + 0.001 * len(_ARABIC.findall(sample)))


def _checked(text: str) -> str:
    """Refuse what decodes but is no text."""
    sample = text[:50000]
    if _CONTROL.search(sample) and len(_CONTROL.findall(sample)) > len(sample) * 0.05:
        raise NotText("the bytes look like a program or a picture, not like text")
    return text
