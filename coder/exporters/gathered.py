"""Everything an export needs, read from one state of the project in one go: writing holds up nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session

from coder import __version__
from coder.answers import UnitState, units_by_everybody
from coder.assignments import all_assignments
from coder.code_tree import CodeRow, code_paths, code_tree, qualifiers_of
from coder.coders import coder_names, numbered, people, resolve_coders, study_of
from coder.documents import living_documents, resolve_documents, structure_of, variables_of
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
from coder.segments import CodedSegment, read_codings
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
    settings, or in words why there is none. units: each fixed unit with what each coder said of it.
    pages: by the hash of a text with pages, where each begins and its number.
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
    progress: Mapping[tuple[UUID, UUID], Progress]
    texts: Mapping[bytes, str]
    pages: Mapping[bytes, Sequence[tuple[int, str]]] = field(default_factory=dict)
    segments: Sequence[Segment] = ()
    agreement: Compared | str = ""
    units: Sequence[UnitState] = ()

    @property
    def levels(self) -> int:
        """How deep the codebook is: at least 1."""
        return max((len(c.path) for c in self.codes), default=1)


def gather(project: Project, choice: Choice, *, agreement: bool = True) -> Gathered:
    """Reads all of it, then works it out with the file let go. agreement: compare the coders too."""
    digest(project)  # kept with the project: what is asked below finds it there
    kept = (project.remembered("digest") or " ").split(" ")
    read, raw, comparable = project.ask(_gather, project.study_id, kept, choice, agreement=agreement)
    gathered = replace(read, segments=_segments(read, raw))
    return replace(gathered, agreement=_compared(gathered, comparable))


def _gather(
    session: Session, study_id: UUID, kept: Sequence[str], choice: Choice, *, agreement: bool
) -> tuple[Gathered, _Raw, Comparable | str]:
    connection = session.connection()
    newest = b"".join(tips(connection)).hex() or "-"
    crowd = [p.id for p in people(session)]
    names = coder_names(session)
    labels = _labels(session, crowd, names, choice)
    variables, qualifiers = variables_of(session), qualifiers_of(session)
    gathered = Gathered(
        study_of(session, study_id).title,
        f"Intercoder {__version__}",
        kept[1] if kept[0] == newest else digest_of(session, study_id),
        _last_change(connection),
        choice,
        living_documents(session),
        _properties([(v.id, v.name, v.kind) for v in variables]),
        _properties([(q.id, q.name, q.kind) for q in qualifiers]),
        code_tree(session),
        code_paths(session),
        crowd,
        labels,
        {name: labels[i] for i, name in names.items() if i in labels},
        _progress(session),
        _texts(connection),
        _pages(session),
        units=units_by_everybody(session),
    )
    return gathered, _read_segments(session), _comparable(session, choice) if agreement else ""


def _properties(known: Sequence[tuple[UUID, str, str]]) -> list[Property]:
    """Variables or qualifiers, those of one name numbered in id order, as everywhere."""
    shown = numbered([(i, name) for i, name, _ in sorted(known, key=lambda k: k[0].bytes)])
    return [Property(i, shown[i], kind) for i, _, kind in known]


def _labels(session: Session, crowd: Sequence[UUID], names: Mapping[UUID, str], choice: Choice) -> dict[UUID, str]:
    """How each coder is called in the export, by any id that leads to them."""
    shown = {person: f"Coder {n}" if choice.pseudonyms else names[person] for n, person in enumerate(crowd, 1)}
    return {i: shown.get(end, STRANGER) for i, end in resolve_coders(session).items()}


# -- coded segments ---------------------------------------------------------------------------


class _Raw(NamedTuple):
    """Coded segments as the file gives them. anchors: id -> (text hash, start, end, made under, confirmed under)."""

    codings: Sequence[CodedSegment]
    anchors: Mapping[bytes, Sequence[Any]]
    traces: Mapping[bytes, Trace]
    versions: Mapping[bytes, str]
    united: Mapping[UUID, UUID]


def _read_segments(session: Session) -> _Raw:
    connection = session.connection()
    anchors = connection.exec_driver_sql(
        'SELECT id, text_hash, "start", "end", made_under, confirmed_under FROM coding WHERE lives'
    )
    return _Raw(
        read_codings(session),
        {row[0]: row[1:] for row in anchors},
        traces_of(connection, "coding"),
        {row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, name FROM codebook_version")},
        resolve_documents(session),
    )


def _segments(g: Gathered, raw: _Raw) -> list[Segment]:
    """The segments in their order; those that uniting documents has made equal once."""
    today = {d.id: d.text_hash for d in g.documents}
    found: dict[tuple[Any, ...], Segment] = {}
    for c in raw.codings:
        document = raw.united.get(c.document_id, c.document_id)
        text_hash, start, end, made, confirmed = raw.anchors[c.id.bytes]
        if c.span is not None and c.span != (start, end):
            text_hash = today[document]  # read over the document's text of today
        made_under, confirmed_under = raw.versions.get(made, ""), raw.versions.get(confirmed, "")
        segment = Segment(
            c.id, document, c.code_id, c.coder_id, c.round, c.span, text_hash, c.memo, c.qualifiers,
            raw.traces[c.id.bytes], made_under, confirmed_under,
        )  # fmt: skip
        key = (document, c.code_id, c.coder_id, c.round, c.span, text_hash)
        if found.setdefault(key, segment).id.bytes > c.id.bytes:
            found[key] = segment
    at = {d.id: n for n, d in enumerate(g.documents)}
    who = {person: n for n, person in enumerate(g.coders)}

    def place(s: Segment) -> tuple[Any, ...]:
        return (at[s.document], s.span or (-1, -1), g.paths[s.code], who.get(s.coder, -1), s.id.bytes)

    return sorted(found.values(), key=place)


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


def _pages(session: Session) -> dict[bytes, list[tuple[int, str]]]:
    """Where the pages of texts begin, in order, of those that have pages."""
    found: dict[bytes, list[tuple[int, str]]] = {}
    for document in living_documents(session):
        marks = structure_of(session, document.id)
        if pages := sorted((start, number) for kind, start, _, number in marks if kind == "page"):
            found[document.text_hash] = pages
    return found


def _texts(connection: Connection) -> dict[bytes, str]:
    """The texts by hash."""
    return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT hash, body FROM text")}


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
