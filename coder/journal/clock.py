"""A hybrid logical clock: wall time where it can, one more than what was seen where it must."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_COUNTER_BITS = 16
AHEAD = timedelta(days=1)  # a change dated further ahead than this is told


def tick(now: datetime, latest: int) -> int:
    """The clock of a change made now in a file whose latest change has the clock `latest` (0: none)."""
    return max(int(now.timestamp() * 1000) << _COUNTER_BITS, latest + 1)


def wall_time(clock: int) -> datetime:
    """The moment that a clock value stands for, in UTC."""
    seconds = (clock >> _COUNTER_BITS) / 1000
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.max.replace(tzinfo=UTC)


def is_ahead(clock: int, now: datetime) -> bool:
    """Whether the change is dated more than a day after now: somebody's clock is wrong."""
    return wall_time(clock) > now + AHEAD
