"""``oneplusx plan credits``: which courses of a plan its certificates are recognised for, by the rules of a college."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Annotated

import orjson
import typer
from rich.table import Table

from analysis.training_plans.improvement.credit_conversion import (
    CONTENT,
    ConversionProblem,
    ConvertedCourse,
    CreditConversion,
    credits_of_choice,
    may_convert_more,
    reasons,
    without_courses,
)
from analysis.training_plans.improvement.plan_conversion import ConversionWishes, PlanConversion
from seeds.credit_rules import read_credit_rules
from server.commands.graph_access import out
from server.commands.language import say
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
from server.plans.improvements.problem_statements import state_conversion
from server.plans.rule_texts import conversion_rule_text, is_own_rule
from server.settings import read_settings
from solvers.credit_conversions import convert_credits
from solvers.solver_process import SolverProcess
from solvers.tasks import SolverLimits

_CREDITS_MOST = 100


def convert(
    source: PlanSource,
    *,
    rules: Annotated[
        str | None,
        typer.Option(help=say("Whose rules, by a part of the name.", "采用哪所院校的规则（名称的一部分即可）。")),
    ] = None,
    cover: Annotated[
        list[str] | None,
        typer.Option(help=say("Courses that a certificate covers: 'X=A,B'.", "证书覆盖的课程：'证书=甲,乙'。可多次。")),
    ] = None,
    bank: Annotated[
        list[str] | None,
        typer.Option(
            help=say("Credits that the credit bank gives: 'X=6.5'.", "学分银行认定学分：'证书=6.5'。可多次。")
        ),
    ] = None,
    alternatives: Annotated[
        int, typer.Option(min=0, max=10, help=say("Other answers as good, at most.", "同样优的其他方案数上限。"))
    ] = 3,
    plan_number: PlanNumberOption = None,
    seconds: SecondsOption = 30.0,
    as_json: AsJson = False,
) -> None:
    wishes = ConversionWishes(
        {name: _names(text) for name, text in map(_cover, cover or ())}, dict(map(_bank, bank or ())), alternatives
    )
    plan = choose_plan(source, plan_number)
    rows = list(read_credit_rules(read_settings().seeds_dir))
    stated, _, others = state_conversion(plan, rows, rules, wishes)
    answer = asyncio.run(_solve(stated.problem, SolverLimits(seconds=seconds)))
    if as_json:
        out.print(_json(stated, answer, others).decode(), markup=False, highlight=False, soft_wrap=True)
    else:
        print_parts([title_of(plan), *_parts(stated, answer, others)])


async def _solve(problem: ConversionProblem, limits: SolverLimits) -> CreditConversion:
    async with SolverProcess() as solver:
        return await convert_credits(solver, problem, limits)


# ---- options


def _cover(text: str) -> tuple[str, str]:
    name, sign, courses = (each.strip() for each in text.partition("="))
    if not (name and sign and _names(courses)):
        raise OptionFormError("--cover", text, "'X=A,B'")
    return name, courses


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in text.replace("，", ",").split(","))))


def _bank(text: str) -> tuple[str, int]:
    name, _, number = (each.strip() for each in text.partition("="))
    try:
        amount = round(float(number) * 100)
    except (ValueError, OverflowError):
        amount = -1
    if not name or not 0 <= amount <= _CREDITS_MOST * 100:
        raise OptionFormError("--bank", text, "'X=6.5'")
    return name, amount


# ---- tables


def _parts(stated: PlanConversion, answer: CreditConversion, others: Sequence[str]) -> Iterator[Table | str]:
    problem = stated.problem
    converted = credits_of_choice(problem, answer.pairs) / 100
    proof = say("proven", "已证明") if all(each.is_proven for each in answer.stages) else say("not proven", "未证明")
    if converted == 0 and _is_open(problem, answer, others):
        yield say(
            "How many credits are converted is not known: rules could not be computed, or the plan leaves facts out.",
            "可转换的学分无法判断：有规则未能计算，或方案未写明所需内容。",
        )
    else:
        yield say(
            f"{converted:g} credits of {len(answer.pairs)} courses are converted ({proof}).",
            f"共转换 {len(answer.pairs)} 门课程、{converted:g} 学分（{proof}）。",
        )
    yield _converted(problem, answer)
    for number, each in enumerate(answer.alternatives, 1):
        changed = [f"{pair.course} ← {pair.certificate}" for pair in each if pair not in answer.pairs]
        yield say(f"As good ({number}): ", f"同样优的方案 {number}：") + "、".join(changed)
    yield _left_out(problem, answer)
    if silent := without_courses(problem):
        yield say(
            "Which courses of the plan these certificates cover is not stated. Name them by --cover 'X=A,B': ",
            "方案没有写明以下证书覆盖哪些课程，请用 --cover '证书=甲,乙' 指定：",
        ) + "、".join(silent)
    if any(each.bank_credits is None for each in problem.certificates):
        yield say(
            "Credits of the credit bank are not known for some certificates: no bound by them. Give them by --bank.",
            "部分证书未给出学分银行认定学分，未按其限制；可用 --bank 指定。",
        )
    if others:
        yield say("Rules that are not computed: ", "未参与计算的规则：") + "、".join(others)
    if stated.unknown:
        yield say("Named, but not in the plan: ", "提到但方案中没有：") + "、".join(stated.unknown)


def _is_open(problem: ConversionProblem, answer: CreditConversion, others: Sequence[str]) -> bool:
    """Whether more may be converted than was computed."""
    return may_convert_more(problem, answer, is_whole=not others)


def _converted(problem: ConversionProblem, answer: CreditConversion) -> Table:
    table = Table(say("certificate", "证书"), say("course", "课程"), say("credits", "学分"))
    for pair in answer.pairs:
        table.add_row(pair.certificate, pair.course, f"{credits_of_choice(problem, [pair]) / 100:g}")
    return table


def _left_out(problem: ConversionProblem, answer: CreditConversion) -> Table:
    """Show pairs whose content fits, yet are not converted, with the rules."""
    table = Table(say("not converted", "未转换"), say("course", "课程"), say("by rule", "依据规则"))
    for pair, rules in reasons(problem, answer).items():
        if CONTENT not in (rule for rule, _ in rules):
            table.add_row(
                pair.certificate,
                pair.course,
                "、".join(_rule(code, is_unknown=is_unknown) for code, is_unknown in rules),
            )
    return table


def _rule(code: str, *, is_unknown: bool) -> str:
    text = conversion_rule_text(code)
    note = say(" (the plan does not say)", "（方案未写明）") if is_unknown and not is_own_rule(code) else ""
    return say(text.english, text.chinese) + note


# ---- JSON


def _json(stated: PlanConversion, answer: CreditConversion, others: Sequence[str]) -> bytes:
    problem = stated.problem

    def pairs(chosen: Sequence[ConvertedCourse]) -> list[dict[str, object]]:
        return [{**each._asdict(), "credits": credits_of_choice(problem, [each]) / 100} for each in chosen]

    return orjson.dumps(
        {
            "credits": credits_of_choice(problem, answer.pairs) / 100,
            "converted": pairs(answer.pairs),
            "alternatives": [pairs(each) for each in answer.alternatives],
            "notConverted": [
                {**pair._asdict(), "rules": [{"rule": rule, "unknown": unknown} for rule, unknown in rules]}
                for pair, rules in reasons(problem, answer).items()
            ],
            "stages": [
                {"objective": each.objective, "value": each.value, "bound": each.bound, "proven": each.is_proven}
                for each in answer.stages
            ],
            "unique": answer.is_unique,
            "rules": [each._asdict() for each in problem.rules],
            "rulesNotComputed": others,
            "open": _is_open(problem, answer, others),
            "withoutCourses": without_courses(problem),
            "unknown": stated.unknown,
        },
        option=orjson.OPT_INDENT_2,
    )
