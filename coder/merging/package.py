"""A coder's package: a file written new from a list of what goes in, so that it holds nobody else's work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session

from coder import storage
from coder.assignments import assignments_of
from coder.coders import coder_names, resolve_coders
from coder.columns import utc_text
from coder.documents import living_documents
from coder.errors import MergeError, NotAProject, ProjectExists, UnknownThing
from coder.identity import random_id
from coder.journal.fold import Id
from coder.journal.read import Row, chunks, marks
from coder.journal.settle import settle
from coder.models import Study
from coder.project import Project, make_file
from coder.sentences import sentence

# tables of the codebook and the study, which go in whole
_WHOLE = ("code", "codebook_version", "qualifier", "variable")
# who stands in a row without having written it, as in a study that was brought from an exchange file
_POINTS_AT_CODER = (("coder", "same_as"), ("memo", "answered_by"), ("codebook_version", "made_by"))


@dataclass(frozen=True, slots=True)
class Package:
    """What went into a package: the coder's name, the documents' names, how many of the coder's own codings."""

    coder: str
    documents: tuple[str, ...]
    codings: int
    path: Path


@dataclass(frozen=True, slots=True)
class _Contents:
    coder: str
    documents: list[tuple[UUID, str]]
    rows: set[Row]
    codings: int


def hand_out(
    project: Project,
    target: Path,
    *,
    coder_id: UUID,
    document_ids: Sequence[UUID] | None = None,
    round_: int | None = None,
    originals: bool = True,
) -> Package:
    """Writes the package of a coder: the documents given, else those assigned (in a round), else all.

    The file appears whole or not at all. Raises ProjectExists, MergeError in a coder's package, and UnknownThing for a
    round without assignments.
    """
    if project.package_coder is not None:
        raise MergeError(
            "This is a coder's package: packages are handed out from the team's project.",
            "Ask the lead for a package of your own, or open the lead's file.",
        )
    check_target(target)
    with storage.damage_told(project.path):
        return _handed_out(project, target, coder_id, document_ids, round_, originals)


def _handed_out(
    project: Project,
    target: Path,
    coder_id: UUID,
    document_ids: Sequence[UUID] | None,
    round_: int | None,
    originals: bool,
) -> Package:
    contents = project.ask(_contents, project.study_id, coder_id, document_ids, round_)
    draft = target.with_name(f".{target.name}.part")
    draft.unlink(missing_ok=True)
    make_file(draft)
    engine = storage.engine_for(draft, write=True)
    try:
        with storage.attached(storage.writer_of(engine), project.file) as connection, connection.begin():
            _fill(connection, project, coder_id, contents, originals)
        engine.dispose()
        draft.replace(target)
    finally:
        engine.dispose()
        draft.unlink(missing_ok=True)
    return Package(contents.coder, tuple(name for _, name in contents.documents), contents.codings, target)


def check_target(target: Path) -> None:
    """Raises ProjectExists, or NotAProject if there is no folder for it: before anything is done for a package."""
    if target.exists():
        raise ProjectExists(sentence("“{name}” is already there.", name=target.name))
    if not target.parent.is_dir():
        raise NotAProject(sentence("There is no folder “{parent}”.", parent=target.parent), "Make the folder first.")


def _contents(
    session: Session,
    study_id: UUID,
    coder_id: UUID,
    document_ids: Sequence[UUID] | None,
    round_: int | None,
) -> _Contents:
    """The rows that go in."""
    names = {d.id: d.name for d in living_documents(session)}
    chosen = list(document_ids) if document_ids is not None else _assigned(session, coder_id, round_) or list(names)
    resolved = resolve_coders(session)
    mine = {c.bytes for c, person in resolved.items() if person == resolved[coder_id]}
    connection = session.connection()
    rows: set[Row] = {("study", study_id.bytes)} | {("coder", c) for c in mine}
    study = session.get(Study, study_id)
    if study and study.lead_id:
        rows.add(("coder", study.lead_id.bytes))
    rows |= {("document", d.bytes) for d in chosen}
    for table in _WHOLE:
        rows |= {(table, r[0]) for r in connection.exec_driver_sql(f'SELECT id FROM "{table}"')}
    rows -= _proposals_of_others(connection, mine)
    codings = _owned(connection, "coding", chosen, mine)
    rows |= codings | _owned(connection, "assignment", chosen, mine) | _owned(connection, "unit", chosen, None)
    rows |= _owned(connection, "text_map", chosen, None) | _owned(connection, "answer", chosen, mine)
    about = {row for _, row in rows}
    for memo, owner, author in connection.exec_driver_sql("SELECT id, owner_id, author_id FROM memo"):
        if author in mine and (owner is None or owner in about):
            rows.add(("memo", memo))
    living = {r[0] for r in connection.exec_driver_sql("SELECT id FROM coding WHERE lives")}
    return _Contents(
        coder_names(session)[coder_id],
        [(d, names[d]) for d in chosen],
        rows,
        sum(row in living for _, row in codings),
    )


def _assigned(session: Session, coder_id: UUID, round_: int | None) -> list[UUID]:
    """The documents assigned to the person in their reading order."""
    resolved = resolve_coders(session)
    mine = [a for c, person in resolved.items() if person == resolved[coder_id] for a in assignments_of(session, c)]
    found = [a.document_id for a in mine if round_ is None or a.round == round_]
    if round_ is not None and not found:
        raise UnknownThing(
            sentence("Nothing is assigned to this coder in round {round}.", round=round_),
            "Choose another round, or name documents.",
        )
    return list(dict.fromkeys(found))


def _proposals_of_others(connection: Connection, mine: set[Id]) -> set[Row]:
    """Proposed codes that somebody else made; nobody sees them before the lead has accepted them."""
    found = connection.exec_driver_sql(
        'SELECT k.id, c.coder_id FROM code k JOIN change_row r ON r."table" = \'code\' AND r."row" = k.id '
        "JOIN change c ON c.id = r.change WHERE k.state = 'proposed' AND json_type(r.fields) = 'array'"
    )
    return {("code", r[0]) for r in found if r[1] not in mine}


def _owned(connection: Connection, table: str, documents: Iterable[UUID], coders: set[Id] | None) -> set[Row]:
    """The rows of a table on these documents; of these coders alone, if they are given."""
    rows: set[Row] = set()
    column = "coder_id" if coders is not None else "NULL"
    for part in chunks([d.bytes for d in documents]):
        found = connection.exec_driver_sql(
            f'SELECT id, {column} FROM "{table}" WHERE document_id IN ({marks(part)})', tuple(part)
        )
        rows |= {(table, r[0]) for r in found if coders is None or r[1] in coders}
    return rows


def _fill(connection: Connection, project: Project, coder_id: UUID, contents: _Contents, originals: bool) -> None:
    """Copies the journal of these rows, what they point at by hash, and lets the fold make the tables."""
    connection.exec_driver_sql('CREATE TEMP TABLE goes ("table" TEXT, "row" BLOB, PRIMARY KEY ("table", "row"))')
    _add_rows(connection, contents.rows)
    # whoever wrote in these rows or stands in them is named in the package: their own rows go in too
    while people := _people_missing(connection):
        _add_rows(connection, {("coder", p) for p in people})
    connection.exec_driver_sql(
        'INSERT INTO main.change_row ("table", "row", change, fields) '
        'SELECT r."table", r."row", r.change, r.fields FROM other.change_row r '
        'JOIN goes g ON g."table" = r."table" AND g."row" = r."row"'
    )
    arrival = random_id()
    _copy_heads(connection, arrival)
    _copy_contents(connection, originals)
    connection.exec_driver_sql("INSERT INTO main.forgotten SELECT * FROM other.forgotten")
    rows = {(r[0], r[1]) for r in connection.exec_driver_sql('SELECT "table", "row" FROM goes')}
    settle(connection, rows)
    latest = connection.exec_driver_sql("SELECT max(clock) FROM main.change").scalar_one()
    connection.exec_driver_sql(
        'INSERT INTO main.arrival (id, "at", clock, coder_id, file, added, copy_kept) '
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            arrival.bytes, utc_text(datetime.now(UTC)), latest, project.coder_id.bytes, project.path.name,
            len(rows), "",
        ),
    )  # fmt: skip
    connection.exec_driver_sql(
        "INSERT INTO main.meta (name, value) VALUES (?, ?), (?, ?)",
        ("study", project.study_id.hex, "package_coder", coder_id.hex),
    )
    connection.exec_driver_sql("DROP TABLE goes")


def _add_rows(connection: Connection, rows: Iterable[Row]) -> None:
    connection.exec_driver_sql('INSERT OR IGNORE INTO goes ("table", "row") VALUES (?, ?)', sorted(rows))


def _people_missing(connection: Connection) -> set[Id]:
    found = connection.exec_driver_sql(
        'SELECT DISTINCT c.coder_id FROM goes g JOIN other.change_row r ON r."table" = g."table" '
        'AND r."row" = g."row" JOIN other.change c ON c.id = r.change '
        'WHERE c.coder_id NOT IN (SELECT "row" FROM goes WHERE "table" = \'coder\') '
        "AND c.coder_id IN (SELECT id FROM other.coder)"
    )
    people = {r[0] for r in found}
    for table, column in _POINTS_AT_CODER:
        found = connection.exec_driver_sql(
            f'SELECT DISTINCT t."{column}" FROM other."{table}" t JOIN goes g ON g."table" = ? AND g."row" = t.id '
            f'WHERE t."{column}" IS NOT NULL '
            f'AND t."{column}" NOT IN (SELECT "row" FROM goes WHERE "table" = \'coder\')',
            (table,),
        )
        people |= {r[0] for r in found}
    return people


def _copy_heads(connection: Connection, arrival: UUID) -> None:
    """The heads of all changes that wrote in these rows, and of their undoings; without arguments."""
    columns = 'id, clock, coder_id, "at", operation, undoes, "after"'
    connection.exec_driver_sql(
        f"INSERT INTO main.change ({columns}, came_by) SELECT {columns}, ? FROM other.change "
        "WHERE id IN (SELECT DISTINCT change FROM main.change_row)",
        (arrival.bytes,),
    )
    while connection.exec_driver_sql(
        f"INSERT INTO main.change ({columns}, came_by) SELECT {columns}, ? FROM other.change o "
        "WHERE o.undoes IN (SELECT id FROM main.change) AND o.id NOT IN (SELECT id FROM main.change)",
        (arrival.bytes,),
    ).rowcount:
        pass


def _copy_contents(connection: Connection, originals: bool) -> None:
    connection.exec_driver_sql(
        "INSERT INTO main.text SELECT * FROM other.text WHERE hash IN ("
        'SELECT text_hash FROM other.document d JOIN goes g ON g."row" = d.id AND g."table" = \'document\' '
        'UNION SELECT text_hash FROM other.coding c JOIN goes g ON g."row" = c.id AND g."table" = \'coding\' '
        'UNION SELECT text_hash FROM other.unit u JOIN goes g ON g."row" = u.id AND g."table" = \'unit\' '
        'UNION SELECT text_hash FROM other.answer a JOIN goes g ON g."row" = a.id AND g."table" = \'answer\' '
        'UNION SELECT text_hash FROM other.memo q JOIN goes g ON g."row" = q.id AND q.text_hash IS NOT NULL '
        'UNION SELECT old_hash FROM other.text_map m JOIN goes g ON g."row" = m.id '
        'UNION SELECT new_hash FROM other.text_map m JOIN goes g ON g."row" = m.id)'
    )
    for table, column in (("structure", "structure_hash"), ("original", "original_hash")):
        if table == "original" and not originals:
            continue
        connection.exec_driver_sql(
            f"INSERT INTO main.{table} SELECT * FROM other.{table} WHERE hash IN (SELECT {column} FROM "
            f'other.document d JOIN goes g ON g."row" = d.id AND g."table" = \'document\')'
        )
