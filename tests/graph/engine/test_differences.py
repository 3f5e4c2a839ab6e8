"""Where the embedded engine differs from Neo4j: one test for each row of the table in docs/embedded-engine.md.

A test that fails here says that an engine has changed. Read what it found: where the two agree now, the row, its test
and what we do about it can go.
"""

import asyncio
import re
import time
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from graph.connection.address import GraphAddress
from graph.connection.database import Database, ServerError
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.engine.neo4j.instance import Neo4jOptions
from graph.query.statement import Statement
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "embedded-engine.md"


class Engine:
    """One of the two engines, asked as any client of Bolt would ask it."""

    def __init__(self, name: str, address: GraphAddress, driver: neo4j.Driver) -> None:
        self.name = name
        self.address = address
        self.driver = driver

    def session(self, **config: object) -> neo4j.Session:
        return self.driver.session(database=self.address.database, **config)

    def told(self, query: str | neo4j.Query, **config: object) -> object:
        """Give the rows of an answer, or the code of the refusal."""
        with self.session(**config) as session:
            try:
                return session.run(query).values()
            except Neo4jError as error:
                return error.code

    def assert_tells(self, found: object, *, embedded: object, neo4j: object) -> None:
        expected = {"embedded": embedded, "neo4j": neo4j}[self.name]
        assert found == expected, (
            f"{self.name} told {found!r} where docs/embedded-engine.md has it that it tells {expected!r}. Where the two "
            "engines agree now, take the row and this test away, and look at what we do about the difference."
        )


@pytest.fixture(scope="module")
def driver(engine_address: GraphAddress):
    with neo4j.GraphDatabase.driver(
        engine_address.uri,
        auth=(engine_address.user, engine_address.password),
        notifications_min_severity="OFF",
    ) as opened:
        yield opened


@pytest.fixture
def engine(request: pytest.FixtureRequest, engine_address: GraphAddress, driver: neo4j.Driver):
    """One engine after the other; what a test makes there is taken away again."""
    found = Engine(request.node.callspec.params["engine_address"], engine_address, driver)
    yield found
    assert found.told("MATCH (n:Diff|From|Far|Typed|Twice) DETACH DELETE n") == []
    for kind, kinds in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
        for (name,) in found.told(f"SHOW {kinds} YIELD name"):  # type: ignore[attr-defined]  # patched, or given by the test itself
            if name.startswith("diff_"):
                assert found.told(f"DROP {kind} {name}") == []


# --- What the one knows and the other does not.

SYNTAX = "Neo.ClientError.Statement.SyntaxError"
ARGUMENT = "Neo.ClientError.Statement.ArgumentError"
UNKNOWN = "Neo.DatabaseError.General.UnknownError"


def test_no_full_text_index_through_cypher(engine):
    found = engine.told("CREATE FULLTEXT INDEX diff_text IF NOT EXISTS FOR (n:Diff) ON EACH [n.name]")

    engine.assert_tells(found, embedded=SYNTAX, neo4j=[])


def test_no_vector_index_through_cypher(engine):
    options = "{indexConfig: {`vector.dimensions`: 4, `vector.similarity_function`: 'cosine'}}"

    found = engine.told(f"CREATE VECTOR INDEX diff_vector IF NOT EXISTS FOR (n:Diff) ON (n.v) OPTIONS {options}")

    engine.assert_tells(found, embedded=SYNTAX, neo4j=[])


def test_no_shortest(engine):
    engine.told("CREATE (:Diff {id: 1})-[:TO]->(:Diff {id: 2})")

    found = engine.told("MATCH p = SHORTEST 1 (a:Diff {id: 1})-[:TO]->+(b:Diff {id: 2}) RETURN length(p)")

    engine.assert_tells(found, embedded=SYNTAX, neo4j=[[1]])


def test_a_bare_pattern_is_no_condition_inside_collect(engine):
    engine.told("CREATE (:Diff {id: 1})")

    found = engine.told("RETURN COLLECT { MATCH (a:Diff) WHERE NOT (a)-[:TO]->(:Diff) RETURN a.id }")

    engine.assert_tells(found, embedded=SYNTAX, neo4j=[[[1]]])


def test_no_choice_of_the_version_of_cypher(engine):
    engine.assert_tells(engine.told("CYPHER 5 RETURN 1"), embedded=SYNTAX, neo4j=[[1]])
    # 5.26 reads version 5 only; 25 came after it.
    engine.assert_tells(engine.told("CYPHER 25 RETURN 1"), embedded=SYNTAX, neo4j=ARGUMENT)


def test_no_apoc(engine):
    """On Neo4j it is a plugin, which we neither bring nor ask for: there it is one more that may be missing."""
    found = engine.told("RETURN apoc.version()")

    engine.assert_tells(found, embedded=UNKNOWN, neo4j=SYNTAX)


def test_no_description_of_the_types(engine):
    engine.told("CREATE (:Diff {id: 'a'})")

    found = engine.told("CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName RETURN *")
    if isinstance(found, list):  # labels of other tests may be there as well
        found = [each for each in found if each[0] == ["Diff"]]

    engine.assert_tells(found, embedded=UNKNOWN, neo4j=[[["Diff"], "id"]])


def test_no_waiting_for_indexes(engine):
    engine.assert_tells(engine.told("CALL db.awaitIndexes(10)"), embedded=UNKNOWN, neo4j=[])


def test_no_metadata_of_running_statements(engine):
    query = neo4j.Query("SHOW TRANSACTIONS YIELD metaData, currentQuery", metadata={"operation": "HowTheyFit"})

    found = [metadata for metadata, text in engine.told(query) if text == query.text]

    engine.assert_tells(found, embedded=[{}], neo4j=[{"operation": "HowTheyFit"}])


def test_constraints_on_existence_are_taken(engine):
    """Neo4j Community refuses them, so the model's required properties are checked by us."""
    found = engine.told("CREATE CONSTRAINT diff_exists IF NOT EXISTS FOR (n:Diff) REQUIRE n.name IS NOT NULL")

    engine.assert_tells(found, embedded=[], neo4j="Neo.DatabaseError.Schema.ConstraintCreationFailed")


def test_it_claims_to_be_neo4j(engine):
    found = engine.told("CALL dbms.components() YIELD name, versions, edition")

    ours = Neo4jOptions().version
    engine.assert_tells(
        found, embedded=[["Neo4j Kernel", ["5.26.0"], "community"]], neo4j=[["Neo4j Kernel", [ours], "community"]]
    )


def test_the_agent_says_what_it_is(engine):
    with engine.session() as session:
        agent = session.run("RETURN 1").consume().server.agent

    engine.assert_tells(
        agent, embedded="Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", neo4j=f"Neo4j/{Neo4jOptions().version}"
    )


# --- What they refuse, and how.


async def test_a_read_session_may_write(engine):
    """By our own door, so that it is seen that reads go to readers."""
    async with Database.open(engine.address) as database:
        try:
            found = await database.read(Statement("CREATE (n:Diff) RETURN count(n)"))
        except ServerError as error:
            found = error.code  # type: ignore[assignment]  # one name for two kinds

    engine.assert_tells(found, embedded=[[1]], neo4j="Neo.ClientError.Statement.AccessMode")


def test_any_text_is_taken_for_a_bookmark(engine):
    found = engine.told("RETURN 1", bookmarks=neo4j.Bookmarks.from_raw_values(["no bookmark"]))

    engine.assert_tells(found, embedded=[[1]], neo4j="Neo.ClientError.Transaction.InvalidBookmark")


def test_a_range_of_many_numbers_is_refused(engine):
    """Even where none of them is kept."""
    found = engine.told("UNWIND range(1, 7000000) AS x RETURN count(x)")

    engine.assert_tells(found, embedded="Neo.ClientError.Statement.SemanticError", neo4j=[[7_000_000]])


def test_nothing_is_read_from_the_network(engine):
    """By our setting. Neo4j tries; no one listens there."""
    found = engine.told("LOAD CSV FROM 'http://127.0.0.1:1/x' AS line RETURN line")

    engine.assert_tells(
        found,
        embedded="Neo.ClientError.Security.Forbidden",
        neo4j="Neo.ClientError.Statement.ExternalResourceFailed",
    )


def test_why_a_statement_was_refused_is_not_told(engine):
    with engine.session() as session, pytest.raises(Neo4jError) as caught:
        session.run("RETURN 1 / 0").consume()

    assert caught.value.code == "Neo.ClientError.Statement.ArithmeticError"
    concealed = "The request failed. Check the server log for the details"
    engine.assert_tells(caught.value.message, embedded=concealed, neo4j="/ by zero")


def test_the_drivers_time_limit_is_ignored(engine, tmp_path):
    """The engine's own holds: two seconds here, where the driver asked for a half."""
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*)"
    query = neo4j.Query(endless, timeout=0.5)
    if engine.name == "neo4j":
        assert engine.told(query) == "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"
        return
    with EmbeddedEngine.open(EngineOptions(tmp_path, statement_timeout_s=2)) as hurried:
        address = hurried.address
        with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
            began = time.monotonic()

            found = Engine("embedded", address, driver).told(query)

    engine.assert_tells(found, embedded="Neo.ClientError.Transaction.TransactionTimedOut", neo4j=None)
    assert time.monotonic() - began > 1.9, "the embedded engine kept the driver's time limit"


async def test_a_statement_without_client_runs_on(engine):
    """Looked at a hundred times after its connection was closed: Neo4j needs one or two."""
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*) AS orphan"
    shown = "SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery AS text WHERE text ENDS WITH 'AS orphan'"
    auth = (engine.address.user, engine.address.password)
    async with neo4j.AsyncGraphDatabase.driver(engine.address.uri, auth=auth) as driver:

        async def ask() -> None:
            async with driver.session(database=engine.address.database) as session:
                await session.run(text)

        asking = asyncio.create_task(ask())
        while not engine.told(shown):  # noqa: ASYNC110  # only the server knows when
            await asyncio.sleep(0)
        asking.cancel()
        await asyncio.wait([asking])

    looks = [len(engine.told(shown)) for _ in range(100)]

    engine.told(f"{shown} TERMINATE TRANSACTIONS id")
    engine.assert_tells(looks[-1], embedded=1, neo4j=0)


# --- Concurrent writers. The first transaction has written when the second comes, and is committed after it.


def rivals(engine: Engine, text: str) -> tuple[str, str]:
    """Let two transactions run the same statement; give what became of each: committed, waited, or a code."""
    with engine.session() as one, engine.session() as other:
        first, second = one.begin_transaction(), other.begin_transaction(timeout=2)
        first.run(text).consume()
        # The statement waits for the first transaction on Neo4j, until its own time is up.
        late = _end(second, text)
        return _end(first, None), late


def _end(transaction: neo4j.Transaction, text: str | None) -> str:
    try:
        if text is not None:
            transaction.run(text).consume()
        transaction.commit()
    except Neo4jError as error:
        return WAITED if error.code in _WAITED else error.code or "?"
    return "committed"


# Waits for a lock until its time is up; the server says either, as it finds it.
WAITED = "waited"
_WAITED = {
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    "Neo.ClientError.Transaction.LockClientStopped",
}


def test_of_two_that_merge_a_constrained_key_one_fails(engine):
    engine.told("CREATE CONSTRAINT diff_key IF NOT EXISTS FOR (n:Diff) REQUIRE n.id IS UNIQUE")

    found = rivals(engine, "MERGE (n:Diff {id: 'same'})")

    engine.assert_tells(
        found,
        embedded=("Neo.ClientError.Schema.ConstraintValidationFailed", "committed"),
        neo4j=("committed", WAITED),
    )


def test_of_two_that_change_a_node_one_fails(engine):
    engine.told("CREATE (:Diff {id: 'same'})")

    found = rivals(engine, "MATCH (n:Diff {id: 'same'}) SET n.value = 1")

    engine.assert_tells(
        found,
        embedded=("Neo.TransientError.Transaction.DeadlockDetected", "committed"),
        neo4j=("committed", WAITED),
    )


# --- Constraints and plans. The types that stay behind are of labels of their own.


def test_an_index_over_data_fixes_the_type_of_its_property(engine):
    engine.told("CREATE (:Typed {id: 5})")
    assert engine.told("CREATE INDEX diff_typed FOR (n:Typed) ON (n.id)") == []

    found = engine.told("CREATE (n:Typed {id: 'a text'}) RETURN n.id")

    engine.assert_tells(found, embedded=ARGUMENT, neo4j=[["a text"]])


def test_a_constraint_that_the_data_break_leaves_a_type_behind(engine):
    engine.told("CREATE (:Twice {id: 'same'}), (:Twice {id: 'same'})")

    refused = engine.told("CREATE CONSTRAINT diff_broken FOR (n:Twice) REQUIRE n.id IS UNIQUE")

    assert str(refused).startswith("Neo.")
    left = [kind for kind, labels in engine.told("SHOW CONSTRAINTS YIELD type, labelsOrTypes") if labels == ["Twice"]]
    engine.assert_tells(left, embedded=["NODE_PROPERTY_TYPE"], neo4j=[])


def test_a_plan_is_a_text(engine):
    with engine.session() as session:
        plan = session.run("EXPLAIN MATCH (n:Diff) RETURN n.id").consume().plan

    engine.assert_tells(
        plan["operatorType"], embedded="ArcadeDB.OpenCypher.Plan", neo4j=f"ProduceResults@{engine.address.database}"
    )


# --- What is read. Node 0 breaks `1 / n.n`: a statement that looks at it fails, and one that seeks what was asked for does not.

BROKEN = "Neo.ClientError.Statement.ArithmeticError"


@pytest.fixture
def numbered(engine):
    """Nodes 0 to 100, found by the index of their code, each at the end of two links."""
    for text in (
        "CREATE CONSTRAINT diff_id IF NOT EXISTS FOR (n:Diff) REQUIRE n.id IS UNIQUE",
        "CREATE INDEX diff_code IF NOT EXISTS FOR (n:Diff) ON (n.code)",
        "UNWIND range(0, 100) AS x CREATE (:Diff {id: 'n' + x, code: toString(x), n: x})<-[:TO]-(:From {n: x})",
        "MATCH (f:From) CREATE (f)<-[:TO]-(:Far {n: f.n})",
    ):
        assert engine.told(text) == []
    return engine


@pytest.mark.parametrize(
    ("condition", "count"), [("n.code > '8'", 21), ("n.code IN ['8', '9']", 2), ("n.code STARTS WITH '8'", 11)]
)
def test_inside_call_an_index_is_sought_for_equality_only(condition, count, numbered):
    looked_at = f"MATCH (n:Diff) WHERE 1 / n.n > -1 AND {condition} RETURN count(*) AS found"
    if "IN" not in condition:
        assert numbered.told(looked_at) == [[count]]
    equal = looked_at.replace(condition, "n.code = '8'")
    assert numbered.told(f"CALL () {{ {equal} }} RETURN found") == [[1]]

    found = numbered.told(f"CALL () {{ {looked_at} }} RETURN found")

    numbered.assert_tells(found, embedded=BROKEN, neo4j=[[count]])


def test_order_by_with_limit_reads_everything(numbered):
    """Node 0 comes last here."""
    found = numbered.told("MATCH (n:Diff) WHERE n.code >= '0' RETURN 1 / n.n ORDER BY n.code DESC LIMIT 2")

    numbered.assert_tells(found, embedded=BROKEN, neo4j=[[0], [0]])


def test_a_pattern_is_followed_from_its_first_node(numbered):
    """Even where another one is bound."""
    of_7 = "MATCH (n:Diff {id: 'n7'}) RETURN"
    outwards = f"{of_7} [(n)<-[:TO]-(f:From WHERE 1 / f.n > -1) | f.n]"
    assert numbered.told(outwards) == [[[7]]]

    backwards = numbered.told(f"{of_7} [(f:From WHERE 1 / f.n > -1)-[:TO]->(n) | f.n]")
    whether = numbered.told(f"{of_7} EXISTS {{ (f:Far WHERE 1 / f.n > -1)-[:TO]->(:From)-[:TO]->(n) }}")

    numbered.assert_tells((backwards, whether), embedded=(BROKEN, BROKEN), neo4j=([[[7]]], [[True]]))


# --- The page.


def test_every_difference_on_the_page_has_its_test_and_every_test_its_row():
    rows = re.findall(r"^\| .* \| `(test_\w+)` \|$", PAGE.read_text(), re.MULTILINE)
    here = re.findall(r"^(?:async )?def (test_\w+)\(.*(?:engine|numbered)", Path(__file__).read_text(), re.MULTILINE)

    assert len(rows) > 20
    assert sorted(rows) == sorted(here)
