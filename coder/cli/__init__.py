"""The commands: each a few lines over the functions that the window uses. INTERFACE describes them word for word.

arguments   what may be typed
projects    new, info, check, history, undo, coders, forget
material    import, codebook, export
team        handout, finish, merge, conflicts, agreement, reliability
sample      demo
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from coder.errors import CoderError


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status: 0 done, 2 misused, 3 can be mended, 1 a bug."""
    from coder.cli.arguments import COMMANDS, parser

    given = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
            return _open(given)
        options = parser().parse_args(given)
        return int(options.run(options) or 0)
    except CoderError as error:
        print(error.message, file=sys.stderr)
        if error.advice:
            print(error.advice, file=sys.stderr)
        return error.exit_code
    except OSError as error:
        if isinstance(error, BrokenPipeError):  # whoever read our output has gone
            sys.stderr.close()
            return 0
        print(_of_the_system(error), file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("Stopped; nothing of the last step was kept.", file=sys.stderr)
        return 130


def _of_the_system(error: OSError) -> str:
    """What the disk or the system refused: a full disk, a name too long, a folder that may not be written."""
    name = str(error.filename)[-80:] if error.filename is not None else None
    what = f"“{name}”: {error.strerror or error}." if name else f"{error.strerror or error}."
    return f"{what}\nCheck the name, the rights to it and the space on the disk, then try again."


def _open(given: list[str]) -> int:
    from coder.cli.window import open_window

    if len(given) > 1:
        print("One project at a time: intercoder [PROJECT]. `intercoder --help` lists the commands.", file=sys.stderr)
        return 2
    return open_window(Path(given[0]) if given else None)
