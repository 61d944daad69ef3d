"""The tables beside the dataset: documents, their texts, codebook, coders, and codes by document and coder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from uuid import UUID

from coder.exporters.gathered import Gathered
from coder.exporters.rows import said
from coder.exporters.tables import Column, Table, Value

_PART = 30_000  # UTF-16 units at most of a text in one cell, well below what a cell holds


def documents_table(g: Gathered) -> Table:
    """Each document with its variables, hashes and how far every coder is with it."""
    columns = [
        Column("Document", "Name of the document.", 32),
        Column("Document id", "The document's own name, the same in every export of the project.", 38),
        Column("Format", "Format of the file it was imported from.", 9),
        Column("Length", "Unicode characters (code points) of its text.", 10),
        *(Column(f"Variable: {v.name}", f"The document's variable “{v.name}” ({v.kind}).") for v in g.variables),
        Column("Coded segments", "Coded segments in it, all coders and rounds together.", 10),
        Column("Coders", "How many coders have coded in it.", 8),
        *(column for i in g.coders for column in _progress_columns(g.labels[i])),
        Column("Imported as", "Its name when it was imported.", 28),
        Column("Text hash", "SHA-256 of its text (UTF-8, line ends as LF).", 20),
        Column("Original hash", "SHA-256 of the file that was imported; empty if there was none.", 20),
    ]
    return Table("Documents", "One row for each document.", columns, _document_rows(g), len(g.documents))


def _progress_columns(label: str) -> list[Column]:
    return [
        Column(f"{label}: coded segments", f"Coded segments in it by {label}, all rounds together.", 12),
        Column(f"{label}: progress", f"Where {label} stands with it in the latest round: finished, assigned, or coded "
               "without being assigned; empty if none of these.", 12),
    ]  # fmt: skip


def _document_rows(g: Gathered) -> Iterator[tuple[Value, ...]]:
    counts = Counter((s.document, s.coder) for s in g.segments)
    for d in g.documents:
        mine = [counts[d.id, coder] for coder in g.coders]
        progress: list[Value] = []
        for coder, count in zip(g.coders, mine, strict=True):
            mark = g.progress.get((d.id, coder))
            state = ("finished" if mark.finished else "assigned") if mark else ("coded" if count else None)
            progress += [count, state]
        yield (
            d.name, str(d.id), d.format, len(g.texts[d.text_hash]), *said(d.variables, g.variables), sum(mine),
            sum(count > 0 for count in mine), *progress, d.imported_as, d.text_hash.hex(),
            (d.original_hash or b"").hex(),
        )  # fmt: skip


def texts_table(g: Gathered, *, whole: bool = False) -> Table:
    """The documents' texts; in parts that fit a cell, unless whole."""
    columns = [
        Column("Document", "Name of the document.", 28),
        Column("Document id", "The document's own name, the same in every export of the project.", 38),
        Column("Part", "Number of the part, from 1: long texts are parted so that nothing of them is cut.", 7),
        Column("Start", "Unicode characters (code points) of the text before this part.", 9),
        Column("Text", "The words of the document; the parts joined without anything between are the whole.", 100),
        Column("Text hash", "SHA-256 of the whole text (UTF-8, line ends as LF).", 20),
    ]
    rows = [
        (d.name, str(d.id), n, start, part, d.text_hash.hex())
        for d in g.documents
        for n, (start, part) in enumerate(_parts(g.texts[d.text_hash], whole=whole), 1)
    ]
    about = "The documents' texts, " + ("one row each." if whole else "one row for each part.")
    return Table("Document texts", about, columns, rows, len(rows))


def _parts(text: str, *, whole: bool) -> Iterator[tuple[int, str]]:
    """A text in pieces with their places, cut after a line, else after a blank, else anywhere."""
    most = len(text) if whole else _PART if text.isascii() else _PART // 2
    at = 0
    while at < len(text) or at == 0:
        end = min(len(text), at + most)
        if end < len(text):
            cut = text.rfind("\n", at + most // 2, end) + 1 or text.rfind(" ", at + most // 2, end) + 1
            end = cut or end
        yield at, text[at:end]
        if end >= len(text):
            return
        at = end


def codebook_table(g: Gathered) -> Table:
    """Each code with its rules and how often it was used; codes that nobody used are in it."""
    columns = [
        Column("Code path", "The code with the codes above it, from the top, parted by “ > ”.", 34, wrap=True),
        Column("Definition", "What the code means.", 50, wrap=True),
        Column("Include", "When to use it.", 36, wrap=True),
        Column("Exclude", "When not to use it.", 36, wrap=True),
        Column("Examples", "Examples, one a line.", 36, wrap=True),
        Column("Colour", "Its colour in the window.", 10),
        Column("Key", "The key that codes with it in the window.", 6),
        Column("Scope", "Whether it stands on passages or on whole documents.", 11),
        Column("Exclusive", "Whether its sub-codes exclude one another.", 10),
        Column("State", "open, retired or proposed.", 10),
        Column("Coded segments", "Coded segments of this very code, all coders and rounds together.", 10),
        Column("With sub-codes", "The same with those of its sub-codes.", 10),
        Column("Documents", "Documents in which this very code was used.", 10),
        *(Column(f"{g.labels[i]}: coded segments", f"Coded segments of this very code by {g.labels[i]}.", 12)
          for i in g.coders),
        Column("Code id", "The code's own name, the same in every export of the project.", 38),
    ]  # fmt: skip
    return Table("Codebook", "One row for each code, in the order of the code tree.", columns, _codes(g), len(g.codes))


def _codes(g: Gathered) -> Iterator[tuple[Value, ...]]:
    counts = Counter((s.code, s.coder) for s in g.segments)
    own = Counter(s.code for s in g.segments)
    documents: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for s in g.segments:
        documents[s.code].add(s.document)
    below = Counter(own)
    for row in reversed(g.codes):  # the tree is depth first: what stands below comes later
        if row.parent_id is not None:
            below[row.parent_id] += below[row.id]
    for row in g.codes:
        yield (
            " > ".join(row.path), row.definition, row.include, row.exclude, "\n".join(row.examples), row.color,
            row.key, row.scope, "yes" if row.exclusive else "no", row.state, own[row.id], below[row.id],
            len(documents[row.id]), *(counts[row.id, coder] for coder in g.coders), str(row.id),
        )  # fmt: skip


def coders_table(g: Gathered) -> Table:
    """Each coder and how much they did."""
    columns = [
        Column("Coder", "Who. The key to the names is not in this file." if g.choice.pseudonyms else "Who.", 22),
        Column("Coded segments", "Coded segments, all rounds together.", 10),
        Column("Documents coded", "Documents with at least one coded segment.", 12),
        Column("Documents assigned", "Documents assigned.", 12),
        Column("Documents finished", "Documents marked finished, in the latest round that has them.", 12),
    ]
    segments = Counter(s.coder for s in g.segments)
    coded = Counter(coder for _, coder in {(s.document, s.coder) for s in g.segments})
    assigned = Counter(coder for _, coder in g.progress)
    finished = Counter(coder for (_, coder), mark in g.progress.items() if mark.finished)
    rows = [(g.labels[i], segments[i], coded[i], assigned[i], finished[i]) for i in g.coders]
    return Table("Coders", "One row for each coder.", columns, rows, len(rows))


def counts_table(g: Gathered) -> Table:
    """How often each coder used each code in each document: one row a document and coder, one column a code."""
    pairs = {(s.document, s.coder, s.round) for s in g.segments}
    pairs |= {(document, coder, mark.round) for (document, coder), mark in g.progress.items()}
    at = {d.id: n for n, d in enumerate(g.documents)}
    who = {coder: n for n, coder in enumerate(g.coders)}
    ordered = sorted((p for p in pairs if p[0] in at and p[1] in who), key=lambda p: (at[p[0]], who[p[1]], p[2]))
    counts: defaultdict[tuple[UUID, UUID, int], Counter[UUID]] = defaultdict(Counter)
    for s in g.segments:
        counts[s.document, s.coder, s.round][s.code] += 1
    columns = [
        Column("Document", "Name of the document.", 28),
        Column("Document id", "The document's own name, the same in every export of the project.", 38),
        Column("Coder", "Who coded.", 14),
        Column("Round", "Round of coding.", 7),
        Column("Finished", "Whether the coder has marked the document finished in this round: only then a 0 says "
               "that the coder looked and found nothing.", 9),
        *(Column(" > ".join(c.path), "Coded segments of this very code by this coder in this document.", 12)
          for c in g.codes),
    ]  # fmt: skip
    names = {d.id: d.name for d in g.documents}

    def rows() -> Iterator[tuple[Value, ...]]:
        for document, coder, round_ in ordered:
            used = counts[document, coder, round_]
            finished = _finished(g, document, coder, round_)
            yield (names[document], str(document), g.labels[coder], round_, finished, *(used[c.id] for c in g.codes))

    about = (
        "One row for each document, coder and round: how often each code was used. Coders are kept apart; adding "
        "them up would count a passage once for every coder who read it."
    )
    return Table("Codes by document", about, columns, rows(), len(ordered))


def _finished(g: Gathered, document: UUID, coder: UUID, round_: int) -> str:
    mark = g.progress.get((document, coder))
    return "yes" if mark is not None and mark.round == round_ and mark.finished else "no"
