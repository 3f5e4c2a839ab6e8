"""Which command or option helps on after an error. Errors are shown on pages too, so they name none themselves."""

from graph.errors import OneplusxError
from graph.model.core import Text
from server.commands.language import language

_FORM = Text("`oneplusx plan template FILE` writes the form.", "模板可用 `oneplusx plan template 文件` 生成。")
_CORRECTIONS = Text(
    "`--dry-run --corrections-template FILE` writes the table of corrections with every item of the report.",
    "更正表可用 `--dry-run --corrections-template 文件` 生成，列有报告的全部条目。",
)
HINTS = {
    "IMPORT_QUESTIONS": Text(
        "Answer with --answer NAME=ANSWER for each, or with a file by --answers.",
        "请用 --answer 名称=答案 逐个回答，或用 --answers 给出答案文件。",
    ),
    "IMPORT_CORRECTION": _CORRECTIONS,
    "CORRECTIONS_FILE": _CORRECTIONS,
    "DOCUMENT_LIST": Text(
        "`oneplusx import standards LIST.json --dry-run` reads a list.",
        "可用 `oneplusx import standards 清单.json --dry-run` 读取清单。",
    ),
    "TRAINING_PLAN_NOT_FOUND": _FORM,
    "PLAN_WITHOUT_CERTIFICATES": _FORM,
    "CREDIT_RULES_CHOICE": Text("`--rules NAME` names the rules.", "可用 `--rules 名称` 指定规则。"),
    "TABLE_FORM": Text(
        "`oneplusx export alignments FILE.xlsx` writes the table.",
        "对接表可用 `oneplusx export alignments 文件.xlsx` 导出。",
    ),
    "UNAUTHENTICATED": Text(
        "`oneplusx editors add NAME --role ROLE` makes a token.",
        "令牌可用 `oneplusx editors add 姓名 --role 角色` 生成。",
    ),
    "OTHER_COLLEGE": Text(
        "`oneplusx editors add NAME --role ROLE --college COLLEGE` makes a token of a college.",
        "院校的令牌可用 `oneplusx editors add 姓名 --role 角色 --college 院校` 生成。",
    ),
    "STANDARD_TEMPLATE": Text(
        "`oneplusx import standard --template FILE` writes the template.",
        "模板可用 `oneplusx import standard --template 文件` 生成。",
    ),
}
_REPORT_OF_PLANS = Text(
    "`oneplusx plan import FILE --dry-run --report REPORT.json` writes the report that the items of corrections name.",
    "可用 `oneplusx plan import 文件 --dry-run --report 报告.json` 写出报告，更正的条目按报告中的位置书写。",
)
# Where a command has another way than the others with the same error.
HINTS_OF_COMMANDS = {
    "plan import": {"IMPORT_CORRECTION": _REPORT_OF_PLANS, "CORRECTIONS_FILE": _REPORT_OF_PLANS},
}


def with_hint(error: OneplusxError, command: str) -> str:
    """Give the text of an error, and in a line of its own what helps on in this command, such as ``plan import``."""
    hint = HINTS_OF_COMMANDS.get(command, {}).get(error.code) or HINTS.get(error.code)
    text = error.message(language())
    return f"{text}\n{hint.in_language(language())}" if hint else text
