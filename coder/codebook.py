"""The codebook: codes and their tree, qualifiers, named versions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from coder.coders import numbered, resolve
from coder.documents import remove_memos_on
from coder.errors import CodingError, UnknownThing
from coder.identity import code_id, named_id, random_id, same_name
from coder.journal.record import Recording
from coder.models import Code, CodebookVersion, Coding, Qualifier
from coder.sentences import sentence
from coder.tallies import tally
from coder.values import QUALIFIER_KINDS, WITH_VALUES, check_kind, tidy_values

# Okabe and Ito (2008), then Tol's muted scheme: told apart by colour-blind readers. Black and grey are left out.
COLORS = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442",
    "#332288", "#88CCEE", "#44AA99", "#117733", "#999933", "#DDCC77", "#CC6677", "#882255", "#AA4499",
)  # fmt: skip
SCOPES = ("passage", "document")
EDITABLE = frozenset(
    {
        "name",
        "definition",
        "include",
        "exclude",
        "examples",
        "color",
        "key",
        "scope",
        "exclusive",
        "state",
        "position",
    }
)


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


# -- operations -------------------------------------------------------------------------------


def add_code(session: Recording, *, name: str, parent_id: UUID | None = None, **fields: Any) -> UUID:
    """Adds a code under a parent (or at the top); one that stands there is returned, a removed one comes back.

    fields: any of EDITABLE. In a coder's package it is a proposal. Raises CodingError without a name,
    UnknownThing for a missing parent.
    """
    name = " ".join(name.split())
    if not name:
        raise CodingError("A code needs a name.", "Type a name.")
    _check_fields(fields)
    siblings = children_of(session, parent_id)
    if parent_id is not None:
        living_code(session, parent_id)
    for sibling in siblings:
        if same_name(sibling.name) == same_name(name):
            return sibling.id
    if session.in_package:
        return propose_code(session, name=name, parent_id=parent_id, definition=str(fields.get("definition", "")))
    new_id = _free_id(session, parent_id, name)
    session.note(name=name)
    values = free_place(siblings) | fields
    return session.put(Code(id=new_id, parent_id=parent_id, name=name, **values)).id


def free_place(siblings: Sequence[Code]) -> dict[str, Any]:
    """The colour and the position of a new code beside these."""
    return {
        "auto_color": _free_color(siblings),
        "position": max((s.position for s in siblings), default=-1) + 1,
    }


def _free_id(session: Session, parent_id: UUID | None, name: str) -> UUID:
    """n is 0 unless a living code born there has since moved away."""
    n = 0
    while (there := session.get(Code, code_id(parent_id, name, n))) is not None and there.lives:
        n += 1
    return code_id(parent_id, name, n)


def propose_code(session: Recording, *, name: str, parent_id: UUID | None = None, definition: str = "") -> UUID:
    """A coder's proposal: a code of its own id until the lead opens it or merges it into another."""
    session.note(name=name)
    place = len(children_of(session, parent_id))
    return session.put(
        Code(
            id=random_id(), parent_id=parent_id, name=name, definition=definition, state="proposed",
            auto_color=_free_color(children_of(session, parent_id)), position=place,
        )
    ).id  # fmt: skip


def edit_code(session: Recording, *, code_id: UUID, **fields: Any) -> None:
    """Changes fields of a code (any of EDITABLE). Raises CodingError if a sibling bears the new name."""
    code = living_code(session, code_id)
    _check_authority(session, code)
    _check_fields(fields)
    if "name" in fields:
        fields["name"] = " ".join(str(fields["name"]).split()) or code.name
        for sibling in children_of(session, code.parent_id):
            if sibling.id != code.id and same_name(sibling.name) == same_name(fields["name"]):
                raise CodingError(
                    sentence("“{what}” stands beside it already.", what=fields["name"]),
                    "Choose another name, or merge the two codes.",
                )
    session.note(name=fields.get("name", code.name), before=code.name, fields=sorted(fields))
    for name, value in fields.items():
        setattr(code, name, list(value) if name == "examples" else value)


def _check_authority(session: Recording, code: Code | None = None) -> None:
    """In a coder's package the codebook is the lead's; only proposals may be changed there."""
    if session.in_package and (code is None or code.state != "proposed"):
        raise CodingError(
            "In a coder's package the codebook is read-only.", "Propose a new code, or write a memo on this one."
        )


def _check_fields(fields: Mapping[str, Any]) -> None:
    unknown = sorted(fields.keys() - EDITABLE - {"auto_color"})
    if unknown:
        raise TypeError(f"no such fields of a code: {', '.join(unknown)}")
    if fields.get("scope", "passage") not in SCOPES:
        raise CodingError("A code is for passages or for whole documents.", "Choose one of the two.")


def move_code(session: Recording, *, code_id: UUID, parent_id: UUID | None, position: int | None = None) -> None:
    """Puts a code (with its sub-codes) under another parent. Raises CodingError for a ring or a name taken."""
    code = living_code(session, code_id)
    _check_authority(session, code)
    if parent_id is not None and code_id in ancestors_of(session, parent_id) | {parent_id}:
        raise CodingError("A code cannot stand under itself.", "Choose a code outside this branch.")
    siblings = children_of(session, parent_id)
    if code.parent_id != parent_id:
        if any(same_name(s.name) == same_name(code.name) for s in siblings):
            raise CodingError(
                sentence("A code “{name}” stands there already.", name=code.name), "Rename one, or merge the two codes."
            )
        code.parent_id = parent_id
    session.note(name=code.name)
    ordered = [s for s in siblings if s.id != code.id]
    ordered.insert(len(ordered) if position is None else position, code)
    for n, sibling in enumerate(ordered):
        if sibling.position != n:
            sibling.position = n


def merge_codes(session: Recording, *, code_id: UUID, into: UUID) -> None:
    """Says that a code is now part of another; its codings are read as the other's, none is rewritten."""
    code, other = living_code(session, code_id), living_code(session, into)
    _check_authority(session)
    if code_id in ancestors_of(session, into) | {into, *_merged_chain(session, into)}:
        raise CodingError("A code cannot be merged into itself or its own sub-code.", "Choose another code.")
    session.note(name=code.name, into=other.name)
    code.merged_into = into


def part_codes(session: Recording, *, code_id: UUID) -> None:
    """Says that a code that was merged into another stands for itself again, with its own codings."""
    code = living_code(session, code_id)
    _check_authority(session)
    if code.merged_into is None:
        raise CodingError(
            sentence("“{name}” is not merged into another code.", name=code.name), "Nothing is left to do."
        )
    into = session.get(Code, code.merged_into)
    session.note(name=code.name, into=into.name if into else None)
    code.merged_into = None


def _merged_chain(session: Session, code: UUID) -> set[UUID]:
    chain: set[UUID] = set()
    at: UUID | None = code
    while at is not None and at not in chain:
        chain.add(at)
        found = session.get(Code, at)
        at = found.merged_into if found else None
    return chain


def remove_code(session: Recording, *, code_id: UUID) -> int:
    """Takes a code away with its sub-codes and all codings of them; returns how many codings went."""
    code = living_code(session, code_id)
    _check_authority(session, code)
    branch = [code, *_below(session, code_id)]
    ids = [c.id for c in branch]
    codings = session.exec(select(Coding).where(col(Coding.code_id).in_(ids), col(Coding.lives))).all()
    remove_memos_on(session, [*ids, *(c.id for c in codings)])
    for row in (*codings, *branch):
        session.remove(row)
    session.note(name=code.name, codings=len(codings), codes=len(branch))
    return len(codings)


def _below(session: Session, code_id: UUID) -> list[Code]:
    found: list[Code] = []
    waiting = [code_id]
    while waiting:
        children = children_of(session, waiting.pop())
        found += children
        waiting += [c.id for c in children]
    return found


def _free_color(siblings: Sequence[Code]) -> str:
    taken = [s.shown_color for s in siblings]
    return min(COLORS, key=lambda color: (taken.count(color), COLORS.index(color)))


def add_qualifier(
    session: Recording, *, name: str, kind: str = "text", values: Iterable[str] = (), definition: str = ""
) -> UUID:
    """Adds a qualifier; one of that name that stands is returned as it is."""
    _check_authority(session)
    there = {same_name(q.name): q for q in qualifiers_of(session)}
    if found := there.get(same_name(name)):
        return found.id
    session.note(name=name)
    n = 0
    while (row := session.get(Qualifier, named_id("qualifier", name, n))) is not None and row.lives:
        n += 1
    return session.put(
        Qualifier(
            id=named_id("qualifier", name, n), name=name, kind=kind, values=list(values),
            definition=definition, position=len(there),
        )
    ).id  # fmt: skip


def edit_qualifier(session: Recording, *, qualifier_id: UUID, **fields: Any) -> None:
    """Changes name, kind, values or definition of a qualifier, or its position: the place among the others.

    What was said of segments stays as it was said. Raises CodingError for a name that another has, an unknown kind,
    and a kind of choice without values.
    """
    _check_authority(session)
    qualifier = living_qualifier(session, qualifier_id)
    position: int | None = fields.pop("position", None)
    if unknown := sorted(fields.keys() - {"name", "kind", "values", "definition"}):
        raise TypeError(f"no such fields of a qualifier: {', '.join(unknown)}")
    others = [q for q in qualifiers_of(session) if q.id != qualifier_id]
    if "name" in fields:
        fields["name"] = " ".join(str(fields["name"]).split()) or qualifier.name
        if any(same_name(q.name) == same_name(fields["name"]) for q in others):
            raise CodingError(
                sentence("A qualifier “{what}” stands there already.", what=fields["name"]), "Choose another name."
            )
    if "values" in fields:
        fields["values"] = tidy_values(fields["values"])
    kind = fields.get("kind", qualifier.kind)
    check_kind(qualifier.name, kind, QUALIFIER_KINDS)
    if kind in WITH_VALUES and fields.keys() & {"kind", "values"} and not fields.get("values", qualifier.values):
        raise CodingError(
            sentence("“{name}” needs values to choose from.", name=qualifier.name), "Type them, one a line."
        )
    session.note(name=fields.get("name", qualifier.name), before=qualifier.name)
    for name, value in fields.items():
        setattr(qualifier, name, value)
    if position is not None:
        others.insert(max(0, position), qualifier)
        for n, one in enumerate(others):
            if one.position != n:
                one.position = n


def remove_qualifier(session: Recording, *, qualifier_id: UUID) -> int:
    """Takes a qualifier away; returns of how many segments something was said with it, which undo shows again."""
    _check_authority(session)
    qualifier = living_qualifier(session, qualifier_id)
    used = qualifier_uses(session, qualifier_id)
    session.note(name=qualifier.name, codings=used)
    session.remove(qualifier)
    return used


def freeze_version(session: Recording, *, name: str, frozen: dict[str, Any]) -> UUID:
    """Names and freezes the codebook as it is; frozen is its exchange form."""
    _check_authority(session)
    name = " ".join(name.split())
    if not name:
        raise CodingError("A version of the codebook needs a name.", "Type one, such as “after the pilot”.")
    session.note(name=name)
    return session.put(
        CodebookVersion(
            id=random_id(), name=name, frozen=frozen, made_by=session.coder_id, made_at=session.act.now
        )
    ).id


# -- queries ----------------------------------------------------------------------------------


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
    """The codes above a code."""
    found: set[UUID] = set()
    at = session.get(Code, code_id)
    while at is not None and at.parent_id is not None and at.parent_id not in found:
        found.add(at.parent_id)
        at = session.get(Code, at.parent_id)
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
    # what stands under a merged code stands under the code it was merged into
    children: dict[UUID | None, list[Code]] = {}
    for code in shown:
        children.setdefault(resolved.get(code.parent_id) if code.parent_id else None, []).append(code)
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
