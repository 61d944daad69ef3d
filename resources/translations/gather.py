"""Gathers every string that the window shows, its own and the core's, and brings the .ts files up to date.

Run it from the root: python resources/translations/gather.py. It keeps what is translated, adds what is new as
unfinished, drops what nothing shows any more, and compiles the .qm beside it. See README.md here.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
EVERYWHERE = "Intercoder"  # the context of a string that is said alike wherever it stands
APART = "\x04"
FORMS = {"ru_RU": 3}  # languages, and how many forms by number each has
# what marks a string, and which argument it is
_MARKS = {"translate": 1, "_": 1, "QT_TRANSLATE_NOOP": 1, "tr": 0, "sentence": 0}
_PLURAL = {"translate": 3, "tr": 2}  # which argument says how many


def _calls(root: Path) -> Iterator[tuple[ast.expr, str, bool, str]]:
    """Every marked string: what stands in its place, its remark, whether its number is handed over, "file:line"."""
    for file in sorted((root / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            bare = isinstance(node.func, ast.Name)  # self.tr has a remark there
            if bare and name == "tr" and len(node.args) > 1 and getattr(node.args[1], "value", ""):
                name = "translate"  # some call it tr, and name a context first
            if name in _MARKS and len(node.args) > _MARKS[name]:
                plural = len(node.args) > _PLURAL.get(name, 99)
                remark = node.args[_MARKS[name] + 1] if len(node.args) > _MARKS[name] + 1 else None
                told = str(remark.value) if isinstance(remark, ast.Constant) else ""
                yield node.args[_MARKS[name]], told, plural, f"{file.relative_to(root)}:{node.lineno}"


# rooms of the core whose sentences go to terminals or into files, which stay English
_NOT_SHOWN = ("cli", "reliability/report.py", "reliability/report_words.py", "reliability/report_rows.py")
_WRITERS = ("exporters",)  # of these the window shows what `sentence` is given, and errors
_TABLES = ("_WORDS", "SAID")  # dictionaries of words that are shown though they are no whole sentences


def _sentences(root: Path) -> Iterator[tuple[ast.expr, str, bool, str]]:
    """Every sentence of the core: what `sentence` is given, whole sentences as they stand, and the tables of words."""
    for file in sorted((root / "coder").rglob("*.py")):
        if file.relative_to(root / "coder").as_posix().startswith(_NOT_SHOWN):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        inside = {id(n) for node in ast.walk(tree) for n in _unseen(node)}
        if file.relative_to(root / "coder").as_posix().startswith(_WRITERS):
            told = {id(n) for node in ast.walk(tree) if _is_error(node) for n in ast.walk(node)}
            inside |= {id(n) for n in ast.walk(tree)} - told
        for node in ast.walk(tree):
            plain = [node] if isinstance(node, ast.Constant) and id(node) not in inside and _whole(node.value) else []
            for shown in (*plain, *_given(node)):
                yield shown, "", False, f"{file.relative_to(root)}:{shown.lineno}"


def _is_error(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error")


def _whole(words: object) -> bool:
    """Is it a sentence?"""
    if not isinstance(words, str) or not words.endswith(".") or " " not in words:
        return False
    return words[0].isupper() or words[0] == "“"


def _unseen(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and the pieces of strings that are put together."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values


def _given(node: ast.AST) -> Iterator[ast.expr]:
    """What a call of `sentence` is given; the words of a table."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sentence" and node.args:
        if isinstance(node.args[0], (ast.Constant, ast.JoinedStr)):
            yield node.args[0]
    elif isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Dict):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if getattr(target, "id", "") in _TABLES:
            for value in node.value.values:
                yield from value.elts if isinstance(value, ast.Tuple) else [value]


def strings(root: Path = ROOT) -> dict[str, bool]:
    """Every string marked for translation in ui/ and every sentence of coder/, and whether it has forms by number.

    A string that is said otherwise somewhere has its remark behind it, after APART.
    """
    found: dict[str, bool] = {}
    for said, remark, plural, _ in chain(_calls(root), _sentences(root)):
        if isinstance(said, ast.Constant) and isinstance(said.value, str) and said.value:
            key = said.value + APART * bool(remark) + remark
            found[key] = found.get(key, False) or plural
    return found


def hidden(root: Path = ROOT) -> list[str]:
    """Where a marked string is put together, so that it cannot be gathered, as "file:line"."""
    marked = chain(_calls(root), _sentences(root))
    return [place for said, _, _, place in marked if isinstance(said, (ast.JoinedStr, ast.BinOp, ast.IfExp))]


def translations(ts: Path) -> dict[str, list[str]]:
    """Every source string of a .ts with its translation, or its forms by number; a form not there yet is ""."""
    found = {}
    for message in ET.parse(ts).getroot().iter("message"):
        translated = message.find("translation")
        if translated is None:
            continue
        forms = [form.text or "" for form in translated.findall("numerusform")]
        remark = message.findtext("comment") or ""
        found[(message.findtext("source") or "") + APART * bool(remark) + remark] = forms or [translated.text or ""]
    return found


def write(ts: Path, language: str, said: dict[str, list[str]], forms: int) -> int:
    """Writes a .ts of all strings with the translations in `said`; returns how many have none."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = EVERYWHERE
    missing = 0
    for key, plural in strings().items():
        source, _, remark = key.partition(APART)
        message = ET.SubElement(context, "message", {"numerus": "yes"} if plural else {})
        ET.SubElement(message, "source").text = source
        if remark:
            ET.SubElement(message, "comment").text = remark
        have = said.get(key, [])
        whole = len(have) == (forms if plural else 1) and all(have)
        missing += not whole
        translated = ET.SubElement(message, "translation", {} if whole else {"type": "unfinished"})
        if plural:
            for n in range(forms):
                ET.SubElement(translated, "numerusform").text = have[n] if n < len(have) else ""
        else:
            translated.text = have[0] if have else ""
    ET.indent(root)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    ts.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")
    return missing


def compile_ts(ts: Path, qm: Path) -> None:
    """Makes the .qm that the window reads. Raises CalledProcessError when the tool does not end well."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", ts, "-qm", qm], check=True)


def main() -> None:
    for language, forms in FORMS.items():
        ts = HERE / f"intercoder_{language.partition('_')[0]}.ts"
        missing = write(ts, language, translations(ts) if ts.exists() else {}, forms)
        compile_ts(ts, ts.with_suffix(".qm"))
        print(f"{ts.name}: {missing} of {len(strings())} strings without a translation")
    for place in hidden():
        print(f"cannot be gathered: {place}")


if __name__ == "__main__":
    main()
