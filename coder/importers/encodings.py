"""Bytes to text: which encoding an old file was written in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import chardet
import regex

from coder.errors import SourceError
from coder.sentences import sentence

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PLAIN = re.compile("[\n\r\t -~]")
_SAMPLE = 1_000_000
# Where ISO 8859-15 differs from Windows-1252 and the difference makes a word: œ, Œ beside letters, or the euro sign.
_LATIN_NINE = re.compile(rb"[A-Za-z\xc0-\xff][\xbc\xbd]|[\xbc\xbd][A-Za-z]|\xa4")

# Letters of two scripts in one word, signs between letters, capitals behind small letters.
_ODD = regex.compile(
    r"\p{Latin}[\p{Cyrillic}\p{Greek}\p{Hebrew}\p{Arabic}]|[\p{Cyrillic}\p{Greek}\p{Hebrew}\p{Arabic}]\p{Latin}"
    r"|\p{L}(?![ -~])[\p{S}§¶·¿¡ªº\p{No}]|(?![ -~])[\p{S}§¶ªº]\p{L}|\p{Ll}(?![A-Z])\p{Lu}|\p{L}[\x80-\x9f]"
)
_UNSURE = 0.3  # the detector's own confidence
_FEW = 20_000

_UNLIKELY = regex.compile(r"[\p{Cn}\p{Co}]")
# What texts were really written in, as the detector calls it; others are only near by chance.
_COMMON = re.compile(
    r"windows-125\d|iso-?8859-\d+|koi8-[ru]|ibm866|cp(?:437|850|852|866|932|949|950|936)|mac(?:cyrillic|roman|latin2)"
    r"|shift_jis|euc-(?:jp|kr)|iso-2022-(?:jp|kr)|gb18030|gb2312|gbk|big5(?:-?hkscs)?|hz-gb-2312|tis-620|johab|utf-.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """text: as decoded, not yet canonical. encoding: Python's name. warnings: also that it was guessed."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Text from bytes: by the encoding given, else byte order mark, UTF-8, UTF-16, what is declared, a guess.

    declared: what the file says of itself (a page's charset); UTF-8 that is right as UTF-8 goes before it, because
    programs that save a page often forget to mend the declaration. Bytes that mean nothing in the encoding become
    U+FFFD and are told. Raises SourceError for an encoding that does not exist and for bytes that are no text.
    """
    if encoding is not None:
        return _given(data, encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], marked)
    wide = _wide(data)
    if wide is not None:
        return Decoded(data.decode(wide), wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if declared is not None and (name := text_codec(declared)) is not None:
            return _checked(data, name)
        return _guessed(data)
    return _refuse_binary(Decoded(text, "utf-8"))


def text_codec(name: str) -> str | None:
    """Python's name of a text encoding; None if there is none. What calls itself Latin-1 is read as Windows-1252."""
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    # a private flag, but the one that tells cp1251 from rot13 and zip
    if not getattr(found, "_is_text_encoding", True):
        return None
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def _given(data: bytes, encoding: str) -> Decoded:
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        found = None
    if found is None or text_codec(encoding) is None:
        raise SourceError(
            sentence("There is no encoding “{encoding}”.", encoding=encoding),
            "Try utf-8, cp1251, koi8-r, cp866, utf-16 or latin-1.",
        )
    return _checked(data, found.name)


def _checked(data: bytes, encoding: str) -> Decoded:
    """Decoded, with a warning for each byte that means nothing there."""
    try:
        return _refuse_binary(Decoded(data.decode(encoding), encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    except UnicodeError as problem:  # utf-16 of one byte, idna, punycode
        raise SourceError(
            sentence("The bytes are not {encoding}.", encoding=encoding), "Choose another encoding."
        ) from problem
    lost = text.count("\ufffd")
    word = sentence("{lost} characters could not be read as {encoding} and stand as “�”.", lost=lost, encoding=encoding)
    return _refuse_binary(Decoded(text, encoding, (word,)))


def _guessed(data: bytes) -> Decoded:
    if (nearly := _nearly_utf8(data)) is not None:
        return nearly
    first = next((n for n in range(0, len(data), 4096) if not data[n : n + 4096].isascii()), 0)
    name = _likely(data[first : first + _SAMPLE])
    if name == "iso8859-15" and not _LATIN_NINE.search(data):
        name = "cp1252"
    if name == "cp1252" and _undefined_in_1252(data):
        name = "iso8859-1"
    read = _checked(data, name)
    word = sentence("The encoding was guessed to be {name}; if letters look wrong, choose another one.", name=name)
    return Decoded(read.text, name, (word, *read.warnings))


def _likely(sample: bytes) -> str:
    """The best guess; of near ones one that people used, and Windows-1252 for a few words that tell nothing.

    Where the detector is not sure, as of a line or two, the encoding is taken in which the words look most like words.
    """
    ranked = chardet.detect_all(sample, ignore_threshold=True)
    best = ranked[0]["confidence"] if ranked else 0.0
    if best < _UNSURE:
        near = [guess["encoding"] or "" for guess in ranked if guess["confidence"] >= 0.4 * best]
        codecs_ = [known for name in near if _COMMON.fullmatch(name) and (known := text_codec(name))]
        if codecs_:
            return min(codecs_, key=lambda codec: _oddness(sample[:_FEW], codec))
    for guess in ranked:
        name = guess["encoding"] or ""
        if guess["confidence"] >= 0.6 * best and _COMMON.fullmatch(name) and (known := text_codec(name)):
            return known
    return (text_codec(ranked[0]["encoding"] or "") if best >= 0.1 else None) or "cp1252"


def _oddness(sample: bytes, encoding: str) -> int:
    """How often something stands within a word that does not belong there, were the bytes read so."""
    text = sample.decode(encoding, "replace")
    return len(_ODD.findall(text)) + 2 * text.count("\ufffd")


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes gone wrong, as at the end of a file that was cut off."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    letters = sum(1 for _ in re.finditer("[\x80-\U0010ffff]", text)) - lost
    return _checked(data, "utf-8") if lost * 50 < letters else None


def _undefined_in_1252(data: bytes) -> bool:
    return any(byte in data for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, told by its blanks and line ends: no other text holds NULs."""
    if len(data) < 2 or not _CONTROL_BYTES.search(data, 0, _SAMPLE):
        return None
    names = ["utf-16-le", "utf-16-be"] if len(data) % 2 == 0 else []
    names += ["utf-32-le", "utf-32-be"] if len(data) % 4 == 0 else []
    ranked = []
    for name in names:
        text = data[:_SAMPLE].decode(name, "ignore")
        plain = len(_PLAIN.findall(text))
        if plain and plain * 50 >= len(text) and not _CONTROL.search(text) and _decodes(data, name):
            ranked.append((len(_UNLIKELY.findall(text)), -plain, name))
    return min(ranked)[2] if ranked else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_binary(read: Decoded) -> Decoded:
    """A stray control character may be in any old text; many of them are no text."""
    odd = sum(1 for _ in _CONTROL.finditer(read.text[:_SAMPLE]))
    if odd > 3 and odd * 100 > len(read.text[:_SAMPLE]):
        raise SourceError("This is not a text that can be read.")
    if "\x00" in read.text:
        word = "The text held NUL characters; they stand as “\ufffd”."
        return Decoded(read.text, read.encoding, (*read.warnings, word))
    return read
