"""Pages that are pictures: their text recognised by Tesseract, where the machine has it."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from coder.errors import SourceError
from coder.importers.pdf_lines import Line
from coder.importers.pdf_text import PDFIUM
from coder.sentences import sentence

_DPI = 300
_PATIENCE = 120.0  # seconds a page
_LANGUAGE = re.compile(r"[A-Za-z_]+(?:\+[A-Za-z_]+)*")
_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
_WORD_LEVEL = "5"


class Recogniser(NamedTuple):
    """command: the program. language: as it names them."""

    command: str
    language: str
    patience: float = _PATIENCE


def recogniser(language: str) -> Recogniser:
    """Tesseract on this machine. Raises SourceError with what to install if it is not there."""
    if not _LANGUAGE.fullmatch(language):
        raise SourceError(
            sentence("“{language}” is no language of Tesseract.", language=language),
            "Write for instance eng, rus or rus+eng.",
        )
    command = shutil.which("tesseract")
    if command is None:
        raise SourceError(
            "Recognising text needs the program Tesseract, which is not on this machine.",
            sentence(
                "Install tesseract-ocr with the language “{language}”, or have the text recognised elsewhere.",
                language=language,
            ),
        )
    return Recogniser(command, language)


def recognised(document: pypdfium2.PdfDocument, number: int, tool: Recogniser) -> list[Line]:
    """The lines that Tesseract reads on a page (from 0), with their places. Raises SourceError when it fails."""
    with PDFIUM:
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            return []
        high = page.get_height()
        bitmap = page.render(scale=_DPI / 72, grayscale=True)
        picture = _png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        path.write_bytes(picture)
        said = _run([tool.command, str(path), "stdout", "-l", tool.language, "--dpi", str(_DPI), "tsv"], tool, number)
    return _lines(said, number + 1, high)


def _run(command: list[str], tool: Recogniser, number: int) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=tool.patience, check=False)
    except subprocess.TimeoutExpired as late:
        raise SourceError(
            sentence(
                "Recognising page {n} took longer than {patience:.0f} seconds.", n=number + 1, patience=tool.patience
            ),
            "Have the text recognised with OCRmyPDF or Acrobat, and import that.",
        ) from late
    except OSError as error:
        raise SourceError(
            sentence("Tesseract cannot be started: {strerror}.", strerror=error.strerror), "Check how it is installed."
        ) from error
    if done.returncode:
        words = " ".join(done.stderr.decode("utf-8", "replace").split())[:300]
        reason = words or sentence("it gave no reason")
        raise SourceError(
            sentence("Tesseract could not read page {n}: {reason}", n=number + 1, reason=reason),
            sentence("Check that its language “{language}” is installed.", language=tool.language),
        )
    return done.stdout.decode("utf-8", "replace")


def _lines(table: str, page: int, high: float) -> list[Line]:
    """Its table of words -> lines; the words' places are in pixels from the upper left."""
    rows: dict[tuple[str, ...], list[tuple[float, float, float, float, str]]] = {}
    scale = 72 / _DPI
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _HEAD.count("\t") + 1 or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        left, top, wide, tall = (int(cell) * scale for cell in cells[6:10])
        rows.setdefault(tuple(cells[2:5]), []).append((left, left + wide, high - top - tall, tall, cells[11].strip()))
    return [
        Line(
            text=" ".join(word[4] for word in words),
            page=page,
            left=min(word[0] for word in words),
            right=max(word[1] for word in words),
            bottom=min(word[2] for word in words),
            height=max(0.1, sorted(word[3] for word in words)[len(words) // 2]),
        )
        for words in rows.values()
    ]


def _png(wide: int, high: int, stride: int, grey: bytes) -> bytes:
    """A picture of one byte a pixel as PNG."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + grey[y * stride : y * stride + wide] for y in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    size = chunk(b"pHYs", struct.pack(">IIB", round(_DPI / 0.0254), round(_DPI / 0.0254), 1))
    body = chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + size + body
