"""How agreement is counted here: kept by the lead, and fixed beforehand, so that nobody chooses by the result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.coders import coder_names
from coder.errors import CodebookError
from coder.journal.clock import wall_time
from coder.journal.read import read_left_out
from coder.journal.record import Recording
from coder.models import ChangeEntry, ChangeRow, Coding, Study
from coder.reliability.settings import Settings
from coder.sentences import sentence

_KEPT, _FIXED, _DRAWN = "agreement", "agreement_fixed_{}", "agreement_drawn_{}"  # keys in Study.settings; the round
CHOSEN_LATER = "chosen after results were seen"


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was fixed for a round, when and by whom; before_coding: before anything was coded in that round."""

    settings: Settings
    at: datetime
    by: str
    before_coding: bool


# -- operations -------------------------------------------------------------------------------


def keep_settings(session: Recording, *, settings: Settings) -> None:
    """Remembers in the project how agreement is counted."""
    _write(session, _KEPT, as_plain(settings))


def fix_settings(session: Recording, *, settings: Settings) -> None:
    """Says, for the round of the settings, that agreement will be counted so; when it was said is written with it."""
    round_ = settings.round or 1
    session.note(round=round_)
    _write(session, _FIXED.format(round_), as_plain(settings) | {"fixed_by": session.coder_id.hex})


def say_how_drawn(session: Recording, *, words: str, round_: int = 1) -> None:
    """Keeps how the documents that are coded twice were chosen in a round, in the lead's words; "" for not noted."""
    session.note(round=round_)
    _write(session, _DRAWN.format(round_), " ".join(words.split()))


def _write(session: Recording, key: str, value: dict[str, Any] | str) -> None:
    if session.in_package:
        raise CodebookError("How agreement is counted is the lead's to say.", "Ask your lead.")
    study = session.exec(select(Study).where(col(Study.lives))).one()
    if study.settings.get(key, "") != value:
        study.settings = study.settings | {key: value}


# -- queries ----------------------------------------------------------------------------------


def kept_settings(session: Session) -> Settings | None:
    """How agreement was last counted here; None if nobody said so yet."""
    told = _read(session, _KEPT)
    return None if told is None else from_plain(told)


def how_drawn(session: Session, round_: int) -> str:
    """How the sample of a round was drawn, as the lead says; "" if nobody said so."""
    study = session.exec(select(Study).where(col(Study.lives))).first()
    told = study.settings.get(_DRAWN.format(round_)) if study is not None else None
    return told if isinstance(told, str) else ""


def fixed_settings(session: Session, round_: int) -> Fixed | None:
    """What was fixed for a round; None if nothing was, or if the act that did it is not in this file."""
    told = _read(session, _FIXED.format(round_))
    clock = _clock_of_fixing(session, round_) if told is not None else None
    if told is None or clock is None:
        return None
    names = coder_names(session)
    by = names.get(UUID(str(told.get("fixed_by", "0" * 32))), "?")
    first = _first_coding(session, round_)
    return Fixed(from_plain(told), wall_time(clock), by, first is None or clock < first)


def how_chosen(session: Session, used: Settings) -> str:
    """“fixed on … before coding” only if just these settings were fixed before the round's first coding."""
    fixed = fixed_settings(session, used.round or 1)
    if fixed is None or not fixed.before_coding or not _same(fixed.settings, used):
        return CHOSEN_LATER
    return sentence("fixed on {at:%Y-%m-%d} by {by}, before coding", at=fixed.at, by=fixed.by)


def _same(fixed: Settings, used: Settings) -> bool:
    """Do they count the same? How often documents are drawn anew moves no figure; by which strata moves intervals."""
    coverage = fixed.coverage or used.coverage  # left open, it follows the rule that is always the same
    strata = fixed.strata if used.bootstrap else used.strata
    plain = replace(fixed, coverage=coverage, bootstrap=0, seed=0, strata=strata)
    return plain == replace(used, bootstrap=0, seed=0)


def _read(session: Session, key: str) -> dict[str, Any] | None:
    study = session.exec(select(Study).where(col(Study.lives))).first()
    told = study.settings.get(key) if study is not None else None
    return told if isinstance(told, dict) else None


def _clock_of_fixing(session: Session, round_: int) -> int | None:
    out = read_left_out(session.connection())
    changes = session.exec(select(ChangeEntry).where(ChangeEntry.operation == "fix_settings"))
    clocks = [c.clock for c in changes if c.id.bytes not in out and (c.arguments or {}).get("round") == round_]
    return max(clocks, default=None)


def _first_coding(session: Session, round_: int) -> int | None:
    """The clock of the first change that wrote a coding of a round, one since removed too."""
    return session.exec(
        select(func.min(ChangeEntry.clock))
        .select_from(Coding)
        .join(ChangeRow, (col(ChangeRow.row) == Coding.id) & (col(ChangeRow.table) == "coding"))
        .join(ChangeEntry, col(ChangeEntry.id) == ChangeRow.change)
        .where(Coding.round == round_)
    ).one()


# -- as the project holds them ----------------------------------------------------------------


def as_plain(settings: Settings) -> dict[str, Any]:
    """Settings as JSON can hold them."""
    s = settings
    return {
        "unit": s.unit, "presence": s.presence, "coverage": s.coverage, "as_of": s.as_of, "round": s.round,
        "purpose": s.purpose, "level": s.level, "coders": [c.hex for c in s.coders],
        "codes": [list(path) for path in s.codes], "documents": [d.hex for d in s.documents],
        "bootstrap": s.bootstrap, "seed": s.seed, "strata": s.strata.hex if s.strata else None,
        **({"without": list(s.without)} if s.without else {}),
    }  # fmt: skip


def from_plain(told: dict[str, Any]) -> Settings:
    """Settings from what `as_plain` gave; what is missing is as by default."""
    plain = Settings()
    return replace(
        plain,
        **{k: told[k] for k in ("unit", "presence", "coverage", "as_of", "round", "purpose", "level", "bootstrap",
                                "seed") if k in told},
        coders=tuple(UUID(c) for c in told.get("coders", ())),
        codes=tuple(tuple(path) for path in told.get("codes", ())),
        documents=tuple(UUID(d) for d in told.get("documents", ())),
        strata=UUID(told["strata"]) if told.get("strata") else None,
        without=tuple(told.get("without", ())),
    )  # fmt: skip
