"""``oneplusx plan draft``: draft a plan from the teaching standard and the rules, and say what they leave open."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import orjson
import typer
from rich.table import Table

from analysis.code_words import MODULES, NATURES, chinese_of
from graph.connection.database import Database
from graph.errors import NotFoundError
from resolvers.editing.training_plans.drafting import DRAFT_TRAINING_PLAN
from resolvers.editing.transaction import perform
from resolvers.identify import Request
from resolvers.questions.training_plans.draft_records import TRAINING_PLAN_GAP_KIND
from server.commands.documents.confirmation import required_token
from server.commands.graph_access import out, with_database
from server.commands.graph_question import ask
from server.commands.language import language, say
from server.commands.plans.chosen_plan import AsJson, print_parts
from server.commands.usage import UsageMistakeError
from server.plans.compliance_texts import counted_verdicts

_MAJOR = "query ($code: String!) { major(code: $code) { id } }"
_SHOWN = """query ($major: ID!, $grade: String!, $years: Int, $targets: [ID!]) {
  trainingPlanDraft(major: $major, grade: $grade, years: $years, targets: $targets) {
    asOf teachingStandard { id name } passed failed remarked unknown notApplicable
    lines { name module courseNature credits hours durationWeeks atLeast course { id } rules { id item } }
    missing { kind lines rules } } }"""


# The field that counts the rules of a verdict.
_COUNTS = {
    "PASS": "passed",
    "FAIL": "failed",
    "REMARK": "remarked",
    "UNKNOWN": "unknown",
    "NOT_APPLICABLE": "notApplicable",
}


def draft(
    major: Annotated[str, typer.Argument(help=say("The major by code or id: 510203.", "专业代码或 id，如 510203。"))],
    grade: Annotated[
        str, typer.Argument(help=say("The grade with its year: 2027级.", "年级，含入学年份，如 2027级。"))
    ],
    *,
    college: Annotated[
        str | None, typer.Option(help=say("Your college, by name or id.", "您的院校，名称或 id。"))
    ] = None,
    years: Annotated[int | None, typer.Option(min=1, max=10, help=say("Years of study.", "修业年限（年）。"))] = None,
    target: Annotated[
        list[str] | None,
        typer.Option(
            help=say(
                "A certificate that the students take: JavaWeb应用开发:INTERMEDIATE. Repeat it for several.",
                "要求学生考取的证书等级：JavaWeb应用开发:INTERMEDIATE，可多次给出。",
            )
        ),
    ] = None,
    reason: Annotated[str, typer.Option(help=say("Why, for the audit trail.", "理由，记入变更记录。"))] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=say("Only show it; needs no token.", "仅显示，不写入，无需令牌。"))
    ] = False,
    as_json: AsJson = False,
) -> None:
    token = None if dry_run else required_token()
    if token and (not college or not reason):
        raise UsageMistakeError(
            "a draft that is written needs --college and --reason; --dry-run shows it without.",
            "写入草案须给出 --college 和 --reason；--dry-run 仅显示。",
        )
    targets = [_id("CertificateLevel", each) for each in target or ()] or None

    async def work(database: Database) -> tuple[Mapping[str, Any], str | None]:
        given = {"major": await _major(database, major), "grade": grade, "years": years, "targets": targets}
        shown = (await ask(database, Request(_SHOWN, given)))["trainingPlanDraft"]
        if token is None:
            return shown, None
        values = {**given, "college": _id("College", college or ""), "reason": reason}
        made = await perform(database, DRAFT_TRAINING_PLAN, values, token, metadata={"operation": "plan draft"})
        return shown, made.answer.ids[0]

    shown, written = with_database(work)
    if as_json:
        report = orjson.dumps({"trainingPlan": written, **shown}, option=orjson.OPT_INDENT_2)
        out.print(report.decode(), markup=False, soft_wrap=True)
    else:
        print_parts(_parts(shown, written))


async def _major(database: Database, major: str) -> str:
    """Give the id of a major; of a code that of its newest edition. Raises: NotFoundError."""
    if ":" in major:
        return major
    found = (await ask(database, Request(_MAJOR, {"code": major})))["major"]
    if found is None:
        raise NotFoundError("Major", major)
    return str(found["id"])


def _id(type_name: str, given: str) -> str:
    return given if given.startswith(f"{type_name}:") else f"{type_name}:{given}"


# ---- for people


def _parts(shown: Mapping[str, Any], written: str | None) -> Iterator[Table | str]:
    standard = shown["teachingStandard"]
    name = f"{standard['name']} ({standard['id']})" if standard else say("none", "无")
    yield say(
        f"Teaching standard: {name}; rules of {shown['asOf']}", f"专业教学标准：{name}；按 {shown['asOf']} 的规则"
    )
    yield _lines(shown["lines"])
    yield _missing(shown["missing"])
    yield counted_verdicts({verdict: shown[name] for verdict, name in _COUNTS.items()}, language())
    if written:
        yield say(f"The draft is {written}.", f"草案为 {written}。")
    else:
        yield say("Nothing was written.", "未写入任何内容。")


def _lines(lines: list[Mapping[str, Any]]) -> Table:
    titles = (
        ("module", "模块"),
        ("course", "课程"),
        ("nature", "性质"),
        ("credits", "学分"),
        ("hours", "学时"),
        ("from", "依据"),
    )
    table = Table(*(say(*each) for each in titles), box=None, pad_edge=False)
    for each in lines:
        ground = each["course"]["id"] if each["course"] else "、".join(rule["item"] for rule in each["rules"])
        module, nature = each["module"] or "", each["courseNature"] or ""
        table.add_row(
            say(module, chinese_of(MODULES, module)),
            each["name"],
            say(nature, chinese_of(NATURES, nature)),
            _figure(each, "credits"),
            _figure(each, "hours") or _figure(each, "durationWeeks", say(" weeks", " 周")),
            ground,
        )
    return table


def _figure(line: Mapping[str, Any], name: str, unit: str = "") -> str:
    """Show a figure; one that is only the least that a rule allows, as such."""
    if line[name] is None:
        return ""
    return f"{'>= ' if name in line['atLeast'] else ''}{line[name]:g}{unit}"


def _missing(gaps: list[Mapping[str, Any]]) -> Table:
    titles = ("still open", "尚缺"), ("lines", "课程行"), ("rules that wait for it", "取决于它的规则")
    table = Table(*(say(*each) for each in titles), box=None, pad_edge=False)
    for each in gaps:
        kind = TRAINING_PLAN_GAP_KIND.codes[each["kind"]].in_language(language())
        table.add_row(kind, "、".join(each["lines"]), ", ".join(one.partition(":")[2] for one in each["rules"]))
    return table
