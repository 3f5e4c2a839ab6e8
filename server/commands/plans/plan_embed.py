"""``oneplusx plan embed``: the least edits by which a plan teaches what a certificate requires."""

import asyncio
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import orjson
import typer
from rich.table import Table

from analysis.code_words import CERTIFICATE_LEVELS, chinese_of
from analysis.training_plans.improvement.certificate_embedding import (
    CertificateEmbedding,
    EmbeddingProblem,
    PlanEdits,
    reason_of,
)
from analysis.training_plans.improvement.plan_embedding import (
    EditGround,
    EmbeddingWishes,
    Grounds,
    PlanEmbedding,
    WantedRequirement,
)
from analysis.training_plans.improvement.proof import rule_label
from analysis.training_plans.improvement.semester_schedule import HUNDREDTHS
from analysis.training_plans.plan_lines import keyed_lines
from analysis.training_plans.training_plan import PlanLine, PlanReading
from resolvers.services.improvements.embedding_records import EDIT_GROUND
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
from server.plans.improvements.problem_statements import LEVELS, WantedLevel, state_embedding
from server.plans.rule_texts import hour_rule_text
from solvers.certificate_embeddings import embed_certificate
from solvers.solver_process import SolverProcess
from solvers.tasks import SolverLimits

_OBJECTIVE_TEXTS = {
    "UNSERVED": ("requirements that stay open", "未覆盖要求"),
    "EXTRA_HOURS": ("hours added", "增加学时"),
    "EDITED": ("lines and electives edited", "改动课程数"),
    "STRAIN": ("strain", "勉强度"),
}


def embed(
    source: PlanSource,
    *,
    level: Annotated[
        str, typer.Option(help=say("Certificate and level: 510084:ADVANCED.", "证书及等级：510084:ADVANCED。"))
    ],
    standard: Annotated[
        str | None,
        typer.Option(help=say("Teaching standard whose alignments count.", "采用其对接的专业教学标准。")),
    ] = None,
    budget: Annotated[int, typer.Option(min=0, max=10_000, help=say("Hours to add at most.", "可增加的学时。"))] = 64,
    include_lower: IncludeLowerOption = True,
    total_most: TotalMostOption = None,
    weekly_most: WeeklyMostOption = None,
    lock: LockOption = None,
    plan_number: PlanNumberOption = None,
    seconds: SecondsOption = 30.0,
    as_json: AsJson = False,
) -> None:
    certificate, code = certificate_level(level)
    plan, tables = choose_linked_plan(source, plan_number, standard, [certificate])
    wishes = EmbeddingWishes(budget, total_most, weekly_most, locked=tuple(lock or ()))
    wanted_level = WantedLevel(certificate, code, include_lower)
    stated, wanted = state_embedding(plan, wanted_level, tables[certificate], wishes)
    answer = asyncio.run(_solve(stated.problem, SolverLimits(seconds=seconds)))
    if as_json:
        out.print(_json(stated, answer).decode(), markup=False, highlight=False, soft_wrap=True)
    else:
        print_parts([title_of(plan), *_parts(plan, stated, answer, {each.key: each for each in wanted})])


async def _solve(problem: EmbeddingProblem, limits: SolverLimits) -> CertificateEmbedding:
    async with SolverProcess() as solver:
        return await embed_certificate(solver, problem, limits)


def certificate_level(text: str) -> tuple[str, str]:
    """Read which certificate and level an option names. Raises: OptionFormError."""
    certificate, _, level = text.rpartition(":")
    if not certificate or level.upper() not in LEVELS:
        raise OptionFormError("--level", text, f"510084:{LEVELS[-1]}")
    return certificate, level.upper()


# ---- tables


def _parts(
    plan: PlanReading, stated: PlanEmbedding, answer: CertificateEmbedding, wanted: Mapping[str, WantedRequirement]
) -> Iterator[Table | str]:
    problem = stated.problem
    yield say(
        f"{len(wanted)} requirements, {len(stated.served)} taught now, {len(problem.requirements)} open.",
        f"共 {len(wanted)} 条要求，已覆盖 {len(stated.served)} 条，未覆盖 {len(problem.requirements)} 条。",
    )
    yield _edits(keyed_lines(plan), stated, answer, wanted)
    yield "  ".join(
        f"{say(*_OBJECTIVE_TEXTS[each.objective])} {each.value} "
        f"({say('proven', '已证明') if each.is_proven else say('not proven', '未证明')})"
        for each in answer.stages
    )
    if answer.unserved:
        yield _unserved(problem, answer, wanted)
    for conflict in answer.conflicts:
        yield say("These rules leave more open than must be:", "以下规则使部分要求无法覆盖：")
        for rule in conflict.rules:
            gives = conflict.gives.get(rule_label(rule))
            more = say(f" (or {gives} hours more)", f"（或放宽 {gives} 学时）") if gives is not None else ""
            yield f"  {_rule(rule[1])}{more}"


def _edits(
    lines: Mapping[str, PlanLine],
    stated: PlanEmbedding,
    answer: CertificateEmbedding,
    wanted: Mapping[str, WantedRequirement],
) -> Table:
    table = Table(say("edit", "改动"), say("course", "课程"), say("requirement", "技能要求"))
    for elective in answer.edits.electives:
        (offered,) = [each for each in stated.problem.electives if each.key == elective]
        similar = "、".join(offered.similar)
        note = (
            say(f"similar to {similar}: extend it instead?", f"与 {similar} 相近，可否扩充该课程？") if similar else ""
        )
        table.add_row(say(f"new elective, {offered.hours} h", f"新增选修课 {offered.hours} 学时"), elective, note)
    for line, hours in answer.edits.extended.items():
        table.add_row(say(f"{hours} hours more", f"增加 {hours} 学时"), line, _credits_stay(lines[line], hours))
    for requirement, line in answer.edits.outcomes:
        each = wanted[requirement]
        table.add_row(say("teaches", "增加内容"), line, _shown(each))
        table.add_row("", "", _ground(stated.grounds[requirement][line], wanted))
    return table


def _ground(ground: EditGround, wanted: Mapping[str, WantedRequirement]) -> str:
    text = EDIT_GROUND.codes[ground.kind]
    through = f" {wanted[ground.through].code}" if ground.through else ""
    return say(f"because: {text.english}{through}", f"依据：{text.chinese}{through}")


def _credits_stay(line: PlanLine, more: int) -> str:
    """Say what more hours make of the hours of a credit, since the credits stay; nothing where the plan has none."""
    if not line.hours or not line.credits:
        return ""
    now, then = (round(hours * HUNDREDTHS / line.credits, 1) for hours in (line.hours, line.hours + more))
    taken = line.credits / HUNDREDTHS
    return say(
        f"credits stay {taken:g}: hours of a credit {now:g} -> {then:g}",
        f"学分仍为 {taken:g}：每学分学时 {now:g} → {then:g}",
    )


def _unserved(
    problem: EmbeddingProblem, answer: CertificateEmbedding, wanted: Mapping[str, WantedRequirement]
) -> Table:
    table = Table(say("stays open", "仍未覆盖"), say("because", "原因"))
    for key in answer.unserved:
        each = wanted[key]
        no_evidence = say("no course is linked with it", "没有课程与其关联")
        reason = no_evidence if reason_of(problem, key) == "NO_EVIDENCE" else say("hours and rules", "学时与规则限制")
        table.add_row(_shown(each), reason)
    return table


def _shown(each: WantedRequirement) -> str:
    return f"{say(each.level, chinese_of(CERTIFICATE_LEVELS, each.level))} {each.code} {each.text}"


def _rule(code: str) -> str:
    text = hour_rule_text(code)
    return say(text.english, text.chinese)


# ---- JSON


def edits_json(problem: EmbeddingProblem, grounds: Grounds, edits: PlanEdits) -> dict[str, Any]:
    """Give edits for programs: the ground of each outcome, the lines of a similar name of each new elective."""
    added = [each for each in problem.electives if each.key in edits.electives]
    return {
        "outcomes": [
            {"requirement": key, "course": line, "ground": ground.kind, "through": ground.through}
            for key, line in edits.outcomes
            for ground in (grounds[key][line],)
        ],
        "extended": [{"course": key, "hours": hours} for key, hours in edits.extended.items()],
        "electives": edits.electives,
        "similar": {each.key: each.similar for each in added if each.similar},
    }


def _json(stated: PlanEmbedding, answer: CertificateEmbedding) -> bytes:
    return orjson.dumps(
        {
            "served": stated.served,
            "edits": edits_json(stated.problem, stated.grounds, answer.edits),
            "unserved": [{"requirement": key, "reason": reason_of(stated.problem, key)} for key in answer.unserved],
            "unservedWithoutRules": answer.unserved_without_rules,
            "stages": [
                {"objective": each.objective, "value": each.value, "bound": each.bound, "proven": each.is_proven}
                for each in answer.stages
            ],
            "unique": answer.is_unique,
            "rules": [each._asdict() for each in stated.problem.rules],
            "conflicts": [{"rules": each.rules, "gives": each.gives} for each in answer.conflicts],
            "held": stated.held,
        },
        option=orjson.OPT_INDENT_2,
    )
