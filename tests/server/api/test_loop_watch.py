"""What holds the loop is measured in processor time of its thread; what only keeps it waiting is not held against it."""

import asyncio
import time

from server.api.loop_watch import EVERY_S, Hold, LoopWatch

LONG_S = 0.06


async def holds_of(work) -> list[Hold]:
    """Let a callback of the loop do this, and give what was observed of it."""
    found: list[Hold] = []
    watch = LoopWatch(found.append)
    watch.start()
    asyncio.get_running_loop().call_soon(work)
    while not any(each.late_s >= LONG_S / 2 for each in found):  # noqa: ASYNC110  # the watch itself wakes it
        await asyncio.sleep(EVERY_S)
    watch.stop()
    return found


def count() -> None:
    """Work for so long, in processor time."""
    end = time.thread_time() + LONG_S
    while time.thread_time() < end:
        pass


async def test_work_in_the_loop_is_a_hold():
    held = max(each.held_s for each in await holds_of(count))

    assert LONG_S - EVERY_S <= held < 2 * LONG_S


async def test_a_wait_is_late_and_no_hold():
    found = max(await holds_of(lambda: time.sleep(LONG_S)), key=lambda each: each.late_s)

    assert found.late_s >= LONG_S - EVERY_S
    assert found.held_s < LONG_S / 2


async def test_work_in_a_thread_is_no_hold():
    found: list[Hold] = []
    watch = LoopWatch(found.append)
    watch.start()
    await asyncio.to_thread(count)
    while not found:  # noqa: ASYNC110  # the watch itself wakes it
        await asyncio.sleep(EVERY_S)
    watch.stop()

    assert max(each.held_s for each in found) < LONG_S / 2


async def test_nothing_is_observed_after_the_stop():
    found: list[Hold] = []
    watch = LoopWatch(found.append)
    watch.start()
    watch.stop()
    await asyncio.sleep(3 * EVERY_S)

    assert found == []
