"""Tables into .xlsx: text stays text, nothing is cut or dropped unsaid, the same tables give the same bytes.

openpyxl makes the workbook, its styles and the frame of each sheet. The rows are written here, straight as XML: that
takes a fifth of the time, and a text can never turn into a formula, because no cell's kind is guessed.
"""

from __future__ import annotations

import math
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from coder.exporters.tables import Column, Table, Tick, Value, no_tick
from coder.sentences import sentence

LONGEST = 32_767  # UTF-16 units that a cell holds
ROWS = 1_048_575  # rows that a sheet holds below its header
COLUMNS = 16_384
CUT = " […cut]"
_NAME = 31  # characters that a sheet's name holds
_EVERY = 2_000  # rows between two ticks
_ZIP_BEGINS = (1980, 1, 1, 0, 0, 0)  # no archive can be older; a file's own time would differ each time
_IN_MEMORY = 8 << 20  # bytes of a sheet's rows; longer ones go to a temporary file

# What XML cannot hold; tab, line feed and carriage return it can.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Spreadsheet programs read _x0041_ as “A” (ECMA-376, ST_Xstring); its first sign written so stays itself.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_RISKY = re.compile(f"{_UNWRITABLE.pattern}|{_ESCAPE.pattern}")

_BOLD = Font(bold=True)
_SHADE = PatternFill("solid", fgColor="E7ECEF")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


class Book:
    """A workbook being written, row by row. told: what did not fit or was written otherwise, in sentences.

    changed: the moment that the file names as its own, for instance “2026-11-23T09:00:00Z”; "" for none.
    """

    def __init__(self, changed: str = "", *, longest: int = LONGEST, rows: int = ROWS) -> None:
        self._book = Workbook(write_only=True)
        self._longest, self._rows = longest, rows
        self._titles: set[str] = set()
        self._bodies: dict[Any, IO[bytes]] = {}  # sheet -> its rows below the header, as XML
        self._odd: Counter[str] = Counter()
        self._places: dict[str, list[str]] = {}
        self.told: list[str] = []
        moment = datetime.fromisoformat(changed).replace(tzinfo=None) if changed else datetime(1980, 1, 1)
        self._book.properties.creator = "Intercoder"
        self._book.properties.created = self._book.properties.modified = moment

    def add(self, table: Table, tick: Tick = no_tick, *, first: bool = False) -> list[str]:
        """Writes a table into a sheet, or as many as it needs; returns their names. first: before all others."""
        columns = list(table.columns)
        rows: Iterable[Sequence[Value]] = table.rows
        if len(columns) > COLUMNS:
            dropped = ", ".join(c.name for c in columns[COLUMNS:][:5])
            self.told.append(sentence(
                "Sheet “{title}”: a sheet holds {most} columns; {more} more are left out here ({dropped} …). The .json "
                "export has everything.",
                title=table.title, most=COLUMNS, more=len(columns) - COLUMNS, dropped=dropped,
            ))  # fmt: skip
            columns, rows = columns[:COLUMNS], (row[:COLUMNS] for row in table.rows)
        parts = max(1, -(-table.length // self._rows))
        names = [self._free(table.title, n) for n in range(1, parts + 1)]
        waiting = iter(rows)
        for n, name in enumerate(names):
            sheet = self._book.create_sheet(name, n if first else None)
            length = min(self._rows, table.length - n * self._rows)
            self._frame(sheet, columns, length)
            self._body(sheet, columns, waiting, length, partial(_told_from, tick, n * self._rows, table.length))
        if parts > 1:
            self.told.append(sentence(
                "“{title}” has {rows} rows, more than a sheet holds: it goes on in {sheets}.",
                title=table.title, rows=table.length, sheets=", ".join(f"“{name}”" for name in names[1:]),
            ))  # fmt: skip
        self._say_odd(table.title)
        return names

    def _free(self, title: str, part: int) -> str:
        """A name for a sheet that is not taken, within what names of sheets may be."""
        clean = re.sub(r"[\[\]:*?/\\]", " ", title).strip("' ") or "Sheet"
        n = part
        while True:
            behind = f" {n}" if n > 1 else ""
            name = clean[: _NAME - len(behind)] + behind
            if name.casefold() not in self._titles:
                self._titles.add(name.casefold())
                return name
            n += 1

    def _frame(self, sheet: Any, columns: Sequence[Column], length: int) -> None:
        """The sheet with its header, which stays in sight and filters."""
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{length + 1}"
        for n, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(n)].width = column.width
        sheet.append([self._head(sheet, column) for column in columns])

    def _head(self, sheet: Any, column: Column) -> Cell:
        cell = WriteOnlyCell(sheet, self._mended(column.name, sheet.title, 1, column))
        cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
        cell.font, cell.fill, cell.alignment = _BOLD, _SHADE, _WRAPPED
        return cell

    def _body(
        self,
        sheet: Any,
        columns: Sequence[Column],
        rows: Iterator[Sequence[Value]],
        length: int,
        tick: Callable[[int], None],
    ) -> None:
        """The rows as XML, into a file of their own until the workbook is saved."""
        body = self._bodies[sheet] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by drop
        shapes = self._shapes(sheet, columns)
        risky, half = _RISKY.search, self._longest // 2
        for done, row in zip(range(length), rows, strict=False):
            at = done + 2
            cells = [f'<row r="{at}">']
            for value, column, (opening, wrapped) in zip(row, columns, shapes, strict=True):
                if value is None or value == "":
                    continue
                if isinstance(value, str):
                    if len(value) > half or risky(value) is not None:
                        value = self._mended(value, sheet.title, at, column)
                    keep = ' xml:space="preserve"' if value != value.strip() else ""
                    cells.append(f'{opening}{at}"{wrapped} t="inlineStr"><is><t{keep}>{_escaped(value)}</t></is></c>')
                elif math.isfinite(value):
                    cells.append(f'{opening}{at}"{wrapped}><v>{value!r}</v></c>')
                else:
                    cells.append(f'{opening}{at}"{wrapped} t="inlineStr"><is><t>{value}</t></is></c>')
            cells.append("</row>")
            body.write("".join(cells).encode("utf-8"))
            if done % _EVERY == 0:
                tick(done)
        tick(length)

    @staticmethod
    def _shapes(sheet: Any, columns: Sequence[Column]) -> list[tuple[str, str]]:
        """How the cells of each column begin, up to the number of the row, and their style."""
        cell = WriteOnlyCell(sheet, "")
        cell.alignment = _WRAPPED
        return [
            (f'<c r="{get_column_letter(n)}', f' s="{cell.style_id}"' if column.wrap else "")
            for n, column in enumerate(columns, 1)
        ]

    def _mended(self, value: str, name: str, row: int, column: Column) -> str:
        """The text as a cell can hold it; what had to be altered is noted."""
        where = f"{name}, row {row}, “{column.name}”"
        shown, signs = _UNWRITABLE.subn(_visible, value)
        if signs:
            self._note("signs", where)
        shown, escapes = _ESCAPE.subn("_x005F_", shown)
        if escapes:
            self._note("escapes", where)
        if units_of(shown) > self._longest:
            shown = cut_to(shown, self._longest - len(CUT)) + CUT
            self._note("cut", where)
        return shown

    def _note(self, kind: str, where: str) -> None:
        self._odd[kind] += 1
        places = self._places.setdefault(kind, [])
        if len(places) < 3:
            places.append(where)

    def _say_odd(self, title: str) -> None:
        for kind, count in self._odd.items():
            self.told.append(_odd(kind, title, count, "; ".join(self._places[kind])))
        self._odd.clear()
        self._places.clear()

    def save(self, out: IO[bytes]) -> None:
        """Writes the file; the same tables give the same bytes."""
        bodies = {sheet.path.lstrip("/"): body for sheet, body in self._numbered()}
        with _Archive(out, bodies) as archive:
            ExcelWriter(self._book, archive).write_data()

    def _numbered(self) -> Iterator[tuple[Any, IO[bytes]]]:
        """The sheets with the numbers that they will have in the file, and their rows."""
        for n, sheet in enumerate(self._book.worksheets, 1):
            sheet._id = n  # type: ignore[attr-defined]  # what ExcelWriter gives it too; the part is named by it
            yield sheet, self._bodies[sheet]

    def drop(self) -> None:
        """Clears away what the workbook has left in the folder for temporary files."""
        for body in self._bodies.values():
            body.close()
        for sheet in self._book.worksheets:
            writer = getattr(sheet, "_writer", None)
            if writer is not None and Path(writer.out).exists():
                with suppress(Exception):  # half-written XML cannot be closed properly; it goes anyway
                    sheet.close()
                writer.cleanup()


def _told_from(tick: Tick, begun: int, total: int, done: int) -> None:
    """Tells of rows done in one of several sheets."""
    tick(begun + done, total)


def _odd(kind: str, title: str, count: int, first: str) -> str:
    """What was written otherwise than it is, in how many cells, the first of them by name."""
    cells = sentence("1 cell") if count == 1 else sentence("{n} cells", n=count)
    if kind == "signs":
        return sentence(
            "Sheet “{title}”: control characters that a spreadsheet cannot hold are shown as signs such as ␀ or "
            "\ufffd in {cells} ({first}). The .json export has them as they are.",
            title=title, cells=cells, first=first,
        )  # fmt: skip
    if kind == "escapes":
        return sentence(
            "Sheet “{title}”: {cells} hold text of the form _xHHHH_, which spreadsheet programs would take for a "
            "character; it is written so that they show it as it is ({first}).",
            title=title, cells=cells, first=first,
        )  # fmt: skip
    return sentence(
        "Sheet “{title}”: what is in {cells} is longer than a spreadsheet cell holds ({most} units); it ends in "
        "“{cut}” ({first}). The .json export has the whole; so has the .csv for coded segments.",
        title=title, cells=cells, most=LONGEST, cut=CUT.strip(), first=first,
    )  # fmt: skip


def _escaped(text: str) -> str:
    """Text as it stands between XML tags; a carriage return by number, as readers make LF of a bare one."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def _visible(found: re.Match[str]) -> str:
    """A control character as its picture (U+2400 and on), what is no character at all as U+FFFD."""
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def units_of(text: str) -> int:
    """How many UTF-16 units a text takes, which is how spreadsheets count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut_to(text: str, units: int) -> str:
    """The beginning of a text that takes at most so many UTF-16 units, no character halved."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")


class _Archive(ZipFile):
    """A zip whose bytes depend on its contents alone: no times, no rights of temporary files.

    bodies: by the name of a sheet's part, the rows that go in at the end of what openpyxl wrote there.
    """

    def __init__(self, out: IO[bytes], bodies: dict[str, IO[bytes]]) -> None:
        super().__init__(out, "w", ZIP_DEFLATED, allowZip64=True)
        self._bodies = bodies

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_args: Any, **_options: Any) -> None:
        super().writestr(_entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_args: Any, **_options: Any) -> None:
        """A sheet: the frame that openpyxl made in a temporary file, with its rows put in."""
        frame, end, rest = Path(filename).read_bytes().partition(b"</sheetData>")
        assert end, "openpyxl closes the rows of a sheet so"
        body = self._bodies[arcname]
        size = body.tell()
        body.seek(0)
        entry = _entry(arcname)
        entry.file_size = len(frame) + size + len(rest) + len(end)  # decides on the form for over 2 GB
        with self.open(entry, "w") as target:
            target.write(frame)
            shutil.copyfileobj(body, target, 1 << 20)
            target.write(end + rest)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _ZIP_BEGINS)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
