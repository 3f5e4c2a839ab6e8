"""Plans written into a small graph as an import stores them, without an import."""

from collections.abc import Mapping
from typing import Any

from analysis.training_plans.plan_records import records_of
from analysis.training_plans.training_plan import PlanReading
from tests.resolvers.questions.small_graphs import Links, Nodes

KEY = "示例学院:软件技术:2025级:"
PLAN = f"TrainingPlan:{KEY}"


def plan_id(version: int) -> str:
    return f"{PLAN}{version}"


def line_id(version: int, number: int) -> str:
    """The id of a line, counted from 1."""
    return f"PlanCourse:{KEY}{number}:{version}"


def stored(plan: PlanReading, version: int = 1, **more: Any) -> tuple[Nodes, Links]:
    """Nodes and links of a plan; ``more`` are further values of the plan itself."""
    records = records_of(plan)
    own, key = plan_id(version), f"{KEY}{version}"
    nodes: Nodes = {own: {**_values(records.plan), "version": version, "completeness": "WHOLE", **more}}
    links: Links = {}
    groups = {each["number"]: f"PlanGroup:{key}:{each['number']}" for each in records.groups}
    for number, line in enumerate(records.lines, 1):
        node = line_id(version, number)
        group = line.get("group")
        nodes[node] = {**_values(line), "sequence": number, "version": version}
        nodes[node].pop("group", None)
        for outcome in nodes[node].pop("outcomes"):
            achieved = f"CourseOutcome:{node}:{outcome['sequence']}"
            nodes[achieved] = {**outcome, "code": achieved}
            links.setdefault("PLAN_HAS_OUTCOME", []).append((node, achieved, {}))
        links.setdefault("HAS_PLAN_COURSE", []).append((own, node, {}))
        if group:
            links.setdefault("CHOICE_OF", []).append((node, groups[group], {}))
    for each in records.groups:
        nodes[groups[each["number"]]] = {**_values(each), "trainingPlanKey": key}
        links.setdefault("HAS_PLAN_GROUP", []).append((own, groups[each["number"]], {}))
    for number, each in enumerate(records.certificates, 1):
        node = f"TargetCertificate:{key}:{number}"
        nodes[node] = {**_values(each), "number": number, "trainingPlanKey": key}
        links.setdefault("HAS_TARGET_CERTIFICATE", []).append((own, node, {}))
    return nodes, links


def _values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def together(*graphs: tuple[Nodes, Links]) -> tuple[Nodes, Links]:
    nodes: Nodes = {}
    links: Links = {}
    for some_nodes, some_links in graphs:
        nodes |= some_nodes
        for kind, found in some_links.items():
            links.setdefault(kind, []).extend(found)
    return nodes, links
