"""Files made for tests: Word packages and PDFs with known text, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)


def part(root: str, body: str) -> str:
    """One of Word's XML parts."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NS}>{body}</w:{root}>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word document with this body; parts: more members, whole."""
    return package(
        {"[Content_Types].xml": _TYPES, "word/document.xml": part("document", f"<w:body>{body}</w:body>")}
        | dict(parts or {})
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*content: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(content)}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """rows of cells, each the XML of its paragraphs."""
    made = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{made}</w:tbl>"


SIZE, PITCH, LEFT = 12, 14, 72
WIDTH = 6  # each letter of the font below, in points


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], info: str = "") -> bytes:
    """A PDF with these lines, (x, y, words), in any script of the basic plane; each letter is WIDTH points wide.

    The font is not embedded; what its codes mean stands in its ToUnicode table, as in files that word processors make.
    """
    letters = sorted({letter for page in pages for _, _, words in page for letter in words})
    table_ = "".join(f"<{ord(c):04X}> <{ord(c):04X}>\n" for c in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{table_}endbfchar endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{7 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H"
        " /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe)"
        " /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 6 0 R >>",
        _stream(cmap),
        "<< /Type /FontDescriptor /FontName /Arial /Flags 4 /Ascent 905 /Descent -212 /CapHeight 716 /ItalicAngle 0"
        " /StemV 80 /FontBBox [-665 -325 2000 1006] >>",
    ]
    for n, page in enumerate(pages):
        drawn = "".join(
            f"BT /F {SIZE} Tf 1 0 0 1 {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET\n" for x, y, words in page
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {8 + 2 * n} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        )
        objects.append(_stream(drawn))
    objects.append(f"<< {info} >>")
    return _assembled(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _assembled(objects: Sequence[str]) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for n, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    out += f"startxref\n{start}\n%%EOF".encode()
    return bytes(out)


def column(lines: Sequence[str], *, x: float = LEFT, top: float = 770) -> list[tuple[float, float, str]]:
    """Lines one below the other."""
    return [(x, top - PITCH * n, words) for n, words in enumerate(lines)]
