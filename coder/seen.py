"""What coders saw of others' work in documents that nobody assigned to them: noted once, so that it can hold back.

An assignment has a field for it (`disclosed_at`). To make one for the purpose would say that the document was assigned,
so the study's settings hold it, a key for each document, coder and round; the journal says when it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.journal.read import entries_of
from coder.journal.record import Recording
from coder.models import Coding, Study

_KEY = "seen_{}_{}_{}"  # document, coder, round
Look = tuple[UUID, UUID]  # document, coder


def note_seen(session: Recording, coder_id: UUID, document_ids: Iterable[UUID]) -> list[UUID]:
    """Writes down that a coder saw others' codings; the documents for which it is new. A package shows no others'."""
    study = session.exec(select(Study).where(col(Study.lives))).one()
    documents = list(dict.fromkeys(document_ids))
    if session.in_package or not documents:
        return []
    rounds = _newest_rounds(session)
    keys = {d: _KEY.format(d.hex, coder_id.hex, rounds.get(d, 1)) for d in documents}
    new = {d: key for d, key in keys.items() if key not in study.settings}
    if new:
        study.settings = study.settings | dict.fromkeys(new.values(), True)
    return list(new)


def _newest_rounds(session: Session) -> dict[UUID, int]:
    asked = select(Coding.document_id, func.max(Coding.round)).where(col(Coding.lives))
    return dict(session.exec(asked.group_by(col(Coding.document_id))).all())


def noted_looks(session: Session, coders: Iterable[UUID]) -> set[UUID]:
    """The documents, in the newest round that anybody coded in them, of which one of these coders' look is noted."""
    looked = noted_rounds(session, coders)
    if not looked:
        return set()
    rounds = _newest_rounds(session)
    return {document for document, n in looked.items() if n >= rounds.get(document, 1)}


def noted_rounds(session: Session, coders: Iterable[UUID]) -> dict[UUID, int]:
    """Document -> the newest round in which a look of one of these coders is noted."""
    study = session.exec(select(Study).where(col(Study.lives))).first()
    wanted = {c.hex for c in coders}
    looked: dict[UUID, int] = {}
    for key in study.settings if study else {}:
        if key.startswith("seen_"):
            _, document, coder, n = key.split("_")
            if coder in wanted:
                looked[UUID(document)] = max(looked.get(UUID(document), 0), int(n))
    return looked


def first_looks(session: Session, people: Mapping[UUID, UUID], round_: int) -> dict[Look, tuple[int, bytes]]:
    """When each coder first saw others' work of a round in a document not assigned to them: clock and change.

    people: every coder -> whom they are.
    """
    study = session.exec(select(Study).where(col(Study.lives))).first()
    if study is None or not any(key.startswith("seen_") for key in study.settings):
        return {}
    found: dict[Look, tuple[int, bytes]] = {}
    for entry in entries_of(session.connection(), "study", [study.id.bytes]).get(study.id.bytes, []):
        if isinstance(entry.fields, list):
            continue
        for name in entry.fields:
            if not name.startswith("settings/seen_"):
                continue
            _, document, coder, n = name.split("_")
            if int(n) == round_ and (who := people.get(UUID(coder))) is not None:
                look, moment = (UUID(document), who), (entry.clock, entry.change)
                found[look] = min(found.get(look, moment), moment)
    return found
