"""A plan of 60 lines for 软件技术 and the 139 requirements of 510084, from the seed files. Hours are made up."""

import csv
from collections.abc import Iterator
from pathlib import Path

from analysis.training_plans.improvement.plan_embedding import (
    CourseEvidence,
    EmbeddingWishes,
    PlanEmbedding,
    WantedRequirement,
    plan_embedding,
)
from analysis.training_plans.training_plan import PlanHead, PlanLine, PlanPlace, PlanReading
from graph.model.alignments import COVERING
from resolvers.editing.alignments import LIVE

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "data"
MAJOR, STANDARD = "510203", "510084"
HERE = PlanPlace(1)
COMMON_HOURS = (48, 32, 48, 48, 36, 112, 108, 32, 16, 32, 32, 64, 128, 64, 16, 32, 32, 32, 32)


def embedding(*, least_strength: int, extra_hours: int, without: tuple[str, ...] = ()) -> PlanEmbedding:
    """State the problem; alignments below a strength are only suggestions, and courses may be left out of the plan."""
    wishes = EmbeddingWishes(extra_hours, total_hours_most=4000, weekly_hours_most=40)
    return plan_embedding(_plan(without), _requirements(), _evidence(least_strength), wishes)


def _rows(path: str) -> Iterator[dict[str, str]]:
    with (SEEDS / path).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _courses() -> dict[str, dict[str, str]]:
    return {each["id"]: each for each in _rows("teaching/nodes/Course.csv") if each["majorCode"] == MAJOR}


def _plan(without: tuple[str, ...]) -> PlanReading:
    lines = [_line(f"公共课程{at}", "COMMON", hours, at % 4 + 1) for at, hours in enumerate(COMMON_HOURS)]
    own = {each["name"]: each for each in _courses().values() if each["name"] not in without}
    for at, (name, each) in enumerate(own.items()):
        nature = "ELECTIVE" if each["module"] == "EXTENSION" else "REQUIRED"
        lines.append(_line(name, each["module"] or "CORE", 64, at % 5 + 1, nature))
    lines += [_line(f"拓展课程{at}", "EXTENSION", 32, at % 2 + 4, "ELECTIVE") for at in range(60 - len(lines) - 4)]
    lines += [_line(f"综合实训{at}", "PRACTICE", 120, 5 + at % 2) for at in range(60 - len(lines))]
    return PlanReading(PlanHead(duration_years=3), (), tuple(lines), (), (), (), (), (), (), (), (), (), ())


def _line(name: str, module: str, hours: int, semester: int, nature: str = "REQUIRED") -> PlanLine:
    practice = hours if module == "PRACTICE" else hours // 2
    return PlanLine(
        HERE, name, module=module, nature=nature, hours=hours, practice_hours=practice, semesters=(semester,)
    )


def _requirements() -> Iterator[WantedRequirement]:
    for each in _rows("certificates/nodes/SkillRequirement.csv"):
        if each["standardCode"] == STANDARD:
            yield WantedRequirement(each["id"], each["level"], each["code"], each["text"])


def _evidence(least_strength: int) -> Iterator[CourseEvidence]:
    courses = _courses()
    requirement_of = {each["start"]: each["end"] for each in _rows("alignments/links/ALIGNED_TO.csv")}
    course_of = {each["start"]: each["end"] for each in _rows("alignments/links/ALIGNS.csv")}
    for each in _rows("alignments/nodes/Alignment.csv"):
        course = courses.get(course_of[each["id"]])
        strength = round(100 * float(each["strength"] or 0))
        if course and each["status"] in LIVE and each["kind"] in COVERING:
            is_cover = each["status"] == "ACCEPTED" and strength >= least_strength
            yield CourseEvidence(course["name"], requirement_of[each["id"]], strength, is_cover)
