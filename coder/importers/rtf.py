"""Rich Text files (.rtf): words in any code page, emphasis, headings, lists, tables, notes.

Read by a reader of our own: the libraries put bars between cells, lose signs outside the basic plane and notes.
Source of the control words: Rich Text Format Specification, version 1.9.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from coder.errors import SourceError
from coder.importers.encodings import text_codec
from coder.importers.rtf_out import RtfOut
from coder.importers.source import Reading
from coder.sentences import sentence

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]{1,4096})|\\",
    re.DOTALL,
)
_DEEPEST = 2_000
_CHARSETS = {
    0: "cp1252", 2: "cp1252", 77: "mac_roman", 78: "cp932", 79: "cp950", 80: "cp949", 81: "mac_arabic",
    83: "mac_greek", 84: "mac_cyrillic", 85: "cp936", 86: "mac_romanian", 88: "cp874", 89: "mac_latin2",
    128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
_SIGNS = {
    "tab": "\t", "emdash": "\u2014", "endash": "\u2013", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "ltrmark": "\u200e",
    "rtlmark": "\u200f", "line": "\n", "softline": "",
}  # fmt: skip
_ESCAPED = {"~": "\xa0", "-": "\xad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
# What holds no words of the document; groups that begin with \* are passed over besides, but for those of _READ.
_PASSED_NAMES = (
    "colortbl listtable listoverridetable rsidtbl generator pict header headerl headerr headerf footer"
    " footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst listtext pntext pntxta pntxtb xe tc"
    " rxe bkmkstart bkmkend annotation atnid atnauthor atnref atndate atnicn atntime shprslt sp filetbl revtbl object"
    " nonesttables info private themedata colorschememapping datastore latentstyles objdata objclass objname template"
    " background userprops xmlnstbl mmathPr docvar formfield datafield do txe"
)
_PASSED = frozenset(_PASSED_NAMES.split())
_READ = frozenset({"shpinst", "shptxt", "nesttableprops"})
_HEADING = re.compile(r"(?:title|heading ([1-9]));", re.IGNORECASE)
_INFO = {"title": "title", "author": "author"}
_SWITCHES = {"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted"}


@dataclass(frozen=True, slots=True)
class _State:
    """What a group may change and gives back at its end.

    into: where its words go: text, note, passed (nowhere), fonts, styles, made (the day), or a name of `_INFO`.
    """

    into: str = "text"
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    skip: int = 1
    font: int | None = None


def read_rtf(data: bytes) -> Reading:
    """The text of a Rich Text file: a paragraph a line, a table's row a line with tabs, notes last.

    Deleted and hidden text is left out. Raises SourceError.
    """
    reader = _Reader(data.decode("latin-1"))
    reader.run()
    reading = reader.out.reading()
    reading.variables = {key: " ".join(words.split()) for key, words in reader.info.items() if words.strip()}
    reading.variables |= {"created": reader.day()} if reader.day() else {}
    if reader.lost:
        reading.warnings.append(sentence("{lost} characters could not be read and stand as “�”.", lost=reader.lost))
    if reader.out.comments:
        reading.warnings.append("Comments in the margin were left out.")
    if reader.left_out:
        reading.warnings.append("Hidden text was left out.")
    return reading


@dataclass(slots=True)
class _Reader:
    """Goes through the file once."""

    body: str
    at: int = 0
    out: RtfOut = field(default_factory=RtfOut)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    starred: bool = False
    page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0  # that the table of fonts is speaking of
    default_font: int | None = None
    style: int = 0  # that the table of styles is speaking of
    style_name: str = ""
    outlines: dict[int, int] = field(default_factory=dict)  # of styles that are headings
    bytes_: bytearray = field(default_factory=bytearray)
    high: int = 0
    to_skip: int = 0
    info: dict[str, str] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    left_out: bool = False

    def run(self) -> None:
        while (found := _TOKEN.match(self.body, self.at)) is not None:
            self.at = found.end()
            word, number, code, sign, brace, words = found.groups()
            if word:
                value = None if number is None else int(number)
                if word == "bin":
                    self.at += max(0, value or 0)
                    self.starred = False
                elif self.to_skip and word != "u":
                    self.to_skip -= 1
                else:
                    self.control(word, value)
            elif code:
                self.raw(bytes.fromhex(code))
            elif sign:
                self.escaped(sign)
            elif brace:
                self.group(opens=brace == "{")
            elif words:
                self.raw(words.encode("latin-1"))
        self.flush()
        self.out.end()

    def group(self, *, opens: bool) -> None:
        self.flush()
        self.to_skip = 0
        self.starred = False
        if opens:
            if len(self.stack) >= _DEEPEST:
                raise SourceError("The document is nested deeper than any real one.")
            self.stack.append(self.state)
        elif self.stack:
            before = self.stack.pop()
            if self.state.into == "note" and before.into != "note":
                self.out.close_note()
            self.state = before

    def escaped(self, sign: str) -> None:
        if sign == "*":
            self.starred = True
        elif sign in "\r\n":
            self.flush()
            self.paragraph_end()
        elif self.to_skip:
            self.to_skip -= 1
        elif sign in _ESCAPED:
            self.flush()
            self.put(_ESCAPED[sign])

    def raw(self, data: bytes) -> None:
        """Bytes of the font's code page, unless they stand for a sign that was given as Unicode before."""
        skipped = min(self.to_skip, len(data))
        self.to_skip -= skipped
        if self.state.into != "passed":
            if self.high and len(data) > skipped:
                self.flush()
            self.bytes_ += data[skipped:]

    def flush(self) -> None:
        """Writes the bytes that were gathered; the two halves of a sign's Unicode have met by now, or never will."""
        if self.high:
            self.high = 0
            self.lost += 1
            self.put("\ufffd")
        if self.bytes_:
            text = bytes(self.bytes_).decode(self.codec(), "replace")
            self.bytes_.clear()
            self.lost += text.count("\ufffd") if self.state.into in ("text", "note") else 0
            self.put(text)

    def codec(self) -> str:
        font = self.default_font if self.state.font is None else self.state.font
        if self.state.into in ("text", "note") and font is not None:
            return self.fonts.get(font, self.page)
        return self.page

    def put(self, text: str) -> None:
        state = self.state
        if state.into in _INFO.values():
            self.info[state.into] = (self.info.get(state.into, "") + text)[:2000]
        elif state.into == "styles":
            self.style_said(text)
        elif state.into in ("text", "note"):
            if state.hidden or state.deleted:
                self.left_out |= state.hidden and bool(text.strip())
            else:
                self.out.add(text, bold=state.bold, italic=state.italic)

    def paragraph_end(self) -> None:
        if self.state.into in ("text", "note"):
            self.out.paragraph_end()

    def control(self, word: str, value: int | None) -> None:
        if word == "u" and value is not None:
            self.unicode(value)
            return
        self.flush()
        starred, self.starred = self.starred, False
        if self.destination(word, starred):
            return
        into = self.state.into
        if into == "fonts":
            self.font_word(word, value)
        elif into == "styles":
            self.style_word(word, value)
        elif into not in ("text", "note"):
            self.meta_word(word, value)
        elif word in _SIGNS:
            self.put(_SIGNS[word])
        elif word in ("par", "sect", "page", "column"):
            self.paragraph_end()
        elif word in _SWITCHES:
            on = value != 0
            self.state = replace(self.state, **{_SWITCHES[word]: on})  # type: ignore[arg-type]
        elif word == "plain":
            self.state = replace(self.state, bold=False, italic=False, hidden=False, deleted=False, font=None)
        elif word == "f":
            self.state = replace(self.state, font=value)
        elif word == "uc":
            self.state = replace(self.state, skip=min(max(0, value or 0), 16))
        elif word == "s":
            self.out.layout("outlinelevel", self.outlines.get(value or 0, 9))
        else:
            self.head_word(word, value)
            self.out.layout(word, value)

    def destination(self, word: str, starred: bool) -> bool:
        """Does a group begin whose words go elsewhere, or nowhere?"""
        into = self.state.into
        if into == "passed":
            if word == "info" or (word not in ("title", "author", "creatim") and word != "result"):
                return False
            inside = "result" if word == "result" else _INFO.get(word, "made")
            self.state = replace(self.state, into="text" if inside == "result" else inside)
        elif word in ("fonttbl", "stylesheet"):
            self.state = replace(self.state, into="fonts" if word == "fonttbl" else "styles")
        elif word == "footnote":
            self.out.open_note(ends=self.body.startswith("\\ftnalt", self.at))
            self.state = _State(into="note", skip=self.state.skip)
        elif word in _PASSED or (starred and word not in _READ):
            self.out.comments |= word == "annotation"
            self.state = replace(self.state, into="passed")
        else:
            return False
        return True

    def unicode(self, value: int) -> None:
        """A unit of UTF-16, negative if its highest bit is set, with a stand-in behind it for old programs."""
        self.starred = False
        unit = value + 0x10000 if value < 0 else value
        self.to_skip = self.state.skip
        if 0xDC00 <= unit < 0xE000 and self.high:
            sign = chr(0x10000 + ((self.high - 0xD800) << 10) + (unit - 0xDC00))
            self.high = 0
            self.put(sign)
            return
        self.flush()
        if 0xD800 <= unit < 0xDC00:
            self.high = unit
        elif 0 < unit < 0x110000 and not 0xDC00 <= unit < 0xE000:
            self.put(chr(unit))
        else:
            self.lost += 1
            self.put("\ufffd")

    def font_word(self, word: str, value: int | None) -> None:
        if word == "f":
            self.font = value or 0
        elif word == "fcharset" and value in _CHARSETS:
            self.fonts[self.font] = text_codec(_CHARSETS[value]) or self.page
        elif word == "cpg" and (name := text_codec(f"cp{value}")):
            self.fonts[self.font] = name

    def style_word(self, word: str, value: int | None) -> None:
        if word == "s":
            self.style = value or 0
        elif word == "outlinelevel" and value is not None:
            self.outlines[self.style] = value

    def style_said(self, text: str) -> None:
        """A style's name ends with a semicolon; Word's own headings keep their English names in every language."""
        self.style_name = (self.style_name + text)[-200:]
        if self.style_name.endswith(";"):
            if found := _HEADING.fullmatch(self.style_name.strip()):
                self.outlines.setdefault(self.style, int(found[1] or 1) - 1)
            self.style, self.style_name = 0, ""

    def meta_word(self, word: str, value: int | None) -> None:
        if self.state.into == "made" and word in ("yr", "mo", "dy"):
            self.made[word] = value or 0

    def head_word(self, word: str, value: int | None) -> None:
        """What the file says of itself as a whole."""
        if word == "ansicpg" and value:
            self.page = text_codec("utf-8" if value == 65001 else f"cp{value}") or self.page
        elif word == "mac":
            self.page = "mac_roman"
        elif word in ("pc", "pca"):
            self.page = "cp437" if word == "pc" else "cp850"
        elif word == "deff":
            self.default_font = value

    def day(self) -> str:
        year, month, day = (self.made.get(key, 0) for key in ("yr", "mo", "dy"))
        return f"{year:04}-{month:02}-{day:02}" if 1900 < year < 3000 and 0 < month < 13 and 0 < day < 32 else ""
