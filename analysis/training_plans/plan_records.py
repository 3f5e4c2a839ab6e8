"""A training plan as the values of its nodes, and back: the names are those of the graph's properties.

What only the reading of a document knows (columns, guesses, problems) stands in its report and is not stored.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.code_words import ASSESSMENTS
from analysis.training_plans.intervals import WEEKS
from analysis.training_plans.number_ranges import numbers_of, ranges_of
from analysis.training_plans.stored_values import (
    by_term,
    decimal,
    figures_by_term,
    hundredths_of,
    nature_as_written,
    place_of,
    place_text,
    term_names,
    weekly_hours_as_written,
    words_by_term,
)
from analysis.training_plans.training_plan import (
    ChoiceGroup,
    Interval,
    Note,
    Outcome,
    PlanHead,
    PlanLine,
    PlanReading,
    StatedTotal,
    TargetCertificate,
    WeekRow,
)

PlanValues = Mapping[str, Any]


class PlanRecords(NamedTuple):
    """The values of the nodes of one plan, each kind in its order.

    Those of a line name the number of its group, and hold the values of its outcomes.
    """

    plan: PlanValues
    lines: Sequence[PlanValues]
    groups: Sequence[PlanValues] = ()
    totals: Sequence[PlanValues] = ()
    certificates: Sequence[PlanValues] = ()
    outcomes: Sequence[PlanValues] = ()
    weeks: Sequence[PlanValues] = ()


def records_of(plan: PlanReading) -> PlanRecords:
    """Give what is stored of a plan; keys and what a person decides come from elsewhere."""
    return PlanRecords(
        _head_values(plan),
        [_line_values(each) for each in plan.lines],
        [_group_values(each) for each in plan.groups],
        [values for row, each in enumerate(plan.totals, 1) for values in _total_values(row, each)],
        [_certificate_values(each) for each in plan.certificates],
        [{"kind": each.kind, "text": each.text, "place": place_text(each.place)} for each in plan.outcomes],
        [values for row, each in enumerate(plan.weeks, 1) for values in _week_values(row, each)],
    )


def plan_of(records: PlanRecords) -> PlanReading:
    """Give a stored plan as it was read; of a gathered one, what its words say."""
    values = records.plan
    places = values.get("notePlaces") or ()
    return PlanReading(
        _head(values),
        (),
        tuple(_line(each) for each in records.lines),
        tuple(_group(each) for each in records.groups),
        tuple(_totals(records.totals)),
        tuple(_certificate(each) for each in records.certificates),
        tuple(Outcome(each["kind"], each["text"], place_of(each.get("place"))) for each in records.outcomes),
        tuple(_weeks(records.weeks)),
        tuple(Note(text, place_of(place)) for text, place in zip(values.get("notes") or (), places, strict=True)),
        tuple(values.get("sections") or ()),
        (),
        (),
        (),
    )


# ---- the plan itself


def _head_values(plan: PlanReading) -> dict[str, Any]:
    head = plan.head
    return {
        "title": head.title or None,
        "collegeName": head.college,
        "majorName": head.major_name,
        "majorCode": head.major_code,
        "grade": head.grade,
        "educationLevel": head.education_level,
        "years": head.duration_years,
        "educationForm": head.education_form,
        "hoursPerWeek": head.hours_per_week,
        "certificatesNamed": list(dict.fromkeys(each.name for each in plan.certificates)),
        "sections": list(plan.sections),
        "notes": [each.text for each in plan.notes],
        "notePlaces": [place_text(each.place) for each in plan.notes],
    }


def _head(values: PlanValues) -> PlanHead:
    return PlanHead(
        values.get("title") or "",
        values.get("collegeName"),
        values.get("majorName"),
        values.get("majorCode"),
        values.get("grade"),
        values.get("educationLevel"),
        values.get("years"),
        values.get("educationForm"),
        values.get("hoursPerWeek"),
    )


# ---- lines


def _line_values(line: PlanLine) -> dict[str, Any]:
    weekly = by_term(line.weekly_hours, 100)
    terms = term_names(line.semesters, line.summer_terms)
    return {
        "place": place_text(line.place),
        "name": line.name,
        "englishName": line.english_name or None,
        "courseCode": line.code,
        "moduleText": line.module_text,
        "submoduleText": line.path[-1] if len(line.path) > 1 else None,
        "module": line.module,
        "nature": line.nature_text,
        "courseNature": line.nature,
        "credits": decimal(line.credits),
        "hours": line.hours,
        "theoryHours": line.theory_hours,
        "practiceHours": line.practice_hours,
        "durationWeeks": decimal(line.duration_weeks),
        "semesterText": "; ".join(weekly) or "、".join(terms) or None,
        "terms": terms,
        "alternativeTerms": [*map(str, line.alternatives)],
        "weeklyHours": weekly,
        "termWeeks": by_term(line.weeks, 100),
        "termHours": by_term(line.semester_hours),
        "assessment": [f"{term}: {kind}" for term, kind in line.assessment.items()],
        "examination": "、".join(ASSESSMENTS[each].chinese for each in dict.fromkeys(line.assessment.values())) or None,
        "isCounted": line.is_counted,
        "prerequisites": list(line.prerequisites),
        "department": line.department,
        "remark": line.remark,
        "modulePath": list(line.path),
        "group": line.group,
        "option": line.option,
        "outcomes": [{"text": text, "sequence": place} for place, text in enumerate(line.outcomes, start=1)],
    }


def _line(values: PlanValues) -> PlanLine:
    is_imported = values.get("isCounted") is not None
    weekly = (
        figures_by_term(values.get("weeklyHours") or (), 100)
        if is_imported
        else weekly_hours_as_written(values.get("semesterText"))
    )
    terms = values.get("terms") or [*weekly] * (not is_imported)
    nature = values.get("nature")
    return PlanLine(
        place=place_of(values.get("place")),
        name=values["name"],
        english_name=values.get("englishName") or "",
        code=values.get("courseCode"),
        module_text=values.get("moduleText"),
        module=values.get("module"),
        nature_text=nature,
        nature=values.get("courseNature") if is_imported else nature_as_written(nature),
        credits=hundredths_of(values.get("credits")),
        hours=values.get("hours"),
        theory_hours=values.get("theoryHours"),
        practice_hours=values.get("practiceHours"),
        duration_weeks=hundredths_of(values.get("durationWeeks")),
        semesters=tuple(int(each) for each in terms if each.isdigit()),
        summer_terms=tuple(int(each.removesuffix("S")) for each in terms if each.endswith("S")),
        alternatives=tuple(map(int, values.get("alternativeTerms") or ())),
        weekly_hours=weekly,
        weeks=figures_by_term(values.get("termWeeks") or (), 100),
        semester_hours=figures_by_term(values.get("termHours") or ()),
        assessment=words_by_term(values.get("assessment") or ()),
        is_counted=values.get("isCounted") is not False,
        prerequisites=tuple(values.get("prerequisites") or ()),
        department=values.get("department"),
        remark=values.get("remark"),
        path=tuple(values.get("modulePath") or ()),
        group=values.get("group"),
        option=values.get("option"),
        outcomes=tuple(str(each["text"]) for each in values.get("outcomes") or ()),
    )


# ---- groups and certificates


def _group_values(group: ChoiceGroup) -> dict[str, Any]:
    return {
        "number": group.number,
        "kind": group.kind,
        "label": group.label,
        "place": place_text(group.place),
        "choose": group.choose,
        "credits": decimal(group.credits),
        "options": list(group.options),
    }


def _group(values: PlanValues) -> ChoiceGroup:
    return ChoiceGroup(
        values["number"],
        values["kind"],
        values["label"],
        place_of(values.get("place")),
        values.get("choose"),
        hundredths_of(values.get("credits")),
        tuple(values.get("options") or ()),
    )


def _certificate_values(each: TargetCertificate) -> dict[str, Any]:
    return {
        "place": place_text(each.place),
        "name": each.name,
        "levelText": each.level_text,
        "level": each.level,
        "semesters": [*map(str, each.semesters)],
        "issuer": each.issuer,
        "courses": list(each.courses),
    }


def _certificate(values: PlanValues) -> TargetCertificate:
    return TargetCertificate(
        place_of(values.get("place")),
        values["name"],
        values.get("levelText"),
        values.get("level"),
        tuple(map(int, values.get("semesters") or ())),
        values.get("issuer"),
        tuple(values.get("courses") or ()),
    )


# ---- figures of totals and of the week table: one node each; ``row`` says which stand together


def _total_values(row: int, total: StatedTotal) -> Iterator[dict[str, Any]]:
    own = {
        "row": row,
        "label": total.label,
        "scope": total.scope,
        "lines": ranges_of(total.lines),
        "place": place_text(total.place),
    }
    if not total.stated:
        yield {**own, "figure": None, "stated": None, "leastOurs": None, "mostOurs": None}
    for figure, stated in total.stated.items():
        ours = our_values(figure, total.ours.get(figure))
        yield {**own, "figure": figure, "stated": stated / _unit(figure), **ours}


def our_values(figure: str, ours: Interval | None) -> dict[str, float | None]:
    """Give our figure next to a stated one as it is stored."""
    unit = _unit(figure)
    return {
        "leastOurs": None if ours is None else ours.least / unit,
        "mostOurs": None if ours is None or ours.most is None else ours.most / unit,
    }


def _totals(records: Sequence[PlanValues]) -> Iterator[StatedTotal]:
    for rows in _by_row(records):
        figures = [each for each in rows if each.get("figure") is not None]
        stated = {each["figure"]: round(each["stated"] * _unit(each["figure"])) for each in figures}
        ours = {each["figure"]: _ours(each) for each in figures if each.get("leastOurs") is not None}
        lines = numbers_of(rows[0].get("lines") or ())
        yield StatedTotal(place_of(rows[0].get("place")), rows[0]["label"], rows[0].get("scope"), stated, ours, lines)


def _ours(values: PlanValues) -> Interval:
    unit, most = _unit(values["figure"]), values.get("mostOurs")
    return Interval(round(values["leastOurs"] * unit), None if most is None else round(most * unit))


def _unit(figure: str) -> int:
    return 100 if figure in {"credits", WEEKS} or "." in figure else 1


def _week_values(row: int, each: WeekRow) -> Iterator[dict[str, Any]]:
    own = {"row": row, "semester": each.semester, "place": place_text(each.place)}
    if not each.weeks:
        yield {**own, "heading": None, "weeks": None}
    for heading, weeks in each.weeks.items():
        yield {**own, "heading": heading, "weeks": weeks / 100}


def _weeks(records: Sequence[PlanValues]) -> Iterator[WeekRow]:
    for rows in _by_row(records):
        weeks = {each["heading"]: round(each["weeks"] * 100) for each in rows if each.get("heading") is not None}
        yield WeekRow(place_of(rows[0].get("place")), rows[0].get("semester"), weeks)


def _by_row(records: Sequence[PlanValues]) -> list[list[PlanValues]]:
    rows: dict[int, list[PlanValues]] = {}
    for each in records:
        rows.setdefault(each["row"], []).append(each)
    return [*rows.values()]
