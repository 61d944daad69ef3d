"""Subtitles: the words, who says them and when."""

from __future__ import annotations

from coder.importers import Source, read_source


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(source.text[m.start : m.end], m.value) for m in source.structure if m.kind == kind]


def srt(*cues: str) -> bytes:
    return "\r\n\r\n".join(
        f"{n}\r\n00:00:{n:02},500 --> 00:00:{n + 1:02},000\r\n{cue}" for n, cue in enumerate(cues, 1)
    ).encode()


def test_where_nobody_is_named_each_subtitle_is_a_line() -> None:
    source = read_source("a.srt", srt("Привет,\r\nмир", "<i>and</i> {\\an8}more &amp; 1 < 2"))
    assert source.text == "Привет, мир\nand more & 1 < 2"
    assert marked(source, "time") == [("Привет, мир", "00:00:01.500"), ("and more & 1 < 2", "00:00:02.500")]
    assert marked(source, "speaker") == []


def test_what_one_speaker_says_in_a_row_is_one_paragraph() -> None:
    source = read_source("a.srt", srt("АННА: Да.", "И нет.", "JÖRG: So?", "АННА: Так."))
    assert source.text == "АННА: Да. И нет.\nJÖRG: So?\nАННА: Так."
    assert marked(source, "speaker") == [("АННА:", "АННА"), ("JÖRG:", "JÖRG"), ("АННА:", "АННА")]
    assert [words for words, _ in marked(source, "time")] == ["Да.", "И нет.", "So?", "Так."]


def test_a_name_that_comes_once_in_small_letters_is_no_speaker() -> None:
    source = read_source("a.srt", srt("Note: this is it.", "Yes."))
    assert source.text == "Note: this is it.\nYes."


def test_voices_of_webvtt_are_speakers_and_its_notes_and_styles_are_left_out() -> None:
    data = (
        "WEBVTT - title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE a remark\n\nintro\n"
        "00:01.000 --> 01:00:02.000 align:start position:0%\n<v.loud Анна>Слова <00:00:01.500><c>и</c> ещё\n\n"
        "00:03.000 --> 00:04.000\n<v Анна>снова</v><v Bob>\nHi\n"
    )
    source = read_source("a.vtt", data.encode())
    assert source.text == "Анна: Слова и ещё снова\nBob: Hi"
    assert marked(source, "speaker") == [("Анна:", "Анна"), ("Bob:", "Bob")]
    assert [time for _, time in marked(source, "time")] == ["00:00:01.000", "00:00:03.000", "00:00:03.000"]


def test_a_missing_blank_line_does_not_make_a_number_a_word() -> None:
    data = b"1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:02,000 --> 00:00:03,000\ntwo"
    assert read_source("a.srt", data).text == "one\ntwo"


def test_old_encodings_are_found_or_chosen() -> None:
    data = srt("Привет, мир").decode().encode("cp1251")
    assert read_source("a.srt", data, encoding="cp1251").text == "Привет, мир"


def test_words_behind_a_blank_line_of_a_subtitle_are_not_lost() -> None:
    data = b"1\n00:00:01,000 --> 00:00:02,000\n1984\n\nwas the year\n\n2\n00:00:03,000 --> 00:00:04,000\nand then\n"
    assert read_source("a.srt", data).text == "1984 was the year\nand then"


def test_a_blank_line_behind_every_line_changes_nothing() -> None:
    data = b"1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nWorld\n"
    source = read_source("a.srt", data.replace(b"\n", b"\r\r\n"))
    assert (source.format, source.text) == ("srt", "Hello\nWorld")


def test_two_byte_order_marks_hide_no_subtitles() -> None:
    data = b"\xef\xbb\xbf\xef\xbb\xbf1\n00:00:01,000 --> 00:00:02,000\nHello\n"
    source = read_source("a.srt", data)
    assert (source.format, source.text) == ("srt", "Hello")


def test_subtitles_at_the_same_time_keep_the_files_order_and_each_its_own_time() -> None:
    data = (
        b"1\n00:00:01,000 --> 00:00:05,000\nANNA: Long.\n\n2\n00:00:02,000 --> 00:00:03,000\nBORIS: Over it.\n\n"
        b"3\n00:00:04,500 --> 00:00:06,000\nANNA: Later.\n\n4\n00:00:05,000 --> 00:00:07,000\nBORIS: Last.\n"
    )
    source = read_source("a.srt", data)
    assert source.text == "ANNA: Long.\nBORIS: Over it.\nANNA: Later.\nBORIS: Last."
    assert [m.value for m in source.structure if m.kind == "time"] == [
        "00:00:01.000", "00:00:02.000", "00:00:04.500", "00:00:05.000",
    ]  # fmt: skip


def test_a_file_in_an_old_encoding_with_tags_in_it_is_read() -> None:
    data = "1\n00:00:01,000 --> 00:00:02,000\nПривет\n\n2\n0:0:5,0 --> 0:0:6,0\n<i>Курсив</i> {\\an8}верх\n"
    assert read_source("a.srt", data.encode("cp1251")).text == "Привет\nКурсив верх"
