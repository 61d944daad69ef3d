"""Fixed units: what the lead marks in the documents for coders to answer one by one; cutting, marking, moving.

Units of one layer never overlap in a document; those of different layers may. They stay on the text they were marked
on and read through its map when the document gets another. What coders say of them stands in `coder.answers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from coder.collector import no_collecting
from coder.documents import living_document, text_of
from coder.errors import CodingError, UnknownThing
from coder.identity import same_name, unit_id
from coder.journal.record import Recording
from coder.models import Document, Unit
from coder.segments import Today, united_with
from coder.sentences import sentence
from coder.spans import Span
from coder.units import paragraphs, sentences, trimmed

CUTS: dict[str, Callable[[str], list[Span]]] = {"paragraph": paragraphs, "sentence": sentences}
_AT_ONCE = 500  # ids that one statement names


@dataclass(frozen=True, slots=True)
class FixedUnit:
    """A unit as it reads over the document's text of today. span: code points, half-open."""

    id: UUID
    document_id: UUID
    span: Span
    layer: str


@dataclass(frozen=True, slots=True)
class CutUp:
    """What cutting did: units made, units that stood there already, units that gave way, in how many documents."""

    made: int
    same: int
    gone: int
    documents: int


def _no_tick(_done: int, _total: int) -> None:
    pass


# -- operations -------------------------------------------------------------------------------


def cut_units(
    session: Recording,
    *,
    document_ids: Sequence[UUID],
    by: str,
    layer: str = "",
    span: Span | None = None,
    tick: Callable[[int, int], None] = _no_tick,
) -> CutUp:
    """Makes every paragraph or sentence of these documents a unit of the layer, as one act.

    by: of CUTS. span: only those that it touches, of one document. Units of the layer that stand in the way give way;
    those that are alike stay. tick: after each document; may raise Cancelled. Raises CodingError in a coder's package
    and for a wrong place.
    """
    _check_lead(session)
    layer, made, same, gone = _layer_called(session, layer), 0, 0, 0
    if by not in CUTS:
        raise CodingError(
            sentence("Units cannot be cut by “{by}”.", by=by),
            sentence("Choose one of: {choices}.", choices=", ".join(CUTS)),
        )
    for n, document_id in enumerate(document_ids):
        document, text = living_document(session, document_id), text_of(session, document_id)
        wanted = CUTS[by](text)
        if span is not None:
            wanted = [unit for unit in wanted if unit.start < span.end and span.start < unit.end]
        there = _standing(session, document_id, layer)
        anywhere = span is None
        keep = {s for _, s in there} & set(wanted)
        leaving = [u for u, s in there if s not in keep and (anywhere or _touches_any(s, wanted))]
        for unit in leaving:
            session.remove(unit)
        session.flush()
        new = [unit for unit in wanted if unit not in keep]
        _make(session, document, layer, new)
        made, same, gone = made + len(new), same + len(keep), gone + len(leaving)
        tick(n + 1, len(document_ids))
    session.note(units=made, documents=len(document_ids), by=by)
    return CutUp(made, same, gone, len(document_ids))


def mark_unit(session: Recording, *, document_id: UUID, span: Span, layer: str = "") -> UUID:
    """Makes a passage one unit, blanks at its ends left out; returns it.

    What it takes from other units of the layer, these lose: those within it go, those that it cuts are shortened, and
    one that it lies in is parted. Raises CodingError in a coder's package, and for a place outside the text or blank.
    """
    _check_lead(session)
    document, layer = living_document(session, document_id), _layer_called(session, layer)
    span = _checked(session, document_id, span)
    there = _standing(session, document_id, layer)
    for unit, stands in there:
        if stands == span:
            return unit.id
    _make_room(session, document, layer, there, span)
    session.note(document=document.name)
    return _make(session, document, layer, [span])[0]


def move_unit(session: Recording, *, unit_id: UUID, span: Span) -> None:
    """Moves the ends of a unit; its neighbours lose what it takes from them. Raises what `mark_unit` raises."""
    _check_lead(session)
    unit = _living(session, unit_id)
    document = living_document(session, unit.document_id)
    span = _checked(session, document.id, span)
    there = [(u, s) for u, s in _standing(session, document.id, unit.layer) if u.id != unit_id]
    if any(stands == span for _, stands in there):
        raise CodingError("Another unit stands on that very passage.", "Remove one of the two.")
    _make_room(session, document, unit.layer, there, span)
    session.note(document=document.name)
    unit.text_hash, unit.start, unit.end = document.text_hash, span.start, span.end


def rename_layer(session: Recording, *, layer: str, name: str) -> int:
    """Gives all units of a layer another layer's name; returns how many. Raises CodingError if that one has units."""
    _check_lead(session)
    name = _tidy(name)
    if same_name(layer) != same_name(name) and any(same_name(name) == same_name(known) for known in layers_of(session)):
        raise CodingError(sentence("There is a layer “{name}” already.", name=name), "Choose another name.")
    units = session.exec(select(Unit).where(col(Unit.lives), Unit.layer == layer)).all()
    for unit in units:
        unit.layer = name
    session.note(units=len(units), before=layer, name=name)
    return len(units)


def remove_units(session: Recording, *, unit_ids: Iterable[UUID]) -> int:
    """Takes units away; what coders coded and answered stays. Returns how many."""
    _check_lead(session)
    units = [_living(session, unit) for unit in unit_ids]
    for unit in units:
        session.remove(unit)
    session.note(units=len(units))
    return len(units)


def clear_units(session: Recording, *, document_ids: Iterable[UUID], layer: str = "") -> int:
    """Takes all units of a layer away from these documents; returns how many."""
    _check_lead(session)
    layer = _layer_called(session, layer)
    units = [unit for document in document_ids for unit, _ in _standing(session, document, layer)]
    for unit in units:
        session.remove(unit)
    session.note(units=len(units))
    return len(units)


def _check_lead(session: Recording) -> None:
    if session.in_package:
        raise CodingError("In a coder's package the units are as the lead gave them.", "Tell the lead of it.")


def _tidy(layer: str) -> str:
    return " ".join(layer.split())


def _layer_called(session: Session, name: str) -> str:
    """The layer of this name as it is written here already: capitals make no other layer."""
    name = _tidy(name)
    known = layers_of(session)
    return name if name in known else next((k for k in known if same_name(k) == same_name(name)), name)


def _living(session: Session, unit_id: UUID) -> Unit:
    unit = session.get(Unit, unit_id)
    if unit is None or not unit.lives:
        raise UnknownThing("That unit is not there any more.", "It was removed; undo brings it back.")
    return unit


def _checked(session: Session, document_id: UUID, span: Span) -> Span:
    text = text_of(session, document_id)
    if not 0 <= span.start < span.end <= len(text):
        raise CodingError("That passage lies outside the text.", "Select it again.")
    cut = trimmed(text, *span)
    if cut.empty:
        raise CodingError("There is nothing on that passage.", "Select words.")
    return cut


def _touches_any(span: Span, wanted: Sequence[Span]) -> bool:
    return bool(wanted) and span.start < wanted[-1].end and wanted[0].start < span.end


def _standing(session: Session, document_id: UUID, layer: str) -> list[tuple[Unit, Span]]:
    """The living units of a layer with their places over today's text; one whose words are gone is left out."""
    units = session.exec(
        select(Unit).where(Unit.document_id == document_id, Unit.layer == layer, col(Unit.lives))
    ).all()
    document = living_document(session, document_id)
    today = Today(session) if any(u.text_hash != document.text_hash for u in units) else None
    found = []
    for unit in units:
        span = Span(unit.start, unit.end)
        if today is not None:
            read = today.span(document_id.bytes, unit.text_hash, *span)
            if read is None:
                continue
            span = read
        found.append((unit, span))
    return found


def _make_room(
    session: Recording, document: Document, layer: str, there: Iterable[tuple[Unit, Span]], span: Span
) -> None:
    text = text_of(session, document.id)
    for unit, stands in there:
        if stands.end <= span.start or span.end <= stands.start:
            continue
        before, after = Span(stands.start, max(stands.start, span.start)), Span(min(stands.end, span.end), stands.end)
        left = [cut for part in (before, after) if not (cut := trimmed(text, *part)).empty]
        if not left:
            session.remove(unit)
            continue
        unit.text_hash, unit.start, unit.end = document.text_hash, left[0].start, left[0].end
        session.flush()
        _make(session, document, layer, left[1:])


def _make(session: Recording, document: Document, layer: str, spans: Sequence[Span]) -> list[UUID]:
    """Units at these places, where none of the layer stands."""
    wanted = {unit_id(document.id, (document.text_hash, *span), layer): span for span in spans}
    known: set[UUID] = set()
    ids = list(wanted)
    for first in range(0, len(ids), _AT_ONCE):
        known |= set(session.exec(select(Unit.id).where(col(Unit.id).in_(ids[first : first + _AT_ONCE]))))
    session.births(Unit, [_row(n, document, layer, span) for n, span in wanted.items() if n not in known])
    made = []
    for new_id, span in wanted.items():
        n = 0
        while new_id in known and (there := session.get(Unit, new_id)) is not None and there.lives:
            n += 1  # the one that was born here has moved away
            new_id = unit_id(document.id, (document.text_hash, *span), layer, n)
            known.add(new_id)
        if new_id in known:
            session.put(Unit(**_row(new_id, document, layer, span)))
        made.append(new_id)
    return made


def _row(new_id: UUID, document: Document, layer: str, span: Span) -> dict[str, Any]:
    return {
        "id": new_id, "document_id": document.id, "text_hash": document.text_hash, "start": span.start,
        "end": span.end, "layer": layer,
    }  # fmt: skip


# -- queries ----------------------------------------------------------------------------------


def units_of(session: Session, document_id: UUID, layer: str | None = None) -> list[FixedUnit]:
    """The units of a document by place, of one layer or of all; equal ones once. Lost ones are left out."""
    return [u for u in read_units(session, document_id) if layer is None or u.layer == layer]


@no_collecting()
def read_units(session: Session, document_id: UUID | None = None, near: Span | None = None) -> list[FixedUnit]:
    """The living units of one document, or of all, by document, layer and place; read as columns, so quick.

    near: of those that stand on the document's text of today only those that touch this.
    """
    where, given = "", list[Any]()
    if (ids := united_with(session, document_id)) is not None:
        where, given = f" AND document_id IN ({', '.join('?' * len(ids))})", [i.bytes for i in ids]
    if near is not None and document_id is not None:
        where += ' AND (text_hash <> ? OR ("start" < ? AND "end" > ?))'
        given += [living_document(session, document_id).text_hash, near.end, near.start]
    rows = session.connection().exec_driver_sql(
        f'SELECT id, document_id, text_hash, "start", "end", layer FROM unit WHERE lives{where} ORDER BY id',
        tuple(given),
    ).all()
    if not rows:
        return []
    today = Today(session)
    found: dict[tuple[UUID, str, Span], FixedUnit] = {}
    for row, document, text_hash, start, end, layer in rows:
        span = today.span(document, text_hash, start, end)
        if span is not None:
            united = today.documents[document]
            found.setdefault((united, layer, span), FixedUnit(UUID(bytes=row), united, span, layer))
    if len({u.document_id for u in found.values()}) == 1:  # they came in the order of their ids
        return sorted(found.values(), key=lambda u: (u.layer, u.span))
    return sorted(found.values(), key=lambda u: (u.document_id.bytes, u.layer, u.span))


def lost_units(session: Session, document_id: UUID) -> list[UUID]:
    """The living units of a document, of whatever layer, that stand on words which today's text has not."""
    ids, today = united_with(session, document_id) or [], Today(session)
    now = living_document(session, document_id).text_hash
    older = session.exec(
        select(Unit).where(col(Unit.document_id).in_(ids), col(Unit.lives), col(Unit.text_hash) != now)
    ).all()
    return [u.id for u in older if today.span(u.document_id.bytes, u.text_hash, u.start, u.end) is None]


def layers_of(session: Session) -> list[str]:
    """The names of the layers that have units, in their order; "" for the one without a name."""
    found = session.exec(select(Unit.layer).where(col(Unit.lives)).distinct()).all()
    return sorted(found, key=lambda name: (same_name(name), name))
