"""Sources read otherwise before they come in: stopped and queued reading, scans, tables, new versions, archives."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coder.documents import document_rows, living_documents, text_of
from tests.ui.dialogs.test_bring import RUSSIAN, looked, names, over, panel, press, row

__all__ = ["panel"]

LONG = " ".join(f"The governor of district {n} raises the payment once more in that year." for n in range(12))


# -- one queue --------------------------------------------------------------------------------


def test_files_added_while_others_are_read_are_shown_before_it_is_ready(qtbot, panel, files):
    states: list[tuple[str, int]] = []
    panel.look_at(files(**{f"n{n}__txt": f"Text {n}." for n in range(40)}))
    panel.look_at(files(late__txt="The last."))
    panel.queue.took.connect(lambda *_: states.append((panel.state, len(panel.model.rows))))
    qtbot.waitUntil(lambda: panel.state == "ready", timeout=20_000)
    assert len(panel.model.rows) == 41
    assert ("ready", 40) not in states
    assert panel.bring.text() == "Import 41 documents"


def test_a_folder_given_twice_or_with_a_file_of_it_is_shown_once(qtbot, panel, files):
    (path,) = files(a__txt="One.")
    looked(qtbot, panel, [path])
    files(b__txt="Two.")
    panel.look_at([path.parent, path.parent])
    qtbot.waitUntil(lambda: len(panel.model.rows) == 2 and panel.state == "ready", timeout=20_000)
    panel.look_at([path.parent])
    assert [r.name for r in panel.model.rows] == ["a.txt", "b.txt"]


def test_after_a_stop_the_choice_that_is_shown_is_the_one_that_was_read(qtbot, panel, tasks, files):
    looked(qtbot, panel, files(указ__txt=RUSSIAN.encode("cp1251")))
    box = panel.preview.encoding
    box.setCurrentIndex(box.findData("koi8-r"))
    box.activated.emit(box.currentIndex())
    tasks.cancel()
    qtbot.waitUntil(lambda: panel.state == "ready" and not tasks.busy, timeout=20_000)
    shown = row(panel, "указ.txt")
    if shown.how.encoding is None:  # it was stopped in time
        assert box.currentData() is None
        assert panel.preview.text.toPlainText().startswith("Губернатор")
    assert panel.queue.how.get(shown.path, shown.how) == shown.how


def test_after_a_stop_the_pattern_that_is_shown_is_the_one_that_was_read(qtbot, panel, tasks, files):
    looked(qtbot, panel, files(**{f"2024-07-{n:02}_Radio__txt": f"Text {n}." for n in range(1, 29)}))
    qtbot.keyClicks(panel.for_all.pattern, "{date}_{outlet}")
    qtbot.keyClick(panel.for_all.pattern, Qt.Key.Key_Return)
    tasks.cancel()
    qtbot.waitUntil(lambda: panel.state == "ready" and not tasks.busy, timeout=20_000)
    assert panel.for_all.pattern.text() == panel.queue.every.pattern
    assert ("outlet" in panel.model.rows[0].variables) == bool(panel.queue.every.pattern)


# -- stopping what is written -----------------------------------------------------------------


def many(files: Callable[..., list[Path]], n: int) -> list[Path]:
    return files(**{f"n{number}__txt": f"{LONG} Number {number}." * 8 for number in range(n)})


def test_bringing_in_is_stopped_with_escape_and_leaves_nothing(qtbot, panel, tasks, workspace, files):
    looked(qtbot, panel, many(files, 300))
    press(qtbot, Qt.Key.Key_Return)
    assert panel.state == "bringing"
    assert not workspace.writable
    with qtbot.waitSignal(panel.given_up, timeout=20_000):
        press(qtbot, Qt.Key.Key_Escape)
    assert not tasks.busy
    assert (names(workspace), workspace.undo_depth) == ([], 0)
    assert workspace.writable
    assert panel.state == "empty"


def test_what_was_stopped_while_it_was_written_stays_chosen_and_can_come_in(qtbot, panel, tasks, workspace, files):
    looked(qtbot, panel, many(files, 200))
    press(qtbot, Qt.Key.Key_Return)
    tasks.cancel()
    qtbot.waitUntil(lambda: panel.state == "ready", timeout=20_000)
    assert names(workspace) == []
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    assert len(names(workspace)) == 200


def test_who_shows_documents_is_told_once(qtbot, panel, workspace, files):
    told = []
    workspace.changed.connect(told.append)
    looked(qtbot, panel, files(a__txt="One.", b__txt="Two."))
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].operation == "bring_in"


def test_files_added_later_are_compared_with_those_shown(qtbot, panel, files):
    text = "The governor of the province signed the order, and the newspapers wrote about it for a whole week. " * 3
    looked(qtbot, panel, files(first__txt=text))
    looked(qtbot, panel, files(reprint__txt=text + "More.", same__txt=text, other__txt="Boats."))
    twins = {r.name: (r.twin.kind, r.twin.name) if r.twin else None for r in panel.model.rows}
    assert twins == {
        "first.txt": None, "reprint.txt": ("nearly", "first.txt"), "same.txt": ("text", "first.txt"),
        "other.txt": None,
    }  # fmt: skip


def test_a_file_read_otherwise_is_compared_with_those_before_it_only(qtbot, panel, files):
    text = "The governor of the province signed the order, and the newspapers wrote about it."
    looked(qtbot, panel, files(a__txt=text, b__txt=text))
    for name in ("a.txt", "b.txt"):
        panel.list.select_key(row(panel, name).key)
        panel._show_chosen()
        panel.preview.how_wanted.emit({"encoding": "utf-8"})
        qtbot.waitUntil(lambda name=name: panel.state == "ready" and row(panel, name).how.encoding == "utf-8")
    assert row(panel, "a.txt").twin is None
    assert row(panel, "b.txt").twin.name == "a.txt"


# -- scans ------------------------------------------------------------------------------------


def test_what_to_do_about_a_scan_names_the_box_and_not_the_command_s_option(qtbot, panel, files):
    looked(qtbot, panel, files(a__txt="One text.", scan__pdf=scan()))
    told = " ".join(panel.model.remarks(row(panel, "scan.pdf")))
    assert "“Scanned pages”" in told
    assert "--ocr" not in told
    panel.bring_in()
    over(qtbot, panel)
    assert "“Scanned pages”" in panel.report.text
    assert "--ocr" not in panel.report.text


def scan() -> bytes:
    from tests.coder.importers.making import pdf

    return pdf([[]])


def tesseract(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    program = folder / "tesseract"
    head = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\\t")
    program.write_text(
        "#!/bin/sh\n"
        "if [ \"$1\" = --list-langs ]; then printf 'List of languages (3):\\neng\\nosd\\nrus\\n'; exit 0; fi\n"
        f"printf '{head}\\n'\n"
        "printf '5\\t1\\t1\\t1\\t1\\t1\\t300\\t300\\t200\\t50\\t90\\tУказ\\n'\n",
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_scan_is_recognised_where_tesseract_is(qtbot, panel, workspace, files, tmp_path, monkeypatch):
    tesseract(tmp_path / "programs", monkeypatch)
    looked(qtbot, panel, files(scan__pdf=scan()))
    assert row(panel, "scan.pdf").failed is not None
    box = panel.preview.ocr
    assert box.isVisible()
    assert box.isEnabled()
    assert [box.itemData(n) for n in range(box.count())] == [None, "eng", "rus"]
    assert not panel.preview.ocr_help.isVisible()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: row(panel, "scan.pdf").failed is None, timeout=20_000)
    assert panel.preview.text.toPlainText() == "Указ"
    panel.bring_in()
    over(qtbot, panel)
    assert names(workspace) == ["scan.pdf"]


def test_without_tesseract_the_choice_is_off_and_says_what_to_install(qtbot, panel, files, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    looked(qtbot, panel, files(scan__pdf=scan()))
    assert panel.preview.ocr.isVisible()
    assert not panel.preview.ocr.isEnabled()
    assert panel.preview.ocr_help.isVisible()
    assert "tesseract-ocr" in panel.preview.ocr_help.text()


# -- a table of variables ---------------------------------------------------------------------


def test_a_table_gives_variables_and_tells_what_fits_nothing_before_it_comes_in(
    qtbot, panel, workspace, files, tmp_path
):
    table = tmp_path / "variables.csv"
    table.write_text("document,outlet,date\na.txt,Radio,2024-07-31\ngone.txt,Paper,\n", "utf-8")
    looked(qtbot, panel, files(a__txt="One.", b__txt="Two."))
    panel.for_all.use_table(str(table))
    assert row(panel, "a.txt").variables["outlet"] == "Radio"
    assert panel.for_all.fits.text() == "1 row of the table matches no document. 1 source has no row in it."
    assert panel.preview.unmatched.isVisible()
    assert "“gone.txt”: no document" in panel.preview.unmatched.text()
    assert any("no row" in words for words in panel.model.remarks(row(panel, "b.txt")))
    assert names(workspace) == []
    panel.bring_in()
    over(qtbot, panel)
    rows = {d.name: d.variables for d in workspace.ask(document_rows, workspace.coder_id)}
    assert (rows["a.txt"]["outlet"], rows["a.txt"]["date"]) == ("Radio", "2024-07-31")
    assert "outlet" not in rows["b.txt"]
    assert "gone.txt" in panel.report.text


def test_what_is_typed_here_wins_over_the_table(qtbot, panel, workspace, files, tmp_path):
    table = tmp_path / "variables.csv"
    table.write_text("document,outlet\na,Radio\n", "utf-8")
    looked(qtbot, panel, files(a__txt="One."))
    panel.for_all.use_table(str(table))
    qtbot.keyClicks(panel.preview.variable, "outlet")
    qtbot.keyClicks(panel.preview.value, "Paper")
    qtbot.keyClick(panel.preview.value, Qt.Key.Key_Return)
    panel.bring_in()
    over(qtbot, panel)
    rows = workspace.ask(document_rows, workspace.coder_id)
    assert [d.variables["outlet"] for d in rows] == ["Paper"]


def test_a_renamed_source_finds_its_row_and_the_table_can_be_let_go(qtbot, panel, files, tmp_path):
    table = tmp_path / "variables.csv"
    table.write_text("document,outlet\nLetter,Radio\n", "utf-8")
    looked(qtbot, panel, files(a__txt="One."))
    panel.for_all.use_table(str(table))
    assert "no document" in panel.preview.unmatched.text()
    panel.list.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "Letter")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [r.variables.get("outlet") for r in panel.model.rows] == ["Radio"])
    assert not panel.preview.unmatched.isVisible()
    panel.for_all.variables.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert "outlet" not in row(panel, "Letter").variables
    assert not panel.for_all.fits.isVisible()


def test_a_table_that_is_none_is_told(qtbot, panel, files, tmp_path):
    (tmp_path / "bad.csv").write_text("only one column\n", "utf-8")
    looked(qtbot, panel, files(a__txt="One."))
    with qtbot.waitSignal(panel.failed):
        panel.for_all.use_table(str(tmp_path / "bad.csv"))
    assert panel.for_all.table == []


# -- new versions -----------------------------------------------------------------------------


def test_another_text_of_a_document_comes_in_as_its_new_version_when_that_is_chosen(qtbot, panel, workspace, files):
    looked(qtbot, panel, files(decree__txt="What was said first."))
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    (document,) = workspace.ask(living_documents)
    looked(qtbot, panel, files(decree__txt="What was said later.", other__txt="Another."))
    again = row(panel, "decree.txt")
    assert "It is another text of “decree.txt”, which is in the project." in panel.model.remarks(again)
    panel.list.select_key(again.key)
    panel._show_chosen()
    box = panel.preview.version
    assert box.isVisible()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert again.version
    assert "It becomes the new version of “decree.txt”." in panel.model.remarks(again)
    panel.bring_in()
    over(qtbot, panel)
    assert workspace.ask(text_of, document.id) == "What was said later."
    assert sorted(names(workspace)) == ["decree.txt", "other.txt"]
    assert panel.head.text() == "1 document added. 1 document has a new version."
    workspace.undo()
    assert names(workspace) == ["decree.txt"]
    assert workspace.ask(text_of, document.id) == "What was said first."


def test_left_as_it_is_another_text_comes_in_as_a_document_of_its_own(qtbot, panel, workspace, files):
    looked(qtbot, panel, files(decree__txt="What was said first."))
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    looked(qtbot, panel, files(decree__txt="What was said later."))
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    assert len(names(workspace)) == 2


def test_of_two_texts_only_one_is_the_new_version(qtbot, panel, workspace, files, tmp_path):
    looked(qtbot, panel, files(decree__txt="What was said first."))
    press(qtbot, Qt.Key.Key_Return)
    over(qtbot, panel)
    paths = []
    for n in (1, 2):
        (tmp_path / str(n)).mkdir()
        paths.append(tmp_path / str(n) / "decree.txt")
        paths[-1].write_text(f"What was said later, {n}.", "utf-8")
    looked(qtbot, panel, paths)
    for each in panel.model.rows:
        panel.preview.rows = [each]
        panel.preview.version_wanted.emit(True)
    assert [each.version for each in panel.model.rows] == [False, True]


# -- archives ---------------------------------------------------------------------------------


def test_one_bad_file_of_an_archive_is_named_and_read_alone(qtbot, panel, files, tmp_path, monkeypatch):
    tesseract(tmp_path / "programs", monkeypatch)
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("north/decree.txt", "A decree.")
        packed.writestr("south/scan.pdf", scan())
    looked(qtbot, panel, [archive])
    bad = row(panel, "all.zip/south/scan.pdf")
    good = row(panel, "decree.txt").key
    panel.list.select_key(bad.key)
    panel._show_chosen()
    box = panel.preview.ocr
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, "rus+eng")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(r.name == "scan.pdf" for r in panel.model.rows), timeout=20_000)
    assert [r.name for r in panel.model.rows] == ["decree.txt", "scan.pdf"]
    assert row(panel, "decree.txt").key == good  # that one was not read anew
    assert row(panel, "scan.pdf").how.ocr == "rus+eng"
