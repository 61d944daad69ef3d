"""The window as a screen reader meets it: its controls, what each is called, and what is wrong with that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTabBar, QTextEdit,
)  # fmt: skip
_QT_OWN = ("qt_", "ScrollLeftButton", "ScrollRightButton")  # made by Qt inside its own controls
_HINT = re.compile(r"\((?:(?:Ctrl|Alt|Shift|Meta)\+.+|F\d+|Enter|Delete|Esc|Space|[⌘⌥⇧⌃].*)\)$")
Role = QAccessible.Role
_ROLES = (
    (QComboBox, {Role.ComboBox}), (QLineEdit, {Role.EditableText}),
    (QAbstractSpinBox, {Role.SpinBox, Role.EditableText}),
    (QTabBar, {Role.PageTabList}), (QTableView, {Role.Table}), (QAbstractItemView, {Role.List, Role.Tree, Role.Table}),
    (QAbstractButton, {Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu, Role.ButtonDropDown}),
    (QAbstractSlider, {Role.Slider, Role.ScrollBar}),
    (QPlainTextEdit, {Role.EditableText, Role.StaticText, Role.Document}),
    (QTextEdit, {Role.EditableText, Role.StaticText, Role.Document}),
)  # fmt: skip


def where(widget: QWidget) -> str:
    """A widget by what it stands in."""
    chain = []
    at: QWidget | None = widget
    while at is not None and len(chain) < 5:
        words = at.placeholderText() if isinstance(at, QLineEdit) else at.toolTip()
        chain.append(f"{type(at).__name__}({at.objectName() or words})")
        at = at.parentWidget()
    return " in ".join(chain)


def _label_of(widget: QWidget) -> str:
    """The words of the label that leads to it, which stands beside it."""
    around = widget.parentWidget()
    labels = around.findChildren(QLabel) if around is not None else []
    return next((label.text() for label in labels if label.buddy() is widget), "")


def told(widget: QWidget) -> str:
    """What a widget is called. Not what Qt tells of a combo box on Linux: that is what is chosen in it."""
    named = widget.accessibleName() or _label_of(widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    if not named and interface is not None and not isinstance(widget, QComboBox):
        named = interface.text(QAccessible.Text.Name)
    return named.strip()


def _inside_a_control(widget: QWidget) -> bool:
    """The line of a spin box, the list of a combo box, a header: told with what they are part of."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, (QAbstractItemView, QAbstractSpinBox, QTabBar)):
            return True
        parent = parent.parentWidget()
    return widget.window() is not widget and type(widget.window()).__name__ == "QComboBoxPrivateContainer"


def _waits_for_words(widget: QWidget) -> bool:
    """A button that is put away until an act gives it its words."""
    return isinstance(widget, QAbstractButton) and not widget.isVisible() and widget.icon().isNull()


def takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def spoken_controls(top: QWidget) -> Iterator[QWidget]:
    """Every control in a widget, in sight or not, and whatever else can have the keys."""
    for widget in top.findChildren(QWidget):
        wanted = isinstance(widget, CONTROLS) or takes_keys(widget)
        own = widget.objectName().startswith(_QT_OWN) or isinstance(widget, QScrollBar)
        if wanted and not own and not _inside_a_control(widget) and not _waits_for_words(widget):
            yield widget


def misnamed(top: QWidget) -> list[str]:
    """What has no name, the name of its class, or its key within its name."""
    found = []
    for widget in spoken_controls(top):
        name = told(widget)
        if not name or name in {type(widget).__name__, type(widget).__bases__[0].__name__}:
            found.append(f"no name: {where(widget)}")
        elif isinstance(widget, QAbstractButton) and _HINT.search(name) and name != widget.text():
            found.append(f"a key within the name “{name}”: {where(widget)}")
    return found


def untold_boxes(top: QWidget) -> list[str]:
    """Combo boxes in sight of which only what is chosen would be heard.

    Qt on Linux tells that as the name; what the box is for is heard from its label or its description.
    """
    found = []
    for box in top.findChildren(QComboBox):
        interface = QAccessible.queryAccessibleInterface(box)
        if interface is None or not box.isVisible() or _inside_a_control(box):
            continue
        if not _label_of(box) and not interface.text(QAccessible.Text.Description).strip():
            found.append(f"only its choice is told: {told(box)}: {where(box)}")
    return found


def alike(top: QWidget) -> list[str]:
    """Buttons in sight of one pane that share a name, those that Qt makes for itself left out."""
    names = Counter(
        told(w) for w in spoken_controls(top)
        if isinstance(w, QAbstractButton) and w.isVisible() and type(w.parentWidget()) is not QDockWidget
        and not isinstance(w.parentWidget(), QLineEdit)
    )  # fmt: skip
    return [f"{n} buttons are called “{name}”" for name, n in names.items() if n > 1]


def of_another_kind(top: QWidget) -> list[str]:
    """Controls in sight whose role is not that of their kind; text in sight that nobody could read out."""
    found = []
    for widget in spoken_controls(top):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not widget.isVisible() or interface is None:
            continue
        for kind, roles in _ROLES:
            if isinstance(widget, kind):
                if interface.role() not in roles:
                    found.append(f"{interface.role().name}: {where(widget)}")
                break
        else:
            if interface.role() == Role.Client and not isinstance(widget, QAbstractScrollArea):
                found.append(f"takes the keys, and is nothing but a widget: {where(widget)}")
    return found


def nameless_columns(top: QWidget) -> list[str]:
    """Columns of tables whose title is told to nobody."""
    found = []
    for view in top.findChildren(QTableView):
        model = view.model()
        for column in range(model.columnCount() if model is not None else 0):
            titles = (
                model.headerData(column, Qt.Orientation.Horizontal, role)
                for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
            )
            if not view.isColumnHidden(column) and not any(str(title or "").strip() for title in titles):
                found.append(f"column {column} of “{view.accessibleName()}”")
    return found


def tree(interface: QAccessibleInterface | None, most: int = 4000) -> Iterator[QAccessibleInterface]:
    """All that a screen reader finds below here in sight; of a list only itself."""
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    if interface.role() not in (Role.Table, Role.Tree, Role.List):
        for n in range(min(interface.childCount(), most)):
            yield from tree(interface.child(n), most)


def unheard(top: QWidget) -> list[str]:
    """Controls in sight that the tree of what is told does not lead to."""
    reached = {id(found.object()) for found in tree(QAccessible.queryAccessibleInterface(top))}
    return [
        f"not to be reached: {where(w)}"
        for w in spoken_controls(top)
        if w.isVisible() and id(w) not in reached
    ]  # fmt: skip


def faults(top: QWidget) -> list[str]:
    """All of the above."""
    checks = (misnamed, untold_boxes, alike, of_another_kind, nameless_columns, unheard)
    return [fault for check in checks for fault in check(top)]


# the way of the Tab key

_LINKS = 6  # at most, in a text


def stops(top: QWidget) -> list[QWidget]:
    """What Tab ought to come to in a widget: what is in sight, can be used, and takes the keys itself.

    What scrolls is left out: it is come to where nothing else is in it.
    """
    return [
        w for w in top.findChildren(QWidget)
        if takes_keys(w) and w.isVisible() and w.isEnabled() and w.focusProxy() is None
        and (not _inside_a_control(w) or isinstance(w, QTabBar)) and not isinstance(w.parentWidget(), QComboBox)
        and not w.objectName().startswith("qt_") and not isinstance(w, QScrollArea)
        and not (isinstance(w, QRadioButton) and not w.isChecked())
    ]  # fmt: skip


def way(first: QWidget, top: QWidget, key: Qt.Key = Qt.Key.Key_Tab, most: int = 80) -> list[QWidget]:
    """Where Tab leads from a control until it leaves the widget, or comes round."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    walked: list[QWidget] = []
    at = QApplication.focusWidget()
    while at is not None and at is not top and top.isAncestorOf(at) and at not in walked and len(walked) < most:
        walked.append(at)
        for _ in range(_LINKS):  # within a text, Tab walks its links first
            QTest.keyClick(at, key)
            if QApplication.focusWidget() is not at:
                break
        at = QApplication.focusWidget()
    return walked


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _goes_back(one: QWidget, other: QWidget) -> bool:
    """Does who goes from one to the other go against the reading? To the top of the next column is forward."""
    a, b = _place(one), _place(other)
    above = b.bottom() < a.top() and b.left() <= a.right()
    in_line = b.top() <= a.center().y() <= b.bottom() or a.top() <= b.center().y() <= a.bottom()
    return above or (in_line and b.right() < a.left())


def lost_on_the_way(top: QWidget) -> list[str]:
    """What Tab does not come to from the first control on, and where it goes back."""
    there = stops(top)
    if not there:
        return []
    first = next(w for w in there if not any(_goes_back(w, other) for other in there if other is not w))
    walked = way(first, top)
    found = [f"not come to: {where(w)}" for w in there if all(w is not at for at in walked)]
    found += [f"from {where(a)}\n    to {where(b)}" for a, b in pairwise(walked) if _goes_back(a, b)]
    in_cells = isinstance(walked[-1], QTableView) and walked[-1].tabKeyNavigation()  # there Tab goes from cell to cell
    if not in_cells and way(walked[-1], top, Qt.Key.Key_Backtab) != walked[::-1]:
        found.append(f"another way back than there: {where(top)}")
    return found
