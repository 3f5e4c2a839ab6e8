"""How a mutation is run: the change, then one reading statement for what was selected.

The selections are planned and their cost refused before anything is written. A mistake of the caller comes back in
``userErrors``; everything else is an error of the field. What was written but could not be read is an error of the
node alone: the payload says that the change was made.
"""

import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLSchema
from graphql.execution.values import VariableValues

from graph.connection.bookmarks import to_token
from graph.connection.database import Commit, Database, Statement
from graph.database_errors import WrittenButNotReadError
from graph.errors import Language, OneplusxError, RowsRefusedError, UserError
from graph.model import MODEL
from graph.query.directory import EMPTY_DIRECTORY
from graph.query.plan import EVERYTHING, Bind, Inputs, Lookup, NodeList, Page, Plan, Refused
from resolvers.cost import check_cost
from resolvers.editing.edit_errors import shown_error
from resolvers.editing.mutation import Mutation
from resolvers.editing.transaction import EditedNodes, perform
from resolvers.prepared_plan import Prepared, prepare
from resolvers.request.arguments import plain
from resolvers.request.documents import Operation
from resolvers.request.recent_values import RecentValues
from resolvers.request.selection import Collector, FieldRequest, select_node
from resolvers.request.variables import slots_for
from resolvers.rights import rights_of
from resolvers.shaper import Shaper, make_shaper

log = logging.getLogger("oneplusx")
_Written = Commit[EditedNodes]


# The variable of what is read back that holds the ids of what was changed: no variable of a document has such a name.
IDS = "\0ids"
# What is read back by documents of late.
KEPT, KEPT_BYTES = 256, 2 << 20


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What is read of a node after its change, and what shapes it."""

    prepared: Prepared
    shape: Shaper


# By the key of the selection.
ReadBacks = Mapping[str, ReadBack]


@dataclass(frozen=True, slots=True)
class Planned:
    """A mutation of one request, its selection planned. ``reads`` has one entry for each selection of the node."""

    request: FieldRequest
    mutation: Mutation
    payload: tuple[FieldRequest, ...]
    reads: ReadBacks
    variables: Mapping[str, Any]

    @property
    def plan_hash(self) -> str:
        """Give a digest of what is changed and of what is read afterwards."""
        parts = (self.mutation.name, *(each.prepared.plan_hash for each in self.reads.values()))
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]


class MutationPlanner:
    """Plans the mutations of an operation. What they read back is planned once for all requests of a document.

    To plan it and to generate what shapes it took more of the process than the change itself.
    """

    def __init__(self, schema: GraphQLSchema, mutations: Mapping[str, Mutation]) -> None:
        self._schema = schema
        self._mutations = mutations
        self._kept = RecentValues[tuple[object, ...], Mapping[str, ReadBacks]](KEPT_BYTES, KEPT)

    def plan(
        self, operation: Operation, values: VariableValues
    ) -> tuple[Collector, list[Planned | Refused | FieldRequest]]:
        """Plan all mutations; one whose selection has a refused argument is not made.

        What is no mutation of the graph is given as it was asked.
        Raises: UserError when together they would read too much.
        """
        known = self._known(operation, values)
        collector = Collector(self._schema, operation.parsed(), operation.node, values)
        planned = [self._planned(collector, each, values, known) for each in collector.roots()]
        reads = [read for each in planned if isinstance(each, Planned) for read in each.reads.values()]
        # The cost depends on how many nodes a mutation may change, not on which.
        check_cost((term for read in reads for term in read.prepared.terms), _inputs(values.coerced, ()))
        return collector, planned

    def _planned(
        self,
        collector: Collector,
        request: FieldRequest,
        values: VariableValues,
        known: Mapping[str, ReadBacks] | None,
    ) -> Planned | Refused | FieldRequest:
        mutation = self._mutations.get(request.name)
        if mutation is None:
            return request
        payload = tuple(collector.below(request))
        reads = _read_backs(collector, payload, mutation) if known is None else known[request.key]
        if collector.refused:
            error, *_ = collector.refused
            collector.refused.clear()
            return Refused(request.key, error)
        return Planned(request, mutation, payload, reads, values.coerced)

    def _known(self, operation: Operation, values: VariableValues) -> Mapping[str, ReadBacks] | None:
        """Give what the mutations read back, by their keys.

        None: a value is refused, and which field refuses it is seen where it is planned with the value.
        """
        slotted, shape = slots_for(values, operation.variable_types)
        key = (operation.text, operation.name, shape)
        found = self._kept.get(key)
        if found is None and operation.may_be_kept:
            found = self._planned_once(operation, slotted)
            if found is not None:
                sizes = (each.prepared.size for reads in found.values() for each in reads.values())
                self._kept.put(key, found, operation.size + sum(sizes))
        return found if found is not None and _takes(found, values) else None

    def _planned_once(self, operation: Operation, slotted: VariableValues) -> Mapping[str, ReadBacks] | None:
        collector = Collector(self._schema, operation.parsed(), operation.node, slotted)
        try:
            found = {
                each.key: _read_backs(collector, collector.below(each), self._mutations[each.name])
                for each in collector.roots()
                if each.name in self._mutations
            }
        except (GraphQLError, OneplusxError):
            return None
        return None if collector.refused else found


def _takes(found: Mapping[str, ReadBacks], values: VariableValues) -> bool:
    """Whether no field refuses a value."""
    inputs = _inputs(values.coerced, ("",))
    try:
        for reads in found.values():
            for each in reads.values():
                _params(each.prepared, inputs)
    except OneplusxError:
        return False
    return True


def _inputs(variables: Mapping[str, Any], ids: Sequence[str], reader: str = "") -> Inputs:
    return Inputs({**variables, IDS: ids}, EMPTY_DIRECTORY, reader)


def _params(prepared: Prepared, inputs: Inputs) -> dict[str, Any]:
    return {name: bind.read(inputs) for name, bind in prepared.compiled.binds}


def _read_backs(collector: Collector, payload: Sequence[FieldRequest], mutation: Mutation) -> ReadBacks:
    return {each.key: _read_back(collector, each, mutation) for each in payload if each.name == mutation.node_field}


def _read_back(collector: Collector, request: FieldRequest, mutation: Mutation) -> ReadBack:
    prepared = prepare(_plan_of(collector, request, mutation))
    return ReadBack(prepared, make_shaper(prepared.plan, prepared.compiled, for_walking=True))


def _plan_of(collector: Collector, request: FieldRequest, mutation: Mutation) -> Plan:
    node_type = MODEL.node_types[mutation.node]
    selection = select_node(collector, request, node_type)
    if rows := mutation.rows:
        most = rows.longest + 1
        limit, ids = Bind("rows", lambda _: most), Bind("ids", lambda inputs: list(inputs.variables[IDS]))
        parts = (NodeList(request.key, selection),)
        return Plan((Page(request.key, node_type, None, parts, EVERYTHING, (), None, limit, ids),))
    by_id = (node_type.by_name["id"], Bind("id", lambda inputs: inputs.variables[IDS][0]))
    return Plan((Lookup(request.key, selection, (by_id,)),))


async def run_mutation(
    database: Database, planned: Planned, operation: str, token: str | None, language: Language
) -> dict[str, Any]:
    """Make the change and give its payload by response keys; ``operation`` is the name that goes to the server.

    Raises: OneplusxError when it is not the caller's input that is wrong.
    """
    mutation = planned.mutation
    values = {name: plain(value) for name, value in planned.request.arguments["input"].items()}
    try:
        metadata = {"operation": operation, "mutation": mutation.name, "plan": planned.plan_hash}
        written = await perform(database, mutation, values, token, metadata=metadata)
    except RowsRefusedError as error:
        refused = [shown_error(each.error, language, each.place) for each in error.rows]
        return _payload(planned, {"userErrors": refused, **_nothing_said(mutation)})
    except UserError as error:
        return _payload(planned, {"userErrors": [shown_error(error, language)], **_nothing_said(mutation)})
    nodes = {key: await _node(database, planned, read, operation, written) for key, read in planned.reads.items()}
    said = {each.name: written.answer.said.get(each.name) or [] for each in mutation.says}
    return _payload(planned, {"userErrors": [], "bookmark": to_token(written.bookmarks), **said, **nodes})


def refusal(planned: Planned, payload: object) -> str:
    """Give the code of the first of the ``userErrors`` of a payload. Empty: there is none, or no one asked."""
    asked = [each.key for each in planned.payload if each.name == "userErrors"]
    errors = [error for key in asked if isinstance(payload, Mapping) for error in payload[key]]
    return errors[0]["code"] if errors else ""


def _nothing_said(mutation: Mutation) -> dict[str, Any]:
    return {"bookmark": None, **{each.name: [] for each in mutation.says}}


async def _node(database: Database, planned: Planned, read: ReadBack, operation: str, written: _Written) -> Any:
    """Read the nodes after the change; what keeps us from it is given as an error, for the change stands."""
    try:
        return await _read(database, planned, read, operation, written)
    except Exception as error:  # whatever it is, the caller must learn that the change was made
        changed = ", ".join(written.answer.ids)
        log.warning("%s was changed and could not be read", changed, exc_info=error)
        return WrittenButNotReadError(changed, error.code if isinstance(error, OneplusxError) else "INTERNAL")


async def _read(database: Database, planned: Planned, read: ReadBack, operation: str, written: _Written) -> Any:
    prepared = read.prepared
    params = _params(prepared, _inputs(planned.variables, written.answer.ids, rights_of(written.answer.editor)))
    metadata = {"operation": operation, "plan": prepared.plan_hash}
    statement = Statement(prepared.compiled.text, params)
    # Without a chain there is one server: it has what it acknowledged, and a wait would be two calls more.
    bookmarks = written.bookmarks if database.chain else ()
    (row,) = await database.read(statement, metadata=metadata, bookmarks=bookmarks)
    root, _ = read.shape(list(row), params)
    ((key, value),) = root.items()
    # Nodes come as the part of a page that has the same key.
    return value[key] if isinstance(prepared.plan.roots[0], Page) else value


def _payload(planned: Planned, values: Mapping[str, Any]) -> dict[str, Any]:
    return {each.key: values.get(each.key if each.key in planned.reads else each.name) for each in planned.payload}
