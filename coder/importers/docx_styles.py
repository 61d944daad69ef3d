"""What Word's styles say: which paragraph is a heading, a list, a quote; what is bold or italic by its style."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from coder.errors import SourceError
from coder.importers.packed import Package, parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE_DOCUMENT = "/relationships/officeDocument"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
# “Strict” documents are the same under other names.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)


@dataclass(frozen=True, slots=True)
class Style:
    """heading and list_depth: 1 and up, 0 for none."""

    heading: int = 0
    list_depth: int = 0
    quote: bool = False
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of one document by id."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    _known: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package, main: str) -> Styles:
        root = word_xml(package, main.rpartition("/")[0] + "/styles.xml")
        styles = cls()
        for element in root if root is not None else ():
            if element.tag == W + "style":
                key = element.get(W + "styleId", "")
                styles.elements[key] = element
                if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                    styles.default = key
        return styles

    def named(self, key: str) -> Style:
        """A style with all it is based on; an unknown one is plain."""
        if key not in self._known:
            self._known[key] = Style()  # a style based on itself ends here
            element = self.elements.get(key)
            if element is not None:
                base = _value(element, "basedOn")
                self._known[key] = _refined(self.named(base) if base else Style(), element)
        return self._known[key]

    def of_paragraph(self, paragraph: etree._Element) -> Style:
        properties = paragraph.find(W + "pPr")
        style = self.named(_value(properties, "pStyle") or self.default)
        return _placed(style, properties)

    def of_run(self, properties: etree._Element | None, bold: bool, italic: bool) -> tuple[bool, bool]:
        """Bold and italic of a run, given its paragraph's."""
        if properties is None:
            return bold, italic
        by_style = self.named(_value(properties, "rStyle"))
        bold, italic = bold or by_style.bold, italic or by_style.italic
        return flag(properties, "b", bold), flag(properties, "i", italic)


def _refined(style: Style, element: etree._Element) -> Style:
    """A style as its own element changes what it is based on."""
    name = _value(element, "name").casefold()
    if name.startswith("heading ") and name[8:].isdecimal():
        style = replace(style, heading=int(name[8:]))
    elif name == "title":
        style = replace(style, heading=1)
    elif name in ("quote", "intense quote"):
        style = replace(style, quote=True)
    elif name.startswith("list ") and name != "list paragraph":
        style = replace(style, list_depth=max(1, style.list_depth))
    run = element.find(W + "rPr")
    style = replace(style, bold=flag(run, "b", style.bold), italic=flag(run, "i", style.italic))
    return _placed(style, element.find(W + "pPr"))


def _placed(style: Style, properties: etree._Element | None) -> Style:
    """A style with what a paragraph says for itself: outline level and list."""
    if properties is None:
        return style
    if (outline := _value(properties, "outlineLvl")) != "":
        level = number(outline)
        style = replace(style, heading=level + 1 if level < 9 else 0)
    numbering = properties.find(W + "numPr")
    if numbering is not None:
        in_list = _value(numbering, "numId") != "0"
        style = replace(style, list_depth=number(_value(numbering, "ilvl")) + 1 if in_list else 0)
    return style


def flag(properties: etree._Element | None, name: str, inherited: bool = False) -> bool:
    """An on/off property: there without a value means on."""
    found = properties.find(W + name) if properties is not None else None
    if found is None:
        return inherited
    return found.get(W + "val", "1") not in ("0", "false", "off", "none")


def number(value: str | None, base: int = 10) -> int:
    """A whole number that is not below 0; 0 for what is none."""
    try:
        return max(0, int(value or "0", base))
    except ValueError:
        return 0


def _value(parent: etree._Element | None, name: str) -> str:
    found = parent.find(W + name) if parent is not None else None
    return found.get(W + "val", "") if found is not None else ""


def main_part(package: Package) -> str:
    """Where the document itself lies in the package. Raises SourceError if nowhere."""
    name = "word/document.xml"
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if relation.tag == _RELATIONS + "Relationship" and relation.get("Type", "").endswith(_OFFICE_DOCUMENT):
            name = relation.get("Target", name).lstrip("/")
    if name not in package:
        raise SourceError("The file is damaged: the document is missing in it.")
    return name


def word_xml(package: Package, name: str) -> etree._Element | None:
    """The root of one of Word's parts, under the ordinary names; None if it is not there."""
    if name not in package:
        return None
    data = package.read(name)
    for strict, ordinary in _STRICT:
        data = data.replace(strict, ordinary)
    return parse_xml(data)


def core_properties(package: Package) -> dict[str, str]:
    """Title, author, language, and the day the file was made, where the file says them."""
    root = package.xml("docProps/core.xml")
    if root is None:
        return {}
    tags = {"title": _DC + "title", "author": _DC + "creator", "language": _DC + "language"}
    said = {key: " ".join((root.findtext(tag) or "").split()) for key, tag in tags.items()}
    said["created"] = (root.findtext(_TERMS + "created") or "").strip()[:10]
    return {key: value for key, value in said.items() if value}
