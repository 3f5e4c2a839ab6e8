"""A plan of the graph as the solver needs it, as far as the caller may read it: the API is asked first."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.improvement.conversion_rules import CreditRuleRow
from analysis.training_plans.plan_lines import keyed_lines
from analysis.training_plans.training_plan import PlanReading
from graph.connection.database import Database
from graph.counted import ROWS
from graph.errors import BadArgumentError, NotFoundError, OperationTooLargeError
from interchange.alignments.ends_by_name import id_of_programme
from resolvers.identify import Request
from resolvers.operation import Answer
from resolvers.questions.coverage.alignment_table import ROWS_LARGEST
from resolvers.rights import Rights
from resolvers.stored_credit_rules import read_credit_rules
from resolvers.stored_training_plans import PlanWithOutcomes, read_plans_with_outcomes
from server.plans.improvements.problem_statements import WantedLevel

# Answers an operation of ours as one of the caller's.
Ask = Callable[[Request], Awaitable[Answer]]

_PLAN = """query ImprovedPlan($plan: ID!) { node(id: $plan) { ... on TrainingPlan {
  id majorCode baseStandard { id } } } }"""
_LEVEL = "query WantedLevel($level: ID!) { node(id: $level) { ... on CertificateLevel { level certificate { id } } } }"
_TABLE = """total requirements { requirement level requirementCode requirementText }
  rows { courseName requirement strength status kind }"""
_TABLES = f"""query LinkedRequirements($standard: ID!, $plan: ID!, $certificate: ID!, $first: Int!) {{
  standard: alignmentTable(subject: $standard, target: $certificate, first: $first) {{ {_TABLE} }}
  plan: alignmentTable(subject: $plan, target: $certificate, first: $first) {{ {_TABLE} }}
}}"""


class PlanContext(NamedTuple):
    """What an answer is shown with: the ids of lines by their keys, and the standard whose alignments count."""

    lines: Mapping[str, str]
    standard: str | None = None


class GraphPlan(NamedTuple):
    """A plan, the ids of its lines by their keys, and the standard that it rests on, if it names one."""

    plan: PlanReading
    lines: Mapping[str, str]
    major_code: str | None
    base_standard: str | None


class GraphPlans:
    """Reads plans, and what the graph knows of certificates."""

    def __init__(self, database: Database, ask: Ask) -> None:
        self._database = database
        self._ask = ask

    async def plan(self, plan_id: str, rights: Rights) -> GraphPlan:
        """Read a plan. Raises: NotFoundError, BadArgumentError."""
        node = (await self._asked(_PLAN, {"plan": plan_id}, rights))["node"]
        if "id" not in node:
            raise BadArgumentError("plan", "the id of a TrainingPlan.", "须为 TrainingPlan 的 id。")
        # The lines and their ids by one statement: a draft may be edited between two.
        stored = (await read_plans_with_outcomes(self._database.read, [plan_id])).get(plan_id)
        if stored is None:
            raise NotFoundError("TrainingPlan", plan_id)
        base = (node["baseStandard"] or {}).get("id")
        return GraphPlan(stored.plan, _line_ids(stored), node["majorCode"], base)

    async def level(self, level_id: str, rights: Rights, *, include_lower: bool) -> WantedLevel:
        """Read which level of which certificate is meant. Raises: NotFoundError, BadArgumentError."""
        node = (await self._asked(_LEVEL, {"level": level_id}, rights))["node"]
        if not node or not node["certificate"]:
            raise BadArgumentError("level", "the id of a CertificateLevel.", "须为 CertificateLevel 的 id。")
        return WantedLevel(node["certificate"]["id"], node["level"], include_lower)

    async def standard(self, given: str | None, plan: GraphPlan) -> str:
        """Give the standard whose alignments count. Raises: BadArgumentError."""
        found = given or plan.base_standard
        if found is None and plan.major_code:
            found = await id_of_programme(self._database.read, plan.major_code)
        if found is None:
            raise BadArgumentError(
                "standard",
                "give it: the plan names neither its base standard nor the code of its major.",
                "须给出：方案未写明所依据的教学标准或专业代码。",
            )
        return found

    async def alignments(
        self, plan_id: str, standard: str, certificate: str, rights: Rights
    ) -> Sequence[Mapping[str, Any]]:
        """Read what links courses of the standard, and lines of the plan, with requirements of a certificate.

        Raises: OperationTooLargeError; what the question raises.
        """
        variables = {"plan": plan_id, "standard": standard, "certificate": certificate, "first": ROWS_LARGEST}
        tables = [*(await self._asked(_TABLES, variables, rights)).values()]
        for each in tables:
            if each["total"] > ROWS_LARGEST:
                raise OperationTooLargeError(each["total"], budget=ROWS_LARGEST, counted=ROWS)
        return tables

    async def credit_rules(self) -> list[CreditRuleRow]:
        """Read all rules on credit conversion."""
        return await read_credit_rules(self._database.read)

    async def _asked(self, document: str, variables: Mapping[str, Any], rights: Rights) -> dict[str, Any]:
        answer = await self._ask(Request(document, variables, rights=rights))
        for each in answer.errors:
            raise each.original_error or each
        assert answer.data is not None
        return answer.data


def _line_ids(stored: PlanWithOutcomes) -> dict[str, str]:
    """Give the ids of lines by their keys."""
    ids = {id(line): key for line, key in zip(stored.plan.lines, stored.lines, strict=True)}
    return {key: ids[id(line)] for key, line in keyed_lines(stored.plan).items()}
