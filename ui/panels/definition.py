"""What the code in focus means: definition, include, exclude, examples; read always, edited in place by the lead."""

from __future__ import annotations

from html import escape
from uuid import UUID

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coder.code_keys import LONGEST
from coder.code_tree import CodeRow, merged_into
from coder.codebook import edit_code
from coder.history import Edited, code_history
from coder.models import Code
from ui.keymap import tip
from ui.theme import Theme
from ui.widgets.pages import plain_text
from ui.workspace import Workspace


class DefinitionPanel(QWidget):
    """Shows one code; `edit` turns it into a form."""

    edited = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._code: UUID | None = None
        self._row: CodeRow | None = None
        self._past_shown = False
        self._merged: list[str] = []  # names of the codes that count as this one
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self._pages = QStackedWidget()
        self._text = Words()
        self._text.setOpenLinks(False)
        plain_text(self._text, self._theme)
        self._text.setAccessibleName(self.tr("Definition of the code"))
        self._reading = QWidget()
        self._edit = QToolButton(self._reading)  # over the text, not in it: a text keeps the Tab of what it holds
        self._edit.setIcon(self._theme.icon("edit"))
        tip(self._edit, self.tr("Edit this code"), "edit_code")
        self._edit.setAccessibleName(self.tr("Edit this code"))
        self._form = CodeForm(self._theme)
        around = QVBoxLayout(self._reading)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._text)
        self._edit.raise_()
        self._pages.addWidget(self._reading)
        self._pages.addWidget(self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setFocusProxy(self._text)

    def _connect(self) -> None:
        self._text.resized.connect(self._place_button)
        self._edit.clicked.connect(self.edit)
        self._text.anchorClicked.connect(self._fold_past)
        self._form.saved.connect(self._save)
        self._form.given_up.connect(self._read)
        self._workspace.changed.connect(self._on_changed)
        self._workspace.opened.connect(self._forget)
        self._workspace.closed.connect(self._forget)
        self._theme.changed.connect(self._write)

    def _place_button(self) -> None:
        side = self._edit.sizeHint()
        self._edit.resize(side)
        self._edit.move(max(0, self._text.viewport().width() - side.width() - 2), 2)

    def show_code(self, code: UUID | None) -> None:
        """Shows this code; a form that is open stays until it is saved or given up."""
        if code != self._code and self._pages.currentWidget() is not self._form:
            self._code = code
            self.refresh()

    def _forget(self) -> None:
        self._code = None
        self._pages.setCurrentWidget(self._reading)
        self.refresh()

    def refresh(self) -> None:
        self._row = next((row for row in self._workspace.codes() if row.id == self._code), None)
        self._edit.setVisible(self._may_edit)
        self._merged = [code.name for code in self._workspace.ask(merged_into, self._row.id)] if self._row else []
        self._write()

    def _on_changed(self, change: object) -> None:
        if change.touches(Code):  # type: ignore[attr-defined]
            self.refresh()

    def _write(self) -> None:
        muted, row = self._theme.colors.muted.name(), self._row
        if row is None:
            words = escape(self.tr("What a code means and when to use it stands here. Choose one among the codes."))
            self._text.setHtml(f"<p style='color:{muted}'>{words}</p>")
            return
        parts = [self._head(row, muted)]
        if not any((row.definition, row.include, row.exclude, row.examples)):
            parts.append(f"<p style='color:{muted}'>{escape(self.tr('This code has no definition yet.'))}</p>")
        parts += [self._part(self.tr("Merged into it"), ", ".join(self._merged), muted)]
        parts += [self._part("", row.definition, muted)]
        parts += [self._part(self.tr("Include"), row.include, muted)]
        parts += [self._part(self.tr("Exclude"), row.exclude, muted)]
        if row.examples:
            listed = "".join(f"<p style='margin:0 0 4px 8px'><i>{escape(e)}</i></p>" for e in row.examples)
            parts.append(f"<p style='color:{muted};margin-bottom:2px'>{escape(self.tr('Examples'))}</p>{listed}")
        parts.append(self._past(row, muted))
        self._text.setHtml("".join(parts))
        self._place_button()

    def _fold_past(self) -> None:
        """How the code became what it is: shown, or folded away."""
        self._past_shown = not self._past_shown
        at = self._text.verticalScrollBar().value()
        self._write()
        self._text.verticalScrollBar().setValue(at)

    def _past(self, row: CodeRow, muted: str) -> str:
        title = self.tr("Hide its history") if self._past_shown else self.tr("Show its history")
        accent = self._theme.colors.accent.name()
        link = f"<p><a href='history' style='color:{accent}'>{escape(title)}</a></p>"
        if not self._past_shown:
            return link
        lines = []
        for e in reversed(self._workspace.ask(code_history, row.id)):
            moment = QLocale().toString(e.at.astimezone(), QLocale.FormatType.ShortFormat)
            said = self._said(e)
            lines.append(f"<p><span style='color:{muted}'>{escape(moment)} · {escape(e.coder)}</span><br>{said}</p>")
        return link + "".join(lines)

    def _said(self, e: Edited) -> str:
        """One change in words."""
        fields = {
            "name": self.tr("Name"), "parent_id": self.tr("Stands under"), "definition": self.tr("Definition"),
            "include": self.tr("Include"), "exclude": self.tr("Exclude"), "examples": self.tr("Examples"),
            "scope": self.tr("Used on"), "exclusive": self.tr("Its sub-codes exclude each other"),
            "state": self.tr("State"), "key": self.tr("Key"), "color": self.tr("Colour"),
            "merged_into": self.tr("Merged into"),
        }  # fmt: skip
        if not e.field:
            return escape(self.tr("Made as “{}”").format(e.after))
        before = f"<s>{escape(e.before)}</s> " if e.before else ""
        return f"{escape(fields[e.field])}: {before}{escape(e.after or '–')}"

    def _head(self, row: CodeRow, muted: str) -> str:
        above = " › ".join(row.path[:-1])
        facts = [self.tr("Key {}").format(row.key)] if row.key else []
        if row.scope == "document":
            facts.append(self.tr("for whole documents"))
        if row.exclusive:
            facts.append(self.tr("its sub-codes exclude each other"))
        if row.state != "open":
            facts.append(self.tr("retired") if row.state == "retired" else self.tr("proposed"))
        color = self._theme.bar(row.color).name()
        room = round(self._theme.step(self.font()) * 9)  # for the button in the corner
        head = f"<p style='color:{muted};margin-bottom:0;margin-right:{room}px'>{escape(above)}</p>" if above else ""
        head += (
            f"<p style='margin-top:0;margin-bottom:2px;margin-right:{room}px'><span style='color:{color}'>■</span> "
            f"<b>{escape(row.name)}</b></p>"
        )
        return head + (f"<p style='color:{muted};margin-top:0'>{escape(' · '.join(facts))}</p>" if facts else "")

    @staticmethod
    def _part(title: str, words: str, muted: str) -> str:
        if not words:
            return ""
        head = f"<span style='color:{muted}'>{escape(title)}</span><br>" if title else ""
        return f"<p>{head}{escape(words).replace(chr(10), '<br>')}</p>"

    # editing

    @property
    def _may_edit(self) -> bool:
        """The lead changes every code; in a package, a coder what they propose."""
        w, row = self._workspace, self._row
        return row is not None and w.writable and (not w.is_package or row.state == "proposed")

    def edit(self) -> bool:
        """Opens the form on the code that is shown; False for one that may not be changed here."""
        if self._row is None or not self._may_edit:
            return self._row is None
        self._form.load(self._row, leads=not self._workspace.is_package)
        self._pages.setCurrentWidget(self._form)
        self._form.setFocus()
        return True

    @property
    def editing(self) -> bool:
        return self._pages.currentWidget() is self._form

    def _save(self, fields: dict[str, object]) -> None:
        row = self._row
        if row is None:
            self._read()
            return
        changed = {name: value for name, value in fields.items() if value != getattr(row, name)}
        if not changed or self._workspace.do(edit_code, code_id=row.id, **changed):
            self._read()
            self.edited.emit(row.id)

    def _read(self) -> None:
        self._pages.setCurrentWidget(self._reading)
        self.refresh()
        self._text.setFocus()


class Words(QTextBrowser):
    """resized(): it is of another size, or its scroll bar came or went."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class CodeForm(QScrollArea):
    """The fields of a code. saved(dict): what stands in them, by name; given_up(): Esc."""

    saved = Signal(dict)
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._name, self._key = QLineEdit(), QLineEdit()
        self._key.setMaxLength(LONGEST)
        self._key.setToolTip(self.tr("One to three letters or digits, typed in a row on a selected passage"))
        self._key.setMaximumWidth(self.fontMetrics().averageCharWidth() * 7)
        self._texts = {name: QPlainTextEdit() for name in ("definition", "include", "exclude", "examples")}
        self._texts["examples"].setPlaceholderText(self.tr("One example a line"))
        self._scope, self._state = QComboBox(), QComboBox()
        for words, value in ((self.tr("passages"), "passage"), (self.tr("whole documents"), "document")):
            self._scope.addItem(words, value)
        for words, value in (
            (self.tr("open"), "open"), (self.tr("retired"), "retired"), (self.tr("proposed"), "proposed"),
        ):  # fmt: skip
            self._state.addItem(words, value)
        self._exclusive = QCheckBox(self.tr("Its sub-codes exclude each other"))
        self._save = QPushButton(self.tr("Save"))
        self._save.setToolTip(self.tr("Ctrl+Enter"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self._save.clicked.connect(self._send)
        self._cancel.clicked.connect(self.given_up)

    def _lay_out(self) -> None:
        page = QWidget()
        form = QFormLayout(page)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        labels = {
            "definition": self.tr("Definition"), "include": self.tr("Include"), "exclude": self.tr("Exclude"),
            "examples": self.tr("Examples"),
        }  # fmt: skip
        form.addRow(self.tr("Name"), self._name)
        for name, box in self._texts.items():
            box.setTabChangesFocus(True)
            lines = 5 if name == "definition" else 3
            box.setFixedHeight(round(box.fontMetrics().lineSpacing() * (lines + 0.8)))
            form.addRow(labels[name], box)
            box.installEventFilter(self)
        form.addRow(self.tr("Key"), self._key)
        form.addRow(self.tr("Used on"), self._scope)
        form.addRow(self.tr("State"), self._state)
        form.addRow(self._exclusive)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._cancel)
        buttons.addStretch()
        form.addRow(buttons)
        self.setWidget(page)
        self.setFocusProxy(self._texts["definition"])

    def load(self, row: CodeRow, *, leads: bool) -> None:
        self._name.setText(row.name)
        self._key.setText(row.key)
        for name, box in self._texts.items():
            value = getattr(row, name)
            box.setPlainText("\n".join(value) if name == "examples" else value)
        self._scope.setCurrentIndex(self._scope.findData(row.scope))
        self._state.setCurrentIndex(self._state.findData(row.state))
        self._state.setEnabled(leads)
        self._exclusive.setChecked(row.exclusive)

    def _send(self) -> None:
        fields: dict[str, object] = {"name": self._name.text(), "key": self._key.text().strip().lower()}
        for name, box in self._texts.items():
            text = box.toPlainText().strip()
            lines = tuple(line.strip() for line in text.split("\n") if line.strip())
            fields[name] = lines if name == "examples" else text
        fields |= {
            "scope": self._scope.currentData(), "state": self._state.currentData(),
            "exclusive": self._exclusive.isChecked(),
        }  # fmt: skip
        self.saved.emit(fields)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._is_send(event):
            self._send()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif self._is_send(event):
            self._send()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_send(event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
