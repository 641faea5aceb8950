"""The dossier as a Word document: real footnotes, one a citation, right-to-left paragraphs as Word writes them.

Written as Office Open XML (ECMA-376) directly, since no library at hand writes footnotes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import regex
from lxml import etree

from isnad.export.outline import Item, Note, Paragraph, Table, Words, outline
from isnad.export.words import labels, quotes
from isnad.model import Dossier
from isnad.text import direction, script_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}")
_SCRIPTS = {
    True: regex.compile(r"([\p{Latin}\p{Greek}\p{Cyrillic}](?:[^\p{Arabic}]*[\p{Latin}\p{Greek}\p{Cyrillic}])?)"),
    False: regex.compile(r"(\p{Arabic}(?:[^\p{Latin}\p{Greek}\p{Cyrillic}]*\p{Arabic})?)"),
}
"""In words that run right to left, the stretches that run the other way; in words that run left to right, the Arabic ones."""
_MARKS = {True: "\u200f", False: "\u200e"}
_LANGUAGES = {"ar": "ar-SA", "fr": "fr-FR", "es": "es-ES", "en": "en-GB"}
_STYLE = {
    "title": "Title",
    "badge": "Subtitle",
    "h1": "Heading1",
    "h2": "Heading2",
    "entry": "ListBullet",
    "sub": "ListBullet2",
    "quote": "Quote",
    "by": "ByLine",
}
_COLUMNS = (1900, 2600, 4912)
"""Widths of a table's columns in twentieths of a point: all of the page between its margins."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_docx(dossier: Dossier, language: str) -> bytes:
    """Return the dossier as a .docx file.

    What it cannot carry: the page around a citation, the reasons of joins, and who copied whom.
    """
    writer = _Writer(language)
    title = ""
    for p in outline(dossier, language):
        if isinstance(p, Table):
            writer.table(p)
            continue
        if p.style == "title":
            title = "".join(x.text for x in p.items if isinstance(x, Words))
        writer.paragraph(p)
    return writer.packed(title)


def _el(name: str, parent: etree._Element | None = None, **attributes: str) -> etree._Element:
    made = (
        etree.Element(f"{{{W}}}{name}", nsmap={"w": W})
        if parent is None
        else etree.SubElement(parent, f"{{{W}}}{name}")
    )
    for key, value in attributes.items():
        made.set(f"{{{W}}}{key}", value)
    return made


class _Writer:
    """Builds the body and the footnotes side by side."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.rtl = language == "ar"
        self.document = _el("document")
        self.body = _el("body", self.document)
        self.footnotes = _el("footnotes")
        self.notes = 0
        for ident, kind, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        ):
            note = _el("footnote", self.footnotes, type=kind, id=str(ident))
            _el(mark, _el("r", _el("p", note)))

    def paragraph(self, p: Paragraph) -> None:
        """Write a paragraph; it runs right to left when its first words do, or the document does and they are figures."""
        own = p.style in ("entry", "sub", "by", "badge", "h1")
        self.lines(p.items, _STYLE[p.style], self.rtl if own else self.runs(p.items), self.body)

    def runs(self, items: Sequence[Item]) -> bool:
        """True of words that run right to left: the first that have a script do, or none has one and the document does."""
        first = next((x.text for x in items if isinstance(x, Words) and script_of(x.text)), "")
        return direction(first) == "rtl" or (self.rtl and not first)

    def lines(self, items: Sequence[Item], style: str, rtl: bool, parent: etree._Element) -> None:
        made = _el("p", parent)
        properties = _el("pPr", made)
        _el("pStyle", properties, val=style)
        if rtl:
            _el("bidi", properties)
        elif self.rtl:
            _el("bidi", properties, val="0")  # said, or LibreOffice takes the direction of the pages
        for n, item in enumerate(items):
            if isinstance(item, Note):
                if n and isinstance(items[n - 1], Note):
                    self.raised(",", made)  # else notes 2 and 3 read as note 23
                self.note(item, rtl, made)
            else:
                self.run(item, made)

    def table(self, t: Table) -> None:
        """Write a table over the width of the page; its columns run as the document does, its last one, a page's words, as these do."""
        made = _el("tbl", self.body)
        properties = _el("tblPr", made)
        if self.rtl:
            _el("bidiVisual", properties)
        _el("tblW", properties, w="5000", type="pct")
        borders = _el("tblBorders", properties)
        for side in ("top", "bottom", "insideH"):
            _el(side, borders, val="single", sz="4", color="C9C5BC")
        _el("tblLayout", properties, type="fixed")
        margins = _el("tblCellMar", properties)
        for side in ("top", "bottom"):
            _el(side, margins, w="40", type="dxa")
        grid = _el("tblGrid", made)
        for width in _COLUMNS:
            _el("gridCol", grid, w=str(width))
        heads = tuple((Words(w.text, w.language, soft=True),) for w in t.head)
        for n, cells in enumerate((heads, *t.rows)):
            row = _el("tr", made)
            row_properties = _el("trPr", row)
            _el("cantSplit", row_properties)
            if n == 0:
                _el("tblHeader", row_properties)
            for column, (width, items) in enumerate(zip(_COLUMNS, cells, strict=True)):
                cell = _el("tc", row)
                _el("tcW", _el("tcPr", cell), w=str(width), type="dxa")
                # Lists of names run as the document does, a page's own words as they do.
                self.lines(items, "TableCell", self.runs(items) if column == len(_COLUMNS) - 1 else self.rtl, cell)
        self.lines((), "TableCell", self.rtl, self.body)  # two tables one behind the other would be one

    def raised(self, mark: str, parent: etree._Element) -> None:
        """Write a mark as high as the numbers of notes."""
        made = _el("r", parent)
        _el("rStyle", _el("rPr", made), val="FootnoteReference")
        _el("t", made).text = mark

    def run(self, words: Words, parent: etree._Element) -> None:
        """Write words, those of each script in a run of their own: Word gives a run one direction and one language.

        A page's words run as their language does, whatever the document does, between marks of their direction (Unicode Annex
        9): else their last full stop or quotation mark would jump to where the document's lines end.
        """
        text = _CONTROL.sub("", words.text)
        rtl = words.language == "ar" if words.language in _LANGUAGES else self.rtl
        mark = "" if rtl == self.rtl else _MARKS[rtl]
        # Every second piece is what the pattern caught: it runs the other way.
        pieces = [(piece, n % 2 == 0) for n, piece in enumerate(_SCRIPTS[rtl].split(f"{mark}{text}{mark}")) if piece]
        for piece, along in pieces:
            self._run(piece, words, rtl if along else not rtl, parent)
        if mark:
            self._run(
                _MARKS[self.rtl], words, self.rtl, parent
            )  # else a number behind would join what runs the other way

    def _run(self, text: str, words: Words, rtl: bool, parent: etree._Element) -> None:
        made = _el("r", parent)
        properties = _el("rPr", made)
        if words.strong:
            _el("b", properties)
            _el("bCs", properties)
        if words.soft:
            _el("color", properties, val="6B675F")
        if rtl:
            _el("rtl", properties)
        latin = words.language if words.language != "ar" else None
        code = _LANGUAGES["ar"] if rtl else _LANGUAGES.get(latin or ("en" if self.rtl else self.language), "en-GB")
        _el("lang", properties, **({"bidi": code} if rtl else {"val": code}))
        held = _el("t", made)
        held.text = text
        held.set(_XML_SPACE, "preserve")

    def note(self, note: Note, rtl: bool, parent: etree._Element) -> None:
        """Write a reference and its footnote.

        The reference stands behind a mark of the paragraph's direction. Else its number joins a stretch that runs the other way,
        and LibreOffice 7.4 lays out without end where such a stretch with a note in it meets the end of a page.
        """
        self.notes += 1
        _el("t", _el("r", parent)).text = _MARKS[rtl]
        made = _el("r", parent)
        _el("rStyle", _el("rPr", made), val="FootnoteReference")
        _el("footnoteReference", made, id=str(self.notes))
        held = _el("p", _el("footnote", self.footnotes, id=str(self.notes)))
        properties = _el("pPr", held)
        _el("pStyle", properties, val="FootnoteText")
        if self.rtl:
            _el("bidi", properties)
        mark = _el("r", held)
        _el("rStyle", _el("rPr", mark), val="FootnoteReference")
        _el("footnoteRef", mark)
        before, after = quotes(self.language)
        self.run(Words(f" {note.source}{_MARKS[self.rtl]}"), held)
        if note.title:
            self.run(Words(" — "), held)
            self.run(Words(note.title, note.language), held)
        self.run(Words(f"{_MARKS[self.rtl]}{labels(self.language).get('colon')} {before}"), held)
        self.run(Words(note.words, note.language), held)
        # Between two stretches that run the other way the closing mark would run with them.
        self.run(Words(f"{after}{_MARKS[self.rtl]} "), held)
        # Offsets are read from the left, like an address.
        self.run(Words(f"[{note.cite.start}–{note.cite.end}]", "en", soft=True), held)
        if note.address:
            self.run(Words(f" {note.address}", "en", soft=True), held)

    def packed(self, title: str) -> bytes:
        """Return the file: the parts of the package, the same bytes for the same dossier."""
        section = _el("sectPr", self.body)
        _el("footerReference", section, type="default").set(f"{{{_OFFICE}}}id", "rId4")
        _el("pgSz", section, w="11906", h="16838")
        sides = dict.fromkeys(("top", "right", "bottom", "left"), "1247")
        _el("pgMar", section, **sides, header="708", footer="708", gutter="0")
        if self.rtl:
            _el("bidi", section)
        parts = {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS,
            "docProps/core.xml": _core(title, self.language),
            "word/_rels/document.xml.rels": _DOCUMENT_RELS,
            "word/document.xml": _bytes(self.document),
            "word/footnotes.xml": _bytes(self.footnotes),
            "word/settings.xml": _SETTINGS,
            "word/footer1.xml": _FOOTER,
            "word/styles.xml": _STYLES.encode(),
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _bytes(tree: etree._Element) -> bytes:
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "footnotes": "footnotes",
    "settings": "settings",
    "footer1": "footer",
}
"""Parts of the folder ``word`` → what the package calls them."""
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    + "".join(f'<Override PartName="/word/{k}.xml" ContentType="{_MAIN}.{v}+xml"/>' for k, v in _PARTS.items())
    + "</Types>"
).encode()
_RELS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
).encode()
_DOCUMENT_RELS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId4" Type="{_OFFICE}/footer" Target="footer1.xml"/></Relationships>'
).encode()
# The lines between text and notes are notes themselves, and only the settings say which (ECMA-376, 17.11.9). The mode is that of
# Word 2013: without it Word opens the file as an old one.
_SETTINGS = (
    f'{_XML}<w:settings xmlns:w="{W}"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
).encode()
_FOOTER = (
    f'{_XML}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
    "</w:fldSimple></w:p></w:ftr>"
).encode()


def _core(title: str, language: str) -> bytes:
    """Return what file managers and libraries show of a document; no day of making, that the same dossier makes the same bytes."""
    made = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for name, words in (
        ("title", _CONTROL.sub("", title)),
        ("creator", "isnad"),
        ("language", _LANGUAGES.get(language, "en-GB")),
    ):
        etree.SubElement(made, f"{{{_DC}}}{name}").text = words
    return _bytes(made)


def _style(
    name: str, label: str, size: int, paragraph: str = "", run: str = "", kind: str = "paragraph", based: str = "Normal"
) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if name != "Normal" and kind == "paragraph" else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{default}><w:name w:val="{label}"/>{on}<w:pPr>{paragraph}</w:pPr>'
        f'<w:rPr>{run}<w:sz w:val="{size}"/><w:szCs w:val="{size + 2}"/></w:rPr></w:style>'
    ).replace("<w:pPr></w:pPr>" if kind == "character" else "\0", "")


_STYLES = (
    f'{_XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Normal", "Normal", 21, '<w:spacing w:after="80" w:line="276" w:lineRule="auto"/>')
    + _style("Title", "Title", 40, '<w:spacing w:after="120"/>', "<w:b/><w:bCs/>")
    + _style("Subtitle", "Subtitle", 21, '<w:spacing w:after="280"/>')
    + _style(
        "Heading1",
        "heading 1",
        28,
        '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
        "<w:b/><w:bCs/>",
    )
    + _style(
        "Heading2",
        "heading 2",
        23,
        '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/>',
        "<w:b/><w:bCs/>",
    )
    + _style("ListBullet", "List Bullet", 21, '<w:spacing w:before="100" w:after="20"/>')
    + _style("ListBullet2", "List Bullet 2", 20, '<w:spacing w:after="30"/><w:ind w:start="360"/>')
    + _style(
        "Quote",
        "Quote",
        21,
        '<w:keepNext/><w:spacing w:before="120" w:after="20"/><w:ind w:start="360" w:end="360"/>',
        "<w:i/>",
    )
    + _style("TableCell", "Table cell", 20, '<w:spacing w:after="0" w:line="259" w:lineRule="auto"/>')
    + _style("ByLine", "Quote source", 19, '<w:spacing w:after="120"/><w:ind w:start="360"/>')
    + _style("FootnoteText", "footnote text", 17, '<w:spacing w:after="20" w:line="240" w:lineRule="auto"/>')
    + _style("Footer", "footer", 17, '<w:jc w:val="center"/>', '<w:color w:val="6B675F"/>')
    + _style("FootnoteReference", "footnote reference", 17, "", '<w:vertAlign w:val="superscript"/>', "character")
    + "</w:styles>"
)
