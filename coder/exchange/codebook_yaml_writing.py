"""Writing a codebook as .yaml that a person can read and go on writing by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

import yaml

from coder.exchange.codebook_parts import VERSION, Codebook, CodeEntry, QualifierEntry

_WIDTH = 90
_LONG = 72  # a text beyond this is folded over several lines
_TAG = "tag:yaml.org,2002:"
_TEXT = f"{_TAG}str"
# Line breaks that YAML would turn into plain ones, unless they are written as escapes.
_RARE_BREAKS = ("\r", "\x85", "\u2028", "\u2029")
_EMITTER = yaml.emitter.Emitter(StringIO(), allow_unicode=True)  # asked only what may stand in a block


@dataclass(slots=True)
class _Branch:
    """A code with its sub-codes."""

    entry: CodeEntry
    below: list[_Branch] = field(default_factory=list)


def write_codebook(codebook: Codebook) -> str:
    """The codebook as .yaml text that `read_codebook` reads back as an equal Codebook.

    The same codebook gives the same text. Long texts are folded or stand as blocks; what is as by default is
    left out. Names come back without blanks outside.
    Raises ValueError when an entry stands before its parent.
    """
    head: list[tuple[str, yaml.Node]] = [
        ("codebook", _scalar(codebook.title)),
        ("version", yaml.ScalarNode(f"{_TAG}int", str(VERSION))),
    ]
    if codebook.description:
        head.append(("description", _scalar(codebook.description)))
    sections = [_written(_mapping(head))]
    sections += _section("codes", [_code(branch) for branch in _tree(codebook.codes)])
    if codebook.qualifiers:
        sections += _section("qualifiers", [_qualifier(entry) for entry in codebook.qualifiers])
    return "\n".join(sections)


def _section(key: str, entries: list[yaml.Node]) -> list[str]:
    """The list under a key, a blank line between its entries unless all are bare names."""
    if all(isinstance(entry, yaml.ScalarNode) for entry in entries):
        return [_written(_mapping([(key, _list(entries))]))]
    first, *others = (_written(_mapping([(key, _list([entry]))])) for entry in entries)
    return [first, *(text.split("\n", 1)[1] for text in others)]


def _tree(entries: Sequence[CodeEntry]) -> list[_Branch]:
    top: list[_Branch] = []
    above: list[_Branch] = []
    for entry in entries:
        depth = len(entry.path) - 1
        del above[depth:]
        if depth < 0 or (above[-1].entry.path if above else ()) != entry.path[:-1]:
            raise ValueError(f"the code {entry.path} does not stand below its parent")
        branch = _Branch(entry)
        (above[-1].below if above else top).append(branch)
        above.append(branch)
    return top


def _code(branch: _Branch) -> yaml.Node:
    entry = branch.entry
    pairs = _texts(("name", entry.name), ("id", entry.id or ""))
    pairs += _texts(("definition", entry.definition), ("include", entry.include), ("exclude", entry.exclude))
    if entry.examples:
        pairs.append(("examples", _list([_scalar(example) for example in entry.examples])))
    if entry.color:
        pairs.append(("color", yaml.ScalarNode(_TEXT, entry.color, style='"')))
    pairs += _texts(("key", entry.key), ("scope", "" if entry.scope == "passage" else entry.scope))
    if entry.exclusive:
        pairs.append(("exclusive", yaml.ScalarNode(f"{_TAG}bool", "true")))
    pairs += _texts(("state", "" if entry.state == "open" else entry.state))
    if branch.below:
        pairs.append(("codes", _list([_code(below) for below in branch.below])))
    return _mapping(pairs) if len(pairs) > 1 else _scalar(entry.name)


def _qualifier(entry: QualifierEntry) -> yaml.Node:
    pairs = _texts(("name", entry.name), ("id", entry.id or ""), ("kind", entry.kind))
    if entry.values:
        values = [_scalar(value) for value in entry.values]
        # A block cannot stand between brackets.
        short = sum(map(len, entry.values)) < _LONG and all(value.style is None for value in values)
        pairs.append(("values", _list(values, flow=short)))
    return _mapping(pairs + _texts(("definition", entry.definition)))


def _texts(*pairs: tuple[str, str]) -> list[tuple[str, yaml.Node]]:
    return [(key, _scalar(text)) for key, text in pairs if text]


def _scalar(text: str) -> yaml.ScalarNode:
    if any(sign in text for sign in _RARE_BREAKS):
        return yaml.ScalarNode(_TEXT, text, style='"')
    long = len(text) > _LONG
    if ("\n" in text or long) and text == text.strip() and _may_be_block(text):
        # The reader leaves out the line break that ends a block.
        return yaml.ScalarNode(_TEXT, text + "\n", style="|" if "\n" in text else ">")
    return yaml.ScalarNode(_TEXT, text)


def _may_be_block(text: str) -> bool:
    return bool(_EMITTER.analyze_scalar(text).allow_block)


def _mapping(pairs: Sequence[tuple[str, yaml.Node]]) -> yaml.MappingNode:
    nodes = [(yaml.ScalarNode(_TEXT, key), node) for key, node in pairs]
    return yaml.MappingNode(f"{_TAG}map", nodes, flow_style=False)


def _list(nodes: list[yaml.Node] | list[yaml.ScalarNode], *, flow: bool = False) -> yaml.SequenceNode:
    return yaml.SequenceNode(f"{_TAG}seq", nodes, flow_style=flow)


class _Dumper(yaml.SafeDumper):
    """Lists stand indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


def _written(node: yaml.Node) -> str:
    return yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=_WIDTH)
