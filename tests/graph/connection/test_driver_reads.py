"""The driver waits only where something is to be waited for."""

import asyncio

import pytest
from neo4j.exceptions import IncompleteCommit, Neo4jError, ServiceUnavailable

from graph.connection import driver_reads
from graph.connection.driver_reads import TRIED, spare_waits


class Writer:
    """A stream writer whose system has taken all but ``behind`` bytes."""

    def __init__(self, behind: int) -> None:
        self.behind = behind
        self.written = []
        self.transport = self

    def write(self, data):
        self.written.append(data)

    def get_write_buffer_limits(self):
        return 10, 100

    def get_write_buffer_size(self):
        return self.behind

    def is_closing(self):
        return False

    async def drain(self):
        raise AssertionError("to be waited for by the socket")


class Socket:
    """A driver's socket as far as the two methods use it; it counts how often it was made to wait."""

    def __init__(self, behind: int = 0) -> None:
        self._reader = asyncio.StreamReader()
        self._writer = Writer(behind)
        self.waits = 0

    async def _wait_for_write(self, drain):
        self.waits += 1

    async def waiting_read(self, buffer, nbytes):
        self.waits += 1
        found = await self._reader.read(nbytes)
        buffer[: len(found)] = found
        return len(found)


def test_the_pinned_driver_is_one_that_this_was_tried_with():
    assert spare_waits(), f"try the tests and `make bench` with the new driver, then add it to {TRIED}"


async def test_bytes_that_are_here_are_taken_without_a_wait(monkeypatch):
    monkeypatch.setitem(driver_reads._WAITING, "recv_into", Socket.waiting_read)
    socket, taken = Socket(), bytearray(4)
    socket._reader.feed_data(b"abcdef")

    assert await driver_reads._recv_into(socket, memoryview(taken), 4) == 4
    assert (bytes(taken), socket.waits) == (b"abcd", 0)
    assert await driver_reads._recv_into(socket, memoryview(taken), 4) == 2
    assert (bytes(taken[:2]), socket.waits) == (b"ef", 0)


async def test_bytes_that_are_not_here_are_waited_for_by_the_driver(monkeypatch):
    monkeypatch.setitem(driver_reads._WAITING, "recv_into", Socket.waiting_read)
    socket, taken = Socket(), bytearray(4)
    reading = asyncio.ensure_future(driver_reads._recv_into(socket, memoryview(taken), 4))
    await asyncio.sleep(0)
    socket._reader.feed_data(b"late")

    assert (await reading, bytes(taken), socket.waits) == (4, b"late", 1)


async def test_only_a_system_that_is_behind_is_waited_for():
    for behind, waits in ((0, 0), (100, 0), (101, 1)):
        socket = Socket(behind)
        await driver_reads._sendall(socket, b"x")
        assert (socket._writer.written, socket.waits) == ([b"x"], waits)


class Connection:
    """A connection on which what follows a commit fails, or the commit itself."""

    def __init__(self, error: Exception, *, commits: bool) -> None:
        self.error, self.commits = error, commits
        self.sent: list[str] = []

    def commit(self, on_success):
        self.sent.append("commit")
        self.on_success = on_success

    def run(self, text, params, **_):
        self.sent.append(text)

    def pull(self):
        self.sent.append("pull")

    async def fetch_all(self):
        if self.commits:
            self.on_success({})
        raise self.error


ERRORS = [Neo4jError(), ServiceUnavailable("cut"), IncompleteCommit("cut"), OSError("cut")]


@pytest.mark.parametrize("error", ERRORS, ids=lambda each: type(each).__name__)
async def test_a_commit_that_stands_is_no_failure_whatever_becomes_of_what_follows(error):
    """A write that is reported as failed would be made once more."""
    connection = Connection(error, commits=True)
    followed = driver_reads._Followed(connection, "RETURN 1", "neo4j", 2.0)
    answers: list[dict] = []

    followed.commit(on_success=answers.append)
    await followed.fetch_all()

    assert connection.sent == ["commit", "RETURN 1", "pull"]
    assert (answers, followed.went_well) == ([{}], False)


@pytest.mark.parametrize("error", ERRORS, ids=lambda each: type(each).__name__)
async def test_a_commit_that_fails_says_so(error):
    followed = driver_reads._Followed(Connection(error, commits=False), "RETURN 1", "neo4j", 2.0)
    followed.commit(on_success=[].append)

    with pytest.raises(type(error)):
        await followed.fetch_all()
    assert not followed.went_well
