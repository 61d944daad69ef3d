"""Which language a text is written in, said only when it is sure: by script, by letters, by small words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_SAMPLE = 20_000
_FEWEST = 40  # letters; less tells nothing
SURE = 0.8

_SCRIPTS = {
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "arabic": re.compile("[\u0620-\u064a\u066e-\u06d3]"),
    "hebrew": re.compile("[\u05d0-\u05ea]"),
    "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "han": re.compile("[\u3400-\u9fff]"),
    "kana": re.compile("[\u3041-\u30ff]"),
    "hangul": re.compile("[\uac00-\ud7a3]"),
    "armenian": re.compile("[\u0531-\u0587]"),
    "georgian": re.compile("[\u10d0-\u10fa]"),
    "thai": re.compile("[\u0e01-\u0e4e]"),
}
_ONE_LANGUAGE = {"hebrew": "he", "greek": "el", "hangul": "ko", "armenian": "hy", "georgian": "ka", "thai": "th"}

# The commonest small words of each; a word that several share counts for each of them.
_SMALL = {
    "latin": {
        "en": "the of and to in is that it was for with as his on be at by this had not are but from or have an they",
        "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus",
        "fr": "le la les de des du et à en un une que qui dans pour pas au sur est il ne se ce avec sont par plus aux",
        "es": "el la los las de y que en un una por con no para se del al es lo como más su sus pero fue ha este",
        "it": "il lo la gli le di e che in un una per con non del della dei si è al alla da come più sono ma anche nel",
        "pt": "o a os as de e que em um uma por com não para se do da dos das no na ao é mais como foi mas seu sua",
        "nl": "de het een en van in is dat op te met voor zijn niet aan er om ook als dan maar bij uit naar worden",
        "pl": "i w na z do się nie że to jest o jak po co ale od za przez przy dla są jego tym tego które który oraz",
        "cs": "a v na se je že s z do o to i jako za od po jsou by ale které který také pro při jeho nebo podle bylo",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra en ne ama o var değil ancak göre her",
        "sv": "och att det i en som på är av för med den till inte om ett har de var han från men vi så kan",
        "ro": "și în de la a cu pe nu că este o un din pentru care mai sau au fost prin al ale sunt ca să lui",
        "hu": "a az és hogy nem is egy ez meg de csak el van volt mint már ha még vagy azt ki amely után szerint",
        "fi": "ja on ei se että oli hän mutta ovat myös kun niin joka sen tai kuin ole olla sekä jos nyt vain mukaan",
        "id": "yang dan di dari untuk dengan ini itu pada tidak adalah ke dalam akan oleh juga karena ada sebagai atau",
    },
    "cyrillic": {
        "ru": "и в не на что с по как это он к но за из у от о для так же все его был было который только еще или мы",
        "uk": "і в не на що з та як це він до але за із у від про для так же все його був було який тільки ще або ми",
        "bg": "и в не на че с по как това той към но за от са до при се да ще е има или който само още което във със",
        "sr": "и у не на да с по као то он за из од о је су се али или који само још које би што са због након",
        "be": "і у не на што з па як гэта ён да але за з ад аб для так жа усе яго быў было які толькі яшчэ або мы",
        "kk": "және мен бұл үшін да де деп бір ол осы болып еді керек сол бар жоқ туралы кейін дейін оның ғана",
    },
    "arabic": {
        "ar": "في من على إلى أن التي الذي هذا هذه عن مع لا ما كان بعد قد كل بين و أو لم كما",
        "fa": "در به از که این را با است برای آن بر یک تا خود هم شد شده می و یا اما نیز",
        "ur": "کے میں کی ہے اور سے کا کو اس نے پر کہ یہ ہیں بھی ایک تھا نہیں جو لیے",
    },
}  # fmt: skip
# Letters that settle it: those of one language, and those that it does not have.
_LETTERS = {
    "ru": ("ыэё", "іїєґўјљњћђқғңұһә"), "uk": ("їєґ", "ыэёўъјљњћђ"), "be": ("ў", "иїєґщъ"), "bg": ("", "ыэёіїєґўј"),
    "sr": ("јљњћђџ", "ыэёъьіїєґўщйюя"), "kk": ("қғңұһә", "їєґў"), "ar": ("ةأإى", "پچژگ"), "fa": ("پچژگ", "ٹڈڑںے"),
    "ur": ("ٹڈڑںے", "ةأإ"), "de": ("ß", "ãõñçșț"), "pl": ("łżźśćńęą", "äöüßñ"), "cs": ("ěřů", "äöüßñ"),
    "tr": ("ğış", "ßñ"), "es": ("ñ¿", "ßãõ"), "pt": ("ãõ", "ßñ"), "ro": ("șță", "ßñ"), "hu": ("őű", "ßñ"),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Language:
    """code: ISO 639-1. confidence: from 0 to 1, of how far ahead of the next one it is."""

    code: str
    confidence: float


def language_of(text: str) -> Language | None:
    """The language of most of the text; None where there is too little of it, or nothing is known of its script."""
    sample = text[:_SAMPLE].casefold()
    letters = Counter({script: len(shape.findall(sample)) for script, shape in _SCRIPTS.items()})
    total = sum(letters.values())
    if letters["kana"] * 20 > letters["han"] + letters["kana"]:
        letters["kana"] += letters.pop("han")
    script, most = letters.most_common(1)[0]
    if script in ("han", "kana"):
        return Language("zh" if script == "han" else "ja", most / total) if total >= _FEWEST / 4 else None
    if total < _FEWEST:
        return None
    of_all = most / total
    if script in _ONE_LANGUAGE:
        return Language(_ONE_LANGUAGE[script], of_all)
    found = _by_words(sample, _SMALL[script], script)
    return Language(found.code, found.confidence * of_all) if found else None


def _by_words(sample: str, languages: dict[str, str], script: str) -> Language | None:
    words = [word for word in _WORD.findall(sample) if _SCRIPTS[script].match(word)]
    counts, letters = Counter(words), Counter(sample)
    scores: Counter[str] = Counter()
    for code, small in languages.items():
        hits = sum(counts[word] for word in small.split())
        own, foreign = _LETTERS.get(code, ("", ""))
        marked = sum(letters[c] for c in own) - 2 * sum(letters[c] for c in foreign)
        scores[code] = max(0, 10 * hits + 5 * marked)
    (best, first), (_, second) = scores.most_common(2)
    if first < 10 * max(3, len(words) * 0.06):  # in running text every sixth word or more is a small one
        return None
    return Language(best, min(1.0, 1 - 0.6 * second / first if second * 1.25 < first else 0.4))
