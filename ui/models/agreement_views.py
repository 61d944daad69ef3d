"""The other views of a comparison as cells: pairs, documents by codes, confusion, over time, against a standard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale

from coder.agreement import Coefficient, Group
from coder.code_tree import CodeRow
from coder.reliability import Compared
from coder.reliability.differences import ENDS, ONLY_FIRST, ONLY_SECOND, SAID_SAME, SAID_UNLIKE
from coder.reliability.matrices import Cell, DocumentRow, GroupRow, StandardRow
from coder.reliability.passages import BRANCH, Confusion
from coder.reliability.qualifiers import QualifierRow
from ui.models.agreement import UNDEFINED, apart, figure, figure_tip, units_of, whole
from ui.widgets.agreement_grid import GridCell, GridData

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which passages a cell leads to. code: place, None for all. documents: places, None for all. other: the code that
    the other gave instead of the first, as a place. first, second: the coders, as places; None for the pair that is
    shown. kind: of difference, "" for all. qualifier: what was said by it of passages that both coded, with its name;
    said: what the two said, None for anything.
    """

    code: int | None = None
    documents: tuple[int, ...] | None = None
    other: int | None = None
    first: int | None = None
    second: int | None = None
    kind: str = ""
    qualifier: tuple[UUID, str] | None = None
    said: tuple[str, str] | None = None


def cell_tip(cell: Cell, one: str, other: str) -> str:
    """The four counts and both figures of a cell, in lines."""
    lines = [
        translate("Agreement", "Both {n}, only {a} {x}, only {b} {y}, neither {z}").format(
            n=whole(cell.both), a=apart(one), x=whole(cell.only_first), b=apart(other), y=whole(cell.only_second),
            z=whole(cell.neither),
        ),
        translate("Agreement", "Alpha {words}").format(words=_said(cell.alpha)),
        translate("Agreement", "Kappa {words}").format(words=_said(cell.kappa)),
    ]  # fmt: skip
    return "\n".join(lines)


def _said(c: Coefficient) -> str:
    return figure_tip(c).splitlines()[0]


def _shade(c: Coefficient) -> float | None:
    return None if c.value is None else max(0.0, c.value)


def code_name(code: CodeRow) -> tuple[str, str]:
    """A code's own name, and where it stands."""
    return code.path[-1], " › ".join(code.path)


def pairs_grid(
    compared: Compared, matrix: Sequence[Sequence[Cell | None]], code: int | None, *, kappa: bool
) -> GridData:
    """Coders by coders. Two coders' alpha, or kappa; the diagonal is empty."""
    names = [(name, "") for name in compared.coders]
    cells = []
    for i, row in enumerate(matrix):
        line = []
        for j, cell in enumerate(row):
            if cell is None:
                line.append(GridCell("·", muted=True))
                continue
            c = cell.kappa if kappa else cell.alpha
            tip = cell_tip(cell, compared.coders[i], compared.coders[j])
            line.append(GridCell(figure(c), tip, _shade(c), Wanted(code, first=i, second=j), c.value is None))
        cells.append(line)
    return GridData(names, names, cells, translate("Agreement", "Coder"))


def documents_grid(
    compared: Compared, rows: Sequence[DocumentRow], codes: Sequence[int], pair: tuple[int, int], *, counts: bool
) -> GridData:
    """Documents by codes: alpha of the pair in each document, or how many units both and one alone coded."""
    one, other = (compared.coders[c] for c in pair)
    every = (translate("Agreement", "All codes"), translate("Agreement", "The counts of all codes added"))
    columns = [every, *(code_name(compared.codes[n]) for n in codes)]
    cells = []
    for row in rows:
        line = [(row.pooled, None), *((row.codes[n], n) for n in codes)]
        cells.append([_document_cell(cell, Wanted(n, (row.place,)), one, other, counts=counts) for cell, n in line])
    return GridData([(row.name, "") for row in rows], columns, cells, translate("Agreement", "Document"))


def _document_cell(cell: Cell, wanted: Wanted, one: str, other: str, *, counts: bool) -> GridCell:
    tip = cell_tip(cell, one, other)
    if not cell.positives:  # neither used the code there: nothing that could agree
        return GridCell("", tip, None, wanted, muted=True)
    text = f"{whole(cell.both)}/{whole(cell.positives)}" if counts else figure(cell.alpha)
    return GridCell(text, tip, _shade(cell.alpha), wanted, cell.alpha.value is None)


def confusion_grid(compared: Compared, found: Confusion, pair: tuple[int, int]) -> GridData:
    """Which code the second of the pair gave where the first gave which; a mark where one is coarser than the other."""
    one, other = (compared.coders[c] for c in pair)
    nothing = translate("Agreement", "no other code")
    names = [code_name(compared.codes[n]) for n in found.codes]
    most = max(1, int(found.counts.max(initial=0)), int(found.nothing.max(initial=0)))
    cells = []
    for i, code in enumerate(found.codes):
        line = []
        for j, beside in enumerate(found.codes):
            n, relation = int(found.counts[i, j]), int(found.relation[i, j])
            text = "" if not n else f"{whole(n)} ↕" if relation == BRANCH else whole(n)
            wanted = Wanted(code, kind=ENDS) if i == j else Wanted(code, other=beside)
            tip = _confusion_tip(n, names[i][1], names[j][1], one, other, same=i == j, branch=relation == BRANCH)
            line.append(GridCell(text, tip, n / most if n else None, wanted if n else None))
        alone = int(found.nothing[i, 0])
        cells.append([*line, _alone(alone, most, Wanted(code, kind=ONLY_FIRST), names[i][1], one, other)])
    if not names:
        return GridData((), (), ())
    last = [
        _alone(int(found.nothing[j, 1]), most, Wanted(c, kind=ONLY_SECOND), names[j][1], other, one)
        for j, c in enumerate(found.codes)
    ]
    cells.append([*last, GridCell("")])
    rows = [(f"{apart(one)}: {name}", path) for name, path in names] + [(f"{apart(one)}: {nothing}", "")]
    columns = [(name, f"{apart(other)}: {path}") for name, path in names] + [(nothing, "")]
    return GridData(rows, columns, cells, translate("Agreement", "{a} ↓ {b} →").format(a=apart(one), b=apart(other)))


def _alone(n: int, most: int, wanted: Wanted, path: str, who: str, other: str) -> GridCell:
    if not n:
        return GridCell("")
    tip = translate("Agreement", "{n} passages that only {a} coded, with “{code}”, and {b} gave no other code")
    return GridCell(whole(n), tip.format(n=whole(n), a=apart(who), code=path, b=apart(other)), n / most, wanted)


def _confusion_tip(n: int, mine: str, theirs: str, one: str, other: str, *, same: bool, branch: bool) -> str:
    if same:
        return translate("Agreement", "{n} passages that both coded with “{code}”").format(n=whole(n), code=mine)
    words = translate("Agreement", "{n} times {a} gave “{code}” and {b} “{other}” to words of one passage").format(
        n=whole(n), a=apart(one), code=mine, b=apart(other), other=theirs
    )
    if branch:
        words += "\n" + translate("Agreement", "↕ The same branch of the codebook: one of them coded coarser.")
    return words


def confusion_words(found: Confusion) -> str:
    """How much was confused, the coarser apart."""
    return translate(
        "Agreement",
        "Passages that each coded alone with another code: {other} across branches, {coarser} on one branch, where one "
        "of them coded coarser (↕).",
    ).format(other=whole(found.other), coarser=whole(found.coarser))


def exclusive_groups(compared: Compared) -> dict[int, list[int]]:
    """Codes whose sub-codes exclude one another, with the places of these; only with two or more of them."""
    found = {}
    for n, code in enumerate(compared.codes):
        children = [k for k, c in enumerate(compared.codes) if c.parent_id == code.id]
        if code.exclusive and len(children) > 1:
            found[n] = children
    return found


def group_grid(
    compared: Compared, group: Group, pair_at: int, places: Sequence[int], pair: tuple[int, int]
) -> GridData:
    """Which of the codes of a group each gave, in units; rows the first coder, columns the second."""
    one, other = (apart(compared.coders[c]) for c in pair)
    counts = group.confusion[pair_at]
    names = [code_name(compared.codes[n]) for n in places]
    names += [(translate("Agreement", "none of them"), ""), (translate("Agreement", "several"), "")]
    most = max(1, int(counts[: len(places), : len(places)].max(initial=0)))
    cells = []
    for i, line in enumerate(counts.tolist()):
        wanted = Wanted(places[i]) if i < len(places) else None
        inside = [i < len(places) and j < len(places) for j in range(len(line))]
        cells.append(
            [
                GridCell(
                    whole(n) if n else "",
                    translate("Agreement", "{n}: {a} “{code}”, {b} “{other}”").format(
                        n=units_of(compared.settings.unit, n), a=one, code=names[i][0], b=other, other=names[j][0]
                    ),
                    n / most if n and inside[j] else None, wanted or (Wanted(places[j]) if j < len(places) else None),
                )
                for j, n in enumerate(line)
            ]
        )  # fmt: skip
    rows = [(f"{one}: {name}", path) for name, path in names]
    columns = [(name, f"{other}: {path or name}") for name, path in names]
    return GridData(rows, columns, cells, translate("Agreement", "{a} ↓ {b} →").format(a=one, b=other))


def group_words(group: Group) -> str:
    """The alpha of a group, over all compared coders."""
    words = translate("Agreement", "These codes exclude one another. Alpha over the group, of all coders: {alpha}.")
    return words.format(alpha=figure(group.alpha_nominal))


def time_grid(compared: Compared, rows: Sequence[GroupRow], pair: tuple[int, int], code: int | None) -> GridData:
    """Groups of documents in their order, with the counts and figures of the pair."""
    one, other = (compared.coders[c] for c in pair)
    columns = [
        (translate("Agreement", "Documents"), ""), (translate("Agreement", "Alpha"), ""),
        (translate("Agreement", "Kappa"), ""), (translate("Agreement", "Both"), ""),
        (translate("Agreement", "Only {name}").format(name=one), ""),
        (translate("Agreement", "Only {name}").format(name=other), ""), (translate("Agreement", "Positive"), ""),
    ]  # fmt: skip
    cells = []
    for row in rows:
        c, wanted = row.cell, Wanted(code, row.documents)
        documents = "\n".join(compared.documents[n][1] for n in row.documents[:20])
        tip = cell_tip(c, one, other)
        texts = [
            (whole(len(row.documents)), documents, None), (figure(c.alpha), tip, _shade(c.alpha)),
            (figure(c.kappa), tip, _shade(c.kappa)), (whole(c.both), tip, None), (whole(c.only_first), tip, None),
            (whole(c.only_second), tip, None), (figure(c.positive), figure_tip(c.positive), None),
        ]  # fmt: skip
        cells.append([GridCell(text, told, shade, wanted) for text, told, shade in texts])
    return GridData([(row.label, "") for row in rows], columns, cells, translate("Agreement", "Documents"))


def standard_grid(compared: Compared, rows: Sequence[StandardRow], standard: int, trainee: int) -> GridData:
    """What a trainee found of a standard coding, code by code; the codes that neither used are left out."""
    columns = [
        (translate("Agreement", "In the standard"), translate("Agreement", "Units that the standard coded")),
        (translate("Agreement", "Found"), translate("Agreement", "Units of the standard that the trainee coded too")),
        (translate("Agreement", "Missed"), translate("Agreement", "Units of the standard that the trainee left out")),
        (translate("Agreement", "Extra"), translate("Agreement", "Units that the trainee alone coded")),
        (translate("Agreement", "Share found"), translate("Agreement", "Found, of what is in the standard")),
        (translate("Agreement", "Share right"), translate("Agreement", "Found, of all that the trainee coded")),
        (translate("Agreement", "Alpha"), ""),
        (translate("Agreement", "Kappa"), ""),
    ]
    shown = [row for row in rows if row.cell.positives]
    names = [code_name(r.code) if r.code else (translate("Agreement", "All codes, counts added"), "") for r in shown]
    cells = []
    for row in shown:
        wanted = Wanted(row.place if row.code else None, first=standard, second=trainee)
        tip = cell_tip(row.cell, compared.coders[standard], compared.coders[trainee])
        told = [
            (whole(row.hit + row.missed), None), (whole(row.hit), None), (whole(row.missed), None),
            (whole(row.extra), None), (_percent(row.found), row.found), (_percent(row.right), row.right),
            (figure(row.cell.alpha), _shade(row.cell.alpha)), (figure(row.cell.kappa), _shade(row.cell.kappa)),
        ]  # fmt: skip
        cells.append([GridCell(text, tip, shade, wanted) for text, shade in told])
    return GridData(names, columns, cells, translate("Agreement", "Code"))


def _percent(value: float | None) -> str:
    return UNDEFINED if value is None else f"{QLocale().toString(value * 100, 'f', 0)} %"


def qualifiers_grid(rows: Sequence[QualifierRow]) -> GridData:
    """Qualifiers of the codebook, with how many passages there were to compare."""
    columns = [
        (translate("Agreement", "Passages"), translate("Agreement", "Passages of one code that match")),
        (translate("Agreement", "Both said"), translate("Agreement", "Of these, both said something of it")),
        (translate("Agreement", "Same"), translate("Agreement", "Both said the same")),
        (translate("Agreement", "Percent"), ""),
        (translate("Agreement", "Alpha"), translate("Agreement", "Nominal, ordinal for a scale, interval for numbers")),
        (translate("Agreement", "Kappa"), ""),
        (translate("Agreement", "Most often unlike"), ""),
    ]
    cells = []
    for row in rows:
        same = sum(n for a, b, n in row.answers if a == b)
        unlike = next(((a, b, n) for a, b, n in row.answers if a != b), None)
        alpha = next(c for name, c in row.coefficients.items() if name.startswith("alpha"))
        kappa = row.coefficients["cohen_kappa"]
        told = "\n".join(f"{apart(a)} – {apart(b)}: {whole(n)}" for a, b, n in row.answers[:20])
        about = row.id, row.name
        every, differ = Wanted(qualifier=about), Wanted(qualifier=about, kind=SAID_UNLIKE)
        often = Wanted(qualifier=about, said=unlike[:2]) if unlike else None
        cells.append(
            [
                GridCell(whole(row.matched), what=every if row.matched else None),
                GridCell(whole(row.compared), told, what=every if row.compared else None),
                GridCell(whole(same), told, what=Wanted(qualifier=about, kind=SAID_SAME) if same else None),
                GridCell(_percent(row.coefficients["percent_pairwise"].value), told, what=differ if unlike else None),
                GridCell(figure(alpha), figure_tip(alpha), _shade(alpha), differ if unlike else None,
                         muted=alpha.value is None),
                GridCell(figure(kappa), figure_tip(kappa), _shade(kappa), differ if unlike else None,
                         muted=kappa.value is None),
                GridCell(f"{apart(unlike[0])} – {apart(unlike[1])} ({whole(unlike[2])})" if unlike else "", told,
                         what=often),
            ]
        )  # fmt: skip
    return GridData([(row.name, row.kind) for row in rows], columns, cells, translate("Agreement", "Qualifier"))


def sentence_on(view: str) -> str:
    """What has to be known of a view before its cells are read; "" where nothing has."""
    return {
        "documents": translate(
            "Agreement",
            "Alpha within each document; small documents give rough figures, and their mean is not the agreement.",
        ),
        "week": translate("Agreement", "Documents by the week (its Monday) in which the later of the two was done."),
        "order": translate("Agreement", "Documents in parts, from the first that they read to the last."),
        "version": translate(
            "Agreement", "Documents by the newest codebook that any of their segments was coded under."
        ),
        "standard": translate(
            "Agreement", "A diagnosis of one coder against another’s coding, not the reliability of the study."
        ),
        "qualifiers": translate(
            "Agreement",
            "On passages that both gave the same code, of which at least half of what both cover is common to them.",
        ),
    }.get(view, "")
