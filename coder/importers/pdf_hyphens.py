"""Words that are written with a hyphen, in the languages met most: at a line's end theirs is no sign of a break."""

from __future__ import annotations

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What stands before the hyphen of such words and hardly ever begins a word written as one.
_FIRST = _words(
    "self well so long short high low part full cross counter quasi pro vice decision policy evidence rule law "
    "semi socio old peut est grand allemand franco anglo russo sino euro "
    "общественно социально политико экономико финансово научно культурно историко морально материально учебно "
    "организационно административно хозяйственно торгово северо юго западно восточно кредитно нормативно "
    "информационно духовно лечебно налогово жилищно уголовно гражданско российско советско американо англо "
    "суспільно соціально політико економіко фінансово науково культурно історико північно південно"
)  # fmt: skip
_WHOLE = _words(
    "so-called long-term short-term mid-term high-level low-level part-time full-time well-known well-being "
    "decision-making policy-making law-making rule-making cross-border cross-national counter-terrorism "
    "old-fashioned old-age pro-government pro-war pro-russian semi-official semi-structured evidence-based "
    "rule-based peut-être est-ce grand-mère grand-père c'est-à-dire vis-à-vis follow-up face-to-face one-off "
    "up-to-date по-русски по-прежнему по-видимому по-моему по-своему по-другому по-разному во-первых во-вторых "
    "в-третьих из-за из-под кое-кто кое-что кое-где кое-как кое-какие все-таки всё-таки точь-в-точь какой-то"
)
# These are parts of plain words too ("long-itude"): they keep their hyphen in the words listed whole only.
_LISTED_ONLY = _words(
    "so long short high low part full cross counter pro vice decision policy rule law semi old est grand euro"
)
_ASKING = re.compile(r"(?:кто|кого|кому|кем|ком|что|чего|чему|чем|где|когда|как|куда|откуда|почему|зачем|сколько|"
                     r"как(?:ой|ая|ое|ие|ого|ому|их|ими|им|ую)|чей|чья|чьё|чьи)")  # fmt: skip
_AFTER = frozenset(("то", "либо", "нибудь"))


def keeps_hyphen(tail: str, head: str) -> bool:
    """Is a word whose parts stand before and after a hyphen at a line's end written with it?"""
    first, second = tail.casefold(), head.casefold()
    if f"{first}-{second}" in _WHOLE:
        return True
    if second in _AFTER and _ASKING.fullmatch(first):
        return True
    return first in _FIRST and first not in _LISTED_ONLY
