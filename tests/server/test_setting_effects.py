"""Every setting is set as an operator sets it, by its variable, and has the effect that docs/configuration.md states."""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx
import pytest

from graph.connection import batching as batching_module
from graph.connection.admission import FIRST_RUN
from graph.connection.database import Database, Limits, Statement
from graph.database_errors import GraphBusyError, StatementTimeoutError
from graph.errors import AccessError
from graph.query.compile import REQUESTS
from resolvers import operation
from server.app import create_app
from server.commands.hints import HINTS
from server.commands.main import main
from server.commands.serve import _bring_up_to_date
from server.graph_source import Graph, limits_of
from server.jobs.job_folder import locked, make_folder
from server.settings import Settings, read_settings, variable
from tests.command_line import oneplusx
from tests.conftest import ENGINES, settings_of
from tests.graph.engine.under_way import until_under_way
from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import standard_docx
from tests.interchange.training_plan_imports.made_imports import PLAN
from tests.resolvers.editing.office import COURSE, REQUIREMENT, office_with_proposals
from tests.seeds.conftest import FILES
from tests.served.conftest import Served, start_server, stop_server
from tests.server.imports.importing import REQUEST, importing, load_small
from tests.server.plans.improving import PLACE, begin, find, load_plan
from tests.server.serving import app_without_graph, connection, serving

pytestmark = pytest.mark.parametrize("engine_address", ENGINES[:1], indirect=True)

ASK = "{ %s: catalogues { nodes { edition } } }"
MAJORS = Statement(
    "UNWIND range(0, 23) AS n CREATE (:Major {id: 'Major:2021:' + n, edition: '2021', code: toString(n), name: 'x', "
    "basis: 'OFFICIAL', sourceIds: []}) RETURN count(*)"
)
MAJOR = "query ($code: String!) { major(code: $code) { name } }"
HEAVY = Statement("UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x, y WHERE x + y = 7 RETURN count(x)")
SEEN: set[str] = set()


def sees(*names: str) -> Callable[[Callable], Callable]:
    """Say of which settings, as the documents name them, a test sees the effect."""
    SEEN.update(names)
    return lambda test: test


@pytest.fixture
def set_to(monkeypatch):
    """Set variables, and give the settings that follow."""

    def set_variables(**values: str) -> Settings:
        for name, value in values.items():
            monkeypatch.setenv(variable(name), value)
        return read_settings()

    return set_variables


@contextlib.asynccontextmanager
async def client_of(settings: Settings, address):
    app = create_app(settings, Graph(address))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here", timeout=60) as client,
    ):
        yield client


async def ask(client: httpx.AsyncClient, query: str, **variables: str) -> dict:
    return (await client.post("/graphql", json={"query": query, "variables": variables})).json()


def code_of(answer: dict) -> str | None:
    return answer["errors"][0]["extensions"]["code"] if "errors" in answer else None


# ---- what a started server shows


def write_seeds(folder: Path) -> Path:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def started(tmp_path):
    """A server whose settings all differ from the defaults; ``start_server`` chooses its port."""
    chosen = {
        "host": "127.0.0.2",
        "workers": "2",
        "data_dir": str(tmp_path / "data"),
        "seeds_dir": str(write_seeds(tmp_path / "seeds")),
        "engine_heap": "300m",
        "log_level": "warning",
    }
    running = start_server(tmp_path, **{variable(name): value for name, value in chosen.items()})
    yield running
    stop_server(running)


def workers_of(server: Served) -> list[str]:
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    commands = [Path(f"/proc/{each}/cmdline").read_text() for each in children]
    return [each for each in commands if "spawn_main" in each]


@sees(
    "ONEPLUSX_HOST",
    "ONEPLUSX_PORT",
    "ONEPLUSX_WORKERS",
    "ONEPLUSX_DATA_DIR",
    "ONEPLUSX_SEEDS_DIR",
    "ONEPLUSX_ENGINE_HEAP",
    "ONEPLUSX_LOG_LEVEL",
)
def test_a_server_listens_works_stores_loads_and_logs_as_it_was_told(engine_address, started, tmp_path):
    counts = started.ask("{ releases { nodes { isCurrent nodes links } } }")["data"]["releases"]["nodes"]

    assert started.url.startswith("http://127.0.0.2:")
    assert len(workers_of(started)) == 2
    assert (tmp_path / "data" / "graph" / "address.json").exists()
    assert "-Xmx300m" in (tmp_path / "data" / "graph" / "java.args").read_text()
    assert counts == [{"isCurrent": True, "nodes": 9, "links": 4}]
    assert "INFO" not in started.log.read_text()


@sees("ONEPLUSX_LOAD_SEEDS")
async def test_seeds_are_left_alone(engine_address, database, set_to, tmp_path):
    settings = set_to(load_seeds="false", seeds_dir=str(write_seeds(tmp_path)))

    said = await _bring_up_to_date(settings, engine_address, lambda *_: None)

    assert said == "Seeds are left as they are (ONEPLUSX_LOAD_SEEDS)."
    assert await database.read(Statement("MATCH (n:Major) RETURN count(n)")) == [[0]]


# ---- the graph


@sees("ONEPLUSX_NEO4J_URI", "ONEPLUSX_NEO4J_USER", "ONEPLUSX_NEO4J_PASSWORD", "ONEPLUSX_NEO4J_DATABASE")
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({}, "address    {0.uri}, database {0.database}"),
        ({"neo4j_uri": "bolt://127.0.0.1:1"}, "GRAPH_UNREACHABLE"),
        ({"neo4j_user": "somebody"}, "GRAPH_CREDENTIALS"),
        ({"neo4j_password": "a guess"}, "GRAPH_CREDENTIALS"),
        ({"neo4j_database": "system"}, "GRAPH_SYSTEM_DATABASE"),
    ],
)
def test_the_graph_is_that_of_address_user_password_and_database(wrong, told, engine_address, set_to, capsys):
    right = {name.removeprefix("ONEPLUSX_").lower(): value for name, value in settings_of(engine_address).items()}
    set_to(**right | wrong)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["oneplusx", "status"])
        with pytest.raises(SystemExit):
            main()

    shown = capsys.readouterr()
    assert (shown.err or shown.out).startswith(told.format(engine_address))


@sees("ONEPLUSX_STATEMENT_TIMEOUT_S")
async def test_a_statement_is_stopped(engine_address, set_to):
    async with Database.open(engine_address, limits_of(set_to(statement_timeout_s="0.5"))) as database:
        with pytest.raises(StatementTimeoutError):
            await database.read(HEAVY)


@sees("ONEPLUSX_EXPENSIVE_TIMEOUT_S")
@pytest.mark.parametrize(("costs", "limits_s"), [(0, {FIRST_RUN * Limits().statement_s, 1.5}), (1_000, {None})])
async def test_an_expensive_statement_has_less_time_once_it_is_planned(
    costs, limits_s, engine_address, set_to, monkeypatch
):
    given: set[float | None] = set()
    read = Database.read

    async def noting(self, statement, **options):
        if (options.get("metadata") or {}).get("operation") == "A":
            given.add(options.get("timeout_s"))
        return await read(self, statement, **options)

    monkeypatch.setattr(Database, "read", noting)
    monkeypatch.setattr(operation, "EXPENSIVE", costs)
    async with client_of(set_to(expensive_timeout_s="1.5", cache_bytes="0"), engine_address) as client:
        for _ in range(2):
            await ask(client, "query A { catalogues { nodes { edition } } }")

    assert given == limits_s


@sees("ONEPLUSX_POOL_SIZE", "ONEPLUSX_POOL_WAIT_S")
@pytest.mark.parametrize(("size", "error"), [("1", GraphBusyError), ("2", None)])
async def test_who_finds_no_connection_waits_and_is_refused(size, error, engine_address, set_to):
    limits = limits_of(set_to(pool_size=size, pool_wait_s="0.3"))
    async with Database.open(engine_address, limits) as database:
        await database.read(Statement("RETURN 1"))
        holding = asyncio.create_task(database.read(HEAVY))
        await until_under_way(engine_address, HEAVY)
        began = asyncio.get_running_loop().time()
        with pytest.raises(error) if error else contextlib.nullcontext():
            await database.read(Statement("RETURN 1"))
        waited = asyncio.get_running_loop().time() - began
        holding.cancel()
        await asyncio.wait([holding])

    assert error is None or 0.3 <= waited < 3


# ---- requests and answers


@sees("ONEPLUSX_CONNECTIONS")
@pytest.mark.parametrize(("connections", "closed"), [("1", True), ("2", False)])
async def test_one_connection_more_takes_the_place_of_one_that_waits(connections, closed, engine_address, set_to):
    most = set_to(connections=connections).connections
    async with serving(app_without_graph(), connections=most) as url, connection(url) as (reader, _):
        async with httpx.AsyncClient(base_url=url) as client:
            assert (await client.get("/livez")).status_code == 200
        with contextlib.suppress(ConnectionError, TimeoutError):
            assert await asyncio.wait_for(reader.read(), None if closed else 0.1) == b""

        assert (reader.at_eof() or reader.exception() is not None) == closed


@sees("ONEPLUSX_CLIENT_TIMEOUT_S")
async def test_a_client_has_its_time(engine_address, set_to):
    limit = set_to(client_timeout_s="0.1").client_timeout_s
    async with serving(app_without_graph(), client_timeout_s=limit) as url, connection(url) as (reader, writer):
        writer.write(b"GET /livez HTTP/1.1\r\n")

        assert (await reader.read()).startswith(b"HTTP/1.1 408 ")


@sees("ONEPLUSX_REQUEST_TIMEOUT_S")
async def test_a_request_has_its_time(engine_address, set_to):
    async with client_of(set_to(request_timeout_s="0.0001", cache_bytes="0"), engine_address) as client:
        assert code_of(await ask(client, ASK % "a")) == "STATEMENT_TIMEOUT"


@sees("ONEPLUSX_REQUESTS_IN_FLIGHT")
async def test_so_many_requests_are_worked_on(engine_address, set_to):
    async with client_of(set_to(requests_in_flight="2"), engine_address) as client:
        found = await asyncio.gather(*(ask(client, ASK % f"a{number}") for number in range(5)))

    assert [code_of(each) for each in found].count("GRAPH_BUSY") == 3


@sees("ONEPLUSX_BATCHING")
@pytest.mark.parametrize("batching", ["true", "false"])
async def test_requests_of_one_plan_leave_together(batching, database, set_to, monkeypatch):
    sent: list[bool] = []
    read = Database.read

    async def counting(self, statement, **options):
        sent.append(REQUESTS in statement.params)
        return await read(self, statement, **options)

    await database.write(lambda writer: writer.run(MAJORS))
    monkeypatch.setattr(Database, "read", counting)
    # What is cheap is measured; here everything is.
    monkeypatch.setattr(batching_module, "CHEAP_SHARE", 1e9)
    async with client_of(set_to(batching=batching, cache_bytes="0"), database.address) as client:
        for code in range(20):
            await ask(client, MAJOR, code=str(code))
        await asyncio.gather(*(ask(client, MAJOR, code=str(code)) for code in range(24)))

    assert any(sent) == (batching == "true")


@sees("ONEPLUSX_CACHE_BYTES", "ONEPLUSX_DEVELOPMENT")
@pytest.mark.parametrize(("cache_bytes", "sources"), [("1000000", ["MISS", "HIT"]), ("0", ["BYPASS", "BYPASS"])])
async def test_answers_are_kept_and_development_tells(cache_bytes, sources, engine_address, set_to):
    async with client_of(set_to(cache_bytes=cache_bytes, development="true"), engine_address) as client:
        found = [(await ask(client, ASK % "a"))["extensions"]["oneplusx"]["cache"] for _ in range(2)]
    async with client_of(set_to(development="false"), engine_address) as client:
        plain = await ask(client, ASK % "a")

    assert found == sources
    assert "extensions" not in plain


@sees("ONEPLUSX_CACHE_STALENESS_S")
@pytest.mark.parametrize(("staleness", "seen"), [("0", ["2021"]), ("100", [])])
async def test_a_kept_answer_is_as_old_as_it_may_be(staleness, seen, engine_address, database, set_to):
    create = Statement(
        "CREATE (:Catalogue {id: 'Catalogue:2021', edition: '2021', basis: 'OFFICIAL', sourceIds: []}) RETURN 1"
    )
    async with client_of(set_to(cache_staleness_s=staleness), engine_address) as client:
        before = await ask(client, ASK % "a")
        await database.write(lambda writer: writer.run(create))
        after = await ask(client, ASK % "a")

    assert before == {"data": {"a": {"nodes": []}}}
    assert [each["edition"] for each in after["data"]["a"]["nodes"]] == seen


# ---- pages


@sees("ONEPLUSX_EXPLORER", "ONEPLUSX_IDE", "ONEPLUSX_METRICS")
@pytest.mark.parametrize(("value", "status"), [("true", 200), ("false", 404)])
async def test_pages_are_served_where_they_are_wanted(value, status, engine_address, set_to):
    async with client_of(set_to(explorer=value, ide=value, metrics=value), engine_address) as client:
        found = [(await client.get(path)).status_code for path in ("/", "/majors", "/api", "/metrics")]

    assert found == [status] * 4


async def test_without_an_api_page_the_explorer_links_to_none(engine_address, set_to):
    async with client_of(set_to(ide="false"), engine_address) as client:
        page = await client.get("/")

    assert (page.status_code, "data-api-page" in page.text) == (200, False)


@sees("ONEPLUSX_TRUSTED_DOCUMENTS")
async def test_registered_documents_alone_run(engine_address, set_to, tmp_path):
    (tmp_path / "a.graphql").write_text("query A { catalogues { totalCount } }")
    async with client_of(set_to(trusted_documents=str(tmp_path)), engine_address) as client:
        known = await ask(client, (tmp_path / "a.graphql").read_text())
        other = await ask(client, ASK % "a")

    assert "errors" not in known
    assert code_of(other) == "DOCUMENT_NOT_TRUSTED"


async def test_tables_go_on_where_documents_are_registered_and_name_no_request_that_is_refused(
    engine_address, set_to, tmp_path
):
    (tmp_path / "a.graphql").write_text("query A { catalogues { totalCount } }")
    async with client_of(set_to(), engine_address) as client:
        free = await client.get("/tables/gaps.json")
    async with client_of(set_to(trusted_documents=str(tmp_path)), engine_address) as client:
        table = await client.get("/tables/gaps.json")
    (tmp_path / "gaps.graphql").write_text(free.json()["query"])
    async with client_of(set_to(trusted_documents=str(tmp_path)), engine_address) as client:
        registered = await client.get("/tables/gaps.json")
        followed = await client.get(registered.links["alternate"]["url"])

    rest = {name: value for name, value in free.json().items() if name not in {"query", "variables"}}
    assert ("link" in free.headers, "link" in table.headers, table.json()) == (True, False, rest)
    assert registered.json() == free.json()
    assert "errors" not in followed.json()


@sees("ONEPLUSX_CORS_ORIGINS")
@pytest.mark.parametrize("origins", ["https://a.test", "https://b.test, https://a.test", "*", ""])
async def test_pages_of_named_origins_may_ask(origins, engine_address, set_to):
    async with client_of(set_to(cors_origins=origins), engine_address) as client:
        body = {"query": ASK % "a"}
        answer = await client.post("/graphql", json=body, headers={"origin": "https://a.test"})

    allowed = answer.headers.get("access-control-allow-origin")
    assert allowed == {"*": "*", "": None}.get(origins, "https://a.test")


@sees("ONEPLUSX_EDITOR_TOKEN")
def test_an_import_is_in_the_name_of_the_editor_of_the_token(engine_address, tmp_path):
    (tmp_path / "s.docx").write_bytes(standard_docx(before=HEAD))
    run = partial(oneplusx, "import", "standard", "s.docx", folder=tmp_path, **settings_of(engine_address))
    assert run("--dry-run", "--report", "r.json").returncode == 0

    done = run("--confirm", "r.json", ONEPLUSX_EDITOR_TOKEN="a guess")

    assert (done.returncode, done.stderr) == (
        1,
        f"UNAUTHENTICATED {AccessError.unknown_token().en}\n{HINTS['UNAUTHENTICATED'].english}\n",
    )


def test_an_import_is_made_by_the_editor_of_the_token(engine_address, tmp_path):
    tokens = office_with_proposals(engine_address, [])
    row = ["Course id,Requirement id,Kind,Strength,Reason", f"{COURSE},{REQUIREMENT},NO_MATCH,0,none"]
    (tmp_path / "a.csv").write_text("\n".join(row))
    command, settings = ("import", "alignments", "a.csv"), settings_of(engine_address)
    oneplusx(*command, "--dry-run", "--report", "r.json", folder=tmp_path, LANG="en", **settings)

    confirm = partial(oneplusx, *command, "--confirm", "r.json", folder=tmp_path, LANG="en", **settings)
    shown = [confirm(ONEPLUSX_EDITOR_TOKEN=each) for each in ("", "wrong", tokens["dora"])]

    assert [each.returncode for each in shown] == [1, 1, 0]
    assert [each.stderr.split()[0] for each in shown[:2]] == ["UNAUTHENTICATED"] * 2


@sees("ONEPLUSX_UPLOADS_BYTES")
@pytest.mark.parametrize(("most", "codes"), [("0", ["UPLOAD_SPACE"]), ("100000", [])])
async def test_documents_to_import_have_their_space(*, most, codes, engine_address, database, set_to, tmp_path):
    tokens = await load_small(database, tmp_path)
    async with importing(
        engine_address, database, tmp_path, uploads_bytes=set_to(uploads_bytes=most).uploads_bytes
    ) as made:
        made.tokens.update(tokens)
        payload = await made.change("rui", REQUEST, fileName="a.pdf", sizeBytes=1_000)

    assert [each["code"] for each in payload["userErrors"]] == codes


@sees("ONEPLUSX_IMPORTS_AT_ONCE")
@pytest.mark.parametrize(("at_once", "state"), [("1", "QUEUED"), ("2", "REPORTED")])
async def test_a_document_waits_for_a_place(*, at_once, state, engine_address, database, set_to, tmp_path):
    """The test holds the first place, as another process would that reads a document."""
    tokens = await load_small(database, tmp_path)
    chosen = set_to(imports_at_once=at_once).imports_at_once
    async with importing(engine_address, database, tmp_path, imports_at_once=chosen) as made:
        made.tokens.update(tokens)
        with locked(make_folder(made.folder / "places") / "0"):
            job = await made.begin("rui", standard_docx(before=HEAD), "SKILL_STANDARD")
            if state != "QUEUED":
                await made.ended("rui", job["id"])
            while_held = (await made.job("rui", job["id"]))["state"]
        after = (await made.ended("rui", job["id"]))["state"]

    assert (while_held, after) == (state, "REPORTED")


@sees("ONEPLUSX_SOLVERS_AT_ONCE")
@pytest.mark.parametrize(("at_once", "state"), [("1", "QUEUED"), ("2", "SOLVED")])
async def test_a_problem_waits_for_a_solver(*, at_once, state, engine_address, database, set_to, tmp_path):
    """The test holds the first place, as another process would that solves."""
    tokens = await load_plan(database, tmp_path)
    chosen = set_to(solvers_at_once=at_once).solvers_at_once
    async with importing(engine_address, database, tmp_path, solvers_at_once=chosen) as made:
        made.tokens.update(tokens)
        with locked(make_folder(tmp_path / "var" / "improvements" / "places") / "0"):
            job = await begin(made, "rui", PLACE, plan=PLAN)
            while_held = await find(made, "rui", job["id"], wait=10 if state == "SOLVED" else 0)
        after = await find(made, "rui", job["id"], wait=10)

    assert (while_held["state"], after["state"]) == (state, "SOLVED")


def test_every_setting_has_a_test_of_its_effect(engine_address):
    assert set(map(variable, Settings.model_fields)) == SEEN
    documented = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text()
    assert [each for each in SEEN if f"`{each}`" not in documented] == []
