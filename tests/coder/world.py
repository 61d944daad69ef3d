"""People with files of their own: what the laws of journal and merge are tried on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from coder.answers import answer_none
from coder.asking import answer_question, ask_lead, questions
from coder.assignments import assign, finish
from coder.code_tree import children_of
from coder.codebook import add_code, add_qualifier, edit_code, merge_codes, move_code, propose_code, remove_code
from coder.coders import add_coder, unite_coders
from coder.coding import add_coding, recode, remove_codings, set_memo, set_qualifier, stretch_coding
from coder.documents import add_documents, remove_document, rename_document, set_variable, variable_named
from coder.errors import CoderError
from coder.fixed_units import mark_unit, units_of
from coder.models import Code, Coding, Document, Qualifier, Variable
from coder.project import Project
from coder.spans import Span

TEXT = "The governor's decree pays 😀 each recruit.\nThe ministry denies it. Ёлка и мир."


@dataclass(frozen=True)
class PlainSource:
    """The least that a source is."""

    name: str
    text: str = TEXT
    format: str = "txt"
    structure: tuple[Any, ...] = ()
    variables: Any = None
    table: str = ""
    key: str = ""

    @property
    def original(self) -> bytes:
        return self.text.encode()

    def __post_init__(self) -> None:
        object.__setattr__(self, "variables", dict(self.variables or {}))


class Wall:
    """A clock on somebody's wall: it ticks at every look, and may be wrong by hours or days."""

    def __init__(self, skew: timedelta = timedelta()) -> None:
        self._at = datetime(2026, 11, 23, 9, tzinfo=UTC) + skew

    def __call__(self) -> datetime:
        self._at += timedelta(milliseconds=7)
        return self._at


def study(path: Path, *, coders: tuple[str, ...] = ("Ana", "Ben"), now: Callable[[], datetime] | None = None) -> Path:
    """A small study on disk: two documents, a few codes, a qualifier, coders with assignments."""
    with Project.create(path, title="Study", lead="Lead"):
        pass
    with Project.open(path, now=now or Wall()) as project:
        project.do(add_documents, [PlainSource("a.txt"), PlainSource("b.txt", TEXT * 2, variables={"date": "2024"})])
        actor = project.do(add_code, name="Actor").value
        for name in ("Centre", "Provinces"):
            project.do(add_code, name=name, parent_id=actor)
        project.do(add_code, name="Funding")
        project.do(add_qualifier, name="evidence", kind="choice", values=["documented", "reported"])
        documents = ids(project, Document)
        for name in coders:
            coder = project.do(add_coder, name=name).value
            project.do(assign, document_ids=documents, coder_id=coder, purpose="reliability")
    return path


def ids(project: Project, model: type[Any], *, living: bool = True) -> list[UUID]:
    """The ids of a table's rows, in id order."""

    def ask(session: Session) -> list[UUID]:
        question = select(model.id).order_by(col(model.id))
        return list(session.exec(question.where(col(model.lives)) if living else question))

    return project.ask(ask)


def copy_of(path: Path, to: Path) -> Path:
    """The file as a mail or a stick would carry it."""
    shutil.copyfile(path, to)
    return to


def _pick(options: list[UUID], n: int) -> UUID | None:
    return options[n % len(options)] if options else None


def _own(project: Project) -> list[UUID]:
    def ask(session: Session) -> list[UUID]:
        return list(
            session.exec(
                select(Coding.id).where(Coding.coder_id == project.coder_id, col(Coding.lives)).order_by(col(Coding.id))
            )
        )

    return project.ask(ask)


def act(project: Project, kind: str, a: int, b: int, word: str) -> bool:
    """Does one act if it makes sense just now; says whether it was done."""
    documents, codes, own = ids(project, Document), ids(project, Code), _own(project)
    document, code, other, coding = _pick(documents, a), _pick(codes, b), _pick(codes, a), _pick(own, a)
    span = Span(a % 20, a % 20 + 1 + b % 20)
    try:
        match kind:
            case "code" if document and code:
                project.do(add_coding, document_id=document, code_id=code, span=span)
            case "remove" if coding:
                project.do(remove_codings, coding_ids=[coding])
            case "stretch" if coding:
                project.do(stretch_coding, coding_id=coding, span=span)
            case "recode" if coding and code:
                project.do(recode, coding_id=coding, code_id=code)
            case "memo" if coding:
                project.do(set_memo, coding_id=coding, memo=word)
            case "qualify" if coding and (q := _pick(ids(project, Qualifier), b)):
                project.do(
                    set_qualifier, coding_id=coding, qualifier_id=q, value=["documented", "reported", None][b % 3]
                )
            case "add code":
                project.do(add_code, name=word or "x", parent_id=code if a % 2 else None)
            case "propose":
                project.do(propose_code, name=word or "y")
            case "edit code" if code:
                field = ["definition", "include", "name", "key"][a % 4]
                project.do(edit_code, code_id=code, **{field: word})
            case "move" if code:
                project.do(move_code, code_id=code, parent_id=other if a % 3 else None)
            case "merge codes" if code and other:
                project.do(merge_codes, code_id=code, into=other)
            case "remove code" if code:
                project.do(remove_code, code_id=code)
            case "rename" if document:
                project.do(rename_document, document_id=document, name=f"{word}.txt")
            case "variable" if document:
                variable = project.do(variable_named, "region").value
                project.do(set_variable, document_id=document, variable_id=variable, value=word)
            case "document":
                project.do(add_documents, [PlainSource(f"new {b % 3}.txt", f"{word} text of its own")])
            case "remove document" if document and len(documents) > 1:
                project.do(remove_document, document_id=document)
            case "unit" if document and _leads(project):
                project.do(mark_unit, document_id=document, span=span)
            case "none" if document and (units := project.ask(units_of, document)):
                project.do(answer_none, unit_id=units[b % len(units)].id)
            case "ask" if document:
                project.do(ask_lead, document_id=document, span=span, text=word)
            case "reply" if asked := project.ask(questions):
                project.do(answer_question, question_id=asked[a % len(asked)].id, text=word)
            case "finish" if document:
                project.do(finish, coder_id=project.coder_id, document_ids=[document], reopen=bool(b % 2))
            case "unite" if len(people := _coders(project)) > 1:
                project.do(unite_coders, coder_id=people[a % len(people)], same_as=people[b % len(people)])
            case "undo" if project.undo_depth:
                project.undo()
            case "redo" if project.redo_depth:
                project.redo()
            case _:
                return False
    except CoderError:
        return False  # refused, as it may be; nothing was written
    return True


def _leads(project: Project) -> bool:
    return project.package_coder is None


def _coders(project: Project) -> list[UUID]:
    from coder.models import Coder

    return ids(project, Coder)


ACTS = (
    "code", "remove", "stretch", "recode", "memo", "qualify", "add code", "propose", "edit code", "move",
    "merge codes", "remove code", "rename", "variable", "document", "remove document", "finish",
    "unit", "none", "ask", "reply",
)  # fmt: skip
__all__ = ["ACTS", "PlainSource", "Variable", "Wall", "act", "children_of", "copy_of", "ids", "study"]
