"""demo: the sample study, built as a team would: sources in, packages out, coded, merged, measured, exported."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from uuid import UUID

from coder.assignments import assign, finish
from coder.cli.common import progress, tell
from coder.cli.projects import info_of
from coder.cli.window import open_window
from coder.coders import add_coder, coder_named
from coder.data import data_dir
from coder.documents import living_documents
from coder.errors import ProjectExists
from coder.exchange.bring import bring_in, read_files, read_variables
from coder.exchange.codebook_files import read_codebook_file
from coder.exchange.codebook_load import load_codebook
from coder.exchange.study_file import ExchangeFile, read_exchange
from coder.exchange.study_load import bring_study
from coder.exporters import export
from coder.merging.merge import merge_files
from coder.merging.package import hand_out
from coder.project import Project
from coder.reliability import Compared, Settings, compare
from coder.sentences import sentence

TITLE = "Who recruits foreigners? (sample study)"
PROJECT = "recruitment.intercoder"
LEAD = "Team lead"


def demo(options: argparse.Namespace) -> int:
    """Builds the sample study in a folder, or says what stands there; then opens it."""
    folder: Path = options.folder
    project = folder / PROJECT
    if project.exists():
        _say_what_stands(project)
    else:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ProjectExists(
                sentence("“{folder}” holds other files.", folder=folder), "Name an empty or a new folder."
            )
        _build_whole(folder)
    return 0 if options.no_window else open_window(project)


def _say_what_stands(path: Path) -> None:
    with Project.open(path, write=False) as project:
        told = info_of(project)
    tell(
        f"The sample study stands in {path.parent}: {told['documents']} documents, {told['codes']} codes, "
        f"{told['codings']} coded segments. Nothing was changed."
    )


def _build_whole(folder: Path) -> None:
    """Builds beside the folder first, so that a demo that was interrupted leaves nothing half-made."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".intercoder-demo-", dir=folder.parent) as place:
        built = Path(place) / "demo"
        (built / "coders").mkdir(parents=True)
        (built / "export").mkdir()
        _build(built)
        if folder.exists():
            folder.rmdir()
        shutil.move(built, folder)
    tell(f"The sample study stands in {folder}.")


def _build(folder: Path) -> None:
    material = data_dir("resources") / "demo"
    with Project.create(folder / PROJECT, title=TITLE, lead=LEAD) as project:
        codebook = data_dir("codebooks") / "foreign-recruitment.yaml"
        project.do(load_codebook, codebook=read_codebook_file(codebook))
        read = read_files([material / "sources"], tick=progress("Reading sources"))
        added = project.do(bring_in, read=read, variables=read_variables(material / "variables.csv")).value
        tell(f"Sources: {added.added['documents']} documents.")
        packages = [_coded_package(project, path, folder) for path in sorted((material / "coders").glob("*.json"))]
        merged = merge_files(project, packages, tick=progress("Merging"))
        if merged.copy:  # a finished demo has nothing to take back
            merged.copy.unlink()
        came = ", ".join(f"{f.file}: {f.added['codings']} coded segments" for f in merged.files)
        tell(f"Merged: {came}. Edit conflicts: {len(merged.conflicts)}.")
        _tell_agreement(compare(project, Settings()))
        for name in ("recruitment.xlsx", "recruitment.csv", "recruitment.json"):
            tell(*export(project, folder / "export" / name))
        tell("Exported to export/: recruitment.xlsx, recruitment.csv, recruitment.json.")


def _coded_package(project: Project, path: Path, folder: Path) -> Path:
    """What a coder did: takes the package, codes in it, marks documents finished, sends it home."""
    file = read_exchange(path.read_bytes(), path.name)
    name = file.coders[0].name
    coder = project.do(add_coder, name=name).value
    documents = _assigned_documents(project, file)
    project.do(assign, document_ids=documents, coder_id=coder, purpose="reliability")
    package = folder / "coders" / f"{name}.intercoder"
    hand_out(project, package, coder_id=coder)
    finished = {a.place.document for a in file.assigned if a.finished}
    file.assigned.clear()
    with Project.open(package) as work:
        work.do(bring_study, file, {})
        done = [d.id for d in work.ask(living_documents) if d.name in finished]
        work.do(finish, coder_id=work.ask(coder_named, name), document_ids=done)
    return package


def _assigned_documents(project: Project, file: ExchangeFile) -> list[UUID]:
    names = {a.place.document for a in file.assigned}
    return [d.id for d in project.ask(living_documents) if d.name in names]


def _tell_agreement(compared: Compared) -> None:
    alpha = compared.measured.per_code["alpha_nominal"]
    values = sorted(v for n in range(len(compared.codes)) if (v := alpha.at(n).value) is not None)
    if values:
        tell(
            f"Agreement of {', '.join(compared.coders)} on {compared.n_compared} documents, by sentence: "
            f"alpha from {values[0]:.2f} to {values[-1]:.2f} over {len(values)} codes."
        )
