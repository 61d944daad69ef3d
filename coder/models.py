"""The tables: what exists. How a row came to be what it is stands in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import registry
from sqlmodel import Column, Field, SQLModel

from coder.columns import Guid, Json, Utc, hash_of, json_of, reference


class Table(SQLModel, registry=registry()):
    """What all tables of a project share: one registry of their own."""


class Noun(Table):
    """A row that the journal tells the story of.

    exists: what its own heads say. lives: it exists, or something living needs it; readers look at this.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ()  # as a birth stores them, by position: grows at the end only
    MAPS: ClassVar[frozenset[str]] = frozenset()  # fields folded key by key
    NEVER_DISPUTED: ClassVar[frozenset[str]] = frozenset()  # times, order, what was given automatically

    id: UUID = Field(sa_type=Guid, primary_key=True)
    exists: bool = True
    lives: bool = True


class Study(Noun, table=True):
    """The study itself: its title and lead; one row, whose id a package shares with its project."""

    FIELDS: ClassVar[tuple[str, ...]] = ("title", "lead_id", "settings")
    MAPS: ClassVar[frozenset[str]] = frozenset({"settings"})

    title: str = ""
    lead_id: UUID | None = reference("coder.id", nullable=True)
    settings: dict[str, Any] = json_of(dict)


class Coder(Noun, table=True):
    """A person who codes."""

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "color", "same_as")

    name: str
    color: str = ""
    same_as: UUID | None = reference("coder.id", nullable=True)


class Text(Table, table=True):
    """A canonical text, kept once by its SHA-256."""

    hash: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    body: str


class Original(Table, table=True):
    """The bytes of a source as they came, kept once by their SHA-256."""

    hash: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class Structure(Table, table=True):
    """Headings, emphasis, lists, pages of a text, as its reader found them; by the SHA-256 of their JSON."""

    hash: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    marks: list[Any] = Field(sa_column=Column(Json, nullable=False))


class TextMap(Noun, table=True):
    """How an old text of a document reads as its new one: kept runs (old start, new start, length)."""

    __tablename__ = "text_map"
    FIELDS: ClassVar[tuple[str, ...]] = ("document_id", "old_hash", "new_hash", "pieces")

    document_id: UUID = reference("document.id", index=True)
    old_hash: bytes = hash_of("text.hash")
    new_hash: bytes = hash_of("text.hash")
    pieces: list[list[int]] = json_of(list)


class Document(Noun, table=True):
    """A source in the study. variables: variable id (hex) -> value as text."""

    __table_args__ = (Index("document_by_original", "original_hash"),)
    FIELDS: ClassVar[tuple[str, ...]] = (
        "name", "text_hash", "imported_as", "format", "original_hash", "structure_hash", "variables",
        "position", "same_as",
    )  # fmt: skip
    MAPS: ClassVar[frozenset[str]] = frozenset({"variables"})
    # format, original and structure go with the text
    NEVER_DISPUTED: ClassVar[frozenset[str]] = frozenset({"position", "structure_hash", "original_hash", "format"})

    name: str
    text_hash: bytes = hash_of("text.hash")
    imported_as: str = ""
    format: str = ""
    original_hash: bytes | None = hash_of(nullable=True)  # a package may come without originals
    structure_hash: bytes | None = hash_of("structure.hash", nullable=True)
    variables: dict[str, str] = json_of(dict)
    position: int = 0
    same_as: UUID | None = reference("document.id", nullable=True)


class Code(Noun, table=True):
    """A code of the codebook; scope passage|document, state open|retired|proposed."""

    FIELDS: ClassVar[tuple[str, ...]] = (
        "parent_id", "name", "definition", "include", "exclude", "examples", "color", "key", "scope",
        "exclusive", "state", "auto_color", "position", "merged_into",
    )  # fmt: skip
    NEVER_DISPUTED: ClassVar[frozenset[str]] = frozenset({"auto_color", "position"})

    parent_id: UUID | None = reference("code.id", nullable=True)
    name: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: list[str] = json_of(list)
    color: str = ""
    key: str = ""
    scope: str = "passage"
    exclusive: bool = False
    state: str = "open"
    auto_color: str = ""
    position: int = 0
    merged_into: UUID | None = reference("code.id", nullable=True)

    @property
    def shown_color(self) -> str:
        """The colour people chose, else the one given automatically."""
        return self.color or self.auto_color


class CodebookVersion(Noun, table=True):
    """The codebook, named and frozen by the lead; frozen is its exchange form."""

    __tablename__ = "codebook_version"
    FIELDS: ClassVar[tuple[str, ...]] = ("name", "frozen", "made_by", "made_at")
    NEVER_DISPUTED: ClassVar[frozenset[str]] = frozenset({"made_at"})

    name: str
    frozen: dict[str, Any] = json_of(dict)
    made_by: UUID | None = reference("coder.id", nullable=True)
    made_at: datetime | None = Field(default=None, sa_type=Utc)


class Qualifier(Noun, table=True):
    """What may be said about a coding; kind choice|ordered|number|date|text."""

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "kind", "values", "definition", "position")
    NEVER_DISPUTED: ClassVar[frozenset[str]] = frozenset({"position"})

    name: str
    kind: str = "text"
    values: list[str] = json_of(list)
    definition: str = ""
    position: int = 0


class Coding(Noun, table=True):
    """A code on a passage, by a coder; start and end are None for a coding of the whole document.

    Positions are code points, half-open, over the text of text_hash. qualifiers: qualifier id (hex) -> value.
    """

    __table_args__ = (
        Index("coding_by_document", "document_id"),
        # what stands on just this passage is asked before every coding. By the place first, so that it is not taken for
        # all codings of a document: these come quickest in the order of the file
        Index("coding_by_place", "start", "document_id"),
        Index("coding_by_code", "code_id"),
        # an act asks what is gone and what is to be settled: nearly nothing, among a hundred thousand
        Index("coding_gone", "id", sqlite_where=text('NOT "exists"')),
        Index("coding_unsettled", "id", sqlite_where=text('lives <> "exists"')),
    )
    FIELDS: ClassVar[tuple[str, ...]] = (
        "document_id", "code_id", "coder_id", "round", "text_hash", "start", "end", "memo", "qualifiers",
        "made_under", "confirmed_under",
    )  # fmt: skip
    MAPS: ClassVar[frozenset[str]] = frozenset({"qualifiers"})
    NEVER_DISPUTED: ClassVar[frozenset[str]] = frozenset({"made_under"})

    document_id: UUID = reference("document.id")
    code_id: UUID = reference("code.id")
    coder_id: UUID = reference("coder.id")
    round: int = 1
    text_hash: bytes = hash_of("text.hash")
    start: int | None = None
    end: int | None = None
    memo: str = ""
    qualifiers: dict[str, Any] = json_of(dict)
    made_under: UUID | None = reference("codebook_version.id", nullable=True)
    confirmed_under: UUID | None = reference("codebook_version.id", nullable=True)


class Assignment(Noun, table=True):
    """Who reads what, in which round, to what purpose (training|pilot|reliability|main)."""

    __table_args__ = (Index("assignment_by_document", "document_id"),)
    FIELDS: ClassVar[tuple[str, ...]] = (
        "document_id", "coder_id", "round", "purpose", "position", "started_at", "finished_at",
        "disclosed_at",
    )  # fmt: skip
    NEVER_DISPUTED: ClassVar[frozenset[str]] = frozenset({"position", "started_at", "finished_at", "disclosed_at"})

    document_id: UUID = reference("document.id")
    coder_id: UUID = reference("coder.id")
    round: int = 1
    purpose: str = "main"
    position: int = 0
    started_at: datetime | None = Field(default=None, sa_type=Utc)
    finished_at: datetime | None = Field(default=None, sa_type=Utc)
    disclosed_at: datetime | None = Field(default=None, sa_type=Utc)


class Unit(Noun, table=True):
    """A unit fixed by the lead: a layer of its own over a document's text."""

    FIELDS: ClassVar[tuple[str, ...]] = ("document_id", "text_hash", "start", "end", "layer")

    document_id: UUID = reference("document.id", index=True)
    text_hash: bytes = hash_of("text.hash")
    start: int
    end: int
    layer: str = ""


class Answer(Noun, table=True):
    """What a coder said of a unit without a code: that none applies. A unit without answer or code was not reached."""

    __table_args__ = (Index("answer_by_document", "document_id"),)
    FIELDS: ClassVar[tuple[str, ...]] = ("document_id", "coder_id", "round", "text_hash", "start", "end", "layer")

    document_id: UUID = reference("document.id")
    coder_id: UUID = reference("coder.id")
    round: int = 1
    text_hash: bytes = hash_of("text.hash")
    start: int
    end: int
    layer: str = ""


class Memo(Noun, table=True):
    """A note by somebody on something: owner_kind study|document|code|coding|coder.

    state: asked|answered for a question to the lead, "" for any other memo; answer: what answered_by said to it.
    text_hash, start, end: the passage that a question on a document is about; None for the whole.
    """

    FIELDS: ClassVar[tuple[str, ...]] = (
        "owner_kind", "owner_id", "author_id", "title", "text", "state", "answer", "answered_by", "text_hash",
        "start", "end",
    )  # fmt: skip

    owner_kind: str = "study"
    owner_id: UUID | None = Field(default=None, sa_column=Column(Guid, nullable=True, index=True))
    author_id: UUID | None = reference("coder.id", nullable=True)
    title: str = ""
    text: str = ""
    state: str = ""
    answer: str = ""
    answered_by: UUID | None = reference("coder.id", nullable=True)
    text_hash: bytes | None = hash_of("text.hash", nullable=True)
    start: int | None = None
    end: int | None = None


class Variable(Noun, table=True):
    """A property of documents or cases; kind text|number|date|choice|yesno."""

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "kind", "values", "owner", "position")
    NEVER_DISPUTED: ClassVar[frozenset[str]] = frozenset({"position"})

    name: str
    kind: str = "text"
    values: list[str] = json_of(list)
    owner: str = "document"
    position: int = 0


class Case(Noun, table=True):
    """What the study compares: a person, a place, an office. variables: variable id (hex) -> value."""

    __tablename__ = "study_case"  # CASE is a word of SQL
    FIELDS: ClassVar[tuple[str, ...]] = ("name", "variables")
    MAPS: ClassVar[frozenset[str]] = frozenset({"variables"})

    name: str
    variables: dict[str, str] = json_of(dict)


class DocumentSet(Noun, table=True):
    """A named set of documents."""

    __tablename__ = "document_set"
    FIELDS: ClassVar[tuple[str, ...]] = ("name",)

    name: str


class Membership(Noun, table=True):
    """A document in a set or in a case: it goes when either goes."""

    FIELDS: ClassVar[tuple[str, ...]] = ("document_id", "set_id", "case_id")

    document_id: UUID = reference("document.id", index=True)
    set_id: UUID | None = reference("document_set.id", nullable=True)
    case_id: UUID | None = reference("study_case.id", nullable=True)


class Decision(Noun, table=True):
    """What was decided where coders disagreed; judged lists the codings looked at, result the chosen codes."""

    FIELDS: ClassVar[tuple[str, ...]] = (
        "document_id", "text_hash", "start", "end", "code_id", "judged", "result", "reason", "decider_id",
        "how",
    )  # fmt: skip

    document_id: UUID = reference("document.id", index=True)
    text_hash: bytes = hash_of("text.hash")
    start: int | None = None
    end: int | None = None
    code_id: UUID | None = reference("code.id", nullable=True)
    judged: list[str] = json_of(list)
    result: list[Any] = json_of(list)
    reason: str = ""
    decider_id: UUID | None = reference("coder.id", nullable=True)
    how: str = ""


NOUNS: Mapping[str, type[Noun]] = {
    model.__tablename__: model  # type: ignore[misc]
    for model in (
        Study, Coder, Document, TextMap, Code, CodebookVersion, Qualifier, Coding, Assignment, Unit, Answer, Memo,
        Variable, Case, DocumentSet, Membership, Decision,
    )
}  # fmt: skip


class ChangeEntry(Table, table=True):
    """The journal's head of a change. after: ids (16 bytes each) of the newest changes its author saw.

    came_by is this file's own: how the change arrived, None when it was made here.
    """

    __tablename__ = "change"
    __table_args__ = (
        Index("change_by_clock", "clock"),
        Index("change_undoes", "undoes", sqlite_where=Column("undoes").isnot(None)),
    )

    id: UUID = Field(sa_type=Guid, primary_key=True)
    clock: int = Field(sa_type=BigInteger)
    coder_id: UUID = Field(sa_type=Guid)
    at: datetime = Field(sa_type=Utc)
    operation: str
    arguments: dict[str, Any] | None = Field(default=None, sa_column=Column(Json, nullable=True))
    undoes: UUID | None = Field(default=None, sa_type=Guid)
    after: bytes = Field(default=b"", sa_column=Column(LargeBinary, nullable=False))
    came_by: UUID | None = Field(default=None, sa_type=Guid)


class ChangeRow(Table, table=True):
    """What a change wrote in one row: values by position for a birth, else field -> [value, over]."""

    __tablename__ = "change_row"
    __table_args__ = (
        Index("change_row_by_change", "change"),
        {"sqlite_with_rowid": False},
    )

    table: str = Field(primary_key=True)
    row: UUID = Field(sa_type=Guid, primary_key=True)
    change: UUID = Field(
        sa_column=Column(Guid, ForeignKey("change.id", deferrable=True, initially="DEFERRED"), primary_key=True)
    )
    fields: str


class OpenHead(Table, table=True):
    """A row on which people differ, kept by the fold so that listing conflicts costs nothing.

    field: the field with several heads; "exists" for a removal against an edit; a leading "ring:" marks a
    move that was set aside.
    """

    __tablename__ = "open_head"

    table: str = Field(primary_key=True)
    row: UUID = Field(sa_type=Guid, primary_key=True)
    field: str = Field(primary_key=True)
    heads: list[Any] = Field(sa_column=Column(Json, nullable=False))


class Forgotten(Table, table=True):
    """A mark that something was forgotten for good; it travels and wins over all."""

    id: UUID = Field(sa_type=Guid, primary_key=True)
    coder_id: UUID = Field(sa_type=Guid)
    at: datetime = Field(sa_type=Utc)


class Arrival(Table, table=True):
    """A file that was merged into this one; this file's own record, it does not travel."""

    id: UUID = Field(sa_type=Guid, primary_key=True)
    at: datetime = Field(sa_type=Utc)
    clock: int = Field(sa_type=BigInteger)
    coder_id: UUID = Field(sa_type=Guid)
    file: str
    added: int = 0
    copy_kept: str = ""


class Meta(Table, table=True):
    """This file's own facts: which study it is, whose package, the cached digest. They do not travel."""

    name: str = Field(primary_key=True)
    value: str
