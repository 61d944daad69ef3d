"""Zip packages and the XML in them, opened as if a stranger had made them: bounded, no entities, no network."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from coder.errors import SourceError

_MAX_MEMBER = 150_000_000
_MAX_MEMBERS = 20_000
_MAX_TOTAL = 600_000_000  # of all that is read from one package: a heap of small bombs is one, too
_FREE_SIZE = 10_000_000  # small members may shrink as well as they like
_PIECE = 1_000_000
_MAX_RATIO = 200  # Word's XML shrinks to a tenth or twentieth; bombs to a thousandth

_DAMAGED = "The file is damaged: it cannot be unpacked."


@contextmanager
def damage_told(what: str = _DAMAGED) -> Iterator[None]:
    """Whatever a broken file makes the readers below us raise, said as one sentence."""
    try:
        yield
    except (
        zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError, OSError,
        etree.LxmlError, RecursionError, OverflowError,
    ) as problem:  # fmt: skip
        raise SourceError(
            what, "Open it in the program that made it, save it again, and import the new file."
        ) from problem


class Package:
    """A zip file whose members are read one by one. Raises SourceError for what is damaged, locked or a bomb.

    most: bytes that may be unpacked from it in all.
    """

    def __init__(self, data: bytes, *, most: int = _MAX_TOTAL) -> None:
        with damage_told():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        if len(members) > _MAX_MEMBERS:
            raise SourceError("The file holds too many parts to be a document.")
        self._members = {member.filename: member for member in members}
        self._left = most

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> list[str]:
        return list(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a member that is there."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a member that is there, a piece at a time, so that it need not all be in memory."""
        member = self._members[name]
        if member.flag_bits & 0x1:
            raise SourceError("The file is locked with a password.", "Save it without a password and import that.")
        too_tight = member.file_size > _FREE_SIZE and member.file_size > _MAX_RATIO * max(1, member.compress_size)
        self._left -= member.file_size
        if member.file_size > _MAX_MEMBER or self._left < 0 or too_tight:
            raise SourceError("The file unpacks to far more than a document holds; it was not read.")
        left = member.file_size
        with damage_told():
            stream = self._zip.open(member)
        with stream:
            while True:
                with damage_told():
                    # the size above is only what the file says of itself
                    piece = stream.read(min(_PIECE, left + 1))
                    if len(piece) > left:
                        raise zipfile.BadZipFile("longer than it says")
                if not piece:
                    return
                left -= len(piece)
                yield piece

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML member; None if it is not there."""
        return parse_xml(self.read(name)) if name in self else None


def parse_xml(data: bytes) -> etree._Element:
    """An XML document without entities, DTD, network or endless depth. Raises SourceError."""
    with damage_told("The file is damaged: its XML cannot be read."):
        root = etree.fromstring(
            data,
            etree.XMLParser(
                resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
                remove_pis=True, remove_blank_text=False,
            ),
        )  # fmt: skip
    if getattr(root.getroottree().docinfo, "doctype", ""):  # the stubs do not know the attribute
        raise SourceError("The file declares entities of its own, as documents never do; it was not read.")
    return root
