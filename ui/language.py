"""The language of the window: chosen by the person, or the system's; its sentences, Qt's own, and its numbers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from coder.data import data_dir
from coder.errors import CoderError
from coder.sentences import Sentence, retold

LANGUAGES = {"en": "English", "ru": "Русский"}  # each in its own words, so that everybody finds theirs
_EVERYWHERE = "Intercoder"  # the context of a sentence that is said alike wherever it stands
_installed: list[QTranslator] = []
_shown = "en"


class _Sentences(QTranslator):
    """Looks a sentence up by its words alone: which class says it does not change how it is said."""

    def translate(  # type: ignore[override]
        self, _context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # None leaves the question to the translator of Qt's own sentences; "" would be an answer
        return super().translate(_EVERYWHERE, source, disambiguation, n) or None


def system_language() -> str:
    """The first language of the system that the window speaks; English when there is none."""
    for name in QLocale.system().uiLanguages():
        if (language := name.replace("_", "-").partition("-")[0]) in LANGUAGES:
            return language
    return "en"


def shown() -> str:
    """The language that the window speaks now, as in LANGUAGES."""
    return _shown


def speak(choice: str) -> None:
    """Lets everything built from now on speak a language of LANGUAGES; "" (or one unknown) means the system's.

    Numbers and dates follow: the system's own way when it is chosen or speaks that language anyway. Data files never.
    """
    global _shown
    app = QCoreApplication.instance()
    assert app is not None
    for one in _installed:
        app.removeTranslator(one)
    _installed.clear()
    _shown = choice if choice in LANGUAGES else system_language()
    system = QLocale.system()
    follows = choice not in LANGUAGES or system.name().partition("_")[0] == _shown
    QLocale.setDefault(system if follows else QLocale(_shown))
    if _shown == "en":
        return
    of_qt = QTranslator(app)
    if of_qt.load(f"qtbase_{_shown}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _install(of_qt)
    ours = _Sentences(app)
    if ours.load(str(sentences(_shown))):
        _install(ours)


def in_words(words: str) -> str:
    """A sentence of the core, such as an error's or a warning, in the window's language."""
    return retold(words, lambda template: QCoreApplication.translate(_EVERYWHERE, template) if template else "")


def named(name: str) -> str:
    """What the core calls a thing, said in the window's language where the core put it together ("Trust on “…”").

    A researcher's own name stays as it is, even where it is a word that could be translated.
    """
    return in_words(name) if isinstance(name, Sentence) else name


def mended(error: CoderError, between: str = " ") -> str:
    """What is wrong and what to do, in the window's language."""
    return f"{in_words(error.message)}{between}{in_words(error.advice)}".strip()


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)


def sentences(language: str) -> Path:
    """Where the compiled sentences of a language lie."""
    return data_dir("resources") / "translations" / f"intercoder_{language}.qm"


def help_page(page: str) -> Path:
    """A page of the help in the shown language; in English where it is not translated."""
    folder = data_dir("resources") / "help"
    translated = folder / _shown / f"{page}.md"
    return translated if translated.is_file() else folder / f"{page}.md"
