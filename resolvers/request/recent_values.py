"""What was made before and may be asked for again, within a number and a size: texts, plans, requests, answers."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# One value takes at most this part of the whole, so that it cannot push out all others.
LARGEST_PART = 8


class RecentValues(Generic[K, V]):
    """Values by key, the least recently used forgotten first.

    Sizes are estimates in bytes by who puts a value in: to measure one would cost more than to make it. Threads
    may share it.
    """

    def __init__(self, largest_bytes: int, most: int | None = None) -> None:
        self._largest_bytes = largest_bytes
        self._most = most
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: K) -> bool:
        return key in self._kept

    def peek(self, key: K) -> V | None:
        """Give the value of a key, if it is still kept; that is no use of it."""
        found = self._kept.get(key)
        return found[0] if found else None

    def get(self, key: K) -> V | None:
        """Give the value of a key, if it is still kept, and count it as used."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def put(self, key: K, value: V, size: int) -> None:
        """Keep a value, unless it is too large next to the others."""
        with self._lock:
            self.size -= self._kept.pop(key, (None, 0))[1]
            if size > self._largest_bytes // LARGEST_PART:
                return
            self._kept[key] = value, size
            self.size += size
            while self.size > self._largest_bytes or (self._most is not None and len(self._kept) > self._most):
                _, (_, forgotten) = self._kept.popitem(last=False)
                self.size -= forgotten
