"""Names give way to pseudonyms, and the marks on the text stay on their words."""

from hypothesis import given
from hypothesis import strategies as st

from coder.importers.pseudonyms import pseudonyms, without_names
from coder.importers.source import Mark, Source

LISTED = pseudonyms([("Ana", "Person 1"), ("Иванов", "П2"), ("Ben Li", "X")])
_WORDS = st.lists(st.sampled_from(["Ana", "иванов", "Ben Li", "walks", "Anabel", "дом", "🙂"]), min_size=1, max_size=12)
_NEW = {"Ana": "Person 1", "иванов": "П2", "Ben Li": "X"}


@given(_WORDS, st.data())
def test_a_mark_on_a_word_lies_on_what_took_its_place(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join([*words[:at], ""])) if at else 0
    source = Source("n", " ".join(words), "txt", b"", (Mark("bold", start, start + len(words[at])),))
    new, told = without_names(source, LISTED)
    assert new.text == " ".join(_NEW.get(word, word) for word in words)
    assert [new.text[m.start : m.end] for m in new.structure] == [_NEW.get(words[at], words[at])]
    assert all(new.text[place.start : place.end] == place.pseudonym for place in told)
