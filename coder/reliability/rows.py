"""The codings that agreement counts: as they are now, or as they were when their coder finished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session

from coder.codebook import resolve_codes
from coder.documents import resolve_documents
from coder.journal.codec import row_kind
from coder.journal.fold import Entry, Id, fold_row, left_out
from coder.journal.read import entries_of, read_left_out
from coder.models import Assignment

Moment = tuple[int, Id]  # (clock, id) of a change: the order in which things happened


class CodingRow(NamedTuple):
    """A coding with document, code and coder resolved; start and end None for the whole document."""

    document: UUID
    code: UUID
    coder: UUID
    round: int
    text_hash: bytes
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Cut:
    """Up to which change a coder's work on a document counts; finished: it was marked so by then."""

    moment: Moment
    finished: bool


def cuts_of(
    session: Session, assignments: Iterable[Assignment], people: Mapping[UUID, UUID]
) -> dict[tuple[UUID, UUID], Cut]:
    """For each document and coder the last finish before their first disclosure, else the disclosure."""
    connection = session.connection()
    wanted = {a.id.bytes: (a.document_id, people[a.coder_id]) for a in assignments}
    out = read_left_out(connection)
    cuts: dict[tuple[UUID, UUID], Cut] = {}
    for row, entries in entries_of(connection, "assignment", wanted).items():
        finishes = _moments(entries, "finished_at", out)
        disclosures = _moments(entries, "disclosed_at", out)
        first = min((m for m, given in disclosures if given), default=None)
        before = [(m, given) for m, given in finishes if first is None or m < first]
        # a document that was opened again and not finished since is not finished
        if before and before[-1][1]:
            cut = Cut(before[-1][0], True)
        elif first is not None:
            cut = Cut(first, False)
        else:
            continue
        key = wanted[row]
        if key not in cuts or (cut.finished, cut.moment) > (cuts[key].finished, cuts[key].moment):
            cuts[key] = cut
    return cuts


def _moments(entries: Iterable[Entry], name: str, out: set[Id]) -> list[tuple[Moment, bool]]:
    """When a time was written (True) or taken away (False), in order."""
    position = row_kind("assignment").fields.index(name)
    found: list[tuple[Moment, bool]] = []
    for e in entries:
        if e.change in out:
            continue
        if isinstance(e.fields, list):
            if len(e.fields) > position and e.fields[position] is not None:
                found.append(((e.clock, e.change), True))
        elif name in e.fields:
            found.append(((e.clock, e.change), e.fields[name][0] is not None))
    return sorted(found)


def coding_rows(
    session: Session,
    cuts: Mapping[tuple[UUID, UUID], Cut],
    documents: set[UUID],
    people: Mapping[UUID, UUID],
) -> list[CodingRow]:
    """The codings on these documents, each as of the cut of its document and coder (none: as of now)."""
    connection = session.connection()
    united = {d.bytes: e for d, e in resolve_documents(session).items() if e in documents}
    codes = {c.bytes: e for c, e in resolve_codes(session).items()}
    persons = {c.bytes: p for c, p in people.items()}
    later = _changed_later(connection, cuts, united, persons)
    found: list[CodingRow] = []
    for row, document, code, coder, round_, text_hash, start, end, lives in connection.exec_driver_sql(
        'SELECT id, document_id, code_id, coder_id, round, text_hash, "start", "end", lives FROM coding'
    ):
        if document in united and row not in later and lives:
            place = (united[document], codes[code], persons[coder], round_, text_hash, start, end)
            found.append(CodingRow._make(place))
    return found + _as_they_were(connection, later, united, codes, persons)


def _changed_later(
    connection: Connection,
    cuts: Mapping[tuple[UUID, UUID], Cut],
    united: Mapping[Id, UUID],
    persons: Mapping[Id, UUID],
) -> dict[Id, Moment]:
    """The codings that a change after their cut wrote in or took back -> that cut."""
    if not cuts:
        return {}
    first = min(cut.moment[0] for cut in cuts.values())
    written = list(
        connection.exec_driver_sql(
            'SELECT r."row", c.clock, c.id, m.document_id, m.coder_id FROM change c '
            'JOIN change_row r ON r.change = c.id JOIN coding m ON m.id = r."row" '
            "WHERE c.clock >= ? AND r.\"table\" = 'coding'",
            (first,),
        )
    )
    written += connection.exec_driver_sql(
        # an undoing writes no rows; what it undoes did, and what that undid in turn
        "WITH RECURSIVE reach(clock, id, target) AS ("
        "SELECT clock, id, undoes FROM change WHERE undoes IS NOT NULL AND clock >= ? "
        "UNION SELECT r.clock, r.id, c.undoes FROM reach r JOIN change c ON c.id = r.target "
        "WHERE c.undoes IS NOT NULL) "
        'SELECT w."row", reach.clock, reach.id, m.document_id, m.coder_id FROM reach '
        'JOIN change_row w ON w.change = reach.target JOIN coding m ON m.id = w."row" '
        "WHERE w.\"table\" = 'coding'",
        (first,),
    ).all()
    later: dict[Id, Moment] = {}
    for row, clock, change, document, coder in written:
        if document not in united:
            continue
        cut = cuts.get((united[document], persons[coder]))
        if cut is not None and (clock, change) > cut.moment:
            later[row] = cut.moment
    return later


def _as_they_were(
    connection: Connection,
    later: Mapping[Id, Moment],
    united: Mapping[Id, UUID],
    codes: Mapping[Id, UUID],
    persons: Mapping[Id, UUID],
) -> list[CodingRow]:
    """These codings, folded from what had happened by their cut."""
    if not later:
        return []
    undoings = connection.exec_driver_sql("SELECT clock, id, undoes FROM change WHERE undoes IS NOT NULL").all()
    out_at: dict[Moment, set[Id]] = {}
    kind = row_kind("coding")
    found: list[CodingRow] = []
    for row, entries in entries_of(connection, "coding", later).items():
        cut = later[row]
        if cut not in out_at:
            out_at[cut] = left_out((u[0], u[1], u[2]) for u in undoings if (u[0], u[1]) <= cut)
        known = [e for e in entries if (e.clock, e.change) <= cut]
        fold = fold_row(kind, known, out_at[cut]) if known else None
        if fold is None or not fold.exists:
            continue
        v = fold.values
        found.append(
            CodingRow(
                united[bytes.fromhex(v["document_id"])], codes[bytes.fromhex(v["code_id"])],
                persons[bytes.fromhex(v["coder_id"])], v["round"], bytes.fromhex(v["text_hash"]), v["start"],
                v["end"],
            )
        )  # fmt: skip
    return found
