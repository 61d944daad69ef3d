"""Bringing in on the worker what was read and ticked, and words on what that did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from coder.exchange.bring import bring_readable
from coder.exchange.pseudonym_key import key_file
from coder.exchange.reading import Failed, Read
from coder.exchange.study_people import Loaded
from coder.importers.pseudonyms import Replaced
from coder.journal.record import Change
from coder.project import Done, Project
from ui.language import in_words
from ui.tasks import Tick
from ui.widgets.words import counted


@dataclass(slots=True)
class Batch:
    """What is to come in. key: the file for the key of pseudonyms; replaced: what it holds; table: of variables."""

    read: Read
    key: Path | None = None
    replaced: Sequence[Replaced] = ()
    table: Sequence[Mapping[str, str]] = ()


@dataclass(slots=True)
class Brought:
    """What came in: counts and remarks, the change it was (none if nothing was new), what could not come after all."""

    loaded: Loaded
    names: list[str]
    change: Change | None
    failed: list[Failed] = field(default_factory=list)


def bring(project: Project, batch: Batch, tick: Tick) -> Brought:
    """Brings all of it in, in one change; exchange files with a bad entry stay out. Stopped, it leaves nothing.

    Raises CoderError, and nothing came in.
    """
    changes: list[Change] = []

    def act(*operation: Any, **arguments: Any) -> Done[Loaded]:
        done: Done[Loaded] = project.do(*operation, **arguments)
        if done.change is not None:
            changes.append(done.change)
        return done

    with key_file(batch.key, batch.replaced):
        loaded = bring_readable(act, batch.read, people={}, variables=batch.table, tick=tick)
    return Brought(loaded, batch.read.names(), changes[-1] if changes else None, list(batch.read.failed))


class BringWords(QObject):
    """Sentences on what was read and what came in."""

    def came_in(self, loaded: Loaded) -> str:
        added, codings, same = loaded.added["documents"], loaded.added["codings"], loaded.same["documents"]
        versions = loaded.added["new versions"]
        said = []
        if added or not versions:
            said.append(counted(added, self.tr("1 document added."), self.tr("%n documents added.", "", added)))
        if versions:
            said.append(counted(versions, self.tr("1 document has a new version."),
                                self.tr("%n documents have a new version.", "", versions)))  # fmt: skip
        if codings:
            said.append(counted(codings, self.tr("1 coded segment added."),
                                self.tr("%n coded segments added.", "", codings)))  # fmt: skip
        if same:
            said.append(counted(same, self.tr("1 document was here already."),
                                self.tr("%n documents were here already.", "", same)))  # fmt: skip
        return " ".join(said)

    def report(self, brought: Brought, bad: Sequence[Failed]) -> str:
        """The whole report, as it is saved and copied. bad: all files that did not come in."""
        lines = [self.came_in(brought.loaded), "", *brought.names]
        for title, told in (
            (self.tr("Not brought in"), [f"{f.file}: {in_words(f.why)} {in_words(f.advice)}" for f in bad]),
            (self.tr("Remarks"), [in_words(words) for words in brought.loaded.warnings]),
        ):
            if told:
                lines += ["", title, *told]
        return "\n".join(lines) + "\n"

    def ready(self, good: int, bad: int) -> str:
        head = [counted(good, self.tr("1 source can be brought in."),
                        self.tr("%n sources can be brought in.", "", good))]  # fmt: skip
        if bad:
            head.append(counted(bad, self.tr("1 cannot."), self.tr("%n cannot.", "", bad)))
        return " ".join(head)

    def what_next(self, odd: int) -> str:
        under = [self.tr("Nothing is written yet. Space ticks, F2 renames, Enter brings in, Esc gives up.")]
        if odd:
            one = self.tr("1 is in the project already or looks like what is.")
            many = self.tr("%n are in the project already or look like what is.", "", odd)
            under.append(counted(odd, one, many))
        return " ".join(under)

    def done(self, loaded: Loaded, bad: int) -> str:
        """What there is to do after it."""
        if bad:
            one = self.tr("1 file could not be brought in; it stays listed with what to do.")
            many = self.tr("%n files could not be brought in; they stay listed with what to do.", "", bad)
            return counted(bad, one, many)
        return self.tr("The report holds remarks.") if loaded.warnings else ""
