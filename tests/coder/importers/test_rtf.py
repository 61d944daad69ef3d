"""Rich Text: words in every code page, structure, and nothing of what programs keep for themselves."""

from __future__ import annotations

import pytest

from coder.errors import SourceError
from coder.importers import Source, read_source
from tests.coder.importers.formats import LINES, rtf, rtf_words


def read(body: str, head: str = "") -> Source:
    return read_source("a.rtf", rtf(body, head=head))


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(source.text[m.start : m.end], m.value) for m in source.structure if m.kind == kind]


def coded(text: str, page: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(page))


def test_bytes_are_read_by_the_font_and_else_by_the_files_code_page() -> None:
    latin, wide = coded("élan €", "cp1252"), coded("日本語ソ", "cp932")
    assert read(coded("Привет", "cp1251") + rf" {{\f1 {latin}}} {{\f2 {wide}}}").text == "Привет élan € 日本語ソ"
    raw = rb"{\rtf1\ansi\ansicpg1251 " + "Сырые байты".encode("cp1251") + rb"\par}"
    assert read_source("a.rtf", raw).text == "Сырые байты"
    assert read_source("a.rtf", rb"{\rtf1\mac caf\'8e}").text == "café"


def test_unicode_is_read_and_its_stand_in_is_not() -> None:
    assert read(r"\uc1\u8364?5 \uc2\u8364\'80\'805 \uc0\u1046 x \uc1\u-10179?\u-8704?!").text == "€5 €5 Жx 😀!"
    assert read("".join(rtf_words(line) + r"\par" + "\n" for line in LINES)).text == "\n".join(LINES)


def test_half_a_sign_is_told() -> None:
    source = read(r"a\u-10179?b")
    assert source.text == "a\ufffdb"
    assert source.warnings == ("1 characters could not be read and stand as “\ufffd”.",)


def test_emphasis_ends_with_its_group_or_its_word() -> None:
    source = read(r"a {\b bold} \i slant\i0  c \b d\plain  e")
    assert source.text == "a bold slant c d e"
    assert marked(source, "bold") == [("bold", ""), ("d", "")]
    assert marked(source, "italic") == [("slant", "")]


def test_headings_and_lists_are_marked() -> None:
    body = (
        r"\pard\outlinelevel1\b Head\par\pard\plain{\listtext\'95\tab}\ls1\ilvl0 a\par"
        r"{\listtext x}\ilvl1 b\par\pard end"
    )
    source = read(body)
    assert source.text == "Head\na\nb\nend"
    assert marked(source, "heading") == [("Head", "2")]
    assert marked(source, "bold") == []
    assert marked(source, "list") == [("a", "1"), ("b", "2")]


def test_headings_are_known_by_their_style_too() -> None:
    styles = (
        r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\b Heading 1;}{\*\cs9 heading 2;}{\s7\outlinelevel2 Mine;}"
        r"{\s8 Title;}}"
    )
    source = read(r"\pard\s8 T\par\pard\s1 One\par\pard\s7 Two\par\pard\s0 text\par\pard\s9 more", styles)
    assert source.text == "T\nOne\nTwo\ntext\nmore"
    assert marked(source, "heading") == [("T", "1"), ("One", "1"), ("Two", "3")]


def test_a_level_without_a_list_is_no_list() -> None:
    assert read(r"\pard\plain\itap0\s0\ilvl0\fi0 Asdf\par").structure == ()


def test_lines_and_tables_of_the_macs_editor_are_read() -> None:
    body = (
        "\\pard\\tx566\n\n\\f0\\fs24 \\cf0 one\\\n\\\ntwo {\\field{\\*\\fldinst{HYPERLINK \"x\"}}{\\fldrslt link}}\\\n"
        "\n\\itap1\\trowd\\cellx1\n\\pard\\intbl\\itap1\n\n\\fs20 A\n\\f1\\fs24 \\cell \n"
        "\\pard\\intbl\\itap1\nB\\cell \\row\n"
        "\n\\itap1\\trowd\n\\pard\\intbl\\itap1\n\\cf0 \\cell \n\\pard\\intbl\n\\cf0 \\cell \\lastrow\\row\n\\pard\nend"
    )
    source = read(body)
    assert source.text == "one\n\ntwo link\nA\tB\n\t\nend"
    assert [words for words, _ in marked(source, "row")] == ["A\tB", "\t"]


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    body = (
        r"before\par\trowd\cellx1\cellx2\pard\intbl A\cell B\cell\row\trowd\pard\intbl c\par d\cell\cell\row"
        r"\pard after\par"
    )
    source = read(body)
    assert source.text == "before\nA\tB\nc\nd\t\nafter"
    assert [words for words, _ in marked(source, "cell")] == ["A", "B", "c\nd"]
    assert [words.rstrip("\n") for words, _ in marked(source, "table")] == ["A\tB\nc\nd\t"]
    assert len(marked(source, "row")) == 2


def test_notes_stand_at_the_end_with_the_number_that_stands_in_the_text() -> None:
    foot = r"{\super\chftn{\footnote\pard\plain\chftn\i first}}"
    end = r"{\chftn{\footnote\ftnalt\pard last}}"
    source = read(rf"a{end} b{foot} c{foot}\par d")
    assert source.text == "a[e1] b[1] c[2]\nd\n[1] first\n[2] first\n[e1] last"
    assert marked(source, "note") == [("[1] first", "1"), ("[2] first", "2"), ("[e1] last", "e1")]
    assert marked(source, "italic") == [("first", "")] * 2


def test_what_is_not_the_documents_text_is_left_out() -> None:
    body = (
        r"{\*\generator Riched20;}{\stylesheet{\s1 heading 1;}}{\header top\par}{\pict\pngblip 8950}a{\*\bkmkstart x}"
        r"{\field{\*\fldinst HYPERLINK https://example.org}{\fldrslt link}}{\deleted gone}{\v hidden}"
        r"{\*\annotation remark} z{\pict\bin5 }}}}}}"
    )
    source = read(body)
    assert source.text == "alink z"
    assert source.warnings == ("Comments in the margin were left out.", "Hidden text was left out.")


def test_text_boxes_and_what_an_object_shows_are_read() -> None:
    shape = r"{\shp{\*\shpinst{\sp{\sn k}{\sv v}}{\shptxt boxed}}{\shprslt boxed}}"
    body = "a " + shape + r"{\object{\*\objdata 00}{\result shown}}"
    assert read(body).text == "a boxedshown"


def test_signs_with_names_are_signs() -> None:
    assert read(r"\ldblquote a\rdblquote\emdash b\~c\-d\_e\tab f\line g \{\}\\").text == (
        "“a”—b\xa0c\xadd\u2011e\tf\ng {}\\"
    )


def test_the_file_says_who_wrote_it_and_when() -> None:
    title = coded("Отчёт", "cp1251")
    head = rf"{{\info{{\title {title}}}{{\author \u1048?}}{{\creatim\yr2020\mo2\dy3\hr4}}{{\company X}}}}"
    source = read("x", head)
    assert dict(source.variables) == {"title": "Отчёт", "author": "И", "created": "2020-02-03"}
    assert source.text == "x"


def test_endless_groups_are_told() -> None:
    with pytest.raises(SourceError, match="nested deeper"):
        read("{" * 100_000)
