"""Documents: naming and describing them, taking them away, reading their text; `sources` brings them in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.coders import resolve, resolve_coders
from coder.errors import CodingError, UnknownThing
from coder.identity import same_name
from coder.journal.record import Recording
from coder.models import Answer, Assignment, Coding, Document, Memo, Original, Structure, Text, Variable
from coder.sources import (
    Brought,
    SourceLike,
    add_documents,
    keep_original,
    keep_structure,
    keep_text,
    variable_named,
    variables_by_id,
    variables_of,
)
from coder.spans import Span
from coder.tallies import tally
from coder.values import checked

_AT_ONCE = 500  # ids that one statement names

__all__ = [
    "Brought", "DocumentRow", "SourceLike", "add_documents", "check_not_in_package", "document_named",
    "document_rows", "keep_original", "keep_structure", "keep_text", "living_document", "living_documents",
    "original_of", "passage_of", "progress_of", "remove_document", "remove_documents", "remove_memos_on",
    "rename_document",
    "resolve_documents", "set_variable", "structure_of", "text_at_hand", "text_by_hash", "text_lengths", "text_of",
    "values_of", "variable_named", "variables_by_id", "variables_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as lists show it. length: code points; finished, coders: names of people by id."""

    id: UUID
    name: str
    format: str
    length: int
    variables: Mapping[str, str]
    codings: int
    mine: int
    coders: int
    assigned: bool
    finished: bool


# -- operations -------------------------------------------------------------------------------


def check_not_in_package(session: Recording) -> None:
    """Raises CodingError in a coder's package, whose documents are the lead's: what is done to them would come home."""
    if session.in_package:
        raise CodingError(
            "In a coder's package documents and their variables are read-only.", "Ask the lead, or write a memo."
        )


def rename_document(session: Recording, *, document_id: UUID, name: str) -> None:
    """Gives a document another name. Raises CodingError in a coder's package."""
    check_not_in_package(session)
    document = living_document(session, document_id)
    session.note(name=name, before=document.name)
    document.name = " ".join(name.split()) or document.name


def set_variable(session: Recording, *, document_id: UUID, variable_id: UUID, value: str) -> None:
    """Writes one variable of a document; an empty value takes it away.

    Raises CodingError for a wrong one, and in a coder's package.
    """
    check_not_in_package(session)
    document = living_document(session, document_id)
    variable = session.get(Variable, variable_id)
    if variable is None or not variable.lives:
        raise UnknownThing("That variable is not in this project.")
    value = checked(variable.name, variable.kind, variable.values, value)
    session.note(name=document.name, variable=variable.name, value=value)
    others = {k: v for k, v in document.variables.items() if k != variable_id.hex}
    document.variables = others | ({variable_id.hex: value} if value else {})


def remove_document(session: Recording, *, document_id: UUID) -> int:
    """Takes a document away with the codings, answers and memos on it; returns how many codings went.

    Raises CodingError in a coder's package.
    """
    check_not_in_package(session)
    document = living_document(session, document_id)
    codings = session.exec(select(Coding).where(Coding.document_id == document_id, col(Coding.lives))).all()
    remove_memos_on(session, [document_id, *(c.id for c in codings)])
    for coding in codings:
        session.remove(coding)
    for answer in session.exec(select(Answer).where(Answer.document_id == document_id, col(Answer.lives))):
        session.remove(answer)
    session.remove(document)
    session.note(name=document.name, codings=len(codings))
    return len(codings)


def remove_documents(session: Recording, *, document_ids: Iterable[UUID]) -> int:
    """Takes several documents away with all that is on them, as one act; returns how many codings went."""
    wanted = list(dict.fromkeys(document_ids))
    codings = sum(remove_document(session, document_id=document) for document in wanted)
    session.said.pop("name", None)  # of the last of them
    session.note(documents=len(wanted), codings=codings)
    return codings


def remove_memos_on(session: Recording, owners: Iterable[UUID]) -> None:
    """Memos go with what they are about, when somebody takes that away."""
    wanted = sorted(set(owners), key=lambda owner: owner.bytes)
    for first in range(0, len(wanted), _AT_ONCE):
        about = col(Memo.owner_id).in_(wanted[first : first + _AT_ONCE])
        for memo in session.exec(select(Memo).where(about, col(Memo.lives))).all():
            session.remove(memo)


_at_hand: dict[bytes, str] = {}  # the one text that is read now, by its hash: what a hash names never changes


# -- queries ----------------------------------------------------------------------------------


def living_document(session: Session, document_id: UUID) -> Document:
    """The document of this id. Raises UnknownThing."""
    document = session.get(Document, document_id)
    if document is None or not document.lives:
        raise UnknownThing("That document is not in this project.")
    return document


def living_documents(session: Session) -> list[Document]:
    """All living documents in their order; those united with another are left out."""
    found = session.exec(
        select(Document).where(col(Document.lives)).order_by(col(Document.position), col(Document.id))
    ).all()
    resolved = resolve({d.id: d.same_as for d in found})
    return [d for d in found if resolved[d.id] == d.id]


def resolve_documents(session: Session) -> dict[UUID, UUID]:
    """Each document's id -> the id of the document it is, following `same_as`."""
    return resolve(dict(session.exec(select(Document.id, Document.same_as)).all()))


def document_named(session: Session, name: str) -> list[Document]:
    """The living documents of this name, in their order."""
    return [d for d in living_documents(session) if same_name(d.name) == same_name(name)]


def text_of(session: Session, document_id: UUID) -> str:
    """The canonical text of a document."""
    return text_by_hash(session, living_document(session, document_id).text_hash)


def original_of(session: Session, document_id: UUID) -> bytes | None:
    """The file that a document was imported from; None where it is not in this project."""
    hash_ = living_document(session, document_id).original_hash
    found = session.get(Original, hash_) if hash_ else None
    return found.data if found else None


def text_by_hash(session: Session, text_hash: bytes) -> str:
    text = session.get(Text, text_hash)
    if text is None:
        raise UnknownThing("A text is missing from this file.", "Run `intercoder check` on it.")
    return text.body


def text_at_hand(session: Session, document_id: UUID) -> str:
    """The canonical text of a document that is to be coded: passages of it then cost no reading of all before them."""
    text_hash = living_document(session, document_id).text_hash
    body = text_by_hash(session, text_hash)
    _at_hand.clear()
    _at_hand[text_hash] = body
    return body


def passage_of(session: Session, text_hash: bytes, span: Span) -> str:
    """A stretch of a text, shorter than the span where the text ends; the text itself is not loaded."""
    if span.start < 0:
        return ""
    if (body := _at_hand.get(text_hash)) is not None:
        return span.quote(body) if span.length > 0 else ""
    part = func.substr(Text.body, span.start + 1, max(0, span.length))
    return session.exec(select(part).where(Text.hash == text_hash)).first() or ""


def text_lengths(session: Session) -> dict[bytes, int]:
    """Every text's length in code points, by hash."""
    return dict(session.exec(select(Text.hash, func.length(Text.body))).all())


def structure_of(session: Session, document_id: UUID) -> list[tuple[str, int, int, str]]:
    """Headings, emphasis, lists, pages: (kind, start, end, value) over the canonical text."""
    document = living_document(session, document_id)
    found = session.get(Structure, document.structure_hash) if document.structure_hash else None
    return [(m[0], m[1], m[2], m[3]) for m in found.marks] if found else []


def document_rows(session: Session, coder_id: UUID) -> list[DocumentRow]:
    """Every document as the list shows it, with the progress of one coder."""
    resolved = resolve_coders(session)
    names = {v.id.hex: v.name for v in variables_of(session)}
    lengths = text_lengths(session)
    codings: dict[UUID, dict[UUID, int]] = {}
    for (document, coder), count in tally(session, "document_id", "coder_id").items():
        codings.setdefault(document, {})[coder] = count
    assigned, finished = _progress(session, resolved, coder_id)
    rows = []
    for d in living_documents(session):
        by_coder = codings.get(d.id, {})
        values = {names[k]: v for k, v in d.variables.items() if k in names}
        rows.append(
            DocumentRow(
                d.id, d.name, d.format, lengths.get(d.text_hash, 0), values, sum(by_coder.values()),
                by_coder.get(coder_id, 0), len(by_coder), d.id in assigned, d.id in finished,
            )
        )  # fmt: skip
    return rows


def values_of(session: Session, document_id: UUID) -> dict[str, str]:
    """What is known of a document: variable names with their values, in the variables' order."""
    values = living_document(session, document_id).variables
    return {v.name: values[v.id.hex] for v in variables_of(session) if values.get(v.id.hex)}


def progress_of(session: Session, coder_id: UUID) -> tuple[int, int]:
    """How many documents this person has finished, and how many there are."""
    there = {d.id for d in living_documents(session)}
    _, finished = _progress(session, resolve_coders(session), coder_id)
    return len(finished & there), len(there)


def _progress(session: Session, resolved: Mapping[UUID, UUID], coder_id: UUID) -> tuple[set[UUID], set[UUID]]:
    """The documents assigned to a coder, and those finished in their latest round."""
    latest: dict[UUID, tuple[int, bool]] = {}
    for document, coder, round_, finished in session.exec(
        select(Assignment.document_id, Assignment.coder_id, Assignment.round, Assignment.finished_at).where(
            col(Assignment.lives)
        )
    ):
        if resolved[coder] == coder_id and round_ >= latest.get(document, (0, False))[0]:
            latest[document] = (round_, finished is not None)
    return set(latest), {d for d, (_, done) in latest.items() if done}
