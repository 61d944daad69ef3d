"""Reading a PDF of 500 pages, and finding and drawing one of its pages. Run by hand (see README)."""

from __future__ import annotations

import resource
import time

from coder.importers.pdf import read_pdf
from coder.importers.pdf_pages import Pages, page_map
from tests.coder.importers.making import column, pdf
from tests.coder.importers.test_pdf import ENGLISH, RUSSIAN


def bench_five_hundred_pages():
    body = column((ENGLISH + RUSSIAN) * 8)
    data = pdf([[*body, (290, 20, str(n))] for n in range(1, 501)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.process_time()
    reading = read_pdf(data)
    spent = time.process_time() - begin
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"\n500 pages, {len(reading.text)} characters: {spent:.1f} s CPU, {more:.0f} MB more at most", end="")
    assert spent < 15
    begin = time.process_time()
    places = page_map(data, reading.text)
    assert places is not None
    print(f"\nwhere everything stands: {time.process_time() - begin:.1f} s CPU", end="")
    with Pages(data) as pages:
        begin = time.process_time()
        assert len(pages.boxes(250, places).positions) > 2000
        print(f"\nthe characters of a page: {(time.process_time() - begin) * 1000:.0f} ms CPU", end="")
        begin = time.process_time()
        assert pages.picture(250, 1200).width == 1200
        print(f"\na page drawn 1,200 pixels wide: {(time.process_time() - begin) * 1000:.0f} ms CPU", end="")
