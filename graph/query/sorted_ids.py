"""Ids in their order, of which a change copies a small part.

A directory is never changed in place, as others read it meanwhile. To copy the 200,000 ids of the alignments of a large
graph for each proposal took a process a millisecond or three, and the caches of its processor.
"""

import bisect
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain

# Ids that stand together in a block; one that has grown to twice as many is parted.
IN_A_BLOCK = 512


class SortedIds:
    """Different ids in the order of characters."""

    def __init__(self, ordered: Iterable[str] = ()) -> None:
        found = list(ordered)
        self._set([found[start : start + IN_A_BLOCK] for start in range(0, len(found), IN_A_BLOCK)])

    def _set(self, blocks: list[list[str]]) -> None:
        self._blocks = blocks
        self._lasts = [each[-1] for each in blocks]
        # The place of the first id of each block, and after them how many ids there are.
        self._starts = [0, *accumulate(map(len, blocks))]

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self._blocks)

    def __contains__(self, node_id: str) -> bool:
        number = bisect.bisect_left(self._lasts, node_id)
        return number < len(self._blocks) and _has(self._blocks[number], node_id)

    def place(self, node_id: str) -> int:
        """Give how many ids stand before this one, which need not be among them."""
        number = bisect.bisect_left(self._lasts, node_id)
        inside = bisect.bisect_left(self._blocks[number], node_id) if number < len(self._blocks) else 0
        return self._starts[number] + inside

    def since(self, place: int) -> Iterator[str]:
        """Give the ids from a place on."""
        number = bisect.bisect_right(self._starts, place) - 1
        if number < len(self._blocks):
            yield from self._blocks[number][place - self._starts[number] :]
            yield from chain.from_iterable(self._blocks[number + 1 :])

    def changed(self, changes: Mapping[str, object | None]) -> "SortedIds":
        """Give the ids with those that have something, and without those that have nothing."""
        blocks, lasts = list(self._blocks), list(self._lasts)
        for node_id, entry in changes.items():
            number = min(bisect.bisect_left(lasts, node_id), max(0, len(blocks) - 1))
            block = blocks[number] if blocks else []
            if bool(entry) != _has(block, node_id):
                made = _parted(_without(block, node_id) if not entry else _with(block, node_id))
                blocks[number : number + 1] = made
                lasts[number : number + 1] = [each[-1] for each in made]
        found = SortedIds()
        found._set(blocks)
        return found


def _has(block: list[str], node_id: str) -> bool:
    place = bisect.bisect_left(block, node_id)
    return place < len(block) and block[place] == node_id


def _with(block: list[str], node_id: str) -> list[str]:
    place = bisect.bisect_left(block, node_id)
    return [*block[:place], node_id, *block[place:]]


def _without(block: list[str], node_id: str) -> list[str]:
    place = bisect.bisect_left(block, node_id)
    return [*block[:place], *block[place + 1 :]]


def _parted(block: list[str]) -> list[list[str]]:
    """Give a block as one, as two where it has grown too large, or as none where it is empty."""
    if len(block) < 2 * IN_A_BLOCK:
        return [block] if block else []
    return [block[:IN_A_BLOCK], block[IN_A_BLOCK:]]
