"""Documents: bringing sources in, naming and describing them, reading their text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.coders import resolve, resolve_coders
from coder.columns import json_text
from coder.errors import CodingError, UnknownThing
from coder.identity import document_id, named_id, same_name, sha256, table_row_id
from coder.journal.record import Recording
from coder.models import Answer, Assignment, Coding, Document, Forgotten, Memo, Original, Structure, Text, Variable
from coder.sentences import sentence
from coder.spans import Span
from coder.tallies import tally
from coder.values import checked


class SourceLike(Protocol):
    """What an importer hands over: see importers.Source."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def original(self) -> bytes: ...
    @property
    def structure(self) -> Sequence[Any]: ...
    @property
    def variables(self) -> Mapping[str, str]: ...
    @property
    def table(self) -> str: ...
    @property
    def key(self) -> str: ...


@dataclass(slots=True)
class Brought:
    """What an import did: documents added, documents that were there already, words on the odd ones."""

    added: list[UUID] = field(default_factory=list)
    same: list[UUID] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


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


def add_documents(
    session: Recording, sources: Sequence[SourceLike], tick: Callable[[int, int], None] = lambda done, total: None
) -> Brought:
    """Adds the sources as documents; one that is there already, by original bytes and name, is selected.

    Texts and originals are kept once, by hash. Variables that the project does not know are made. tick: before
    each document; may raise Cancelled, and nothing was added.
    """
    brought = Brought()
    place = _next_place(session)
    known = _Known(session)
    with session.no_autoflush:  # each look-up would write what waits; `_Known` says what is there
        for n, source in enumerate(sources):
            tick(n, len(sources))
            _add_one(session, source, place + len(brought.added), brought, known)
    session.flush()
    names = [source.name for source in sources]
    session.note(documents=len(brought.added), name=names[0] if len(names) == 1 else None)
    return brought


class _Known:
    """What one import asks again and again: ten thousand rows of one table share its bytes and its columns."""

    def __init__(self, session: Recording) -> None:
        self._session = session
        self._hashes: dict[int, tuple[bytes, bytes]] = {}
        self._imported: dict[bytes, dict[str, UUID]] = {}
        self._variables: dict[str, str] = {}
        self.texts = set(session.exec(select(Text.hash)))
        self.originals = set(session.exec(select(Original.hash)))
        self.documents = set(session.exec(select(Document.id)))
        self.forgotten = set(session.exec(select(Forgotten.id)))
        self.new: dict[UUID, Document] = {}

    def document(self, id_: UUID) -> Document | None:
        if id_ in self.new:
            return self.new[id_]
        return self._session.get(Document, id_) if id_ in self.documents else None

    def add(self, document: Document) -> None:
        self.new[document.id] = document
        assert document.original_hash is not None
        self._imported[document.original_hash][same_name(document.imported_as)] = document.id

    def hash_of(self, data: bytes) -> bytes:
        if id(data) not in self._hashes:  # the bytes are kept beside their hash, so that the id stays theirs
            self._hashes[id(data)] = (data, sha256(data))
        return self._hashes[id(data)][1]

    def imported(self, original: bytes, name: str) -> Document | None:
        """The document that came from these bytes under this name, whatever its text and name are today."""
        if original not in self._imported:
            asked = select(Document.imported_as, Document.id).where(Document.original_hash == original)
            found = self._session.exec(asked)
            self._imported[original] = {same_name(name): id_ for name, id_ in found}
        id_ = self._imported[original].get(same_name(name))
        return self.document(id_) if id_ else None

    def values(self, values: Mapping[str, str]) -> dict[str, str]:
        """As `variables_by_id`, each name looked up once."""
        kept: dict[str, str] = {}
        for name, value in values.items():
            if str(value).strip():
                if name not in self._variables:
                    self._session.flush()
                    self._variables[name] = variable_named(self._session, name).hex
                kept[self._variables[name]] = str(value)
        return kept


def _add_one(session: Recording, source: SourceLike, place: int, brought: Brought, known: _Known) -> None:
    original = known.hash_of(source.original)
    there = known.imported(original, source.name)
    text_hash = sha256(source.text.encode("utf-8"))
    new_id = document_id(text_hash, source.name)
    if source.table:
        new_id = table_row_id(text_hash, source.table, source.key)
    if there is None:
        there = known.document(new_id)
    if new_id in known.forgotten:
        raise CodingError(
            sentence("“{name}” was forgotten for good in this project.", name=source.name),
            "Import it under another name if it may be used again.",
        )
    if there is not None:
        brought.same.append(there.id)
        if not there.lives:
            brought.warnings.append(
                sentence("“{name}” was removed here since; it was not made anew.", name=source.name)
            )
        elif there.name != source.name:
            brought.warnings.append(
                sentence("“{name}” changed here since: it is called “{name2}” now.", name=source.name, name2=there.name)
            )
        return
    if text_hash not in known.texts:
        session.add(Text(hash=text_hash, body=source.text))
        known.texts.add(text_hash)
    if original not in known.originals:
        session.add(Original(hash=original, data=source.original))
        known.originals.add(original)
    if source.structure:
        session.flush()
    document = session.put(
        Document(
            id=new_id,
            name=source.name,
            text_hash=text_hash,
            imported_as=source.name,
            format=source.format,
            original_hash=original,
            structure_hash=keep_structure(session, source.structure),
            variables=known.values(source.variables),
            position=place,
        )
    )
    known.add(document)
    brought.added.append(new_id)


def keep_text(session: Recording, body: str) -> bytes:
    """Keeps a canonical text once; returns its hash."""
    hash_ = sha256(body.encode("utf-8"))
    if session.get(Text, hash_) is None:
        session.add(Text(hash=hash_, body=body))
    return hash_


def keep_original(session: Recording, data: bytes) -> bytes:
    """Keeps a source's bytes once; returns their hash."""
    hash_ = sha256(data)
    if session.get(Original, hash_) is None:
        session.add(Original(hash=hash_, data=data))
    return hash_


def keep_structure(session: Recording, marks: Sequence[Any]) -> bytes | None:
    """Keeps marks (kind, start, end, value) once; returns their hash, None if there are none."""
    if not marks:
        return None
    listed = [[m.kind, m.start, m.end, m.value] for m in marks]
    hash_ = sha256(json_text(listed).encode("utf-8"))
    if session.get(Structure, hash_) is None:
        session.add(Structure(hash=hash_, marks=listed))
    return hash_


def variables_by_id(session: Recording, values: Mapping[str, str]) -> dict[str, str]:
    """Values by variable name -> by variable id; variables are made where they are missing."""
    return {variable_named(session, name).hex: str(value) for name, value in values.items() if str(value).strip()}


def variable_named(session: Recording, name: str) -> UUID:
    """The document variable of this name, made if it is missing."""
    known = variables_of(session)
    for variable in known:
        if same_name(variable.name) == same_name(name):
            return variable.id
    place = len(known)
    return session.put(Variable(id=named_id("variable", name), name=" ".join(name.split()), position=place)).id


def rename_document(session: Recording, *, document_id: UUID, name: str) -> None:
    document = living_document(session, document_id)
    session.note(name=name, before=document.name)
    document.name = " ".join(name.split()) or document.name


def set_variable(session: Recording, *, document_id: UUID, variable_id: UUID, value: str) -> None:
    """Writes one variable of a document; an empty value takes it away. Raises CodingError for a wrong one."""
    document = living_document(session, document_id)
    variable = session.get(Variable, variable_id)
    if variable is None or not variable.lives:
        raise UnknownThing("That variable is not in this project.")
    value = checked(variable.name, variable.kind, variable.values, value)
    session.note(name=document.name, variable=variable.name, value=value)
    others = {k: v for k, v in document.variables.items() if k != variable_id.hex}
    document.variables = others | ({variable_id.hex: value} if value else {})


def remove_document(session: Recording, *, document_id: UUID) -> int:
    """Takes a document away with the codings, answers and memos on it; returns how many codings went."""
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


def remove_memos_on(session: Recording, owners: Iterable[UUID]) -> None:
    """Memos go with what they are about, when somebody takes that away."""
    wanted = set(owners)
    for memo in session.exec(select(Memo).where(col(Memo.lives))):
        if memo.owner_id in wanted:
            session.remove(memo)


def _next_place(session: Session) -> int:
    return int(session.exec(select(func.coalesce(func.max(Document.position), -1))).one()) + 1


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


def passage_of(session: Session, text_hash: bytes, span: Span) -> str:
    """A stretch of a text, shorter than the span where the text ends; the text itself is not loaded."""
    if span.start < 0:
        return ""
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


def variables_of(session: Session, owner: str = "document") -> list[Variable]:
    """The living variables of documents (or cases), in their order."""
    return list(
        session.exec(
            select(Variable)
            .where(col(Variable.lives), Variable.owner == owner)
            .order_by(col(Variable.position), col(Variable.id))
        )
    )


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
