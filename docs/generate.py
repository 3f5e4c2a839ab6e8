"""Writes the pages of docs/ that follow from code and seeds. ``--check`` compares instead."""

import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import SecretStr

from graph.errors import OneplusxError
from graph.model import MODEL
from graph.model.core import LINK_FACT, CodeList, NodeType, Property, Relationship, Scalar, Text
from interchange.alignments.import_errors import TableFormError, TableRefusedError, TableReportError
from interchange.documents.document_errors import DocumentError
from interchange.standard_imports.import_errors import StandardImportError
from interchange.standard_lists.list_errors import ListJsonError
from interchange.training_plan_imports.plan_import_errors import TrainingPlanExistsError, TrainingPlanTooLargeError
from interchange.training_plans.plan_errors import CoursesAsColumnsError, TrainingPlanNotFoundError
from resolvers.questions.shared.needs import NOT_KNOWN_REASON
from schema.guards import GuardedFieldError
from seeds.checks.problems import SeedsError
from seeds.extent import KnownExtentRow, known_extent
from seeds.seed_files import SeedRow
from server.api.trusted_documents import TrustedDocumentsError
from server.commands.documents.export_documents import ExportFileError
from server.commands.plans.chosen_plan import OptionFormError, PlanChoiceError
from server.commands.plans.plan_check import RuleSetNotFoundError
from server.commands.serve import PortError
from server.commands.usage import UsageMistakeError
from server.plans.improvements.improvement_errors import (
    CourseBeginsError,
    CourseHeldError,
    CourseNotInPlanError,
    CreditRulesChoiceError,
    LevelNotInStandardError,
    NoCertificatesError,
)
from server.setting_problems import SettingsError, allowed
from server.settings import Settings, variable
from solvers.solver_errors import SolverError

ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- Written by docs/generate.py (`make docs`); change the code, not this page. -->\n"


def pages() -> dict[Path, str]:
    """Give every generated page by its path."""
    return {
        ROOT / "docs" / "model.md": "\n".join(_model()) + "\n",
        ROOT / "docs" / "errors.md": "\n".join(_errors()) + "\n",
        ROOT / "docs" / "known-extent.md": "\n".join(_known_extent()) + "\n",
        ROOT / "docs" / "configuration.md": "\n".join(_configuration()) + "\n",
    }


# ---- the model


def _model() -> Iterator[str]:
    yield NOTE
    yield "# The graph model\n"
    yield "Every name is spelled the same in seed files, graph, GraphQL; the model is written once in `graph/model/`.\n"
    yield "Every node has `id`: its type and natural key, such as `Major:2021:510203`. Nodes and links that state a"
    yield "fact carry `basis`, `sourceIds` and `sourceNote`.\n"
    yield "## Node types\n"
    for node_type in MODEL.node_types.values():
        yield from _node_type(node_type)
    yield "## Relationships\n"
    yield "Stored in one direction (start to end), served in both.\n"
    yield "| type | start | field there | end | field there | own properties |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for each in MODEL.relationships.values():
        yield _relationship(each)
    yield "\n## Code lists\n"
    for code_list in MODEL.code_lists.values():
        yield from _code_list(code_list)


def _node_type(node_type: NodeType) -> Iterator[str]:
    yield f"### {node_type.name} ({node_type.term})\n"
    yield f"{_line(node_type.description)} Key: {', '.join(f'`{each}`' for each in node_type.key)}.\n"
    yield "| property | type | meaning |"
    yield "| --- | --- | --- |"
    for prop in node_type.stored:
        if not prop.internal and prop not in LINK_FACT:
            yield f"| `{prop.name}` | {_type(prop)} | {_line(prop.description)} |"
    sides = MODEL.sides[node_type.name].values()
    if sides:
        yield "\n| relationship field | leads to | meaning |"
        yield "| --- | --- | --- |"
        for side in sides:
            yield f"| `{side.name}` | {side.ends.value} {side.target} | {_line(side.description)} |"
    yield ""


def _line(description: Text) -> str:
    return str(description).replace("\n", " ")


def _type(prop: Property) -> str:
    name = prop.type.name if isinstance(prop.type, CodeList) else Scalar(prop.type).value
    shown = f"[{name}]" if prop.many else name
    return ", ".join(filter(None, (shown, prop.range, "required" if prop.required else None)))


def _relationship(each: Relationship) -> str:
    own = ", ".join(f"`{prop.name}`" for prop in each.properties)
    forward = f"`{each.forward}` ({each.forward_ends.value})"
    backward = f"`{each.backward}` ({each.backward_ends.value})"
    return f"| `{each.type}` | {each.start} | {forward} | {each.end} | {backward} | {own} |"


def _code_list(code_list: CodeList) -> Iterator[str]:
    yield f"### {code_list.name}\n"
    yield f"{_line(code_list.description)}\n"
    yield from (f"- `{code}`: {_line(text)}" for code, text in code_list.codes.items())
    yield ""


# ---- what is known to exist


def _known_extent() -> Iterator[str]:
    rows = known_extent(ROOT / "seeds" / "data")
    yield NOTE.replace("change the code", "change seeds or code")
    yield "# What the seeds hold of what is known to exist\n"
    yield "What is not here is not known here: it is no gap of a programme or a certificate. The query `knownExtent`"
    yield "gives the same with all properties of the figures.\n"
    yield "| what | here | known to exist | as of | basis | source |"
    yield "| --- | --- | --- | --- | --- | --- |"
    yield from (_extent_line(each, each.extent.description.english.rstrip(".")) for each in rows)
    yield "\n## 收录范围\n"
    yield "未收录不等于不存在，也不表示专业或证书有缺口。查询 `knownExtent` 给出同样的数字及所引数据的全部属性。\n"
    yield "| 对象 | 已收录 | 已知总数 | 时间 | 依据 | 来源 |"
    yield "| --- | --- | --- | --- | --- | --- |"
    yield from (_extent_line(each, each.extent.description.chinese.rstrip("。")) for each in rows)


def _extent_line(row: KnownExtentRow, what: str) -> str:
    if row.statistic is None:
        return f"| {what} | {row.gathered} | | | | |"
    figure = row.statistic
    sources = ", ".join(_source(each) for each in row.sources)
    return f"| {what} | {row.gathered} | {figure['value']:.0f} | {figure['asOf']} | {figure['basis']} | {sources} |"


def _source(source: SeedRow) -> str:
    location = str(source["location"] or "")
    return f"[{source['title']}]({location})" if location.startswith("http") else str(source["title"])


# ---- errors


def _errors() -> Iterator[str]:
    yield NOTE
    yield "# Errors\n"
    yield "In a GraphQL answer the code is `extensions.code`, the text follows `Accept-Language` (Chinese or English),"
    yield "and `retryable: true` says that the same call may succeed later. The command line prints code and text and"
    yield "ends with 1.\n"
    yield "| code | may succeed later | meaning |"
    yield "| --- | --- | --- |"
    for cls in _classes():
        meaning = (cls.__doc__ or "").split("\n")[0]
        yield f"| `{cls.code}` | {'yes' if cls.retryable else 'no'} | {meaning} |"
    yield "| `BAD_REQUEST` | no | The HTTP request is no GraphQL request: body, type, or size. |"
    yield "| `BAD_OPERATION` | no | Syntax, validation, or variables are wrong; `locations` say where. |"
    yield "| `DATA_INCOMPLETE` | no | The graph holds no value where the schema promises one; `path` says where. |"
    yield "| `INTERNAL` | no | A mistake of ours. The log has it under `requestId`. |"
    yield "\n## Why a question has no answer\n"
    yield "`NOT_KNOWN` is the code of a question whose answer the graph cannot know: null, never 0 or an empty list."
    yield "`extensions.reason` says why; `extensions.argument` and `extensions.keys` say of what.\n"
    yield "| reason | meaning, and what to do next |"
    yield "| --- | --- |"
    for code, text in NOT_KNOWN_REASON.codes.items():
        yield f"| `{code}` | {text.english} |"


_ELSEWHERE = (
    DocumentError,
    StandardImportError,
    ListJsonError,
    ExportFileError,
    SeedsError,
    TableFormError,
    TableRefusedError,
    TableReportError,
    TrainingPlanExistsError,
    TrainingPlanNotFoundError,
    CoursesAsColumnsError,
    TrainingPlanTooLargeError,
    PortError,
    TrustedDocumentsError,
    GuardedFieldError,
    SettingsError,
    UsageMistakeError,
    SolverError,
    PlanChoiceError,
    CourseNotInPlanError,
    CourseHeldError,
    CourseBeginsError,
    OptionFormError,
    CreditRulesChoiceError,
    NoCertificatesError,
    LevelNotInStandardError,
    RuleSetNotFoundError,
)


def _classes() -> list[type[OneplusxError]]:
    found: dict[str, type[OneplusxError]] = {}
    waiting: list[type[OneplusxError]] = [*OneplusxError.__subclasses__(), *_ELSEWHERE]
    while waiting:
        cls = waiting.pop(0)
        waiting.extend(cls.__subclasses__())
        if "code" in vars(cls) and cls.code not in {"USER_ERROR", "BAD_OPERATION"}:
            found.setdefault(cls.code, cls)
    return [found[code] for code in sorted(found)]


# ---- configuration


def _configuration() -> Iterator[str]:
    yield NOTE
    yield "# Configuration\n"
    yield "Settings come from the environment, or from a file `.env` in the working directory or in the project's"
    yield "folder; whichever comes first in this list wins. An empty variable counts as not set. A relative path starts"
    yield "at the project's folder, wherever the command runs. A value that is not allowed is refused before anything"
    yield "starts, and a variable with this prefix that is no setting is reported.\n"
    yield "| variable | default | allowed | meaning |"
    yield "| --- | --- | --- | --- |"
    for name, field in Settings.model_fields.items():
        yield f"| `{variable(name)}` | {_default(field.get_default())} | {allowed(field)[0]} | {field.description} |"


def _default(value: object) -> str:
    """Write a default as an operator would."""
    match value:
        case bool():
            shown = str(value).lower()
        case tuple():
            shown = ",".join(map(str, value))
        case None | SecretStr():
            shown = ""
        case _:
            shown = str(value)
    return f"`{shown.replace(f'{ROOT}/', '')}`" if shown else ""


def main() -> int:
    """Write the pages, or with ``--check`` tell which differ."""
    stale = []
    for path, text in pages().items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.name)
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    print("stale:" if "--check" in sys.argv else "written:", ", ".join(stale) or "none")  # noqa: T201  # a script
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
