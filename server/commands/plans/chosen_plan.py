"""The plan of a file that a command works on, and the texts of options that name its courses."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from analysis.training_plans.training_plan import PlanReading
from graph.errors import UserError
from server.commands.documents.training_plans import read_plans
from server.commands.graph_access import out
from server.commands.language import say

PlanNumberOption = Annotated[
    int | None,
    typer.Option("--plan", help=say("Which plan of the file, where it has several.", "文件含多个方案时，取第几个。")),
]
AsJson = Annotated[bool, typer.Option("--json", help=say("Print the whole answer as JSON.", "以 JSON 输出完整结果。"))]
IncludeLowerOption = Annotated[
    bool, typer.Option("--include-lower/--only", help=say("With the levels below.", "含较低等级。"))
]
TotalMostOption = Annotated[
    int | None, typer.Option(min=1, max=100_000, help=say("Hours in all at most.", "总学时上限。"))
]
WeeklyMostOption = Annotated[
    int | None, typer.Option(min=1, max=100, help=say("Weekly hours at most.", "周学时上限。"))
]
LockOption = Annotated[
    list[str] | None, typer.Option(help=say("A course that is not edited.", "不改动的课程。可多次。"))
]
SecondsOption = Annotated[float, typer.Option(min=1, max=600, help=say("Time limit in seconds.", "时限（秒）。"))]


class PlanChoiceError(UserError):
    """The file has several plans, or not this one."""

    code = "PLAN_CHOICE"

    def __init__(self, plans: Sequence[PlanReading]) -> None:
        shown = "; ".join(f"{at} {each.head.major_name or '?'}" for at, each in enumerate(plans, 1))
        super().__init__(
            f"Choose one of the plans of the file by --plan: {shown}.",
            f"请用 --plan 选择文件中的一个方案：{shown}。",
        )


class OptionFormError(UserError):
    """An option is not written as it must be."""

    code = "OPTION_FORM"

    def __init__(self, option: str, value: str, form: str) -> None:
        super().__init__(
            f"{option} is not {value}; write it as in {option} {form}.",
            f"{option} 不能写作 {value}；写法如 {option} {form}。",
        )


def choose_plan(file: Path, number: int | None) -> PlanReading:
    """Read the plan of a file. Raises: PlanChoiceError, DocumentError."""
    _, _, plans = read_plans(file)
    if len(plans) == 1 and number in (None, 1):
        return plans[0]
    if number is None or not 1 <= number <= len(plans):
        raise PlanChoiceError(plans)
    return plans[number - 1]


def title_of(plan: PlanReading) -> str:
    """Give the head of a plan as one line."""
    head = plan.head
    return "  ".join(filter(None, (head.college, head.major_name, head.major_code, head.grade)))


def print_parts(parts: Iterable[Table | str]) -> None:
    """Print lines and tables of an answer."""
    for each in parts:
        if isinstance(each, Table):
            out.print(each)
        else:
            out.print(each, markup=False, soft_wrap=True)
