"""YAML as nodes with their lines: safe to read from strangers, mistakes collected instead of thrown.

Only what a person would write by hand is read: no tags, no anchors and aliases, bounded depth. Every scalar
stays the text that stands in the file, so that a code called `No` or `2024` keeps its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import yaml

from coder.errors import CodebookError
from coder.sentences import joined, retelling, sentence

SHOWN = 30  # mistakes listed in one message
_CORE_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "bool", "int", "float", "timestamp", "map", "seq", "value")
)
_STR = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_HINTS = (  # what the parser says, what the writer of the file should do
    (
        "mapping values are not allowed",
        sentence("put a text that holds a colon in quotes, and indent sub-entries evenly"),
    ),
    (
        "cannot start any token",
        sentence("indent with blanks, not tabs, and put a text that begins with @ ` or % in quotes"),
    ),
    ("expected <block end>", sentence("indent the entries of one list or one code evenly")),
    ("could not find expected ':'", sentence("write a colon and a blank after each key")),
    ("while scanning a quoted scalar", sentence("close the quotation mark")),
    ("while parsing a flow sequence", sentence("close the list with ] and part its values by commas")),
    ("while parsing a flow mapping", sentence("close the brace with {brace}", brace="}")),
    ("while scanning an alias", sentence("put a text that begins with * in quotes")),
    ("while scanning an anchor", sentence("put a text that begins with & in quotes")),
    ("but found another document", sentence("keep one codebook in one file, without a second ---")),
)


class Mistakes:
    """The mistakes of one file, each with its line, or with its row where the file is a table."""

    def __init__(self, file_name: str, *, rows: bool = False) -> None:
        self._file_name = file_name
        self._rows = rows
        self._found: list[tuple[int, str]] = []

    def add(self, line: int, words: str) -> None:
        self._found.append((line, words))

    def raise_any(self, *more: Mistakes) -> None:
        """Raises CodebookError with one line of text for each mistake, in the order of the file.

        more: those of other parts of the file, told behind these.
        """
        found = [told for part in (self, *more) for told in part._told()]
        if not found:
            return
        told = found[:SHOWN]
        if len(found) > SHOWN:
            told.append(sentence("and {n} more mistakes", n=len(found) - SHOWN))
        advice = None if len(found) == 1 else "Mend these lines and load the codebook again; nothing was changed."
        raise CodebookError(joined(told, "\n"), advice)

    def _told(self) -> list[str]:
        found = sorted(set(self._found))
        if self._rows:
            return [
                sentence("{file}, row {line}: {words}", file=self._file_name, line=line, words=retelling(words))
                for line, words in found
            ]
        return [
            sentence("{file}, line {line}: {words}", file=self._file_name, line=line, words=retelling(words))
            for line, words in found
        ]


def line_of(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def compose(text: str, mistakes: Mistakes, *, max_depth: int) -> yaml.Node | None:
    """The file's one document as a tree of nodes, None when it is empty.

    max_depth: lists and mappings inside each other, at most. Raises CodebookError for what is no YAML.
    """
    loader: _Loader | None = None
    try:
        loader = _Loader(text, mistakes, max_depth)
        node: yaml.Node | None = loader.get_single_node()
    except yaml.reader.ReaderError as error:
        line = len(_BREAKS.findall(text[: error.position])) + 1
        mistakes.add(line, sentence("the sign {sign} cannot stand here; remove it", sign=f"U+{_code_point(error):04X}"))
    except _TooDeep as error:
        mistakes.add(error.line, sentence("there are more lists inside lists than a codebook can hold"))
    except yaml.MarkedYAMLError as error:
        mistakes.add(*_told(error))
    else:
        return node
    finally:
        if loader is not None:
            loader.dispose()
    mistakes.raise_any()
    return None


class _TooDeep(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Loader(yaml.SafeLoader):
    """Composes nodes only; refuses aliases before they can multiply and depth before it can hurt."""

    def __init__(self, text: str, mistakes: Mistakes, max_depth: int) -> None:
        super().__init__(text)
        self._mistakes = mistakes
        self._max_depth = max_depth
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs leave it bare
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            self.get_event()  # type: ignore[no-untyped-call]
            words = sentence("{alias} is an alias; write the text out, or put it in quotes", alias=f"*{event.anchor}")
            self._mistakes.add(line, words)
            return yaml.ScalarNode(_STR, f"*{event.anchor}", _mark(event.start_mark), _mark(event.end_mark))
        if event.anchor is not None:
            words = sentence("{anchor} is an anchor; remove it, or put the text in quotes", anchor=f"&{event.anchor}")
            self._mistakes.add(line, words)
            event.anchor = None
        if self._depth >= self._max_depth:
            raise _TooDeep(line)
        self._depth += 1
        try:
            node: yaml.Node | None = super().compose_node(parent, index)
        finally:
            self._depth -= 1
        if event.tag is not None and node is not None and node.tag not in _CORE_TAGS:
            words = sentence("the tag {tag} is not read; remove it, or put the text in quotes", tag=event.tag)
            self._mistakes.add(line, words)
        return node


def _mark(mark: Any) -> Any:
    """The stubs know two kinds of mark and take one."""
    return mark


def _code_point(error: yaml.reader.ReaderError) -> int:
    sign = error.character
    return sign if isinstance(sign, int) else ord(sign)


def _told(error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """Line and words for what the parser says."""
    mark = error.problem_mark or error.context_mark
    said = f"{error.context or ''} {error.problem or ''}"
    # An unclosed quotation mark is found at the end of the file; the mistake stands where it opens.
    if error.context_mark is not None and "while scanning a quoted scalar" in said:
        mark = error.context_mark
    hint = next((do for sign, do in _HINTS if sign in said), sentence("compare the line with its neighbours"))
    line = mark.line + 1 if mark is not None else 1
    return line, sentence("this is not YAML ({problem}): {hint}", problem=error.problem or error.context, hint=hint)


class Fields:
    """The fields of one mapping, taken by name; what is left over in the end is a mistake."""

    def __init__(self, node: yaml.MappingNode, known: tuple[str, ...], owner: str, mistakes: Mistakes) -> None:
        self.line = line_of(node)
        self.owner = owner
        self._mistakes = mistakes
        self._nodes: dict[str, yaml.Node] = {}
        for key_node, value_node in node.value:
            self._enter(key_node, value_node, known)

    def _enter(self, key_node: yaml.Node, value_node: yaml.Node, known: tuple[str, ...]) -> None:
        line = line_of(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            words = sentence("a key of {owner} must be one word, such as “{key}”", owner=self.owner, key=known[0])
            self._mistakes.add(line, words)
        elif key_node.value not in known:
            words = sentence("{owner} has no “{key}”", owner=self.owner, key=key_node.value)
            self._mistakes.add(line, _suggesting(words, key_node.value, known))
        elif key_node.value in self._nodes:
            first = line_of(self._nodes[key_node.value])
            words = sentence("“{key}” stands here twice, first in line {line}", key=key_node.value, line=first)
            self._mistakes.add(line, words)
        else:
            self._nodes[key_node.value] = value_node

    def line_of(self, key: str) -> int:
        node = self._nodes.get(key)
        return self.line if node is None else line_of(node)

    def has(self, key: str) -> bool:
        return key in self._nodes

    def name(self, key: str) -> str:
        """A name, without blanks outside; "" and a mistake when it is missing or empty."""
        node = self._nodes.get(key)
        if node is None:
            self._mistakes.add(self.line, sentence("{owner} lacks its “{key}”", owner=self.owner, key=key))
            return ""
        text = scalar_text(node)
        if text is None:
            self._wrong(node, key, sentence("one text"))
            return ""
        text = "" if is_empty(node) else text.strip()
        if not text:
            self._mistakes.add(line_of(node), sentence("the “{key}” of {owner} is empty", key=key, owner=self.owner))
        return text

    def text(self, key: str) -> str:
        """A text, "" when it is missing or empty."""
        node = self._nodes.get(key)
        if node is None or _is_null(node):
            return ""
        text = scalar_text(node)
        if text is None:
            self._wrong(node, key, sentence("one text"))
            return ""
        return text

    def truth(self, key: str) -> bool:
        """true or false (also yes and no), false when it is missing or empty."""
        node = self._nodes.get(key)
        if node is None or _is_null(node):
            return False
        word = (scalar_text(node) or "?").casefold()
        if word not in ("true", "false", "yes", "no"):
            self._wrong(node, key, sentence("true or false"))
        return word in ("true", "yes")

    def choice(self, key: str, among: tuple[str, ...], default: str) -> str:
        """One word of `among`, the default when it is missing or empty."""
        word = self.text(key)
        if not word or word in among:
            return word or default
        words = sentence(
            "“{word}” is no {key}; it must be {others} or {last}",
            word=word, key=key, others=", ".join(among[:-1]), last=among[-1],
        )  # fmt: skip
        self._mistakes.add(self.line_of(key), _suggesting(words, word, among))
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, () when it is missing or empty."""
        found = []
        for node in self.entries(key, sentence("texts")):
            text = scalar_text(node)
            if text is None:
                self._wrong(node, key, sentence("a list of texts"))
            elif is_empty(node) or not text.strip():
                self._mistakes.add(line_of(node), sentence("a value of “{key}” is empty", key=key))
            else:
                found.append(text)
        return tuple(found)

    def entries(self, key: str, of_what: str) -> Iterator[yaml.Node]:
        """The entries of a list, none when it is missing or empty."""
        node = self._nodes.get(key)
        if isinstance(node, yaml.SequenceNode):
            yield from node.value
        elif node is not None and not _is_null(node):
            what = sentence("a list of {of_what}, each on a line that begins with a dash", of_what=of_what)
            self._wrong(node, key, what)

    def _wrong(self, node: yaml.Node, key: str, wanted: str) -> None:
        words = sentence(
            "“{key}” of {owner} must be {wanted}, not {shape}",
            key=key, owner=self.owner, wanted=wanted, shape=_shape(node),
        )  # fmt: skip
        self._mistakes.add(line_of(node), words)


def scalar_text(node: yaml.Node) -> str | None:
    """The text as it stands in the file, None when the node is no scalar.

    The line break that ends a block (| or >) belongs to the way of writing and is left out.
    """
    if not isinstance(node, yaml.ScalarNode):
        return None
    text = str(node.value)
    return text.rstrip("\n") if node.style in ("|", ">") else text


def is_empty(node: yaml.Node) -> bool:
    """Nothing, or the sign for nothing; the word null is a word."""
    return _is_null(node) and isinstance(node, yaml.ScalarNode) and node.value in ("", "~")


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == _NULL


def _shape(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return sentence("a list")
    return sentence("keys with values") if isinstance(node, yaml.MappingNode) else f"“{scalar_text(node)}”"


def _suggesting(words: str, word: str, known: tuple[str, ...]) -> str:
    """The words on what is wrong, with the known word that was perhaps meant."""
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return sentence("{words}; did you mean “{near}”?", words=words, near=near[0]) if near else words
