"""What may be typed after `intercoder`."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path

from coder import __version__

# command -> (module, function, one line of help)
COMMANDS: dict[str, tuple[str, str, str]] = {
    "demo": ("sample", "demo", "build the sample study and open it"),
    "new": ("projects", "new", "make an empty project"),
    "import": ("material", "import_", "add sources, or an exchange file"),
    "codebook": ("material", "codebook", "load, write or freeze the codebook"),
    "handout": ("team", "handout", "write a coder's package"),
    "finish": ("team", "finish", "mark documents finished by a coder"),
    "merge": ("team", "merge", "bring coders' files together"),
    "conflicts": ("team", "conflicts", "list the open edit conflicts"),
    "agreement": ("team", "agreement", "measure agreement between coders"),
    "reliability": ("team", "reliability", "the same for a plain table"),
    "export": ("material", "export", "write .json, .csv or .xlsx"),
    "history": ("projects", "history", "the audit trail"),
    "undo": ("projects", "undo", "take the last act back"),
    "info": ("projects", "info", "what is in the project"),
    "check": ("projects", "check", "is the file whole"),
    "coders": ("projects", "coders", "the people, and who is the same person"),
    "forget": ("projects", "forget", "forget a document for good"),
}
EPILOG = """Without a command: `intercoder [PROJECT]` opens the window.
Exit status: 0 done, 2 misused, 3 something you can mend (told on standard error), 1 a bug."""


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(
        prog="intercoder", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Code source documents in a team: read, code, merge, measure agreement, export.",
        allow_abbrev=False,
    )  # fmt: skip
    top.add_argument("--version", action="version", version=f"Intercoder {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for name, (module, function, words) in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words.capitalize() + ".", allow_abbrev=False)
        command.set_defaults(run=_later(module, function), parser=command)
        _OPTIONS[name](command)
    return top


def _later(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """Imports a command's module only when it runs: `--help` stays quick."""

    def run(options: argparse.Namespace) -> int:
        result: int = getattr(importlib.import_module(f"coder.cli.{module}"), function)(options)
        return result

    return run


def _project(command: argparse.ArgumentParser) -> None:
    command.add_argument("project", type=Path, metavar="PROJECT")
    command.add_argument("--as", dest="acting", metavar="NAME", help="who acts (else the lead, or the package's coder)")


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON document on standard output")


def _whole(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a whole number from 1")
    return number


def _pair(text: str) -> tuple[str, str]:
    first, sign, second = text.partition("=")
    if not sign or not first.strip() or not second.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not two names; write A=B")
    return first.strip(), second.strip()


def _seed(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("a whole number from 0")
    return number


def _bootstrap(command: argparse.ArgumentParser) -> None:
    command.add_argument("--bootstrap", type=_whole, default=0, metavar="N", help="intervals from N draws")
    command.add_argument("--seed", type=_seed, default=0, metavar="S", help="the same seed, the same intervals")


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=Path, nargs="?", default=Path("intercoder-demo"), metavar="FOLDER")
    command.add_argument("--no-window", action="store_true", help="build it, open nothing")


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument("project", type=Path, metavar="PROJECT")
    command.add_argument("--codebook", type=Path, metavar="FILE")
    command.add_argument("--title", default="", metavar="T")
    command.add_argument("--lead", default="", metavar="NAME")


def _import(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("files", type=Path, nargs="+", metavar="FILE")
    command.add_argument(
        "--coder", action="append", type=_pair, default=[], metavar="A=B", help="take A in the file for B here"
    )
    command.add_argument("--variables", type=Path, metavar="TABLE", help="variables of documents, matched by name")
    command.add_argument("--page", choices=("article", "whole"), default="article", help="of a saved web page")
    command.add_argument("--encoding", metavar="E", help="of text files, where the guess is wrong")
    command.add_argument(
        "--running", choices=("keep", "drop"), default="keep", help="headers, footers and page numbers of PDFs"
    )
    command.add_argument("--ocr", metavar="LANG", help="recognise scanned pages of PDFs with Tesseract (eng, rus+eng)")
    command.add_argument("--text-column", metavar="C", help="of tables: where the texts stand (else the longest)")
    command.add_argument("--sheet", metavar="NAME", help="of workbooks: which sheet (else the first of texts)")
    command.add_argument("--key-column", metavar="C", help="of tables: what names each row (else its number)")
    command.add_argument("--name-pattern", default="", metavar="P", help="{date}_{outlet}_{title}: from file names")
    command.add_argument("--stories", action="store_true", help="give reprints one value of the variable “story”")
    command.add_argument("--replace-names", type=Path, metavar="LIST", help="names and pseudonyms, a pair a row")
    command.add_argument("--key", type=Path, metavar="FILE", help="where to write which name stood where (.csv)")
    command.add_argument("--as-version-of", metavar="D", help="the one FILE is a new version of the document D")
    command.add_argument("--all-or-nothing", action="store_true", help="import nothing if any file fails")
    command.add_argument("--dry-run", action="store_true", help="say what would happen")
    _json(command)


def _codebook(command: argparse.ArgumentParser) -> None:
    command.add_argument("action", choices=("import", "export", "version"))
    _project(command)
    command.add_argument("target", metavar="FILE|NAME")


def _handout(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("--coder", required=True, metavar="NAME")
    command.add_argument("--document", action="append", default=[], metavar="D")
    command.add_argument("--round", type=_whole, metavar="N")
    command.add_argument("--without-originals", action="store_true")
    command.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE")
    _json(command)


def _finish(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("--coder", required=True, metavar="NAME")
    command.add_argument("--document", action="append", default=[], metavar="D")
    command.add_argument("--reopen", action="store_true")


def _merge(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("files", type=Path, nargs="+", metavar="FILE")
    command.add_argument("--dry-run", action="store_true")
    _json(command)


def _listing(command: argparse.ArgumentParser) -> None:
    _project(command)
    _json(command)


def _agreement(command: argparse.ArgumentParser) -> None:
    _project(command)
    units = ("sentence", "paragraph", "document", "word", "character", "fixed")
    command.add_argument("--unit", choices=units, default="sentence")
    command.add_argument("--presence", choices=("half", "any"), default="half")
    command.add_argument("--coverage", choices=("finished", "assigned", "coded", "all"))
    command.add_argument("--as-of", choices=("finished", "now"), default="finished")
    command.add_argument("--round", type=_whole, metavar="N")
    command.add_argument("--purpose", choices=("training", "pilot", "reliability", "main"))
    command.add_argument("--level", choices=("own", "subtree"), default="own")
    command.add_argument("--coder", action="append", default=[], metavar="NAME")
    command.add_argument("--code", action="append", default=[], metavar="PATH", help="“Actor > Provinces”")
    command.add_argument("--document", action="append", default=[], metavar="D")
    without = "what does not count: blanks, headings, notes, or speaker=NAME for all that somebody says"
    command.add_argument("--without", action="append", default=[], metavar="PART", help=without)
    _bootstrap(command)
    strata = "documents are drawn anew within the values of this variable, as the sample was"
    command.add_argument("--strata", metavar="VARIABLE", help=strata)
    command.add_argument("--gamma", type=_whole, default=0, metavar="N", help="gamma too, chance from N sampled texts")
    command.add_argument("--gamma-sampler", choices=("shuffle", "statistical"), default="shuffle",
                         help="passages turned round their text, or texts made up from gaps and lengths")  # fmt: skip
    answer = command.add_mutually_exclusive_group()
    answer.add_argument("-o", dest="output", type=Path, metavar="FILE",
                        help=".xlsx .csv; page for the paper: .docx .txt; picture: .svg .pdf .png")  # fmt: skip
    answer.add_argument("--json", action="store_true", help="one JSON document on standard output")


def _reliability(command: argparse.ArgumentParser) -> None:
    command.add_argument("table", type=Path, metavar="TABLE", help=".csv, .tsv or .xlsx; rows units, columns coders")
    command.add_argument("--metric", choices=("nominal", "ordinal", "interval", "ratio"), default="nominal")
    command.add_argument("--categories", type=_whole, metavar="N", help="how many the codebook has")
    _bootstrap(command)
    answer = command.add_mutually_exclusive_group()
    answer.add_argument("-o", dest="output", type=Path, metavar="FILE", help=".xlsx or .csv")
    answer.add_argument("--json", action="store_true", help="one JSON document on standard output")


def _export(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="by suffix: .json .csv .xlsx")
    command.add_argument("--text", choices=("none", "quotes", "full"), default="quotes")
    command.add_argument("--pseudonyms", action="store_true", help="coders without their names")


def _coders(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("--same", action="append", type=_pair, default=[], metavar="A=B", help="A is the person B")
    _json(command)


def _forget(command: argparse.ArgumentParser) -> None:
    _project(command)
    command.add_argument("--document", required=True, metavar="D")
    command.add_argument("--yes", action="store_true", required=True, help="it cannot be taken back")


_OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "demo": _demo, "new": _new, "import": _import, "codebook": _codebook, "handout": _handout, "finish": _finish,
    "merge": _merge, "conflicts": _listing, "agreement": _agreement, "reliability": _reliability,
    "export": _export, "history": _listing, "undo": _project, "info": _listing, "check": _listing,
    "coders": _coders, "forget": _forget,
}  # fmt: skip
