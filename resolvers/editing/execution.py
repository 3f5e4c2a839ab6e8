"""How a mutation is run: the change, then one reading statement for what was selected.

The selections are planned and their cost refused before anything is written. A mistake of the caller comes back in
``userErrors``; everything else is an error of the field. What was written but could not be read is an error of the
node alone: the payload says that the change was made.
"""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
from resolvers.request.selection import Collector, FieldRequest, select_node
from resolvers.rights import rights_of
from resolvers.shaper import make_shaper

log = logging.getLogger("oneplusx")
_Written = Commit[EditedNodes]


@dataclass(frozen=True, slots=True)
class Planned:
    """A mutation of one request, its selection planned. ``reads`` has one entry for each selection of the node."""

    request: FieldRequest
    mutation: Mutation
    payload: tuple[FieldRequest, ...]
    reads: Mapping[str, Prepared]

    @property
    def plan_hash(self) -> str:
        """Give a digest of what is changed and of what is read afterwards."""
        parts = (self.mutation.name, *(each.plan_hash for each in self.reads.values()))
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]


def plan_mutations(collector: Collector, mutations: Mapping[str, Mutation]) -> list[Planned | Refused | FieldRequest]:
    """Plan the selections of all mutations of an operation; ``mutations`` are those there are, by name.

    One whose selection has a refused argument is not made. What is no mutation of the graph is given as it was asked.
    Raises: UserError when together they would read too much.
    """
    roots = collector.roots()
    planned = [_planned(collector, each, mutations[each.name]) if each.name in mutations else each for each in roots]
    reads = [read for each in planned if isinstance(each, Planned) for read in each.reads.values()]
    check_cost((term for read in reads for term in read.terms), _OF_NO_NODE)
    return planned


# The cost depends on how many nodes a mutation may change, not on which.
_OF_NO_NODE = Inputs({"ids": ()}, EMPTY_DIRECTORY)


def _planned(collector: Collector, request: FieldRequest, mutation: Mutation) -> Planned | Refused:
    payload = tuple(collector.below(request))
    reads = {each.key: _read_of(collector, each, mutation) for each in payload if each.name == mutation.node_field}
    if collector.refused:
        error, *_ = collector.refused
        collector.refused.clear()
        return Refused(request.key, error)
    return Planned(request, mutation, payload, reads)


def _read_of(collector: Collector, request: FieldRequest, mutation: Mutation) -> Prepared:
    node_type = MODEL.node_types[mutation.node]
    selection = select_node(collector, request, node_type)
    if rows := mutation.rows:
        most = rows.longest + 1
        limit, ids = Bind("rows", lambda _: most), Bind("ids", lambda inputs: list(inputs.variables["ids"]))
        parts = (NodeList(request.key, selection),)
        return prepare(Plan((Page(request.key, node_type, None, parts, EVERYTHING, (), None, limit, ids),)))
    by_id = (node_type.by_name["id"], Bind("id", lambda inputs: inputs.variables["ids"][0]))
    return prepare(Plan((Lookup(request.key, selection, (by_id,)),)))


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
    nodes = {key: await _node(database, prepared, operation, written) for key, prepared in planned.reads.items()}
    said = {each.name: written.answer.said.get(each.name) or [] for each in mutation.says}
    return _payload(planned, {"userErrors": [], "bookmark": to_token(written.bookmarks), **said, **nodes})


def _nothing_said(mutation: Mutation) -> dict[str, Any]:
    return {"bookmark": None, **{each.name: [] for each in mutation.says}}


async def _node(database: Database, prepared: Prepared, operation: str, written: _Written) -> Any:
    """Read the nodes after the change; what keeps us from it is given as an error, for the change stands."""
    try:
        return await _read(database, prepared, operation, written)
    except Exception as error:  # whatever it is, the caller must learn that the change was made
        changed = ", ".join(written.answer.ids)
        log.warning("%s was changed and could not be read", changed, exc_info=error)
        return WrittenButNotReadError(changed, error.code if isinstance(error, OneplusxError) else "INTERNAL")


async def _read(database: Database, prepared: Prepared, operation: str, written: _Written) -> Any:
    inputs = Inputs({"ids": written.answer.ids}, EMPTY_DIRECTORY, rights_of(written.answer.editor))
    params = {name: bind.read(inputs) for name, bind in prepared.compiled.binds}
    metadata = {"operation": operation, "plan": prepared.plan_hash}
    statement = Statement(prepared.compiled.text, params)
    # Without a chain there is one server: it has what it acknowledged, and a wait would be two calls more.
    bookmarks = written.bookmarks if database.chain else ()
    (row,) = await database.read(statement, metadata=metadata, bookmarks=bookmarks)
    root, _ = make_shaper(prepared.plan, prepared.compiled, for_walking=True)(list(row), params)
    ((key, value),) = root.items()
    # Nodes come as the part of a page that has the same key.
    return value[key] if isinstance(prepared.plan.roots[0], Page) else value


def _payload(planned: Planned, values: Mapping[str, Any]) -> dict[str, Any]:
    return {each.key: values.get(each.key if each.key in planned.reads else each.name) for each in planned.payload}
