"""``oneplusx plan diff``: what changes from one training plan to another."""

import datetime as dt
from typing import Annotated

import typer

from analysis.training_plans.versions.course_renames import course_renames, day_of_names
from analysis.training_plans.versions.differences import differences
from interchange.training_plans.plan_difference_report import difference_lines, write_difference_report
from seeds.rule_sets import read_rule_sets
from server.commands.graph_access import out
from server.commands.language import language, say
from server.commands.plans.chosen_plan import choose_plan
from server.settings import read_settings

plan_comparison_app = typer.Typer()


@plan_comparison_app.command(
    "diff",
    help=say(
        "Compare two training plans: courses added, removed, moved and changed, and totals.",
        "比较两个人才培养方案：新增、删除、调整学期、变更的课程及合计。",
    ),
)
def compare_plans(
    before: Annotated[
        str,
        typer.Argument(
            help=say(
                "The document of the earlier plan, or its id or slug in the graph.",
                "较早方案的文档，或其在图中的 id 或短名。",
            )
        ),
    ],
    after: Annotated[
        str,
        typer.Argument(
            help=say(
                "The document of the later plan, or its id or slug in the graph.",
                "较晚方案的文档，或其在图中的 id 或短名。",
            )
        ),
    ],
    *,
    plan_before: Annotated[
        int | None, typer.Option(min=1, help=say("Which plan of the first document.", "第一个文档中第几个方案。"))
    ] = None,
    plan_after: Annotated[
        int | None, typer.Option(min=1, help=say("Which plan of the second document.", "第二个文档中第几个方案。"))
    ] = None,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help=say(
                "Take the names that courses have on this day for their former ones. By default the day on which the "
                "later plan's students enter.",
                "课程曾用名按该日的现用名比较。默认为较晚方案的入学日。",
            ),
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("Print all as JSON.", "以 JSON 输出。"))] = False,
) -> None:
    one = choose_plan(before, plan_before)
    other = choose_plan(after, plan_after)
    day = as_of.date() if as_of else day_of_names([one.head, other.head])
    found = differences(one, other, course_renames(read_rule_sets(read_settings().seeds_dir), day))
    if as_json:
        lines = [write_difference_report(found, one, other).decode().rstrip("\n")]
    else:
        lines = list(difference_lines(found, one, other, language()))
    for line in lines or [say("no difference", "无差异")]:
        out.print(line, markup=False, highlight=False, soft_wrap=True)
