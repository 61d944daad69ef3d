"""The set-up: locks that name no host, Qt pinned where it holds, and run.py on machines that lack something."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def load_run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


run = load_run()


# --- locks


def pins(lock: str) -> dict[str, set[str]]:
    """Name to the pinned versions; several where they differ by Python."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^(\S+)==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_no_address_or_path(lock: str) -> None:
    pin = r"[a-z0-9][a-z0-9.-]*==[0-9][0-9a-z.]*( ; [A-Za-z_'<>=!0-9. ]+)? \\"
    a_hash = r"    --hash=sha256:[0-9a-f]{64}( \\)?"
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(f"{pin}|{a_hash}", line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_what_the_project_asks_for(lock: str) -> None:
    wanted = [Requirement(line) for line in PYPROJECT["project"]["dependencies"]]
    wanted += [Requirement(line) for line in PYPROJECT["dependency-groups"]["dev"] if lock == LOCKS[1]]
    locked = pins(lock)
    for requirement in wanted:
        versions = locked.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement.name} is not locked"
        assert all(map(requirement.specifier.contains, versions)), f"{requirement} is locked as {versions}"


def test_the_tests_run_on_the_versions_that_users_get() -> None:
    base, tests = (pins(lock) for lock in LOCKS)
    assert {name: tests.get(name) for name in base} == base


def test_no_lock_that_records_where_packages_came_from_is_kept() -> None:
    assert [name for name in ("uv.lock", "pylock.toml", "poetry.lock") if (ROOT / name).exists()] == []


# --- Qt

LOOP = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for _ in range(200_000):
    label.setText("x")
print("alive", label.text())
"""


def test_qt_survives_two_hundred_thousand_calls() -> None:
    """PySide6 6.12 loses a reference to None in each call of a void method, and aborts on Python 3.11."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LOOP], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive x"), done.stderr


# --- run.py says what is missing


def test_run_is_readable_by_an_old_python() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


def test_run_needs_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "run.py").read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_a_python_that_fits_is_taken(version: tuple[int, int]) -> None:
    assert run.wrong_python(version) == ""


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (3, 15), (4, 0)])
def test_a_python_that_does_not_fit_is_told_which_is_wanted(version: tuple[int, int]) -> None:
    words = run.wrong_python(version)
    assert words.startswith(f"Intercoder needs Python 3.11 to 3.14; this is {version[0]}.{version[1]}.\n")


def test_the_pythons_of_run_are_those_of_the_project() -> None:
    wanted = f">=3.{run.OLDEST[1]},<3.{run.NEWEST[1] + 1}"
    assert PYPROJECT["project"]["requires-python"] == wanted


@pytest.mark.parametrize(
    ("told", "machine"), [("glibc 2.34", "x86_64"), ("glibc 2.41", "x86_64"), ("glibc 2.39", "aarch64")]
)
def test_a_new_enough_glibc_is_taken(told: str, machine: str) -> None:
    run.check_glibc(told, machine)


@pytest.mark.parametrize(
    ("told", "machine", "words"),
    [
        ("glibc 2.31", "x86_64", "needs glibc 2.34 or newer on x86_64; this system has 2.31"),
        ("glibc 2.9", "x86_64", "this system has 2.9"),
        ("glibc 2.36", "aarch64", "needs glibc 2.39"),
        ("", "x86_64", "has none"),
        (None, "x86_64", "has none"),
        ("glibc 2.41", "riscv64", "no Qt for Linux on riscv64"),
    ],
)
def test_a_system_that_no_wheel_of_qt_fits_is_told(told: str | None, machine: str, words: str) -> None:
    with pytest.raises(run.Missing, match=words):
        run.check_glibc(told, machine)


def test_only_missing_libraries_are_asked_for_and_those_of_the_screen_only_with_one() -> None:
    def loads(library: str) -> bool:
        return library not in ("libGL.so.1", "libxcb-cursor.so.0")

    assert [row[0] for row in run.missing_libraries(loads, screen=False)] == ["libGL.so.1"]
    assert [row[0] for row in run.missing_libraries(loads, screen=True)] == ["libGL.so.1", "libxcb-cursor.so.0"]


@pytest.mark.parametrize(
    ("installer", "line"),
    [
        ("apt-get", "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"),
        ("dnf", "sudo dnf install -y libglvnd-egl libglvnd-glx"),
        ("pacman", "sudo pacman -S --needed --noconfirm libglvnd"),
        ("zypper", "sudo zypper install -y Mesa-libEGL1 Mesa-libGL1"),
    ],
)
def test_one_line_installs_what_is_missing(installer: str, line: str) -> None:
    missing = run.missing_libraries(lambda library: library not in ("libGL.so.1", "libEGL.so.1"), screen=False)
    assert run.install_line(missing, installer, root=False) == line


def test_every_library_has_a_package_for_every_installer() -> None:
    rows = run.OFFSCREEN + run.ON_SCREEN
    assert {len(row) for row in rows} == {1 + len(run.INSTALLERS)}
    assert all(all(row) for row in rows)


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [([], True), (["test"], True), (["demo"], True), (["my.intercoder"], True),
     (["demo", "x", "--no-window"], False), (["info", "my.intercoder"], False), (["--help"], False)],
)  # fmt: skip
def test_commands_without_a_window_do_not_ask_for_its_libraries(arguments: list[str], needed: bool) -> None:
    assert run.needs_window(arguments) is needed


@pytest.fixture
def installers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose programs are in this folder, and nowhere else."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def make_program(folder: Path, name: str, body: str) -> None:
    program = folder / name
    program.write_text(f"#!{sys.executable} -I\nimport sys, pathlib\nhere = pathlib.Path(__file__).parent\n{body}\n")
    program.chmod(0o755)


LOG = "with open(here / 'log', 'a') as log: print(*sys.argv[1:], file=log)"
LIBGL = [("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "Mesa-libGL1")]
posix = pytest.mark.skipif(os.name != "posix", reason="system packages are looked after on Linux only")


@posix
def test_root_with_apt_gets_the_packages_installed(installers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    make_program(installers, "apt-get", LOG)
    run.provide(LIBGL)
    asked = (installers / "log").read_text().splitlines()
    assert asked == ["update -q", "install -y --no-install-recommends libgl1"]


@posix
def test_root_is_told_why_apt_failed(installers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    make_program(installers, "apt-get", "print('E: no such package'); sys.exit(100)")
    with pytest.raises(run.Missing, match="E: no such package"):
        run.provide(LIBGL)


@posix
@pytest.mark.parametrize(
    ("installer", "line"),
    [("apt-get", "sudo apt-get install"), ("dnf", "sudo dnf install"), ("pacman", "sudo pacman")],
)
def test_others_are_told_the_line_and_nothing_is_run(
    installers: Path, monkeypatch: pytest.MonkeyPatch, installer: str, line: str
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    make_program(installers, installer, LOG)
    with pytest.raises(run.Missing, match=line):
        run.provide(LIBGL)
    assert not (installers / "log").exists()


@posix
def test_a_system_without_a_known_installer_is_told_what_it_lacks(installers: Path) -> None:
    with pytest.raises(run.Missing, match=r"lacks libGL\.so\.1"):
        run.provide(LIBGL)


@posix
def test_all_that_is_missing_is_told_at_once(installers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(run, "loads", lambda library: library != "libGL.so.1")
    monkeypatch.setattr(run, "glibc", lambda: "glibc 2.36")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    make_program(installers, "apt-get", LOG)
    with pytest.raises(run.Missing) as caught:
        run.prepare_system(window=True, venv=True)
    told = str(caught.value)
    assert "lacks libGL.so.1, ensurepip (a part of Python)." in told
    assert told.endswith(f"libgl1 python3.{sys.version_info[1]}-venv")


def test_the_tests_run_in_their_order() -> None:
    steps = run.test_steps(["-k", "laws"])
    assert [name for name, _ in steps] == ["lint", "types", "import rules", "tests"]
    assert steps[-1][1][-2:] == ["-k", "laws"]


@posix
def test_the_first_group_that_fails_ends_the_tests_with_its_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_program(tmp_path, "python", LOG + "; sys.exit(4 if 'mypy' in sys.argv else 0)")
    assert run.run_tests(tmp_path / "python", []) == 4
    assert (tmp_path / "log").read_text().splitlines() == ["-m ruff check .", "-m mypy"]
    assert capsys.readouterr().err.endswith("Stopped at: types\n")


# --- run.py installs and starts


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one wheel in it, which pip takes for all the packages of the world."""
    folder = tmp_path_factory.mktemp("shop")
    record = "tiny-1.dist-info"
    with zipfile.ZipFile(folder / "tiny-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny.py", "size = 'tiny'\n")
        wheel.writestr(f"{record}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n")
        wheel.writestr(f"{record}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{record}/RECORD", f"tiny.py,,\n{record}/METADATA,,\n{record}/WHEEL,,\n{record}/RECORD,,\n")
    return folder


def offline(shop: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON"))}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(shop)}


def lock_text(shop: Path, *, name: str = "tiny", right: bool = True) -> str:
    digest = hashlib.sha256((shop / "tiny-1-py3-none-any.whl").read_bytes()).hexdigest()
    return f"{name}==1 \\\n    --hash=sha256:{digest if right else '0' * 64}\n"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory, shop: Path) -> Iterator[Path]:
    """A checkout in a folder with a blank and a letter beyond ASCII, whose program tells what it was given."""
    folder = tmp_path_factory.mktemp("checkout") / "my prögram"
    (folder / "coder").mkdir(parents=True)
    shutil.copy(ROOT / "run.py", folder)
    (folder / "requirements.lock").write_text(lock_text(shop))
    (folder / "coder" / "__init__.py").touch()
    (folder / "coder" / "cli.py").write_text(
        "import os, sys, tiny\nprint(tiny.size, os.path.basename(os.getcwd()), *sys.argv[1:])\nsys.exit(7)\n"
    )
    yield folder
    shutil.rmtree(folder)


def start(checkout: Path, shop: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(checkout / "run.py"), *arguments],
        cwd=cwd, env=offline(shop), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_first_start_installs_and_later_ones_do_not(checkout: Path, shop: Path, tmp_path: Path) -> None:
    here = tmp_path / "theirs"
    here.mkdir()
    (here / "tiny.py").write_text("raise SystemExit('a file of the user was taken for a module')\n")
    first = start(checkout, shop, "info", "a b", cwd=here)
    assert (first.returncode, first.stdout) == (7, "tiny theirs info a b\n"), first.stderr
    assert "Setting up" in first.stderr
    second = start(checkout, shop, "info", cwd=here)
    assert (second.returncode, second.stdout, second.stderr) == (7, "tiny theirs info\n", "")


def test_a_changed_lock_is_installed_at_the_next_start(checkout: Path, shop: Path, tmp_path: Path) -> None:
    start(checkout, shop, "info", cwd=tmp_path)
    with open(checkout / "requirements.lock", "a") as lock:
        lock.write("# one more line\n")
    done = start(checkout, shop, "info", cwd=tmp_path)
    assert (done.returncode, "Setting up" in done.stderr) == (7, True), done.stderr


def test_an_interrupted_installation_is_made_anew(checkout: Path, shop: Path, tmp_path: Path) -> None:
    start(checkout, shop, "info", cwd=tmp_path)
    installation = run.Installation(checkout / ".venv")
    (checkout / ".venv" / "unfinished").touch()
    for written in installation.venv.rglob("tiny*"):  # half of a package is worse than none of it
        if written.name == "RECORD" or written.suffix == ".py":
            written.unlink()
    done = start(checkout, shop, "info", cwd=tmp_path)
    assert (done.returncode, "Setting up" in done.stderr) == (7, True), done.stderr


def test_an_environment_whose_making_was_interrupted_is_made_anew(checkout: Path, shop: Path, tmp_path: Path) -> None:
    start(checkout, shop, "info", cwd=tmp_path)
    (checkout / ".venv" / "installed.json").unlink()
    for record in (checkout / ".venv").rglob("pip-*.dist-info/RECORD"):
        record.unlink()
    done = start(checkout, shop, "info", cwd=tmp_path)
    assert done.returncode == 7, done.stderr
    assert list((checkout / ".venv").rglob("pip-*.dist-info/RECORD"))


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Path, shop: Path, tmp_path: Path) -> None:
    start(checkout, shop, "info", cwd=tmp_path)
    run.venv_python(checkout / ".venv").unlink()
    done = start(checkout, shop, "info", cwd=tmp_path)
    assert done.returncode == 7, done.stderr


def test_a_failed_download_says_what_to_do_and_the_next_start_mends_it(
    checkout: Path, shop: Path, tmp_path: Path
) -> None:
    lock = checkout / "requirements.lock"
    good = lock.read_text()
    lock.write_text(lock_text(shop, name="not-there"))
    failed = start(checkout, shop, "info", cwd=tmp_path)
    assert (failed.returncode, failed.stdout) == (3, "")
    assert "Check the connection" in failed.stderr
    lock.write_text(good)
    assert start(checkout, shop, "info", cwd=tmp_path).returncode == 7


def test_a_download_with_another_hash_is_not_installed(checkout: Path, shop: Path, tmp_path: Path) -> None:
    lock = checkout / "requirements.lock"
    good = lock.read_text()
    lock.write_text(lock_text(shop, right=False))
    shutil.rmtree(checkout / ".venv", ignore_errors=True)  # what is installed already is not downloaded
    failed = start(checkout, shop, "info", cwd=tmp_path)
    lock.write_text(good)
    assert failed.returncode == 3
    assert "not what it should be" in failed.stderr


def test_where_windows_keeps_the_python_of_an_environment() -> None:
    assert run.venv_python(Path("x"), windows=True) == Path("x", "Scripts", "python.exe")
