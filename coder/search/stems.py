"""Word forms: the language a text is in, and the stems of its words by Snowball's rules."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import regex

from coder.search.folding import Folding, fold

# What a word's script says, where the text's own language is written in another.
_OF_SCRIPT = (
    ("Cyrillic", "ru"), ("Latin", "en"), ("Arabic", "ar"), ("Greek", "el"), ("Hebrew", ""), ("Armenian", "hy"),
    ("Devanagari", "hi"), ("Tamil", "ta"),
)  # fmt: skip
_RULES = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip
_SCRIPT_OF = {"ru": "Cyrillic", "sr": "Cyrillic", "ar": "Arabic", "el": "Greek", "hy": "Armenian", "hi": "Devanagari",
              "ne": "Devanagari", "ta": "Tamil"}  # fmt: skip
_NAMES = {
    "arabic": "ar", "العربية": "ar", "german": "de", "deutsch": "de", "greek": "el", "english": "en", "spanish": "es",
    "español": "es", "french": "fr", "français": "fr", "italian": "it", "italiano": "it", "dutch": "nl",
    "nederlands": "nl", "portuguese": "pt", "português": "pt", "russian": "ru", "русский": "ru", "turkish": "tr",
    "türkçe": "tr", "swedish": "sv", "finnish": "fi", "hungarian": "hu", "romanian": "ro", "английский": "en",
    "немецкий": "de", "французский": "fr", "испанский": "es", "арабский": "ar", "nb": "no", "nn": "no",
}  # fmt: skip
# Words that betray a language; those of two languages at once are left out.
_COMMON = {
    "en": "the and of that with was were this from which have been they",
    "de": "und der das ist nicht mit ein eine wurde für auch sich dem auf",
    "fr": "les des est dans une qui pour pas sur avec sont cette aux été",
    "es": "los las del una que para por con está pero como más sus fue",
    "it": "che della sono una per gli con non del nel anche questo alla",
    "pt": "não uma que para dos com são mas foi pelo pela mais seu",
    "nl": "het een van niet zijn dat voor met werd ook maar naar",
    "tr": "bir ve bu için ile olarak daha olan değil gibi",
    "sv": "och att det som är inte för med till den var",
    "ro": "și este care pentru din cu fost sunt mai această",
}
_SEEN = 8000  # characters that tell a text's language
_LATIN_WORD = regex.compile(r"\p{Script=Latin}+")
_FOLDED = Folding(case=True, accents=False, yo=True, signs=True)


def language_named(said: str) -> str:
    """The language somebody wrote down ("ru", "en-GB", "German"), as two letters; "" if it is not known here."""
    said = said.strip().casefold()
    code = _NAMES.get(said, said[:2] if len(said) == 2 or said[2:3] in "-_" else "")
    return code if code in _RULES else _NAMES.get(code, "")


def language_of(text: str) -> str:
    """The language of a text written in Latin letters, by its commonest words, as two letters; else "".

    Other scripts are told word by word.
    """
    seen = {word.casefold() for word in _LATIN_WORD.findall(text[:_SEEN])}
    scores = {code: sum(word in seen for word in words.split()) for code, words in _COMMON.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= 2 else ""


def language_of_word(word: str, language: str) -> str:
    """The language whose rules hold for a word in a text of some language; "" if none here does."""
    for script, usual in _OF_SCRIPT:
        if regex.search(rf"\p{{Script={script}}}", word):
            return language if language and _SCRIPT_OF.get(language, "Latin") == script else usual
    return ""


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """What the forms of a word have in common; the folded word itself where no rules are known."""
    plain = unicodedata.normalize("NFC", fold(word, _FOLDED))
    if not language:
        return plain
    return unicodedata.normalize("NFC", fold(_stemmer(language)(plain), _FOLDED))


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    import snowballstemmer  # its tables are large: only once they are wanted

    made: Any = snowballstemmer.stemmer(_RULES[language])
    rule: Callable[[str], str] = made.stemWord
    return rule


def common_start(word: str, language: str) -> str:
    """The letters, folded without accents, with which all forms of a word begin, as far as rules know; may be ""."""
    how = Folding(accents=True)
    one, other = fold(word, how), fold(stem(word, language), how)
    n = 0
    while n < min(len(one), len(other)) and one[n] == other[n]:
        n += 1
    return one[:n] if n <= 3 else one[: n - 1]
