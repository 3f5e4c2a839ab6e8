"""What golden cases are made of: read a case, plan it without a database, run it on one."""

import json
import os
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from graph.connection.admission import FIRST_RUN, Admission
from graph.connection.database import Database, Limits, Row, Statement
from graph.query.compile import Compiled
from graph.query.directory import Directory
from graph.query.plan import Inputs, Plan
from graph.query.plan_tree import print_plan
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.prepared_plan import Prepared, prepare
from resolvers.request.documents import Documents
from resolvers.request.selection import Collector, plan_operation
from resolvers.request.variables import slots_for
from resolvers.root_fields import planners
from schema.build import executable_schema
from tests.directories import keeper_on

CASES = Path(__file__).parent / "cases"
RENEW = bool(os.environ.get("ONEPLUSX_RENEW_GOLDENS"))
PLANNERS = planners()


@dataclass(frozen=True)
class Case:
    """One operation with its variables."""

    path: Path
    query: str
    variables: dict

    @property
    def name(self) -> str:
        return self.path.stem

    @cached_property
    def planned(self) -> tuple[Plan, Prepared, dict]:
        return plan_case(self.query, self.variables)

    def sibling(self, suffix: str) -> Path:
        return self.path.with_suffix(suffix)


def read_case(path: Path) -> Case:
    text = path.read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    given = json.loads(first.removeprefix("# variables: ")) if first.startswith("# variables: ") else {}
    return Case(path, text, given)


@cache
def all_cases() -> tuple[Case, ...]:
    return tuple(read_case(each) for each in sorted(CASES.glob("*.graphql")))


def plan_case(query: str, variables: dict) -> tuple[Plan, Prepared, dict]:
    """Plan an operation as the server does; no database."""
    from graphql.execution.values import get_variable_values

    schema = executable_schema()
    operation = Documents(schema).operation(query, None)
    values = get_variable_values(schema, operation.node.variable_definitions or (), variables)
    slotted, _ = slots_for(values, operation.variable_types)
    plan = plan_operation(Collector(schema, operation.parsed(), operation.node, slotted), PLANNERS)
    return plan, prepare(plan), values.coerced


def parameters(compiled: Compiled, coerced: dict, directory) -> dict:
    inputs = Inputs(coerced, directory)
    return {name: bind.read(inputs) for name, bind in compiled.binds}


def shown_plan(plan: Plan) -> str:
    return print_plan(plan) + "\n"


class Counting:
    """A database that counts the statements that pass, and keeps the rows of the last."""

    def __init__(self, database: Database | None = None) -> None:
        self.database = database
        self.statements: list[Statement] = []
        self.rows: list[Row] = []

    async def read(self, statement: Statement, **options):
        self.statements.append(statement)
        self.rows = await self.database.read(statement, **options)
        return self.rows


class Current(Counting):
    """The graph of the test at hand, and its directory, for operations that outlive the test."""

    async def turn_to(self, database: Database) -> None:
        """Read from this database from now on; its directory is known at once."""
        self.database, self._keeper = database, await keeper_on(database)

    @property
    def current(self) -> Directory:
        return self._keeper.current

    async def instead_of(self, held: Directory) -> Directory:
        return await self._keeper.instead_of(held)


@cache
def kept_operations() -> tuple[Operations, Current]:
    """Give the operations of this process. Planning costs forty times an answer, so that plans outlive their test."""
    graph = Current()
    # What is planned on one engine is still to be planned on the next: each run has the time of a first.
    limits = Limits(expensive_s=FIRST_RUN * Limits().statement_s)
    return Operations(executable_schema(), PLANNERS, graph, graph, expensive=Admission(limits)), graph


async def run_counted(database: Database, requests: list[Request]):
    """Run operations, the directory read before; give each answer with its number of statements."""
    operations, graph = kept_operations()
    await graph.turn_to(database)
    found = []
    for request in requests:
        graph.statements.clear()
        answer = await operations.run(request)
        found.append((answer, len(graph.statements)))
    return found


def compare(path: Path, text: str) -> None:
    """Compare with the golden file, or write it when asked to renew."""
    if RENEW:
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no golden {path.name}; renew with ONEPLUSX_RENEW_GOLDENS=1 and read the diff"
    assert text == path.read_text(encoding="utf-8")
