"""``oneplusx plan schedule``: in which semester each course of a plan would best be taught."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from typing import Annotated

import orjson
import typer
from rich.table import Table

from analysis.training_plans.improvement.plan_schedule import PlanSchedule, ScheduleWishes
from analysis.training_plans.improvement.proof import SolvedStage
from analysis.training_plans.improvement.semester_schedule import (
    OBJECTIVES,
    Prerequisite,
    ScheduleProblem,
    SemesterLimits,
    SemesterSchedule,
    begins_now,
    loads,
    weekly_loads,
)
from analysis.training_plans.improvement.stated_weekly_hours import UnlikeWeeklyHours, unlike_weekly_hours
from server.commands.graph_access import out
from server.commands.language import counted, say
from server.commands.plans.chosen_plan import (
    AsJson,
    OptionFormError,
    PlanNumberOption,
    PlanSource,
    SecondsOption,
    choose_plan,
    print_parts,
    title_of,
)
from server.plans.improvements.problem_statements import state_schedule
from server.plans.rule_texts import schedule_rule_text
from solvers.semester_scheduling import schedule_semesters
from solvers.solver_process import SolverProcess
from solvers.tasks import SolverLimits

_OBJECTIVE_TEXTS = {
    "PEAK": ("largest weekly hours", "最高周学时"),
    "MOVES": ("courses moved", "调整课程数"),
    "SPREAD": ("difference between semesters", "学期周学时差"),
    "APART": ("courses that do not end with their examination", "未与考证同步结课的课程"),
    "DISTANCE": ("semesters moved in all", "换学期跨过的学期数"),
}
_HELD_TEXTS = {
    "REQUEST": ("locked by --lock", "由 --lock 指定"),
    "CHOICE": ("in a group of choices", "属选课组"),
    "WHOLE_WEEKS": ("taught in whole weeks", "整周安排"),
    "NO_HOURS": ("without hours in the plan", "未写学时"),
    "NO_TEACHING_WEEKS": ("in a semester without weeks of teaching", "所在学期无教学周"),
    "COMMON": ("common, and not named by --free", "公共基础课程，未用 --free 指定"),
}
_FROM_TEXTS = {
    "PLAN": ("the plan", "方案"),
    "PLAN_IN_ALL": ("the plan, less weeks", "方案，已扣减"),
    "REQUEST": ("--weeks", "--weeks"),
    "ASSUMED": ("assumed", "假定"),
}


def schedule(
    source: PlanSource,
    *,
    order: Annotated[
        str, typer.Option(help=say("Objectives, the most important first.", "优化目标，按重要性排列。"))
    ] = ",".join(OBJECTIVES).lower(),
    weekly_most: Annotated[
        int | None, typer.Option(min=1, max=100, help=say("Weekly hours at most.", "周学时上限。"))
    ] = None,
    courses_most: Annotated[
        int | None, typer.Option(min=1, max=100, help=say("Courses a semester at most.", "每学期课程数上限。"))
    ] = None,
    weeks: Annotated[
        str | None,
        typer.Option(
            help=say("Weeks of teaching, as 17 or 1=13,2=17.", "教学周数，如 17 或 1=13,2=17。"),
        ),
    ] = None,
    before: Annotated[
        list[str] | None,
        typer.Option(help=say("One course before another: 'A>B'.", "先修关系：'甲>乙'。可多次。")),
    ] = None,
    lock: Annotated[list[str] | None, typer.Option(help=say("A course that stays.", "不调整的课程。可多次。"))] = None,
    free: Annotated[
        list[str] | None,
        typer.Option(help=say("A common course that may move.", "允许调整的公共基础课程。可多次。")),
    ] = None,
    begin: Annotated[
        list[str] | None,
        typer.Option(help=say("Where a course may begin: 'A=3,4'.", "课程可开始的学期：'甲=3,4'。可多次。")),
    ] = None,
    plan_number: PlanNumberOption = None,
    seconds: SecondsOption = 30.0,
    as_json: AsJson = False,
) -> None:
    wishes = ScheduleWishes(
        order=_order(order),
        limits=SemesterLimits(weekly_hours_most=weekly_most, courses_most=courses_most),
        weeks=_weeks(weeks),
        prerequisites=tuple(Prerequisite(*_pair("--before", each, ">", "'A>B'")) for each in before or ()),
        locked=tuple(lock or ()),
        free=tuple(free or ()),
        begins=dict(_begin(each) for each in begin or ()),
    )
    plan = choose_plan(source, plan_number)
    stated = state_schedule(plan, wishes)
    unlike = unlike_weekly_hours(plan, {each.number: each.weeks for each in stated.problem.semesters})
    answer = asyncio.run(_solve(stated.problem, SolverLimits(seconds=seconds)))
    if as_json:
        out.print(_json(stated, answer, unlike).decode(), markup=False, highlight=False, soft_wrap=True)
    else:
        print_parts([title_of(plan), *_tables(stated, answer), *_notes(stated), *_unlike_texts(unlike)])
    if not answer.begins:
        raise typer.Exit(1)


async def _solve(problem: ScheduleProblem, limits: SolverLimits) -> SemesterSchedule:
    async with SolverProcess() as solver:
        return await schedule_semesters(solver, problem, limits)


# ---- options


def _order(text: str) -> tuple[str, ...]:
    names = tuple(each.strip().upper() for each in text.split(","))
    if not set(names) <= set(OBJECTIVES) or len(set(names)) < len(names):
        raise OptionFormError("--order", text, ",".join(OBJECTIVES).lower())
    return names


def _weeks(text: str | None) -> dict[int, int]:
    if text is None:
        return {}
    if re.fullmatch(r"\d{1,2}", text):
        return dict.fromkeys(range(1, 21), int(text))
    pairs = [each.partition("=") for each in text.split(",")]
    if not all(re.fullmatch(r"\d{1,2}", number.strip()) for first, _, last in pairs for number in (first, last)):
        raise OptionFormError("--weeks", text, "1=13,2=17")
    return {int(first): int(last) for first, _, last in pairs}


def _pair(option: str, text: str, sign: str, form: str) -> tuple[str, str]:
    first, found, second = (each.strip() for each in text.partition(sign))
    if not (first and found and second):
        raise OptionFormError(option, text, form)
    return first, second


def _begin(text: str) -> tuple[str, tuple[int, ...]]:
    name, numbers = _pair("--begin", text, "=", "'A=3,4'")
    if not re.fullmatch(r"\d{1,2}(?:\s*,\s*\d{1,2})*", numbers):
        raise OptionFormError("--begin", text, "'A=3,4'")
    return name, tuple(sorted({int(each) for each in numbers.split(",")}))


# ---- tables


def _tables(stated: PlanSchedule, answer: SemesterSchedule) -> Iterator[Table | str]:
    problem = stated.problem
    for shortage in answer.shortages:
        yield say(
            f"Semesters {shortage.first} to {shortage.last} hold {shortage.capacity} hours within the weekly limit; "
            f"{shortage.hours} must lie in them: {shortage.hours - shortage.capacity} too many.",
            f"第 {shortage.first} 至 {shortage.last} 学期按周学时上限可容纳 {shortage.capacity} 学时，"
            f"必须安排 {shortage.hours} 学时，超出 {shortage.hours - shortage.capacity}。",
        )
    if answer.conflict:
        yield say("These rules cannot all hold:", "以下要求不能同时满足：")
        for rule in answer.conflict.rules:
            yield f"  {_rule(rule, answer)}"
    if answer.begins:
        yield _moves(problem, answer)
        yield _semesters(stated, answer)
        if answer.examined:
            yield _examinations(problem, answer)
        yield "  ".join(_stage(each) for each in answer.stages)


def _rule(rule: Sequence[str], answer: SemesterSchedule) -> str:
    assert answer.conflict
    gives = answer.conflict.gives.get(":".join(rule))
    more = "" if gives is None else say(f" (or {gives} hours more)", f"（或放宽 {gives} 学时）")
    text = schedule_rule_text(rule)
    return say(text.english, text.chinese) + more


def _moves(problem: ScheduleProblem, answer: SemesterSchedule) -> Table:
    table = Table(say("course", "课程"), say("from semester", "原学期"), say("to semester", "新学期"))
    for each in problem.courses:
        begin = answer.begins[each.key]
        if begin != each.begins_now:
            table.add_row(each.key, str(each.begins_now), str(begin))
    return table


def _semesters(stated: PlanSchedule, answer: SemesterSchedule) -> Table:
    now = weekly_loads(stated.problem, begins_now(stated.problem))
    then = weekly_loads(stated.problem, answer.begins)
    table = Table(
        say("semester", "学期"),
        say("weeks of teaching", "教学周"),
        say("from", "依据"),
        say("weekly hours now", "现周学时"),
        say("then", "调整后"),
    )
    for each in stated.problem.semesters:
        origin = say(*_FROM_TEXTS[stated.weeks_from[each.number]])
        cells = [f"{hours[each.number]:.1f}" if each.number in hours else "–" for hours in (now, then)]
        table.add_row(str(each.number), f"{each.weeks / 100:g}", origin, *cells)
    return table


def _examinations(problem: ScheduleProblem, answer: SemesterSchedule) -> Table:
    table = Table(
        say("certificate", "证书"), say("semester", "学期"), say("courses that end with it", "同步结课的课程")
    )
    courses = {each.key: each for each in problem.courses}
    for each in problem.examinations:
        semester = answer.examined[each.key]
        joint = [key for key in each.courses if courses[key].last(answer.begins[key]) == semester]
        table.add_row(each.key, str(semester), "、".join(joint))
    return table


def _stage(stage: SolvedStage) -> str:
    proof = say("proven", "已证明") if stage.is_proven else say(f"at least {stage.bound}", f"下界 {stage.bound}")
    return f"{say(*_OBJECTIVE_TEXTS[stage.objective])} {stage.value} ({proof})"


def _notes(stated: PlanSchedule) -> Iterator[str]:
    if not stated.problem.prerequisites:
        yield say(
            "No prerequisites are known, so no order of courses was kept: check it, or name pairs by --before.",
            "没有已知的先修关系，排课未考虑课程先后；请核对，或用 --before 指定。",
        )
    if "PLAN_IN_ALL" in stated.weeks_from.values():
        yield say(
            "The plan states weeks in all. Whole weeks of practice and weeks of examination were taken off; "
            "--weeks gives others.",
            "方案写的是总周数，教学周数已减去整周实践与考试周；如不符，可用 --weeks 指定。",
        )
    if "ASSUMED" in stated.weeks_from.values():
        yield say(
            "The plan does not say how many weeks are taught; they are assumed. Give them by --weeks.",
            "方案未给出教学周数，以上为假定值；可用 --weeks 指定。",
        )
    for reason, (en, zh) in _HELD_TEXTS.items():
        held = [key for key, each in stated.held.items() if each == reason]
        if held:
            stay = "stays" if len(held) == 1 else "stay"
            yield say(f"{counted(len(held), 'course')} {stay}: {en}.", f"{len(held)} 门课程不动：{zh}。")
    if stated.left_out:
        yield say("Without a semester: ", "未写学期：") + "、".join(stated.left_out)
    if stated.unknown:
        yield say("Named, but no line of the plan: ", "提到但方案中没有：") + "、".join(stated.unknown)


def _unlike_texts(unlike: Sequence[UnlikeWeeklyHours]) -> Iterator[str]:
    if unlike:
        yield say(
            "Courses whose stated weekly hours differ from their hours by the weeks of teaching; please check their "
            "weekly hours and weeks:",
            "以下课程方案写明的周学时与按学时折算的不同，请核对其周学时与周数：",
        )
    for each in unlike:
        yield say(
            f"  {each.course}: semester {each.semester}, stated {each.stated:g}, computed {each.computed:g}",
            f"  {each.course}：第 {each.semester} 学期，方案写明 {each.stated:g}，折算 {each.computed:g}",
        )


# ---- JSON


def _json(stated: PlanSchedule, answer: SemesterSchedule, unlike: Sequence[UnlikeWeeklyHours]) -> bytes:
    problem = stated.problem
    after = answer.begins or begins_now(problem)
    hours = loads(problem, after)
    weekly = weekly_loads(problem, after)
    return orjson.dumps(
        {
            "courses": [
                {
                    "course": each.key,
                    "semesterNow": each.begins_now,
                    "semester": answer.begins.get(each.key),
                    "hours": each.hours,
                    "held": stated.held.get(each.key),
                }
                for each in problem.courses
            ],
            "semesters": [
                {
                    "semester": each.number,
                    "weeks": each.weeks / 100,
                    "weeksFrom": stated.weeks_from[each.number],
                    "hours": hours[each.number],
                    "weeklyHours": weekly.get(each.number),
                }
                for each in problem.semesters
            ],
            "examinations": [{"certificate": key, "semester": each} for key, each in answer.examined.items()],
            "stages": [
                {"objective": each.objective, "value": each.value, "bound": each.bound, "proven": each.is_proven}
                for each in answer.stages
            ],
            "unique": answer.is_unique,
            "shortages": [each._asdict() for each in answer.shortages],
            "conflict": answer.conflict._asdict() if answer.conflict else None,
            "prerequisites": [each._asdict() for each in problem.prerequisites],
            "leftOut": stated.left_out,
            "unknown": stated.unknown,
            "unlikeWeeklyHours": [each._asdict() for each in unlike],
        },
        option=orjson.OPT_INDENT_2,
    )
