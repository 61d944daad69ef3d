"""A text document (.docx) in its smallest whole form: headings, paragraphs, tables whose header stands on every page.

Source: ECMA-376 (Office Open XML), WordprocessingML. The same content gives the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What XML cannot hold: control characters, halves of pairs, U+FFFE and U+FFFF.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BEGINS = (1980, 1, 1, 0, 0, 0)
_PAGE, _SIDE = (16838, 11906), 1134  # A4 lying, in twentieths of a point; 2 cm at the sides
_LETTER = 95  # a digit of the table's type, in twentieths of a point
_STYLES = f"""<w:styles xmlns:w="{_W}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>
<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>
<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>
<w:qFormat/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:qFormat/>
<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Table text"/><w:basedOn w:val="Normal"/>
<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>
<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="Lines"><w:name w:val="Lines"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>
<w:insideH w:val="single" w:sz="2" w:space="0" w:color="BFBFBF"/></w:tblBorders></w:tblPr></w:style>
</w:styles>"""


class TextDocument:
    """Built from top to bottom, then saved."""

    def __init__(self) -> None:
        self._body: list[str] = []

    def title(self, words: str) -> None:
        self._body.append(_paragraph(words, "Title"))

    def heading(self, words: str) -> None:
        self._body.append(_paragraph(words, "Heading1"))

    def paragraph(self, words: str) -> None:
        self._body.append(_paragraph(words))

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]], *, numbers_from: int) -> None:
        """A table; cells from the column `numbers_from` on stand at the right. Every row as long as the header."""
        widths = _widths([header, *rows])
        self._body.append(
            '<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
            + "".join(f'<w:gridCol w:w="{w}"/>' for w in widths) + "</w:tblGrid>"
        )  # fmt: skip
        for n, row in enumerate([header, *rows]):
            kept = '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' if n == 0 else "<w:trPr><w:cantSplit/></w:trPr>"
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                + _paragraph(cell, "Cell", right=at >= numbers_from, bold=n == 0) + "</w:tc>"
                for at, (cell, width) in enumerate(zip(row, widths, strict=True))
            )  # fmt: skip
            self._body.append(f"<w:tr>{kept}{cells}</w:tr>")
        self._body.append("</w:tbl>" + _paragraph(""))  # two tables would grow together

    def save(self, out: IO[bytes]) -> None:
        """Writes the package."""
        section = (
            f'<w:sectPr><w:pgSz w:w="{_PAGE[0]}" w:h="{_PAGE[1]}" w:orient="landscape"/><w:pgMar w:top="1134" '
            f'w:right="{_SIDE}" w:bottom="1134" w:left="{_SIDE}" w:header="567" w:footer="567" w:gutter="0"/>'
            "</w:sectPr>"
        )
        parts = {
            "[Content_Types].xml": (
                f'<Types xmlns="{_PACKAGE}/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
                f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>'
            ),
            "_rels/.rels": _relation("officeDocument", "word/document.xml"),
            "word/document.xml": (
                f'<w:document xmlns:w="{_W}"><w:body>{"".join(self._body)}{section}</w:body></w:document>'
            ),
            "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
            "word/styles.xml": _STYLES,
        }
        with ZipFile(out, "w", ZIP_DEFLATED) as package:
            for name, content in parts.items():
                entry = ZipInfo(name, _BEGINS)
                entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
                package.writestr(entry, (_HEAD + content).encode("utf-8"))


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _paragraph(words: str, style: str = "", *, right: bool = False, bold: bool = False) -> str:
    turned = _from_the_right(words)
    # in a paragraph that runs from the right, "end" is the left edge
    setting = (
        (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:bidi/>" if turned else "")
        + (f'<w:jc w:val="{"left" if turned else "right"}"/>' if right else "")
    )  # fmt: skip
    about = f"<w:pPr>{setting}</w:pPr>" if setting else ""
    if not words:
        return f"<w:p>{about}</w:p>"
    look = ("<w:b/><w:bCs/>" if bold else "") + ("<w:rtl/>" if turned else "")
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:p>{about}<w:r>{look}<w:t xml:space="preserve">{escaped(words)}</w:t></w:r></w:p>'


def _from_the_right(words: str) -> bool:
    """By the first letter that has a direction."""
    for letter in words:
        way = unicodedata.bidirectional(letter)
        if way in ("R", "AL"):
            return True
        if way == "L":
            return False
    return False


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Of the columns, by their longest words; together no wider than the page."""
    room = _PAGE[0] - 2 * _SIDE
    wanted = [max(5, *(min(len(cell), 46) for cell in column)) * _LETTER + 160 for column in zip(*rows, strict=True)]
    if sum(wanted) <= room:
        return wanted
    return [w * room // sum(wanted) for w in wanted]


def escaped(words: str) -> str:
    """Text as it stands between tags of XML; what XML cannot hold is shown as U+FFFD."""
    words = _UNWRITABLE.sub("\ufffd", words)
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
