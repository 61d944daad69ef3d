"""Sets of documents: making, naming, filling, emptying, removing them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from coder.coders import numbered
from coder.documents import living_document, resolve_documents
from coder.errors import CodingError, UnknownThing
from coder.identity import born_id, named_id, same_name
from coder.journal.record import Recording
from coder.models import Document, DocumentSet, Membership
from coder.sentences import sentence


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set as shown, two of one name with a number; documents: the living ones in it."""

    id: UUID
    name: str
    documents: frozenset[UUID]


# -- operations -------------------------------------------------------------------------------


def add_set(session: Recording, *, name: str, document_ids: Sequence[UUID] = ()) -> UUID:
    """Makes a set with these documents in it; a set of that name that stands gets them in addition.

    Raises CodingError without a name and in a coder's package.
    """
    _check_authority(session)
    name = " ".join(name.split())
    if not name:
        raise CodingError("A set needs a name.", "Type a name, such as “2024”.")
    there = next((s for s in _living(session) if same_name(s.name) == same_name(name)), None)
    if there is None:
        n = 0
        while (row := session.get(DocumentSet, named_id("set", name, n))) is not None and row.lives:
            n += 1
        there = session.put(DocumentSet(id=named_id("set", name, n), name=name))
    session.flush()
    _put_in(session, there.id, document_ids)
    session.note(name=there.name, documents=len(document_ids))
    return there.id


def rename_set(session: Recording, *, set_id: UUID, name: str) -> None:
    """Gives a set another name. Raises CodingError if another set has it."""
    _check_authority(session)
    found = living_set(session, set_id)
    name = " ".join(name.split()) or found.name
    if any(same_name(s.name) == same_name(name) for s in _living(session) if s.id != set_id):
        raise CodingError(sentence("A set “{name}” stands there already.", name=name), "Choose another name.")
    session.note(name=name, before=found.name)
    found.name = name


def remove_set(session: Recording, *, set_id: UUID) -> int:
    """Takes a set away; its documents stay. Returns how many were in it."""
    _check_authority(session)
    found = living_set(session, set_id)
    members = _members(session, set_id)
    for member in members:
        session.remove(member)
    session.remove(found)
    session.note(name=found.name, documents=len(members))
    return len(members)


def put_in_set(session: Recording, *, set_id: UUID, document_ids: Sequence[UUID]) -> int:
    """Puts documents into a set; returns how many were not in it before."""
    _check_authority(session)
    found = living_set(session, set_id)
    put = _put_in(session, set_id, document_ids)
    session.note(name=found.name, documents=put)
    return put


def take_from_set(session: Recording, *, set_id: UUID, document_ids: Sequence[UUID]) -> int:
    """Takes documents out of a set; returns how many were in it."""
    _check_authority(session)
    found = living_set(session, set_id)
    united, gone = resolve_documents(session), set(document_ids)
    taken = [m for m in _members(session, set_id) if united[m.document_id] in gone]
    for member in taken:
        session.remove(member)
    session.note(name=found.name, documents=len(taken))
    return len(taken)


def _put_in(session: Recording, set_id: UUID, document_ids: Sequence[UUID]) -> int:
    united = resolve_documents(session)
    there = {united[m.document_id] for m in _members(session, set_id)}
    new = [document for document in dict.fromkeys(document_ids) if document not in there]
    for document in new:
        living_document(session, document)
        # the id that an exchange file gives it too, so that the same set brought twice is one
        session.put(Membership(id=born_id("membership", set_id, document), document_id=document, set_id=set_id))
    return len(new)


def _check_authority(session: Recording) -> None:
    if session.in_package:
        raise CodingError("In a coder's package the sets are the lead's.", "Ask the lead, or write a memo.")


# -- queries ----------------------------------------------------------------------------------


def living_set(session: Session, set_id: UUID) -> DocumentSet:
    """The set of this id. Raises UnknownThing."""
    found = session.get(DocumentSet, set_id)
    if found is None or not found.lives:
        raise UnknownThing("That set is not in this project.")
    return found


def sets_of(session: Session) -> list[SetRow]:
    """The living sets by name, with the documents in them."""
    united = resolve_documents(session)
    alive = set(session.exec(select(Document.id).where(col(Document.lives))))
    members: dict[UUID, set[UUID]] = {}
    for member in session.exec(select(Membership).where(col(Membership.lives), col(Membership.set_id).is_not(None))):
        end = united[member.document_id]
        if member.set_id is not None and end in alive:
            members.setdefault(member.set_id, set()).add(end)
    living = _living(session)
    names = numbered([(s.id, s.name) for s in living])
    rows = [SetRow(s.id, names[s.id], frozenset(members.get(s.id, ()))) for s in living]
    return sorted(rows, key=lambda row: (same_name(row.name), row.id.bytes))


def _living(session: Session) -> list[DocumentSet]:
    return list(session.exec(select(DocumentSet).where(col(DocumentSet.lives)).order_by(col(DocumentSet.id))))


def _members(session: Session, set_id: UUID) -> list[Membership]:
    return list(session.exec(select(Membership).where(Membership.set_id == set_id, col(Membership.lives))))
