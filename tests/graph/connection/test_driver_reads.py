"""The driver waits only where something is to be waited for."""

import asyncio
from collections.abc import Coroutine

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neo4j._async.io._bolt._common import AsyncInbox
from neo4j._codec.packstream.v1 import Packer, Unpacker
from neo4j.exceptions import IncompleteCommit, Neo4jError, ServiceUnavailable

from graph.connection import driver_reads
from graph.connection.driver_reads import BYTES_AT_ONCE, TRIED, spare_waits


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


class Inbox:
    """A driver's inbox that has received one message; it keeps what went wrong."""

    def __init__(self, message: bytes) -> None:
        self._unpacker = Unpacker(Unpacker.new_unpackable_buffer())
        self._message, self._broken, self.errors = message, False, []

    async def _buffer_one_chunk(self):
        buffer = self._unpacker.unpackable
        buffer.data, buffer.used = bytearray(self._message), len(self._message)

    async def on_error(self, error):
        self.errors.append(error)


def record(columns: list) -> bytes:
    buffer = Packer.new_packable_buffer()
    Packer(buffer).pack_struct(b"\x71", [columns])
    return bytes(buffer.data)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(), inner, max_size=3),
)
# As wide as each way of writing a count: in the mark, in one byte, in two, in four.
WIDE = st.builds(
    lambda item, count: [item] * count, st.booleans(), st.sampled_from((1, 15, 16, 32, 33, 255, 256, 65_536))
)


@given(st.lists(VALUES | WIDE, max_size=5))
@settings(deadline=None, max_examples=25)
def test_a_record_that_is_unpacked_in_pieces_says_what_it_says_at_once(columns):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver_reads, "BYTES_AT_ONCE", 10)
        assert asyncio.run(driver_reads._pop(Inbox(record(columns)), None)) == (b"\x71", [columns])


async def turns_while(work: Coroutine) -> int:
    """Count how often others have their turn until work has ended."""
    task, turns = asyncio.ensure_future(work), 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    await task
    return turns


ROW = ["职业", 0.5, None]


@pytest.mark.parametrize(
    "columns",
    [[[ROW] * 40_000], [[ROW] * 200] * 200, [[[[ROW] * 20_000], [[ROW] * 20_000]]]],
    ids=["rows", "lists", "deep"],
)
async def test_others_have_their_turn_while_a_large_record_is_unpacked(columns):
    assert len(record(columns)) > 4 * BYTES_AT_ONCE
    assert await turns_while(driver_reads._pop(Inbox(record(columns)), None)) >= 4


async def test_a_small_record_is_unpacked_at_once():
    assert await turns_while(driver_reads._pop(Inbox(record([ROW] * 100)), None)) <= 2


async def test_a_record_that_no_one_waits_for_any_more_ends_its_connection():
    """Else the next answer would begin in the middle of it."""
    inbox = Inbox(record([[ROW] * 40_000]))
    reading = asyncio.ensure_future(driver_reads._pop(inbox, None))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    reading.cancel()

    with pytest.raises(asyncio.CancelledError):
        await reading
    assert inbox._broken
    assert [type(each) for each in inbox.errors] == [asyncio.CancelledError]
    assert inbox._unpacker.unpackable.used == 0


async def test_a_record_that_cannot_be_read_ends_its_connection():
    no_mark = b"\xc7"
    inbox = Inbox(record([[ROW] * 40_000, "last"]).replace(b"\x84last", no_mark))

    with pytest.raises(ValueError, match="C7"):
        await driver_reads._pop(inbox, None)
    assert inbox._broken
    assert len(inbox.errors) == 1


def test_the_driver_reads_its_messages_so():
    assert spare_waits()
    assert AsyncInbox.pop is driver_reads._pop
