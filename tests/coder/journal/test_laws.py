"""Laws of journal and merge, over several people with skewed clocks, partial files, undo, removals and moves."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coder.checking import problems_of
from coder.coders import coder_named
from coder.exchange.study_write import digest
from coder.merging.merge import merge_files
from coder.merging.package import hand_out
from coder.project import Project
from tests.coder.world import ACTS, Wall, act, copy_of, study

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
acts = st.tuples(
    st.sampled_from(ACTS), st.integers(0, 60), st.integers(0, 60), st.sampled_from(["", "Funding", "Мир", "x 😀", "z"])
)
undoing = st.tuples(st.sampled_from([*ACTS, "undo", "undo", "redo", "unite"]), st.integers(0, 60), st.integers(0, 60),
                    st.sampled_from(["Funding", "Мир", "x"]))  # fmt: skip
skews = st.sampled_from([timedelta(), timedelta(hours=5), timedelta(days=-40), timedelta(days=400)])


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return study(tmp_path_factory.mktemp("template") / "study.intercoder")


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        yield Path(place)


def _as(path: Path, name: str, skew: timedelta = timedelta()) -> Project:
    project = Project.open(path, now=Wall(skew))
    project.act_as(project.ask(coder_named, name))
    return project


@given(done=st.lists(acts, min_size=1, max_size=14), restart=st.booleans())
@SLOW
def test_undone_to_the_bottom_is_the_first_state_and_redone_to_the_top_the_last(template, done, restart):
    with folder() as place:
        path = copy_of(template, place / "s.intercoder")
        project = _as(path, "Ana")
        first = digest(project)
        for step in done:
            act(project, *step)
        last = digest(project)
        if restart:
            depth = project.undo_depth
            project.close()
            project = _as(path, "Ana")
            assert project.undo_depth == depth
        steps = project.undo_depth
        for _ in range(steps):
            project.undo()
        assert digest(project) == first
        assert problems_of(project) == []
        for _ in range(steps):
            project.redo()
        assert digest(project) == last
        assert problems_of(project) == []
        project.close()


@given(
    work=st.tuples(*[st.lists(undoing, max_size=9)] * 3),
    more=st.lists(undoing, max_size=5),
    skew=st.tuples(skews, skews, skews),
    order=st.permutations(range(3)),
    again=st.integers(0, 2),
    partial=st.booleans(),
)
@SLOW
def test_merges_of_the_same_files_in_any_order_and_number_give_one_state(
    template, work, more, skew, order, again, partial
):
    with folder() as place:
        files = []
        for n, name in enumerate(("Ana", "Ben", "Lead")):
            path = place / f"{name}.intercoder"
            if partial and name != "Lead":
                with Project.open(template, write=False) as whole:
                    who = whole.ask(coder_named, name)
                    some = whole.ask(_first_document)
                    hand_out(whole, path, coder_id=who, document_ids=some)
            else:
                copy_of(template, path)
            with _as(path, name, skew[n]) as project:
                for step in work[n]:
                    act(project, *step)
                if n == 2:  # the lead has merged somebody already, and worked on
                    merge_files(project, [files[0]])
                    for step in more:
                        act(project, *step)
                assert problems_of(project) == []
            files.append(path)
        digests = set()
        for arrangement in ([0, 1, 2], order, [*order, again, again]):
            path = copy_of(template, place / f"target {len(digests)} {arrangement}.intercoder")
            with Project.open(path) as target:
                for n in arrangement:
                    merge_files(target, [files[n]])
                digests.add(digest(target))
                assert problems_of(target) == []
        assert len(digests) == 1


def _first_document(session):
    from coder.documents import living_documents

    return [living_documents(session)[0].id]


@given(done=st.lists(undoing, max_size=8))
@SLOW
def test_an_untouched_package_merged_home_changes_nothing(template, done):
    with folder() as place:
        path = copy_of(template, place / "s.intercoder")
        with _as(path, "Ben") as project:
            for step in done:
                act(project, *step)
            before = digest(project)
            who = project.coder_id
            package = place / "p.intercoder"
            hand_out(project, package, coder_id=who)
            with Project.open(package) as opened:
                assert problems_of(opened) == []
            report = merge_files(project, [package])
            assert digest(project) == before == report.digest
            assert report.copy is None
            assert all(not f.added and not f.removed and not f.changed for f in report.files)


@given(st.lists(undoing, max_size=6), st.lists(undoing, max_size=6), skews)
@SLOW
def test_merging_is_the_same_from_either_side(template, left, right, skew):
    with folder() as place:
        files = [copy_of(template, place / "l.intercoder"), copy_of(template, place / "r.intercoder")]
        for path, name, steps in zip(files, ("Ana", "Ben"), (left, right), strict=True):
            with _as(path, name, skew) as project:
                for step in steps:
                    act(project, *step)
        kept = [copy_of(f, place / f"kept-{f.name}") for f in files]
        digests = []
        for target, other in itertools.permutations(range(2)):
            with Project.open(files[target]) as project:
                merge_files(project, [kept[other]])
                digests.append(digest(project))
        assert digests[0] == digests[1]
