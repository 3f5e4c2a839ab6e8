"""The plans of the documents that were looked at last: a look with other corrections does not read a document again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from interchange.training_plan_imports.confirmed_plans import PlanDocument

# Few are corrected at a time, and each may hold thousands of lines.
_DOCUMENTS_LARGEST = 4


class KeptPlans:
    """Keeps plans in memory by what they were read from; the one that was asked for least recently goes first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, PlanDocument] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Hashable, read: Callable[[], PlanDocument]) -> PlanDocument:
        """Give the plans of a key; what ``read`` raises is raised, and nothing is kept then."""
        with self._lock:
            if (kept := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return kept
        found = read()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > _DOCUMENTS_LARGEST:
                self._kept.popitem(last=False)
        return found
