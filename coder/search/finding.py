"""Finding words in all documents of a project: hits in their context, one document after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from coder.documents import living_documents, variables_of
from coder.errors import UnknownThing
from coder.identity import same_name
from coder.models import Document
from coder.search.matching import Matcher, Query, matcher
from coder.search.stems import language_named, language_of
from coder.spans import Span

KEPT = 20_000  # hits kept with their context, unless another number is given
CONTEXT = 90  # characters shown on each side
_LONG = 400  # characters shown of a hit itself
_LANGUAGE = ("language", "lang", "sprache", "langue", "idioma", "lingua", "язык", "мова", "اللغة")

Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where it was found. before, words, after: as shown, in one line; words may be shortened."""

    document_id: UUID
    document: str
    span: Span
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: hits by document and place. counts: all hits of each document that has some.

    total: of all hits, also of those not kept. searched: how many documents were looked through.
    """

    query: Query
    hits: tuple[Hit, ...]
    counts: Mapping[UUID, int]
    total: int
    searched: int

    @property
    def left_out(self) -> int:
        """Hits that are counted but not kept."""
        return self.total - len(self.hits)


def find_all(
    session: Session,
    *,
    sought: Query,
    documents: Collection[UUID] | None = None,
    keep: int = KEPT,
    tick: Tick = lambda done, total: None,
) -> Found:
    """Looks through all documents (or these) in their order, one text at a time; tick(done, total) may stop it.

    Raises SearchError for an expression that cannot be read or takes too long.
    """
    search = matcher(sought)
    wanted = [d for d in living_documents(session) if documents is None or d.id in documents]
    languages = _languages(session) if sought.kind == "forms" else None
    hits: list[Hit] = []
    counts: dict[UUID, int] = {}
    total = 0
    for n, document in enumerate(wanted):
        tick(n, len(wanted))
        if sought.empty:
            break
        encoded = _encoded(session, document.text_hash)
        text = encoded.decode()
        language = "" if languages is None else languages(document, text)
        here = 0
        for span in search.find(text, encoded, language=language):
            if total + here < keep:
                hits.append(in_context(document.id, document.name, text, span))
            elif here % 4096 == 0:
                tick(n, len(wanted))
            here += 1
        if here:
            counts[document.id] = here
            total += here
    tick(len(wanted), len(wanted))
    return Found(sought, tuple(hits), counts, total, len(wanted))


def in_context(document_id: UUID, name: str, text: str, span: Span) -> Hit:
    """A place of a document's text as a hit."""
    shown = text[span.start : min(span.end, span.start + _LONG)]
    before = _one_line(text[max(0, span.start - CONTEXT) : span.start])
    after = _one_line(text[span.end : span.end + CONTEXT])
    return Hit(document_id, name, span, before, _one_line(shown), after)


def _one_line(text: str) -> str:
    """Blanks and line breaks each as one blank; those at the ends stay."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def _encoded(session: Session, text_hash: bytes) -> bytes:
    """A text as the file holds it, in UTF-8: decoding it here leaves both forms at hand."""
    found = (
        session.connection().exec_driver_sql("SELECT CAST(body AS BLOB) FROM text WHERE hash = ?", (text_hash,)).first()
    )
    if found is None:
        raise UnknownThing("A text is missing from this file.", "Run `intercoder check` on it.")
    encoded: bytes = found[0]
    return encoded


def _languages(session: Session) -> Callable[[Document, str], str]:
    """Tells a document's language: from its variable of that name, else from its words."""
    known = {same_name(name) for name in _LANGUAGE}
    named = [v.id.hex for v in variables_of(session) if same_name(v.name) in known]

    def language(document: Document, text: str) -> str:
        said = next((document.variables[v] for v in named if document.variables.get(v)), "")
        return language_named(said) or language_of(text)

    return language


def search_in(text: str, search: Matcher, *, most: int, language: str = "") -> list[Span]:
    """The first places in one text that is at hand."""
    found: list[Span] = []
    for span in search.find(text, language=language):
        found.append(span)
        if len(found) >= most:
            break
    return found
