"""Connections of one socket over the processes that share it; each process is a loop of its own here."""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Iterator

import pytest

from server.http.accepting import LEFT_S, ConnectionCounts, Listener, spreading_loop
from tests.waiting import later, turns, until, without_time


class Kept(asyncio.Protocol):
    """A connection that is kept, and says when it ends."""

    on_lost: Callable[[], None] = staticmethod(lambda: None)

    def connection_made(self, transport) -> None:
        self.transport = transport

    def connection_lost(self, exc) -> None:
        self.on_lost()


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.socket() as made:
        made.setblocking(False)
        made.bind(("127.0.0.1", 0))
        made.listen(64)
        yield made


@pytest.fixture
def folder(tmp_path):
    return ConnectionCounts.create(tmp_path)


@contextlib.contextmanager
def processes(listening: socket.socket, *counts: ConnectionCounts) -> Iterator[None]:
    """Listen with each of these counts; a loop knows a descriptor once, so each has one of its own, as a process has."""
    with contextlib.ExitStack() as stack:
        for each in counts:
            own = stack.enter_context(listening.dup())
            stack.callback(Listener(asyncio.get_running_loop(), own, Kept, each).close)
        yield


@contextlib.contextmanager
def clients(listening: socket.socket, number: int) -> Iterator[list[socket.socket]]:
    """Connect this many clients; the system completes that before anybody takes them."""
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(socket.create_connection(listening.getsockname())) for _ in range(number)]


async def test_those_who_come_together_are_spread_evenly_over_processes(listening, folder):
    counts = [ConnectionCounts(folder), ConnectionCounts(folder)]
    with clients(listening, 12), processes(listening, *counts):
        await until(lambda: sum(each.own for each in counts) == 12)
        assert [each.own for each in counts] == [6, 6]


async def test_a_process_with_more_connections_leaves_new_ones_to_another(listening, folder):
    busy, idle = ConnectionCounts(folder), ConnectionCounts(folder)
    for _ in range(5):
        busy.entered()
    with clients(listening, 6), processes(listening, busy, idle):
        await until(lambda: busy.own + idle.own == 11)
        assert (busy.own, idle.own) == (5, 6)


async def test_what_no_other_process_takes_is_taken_after_a_moment(listening, folder):
    alone, absent = ConnectionCounts(folder), ConnectionCounts(folder)
    alone.entered()
    began = asyncio.get_running_loop().time()
    with clients(listening, 4), processes(listening, alone):
        await until(lambda: alone.own == 5)
        assert asyncio.get_running_loop().time() - began >= LEFT_S
        assert absent.own == 0


async def test_a_closed_connection_is_counted_out(listening, folder):
    counts = ConnectionCounts(folder)
    with processes(listening, counts):
        with clients(listening, 2) as opened:
            await until(lambda: counts.own == 2)
            opened[0].close()
            await until(lambda: counts.own == 1)
        await until(lambda: counts.own == 0)


async def test_those_who_have_gone_keep_no_one_waiting(listening, folder):
    """Sixty come, ask and go at once; the one that comes next is taken in the turn in which the queue is looked at."""
    counts = ConnectionCounts(folder)
    with clients(listening, 60) as gone:
        for each in gone:
            each.sendall(b"GET / HTTP/1.1\r\n")
    with clients(listening, 1), processes(listening, counts):
        await without_time(lambda: counts.own)
        assert counts.own == 1


async def test_a_client_that_has_sent_its_request_is_taken(listening, folder):
    counts = ConnectionCounts(folder)
    with clients(listening, 1) as opened:
        opened[0].sendall(b"GET / HTTP/1.1\r\n")
        with processes(listening, counts):
            await without_time(lambda: counts.own)
            assert counts.own == 1


async def test_nothing_is_taken_after_the_listener_is_closed_within_its_pause(listening, folder):
    counts = ConnectionCounts(folder)
    ConnectionCounts(folder)
    counts.entered()
    with clients(listening, 1):
        with processes(listening, counts):
            await turns()
        with later(2 * LEFT_S):
            await turns()
    assert counts.own == 1


def test_a_process_that_replaces_another_takes_its_slot_with_no_connection(folder):
    first, second = ConnectionCounts(folder), ConnectionCounts(folder)
    for _ in range(3):
        first.entered()
    second.entered()
    assert (first.is_least, second.is_least) == (False, True)
    first.let_go()
    successor = ConnectionCounts(folder)
    assert (successor.own, successor.is_least, second.is_least) == (0, True, False)


def test_the_loop_of_a_process_listens_next_to_others(folder, listening):
    loop = spreading_loop(folder)

    async def serve() -> int:
        server = await loop.create_server(Kept, sock=listening, backlog=16)
        with clients(listening, 3):
            await until(lambda: loop.counts.own == 3)
            found = loop.counts.own
        server.close()
        await server.wait_closed()
        return found

    try:
        assert loop.run_until_complete(serve()) == 3
    finally:
        loop.close()
