"""What a request asks: which operation, with which values, and the plan of it.

The same request is recognised again. What is not known takes up to a tenth of a second to parse, check and plan. That
is done in a thread of its own, so that others are answered meanwhile. Those who wait for it take turns by caller.
"""

import asyncio
import hashlib
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from typing import Any

import orjson
from graphql import GraphQLError, GraphQLSchema
from graphql.execution.values import VariableValues, get_variable_values

from graph.errors import Language, OperationRefusedError
from graph.fair_shares import Turns
from resolvers.prepared_plan import Prepared, prepare
from resolvers.request.documents import Documents, Operation, RefusedError
from resolvers.request.recent_values import RecentValues
from resolvers.request.selection import Collector, RootPlanner, plan_operation
from resolvers.request.variables import slots_for
from resolvers.rights import EVERYBODY, Rights
from resolvers.trace import Trace

# Requests recognised by their text and variables as sent, if those are not longer than this.
KEPT_REQUESTS, KEPT_REQUESTS_BYTES = 1_024, 8 << 20
KEPT_REQUEST_LARGEST = 4_096

# Plans by operation and the shape of its variables. The collector looks through all that is kept, and stops everybody
# meanwhile: so little of it that this takes some 15 ms.
KEPT_PLANS, KEPT_PLANS_BYTES = 1_024, 6 << 20

_BY_POST = OperationRefusedError("Send mutations by POST.", "变更操作须用 POST。")
_MUTATION_BY_GET = GraphQLError(str(_BY_POST), original_error=_BY_POST, extensions={"code": "MUTATION_BY_GET"})
_VARIABLES = OperationRefusedError("Variable values are nested too deeply.", "变量嵌套过深。")
_TOO_DEEP = GraphQLError(str(_VARIABLES), original_error=_VARIABLES)


@dataclass(frozen=True, slots=True)
class Request:
    """What a client sent. ``variables`` are as decoded from JSON.

    ``bookmarks``: the answer must hold the writes they stand for. ``token``: of the editor who asks, if one does.
    ``rights``: what a query reads for that editor; a mutation looks the token up itself. ``caller``: whose turns it
    takes.
    """

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation_name: str | None = None
    bookmarks: tuple[str, ...] = ()
    token: str | None = None
    language: Language = "en"
    rights: Rights = EVERYBODY
    caller: str = ""


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
    def is_timeless(self) -> bool:
        """Whether nothing of the graph is in the answer, as in that to introspection: the schema does not change."""
        return self.prepared is not None and not (self.prepared.compiled.text or self.prepared.plan.asks_process)

    @property
    def is_planned(self) -> bool:
        """Whether the answer follows from the graph alone: a query of which nothing is answered elsewhere."""
        return self.prepared is not None and not self.prepared.plan.is_partial


class Identifier:
    """Says what requests ask, and keeps what it found for the next."""

    def __init__(
        self, schema: GraphQLSchema, planners: Mapping[str, RootPlanner], documents: Documents | None = None
    ) -> None:
        self._schema = schema
        self._planners = planners
        self.documents = documents or Documents(schema)
        self._plans = RecentValues[tuple[object, ...], Prepared](KEPT_PLANS_BYTES, KEPT_PLANS)
        self._identified = RecentValues[tuple[str, str | None, bytes], Identified](KEPT_REQUESTS_BYTES, KEPT_REQUESTS)
        self._thread, self._turns = ThreadPoolExecutor(1, "identify"), Turns(1)

    async def recognise(
        self,
        request: Request,
        trace: Trace,
        *,
        may_write: bool = True,
        begin: Callable[[], Awaitable[None]] | None = None,
    ) -> Identified:
        """Identify a request; in the thread, unless it and its plan are known.

        ``begin`` is awaited before the thread is asked: there the client may be seen to have gone.
        Raises: as ``identify``.
        """
        began = time.perf_counter()
        found = self._known(request, _as_bytes(request.variables))
        if found is not None:
            return _admitted(found, trace, began, may_write=may_write)
        if begin:
            await begin()
        work = partial(self.identify, request, trace, may_write=may_write)
        async with self._turns.turn(request.caller):
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def identify(self, request: Request, trace: Trace, *, may_write: bool = True) -> Identified:
        """Say which operation is asked with which values, and plan it; the same request is recognised again.

        ``may_write``: mutations are allowed, as they are not by GET. Raises: RefusedError (syntax, validation,
        variables, a mutation that may not write).
        """
        began = time.perf_counter()
        variables = _as_bytes(request.variables)
        found = self._known(request, variables)
        if found is None:
            operation = self.documents.operation(request.query, request.operation_name)
            _admit(operation, trace, may_write=may_write)
            values = self._coerced(operation, request.variables)
            found = self._keep(request, variables, operation, values, self._prepared(operation, values))
        return _admitted(found, trace, began, may_write=may_write)

    def planned_with(self, operation: Operation, values: VariableValues) -> Prepared:
        """Plan with slots for the values, or with the values themselves: then it is known which field refuses one."""
        collector = Collector(self._schema, operation.parsed(), operation.node, values)
        try:
            return prepare(plan_operation(collector, self._planners), collector.fields)
        except GraphQLError as error:
            # A variable with a default may be null by name, where its place in an argument does not allow it.
            raise RefusedError([error]) from error

    def _known(self, request: Request, variables: bytes) -> Identified | None:
        """Recognise a request, or a short one of a document and a plan that are kept; None: it has to be worked out."""
        found = self._identified.get((request.query, request.operation_name, variables))
        if found is not None or not _is_short(request, variables):
            return found
        operation = self.documents.kept(request.query, request.operation_name)
        if operation is None:
            return None
        values = self._coerced(operation, request.variables)
        prepared = None if operation.is_mutation else self._plans.get(_plan_key(operation, values))
        if prepared is None and not operation.is_mutation:
            return None
        return self._keep(request, variables, operation, values, prepared)

    def _keep(
        self,
        request: Request,
        variables: bytes,
        operation: Operation,
        values: VariableValues,
        prepared: Prepared | None,
    ) -> Identified:
        found = Identified(operation, values, prepared, _digest(request, values))
        if _is_short(request, variables):
            self._identified.put((request.query, request.operation_name, variables), found, found.size)
        return found

    def _coerced(self, operation: Operation, variables: Mapping[str, Any]) -> VariableValues:
        values = get_variable_values(self._schema, operation.definitions, dict(variables), max_errors=10)
        if isinstance(values, list):
            raise RefusedError(values)
        return values

    def _prepared(self, operation: Operation, values: VariableValues) -> Prepared | None:
        """Plan a query, or find its plan; a mutation is planned when it is run."""
        if operation.is_mutation:
            return None
        key = _plan_key(operation, values)
        found = self._plans.get(key)
        if found is not None:
            return found
        slotted, _ = slots_for(values, operation.variable_types)
        made = self.planned_with(operation, slotted)
        if operation.may_be_kept:
            # A question that may refuse an argument holds on to its place in the document.
            self._plans.put(key, made, operation.size + made.size)
        return made


def _plan_key(operation: Operation, values: VariableValues) -> tuple[object, ...]:
    _, shape = slots_for(values, operation.variable_types)
    return operation.text, operation.name, shape


def _is_short(request: Request, variables: bytes) -> bool:
    return len(request.query) + len(variables) <= KEPT_REQUEST_LARGEST


def _as_bytes(variables: Mapping[str, Any]) -> bytes:
    """Write variables as sent, to recognise them. Raises: RefusedError where they nest deeper than JSON is written."""
    try:
        return orjson.dumps(variables, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError as error:
        raise RefusedError([_TOO_DEEP]) from error


def _digest(request: Request, values: VariableValues) -> bytes:
    """Tell requests apart. orjson would write an infinite default, such as `Float = 1e400`, like null."""
    asked = [request.query, request.operation_name, values.coerced]
    text = json.dumps(asked, sort_keys=True, default=attrgetter("value"))  # not of JSON: members of enums
    return hashlib.blake2b(text.encode(), digest_size=20).digest()


def _admit(operation: Operation, trace: Trace, *, may_write: bool) -> None:
    trace.kind, trace.operation = operation.kind.value, operation.name
    if operation.is_mutation and not may_write:
        raise RefusedError([_MUTATION_BY_GET])


def _admitted(found: Identified, trace: Trace, began: float, *, may_write: bool) -> Identified:
    _admit(found.operation, trace, may_write=may_write)
    trace.plan_hash, trace.prepare_s = found.plan_hash, time.perf_counter() - began
    return found
