"""The window in Russian: every sentence is there, whole, fits, and changes nothing in the files."""

from __future__ import annotations

import importlib.util
import re
import string
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget, QPushButton, QTreeView

from coder.data import data_dir
from coder.exporters import export
from coder.project import Project
from tests.ui.conftest import Study
from ui.actions import MENUS, said
from ui.language import LANGUAGES, help_page, sentences, shown, speak
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.widgets.lists import ListView


def _gather() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gather", data_dir("resources") / "translations" / "gather.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gather = _gather()
RUSSIAN = gather.translations(sentences("ru").with_suffix(".ts"))


@pytest.fixture
def in_russian(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    speak("ru")
    yield
    speak("en")
    QLocale.setDefault(locale)


def _places(words: str) -> set[str]:
    """What is filled in: fields of str.format, %1 of Qt, the number %n."""
    named = ["{" + (f or "") + "}" for _, f, _, _ in string.Formatter().parse(words) if f is not None]
    return {*named, *re.findall(r"%(?:n|\d)", words)}


def _keys(words: str) -> list[str]:
    """The keys behind an entry of a menu, their names in English again."""
    return [key.replace("Вверх", "Up").replace("Вниз", "Down") for key in words.split("\t")[1:]]


def test_no_string_of_the_window_lacks_a_russian_one() -> None:
    missing = [key for key in gather.strings() if not all(RUSSIAN.get(key, [""]))]
    assert missing == [], "run resources/translations/gather.py and translate what it adds"


def test_every_marked_string_can_be_gathered() -> None:
    assert gather.hidden() == []


def test_a_string_with_a_number_has_three_forms() -> None:
    wrong = [key for key, plural in gather.strings().items() if len(RUSSIAN.get(key, ())) != (3 if plural else 1)]
    assert wrong == []


def test_what_is_filled_in_and_the_keys_are_the_same() -> None:
    wrong = []
    for key, forms in RUSSIAN.items():
        source = key.partition(gather.APART)[0]
        for form in forms:
            keys = _keys(form) == source.split("\t")[1:] and form.count("&") == source.count("&")
            if _places(form) != _places(source) or not keys:
                wrong.append((source, form))
    assert wrong == []


def test_no_two_menus_have_one_letter(in_russian: None) -> None:
    letters = [said(title).partition("&")[2][0].lower() for _, title in MENUS]
    assert len(letters) == len(set(letters))


def test_the_compiled_sentences_are_those_of_the_source(in_russian: None) -> None:
    for key, forms in RUSSIAN.items():
        source, _, remark = key.partition(gather.APART)
        for n, form in zip((1, 2, 5) if len(forms) == 3 else (-1,), forms, strict=True):
            told = QCoreApplication.translate("Anywhere", source, remark or None, n)
            assert told == form.replace("%n", str(n) if n > 0 else "%n")


@pytest.mark.parametrize(("n", "words"), [(1, "1 фрагмент"), (3, "3 фрагмента"), (11, "11 фрагментов"),
                                          (21, "21 фрагмент"), (102, "102 фрагмента")])  # fmt: skip
def test_numbers_take_their_form(in_russian: None, n: int, words: str) -> None:
    assert QObject().tr("%n segments", "", n) == words


def test_the_buttons_of_qt_are_russian_too(in_russian: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"


def test_numbers_and_dates_follow_the_language(in_russian: None) -> None:
    assert shown() == "ru"
    assert QLocale().toString(0.5, "f", 2) == "0,50"


def test_english_comes_back(in_russian: None) -> None:
    speak("en")
    assert QCoreApplication.translate("Actions", "&File") == "&File"


def test_an_unknown_choice_is_the_system_s(qapp: QApplication) -> None:
    locale = QLocale()
    speak("tlh")
    assert shown() in LANGUAGES
    speak("en")
    QLocale.setDefault(locale)


def test_the_choice_is_kept_for_the_next_start(window: MainWindow, settings: Settings) -> None:
    menu = next(a.menu() for a in window.commands.menus["view"].actions() if a.text() == "Language")
    assert [action.text() for action in menu.actions()] == ["As the system", "English", "Русский"]
    menu.actions()[2].trigger()
    assert settings.language == "ru"
    assert menu.actions()[2].isChecked()


def test_help_is_russian_where_it_is_translated(in_russian: None) -> None:
    assert "Начало работы" in help_page("start").read_text("utf-8")
    assert help_page("agreement").is_file()


def test_menus_and_panes_are_russian(
    in_russian: None, open_window: Callable[[Path | None], MainWindow], study: Study
) -> None:
    window = open_window(study.path)
    assert window.commands.menus["file"].title() == "&Файл"
    assert window.commands["undo"].text() == "Отменить"
    titles = {dock.windowTitle() for dock in window.findChildren(QDockWidget)}
    assert {"Документы", "Коды", "Подробности"} <= titles


def test_nothing_is_cut_off(in_russian: None, open_window: Callable[[Path | None], MainWindow], study: Study) -> None:
    window = open_window(study.path)
    window.resize(1280, 800)
    QApplication.processEvents()
    wide = {dock.windowTitle(): dock.minimumSizeHint().width() for dock in window.findChildren(QDockWidget)}
    assert max(wide.values()) <= 640, wide  # else the panes at its sides are squeezed
    for tree in window.findChildren(QTreeView):
        head = tree.header()
        for n in range(head.count() if tree.isVisible() and head.isVisible() else 0):
            if not head.isSectionHidden(n):
                assert head.sectionSize(n) >= head.sectionSizeHint(n), tree.model().headerData(n, head.orientation())
    for table in window.findChildren(ListView):
        head, model = table.header(), table.model()
        for n in range(head.count() if table.isVisible() else 0):
            title = str(model.headerData(n, head.orientation()))
            assert head.isSectionHidden(n) or head.sectionSize(n) > head.fontMetrics().horizontalAdvance(title), title
    for kind in (QPushButton, QComboBox):
        for one in window.findChildren(kind):
            if one.isVisible() and not one.visibleRegion().isEmpty():
                words = one.text() if isinstance(one, QPushButton) else one.currentText()
                assert one.width() >= QFontMetrics(one.font()).horizontalAdvance(words), words


def test_files_are_the_same_in_every_language(qapp: QApplication, coded_by_boris: Study, tmp_path: Path) -> None:
    made = {}
    locale = QLocale()
    for language in ("en", "ru"):
        speak(language)
        for ending in ("csv", "json"):
            file = tmp_path / f"{language}.{ending}"
            with Project.open(coded_by_boris.path) as project:
                export(project, file)
            made[language, ending] = file.read_bytes()
    speak("en")
    QLocale.setDefault(locale)
    assert made["en", "csv"] == made["ru", "csv"]
    assert made["en", "json"] == made["ru", "json"]
