"""However much one caller asks, another one finds a place and has its turn; one alone may have everything."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.fair_shares import SharedPlaces, Turns
from tests.waiting import turns

CALLERS = "ABCDE"
# Which caller asks for a place, or gives one back if it holds any.
steps = st.lists(st.tuples(st.sampled_from(CALLERS), st.booleans()), max_size=400)


def run(places: SharedPlaces, done: list[tuple[str, bool]]) -> dict[str, int]:
    """Take and give back; what is held by whom afterwards."""
    held = dict.fromkeys(CALLERS, 0)
    for caller, takes in done:
        if takes:
            held[caller] += places.take(caller)
        elif held[caller]:
            held[caller] -= 1
            places.leave(caller)
    return held


def flood(places: SharedPlaces, caller: str) -> int:
    """Take until there is no more; give how many that were."""
    return next(number for number in range(10_000) if not places.take(caller))


@given(steps, st.integers(1, 100))
def test_no_more_are_held_than_there_are_and_none_is_refused_while_most_are_not_taken(done, most):
    places = SharedPlaces(most)
    held = run(places, done)

    assert places.taken == sum(held.values()) <= most + places.besides
    assert places.take("F") or places.taken >= most


@given(st.integers(1, 1_000))
def test_a_caller_alone_has_all_and_no_more(most):
    assert flood(SharedPlaces(most), "A") == most


@given(steps)
def test_next_to_four_that_flood_in_any_order_one_that_holds_nothing_is_never_refused(done):
    places = SharedPlaces(64)
    run(places, [step for step in done if step[0] != "E"])
    for caller in "ABCD":
        flood(places, caller)

    assert places.take("E")


@given(steps)
def test_who_has_its_share_gets_no_more_while_places_are_scarce(done):
    places = SharedPlaces(64)
    held = run(places, done)
    asking = {caller for caller, count in held.items() if count}
    for caller in asking:
        if places.taken >= 64 and held[caller] >= 64 / len(asking):
            assert not places.take(caller)


def test_a_flood_ends_with_equal_shares():
    places = SharedPlaces(64)
    held = {"A": flood(places, "A"), "B": 0}
    for _ in range(1_000):
        # Of A one request ends, then both ask for all that they can get.
        places.leave("A")
        held["A"] -= 1
        for caller in "AB":
            held[caller] += flood(places, caller)

    assert held["B"] >= 32


@given(steps)
def test_who_holds_nothing_is_not_remembered(done):
    places = SharedPlaces(64)
    held = run(places, done)
    for caller, count in held.items():
        for _ in range(count):
            places.leave(caller)

    assert (places.taken, len(places._held)) == (0, 0)


class Work:
    """Work that waits for its turn; ``order`` says who had one."""

    def __init__(self, at_once: int = 1) -> None:
        self.turns = Turns(at_once)
        self.order: list[str] = []
        self.end = asyncio.Semaphore(0)

    def ask(self, caller: str) -> asyncio.Task[None]:
        return asyncio.create_task(self._work(caller))

    async def _work(self, caller: str) -> None:
        async with self.turns.turn(caller):
            self.order.append(caller)
            await self.end.acquire()

    async def end_all(self, *tasks: asyncio.Task[None]) -> str:
        for _ in tasks:
            self.end.release()
            await turns()
        await asyncio.gather(*tasks, return_exceptions=True)
        return "".join(self.order)


async def test_callers_take_turns_however_many_of_one_came_before():
    work = Work()
    tasks = [work.ask(caller) for caller in "AAAABAC"]
    await turns()

    assert await work.end_all(*tasks) == "AABCAAA"


async def test_so_many_work_at_once():
    work = Work(3)
    tasks = [work.ask("A") for _ in range(5)]
    await turns()

    assert len(work.order) == 3
    await work.end_all(*tasks)


@pytest.mark.parametrize("given_up", [0, 1, 2])
async def test_the_turn_of_one_that_gives_up_is_had_by_the_next(given_up):
    work = Work()
    tasks = [work.ask(caller) for caller in "ABC"]
    await turns()
    tasks[given_up].cancel()
    await turns()

    assert len(await work.end_all(*tasks)) == (3 if given_up == 0 else 2)
    await work.end_all(work.ask("D"))
    assert (work.order[-1], work.turns._waiting) == ("D", {})


async def test_a_turn_that_comes_to_one_that_gives_up_is_passed_on():
    work = Work()
    tasks = [work.ask(caller) for caller in "ABC"]
    await turns()
    work.end.release()
    await tasks[0]
    tasks[1].cancel()  # its turn has come, and it has not woken yet

    await work.end_all(*tasks)
    assert work.order[-1] == "C"


async def test_who_gave_up_is_not_remembered_and_costs_its_caller_no_turn():
    work = Work()
    tasks = [work.ask(caller) for caller in "ABBC"]
    await turns()
    tasks[1].cancel()
    tasks[3].cancel()
    await turns()

    assert {caller: len(line) for caller, line in work.turns._waiting.items()} == {"B": 1}
    assert await work.end_all(*tasks, work.ask("C")) == "ABC"
