"""One operation, one statement, one record, one answer.

An operation takes one of three ways, called its tier:

- FAST: the generated shaper's check passed; its dicts are the answer and graphql-core does not run.
- REPLAY: a value did not fit its declared type, or an argument was refused; graphql-core walks the shaped data, so that
  messages, paths and the bubbling of nulls are its own. No second statement.
- ORDINARY: introspection, a service of the process, or a mutation; graphql-core answers, over the record of what could
  be planned and what the process answered.

graphql-core needs 7 us for a value. What is large it walks in a thread, so that other requests are answered meanwhile.
So are searches of the directory, and what questions count.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import Any, TypeGuard, TypeVar

from graphql import ExecutionResult, FieldNode, GraphQLError, GraphQLSchema, execute
from graphql.execution.values import VariableValues

from graph.collector import large_answer
from graph.connection.admission import Admission
from graph.connection.batching import Batcher, BatchRequest
from graph.connection.database import Database, Limits, Statement
from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import NotFoundError, NotKnownError, OneplusxError, RefusedArgumentError, UserError
from graph.query.change_log import News
from graph.query.directory import Directory
from graph.query.plan import Call, Inputs, Lookup, Refused, Root
from resolvers.cost import EXPENSIVE, check_cost, cost_of
from resolvers.editing.execution import MutationPlanner, Planned, refusal, run_mutation
from resolvers.editing.mutation import Mutation
from resolvers.editing.registry import MUTATIONS, by_name
from resolvers.identify import KEPT_PLANS, Identified, Identifier, Request
from resolvers.prepared_plan import Prepared
from resolvers.request.documents import Documents, Operation
from resolvers.request.selection import Collector, FieldRequest, RootPlanner
from resolvers.services.registry import SERVICES_BY_NAME
from resolvers.services.service import ServiceCaller, Services, serve
from resolvers.shaper import make_shaper
from resolvers.trace import Tier, Trace

# A statement is run again when the directory was of another revision than the graph.
DIRECTORY_TRIES = 5

# Up to this many values graphql-core walks at once, in 4 ms; a thread for less would cost more than it spares.
WALKED_AT_ONCE = 500

T = TypeVar("T")

# Makes a change, given what does so with a database: in the loop of the readers, or in another one.
ChangeRunner = Callable[[Callable[[Database], Awaitable[dict[str, Any]]]], Awaitable[dict[str, Any]]]


@dataclass(slots=True)
class Answer:
    """The answer to an operation: data as the client asked for it, and errors with the cause of each."""

    data: dict[str, Any] | None
    errors: list[GraphQLError]
    trace: Trace


@dataclass(frozen=True, slots=True)
class PlannedQuery:
    """A query with its plan and values, to be read after the writes of these bookmarks; ``trace`` is filled.

    ``reader``: the college whose drafts the caller may read. ``caller``: whose turns it takes. ``alive`` lasts as long
    as its rows are.
    """

    operation: Operation
    prepared: Prepared
    values: VariableValues
    bookmarks: tuple[str, ...]
    trace: Trace
    reader: str = ""
    caller: str = ""
    alive: ExitStack = field(default_factory=ExitStack)

    def inputs(self, directory: Directory) -> Inputs:
        """Give what it is run with, as the caller may see it."""
        return Inputs(self.values.coerced, directory.seen_by(self.reader), self.reader)


@dataclass(frozen=True, slots=True)
class Read:
    """What a statement gave for each root field, and the errors of questions that have no answer, by their place."""

    columns: list[Any]
    inputs: Inputs
    unanswered: Mapping[int, UserError] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the run of an operation may use: a thread for what would hold the loop, and time for its statement."""

    thread: ThreadPoolExecutor
    timeout_s: float | None = None

    async def in_thread(self, work: Callable[[], T]) -> T:
        """Work in the thread, while the loop answers others."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, work)


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
        services: Services = MappingProxyType({}),
        expensive: Admission | None = None,
        writing: ChangeRunner | None = None,
    ) -> None:
        self._schema = schema
        self.identifier = Identifier(schema, planners, documents)
        self._mutations = MutationPlanner(schema, by_name(mutations))
        self._services = services
        self._database = database
        self._writing = writing or (lambda change: change(database))
        self._directory = directory
        self._batches = batches
        self._admission = expensive or Admission(Limits())
        # The plans of expensive statements that a server has run, and so planned.
        self._ran: set[str] = set()
        # A thread for each: what is cheap must not wait for what is expensive. More would take more from the loop.
        self._cheap = Allowance(ThreadPoolExecutor(1, "cheap"))
        self._expensive = Allowance(ThreadPoolExecutor(1, "expensive"))

    @property
    def patience(self) -> int:
        """How many times its ordinary limit a request may take."""
        return self._admission.patience

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
        if identified.prepared is None:
            return await self._mutate(identified.operation, identified.values, request, trace)
        with ExitStack() as alive:
            return await self._answer(identified, identified.prepared, request, trace, alive)

    async def _answer(
        self, identified: Identified, prepared: Prepared, request: Request, trace: Trace, alive: ExitStack
    ) -> Answer:
        operation, values = identified.operation, identified.values
        query = PlannedQuery(
            operation, prepared, values, request.bookmarks, trace, request.rights, request.caller, alive
        )
        try:
            read = await self._read(query)
        except RefusedArgumentError:
            prepared = await self._cheap.in_thread(partial(self.identifier.planned_with, operation, values))
            query = replace(query, prepared=prepared)
            read = await self._read(query)
        served = await self._served(query, request) if prepared.plan.asks_process else {}
        began = time.perf_counter()
        data, fits = await self._shaped(prepared, read.columns, read.inputs, trace)
        if fits and not prepared.plan.is_partial:
            trace.tier = Tier.FAST
            answer = Answer(data, [], trace)
        else:
            trace.tier = Tier.ORDINARY if prepared.plan.is_partial else Tier.REPLAY
            walk = partial(self._walk, query, request, read.columns, served)
            # How large introspection is no one knows before.
            answer = await self._aside(walk, None if prepared.plan.is_partial else data)
        if read.unanswered or any(map(_is_missing, prepared.compiled.columns, read.columns)):
            errors = partial(self._unanswered, operation, prepared.compiled.columns, read, values)
            answer.errors.extend(await self._cheap.in_thread(errors))
        trace.shape_s = time.perf_counter() - began
        return answer

    # ---- the statement

    async def _read(self, query: PlannedQuery) -> Read:
        """Give the columns with what questions made of them. What is expensive waits for a place, and keeps to it."""
        directory = self._directory.current
        if directory.revision < 0 and query.prepared.compiled.text:
            # Without the counts of a process that just started everything would look cheap.
            directory = await self._directory.at_least(0)
        cost = check_cost(query.prepared.terms, query.inputs(directory))
        if cost <= EXPENSIVE:
            return await self._read_with(query, self._cheap)
        return await self._read_in_turn(query)

    async def _read_in_turn(self, query: PlannedQuery) -> Read:
        """Read what is expensive when its turn comes. The first run of its text may take longer.

        A run that was stopped is a first run again: the server may have started anew and planned what it had forgotten.
        """
        plan_hash = query.prepared.plan_hash
        if len(self._ran) > KEPT_PLANS:
            self._ran.clear()
        async with self._admission.place(query.caller):
            limit_s = self._admission.limit_s(has_run=plan_hash in self._ran)
            self._ran.discard(plan_hash)
            found = await self._read_with(query, replace(self._expensive, timeout_s=limit_s))
            self._ran.add(plan_hash)
            self._admission.has_answered = True
        return found

    async def _read_with(self, query: PlannedQuery, allowance: Allowance) -> Read:
        prepared, trace, began = query.prepared, query.trace, time.perf_counter()
        directory = self._directory.current
        for _ in range(DIRECTORY_TRIES):
            inputs = query.inputs(directory)
            if not prepared.compiled.text:
                return Read([], inputs)
            trace.params = await self._parameters(prepared, inputs, allowance)
            columns = await self._run(query, allowance.timeout_s)
            if allowance.timeout_s is not None:
                query.alive.enter_context(large_answer())
            shown = columns.pop() if prepared.plan.uses_directory else None
            trace.database_s = time.perf_counter() - began
            if shown is None:
                break
            news = News.of(shown)
            held, directory = directory, await self._directory.after(directory, news)
            # Other types were changed, as by most writes: with the new directory the statement would be the same.
            if directory.revision >= news.revision and directory.is_same(held, prepared.plan.directory_types):
                break
        read = Read(columns, inputs)
        if any(prepared.compiled.questions):
            return await allowance.in_thread(partial(_answered, prepared, read))
        return read

    async def _parameters(self, prepared: Prepared, inputs: Inputs, allowance: Allowance) -> dict[str, Any]:
        """Read the values of the parameters. A search of the directory takes milliseconds: it is made in a thread."""
        read = partial(_parameters, prepared, inputs)
        searches = any(
            each.directory_types if isinstance(each, Call) else isinstance(each, Lookup) and each.is_by_directory
            for each in prepared.plan.roots
        )
        return await allowance.in_thread(read) if searches else read()

    async def _run(self, query: PlannedQuery, timeout_s: float | None) -> list[Any]:
        prepared, trace = query.prepared, query.trace
        trace.statements += 1
        trace.statement = prepared.compiled.text
        metadata = {"operation": query.operation.name, "plan": prepared.plan_hash}
        if self._batches and not query.bookmarks:
            return await self._batches.read(BatchRequest(prepared.texts, trace.params, metadata, timeout_s))
        statement = Statement(prepared.compiled.text, trace.params)
        (row,) = await self._database.read(
            statement,
            timeout_s=timeout_s,
            metadata=metadata,
            bookmarks=query.bookmarks,
            is_expensive=timeout_s is not None,
        )
        return row

    # ---- services and mutations

    async def _served(self, query: PlannedQuery, request: Request) -> dict[str, Any]:
        """Give what services answer to a query, by response keys."""
        operation = query.operation
        collector = Collector(self._schema, operation.parsed(), operation.node, query.values)
        asked = [each for each in collector.roots() if each.name in SERVICES_BY_NAME]
        return {each.key: await self._serve(collector, each, request) for each in asked}

    async def _serve(self, collector: Collector, asked: FieldRequest, request: Request) -> Any:
        caller = ServiceCaller(request.token, request.language)
        return await serve(collector, asked, SERVICES_BY_NAME[asked.name], self._services, caller)

    async def _mutate(self, operation: Operation, values: VariableValues, request: Request, trace: Trace) -> Answer:
        """Make the changes of a mutation one after another; one that fails leaves those before it as they are."""
        began = time.perf_counter()
        root: dict[str, Any] = {}
        collector, mutations = await self._cheap.in_thread(partial(self._mutations.plan, operation, values))
        for each in mutations:
            match each:
                case Refused():
                    root[each.key] = each.error
                case Planned():
                    changed = root[each.request.key] = await self._changed(each, operation, request)
                    trace.refused = trace.refused or refusal(each, changed)
                case FieldRequest() if each.name in SERVICES_BY_NAME:
                    root[each.key] = await self._serve(collector, each, request)
        trace.database_s = time.perf_counter() - began
        return await self._aside(partial(self._walked, operation, request, root, trace), root)

    async def _changed(self, planned: Planned, operation: Operation, request: Request) -> Any:
        def change(database: Database) -> Awaitable[dict[str, Any]]:
            return run_mutation(database, planned, operation.name, request.token, request.language)

        try:
            return await self._writing(change)
        except OneplusxError as error:
            return error

    # ---- after the statement

    async def _shaped(
        self, prepared: Prepared, columns: list[Any], inputs: Inputs, trace: Trace
    ) -> tuple[dict[str, Any], bool]:
        """Shape the data: at once, where it costs little; what is large would hold the loop for some 20 ms."""
        shape = partial(prepared.shape, columns, trace.params)
        is_large = cost_of(prepared.terms, inputs) > EXPENSIVE
        return await self._expensive.in_thread(shape) if is_large else shape()

    async def _aside(self, walk: Callable[[], Answer], data: dict[str, Any] | None) -> Answer:
        """Walk at once where the data is known to be small, else in the thread, which no one has to wait for."""
        if data is not None and not _holds_more(data, WALKED_AT_ONCE):
            return walk()
        return await self._expensive.in_thread(walk)

    def _walk(self, query: PlannedQuery, request: Request, columns: list[Any], served: Mapping[str, Any]) -> Answer:
        """Let graphql-core walk the shaped data, and what services answered."""
        shape = make_shaper(query.prepared.plan, query.prepared.compiled, for_walking=True)
        root, _ = shape(columns, query.trace.params)
        return self._walked(query.operation, request, {**root, **served}, query.trace)

    def _walked(self, operation: Operation, request: Request, root: dict[str, Any], trace: Trace) -> Answer:
        result = execute(
            self._schema,
            operation.parsed(),
            root_value=root,
            variable_values=dict(request.variables),
            operation_name=request.operation_name,
        )
        assert isinstance(result, ExecutionResult)
        return Answer(result.data, [_as_told(each) for each in result.errors or ()], trace)

    def _unanswered(
        self, operation: Operation, roots: Sequence[Root], read: Read, values: VariableValues
    ) -> list[GraphQLError]:
        """Give an error for every look-up that found nothing, and for every question that has no answer."""
        found: list[GraphQLError] = []
        for place, (root, column) in enumerate(zip(roots, read.columns, strict=True)):
            cause: Exception | None = read.unanswered.get(place)
            if _is_missing(root, column) and root.missing:
                cause = root.missing(read.inputs)
            if cause is not None:
                nodes = self._nodes_of(operation, values, root.key)
                found.append(GraphQLError(str(cause), nodes=nodes, path=[root.key], original_error=cause))
        return found

    def _nodes_of(self, operation: Operation, values: VariableValues, key: str) -> list[FieldNode]:
        """Give the places of a root field, also those within fragments, without those that are skipped."""
        collector = Collector(self._schema, operation.parsed(), operation.node, values)
        return [each.node for asked in collector.roots() if asked.key == key for each in asked.details]


def _is_missing(root: Root, column: Any) -> TypeGuard[Lookup]:
    """Whether it is a look-up that found nothing, and that says so."""
    return isinstance(root, Lookup) and root.missing is not None and not column


def _holds_more(data: dict[str, Any], number: int) -> bool:
    """Whether there are more than this many values, objects and lists in an answer."""
    waiting: list[Any] = [data]
    seen = 0
    while waiting and seen <= number:
        value = waiting.pop()
        seen += 1
        waiting.extend(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
    return seen > number


def _as_told(error: GraphQLError) -> GraphQLError:
    """Tell what graphql-core says of a value that does not fit as a hole in the data, not as a fault of ours.

    What is refused leaves no traceback: its error stands in the plan, which would keep all that graphql-core made.
    """
    cause = error.original_error
    if isinstance(cause, TypeError | GraphQLError):
        return GraphQLError(error.message, error.nodes, path=error.path)
    if isinstance(cause, OneplusxError):
        cause.__traceback__ = error.__traceback__ = None
    return error


def _parameters(prepared: Prepared, inputs: Inputs) -> dict[str, Any]:
    return {name: bind.read(inputs) for name, bind in prepared.compiled.binds}


def _answered(prepared: Prepared, read: Read) -> Read:
    """Let questions make their answers of what their statements gave. One that cannot is null, and says why."""
    columns, unanswered = [*read.columns], {}
    for place, question in enumerate(prepared.compiled.questions):
        if question is None:
            continue
        try:
            columns[place] = question.read(columns[place], read.inputs)
        except (NotFoundError, NotKnownError, RefusedArgumentError) as error:
            columns[place], unanswered[place] = None, error
    return Read(columns, read.inputs, unanswered)
