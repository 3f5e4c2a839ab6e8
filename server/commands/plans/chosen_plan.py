"""The plan of a file or of the graph that a command works on, and the texts of options that name its courses."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from analysis.training_plans.training_plan import PlanReading
from graph.connection.database import Database
from graph.errors import UserError
from server.commands.documents.export_documents import read_table
from server.commands.documents.training_plans import read_plans
from server.commands.graph_access import out, with_database
from server.commands.language import say
from server.commands.plans.stored_plans import LinkTables, names_stored_plan, read_linked_plan, read_stored_reading

PlanSource = Annotated[
    str,
    typer.Argument(
        help=say("The document, or the id or slug of a plan of the graph.", "文档，或图中方案的 id 或短名。")
    ),
]
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


def choose_plan(source: str, number: int | None) -> PlanReading:
    """Read the plan of a file or of the graph. Raises: PlanChoiceError, DocumentError, NotFoundError."""
    return chosen_among(plans_of(source), number)


def plans_of(source: str) -> Sequence[PlanReading]:
    """Read the plans of a file, or the one of the graph. Raises: DocumentError, NotFoundError."""
    if names_stored_plan(source):
        return [with_database(lambda database: read_stored_reading(database, source))]
    _, _, plans = read_plans(Path(source))
    return plans


def choose_linked_plan(
    source: str, number: int | None, standard: str | None, certificates: Sequence[str]
) -> tuple[PlanReading, LinkTables]:
    """Read a plan with what links it and its programme, or the one named, with requirements of certificates.

    Raises: what ``choose_plan`` raises; BadArgumentError; what the questions raise.
    """
    if names_stored_plan(source):
        stored, tables = with_database(lambda database: read_linked_plan(database, source, standard, certificates))
        return chosen_among([stored.plan], number), tables
    plan = choose_plan(source, number)
    programme = standard or plan.head.major_code

    async def linked(database: Database) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        return {each: [await read_table(database, programme, each)] for each in certificates}

    return plan, with_database(linked)


def chosen_among(plans: Sequence[PlanReading], number: int | None) -> PlanReading:
    """Give the plan of a number. Raises: PlanChoiceError."""
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
