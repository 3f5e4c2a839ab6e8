"""``oneplusx plan portfolio``: every best trade-off between hours added and what several certificates require."""

import asyncio
from collections.abc import Iterator
from typing import Annotated, Any

import orjson
import typer
from rich.table import Table

from analysis.training_plans.improvement.certificate_portfolio import (
    POINTS_MOST,
    CertificatePortfolio,
    PortfolioPoint,
    PortfolioProblem,
    PortfolioRest,
    covered_levels,
)
from analysis.training_plans.improvement.plan_embedding import EmbeddingWishes
from server.commands.graph_access import out
from server.commands.language import say
from server.commands.plans.chosen_plan import (
    AsJson,
    IncludeLowerOption,
    LockOption,
    OptionFormError,
    PlanNumberOption,
    PlanSource,
    SecondsOption,
    TotalMostOption,
    WeeklyMostOption,
    choose_linked_plan,
    print_parts,
    title_of,
)
from server.commands.plans.plan_embed import certificate_level, edits_json
from server.plans.improvements.problem_statements import StatedPortfolio, WantedLevel, joint_portfolio, state_embedding
from solvers.certificate_portfolios import certificate_portfolio
from solvers.solver_process import SolverProcess
from solvers.tasks import SolverLimits

LEVELS_MOST = 10


def portfolio(
    source: PlanSource,
    *,
    level: Annotated[
        list[str],
        typer.Option(
            help=say(
                "Certificate and level: 510084:ADVANCED; repeat it for several.",
                "证书及等级：510084:ADVANCED，可多次给出。",
            )
        ),
    ],
    hours_most: Annotated[
        int, typer.Option(min=0, max=10_000, help=say("Hours to add at most.", "最多增加的学时。"))
    ] = 64,
    standard: Annotated[
        str | None,
        typer.Option(help=say("Teaching standard whose alignments count.", "采用其对接的专业教学标准。")),
    ] = None,
    include_lower: IncludeLowerOption = True,
    total_most: TotalMostOption = None,
    weekly_most: WeeklyMostOption = None,
    lock: LockOption = None,
    plan_number: PlanNumberOption = None,
    seconds: SecondsOption = 60.0,
    as_json: AsJson = False,
) -> None:
    levels = {each: certificate_level(each) for each in level}
    if len(levels) > LEVELS_MOST:
        raise OptionFormError("--level", str(len(levels)), f"× {LEVELS_MOST}")
    certificates = sorted({certificate for certificate, _ in levels.values()})
    plan, found = choose_linked_plan(source, plan_number, standard, certificates)
    wishes = EmbeddingWishes(hours_most, total_most, weekly_most, locked=tuple(lock or ()))
    stated = {
        text: state_embedding(plan, WantedLevel(certificate, code, include_lower), found[certificate], wishes)
        for text, (certificate, code) in levels.items()
    }
    joint = joint_portfolio(stated, hours_most)
    answer = asyncio.run(_solve(joint.problem, SolverLimits(seconds=seconds, deterministic=2 * seconds)))
    if as_json:
        out.print(_json(joint, answer).decode(), markup=False, highlight=False, soft_wrap=True)
    else:
        print_parts([title_of(plan), *_parts(joint, answer)])


async def _solve(problem: PortfolioProblem, limits: SolverLimits) -> CertificatePortfolio:
    async with SolverProcess() as solver:
        return await certificate_portfolio(solver, problem, limits)


# ---- table


def _parts(stated: StatedPortfolio, answer: CertificatePortfolio) -> Iterator[Table | str]:
    requirements = {each.key for wanted in stated.wanted.values() for each in wanted}
    taught = len(requirements) - len(stated.problem.embedding.requirements)
    yield say(
        f"{len(requirements)} requirements, {taught} taught now. Each row teaches more than the one above.",
        f"共 {len(requirements)} 条要求，已覆盖 {taught} 条。各行所覆盖的要求均多于上一行。",
    )
    table = Table(say("hours added", "增加学时"), say("taught", "覆盖要求"), *stated.wanted, say("edits", "改动课程数"))
    for point in answer.points:
        levels = covered_levels(stated.wanted, point.unserved)
        table.add_row(
            str(point.extra_hours),
            str(len(requirements) - len(point.unserved)),
            *(f"{each.covered}/{each.requirements}{' ✓' if each.is_whole else ''}" for each in levels),
            str(_edited(point)),
        )
    yield table
    yield _rest(answer.rest, len(requirements)) if answer.rest else _proof()
    if not answer.has_unique_edits:
        yield say(
            "Time ran out for some edits: others may be as good, or edit fewer courses. Give more --seconds.",
            "部分行的改动因时间用尽未证明最少。请增大 --seconds。",
        )


def _edited(point: PortfolioPoint) -> int:
    lines = {line for _, line in point.edits.outcomes} | set(point.edits.extended)
    return len(lines) + len(point.edits.electives)


def _proof() -> str:
    return say(
        "Proven: no other number of hours teaches more than these rows.",
        "已证明：不存在优于以上各行的取舍。",
    )


def _rest(rest: PortfolioRest, requirements: int) -> str:
    most, found = requirements - rest.unserved_least, requirements - rest.unserved_found
    if rest.is_cut:
        return say(
            f"The rows are proven, and {POINTS_MOST} are the most that are given. Rows with at most {rest.hours_most} "
            f"hours added are left out; they teach at most {most} requirements, as is proven. "
            f"Give --hours-most {rest.hours_most} for them.",
            f"以上各行已证明；至多列出 {POINTS_MOST} 行，增加学时不超过 {rest.hours_most} 的各行未列出，"
            f"已证明其至多覆盖 {most} 条要求。如需查看，请用 --hours-most {rest.hours_most}。",
        )
    return say(
        f"The rows are proven, but not all are here. With at most {rest.hours_most} hours added, at most {most} "
        f"requirements can be taught, as is proven; edits that teach {found} were found. Give more --seconds.",
        f"以上各行已证明，但未求全：增加学时不超过 {rest.hours_most} 时，已证明至多覆盖 {most} 条要求，"
        f"已找到覆盖 {found} 条的改动。请增大 --seconds。",
    )


# ---- JSON


def _json(stated: StatedPortfolio, answer: CertificatePortfolio) -> bytes:
    requirements = {each.key for wanted in stated.wanted.values() for each in wanted}
    return orjson.dumps(
        {
            "hoursMost": stated.problem.hours_most,
            "requirements": {text: len(wanted) for text, wanted in stated.wanted.items()},
            "open": [each.key for each in stated.problem.embedding.requirements],
            "complete": answer.is_complete,
            "unique": answer.is_unique,
            "rest": _rest_json(answer.rest, len(requirements)) if answer.rest else None,
            "points": [_point(stated, each) for each in answer.points],
        },
        option=orjson.OPT_INDENT_2,
    )


def _rest_json(rest: PortfolioRest, requirements: int) -> dict[str, int | bool]:
    return {
        "hoursMost": rest.hours_most,
        "coveredMost": requirements - rest.unserved_least,
        "coveredFound": requirements - rest.unserved_found,
        "cut": rest.is_cut,
    }


def _point(stated: StatedPortfolio, point: PortfolioPoint) -> dict[str, Any]:
    return {
        "extraHours": point.extra_hours,
        "levels": [
            {**each._asdict(), "whole": each.is_whole} for each in covered_levels(stated.wanted, point.unserved)
        ],
        "unserved": point.unserved,
        "edits": edits_json(stated.problem.embedding, stated.grounds, point.edits),
        "stages": [
            {"objective": each.objective, "value": each.value, "bound": each.bound, "proven": each.is_proven}
            for each in point.stages
        ],
        "unique": point.is_unique,
    }
