"""Later texts of a document: a new version of its source, a correction typed here; how old places read over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session

from coder.code_tree import code_tree
from coder.coders import coder_names
from coder.documents import (
    SourceLike,
    keep_original,
    keep_structure,
    keep_text,
    living_document,
    living_documents,
    passage_of,
    structure_of,
    text_of,
)
from coder.errors import CodingError
from coder.identity import born_id
from coder.journal.record import Recording
from coder.models import Document, TextMap
from coder.segments import lost_segments
from coder.sentences import sentence
from coder.spans import Span, canonical
from coder.spans import TextMap as Map
from coder.textmaps import letters_between, map_between


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a new text did. lost: ids of coded segments whose words are gone; changed: is it another text at all?"""

    changed: bool
    lost: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Homeless:
    """A coded segment whose words are gone, in words: what it said, of what, whose. mine: of who was asked for."""

    id: UUID
    document_id: UUID
    document: str
    code_id: UUID
    path: tuple[str, ...]
    color: str
    coder: str
    quote: str
    mine: bool


# -- operations -------------------------------------------------------------------------------


def renew_document(session: Recording, *, document_id: UUID, source: SourceLike) -> Renewed:
    """A new version of the document's source becomes its text; name and variables stay, the old text is kept.

    Codings stay on the text they were made on and read through the stored map. Raises CodingError in a coder's
    package and for a source without text.
    """
    document = _own_document(session, document_id)
    if not source.text.strip():
        raise CodingError(sentence("There is no text in “{name}”.", name=source.name), "Choose another file.")
    original = keep_original(session, source.original)
    renewed = _put_text(session, document, source.text, source.structure)
    document.original_hash = original
    document.format = source.format
    session.note(name=document.name, file=source.name, lost=len(renewed.lost))
    return renewed


def correct_text(session: Recording, *, document_id: UUID, span: Span, words: str, quote: str) -> Renewed:
    """Puts other words in the place of a passage: a slip of the source or of its reading, mended.

    quote: what stands there, as it was seen. Raises CodingError in a package, and where something else stands.
    """
    document = _own_document(session, document_id)
    text = text_of(session, document_id)
    if not 0 <= span.start <= span.end <= len(text) or span.quote(text) != quote:
        raise CodingError("The passage is not what stands in the file.", "Select it again.")
    words = canonical(words)
    made = text[: span.start] + words + text[span.end :]
    kept = [(0, 0, span.start), (span.end, span.start + len(words), len(text) - span.end)]
    inner = letters_between(quote, words)
    kept[1:1] = [(span.start + old, span.start + new, length) for old, new, length in inner.pieces]
    wide = {span.start + old: several for old, several in inner.wide.items()}
    found = Map(tuple(piece for piece in kept if piece[2]), wide)
    structure = _moved(structure_of(session, document_id), found)
    renewed = _put_text(session, document, made, structure, found)
    session.note(name=document.name, before=quote[:80], words=words[:80], lost=len(renewed.lost))
    return renewed


def _own_document(session: Recording, document_id: UUID) -> Document:
    if session.in_package:
        raise CodingError("In a coder's package the documents are as the lead gave them.", "Tell the lead of it.")
    return living_document(session, document_id)


def _put_text(
    session: Recording, document: Document, text: str, structure: Sequence[Any], found: Map | None = None
) -> Renewed:
    before = text_of(session, document.id)
    if text == before:
        document.structure_hash = keep_structure(session, structure)
        return Renewed(changed=False)
    known = {segment.id for segment in lost_segments(session, document.id)}
    old_hash, new_hash = document.text_hash, keep_text(session, text)
    session.flush()
    pieces = (found or map_between(before, text)).to_store()
    session.put(
        TextMap(
            id=born_id("text_map", document.id, old_hash, new_hash), document_id=document.id,
            old_hash=old_hash, new_hash=new_hash, pieces=pieces,
        )
    )  # fmt: skip
    document.text_hash = new_hash
    document.structure_hash = keep_structure(session, structure)
    session.flush()
    lost = [segment.id for segment in lost_segments(session, document.id) if segment.id not in known]
    return Renewed(changed=True, lost=tuple(lost))


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    start: int
    end: int
    value: str


def _moved(marks: Sequence[tuple[str, int, int, str]], found: Map) -> list[_Mark]:
    """Structure as it lies on the new text; what lost all its words goes."""
    moved = ((kind, found.forward(Span(start, end)), value) for kind, start, end, value in marks)
    return [_Mark(kind, span.start, span.end, value) for kind, span, value in moved if span is not None]


# -- queries ----------------------------------------------------------------------------------


def homeless_segments(session: Session, coder_id: UUID) -> list[Homeless]:
    """The coded segments of all documents whose words are gone from today's texts, by document and place."""
    lost = lost_segments(session)
    if not lost:
        return []
    codes = {row.id: row for row in code_tree(session, counts=False)}
    names = coder_names(session)
    documents = {d.id: d.name for d in living_documents(session)}
    return [
        Homeless(
            s.id, s.document_id, documents[s.document_id], s.code_id, codes[s.code_id].path, codes[s.code_id].color,
            names[s.coder_id], " ".join(passage_of(session, s.text_hash, s.span).split()), s.coder_id == coder_id,
        )
        for s in lost
        if s.document_id in documents and s.code_id in codes
    ]  # fmt: skip
