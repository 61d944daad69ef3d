"""The codebook changed: codes added, named, moved, merged and removed, qualifiers, frozen versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from coder.code_keys import clash, well_formed
from coder.code_tree import ancestors_of, children_of, living_code, living_qualifier, qualifier_uses, qualifiers_of
from coder.documents import remove_memos_on
from coder.errors import CodingError
from coder.identity import code_id, named_id, random_id, same_name
from coder.journal.record import Recording
from coder.models import Code, CodebookVersion, Coding, Qualifier
from coder.sentences import sentence
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


def add_code(session: Recording, *, name: str, parent_id: UUID | None = None, **fields: Any) -> UUID:
    """Adds a code under a parent (or at the top); one that stands there is returned, a removed one comes back.

    fields: any of EDITABLE. In a coder's package it is a proposal. Raises CodingError without a name,
    UnknownThing for a missing parent.
    """
    name = " ".join(name.split())
    if not name:
        raise CodingError("A code needs a name.", "Type a name.")
    _check_fields(fields)
    _check_key(session, None, str(fields.get("key", "")))
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
    if session.in_package and fields.get("state", code.state) != code.state:
        raise CodingError("Whether a proposed code is taken is said by the lead.", "Ask the lead about it.")
    _check_fields(fields)
    _check_key(session, code, str(fields.get("key", "")))
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


def _check_key(session: Session, code: Code | None, key: str) -> None:
    """Refuses the key of another code, and one that begins alike; retired codes need theirs no more."""
    if not well_formed(key):
        raise CodingError(
            sentence("“{key}” cannot be a code's key.", key=key), "A key is one to three letters or digits, or none."
        )
    if not key:
        return
    for other in session.exec(select(Code).where(col(Code.lives), col(Code.key) != "", col(Code.state) != "retired")):
        if (code is None or other.id != code.id) and clash(key, other.key):
            same = key.casefold() == other.key.casefold()
            raise CodingError(
                sentence("The key “{key}” is that of “{name}” already.", key=key, name=other.name) if same
                else sentence(
                    "“{key}” and “{other}”, the key of “{name}”, begin alike: one of them could never be typed.",
                    key=key, other=other.key, name=other.name,
                ),
                "Choose another key, or none.",
            )  # fmt: skip


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
    if code_id in ancestors_of(session, into) | {into}:
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
    """Names and freezes the codebook as it is; frozen is its exchange form. Raises CodingError for a name in use."""
    _check_authority(session)
    name = " ".join(name.split())
    if not name:
        raise CodingError("A version of the codebook needs a name.", "Type one, such as “after the pilot”.")
    versions = session.exec(select(CodebookVersion).where(col(CodebookVersion.lives)))
    if any(same_name(version.name) == same_name(name) for version in versions):
        raise CodingError(
            sentence("There is a version of the codebook “{name}” already.", name=name),
            "Give this one another name; what was coded under each is told apart by it.",
        )
    session.note(name=name)
    return session.put(
        CodebookVersion(
            id=random_id(), name=name, frozen=frozen, made_by=session.coder_id, made_at=session.act.now
        )
    ).id
