"""Bringing an exchange file into a project: adds what is missing, changes nothing that lives.

Import twice is import once. What lives here with other values is told as "changed here since", what was removed
as "removed here since".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from coder.code_tree import children_of, code_paths, code_tree, qualifiers_of, resolve_codes
from coder.codebook import free_place
from coder.coders import resolve_coders
from coder.documents import document_named, keep_text, living_documents, resolve_documents, variables_by_id
from coder.errors import ExchangeError
from coder.exchange.study_entry import Place, is_uuid
from coder.exchange.study_file import AssignedEntry, CodeFields, CodingEntry, DocumentEntry, ExchangeFile
from coder.exchange.study_loose import bring_loose
from coder.exchange.study_people import Loaded, People
from coder.exchange.study_variables import bring_variables
from coder.identity import (
    assignment_id,
    code_id,
    coding_id,
    document_id,
    named_id,
    same_name,
)
from coder.journal.read import chunks
from coder.journal.record import Recording
from coder.models import Assignment, Code, Coding, Document, Forgotten, Qualifier, Text
from coder.sentences import sentence
from coder.spans import Span, TextMap, canonical_with_map


@dataclass(frozen=True, slots=True)
class _Target:
    """A document that codings of this file may name: how long its text is, and how given positions map.

    same_text: False where the document has another text here, over which the file's positions mean nothing.
    """

    id: UUID
    text_hash: bytes
    given_length: int  # of the text that positions in the file are over
    map: TextMap | None
    same_text: bool = True


class _Loading:
    """One exchange file on its way into one project."""

    def __init__(self, session: Recording, file: ExchangeFile, people: Mapping[str, str]) -> None:
        self.session = session
        self.file = file
        self.loaded = Loaded(warnings=list(file.warnings))
        self._people = People(session, file, people, self.loaded)
        self.codes: dict[tuple[str, ...], UUID] = {}
        self.qualifiers: dict[str, UUID] = {}
        self._paths: Mapping[UUID, tuple[str, ...]] = {}
        self.listed: list[_Target] = []
        self._targets: dict[str, list[_Target]] = {}
        self._ids: dict[UUID, _Target] = {}
        self._assigned_here: set[UUID] = set()  # assignments that this file named already
        self._made_here: set[UUID] = set()  # those of them that it made

    def run(self) -> Loaded:
        self._people.listed()
        self._codes()
        self._qualifiers()
        bring_variables(self.session, self.file.variables, self.loaded)
        self._documents()
        self._codings()
        self._assigned()
        bring_loose(self.session, self.file.loose, self, self.loaded.warnings)
        self.loaded.tell_gone(self.session)
        return self.loaded

    def coder(self, reference: str) -> UUID:
        """The coder whom an entry names, made if there is none."""
        return self._people.named(reference)

    # -- the codebook --------------------------------------------------------------------

    def _codes(self) -> None:
        for row in code_tree(self.session, counts=False):
            self.codes[_folded(row.path)] = row.id
        self._paths = code_paths(self.session)
        for code, path in self._paths.items():
            self.codes.setdefault((str(code),), code)
            self.codes.setdefault(_folded(path), code)
        for entry in sorted(self.file.codes, key=lambda e: len(e.path)):
            self._code(entry)

    def _code(self, entry: CodeFields) -> None:
        parent = self.code(entry.path[:-1], entry.where) if len(entry.path) > 1 else None
        new_id = entry.id or code_id(parent, entry.path[-1], 0)
        there = self.session.get(Code, new_id)
        standing = self.codes.get(_folded(entry.path))
        if there is None and standing is not None and (entry.id is None or standing == code_id(parent, entry.path[-1])):
            there = self.session.get(Code, standing)
        if there is None:
            there = self._new_code(new_id, parent, entry.path[-1], entry.given)
            self.loaded.added["codes"] += 1
        else:
            shown = self._paths.get(there.id, (there.name,))[-1]
            differs = any(_shown(there, k) != v for k, v in entry.given.items()) or (
                same_name(entry.path[-1]) not in (same_name(shown), same_name(there.name)) and there.id == entry.id
            )
            self.loaded.told(there, "code", " > ".join(entry.path), differs)
            self.loaded.same["codes"] += 1
        self.codes[_folded(entry.path)] = self.codes[str(there.id),] = there.id

    def _new_code(self, new_id: UUID, parent: UUID | None, name: str, fields: Mapping[str, Any]) -> Code:
        """A code at n = 0 (or its given id), with a colour and a place like one made in the window."""
        made = free_place(children_of(self.session, parent))
        if self.session.in_package:  # what a coder brings along is a proposal to the lead
            made["state"] = "proposed"
            fields = {k: v for k, v in fields.items() if k != "state"}
        code = Code(id=new_id, parent_id=parent, name=" ".join(name.split()), **(made | dict(fields)))
        return self.session.put(code)

    def code(self, path: tuple[str, ...], where: str) -> UUID:
        """The code at a path (or of an id), made with its parents if it is missing."""
        found = self.codes.get(_folded(path))
        if found is not None:
            return found
        if len(path) == 1 and is_uuid(path[0]):
            raise ExchangeError(
                sentence("{where} names a code {what} that is not in the codebook.", where=where, what=path[0])
            )
        self._code(CodeFields(path, {}, None, where))
        return self.codes[_folded(path)]

    def _qualifiers(self) -> None:
        for q in qualifiers_of(self.session):
            self.qualifiers[same_name(q.name)] = q.id
        for entry in self.file.qualifiers:
            new_id = entry.id or self.qualifiers.get(same_name(entry.name)) or named_id("qualifier", entry.name, 0)
            there = self.session.get(Qualifier, new_id)
            if there is None:
                self._new_qualifier(new_id, entry.name, entry.given)
            else:
                self.loaded.told(
                    there, "qualifier", entry.name, any(getattr(there, k) != v for k, v in entry.given.items())
                )
            self.qualifiers[same_name(entry.name)] = new_id

    def qualifier(self, name: str) -> UUID:
        key = same_name(name)
        if key not in self.qualifiers:
            new_id = named_id("qualifier", name, 0)
            if self.session.get(Qualifier, new_id) is None:
                self._new_qualifier(new_id, name, {"kind": "text"})
            self.qualifiers[key] = new_id
        return self.qualifiers[key]

    def _new_qualifier(self, new_id: UUID, name: str, fields: Mapping[str, Any]) -> None:
        place = len(self.qualifiers)
        self.session.put(Qualifier(id=new_id, name=" ".join(name.split()), position=place, **fields))

    # -- documents -----------------------------------------------------------------------

    def _documents(self) -> None:
        there = living_documents(self.session)
        place = max((d.position for d in there), default=-1) + 1
        for n, entry in enumerate(self.file.documents):
            target = self._document(entry, place + n)
            self.listed.append(target)
            self._targets.setdefault(same_name(entry.name), []).append(target)
            self._ids[target.id] = target
        self.session.flush()

    def _document(self, entry: DocumentEntry, place: int) -> _Target:
        text, text_map = canonical_with_map(entry.text)
        text_hash = keep_text(self.session, text)
        new_id = entry.id or document_id(text_hash, entry.name)
        if self.session.get(Forgotten, new_id):
            raise ExchangeError(
                sentence(
                    "{where}: “{name}” was forgotten for good in this project.", where=entry.where, name=entry.name
                )
            )
        there = self.session.get(Document, new_id) or self._alike(text_hash, entry.name)
        if there is None:
            values = variables_by_id(self.session, entry.variables)
            there = self.session.put(
                Document(
                    id=new_id, name=entry.name, text_hash=text_hash, imported_as=entry.name, format="json",
                    variables=values, position=place,
                )
            )  # fmt: skip
            self.loaded.added["documents"] += 1
        else:
            values = variables_by_id(self.session, entry.variables)
            differs = there.name != entry.name or there.text_hash != text_hash
            differs = differs or any(there.variables.get(k) != v for k, v in values.items())
            self.loaded.told(there, "document", entry.name, differs)
            self.loaded.same["documents"] += 1
        return _Target(there.id, text_hash, len(entry.text), text_map, there.text_hash == text_hash)

    def _alike(self, text_hash: bytes, name: str) -> Document | None:
        """A document of this very text and name that was born otherwise."""
        found = self.session.exec(select(Document).where(Document.text_hash == text_hash, col(Document.lives)))
        return next((d for d in found if same_name(d.name) == same_name(name)), None)

    def target(self, place: Place, where: str) -> _Target:
        """The document that an entry names. Raises ExchangeError."""
        if place.index is not None:
            return self._by_index(place, place.index, where)
        assert place.document is not None
        if is_uuid(place.document):
            return self._by_id(UUID(place.document), where)
        found = self._targets.get(same_name(place.document)) or self._in_project(place.document)
        if not found:
            raise ExchangeError(
                sentence("{where} names a document “{document}” that is nowhere.", where=where, document=place.document)
            )
        if len({t.id for t in found}) > 1:
            raise ExchangeError(
                sentence("{where}: several documents are called “{document}”.", where=where, document=place.document),
                "Say which with “document_index”.",
            )
        return found[0]

    def _by_index(self, place: Place, index: int, where: str) -> _Target:
        if not 0 <= index < len(self.listed):
            raise ExchangeError(
                sentence("{where}: there is no document number {index} in the file.", where=where, index=index)
            )
        entry = self.file.documents[index]
        if place.document is not None and same_name(place.document) != same_name(entry.name):
            raise ExchangeError(
                sentence(
                    "{where}: document number {index} is called “{name}”.", where=where, index=index, name=entry.name
                )
            )
        return self.listed[index]

    def _by_id(self, document: UUID, where: str) -> _Target:
        if document not in self._ids:
            there = self.session.get(Document, document)
            if there is None:
                raise ExchangeError(
                    sentence("{where} names a document {document} that is nowhere.", where=where, document=document)
                )
            self._ids[document] = self._target_of(there)
        return self._ids[document]

    def _in_project(self, name: str) -> list[_Target]:
        found = [self._target_of(d) for d in document_named(self.session, name)]
        self._targets[same_name(name)] = found
        return found

    def _target_of(self, document: Document) -> _Target:
        text = self.session.get(Text, document.text_hash)
        return _Target(document.id, document.text_hash, len(text.body) if text else 0, None)

    # -- codings and assignments ---------------------------------------------------------

    def _codings(self) -> None:
        wanted: dict[UUID, dict[str, Any]] = {}
        for entry in self.file.codings:
            row = self._coding(entry)
            first = wanted.setdefault(row["id"], row)
            if first is not row and first != row:
                self.loaded.warnings.append(
                    sentence("{where} stands in the file twice; the first one counts.", where=entry.where)
                )
        self.session.flush()
        there = self._standing(wanted)
        counts_as = resolve_documents(self.session) | resolve_coders(self.session) | resolve_codes(self.session)
        for row_id, (lives, values) in there.items():
            row = wanted[row_id]
            differs = any(_end(counts_as, values[k]) != _end(counts_as, row[k]) for k in values)
            if not lives or differs:
                name = " > ".join(self._path_of(row["code_id"]))
                since = sentence("removed") if not lives else sentence("changed")
                self.loaded.warnings.append(
                    sentence("A coded segment ({name}) was {since} here since; it stays so.", name=name, since=since)
                )
        new = [row for row_id, row in wanted.items() if row_id not in there]
        self.session.births(Coding, new)
        self.loaded.added["codings"] += len(new)
        self.loaded.same["codings"] += len(self.file.codings) - len(new)

    def _path_of(self, code: UUID) -> tuple[str, ...]:
        found = self.session.get(Code, code)
        return (found.name,) if found else ("?",)

    def _standing(self, wanted: Iterable[UUID]) -> dict[UUID, tuple[bool, dict[str, Any]]]:
        """Which of these codings are here: whether they live, and the values to compare."""
        found: dict[UUID, tuple[bool, dict[str, Any]]] = {}
        columns = ("document_id", "code_id", "coder_id", "round", "start", "end", "memo", "qualifiers")
        t = Coding.__table__  # type: ignore[attr-defined]
        for part in chunks(sorted(i.bytes for i in wanted)):
            ids = [UUID(bytes=i) for i in part]
            for row in self.session.exec(select(t.c.id, t.c.lives, *(t.c[n] for n in columns)).where(t.c.id.in_(ids))):
                found[row[0]] = (row[1], dict(zip(columns, row[2:], strict=True)))
        return found

    def _coding(self, entry: CodingEntry) -> dict[str, Any]:
        target = self.target(entry.place, entry.where)
        start, end = self.span(entry.place, entry.where)
        coder = self.coder(entry.coder)
        code = self.code(entry.code, entry.where)
        anchor = (target.text_hash, start, end)
        return {
            "id": entry.id or coding_id(target.id, code, coder, entry.round, anchor, 0),
            "document_id": target.id,
            "code_id": code,
            "coder_id": coder,
            "round": entry.round,
            "text_hash": target.text_hash,
            "start": start,
            "end": end,
            "memo": entry.memo,
            "qualifiers": {self.qualifier(q).hex: v for q, v in entry.qualifiers.items()},
        }

    def span(self, place: Place, where: str) -> tuple[int | None, int | None]:
        """The stretch of an entry over the text as it is kept. Raises ExchangeError."""
        target, start, end = self.target(place, where), place.start, place.end
        if not target.same_text:
            name = place.document or self.file.documents[place.index or 0].name
            raise ExchangeError(
                sentence(
                    "{where}: “{name}” has another text in this project than in the file, so its place is unknown.",
                    where=where,
                    name=name,
                ),
                "Import the file into a project of its own, or give the document another name and id.",
            )
        if start is None or end is None:
            return None, None
        if start >= end:
            raise ExchangeError(
                sentence("{where}: “start” {start} is not before “end” {end}.", where=where, start=start, end=end)
            )
        if start < 0 or end > target.given_length:
            raise ExchangeError(
                sentence(
                    "{where}: {start} to {end} lies outside its text of {given_length} characters.",
                    where=where,
                    start=start,
                    end=end,
                    given_length=target.given_length,
                )
            )
        if target.map is None:
            return start, end
        mapped = target.map.forward(Span(start, end))
        if mapped is None or mapped.start >= mapped.end:
            raise ExchangeError(
                sentence(
                    "{where}: {start} to {end} marks only characters that no text keeps.",
                    where=where,
                    start=start,
                    end=end,
                )
            )
        return mapped.start, mapped.end

    def _assigned(self) -> None:
        places: Counter[UUID] = Counter()
        for entry in self.file.assigned:
            coder = self.coder(entry.coder)
            self._assignment(entry, coder, places[coder])
            places[coder] += 1

    def _assignment(self, entry: AssignedEntry, coder: UUID, place: int) -> None:
        document = self.target(entry.place, entry.where).id
        new_id = entry.id or assignment_id(document, coder, entry.round, entry.purpose, 0)
        there = self.session.get(Assignment, new_id)
        if there is not None and new_id in self._assigned_here:
            self._assigned_again(entry, there)
            return
        self._assigned_here.add(new_id)
        if there is None:
            self._made_here.add(new_id)
            self.session.put(
                Assignment(
                    id=new_id, document_id=document, coder_id=coder, round=entry.round, purpose=entry.purpose,
                    position=place, finished_at=self.session.act.now if entry.finished else None,
                )
            )  # fmt: skip
        elif (there.finished_at is not None) != entry.finished or not there.lives:
            self.loaded.told(there, "assignment of", entry.place.document or "a document", True)


    def _assigned_again(self, entry: AssignedEntry, there: Assignment) -> None:
        """The same assignment twice in one file: finished if one of the entries says so, and that is told."""
        if entry.finished and there.finished_at is None and there.id in self._made_here:
            there.finished_at = self.session.act.now
        self.loaded.warnings.append(
            sentence("{where} is there twice; it counts once, finished if either says so.", where=entry.where)
        )


def _end(counts_as: Mapping[UUID, UUID], value: Any) -> Any:
    """What a document, coder or code counts as; any other value itself."""
    return counts_as.get(value, value) if isinstance(value, UUID) else value


def _folded(path: Iterable[str]) -> tuple[str, ...]:
    names = tuple(path)
    return names if len(names) == 1 and is_uuid(names[0]) else tuple(same_name(name) for name in names)


def _shown(code: Code, field_name: str) -> Any:
    return code.shown_color if field_name == "color" else getattr(code, field_name)


def bring_study(session: Recording, file: ExchangeFile, people: Mapping[str, str]) -> Loaded:
    """Brings the file in; people maps coder names of the file to names here (“Ana”, or “Ana (new)”).

    Raises ExchangeError that names the entry; the transaction then leaves nothing behind.
    """
    return _Loading(session, file, people).run()
