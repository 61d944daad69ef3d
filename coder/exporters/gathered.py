"""Everything an export needs, read from one state of the project in one go: writing holds up nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session

from coder import __version__
from coder.assignments import all_assignments
from coder.codebook import CodeRow, code_paths, code_tree, qualifiers_of
from coder.coders import coder_names, numbered, people, resolve_coders, study_of
from coder.coding import read_codings
from coder.documents import living_documents, resolve_documents, variables_of
from coder.errors import NothingToCompare
from coder.exchange.study_write import digest, digest_of
from coder.exporters.tables import Choice
from coder.journal.read import read_left_out
from coder.journal.sight import tips
from coder.models import Document
from coder.project import Project
from coder.reliability import Compared, LeftOut, Settings, measure_gathered
from coder.reliability import Gathered as Comparable
from coder.reliability import gather as gather_comparable
from coder.spans import Span

STRANGER = "Somebody else"  # a coder whom this project does not know any more


class Property(NamedTuple):
    """A document variable or a qualifier: where its values are found, its shown name, its kind."""

    key: UUID
    name: str
    kind: str


class Trace(NamedTuple):
    """What the journal says of a row: when it was first and last written, and by whom (ids of coders)."""

    created_at: str
    created_by: UUID
    changed_at: str
    changed_by: UUID


class Segment(NamedTuple):
    """A coded segment with all that a row of the dataset says of it, ids resolved.

    span: over the text of text_hash; None for a coding of the whole document.
    """

    id: UUID
    document: UUID
    code: UUID
    coder: UUID
    round: int
    span: Span | None
    text_hash: bytes
    memo: str
    qualifiers: Mapping[UUID, Any]
    trace: Trace
    made_under: str
    confirmed_under: str


class Progress(NamedTuple):
    """How far one coder is with one document, in their latest round."""

    round: int
    purpose: str
    finished: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """One state of a project.

    coders: ids of people in the order of their names; labels: how they are called here,
    by id; called: the same by their names in the project.

    segments: in order of document, start, end, code path, coder, id. agreement: the comparison with default
    settings, or in words why there is none.
    """

    title: str
    software: str
    digest: str
    last_change: str
    choice: Choice
    documents: Sequence[Document]
    variables: Sequence[Property]
    qualifiers: Sequence[Property]
    codes: Sequence[CodeRow]
    paths: Mapping[UUID, tuple[str, ...]]
    coders: Sequence[UUID]
    labels: Mapping[UUID, str]
    called: Mapping[str, str]
    segments: Sequence[Segment]
    progress: Mapping[tuple[UUID, UUID], Progress]
    texts: Mapping[bytes, str]
    agreement: Compared | str = ""

    @property
    def levels(self) -> int:
        """How deep the codebook is: at least 1."""
        return max((len(c.path) for c in self.codes), default=1)


def gather(project: Project, choice: Choice, *, agreement: bool = True) -> Gathered:
    """Reads all of it. agreement: also compare the coders, which takes the longest."""
    digest(project)  # kept with the project: what is asked below finds it there
    kept = (project.remembered("digest") or " ").split(" ")
    gathered, comparable = project.ask(_gather, project.study_id, kept, choice, agreement=agreement)
    return replace(gathered, agreement=_compared(gathered, comparable))


def _gather(
    session: Session, study_id: UUID, kept: Sequence[str], choice: Choice, *, agreement: bool
) -> tuple[Gathered, Comparable | str]:
    connection = session.connection()
    newest = b"".join(tips(connection)).hex() or "-"
    crowd = people(session)
    names = coder_names(session)
    labels = _labels(session, [p.id for p in crowd], names, choice)
    documents = living_documents(session)
    paths = code_paths(session)
    segments = _segments(session, documents, paths, [p.id for p in crowd])
    variables = sorted(variables_of(session), key=lambda v: v.id.bytes)
    called = numbered([(v.id, v.name) for v in variables])
    qualifiers = sorted(qualifiers_of(session), key=lambda q: q.id.bytes)
    said = numbered([(q.id, q.name) for q in qualifiers])
    gathered = Gathered(
        study_of(session, study_id).title,
        f"Intercoder {__version__}",
        kept[1] if kept[0] == newest else digest_of(session, study_id),
        _last_change(connection),
        choice,
        documents,
        [Property(v.id, called[v.id], v.kind) for v in variables_of(session)],
        [Property(q.id, said[q.id], q.kind) for q in qualifiers_of(session)],
        code_tree(session),
        paths,
        [p.id for p in crowd],
        labels,
        {name: labels[i] for i, name in names.items() if i in labels},
        segments,
        _progress(session),
        _texts(connection, {d.text_hash for d in documents} | {s.text_hash for s in segments}),
    )
    return gathered, _comparable(session, choice) if agreement else ""


def _labels(session: Session, crowd: Sequence[UUID], names: Mapping[UUID, str], choice: Choice) -> dict[UUID, str]:
    """How each coder is called in the export, by any id that leads to them."""
    shown = {person: f"Coder {n}" if choice.pseudonyms else names[person] for n, person in enumerate(crowd, 1)}
    return {i: shown.get(end, STRANGER) for i, end in resolve_coders(session).items()}


# -- coded segments ---------------------------------------------------------------------------


def _segments(
    session: Session, documents: Sequence[Document], paths: Mapping[UUID, tuple[str, ...]], crowd: Sequence[UUID]
) -> list[Segment]:
    connection = session.connection()
    united = resolve_documents(session)
    today = {d.id: d.text_hash for d in documents}
    versions = {r[0]: r[1] for r in connection.exec_driver_sql("SELECT id, name FROM codebook_version")}
    rows = {
        row[0]: row[1:]
        for row in connection.exec_driver_sql(
            'SELECT id, text_hash, "start", "end", made_under, confirmed_under FROM coding WHERE lives'
        )
    }
    traces = traces_of(connection, "coding")
    found = []
    for c in read_codings(session):
        document = united.get(c.document_id, c.document_id)
        text_hash, start, end, made, confirmed = rows[c.id.bytes]
        if c.span is not None and c.span != (start, end):
            text_hash = today[document]  # read over the document's text of today
        found.append(
            Segment(
                c.id, document, c.code_id, c.coder_id, c.round, c.span, text_hash, c.memo, c.qualifiers,
                traces[c.id.bytes], versions.get(made, ""), versions.get(confirmed, ""),
            )
        )  # fmt: skip
    at = {d.id: n for n, d in enumerate(documents)}
    who = {person: n for n, person in enumerate(crowd)}

    def place(s: Segment) -> tuple[Any, ...]:
        return (at[s.document], s.span or (-1, -1), paths[s.code], who.get(s.coder, -1), s.id.bytes)

    return sorted(found, key=place)


def traces_of(connection: Connection, table: str) -> dict[bytes, Trace]:
    """When and by whom each row of a table was first and last written; what was undone does not count."""
    out = read_left_out(connection)
    persons: dict[bytes, UUID] = {}
    moments: dict[bytes, tuple[bool, int, bytes, str, UUID]] = {}
    for change, clock, at, coder in connection.exec_driver_sql('SELECT id, clock, "at", coder_id FROM change'):
        person = persons.get(coder) or persons.setdefault(coder, UUID(bytes=coder))
        moments[change] = (change not in out, clock, change, f"{at[:19]}Z", person)
    first: dict[bytes, tuple[bool, int, bytes, str, UUID]] = {}
    last: dict[bytes, tuple[bool, int, bytes, str, UUID]] = {}
    for row, change in connection.exec_driver_sql('SELECT "row", change FROM change_row WHERE "table" = ?', (table,)):
        moment = moments[change]
        if row not in first:
            first[row] = last[row] = moment
        else:
            first[row] = min(first[row], moment, key=lambda m: m[1:3])
            last[row] = max(last[row], moment)  # one that counts goes before any that was undone
    return {row: Trace(began[3], began[4], last[row][3], last[row][4]) for row, began in first.items()}


def _last_change(connection: Connection) -> str:
    """The time of the newest change, to the second."""
    row = connection.exec_driver_sql('SELECT "at" FROM change ORDER BY clock DESC, id DESC LIMIT 1').first()
    return f"{row[0][:19]}Z" if row else ""


# -- the rest ---------------------------------------------------------------------------------


def _progress(session: Session) -> dict[tuple[UUID, UUID], Progress]:
    """By document and coder, of the latest round that the coder has the document in."""
    resolved, united = resolve_coders(session), resolve_documents(session)
    found: dict[tuple[UUID, UUID], Progress] = {}
    for a in sorted(all_assignments(session), key=lambda a: (a.round, a.finished_at is not None, a.id.bytes)):
        key = (united.get(a.document_id, a.document_id), resolved[a.coder_id])
        found[key] = Progress(a.round, a.purpose, a.finished_at is not None)
    return found


def _texts(connection: Connection, wanted: set[bytes]) -> dict[bytes, str]:
    """The texts by hash."""
    return {h: body for h, body in connection.exec_driver_sql("SELECT hash, body FROM text") if h in wanted}


def _comparable(session: Session, choice: Choice) -> Comparable | str:
    try:
        return gather_comparable(session, Settings())
    except NothingToCompare as error:
        return _nothing(error, choice)


def _nothing(error: NothingToCompare, choice: Choice) -> str:
    """Why there is no comparison; the program's own words may name people."""
    return "No two coders can be compared." if choice.pseudonyms else f"{error.message} {error.advice}".strip()


def _compared(g: Gathered, comparable: Comparable | str) -> Compared | str:
    """The figures, computed when the file is let go, with the coders called as everywhere in the export."""
    if isinstance(comparable, str):
        return comparable
    try:
        compared = measure_gathered(comparable)
    except NothingToCompare as error:
        return _nothing(error, g.choice)
    left_out = [LeftOut(o.document, g.called.get(o.coder, STRANGER), o.why) for o in compared.left_out]
    return replace(compared, coders=[g.labels[i] for i in compared.coder_ids], left_out=left_out)
