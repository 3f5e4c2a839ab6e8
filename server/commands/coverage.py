"""``oneplusx coverage``: how far the courses of a programme carry a certificate, requirement by requirement."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

import orjson
import typer
from rich.table import Table
from rich.text import Text as Styled

from analysis.percentages import percent_of_one
from graph.connection.database import Database
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from interchange.alignments.ends_by_name import id_of_certificate, id_of_programme
from interchange.standards.skill.skill_standard import LEVELS
from resolvers.identify import Request
from resolvers.questions.coverage.coverage_records import COVERAGE_STATE
from server.commands.graph_access import with_database
from server.commands.graph_question import ask
from server.commands.language import say
from server.commands.plans.chosen_plan import AsJson, print_parts
from server.commands.usage import UsageMistakeError

# How many requirements one question shows.
_PAGE = 500
_STYLES = {"COVERED": "green", "PARTLY_COVERED": "yellow", "NOT_COVERED": "red", "UNKNOWN": "cyan"}
_COUNTS = "requirements covered partlyCovered notCovered unknown suggested lower upper"
_DOCUMENT = f"""query CoverageOfAProgramme(
  $subject: ID!, $target: ID!, $level: CertificateLevelCode, $first: Int!, $after: String
) {{
  subject: node(id: $subject) {{ id displayName }}
  target: node(id: $target) {{ id displayName }}
  coverage(subject: $subject, target: $target, level: $level, first: $first, after: $after) {{
    {_COUNTS}
    byLevel {{ level {_COUNTS} }}
    items {{
      state
      requirement {{ id level code text wording }}
      proofs {{ course {{ id displayName }} alignment {{ id strength }} }}
    }}
    pageInfo {{ hasNextPage endCursor }}
  }}
}}"""


def coverage(
    programme: Annotated[
        str,
        typer.Argument(
            help=say(
                "Code of the major (its latest teaching standard), or an id: TrainingPlan:…, Course:….",
                "专业代码（取最新的专业教学标准），或 id，如 TrainingPlan:…、Course:…。",
            )
        ),
    ],
    certificate: Annotated[
        str,
        typer.Argument(
            help=say(
                "Code of the certificate's standard, its name, or an id, also of a level.",
                "证书标准代码、证书名称，或 id（也可为等级）。",
            )
        ),
    ],
    *,
    level: Annotated[
        str | None,
        typer.Option(
            help=say(
                "Only this level: ELEMENTARY, INTERMEDIATE, ADVANCED.",
                "只看此等级：ELEMENTARY、INTERMEDIATE、ADVANCED。",
            )
        ),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            help=say(
                "List only requirements in this state, such as NOT_COVERED; may be repeated. Counts stay whole.",
                "只列出处于此状态的要求，如 NOT_COVERED，可重复；计数不变。",
            )
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    _require_codes("--level", [level] if level else [], CERTIFICATE_LEVEL_CODE.codes)
    _require_codes("--state", state or [], COVERAGE_STATE.codes)
    answer = with_database(lambda database: read_coverage(database, programme, certificate, level))
    if state:
        answer["coverage"]["items"] = [each for each in answer["coverage"]["items"] if each["state"] in state]
    if as_json:
        print_parts([orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode()])
    else:
        print_parts(_shown(answer))


def _require_codes(option: str, given: Sequence[str], codes: Mapping[str, object]) -> None:
    for each in given:
        if each not in codes:
            names = ", ".join(codes)
            raise UsageMistakeError(f"{option} {each}: give one of {names}.", f"{option} {each}：可用 {names}。")


async def read_coverage(database: Database, programme: str, certificate: str, level: str | None) -> dict[str, Any]:
    """Ask `coverage` for all its items, page by page. Raises: what the question raises."""
    variables: dict[str, Any] = {
        "subject": await id_of_programme(database.read, programme),
        "target": await id_of_certificate(database.read, certificate),
        "level": level,
        "first": _PAGE,
    }
    answer: dict[str, Any] = {}
    items: list[dict[str, Any]] = []
    after = None
    while not answer or after:
        answer = await ask(database, Request(_DOCUMENT, {**variables, "after": after}))
        page = answer["coverage"].pop("pageInfo")
        items += answer["coverage"]["items"]
        after = page["endCursor"] if page["hasNextPage"] else None
    answer["coverage"]["items"] = items
    return answer


def _shown(answer: Mapping[str, Any]) -> Iterator[Table | str]:
    found = answer["coverage"]
    yield f"{answer['subject']['displayName']}  →  {answer['target']['displayName']}"
    if not found["requirements"]:
        yield say("No requirement of it is in the graph.", "图中没有它的任何技能要求。")
        return
    yield _counts([*found["byLevel"], {"level": "", **found}])
    yield _items(found["items"])


def _counts(rows: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("level", "等级"), no_wrap=True)
    titles = (say("requirements", "要求"), *map(_state, COVERAGE_STATE.codes), say("suggested", "有建议"))
    for title in (*titles, say("coverage", "覆盖率")):
        table.add_column(title, justify="right", overflow="fold")
    counts = ("requirements", "covered", "partlyCovered", "notCovered", "unknown", "suggested")
    for each in rows:
        table.add_row(_level(each["level"]), *(str(each[count]) for count in counts), _share(each))
    return table


def _state(code: str) -> str:
    words = {
        "COVERED": say("covered", "已覆盖"),
        "PARTLY_COVERED": say("partly covered", "部分覆盖"),
        "NOT_COVERED": say("not covered", "未覆盖"),
        "UNKNOWN": say("unknown", "未知"),
    }
    return words[code]


def _level(code: str) -> str:
    chinese = next((name for name, level in LEVELS.items() if level == code), "合计")
    return say(code or "all", chinese)


def _share(counts: Mapping[str, Any]) -> str:
    """Give the bounds of the true coverage, or the one figure where all is decided."""
    lower, upper = (percent_of_one(counts[bound]) for bound in ("lower", "upper"))
    return lower if lower == upper else f"{lower} – {upper}"


def _items(items: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("state", "状态"), no_wrap=True)
    table.add_column(say("code", "编号"), no_wrap=True)
    table.add_column(say("requirement", "技能要求"), overflow="fold", ratio=3)
    table.add_column(say("courses", "课程"), overflow="fold", ratio=2)
    for each in items:
        requirement = each["requirement"]
        courses = dict.fromkeys(proof["course"]["displayName"] for proof in each["proofs"])
        table.add_row(
            Styled(_state(each["state"]), style=_STYLES[each["state"]]),
            Styled(f"{_level(requirement['level'])} {requirement['code']}"),
            Styled(requirement["text"]),
            Styled("、".join(courses)),
        )
    return table
