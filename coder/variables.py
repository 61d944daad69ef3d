"""Variables of documents: adding, naming, typing, filling in, removing; the table of documents they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from coder.cases import sets_of
from coder.coders import coder_names, resolve_coders
from coder.documents import check_not_in_package, living_document, living_documents, text_lengths, variables_of
from coder.errors import CodingError, UnknownThing
from coder.identity import named_id, same_name
from coder.journal.record import Recording
from coder.models import Assignment, Document, Variable
from coder.sentences import listing, sentence
from coder.tallies import tally
from coder.values import VARIABLE_KINDS, check_kind, checked, tidy_values, wrong_value

_NAMED = 3  # documents whose values stand in the way that a message names


@dataclass(frozen=True, slots=True)
class Cell:
    """One value for the table of documents; variable_id None is the document's name."""

    document_id: UUID
    variable_id: UUID | None
    value: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What one person did in a document. codings: equal ones once; assigned, finished: in their latest round."""

    codings: int
    assigned: bool
    finished: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """A document as the wide table shows it.

    length: code points. values: variable id -> value. sets: ids. progress: by person, those who did anything or are
    to do it. codings: of all, equal ones once.
    """

    id: UUID
    name: str
    format: str
    length: int
    values: Mapping[UUID, str]
    sets: frozenset[UUID]
    progress: Mapping[UUID, Progress]
    codings: int


# -- operations -------------------------------------------------------------------------------


def add_variable(session: Recording, *, name: str, kind: str = "text", values: Sequence[str] = ()) -> UUID:
    """Adds a variable of documents; one of that name that stands is returned as it is, a removed one comes back.

    Raises CodingError without a name, for an unknown kind, and in a coder's package.
    """
    check_not_in_package(session)
    name = " ".join(name.split())
    if not name:
        raise CodingError("A variable needs a name.", "Type a name, such as “region”.")
    check_kind(name, kind, VARIABLE_KINDS)
    known = variables_of(session)
    for variable in known:
        if same_name(variable.name) == same_name(name):
            return variable.id
    session.note(name=name)
    n = 0
    while (row := session.get(Variable, named_id("variable", name, n))) is not None and row.lives:
        n += 1
    place = max((v.position for v in known), default=-1) + 1
    made = Variable(
        id=named_id("variable", name, n), name=name, kind=kind, values=tidy_values(values), position=place
    )  # fmt: skip
    return session.put(made).id


def edit_variable(
    session: Recording,
    *,
    variable_id: UUID,
    name: str | None = None,
    kind: str | None = None,
    values: Sequence[str] | None = None,
    position: int | None = None,
) -> None:
    """Changes a variable; position: its place among the others.

    A choice that is given no values lists those that the documents have. Raises CodingError for a name that another
    has, and for a kind or list that values in documents do not fit.
    """
    check_not_in_package(session)
    variable = living_variable(session, variable_id)
    if name is not None:
        name = " ".join(name.split()) or variable.name
        others = (v for v in variables_of(session, variable.owner) if v.id != variable_id)
        if any(same_name(v.name) == same_name(name) for v in others):
            raise CodingError(sentence("A variable “{name}” stands there already.", name=name), "Choose another name.")
    session.note(name=name or variable.name, before=variable.name)
    if kind is not None or values is not None:
        _retype(session, variable, kind or variable.kind, values)
    if name is not None:
        variable.name = name
    if position is not None:
        ordered = [v for v in variables_of(session, variable.owner) if v.id != variable_id]
        ordered.insert(max(0, position), variable)
        for n, one in enumerate(ordered):
            if one.position != n:
                one.position = n


def _retype(session: Recording, variable: Variable, kind: str, values: Sequence[str] | None) -> None:
    check_kind(variable.name, kind, VARIABLE_KINDS)
    held = _values_of(session, variable.id)
    listed = tidy_values(variable.values if values is None else values)
    if kind == "choice" and not listed:
        listed = sorted({value for _, value in held}, key=same_name)
    wrong = [(name, value) for name, value in held if wrong_value(kind, listed, value)]
    if wrong:
        named = listing([f"{name}: {value}" for name, value in wrong], _NAMED)
        raise CodingError(
            sentence(
                "“{name}” cannot be changed so: values in the documents do not fit ({named}).",
                name=variable.name,
                named=named,
            ),
            "Change these values first.",
        )
    variable.kind = kind
    if listed != variable.values:
        variable.values = listed


def _values_of(session: Session, variable_id: UUID) -> list[tuple[str, str]]:
    """(document, value) of every living document that has one."""
    key = variable_id.hex
    return [(d.name, d.variables[key]) for d in living_documents(session) if d.variables.get(key)]


def remove_variable(session: Recording, *, variable_id: UUID) -> int:
    """Takes a variable away; returns how many documents had a value, which undo brings back with it."""
    check_not_in_package(session)
    variable = living_variable(session, variable_id)
    held = len(_values_of(session, variable_id))
    session.note(name=variable.name, documents=held)
    session.remove(variable)
    return held


def set_cells(session: Recording, *, cells: Sequence[Cell]) -> int:
    """Writes names and values of documents as one act; returns how many changed.

    Nothing is written if one of them is wrong. Raises CodingError for it, and for an empty name.
    """
    check_not_in_package(session)
    known = {v.id: v for v in variables_of(session)}
    touched: dict[UUID, Document] = {}
    changed = 0
    for cell in cells:
        document = touched.setdefault(cell.document_id, living_document(session, cell.document_id))
        changed += _set_name(document, cell) if cell.variable_id is None else _set_value(document, known, cell)
    if cells:
        variable = known.get(cells[0].variable_id) if cells[0].variable_id else None
        name = touched[cells[0].document_id].name if len(touched) == 1 else None
        session.note(cells=changed, documents=len(touched), name=name, variable=variable.name if variable else None)
    return changed


def _set_name(document: Document, cell: Cell) -> bool:
    name = " ".join(cell.value.split())
    if not name:
        raise CodingError(
            sentence("“{name}” needs a name.", name=document.name), "Type one; undo brings the old one back."
        )
    changed = name != document.name
    if changed:
        document.name = name
    return changed


def _set_value(document: Document, known: Mapping[UUID, Variable], cell: Cell) -> bool:
    variable = known.get(cell.variable_id) if cell.variable_id else None
    if variable is None:
        raise UnknownThing("That variable is not in this project.")
    value = checked(variable.name, variable.kind, variable.values, cell.value)
    key = variable.id.hex
    if document.variables.get(key, "") == value:
        return False
    others = {k: v for k, v in document.variables.items() if k != key}
    document.variables = others | ({key: value} if value else {})
    return True


# -- queries ----------------------------------------------------------------------------------


def living_variable(session: Session, variable_id: UUID) -> Variable:
    """The variable of this id. Raises UnknownThing."""
    variable = session.get(Variable, variable_id)
    if variable is None or not variable.lives:
        raise UnknownThing("That variable is not in this project.")
    return variable


def document_table(session: Session) -> list[TableRow]:
    """Every document in the project's order, with values, sets and everybody's progress."""
    known = {v.id.hex: v.id for v in variables_of(session)}
    lengths = text_lengths(session)
    sets: dict[UUID, set[UUID]] = {}
    for one in sets_of(session):
        for document in one.documents:
            sets.setdefault(document, set()).add(one.id)
    codings = tally(session, "document_id", "coder_id")
    assigned = _latest_rounds(session)
    names = coder_names(session)
    by_document: dict[UUID, set[UUID]] = {}
    for document, person in (*codings, *assigned):
        if person in names:
            by_document.setdefault(document, set()).add(person)
    rows = []
    for d in living_documents(session):
        progress = {
            person: Progress(
                codings.get((d.id, person), 0), (d.id, person) in assigned, assigned.get((d.id, person), False)
            )
            for person in by_document.get(d.id, ())
        }
        values = {known[k]: v for k, v in d.variables.items() if k in known and v}
        rows.append(
            TableRow(
                d.id, d.name, d.format, lengths.get(d.text_hash, 0), values, frozenset(sets.get(d.id, ())), progress,
                sum(p.codings for p in progress.values()),
            )
        )  # fmt: skip
    return rows


def _latest_rounds(session: Session) -> dict[tuple[UUID, UUID], bool]:
    """(document, person) of every assignment -> is it finished in the latest round?"""
    people = resolve_coders(session)
    latest: dict[tuple[UUID, UUID], tuple[int, bool]] = {}
    for document, coder, round_, finished in session.exec(
        select(Assignment.document_id, Assignment.coder_id, Assignment.round, Assignment.finished_at).where(
            col(Assignment.lives)
        )
    ):
        key = (document, people[coder])
        if round_ >= latest.get(key, (0, False))[0]:
            latest[key] = (round_, finished is not None)
    return {key: done for key, (_, done) in latest.items()}
