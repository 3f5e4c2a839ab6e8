"""Reading training plans: the time of a table of 60 lines, and how much is read right of plans gathered elsewhere.

The gathered plans lie next to the repository; where they are not there, only the times are measured.
"""

import csv
import json
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from analysis.training_plans.training_plan import PlanLine, PlanPlace, PlanReading
from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_pages import DocumentTable
from interchange.documents.document_reading import read_document
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.plan_report import where, write_plan_report
from interchange.training_plans.plan_template import HEAD_LABELS, write_plan
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import fold

GATHERED = Path(__file__).resolve().parents[2] / "shared" / "plans"
LINES, ROUNDS = 60, 15
_Row = tuple[Any, ...]
KINDS = tuple(DocumentKind)
# Fields of a line in the files of expected readings.
_FIELDS = [
    "courseCode",
    "moduleText",
    "module",
    "natureText",
    "nature",
    "credits",
    "hours",
    "theoryHours",
    "practiceHours",
    "durationWeeks",
    "semesters",
    "alternatives",
    "weeklyHours",
    "weeks",
    "semesterHours",
    "exam",
    "counted",
    "electiveGroup",
    "remark",
    "at",
]


def plans_import() -> dict[str, Any]:
    """Read a workbook of 60 lines through the reader's process to its report; compare gathered plans field by field."""
    data = workbook_of_lines()
    figures: dict[str, Any] = {"xlsx_60_lines_ms": milliseconds(partial(_read, data))}
    for each in sorted((GATHERED / "fixtures").glob("D*.expected.json")):
        figures[each.name.partition(".")[0]] = compare_fixture(each)
    for each in sorted((GATHERED / "real").glob("*_courses.csv")):
        figures[each.name.removesuffix("_courses.csv")] = compare_gathered(each)
    return figures


def workbook_of_lines() -> bytes:
    """Write a plan of 60 lines as the form to fill in."""
    courses = [
        [at, f"T{at:05}", f"示例课程{at}", "专业核心课程", "必修", 4, 64, 32, 32, None, "1,2", "考试"]
        for at in range(1, LINES + 1)
    ]
    return write_plan(HEAD_LABELS, courses, ())


def _read(data: bytes) -> None:
    document = read_document(data, kinds=KINDS)
    write_plan_report(data, document, read_training_plans(document))


def milliseconds(work: Callable[[], object]) -> dict[str, float]:
    """Measure some rounds of work."""
    times = []
    busy = _busy_seconds()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1e3)
    # The processor's share: on a machine that does other work besides, the time that passes is longer.
    busy = (_busy_seconds() - busy) * 1e3 / ROUNDS
    return {"median": round(statistics.median(times), 1), "max": round(max(times), 1), "processor": round(busy, 1)}


def _busy_seconds() -> float:
    used = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


# ---- plans with the reading that is expected of them


def compare_fixture(expected: Path) -> dict[str, Any]:
    """Compare one file with its expected reading; ``wrong`` names each field that differs."""
    (file,) = [each for each in expected.parent.glob(f"{expected.name.partition('.')[0]}.*") if each.suffix != ".json"]
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    document = read_document(file.read_bytes(), kinds=KINDS)
    (plan,) = read_training_plans(document)
    last = sum(not isinstance(block, DocumentTable) for _, block in document.blocks())
    lines = {(each["name"], each["at"]): each for each in (_line(plan, line) for line in plan.lines)}
    wrong = []
    for each in wanted["lines"]:
        read = lines.get((each["name"], each["at"]))
        if read is None:
            wrong.append(f"{each['at']} {each['name']}")
            continue
        wrong += [f"{each['at']} {name}" for name in _FIELDS if not _same(each[name], read[name])]
    wrong += [f"head {name}" for name, value in wanted["plan"].items() if _head(plan)[name] != value]
    return {
        "lines": f"{len(lines.keys() & {(each['name'], each['at']) for each in wanted['lines']})}/{len(wanted['lines'])}",
        "more_lines": len(plan.lines) - len(wanted["lines"]),
        **{
            kind: _places_read(wanted[kind], places, last)
            for kind, places in (
                ("totals", [each.place for each in plan.totals]),
                ("notes", [each.place for each in plan.notes]),
                ("problems", [each.place for each in plan.problems]),
                ("ignored", [each.place for each in plan.not_read]),
            )
        },
        "wrong": wrong,
    }


def _places_read(wanted: Sequence[dict[str, Any]], places: Sequence[PlanPlace | None], last: int) -> str:
    at = {_at(each, last) for each in places}
    return f"{sum(each['at'] in at for each in wanted)}/{len(wanted)}"


def _at(place: PlanPlace | None, last: int) -> str:
    if place and place.line == last:
        return "paragraph, last"
    return where(place, "en").removesuffix(", row 1")


def _head(plan: PlanReading) -> dict[str, Any]:
    head = plan.head
    return {
        "college": head.college,
        "majorName": head.major_name,
        "majorCode": head.major_code,
        "grade": head.grade,
        "educationLevel": head.education_level,
        "durationYears": head.duration_years,
    }


def _line(plan: PlanReading, line: PlanLine) -> dict[str, Any]:
    group = plan.groups[line.group - 1] if line.group else None
    choice = {"label": line.option, "choose": group.choose, "among": list(group.options)} if group else None
    return {
        "at": where(line.place, "en"),
        "name": line.name,
        "courseCode": line.code,
        "moduleText": line.module_text,
        "module": line.module,
        "natureText": line.nature_text,
        "nature": line.nature,
        "credits": _number(line.credits),
        "hours": line.hours,
        "theoryHours": line.theory_hours,
        "practiceHours": line.practice_hours,
        "durationWeeks": _number(line.duration_weeks),
        "semesters": list(line.semesters),
        "alternatives": list(line.alternatives),
        "weeklyHours": {term: _number(each) for term, each in line.weekly_hours.items()},
        "weeks": {term: _number(each) for term, each in line.weeks.items()},
        "semesterHours": dict(line.semester_hours),
        "exam": dict(line.assessment),
        "counted": line.is_counted,
        "electiveGroup": choice,
        "remark": line.remark,
    }


def _number(value: int | None) -> float | None:
    return None if value is None else value / 100


def _same(wanted: Any, read: Any) -> bool:
    """Whether two values say the same: nothing may be null or empty."""
    return bool(wanted == read or (wanted in (None, [], {}) and read in (None, [], {})))


# ---- plans of colleges, with the rows that must be read


def compare_gathered(courses: Path) -> dict[str, Any]:
    """Count how many rows, totals and certificates of a college's plan are read as they were written down by hand."""
    stem = courses.name.removesuffix("_courses.csv")
    (file,) = [each for each in courses.parent.glob(f"{stem}.*") if each.suffix != ".csv"]
    document = read_document(file.read_bytes(), kinds=KINDS)
    (plan,) = read_training_plans(document)
    figures = {"rows": _count(_wanted_rows(courses), _rows(plan))}
    totals = courses.with_name(f"{stem}_totals.csv")
    figures["totals"] = _count(_wanted_totals(totals), [_stated(each.label, each.stated) for each in plan.totals])
    certificates = courses.with_name(f"{stem}_certificates.csv")
    if certificates.exists():
        wanted = [(each["certificate"], each["level"]) for each in _records(certificates)]
        figures["certificates"] = _count(wanted, [(each.name, each.level_text) for each in plan.certificates])
    return figures


def _records(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _count(wanted: Sequence[_Row], read: Sequence[_Row]) -> dict[str, Any]:
    """Find each row that is wanted among those read, once; a figure that was not written down may be anything."""
    left = list(read)
    missing = []
    for row in wanted:
        match = next((each for each in left if _agrees(row, each)), None)
        if match is None:
            missing.append(row)
        else:
            left.remove(match)
    return {"read": f"{len(wanted) - len(missing)}/{len(wanted)}", "missing": missing}


def _agrees(wanted: _Row, read: _Row) -> bool:
    return all(each is None or each == other for each, other in zip(wanted, read, strict=True))


def _wanted_rows(path: Path) -> list[_Row]:
    return [
        (fold(each["course"]), each["course_code"] or None, *(_figure(each.get(name)) for name in _ROW_FIGURES[1:]))
        for each in _records(path)
    ]


_ROW_FIGURES = ("course", "credits", "hours", "theory", "practice")


def _figure(text: str | None) -> int | None:
    """Read a figure in hundredths; weeks in a column of hours are none."""
    return hundredths(text or "")


def _rows(plan: PlanReading) -> list[_Row]:
    return [
        (fold(each.name), each.code, each.credits, *(_times(each_hours) for each_hours in _hours(each)))
        for each in plan.lines
    ]


def _hours(line: PlanLine) -> tuple[int | None, ...]:
    return line.hours, line.theory_hours, line.practice_hours


def _times(hours: int | None) -> int | None:
    return None if hours is None else hours * 100


def _wanted_totals(path: Path) -> list[_Row]:
    return [
        (each["kind"], *(_figure(each.get(name)) for name in ("credits", "hours", "theory", "practice")))
        for each in _records(path)
    ]


def _stated(label: str, stated: Any) -> _Row:
    hours = (_times(stated.get(name)) for name in ("hours", "theoryHours", "practiceHours"))
    return (label, stated.get("credits"), *hours)
