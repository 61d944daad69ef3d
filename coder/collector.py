"""Very many rows at once, without the garbage collector walking over all of them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """The cyclic collector rests; rows of a file hold no cycles, and half of the time would go into looking for them.

    It is as it was afterwards, also where it rested before.
    """
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()
