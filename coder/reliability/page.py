"""One measurement with everything that its page must say, and the JSON answer of `agreement`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import numpy as np

from coder.agreement import (
    ByDocument,
    Codings,
    Measured,
    PassagePair,
    Resampled,
    by_document,
    group_of,
    label_set_alphas,
    measure,
    passage_pairs,
    resampled,
    unitizing,
)
from coder.agreement.coefficients import pair_counts
from coder.agreement.results import Coefficient, Values
from coder.agreement.standard_errors import INDEPENDENT, ac1_errors, cohen_errors
from coder.agreement.tables import Counts
from coder.code_tree import CodeRow
from coder.errors import CodingError
from coder.project import Project
from coder.reliability.facts import Facts
from coder.reliability.gather import Gathered, gather
from coder.reliability.qualifiers import qualifiers_json
from coder.reliability.settings import LeftOut, Settings
from coder.reliability.strata import Strata
from coder.sentences import sentence


@dataclass(slots=True)
class Compared:
    """Everything that a page on agreement shows. settings: as used, defaults filled in.

    coders: shown names, in the order of all arrays in `measured`; codes likewise. drawn: what the intervals come from,
    None where none were asked for. gammas: empty until asked for, see `gammas.add_gammas`. rounds: as in `Gathered`.
    codings: at their places in the texts; counted: over the texts without what is left out.
    """

    settings: Settings
    coders: list[str]
    coder_ids: list[UUID]
    codes: list[CodeRow]
    documents: list[tuple[UUID, str]]
    left_out: list[LeftOut]
    warnings: list[str]
    measured: Measured
    n_compared: int
    codings: Codings
    counted: Codings
    remarks: list[str] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)
    drawn: Resampled | None = None
    qualifiers: list[dict[str, Any]] = field(default_factory=list)
    gammas: list[dict[str, Any]] = field(default_factory=list)
    gamma_settings: dict[str, Any] | None = None
    strata: Strata | None = None
    rounds: tuple[int, ...] = ()

    def as_json(self, digest: str, software: str) -> dict[str, Any]:
        """The JSON answer of `agreement`, as INTERFACE describes it."""
        s, m = self.settings, self.measured
        paths = [list(c.path) for c in self.codes]
        errors = self._errors(m.counts)
        return {
            "unit": s.unit, "presence": s.presence, "coverage": s.coverage, "as_of": s.as_of, "level": s.level,
            "round": s.round, "coders": self.coders, "documents": self.n_compared,
            "left_out": [{"document": o.document, "coder": o.coder, "why": o.why} for o in self.left_out],
            "units": m.units,
            "codes": [
                {
                    "code": path, "units": m.units,
                    "coded_by": {name: int(m.coded_by[n, c]) for c, name in enumerate(self.coders)},
                    "coefficients": _at(m.per_code, n), "se": errors(n), "alpha_below": self.alpha_below(n),
                }
                for n, path in enumerate(paths)
            ],
            "pairs": self._pairs(paths),
            "pooled": {"definition": "counts of all codes added", "coefficients": _at(m.pooled)},
            "by_document": self._by_document(paths), "passages": self._passages(),
            "label_sets": {name: c.as_json() for name, c in self.label_sets().items()},
            "unitizing": self._unitizing(), "gamma": self.gammas, "groups": self._groups(),
            "qualifiers": self.qualifiers,
            "settings": self.settings_json(), "warnings": self.warnings + self.remarks, "digest": digest,
            "software": software,
        }  # fmt: skip

    def _errors(self, counts: Counts) -> Callable[..., dict[str, float | None]]:
        """Standard errors at an index; none where units follow from their neighbours, as characters and words do."""
        if self.settings.unit not in INDEPENDENT:
            return lambda *_: {"cohen_kappa": None, "ac1": None}
        cohen, ac1 = cohen_errors(counts), ac1_errors(counts)
        return lambda *at: {"cohen_kappa": _number(cohen[at]), "ac1": _number(ac1[at])}

    def alpha_below(self, code: int) -> dict[str, float | None]:
        """The share of draws in which a code's alpha was below .667 and .80; None without draws."""
        if self.drawn is None or self.measured.per_code["alpha_nominal"].reason[code] != 0:
            return {"0.667": None, "0.8": None}
        return {f"{limit:g}": _number(shares[code]) for limit, shares in self.drawn.below.items()}

    def by_document(self) -> ByDocument:
        """The figures of every document apart."""
        return by_document(self.measured)

    def _by_document(self, paths: list[list[str]]) -> list[dict[str, Any]]:
        """Documents that two coders cover, each with the codes that somebody used in it."""
        found, told = self.by_document(), []
        for row, place in enumerate(found.documents.tolist()):
            used = np.flatnonzero(found.coded[row].any(axis=1)).tolist()
            covered = self.measured.table.covered[place]
            codes = [
                {
                    "code": paths[n],
                    "coded_by": {c: int(found.coded[row, n, who]) for who, c in enumerate(self.coders) if covered[who]},
                    "coefficients": _at(found.per_code, row, n),
                }
                for n in used
            ]
            told.append(
                {
                    "document": self.documents[place][1], "units": int(found.units[row]),
                    "coders": [c for who, c in enumerate(self.coders) if covered[who]], "codes": codes,
                    "pooled": {"coefficients": _at(found.pooled, row)},
                }
            )  # fmt: skip
        return told

    def passage_pairs(self) -> list[PassagePair]:
        """Of every pair of coders, whether they saw the same passages, gave them the same codes and the same ends."""
        return passage_pairs(self.codings, len(self.codes))

    def _passages(self) -> list[dict[str, Any]]:
        return [
            {
                "coders": [self.coders[i], self.coders[j]], "first": p.first, "second": p.second, "matched": p.matched,
                "coefficients": {
                    "identification": p.identification.as_json(), "same_codes": p.same_codes.as_json(),
                    "some_code": p.some_code.as_json(), "same_ends": p.same_ends.as_json(),
                    "overlap": p.overlap.as_json(),
                },
            }
            for p, (i, j) in zip(self.passage_pairs(), self.measured.pairs.coders.tolist(), strict=True)
        ]  # fmt: skip

    def label_sets(self) -> Mapping[str, Coefficient]:
        """Alpha over the sets of codes that coders gave to one place, by three distances."""
        m = self.measured
        return m.label_sets or label_set_alphas(m.runs, m.axis, self.codings.covered, len(self.codes))

    def _pairs(self, paths: list[list[str]]) -> list[dict[str, Any]]:
        pairs, found = self.measured.pairs, []
        errors = self._errors(pair_counts(self.measured.counts))
        for p, (i, j) in enumerate(pairs.coders):
            codes = [
                {
                    "code": path, "both": int(pairs.both[p, n]), "only_first": int(pairs.only_first[p, n]),
                    "only_second": int(pairs.only_second[p, n]), "neither": int(pairs.neither[p, n]),
                    "coefficients": _at(pairs.coefficients, p, n), "se": errors(p, n),
                }
                for n, path in enumerate(paths)
            ]  # fmt: skip
            pooled = {
                "both": int(pairs.both[p].sum()), "only_first": int(pairs.only_first[p].sum()),
                "only_second": int(pairs.only_second[p].sum()), "neither": int(pairs.neither[p].sum()),
                "coefficients": _at(pairs.pooled, p),
            }  # fmt: skip
            found.append({"coders": [self.coders[i], self.coders[j]], "codes": codes, "pooled": pooled})
        return found

    def branches(self) -> list[tuple[CodeRow, list[int]]]:
        """Every code with its sub-codes' places among the compared codes; without sub-codes its own place."""
        place = {c.id: n for n, c in enumerate(self.codes)}
        found = []
        for n, code in enumerate(self.codes):
            children = [place[c.id] for c in self.codes if c.parent_id == code.id]
            found.append((code, children or [n]))
        return found

    def _unitizing(self) -> list[dict[str, Any]]:
        told = []
        for code, places in self.branches():
            alphas = unitizing(self.counted, places)
            ku = {self.codes[n].name: c.as_json() for n, c in zip(places, alphas.ku, strict=True)}
            told.append(
                {
                    "code": list(code.path), "u_alpha": alphas.u.as_json(), "bar_u_alpha": alphas.bar_u.as_json(),
                    "cu_alpha": alphas.cu.as_json(), "ku_alpha": ku,
                }
            )  # fmt: skip
        return told

    def _groups(self) -> list[dict[str, Any]]:
        """Codes that exclude one another: nominal alpha over the group, and who took which for which."""
        told = []
        for code, places in self.branches():
            if not code.exclusive or len(places) < 2:
                continue
            group = group_of(self.measured, places)
            labels = [*(self.codes[n].name for n in places), "none of them", "several"]
            pairs = [
                {"coders": [self.coders[i], self.coders[j]], "counts": group.confusion[p].tolist()}
                for p, (i, j) in enumerate(self.measured.pairs.coders)
            ]
            confusion = {"labels": labels, "pairs": pairs}
            told.append(
                {"code": list(code.path), "alpha_nominal": group.alpha_nominal.as_json(), "confusion": confusion}
            )
        return told

    def settings_json(self) -> dict[str, Any]:
        """What was compared and how, in names; enough to do it again."""
        s = self.settings
        return {
            "unit": s.unit, "presence": s.presence, "coverage": s.coverage, "as_of": s.as_of, "round": s.round,
            "purpose": s.purpose or "all but training", "level": s.level, "coders": self.coders,
            "codes": "all passage codes" if not s.codes else [list(path) for path in s.codes],
            "documents": [name for _, name in self.documents],
            "bootstrap": s.bootstrap, "seed": s.seed, "fixed": self.facts.chosen,
            **({"without": list(s.without)} if s.without else {}),
            **({"strata": self.strata.variable} if self.strata else {}),
            **({"drawn": self.facts.drawn} if self.facts.drawn else {}),
            **({"gamma": self.gamma_settings} if self.gamma_settings else {}),
        }  # fmt: skip


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _at(values: Mapping[str, Values], *index: int) -> dict[str, Any]:
    return {name: v.at(*index).as_json() for name, v in values.items()}


def _refuse_outside(g: Gathered) -> None:
    """A damaged file may hold codings beyond their text; nothing is measured on such, and the document is named."""
    c = g.codings
    outside = (c.start < 0) | (c.end > c.doc_length[c.doc]) | (c.start > c.end)
    if c.whole is not None:
        outside &= ~c.whole
    if outside.any():
        n = int(np.flatnonzero(outside)[0])
        name, length = g.documents[int(c.doc[n])][1], int(c.doc_length[c.doc[n]])
        raise CodingError(
            sentence(
                "{what}’s coding from {n} to {n2} lies outside the text of “{name}”, which has {length} "
                "characters. The file is damaged, so nothing was measured.",
                what=g.coders[int(c.coder[n])],
                n=int(c.start[n]),
                n2=int(c.end[n]),
                name=name,
                length=length,
            ),
            "Run `intercoder check` on it; it says what is damaged and what to do.",
        )


def measure_gathered(gathered: Gathered) -> Compared:
    """Computes everything; reads nothing.

    Raises NothingToCompare if no document is covered by two coders, CodingError for a coding outside its text.
    """
    g = gathered
    _refuse_outside(g)
    # the sets of codes at each place are dear to compare when there are many: only for intervals, else on demand
    units, counted = g.units(), g.counted
    over = counted if units is None else g.codings
    measured = measure(over, n_codes=len(g.codes), units=units, with_label_sets=g.settings.bootstrap > 0)
    remarks: list[str] = []
    drawn = None
    strata, covered = g.strata, g.codings.covered
    if g.settings.bootstrap and (strata is None or strata.can_be_drawn(covered)):
        layers = strata.of if strata is not None else None
        drawn = resampled(measured, times=g.settings.bootstrap, seed=g.settings.seed, strata=layers)
        measured, remarks = drawn.measured, list(drawn.remarks)
    if g.settings.bootstrap and strata is not None:
        remarks += strata.remarks(covered)
    return Compared(
        g.settings, g.coders, g.coder_ids, g.codes, g.documents, g.left_out, g.warnings, measured,
        int((covered.sum(axis=1) >= 2).sum()), g.codings, counted, remarks, g.facts, drawn, strata=strata,
        rounds=g.rounds,
    )  # fmt: skip


def compare(project: Project, settings: Settings, *, qualifiers: bool = False) -> Compared:
    """Agreement between coders, measured as the settings say; the file is read first and let go.

    qualifiers: what was said of matched passages too, which reads every coding once more.
    Raises NothingToCompare (fewer than two coders, no document that two cover) and UnknownThing.
    """
    compared = measure_gathered(project.ask(gather, settings))
    if qualifiers:
        compared.qualifiers = project.ask(qualifiers_json, compared)
    return compared


def main_figures(compared: Compared) -> Sequence[str]:
    """The coefficients that the default table shows: alpha in front, for two coders also what is given by pair."""
    pair = ("cohen_kappa", "positive_agreement", "negative_agreement") if len(compared.coders) == 2 else ()
    return ("alpha_nominal", *pair, "percent_pairwise", "ac1")
