"""The mutations: which there are, and how one is run: the change, then one reading statement for what was selected.

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
from graph.connection.database import Database, Statement, Written
from graph.errors import Language, OneplusxError, UserError, WrittenButNotReadError
from graph.model import MODEL
from graph.query.directory import EMPTY
from graph.query.plan import Bind, Inputs, Lookup, Plan
from graph.upkeep.editors import Role
from resolvers.cost import check_cost
from resolvers.editing import alignments, reviews
from resolvers.editing.audit_trail import KEY_LARGEST, TEXT_LARGEST, EditRequest, Work, perform
from resolvers.prepared_plan import Prepared, prepare
from resolvers.questions.question import Argument
from resolvers.request.arguments import plain
from resolvers.request.selection import Collector, FieldRequest, select_node
from resolvers.shaper import make_shaper

log = logging.getLogger("oneplusx")
EVERY_ROLE = frozenset(Role)
REVIEWERS = frozenset({Role.REVIEWER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One mutation: its input, who may, what it does, and the type of the node in its payload."""

    name: str
    description: str
    input: tuple[Argument, ...]
    node: str
    roles: frozenset[Role]
    work: Work


_KEY = Argument(
    name="idempotencyKey",
    annotation="String | None",
    description=(
        f"At most {KEY_LARGEST} characters. The same key with the same input changes nothing a second time, and finds "
        "what was made: send both again after OUTCOME_UNKNOWN."
    ),
    default=None,
)
_VERSION = Argument(
    name="version", annotation="Int", description="The version you read; refused if it has changed since."
)
_REASON = Argument(name="reason", annotation="String", description=f"Why, at most {TEXT_LARGEST} characters.")
_ALIGNMENT = Argument(name="alignment", annotation="ID", description="Id of the alignment.")

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(
        name="proposeAlignment",
        description="Propose an alignment. It counts for nothing until another person accepts it. Any editor.",
        input=(
            Argument(
                name="subject", annotation="ID", description="Id of a Course, PlanCourse, CourseOutcome or Major."
            ),
            Argument(name="target", annotation="ID", description="Id of a SkillRequirement, WorkTask or WorkArea."),
            Argument(name="kind", annotation="AlignmentKind", description="What it says."),
            Argument(
                name="role",
                annotation="AlignmentRole | None",
                description="What the course does. Null only for NO_MATCH.",
                default=None,
            ),
            Argument(
                name="strength",
                annotation="Float",
                description="How much of the target the subject carries: more than 0, at most 1; 0 for NO_MATCH.",
            ),
            Argument(name="rationale", annotation="String", description=f"Why, at most {TEXT_LARGEST} characters."),
            Argument(
                name="method",
                annotation="String",
                description="How it was found: `manual`, `suggested` (`suggestAlignments`), or your word for it.",
                default="manual",
            ),
            Argument(
                name="validFrom",
                annotation="Date | None",
                description="First day in force, for `asOf`. By default the day of the decision.",
                default=None,
            ),
            Argument(
                name="validTo",
                annotation="Date | None",
                description="First day no longer in force. By default no end.",
                default=None,
            ),
            Argument(
                name="sources",
                annotation="list[ID] | None",
                description=f"Ids of sources, at most {alignments.SOURCES_LARGEST}.",
                default=None,
            ),
            _KEY,
        ),
        node="Alignment",
        roles=EVERY_ROLE,
        work=alignments.propose,
    ),
    Mutation(
        name="decideAlignment",
        description="Accept or reject a suggested alignment that somebody else proposed. Reviewers.",
        input=(
            _ALIGNMENT,
            Argument(name="decision", annotation="AlignmentDecision", description="What you decide."),
            _REASON,
            _VERSION,
            _KEY,
        ),
        node="Alignment",
        roles=REVIEWERS,
        work=alignments.decide,
    ),
    Mutation(
        name="withdrawAlignment",
        description="Take back a suggested or accepted alignment; it is kept as WITHDRAWN. Its author, or a reviewer.",
        input=(_ALIGNMENT, _REASON, _VERSION, _KEY),
        node="Alignment",
        roles=EVERY_ROLE,
        work=alignments.withdraw,
    ),
    Mutation(
        name="closeReview",
        description="Conclude that nothing in a teaching standard or plan covers a requirement. Reviewers.",
        input=(
            Argument(name="subject", annotation="ID", description="Id of a TeachingStandard or TrainingPlan."),
            Argument(name="requirement", annotation="ID", description="Id of a SkillRequirement."),
            Argument(
                name="conclusion",
                annotation="String",
                description=f"What you found, at most {TEXT_LARGEST} characters.",
            ),
            _KEY,
        ),
        node="Review",
        roles=REVIEWERS,
        work=reviews.close_review,
    ),
)

DECISIONS = {"ACCEPT": "The alignment holds.", "REJECT": "It does not hold; it is kept as REJECTED."}
BY_NAME: Mapping[str, Mutation] = {each.name: each for each in MUTATIONS}


def node_field(mutation: Mutation) -> str:
    """Name the payload's field that holds the node."""
    return mutation.node[0].lower() + mutation.node[1:]


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


def plan_mutations(collector: Collector) -> list[Planned]:
    """Plan the selections of all mutations of an operation.

    Raises: UserError when together they would read too much.
    """
    planned = [_planned(collector, each) for each in collector.roots() if each.name in BY_NAME]
    check_cost((term for each in planned for read in each.reads.values() for term in read.terms), _OF_NO_NODE)
    return planned


# The cost does not depend on which node it is.
_OF_NO_NODE = Inputs({"id": ""}, EMPTY)


def _planned(collector: Collector, request: FieldRequest) -> Planned:
    mutation = BY_NAME[request.name]
    payload = tuple(collector.below(request))
    reads = {each.key: _read_of(collector, each, mutation) for each in payload if each.name == node_field(mutation)}
    return Planned(request, mutation, payload, reads)


def _read_of(collector: Collector, request: FieldRequest, mutation: Mutation) -> Prepared:
    node_type = MODEL.node_types[mutation.node]
    by_id = (node_type.by_name["id"], Bind("id", lambda inputs: inputs.variables["id"]))
    return prepare(Plan((Lookup(request.key, select_node(collector, request, node_type), (by_id,)),)))


async def run_mutation(
    database: Database, planned: Planned, operation: str, token: str | None, language: Language
) -> dict[str, Any]:
    """Make the change and give its payload by response keys; ``operation`` is the name the server is told.

    Raises: OneplusxError when it is not the caller's input that is wrong.
    """
    mutation = planned.mutation
    request = EditRequest({name: plain(value) for name, value in planned.request.arguments["input"].items()}, token)
    try:
        metadata = {"operation": operation, "mutation": mutation.name, "plan": planned.plan_hash}
        written = await perform(database, mutation.name, mutation.roles, mutation.work, request, metadata=metadata)
    except UserError as error:
        return _payload(planned, {"userErrors": [_shown(error, language)], "bookmark": None})
    nodes = {key: await _node(database, prepared, operation, written) for key, prepared in planned.reads.items()}
    return _payload(planned, {"userErrors": [], "bookmark": to_token(written.bookmarks), **nodes})


async def _node(database: Database, prepared: Prepared, operation: str, written: Written[str]) -> Any:
    """Read the node after the change; what keeps us from it is given as an error, for the change stands."""
    try:
        return await _read(database, prepared, operation, written)
    except Exception as error:  # whatever it is, the caller must learn that the change was made
        log.warning("%s was changed and could not be read", written.answer, exc_info=error)
        return WrittenButNotReadError(written.answer, error.code if isinstance(error, OneplusxError) else "INTERNAL")


async def _read(database: Database, prepared: Prepared, operation: str, written: Written[str]) -> Any:
    params = {name: bind.read(Inputs({"id": written.answer}, EMPTY)) for name, bind in prepared.compiled.binds}
    metadata = {"operation": operation, "plan": prepared.plan_hash}
    statement = Statement(prepared.compiled.text, params)
    (row,) = await database.read(statement, metadata=metadata, bookmarks=written.bookmarks)
    root, _ = make_shaper(prepared.plan, prepared.compiled, for_walking=True)(list(row), params)
    return next(iter(root.values()))


def _payload(planned: Planned, values: Mapping[str, Any]) -> dict[str, Any]:
    return {each.key: values.get(each.key if each.key in planned.reads else each.name) for each in planned.payload}


def _shown(error: OneplusxError, language: Language) -> dict[str, Any]:
    argument = error.details.get("argument")
    return {"code": error.code, "message": error.message(language), "argument": argument}
