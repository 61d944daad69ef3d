"""The reliability page: what it says of a study, as words, as .docx and as a picture; always the same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import numpy as np
import pytest
from lxml import etree

from coder.agreement import Coefficient
from coder.assignments import assign
from coder.coders import coder_named
from coder.coding import add_coding
from coder.documents import living_documents
from coder.exporters.agreement import KINDS, write_agreement
from coder.exporters.docx import TextDocument
from coder.exporters.forest import PATH, forest, forest_pages, widest
from coder.exporters.reliability_page import page_text
from coder.identity import random_id
from coder.importers.docx import read_docx
from coder.models import Decision
from coder.reliability import Settings, compare, measure_gathered
from coder.reliability.facts import Facts
from coder.reliability.gammas import Sampling, add_gammas
from coder.reliability.report import report_of
from coder.reliability.report_words import number
from coder.reliability.retest import gather_rounds
from coder.spans import Span
from tests.coder.exporters.studies import ENTRY, project_of, records, sheets_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"


def decide(session, *, how):
    document = living_documents(session)[0]
    session.put(
        Decision(
            id=random_id(), document_id=document.id, text_hash=document.text_hash, start=0, end=3, how=how,
            decider_id=coder_named(session, "Zoe"),
        )
    )  # fmt: skip


@pytest.fixture
def project(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        yield project


def page(project, **settings):
    return report_of(compare(project, Settings(**settings)), "d1g357", "Intercoder 9")


def test_the_page_tells_who_coded_how_much_in_which_units_and_with_what(project):
    told = page(project)
    facts = dict(told.facts)
    assert told.paragraph.startswith(
        "2 coders (Ana and Zoe) coded 2 of 2 documents (100%) in round 1, apart from each other. "
        "Agreement was measured on 7 sentences"
    )
    assert "Krippendorff’s alpha (nominal; Krippendorff, 2019)" in told.paragraph
    assert facts["Coders"] == "Ana (2 documents) and Zoe (2 documents)."
    assert facts["Training"] == "No training is noted in the project."
    assert facts["Coded twice or more"].endswith("Assignments in this round: 4 for reliability.")
    assert facts["Disagreements"] == "Disagreements have not been decided yet."
    assert facts["Passages"] == (
        "Ana marked 3 and Zoe 2. Seen by both (half or more in common): 1, or 40% of all. Of those seen by both 100% "
        "have exactly the same codes and 100% the same ends."
    )
    assert facts["Interval"] == "None was asked for."
    assert facts["Settings"] == "Chosen after results were seen."
    assert facts["Software and data"] == "Intercoder 9; digest of the project d1g357."


def test_gamma_stands_on_the_page_with_how_it_was_sampled_once_it_was_asked_for(project):
    document, code = project.ask(living_documents)[0].id, compare(project, Settings()).codes[1].id
    for name, places in (("Ana", (2, 12, 30)), ("Zoe", (3, 13, 25))):
        project.act_as(project.ask(coder_named, name))
        for start in places:
            project.do(add_coding, document_id=document, code_id=code, span=Span(start, start + 4))
    compared = compare(project, Settings(as_of="now"))
    assert "Gamma" not in report_of(compared, "", "").header
    add_gammas(compared, Sampling(samples=5, sampler="statistical", seed=3))
    told = report_of(compared, "", "")
    assert told.header[-2:] == ("Gamma", "Gamma-cat")
    assert {len(row) for row in told.rows} == {len(told.header)}
    figures = [row for row in told.figures if row.used]
    by_code = {tuple(g["code"]): g["gamma"]["value"] for g in compared.gammas}
    assert any(value is not None for value in by_code.values())
    for figure, row in zip(figures, told.rows, strict=True):
        value = by_code.get(compared.codes[figure.place].path) if figure.place >= 0 else None
        assert row[-2] == ("" if figure.place < 0 else number(value)) or (value is not None and "±" in row[-2])
        assert row[-2].startswith(number(value)) or value is None
    assert "5 corpora (statistical), seed 3" in dict(told.facts)["Gamma"]
    assert any("Mathet" in source for source in told.sources)


def test_the_page_names_the_codes_that_were_chosen(project):
    path = compare(project, Settings()).codes[0].path
    assert dict(page(project, codes=(path,)).facts)["Codes"].endswith(
        f"Chosen for this comparison: {' > '.join(path)}."
    )
    assert "Chosen for" not in dict(page(project).facts)["Codes"]


def test_the_page_of_ones_own_two_rounds_says_so(project):
    ana, document = project.ask(coder_named, "Ana"), project.ask(living_documents)[0].id
    project.act_as(ana)
    code = compare(project, Settings()).codes[0].id
    project.do(add_coding, document_id=document, code_id=code, span=Span(0, 3), round_=2)
    asked = Settings(coverage="coded")
    told = report_of(measure_gathered(project.ask(gather_rounds, asked, coder=ana, first=1, second=2)), "", "")
    assert told.paragraph.startswith("One coder coded ")
    assert "twice (Ana, round 1 and Ana, round 2)" in told.paragraph
    assert dict(told.facts)["Round and purpose"].startswith("Rounds 1 and 2;")


def test_training_and_decisions_are_told_as_the_project_has_them(project):
    ana = project.ask(coder_named, "Ana")
    project.do(assign, document_ids=[d.id for d in project.ask(living_documents)], coder_id=ana, purpose="training")
    for how in ("discussion", "discussion", "the lead"):
        project.do(decide, how=how)
    facts = dict(page(project).facts)
    assert facts["Training"] == "Assigned as training: Ana (2 documents). Training does not count here."
    assert facts["Disagreements"] == (
        "Disagreements were decided at 3 places: 2 by discussion and 1 by the lead (decided by Zoe)."
    )


def test_a_share_of_the_documents_is_told_as_a_share(tmp_path):
    entry = {**ENTRY, "assigned": [a for a in ENTRY["assigned"] if a["document"] == "b.txt" or a["coder"] == "Ana"]}
    with project_of(tmp_path / "half.intercoder", entry) as project:
        told = page(project)
    assert "coded 1 of 2 documents (50%)" in told.paragraph
    assert ("a.txt", "Zoe", "not assigned") in told.left_out or ("a.txt", "Zoe", "not finished") in told.left_out


def test_the_table_has_the_four_counts_and_the_figures_of_a_pair(project):
    told = page(project)
    rows = {row[0]: dict(zip(told.header, row, strict=True)) for row in told.rows}
    counts = ("Positives", "Both", "Only Ana", "Only Zoe", "Neither")
    assert [rows["Actor"][k] for k in counts] == ["2", "2", "0", "0", "5"]
    assert [rows["Actor › Provinces"][k] for k in counts] == ["1", "0", "1", "0", "6"]
    assert (rows["Actor"]["Alpha"], rows["Actor › Provinces"]["Positive agreement"]) == ("1.00", "0.00")
    assert "Never used" not in rows
    assert told.rows[-1][0] == "All codes, counts added"
    assert rows["All codes, counts added"]["SE of kappa"] == "–"


def test_characters_have_no_standard_error(project):
    told = page(project, unit="character")
    assert {row[told.header.index("SE of kappa")] for row in told.rows} == {"–"}
    assert any("neighbouring" in note for note in told.notes)


def test_a_missing_time_is_said_and_days_are_told(project):
    compared = compare(project, Settings())
    compared.facts = replace(compared.facts, started=None, finished=None)
    assert "no time is noted" in dict(report_of(compared, "", "").facts)["When"]
    compared.facts = Facts(started=datetime(2026, 3, 1, tzinfo=UTC), finished=datetime(2026, 4, 2, tzinfo=UTC))
    told = dict(report_of(compared, "", "").facts)["When"]
    assert told == "Coded from 2026-03-01 to 2026-04-02 (UTC), by the marks in the project."


def test_text_to_paste_has_every_fact_and_a_table_with_tabs(project):
    told = page(project)
    text = page_text(told)
    assert told.paragraph in text
    assert all(f"{what}: {words}" in text for what, words in told.facts)
    assert "\t".join(told.header) in text
    assert "Krippendorff, K. (2019)" in text


# -- files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".svg", ".xlsx", ".csv"])
def test_the_same_study_gives_the_same_bytes(project, tmp_path, suffix):
    for name in ("one", "two"):
        compared = compare(project, Settings(bootstrap=20))
        write_agreement(compared, compared.as_json("d", "s"), tmp_path / f"{name}{suffix}")
    assert suffix in KINDS
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def test_the_docx_is_a_whole_package_that_is_read_back(project, tmp_path):
    compared = compare(project, Settings())
    write_agreement(compared, compared.as_json("d1g357", "Intercoder 9"), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist()}
    assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"} <= set(parts)
    document = parts["word/document.xml"]
    for table in document.iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert {len(row.findall(f"{W}tc")) for row in rows} == {len(table.findall(f"{W}tblGrid/{W}gridCol"))}
    styles = {s.get(f"{W}styleId") for s in parts["word/styles.xml"].iter(f"{W}style")}
    used = {s.get(f"{W}val") for kind in ("pStyle", "tblStyle") for s in document.iter(f"{W}{kind}")}
    assert used <= styles
    read = read_docx((tmp_path / "a.docx").read_bytes())
    assert "2 coders (Ana and Zoe)" in read.text
    assert "All codes, counts added" in read.text


def test_any_words_fit_into_a_docx():
    document = TextDocument()
    document.table(("A", "B"), [("المدينة", "1"), ("a\x00<&>\ud800\n", "2")], numbers_from=1)
    out = io.BytesIO()
    document.save(out)
    body = etree.fromstring(zipfile.ZipFile(out).read("word/document.xml"))
    assert "".join(body.itertext()) == "ABالمدينة1a\ufffd<&>\ufffd\n2"
    turned = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert ["".join(p.itertext()) for p in turned] == ["المدينة"]


def test_the_picture_has_a_mark_for_every_used_code_where_its_alpha_is(project):
    told = page(project)
    root = ElementTree.fromstring(forest(told))
    used = [row for row in told.figures if row.used and row.alpha.value is not None]
    marks = [float(c.get("cx")) for c in root.iter(f"{SVG}circle")]
    assert len(marks) == len(used)
    values = sorted((row.alpha.value for row in used if row.place >= 0), reverse=True)
    slope = np.polyfit(values, marks[:-1], 1) if len(set(values)) > 1 else None
    if slope is not None:
        np.testing.assert_allclose(np.polyval(slope, values), marks[:-1], atol=0.1)
    words = [t.text for t in root.iter(f"{SVG}text")]
    assert {"Actor", "All codes, counts added", ".667", ".80", "Krippendorff’s alpha"} <= set(words)


def test_the_picture_says_where_alpha_has_no_value_and_goes_below_zero_where_it_must(project):
    told = page(project)
    row = told.figures[0]
    odd = replace(
        told,
        figures=(
            replace(row, alpha=Coefficient(None, undefined="why")), replace(row, alpha=Coefficient(-0.32, -0.5, 0.1)),
        ),
    )  # fmt: skip
    words = [t.text for t in ElementTree.fromstring(forest(odd)).iter(f"{SVG}text")]
    assert "no value" in words
    assert "−0.32 [−0.50, 0.10]" in words
    assert "−0.60" in words


def with_codes(told, n):
    above = ["Организация исследования", "Широкие жизненные обстоятельства респондентов"]
    rows = [replace(told.figures[0], place=i, name=PATH.join([*above, f"Щука {i} ЖЖЖ"])) for i in range(n)]
    return replace(told, figures=(*rows, *(row for row in told.figures if row.place < 0)))


def test_long_paths_stand_within_the_picture_with_the_whole_path_to_be_read(project):
    told = with_codes(page(project), 3)
    root = ElementTree.fromstring(forest(told))
    ends = [t for t in root.iter(f"{SVG}text") if t.get("text-anchor") == "end"]
    assert [t.text.rsplit(PATH, 1)[-1] for t in ends[:3]] == [f"Щука {i} ЖЖЖ" for i in range(3)]
    assert all(float(t.get("x")) - widest(t.text) > 0 for t in ends)
    titles = [t.text for t in root.iter(f"{SVG}title")]
    assert {row.name for row in told.figures if row.place >= 0} <= set(titles)


def test_three_hundred_codes_take_several_pages_each_with_the_axis(project):
    told = with_codes(page(project), 300)
    drawn = [ElementTree.fromstring(svg) for svg in forest_pages(told)]
    assert len(drawn) > 3
    words = [[t.text for t in root.iter(f"{SVG}text")] for root in drawn]
    assert all({".667", ".80", "1.00", f"{n} / {len(drawn)}"} <= set(page) for n, page in enumerate(words, 1))
    codes = [w.rsplit(PATH, 1)[-1] for page in words for w in page if PATH in w]
    assert codes == [f"Щука {i} ЖЖЖ" for i in range(300)]
    assert all(float(r.get("height")) <= float(r.get("width")) * 297 / 210 for r in drawn)


def test_few_codes_are_one_drawing(project):
    told = page(project)
    assert forest_pages(told) == [forest(told)]


def test_documents_and_the_page_have_sheets(project, tmp_path):
    compared = compare(project, Settings())
    told = compared.as_json("d1g357", "Intercoder 9")
    write_agreement(compared, told, tmp_path / "a.xlsx")
    sheets = sheets_of(tmp_path / "a.xlsx")
    words = {r["What"]: r["In words"] for r in records(sheets["Reliability"])}
    assert words["To paste"] == report_of(compared, "d1g357", "Intercoder 9").paragraph
    rows = records(sheets["Documents"])
    assert {r["Document"] for r in rows} == {"a.txt", "b.txt"}
    first = told["by_document"][0]
    row = next(r for r in rows if (r["Document"], r["Code"]) == (first["document"], "Actor"))
    value = first["codes"][0]["coefficients"]["alpha_nominal"]["value"]
    assert row["alpha_nominal"] == pytest.approx(value)
    codes = records(sheets["Codes"])
    assert codes[0]["SE of cohen_kappa"] == pytest.approx(told["codes"][0]["se"]["cohen_kappa"])
