"""What the agreement pane has worked out aside: the measurement, and the passages that a figure leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from coder.assignments import kept_apart, seen_unnoted
from coder.errors import CoderError
from coder.project import Project
from coder.reliability import Compared, Settings, gather, measure_gathered
from coder.reliability.differences import Difference, differences, said_of, with_quotes
from coder.reliability.retest import gather_rounds
from ui.models.agreement_views import Wanted
from ui.widgets.agreement_settings import Again
from ui.widgets.words import counted

translate = QCoreApplication.translate


def measured(project: Project, settings: Settings, again: Again | None) -> Compared | CoderError:
    """Reads, lets the file go, computes. What a researcher can mend is told in the pane, not above the text."""
    try:
        if again is None:
            return measure_gathered(project.ask(gather, settings))
        coder, first, second = again
        return measure_gathered(project.ask(gather_rounds, settings, coder=coder, first=first, second=second))
    except CoderError as error:
        return error


@dataclass(frozen=True, slots=True)
class Found:
    """shown: with quotes. kept: documents with differences that are kept back. seen: those of the shown whose sight is
    still to be noted, as nobody assigned them."""

    shown: Sequence[Difference]
    kept: Sequence[UUID]
    seen: Sequence[UUID] = ()


def found_passages(project: Project, compared: Compared, wanted: Wanted, pair: tuple[int, int], coder: UUID) -> Found:
    """The passages behind a cell, as far as this person may see them; reads the file."""
    if wanted.qualifier is not None:
        found = project.ask(said_of, compared, wanted.qualifier[0], *pair)
        found = [d for d in found if wanted.said in (None, d.said)]
    else:
        found = differences(compared, wanted.code, *pair)
    if wanted.documents is not None:
        there = {compared.documents[n][0] for n in wanted.documents}
        found = [d for d in found if d.document_id in there]
    documents = list(dict.fromkeys(d.document_id for d in found))
    apart = set(project.ask(kept_apart, coder, documents)) if documents else set()
    shown = project.ask(with_quotes, [d for d in found if d.document_id not in apart])
    seen = project.ask(seen_unnoted, coder, [d for d in documents if d not in apart]) if documents else []
    return Found(shown, [d for d in documents if d in apart], seen)


def kept_words(documents: int) -> str:
    """That the passages of so many documents are kept back, and what seeing them means; "" for none."""
    if not documents:
        return ""
    words = counted(
        documents,
        translate(
            "Agreement",
            "Passages of 1 document are kept back: you code it too. Once you have seen them, what you change in it "
            "no longer counts for agreement.",
        ),
        translate(
            "Agreement",
            "Passages of {n} documents are kept back: you code them too. Once you have seen them, what you change "
            "there no longer counts for agreement.",
        ),
    )
    return words.format(n=documents)
