"""The fixed units as a table: what each coder said of each, "none applies" apart from what was not reached."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from coder.exporters.gathered import Gathered
from coder.exporters.tables import Column, Table, Value


def units_table(g: Gathered) -> Table:
    """One row for each unit, coder and round."""
    columns = [
        Column("Document", "Name of the document.", 28),
        Column("Unit", "Number of the unit in its document and layer, from 1.", 7),
        Column("Layer", "Layer of the unit; empty for the one without a name.", 12),
        Column("Start", "Unicode characters (code points) of the text before the unit.", 9),
        Column("End", "Unicode characters (code points) of the text up to its end.", 9),
        Column("Coder", "Who coded.", 14),
        Column("Round", "Round of coding.", 7),
        Column("Answer", "“coded”; “none applies” where the coder said so; “not reached” where nothing was said.", 13),
        Column("Codes", "Paths of the codes that the coder gave it, one a line.", 40, wrap=True),
        *([] if g.choice.text == "none" else [Column("Text", "The words of the unit.", 60, wrap=True)]),
        Column("Unit id", "The unit's own name, the same in every export of the project.", 38),
    ]
    about = (
        "One row for each fixed unit, coder and round. A unit counts as coded if a coded segment covers at least half "
        "of it, or lies in it with at least half of itself."
    )
    return Table("Units", about, columns, _rows(g), len(g.units))


def _rows(g: Gathered) -> Iterator[tuple[Value, ...]]:
    documents = {d.id: d for d in g.documents}
    numbers: dict[tuple[UUID, str], dict[UUID, int]] = {}
    for state in g.units:
        unit = state.unit
        place = numbers.setdefault((unit.document_id, unit.layer), {})
        number = place.setdefault(unit.id, len(place) + 1)
        document = documents[unit.document_id]
        answer = "coded" if state.codes else "none applies" if state.none else "not reached"
        words = [] if g.choice.text == "none" else [unit.span.quote(g.texts[document.text_hash])]
        yield (
            document.name, number, unit.layer or None, unit.span.start, unit.span.end, g.labels[state.coder_id],
            state.round, answer, "\n".join(sorted(" > ".join(g.paths[c]) for c in state.codes)) or None, *words,
            str(unit.id),
        )  # fmt: skip
