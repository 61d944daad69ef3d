"""What this person's window remembers between two starts: name, recent projects, look, layout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_RECENT_KEPT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A project opened before, with what was true of it when it was closed."""

    path: Path
    title: str
    coder: str
    documents: int
    finished: int


class Settings:
    """A thin reader and writer over QSettings; every value has a type and a default here."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else QSettings()

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def name(self) -> str:
        """Who sits at this computer, as the team knows them."""
        return self._text("name")

    @name.setter
    def name(self, name: str) -> None:
        self._store.setValue("name", " ".join(name.split()))

    @property
    def theme(self) -> str:
        """The chosen theme; "" follows the platform."""
        return self._text("theme")

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def language(self) -> str:
        """The chosen language of the window; "" follows the system."""
        return self._text("language")

    @language.setter
    def language(self, name: str) -> None:
        self._store.setValue("language", name)

    @property
    def text_scale(self) -> float:
        """Size of the text on the desk; 1.0 is normal."""
        try:
            return float(self._text("text_scale", "1.0"))
        except ValueError:
            return 1.0

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("text_scale", f"{scale:.2f}")

    @property
    def folder(self) -> Path:
        """Where files were last chosen."""
        kept = self._text("folder")
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    def coder_in(self, study: str) -> str:
        """The id (hex) of the coder this person chose to be in a study; "" if never asked."""
        return self._text(f"coder/{study}")

    def be_coder_in(self, study: str, coder: str) -> None:
        self._store.setValue(f"coder/{study}", coder)

    def place_in(self, study: str) -> tuple[str, int]:
        """The document (hex) and position (code points) where the last sitting ended; "" if none."""
        document, _, at = self._text(f"place/{study}").partition(" ")
        return document, int(at) if at.isdigit() else 0

    def keep_place(self, study: str, document: str, at: int) -> None:
        self._store.setValue(f"place/{study}", f"{document} {at}")

    def layout(self, kind: str, study: str = "") -> tuple[QByteArray, QByteArray] | None:
        """Geometry and arrangement of the window for a kind of work: of a study, or ("") of the one left last."""
        at = f"layout/{kind}/{study}" if study else f"layout/{kind}"
        geometry, state = self._store.value(f"layout/{kind}/window"), self._store.value(f"{at}/panes")
        if isinstance(geometry, QByteArray) and isinstance(state, QByteArray):
            return geometry, state
        return None

    def keep_layout(self, kind: str, geometry: QByteArray, state: QByteArray, study: str = "") -> None:
        self._store.setValue(f"layout/{kind}/window", geometry)
        for at in {f"layout/{kind}", f"layout/{kind}/{study}" if study else f"layout/{kind}"}:
            self._store.setValue(f"{at}/panes", state)

    def work_in(self, study: str) -> str:
        """The kind of work that was left last in a study; "" if none."""
        return self._text(f"work/{study}")

    def keep_work(self, study: str, kind: str) -> None:
        self._store.setValue(f"work/{study}", kind)

    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that this person gave: name of what they do -> keys as Qt writes them, none if it has none."""
        self._store.beginGroup("keys")
        names = self._store.childKeys()
        self._store.endGroup()
        return {name: tuple(self._text(f"keys/{name}").split()) for name in names}

    def keep_keys(self, name: str, keys: Iterable[str] | None) -> None:
        """None: those that it has at first."""
        if keys is None:
            self._store.remove(f"keys/{name}")
        else:
            self._store.setValue(f"keys/{name}", " ".join(keys))

    def columns(self, table: str) -> list[tuple[str, int, bool]]:
        """The columns of a table as they were left, from left to right: what it is, its width, is it hidden."""
        found = []
        for part in self._text(f"columns/{table}").split(";"):
            key, _, rest = part.partition(":")
            wide, _, hidden = rest.partition(":")
            if key and wide.isdigit():
                found.append((key, int(wide), hidden == "hidden"))
        return found

    def keep_columns(self, table: str, columns: Iterable[tuple[str, int, bool]]) -> None:
        said = (f"{key}:{wide}:{'hidden' if hidden else ''}" for key, wide, hidden in columns)
        self._store.setValue(f"columns/{table}", ";".join(said))

    def flag(self, name: str, default: bool = True) -> bool:
        return self._text(f"flag/{name}", "yes" if default else "no") == "yes"

    def set_flag(self, name: str, value: bool) -> None:
        self._store.setValue(f"flag/{name}", "yes" if value else "no")

    @property
    def recent(self) -> list[Recent]:
        """Projects opened before that are still there, the latest first."""
        found = []
        for n in range(self._store.beginReadArray("recent")):
            self._store.setArrayIndex(n)
            path = Path(self._text("path"))
            counts = [self._text("documents", "0"), self._text("finished", "0")]
            if path.is_file():
                documents, finished = (int(c) if c.isdigit() else 0 for c in counts)
                found.append(Recent(path, self._text("title"), self._text("coder"), documents, finished))
        self._store.endArray()
        return found

    def remember(self, project: Recent) -> None:
        """Puts a project at the head of the recent ones."""
        kept = [project, *(r for r in self.recent if r.path != project.path)][:_RECENT_KEPT]
        self._store.remove("recent")
        self._store.beginWriteArray("recent", len(kept))
        for n, one in enumerate(kept):
            self._store.setArrayIndex(n)
            self._store.setValue("path", str(one.path))
            self._store.setValue("title", one.title)
            self._store.setValue("coder", one.coder)
            self._store.setValue("documents", str(one.documents))
            self._store.setValue("finished", str(one.finished))
        self._store.endArray()

    def sync(self) -> None:
        self._store.sync()
