"""What a draft of a training plan is made from: its major, the newest teaching standard by its year, and the rules.

The question and the mutation read the same; only the question shows nodes.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from analysis.training_plans.derived_values import target_after
from analysis.training_plans.plan_drafting import PlanDraft, StandardCourse, draft_plan, years_of
from analysis.training_plans.versions.carrying import year_of
from graph.errors import BadArgumentError
from graph.query import cypher
from resolvers.questions.parts import Column, Part, one, row, rows
from resolvers.questions.training_plans.plan_parts import NATIONAL, StoredRule, rule_sets, stored_rules

GRADE_LARGEST = 30
YEARS_LARGEST = 8
NO_NODES: Mapping[str, Column] = {"teachingStandard": None, "course": None, "rules": None}


class StandardCourseRow(NamedTuple):
    """A course of a teaching standard."""

    values: dict[str, Any]
    node: Any


class StandardRow(NamedTuple):
    """A teaching standard of the major, with its courses in their order."""

    values: dict[str, Any]
    node: Any
    courses: list[StandardCourseRow]


class DraftParts(NamedTuple):
    """What is read for a draft; standards from the newest on."""

    major: dict[str, Any] | None
    standards: list[StandardRow]
    rules: list[StoredRule]
    levels: list[dict[str, Any]]

    def standard_by(self, year: int) -> StandardRow | None:
        """Give the newest standard that was published by a year."""
        return next((each for each in self.standards if each.values["year"] <= year), None)


def draft_parts(major: str, targets: str, nodes: Mapping[str, Column] = NO_NODES) -> Part[DraftParts]:
    """Write them, by the expressions of the major's id and of the ids of the target levels."""
    one_major = f"MATCH {cypher.node_pattern('m:Major', id=major)}"
    courses = rows(
        "MATCH (s)-[:HAS_COURSE]->(c:Course)",
        row(StandardCourseRow, values="properties(c)", node=nodes["course"]),
        order="c.sequence, c.id",
    )
    return row(
        DraftParts,
        major=one(rows(one_major, Part("properties(m)", dict))),
        standards=rows(
            f"{one_major}<-[:STANDARD_OF]-(s:TeachingStandard)",
            row(StandardRow, values="properties(s)", node=nodes["teachingStandard"], courses=courses),
            order="s.year DESC, s.id",
        ),
        rules=stored_rules(NATIONAL, nodes["rules"]),
        levels=rows(
            f"UNWIND {targets} AS id MATCH (v:CertificateLevel {{id: id}})",
            Part("properties(v)", dict),
            order="v.certificateName, v.rank, v.id",
        ),
    )


def year_of_grade(argument: str, grade: str) -> int:
    """Give the year in which a grade enters. Raises: BadArgumentError where it names none, or cannot be in an id."""
    year = year_of(grade)
    if year is None or ":" in grade or len(grade) > GRADE_LARGEST:
        raise BadArgumentError(argument, "give it with its year, such as 2027级.", "须含入学年份，如 2027级。")
    return year


def checked_years(argument: str, years: int | None) -> int | None:
    """Take years of study. Raises: BadArgumentError where there are none, or more than any programme has."""
    if years is not None and not 1 <= years <= YEARS_LARGEST:
        raise BadArgumentError(argument, f"1 to {YEARS_LARGEST}.", f"取值为 1 到 {YEARS_LARGEST}。")
    return years


def draft_of(parts: DraftParts, own: Mapping[str, Any]) -> PlanDraft:
    """Make the draft; ``own`` are values of its head that the caller gives, with the year of entry."""
    major, standard = parts.major or {}, parts.standard_by(own["entryYear"])
    duration = standard.values.get("duration") if standard else None
    head = {
        "majorName": major["name"],
        "majorCode": major["code"],
        "educationLevel": major.get("educationLevel"),
        "duration": duration,
        "years": years_of(duration),
        "completeness": "WHOLE",
        **{name: value for name, value in own.items() if value is not None},
    }
    courses = (each.values for each in (standard.courses if standard else ()))
    return draft_plan(
        {name: value for name, value in head.items() if value is not None},
        [StandardCourse(each["id"], each["name"], each.get("module")) for each in courses],
        rule_sets(parts.rules),
        [target_after({}, {"name": each["certificateName"], "level": each["level"]}) for each in parts.levels],
    )
