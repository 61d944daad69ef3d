"""What a file is, told by its content; its name only decides between kinds of plain text."""

from __future__ import annotations

import re
from pathlib import PurePath

from coder.errors import SourceError
from coder.importers.encodings import decode
from coder.importers.packed import Package
from coder.importers.source import naming
from coder.sentences import sentence
from coder.spans import canonical

_OURS = b"ICTD"  # door.APPLICATION_ID as it stands at byte 68 of a project file
_HEAD = 8192
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_DELIMITED = (".csv", ".tsv", ".tab")
_PAGE = (".html", ".htm", ".xhtml")

_WORD_MAIN = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled"
)
_OPENS_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(r"<(?:html|body|head|div|p|br|span|table|h[1-6]|meta)\b[^>]*>", re.IGNORECASE)
_EXCHANGE = re.compile(rb"\"format\"\s*:\s*\"intercoder-exchange\"")

_MESSAGES = re.compile(rb"\"messages\"\s*:\s*\[")
_CHAT = re.compile(
    rb"\"type\"\s*:\s*\"(?:personal_chat|bot_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))\""
)
_EXPORT_PAGE = re.compile(rb"class=\"message (?:default|service) *(?:clearfix)?[^\"]{0,40}\" id=\"message-?\d")
_BOX = re.compile(r"From [^\n]{0,300}\d\d:\d\d[^\n]{0,80}\n[!-9;-~]{1,80}:")
_HEADER_LINES = re.compile(r"(?:[!-9;-~]{1,80}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_HEADER_NAME = re.compile(r"^([!-9;-~]{1,80}):", re.MULTILINE)
_RELATED = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SNAPSHOT = re.compile(r"^(?:snapshot-content-location:|from:\s*<?saved by)", re.IGNORECASE | re.MULTILINE)
_CARRIED_NAMES = {  # that a mail program writes and a person does not
    "received", "message-id", "mime-version", "return-path", "delivered-to", "content-type", "x-mailer", "user-agent",
    "content-transfer-encoding", "dkim-signature",
}  # fmt: skip
_LETTER_NAMES = {"from", "to", "cc", "subject", "date", "reply-to", "sender", *_CARRIED_NAMES}
_FIRST_SUBTITLE = re.compile(
    r"\s*(?:\d{1,7}[ \t]*\n\s{0,9})?[ \t]*\d{1,4}:\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*-->[ \t]*\d{1,4}:\d{1,2}:\d"
)

# What is not a text, by how it begins: (bytes, where, what it is, what to do).
_PICTURE = ("“{name}” is a picture.", "Type out or recognise its text, and import that.")
_SOUND = ("“{name}” is a recording.", "Transcribe it, and import the transcript.")
_ARCHIVE = ("“{name}” is an archive.", "Unpack it, and import the files in it.")
_FOREIGN: tuple[tuple[bytes, int, tuple[str, str]], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, _PICTURE),
    (b"\xff\xd8\xff", 0, _PICTURE),
    (b"GIF8", 0, _PICTURE),
    (b"II*\x00", 0, _PICTURE),
    (b"MM\x00*", 0, _PICTURE),
    (b"WEBP", 8, _PICTURE),
    (b"ftyphei", 4, _PICTURE),
    (b"ftypavif", 4, _PICTURE),
    (b"ftyp", 4, _SOUND),
    (b"ID3", 0, _SOUND),
    (b"OggS", 0, _SOUND),
    (b"fLaC", 0, _SOUND),
    (b"WAVE", 8, _SOUND),
    (b"AVI ", 8, _SOUND),
    (b"\x1aE\xdf\xa3", 0, _SOUND),
    (b"\x1f\x8b", 0, _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", 0, _ARCHIVE),
    (b"Rar!\x1a\x07", 0, _ARCHIVE),
    (b"%!PS", 0, ("“{name}” is a PostScript file.", "Turn it into a PDF and import that.")),
    (b"MZ\x90", 0, ("“{name}” is a program.", "Choose a document.")),
    (b"\x7fELF", 0, ("“{name}” is a program.", "Choose a document.")),
)
_PACKED_KINDS = (
    ("ppt/presentation", "“{name}” is a set of slides.", "Save its text as .docx or .pdf and import that."),
)
_PACKED_READ = {  # a member that is always there, and what the package calls itself if it does
    "odt": ("content.xml", b"opendocument.text"),
    "epub": ("META-INF/container.xml", b"epub"),
}
_MIMETYPES = (
    (b"opendocument", "“{name}” is an OpenDocument file without running text.", "Save its text as .docx or .pdf."),
)


def sniff(name: str, data: bytes) -> str:
    """What the bytes are: a kind of `IMPORTERS`, zip, json (a study to exchange) or intercoder (a project file).

    name: the file's; decides only between md and txt, and whether loose tags are a page. Raises SourceError, with what
    to do, for everything that holds no text that is read here.
    """
    suffix = PurePath(name).suffix.lower()
    if data.startswith(b"SQLite format 3\x00"):
        return _database(name, data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):  # before PDF: one may lie unpacked at an archive's beginning
        try:
            return _packed(name, Package(data))
        except SourceError as problem:
            raise naming(name, problem) from problem
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _old_office(name, data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    for magic, at, (what, advice) in _FOREIGN:
        if data.startswith(magic, at):
            raise SourceError(sentence(what, name=name), advice)
    return _text_kind(name, suffix, data)


def _text_kind(name: str, suffix: str, data: bytes) -> str:
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        ours = _EXCHANGE.search(data)
        if not ours and _MESSAGES.search(data) and _CHAT.search(data):
            return "telegram"
        if ours or suffix == ".json":
            return "json"
    head = _opening(data)
    if _EXPORT_PAGE.search(data) and _OPENS_PAGE.match(head):
        return "telegram-html"
    if (letter := _letter_kind(suffix, head)) is not None:
        return letter
    if suffix == ".xls" and _ANY_TAG.search(head) and b"<table" in data.lower():
        return "xls"
    if _OPENS_PAGE.match(head) or (suffix in _PAGE and _ANY_TAG.search(head)):
        return "html"
    if re.match(r"\s*<\?xml\b", head):
        raise SourceError(
            sentence("“{name}” is an XML file of a kind that is not read.", name=name),
            "Save it as .docx, .html or .txt.",
        )
    if (spoken := _subtitle_kind(head)) is not None:
        return spoken
    if suffix in _DELIMITED:
        return "csv"
    return "md" if suffix in _MARKDOWN else "txt"


def _letter_kind(suffix: str, head: str) -> str | None:
    """mbox, eml or mhtml if the lines of a letter's head stand there; a text that merely says “Subject:” is none."""
    if _BOX.match(head):
        return "mbox"
    top = _HEADER_LINES.match(head)
    if top is None:
        return None
    names = {name.lower() for name in _HEADER_NAME.findall(top[0])}
    if "content-type" in names and _RELATED.search(top[0]) and ("from" not in names or _SNAPSHOT.search(top[0])):
        return "mhtml"
    known = names & _LETTER_NAMES
    sure = names & _CARRIED_NAMES or suffix == ".eml"
    return "eml" if len(known) >= 2 and sure and known & {"from", "date", "received", "subject"} else None


def _subtitle_kind(head: str) -> str | None:
    if re.match(r"\s*WEBVTT(?:[ \t\n]|\Z)", head):
        return "vtt"
    return "srt" if _FIRST_SUBTITLE.match(head) else None


def _opening(data: bytes) -> str:
    """The first characters, whatever the encoding: enough to see tags."""
    even = data[:_HEAD] if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:_HEAD] else None
    if even is not None:
        try:
            return canonical(decode(even).text)
        except SourceError:
            return ""
    return canonical(data[:_HEAD].decode("latin-1")).lstrip("\u00ef\u00bb\u00bf")  # UTF-8's marks, as Latin-1 has them


def _database(name: str, data: bytes) -> str:
    if data[68:72] == _OURS:
        return "intercoder"
    raise SourceError(
        sentence("“{name}” is a database of another program.", name=name),
        "Export its documents there as .txt or .docx, and import those.",
    )


def _packed(name: str, package: Package) -> str:
    if "[Content_Types].xml" in package and _WORD_MAIN.search(package.read("[Content_Types].xml")):
        return "docx"
    for read, (member, itself) in _PACKED_READ.items():
        if member in package and ("mimetype" not in package or itself in package.read("mimetype")[:200]):
            return read
    if "xl/workbook.xml" in package or "xl/workbook.bin" in package:
        return "xlsx"
    if "mimetype" in package and b"opendocument.spreadsheet" in package.read("mimetype")[:200]:
        return "ods"
    for part, what, advice in _PACKED_KINDS:
        if any(member.startswith(part) for member in package.names):
            raise SourceError(sentence(what, name=name), advice)
    if "mimetype" in package:
        kind = package.read("mimetype")[:200]
        for mark, what, advice in _MIMETYPES:
            if mark in kind:
                raise SourceError(sentence(what, name=name), advice)
    return "zip"


def _old_office(name: str, data: bytes) -> SourceError:
    """The container of Word 97 to 2003, which newer Word also uses for what it encrypts."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return SourceError(
            sentence("“{name}” is locked with a password.", name=name),
            "Open it, take the password away, save it, and import that.",
        )
    if holds("WordDocument"):
        return SourceError(
            sentence("“{name}” is a Word file of the old kind (.doc).", name=name),
            "Open it in Word or LibreOffice and save it as .docx.",
        )
    if holds("Workbook"):
        return SourceError(
            sentence("“{name}” is a workbook of the old kind (.xls).", name=name),
            "Open it in Excel or LibreOffice and save it as .xlsx.",
        )
    return SourceError(
        sentence("“{name}” is an Office file of an old kind.", name=name),
        "Open it in its program and save it as .docx or .pdf.",
    )
