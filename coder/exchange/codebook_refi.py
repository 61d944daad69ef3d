"""The REFI-QDA codebook (.qdc): read whatever program wrote it, written as the standard's schema wants it.

A code of the standard has a name, a colour, a description and codes below it. The rules, examples, key, scope and
state of a code stand in its description, each behind a heading of its own, and are found there again.
Source: REFI-QDA Codebook.xsd, 5 October 2017 (urn:QDA-XML:codebook:1.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID, uuid5

from lxml import etree

from coder.code_keys import well_formed
from coder.errors import CodebookError, SourceError
from coder.exchange.codebook_cells import texts_cell, texts_of
from coder.exchange.codebook_checks import check_twins, check_whole
from coder.exchange.codebook_parts import COLOR, MAX_DEPTH, SCOPES, STATES, Codebook, CodeEntry
from coder.exchange.yaml_nodes import Mistakes
from coder.identity import NS, same_name
from coder.importers.packed import parse_xml
from coder.sentences import sentence

_SPACE = "urn:QDA-XML:codebook:1.0"
_SHORT = re.compile(r"#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML 1.0
# Headings of the parts within a description, each on a line of its own.
_PARTS = {
    "include": "Include:", "exclude": "Exclude:", "examples": "Examples:", "key": "Key:", "scope": "Scope:",
    "exclusive": "Exclusive:", "state": "State:",
}  # fmt: skip
_HEADING = re.compile(r"^(\\*)(?=(?:" + "|".join(_PARTS.values()) + r")$)", re.MULTILINE)
_HEADINGS = {words: part for part, words in _PARTS.items()}


def read_qdc(data: bytes, name: str) -> Codebook:
    """The codes of a .qdc; elements are known by their names in any namespace, as programs differ in it.

    name: the file's, for the messages. Raises CodebookError with every mistake, each with its line.
    """
    try:
        root = parse_xml(data)
    except SourceError as error:
        raise CodebookError(error.message, error.advice or "Export the codebook once more, and load that.") from error
    mistakes = Mistakes(name)
    if _local(root) != "codebook":
        mistakes.add(1, sentence("this is not a codebook of the REFI exchange format"))
        mistakes.raise_any()
    codes = list(_codes(root, mistakes))
    siblings: dict[tuple[str, ...], list[CodeEntry]] = {}
    for entry in codes:
        siblings.setdefault(entry.path[:-1], []).append(entry)
    for beside in siblings.values():
        check_twins(((same_name(entry.name), entry) for entry in beside), mistakes)
    check_whole(codes, (), mistakes)
    mistakes.raise_any()
    return Codebook(codes=tuple(codes))


def _codes(root: etree._Element, mistakes: Mistakes) -> Iterator[CodeEntry]:
    tops = [code for group in root if _local(group) == "codes" for code in group if _local(code) == "code"]
    waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(code, ()) for code in reversed(tops)]
    while waiting:
        code, above = waiting.pop()
        line: int = getattr(code, "sourceline", None) or 1
        name = " ".join(str(code.get("name") or "").split())
        if not name:
            mistakes.add(line, sentence("the code has no name"))
        if len(above) == MAX_DEPTH:
            mistakes.add(line, sentence("codes may stand {n} levels deep, not deeper", n=MAX_DEPTH))
            continue
        path = (*above, name)
        yield _entry(code, path, line)
        waiting += [(below, path) for below in reversed(code) if _local(below) == "code"]


def _entry(code: etree._Element, path: tuple[str, ...], line: int) -> CodeEntry:
    told = "".join(str(part.text or "") for part in code if _local(part) == "description")
    parts = _taken_apart(told)
    key, scope, state = (parts.get(part, "").strip() for part in ("key", "scope", "state"))
    return CodeEntry(
        path,
        definition=parts["definition"],
        include=parts.get("include", ""),
        exclude=parts.get("exclude", ""),
        examples=texts_of(parts.get("examples", "")),
        color=_color(str(code.get("color") or "")),
        key=key if well_formed(key) else "",
        scope=scope if scope in SCOPES else "passage",
        exclusive=parts.get("exclusive", "").strip() == "yes",
        state=state if state in STATES else "open",
        id=_id(str(code.get("guid") or "")),
        line=line,
    )


def _color(written: str) -> str:
    """#RRGGBB, or none where a program wrote something else."""
    written = _SHORT.sub(r"#\1\1\2\2\3\3", written) if len(written) == 4 else written
    return written if COLOR.fullmatch(written) else ""


def _id(written: str) -> str | None:
    try:
        return str(UUID(written.strip()))
    except ValueError:
        return None


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].casefold()


def write_qdc(codebook: Codebook) -> bytes:
    """The codes as .qdc, valid against the schema. Raises CodebookError where there is none: the schema wants one."""
    if not codebook.codes:
        raise CodebookError("A .qdc needs at least one code, and the codebook has none.", "Add a code first.")
    root = etree.Element(f"{{{_SPACE}}}CodeBook", {"origin": "Intercoder"}, nsmap={None: _SPACE})  # type: ignore[dict-item]
    above: list[etree._Element] = [etree.SubElement(root, f"{{{_SPACE}}}Codes")]
    for entry in codebook.codes:
        del above[len(entry.path) :]
        guid = UUID(entry.id) if entry.id else uuid5(NS, "\x1f".join(entry.path))
        attributes = {"guid": str(guid), "name": _legal(entry.name), "isCodable": "true"}
        if entry.color:
            attributes["color"] = entry.color
        code = etree.SubElement(above[-1], f"{{{_SPACE}}}Code", attributes)
        if words := _put_together(entry):
            etree.SubElement(code, f"{{{_SPACE}}}Description").text = _legal(words)
        above.append(code)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _put_together(entry: CodeEntry) -> str:
    """The description: the definition, and what else there is, each behind its heading."""
    parts = {
        "include": entry.include, "exclude": entry.exclude, "examples": texts_cell(entry.examples), "key": entry.key,
        "scope": "" if entry.scope == "passage" else entry.scope, "exclusive": "yes" if entry.exclusive else "",
        "state": "" if entry.state == "open" else entry.state,
    }  # fmt: skip
    told = [_HEADING.sub(r"\\\1", entry.definition)]
    for part, words in parts.items():
        if words:
            told.append(f"{_PARTS[part]}\n" + _HEADING.sub(r"\\\1", words))
    return "\n\n".join(told) if len(told) > 1 else told[0]


def _taken_apart(description: str) -> dict[str, str]:
    """The parts of a description by name; all of it is the definition where there are no headings."""
    found: dict[str, list[str]] = {"definition": []}
    part = "definition"
    for line in description.split("\n"):
        if line in _HEADINGS and _HEADINGS[line] not in found:
            if found[part] and not found[part][-1]:
                found[part].pop()  # the line between two parts
            part = _HEADINGS[line]
            found[part] = []
        else:
            found[part].append(line[1:] if line.startswith("\\") and line.lstrip("\\") in _HEADINGS else line)
    return {part: "\n".join(lines) for part, lines in found.items()}


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
