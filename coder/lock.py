"""One writer: a lock file beside the project says who, on which machine, in which process, since when."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from coder.errors import ProjectInUse
from coder.sentences import sentence


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a project; process is a number on that machine, born tells it from a later one of that number."""

    who: str
    machine: str
    process: int
    born: str
    since: str

    def sentence(self, name: str) -> str:
        return sentence(
            "“{name}” is open for writing: {who} on {machine}, since {since}.",
            name=name,
            who=self.who,
            machine=self.machine,
            since=self.since,
        )


class Lock:
    """The lock of one project; taken by `take`, given back by `release`."""

    def __init__(self, project: Path) -> None:
        self.path = project.with_name(project.name + ".lock")
        self._project = project
        self._held = False

    def take(self) -> None:
        """Raises ProjectInUse and names the holder."""
        for _ in range(2):
            try:
                self._write()
                return
            except FileExistsError:
                holder = self.holder()
                if holder is not None:
                    raise ProjectInUse(holder.sentence(self._project.name)) from None
                with contextlib.suppress(FileNotFoundError):  # stale: its process is gone
                    self.path.unlink()
        raise ProjectInUse(sentence("“{name}” is just being opened by somebody else.", name=self._project.name))

    def release(self) -> None:
        if self._held:
            self.path.unlink(missing_ok=True)
            self._held = False

    def holder(self) -> Holder | None:
        """Who holds the project now; None if nobody does or their process is gone."""
        try:
            holder = Holder(**json.loads(self.path.read_text("utf-8")))
        except FileNotFoundError:
            return None
        except (ValueError, TypeError, OSError):
            return Holder(sentence("somebody"), sentence("an unknown machine"), 0, "", sentence("an unknown time"))
        if holder.machine == platform.node() and _birth_of(holder.process) != holder.born:
            return None
        return holder

    def _write(self) -> None:
        holder = Holder(
            login_name(), platform.node(), os.getpid(), _birth_of(os.getpid()) or "",
            datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        )  # fmt: skip
        # made whole under another name first: nobody ever reads half a lock
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        draft.write_text(json.dumps(asdict(holder), ensure_ascii=False), "utf-8")
        try:
            os.link(draft, self.path)
        except FileExistsError:
            raise
        except OSError:
            # no hard links on this file system
            with self.path.open("x", encoding="utf-8") as file:
                file.write(draft.read_text("utf-8"))
        finally:
            draft.unlink(missing_ok=True)
        self._held = True


def login_name() -> str:
    """The name this person is logged in under."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Coder"


def _birth_of(process: int) -> str | None:
    """When the process was started, as its system tells it; None if there is no such process."""
    if sys.platform == "win32":
        return _birth_on_windows(process)
    if sys.platform == "linux":
        try:
            stat = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
        except OSError:
            return None
        return stat.rpartition(")")[2].split()[19]
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass
    return "alive"


def _birth_on_windows(process: int) -> str | None:
    if sys.platform != "win32":
        return None
    import ctypes

    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return None
    try:
        times = [ctypes.c_ulonglong() for _ in range(4)]
        kernel.GetProcessTimes(handle, *(ctypes.byref(t) for t in times))
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        return str(times[0].value) if code.value == 259 else None  # STILL_ACTIVE
    finally:
        kernel.CloseHandle(handle)
