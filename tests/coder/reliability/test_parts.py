"""Parts of the texts that are left out: blanks, headings, notes, an interviewer's questions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.agreement import Codings
from coder.cli import main
from coder.errors import UnknownThing
from coder.project import Project
from coder.reliability import Settings, compare
from coder.reliability.kept import as_plain, from_plain
from coder.reliability.parts import Left, check_parts, closed_up, standing
from coder.reliability.report import report_of
from coder.reliability.report_rows import rows_of
from tests.coder.exporters.studies import project_of

TALK = "The recruits\nI: Who paid you?\nB: The province did. Nobody else.\nI : And the centre?\nB: It looked away."
STUDY = {
    "format": "intercoder-exchange", "version": 1, "title": "Talk",
    "documents": [{"name": "talk.txt", "text": TALK}],
    "codes": [{"path": ["Funding"]}],
    "coders": ["Ana", "Ben"],
    "codings": [
        {"document": "talk.txt", "coder": "Ana", "code": ["Funding"], "start": TALK.index("I: Who"),
         "end": TALK.index("B: The")},
        *({"document": "talk.txt", "coder": coder, "code": ["Funding"], "start": TALK.index("The province"),
           "end": TALK.index(" Nobody")} for coder in ("Ana", "Ben")),
    ],
    "assigned": [{"document": "talk.txt", "coder": c, "purpose": "main", "finished": True} for c in ("Ana", "Ben")],
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_of(tmp_path / "p.intercoder", STUDY) as project:
        yield project


masks = st.lists(st.booleans(), min_size=1, max_size=30)


@given(masks, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_closed_up_a_coding_has_just_the_characters_that_count(mask: list[bool], spans: list[tuple[int, int]]) -> None:
    out = np.array(mask)
    part = Left(out, *(np.concatenate([[0], np.cumsum(flags)]).astype(np.int64) for flags in (out, ~out)))
    cut = [(min(a, b, len(mask)), min(max(a, b), len(mask))) for a, b in spans]
    zeros = np.zeros(len(cut), np.int64)
    codings = Codings(
        zeros, zeros, zeros, np.array([a for a, _ in cut], np.int64), np.array([b for _, b in cut], np.int64),
        np.array([len(mask)], np.int64), np.ones((1, 1), bool),
    )  # fmt: skip
    kept = standing(codings, [part])
    rank = {p: n for n, p in enumerate(np.flatnonzero(~out).tolist())}
    wanted = [{rank[p] for p in range(a, b) if p in rank} for a, b in cut]
    closed = closed_up(kept, [part])
    found = [set(range(a, b)) for a, b in zip(closed.start.tolist(), closed.end.tolist(), strict=True)]
    assert found == [place for place in wanted if place]
    assert closed.doc_length.tolist() == [len(rank)]


def test_an_interviewers_questions_are_no_units_and_what_is_coded_in_them_does_not_count(project: Project) -> None:
    whole, without = compare(project, Settings()), compare(project, Settings(without=("speaker=I",)))
    assert (whole.measured.units, without.measured.units) == (6, 4)
    assert [len(c.codings.doc) for c in (whole, without)] == [3, 2]
    assert [rows_of(c)[0].alpha.value == 1.0 for c in (whole, without)] == [False, True]
    facts = dict(report_of(without, "", "").facts)
    assert facts["Units"].endswith("Left out of the texts: what “I” says.")
    assert "Left out of the texts" not in dict(report_of(whole, "", "").facts)["Units"]


def test_characters_are_counted_without_blanks(project: Project) -> None:
    whole, without = (compare(project, Settings(unit="character", without=w)) for w in ((), ("blanks",)))
    assert whole.measured.units == len(TALK)
    assert without.measured.units == len("".join(TALK.split()))


def test_what_is_left_out_is_kept_with_the_settings_and_told_by_the_command(project: Project, capsys) -> None:
    settings = Settings(without=("blanks", "speaker=I"))
    assert from_plain(as_plain(settings)) == settings
    project.close()
    assert main(["agreement", str(project.path), "--json", "--without", "speaker=I", "--without", "headings"]) == 0
    assert json.loads(capsys.readouterr().out)["settings"]["without"] == ["speaker=I", "headings"]
    assert main(["agreement", str(project.path), "--without", "jokes"]) == 3
    assert "no part of a text" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["", "speaker=", "speaker= :", "heading", "x=y"])
def test_what_is_no_part_is_refused(part: str) -> None:
    with pytest.raises(UnknownThing):
        check_parts([part])


def test_marks_of_headings_notes_and_speakers_are_left_out_on_request() -> None:
    text = "Title\nAnna: words\nnote"
    marks = [("heading", 0, 5, "1"), ("note", 18, 22, "1"), ("speaker", 6, 17, "ANNA"), ("bold", 0, 22, "")]
    for parts, kept in ((("headings",), "\nAnna: words\nnote"), (("notes",), "Title\nAnna: words\n"),
                        (("speaker=anna",), "Title\n\nnote")):  # fmt: skip
        left = Left.of(text, marks, parts)
        assert "".join(c for c, out in zip(text, left.out.tolist(), strict=True) if not out) == kept
