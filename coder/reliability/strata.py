"""Strata of documents: the groups that a sample was drawn by, within which documents are drawn anew for intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from sqlmodel import Session, col, select

from coder.agreement.results import Ints
from coder.errors import UnknownThing
from coder.identity import same_name
from coder.models import Document, Variable
from coder.sentences import listing, sentence

_NAMED = 10  # strata that a warning names


@dataclass(frozen=True, slots=True)
class Strata:
    """variable: its name. values: one a stratum, "" for documents without a value. of: place in `values` of every
    document, int64 (n_docs,)."""

    variable: str
    values: tuple[str, ...]
    of: Ints

    def sizes(self, covered: np.ndarray) -> dict[str, int]:
        """How many documents that two coders cover each stratum has; those without any are left out.

        covered: bool (n_docs, n_coders).
        """
        shared = covered.sum(axis=1) >= 2
        counts = np.bincount(self.of[shared], minlength=len(self.values)).tolist()
        return {value: n for value, n in zip(self.values, counts, strict=True) if n}

    def remarks(self, covered: np.ndarray) -> list[str]:
        """What must be said beside intervals that were drawn within these strata."""
        sizes = self.sizes(covered)
        alone = [value or sentence("no value") for value, n in sizes.items() if n == 1]
        told: list[str] = []
        if alone and len(alone) == len(sizes):
            return [
                sentence(
                    "No intervals: by “{variable}” every document is a stratum of its own, so every draw is the same.",
                    variable=self.variable,
                )
            ]
        if alone:
            told.append(
                sentence(
                    "Strata of “{variable}” with a single document: {named}. It is in every draw, so the intervals are "
                    "narrower than they should be.",
                    variable=self.variable,
                    named=listing(alone, _NAMED),
                )
            )
        if "" in sizes:
            told.append(
                sentence(
                    "Documents without a value of “{variable}” are a stratum of their own.", variable=self.variable
                )
            )
        return told

    def can_be_drawn(self, covered: np.ndarray) -> bool:
        """Is there a stratum with more than one document that two coders cover?"""
        return any(n > 1 for n in self.sizes(covered).values())


def strata_of(session: Session, documents: Sequence[Document], variable_id: UUID) -> Strata:
    """The strata of these documents by a variable of documents. Raises UnknownThing if there is no such variable."""
    variable = session.get(Variable, variable_id)
    if variable is None or not variable.lives or variable.owner != "document":
        raise UnknownThing(
            "The variable by which the sample was drawn is not in this project.", "Choose another variable, or none."
        )
    said = [str(d.variables.get(variable_id.hex) or "").strip() for d in documents]
    values = tuple(sorted(set(said)))
    place = {value: n for n, value in enumerate(values)}
    return Strata(variable.name, values, np.array([place[value] for value in said], dtype=np.int64))


def stratum_variables(session: Session) -> list[tuple[UUID, str]]:
    """The variables of documents, in their order."""
    asked = select(Variable).where(col(Variable.lives), Variable.owner == "document")
    return [(v.id, v.name) for v in session.exec(asked.order_by(col(Variable.position), col(Variable.id)))]


def variable_called(session: Session, name: str) -> UUID:
    """The document variable of a name. Raises UnknownThing, naming those there are."""
    there = stratum_variables(session)
    for id_, called in there:
        if same_name(called) == same_name(name):
            return id_
    advice = sentence("There are: {named}.", named=listing([n for _, n in there], 20)) if there else (
        "This project has no variables of documents."
    )  # fmt: skip
    raise UnknownThing(sentence("Documents have no variable “{name}”.", name=name), advice)
