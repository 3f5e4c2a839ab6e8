"""Numbers in rising order as short texts: those that follow each other are one range, as in 1-4 and 7."""

from collections.abc import Iterable, Iterator


def ranges_of(numbers: Iterable[int]) -> list[str]:
    """Write numbers as ranges."""
    return [f"{first}-{last}" if first < last else str(first) for first, last in _runs(numbers)]


def numbers_of(ranges: Iterable[str]) -> tuple[int, ...]:
    """Give the numbers of ranges."""
    ends = [each.partition("-") for each in ranges]
    return tuple(number for first, _, last in ends for number in range(int(first), int(last or first) + 1))


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for each in sorted(numbers):
        if last is not None and each == last + 1:
            last = each
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = each
    if first is not None and last is not None:
        yield first, last
