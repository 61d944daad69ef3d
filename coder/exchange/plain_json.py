"""JSON from other hands, read so that nothing of it is lost unsaid and everything in it can be stored."""

from __future__ import annotations

import json
import re
from typing import Any

from coder.errors import ExchangeError
from coder.sentences import sentence

_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def whole_object(data: bytes, name: str, warnings: list[str]) -> dict[str, Any]:
    """The one JSON object that a file holds; a key that stands twice is told in `warnings`.

    Raises ExchangeError for bytes that are not UTF-8, not whole JSON, or no object.
    """
    twice: dict[str, None] = {}

    def no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        entry = dict(pairs)
        if len(entry) < len(pairs):
            keys = [key for key, _ in pairs]
            twice.update((key, None) for key in entry if keys.count(key) > 1)
        return entry

    try:
        text = data.decode("utf-8-sig")
        top = json.loads(text, object_pairs_hook=no_key_twice)
        if _ESCAPED_SURROGATE.search(text):
            top = _without_surrogates(top)
    except UnicodeDecodeError as error:
        raise ExchangeError(sentence("“{name}” is not UTF-8.", name=name), "Save it as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise ExchangeError(sentence("“{name}” is not whole JSON: {error}.", name=name, error=error)) from error
    if not isinstance(top, dict):
        raise ExchangeError(sentence("“{name}” does not hold one JSON object.", name=name))
    for key in twice:
        warnings.append(
            sentence("“{name}”: “{key}” stands twice in one entry; the last one was taken.", name=name, key=key)
        )
    return top


def _without_surrogates(value: Any) -> Any:
    """The value with U+FFFD for each lone surrogate, which no file can hold; lengths, so positions, stay."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(v) for v in value]
    if isinstance(value, dict):
        return {_without_surrogates(k): _without_surrogates(v) for k, v in value.items()}
    return value
