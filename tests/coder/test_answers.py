"""Answers on fixed units: none applies, a code, not reached; and codes that exclude each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from coder.answers import (
    Places,
    answer_none,
    speaks_of,
    unit_progress,
    unit_states,
    units_by_everybody,
    withdraw_answer,
)
from coder.checking import problems_of
from coder.code_tree import code_tree
from coder.codebook import add_code, edit_code
from coder.coders import coder_named
from coder.coding import add_coding, code_passages, stretch_coding
from coder.documents import remove_document
from coder.errors import CodingError, ExchangeError, UnknownThing
from coder.exchange.study_file import read_exchange
from coder.exchange.study_load import bring_study
from coder.exchange.study_write import digest, write_study
from coder.exclusive import Found, code_found, code_passage, excluded_by, stretch_passage
from coder.exporters import export
from coder.fixed_units import cut_units, units_of
from coder.journal.record import Change
from coder.memos import write_memo
from coder.merging.forget import forget_document
from coder.merging.merge import merge_files
from coder.merging.package import hand_out
from coder.models import Answer, Coding, Document, Memo
from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from coder.tallies import tally
from coder.unit_line import unit_layers, unit_line
from coder.versions import correct_text
from tests.coder.test_fixed_units import document_of
from tests.coder.world import copy_of, ids, study


class World:
    """A study cut into sentences, its codes by name, and the first document."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.document = document_of(project)
        project.do(cut_units, document_ids=ids(project, Document), by="sentence")
        self.codes = {row.name: row.id for row in project.ask(code_tree)}
        self.units = project.ask(units_of, self.document)

    def said(self, project: Project | None = None, coder=None) -> str:
        """One sign a unit: c coded, n none applies, . not reached."""
        project = project or self.project
        states = project.ask(unit_states, self.document, coder or project.coder_id)
        self.check_lines(project, coder or project.coder_id, states)
        return "".join("c" if s.codes else "n" if s.none else "." for s in states)

    def check_lines(self, project: Project, coder, states) -> None:
        """A line says of each unit of its layer just what is said when all are asked for."""
        layers = project.ask(unit_layers, self.document)
        assert layers == sorted({state.unit.layer for state in states})
        for layer in layers:
            line = project.ask(unit_line, self.document, coder, layer)
            expected = [state for state in states if state.unit.layer == layer]
            assert list(line) == expected
            assert line.answered == sum(state.answered for state in expected)
            assert [line.place(s.unit.id) for s in expected] == list(range(len(line)))
            assert [line.place_of(s.unit.span) for s in expected] == list(range(len(line)))

    def code(self, n: int, name: str = "Funding") -> None:
        span = self.units[n].span
        self.project.do(add_coding, document_id=self.document, code_id=self.codes[name], span=span)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


@pytest.fixture
def world(path: Path):
    with Project.open(path) as project:
        yield World(project)


def test_none_applies_is_apart_from_not_reached(world):
    world.code(0)
    world.project.do(answer_none, unit_id=world.units[1].id)
    assert world.said() == "cn."
    tally = world.project.ask(unit_progress, world.project.coder_id)[world.document]
    assert (tally.units, tally.coded, tally.none, tally.answered) == (3, 1, 1, 2)


def test_none_applies_said_twice_is_said_once(world):
    world.project.do(answer_none, unit_id=world.units[1].id)
    assert world.project.do(answer_none, unit_id=world.units[1].id).change is None


def test_a_code_takes_none_applies_back_in_one_act(world):
    world.project.do(answer_none, unit_id=world.units[0].id)
    world.code(0)
    assert world.said() == "c.."
    assert ids(world.project, Answer) == []
    world.project.undo()
    assert world.said() == "n.."


def test_none_applies_takes_the_codes_and_their_memos_away_in_one_act(world):
    world.code(0)
    world.code(0, "Centre")
    coding = ids(world.project, Coding)[0]
    world.project.do(write_memo, kind="coding", owner_id=coding, text="why")
    done = world.project.do(answer_none, unit_id=world.units[0].id)
    assert done.value.removed == 2
    assert world.said() == "n.."
    assert ids(world.project, Memo) == []
    world.project.undo()
    assert world.said() == "c.."
    assert len(ids(world.project, Memo)) == 1


def test_a_segment_that_reaches_beyond_the_unit_is_not_taken_away(world):
    span = Span(world.units[0].span.start, world.units[1].span.end)
    world.project.do(add_coding, document_id=world.document, code_id=world.codes["Funding"], span=span)
    with pytest.raises(CodingError, match="“Funding” reaches beyond this unit"):
        world.project.do(answer_none, unit_id=world.units[0].id)
    assert world.said() == "cc."


def test_codes_found_by_searching_and_moved_ends_take_none_applies_back(world):
    for n in (0, 1):
        world.project.do(answer_none, unit_id=world.units[n].id)
    passages = [(world.document, world.units[0].span)]
    world.project.do(code_passages, code_id=world.codes["Funding"], passages=passages)
    assert world.said() == "cn."
    (coding,) = ids(world.project, Coding)
    world.project.do(stretch_coding, coding_id=coding, span=world.units[1].span)
    assert world.said() == ".c."


def test_taken_back_it_is_open_again(world):
    world.project.do(answer_none, unit_id=world.units[2].id)
    assert world.project.do(withdraw_answer, unit_id=world.units[2].id).value
    assert world.said() == "..."
    assert not world.project.do(withdraw_answer, unit_id=world.units[2].id).value


def test_answers_follow_a_corrected_text(world):
    world.project.do(answer_none, unit_id=world.units[2].id)
    world.project.do(correct_text, document_id=world.document, span=Span(0, 3), words="A certain", quote="The")
    assert world.said() == "..n"
    assert world.project.do(withdraw_answer, unit_id=world.project.ask(units_of, world.document)[2].id).value


def test_answers_go_out_come_back_and_are_told_apart_by_coder(world, tmp_path):
    ana = world.project.ask(coder_named, "Ana")
    hand_out(world.project, tmp_path / "ana.intercoder", coder_id=ana)
    with Project.open(tmp_path / "ana.intercoder") as package:
        package.do(answer_none, unit_id=world.units[1].id)
        assert world.said(package) == ".n."
    merge_files(world.project, [tmp_path / "ana.intercoder"])
    assert world.said(coder=ana) == ".n."
    assert world.said() == "..."
    assert problems_of(world.project) == []
    hand_out(world.project, tmp_path / "ana 2.intercoder", coder_id=ana)
    with Project.open(tmp_path / "ana 2.intercoder") as package:
        assert world.said(package) == ".n."
        assert problems_of(package) == []
    ben = world.project.ask(coder_named, "Ben")
    hand_out(world.project, tmp_path / "ben.intercoder", coder_id=ben)
    with Project.open(tmp_path / "ben.intercoder") as package:
        assert ids(package, Answer, living=False) == []


def test_the_same_answer_given_in_two_copies_is_one_row(world, tmp_path):
    ana = world.project.ask(coder_named, "Ana")
    for name in ("one", "two"):
        hand_out(world.project, tmp_path / f"{name}.intercoder", coder_id=ana)
        with Project.open(tmp_path / f"{name}.intercoder") as package:
            package.do(answer_none, unit_id=world.units[1].id)
    merge_files(world.project, [tmp_path / "one.intercoder", tmp_path / "two.intercoder"])
    assert len(ids(world.project, Answer)) == 1


def test_the_exchange_file_carries_answers_and_the_digest(world, tmp_path):
    before = digest(world.project)
    assert "answers" not in world.project.ask(write_study, world.project.study_id)
    world.project.do(answer_none, unit_id=world.units[1].id)
    told = world.project.ask(write_study, world.project.study_id)
    assert [(a["start"], a["end"], a["round"]) for a in told["answers"]] == [(*world.units[1].span, 1)]
    assert digest(world.project) != before
    again = round_trip(world.project, tmp_path)
    assert again == digest(world.project)
    world.project.do(withdraw_answer, unit_id=world.units[1].id)
    assert digest(world.project) == before


def round_trip(project: Project, tmp_path: Path) -> str:
    """The digest of a new project made from what this one writes."""
    told = json.dumps(project.ask(write_study, project.study_id)).encode()
    with Project.create(tmp_path / "again.intercoder", title="x", lead="Somebody") as other:
        other.do(bring_study, read_exchange(told, "study.json"), {})
        assert problems_of(other) == []
        return digest(other)


def test_an_answer_without_an_id_is_the_one_given_here(world):
    world.project.do(answer_none, unit_id=world.units[1].id)
    told = world.project.ask(write_study, world.project.study_id)
    for entry in told["answers"]:
        del entry["id"]
    world.project.do(bring_study, read_exchange(json.dumps(told).encode(), "study.json"), {})
    assert len(ids(world.project, Answer)) == 1


_ANYWHERE = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 12))


@given(places=st.lists(_ANYWHERE, max_size=8), unit=_ANYWHERE)
def test_whether_many_passages_speak_of_a_unit_is_whether_one_does(places, unit):
    assert Places(places).speak_of(unit) == any(speaks_of(place, unit) for place in places)


@pytest.mark.parametrize(
    ("wrong", "words"), [({"round": 0}, "no number from 1"), ({"start": None, "end": None}, "starts and ends")]
)
def test_an_answer_that_makes_no_sense_is_refused_by_name(world, wrong, words):
    world.project.do(answer_none, unit_id=world.units[1].id)
    told = world.project.ask(write_study, world.project.study_id)
    told["answers"][0] |= wrong
    with pytest.raises(ExchangeError, match=rf"answers\[0\].*{words}"):
        world.project.do(bring_study, read_exchange(json.dumps(told).encode(), "study.json"), {})


def test_pseudonyms_hide_who_answered(world, tmp_path):
    world.project.do(answer_none, unit_id=world.units[1].id)
    plain = world.project.ask(write_study, world.project.study_id)["answers"][0]
    export(world.project, tmp_path / "study.json", pseudonyms=True)
    hidden = json.loads((tmp_path / "study.json").read_bytes())["answers"][0]
    assert hidden["coder"].startswith("Coder ")
    assert hidden["id"] != plain["id"]


def test_the_workbook_tells_coded_none_applies_and_not_reached_apart(world, tmp_path):
    world.code(0)
    world.project.do(answer_none, unit_id=world.units[1].id)
    export(world.project, tmp_path / "study.xlsx")
    book = load_workbook(tmp_path / "study.xlsx", read_only=True)
    head, *rows = book["Units"].iter_rows(values_only=True)
    book.close()
    mine = [r for r in rows if r[head.index("Coder")] == "Lead" and r[head.index("Document")] == "a.txt"]
    assert [r[head.index("Answer")] for r in mine] == ["coded", "none applies", "not reached"]
    assert [r[head.index("Unit")] for r in mine] == [1, 2, 3]
    assert mine[0][head.index("Codes")] == "Funding"


def test_an_answer_goes_with_its_document_and_is_forgotten_with_it(world):
    world.project.do(answer_none, unit_id=world.units[1].id)
    world.project.do(remove_document, document_id=world.document)
    assert ids(world.project, Answer) == []
    world.project.undo()
    assert len(ids(world.project, Answer)) == 1
    forget_document(world.project, world.document)
    assert ids(world.project, Answer, living=False) == []
    assert problems_of(world.project) == []


def test_everybodys_units_say_what_was_not_reached(world):
    world.code(0)
    ana = world.project.ask(coder_named, "Ana")
    here = [s for s in world.project.ask(units_by_everybody) if s.unit.document_id == world.document]
    assert len(here) == 3 * 3  # the lead, who coded, and two who are assigned
    assert [s.answered for s in here if s.coder_id == ana] == [False] * 3
    assert sum(bool(s.codes) for s in here) == 1


def test_a_unit_that_is_gone_is_not_answered(world):
    world.project.undo()
    with pytest.raises(UnknownThing, match="unit is not there"):
        world.project.do(answer_none, unit_id=world.units[0].id)


# -- codes that exclude each other -------------------------------------------------------------


@pytest.fixture
def tones(world):
    tone = world.project.do(add_code, name="Tone").value
    for name in ("Warm", "Cold"):
        world.codes[name] = world.project.do(add_code, name=name, parent_id=tone).value
    world.codes["Icy"] = world.project.do(add_code, name="Icy", parent_id=world.codes["Cold"]).value
    world.codes["Tone"] = tone
    world.project.do(edit_code, code_id=tone, exclusive=True)
    return world


def put(world: World, name: str, span: Span, within: Span | None = None):
    return world.project.do(
        code_passage, document_id=world.document, code_id=world.codes[name], span=span, within=within
    )


def on_text(world: World) -> list[tuple[str, Span | None]]:
    return [(s.path[-1], s.span) for s in world.project.ask(shown_segments, document_id=world.document)]


def test_an_exclusive_code_takes_the_place_of_the_other_on_the_same_passage_as_one_act(tones):
    first = put(tones, "Warm", Span(0, 12)).value
    done = put(tones, "Cold", Span(0, 12))
    assert done.value.gave_way == ("Warm",)
    assert done.value.id == first.id  # memo and qualifiers stay with it
    assert on_text(tones) == [("Cold", Span(0, 12))]
    tones.project.undo()
    assert on_text(tones) == [("Warm", Span(0, 12))]


def test_on_another_passage_both_stand_outside_a_unit(tones):
    put(tones, "Warm", Span(0, 12))
    assert put(tones, "Cold", Span(0, 11)).value.gave_way == ()
    assert len(on_text(tones)) == 2


def test_within_a_unit_all_others_give_way(tones):
    unit = tones.units[0].span
    put(tones, "Warm", Span(0, 12))
    put(tones, "Funding", Span(0, 12))
    done = put(tones, "Icy", unit, unit)
    assert done.value.gave_way == ("Warm",)
    assert sorted(on_text(tones)) == [("Funding", Span(0, 12)), ("Icy", unit)]
    tones.project.undo()
    assert sorted(on_text(tones)) == [("Funding", Span(0, 12)), ("Warm", Span(0, 12))]


def test_codes_give_way_where_hits_are_coded_as_one_act(tones):
    first = put(tones, "Warm", Span(0, 12)).value
    put(tones, "Warm", Span(20, 24))
    places = [(tones.document, span) for span in (Span(0, 12), Span(13, 18), Span(13, 18))]
    done = tones.project.do(code_found, code_id=tones.codes["Icy"], passages=places)
    assert done.value == Found(2, ("Warm",))
    assert on_text(tones) == [("Icy", Span(0, 12)), ("Icy", Span(13, 18)), ("Warm", Span(20, 24))]
    assert tones.project.ask(shown_segments, document_id=tones.document)[0].id == first.id
    again = tones.project.do(code_found, code_id=tones.codes["Icy"], passages=places)
    assert (again.value, again.change) == (Found(0, ()), None)
    tones.project.undo()
    assert on_text(tones) == [("Warm", Span(0, 12)), ("Warm", Span(20, 24))]


def test_codes_give_way_where_an_end_is_moved(tones):
    put(tones, "Warm", Span(0, 12))
    moved = put(tones, "Cold", Span(0, 8)).value.id
    done = tones.project.do(stretch_passage, coding_id=moved, span=Span(0, 12))
    assert done.value == ("Warm",)
    assert on_text(tones) == [("Cold", Span(0, 12))]
    tones.project.undo()
    assert sorted(on_text(tones)) == [("Cold", Span(0, 8)), ("Warm", Span(0, 12))]


def test_segments_that_became_equal_by_giving_way_are_counted_once(tones, path, tmp_path):
    """One file gave the passage another code, the other file coded it with that code at once."""
    tones.project.close()
    other = copy_of(path, tmp_path / "other.intercoder")
    for file, names in ((path, ("Warm", "Cold")), (other, ("Cold",))):
        with Project.open(file) as project:
            for name in names:
                project.do(code_passage, document_id=tones.document, code_id=tones.codes[name], span=Span(0, 12))
    with Project.open(path) as project:
        merge_files(project, [other])
        assert project.ask(tally, "code_id") == {(tones.codes["Cold"],): 1}


def test_coding_again_what_stands_changes_nothing(tones):
    put(tones, "Warm", Span(0, 12))
    done = put(tones, "Warm", Span(0, 12))
    assert not done.value.made
    assert done.change is None


def test_another_coders_codes_stay(tones, path):
    put(tones, "Warm", Span(0, 12))
    ana = tones.project.ask(coder_named, "Ana")
    tones.project.act_as(ana)
    assert put(tones, "Cold", Span(0, 12)).value.gave_way == ()
    assert len(on_text(tones)) == 2


def test_the_one_on_an_older_text_gives_way_too(tones):
    put(tones, "Warm", Span(4, 12))
    tones.project.do(correct_text, document_id=tones.document, span=Span(0, 3), words="A certain", quote="The")
    assert put(tones, "Cold", Span(10, 18)).value.gave_way == ("Warm",)
    assert on_text(tones) == [("Cold", Span(10, 18))]


def test_a_branch_excludes_the_others_with_all_below_them(tones):
    tree = tones.project.ask(code_tree)
    names = {row.id: row.name for row in tree}
    excluded = {name: {names[i] for i in excluded_by(tree, tones.codes[name])} for name in ("Warm", "Icy", "Tone")}
    assert excluded == {"Warm": {"Cold", "Icy"}, "Icy": {"Warm"}, "Tone": set()}


def test_a_change_tells_what_it_wrote_in(tones):
    tones.project.do(answer_none, unit_id=tones.units[0].id)
    change = put(tones, "Warm", tones.units[0].span).change
    assert isinstance(change, Change)
    assert change.touches(Coding)
    assert change.touches(Answer)
