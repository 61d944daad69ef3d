"""What a researcher can mend: a message that says what is wrong, advice that says what to do."""

from __future__ import annotations


class CoderError(Exception):
    """Something the researcher can mend.

    message: one sentence on what is wrong, naming the file or entry.
    advice: one sentence on what to do; the class's own when none is given.
    """

    exit_code = 3
    advice = ""

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if advice is not None:
            self.advice = advice


#   CoderError
#   ├── ProjectError            the project file cannot be opened or made
#   │   ├── NotAProject         not ours, damaged, or missing
#   │   ├── NewerProject        made by a newer version of the program
#   │   ├── ProjectExists       would overwrite
#   │   ├── ProjectInUse        somebody else writes in it now
#   │   │   └── ProjectHeld     another program holds the file, and lets go of it by itself
#   │   └── ReadOnlyProject     this opening only reads
#   ├── SourceError             a source document or table cannot be read
#   ├── ExchangeError           an exchange file cannot be read
#   ├── CodebookError           a mistake in a codebook file, with its line
#   ├── CodingError             an act of coding that makes no sense
#   │   ├── StalePassage        the passage is not what was shown
#   │   └── UnknownThing        no such document, code, coder, coding
#   ├── MergeError              files cannot be brought together
#   ├── NothingToCompare        agreement has nothing to count
#   ├── SearchError             what is looked for cannot be read
#   ├── NothingToUndo
#   └── Cancelled               the user stopped it; nothing was kept


class ProjectError(CoderError):
    """The project file cannot be opened or made."""


class NotAProject(ProjectError):
    """The file is missing, damaged, or was not made by this program."""

    advice = "Choose a file that ends in .intercoder, or a copy of it kept beside the project."


class NewerProject(ProjectError):
    """The file was made by a newer version of the program."""

    advice = "Update this program, or ask your colleague for an older copy."


class ProjectExists(ProjectError):
    """A file of that name stands there already."""

    advice = "Choose another name, or move the old file away first."


class ProjectInUse(ProjectError):
    """Somebody else has the project open for writing."""

    advice = "Close it there first, or work on a copy and merge it later."


class ProjectHeld(ProjectInUse):
    """Another program holds the file just now: one that syncs it, backs it up, or shows what is in it."""

    advice = (
        "Nothing of this step was kept; do it again in a moment. If it lasts, close what syncs, backs up or shows the "
        "file."
    )


class ReadOnlyProject(ProjectError):
    """This opening of the project only reads."""

    advice = "Close the project where it is open for writing, then open it here again."


class SourceError(CoderError):
    """A source document or table cannot be read."""

    advice = "Open it in the program that made it and save it as .docx, .txt or .pdf."


class ExchangeError(CoderError):
    """An exchange file cannot be read as it stands."""

    advice = "Mend the entry that is named and import the file again; nothing of it was imported."


class CodebookError(CoderError):
    """A codebook file has a mistake; the message names its line."""

    advice = "Mend that line and load the codebook again; nothing was changed."


class CodingError(CoderError):
    """An act of coding that makes no sense."""


class StalePassage(CodingError):
    """The passage that was chosen is not what stands in the file."""

    advice = "Select the passage again; the document was reloaded."


class UnknownThing(CoderError):
    """No such document, code, coder or coding."""

    advice = "Check the name; `intercoder info PROJECT` lists what there is."


class MergeError(CoderError):
    """Files cannot be brought together as they are."""


class NothingToCompare(CoderError):
    """Agreement has nothing to count."""


class SearchError(CoderError):
    """What is looked for cannot be read as a search; position: the character it fails at, if that is known."""

    advice = "Mend it, or look for the plain text instead."

    def __init__(self, message: str, advice: str | None = None, *, position: int | None = None) -> None:
        super().__init__(message, advice)
        self.position = position


class NothingToUndo(CoderError):
    """There is no act of this person in this file left to undo."""

    advice = "Undo reaches what you yourself did in this file; a merge is taken back by its copy."


class Cancelled(CoderError):
    """The user stopped a long act; nothing of it was kept."""

    advice = "Nothing was changed."
