"""The codebook read: the tree of codes with counts, their paths, qualifiers, the newest version."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from coder.coders import numbered, resolve
from coder.errors import UnknownThing
from coder.identity import same_name
from coder.models import Code, CodebookVersion, Qualifier
from coder.sentences import sentence
from coder.tallies import tally


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code as the tree shows it. path: shown names from the top; counts: of that very code, equal codings once."""

    id: UUID
    parent_id: UUID | None
    path: tuple[str, ...]
    definition: str
    include: str
    exclude: str
    examples: tuple[str, ...]
    color: str
    key: str
    scope: str
    exclusive: bool
    state: str
    codings: int
    here: int

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def depth(self) -> int:
        return len(self.path) - 1


def living_code(session: Session, code_id: UUID) -> Code:
    """The code of this id. Raises UnknownThing."""
    code = session.get(Code, code_id)
    if code is None or not code.lives:
        raise UnknownThing("That code is not in the codebook.")
    return code


def children_of(session: Session, parent_id: UUID | None) -> list[Code]:
    """The living codes right under a parent (None: at the top), in order; merged ones are left out."""
    at = col(Code.parent_id).is_(None) if parent_id is None else col(Code.parent_id) == parent_id
    return list(
        session.exec(
            select(Code)
            .where(at, col(Code.lives), col(Code.merged_into).is_(None))
            .order_by(col(Code.position), col(Code.id))
        )
    )


def ancestors_of(session: Session, code_id: UUID) -> set[UUID]:
    """The codes above a code: those that it stands under, those that these count as, and so on up."""
    found: set[UUID] = set()
    waiting = [code_id]
    while waiting:
        at = session.get(Code, waiting.pop())
        above = {at.parent_id, at.merged_into} - found if at else set()
        for id in above:
            if id is not None:
                found.add(id)
                waiting.append(id)
    return found


def resolve_codes(session: Session) -> dict[UUID, UUID]:
    """Each code's id -> the id of the code it counts as, following `merged_into`."""
    return resolve(dict(session.exec(select(Code.id, Code.merged_into)).all()))


def code_tree(session: Session, document_id: UUID | None = None, *, counts: bool = True) -> list[CodeRow]:
    """The living codes depth first, in order, with counts in all documents and in one (counts=False: 0)."""
    codes = session.exec(select(Code).where(col(Code.lives))).all()
    resolved = resolve_codes(session)
    everywhere = tally(session, "code_id") if counts else {}
    here = tally(session, "code_id", document_id=document_id) if document_id else {}
    shown = [c for c in codes if resolved[c.id] == c.id]
    parents = _shown_parents(shown, resolved)
    children: dict[UUID | None, list[Code]] = {}
    for code in shown:
        children.setdefault(parents[code.id], []).append(code)
    rows: list[CodeRow] = []

    def descend(parent: UUID | None, path: tuple[str, ...]) -> None:
        in_id_order = sorted(children.get(parent, ()), key=lambda c: c.id.bytes)
        names = numbered([(c.id, c.name) for c in in_id_order])
        for code in sorted(in_id_order, key=lambda c: (c.position, same_name(c.name), c.id.bytes)):
            below = (*path, names[code.id])
            rows.append(_row(code, parent, below, everywhere.get((code.id,), 0), here.get((code.id,), 0)))
            descend(code.id, below)

    descend(None, ())
    return rows


def _shown_parents(shown: Sequence[Code], resolved: Mapping[UUID, UUID]) -> dict[UUID, UUID | None]:
    """Each shown code's id -> the shown code it stands under.

    What stands under a merged code stands under the code it was merged into. Moves and merges made apart can so
    close a ring: its code of the lowest id then stands at the top, so that nothing falls out of the tree.
    """
    found = {c.id: resolved.get(c.parent_id) if c.parent_id else None for c in shown}
    rooted: set[UUID | None] = {None}
    for start in found:
        way: list[UUID] = []
        at: UUID | None = start
        while at is not None and at not in rooted and at not in way:
            way.append(at)
            at = found.get(at)
        if at is not None and at not in rooted:
            found[min(way[way.index(at) :], key=lambda id: id.bytes)] = None
        rooted.update(way)
    return found


def _row(code: Code, parent: UUID | None, path: tuple[str, ...], codings: int, here: int) -> CodeRow:
    return CodeRow(
        code.id, parent, path, code.definition, code.include, code.exclude, tuple(code.examples),
        code.shown_color, code.key, code.scope, code.exclusive, code.state, codings, here,
    )  # fmt: skip


def branch_counts(rows: Sequence[CodeRow]) -> dict[UUID, tuple[int, int]]:
    """For each code the codings of it and all below it: (in all documents, in the one asked for).

    rows: of `code_tree`, depth first.
    """
    counts = {row.id: [row.codings, row.here] for row in rows}
    for row in reversed(rows):
        if row.parent_id in counts:
            counts[row.parent_id][0] += counts[row.id][0]
            counts[row.parent_id][1] += counts[row.id][1]
    return {code: (everywhere, here) for code, (everywhere, here) in counts.items()}


def branches(rows: Iterable[CodeRow], chosen: Collection[UUID]) -> frozenset[UUID]:
    """These codes and all below them. rows: of `code_tree`, depth first."""
    found: set[UUID] = set()
    for row in rows:
        if row.id in chosen or row.parent_id in found:
            found.add(row.id)
    return frozenset(found)


def code_paths(session: Session) -> dict[UUID, tuple[str, ...]]:
    """The shown path of every code by id; a merged code has the path of what it counts as."""
    shown = {row.id: row.path for row in code_tree(session, counts=False)}
    return {code: shown[end] for code, end in resolve_codes(session).items() if end in shown}


def code_at(session: Session, path: Sequence[str]) -> UUID:
    """The code at a path as shown. Raises UnknownThing."""
    wanted = tuple(same_name(name) for name in path)
    for row in code_tree(session, counts=False):
        if tuple(same_name(name) for name in row.path) == wanted:
            return row.id
    raise UnknownThing(sentence("There is no code “{choices}” in the codebook.", choices=' > '.join(path)))


def qualifiers_of(session: Session) -> list[Qualifier]:
    """The living qualifiers, in order."""
    return list(
        session.exec(
            select(Qualifier).where(col(Qualifier.lives)).order_by(col(Qualifier.position), col(Qualifier.id))
        )
    )


def living_qualifier(session: Session, qualifier_id: UUID) -> Qualifier:
    """The qualifier of this id. Raises UnknownThing."""
    qualifier = session.get(Qualifier, qualifier_id)
    if qualifier is None or not qualifier.lives:
        raise UnknownThing("That qualifier is not in this project.")
    return qualifier


def qualifier_uses(session: Session, qualifier_id: UUID) -> int:
    """Of how many living codings something is said with a qualifier."""
    said = session.connection().exec_driver_sql(
        "SELECT count(*) FROM coding WHERE lives AND qualifiers LIKE ?", (f'%"{qualifier_id.hex}":%',)
    )
    return int(said.scalar_one())


def merged_into(session: Session, code_id: UUID) -> list[Code]:
    """The codes that were merged right into this one, by name."""
    found = session.exec(select(Code).where(Code.merged_into == code_id, col(Code.lives))).all()
    return sorted(found, key=lambda code: (same_name(code.name), code.id.bytes))


def newest_version(session: Session) -> CodebookVersion | None:
    """The codebook version frozen last."""
    return session.exec(
        select(CodebookVersion)
        .where(col(CodebookVersion.lives))
        .order_by(col(CodebookVersion.made_at).desc(), col(CodebookVersion.id))
    ).first()
