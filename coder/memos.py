"""Memos on the study, documents, codes, coded segments and coders; what they link to; all of them as one notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from coder.assignments import kept_apart
from coder.code_tree import code_paths, living_code
from coder.coders import coder_names, living_coder, resolve_coders
from coder.documents import living_document
from coder.errors import CodingError, UnknownThing
from coder.identity import random_id
from coder.journal.record import Recording
from coder.models import Coding, Memo
from coder.segment_list import ShownSegment, shown_segments
from coder.sentences import sentence

OWNERS = ("study", "document", "code", "coding", "coder")
LINKED = ("coding", "document", "code")
_QUOTE = 80  # characters of a passage that stand for it
_AT_ONCE = 5000  # ids that one statement names
_LINK = re.compile(r"\[\[(coding|document|code):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]\]")


@dataclass(frozen=True, slots=True)
class Note:
    """A memo as the notebook shows it.

    kind: of OWNERS. about: what it is on, in words. own_column: it is the memo of a coded segment itself, and `id` is
    the segment's. at: when it was last written. owner_id: resolved, None for the study. segment: the one it is on.
    """

    id: UUID
    kind: str
    owner_id: UUID | None
    own_column: bool
    about: str
    author_id: UUID | None
    author: str
    title: str
    text: str
    at: datetime | None
    segment: ShownSegment | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What a memo points at: its place in the text (code points), kind of LINKED, and id."""

    start: int
    end: int
    kind: str
    id: UUID


# -- operations -------------------------------------------------------------------------------


def write_memo(session: Recording, *, kind: str, owner_id: UUID | None = None, text: str, title: str = "") -> UUID:
    """Writes a memo on something, by the person who acts. Also in a coder's package.

    kind: of OWNERS; owner_id: None for the study. Raises CodingError for an empty one, UnknownThing for an owner
    that is not there.
    """
    text, title = _tidy(text, title)
    session.note(kind=kind, about=_owner_words(session, kind, owner_id), title=title)
    made = Memo(
        id=random_id(), owner_kind=kind, owner_id=None if kind == "study" else owner_id, author_id=session.coder_id,
        title=title, text=text,
    )  # fmt: skip
    return session.put(made).id


def edit_memo(session: Recording, *, memo_id: UUID, text: str, title: str = "") -> None:
    """Changes one's own memo. Raises CodingError for somebody else's, and for an empty one."""
    memo = _own(session, memo_id)
    text, title = _tidy(text, title)
    session.note(kind=memo.owner_kind, title=title)
    if text != memo.text:
        memo.text = text
    if title != memo.title:
        memo.title = title


def remove_memo(session: Recording, *, memo_id: UUID) -> None:
    """Takes one's own memo away. Raises CodingError for somebody else's."""
    memo = _own(session, memo_id)
    session.note(kind=memo.owner_kind, title=memo.title)
    session.remove(memo)


def _tidy(text: str, title: str) -> tuple[str, str]:
    text, title = text.strip(), " ".join(title.split())
    if not text and not title:
        raise CodingError("A memo needs words.", "Type some; a memo that is not wanted any more can be removed.")
    return text, title


def _own(session: Recording, memo_id: UUID) -> Memo:
    memo = session.get(Memo, memo_id)
    if memo is None or not memo.lives:
        raise UnknownThing("That memo is not there any more.", "It was removed; undo brings it back.")
    people = resolve_coders(session)
    if memo.author_id is not None and people[memo.author_id] != people[session.coder_id]:
        raise CodingError(
            sentence("That memo is {what}'s.", what=coder_names(session)[memo.author_id]),
            "Write one of your own beside it.",
        )
    return memo


def _owner_words(session: Session, kind: str, owner_id: UUID | None) -> str:
    """What a new memo is to be on. Raises UnknownThing if it is not there."""
    if kind == "study":
        return ""
    if owner_id is None or kind not in OWNERS:
        raise UnknownThing(sentence("A memo cannot be on “{kind}” alone.", kind=kind), "Choose what it is on.")
    if kind == "document":
        return living_document(session, owner_id).name
    if kind == "code":
        return living_code(session, owner_id).name
    if kind == "coder":
        return living_coder(session, owner_id).name
    coding = session.get(Coding, owner_id)
    if coding is None or not coding.lives:
        raise UnknownThing("That coded segment is not there any more.", "It was removed; undo brings it back.")
    return living_code(session, coding.code_id).name


# -- queries ----------------------------------------------------------------------------------


def all_memos(session: Session, *, reader: UUID | None = None) -> list[Note]:
    """Every memo and every coded segment's own memo, newest first.

    reader: leaves out those on what others coded in documents in which this person still works apart from them.
    """
    # questions to the lead have a list of their own: see coder.asking
    memos = list(session.exec(select(Memo).where(col(Memo.lives), Memo.state == "")))
    with_words = session.exec(select(Coding.id).where(col(Coding.lives), Coding.memo != "")).all()
    wanted = {*with_words, *(m.owner_id for m in memos if m.owner_kind == "coding" and m.owner_id)}
    segments = _segments(session, wanted)
    words = _Words(session, segments)
    written = _written_at(session, "memo", [m.id for m in memos]) | _written_at(session, "coding", with_words)
    notes = [words.of_memo(m, written.get(m.id)) for m in memos]
    notes += [
        Note(s.id, "coding", s.id, True, words.of_segment(s), s.coder_id, s.coder, "", s.memo, written.get(s.id), s)
        for s in (segments[i] for i in with_words if i in segments)
        if s.memo
    ]
    if reader is not None:
        seen = _seen_by(session, reader)
        notes = [note for note in notes if note.segment is None or seen(note.segment)]
    oldest = datetime.min.replace(tzinfo=UTC)
    return sorted(notes, key=lambda n: (n.at or oldest, n.id.bytes), reverse=True)


class _Words:
    """What memos are on, said shortly."""

    def __init__(self, session: Session, segments: Mapping[UUID, ShownSegment]) -> None:
        self._session = session
        self._segments = segments
        self._people, self._names = resolve_coders(session), coder_names(session)
        self._codes = code_paths(session)

    def of_memo(self, memo: Memo, at: datetime | None) -> Note:
        author = self._people.get(memo.author_id) if memo.author_id else None
        owner, about, segment = memo.owner_id, "", None
        if memo.owner_kind == "document" and owner:
            about = living_document(self._session, owner).name
        elif memo.owner_kind == "code" and owner:
            about = " › ".join(self._codes.get(owner, ("?",)))
        elif memo.owner_kind == "coder" and owner:
            owner = self._people.get(owner, owner)
            about = self._names.get(owner, "?")
        elif memo.owner_kind == "coding" and owner:
            segment = self._segments.get(owner)
            about = self.of_segment(segment) if segment else "?"
        return Note(
            memo.id, memo.owner_kind, owner, False, about, author, self._names.get(author, "") if author else "",
            memo.title, memo.text, at, segment,
        )  # fmt: skip

    @staticmethod
    def of_segment(segment: ShownSegment) -> str:
        code = " › ".join(segment.path)
        return sentence("{code}: “{quote}”", code=code, quote=_shortened(segment.quote)) if segment.quote else code


def _shortened(words: str) -> str:
    return words if len(words) <= _QUOTE else f"{words[:_QUOTE].rstrip()}…"


def _segments(session: Session, wanted: Collection[UUID]) -> dict[UUID, ShownSegment]:
    """These segments by id."""
    ids, found = sorted(wanted, key=lambda i: i.bytes), {}
    for first in range(0, len(ids), _AT_ONCE):
        found.update({s.id: s for s in shown_segments(session, only=ids[first : first + _AT_ONCE])})
    return found


def _seen_by(session: Session, reader: UUID) -> Callable[[ShownSegment], bool]:
    """May this person see a segment: is it their own, or nothing that they work apart from?"""
    people, apart = resolve_coders(session), set(kept_apart(session, reader))
    me = people.get(reader, reader)
    return lambda segment: segment.coder_id == me or segment.document_id not in apart


def _written_at(session: Session, table: str, ids: Collection[UUID]) -> dict[UUID, datetime]:
    """When each of these rows was given its words last, as the journal has it."""
    connection, found = session.connection(), {}
    wanted = sorted(i.bytes for i in ids)
    for first in range(0, len(wanted), _AT_ONCE):
        part = wanted[first : first + _AT_ONCE]
        rows = connection.exec_driver_sql(
            'SELECT r."row", max(c."at") FROM change_row r JOIN change c ON c.id = r.change '
            f'WHERE r."table" = ? AND r."row" IN ({", ".join("?" * len(part))}) '
            "AND (r.fields LIKE '[%' OR r.fields LIKE '%\"memo\":%' OR r.fields LIKE '%\"text\":%' "
            "OR r.fields LIKE '%\"title\":%') GROUP BY r.\"row\"",
            (table, *part),
        )
        found.update({UUID(bytes=row): datetime.fromisoformat(at) for row, at in rows})
    return found


# -- links ------------------------------------------------------------------------------------


def link_to(kind: str, thing: UUID) -> str:
    """The token that stands in a memo for a coded segment, document or code; it survives every exchange of files."""
    assert kind in LINKED, kind
    return f"[[{kind}:{thing}]]"


def links_in(text: str) -> list[Link]:
    """The links of a memo, in order."""
    return [Link(*found.span(), found[1], UUID(found[2])) for found in _LINK.finditer(text)]


def in_one_line(text: str) -> str:
    """A memo's words for a list: an ellipsis for each link."""
    return " ".join(_LINK.sub("…", text).split())


def relinked(text: str, new: Callable[[str], str]) -> str:
    """The memo with other ids in its links. new: an id as written -> the one that takes its place."""
    return _LINK.sub(lambda found: f"[[{found[1]}:{new(found[2])}]]", text)


def link_words(session: Session, texts: Iterable[str], *, reader: UUID | None = None) -> dict[UUID, str]:
    """What the links of these texts say, by the id they point at; what is not in the project is left out.

    reader: as in `all_memos`.
    """
    links = [link for text in texts for link in links_in(text)]
    codes = code_paths(session) if any(link.kind == "code" for link in links) else {}
    segments = _segments(session, {link.id for link in links if link.kind == "coding"})
    if reader is not None and segments:
        seen = _seen_by(session, reader)
        segments = {i: segment for i, segment in segments.items() if seen(segment)}
    said: dict[UUID, str] = {}
    for link in links:
        if link.kind == "code" and link.id in codes:
            said[link.id] = " › ".join(codes[link.id])
        elif link.kind == "coding" and (segment := segments.get(link.id)) is not None:
            quote = _shortened(segment.quote)
            code, document = segment.path[-1], segment.document
            said[link.id] = (
                sentence("“{quote}” ({code}, {document})", quote=quote, code=code, document=document) if quote else code
            )
        elif link.kind == "document":
            try:
                said[link.id] = living_document(session, link.id).name
            except UnknownThing:
                continue  # a link may outlive what it points at
    return said


def linked_segment(session: Session, coding_id: UUID, *, reader: UUID | None = None) -> ShownSegment | None:
    """The coded segment that a link points at; None if it is not there, or (reader) not to be seen yet."""
    found = _segments(session, [coding_id]).get(coding_id)
    return found if found is None or reader is None or _seen_by(session, reader)(found) else None
