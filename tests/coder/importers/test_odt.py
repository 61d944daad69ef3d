"""OpenDocument texts: what a reader sees, in order; structure where it stands."""

from __future__ import annotations

from coder.importers import Source, read_source
from tests.coder.importers.formats import odt, odt_style

STYLES = (
    odt_style("B", fo_font_weight="bold")
    + odt_style("I", fo_font_style="italic")
    + odt_style("BI", parent="B", fo_font_style="italic")
    + odt_style("Gone", text_display="none")
    + odt_style("Heading", "paragraph", fo_font_weight="bold")
    + odt_style("Quotations", "paragraph")
    + odt_style("P1", "paragraph", parent="Quotations")
    + odt_style("Ring", "paragraph", parent="Ring")
)


def read(body: str, meta: str = "") -> Source:
    return read_source("a.odt", odt(body, automatic=STYLES, meta=meta))


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(source.text[m.start : m.end], m.value) for m in source.structure if m.kind == kind]


def span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_blanks_are_what_the_format_says_they_are() -> None:
    body = (
        "<text:p>  one\n   two <text:s text:c='3'/>x<text:tab/>y<text:line-break/>z <text:span> w</text:span></text:p>"
    )
    assert read(body).text == "one two    x\ty\nz w"


def test_emphasis_comes_by_styles_and_those_they_are_based_on() -> None:
    source = read(f"<text:p>a {span('B', 'bold')} {span('I', 'slant')} {span('BI', 'both')}</text:p>")
    assert marked(source, "bold") == [("bold", ""), ("both", "")]
    assert marked(source, "italic") == [("slant both", "")]


def test_headings_lists_and_quotes_are_marked() -> None:
    body = (
        '<text:h text:style-name="Heading" text:outline-level="2">Глава</text:h>'
        "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item>"
        '</text:list></text:list-item></text:list><text:p text:style-name="P1">q</text:p>'
        '<text:p text:style-name="Ring">r</text:p>'
    )
    source = read(body)
    assert source.text == "Глава\na\nb\nq\nr"
    assert marked(source, "heading") == [("Глава", "2")]
    assert marked(source, "bold") == []
    assert marked(source, "list") == [("a", "1"), ("b", "2")]
    assert marked(source, "quote") == [("q", "")]


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    def cell(*lines: str) -> str:
        return "<table:table-cell>" + "".join(f"<text:p>{line}</text:p>" for line in lines) + "</table:table-cell>"

    body = (
        f"<text:p>before</text:p><table:table><table:table-header-rows><table:table-row>{cell('A')}{cell('B')}"
        f"</table:table-row></table:table-header-rows><table:table-row>{cell('c', 'd')}{cell()}</table:table-row>"
        "</table:table><text:p>after</text:p>"
    )
    source = read(body)
    assert source.text == "before\nA\tB\nc\nd\t\nafter"
    assert [words for words, _ in marked(source, "cell")] == ["A", "B", "c\nd"]
    assert len(marked(source, "row")) == 2
    assert len(marked(source, "table")) == 1


def test_notes_stand_at_the_end_with_the_number_that_stands_in_the_text() -> None:
    def note(kind: str, words: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>9</text:note-citation><text:note-body>'
            f"<text:p>{words}</text:p></text:note-body></text:note>"
        )

    source = read(f"<text:p>a{note('endnote', 'end')} b{note('footnote', span('I', 'foot'))} c</text:p>")
    assert source.text == "a[e1] b[1] c\n[1] foot\n[e1] end"
    assert marked(source, "note") == [("[1] foot", "1"), ("[e1] end", "e1")]
    assert marked(source, "italic") == [("foot", "")]


def test_deleted_and_hidden_words_and_comments_are_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>kept<text:change-start/> and added<text:change-end/>"
        f"{span('Gone', 'hidden')}<office:annotation><text:p>remark</text:p></office:annotation></text:p>"
    )
    source = read(body)
    assert source.text == "kept and added"
    assert source.warnings == ("Comments in the margin were left out.", "Hidden text was left out.")


def test_text_in_frames_stands_behind_its_paragraph() -> None:
    body = (
        "<text:p>one <draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>two</text:p>"
        "<text:p><draw:custom-shape><text:p>shape</text:p></draw:custom-shape></text:p><text:p>end</text:p>"
    )
    assert read(body).text == "one two\nboxed\nshape\nend"


def test_the_file_says_who_wrote_it_and_when() -> None:
    meta = (
        "<dc:title>Отчёт</dc:title><meta:initial-creator>A. Author</meta:initial-creator><dc:creator>Else</dc:creator>"
        "<meta:creation-date>2020-02-03T10:11:12</meta:creation-date><dc:language>ru</dc:language>"
    )
    assert dict(read("<text:p>x</text:p>", meta).variables) == {
        "title": "Отчёт", "author": "A. Author", "created": "2020-02-03", "language": "ru",
    }  # fmt: skip
