#!/usr/bin/env python3
"""Sets up Intercoder beside this file and starts it; needs Python and its standard library alone.

    python3 run.py                    the sample study (on Windows: py run.py)
    python3 run.py test [arguments]   lint, types, import rules and tests; the arguments go to pytest
    python3 run.py COMMAND ...        intercoder COMMAND ...

Exit status: that of what was started; 3 when something is missing that can be mended, told on standard error.
An old Python must be able to read this file, to say which one is wanted: no syntax newer than Python 3.6.
"""

import contextlib
import ctypes
import hashlib
import importlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)


def wrong_python(version: "Sequence[int]") -> str:
    """What to tell the owner of a Python that is too old or too new, "" when it fits."""
    if OLDEST <= tuple(version) <= NEWEST:
        return ""
    fitting = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = [name for name in fitting if shutil.which(name)]
    advice = f"Start it with `{found[0]} run.py`." if found else "Install one from your system or python.org."
    return f"Intercoder needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; this is {version[0]}.{version[1]}.\n{advice}"


if __name__ == "__main__" and wrong_python(sys.version_info[:2]):
    sys.stderr.write(wrong_python(sys.version_info[:2]) + "\n")
    sys.exit(3)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK, TEST_LOCK = "requirements.lock", "requirements-test.lock"
OLDEST_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}  # the wheels of Qt are built against it

# Commands that never show a window; anything else may, and needs the libraries of Qt.
WITHOUT_WINDOW = {
    "agreement", "analyse", "check", "codebook", "coders", "conflicts", "export", "finish", "forget", "handout",
    "history", "import", "info", "merge", "new", "plan", "reliability", "return", "undo", "update",
    "--help", "-h", "--version",
}  # fmt: skip

# A library, and the package that brings it: apt, dnf, pacman, zypper.
OFFSCREEN = (
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    ("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libgthread-2_0-0"),
    ("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "Mesa-libGL1"),
    ("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd", "Mesa-libEGL1"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6", "freetype", "freetype2", "libfreetype6"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    ("libX11.so.6", "libx11-6", "libX11", "libx11", "libX11-6"),
    ("libzstd.so.1", "libzstd1", "libzstd", "zstd", "libzstd1"),
)
ON_SCREEN = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", "libxkbcommon-x11-0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil",
     "libxcb-render-util0"),
    ("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util", "libxcb-util1"),
    ("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    ("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
)  # fmt: skip
INSTALLERS = (
    ("apt-get", "apt-get install -y --no-install-recommends"),
    ("dnf", "dnf install -y"),
    ("pacman", "pacman -S --needed --noconfirm"),
    ("zypper", "zypper install -y"),
)


class Missing(Exception):
    """Something the user can mend: what is wrong, and what to do."""


def say(words: str) -> None:
    # Standard output belongs to the command that is started, which may print JSON.
    print(words, file=sys.stderr, flush=True)


# --- the system


def check_glibc(name_and_version: str | None, machine: str) -> None:
    """Stops where no wheel of Qt fits.

    name_and_version: as the system tells it, "glibc 2.36"; None or "" where there is no glibc.
    machine: the processor, as platform.machine() tells it.
    """
    oldest = OLDEST_GLIBC.get(machine)
    if oldest is None:
        raise Missing(f"There is no Qt for Linux on {machine}.\nUse a machine with {' or '.join(OLDEST_GLIBC)}.")
    wanted = ".".join(map(str, oldest))
    name, _, version = (name_and_version or "").partition(" ")
    if name != "glibc":
        raise Missing(f"Intercoder needs a Linux with glibc {wanted} or newer; this one has none.")
    if tuple(int(part) for part in version.split(".")[:2]) < oldest:
        raise Missing(
            f"Intercoder needs glibc {wanted} or newer on {machine}; this system has {version}.\n"
            "Use a newer release of the system."
        )


def glibc() -> str | None:
    with contextlib.suppress(ValueError, OSError):
        return os.confstr("CS_GNU_LIBC_VERSION")
    return None


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def needs_window(arguments: Sequence[str]) -> bool:
    if not arguments:
        return True
    return arguments[0] not in WITHOUT_WINDOW and "--no-window" not in arguments


def missing_libraries(loads: Callable[[str], bool], *, screen: bool) -> list[tuple[str, ...]]:
    rows = OFFSCREEN + ON_SCREEN if screen else OFFSCREEN
    return [row for row in rows if not loads(row[0])]


def install_line(rows: Sequence[tuple[str, ...]], installer: str, *, root: bool) -> str:
    """The one line that installs the packages of these rows."""
    index = [name for name, _ in INSTALLERS].index(installer)
    names = sorted({row[1 + index] for row in rows})
    sudo = "" if root else "sudo "
    update = f"{sudo}apt-get update && " if installer == "apt-get" else ""
    return f"{update}{sudo}{INSTALLERS[index][1]} {' '.join(names)}"


def names_of(rows: Sequence[tuple[str, ...]]) -> str:
    return ", ".join(row[0] for row in rows)


def provide(rows: Sequence[tuple[str, ...]]) -> None:
    """Installs what is missing as root with apt, else tells the line that does.

    rows: the thing that is missing, and its package for each of INSTALLERS in their order.
    """
    lacks = f"This system lacks {names_of(rows)}.\nInstall what is missing"
    installer = next((name for name, _ in INSTALLERS if shutil.which(name)), None)
    if installer is None:
        raise Missing(f"{lacks} with the system's package manager, then start again.")
    root = os.geteuid() == 0
    line = install_line(rows, installer, root=root)
    if not root or installer != "apt-get":
        raise Missing(f"{lacks}, then start again:\n  {line}")
    say(f"Installing system packages: {line.rpartition('recommends ')[2]}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A list that could not be renewed may still do; the installation shows whether it does.
    run_quietly(["apt-get", "update", "-q"], quiet)
    failed = run_quietly(line.split(" && ")[1].split(), quiet)
    if failed:
        raise Missing(f"{failed}\nThese packages could not be installed. Mend what is said, then:\n  {line}")


def run_quietly(command: Sequence[str], environment: dict[str, str] | None = None) -> str:
    """Runs a command without its chatter; returns its last lines when it failed, else ""."""
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    words = done.stdout.decode("utf-8", "replace").strip()
    return "" if done.returncode == 0 else "\n".join(words.splitlines()[-15:]) or f"{command[0]} failed"


def lacking(*, window: bool, venv: bool) -> list[tuple[str, ...]]:
    """What the system lacks to show a window, and to make a virtual environment."""
    rows = missing_libraries(loads, screen=bool(os.environ.get("DISPLAY"))) if window else []
    # Debian and its kin part ensurepip from Python.
    if venv and importlib.util.find_spec("ensurepip") is None:
        parted = f"python3.{sys.version_info[1]}-venv"
        rows.append(("ensurepip (a part of Python)", parted, "python3-libs", "python", "python3-base"))
    return rows


def prepare_system(*, window: bool, venv: bool) -> None:
    """All that the system lacks, asked for at once; before Qt starts, which aborts without them."""
    if not sys.platform.startswith("linux"):
        return
    check_glibc(glibc(), platform.machine())
    rows = lacking(window=window, venv=venv)
    if not rows:
        return
    provide(rows)
    importlib.invalidate_caches()
    still = lacking(window=window, venv=venv)
    if still:
        raise Missing(f"The system packages were installed, yet still missing: {names_of(still)}.")


# --- the packages


def venv_python(venv: Path, *, windows: bool = os.name == "nt") -> Path:
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


class Installation:
    """The folder .venv: made, filled from locks, and made anew after an interruption."""

    def __init__(self, venv: Path) -> None:
        self.venv = venv
        self.python = venv_python(venv)
        self._stamp = venv / "installed.json"  # lock -> its hash, and the Python they were installed for
        self._unfinished = venv / "unfinished"  # stands there while packages are being written

    def has(self, lock: Path) -> bool:
        stamp = self._read_stamp()
        return stamp.get(lock.name) == fingerprint(lock) and stamp.get("python") == self._base()

    def install(self, lock: Path, environment: dict[str, str]) -> None:
        """Fills the environment with what the lock names; a good one is kept, a broken one is made anew."""
        if self._unfinished.exists() or not self._works():
            self._make()
        stamp = self._read_stamp()
        self._unfinished.touch()
        pip = [str(self.python), "-I", "-m", "pip", "install", "--quiet", "--no-input"]
        only_locked = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", str(lock)]
        failed = run_quietly([*pip, *only_locked], environment)
        if failed:
            raise Missing(f"{failed}\nThe packages could not be installed. {pip_advice(failed)}")
        kept = stamp if stamp.get("python") == self._base() else {}
        written = self._stamp.with_suffix(".new")
        written.write_text(json.dumps({**kept, "python": self._base(), lock.name: fingerprint(lock)}), "utf-8")
        written.replace(self._stamp)
        self._unfinished.unlink()

    def _make(self) -> None:
        prepare_system(window=False, venv=True)
        # The Python below a virtual environment: this one may be the very environment that is made anew.
        base = getattr(sys, "_base_executable", None) or sys.executable
        failed = run_quietly([base, "-I", "-m", "venv", "--clear", str(self.venv)])
        if failed:
            raise Missing(f"{failed}\n{self.venv} could not be made. Put Intercoder in a folder that is yours.")

    def _works(self) -> bool:
        if not self.python.exists():
            return False
        # The list of its files is the last thing that is written when pip itself is installed.
        whole = "importlib.metadata.files('pip')"
        fits = f"{OLDEST} <= sys.version_info[:2] <= {NEWEST}"
        test = f"import sys, pip, importlib.metadata; sys.exit(not ({fits} and {whole}))"
        with contextlib.suppress(OSError):
            return not run_quietly([str(self.python), "-I", "-c", test])
        return False

    def _base(self) -> str:
        # After an upgrade of the system's Python the link leads elsewhere, and the packages are out of its sight.
        return os.path.realpath(self.python) if self.python.exists() else ""

    def _read_stamp(self) -> dict[str, str]:
        with contextlib.suppress(OSError, ValueError):
            stamp = json.loads(self._stamp.read_text("utf-8"))
            if isinstance(stamp, dict) and not self._unfinished.exists():
                return stamp
        return {}


def fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def pip_advice(said: str) -> str:
    if "HASHES" in said:
        return "A download was not what it should be: start again, and mistrust the network if it stays so."
    if "No space left" in said:
        return "Make room on the disk, then start again."
    return "Check the connection to the internet (and a proxy, if there is one), then start again."


def pip_environment(environment: dict[str, str]) -> dict[str, str]:
    """The user's own settings of pip count, but not those that lead out of the virtual environment."""
    leading_out = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    kept = {key: value for key, value in environment.items() if key not in leading_out}
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Two first starts at once install one after the other, where the system can lock a file."""
    with open(__file__, "rb") as this:
        with contextlib.suppress(ImportError, OSError):
            import fcntl

            fcntl.flock(this, fcntl.LOCK_EX)
        yield


def prepare_packages(names: Sequence[str]) -> Installation:
    installation = Installation(VENV)
    locks = [ROOT / name for name in names]
    if all(map(installation.has, locks)):
        return installation
    say("Setting up Intercoder in its folder .venv. This happens once and takes a minute or two.")
    with alone():
        for lock in locks:
            if not installation.has(lock):
                installation.install(lock, pip_environment(dict(os.environ)))
    return installation


# --- what is started


def program_environment(environment: dict[str, str]) -> dict[str, str]:
    """The checkout alone on the path of modules, and UTF-8 also where the system's default is another."""
    kept = {key: value for key, value in environment.items() if key not in ("PYTHONHOME", "PYTHONPATH")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": environment.get("PYTHONUTF8", "1")}


def test_steps(arguments: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Name and module call of each group of tests, in their order."""
    rules = "import sys; from importlinter.cli import lint_imports_command as check; sys.exit(check())"
    return [
        ("lint", ["-m", "ruff", "check", "."]),
        ("types", ["-m", "mypy"]),
        ("import rules", ["-c", rules]),
        ("tests", ["-m", "pytest", "-n", "2", *arguments]),
    ]


def run_tests(python: Path, arguments: Sequence[str]) -> int:
    for name, call in test_steps(arguments):
        say(f"— {name}")
        status = subprocess.call([str(python), *call], cwd=ROOT, env=program_environment(dict(os.environ)))
        if status:
            say(f"Stopped at: {name}")
            return status if status > 0 else 128 - status
    return 0


def start(python: Path, arguments: Sequence[str]) -> int:
    """Becomes `intercoder ARGUMENTS` in the user's current folder."""
    # -P: a file pandas.py in that folder is the user's, not a module of ours.
    command = [str(python), "-P", "-m", "coder.cli", *(arguments or ["demo"])]
    environment = program_environment(dict(os.environ))
    if os.name == "nt":  # there exec would return to the prompt before the program ends
        return subprocess.call(command, env=environment)
    os.execve(command[0], command, environment)


def main(arguments: Sequence[str]) -> int:
    testing = list(arguments[:1]) == ["test"]
    try:
        prepare_system(window=needs_window(arguments), venv=not venv_python(VENV).exists())
        installation = prepare_packages([LOCK, TEST_LOCK] if testing else [LOCK])
        if testing:
            return run_tests(installation.python, arguments[1:])
        return start(installation.python, arguments)
    except Missing as missing:
        say(str(missing))
    except OSError as error:
        say(f"{error}\nIntercoder needs a folder that you may write in, and room there; it stands in {ROOT}.")
    except KeyboardInterrupt:
        say("Stopped. The next start goes on from here.")
        return 130
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
