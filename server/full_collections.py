"""When Python's collector looks through all objects: while few are alive, and through each only once.

It stops all threads for as long as it looks. By itself it looks when objects have become many, so just while the rows
of a large question are alive: fifteen cubes had 390,000, and each look took 150 ms of a processor and found nothing to
free. Its looks at young objects are short, and stay as they are. Next to four cubes one look in two met their rows, and
took 40 times as long as between them. So no look is due while such rows are alive.

What looks leave is alive, most of it in caches: documents, plans, requests. They were 300,000 objects after many
different documents, and each look at them took 200 ms. So when they are many they are set apart, and not looked through
again; what a cache drops is freed all the same, as nothing refers to it. Only what refers to itself in a ring is not,
and when that may be much the collector looks through everything once.
"""

import asyncio
import contextlib
import gc
import sys
import time
from collections import deque
from collections.abc import AsyncIterator

from graph.collector import large_answers, times_set_apart

# The collector itself never gets so far.
NEVER = 2**31 - 1
# Often enough: next to new documents, what is made in a tenth of a second takes 40 ms to look through.
EVERY_S = 0.03
# In looks at objects of middle age since the last at all. The collector itself waits for 10, by when those to look
# through took 40 ms on a busy machine.
DUE, OVERDUE = 6, 2_000
# Blocks of memory more than there were at the fewest of late: some 80,000 objects, which are looked through in 15 ms.
# The objects must not be listed: a tuple that another thread is just making breaks off when it is among them.
FEW = 240_000
# Blocks more than when survivors were last set apart: 13,000 objects, which cost each look 3 ms more. Setting apart
# after each look would keep what requests under way refer to, and one that leaves a ring would not be freed.
SET_APART = 40_000
# Processor time of a look that went through some 30,000 objects. Where caches replace what they hold, there are as many
# blocks as before, but what is new was never set apart: next to clients that leave, looks grew to 58 ms.
LONG_S = 0.01
# Of late: five seconds. Not since the last look: what came to stay meanwhile, such as a directory read anew, would
# put off every look from then on until it is overdue, and that one would take a second.
RECENT = int(5 / EVERY_S)
# Blocks of memory more than after the last look through everything: 150 MB. They are counted in no time, while to
# count the frozen objects holds the loop for 100 ms.
MANY = 2_000_000


@contextlib.asynccontextmanager
async def timely_full_collections() -> AsyncIterator[None]:
    """Look through all objects only when few are alive, as long as the block lasts."""
    before = gc.get_threshold()
    gc.set_threshold(*before[:2], NEVER)
    task = asyncio.create_task(_collect_in_time(), name="full collections")
    try:
        yield
    finally:
        task.cancel()
        gc.set_threshold(*before)


async def _collect_in_time() -> None:
    collections = FullCollections()
    while True:
        await asyncio.sleep(EVERY_S)
        collections.collect_if_due()


class FullCollections:
    """Looks through what was made since its last look."""

    def __init__(self) -> None:
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._times_set_apart = times_set_apart()
        self._blocks = self._set_apart = sys.getallocatedblocks()
        self._recent = deque((self._blocks,), RECENT)

    def collect_if_due(self) -> bool:
        """Look, if that is due and would be short; if it is long overdue in any case."""
        if self._times_set_apart != times_set_apart():
            self._begin_anew()
        looks, blocks = gc.get_count()[2], sys.getallocatedblocks()
        are_many = large_answers() > 0
        if not are_many:
            self._recent.append(blocks)
            are_many = blocks > min(self._recent) + FEW
        if looks < DUE or (are_many and looks < OVERDUE):
            return False
        before_s = time.thread_time()
        gc.collect()
        was_long = time.thread_time() - before_s > LONG_S
        left = sys.getallocatedblocks()
        # What caches dropped since makes no room for new survivors that each look goes through.
        self._set_apart = min(self._set_apart, left)
        if looks < OVERDUE and left > self._blocks + MANY:
            self._look_through_everything()
        elif was_long or left > self._set_apart + SET_APART:
            gc.freeze()
            self._set_apart = left
        self._recent.clear()
        self._recent.append(sys.getallocatedblocks())
        return True

    def _look_through_everything(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._blocks = self._set_apart = sys.getallocatedblocks()
