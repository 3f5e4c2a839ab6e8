"""One operation, one statement, one record, one answer.

An operation takes one of three ways, called its tier:

- FAST: the generated shaper's check passed; its dicts are the answer and graphql-core does not run.
- REPLAY: a value did not fit its declared type, or an argument was refused; graphql-core walks the shaped data, so that
  messages, paths and the bubbling of nulls are its own. No second statement.
- ORDINARY: introspection, or a mutation; graphql-core answers, over the record of what could be planned.

graphql-core needs 7 us for a value. What is large it walks in a thread, so that other requests are answered meanwhile;
so are searches of the directory and what questions count.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from graphql import ExecutionResult, FieldNode, GraphQLError, GraphQLSchema, execute
from graphql.execution.values import VariableValues

from graph.connection.admission import Admission
from graph.connection.batching import Batcher, BatchRequest
from graph.connection.database import Database, Limits, Statement
from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import OneplusxError, RefusedArgumentError
from graph.query.plan import Call, Inputs, Lookup, Refused
from resolvers.cost import EXPENSIVE, check_cost
from resolvers.editing.execution import plan_mutations, run_mutation
from resolvers.editing.mutation import Mutation
from resolvers.editing.registry import MUTATIONS, by_name
from resolvers.identify import KEPT_PLANS, Identified, Identifier, Request
from resolvers.prepared_plan import Prepared
from resolvers.request.documents import Documents, Operation
from resolvers.request.selection import Collector, RootPlanner
from resolvers.shaper import make_shaper
from resolvers.trace import Tier, Trace

# A statement is run again when the directory was of another revision than the graph.
DIRECTORY_TRIES = 5

# Up to so many values graphql-core walks at once, in 4 ms; a thread for less would cost more than it spares.
WALKED_AT_ONCE = 500

T = TypeVar("T")


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
        self.identifier = Identifier(schema, planners, documents)
        self._mutations = by_name(mutations)
        self._database = database
        self._directory = directory
        self._batches = batches
        self._expensive = expensive or Admission(Limits())
        # The plans of expensive statements that a server has run, and so planned.
        self._ran: set[str] = set()
        # One thread: each more would take as much again from the loop, for none is faster beside another.
        self._thread = ThreadPoolExecutor(1, "aside")

    async def run(self, request: Request, *, may_write: bool = True, trace: Trace | None = None) -> Answer:
        """Answer an operation. ``trace`` is filled as far as the operation comes.

        Raises: what ``Identifier.identify`` and ``execute`` raise.
        """
        trace = trace or Trace()
        return await self.execute(await self.identifier.recognise(request, trace, may_write=may_write), request, trace)

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
            prepared = await self._in_thread(partial(self.identifier.planned_with, operation, values))
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
            trace.params = await self._parameters(prepared, inputs)
            trace.statement = prepared.compiled.text
            if cost > EXPENSIVE:
                columns = await self._run_expensive(operation, prepared, bookmarks, trace)
            else:
                columns = await self._run(operation, prepared, bookmarks, trace)
            revision = columns.pop() if prepared.plan.uses_directory else directory.revision
            trace.database_s = time.perf_counter() - began
            if revision == directory.revision:
                break
            directory = await self._directory.instead_of(directory)
        if any(prepared.compiled.questions):
            columns = await self._in_thread(partial(_answered, prepared, columns, inputs))
        return columns, inputs

    async def _run_expensive(
        self, operation: Operation, prepared: Prepared, bookmarks: tuple[str, ...], trace: Trace
    ) -> list[Any]:
        """Run an expensive statement when its turn comes. The first run of its text may take longer.

        A run that was stopped is a first run again: the server may have started anew and planned what it had forgotten.
        """
        if len(self._ran) > KEPT_PLANS:
            self._ran.clear()
        async with self._expensive.place():
            limit_s = self._expensive.limit_s(has_run=prepared.plan_hash in self._ran)
            self._ran.discard(prepared.plan_hash)
            columns = await self._run(operation, prepared, bookmarks, trace, limit_s)
            self._ran.add(prepared.plan_hash)
        return columns

    async def _parameters(self, prepared: Prepared, inputs: Inputs) -> dict[str, Any]:
        """Read the values of the parameters. A search of the directory takes milliseconds: it is made in the thread."""
        read = partial(_parameters, prepared, inputs)
        searches = any(isinstance(each, Call) and each.uses_directory for each in prepared.plan.roots)
        return await self._in_thread(read) if searches else read()

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
        for each in await self._in_thread(partial(plan_mutations, collector, self._mutations)):
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
        return await self._in_thread(walk)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        """Work in the thread, while the loop answers others."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

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


def _holds_more(data: dict[str, Any], number: int) -> bool:
    """Whether there are more than so many values, objects and lists in an answer."""
    waiting: list[Any] = [data]
    seen = 0
    while waiting and seen <= number:
        value = waiting.pop()
        seen += 1
        waiting.extend(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
    return seen > number


def _as_told(error: GraphQLError) -> GraphQLError:
    """Tell what graphql-core says of a value that does not fit as a hole in the data, not as a fault of ours."""
    if isinstance(error.original_error, TypeError | GraphQLError):
        return GraphQLError(error.message, error.nodes, path=error.path)
    return error


def _parameters(prepared: Prepared, inputs: Inputs) -> dict[str, Any]:
    return {name: bind.read(inputs) for name, bind in prepared.compiled.binds}


def _answered(prepared: Prepared, columns: list[Any], inputs: Inputs) -> list[Any]:
    """Let questions make their answers of what their statements gave."""
    return [
        column if question is None else question.read(column, inputs)
        for column, question in zip(columns, prepared.compiled.questions, strict=True)
    ]
