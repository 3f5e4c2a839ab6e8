"""What was made before and may be asked for again, within a number and a size: texts, plans, requests."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

# One value takes at most this part of the whole, so that it cannot push out all others.
LARGEST_PART = 8


class Recent(Generic[Key, Value]):
    """Values by key, the least recently used forgotten first.

    Sizes are estimates in bytes by whoever puts a value in: to measure one would cost more than to make it.
    """

    def __init__(self, most: int, largest_bytes: int) -> None:
        self._most = most
        self._largest_bytes = largest_bytes
        self._kept: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self.size = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key) -> Value | None:
        """Give the value of a key, if it is still kept."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def put(self, key: Key, value: Value, size: int) -> None:
        """Keep a value, unless it is too large beside the others."""
        self.size -= self._kept.pop(key, (None, 0))[1]
        if size > self._largest_bytes // LARGEST_PART:
            return
        self._kept[key] = value, size
        self.size += size
        while self.size > self._largest_bytes or len(self._kept) > self._most:
            _, (_, forgotten) = self._kept.popitem(last=False)
            self.size -= forgotten
