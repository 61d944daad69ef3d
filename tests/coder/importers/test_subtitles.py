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
