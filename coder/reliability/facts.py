"""What a reliability page says beside its figures: how much was coded twice, training, when, how it was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.code_tree import newest_version
from coder.coders import coder_names
from coder.models import Assignment, Decision, Document, Study


@dataclass(frozen=True, slots=True)
class Facts:
    """Read from the project; the same project, the same facts.

    title: of the study. documents: living ones in the whole project. training: per coder of those compared, documents
    assigned as training. purposes: what the assignments of the round are for, with how many. started, finished: first
    and last mark of work in the round; None where none is noted. decisions: places decided, by how. deciders: names.
    disclosed: documents of the round in which a compared coder was shown others' work. codebook: its newest version.
    chosen: whether the settings were fixed before coding began, in words. drawn: how the documents that are coded twice
    were chosen, in the lead's words; "" if that is not noted.
    """

    title: str = ""
    documents: int = 0
    training: tuple[tuple[str, int], ...] = ()
    purposes: tuple[tuple[str, int], ...] = ()
    started: datetime | None = None
    finished: datetime | None = None
    decisions: tuple[tuple[str, int], ...] = ()
    deciders: tuple[str, ...] = ()
    disclosed: int = 0
    codebook: str = ""
    chosen: str = "chosen after results were seen"
    drawn: str = ""


def facts_of(
    session: Session, *, round_: int, coders: Sequence[UUID], documents: Iterable[UUID], people: Mapping[UUID, UUID]
) -> Facts:
    """The facts on a comparison of these coders over these documents. people: every coder -> whom they are."""
    names, wanted, compared = coder_names(session), set(documents), set(coders)
    mine = [
        a
        for a in session.exec(select(Assignment).where(col(Assignment.lives)))
        if people.get(a.coder_id, a.coder_id) in compared
    ]
    training = Counter(people.get(a.coder_id, a.coder_id) for a in mine if a.purpose == "training")
    here = [a for a in mine if a.round == round_ and a.document_id in wanted and a.purpose != "training"]
    began = [moment for a in here if (moment := a.started_at or a.finished_at) is not None]
    ended = [a.finished_at for a in here if a.finished_at is not None]
    decided = [d for d in session.exec(select(Decision).where(col(Decision.lives))) if d.document_id in wanted]
    version = newest_version(session)
    study = session.exec(select(Study)).first()
    return Facts(
        title=study.title if study is not None else "",
        documents=session.exec(select(func.count()).select_from(Document).where(col(Document.lives))).one(),
        training=tuple((names[c], training[c]) for c in coders if training[c]),
        purposes=tuple(sorted(Counter(a.purpose for a in here).items())),
        started=min(began, default=None),
        finished=max(ended, default=None),
        decisions=tuple(sorted(Counter(d.how for d in decided).items())),
        deciders=tuple(sorted({names[d.decider_id] for d in decided if d.decider_id in names})),
        disclosed=len({a.document_id for a in here if a.disclosed_at is not None}),
        codebook=version.name if version is not None else "",
    )
