"""A study that has something in every pane."""

from __future__ import annotations

import shutil

from coder.asking import ask_lead
from coder.cases import add_set
from coder.codebook import add_code, add_qualifier, edit_code
from coder.coding import add_coding
from coder.fixed_units import cut_units
from coder.memos import write_memo
from coder.merging.merge import merge_files
from coder.project import Project
from coder.search.lists import save_word_list
from coder.spans import Span
from coder.variables import add_variable
from tests.ui.conftest import DECREE, Study


def furnish(study: Study) -> Study:
    """Codes of two coders, codes for whole documents, all kinds of variables and qualifiers, units, a question, memos,
    a set, a list of words, and an edit conflict.
    """
    decree = study.documents["Decree.txt"]
    with Project.open(study.path) as project:
        project.do(add_code, name="Relevant", scope="document")
        stance = project.do(add_code, name="Stance", scope="document", exclusive=True).value
        for name in ("Praises", "Criticises"):
            project.do(add_code, name=name, parent_id=stance, scope="document")
        for kind, values in (("date", ()), ("number", ()), ("text", ()), ("choice", ("sure", "unsure"))):
            project.do(add_qualifier, name=f"qualifier {kind}", kind=kind, values=values)
            project.do(add_variable, name=f"variable {kind}", kind=kind, values=values)
        project.do(add_set, name="Decrees", document_ids=[decree])
        project.do(save_word_list, name="Money", words=["payment", "fund"])
        project.do(cut_units, document_ids=[decree], by="paragraph")
        project.do(write_memo, kind="study", text="Who pays?", title="To ask")
        _code(project, study, "Centre", Span(0, 12))
    other = study.path.with_name("other.intercoder")
    shutil.copy(study.path, other)
    for path, words in ((study.path, "Money, says Ana"), (other, "Money, says Boris")):
        with Project.open(path, coder_id=None if path == study.path else study.boris) as project:
            if path == other:
                project.do(ask_lead, document_id=decree, span=Span(13, 19), text="Is it one?")
                _code(project, study, "Provinces", Span(0, 12))
            project.do(edit_code, code_id=study.codes["Funding"], definition=words)
    with Project.open(study.path) as project:
        merge_files(project, [other])
    return study


def _code(project: Project, study: Study, code: str, span: Span) -> None:
    project.do(
        add_coding, document_id=study.documents["Decree.txt"], code_id=study.codes[code], span=span,
        quote=span.quote(DECREE),
    )  # fmt: skip
