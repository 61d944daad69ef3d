"""Questions to the lead: a passage or a coded segment marked "ask the lead", and what the lead answers.

A question is a memo with a state; its words may be missing. The lead's answer is written in the same memo, so that it
comes back to who asked with everything else that is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from coder.assignments import kept_apart
from coder.code_tree import code_paths, resolve_codes
from coder.coders import coder_names, resolve_coders
from coder.documents import living_document, living_documents, passage_of, resolve_documents
from coder.errors import CodingError, UnknownThing
from coder.identity import random_id
from coder.journal.record import Recording
from coder.models import ChangeEntry, ChangeRow, Coding, Document, Memo
from coder.segments import Today
from coder.sentences import sentence
from coder.spans import Span

ASKED, ANSWERED = "asked", "answered"
_QUOTE = 120  # characters of a passage that lists show
_QUOTE_KEPT = 80


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the lead as lists and the desk show it.

    span: the passage today, None if its words are gone or the whole document is meant. coding_id: the coded segment
    that it is about, path: its code. text: the asker's words, perhaps none. at: when it was asked.
    """

    id: UUID
    document_id: UUID
    document: str
    span: Span | None
    quote: str
    coding_id: UUID | None
    path: tuple[str, ...]
    asker_id: UUID | None
    asker: str
    text: str
    answered: bool
    answer: str
    answered_by: str
    at: datetime | None


# -- operations -------------------------------------------------------------------------------


def ask_lead(
    session: Recording, *, document_id: UUID, span: Span | None = None, coding_id: UUID | None = None, text: str = ""
) -> UUID:
    """Marks a passage, or the person's own coded segment, as one that the lead is asked about; returns the question.

    span: over the text of today. One that this person has open at that very place is returned as it is. Raises
    CodingError for a place outside the text and for somebody else's segment, UnknownThing for what is not there.
    """
    document = living_document(session, document_id)
    quote = ""
    if coding_id is not None:
        coding = session.get(Coding, coding_id)
        if coding is None or not coding.lives:
            raise UnknownThing("That coded segment is not there any more.", "It was removed; undo brings it back.")
        people = resolve_coders(session)
        if people[coding.coder_id] != people[session.coder_id]:
            name = coder_names(session)[coding.coder_id]
            raise CodingError(
                sentence("That coded segment is {name}'s.", name=name), "Select the passage to ask about it."
            )
        if coding.start is not None and coding.end is not None:
            quote = passage_of(session, coding.text_hash, Span(coding.start, coding.end))
    elif span is not None:
        quote = passage_of(session, document.text_hash, span)
        if not 0 <= span.start < span.end or len(quote) < span.length:
            raise CodingError("That passage lies outside the text.", "Select it again.")
    if (there := _open_one(session, document, span, coding_id)) is not None:
        return there
    on_coding = coding_id is not None
    placed = span is not None and not on_coding
    made = Memo(
        id=random_id(), owner_kind="coding" if on_coding else "document", owner_id=coding_id or document_id,
        author_id=session.coder_id, text=text.strip(), state=ASKED, text_hash=document.text_hash if placed else None,
        start=span.start if span is not None and placed else None,
        end=span.end if span is not None and placed else None,
    )  # fmt: skip
    session.note(document=document.name, quote=quote[:_QUOTE_KEPT] or document.name)
    return session.put(made).id


def _open_one(session: Recording, document: Document, span: Span | None, coding_id: UUID | None) -> UUID | None:
    asked = select(Memo).where(
        Memo.author_id == session.coder_id, Memo.owner_id == (coding_id or document.id), Memo.state == ASKED,
        col(Memo.lives),
    )  # fmt: skip
    if coding_id is None:
        asked = asked.where(
            col(Memo.start).is_not_distinct_from(span.start if span else None),
            col(Memo.end).is_not_distinct_from(span.end if span else None),
        )
        if span is not None:
            asked = asked.where(Memo.text_hash == document.text_hash)
    found = session.exec(asked).first()
    return found.id if found else None


def word_question(session: Recording, *, question_id: UUID, text: str) -> None:
    """Writes what one's own question asks; it may be empty. Raises CodingError for somebody else's."""
    question = _own(session, question_id)
    session.note(quote=text.strip()[:_QUOTE_KEPT])
    question.text = text.strip()


def take_question_back(session: Recording, *, question_id: UUID) -> None:
    """Takes one's own question away, with its answer. Raises CodingError for somebody else's."""
    session.remove(_own(session, question_id))
    session.note(questions=1)


def answer_question(session: Recording, *, question_id: UUID, text: str) -> None:
    """Answers a question; the answer goes to who asked. Raises CodingError in a coder's package, and without words."""
    question = _for_lead(session, question_id)
    if not text.strip():
        raise CodingError("An answer needs words.", "Type some, or open the question again.")
    _note_asker(session, question)
    question.state, question.answer, question.answered_by = ANSWERED, text.strip(), session.coder_id


def reopen_question(session: Recording, *, question_id: UUID) -> None:
    """Takes the answer to a question away: it is open again. Raises CodingError in a coder's package."""
    question = _for_lead(session, question_id)
    _note_asker(session, question)
    question.state, question.answer, question.answered_by = ASKED, "", None


def _note_asker(session: Recording, question: Memo) -> None:
    session.note(coder=coder_names(session).get(question.author_id, "?") if question.author_id else "?")


def _living(session: Session, question_id: UUID) -> Memo:
    question = session.get(Memo, question_id)
    if question is None or not question.lives or not question.state:
        raise UnknownThing("That question is not there any more.", "It was taken back; undo brings it back.")
    return question


def _own(session: Recording, question_id: UUID) -> Memo:
    question, people = _living(session, question_id), resolve_coders(session)
    if question.author_id is not None and people[question.author_id] != people[session.coder_id]:
        name = coder_names(session)[question.author_id]
        raise CodingError(sentence("That question is {name}'s.", name=name), "Only who asked changes it.")
    return question


def _for_lead(session: Recording, question_id: UUID) -> Memo:
    if session.in_package:
        raise CodingError("Questions are answered by the lead.", "The answer comes with the lead's next file.")
    return _living(session, question_id)


# -- queries ----------------------------------------------------------------------------------


def questions(session: Session, *, document_id: UUID | None = None, reader: UUID | None = None) -> list[Question]:
    """The questions to the lead, of one document or of all, open ones first, by document and place.

    reader: leaves out what others ask in documents in which this person still works apart from them.
    """
    memos = session.exec(select(Memo).where(col(Memo.lives), Memo.state != "").order_by(col(Memo.id))).all()
    if not memos:
        return []
    reading = _Reading(session)
    found = [question for memo in memos if (question := reading.question(memo)) is not None]
    if document_id is not None:
        united = reading.united.get(document_id, document_id)
        found = [question for question in found if question.document_id == united]
    if reader is not None:
        apart, me = set(kept_apart(session, reader)), reading.people.get(reader, reader)
        found = [q for q in found if q.asker_id == me or q.document_id not in apart]
    order = {d.id: n for n, d in enumerate(living_documents(session))}
    return sorted(found, key=lambda q: (q.answered, order.get(q.document_id, -1), q.span or Span(-1, -1), q.id.bytes))


class _Reading:
    """What questions are about, read over today's texts."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._today = Today(session)
        self.people, self._names = resolve_coders(session), coder_names(session)
        self.united = resolve_documents(session)
        self._paths, self._codes = code_paths(session), resolve_codes(session)
        self._documents = {d.id: d for d in living_documents(session)}
        asked_at = (
            select(ChangeRow.row, ChangeEntry.at)
            .join(ChangeEntry, col(ChangeRow.change) == col(ChangeEntry.id))
            .where(col(ChangeRow.table) == "memo", col(ChangeRow.fields).like("[%"))
        )
        self._at = dict(session.exec(asked_at).all())

    def question(self, memo: Memo) -> Question | None:
        """The question; None if what it is about is not in this file."""
        owner, coding = memo.owner_id, None
        path: tuple[str, ...] = ()
        place = (memo.text_hash, memo.start, memo.end)
        if memo.owner_kind == "coding":
            coding = self._session.get(Coding, owner) if owner else None
            if coding is None:
                return None
            owner, place = coding.document_id, (coding.text_hash, coding.start, coding.end)
            path = self._paths.get(self._codes.get(coding.code_id, coding.code_id), ())
        document = self._documents.get(self.united.get(owner, owner)) if owner else None
        if document is None or owner is None:
            return None
        text_hash, start, end = place
        span = None
        if text_hash is not None and start is not None and end is not None:
            span = self._today.span(owner.bytes, text_hash, start, end)
        quote = ""
        if span is not None:
            shown = passage_of(self._session, document.text_hash, Span(span.start, min(span.end, span.start + _QUOTE)))
            quote = " ".join(shown.split()) + ("…" if span.length > _QUOTE else "")
        asker = self.people.get(memo.author_id, memo.author_id) if memo.author_id else None
        by = self._names.get(memo.answered_by, "") if memo.answered_by else ""
        return Question(
            memo.id, document.id, document.name, span, quote, coding.id if coding else None, path, asker,
            self._names.get(asker, "?") if asker else "?", memo.text, memo.state == ANSWERED, memo.answer, by,
            self._at.get(memo.id),
        )  # fmt: skip
