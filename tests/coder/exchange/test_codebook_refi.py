"""Codebooks in the REFI exchange format: valid as the schema says, read back whole, strangers' files read safely."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from coder.errors import CodebookError
from coder.exchange.codebook_parts import SCOPES, STATES, Codebook, CodeEntry
from coder.exchange.codebook_refi import read_qdc, write_qdc

_text = st.text("ab \\:\n<&>é😀жInclude:Key", max_size=40) | st.sampled_from(
    ["Include:", "\\Include:", "a\n\nInclude:\nb", "Key:\n", "\n", "\n\nExclude:", "Include:\n\nExclude:"]
)


def _book(definition: str, include: str, exclude: str, examples: list[str], scope: str, state: str) -> Codebook:
    entry = CodeEntry(
        ("A",), definition=definition, include=include, exclude=exclude, examples=tuple(examples), scope=scope,
        state=state, color="#0072B2", key="k", id="6f7dd2d5-3f3c-4a8e-9f0a-0a5a5b1f3c11",
    )  # fmt: skip
    below = CodeEntry(("A", "B > C"), id="6f7dd2d5-3f3c-4a8e-9f0a-0a5a5b1f3c12", exclusive=True)
    return Codebook(codes=(entry, below))


@settings(max_examples=60)
@given(
    st.builds(
        _book, _text, _text, _text, st.lists(_text.filter(str.strip), max_size=2), st.sampled_from(SCOPES),
        st.sampled_from(STATES),
    )
)  # fmt: skip
@example(Codebook(codes=(CodeEntry(("A",), id="6f7dd2d5-3f3c-4a8e-9f0a-0a5a5b1f3c11", definition="plain"),)))
def test_codes_written_read_back_the_same(codebook: Codebook) -> None:
    assert read_qdc(write_qdc(codebook), "c.qdc") == codebook


def test_what_is_written_has_the_shape_that_the_schema_wants() -> None:
    root = etree.fromstring(write_qdc(_book("d", "i", "", ["x"], "document", "retired")))
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    for code in root.iter("{*}Code"):
        assert code.get("name")
        assert code.get("isCodable") == "true"
        assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", code.get("guid") or "")
        assert [etree.QName(e).localname for e in code] == sorted(
            (etree.QName(e).localname for e in code), key=["Description", "Code"].index
        )


def test_a_codebook_without_codes_cannot_be_written() -> None:
    with pytest.raises(CodebookError, match="at least one code"):
        write_qdc(Codebook())


def test_another_program_s_file_is_read_with_its_own_namespace_braces_and_short_colours() -> None:
    data = b"""<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>
      <Code guid="{6F7DD2D5-3F3C-4A8E-9F0A-0A5A5B1F3C11}" name="Actor" isCodable="false" color="#0aF">
      <Description/><Code guid="x" name="Governor" isCodable="true" color="rgba(1,2,3)">
      <Description>Head of a region.</Description></Code></Code></Codes><Sets/></CodeBook>"""
    actor, governor = read_qdc(data, "c.qdc").codes
    assert (actor.color, actor.id, actor.definition) == ("#00aaFF", "6f7dd2d5-3f3c-4a8e-9f0a-0a5a5b1f3c11", "")
    assert (governor.path, governor.color, governor.id) == (("Actor", "Governor"), "", None)
    assert governor.definition == "Head of a region."


def test_a_file_that_declares_entities_is_refused() -> None:
    data = b'<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>'
    with pytest.raises(CodebookError, match="entities"):
        read_qdc(data, "c.qdc")


@pytest.mark.parametrize("data", [b"", b"<CodeBook>", b"<Project/>", b"no xml"])
def test_what_is_no_codebook_is_refused(data: bytes) -> None:
    with pytest.raises(CodebookError):
        read_qdc(data, "c.qdc")


def test_codes_without_a_name_are_told_with_their_lines() -> None:
    with pytest.raises(CodebookError, match=r"c\.qdc, line 2"):
        read_qdc(b'<CodeBook><Codes>\n<Code guid="x"/></Codes></CodeBook>', "c.qdc")
