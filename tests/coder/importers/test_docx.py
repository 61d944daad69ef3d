"""Word documents: every word a reader sees, in order, once; structure where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SourceError
from coder.importers import Source, read_source
from coder.spans import canonical
from tests.coder.importers.making import docx, package, para, part, run, table

STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Мой заголовок"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>',
)


def read(body: str, **parts: str) -> Source:
    """parts: names of Word's parts without folder and suffix."""
    return read_source("a.docx", docx(body, {f"word/{name}.xml": content for name, content in parts.items()}))


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(source.text[m.start : m.end], m.value) for m in source.structure if m.kind == kind]


def test_a_paragraph_is_a_line() -> None:
    source = read(para(run("Привет, "), run("мир 😀")) + para() + para(run("Second.")))
    assert source.text == "Привет, мир 😀\n\nSecond."
    assert (source.format, source.warnings, dict(source.variables)) == ("docx", (), {})


def test_a_table_is_lines_with_tabs_between_the_cells_in_its_place() -> None:
    rows = [[para(run("a")), para(run("b"))], [para(), para(run("c1")) + para(run("c2"))]]
    source = read(para(run("Before")) + table(rows) + para(run("After")))
    assert source.text == "Before\na\tb\n\tc1\nc2\nAfter"
    assert [quote for quote, _ in marked(source, "row")] == ["a\tb", "\tc1\nc2"]
    assert [quote for quote, _ in marked(source, "cell")] == ["a", "b", "c1\nc2"]
    assert marked(source, "table") == [("a\tb\n\tc1\nc2\n", "")]


def test_a_table_in_a_cell_is_read_in_its_place() -> None:
    inner = table([[para(run("x")), para(run("y"))]])
    source = read(table([[para(run("a")) + inner + para(), para(run("b"))]]))
    assert source.text == "a\nx\ty\tb"


def test_headings_lists_and_quotes_are_known_by_their_styles_in_any_language() -> None:
    numbering = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    source = read(
        para(run("Title"), style="1")
        + para(run("Глава"), style="Mine")
        + para(run("By outline"), properties='<w:outlineLvl w:val="2"/>')
        + para(run("point"), style="L")
        + para(run("deeper"), properties=numbering)
        + para(run("said"), style="Q")
        + para(run("plain"), style="Ring"),
        styles=STYLES,
    )
    assert marked(source, "heading") == [("Title", "1"), ("Глава", "1"), ("By outline", "3")]
    assert marked(source, "list") == [("point", "1"), ("deeper", "2")]
    assert marked(source, "quote") == [("said", "")]
    assert marked(source, "italic") == [("said", "")]
    assert marked(source, "bold") == []


def test_emphasis_in_several_runs_is_one() -> None:
    source = read(
        para(
            run("a "),
            run("bo", "<w:b/>"),
            run("ld", "<w:b/>"),
            run(" "),
            run("too", '<w:rStyle w:val="S"/>'),
            run(" end"),
        )
        + para(run("off", '<w:b w:val="0"/>'), run(" it", "<w:i/>")),
        styles=STYLES,
    )
    assert marked(source, "bold") == [("bold too", "")]
    assert marked(source, "italic") == [("it", "")]


def test_of_changes_what_was_inserted_is_read_and_what_was_deleted_is_not() -> None:
    source = read(
        para(
            run("Stays "),
            "<w:ins>" + run("inserted ") + "</w:ins>",
            "<w:del><w:r><w:delText>deleted </w:delText></w:r></w:del>",
            "<w:moveFrom>" + run("moved ") + "</w:moveFrom>",
            '<w:hyperlink r="x">' + run("link") + "</w:hyperlink>",
            run("hidden", "<w:vanish/>"),
        )
    )
    assert source.text == "Stays inserted link"
    assert source.warnings == ("Hidden text was left out.",)


def test_signs_that_are_elements_are_read() -> None:
    signs = ["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>"]
    inside = "".join(f"<w:t>{letter}</w:t>{sign}" for letter, sign in zip("abc", signs, strict=True))
    inside = f'<w:r>{inside}<w:t>d</w:t><w:sym w:char="00E9"/></w:r>'
    assert read(para(inside)).text == "a\tb\nc\u2011dé"
    source = read(para('<w:r><w:t>x</w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'))
    assert source.text == "x\ufffd"
    assert source.warnings == ("1 signs of symbol fonts stand as “\ufffd”.",)


def test_notes_stand_at_the_end_with_the_number_that_stands_in_the_text() -> None:
    place = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    notes = part(
        "footnotes",
        '<w:footnote w:id="-1">' + para(run("separator")) + "</w:footnote>"
        '<w:footnote w:id="4">' + para(run("Second note.")) + para(run("More.")) + "</w:footnote>"
        '<w:footnote w:id="7">' + para(run(" First "), run("note", "<w:i/>"), run(".")) + "</w:footnote>",
    )
    ends = part("endnotes", '<w:endnote w:id="2">' + para(run("At the end.")) + "</w:endnote>")
    body = para(run("One"), place.format(7), run(" two"), place.format(4), run(" three"), end)
    source = read(body, footnotes=notes, endnotes=ends)
    assert source.text == "One[1] two[2] three[e1]\n[1] First note.\n[2] Second note.\nMore.\n[e1] At the end."
    assert marked(source, "italic") == [("note", "")]
    assert [value for _, value in marked(source, "note")] == ["1", "2", "e1"]
    assert marked(source, "note")[0] == ("[1] First note.", "1")


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = "<w:txbxContent>" + para(run("In the box")) + "</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(para(run("Before "), f"<w:r>{both}</w:r>", run("after")) + para(run("Next"))).text == (
        "Before after\nIn the box\nNext"
    )


def test_content_controls_formulas_fields_and_ruby_are_read() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>" + para(run("controlled")) + "</w:sdtContent></w:sdt>"
    formula = "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
    field = '<w:fldSimple w:instr="DATE">' + run(" 5 May") + "</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r>"
    ruby = "<w:r><w:ruby><w:rt>" + run("かん") + "</w:rt><w:rubyBase>" + run("漢") + "</w:rubyBase></w:ruby></w:r>"
    assert read(control + para(formula, field, ruby)).text == "controlled\nE=mc 5 May漢"


def test_pages_are_marked_where_word_saw_them_end_and_once_where_one_was_ended_by_hand() -> None:
    seen = "<w:r><w:lastRenderedPageBreak/></w:r>"
    by_hand = '<w:r><w:br w:type="page"/></w:r>'
    source = read(para(run("one")) + para(seen, run("two"), by_hand) + para(seen, run("three")))
    assert [(quote.strip(), value) for quote, value in marked(source, "page")] == [
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
    ]
    assert marked(read(para(run("no pages"))), "page") == []


def test_comments_are_left_out_and_this_is_said() -> None:
    comments = part("comments", "<w:comment>" + para(run("mine")) + "</w:comment>")
    source = read(para(run("text")), comments=comments)
    assert source.text == "text"
    assert source.warnings == ("Comments in the margin were left out.",)


def test_what_the_file_says_of_itself_is_kept() -> None:
    core = (
        '<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>Указ  № 5</dc:title>'
        "<dc:creator>Иван Петров</dc:creator><dc:language></dc:language><t:created>2025-03-01T10:00:00Z</t:created>"
        "</p:coreProperties>"
    )
    source = read_source("a.docx", docx(para(run("x")), {"docProps/core.xml": core}))
    assert source.variables == {"title": "Указ № 5", "author": "Иван Петров", "created": "2025-03-01"}


def test_strict_documents_are_read_as_well() -> None:
    strict = part("document", f"<w:body>{para(run('strict'))}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_source("a.docx", docx("", {"word/document.xml": strict})).text == "strict"


def test_a_package_without_its_document_is_damaged() -> None:
    types = "wordprocessingml.document.main+xml"
    with pytest.raises(SourceError, match=r"a\.docx.*damaged"):
        read_source("a.docx", package({"[Content_Types].xml": types, "word/styles.xml": STYLES}))
    with pytest.raises(SourceError, match="damaged"):
        read_source("a.docx", docx("", {"word/document.xml": "<w:document><unclosed>"}))


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)


@given(st.lists(st.lists(st.tuples(words, st.booleans()), max_size=4), max_size=5))
def test_every_word_is_there_in_order_and_marks_lie_on_what_they_mark(paragraphs: list[list[tuple[str, bool]]]) -> None:
    source = read("".join(para(*(run(text, "<w:b/>" if bold else "") for text, bold in runs)) for runs in paragraphs))
    assert source.text == canonical(source.text)
    given_words = "".join("".join(text for text, _ in runs) for runs in paragraphs).replace("\ufeff", "")
    assert "".join(source.text.split()).replace("\ufeff", "") == "".join(canonical(given_words).split())
    bold = "".join(source.text[m.start : m.end] for m in source.structure if m.kind == "bold")
    meant = "".join(text for runs in paragraphs for text, is_bold in runs if is_bold)
    assert "".join(bold.split()).replace("\ufeff", "") == "".join(canonical(meant.replace("\ufeff", "")).split())
