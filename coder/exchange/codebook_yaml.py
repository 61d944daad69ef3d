"""The codebook file (.yaml): text to a Codebook and back, every mistake told with its line."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from coder.exchange.codebook_checks import check_color, check_id, check_key, check_twins, check_whole
from coder.exchange.codebook_parts import (
    KINDS,
    KINDS_WITH_VALUES,
    MAX_DEPTH,
    SCOPES,
    STATES,
    VERSION,
    Codebook,
    CodeEntry,
    QualifierEntry,
)
from coder.exchange.codebook_yaml_writing import write_codebook
from coder.exchange.yaml_nodes import Fields, Mistakes, compose, is_empty, line_of, scalar_text
from coder.identity import same_name
from coder.sentences import sentence

__all__ = ["CodeEntry", "Codebook", "QualifierEntry", "read_codebook", "write_codebook"]

_TOP = ("codebook", "version", "description", "codes", "qualifiers")
_CODE = (
    "name", "definition", "include", "exclude", "examples", "color", "key", "scope", "exclusive", "state",
    "codes", "id",
)  # fmt: skip
_QUALIFIER = ("name", "kind", "values", "definition", "id")
# A level of codes is a list and a mapping; one level more is let in, to be told by its own message.
_DEEPEST_NODE = 2 * MAX_DEPTH + 10


def read_codebook(text: str, name: str) -> Codebook:
    """The codebook that stands in a .yaml text.

    name: the file's, for the messages. Codes come depth first, each with its line. Raises CodebookError with
    every mistake in the file, one a line: "file.yaml, line 12: …".
    """
    return _Reader(text, name).read()


class _Reader:
    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._mistakes = Mistakes(name)
        self._codes: list[CodeEntry] = []

    def read(self) -> Codebook:
        node = compose(self._text, self._mistakes, max_depth=_DEEPEST_NODE)
        codebook = self._codebook(node)
        self._mistakes.raise_any()
        return codebook

    def _codebook(self, node: yaml.Node | None) -> Codebook:
        if not isinstance(node, yaml.MappingNode):
            line = 1 if node is None else line_of(node)
            words = sentence("a codebook begins with “codebook: its title” and has a list of “codes:”")
            self._mistakes.add(line, words)
            return Codebook()
        top = Fields(node, _TOP, sentence("the codebook"), self._mistakes)
        self._check_version(top)
        if not top.has("codes") and not top.has("qualifiers"):
            self._mistakes.add(top.line, sentence("the codebook has no “codes:”"))
        self._read_codes(top, ())
        qualifiers = tuple(self._qualifiers(top))
        check_whole(self._codes, qualifiers, self._mistakes)
        return Codebook(top.text("codebook").strip(), top.text("description"), tuple(self._codes), qualifiers)

    def _check_version(self, top: Fields) -> None:
        version = top.text("version") or str(VERSION)
        if version != str(VERSION):
            self._mistakes.add(
                top.line_of("version"),
                sentence(
                    "version “{version}” of the codebook format is not known here, only {known};"
                    " a newer program may have written the file",
                    version=version,
                    known=VERSION,
                ),
            )

    def _read_codes(self, owner: Fields, parent: tuple[str, ...]) -> None:
        first = len(self._codes)
        for node in owner.entries("codes", sentence("codes")):
            if len(parent) == MAX_DEPTH:
                self._mistakes.add(line_of(node), sentence("codes may stand {n} levels deep, not deeper", n=MAX_DEPTH))
                return
            self._read_code(node, parent)
        siblings = (entry for entry in self._codes[first:] if len(entry.path) == len(parent) + 1)
        check_twins(((same_name(entry.name), entry) for entry in siblings), self._mistakes)

    def _read_code(self, node: yaml.Node, parent: tuple[str, ...]) -> None:
        if isinstance(node, yaml.MappingNode):
            fields = Fields(node, _CODE, sentence("a code"), self._mistakes)
            path = (*parent, fields.name("name"))
            fields.owner = sentence("the code “{name}”", name=path[-1]) if path[-1] else fields.owner
            self._codes.append(self._code(fields, path))
            self._read_codes(fields, path)
            return
        text = scalar_text(node)
        if text is None or is_empty(node) or not text.strip():
            what = sentence("nothing") if text is not None else sentence("a list")
            words = sentence("a code must be a name, or keys that begin with “name:”, not {what}", what=what)
            self._mistakes.add(line_of(node), words)
        else:
            self._codes.append(CodeEntry((*parent, text.strip()), line=line_of(node)))

    def _code(self, fields: Fields, path: tuple[str, ...]) -> CodeEntry:
        return CodeEntry(
            path,
            definition=fields.text("definition"),
            include=fields.text("include"),
            exclude=fields.text("exclude"),
            examples=fields.texts("examples"),
            color=self._color(fields),
            key=self._key(fields),
            scope=fields.choice("scope", SCOPES, "passage"),
            exclusive=fields.truth("exclusive"),
            state=fields.choice("state", STATES, "open"),
            id=self._id(fields),
            line=fields.line,
        )

    def _color(self, fields: Fields) -> str:
        color = fields.text("color")
        check_color(color, fields.line_of("color"), self._mistakes)
        if not color and fields.has("color"):
            # Without quotes # begins a comment, and the colour would be lost in silence.
            words = sentence('the colour is empty; write it in quotes, as "#0072B2"')
            self._mistakes.add(fields.line_of("color"), words)
        return color

    def _key(self, fields: Fields) -> str:
        key = fields.text("key")
        check_key(key, fields.line_of("key"), self._mistakes)
        return key

    def _id(self, fields: Fields) -> str | None:
        written = fields.text("id")
        check_id(written, fields.line_of("id"), self._mistakes)
        return written or None

    def _qualifiers(self, top: Fields) -> Iterator[QualifierEntry]:
        for node in top.entries("qualifiers", sentence("qualifiers")):
            if isinstance(node, yaml.MappingNode):
                yield self._qualifier(Fields(node, _QUALIFIER, sentence("a qualifier"), self._mistakes))
            else:
                self._mistakes.add(line_of(node), sentence("a qualifier must be keys that begin with “name:”"))

    def _qualifier(self, fields: Fields) -> QualifierEntry:
        name = fields.name("name")
        fields.owner = sentence("the qualifier “{name}”", name=name) if name else fields.owner
        values = fields.texts("values")
        kind = fields.choice("kind", KINDS, "choice" if values else "text")
        if kind in KINDS_WITH_VALUES and not values:
            line = fields.line_of("values" if fields.has("values") else "kind")
            words = sentence("{owner}, of kind {kind}, has no “values”", owner=fields.owner, kind=kind)
            self._mistakes.add(line, words)
        if kind not in KINDS_WITH_VALUES and values:
            words = sentence("{owner} has values, but its kind is {kind}", owner=fields.owner, kind=kind)
            self._mistakes.add(fields.line_of("values"), words)
        if len({same_name(value) for value in values}) < len(values):
            self._mistakes.add(fields.line_of("values"), sentence("{owner} has one value twice", owner=fields.owner))
        return QualifierEntry(name, kind, values, fields.text("definition"), self._id(fields), fields.line)
