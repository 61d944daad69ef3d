"""A conflict is listed exactly when two people did not see each other: told here by who saw what."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coder.checking import problems_of
from coder.codebook import add_code, edit_code, remove_code
from coder.coders import coder_named
from coder.merging.conflicts import open_conflicts
from coder.merging.merge import merge_files
from coder.models import Code
from coder.project import Project
from tests.coder.world import Wall, copy_of, study

FIELDS = ("definition", "include")
PEOPLE = ("Ana", "Ben", "Lead")


@dataclass
class Write:
    """What the test itself remembers of an act: who, which field, which value, and which acts its author had."""

    number: int
    person: str
    field: str  # "exists" for removing and making again
    value: object
    seen: frozenset[int]


@dataclass
class File:
    path: Path
    person: str
    skew: timedelta
    acts: set[int] = field(default_factory=set)


steps = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 2), st.integers(0, 1), st.sampled_from("uvw")),
        st.tuples(st.just("remove"), st.integers(0, 2), st.just(0), st.just("")),
        st.tuples(st.just("again"), st.integers(0, 2), st.just(0), st.just("")),
        st.tuples(st.just("merge"), st.integers(0, 2), st.integers(1, 2), st.just("")),
    ),
    min_size=2,
    max_size=14,
)


@given(steps, st.tuples(*[st.sampled_from([timedelta(), timedelta(days=-3), timedelta(hours=30)])] * 3))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_conflict_is_listed_exactly_when_people_did_not_see_each_other(done, skews):
    with tempfile.TemporaryDirectory() as place:
        first = study(Path(place) / "first.intercoder")
        files = [
            File(copy_of(first, Path(place) / f"{name}.intercoder"), name, skew)
            for name, skew in zip(PEOPLE, skews, strict=True)
        ]
        writes: list[Write] = []
        for kind, who, n, word in done:
            _step(files, writes, kind, who, n, word)
        with Project.open(files[0].path) as project:
            for other in files[1:]:
                merge_files(project, [other.path])
            listed = {(c.kind, c.field) for c in project.ask(open_conflicts) if c.thing == "code"}
            assert problems_of(project) == []
        assert listed == _expected(writes)


def _step(files: list[File], writes: list[Write], kind: str, who: int, n: int, word: str) -> None:
    file = files[who]
    if kind == "merge":
        other = files[(who + n) % 3]
        with Project.open(file.path, now=Wall(file.skew)) as project:
            merge_files(project, [other.path])
        file.acts |= other.acts
        return
    with Project.open(file.path, now=Wall(file.skew)) as project:
        project.act_as(project.ask(coder_named, file.person))
        code = project.ask(_funding)
        lives = project.ask(lambda s: s.get(Code, code).lives)
        before = project.undo_depth
        field_name: str = "exists"
        value: object = None
        if kind == "edit" and lives:
            field_name, value = FIELDS[n], f"{word} by {file.person}"
            project.do(edit_code, code_id=code, **{field_name: value})
        elif kind == "remove" and lives:
            value = False
            project.do(remove_code, code_id=code)
        elif kind == "again" and not lives:
            # made again just as it stands underneath, so that only `exists` is written
            value = True
            there = project.ask(_fields, code)
            project.do(add_code, name="Funding", **there)
        if project.undo_depth == before:
            return  # nothing was done, or it stood so already
    writes.append(Write(len(writes), file.person, field_name, value, frozenset(file.acts)))
    file.acts.add(len(writes) - 1)


def _funding(session):
    from coder.identity import code_id

    return code_id(None, "Funding")


def _fields(session, code):
    row = session.get(Code, code)
    return {name: getattr(row, name) for name in (*FIELDS, "position", "auto_color")}


def _expected(writes: list[Write]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    heads = {
        name: [w for w in writes if w.field == name and not any(v.field == name and w.number in v.seen for v in writes)]
        for name in (*FIELDS, "exists")
    }
    for name in FIELDS:
        if any(a.person != b.person and a.value != b.value for a in heads[name] for b in heads[name]):
            found.add(("field", name))
    removals = [w for w in heads["exists"] if w.value is False]
    edits = [w for name in FIELDS for w in heads[name]]
    if any(
        r.person != e.person and r.number not in e.seen and e.number not in r.seen
        and not any(v.field == "exists" and {r.number, e.number} <= v.seen for v in writes)
        for r in removals
        for e in edits
    ):  # fmt: skip
        found.add(("removed", "exists"))
    return found
