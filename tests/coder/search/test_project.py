"""Finding over a project, hits made ready to be coded, coding them in one act, key-word lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from coder.codebook import add_code
from coder.coders import add_coder
from coder.coding import add_coding, code_passages, remove_codings, stretch_coding
from coder.documents import add_documents, remove_document, set_variable, variables_of
from coder.errors import Cancelled, CodingError, SearchError, UnknownThing
from coder.history import audit_trail
from coder.importers import Source
from coder.models import Coding
from coder.project import Project
from coder.search.finding import Found, find_all
from coder.search.lists import KeyWords, remove_word_list, save_word_list, word_lists
from coder.search.matching import Query
from coder.search.review import passages_of
from coder.search.stems import language_named, language_of
from coder.segment_list import shown_segments
from coder.spans import Span

DECREE = "The governor pays. A fund of the\nprovince pays, and pays again.\n\nГубернатор платит. 👩‍🚀 pays."
LETTER = "Sie zahlen. Häuser und das Haus sind nicht für die Armee.\nNobody pays."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "s.intercoder", title="S", lead="Ana") as project:
        project.do(add_documents, [Source(n, t, "txt", t.encode()) for n, t in (("d", DECREE), ("l", LETTER))])
        yield project


@pytest.fixture
def code(project: Project) -> UUID:
    return project.do(add_code, name="Pay").value


def find(project: Project, words: str, kind: str = "text", **how: object) -> Found:
    return project.ask(find_all, sought=Query(words, kind), **how)  # type: ignore[arg-type]


def coded(project: Project) -> list[tuple[str, str]]:
    return [(s.document, s.quote) for s in project.ask(shown_segments)]


# finding


def test_hits_stand_by_document_and_place_with_exact_spans(project: Project) -> None:
    found = find(project, "pays")
    texts = {"d": DECREE, "l": LETTER}
    assert [hit.document for hit in found.hits] == ["d", "d", "d", "d", "l"]
    assert all(hit.span.quote(texts[hit.document]) == "pays" for hit in found.hits)
    assert (found.total, sorted(found.counts.values()), found.searched) == (5, [1, 4], 2)


def test_a_hit_is_shown_in_one_line_with_what_stands_around_it(project: Project) -> None:
    (hit,) = find(project, "the province").hits
    assert (hit.before, hit.words, hit.after[:6]) == ("The governor pays. A fund of ", "the province", " pays,")


def test_hits_beyond_those_kept_are_counted(project: Project) -> None:
    found = find(project, "pays", keep=2)
    assert (len(found.hits), found.total, found.left_out) == (2, 5, 3)


def test_removed_documents_are_not_searched(project: Project) -> None:
    (first, *_) = find(project, "governor").hits
    project.do(remove_document, document_id=first.document_id)
    assert find(project, "governor").total == 0


def test_only_chosen_documents_are_searched(project: Project) -> None:
    letter = find(project, "Nobody").hits[0].document_id
    assert find(project, "pays", documents=[letter]).total == 1


def test_a_search_can_be_stopped_between_documents(project: Project) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        find(project, "pays", tick=stop)


def test_the_language_of_forms_is_told_by_the_text(project: Project) -> None:
    assert [hit.words for hit in find(project, "Haus", "forms").hits] == ["Häuser", "Haus"]


def test_a_variable_says_the_language_before_the_text_does(project: Project) -> None:
    source = Source("v", "Häuser", "txt", b"v", variables={"Language": "fr"})
    project.do(add_documents, [source])
    (variable,) = project.ask(variables_of)
    document = find(project, "Häuser").hits[-1].document_id
    assert "v" not in {hit.document for hit in find(project, "Haus", "forms").hits}
    project.do(set_variable, document_id=document, variable_id=variable.id, value="German")
    assert "v" in {hit.document for hit in find(project, "Haus", "forms").hits}


@pytest.mark.parametrize(
    ("said", "code"),
    [("ru", "ru"), ("en-GB", "en"), ("German", "de"), ("Русский", "ru"), ("", ""), ("Klingon", ""), ("zh", "")],
)
def test_languages_by_name(said: str, code: str) -> None:
    assert language_named(said) == code


def test_a_text_without_common_words_has_no_language() -> None:
    assert (language_of("Ostrel 1924"), language_of("The army and the fund of the province")) == ("", "en")


# passages


def test_two_hits_in_one_sentence_are_one_passage(project: Project) -> None:
    hits = find(project, "pays").hits
    made = project.ask(passages_of, hits=hits, extent="sentence")
    assert [(p.quote, p.n_hits) for p in made] == [
        ("The governor pays.", 1), ("province pays, and pays again.", 2), ("Губернатор платит. 👩‍🚀 pays.", 1),
        ("Nobody pays.", 1),
    ]  # fmt: skip


def test_paragraphs_are_whole_lines(project: Project) -> None:
    (hit,) = find(project, "Губернатор").hits
    (passage,) = project.ask(passages_of, hits=[hit], extent="paragraph")
    assert passage.quote == "Губернатор платит. 👩‍🚀 pays."


def test_a_passage_never_cuts_a_grapheme(project: Project) -> None:
    (hit,) = find(project, "👩").hits
    (passage,) = project.ask(passages_of, hits=[hit])
    assert passage.quote == "👩‍🚀"


def test_what_one_coded_so_already_is_told_also_within_a_longer_passage(project: Project, code: UUID) -> None:
    hits = find(project, "pays").hits
    document = hits[0].document_id
    project.do(add_coding, document_id=document, code_id=code, span=Span(0, 18))
    other = project.do(add_coder, name="Ben").value
    mine = project.ask(passages_of, hits=hits, code_id=code, coder_id=project.coder_id)
    assert [p.coded for p in mine] == [True, False, False, False, False]
    assert not any(p.coded for p in project.ask(passages_of, hits=hits, code_id=code, coder_id=other))


# coding them


def test_many_passages_are_coded_in_one_act_that_one_undo_takes_back(project: Project, code: UUID) -> None:
    hits = find(project, "pays").hits
    done = project.do(code_passages, code_id=code, passages=[(h.document_id, h.span) for h in hits])
    assert done.value == 5
    assert coded(project) == [("d", "pays")] * 4 + [("l", "pays")]
    assert project.ask(audit_trail)[-1].words == "Coded 5 passages with “Pay”"
    project.undo()
    assert coded(project) == []
    project.redo()
    assert len(coded(project)) == 5


def test_coding_many_makes_the_same_rows_as_coding_each(project: Project, code: UUID) -> None:
    hits = find(project, "pays").hits
    project.do(code_passages, code_id=code, passages=[(h.document_id, h.span) for h in hits])
    ids = {s.id for s in project.ask(shown_segments)}
    project.undo()
    singly = {
        project.do(add_coding, document_id=h.document_id, code_id=code, span=h.span, quote=h.words).value for h in hits
    }
    assert ids == singly


def test_passages_coded_so_already_are_passed_over(project: Project, code: UUID) -> None:
    passages = [(h.document_id, h.span) for h in find(project, "pays").hits]
    project.do(code_passages, code_id=code, passages=passages[:2])
    assert project.do(code_passages, code_id=code, passages=[*passages, passages[0]]).value == 3
    assert project.do(code_passages, code_id=code, passages=passages).change is None


def test_removed_codings_come_back_and_moved_ones_make_room(project: Project, code: UUID) -> None:
    passages = [(h.document_id, h.span) for h in find(project, "pays").hits]
    project.do(code_passages, code_id=code, passages=passages)
    first, second, *_ = [s.id for s in project.ask(shown_segments)]
    project.do(remove_codings, coding_ids=[first])
    project.do(stretch_coding, coding_id=second, span=Span(40, 51))
    assert project.do(code_passages, code_id=code, passages=passages).value == 2
    assert len(project.ask(shown_segments)) == 6
    assert first in {s.id for s in project.ask(shown_segments)}


@pytest.mark.parametrize("span", [Span(5, 5), Span(-1, 3), Span(0, 10_000)])
def test_a_passage_outside_the_text_codes_nothing_at_all(project: Project, code: UUID, span: Span) -> None:
    document = find(project, "pays").hits[0].document_id
    with pytest.raises(CodingError):
        project.do(code_passages, code_id=code, passages=[(document, Span(0, 3)), (document, span)])
    assert project.ask(lambda s: s.get(Coding, document)) is None
    assert coded(project) == []


def test_a_code_for_documents_is_refused(project: Project) -> None:
    whole = project.do(add_code, name="Stance", scope="document").value
    document = find(project, "pays").hits[0].document_id
    with pytest.raises(CodingError):
        project.do(code_passages, code_id=whole, passages=[(document, Span(0, 3))])


# key-word lists


def test_a_list_is_kept_changed_removed_and_brought_back(project: Project) -> None:
    made = project.do(save_word_list, name=" Money ", words=["pay*", " the  fund ", "pay*", ""]).value
    (kept,) = project.ask(word_lists)
    assert (kept.id, kept.name, kept.words) == (made, "Money", ("pay*", "the fund"))
    project.do(save_word_list, name="Cash", words=["pay*"], list_id=made)
    assert [(known.name, known.words) for known in project.ask(word_lists)] == [("Cash", ("pay*",))]
    project.do(remove_word_list, list_id=made)
    assert project.ask(word_lists) == []
    project.undo()
    assert [known.name for known in project.ask(word_lists)] == ["Cash"]


@pytest.mark.parametrize(("name", "words"), [("", ["a"]), ("A", []), ("A", [" ", "*"])])
def test_a_list_has_a_name_and_words(project: Project, name: str, words: list[str]) -> None:
    with pytest.raises(SearchError):
        project.do(save_word_list, name=name, words=words)


def test_a_list_cannot_take_the_name_of_another(project: Project) -> None:
    project.do(save_word_list, name="A", words=["a"])
    other = project.do(save_word_list, name="B", words=["b"]).value
    with pytest.raises(SearchError, match="already"):
        project.do(save_word_list, name="A", words=["b"], list_id=other)


def test_removing_a_list_twice_is_told(project: Project) -> None:
    made = project.do(save_word_list, name="A", words=["a"]).value
    project.do(remove_word_list, list_id=made)
    with pytest.raises(UnknownThing):
        project.do(remove_word_list, list_id=made)


def test_key_words_are_the_words_that_a_search_for_the_list_finds(project: Project) -> None:
    project.do(save_word_list, name="A", words=["pay*", "the province", "губернатор", "👩‍🚀"])
    (known,) = project.ask(word_lists)
    document = find(project, "governor").hits[0].document_id
    searched = project.ask(find_all, sought=known.query, documents=[document])
    assert KeyWords([known]).within(DECREE, 0, len(DECREE)) == [hit.span for hit in searched.hits]
    assert len(searched.hits) == 7
    assert not KeyWords([])
