"""The whole study as the exchange file holds it, and the digest over just that."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from coder import __version__
from coder.code_tree import code_paths, code_tree, qualifiers_of, resolve_codes
from coder.coders import coder_names, numbered, resolve_coders
from coder.columns import json_text
from coder.documents import living_documents, resolve_documents, text_by_hash, variables_of
from coder.exchange.study_file import FORMAT, VERSION
from coder.exchange.study_variables import variable_entries
from coder.identity import same_name
from coder.journal.sight import tips
from coder.models import (
    Answer,
    Assignment,
    Case,
    Coder,
    Coding,
    Decision,
    Document,
    DocumentSet,
    Membership,
    Memo,
    Noun,
    Study,
    Unit,
)
from coder.project import Project
from coder.segments import CodedSegment, ReadCoding, Today, each_coding, raw_codings, read_codings
from coder.spans import Span

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Names:
    """How things are called in the file: by id."""

    documents: Mapping[UUID, str]
    united: Mapping[UUID, UUID]
    coders: Mapping[UUID, str]
    people: Mapping[UUID, UUID]
    codes: Mapping[UUID, tuple[str, ...]]
    qualifiers: Mapping[UUID, str]
    repeated: frozenset[str]
    order: Mapping[UUID, int]

    def document(self, document_id: UUID) -> Entry:
        """How an entry refers to a document: by name, and by place in the list where the name repeats."""
        end = self.united.get(document_id, document_id)
        name = self.documents[end]
        again = same_name(name) in self.repeated
        return {"document": name} | ({"document_index": self.order[end]} if again else {})


def write_study(session: Session, study_id: UUID, *, whole: bool = True) -> Entry:
    """The exchange file as a JSON value, with ids, in a fixed order: same project, same value.

    whole: False leaves out the codings, and gives the hash of each text in its place.
    """
    documents = living_documents(session)
    names = _names(session, documents)
    study = session.get(Study, study_id)
    segments = _in_reading_order(session, names) if whole else []
    return {
        "format": FORMAT,
        "version": VERSION,
        "software": f"Intercoder {__version__}",
        "title": study.title if study else "",
        "documents": _documents(session, documents, whole=whole),
        "codes": _codes(session),
        "qualifiers": [
            {"id": str(q.id), "name": names.qualifiers[q.id], "kind": q.kind, "values": q.values}
            | ({"definition": q.definition} if q.definition else {})
            for q in qualifiers_of(session)
        ],
        "coders": _coders(session, names),
        "codings": [_coding(c, names) for c in segments],
        "assigned": _assigned(session, names),
        "memos": _memos(session, names, segments),
        "cases": _cases(session, names),
        "sets": _sets(session, names),
        "units": _units(session, names),
        "decisions": _decisions(session, names),
        # of later versions, and written where there are any: older readers tell that they do not know them
        **({"answers": answers} if (answers := _answers(session, names)) else {}),
        **({"variables": variables} if (variables := variable_entries(session)) else {}),
    }


def _names(session: Session, documents: list[Document]) -> _Names:
    names = Counter(same_name(d.name) for d in documents)
    qualifiers = sorted(qualifiers_of(session), key=lambda q: q.id.bytes)
    return _Names(
        {d.id: d.name for d in documents},
        resolve_documents(session),
        coder_names(session),
        resolve_coders(session),
        code_paths(session),
        numbered([(q.id, q.name) for q in qualifiers]),
        frozenset(name for name, n in names.items() if n > 1),
        {d.id: n for n, d in enumerate(documents)},
    )


def _documents(session: Session, documents: list[Document], *, whole: bool) -> list[Entry]:
    variables = {v.id.hex: v.name for v in variables_of(session)}
    entries = []
    for d in documents:
        text = text_by_hash(session, d.text_hash) if whole else d.text_hash.hex()
        entry: Entry = {"id": str(d.id), "name": d.name, "text": text}
        values = {variables[k]: v for k, v in d.variables.items() if k in variables}
        entries.append(entry | ({"variables": dict(sorted(values.items()))} if values else {}))
    return entries


def _codes(session: Session) -> list[Entry]:
    return [
        {
            "id": str(row.id), "path": list(row.path), "definition": row.definition, "include": row.include,
            "exclude": row.exclude, "examples": list(row.examples), "color": row.color, "key": row.key,
            "scope": row.scope, "exclusive": row.exclusive, "state": row.state,
        }
        for row in code_tree(session, counts=False)
    ]  # fmt: skip


def _coders(session: Session, names: _Names) -> list[Entry]:
    living = session.exec(select(Coder).where(col(Coder.lives)).order_by(col(Coder.id))).all()
    return [{"id": str(c.id), "name": c.name} for c in living if names.people[c.id] == c.id]


def _in_reading_order(session: Session, names: _Names) -> list[CodedSegment]:
    def place(c: CodedSegment) -> tuple[Any, ...]:
        start, end = (c.span.start, c.span.end) if c.span else (-1, -1)
        at = names.order[names.united.get(c.document_id, c.document_id)]
        return (at, start, end, names.codes[c.code_id], names.coders[c.coder_id], c.round, c.id.bytes)

    return sorted(read_codings(session), key=place)


def _coding(c: CodedSegment, names: _Names) -> Entry:
    entry: Entry = {"id": str(c.id), **names.document(c.document_id), "coder": names.coders[c.coder_id]}
    entry["code"] = list(names.codes[c.code_id])
    if c.span:
        entry |= {"start": c.span.start, "end": c.span.end}
    entry |= {"round": c.round, "memo": c.memo}
    values = {names.qualifiers[q]: v for q, v in c.qualifiers.items() if q in names.qualifiers}
    return entry | ({"qualifiers": dict(sorted(values.items()))} if values else {})


def _assigned(session: Session, names: _Names) -> list[Entry]:
    """Assignments, equal ones once: finished if any of them is."""
    merged: dict[tuple[Any, ...], Entry] = {}
    for a in session.exec(select(Assignment).where(col(Assignment.lives)).order_by(col(Assignment.id))):
        document = names.united.get(a.document_id, a.document_id)
        key = (names.order[document], names.coders[a.coder_id], a.round, a.purpose)
        entry = merged.setdefault(
            key,
            {
                "id": str(a.id), **names.document(a.document_id), "coder": names.coders[a.coder_id],
                "round": a.round, "purpose": a.purpose, "finished": False,
            },
        )  # fmt: skip
        entry["finished"] = entry["finished"] or a.finished_at is not None
    return [merged[key] for key in sorted(merged)]


def _memos(session: Session, names: _Names, segments: list[CodedSegment]) -> list[Entry]:
    memos = _living(session, Memo)
    today = Today(session)
    written = _written_for({m.owner_id for m in memos if m.owner_kind == "coding"}, session, names, segments)

    def owner(memo: Memo) -> Entry:
        if memo.owner_id is None or memo.owner_kind == "study":
            return {"on": "study"}
        if memo.owner_kind == "document":
            return {"on": "document"} | names.document(memo.owner_id)
        if memo.owner_kind == "code":
            return {"on": "code", "code": list(names.codes[memo.owner_id])}
        if memo.owner_kind == "coder":
            return {"on": "coder", "about": names.coders[memo.owner_id]}
        return {"on": memo.owner_kind, "coding": str(written.get(memo.owner_id, memo.owner_id))}

    return [
        {"id": str(m.id), **owner(m), "coder": names.coders.get(m.author_id) if m.author_id else None}
        | {"title": m.title, "text": m.text}
        | _asked(m, names, today)
        for m in memos
    ]


def _asked(memo: Memo, names: _Names, today: Today) -> Entry:
    """What a question to the lead has beyond other memos: where, and the answer."""
    if not memo.state:
        return {}
    entry: Entry = {"state": memo.state}
    if memo.owner_id and memo.text_hash is not None and memo.start is not None and memo.end is not None:
        span = today.span(memo.owner_id.bytes, memo.text_hash, memo.start, memo.end)
        entry |= {"start": span.start, "end": span.end} if span else {}
    if memo.answer:
        by = names.coders.get(memo.answered_by) if memo.answered_by else None
        entry |= {"answer": memo.answer, "answered_by": by}
    return entry


def _written_for(
    wanted: set[UUID | None], session: Session, names: _Names, segments: list[CodedSegment]
) -> dict[UUID, UUID]:
    """Codings that the file does not hold, because it holds an equal one -> the id of that one."""
    missing = wanted - {c.id for c in segments}
    if not missing or not segments:
        return {}
    codes = resolve_codes(session)
    there = {(c.document_id, c.code_id, c.coder_id, c.round, c.span): c.id for c in segments}
    found: dict[UUID, UUID] = {}
    for c in session.exec(select(Coding).where(col(Coding.id).in_(missing))):
        span = None if c.start is None or c.end is None else Span(c.start, c.end)
        equal = there.get((c.document_id, codes[c.code_id], names.people[c.coder_id], c.round, span))
        if equal is not None:
            found[c.id] = equal
    return found


def _cases(session: Session, names: _Names) -> list[Entry]:
    variables = {v.id.hex: v.name for v in variables_of(session, "case")}
    members = _members(session, names, lambda m: m.case_id)
    return [
        {
            "id": str(c.id), "name": c.name, "documents": members.get(c.id, []),
            "variables": {variables[k]: v for k, v in sorted(c.variables.items()) if k in variables},
        }
        for c in _living(session, Case)
    ]  # fmt: skip


def _sets(session: Session, names: _Names) -> list[Entry]:
    members = _members(session, names, lambda m: m.set_id)
    return [
        {"id": str(s.id), "name": s.name, "documents": members.get(s.id, [])} for s in _living(session, DocumentSet)
    ]


def _members(session: Session, names: _Names, owner: Callable[[Membership], UUID | None]) -> dict[UUID, list[Entry]]:
    found: dict[UUID, list[Entry]] = {}
    for m in _living(session, Membership):
        if (owned := owner(m)) is not None:
            found.setdefault(owned, []).append(names.document(m.document_id))
    return {k: sorted(v, key=json_text) for k, v in found.items()}


def _units(session: Session, names: _Names) -> list[Entry]:
    """Fixed units over today's texts; those whose words are gone are left out."""
    return [
        {"id": str(u.id), **names.document(u.document_id), "start": span.start, "end": span.end, "layer": u.layer}
        for u, span in _placed(session, Unit)
    ]


def _answers(session: Session, names: _Names) -> list[Entry]:
    """Units to which a coder said that none applies, equal ones once."""
    found: dict[tuple[Any, ...], Entry] = {}
    for a, span in _placed(session, Answer):
        document = names.united.get(a.document_id, a.document_id)
        key = (names.order[document], span.start, span.end, a.layer, names.coders[a.coder_id], a.round)
        found.setdefault(
            key,
            {
                "id": str(a.id), **names.document(a.document_id), "coder": names.coders[a.coder_id],
                "round": a.round, "start": span.start, "end": span.end, "layer": a.layer,
            },
        )  # fmt: skip
    return [found[key] for key in sorted(found)]


def _placed(session: Session, model: type[Any]) -> list[tuple[Any, Span]]:
    """Living units or answers with their places over today's texts, by document and place."""
    rows = _living(session, model)
    today = Today(session) if rows else None
    found = []
    for row in rows:
        assert today is not None
        span = today.span(row.document_id.bytes, row.text_hash, row.start, row.end)
        if span is not None:
            found.append((row, span))
    return sorted(found, key=lambda p: (p[0].document_id.bytes, p[1], p[0].id.bytes))


def _decisions(session: Session, names: _Names) -> list[Entry]:
    return [
        {
            "id": str(d.id), **names.document(d.document_id), "start": d.start, "end": d.end,
            "code": list(names.codes[d.code_id]) if d.code_id else None, "judged": d.judged, "result": d.result,
            "reason": d.reason, "coder": names.coders.get(d.decider_id) if d.decider_id else None, "how": d.how,
        }
        for d in _living(session, Decision)
    ]  # fmt: skip


def _living(session: Session, model: type[Any]) -> list[Any]:
    assert issubclass(model, Noun)
    return list(session.exec(select(model).where(col(model.lives)).order_by(col(model.id))))


# -- the digest -------------------------------------------------------------------------------

_NOT_IN_DIGEST = frozenset({"title", "software", "coders", "format", "version", "variables"})


def digest_of(session: Session, study_id: UUID) -> str:
    """SHA-256, in hex, over what the exchange file holds, without ids, times, title and trail.

    The list of coders stands in it by what they did. Two coders of one name are numbered among those who did
    something; order within a list does not count.
    """
    study = write_study(session, study_id, whole=False)
    names = _names(session, living_documents(session))
    codings = list(each_coding(Today(session), raw_codings(session), None))
    acting = {e.get("coder") for key in ("assigned", "memos", "decisions", "answers") for e in study.get(key, ())}
    acting |= {e["answered_by"] for e in study["memos"] if "answered_by" in e}
    acting |= {names.coders[person] for person in {row[3].int: row[3] for row in codings}.values()}
    labels = _labels(study["coders"], acting, names.coders)
    body = {
        key: sorted(json_text(_bare(entry, study["documents"], labels)) for entry in entries)
        for key, entries in study.items()
        if key not in _NOT_IN_DIGEST
    }
    body["codings"] = sorted(_coding_lines(codings, names, study["documents"], labels))
    digest = hashlib.sha256()
    for key in sorted(body):
        digest.update("\n".join((f"# {key}", *body[key], "")).encode("utf-8"))
    return digest.hexdigest()


def _coding_lines(
    codings: list[ReadCoding], names: _Names, documents: list[Entry], labels: Mapping[str, str]
) -> list[str]:
    """Each coding as one line of JSON; equal ones once."""
    # by number: a UUID is compared in Python, and of these there are hundreds of thousands
    on = {d.int: json_text(_bare(names.document(d), documents, labels)) for d in names.order}
    code = {c.int: json_text(path) for c, path in names.codes.items()}
    who = {c.int: json_text(labels.get(shown, shown)) for c, shown in names.coders.items()}
    said: dict[str, str] = {"{}": "{}"}
    lines: dict[str, str] = {}
    for _, document, code_id, coder, round_, first, last, memo, qualifiers in codings:
        place = "None,None" if first < 0 else f"{first},{last}"  # as in every digest that was ever told
        key = f"[{on[document.int]},{code[code_id.int]},{who[coder.int]},{round_},{place}"
        if key in lines:
            continue
        if qualifiers not in said:
            values = {UUID(q): v for q, v in json.loads(qualifiers).items()}
            said[qualifiers] = json_text({names.qualifiers[q]: v for q, v in values.items() if q in names.qualifiers})
        written = json_text(memo) if memo else '""'
        lines[key] = f"{key},{written},{said[qualifiers]}]"
    return list(lines.values())


def _labels(coders: list[Entry], acting: set[Any], shown: Mapping[UUID, str]) -> dict[str, str]:
    """Shown name -> name numbered among the coders who did something, in id order."""
    people = [(UUID(c["id"]), c["name"]) for c in coders if shown[UUID(c["id"])] in acting]
    return {shown[i]: name for i, name in numbered(people).items()}


def _bare(entry: Entry, documents: list[Entry], coders: Mapping[str, str]) -> Entry:
    """An entry without ids; who did it by number among those who acted, documents by name and text."""
    bare = {k: v for k, v in entry.items() if k not in ("id", "document_index", "coding", "judged")}
    for key in ("coder", "answered_by"):
        if bare.get(key) is not None:
            bare[key] = coders.get(bare[key], bare[key])
    if "document_index" in entry:
        bare["text"] = documents[entry["document_index"]]["text"]
    return bare


def digest(project: Project) -> str:
    """The project's digest, cached by the last change."""

    def ask(session: Session) -> tuple[str, str | None]:
        newest = b"".join(tips(session.connection())).hex() or "-"
        kept = (project.remembered("digest") or "").split(" ")
        if len(kept) == 2 and kept[0] == newest:
            return newest, kept[1]
        return newest, None

    newest, known = project.ask(ask)
    if known is None:
        known = project.ask(digest_of, project.study_id)
        project.remember("digest", f"{newest} {known}")
    return known
