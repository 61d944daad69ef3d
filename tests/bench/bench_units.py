"""Cutting 10 million characters into units, and looking one up in the middle. Run by hand (see README)."""

from __future__ import annotations

import time

from coder.units import grapheme_at, paragraph_at, sentence_at, unit_bounds, word_at

LINE = "Ministry of the U.S. said 3.5 percent! Правительство объявило о наборе. 漢字。 \U0001f600 end of line\n"


def bench_units_of_ten_million_characters():
    text = LINE * (10_000_000 // len(LINE))
    for unit in ("sentence", "paragraph", "word"):
        begin = time.process_time()
        assert len(unit_bounds(text, unit)) > 90_000
        print(f"\n{unit}: {time.process_time() - begin:.2f} s CPU for 10 MB", end="")
    for look_up in (grapheme_at, word_at, sentence_at, paragraph_at):
        begin = time.process_time()
        look_up(text, len(text) // 2)
        print(f"\n{look_up.__name__}: {(time.process_time() - begin) * 1000:.2f} ms in 10 MB", end="")
