"""Searching 100 MB of text, and coding 5,000 hits in one act. Run by hand (see README).

The figures are CPU seconds of this process, least of three: other work on the machine does not count.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from coder.codebook import add_code
from coder.coding import code_passages
from coder.documents import add_documents
from coder.project import Project
from coder.search.finding import Found, find_all
from coder.search.folding import Folding
from coder.search.lists import KeyWords, WordList
from coder.search.matching import Query
from coder.search.review import passages_of
from tests.bench.corpora import text_of_length
from tests.coder.world import PlainSource

_MILLION = 1_000_000
_DOCUMENTS = 70  # of a million characters each, half of them Cyrillic: 100 MB of UTF-8
_RARE = "щелкунчик вернулся"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("search") / "search.intercoder"
    rng = random.Random(1)
    with Project.create(path, title="Search", lead="L") as project:
        for n in range(_DOCUMENTS):
            text = text_of_length(_MILLION, n)
            for _ in range(100):  # a phrase that stands in a text now and then, as what is looked for does
                at = rng.randrange(_MILLION)
                text = f"{text[:at]} {_RARE} {text[at:]}"
            project.do(add_documents, [PlainSource(f"d{n}.txt", text)])
        yield project


def least(run: Callable[[], Found]) -> tuple[Found, float]:
    times = []
    for _ in range(3):
        start = time.process_time()
        found = run()
        times.append(time.process_time() - start)
    return found, min(times)


@pytest.mark.parametrize(
    ("query", "limit"),
    [
        (Query(_RARE), 1.0),
        (Query("щелкунчик", "word"), 1.0),
        (Query("Щелкунчик", folding=Folding(case=False)), 1.0),
        (Query("nowhere to be found"), 1.0),
        (Query("governor decree court"), 1.0),  # every word of it is very common here
        (Query("щелкунчик", folding=Folding(accents=True)), 1.0),
        (Query("щелкунчик", "forms"), 1.0),
        (Query("province"), 1.5),  # 370,000 hits, all of them counted
        (Query(r"щелк\w+ \w+ся", "regex"), 5.0),  # an expression may cost whatever it says
    ],
    ids=lambda value: f"{value.kind}-{value.words}" if isinstance(value, Query) else "",
)
def bench_100_mb_of_text_answer(project: Project, query: Query, limit: float) -> None:
    found, seconds = least(lambda: project.ask(find_all, sought=query))
    print(f"{query.kind:6} {query.words:24} {found.total:7} hits {seconds:.2f} s")
    assert found.searched == _DOCUMENTS
    assert seconds < limit


def bench_5000_hits_are_reviewed_and_coded_in_one_act(project: Project) -> None:
    code = project.do(add_code, name="Nut").value
    hits = project.ask(find_all, sought=Query(_RARE), keep=5000).hits
    for extent in ("found", "sentence", "paragraph"):
        start = time.process_time()
        passages = project.ask(passages_of, hits=hits, extent=extent, code_id=code, coder_id=project.coder_id)
        print(f"{extent:9} {len(passages)} passages {time.process_time() - start:.2f} s")
    start = time.process_time()
    done = project.do(code_passages, code_id=code, passages=[(hit.document_id, hit.span) for hit in hits])
    seconds = time.process_time() - start
    print(f"coded {done.value} passages {seconds:.2f} s")
    assert done.value == 5000
    assert seconds < 3.0


def bench_key_words_in_what_is_in_sight() -> None:
    words = tuple(f"{word}*" for word in text_of_length(20_000, 3).split())
    known = KeyWords([WordList(UUID(int=1), "Many", words)])
    text = text_of_length(4000, 4)
    start = time.process_time()
    for _ in range(10):
        known.within(text, 0, len(text))
    seconds = (time.process_time() - start) / 10
    print(f"a screen of text, {len(set(words))} words {seconds * 1000:.1f} ms")
    assert seconds < 0.016
