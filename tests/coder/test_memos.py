"""Memos: written on anything, changed by their author alone, with links that outlive every exchange of files."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from coder.code_tree import code_at
from coder.codebook import edit_code, merge_codes
from coder.coders import coder_named
from coder.coding import add_coding, set_memo
from coder.documents import living_documents, rename_document
from coder.errors import CodingError, UnknownThing
from coder.exchange.study_file import read_exchange
from coder.exchange.study_load import bring_study
from coder.exporters import export
from coder.memos import (
    all_memos,
    edit_memo,
    in_one_line,
    link_to,
    link_words,
    links_in,
    remove_memo,
    write_memo,
)
from coder.merging.merge import merge_files
from coder.merging.package import hand_out
from coder.project import Project
from coder.spans import Span
from tests.coder.world import TEXT, Wall, copy_of, study


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


def code(project: Project, *names: str) -> UUID:
    return project.ask(code_at, list(names))


def coding(project: Project, words: str, name: str = "Funding") -> UUID:
    start = TEXT.index(words)
    return project.do(
        add_coding, document_id=project.ask(living_documents)[0].id, code_id=code(project, name),
        span=Span(start, start + len(words)), quote=words,
    ).value  # fmt: skip


def test_memos_stand_on_every_kind_of_thing_newest_first(path: Path) -> None:
    with Project.open(path, now=Wall()) as project:
        document, funding = project.ask(living_documents)[0].id, code(project, "Funding")
        segment, ana = coding(project, "decree pays"), project.ask(coder_named, "Ana")
        for kind, owner in (
            ("study", None), ("document", document), ("code", funding), ("coding", segment), ("coder", ana),
        ):  # fmt: skip
            project.do(write_memo, kind=kind, owner_id=owner, text=f"on the {kind}")
        project.do(set_memo, coding_id=segment, memo="its own")
        notes = project.ask(all_memos)
        assert [note.text for note in notes] == [
            "its own", "on the coder", "on the coding", "on the code", "on the document", "on the study",
        ]  # fmt: skip
        about = {note.text: note.about for note in notes}
        assert about["on the coding"] == about["its own"] == "Funding: “decree pays”"
        assert (about["on the document"], about["on the coder"]) == ("a.txt", "Ana")


def test_a_memo_changed_is_the_newest(path: Path) -> None:
    with Project.open(path, now=Wall()) as project:
        first = project.do(write_memo, kind="study", text="first").value
        project.do(write_memo, kind="study", text="second")
        project.do(edit_memo, memo_id=first, text="first, again")
        assert [note.text for note in project.ask(all_memos) if note.kind == "study"] == ["first, again", "second"]


def test_undo_takes_a_memo_back_and_its_removal_too(path: Path) -> None:
    with Project.open(path) as project:
        made = project.do(write_memo, kind="study", text="one", title="T").value
        before = project.ask(all_memos)
        project.do(remove_memo, memo_id=made)
        assert project.ask(all_memos) == []
        project.undo()
        assert project.ask(all_memos) == before
        project.undo()
        assert project.ask(all_memos) == []


def test_only_its_author_changes_a_memo(path: Path) -> None:
    with Project.open(path) as project:
        made = project.do(write_memo, kind="study", text="mine").value
        project.act_as(project.ask(coder_named, "Ana"))
        with pytest.raises(CodingError, match="Lead"):
            project.do(edit_memo, memo_id=made, text="yours")
        with pytest.raises(CodingError, match="Lead"):
            project.do(remove_memo, memo_id=made)


def test_an_empty_memo_and_one_on_nothing_are_refused(path: Path) -> None:
    with Project.open(path) as project:
        with pytest.raises(CodingError):
            project.do(write_memo, kind="study", text="  \n")
        with pytest.raises(UnknownThing):
            project.do(write_memo, kind="coding", owner_id=UUID(int=7), text="on what?")


def test_links_say_what_they_point_at_and_follow_its_name(path: Path) -> None:
    with Project.open(path) as project:
        segment, funding, document = coding(project, "decree pays"), code(project, "Funding"), None
        document = project.ask(living_documents)[0].id
        text = f"See {link_to('coding', segment)}, {link_to('code', funding)} and {link_to('document', document)}."
        project.do(rename_document, document_id=document, name="Указ")
        project.do(edit_code, code_id=funding, name="Money")
        said = project.ask(link_words, [text])
        assert [said[link.id] for link in links_in(text)] == ["“decree pays” (Money, Указ)", "Money", "Указ"]


def test_a_link_to_a_merged_code_says_what_it_counts_as(path: Path) -> None:
    with Project.open(path) as project:
        funding, actor = code(project, "Funding"), code(project, "Actor")
        project.do(merge_codes, code_id=funding, into=actor)
        assert project.ask(link_words, [link_to("code", funding)]) == {funding: "Actor"}


def test_what_is_no_link_is_words() -> None:
    assert links_in("[[code:1]] [[person:00000000-0000-0000-0000-000000000000]] [[]]") == []


def test_in_one_line_a_link_is_an_ellipsis() -> None:
    assert in_one_line(f"See\n{link_to('code', UUID(int=1))}  there") == "See … there"


def linked(project: Project) -> str:
    segment, funding = coding(project, "Ёлка и мир"), code(project, "Funding")
    document = project.ask(living_documents)[1].id
    text = f"{link_to('coding', segment)} {link_to('code', funding)} 😀 {link_to('document', document)}"
    project.do(write_memo, kind="coding", owner_id=segment, text=text, title="Why")
    return text


def said(project: Project) -> list[tuple[str, str, list[str | None]]]:
    notes = project.ask(all_memos)
    words = project.ask(link_words, [note.text for note in notes])
    return [(n.title, n.about, [words.get(link.id) for link in links_in(n.text)]) for n in notes]


def test_links_survive_export_and_import(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        linked(project)
        export(project, tmp_path / "study.json")
        before = said(project)
    with Project.create(tmp_path / "again.intercoder", lead="Somebody") as again:
        again.do(bring_study, read_exchange((tmp_path / "study.json").read_bytes(), "study.json"), {})
        assert said(again) == before
        assert None not in before[0][2]


def test_links_survive_an_export_under_pseudonyms_and_give_no_name_away(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        linked(project)
        (segment,) = [note.owner_id for note in project.ask(all_memos)]
        export(project, tmp_path / "study.json", pseudonyms=True)
        before = said(project)
    assert str(segment) not in (tmp_path / "study.json").read_text("utf-8")
    with Project.create(tmp_path / "again.intercoder", lead="Somebody") as again:
        again.do(bring_study, read_exchange((tmp_path / "study.json").read_bytes(), "study.json"), {})
        assert said(again) == before


def test_links_survive_a_merge(path: Path, tmp_path: Path) -> None:
    other = copy_of(path, tmp_path / "other.intercoder")
    with Project.open(other) as project:
        linked(project)
        before = said(project)
    with Project.open(path) as project:
        merge_files(project, [other])
        assert said(project) == before


def test_what_others_coded_is_kept_from_who_still_works_apart(path: Path) -> None:
    with Project.open(path) as project:
        ana, ben = (project.ask(coder_named, name) for name in ("Ana", "Ben"))
        project.act_as(ben)
        segment = coding(project, "decree pays")
        project.do(set_memo, coding_id=segment, memo="Ben's thought")
        text = link_to("coding", segment)
        assert project.ask(all_memos, reader=ana) == []
        assert project.ask(link_words, [text], reader=ana) == {}
        assert [n.text for n in project.ask(all_memos, reader=ben)] == ["Ben's thought"]
        assert segment in project.ask(link_words, [text], reader=ben)


def test_a_coder_notes_on_codes_in_a_package(path: Path, tmp_path: Path) -> None:
    package = tmp_path / "ana.intercoder"
    with Project.open(path) as project:
        hand_out(project, package, coder_id=project.ask(coder_named, "Ana"))
    with Project.open(package) as project:
        project.do(write_memo, kind="code", owner_id=code(project, "Funding"), text="Too wide.")
    with Project.open(path) as project:
        merge_files(project, [package])
        (note,) = project.ask(all_memos)
        assert (note.author, note.about, note.text) == ("Ana", "Funding", "Too wide.")
