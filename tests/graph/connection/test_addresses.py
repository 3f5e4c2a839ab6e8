"""What the settings say of the graph: which addresses work, and what each wrong one is answered at start."""

import asyncio
import contextlib
import dataclasses
import re
import subprocess
from pathlib import Path

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import OLDEST, Database, Limits
from graph.database_errors import GraphUnreachableError
from graph.engine.bolt_probe import free_ports
from graph.setting_errors import (
    GraphAddressError,
    GraphCredentialsError,
    GraphDatabaseError,
    GraphLoginsBarredError,
    GraphPasswordExpiredError,
    GraphSystemDatabaseError,
    GraphTlsError,
    GraphVersionError,
)
from server.commands.main import app
from tests.command_line import oneplusx

LIMITS = Limits(connect_s=3, acquisition_s=3)


async def verify(address: GraphAddress) -> None:
    async with Database.open(address, LIMITS) as database:
        await database.verify()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
async def test_direct_and_routed_addresses_work(scheme, engine_address):
    await verify(dataclasses.replace(engine_address, uri=engine_address.uri.replace("bolt", scheme)))


@pytest.mark.parametrize(
    ("change", "error", "named"),
    [
        ({"password": "wrong"}, GraphCredentialsError, "ONEPLUSX_NEO4J_PASSWORD"),
        ({"user": "no one"}, GraphCredentialsError, "'no one'"),
        ({"database": "nowhere"}, GraphDatabaseError, "'nowhere'"),
        ({"database": "System"}, GraphSystemDatabaseError, "ONEPLUSX_NEO4J_DATABASE"),
        ({"uri": "bolt://127.0.0.1:1"}, GraphUnreachableError, "bolt://127.0.0.1:1"),
        ({"uri": "bolt://nohost.invalid:7687"}, GraphUnreachableError, "nohost.invalid"),
        ({"uri": "http://127.0.0.1:7474"}, GraphAddressError, "`http`"),
        ({"uri": "bolt://127.0.0.1:port"}, GraphAddressError, "127.0.0.1:port"),
        ({"uri": "bolt://"}, GraphAddressError, "no host"),
        ({"uri": "bolt://:7687"}, GraphAddressError, "no host"),
        ({"uri": "neo4j://127.0.0.1:0"}, GraphAddressError, "no port"),
        ({"uri": "bolt://127.0.0.1:99999"}, GraphAddressError, "out of range"),
        ({"uri": "bolt://[::1"}, GraphAddressError, "IPv6"),
    ],
)
async def test_what_is_wrong_is_told_by_an_error_of_its_own(change, error, named, engine_address):
    with pytest.raises(error, match=named) as told:
        await verify(dataclasses.replace(engine_address, is_proven=False, **change))

    assert any("一" <= each <= "鿿" for each in told.value.zh)
    # Whatever is said of an address is said in Chinese: Latin letters are those of names, settings and schemes.
    why = told.value.zh.partition("不可用：")[2].partition("请写作")[0]
    assert not re.search(r"[a-z]{2,} [a-z]{2,}", why)
    assert engine_address.password not in str(told.value)


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"])
async def test_an_address_with_tls_meets_a_server_without(scheme, engine_address):
    with pytest.raises(GraphTlsError, match="speaks no TLS"):
        await verify(dataclasses.replace(engine_address, uri=engine_address.uri.replace("bolt", scheme)))


def text(value: str) -> bytes:
    """Write a short text as Bolt does."""
    return b"\xd0" + bytes([len(value)]) + value.encode()


AGREED = b"\xb1\x70\xa0"


def greeting(agent: str) -> bytes:
    """Write SUCCESS {"server": agent, "connection_id": "x"}."""
    return b"\xb1\x70\xa2" + text("server") + text(agent) + text("connection_id") + text("x")


def failure(code: str) -> bytes:
    """Write FAILURE {"code": code, "message": "[/no]"}: a message may hold anything."""
    return b"\xb1\x7f\xa2" + text("code") + text(code) + text("message") + text("[/no]")


@contextlib.asynccontextmanager
async def bolt_server(*answers: bytes, version: bytes = b"\0\0\x04\x05"):
    """Play a Bolt server that gives these answers one after the other, and then agrees to everything; one chunk each."""

    async def serve(reader, writer):
        waiting = iter(answers)
        with contextlib.closing(writer), contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await reader.readexactly(20)
            writer.write(version)
            while True:
                size = int.from_bytes(await reader.readexactly(2), "big")
                await reader.readexactly(size)
                if size == 0:
                    message = next(waiting, AGREED)
                    writer.write(len(message).to_bytes(2, "big") + message + b"\0\0")

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize("agent", ["Neo4j/4.4.9", "Neo4j/5.22.0"])
async def test_an_old_server_is_told(agent):
    async with bolt_server(greeting(agent)) as port:
        with pytest.raises(GraphVersionError, match=rf"{agent}.*{OLDEST[0]}\.{OLDEST[1]}"):
            await verify(GraphAddress(f"bolt://127.0.0.1:{port}", "neo4j", "secret"))


@pytest.mark.parametrize("version", [b"\0\0\0\0", b"\0\0\0\x03"], ids=["none in common", "Bolt 3"])
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
async def test_a_server_that_speaks_only_an_old_bolt_is_told(scheme, version):
    async with bolt_server(greeting("Neo4j/3.5.35"), version=version) as port:
        with pytest.raises(GraphVersionError, match=r"old Bolt.*5\.23 or newer") as told:
            await verify(GraphAddress(f"{scheme}://127.0.0.1:{port}", "neo4j", "secret"))

    assert "需要 Neo4j 5.23" in told.value.zh


@pytest.mark.parametrize(
    ("code", "error", "named"),
    [
        ("Neo.ClientError.Security.CredentialsExpired", GraphPasswordExpiredError, "ALTER CURRENT USER"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", GraphLoginsBarredError, "ONEPLUSX_NEO4J_PASSWORD"),
    ],
)
@pytest.mark.parametrize("before", [(), (greeting("Neo4j/5.26.30"), AGREED)], ids=["at log-in", "at a statement"])
async def test_what_the_server_says_of_a_user_is_told(before, code, error, named):
    async with bolt_server(*before, failure(code)) as port:
        with pytest.raises(error, match=named) as told:
            await verify(GraphAddress(f"bolt://127.0.0.1:{port}", "designer", "secret"))

    assert "'designer'" in told.value.en
    assert named in told.value.zh


def run(command: str, folder: Path, language: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours as a user of this language would."""
    return oneplusx(command, folder=folder, LC_ALL=language, ONEPLUSX_PORT=str(free_ports(1)[0]), **settings)


def assert_told(done: subprocess.CompletedProcess[str], told: str, password: str) -> None:
    assert done.returncode == 1
    assert told in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr + done.stdout
    assert password not in done.stderr + done.stdout


@pytest.mark.parametrize("command", ["load", "status", "serve"])
def test_a_command_says_it_in_one_message_and_ends_with_1(command, tmp_path):
    uri = f"bolt://127.0.0.1:{free_ports(1)[0]}"

    done = run(command, tmp_path, "C.UTF-8", ONEPLUSX_NEO4J_URI=uri, ONEPLUSX_NEO4J_PASSWORD="secret-of-mine")

    assert_told(done, f"GRAPH_UNREACHABLE No graph server answers at {uri}", "secret-of-mine")
    assert done.stderr.startswith("GRAPH_UNREACHABLE")


@pytest.mark.parametrize(
    ("settings", "en", "zh"),
    [
        (
            {"ONEPLUSX_NEO4J_PASSWORD": "not-the-password"},
            "GRAPH_CREDENTIALS {uri} refuses user '{user}' with this password. Check ONEPLUSX_NEO4J_USER and",
            "GRAPH_CREDENTIALS {uri} 拒绝用户 '{user}' 的密码。",
        ),
        (
            {"ONEPLUSX_NEO4J_DATABASE": "nowhere"},
            "GRAPH_DATABASE {uri} has no database 'nowhere'. Check ONEPLUSX_NEO4J_DATABASE",
            "GRAPH_DATABASE {uri} 没有名为 'nowhere' 的数据库。",
        ),
    ],
)
def test_a_user_reads_what_is_wrong_in_their_language(settings, en, zh, engine_address, tmp_path):
    known = {
        "ONEPLUSX_NEO4J_URI": engine_address.uri,
        "ONEPLUSX_NEO4J_USER": engine_address.user,
        "ONEPLUSX_NEO4J_PASSWORD": engine_address.password,
    }
    names = {"uri": engine_address.uri, "user": engine_address.user}

    english = run("status", tmp_path, "en_US.UTF-8", **{**known, **settings})
    chinese = run("serve", tmp_path, "zh_CN.UTF-8", **{**known, **settings})

    assert_told(english, en.format(**names), engine_address.password)
    assert_told(chinese, zh.format(**names), engine_address.password)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en_US.UTF-8", "is Neo4j/4.4.9; Neo4j 5.23 or newer is needed."),
        ("zh_CN.UTF-8", "需要 Neo4j 5.23 或更新版本。"),
    ],
)
async def test_a_user_reads_that_the_server_is_too_old(language, told, tmp_path):
    async with bolt_server(greeting("Neo4j/4.4.9")) as port:
        done = await asyncio.to_thread(
            run,
            "status",
            tmp_path,
            language,
            ONEPLUSX_NEO4J_URI=f"bolt://127.0.0.1:{port}",
            ONEPLUSX_NEO4J_PASSWORD="secret-of-mine",
        )

    assert_told(done, told, "secret-of-mine")
    assert done.stderr.startswith("GRAPH_VERSION")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en_US.UTF-8", "The graph server, or the driver, refuses this"),
        ("zh_CN.UTF-8", "图数据库服务器或驱动程序拒绝执行"),
    ],
)
async def test_what_nobody_foresaw_is_one_message_with_its_code(language, told, tmp_path):
    """Coloured tracebacks of the whole program took minutes, and looked like a command that hangs."""
    async with bolt_server(failure("Neo.ClientError.General.Unforeseen")) as port:
        uri = f"bolt://127.0.0.1:{port}"
        known = {"ONEPLUSX_NEO4J_URI": uri, "ONEPLUSX_NEO4J_PASSWORD": "secret-of-mine"}
        done = await asyncio.to_thread(run, "status", tmp_path, language, **known)

    assert_told(done, f"GRAPH_REFUSED {told}", "secret-of-mine")
    assert "Neo.ClientError.General.Unforeseen" in done.stderr
    assert "[/no]" in done.stderr


def test_an_exception_of_ours_that_nobody_foresaw_is_a_plain_traceback():
    assert not app.pretty_exceptions_enable
