"""Projects of known size for the benchmarks: texts, codes, coders and codings, the same each time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from coder.assignments import assign, finish
from coder.codebook import add_code, add_qualifier
from coder.coders import add_coder
from coder.documents import add_documents
from coder.identity import coding_id
from coder.journal.record import Recording
from coder.models import Coding
from coder.project import Project
from tests.coder.world import PlainSource, ids

_WORDS = [
    "the", "governor", "decree", "province", "ministry", "recruit", "contract", "payment", "foreign", "border",
    "office", "army", "budget", "court", "указ", "губернатор", "выплата", "контракт", "армия", "иностранцы",
    "область", "суд", "министерство", "решение",
]  # fmt: skip


def text_of_length(length: int, seed: int) -> str:
    """Sentences and paragraphs of about this many characters."""
    rng = random.Random(seed)
    sentences: list[str] = []
    size = 0
    while size < length:
        words = rng.choices(_WORDS, k=rng.randint(6, 18))
        sentence = " ".join(words).capitalize() + rng.choice([". ", ". ", "? ", ".\n\n"])
        sentences.append(sentence)
        size += len(sentence)
    return "".join(sentences)[:length]


def add_codings(session: Recording, *, rows: Sequence[dict[str, object]]) -> int:
    """Codings through the bulk door, as an import brings them."""
    return session.births(Coding, rows)


def build(
    path: Path, *, documents: int, length: int, codings: int, codes: int = 50, coders: int = 2, seed: int = 1
) -> Path:
    """A project: so many documents of so many characters, so many codings over all coders, all finished."""
    with Project.create(path, title="Bench", lead="Lead") as project:
        project.do(add_documents, [PlainSource(f"d{n:04}.txt", text_of_length(length, n)) for n in range(documents)])
        places = ids(project, _document())
        tree = [project.do(add_code, name=f"Code {n:02}").value for n in range(codes)]
        project.do(add_qualifier, name="evidence", kind="choice", values=["documented", "reported"])
        people = [project.do(add_coder, name=f"Coder {n}").value for n in range(coders)]
        project.do(add_codings, rows=_codings(project, places, tree, people, codings, length, seed))
        for person in people:
            project.do(assign, document_ids=places, coder_id=person, purpose="reliability")
            project.do(finish, coder_id=person)
    return path


def _document() -> type:
    from coder.models import Document

    return Document


def _codings(
    project: Project,
    documents: Sequence[UUID],
    codes: Sequence[UUID],
    people: Sequence[UUID],
    wanted: int,
    length: int,
    seed: int,
) -> list[dict[str, object]]:
    rng = random.Random(seed)
    hashes = project.ask(lambda s: {d: s.get(_document(), d).text_hash for d in documents})  # type: ignore[union-attr]
    rows: dict[UUID, dict[str, object]] = {}
    while len(rows) < wanted:
        document, code = rng.choice(documents), rng.choice(codes)
        start = rng.randrange(max(1, length - 450))
        end = start + rng.randint(5, min(400, length - start))
        for person in people:
            shift = rng.choice([0, 0, 3, -2])
            place = (hashes[document], max(0, start + shift), end)
            new = coding_id(document, code, person, 1, place)
            rows[new] = {
                "id": new, "document_id": document, "code_id": code, "coder_id": person, "round": 1,
                "text_hash": place[0], "start": place[1], "end": place[2],
            }  # fmt: skip
    return list(rows.values())[:wanted]
