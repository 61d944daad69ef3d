"""The people of an exchange file: who they are here, by id, by name, or as the command maps them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import col, select

from coder.coders import coder_names, numbered, resolve_coders
from coder.errors import ExchangeError
from coder.exchange.study_entry import is_uuid
from coder.exchange.study_file import ExchangeFile
from coder.identity import coder_id_of_name, same_name
from coder.journal.record import Recording
from coder.models import Coder, Noun
from coder.sentences import sentence

KINDS = ("documents", "codes", "codings", "coders")


@dataclass(slots=True)
class Loaded:
    """What came in, by kind: counts of what was added and what stood here already, and words on the rest.

    mapped: the names, as identity compares them, that were brought in as somebody else.
    """

    added: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    mapped: set[str] = field(default_factory=set)
    _gone: list[tuple[Noun, str, str]] = field(default_factory=list)

    def __iadd__(self, other: Loaded) -> Loaded:
        self.added += other.added
        self.same += other.same
        self.warnings += other.warnings
        self.mapped |= other.mapped
        return self

    def told(self, there: Noun, kind: str, name: str, differs: bool) -> None:
        """Says of something that is here already that it was removed, or is otherwise here."""
        if not there.lives:
            self._gone.append((there, kind, name))
        elif differs:
            self.warnings.append(
                sentence("The {kind} “{name}” changed here since; it stays as it is here.", kind=kind, name=name)
            )


    def tell_gone(self, session: Recording) -> None:
        """Says what the file names and was removed here: whether it stays so, or something brought in needs it."""
        session.settle()
        for there, kind, name in self._gone:
            session.refresh(there, ["lives"])
            if there.lives:
                told = sentence(
                    "The {kind} “{name}” was removed here since; it is back, as what was brought in needs it.",
                    kind=kind,
                    name=name,
                )
            else:
                told = sentence(
                    "The {kind} “{name}” was removed here since; it was not made anew.", kind=kind, name=name
                )
            self.warnings.append(told)
        self._gone.clear()


class People:
    """Finds or makes the coders that one file names."""

    def __init__(self, session: Recording, file: ExchangeFile, wishes: Mapping[str, str], loaded: Loaded) -> None:
        self.session = session
        self.file = file
        self.loaded = loaded
        self._wishes = {same_name(k): v for k, v in wishes.items()}
        self._known: dict[str, UUID] = {}

    def listed(self) -> None:
        shown = numbered([(e.id, e.name) for e in self.file.coders if e.id])
        for entry in self.file.coders:
            found = self._coder(entry.name, entry.id)
            self._known[same_name(shown.get(entry.id, entry.name) if entry.id else entry.name)] = found
            if entry.id:
                self._known[str(entry.id)] = found

    def named(self, reference: str) -> UUID:
        """The coder whom an entry names, made if there is none."""
        key = reference.lower() if is_uuid(reference) else same_name(reference)
        if key not in self._known:
            given = UUID(reference) if is_uuid(reference) else None
            there = self.session.get(Coder, given) if given else None
            name = " ".join(self.file.coder_names.get(key, "").split())
            if given and there is None and not name:
                raise ExchangeError(
                    sentence("The coder {reference} is named but not listed under “coders”.", reference=reference)
                )
            self._known[key] = there.id if there else self._coder(name or reference, given)
        return self._known[key]

    def _coder(self, name: str, given: UUID | None) -> UUID:
        wish = self._wishes.get(same_name(name))
        if wish is not None:
            self.loaded.mapped.add(same_name(name))
            return self._mapped(name, wish)
        if given is not None:
            return self._coder_with_id(given, name)
        known = self._bearing(name)
        if known is not None:
            self.loaded.same["coders"] += 1
            self.loaded.warnings.append(
                sentence("“{name}” in {name2} is taken for the coder “{name}” here.", name=name, name2=self.file.name)
            )
            return known
        return self._coder_with_id(coder_id_of_name(name), name)

    def _mapped(self, name: str, wish: str) -> UUID:
        """--coder "User=Ana" or "User=Ana (new)"."""
        if wish.casefold().endswith("(new)"):
            plain = wish[: -len("(new)")].strip()
            n = 2
            new_id = coder_id_of_name(f"{plain} (from {name})")
            while (there := self.session.get(Coder, new_id)) is not None and there.name != plain:
                new_id, n = coder_id_of_name(f"{plain} (from {name} {n})"), n + 1
            return self._coder_with_id(new_id, plain)
        known = self._bearing(wish)
        if known is not None:
            self.loaded.same["coders"] += 1
            self.loaded.warnings.append(
                sentence("“{name}” in {name2} was brought in as “{wish}”.", name=name, name2=self.file.name, wish=wish)
            )
            return known
        return self._coder_with_id(coder_id_of_name(wish), wish)

    def _bearing(self, name: str) -> UUID | None:
        """The one living coder shown under the name."""
        resolved = resolve_coders(self.session)
        found = {resolved[i] for i, n in coder_names(self.session).items() if same_name(n) == same_name(name)}
        living = self.session.exec(select(Coder).where(col(Coder.lives)))
        found &= {c.id for c in living}
        return found.pop() if len(found) == 1 else None

    def _coder_with_id(self, new_id: UUID, name: str) -> UUID:
        there = self.session.get(Coder, new_id)
        if there is None:
            self.session.put(Coder(id=new_id, name=" ".join(name.split())))
            self.session.flush()
            self.loaded.added["coders"] += 1
        else:
            self.loaded.told(there, "coder", name, there.name != name and not self._wishes)
            self.loaded.same["coders"] += 1
        return new_id
