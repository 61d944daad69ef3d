"""Sources are shown before they come in; what is ticked comes in as shown; the rest stays out and is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coder.documents import document_rows, living_documents
from coder.project import Project
from ui.dialogs.bring import BringPanel
from ui.models.incoming import Row
from ui.tasks import Tasks
from ui.theme import Theme
from ui.workspace import Workspace

Files = Callable[..., list[Path]]
RUSSIAN = "Губернатор подписал указ о выплатах.\nДеньги даст область, а не центр.\n" * 4
PAGE = (
    "<html><head><title>News</title></head><body><nav><a href='/'>Home</a> <a href='/c'>Contact us</a></nav><article>"
    "<h1>News</h1>" + "".join(
        f"<p>The governor of district {n} raises the payment, and it comes from the fund of the province in year {n}, "
        "as was said in a long report that the newspaper printed on its first page.</p>" for n in range(12)
    )
    + "</article><footer>Contact us by mail</footer></body></html>"
)  # fmt: skip


@pytest.fixture
def panel(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, theme: Theme, shown: Callable[..., BringPanel], tmp_path: Path
) -> BringPanel:
    path = tmp_path / "Study.intercoder"
    Project.create(path, title="Who recruits?", lead="Ana").close()
    workspace.open(path)
    return shown(BringPanel(workspace, tasks, theme))


def looked(qtbot: QtBot, panel: BringPanel, paths: list[Path]) -> None:
    panel.look_at(paths)
    qtbot.waitUntil(lambda: panel.state == "ready", timeout=20_000)


def over(qtbot: QtBot, panel: BringPanel) -> None:
    """What was chosen is in, and told."""
    qtbot.waitUntil(lambda: panel.state == "done", timeout=20_000)


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)


def row(panel: BringPanel, name: str) -> Row:
    (found,) = [r for r in panel.model.rows if r.name == name]
    return found


def names(workspace: Workspace) -> list[str]:
    return [d.name for d in workspace.ask(living_documents)]


def test_three_good_files_come_in_with_enter(qtbot, panel, workspace, files):
    looked(qtbot, panel, files(a__txt="One text.", b__md="# Two\n\nWords.", c__html=PAGE))
    assert names(workspace) == []
    assert panel.bring.text() == "Import 3 documents"
    assert panel.bring.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    assert names(workspace) == ["a.txt", "b.md", "c.html"]
    assert workspace.undo_depth == 1
    assert panel.head.text() == "3 documents added."


def test_escape_gives_up_and_nothing_came_in(qtbot, panel, workspace, files):
    looked(qtbot, panel, files(a__txt="One text."))
    with qtbot.waitSignal(panel.given_up):
        press(qtbot, Qt.Key.Key_Escape)
    assert (panel.state, names(workspace)) == ("empty", [])
    assert len(panel.model.rows) == 0


def test_space_takes_a_source_out_and_f2_gives_another_name(qtbot, panel, workspace, files):
    looked(qtbot, panel, files(a__txt="One text.", b__txt="Another text."))
    panel.list.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert panel.bring.text() == "Import 1 document"
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "Letter to Berlin")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Letter to Berlin" in [r.name for r in panel.model.rows])
    panel.list.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    assert names(workspace) == ["Letter to Berlin"]


def test_space_ticks_all_that_are_selected(qtbot, panel, files):
    looked(qtbot, panel, files(a__txt="One.", b__txt="Two.", c__pdf=b"%PDF-1.4 nothing else"))
    panel.list.setFocus()
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_Space)
    assert panel.chosen() == []
    assert not panel.bring.isEnabled()
    press(qtbot, Qt.Key.Key_Space)
    assert [r.name for r in panel.chosen()] == ["a.txt", "b.txt"]


def test_a_file_that_cannot_be_read_stays_listed_with_advice(qtbot, panel, workspace, files, tmp_path):
    looked(qtbot, panel, files(good__txt="A text.", broken__pdf=b"%PDF-1.4 nothing else"))
    assert panel.head.text() == "1 source can be brought in. 1 cannot."
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    assert names(workspace) == ["good.txt"]
    (bad,) = panel.model.rows
    assert bad.name == "broken.pdf"
    assert bad.failed.advice in panel.model.remarks(bad)
    panel.report.save_to(str(tmp_path / "report.txt"))
    told = (tmp_path / "report.txt").read_text("utf-8")
    assert "good.txt" in told
    assert f"broken.pdf: {bad.failed.why} {bad.failed.advice}" in told
    panel.report.copy_text()
    assert QGuiApplication.clipboard().text() == told


def test_the_encoding_is_told_and_another_reads_the_file_anew(qtbot, panel, workspace, files):
    looked(qtbot, panel, files(указ__txt=RUSSIAN.encode("cp1251")))
    assert row(panel, "указ.txt").encoding == "cp1251"
    assert panel.preview.text.toPlainText().startswith("Губернатор")
    box = panel.preview.encoding
    box.setFocus()
    box.setCurrentIndex(box.findData("koi8-r"))
    with qtbot.waitSignal(panel._tasks.stopped):
        box.activated.emit(box.currentIndex())
    assert not panel.preview.text.toPlainText().startswith("Губернатор")
    assert row(panel, "указ.txt").how.encoding == "koi8-r"
    assert len(panel.model.rows) == 1
    panel.bring_in()
    over(qtbot, panel)
    assert workspace.ask(living_documents)[0].name == "указ.txt"


def test_of_a_web_page_the_article_or_all_of_it(qtbot, panel, files):
    looked(qtbot, panel, files(news__html=PAGE))
    assert "Contact us" not in panel.preview.text.toPlainText()
    box = panel.preview.page
    assert box.isVisible()
    box.setCurrentIndex(1)
    with qtbot.waitSignal(panel._tasks.stopped):
        box.activated.emit(1)
    assert "Contact us" in panel.preview.text.toPlainText()


def test_a_variable_is_set_for_all_chosen_and_comes_in(qtbot, panel, workspace, files):
    looked(qtbot, panel, files(a__txt="One.", b__txt="Two.", c__txt="Three."))
    panel.list.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(panel.preview.variable, "outlet")
    qtbot.keyClicks(panel.preview.value, "Radio")
    qtbot.keyClick(panel.preview.value, Qt.Key.Key_Return)
    assert names(workspace) == []  # Enter in a line does not import
    panel.bring_in()
    over(qtbot, panel)
    rows = workspace.ask(document_rows, workspace.coder_id)
    assert sorted(d.name for d in rows if d.variables.get("outlet") == "Radio") == ["a.txt", "b.txt"]


def test_what_is_here_already_is_told_and_not_ticked(qtbot, panel, workspace, files):
    paths = files(a__txt="The same text.")
    looked(qtbot, panel, paths)
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    looked(qtbot, panel, [*paths, *files(copy__txt="The same text.")])
    assert row(panel, "a.txt").here
    assert not row(panel, "a.txt").ticked
    assert row(panel, "copy.txt").twin.name == "a.txt"
    assert any("“a.txt”" in words for words in panel.model.remarks(row(panel, "copy.txt")))


def test_an_exchange_file_with_a_mistake_does_not_keep_the_others_out(qtbot, panel, workspace, files):
    wrong = (
        '{"format": "intercoder-study", "version": 1, "documents": [{"name": "d", "text": "abc"}], '
        '"codes": [{"name": "A"}], "codings": [{"document": "d", "code": "Missing", "start": 0, "end": 2}]}'
    )
    looked(qtbot, panel, files(good__txt="A text.", study__json=wrong))
    panel.bring_in()
    over(qtbot, panel)
    assert "good.txt" in names(workspace)
    assert panel.state == "done"


def test_reading_is_stopped_and_what_was_shown_before_stays(qtbot, panel, tasks, workspace, files):
    looked(qtbot, panel, files(first__txt="The first."))
    panel.look_at(files(**{f"n{n}__txt": f"Text {n}." for n in range(300)}))
    tasks.cancel()
    qtbot.waitUntil(lambda: panel.state == "ready" and not tasks.busy, timeout=20_000)
    assert [r.name for r in panel.model.rows] == ["first.txt"]
    assert names(workspace) == []


def test_giving_up_while_reading_leaves_nothing(qtbot, panel, tasks, files):
    panel.look_at(files(**{f"n{n}__txt": f"Text {n}." for n in range(300)}))
    panel.give_up()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
    assert panel.state == "empty"
    assert len(panel.model.rows) == 0


def test_more_files_join_those_shown(qtbot, panel, files):
    looked(qtbot, panel, files(a__txt="One."))
    looked_at = files(a__txt="One.", b__txt="Two.")
    panel.look_at(looked_at)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 2, timeout=20_000)
    assert [r.name for r in panel.model.rows] == ["a.txt", "b.txt"]


def test_a_pattern_of_file_names_shows_what_it_gives_and_gives_it(qtbot, panel, workspace, files):
    looked(qtbot, panel, files(**{"2024-07-31_Radio_Decree__txt": "A text.", "notes__txt": "Another."}))
    panel.list.select_key(row(panel, "2024-07-31_Radio_Decree.txt").key)
    panel._show_chosen()
    line = panel.for_all.pattern
    qtbot.keyClicks(line, "{date}_{outlet}")
    assert panel.for_all.gives.text() == "date: 2024-07-31 · outlet: Radio_Decree"
    qtbot.keyClicks(line, "_{title}")
    assert "title: Decree" in panel.for_all.gives.text()
    with qtbot.waitSignal(panel._tasks.stopped):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert names(workspace) == []
    assert row(panel, "2024-07-31_Radio_Decree.txt").variables["outlet"] == "Radio"
    assert any("pattern" in words for words in panel.model.remarks(row(panel, "notes.txt")))


def test_a_pattern_with_a_mistake_is_told_as_it_is_typed_and_changes_nothing(qtbot, panel, files):
    looked(qtbot, panel, files(a__txt="A text."))
    qtbot.keyClicks(panel.for_all.pattern, "{date")
    assert "no pattern" in panel.for_all.gives.text()
    qtbot.keyClick(panel.for_all.pattern, Qt.Key.Key_Return)
    assert panel.state == "ready"
    assert "date" not in row(panel, "a.txt").variables


def test_names_are_replaced_and_the_key_stands_beside_only_when_it_came_in(qtbot, panel, workspace, files, tmp_path):
    listed, key = tmp_path / "names.csv", tmp_path / "key.csv"
    listed.write_text("name,pseudonym\nMaria,P1\n", "utf-8")
    looked(qtbot, panel, files(a__txt="Maria said so. Nobody asked Maria.", b__txt="Maria again."))
    with qtbot.waitSignal(panel._tasks.stopped):
        panel.for_all.use_names(listed, key)
    assert panel.preview.text.toPlainText() == "P1 said so. Nobody asked P1."
    assert not key.exists()
    panel.model.tick([row(panel, "b.txt")], False)
    panel.bring_in()
    over(qtbot, panel)
    assert names(workspace) == ["a.txt"]
    told = key.read_text("utf-8-sig").splitlines()
    assert len(told) == 3  # b.txt stayed out, and so did its places
    assert told[1].startswith("a.txt,Maria,P1")


def test_reprints_become_one_story_when_asked(qtbot, panel, workspace, files):
    long = "The governor raises the payment and it comes from the reserve fund of the province. " * 3
    looked(qtbot, panel, files(a__txt=long, b__txt=long))
    with qtbot.waitSignal(panel._tasks.stopped):
        panel.for_all.stories.click()
    panel.bring_in()
    over(qtbot, panel)
    rows = workspace.ask(document_rows, workspace.coder_id)
    assert {d.variables.get("story") for d in rows} == {"a.txt"}


def test_the_sheet_of_a_workbook_can_be_chosen(qtbot, panel, tmp_path):
    book = openpyxl.Workbook()
    said = {"Posts": "Words of a post that somebody wrote", "Letters": "Words of a letter, a longer one"}
    for title, words in said.items():
        sheet = book.create_sheet(title)
        sheet.append(["id", "text", title])
        sheet.append(["1", words, "x"])
    book.save(tmp_path / "a.xlsx")
    looked(qtbot, panel, [tmp_path / "a.xlsx"])
    box = panel.preview.sheet
    assert box.isVisible()
    assert [box.itemText(n) for n in range(box.count())] == ["as found", "Posts", "Letters"]
    box.setCurrentIndex(box.findData("Letters"))
    with qtbot.waitSignal(panel._tasks.stopped):
        box.activated.emit(box.currentIndex())
    assert panel.preview.text.toPlainText() == said["Letters"]


def test_a_table_gives_a_document_a_row_and_its_columns_can_be_chosen(qtbot, panel, workspace, files):
    table = "id,post,place\n" + "\n".join(
        f'{n},"Words of a post that somebody wrote number {n}, and some more of them",Town {n % 3}' for n in range(30)
    )
    looked(qtbot, panel, files(posts__csv=table))
    assert len(panel.model.rows) == 30
    assert panel.preview.text_column.isVisible()
    box = panel.preview.text_column
    box.setCurrentIndex(box.findData("place"))
    with qtbot.waitSignal(panel._tasks.stopped):
        box.activated.emit(box.currentIndex())
    assert panel.preview.text.toPlainText() == "Town 0"
