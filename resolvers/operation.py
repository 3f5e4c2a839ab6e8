"""One operation, one statement, one record, one answer.

An operation takes one of three ways, called its tier:

- FAST: the generated shaper's check passed; its dicts are the answer and graphql-core does not run.
- REPLAY: a value did not fit its declared type, or an argument was refused; graphql-core walks the shaped data, so that
  messages, paths and the bubbling of nulls are its own. No second statement.
- ORDINARY: introspection, or a mutation; graphql-core answers, over the record of what could be planned.

graphql-core needs 7 us for a value. What is large it walks in a thread, so that other requests are answered meanwhile.
"""

import asyncio
import hashlib
import json
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from operator import attrgetter
from typing import Any

import orjson
from graphql import ExecutionResult, FieldNode, GraphQLError, GraphQLSchema, execute
from graphql.execution.values import VariableValues, get_variable_values

from graph.connection.admission import Admission
from graph.connection.batching import Batcher, BatchRequest
from graph.connection.database import Database, Limits, Statement
from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import Language, OneplusxError, OperationRefusedError, RefusedArgumentError
from graph.query.plan import Call, Inputs, Lookup, Refused
from resolvers.cost import EXPENSIVE, check_cost
from resolvers.editing.execution import plan_mutations, run_mutation
from resolvers.editing.mutation import Mutation
from resolvers.editing.registry import MUTATIONS, by_name
from resolvers.prepared_plan import Prepared, prepare
from resolvers.request.documents import Documents, Operation, RefusedError
from resolvers.request.recent_values import RecentValues
from resolvers.request.selection import Collector, RootPlanner, plan_operation
from resolvers.request.variables import slots_for
from resolvers.shaper import make_shaper

# A statement is run again when the directory was of another revision than the graph.
DIRECTORY_TRIES = 5

# Requests recognised by their text and variables as sent, if those are not longer than this.
KEPT_REQUESTS, KEPT_REQUESTS_BYTES = 1_024, 64 << 20
KEPT_REQUEST_LARGEST = 4_096

# Plans by operation and the shape of its variables.
KEPT_PLANS, KEPT_PLANS_BYTES = 4_096, 64 << 20

# Up to so many values graphql-core walks at once, in 4 ms; a thread for less would cost more than it spares.
WALKED_AT_ONCE = 500


_BY_POST = OperationRefusedError("Send mutations by POST.", "变更操作须用 POST。")
_MUTATION_BY_GET = GraphQLError(str(_BY_POST), original_error=_BY_POST, extensions={"code": "MUTATION_BY_GET"})
_VARIABLES = OperationRefusedError("Variable values are nested too deeply.", "变量嵌套过深。")
_TOO_DEEP = GraphQLError(str(_VARIABLES), original_error=_VARIABLES)


class Tier(StrEnum):
    """The way an operation took."""

    FAST = "FAST"
    REPLAY = "REPLAY"
    ORDINARY = "ORDINARY"


@dataclass(frozen=True, slots=True)
class Request:
    """What a client sent. ``variables`` are as decoded from JSON.

    ``bookmarks``: the answer must hold the writes they stand for. ``token``: of the editor who asks, if one does.
    """

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation_name: str | None = None
    bookmarks: tuple[str, ...] = ()
    token: str | None = None
    language: Language = "en"


@dataclass(slots=True)
class Trace:
    """What was done for an answer, for `extensions.oneplusx` and the metrics. Times in seconds."""

    kind: str = "unknown"
    operation: str = ""
    tier: Tier = Tier.ORDINARY
    plan_hash: str = ""
    statement: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    statements: int = 0
    prepare_s: float = 0.0
    database_s: float = 0.0
    shape_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Identified:
    """A valid operation with its coerced variables. ``prepared``: its plan; None for a mutation.

    ``digest`` is the same for the same document, operation and coerced variables, and for no others.
    """

    operation: Operation
    values: VariableValues
    prepared: Prepared | None
    digest: bytes

    @property
    def plan_hash(self) -> str:
        """Give the digest of the statement; nothing for a mutation."""
        return self.prepared.plan_hash if self.prepared else ""

    @property
    def size(self) -> int:
        """Estimate the bytes it takes, with what others may share."""
        return KEPT_REQUEST_LARGEST + self.operation.size + (self.prepared.size if self.prepared else 0)

    @property
    def is_planned(self) -> bool:
        """Whether the answer follows from the graph alone: a query of which nothing is answered elsewhere."""
        return self.prepared is not None and not self.prepared.plan.is_partial


@dataclass(slots=True)
class Answer:
    """The answer to an operation: data as the client asked for it, and errors with the cause of each."""

    data: dict[str, Any] | None
    errors: list[GraphQLError]
    trace: Trace


class Operations:
    """Runs operations against one database; without ``batches`` each with a statement of its own."""

    def __init__(
        self,
        schema: GraphQLSchema,
        planners: Mapping[str, RootPlanner],
        database: Database,
        directory: DirectoryKeeper,
        batches: Batcher | None = None,
        *,
        documents: Documents | None = None,
        mutations: tuple[Mutation, ...] = MUTATIONS,
        expensive: Admission | None = None,
    ) -> None:
        self._schema = schema
        self._planners = planners
        self._mutations = by_name(mutations)
        self._database = database
        self._directory = directory
        self._batches = batches
        self._documents = documents or Documents(schema)
        self._expensive = expensive or Admission(Limits())
        # One thread: each more would take as much again from the loop, for no walk is faster beside another.
        self._walker = ThreadPoolExecutor(1, "walk")
        self._plans = RecentValues[tuple[Any, ...], Prepared](KEPT_PLANS_BYTES, KEPT_PLANS)
        self._identified = RecentValues[tuple[str, str | None, bytes], Identified](KEPT_REQUESTS_BYTES, KEPT_REQUESTS)

    async def run(self, request: Request, *, may_write: bool = True, trace: Trace | None = None) -> Answer:
        """Answer an operation. ``trace`` is filled as far as the operation comes.

        Raises: what ``identify`` and ``execute`` raise.
        """
        trace = trace or Trace()
        return await self.execute(self.identify(request, trace, may_write=may_write), request, trace)

    def identify(self, request: Request, trace: Trace, *, may_write: bool = True) -> Identified:
        """Say which operation is asked with which values, and plan it; the same request is recognised again.

        ``may_write``: mutations are allowed, as they are not by GET. Raises: RefusedError (syntax, validation,
        variables, a mutation that may not write).
        """
        began = time.perf_counter()
        sent = (request.query, request.operation_name, _as_bytes(request.variables))
        found = self._identified.get(sent)
        if found is None:
            found = self._identify(request, trace, may_write=may_write)
            if len(request.query) + len(sent[2]) <= KEPT_REQUEST_LARGEST:
                self._identified.put(sent, found, found.size)
        else:
            _admit(found.operation, trace, may_write=may_write)
        trace.plan_hash, trace.prepare_s = found.plan_hash, time.perf_counter() - began
        return found

    async def execute(self, identified: Identified, request: Request, trace: Trace) -> Answer:
        """Answer what was identified.

        Raises: OneplusxError when an argument is refused or the graph does not answer.
        """
        operation, values, prepared = identified.operation, identified.values, identified.prepared
        if prepared is None:
            return await self._mutate(operation, values, request, trace)
        try:
            columns, inputs = await self._read(operation, prepared, values, trace, request.bookmarks)
        except RefusedArgumentError:
            prepared = self._planned_with(operation, values)
            columns, inputs = await self._read(operation, prepared, values, trace, request.bookmarks)
        began = time.perf_counter()
        data, fits = prepared.shape(columns, trace.params)
        if fits and not prepared.plan.is_partial:
            trace.tier = Tier.FAST
            answer = Answer(data, [], trace)
        else:
            trace.tier = Tier.ORDINARY if prepared.plan.is_partial else Tier.REPLAY
            walk = partial(self._walk, operation, prepared, request, columns, trace)
            # How large introspection is nobody knows before.
            answer = await self._aside(walk, None if prepared.plan.is_partial else data)
        if prepared.checks:
            self._report_missing(operation, prepared, (columns, inputs, values), answer)
        trace.shape_s = time.perf_counter() - began
        return answer

    # ---- before the statement

    def _identify(self, request: Request, trace: Trace, *, may_write: bool) -> Identified:
        operation = self._documents.operation(request.query, request.operation_name)
        _admit(operation, trace, may_write=may_write)
        values = self._coerced(operation, request.variables)
        prepared = None if operation.is_mutation else self._prepared(operation, values)
        return Identified(operation, values, prepared, _digest(request, values))

    def _coerced(self, operation: Operation, variables: Mapping[str, Any]) -> VariableValues:
        definitions = operation.node.variable_definitions or ()
        values = get_variable_values(self._schema, definitions, dict(variables), max_errors=10)
        if isinstance(values, list):
            raise RefusedError(values)
        return values

    def _prepared(self, operation: Operation, values: VariableValues) -> Prepared:
        slotted, shape = slots_for(values, operation.variable_types)
        key = operation.text, operation.name, shape
        found = self._plans.get(key)
        if found is not None:
            return found
        made = self._planned_with(operation, slotted)
        if operation.may_be_kept:
            # A plan holds on to places of its document, and so to all of it.
            self._plans.put(key, made, operation.size + made.size)
        return made

    def _planned_with(self, operation: Operation, values: VariableValues) -> Prepared:
        """Plan with slots for the values, or with the values themselves: then it is known which field refuses one."""
        collector = Collector(self._schema, operation.document, operation.node, values)
        try:
            return prepare(plan_operation(collector, self._planners), collector.fields)
        except GraphQLError as error:
            # A variable with a default may be null by name, where its place in an argument does not allow it.
            raise RefusedError([error]) from error

    # ---- the statement

    async def _read(
        self,
        operation: Operation,
        prepared: Prepared,
        values: VariableValues,
        trace: Trace,
        bookmarks: tuple[str, ...] = (),
    ) -> tuple[list[Any], Inputs]:
        began = time.perf_counter()
        directory = self._directory.current
        for _ in range(DIRECTORY_TRIES):
            inputs = Inputs(values.coerced, directory)
            cost = check_cost(prepared.terms, inputs)
            if not prepared.compiled.text:
                return [], inputs
            trace.params = {name: bind.read(inputs) for name, bind in prepared.compiled.binds}
            trace.statement = prepared.compiled.text
            if cost > EXPENSIVE:
                async with self._expensive.place():
                    columns = await self._run(operation, prepared, bookmarks, trace, self._expensive.timeout_s)
            else:
                columns = await self._run(operation, prepared, bookmarks, trace)
            revision = columns.pop() if prepared.plan.uses_directory else directory.revision
            trace.database_s = time.perf_counter() - began
            if revision == directory.revision:
                break
            directory = await self._directory.instead_of(directory)
        return _answered(prepared, columns, inputs), inputs

    async def _run(
        self,
        operation: Operation,
        prepared: Prepared,
        bookmarks: tuple[str, ...],
        trace: Trace,
        timeout_s: float | None = None,
    ) -> list[Any]:
        trace.statements += 1
        metadata = {"operation": operation.name, "plan": prepared.plan_hash}
        if self._batches and not bookmarks:
            return await self._batches.read(BatchRequest(prepared.texts, trace.params, metadata, timeout_s))
        statement = Statement(prepared.compiled.text, trace.params)
        (row,) = await self._database.read(statement, timeout_s=timeout_s, metadata=metadata, bookmarks=bookmarks)
        return row

    # ---- mutations

    async def _mutate(self, operation: Operation, values: VariableValues, request: Request, trace: Trace) -> Answer:
        """Make the changes of a mutation one after another; one that fails leaves those before it as they are."""
        began = time.perf_counter()
        collector = Collector(self._schema, operation.document, operation.node, values)
        root: dict[str, Any] = {}
        for each in plan_mutations(collector, self._mutations):
            if isinstance(each, Refused):
                root[each.key] = each.error
                continue
            try:
                root[each.request.key] = await run_mutation(
                    self._database, each, operation.name, request.token, request.language
                )
            except OneplusxError as error:
                root[each.request.key] = error
        trace.database_s = time.perf_counter() - began
        return await self._aside(partial(self._walked, operation, request, root, trace), root)

    # ---- after the statement

    async def _aside(self, walk: Callable[[], Answer], data: dict[str, Any] | None) -> Answer:
        """Walk at once where the data is known to be small, else in the thread, which nobody has to wait for."""
        if data is not None and not _holds_more(data, WALKED_AT_ONCE):
            return walk()
        return await asyncio.get_running_loop().run_in_executor(self._walker, walk)

    def _walk(
        self, operation: Operation, prepared: Prepared, request: Request, columns: list[Any], trace: Trace
    ) -> Answer:
        """Let graphql-core walk the shaped data."""
        shape = make_shaper(prepared.plan, prepared.compiled, for_walking=True)
        root, _ = shape(columns, trace.params)
        return self._walked(operation, request, root, trace)

    def _walked(self, operation: Operation, request: Request, root: dict[str, Any], trace: Trace) -> Answer:
        result = execute(
            self._schema,
            operation.document,
            root_value=root,
            variable_values=dict(request.variables),
            operation_name=request.operation_name,
        )
        assert isinstance(result, ExecutionResult)
        return Answer(result.data, [_as_told(each) for each in result.errors or ()], trace)

    def _report_missing(
        self,
        operation: Operation,
        prepared: Prepared,
        read: tuple[list[Any], Inputs, VariableValues],
        answer: Answer,
    ) -> None:
        """Add the error NOT_FOUND for every look-up that found nothing."""
        columns, inputs, values = read
        for column, root in zip(columns, prepared.compiled.columns, strict=True):
            # A look-up gives a list of what it found; a call gives null, and an empty list is an answer.
            is_missing = not column if isinstance(root, Lookup) else column is None
            if isinstance(root, Lookup | Call) and root.missing and is_missing:
                cause = root.missing(inputs)
                nodes = self._nodes_of(operation, values, root.key)
                answer.errors.append(GraphQLError(str(cause), nodes=nodes, path=[root.key], original_error=cause))

    def _nodes_of(self, operation: Operation, values: VariableValues, key: str) -> list[FieldNode]:
        """Give the places of a root field, also those within fragments, without those that are skipped."""
        collector = Collector(self._schema, operation.document, operation.node, values)
        return [each.node for asked in collector.roots() if asked.key == key for each in asked.details]


def _as_bytes(variables: Mapping[str, Any]) -> bytes:
    """Write variables as sent, to recognise them. Raises: RefusedError where they nest deeper than JSON is written."""
    try:
        return orjson.dumps(variables, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError as error:
        raise RefusedError([_TOO_DEEP]) from error


def _holds_more(data: dict[str, Any], number: int) -> bool:
    """Whether there are more than so many values, objects and lists in an answer."""
    waiting: list[Any] = [data]
    seen = 0
    while waiting and seen <= number:
        value = waiting.pop()
        seen += 1
        waiting.extend(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
    return seen > number


def _digest(request: Request, values: VariableValues) -> bytes:
    """Tell requests apart. orjson would write an infinite default, such as `Float = 1e400`, like null."""
    asked = [request.query, request.operation_name, values.coerced]
    text = json.dumps(asked, sort_keys=True, default=attrgetter("value"))  # not of JSON: members of enums
    return hashlib.blake2b(text.encode(), digest_size=20).digest()


def _as_told(error: GraphQLError) -> GraphQLError:
    """Tell what graphql-core says of a value that does not fit as a hole in the data, not as a fault of ours."""
    if isinstance(error.original_error, TypeError | GraphQLError):
        return GraphQLError(error.message, error.nodes, path=error.path)
    return error


def _admit(operation: Operation, trace: Trace, *, may_write: bool) -> None:
    trace.kind, trace.operation = operation.node.operation.value, operation.name
    if operation.is_mutation and not may_write:
        raise RefusedError([_MUTATION_BY_GET])


def _answered(prepared: Prepared, columns: list[Any], inputs: Inputs) -> list[Any]:
    """Let questions make their answers of what their statements gave."""
    return [
        column if question is None else question.read(column, inputs)
        for column, question in zip(columns, prepared.compiled.questions, strict=True)
    ]


def describe(trace: Trace) -> dict[str, Any]:
    """Show a trace to a developer, under `extensions.oneplusx`."""
    return {
        "tier": trace.tier,
        "planHash": trace.plan_hash,
        "statements": trace.statements,
        "statement": trace.statement,
        "parameters": dict(trace.params),
        "milliseconds": {
            "prepare": round(trace.prepare_s * 1e3, 3),
            "database": round(trace.database_s * 1e3, 3),
            "shape": round(trace.shape_s * 1e3, 3),
        },
    }
