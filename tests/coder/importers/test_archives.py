"""Archives: names that climb, names in old code pages, locked, damaged and bursting members; nothing is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SourceError
from coder.exchange.reading import read_files
from coder.importers import sniff
from coder.importers.archives import members

A, B = b"The first text.", b"The second text."


def archive(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts.items():
            packed.writestr(name, body)
    return out.getvalue()


def in_code_page(names: Mapping[str, bytes], page: str) -> bytes:
    """An archive as programs before Unicode made it: names in a code page, no word of which."""
    stand_ins = {f"{n:0{len(name.encode(page))}}": name.encode(page) for n, name in enumerate(names)}
    data = archive(dict(zip(stand_ins, names.values(), strict=True)))
    for stand_in, raw in stand_ins.items():
        data = data.replace(stand_in.encode(), raw)
    return data


def found(data: bytes) -> list[tuple[str, str, bytes | str]]:
    return [
        (name, within, body.message if isinstance(body, SourceError) else body)
        for name, within, body in members("a.zip", data)
    ]


def test_files_come_in_name_order_without_their_folders() -> None:
    assert found(archive({"b/two.txt": B, "one.txt": A})) == [("two.txt", "b/two.txt", B), ("one.txt", "one.txt", A)]


def test_two_files_of_one_name_keep_their_folders() -> None:
    assert [name for name, _, _ in found(archive({"x/a.txt": A, "y/A.txt": B}))] == ["x/a.txt", "y/A.txt"]


@pytest.mark.parametrize(
    "climbing",
    ["../../a.txt", "/etc/a.txt", "..\\..\\a.txt", "C:\\Users\\a.txt", "x/../../a.txt", "//host/a.txt"],
)
def test_a_name_that_climbs_or_is_absolute_only_names_the_document(climbing: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(archive({climbing: A, "b.txt": B}))
    before = sorted(tmp_path.rglob("*"))
    read = read_files([tmp_path / "in" / "a.zip"])
    assert sorted(source.name for source in read.sources) == ["a.txt", "b.txt"]
    assert all(".." not in within and not within.startswith("/") for _, within, _ in found(archive({climbing: A})))
    assert sorted(tmp_path.rglob("*")) == before


def test_what_systems_and_browsers_add_is_passed_over() -> None:
    data = archive({"__MACOSX/._a.txt": B, ".DS_Store": B, "Thumbs.db": B, "~$a.docx": B, "x/": b"", "a.txt": A})
    assert [name for name, _, _ in found(data)] == ["a.txt"]


@pytest.mark.parametrize(
    ("page", "name"),
    [("cp866", "Письмо губернатора.txt"), ("cp437", "Übergabe für Jörg.txt"), ("utf-8", "Ж.txt"),
     ("unsaid", "Ёлка 😀.txt")],
)  # fmt: skip
def test_names_in_old_code_pages_are_read(page: str, name: str) -> None:
    data = archive({name: A}) if page == "utf-8" else in_code_page({name: A}, "utf-8" if page == "unsaid" else page)
    assert found(data) == [(name, name, A)]


def test_a_bomb_is_named_and_the_rest_is_read() -> None:
    got = found(archive({"a.txt": A, "bomb.txt": b"0" * 40_000_000}))
    assert got[0] == ("a.txt", "a.txt", A)
    assert "far more" in str(got[1][2])


def test_an_archive_of_bombs_is_not_unpacked_beyond_its_bound() -> None:
    body = archive({f"{n}.txt": bytes([65 + n]) * 9_000_000 for n in range(5)})
    assert sum(len(part) for _, _, part in found(body)) == 45_000_000
    assert len(body) < 100_000


def test_a_locked_member_is_told_by_its_name() -> None:
    data = bytearray(archive({"a.txt": A}))
    data[6] |= 1  # the flag stands in the local header and in the directory
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert "password" in str(found(bytes(data))[0][2])


def test_an_archive_in_an_archive_is_read_and_one_deeper_is_told(tmp_path: Path) -> None:
    inner = archive({"deep.txt": A})
    path = tmp_path / "a.zip"
    path.write_bytes(archive({"inner.zip": inner, "deeper.zip": archive({"inner.zip": inner}), "b.txt": B}))
    read = read_files([path])
    assert sorted(source.name for source in read.sources) == ["b.txt", "deep.txt"]
    assert [failed.file for failed in read.failed] == ["a.zip/deeper.zip/inner.zip"]
    assert "archives" in read.failed[0].why


def test_an_archive_that_holds_itself_comes_to_an_end(tmp_path: Path) -> None:
    data = archive({"a.txt": A})
    for _ in range(20):
        data = archive({"a.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    assert len(read_files([tmp_path / "a.zip"]).failed) == 1


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + b"\x00" * 18, archive({"x/": b""}), archive({})])
def test_an_archive_without_files_is_told(data: bytes) -> None:
    with pytest.raises(SourceError):
        found(data)


GOOD = archive({"a.txt": A * 9, "x/b.txt": B * 9})


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6), st.integers(1, len(GOOD)))
def test_a_broken_archive_gives_its_files_or_a_message(flips: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(GOOD)
    for place, value in flips:
        data[place] = value
    with suppress(SourceError):
        if sniff("a.zip", bytes(data[:cut])) == "zip":
            assert all(isinstance(body, bytes | str) for _, _, body in found(bytes(data[:cut])))
