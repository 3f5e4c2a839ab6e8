"""What a hostile or slow client can do with a connection, on real sockets; the clock is moved by the tests."""

import asyncio
import contextlib
import logging

import orjson
import pytest

from server.http import open_connections
from server.http.connection import HEAD_LARGEST_BYTES, HEADERS_LARGEST, PIPELINED_LARGEST, RAW_BODY_LARGEST_BYTES
from server.http.open_connections import OpenConnections
from tests.server.serving import connection, serving
from tests.waiting import Clock, later, turns, until

GET = b"GET / HTTP/1.1\r\nhost: x\r\n"
POST = b"POST / HTTP/1.1\r\nhost: x\r\n"
CHUNKED = POST + b"transfer-encoding: chunked\r\n\r\n"
# More than the buffers of both sides hold.
LARGE = b"x" * (32 << 20)


class Application:
    """Answers with what it was asked; holds back what it is asked to hold back."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.received = self.disconnected = 0
        self.gate = asyncio.Event()

    async def __call__(self, scope, receive, send) -> None:
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        target = scope["path"] + "?" + scope["query_string"].decode()
        self.asked.append(target)
        body = b""
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.disconnected += 1
                return
            body += message["body"]
            self.received += len(message["body"])
            if not message["more_body"]:
                break
        if scope["path"] == "/held":
            await self.gate.wait()
        answer = LARGE if scope["path"] == "/large" else f"{target} {len(body)}".encode()
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(answer))]}
        )
        await send({"type": "http.response.body", "body": answer})


@pytest.fixture
def application() -> Application:
    return Application()


async def answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Read one answer: its status, and its body."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    sizes = [int(line.partition(b":")[2]) for line in lines if line.lower().startswith(b"content-length:")]
    return int(lines[0].split()[1]), await reader.readexactly(sizes[0])


async def refusal(reader: asyncio.StreamReader) -> int:
    """Read a refusal, after which the connection ends."""
    status, body = await answer(reader)
    (error,) = orjson.loads(body)["errors"]
    assert error["extensions"] == {"code": "BAD_REQUEST"}
    assert " / " in error["message"]
    with contextlib.suppress(ConnectionError):
        assert await reader.read() == b""
    return status


async def send_all(writer: asyncio.StreamWriter, *parts: bytes) -> None:
    """Send, however early the other side closes."""
    with contextlib.suppress(ConnectionError):
        for part in parts:
            writer.write(part)
            await writer.drain()


# ---- sizes


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ([b"GET /" + b"a" * 20_000], 414),
        ([b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n"], 414),
        ([b"GET /?q=", *[b"a" * 1_000] * 100], 414),
        ([GET + b"a: " + b"b" * 20_000], 431),
        ([GET + b"a: " + b"b" * 20_000 + b"\r\n\r\n"], 431),
        ([GET, b"a: ", *[b"b" * 1_000] * 100], 431),
        ([GET, *[b"header-%d: b\r\n" % n for n in range(HEADERS_LARGEST)], b"\r\n"], 431),
        ([GET, *[b"a: " + b"b" * 900 + b"\r\n"] * 20, b"\r\n"], 431),
        ([CHUNKED + b"0\r\na: " + b"b" * 20_000, *[b"b" * 64_000] * 10], 413),
        ([CHUNKED + b"0\r\n", *[b"a%d: b\r\n" % n for n in range(HEADERS_LARGEST)]], 431),
        ([CHUNKED + b"1;" + b"a" * 60_000, *[b"a" * 64_000] * 10], 413),
        ([b"\r\n" * 10_000], 431),
        ([b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n"], 400),
        ([b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"], 400),
    ],
    ids=[
        "request line",
        "whole request line",
        "request line in pieces",
        "header",
        "whole header",
        "header in pieces",
        "number of headers",
        "headers together",
        "header after the body",
        "headers after the body",
        "extension of a chunk",
        "line ends",
        "TLS",
        "HTTP/2",
    ],
)
async def test_what_is_too_large_is_refused_and_cut_off(application, sent, status):
    async with serving(application) as url, connection(url) as (reader, writer):
        sending = asyncio.create_task(send_all(writer, *sent))
        assert await refusal(reader) == status
        await sending

    assert all(len(each) < HEAD_LARGEST_BYTES for each in application.asked)


async def test_what_is_within_the_limits_is_answered(application):
    headers = b"".join(b"header-%d: b\r\n" % n for n in range(HEADERS_LARGEST - 2))
    fill = GET + headers + b"fill: \r\n\r\n"
    whole = GET + headers + b"fill: " + b"a" * (HEAD_LARGEST_BYTES - len(fill)) + b"\r\n\r\n"
    async with serving(application) as url, connection(url) as (reader, writer):
        for step in (len(whole), 1_000, 7):
            await send_all(writer, *(whole[place : place + step] for place in range(0, len(whole), step)))
            assert await answer(reader) == (200, b"/? 0")
        for size in (0, 64_000, RAW_BODY_LARGEST_BYTES // 2):
            await send_all(writer, POST + b"content-length: %d\r\n\r\n" % size + b"x" * size)
            assert await answer(reader) == (200, b"/? %d" % size)


async def test_the_end_of_one_request_hides_no_large_head_of_the_next(application):
    body = b"content-length: 100000\r\n\r\n" + b"x" * 100_000
    async with serving(application) as url, connection(url) as (reader, writer):
        await send_all(writer, POST + body + GET + b"a: " + b"b" * 20_000 + b"\r\n\r\n")
        statuses = [await answer(reader)]
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            statuses.append(await answer(reader))

    assert statuses == [(200, b"/? 100000")]
    assert application.asked == ["/?"]


async def test_few_requests_wait_for_the_answer_to_one(application):
    async with serving(application) as url, connection(url) as (reader, writer):
        await send_all(writer, b"GET /held HTTP/1.1\r\nhost: x\r\n\r\n" + (GET + b"\r\n") * 10_000)
        await until(lambda: application.asked)
        application.gate.set()
        with contextlib.suppress(ConnectionError):
            await reader.read()

    assert len(application.asked) == 1 + PIPELINED_LARGEST


# ---- addresses


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        (
            "/tables/coverage.json?majorClass=计算机类&majorClass=电子商务类",
            "majorClass=%E8%AE%A1%E7%AE%97%E6%9C%BA%E7%B1%BB&",
        ),
        ("/表?a=b", "/表?a=b"),
        ('/graphql?query={major(code:"510203"){name}}', '?query={major(code:"510203"){name}}'),
        ("/%E8%A1%A8?a=%E8%A1%A8", "/表?a=%E8%A1%A8"),
    ],
)
@pytest.mark.parametrize("step", [10_000, 3])
async def test_an_address_may_hold_chinese_as_it_is(application, target, asked, step):
    sent = f"GET {target} HTTP/1.1\r\nhost: x\r\nx-name: 名\r\n\r\n".encode()
    async with serving(application) as url, connection(url) as (reader, writer):
        for _ in range(2):
            await send_all(writer, *(sent[place : place + step] for place in range(0, len(sent), step)))
            status, _ = await answer(reader)
            assert status == 200

    assert len(set(application.asked)) == 1
    assert asked in application.asked[0]


# ---- times


async def test_a_connection_that_sends_nothing_is_closed(application):
    async with serving(application, client_timeout_s=10) as url, connection(url) as (reader, _):
        await turns()
        with later(9):
            await turns()
            assert not reader.at_eof()
        with later(11):
            assert await reader.read() == b""


@pytest.mark.parametrize(
    "begun",
    [GET, b"G", POST + b"content-length: 9\r\n\r\n", POST + b"content-length: 9\r\n\r\nxxx", CHUNKED + b"1\r\nx\r\n"],
)
async def test_a_request_that_comes_in_drops_ends_at_the_limit(application, begun):
    async with serving(application, client_timeout_s=10) as url, connection(url) as (reader, writer):
        await send_all(writer, begun)
        await until(lambda: application.asked or begun in {GET, b"G"})
        await turns()
        with later(6):
            await send_all(writer, b"a" if begun.endswith(b"xxx") else b"")
            await turns()
            assert not reader.at_eof()
        with later(11):
            assert await refusal(reader) == 408
            await until(lambda: application.disconnected == len(application.asked))


async def test_each_request_of_a_connection_has_its_own_time(application):
    async with serving(application, client_timeout_s=10) as url, connection(url) as (reader, writer):
        await send_all(writer, GET + b"\r\n")
        await answer(reader)
        with later(4):
            await send_all(writer, GET)
            await until(lambda: True)
            with later(8):
                await send_all(writer, b"\r\n")
                assert await answer(reader) == (200, b"/? 0")


async def test_work_that_takes_long_is_not_cut_off(application):
    async with serving(application, client_timeout_s=10) as url, connection(url) as (reader, writer):
        await send_all(writer, b"GET /held HTTP/1.1\r\nhost: x\r\n\r\n")
        await until(lambda: application.asked)
        with later(100):
            await turns()
            application.gate.set()
            assert await answer(reader) == (200, b"/held? 0")


async def test_an_answer_that_is_not_read_is_given_up(application):
    async with serving(application, client_timeout_s=10) as url, connection(url) as (reader, writer):
        reader._transport.pause_reading()  # type: ignore[attr-defined]  # patched, or given by the test itself
        await send_all(writer, b"GET /large HTTP/1.1\r\nhost: x\r\n\r\n")
        await until(lambda: application.asked)
        # The system itself takes some of the answer at first, when it likes.
        for passed in range(6):
            with later(11.0 * passed):
                await turns()
        reader._transport.resume_reading()  # type: ignore[attr-defined]  # patched, or given by the test itself
        with contextlib.suppress(ConnectionError):
            assert len(await reader.read()) < len(LARGE)


async def test_an_answer_that_is_read_slowly_comes_whole(application):
    async with serving(application, client_timeout_s=10) as url, connection(url) as (reader, writer):
        await send_all(writer, b"GET /large HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        await reader.readuntil(b"\r\n\r\n")
        taken = 0
        for passed in range(1, 9):
            with later(9.0 * passed):
                taken += len(await reader.readexactly(len(LARGE) // 8))
                await turns()

    assert taken == len(LARGE)


# ---- documents that are uploaded

UPLOAD = b"PUT /uploads/x HTTP/1.1\r\nhost: x\r\ncontent-length: 400000\r\nconnection: close\r\n\r\n"


async def sent_in_pieces(application, piece: int) -> bytes:
    """Send a document in pieces, one each nine seconds, until all came or the connection ends; give the answer."""
    async with serving(application, client_timeout_s=10) as url, connection(url) as (reader, writer):
        writer.write(UPLOAD)
        answering = asyncio.create_task(reader.read())
        await until(lambda: application.asked)
        for passed in range(1, 1 + 400_000 // piece):
            with later(9.0 * passed):
                writer.write(b"x" * piece)
                await until(lambda sent=passed * piece: application.received >= sent or answering.done())  # type: ignore[misc]  # a lambda or a class of untyped code
                if answering.done():
                    break
        return await answering


async def test_a_document_that_comes_steadily_may_take_longer_than_any_other_body(application):
    answer = await sent_in_pieces(application, 100_000)

    assert answer.endswith(b"/uploads/x? 400000")


async def test_a_document_that_hardly_comes_is_given_up(application):
    answer = await sent_in_pieces(application, 20_000)

    assert answer.startswith(b"HTTP/1.1 408 ")


# ---- numbers


async def test_silent_connections_keep_no_one_out(application, caplog):
    async with serving(application, connections=20) as url, contextlib.AsyncExitStack() as stack:
        held = await stack.enter_async_context(connection(url))
        await send_all(held[1], b"GET /held HTTP/1.1\r\nhost: x\r\n\r\n")
        await until(lambda: application.asked)
        with caplog.at_level(logging.WARNING, "oneplusx"):
            for each in range(100):
                _, writer = await stack.enter_async_context(connection(url))
                await send_all(writer, (b"", GET, POST + b"content-length: 9\r\n\r\n")[each % 3])
            asking = await stack.enter_async_context(connection(url))
            await send_all(asking[1], GET + b"\r\n")
            assert await answer(asking[0]) == (200, b"/? 0")
            application.gate.set()
            assert await answer(held[0]) == (200, b"/held? 0")

    (line,) = (each.getMessage() for each in caplog.records if each.name == "oneplusx")
    assert line.startswith("20 connections are open, all that ONEPLUSX_CONNECTIONS allows")


async def test_where_all_are_worked_for_one_more_is_refused(application):
    async with serving(application, connections=3) as url, contextlib.AsyncExitStack() as stack:
        for _ in range(3):
            _, writer = await stack.enter_async_context(connection(url))
            await send_all(writer, b"GET /held HTTP/1.1\r\nhost: x\r\n\r\n")
        await until(lambda: len(application.asked) == 3)
        reader, _ = await stack.enter_async_context(connection(url))

        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 503 ")
        assert b"retry-after: 3\r\n" in head
        application.gate.set()


class Idle:
    evicted = 0

    def evict(self) -> None:
        self.evicted += 1


def test_the_one_that_waits_longest_makes_room():
    room = OpenConnections(2)
    first, second, third = Idle(), Idle(), Idle()
    for each in (first, second):
        assert room.make_room()
        room.entered(each)
    room.asked(first)
    room.waits(first)
    assert room.make_room()
    room.entered(third)
    room.asked(first)
    room.asked(third)

    assert [each.evicted for each in (first, second, third)] == [0, 1, 0]
    assert not room.make_room()


def test_the_log_has_one_line_in_ten_seconds(monkeypatch, caplog):
    clock = Clock()
    monkeypatch.setattr(open_connections, "time", clock)
    room = OpenConnections(0)
    with caplog.at_level(logging.WARNING, "oneplusx"):
        for passed in (0.0, 1.0, 1.0, 9.0):
            clock.advance(passed)
            room.make_room()

    assert [each.split(" were closed")[1] for each in caplog.messages] == [
        " for new ones, and 1 new ones were refused",
        " for new ones, and 3 new ones were refused",
    ]


@pytest.mark.parametrize(
    ("before", "raised", "room"),
    [((1_024, 4_096), 4_096, 2_000), ((1_024, 1 << 20), 65_536, 2_000), ((512, 512), 0, 256), ((100, 100), 0, 1)],
)
def test_open_files_are_raised_and_bound_the_connections(monkeypatch, caplog, before, raised, room):
    done: list[tuple[int, int]] = []
    monkeypatch.setattr(open_connections.resource, "getrlimit", lambda _: before)  # type: ignore[attr-defined]  # patched, or given by the test itself
    monkeypatch.setattr(open_connections.resource, "setrlimit", lambda _, limits: done.append(limits))  # type: ignore[attr-defined]  # patched, or given by the test itself

    with caplog.at_level(logging.WARNING, "oneplusx"):
        assert open_connections.allow_descriptors(2_000) == room

    assert done == ([(raised, before[1])] if raised else [])
    assert len(caplog.messages) == (room < 2_000)
