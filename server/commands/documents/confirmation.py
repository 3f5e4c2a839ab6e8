"""Confirming a report on a document: that it is the one of this file, what was answered, and by whose token."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import orjson
import typer

from graph.errors import AccessError
from interchange.standard_imports.import_errors import AnswersFileError, ReportDiffersError
from server.commands.documents.document_files import bytes_of
from server.commands.language import say
from server.commands.usage import UsageMistakeError
from server.settings import read_settings, variable

AnswerOption = Annotated[
    list[str] | None,
    typer.Option(
        help=say(
            "Answer a question: NAME=ANSWER; repeat it. proposals=accept takes every proposed answer.",
            "回答一个问题：名称=答案；可重复。proposals=accept 采用全部建议的答案。",
        )
    ),
]
AnswersFile = Annotated[
    Path | None,
    typer.Option(help=say("Answers as a JSON object, by question.", "答案文件：JSON 对象，按问题名称。")),
]

DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help=say("Report only, write nothing to the graph.", "仅报告，不写入图。"))
]
ReportFile = Annotated[
    Path | None,
    typer.Option(help=say("Write the whole report to this file, as JSON.", "将完整报告以 JSON 写入此文件。")),
]
ReportToConfirm = Annotated[
    Path | None,
    typer.Option(
        help=say(
            "Write what this report says, as the editor of ONEPLUSX_EDITOR_TOKEN.",
            "写入这份报告所述的内容，编辑者由 ONEPLUSX_EDITOR_TOKEN 指定。",
        )
    ),
]


def required_token() -> str:
    """Give the token of the editor who confirms. Raises: AccessError."""
    token = read_settings().editor_token.get_secret_value()
    if not token:
        raise AccessError.no_token_set(variable("editor_token"))
    return token


def require_same(confirmed: Path, fresh: bytes) -> None:
    """Raise ReportDiffersError unless the report that is confirmed is what reading the file gives now."""
    held = bytes_of(confirmed)
    if held != fresh:
        raise ReportDiffersError(hashlib.sha256(held).hexdigest(), hashlib.sha256(fresh).hexdigest())


def all_answers(single: Sequence[str], file: Path | None) -> dict[str, str]:
    """Give all answers; one on the command line goes before that of the file."""
    given = _answers_in(file) if file else {}
    for each in single:
        name, sign, answer = each.partition("=")
        if not sign:
            raise UsageMistakeError(f"{each!r} is not NAME=ANSWER.", f"{each!r} 不是 名称=答案 的形式。")
        given[name.strip()] = answer
    return given


def _answers_in(file: Path) -> dict[str, str]:
    try:
        values = orjson.loads(bytes_of(file))
    except orjson.JSONDecodeError:
        raise AnswersFileError(str(file)) from None
    if not isinstance(values, dict) or not all(isinstance(each, str) for each in values.values()):
        raise AnswersFileError(str(file))
    return values
