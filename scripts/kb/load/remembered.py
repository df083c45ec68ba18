"""What is made of a text once and asked for often: by several rules, and by the next look at it.

Whoever serves or checks again and again reads anew only what has changed. What is given out is
read, never written to.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import TypeVar

T = TypeVar("T")
_MOST = 16_384
"""Above the number of pages of any site: rules ask for one page after the other, and a smaller
memory would have forgotten each when the next rule asks."""
_remembering: list[_lru_cache_wrapper[object]] = []


def remembered(function: Callable[..., T]) -> _lru_cache_wrapper[T]:
    """`function`, which keeps what it has returned until `forget` is called."""
    keeping = lru_cache(maxsize=_MOST)(function)
    _remembering.append(keeping)
    return keeping


def forget() -> None:
    """Give the memory back: a build that is run once needs nothing of it after the check."""
    for keeping in _remembering:
        keeping.cache_clear()
